### The report of a year: its words, tables and plots, for the page, the PDF and the workbook alike.

report-kind = Report
report-abbreviation = BC
report-subject = Complaints, grievances and appeals of { $year }
report-lead = As its procedure for complaints, grievances and appeals asks, { $organisation } has compiled all cases, the actions taken and their results in { $year }, as of { $date }.
report-lead-none = No case was entered in the book in this year. The report is made and filed all the same, as the procedure asks.
report-lead-some = { $received } cases were received in the year ({ $numbers } numbers given, { $annulled } annulled) and { $carried } carried over from earlier years; { $open } were still open at the end.
report-end = This is the report of { $year }; its annexes are part of it.
report-copy = Board of directors

## Parts
report-section = { $number }. { $title }
report-part-figures = Key figures
report-part-received = Cases received
report-part-time = Time
report-part-outcome = Outcomes
report-part-actions = Corrective and preventive actions
report-part-open = Open cases
report-part-later = Changes since earlier reports
report-part-made = How the report was made
report-plot-number = Plot { $number }. { $title }
report-table-number = Table { $number }. { $title }
report-no-plot = There is nothing to plot.
report-no-rows = None.
report-not-measured = The document was compiled before the book kept figures on recurrence, satisfaction, the effect of corrective actions and days to an answer; the report does not tell them.

## Names of tables and plots
report-figures = Figures of the year
report-by-kind = Cases by kind
report-by-channel = Cases by channel
report-by-unit = Cases by unit
report-by-subject = Cases by subject
report-by-subject-note = A case may have several subjects, so that the lines may come to more than the cases.
report-by-month = Cases by month of receipt
report-by-month-note = By day of receipt, also of cases entered in the book of another year.
report-by-timeliness = Answers and time limits, by kind
report-by-timeliness-note = Within 30 days and within the extended limit are counted separately and not added up.
report-days = Days from receipt to answer
report-days-note = Calendar days, the day of receipt not counted. A limit of 30 days that ends on a day of rest moves to the next working day, so a case may be answered after more than 30 days and still in time.
report-by-outcome = Cases by outcome
report-causes = Subjects of founded cases (Pareto)
report-causes-note = The book does not classify causes, so the plot goes by the subjects of cases that were founded wholly or in part.
report-by-action-stage = Corrective actions by state
report-effects = Effect of corrective actions reviewed in the year
report-open-by-age = Open cases by days since receipt
report-open-note = At the end of the year, or on the day of the report while the year runs; cases carried over are included.

## Columns
report-figure = Figure
report-category = Category
report-cases = Cases
report-share = Share
report-amount = Number
report-base = Of
report-in-percent = { $head } (%)
report-cumulative = Cumulative
report-month = Month
report-days-column = Days
report-total = Total
report-actions-column = Actions

## Figures
report-answered-first = Answered within 30 days
report-answered-extended = Answered after 30 days, within the extended limit
report-answered-late = Answered late
report-overdue = Overdue, not answered
report-median = Days to an answer, median
report-extended = Extended
report-acknowledged = Acknowledged in time
report-founded = Founded
report-partly = Partly founded
report-recurring = Recurring
report-reopened = Reopened
report-appeals-reversed = Appeals upheld wholly or in part
report-satisfied = Complainant satisfied
report-not-satisfied = Complainant rejected the outcome
report-not-said = Complainant said nothing
report-actions-effective = Corrective actions found effective
report-actions-reopened = Corrective actions opened again
report-definitions = How it is counted: answers in time and late are shares of the cases that were answered or are overdue; founded cases of those with an outcome; what complainants said of those answered; effective actions of those whose effect was reviewed in the year, by the last review.
report-recurring-definition = A case recurs when it is linked with a case of an earlier number and both have a subject in common and the unit or the complainant; or when it led to a corrective action to which a case of an earlier number had led.

## Age of cases
report-age-30 = Up to 30 days
report-age-60 = 31 to 60 days
report-age-90 = 61 to 90 days
report-age-more = More than 90 days

## How the report was made
report-step = Step
report-person = Person
report-day = Day
report-remarks = Remarks

## Annexes
report-annex = Annex { $number }
report-annex-of = (Annexed to the report of { $year } of { $organisation })
report-annex-cases = List of cases of { $year }
report-annex-carried = Cases carried over
report-annex-actions = Corrective and preventive actions
report-annex-protected = Protected cases count in the figures; the list tells neither their names nor their content.
report-column-number = Number
report-column-received = Received
report-column-complainant = Complainant
report-column-kind = Kind, channel
report-column-content = Content
report-column-measures = What was done
report-column-outcome = Outcome
report-column-letter = Letter
report-column-limit = Limit
report-column-answered = Answered
report-column-result = Result
report-column-problem = Problem
report-column-owner = Responsible
report-column-stage = State
report-column-opened = Opened
report-column-closed = Closed
report-column-cases = Cases

report-button = Report (PDF)
