//! The parts of a DOCX that a text is read from, unpacked within bounds.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{Node, Xml, attribute};
use super::{LARGEST, Refused};

/// A letter of a hundred pages unpacks to less.
const LARGEST_PART: u64 = 16 << 20;
/// No document of Word has as many parts.
const MOST_PARTS: usize = 5_000;

pub struct Package {
    pub document: String,
    /// Empty where the file has none.
    pub styles: String,
    /// Where the links of the document lead, by their identity.
    pub links: BTreeMap<String, String>,
}

pub fn open(bytes: &[u8]) -> Result<Package, Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    if let Some(refused) = other_format(bytes) {
        return Err(refused);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(refusal)?;
    if archive.len() > MOST_PARTS {
        return Err(Refused::Broken);
    }
    let roots = part(&mut archive, "_rels/.rels")?.ok_or(Refused::NotWord)?;
    let root = relations(&roots)?
        .into_iter()
        .find(|relation| relation.is("officeDocument"))
        .ok_or(Refused::NotWord)?;
    let name = resolved("", &root.target);
    let document = part(&mut archive, &name)?.ok_or(Refused::NotWord)?;
    if !is_word(&document)? {
        return Err(Refused::NotWord);
    }
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", &name));
    let beside = part(&mut archive, &resolved(folder, &format!("_rels/{file}.rels")))?;
    let beside = relations(beside.as_deref().unwrap_or_default())?;
    let styles = match beside.iter().find(|relation| relation.is("styles")) {
        Some(relation) => part(&mut archive, &resolved(folder, &relation.target))?,
        None => None,
    };
    let links = beside.iter().filter(|relation| relation.is("hyperlink"));
    Ok(Package {
        document,
        styles: styles.unwrap_or_default(),
        links: links.map(|link| (link.id.clone(), link.target.clone())).collect(),
    })
}

/// What a file is that people take for a DOCX.
fn other_format(bytes: &[u8]) -> Option<Refused> {
    const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
    if bytes.starts_with(b"%PDF-") {
        return Some(Refused::Pdf);
    }
    if bytes.starts_with(COMPOUND) {
        let is_encrypted = bytes.windows(ENCRYPTED.len()).any(|window| window == ENCRYPTED);
        return Some(if is_encrypted {
            Refused::Encrypted
        } else {
            Refused::OldWord
        });
    }
    (!bytes.starts_with(b"PK")).then_some(Refused::NotWord)
}

fn refusal(error: ZipError) -> Refused {
    match error {
        ZipError::UnsupportedArchive(reason) if reason == ZipError::PASSWORD_REQUIRED => Refused::Encrypted,
        _ => Refused::Broken,
    }
}

/// A part as text; nothing where the file has none of this name.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Refused> {
    let found = match archive.by_name(name) {
        Ok(part) => part,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(refusal(error)),
    };
    let mut text = String::new();
    // What the archive says of its sizes is not believed.
    let read = found.take(LARGEST_PART + 1).read_to_string(&mut text);
    match read {
        Ok(size) if size as u64 <= LARGEST_PART => Ok(Some(text)),
        Ok(_) | Err(_) => Err(Refused::Broken),
    }
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

impl Relation {
    fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

fn relations(part: &str) -> Result<Vec<Relation>, Refused> {
    let mut xml = Xml::of(part);
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(_, element) if element.local_name().as_ref() == "Relationship" => {
                let said = |name| attribute(&element, name).unwrap_or_default();
                found.push(Relation {
                    id: said("Id"),
                    kind: said("Type"),
                    target: said("Target"),
                });
            }
            Node::End => return Ok(found),
            Node::Open(..) | Node::Close | Node::Text(_) => {}
        }
    }
}

fn resolved(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(from_root) => from_root.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{target}"),
    }
}

fn is_word(document: &str) -> Result<bool, Refused> {
    let mut xml = Xml::of(document);
    loop {
        match xml.next()? {
            Node::Open(space, element) => {
                return Ok(space == super::xml::Space::Word && element.local_name().as_ref() == "document");
            }
            Node::End => return Ok(false),
            Node::Close | Node::Text(_) => {}
        }
    }
}
