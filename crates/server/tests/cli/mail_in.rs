//! A mail server hands a mail over: it is there when the command says so, and stays with the server when it does not.

use testkit::databases;

use crate::program::{Place, run_with};

const MAIL: &str = "From: Lan <lan@vi-du.example>\nSubject: Khiếu nại\nMessage-ID: <1@vi-du.example>\n\nTôi chờ đã hai tuần.\n";

#[tokio::test]
async fn a_mail_is_stored_once_and_counted() {
    for test in databases("cli_mail").await {
        let place = Place::of(&test);
        place.set_up();
        let first = run_with(&place.with(&["mail-in"]), MAIL).well();
        let again = run_with(&place.with(&["mail-in"]), MAIL).well();
        assert_ne!(first, again, "the second time it says that it knew");
        let other = run_with(&place.with(&["mail-in"]), "không phải thư").well();
        assert_ne!(first, other);
        let found = place.run(&["verify", "--json"]).json();
        assert_eq!(found["counted"]["mails"], 2, "{found}");
        assert_eq!(found["differences"].as_array().unwrap().len(), 0, "{found}");
    }
}

#[tokio::test]
async fn what_cannot_be_stored_stays_with_the_mail_server() {
    let test = testkit::on_sqlite().await;
    let place = Place::of(&test);
    let early = run_with(&place.with(&["mail-in"]), MAIL);
    assert_eq!(early.code, 75, "nothing is set up yet: {early:?}");
    let nowhere = [
        "mail-in",
        "--database",
        "postgres://127.0.0.1:9/x",
        "--data",
        "/dev/null/x",
    ];
    assert_eq!(run_with(&nowhere, MAIL).code, 75);
    assert_eq!(run_with(&["mail-in", "--misspelt"], MAIL).code, 75);
    place.set_up();
    assert_eq!(run_with(&place.with(&["mail-in"]), "").code, 66);
    run_with(&place.with(&["mail-in"]), MAIL).well();
}
