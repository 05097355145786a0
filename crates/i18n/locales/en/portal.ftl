### The public pages: the form for complaints and appeals, its receipt, and following a case with a code.

portal-title = Complaints and appeals
portal-nav-home = Start
portal-nav-new = Make a report
portal-nav-case = Follow a case
portal-nav-procedure = Procedure
portal-foot = Pages run with { $product }. Nothing is loaded from elsewhere and nobody is tracked.
portal-staff = For staff: sign in
portal-not-staff = Not a member of staff?

## Start
portal-home-title = Complaints and appeals
portal-home-lead = Tell us when you are not satisfied with our certification or our people. You need no account.
portal-way-new = Write what happened. You get a case number and a code at once.
portal-way-case = With the number and the code of your receipt: where it stands, letters, messages.
portal-way-procedure = How we receive and settle complaints and appeals, rule by rule.
portal-steps = What happens with your report
portal-step-number = You get a case number, the time limit and a tracking code at once, at any hour.
portal-step-assess = { $days ->
    [one] Within 1 working day we find out whether it is for us to settle and who handles it.
   *[other] Within { $days } working days we find out whether it is for us to settle and who handles it.
}
portal-step-progress = { $days ->
    [one] We tell you how far it is every working day.
   *[other] We tell you how far it is every { $days } working days.
}
portal-step-answer = { $days ->
    [one] You have our answer within 1 day of receipt. If the Director extends that time, you are told the new day and why.
   *[other] You have our answer within { $days } days of receipt. If the Director extends that time, you are told the new day and why.
}
portal-step-reject = { $days ->
    [one] If you do not accept the answer, you can say so within 1 working day; others then review it.
   *[other] If you do not accept the answer, you can say so within { $days } working days; others then review it.
}
portal-free = It costs nothing, and nobody may be put at a disadvantage for it.
portal-other-ways = Other ways
portal-other-ways-text = You can also come to the office of { $organisation }, telephone, or send a letter; every road leads into the same register.

## The procedure
portal-procedure-lead = How { $organisation } receives and settles complaints and appeals, with the periods in force.
portal-procedure-version = Version
portal-procedure-on = In force from
portal-procedure-no-version = The periods below are those in force today.

## The form
portal-new-title = Make a report
portal-new-lead = Only what we need is asked. Fields marked optional may stay empty.
portal-kind = What is it?
portal-complaint = A complaint
portal-complaint-hint = You are not satisfied with our activities, our people, or a product that we certified.
portal-appeal = An appeal
portal-appeal-hint = You are the client or applicant and ask us to reconsider a certification decision.
portal-matter = What happened
portal-content = What happened?
portal-content-hint = What, where, when and who, in your own words.
portal-remedy = What do you ask for?
portal-remedy-hint = For example an explanation, a new test, a correction.
portal-decision = Certificate or decision concerned
portal-decision-hint = Number or name of the certificate, decision or product. Needed for an appeal.
portal-decision-label = Certificate or decision concerned
portal-is-client = We are the client of this certificate, or applied for it
portal-subjects = What is it about?
portal-subjects-hint = Choose one or more.
portal-subject-result = A result of certification: granted, refused, suspended, withdrawn, delayed
portal-subject-conduct = How our people behaved or worked
portal-subject-confidentiality = Information that we should have kept to ourselves
portal-subject-product = A product or a mark of somebody whom we certified
portal-subject-handling = How an earlier complaint was settled
portal-subject-other = Something else that we do
portal-subject-unknown = I do not know
portal-subject-unknown-hint = Then we find out.
portal-unknown-label = (The complainant did not know what kind of matter this is.)
portal-safety = Somebody’s health or safety may be in danger
portal-safety-hint = Then the Director hears of it the same day.
portal-files = Files
portal-evidence = Photographs, documents, recordings
portal-files-hint = Up to { NUMBER($count) } files of at most { $size } each.
portal-no-identity-cards = Please send no picture of an identity card or passport; we do not need one.
portal-files-kept = Files received
portal-add-files = Upload the chosen files now
portal-remove-file = Take out { $name }
portal-who = You
portal-i-am = Who is writing?
portal-person = A person
portal-organisation = An organisation
portal-anonymous = I do not want to give my name
portal-anonymous-hint = We keep neither name nor address. You still get a code, follow the case and read the answer here.
portal-name = Name
portal-name-hint = Of the person or organisation that complains.
portal-email = E-mail
portal-reach-hint = If you leave e-mail, telephone and address empty, we write to you here, and you read it with your code.
portal-phone = Telephone
portal-address = Postal address
portal-address-hint = If you want the answer by post as well.
portal-representative = Represented by
portal-representative-hint = Only when you write on behalf of the person or organisation above: your own name.
portal-authority = Letter of authority
portal-authority-hint = Only for representatives. You can send it later too.
portal-authority-prefix = Letter of authority
portal-privacy = { $organisation } uses what you write only to settle this matter; those complained about learn your identity only where they must. What is not sent is deleted after 24 hours.
portal-submit = Send
portal-save = Save and go on later
portal-saved = Saved.
portal-saved-at = Saved { $at }; kept for 24 hours in this browser only.
portal-kept = What you type is kept for 24 hours in this browser only, until you send it.
portal-clear = Delete what I wrote
portal-trap = Leave this field empty
portal-trapped = A field that nobody sees was filled in, perhaps by the browser. Empty the field “Leave this field empty” and send again.
portal-too-many = Too many reports or attempts came from your connection or from everywhere. Please try again in an hour.
portal-closed = The form takes no reports at present.
portal-working = One moment, your browser is preparing the report.
portal-work-missing = Your browser had not finished preparing the report. Please send it again.
portal-needs-script = This form needs JavaScript, which keeps out automatic reports. Without it, please choose another way.

## What is wrong
portal-problem-files = At most { NUMBER($count) } files with { NUMBER($size) } MB in all. Take one out, or send the rest later with your code.
portal-problem-files-now = Too many files came from your connection. Please try again in an hour.
portal-problem-subject = Choose at least one, or “I do not know”.
portal-problem-content = Write what happened.
portal-problem-name = Write the name, or choose “I do not want to give my name”.
portal-problem-decision = An appeal needs the certificate or decision that it is against.
portal-problem-words = Write your message.

## Sent already
portal-sent-title = Your report was sent
portal-sent-text = What you wrote in this browser has been received.
portal-sent-other = The report before this one was received. What stands here is different; send it if it is another matter.
portal-receipt-show = Show the receipt
portal-write-another = Write another report

## The receipt
portal-receipt-title = Received: case { $number }
portal-receipt-lead = Your report is in the register.
portal-code-title = Number and tracking code
portal-number = Case number
portal-received-on = Received on
portal-code = Tracking code
portal-qr = Opens the case
portal-code-once = The code is shown only here. Write it down, print it or save the slip.
portal-code-keep = With number and code you follow the case. Whoever has both can read it: give them to nobody. We do not keep the code and cannot look it up.
portal-code-gone = The code is not shown again.
portal-receipt-pdf = Slip as PDF
portal-limit = Time limit for our answer
portal-limit-days = { $days ->
    [one] 1 day from the day of receipt, { $day }, which is not counted. Only when the last day is a day of rest does the limit move to the next working day.
   *[other] { $days } days from the day of receipt, { $day }, which is not counted. Only when the last day is a day of rest does the limit move to the next working day.
}
portal-limit-extended = This day was set by a decision to extend the time limit.
portal-first-limit = The first limit was { $day }.
portal-next = What happens next
portal-receipt-done = I have kept the code, go to the case
portal-slip-title = Receipt
portal-where = Followed at
portal-ack = We received your report on { $day }; its number is { $number }. Time limit for our answer: { $limit }.
portal-paper-failed = The paper could not be made. Please try again later or ask us for it.

## Following a case
portal-door-title = Follow a case
portal-door-lead = Number and code stand on your receipt.
portal-number-hint = For example 2026-0042.
portal-code-hint = 20 letters and digits; capitals and hyphens do not matter.
portal-open = Open
portal-lost-code = Lost the code?
portal-lost-code-text = We cannot look it up. Ask us for a new one in person, by telephone or by letter; the old one then opens nothing any more.
portal-wrong-code = Number and code do not belong together.
portal-wrong-code-text = Check both. A code that was replaced by a new one no longer opens anything.
portal-case-title = Case { $number }
portal-leave = Leave
portal-standing = Where it stands
portal-answered-on = Answered on
portal-respond-by = You can reject the answer until
portal-recourse-by = Tell us of recourse outside until
portal-waits = Your message has arrived and will be answered.
portal-letters = Letters
portal-letter = { $kind } No. { $number }
portal-letter-on = sent { $day }
portal-letter-by-post = sent on paper by the governing body
portal-download = Download PDF
portal-messages = Messages and notices
portal-no-messages = Nothing yet
portal-no-messages-text = What we write to you appears here.
portal-you = You
portal-write = Write to us or send more evidence
portal-message = Message
portal-message-hint = The person who handles your case reads it and answers here.
portal-message-send = Send message
portal-no-more-messages = This case takes no more messages. For a new matter, please make a new report.
portal-no-words = (no words given)
portal-response-title = Does the answer satisfy you?
portal-response-until = You can reject the answer until { $day }. If we hear nothing, the process ends.
portal-are-you-satisfied = Your view
portal-satisfied = I am satisfied
portal-rejected = I am not satisfied
portal-rejected-hint = The matter is then reviewed once by people who took no part so far.
portal-response-words = What would you like to say?
portal-response-words-hint = If you are not satisfied: what is wrong or missing.
portal-response-send = Send
portal-recourse-review = If you are not satisfied, the outcome is reviewed once by people who neither handled, decided nor signed it, within 30 days.
portal-recourse-other = Other recourse that remains
portal-recourse-outside = You can also turn to the accreditation body, the competent authority, arbitration or a court. If you do, please tell us here, so that the case stays open until the result is known.
portal-withdraw = Withdraw the report
portal-withdraw-text = The case then ends with a short notice to you. It cannot be undone; a new report is a new case.
portal-withdraw-goes-on = We must go on with what concerns safety, confidentiality or a certification result, also after you withdraw.
portal-withdraw-words = Reason
portal-withdraw-sure = Yes, I withdraw this report
portal-withdraw-send = Withdraw
portal-not-now = This is not possible any more; the case has moved on. What you wrote still stands here.
portal-sent-twice = This form was sent before with other words. Send it again if that is what you want.

## Where a case stands
portal-standing-received = Received
portal-standing-considered = Being looked into
portal-standing-answered = Answered
portal-standing-concluded = Concluded
portal-standing-handed-over = Handed over
portal-standing-satisfied = Answered, you are satisfied
portal-standing-reviewed = Under review
portal-standing-ended = Reviewed
portal-standing-outside = With a body outside
portal-standing-settled-at-once = Settled at once
portal-standing-withdrawn = Withdrawn
portal-standing-closed = Closed
portal-standing-annulled = Entry annulled
portal-meaning-received = The case is in the register. Next we find out whether it is for us to settle, and who handles it.
portal-meaning-considered = We are looking into it. You hear from us when there is an answer, and how far it is before that.
portal-meaning-answered = The answer was given. Letters are below.
portal-meaning-concluded = There is a conclusion, but no address to send it to. Write to us here, and we let you have it.
portal-meaning-handed-over = Another body is competent for it; it was handed over there. Your identity is protected.
portal-meaning-satisfied = Thank you for telling us. Nothing more is needed from you.
portal-meaning-reviewed = You did not accept the answer. People who took no part so far are reviewing it; you get a notice of the result.
portal-meaning-ended = The review has ended and the notice went out. What we can do ends here; recourse outside remains.
portal-meaning-outside = We wait for the result of the body to which you turned.
portal-meaning-settled-at-once = The matter was explained at once, and you were satisfied.
portal-meaning-withdrawn = You withdrew the report. You get a short notice of the end.
portal-meaning-closed = The process has ended.
portal-meaning-annulled = The entry was annulled, for example because it had been made twice. If you disagree, make a new report or ask us.

## What was told
portal-told-received = Your report
portal-told-acknowledged = Receipt
portal-told-heard = Your message
portal-told-written = Message from us
portal-told-progress = How far it is
portal-told-extended = The time limit was extended
portal-told-letter-sent = A letter was sent
portal-told-answered-by-voice = The answer was given by voice
portal-told-handed-over = Handed over to the competent body
portal-told-satisfied = Satisfied with the answer
portal-told-rejected = Not satisfied with the answer
portal-told-withdrawn = Report withdrawn
portal-told-reopened = The case was opened again
portal-told-closed = The case was closed

## Notices
notice-portal-cleared = What you wrote was deleted.
notice-portal-left = This browser no longer shows the case.
notice-portal-ended = The visit has ended. Please enter number and code again.
notice-portal-message = Your message was received.
notice-portal-response = Thank you, your answer was received.
notice-portal-withdrawn = The report was withdrawn.

## For the staff
portal-code-link = Tracking code
portal-code-staff-title = Tracking code of case { $number }
portal-code-staff-text = With number and code the complainant follows the case on the public pages, reads letters and messages, and writes to you. Hand the slip to the complainant alone.
portal-code-given = A code was given { $at }.
portal-code-replaces = A new code takes its place; the old one opens nothing any more.
portal-code-none = This case has no code yet.
portal-code-hand-out = Give a code and show the slip
admin-portal = Public pages
admin-portal-open = The form takes reports
admin-portal-contact = Other ways to complain
admin-portal-contact-hint = Address, telephone, e-mail and hours, as they stand on the public pages.
admin-portal-procedure-version = Version of the procedure
admin-portal-procedure-version-hint = As the issued document names it.
admin-portal-procedure-on = In force from
admin-portal-work = Work before sending, in bits
admin-portal-work-hint = 0 asks for none. 16 takes a browser a few seconds and keeps out floods of automatic reports; whoever has no JavaScript is then sent to the other ways. At most 22.
