### Biểu mẫu nội bộ làm từ nội dung vụ việc.

house-form-matter = { $kind } số { $number }
house-form-content = Nội dung:
house-form-received = { $summary } Tiếp nhận ngày { $received }, thời hạn trả lời { $limit }.
house-form-cause = Nguyên nhân:
house-form-plan = Phương án:
house-form-measure = - { $what }; người thực hiện: { $doer }; hạn: { $by }.
house-form-director = Giám đốc
house-form-please = Kính trình Giám đốc xem xét, phê duyệt.
house-form-proposal-subject = Phương án giải quyết { $matter }
house-form-talk-subject = Trao đổi về { $matter }
house-form-time = Thời gian:
house-form-people = Thành phần tham dự:
house-form-account = Nội dung:
house-form-lesson = Rút kinh nghiệm:
house-form-read-again = Những người tham dự đã đọc lại và đồng ý với nội dung trên.
house-form-leak-subject = Xác minh việc lộ thông tin trong { $matter }
house-form-findings = Kết quả xác minh:
house-form-conclusion = Kết luận:
house-form-leak-confirmed = có lộ thông tin.
house-form-leak-not-confirmed = không có việc lộ thông tin.
house-form-transfer-subject = Chuyển { $matter }
house-form-transfer = { $documents ->
    [0] Chuyển { $matter } của { $complainant }, nhận ngày { $received }.
   *[other] Chuyển { $matter } của { $complainant }, nhận ngày { $received }, kèm { $documents } tài liệu.
}
house-form-direction = Ý kiến chỉ đạo:
house-form-by = Đề nghị giải quyết và trả lời trong thời hạn, chậm nhất ngày { $limit }.
house-form-incoming-subject = Đơn, số đến { $number }, nhận ngày { $received }, của { $complainant }: { $summary }
house-form-extension-subject = Về việc gia hạn giải quyết { $matter }
house-form-grounds = Căn cứ Quy trình giải quyết khiếu nại, phàn nàn và kháng nghị của { $organisation };
house-form-at-request = Theo đề nghị của { $person } ngày { $on }.
house-form-article = Điều { $number }.
house-form-extends = Gia hạn giải quyết { $matter } của { $complainant } từ ngày { $from } đến ngày { $until }.
house-form-reason = Lý do gia hạn: { $reason }
house-form-carried-out = Đại diện lãnh đạo về chất lượng chịu trách nhiệm thông báo cho bên khiếu nại và thi hành quyết định này.

## Trang giấy tờ của vụ việc
case-forms = Biểu mẫu nội bộ
case-forms-text = Làm từ nội dung vụ việc; số và ngày để trống cho văn thư ghi. Bản DOCX sửa được trong Word.
case-form-proposal = Tờ trình phương án
case-form-conduct-talk = Biên bản trao đổi
case-form-leak-investigation = Biên bản xác minh lộ thông tin
case-form-transfer = Phiếu chuyển
case-form-incoming-sheet = Phiếu giải quyết văn bản đến
case-form-extension-decision = Quyết định gia hạn
