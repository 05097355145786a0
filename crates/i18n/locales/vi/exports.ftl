### Xuất toàn bộ dữ liệu hoặc một vụ việc, và nạp vào một hệ thống còn trống.

export-made = Đã xuất vào { $place }
export-place-taken = { $place } đã có dữ liệu hoặc không ghi được; hãy chọn một thư mục trống hoặc một tệp .zip mới
export-without-passwords = Bản xuất không có mật khẩu: sau khi nạp, mỗi người đặt mật khẩu mới (phucdap user password).
export-set-passwords = Bản xuất không có mật khẩu: đặt mật khẩu cho người quản trị bằng phucdap user password, rồi người quản trị đặt cho những người khác.
export-unchanged = Mọi tệp đúng như khi xuất; mọi lịch sử liền mạch từ dòng đầu.
export-loaded = Đã nạp xong; không có sai khác.
export-was-in-use = Mã băm khác với mã ghi trong bản xuất: hệ thống vẫn hoạt động trong lúc xuất.
export-disk = Không đọc hoặc ghi được tệp
export-not-one = Đây không phải là bản xuất của phần mềm này
export-other-form = Bản xuất theo khuôn dạng số { $version }, phiên bản này chưa biết khuôn dạng đó
export-other-schema = Bản xuất thuộc phiên bản dữ liệu { $found }, còn hệ thống này là { $wanted }: nạp bằng đúng phiên bản đã xuất rồi mới nâng cấp
export-one-case = Bản xuất chỉ có một vụ việc: dùng làm chứng cứ, không nạp thành hệ thống được
export-missing = Thiếu tệp { $file }
export-changed = Tệp { $file } đã bị thay đổi
export-bad-line = Tệp { $file }, dòng { $line }: không đọc được
export-broken-chain = Tệp { $file }: lịch sử { $history } bị đứt hoặc bị sửa
export-not-empty = Hệ thống đã có dữ liệu (bảng { $table }); chỉ nạp được vào một hệ thống còn trống
