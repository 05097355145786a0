### The history: each line is a sentence. What follows the colon is what that act settled.

history-sentence = { $who } { $deed }.
history-who = { $name } ({ $role })
history-system = The system
history-complainant = The complainant
history-deed-with-facts = { $deed }: { $facts }

## What each act settled
history-matter = { $kind } about { $subjects }
history-received-on = received on { $date }
history-number = register number { $number }
history-persons-concerned = persons complained about: { $people }
history-way-post = by post
history-way-email = by e-mail
history-way-by-hand = by hand
history-way-portal = through the web portal
history-incoming = { $number }, arrived on { $date }
history-reply-by = by { $date }
history-wrote-on = sent on { $date }
history-true-receipt = truly received on { $date }
history-case = for case { $number }
history-severity = severity { $severity }
history-safety = concerns safety
history-immediate = needs immediate action
history-assigned = assigned to { $person }
history-decision-concerned = certificate or decision { $number } of { $date }
history-participant = { $person } ({ $part })
history-nobody = nobody
history-stands-in = { $person } as { $role }
history-obtained-on = obtained on { $date }
history-verified-by = verified by { $person }
history-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
history-leak = information did leak
history-no-leak = no leak was confirmed
history-personal-data = personal data were involved
history-no-personal-data = no personal data were involved
history-answer-by = by { $date }
history-measure = { $person } by { $date }
history-measure-place = measure { NUMBER($place) }
history-owner = owner { $person }
history-signer = to be signed by { $person }
history-remedy = remedy: { $remedy }
history-delivery = { $delivery } on { $date }
history-letter-number = { $number }/{ $symbol }
history-letter-dated = { $number } of { $date }
history-on-day = on { $date }
history-notice-declined = the complainant wants no written notice
history-until = until { $date }
history-reply-by-again = newly promised by { $date }
history-known-on = known since { $date }
history-preventive = preventive action
history-file-code = { $code }

## Acts said otherwise when done otherwise
history-promise-without-contact = recorded that there are no contact details for a promised reply
history-declare-none = declared no interest in the matter
history-statement-of = { act-record-statement-done } of { $person }
history-statement-declined = recorded that { $person } declined to give a statement
history-not-referred = decided not to refer the complaint to the certified client
history-existing-action = linked the case to a corrective action
history-new-decision-handed-over = handed over the new certification decision

## Lines of the system
history-dated = computed dates
history-recomputed = computed dates anew, after a change of calendar or periods
history-duty-dated = { $duty } – { $date }
history-duty-provisional = { $duty } – { $date } (provisional)
history-limit-extended = answer the complainant (extended)
history-vacated = recorded roles in which nobody may act any more, so that a replacement must be named
history-filled = recorded that every role of the case has someone who may act
history-set-aside = set aside the decision of somebody now known to be excluded; an independent decision is made anew
history-transcribed = copied the case from an old register
history-old-limit = limit { $date }
history-old-answered = answered on { $date }
history-old-closed = closed on { $date }
history-old-finding = finding: { $finding }
history-old-flags = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
}
history-next = next: { $duties }
