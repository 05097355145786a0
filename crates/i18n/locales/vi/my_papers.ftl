### Tài liệu của tôi: các bản in dài được làm riêng, xem tiến độ và tải về sau.

my-papers-title = Tài liệu của tôi
my-papers-lead = Bản in dài được làm riêng trong lúc anh/chị làm việc khác. Tệp được giữ hai ngày rồi xoá.
my-papers-name = Tài liệu
my-papers-asked = Yêu cầu lúc
my-papers-state = Trạng thái
my-papers-none = Chưa có tài liệu nào
my-papers-none-text = Sổ dài, hồ sơ vụ việc và báo cáo anh/chị yêu cầu sẽ nằm ở đây.
my-papers-waiting = Đang chờ
my-papers-making = Đang làm
my-papers-making-of = Đang làm: { $done }/{ $of }
my-papers-making-some = Đang làm: đã đọc { $done } dòng
my-papers-done = Đã xong
my-papers-failed = Không làm được
my-papers-failed-text = Có lỗi khi làm tài liệu. Hãy thử lại; nếu vẫn lỗi, báo người quản trị.
my-papers-download = Tải về
my-papers-refresh = Xem lại
papers-given-up = Đã thử ba lần mà không làm được. Hãy báo người quản trị.
notice-paper-asked = Đã nhận yêu cầu. Tài liệu dài được làm riêng; anh/chị có thể rời trang này.
