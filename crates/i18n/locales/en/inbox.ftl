## Incoming mail
cli-mail-stored = The mail lies in the inbox: { $id }
cli-mail-known = This mail is in the inbox already: { $id }
cli-mail-empty = No mail on standard input.
verify-mails = Mails that arrived

## The inbox
nav-inbox = Inbox
inbox-lead = Mail sent to an address of the centre, kept as it came. The day of receipt is the day of arrival, also at night and on holidays; each mail is dealt with by the end of the next working day.
inbox-lead-masked = You see which mails came, when, and what became of them; sender and words are covered.
inbox-parts = Parts of the inbox
inbox-part-waiting = Waiting
inbox-part-cases = In a case
inbox-part-set-aside = Set aside
inbox-part-machines = From machines
inbox-part-all = All
inbox-arrived = Arrived
inbox-sender = Sender
inbox-subject = Subject
inbox-state = State
inbox-files = { $count ->
    [one] { NUMBER($count) } file
   *[other] { NUMBER($count) } files
}
inbox-nothing = No mail here
inbox-nothing-text = New mail appears here as soon as it arrives.
inbox-no-subject = (no subject)
inbox-no-sender = (sender unknown)
inbox-masked = Covered
mail-state-new = Waiting
mail-state-case = Made a case
mail-state-joined = Joined to a case
mail-state-set-aside = Set aside
mail-state-automatic = Nothing to do
mail-state-bounce = To be reached another way
mail-state-reached = Reached another way
mail-kind-reply = Automatic reply
mail-kind-notice = Automatic notice
mail-kind-generated = Sent by a machine
mail-kind-bounce = Not delivered
mail-kind-delayed = Delivery delayed
mail-ground-spam = Spam
mail-ground-enquiry = An enquiry and no complaint
mail-ground-other = Another reason
mail-way-command = Handed over by the mail server
mail-way-maildir = Taken from a maildir
mail-way-imap = Fetched by IMAP
mail-suggested-number = the subject names this number; anybody can write it
mail-suggested-thread = an earlier mail of this sender belongs to it
mail-suggested-sender = its complainant gave this address

## One mail
mail-words = What it says
mail-from = From
mail-to = To
mail-answer-to = Reply to
mail-sent = Date in the mail
mail-arrived-at = Arrived at
mail-case = Case
mail-due = Due
mail-no-words = The mail has no words.
mail-quoted = Quoted from earlier mail
mail-formatted = Show as formatted
mail-formatted-text = Pictures and content from elsewhere are not loaded.
mail-files = Attachments
mail-inside = Open the mail
mail-inside-of = A mail inside the mail
mail-header-only = The mail is too large or too deeply nested: only its header was read, the body below is as it came. The original can be downloaded.
mail-as-it-came = These bytes could not be read as a mail. Below they stand as they came.
mail-twins = { $count ->
    [one] { NUMBER($count) } other mail has the same Message-ID:
   *[other] { NUMBER($count) } other mails have the same Message-ID:
}
mail-hidden = Sender and words of this mail are covered for you (S12).
mail-raw = Original
mail-raw-download = Download the original
mail-raw-text = Kept byte by byte as it came.
mail-size = Size
mail-size-bytes = { $count ->
    [one] { NUMBER($count) } byte
   *[other] { NUMBER($count) } bytes
}
mail-digest = SHA-256
mail-way = Came by
mail-stored-at = Stored at
mail-message-id = Message-ID

## Dealing with a mail
mail-deeds = Deal with this mail
mail-make-case = Make a case of this mail
mail-make-case-text = Opens the form of intake with sender, day of receipt, words and files of the mail filled in.
mail-join = Join to a case
mail-join-text = The case takes over words and files of the mail, from the day it arrived.
mail-join-number = Number of the case
mail-join-to = Join to { $number }
mail-set-aside = Set aside
mail-set-aside-text = The mail is kept and can be taken back at any time.
mail-reason = Reason
mail-reason-words = Note
mail-reason-words-hint = Needed for another reason.
mail-take-back = Take it back
mail-take-back-text = The mail waits again, by the day by which it did.
mail-reached = Reached another way
mail-reached-text = A mail of ours did not arrive. Telephone, write by post or find another address, and note it here. If a letter came back, record that on the page of the case too.
mail-reached-words = How the person was reached, and with what result
mail-done-case = This mail became case { $number }. If that was a mistake, open the case and ask for its annulment: the number stays, with the reason.
mail-done-joined = This mail belongs to case { $number }. What a case has heard cannot be taken out again; if that was a mistake, add evidence there that says so, and enter this matter as a case of its own.
mail-done-automatic = A machine wrote this: nobody answers it, and it makes no time limit run or stop. If a person complains in it, make a case.
mail-done-reached = The person was reached another way.
mail-nothing-to-do = This mail is not yours to deal with.
mail-past = What was done with this mail
mail-deed-arrived = Arrived and stored
mail-deed-make-case = Made case { $number }
mail-deed-join = Joined to case { $number }
mail-deed-set-aside = Set aside: { $reason }
mail-deed-take-back = Taken back
mail-deed-reached = Reached another way
notice-mail-joined = The mail belongs to the case.
notice-mail-set-aside = The mail is set aside.
notice-mail-taken-back = The mail waits again.
notice-mail-reached = Noted.
intake-from-mail = From the mail of { $sender }
intake-from-mail-text = The form was filled in from the mail. When the case is entered, the original mail and its { $count } files become documents of the case.
intake-from-mail-open = Look at the mail again
act-sort-mail = Deal with an incoming mail
act-reach-otherwise = Reach somebody whom our mail did not reach
look-inbox = Inbox
mail-suggested-answer = answers a mail of ours in this case
mail-deed-told = The sender was told that it arrived
notice-mail-joined-earlier = The mail belongs to the case. It arrived before the recorded day of receipt: correct that day on the page of the case.

## Telling the sender that the mail arrived
arrival-notice-subject = Your mail has arrived
arrival-notice-text =
    Dear Sir or Madam,

    Your mail reached { $organisation } at { $at }. The register officer will look at it by the end of the next working day. If it is a complaint, a grievance or an appeal, you will be given a case number and the time limit for our answer, which runs from the day of arrival.

    This message was sent automatically. To add something, answer it.

## Mailboxes that are fetched (administration)
mail-sources = Where mail is fetched
mail-sources-none = Mail is fetched from no mailbox. How to name one stands in docs/mail.md.
mail-source-well = Last fetched { $at }
mail-source-never = Never fetched yet
mail-source-failed = Failed at { $at }
