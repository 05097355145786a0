//! Mail is enqueued once for a key, handed over once, and found again by what answers to it name.

use store::outbox::{
    Decision, NewMail, Settled, Suppression, bounced, by_key, case_of_message_id, case_of_token, claim,
    compose, counted, decide, doubt, enqueue, forget, hand, in_state, lift, next_at, of_case, one, settle,
    suppress, suppression, suppressions, thread,
};
use store::{At, Conn, Result};
use testkit::databases;

use crate::sample::{act, at, id};

async fn put(conn: &mut Conn, number: u128, key: &str, run_at: i64) -> Result<bool> {
    let token = format!("token{number}");
    let mail = NewMail {
        id: id(number),
        key,
        purpose: "letter",
        case_id: Some(id(7)),
        person_id: None,
        address: "Nguoi.Gui@Example.vn",
        name: "A",
        lang: "vi",
        content: "{}",
        attachments: "[]",
        in_reply_to: "",
        refers_to: "",
        auto_submitted: "",
        reply_token: Some(&token),
        state: "queued",
        answer: "",
    };
    enqueue(conn, &mail, at(run_at)).await
}

#[tokio::test]
async fn a_key_is_mailed_once_and_its_message_keeps_one_identity() {
    for test in databases("outbox_once").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            assert!(put(conn, 1, "case:letter:1", 10).await?);
            assert!(!put(conn, 2, "case:letter:1", 11).await?, "the key was enqueued");
            assert_eq!(of_case(conn, id(7)).await?.len(), 1);
            assert_eq!(claim(conn, at(9), at(20)).await?, None, "not due");
            assert_eq!(next_at(conn).await?, Some(at(10)));
            let first = claim(conn, at(10), at(20)).await?.unwrap();
            assert_eq!(claim(conn, at(11), at(21)).await?, None, "it is leased");
            assert_eq!(next_at(conn).await?, Some(at(20)), "when the lease runs out");
            let named = compose(conn, &first, "a@one.vn", "subject").await?;
            assert_eq!(named.as_deref(), Some("a@one.vn"));
            assert!(settle(conn, id(1), first.attempts, Settled::Again(at(30)), "421 later").await?);
            assert_eq!(claim(conn, at(29), at(40)).await?, None);
            let second = claim(conn, at(30), at(40)).await?.unwrap();
            assert_eq!(second.answer, "421 later");
            let named = compose(conn, &second, "a@two.vn", "subject").await?;
            assert_eq!(named.as_deref(), Some("a@one.vn"), "as it was called first");
            assert!(
                !hand(conn, &first, at(31), b"x").await?,
                "the first claim is over"
            );
            assert!(hand(conn, &second, at(31), b"x").await?);
            assert!(settle(conn, id(1), second.attempts, Settled::Sent(at(32)), "250 ok").await?);
            let sent = by_key(conn, "case:letter:1").await?.unwrap();
            assert_eq!(
                (sent.state.as_str(), sent.sent_at, sent.handed_at),
                ("sent", Some(At(at(32))), Some(At(at(31))))
            );
            assert_eq!(claim(conn, at(99), at(199)).await?, None);
            let known = case_of_message_id(conn, "<a@one.vn>").await?.unwrap();
            assert_eq!((known.id, known.case_id), (id(1), Some(id(7))));
            assert_eq!(case_of_token(conn, "TOKEN1").await?, Some(known));
            assert_eq!(case_of_token(conn, "token9").await?, None);
            assert!(put(conn, 3, "case:letter:2", 50).await?);
            let next = one(conn, id(3)).await?.unwrap();
            assert_eq!(thread(conn, &next, 5).await?, ["a@one.vn"]);
            assert_eq!(forget(conn, at(40)).await?, 1);
            assert_eq!(one(conn, id(1)).await?.unwrap().content, "");
            assert_eq!(one(conn, id(3)).await?.unwrap().content, "{}", "it still waits");
            let third = claim(conn, at(50), at(60)).await?.unwrap();
            settle(conn, id(3), third.attempts, Settled::Rests("suppressed"), "asked").await?;
            assert_eq!(forget(conn, at(99)).await?, 0);
            let kept = one(conn, id(3)).await?.unwrap().content;
            assert_eq!(kept, "{}", "it can be sent again");
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_mail_that_the_server_may_have_is_claimed_by_nobody_until_somebody_decides() {
    for test in databases("outbox_doubt").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            put(conn, 1, "one", 10).await?;
            put(conn, 2, "two", 11).await?;
            let one_of_them = claim(conn, at(20), at(30)).await?.unwrap();
            assert!(hand(conn, &one_of_them, at(21), b"x").await?);
            let other = claim(conn, at(22), at(32)).await?.unwrap();
            assert_eq!(other.id, id(2));
            assert_eq!(doubt(conn, at(29)).await?, [], "both are at work");
            let vanished = doubt(conn, at(40)).await?;
            assert_eq!(vanished.iter().map(|it| it.id).collect::<Vec<_>>(), [id(1)]);
            assert_eq!(
                claim(conn, at(40), at(50)).await?.map(|it| it.id),
                Some(id(2)),
                "what was not handed over is taken up again"
            );
            assert_eq!(claim(conn, at(41), at(51)).await?, None);
            assert_eq!(
                counted(conn).await?,
                [("sending".to_owned(), 1), ("unsure".to_owned(), 1)]
            );
            let more = claim(conn, at(55), at(65)).await?.unwrap();
            settle(conn, id(2), more.attempts, Settled::Sent(at(56)), "250").await?;
            let again = Decision {
                from: "unsure",
                to: "queued",
                by: id(5),
                reason: "not in its log",
            };
            assert!(decide(conn, id(1), at(60), again).await?);
            assert!(!decide(conn, id(1), at(61), again).await?, "decided");
            let retried = claim(conn, at(62), at(70)).await?.unwrap();
            assert_eq!(
                (retried.id, retried.handed_at, retried.attempts),
                (id(1), None, 2)
            );
            settle(conn, id(1), 2, Settled::Rests("failed"), "550 no such user").await?;
            assert_eq!(in_state(conn, "failed", None, 9).await?.len(), 1);
            assert!(bounced(conn, id(1), at(80), "5.1.1").await?);
            assert!(!bounced(conn, id(1), at(81), "5.1.1").await?, "known");
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn an_address_is_suppressed_however_it_is_written() {
    for test in databases("outbox_suppression").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let row = |why: &str| Suppression {
                address_key: "Someone@Example.vn".to_owned(),
                why: why.to_owned(),
                note: "5.1.1".to_owned(),
                mail_id: None,
                by_person: None,
                at: At(at(1)),
            };
            assert!(suppress(conn, &row("bounced")).await?);
            assert!(!suppress(conn, &row("asked")).await?);
            let found = suppression(conn, " someone@example.VN").await?.unwrap();
            assert_eq!(found.why, "bounced", "the first reason stays");
            assert_eq!(suppressions(conn, 9).await?, [found]);
            assert!(lift(conn, "SOMEONE@example.vn").await?);
            assert_eq!(suppression(conn, "someone@example.vn").await?, None);
            Ok(())
        })
        .await;
    }
}
