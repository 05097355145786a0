//! A register of one year to bind, as a workbook, or with its fields as XML.

use app::App;
use app::papers::{Content, Made};
use documents::register::{Kind, Register};
use documents::sheet::Book;
use i18n::Texts;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use procedure::PersonId;
use std::path::PathBuf;

use super::{Failure, Format, Progress, Rows, aside, house};

/// A register of one year.
#[derive(Clone, Copy)]
pub(super) struct Order {
    pub kind: Kind,
    pub year: i16,
}

impl Order {
    pub async fn make(
        self,
        app: &App,
        now: Timestamp,
        person: PersonId,
        t: &'static Texts,
        format: Format,
        progress: Progress<'_>,
    ) -> Result<Made, Failure> {
        let rows = Rows::new(app, now, person, t, self.kind, self.year);
        let bytes = match format {
            Format::Pdf => Content::Memory(self.pdf(app, now, t, &rows, progress).await?),
            Format::Xlsx => {
                let today = app.office().await?.desk(now).today;
                self.workbook(t, &rows, today, progress).await?
            }
            Format::Zip => {
                let pdf = self.pdf(app, now, t, &rows, progress).await?;
                let xml = rows.xml().await?;
                let name = format!("{}-{}", self.kind.key(), self.year);
                let files = [(format!("{name}.xml"), xml), (format!("{name}.pdf"), pdf)];
                Content::Memory(zipped(files)?)
            }
        };
        Ok(Made {
            file_name: format!("{}-{}.{}", file_name(self.kind), self.year, format.ending()),
            media_type: format.media_type(),
            bytes,
        })
    }

    async fn pdf(
        self,
        app: &App,
        now: Timestamp,
        t: &'static Texts,
        rows: &Rows<'_>,
        progress: Progress<'_>,
    ) -> Result<Vec<u8>, Failure> {
        let office = app.office().await?;
        let mut lines = Vec::new();
        let told = rows.each(progress, |row| lines.push(row)).await?;
        let today = office.desk(now).today;
        let register = Register {
            lang: t.lang(),
            house: house(&office),
            title: self.kind.title(t).to_owned(),
            year: self.year,
            from: date(self.year, 1, 1),
            until: date(self.year, 12, 31).min(today).max(date(self.year, 1, 1)),
            numbers: told.numbers,
            volume: 1,
            columns: self.kind.columns(t),
            rows: lines,
            voided: told.voided,
            entered: told.entered,
            printed_on: today,
        };
        Ok(aside(move || register.pdf()).await??)
    }

    /// Rows go to disk as they come.
    async fn workbook(
        self,
        t: &'static Texts,
        rows: &Rows<'_>,
        today: Date,
        progress: Progress<'_>,
    ) -> Result<Content, Failure> {
        let written = |error: documents::sheet::Failure| Failure::File(error.to_string());
        let mut book = Book::new().dated(today).map_err(written)?;
        let columns = self.kind.columns(t);
        let title = t.book_meta_title(self.kind.title(t), self.year);
        let mut failed = None;
        {
            let mut sheet = book
                .sheet(&self.year.to_string(), &title, &columns)
                .map_err(written)?;
            rows.each(progress, |row| {
                if let Err(error) = sheet.row(&row) {
                    failed.get_or_insert(error);
                }
            })
            .await?;
            sheet.end().map_err(written)?;
        }
        if let Some(error) = failed {
            return Err(written(error));
        }
        let path = temporary();
        let to = path.clone();
        aside(move || book.save(&to)).await?.map_err(written)?;
        Ok(Content::File(path))
    }
}

fn file_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Cases => "so-tiep-nhan",
        Kind::Outgoing => "so-van-ban-di",
        Kind::Incoming => "so-van-ban-den",
        Kind::Handling => "so-theo-doi-van-ban-den",
        Kind::Postal => "so-gui-buu-dien",
    }
}

fn temporary() -> PathBuf {
    std::env::temp_dir().join(format!("phucdap-{}", app::new_id()))
}

fn zipped(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Vec<u8>, Failure> {
    documents::archive::zip(files).map_err(|error| Failure::File(error.to_string()))
}
