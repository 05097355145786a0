//! How long the questions behind a page take.

use std::future::Future;
use std::time::{Duration, Instant};

use jiff::civil::date;
use store::history::{self, Stream};
use store::obligations::{self, HeldRole};
use store::register::{self, Bound, Cases, Claim, Filter, Lateness, Order, Page, Scope};
use store::search::Query;
use store::{Conn, Db, Result, cases, totals};

use crate::sample::{self, ME};

const TIMES: usize = 200;

async fn time<T, F, Fut>(db: &Db, what: &str, look: F) -> Result<()>
where
    F: Fn(Conn) -> Fut,
    Fut: Future<Output = Result<T>>,
{
    let mut taken = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let started = Instant::now();
        db.read(&look).await?;
        taken.push(started.elapsed());
    }
    taken.sort();
    let ms = |duration: Duration| duration.as_secs_f64() * 1000.0;
    println!(
        "{what:44} p50 {:7.2} ms   p99 {:7.2} ms",
        ms(taken[TIMES / 2]),
        ms(taken[TIMES * 99 / 100])
    );
    Ok(())
}

fn by(order: Order, descending: bool) -> Page {
    Page {
        order,
        descending,
        after: None,
        limit: 50,
    }
}

pub async fn measure(db: &Db, cases: i64) -> Result<()> {
    let unprotected = Claim {
        cases: Cases::Unprotected,
        ..Claim::default()
    };
    let scope = &Scope {
        reader: Bound {
            person: ME,
            ..Bound::default()
        },
        claims: vec![unprotected],
        ..Scope::default()
    };
    let one = |word: &str| vec![word.to_owned()];
    let none = Filter::default();
    let words = |typed: &str| Filter {
        words: Query::parse(typed),
        ..Filter::default()
    };
    let today = date(2026, 1, 5);
    let pages = [
        ("register, newest", none.clone(), by(Order::Number, true)),
        ("register, by limit", none.clone(), by(Order::Limit, false)),
        ("register, last touched", none.clone(), by(Order::Touched, true)),
        (
            "register, by complainant",
            none.clone(),
            by(Order::Complainant, false),
        ),
        (
            "register, one year",
            Filter {
                year: Some(2024),
                ..none.clone()
            },
            by(Order::Number, true),
        ),
        (
            "register, year by name",
            Filter {
                year: Some(2024),
                ..none.clone()
            },
            by(Order::Complainant, true),
        ),
        (
            "register, kind",
            Filter {
                kinds: one("appeal"),
                ..none.clone()
            },
            by(Order::Number, true),
        ),
        (
            "register, kind by limit",
            Filter {
                kinds: one("appeal"),
                ..none.clone()
            },
            by(Order::Limit, false),
        ),
        (
            "register, rare stage",
            Filter {
                stages: one("replying"),
                ..none.clone()
            },
            by(Order::Received, false),
        ),
        (
            "register, no such stage",
            Filter {
                stages: one("none"),
                ..none.clone()
            },
            by(Order::Received, false),
        ),
        (
            "register, subject",
            Filter {
                subject: Some("conduct".to_owned()),
                ..none.clone()
            },
            by(Order::Number, true),
        ),
        (
            "register, overdue",
            Filter {
                lateness: Some(Lateness::Overdue { today }),
                ..none.clone()
            },
            by(Order::Limit, false),
        ),
        (
            "register, answered late (none)",
            Filter {
                lateness: Some(Lateness::AnsweredLate),
                ..none.clone()
            },
            by(Order::Number, true),
        ),
        (
            "search, in every case",
            words("khieu nai"),
            by(Order::Number, true),
        ),
        (
            "search, with accents, in every case",
            words("khiếu nại"),
            by(Order::Number, true),
        ),
        (
            "search, with accents, in none",
            words("khiêu nái"),
            by(Order::Number, true),
        ),
        ("search, a name", words("đặng hữu yến"), by(Order::Number, true)),
        ("search, a number", words("2024-0042"), by(Order::Number, true)),
        (
            "search, a name by name",
            words("dang huu yen"),
            by(Order::Complainant, true),
        ),
        ("search, begun", words("kh"), by(Order::Number, true)),
    ];
    for (what, filter, page) in &pages {
        time(db, what, |mut conn| async move {
            register::page(&mut conn, scope, filter, page).await
        })
        .await?;
    }
    for (what, filter, _) in pages
        .iter()
        .filter(|(what, ..)| what.contains("newest") || what.contains("search"))
    {
        let what = format!("count: {what}");
        time(db, &what, |mut conn| async move {
            register::count(&mut conn, scope, filter).await
        })
        .await?;
    }
    time(db, "similar cases while typing", |mut conn| async move {
        register::similar(&mut conn, scope, "nguyễn thị", "0912", 10).await
    })
    .await?;
    let roles = &["qmr", "register_officer"].map(|role| HeldRole {
        role: role.to_owned(),
        unit: None,
    });
    let whose = &obligations::Whose {
        person: ME,
        roles,
        days: obligations::Days::default(),
    };
    time(db, "my work", |mut conn| async move {
        obligations::of_person(&mut conn, whose, None, 50).await
    })
    .await?;
    time(db, "my work, counted to 1000", |mut conn| async move {
        obligations::tally_of_person(&mut conn, whose, today, today, 1000).await
    })
    .await?;
    let middle = sample::id(cases / 2);
    time(db, "a case with its history", |mut conn| async move {
        let record = cases::record(&mut conn, middle).await?;
        let events = history::events(&mut conn, &Stream::case(middle)).await?;
        Ok((record, events))
    })
    .await?;
    time(db, "totals of a year", |mut conn| async move {
        totals::of_year(&mut conn, 2024, today).await
    })
    .await?;
    time(db, "totals of a year by subject", |mut conn| async move {
        totals::subjects_of_year(&mut conn, 2024, today).await
    })
    .await
}
