### Reminders, escalation, and a calendar for each person.

reminders-title = Reminders
reminders-lead = Duties remind before, on and after their day; what is late is told to superiors. What is done reminds no more.
reminders-matter = Matter
reminders-duty = Duty
reminders-due = Due
reminders-why = Why now
reminders-told = Reminded at
reminders-new = new
reminders-none = Nothing to be reminded of
reminders-none-text = When a duty comes near its day, or is late, the reminder stands here.
reminders-mark-read = Mark all as read
reminders-unread = Unread reminders
reminders-by-mail = Reminders by e-mail
reminders-by-mail-hint = Reminders always stand in the product, whatever is chosen here.
reminders-way-digest = One mail each morning
reminders-way-at-once = At once
reminders-way-none = No mail

## Reasons
reminders-why-passed = A good part of the term has passed
reminders-why-left = The day is near
reminders-why-due = Due today
reminders-why-late = Late
reminders-why-superior = Late, and owed by somebody you answer for
reminders-why-director = The 30 days have passed without an answer
reminders-why-nobody = Nobody holds the office that owes this: somebody must be appointed
reminders-why-no-superior = There is no superior to be told that this is late: somebody must be appointed

## Calendar
reminders-calendar = Calendar
reminders-calendar-text = This address brings what is due into your calendar program. Whoever has it reads case number, duty, rule and day, and nothing of what a case says.
reminders-calendar-give = Make an address
reminders-calendar-renew = Make a new address and end the old one
reminders-calendar-given = Copy this address now; it is not shown again.
reminders-calendar-since = An address made at { $at } is in use.
reminders-calendar-end = End the address
reminders-calendar-end-text = Calendar programs that use this address will read nothing any more.
reminders-calendar-name = Phúc Đáp – what is due
reminders-calendar-entry = { $number }: { $act }
reminders-calendar-about = Rule { $rule }. Due: { $due }.

## Mail
reminders-mail-subject = Reminders ({ $count })
reminders-mail-subject-one = Reminder: { $number } – { $act }
reminders-mail-line = { $number }: { $act } (rule { $rule }), due { $due }. { $why }.
reminders-mail-foot = An automatic reminder. How you are told is chosen on the page Reminders.

## Open pages
live-case-changed = This case has just changed.
live-reload = Reload
live-typed-stays = What you have typed stays here until you reload.

## Settings
reminders-settings = Reminders
reminders-percents = Remind when so much of the term has passed (percent)
reminders-percents-hint = Numbers from 1 to 99, separated by spaces; empty for none.
reminders-days = Remind so many days before the day
reminders-days-hint = Numbers from 1 to 60, separated by spaces; empty for none.
