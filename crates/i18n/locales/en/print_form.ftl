### Forms to print: the complaint form of the counter and the follow-up sheet of a case.

print-form-number = No.
print-form-qr = QR code of the case number { $number }
print-form-sign-here = (signature, full name)

## The complaint form (ISO 10002, annex C)
complaint-form = Complaint, grievance or appeal
complaint-form-blank = Form to print (PDF)
complaint-form-lead = Fill in the lines, or tell it and have the receiving officer write. No copy of an identity document is needed.
complaint-form-who = 1. Who complains
complaint-form-name = Full name, or name of the organisation
complaint-form-representative = Representative (with letter of authority)
complaint-form-address = Address for the answer
complaint-form-phone = Telephone
complaint-form-email = E-mail
complaint-form-what = 2. What it is about
complaint-form-kind = Kind
complaint-form-decision = Certificate, decision, product or contract concerned
complaint-form-on = Day on which it happened
complaint-form-content = What happened
complaint-form-remedy = 3. What is asked for
complaint-form-wants = A certain remedy is asked for
complaint-form-yes = Yes
complaint-form-no = No
complaint-form-wanted = Remedy
complaint-form-enclosed = 4. Enclosures
complaint-form-list = List
complaint-form-office = For the receiving office
complaint-form-received = Day and hour of receipt
complaint-form-receiver = Received by
complaint-form-number = Case number
complaint-form-limit = Answer due
complaint-form-signer = Complainant

## The follow-up sheet (ISO 10002, annex E)
follow-up = Follow-up sheet
follow-up-receipt = 1. Receipt
follow-up-incoming = Incoming number
follow-up-party = 2. Complainant
follow-up-forwarded = Passed on by
follow-up-problem = 3. The matter
follow-up-happened = Day on which it happened
follow-up-recurrent = Recurrent
follow-up-assessment = 4. Initial assessment
follow-up-severity = Severity
follow-up-safety = Safety is concerned
follow-up-resolution = 5. Resolution
follow-up-tracking = 6. Tracking
follow-up-action = Action
follow-up-date = Date
follow-up-name = By
follow-up-remarks = Remarks
follow-up-acknowledged = Acknowledged
follow-up-assessed = Assessed
follow-up-investigated = Investigated
follow-up-resolved = Resolved
follow-up-informed = Complainant informed
follow-up-corrected = Corrected
follow-up-verified = Correction verified
follow-up-closed = Closed
follow-up-yes = Yes
follow-up-no = No
