//! Every version of a template is kept, the greatest counts, and no version is written twice.

use store::templates::{LetterTemplate, insert, newest, versions};
use store::{At, Error};
use testkit::databases;

use crate::sample::{act, at, look};

fn template(purpose: &str, lang: &str, version: i64) -> LetterTemplate {
    LetterTemplate {
        purpose: purpose.to_owned(),
        lang: lang.to_owned(),
        version,
        subject: format!("trả lời {version}"),
        body: "{opening}\nTrân trọng.".to_owned(),
        saved_by: None,
        saved_at: At(at(version)),
    }
}

#[tokio::test]
async fn versions_are_added_and_the_greatest_counts() {
    for test in databases("templates").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            assert_eq!(newest(conn).await?, []);
            for row in [
                ("reply", "vi", 1),
                ("reply", "en", 1),
                ("reply", "vi", 2),
                ("referral", "vi", 1),
            ] {
                insert(conn, &template(row.0, row.1, row.2)).await?;
            }
            Ok(())
        })
        .await;
        let (newest, reply, none) = look(&test.db, |mut conn| async move {
            let conn = &mut conn;
            Ok((
                newest(conn).await?,
                versions(conn, "reply", "vi").await?,
                versions(conn, "progress", "vi").await?,
            ))
        })
        .await;
        let expected = [("referral", "vi", 1), ("reply", "en", 1), ("reply", "vi", 2)];
        assert_eq!(
            newest,
            expected.map(|(purpose, lang, version)| template(purpose, lang, version))
        );
        assert_eq!(reply, [template("reply", "vi", 2), template("reply", "vi", 1)]);
        assert_eq!(none, []);
        let twice = test
            .db
            .act(|mut conn| async move { insert(&mut conn, &template("reply", "vi", 2)).await })
            .await;
        assert!(matches!(twice, Err(Error::Taken(_))), "{}: {twice:?}", test.kind);
    }
}
