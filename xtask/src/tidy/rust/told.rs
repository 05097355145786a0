//! Time, identity and settings arrive as arguments; the core does nothing but compute; failure is explained.

use super::Source;
use crate::tidy::Problem;

const CLOCKS: [&str; 4] = ["Timestamp::now(", "Zoned::now(", "SystemTime::now(", "Utc::now("];
const IDS: [&str; 4] = ["Uuid::now_v7(", "Uuid::new_v4(", "Uuid::new_v7(", "Uuid::now_v6("];
const ENVIRONMENT: [&str; 3] = ["env::var", "env::args", "env::home_dir"];
const IMPURE: [&str; 9] = [
    "std::fs",
    "std::io",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "async fn",
    "tokio",
];

pub fn check(sources: &[Source]) -> Vec<Problem> {
    let mut problems = ids_of_app(sources);
    for source in sources {
        let code = &source.views.code;
        problems.extend(source.each_line(code, unexplained));
        if source.home == "procedure" {
            problems.extend(source.each_line(code, impure));
        }
        if !source.is_at_the_edge() {
            problems.extend(source.each_line(code, clock));
            problems.extend(source.each_line(code, |line| id(line).filter(|_| source.home != "app")));
            problems.extend(source.each_line(code, |line| {
                environment(line).filter(|_| !is_build_script(source))
            }));
        }
    }
    problems
}

fn clock(line: &str) -> Option<String> {
    let name = first(&CLOCKS, line)?;
    Some(format!(
        "`{name}…)`: time is told, only server and testkit read a clock"
    ))
}

fn id(line: &str) -> Option<String> {
    let name = first(&IDS, line)?;
    Some(format!(
        "`{name}…)`: ids are told, only server, testkit and one place of app make them"
    ))
}

/// The door makes ids for what comes in, in one place.
fn ids_of_app(sources: &[Source]) -> Vec<Problem> {
    let app = sources.iter().filter(|source| source.home == "app");
    let places: Vec<Problem> = app
        .flat_map(|source| source.each_line(&source.views.code, id))
        .collect();
    if places.len() > 1 { places } else { Vec::new() }
}

fn environment(line: &str) -> Option<String> {
    first(&ENVIRONMENT, line)?;
    Some("the environment: only server reads configuration".to_owned())
}

/// Cargo tells build scripts what to do by the environment.
fn is_build_script(source: &Source) -> bool {
    source.file.ends_with("/build.rs") || source.file.contains("/build/")
}

fn impure(line: &str) -> Option<String> {
    let name = first(&IMPURE, line)?;
    Some(format!("`{name}` in procedure, which is pure"))
}

fn unexplained(line: &str) -> Option<String> {
    line.contains(".unwrap()")
        .then(|| "`.unwrap()`: say why it cannot happen with `.expect(\"…\")`".to_owned())
}

fn first<'a>(names: &[&'a str], line: &str) -> Option<&'a str> {
    names.iter().copied().find(|name| line.contains(name))
}
