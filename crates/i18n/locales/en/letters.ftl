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
