### Trang Tiếp nhận và phiếu tiếp nhận.

intake-title = Tiếp nhận
intake-lead = Ghi mọi khiếu nại, phàn nàn, kháng nghị, kể cả bằng lời nói. Vụ việc có số ngay khi được ghi vào Sổ.
intake-submit = Ghi vào Sổ
intake-keys = Chỉ dùng bàn phím
intake-keys-text = Tab sang ô tiếp theo, phím mũi tên hoặc dấu cách để chọn, Ctrl + Enter để ghi vào Sổ từ bất kỳ ô nào.

## Bên khiếu nại
intake-who = Bên khiếu nại
intake-name-hint = Vụ việc trước của cùng người hiện ra trong khi nhập. Nếu không nêu danh tính, để trống và đánh dấu trong phần Chi tiết khác.
intake-similar-look = Tìm vụ việc trước của người này
intake-similar-none = Không có vụ việc trước nào mà Anh/Chị được xem.
intake-similar-found = { $count ->
   *[other] { $count } vụ việc trước của người trùng tên hoặc số điện thoại
}
intake-similar-use = Đúng người này
intake-earlier-kept = Dùng lại thông tin của bên khiếu nại trong vụ việc { $number }; nếu đổi sang tên khác thì đây là người khác.
intake-party-kind = Bên khiếu nại là
party-kind-person = Cá nhân
party-kind-organisation = Tổ chức
party-kind-group = Nhóm người
intake-representative-hint = Có giấy uỷ quyền. Nhóm không cử người đại diện thì công văn gửi đến từng địa chỉ.
intake-anonymous = Không nêu danh tính
intake-anonymous-hint = Chỉ khi không có cả tên và thông tin liên lạc. Nếu có số điện thoại, ghi tên là “Người gọi không nêu tên”.

## Nội dung
intake-what = Vụ việc
intake-subjects-hint = Chọn một hoặc nhiều mục.
intake-content = Sự việc
intake-content-hint = Việc gì, ở đâu, khi nào, ai liên quan; ghi theo lời của bên khiếu nại.

## Chi tiết
intake-more = Chi tiết khác: ngày nhận, đại diện, nơi chuyển đến, người bị khiếu nại, an toàn, tệp
intake-read-on = Ngày có người đọc lần đầu
intake-read-on-hint = Chỉ ghi khi đọc trước lúc này; 72 giờ của quy tắc B2.7 tính từ đó.
intake-read-at = Lúc
intake-forwarder-name = Tên cơ quan, tổ chức
intake-concerned = Người và bộ phận liên quan
intake-person-further = Người thứ { NUMBER($place) }
intake-megabytes = { NUMBER($size) } MB
intake-files-kept = { $count ->
   *[other] { $count } tệp đã nhận, không cần chọn lại
}

## Vụ việc bằng lời nói
intake-spoken = Giải thích ngay hoặc hẹn trả lời
intake-road = Kết quả trao đổi với khách hàng
intake-road-settled = Đã giải thích ngay, khách hàng thoả mãn
intake-road-settled-hint = Không dùng cho kháng nghị, kết quả chứng nhận, tính bảo mật, an toàn.
intake-road-promised = Chưa giải thích được, hoặc khách hàng chưa thoả mãn
intake-road-promised-hint = Hẹn ngày trả lời; QMR được báo ngay khi ghi vào Sổ.
intake-road-recorded = Chỉ ghi vào Sổ, đồng nghiệp khác hẹn trả lời
intake-road-recorded-hint = Khi người tiếp nhận chính là người bị khiếu nại.
intake-reply-by-hint = Không sau hạn trả lời.
intake-report-note = Lời nhắn cho QMR
intake-turn-promised = Chuyển sang hẹn trả lời
intake-turn-recorded = Chỉ ghi vào Sổ, để đồng nghiệp hẹn trả lời

## Thời hạn
intake-limit = Hạn trả lời
intake-limit-unknown = Ghi ngày nhận để tính thời hạn.

## Điều chưa đúng
intake-problem-name = Cần ghi tên, hoặc đánh dấu “Không nêu danh tính” trong phần Chi tiết khác.
intake-problem-anonymous = Đã đánh dấu không nêu danh tính nhưng lại có tên hoặc thông tin liên lạc. Bỏ dấu này, hoặc xoá các mục đó.
intake-problem-email = Địa chỉ thư điện tử chưa đúng. Ví dụ: ten@donvi.vn.
intake-problem-phone = Số điện thoại chưa đúng. Ví dụ: 0912 345 678.
intake-problem-contact = Để hẹn trả lời cần số điện thoại, thư điện tử hoặc địa chỉ; nếu không có, ghi lý do ở ô “Vì sao không có thông tin liên lạc”.
intake-problem-no-contact = Đã có thông tin liên lạc. Xoá lý do này, hoặc xoá thông tin liên lạc.
intake-problem-forwarder = Cần tên cơ quan, tổ chức đã chuyển vụ việc đến.
intake-problem-document = Tệp này không còn; vui lòng chọn lại.
intake-problem-characters = Có ký tự không in được, thường do sao chép; vui lòng xoá ký tự đó.
intake-problem-time = Giờ chưa đúng. Ví dụ: 14:05.
intake-problem-read-in-future = Lúc đọc lần đầu không thể sau lúc này.
intake-problem-received-in-future = Ngày nhận không thể sau hôm nay.
intake-problem-after-limit = Ngày hẹn sau hạn trả lời; vui lòng chọn ngày sớm hơn.

## Sau khi ghi
notice-intake-received = Đã ghi vào Sổ. Thời hạn và các việc phải làm ở bên dưới.
notice-intake-settled = Đã ghi vào Sổ: giải quyết ngay. QMR và bộ phận liên quan cần được báo lại.
notice-intake-promised = Đã ghi vào Sổ và báo QMR. Hãy trả lời đúng ngày đã hẹn.
notice-intake-appeal = Đã ghi vào Sổ là khiếu nại: chỉ khách hàng hoặc bên đăng ký chứng nhận mới kháng nghị được. Cách gọi của bên khiếu nại vẫn được giữ.

## Phiếu tiếp nhận
intake-slip = Phiếu tiếp nhận
intake-slip-title = Phiếu tiếp nhận { $number }
intake-slip-heading = PHIẾU TIẾP NHẬN KHIẾU NẠI, PHÀN NÀN, KHÁNG NGHỊ
intake-slip-number = Số:
intake-slip-kind = Loại vụ việc
intake-slip-limit = { $day } ({ NUMBER($days) } ngày kể từ ngày nhận, không tính ngày nhận)
intake-slip-to-case = Về vụ việc
intake-slip-promised = Hẹn trả lời
intake-slip-next = Các bước tiếp theo
intake-slip-step-settled = Nội dung đã được giải thích ngay và ghi vào Sổ; QMR và bộ phận liên quan được báo lại.
intake-slip-step-overturned = Nếu QMR thấy cần xem xét thêm, vụ việc được giải quyết tiếp, thời hạn tính từ ngày nhận.
intake-slip-step-assess = Trong { NUMBER($days) } ngày làm việc, vụ việc được xem xét và phân công cán bộ xử lý.
intake-slip-step-progress = Tiến độ được thông báo ít nhất { NUMBER($days) } ngày làm việc một lần.
intake-slip-step-letter = Công văn trả lời được gửi chậm nhất ngày { $limit }.
intake-slip-step-answer = Kết quả được trả lời chậm nhất ngày { $limit }.
intake-slip-step-reject = Nếu không đồng ý với kết quả, có thể gửi ý kiến trong { NUMBER($days) } ngày làm việc để được xem xét lại.
intake-slip-keep = Khi liên hệ về vụ việc này, vui lòng nêu số { $number }.
