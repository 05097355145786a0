//! Mail is handed to a real mail server once, whoever is killed meanwhile.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

use app::outbox::{Content, NewMail, Purpose, enqueue};
use store::Db;
use store::outbox::Mail;
use testkit::{TestDb, databases, on_sqlite};

use crate::postfix::{DOMAIN, Postfix};
use crate::program::{Place, Server, file, program};
use crate::servers::free_port;

const MORNING: &str = "2026-03-02T08:00:00+07:00";

/// An installation whose server sends mail, and the hands of its clock.
struct Office {
    place: Place,
    test: TestDb,
    clock: String,
}

impl Office {
    fn of(test: TestDb) -> Office {
        let clock = file(test.directory(), "clock", MORNING);
        let place = Place::of(&test);
        place.set_up();
        Office { place, test, clock }
    }

    fn tell(&self, instant: &str) {
        let next = format!("{}.next", self.clock);
        std::fs::write(&next, instant).unwrap();
        std::fs::rename(next, &self.clock).unwrap();
    }

    /// A server that hands its mail to this port.
    fn serve(&self, port: u16, more: &[(&str, &str)]) -> Server {
        let mut command = program(&self.place.with(&["serve", "--listen", "127.0.0.1:0"]));
        command
            .env("PHUCDAP_TEST_CLOCK_FILE", &self.clock)
            .env("PHUCDAP_SMTP_URL", format!("smtp://127.0.0.1:{port}?tls=none"))
            .env("PHUCDAP_MAIL_FROM", "Trung tâm Thử <khieunai@trungtam.example>");
        command.envs(more.iter().copied());
        Server::start(&mut command)
    }

    async fn enqueue(&self, key: &str, purpose: Purpose, to: &str) {
        let content = Content::Words {
            subject: "Về việc trả lời".to_owned(),
            text: "Kính gửi Ông.\n.\nHết.".to_owned(),
            html: Some("<p>Kính gửi Ông.</p>".to_owned()),
        };
        let mail = NewMail::new(key, purpose, format!("{to}@{DOMAIN}"), content);
        let now = MORNING.parse().unwrap();
        self.test
            .db
            .act(|mut conn| {
                let mail = mail.clone();
                async move { enqueue(&mut conn, &mail, now).await }
            })
            .await
            .unwrap();
    }

    async fn mail(&self, key: &str) -> Mail {
        one(&self.test.db, key).await
    }

    async fn until(&self, key: &str, state: &str) -> Mail {
        let begun = Instant::now();
        loop {
            let mail = self.mail(key).await;
            if mail.state == state {
                return mail;
            }
            assert!(begun.elapsed() < Duration::from_secs(40), "{state}? {mail:?}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

async fn one(db: &Db, key: &str) -> Mail {
    let found = db.read(|mut conn| async move { store::outbox::by_key(&mut conn, key).await });
    found.await.unwrap().unwrap()
}

fn header<'a>(mail: &'a str, name: &str) -> &'a str {
    let start = format!("{name}: ");
    let line = mail.lines().find(|line| line.starts_with(&start));
    line.map_or("", |line| &line[start.len()..]).trim_end()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_letter_arrives_once_though_both_servers_are_killed_meanwhile() {
    let Some(postfix) = Postfix::prepare() else { return };
    for test in databases("mail_once").await {
        let kind = test.kind;
        let who = if kind == "sqlite" { "a" } else { "b" };
        let office = Office::of(test);
        office.enqueue("letter:1", Purpose::Letter, who).await;
        // Nobody answers there yet.
        let server = office.serve(postfix.port, &[]);
        let begun = Instant::now();
        while office.mail("letter:1").await.answer.is_empty() {
            assert!(begun.elapsed() < Duration::from_secs(30), "{kind}: it was tried");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        assert_eq!(office.mail("letter:1").await.state, "queued", "{kind}");
        server.stop("-KILL");
        postfix.start();
        let server = office.serve(postfix.port, &[]);
        office.tell("2026-03-02T08:05:00+07:00");
        let sent = office.until("letter:1", "sent").await;
        let mails = postfix.wait_for(who, 1);
        server.stop("-KILL");
        let server = office.serve(postfix.port, &[]);
        office.tell("2026-03-03T08:05:00+07:00");
        office.enqueue("letter:2", Purpose::Letter, who).await;
        office.until("letter:2", "sent").await;
        postfix.wait_for(who, 2);
        server.stop("-TERM");
        let all = postfix.mails(who);
        assert_eq!(all.len(), 2, "{kind}: each letter once");
        let mail = String::from_utf8(mails[0].clone()).unwrap();
        let id = sent.message_id.unwrap();
        assert_eq!(header(&mail, "Message-ID"), format!("<{id}>"), "{kind}");
        assert!(id.ends_with("@trungtam.example"), "{kind}: {id}");
        assert_eq!(header(&mail, "Content-Language"), "vi", "{kind}: {mail}");
        postfix.stop();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_breaks_before_the_answer_leaves_a_letter_to_somebodys_decision_and_it_is_not_sent_again()
{
    let Some(postfix) = Postfix::prepare() else { return };
    postfix.start();
    let office = Office::of(on_sqlite().await);
    office.enqueue("letter:1", Purpose::Letter, "a").await;
    let port = cutting(postfix.port);
    let server = office.serve(port, &[]);
    let mail = office.until("letter:1", "unsure").await;
    assert!(mail.handed_at.is_some() && mail.sent_at.is_none(), "{mail:?}");
    assert_eq!(postfix.wait_for("a", 1).len(), 1, "the server has it");
    office.tell("2026-03-02T12:00:00+07:00");
    tokio::time::sleep(Duration::from_secs(2)).await;
    server.stop("-TERM");
    assert_eq!(office.mail("letter:1").await.state, "unsure");
    assert_eq!(postfix.mails("a").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_killed_while_the_server_is_given_a_letter_does_not_send_it_twice() {
    let office = Office::of(on_sqlite().await);
    office.enqueue("letter:1", Purpose::Letter, "a").await;
    office.enqueue("reminder:1", Purpose::Reminder, "b").await;
    // It takes a mail and never answers.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let silent = listener.incoming().flatten().take(1);
        silent.for_each(answer_all_but_the_last);
        std::thread::sleep(Duration::from_secs(120));
    });
    let server = office.serve(port, &[]);
    let begun = Instant::now();
    while office.mail("letter:1").await.handed_at.is_none() {
        assert!(begun.elapsed() < Duration::from_secs(30));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    server.stop("-KILL");
    office.tell("2026-03-02T08:20:00+07:00");
    let server = office.serve(free_port(), &[]);
    let mail = office.until("letter:1", "unsure").await;
    assert_eq!(mail.attempts, 1, "{mail:?}");
    server.stop("-TERM");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_server_refuses_for_good_is_said_and_its_address_mailed_no_more() {
    let Some(postfix) = Postfix::prepare() else { return };
    postfix.start();
    let office = Office::of(on_sqlite().await);
    office.enqueue("letter:1", Purpose::Letter, "nobody").await;
    office.enqueue("letter:2", Purpose::Letter, "a").await;
    let server = office.serve(postfix.port, &[]);
    let failed = office.until("letter:1", "failed").await;
    assert!(failed.answer.contains("5.1.1"), "{failed:?}");
    assert!(failed.bounced_at.is_some());
    office.until("letter:2", "sent").await;
    office.enqueue("letter:3", Purpose::Letter, "Nobody").await;
    office.until("letter:3", "suppressed").await;
    server.stop("-TERM");
}

#[tokio::test(flavor = "multi_thread")]
async fn starttls_is_required_and_the_certificate_must_be_known() {
    let Some(postfix) = Postfix::prepare() else { return };
    postfix.start();
    let office = Office::of(on_sqlite().await);
    office.enqueue("letter:1", Purpose::Letter, "a").await;
    let url = format!("smtp://localhost:{}", postfix.port);
    let server = office.serve(postfix.port, &[("PHUCDAP_SMTP_URL", &url)]);
    let begun = Instant::now();
    while office.mail("letter:1").await.answer.is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(30));
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(postfix.mails("a").len(), 0, "nobody vouches for that server");
    server.stop("-TERM");
    let certificate = postfix.certificate().display().to_string();
    let more = [
        ("PHUCDAP_SMTP_URL", url.as_str()),
        ("PHUCDAP_SMTP_CA", &certificate),
    ];
    let server = office.serve(postfix.port, &more);
    office.tell("2026-03-02T08:05:00+07:00");
    office.until("letter:1", "sent").await;
    let mail = String::from_utf8(postfix.wait_for("a", 1).remove(0)).unwrap();
    assert!(mail.contains("TLSv1.3"), "{mail}");
    server.stop("-TERM");
}

#[test]
fn a_mail_server_that_is_configured_badly_is_said_at_the_start() {
    let directory = testkit::temp_dir();
    let say = |url: &str, from: Option<&str>| {
        let mut command = program(&["serve", "--listen", "127.0.0.1:0"]);
        command.current_dir(directory.path()).env("PHUCDAP_SMTP_URL", url);
        if let Some(from) = from {
            command.env("PHUCDAP_MAIL_FROM", from);
        }
        let ended = command.output().unwrap();
        assert_eq!(ended.status.code(), Some(2), "{url}");
        String::from_utf8(ended.stderr).unwrap()
    };
    assert!(say("smtp://mail.example", None).contains("PHUCDAP_MAIL_FROM"));
    assert!(say("smtp://mail.example?tls=none", Some("a@b.example")).contains("tls=none"));
    assert!(say("smtps://a:secret@mail.example", Some("a@b.example")).contains("apart"));
    assert!(!say("smtps://a:secret@mail.example", Some("a@b.example")).contains("secret"));
    assert!(!Path::new(&directory.path().join("phucdap-data")).exists());
}

/// A line to a mail server that breaks once the last word of a mail went through, before the answer comes back.
fn cutting(to: u16) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let server = TcpStream::connect(("127.0.0.1", to)).unwrap();
            let (mut from_server, to_client) = (server.try_clone().unwrap(), client.try_clone().unwrap());
            std::thread::spawn(move || pass(&mut from_server, to_client));
            carry_until_the_last_word(client, server);
        }
    });
    port
}

fn pass(from: &mut TcpStream, mut to: TcpStream) {
    let _ = std::io::copy(from, &mut to);
}

fn carry_until_the_last_word(mut client: TcpStream, mut server: TcpStream) {
    let (mut seen, mut piece) = (Vec::new(), [0; 4096]);
    while let Ok(read @ 1..) = client.read(&mut piece) {
        seen.extend_from_slice(&piece[..read]);
        let is_last = seen.ends_with(b"\r\n.\r\n");
        if is_last {
            // The answer finds nobody; the server is given time to take the mail.
            client.shutdown(Shutdown::Both).unwrap();
        }
        if server.write_all(&piece[..read]).is_err() || is_last {
            break;
        }
    }
    std::thread::sleep(Duration::from_secs(2));
}

/// Speaks SMTP up to the last word of a mail, and is silent then.
fn answer_all_but_the_last(mut stream: TcpStream) {
    stream.write_all(b"220 silent\r\n").unwrap();
    let (mut seen, mut piece) = (Vec::new(), [0; 4096]);
    let mut in_mail = false;
    while let Ok(read @ 1..) = stream.read(&mut piece) {
        seen.extend_from_slice(&piece[..read]);
        if in_mail || !seen.ends_with(b"\r\n") {
            continue;
        }
        let answer: &[u8] = if seen.starts_with(b"DATA") {
            in_mail = true;
            b"354 go on\r\n"
        } else {
            b"250 ok\r\n"
        };
        seen.clear();
        if stream.write_all(answer).is_err() {
            return;
        }
    }
}
