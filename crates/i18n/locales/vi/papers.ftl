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
