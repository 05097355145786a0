//! Nothing in the project names the machine that it was written on, or where that machine fetched packages.

use std::path::Path;

use anyhow::Result;

use super::Problem;
use super::tree::Tree;

/// Domain and ending apart, so that this list does not find itself.
const REGISTRIES: [(&str, &str); 9] = [
    ("npmjs", "org"),
    ("npmjs", "com"),
    ("yarnpkg", "com"),
    ("crates", "io"),
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("golang", "org"),
    ("rubygems", "org"),
    ("deb.debian", "org"),
];

/// Cargo itself writes the name of its index there.
const WRITTEN_BY_CARGO: &str = "Cargo.lock";

pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let home = std::env::var("HOME").unwrap_or_default();
    let mut needles = of_this_machine(&tree.root, &home);
    needles.extend(
        REGISTRIES.map(|(domain, ending)| (format!("{domain}.{ending}"), "the host of a package registry")),
    );
    let mut problems = Vec::new();
    for file in tree.files.iter().filter(|file| *file != WRITTEN_BY_CARGO) {
        let Some(text) = tree.text(file)? else { continue };
        for (number, line) in (1..).zip(text.lines()) {
            let found = needles
                .iter()
                .filter(|(needle, _)| line.contains(needle.as_str()));
            problems
                .extend(found.map(|(needle, what)| Problem::at(file, number, format!("{what}: {needle}"))));
            if file.ends_with("package-lock.json") && line.trim_start().starts_with("\"resolved\":") {
                problems.push(Problem::at(file, number, "a download address (see e2e/.npmrc)"));
            }
        }
    }
    Ok(problems)
}

/// The folder of the checkout, its neighbour with shared data, and the home folder, unless too short to mean anything.
fn of_this_machine(root: &Path, home: &str) -> Vec<(String, &'static str)> {
    let mut places = vec![root.to_path_buf()];
    places.extend(
        root.parent()
            .filter(|parent| parent.components().count() > 1)
            .map(|parent| parent.join("shared")),
    );
    let deep = places.into_iter().filter(|place| place.components().count() > 2);
    let mut needles: Vec<_> = deep
        .map(|place| (place.display().to_string(), "a path of this machine"))
        .collect();
    if home.len() > 1 {
        needles.push((
            format!("{}/", home.trim_end_matches('/')),
            "a path of this machine",
        ));
    }
    needles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(file: &str, text: &str) -> usize {
        check(&Tree::with(&[(file, text)])).unwrap().len()
    }

    #[test]
    fn the_folder_of_the_checkout_is_not_named() {
        assert_eq!(said("README.md", "see /somewhere/else/docs"), 1);
        assert_eq!(said("README.md", "see /somewhere/shared/data"), 1);
        assert_eq!(said("README.md", "see ../shared/data"), 0);
        assert!(
            of_this_machine(Path::new("/src"), "/").is_empty(),
            "too short to mean anything"
        );
        assert_eq!(
            of_this_machine(Path::new("/src"), "/home/one/")[0].0,
            "/home/one/"
        );
    }

    #[test]
    fn hosts_of_registries_are_not_named() {
        let (domain, ending) = REGISTRIES[0];
        assert_eq!(
            said("docs/operations.md", &format!("from registry.{domain}.{ending}")),
            1
        );
        assert_eq!(
            said(WRITTEN_BY_CARGO, &format!("from registry.{domain}.{ending}")),
            0
        );
    }

    #[test]
    fn the_lock_of_the_journeys_holds_no_addresses() {
        assert_eq!(
            said(
                "e2e/package-lock.json",
                "  \"resolved\": \"https://example.vn/x.tgz\","
            ),
            1
        );
        assert_eq!(said("e2e/package-lock.json", "  \"integrity\": \"sha512-x\","), 0);
    }
}
