//! Cases: the register a page at a time, one case as its caller sees it, acts on it, and new ones, one by one or many at once.

mod acts;
mod batch;
mod code;
mod documents;
mod letters;
mod list;
mod offers;
mod receipt;
mod view;

pub use documents::saved;
pub use offers::{Asked, Offer, Refused};
pub use view::texts_in;

use axum::routing::{get, post};

use crate::endpoint::{Body, Endpoint, Once, Operation};
use crate::paging::Page;

/// How a number of the register looks.
pub const NUMBER: &str = "^[0-9]{4}-[0-9]{4,9}$";

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("get", "/cases", "list_cases", get(list::list))
            .query::<list::Wish>()
            .gives::<Page<list::Line>>(200)
            .link("get_case", "number", "$response.body#/items/0/number"),
        Endpoint::new("post", "/cases", "receive_case", post(receipt::receive))
            .takes::<receipt::Receipt>()
            .gives::<receipt::Done>(201)
            .once(Once::ByTheAct)
            .link("get_case", "number", "$response.body#/number"),
        Endpoint::new("post", "/cases/batch", "receive_cases", post(batch::receive))
            .takes::<batch::Batch>()
            .gives::<batch::Outcomes>(200)
            .once(Once::Unkeyed),
        Endpoint::new("get", "/cases/{number}", "get_case", get(view::one))
            .gives::<view::CaseBody>(200)
            .versioned(),
        Endpoint::new(
            "get",
            "/cases/{number}/documents/{id}",
            "get_document",
            get(documents::one),
        )
        .gives_bytes(),
        acts(),
        Endpoint::new(
            "get",
            "/cases/{number}/tracking-code",
            "get_tracking_code",
            get(code::given),
        )
        .gives::<code::Given>(200),
        Endpoint::new(
            "post",
            "/cases/{number}/tracking-code",
            "hand_out_code",
            post(code::hand_out),
        )
        .gives::<code::HandedOut>(201)
        .tells_once("code"),
        Endpoint::new("get", "/similar", "find_similar", get(list::similar))
            .group("cases")
            .query::<list::Known>()
            .gives::<Page<list::Earlier>>(200),
    ]
}

/// One route, described as one operation for each act, with what that act asks for.
fn acts() -> Endpoint {
    let operations = acts::kinds().map(|kind| Operation {
        path: format!("/cases/{{number}}/acts/{}", kind.key()),
        id: kind.key().to_owned(),
        words: Some(acts::words),
        body: Some(Body::Act(procedure::case::fields::fields(kind))),
    });
    Endpoint::new("post", "/cases/{number}/acts/{act}", "act", post(acts::act))
        .operations(operations.collect())
        .gives::<receipt::Done>(200)
        .once(Once::ByTheAct)
        .versioned()
}
