//! SQL lives in `store`, and words for people in the messages of `i18n`.

use anyhow::{Context, Result};

use super::Source;
use crate::tidy::Problem;
use crate::tidy::tree::Tree;

pub const ALLOWED_LETTERS: &str = "xtask/tidy/vietnamese-letters.txt";
const SQL: [&str; 5] = [
    "insert into ",
    "delete from ",
    "create table ",
    "alter table ",
    "drop table ",
];

pub fn check(sources: &[Source], tree: &Tree) -> Result<Vec<Problem>> {
    let allowed = allowed_letters(tree)?;
    let gone = allowed.iter().filter(|file| !tree.files.contains(file));
    let says = |file: &String| Problem::in_file(ALLOWED_LETTERS, format!("{file} is not there any more"));
    let mut problems: Vec<Problem> = gone.map(says).collect();
    for source in sources {
        let literals = &source.views.literals;
        if source.home != "store" && !source.is_tool() {
            problems.extend(source.each_line(literals, sql));
        }
        let is_demo = source.file.contains("/demo/") || source.file.ends_with("/demo.rs");
        if source.home != "i18n" && !is_demo && !allowed.iter().any(|file| file == source.file) {
            problems.extend(source.each_line(literals, words));
        }
    }
    Ok(problems)
}

fn sql(literal: &str) -> Option<String> {
    let literal = literal.to_lowercase();
    let literal = literal.trim_start();
    let is_query = literal.starts_with("select ") && literal.contains(" from ");
    let is_sql = is_query || SQL.iter().any(|start| literal.starts_with(start));
    is_sql.then(|| "SQL outside store".to_owned())
}

fn words(literal: &str) -> Option<String> {
    let has_letter = literal.chars().any(is_vietnamese_letter);
    has_letter.then(|| {
        format!("Vietnamese words outside i18n (letters as such may be allowed in {ALLOWED_LETTERS})")
    })
}

/// Letters that hardly any other language has: they betray words for people.
fn is_vietnamese_letter(c: char) -> bool {
    matches!(
        c,
        'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | '\u{1EA0}'..='\u{1EF9}'
    )
}

/// Lines `path  reason`; `#` begins a remark.
fn allowed_letters(tree: &Tree) -> Result<Vec<String>> {
    if !tree.files.iter().any(|file| file == ALLOWED_LETTERS) {
        return Ok(Vec::new());
    }
    let list = tree
        .text(ALLOWED_LETTERS)?
        .context("the list of allowed letters is text")?;
    let lines = list
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(lines
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect())
}
