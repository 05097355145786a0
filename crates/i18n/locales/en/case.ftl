### The page of a case.

case-title = { $kind } { $number }
case-road = The steps of this case
case-protected = Protected file
case-safety = Safety is concerned
case-old-record = Old record
case-masked = This file is protected
case-masked-text = Content and identities are shown only to those who handle it. Its number and dates stand in the register.
case-allegation = This complaint concerns you
case-allegation-text = You are told what is alleged and may give your account. Who complained and how the case is handled are not shown.
case-heading = Declare before you see the file
case-heading-text = Whoever handles a case declares an interest or none before seeing its content; what stands below is enough to know whether you have one. Once you declare none, the whole file is open to you.
case-overtaken = Someone was here before you. What you typed has been kept; look at it again and send it if it still fits.
case-meanwhile = Meanwhile:
notice-act-done = Recorded.

case-duties = To be done
case-no-duties = Nothing is left to do
case-no-duties-text = Every duty under the procedure has been discharged.
case-more-acts = What else can be done
case-barred-acts = What cannot be done now, and why
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
case-declared-none = Declared: no interest
case-declared-interest = Declared: an interest
case-stand-in = Stand-in
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
case-existing-action-hint = Choose one where an action that runs already serves this case too; problem and owner then need not be filled in. Leave empty to open a new one.
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
letter-copies-last = - Filed: registry, { $unit }.
letter-head-title = DIRECTOR
letter-about-reply = reply to { $kind } No. { $number }
letter-about-referral = reply and referral concerning No. { $number }
letter-about-end = end of the handling of { $kind } No. { $number }
letter-you = you
letter-you-forwarded = the complainant
letter-opening = { $organisation } received your { $kind } on { $received }.
letter-opening-forwarded = { $organisation } received the { $kind } that you passed on to us on { $received }.
letter-body-reply = { $opening } Having looked into it, { $organisation } replies as follows:
    { $reasons }
    If this outcome is not accepted, we ask { $you } to write to { $organisation } within { NUMBER($days) } working days of receiving this letter for a review; after that the process ends. It is open to { $you } to turn to the accreditation body or the competent authority.
    { $organisation }./.
letter-body-referral = { $opening } The matter does not concern the activities of { $organisation }:
    { $reasons }
    We ask { $you } to turn to the body or authority that is competent. { $organisation } has entered the matter in its register.
    { $organisation }./.
letter-body-withdrawn = { $opening } On { $withdrawn } we were asked by { $you } to regard the { $kind } as withdrawn.
    { $organisation } ends the handling of this { $kind } as asked by { $you }.
    { $organisation }./.
letter-body-withdrawn-goes-on = { $opening } On { $withdrawn } we were asked by { $you } to regard the { $kind } as withdrawn.
    { $organisation } ends the handling of this { $kind } as asked by { $you }; it goes on looking into the matter of its own motion.
    { $organisation }./.
letter-body-reviewed = { $opening } As the outcome was not accepted, people who had no part in the first handling have reviewed it. The review found:
    { $reasons }
    With this letter the process at { $organisation } ends. It is open to { $you } to turn to the accreditation body, the competent authority, arbitration or a court; please tell { $organisation } within { NUMBER($days) } days if this is done.
    { $organisation }./.

## Who looked into a protected case.
looks-title = Who looked into this protected case
looks-when = When
looks-who = Who
looks-where = Where
look-case = Page of the case
look-corrective-action = Corrective action
look-register = Register
look-search = Search
look-export = Export of the register
look-letters = Registers of letters
look-work = My work
look-similar = Earlier cases at intake
letter-issued = letter No. { $number } of { $date }
letter-about-correction = correction of { $issued }
letter-body-correction = { $organisation } issued { $issued }. By an oversight its form contains a mistake, which is hereby corrected:
    The words “…” are to be read as “…”.
    The other contents of that letter stand as they are.
    { $organisation }./.
case-letter-not-printable = This letter cannot be printed
