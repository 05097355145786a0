//! The steps that bring a database to this version: the same names in both folders, forward only.

use sha2::{Digest, Sha256};
use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// A step: its number, its name, and its text for SQLite and for PostgreSQL.
type Step = (i64, &'static str, &'static str, &'static str);

macro_rules! step {
    ($number:literal, $name:literal) => {
        (
            $number,
            $name,
            include_str!(concat!("../../migrations/sqlite/", $name, ".sql")),
            include_str!(concat!("../../migrations/postgres/", $name, ".sql")),
        )
    };
}

const STEPS: [Step; 13] = [
    step!(1, "0001_organisation"),
    step!(2, "0002_history"),
    step!(3, "0003_cases"),
    step!(4, "0004_documents"),
    step!(5, "0005_search"),
    step!(6, "0006_templates"),
    step!(7, "0007_papers"),
    step!(8, "0008_mail"),
    step!(9, "0009_portal"),
    step!(10, "0010_outbox"),
    step!(11, "0011_reminders"),
    step!(12, "0012_api"),
    step!(13, "0013_import"),
];

/// The names of all steps, in order.
pub const NAMES: [&str; STEPS.len()] = {
    let mut names = [""; STEPS.len()];
    let mut index = 0;
    while index < STEPS.len() {
        names[index] = STEPS[index].1;
        index += 1;
    }
    names
};

pub(super) fn sqlite() -> Migrator {
    migrator(|step| step.2)
}

pub(super) fn postgres() -> Migrator {
    migrator(|step| step.3)
}

fn migrator(text: fn(&Step) -> &'static str) -> Migrator {
    let migrations = STEPS.iter().map(|step| {
        Migration::new(
            step.0,
            step.1.into(),
            MigrationType::Simple,
            text(step).into_sql_str(),
            false,
        )
    });
    Migrator::with_migrations(migrations.collect())
}

/// A short name for exactly these steps, so that tests never reuse a template made by others.
pub fn fingerprint() -> String {
    let mut hash = Sha256::new();
    for step in &STEPS {
        hash.update(step.3.as_bytes());
    }
    hash.finalize()[..6]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
