### Văn bản làm ra ngoài giấy: công văn và biểu mẫu nội bộ.

papers-title = { $kind }: { $subject }
papers-to = Kính gửi:
papers-place-and-date = { $place }, { $date }
papers-copy = - { $name };
papers-as-above = Như trên
papers-kept = - Lưu: VT, { $unit }.
papers-kept-copies = - Lưu: VT, { $unit }({ $count }).
papers-deputy-for = KT. { $head }
papers-by-order-of = TL. { $head }
papers-by-mandate-of = TUQ. { $head }
papers-acting = Q. { $head }
papers-on-behalf-of = TM. { $body }

## Loại công văn
papers-letter-reply = Công văn trả lời
papers-letter-acknowledgement = Thông báo đã tiếp nhận
papers-letter-promise-of-reply = Công văn hẹn trả lời
papers-letter-extension = Thông báo gia hạn
papers-letter-referral = Công văn hướng dẫn nơi giải quyết
papers-letter-progress = Thông báo tiến độ
papers-letter-end-of-process = Thông báo kết thúc giải quyết
papers-letter-appeal-answer = Công văn trả lời kháng nghị
papers-letter-to-client = Công văn gửi khách hàng được chứng nhận
papers-letter-correction = Công văn đính chính

## Tên loại biểu mẫu
papers-form-proposal = Tờ trình
papers-form-minutes = Biên bản
papers-form-transfer = Phiếu chuyển
papers-form-incoming-sheet = Phiếu giải quyết văn bản đến
papers-form-decision = Quyết định

## Kiểu đoạn trong tệp Word
papers-style-head = Tên cơ quan chủ quản
papers-style-head-strong = Tên cơ quan
papers-style-motto = Tiêu ngữ
papers-style-number = Số, ký hiệu
papers-style-day = Địa danh, thời gian
papers-style-title = Tên loại văn bản
papers-style-addressee = Kính gửi
papers-style-body = Nội dung văn bản
papers-style-signature = Chức vụ, họ tên người ký
papers-style-copies-label = Nơi nhận, tiêu đề
papers-style-copies = Nơi nhận
papers-style-foot = Địa chỉ cơ quan
papers-style-page-number = Số trang
papers-style-draft = Dự thảo
papers-control-body = Nội dung

## Khi không in được
papers-wrong-character = { $field }: không in được ký tự { $character }; hãy xoá hoặc gõ lại.
papers-not-set = Không dàn được trang văn bản này. Hãy báo người quản trị.
papers-field-parent = Tên cơ quan chủ quản
papers-field-organisation = Tên tổ chức
papers-field-place = Địa danh
papers-field-foot = Địa chỉ cuối trang
papers-field-symbol = Ký hiệu
papers-field-title = Tên loại văn bản
papers-field-subject = Trích yếu
papers-field-addressee = Nơi kính gửi thứ { $place }
papers-field-paragraph = Đoạn thứ { $place }
papers-field-signer-title = Chức vụ người ký
papers-field-signer-name = Họ tên người ký
papers-field-copy = Nơi nhận thứ { $place }
papers-field-unit = Đơn vị lưu
papers-field-typist = Ký hiệu người soạn thảo

## Khi bản Word được đưa trở lại
papers-back-title = Đưa bản Word trở lại
papers-back-hint = Chọn tệp Word (.docx) đã tải về từ công văn này và đã sửa trong khung “Nội dung”. Nội dung mới được so với dự thảo trước khi lưu; chỉ khung đó được đọc.
papers-back-file = Tệp Word (.docx)
papers-back-read = Đọc và so sánh
papers-back-missing = Chưa chọn tệp Word.
papers-back-not-taken = Chưa lấy được nội dung từ tệp Word
papers-back-compared = So với dự thảo hiện tại
papers-back-taken = Đã đọc nội dung từ tệp Word
papers-back-taken-text = Chưa có gì được lưu. Xem phần khác biệt, sửa thêm nếu cần, rồi lưu thành dự thảo mới ở dưới. Nơi nhận, trích yếu và người ký giữ như trên biểu mẫu, không lấy từ tệp.
papers-back-dropped = Không giữ lại cách trình bày sau
papers-back-typed = Nội dung đang gõ dở trên biểu mẫu, khác với dự thảo đã lưu
papers-back-new-draft = Dự thảo mới
papers-back-too-large = Tệp lớn hơn 20 MB nên không đọc được.
papers-back-not-word = Tệp này không phải là tệp Word (.docx).
papers-back-old-word = Tệp này theo dạng Word 97–2003 (.doc). Hãy mở bằng Word, lưu lại thành .docx rồi đưa lên.
papers-back-pdf = Tệp này là PDF. Chỉ đưa lại được tệp Word (.docx) đã tải về từ công văn này.
papers-back-encrypted = Tệp Word này được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi đưa lên.
papers-back-broken = Tệp Word này bị hỏng hoặc có cấu trúc bất thường nên không đọc được.
papers-back-no-control = Không thấy khung “Nội dung” trong tệp. Hãy tải lại bản Word của công văn này và chỉ sửa trong khung đó bằng Microsoft Word; LibreOffice làm mất khung khi lưu.
papers-back-torn = Khung “Nội dung” không còn bao quanh cả nội dung công văn. Hãy tải lại bản Word và chỉ sửa trong khung đó.
papers-back-two-controls = Tệp có hơn một khung “Nội dung” nên không rõ phải lấy khung nào. Hãy giữ lại một khung.
papers-back-empty = Khung “Nội dung” trong tệp không có chữ nào.
papers-back-too-long = Khung “Nội dung” dài hơn mức một công văn giữ được.
papers-back-lost = Tệp có những thành phần mà nội dung công văn không giữ được. Hãy bỏ hoặc thay bằng chữ trong Word rồi đưa lên lại.
papers-back-lost-at = Tại đoạn { $place }: { $what }.
papers-back-lost-near = Đoạn { $place } (“{ $near }”): { $what }.
papers-back-table = bảng
papers-back-picture = hình ảnh, hình vẽ
papers-back-text-box = hộp văn bản, khung chữ
papers-back-object = đối tượng nhúng
papers-back-tracked = thay đổi được theo dõi (Track Changes) chưa chấp nhận hoặc từ chối
papers-back-note = chú thích cuối trang hoặc cuối văn bản
papers-back-comment = nhận xét (Comment)
papers-back-field = trường tự động (Field)
papers-back-equation = công thức
papers-back-control = khung nội dung khác lồng bên trong
papers-back-link = liên kết mà địa chỉ không hiện thành chữ
papers-back-page-break = ngắt trang hoặc ngắt cột
papers-back-section-break = ngắt phần (Section)
papers-back-numbering = danh sách đánh số hoặc gạch đầu dòng tự động; hãy gõ số hoặc dấu gạch thành chữ
papers-back-symbol = ký hiệu chèn bằng Symbol
papers-back-strike = chữ gạch ngang
papers-back-raised = chỉ số trên hoặc chỉ số dưới
papers-back-capitals = chữ thường hiển thị thành chữ hoa (All caps, Small caps); hãy gõ thành chữ hoa
papers-back-hidden = chữ ẩn
papers-back-character = ký tự không in được { $character }
papers-back-old-face = chữ theo phông “{ $name }” (bảng mã cũ TCVN3, VNI); hãy chuyển sang Unicode
papers-back-other = thành phần “{ $name }”
papers-dropped-underline = gạch chân
papers-dropped-colour = màu chữ
papers-dropped-highlight = tô nền chữ
papers-dropped-size = cỡ chữ
papers-dropped-typeface = phông chữ
papers-dropped-effect = hiệu ứng chữ
papers-dropped-alignment = căn giữa, căn phải
papers-dropped-line-break = ngắt dòng trong đoạn (đã tách thành đoạn riêng)

## So sánh hai bản của một nội dung
difference-none = Hai bản không khác nhau.
difference-legend = Chữ gạch ngang đã bỏ; chữ gạch chân mới thêm; dấu ¶ là chỗ hết đoạn.
