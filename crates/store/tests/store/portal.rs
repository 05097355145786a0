//! Drafts of the public form, tracking codes and those who showed one.

use store::At;
use store::portal::{
    Code, Draft, arrive, code_of, draft, drop_draft, forget, give_code, leave, save_draft, save_typed,
    visited,
};
use testkit::databases;

use crate::sample::{act, at, id};

fn written(typed: &str) -> Draft {
    Draft {
        typed: typed.to_owned(),
        files: "[1]".to_owned(),
        case_id: None,
        saved_at: At::from(at(0)),
        expires_at: At::from(at(100)),
    }
}

fn code(number: u128, given: i64) -> Code {
    Code {
        id: id(number),
        case_id: id(9),
        code_hash: number.to_be_bytes().to_vec(),
        given_by: None,
        given_at: At::from(at(given)),
        revoked_at: None,
    }
}

#[tokio::test]
async fn a_draft_lasts_until_it_expires_and_what_was_sent_stays_as_it_was() {
    for test in databases("portal-draft").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            save_draft(conn, b"one", &written("first")).await?;
            save_draft(conn, b"one", &written("second")).await?;
            assert_eq!(draft(conn, b"one", at(99)).await?, Some(written("second")));
            assert_eq!(draft(conn, b"one", at(100)).await?, None);
            assert_eq!(draft(conn, b"other", at(0)).await?, None);
            save_typed(conn, b"one", "typed on", at(5), at(200)).await?;
            let kept = draft(conn, b"one", at(150)).await?.unwrap();
            assert_eq!((kept.typed.as_str(), kept.files.as_str()), ("typed on", "[1]"));
            let sent = Draft {
                case_id: Some(id(9)),
                ..written("sent")
            };
            save_draft(conn, b"one", &sent).await?;
            save_draft(conn, b"one", &written("too late")).await?;
            save_typed(conn, b"one", "too late", at(1), at(200)).await?;
            assert_eq!(draft(conn, b"one", at(1)).await?, Some(sent));
            drop_draft(conn, b"one").await?;
            assert_eq!(draft(conn, b"one", at(1)).await?, None);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_new_code_takes_the_place_of_the_old_one_and_of_those_who_showed_it() {
    for test in databases("portal-code").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            assert_eq!(code_of(conn, id(9)).await?, None);
            give_code(conn, &code(1, 0)).await?;
            assert_eq!(code_of(conn, id(9)).await?, Some(code(1, 0)));
            arrive(conn, b"browser", id(1), at(50)).await?;
            assert_eq!(visited(conn, b"browser", at(49)).await?, Some(id(9)));
            assert_eq!(visited(conn, b"browser", at(50)).await?, None);
            assert_eq!(visited(conn, b"other", at(1)).await?, None);
            give_code(conn, &code(2, 10)).await?;
            assert_eq!(code_of(conn, id(9)).await?, Some(code(2, 10)));
            assert_eq!(visited(conn, b"browser", at(20)).await?, None);
            arrive(conn, b"again", id(2), at(60)).await?;
            leave(conn, b"again").await?;
            assert_eq!(visited(conn, b"again", at(20)).await?, None);
            save_draft(conn, b"one", &written("first")).await?;
            assert_eq!(forget(conn, at(49)).await?, 0);
            assert_eq!(forget(conn, at(100)).await?, 2, "the first visit and the draft");
            Ok(())
        })
        .await;
    }
}
