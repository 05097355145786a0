## Thư đến
cli-mail-stored = Thư đã vào hộp thư đến: { $id }
cli-mail-known = Thư này đã có trong hộp thư đến: { $id }
cli-mail-empty = Không có thư nào ở đầu vào.
verify-mails = Thư đến

## Trang Hộp thư đến
nav-inbox = Hộp thư đến
inbox-lead = Thư gửi đến địa chỉ của Trung tâm, giữ nguyên như khi đến. Ngày nhận là ngày thư đến, kể cả ban đêm và ngày nghỉ; mỗi thư phải được xử lý trước khi hết ngày làm việc tiếp theo.
inbox-lead-masked = Anh/Chị xem được thư nào đã đến, lúc nào và đã được xử lý ra sao; người gửi và nội dung được che.
inbox-parts = Các phần của hộp thư
inbox-part-waiting = Chờ xử lý
inbox-part-cases = Đã vào vụ việc
inbox-part-set-aside = Đã để riêng
inbox-part-machines = Thư của máy
inbox-part-all = Tất cả
inbox-arrived = Thư đến
inbox-sender = Người gửi
inbox-subject = Tiêu đề
inbox-state = Tình trạng
inbox-files = { $count ->
   *[other] { NUMBER($count) } tệp đính kèm
}
inbox-nothing = Không có thư nào ở đây
inbox-nothing-text = Thư mới hiện ra ở đây ngay khi đến.
inbox-no-subject = (không có tiêu đề)
inbox-no-sender = (không rõ người gửi)
inbox-masked = Được che
mail-state-new = Chờ xử lý
mail-state-case = Đã lập vụ việc
mail-state-joined = Đã nhập vào vụ việc
mail-state-set-aside = Đã để riêng
mail-state-automatic = Không cần xử lý
mail-state-bounce = Chờ liên hệ cách khác
mail-state-reached = Đã liên hệ cách khác
mail-kind-reply = Thư trả lời tự động
mail-kind-notice = Thông báo tự động
mail-kind-generated = Do máy gửi
mail-kind-bounce = Báo không gửi được
mail-kind-delayed = Báo gửi chậm
mail-ground-spam = Thư rác
mail-ground-enquiry = Thư hỏi thông tin, không phải khiếu nại
mail-ground-other = Lý do khác
mail-way-command = Máy chủ thư chuyển đến
mail-way-maildir = Lấy từ thư mục maildir
mail-way-imap = Lấy qua IMAP
mail-suggested-number = tiêu đề thư ghi số này; ai cũng ghi được
mail-suggested-thread = thư trước của người này thuộc vụ việc này
mail-suggested-sender = bên khiếu nại đã cho địa chỉ thư này

## Một thư
mail-words = Nội dung thư
mail-from = Từ
mail-to = Gửi đến
mail-answer-to = Trả lời về
mail-sent = Ngày ghi trong thư
mail-arrived-at = Đến lúc
mail-case = Vụ việc
mail-due = Hạn xử lý
mail-no-words = Thư không có chữ nào.
mail-quoted = Phần trích thư trước
mail-formatted = Xem bản có định dạng
mail-formatted-text = Ảnh và nội dung từ nơi khác không được tải.
mail-files = Tệp đính kèm
mail-inside = Mở thư
mail-inside-of = Thư nằm trong thư
mail-header-only = Thư quá lớn hoặc quá nhiều lớp: chỉ phần đầu được đọc, nội dung ở dưới để nguyên như khi đến. Bản gốc tải về được.
mail-as-it-came = Không đọc được dữ liệu này như một bức thư. Nội dung ở dưới để nguyên như khi đến.
mail-twins = { $count ->
   *[other] Có { NUMBER($count) } thư khác mang cùng mã Message-ID:
}
mail-hidden = Người gửi và nội dung thư này được che với Anh/Chị (S12).
mail-raw = Bản gốc
mail-raw-download = Tải bản gốc
mail-raw-text = Giữ nguyên từng byte như khi đến.
mail-size = Dung lượng
mail-size-bytes = { $count ->
   *[other] { NUMBER($count) } byte
}
mail-digest = Mã băm SHA-256
mail-way = Đường đến
mail-stored-at = Lưu lúc
mail-message-id = Message-ID

## Xử lý thư
mail-deeds = Xử lý thư này
mail-make-case = Lập vụ việc từ thư này
mail-make-case-text = Mở đơn tiếp nhận đã điền sẵn người gửi, ngày nhận, nội dung và tệp của thư.
mail-join = Nhập vào vụ việc đã có
mail-join-text = Vụ việc nhận nội dung và tệp của thư, tính từ ngày thư đến.
mail-join-number = Số vụ việc
mail-join-to = Nhập vào { $number }
mail-set-aside = Để riêng
mail-set-aside-text = Thư vẫn được giữ, và lấy lại được bất cứ lúc nào.
mail-reason = Lý do
mail-reason-words = Ghi chú
mail-reason-words-hint = Bắt buộc khi chọn lý do khác.
mail-take-back = Lấy lại để xử lý
mail-take-back-text = Thư trở lại danh sách chờ xử lý với hạn cũ.
mail-reached = Đã liên hệ cách khác
mail-reached-text = Thư của Trung tâm không đến nơi. Hãy gọi điện, gửi bưu điện hoặc tìm địa chỉ khác, rồi ghi lại ở đây. Văn bản nào bị trả lại thì ghi thêm ở trang vụ việc.
mail-reached-words = Đã liên hệ thế nào, kết quả ra sao
mail-done-case = Thư này đã thành vụ việc { $number }. Nếu lập nhầm, mở vụ việc và đề nghị huỷ ghi sổ: số vẫn giữ, lý do được ghi lại.
mail-done-joined = Thư này đã thuộc vụ việc { $number }. Điều vụ việc đã nhận không xoá được; nếu nhập nhầm, ghi một chứng cứ nói rõ ở vụ việc đó, rồi tiếp nhận nội dung này thành vụ việc đúng của nó.
mail-done-automatic = Thư do máy gửi, không ai phải trả lời và không làm thời hạn nào chạy hay dừng. Nếu trong thư có khiếu nại của một người, hãy lập vụ việc.
mail-done-reached = Việc liên hệ cách khác đã xong.
mail-nothing-to-do = Anh/Chị không xử lý thư này.
mail-past = Đã làm gì với thư này
mail-deed-arrived = Thư đến và được lưu
mail-deed-make-case = Lập vụ việc { $number }
mail-deed-join = Nhập vào vụ việc { $number }
mail-deed-set-aside = Để riêng: { $reason }
mail-deed-take-back = Lấy lại để xử lý
mail-deed-reached = Đã liên hệ cách khác
notice-mail-joined = Thư đã vào vụ việc.
notice-mail-set-aside = Thư đã để riêng.
notice-mail-taken-back = Thư trở lại danh sách chờ xử lý.
notice-mail-reached = Đã ghi việc liên hệ.
intake-from-mail = Từ thư của { $sender }
intake-from-mail-text = Đơn đã điền sẵn từ thư. Khi ghi vào Sổ, bản gốc của thư và { $count } tệp của thư thành tài liệu của vụ việc.
intake-from-mail-open = Xem lại thư
act-sort-mail = Xử lý thư đến
act-reach-otherwise = Liên hệ cách khác vì thư không đến nơi
look-inbox = Hộp thư đến
mail-suggested-answer = trả lời thư của Trung tâm trong vụ việc này
mail-deed-told = Đã báo người gửi là thư đã đến
notice-mail-joined-earlier = Thư đã vào vụ việc. Thư đến trước ngày tiếp nhận đã ghi: hãy sửa ngày tiếp nhận ở trang vụ việc.

## Báo người gửi rằng thư đã đến
arrival-notice-subject = Đã nhận được thư của Anh/Chị
arrival-notice-text =
    Kính gửi Anh/Chị,

    Thư của Anh/Chị đã đến { $organisation } lúc { $at }. Cán bộ tiếp nhận sẽ xem thư chậm nhất là hết ngày làm việc tiếp theo. Nếu đây là khiếu nại, phàn nàn hoặc kháng nghị, Anh/Chị sẽ nhận được số hồ sơ và thời hạn trả lời; thời hạn được tính từ ngày thư đến.

    Thư này được gửi tự động. Muốn bổ sung, Anh/Chị trả lời chính thư này.

## Các hộp thư được lấy về (trang Quản trị)
mail-sources = Nơi lấy thư về
mail-sources-none = Chưa lấy thư từ hộp thư nào. Cách khai báo có trong docs/mail.md.
mail-source-well = Lấy được lần cuối { $at }
mail-source-never = Chưa lấy được lần nào
mail-source-failed = Lỗi lúc { $at }
