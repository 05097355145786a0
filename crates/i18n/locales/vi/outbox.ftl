### Thư điện tử gửi đi: lời của thư, và trang theo dõi thư gửi đi.

outbox-subject = [{ $number }] { $subject }
outbox-official = Văn bản chính thức là tệp gửi kèm thư này.
outbox-on-portal = Có nội dung mới trên trang tra cứu
outbox-on-portal-text = { $organisation } vừa gửi nội dung mới về vụ việc số { $number }. Ông/Bà (Quý đơn vị) xem trên trang tra cứu, bằng số vụ việc và mã tra cứu đã được cấp.
outbox-answer = Khi trả lời, xin giữ nguyên mã số trong ngoặc vuông ở tiêu đề thư để hồ sơ được cập nhật đúng.

## Việc phải làm
act-settle-mail = Xử lý thư chưa đến nơi
look-outbox = Thư gửi đi

## Trang theo dõi
outbox-title = Thư gửi đi
outbox-lead = Mỗi thư được gửi đúng một lần. Thư chưa gửi được sẽ tự gửi lại trong ba ngày; sau đó phải có người quyết định.
outbox-not-configured = Chưa khai báo máy chủ thư: thư nằm chờ tại đây.
outbox-not-configured-text = Người vận hành khai báo PHUCDAP_SMTP_URL và PHUCDAP_MAIL_FROM rồi khởi động lại. Thư chờ quá ba ngày không tự gửi nữa, vì có thể đã được gửi bằng cách khác.
outbox-empty = Không có thư nào
outbox-empty-text = Không có thư nào ở tình trạng này.
outbox-mail = Thư
outbox-to = Người nhận
outbox-enqueued = Vào hàng đợi
outbox-what = Diễn biến
outbox-address-kept = tên miền { $domain }
outbox-sent-at = Đã chuyển cho máy chủ thư lúc { $at }
outbox-next-try = Lần gửi kế tiếp: { $at }
outbox-said = Máy chủ trả lời: { $answer }
outbox-returned = Thư bị trả lại lúc { $at }: { $why }
outbox-decided = { $name } quyết định lúc { $at }
outbox-decide = Quyết định
outbox-again = Gửi lại
outbox-give-up = Thôi không gửi
outbox-was-sent = Máy chủ đã nhận thư này
outbox-was-sent-hint = Chọn khi nhật ký của máy chủ thư cho thấy đã nhận thư.
outbox-reason = Lý do
outbox-unsure-text = Kết nối đứt sau khi thư được chuyển xong mà máy chủ chưa kịp trả lời. Xem nhật ký máy chủ thư trước khi gửi lại, để người nhận không nhận hai lần.
outbox-suppressed-list = Địa chỉ không gửi nữa
outbox-suppressed-none = Không có địa chỉ nào.
outbox-no-address = Không có địa chỉ thư điện tử dùng được.
outbox-needless = Việc đã xong trước khi gửi.
outbox-too-old = Đã chờ quá ba ngày.
outbox-no-smtputf8 = Máy chủ thư không nhận địa chỉ có chữ ngoài bảng chữ cái tiếng Anh.
outbox-no-answer = Máy chủ thư không trả lời kịp.
outbox-stopped = Phần mềm bị dừng trước khi máy chủ thư trả lời.
outbox-claim-lost = Việc gửi bị gián đoạn và được làm lại từ đầu.
outbox-failed-here = Lỗi ở phía máy của đơn vị; nhật ký ghi rõ lỗi gì.
outbox-unwritable = Không đưa được thư về dạng để gửi đi; nhật ký ghi rõ lý do.
outbox-cannot-compose = Không soạn được thư: { $why }
outbox-check = Không có thư gửi đi nào chờ quyết định
outbox-of-case = Thư điện tử đã gửi

## Tình trạng
outbox-state-queued = Chờ gửi
outbox-state-sending = Đang gửi
outbox-state-sent = Đã gửi
outbox-state-failed = Không gửi được
outbox-state-suppressed = Không gửi: địa chỉ đã bị chặn
outbox-state-unsure = Chưa rõ đã gửi hay chưa
outbox-state-given-up = Thôi không gửi
outbox-why-bounced = Thư gửi tới đã bị trả lại
outbox-why-asked = Người nhận đề nghị không gửi

## Thư để làm gì
outbox-purpose-letter = Công văn
outbox-purpose-acknowledgement = Thông báo đã tiếp nhận
outbox-purpose-promise = Hẹn trả lời
outbox-purpose-progress = Thông báo tiến độ
outbox-purpose-extension = Thông báo gia hạn
outbox-purpose-to-client = Gửi khách hàng được chứng nhận
outbox-purpose-arrival-notice = Báo đã nhận thư
outbox-purpose-message = Thư trao đổi
outbox-purpose-portal = Thư của cổng tiếp nhận
outbox-purpose-reminder = Nhắc việc
outbox-purpose-digest = Tổng hợp nhắc việc
outbox-purpose-notice = Thông báo của hệ thống
