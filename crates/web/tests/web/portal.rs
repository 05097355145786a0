//! The public pages as somebody without an account uses them: one browser with its cookies, no scripts.

mod case;
mod limits;
mod pages;
mod report;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use axum::http::StatusCode;
use procedure::Case;

use crate::site::{Answer, File, Site, knock, knock_with_files, visit};

const PDF: &[u8] = b"%PDF-1.7 not quite a paper";

/// A complaint by somebody with a name.
const REPORT: &[(&str, &str)] = &[
    ("declared_kind", "complaint"),
    ("content", "Kết quả thử nghiệm gửi chậm hai tuần."),
    ("remedy_sought", "Gửi ngay và giải thích."),
    ("subjects", "other_activity"),
    ("who", "person"),
    ("name", "Nguyễn Thị Lan"),
    ("email", "lan@example.vn"),
];

/// Somebody's browser.
struct Browser<'a> {
    site: &'a Site,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl<'a> Browser<'a> {
    fn new(site: &'a Site) -> Self {
        Browser {
            site,
            cookies: Mutex::default(),
        }
    }

    fn jar(&self) -> String {
        let cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        let pairs: Vec<String> = cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    fn take(&self, answer: Answer) -> Answer {
        let mut cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        for line in answer.cookies() {
            let pair = line.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').expect("a cookie is a pair");
            if line.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        drop(cookies);
        answer
    }

    async fn get(&self, path: &str) -> Answer {
        let answer = visit(self.site.router(), path, &self.jar()).await;
        self.take(answer)
    }

    async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let answer = knock(self.site.router(), path, pairs, &self.jar()).await;
        self.take(answer)
    }

    async fn post_files(&self, path: &str, pairs: &[(&str, &str)], files: &[File<'_>]) -> Answer {
        let answer = knock_with_files(self.site.router(), path, pairs, files, &self.jar()).await;
        self.take(answer)
    }

    /// Opens the form and sends this; number and code as the receipt shows them.
    async fn report(&self, form: &[(&str, &str)]) -> (String, String) {
        self.get("/portal/new").await;
        let sent = self.post("/portal/new", form).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        assert_eq!(sent.location(), "/portal/receipt");
        read_receipt(&self.get("/portal/receipt").await)
    }

    async fn follow(&self, number: &str, code: &str) -> Answer {
        self.post("/portal/case", &[("number", number), ("code", code)])
            .await
    }
}

/// Number and code of a receipt.
fn read_receipt(page: &Answer) -> (String, String) {
    let between = |from: &str, to: &str| {
        let rest = page.body.split_once(from).map(|(_, rest)| rest);
        let found = rest
            .and_then(|rest| rest.split_once(to))
            .map(|(found, _)| found.to_owned());
        found.unwrap_or_else(|| panic!("no {from}: {}", page.text()))
    };
    (
        between("<strong class=\"public-number\">", "</strong>"),
        between("<code>", "</code>"),
    )
}

async fn case_of(site: &Site, number: &str) -> Case {
    let app = &site.centre.app;
    let id = app.case_id(number).await.expect("it can be looked up");
    let id = id.unwrap_or_else(|| panic!("no case {number}"));
    app.case_as_it_stands(id).await.expect("it is there")
}
