//! The forms of the house from what a case holds: tờ trình, biên bản, phiếu chuyển, phiếu giải quyết văn bản đến, quyết định gia hạn.
//! Official papers are written in Vietnamese, whatever the language of the screen.

use app::view::CaseView;
use documents::form::{Form, FormKind, Part};
use documents::paper::{Authority, Copies, Paragraph, Signatory, Stage};
use i18n::{Lang, Texts, texts};
use jiff::civil::Date;
use procedure::PersonId;
use procedure::case::acts::{Act, HoldTalk, InvestigateLeak};
use procedure::case::event::{Entry, Event};
use procedure::vocabulary::Role;

use super::house;
use crate::words::word;

/// The forms that this case has something to say in, in the order in which it came to them.
pub(crate) fn available(view: &CaseView) -> Vec<FormKind> {
    let is_there = |kind: &FormKind| form(view, *kind).is_some();
    FormKind::ALL.into_iter().filter(is_there).collect()
}

/// A form, where the case has come so far. Number and day stay blank: the registry writes them in.
pub(crate) fn form(view: &CaseView, kind: FormKind) -> Option<Form> {
    let teller = Teller {
        t: texts(Lang::Vi),
        view,
    };
    let told = match kind {
        FormKind::Proposal => teller.proposal(),
        FormKind::ConductTalk => teller.talk(),
        FormKind::LeakInvestigation => teller.leak(),
        FormKind::Transfer => teller.transfer(),
        FormKind::IncomingSheet => teller.incoming(),
        FormKind::ExtensionDecision => teller.extension(),
    }?;
    Some(teller.set(kind, told))
}

/// What differs from form to form.
struct Told {
    on: Date,
    subject: String,
    to: Vec<String>,
    body: Vec<Part>,
    signers: Vec<Signatory>,
    copies: Vec<String>,
}

struct Teller<'a> {
    t: &'static Texts,
    view: &'a CaseView,
}

fn led(label: &str, text: &str) -> Part {
    Part::Paragraph(Paragraph::led(label, text))
}

/// What was typed in several lines becomes several paragraphs.
fn by_lines(parts: Vec<Part>) -> Vec<Part> {
    let split = |part: Part| -> Vec<Part> {
        let Part::Paragraph(mut paragraph) = part else {
            return vec![part];
        };
        let Some(last) = paragraph.runs.last_mut() else {
            return Vec::new();
        };
        let text = std::mem::take(&mut last.text);
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        last.text = lines.next().unwrap_or_default().to_owned();
        let rest: Vec<Part> = lines.map(plain).collect();
        std::iter::once(Part::Paragraph(paragraph)).chain(rest).collect()
    };
    parts.into_iter().flat_map(split).collect()
}

fn plain(text: impl Into<String>) -> Part {
    Part::Paragraph(Paragraph::plain(text.into()))
}

impl Teller<'_> {
    fn set(&self, kind: FormKind, told: Told) -> Form {
        let symbol = &self.view.office.settings.letter_symbol;
        let (organisation, unit) = symbol.rsplit_once('-').unwrap_or((symbol, ""));
        let abbreviation = match kind {
            FormKind::Proposal => "TTr",
            FormKind::ConductTalk | FormKind::LeakInvestigation => "BB",
            FormKind::Transfer => "PC",
            FormKind::IncomingSheet => "",
            FormKind::ExtensionDecision => self.t.sample_decision_kind(),
        };
        let keeps = Copies {
            to: told.copies,
            unit: unit.trim().to_owned(),
            kept: None,
        };
        Form {
            lang: Lang::Vi,
            house: house(&self.view.office),
            kind,
            symbol: format!("{abbreviation}-{organisation}"),
            stage: Stage::Signed { on: told.on },
            subject: told.subject.split_whitespace().collect::<Vec<_>>().join(" "),
            addressees: told.to,
            body: by_lines(told.body),
            signatories: told.signers,
            copies: (kind != FormKind::IncomingSheet).then_some(keeps),
            typist: None,
        }
    }

    /// `khiếu nại số 2026-0003`.
    fn matter(&self) -> String {
        let kind = word(self.t, "kind", self.view.case.kind.key()).to_lowercase();
        self.t.house_form_matter(kind, &self.view.row.number)
    }

    fn head(&self) -> String {
        self.t.letter_head_title().to_owned()
    }

    fn signer(&self, person: PersonId, role: Role) -> Signatory {
        let office = &self.view.office;
        let own = office.people.get(&person).map(|one| one.position.clone());
        let title = own.filter(|title| !title.is_empty());
        Signatory {
            authority: Authority::Own {
                title: title.unwrap_or_else(|| word(self.t, "role", role.key())),
            },
            name: office.name(person).to_owned(),
        }
    }

    /// Whoever did it for QMR.
    fn by_qmr(&self, entry: &Entry) -> Option<Signatory> {
        let person = entry.by.person()?;
        Some(self.signer(person, Role::Qmr))
    }

    fn holder(&self, role: Role) -> Option<PersonId> {
        let desk = self.view.office.desk(self.view.now);
        self.view.case.holders(role, &desk).into_iter().next()
    }

    fn acts(&self) -> impl Iterator<Item = (&Entry, &Act)> {
        let acts = self.view.history.iter().rev();
        acts.filter_map(|entry| match &entry.event {
            Event::Acted { act, .. } => Some((entry, act)),
            Event::Dated { .. } | Event::Vacated { .. } | Event::SetAside { .. } | Event::Transcribed(_) => {
                None
            }
        })
    }

    fn limit(&self) -> String {
        let limit = self.view.case.limit.map(|due| self.t.date(due.on));
        limit.unwrap_or_default()
    }

    fn complainant(&self) -> String {
        let party = self.view.complainant().map(|party| party.name.clone());
        let name = party.unwrap_or_else(|| self.t.case_anonymous().to_owned());
        // Inside a sentence a form of address begins with a small letter.
        match name.split_once(' ') {
            Some((first, rest)) if app::veil::is_form_of_address(first) => {
                format!("{} {rest}", first.to_lowercase())
            }
            _ => name,
        }
    }

    fn proposal(&self) -> Option<Told> {
        let (t, view) = (self.t, self.view);
        let plan = view.case.round.plan.as_ref()?;
        let received = t.date(view.case.received_on);
        let mut body = vec![led(
            t.house_form_content(),
            &t.house_form_received(&view.row.summary, received, self.limit()),
        )];
        let causes = self.acts().find_map(|(_, act)| match act {
            Act::EstablishCause(said) => Some(view.text(&said.cause).to_owned()),
            _ => None,
        });
        if let Some(cause) = causes {
            body.push(led(t.house_form_cause(), &cause));
        }
        body.push(led(t.house_form_plan(), view.text(&plan.said.plan)));
        for measure in &plan.said.measures {
            let what = view.text(&measure.what).trim().trim_end_matches('.').to_owned();
            let doer = view.office.name(measure.doer);
            body.push(plain(t.house_form_measure(what, doer, t.date(measure.by))));
        }
        body.push(plain(t.house_form_please()));
        let proposer = plan.proposed.by?;
        Some(Told {
            on: plan.proposed.on,
            subject: t.house_form_proposal_subject(self.matter()),
            to: vec![t.house_form_director().to_owned()],
            body,
            signers: vec![self.signer(proposer, Role::CaseOfficer)],
            copies: Vec::new(),
        })
    }

    fn talk(&self) -> Option<Told> {
        let (t, view) = (self.t, self.view);
        let (entry, said): (&Entry, &HoldTalk) = self.acts().find_map(|(entry, act)| match act {
            Act::HoldTalk(said) => Some((entry, said)),
            _ => None,
        })?;
        let mut signers: Vec<Signatory> = view
            .case
            .persons_concerned
            .iter()
            .map(|person| self.signer(*person, Role::CaseOfficer))
            .collect();
        signers.extend(self.by_qmr(entry));
        Some(Told {
            on: said.held_on,
            subject: t.house_form_talk_subject(self.matter()),
            to: Vec::new(),
            body: vec![
                led(t.house_form_time(), &t.date_long(said.held_on)),
                led(t.house_form_people(), view.text(&said.people)),
                led(t.house_form_account(), view.text(&said.account)),
                led(t.house_form_lesson(), view.text(&said.lesson)),
                plain(t.house_form_read_again()),
            ],
            signers,
            copies: Vec::new(),
        })
    }

    fn leak(&self) -> Option<Told> {
        let (t, view) = (self.t, self.view);
        let (entry, said): (&Entry, &InvestigateLeak) = self.acts().find_map(|(entry, act)| match act {
            Act::InvestigateLeak(said) => Some((entry, said)),
            _ => None,
        })?;
        let conclusion = if said.leak_confirmed {
            t.house_form_leak_confirmed()
        } else {
            t.house_form_leak_not_confirmed()
        };
        Some(Told {
            on: entry.on,
            subject: t.house_form_leak_subject(self.matter()),
            to: Vec::new(),
            body: vec![
                led(t.house_form_time(), &t.date_long(entry.on)),
                led(t.house_form_people(), view.text(&said.team)),
                led(t.house_form_findings(), view.text(&said.findings)),
                led(t.house_form_conclusion(), conclusion),
            ],
            signers: self.by_qmr(entry).into_iter().collect(),
            copies: Vec::new(),
        })
    }

    /// To whoever handles the case, once it is assigned.
    fn transfer(&self) -> Option<Told> {
        let (t, view) = (self.t, self.view);
        let officer = view.case.round.case_officer?;
        let (entry, _) = self
            .acts()
            .find(|(_, act)| matches!(act, Act::Assess(_) | Act::Reassign(_)))?;
        let unit = view.case.unit.map(|unit| view.office.unit_name(unit).to_owned());
        let mut body = vec![plain(t.house_form_transfer(
            view.documents.len(),
            self.matter(),
            self.complainant(),
            t.date(view.case.received_on),
        ))];
        let direction = self.acts().find_map(|(_, act)| match act {
            Act::GiveDirection(said) => Some(view.text(&said.direction).to_owned()),
            _ => None,
        });
        if let Some(direction) = direction {
            body.push(led(t.house_form_direction(), &direction));
        }
        body.push(plain(t.house_form_by(self.limit())));
        let to = [Some(view.office.name(officer).to_owned()), unit];
        Some(Told {
            on: entry.on,
            subject: t.house_form_transfer_subject(self.matter()),
            to: to.into_iter().flatten().collect(),
            body,
            signers: self.by_qmr(entry).into_iter().collect(),
            copies: Vec::new(),
        })
    }

    /// Phụ lục IV, VII: the three opinions, each with room to be written in.
    fn incoming(&self) -> Option<Told> {
        const LINES: u8 = 5;
        let (t, view) = (self.t, self.view);
        let number = view.case.incoming_number?;
        let head = |words: &str| Part::Paragraph(Paragraph::led(words, ""));
        Some(Told {
            on: view.case.received_on,
            subject: t.house_form_incoming_subject(
                number,
                t.date(view.case.received_on),
                self.complainant(),
                &view.row.summary,
            ),
            to: Vec::new(),
            body: vec![
                head(t.sample_incoming_head()),
                Part::Blank(LINES),
                head(t.sample_incoming_unit()),
                Part::Blank(LINES),
                head(t.sample_incoming_person()),
                Part::Blank(LINES),
            ],
            signers: Vec::new(),
            copies: Vec::new(),
        })
    }

    fn extension(&self) -> Option<Told> {
        let (t, view) = (self.t, self.view);
        let granted = view.case.round.extensions.iter().rev();
        let extension = granted.into_iter().find(|it| it.granted.is_some())?;
        let (until, decided) = (extension.granted?, extension.decided?);
        let reason = self.acts().find_map(|(_, act)| match act {
            Act::GrantExtension(said) => Some(view.text(&said.reason).to_owned()),
            _ => None,
        })?;
        let asked = self.acts().find_map(|(_, act)| match act {
            Act::AskExtension(said) => Some(view.text(&said.reason).to_owned()),
            _ => None,
        });
        let proposer = extension
            .asked
            .by
            .map(|person| view.office.name(person).to_owned());
        let head = self.head();
        let house = &view.office.organisation.name;
        let italic = |text: String| Part::Paragraph(Paragraph::italic(text));
        let mut body = vec![
            Part::Centred(format!("{head} {house}")),
            italic(t.house_form_grounds(house)),
            italic(t.house_form_at_request(proposer.unwrap_or_default(), t.date(extension.asked.on))),
            Part::Centred(t.sample_decision_verb().to_owned()),
            led(
                &t.house_form_article(1),
                &t.house_form_extends(
                    self.matter(),
                    self.complainant(),
                    t.date(extension.limit_then),
                    t.date(until),
                ),
            ),
        ];
        let reasons = match asked {
            Some(asked) if asked != reason => format!("{} {reason}", asked.trim()),
            _ => reason,
        };
        body.push(led(&t.house_form_article(2), &t.house_form_reason(reasons)));
        body.push(led(&t.house_form_article(3), t.house_form_carried_out()));
        let director = self.holder(Role::Director).or(decided.by)?;
        Some(Told {
            on: decided.on,
            subject: t.house_form_extension_subject(self.matter()),
            to: Vec::new(),
            body,
            signers: vec![Signatory {
                authority: Authority::Own { title: head },
                name: view.office.name(decided.by.unwrap_or(director)).to_owned(),
            }],
            copies: vec![t.sample_decision_copy().to_owned()],
        })
    }
}
