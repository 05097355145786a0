### Trang Việc của tôi.

work-lead = Hôm nay là { $day }. Việc gấp đứng trước.
work-list = Việc phải làm
work-late = Quá hạn
work-soon = Đến hạn trong 3 ngày
work-all = Tất cả
work-only-late = Chỉ việc quá hạn.
work-only-soon = Chỉ việc đến hạn hôm nay hoặc trong 3 ngày tới.
work-show-all = Xem tất cả
work-group-late = Quá hạn
work-group-today = Hôm nay
work-group-week = Trong tuần này
work-group-later = Sau tuần này
work-group-waiting = Có thể kết thúc
work-can-close = Có thể kết thúc
work-protected = Hồ sơ được bảo vệ
work-nothing = Không có việc nào đang chờ
work-nothing-text = Mọi việc của Anh/Chị đã xong. Việc mới hiện ra ở đây ngay khi đến lượt.
work-nothing-late = Không có việc nào quá hạn
work-nothing-late-text = Mọi việc đều còn trong hạn.
work-nothing-soon = Không có việc nào sắp đến hạn
work-nothing-soon-text = Trong 3 ngày tới không có việc nào đến hạn.
work-end = Hết danh sách
work-end-text = Không còn việc nào sau trang trước.
