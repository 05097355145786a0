### Báo cáo tổng hợp năm: văn bản, bảng và biểu đồ; dùng chung cho trang, bản PDF và bảng tính.

report-kind = Báo cáo
report-abbreviation = BC
report-subject = Tổng hợp khiếu nại, phàn nàn, kháng nghị năm { $year }
report-lead = Thực hiện quy trình giải quyết khiếu nại, phàn nàn, kháng nghị, { $organisation } tổng hợp toàn bộ vụ việc, hành động giải quyết và kết quả thực hiện trong năm { $year }, số liệu đến ngày { $date }.
report-lead-none = Trong năm không có vụ việc nào được ghi vào Sổ. Báo cáo vẫn được lập và lưu hồ sơ theo quy trình.
report-lead-some = Trong năm có { $received } vụ việc được tiếp nhận ({ $numbers } số đã cấp, { $annulled } số đã huỷ), { $carried } vụ việc chuyển từ năm trước; cuối kỳ còn { $open } vụ việc chưa kết thúc.
report-end = Trên đây là báo cáo tổng hợp năm { $year }; các phụ lục kèm theo là một phần của báo cáo
report-copy = Ban Giám đốc (để báo cáo)

## Các phần
report-section = { $number }. { $title }
report-part-figures = Các chỉ tiêu chính
report-part-received = Tiếp nhận
report-part-time = Thời hạn
report-part-outcome = Kết quả giải quyết
report-part-actions = Hành động khắc phục, phòng ngừa
report-part-open = Vụ việc chưa kết thúc
report-part-later = Thay đổi sau các báo cáo trước
report-part-made = Việc lập báo cáo
report-plot-number = Biểu đồ { $number }. { $title }
report-table-number = Bảng { $number }. { $title }
report-no-plot = Không có số liệu để vẽ biểu đồ.
report-no-rows = Không có.
report-not-measured = Văn bản được lập trước khi Sổ có các chỉ tiêu về tái diễn, mức độ hài lòng, hiệu lực hành động khắc phục và số ngày trả lời; báo cáo không nêu các chỉ tiêu đó.

## Tên bảng, biểu đồ
report-figures = Các chỉ tiêu của năm
report-by-kind = Vụ việc theo loại
report-by-channel = Vụ việc theo hình thức tiếp nhận
report-by-unit = Vụ việc theo bộ phận
report-by-subject = Vụ việc theo nội dung
report-by-subject-note = Một vụ việc có thể thuộc nhiều nội dung, nên tổng các dòng có thể lớn hơn số vụ việc.
report-by-month = Vụ việc theo tháng nhận
report-by-month-note = Tính theo ngày nhận, kể cả vụ việc được vào Sổ ở năm khác.
report-by-timeliness = Việc trả lời so với thời hạn, theo loại
report-by-timeliness-note = Trong 30 ngày và trong hạn đã gia hạn được tính riêng, không cộng gộp.
report-days = Số ngày từ khi nhận đến khi trả lời
report-days-note = Ngày theo lịch, không tính ngày nhận. Hạn 30 ngày rơi vào ngày nghỉ thì chuyển sang ngày làm việc tiếp theo, nên có vụ việc trả lời sau hơn 30 ngày mà vẫn đúng hạn.
report-by-outcome = Vụ việc theo kết luận
report-causes = Nội dung của các vụ việc có cơ sở (Pareto)
report-causes-note = Sổ không phân loại nguyên nhân, nên biểu đồ xếp theo nội dung của các vụ việc có cơ sở hoặc có cơ sở một phần.
report-by-action-stage = Hành động khắc phục theo tình trạng
report-effects = Kết quả xem xét hiệu lực trong năm
report-open-by-age = Vụ việc chưa kết thúc theo số ngày kể từ khi nhận
report-open-note = Tính đến cuối năm, hoặc đến ngày lập khi năm chưa kết thúc; gồm cả vụ việc chuyển từ năm trước.

## Cột
report-figure = Chỉ tiêu
report-category = Phân loại
report-cases = Số vụ việc
report-share = Tỷ lệ
report-amount = Số lượng
report-base = Trên tổng số
report-in-percent = { $head } (%)
report-cumulative = Luỹ kế
report-month = Tháng
report-days-column = Số ngày
report-total = Tổng số
report-actions-column = Số hành động

## Chỉ tiêu
report-answered-first = Trả lời trong 30 ngày
report-answered-extended = Trả lời sau 30 ngày, trong hạn đã gia hạn
report-answered-late = Trả lời quá hạn
report-overdue = Quá hạn, chưa trả lời
report-median = Số ngày trả lời, trung vị
report-extended = Được gia hạn
report-acknowledged = Xác nhận tiếp nhận đúng hạn
report-founded = Có cơ sở
report-partly = Có cơ sở một phần
report-recurring = Tái diễn
report-reopened = Mở lại
report-appeals-reversed = Kháng nghị được chấp nhận toàn bộ hoặc một phần
report-satisfied = Bên khiếu nại hài lòng
report-not-satisfied = Bên khiếu nại không đồng ý với kết quả
report-not-said = Bên khiếu nại không có ý kiến
report-actions-effective = Hành động khắc phục có hiệu lực
report-actions-reopened = Hành động khắc phục phải mở lại
report-definitions = Cách tính: trả lời đúng hạn, quá hạn tính trên số vụ việc đã trả lời hoặc đã quá hạn; có cơ sở tính trên số vụ việc đã có kết luận; ý kiến của bên khiếu nại tính trên số vụ việc đã trả lời; hiệu lực tính trên số hành động được xem xét hiệu lực trong năm, theo lần xem xét cuối.
report-recurring-definition = Vụ việc tái diễn là vụ việc được liên kết với một vụ việc có số trước, cùng nội dung và cùng bộ phận hoặc cùng bên khiếu nại; hoặc dẫn đến một hành động khắc phục mà một vụ việc có số trước đã dẫn đến.

## Tuổi vụ việc
report-age-30 = Đến 30 ngày
report-age-60 = Từ 31 đến 60 ngày
report-age-90 = Từ 61 đến 90 ngày
report-age-more = Trên 90 ngày

## Việc lập báo cáo
report-step = Việc
report-person = Người thực hiện
report-day = Ngày
report-remarks = Nhận xét

## Phụ lục
report-annex = Phụ lục { $number }
report-annex-of = (Kèm theo Báo cáo tổng hợp năm { $year } của { $organisation })
report-annex-cases = Danh sách vụ việc năm { $year }
report-annex-carried = Vụ việc chuyển từ năm trước
report-annex-actions = Hành động khắc phục, phòng ngừa
report-annex-protected = Vụ việc thuộc diện bảo vệ được tính vào số liệu, trong danh sách không nêu tên và nội dung.
report-column-number = Số
report-column-received = Ngày nhận
report-column-complainant = Bên khiếu nại
report-column-kind = Loại, hình thức
report-column-content = Nội dung
report-column-measures = Biện pháp giải quyết
report-column-outcome = Kết luận
report-column-letter = Văn bản trả lời
report-column-limit = Thời hạn
report-column-answered = Ngày trả lời
report-column-result = Kết quả thực hiện
report-column-problem = Vấn đề
report-column-owner = Người chịu trách nhiệm
report-column-stage = Tình trạng
report-column-opened = Ngày mở
report-column-closed = Ngày kết thúc
report-column-cases = Vụ việc

report-button = Báo cáo (PDF)
