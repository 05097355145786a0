//! What people say in their acts: for each act the canonical ways of saying it, all of which must be accepted where the act is
//! offered, and hostile ones, which may only be accepted if every property survives them.

use crate::people::*;
use crate::scene::Scene;
use crate::table::{self, Doing};
use crate::text;
use crate::world::World;
use jiff::ToSpan;
use jiff::civil::Date;
use procedure::calendar::Calendar;
use procedure::case::acts::*;
use procedure::vocabulary::*;
use procedure::{CaseId, CorrectiveActionId, PersonId, TextId, TextRef};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// One way of saying an act, with a short name for stories.
#[derive(Clone, Debug)]
pub struct Said {
    pub act: Act,
    pub as_told: Cow<'static, str>,
}

fn said(act: Act) -> Said {
    Said {
        act,
        as_told: Cow::Borrowed(""),
    }
}

fn told(as_told: impl Into<Cow<'static, str>>, act: Act) -> Said {
    Said {
        act,
        as_told: as_told.into(),
    }
}

fn reason() -> Reason {
    Reason { reason: text() }
}

fn note() -> Note {
    Note::default()
}

fn tell() -> Tell {
    Tell {
        words: text(),
        way: None,
    }
}

fn other_text() -> TextRef {
    TextRef {
        id: TextId::small(2),
        sha256: "b".to_owned(),
    }
}

/// Who speaks, where.
pub struct Speaker<'a> {
    pub world: &'a World,
    pub scene: &'a Scene,
    pub who: Slot,
}

impl Speaker<'_> {
    fn free(&self, doing: Doing) -> impl Iterator<Item = Slot> {
        self.scene.free(self.world, doing)
    }

    fn today(&self) -> Date {
        self.scene.today
    }

    /// The canonical ways of saying an act of this kind; the first is what a good office would say.
    pub fn canonical(&self, kind: ActKind) -> Vec<Said> {
        match kind {
            ActKind::Receive => vec![said(Act::Receive(self.world.receive()))],
            ActKind::SettleOnTheSpot => vec![said(Act::SettleOnTheSpot(SettleOnTheSpot {
                explanation: text(),
                satisfaction: text(),
            }))],
            ActKind::ConfirmEntry => vec![said(Act::ConfirmEntry)],
            ActKind::AskAnnulment => vec![said(Act::AskAnnulment(AskAnnulment {
                ground: AnnulGround::Duplicate,
                reason: text(),
            }))],
            ActKind::ConfirmAnnulment => vec![said(Act::ConfirmAnnulment(reason()))],
            ActKind::RefuseAnnulment => vec![said(Act::RefuseAnnulment(reason()))],
            ActKind::RecordIncoming => vec![said(Act::RecordIncoming(RecordIncoming {
                incoming_number: 7,
                arrived_on: RECEIPT,
            }))],
            ActKind::ReportToQmr => vec![said(Act::ReportToQmr(note()))],
            ActKind::ReportToUnit => vec![said(Act::ReportToUnit(note()))],
            ActKind::OverturnSettlement => vec![said(Act::OverturnSettlement(reason()))],
            ActKind::Promise => vec![self.promise()],
            ActKind::GiveDirection => vec![said(Act::GiveDirection(GiveDirection { direction: text() }))],
            ActKind::Acknowledge => vec![said(Act::Acknowledge(tell()))],
            ActKind::BecomeWritten => self.become_written(),
            ActKind::CorrectReceipt => vec![said(Act::CorrectReceipt(CorrectReceipt {
                received_on: earlier(RECEIPT),
                reason: text(),
            }))],
            ActKind::CorrectComplainant => self.correct_complainant(),
            ActKind::LinkCase => vec![said(Act::LinkCase(LinkCase {
                case: CaseId::small(2),
                reason: text(),
            }))],
            ActKind::Assess => self.assess(),
            ActKind::HandOver => vec![said(Act::HandOver(HandOver {
                competent: text(),
                words: text(),
            }))],
            ActKind::Reassign => self.reassign(),
            ActKind::AlertDirector => vec![said(Act::AlertDirector(note()))],
            ActKind::DeclareInterest => self.declare(),
            ActKind::NameParticipants => self.participants(),
            ActKind::NamePersonsConcerned => self.concerned(),
            ActKind::Recuse => vec![said(Act::Recuse(reason()))],
            ActKind::Substitute => self.substitute(),
            ActKind::AddEvidence => vec![said(Act::AddEvidence(AddEvidence {
                description: text(),
                source: text(),
                obtained_on: RECEIPT,
                documents: Vec::new(),
                verified_by: None,
            }))],
            ActKind::TellSubject => vec![said(Act::TellSubject(tell()))],
            ActKind::RecordStatement => self.statements(),
            ActKind::EstablishCause => vec![said(Act::EstablishCause(EstablishCause { cause: text() }))],
            ActKind::HoldTalk => vec![said(Act::HoldTalk(HoldTalk {
                held_on: self.today(),
                people: text(),
                account: text(),
                lesson: text(),
            }))],
            ActKind::InvestigateLeak => both("a leak", "no leak", |leak_confirmed| {
                Act::InvestigateLeak(InvestigateLeak {
                    team: text(),
                    findings: text(),
                    leak_confirmed,
                })
            }),
            ActKind::AssessDataBreach => both("personal data", "no personal data", |personal_data| {
                Act::AssessDataBreach(AssessDataBreach {
                    personal_data,
                    conclusion: text(),
                })
            }),
            ActKind::TellAffectedClient => vec![said(Act::TellAffectedClient(tell()))],
            ActKind::AskClient => vec![said(Act::AskClient(AskClient {
                answer_by: self.today(),
                words: text(),
            }))],
            ActKind::ReferToClient => both("referred", "not referred", |referred| {
                Act::ReferToClient(ReferToClient {
                    referred,
                    words: text(),
                })
            }),
            ActKind::DecideOnClient => vec![said(Act::DecideOnClient(DecideOnClient {
                measure: ClientMeasure::Surveillance,
                reason: text(),
            }))],
            ActKind::ProposePlan => self.plans(),
            ActKind::ReturnPlan => vec![said(Act::ReturnPlan(reason()))],
            ActKind::ApprovePlan => vec![said(Act::ApprovePlan(ApprovePlan::default()))],
            ActKind::ReportMeasureDone => self.measures_done(),
            ActKind::ProposeOutcome => self.outcomes(Act::ProposeOutcome),
            ActKind::DecideOutcome => self.outcomes(Act::DecideOutcome),
            ActKind::ApproveOutcome => vec![said(Act::ApproveOutcome(note()))],
            ActKind::RejectOutcome => vec![said(Act::RejectOutcome(reason()))],
            ActKind::OpenCorrectiveAction => vec![said(Act::OpenCorrectiveAction(OpenCorrectiveAction {
                action: CorrectiveActionId::small(1),
                existing: false,
                problem: text(),
                owner: person(self.who),
            }))],
            ActKind::ReportResultToQmr => vec![said(Act::ReportResultToQmr(note()))],
            ActKind::ReportResultToLeadership => vec![said(Act::ReportResultToLeadership(note()))],
            ActKind::DraftLetter => self.drafts(),
            ActKind::SubmitLetter => vec![said(Act::SubmitLetter)],
            ActKind::ReturnLetter => vec![said(Act::ReturnLetter(reason()))],
            ActKind::SignLetter => vec![said(Act::SignLetter(SignLetter {
                digest: self
                    .scene
                    .case
                    .letter_in_hand()
                    .map(|l| l.digest.clone())
                    .unwrap_or_default(),
                documents: Vec::new(),
            }))],
            ActKind::NumberLetter => vec![said(Act::NumberLetter(NumberLetter {
                number: 12,
                symbol: "TT".to_owned(),
            }))],
            ActKind::DispatchLetter => vec![said(Act::DispatchLetter(DispatchLetter {
                way: DispatchWay::Post,
                to_every_address: false,
                tracking: None,
            }))],
            ActKind::RecordDelivery => [Delivery::Delivered, Delivery::Returned]
                .map(|delivery| {
                    let act = Act::RecordDelivery(RecordDelivery {
                        delivery,
                        delivered_on: self.today(),
                        note: None,
                    });
                    told(delivery.key(), act)
                })
                .into(),
            ActKind::ReplaceLetter => vec![said(Act::ReplaceLetter(reason()))],
            ActKind::CorrectLetter => vec![said(Act::CorrectLetter(reason()))],
            ActKind::RecordGoverningLetter => vec![said(Act::RecordGoverningLetter(RecordGoverningLetter {
                letter_number: "5/HĐ".to_owned(),
                dated_on: self.today(),
                reason: text(),
                documents: Vec::new(),
            }))],
            ActKind::AnswerByVoice => both("notice declined", "notice to follow", |notice_declined| {
                Act::AnswerByVoice(AnswerByVoice {
                    words: text(),
                    notice_declined,
                })
            }),
            ActKind::FileConclusion => vec![said(Act::FileConclusion(FileConclusion {
                conclusion: text(),
                attempts: text(),
            }))],
            ActKind::AskExtension => vec![said(Act::AskExtension(AskExtension {
                until: self.later_limit(),
                reason: text(),
            }))],
            ActKind::GrantExtension => vec![said(Act::GrantExtension(GrantExtension {
                until: self.later_limit(),
                reason: text(),
            }))],
            ActKind::RefuseExtension => vec![said(Act::RefuseExtension(reason()))],
            ActKind::TellExtension => vec![said(Act::TellExtension(tell()))],
            ActKind::TellProgress => vec![self.progress()],
            ActKind::ReportToForwarder => vec![said(Act::ReportToForwarder(tell()))],
            ActKind::HearFromComplainant => {
                vec![said(Act::HearFromComplainant(HearFromComplainant {
                    words: text(),
                    heard_on: self.today(),
                    documents: Vec::new(),
                }))]
            }
            ActKind::WriteToComplainant => vec![said(Act::WriteToComplainant(tell()))],
            ActKind::LeaveUnanswered => vec![said(Act::LeaveUnanswered(reason()))],
            ActKind::RecordResponse => [Response::Rejected, Response::Satisfied]
                .map(|response| {
                    let act = Act::RecordResponse(RecordResponse {
                        response,
                        words: text(),
                    });
                    told(response.key(), act)
                })
                .into(),
            ActKind::ReviewInternally => self.outcomes(Act::ReviewInternally),
            ActKind::RecordRecourse => vec![said(Act::RecordRecourse(RecordRecourse {
                forum: Forum::AccreditationBody,
                known_on: self.today(),
                words: text(),
            }))],
            ActKind::RecordRecourseResult => {
                vec![said(Act::RecordRecourseResult(RecordRecourseResult {
                    words: text(),
                }))]
            }
            ActKind::Lapse => vec![said(Act::Lapse)],
            ActKind::ReportNewDecision => vec![said(Act::ReportNewDecision(ReportNewDecision {
                handed_over: false,
                owner: None,
                by: None,
                words: text(),
            }))],
            ActKind::Withdraw => vec![said(Act::Withdraw(Withdraw {
                withdrawn_on: self.today(),
                words: text(),
            }))],
            ActKind::Reopen => vec![
                told("our error", reopen(ReopenGround::OurError, None)),
                told("new matter", reopen(ReopenGround::NewMatter, Some(self.today()))),
            ],
            ActKind::Close => vec![said(Act::Close)],
        }
    }

    /// Ways of saying it that try to get round a rule.
    pub fn hostile(&self, kind: ActKind) -> Vec<Said> {
        let case = &self.scene.case;
        match kind {
            ActKind::SignLetter => vec![told(
                "another text than was submitted",
                Act::SignLetter(SignLetter {
                    digest: "0".repeat(64),
                    documents: Vec::new(),
                }),
            )],
            ActKind::DraftLetter => self.draft_for(self.who, text()).into_iter().collect(),
            ActKind::GrantExtension => vec![
                told(
                    "the limit itself",
                    Act::GrantExtension(GrantExtension {
                        until: case.limit_on(),
                        reason: text(),
                    }),
                ),
                told(
                    "a Sunday",
                    Act::GrantExtension(GrantExtension {
                        until: sunday_after(case.limit_on().max(self.today())),
                        reason: text(),
                    }),
                ),
            ],
            ActKind::NameParticipants => {
                let others = self.scene.ledger.took_part.or(self.scene.ledger.handled_first);
                let others = others.without(People::of(&[self.who]));
                let handling = self.is_about_handling();
                vec![told(
                    "leaving himself out",
                    Act::NameParticipants(self.world.participants(others, handling)),
                )]
            }
            ActKind::Assess => vec![told(
                "not ours after all",
                Act::Assess(Assess {
                    ours: Ours::NotOurs,
                    kind: case.kind,
                    subjects: case.subjects.clone(),
                    severity: Severity::Low,
                    safety: case.safety,
                    complexity: Degree::Low,
                    impact: Degree::Low,
                    immediate_action: false,
                    reason: text(),
                    case_officer: None,
                    unit: None,
                }),
            )],
            ActKind::Substitute => {
                let vacant = case.vacant.iter();
                vacant.map(|&role| substitution(role, self.who)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn promise(&self) -> Said {
        let case = &self.scene.case;
        let reply_by = case.can_tell().then(|| self.promised_day());
        said(Act::Promise(Promise {
            reply_by,
            no_contact_reason: (!case.can_tell()).then(text),
        }))
    }

    /// A week from now, or what is left of the time.
    fn promised_day(&self) -> Date {
        let limit = self.scene.ledger.limit(Calendar::vietnam());
        self.today().saturating_add(7.days()).min(limit.max(self.today()))
    }

    fn progress(&self) -> Said {
        let promise = self.scene.case.round.promise.as_ref();
        let promised = promise.is_some_and(|(_, promise)| promise.reply_by.is_some());
        said(Act::TellProgress(TellProgress {
            words: text(),
            reply_by: promised.then(|| self.promised_day()),
            way: None,
        }))
    }

    fn become_written(&self) -> Vec<Said> {
        both("with an address", "without an address", |letter_address| {
            Act::BecomeWritten(BecomeWritten {
                channel: Channel::Email,
                wrote_on: self.today(),
                content: text(),
                letter_address,
            })
        })
    }

    /// An address or a voice that turns up or is gone, and a client who turns out to be one.
    fn correct_complainant(&self) -> Vec<Said> {
        let now = &self.scene.case.complainant;
        let as_it_is = CorrectComplainant {
            party: None,
            letter_address: now.reach.letter,
            voice_contact: now.reach.voice,
            is_client: now.is_client,
            represented: now.represented,
            group: now.group,
            reason: text(),
        };
        let letter_in_hand = self.scene.case.letter_in_hand();
        let signed = letter_in_hand.is_some_and(|letter| letter.signed.is_some());
        let mut ways = vec![told(
            if now.reach.letter {
                "no address after all"
            } else {
                "an address was found"
            },
            Act::CorrectComplainant(CorrectComplainant {
                letter_address: signed || !now.reach.letter,
                ..as_it_is.clone()
            }),
        )];
        ways.push(told(
            "the telephone the other way",
            Act::CorrectComplainant(CorrectComplainant {
                voice_contact: !now.reach.voice,
                ..as_it_is.clone()
            }),
        ));
        if !self.scene.case.is_appeal() {
            ways.push(told(
                "a client, or not, after all",
                Act::CorrectComplainant(CorrectComplainant {
                    is_client: !now.is_client,
                    ..as_it_is
                }),
            ));
        }
        ways
    }

    fn assess(&self) -> Vec<Said> {
        let case = &self.scene.case;
        let officers = self.officers();
        let officer = officers.first().copied();
        let ours = Assess {
            ours: Ours::Ours,
            kind: case.kind,
            subjects: case.subjects.clone(),
            severity: Severity::Medium,
            safety: case.safety,
            complexity: Degree::Low,
            impact: Degree::Low,
            immediate_action: false,
            reason: text(),
            case_officer: officer.map(person),
            unit: None,
        };
        let assessed = |name: &'static str, said: Assess| told(name, Act::Assess(said));
        let other_officers = officers.iter().skip(1).map(|&other| {
            let name = format!("ours, officer {}", name(other));
            told(
                name,
                Act::Assess(Assess {
                    case_officer: Some(person(other)),
                    ..ours.clone()
                }),
            )
        });
        let with = |subject: Subject| {
            case.subjects
                .iter()
                .copied()
                .chain([subject])
                .collect::<BTreeSet<_>>()
        };
        let mut ways = vec![
            assessed("ours", ours.clone()),
            assessed(
                "not ours",
                Assess {
                    ours: Ours::NotOurs,
                    case_officer: None,
                    ..ours.clone()
                },
            ),
            assessed(
                "another statute",
                Assess {
                    ours: Ours::OtherStatute,
                    case_officer: None,
                    ..ours.clone()
                },
            ),
            assessed(
                "ours, safety the other way",
                Assess {
                    safety: !case.safety,
                    ..ours.clone()
                },
            ),
            assessed(
                "ours, a certification result too",
                Assess {
                    subjects: with(Subject::CertificationResult),
                    ..ours.clone()
                },
            ),
            assessed(
                "ours, a leak too",
                Assess {
                    subjects: with(Subject::Confidentiality),
                    ..ours.clone()
                },
            ),
            assessed(
                "ours, another activity only",
                Assess {
                    subjects: [Subject::OtherActivity].into(),
                    ..ours.clone()
                },
            ),
        ];
        if self.scene.ledger.client {
            let (name, kind) = if self.scene.ledger.appeal {
                ("ours, a complaint", Kind::Complaint)
            } else {
                ("ours, an appeal", Kind::Appeal)
            };
            // Whoever may handle an appeal may handle a complaint.
            let stays_free = |slot: &Slot| {
                let ledger = &self.scene.ledger;
                !ledger.took_part.has(*slot) && !ledger.of_client.has(*slot)
            };
            if officers.first().is_some_and(stays_free) {
                ways.push(assessed(name, Assess { kind, ..ours.clone() }));
            }
        }
        ways.extend(other_officers);
        if self.scene.ledger.investigated {
            // S2 comes before any investigation.
            ways.retain(|way| matches!(&way.act, Act::Assess(said) if said.ours == Ours::Ours));
        }
        if officer.is_none() {
            ways.retain(|way| !matches!(&way.act, Act::Assess(said) if said.ours == Ours::Ours));
        }
        ways
    }

    /// Who may be case officer: two who usually are, and a leader, to see what comes of that.
    fn officers(&self) -> Vec<Slot> {
        let approved = self.scene.ledger.halves.approved;
        let usual = [OFFICER, COLLEAGUE, DEPUTY, EXTERNAL];
        let others = self.world.outline.offices.active().without(People::of(&usual));
        usual
            .into_iter()
            .chain(others.iter())
            .filter(|&slot| table::free(&self.scene.ledger, self.world, slot, Doing::Handling))
            .filter(|&slot| !approved.has(slot))
            .take(3)
            .collect()
    }

    fn reassign(&self) -> Vec<Said> {
        let now = self.scene.case.round.case_officer;
        let others = self
            .officers()
            .into_iter()
            .filter(|&slot| Some(person(slot)) != now);
        others
            .map(|slot| {
                let act = Act::Reassign(Reassign {
                    case_officer: person(slot),
                    reason: text(),
                });
                told(format!("to {}", name(slot)), act)
            })
            .collect()
    }

    fn declare(&self) -> Vec<Said> {
        let none = told("none", Act::DeclareInterest(DeclareInterest { interest: None }));
        let some = told(
            "an interest",
            Act::DeclareInterest(DeclareInterest {
                interest: Some(text()),
            }),
        );
        if self.world.interest.has(self.who) {
            vec![some, none]
        } else {
            vec![none, some]
        }
    }

    fn is_about_handling(&self) -> bool {
        self.scene.case.has(Subject::ComplaintHandling)
    }

    fn participants(&self) -> Vec<Said> {
        let handling = self.is_about_handling();
        let on_record = self.scene.ledger.took_part.or(self.scene.ledger.handled_first);
        let name_them = |people: People| {
            let people = if on_record.has(self.who) {
                people.with(self.who)
            } else {
                people
            };
            Act::NameParticipants(self.world.participants(people, handling))
        };
        let mut ways = vec![told("as it was", name_them(self.world.took_part))];
        for also in [QMR, HEAD, DIRECTOR, DEPUTY, EXTERNAL] {
            let people = self.world.took_part.with(also);
            ways.push(told(format!("{} too", name(also)), name_them(people)));
        }
        ways
    }

    fn concerned(&self) -> Vec<Said> {
        let name_them = |people: People| {
            Act::NamePersonsConcerned(NamePersonsConcerned {
                persons: people.persons().collect(),
                reason: text(),
            })
        };
        let mut ways = vec![told("as it was", name_them(self.world.concerned))];
        for also in [QMR, DIRECTOR, OFFICER, HEAD] {
            let people = self.world.concerned.with(also);
            ways.push(told(format!("{} too", name(also)), name_them(people)));
        }
        ways.push(told("nobody", name_them(People::NOBODY)));
        ways
    }

    fn substitute(&self) -> Vec<Said> {
        let mut ways = Vec::new();
        for &role in &self.scene.case.vacant {
            let competent: &[Slot] = match role {
                Role::CertificationHead => &[OTHER_HEAD, EXTERNAL, HEAD],
                // Whoever is at hand first, and anybody else before nobody.
                _ => &[
                    OTHER_HEAD, COLLEAGUE, DEPUTY, EXTERNAL, OFFICER, REGISTER, REGISTRY, HEAD, QMR, RECEIVER,
                ],
            };
            let free = competent.iter().copied().filter(|&slot| {
                slot != self.who && table::free(&self.scene.ledger, self.world, slot, Doing::Deciding)
            });
            ways.extend(free.take(3).map(|slot| substitution(role, slot)));
        }
        ways
    }

    fn statements(&self) -> Vec<Said> {
        let concerned = self.scene.ledger.concerned;
        let own = concerned.has(self.who);
        let unheard = self.scene.case.unheard().into_iter().map(slot);
        unheard
            .filter(|&slot| !own || slot == self.who)
            .map(|slot| {
                let act = Act::RecordStatement(RecordStatement {
                    person: person(slot),
                    declined: false,
                    statement: text(),
                });
                told(format!("of {}", name(slot)), act)
            })
            .collect()
    }

    fn plans(&self) -> Vec<Said> {
        let by = self.today().saturating_add(5.days());
        let mut doers = self.free(Doing::Serving).filter(|&slot| slot >= OFFICER);
        let measure = |doer: Slot| Measure {
            what: text(),
            doer: person(doer),
            by,
        };
        let propose = |measures| {
            Act::ProposePlan(ProposePlan {
                plan: text(),
                measures,
            })
        };
        let mut ways = Vec::new();
        if let Some(doer) = doers.next() {
            ways.push(told(
                format!("{} does it", name(doer)),
                propose(vec![measure(doer)]),
            ));
            if let Some(second) = doers.next() {
                ways.push(told("two do it", propose(vec![measure(doer), measure(second)])));
            }
        }
        ways.push(told("explain only", propose(Vec::new())));
        ways
    }

    fn measures_done(&self) -> Vec<Said> {
        let open = self
            .scene
            .case
            .open_measures_of(person(self.who), &self.scene.desk(self.world));
        open.into_iter()
            .map(|measure| {
                said(Act::ReportMeasureDone(ReportMeasureDone {
                    measure,
                    result: text(),
                }))
            })
            .collect()
    }

    fn outcomes(&self, act: fn(Outcome) -> Act) -> Vec<Said> {
        [Finding::Founded, Finding::Unfounded]
            .map(|finding| {
                let outcome = Outcome {
                    finding,
                    remedy: Remedy::Explanation,
                    reasons: text(),
                    no_evidence_reason: (self.scene.case.round.evidence == 0).then(text),
                };
                told(finding.key(), act(outcome))
            })
            .into()
    }

    fn drafts(&self) -> Vec<Said> {
        let signers = [DIRECTOR, QMR, DEPUTY, OTHER_HEAD].into_iter().filter(|&slot| {
            let ledger = &self.scene.ledger;
            slot != self.who
                && self.world.outline.offices.active().has(slot)
                && table::has_authority(ledger, self.world, slot, self.today())
                && table::free(ledger, self.world, slot, Doing::Signing)
                && table::other_half(ledger, slot, ActKind::SignLetter).is_none()
        });
        let signers: Vec<Slot> = signers.take(2).collect();
        let mut ways: Vec<Said> = signers
            .iter()
            .filter_map(|&slot| self.draft_for(slot, text()))
            .collect();
        ways.extend(
            signers
                .first()
                .and_then(|&slot| self.draft_for(slot, other_text())),
        );
        ways
    }

    fn draft_for(&self, signer: Slot, body: TextRef) -> Option<Said> {
        let as_told = format!(
            "for {} to sign{}",
            name(signer),
            if body.sha256.is_empty() { "" } else { ", reworded" }
        );
        let act = Act::DraftLetter(DraftLetter {
            addressee: text(),
            subject_line: text(),
            body,
            signer: person(signer),
        });
        Some(told(as_told, act))
    }

    fn later_limit(&self) -> Date {
        let from = self.scene.case.limit_on().max(self.today());
        Calendar::vietnam().working_days_after(from, 5)
    }
}

fn both(yes: &'static str, no: &'static str, act: impl Fn(bool) -> Act) -> Vec<Said> {
    vec![told(yes, act(true)), told(no, act(false))]
}

fn reopen(ground: ReopenGround, received_on: Option<Date>) -> Act {
    Act::Reopen(Reopen {
        ground,
        received_on,
        reason: text(),
    })
}

fn substitution(role: Role, slot: Slot) -> Said {
    let to: PersonId = person(slot);
    let act = Act::Substitute(Substitute {
        role,
        person: to,
        reason: text(),
    });
    told(format!("{} for {}", name(slot), role.key()), act)
}

fn earlier(day: Date) -> Date {
    day.saturating_sub(3.days())
}

fn sunday_after(day: Date) -> Date {
    let mut day = day.saturating_add(1.day());
    while day.weekday() != jiff::civil::Weekday::Sunday {
        day = day.saturating_add(1.day());
    }
    day
}
