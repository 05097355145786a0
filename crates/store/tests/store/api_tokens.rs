//! Tokens end, and whoever is told by webhooks is told each message by one carrier at a time.

use store::api_tokens::{self, ApiToken};
use store::people::update;
use store::webhooks::{self, Attempted, Webhook};
use store::{At, Uuid};
use testkit::databases;

use crate::sample::{act, at, id, person, put_people};

fn token(number: u128) -> ApiToken {
    ApiToken {
        id: id(number),
        person_id: id(1),
        name: "n".to_owned(),
        scopes: "read act".to_owned(),
        created_at: At::from(at(0)),
        expires_at: At::from(at(100)),
        last_used_at: None,
        revoked_at: None,
    }
}

#[tokio::test]
async fn a_token_is_found_until_it_ends_is_revoked_or_its_account_is_closed() {
    for test in databases("api_token").await {
        put_people(&test.db, &[person(1, "A", "a")]).await;
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            api_tokens::insert(conn, b"one", &token(7)).await?;
            assert_eq!(api_tokens::find(conn, b"one", at(99)).await?, Some(token(7)));
            assert_eq!(api_tokens::find(conn, b"one", at(100)).await?, None);
            assert_eq!(api_tokens::find(conn, b"other", at(0)).await?, None);
            api_tokens::used(conn, id(7), at(5)).await?;
            let known = api_tokens::of_person(conn, id(1), 10).await?;
            assert_eq!(known[0].last_used_at, Some(At::from(at(5))));
            let mut closed = person(1, "A", "a");
            closed.active = false;
            update(conn, &closed).await?;
            assert_eq!(api_tokens::find(conn, b"one", at(0)).await?, None);
            closed.active = true;
            update(conn, &closed).await?;
            assert!(!api_tokens::revoke(conn, id(7), id(2), at(6)).await?, "another's");
            assert!(api_tokens::revoke(conn, id(7), id(1), at(6)).await?);
            assert!(!api_tokens::revoke(conn, id(7), id(1), at(6)).await?);
            assert_eq!(api_tokens::find(conn, b"one", at(7)).await?, None);
            assert_eq!(api_tokens::forget(conn, at(5)).await?, 0);
            assert_eq!(api_tokens::forget(conn, at(6)).await?, 1);
            Ok(())
        })
        .await;
    }
}

fn webhook() -> Webhook {
    Webhook {
        id: id(1),
        url: "https://example.vn/".to_owned(),
        secret: "whsec_".to_owned(),
        events: "case.received".to_owned(),
        created_by: id(1),
        created_at: At::from(at(0)),
        failing_since: None,
        disabled_at: None,
    }
}

#[tokio::test]
async fn a_system_that_never_answers_keeps_no_place_from_the_others() {
    for test in databases("webhook_fair").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            for number in 1..4 {
                let webhook = Webhook {
                    id: id(number),
                    ..webhook()
                };
                webhooks::insert(conn, &webhook).await?;
            }
            for number in 10..30_u128 {
                webhooks::enqueue(conn, id(number), id(1), "case.received", "{}", at(0)).await?;
            }
            webhooks::enqueue(conn, id(30), id(2), "case.received", "{}", at(5)).await?;
            webhooks::enqueue(conn, id(31), id(3), "case.received", "{}", at(6)).await?;
            let ids = |claimed: Vec<webhooks::Delivery>| -> Vec<Uuid> {
                claimed.into_iter().map(|one| one.id).collect()
            };
            let first = webhooks::claim(conn, at(9), at(60), 16).await?;
            assert_eq!(ids(first), [id(10), id(11), id(30), id(31)]);
            let second = webhooks::claim(conn, at(9), at(60), 16).await?;
            assert_eq!(ids(second), [id(12), id(13)]);
            let few = webhooks::claim(conn, at(61), at(99), 3).await?;
            assert_eq!(
                ids(few),
                [id(10), id(11), id(30)],
                "the oldest, where not all have room"
            );
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_message_is_carried_by_one_and_waits_while_its_webhook_is_off() {
    for test in databases("webhook").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            webhooks::insert(conn, &webhook()).await?;
            assert_eq!(webhooks::all(conn).await?, [webhook()]);
            for number in 10..13_u128 {
                webhooks::enqueue(conn, id(number), id(1), "case.received", "{}", at(0)).await?;
            }
            let ids = |claimed: Vec<webhooks::Delivery>| -> Vec<Uuid> {
                claimed.into_iter().map(|one| one.id).collect()
            };
            let first = webhooks::claim(conn, at(1), at(60), 2).await?;
            assert_eq!(ids(first), [id(10), id(11)]);
            assert_eq!(ids(webhooks::claim(conn, at(1), at(60), 2).await?), [id(12)]);
            assert!(webhooks::claim(conn, at(1), at(60), 2).await?.is_empty());
            let taken = Attempted {
                status: Some(204),
                delivered_at: Some(at(2)),
                ..Attempted::default()
            };
            webhooks::attempted(conn, id(10), &taken).await?;
            let later = Attempted {
                status: Some(500),
                again_at: Some(at(30)),
                ..Attempted::default()
            };
            webhooks::attempted(conn, id(11), &later).await?;
            assert!(webhooks::claim(conn, at(29), at(60), 9).await?.is_empty());
            webhooks::mark(conn, id(1), Some(at(3)), Some(at(4))).await?;
            assert!(
                webhooks::claim(conn, at(90), at(99), 9).await?.is_empty(),
                "switched off"
            );
            webhooks::mark(conn, id(1), None, None).await?;
            // The carrier of the twelfth vanished; its lease has ended.
            assert_eq!(
                ids(webhooks::claim(conn, at(90), at(99), 9).await?),
                [id(11), id(12)]
            );
            assert!(webhooks::replay(conn, id(10), id(1), at(100)).await?);
            assert!(!webhooks::replay(conn, id(10), id(2), at(100)).await?);
            let log = webhooks::log(conn, id(1), (at(1), id(0)), 2).await?;
            assert_eq!(ids(log), [id(12), id(11)]);
            let rest = webhooks::log(conn, id(1), (at(0), id(11)), 2).await?;
            assert_eq!(ids(rest), [id(10)]);
            assert!(webhooks::remove(conn, id(1)).await?);
            assert!(webhooks::log(conn, id(1), (at(1), id(0)), 9).await?.is_empty());
            Ok(())
        })
        .await;
    }
}
