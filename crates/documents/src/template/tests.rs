//! Templates: what is read, what is refused and where, and that every wording of the product is one.

use super::*;

fn wrong(text: &str) -> Vec<(usize, usize, What)> {
    let parsed = Template::parse(Purpose::Reply, Part::Body, text);
    let wrong = parsed.err().unwrap_or_default();
    wrong
        .into_iter()
        .map(|one| (one.line, one.column, one.what))
        .collect()
}

fn filled(text: &str, values: &[(Placeholder, &str)]) -> String {
    let values: Values = values
        .iter()
        .map(|(one, value)| (*one, (*value).to_owned()))
        .collect();
    let template = Template::parse(Purpose::Reply, Part::Body, text);
    template.unwrap_or_else(|wrong| panic!("{wrong:?}")).fill(&values)
}

#[test]
fn values_are_put_where_their_names_stand() {
    let values = [
        (Placeholder::CaseNumber, "2026-0001"),
        (Placeholder::Kind, "khiếu nại"),
    ];
    assert_eq!(
        filled("Số { case_number }: **{kind}**, {{kind}} }}\n\nHết.", &values),
        "Số 2026-0001: **khiếu nại**, {kind} }\n\nHết."
    );
    // A value is text, whatever it looks like.
    assert_eq!(
        filled("{kind}", &[(Placeholder::Kind, "{case_number}")]),
        "{case_number}"
    );
}

#[test]
fn a_line_for_which_nothing_is_known_is_left_out() {
    assert_eq!(filled("Một\n{recourse}\n\nHai {recourse}", &[]), "Một\n\nHai ");
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_the_name_that_was_meant() {
    use Placeholder::*;
    let unknown = |name: &str, meant| What::Unknown(name.to_owned(), meant);
    for (text, expected) in [
        (
            "Chào {case-numbr}",
            vec![(1, 6, unknown("case-numbr", Some(CaseNumber)))],
        ),
        (
            "ế\nế {recurse} {zzzzzzzzz}",
            vec![
                (2, 3, unknown("recurse", Some(Recourse))),
                (2, 13, unknown("zzzzzzzzz", None)),
            ],
        ),
        ("{promise_date}", vec![(1, 1, What::NotHere(PromiseDate))]),
        ("a {kind", vec![(1, 3, What::Unclosed)]),
        ("a {kind {case_number}", vec![(1, 3, What::Unclosed)]),
        ("a} b", vec![(1, 2, What::Unopened)]),
        ("{}", vec![(1, 1, unknown("", None))]),
    ] {
        assert_eq!(wrong(text), expected, "{text}");
    }
    let said = Template::parse(Purpose::Reply, Part::Body, "{case_numbr}")
        .err()
        .unwrap_or_default();
    assert_eq!(
        said[0].say(texts(Lang::Vi)),
        "Dòng 1, cột 1: không có chỗ điền {case_numbr}; có phải {case_number}?"
    );
}

#[test]
fn every_wording_of_the_product_is_a_template_that_can_be_set() {
    for lang in Lang::ALL {
        for purpose in Purpose::ALL {
            let wording = built_in(purpose, lang);
            let place = format!("{lang:?} {purpose:?}");
            wording
                .check(purpose, lang)
                .unwrap_or_else(|wrong| panic!("{place}: {wrong:?}"));
            let letter = wording
                .sample(purpose, lang)
                .unwrap_or_else(|wrong| panic!("{place}: {wrong:?}"));
            assert!(letter.body.len() > 1, "{place}");
            assert!(!letter.subject.contains('{'), "{place}: {}", letter.subject);
        }
    }
    let reply = built_in(Purpose::Reply, Lang::Vi);
    assert_eq!(reply.subject, "trả lời {kind} số {case_number}");
    assert!(reply.body.starts_with("{opening} Sau khi xem xét, xác minh, {organisation} trả lời như sau:\n{outcome_reasons}\n{recourse}\n"));
    let asked = built_in(Purpose::ToClient, Lang::En);
    assert!(
        asked.body.contains("{client}") && asked.body.contains("{organisation}"),
        "{}",
        asked.body
    );
}

#[test]
fn each_purpose_uses_the_same_placeholders_in_both_languages() {
    let used = |purpose, lang| -> Vec<Placeholder> {
        let wording = built_in(purpose, lang);
        let all = [wording.subject, wording.body].concat();
        Placeholder::of(purpose)
            .filter(|one| all.contains(&one.written()))
            .collect()
    };
    for purpose in Purpose::ALL {
        assert_eq!(used(purpose, Lang::Vi), used(purpose, Lang::En), "{purpose:?}");
    }
}

#[test]
fn a_template_that_gives_no_letter_is_refused() {
    let check = |subject: &str, body: &str| {
        let wording = Wording {
            subject: subject.to_owned(),
            body: body.to_owned(),
        };
        let wrong = wording.check(Purpose::Reply, Lang::Vi).err().unwrap_or_default();
        wrong
            .into_iter()
            .map(|one| (one.part, one.what))
            .collect::<Vec<_>>()
    };
    assert_eq!(check("a", "b"), []);
    assert_eq!(
        check(" ", "\n"),
        [(Part::Subject, What::Empty), (Part::Body, What::Empty)]
    );
    assert_eq!(check("a\nb", "c"), [(Part::Subject, What::SeveralLines)]);
    assert_eq!(
        check("{a", "}"),
        [(Part::Subject, What::Unclosed), (Part::Body, What::Unopened)]
    );
    assert!(matches!(
        check("漢", "b").as_slice(),
        [(Part::Subject, What::Paper(_))]
    ));
    let found = check("a", "b\n漢");
    let [(Part::Body, What::Paper(error))] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert!(error.say(texts(Lang::Vi)).contains("Đoạn thứ 2"));
}

#[test]
fn every_placeholder_says_what_it_is_and_has_a_sample_and_a_letter() {
    for lang in Lang::ALL {
        let t = texts(lang);
        for &one in Placeholder::ALL {
            assert!(!one.say(t).is_empty() && !one.kind().say(t).is_empty() && !one.sample(t).is_empty());
            assert!(Purpose::ALL.into_iter().any(|purpose| one.exists_for(purpose)));
            assert_eq!(Placeholder::named(one.key()), Some(one));
        }
    }
}
