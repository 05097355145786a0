### Quá trình giải quyết: mỗi dòng là một câu. Phần sau dấu hai chấm là điều quyết định của việc đó.

history-sentence = { $who } { $deed }.
history-who = { $name } ({ $role })
history-system = Hệ thống
history-complainant = Bên khiếu nại
history-deed-with-facts = { $deed }: { $facts }

## Điều quyết định của từng việc
history-matter = { $kind } về { $subjects }
history-received-on = nhận ngày { $date }
history-number = vào Sổ số { $number }
history-persons-concerned = người bị khiếu nại: { $people }
history-way-post = qua bưu điện
history-way-email = qua thư điện tử
history-way-by-hand = trao trực tiếp
history-way-portal = qua cổng thông tin điện tử
history-incoming = số { $number }, ngày { $date }
history-reply-by = chậm nhất ngày { $date }
history-wrote-on = gửi ngày { $date }
history-true-receipt = ngày nhận thực tế là { $date }
history-case = cho vụ việc { $number }
history-severity = mức độ nghiêm trọng: { $severity }
history-safety = liên quan đến an toàn
history-immediate = cần xử lý ngay
history-assigned = phân công { $person } xử lý
history-decision-concerned = giấy chứng nhận hoặc quyết định số { $number } ngày { $date }
history-participant = { $person } ({ $part })
history-nobody = không có ai
history-stands-in = { $person } giữ vai trò { $role }
history-obtained-on = thu được ngày { $date }
history-verified-by = { $person } kiểm chứng
history-files = { NUMBER($count) } tệp đính kèm
history-leak = có rò rỉ thông tin
history-no-leak = không xác nhận có rò rỉ thông tin
history-personal-data = có dữ liệu cá nhân bị ảnh hưởng
history-no-personal-data = không có dữ liệu cá nhân bị ảnh hưởng
history-answer-by = chậm nhất ngày { $date }
history-measure = { $person } hoàn thành chậm nhất ngày { $date }
history-measure-place = { $place ->
    [1] việc thứ nhất
   *[other] việc thứ { $place }
}
history-owner = { $person } chịu trách nhiệm
history-signer = trình { $person } ký
history-remedy = biện pháp: { $remedy }
history-delivery = { $delivery } ngày { $date }
history-letter-number = số { $number }/{ $symbol }
history-letter-dated = số { $number }, ngày { $date }
history-on-day = ngày { $date }
history-notice-declined = khách hàng không cần thông báo bằng văn bản
history-until = đến hết ngày { $date }
history-reply-by-again = hẹn lại chậm nhất ngày { $date }
history-known-on = Trung tâm biết từ ngày { $date }
history-preventive = hành động phòng ngừa
history-file-code = { $code }

## Việc có lời riêng khi ghi theo cách khác
history-promise-without-contact = đã ghi nhận không có thông tin liên lạc để hẹn trả lời
history-declare-none = đã khai báo không có lợi ích liên quan
history-statement-of = { act-record-statement-done } của { $person }
history-statement-declined = đã ghi nhận { $person } từ chối giải trình
history-not-referred = đã quyết định không chuyển khiếu nại cho khách hàng được chứng nhận
history-existing-action = đã liên kết vụ việc với hành động khắc phục
history-new-decision-handed-over = đã bàn giao việc ra quyết định chứng nhận mới

## Hệ thống ghi
history-dated = đã tính thời hạn
history-recomputed = đã tính lại thời hạn theo lịch nghỉ hoặc khoảng thời gian mới
history-duty-dated = { $duty } – { $date }
history-duty-provisional = { $duty } – { $date } (tạm tính)
history-limit-extended = trả lời bên khiếu nại (đã gia hạn)
history-vacated = đã ghi nhận vai trò không còn ai được làm, phải cử người thay thế
history-filled = đã ghi nhận mọi vai trò của vụ việc đều có người làm
history-set-aside = đã huỷ quyết định của người nay được biết là phải loại trừ; phải quyết định lại độc lập
history-transcribed = đã chép vụ việc từ sổ cũ
history-old-limit = thời hạn { $date }
history-old-answered = trả lời ngày { $date }
history-old-closed = kết thúc ngày { $date }
history-old-finding = kết luận: { $finding }
history-old-flags = { NUMBER($count) } điểm cần lưu ý
history-next = việc tiếp theo: { $duties }
