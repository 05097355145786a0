### Biểu đồ: chú giải, và câu thay cho hình.

plots-item = { $words } { $cases }
plots-item-cumulative = { $words } { $cases } (luỹ kế { $share })
plots-item-days = { $days } ngày: { $cases }
plots-with-share = { $cases } ({ $share })
plots-others = Khác ({ $number } mục)
plots-bars = Biểu đồ thanh ngang, số vụ việc: { $items }.
plots-pareto = Biểu đồ Pareto, từ nhiều đến ít, kèm tỷ lệ luỹ kế: { $items }.
plots-trend = Biểu đồ đường theo tháng, số vụ việc nhận từ tháng 1: { $years }.
plots-year-by-month = năm { $year }: { $months }
plots-days = Biểu đồ phân bố số ngày từ khi nhận đến khi trả lời, có mốc 30 ngày: { $items }.
plots-cases = Số vụ việc
plots-cumulative = Tỷ lệ luỹ kế
plots-four-fifths = Mốc 80%
plots-year = Năm { $year }
plots-month = Tháng
plots-within-limit = Từ 30 ngày trở xuống
plots-beyond-limit = Trên 30 ngày
plots-limit = Mốc 30 ngày
plots-days-axis = Số ngày từ khi nhận đến khi trả lời
