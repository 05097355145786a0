//! The figures of the product, each beside a floor measured in the same run: machines differ, ratios travel.

mod acts;
mod floor;
mod imports;
mod mails;
mod office;
mod pages;
mod papers;
mod process;

use anyhow::Result;

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |part: &str| arguments.is_empty() || arguments.iter().any(|one| one == part);
    let directory = tempfile();
    std::fs::create_dir_all(&directory)?;
    if wanted("acts") {
        acts::sqlite(&directory).await?;
        acts::postgres().await?;
    }
    if wanted("pages") {
        pages::all(&directory).await?;
    }
    if wanted("papers") {
        papers::all(&directory)?;
    }
    if wanted("mails") {
        mails::all(&directory).await?;
    }
    if wanted("imports") {
        imports::all(&directory).await?;
    }
    if wanted("process") {
        process::start_and_rest(&directory).await?;
    }
    std::fs::remove_dir_all(&directory)?;
    Ok(())
}

fn tempfile() -> std::path::PathBuf {
    std::env::temp_dir().join(format!("phucdap-bench-{}", std::process::id()))
}

/// The middle and the ninety-ninth part of a hundred, in milliseconds.
pub fn spread(mut seconds: Vec<f64>) -> (f64, f64) {
    seconds.sort_by(f64::total_cmp);
    let at = |part: f64| {
        let last = seconds.len().saturating_sub(1);
        seconds
            .get(((last as f64) * part).round() as usize)
            .copied()
            .unwrap_or_default()
            * 1e3
    };
    (at(0.5), at(0.99))
}
