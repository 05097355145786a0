//! The complaint form of the counter and the follow-up sheet, blank or from a case (ISO 10002, annexes C and E).

use app::view::CaseView;
use documents::print_form::{PrintForm, Row, Section, Table};
use i18n::Texts;
use jiff::civil::Date;
use procedure::ActKind;
use procedure::case::event::{Entry, Event};
use procedure::vocabulary::Kind;

use super::house;
use crate::pages::case::aside::content;
use crate::words::word;

/// The blank form, for whoever writes at the counter.
pub(crate) fn blank(t: &'static Texts, office: &app::Office, today: Date) -> PrintForm {
    complaint(t, office, today, &Known::default())
}

/// The same with what the case knows already.
pub(crate) fn complaint_of(t: &'static Texts, view: &CaseView) -> PrintForm {
    let case = &view.case;
    let receive = content(view);
    let party = view.complainant();
    let text = |part: fn(&app::dossier::Party) -> &String| party.map(|it| part(it).clone());
    let known = Known {
        number: Some(view.row.number.clone()),
        name: text(|it| &it.name),
        representative: text(|it| &it.representative),
        address: text(|it| &it.address),
        phone: text(|it| &it.phone),
        email: text(|it| &it.email),
        kind: Some(case.declared_kind),
        decision: case.participants.as_ref().map(|it| it.decision_number.clone()),
        content: receive.map(|it| view.text(&it.content).to_owned()),
        remedy: receive
            .and_then(|it| it.remedy_sought.as_ref())
            .map(|it| view.text(it).to_owned()),
        files: view.documents.iter().map(|it| it.file_name.clone()).collect(),
        received: Some(t.date(case.received_on)),
        receiver: case.receiver.map(|it| view.office.name(it).to_owned()),
        limit: case.limit.map(|due| t.date(due.on)),
    };
    complaint(t, &view.office, view.today(), &known)
}

#[derive(Default)]
struct Known {
    number: Option<String>,
    name: Option<String>,
    representative: Option<String>,
    address: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    kind: Option<Kind>,
    decision: Option<String>,
    content: Option<String>,
    remedy: Option<String>,
    files: Vec<String>,
    received: Option<String>,
    receiver: Option<String>,
    limit: Option<String>,
}

fn lines(label: &str, says: Option<&str>, lines: u8) -> Row {
    match Row::of(label, says) {
        Row::Blank { label, .. } => Row::Blank { label, lines },
        said => said,
    }
}

fn boxes<'a>(label: &str, boxes: impl IntoIterator<Item = (&'a str, bool)>) -> Row {
    Row::Boxes {
        label: label.to_owned(),
        boxes: boxes
            .into_iter()
            .map(|(says, on)| (says.to_owned(), on))
            .collect(),
    }
}

fn section(title: &str, rows: Vec<Row>) -> Section {
    Section {
        title: title.to_owned(),
        rows,
        table: None,
    }
}

fn complaint(t: &'static Texts, office: &app::Office, today: Date, known: &Known) -> PrintForm {
    let kinds: Vec<(String, bool)> = Kind::ALL
        .iter()
        .map(|kind| (word(t, "kind", kind.key()), known.kind == Some(*kind)))
        .collect();
    let wants = known.remedy.is_some();
    let is_filled = known.number.is_some();
    let files = known.files.join("; ");
    PrintForm {
        lang: t.lang(),
        house: house(office),
        title: t.complaint_form().to_owned(),
        lead: t.complaint_form_lead().to_owned(),
        number: known.number.clone(),
        link: None,
        sections: vec![
            section(
                t.complaint_form_who(),
                vec![
                    Row::of(t.complaint_form_name(), known.name.as_deref()),
                    Row::of(t.complaint_form_representative(), known.representative.as_deref()),
                    Row::of(t.complaint_form_address(), known.address.as_deref()),
                    Row::of(t.complaint_form_phone(), known.phone.as_deref()),
                    Row::of(t.complaint_form_email(), known.email.as_deref()),
                ],
            ),
            section(
                t.complaint_form_what(),
                vec![
                    boxes(
                        t.complaint_form_kind(),
                        kinds.iter().map(|(says, on)| (says.as_str(), *on)),
                    ),
                    Row::of(t.complaint_form_decision(), known.decision.as_deref()),
                    Row::of(t.complaint_form_on(), None),
                    lines(t.complaint_form_content(), known.content.as_deref(), 6),
                ],
            ),
            section(
                t.complaint_form_remedy(),
                vec![
                    boxes(
                        t.complaint_form_wants(),
                        [
                            (t.complaint_form_yes(), is_filled && wants),
                            (t.complaint_form_no(), is_filled && !wants),
                        ],
                    ),
                    lines(t.complaint_form_wanted(), known.remedy.as_deref(), 2),
                ],
            ),
            section(
                t.complaint_form_enclosed(),
                vec![lines(
                    t.complaint_form_list(),
                    Some(files.as_str()).filter(|files| !files.is_empty()),
                    2,
                )],
            ),
            section(
                t.complaint_form_office(),
                vec![
                    Row::of(t.complaint_form_received(), known.received.as_deref()),
                    Row::of(t.complaint_form_receiver(), known.receiver.as_deref()),
                    Row::of(t.complaint_form_number(), known.number.as_deref()),
                    Row::of(t.complaint_form_limit(), known.limit.as_deref()),
                ],
            ),
        ],
        signers: vec![
            t.complaint_form_signer().to_owned(),
            t.complaint_form_receiver().to_owned(),
        ],
        printed_on: today,
    }
}

/// The card that goes with the file of a case: what is known, and who did what when.
pub(crate) fn follow_up(t: &'static Texts, view: &CaseView) -> PrintForm {
    let case = &view.case;
    let receive = content(view);
    let party = view.complainant();
    let round = &case.round;
    let name = |person| view.office.name(person).to_owned();
    let subjects: Vec<String> = case
        .subjects
        .iter()
        .map(|it| word(t, "subject", it.key()))
        .collect();
    let forwarder = case.forwarder.as_ref().and_then(|it| view.parties.get(&it.party));
    let assessment = round.assessment.as_ref();
    let yes_no = |yes: bool| [(t.follow_up_yes(), yes), (t.follow_up_no(), !yes)];
    let said = |label: &str, says: String| Row::of(label, Some(&says));
    let reach = party.map(|it| {
        let parts = [&it.address, &it.phone, &it.email];
        let parts: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|it| !it.is_empty())
            .collect();
        parts.join("; ")
    });
    let outcome = case.outcome();
    PrintForm {
        lang: t.lang(),
        house: house(&view.office),
        title: t.follow_up().to_owned(),
        lead: String::new(),
        number: Some(view.row.number.clone()),
        link: None,
        sections: vec![
            section(
                t.follow_up_receipt(),
                vec![
                    said(t.dossier_received(), t.date(case.received_on)),
                    said(t.dossier_channel(), word(t, "channel", case.channel.key())),
                    Row::of(t.complaint_form_receiver(), case.receiver.map(name).as_deref()),
                    Row::of(
                        t.follow_up_incoming(),
                        case.incoming_number.map(|it| it.to_string()).as_deref(),
                    ),
                    Row::of(
                        t.complaint_form_limit(),
                        case.limit.map(|due| t.date(due.on)).as_deref(),
                    ),
                ],
            ),
            section(
                t.follow_up_party(),
                vec![
                    Row::of(t.complaint_form_name(), party.map(|it| it.name.as_str())),
                    Row::of(t.complaint_form_address(), reach.as_deref()),
                    Row::of(t.follow_up_forwarded(), forwarder.map(|it| it.name.as_str())),
                ],
            ),
            section(
                t.follow_up_problem(),
                vec![
                    said(t.dossier_kind(), word(t, "kind", case.kind.key())),
                    said(t.dossier_subjects(), subjects.join("; ")),
                    Row::of(t.follow_up_happened(), None),
                    boxes(t.follow_up_recurrent(), yes_no(!case.links.is_empty())),
                    Row::of(
                        t.complaint_form_content(),
                        receive.map(|it| view.text(&it.content)),
                    ),
                ],
            ),
            section(
                t.follow_up_assessment(),
                vec![
                    Row::of(
                        t.follow_up_severity(),
                        assessment
                            .map(|it| word(t, "severity", it.said.severity.key()))
                            .as_deref(),
                    ),
                    boxes(t.follow_up_safety(), yes_no(case.safety)),
                ],
            ),
            section(
                t.follow_up_resolution(),
                vec![
                    Row::of(
                        t.complaint_form_wanted(),
                        receive
                            .and_then(|it| it.remedy_sought.as_ref())
                            .map(|it| view.text(it)),
                    ),
                    Row::of(
                        t.dossier_outcome(),
                        outcome
                            .map(|it| {
                                format!(
                                    "{}. {}",
                                    word(t, "finding", it.finding.key()),
                                    view.text(&it.reasons)
                                )
                            })
                            .as_deref(),
                    ),
                ],
            ),
            Section {
                title: t.follow_up_tracking().to_owned(),
                rows: Vec::new(),
                table: Some(tracking(t, view)),
            },
        ],
        signers: Vec::new(),
        printed_on: view.today(),
    }
}

/// The eight steps of annex E, each with the last act that took it.
fn tracking(t: &'static Texts, view: &CaseView) -> Table {
    use ActKind::*;
    let steps: [(&str, &[ActKind]); 8] = [
        (t.follow_up_acknowledged(), &[Acknowledge, Promise]),
        (t.follow_up_assessed(), &[Assess]),
        (
            t.follow_up_investigated(),
            &[EstablishCause, AddEvidence, HoldTalk, InvestigateLeak],
        ),
        (
            t.follow_up_resolved(),
            &[DecideOutcome, ApproveOutcome, SettleOnTheSpot],
        ),
        (
            t.follow_up_informed(),
            &[DispatchLetter, AnswerByVoice, FileConclusion, SettleOnTheSpot],
        ),
        (
            t.follow_up_corrected(),
            &[ReportMeasureDone, OpenCorrectiveAction],
        ),
        (t.follow_up_verified(), &[]),
        (t.follow_up_closed(), &[Close]),
    ];
    let row = |(label, kinds): (&str, &[ActKind])| {
        let mut acts = view.history.iter().rev();
        let done = acts.find(|entry| act_of(entry).is_some_and(|act| kinds.contains(&act)));
        let date = done.map(|entry| t.date(entry.on)).unwrap_or_default();
        let who = done.and_then(|entry| entry.by.person());
        let who = who
            .map(|person| view.office.name(person).to_owned())
            .unwrap_or_default();
        let remark = done
            .and_then(act_of)
            .map(|kind| i18n::say::act(t.lang(), kind).to_owned());
        vec![label.to_owned(), date, who, remark.unwrap_or_default()]
    };
    Table {
        heads: [
            t.follow_up_action(),
            t.follow_up_date(),
            t.follow_up_name(),
            t.follow_up_remarks(),
        ]
        .map(str::to_owned)
        .into(),
        rows: steps.into_iter().map(row).collect(),
    }
}

fn act_of(entry: &Entry) -> Option<ActKind> {
    match &entry.event {
        Event::Acted { act, .. } => Some(act.kind()),
        _ => None,
    }
}
