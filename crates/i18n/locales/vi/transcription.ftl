### Việc đưa sổ cũ vào: điều gì đã thấy ở dòng nào, và vì sao một tệp không mở được.

## Lỗi: dừng cả tệp
transcription-problem-required-column-unmapped = Chưa cho biết cột nào là cột bắt buộc này
transcription-problem-mapped-column-missing = Tệp không có cột mà bản khai cột nêu tên
transcription-problem-duplicate-header = Tiêu đề này đứng trên hai cột trở lên; hãy chỉ cột bằng chữ cái, ví dụ [C]
transcription-problem-ambiguous-date-order = Không rõ số nào là ngày, số nào là tháng; hãy ghi order = "dmy" hoặc "mdy" dưới [dates]
transcription-problem-contradictory-date-order = Có ngày chỉ đọc được theo ngày trước, có ngày chỉ đọc được theo tháng trước
transcription-problem-no-rows = Dưới dòng tiêu đề không có dòng nào
transcription-problem-received-missing = Không có ngày nhận
transcription-problem-unreadable-date = Không đọc được ngày
transcription-problem-too-many-cells = Dòng có nhiều ô hơn tiêu đề; có lẽ thừa một dấu ngăn cách

## Cảnh báo: vẫn đưa vào, có đánh dấu
transcription-problem-answered-before-received = Trả lời trước ngày nhận
transcription-problem-sent-before-received = Chuyển đi trước ngày nhận
transcription-problem-closed-before-received = Đóng trước ngày nhận
transcription-problem-limit-before-received = Thời hạn trước ngày nhận
transcription-problem-future-date = Ngày ở tương lai
transcription-problem-implausible-date = Ngày khó tin, có lẽ chỉ ghi cho đủ
transcription-problem-time-cut = Chỉ lấy ngày, bỏ phần giờ; giờ vẫn còn trong ô gốc
transcription-problem-zone-ignored = Giờ có ghi múi giờ; ngày được lấy đúng như đã ghi
transcription-problem-two-digit-year = Năm chỉ có hai chữ số
transcription-problem-serial-date = Con số được hiểu là số ngày đếm của bảng tính
transcription-problem-unknown-channel = Chưa biết hình thức này; giữ nguyên chữ
transcription-problem-unknown-kind = Chưa biết loại này; giữ nguyên chữ
transcription-problem-unknown-subject = Chưa biết điều này thuộc nhóm nội dung nào; giữ nguyên chữ
transcription-problem-summary-empty = Không có nội dung
transcription-problem-old-number-repeated = Số cũ này đã có ở một dòng trước
transcription-problem-row-repeated = Giống hệt một dòng trước
transcription-problem-short-row = Dòng có ít ô hơn tiêu đề
transcription-problem-spreadsheet-error = Ô này chứa lỗi của bảng tính
transcription-problem-nul-replaced = Ký tự không lưu được đã thay bằng dấu �
transcription-problem-encoding-guessed = Bảng mã của tệp được đoán từ chữ trong tệp; hãy xem lại chữ có đúng không
transcription-problem-marks-composed = Chữ trong tệp có dấu viết rời (Unicode tổ hợp), đã ghép lại thành chữ dựng sẵn
transcription-problem-old-font = Cột viết bằng phông chữ cũ (TCVN3, VNI, VISCII), đã chuyển sang Unicode; hãy xem lại chữ có đúng không
transcription-problem-sheet-left-out = Trang tính này có dữ liệu nhưng không được đọc
transcription-problem-hidden-sheet-left-out = Trang tính bị ẩn này có dữ liệu nhưng không được đọc
transcription-problem-very-hidden-sheet-left-out = Trang tính này bị ẩn kỹ (không hiện lại được từ trình đơn của Excel), có dữ liệu nhưng không được đọc
transcription-problem-hidden-sheet-read = Trang tính được đọc là trang đang bị ẩn
transcription-problem-hidden-row = Dòng bị ẩn trong bảng tính, vẫn được đọc như mọi dòng khác
transcription-problem-hidden-column = Cột bị ẩn trong bảng tính, vẫn được đọc như mọi cột khác
transcription-problem-merged-cells = Có ô gộp: giá trị chỉ nằm ở ô đầu tiên của mỗi vùng
transcription-problem-merged-cell = Ô gộp với ô khác: giá trị chỉ nằm ở ô đầu tiên, các ô còn lại được đọc là trống
transcription-problem-merged-cell-filled = Ô gộp với ô phía trên: đã lấy giá trị của ô đầu tiên, theo bản khai cột
transcription-problem-unnamed-column = Cột không có tiêu đề nhưng có dữ liệu
transcription-problem-unused-header-repeated = Hai cột trở lên có cùng tiêu đề; không cột nào được dùng
transcription-problem-answer-date-not-taken = Cột này có vẻ là ngày trả lời. Ngày trả lời không bao giờ được đoán: nếu đúng, hãy chọn “Ngày trả lời” cho cột này (answered trong bản khai cột)

## Tệp không mở được
transcription-refused-empty = Tệp trống
transcription-refused-too-large = Tệp quá lớn
transcription-refused-not-a-table = Tệp không phải là bảng CSV hay bảng tính
transcription-refused-web-page = Tệp là trang web hoặc XML mang tên bảng tính; hãy mở bằng chương trình bảng tính và lưu thành .xlsx
transcription-refused-password-protected = Bảng tính có mật khẩu; hãy bỏ mật khẩu rồi làm lại
transcription-refused-damaged = Bảng tính bị hỏng
transcription-refused-no-such-sheet = Không có trang tính này
transcription-refused-no-such-header-row = Không có dòng này để làm tiêu đề
transcription-refused-unknown-encoding = Không nhận ra bảng mã của tệp ; hãy chọn bảng mã, hoặc chuyển sang Unicode rồi làm lại
transcription-refused-broken-utf8 = Tệp dùng UTF-8 nhưng có dòng bị hỏng
transcription-refused-no-such-encoding = Không có bảng mã tên này
transcription-refused-not-in-encoding = Tệp không viết bằng bảng mã đã nêu
transcription-refused-unclosed-quote = Có dấu ngoặc kép mở mà không đóng

transcription-mapping-unreadable = Không đọc được bản khai cột

## Vai trò của cột
transcription-role-received = Ngày nhận
transcription-role-number = Số cũ
transcription-role-kind = Loại
transcription-role-channel = Hình thức
transcription-role-subject = Nhóm nội dung
transcription-role-unit = Bộ phận liên quan
transcription-role-complainant = Bên khiếu nại
transcription-role-summary = Nội dung
transcription-role-limit = Thời hạn
transcription-role-sent = Ngày chuyển đi
transcription-role-answered = Ngày trả lời
transcription-role-closed = Ngày đóng
transcription-role-outcome = Kết quả
