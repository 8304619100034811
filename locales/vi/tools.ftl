### Tools: the search box.

## The search box in the header

search-label = Tìm kiếm
# Stands in the empty box. Short.
search-hint = Mã, từ hoặc hai mã
# Read out to those who cannot see the list.
# Variables:
#   $count (Number) - how many results, to choose a plural form
#   $countText (String) - the same number as it is written
search-count = { $count ->
        [0] Không tìm thấy
       *[other] { $countText } kết quả
    }
search-nothing = Không tìm thấy. Hãy nhập một mã, một từ hoặc hai mã.
# Words that a reader may write between two codes, with a space between them.
search-between = vs và với hay hoặc
# Words of a question that say nothing about what is looked for, with a space between them.
search-ignore = là gì và của các mã lỗi khi bị

## A page that maps the causes of another network to codes and back
## $name is the name of the other side, $protocol that of the protocol.

mapping-to-codes = Từ { $name } sang { $protocol }
mapping-to-causes = Từ { $protocol } sang { $name }
# Variables:
#   $name, $number (String) - the other side and the number of a cause
mapping-cause = Mã nguyên nhân { $name } số { $number }
mapping-number = Số
mapping-name = Nguyên nhân
mapping-becomes = Trở thành
mapping-back = Khi đổi ngược lại
mapping-default = mặc định: không có quy tắc riêng
mapping-same = đổi ngược lại vẫn như cũ
mapping-lossy = đổi ngược lại thành cái khác, mất một phần ý nghĩa

## The page that reads a pasted trace
## $protocol is the short name of a protocol.

trace-title = Đọc bản trace { $protocol }
trace-about = Dán bản tin { $protocol }, bản bắt gói hoặc các dòng nhật ký: mọi mã phản hồi và mã nguyên nhân trong đó được liệt kê kèm ý nghĩa, và hai mã quan trọng nhất được so sánh.
trace-without = Trang này cần script: trình duyệt tự đọc văn bản nên văn bản không bao giờ rời khỏi thiết bị của bạn. Script đang bị tắt, hãy tra mã trong danh sách.
trace-label = Bản tin hoặc dòng nhật ký
trace-sample = Thử một ví dụ
trace-clear = Xóa
trace-private = Văn bản ở lại trong trình duyệt của bạn, không được gửi đi đâu.
trace-compare = So sánh hai mã quan trọng nhất:
trace-nothing = Không tìm thấy mã nào trong văn bản này. Xem bên dưới những gì nhận ra được.
trace-codes = Các mã trong văn bản
trace-causes = Các nguyên nhân trong văn bản
trace-means = Ý nghĩa
trace-answers = Trả lời cho
trace-times = Số lần
trace-line = Dòng xuất hiện đầu tiên
trace-unknown = mã chưa đăng ký
trace-unknown-cause = nguyên nhân không có trong danh sách này
trace-rule-title = Hai mã nào được so sánh
trace-rule = Trước hết là phản hồi sau cùng báo cuộc gọi thất bại, rồi đến thất bại ngay trước đó. Nếu chỉ có một thất bại, nó được so sánh với mã tương ứng với một nguyên nhân trong văn bản, nếu không có thì với phản hồi khác sau cùng. Không tính yêu cầu xác thực mà sau đó đã có phản hồi khác, và cũng không tính phản hồi cho các yêu cầu khác khi chính cuộc gọi đã có phản hồi.
trace-recognized = Những gì nhận ra được
# Read out. Variables:
#   $codes, $causes (String) - numbers
trace-said = Số mã tìm thấy: { $codes }. Số nguyên nhân tìm thấy: { $causes }.
# In the list of the search box, when a long text was pasted there.
search-trace = Đọc toàn bộ văn bản như một bản trace
