### Các khoảng thời gian của quy trình, tổ chức sửa được.

period-unit-working-days = ngày làm việc
period-unit-days = ngày
period-unit-hours = giờ
period-hours = { NUMBER($hours) } giờ

period-confirm-entry = Cán bộ giữ Sổ xác nhận nội dung giải quyết ngay
period-report = Báo QMR và bộ phận liên quan; báo cáo kết quả; thông báo khách hàng bị ảnh hưởng
period-promise = Ghi thông tin liên lạc và hẹn trả lời
period-direction = QMR nêu phương hướng giải quyết
period-acknowledge = Xác nhận đã nhận vụ việc bằng văn bản
period-assess = Đánh giá vụ việc, phân công cán bộ xử lý
period-participants = Ghi những người đã tham gia hoạt động chứng nhận
period-replacement = Cử người thay thế
period-tell-subject = Thông báo cho người bị khiếu nại
period-statement = Người bị khiếu nại giải trình
period-plan = Xác định nguyên nhân và đề ra phương án, kể từ khi đánh giá
period-approve-plan = Lãnh đạo duyệt hoặc trả lại phương án
period-draft-before-limit = Kết luận và dự thảo công văn xong trước thời hạn trả lời
period-sign = Lãnh đạo ký hoặc trả lại công văn
period-dispatch = Phòng Hành chính tổng hợp ghi số và chuyển công văn
period-answer-calendar = Trả lời, kể từ ngày nhận
period-tell-extension = Thông báo gia hạn cho bên khiếu nại
period-investigate = Điều tra nguyên nhân gây rò rỉ, kể từ khi đánh giá
period-leak-hours = Đánh giá ảnh hưởng đến dữ liệu cá nhân, kể từ khi có người đọc
period-notice = Gửi thông báo kết quả hoặc thông báo kết thúc giải quyết
period-response = Bên khiếu nại có ý kiến không đồng ý với kết quả
period-review-calendar = Xem xét lại vụ việc
period-recourse-calendar = Chờ kết quả giải quyết bên ngoài
period-progress = Thông báo tiến độ cho bên khiếu nại, mỗi lần cách nhau
period-effectiveness-calendar = Xem xét hiệu lực, kể từ hành động cuối cùng
period-corrective-plan = Tìm nguyên nhân gốc và lập kế hoạch hành động khắc phục
period-new-decision-calendar = Quyết định chứng nhận mới khi kháng nghị được chấp nhận
period-confirm-annulment = QMR xem xét đề nghị huỷ số trong Sổ
period-ask-client = Yêu cầu khách hàng được chứng nhận cung cấp chứng cứ
period-client-measures = Chuyển khiếu nại và quyết định biện pháp đối với khách hàng được chứng nhận, kể từ khi kết luận
