//! One case as the old book tells it.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::problem::Code;

/// One row of the old book: what could be understood, and beside it every cell as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OldRecord {
    /// The row as its file numbers it.
    pub row: u32,
    pub received_on: Date,
    /// The number the case bore in the old book.
    pub old_number: Option<String>,
    pub kind: Told<Kind>,
    pub channel: Told<Channel>,
    pub subjects: Told<Vec<Subject>>,
    pub unit: Option<String>,
    pub complainant: Option<String>,
    /// Empty when the book says nothing; then the record is flagged.
    pub summary: String,
    pub limit_on: Option<Date>,
    /// Passed on to whoever had to deal with it. This is not the answer.
    pub sent_on: Option<Date>,
    pub answered_on: Option<Date>,
    pub closed_on: Option<Date>,
    pub outcome: Option<String>,
    /// The warnings of this row.
    pub flags: Vec<Code>,
    /// Heading and cell, column by column, as they stood in the file.
    pub source: Vec<(String, String)>,
}

/// What the book said, and what that means here, if it is understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told<T> {
    /// Word for word; empty when the book said nothing.
    pub said: String,
    /// `None` when the book said nothing, or something that nobody has explained.
    pub means: Option<T>,
}

impl<T> Told<T> {
    pub(crate) fn nothing() -> Told<T> {
        Told {
            said: String::new(),
            means: None,
        }
    }
}

macro_rules! spoken {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($variant,)+
        }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant,)+];

            /// The name as it stands in mappings and in JSON.
            pub fn code(self) -> &'static str {
                match self {
                    $($name::$variant => $code,)+
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

spoken! {
    Kind {
        Complaint = "complaint",
        Grievance = "grievance",
        Appeal = "appeal",
    }
}

spoken! {
    Channel {
        InPerson = "in_person",
        Phone = "phone",
        Letter = "letter",
        Email = "email",
        WebForm = "web_form",
        Chat = "chat",
        Fax = "fax",
        Authority = "authority",
    }
}

spoken! {
    Subject {
        CertificationResult = "certification_result",
        StaffConduct = "staff_conduct",
        Confidentiality = "confidentiality",
        OtherActivity = "other_activity",
        ClientProduct = "client_product",
        ComplaintHandling = "complaint_handling",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_the_same_in_rust_and_in_json() {
        let json = |value: &dyn erased::Json| value.json();
        for kind in Kind::ALL {
            assert_eq!(json(kind), kind.code());
        }
        for channel in Channel::ALL {
            assert_eq!(json(channel), channel.code());
        }
        for subject in Subject::ALL {
            assert_eq!(json(subject), subject.code());
        }
    }

    mod erased {
        pub trait Json {
            fn json(&self) -> String;
        }
        impl<T: serde::Serialize> Json for T {
            fn json(&self) -> String {
                serde_json::to_value(self).unwrap().as_str().unwrap().to_owned()
            }
        }
    }
}
