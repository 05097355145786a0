### Mail that goes out: the words of mails, and the page that shows what became of them.

outbox-subject = [{ $number }] { $subject }
outbox-official = The official document is the file attached to this message.
outbox-on-portal = Something new on the page of your case
outbox-on-portal-text = { $organisation } has sent something new about case { $number }. Please read it on the page of your case, with its number and your tracking code.
outbox-answer = When you answer, please keep what stands in square brackets in the subject, so that your answer reaches the right case.

## What is owed
act-settle-mail = Deal with a mail that did not get through
look-outbox = Outgoing mail

## The page
outbox-title = Outgoing mail
outbox-lead = Each mail is sent exactly once. What cannot be sent is tried again for three days; after that somebody must decide.
outbox-not-configured = No mail server is configured: mail waits here.
outbox-not-configured-text = Whoever runs the product sets PHUCDAP_SMTP_URL and PHUCDAP_MAIL_FROM and restarts it. Mail that has waited for more than three days is not sent by itself, because it may have gone another way.
outbox-empty = No mail
outbox-empty-text = No mail is in this state.
outbox-mail = Mail
outbox-to = To
outbox-enqueued = Enqueued
outbox-what = What happened
outbox-address-kept = domain { $domain }
outbox-sent-at = Given to the mail server at { $at }
outbox-next-try = Next attempt: { $at }
outbox-said = The server said: { $answer }
outbox-returned = Returned at { $at }: { $why }
outbox-decided = Decided by { $name } at { $at }
outbox-decide = Decide
outbox-again = Send again
outbox-give-up = Do not send
outbox-was-sent = The server has this mail
outbox-was-sent-hint = Choose this when the log of the mail server shows that it took the mail.
outbox-reason = Reason
outbox-unsure-text = The connection broke after the mail had been transferred and before the server answered. Look into the log of the mail server before sending again, so that nobody gets it twice.
outbox-suppressed-list = Addresses that are mailed nothing
outbox-suppressed-none = There are none.
outbox-no-address = There is no usable e-mail address.
outbox-needless = The matter was settled before it was sent.
outbox-too-old = It has waited for more than three days.
outbox-no-smtputf8 = The mail server takes no address with letters beyond English ones.
outbox-no-answer = The mail server did not answer in time.
outbox-stopped = The product was stopped before the mail server answered.
outbox-claim-lost = Sending was interrupted and taken up anew.
outbox-failed-here = Something failed on our own machine; the log says what.
outbox-unwritable = The mail could not be put into the form in which mail is sent; the log says why.
outbox-cannot-compose = The mail could not be written: { $why }
outbox-check = No outgoing mail waits for a decision
outbox-of-case = E-mail sent

## States
outbox-state-queued = Waiting
outbox-state-sending = Being sent
outbox-state-sent = Sent
outbox-state-failed = Could not be sent
outbox-state-suppressed = Not sent: address suppressed
outbox-state-unsure = Unknown whether it was sent
outbox-state-given-up = Not to be sent
outbox-why-bounced = Mail to it came back
outbox-why-asked = The recipient asked for no mail

## What mails are for
outbox-purpose-letter = Official letter
outbox-purpose-acknowledgement = Acknowledgement
outbox-purpose-promise = Promise of a reply
outbox-purpose-progress = Progress notice
outbox-purpose-extension = Notice of extension
outbox-purpose-to-client = To the certified client
outbox-purpose-arrival-notice = Notice that a mail arrived
outbox-purpose-message = Message
outbox-purpose-portal = Mail of the portal
outbox-purpose-reminder = Reminder
outbox-purpose-digest = Digest of reminders
outbox-purpose-notice = Notice of the product
