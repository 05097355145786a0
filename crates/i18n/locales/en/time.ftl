### Dates, times of day, periods.

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

time-today = today
time-tomorrow = tomorrow
time-yesterday = yesterday
time-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
time-working-days = { $days ->
    [one] 1 working day
   *[other] { $days } working days
}
time-days-left = { $days ->
    [one] 1 day left
   *[other] { $days } days left
}
time-days-late = { $days ->
    [one] 1 day overdue
   *[other] { $days } days overdue
}
time-since = since { $date }
time-until = until { $date }
time-from-to = { $from } – { $to }
