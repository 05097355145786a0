//! Mail that arrives lies in the inbox until somebody in charge says what it is, and nothing of it is lost on the way.

use app::inbox::{Access, Arrival, Deed, Ground, Notice, Part, Reason, Received, State, Way};
use app::outbox::{Content, NewMail, Purpose};
use app::{Error, Executed, Typed};
use jiff::Timestamp;
use procedure::Act;
use procedure::vocabulary::Channel;
use testkit::Centre;
use testkit::centre::centres;
use uuid::Uuid;

use crate::form::phone_call;

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

const COMPLAINT: &str = "From: Nguyễn Thị Lan <Lan@vi-du.example>\r\nTo: khieunai@tt.example\r\nSubject: Kết quả chậm\r\n\
    Message-ID: <thu-1@vi-du.example>\r\nDate: Sun, 1 Mar 2026 22:10:00 +0700\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
    Tôi chờ đã hai tuần.\r\n\r\n> câu cũ\r\n--x\r\nContent-Type: application/octet-stream; name=\"phiếu.bin\"\r\n\
    Content-Transfer-Encoding: base64\r\n\r\nAAECAwT/\r\n--x--\r\n";

async fn arrive(centre: &Centre, raw: &[u8]) -> Received {
    let arrival = Arrival {
        at: centre.now(),
        way: Way::Command,
        notice: None,
    };
    centre
        .app
        .receive_mail(centre.now(), arrival, raw.to_vec())
        .await
        .unwrap()
}

async fn state(centre: &Centre, id: Uuid) -> State {
    let opened = centre.app.mail(centre.now(), centre.person("qmr"), id, "").await;
    opened.unwrap().line.state
}

async fn owed(centre: &Centre, who: &str) -> Vec<(String, String, String)> {
    let work = centre
        .app
        .work(centre.now(), centre.person(who), app::work::Part::All, None, 50)
        .await
        .unwrap();
    let mails = work
        .items
        .into_iter()
        .filter(|item| item.matter == app::work::Matter::Mail);
    mails
        .map(|item| (item.act, item.due_on.unwrap().to_string(), item.summary))
        .collect()
}

async fn clean(centre: &Centre) {
    let found = centre.app.verify(centre.now()).await.unwrap();
    assert!(found.is_clean(), "{}: {:?}", centre.kind, found.differences);
}

#[tokio::test]
async fn a_mail_waits_for_the_register_officer_from_the_day_it_arrived() {
    for centre in centres("mail_waits", MONDAY).await {
        let night: Timestamp = "2026-02-28T23:59:00+07:00".parse().unwrap();
        let arrival = Arrival {
            at: night,
            way: Way::Imap,
            notice: None,
        };
        let raw = COMPLAINT.as_bytes().to_vec();
        let received = centre.app.receive_mail(centre.now(), arrival, raw).await.unwrap();
        assert!(matches!(received, Received::Stored(_)));
        // A Saturday night: the next working day is Monday.
        let wanted = (
            "sort_mail".to_owned(),
            "2026-03-02".to_owned(),
            "Kết quả chậm".to_owned(),
        );
        assert_eq!(owed(&centre, "so").await, [wanted]);
        assert_eq!(owed(&centre, "letan").await, []);
        let opened = centre
            .app
            .mail(centre.now(), centre.person("so"), received.id(), "")
            .await
            .unwrap();
        let row = &opened.line.mail;
        assert_eq!(
            (row.arrived_at.0, row.arrived_on.0.to_string().as_str()),
            (night, "2026-02-28")
        );
        assert_eq!(
            (row.sender_name.as_str(), row.sender_key.as_str()),
            ("Nguyễn Thị Lan", "lan@vi-du.example")
        );
        let letter = opened.letter.unwrap();
        assert_eq!(letter.message.text.trim(), "Tôi chờ đã hai tuần.\n\n> câu cũ");
        let file = centre
            .app
            .mail_file(centre.now(), centre.person("so"), received.id(), "0")
            .await
            .unwrap();
        assert_eq!(file.bytes, [0, 1, 2, 3, 4, 255]);
        clean(&centre).await;
    }
}

#[tokio::test]
async fn the_same_bytes_are_one_mail_however_often_and_at_once() {
    for centre in centres("mail_twice", MONDAY).await {
        let (a, b) = tokio::join!(
            arrive(&centre, COMPLAINT.as_bytes()),
            arrive(&centre, COMPLAINT.as_bytes())
        );
        assert_eq!(a.id(), b.id());
        assert_eq!(
            arrive(&centre, COMPLAINT.as_bytes()).await,
            Received::Known(a.id())
        );
        // Another mail under the same identity is another mail.
        let other = COMPLAINT.replace("hai tuần", "ba tuần");
        assert!(matches!(
            arrive(&centre, other.as_bytes()).await,
            Received::Stored(_)
        ));
        let opened = centre
            .app
            .mail(centre.now(), centre.person("so"), a.id(), "")
            .await
            .unwrap();
        assert_eq!(opened.twins.len(), 1);
        clean(&centre).await;
    }
}

#[tokio::test]
async fn whatever_the_bytes_a_mail_lies_there_as_it_came() {
    for centre in centres("mail_bytes", MONDAY).await {
        let nul = b"From: a\0b@c.example\r\nSubject: x\0y\r\nMessage-ID: <\0@x>\r\n\r\nz\0".as_slice();
        for (place, raw) in [b"\x00\xff\xfe".as_slice(), nul, b"{\"a\": 1}"]
            .into_iter()
            .enumerate()
        {
            let id = arrive(&centre, raw).await.id();
            let row = centre
                .app
                .readable_mail(centre.now(), centre.person("so"), id)
                .await
                .unwrap();
            let mut file = centre.app.open_mail(&row).await.unwrap();
            let mut kept = Vec::new();
            tokio::io::AsyncReadExt::read_to_end(&mut file, &mut kept)
                .await
                .unwrap();
            assert_eq!(kept, raw, "{place}");
            assert_eq!(state(&centre, id).await, State::New);
        }
        assert_eq!(owed(&centre, "so").await.len(), 3);
        // The sweep of the day leaves the bytes where they are.
        centre.clock.pass_days(4);
        centre.app.work_through(centre.now()).await.unwrap();
        clean(&centre).await;
    }
}

/// What the form of intake holds when it is opened from a mail, with what only a person can choose.
async fn form(centre: &Centre, who: &str, id: Uuid, subject: &str) -> Result<Typed, Error> {
    let opened = centre.app.mail(centre.now(), centre.person(who), id, "").await?;
    let chosen = [("declared_kind", "complaint"), ("subjects", subject)];
    let pairs = app::inbox::prefilled(&opened).into_iter();
    let chosen = chosen.map(|(name, value)| (name, value.to_owned()));
    let pairs = pairs.chain(chosen).map(|(name, value)| (name.to_owned(), value));
    Ok(Typed::from_pairs(pairs))
}

async fn send(centre: &Centre, who: &str, typed: &Typed, key: &str) -> Result<Executed, Error> {
    let (now, person) = (centre.now(), centre.person(who));
    let intake = centre.app.read_intake(now, person, key, typed).await?;
    centre
        .app
        .execute(now, centre.actor(who), intake.submission)
        .await
}

#[tokio::test]
async fn a_case_is_made_of_a_mail_in_one_go_with_its_files_and_its_day() {
    for centre in centres("mail_case", MONDAY).await {
        let id = arrive(&centre, COMPLAINT.as_bytes()).await.id();
        centre.clock.pass_days(1);
        let typed = form(&centre, "so", id, "other_activity").await.unwrap();
        let done = send(&centre, "so", &typed, "k").await.unwrap();
        let again = send(&centre, "so", &typed, "k").await.unwrap();
        assert_eq!(done, again, "sent twice is done once");
        let number = done.number.to_string();
        let view = centre
            .app
            .case(centre.now(), centre.person("so"), &number)
            .await
            .unwrap();
        assert_eq!(view.case.channel, Channel::Email);
        assert_eq!(view.case.received_on.to_string(), "2026-03-02");
        let names: Vec<&str> = view
            .documents
            .iter()
            .map(|file| file.file_name.as_str())
            .collect();
        assert_eq!(names, ["thu-den.eml", "phiếu.bin"]);
        let Some(Act::Receive(said)) = view.history.iter().find_map(|entry| match &entry.event {
            procedure::case::Event::Acted { act, .. } => Some(act),
            _ => None,
        }) else {
            panic!("a case begins with its receipt")
        };
        assert_eq!(view.text(&said.content), "Kết quả chậm\n\nTôi chờ đã hai tuần.");
        assert_eq!(state(&centre, id).await, State::Case);
        assert_eq!(owed(&centre, "so").await, []);
        // Whoever comes later with another key finds it gone, and no second case.
        let late = send(&centre, "qmr", &typed, "other").await;
        assert!(matches!(late, Err(Error::Overtaken(_))), "{late:?}");
        assert!(centre.app.case_id("2026-0002").await.unwrap().is_none());
        clean(&centre).await;
    }
}

#[tokio::test]
async fn a_mail_is_joined_to_a_case_that_hears_its_words() {
    for centre in centres("mail_join", MONDAY).await {
        let number = phone_call().promised().enter(&centre, "letan").await;
        let id = arrive(&centre, COMPLAINT.as_bytes()).await.id();
        let (now, so) = (centre.now(), centre.person("so"));
        let wrong = centre.app.join_mail(now, so, id, "2026-0099", "a").await;
        assert!(matches!(wrong, Err(Error::Invalid(_))), "{wrong:?}");
        let earlier = centre.app.join_mail(now, so, id, &number, "b").await.unwrap();
        assert!(!earlier);
        assert!(
            !centre.app.join_mail(now, so, id, &number, "b").await.unwrap(),
            "sent twice"
        );
        let view = centre.app.case(now, centre.person("so"), &number).await.unwrap();
        assert_eq!(view.documents.len(), 2);
        assert!(
            view.texts
                .values()
                .any(|text| text.contains("Tôi chờ đã hai tuần."))
        );
        assert_eq!(state(&centre, id).await, State::Joined);
        // A further mail of the same sender is offered that case.
        let more = arrive(&centre, COMPLAINT.replace("hai", "bốn").as_bytes())
            .await
            .id();
        let opened = centre.app.mail(now, so, more, "").await.unwrap();
        assert_eq!(opened.suggestions.len(), 1);
        assert_eq!(opened.suggestions[0].number, number);
        clean(&centre).await;
    }
}

fn typed(pairs: &[(&str, &str)]) -> Typed {
    Typed::from_pairs(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())))
}

#[tokio::test]
async fn setting_aside_has_a_reason_and_is_undone() {
    for centre in centres("mail_aside", MONDAY).await {
        let id = arrive(&centre, COMPLAINT.as_bytes()).await.id();
        let (now, so) = (centre.now(), centre.person("so"));
        for nothing in [
            typed(&[]),
            typed(&[("reason", "other")]),
            typed(&[("reason", "x")]),
        ] {
            let refused = centre.app.set_mail_aside(now, so, id, &nothing).await;
            assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
        }
        let spam = typed(&[("reason", Ground::Spam.key())]);
        centre.app.set_mail_aside(now, so, id, &spam).await.unwrap();
        assert_eq!(owed(&centre, "so").await, []);
        let twice = centre.app.set_mail_aside(now, so, id, &spam).await;
        assert!(matches!(twice, Err(Error::Overtaken(_))));
        centre.app.take_mail_back(now, so, id).await.unwrap();
        assert_eq!(owed(&centre, "so").await.len(), 1);
        let opened = centre.app.mail(now, so, id, "").await.unwrap();
        let deeds: Vec<&str> = opened.deeds.iter().map(|deed| deed.deed.as_str()).collect();
        assert_eq!(deeds, ["arrived", "set_aside", "take_back"]);
        assert_eq!(opened.deeds[1].reason, "spam");
        clean(&centre).await;
    }
}

#[tokio::test]
async fn machines_are_recognised_and_a_bounce_is_a_duty() {
    for centre in centres("mail_machines", MONDAY).await {
        let away = "From: a@b.example\r\nSubject: Trả lời tự động: x\r\nAuto-Submitted: auto-replied\r\n\r\nTôi đi vắng.\r\n";
        let bounce = "From: MAILER-DAEMON@b.example\r\nSubject: Undelivered Mail\r\nReturn-Path: <>\r\n\
            Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n\r\nno\r\n--x\r\n\
            Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; b.example\r\n\r\n\
            Final-Recipient: rfc822; lan@vi-du.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--x--\r\n";
        let portal = "From: cong@bo.example\r\nSubject: Đơn 12\r\nAuto-Submitted: auto-generated\r\n\r\nTôi khiếu nại.\r\n";
        let ids = [away, bounce, portal].map(|raw| arrive(&centre, raw.as_bytes()));
        let [away, bounce, portal] = {
            let mut found = Vec::new();
            for id in ids {
                found.push(id.await.id());
            }
            <[Uuid; 3]>::try_from(found).unwrap()
        };
        assert_eq!(state(&centre, away).await, State::Automatic);
        assert_eq!(state(&centre, bounce).await, State::Bounce);
        assert_eq!(state(&centre, portal).await, State::New);
        let acts: Vec<String> = owed(&centre, "so").await.into_iter().map(|owed| owed.0).collect();
        assert_eq!(acts, ["reach_otherwise", "sort_mail"]);
        let said = typed(&[("words", "Đã gọi điện cho chị Lan.")]);
        let (now, so) = (centre.now(), centre.person("so"));
        centre
            .app
            .reached_otherwise(now, so, bounce, &said)
            .await
            .unwrap();
        assert_eq!(owed(&centre, "so").await.len(), 1);
        clean(&centre).await;
    }
}

#[tokio::test]
async fn only_those_in_charge_read_and_the_auditor_sees_that_nothing_is_lost() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let id = arrive(&centre, COMPLAINT.as_bytes()).await.id();
    let office = centre.app.office().await.unwrap();
    let today = office.desk(centre.now()).today;
    let access = |who| office.inbox_access(centre.person(who), today);
    assert_eq!(
        ["so", "qmr", "danhgia", "letan", "giamdoc"].map(access),
        [
            Access::Full,
            Access::Full,
            Access::Masked,
            Access::Nothing,
            Access::Nothing
        ]
    );
    let (now, auditor) = (centre.now(), centre.person("danhgia"));
    let inbox = centre.app.inbox(now, auditor, Part::All, None, 10).await.unwrap();
    assert!(inbox.lines[0].masked && inbox.lines[0].mail.subject.is_empty());
    let opened = centre.app.mail(now, auditor, id, "").await.unwrap();
    assert!(opened.letter.is_none() && opened.offered.is_empty());
    assert!(matches!(
        centre.app.mail_file(now, auditor, id, "0").await,
        Err(Error::NotFound)
    ));
    let aside = centre
        .app
        .set_mail_aside(now, auditor, id, &typed(&[("reason", "spam")]))
        .await;
    assert!(matches!(aside, Err(Error::Denied)));
    let nobody = centre.person("letan");
    assert!(matches!(
        centre.app.mail(now, nobody, id, "").await,
        Err(Error::Denied)
    ));
    let joined = centre.app.join_mail(now, nobody, id, "2026-0001", "k").await;
    assert!(matches!(joined, Err(Error::Denied)));
    for state in State::ALL {
        assert!(app::inbox::offered(Access::Masked, *state).is_empty());
        let all = app::inbox::offered(Access::Full, *state);
        assert!(all.iter().all(|deed| Deed::from_key(deed.key()) == Some(*deed)));
    }
}

#[tokio::test]
async fn a_mail_of_a_protected_case_is_as_closed_as_the_case() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let id = arrive(&centre, COMPLAINT.as_bytes()).await.id();
    let (now, so) = (centre.now(), centre.person("so"));
    let typed = form(&centre, "qmr", id, "confidentiality").await.unwrap();
    send(&centre, "qmr", &typed, "k").await.unwrap();
    let opened = centre.app.mail(now, so, id, "").await.unwrap();
    assert!(opened.line.masked && opened.letter.is_none());
    let qmr = centre.app.mail(now, centre.person("qmr"), id, "").await.unwrap();
    assert!(!qmr.line.masked && qmr.letter.is_some());
}

#[tokio::test]
async fn a_changed_byte_or_a_lost_duty_is_found() {
    let centre = Centre::on_sqlite(MONDAY).await;
    arrive(&centre, COMPLAINT.as_bytes()).await;
    assert!(
        centre
            .test()
            .tamper("delete from obligation where stream_kind = 'mail'")
            .await
            .unwrap()
            > 0
    );
    assert!(
        centre
            .test()
            .tamper("update document set sha256 = x'0000000000000000000000000000000000000000000000000000000000000000' where media_type = 'message/rfc822'")
            .await
            .unwrap()
            > 0
    );
    let found = centre.app.verify(centre.now()).await.unwrap();
    let what: Vec<&str> = found
        .differences
        .iter()
        .map(|difference| difference.what.key())
        .collect();
    assert_eq!(what, ["obligations", "file", "file"]);
    assert_eq!(found.counted.mails, 1);
}

/// A mail of ours to the complainant of a case, as the outbox hands it over: its token and its Message-ID.
async fn write_to(centre: &Centre, number: &str, purpose: Purpose, address: &str) -> (String, String) {
    let case = centre.app.case_id(number).await.unwrap();
    let words = Content::Words {
        subject: "Trả lời".to_owned(),
        text: "Kính gửi".to_owned(),
        html: None,
    };
    let key = format!("test:{purpose:?}:{address}");
    let mail = NewMail {
        case,
        ..NewMail::new(key.as_str(), purpose, address, words)
    };
    let (mail, now, key) = (&mail, centre.now(), key.as_str());
    let message_id = format!("ours-{purpose:?}@tt.example").to_lowercase();
    let token = centre
        .db()
        .act(|mut conn| async move {
            app::outbox::enqueue(&mut conn, mail, now).await?;
            let row = store::outbox::by_key(&mut conn, key).await?.unwrap();
            Ok::<_, Error>(row.reply_token.unwrap())
        })
        .await
        .unwrap();
    let stamp = format!("update outgoing_mail set message_id = '{message_id}' where key = '{key}'");
    assert_eq!(centre.test().tamper(&stamp).await.unwrap(), 1);
    (token, message_id)
}

/// A case whose complainant gave an address.
async fn case_of_lan(centre: &Centre) -> String {
    let call = phone_call().with("email", "Lan@vi-du.example").promised();
    call.enter(centre, "letan").await
}

#[tokio::test]
async fn what_goes_to_the_complainant_answers_his_last_mail() {
    for centre in centres("mail_thread", MONDAY).await {
        let number = case_of_lan(&centre).await;
        let (token, _) = write_to(&centre, &number, Purpose::Progress, "lan@vi-du.example").await;
        let mail = format!(
            "From: lan@vi-du.example\r\nSubject: [{number}-{}] x\r\nMessage-ID: <cua.lan@vi-du.example>\r\n\r\nTôi bổ sung.\r\n",
            &token[..8]
        );
        arrive(&centre, mail.as_bytes()).await;
        write_to(&centre, &number, Purpose::Message, "Lan@vi-du.example").await;
        write_to(&centre, &number, Purpose::ToClient, "khach@hang.example").await;
        let mut answers = Vec::new();
        while let Some(taken) = centre.app.take_up_mail(centre.now()).await.unwrap() {
            if taken.case.is_some() {
                answers.push((taken.address, taken.in_reply_to));
            }
        }
        answers.sort();
        let to_lan = Some("cua.lan@vi-du.example".to_owned());
        let wanted = [
            ("Lan@vi-du.example".to_owned(), to_lan.clone()),
            ("khach@hang.example".to_owned(), None),
            ("lan@vi-du.example".to_owned(), to_lan),
        ];
        assert_eq!(answers, wanted, "{}", centre.kind);
    }
}

#[tokio::test]
async fn an_answer_finds_its_case_where_the_complainant_is_proven() {
    for centre in centres("mail_answer", MONDAY).await {
        let number = case_of_lan(&centre).await;
        let lan = "lan@vi-du.example";
        let (token, message_id) = write_to(&centre, &number, Purpose::Progress, lan).await;
        let (client_token, _) = write_to(&centre, &number, Purpose::ToClient, "khach@hang.example").await;
        let reply = |from: &str, subject: &str, more: &str| {
            format!("From: {from}\r\nSubject: {subject}\r\n{more}\r\n\r\nTôi bổ sung.\r\n")
        };
        let marked = format!("[{number}] Re: x");
        let tagged = format!("Re: [{number}-{}] x", &token[..8]);
        let cases = [
            (
                "a@khac.example",
                "Re: x",
                format!("To: khieunai+v-{}@tt.example", token.to_uppercase()),
                State::Joined,
            ),
            (
                "b@khac.example",
                "Re: y",
                format!("In-Reply-To: <{message_id}>"),
                State::Joined,
            ),
            (
                "c@khac.example",
                "Re: z",
                format!("References: <{message_id}> <x@y.example>"),
                State::Joined,
            ),
            (lan, tagged.as_str(), "X: 1".to_owned(), State::Joined),
            (lan, marked.as_str(), "X: 3".to_owned(), State::New),
            // A number and an address anybody can write; a client's answer is not the complainant's; nor is what a machine says.
            ("d@khac.example", marked.as_str(), "X: 2".to_owned(), State::New),
            (
                "khach@hang.example",
                "Re: w",
                format!("To: khieunai+v-{client_token}@tt.example"),
                State::New,
            ),
            (
                lan,
                "Đi vắng",
                format!("Auto-Submitted: auto-replied\r\nIn-Reply-To: <{message_id}>"),
                State::Automatic,
            ),
            (
                lan,
                "Re: v",
                "To: khieunai+v-0123456789abcdef@tt.example".to_owned(),
                State::New,
            ),
        ];
        let before = centre
            .app
            .case_as_it_stands(centre.app.case_id(&number).await.unwrap().unwrap())
            .await
            .unwrap();
        let mut joined = 0;
        for (from, subject, more, wanted) in &cases {
            let id = arrive(&centre, reply(from, subject, more).as_bytes()).await.id();
            let row = centre
                .app
                .mail(centre.now(), centre.person("so"), id, "")
                .await
                .unwrap();
            assert_eq!(row.line.state, *wanted, "{} {from} {subject} {more}", centre.kind);
            joined += usize::from(*wanted == State::Joined);
            if *from == "khach@hang.example" {
                assert_eq!(row.suggestions[0].reason, Reason::Answer);
            }
        }
        let view = centre
            .app
            .case(centre.now(), centre.person("letan"), &number)
            .await
            .unwrap();
        let heard = view.history.iter().filter(|entry| {
            let by_himself = entry.by == procedure::case::Actor::Complainant;
            by_himself
                && matches!(
                    &entry.event,
                    procedure::case::Event::Acted {
                        act: Act::HearFromComplainant(_),
                        ..
                    }
                )
        });
        assert_eq!(heard.count(), joined, "only answers are heard");
        let after = view.case;
        assert_eq!(after.limit, before.limit, "no clock starts or stops");
        clean(&centre).await;
    }
}

#[tokio::test]
async fn a_bounce_of_ours_marks_the_mail_and_its_dead_address() {
    for centre in centres("mail_bounce", MONDAY).await {
        let number = case_of_lan(&centre).await;
        let (_, message_id) = write_to(&centre, &number, Purpose::Progress, "lan@vi-du.example").await;
        let report = |recipient: &str| {
            format!(
                "From: MAILER-DAEMON@b.example\r\nSubject: Undelivered Mail\r\nReturn-Path: <>\r\n\
                Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n\r\nno\r\n--x\r\n\
                Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; b.example\r\n\r\n\
                Final-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--x\r\n\
                Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{message_id}>\r\n\r\n--x--\r\n"
            )
        };
        let suppressed = |address: &'static str| {
            let db = centre.db().clone();
            async move {
                let found =
                    db.read(|mut conn| async move { store::outbox::suppression(&mut conn, address).await });
                found.await.unwrap().is_some()
            }
        };
        // A report that names another address than the one we wrote to closes none.
        arrive(&centre, report("nguoi-khac@vi-du.example").as_bytes()).await;
        assert!(!suppressed("nguoi-khac@vi-du.example").await && !suppressed("lan@vi-du.example").await);
        let id = arrive(&centre, report("Lan@vi-du.example").as_bytes()).await.id();
        assert!(suppressed("lan@vi-du.example").await);
        let opened = centre
            .app
            .mail(centre.now(), centre.person("so"), id, "")
            .await
            .unwrap();
        assert_eq!(
            (opened.line.state, opened.line.number.as_deref()),
            (State::Bounce, Some(number.as_str()))
        );
        assert!(
            owed(&centre, "so")
                .await
                .iter()
                .all(|owed| owed.0 == "reach_otherwise")
        );
        clean(&centre).await;
    }
}

/// A letter of a person, about a mail that she sent elsewhere; it looks like a report.
fn looks_like_a_report(about: &str) -> String {
    format!(
        "From: Lan <lan@vi-du.example>\r\nSubject: Thư của tôi bị trả lại\r\nReturn-Path: <>\r\n\
        Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n\r\n\
        Tôi khiếu nại.\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n\
        Reporting-MTA: dns; b.example\r\n\r\nFinal-Recipient: rfc822; ai-do@vi-du.example\r\n\
        Action: failed\r\nStatus: 5.1.1\r\n\r\n--x\r\nContent-Type: text/rfc822-headers\r\n\r\n\
        Message-ID: <{about}>\r\n\r\n--x--\r\n"
    )
}

#[tokio::test]
async fn a_letter_that_looks_like_a_report_becomes_a_case_once_nobody_is_left_unreached() {
    for centre in centres("mail_no_bounce", MONDAY).await {
        let id = arrive(&centre, looks_like_a_report("x@elsewhere.example").as_bytes())
            .await
            .id();
        assert_eq!(state(&centre, id).await, State::Bounce);
        let typed_form = form(&centre, "so", id, "other_activity").await.unwrap();
        send(&centre, "so", &typed_form, "k").await.unwrap();
        assert_eq!(state(&centre, id).await, State::Case);
        assert_eq!(owed(&centre, "so").await, []);

        // It speaks of a mail of ours: whoever that was for is to be reached first.
        let number = case_of_lan(&centre).await;
        let (_, ours) = write_to(&centre, &number, Purpose::Progress, "lan@vi-du.example").await;
        let id = arrive(&centre, looks_like_a_report(&ours).as_bytes()).await.id();
        assert_eq!(state(&centre, id).await, State::Bounce);
        let typed_form = form(&centre, "so", id, "other_activity").await.unwrap();
        let early = send(&centre, "so", &typed_form, "l").await;
        assert!(matches!(early, Err(Error::Overtaken(_))), "{early:?}");
        assert!(
            owed(&centre, "so")
                .await
                .iter()
                .any(|owed| owed.0 == "reach_otherwise")
        );
        let (now, so) = (centre.now(), centre.person("so"));
        let said = typed(&[("words", "Thư của ta đã tới nơi.")]);
        centre.app.reached_otherwise(now, so, id, &said).await.unwrap();
        let opened = centre.app.mail(now, so, id, "").await.unwrap();
        assert_eq!(opened.offered, [Deed::MakeCase]);
        send(&centre, "so", &typed_form, "m").await.unwrap();
        assert_eq!(state(&centre, id).await, State::Case);
        clean(&centre).await;
    }
}

#[tokio::test]
async fn the_sender_is_told_once_an_hour_and_a_machine_never() {
    for centre in centres("mail_told", MONDAY).await {
        let told = |raw: String, at: Timestamp| {
            let centre = &centre;
            async move {
                let arrival = Arrival {
                    at,
                    way: Way::Command,
                    notice: Some(Notice {
                        subject: "Đã nhận".to_owned(),
                        text: "Thư đã đến.".to_owned(),
                    }),
                };
                let received = centre
                    .app
                    .receive_mail(centre.now(), arrival, raw.into_bytes())
                    .await
                    .unwrap();
                let key = format!("arrival:{}", received.id());
                let found = centre
                    .db()
                    .read(|mut conn| async move { store::outbox::by_key(&mut conn, &key).await });
                found.await.unwrap()
            }
        };
        let plain = |from: &str, more: &str| {
            format!("From: {from}\r\nSubject: x\r\nMessage-ID: <{from}>\r\n{more}\r\nx\r\n")
        };
        let first = told(plain("a@b.example", ""), centre.now()).await.unwrap();
        assert_eq!(
            (first.address.as_str(), first.auto_submitted.as_str()),
            ("a@b.example", "auto-replied")
        );
        assert_eq!(first.in_reply_to, "a@b.example");
        let machine = plain("c@b.example", "Auto-Submitted: auto-generated\r\n");
        let list = plain("d@b.example", "List-Id: <l.b.example>\r\n");
        let old: Timestamp = "2026-02-20T09:00:00+07:00".parse().unwrap();
        assert!(
            told(plain("A@B.example", "X: 2\r\n"), centre.now())
                .await
                .is_none(),
            "within the hour"
        );
        assert!(told(machine, centre.now()).await.is_none());
        assert!(told(list, centre.now()).await.is_none());
        assert!(
            told(plain("e@b.example", ""), old).await.is_none(),
            "it lay in the mailbox for days"
        );
        centre.clock.pass_days(1);
        assert!(
            told(plain("a@b.example", "X: 3\r\n"), centre.now())
                .await
                .is_some()
        );
        clean(&centre).await;
    }
}
