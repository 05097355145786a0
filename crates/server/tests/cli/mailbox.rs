//! Mail is fetched beside the site, from a maildir and from a real IMAP server: every mail once, also after a restart, and nothing leaves
//! its place there before it is stored here.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use testkit::{TestDb, databases, temp_dir};

use crate::program::{Place, Server, program};
use crate::servers::{CERTIFICATES, answer, filled, free_port, shell};

const PASSWORD: &str = "mat-khau-hop-thu";

fn mail(number: usize) -> String {
    format!(
        "From: Lan <lan@vi-du.example>\r\nSubject: Thu {number}\r\nMessage-ID: <{number}@vi-du.example>\r\n\r\nNoi dung {number}.\r\n"
    )
}

/// A site over this place, with these settings.
fn serve(place: &Place, settings: &[(&str, &str)]) -> Server {
    let mut command = program(&place.with(&["serve", "--listen", "127.0.0.1:0"]));
    Server::start(command.envs(settings.iter().copied()))
}

fn mails(place: &Place) -> u64 {
    let found = place.run(&["verify", "--json"]).json();
    assert_eq!(found["differences"].as_array().unwrap().len(), 0, "{found}");
    found["counted"]["mails"].as_u64().unwrap()
}

/// Waits until so many mails are stored.
fn wait_for(place: &Place, wanted: u64) {
    let begun = Instant::now();
    while mails(place) < wanted {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "{} of {wanted} mails",
            mails(place)
        );
        std::thread::sleep(Duration::from_millis(300));
    }
}

fn names(directory: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Waits until a directory holds these files.
fn wait_for_names(directory: &Path, wanted: &[&str]) {
    let begun = Instant::now();
    while names(directory) != wanted {
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "{:?}",
            names(directory)
        );
        std::thread::sleep(Duration::from_millis(200));
    }
}

#[tokio::test]
async fn a_maildir_is_emptied_into_the_inbox() {
    for test in databases("cli_maildir").await {
        let place = Place::of(&test);
        place.set_up();
        let maildir = test.directory().join("maildir");
        fs::create_dir_all(maildir.join("new")).unwrap();
        for number in 1..=3 {
            fs::write(maildir.join(format!("new/{number}.host")), mail(number)).unwrap();
        }
        let settings = [("PHUCDAP_MAILDIR", maildir.to_str().unwrap())];
        let server = serve(&place, &settings);
        wait_for(&place, 3);
        wait_for_names(&maildir.join("cur"), &["1.host:2,S", "2.host:2,S", "3.host:2,S"]);
        assert!(names(&maildir.join("new")).is_empty());
        assert_eq!(server.stop("-TERM").0, 0);
        // What was stored and not moved, as when the power fails in between, is the same mail.
        fs::rename(maildir.join("cur/2.host:2,S"), maildir.join("new/2.host")).unwrap();
        fs::write(maildir.join("new/4.host"), mail(4)).unwrap();
        let server = serve(&place, &settings);
        wait_for(&place, 4);
        wait_for_names(&maildir.join("new"), &[]);
        assert_eq!(mails(&place), 4);
        assert_eq!(server.stop("-TERM").0, 0);
    }
}

/// A Dovecot of this test alone, with a certificate of its own authority.
struct Dovecot {
    child: Child,
    directory: PathBuf,
    port: u16,
    plain: u16,
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

impl Dovecot {
    /// `None` where it is not installed.
    fn start(directory: &Path) -> Option<Dovecot> {
        let program = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"]
            .into_iter()
            .find(|path| Path::new(path).exists());
        let Some(program) = program else {
            println!("skipped: no dovecot on this machine (Debian: dovecot-imapd)");
            return None;
        };
        shell(directory, CERTIFICATES);
        shell(
            directory,
            "mkdir -p run state mail/Maildir/new mail/Maildir/cur mail/Maildir/tmp",
        );
        let user = answer("id", &["-un"]);
        // Dovecot gives nobody's mail to root.
        let owner = if user == "root" {
            "nobody".to_owned()
        } else {
            user.clone()
        };
        let group = answer("id", &["-gn", &owner]);
        // Nor does it run its inner parts as root: the package makes users for them.
        let own = answer("id", &["-gn"]);
        let (inner, inner_group, login) = match user.as_str() {
            "root" => ("dovecot", "dovecot", "dovenull"),
            user => (user, own.as_str(), user),
        };
        let (port, plain) = (free_port(), free_port());
        let place = directory.display().to_string();
        let told = [
            ("root", place.as_str()),
            ("maildir", &format!("{place}/mail/Maildir")),
            ("home", &format!("{place}/mail")),
            ("inner", inner),
            ("inner-group", inner_group),
            ("login", login),
            ("owner", &owner),
            ("group", &group),
            ("password", PASSWORD),
            ("port", &port.to_string()),
            ("plain", &plain.to_string()),
        ];
        let config = filled(include_str!("mail/dovecot.conf"), &told);
        fs::write(directory.join("dovecot.conf"), config).unwrap();
        shell(directory, "chmod -R a+rwX mail && chmod a+rx . run");
        if user == "root" {
            shell(directory, &format!("chown -R {owner}:{group} mail"));
        }
        let child = Command::new(program)
            .args(["-F", "-c"])
            .arg(directory.join("dovecot.conf"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let dovecot = Dovecot {
            child,
            directory: directory.to_owned(),
            port,
            plain,
        };
        let begun = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            let log = fs::read_to_string(directory.join("log")).unwrap_or_default();
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "dovecot does not listen: {log}"
            );
            std::thread::sleep(Duration::from_millis(100));
        }
        Some(dovecot)
    }

    fn deliver(&self, number: usize) {
        let file = self.directory.join(format!("mail/Maildir/tmp/{number}.host"));
        fs::write(&file, mail(number)).unwrap();
        shell(
            &self.directory,
            &format!("chmod a+rw mail/Maildir/tmp/{number}.host"),
        );
        fs::rename(
            file,
            self.directory.join(format!("mail/Maildir/new/{number}.host")),
        )
        .unwrap();
    }

    fn log(&self) -> String {
        fs::read_to_string(self.directory.join("log")).unwrap_or_default()
    }
}

fn settings<'a>(url: &'a str, ca: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("PHUCDAP_IMAP_URL", url),
        ("PHUCDAP_IMAP_PASSWORD", PASSWORD),
        ("PHUCDAP_IMAP_CA", ca),
    ]
}

fn readable_by_others(test: &TestDb) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(test.directory(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[tokio::test]
async fn an_imap_mailbox_is_followed_and_nothing_is_fetched_twice() {
    let test = testkit::on_sqlite().await;
    readable_by_others(&test);
    let directory = test.directory().join("dovecot");
    fs::create_dir_all(&directory).unwrap();
    let Some(dovecot) = Dovecot::start(&directory) else {
        return;
    };
    let place = Place::of(&test);
    place.set_up();
    dovecot.deliver(1);
    dovecot.deliver(2);
    let url = format!("imaps://khieunai%40tt.example@localhost:{}/INBOX", dovecot.port);
    let ca = directory.join("ca.pem").display().to_string();
    let server = serve(&place, &settings(&url, &ca));
    wait_for(&place, 2);
    // It waits for the server to speak: what comes now is there long before it would ask again.
    let begun = Instant::now();
    dovecot.deliver(3);
    wait_for(&place, 3);
    assert!(
        begun.elapsed() < Duration::from_secs(30),
        "IDLE: {:?} {}",
        begun.elapsed(),
        dovecot.log()
    );
    assert_eq!(server.stop("-TERM").0, 0);

    // While nobody fetches, mail waits there; then the connection is without TLS, which loopback alone allows.
    dovecot.deliver(4);
    let url = format!("imap://khieunai%40tt.example@127.0.0.1:{}", dovecot.plain);
    let server = serve(&place, &settings(&url, &ca));
    wait_for(&place, 4);
    assert_eq!(mails(&place), 4, "the first three were known by their bytes");
    assert_eq!(server.stop("-TERM").0, 0);
    let seen = names(&directory.join("mail/Maildir/cur"));
    assert_eq!(seen.len(), 4, "{seen:?}");
    assert!(
        seen.iter()
            .all(|name| name.contains(":2,") && name.ends_with('S')),
        "{seen:?}"
    );
}

/// What a line to an IMAP server does to the fetching of one mail, one after the other; then nothing more.
#[derive(Clone, Copy)]
enum Fault {
    Refused,
    Farewell,
}

/// A line to an IMAP server that fails so where this mail is asked for.
fn faulty(to: u16, number: u32, faults: &[Fault]) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let faults = Arc::new(Mutex::new(faults.to_vec()));
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let server = TcpStream::connect(("127.0.0.1", to)).unwrap();
            let (mut from_server, mut back) = (server.try_clone().unwrap(), client.try_clone().unwrap());
            std::thread::spawn(move || std::io::copy(&mut from_server, &mut back));
            let faults = faults.clone();
            std::thread::spawn(move || carry(&client, server, &format!("UID FETCH {number} (UID"), &faults));
        }
    });
    port
}

fn carry(client: &TcpStream, mut server: TcpStream, wanted: &str, faults: &Mutex<Vec<Fault>>) {
    let mut answer = client.try_clone().unwrap();
    for line in BufReader::new(client.try_clone().unwrap()).lines() {
        let Ok(line) = line else { return };
        let is_meant = line.contains(wanted);
        let fault = is_meant.then(|| faults.lock().unwrap().pop()).flatten();
        match fault {
            None => server.write_all(format!("{line}\r\n").as_bytes()).unwrap(),
            Some(Fault::Refused) => {
                let tag = line.split(' ').next().unwrap();
                let refusal = format!("{tag} NO [UNAVAILABLE] later\r\n");
                answer.write_all(refusal.as_bytes()).unwrap();
            }
            Some(Fault::Farewell) => {
                answer.write_all(b"* BYE restarting\r\n").unwrap();
                client.shutdown(Shutdown::Both).unwrap();
                server.shutdown(Shutdown::Both).unwrap();
                return;
            }
        }
    }
}

#[tokio::test]
async fn a_mail_that_the_server_does_not_give_is_asked_for_again_and_holds_up_no_other() {
    let test = testkit::on_sqlite().await;
    readable_by_others(&test);
    let directory = test.directory().join("dovecot");
    fs::create_dir_all(&directory).unwrap();
    let Some(dovecot) = Dovecot::start(&directory) else {
        return;
    };
    let place = Place::of(&test);
    place.set_up();
    for number in 1..=3 {
        dovecot.deliver(number);
    }
    let port = faulty(dovecot.plain, 2, &[Fault::Farewell, Fault::Refused]);
    let url = format!("imap://khieunai%40tt.example@127.0.0.1:{port}");
    let ca = directory.join("ca.pem").display().to_string();
    let server = serve(&place, &settings(&url, &ca));
    wait_for(&place, 3);
    assert_eq!(server.stop("-TERM").0, 0);
    assert_eq!(mails(&place), 3, "every mail, once");
}

#[tokio::test]
async fn a_server_that_is_not_who_it_says_is_given_no_password() {
    let test = testkit::on_sqlite().await;
    readable_by_others(&test);
    let directory = test.directory().join("dovecot");
    fs::create_dir_all(&directory).unwrap();
    let Some(dovecot) = Dovecot::start(&directory) else {
        return;
    };
    let place = Place::of(&test);
    place.set_up();
    dovecot.deliver(1);
    let url = format!("imaps://khieunai@localhost:{}/", dovecot.port);
    let unknown = [
        ("PHUCDAP_IMAP_URL", url.as_str()),
        ("PHUCDAP_IMAP_PASSWORD", PASSWORD),
    ];
    let server = serve(&place, &unknown);
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(mails(&place), 0);
    assert!(!dovecot.log().contains("Login:"), "{}", dovecot.log());
    assert_eq!(server.stop("-TERM").0, 0);
    // The same server, once its authority is named.
    let ca = directory.join("ca.pem").display().to_string();
    let server = serve(&place, &settings(&url, &ca));
    wait_for(&place, 1);
    assert_eq!(server.stop("-TERM").0, 0);
}

#[test]
fn a_mailbox_that_cannot_be_asked_is_said_at_the_start() {
    let directory = temp_dir();
    let run = |settings: &[(&str, &str)]| {
        let mut command = program(&["serve", "--listen", "127.0.0.1:0"]);
        let output = command
            .current_dir(directory.path())
            .envs(settings.iter().copied())
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = run(&[("PHUCDAP_IMAP_URL", "imaps://a@b.example/")]);
    assert!(
        code != Some(0) && said.contains("PHUCDAP_IMAP_PASSWORD"),
        "{said}"
    );
    let (code, said) = run(&[
        ("PHUCDAP_IMAP_URL", "imap://a@b.example/"),
        ("PHUCDAP_IMAP_PASSWORD", "x"),
    ]);
    assert!(code != Some(0) && said.contains("TLS"), "{said}");
}
