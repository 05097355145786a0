### The procedure: the sentence, name and reading of each rule. The sentences of the B rules are our translation.

procedure-title = Procedure for settling complaints and grievances
procedure-step-1 = Step 1: Considering and finding the cause
procedure-step-2 = Step 2: Handling complaints, grievances and appeals

rule-b1-1-title = Settled on the spot
rule-b1-1-sentence = For complaints, grievances and appeals made by word of mouth (in person or by telephone), if the receiver can explain at once and the customer is satisfied, the receiver tells the assigned officer to write what was settled into the register of complaints, grievances and appeals; after that it must be reported to the QMR and the unit concerned.
rule-b1-1-explained = A spoken case, explained at once to the complainant’s satisfaction: the receiver tells the register officer the same day, the entry is confirmed within 1 working day, then QMR and the unit are told; never open to an appeal, a certification result, confidentiality, safety, a written case, or when the receiver is the person complained about.
rule-b1-1-source = Step 1, first dash

rule-b1-2-title = Promised reply
rule-b1-2-sentence = Where the person who receives the grievance, complaint or appeal cannot explain, or explains and the customer is not yet satisfied, that person writes down how to reach the customer and promises a later reply. The receiver tells the QMR, so that a direction for settling the matter is found.
rule-b1-2-explained = Not explained or not satisfied: contact details are taken, a reply is promised by a date within the limit, and the matter is reported to the QMR (1 working day), who gives the direction (1).
rule-b1-2-source = Step 1, second dash

rule-b2-1-title = Plan
rule-b2-1-sentence = Once the cause has been considered, the assigned officer must draw up a plan to settle the complaint and submit it to leadership, who assign officers to carry it out.
rule-b2-1-explained = Once the cause is known, the case officer proposes a plan (10 working days from assessment); leadership approves it and names who does what by when, or returns it with a reason (2); each doer reports it done.
rule-b2-1-source = Step 2, opening

rule-b2-2-title = Certification result
rule-b2-2-sentence = Where a customer complains or appeals about a product certification result, the head of the CNTT unit considers and settles it, reports to the QMR and to the Centre’s leadership, and at the same time carries out corrective actions under procedure QT-07-HTCL, corrective and preventive action.
rule-b2-2-explained = The head of the CNTT unit considers and settles it and reports to QMR and leadership before the reply is signed; a corrective action under QT-07-HTCL runs at the same time, whatever the channel.
rule-b2-2-source = Step 2, opening

rule-b2-3-title = Written reply
rule-b2-3-sentence = For complaints, grievances and appeals in writing, the QMR, having considered the cause and the measures, must draft an official letter of reply and submit it to the Centre’s leadership for signature; it then goes to the general administration office, which conveys the letter to the customer.
rule-b2-3-explained = QMR drafts the letter (3 working days before the limit); leadership signs or returns it (2); the general administration office numbers, dates, seals, sends and registers it (1). Answered means dispatched.
rule-b2-3-source = Step 2, first dash

rule-b2-4-title = Thirty days
rule-b2-4-sentence = Every grievance and complaint needs to be answered within 30 days of the day on which it was received.
rule-b2-4-explained = Every case, spoken ones and appeals too, is answered within 30 calendar days, the day of receipt not counted; when the last day is a day of rest, the limit is the end of the next working day.
rule-b2-4-source = Step 2, first dash; Civil Code 2015, articles 147 and 148

rule-b2-5-title = Exception
rule-b2-5-sentence = In exceptional cases the QMR asks the Director to decide on the time limit for settlement.
rule-b2-5-explained = QMR asks before the limit in force ends; the Director decides the new limit, a working day; the complainant is told within 1 working day.
rule-b2-5-source = Step 2, first dash

rule-b2-6-title = Staff conduct
rule-b2-6-sentence = For grievances about how customers are treated, the QMR talks directly with the person complained about, or those concerned, so that a lesson is drawn.
rule-b2-6-explained = QMR talks directly with the person complained about; the talk, that person’s own account and the lesson are recorded; it replaces neither the reply nor the limit and is no disciplinary act.
rule-b2-6-source = Step 2, second dash

rule-b2-7-title = Confidentiality
rule-b2-7-sentence = For complaints about a customer’s confidentiality, the QMR is responsible for organising an investigation into what caused the information to leak and for carrying out corrective actions under procedure QT-07-HTCL, corrective and preventive action.
rule-b2-7-explained = QMR organises the investigation of the leak; if personal data were involved it is assessed within 72 hours; the affected client is told; a corrective action under QT-07-HTCL is opened.
rule-b2-7-source = Step 2, third dash

rule-b2-8-title = Yearly compilation
rule-b2-8-sentence = Every year the officer assigned to receive grievances and complaints is responsible for compiling all complaints, grievances, appeals, the actions taken to settle them and the results into a document, and for filing it.
rule-b2-8-explained = The register officer compiles the year into one document by 31 January, also when there were no cases; QMR reviews it, leadership receives it, it is frozen and filed.
rule-b2-8-source = Step 2, last dash

rule-s1-title = Acknowledgement
rule-s1-sentence = A written case, an appeal and a promised reply are acknowledged within 2 working days (e-mail and web form: the same day), with the case number, the limit and the next step.
rule-s1-source = ISO/IEC 17065:2012, 7.13.3

rule-s2-title = Ours or not
rule-s2-sentence = Before any investigation, within 3 working days, it is settled whether the case concerns our activities; if not, the answer gives the reason, is signed and says where to turn, and the case stays in the book; a report of law-breaking or a matter of administrative law is handed to the competent person.
rule-s2-source = ISO/IEC 17065:2012, 7.13.2

rule-s3-title = Assessment
rule-s3-sentence = Within 3 working days severity, safety, complexity, impact, the need for immediate action and the remedy sought are assessed; a matter of safety is brought to the Director the same day.
rule-s3-source = ISO 10002:2018, 7.5; ISO/IEC 17065:2012, 7.13.1

rule-s4-title = Independence
rule-s4-sentence = The decision is made by, or reviewed and approved by, people who took no part in the certification activity concerned; the subject of the case, anyone with a declared interest, and anyone who advised or worked for that client within the last 2 years does not decide.
rule-s4-source = ISO/IEC 17065:2012, 7.13.5 and 7.13.6

rule-s5-title = Evidence
rule-s5-sentence = The information needed is gathered and verified: what, from whom, when, verified by whom; nothing is decided without evidence or a stated reason.
rule-s5-source = ISO/IEC 17065:2012, 7.13.4

rule-s6-title = Heard
rule-s6-sentence = A person complained about is told and may answer before any finding.
rule-s6-source = ISO 10002:2018, Annex D

rule-s7-title = Outcome and end
rule-s7-sentence = The complainant is given formal notice of the outcome and of the end of the process whenever possible, an appellant always; the notice names the recourse that remains and says that the process ends unless the outcome is rejected within 15 working days.
rule-s7-source = ISO/IEC 17065:2012, 7.13.7 and 7.13.8

rule-s8-title = Not satisfied
rule-s8-sentence = A rejection gets one internal review within 30 calendar days by people who did not handle, decide or sign; recourse taken outside keeps the case open until its result is known or 30 days pass unused.
rule-s8-source = ISO 10002:2018, 7.9

rule-s9-title = Progress
rule-s9-sentence = The complainant hears of progress every 10 working days and at each extension.
rule-s9-source = ISO 10002:2018, 7.3; ISO/IEC 17025:2017, 7.9.5

rule-s10-title = Effectiveness
rule-s10-sentence = A corrective action ends with a review of its effect by someone other than its owner, within 90 calendar days after the last action; “no action needed” needs a reason from QMR; “not effective” reopens it.
rule-s10-source = ISO/IEC 17065:2012, 8.7.4

rule-s11-title = An upheld appeal
rule-s11-sentence = An upheld appeal never edits a certificate: it creates the task of a new certification decision; the case closes when that task is reported done or handed over with owner and date.
rule-s11-source = ISO/IEC 17065:2012, 7.13.9 and 7.6

rule-s12-title = Protection
rule-s12-sentence = The complainant’s identity is shown only to those who need it and never to the certified client by default; conduct and confidentiality cases are closed to everyone not on them; every read of a protected case is logged.
rule-s12-source = ISO/IEC 17065:2012, 4.5

rule-s13-title = Withdrawal, reopening, linking, correction
rule-s13-sentence = Withdrawal, reopening, linking and correction are acts with a reason; nothing is overwritten or deleted; a number in the book is kept, also when the entry is annulled.
rule-s13-source = ISO/IEC 17065:2012, 7.12 and 8.4

rule-s14-title = A certified client’s product or mark
rule-s14-sentence = The certified client is asked for its evidence and complaint log by a date; a valid complaint is referred to the client without the complainant’s identity, at a time that does not spoil the evidence; surveillance or suspension is decided on.
rule-s14-source = ISO/IEC 17065:2012, 4.1.2.2 c) and j)
