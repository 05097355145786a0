//! The form of intake as people fill it in, and the shortest way from there into the book.

use app::intake::Intake;
use app::{Error, Executed, Typed, new_id};
use procedure::case::refusal::Invalid;
use testkit::Centre;

/// What stands in the form of intake.
#[derive(Clone, Debug, Default)]
pub struct Form(Vec<(String, String)>);

/// Somebody rings: a complaint about another activity, with a telephone number.
pub fn phone_call() -> Form {
    Form::default()
        .with("channel", "phone")
        .with("received_on", "02/03/2026")
        .with("name", "Nguyễn Thị Lan")
        .with("phone", "0912 345 678")
        .with("declared_kind", "complaint")
        .with("subjects", "other_activity")
        .with("content", "Kết quả thử nghiệm gửi chậm hai tuần.")
}

/// A letter: the same complaint with an address.
pub fn letter() -> Form {
    phone_call()
        .with("channel", "letter")
        .with("phone", "")
        .with("address", "12 Tràng Thi, Hà Nội")
}

impl Form {
    /// The form with this field filled in so.
    pub fn with(mut self, name: &str, value: &str) -> Form {
        self.0.retain(|(known, _)| known != name);
        self.and(name, value)
    }

    /// The form with one value more in this field.
    pub fn and(mut self, name: &str, value: &str) -> Form {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn settled(self) -> Form {
        self.with("road", "settled")
            .with("explanation", "Mẫu phải thử lại vì thiết bị hiệu chuẩn trễ.")
            .with("satisfaction", "Tôi hiểu rồi, cảm ơn.")
    }

    pub fn promised(self) -> Form {
        self.with("road", "promised").with("reply_by", "09/03/2026")
    }

    pub fn typed(&self) -> Typed {
        Typed::from_pairs(self.0.clone())
    }

    pub async fn read(&self, centre: &Centre, who: &str, key: &str) -> Result<Intake, Error> {
        let person = centre.person(who);
        centre
            .app
            .read_intake(centre.now(), person, key, &self.typed())
            .await
    }

    /// Sends the form: read, then done.
    pub async fn send_as(&self, centre: &Centre, who: &str, key: &str) -> Result<Executed, Error> {
        let intake = self.read(centre, who, key).await?;
        centre
            .app
            .execute(centre.now(), centre.actor(who), intake.submission)
            .await
    }

    /// Sends the form, which is expected to be taken; the number of the case.
    pub async fn enter(&self, centre: &Centre, who: &str) -> String {
        let sent = self.send_as(centre, who, &new_id().to_string()).await;
        sent.expect("the case enters the book").number.to_string()
    }

    /// What is wrong with the form.
    pub async fn problems(&self, centre: &Centre) -> Vec<Invalid> {
        match self.read(centre, "letan", "k").await {
            Ok(_) => Vec::new(),
            Err(Error::Invalid(problems)) => problems,
            Err(other) => panic!("{other}"),
        }
    }
}
