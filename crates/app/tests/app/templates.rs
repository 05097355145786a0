//! Templates: administrators alone keep them, a bad one is never kept, and nobody writes over somebody else's.

use app::Error;
use app::people::Change;
use app::templates::{Lang, Saved};
use documents::letter::Purpose;
use documents::template::{What, Wording, built_in};
use procedure::Actor;
use procedure::case::refusal::{Invalid, Problem};
use testkit::Centre;
use testkit::centre::centres;

const MONDAY: &str = "2026-03-02T09:00:00+07:00";
const REPLY: (Purpose, Lang) = (Purpose::Reply, Lang::Vi);

fn wording(body: &str) -> Wording {
    Wording {
        subject: "trả lời {kind} số {case_number}".to_owned(),
        body: body.to_owned(),
    }
}

async fn save(centre: &Centre, who: Actor, seen: i64, body: &str) -> Result<Saved, Error> {
    centre
        .app
        .save_template(centre.now(), who, REPLY, seen, wording(body))
        .await
}

#[tokio::test]
async fn a_template_is_kept_version_by_version_with_its_writer_in_the_ledger() {
    for centre in centres("templates", MONDAY).await {
        let kind = centre.kind;
        let app = &centre.app;
        let admin = Actor::Person(centre.administrator);
        let newest = |words: app::templates::Wordings| words.of(REPLY.0, REPLY.1);
        let now = newest(app.templates(centre.now(), centre.administrator).await.unwrap());
        assert_eq!(
            (now.number, now.wording),
            (0, built_in(REPLY.0, REPLY.1)),
            "{kind}"
        );

        assert_eq!(
            save(&centre, admin, 0, "{opening}\r\n**Một**").await.unwrap(),
            Saved::Version(1)
        );
        assert_eq!(save(&centre, admin, 1, "Hai").await.unwrap(), Saved::Version(2));
        // Whoever looked at an older version is told, and writes over nothing.
        let late = save(&centre, admin, 1, "Muộn").await;
        assert!(matches!(late, Err(Error::Overtaken(_))), "{kind}: {late:?}");

        let versions = app
            .template_versions(centre.now(), centre.administrator, REPLY.0, REPLY.1)
            .await
            .unwrap();
        let kept: Vec<(i64, &str)> = versions
            .iter()
            .map(|one| (one.number, one.wording.body.as_str()))
            .collect();
        assert_eq!(kept[..2], [(2, "Hai"), (1, "{opening}\n**Một**")], "{kind}");
        assert_eq!(
            versions.last().unwrap().wording,
            built_in(REPLY.0, REPLY.1),
            "{kind}"
        );
        assert_eq!(versions[0].by, Some(centre.administrator), "{kind}");

        let lines = app
            .administration(centre.now(), centre.administrator, None, 50)
            .await
            .unwrap();
        let changes: Vec<Change> = lines.into_iter().rev().map(|(_, line)| line.change).collect();
        let saved = |version| Change::LetterTemplateSaved {
            purpose: "reply".to_owned(),
            lang: "vi".to_owned(),
            version,
        };
        assert_eq!(changes, [saved(1), saved(2)], "{kind}");
    }
}

#[tokio::test]
async fn a_template_that_cannot_be_filled_or_printed_is_not_kept() {
    for centre in centres("bad templates", MONDAY).await {
        let admin = Actor::Person(centre.administrator);
        for (body, what) in [
            ("{case_numbr}", None),
            ("{promise_date}", None),
            ("漢", None),
            (" ", Some(What::Empty)),
            ("{kind", Some(What::Unclosed)),
        ] {
            let Saved::Wrong(wrong) = save(&centre, admin, 0, body).await.unwrap() else {
                panic!("{body} was kept")
            };
            assert!(what.is_none_or(|what| wrong[0].what == what), "{body}: {wrong:?}");
        }
        let long = save(&centre, admin, 0, &"a".repeat(20_001)).await;
        assert!(
            matches!(&long, Err(Error::Invalid(problems)) if *problems == [Invalid::new("body", Problem::TooLong)]),
            "{long:?}"
        );
        let kept = centre
            .app
            .templates(centre.now(), centre.administrator)
            .await
            .unwrap();
        assert_eq!(kept.of(REPLY.0, REPLY.1).number, 0, "{}", centre.kind);
    }
}

#[tokio::test]
async fn nobody_but_an_administrator_keeps_or_reads_templates() {
    let centre = Centre::on_sqlite(MONDAY).await;
    for who in ["qmr", "giamdoc", "so", "letan"] {
        let person = centre.person(who);
        let kept = save(&centre, Actor::Person(person), 0, "Một").await;
        assert!(matches!(kept, Err(Error::Denied)), "{who}: {kept:?}");
        let read = centre.app.templates(centre.now(), person).await;
        assert!(matches!(read, Err(Error::Denied)), "{who}");
        let read = centre
            .app
            .template_versions(centre.now(), person, REPLY.0, REPLY.1)
            .await;
        assert!(matches!(read, Err(Error::Denied)), "{who}");
    }
}
