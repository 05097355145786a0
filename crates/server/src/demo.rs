//! `phucdap demo`: a fictitious centre with a year behind it, made anew at each start by playing a script of days through the same door
//! as everyone else.

mod house;
mod player;
mod post;
mod script;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Args;
use i18n::Texts;

use crate::clock::Clock;
use crate::place::{Place, make_directory};
use crate::serve::{Interface, Site, listen};

#[derive(Args)]
pub struct Demo {
    /// Address and port on this machine; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// Directory of the demo, emptied at each start.
    #[arg(long, default_value = "phucdap-demo", value_name = "DIR")]
    data: PathBuf,
    #[command(flatten)]
    interface: Interface,
}

/// What everybody in the demo signs in with.
const PASSWORD: &str = "phucdap-demo";
/// Tells a directory that the demo may empty from one that holds something of value.
const MARK: &str = "this-is-a-demo";

impl Demo {
    pub async fn run(self, t: &Texts) -> Result<ExitCode> {
        if !self.listen.ip().is_loopback() {
            bail!("the demo shows its passwords, so it listens on loopback only");
        }
        let clock = Clock::of_server(true)?;
        let listener = listen(self.listen).await?;
        empty(&self.data)?;
        let app = Place::in_directory(self.data).open().await?;
        println!("{}", t.demo_playing());
        let now = clock.now();
        let house = house::Plan::read()?;
        let centre = house.found(&app, now).await?;
        let played = player::play(&app, &centre, &script::all()?, now).await?;
        post::arrive(&app, now).await?;
        println!("{}", t.demo_ready(played, PASSWORD));
        let site = Site {
            app,
            clock,
            listener,
            demo: Some(house.logins()),
            secure_cookies: false,
            mailboxes: crate::mailbox::Mailboxes::default(),
            public_url: None,
            trusted_proxies: [].into(),
            interface: self.interface,
            mail: None,
        };
        site.serve(t).await
    }
}

/// Empties the directory of an earlier demo, and nothing else.
fn empty(directory: &Path) -> Result<()> {
    let mark = directory.join(MARK);
    let holds_something = std::fs::read_dir(directory).is_ok_and(|mut entries| entries.next().is_some());
    if holds_something {
        if !mark.is_file() {
            bail!("{} holds something that is not a demo", directory.display());
        }
        std::fs::remove_dir_all(directory)
            .with_context(|| format!("{} could not be emptied", directory.display()))?;
    }
    make_directory(directory)?;
    std::fs::write(&mark, "").with_context(|| format!("{} could not be written", mark.display()))
}

#[cfg(test)]
mod tests {
    use app::App;
    use store::blobs::Blobs;

    use super::*;

    /// Plays the story that ends on this day, and holds everything against its history.
    async fn is_told(today: &str) {
        let test = testkit::on_sqlite().await;
        let blobs = Blobs::open(test.directory().join("files")).await.unwrap();
        let app = App::new(test.db.clone(), blobs);
        let now = today.parse().unwrap();
        let centre = house::Plan::read().unwrap().found(&app, now).await.unwrap();
        player::play(&app, &centre, &script::all().unwrap(), now)
            .await
            .unwrap();
        post::arrive(&app, now).await.unwrap();

        let found = app.verify(now).await.unwrap();
        assert_eq!(found.differences, []);
        assert!(found.counted.cases >= 60);
        assert!(found.counted.open_cases >= 10);
        assert_eq!(found.counted.mails, 4);
    }

    #[tokio::test]
    async fn the_story_is_told_on_an_ordinary_afternoon() {
        is_told("2026-11-25T15:00:00+07:00").await;
    }

    #[tokio::test]
    async fn the_story_is_told_in_the_night_before_tet() {
        is_told("2026-02-15T23:30:00+07:00").await;
    }

    #[tokio::test]
    async fn the_story_is_told_on_a_sunday() {
        is_told("2026-08-30T09:00:00+07:00").await;
    }

    #[tokio::test]
    async fn the_story_is_told_on_the_first_morning_of_a_year() {
        is_told("2027-01-01T07:00:00+07:00").await;
    }
}
