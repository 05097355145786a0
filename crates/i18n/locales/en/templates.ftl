### Templates: the words with which a letter begins, and the page on which they are edited.

## Wordings that come with the product
template-about-reply = reply to { $kind } No. { $number }
template-body-reply = { $opening } Having looked into it, { $organisation } replies as follows:
    { $reasons }
    { $recourse }
    { $organisation }./.
template-about-referral = reply and referral concerning No. { $number }
template-body-referral = { $opening } The matter does not concern the activities of { $organisation }:
    { $reasons }
    We ask { $you } to turn to the body or authority that is competent. { $organisation } has entered the matter in its register.
    { $organisation }./.
template-about-end = end of the handling of { $kind } No. { $number }
template-body-end = { $opening } { $ending }
    { $recourse }
    { $organisation }./.
template-about-correction = correction of { $issued }
template-body-correction = { $organisation } issued { $issued }. By an oversight its form contains a mistake, which is hereby corrected:
    The words “…” are to be read as “…”.
    The other contents of that letter stand as they are.
    { $organisation }./.
template-about-acknowledgement = receipt of { $kind } No. { $number }
template-body-acknowledgement = { $opening } { $organisation } has entered the { $kind } in its register under No. { $number } and will reply by { $limit } at the latest.
    { $organisation }./.
template-about-promise = promise of a reply to { $kind } No. { $number }
template-body-promise = { $opening } The matter needs more time to be looked into.
    { $organisation } will reply to { $you } on { $promised }.
    { $organisation }./.
template-about-extension = extension for { $kind } No. { $number }
template-body-extension = { $opening } The handling needs more time for this reason:
    { $reason }
    The time limit is therefore extended to { $until }.
    { $organisation }./.
template-about-progress = progress of { $kind } No. { $number }
template-body-progress = { $opening } { $organisation } is looking into the { $kind } and will reply by { $limit } at the latest.
    { $organisation }./.
template-about-client = request for a statement concerning { $kind } No. { $number }
template-body-client = { $organisation } received a { $kind } concerning certified activities of { $client }.
    We ask { $client } for a written statement, the documents concerned and any corrective measures, so that { $organisation } can look into the matter.
    { $organisation }./.

## Sentences that are put into a template
letter-you = you
letter-you-forwarded = the complainant
letter-opening = { $organisation } received your { $kind } on { $received }.
letter-opening-forwarded = { $organisation } received the { $kind } that you passed on to us on { $received }.
letter-issued = letter No. { $number } of { $date }
letter-recourse-reply = If this outcome is not accepted, we ask { $you } to write to { $organisation } within { NUMBER($days) } working days of receiving this letter for a review; after that the process ends. It is open to { $you } to turn to the accreditation body or the competent authority.
letter-recourse-review = With this letter the process at { $organisation } ends. It is open to { $you } to turn to the accreditation body, the competent authority, arbitration or a court; please tell { $organisation } within { NUMBER($days) } days if this is done.
letter-ending-withdrawn = On { $withdrawn } we were asked by { $you } to regard the { $kind } as withdrawn.
    { $organisation } ends the handling of this { $kind } as asked by { $you }.
letter-ending-goes-on = On { $withdrawn } we were asked by { $you } to regard the { $kind } as withdrawn.
    { $organisation } ends the handling of this { $kind } as asked by { $you }; it goes on looking into the matter of its own motion.
letter-ending-reviewed = As the outcome was not accepted by { $you }, people who had no part in the first handling have reviewed it. The review found:
    { $reasons }

## Placeholders
template-case-number = number of the case in the register
template-kind = complaint, grievance or appeal
template-received-date = day of receipt
template-organisation = name of the organisation
template-complainant = name of the complainant
template-addressee-form = how the letter speaks of the complainant
template-opening = the first sentence: what was received, when, sent or passed on by whom
template-signer = name of the person who is to sign
template-limit-date = time limit of the reply
template-promise-date = day on which a reply was promised
template-extension-date = time limit after the extension
template-extension-reason = reason for the extension
template-outcome-reasons = outcome and reasons as approved
template-response-days = working days in which to object
template-recourse-days = days in which to tell us of recourse to another body
template-recourse = the sentence on how to ask for a review; empty where the case was withdrawn
template-ending = why the process ends: withdrawn, or the result of the review
template-why-not-ours = why the matter is not one of the organisation
template-issued-letter = the issued letter with number and day
template-client = name of the certified client
template-type-line = one line
template-type-text = paragraphs
template-type-date = day
template-type-number = number

## What is wrong with a template
template-wrong-at = Line { $line }, column { $column }: { $what }
template-unknown = there is no placeholder { $name }.
template-unknown-meant = there is no placeholder { $name }; is { $meant } meant?
template-not-here = letters of this kind have no { $name }.
template-unclosed = a brace is opened and not closed; type a brace twice to print it.
template-unopened = a brace is closed that was not opened; type a brace twice to print it.
template-empty = This may not be empty.
template-several-lines = The subject is one line.

## The page of templates
templates-title = Templates
templates-lead = The words with which each kind of letter begins. Whoever drafts may change them; a new template counts for drafts that are begun later.
templates-purpose = Kind of letter
templates-language = Language
templates-lang-vi = Vietnamese
templates-lang-en = English
templates-version = Version
templates-saved = Saved by, at
templates-built-in = Built in
templates-version-number = Version { $version }
templates-edit = Edit the template
templates-subject = Subject
templates-subject-hint = Written after “V/v”, one sentence at most.
templates-body = Text
templates-body-hint = Each line is a paragraph. **bold**, *italic*. Placeholders stand in braces; type a brace twice to print it.
templates-placeholders = Placeholders
templates-placeholders-lead = Type them as they stand in braces; they are filled in from the case.
templates-placeholder = Placeholder
templates-type = Type
templates-meaning = Filled with
templates-preview = Preview
templates-preview-lead = Filled in for an organisation that does not exist.
templates-preview-button = Preview
templates-preview-pdf = Show as PDF
templates-paper-of = PDF: { $version }
templates-save = Save as a new version
templates-history = Versions
templates-history-none = Nobody has edited this template; letters begin with the built-in words.
templates-compare = Compare, restore
templates-restoring = You are looking at version { $version }. Saving makes these words the newest version; the others stay as they are.
templates-restoring-built-in = You are looking at the built-in template. Saving makes these words the newest version; the others stay as they are.
templates-difference-subject = Subject
templates-difference-body = Text
templates-difference = Difference from the newest version
templates-overtaken = Someone saved a new version before you. What you typed has been kept; look at the difference and save again if it still fits.
templates-begin-in-english = Begin with the English template
