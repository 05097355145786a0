//! What a column can be to us.

use serde::Serialize;

/// What a column can be to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Received,
    Number,
    Kind,
    Channel,
    Subject,
    Unit,
    Complainant,
    Summary,
    Limit,
    Sent,
    Answered,
    Closed,
    Outcome,
}

impl Role {
    pub const ALL: &[Role] = &[
        Role::Received,
        Role::Number,
        Role::Kind,
        Role::Channel,
        Role::Subject,
        Role::Unit,
        Role::Complainant,
        Role::Summary,
        Role::Limit,
        Role::Sent,
        Role::Answered,
        Role::Closed,
        Role::Outcome,
    ];

    /// The roles that hold a day.
    pub const DATES: &[Role] = &[
        Role::Received,
        Role::Limit,
        Role::Sent,
        Role::Answered,
        Role::Closed,
    ];

    /// The name as it stands in `[columns]`.
    pub fn code(self) -> &'static str {
        match self {
            Role::Received => "received",
            Role::Number => "number",
            Role::Kind => "kind",
            Role::Channel => "channel",
            Role::Subject => "subject",
            Role::Unit => "unit",
            Role::Complainant => "complainant",
            Role::Summary => "summary",
            Role::Limit => "limit",
            Role::Sent => "sent",
            Role::Answered => "answered",
            Role::Closed => "closed",
            Role::Outcome => "outcome",
        }
    }

    /// The key of its name in the message files.
    pub fn key(self) -> &'static str {
        match self {
            Role::Received => "transcription-role-received",
            Role::Number => "transcription-role-number",
            Role::Kind => "transcription-role-kind",
            Role::Channel => "transcription-role-channel",
            Role::Subject => "transcription-role-subject",
            Role::Unit => "transcription-role-unit",
            Role::Complainant => "transcription-role-complainant",
            Role::Summary => "transcription-role-summary",
            Role::Limit => "transcription-role-limit",
            Role::Sent => "transcription-role-sent",
            Role::Answered => "transcription-role-answered",
            Role::Closed => "transcription-role-closed",
            Role::Outcome => "transcription-role-outcome",
        }
    }
}
