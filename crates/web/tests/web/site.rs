//! A whole site in a test, asked as a browser without scripts does: everybody at the centre signs in the first time they ask for
//! something, and cases come in by the page.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, HeaderMap, LOCATION, SET_COOKIE};
use axum::http::{Request, StatusCode};
use testkit::Centre;
use testkit::centre::{PASSWORD, centres};
use tower::ServiceExt;
use web::Options;

pub const MONDAY: &str = "2026-03-02T09:00:00+07:00";
const BOUNDARY: &str = "mot-ranh-gioi-khong-ai-go";

/// The site over a centre.
pub struct Site {
    pub centre: Centre,
    router: Router,
    sessions: Mutex<BTreeMap<String, Session>>,
}

#[derive(Clone)]
struct Session {
    cookie: String,
    csrf: String,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
    /// The bytes as text.
    pub body: String,
}

/// A line on which events come.
pub struct Events(Body);

impl Events {
    /// The next event; none when the line has ended.
    pub async fn next(&mut self) -> Option<String> {
        use axum::body::HttpBody;
        let frame =
            std::future::poll_fn(|context| std::pin::Pin::new(&mut self.0).poll_frame(context)).await?;
        let data = frame.expect("a line in memory").into_data().unwrap_or_default();
        Some(String::from_utf8_lossy(&data).into_owned())
    }
}

/// A file in a form.
#[derive(Clone)]
pub struct File<'a> {
    pub field: &'a str,
    pub name: &'a str,
    pub bytes: &'a [u8],
}

/// A site on each kind of database; `test` names them in messages.
pub async fn sites(test: &str) -> Vec<Site> {
    centres(test, MONDAY).await.into_iter().map(Site::over).collect()
}

impl Site {
    pub async fn on_sqlite() -> Site {
        Site::over(Centre::on_sqlite(MONDAY).await)
    }

    pub fn over(centre: Centre) -> Site {
        let clock = centre.clock.clone();
        let options = Options {
            clock: Arc::new(move || clock.now()),
            demo: None,
            secure_cookies: false,
            trusted_proxies: Arc::default(),
            public_url: None,
            setup_token: None,
            interface: web::Interface::default(),
            sends_mail: false,
        };
        Site {
            router: web::site(centre.app.clone(), options),
            centre,
            sessions: Mutex::default(),
        }
    }

    /// A page as a guest sees it.
    pub async fn visit(&self, path: &str) -> Answer {
        visit(&self.router, path, "").await
    }

    /// A form sent by a guest.
    pub async fn knock(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        knock(&self.router, path, pairs, "").await
    }

    /// A form sent by a client that says of itself what stands in these headers alone.
    pub async fn knock_as(&self, path: &str, pairs: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        knock_as(&self.router, path, pairs, headers).await
    }

    /// A page as the bearer of this cookie sees it.
    pub async fn get_with(&self, cookie: &str, path: &str) -> Answer {
        visit(&self.router, path, cookie).await
    }

    /// A page as this person sees it, in Vietnamese.
    pub async fn get(&self, who: &str, path: &str) -> Answer {
        self.get_in(who, path, "vi").await
    }

    pub async fn get_in(&self, who: &str, path: &str, lang: &str) -> Answer {
        let session = self.session(who).await;
        let cookie = format!("{}; phucdap_lang={lang}", session.cookie);
        self.get_with(&cookie, path).await
    }

    /// A form sent from our own page, with a key that was never used.
    pub async fn post(&self, who: &str, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let key = app::new_id().to_string();
        self.post_keyed(who, path, &key, pairs).await
    }

    /// What a page that stands open hears.
    pub async fn events(&self, who: &str) -> Events {
        let session = self.session(who).await;
        let request = Request::get("/events")
            .header(COOKIE, session.cookie)
            .body(Body::empty());
        let request = request.expect("a valid request");
        let answer = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("a site always answers");
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[CONTENT_TYPE], "text/event-stream");
        Events(answer.into_body())
    }

    /// The same by somebody who reads this language.
    pub async fn post_in(&self, who: &str, path: &str, lang: &str, pairs: &[(&str, &str)]) -> Answer {
        let session = self.session(who).await;
        let mut all = vec![("csrf", session.csrf.as_str())];
        all.extend(pairs);
        let cookie = format!("{}; phucdap_lang={lang}", session.cookie);
        knock(&self.router, path, &all, &cookie).await
    }

    pub async fn post_keyed(&self, who: &str, path: &str, key: &str, pairs: &[(&str, &str)]) -> Answer {
        let csrf = self.session(who).await.csrf;
        let mut all = vec![("csrf", csrf.as_str()), ("key", key)];
        all.extend(pairs);
        self.post_bare(who, path, &all).await
    }

    /// A form with nothing but these pairs: no proof that it is ours.
    pub async fn post_bare(&self, who: &str, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let session = self.session(who).await;
        let cookie = format!("{}; phucdap_lang=vi", session.cookie);
        knock(&self.router, path, pairs, &cookie).await
    }

    /// A form with files.
    pub async fn post_files(
        &self,
        who: &str,
        path: &str,
        pairs: &[(&str, &str)],
        files: &[File<'_>],
    ) -> Answer {
        let session = self.session(who).await;
        let key = app::new_id().to_string();
        let mut all = vec![("csrf", session.csrf.as_str()), ("key", key.as_str())];
        all.extend(pairs);
        let cookie = format!("{}; phucdap_lang=vi", session.cookie);
        knock_with_files(&self.router, path, &all, files, &cookie).await
    }

    pub fn router(&self) -> &Router {
        &self.router
    }

    /// The cookie of a session of this person, who signs in for it where there is none yet.
    pub async fn cookie(&self, who: &str) -> String {
        self.session(who).await.cookie
    }

    async fn session(&self, who: &str) -> Session {
        if let Some(session) = self.known().get(who) {
            return session.clone();
        }
        let form = [("login", who), ("password", PASSWORD)];
        let answer = self.knock("/sign-in", &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{who} signs in");
        let cookie = answer.cookie("phucdap_session").expect("a session is kept");
        let page = self.get_with(&cookie, "/account").await;
        let session = Session {
            cookie,
            csrf: page.value_of("csrf").to_owned(),
        };
        self.known().insert(who.to_owned(), session.clone());
        session
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<String, Session>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// This person signs in once more the next time.
    pub fn forget(&self, who: &str) {
        self.known().remove(who);
    }

    /// Days go by, and with them every session.
    pub fn pass_days(&self, days: i64) {
        self.centre.clock.pass_days(days);
        self.known().clear();
    }

    /// Enters a case by the page of intake; its number.
    pub async fn enter(&self, who: &str, form: &[(&str, &str)]) -> String {
        let answer = self.post(who, "/intake", form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let to = answer.location().strip_prefix("/cases/");
        to.expect("on to the case").to_owned()
    }

    /// Does an act on a case by its form.
    pub async fn act(&self, who: &str, number: &str, act: &str, pairs: &[(&str, &str)]) -> Answer {
        self.post(who, &format!("/cases/{number}/acts/{act}"), pairs)
            .await
    }

    /// Does an act that is expected to be taken.
    pub async fn done(&self, who: &str, number: &str, act: &str, pairs: &[(&str, &str)]) {
        let answer = self.act(who, number, act, pairs).await;
        let kind = self.centre.kind;
        assert_eq!(
            answer.status,
            StatusCode::SEE_OTHER,
            "{kind} {who} {act}: {}",
            answer.text()
        );
    }

    /// The identity of somebody, as forms send it.
    pub fn id(&self, who: &str) -> String {
        self.centre.person(who).to_string()
    }
}

async fn send(router: &Router, request: Request<Body>) -> Answer {
    let answer = router.clone().oneshot(request).await;
    let (parts, body) = answer.expect("a site always answers").into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("bytes in memory");
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8_lossy(&bytes).into_owned(),
        bytes: bytes.to_vec(),
    }
}

/// A page as the bearer of this cookie sees it; a guest has none.
pub async fn visit(router: &Router, path: &str, cookie: &str) -> Answer {
    let request = Request::get(path).header(COOKIE, cookie).body(Body::empty());
    send(router, request.expect("a valid address")).await
}

/// A form as the bearer of this cookie sends it; a guest has none.
pub async fn knock(router: &Router, path: &str, pairs: &[(&str, &str)], cookie: &str) -> Answer {
    let encoded = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", web::url::encode(value)));
    let request = Request::post(path)
        .header(COOKIE, cookie)
        .header("sec-fetch-site", "same-origin")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(encoded.collect::<Vec<_>>().join("&")));
    send(router, request.expect("a valid request")).await
}

/// A form with files as the bearer of this cookie sends it.
pub async fn knock_with_files(
    router: &Router,
    path: &str,
    pairs: &[(&str, &str)],
    files: &[File<'_>],
    cookie: &str,
) -> Answer {
    let request = Request::post(path)
        .header(COOKIE, cookie)
        .header("sec-fetch-site", "same-origin")
        .header(CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
        .body(Body::from(parts(pairs, files)));
    send(router, request.expect("a valid request")).await
}

/// The same from a client that says of itself what stands in these headers alone.
pub async fn knock_as(
    router: &Router,
    path: &str,
    pairs: &[(&str, &str)],
    headers: &[(&str, &str)],
) -> Answer {
    let encoded = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", web::url::encode(value)));
    let mut request = Request::post(path).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::from(encoded.collect::<Vec<_>>().join("&")));
    send(router, request.expect("a valid request")).await
}

fn parts(pairs: &[(&str, &str)], files: &[File<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in pairs {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.extend(head.bytes());
        body.extend(value.bytes());
        body.extend(b"\r\n");
    }
    for file in files {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n",
            file.field, file.name
        );
        body.extend(head.bytes());
        body.extend(file.bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

impl Answer {
    /// Where the browser is sent; nowhere is empty.
    pub fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }

    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).map(|value| value.to_str());
        value.map_or("", |value| value.expect("headers are plain text"))
    }

    /// Every line by which cookies are set.
    pub fn cookies(&self) -> Vec<&str> {
        let lines = self.headers.get_all(SET_COOKIE).into_iter();
        lines
            .map(|line| line.to_str().expect("cookies are plain text"))
            .collect()
    }

    /// `name=value` of a cookie that is set, unless it is taken away.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let line = self.cookies().into_iter().find(|line| line.starts_with(name))?;
        let pair = line.split(';').next()?;
        (!pair.ends_with('=')).then(|| pair.to_owned())
    }

    /// The form of this id, from tag to tag.
    pub fn form(&self, id: &str) -> Option<&str> {
        let at = self.body.find(&format!("<form id=\"{id}\""))?;
        let form = &self.body[at..];
        form.find("</form>").map(|end| &form[..end])
    }

    /// The words of the page without its tags.
    pub fn text(&self) -> String {
        text_of(&self.body)
    }
}

/// What a reader of this piece of a page reads.
pub fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    let text = text
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
    let text = text.replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Somebody rings: a complaint about another activity, with a telephone number; a reply is promised.
pub const PHONE_CALL: &[(&str, &str)] = &[
    ("channel", "phone"),
    ("received_on", "02/03/2026"),
    ("name", "Nguyễn Thị Lan"),
    ("phone", "0912 345 678"),
    ("declared_kind", "complaint"),
    ("subjects", "other_activity"),
    ("content", "Kết quả thử nghiệm gửi chậm hai tuần."),
    ("road", "promised"),
    ("reply_by", "09/03/2026"),
];

/// A letter about the same, with an address.
pub const LETTER: &[(&str, &str)] = &[
    ("channel", "letter"),
    ("received_on", "02/03/2026"),
    ("name", "Nguyễn Thị Lan"),
    ("address", "12 Tràng Thi, Hà Nội"),
    ("declared_kind", "complaint"),
    ("subjects", "other_activity"),
    ("content", "Kết quả thử nghiệm gửi chậm hai tuần."),
];

/// The form with these fields filled in otherwise.
pub fn with<'a>(form: &[(&'a str, &'a str)], other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<_> = form
        .iter()
        .filter(|(name, _)| other.iter().all(|(changed, _)| changed != name))
        .copied()
        .collect();
    all.extend(other);
    all
}

/// A word that is the key of a message, because the message is missing, is seen by its group.
pub fn assert_no_raw_keys(place: &str, page: &Answer) {
    const GROUPS: &[&str] = &[
        "act",
        "field",
        "refusal",
        "problem",
        "change",
        "role",
        "kind",
        "channel",
        "subject",
        "stage",
        "office",
        "finding",
        "remedy",
        "bar",
        "tie",
        "severity",
        "degree",
        "ours",
        "part",
        "signing-mode",
        "day-kind",
        "letter-purpose",
        "letter-stage",
        "action-stage",
        "dispatch-way",
        "delivery",
        "annul-ground",
        "reopen-ground",
        "client-measure",
        "response",
        "forum",
        "lateness",
        "look",
        "notice",
        "case",
        "admin",
        "register",
    ];
    // What the centre itself wrote, such as logins, stands in code.
    let text = page.text();
    let raw: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || "-_./@".contains(c)))
        .filter(|word| {
            word.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
                && GROUPS.iter().any(|group| {
                    word.strip_prefix(group)
                        .is_some_and(|rest| rest.starts_with('-') && rest.len() > 1)
                })
        })
        .filter(|word| {
            i18n::Texts::keys().any(|key| key == *word) || word.matches('-').count() > 1 || word.contains('_')
        })
        .collect();
    assert!(raw.is_empty(), "{place}: {raw:?}");
}
