### SIP: its classes, roles and facts, as content/sip/protocol.toml declares them.
### A code arrives as text ("486") and is never declined.

sip-intro = Mọi mã phản hồi đã được đăng ký chính thức của Session Initiation Protocol: mỗi mã có nghĩa gì, ai gửi, có nên thử lại không và khác từng mã còn lại ở chỗ nào.

## Classes
## The value is the name. `.inline` is a noun phrase that completes “486 Busy Here là …”. `.about` says on the index what the class means.

sip-class-1xx = Phản hồi tạm thời
    .inline = phản hồi tạm thời (1xx)
    .about = Yêu cầu đã tới nơi và đang được xử lý. Phản hồi cuối cùng sẽ đến sau.
sip-class-2xx = Thành công
    .inline = phản hồi thành công (2xx)
    .about = Yêu cầu đã được nhận, được hiểu và được chấp nhận.
sip-class-3xx = Chuyển hướng
    .inline = phản hồi chuyển hướng (3xx)
    .about = Máy khách phải tới nơi khác để hoàn tất yêu cầu.
sip-class-4xx = Lỗi phía máy khách
    .inline = phản hồi lỗi phía máy khách (4xx)
    .about = Yêu cầu thất bại tại máy chủ này hoặc với nội dung này. Điều đó không có nghĩa là bên gọi đã làm sai.
sip-class-5xx = Lỗi máy chủ
    .inline = phản hồi lỗi máy chủ (5xx)
    .about = Yêu cầu có thể hợp lệ, nhưng máy chủ không thực hiện được.
sip-class-6xx = Thất bại toàn cục
    .inline = phản hồi thất bại toàn cục (6xx)
    .about = Không nơi nào thực hiện được yêu cầu, nên không cần thử nhánh nào khác.

## Who takes part in a call flow: short labels over the lines of the diagram.

sip-role =
    .caller = Bên gọi
    .callee = Bên được gọi
    .second-callee = Máy khác của bên được gọi
    .refer-target = Đích chuyển
    .proxy = Proxy
    .next-proxy = Proxy kế tiếp
    .registrar = Máy chủ đăng ký
    .redirect-server = Máy chủ chuyển hướng
    .gateway = Gateway
    .pstn = Mạng điện thoại
    .subscriber = Bên theo dõi
    .notifier = Bên thông báo
    .publisher = Bên công bố
    .compositor = Máy chủ tổng hợp
    .relay = Máy chủ trung chuyển
    .blocker = Dịch vụ chặn cuộc gọi
    .phone = Điện thoại
    .server = Máy chủ

## When a header field must or may be there: stands in brackets behind its name.

sip-when =
    .copied = chép lại nếu yêu cầu có
    .creates-early-dialog = nếu tạo hội thoại sớm
    .reliable-100rel = 100rel, nếu gửi theo cách tin cậy
    .reliable = nếu gửi theo cách tin cậy
    .ended-dialog-tag = với tag của hội thoại đã kết thúc
    .ending-code = với mã đã kết thúc hội thoại
    .ok-contact = cho INVITE, SUBSCRIBE, UPDATE và REFER; cho REGISTER thì kèm mọi liên kết địa chỉ
    .dialog-copied = nếu tạo hội thoại, chép từ yêu cầu
    .subscribe-publish = cho SUBSCRIBE và PUBLISH
    .publish = cho PUBLISH
    .bad-type = nếu kiểu của thân bản tin không được hỗ trợ
    .bad-encoding = nếu cách mã hóa không được hỗ trợ
    .bad-language = nếu ngôn ngữ không được hỗ trợ
    .sec-agree = khi có thỏa thuận bảo mật
    .sec-agree-server = sec-agree, khi máy chủ đòi hỏi
    .overlapping = cho INVITE hoặc UPDATE chồng lấn với một yêu cầu khác từ cùng phía
    .jwscard = purpose=jwscard, trừ khi nghi có lạm dụng
    .register = cho REGISTER
    .invite-update = cho INVITE và UPDATE
    .should = khuyến nghị
    .body-alternatives = kèm thân bản tin mô tả các phương án thay thế
    .aggregated = khi proxy phân nhánh gộp các yêu cầu xác thực
    .should-temporary = khuyến nghị nếu tình trạng chỉ là tạm thời
    .should-sips = khuyến nghị: cảnh báo 380 hoặc 381 nếu SIPS không phù hợp
    .body-media = kèm thân bản tin mô tả những gì có thể chấp nhận
    .subscribe-notify = cho SUBSCRIBE và NOTIFY
    .should-certs = khuyến nghị: thân bản tin chỉ chứa chứng chỉ
    .digest = nếu có đề nghị dùng digest
    .should-precondition = khuyến nghị: SDP nêu điều kiện tiên quyết không đáp ứng được

## Facts
## The value is the label of a row; each attribute words one value in a cell.
## `…-says` is a whole sentence in the list of differences, `…-answer` one in the answer at the top.

sip-final = Loại phản hồi
    .no = tạm thời
    .yes = cuối cùng
sip-final-says =
    .no = { $code } là phản hồi tạm thời: yêu cầu vẫn còn mở và phản hồi cuối cùng sẽ đến sau.
    .yes = { $code } là phản hồi cuối cùng: nó kết thúc giao dịch.

# Each attribute is a noun phrase that can stand after "nói về".
sip-scope = Phạm vi
    .hop = riêng chặng kế tiếp
    .request = chính yêu cầu này
    .early-dialog = một cuộc gọi chưa được trả lời
    .dialog = một hội thoại hoặc giao dịch
    .subscription = một đăng ký theo dõi
    .registration = một lượt đăng ký
    .publication = một bản công bố
    .this-location = nơi đã thử; nơi khác có thể trả lời khác
    .path = đường đi giữa máy khách và đích
    .server = máy chủ trả lời, hoặc một hệ thống mà nó phụ thuộc
    .global = người dùng ở mọi nơi
# Variables:
#   $code (String) - the code
#   $any (String) - one or more of the values above, joined by "hoặc"
sip-scope-says = { $code } nói về { $any }.
sip-scope-answer =
    .hop = { $code } chỉ nói về chặng kế tiếp.
    .request = { $code } chỉ nói về yêu cầu này.
    .early-dialog = { $code } nói về một cuộc gọi chưa được trả lời.
    .dialog = { $code } nói về một hội thoại hoặc giao dịch.
    .subscription = { $code } nói về một đăng ký theo dõi.
    .registration = { $code } nói về một lượt đăng ký.
    .publication = { $code } nói về một bản công bố.
    .this-location = { $code } vẫn để ngỏ cho nơi khác trả lời.
    .path = { $code } nói về đường đi của yêu cầu.
    .server = { $code } nói về máy chủ trả lời hoặc một hệ thống mà nó phụ thuộc.
    .global = { $code } chấm dứt việc tìm kiếm ở mọi nơi.

# Each attribute is a noun phrase that can stand after "đến từ".
sip-sent-by = Bên gửi
    .UAS = thiết bị đầu cuối trả lời (UAS)
    .proxy = proxy
    .registrar = máy chủ đăng ký
    .redirect = máy chủ chuyển hướng
    .gateway = gateway nối với mạng điện thoại (hoặc mạng khác)
    .notifier = bên thông báo
    .event-state-compositor = máy chủ tổng hợp trạng thái sự kiện
    .relay = máy chủ trung chuyển
    .intermediary = phần tử trung gian bác bỏ yêu cầu thay cho người dùng
# Variables:
#   $any (String) - one or more of the values above, joined by "hoặc"
sip-sent-by-says = { $code } đến từ { $any }.

sip-retry = Thử lại
    .none-needed = không có gì phải thử lại
    .wait = không: chờ phản hồi cuối cùng
    .authenticate-and-retry = có, kèm thông tin xác thực
    .retry-modified = có, với yêu cầu đã sửa
    .retry-elsewhere = có, ở địa chỉ hoặc máy chủ khác
    .retry-other-flow = chỉ proxy có thẩm quyền: qua luồng khác của điện thoại
    .retry-later = có, gửi lại đúng yêu cầu đó vào lúc khác
    .retry-after-header = có, vào lúc khác: sau thời gian trong Retry-After nếu có trường này
    .ask-user = chỉ khi có người quyết định
    .do-not-retry = không
sip-retry-says =
    .none-needed = Sau { $code }, không có gì phải thử lại.
    .wait = Với { $code }, máy khách chỉ việc chờ phản hồi cuối cùng.
    .authenticate-and-retry = Sau { $code }, máy khách gửi lại yêu cầu kèm thông tin xác thực.
    .retry-modified = Sau { $code }, máy khách có thể thử lại với yêu cầu đã sửa.
    .retry-elsewhere = Sau { $code }, máy khách có thể thử một địa chỉ hoặc máy chủ khác.
    .retry-other-flow = Sau { $code }, proxy có thẩm quyền nên thử một luồng khác của chính điện thoại đó; thiết bị đầu cuối thì xử lý như 400.
    .retry-later = Sau { $code }, máy khách có thể gửi lại đúng yêu cầu đó vào lúc khác.
    .retry-after-header = Sau { $code }, máy khách có thể thử lại khi đã hết thời gian trong Retry-After, hoặc vào lúc tự chọn nếu không có trường này.
    .ask-user = Sau { $code }, phải có người quyết định làm gì tiếp.
    .do-not-retry = Sau { $code }, máy khách không gửi lại yêu cầu.
sip-retry-answer =
    .none-needed = Khi nhận { $code }, không có gì phải thử lại.
    .wait = Khi nhận { $code }, hãy tiếp tục chờ.
    .authenticate-and-retry = Khi nhận { $code }, hãy gửi lại yêu cầu kèm thông tin xác thực.
    .retry-modified = Khi nhận { $code }, hãy sửa yêu cầu trước khi gửi lại.
    .retry-elsewhere = Khi nhận { $code }, hãy thử một địa chỉ hoặc máy chủ khác.
    .retry-other-flow = Khi nhận { $code }, proxy có thẩm quyền nên thử một luồng khác của chính điện thoại đó.
    .retry-later = Khi nhận { $code }, chính yêu cầu đó có thể thành công nếu được gửi lại sau.
    .retry-after-header = Khi nhận { $code }, nếu có Retry-After thì chỉ thử lại sau khi hết thời gian đó.
    .ask-user = Khi nhận { $code }, hãy để một người quyết định.
    .do-not-retry = Khi nhận { $code }, đừng gửi lại chính yêu cầu đó.
sip-retry-shared =
    .none-needed = Với cả hai mã, không có gì phải thử lại.
    .wait = Với cả hai mã, hãy tiếp tục chờ phản hồi cuối cùng.
    .authenticate-and-retry = Với cả hai mã, hãy gửi lại yêu cầu kèm thông tin xác thực.
    .retry-modified = Với cả hai mã, hãy sửa yêu cầu trước khi gửi lại.
    .retry-elsewhere = Với cả hai mã, hãy thử một địa chỉ hoặc máy chủ khác.
    .retry-other-flow = Với cả hai mã, proxy có thẩm quyền nên thử một luồng khác của chính điện thoại đó.
    .retry-later = Với cả hai mã, chính yêu cầu đó có thể thành công nếu được gửi lại sau.
    .retry-after-header = Với cả hai mã, nếu có Retry-After thì chỉ thử lại sau khi hết thời gian đó.
    .ask-user = Với cả hai mã, hãy để một người quyết định.
    .do-not-retry = Với cả hai mã, đừng gửi lại chính yêu cầu đó.

# Each attribute is a predicate; its unspoken subject is the proxy.
sip-forking = Cách proxy xử lý
    .absorbs = không chuyển tiếp nếu mã này dành cho chính proxy
    .forwards-immediately = chuyển tiếp ngay
    .collects-best = giữ lại tới khi mọi nhánh kết thúc, rồi chuyển tiếp phản hồi tốt nhất
    .preferred-in-class = ưu tiên mã này trong số các mã 4xx
    .aggregates-challenges = gộp các yêu cầu xác thực của mọi nhánh
    .triggers-next-target = có thể thêm đích hoặc tuyến khác
    .converts-to-500 = đổi thành 500 nếu không có phản hồi nào khác
    .outranks-others = phải ưu tiên một mã 6xx hơn mọi mã 3xx, 4xx và 5xx
    .cancels-other-branches = hủy các nhánh còn lại
sip-forking-says =
    .absorbs = Proxy không chuyển tiếp { $code } dành cho chính nó.
    .forwards-immediately = Proxy chuyển tiếp { $code } ngay.
    .collects-best = Proxy phân nhánh giữ { $code } lại tới khi mọi nhánh kết thúc, rồi chuyển tiếp phản hồi tốt nhất mà nó có.
    .preferred-in-class = Khi phải chọn một mã 4xx, proxy nên ưu tiên { $code } hơn hầu hết các mã khác.
    .aggregates-challenges = Proxy phân nhánh gộp các yêu cầu xác thực của mọi nhánh nhận { $code } vào một phản hồi.
    .triggers-next-target = Sau { $code }, proxy có thể thêm một đích hoặc tuyến khác để thử trước khi trả lời.
    .converts-to-500 = Nếu chỉ có { $code }, proxy nên gửi 500 thay cho mã này.
    .outranks-others = Proxy đã nhận { $code } phải ưu tiên một mã 6xx hơn mọi mã 3xx, 4xx và 5xx.
    .cancels-other-branches = { $code } khiến proxy phân nhánh hủy các nhánh còn mở.
    .none = Với { $code } thì không như vậy.

# Each attribute is a noun phrase that can stand after "trả lời"; any-out-of-dialog stands after the names of methods ("khác").
sip-methods = Phương thức
    .any = mọi phương thức trừ ACK
    .any-but-CANCEL = mọi phương thức trừ ACK và CANCEL
    .any-but-REGISTER = mọi phương thức trừ ACK và REGISTER
    .any-out-of-dialog = mọi yêu cầu khác nằm ngoài hội thoại
# Variables:
#   $any (String) - one or more methods or values above, joined by "hoặc"
sip-methods-says = Có thể dùng { $code } để trả lời { $any }.

sip-status = Tình trạng
    .active = đang được dùng
    .deprecated = đã lỗi thời
    .reserved = dành sẵn
sip-status-says =
    .active = { $code } đang được dùng.
    .deprecated = { $code } đã lỗi thời.
    .reserved = { $code } được dành sẵn: chưa có hành vi nào được quy định cho mã này.

sip-must-headers = Trường tiêu đề bắt buộc
    .none = không có trường nào ngoài các trường chung
# Variables:
#   $all (String) - one or more header fields with conditions, joined by "và"
sip-must-headers-says = { $code } phải mang { $all }.
    .none = { $code } không cần trường tiêu đề nào ngoài các trường chung.

sip-may-headers = Trường tiêu đề tùy chọn
    .none = không có trường nào đáng kể ở đây
# Variables:
#   $all (String) - one or more header fields with conditions, joined by "và"
sip-may-headers-says = { $code } có thể mang { $all }.
    .none = { $code } không có trường tiêu đề tùy chọn nào làm thay đổi việc cần làm.

sip-ack = ACK sau INVITE
    .none = không có
    .end-to-end = từ đầu cuối đến đầu cuối, do chính bên gọi gửi
    .hop-by-hop = theo từng chặng
sip-ack-says =
    .none = Không có ACK nào theo sau { $code }.
    .end-to-end = Với INVITE, chính bên gọi xác nhận { $code } bằng ACK, từ đầu cuối đến đầu cuối.
    .hop-by-hop = Với INVITE, mỗi chặng tự xác nhận { $code } bằng ACK.

sip-q850 = Mã nguyên nhân Q.850 (ISDN)
    .default = 31, giá trị mặc định của RFC 3398
    .by-warning = 31, hoặc 65 nếu Warning nêu kênh mang (bearer)
    .none = không có ánh xạ
    .not-applicable = không áp dụng
# Variables:
#   $value (String) - the number of the cause
sip-q850-says = Trên mạng điện thoại, { $code } trở thành mã nguyên nhân Q.850 số { $value }.
    .default = RFC 3398 không nêu mã nguyên nhân Q.850 nào cho { $code }, nên gateway dùng 31.
    .by-warning = Trên mạng điện thoại, { $code } trở thành mã nguyên nhân Q.850 số 31, hoặc 65 nếu Warning nêu kênh mang (bearer).
    .none = RFC 3398 không ánh xạ { $code } sang mã nguyên nhân Q.850 nào.
    .not-applicable = Bảng chuyển phản hồi sang mã nguyên nhân của RFC 3398 không áp dụng cho { $code }.

sip-defined-in = Được định nghĩa trong
sip-governed-by = Tài liệu thay thế

## Q.850 causes and SIP

sip-q850-mapping = SIP và ISDN: mã nguyên nhân Q.850
    .description = Mã nguyên nhân Q.850 nào trở thành phản hồi SIP nào tại gateway và ngược lại, theo RFC 3398; có đánh dấu các trường hợp mất thông tin.
    .about = Mã nguyên nhân giải phóng của mạng điện thoại (ITU-T Q.850) trở thành phản hồi SIP nào tại gateway, và phản hồi trở thành mã nguyên nhân nào, theo khuyến nghị của RFC 3398. Những gì đi rồi về không còn như cũ đều được đánh dấu: ở đó hai mạng nói những điều khác nhau. Gateway nào trả lời được yêu cầu xác thực hoặc sửa được yêu cầu bị từ chối thì nên thử làm vậy trước khi giải phóng cuộc gọi. Mã nguyên nhân tạo từ một mã 6xx có vị trí “user”, nên 603 cũng có thể trở về thành 603.
    .location-user = nếu nguyên nhân đến từ người dùng
    .diagnostic = nếu có kèm số mới
    .clearing = không có phản hồi: thường là BYE hoặc CANCEL
    .internal = không được chuyển tiếp: tổng đài thử kênh khác
# The names of causes in plain words; the name itself is a token of ITU-T Q.850.
sip-cause =
    .c1 = số này chưa được cấp cho ai
    .c2 = không có đường tới mạng chuyển tiếp được chỉ định
    .c3 = không có đường tới đích
    .c4 = phát âm báo đặc biệt: sẽ không gọi được trong thời gian dài
    .c5 = quay thừa hoặc sai đầu số trung kế
    .c6 = kênh này không dùng được cho cuộc gọi
    .c7 = cuộc gọi được chuyển vào kênh đã thiết lập
    .c8 = bị ngắt để nhường cho cuộc gọi ưu tiên hơn
    .c9 = bị ngắt và kênh được giữ cho cuộc gọi ưu tiên hơn
    .c14 = số đã chuyển sang nhà mạng khác
    .c16 = một bên gác máy, không có lỗi
    .c17 = máy bận
    .c18 = thiết bị không phản hồi gì
    .c19 = máy đổ chuông nhưng không ai nhấc
    .c20 = máy tắt hoặc ngoài vùng phủ sóng
    .c21 = cuộc gọi bị từ chối
    .c22 = số đã được đổi
    .c23 = cuộc gọi cần chuyển tới đích khác
    .c25 = cuộc gọi chạy vòng giữa các tổng đài hoặc đi quá xa
    .c26 = máy khác đã nhận cuộc gọi; trong mạng ANSI là số chuyển mạng bị định tuyến sai
    .c27 = đường dây hoặc thiết bị bên được gọi bị hỏng
    .c28 = số thiếu chữ số hoặc sai dạng
    .c29 = dịch vụ bổ sung bị từ chối
    .c30 = câu trả lời cho bản tin hỏi trạng thái
    .c31 = kết thúc bình thường, không nêu lý do
    .c34 = không còn kênh trống
    .c38 = mạng hỏng, có thể kéo dài
    .c41 = mạng hỏng tạm thời
    .c42 = tổng đài quá tải
    .c43 = thông tin gửi kèm bị bỏ dọc đường
    .c44 = kênh được yêu cầu đã bận; tổng đài thử kênh khác
    .c46 = bị chặn bởi các cuộc gọi có mức ưu tiên không thấp hơn
    .c47 = thiếu tài nguyên cho cuộc gọi
    .c49 = không đáp ứng được chất lượng yêu cầu
    .c50 = thuê bao chưa đăng ký dịch vụ này
    .c53 = thành viên nhóm kín này không được gọi đi
    .c55 = thành viên nhóm kín này không được nhận cuộc gọi
    .c57 = đường dây này không được phép gọi loại cuộc gọi này
    .c58 = hiện không thực hiện được loại cuộc gọi này
    .c62 = thông tin truy nhập không khớp với loại thuê bao
    .c63 = dịch vụ không khả dụng, không nêu lý do
    .c65 = không hỗ trợ loại cuộc gọi này
    .c66 = không hỗ trợ loại kênh này
    .c69 = không hỗ trợ dịch vụ bổ sung này
    .c70 = chỉ có kiểu truyền số hạn chế
    .c79 = không hỗ trợ dịch vụ, không nêu lý do
    .c81 = bản tin về cuộc gọi không tồn tại
    .c82 = kênh không tồn tại
    .c86 = cuộc gọi đó đã được giải phóng
    .c87 = không thuộc nhóm kín
    .c88 = phía bên kia không nhận được loại cuộc gọi này
    .c90 = nhóm kín không tồn tại
    .c91 = chọn mạng chuyển tiếp sai
    .c95 = bản tin báo hiệu sai, không nêu lý do
    .c96 = bản tin thiếu phần bắt buộc
    .c97 = loại bản tin không xác định
    .c98 = bản tin không hợp với trạng thái cuộc gọi, hoặc thuộc loại không xác định
    .c99 = bản tin có phần không xác định
    .c100 = nội dung một phần bản tin không hợp lệ
    .c101 = bản tin không hợp với trạng thái cuộc gọi
    .c102 = bộ định thời hết hạn khi chờ trả lời
    .c103 = tham số không xác định đã được chuyển tiếp
    .c110 = bản tin bị bỏ vì có tham số không xác định
    .c111 = lỗi giao thức, không nêu lý do
    .c127 = một mạng khác kết thúc mà không nêu lý do
