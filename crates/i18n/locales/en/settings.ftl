### The periods of the procedure, which an organisation may change.

period-unit-working-days = working days
period-unit-days = days
period-unit-hours = hours
period-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}

period-confirm-entry = The register officer confirms a settlement on the spot
period-report = Reports to QMR and the unit concerned; reports of the result; notice to an affected client
period-promise = Contact details taken and a reply promised
period-direction = QMR gives the direction
period-acknowledge = A written case is acknowledged
period-assess = The case is assessed and a case officer assigned
period-participants = Those who took part in the certification activity are named
period-replacement = A replacement is named
period-tell-subject = The person complained about is informed
period-statement = The person complained about gives a statement
period-plan = Cause and plan, from the assessment
period-approve-plan = Leadership approves or returns the plan
period-draft-before-limit = Outcome and draft letter, before the limit
period-sign = Leadership signs or returns the letter
period-dispatch = The general administration office numbers and sends the letter
period-answer-calendar = Answer, from the day of receipt
period-tell-extension = The complainant is told of an extension
period-investigate = Investigation of a leak, from the assessment
period-leak-hours = Assessment of the effect on personal data, from the first reading
period-notice = Notice of the outcome or of the end of the process
period-response = The complainant may reject the outcome
period-review-calendar = Internal review
period-recourse-calendar = Waiting for a result from outside
period-progress = The complainant hears of progress, every
period-effectiveness-calendar = Review of effectiveness, from the last action
period-corrective-plan = Root cause and plan of a corrective action
period-new-decision-calendar = New certification decision after an upheld appeal
period-confirm-annulment = QMR decides on an annulment
period-ask-client = The certified client is asked for its evidence
period-client-measures = Referral and measures regarding the certified client, from the outcome
