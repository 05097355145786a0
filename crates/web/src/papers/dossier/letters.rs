//! The letters of a case as files of its dossier: those that were drafted and signed, and those that other acts sent.

use documents::dossier::File;
use documents::letter::Letter;

use super::Teller;
use crate::pages::case::paper::paper;
use crate::papers::{Failure, aside, notices};
use crate::words::word;

impl Teller<'_> {
    /// Every letter, set anew from the text that was signed.
    pub(super) async fn letters(&self) -> Result<Vec<File>, Failure> {
        let view = &self.parts.view;
        let mut files = Vec::new();
        for (place, letter) in self.parts.letters().enumerate() {
            let Some(set) = paper(view, letter) else {
                continue;
            };
            let number = letter
                .number
                .as_ref()
                .map(|(number, symbol, _)| format!("{number:02}/{symbol}"));
            let purpose = word(self.t, "letter-purpose", letter.purpose.key());
            let description = self.t.dossier_letter_file(purpose, number.unwrap_or_default());
            files.push(
                self.file(format!("cong-van-{}.pdf", place + 1), description, set)
                    .await?,
            );
        }
        Ok(files)
    }

    /// Every letter that another act sent, from the words of the act.
    pub(super) async fn notices(&self) -> Result<Vec<File>, Failure> {
        let mut files = Vec::new();
        for notice in notices::sent(&self.parts.view) {
            let purpose = notice.letter.purpose.say(self.t);
            let on = notice.on.map(|on| self.t.date(on)).unwrap_or_default();
            let description = self.t.dossier_notice_file(purpose, on);
            let name = format!("thong-bao-{}.pdf", notice.name);
            files.push(self.file(name, description, notice.letter).await?);
        }
        Ok(files)
    }

    async fn file(&self, name: String, description: String, mut letter: Letter) -> Result<File, Failure> {
        if self.is_redacted {
            letter.addressees = letter.addressees.iter().map(|it| self.cover(it)).collect();
            letter.subject = self.cover(&letter.subject);
            for run in letter.body.iter_mut().flat_map(|paragraph| &mut paragraph.runs) {
                run.text = self.veil.cover(&run.text);
            }
        }
        let bytes = aside(move || letter.pdf()).await??;
        Ok(File {
            name,
            media_type: "application/pdf".to_owned(),
            description,
            bytes,
        })
    }
}
