//! The registers of letters keep their statutory columns, and a number is given once.

use store::Error;
use store::letters::{
    IncomingDocument, OutgoingDocument, incoming, incoming_of_case, is_taken, outgoing, outgoing_of_case,
    outgoing_one, put_incoming, put_outgoing,
};
use testkit::databases;

use crate::sample::{ORGANISATION, act, day, id, on};

fn sent(number: i64) -> OutgoingDocument {
    OutgoingDocument {
        id: id(number.unsigned_abs().into()),
        organisation_id: ORGANISATION,
        year: 2026,
        symbol: "TT-CNTT".to_owned(),
        number,
        dated_on: on("2026-03-20"),
        summary: "V/v trả lời khiếu nại".to_owned(),
        signer: "Nguyễn Văn B".to_owned(),
        recipient: "Công ty C".to_owned(),
        kept_by: "VT, CNTT".to_owned(),
        copies: 3,
        dispatched_on: None,
        sent_by: String::new(),
        tracking: String::new(),
        note: String::new(),
        case_id: Some(id(50)),
        letter_id: None,
        voided: false,
    }
}

fn received(number: i64) -> IncomingDocument {
    IncomingDocument {
        id: id(number.unsigned_abs().into()),
        organisation_id: ORGANISATION,
        year: 2026,
        number,
        arrived_on: on("2026-03-02"),
        author: "Nguyễn Thị Lan".to_owned(),
        symbol: String::new(),
        dated_on: Some(on("2026-02-28")),
        summary: "Đơn khiếu nại".to_owned(),
        receiver: "QMR".to_owned(),
        transferred_on: None,
        note: String::new(),
        case_id: Some(id(50)),
    }
}

#[tokio::test]
async fn outgoing_letters_are_entered_completed_and_listed() {
    for test in databases("outgoing").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let mut later = sent(9);
            later.dated_on = on("2026-04-01");
            later.case_id = None;
            put_outgoing(conn, &later).await?;
            put_outgoing(conn, &sent(8)).await?;
            let mut completed = sent(8);
            completed.dispatched_on = Some(on("2026-03-21"));
            completed.voided = true;
            let mut attempted = completed.clone();
            attempted.number = 80;
            put_outgoing(conn, &attempted).await?;
            assert_eq!(
                outgoing_one(conn, id(8)).await?,
                Some(completed.clone()),
                "its number stays"
            );
            let all = outgoing(conn, day("2026-03-20"), day("2026-04-01")).await?;
            assert_eq!(all, [completed.clone(), later]);
            assert_eq!(
                outgoing(conn, day("2026-01-01"), day("2026-03-20")).await?.len(),
                1
            );
            assert_eq!(outgoing_of_case(conn, id(50)).await?, [completed]);
            assert!(is_taken(conn, ORGANISATION, 2026, "TT-CNTT", 8).await?);
            assert!(!is_taken(conn, ORGANISATION, 2026, "TT-CNTT", 80).await?);
            assert!(!is_taken(conn, ORGANISATION, 2026, "TT-HCTH", 8).await?);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_number_of_a_letter_is_given_once_a_year_and_symbol() {
    for test in databases("taken").await {
        act(&test.db, |mut conn| async move {
            put_outgoing(&mut conn, &sent(8)).await?;
            let mut other_symbol = sent(8);
            other_symbol.id = id(100);
            other_symbol.symbol = "TT-HCTH".to_owned();
            put_outgoing(&mut conn, &other_symbol).await?;
            put_incoming(&mut conn, &received(8)).await
        })
        .await;
        let (mut again, mut once_more) = (sent(8), received(8));
        again.id = id(101);
        once_more.id = id(102);
        let (again, once_more) = (&again, &once_more);
        let out = test
            .db
            .act(|mut conn| async move { put_outgoing(&mut conn, again).await })
            .await;
        assert!(matches!(out, Err(Error::Taken(_))), "{out:?}");
        let into = test
            .db
            .act(|mut conn| async move { put_incoming(&mut conn, once_more).await })
            .await;
        assert!(matches!(into, Err(Error::Taken(_))), "{into:?}");
    }
}

#[tokio::test]
async fn incoming_letters_are_entered_completed_and_listed() {
    for test in databases("incoming").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            put_incoming(conn, &received(2)).await?;
            put_incoming(conn, &received(1)).await?;
            let mut completed = received(2);
            completed.transferred_on = Some(on("2026-03-03"));
            completed.case_id = None;
            put_incoming(conn, &completed).await?;
            let all = incoming(conn, day("2026-03-02"), day("2026-03-02")).await?;
            assert_eq!(all, [received(1), completed]);
            assert_eq!(incoming(conn, day("2026-03-03"), day("2026-12-31")).await?, []);
            assert_eq!(incoming_of_case(conn, id(50)).await?, [received(1)]);
            Ok(())
        })
        .await;
    }
}
