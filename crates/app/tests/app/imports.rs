//! An old register through the wizard: brought, mapped, tried dry, entered whole, undone while nothing was built on it.

use app::Error;
use app::imports::{Import, State};
use procedure::case::refusal::{Invalid, Problem};
use testkit::Centre;
use testkit::centre::centres;
use transcription::Mapping;
use uuid::Uuid;

use crate::deed::done;
use crate::form::letter;

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

const BOOK: &str = "Ngày nhận,Bên khiếu nại,Hình thức,Nội dung\n\
                    21/03/2019,Công ty Đường Sắt,Công văn,Chậm trả lời\n\
                    05/02/2019,Công ty Đường Sắt,Bồ câu,Thái độ\n\
                    01/01/2020,Ông Bưởi,Điện thoại,Sang năm\n";

/// The register officer uploads a file.
async fn brought(centre: &Centre, text: &[u8]) -> Result<Uuid, Error> {
    let (now, by) = (centre.now(), centre.person("so"));
    let mut upload = centre.app.upload_register(now, by, "file", "so-2019.csv").await?;
    upload.write(text).await?;
    let file = upload.finish_unjudged().await?;
    centre.app.begin_import(now, by, file.id).await
}

async fn one(centre: &Centre, id: Uuid) -> Import {
    let by = centre.person("so");
    centre.app.one_import(centre.now(), by, id).await.unwrap()
}

async fn worked(centre: &Centre) -> usize {
    let now = centre.now();
    centre.app.work_on_imports(&move || now).await.unwrap()
}

/// Mapped as the file suggests, and looked through.
async fn checked(centre: &Centre, text: &[u8]) -> Uuid {
    let id = brought(centre, text).await.unwrap();
    let (now, by) = (centre.now(), centre.person("so"));
    let draft = one(centre, id).await;
    let seen = centre.app.preview_import(now, &draft).await.unwrap();
    let mapping = seen.map(|seen| seen.mapping).unwrap_or_default();
    centre.app.map_import(now, by, id, &mapping, true).await.unwrap();
    assert_eq!(worked(centre).await, 1);
    assert_eq!(one(centre, id).await.state, State::Checked);
    id
}

async fn entered(centre: &Centre, text: &[u8]) -> Uuid {
    let id = checked(centre, text).await;
    let (now, by) = (centre.now(), centre.person("so"));
    centre.app.enter_import(now, by, id).await.unwrap();
    assert_eq!(worked(centre).await, 1);
    let import = one(centre, id).await;
    assert_eq!(
        (import.state, &import.failure),
        (State::Done, &None),
        "{}",
        centre.kind
    );
    id
}

async fn cases(centre: &Centre) -> usize {
    let verified = centre.app.verify(centre.now()).await.unwrap();
    assert_eq!(verified.differences, [], "{}", centre.kind);
    verified.counted.cases
}

#[tokio::test]
async fn a_register_goes_into_the_book_whole_and_out_again_without_a_trace_but_on_record() {
    for centre in centres("imports", MONDAY).await {
        let first = letter().enter(&centre, "letan").await;
        let before = centre.app.verify(centre.now()).await.unwrap();
        let id = entered(&centre, BOOK.as_bytes()).await;
        let import = one(&centre, id).await;
        assert_eq!(
            (import.records, import.years[&2019], import.years[&2020]),
            (3, (1, 2), (1, 1))
        );
        let report = import.report.unwrap();
        assert_eq!((report.totals.rows_read, report.totals.errors), (3, 0));
        assert!(
            report
                .problems
                .iter()
                .any(|one| one.code == "unknown-channel" && one.row == Some(3))
        );
        assert_eq!(cases(&centre).await, 4);
        let earlier = crate::deed::case(&centre, "2019-0001").await;
        assert_eq!(earlier.received_on, jiff::civil::date(2019, 2, 5));
        let again = brought(&centre, BOOK.as_bytes()).await;
        assert!(
            matches!(again, Err(Error::Invalid(found)) if found == [Invalid::new("file", Problem::AlreadyUsed)])
        );

        // What happens elsewhere meanwhile is no hindrance.
        crate::deed::assessed(&centre, &first).await;
        let (now, by) = (centre.now(), centre.person("so"));
        centre.app.undo_import(now, by, id).await.unwrap();
        assert_eq!(worked(&centre).await, 1);
        let undone = one(&centre, id).await;
        assert_eq!(
            (undone.state, undone.undone_by),
            (State::Undone, Some(by)),
            "{:?}",
            undone.failure
        );
        assert_eq!(cases(&centre).await, 1);
        let after = centre.app.verify(now).await.unwrap();
        assert_eq!(after.years, before.years, "the numbers were given back");
        let log = centre
            .app
            .administration(now, centre.administrator, None, 2)
            .await
            .unwrap();
        let changes: Vec<String> = log.iter().map(|(_, entry)| entry.change.key()).collect();
        assert_eq!(changes, ["import_undone", "register_imported"]);
        entered(&centre, BOOK.as_bytes()).await;
        assert_eq!(cases(&centre).await, 4);
    }
}

#[tokio::test]
async fn what_something_was_built_on_stays_in_the_book() {
    for centre in centres("imports-built", MONDAY).await {
        let (now, by) = (centre.now(), centre.person("so"));
        let first = entered(&centre, BOOK.as_bytes()).await;
        let later = BOOK.replace("Chậm", "Không").replace("01/01/2020", "09/09/2019");
        let second = entered(&centre, later.as_bytes()).await;
        let tried = async |id| {
            centre.app.undo_import(now, by, id).await.unwrap();
            worked(&centre).await;
            let import = one(&centre, id).await;
            (import.state, import.failure)
        };
        let built = (State::Done, Some("imports-undo-built-on".to_owned()));
        assert_eq!(tried(first).await, built, "later numbers of its years were given");
        let pairs = [("ground", "our_error"), ("reason", "Chưa từng được trả lời.")];
        done(&centre, "qmr", "2019-0003", "reopen", &pairs).await;
        assert_eq!(
            tried(second).await,
            built,
            "{}: a case of it goes on",
            centre.kind
        );
        assert_eq!(cases(&centre).await, 6);
    }
}

#[tokio::test]
async fn whatever_is_pressed_twice_or_by_two_people_happens_once() {
    for centre in centres("imports-twice", MONDAY).await {
        let (now, by) = (centre.now(), centre.person("so"));
        let id = checked(&centre, BOOK.as_bytes()).await;
        centre.app.enter_import(now, by, id).await.unwrap();
        let again = centre.app.enter_import(now, centre.administrator, id).await;
        assert!(
            matches!(again, Err(Error::Overtaken(_))),
            "{}: {again:?}",
            centre.kind
        );
        let dropped = centre.app.drop_import(now, by, id).await;
        assert!(matches!(dropped, Err(Error::Overtaken(_))));
        assert_eq!(worked(&centre).await, 1);
        assert_eq!((worked(&centre).await, cases(&centre).await), (0, 3));

        // The same file twice at once: the later one finds it in the book.
        let other = BOOK.replace("Sang năm", "Sang năm mới");
        let [one_of, other_of] = [
            checked(&centre, other.as_bytes()).await,
            checked(&centre, other.as_bytes()).await,
        ];
        for id in [one_of, other_of] {
            centre.app.enter_import(now, by, id).await.unwrap();
        }
        assert_eq!(worked(&centre).await, 2);
        let states = [one(&centre, one_of).await, one(&centre, other_of).await];
        assert_eq!(
            states.clone().map(|import| import.state),
            [State::Done, State::Failed]
        );
        assert_eq!(states[1].failure.as_deref(), Some("imports-failed-known"));
        assert_eq!(cases(&centre).await, 6);
    }
}

#[tokio::test]
async fn a_worker_that_vanished_leaves_nothing_half_done() {
    for centre in centres("imports-vanished", MONDAY).await {
        let (now, by) = (centre.now(), centre.person("so"));
        let id = checked(&centre, BOOK.as_bytes()).await;
        centre.app.enter_import(now, by, id).await.unwrap();
        // Somebody takes it up and is never heard of again.
        let lease = now + jiff::SignedDuration::from_mins(10);
        centre
            .db()
            .act(|mut conn| async move { store::imports::claim(&mut conn, now, lease).await })
            .await
            .unwrap();
        assert_eq!(worked(&centre).await, 0, "{}: it is claimed", centre.kind);
        centre.app.take_imports_up_again().await.unwrap();
        if centre.kind == "postgres" {
            // Another process may be at it: only the end of its claim tells.
            assert_eq!(worked(&centre).await, 0);
            centre.clock.pass(jiff::SignedDuration::from_mins(11));
        }
        assert_eq!((worked(&centre).await, cases(&centre).await), (1, 3));
        assert_eq!(one(&centre, id).await.state, State::Done);
    }
}

#[tokio::test]
async fn a_file_with_errors_or_of_no_kind_is_looked_through_and_not_entered() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let (now, by) = (centre.now(), centre.person("so"));
    let broken = checked(&centre, BOOK.replace("21/03/2019", "hôm kia").as_bytes()).await;
    let report = one(&centre, broken).await.report.unwrap();
    assert_eq!((report.totals.errors, report.may_enter()), (1, false));
    let refused = centre.app.enter_import(now, by, broken).await;
    assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
    centre.app.remap_import(now, by, broken).await.unwrap();
    centre.app.drop_import(now, by, broken).await.unwrap();
    assert_eq!(one(&centre, broken).await.state, State::Dropped);

    let page = brought(&centre, b"  <html><table>").await.unwrap();
    let seen = centre
        .app
        .preview_import(now, &one(&centre, page).await)
        .await
        .unwrap();
    assert_eq!(seen.unwrap_err(), transcription::Refused::WebPage);
    centre
        .app
        .map_import(now, by, page, &Mapping::default(), true)
        .await
        .unwrap();
    worked(&centre).await;
    let report = one(&centre, page).await.report.unwrap();
    assert_eq!(
        report.refused.as_ref().map(|(key, _)| key.as_str()),
        Some("transcription-refused-web-page")
    );
    assert!(!report.may_enter());
    assert_eq!(cases(&centre).await, 0);
}

#[tokio::test]
async fn only_administrators_and_register_officers_bring_registers_in() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let now = centre.now();
    let id = brought(&centre, BOOK.as_bytes()).await.unwrap();
    for (login, may) in [("so", true), ("qmr", false), ("letan", false), ("giamdoc", false)] {
        let person = centre.person(login);
        assert_eq!(centre.app.may_import(now, person).await.unwrap(), may, "{login}");
        assert_eq!(centre.app.imports(now, person).await.is_ok(), may, "{login}");
        let mapped = centre
            .app
            .map_import(now, person, id, &Mapping::default(), false)
            .await;
        assert_eq!(mapped.is_ok(), may, "{login}");
    }
    assert!(centre.app.may_import(now, centre.administrator).await.unwrap());
}
