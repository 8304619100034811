### The page of a pair. $a and $b are codes as text, $phraseA and $phraseB their phrases.

pair-name = { $a } vs { $b }
pair-title = { $protocol } { $a } { $phraseA } vs { $b } { $phraseB }
# For search results, where the phrases leave no room.
pair-title-short = { $protocol } { $a } vs { $b }: hai mã khác nhau thế nào
# For search engines, plain text; the first that fits is shown.
# Variables:
#   $glossA, $glossB (String) - the phrases in the reader's words
pair-description = { $a } { $phraseA }: { $glossA }. { $b } { $phraseB }: { $glossB }. Hai mã khác nhau thế nào, ai gửi, cần làm gì.
pair-description-short = { $a } { $phraseA }: { $glossA }. { $b } { $phraseB }: { $glossB }.
pair-description-bare = { $a }: { $glossA }. { $b }: { $glossB }. Hai mã khác nhau thế nào, ai gửi, cần làm gì.
# The answer. Variables:
#   $classA, $classB (String) - noun phrases after "là": "phản hồi lỗi phía máy khách (4xx)"
pair-classes = { $a } { $phraseA } là { $classA }, còn { $b } { $phraseB } là { $classB }.
pair-same-class = { $a } { $phraseA } và { $b } { $phraseB } cùng một lớp: cả hai đều là { $class }.
# Two sentences, because a meaning may hold a semicolon.
# Variables:
#   $meaningA, $meaningB (String) - clauses after "có nghĩa là", lower case, no full stop
pair-meanings = { $a } có nghĩa là { $meaningA }. { $b } có nghĩa là { $meaningB }.
# The first difference. $classA, $classB: noun phrases after "là", as above.
pair-different-classes = { $a } là { $classA }, còn { $b } là { $classB }.

## Headings

pair-heading-glance = Tóm tắt
pair-heading-trace = Cách phân biệt trong bản trace
pair-heading-description = Mô tả
pair-heading-when = Khi bạn thấy mã này
pair-heading-fix = Cách khắc phục
pair-heading-differences = Sự khác biệt chính
pair-heading-use = Khi nào dùng cái nào
pair-heading-products = Trong các sản phẩm thực tế
pair-heading-flow = Luồng báo hiệu
pair-heading-example = Bản tin ví dụ
pair-heading-more = Tìm hiểu thêm
pair-heading-code-pages = Hai mã này
pair-heading-neighbors = So sánh tiếp
pair-fact = Thông tin
pair-same = Giống nhau ở cả hai mã
pair-differs = Điểm khác nhau
pair-not-stated = không có

## Labels of differences

pair-item = { $label }: { $text }
pair-label-class = Lớp
pair-label-meaning = Ý nghĩa
pair-label-trigger = Khi nào bạn thấy từng mã
