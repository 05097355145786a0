### Sổ đăng ký văn bản.

letters-number = Số, ký hiệu văn bản
letters-date = Ngày tháng văn bản
letters-summary = Tên loại và trích yếu
letters-signer = Người ký
letters-recipient = Nơi nhận văn bản
letters-kept-by = Đơn vị, người nhận bản lưu
letters-copies-count = Số lượng bản
letters-dispatched = Ngày chuyển
letters-receipt = Ký nhận
letters-note = Ghi chú
letters-arrived = Ngày đến
letters-incoming-number = Số đến
letters-author = Tác giả
letters-their-number = Số, ký hiệu văn bản
letters-for = Đơn vị hoặc người nhận
letters-passed-on = Ngày chuyển
letters-case = Vụ việc
letters-incoming = Văn bản đến
letters-outgoing = Văn bản đi
letters-none = Chưa có văn bản nào
letters-none-text = Công văn được ghi vào đây khi văn thư vào số.
letters-handling = Theo dõi giải quyết
letters-postal = Gửi bưu điện
letters-xml = XML và PDF (Phụ lục VI)

## Ghi số văn bản đi ngoài vụ việc
letters-enter = Ghi số
letters-enter-title = Ghi số văn bản đi ngoài vụ việc
letters-enter-lead = Số văn bản đi chạy liên tục trong năm. Số dùng cho văn bản khác hoặc bị huỷ được ghi ở đây để sổ không khuyết.
letters-entry-number = Số
letters-entry-symbol = Ký hiệu
letters-entry-voided = Số bị huỷ, không dùng cho văn bản nào
letters-entry-note = Ghi chú; với số bị huỷ, lý do
notice-outgoing-entered = Đã ghi số vào sổ.
letters-entry-unless-void = Bỏ trống được khi số bị huỷ.
letters-entry-sure = Đúng như vậy, vẫn ghi
