### Văn bản mẫu: một tổ chức và những người không có thật, để xem và kiểm tra từng mẫu giấy tờ.

sample-parent = Viện Nghiên cứu Vật liệu Châu thổ
sample-house = Trung tâm Chứng nhận Chất lượng Sông Hồng
sample-place = Hà Nội
sample-foot = Địa chỉ: số 1 đường Bến Sông, Hà Nội
    Điện thoại: 024 0000 0000; thư điện tử: tiepnhan@songhong.example
sample-symbol = TTSH-QLCL
sample-symbol-kind = { $kind }-TTSH
sample-unit = QLCL
sample-decision-kind = QĐ
sample-typist = ĐLG
sample-head = Giám đốc
sample-deputy = Phó Giám đốc
sample-head-name = Nguyễn Sông Thao
sample-deputy-name = Trần Trường Đà
sample-writer-title = Người lập biên bản
sample-writer-name = Đỗ Lam Giang
sample-subject-title = Người được trao đổi
sample-subject-name = Vũ Sông Hinh
sample-quality-title = Trưởng bộ phận Quản lý chất lượng
sample-quality-name = Phạm Thu Bồn
sample-client = Công ty TNHH Dây cáp Sông Mã
sample-complainant = Công ty Cổ phần Thiết bị Sông Cầu
sample-other = Sở Khoa học và Công nghệ tỉnh Sông Hồng
sample-copy-head = Giám đốc (để báo cáo)
sample-copy-unit = Phòng Chứng nhận sản phẩm

## Công văn
sample-reply-subject = trả lời khiếu nại về thời gian gửi biên bản đánh giá
sample-reply = Trung tâm Chứng nhận Chất lượng Sông Hồng đã nhận được khiếu nại của Quý công ty ngày 05/01/2026 về việc biên bản đánh giá được gửi chậm 20 ngày so với kế hoạch đánh giá.
    Sau khi xem xét hồ sơ đánh giá, trao đổi với trưởng đoàn và đối chiếu với nhật ký gửi thư, Trung tâm nhận thấy khiếu nại của Quý công ty là có cơ sở. Biên bản hoàn thành ngày 12/12/2025 nhưng đến ngày 04/01/2026 mới được gửi đi do bố trí lịch của Trung tâm chưa hợp lý.
    Trung tâm thành thật xin lỗi Quý công ty, đã gửi biên bản và giấy chứng nhận bổ sung, đồng thời đã sửa hướng dẫn lập lịch để việc này không lặp lại.
    Nếu không đồng ý với kết quả giải quyết này, Quý công ty có thể gửi ý kiến trong vòng 15 ngày làm việc để được xem xét lại.
    Trân trọng cảm ơn Quý công ty.
sample-acknowledgement-subject = tiếp nhận khiếu nại số 2026-0042
sample-acknowledgement = Trung tâm Chứng nhận Chất lượng Sông Hồng đã tiếp nhận khiếu nại của Quý công ty gửi đến ngày 05/01/2026 và ghi vào Sổ với số 2026-0042.
    Khiếu nại sẽ được giải quyết chậm nhất vào ngày 04/02/2026. Người xem xét và người quyết định không tham gia hoạt động mà Quý công ty khiếu nại.
    Trân trọng.
sample-promise-subject = hẹn trả lời phàn nàn số 2026-0043
sample-promise = Ngày 06/01/2026, Quý công ty đã phản ánh qua điện thoại về cách hướng dẫn của bộ phận tiếp nhận. Trung tâm cần thêm thời gian để hỏi lại người có liên quan.
    Trung tâm hẹn trả lời Quý công ty vào ngày 13/01/2026.
    Trân trọng.
sample-extension-subject = gia hạn giải quyết khiếu nại số 2026-0042
sample-extension = Khiếu nại của Quý công ty cần kết quả thử nghiệm lại tại một phòng thử nghiệm độc lập, dự kiến có ngày 10/02/2026.
    Vì vậy thời hạn giải quyết được kéo dài một lần, đến ngày 06/03/2026, theo quyết định của Giám đốc. Trung tâm sẽ thông báo ngay khi có kết quả.
    Trân trọng.
sample-referral-subject = hướng dẫn nơi giải quyết
sample-referral = Trung tâm đã nhận được đơn của Quý công ty ngày 07/01/2026 đề nghị xử lý việc giao hàng chậm của nhà cung cấp.
    Nội dung này thuộc quan hệ mua bán giữa hai doanh nghiệp, không thuộc hoạt động chứng nhận của Trung tâm. Quý công ty có thể thương lượng, hoà giải, hoặc đưa ra trọng tài hay toà án theo hợp đồng đã ký.
    Trung tâm gửi lại Quý công ty các tài liệu kèm theo đơn.
    Trân trọng.
sample-progress-subject = tiến độ giải quyết khiếu nại số 2026-0042
sample-progress = Khiếu nại của Quý công ty đang được xem xét. Đến nay đã đối chiếu xong hồ sơ đánh giá; việc còn lại là kết quả thử nghiệm lại, dự kiến có ngày 10/02/2026.
    Trung tâm sẽ trả lời chậm nhất ngày 06/03/2026.
    Trân trọng.
sample-end-subject = kết thúc giải quyết khiếu nại số 2026-0042
sample-end = Ngày 04/02/2026, Trung tâm đã trả lời khiếu nại của Quý công ty. Đến nay thời hạn đề nghị xem xét lại đã hết và Trung tâm không nhận được ý kiến nào khác.
    Trung tâm kết thúc việc giải quyết và lưu hồ sơ. Nếu có tình tiết mới, Quý công ty có quyền gửi khiếu nại mới.
    Trân trọng.
sample-appeal-subject = trả lời kháng nghị về quyết định đình chỉ giấy chứng nhận
sample-appeal = Trung tâm đã nhận được kháng nghị của Quý công ty ngày 12/01/2026 đối với quyết định đình chỉ giấy chứng nhận.
    Hội đồng kháng nghị, gồm những người không tham gia đánh giá và quyết định trước đó, đã xem xét hồ sơ và _nhất trí giữ nguyên quyết định_, vì kết quả thử điện trở cách điện không đạt ở cả hai lần lấy mẫu.
    Việc kháng nghị không ảnh hưởng đến quyền của Quý công ty trong các lần đánh giá sau.
    Trân trọng.
sample-client-subject = yêu cầu giải trình về sản phẩm được chứng nhận
sample-client-letter = Trung tâm nhận được phản ánh về sản phẩm mang dấu chứng nhận do Quý công ty sản xuất, lô hàng tháng 11/2025.
    Đề nghị Quý công ty gửi văn bản giải trình, kết quả thử nghiệm của lô hàng và biện pháp khắc phục trước ngày 30/01/2026.
    Trân trọng.

## Biểu mẫu nội bộ
sample-proposal-subject = Kế hoạch giải quyết khiếu nại số 2026-0042
sample-proposal = _Nội dung:_ khiếu nại về thời gian gửi biên bản đánh giá, tiếp nhận ngày 05/01/2026, thời hạn trả lời ngày 04/02/2026.
    _Người thực hiện:_ Bộ phận Quản lý chất lượng; những người đã tham gia cuộc đánh giá không tham gia giải quyết.
    _Các bước:_ đối chiếu hồ sơ đánh giá (trước ngày 12/01/2026); trao đổi với trưởng đoàn (trước ngày 15/01/2026); dự thảo trả lời (trước ngày 20/01/2026).
    Kính trình Giám đốc xem xét, phê duyệt.
sample-talk-subject = Trao đổi về thái độ phục vụ
sample-talk = _Thời gian bắt đầu:_ 9 giờ 00, ngày 14/01/2026.
    _Địa điểm:_ phòng họp của Trung tâm.
    _Thành phần tham dự:_ bà Vũ Sông Hinh, người được phản ánh; ông Phạm Thu Bồn, Trưởng bộ phận Quản lý chất lượng; ông Đỗ Lam Giang, ghi biên bản.
    _Nội dung:_ Bà Vũ Sông Hinh trình bày diễn biến cuộc gọi ngày 06/01/2026 và nhận đã trả lời chưa đủ. Các bên thống nhất cách hướng dẫn khách hàng và việc tập huấn lại.
    Cuộc trao đổi kết thúc vào 9 giờ 40 phút, ngày 14/01/2026; những người tham dự đã đọc lại và đồng ý với nội dung trên.
sample-leak-subject = Xác minh việc lộ thông tin của người khiếu nại
sample-leak = _Thời gian bắt đầu:_ 14 giờ 00, ngày 20/01/2026.
    _Địa điểm:_ phòng họp của Trung tâm.
    _Thành phần tham dự:_ ông Phạm Thu Bồn, Trưởng bộ phận Quản lý chất lượng, chủ trì; ông Đỗ Lam Giang, ghi biên bản.
    _Nội dung:_ đã kiểm tra nhật ký xem hồ sơ và danh sách người nhận thư. Tên người khiếu nại nằm trong tệp đính kèm gửi cho khách hàng được chứng nhận ngày 16/01/2026.
    _Kết luận:_ thông tin lộ do không che tên trong tệp; đã thu hồi thư, báo cho người khiếu nại và mở hành động khắc phục.
    Cuộc họp kết thúc vào 15 giờ 10 phút, ngày 20/01/2026.
sample-transfer-subject = Chuyển khiếu nại số 2026-0042
sample-transfer = Phòng Hành chính tổng hợp chuyển đến Bộ phận Quản lý chất lượng khiếu nại của Công ty Cổ phần Thiết bị Sông Cầu, số đến 15, ngày 05/01/2026, kèm 03 tài liệu.
    Đề nghị bộ phận xem xét, phân loại trước ngày 08/01/2026.
sample-incoming-subject = Công văn số 12/TBSC-KD ngày 05/01/2026 của Công ty Cổ phần Thiết bị Sông Cầu về việc khiếu nại thời gian gửi biên bản đánh giá
sample-incoming-head = 1. Ý kiến của lãnh đạo cơ quan, tổ chức
sample-incoming-head-text = Giao Bộ phận Quản lý chất lượng chủ trì, Phòng Chứng nhận sản phẩm phối hợp; trình dự thảo trả lời trước ngày 20/01/2026.
sample-incoming-unit = 2. Ý kiến của lãnh đạo đơn vị
sample-incoming-person = 3. Ý kiến đề xuất của người giải quyết
sample-decision-subject = Về việc gia hạn giải quyết khiếu nại số 2026-0042
sample-decision-by = Giám đốc Trung tâm Chứng nhận Chất lượng Sông Hồng
sample-decision-grounds = Căn cứ Quy trình giải quyết khiếu nại, phàn nàn, kháng nghị của Trung tâm;
    Căn cứ phiếu yêu cầu thử nghiệm lại ngày 15/01/2026;
    Theo đề nghị của Trưởng bộ phận Quản lý chất lượng.
sample-decision-verb = Quyết định:
sample-decision-articles = _Điều 1._ Gia hạn giải quyết khiếu nại số 2026-0042 của Công ty Cổ phần Thiết bị Sông Cầu từ ngày 04/02/2026 đến ngày 06/03/2026.
    _Điều 2._ Lý do gia hạn: cần kết quả thử nghiệm lại tại phòng thử nghiệm độc lập.
    _Điều 3._ Trưởng bộ phận Quản lý chất lượng chịu trách nhiệm thông báo cho người khiếu nại và thi hành quyết định này.
sample-decision-copy = Như Điều 3
sample-correction-subject = đính chính Công văn số 07/TT-QLCL ngày 04/02/2026
sample-correction = Trung tâm đã ban hành Công văn số 07/TT-QLCL ngày 04/02/2026. Do sơ suất về thể thức, Trung tâm xin đính chính như sau:
    Cụm từ “ngày 04/01/2026” nay đọc lại là “ngày 07/01/2026”. Các nội dung khác giữ nguyên.

## Chỗ điền của mẫu văn bản
sample-kind = khiếu nại
sample-reasons = Sau khi đối chiếu hồ sơ đánh giá, khiếu nại là có cơ sở: biên bản hoàn thành ngày 12/12/2025 nhưng đến ngày 04/01/2026 mới được gửi đi.
sample-extension-reason = cần kết quả thử nghiệm lại tại một phòng thử nghiệm độc lập.
sample-why-not-ours = Việc giao hàng chậm thuộc quan hệ mua bán giữa hai doanh nghiệp.

## Báo cáo năm
sample-measures = Giải thích kết quả, gửi lại biên bản và sửa hướng dẫn lập lịch đánh giá.
sample-problem = Biên bản đánh giá gửi chậm do không có người theo dõi ngày gửi.
sample-report-remarks = Số liệu khớp với Sổ. Đề nghị rà soát việc lập lịch đánh giá.
