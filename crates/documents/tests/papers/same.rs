//! The same data gives the same bytes, in every format.

use documents::sample;
use i18n::Lang;

#[test]
fn every_sample_is_made_twice_alike() {
    for lang in [Lang::Vi, Lang::En] {
        let (first, second) = (sample::all(lang).unwrap(), sample::all(lang).unwrap());
        for (first, second) in first.iter().zip(&second) {
            assert_eq!(first.name, second.name);
            assert!(first.bytes == second.bytes, "{} differs", first.name);
        }
    }
}
