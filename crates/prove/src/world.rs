//! The worlds: kind × channel × subjects × safety × reach × who is in conflict × how the offices are filled.

use crate::people::*;
use crate::text;
use procedure::case::acts::{Complainant, Forwarder, NameParticipants, Participant, Reach, Receive};
use procedure::people::Staff;
use procedure::vocabulary::{Channel, Kind, Part, Subject};
use procedure::{PartyId, settings::Periods};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};
use std::fmt;

/// How the complainant can be reached.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reached {
    ByBoth,
    ByVoice,
    NotAtAll,
}

/// Who is in conflict, before anything is on record.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Conflict {
    Nobody,
    ReceiverIsSubject,
    RegisterOfficerIsSubject,
    QmrIsSubject,
    QmrTookPart,
    QmrKnowsClient,
    HeadTookPart,
    QmrAndHeadTookPart,
    DirectorIsSubject,
    DirectorTookPart,
    DirectorHasInterest,
    DeputyTookPart,
    LeadersTookPart,
    DirectorIsSubjectAndDeputyTookPart,
    QmrAndDirectorHaveInterest,
    HeadIsSubjectAndDirectorTookPart,
}

const CONFLICTS: [Conflict; 16] = [
    Conflict::Nobody,
    Conflict::ReceiverIsSubject,
    Conflict::RegisterOfficerIsSubject,
    Conflict::QmrIsSubject,
    Conflict::QmrTookPart,
    Conflict::QmrKnowsClient,
    Conflict::HeadTookPart,
    Conflict::QmrAndHeadTookPart,
    Conflict::DirectorIsSubject,
    Conflict::DirectorTookPart,
    Conflict::DirectorHasInterest,
    Conflict::DeputyTookPart,
    Conflict::LeadersTookPart,
    Conflict::DirectorIsSubjectAndDeputyTookPart,
    Conflict::QmrAndDirectorHaveInterest,
    Conflict::HeadIsSubjectAndDirectorTookPart,
];

/// What is true of the people, whether on record yet or not.
#[derive(Copy, Clone, Debug, Default)]
struct Truth {
    concerned: &'static [Slot],
    interest: &'static [Slot],
    took_part: &'static [Slot],
    of_client: &'static [Slot],
}

impl Conflict {
    fn truth(self) -> Truth {
        let none = Truth::default();
        match self {
            Conflict::Nobody => none,
            Conflict::ReceiverIsSubject => Truth {
                concerned: &[RECEIVER],
                ..none
            },
            Conflict::RegisterOfficerIsSubject => Truth {
                concerned: &[REGISTER],
                ..none
            },
            Conflict::QmrIsSubject => Truth {
                concerned: &[QMR],
                ..none
            },
            Conflict::QmrTookPart => Truth {
                took_part: &[QMR],
                ..none
            },
            Conflict::QmrKnowsClient => Truth {
                of_client: &[QMR],
                ..none
            },
            Conflict::HeadTookPart => Truth {
                took_part: &[HEAD],
                ..none
            },
            Conflict::QmrAndHeadTookPart => Truth {
                took_part: &[QMR, HEAD],
                ..none
            },
            Conflict::DirectorIsSubject => Truth {
                concerned: &[DIRECTOR],
                ..none
            },
            Conflict::DirectorTookPart => Truth {
                took_part: &[DIRECTOR],
                ..none
            },
            Conflict::DirectorHasInterest => Truth {
                interest: &[DIRECTOR],
                ..none
            },
            Conflict::DeputyTookPart => Truth {
                took_part: &[DEPUTY],
                ..none
            },
            Conflict::LeadersTookPart => Truth {
                took_part: &[DIRECTOR, DEPUTY],
                ..none
            },
            Conflict::DirectorIsSubjectAndDeputyTookPart => Truth {
                concerned: &[DIRECTOR],
                took_part: &[DEPUTY],
                ..none
            },
            Conflict::QmrAndDirectorHaveInterest => Truth {
                interest: &[QMR, DIRECTOR],
                ..none
            },
            Conflict::HeadIsSubjectAndDirectorTookPart => Truth {
                concerned: &[HEAD],
                took_part: &[DIRECTOR],
                ..none
            },
        }
    }

    /// Whether somebody took part in, or knows the client of, a decision that the case must name.
    fn needs_a_decision(self) -> bool {
        let truth = self.truth();
        !truth.took_part.is_empty() || !truth.of_client.is_empty()
    }
}

/// The outline of a world.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Outline {
    pub kind: Kind,
    pub channel: Channel,
    pub subjects: &'static [Subject],
    pub safety: bool,
    pub reached: Reached,
    pub conflict: Conflict,
    pub offices: Offices,
}

impl fmt::Display for Outline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let subjects: Vec<&str> = self.subjects.iter().map(|s| s.key()).collect();
        write!(
            f,
            "{} by {} about {}{}, reached {:?}, {:?}, offices {:?}",
            self.kind.key(),
            self.channel.key(),
            subjects.join("+"),
            if self.safety { ", safety" } else { "" },
            self.reached,
            self.conflict,
            self.offices
        )
    }
}

/// Everything that does not change in a world.
pub struct World {
    pub outline: Outline,
    pub staff: Staff,
    pub periods: Periods,
    pub concerned: People,
    pub interest: People,
    pub took_part: People,
    pub of_client: People,
}

impl World {
    pub fn new(outline: Outline) -> World {
        let truth = outline.conflict.truth();
        let seated = |slots: &[Slot]| {
            // Where QMR and Director are one person, the Director's conflict is that person's.
            let moved = slots.iter().map(|&slot| match outline.offices {
                Offices::QmrIsDirector if slot == DIRECTOR => QMR,
                _ => slot,
            });
            moved.collect::<People>()
        };
        let mut concerned = seated(truth.concerned);
        if outline.subjects.contains(&Subject::StaffConduct) && concerned.is_empty() {
            concerned = People::of(&[COLLEAGUE]);
        }
        let of_client = seated(truth.of_client);
        World {
            outline,
            staff: outline.offices.staff(of_client),
            periods: Periods::default(),
            concerned,
            interest: seated(truth.interest),
            took_part: seated(truth.took_part),
            of_client,
        }
    }

    /// The act that opens the case.
    pub fn receive(&self) -> Receive {
        let outline = &self.outline;
        let by_authority = outline.channel == Channel::Authority;
        let reach = match outline.reached {
            Reached::ByBoth => Reach {
                letter: true,
                voice: true,
            },
            Reached::ByVoice => Reach {
                letter: false,
                voice: true,
            },
            Reached::NotAtAll => Reach::default(),
        };
        let known = outline.kind == Kind::Appeal || outline.reached != Reached::NotAtAll;
        Receive {
            channel: outline.channel,
            declared_kind: outline.kind,
            subjects: outline.subjects.iter().copied().collect(),
            complainant: Complainant {
                party: known.then_some(PartyId::small(101)),
                reach,
                is_client: outline.kind == Kind::Appeal
                    || outline.subjects.contains(&Subject::CertificationResult),
                represented: false,
                group: false,
            },
            received_on: RECEIPT,
            first_read_at: None,
            content: text(),
            remedy_sought: None,
            persons_concerned: self.concerned.persons().collect::<BTreeSet<_>>(),
            unit: None,
            safety: outline.safety,
            forwarder: by_authority.then(|| Forwarder {
                party: PartyId::small(102),
                report_by: None,
                identity_withheld: outline.reached == Reached::NotAtAll,
            }),
            documents: Vec::new(),
        }
    }

    /// The record of the decision concerned, with these people in it.
    pub fn participants(&self, people: People, handling: bool) -> NameParticipants {
        let part = if handling {
            Part::FirstHandling
        } else {
            Part::Decision
        };
        let mut people: Vec<Participant> = people
            .persons()
            .map(|person| Participant { person, part })
            .collect();
        if people.is_empty() {
            // Someone did take part, who plays no role here.
            people.push(Participant {
                person: person(OUTSIDER),
                part,
            });
        }
        // Where the handling is about a decision, somebody made that too.
        if handling {
            let (person, part) = (person(OUTSIDER), Part::Decision);
            people.push(Participant { person, part });
        }
        NameParticipants {
            decision_number: "1".to_owned(),
            decided_on: RECEIPT,
            client: Some(CLIENT),
            people,
        }
    }
}

/// A former colleague: known by name, no longer there.
pub const OUTSIDER: Slot = 15;

const SUBJECTS: [&[Subject]; 9] = [
    &[Subject::OtherActivity],
    &[Subject::CertificationResult],
    &[Subject::StaffConduct],
    &[Subject::Confidentiality],
    &[Subject::ClientProduct],
    &[Subject::ComplaintHandling],
    &[Subject::CertificationResult, Subject::Confidentiality],
    &[Subject::CertificationResult, Subject::StaffConduct],
    &[Subject::StaffConduct, Subject::Confidentiality],
];

/// Every world there is, in a fixed order.
pub fn all() -> Vec<Outline> {
    let mut worlds = Vec::new();
    for kind in [Kind::Complaint, Kind::Appeal] {
        for subjects in SUBJECTS {
            for conflict in CONFLICTS {
                for (channel, reached, safety) in [
                    (Channel::Phone, Reached::ByBoth, false),
                    (Channel::Letter, Reached::ByBoth, false),
                    (Channel::InPerson, Reached::ByVoice, false),
                    (Channel::Phone, Reached::NotAtAll, false),
                    (Channel::Email, Reached::ByVoice, false),
                    (Channel::Letter, Reached::NotAtAll, false),
                    (Channel::Authority, Reached::NotAtAll, false),
                    (Channel::Authority, Reached::ByBoth, false),
                    (Channel::Phone, Reached::ByBoth, true),
                    (Channel::WebForm, Reached::ByBoth, true),
                ] {
                    for offices in [Offices::Usual, Offices::QmrIsDirector, Offices::LateMandates] {
                        let outline = Outline {
                            kind,
                            channel,
                            subjects,
                            safety,
                            reached,
                            conflict,
                            offices,
                        };
                        if is_told(&outline) {
                            worlds.push(outline);
                        }
                    }
                }
            }
        }
    }
    worlds
}

/// Leaves out what would be another world under another name, or nobody's case.
fn is_told(outline: &Outline) -> bool {
    let names_a_decision = outline.kind == Kind::Appeal
        || outline.subjects.iter().any(|subject| {
            matches!(
                subject,
                Subject::CertificationResult | Subject::ClientProduct | Subject::ComplaintHandling
            )
        });
    let truth = outline.conflict.truth();
    let about_leaders = [truth.concerned, truth.interest, truth.took_part]
        .iter()
        .any(|slots| slots.contains(&DIRECTOR) || slots.contains(&DEPUTY));
    let own_offices = match outline.offices {
        Offices::Usual => true,
        Offices::QmrIsDirector => matches!(
            outline.conflict,
            Conflict::Nobody | Conflict::QmrIsSubject | Conflict::QmrTookPart | Conflict::HeadTookPart
        ),
        Offices::LateMandates => about_leaders,
    };
    (names_a_decision || !outline.conflict.needs_a_decision()) && own_offices
}

/// The same worlds in an order in which each adds as many untried pairs of choices as it can, so that any first part of the list is
/// a fair sample of all.
pub fn by_novelty() -> Vec<Outline> {
    let mut rest: Vec<(Outline, Vec<String>)> = all().into_iter().map(|o| (o, pairs(&o))).collect();
    let mut ordered = Vec::with_capacity(rest.len());
    let mut seen = HashSet::new();
    loop {
        let novelty = |pairs: &[String]| pairs.iter().filter(|pair| !seen.contains(*pair)).count();
        let novelties = rest.iter().map(|(_, pairs)| novelty(pairs)).enumerate();
        let Some((at, gain)) = novelties.max_by_key(|&(at, gain)| (gain, Reverse(at))) else {
            return ordered;
        };
        if gain == 0 {
            ordered.extend(rest.into_iter().map(|(outline, _)| outline));
            return ordered;
        }
        let (outline, pairs) = rest.remove(at);
        seen.extend(pairs);
        ordered.push(outline);
    }
}

/// Each pair of choices that a world makes.
fn pairs(outline: &Outline) -> Vec<String> {
    let choices = [
        format!("{:?}", outline.kind),
        format!("{:?}{:?}{}", outline.channel, outline.reached, outline.safety),
        format!("{:?}", outline.subjects),
        format!("{:?}", outline.conflict),
        format!("{:?}", outline.offices),
    ];
    let mut pairs = Vec::new();
    for (at, one) in choices.iter().enumerate() {
        pairs.extend(choices[at + 1..].iter().map(|other| format!("{one}/{other}")));
    }
    pairs
}
