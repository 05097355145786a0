//! `phucdap serve`: the site and its worker, until they are asked to stop.

use std::future::IntoFuture;
use std::net::{IpAddr, SocketAddr};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use app::App;
use app::submission::{hex, random};
use clap::Args;
use i18n::Texts;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use web::{DemoLogin, Options};

use crate::clock::Clock;
use crate::mailbox::Mailboxes;
use crate::place::Place;
use crate::post::{self, Post, Server};
use crate::worker;

#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    pub place: Place,
    /// Address and port; port 0 takes a free one.
    #[arg(
        long,
        env = "PHUCDAP_LISTEN",
        default_value = "127.0.0.1:8080",
        value_name = "ADDRESS:PORT"
    )]
    pub listen: SocketAddr,
    /// The site is reached by https through a proxy: cookies are sent nowhere else.
    #[arg(long, env = "PHUCDAP_SECURE_COOKIES")]
    pub secure_cookies: bool,
    #[command(flatten)]
    pub mailboxes: Mailboxes,
    /// The address under which people outside reach the site, such as https://khieunai.example.vn: for links in mails, slips and calendars.
    #[arg(long, env = "PHUCDAP_PUBLIC_URL", value_name = "URL", value_parser = public_url)]
    pub public_url: Option<String>,
    /// Address of a proxy that is believed about who called it (X-Forwarded-For); several with commas.
    #[arg(
        long,
        env = "PHUCDAP_TRUSTED_PROXY",
        value_name = "ADDRESS",
        value_delimiter = ','
    )]
    pub trusted_proxy: Vec<IpAddr>,
    #[command(flatten)]
    pub interface: Interface,
    #[command(flatten)]
    pub post: Post,
}

/// The interface for other systems, and what they are told.
#[derive(Args, Clone, Copy, Debug)]
pub struct Interface {
    /// How many requests a token may make in a minute.
    #[arg(long, env = "PHUCDAP_API_REQUESTS", default_value_t = api::Options::USUAL_REQUESTS, value_name = "NUMBER")]
    pub api_requests: u32,
    /// Webhooks may go to private networks and to this machine, also without TLS.
    #[arg(long, env = "PHUCDAP_PRIVATE_WEBHOOKS")]
    pub private_webhooks: bool,
}

/// An address of the site that a link can begin with: its scheme and host, perhaps a path, no slash at the end.
fn public_url(typed: &str) -> Result<String, String> {
    let url = typed.trim_end_matches('/');
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    match rest {
        Some(rest) if !rest.is_empty() && !rest.contains([' ', '?', '#', '@']) => Ok(url.to_owned()),
        _ => Err("an address such as https://khieunai.example.vn is needed".to_owned()),
    }
}

/// How long requests that are under way may take after the end was announced.
const PATIENCE: Duration = Duration::from_secs(5);

impl Serve {
    pub async fn run(self, t: &Texts) -> Result<ExitCode> {
        let clock = Clock::of_server(self.listen.ip().is_loopback())?;
        let listener = listen(self.listen).await?;
        let mail = self.post.server(self.public_url.as_deref())?;
        let app = self.place.open().await?;
        tracing::info!(database = app.database(), "the database is open");
        let site = Site {
            app,
            clock,
            listener,
            demo: None,
            secure_cookies: self.secure_cookies,
            mailboxes: self.mailboxes,
            public_url: self.public_url,
            trusted_proxies: self.trusted_proxy.into(),
            interface: self.interface,
            mail,
        };
        site.serve(t).await
    }
}

pub async fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address}"))
}

/// Everything that is needed to serve.
pub struct Site {
    pub app: App,
    pub clock: Clock,
    pub listener: TcpListener,
    pub demo: Option<Arc<[DemoLogin]>>,
    pub secure_cookies: bool,
    pub mailboxes: Mailboxes,
    pub public_url: Option<String>,
    pub trusted_proxies: Arc<[IpAddr]>,
    pub interface: Interface,
    /// Where mail goes out; without it, mail waits.
    pub mail: Option<Server>,
}

impl Site {
    /// Serves until SIGINT or SIGTERM.
    pub async fn serve(self, t: &Texts) -> Result<ExitCode> {
        // Before anybody can know that it runs, so that nobody can stop it any other way than cleanly.
        let mut stop = Stop::listen()?;
        let address = self.listener.local_addr()?;
        let others_can_reach_it = !address.ip().is_loopback();
        let needs_setup = self.app.needs_setup().await?;
        let setup_token = (needs_setup && others_can_reach_it).then(|| hex(&random::<8>()));
        println!("{}", t.cli_serving(shown(address)));
        if needs_setup {
            println!("{}", t.cli_set_up_here());
        }
        if let Some(token) = &setup_token {
            println!("{}", t.cli_set_up_token(token));
        }

        let options = Options {
            clock: self.clock.shared(),
            demo: self.demo,
            secure_cookies: self.secure_cookies,
            public_url: self.public_url,
            trusted_proxies: self.trusted_proxies,
            setup_token,
            interface: web::Interface {
                describe: Some(api::document),
                private_webhooks: self.interface.private_webhooks,
            },
            sends_mail: self.mail.is_some(),
        };
        let open = api::Options {
            clock: self.clock.shared(),
            requests_a_minute: self.interface.api_requests,
            private_webhooks: self.interface.private_webhooks,
        };
        let carrier = api::webhooks::Carrier::new(self.interface.private_webhooks);
        let carrier = carrier.map_err(anyhow::Error::msg)?;
        let (announce_end, end) = watch::channel(false);
        let papers = worker::make_papers(self.app.clone(), self.clock.shared(), end.clone());
        let papers = tokio::spawn(papers);
        let fetching = self.mailboxes.start(&self.app, self.clock.shared(), &end)?;
        let registers = worker::take_registers_in(self.app.clone(), self.clock.shared(), end.clone());
        let registers = tokio::spawn(registers);
        let told = worker::tell_systems(self.app.clone(), self.clock.shared(), carrier, end.clone());
        let told = tokio::spawn(told);
        let posting = self.mail.map(|server| {
            let (app, clock) = (self.app.clone(), self.clock.clone());
            tokio::spawn(post::run(app, clock, server, end.clone()))
        });
        let working = tokio::spawn(worker::run(self.app.clone(), self.clock, end.clone()));
        let router =
            web::site(self.app.clone(), options).nest(api::BASE, api::router(self.app.clone(), open));
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let serving = axum::serve(self.listener, service).with_graceful_shutdown(ended(end));
        let serving = tokio::spawn(serving.into_future());

        stop.asked().await;
        tracing::info!("the server was asked to stop");
        announce_end.send_replace(true);
        self.app.end_of_changes();
        if tokio::time::timeout(PATIENCE, serving).await.is_err() {
            tracing::warn!("some requests were still under way");
        }
        working.await.context("the worker broke off")?;
        papers.await.context("the maker of papers broke off")?;
        for fetching in fetching {
            fetching.await.context("the fetching of mail broke off")?;
        }
        registers.await.context("whoever takes registers in broke off")?;
        told.await.context("the carrier of webhooks broke off")?;
        if let Some(posting) = posting {
            posting.await.context("the sender of mail broke off")?;
        }
        self.app.close().await;
        tracing::info!("the server has stopped");
        Ok(ExitCode::SUCCESS)
    }
}

/// The address as a browser on this machine opens it.
fn shown(address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        format!("http://127.0.0.1:{}", address.port())
    } else {
        format!("http://{address}")
    }
}

async fn ended(mut end: watch::Receiver<bool>) {
    // An announcer that is gone has announced the end as well.
    let _ = end.wait_for(|ended| *ended).await;
}

/// Waits for SIGINT or SIGTERM.
struct Stop {
    interrupted: Signal,
    terminated: Signal,
}

impl Stop {
    fn listen() -> Result<Stop> {
        Ok(Stop {
            interrupted: signal(SignalKind::interrupt())?,
            terminated: signal(SignalKind::terminate())?,
        })
    }

    async fn asked(&mut self) {
        tokio::select! {
            _ = self.interrupted.recv() => {}
            _ = self.terminated.recv() => {}
        }
    }
}
