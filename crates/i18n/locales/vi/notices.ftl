### Văn bản gửi đi không qua dự thảo công văn: thông báo tiếp nhận, hẹn trả lời, gia hạn, tiến độ, gửi khách hàng.

case-notices = Thông báo và công văn đã gửi
case-notices-text = Làm từ lời đã ghi khi thực hiện; văn bản có số thì số và ngày để trống cho văn thư ghi. Bản dự thảo lấy theo mẫu văn bản hiện hành.
case-notice-sent = ngày { $on }
case-notice-draft = Dự thảo
# Chỗ để điền bằng tay trên giấy
case-notice-blank = ……………………
case-notice-about-referral = chuyển nội dung { $kind } số { $number }
case-notice-about-leak = thông báo kết quả xác minh việc lộ thông tin
dossier-notice-file = { $purpose } ngày { $on }
