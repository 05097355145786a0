//! The life of a corrective action through the one door, and who sees what of it.

use app::actions::{ActionSubmission, ActionView, ActionWish, Seen};
use app::{Error, Submission, Texts, Typed, new_id};
use procedure::case::acts::{Act, OpenCorrectiveAction};
use procedure::case::refusal::Why;
use procedure::corrective_action::{ActionActKind, ActionStage};
use procedure::{CorrectiveActionId, PersonId};
use testkit::Centre;
use testkit::centre::centres;

use crate::deed;
use crate::form::{letter, phone_call};

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

type Pairs<'a> = &'a [(&'a str, &'a str)];

/// Does an act as somebody typed it; the key may be one that was sent before.
async fn send(
    centre: &Centre,
    who: &str,
    action: CorrectiveActionId,
    seen: Option<u32>,
    key: &str,
    kind: ActionActKind,
    pairs: Pairs<'_>,
) -> Result<u32, Error> {
    let mut texts = Texts::default();
    let pairs = pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let typed = Typed::from_pairs(pairs);
    let (now, person) = (centre.now(), centre.person(who));
    let act = centre
        .app
        .compose_on_action(now, person, kind, &typed, &mut texts)
        .await?;
    let submission = ActionSubmission {
        action,
        seen,
        key: key.to_owned(),
        act,
        texts,
    };
    centre.app.act_on_action(now, centre.actor(who), submission).await
}

async fn act(
    centre: &Centre,
    who: &str,
    action: CorrectiveActionId,
    kind: ActionActKind,
    pairs: Pairs<'_>,
) -> Result<u32, Error> {
    send(centre, who, action, None, &new_id().to_string(), kind, pairs).await
}

/// Does an act that is expected to be taken.
async fn done(centre: &Centre, who: &str, action: CorrectiveActionId, kind: ActionActKind, pairs: Pairs<'_>) {
    let done = act(centre, who, action, kind, pairs).await;
    done.unwrap_or_else(|error| panic!("{}: {who} {}: {error}", centre.kind, kind.key()));
}

fn why(outcome: Result<u32, Error>) -> Why {
    match outcome {
        Err(Error::Refused(refusal)) => refusal.why,
        other => panic!("not refused: {other:?}"),
    }
}

async fn open(centre: &Centre, owner: &str) -> CorrectiveActionId {
    let id = CorrectiveActionId(new_id());
    let owner = centre.person(owner).to_string();
    let pairs = [
        ("problem", "Phiếu kết quả dễ bị gửi nhầm."),
        ("owner", &owner),
        ("preventive", "yes"),
    ];
    done(centre, "qmr", id, ActionActKind::Open, &pairs).await;
    id
}

/// An action whose measure is approved and not yet done.
pub async fn under_way(centre: &Centre, owner: &str, doer: PersonId) {
    let action = open(centre, owner).await;
    plan(centre, action, owner, doer).await;
    done(centre, "giamdoc", action, ActionActKind::ApproveActions, &[]).await;
}

/// An action that was done and whose effect was then reviewed so.
pub async fn reviewed(centre: &Centre, effectiveness: &str) {
    let action = open(centre, "chuyenvien").await;
    plan(centre, action, "chuyenvien", centre.person("letan")).await;
    done(centre, "giamdoc", action, ActionActKind::ApproveActions, &[]).await;
    let result = [("measure", "0"), ("result", "Đã ban hành.")];
    done(centre, "letan", action, ActionActKind::ReportActionDone, &result).await;
    let review = [("effectiveness", effectiveness), ("reasons", "Đã theo dõi.")];
    done(centre, "qmr", action, ActionActKind::ReviewEffectiveness, &review).await;
}

async fn plan(centre: &Centre, action: CorrectiveActionId, owner: &str, doer: PersonId) {
    let cause = [
        ("method", "five_whys"),
        ("cause", "Không có bước đối chiếu địa chỉ."),
    ];
    done(centre, owner, action, ActionActKind::AnalyseCause, &cause).await;
    let doer = doer.to_string();
    let measures = [
        ("measures.0.what", "Thêm bước đối chiếu vào quy trình gửi."),
        ("measures.0.doer", &doer),
        ("measures.0.by", "30/04/2026"),
    ];
    done(centre, owner, action, ActionActKind::PlanActions, &measures).await;
}

async fn look(centre: &Centre, who: &str, action: CorrectiveActionId) -> Result<ActionView, Error> {
    let number = centre.app.corrective_action_number(action).await?;
    centre
        .app
        .corrective_action(centre.now(), centre.person(who), &number)
        .await
}

async fn stage(centre: &Centre, action: CorrectiveActionId) -> ActionStage {
    let view = look(centre, "qmr", action).await;
    view.expect("QMR sees every action").action.stage()
}

#[tokio::test]
async fn an_action_without_effect_begins_anew_and_ends_when_it_has_one() {
    for centre in centres("action life", MONDAY).await {
        let centre = &centre;
        let action = open(centre, "chuyenvien").await;
        assert_eq!(stage(centre, action).await, ActionStage::Open);
        let doer = centre.person("letan");
        plan(centre, action, "chuyenvien", doer).await;
        let returned = [("reason", "Thiếu việc đào tạo.")];
        done(centre, "giamdoc", action, ActionActKind::ReturnActions, &returned).await;
        let again = [
            ("measures.0.what", "Thêm bước đối chiếu."),
            ("measures.0.doer", &doer.to_string()),
            ("measures.0.by", "30/04/2026"),
        ];
        done(centre, "chuyenvien", action, ActionActKind::PlanActions, &again).await;
        done(centre, "giamdoc", action, ActionActKind::ApproveActions, &[]).await;
        let result = [("measure", "0"), ("result", "Đã ban hành.")];
        let stranger = act(centre, "so", action, ActionActKind::ReportActionDone, &result).await;
        assert_eq!(why(stranger), Why::NoMeasureOpen);
        done(centre, "letan", action, ActionActKind::ReportActionDone, &result).await;
        assert_eq!(stage(centre, action).await, ActionStage::AwaitingReview);
        let worthless = [("effectiveness", "not_effective"), ("reasons", "Lại gửi nhầm.")];
        done(
            centre,
            "qmr",
            action,
            ActionActKind::ReviewEffectiveness,
            &worthless,
        )
        .await;
        let view = look(centre, "qmr", action).await.expect("QMR sees it");
        assert_eq!(view.action.stage(), ActionStage::Open);
        assert_eq!(
            (view.action.reopened, view.duties[0].nth),
            (1, 1),
            "{}",
            centre.kind
        );
        plan(centre, action, "chuyenvien", doer).await;
        done(centre, "qmr", action, ActionActKind::ApproveActions, &[]).await;
        done(centre, "letan", action, ActionActKind::ReportActionDone, &result).await;
        let worked = [
            ("effectiveness", "effective"),
            ("reasons", "Sáu tháng không tái diễn."),
        ];
        done(centre, "qmr", action, ActionActKind::ReviewEffectiveness, &worked).await;
        done(centre, "qmr", action, ActionActKind::CloseAction, &[]).await;
        let view = look(centre, "qmr", action).await.expect("QMR sees it");
        assert_eq!(view.action.stage(), ActionStage::Closed);
        assert!(view.duties.is_empty());
        let lines = u32::try_from(view.history.len()).expect("a short history");
        assert_eq!(view.action.version, lines);
        let page = centre
            .app
            .corrective_actions(centre.now(), centre.person("qmr"), ActionWish::default());
        let page = page.await.expect("the list can be read");
        assert_eq!(page.lines[0].row.number, "KP-2026-001");
        assert!(page.lines[0].row.due_on.is_none() && page.lines[0].row.closed_on.is_some());
        done(centre, "giamdoc", action, ActionActKind::ReopenAction, &returned).await;
        assert_eq!(stage(centre, action).await, ActionStage::Open);
    }
}

#[tokio::test]
async fn nobody_approves_their_own_plan_nor_reviews_their_own_action() {
    for centre in centres("action halves", MONDAY).await {
        let centre = &centre;
        let action = open(centre, "qmr").await;
        plan(centre, action, "qmr", centre.person("letan")).await;
        let own = act(centre, "qmr", action, ActionActKind::ApproveActions, &[]).await;
        assert_eq!(why(own), Why::BothHalves);
        done(centre, "giamdoc", action, ActionActKind::ApproveActions, &[]).await;
        let result = [("measure", "0"), ("result", "Đã ban hành.")];
        done(centre, "letan", action, ActionActKind::ReportActionDone, &result).await;
        let worked = [("effectiveness", "effective"), ("reasons", "Tốt.")];
        let own = act(centre, "qmr", action, ActionActKind::ReviewEffectiveness, &worked).await;
        assert_eq!(why(own), Why::BothHalves);
        let none = act(
            centre,
            "letan",
            action,
            ActionActKind::ConcludeNoneNeeded,
            &[("reason", "Không cần.")],
        )
        .await;
        assert!(matches!(none, Err(Error::Refused(_))));
    }
}

#[tokio::test]
async fn sending_twice_acts_once_and_whoever_comes_second_is_told() {
    for centre in centres("action twice", MONDAY).await {
        let centre = &centre;
        let action = open(centre, "chuyenvien").await;
        let (kind, pairs) = (
            ActionActKind::Correct,
            [("correction", "Đã gửi lại đúng địa chỉ.")],
        );
        let first = send(centre, "qmr", action, Some(1), "khoá", kind, &pairs).await;
        let second = send(centre, "qmr", action, Some(1), "khoá", kind, &pairs).await;
        assert_eq!(
            (first.expect("done"), second.expect("the same")),
            (2, 2),
            "{}",
            centre.kind
        );
        let other = [("correction", "Khác.")];
        let reused = send(centre, "qmr", action, Some(1), "khoá", kind, &other).await;
        assert!(matches!(reused, Err(Error::KeyReused)));
        let late = send(centre, "chuyenvien", action, Some(1), "khác", kind, &other).await;
        assert!(matches!(late, Err(Error::Overtaken(_))));
    }
}

#[tokio::test]
async fn a_form_tells_every_field_that_cannot_stand() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let action = open(&centre, "chuyenvien").await;
    let empty = act(
        &centre,
        "qmr",
        action,
        ActionActKind::AnalyseCause,
        &[("method", "guessing")],
    )
    .await;
    let Err(Error::Invalid(problems)) = empty else {
        panic!("{empty:?}")
    };
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields, ["method", "cause"]);
    let cause = [("method", "other"), ("cause", "Thiếu đối chiếu.")];
    done(&centre, "qmr", action, ActionActKind::AnalyseCause, &cause).await;
    let past = [
        ("measures.0.what", "Việc"),
        ("measures.0.doer", &centre.person("letan").to_string()),
        ("measures.0.by", "01/03/2026"),
    ];
    let past = act(&centre, "qmr", action, ActionActKind::PlanActions, &past).await;
    let Err(Error::Invalid(problems)) = past else {
        panic!("{past:?}")
    };
    assert_eq!(problems[0].field, "measures.0.by");
}

pub async fn opened_for_case(centre: &Centre, number: &str) -> CorrectiveActionId {
    let case = centre.app.case_id(number).await.expect("it can be looked up");
    let action = CorrectiveActionId(new_id());
    let mut texts = Texts::default();
    let act = Act::OpenCorrectiveAction(OpenCorrectiveAction {
        action,
        existing: false,
        problem: texts.add("Lộ thông tin khách hàng qua thư gửi nhầm."),
        owner: centre.person("chuyenvien"),
    });
    let submission = Submission {
        case,
        key: new_id().to_string(),
        acts: vec![act],
        texts,
        ..Submission::default()
    };
    let done = centre
        .app
        .execute(centre.now(), centre.actor("qmr"), submission)
        .await;
    done.unwrap_or_else(|error| panic!("{}: {error}", centre.kind));
    action
}

#[tokio::test]
async fn an_action_of_a_protected_case_tells_its_content_to_those_on_it_alone() {
    for centre in centres("action sight", MONDAY).await {
        let centre = &centre;
        let form = letter().with("subjects", "confidentiality");
        let number = form.enter(centre, "letan").await;
        assess(centre, &number).await;
        let action = opened_for_case(centre, &number).await;
        for who in ["qmr", "giamdoc", "chuyenvien"] {
            let view = look(centre, who, action).await.expect("they may see it");
            assert_eq!(view.seen, Seen::Full, "{who}");
            assert!(view.row.summary.contains("Lộ thông tin"), "{who}");
            let problem = view.texts.values().any(|text| text.contains("Lộ thông tin"));
            assert!(problem, "{who} reads the problem that was written on the case");
        }
        for who in ["so", "danhgia", "cntt"] {
            let view = look(centre, who, action).await.expect("they keep the list");
            assert_eq!(view.seen, Seen::Masked, "{who}");
            assert!(view.row.summary.is_empty() && view.texts.is_empty() && view.history.is_empty());
            let list = centre
                .app
                .corrective_actions(centre.now(), centre.person(who), ActionWish::default());
            let list = list.await.expect("the list can be read");
            assert!(
                list.lines[0].masked && list.lines[0].row.summary.is_empty(),
                "{who}"
            );
        }
        let stranger = look(centre, "khachquan", action).await;
        assert!(matches!(stranger, Err(Error::NotFound)));
        let none =
            centre
                .app
                .corrective_actions(centre.now(), centre.person("khachquan"), ActionWish::default());
        assert!(none.await.expect("an empty list").lines.is_empty());
        // The case and the action find each other.
        let view = centre.app.case(centre.now(), centre.person("qmr"), &number).await;
        assert_eq!(view.expect("QMR sees it").actions[0].id, action.0);
    }
}

#[tokio::test]
async fn a_second_case_is_linked_by_whoever_sees_all_of_it() {
    for centre in centres("action link", MONDAY).await {
        let centre = &centre;
        let action = open(centre, "chuyenvien").await;
        let number = phone_call().promised().enter(centre, "letan").await;
        let pairs = [("case", number.as_str())];
        // The owner does not see the case, so the number says nothing to them.
        let blind = act(centre, "chuyenvien", action, ActionActKind::Link, &pairs).await;
        assert!(matches!(blind, Err(Error::Invalid(_))), "{blind:?}");
        deed::done(centre, "qmr", &number, "declare_interest", &[]).await;
        done(centre, "qmr", action, ActionActKind::Link, &pairs).await;
        let view = look(centre, "qmr", action).await.expect("QMR sees it");
        assert_eq!(view.cases[0].number, number);
        let case = centre.app.case(centre.now(), centre.person("qmr"), &number).await;
        assert_eq!(case.expect("QMR sees it").actions[0].id, action.0);
    }
}

async fn assess(centre: &Centre, number: &str) {
    use procedure::case::acts::{Assess, DeclareInterest};
    use procedure::vocabulary::{Degree, Kind, Ours, Severity, Subject};
    let case = centre.app.case_id(number).await.expect("it can be looked up");
    let mut texts = Texts::default();
    let acts = vec![
        Act::DeclareInterest(DeclareInterest { interest: None }),
        Act::Assess(Assess {
            ours: Ours::Ours,
            kind: Kind::Complaint,
            subjects: [Subject::Confidentiality].into(),
            severity: Severity::Medium,
            safety: false,
            complexity: Degree::Medium,
            impact: Degree::Medium,
            immediate_action: false,
            reason: texts.add("Thông tin khách hàng có thể đã lộ."),
            case_officer: Some(centre.person("vanthu")),
            unit: None,
        }),
    ];
    let submission = Submission {
        case,
        key: new_id().to_string(),
        acts,
        texts,
        ..Submission::default()
    };
    let done = centre
        .app
        .execute(centre.now(), centre.actor("qmr"), submission)
        .await;
    done.unwrap_or_else(|error| panic!("{}: {error}", centre.kind));
}
