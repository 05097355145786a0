### What the acts ask for. field-<name> serves all; field-<act>-<name> where an act has its own word; …-hint stands below the field.

## For several acts
field-reason = Reason
field-note = Note
field-words = Content
field-way = Way of sending
field-person = Person
field-people = Those present
field-documents = Attachments
field-unit = Unit concerned
field-case = Case number
field-case-hint = Example: 2026-0042
field-case-officer = Case officer
field-safety = Concerns safety
field-kind = Kind of case
field-subjects = Subjects
field-channel = Channel
field-received-on = Received on
field-content = Content of the complaint
field-reply-by = Reply promised by
field-measure = Assigned measure
field-measures = Measures
field-what = Measure
field-doer = Who does it
field-by = Done by
field-result = Result
field-problem = Problem
field-owner = Owner
field-cause = Cause
field-conclusion = Conclusion
field-remarks = Remarks
field-digest = Check value of the content
field-action = Corrective action

## Intake
field-declared-kind = The complainant’s own word
field-declared-kind-hint = As the complainant put it; QMR decides the kind by substance.
field-complainant = Complainant
field-party = Complainant
field-name = Name of person or organisation
field-name-hint = Leave empty if the complainant is not known.
field-address = Address
field-email = E-mail address
field-phone = Telephone number
field-representative = Representative
field-reach = How to reach the complainant
field-letter = There is an address for a letter
field-voice = Can be reached by telephone or in person
field-is-client = Is the client or applicant concerned
field-is-client-hint = Only a client or applicant can appeal, and only against a decision about itself.
field-represented = Has a representative with a letter of authority
field-group = Several people without a representative
field-group-hint = The letter goes to every address.
field-remedy-sought = Remedy sought
field-persons-concerned = Persons complained about
field-persons-concerned-hint = Members of staff named in the complaint; they take no part in settling it.
field-forwarder = Forwarding body
field-report-by = Report wanted by
field-identity-withheld = The forwarding body withheld the complainant’s identity
field-identity-withheld-hint = The letter to the forwarding body is the reply.
field-summary = Summary
field-receive-received-on-hint = The first day on which the content reached anyone or any address of the centre, on days of rest too.
field-receive-content = Content
field-receive-safety-hint = The product may endanger its users; the Director is alerted the same day.

## The register
field-explanation = What was explained
field-satisfaction = How the complainant showed satisfaction
field-satisfaction-hint = In the complainant’s words, such as “Thank you, I understand now.”
field-ground = Ground
field-ask-annulment-reason = Explanation
field-ask-annulment-reason-hint = For a duplicate, give the number of the other case.
field-overturn-settlement-reason = Why the settlement does not stand
field-incoming-number = Incoming number
field-arrived-on = Arrived on
field-no-contact-reason = Why there are no contact details
field-no-contact-reason-hint = Only where no reply can be promised.
field-promise-reply-by-hint = Within the time limit of the case.
field-direction = Direction
field-acknowledge-words = Acknowledgement
field-acknowledge-words-hint = Case number, time limit, next step.
field-wrote-on = Date of the writing
field-become-written-content = What was written
field-letter-address = There is now an address for a letter
field-correct-complainant-party = Who the complainant is
field-correct-complainant-party-hint = Only where it was not known, or was somebody else.
field-correct-complainant-letter-address = Is there an address for a letter?
field-correct-complainant-voice-contact = Can the complainant be spoken to?
field-correct-complainant-is-client = Client or applicant of the certificate or decision concerned?
field-correct-complainant-represented = Is there a representative with a letter of authority?
field-correct-complainant-group = Is it a group?
field-correct-complainant-reason = What became known, and how
field-correct-receipt-received-on = True day of receipt
field-correct-receipt-reason = How this became known
field-link-case-reason = How the cases are related

## Assessment and assignment
field-ours = Responsibility
field-ours-hint = A certified client’s product or use of the mark is ours as regards certificate and mark.
field-assess-kind-hint = By substance; the complainant’s own word is kept beside it.
field-severity = Severity
field-complexity = Complexity
field-impact = Impact
field-assess-safety = Does it concern safety?
field-immediate-action = Is immediate action needed?
field-assess-case-officer = Assigned case officer
field-assess-case-officer-hint = Needed where the case is within our responsibility; whoever is excluded cannot be chosen.
field-assess-reason = Grounds of the assessment
field-competent = Competent person or body
field-hand-over-words = What is handed over
field-hand-over-words-hint = Do not write who made the denunciation.
field-reassign-case-officer = New case officer
field-alert-director-note = What the Director is told

## Independence
field-interest = Interest
field-interest-hint = Such as family ties, shares, advice given to the client. Leave empty if there is none.
field-decision-number = Number of the certificate or decision
field-decided-on = Date of the certificate or decision
field-client = Client
field-name-participants-people = Who took part
field-name-participants-people-hint = Name everyone; an empty list clears nobody.
field-part = Part
field-persons = Persons complained about
field-name-persons-concerned-reason = Grounds
field-recuse-reason = Why you cannot be impartial
field-role = Role to be filled
field-substitute-person = Replacement

## Inquiry
field-description = Evidence
field-description-hint = Describe it so that others can find it: documents, samples, pictures, accounts.
field-source = Obtained from
field-obtained-on = Obtained on
field-verified-by = Verified by
field-tell-subject-words = What the person is told
field-tell-subject-way = How the person is told
field-record-statement-person = Whose statement
field-declined = Declined to give one
field-statement = Statement
field-statement-hint = If declined, say when the person was asked and what the answer was.
field-establish-cause-cause-hint = Why it happened, not only what happened.
field-held-on = Day of the talk
field-account = That person’s own account
field-lesson = Lesson
field-team = Investigation team
field-findings = What was found
field-leak-confirmed = Did information leak?
field-personal-data = Were personal data involved?
field-assess-data-breach-conclusion = Conclusion and what follows
field-assess-data-breach-conclusion-hint = Who must be told by when, or why nobody.
field-tell-affected-client-words = What the client is told
field-tell-affected-client-way = How the client is told
field-answer-by = Answer wanted by
field-ask-client-words = What is asked for
field-ask-client-words-hint = Do not say who complained.
field-referred = Is it referred to the certified client?
field-refer-to-client-words = What is referred, or why it is not
field-decide-on-client-measure = Measure regarding the client

## Plan and outcome
field-plan = Plan
field-plan-hint = For an unfounded case the plan may be to explain.
field-return-plan-reason = What must be changed or added
field-approve-plan-note = Remarks of leadership
field-finding = Finding
field-remedy = Remedy
field-reasons = Grounds of the finding
field-no-evidence-reason = Why there is no evidence
field-no-evidence-reason-hint = Only where the case has no evidence at all.
field-approve-outcome-note = Remarks on the approval
field-existing = The action exists and is linked now
field-report-result-to-qmr-note = What is reported
field-report-result-to-leadership-note = What is reported

## The letter
field-addressee = Addressee
field-addressee-hint = Name and address as they follow “Kính gửi”.
field-subject-line = Subject line
field-subject-line-hint = What follows “V/v”, one sentence at most.
field-body = Body
field-body-hint = Each line is a paragraph. **bold**, *italic*; type \* for a star that is to stay.
field-signer = Signer
field-return-letter-reason = What must be changed
field-sign-letter-documents = Signed paper (scan)
field-number = Number
field-number-hint = The next number of the register of outgoing documents; another one already given may be entered.
field-symbol = Symbol
field-dispatch-letter-way = Sent by
field-tracking = Tracking code or proof of sending
field-delivery = Delivery
field-delivered-on = Delivered or returned on
field-replace-letter-reason = What is wrong in the content
field-correct-letter-reason = What is wrong in the form
field-approve-plan-measures = Who does what by when
field-approve-plan-measures-hint = As proposed; change what leadership assigns otherwise.
field-letter-number = Number and symbol of the letter
field-dated-on = Date of the letter
field-record-governing-letter-reason = Why nobody at the centre may sign
field-record-governing-letter-documents = Copy of the letter
field-answer-by-voice-words = What was answered
field-notice-declined = The complainant wants no written notice
field-attempts = Attempts to reach the complainant
field-attempts-hint = Day, way and result of each.

## Time
field-until = New time limit
field-until-hint = A working day later than the limit in force.
field-ask-extension-until = Time limit proposed
field-ask-extension-reason = Why the answer cannot be given in time
field-grant-extension-reason = Reason for the extension
field-refuse-extension-reason = Reason for refusing
field-tell-extension-words = What the complainant is told
field-tell-progress-words = Progress and next step
field-tell-progress-reply-by = New day promised
field-tell-progress-reply-by-hint = Needed when the day promised before has come.
field-report-to-forwarder-words = Report

field-hear-from-complainant-words = What the complainant says
field-hear-from-complainant-heard-on = Day it reached us
field-hear-from-complainant-documents = Documents with it
field-write-to-complainant-words = Message

## After the answer
field-response = The complainant’s response
field-record-response-words = The complainant’s words
field-forum = Where the complainant went
field-known-on = Known since
field-record-recourse-words = What is known of it
field-record-recourse-result-words = The result and what follows
field-handed-over = Handed over to someone else to decide
field-report-new-decision-words = The new decision, or to whom it was handed over and by when
field-withdrawn-on = Withdrawn on
field-withdraw-words = The complainant’s words
field-reopen-received-on = New matter received on
field-reopen-received-on-hint = Needed for a new matter; the limit runs from this day.

## Corrective action
field-preventive = Preventive action
field-preventive-hint = It has not happened yet but may happen.
field-correction = What was put right
field-method = Method of cause analysis
field-analyse-cause-cause = Root cause
field-similar = Where else the same cause may act
field-plan-actions-measures = Corrective measures
field-return-actions-reason = What must be changed or added
field-report-action-done-measure = Measure of the plan
field-effectiveness = Effectiveness
field-review-effectiveness-reasons = Grounds of the judgement
field-conclude-none-needed-reason = Why none is needed

## The yearly compilation
field-return-compilation-reason = What must be changed or added
field-file-code = File code or place of keeping
field-to-every-address = Sent to every address of the group
field-to-every-address-hint = When a group complained and named no representative.
