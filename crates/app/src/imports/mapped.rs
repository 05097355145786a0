//! A row of an old register in our words. What is not told is entered as the constants say, never without a flag.

use crate::transcribe::OldRecord;
use procedure::vocabulary::{Channel, Kind, Subject};
use transcription::Code;

pub const KIND: Kind = Kind::Complaint;
pub const CHANNEL: Channel = Channel::Letter;
pub const SUBJECT: Subject = Subject::OtherActivity;

pub fn old_record(row: &transcription::OldRecord) -> OldRecord {
    let mut flags: Vec<Code> = row.flags.clone();
    let mut assumed = |told: bool, code: Code| {
        if !told && !flags.contains(&code) {
            flags.push(code);
        }
    };
    assumed(row.kind.means.is_some(), Code::UnknownKind);
    assumed(row.channel.means.is_some(), Code::UnknownChannel);
    assumed(row.subjects.means.is_some(), Code::UnknownSubject);
    let subject = |subject: &transcription::Subject| Subject::from_key(subject.code());
    let subjects = row.subjects.means.iter().flatten().filter_map(subject).collect();
    let said = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let mut record = OldRecord {
        received_on: row.received_on,
        kind: row
            .kind
            .means
            .and_then(|kind| Kind::from_key(kind.code()))
            .unwrap_or(KIND),
        channel: row
            .channel
            .means
            .and_then(|channel| Channel::from_key(channel.code()))
            .unwrap_or(CHANNEL),
        subjects,
        unit: said(&row.unit),
        complainant: said(&row.complainant),
        summary: row.summary.clone(),
        limit_on: row.limit_on,
        answered_on: row.answered_on,
        closed_on: row.closed_on,
        flags: flags.iter().map(|code| code.name().to_owned()).collect(),
        source: row.source.clone(),
    };
    if record.subjects.is_empty() {
        record.subjects.insert(SUBJECT);
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_crates_call_kinds_channels_and_subjects_by_the_same_names() {
        for kind in transcription::Kind::ALL {
            assert!(Kind::from_key(kind.code()).is_some(), "{kind}");
        }
        for channel in transcription::Channel::ALL {
            assert!(Channel::from_key(channel.code()).is_some(), "{channel}");
        }
        for subject in transcription::Subject::ALL {
            assert!(Subject::from_key(subject.code()).is_some(), "{subject}");
        }
    }
}
