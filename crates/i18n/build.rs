//! Reads the message files of both languages and writes one typed function per message.

#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/rust.rs"]
mod rust;

use std::path::Path;
use std::{env, fs};

fn main() {
    let locales = Path::new("locales");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=locales");

    let catalogue = catalogue::read(locales);
    for problem in &catalogue.problems {
        // Whoever is still writing may go on; nobody releases a product that is half translated.
        match env::var("PROFILE").as_deref() {
            Ok("release") => println!("cargo::error={problem}"),
            _ => println!("cargo::warning={problem}"),
        }
    }

    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    fs::write(Path::new(&out).join("messages.rs"), rust::write(&catalogue)).expect("OUT_DIR is writable");
}
