### Đưa sổ cũ vào, từng bước trên trang web.

imports-title = Đưa sổ cũ vào
imports-lead = Sổ cũ được đưa vào cả tệp hoặc không dòng nào. Mọi ô của tệp được giữ nguyên văn bên cạnh những gì đã hiểu từ nó.
imports-bring = Mang tệp đến
imports-bring-button = Tải tệp lên
imports-file = Tệp
imports-file-hint = CSV, TSV, XLSX, XLSM, XLSB, XLS hoặc ODS, tối đa 1 GB. Chưa có gì được ghi vào Sổ cho đến bước cuối.
imports-list = Các lần đưa vào
imports-by = Người mang đến
imports-at = Lúc
imports-records = Vụ việc
imports-state = Tình trạng
imports-none = Chưa có sổ cũ nào
imports-none-text = Sổ đã đưa vào và sổ đang làm dở sẽ nằm ở đây.
imports-by-command = Bằng lệnh trên máy chủ
imports-the-machine = Máy chủ
imports-kilobytes = { $size } KB
imports-state-draft = Đang khai cột
imports-state-checking = Đang đọc thử
imports-state-checked = Đã đọc thử
imports-state-entering = Đang đưa vào
imports-state-done = Đã vào Sổ
imports-state-undoing = Đang hoàn tác
imports-state-undone = Đã hoàn tác
imports-state-failed = Không đưa vào được
imports-state-dropped = Đã bỏ

## Khai cột
imports-step-file = 1. Tệp
imports-step-preview = 2. Những dòng đầu
imports-step-columns = 3. Cột
imports-step-words = 4. Chữ trong sổ
imports-format = Loại tệp
imports-format-text = Văn bản có dấu ngăn cách
imports-encoding = Bảng mã
imports-encoding-hint = Để trống: tự nhận ra. Chữ ở những dòng đầu sai thì chọn lại rồi bấm Xem lại.
imports-encoding-fits = { $name } – khớp { $percent } % số tiếng
imports-known-told = đã chọn
imports-known-certain = chắc chắn
imports-known-guessed = đoán theo chữ
imports-delimiter = Dấu ngăn cách
imports-delimiter-comma = Dấu phẩy ,
imports-delimiter-semicolon = Dấu chấm phẩy ;
imports-delimiter-tab = Phím Tab
imports-sheet = Trang tính
imports-header-row = Dòng tiêu đề
imports-header-rows = Số dòng tiêu đề
imports-file-text = Đổi một mục dưới đây thì tệp được mở lại và các cột được đoán lại từ đầu.
imports-columns-text = Mỗi cột là gì? Ngày nhận và Nội dung là bắt buộc. Cột để trống vẫn được giữ nguyên văn cùng vụ việc. Ngày trả lời không bao giờ được đoán: phải chọn.
imports-role-ignored = Không dùng
imports-role-twice = Mục này chỉ chọn được cho một cột.
imports-order = Cách viết ngày
imports-order-hint = Để trống: theo những ngày trong tệp.
imports-order-dmy = ngày/tháng/năm
imports-order-mdy = tháng/ngày/năm
imports-order-ymd = năm/tháng/ngày
imports-none-dates = Chữ có nghĩa là không có ngày
imports-none-dates-hint = Ngăn bằng dấu chấm phẩy, ví dụ: chưa; -
imports-fill-down = Ô gộp theo chiều dọc: lấy giá trị của ô đầu tiên cho các dòng bên dưới
imports-fill-down-hint = Mỗi dòng như vậy được đánh dấu. Nếu không chọn, các ô còn lại được đọc là trống.
imports-words-text = Chữ chưa biết được giữ nguyên và đánh dấu. Chọn nghĩa thì chữ ấy được hiểu ở mọi dòng.
imports-words-none = Không có chữ nào chưa biết.
imports-word-count = { $count ->
   *[other] { NUMBER($count) } dòng ở phần đầu tệp
}
imports-default = Khi sổ không ghi
imports-default-hint = Để trống thì ghi theo mặc định và đánh dấu.
imports-check = Đọc thử cả tệp
imports-look = Xem lại
imports-drop = Bỏ tệp này
imports-refused-text = Chọn lại bảng mã hoặc dòng tiêu đề, hoặc sửa tệp rồi mang đến lần nữa.
imports-open-again = Mở lại

## Đang làm
imports-busy-checking = Đang đọc thử
imports-busy-entering = Đang đưa vào Sổ
imports-busy-undoing = Đang hoàn tác
imports-busy-text = Anh/chị có thể rời trang này và quay lại sau.
imports-progress = Đã đọc { $done } dòng
imports-progress-of = { $done }/{ $whole } dòng

## Kết quả đọc thử
imports-ready = { $rows ->
   *[other] Đọc được { NUMBER($rows) } vụ việc; chưa có gì được ghi.
}
imports-ready-text = Đối chiếu các số dưới đây với số đếm tay rồi đưa vào.
imports-errors-text = Sửa tệp rồi mang đến lại, hoặc khai lại cột. Danh sách lỗi tải được về.
imports-no-rows = Không có dòng nào để đưa vào
imports-too-long = { $rows ->
   *[other] { NUMBER($rows) } dòng là quá nhiều khi mọi người đang làm việc
}
imports-too-long-text = Trên SQLite, mọi người phải chờ trong lúc đưa vào. Hãy dừng trang web rồi chạy phucdap import register trên máy chủ, hoặc dùng PostgreSQL.
imports-enter = Đưa vào Sổ
imports-again = Khai lại cột
imports-totals = Con số
imports-problems = Điều đã thấy
imports-no-problems-text = Mọi dòng đọc được trọn vẹn.
imports-findings = { $count ->
   *[other] { NUMBER($count) } điều
}
imports-place = Ở đâu
imports-severity = Mức
imports-finding = Điều đã thấy
imports-value = Trong tệp
imports-error = Lỗi
imports-warning = Cảnh báo

## Đã vào Sổ
imports-see-register = Xem trong Sổ
imports-undo = Hoàn tác
imports-undo-text = { $records ->
   *[other] { NUMBER($records) } vụ việc ra khỏi Sổ và trả lại số. Việc hoàn tác được ghi lại.
}
imports-undo-built-on = Đã có việc dựa trên sổ này: một vụ việc đi tiếp hoặc được liên kết, một số cùng năm đã cấp sau, hoặc bản tổng hợp năm đã khoá.
imports-not-undone = Không hoàn tác được
imports-undone = Đã hoàn tác
imports-undone-text = { $person } hoàn tác lúc { $at }. Các số đã được trả lại; tệp này đưa vào lại được.
imports-failed = Không đưa vào được; không dòng nào được ghi
imports-failed-storage = Có lỗi khi ghi. Hãy thử lại; nếu vẫn lỗi, báo người quản trị.
imports-failed-file-gone = Tệp đã bị xoá sau hai ngày. Hãy mang đến lần nữa.
imports-failed-known = Tệp này đã ở trong Sổ.
imports-failed-denied = Người mang đến không còn được phép đưa sổ vào.
imports-dropped = Đã bỏ; không dòng nào được ghi
imports-origin = Tệp gốc
imports-size = Cỡ
imports-digest = Mã băm SHA-256

notice-import-brought = Đã nhận tệp. Hãy xem chữ và khai các cột.
notice-import-reopened = Tệp đã được mở lại.
notice-import-checking = Tệp đang được đọc thử.
notice-import-entering = Sổ cũ đang được đưa vào.
notice-import-undoing = Đang hoàn tác.
notice-import-again = Hãy khai lại các cột.
notice-import-dropped = Đã bỏ tệp.
notice-import-not-yet = Chưa đưa vào được: còn lỗi, hoặc quá nhiều dòng.
