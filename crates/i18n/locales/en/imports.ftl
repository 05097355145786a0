### Old registers into the book, step by step in the browser.

imports-title = Bring in an old register
imports-lead = An old register goes in whole or not at all. Every cell of the file is kept word for word beside what was understood of it.
imports-bring = Bring a file
imports-bring-button = Upload
imports-file = File
imports-file-hint = CSV, TSV, XLSX, XLSM, XLSB, XLS or ODS, up to 1 GB. Nothing is written into the register before the last step.
imports-list = What was brought
imports-by = Brought by
imports-at = At
imports-records = Cases
imports-state = State
imports-none = No old register yet
imports-none-text = Registers that were brought in, and those under way, will stand here.
imports-by-command = By a command on the server
imports-the-machine = The server
imports-kilobytes = { $size } KB
imports-state-draft = Columns being named
imports-state-checking = Being read
imports-state-checked = Read, not entered
imports-state-entering = Being entered
imports-state-done = In the register
imports-state-undoing = Being undone
imports-state-undone = Undone
imports-state-failed = Not entered
imports-state-dropped = Dropped

## Naming the columns
imports-step-file = 1. The file
imports-step-preview = 2. Its first rows
imports-step-columns = 3. Columns
imports-step-words = 4. Words of the register
imports-format = Kind of file
imports-format-text = Delimited text
imports-encoding = Encoding
imports-encoding-hint = Empty: recognised. If the letters of the first rows are wrong, choose another and look again.
imports-encoding-fits = { $name } – fits { $percent } % of the words
imports-known-told = chosen
imports-known-certain = certain
imports-known-guessed = guessed from the words
imports-delimiter = Sign between cells
imports-delimiter-comma = Comma ,
imports-delimiter-semicolon = Semicolon ;
imports-delimiter-tab = Tab
imports-sheet = Sheet
imports-header-row = Row of the headings
imports-header-rows = Rows that headings take
imports-file-text = Whoever changes one of these opens the file anew, and the columns are guessed again.
imports-columns-text = What is each column? Date received and content are required. A column left empty is kept word for word with its case. The date of answer is never guessed: it has to be chosen.
imports-role-ignored = Not used
imports-role-twice = Only one column can be this.
imports-order = How dates are written
imports-order-hint = Empty: as the dates of the file decide.
imports-order-dmy = day/month/year
imports-order-mdy = month/day/year
imports-order-ymd = year/month/day
imports-none-dates = Words that mean no date
imports-none-dates-hint = With semicolons between them, such as: not yet; -
imports-fill-down = Cells merged downwards: what the first one says holds for the rows below
imports-fill-down-hint = Each such row is flagged. Otherwise the other cells are read as empty.
imports-words-text = Unknown words are kept and flagged. Say what one means, and it is understood in every row.
imports-words-none = No unknown words.
imports-word-count = { $count ->
    [one] One row at the beginning of the file
   *[other] { NUMBER($count) } rows at the beginning of the file
}
imports-default = Where the register says nothing
imports-default-hint = Left empty, a default is entered and flagged.
imports-check = Read the whole file
imports-look = Look again
imports-drop = Drop this file
imports-refused-text = Choose another encoding or row of headings, or mend the file and bring it again.
imports-open-again = Open again

## Under way
imports-busy-checking = The file is being read
imports-busy-entering = The register is being entered
imports-busy-undoing = It is being undone
imports-busy-text = You may leave this page and come back.
imports-progress = { $done } rows read
imports-progress-of = { $done } of { $whole } rows

## What was found
imports-ready = { $rows ->
    [one] One case read; nothing is written.
   *[other] { NUMBER($rows) } cases read; nothing is written.
}
imports-ready-text = Hold the figures below against a count of your own, then enter them.
imports-errors-text = Mend the file and bring it again, or name the columns otherwise. The list of errors can be saved.
imports-no-rows = There are no rows to enter
imports-too-long = { $rows ->
    [one] One row is too much while everybody works
   *[other] { NUMBER($rows) } rows are too many while everybody works
}
imports-too-long-text = On SQLite everybody waits while a register is entered. Stop the site and run phucdap import register on the server, or use PostgreSQL.
imports-enter = Enter into the register
imports-again = Name the columns again
imports-totals = Figures
imports-problems = Findings
imports-no-problems-text = Every row was read in full.
imports-findings = { $count ->
    [one] One finding
   *[other] { NUMBER($count) } findings
}
imports-place = Where
imports-severity = Severity
imports-finding = Finding
imports-value = In the file
imports-error = Error
imports-warning = Warning

## In the register
imports-see-register = See the register
imports-undo = Undo
imports-undo-text = { $records ->
    [one] One case leaves the register and gives its number back. The undoing is put on record.
   *[other] { NUMBER($records) } cases leave the register and give their numbers back. The undoing is put on record.
}
imports-undo-built-on = Something was built on it: a case goes on or is linked, a later number of its year was given, or the yearly compilation is frozen.
imports-not-undone = It could not be undone
imports-undone = Undone
imports-undone-text = { $person } undid it on { $at }. The numbers were given back; the file can be brought in again.
imports-failed = It could not be entered; nothing was written
imports-failed-storage = Writing failed. Try again; if it still fails, tell the administrator.
imports-failed-file-gone = The file was removed after two days. Bring it again.
imports-failed-known = This file is in the register already.
imports-failed-denied = Whoever brought it may not bring registers in any more.
imports-dropped = Dropped; nothing was written
imports-origin = The file
imports-size = Size
imports-digest = SHA-256 digest

notice-import-brought = The file is here. Look at its letters and name its columns.
notice-import-reopened = The file was opened anew.
notice-import-checking = The file is being read.
notice-import-entering = The register is being entered.
notice-import-undoing = It is being undone.
notice-import-again = Name the columns again.
notice-import-dropped = The file was dropped.
notice-import-not-yet = It cannot be entered yet: errors remain, or too many rows.
