//! The yearly compilation (B2.8): compiled by the register officer, reviewed by QMR, received by leadership, frozen by digest and filed.

use crate::case::refusal::{Refusal, Why};
use crate::case::{Actor, Invalid, Problem};
use crate::deadline::Term;
use crate::desk::Desk;
use crate::id::{PersonId, TextRef};
use crate::office::Office;
use crate::rule::Rule;
use crate::vocabulary::Role;
use jiff::civil::Date;
use jiff::{Timestamp, civil};
use serde::{Deserialize, Serialize};

/// What people do to a year's compilation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum YearAct {
    /// The figures and the list as they stand; compiling again replaces what was not yet reviewed.
    Compile {
        digest: String,
        #[serde(default)]
        remarks: Option<TextRef>,
    },
    ReturnCompilation {
        reason: TextRef,
    },
    Review {
        #[serde(default)]
        remarks: Option<TextRef>,
    },
    ReceiveCompilation {
        #[serde(default)]
        remarks: Option<TextRef>,
    },
    /// The document as it stands for good. `digest` is the hex SHA-256 of its bytes.
    Freeze {
        digest: String,
    },
    /// Where the paper is kept.
    File {
        file_code: String,
    },
}

/// The name of such an act.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YearActKind {
    Compile,
    ReturnCompilation,
    Review,
    ReceiveCompilation,
    Freeze,
    File,
}

impl YearActKind {
    pub const ALL: &[YearActKind] = &[
        YearActKind::Compile,
        YearActKind::ReturnCompilation,
        YearActKind::Review,
        YearActKind::ReceiveCompilation,
        YearActKind::Freeze,
        YearActKind::File,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            YearActKind::Compile => "compile",
            YearActKind::ReturnCompilation => "return_compilation",
            YearActKind::Review => "review",
            YearActKind::ReceiveCompilation => "receive_compilation",
            YearActKind::Freeze => "freeze",
            YearActKind::File => "file",
        }
    }

    /// Whose office it is.
    pub const fn office(self) -> Office {
        match self {
            YearActKind::Compile | YearActKind::Freeze | YearActKind::File => Office::RegisterOfficer,
            YearActKind::Review | YearActKind::ReturnCompilation => Office::Qmr,
            YearActKind::ReceiveCompilation => Office::Leader,
        }
    }
}

impl YearAct {
    pub const fn kind(&self) -> YearActKind {
        match self {
            YearAct::Compile { .. } => YearActKind::Compile,
            YearAct::ReturnCompilation { .. } => YearActKind::ReturnCompilation,
            YearAct::Review { .. } => YearActKind::Review,
            YearAct::ReceiveCompilation { .. } => YearActKind::ReceiveCompilation,
            YearAct::Freeze { .. } => YearActKind::Freeze,
            YearAct::File { .. } => YearActKind::File,
        }
    }
}

/// One line of its history.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct YearEntry {
    pub at: Timestamp,
    pub on: Date,
    pub by: Actor,
    #[serde(flatten)]
    pub act: YearAct,
}

/// How far the compilation is.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YearStage {
    #[default]
    Open,
    Compiled,
    Reviewed,
    Received,
    Frozen,
    Filed,
}

impl YearStage {
    pub const fn key(self) -> &'static str {
        match self {
            YearStage::Open => "open",
            YearStage::Compiled => "compiled",
            YearStage::Reviewed => "reviewed",
            YearStage::Received => "received",
            YearStage::Frozen => "frozen",
            YearStage::Filed => "filed",
        }
    }
}

/// The compilation of one year.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct YearBook {
    pub year: i16,
    pub stage: YearStage,
    pub compiled: Option<(Option<PersonId>, Date)>,
    pub reviewed: Option<(Option<PersonId>, Date)>,
    pub received: Option<(Option<PersonId>, Date)>,
    pub digest: Option<String>,
    pub file_code: Option<String>,
    pub version: u32,
}

impl YearBook {
    pub const fn blank(year: i16) -> Self {
        Self {
            year,
            stage: YearStage::Open,
            compiled: None,
            reviewed: None,
            received: None,
            digest: None,
            file_code: None,
            version: 0,
        }
    }

    pub fn fold<'a>(year: i16, history: impl IntoIterator<Item = &'a YearEntry>) -> Self {
        history.into_iter().fold(Self::blank(year), |mut book, entry| {
            book.apply(entry);
            book
        })
    }

    pub fn apply(&mut self, entry: &YearEntry) {
        self.version += 1;
        let done = Some((entry.by.person(), entry.on));
        match &entry.act {
            YearAct::Compile { digest, .. } => {
                self.stage = YearStage::Compiled;
                self.compiled = done;
                self.digest = Some(digest.clone());
            }
            YearAct::ReturnCompilation { .. } => self.stage = YearStage::Open,
            YearAct::Review { .. } => {
                self.stage = YearStage::Reviewed;
                self.reviewed = done;
            }
            YearAct::ReceiveCompilation { .. } => {
                self.stage = YearStage::Received;
                self.received = done;
            }
            YearAct::Freeze { digest } => {
                self.stage = YearStage::Frozen;
                self.digest = Some(digest.clone());
            }
            YearAct::File { file_code } => {
                self.stage = YearStage::Filed;
                self.file_code = Some(file_code.clone());
            }
        }
    }

    /// Whether this person may do this now.
    ///
    /// # Errors
    /// The refusal, under B2.8.
    pub fn guard(&self, actor: Actor, desk: &Desk, kind: YearActKind) -> Result<(), Refusal> {
        let refuse = |why| {
            Err(Refusal {
                rule: Rule::B2_8,
                why,
            })
        };
        let over = civil::date(self.year, 12, 31) < desk.today;
        let ready = match kind {
            YearActKind::Compile if !over => return refuse(Why::NotDueYet),
            YearActKind::Compile => self.stage <= YearStage::Compiled,
            YearActKind::ReturnCompilation | YearActKind::Review => self.stage == YearStage::Compiled,
            YearActKind::ReceiveCompilation => self.stage == YearStage::Reviewed,
            YearActKind::Freeze => self.stage == YearStage::Received,
            YearActKind::File => self.stage == YearStage::Frozen,
        };
        if !ready {
            let done = match kind {
                YearActKind::Compile => true,
                YearActKind::ReturnCompilation | YearActKind::Review => self.stage > YearStage::Compiled,
                YearActKind::ReceiveCompilation => self.stage > YearStage::Reviewed,
                YearActKind::Freeze => self.stage > YearStage::Received,
                YearActKind::File => self.stage > YearStage::Frozen,
            };
            return refuse(if done { Why::AlreadyDone } else { Why::ReportFirst });
        }
        let Some(person) = actor.person() else {
            return refuse(Why::NotYourOffice);
        };
        let holds = |role| desk.staff.holds(role, person, desk.today);
        let own = match kind.office() {
            Office::RegisterOfficer => holds(Role::RegisterOfficer),
            Office::Qmr => holds(Role::Qmr),
            _ => holds(Role::Director) || holds(Role::DeputyDirector),
        };
        if own { Ok(()) } else { refuse(Why::NotYourOffice) }
    }

    /// What the act says, held against the book.
    ///
    /// # Errors
    /// The field that cannot stand: what is frozen must be what was compiled and received.
    pub fn check(&self, act: &YearAct) -> Result<(), Invalid> {
        match act {
            YearAct::Freeze { digest } if self.digest.as_ref() != Some(digest) => {
                Err(Invalid::new("digest", Problem::NotWhatWasSubmitted))
            }
            YearAct::File { file_code } if file_code.trim().is_empty() => {
                Err(Invalid::new("file_code", Problem::Missing))
            }
            _ => Ok(()),
        }
    }
}

/// A duty of the compilation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct YearDuty {
    pub act: YearActKind,
    pub office: Office,
    pub opens_on: Date,
    pub term: Term,
}

/// The next step towards a filed compilation; the year itself must be over before there is one.
pub fn duties(book: &YearBook) -> Vec<YearDuty> {
    let next = civil::date(book.year.saturating_add(1), 1, 1);
    let due = civil::date(book.year.saturating_add(1), 1, 31);
    let act = match book.stage {
        YearStage::Open => YearActKind::Compile,
        YearStage::Compiled => YearActKind::Review,
        YearStage::Reviewed => YearActKind::ReceiveCompilation,
        YearStage::Received => YearActKind::Freeze,
        YearStage::Frozen => YearActKind::File,
        YearStage::Filed => return Vec::new(),
    };
    vec![YearDuty {
        act,
        office: act.office(),
        opens_on: next,
        term: Term::On { date: due },
    }]
}

#[cfg(test)]
mod stories;
