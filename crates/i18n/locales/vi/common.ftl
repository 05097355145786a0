### Những từ có mặt trên mọi trang.

-product = Phúc Đáp

product-name = { -product }
product-purpose = Giải quyết khiếu nại, phàn nàn, kháng nghị
language-name = Tiếng Việt
language-switch = Ngôn ngữ
page-title = { $page } – { -product }

## Khung trang
skip-to-content = Đến nội dung chính
menu = Danh mục
main-navigation = Điều hướng chính
breadcrumbs = Đường dẫn
account-menu = Tài khoản
sign-in = Đăng nhập
sign-out = Đăng xuất
sign-out-of = Đăng xuất khỏi { -product }
theme = Giao diện
theme-light = Sáng
theme-dark = Tối
theme-auto = Theo máy
quick-search = Tìm trong sổ
quick-search-hint = Số vụ việc, tên, nội dung
keyboard-shortcuts = Phím tắt

nav-work = Việc của tôi
nav-intake = Tiếp nhận
nav-register = Sổ
nav-corrective = Khắc phục – phòng ngừa
nav-year = Tổng hợp năm
nav-letters = Công văn
nav-admin = Quản trị
nav-procedure = Quy trình

## Hành động
save = Lưu
save-changes = Lưu thay đổi
cancel = Huỷ bỏ
confirm = Xác nhận
back = Quay lại
continue-button = Tiếp tục
close-button = Đóng
open-button = Mở
edit = Sửa
add = Thêm
remove = Bỏ
delete = Xoá
search = Tìm
filter = Lọc
filters-clear = Bỏ lọc
print = In
download = Tải về
export-csv = Xuất CSV
export-xlsx = Xuất XLSX
show-more = Xem thêm
why-this-date = Vì sao là ngày này?
why-not-allowed = Vì sao không làm được?
yes = Có
no = Không
none = Không có
unknown = Chưa rõ
all = Tất cả
or = hoặc

## Bảng
table-empty = Không có dòng nào
table-first = Về đầu
table-next = Trang sau
table-previous = Trang trước
table-pages = Chuyển trang
table-sort-by = Sắp xếp theo { $column }
table-sorted-up = đang xếp tăng dần
table-sorted-down = đang xếp giảm dần
table-rows = { NUMBER($rows) } dòng
table-rows-at-least = trên { NUMBER($rows) } dòng

## Biểu mẫu
form-required = bắt buộc
form-optional = không bắt buộc
form-choose = – Chọn –
form-errors-title = { $errors ->
   *[other] Có { $errors } chỗ cần sửa. Những gì đã nhập vẫn còn.
}
form-file-hint = Tối đa { $size } mỗi tệp.
form-files-kept = Tệp đã nhận
date-picker = Chọn ngày
form-date-hint = ngày/tháng/năm
form-typed-kept = Nội dung đã nhập được giữ nguyên.
form-characters-at-most = Tối đa { NUMBER($count) } ký tự.

field-missing = Cần điền mục này.
field-too-long = Dài quá { NUMBER($count) } ký tự.
field-not-a-date = Đây không phải là một ngày. Ví dụ đúng: 02/03/2026.
field-choose-one = Cần chọn một mục.

## Thời hạn: luôn có biểu tượng và chữ, không chỉ màu
due-on-time = Trong hạn
due-soon = Sắp đến hạn
due-late = Quá hạn
due-none = Không có hạn
due-done = Đã xong
due-provisional = Ngày tạm tính
due-date = Hạn { $date }

## Thông báo
notice-saved = Đã lưu.
notice-success = Đã xong
notice-warning = Lưu ý
notice-danger = Không thực hiện được
notice-info = Thông tin
step-done = đã qua
step-now = đang ở đây
step-ahead = chưa đến
rule-behind = Theo { $rule }
demo-banner = Bản chạy thử: mọi người và vụ việc ở đây đều là hư cấu.
