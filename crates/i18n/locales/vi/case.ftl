### Trang vụ việc.

case-title = { $kind } { $number }
case-road = Các bước của vụ việc
case-protected = Hồ sơ được bảo vệ
case-safety = Liên quan đến an toàn
case-old-record = Bản ghi cũ
case-masked = Hồ sơ này được bảo vệ
case-masked-text = Nội dung và danh tính chỉ hiển thị với người trực tiếp xử lý. Số thứ tự và các mốc thời gian vẫn có trong Sổ.
case-allegation = Nội dung phản ánh liên quan đến Anh/Chị
case-allegation-text = Anh/Chị được biết nội dung phản ánh và có quyền giải trình. Danh tính người phản ánh và quá trình xử lý không hiển thị.
case-heading = Khai báo trước khi xem hồ sơ
case-heading-text = Người xử lý khai báo có hay không có lợi ích liên quan trước khi xem nội dung vụ việc; phần dưới đây đủ để Anh/Chị biết vụ việc có liên quan đến mình hay không. Khai báo không có lợi ích liên quan thì toàn bộ hồ sơ được mở.
case-overtaken = Đã có người xử lý trước Anh/Chị. Nội dung đã nhập được giữ nguyên; xem lại rồi gửi tiếp nếu vẫn phù hợp.
case-meanwhile = Trong lúc đó:
notice-act-done = Đã ghi nhận.

case-duties = Việc phải làm
case-no-duties = Không còn việc nào phải làm
case-no-duties-text = Mọi nghĩa vụ theo quy trình đã hoàn thành.
case-more-acts = Việc khác có thể làm
case-barred-acts = Việc chưa hoặc không làm được, và lý do
case-group-handling = Xử lý
case-group-inquiry = Thu thập, xác minh
case-group-letter = Công văn, trả lời
case-group-time = Thời hạn, thông báo
case-group-independence = Tính khách quan
case-group-register = Sổ, kết thúc

case-facts = Thông tin vụ việc
case-complainant = Bên khiếu nại
case-anonymous = Không nêu danh tính
case-identity-protected = Danh tính được bảo vệ
case-represented-by = Đại diện: { $name }
case-channel = Hình thức tiếp nhận
case-subjects = Nội dung thuộc về
case-declared-kind = Cách gọi của bên khiếu nại
case-received-on = Ngày nhận
case-registered-on = Ngày vào Sổ
case-receiver = Người tiếp nhận
case-officer = Cán bộ được phân công xử lý
case-unit = Bộ phận liên quan
case-persons-concerned = Người bị khiếu nại
case-decision = Giấy chứng nhận, quyết định liên quan
case-incoming-number = Số đến
case-severity = Mức độ nghiêm trọng
case-content = Nội dung
case-remedy-sought = Yêu cầu của bên khiếu nại
case-outcome = Kết luận

case-clock = Thời hạn
case-limit = Hạn trả lời
case-first-limit = Hạn 30 ngày ban đầu
case-past-limits = Các hạn trước
case-answered-in-time = Đã trả lời trong hạn
case-answered-late = Đã trả lời quá hạn
case-extension-asked = Xin gia hạn ngày { $asked } đến { $until }:
case-extension-open = chờ Giám đốc quyết định
case-extension-granted = gia hạn đến { $until }
case-extension-late = quyết định sau khi hết hạn
case-extension-refused = không gia hạn
case-why-calendar = { NUMBER($days) } ngày theo lịch, không tính ngày { $from }; nếu ngày cuối là ngày nghỉ thì kết thúc vào ngày làm việc tiếp theo (Bộ luật Dân sự 2015, Điều 147, 148).
case-why-working = { NUMBER($days) } ngày làm việc kể từ ngày { $from }.
case-why-before = { NUMBER($days) } ngày làm việc trước hạn { $limit }.
case-why-decided = Ngày { $date } theo quyết định.
case-day-number = Ngày thứ { $ordinal ->
    [1] nhất
   *[other] { $ordinal }
}.
case-day-start = Ngày bắt đầu, không tính.
case-day-skipped = Không tính: { $why }.
case-day-rest-counted = Vẫn tính: { $why }.
case-day-due = Hết hạn vào 24 giờ ngày này.
case-day-working = ngày làm việc
case-day-rest = ngày nghỉ hằng tuần

case-independence = Người tham gia và tính khách quan
case-declared-none = Đã khai báo: không có lợi ích liên quan
case-declared-interest = Đã khai báo: có lợi ích liên quan
case-stand-in = Người thay thế
case-excluded = Không tham gia vụ việc này
case-nobody-excluded = Chưa có ai bị loại trừ.
case-participants = Đã tham gia hoạt động liên quan
case-vacant = Cần cử người thay: { $role }

case-plan = Phương án giải quyết
case-plan-approved = Lãnh đạo đã duyệt
case-plan-returned = Lãnh đạo trả lại
case-plan-proposed = Chờ Lãnh đạo duyệt
case-letters = Công văn
case-letter-title = Công văn { $place ->
    [1] thứ nhất
   *[other] thứ { $place }
}
case-documents = Tài liệu
case-linked = Liên quan
case-existing-action-hint = Chọn khi đã có hành động khắc phục đang thực hiện phù hợp với vụ việc này; khi đó không phải nhập vấn đề và người chịu trách nhiệm. Để trống để mở hành động mới.
case-history = Quá trình giải quyết
case-by-system = Hệ thống
case-signed-on = (đã ký ngày { $date })
case-draft-and-submit = Lưu và trình ký
case-draft-only = Lưu dự thảo
case-party-by-name = Hoặc ghi tên mới
case-party-by-name-hint = Dùng khi chưa có trong danh sách.

case-step-received = Tiếp nhận
case-step-settled = Giải thích ngay
case-step-confirmed = Vào Sổ
case-step-reported = Báo QMR và bộ phận
case-step-assessed = Đánh giá
case-step-talk = Trao đổi
case-step-leak = Điều tra rò rỉ
case-step-cause = Nguyên nhân
case-step-plan = Phương án
case-step-outcome = Kết luận
case-step-signed = Ký
case-step-answered = Trả lời
case-step-closed = Kết thúc

## Công văn
letter-draft-mark = DỰ THẢO
letter-country = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
letter-motto = Độc lập - Tự do - Hạnh phúc
letter-number-line = Số: { $number }/{ $symbol }
letter-about = V/v { $subject }
letter-place-and-date = { $place }, ngày { $day } tháng { $month } năm { $year }
letter-place-without-date = { $place }, ngày      tháng      năm
letter-to = Kính gửi: { $name }
letter-copies = Nơi nhận:
letter-copies-first = - Như trên;
letter-copies-last = - Lưu: VT, { $unit }.
letter-head-title = GIÁM ĐỐC

## Ai đã xem hồ sơ được bảo vệ.
looks-title = Nhật ký xem hồ sơ được bảo vệ
looks-when = Thời điểm
looks-who = Người xem
looks-where = Xem tại
look-case = Trang vụ việc
look-corrective-action = Hành động khắc phục
look-register = Sổ tiếp nhận
look-search = Kết quả tìm kiếm
look-export = Tệp xuất từ Sổ
look-letters = Sổ công văn
look-work = Danh sách việc phải làm
look-similar = Gợi ý vụ việc trước khi tiếp nhận
case-letter-not-printable = Công văn này chưa in được
