### The page of a case.

case-title = { $kind } { $number }
case-road = The steps of this case
case-protected = Protected file
case-safety = Safety is concerned
case-old-record = Old record
case-masked = This file is protected
case-masked-text = Content and identities are shown only to those who handle it. Its number and dates stand in the register.
case-overtaken = Someone was here before you. What you typed has been kept; look at it again and send it if it still fits.
case-meanwhile = Meanwhile:
notice-act-done = Recorded.

case-duties = To be done
case-no-duties = Nothing is left to do
case-no-duties-text = Every duty under the procedure has been discharged.
case-more-acts = What else can be done
case-group-handling = Handling
case-group-inquiry = Inquiry
case-group-letter = Letter and answer
case-group-time = Time and notices
case-group-independence = Independence
case-group-register = Register and closing

case-facts = Facts
case-complainant = Complainant
case-anonymous = Anonymous
case-identity-protected = Identity protected
case-represented-by = Represented by { $name }
case-channel = Channel
case-subjects = Subject
case-declared-kind = The complainant's own word
case-received-on = Received on
case-registered-on = Registered on
case-receiver = Received by
case-officer = Case officer
case-unit = Unit concerned
case-persons-concerned = Person complained about
case-decision = Certificate or decision
case-incoming-number = Incoming number
case-severity = Severity
case-content = Content
case-remedy-sought = Remedy sought
case-outcome = Outcome

case-clock = Time limit
case-limit = Answer due
case-first-limit = End of the thirty days
case-past-limits = Earlier limits
case-answered-in-time = answered in time
case-answered-late = answered late
case-extension-asked = Extension asked on { $asked } until { $until }:
case-extension-open = the Director has to decide
case-extension-granted = extended until { $until }
case-extension-late = decided after the limit
case-extension-refused = refused
case-why-calendar = { NUMBER($days) } calendar days, not counting { $from }; when the last day is a day of rest, the limit ends with the next working day (Civil Code 2015, articles 147, 148).
case-why-working = { NUMBER($days) } working days from { $from }.
case-why-before = { NUMBER($days) } working days before the limit of { $limit }.
case-why-decided = { $date } was decided on.
case-day-number = Day { NUMBER($ordinal) }.
case-day-start = The first day, not counted.
case-day-skipped = Not counted: { $why }.
case-day-rest-counted = Counted all the same: { $why }.
case-day-due = The limit ends at 24:00 on this day.
case-day-working = working day
case-day-rest = weekly day of rest

case-independence = People and independence
case-declared-none = declared: no interest
case-declared-interest = declared: an interest
case-stand-in = stand-in
case-excluded = Kept out of this case
case-nobody-excluded = Nobody is excluded so far.
case-participants = Took part in the activity concerned
case-vacant = A replacement is needed: { $role }

case-plan = Plan
case-plan-approved = approved by leadership
case-plan-returned = returned by leadership
case-plan-proposed = awaiting approval
case-letters = Letters
case-letter-title = Letter { NUMBER($place) }
case-documents = Documents
case-linked = Linked
case-history = History
case-by-system = The system
case-signed-on = (signed on { $date })
case-draft-and-submit = Save and submit for signature
case-draft-only = Save the draft
case-party-by-name = Or a new name
case-party-by-name-hint = When it is not in the list yet.

case-step-received = Received
case-step-settled = Explained at once
case-step-confirmed = Confirmed in the book
case-step-reported = QMR and unit told
case-step-assessed = Assessed
case-step-talk = Talk
case-step-leak = Leak investigated
case-step-cause = Cause
case-step-plan = Plan
case-step-outcome = Outcome
case-step-signed = Signed
case-step-answered = Answered
case-step-closed = Closed

## The letter: its words are Vietnamese on paper; these serve translated previews.
letter-draft-mark = DRAFT
letter-country = SOCIALIST REPUBLIC OF VIET NAM
letter-motto = Independence - Freedom - Happiness
letter-number-line = No.: { $number }/{ $symbol }
letter-about = Re: { $subject }
letter-place-and-date = { $place }, { $day }/{ $month }/{ $year }
letter-place-without-date = { $place },
letter-to = To: { $name }
letter-copies = Copies:
letter-copies-first = - As above;
letter-copies-last = - Filed: registry, quality.
letter-head-title = DIRECTOR
letter-first-subject = reply to complaint No. { $number }
letter-first-body = { $organisation } received your letter on { $received }.
    { $reasons }
    If you do not agree with this outcome, you may write to us within 15 working days for a review; after that the process ends. You may also turn to the accreditation body or the competent authority.
    { $organisation }./.
