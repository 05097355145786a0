### Registers of documents.

letters-number = Number and symbol
letters-date = Date
letters-summary = Kind and subject
letters-signer = Signed by
letters-recipient = Sent to
letters-kept-by = Copy kept by
letters-copies-count = Copies
letters-dispatched = Dispatched
letters-receipt = Receipt
letters-note = Note
letters-arrived = Arrived
letters-incoming-number = Incoming number
letters-author = Author
letters-their-number = Their number
letters-for = Passed to
letters-passed-on = Passed on
letters-case = Case
letters-incoming = Incoming documents
letters-outgoing = Outgoing documents
letters-none = No documents
letters-none-text = Letters enter here when the registry numbers them.
letters-handling = Handling
letters-postal = Sent by post
letters-xml = XML and PDF (Appendix VI)

## Numbers outside any case
letters-enter = Enter a number
letters-enter-title = Enter an outgoing number outside any case
letters-enter-lead = Outgoing numbers run through the year. One used for another document, or void, is entered here so that the register has no gap.
letters-entry-number = Number
letters-entry-symbol = Symbol
letters-entry-voided = The number is void: no document has it
letters-entry-note = Note; for a void number, the reason
notice-outgoing-entered = The number is in the register.
letters-entry-unless-void = May be left empty for a void number.
letters-entry-sure = It is right, enter it
