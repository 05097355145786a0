### Plots: legends, and the sentence in place of the picture.

plots-item = { $words } { $cases }
plots-item-cumulative = { $words } { $cases } (cumulative { $share })
plots-item-days = { $days } days: { $cases }
plots-with-share = { $cases } ({ $share })
plots-others = Others ({ $number })
plots-bars = Horizontal bar chart, cases: { $items }.
plots-pareto = Pareto chart, from most to least, with the cumulative share: { $items }.
plots-trend = Line chart by month, cases received from January on: { $years }.
plots-year-by-month = { $year }: { $months }
plots-days = Distribution of days from receipt to answer, with the mark of 30 days: { $items }.
plots-cases = Cases
plots-cumulative = Cumulative share
plots-four-fifths = Mark of 80%
plots-year = { $year }
plots-month = Month
plots-within-limit = Up to 30 days
plots-beyond-limit = More than 30 days
plots-limit = Mark of 30 days
plots-days-axis = Days from receipt to answer
