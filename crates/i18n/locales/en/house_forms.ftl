### Forms of the house from what a case holds. The papers themselves are in Vietnamese.

house-form-matter = { $kind } No. { $number }
house-form-content = Matter:
house-form-received = { $summary } Received on { $received }, answer due { $limit }.
house-form-cause = Cause:
house-form-plan = Plan:
house-form-measure = - { $what }; by { $doer }; until { $by }.
house-form-director = The Director
house-form-please = Submitted to the Director for approval.
house-form-proposal-subject = Plan to settle { $matter }
house-form-talk-subject = Talk about { $matter }
house-form-time = Time:
house-form-people = Present:
house-form-account = Account:
house-form-lesson = Lesson:
house-form-read-again = Those present have read this and agree.
house-form-leak-subject = Investigation of a leak in { $matter }
house-form-findings = Findings:
house-form-conclusion = Conclusion:
house-form-leak-confirmed = information leaked.
house-form-leak-not-confirmed = no information leaked.
house-form-transfer-subject = Transfer of { $matter }
house-form-transfer = { $documents ->
    [0] Passed on: { $matter } of { $complainant }, received on { $received }.
    [one] Passed on: { $matter } of { $complainant }, received on { $received }, with one enclosure.
   *[other] Passed on: { $matter } of { $complainant }, received on { $received }, with { $documents } enclosures.
}
house-form-direction = Direction:
house-form-by = Please settle and answer it in time, by { $limit } at the latest.
house-form-incoming-subject = Letter, incoming number { $number }, received on { $received }, of { $complainant }: { $summary }
house-form-extension-subject = Extension of the time limit of { $matter }
house-form-grounds = Having regard to the procedure of { $organisation } for complaints, grievances and appeals;
house-form-at-request = At the request of { $person } of { $on }.
house-form-article = Article { $number }.
house-form-extends = The time limit of { $matter } of { $complainant } is extended from { $from } to { $until }.
house-form-reason = Reason: { $reason }
house-form-carried-out = The quality management representative informs the complainant and carries out this decision.

## The papers of a case
case-forms = Forms of the house
case-forms-text = Made from what the case holds; number and day stay blank for the registry. The DOCX can be edited in Word.
case-form-proposal = Proposal of the plan
case-form-conduct-talk = Minutes of the talk
case-form-leak-investigation = Minutes of the leak investigation
case-form-transfer = Transfer slip
case-form-incoming-sheet = Sheet of the incoming document
case-form-extension-decision = Decision on the extension
