### Ngày, giờ, khoảng thời gian.

weekday-monday = Thứ Hai
weekday-tuesday = Thứ Ba
weekday-wednesday = Thứ Tư
weekday-thursday = Thứ Năm
weekday-friday = Thứ Sáu
weekday-saturday = Thứ Bảy
weekday-sunday = Chủ nhật

month-1 = Tháng Một
month-2 = Tháng Hai
month-3 = Tháng Ba
month-4 = Tháng Tư
month-5 = Tháng Năm
month-6 = Tháng Sáu
month-7 = Tháng Bảy
month-8 = Tháng Tám
month-9 = Tháng Chín
month-10 = Tháng Mười
month-11 = Tháng Mười Một
month-12 = Tháng Mười Hai

time-today = hôm nay
time-tomorrow = ngày mai
time-yesterday = hôm qua
time-days = { NUMBER($days) } ngày
time-working-days = { NUMBER($days) } ngày làm việc
time-days-left = còn { NUMBER($days) } ngày
time-days-late = quá { NUMBER($days) } ngày
time-since = từ { $date }
time-until = đến { $date }
time-from-to = { $from } – { $to }
