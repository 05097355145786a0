//! The interface over a centre, and the shortest way to ask it something in somebody's name.

use std::sync::Arc;

use api::Options;
use app::tokens::{NewToken, Scope};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap};
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};
use testkit::Centre;
use testkit::centre::centres;
use tower::ServiceExt;

pub const MONDAY: &str = "2026-03-02T09:00:00+07:00";

pub struct Site {
    pub centre: Centre,
    router: Router,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or(Value::Null)
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// The interface on each kind of database.
pub async fn sites(test: &str) -> Vec<Site> {
    let centres = centres(test, MONDAY).await.into_iter();
    centres.map(|centre| Site::over(centre, 10_000)).collect()
}

impl Site {
    pub async fn on_sqlite() -> Site {
        Site::over(Centre::on_sqlite(MONDAY).await, 10_000)
    }

    pub fn over(centre: Centre, requests_a_minute: u32) -> Site {
        let clock = centre.clock.clone();
        let options = Options {
            clock: Arc::new(move || clock.now()),
            requests_a_minute,
            private_webhooks: true,
        };
        let router = Router::new().nest(api::BASE, api::router(centre.app.clone(), options));
        Site { centre, router }
    }

    /// A token of this person with these scopes.
    pub async fn token(&self, login: &str, scopes: &[Scope]) -> String {
        let person = match login {
            "quantri" => self.centre.administrator,
            other => self.centre.person(other),
        };
        let new = NewToken {
            name: "thử nghiệm".to_owned(),
            scopes: scopes.to_vec(),
            days: 30,
        };
        let made = self.centre.app.make_token(self.centre.now(), person, new).await;
        made.unwrap().1
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes: to_bytes(body, usize::MAX).await.unwrap().to_vec(),
        }
    }

    pub async fn get(&self, token: &str, path: &str) -> Answer {
        let request = Request::get(format!("/api/v1{path}")).header(AUTHORIZATION, format!("Bearer {token}"));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, token: &str, path: &str, body: Value) -> Answer {
        self.post_with(token, path, body, &[]).await
    }

    pub async fn post_with(&self, token: &str, path: &str, body: Value, headers: &[(&str, &str)]) -> Answer {
        self.ask("POST", token, path, &body, headers).await
    }

    pub async fn put(&self, token: &str, path: &str, body: Value) -> Answer {
        self.ask("PUT", token, path, &body, &[]).await
    }

    /// A request with JSON, unless it is null.
    pub async fn ask(
        &self,
        method: &str,
        token: &str,
        path: &str,
        body: &Value,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header(AUTHORIZATION, format!("Bearer {token}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if body.is_null() {
            return self.send(request.body(Body::empty()).unwrap()).await;
        }
        let request = request.header(CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap())
            .await
    }

    /// The bytes of a file.
    pub async fn give(&self, token: &str, path: &str, bytes: &[u8], headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::post(format!("/api/v1{path}"))
            .header(AUTHORIZATION, format!("Bearer {token}"))
            .header(CONTENT_TYPE, "application/octet-stream")
            .header("content-length", bytes.len());
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(bytes.to_vec())).unwrap()).await
    }

    /// A written complaint received by the reception desk; answers with its number.
    pub async fn case(&self) -> String {
        let token = self.token("letan", &Scope::ALL[..2]).await;
        let answer = self.post(&token, "/cases", complaint()).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.json());
        answer.json()["number"].as_str().unwrap().to_owned()
    }
}

pub fn complaint() -> Value {
    json!({
        "channel": "letter",
        "declared_kind": "complaint",
        "subjects": ["other_activity"],
        "content": "Chậm trả lời về chứng chỉ.",
        "name": "Công ty Mẫu",
        "party_kind": "organisation",
        "address": "Hà Nội",
    })
}
