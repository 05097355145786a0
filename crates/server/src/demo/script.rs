//! The script of the demo, read from text: roads that many cases share, and cases with what is their own.
//!
//! A case is `== case NAME`, then lines `key: words`, then its acts: `> DAY [HH:MM] WHO ACT [?key] [!key] [~]` with lines
//! `field: words` below. Days count from the day the case enters the book. `?key` keeps an act to cases that say `key`, `!key` to those
//! that do not, and `~` has an act tried again on later days until the case allows it. A line that begins with a space goes on with the
//! one before. `{key}` stands for what the case says, `{key|other}` for other words where it says nothing.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use jiff::civil::Time;

const FILES: &[(&str, &str)] = &[
    ("roads", include_str!("data/roads.txt")),
    ("counter", include_str!("data/counter.txt")),
    ("letters", include_str!("data/letters.txt")),
    ("certificates", include_str!("data/certificates.txt")),
    ("conduct", include_str!("data/conduct.txt")),
    ("outside", include_str!("data/outside.txt")),
    ("present", include_str!("data/present.txt")),
];

/// What a case says of itself, by key.
pub type Said = BTreeMap<String, String>;

/// One act to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub day: i64,
    pub time: Option<Time>,
    pub who: String,
    pub act: String,
    /// Keys that the case must say (`true`) or must not.
    pub wanted: Vec<(String, bool)>,
    pub retried: bool,
    pub fields: Vec<(String, String)>,
}

/// A case, or a road that cases share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    pub name: String,
    /// As written: a key may stand several times.
    said: Vec<(String, String)>,
    pub steps: Vec<Step>,
}

impl Block {
    /// What is said, by key; what is said several times stands on lines of its own.
    pub fn said(&self) -> Said {
        let mut said = Said::new();
        for (key, words) in &self.said {
            said.entry(key.clone())
                .and_modify(|known| {
                    known.push('\n');
                    known.push_str(words);
                })
                .or_insert_with(|| words.clone());
        }
        said
    }
}

/// All cases, each with the acts of its road before its own.
pub fn all() -> Result<Vec<Block>> {
    let mut roads: BTreeMap<String, Block> = BTreeMap::new();
    let mut cases: Vec<Block> = Vec::new();
    for (file, text) in FILES {
        for (is_case, block) in read(text).with_context(|| format!("in {file}.txt"))? {
            if is_case {
                cases.push(block);
            } else {
                roads.insert(block.name.clone(), block);
            }
        }
    }
    for case in &mut cases {
        let said = case.said();
        let Some(road) = said.get("road") else { continue };
        let road = roads
            .get(road)
            .with_context(|| format!("{} takes the unknown road {road}", case.name))?;
        let missing = road.said.iter().filter(|(key, _)| !said.contains_key(key));
        case.said.extend(missing.cloned());
        let own = std::mem::take(&mut case.steps);
        case.steps.clone_from(&road.steps);
        case.steps.extend(own);
    }
    Ok(cases)
}

fn read(text: &str) -> Result<Vec<(bool, Block)>> {
    let mut blocks: Vec<(bool, Block)> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        take(&mut blocks, line).with_context(|| format!("line {number}: {line}"))?;
    }
    Ok(blocks)
}

fn take(blocks: &mut Vec<(bool, Block)>, line: &str) -> Result<()> {
    if let Some(heading) = line.strip_prefix("== ") {
        let (kind, name) = heading.split_once(' ').context("a heading is `== case NAME`")?;
        let block = Block {
            name: name.trim().to_owned(),
            ..Block::default()
        };
        blocks.push((kind == "case", block));
        return Ok(());
    }
    let (_, block) = blocks.last_mut().context("a line before the first heading")?;
    if let Some(act) = line.strip_prefix("> ") {
        block.steps.push(step(act)?);
        return Ok(());
    }
    let lines = match block.steps.last_mut() {
        Some(step) => &mut step.fields,
        None => &mut block.said,
    };
    if line.starts_with(' ') {
        let (_, words) = lines.last_mut().context("nothing that this line goes on with")?;
        words.push('\n');
        words.push_str(line.trim());
    } else {
        let (key, words) = line.split_once(':').context("a line is `key: words`")?;
        lines.push((key.trim().to_owned(), words.trim().to_owned()));
    }
    Ok(())
}

fn step(act: &str) -> Result<Step> {
    let mut words = act.split_whitespace().peekable();
    let day = words.next().context("an act has a day")?;
    let time = match words.peek() {
        Some(word) if word.contains(':') && !word.starts_with('{') => Some(
            words
                .next()
                .unwrap_or_default()
                .parse()
                .context("a time is 09:30")?,
        ),
        _ => None,
    };
    let mut step = Step {
        day: day.parse().context("a day is a number")?,
        time,
        who: words
            .next()
            .context("an act has somebody who does it")?
            .to_owned(),
        act: words.next().context("what is done?")?.to_owned(),
        wanted: Vec::new(),
        retried: false,
        fields: Vec::new(),
    };
    for word in words {
        match word.split_at(1) {
            ("?", key) => step.wanted.push((key.to_owned(), true)),
            ("!", key) => step.wanted.push((key.to_owned(), false)),
            ("~", "") => step.retried = true,
            _ => bail!("{word} is none of ?key, !key and ~"),
        }
    }
    Ok(step)
}

/// Words with what the case says put in, which may itself speak of the case. Nothing may be left open.
pub fn filled(words: &str, said: &Said) -> Result<String> {
    let mut text = words.to_owned();
    // The innermost first: `{addressee|{complainant}}`.
    while let Some(end) = text.find('}') {
        let start = text[..end].rfind('{');
        let start = start.with_context(|| format!("a closing bracket too many in {words}"))?;
        let inside = &text[start + 1..end];
        let (key, other) = match inside.split_once('|') {
            Some((key, other)) => (key, Some(other)),
            None => (inside, None),
        };
        let found = said.get(key).map(String::as_str).or(other);
        let found = found
            .with_context(|| format!("the case does not say {key}"))?
            .to_owned();
        text.replace_range(start..=end, &found);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_read_with_its_acts_and_what_goes_on_over_lines() {
        let text = "\
# a remark
== case lamp
words: one
 two
measure: a
measure: b
> 3 09:30 qmr assess ?safety !late ~
reason: why
 and why";
        let blocks = read(text).unwrap();
        let (is_case, block) = &blocks[0];
        assert!(*is_case && block.name == "lamp");
        let said = block.said();
        assert_eq!(said["words"], "one\ntwo");
        assert_eq!(said["measure"], "a\nb");
        let step = &block.steps[0];
        assert_eq!(
            (step.day, step.who.as_str(), step.act.as_str()),
            (3, "qmr", "assess")
        );
        assert_eq!(step.time, Some(jiff::civil::time(9, 30, 0, 0)));
        let wanted = [("safety".to_owned(), true), ("late".to_owned(), false)];
        assert_eq!(step.wanted, wanted);
        assert!(step.retried);
        assert_eq!(step.fields, [("reason".to_owned(), "why\nand why".to_owned())]);
    }

    #[test]
    fn words_are_filled_with_what_the_case_says() {
        let said = Said::from([
            ("a".to_owned(), "x{b}".to_owned()),
            ("b".to_owned(), "y".to_owned()),
        ]);
        assert_eq!(filled("{a} {c|other}", &said).unwrap(), "xy other");
        assert_eq!(filled("{a|{b}}, {c|{b}}", &said).unwrap(), "xy, y");
        assert!(filled("{c}", &said).is_err());
    }

    #[test]
    fn the_whole_script_can_be_read() {
        assert!(all().unwrap().len() >= 60);
    }
}
