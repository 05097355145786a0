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
