### Words that stand on every page.

-product = Phúc Đáp

product-name = { -product }
product-purpose = Complaints, grievances and appeals
language-name = English
language-switch = Language
page-title = { $page } – { -product }

## The frame of the page
skip-to-content = Skip to main content
menu = Menu
main-navigation = Main navigation
breadcrumbs = Breadcrumbs
account-menu = Account
sign-in = Sign in
sign-out = Sign out
sign-out-of = Sign out of { -product }
theme = Theme
theme-light = Light
theme-dark = Dark
theme-auto = As the device
quick-search = Search the register
quick-search-hint = Case number, name, words
keyboard-shortcuts = Keyboard shortcuts

nav-work = My work
nav-intake = Intake
nav-register = Register
nav-corrective = Corrective actions
nav-year = Yearly compilation
nav-letters = Letters
nav-admin = Administration
nav-procedure = Procedure

## Actions
save = Save
save-changes = Save changes
cancel = Cancel
confirm = Confirm
back = Back
continue-button = Continue
close-button = Close
open-button = Open
edit = Edit
add = Add
remove = Remove
delete = Delete
search = Search
filter = Filter
filters-clear = Clear filters
print = Print
download = Download
export-csv = Export CSV
export-xlsx = Export XLSX
show-more = Show more
why-this-date = Why this date?
why-not-allowed = Why is this not possible?
yes = Yes
no = No
none = None
unknown = Not known
all = All
or = or

## Tables
table-empty = No rows
table-first = First page
table-next = Next page
table-previous = Previous page
table-pages = Pages
table-sort-by = Sort by { $column }
table-sorted-up = sorted ascending
table-sorted-down = sorted descending
table-rows = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
table-rows-at-least = more than { NUMBER($rows) } rows

## Forms
form-required = required
form-optional = optional
form-choose = – Choose –
form-errors-title = { $errors ->
    [one] One thing needs attention. What you typed is still here.
   *[other] { $errors } things need attention. What you typed is still here.
}
form-file-hint = At most { $size } per file.
form-files-kept = Files received
date-picker = Pick a day
form-date-hint = day/month/year
form-typed-kept = What you typed has been kept.
form-characters-at-most = At most { NUMBER($count) } characters.

field-missing = This is needed.
field-too-long = Longer than { NUMBER($count) } characters.
field-not-a-date = This is not a date. A correct example: 02/03/2026.
field-choose-one = Choose one.

## Time limits: always an icon and a word, never colour alone
due-on-time = On time
due-soon = Due soon
due-late = Overdue
due-none = No time limit
due-done = Done
due-provisional = Provisional date
due-date = Due { $date }

## Notices
notice-saved = Saved.
notice-success = Done
notice-warning = Please note
notice-danger = Not possible
notice-info = Information
step-done = done
step-now = current step
step-ahead = still ahead
rule-behind = Under { $rule }
demo-banner = Demonstration: every person and case here is fictitious.
