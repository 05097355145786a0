### Why this date: day by day.

day-term-calendar = { $days ->
    [one] 1 day
   *[other] { $days } days
} from { $from }, that day not counted; when the last day is a day of rest, the limit is the end of the next working day
day-term-working = { $days ->
    [one] 1 working day
   *[other] { $days } working days
} after { $from }
day-term-same-day = on the same day, { $from }
day-term-before = { $days ->
    [one] 1 working day
   *[other] { $days } working days
} before the limit of { $limit }
day-term-at-limit = the limit itself, { $limit }
day-term-decided = a date that was decided
day-limit-ends = The limit ends at 24:00 on { $day }: { $term }.
day-limit-provisional = This date is provisional, since the holidays of that year are not known.

day-ordinal = day { NUMBER($ordinal) }
day-started = first day, not counted
day-counted-though = { $ordinal }, counted although a day of rest ({ $why })
day-worked-because = { $ordinal } ({ $why })
day-skipped = not counted ({ $why })
day-rolled = { $ordinal }, the last, is a day of rest ({ $why }), so the limit moves on to the next working day
day-due = the limit ends at 24:00
day-due-counted = { $ordinal }, the limit ends at 24:00
day-announced = { $name }, under { $document }
day-year-unknown = the holidays of this year are not known
