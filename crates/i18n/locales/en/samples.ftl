### Sample papers: an organisation and people who do not exist, to look at and check each kind of paper.

sample-parent = Delta Institute for Materials Research
sample-house = Song Hong Quality Certification Centre
sample-place = Hanoi
sample-foot = Address: 1 Ben Song Street, Hanoi
    Telephone: 024 0000 0000; e-mail: tiepnhan@songhong.example
sample-symbol = TTSH-QLCL
sample-symbol-kind = { $kind }-TTSH
sample-unit = QLCL
sample-decision-kind = QD
sample-typist = DLG
sample-head = Director
sample-deputy = Deputy Director
sample-head-name = Nguyen Song Thao
sample-deputy-name = Tran Truong Da
sample-writer-title = Recorded by
sample-writer-name = Do Lam Giang
sample-subject-title = Person heard
sample-subject-name = Vu Song Hinh
sample-quality-title = Head of Quality
sample-quality-name = Pham Thu Bon
sample-client = Song Ma Cable Company Limited
sample-complainant = Song Cau Equipment Joint Stock Company
sample-other = Department of Science and Technology of Song Hong Province
sample-copy-head = the Director (for information)
sample-copy-unit = Product Certification Department

## Letters
sample-reply-subject = reply to your complaint about the date of the audit report
sample-reply = The Song Hong Quality Certification Centre received your complaint of 5 January 2026 that the audit report was sent 20 days later than the audit plan says.
    Having gone through the audit file, spoken with the leader of the team and compared the log of outgoing mail, the Centre finds your complaint justified. The report was finished on 12 December 2025, but was sent only on 4 January 2026, because the Centre had not planned the work properly.
    The Centre apologises. It has sent you the report and the supplementary certificate, and has changed its planning instruction so that this does not happen again.
    If you do not agree with this outcome, you may write to us within 15 working days to have it reviewed.
    Yours faithfully,
sample-acknowledgement-subject = receipt of complaint No. 2026-0042
sample-acknowledgement = The Song Hong Quality Certification Centre received your complaint on 5 January 2026 and entered it in its register as No. 2026-0042.
    It will be answered on 4 February 2026 at the latest. Whoever reviews and decides it took no part in the activity that you complain of.
    Yours faithfully,
sample-promise-subject = when you will have an answer to grievance No. 2026-0043
sample-promise = On 6 January 2026 you told us by telephone how you had been advised at our reception. The Centre needs some time to ask those concerned.
    You will have our answer on 13 January 2026.
    Yours faithfully,
sample-extension-subject = extension of the time limit of complaint No. 2026-0042
sample-extension = Your complaint needs a new test in an independent laboratory, whose result is expected on 10 February 2026.
    By decision of the Director the time limit is therefore extended once, to 6 March 2026. We shall write to you as soon as the result is there.
    Yours faithfully,
sample-referral-subject = where your matter can be settled
sample-referral = On 7 January 2026 the Centre received your request concerning late deliveries by a supplier.
    This is a matter of trade between two companies and not of the Centre's certification. You may negotiate, conciliate, or go to arbitration or to court as your contract says.
    The documents that came with your request are enclosed.
    Yours faithfully,
sample-progress-subject = progress of complaint No. 2026-0042
sample-progress = Your complaint is being reviewed. The audit file has been gone through; what is missing is the result of the new test, expected on 10 February 2026.
    You will have our answer on 6 March 2026 at the latest.
    Yours faithfully,
sample-end-subject = end of the handling of complaint No. 2026-0042
sample-end = The Centre answered your complaint on 4 February 2026. The time in which a review can be asked for has passed, and no further comment has reached us.
    The Centre closes the case and files the record. If something new comes up, you have the right to complain again.
    Yours faithfully,
sample-appeal-subject = answer to your appeal against the suspension of the certificate
sample-appeal = On 12 January 2026 the Centre received your appeal against the suspension of your certificate.
    The appeals panel, none of whose members took part in the evaluation or the decision, has gone through the file and _upholds the decision unanimously_, because the insulation resistance failed in both samples.
    The appeal has no bearing on your rights in later audits.
    Yours faithfully,
sample-client-subject = explanation asked for about a certified product
sample-client-letter = The Centre has received a report about a product that you make and that bears the certification mark, from the lots of November 2025.
    Please send us a written explanation, the test results of the lot and the corrective measures before 30 January 2026.
    Yours faithfully,

## Forms of the house
sample-proposal-subject = Plan for complaint No. 2026-0042
sample-proposal = _Matter:_ complaint about the date of an audit report, received on 5 January 2026, to be answered by 4 February 2026.
    _By whom:_ the quality unit; nobody who took part in the audit takes part in the handling.
    _Steps:_ compare the audit file (by 12 January 2026); speak with the leader of the team (by 15 January 2026); draft the answer (by 20 January 2026).
    Submitted to the Director for approval.
sample-talk-subject = Talk about conduct at the reception
sample-talk = _Begun:_ 9.00 on 14 January 2026.
    _Place:_ meeting room of the Centre.
    _Present:_ Ms Vu Song Hinh, the person complained about; Mr Pham Thu Bon, Head of Quality; Ms Do Lam Giang, recording.
    _What was said:_ Ms Vu Song Hinh told the course of the call of 6 January 2026 and agreed that her answer had been incomplete. It was agreed how customers are advised and that training follows.
    The talk ended at 9.40 on 14 January 2026; those present have read this record and agree with it.
sample-leak-subject = How the identity of a complainant came out
sample-leak = _Begun:_ 14.00 on 20 January 2026.
    _Place:_ meeting room of the Centre.
    _Present:_ Mr Pham Thu Bon, Head of Quality, in the chair; Ms Do Lam Giang, recording.
    _What was found:_ the log of views and the list of recipients were checked. The complainant's name stood in a file attached to a letter that went to the certified client on 16 January 2026.
    _Conclusion:_ the name had not been blacked out; the letter was recalled, the complainant told, and a corrective action opened.
    The meeting ended at 15.10 on 20 January 2026.
sample-transfer-subject = Complaint No. 2026-0042 handed over
sample-transfer = The administration hands to the quality unit the complaint of Song Cau Equipment Joint Stock Company, incoming No. 15 of 5 January 2026, with 3 documents.
    Please review and classify it by 8 January 2026.
sample-incoming-subject = Letter No. 12/TBSC-KD of 5 January 2026 from Song Cau Equipment Joint Stock Company, complaining about the date of an audit report
sample-incoming-head = 1. Instructions of the head of the organisation
sample-incoming-head-text = The quality unit leads, the product certification department assists; a draft answer is due by 20 January 2026.
sample-incoming-unit = 2. Instructions of the head of the unit
sample-incoming-person = 3. Proposal of the person in charge
sample-decision-subject = Extending the time limit of complaint No. 2026-0042
sample-decision-by = Director of the Song Hong Quality Certification Centre
sample-decision-grounds = Having regard to the Centre's procedure for complaints, grievances and appeals;
    Having regard to the order for a new test of 15 January 2026;
    On the proposal of the Head of Quality;
sample-decision-verb = Decides:
sample-decision-articles = _Article 1._ The time limit of complaint No. 2026-0042 of Song Cau Equipment Joint Stock Company is extended from 4 February 2026 to 6 March 2026.
    _Article 2._ Reason: the result of a new test in an independent laboratory is needed.
    _Article 3._ The Head of Quality tells the complainant and carries this decision out.
sample-decision-copy = Those named in Article 3
sample-correction-subject = correction of letter No. 07/TT-QLCL of 4 February 2026
sample-correction = We issued letter No. 07/TT-QLCL on 4 February 2026. By an oversight its form contains a mistake, which is hereby corrected:
    The words “4 January 2026” are to be read as “7 January 2026”. The other contents of that letter stand as they are.

## Placeholders of templates
sample-kind = complaint
sample-reasons = The records of the audit show that the complaint is justified: the report was ready on 12/12/2025 and was sent on 04/01/2026 only.
sample-extension-reason = a new test at an independent laboratory is needed.
sample-why-not-ours = Late delivery is a matter between the two companies.

## Report of a year
sample-measures = Explained the result, sent the minutes again and changed the way audits are scheduled.
sample-problem = Audit minutes are sent late because nobody follows the day of sending.
sample-report-remarks = The figures agree with the book. How audits are scheduled should be reviewed.
