### The page of one's own work.

work-lead = Today is { $day }. The most urgent comes first.
work-list = To do
work-late = Overdue
work-soon = Due within 3 days
work-all = All
work-only-late = Only what is overdue.
work-only-soon = Only what is due today or within the next 3 days.
work-show-all = Show all
work-group-late = Overdue
work-group-today = Today
work-group-week = This week
work-group-later = After this week
work-group-waiting = Ready to close
work-can-close = Ready to close
work-protected = Protected file
work-nothing = Nothing is waiting for you
work-nothing-text = All your tasks are done. A new one appears here as soon as it is your turn.
work-nothing-late = Nothing is overdue
work-nothing-late-text = Everything is still within its time limit.
work-nothing-soon = Nothing is due soon
work-nothing-soon-text = Nothing is due within the next 3 days.
work-end = The end of the list
work-end-text = There is nothing after the page before.
