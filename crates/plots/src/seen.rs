//! What holds of every plot, whatever the counts and names: it stays on its canvas, no text covers another, and it is XML.

use i18n::{Lang, texts};
use proptest::collection::vec;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::scene::{Anchor, Mark, Scene};
use crate::{BINS, Count, Look, Plot, Year};

/// Left, top, right and bottom of each text, as the letters fill it.
fn texts_of(scene: &Scene) -> Vec<(String, [f64; 4])> {
    let mut found = Vec::new();
    for mark in &scene.marks {
        if let Mark::Text { x, y, anchor, words } = mark {
            let width = scene.text_width(words);
            let left = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - width / 2.0,
                Anchor::End => x - width,
            };
            let em = scene.em();
            found.push((words.clone(), [left, y - em * 0.92, left + width, y + em * 0.22]));
        }
    }
    found
}

fn holds(plot: &Plot, lang: Lang, look: Look, width: f64) {
    let t = texts(lang);
    let scene = plot.scene(t, look, width);
    let on_canvas = |x: f64, y: f64| {
        let slack = 0.01;
        (-slack..=scene.width + slack).contains(&x) && (-slack..=scene.height + slack).contains(&y)
    };
    for mark in &scene.marks {
        let corners = match mark {
            Mark::Text { .. } => continue,
            Mark::Line { points, .. } => points.clone(),
            Mark::Bar {
                x, y, width, height, ..
            } => {
                assert!(*width >= 0.0 && *height >= 0.0, "{mark:?}");
                vec![(*x, *y), (x + width, y + height)]
            }
            Mark::Dot { x, y, .. } => vec![(*x, *y)],
        };
        for (x, y) in corners {
            assert!(on_canvas(x, y), "{mark:?} on {} × {}", scene.width, scene.height);
        }
    }
    let words = texts_of(&scene);
    for (place, (one, a)) in words.iter().enumerate() {
        assert!(
            on_canvas(a[0], a[1]) && on_canvas(a[2], a[3]),
            "{one} {a:?} of {}",
            scene.width
        );
        for (other, b) in &words[place + 1..] {
            let apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
            assert!(
                apart || one.is_empty() || other.is_empty(),
                "{one} covers {other}"
            );
        }
    }
    let svg = plot.svg(t, look, width);
    assert!(!svg.contains("NaN") && !svg.contains("inf"));
    assert_eq!(svg, plot.svg(t, look, width));
    let mut reader = Reader::from_str(&svg);
    loop {
        match reader.read_event().expect("a plot is XML") {
            Event::Eof => break,
            Event::Start(it) | Event::Empty(it) => {
                it.attributes().for_each(|attribute| {
                    attribute.expect("attributes are well formed");
                });
            }
            _ => {}
        }
    }
}

fn everywhere(plot: &Plot) {
    for lang in [Lang::Vi, Lang::En] {
        for (look, width) in [(Look::Page, 680.0), (Look::Page, 320.0), (Look::Paper, 467.0)] {
            holds(plot, lang, look, width);
        }
    }
}

fn count(words: &str, cases: i64) -> Count {
    Count {
        words: words.to_owned(),
        cases,
    }
}

fn some() -> Vec<Count> {
    vec![
        count("Kết quả chứng nhận", 12),
        count(
            "Sản phẩm của khách hàng được chứng nhận hoặc việc sử dụng dấu chứng nhận",
            5,
        ),
        count("Thái độ, tác phong của cán bộ", 0),
    ]
}

#[test]
fn nothing_gives_no_plot() {
    let t = texts(Lang::Vi);
    assert_eq!(Plot::bars(t, "x", &[], 0), None);
    assert_eq!(Plot::bars(t, "x", &[count("a", 0)], 0), None);
    assert_eq!(Plot::pareto(t, "x", &[count("a", 0)]), None);
    let year = Year {
        year: 2026,
        months: [Some(0); 12],
    };
    assert_eq!(Plot::trend(t, "x", &[year]), None);
    assert_eq!(Plot::days(t, "x", [0; BINS]), None);
}

#[test]
fn a_plot_says_its_figures_in_a_sentence() {
    let t = texts(Lang::En);
    let plot = Plot::pareto(t, "Subjects", &some()).expect("something");
    assert_eq!(
        plot.described,
        "Pareto chart, from most to least, with the cumulative share: Kết quả chứng nhận 12 (cumulative 70.6%); \
         Sản phẩm của khách hàng được chứng nhận hoặc việc sử dụng dấu chứng nhận 5 (cumulative 100.0%)."
    );
    let svg = plot.svg(t, Look::Page, 600.0);
    assert!(svg.contains(r#"role="img" aria-label="Subjects. Pareto chart"#));
}

#[test]
fn names_cannot_break_out_of_the_picture() {
    let t = texts(Lang::Vi);
    let plot = Plot::bars(t, "<&\">", &[count("</text><script>\u{1}\"&", 3)], 3).expect("something");
    let svg = plot.svg(t, Look::Page, 600.0);
    assert!(
        !svg.contains("<script") && svg.contains("&lt;/text&gt;&lt;script&gt;&quot;&amp;"),
        "{svg}"
    );
    everywhere(&plot);
}

#[test]
fn what_is_too_much_to_tell_apart_is_summed() {
    let t = texts(Lang::Vi);
    let many: Vec<Count> = (0..40)
        .map(|place| count(&format!("Bộ phận {place}"), 2))
        .collect();
    let plot = Plot::bars(t, "x", &many, 80).expect("something");
    assert!(plot.described.contains("Khác (27 mục) 54"), "{}", plot.described);
    everywhere(&plot);
}

#[test]
fn paper_is_black_and_the_page_takes_its_colours_from_the_sheet() {
    let t = texts(Lang::Vi);
    let plot = Plot::days(t, "x", [3, 2, 1, 0, 5, 2, 1, 1]).expect("something");
    let (page, paper) = (plot.svg(t, Look::Page, 600.0), plot.svg(t, Look::Paper, 467.0));
    assert!(!page.contains('#') && page.contains("currentColor") && page.contains("class=\"plot-hatch\""));
    assert!(
        paper.contains("Liberation Serif") && !paper.contains("class=") && !paper.contains("currentColor")
    );
}

fn cases() -> impl Strategy<Value = i64> {
    prop_oneof![0..40i64, 0..100_000i64, Just(0)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_counted_stays_on_the_canvas(
        names in vec("[A-Za-zĂăÂâĐđÊêƠơƯưẾếỘộ <>&\"]{0,70}", 1..20),
        numbers in vec(cases(), 20),
        days in any::<[u16; BINS]>(),
        months in vec(proptest::option::of(cases()), 36),
    ) {
        let t = texts(Lang::Vi);
        let counts: Vec<Count> = names.iter().zip(&numbers).map(|(words, cases)| count(words, *cases)).collect();
        let whole = counts.iter().map(|count| count.cases).sum();
        let year = |place: usize| Year {
            year: 2026 - i16::try_from(place).expect("few"),
            months: std::array::from_fn(|month| months[place * 12 + month]),
        };
        let plots = [
            Plot::bars(t, "x", &counts, whole),
            Plot::bars(t, "x", &counts, 0),
            Plot::pareto(t, "x", &counts),
            Plot::trend(t, "x", &[year(0), year(1), year(2)]),
            Plot::days(t, "x", days.map(i64::from)),
        ];
        plots.iter().flatten().for_each(everywhere);
    }
}
