### Bringing in an old book: what was found in which row, and why a file could not be opened.

## Errors: they stop the whole file
transcription-problem-required-column-unmapped = Nobody has said which column is this required one
transcription-problem-mapped-column-missing = The file has no column of the name that the mapping gives
transcription-problem-duplicate-header = This heading stands above two or more columns; name the column by its letter, such as [C]
transcription-problem-ambiguous-date-order = It is not clear which figure is the day and which the month; write order = "dmy" or "mdy" under [dates]
transcription-problem-contradictory-date-order = Some dates can only be read day first, others only month first
transcription-problem-no-rows = There is no row below the headings
transcription-problem-received-missing = No date of receipt
transcription-problem-unreadable-date = The date cannot be read
transcription-problem-too-many-cells = The row has more cells than there are headings; perhaps a separator too many

## Warnings: imported and flagged
transcription-problem-answered-before-received = Answered before it was received
transcription-problem-sent-before-received = Sent on before it was received
transcription-problem-closed-before-received = Closed before it was received
transcription-problem-limit-before-received = Time limit before the date of receipt
transcription-problem-future-date = A date in the future
transcription-problem-implausible-date = An unlikely date, perhaps only a filler
transcription-problem-time-cut = Only the day is taken; the time stays in the original cell
transcription-problem-zone-ignored = The time names a zone; the day is taken as written
transcription-problem-two-digit-year = The year has two digits only
transcription-problem-serial-date = The number was read as the day count of a spreadsheet
transcription-problem-unknown-channel = Unknown channel; the word is kept
transcription-problem-unknown-kind = Unknown kind; the word is kept
transcription-problem-unknown-subject = Unknown subject; the word is kept
transcription-problem-summary-empty = No summary
transcription-problem-old-number-repeated = An earlier row has the same old number
transcription-problem-row-repeated = The same as an earlier row
transcription-problem-short-row = The row has fewer cells than there are headings
transcription-problem-spreadsheet-error = The cell shows an error of the spreadsheet
transcription-problem-nul-replaced = A character that cannot be stored was replaced by �
transcription-problem-encoding-guessed = The encoding was guessed from the words of the file; check that they look right
transcription-problem-marks-composed = Marks stood apart from their letters (decomposed Unicode) and were joined to them
transcription-problem-old-font = The column is written in an old font (TCVN3, VNI, VISCII) and was turned into Unicode; see whether its words are right
transcription-problem-sheet-left-out = This sheet holds data and was not read
transcription-problem-hidden-sheet-left-out = This hidden sheet holds data and was not read
transcription-problem-very-hidden-sheet-left-out = This sheet is hidden so that no menu of Excel shows it again; it holds data and was not read
transcription-problem-hidden-sheet-read = The sheet that is read is hidden in the workbook
transcription-problem-hidden-row = Hidden in the spreadsheet, read like any other row
transcription-problem-hidden-column = Hidden in the spreadsheet, read like any other column
transcription-problem-merged-cells = Merged cells: what they say stands in the first cell of each area only
transcription-problem-merged-cell = Merged with other cells: what they say stands in the first of them only, the rest is read as empty
transcription-problem-merged-cell-filled = Merged with cells above: what the first of them says was taken, as the mapping asks
transcription-problem-unnamed-column = The column holds data and has no heading
transcription-problem-unused-header-repeated = Two or more columns have the same heading; none of them is used
transcription-problem-answer-date-not-taken = This column looks like the date of answer. That date is never guessed: if it is so, choose “date of answer” for it (answered in the mapping)

## A file that cannot be opened
transcription-refused-empty = The file is empty
transcription-refused-too-large = The file is too large
transcription-refused-not-a-table = The file is neither a CSV table nor a spreadsheet
transcription-refused-web-page = The file is a web page or XML under the name of a spreadsheet; open it in a spreadsheet program and save it as .xlsx
transcription-refused-password-protected = The spreadsheet has a password; remove it and try again
transcription-refused-damaged = The spreadsheet is damaged
transcription-refused-no-such-sheet = There is no such sheet
transcription-refused-no-such-header-row = There is no such row to hold the headings
transcription-refused-unknown-encoding = The encoding of the file is not recognised ; choose one, or convert the file to Unicode and try again
transcription-refused-broken-utf8 = The file is UTF-8, but a line of it is broken
transcription-refused-no-such-encoding = There is no encoding of this name
transcription-refused-not-in-encoding = The file is not written in the encoding named
transcription-refused-unclosed-quote = A quotation mark is opened and never closed

transcription-mapping-unreadable = The mapping cannot be read

## What a column can be
transcription-role-received = Date of receipt
transcription-role-number = Old number
transcription-role-kind = Kind
transcription-role-channel = Channel
transcription-role-subject = Subject
transcription-role-unit = Unit concerned
transcription-role-complainant = Complainant
transcription-role-summary = Summary
transcription-role-limit = Time limit
transcription-role-sent = Date sent on
transcription-role-answered = Date of answer
transcription-role-closed = Date closed
transcription-role-outcome = Outcome
