### The page of intake and its slip.

intake-title = Intake
intake-lead = Write down every complaint, grievance and appeal, spoken ones too. A case has its number as soon as it is in the book.
intake-submit = Enter in the register
intake-keys = With the keyboard alone
intake-keys-text = Tab to the next field, arrow keys or space to choose, Ctrl + Enter to enter the case from any field.

## The complainant
intake-who = Complainant
intake-name-hint = Earlier cases of the same person appear while you type. If no identity is given, leave this empty and tick the box under More details.
intake-similar-look = Find earlier cases of this person
intake-similar-none = There are no earlier cases that you may see.
intake-similar-found = { $count ->
    [one] One earlier case with the same name or telephone number
   *[other] { $count } earlier cases with the same name or telephone number
}
intake-similar-use = This is the person
intake-earlier-kept = Using the details of the complainant in case { $number }; with another name this is somebody else.
intake-party-kind = The complainant is
party-kind-person = A person
party-kind-organisation = An organisation
party-kind-group = A group of people
intake-representative-hint = With a letter of authority. A group without a representative gets the letter at every address.
intake-anonymous = No identity given
intake-anonymous-hint = Only when there is neither a name nor a way to reach them. With a telephone number, write “Caller without a name” as the name.

## The matter
intake-what = The matter
intake-subjects-hint = Choose one or more.
intake-content = What happened
intake-content-hint = What, where, when and who, in the complainant's own words.

## Details
intake-more = More details: day of receipt, representative, forwarder, persons concerned, safety, files
intake-read-on = Day of the first reading
intake-read-on-hint = Only when somebody read it before now; the 72 hours of rule B2.7 run from there.
intake-read-at = At
intake-forwarder-name = Name of the authority or body
intake-concerned = People and department concerned
intake-person-further = Person { NUMBER($place) }
intake-megabytes = { NUMBER($size) } MB
intake-files-kept = { $count ->
    [one] 1 file received, no need to choose it again
   *[other] { $count } files received, no need to choose them again
}

## A spoken case
intake-spoken = Explained at once, or a reply promised
intake-road = How the talk with the complainant ended
intake-road-settled = Explained at once, the complainant is satisfied
intake-road-settled-hint = Not for appeals, certification results, confidentiality or safety.
intake-road-promised = Not explained, or the complainant is not satisfied
intake-road-promised-hint = Promise a day for the reply; QMR is told as soon as the case is entered.
intake-road-recorded = Only enter it; a colleague promises the reply
intake-road-recorded-hint = When the receiver is the person complained about.
intake-reply-by-hint = Not after the time limit.
intake-report-note = A word to QMR
intake-turn-promised = Promise a reply instead
intake-turn-recorded = Only enter it and leave the promise to a colleague

## The time limit
intake-limit = Time limit
intake-limit-unknown = Enter the day of receipt to see the time limit.

## What is not right yet
intake-problem-name = Give a name, or tick “No identity given” under More details.
intake-problem-anonymous = “No identity given” is ticked, yet there is a name or a way to reach them. Untick it, or remove those.
intake-problem-email = This is not an e-mail address. A correct example: name@company.vn.
intake-problem-phone = This is not a telephone number. A correct example: 0912 345 678.
intake-problem-contact = To promise a reply there must be a telephone number, e-mail or address; if there is none, say why under “Why there are no contact details”.
intake-problem-no-contact = There are contact details. Remove this reason, or remove them.
intake-problem-forwarder = Name the authority or body that passed the case on.
intake-problem-document = This file is no longer there; please choose it again.
intake-problem-characters = There is a character that cannot be printed, usually from copying; please remove it.
intake-problem-time = This is not a time of day. A correct example: 14:05.
intake-problem-read-in-future = The first reading cannot be after now.
intake-problem-received-in-future = The day of receipt cannot be after today.
intake-problem-after-limit = The promised day is after the time limit; please choose an earlier one.

## After entering
notice-intake-received = Entered in the register. The time limit and what must be done are below.
notice-intake-settled = Entered in the register as settled on the spot. QMR and the department concerned are still to be told.
notice-intake-promised = Entered in the register, and QMR has been told. Keep to the promised day.
notice-intake-appeal = Entered in the register as a complaint: only a client or applicant can appeal. The complainant's own word is kept.

## The slip
intake-slip = Receipt
intake-slip-title = Receipt { $number }
intake-slip-heading = RECEIPT FOR A COMPLAINT, GRIEVANCE OR APPEAL
intake-slip-number = Number:
intake-slip-kind = Kind
intake-slip-limit = { $day } ({ NUMBER($days) } days from receipt, the day of receipt not counted)
intake-slip-to-case = To the case
intake-slip-promised = Reply promised by
intake-slip-next = What happens next
intake-slip-step-settled = The matter was explained at once and entered in the register; QMR and the department concerned are told.
intake-slip-step-overturned = If QMR finds that more is needed, the case goes on, with the time limit counted from the day of receipt.
intake-slip-step-assess = Within { NUMBER($days) } working days the case is assessed and given to a case officer.
intake-slip-step-progress = You hear of progress at least every { NUMBER($days) } working days.
intake-slip-step-letter = The letter of reply is sent by { $limit } at the latest.
intake-slip-step-answer = You are told the outcome by { $limit } at the latest.
intake-slip-step-reject = If you do not agree with the outcome, you can say so within { NUMBER($days) } working days, and it is reviewed.
intake-slip-keep = When you contact us about this case, please give the number { $number }.
