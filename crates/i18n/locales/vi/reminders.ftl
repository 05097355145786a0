### Nhắc việc, báo lên cấp trên, lịch riêng của mỗi người.

reminders-title = Nhắc việc
reminders-lead = Việc được nhắc trước hạn, đúng hạn và khi quá hạn; việc quá hạn được báo lên cấp trên. Việc làm xong thì thôi nhắc.
reminders-matter = Vụ việc
reminders-duty = Việc phải làm
reminders-due = Hạn
reminders-why = Lý do nhắc
reminders-told = Nhắc lúc
reminders-new = mới
reminders-none = Không có việc nào được nhắc
reminders-none-text = Khi một việc gần đến hạn hoặc quá hạn, lời nhắc sẽ hiện ở đây.
reminders-mark-read = Đánh dấu đã đọc tất cả
reminders-unread = Nhắc việc chưa đọc
reminders-by-mail = Nhận lời nhắc qua thư điện tử
reminders-by-mail-hint = Lời nhắc luôn hiện trong phần mềm, dù chọn cách nào.
reminders-way-digest = Một thư mỗi sáng
reminders-way-at-once = Gửi ngay
reminders-way-none = Không gửi thư

## Lý do
reminders-why-passed = Đã qua một phần đáng kể của thời hạn
reminders-why-left = Sắp đến hạn
reminders-why-due = Hôm nay là ngày đến hạn
reminders-why-late = Đã quá hạn
reminders-why-superior = Cấp dưới đã để quá hạn
reminders-why-director = Đã quá 30 ngày mà chưa trả lời
reminders-why-nobody = Không ai giữ nhiệm vụ phải làm việc này: cần phân công
reminders-why-no-superior = Không có cấp trên để báo việc quá hạn: cần bổ nhiệm

## Lịch
reminders-calendar = Lịch riêng
reminders-calendar-text = Địa chỉ này đưa các việc đến hạn vào phần mềm lịch. Ai có địa chỉ đều đọc được số hồ sơ, việc phải làm, quy tắc và ngày; không có nội dung vụ việc.
reminders-calendar-give = Tạo địa chỉ lịch
reminders-calendar-renew = Tạo địa chỉ mới, bỏ địa chỉ cũ
reminders-calendar-given = Chép địa chỉ này ngay; nó không hiện lại lần nữa.
reminders-calendar-since = Đang dùng địa chỉ tạo lúc { $at }.
reminders-calendar-end = Bỏ địa chỉ lịch
reminders-calendar-end-text = Phần mềm lịch đang dùng địa chỉ này sẽ không đọc được nữa.
reminders-calendar-name = Phúc Đáp – việc đến hạn
reminders-calendar-entry = { $number }: { $act }
reminders-calendar-about = Quy tắc { $rule }. Hạn: { $due }.

## Thư
reminders-mail-subject = Nhắc việc ({ $count })
reminders-mail-subject-one = Nhắc việc: { $number } – { $act }
reminders-mail-line = { $number }: { $act } (quy tắc { $rule }), hạn { $due }. { $why }.
reminders-mail-foot = Thư nhắc tự động. Cách nhận lời nhắc được chọn ở trang Nhắc việc.

## Trang đang mở
live-case-changed = Vụ việc này vừa có thay đổi.
live-reload = Tải lại trang
live-typed-stays = Những gì đang gõ vẫn còn ở đây cho đến khi tải lại.

## Thiết lập
reminders-settings = Nhắc việc
reminders-percents = Nhắc khi đã qua (phần trăm thời hạn)
reminders-percents-hint = Các số từ 1 đến 99, cách nhau bằng dấu cách; để trống thì không nhắc theo phần trăm.
reminders-days = Nhắc trước hạn (số ngày)
reminders-days-hint = Các số từ 1 đến 60, cách nhau bằng dấu cách; để trống thì không nhắc trước hạn theo ngày.
