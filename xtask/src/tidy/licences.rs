//! Every dependency, however deep, stands under a licence that a public body may use without further duties.

use spdx::{Expression, LicenseReq, ParseMode};

use super::Problem;
use super::layers::Package;

const ALLOWED: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Zlib",
];

/// Expressions of old manifests that the standard does not read.
const OLD_FORMS: ParseMode = ParseMode::LAX;

pub fn check(packages: &[Package]) -> Vec<Problem> {
    packages
        .iter()
        .filter_map(|package| Some(Problem::in_file("Cargo.lock", wrong_with(package)?)))
        .collect()
}

pub fn is_allowed(expression: &str) -> Result<bool, String> {
    let expression =
        Expression::parse_mode(expression, OLD_FORMS).map_err(|error| error.reason.to_string())?;
    Ok(expression.evaluate(is_listed))
}

fn wrong_with(package: &Package) -> Option<String> {
    let Package {
        name,
        version,
        licence,
        ..
    } = package;
    let Some(licence) = licence else {
        return Some(format!("{name} {version} names no licence"));
    };
    match is_allowed(licence) {
        Ok(true) => None,
        Ok(false) => Some(format!(
            "{name} {version} is under {licence}, which is not in xtask/src/tidy/licences.rs"
        )),
        Err(reason) => Some(format!(
            "{name} {version}: cannot read its licence {licence:?}: {reason}"
        )),
    }
}

/// An exception (`WITH …`) only adds permissions.
fn is_listed(wanted: &LicenseReq) -> bool {
    wanted.license.id().is_some_and(|id| ALLOWED.contains(&id.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(licence: Option<&str>) -> usize {
        check(&[Package::licensed("example", licence)]).len()
    }

    #[test]
    fn one_allowed_choice_is_enough_but_every_part_must_be_allowed() {
        assert_eq!(said(Some("GPL-3.0-only OR MIT")), 0);
        assert_eq!(said(Some("(MIT OR Apache-2.0) AND Unicode-3.0")), 0);
        assert_eq!(said(Some("Apache-2.0 WITH LLVM-exception")), 0);
        assert_eq!(said(Some("MIT/Apache-2.0")), 0, "the form of old manifests");
        assert_eq!(said(Some("MIT AND GPL-3.0-only")), 1);
        assert_eq!(said(Some("AGPL-3.0-only")), 1);
    }

    #[test]
    fn a_dependency_without_a_readable_licence_is_refused() {
        assert_eq!(said(None), 1);
        assert_eq!(said(Some("see the file")), 1);
    }
}
