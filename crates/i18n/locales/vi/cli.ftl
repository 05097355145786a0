### Dòng lệnh: những gì chương trình nói ra màn hình của máy chủ.

cli-serving = { -product } đang chạy tại { $address }
cli-set-up-here = Chưa thiết lập: mở địa chỉ trên để khai báo tổ chức và người quản trị đầu tiên.
cli-set-up-token = Mã thiết lập (cần khi mở từ máy khác): { $token }
cli-not-set-up = Chưa thiết lập tổ chức. Chạy `phucdap init` hoặc mở trang web lần đầu.
cli-already-set-up = Tổ chức đã được thiết lập từ trước; không có gì thay đổi.
cli-set-up-done = Đã thiết lập { $organisation }; người quản trị đăng nhập bằng { $login }.
cli-password-once = Mật khẩu của { $login }, chỉ hiện một lần này: { $password }
cli-password-set = Đã đặt mật khẩu mới cho { $login }.
cli-user-added = Đã thêm { $name } ({ $login }).
cli-user-unknown = Không có tài khoản { $login }.
cli-role-unknown = Không có vai trò { $role }. Các vai trò: { $roles }
cli-unit-unknown = Không có bộ phận { $unit }.
cli-user-login = Đăng nhập
cli-user-name = Họ và tên
cli-user-position = Chức vụ
cli-user-roles = Vai trò
cli-user-closed = (đã đóng)
cli-wrong-field = { $field }: { $problem }
cli-denied = Không được phép.
cli-not-found = Không tìm thấy.

## Kiểm tra
verify-title = Kiểm tra toàn bộ dữ liệu
verify-histories = Lịch sử đã gấp lại từ đầu
verify-events = Dòng lịch sử, kèm mắt xích băm
verify-cases = Vụ việc
verify-open-cases = Trong đó đang mở
verify-corrective-actions = Hành động khắc phục, phòng ngừa
verify-year-books = Bản tổng hợp năm
verify-obligations = Việc phải làm đang lưu
verify-texts = Đoạn văn bản
verify-erased-texts = Trong đó đã xoá nội dung
verify-files = Tệp
verify-letters = Công văn đã vào số
verify-numbers-of-year = Số trong Sổ năm { $year }
verify-digest = Mã băm của toàn bộ dữ liệu
verify-clean = Không có sai khác.
verify-differences = { $count ->
   *[other] Có { NUMBER($count) } sai khác:
}
verify-waits = Lịch hoặc cài đặt vừa đổi, thời hạn đang chờ tính lại nên lần này chưa đối chiếu việc phải làm.
verify-what-chain = Đứt chuỗi băm
verify-what-unreadable = Không đọc được lịch sử
verify-what-state = Trạng thái khác với lịch sử
verify-what-row = Dòng trong Sổ khác với lịch sử
verify-what-subjects = Nội dung khác với lịch sử
verify-what-people = Người liên quan khác với lịch sử
verify-what-obligations = Việc phải làm khác với quy trình
verify-what-search = Từ tìm kiếm khác với nội dung đã ghi
verify-what-text = Văn bản thiếu hoặc đã bị đổi
verify-what-file = Tệp thiếu hoặc đã bị đổi
verify-what-number = Số thiếu hoặc trùng
verify-what-letter = Công văn không có trong sổ văn bản đi
verify-what-link = Liên kết khắc phục khác với lịch sử
verify-what-orphan = Có dữ liệu mà không có lịch sử

## Thời hạn
deadline-received = Nhận ngày { $received }

## Đưa sổ cũ vào
import-problems = Điều đã thấy khi đọc tệp
import-row = dòng { $row }
import-rows = các dòng { $rows }
import-column = cột { $column }
import-file = cả tệp
import-times = { NUMBER($count) } ô
import-times-rows = { NUMBER($count) } dòng
import-progress-read = đã đọc { NUMBER($count) } dòng
import-progress-entered = đã đưa vào { NUMBER($count) } dòng
import-see-row = xem dòng { $row }
import-no-problems = Không có gì đáng lưu ý.
import-stopped = { $count ->
   *[other] Có { NUMBER($count) } lỗi: không dòng nào được đưa vào.
}
import-dry-run = Mới chỉ xem: chưa có gì được ghi.
import-done = { $records ->
   *[other] Đã đưa vào Sổ { NUMBER($records) } vụ việc.
}
import-numbers = Năm { $year }: từ số { $first } đến số { $last }
import-before = Tệp này đã được đưa vào từ trước; không có gì được ghi thêm.
import-mapping-guessed = Bản khai cột đoán được (lưu thành tệp .toml, sửa rồi dùng với --map):
import-assumed = { $count ->
   *[other] { NUMBER($count) } dòng không rõ { $what }: ghi là “{ $value }” và đánh dấu
}
import-assumed-kind = loại
import-assumed-channel = hình thức
import-assumed-subject = nhóm nội dung
import-total-rows = Dòng đã đọc
import-total-flagged = Dòng có cảnh báo
import-total-sent = Đã chuyển đi
import-total-answered = Đã trả lời
import-total-closed = Đã đóng
import-total-sent-late = Chuyển đi sau 30 ngày
import-total-answered-late = Trả lời sau 30 ngày
import-total-closed-late = Đóng sau 30 ngày
import-total-year = Nhận năm { $year }
import-unknown = chưa rõ
import-unsaid = sổ không ghi

## Bản chạy thử
demo-playing = Đang dựng một năm hoạt động của một trung tâm hư cấu…
demo-ready = { $cases ->
   *[other] Đã dựng { NUMBER($cases) } vụ việc. Mọi người trong bản chạy thử dùng chung mật khẩu { $password }
}

## Văn bản mẫu
papers-written = Đã ghi { NUMBER($count) } tệp vào { $folder }
