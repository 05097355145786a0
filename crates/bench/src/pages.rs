//! Pages at ten thousand cases: how many a second and how long the slowest hundredth takes, against a small static file of the same server;
//! and acts through HTTP.

use crate::office::{Desk, PASSWORD, now, with_cases};
use crate::spread;
use anyhow::{Context, Result};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::client::conn::http1::SendRequest;
use hyper_util::rt::TokioIo;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use tokio::net::{TcpListener, TcpStream};

const CASES: usize = 10_000;
const REQUESTS: usize = 400;

struct Client {
    sender: SendRequest<Full<Bytes>>,
    cookie: String,
}

impl Client {
    async fn open(address: std::net::SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self {
            sender,
            cookie: String::new(),
        })
    }

    async fn send(&mut self, method: &str, path: &str, form: Option<&str>) -> Result<(u16, String, Bytes)> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "127.0.0.1");
        if !self.cookie.is_empty() {
            request = request.header("cookie", &self.cookie);
        }
        if form.is_some() {
            request = request
                .header("content-type", "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin");
        }
        let body = Full::new(Bytes::from(form.unwrap_or_default().to_owned()));
        self.sender.ready().await?;
        let answer = self.sender.send_request(request.body(body)?).await?;
        let status = answer.status().as_u16();
        let cookie = answer
            .headers()
            .get("set-cookie")
            .and_then(|c| c.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        Ok((status, cookie, answer.into_body().collect().await?.to_bytes()))
    }
}

async fn measured(client: &mut Client, path: impl Fn(usize) -> String) -> Result<(f64, f64, f64)> {
    for n in 0..20 {
        client.send("GET", &path(n), None).await?;
    }
    let mut times = Vec::with_capacity(REQUESTS);
    let begun = Instant::now();
    for n in 0..REQUESTS {
        let one = Instant::now();
        let (status, _, _) = client.send("GET", &path(n), None).await?;
        anyhow::ensure!(status == 200, "{} answered {status}", path(n));
        times.push(one.elapsed().as_secs_f64());
    }
    let rate = REQUESTS as f64 / begun.elapsed().as_secs_f64();
    let (p50, p99) = spread(times);
    Ok((rate, p50, p99))
}

pub async fn all(directory: &Path) -> Result<()> {
    let place = directory.join("pages.db");
    let desk = with_cases(
        place.to_str().context("a path in UTF-8")?,
        &directory.join("pages-files"),
        CASES,
    )
    .await?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let options = web::Options {
        clock: Arc::new(now),
        demo: None,
        secure_cookies: false,
        trusted_proxies: Arc::default(),
        public_url: None,
        setup_token: None,
        interface: web::Interface::default(),
        sends_mail: false,
    };
    let site = web::site(desk.app.clone(), options);
    let server = tokio::spawn(async move { axum::serve(listener, site).await });
    let mut client = Client::open(address).await?;
    let form = format!("login=do&password={PASSWORD}");
    let (status, cookie, _) = client.send("POST", "/sign-in", Some(&form)).await?;
    anyhow::ensure!(status == 303, "signing in answered {status}");
    client.cookie = cookie.split(';').next().unwrap_or_default().to_owned();

    let small = web::assets::url("mark.svg");
    let numbers: Vec<String> = desk.numbers.iter().map(|(_, number)| number.clone()).collect();
    let floor = measured(&mut client, |_| small.to_owned()).await?;
    print("static file", floor, floor);
    let work = measured(&mut client, |_| "/work".to_owned()).await?;
    print("my work", work, floor);
    let register = measured(&mut client, |_| "/register".to_owned()).await?;
    print("register", register, floor);
    let search = measured(&mut client, |n| {
        format!("/register?q={}", ["khach", "mau%20bien", "chung%20nhan"][n % 3])
    })
    .await?;
    print("register, searched", search, floor);
    let case = measured(&mut client, |n| {
        format!("/cases/{}", numbers[(n * 37) % numbers.len()])
    })
    .await?;
    print("case", case, floor);
    acts(&desk, &mut client).await?;
    server.abort();
    desk.db.close().await;
    Ok(())
}

/// Acts through a form, as a browser sends it.
async fn acts(desk: &Desk, client: &mut Client) -> Result<()> {
    let (_, _, page) = client
        .send("GET", &format!("/cases/{}", desk.numbers[0].1), None)
        .await?;
    let page = String::from_utf8_lossy(&page);
    let csrf = page
        .split("name=\"csrf\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let csrf = csrf.context("the page has a form")?.to_owned();
    let mut times = Vec::with_capacity(REQUESTS);
    for n in 0..REQUESTS {
        let (_, number) = &desk.numbers[(n * 41) % desk.numbers.len()];
        let form = format!(
            "csrf={csrf}&key={}&words=da%20bao%20tien%20do",
            uuid::Uuid::now_v7()
        );
        let one = Instant::now();
        let (status, _, _) = client
            .send(
                "POST",
                &format!("/cases/{number}/acts/tell_progress"),
                Some(&form),
            )
            .await?;
        anyhow::ensure!(status == 303, "the act answered {status}");
        times.push(one.elapsed().as_secs_f64());
    }
    let total: f64 = times.iter().sum();
    let rate = times.len() as f64 / total;
    let (p50, p99) = spread(times);
    println!("acts through HTTP, 1 client  {rate:>8.0}/s   p50 {p50:>6.2} ms   p99 {p99:>6.2} ms");
    Ok(())
}

fn print(name: &str, (rate, p50, p99): (f64, f64, f64), floor: (f64, f64, f64)) {
    println!(
        "{name:<20} {rate:>8.0}/s   p50 {p50:>6.2} ms   p99 {p99:>6.2} ms   {:.1} × the static file",
        p50 / floor.1
    );
}
