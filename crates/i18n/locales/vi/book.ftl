### Sổ in ra giấy để đóng quyển.

book-meta-title = { $title } năm { $year }
book-year = Năm: { $year }
book-days = Từ ngày { $from } đến ngày { $until }
book-numbers = Từ số { $first } đến số { $last }
book-volume = Quyển số: { $volume }
book-page = Trang
book-page-of = /
book-opening = Sổ được in từ hệ thống, đánh số trang liên tục. Trang đầu của sổ được ký xác nhận và đóng dấu trước khi sử dụng, đóng giáp lai giữa các trang.
book-closing-lines = { $count ->
    [0] Sổ không có dòng nào trong kỳ.
   *[other] Sổ có { $count } dòng.
}
book-closing-voided = Trong đó { $count } số bị huỷ, vẫn ghi trong sổ.
book-keeper = NGƯỜI GIỮ SỔ
book-head = THỦ TRƯỞNG ĐƠN VỊ
book-sign-here = (Ký, ghi rõ họ tên, đóng dấu)

## Các loại sổ và cột của sổ
book-cases = Sổ tiếp nhận và giải quyết khiếu nại, phàn nàn, kháng nghị
book-outgoing = Sổ đăng ký văn bản đi
book-incoming = Sổ đăng ký văn bản đến
book-handling = Sổ theo dõi giải quyết văn bản đến
book-postal = Sổ gửi văn bản đi bưu điện
book-case-number = Số vụ việc
book-received = Ngày nhận
book-channel = Hình thức tiếp nhận
book-concerns = Đối tượng, đơn vị liên quan
book-measures = Biện pháp giải quyết; khắc phục, phòng ngừa
book-answer = Số, ngày văn bản trả lời
book-document = Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản
book-due = Thời hạn giải quyết
book-progress = Tiến độ giải quyết
book-reply = Số, ký hiệu văn bản trả lời
book-envelopes = Số lượng bì
book-post-mark = Ký nhận và dấu bưu điện

book-letter = Công văn
book-complaint-letter = Đơn
book-void = Số bị huỷ
book-annulled = Đã huỷ
book-reopened = Đã mở lại
book-imported = Chuyển từ sổ cũ
book-progress-closed = { $stage } (kết thúc ngày { $on })
book-progress-answered = { $stage } (trả lời ngày { $on })
book-extended = { $first }, gia hạn đến { $limit }
book-answered-by-voice = Trả lời ngày { $on }
book-not-entered = Số cấp cho văn bản ngoài vụ việc, chưa ghi sổ tại đây
