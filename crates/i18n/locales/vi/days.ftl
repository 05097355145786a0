### Vì sao là ngày này: từng ngày một.

day-term-calendar = { NUMBER($days) } ngày kể từ ngày { $from }, không tính ngày đó; nếu ngày cuối là ngày nghỉ thì kết thúc vào cuối ngày làm việc tiếp theo
day-term-working = { NUMBER($days) } ngày làm việc sau ngày { $from }
day-term-same-day = trong ngày { $from }
day-term-before = { NUMBER($days) } ngày làm việc trước thời hạn { $limit }
day-term-at-limit = đúng thời hạn { $limit }
day-term-decided = ngày đã được quyết định
day-limit-ends = Hết hạn vào lúc 24 giờ { $day }: { $term }.
day-limit-provisional = Đây là ngày tạm tính vì chưa có lịch nghỉ của năm đó.

day-ordinal = { $ordinal ->
    [1] ngày thứ nhất
   *[other] ngày thứ { $ordinal }
}
day-started = ngày bắt đầu, không tính
day-counted-though = { $ordinal }, vẫn tính dù là ngày nghỉ ({ $why })
day-worked-because = { $ordinal } ({ $why })
day-skipped = không tính ({ $why })
day-rolled = { $ordinal }, là ngày cuối nhưng rơi vào ngày nghỉ ({ $why }) nên thời hạn chuyển sang ngày làm việc tiếp theo
day-due = hết hạn vào lúc 24 giờ
day-due-counted = { $ordinal }, hết hạn vào lúc 24 giờ
day-announced = { $name }, theo { $document }
day-year-unknown = chưa có lịch nghỉ của năm này
