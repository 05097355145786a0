//! The small centre that every world is played in: twelve people, their roles, substitutes and authority to sign.

use jiff::civil::{Date, date};
use procedure::case::Actor;
use procedure::people::{Appointment, Authority, Interest, Span, Staff, Substitution};
use procedure::vocabulary::{Role, SigningMode};
use procedure::{PartyId, PersonId};

/// A person of the world, by place.
pub type Slot = u8;

pub const RECEIVER: Slot = 0;
pub const REGISTER: Slot = 1;
pub const QMR: Slot = 2;
pub const HEAD: Slot = 3;
pub const OTHER_HEAD: Slot = 4;
pub const DIRECTOR: Slot = 5;
pub const DEPUTY: Slot = 6;
pub const REGISTRY: Slot = 7;
pub const BODY: Slot = 8;
pub const EXTERNAL: Slot = 9;
pub const OFFICER: Slot = 10;
pub const COLLEAGUE: Slot = 11;

/// The complainant by his own hand: no member of staff, and in no list of people.
pub const COMPLAINANT: Slot = 12;

/// Who acts, to the product.
pub const fn actor(slot: Slot) -> Actor {
    if slot == COMPLAINANT {
        Actor::Complainant
    } else {
        Actor::Person(person(slot))
    }
}

const NAMES: [&str; 13] = [
    "receiver",
    "register officer",
    "QMR",
    "certification head",
    "head of department",
    "Director",
    "deputy",
    "registry",
    "impartiality body",
    "external reviewer",
    "case officer",
    "colleague",
    "complainant",
];

pub fn name(slot: Slot) -> &'static str {
    NAMES
        .get(usize::from(slot))
        .copied()
        .unwrap_or("former colleague")
}

pub const fn person(slot: Slot) -> PersonId {
    PersonId::small(slot as u128 + 1)
}

pub fn slot(person: PersonId) -> Slot {
    let number = person.0.as_u128() - 1;
    Slot::try_from(number).expect("the people of a world are twelve")
}

/// The certified client that certificates of this world belong to.
pub const CLIENT: PartyId = PartyId::small(100);

/// A set of people.
#[derive(Copy, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct People(u16);

impl People {
    pub const NOBODY: People = People(0);

    pub const fn of(slots: &[Slot]) -> People {
        let mut bits = 0;
        let mut at = 0;
        while at < slots.len() {
            bits |= 1 << slots[at];
            at += 1;
        }
        People(bits)
    }

    pub const fn has(self, slot: Slot) -> bool {
        self.0 & (1 << slot) != 0
    }

    pub const fn with(self, slot: Slot) -> People {
        People(self.0 | (1 << slot))
    }

    pub const fn and(self, other: People) -> People {
        People(self.0 & other.0)
    }

    pub const fn or(self, other: People) -> People {
        People(self.0 | other.0)
    }

    pub const fn without(self, other: People) -> People {
        People(self.0 & !other.0)
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    pub fn iter(self) -> impl Iterator<Item = Slot> {
        (0..12).filter(move |&slot| self.has(slot))
    }

    pub fn persons(self) -> impl Iterator<Item = PersonId> {
        self.iter().map(person)
    }
}

impl FromIterator<Slot> for People {
    fn from_iter<T: IntoIterator<Item = Slot>>(slots: T) -> Self {
        slots.into_iter().fold(People::NOBODY, People::with)
    }
}

impl std::fmt::Debug for People {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(name)).finish()
    }
}

/// How the offices are filled.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Offices {
    /// Every office has its own holder.
    Usual,
    /// QMR and Director are one person (§2): nobody sits in the Director's own place.
    QmrIsDirector,
    /// Every mandate was given by the Director after the case came in: void for it once he is blocked (§3.1).
    LateMandates,
}

pub const RECEIPT: Date = date(2026, 3, 2);
const LONG_BEFORE: Date = date(2025, 1, 2);
const AFTER_RECEIPT: Date = date(2026, 3, 3);

/// Who gave which mandate, as the prover itself reads it.
pub struct Mandates {
    /// Roles held by recorded substitution only.
    pub substitutes: Vec<(Role, Slot)>,
    /// The day on which substitutes were named and authority to sign was given, all by the Director.
    pub given_on: Date,
}

impl Offices {
    pub fn active(self) -> People {
        let all = (0..12).collect::<People>();
        match self {
            Offices::Usual | Offices::LateMandates => all,
            Offices::QmrIsDirector => all.without(People::of(&[DIRECTOR])),
        }
    }

    /// Holders by appointment.
    pub fn appointed(self, role: Role) -> People {
        let slots: &[Slot] = match role {
            Role::RegisterOfficer => &[REGISTER],
            Role::Qmr => &[QMR],
            Role::CertificationHead => &[HEAD],
            Role::HeadOfDepartment => &[OTHER_HEAD],
            Role::Director if self == Offices::QmrIsDirector => &[QMR],
            Role::Director => &[DIRECTOR],
            Role::DeputyDirector => &[DEPUTY],
            Role::Registry => &[REGISTRY],
            Role::ImpartialityBody => &[BODY],
            Role::ExternalReviewer => &[EXTERNAL],
            Role::CaseOfficer => &[OFFICER, COLLEAGUE],
            Role::Auditor | Role::Administrator => &[],
        };
        People::of(slots)
    }

    pub fn mandates(self) -> Mandates {
        Mandates {
            substitutes: match self {
                Offices::Usual | Offices::QmrIsDirector => vec![(Role::Registry, COLLEAGUE)],
                Offices::LateMandates => vec![
                    (Role::Registry, COLLEAGUE),
                    (Role::Director, DEPUTY),
                    (Role::Qmr, OFFICER),
                ],
            },
            given_on: match self {
                Offices::Usual | Offices::QmrIsDirector => LONG_BEFORE,
                Offices::LateMandates => AFTER_RECEIPT,
            },
        }
    }

    /// Who may sign besides the head himself: the deputy KT., the head of department TL.
    pub const fn authorised(self) -> People {
        People::of(&[DEPUTY, OTHER_HEAD])
    }

    pub fn director(self) -> Slot {
        let mut holders = self.appointed(Role::Director).iter();
        holders.next().expect("every world has a Director")
    }

    /// The same people as the product knows them.
    pub fn staff(self, of_client: People) -> Staff {
        let mandates = self.mandates();
        let always = Span {
            from: LONG_BEFORE,
            until: None,
        };
        let since = Span {
            from: mandates.given_on,
            until: None,
        };
        let appointments = Role::ALL.iter().flat_map(|&role| {
            self.appointed(role).persons().map(move |person| Appointment {
                person,
                role,
                unit: None,
                span: always,
                document: String::new(),
            })
        });
        let substitutions = mandates.substitutes.iter().map(|&(role, by)| Substitution {
            role,
            of: person(
                self.appointed(role)
                    .iter()
                    .next()
                    .expect("only held roles are substituted"),
            ),
            by: person(by),
            span: since,
            named_by: person(self.director()),
            document: String::new(),
        });
        let authorities = self.authorised().iter().map(|slot| Authority {
            person: person(slot),
            mode: if slot == DEPUTY {
                SigningMode::Kt
            } else {
                SigningMode::Tl
            },
            span: since,
            given_on: mandates.given_on,
            document: String::new(),
        });
        Staff {
            active: self.active().persons().collect(),
            appointments: appointments.collect(),
            substitutions: substitutions.collect(),
            authorities: authorities.collect(),
            interests: of_client
                .persons()
                .map(|person| Interest {
                    person,
                    client: CLIENT,
                    until: None,
                })
                .collect(),
        }
    }
}
