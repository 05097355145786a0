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

## When the Word file is brought back
papers-back-title = Bring the Word file back
papers-back-hint = Choose the Word file (.docx) that was downloaded from this letter and edited inside the frame “Nội dung”. The new text is compared with the draft before anything is saved; only that frame is read.
papers-back-file = Word file (.docx)
papers-back-read = Read and compare
papers-back-missing = No Word file was chosen.
papers-back-not-taken = Nothing was taken from the Word file
papers-back-compared = Compared with the present draft
papers-back-taken = The text of the Word file was read
papers-back-taken-text = Nothing has been saved yet. Look at the difference, change more if needed, and save it as the new draft below. Addressee, subject and signer stay as in the form and are not taken from the file.
papers-back-dropped = Not kept of how the text looked
papers-back-typed = Text typed into the form that was never saved and differs from the draft
papers-back-new-draft = New draft
papers-back-too-large = The file is larger than 20 MB and cannot be read.
papers-back-not-word = This file is not a Word file (.docx).
papers-back-old-word = This file is in the format of Word 97–2003 (.doc). Open it in Word, save it as .docx and bring that.
papers-back-pdf = This file is a PDF. Only the Word file (.docx) that was downloaded from this letter can be brought back.
papers-back-encrypted = This Word file is protected by a password. Take the password off and bring it again.
papers-back-broken = This Word file is damaged or built in an unusual way and cannot be read.
papers-back-no-control = The frame “Nội dung” is not in the file. Download the Word file of this letter again and write only inside that frame, in Microsoft Word; LibreOffice loses the frame when it saves.
papers-back-torn = The frame “Nội dung” no longer holds the whole text. Download the Word file again and write only inside that frame.
papers-back-two-controls = The file has more than one frame “Nội dung”; it is not clear which one to take. Keep one of them.
papers-back-empty = The frame “Nội dung” holds no words.
papers-back-too-long = The frame “Nội dung” holds more than a letter can.
papers-back-lost = The file holds things that the text of a letter cannot keep. Remove them in Word or write them as words, and bring the file again.
papers-back-lost-at = At paragraph { $place }: { $what }.
papers-back-lost-near = Paragraph { $place } (“{ $near }”): { $what }.
papers-back-table = a table
papers-back-picture = a picture or drawing
papers-back-text-box = a text box or frame
papers-back-object = an embedded object
papers-back-tracked = tracked changes that are neither accepted nor rejected
papers-back-note = a footnote or endnote
papers-back-comment = a comment
papers-back-field = an automatic field
papers-back-equation = an equation
papers-back-control = another content control inside
papers-back-link = a link whose address is not written out
papers-back-page-break = a page or column break
papers-back-section-break = a section break
papers-back-numbering = an automatic numbered or bulleted list; type the number or dash as text
papers-back-symbol = a sign inserted as a symbol
papers-back-strike = struck-out words
papers-back-raised = superscript or subscript
papers-back-capitals = small letters shown as capitals (All caps, Small caps); type them as capitals
papers-back-hidden = hidden words
papers-back-character = a character that cannot be printed, { $character }
papers-back-old-face = words in the typeface “{ $name }” (old encoding TCVN3 or VNI); convert them to Unicode
papers-back-other = the element “{ $name }”
papers-dropped-underline = underlining
papers-dropped-colour = colour of letters
papers-dropped-highlight = highlighting
papers-dropped-size = size of letters
papers-dropped-typeface = typeface
papers-dropped-effect = effects on letters
papers-dropped-alignment = centred or right alignment
papers-dropped-line-break = line breaks within a paragraph (now paragraphs of their own)

## Two versions of a text
difference-none = The two versions do not differ.
difference-legend = Words struck out are gone, words underlined are new; ¶ marks the end of a paragraph.
