//! A Postfix of our own: found on the machine, on a loopback port, with its configuration, queue and maildirs in a directory that
//! vanishes. It delivers to `a@khach.example` and `b@khach.example` and knows nobody else.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::servers::{CERTIFICATES, answer, filled, free_port, shell};

const BINARIES: &str = "/usr/lib/postfix/sbin";
pub const DOMAIN: &str = "khach.example";

pub struct Postfix {
    directory: TempDir,
    pub port: u16,
}

impl Postfix {
    /// Writes the configuration; nothing runs yet. `None` where it is not installed or this is not root, whom it needs.
    pub fn prepare() -> Option<Postfix> {
        let is_root = Command::new("id").arg("-u").output().ok()?.stdout == b"0\n";
        if !is_root || !Path::new(BINARIES).is_dir() {
            assert!(
                std::env::var_os("CI").is_none(),
                "Postfix is not installed: apt-get install postfix"
            );
            eprintln!("left out: it needs Postfix and root");
            return None;
        }
        let directory = tempfile::Builder::new()
            .prefix("phucdap-postfix-")
            .tempdir()
            .unwrap();
        let port = free_port();
        let postfix = Postfix { directory, port };
        postfix.configure();
        Some(postfix)
    }

    fn configure(&self) {
        let root = self.directory.path();
        shell(
            root,
            "chmod 755 . && mkdir queue data mail config && chown postfix data mail",
        );
        shell(&self.config(), CERTIFICATES);
        let boxes = format!("a@{DOMAIN}=a/, b@{DOMAIN}=b/");
        let port = self.port.to_string();
        let told = [
            ("root", root.to_str().unwrap()),
            ("programs", BINARIES),
            ("domain", DOMAIN),
            ("domains", DOMAIN),
            ("boxes", &boxes),
            ("port", &port),
            ("uid", &answer("id", &["-u", "postfix"])),
            ("gid", &answer("id", &["-g", "postfix"])),
        ];
        for (name, template) in [
            ("main.cf", include_str!("mail/main.cf")),
            ("master.cf", include_str!("mail/master.cf")),
        ] {
            std::fs::write(self.config().join(name), filled(template, &told)).unwrap();
        }
    }

    fn config(&self) -> PathBuf {
        self.directory.path().join("config")
    }

    /// The authority that whoever sends must trust.
    pub fn certificate(&self) -> PathBuf {
        self.config().join("ca.pem")
    }

    fn command(&self, word: &str) -> Command {
        let mut command = Command::new("/usr/sbin/postfix");
        command.arg("-c").arg(self.config()).arg(word);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    pub fn start(&self) {
        let _ = self.command("start").status().unwrap();
        let begun = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(
                begun.elapsed() < Duration::from_secs(30),
                "Postfix did not start: {}",
                self.log()
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    pub fn stop(&self) {
        let _ = self.command("stop").status();
    }

    pub fn log(&self) -> String {
        let log = std::fs::read(self.directory.path().join("data/log")).unwrap_or_default();
        String::from_utf8_lossy(&log).into_owned()
    }

    /// The mails that were delivered to somebody.
    pub fn mails(&self, who: &str) -> Vec<Vec<u8>> {
        let folder = self.directory.path().join("mail").join(who).join("new");
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries
            .map(|entry| std::fs::read(entry.path()).unwrap())
            .collect()
    }

    /// Waits until so many mails are there.
    pub fn wait_for(&self, who: &str, count: usize) -> Vec<Vec<u8>> {
        let begun = Instant::now();
        loop {
            let mails = self.mails(who);
            if mails.len() >= count {
                return mails;
            }
            assert!(
                begun.elapsed() < Duration::from_secs(40),
                "{} of {count} mails came to {who}: {}",
                mails.len(),
                self.log()
            );
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        self.stop();
    }
}
