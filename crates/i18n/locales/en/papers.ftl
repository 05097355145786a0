### Papers that are made: letters and forms of the house.

papers-title = { $kind }: { $subject }
papers-to = To:
papers-place-and-date = { $place }, { $date }
papers-copy = - { $name };
papers-as-above = As above
papers-kept = - Filed: registry, { $unit }.
papers-kept-copies = - Filed: registry, { $unit } ({ $count }).
papers-deputy-for = For the { $head }
papers-by-order-of = By order of the { $head }
papers-by-mandate-of = By mandate of the { $head }
papers-acting = Acting { $head }
papers-on-behalf-of = On behalf of { $body }

## Kinds of letters
papers-letter-reply = Reply
papers-letter-acknowledgement = Acknowledgement
papers-letter-promise-of-reply = Promise of a reply
papers-letter-extension = Notice of extension
papers-letter-referral = Referral
papers-letter-progress = Notice of progress
papers-letter-end-of-process = Notice of the end of the process
papers-letter-appeal-answer = Answer to an appeal
papers-letter-to-client = Letter to the certified client
papers-letter-correction = Correction of an issued letter

## Titles of forms
papers-form-proposal = Proposal
papers-form-minutes = Minutes
papers-form-transfer = Transfer slip
papers-form-incoming-sheet = Sheet for an incoming document
papers-form-decision = Decision

## Paragraph styles in the Word file
papers-style-head = Parent body
papers-style-head-strong = Letterhead
papers-style-motto = Motto
papers-style-number = Number
papers-style-day = Place and date
papers-style-title = Title
papers-style-addressee = Addressee
papers-style-body = Text of the document
papers-style-signature = Signature
papers-style-copies-label = Copies, heading
papers-style-copies = Copies
papers-style-foot = Address at the foot
papers-style-page-number = Page number
papers-style-draft = Draft mark
papers-control-body = Text

## When it cannot be printed
papers-wrong-character = { $field }: the character { $character } cannot be printed; delete it or type it again.
papers-not-set = The pages of this document could not be made. Tell the administrator.
papers-field-parent = Name of the parent body
papers-field-organisation = Name of the organisation
papers-field-place = Place
papers-field-foot = Address at the foot
papers-field-symbol = Symbol
papers-field-title = Kind of document
papers-field-subject = Subject line
papers-field-addressee = Addressee { $place }
papers-field-paragraph = Paragraph { $place }
papers-field-signer-title = Position of the signer
papers-field-signer-name = Name of the signer
papers-field-copy = Copy { $place }
papers-field-unit = Unit that files it
papers-field-typist = Initials of the typist
