//! What changed just now, for pages that stand open: told after the commit, to whoever listens in this process.

use procedure::{CaseId, PersonId};
use tokio::sync::broadcast;

/// Something changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A case has lines up to this version.
    Case {
        case: CaseId,
        number: String,
        version: u32,
    },
    /// What this person is reminded of.
    Reminders(PersonId),
    /// The process is about to stop: whoever listens comes again later.
    End,
}

/// So many changes wait for a listener that is slow; one that missed some looks at everything anew.
const WAITING: usize = 256;

#[derive(Clone)]
pub(crate) struct Live(broadcast::Sender<Change>);

impl Default for Live {
    fn default() -> Self {
        Live(broadcast::channel(WAITING).0)
    }
}

impl Live {
    fn tell(&self, change: Change) {
        // Nobody may be listening.
        let _ = self.0.send(change);
    }

    pub fn changed(&self, case: CaseId, number: String, version: u32) {
        self.tell(Change::Case {
            case,
            number,
            version,
        });
    }

    pub fn reminded(&self, person: PersonId) {
        self.tell(Change::Reminders(person));
    }
}

impl crate::App {
    /// Listens to what changes from now on.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.live.0.subscribe()
    }

    /// Tells whoever listens that the process is about to stop.
    pub fn end_of_changes(&self) {
        self.live.tell(Change::End);
    }
}
