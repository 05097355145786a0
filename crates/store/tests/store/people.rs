//! People, what they may do and for how long, their interests, and the parties outside.

use std::collections::BTreeSet;

use store::interests::{self, Interest};
use store::parties::{self, Party};
use store::people::{all, credentials, one, set_password, set_preferences, update};
use store::roles::{
    Appointment, SigningAuthority, Substitution, appointments, authorities, held, put_appointment,
    put_authority, put_substitution, substitutions,
};
use store::{At, Error};
use testkit::databases;

use crate::sample::{act, at, day, id, look, on, person, put_people};

#[tokio::test]
async fn a_login_is_the_same_however_it_is_typed() {
    for test in databases("login").await {
        put_people(&test.db, &[person(1, "Đặng Văn A", " Đặng.A ")]).await;
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let found = credentials(conn, "ĐẶNG.a").await?.unwrap();
            assert_eq!((found.id, found.active, found.password_hash), (id(1), true, None));
            set_password(conn, id(1), Some("argon2id$secret")).await?;
            let found = credentials(conn, "đặng.A ").await?.unwrap();
            assert_eq!(found.password_hash.as_deref(), Some("argon2id$secret"));
            assert!(!format!("{found:?}").contains("secret"));
            assert_eq!(credentials(conn, "dang.a").await?, None);
            Ok(())
        })
        .await;
        let second = person(2, "Another", "đặng.A");
        let second = &second;
        let taken = test
            .db
            .act(|mut conn| async move { store::people::insert(&mut conn, second, at(0)).await })
            .await;
        assert!(matches!(taken, Err(Error::Taken(_))), "{taken:?}");
    }
}

#[tokio::test]
async fn people_are_changed_and_listed_by_their_sort_key() {
    for test in databases("people").await {
        put_people(
            &test.db,
            &[person(1, "B", "b"), person(2, "a", "a"), person(3, "Z", "z")],
        )
        .await;
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let mut changed = person(1, "C", "c");
            changed.email = Some("c@example.vn".to_owned());
            changed.active = false;
            update(conn, &changed).await?;
            set_preferences(conn, id(1), "en", "dark").await?;
            changed.language = "en".to_owned();
            changed.theme = "dark".to_owned();
            assert_eq!(one(conn, id(1)).await?, Some(changed));
            assert_eq!(one(conn, id(9)).await?, None);
            let names: Vec<_> = all(conn)
                .await?
                .into_iter()
                .map(|person| person.display_name)
                .collect();
            assert_eq!(names, ["a", "C", "Z"]);
            Ok(())
        })
        .await;
    }
}

fn appointment(number: u128, role: &str, from: &str, until: Option<&str>) -> Appointment {
    Appointment {
        id: id(number),
        person_id: id(1),
        role: role.to_owned(),
        unit_id: None,
        from_on: on(from),
        until_on: until.map(on),
        document: "QĐ 01".to_owned(),
    }
}

#[tokio::test]
async fn a_role_is_held_from_its_first_to_its_last_day_by_holder_and_substitute() {
    for test in databases("roles").await {
        put_people(
            &test.db,
            &[person(1, "A", "a"), person(2, "B", "b"), person(3, "C", "c")],
        )
        .await;
        let substitution = Substitution {
            id: id(20),
            role: "qmr".to_owned(),
            of_person: id(1),
            by_person: id(2),
            from_on: on("2026-03-10"),
            until_on: Some(on("2026-03-20")),
            named_by: id(3),
            document: "QĐ 02".to_owned(),
        };
        let substitution = &substitution;
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            put_appointment(conn, &appointment(10, "qmr", "2026-03-01", Some("2026-03-15"))).await?;
            put_appointment(conn, &appointment(11, "director", "2026-03-05", None)).await?;
            put_substitution(conn, substitution).await?;
            Ok(())
        })
        .await;
        let db = &test.db;
        let roles = |person: u128, text: &'static str| async move {
            let held = look(db, |mut conn| async move {
                held(&mut conn, id(person), day(text)).await
            })
            .await;
            held.into_iter().map(|held| held.role).collect::<BTreeSet<_>>()
        };
        let set = |roles: &[&str]| {
            roles
                .iter()
                .map(|role| (*role).to_owned())
                .collect::<BTreeSet<_>>()
        };
        assert_eq!(roles(1, "2026-02-28").await, set(&[]));
        assert_eq!(roles(1, "2026-03-01").await, set(&["qmr"]));
        assert_eq!(roles(1, "2026-03-15").await, set(&["qmr", "director"]));
        assert_eq!(roles(1, "2026-03-16").await, set(&["director"]));
        assert_eq!(roles(2, "2026-03-09").await, set(&[]));
        assert_eq!(roles(2, "2026-03-10").await, set(&["qmr"]));
        assert_eq!(
            roles(2, "2026-03-16").await,
            set(&[]),
            "nobody holds the role any more"
        );

        act(db, |mut conn| async move {
            let conn = &mut conn;
            put_appointment(conn, &appointment(10, "qmr", "2026-03-01", Some("2026-12-31"))).await?;
            assert_eq!(appointments(conn).await?.len(), 2);
            assert_eq!(substitutions(conn).await?, std::slice::from_ref(substitution));
            Ok(())
        })
        .await;
        assert_eq!(roles(2, "2026-03-20").await, set(&["qmr"]));
        assert_eq!(roles(2, "2026-03-21").await, set(&[]));
    }
}

#[tokio::test]
async fn authorities_to_sign_are_kept_with_mode_and_scope() {
    for test in databases("authority").await {
        put_people(&test.db, &[person(1, "A", "a")]).await;
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let mut authority = SigningAuthority {
                id: id(1),
                person_id: id(1),
                mode: "KT".to_owned(),
                scope: "reply".to_owned(),
                from_on: on("2026-01-01"),
                until_on: None,
                document: "QĐ 03".to_owned(),
            };
            put_authority(conn, &authority).await?;
            authority.mode = "TUQ".to_owned();
            authority.until_on = Some(on("2026-06-30"));
            put_authority(conn, &authority).await?;
            assert_eq!(authorities(conn).await?, [authority]);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn an_interest_is_found_however_the_client_is_written() {
    for test in databases("interest").await {
        put_people(&test.db, &[person(1, "A", "a")]).await;
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let mut interest = Interest {
                id: id(1),
                person_id: id(1),
                client: "Công ty TNHH Đông Á".to_owned(),
                kind: "consultancy".to_owned(),
                from_on: on("2024-01-01"),
                until_on: None,
                note: String::new(),
            };
            interests::put(conn, &interest).await?;
            interest.until_on = Some(on("2025-01-01"));
            interests::put(conn, &interest).await?;
            let found = interests::in_client(conn, "CÔNG TY  tnhh đông á").await?;
            assert_eq!(found, [interest.clone()]);
            assert_eq!(interests::in_client(conn, "Công ty").await?, []);
            assert_eq!(interests::all(conn).await?, [interest]);
            Ok(())
        })
        .await;
    }
}

fn party(version: i64, name: &str) -> Party {
    Party {
        id: id(1),
        version,
        kind: "person".to_owned(),
        name: name.to_owned(),
        sort_key: name.to_lowercase(),
        address: "Hà Nội".to_owned(),
        email: String::new(),
        phone: "0912 345 678".to_owned(),
        representative: String::new(),
        details: "{}".to_owned(),
        at: At::from(at(version)),
        erased_at: None,
    }
}

#[tokio::test]
async fn a_party_has_versions_and_can_be_erased_in_all_of_them() {
    for test in databases("party").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let (first, second) = (party(1, "Nguyễn Lan"), party(2, "Nguyễn Thị Lan"));
            parties::insert(conn, &first).await?;
            parties::insert(conn, &second).await?;
            assert_eq!(parties::version(conn, id(1), 1).await?, Some(first));
            assert_eq!(parties::current(conn, id(1)).await?, Some(second.clone()));
            assert_eq!(
                parties::named(conn, "nguyen", 10).await?,
                [second],
                "only as it is known now"
            );
            assert_eq!(parties::named(conn, "nguyen lan", 10).await?, []);
            assert!(parties::erase(conn, id(1), at(9)).await?);
            assert!(!parties::erase(conn, id(1), at(10)).await?);
            for version in [1, 2] {
                let erased = parties::version(conn, id(1), version).await?.unwrap();
                assert_eq!((erased.name, erased.address, erased.phone), Default::default());
                assert_eq!(erased.erased_at, Some(At::from(at(9))));
            }
            assert_eq!(parties::named(conn, "nguyen", 10).await?, []);
            Ok(())
        })
        .await;
        let stale = &party(2, "Someone else");
        let taken = test
            .db
            .act(|mut conn| async move { parties::insert(&mut conn, stale).await })
            .await;
        assert!(matches!(taken, Err(Error::Taken(_))), "{taken:?}");
    }
}
