### The vocabularies of the procedure: every value as choices and badges show it. Each group is named first: vocabulary-….

vocabulary-kind = Kind of case
kind-complaint = Complaint
kind-grievance = Grievance
kind-appeal = Appeal

vocabulary-channel = Channel
channel-in-person = In person
channel-phone = Telephone
channel-letter = Letter
channel-email = E-mail
channel-web-form = Web form
channel-chat = Chat message
channel-fax = Fax
channel-authority = Forwarded by an authority or other body

vocabulary-subject = Subject
subject-certification-result = Certification result
subject-staff-conduct = Staff conduct
subject-confidentiality = Confidentiality
subject-other-activity = Other activity of the centre
subject-client-product = A certified client’s product or use of the mark
subject-complaint-handling = Complaint handling

vocabulary-severity = Severity
severity-low = Low
severity-medium = Medium
severity-high = High
severity-critical = Critical

vocabulary-degree = Degree
degree-low = Low
degree-medium = Medium
degree-high = High

vocabulary-finding = Finding
finding-founded = Founded
finding-partly = Partly founded
finding-unfounded = Unfounded
finding-undetermined = Cannot be determined

vocabulary-remedy = Remedy
remedy-explanation = Explanation
remedy-apology = Apology
remedy-retest = Retest
remedy-reevaluation = Re-evaluation
remedy-corrected-certificate = Corrected certificate
remedy-fee-refund = Refund of fees
remedy-staff-briefing = Briefing of staff
remedy-procedure-change = Change of procedure
remedy-referral = Referral to the right body
remedy-none = No remedy

vocabulary-role = Role
role-register-officer = Register officer
role-qmr = QMR
role-certification-head = Head of CNTT
role-head-of-department = Head of department
role-director = Director
role-deputy-director = Deputy director
role-registry = Registry
role-impartiality-body = Impartiality body
role-external-reviewer = External reviewer
role-auditor = Internal auditor
role-administrator = Administrator
role-case-officer = Case officer

vocabulary-part = Part taken
part-application-review = Application review
part-evaluation = Evaluation
part-review = Review
part-decision = Certification decision
part-signature = Signature of the certificate
part-first-handling = Handling of the earlier case

vocabulary-signing-mode = Signing authority
signing-mode-head = Head of the organisation
signing-mode-kt = KT. (deputising for the head)
signing-mode-tl = TL. (by order)
signing-mode-tuq = TUQ. (by mandate)
signing-mode-q = Q. (acting head)

vocabulary-ours = Responsibility
ours-ours = Within the centre’s responsibility
ours-not-ours = Not within the centre’s responsibility
ours-other-statute = Under another statute (denunciation, administrative matter)

vocabulary-reopen-ground = Ground for reopening
reopen-ground-new-matter = New matter
reopen-ground-our-error = An error of the centre

vocabulary-response = Response to the outcome
response-satisfied = Accepts the outcome
response-rejected = Rejects the outcome

vocabulary-forum = Forum outside
forum-accreditation-body = Accreditation body
forum-authority = Competent authority
forum-arbitration = Arbitration
forum-court = Court

vocabulary-annul-ground = Ground for annulment
annul-ground-mistake = Entered by mistake
annul-ground-duplicate = Duplicate of another case
annul-ground-spam = Spam

vocabulary-dispatch-way = Way of sending
dispatch-way-post = Post
dispatch-way-email = E-mail
dispatch-way-by-hand = By hand
dispatch-way-portal = Web portal

vocabulary-delivery = Delivery
delivery-delivered = Delivered
delivery-returned = Returned

vocabulary-client-measure = Measure regarding the certified client
client-measure-no-measure = No measure
client-measure-surveillance = Surveillance
client-measure-suspension = Suspension of certification

vocabulary-letter-purpose = Purpose of the letter
letter-purpose-reply = Reply
letter-purpose-referral = Referral
letter-purpose-end-notice = Notice of the end of the process
letter-purpose-correction = Correction of an issued letter

vocabulary-letter-stage = State of the letter
letter-stage-draft = Draft
letter-stage-submitted = Submitted for signature
letter-stage-signed = Signed
letter-stage-numbered = Numbered
letter-stage-dispatched = Dispatched

vocabulary-bar = Reason for exclusion
bar-subject = Is the person complained about
bar-interest = Has an interest in the matter
bar-took-part = Took part in the certification activity concerned
bar-client = Worked for or advised the client within the last 2 years
bar-first-round = Handled, decided or signed the first time

vocabulary-office = Responsible
office-anyone = Any member of staff
office-receiver = Receiver
office-register-officer = Register officer
office-qmr = QMR
office-certification-head = Head of CNTT
office-director = Director
office-leader = Centre leadership
office-registry = General administration office
office-case-officer = Assigned case officer
office-doer = Person assigned to the measure
office-requester = QMR or stand-in
office-approver = Independent approver
office-reviewer = Internal reviewer
office-effect-reviewer = QMR or leadership, not the owner
office-signer = Signer
office-handler = Whoever handles the case
office-clock = The system
office-impartiality-body = Impartiality body
office-closer = QMR or register officer

vocabulary-nature = Nature of the act
nature-information = Giving information
nature-clerical = Clerical work
nature-handling = Handling
nature-deciding = Deciding
nature-signing = Signing

vocabulary-sight = What may be seen
sight-nothing = Nothing
sight-masked = The line in the register only, without names or content
sight-heading = The heading only, enough to know whether one has an interest
sight-allegation = The allegation, not who made it
sight-report = What the report needs, not who complained
sight-full = Everything

vocabulary-stage = State
stage-received = Received
stage-inquiry = Under inquiry
stage-decided = Decided
stage-answered = Answered
stage-settled = Settled on the spot
stage-withdrawn = Withdrawn
stage-closed = Closed
stage-annulled = Annulled

vocabulary-book-entry = Register entry
book-entry-draft = Awaiting confirmation
book-entry-confirmed = Entered in the register
book-entry-annulment-asked = Annulment requested
book-entry-annulled = Entry annulled

vocabulary-answer = How it was answered
answer-on-the-spot = Explained at once
answer-voice = By voice
answer-letter = By letter
answer-conclusion = Conclusion filed, no address
answer-handed-over = Handed to the competent person

vocabulary-report = Report
report-qmr = Report to QMR
report-unit = Report to the unit concerned
report-result-to-qmr = Report of the result to QMR
report-result-to-leadership = Report of the result to leadership
report-forwarder = Report to the forwarding body

vocabulary-cause-method = Method of cause analysis
cause-method-five-whys = 5 whys
cause-method-fishbone = Fishbone diagram
cause-method-other = Another method

vocabulary-effectiveness = Effectiveness
effectiveness-effective = Effective
effectiveness-partly = Partly effective
effectiveness-not-effective = Not effective

vocabulary-action-stage = State of the corrective action
action-stage-open = Finding the cause, planning
action-stage-planned = Plan awaits approval
action-stage-under-way = Under way
action-stage-awaiting-review = Awaiting the review of its effect
action-stage-reviewed = Concluded
action-stage-closed = Closed

vocabulary-year-stage = State of the compilation
year-stage-open = Not yet compiled
year-stage-compiled = Compiled
year-stage-reviewed = Reviewed by QMR
year-stage-received = Received by leadership
year-stage-frozen = Frozen
year-stage-filed = Filed

vocabulary-day-kind = Kind of day
day-kind-holiday = Public holiday
day-kind-made-up-rest = Substitute day off
day-kind-swapped-rest = Swapped day off
day-kind-swapped-work = Swapped working day

vocabulary-day-role = How it counts
day-role-start-not-counted = First day, not counted
day-role-counted = Counted
day-role-counted-though-rest = Day of rest, counted all the same
day-role-skipped = Day of rest, not counted
day-role-last-day-rolled = The last day is a day of rest: moves on to the next working day
day-role-due = Last day of the limit

vocabulary-day-status = Day
day-status-working = Working day
day-status-weekly-rest = Weekly rest day
