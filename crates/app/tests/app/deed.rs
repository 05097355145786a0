//! The shortest way to act on a case that is in the book: by its number, as somebody types it.

use app::{Error, Executed, Submission, Texts, Typed, new_id};
use procedure::Case;
use procedure::case::acts::{Act, DeclareInterest};
use procedure::case::refusal::Why;
use procedure::case::{ActKind, Stage};
use testkit::Centre;

pub type Pairs<'a> = &'a [(&'a str, &'a str)];

/// The case as it stands.
pub async fn case(centre: &Centre, number: &str) -> Case {
    let id = centre.app.case_id(number).await.unwrap();
    let id = id.unwrap_or_else(|| panic!("no case {number}"));
    centre.app.case_as_it_stands(id).await.unwrap()
}

pub async fn stage(centre: &Centre, number: &str) -> Stage {
    case(centre, number).await.stage()
}

/// An act as somebody typed it, ready to be sent. `@login` stands for that person.
pub async fn typed(
    centre: &Centre,
    number: &str,
    act: &str,
    pairs: Pairs<'_>,
    key: &str,
) -> Result<Submission, Error> {
    let case = case(centre, number).await;
    let kind = ActKind::from_key(act).unwrap_or_else(|| panic!("no act is called {act}"));
    let pairs = pairs.iter().map(|(name, value)| {
        let value = match value.strip_prefix('@') {
            Some(login) => centre.person(login).to_string(),
            None => (*value).to_owned(),
        };
        ((*name).to_owned(), value)
    });
    let mut texts = Texts::default();
    let act = centre
        .app
        .compose(kind, &Typed::from_pairs(pairs), &case, &mut texts)
        .await?;
    Ok(Submission {
        case: Some(case.id),
        seen: Some(case.version),
        key: key.to_owned(),
        acts: vec![act],
        texts,
        ..Submission::default()
    })
}

/// Does an act; who is asked for a declaration has nothing to declare.
pub async fn attempt(
    centre: &Centre,
    who: &str,
    number: &str,
    act: &str,
    pairs: Pairs<'_>,
) -> Result<Executed, Error> {
    let mut submission = typed(centre, number, act, pairs, &new_id().to_string()).await?;
    let (now, actor) = (centre.now(), centre.actor(who));
    match centre.app.execute(now, actor, submission.clone()).await {
        Err(Error::Refused(refusal)) if refusal.why == Why::DeclareFirst => {
            let none = Act::DeclareInterest(DeclareInterest { interest: None });
            submission.acts.insert(0, none);
            centre.app.execute(now, actor, submission).await
        }
        other => other,
    }
}

/// Does an act that is expected to be taken.
pub async fn done(centre: &Centre, who: &str, number: &str, act: &str, pairs: Pairs<'_>) {
    let outcome = attempt(centre, who, number, act, pairs).await;
    outcome.unwrap_or_else(|error| panic!("{}: {who} {act} {number}: {error}", centre.kind));
}

/// QMR finds the case to be ours, of the office of a colleague.
pub async fn assessed(centre: &Centre, number: &str) {
    let pairs = [
        ("ours", "ours"),
        ("kind", "complaint"),
        ("subjects", "other_activity"),
        ("severity", "low"),
        ("safety", "no"),
        ("complexity", "low"),
        ("impact", "low"),
        ("immediate_action", "no"),
        ("case_officer", "@chuyenvien"),
        ("reason", "Thuộc hoạt động thử nghiệm."),
    ];
    done(centre, "qmr", number, "assess", &pairs).await;
}

/// Evidence is there and the cause is known.
pub async fn inquired(centre: &Centre, number: &str) {
    let pairs = [
        ("description", "Sổ nhận mẫu"),
        ("source", "Phòng thử nghiệm"),
        ("obtained_on", "2026-03-02"),
    ];
    done(centre, "chuyenvien", number, "add_evidence", &pairs).await;
    let written = case(centre, number).await.written;
    let finder = if written { "qmr" } else { "chuyenvien" };
    done(
        centre,
        finder,
        number,
        "establish_cause",
        &[("cause", "Thiết bị hỏng.")],
    )
    .await;
}

pub async fn planned(centre: &Centre, number: &str) {
    let pairs = [
        ("plan", "Thử lại và xin lỗi."),
        ("measures.0.what", "Thử lại"),
        ("measures.0.doer", "@letan"),
        ("measures.0.by", "2026-03-20"),
    ];
    done(centre, "chuyenvien", number, "propose_plan", &pairs).await;
}

pub async fn decided(centre: &Centre, number: &str) {
    let pairs = [
        ("finding", "founded"),
        ("remedy", "apology"),
        ("reasons", "Kết quả chậm do thiết bị của Trung tâm."),
    ];
    done(centre, "qmr", number, "decide_outcome", &pairs).await;
    let pairs = [("measure", "0"), ("result", "Đã thử lại.")];
    done(centre, "letan", number, "report_measure_done", &pairs).await;
}

pub async fn drafted(centre: &Centre, number: &str, signer: &str) {
    let signer = format!("@{signer}");
    let pairs = [
        ("addressee", "Bà Nguyễn Thị Lan"),
        ("subject_line", "trả lời khiếu nại"),
        ("body", "Trung tâm xin lỗi."),
        ("signer", &signer),
    ];
    done(centre, "qmr", number, "draft_letter", &pairs).await;
    done(centre, "qmr", number, "submit_letter", &[]).await;
}

/// Signed, numbered and sent.
pub async fn dispatched(centre: &Centre, number: &str, signer: &str) {
    done(centre, signer, number, "sign_letter", &[]).await;
    let next = centre.app.next_letter(centre.now()).await.unwrap().to_string();
    let pairs = [("number", next.as_str()), ("symbol", "TTCN-QLCL")];
    done(centre, "vanthu", number, "number_letter", &pairs).await;
    done(centre, "vanthu", number, "dispatch_letter", &[("way", "post")]).await;
}

/// A letter that is in the book, handled and answered.
pub async fn answered(centre: &Centre, number: &str) {
    assessed(centre, number).await;
    inquired(centre, number).await;
    planned(centre, number).await;
    done(centre, "giamdoc", number, "approve_plan", &[]).await;
    decided(centre, number).await;
    drafted(centre, number, "giamdoc").await;
    dispatched(centre, number, "giamdoc").await;
}
