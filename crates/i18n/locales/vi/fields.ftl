### Những điều mà mỗi việc phải ghi. field-<tên> dùng chung; field-<việc>-<tên> khi việc đó có lời riêng; …-hint là lời nhắc dưới ô.

## Dùng chung
field-reason = Lý do
field-note = Ghi chú
field-words = Nội dung
field-way = Cách gửi
field-person = Người
field-people = Những người tham gia
field-documents = Tệp đính kèm
field-unit = Bộ phận liên quan
field-case = Số vụ việc
field-case-hint = Ví dụ: 2026-0042
field-case-officer = Cán bộ xử lý
field-safety = Liên quan đến an toàn
field-kind = Loại vụ việc
field-subjects = Nội dung
field-channel = Hình thức tiếp nhận
field-received-on = Ngày nhận
field-content = Nội dung khiếu nại
field-reply-by = Hẹn trả lời chậm nhất ngày
field-measure = Việc được phân công
field-measures = Phân công thực hiện
field-what = Việc cần làm
field-doer = Người thực hiện
field-by = Hoàn thành chậm nhất ngày
field-result = Kết quả thực hiện
field-problem = Vấn đề cần khắc phục
field-owner = Người chịu trách nhiệm
field-cause = Nguyên nhân
field-conclusion = Kết luận
field-remarks = Nhận xét
field-digest = Mã kiểm tra nội dung
field-action = Hành động khắc phục

## Tiếp nhận
field-declared-kind = Cách gọi của bên khiếu nại
field-declared-kind-hint = Ghi đúng lời của họ; QMR xác định loại vụ việc theo nội dung thực chất.
field-complainant = Bên khiếu nại
field-party = Bên khiếu nại
field-name = Họ và tên hoặc tên tổ chức
field-name-hint = Để trống nếu không rõ người khiếu nại.
field-address = Địa chỉ
field-email = Địa chỉ thư điện tử
field-phone = Số điện thoại
field-representative = Người đại diện
field-reach = Cách liên lạc
field-letter = Có địa chỉ để gửi công văn
field-voice = Có số điện thoại hoặc gặp trực tiếp được
field-is-client = Là khách hàng hoặc bên đăng ký chứng nhận có liên quan
field-is-client-hint = Chỉ khách hàng hoặc bên đăng ký chứng nhận mới kháng nghị được quyết định về mình.
field-represented = Có người đại diện theo giấy uỷ quyền
field-group = Nhiều người cùng khiếu nại, không cử người đại diện
field-group-hint = Công văn được gửi đến từng địa chỉ.
field-remedy-sought = Yêu cầu của bên khiếu nại
field-persons-concerned = Người bị khiếu nại
field-persons-concerned-hint = Cán bộ của Trung tâm được nêu trong khiếu nại; những người này không tham gia giải quyết.
field-forwarder = Cơ quan, tổ chức chuyển đến
field-report-by = Phải báo cáo chậm nhất ngày
field-identity-withheld = Cơ quan chuyển đến không cho biết người khiếu nại
field-identity-withheld-hint = Công văn gửi cơ quan đó là công văn trả lời.
field-summary = Tóm tắt
field-receive-received-on-hint = Ngày đầu tiên nội dung đến bất kỳ người hoặc địa chỉ nào của Trung tâm, kể cả ngày nghỉ.
field-receive-content = Nội dung
field-receive-safety-hint = Sản phẩm có thể gây nguy hiểm cho người dùng; Giám đốc được báo ngay trong ngày.

## Ghi Sổ
field-explanation = Nội dung đã giải thích
field-satisfaction = Khách hàng tỏ ra thoả mãn thế nào
field-satisfaction-hint = Ghi lời của khách hàng, ví dụ: “Cảm ơn, tôi đã hiểu.”
field-ground = Căn cứ
field-ask-annulment-reason = Giải thích
field-ask-annulment-reason-hint = Nếu trùng, ghi số của vụ việc đã có.
field-overturn-settlement-reason = Vì sao không chấp nhận
field-incoming-number = Số đến
field-arrived-on = Ngày đến
field-no-contact-reason = Vì sao không có thông tin liên lạc
field-no-contact-reason-hint = Chỉ ghi khi không hẹn trả lời được.
field-promise-reply-by-hint = Trong thời hạn trả lời của vụ việc.
field-direction = Phương hướng giải quyết
field-acknowledge-words = Nội dung xác nhận
field-acknowledge-words-hint = Số vụ việc, thời hạn trả lời, bước tiếp theo.
field-wrote-on = Ngày gửi văn bản
field-become-written-content = Nội dung văn bản
field-letter-address = Nay có địa chỉ để gửi công văn
field-correct-complainant-party = Bên khiếu nại là ai
field-correct-complainant-party-hint = Chỉ chọn khi trước đây chưa biết, hoặc đã ghi nhầm người khác.
field-correct-complainant-letter-address = Có địa chỉ để gửi công văn không?
field-correct-complainant-voice-contact = Có liên hệ bằng lời được không?
field-correct-complainant-is-client = Có phải khách hàng hoặc bên đăng ký chứng nhận liên quan không?
field-correct-complainant-represented = Có người đại diện kèm giấy uỷ quyền không?
field-correct-complainant-group = Có phải nhiều người cùng khiếu nại không?
field-correct-complainant-reason = Thông tin mới và vì sao biết
field-correct-receipt-received-on = Ngày nhận thực tế
field-correct-receipt-reason = Vì sao biết
field-link-case-reason = Liên quan thế nào

## Đánh giá và phân công
field-ours = Trách nhiệm giải quyết
field-ours-hint = Sản phẩm hoặc việc dùng dấu của khách hàng được chứng nhận thuộc trách nhiệm của Trung tâm về phần giấy chứng nhận và dấu.
field-assess-kind-hint = Theo nội dung thực chất; cách gọi của bên khiếu nại được giữ bên cạnh.
field-severity = Mức độ nghiêm trọng
field-complexity = Độ phức tạp
field-impact = Mức độ ảnh hưởng
field-assess-safety = Có liên quan đến an toàn không?
field-immediate-action = Có cần xử lý ngay không?
field-assess-case-officer = Cán bộ được phân công xử lý
field-assess-case-officer-hint = Bắt buộc khi vụ việc thuộc trách nhiệm của Trung tâm; người bị hạn chế tham gia không chọn được.
field-assess-reason = Căn cứ đánh giá
field-competent = Người hoặc cơ quan có thẩm quyền
field-hand-over-words = Nội dung chuyển
field-hand-over-words-hint = Không ghi danh tính của người tố cáo.
field-reassign-case-officer = Cán bộ xử lý mới
field-alert-director-note = Nội dung báo Giám đốc

## Độc lập
field-interest = Lợi ích liên quan
field-interest-hint = Ví dụ: quan hệ gia đình, góp vốn, đã tư vấn cho khách hàng. Để trống nếu không có.
field-decision-number = Số giấy chứng nhận hoặc quyết định
field-decided-on = Ngày cấp hoặc ngày quyết định
field-client = Khách hàng
field-name-participants-people = Những người đã tham gia
field-name-participants-people-hint = Ghi đủ mọi người; danh sách trống không có nghĩa là không ai bị hạn chế.
field-part = Phần việc
field-persons = Người bị khiếu nại
field-name-persons-concerned-reason = Căn cứ
field-recuse-reason = Lý do không thể khách quan
field-role = Vai trò cần người thay
field-substitute-person = Người thay thế

## Xem xét tìm nguyên nhân
field-description = Chứng cứ
field-description-hint = Mô tả đủ để người khác tìm lại được: văn bản, mẫu, ảnh, lời kể.
field-source = Do ai cung cấp
field-obtained-on = Ngày thu được
field-verified-by = Người kiểm chứng
field-tell-subject-words = Nội dung thông báo
field-tell-subject-way = Cách thông báo
field-record-statement-person = Người giải trình
field-declined = Từ chối giải trình
field-statement = Ý kiến giải trình
field-statement-hint = Nếu từ chối, ghi đã hỏi khi nào và người đó trả lời thế nào.
field-establish-cause-cause-hint = Vì sao sự việc xảy ra, không chỉ sự việc đã xảy ra.
field-held-on = Ngày trao đổi
field-account = Ý kiến của người được trao đổi
field-lesson = Điều cần rút kinh nghiệm
field-team = Thành phần điều tra
field-findings = Điều đã tìm ra
field-leak-confirmed = Có rò rỉ thông tin không?
field-personal-data = Có dữ liệu cá nhân bị ảnh hưởng không?
field-assess-data-breach-conclusion = Kết luận và việc phải làm tiếp
field-assess-data-breach-conclusion-hint = Phải báo cho ai, trước khi nào, hoặc vì sao không phải báo.
field-tell-affected-client-words = Nội dung thông báo
field-tell-affected-client-way = Cách thông báo
field-answer-by = Trả lời chậm nhất ngày
field-ask-client-words = Nội dung yêu cầu
field-ask-client-words-hint = Không nêu danh tính bên khiếu nại.
field-referred = Có chuyển cho khách hàng được chứng nhận không?
field-refer-to-client-words = Nội dung chuyển, hoặc lý do không chuyển
field-decide-on-client-measure = Biện pháp

## Phương án và kết luận
field-plan = Phương án giải quyết
field-plan-hint = Nếu khiếu nại không có cơ sở, phương án có thể chỉ là giải thích.
field-return-plan-reason = Điều cần sửa, bổ sung
field-approve-plan-note = Ý kiến của Lãnh đạo
field-finding = Kết luận
field-remedy = Biện pháp giải quyết
field-reasons = Căn cứ của kết luận
field-no-evidence-reason = Vì sao không có chứng cứ
field-no-evidence-reason-hint = Chỉ ghi khi vụ việc không có chứng cứ nào.
field-approve-outcome-note = Ý kiến phê duyệt
field-existing = Hành động đã có, nay liên kết
field-report-result-to-qmr-note = Nội dung báo cáo
field-report-result-to-leadership-note = Nội dung báo cáo

## Công văn
field-addressee = Nơi nhận
field-addressee-hint = Tên và địa chỉ như ghi sau chữ “Kính gửi”.
field-subject-line = Trích yếu
field-subject-line-hint = Viết sau chữ “V/v”, không quá một câu.
field-body = Nội dung công văn
field-body-hint = Mỗi dòng là một đoạn. **chữ đậm**, *chữ nghiêng*; dấu sao cần giữ nguyên thì gõ \*.
field-signer = Người ký
field-return-letter-reason = Điều cần sửa
field-sign-letter-documents = Bản đã ký (quét)
field-number = Số
field-number-hint = Số kế tiếp trong Sổ đăng ký văn bản đi; có thể ghi số khác đã cấp.
field-symbol = Ký hiệu
field-dispatch-letter-way = Cách gửi
field-tracking = Mã bưu gửi hoặc bằng chứng đã gửi
field-delivery = Kết quả gửi
field-delivered-on = Ngày đến hoặc ngày bị trả lại
field-replace-letter-reason = Nội dung sai phải thay thế
field-correct-letter-reason = Điểm sai về thể thức
field-approve-plan-measures = Phân công ai làm gì, trước ngày nào
field-approve-plan-measures-hint = Theo đề xuất; sửa lại nếu Lãnh đạo phân công khác.
field-letter-number = Số, ký hiệu công văn
field-dated-on = Ngày của công văn
field-record-governing-letter-reason = Vì sao không còn ai ở Trung tâm được ký
field-record-governing-letter-documents = Bản sao công văn
field-answer-by-voice-words = Nội dung đã trả lời
field-notice-declined = Khách hàng không cần thông báo bằng văn bản
field-attempts = Những lần đã cố gắng liên lạc
field-attempts-hint = Ngày, cách liên lạc và kết quả của từng lần.

## Thời hạn
field-until = Thời hạn mới
field-until-hint = Một ngày làm việc, sau thời hạn đang áp dụng.
field-ask-extension-until = Thời hạn đề nghị
field-ask-extension-reason = Vì sao không thể trả lời kịp
field-grant-extension-reason = Lý do gia hạn
field-refuse-extension-reason = Lý do không đồng ý
field-tell-extension-words = Nội dung thông báo
field-tell-progress-words = Tiến độ và bước tiếp theo
field-tell-progress-reply-by = Hẹn lại ngày trả lời
field-tell-progress-reply-by-hint = Bắt buộc khi ngày hẹn trước đã đến.
field-report-to-forwarder-words = Nội dung báo cáo

field-hear-from-complainant-words = Nội dung ý kiến
field-hear-from-complainant-heard-on = Ngày nhận được ý kiến
field-hear-from-complainant-documents = Tài liệu kèm theo
field-write-to-complainant-words = Nội dung tin nhắn

## Sau khi trả lời
field-response = Ý kiến của bên khiếu nại
field-record-response-words = Lời của bên khiếu nại
field-forum = Nơi bên khiếu nại đưa vụ việc đến
field-known-on = Ngày Trung tâm biết
field-record-recourse-words = Nội dung đã biết
field-record-recourse-result-words = Kết quả và việc phải làm theo
field-handed-over = Bàn giao cho người khác quyết định
field-report-new-decision-words = Quyết định mới, hoặc bàn giao cho ai và trước ngày nào
field-withdrawn-on = Ngày rút
field-withdraw-words = Lời của bên khiếu nại
field-reopen-received-on = Ngày nhận nội dung mới
field-reopen-received-on-hint = Bắt buộc khi có nội dung mới; thời hạn tính từ ngày này.

## Khắc phục, phòng ngừa
field-preventive = Hành động phòng ngừa
field-preventive-hint = Sự việc chưa xảy ra nhưng có nguy cơ xảy ra.
field-correction = Việc đã khắc phục
field-method = Phương pháp tìm nguyên nhân
field-analyse-cause-cause = Nguyên nhân gốc
field-similar = Nơi khác có thể gặp cùng nguyên nhân
field-plan-actions-measures = Các hành động khắc phục
field-return-actions-reason = Điều cần sửa, bổ sung
field-report-action-done-measure = Việc trong kế hoạch
field-effectiveness = Hiệu lực
field-review-effectiveness-reasons = Căn cứ đánh giá hiệu lực
field-conclude-none-needed-reason = Vì sao không cần

## Tổng hợp năm
field-return-compilation-reason = Điều cần sửa, bổ sung
field-file-code = Mã hồ sơ hoặc nơi lưu
field-to-every-address = Đã gửi đến mọi địa chỉ trong đơn
field-to-every-address-hint = Dùng khi nhiều người cùng khiếu nại mà không cử người đại diện.
