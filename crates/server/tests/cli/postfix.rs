//! A Postfix of our own: found on the machine, on a loopback port, with its configuration, queue and maildirs in a directory that
//! vanishes. It delivers to `a@khach.example` and `b@khach.example` and knows nobody else.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

const BINARIES: &str = "/usr/lib/postfix/sbin";
pub const DOMAIN: &str = "khach.example";

pub struct Postfix {
    directory: TempDir,
    pub port: u16,
}

/// The services it needs, none of them in a jail.
const SERVICES: &str = "\
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
";

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
        run(Command::new("chmod").arg("755").arg(root));
        for name in ["queue", "data", "mail", "config"] {
            std::fs::create_dir(root.join(name)).unwrap();
        }
        for name in ["data", "mail"] {
            run(Command::new("chown").arg("postfix").arg(root.join(name)));
        }
        let certificate = root.join("config/server.pem");
        run(Command::new("openssl")
            .args([
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
            ])
            .args([
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
            ])
            .args(["-addext", "basicConstraints=critical,CA:FALSE"])
            .arg("-keyout")
            .arg(root.join("config/key.pem"))
            .arg("-out")
            .arg(&certificate));
        let id = |flag| {
            let answer = Command::new("id")
                .args([flag, "postfix"])
                .output()
                .unwrap()
                .stdout;
            String::from_utf8(answer).unwrap().trim().to_owned()
        };
        let root = root.display();
        let main = format!(
            "compatibility_level = 3.6\n\
             queue_directory = {root}/queue\ndata_directory = {root}/data\nmail_owner = postfix\n\
             command_directory = /usr/sbin\ndaemon_directory = {BINARIES}\n\
             myhostname = mail.{DOMAIN}\nmydestination =\nmynetworks = 127.0.0.0/8\n\
             inet_interfaces = loopback-only\ninet_protocols = ipv4\nalias_maps =\n\
             virtual_mailbox_domains = {DOMAIN}\nvirtual_mailbox_base = {root}/mail\n\
             virtual_mailbox_maps = inline:{{ a@{DOMAIN}=a/, b@{DOMAIN}=b/ }}\n\
             virtual_minimum_uid = 1\nvirtual_uid_maps = static:{}\nvirtual_gid_maps = static:{}\n\
             smtpd_tls_cert_file = {root}/config/server.pem\nsmtpd_tls_key_file = {root}/config/key.pem\n\
             smtpd_tls_security_level = may\nsmtpd_tls_received_header = yes\nsmtpd_reject_unlisted_recipient = yes\n\
             maillog_file = {root}/data/log\nmaillog_file_prefixes = {root}\n",
            id("-u"),
            id("-g"),
        );
        std::fs::write(self.config().join("main.cf"), main).unwrap();
        let master = format!("127.0.0.1:{} inet n - n - - smtpd\n{SERVICES}", self.port);
        std::fs::write(self.config().join("master.cf"), master).unwrap();
    }

    fn config(&self) -> PathBuf {
        self.directory.path().join("config")
    }

    /// The certificate that whoever sends must trust.
    pub fn certificate(&self) -> PathBuf {
        self.config().join("server.pem")
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

fn run(command: &mut Command) {
    let done = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(done.success(), "{command:?}");
}

pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}
