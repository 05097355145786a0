### Các trang công khai: mẫu khiếu nại, kháng nghị, biên nhận và tra cứu vụ việc bằng mã.

portal-title = Khiếu nại, kháng nghị
portal-nav-home = Trang đầu
portal-nav-new = Gửi khiếu nại
portal-nav-case = Tra cứu
portal-nav-procedure = Quy trình
portal-foot = Các trang này chạy bằng { $product }. Không tải gì từ nơi khác, không theo dõi ai.
portal-staff = Dành cho cán bộ: đăng nhập
portal-not-staff = Không phải cán bộ của đơn vị?

## Trang đầu
portal-home-title = Khiếu nại, kháng nghị
portal-home-lead = Hãy cho chúng tôi biết khi Ông/Bà chưa thoả mãn về hoạt động chứng nhận hoặc về cán bộ của chúng tôi. Không cần tài khoản.
portal-way-new = Ghi lại sự việc. Ông/Bà nhận ngay số vụ việc và mã tra cứu.
portal-way-case = Dùng số và mã trên biên nhận: vụ việc đang ở đâu, công văn, tin nhắn.
portal-way-procedure = Chúng tôi tiếp nhận và giải quyết khiếu nại, kháng nghị thế nào, từng quy tắc một.
portal-steps = Sau khi gửi
portal-step-number = Ông/Bà nhận ngay số vụ việc, hạn trả lời và mã tra cứu, vào bất kỳ giờ nào.
portal-step-assess = { $days ->
   *[other] Trong { $days } ngày làm việc, chúng tôi xem xét vụ việc có thuộc trách nhiệm giải quyết của mình không và ai xử lý.
}
portal-step-progress = { $days ->
   *[other] Cứ { $days } ngày làm việc, chúng tôi thông báo tiến độ một lần.
}
portal-step-answer = { $days ->
   *[other] Ông/Bà nhận được trả lời trong { $days } ngày kể từ ngày nhận. Nếu Giám đốc gia hạn, Ông/Bà được báo thời hạn mới và lý do.
}
portal-step-reject = { $days ->
   *[other] Nếu không đồng ý với trả lời, Ông/Bà có { $days } ngày làm việc để cho biết; khi đó người khác xem xét lại.
}
portal-free = Việc này không mất phí; không ai bị đối xử bất lợi vì đã khiếu nại.
portal-other-ways = Cách khác
portal-other-ways-text = Ông/Bà cũng có thể đến trụ sở của { $organisation }, gọi điện thoại hoặc gửi thư; mọi khiếu nại đều được ghi vào cùng một sổ.

## Quy trình
portal-procedure-lead = { $organisation } tiếp nhận và giải quyết khiếu nại, kháng nghị thế nào, cùng các thời hạn đang áp dụng.
portal-procedure-version = Lần ban hành
portal-procedure-on = Có hiệu lực từ
portal-procedure-no-version = Các thời hạn dưới đây là thời hạn đang áp dụng hôm nay.

## Mẫu
portal-new-title = Gửi khiếu nại, kháng nghị
portal-new-lead = Chúng tôi chỉ hỏi những điều cần thiết. Mục ghi “không bắt buộc” có thể để trống.
portal-kind = Đây là
portal-complaint = Khiếu nại
portal-complaint-hint = Ông/Bà chưa thoả mãn về hoạt động, về cán bộ của chúng tôi, hoặc về sản phẩm chúng tôi đã chứng nhận.
portal-appeal = Kháng nghị
portal-appeal-hint = Ông/Bà là khách hàng hoặc bên đăng ký chứng nhận và đề nghị xem xét lại một quyết định chứng nhận.
portal-matter = Sự việc
portal-content = Việc gì đã xảy ra?
portal-content-hint = Việc gì, ở đâu, khi nào, ai liên quan; ghi theo lời của Ông/Bà.
portal-remedy = Ông/Bà đề nghị điều gì?
portal-remedy-hint = Ví dụ: giải thích, thử nghiệm lại, sửa sai.
portal-decision = Giấy chứng nhận hoặc quyết định liên quan
portal-decision-hint = Số hoặc tên giấy chứng nhận, quyết định, sản phẩm. Kháng nghị cần có mục này.
portal-decision-label = Giấy chứng nhận hoặc quyết định liên quan
portal-is-client = Chúng tôi là khách hàng của giấy chứng nhận này, hoặc đã đăng ký chứng nhận
portal-subjects = Về việc gì?
portal-subjects-hint = Chọn một hoặc nhiều mục.
portal-subject-result = Kết quả chứng nhận: cấp, từ chối, tạm đình chỉ, thu hồi, chậm trễ
portal-subject-conduct = Thái độ hoặc cách làm việc của cán bộ
portal-subject-confidentiality = Thông tin lẽ ra phải được giữ kín
portal-subject-product = Sản phẩm hoặc dấu của bên được chúng tôi chứng nhận
portal-subject-handling = Cách giải quyết một khiếu nại trước đây
portal-subject-other = Việc khác của chúng tôi
portal-subject-unknown = Tôi không rõ
portal-subject-unknown-hint = Khi đó chúng tôi sẽ xác định.
portal-unknown-label = (Bên khiếu nại không rõ vụ việc thuộc loại nào.)
portal-safety = Có thể nguy hiểm đến sức khoẻ hoặc an toàn của con người
portal-safety-hint = Khi đó Giám đốc được báo ngay trong ngày.
portal-files = Tệp kèm theo
portal-evidence = Ảnh, tài liệu, ghi âm
portal-files-hint = Tối đa { NUMBER($count) } tệp, mỗi tệp không quá { $size }.
portal-no-identity-cards = Vui lòng không gửi ảnh căn cước, hộ chiếu; chúng tôi không cần đến.
portal-files-kept = Tệp đã nhận
portal-add-files = Tải lên ngay các tệp đã chọn
portal-remove-file = Bỏ { $name }
portal-who = Về Ông/Bà
portal-i-am = Người gửi là
portal-person = Cá nhân
portal-organisation = Tổ chức
portal-anonymous = Tôi không muốn nêu tên
portal-anonymous-hint = Chúng tôi không giữ tên, địa chỉ. Ông/Bà vẫn có mã để tra cứu và đọc trả lời tại đây.
portal-name = Họ tên hoặc tên tổ chức
portal-name-hint = Của người hoặc tổ chức khiếu nại.
portal-email = Thư điện tử
portal-reach-hint = Nếu để trống thư điện tử, điện thoại và địa chỉ, chúng tôi viết tại đây, Ông/Bà đọc bằng mã tra cứu.
portal-phone = Điện thoại
portal-address = Địa chỉ nhận thư
portal-address-hint = Nếu muốn nhận trả lời qua bưu điện.
portal-representative = Người đại diện
portal-representative-hint = Chỉ khi viết thay cho người hoặc tổ chức nêu trên: ghi tên của Ông/Bà.
portal-authority = Giấy uỷ quyền
portal-authority-hint = Chỉ cần với người đại diện. Có thể gửi sau.
portal-authority-prefix = Giấy uỷ quyền
portal-privacy = { $organisation } chỉ dùng nội dung này để giải quyết vụ việc; người bị khiếu nại chỉ biết Ông/Bà là ai khi thật cần thiết. Nội dung chưa gửi sẽ bị xoá sau 24 giờ.
portal-submit = Gửi
portal-save = Lưu lại, viết tiếp sau
portal-saved = Đã lưu.
portal-saved-at = Đã lưu lúc { $at }; giữ 24 giờ và chỉ mở được bằng trình duyệt này.
portal-kept = Nội dung đang nhập được giữ 24 giờ, chỉ mở được bằng trình duyệt này, cho đến khi gửi.
portal-clear = Xoá nội dung đã nhập
portal-trap = Để trống ô này
portal-trapped = Có ô ẩn đã bị điền, có thể do trình duyệt tự điền. Hãy xoá ô “Để trống ô này” rồi gửi lại.
portal-too-many = Đã có quá nhiều lần gửi hoặc thử từ đường truyền của Ông/Bà, hoặc từ khắp nơi. Vui lòng thử lại sau một giờ.
portal-closed = Hiện mẫu này không nhận khiếu nại.
portal-working = Vui lòng đợi, trình duyệt đang chuẩn bị gửi.
portal-work-missing = Trình duyệt chưa chuẩn bị xong. Vui lòng gửi lại.
portal-needs-script = Mẫu này cần JavaScript để ngăn gửi tự động. Nếu không bật được, vui lòng dùng cách khác.

## Điều chưa đúng
portal-problem-files = Tối đa { NUMBER($count) } tệp, tổng cộng { NUMBER($size) } MB. Hãy bỏ bớt, hoặc gửi phần còn lại sau bằng mã tra cứu.
portal-problem-files-now = Đã có quá nhiều tệp từ đường truyền của Ông/Bà. Vui lòng thử lại sau một giờ.
portal-problem-subject = Chọn ít nhất một mục, hoặc chọn “Tôi không rõ”.
portal-problem-content = Cần ghi việc đã xảy ra.
portal-problem-name = Cần ghi tên, hoặc chọn “Tôi không muốn nêu tên”.
portal-problem-decision = Kháng nghị cần nêu giấy chứng nhận hoặc quyết định bị kháng nghị.
portal-problem-words = Cần ghi nội dung tin nhắn.

## Đã gửi
portal-sent-title = Đã gửi khiếu nại
portal-sent-text = Nội dung viết trên trình duyệt này đã được tiếp nhận.
portal-sent-other = Lần gửi trước đã được tiếp nhận. Nội dung ở đây khác lần trước; hãy gửi nếu là việc khác.
portal-receipt-show = Xem biên nhận
portal-write-another = Viết khiếu nại khác

## Biên nhận
portal-receipt-title = Đã tiếp nhận: vụ việc { $number }
portal-receipt-lead = Khiếu nại của Ông/Bà đã được ghi vào sổ.
portal-code-title = Số và mã tra cứu
portal-number = Số vụ việc
portal-received-on = Ngày nhận
portal-code = Mã tra cứu
portal-qr = Mở vụ việc
portal-code-once = Mã chỉ hiện tại đây. Hãy ghi lại, in ra hoặc lưu phiếu.
portal-code-keep = Dùng số và mã để tra cứu vụ việc. Ai có cả hai đều đọc được: không đưa cho người khác. Chúng tôi không giữ mã và không tìm lại được.
portal-code-gone = Mã không hiện lại.
portal-receipt-pdf = Phiếu PDF
portal-limit = Hạn trả lời
portal-limit-days = { $days ->
   *[other] { $days } ngày kể từ ngày nhận { $day }, không tính ngày nhận. Chỉ khi ngày cuối là ngày nghỉ thì hạn chuyển sang ngày làm việc tiếp theo.
}
portal-limit-extended = Ngày này theo quyết định gia hạn.
portal-first-limit = Hạn ban đầu là { $day }.
portal-next = Việc tiếp theo
portal-receipt-done = Tôi đã giữ mã, mở vụ việc
portal-slip-title = Biên nhận
portal-where = Tra cứu tại
portal-ack = Chúng tôi đã nhận khiếu nại của Ông/Bà ngày { $day }, số vụ việc { $number }. Hạn trả lời: { $limit }.
portal-paper-failed = Chưa lập được văn bản này. Vui lòng thử lại sau hoặc đề nghị chúng tôi gửi.

## Tra cứu
portal-door-title = Tra cứu vụ việc
portal-door-lead = Số và mã ghi trên biên nhận.
portal-number-hint = Ví dụ 2026-0042.
portal-code-hint = 20 chữ cái và chữ số; không phân biệt chữ hoa, dấu gạch.
portal-open = Mở
portal-lost-code = Mất mã?
portal-lost-code-text = Chúng tôi không tìm lại được mã. Hãy đến trụ sở, gọi điện thoại hoặc gửi thư để nhận mã mới; khi đó mã cũ không mở được nữa.
portal-wrong-code = Số và mã không khớp nhau.
portal-wrong-code-text = Hãy kiểm tra cả hai. Mã đã được thay bằng mã mới thì không mở được nữa.
portal-case-title = Vụ việc { $number }
portal-leave = Thoát
portal-standing = Vụ việc đang ở đâu
portal-answered-on = Ngày trả lời
portal-respond-by = Có thể không đồng ý đến hết ngày
portal-recourse-by = Báo việc khiếu kiện bên ngoài đến hết ngày
portal-waits = Tin nhắn của Ông/Bà đã đến và sẽ được trả lời.
portal-letters = Công văn
portal-letter = { $kind } số { $number }
portal-letter-on = gửi ngày { $day }
portal-letter-by-post = do cơ quan chủ quản gửi bằng văn bản giấy
portal-download = Tải PDF
portal-messages = Tin nhắn và thông báo
portal-no-messages = Chưa có gì
portal-no-messages-text = Những gì chúng tôi viết cho Ông/Bà hiện ở đây.
portal-you = Ông/Bà
portal-write = Nhắn tin hoặc gửi thêm chứng cứ
portal-message = Nội dung
portal-message-hint = Người xử lý vụ việc đọc và trả lời tại đây.
portal-message-send = Gửi tin nhắn
portal-no-more-messages = Vụ việc này không nhận thêm tin nhắn. Nếu có việc mới, vui lòng gửi khiếu nại mới.
portal-no-words = (không nêu thêm)
portal-response-title = Ông/Bà có thoả mãn với trả lời không?
portal-response-until = Ông/Bà có thể không đồng ý đến hết { $day }. Nếu không có ý kiến, quá trình giải quyết kết thúc.
portal-are-you-satisfied = Ý kiến của Ông/Bà
portal-satisfied = Tôi thoả mãn
portal-rejected = Tôi chưa thoả mãn
portal-rejected-hint = Khi đó vụ việc được xem xét lại một lần bởi những người chưa tham gia.
portal-response-words = Ông/Bà muốn nói gì thêm?
portal-response-words-hint = Nếu chưa thoả mãn: điều gì chưa đúng hoặc còn thiếu.
portal-response-send = Gửi ý kiến
portal-recourse-review = Nếu chưa thoả mãn, kết quả được xem xét lại một lần trong 30 ngày bởi những người không xử lý, không quyết định, không ký.
portal-recourse-other = Những cách khác còn lại
portal-recourse-outside = Ông/Bà cũng có quyền gửi đến tổ chức công nhận, cơ quan có thẩm quyền, trọng tài hoặc toà án. Khi đó vui lòng báo tại đây để vụ việc được giữ mở cho đến khi có kết quả.
portal-withdraw = Rút khiếu nại
portal-withdraw-text = Vụ việc kết thúc bằng một thông báo ngắn gửi Ông/Bà. Không thể hoàn lại; khiếu nại mới là vụ việc mới.
portal-withdraw-goes-on = Phần liên quan đến an toàn, tính bảo mật hoặc kết quả chứng nhận, chúng tôi vẫn phải làm tiếp sau khi Ông/Bà rút.
portal-withdraw-words = Lý do
portal-withdraw-sure = Vâng, tôi rút khiếu nại này
portal-withdraw-send = Rút
portal-not-now = Việc này không còn làm được; vụ việc đã chuyển bước. Nội dung đã nhập vẫn ở đây.
portal-sent-twice = Mẫu này đã gửi với nội dung khác. Hãy gửi lại nếu đúng ý Ông/Bà.

## Vụ việc đang ở đâu
portal-standing-received = Đã tiếp nhận
portal-standing-considered = Đang xem xét
portal-standing-answered = Đã trả lời
portal-standing-concluded = Đã có kết luận
portal-standing-handed-over = Đã chuyển cơ quan có thẩm quyền
portal-standing-satisfied = Đã trả lời, Ông/Bà thoả mãn
portal-standing-reviewed = Đang xem xét lại
portal-standing-ended = Đã xem xét lại
portal-standing-outside = Đang ở cơ quan bên ngoài
portal-standing-settled-at-once = Đã giải quyết ngay
portal-standing-withdrawn = Đã rút
portal-standing-closed = Đã kết thúc
portal-standing-annulled = Đã huỷ ghi sổ
portal-meaning-received = Vụ việc đã có trong sổ. Tiếp theo, chúng tôi xem xét có thuộc trách nhiệm giải quyết của mình không và ai xử lý.
portal-meaning-considered = Chúng tôi đang xem xét. Ông/Bà được báo tiến độ và được trả lời khi có kết quả.
portal-meaning-answered = Đã trả lời. Công văn ở bên dưới.
portal-meaning-concluded = Đã có kết luận nhưng chưa có địa chỉ để gửi. Hãy nhắn tin tại đây, chúng tôi sẽ chuyển đến Ông/Bà.
portal-meaning-handed-over = Cơ quan khác có thẩm quyền; vụ việc đã được chuyển đến đó. Danh tính của Ông/Bà được bảo vệ.
portal-meaning-satisfied = Cảm ơn Ông/Bà đã cho biết. Ông/Bà không cần làm gì thêm.
portal-meaning-reviewed = Ông/Bà không đồng ý với trả lời. Những người chưa tham gia đang xem xét lại; Ông/Bà sẽ nhận thông báo kết quả.
portal-meaning-ended = Việc xem xét lại đã xong và thông báo đã gửi. Quá trình giải quyết tại đây kết thúc; vẫn còn những cách bên ngoài.
portal-meaning-outside = Chúng tôi chờ kết quả của nơi Ông/Bà đã gửi đến.
portal-meaning-settled-at-once = Việc đã được giải thích ngay và Ông/Bà thoả mãn.
portal-meaning-withdrawn = Ông/Bà đã rút khiếu nại. Ông/Bà sẽ nhận một thông báo ngắn.
portal-meaning-closed = Quá trình giải quyết đã kết thúc.
portal-meaning-annulled = Mục ghi sổ đã bị huỷ, ví dụ vì ghi hai lần. Nếu không đồng ý, hãy gửi khiếu nại mới hoặc hỏi chúng tôi.

## Những gì đã báo
portal-told-received = Khiếu nại của Ông/Bà
portal-told-acknowledged = Biên nhận
portal-told-heard = Tin nhắn của Ông/Bà
portal-told-written = Tin nhắn của chúng tôi
portal-told-progress = Tiến độ
portal-told-extended = Đã gia hạn
portal-told-letter-sent = Đã gửi công văn
portal-told-answered-by-voice = Đã trả lời bằng lời nói
portal-told-handed-over = Đã chuyển cơ quan có thẩm quyền
portal-told-satisfied = Thoả mãn với trả lời
portal-told-rejected = Chưa thoả mãn với trả lời
portal-told-withdrawn = Đã rút khiếu nại
portal-told-reopened = Vụ việc được mở lại
portal-told-closed = Vụ việc đã kết thúc

## Thông báo
notice-portal-cleared = Đã xoá nội dung đã nhập.
notice-portal-left = Trình duyệt này không còn mở vụ việc.
notice-portal-ended = Đã hết thời gian mở. Vui lòng nhập lại số và mã.
notice-portal-message = Đã nhận tin nhắn của Ông/Bà.
notice-portal-response = Cảm ơn Ông/Bà, chúng tôi đã nhận ý kiến.
notice-portal-withdrawn = Đã rút khiếu nại.

## Dành cho cán bộ
portal-code-link = Mã tra cứu
portal-code-staff-title = Mã tra cứu của vụ việc { $number }
portal-code-staff-text = Với số và mã, bên khiếu nại tra cứu vụ việc trên trang công khai, đọc công văn, tin nhắn và viết cho Anh/Chị. Chỉ đưa phiếu cho chính bên khiếu nại.
portal-code-given = Đã cấp mã lúc { $at }.
portal-code-replaces = Mã mới thay mã này; mã cũ không mở được nữa.
portal-code-none = Vụ việc này chưa có mã.
portal-code-hand-out = Cấp mã và hiện phiếu
admin-portal = Trang công khai
admin-portal-open = Nhận khiếu nại qua mẫu
admin-portal-contact = Cách khác để khiếu nại
admin-portal-contact-hint = Địa chỉ, điện thoại, thư điện tử, giờ làm việc, đúng như hiện trên trang công khai.
admin-portal-procedure-version = Lần ban hành quy trình
admin-portal-procedure-version-hint = Đúng như văn bản ban hành ghi.
admin-portal-procedure-on = Có hiệu lực từ
admin-portal-work = Việc trình duyệt phải làm trước khi gửi, tính bằng bit
admin-portal-work-hint = 0 là không có. 16 mất vài giây và ngăn việc gửi tự động hàng loạt; ai không có JavaScript thì được chỉ cách khác. Tối đa 22.
