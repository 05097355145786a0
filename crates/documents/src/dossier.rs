//! The dossier of a case for an assessor: one paper that tells it whole, with every letter and attachment inside it.

use i18n::{Lang, texts};
use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::glyphs::shown;
use crate::paper::{House, PaperError};
use crate::typeset::{self, Embedded, Template};
use crate::worded::{Meta, Words};

/// A label and what it says.
pub type Fact = (String, String);

/// How a line of the checklist stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Shown,
    Late,
    Owed,
    Missing,
    NotAsked,
}

/// A line of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Such as `7.13.5`, or `B2.4`.
    pub asked: String,
    pub requirement: String,
    pub standing: Standing,
    /// Which lines of the history show it, counted from one.
    pub lines: Vec<usize>,
}

/// A line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub at: String,
    pub who: String,
    pub what: String,
    /// What was written then.
    pub said: Vec<String>,
    /// As the chain of the case keeps it, in hexadecimal.
    pub hash: String,
}

/// Somebody who acted, or was kept from it, and by which fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    pub parts: String,
    pub declared: String,
    /// Which fact keeps the person out; empty where none does.
    pub barred: String,
    pub did: String,
}

/// Why a time limit falls on its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    pub title: String,
    pub reason: String,
    /// Day, and what was done with it.
    pub days: Vec<(String, String)>,
}

/// A file that goes with the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Under which name it lies inside.
    pub name: String,
    pub media_type: String,
    pub description: String,
    pub bytes: Vec<u8>,
}

/// Everything that is known of a case, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    pub lang: Lang,
    pub house: House,
    /// Such as `KN-2026-003`.
    pub number: String,
    pub title: String,
    /// Which copy it is: the whole, or one from which the complainant's identity was taken.
    pub variant: String,
    pub facts: Vec<Fact>,
    pub checks: Vec<Check>,
    pub people: Vec<Person>,
    pub limits: Vec<Limit>,
    pub history: Vec<Line>,
    /// Letters, attachments and the history as data.
    pub files: Vec<File>,
    pub printed_on: Date,
}

/// Above so many bytes of files they lie beside the paper and not inside it.
pub const EMBEDDED_AT_MOST: usize = 50 << 20;

#[derive(Serialize)]
struct Page<'a> {
    lang: &'static str,
    meta: Meta,
    /// What a dossier never is.
    draft: Option<&'static str>,
    parents: Vec<Words>,
    organisation: Words,
    title: String,
    number: String,
    variant: String,
    words: Headings<'a>,
    facts: Vec<(String, String)>,
    counts: Vec<(String, usize)>,
    checks: Vec<CheckRow>,
    people: Vec<[String; 5]>,
    limits: Vec<LimitPart>,
    history: Vec<HistoryRow>,
    files: Vec<FileRow>,
    embedded: bool,
    passed: String,
}

#[derive(Serialize)]
struct Headings<'a> {
    contents: &'a str,
    summary: &'a str,
    checklist: &'a str,
    checklist_lead: &'a str,
    independence: &'a str,
    independence_lead: &'a str,
    limits: &'a str,
    history: &'a str,
    files: &'a str,
    files_lead: &'a str,
    check_heads: [&'a str; 4],
    people_heads: [&'a str; 5],
    day_heads: [&'a str; 2],
    history_heads: [&'a str; 4],
    file_heads: [&'a str; 4],
    page: &'a str,
    page_of: &'a str,
    line: &'a str,
}

#[derive(Serialize)]
struct CheckRow {
    asked: String,
    requirement: String,
    standing: Standing,
    says: String,
    lines: Vec<usize>,
}

#[derive(Serialize)]
struct LimitPart {
    title: String,
    reason: String,
    days: Vec<(String, String)>,
}

#[derive(Serialize)]
struct HistoryRow {
    at: String,
    who: String,
    what: String,
    said: Vec<String>,
    hash: String,
}

#[derive(Serialize)]
struct FileRow {
    path: String,
    name: String,
    media_type: String,
    description: String,
    size: String,
    sha256: String,
}

impl Dossier {
    /// PDF/A-3a and PDF/UA-1 with its files inside, or, where they are too large for that, a ZIP of the paper, the files and a
    /// manifest. The same dossier always gives the same bytes.
    ///
    /// # Errors
    /// The typesetter's, which are ours to mend: what cannot be printed stands as its code.
    pub fn made(self) -> Result<Made, PaperError> {
        self.limited(EMBEDDED_AT_MOST)
    }

    fn limited(mut self, embedded_at_most: usize) -> Result<Made, PaperError> {
        let whole: usize = self.files.iter().map(|file| file.bytes.len()).sum();
        let is_inside = whole <= embedded_at_most;
        let page = self.page(is_inside);
        let creator = texts(self.lang).product_name();
        let json = serde_json::to_string(&page).expect("a dossier is made of strings and numbers");
        let files = std::mem::take(&mut self.files);
        let embedded = match is_inside {
            true => files
                .iter()
                .map(|file| Embedded {
                    bytes: file.bytes.as_slice().into(),
                })
                .collect(),
            false => Vec::new(),
        };
        let pdf =
            typeset::pdf(Template::Dossier, json, creator, embedded).map_err(PaperError::Typesetting)?;
        if is_inside {
            return Ok(Made::Pdf(pdf));
        }
        let manifest = manifest(&pdf, &files);
        let paper = ("ho-so.pdf".to_owned(), pdf);
        let manifest = ("manifest.json".to_owned(), manifest);
        let beside = files
            .into_iter()
            .map(|file| (format!("tep/{}", file.name), file.bytes));
        let bytes = crate::archive::zip([paper, manifest].into_iter().chain(beside));
        bytes
            .map(Made::Zip)
            .map_err(|error| PaperError::Typesetting(error.to_string()))
    }

    fn page(&self, embedded: bool) -> Page<'static> {
        let t = texts(self.lang);
        let counted = |standing: Standing| {
            self.checks
                .iter()
                .filter(|check| check.standing == standing)
                .count()
        };
        let says = |standing: Standing| match standing {
            Standing::Shown => t.dossier_shown(),
            Standing::Late => t.dossier_shown_late(),
            Standing::Owed => t.dossier_owed(),
            Standing::Missing => t.dossier_missing(),
            Standing::NotAsked => t.dossier_not_asked(),
        };
        let all = [
            Standing::Shown,
            Standing::Late,
            Standing::Owed,
            Standing::Missing,
            Standing::NotAsked,
        ];
        let pair = |(a, b): &(String, String)| (shown(a), shown(b));
        Page {
            lang: self.lang.code(),
            meta: Meta::shown(&self.title, &self.house, self.printed_on),
            draft: None,
            parents: self
                .house
                .parents
                .iter()
                .map(|name| line(&name.to_uppercase()))
                .collect(),
            organisation: line(&self.house.name.to_uppercase()),
            title: shown(&self.title),
            number: shown(&self.number),
            variant: shown(&self.variant),
            words: headings(t),
            facts: self.facts.iter().map(pair).collect(),
            counts: all
                .map(|standing| (says(standing).to_owned(), counted(standing)))
                .into(),
            checks: self
                .checks
                .iter()
                .map(|check| CheckRow {
                    asked: shown(&check.asked),
                    requirement: shown(&check.requirement),
                    standing: check.standing,
                    says: says(check.standing).to_owned(),
                    lines: check.lines.clone(),
                })
                .collect(),
            people: self
                .people
                .iter()
                .map(|one| [&one.name, &one.parts, &one.declared, &one.barred, &one.did].map(|it| shown(it)))
                .collect(),
            limits: self
                .limits
                .iter()
                .map(|limit| LimitPart {
                    title: shown(&limit.title),
                    reason: shown(&limit.reason),
                    days: limit.days.iter().map(pair).collect(),
                })
                .collect(),
            history: self
                .history
                .iter()
                .map(|line| HistoryRow {
                    at: shown(&line.at),
                    who: shown(&line.who),
                    what: shown(&line.what),
                    said: line
                        .said
                        .iter()
                        .flat_map(|said| said.lines())
                        .map(shown)
                        .collect(),
                    hash: shown(&line.hash),
                })
                .collect(),
            files: self
                .files
                .iter()
                .enumerate()
                .map(|(place, file)| row(t, place, file))
                .collect(),
            embedded,
            passed: if embedded {
                t.dossier_passed().to_owned()
            } else {
                t.dossier_passed_beside().to_owned()
            },
        }
    }
}

/// A dossier as it leaves the product.
pub enum Made {
    Pdf(Vec<u8>),
    Zip(Vec<u8>),
}

fn line(text: &str) -> Words {
    const IN_A_COLUMN: usize = 20;
    Words::breaking(shown(text), IN_A_COLUMN)
}

fn row(t: &i18n::Texts, place: usize, file: &File) -> FileRow {
    FileRow {
        path: format!("/files/{place}"),
        name: shown(&file.name),
        media_type: file.media_type.clone(),
        description: shown(&file.description),
        size: t.dossier_bytes(t.number(i64::try_from(file.bytes.len()).unwrap_or(i64::MAX))),
        sha256: digest(&file.bytes),
    }
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// What lies in the ZIP, with the digest of each file.
fn manifest(pdf: &[u8], files: &[File]) -> Vec<u8> {
    let entry = |name: String, bytes: &[u8]| serde_json::json!({ "name": name, "bytes": bytes.len(), "sha256": digest(bytes) });
    let mut entries = vec![entry("ho-so.pdf".to_owned(), pdf)];
    entries.extend(
        files
            .iter()
            .map(|file| entry(format!("tep/{}", file.name), &file.bytes)),
    );
    let manifest = serde_json::json!({ "format": "phucdap-dossier-1", "files": entries });
    serde_json::to_vec_pretty(&manifest).expect("a manifest is plain data")
}

fn headings(t: &i18n::Texts) -> Headings<'static> {
    Headings {
        contents: t.dossier_contents(),
        summary: t.dossier_summary(),
        checklist: t.dossier_checklist(),
        checklist_lead: t.dossier_checklist_lead(),
        independence: t.dossier_independence(),
        independence_lead: t.dossier_independence_lead(),
        limits: t.dossier_limits(),
        history: t.dossier_history(),
        files: t.dossier_files(),
        files_lead: t.dossier_files_lead(),
        check_heads: [
            t.dossier_head_asked(),
            t.dossier_head_requirement(),
            t.dossier_head_standing(),
            t.dossier_head_proof(),
        ],
        people_heads: [
            t.dossier_head_person(),
            t.dossier_head_parts(),
            t.dossier_head_declared(),
            t.dossier_head_barred(),
            t.dossier_head_did(),
        ],
        day_heads: [t.dossier_head_day(), t.dossier_head_counted()],
        history_heads: [
            t.dossier_head_line(),
            t.dossier_head_when(),
            t.dossier_head_who(),
            t.dossier_head_what(),
        ],
        file_heads: [
            t.dossier_head_file(),
            t.dossier_head_description(),
            t.dossier_head_size(),
            t.dossier_head_digest(),
        ],
        page: t.book_page(),
        page_of: t.book_page_of(),
        line: t.dossier_line(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_too_large_to_be_inside_lie_beside_the_paper_with_a_manifest() {
        let dossier = crate::sample::dossier(texts(Lang::Vi)).unwrap();
        let files = dossier.files.clone();
        let Made::Zip(bytes) = dossier.limited(10).unwrap() else {
            panic!("the files are larger than ten bytes");
        };
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut read = |name: &str| {
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut archive.by_name(name).unwrap(), &mut bytes).unwrap();
            bytes
        };
        let manifest: serde_json::Value = serde_json::from_slice(&read("manifest.json")).unwrap();
        let entries = manifest["files"].as_array().unwrap();
        assert_eq!(entries.len(), files.len() + 1);
        for entry in entries {
            let name = entry["name"].as_str().unwrap();
            assert_eq!(entry["sha256"], digest(&read(name)), "{name}");
        }
    }
}
