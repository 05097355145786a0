//! Somebody at a browser: signs in, opens pages, sends forms with and without files, and reads what comes back.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Request, StatusCode};
use testkit::Centre;
use testkit::centre::PASSWORD;
use tower::ServiceExt;

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
    /// The bytes as text.
    pub body: String,
}

/// Somebody signed in at a centre.
pub struct Visitor {
    site: Router,
    pub session: String,
    pub csrf: String,
    pub lang: &'static str,
}

/// A file on its way: field, name and bytes.
pub type Sent<'a> = (&'a str, &'a str, &'a [u8]);

pub fn site(centre: &Centre) -> Router {
    let clock = centre.clock.clone();
    let options = web::Options {
        clock: Arc::new(move || clock.now()),
        demo: None,
        secure_cookies: false,
        setup_token: None,
    };
    web::site(centre.app.clone(), options)
}

impl Visitor {
    pub async fn sign_in(centre: &Centre, login: &str) -> Visitor {
        let mut visitor = Visitor {
            site: site(centre),
            session: String::new(),
            csrf: String::new(),
            lang: "vi",
        };
        let pairs = [("login", login), ("password", PASSWORD), ("back", "/work")];
        let answer = visitor.send(urlencoded("/sign-in", &pairs)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{login} signs in");
        let cookie = answer
            .headers
            .get(SET_COOKIE)
            .and_then(|cookie| cookie.to_str().ok());
        let cookie = cookie.and_then(|cookie| cookie.split(';').next());
        visitor.session = cookie.expect("a session is kept in a cookie").to_owned();
        let page = visitor.get("/procedure").await;
        visitor.csrf = page.value_of("csrf");
        visitor
    }

    async fn send(&self, mut request: Request<Body>) -> Answer {
        let cookie = format!("{}; phucdap_lang={}", self.session, self.lang);
        let cookie = cookie.parse().expect("a cookie is plain text");
        request.headers_mut().insert(COOKIE, cookie);
        Answer::of(&self.site, request).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).body(Body::empty());
        self.send(request.expect("a valid address")).await
    }

    /// Sends a form as our own pages do.
    pub async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let mut all = vec![("csrf", self.csrf.as_str())];
        all.extend(pairs);
        self.send(urlencoded(path, &all)).await
    }

    /// Sends a form from nowhere.
    pub async fn forge(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        self.send(urlencoded(path, pairs)).await
    }

    /// Sends a form with files.
    pub async fn post_files(&self, path: &str, pairs: &[(&str, &str)], files: &[Sent<'_>]) -> Answer {
        const BOUNDARY: &str = "-----------------------------17065";
        let mut body = Vec::new();
        for (name, value) in [("csrf", self.csrf.as_str())].iter().chain(pairs) {
            let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(value.as_bytes());
            body.extend_from_slice(b"\r\n");
        }
        for (name, file_name, bytes) in files {
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let request = Request::post(path)
            .header(CONTENT_TYPE, kind)
            .body(Body::from(body));
        self.send(request.expect("a valid address")).await
    }
}

pub fn urlencoded(path: &str, pairs: &[(&str, &str)]) -> Request<Body> {
    let encoded: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", web::url::encode(value)))
        .collect();
    Request::post(path)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(encoded.join("&")))
        .expect("a valid address")
}

impl Answer {
    /// What a site answers to a request.
    pub async fn of(site: &Router, request: Request<Body>) -> Answer {
        let answer = site.clone().oneshot(request).await;
        let (parts, body) = answer.expect("a site always answers").into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("bytes in memory");
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            bytes: bytes.to_vec(),
        }
    }

    /// Where the browser is sent.
    pub fn location(&self) -> &str {
        let to = self.headers.get(LOCATION).and_then(|to| to.to_str().ok());
        to.unwrap_or_else(|| panic!("{}: nowhere to go: {}", self.status, self.body))
    }

    /// The key of the message for the next page.
    pub fn flash(&self) -> String {
        let cookies = self
            .headers
            .get_all(SET_COOKIE)
            .iter()
            .filter_map(|cookie| cookie.to_str().ok());
        let flash = cookies
            .filter_map(|cookie| cookie.strip_prefix("phucdap_flash="))
            .next();
        flash
            .and_then(|flash| flash.split(';').next())
            .unwrap_or_default()
            .to_owned()
    }

    /// The value of a hidden or typed input.
    pub fn value_of(&self, name: &str) -> String {
        self.values_of(name)
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("no field {name}: {}", self.body))
    }

    pub fn values_of(&self, name: &str) -> Vec<String> {
        let mark = format!(" name=\"{name}\"");
        let inputs = self.body.split("<input").skip(1);
        let inputs = inputs.map(|rest| rest.split('>').next().unwrap_or_default());
        inputs
            .filter(|input| input.contains(&mark))
            .filter_map(|input| Some(input.split(" value=\"").nth(1)?.split('"').next()?.to_owned()))
            .collect()
    }

    /// The value that is chosen among radios or boxes of this name.
    pub fn checked(&self, name: &str) -> Vec<String> {
        let mark = format!(" name=\"{name}\"");
        let inputs = self.body.split("<input").skip(1);
        let inputs = inputs.map(|rest| rest.split('>').next().unwrap_or_default());
        inputs
            .filter(|input| input.contains(&mark) && input.contains(" checked"))
            .filter_map(|input| Some(input.split(" value=\"").nth(1)?.split('"').next()?.to_owned()))
            .collect()
    }

    /// What stands in an area.
    pub fn area(&self, name: &str) -> &str {
        let mark = format!(" name=\"{name}\"");
        let areas = self.body.split("<textarea").skip(1);
        let area = areas
            .filter(|area| area.split('>').next().is_some_and(|head| head.contains(&mark)))
            .next();
        let (_, inside) = area.and_then(|area| area.split_once('>')).unwrap_or_default();
        inside
            .split("</textarea>")
            .next()
            .unwrap_or_default()
            .trim_start_matches('\n')
    }

    /// What is said to be wrong with a field, beside the field.
    pub fn error_of(&self, form: &str, name: &str) -> Option<String> {
        let mark = format!("id=\"{form}-{name}-error\">");
        let (_, rest) = self.body.split_once(&mark)?;
        let (_, words) = rest.split_once("</svg>")?;
        Some(words.split("</p>").next()?.to_owned())
    }

    pub fn says(&self, words: &str) -> bool {
        self.body.contains(words)
    }
}
