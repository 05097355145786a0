### Registers printed to be bound.

book-meta-title = { $title }, { $year }
book-year = Year: { $year }
book-days = From { $from } to { $until }
book-numbers = From number { $first } to number { $last }
book-volume = Volume: { $volume }
book-page = Page
book-page-of = { " of " }
book-opening = Printed from the system with consecutive page numbers. The first page is signed and sealed before use; a seal joins the pages.
book-closing-lines = { $count ->
    [0] The register has no line in this period.
    [one] The register has one line.
   *[other] The register has { $count } lines.
}
book-closing-voided = { $count ->
    [one] One number among them is void and stays in the register.
   *[other] { $count } numbers among them are void and stay in the register.
}
book-keeper = KEPT BY
book-head = HEAD OF THE ORGANISATION
book-sign-here = (signature, full name, seal)

## The registers and their columns
book-cases = Register of complaints, grievances and appeals
book-outgoing = Register of outgoing documents
book-incoming = Register of incoming documents
book-handling = Register of the handling of incoming documents
book-postal = Register of documents sent by post
book-case-number = Case number
book-received = Received
book-channel = Channel
book-concerns = Subject, unit concerned
book-measures = Measures; corrective, preventive action
book-answer = Number and date of the answer
book-document = Kind, number, date and issuing body of the document
book-due = Time limit
book-progress = Progress
book-reply = Number of the reply
book-envelopes = Envelopes
book-post-mark = Receipt and postmark

book-letter = Official letter
book-complaint-letter = Letter of complaint
book-void = Void number
book-annulled = Annulled
book-reopened = Reopened
book-imported = From the old register
book-progress-closed = { $stage } (closed on { $on })
book-progress-answered = { $stage } (answered on { $on })
book-extended = { $first }, extended to { $limit }
book-answered-by-voice = Answered on { $on }
book-not-entered = Numbers of documents outside any case, not entered here yet
