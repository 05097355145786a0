//! The door lets each act through once, and nobody over somebody else.

use app::Error;
use procedure::case::event::Event;
use testkit::centre::centres;

use crate::deed::{case, typed};
use crate::form::letter;

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

#[tokio::test]
async fn the_same_form_sent_twice_is_one_act_with_one_outcome() {
    for centre in centres("twice", MONDAY).await {
        let first = letter().send_as(&centre, "letan", "key-1").await.unwrap();
        let again = letter().send_as(&centre, "letan", "key-1").await.unwrap();
        assert_eq!(first, again, "{}", centre.kind);

        let number = first.number.to_string();
        let words = [("words", "Đã nhận.")];
        let mut outcomes = Vec::new();
        for _ in 0..2 {
            // The page makes new identities for its texts each time; the words are the same.
            let mut sent = typed(&centre, &number, "acknowledge", &words, "key-2")
                .await
                .unwrap();
            sent.seen = None;
            outcomes.push(centre.app.execute(centre.now(), centre.actor("so"), sent).await);
        }
        assert_eq!(outcomes[0].as_ref().unwrap(), outcomes[1].as_ref().unwrap());
        assert_eq!(
            case(&centre, &number).await.version,
            outcomes[0].as_ref().unwrap().version
        );
    }
}

#[tokio::test]
async fn two_clicks_at_the_same_moment_are_one_act() {
    for centre in centres("click", MONDAY).await {
        let (one, other) = (letter(), letter());
        let (one, other) = tokio::join!(
            one.send_as(&centre, "letan", "key"),
            other.send_as(&centre, "letan", "key")
        );
        assert_eq!(one.unwrap(), other.unwrap(), "{}", centre.kind);
        let found = centre.app.verify(centre.now()).await.unwrap();
        assert_eq!(found.counted.cases, 1);
    }
}

#[tokio::test]
async fn a_key_that_comes_with_other_words_is_not_taken_for_the_same_act() {
    for centre in centres("other", MONDAY).await {
        letter().send_as(&centre, "letan", "key").await.unwrap();
        let other = letter().with("content", "Một chuyện khác.");
        let outcome = other.send_as(&centre, "letan", "key").await;
        assert!(matches!(outcome, Err(Error::KeyReused)), "{outcome:?}");
        // Keys belong to people: the same one from a colleague is another.
        other.send_as(&centre, "chuyenvien", "key").await.unwrap();
    }
}

#[tokio::test]
async fn who_comes_second_is_shown_what_was_done_meanwhile() {
    for centre in centres("second", MONDAY).await {
        let number = letter().enter(&centre, "letan").await;
        let late = typed(&centre, &number, "acknowledge", &[("words", "Một")], "a")
            .await
            .unwrap();
        let quick = typed(&centre, &number, "acknowledge", &[("words", "Hai")], "b")
            .await
            .unwrap();
        centre
            .app
            .execute(centre.now(), centre.actor("so"), quick)
            .await
            .unwrap();
        let outcome = centre
            .app
            .execute(centre.now(), centre.actor("qmr"), late.clone())
            .await;
        let Err(Error::Overtaken(lines)) = outcome else {
            panic!("{outcome:?}")
        };
        assert!(matches!(&lines[0].event, Event::Acted { act, .. } if act.kind().key() == "acknowledge"));
        assert_eq!(lines[0].by, centre.actor("so"));

        // What was refused left nothing, not even its key.
        let again = centre.app.execute(centre.now(), centre.actor("qmr"), late).await;
        assert!(matches!(again, Err(Error::Overtaken(_))), "{again:?}");
        assert_eq!(centre.app.verify(centre.now()).await.unwrap().differences, []);
    }
}
