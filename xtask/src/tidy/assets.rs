//! Every vendored file is listed in an ASSETS.md with where it came from, its version and its licence.

use std::collections::BTreeMap;

use anyhow::Result;

use super::Problem;
use super::licences;
use super::tree::Tree;

const LIST: &str = "ASSETS.md";
const FORM: &str = "| `file or folder/` | origin | version | licence |";

/// One row of a list; a name that ends in `/` stands for everything in that folder.
struct Row {
    line: usize,
    name: String,
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
        for Row { line, name, licence } in rows(&tree.text(list)?.unwrap_or_default()) {
            let path = format!("{folder}{name}");
            if !tree.files.iter().any(|file| covers(&path, file)) {
                problems.push(Problem::at(list, line, format!("{name} is not there")));
            }
            if licence != "ours" && licences::is_allowed(&licence) != Ok(true) {
                problems.push(Problem::at(
                    list,
                    line,
                    format!("{name}: the licence {licence:?} is not an allowed one"),
                ));
            }
            listed.push(path);
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
            format!(
                "{} not listed in an {LIST} ({some}); a row is {FORM}",
                names.len()
            ),
        )
    };
    folders.into_iter().map(say).collect()
}

fn is_asset(file: &str) -> bool {
    file.starts_with("crates/") && file.contains("/assets/") && !file.ends_with(LIST)
}

fn covers(listed: &str, file: &str) -> bool {
    listed == file || (listed.ends_with('/') && file.starts_with(listed))
}

/// The rows of the Markdown tables whose first cell is a name in backticks; the licence is the last cell.
fn rows(list: &str) -> Vec<Row> {
    let row = |(line, text): (usize, &str)| {
        let cells: Vec<&str> = text
            .trim()
            .strip_prefix('|')?
            .trim_end_matches('|')
            .split('|')
            .map(str::trim)
            .collect();
        let name = cells.first()?.strip_prefix('`')?.strip_suffix('`')?.to_owned();
        Some(Row {
            line,
            name,
            licence: (*cells.last()?).to_owned(),
        })
    };
    (1..).zip(list.lines()).filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &str = "# Assets\n\n| file | origin | version | licence |\n|---|---|---|---|\n\
                        | `htmx.js` | htmx | 2.0.4 | 0BSD |\n| `fonts/` | Be Vietnam Pro | 1.1 | OFL-1.1 |\n";

    fn said(list: &str, assets: &[&str]) -> Vec<String> {
        let mut files = vec![("crates/web/assets/ASSETS.md", list)];
        files.extend(assets.iter().map(|&asset| (asset, "")));
        check(&Tree::with(&files))
            .unwrap()
            .iter()
            .map(Problem::to_string)
            .collect()
    }

    #[test]
    fn every_vendored_file_is_listed_by_name_or_by_folder() {
        let listed = ["crates/web/assets/htmx.js", "crates/web/assets/fonts/vi.woff2"];
        assert_eq!(said(ROWS, &listed), Vec::<String>::new());
        let more = [&listed[..], &["crates/web/assets/new.css"]].concat();
        assert!(said(ROWS, &more)[0].contains("new.css"));
    }

    #[test]
    fn a_row_for_nothing_or_under_a_foreign_licence_is_refused() {
        assert!(said(ROWS, &["crates/web/assets/htmx.js"])[0].contains("fonts/ is not there"));
        let foreign = ROWS.replace("0BSD", "GPL-3.0-only");
        let listed = ["crates/web/assets/htmx.js", "crates/web/assets/fonts/vi.woff2"];
        assert!(said(&foreign, &listed)[0].contains("not an allowed one"));
    }
}
