//! What the mail servers of these tests share: their configuration lies in `mail/`, where the browser journeys find it too.

use std::path::Path;
use std::process::Command;

/// An authority and a certificate, as `mail/certificates.sh` makes them.
pub const CERTIFICATES: &str = include_str!("mail/certificates.sh");

/// A configuration with what is told in its angle brackets; nothing may be left untold.
pub fn filled(template: &str, told: &[(&str, &str)]) -> String {
    let fill = |text: String, (name, value): &(&str, &str)| text.replace(&format!("<{name}>"), value);
    told.iter().fold(template.to_owned(), fill)
}

pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// Runs a script that must succeed.
pub fn shell(directory: &Path, script: &str) {
    let done = Command::new("sh")
        .args(["-ec", script])
        .current_dir(directory)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// What a program answers, without the end of its line.
pub fn answer(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}
