### The page of a code, and the sentences that its clauses complete.
### A code arrives as text ("486"), a phrase as a token that is never translated ("Busy Here").

code-name = { $code } { $phrase }
code-title = { $protocol } { $code } { $phrase }
# For search results, where there is room for it.
code-title-long = { $protocol } { $code } { $phrase }: ý nghĩa và cách khắc phục
# For search engines, plain text.
# Variables:
#   $meaning (String) - clause after "có nghĩa là", lower case, no full stop
code-description = { $code } { $phrase } có nghĩa là { $meaning }. Mã này nói gì, ai gửi, có nên thử lại không và khắc phục thế nào.
# The same where there is less room, and where there is least. $gloss is the phrase in the reader's words.
code-description-short = { $code } { $phrase } có nghĩa là { $meaning }.
code-description-bare = { $code } { $phrase }: { $gloss }. Mã này nói gì, ai gửi, có nên thử lại không và khắc phục thế nào.
# Variables:
#   $class (String) - noun phrase after "là": "phản hồi lỗi phía máy khách (4xx)"
#   $meaning (String) - clause, as above
code-answer = { $code } { $phrase } là { $class }. Mã này có nghĩa là { $meaning }.
# Form of `meaning`: a clause after "có nghĩa là", lower case, no full stop, not beginning with "là".
code-means = { $code } có nghĩa là { $meaning }.
# Form of `trigger`: a clause after "khi", lower case, no full stop, not beginning with "khi".
code-seen-when = Bạn thấy { $code } khi { $trigger }.
# Form of `use`: a clause after "khi", lower case, no full stop, not beginning with "khi".
code-send-when = Gửi { $code } khi { $use }.
# Form of `action`: one whole sentence, capital letter, full stop.
code-on-receipt = Khi nhận { $code }: { $action }

## Headings. Their ids are the same in every language.

code-heading-glance = Tóm tắt
code-heading-do = Cần làm gì ngay
code-heading-description = Mô tả
code-heading-when = Khi bạn thấy mã này
code-heading-fix = Cách khắc phục
code-heading-hears = Người gọi nghe thấy gì
code-heading-use = Khi nào gửi mã này
code-heading-example = Bản tin ví dụ
code-heading-flow = Luồng báo hiệu
code-heading-compare = So sánh với
code-heading-compare-all = Tất cả các mã khác
code-compare-pick = Mã để so sánh
code-heading-more = Tìm hiểu thêm
code-heading-references = Đặc tả
code-previous = Mã trước
code-next = Mã sau
code-neighbors = Các mã liền kề
code-fact = Thông tin
code-value = Giá trị

## The call flow, for readers who do not see the picture

flow-title = Luồng báo hiệu với { $code } { $phrase }
# One step. Variables:
#   $from (String), $to (String) - labels of two roles
#   $message (String) - a method, or a code and its phrase
flow-step = { $from } gửi tới { $to }: { $message }.
