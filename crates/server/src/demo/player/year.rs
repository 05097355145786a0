//! The compilation of the year before: compiled in January, reviewed, received, frozen and filed.

use anyhow::{Context, Result};
use app::year_book::{Deed, YearSubmission};
use app::{Texts, new_id};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use procedure::case::Actor;
use procedure::year_book::YearActKind;

use super::Play;
use super::days::Days;

/// The day of January, who, and what.
const DEEDS: [(i8, &str, YearActKind); 5] = [
    (9, "sogoc", YearActKind::Compile),
    (13, "qmr", YearActKind::Review),
    (16, "giamdoc", YearActKind::ReceiveCompilation),
    (19, "sogoc", YearActKind::Freeze),
    (20, "sogoc", YearActKind::File),
];

pub const STEPS: usize = DEEDS.len();

fn year(days: &Days) -> i16 {
    days.today.year() - 1
}

pub fn moment(days: &Days, step: usize) -> Timestamp {
    let day: Date = date(days.today.year(), 1, DEEDS[step].0);
    days.moment(days.worked_after(day, 0), None, 49, 9)
}

pub async fn act(play: &Play<'_>, at: Timestamp, step: usize) -> Result<()> {
    let (_, login, kind) = DEEDS[step];
    let person = play.centre.person(login)?;
    let year = year(&play.days);
    let mut texts = Texts::default();
    let deed = match kind {
        YearActKind::Compile => Deed::Compile {
            remarks: Some(texts.add(
                "Tổng hợp toàn bộ khiếu nại, phàn nàn, kháng nghị đã vào Sổ trong năm, hành động giải quyết và kết quả thực hiện.",
            )),
        },
        YearActKind::Review => Deed::Review {
            remarks: Some(texts.add("Đã đối chiếu với Sổ và hồ sơ từng vụ việc; số liệu khớp.")),
        },
        YearActKind::ReceiveCompilation => Deed::Receive {
            remarks: Some(texts.add("Đã xem. Đưa vào tài liệu họp xem xét của lãnh đạo quý I.")),
        },
        YearActKind::Freeze => {
            let view = play.app.year_book(at, person, year).await?;
            Deed::Freeze {
                digest: view.book.digest.clone().context("the compilation has no digest")?,
            }
        }
        YearActKind::File => Deed::File {
            file_code: format!("HS-{year}-KN-01"),
        },
        YearActKind::ReturnCompilation => anyhow::bail!("the demo returns no compilation"),
    };
    let submission = YearSubmission {
        year,
        seen: None,
        key: format!("demo:{}", new_id()),
        deed,
        texts,
    };
    play.app
        .act_on_year(at, Actor::Person(person), submission)
        .await?;
    Ok(())
}
