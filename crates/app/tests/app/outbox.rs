//! Mail is enqueued once, with the act that it follows from.

use app::outbox::{Content, Decision, Outcome, SETTLE, State, is_address};
use app::work::{Matter, Part};
use jiff::SignedDuration;
use testkit::Centre;
use testkit::centre::centres;

use crate::deed::{answered, done};
use crate::form::{letter, phone_call};

const MONDAY: &str = "2026-03-02T09:00:00+07:00";
const WORDS: [(&str, &str); 2] = [("words", "Đang tìm hiểu."), ("way", "email")];

/// Act, rule, due day and case of what somebody owes on mail that goes out.
async fn owed(centre: &Centre, who: &str) -> Vec<(String, String, String, String)> {
    let (now, person) = (centre.now(), centre.person(who));
    let work = centre.app.work(now, person, Part::All, None, 50).await.unwrap();
    let mails = work
        .items
        .into_iter()
        .filter(|item| item.matter == Matter::OutgoingMail);
    mails
        .map(|item| {
            (
                item.act,
                item.rule,
                item.due_on.unwrap().to_string(),
                item.summary,
            )
        })
        .collect()
}

async fn clean(centre: &Centre) {
    let found = centre.app.verify(centre.now()).await.unwrap();
    assert!(found.is_clean(), "{}: {:?}", centre.kind, found.differences);
}

fn a_duty(rule: &str, due_on: &str) -> (String, String, String, String) {
    let number = "2026-0001".to_owned();
    (SETTLE.to_owned(), rule.to_owned(), due_on.to_owned(), number)
}

#[test]
fn what_mail_can_be_sent_to_is_an_address() {
    for address in [
        "a@b.vn",
        "nguyen.van-a+1@mail.example.com",
        "ô@ví-dụ.vn",
        "root@localhost",
    ] {
        assert!(is_address(address), "{address}");
    }
    let long = format!("{}@b.vn", "a".repeat(65));
    let bad = [
        "",
        "a",
        "@b.vn",
        "a@",
        "a@b..vn",
        "a b@c.vn",
        "a@b.vn;c@d.vn",
        "a@b.vn\r\nBcc: x@y.vn",
        "<a@b.vn>",
        "a@@b.vn",
        "a@-b.vn",
        &long,
    ];
    for address in bad {
        assert!(!is_address(address), "{address}");
    }
}

#[tokio::test]
async fn words_that_nobody_can_be_mailed_are_owed_at_once_until_somebody_decides() {
    for centre in centres("outbox_no_address", MONDAY).await {
        let number = phone_call().promised().enter(&centre, "letan").await;
        done(&centre, "so", &number, "write_to_complainant", &WORDS).await;
        assert_eq!(
            owed(&centre, "so").await,
            [a_duty("S9", "2026-03-03")],
            "{}",
            centre.kind
        );
        assert_eq!(owed(&centre, "letan").await, []);
        clean(&centre).await;
        let posts = centre
            .app
            .outbox(centre.now(), centre.person("so"), State::Failed, None, 9)
            .await
            .unwrap();
        let (now, keeper) = (centre.now(), centre.person("so"));
        let decided =
            centre
                .app
                .decide_mail(now, keeper, posts[0].id, Decision::GiveUp, "Đã gọi điện thoại.");
        decided.await.unwrap();
        assert_eq!(owed(&centre, "so").await, []);
        clean(&centre).await;
    }
}

#[tokio::test]
async fn what_the_server_refuses_or_leaves_in_doubt_is_owed_and_what_it_takes_is_not() {
    for centre in centres("outbox_refused", MONDAY).await {
        let call = phone_call().with("email", "lan@vi-du.example").promised();
        let number = call.enter(&centre, "letan").await;
        let outcomes = [
            (Outcome::Sent("250 ok".to_owned()), 0),
            (Outcome::Later("451 later".to_owned()), 0),
            (Outcome::Unknown("broken".to_owned()), 1),
            (Outcome::Refused("554 no".to_owned()), 2),
            (Outcome::NoSuchAddress("550 5.1.1 nobody".to_owned()), 3),
        ];
        for (outcome, wanted) in outcomes {
            done(&centre, "so", &number, "write_to_complainant", &WORDS).await;
            let taken = centre.app.take_up_mail(centre.now()).await.unwrap().unwrap();
            let settled = centre.app.mail_settled(centre.now(), &taken, &outcome);
            settled.await.unwrap();
            assert_eq!(
                owed(&centre, "so").await.len(),
                wanted,
                "{} {outcome:?}",
                centre.kind
            );
        }
        // Nobody reads mail at that address.
        done(&centre, "so", &number, "write_to_complainant", &WORDS).await;
        assert!(centre.app.take_up_mail(centre.now()).await.unwrap().is_none());
        assert_eq!(owed(&centre, "so").await.len(), 4, "{}", centre.kind);
        clean(&centre).await;
    }
}

#[tokio::test]
async fn what_waits_for_a_server_that_nobody_named_is_owed_after_three_days() {
    for centre in centres("outbox_no_server", MONDAY).await {
        let call = phone_call().with("email", "lan@vi-du.example").promised();
        let number = call.enter(&centre, "letan").await;
        done(&centre, "so", &number, "write_to_complainant", &WORDS).await;
        let sweep = |hours| {
            centre
                .app
                .recompute_all(centre.now() + SignedDuration::from_hours(hours))
        };
        sweep(72).await.unwrap();
        assert_eq!(owed(&centre, "so").await, []);
        sweep(73).await.unwrap();
        assert_eq!(
            owed(&centre, "so").await,
            [a_duty("S9", "2026-03-03")],
            "{}",
            centre.kind
        );
    }
}

#[tokio::test]
async fn whoever_gave_an_address_hears_that_something_lies_on_the_public_page_and_not_what() {
    let on_page = [("words", "Đang tìm hiểu."), ("way", "portal")];
    for centre in centres("outbox_portal", MONDAY).await {
        let silent = phone_call().promised().enter(&centre, "letan").await;
        let call = phone_call().with("email", "lan@vi-du.example").promised();
        let known = call.enter(&centre, "letan").await;
        for number in [&silent, &known] {
            done(&centre, "so", number, "write_to_complainant", &on_page).await;
        }
        let taken = centre.app.take_up_mail(centre.now()).await.unwrap().unwrap();
        assert_eq!(taken.content, Content::OnPortal, "{}", centre.kind);
        assert_eq!(taken.address, "lan@vi-du.example");
        assert!(
            centre.app.take_up_mail(centre.now()).await.unwrap().is_none(),
            "one mail"
        );
        clean(&centre).await;
    }
}

#[tokio::test]
async fn a_letter_that_came_back_is_mailed_when_it_is_dispatched_again_by_mail() {
    let back = [("delivery", "returned"), ("delivered_on", "2026-03-02")];
    for centre in centres("outbox_again", MONDAY).await {
        let form = letter().with("email", "lan@vi-du.example");
        let number = form.enter(&centre, "letan").await;
        answered(&centre, &number).await;
        while centre.app.take_up_mail(centre.now()).await.unwrap().is_some() {}
        for _ in 0..2 {
            done(&centre, "vanthu", &number, "record_delivery", &back).await;
            done(&centre, "vanthu", &number, "dispatch_letter", &[("way", "email")]).await;
            let taken = centre.app.take_up_mail(centre.now()).await.unwrap().unwrap();
            let Content::Letter { letter } = &taken.content else {
                panic!("{}: {:?}", centre.kind, taken.content)
            };
            assert!(
                letter.number.is_some() && letter.signed.is_some(),
                "{}",
                centre.kind
            );
            let sent = Outcome::Sent("250 ok".to_owned());
            centre
                .app
                .mail_settled(centre.now(), &taken, &sent)
                .await
                .unwrap();
        }
        clean(&centre).await;
    }
}

#[tokio::test]
async fn whom_a_mail_was_for_is_shown_to_those_who_see_the_whole_case() {
    let said = "550 5.1.1 <lan@vi-du.example>: Recipient address rejected";
    for centre in centres("outbox_sight", MONDAY).await {
        let call = phone_call().with("email", "lan@vi-du.example").promised();
        let number = call.enter(&centre, "letan").await;
        done(&centre, "so", &number, "write_to_complainant", &WORDS).await;
        let taken = centre.app.take_up_mail(centre.now()).await.unwrap().unwrap();
        let refused = Outcome::NoSuchAddress(said.to_owned());
        centre
            .app
            .mail_settled(centre.now(), &taken, &refused)
            .await
            .unwrap();
        let now = centre.now();
        // QMR has not said yet whether an interest keeps him out.
        for (who, is_whole) in [("so", true), ("qmr", false)] {
            let person = centre.person(who);
            let post = centre
                .app
                .outbox(now, person, State::Failed, None, 9)
                .await
                .unwrap()
                .remove(0);
            let suppressed = centre
                .app
                .suppressed_addresses(now, person, 9)
                .await
                .unwrap()
                .remove(0);
            let shown = (
                post.address.as_str(),
                post.answer.as_str(),
                suppressed.address_key.as_str(),
            );
            let wanted = match is_whole {
                true => ("lan@vi-du.example", said, "lan@vi-du.example"),
                false => ("", "550 5.1.1", "…@vi-du.example"),
            };
            assert_eq!(shown, wanted, "{} {who}", centre.kind);
        }
    }
}
