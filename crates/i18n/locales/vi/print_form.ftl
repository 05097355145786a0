### Mẫu in: đơn tại quầy và phiếu theo dõi vụ việc.

print-form-number = Số
print-form-qr = Mã QR của số vụ việc { $number }
print-form-sign-here = (Ký, ghi rõ họ tên)

## Đơn tại quầy (ISO 10002, Phụ lục C)
complaint-form = Đơn khiếu nại, phàn nàn, kháng nghị
complaint-form-blank = Mẫu đơn để in (PDF)
complaint-form-lead = Điền vào chỗ trống, hoặc nói để cán bộ tiếp nhận ghi giúp. Không cần bản sao giấy tờ tuỳ thân.
complaint-form-who = 1. Bên khiếu nại
complaint-form-name = Họ tên hoặc tên tổ chức
complaint-form-representative = Người đại diện (kèm giấy uỷ quyền)
complaint-form-address = Địa chỉ nhận trả lời
complaint-form-phone = Điện thoại
complaint-form-email = Thư điện tử
complaint-form-what = 2. Việc khiếu nại
complaint-form-kind = Loại
complaint-form-decision = Chứng chỉ, quyết định, sản phẩm hoặc hợp đồng liên quan
complaint-form-on = Ngày xảy ra
complaint-form-content = Nội dung
complaint-form-remedy = 3. Đề nghị giải quyết
complaint-form-wants = Có đề nghị biện pháp cụ thể
complaint-form-yes = Có
complaint-form-no = Không
complaint-form-wanted = Đề nghị
complaint-form-enclosed = 4. Tài liệu kèm theo
complaint-form-list = Liệt kê
complaint-form-office = Phần của nơi tiếp nhận
complaint-form-received = Ngày, giờ nhận
complaint-form-receiver = Người tiếp nhận
complaint-form-number = Số vụ việc
complaint-form-limit = Hạn trả lời
complaint-form-signer = Bên khiếu nại

## Phiếu theo dõi (ISO 10002, Phụ lục E)
follow-up = Phiếu theo dõi vụ việc
follow-up-receipt = 1. Tiếp nhận
follow-up-incoming = Số đến
follow-up-party = 2. Bên khiếu nại
follow-up-forwarded = Chuyển đến từ
follow-up-problem = 3. Sự việc
follow-up-happened = Ngày xảy ra
follow-up-recurrent = Lặp lại
follow-up-assessment = 4. Đánh giá ban đầu
follow-up-severity = Mức độ nghiêm trọng
follow-up-safety = Liên quan an toàn
follow-up-resolution = 5. Giải quyết
follow-up-tracking = 6. Theo dõi
follow-up-action = Việc
follow-up-date = Ngày
follow-up-name = Người thực hiện
follow-up-remarks = Ghi chú
follow-up-acknowledged = Đã xác nhận tiếp nhận
follow-up-assessed = Đã đánh giá
follow-up-investigated = Đã xác minh
follow-up-resolved = Đã kết luận
follow-up-informed = Đã thông báo kết quả
follow-up-corrected = Đã khắc phục
follow-up-verified = Đã kiểm tra hiệu lực
follow-up-closed = Đã kết thúc
follow-up-yes = Có
follow-up-no = Không
