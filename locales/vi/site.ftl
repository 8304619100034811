### Words that stand on every page, and the pages that lead to others.
### Write whole sentences. No markup, no addresses: templates put links round a message.

## The frame of a page

site-language-name = Tiếng Việt
site-number-group = .
site-skip = Chuyển đến nội dung
site-navigation = Điều hướng chính
site-breadcrumb = Bạn đang ở đây
site-languages = Ngôn ngữ
site-untranslated = Một số phần của trang này chưa được dịch và vẫn hiển thị bằng tiếng Anh.
site-stale = Bản tiếng Anh của trang này đã thay đổi kể từ khi được dịch.
site-contents = Trên trang này
# The colors of the page: as the reader's system has them, light or dark.
site-theme = Màu sắc
site-theme-auto = Tự động
site-theme-light = Sáng
site-theme-dark = Tối
# On a button beside an example message, and what is announced when it has been pressed.
site-copy = Sao chép
site-copied = Đã sao chép bản tin vào bộ nhớ tạm.
site-edit = Sửa trang này
# Variables:
#   $date (String) - ISO 8601 day
site-updated = Thay đổi gần nhất: { $date }
site-license = Nội dung: CC BY 4.0. Chương trình: MIT.

## Lists and sentences
## $a is everything so far, $b is the next item.

list-all-two = { $a } và { $b }
list-all-more = { $a }, { $b }
list-any-two = { $a } hoặc { $b }
list-any-more = { $a }, { $b }
# A header field and when it is there.
list-condition = { $item } ({ $condition })
# Two whole sentences, one after the other.
list-sentences = { $a } { $b }
# Variables:
#   $spec (String) - name of a document, such as RFC 3261
#   $section (String) - number of a section
reference-section = { $spec } mục { $section }
# Stands in brackets behind a fact that no specification states outright.
fact-inferred = {" "}(suy luận)

## Home

home-title = { $site }: so sánh các mã phản hồi
# For search engines, 50 to 160 columns.
home-summary = Mã phản hồi có nghĩa gì, ai gửi, có nên thử lại không và cần làm gì ngay. Mỗi mã có trang riêng và được so sánh với mọi mã khác.
# Variables:
#   $codes (Number), $pairs (Number)
home-description = { $codesText } mã, { $pairsText } trang so sánh
home-lead = Mã phản hồi có nghĩa gì, ai gửi, có nên thử lại không và cần làm gì ngay. Từng mã một, và mỗi mã so với mọi mã khác.
home-popular = Được so sánh nhiều nhất
home-codes = Các mã
home-all-pairs = Tất cả trang so sánh

## A protocol and its matrix

# Variables:
#   $protocol (String) - short name of a protocol
protocol-title = Mã phản hồi { $protocol }
protocol-description = Toàn bộ { $codesText } mã phản hồi của { $protocol } xếp theo lớp, kèm ý nghĩa, và { $pairsText } trang so sánh mỗi mã với mọi mã khác.
protocol-pick = So sánh hai mã
protocol-pick-first = Mã thứ nhất
protocol-pick-second = Mã thứ hai
protocol-pick-button = So sánh
protocol-class-codes = Các mã thuộc lớp này
protocol-column-code = Mã
protocol-column-gloss = Nói dễ hiểu
matrix-title = Tất cả trang so sánh { $protocol }
matrix-description = Mỗi mã { $protocol } so với mọi mã khác: { $pairsText } trang so sánh. Mỗi hàng dẫn tới các trang so sánh của một mã.
matrix-caption = Các trang so sánh theo từng mã
matrix-with = So sánh với

## What is not there

not-found-title = Trang này không tồn tại
not-found-text = Có thể địa chỉ bị gõ sai hoặc trang đã được chuyển sang chỗ khác. Hãy chọn nơi để đi tiếp.
not-found-suggestion = Có thể bạn đang tìm:
# Shown without a connection, for a page that the browser has not kept.
offline-title = Bạn đang ngoại tuyến
offline-text = Trang này chưa được lưu trên thiết bị của bạn. Những trang bạn đã xem và trang của mọi mã bằng ngôn ngữ này thì đã được lưu.

## Translations

text-stale = Bản tiếng Anh đã thay đổi sau khi phần này được dịch. Hãy xem bản tiếng Anh.
status-title = Tình trạng bản dịch
status-about = Bao nhiêu đoạn văn của các mã và các trang so sánh đã được dịch, và bao nhiêu đoạn khớp với bản tiếng Anh hiện tại.
status-caption = Số đoạn theo ngôn ngữ
status-of = { $count } trên { $all }
status-current = Đã cập nhật
status-stale = Lỗi thời
status-missing = Chưa dịch
status-open = Các đoạn cần xử lý

## Headings of llms.txt, the overview for language models.

data-written-pairs = Bài so sánh đã biên soạn
data-heading = Dữ liệu
