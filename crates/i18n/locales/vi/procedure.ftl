### Quy trình: câu chữ, tên và cách hiểu của từng quy tắc. Câu của quy tắc B chép nguyên văn.

procedure-title = Quy trình giải quyết khiếu nại, phàn nàn
procedure-step-1 = Bước 1: Xem xét tìm nguyên nhân
procedure-step-2 = Bước 2: Xử lý khiếu nại, phàn nàn, kháng nghị

rule-b1-1-title = Giải quyết ngay
rule-b1-1-sentence = Đối với khiếu nại, phàn nàn và kháng nghị bằng lời nói (trực tiếp hoặc qua điện thoại) nếu người tiếp nhận giải thích được ngay mà khách hàng thoả mãn thì thông báo cho cán bộ được phân công ghi nội dung giải quyết vào Sổ tiếp nhận và giải quyết khiếu nại, phàn nàn kháng nghị sau đó phải báo lại cho QMR và bộ phận liên quan.
rule-b1-1-explained = Vụ việc bằng lời nói, đã giải thích ngay và khách hàng thoả mãn: người tiếp nhận báo cán bộ giữ Sổ trong ngày, Sổ được xác nhận trong 1 ngày làm việc, rồi báo QMR và bộ phận liên quan; không áp dụng cho kháng nghị, kết quả chứng nhận, tính bảo mật, an toàn, vụ việc bằng văn bản hoặc khi người tiếp nhận là người bị khiếu nại.
rule-b1-1-source = Bước 1, gạch đầu dòng thứ nhất

rule-b1-2-title = Hẹn trả lời
rule-b1-2-sentence = Trường hợp người nhận phàn nàn, khiếu nại, kháng nghị không giải thích được cho khách hàng hoặc giải thích mà khách hàng chưa thoả mãn thì ghi thông tin liên lạc của khách hàng và hẹn sẽ trả lời sau cho khách hàng. Người tiếp nhận báo cho QMR để tìm phương hướng giải quyết.
rule-b1-2-explained = Chưa giải thích được hoặc khách hàng chưa thoả mãn: ghi thông tin liên lạc, hẹn ngày trả lời trong thời hạn, báo QMR trong 1 ngày làm việc để QMR cho phương hướng trong 1 ngày làm việc tiếp theo.
rule-b1-2-source = Bước 1, gạch đầu dòng thứ hai

rule-b2-1-title = Phương án giải quyết
rule-b2-1-sentence = Sau khi xem xét nguyên nhân, cán bộ được phân công phải đề ra phương án giải quyết khiếu nại và trình Lãnh đạo phân công cán bộ thực hiện.
rule-b2-1-explained = Khi đã rõ nguyên nhân, cán bộ xử lý đề xuất phương án (10 ngày làm việc từ khi xem xét); Lãnh đạo duyệt, phân công người thực hiện và thời hạn, hoặc trả lại kèm lý do (2 ngày); từng người báo đã thực hiện.
rule-b2-1-source = Bước 2, đoạn mở đầu

rule-b2-2-title = Kết quả chứng nhận
rule-b2-2-sentence = Trường hợp khách hàng khiếu nại, kháng nghị về kết quả chứng nhận sản phẩm thì Trưởng phòng CNTT xem xét giải quyết và báo cáo QMR và Lãnh đạo Trung tâm đồng thời thực hiện các hành động khắc phục theo Quy trình hành động khắc phục phòng ngừa QT-07-HTCL.
rule-b2-2-explained = Trưởng phòng CNTT xem xét giải quyết, báo cáo QMR và Lãnh đạo trước khi ký công văn; hành động khắc phục theo QT-07-HTCL được mở đồng thời, dù tiếp nhận qua hình thức nào.
rule-b2-2-source = Bước 2, đoạn mở đầu

rule-b2-3-title = Công văn trả lời
rule-b2-3-sentence = Trường hợp khiếu nại, phàn nàn và kháng nghị bằng văn bản thì sau khi QMR xem xét tìm nguyên nhân và biện pháp giải quyết phải dự thảo công văn trả lời và trình Lãnh đạo Trung tâm ký rồi chuyển cho phòng Hành chính tổng hợp để chuyển công văn đến khách hàng.
rule-b2-3-explained = QMR dự thảo công văn (chậm nhất 3 ngày làm việc trước hạn); Lãnh đạo ký hoặc trả lại (2 ngày); phòng Hành chính tổng hợp ghi số, ngày, đóng dấu, gửi và vào sổ (1 ngày). Vụ việc được coi là đã trả lời khi công văn đã gửi đi.
rule-b2-3-source = Bước 2, gạch đầu dòng thứ nhất

rule-b2-4-title = Ba mươi ngày
rule-b2-4-sentence = Mọi phàn nàn, khiếu nại cần được trả lời trong vòng 30 ngày kể từ ngày nhận được phàn nàn, khiếu nại.
rule-b2-4-explained = Mọi vụ việc, kể cả bằng lời nói và kháng nghị, được trả lời trong 30 ngày theo lịch, không tính ngày nhận; nếu ngày cuối là ngày nghỉ thì thời hạn kết thúc vào cuối ngày làm việc tiếp theo.
rule-b2-4-source = Bước 2, gạch đầu dòng thứ nhất; Bộ luật Dân sự 2015, Điều 147, 148

rule-b2-5-title = Gia hạn
rule-b2-5-sentence = Trường hợp ngoại lệ, QMR xin ý kiến Giám đốc quyết định thời hạn giải quyết.
rule-b2-5-explained = QMR đề nghị trước khi hết thời hạn đang áp dụng; Giám đốc quyết định thời hạn mới là một ngày làm việc; bên khiếu nại được thông báo trong 1 ngày làm việc.
rule-b2-5-source = Bước 2, gạch đầu dòng thứ nhất

rule-b2-6-title = Thái độ phục vụ
rule-b2-6-sentence = Trường hợp những phàn nàn về thái độ phục vụ khách hàng thì QMR trao đổi trực tiếp với cá nhân hoặc người có liên quan bị khách hàng khiếu nại để rút kinh nghiệm.
rule-b2-6-explained = QMR trao đổi trực tiếp với người bị phàn nàn, ghi lại nội dung, ý kiến của người đó và bài học; việc này không thay cho trả lời khách hàng và không phải hình thức kỷ luật.
rule-b2-6-source = Bước 2, gạch đầu dòng thứ hai

rule-b2-7-title = Tính bảo mật
rule-b2-7-sentence = Trường hợp khiếu nại về tính bảo mật của khách hàng thì QMR có trách nhiệm tổ chức điều tra nguyên nhân gây rò rỉ thông tin thực hiện các hành động khắc phục theo Quy trình hành động khắc phục phòng ngừa QT-07-HTCL.
rule-b2-7-explained = QMR tổ chức điều tra nguyên nhân rò rỉ; nếu có dữ liệu cá nhân thì đánh giá trong 72 giờ; khách hàng bị ảnh hưởng được thông báo; mở hành động khắc phục theo QT-07-HTCL.
rule-b2-7-source = Bước 2, gạch đầu dòng thứ ba

rule-b2-8-title = Tổng hợp năm
rule-b2-8-sentence = Hàng năm cán bộ được phân công tiếp nhận phàn nàn, khiếu nại có trách nhiệm tập hợp toàn bộ các khiếu nại, phàn nàn, kháng nghị, hành động giải quyết và kết quả thực hiện thành văn bản và lưu hồ sơ.
rule-b2-8-explained = Cán bộ giữ Sổ lập văn bản tổng hợp của năm trước 31 tháng 01, kể cả khi không có vụ việc nào; QMR xem xét, Lãnh đạo tiếp nhận, văn bản được chốt và lưu hồ sơ.
rule-b2-8-source = Bước 2, gạch đầu dòng cuối

rule-s1-title = Xác nhận đã nhận
rule-s1-sentence = Vụ việc bằng văn bản, kháng nghị và trường hợp hẹn trả lời phải được xác nhận đã nhận trong 2 ngày làm việc (thư điện tử và biểu mẫu trên mạng: trong ngày), nêu rõ số vụ việc, thời hạn và bước tiếp theo.
rule-s1-source = ISO/IEC 17065:2012, 7.13.3

rule-s2-title = Thuộc trách nhiệm của Trung tâm hay không
rule-s2-sentence = Trước khi xác minh, trong 3 ngày làm việc phải xác định vụ việc có liên quan đến hoạt động của Trung tâm hay không; nếu không thì trả lời có lý do, có ký và hướng dẫn nơi giải quyết, vẫn ghi Sổ; tố cáo và việc hành chính được chuyển đến người có thẩm quyền.
rule-s2-source = ISO/IEC 17065:2012, 7.13.2

rule-s3-title = Đánh giá ban đầu
rule-s3-sentence = Trong 3 ngày làm việc phải đánh giá mức độ nghiêm trọng, yếu tố an toàn, độ phức tạp, ảnh hưởng, sự cần thiết xử lý ngay và yêu cầu của bên khiếu nại; vụ việc liên quan đến an toàn được báo Giám đốc trong ngày.
rule-s3-source = ISO 10002:2018, 7.5; ISO/IEC 17065:2012, 7.13.1

rule-s4-title = Độc lập
rule-s4-sentence = Quyết định giải quyết phải do người không tham gia hoạt động chứng nhận liên quan thực hiện, hoặc được người đó xem xét và phê duyệt; người bị khiếu nại, người có lợi ích liên quan và người đã tư vấn hoặc làm việc cho khách hàng trong 2 năm gần nhất không được quyết định.
rule-s4-source = ISO/IEC 17065:2012, 7.13.5 và 7.13.6

rule-s5-title = Chứng cứ
rule-s5-sentence = Phải thu thập và kiểm chứng thông tin cần thiết: tài liệu gì, do ai cung cấp, khi nào, ai kiểm chứng; không quyết định khi chưa có chứng cứ, trừ khi nêu rõ lý do.
rule-s5-source = ISO/IEC 17065:2012, 7.13.4

rule-s6-title = Được giải trình
rule-s6-sentence = Người bị khiếu nại phải được thông báo và có cơ hội giải trình trước khi có kết luận.
rule-s6-source = ISO 10002:2018, Phụ lục D

rule-s7-title = Kết quả và kết thúc
rule-s7-sentence = Bên khiếu nại được thông báo chính thức về kết quả và việc kết thúc giải quyết khi có thể, bên kháng nghị thì luôn luôn; thông báo nêu quyền khiếu nại tiếp theo và việc giải quyết kết thúc nếu không có ý kiến phản đối trong 15 ngày làm việc.
rule-s7-source = ISO/IEC 17065:2012, 7.13.7 và 7.13.8

rule-s8-title = Không đồng ý với kết quả
rule-s8-sentence = Khi bên khiếu nại không đồng ý, vụ việc được xem xét lại một lần trong 30 ngày theo lịch bởi người không tham gia xử lý, quyết định hoặc ký; việc khiếu nại ra bên ngoài giữ vụ việc ở trạng thái mở đến khi có kết quả hoặc hết 30 ngày.
rule-s8-source = ISO 10002:2018, 7.9

rule-s9-title = Thông báo tiến độ
rule-s9-sentence = Bên khiếu nại được thông báo tiến độ 10 ngày làm việc một lần và mỗi khi gia hạn.
rule-s9-source = ISO 10002:2018, 7.3; ISO/IEC 17025:2017, 7.9.5

rule-s10-title = Hiệu lực của hành động khắc phục
rule-s10-sentence = Hành động khắc phục kết thúc bằng việc xem xét hiệu lực do người khác với người chịu trách nhiệm thực hiện, trong 90 ngày theo lịch sau hành động cuối cùng; kết luận không cần hành động phải có lý do của QMR; không hiệu lực thì mở lại.
rule-s10-source = ISO/IEC 17065:2012, 8.7.4

rule-s11-title = Kháng nghị được chấp nhận
rule-s11-sentence = Kháng nghị được chấp nhận không sửa trực tiếp giấy chứng nhận mà giao việc ra quyết định chứng nhận mới; vụ việc chỉ kết thúc khi việc đó đã được báo hoàn thành hoặc bàn giao cho người chịu trách nhiệm có thời hạn.
rule-s11-source = ISO/IEC 17065:2012, 7.13.9 và 7.6

rule-s12-title = Bảo vệ thông tin
rule-s12-sentence = Danh tính bên khiếu nại chỉ cung cấp cho người cần biết và không cung cấp cho khách hàng được chứng nhận; vụ việc về thái độ phục vụ và tính bảo mật chỉ mở cho người tham gia xử lý; mỗi lần đọc vụ việc được bảo vệ đều được ghi lại.
rule-s12-source = ISO/IEC 17065:2012, 4.5

rule-s13-title = Rút, mở lại, liên kết, đính chính
rule-s13-sentence = Rút, mở lại, liên kết và đính chính đều là việc có ghi lý do; không ghi đè, không xoá; số đã vào sổ được giữ nguyên kể cả khi huỷ.
rule-s13-source = ISO/IEC 17065:2012, 7.12 và 8.4

rule-s14-title = Sản phẩm, dấu của khách hàng được chứng nhận
rule-s14-sentence = Khách hàng được chứng nhận phải cung cấp chứng cứ và sổ khiếu nại của mình trong thời hạn yêu cầu; khiếu nại có cơ sở được chuyển cho khách hàng, không kèm danh tính bên khiếu nại, vào thời điểm không làm hỏng chứng cứ; quyết định việc giám sát hoặc đình chỉ.
rule-s14-source = ISO/IEC 17065:2012, 4.1.2.2 c) và j)
