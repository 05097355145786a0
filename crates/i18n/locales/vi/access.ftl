### Vào hệ thống: thiết lập lần đầu, đăng nhập.

access-sign-in-title = Đăng nhập
access-login = Tên đăng nhập
access-password = Mật khẩu
access-wrong = Tên đăng nhập hoặc mật khẩu không đúng.
access-too-many = Đã thử quá nhiều lần. Vui lòng đợi 15 phút rồi thử lại.
access-demo-title = Vào thử với vai
access-demo-text = Đây là bản chạy thử với một trung tâm hư cấu. Bấm vào một người để vào hệ thống với vai của người đó.

access-setup-title = Thiết lập lần đầu
access-setup-text = Khai báo tổ chức và người quản trị đầu tiên. Mọi thông tin đều sửa được về sau.
access-setup-organisation-part = Tổ chức
access-setup-administrator-part = Người quản trị
access-setup-parent = Cơ quan chủ quản
access-setup-parent-hint = In ở dòng trên cùng bên trái của công văn, nếu có.
access-setup-organisation = Tên tổ chức
access-setup-organisation-hint = Ghi đầy đủ như trên con dấu.
access-setup-symbol = Chữ viết tắt trong số, ký hiệu văn bản
access-setup-symbol-hint = Ví dụ: TTCN
access-setup-place = Địa danh
access-setup-place-hint = Ghi trước ngày tháng của công văn, ví dụ: Hà Nội
access-setup-name = Họ và tên
access-setup-password-hint = Ít nhất 10 ký tự.
access-setup-token = Mã thiết lập
access-setup-token-hint = In trên màn hình của máy chủ khi khởi động; không cần khi truy cập từ chính máy chủ.
access-setup-submit = Thiết lập

failure-not-found = Không tìm thấy trang này
failure-not-found-text = Trang không có, hoặc không dành cho vai trò của Anh/Chị.
failure-denied = Không có quyền
failure-denied-text = Việc này không thuộc quyền hạn của Anh/Chị.
failure-refused = Quy trình không cho phép
failure-overtaken = Đã có người xử lý trước
failure-overtaken-text = Vụ việc vừa được người khác cập nhật. Vui lòng mở lại trang để xem nội dung mới nhất.
failure-key-reused = Biểu mẫu này đã được gửi với nội dung khác
failure-key-reused-text = Lần gửi trước đã được ghi nhận. Vui lòng mở lại trang rồi thực hiện tiếp.
failure-invalid = Nội dung chưa hợp lệ
failure-storage = Hệ thống đang gặp sự cố
failure-storage-text = Chưa có gì được ghi. Vui lòng thử lại sau ít phút; nếu vẫn lỗi, hãy báo người quản trị.
failure-expired = Phiên làm việc đã hết hạn
failure-expired-text = Biểu mẫu không được nhận vì phiên làm việc đã kết thúc. Vui lòng quay lại trang trước, đăng nhập và gửi lại.
failure-home = Về trang chính
