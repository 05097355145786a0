### Mẫu văn bản: lời công văn lúc mới soạn, và trang sửa mẫu.

## Lời có sẵn
template-about-reply = trả lời { $kind } số { $number }
template-body-reply = { $opening } Sau khi xem xét, xác minh, { $organisation } trả lời như sau:
    { $reasons }
    { $recourse }
    { $organisation } trân trọng thông báo./.
template-about-referral = trả lời và hướng dẫn nơi giải quyết đơn số { $number }
template-body-referral = { $opening } Qua xem xét, nội dung nêu trong đơn không thuộc hoạt động của { $organisation }:
    { $reasons }
    Đề nghị { $you } gửi đơn đến cơ quan, tổ chức có thẩm quyền để được xem xét, giải quyết theo quy định. { $organisation } đã ghi nhận đơn vào sổ theo dõi.
    { $organisation } trân trọng thông báo./.
template-about-end = thông báo kết thúc giải quyết { $kind } số { $number }
template-body-end = { $opening } { $ending }
    { $recourse }
    { $organisation } trân trọng thông báo./.
template-about-correction = đính chính { $issued }
template-body-correction = { $organisation } đã ban hành { $issued }. Do sơ suất về thể thức, { $organisation } xin đính chính như sau:
    Cụm từ “…” nay đọc lại là “…”.
    Các nội dung khác của công văn nói trên giữ nguyên.
    { $organisation } trân trọng thông báo./.
template-about-acknowledgement = tiếp nhận { $kind } số { $number }
template-body-acknowledgement = { $opening } { $organisation } đã ghi { $kind } nói trên vào Sổ với số { $number } và sẽ trả lời chậm nhất ngày { $limit }.
    { $organisation } trân trọng thông báo./.
template-about-promise = hẹn trả lời { $kind } số { $number }
template-body-promise = { $opening } Nội dung này cần thêm thời gian để xem xét, xác minh.
    { $organisation } hẹn trả lời { $you } vào ngày { $promised }.
    { $organisation } trân trọng thông báo./.
template-about-extension = gia hạn giải quyết { $kind } số { $number }
template-body-extension = { $opening } Việc giải quyết cần thêm thời gian vì lý do sau:
    { $reason }
    Vì vậy, thời hạn giải quyết được gia hạn đến ngày { $until }.
    { $organisation } trân trọng thông báo./.
template-about-progress = tiến độ giải quyết { $kind } số { $number }
template-body-progress = { $opening } Đến nay, { $organisation } đang xem xét, xác minh { $kind } nói trên và sẽ trả lời chậm nhất ngày { $limit }.
    { $organisation } trân trọng thông báo./.
template-about-client = đề nghị giải trình về { $kind } số { $number }
template-body-client = { $organisation } nhận được { $kind } liên quan đến hoạt động được chứng nhận của { $client }.
    Đề nghị { $client } gửi văn bản giải trình, tài liệu liên quan và biện pháp khắc phục (nếu có) để { $organisation } xem xét, giải quyết.
    { $organisation } trân trọng thông báo./.

## Những câu điền vào mẫu
letter-you = Ông/Bà (Quý đơn vị)
letter-you-forwarded = bên khiếu nại
letter-opening = Ngày { $received }, { $organisation } nhận được { $kind } của Ông/Bà (Quý đơn vị).
letter-opening-forwarded = Ngày { $received }, { $organisation } nhận được { $kind } do Quý cơ quan chuyển đến.
letter-issued = Công văn số { $number } ngày { $date }
letter-recourse-reply = Nếu không đồng ý với kết quả giải quyết nêu trên, đề nghị { $you } gửi ý kiến bằng văn bản về { $organisation } trong thời hạn { NUMBER($days) } ngày làm việc kể từ ngày nhận được công văn này để được xem xét lại; quá thời hạn đó, việc giải quyết kết thúc. Đồng thời, { $you } có quyền đề nghị tổ chức công nhận hoặc cơ quan nhà nước có thẩm quyền xem xét.
letter-recourse-review = Việc giải quyết tại { $organisation } kết thúc kể từ ngày ban hành văn bản này. Theo quy định, { $you } có quyền đề nghị tổ chức công nhận, cơ quan nhà nước có thẩm quyền, trọng tài hoặc Tòa án xem xét; nếu thực hiện quyền này, đề nghị thông báo cho { $organisation } trong thời hạn { NUMBER($days) } ngày.
letter-ending-withdrawn = Ngày { $withdrawn }, { $you } đề nghị rút { $kind } nói trên.
    { $organisation } kết thúc việc giải quyết { $kind } này theo đề nghị của { $you }.
letter-ending-goes-on = Ngày { $withdrawn }, { $you } đề nghị rút { $kind } nói trên.
    { $organisation } kết thúc việc giải quyết { $kind } theo đề nghị của { $you }; nội dung được phản ánh vẫn được { $organisation } tiếp tục xem xét theo trách nhiệm của mình.
letter-ending-reviewed = Do { $you } không đồng ý với kết quả đã thông báo, vụ việc đã được những người không tham gia giải quyết lần đầu xem xét lại. Kết quả xem xét lại:
    { $reasons }

## Chỗ điền
template-case-number = số của vụ việc trong Sổ
template-kind = khiếu nại, phàn nàn hoặc kháng nghị
template-received-date = ngày nhận
template-organisation = tên tổ chức
template-complainant = tên người khiếu nại
template-addressee-form = cách gọi người khiếu nại trong công văn
template-opening = câu mở đầu: nhận được gì, ngày nào, do ai gửi hoặc chuyển đến
template-signer = họ tên người dự kiến ký
template-limit-date = hạn trả lời
template-promise-date = ngày hẹn trả lời
template-extension-date = thời hạn sau khi gia hạn
template-extension-reason = lý do gia hạn
template-outcome-reasons = kết luận và lý do đã duyệt
template-response-days = số ngày làm việc để gửi ý kiến
template-recourse-days = số ngày để báo lại việc đề nghị nơi khác xem xét
template-recourse = câu hướng dẫn quyền đề nghị xem xét lại; để trống khi đơn được rút
template-ending = lý do kết thúc: đơn được rút, hoặc kết quả xem xét lại
template-why-not-ours = vì sao không thuộc hoạt động của tổ chức
template-issued-letter = công văn đã ban hành, với số và ngày
template-client = tên khách hàng được chứng nhận
template-type-line = một dòng
template-type-text = đoạn văn
template-type-date = ngày
template-type-number = số

## Khi mẫu sai
template-wrong-at = Dòng { $line }, cột { $column }: { $what }
template-unknown = không có chỗ điền { $name }.
template-unknown-meant = không có chỗ điền { $name }; có phải { $meant }?
template-not-here = loại văn bản này không có { $name } để điền.
template-unclosed = ngoặc nhọn mở mà không đóng; muốn in dấu ngoặc nhọn thì gõ hai lần.
template-unopened = ngoặc nhọn đóng mà không mở; muốn in dấu ngoặc nhọn thì gõ hai lần.
template-empty = Không được để trống.
template-several-lines = Trích yếu chỉ viết trên một dòng.

## Trang sửa mẫu
templates-title = Mẫu văn bản
templates-lead = Lời có sẵn khi bắt đầu soạn từng loại văn bản. Người soạn sửa được lời ấy trong dự thảo; mẫu mới chỉ dùng cho dự thảo lập sau.
templates-purpose = Loại văn bản
templates-language = Ngôn ngữ
templates-lang-vi = Tiếng Việt
templates-lang-en = Tiếng Anh
templates-version = Phiên bản
templates-saved = Lưu bởi, lúc
templates-built-in = Mẫu có sẵn
templates-version-number = Bản { $version }
templates-edit = Sửa mẫu
templates-subject = Trích yếu
templates-subject-hint = Viết sau chữ “V/v”, không quá một câu.
templates-body = Nội dung
templates-body-hint = Mỗi dòng là một đoạn. **chữ đậm**, *chữ nghiêng*. Chỗ điền đặt trong ngoặc nhọn; muốn in dấu ngoặc nhọn thì gõ hai lần.
templates-placeholders = Chỗ điền
templates-placeholders-lead = Gõ đúng như chữ trong ngoặc nhọn; khi soạn, hệ thống điền từ vụ việc.
templates-placeholder = Chỗ điền
templates-type = Kiểu
templates-meaning = Được điền
templates-preview = Xem trước
templates-preview-lead = Điền bằng số liệu của một tổ chức không có thật.
templates-preview-button = Xem trước
templates-preview-pdf = Xem bản PDF
templates-paper-of = Bản PDF: { $version }
templates-save = Lưu thành bản mới
templates-history = Các phiên bản
templates-history-none = Chưa ai sửa mẫu này; văn bản được soạn theo mẫu có sẵn.
templates-compare = So sánh, khôi phục
templates-restoring = Đang xem bản { $version }. Lưu thì nội dung này thành bản mới nhất; các bản khác giữ nguyên.
templates-restoring-built-in = Đang xem mẫu có sẵn. Lưu thì nội dung này thành bản mới nhất; các bản khác giữ nguyên.
templates-difference-subject = Trích yếu
templates-difference-body = Nội dung
templates-difference = Khác với bản mới nhất
templates-overtaken = Đã có người lưu bản mới trước Anh/Chị. Nội dung đã nhập được giữ nguyên; xem phần khác biệt rồi lưu lại nếu vẫn phù hợp.
templates-begin-in-english = Soạn từ mẫu tiếng Anh
