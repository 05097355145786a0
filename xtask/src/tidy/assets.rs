//! Every vendored file is listed in an ASSETS.md with where it came from, its version and its licence.

use std::collections::BTreeMap;

use anyhow::Result;

use super::Problem;
use super::licences;
use super::tree::Tree;

const LIST: &str = "ASSETS.md";
const SERVED: [&str; 10] = [
    ".css", ".js", ".svg", ".png", ".jpg", ".ico", ".woff", ".woff2", ".ttf", ".otf",
];

/// What one row of a list says: the files it speaks of (one `*` stands for any part of a name) and their licence.
struct Row {
    line: usize,
    names: Vec<String>,
    licence: String,
}

pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    let mut listed = Vec::new();
    for list in tree
        .files
        .iter()
        .filter(|file| file.rsplit('/').next() == Some(LIST))
    {
        let folder = list.strip_suffix(LIST).unwrap_or_default();
        for Row { line, names, licence } in rows(&tree.text(list)?.unwrap_or_default()) {
            if licences::is_allowed(&licence) != Ok(true) {
                problems.push(Problem::at(
                    list,
                    line,
                    format!("the licence {licence:?} is not an allowed one"),
                ));
            }
            for name in names {
                let path = format!("{folder}{name}");
                if !tree.files.iter().any(|file| covers(&path, file)) {
                    problems.push(Problem::at(list, line, format!("{name} is not there")));
                }
                listed.push(path);
            }
        }
    }
    problems.extend(unlisted(tree, &listed));
    Ok(problems)
}

/// One problem for each folder, since a folder of icons is listed, or forgotten, as a whole.
fn unlisted(tree: &Tree, listed: &[String]) -> Vec<Problem> {
    let assets = tree.files.iter().filter(|file| is_asset(file));
    let unlisted = assets.filter(|file| !listed.iter().any(|path| covers(path, file)));
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (folder, name) in unlisted.filter_map(|file| file.rsplit_once('/')) {
        folders.entry(folder).or_default().push(name);
    }
    let say = |(folder, names): (&str, Vec<&str>)| {
        let some = names[..names.len().min(3)].join(", ");
        Problem::in_file(
            folder,
            format!("{} without a row in an {LIST}: {some} …", names.len()),
        )
    };
    folders.into_iter().map(say).collect()
}

fn is_asset(file: &str) -> bool {
    let is_served = SERVED.iter().any(|ending| file.ends_with(ending));
    let is_vendored = file.contains("/assets/") || file.contains("/fonts/");
    file.starts_with("crates/") && is_vendored && is_served
}

fn covers(listed: &str, file: &str) -> bool {
    match listed.split_once('*') {
        Some((start, end)) => file.len() >= listed.len() && file.starts_with(start) && file.ends_with(end),
        None => listed == file,
    }
}

/// The rows of the tables that have a column `licence`; their first cell names files in backticks.
fn rows(list: &str) -> Vec<Row> {
    let mut column = None;
    let mut rows = Vec::new();
    for (line, text) in (1..).zip(list.lines()) {
        let Some(inside) = text.trim().strip_prefix('|') else {
            column = None;
            continue;
        };
        let cells: Vec<&str> = inside.split('|').map(str::trim).collect();
        match column {
            None => column = cells.iter().position(|cell| *cell == "licence"),
            Some(column) => {
                let names: Vec<String> = cells[0]
                    .split('`')
                    .skip(1)
                    .step_by(2)
                    .map(str::to_owned)
                    .collect();
                let licence = cells.get(column).copied().unwrap_or_default().to_owned();
                rows.push(Row { line, names, licence });
            }
        }
    }
    rows.retain(|row| !row.names.is_empty()); // the ruler below the heading
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &str = "# Assets\n\n| files | origin | licence | what |\n|---|---|---|---|\n\
                        | `htmx.js` | htmx | 0BSD | `dist/` |\n\
                        | `fonts/*.woff2`, `fonts.css` | Be Vietnam Pro | OFL-1.1 | |\n";
    const FILES: [&str; 3] = [
        "crates/web/assets/htmx.js",
        "crates/web/assets/fonts/vi.woff2",
        "crates/web/assets/fonts.css",
    ];

    fn said(list: &str, assets: &[&str]) -> Vec<String> {
        let mut files = vec![
            ("crates/web/assets/ASSETS.md", list),
            ("crates/web/assets/package.json", ""),
        ];
        files.extend(assets.iter().map(|&asset| (asset, "")));
        check(&Tree::with(&files))
            .unwrap()
            .iter()
            .map(Problem::to_string)
            .collect()
    }

    #[test]
    fn every_vendored_file_is_listed_by_name_or_by_pattern() {
        assert_eq!(said(ROWS, &FILES), Vec::<String>::new());
        let more = [
            &FILES[..],
            &["crates/web/assets/new.css", "crates/web/assets/fonts/vi.ttf"],
        ]
        .concat();
        let unlisted = [
            "crates/web/assets/fonts: 1 without a row in an ASSETS.md: vi.ttf …",
            "crates/web/assets: 1 without a row in an ASSETS.md: new.css …",
        ];
        let mut said = said(ROWS, &more);
        said.sort();
        assert_eq!(said, unlisted);
    }

    #[test]
    fn a_row_for_nothing_or_under_a_foreign_licence_is_refused() {
        assert!(said(ROWS, &FILES[1..])[0].contains("htmx.js is not there"));
        let foreign = ROWS.replace("0BSD", "GPL-3.0-only");
        assert!(said(&foreign, &FILES)[0].contains("not an allowed one"));
    }
}
