### Từ vựng của quy trình: mọi giá trị, viết như trong ô chọn và trên nhãn. Tên nhóm đứng trước: vocabulary-….

vocabulary-kind = Loại vụ việc
kind-complaint = Khiếu nại
kind-grievance = Phàn nàn
kind-appeal = Kháng nghị

vocabulary-channel = Hình thức tiếp nhận
channel-in-person = Trực tiếp
channel-phone = Điện thoại
channel-letter = Thư, công văn
channel-email = Thư điện tử
channel-web-form = Biểu mẫu trực tuyến
channel-chat = Tin nhắn
channel-fax = Fax
channel-authority = Cơ quan, tổ chức khác chuyển đến

vocabulary-subject = Nội dung
subject-certification-result = Kết quả chứng nhận
subject-staff-conduct = Thái độ phục vụ
subject-confidentiality = Tính bảo mật
subject-other-activity = Hoạt động khác của Trung tâm
subject-client-product = Sản phẩm hoặc việc sử dụng dấu của khách hàng được chứng nhận
subject-complaint-handling = Việc giải quyết khiếu nại

vocabulary-severity = Mức độ nghiêm trọng
severity-low = Thấp
severity-medium = Trung bình
severity-high = Cao
severity-critical = Đặc biệt nghiêm trọng

vocabulary-degree = Mức độ
degree-low = Thấp
degree-medium = Trung bình
degree-high = Cao

vocabulary-finding = Kết luận
finding-founded = Có cơ sở
finding-partly = Có cơ sở một phần
finding-unfounded = Không có cơ sở
finding-undetermined = Không xác định được

vocabulary-remedy = Biện pháp giải quyết
remedy-explanation = Giải thích
remedy-apology = Xin lỗi
remedy-retest = Thử nghiệm lại
remedy-reevaluation = Đánh giá lại
remedy-corrected-certificate = Đính chính giấy chứng nhận
remedy-fee-refund = Hoàn trả phí
remedy-staff-briefing = Rút kinh nghiệm với cán bộ
remedy-procedure-change = Sửa đổi quy trình
remedy-referral = Hướng dẫn nơi giải quyết
remedy-none = Không có biện pháp

vocabulary-role = Vai trò
role-register-officer = Cán bộ giữ Sổ
role-qmr = QMR
role-certification-head = Trưởng phòng CNTT
role-head-of-department = Trưởng phòng
role-director = Giám đốc
role-deputy-director = Phó Giám đốc
role-registry = Văn thư
role-impartiality-body = Đại diện cơ chế bảo đảm tính khách quan
role-external-reviewer = Chuyên gia bên ngoài
role-auditor = Đánh giá viên nội bộ
role-administrator = Quản trị hệ thống
role-case-officer = Cán bộ xử lý

vocabulary-part = Phần việc đã tham gia
part-application-review = Xem xét đăng ký chứng nhận
part-evaluation = Đánh giá
part-review = Xem xét kết quả đánh giá
part-decision = Quyết định chứng nhận
part-signature = Ký giấy chứng nhận
part-first-handling = Giải quyết vụ việc trước

vocabulary-signing-mode = Thẩm quyền ký
signing-mode-head = Người đứng đầu
signing-mode-kt = KT. (ký thay)
signing-mode-tl = TL. (thừa lệnh)
signing-mode-tuq = TUQ. (thừa uỷ quyền)
signing-mode-q = Q. (quyền người đứng đầu)

vocabulary-ours = Trách nhiệm giải quyết
ours-ours = Thuộc trách nhiệm của Trung tâm
ours-not-ours = Không thuộc trách nhiệm của Trung tâm
ours-other-statute = Thuộc luật khác (tố cáo, việc hành chính)

vocabulary-reopen-ground = Căn cứ mở lại
reopen-ground-new-matter = Có nội dung mới
reopen-ground-our-error = Sai sót của Trung tâm

vocabulary-response = Ý kiến về kết quả
response-satisfied = Đồng ý với kết quả
response-rejected = Không đồng ý với kết quả

vocabulary-forum = Nơi giải quyết bên ngoài
forum-accreditation-body = Tổ chức công nhận
forum-authority = Cơ quan nhà nước có thẩm quyền
forum-arbitration = Trọng tài
forum-court = Tòa án

vocabulary-annul-ground = Căn cứ huỷ số
annul-ground-mistake = Ghi nhầm
annul-ground-duplicate = Trùng với vụ việc đã có
annul-ground-spam = Thư rác

vocabulary-dispatch-way = Cách gửi
dispatch-way-post = Bưu điện
dispatch-way-email = Thư điện tử
dispatch-way-by-hand = Trao trực tiếp
dispatch-way-portal = Cổng thông tin điện tử

vocabulary-delivery = Kết quả gửi
delivery-delivered = Đã đến người nhận
delivery-returned = Bị trả lại

vocabulary-client-measure = Biện pháp đối với khách hàng được chứng nhận
client-measure-no-measure = Không áp dụng biện pháp
client-measure-surveillance = Giám sát
client-measure-suspension = Đình chỉ chứng nhận

vocabulary-letter-purpose = Mục đích công văn
letter-purpose-reply = Công văn trả lời
letter-purpose-referral = Công văn trả lời, hướng dẫn nơi giải quyết
letter-purpose-end-notice = Thông báo kết thúc giải quyết
letter-purpose-correction = Công văn đính chính

vocabulary-letter-stage = Tình trạng công văn
letter-stage-draft = Dự thảo
letter-stage-submitted = Đã trình ký
letter-stage-signed = Đã ký
letter-stage-numbered = Đã cấp số
letter-stage-dispatched = Đã phát hành

vocabulary-bar = Lý do không được tham gia
bar-subject = Là người bị khiếu nại
bar-interest = Có lợi ích liên quan
bar-took-part = Đã tham gia hoạt động chứng nhận liên quan
bar-client = Đã làm việc hoặc tư vấn cho khách hàng trong 2 năm gần nhất
bar-first-round = Đã xử lý, quyết định hoặc ký ở lần giải quyết trước

vocabulary-office = Người chịu trách nhiệm
office-anyone = Mọi cán bộ
office-receiver = Người tiếp nhận
office-register-officer = Cán bộ giữ Sổ
office-qmr = QMR
office-certification-head = Trưởng phòng CNTT
office-director = Giám đốc
office-leader = Lãnh đạo Trung tâm
office-registry = Phòng Hành chính tổng hợp
office-case-officer = Cán bộ được phân công xử lý
office-doer = Cán bộ được phân công thực hiện
office-requester = QMR hoặc người thay thế
office-approver = Người phê duyệt độc lập
office-reviewer = Người xem xét lại
office-effect-reviewer = QMR hoặc Lãnh đạo, không phải người chủ trì
office-signer = Người ký
office-handler = Người đang xử lý vụ việc
office-clock = Hệ thống
office-impartiality-body = Đại diện cơ chế bảo đảm tính khách quan
office-closer = QMR hoặc cán bộ giữ Sổ

vocabulary-nature = Tính chất công việc
nature-information = Cung cấp thông tin
nature-clerical = Sổ sách, văn thư
nature-handling = Xử lý
nature-deciding = Quyết định
nature-signing = Ký

vocabulary-sight = Phạm vi được xem
sight-nothing = Không được xem
sight-masked = Chỉ dòng trong Sổ, không có tên và nội dung
sight-heading = Phần đầu hồ sơ, đủ để biết có lợi ích liên quan hay không
sight-allegation = Nội dung bị khiếu nại, không có danh tính bên khiếu nại
sight-report = Phần cần để báo cáo, không có danh tính bên khiếu nại
sight-full = Toàn bộ

vocabulary-stage = Tình trạng
stage-received = Đã tiếp nhận
stage-inquiry = Đang giải quyết
stage-decided = Đã kết luận
stage-answered = Đã trả lời
stage-settled = Đã giải quyết ngay
stage-withdrawn = Đã rút
stage-closed = Đã kết thúc
stage-annulled = Đã huỷ số

vocabulary-book-entry = Ghi Sổ
book-entry-draft = Chờ xác nhận ghi Sổ
book-entry-confirmed = Đã ghi Sổ
book-entry-annulment-asked = Đang đề nghị huỷ số
book-entry-annulled = Đã huỷ số

vocabulary-answer = Cách trả lời
answer-on-the-spot = Giải thích ngay
answer-voice = Bằng lời nói
answer-letter = Bằng công văn
answer-conclusion = Lưu kết luận, không có địa chỉ
answer-handed-over = Chuyển người có thẩm quyền

vocabulary-report = Báo cáo
report-qmr = Báo QMR
report-unit = Báo bộ phận liên quan
report-result-to-qmr = Báo cáo kết quả với QMR
report-result-to-leadership = Báo cáo kết quả với Lãnh đạo Trung tâm
report-forwarder = Báo cáo cơ quan chuyển đến

vocabulary-cause-method = Phương pháp tìm nguyên nhân
cause-method-five-whys = 5 câu hỏi Tại sao
cause-method-fishbone = Biểu đồ xương cá
cause-method-other = Phương pháp khác

vocabulary-effectiveness = Hiệu lực
effectiveness-effective = Có hiệu lực
effectiveness-partly = Có hiệu lực một phần
effectiveness-not-effective = Không có hiệu lực

vocabulary-action-stage = Tình trạng hành động khắc phục
action-stage-open = Đang tìm nguyên nhân, lập kế hoạch
action-stage-planned = Chờ duyệt kế hoạch
action-stage-under-way = Đang thực hiện
action-stage-awaiting-review = Chờ xem xét hiệu lực
action-stage-reviewed = Đã kết luận
action-stage-closed = Đã kết thúc

vocabulary-year-stage = Tình trạng văn bản tổng hợp
year-stage-open = Chưa tập hợp
year-stage-compiled = Đã tập hợp
year-stage-reviewed = QMR đã xem xét
year-stage-received = Lãnh đạo đã tiếp nhận
year-stage-frozen = Đã chốt
year-stage-filed = Đã lưu hồ sơ

vocabulary-day-kind = Loại ngày
day-kind-holiday = Nghỉ lễ, tết
day-kind-made-up-rest = Nghỉ bù
day-kind-swapped-rest = Nghỉ hoán đổi
day-kind-swapped-work = Làm việc bù

vocabulary-day-role = Cách tính
day-role-start-not-counted = Ngày bắt đầu, không tính
day-role-counted = Được tính
day-role-counted-though-rest = Ngày nghỉ, vẫn tính
day-role-skipped = Ngày nghỉ, không tính
day-role-last-day-rolled = Ngày cuối là ngày nghỉ, chuyển sang ngày làm việc tiếp theo
day-role-due = Ngày hết hạn

vocabulary-day-status = Ngày
day-status-working = Ngày làm việc
day-status-weekly-rest = Nghỉ hằng tuần
