fn main() {
    for lang in [i18n::Lang::Vi, i18n::Lang::En] {
        let t = i18n::texts(lang);
        for (n, r) in [
            ("full", documents::sample::year::full(t)),
            ("empty", documents::sample::year::empty(t)),
        ] {
            let s = std::time::Instant::now();
            match r.pdf() {
                Ok(b) => {
                    std::fs::write(format!("/tmp/scratch/{n}.{}.pdf", lang.code()), b).unwrap();
                    println!("{n} {:?}", s.elapsed());
                }
                Err(e) => println!("{n} {e}"),
            }
        }
    }
}
