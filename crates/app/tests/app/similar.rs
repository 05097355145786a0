//! Earlier cases of a complainant are found while typing, and only those that the reader may see wholly.

use testkit::Centre;
use testkit::centre::centres;

use crate::deed::done;
use crate::form::{letter, phone_call};

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

async fn found(centre: &Centre, who: &str, name: &str, phone: &str) -> Vec<String> {
    let found = centre
        .app
        .similar(centre.now(), centre.person(who), name, phone)
        .await
        .expect("the register can be read");
    found.into_iter().map(|earlier| earlier.number).collect()
}

#[tokio::test]
async fn earlier_cases_are_found_by_name_without_accents_and_by_telephone_number() {
    for centre in centres("similar", MONDAY).await {
        let first = phone_call().promised().enter(&centre, "so").await;
        letter().with("name", "Trần Văn Hùng").enter(&centre, "so").await;
        for (name, phone) in [
            ("nguyen thi", ""),
            ("Nguyễn Thị L", ""),
            ("", "0912345"),
            ("", "+84 912 345 678"),
        ] {
            assert_eq!(
                found(&centre, "qmr", name, phone).await,
                [first.as_str()],
                "{} {name}{phone}",
                centre.kind
            );
        }
        for (name, phone) in [("ng", ""), ("", "09"), ("Lê Thị", ""), ("", "")] {
            assert!(
                found(&centre, "qmr", name, phone).await.is_empty(),
                "{name}{phone}"
            );
        }
    }
}

#[tokio::test]
async fn nobody_learns_by_typing_a_name_that_it_stands_on_a_case_they_may_not_see() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let subject = centre.person("chuyenvien").to_string();
    let open = phone_call().promised().enter(&centre, "letan").await;
    let closed = phone_call()
        .promised()
        .with("subjects", "staff_conduct")
        .with("persons_concerned", &subject)
        .enter(&centre, "letan")
        .await;
    let both = [closed.as_str(), open.as_str()];
    let name = "Nguyễn Thị Lan";
    // Before having declared to have no interest, a handler is not told whose protected case it is.
    assert_eq!(found(&centre, "qmr", name, "").await, [open.as_str()]);
    done(&centre, "qmr", &closed, "declare_interest", &[]).await;
    for who in ["letan", "qmr", "giamdoc"] {
        assert_eq!(found(&centre, who, name, "").await, both, "{who}");
    }
    let shown = centre
        .app
        .similar(centre.now(), centre.person("qmr"), name, "")
        .await;
    let shown = shown.expect("the register can be read");
    assert!(
        shown[0].protected && shown[0].summary.is_empty(),
        "reading it is logged, so it is opened"
    );
    assert!(!shown[1].protected && !shown[1].summary.is_empty());
    // The register officer and the auditor see the protected one masked: found by name it would not be masked.
    for who in ["so", "danhgia", "vanthu"] {
        assert_eq!(found(&centre, who, name, "").await, [open.as_str()], "{who}");
    }
    assert!(found(&centre, "chuyenvien", name, "").await.is_empty());
}
