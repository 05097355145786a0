//! The register as people ask for it: filters, sorting, pages, search, and files that say no more than the page.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use i18n::{Lang, texts};

use crate::site::{Answer, LETTER, PHONE_CALL, Site, sites, with};

/// The numbers of the cases on a page, in their order.
fn numbers(page: &Answer) -> Vec<String> {
    let links = page.body.split("<a href=\"/cases/").skip(1);
    links
        .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
        .collect()
}

/// The address of the next page.
fn next(page: &Answer) -> Option<String> {
    let (_, pager) = page.body.split_once("<nav class=\"pager\"")?;
    let words = texts(Lang::Vi).label("table-next");
    let link = pager.split("<a ").skip(1).find(|link| link.contains(words))?;
    let (_, rest) = link.split_once("href=\"")?;
    Some(rest.split('"').next()?.replace("&amp;", "&"))
}

/// All numbers of a list, turned to its end.
async fn turned(site: &Site, who: &str, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = Some(path.to_owned());
    while let Some(path) = at {
        let page = site.get(who, &path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let lines = numbers(&page);
        assert!(lines.len() <= 50, "{path}");
        found.extend(lines);
        assert!(found.len() < 1_000, "{path} leads round and round");
        at = next(&page);
    }
    found
}

const FAMILY: [&str; 7] = ["Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Ước", "Ăn"];

#[tokio::test]
async fn a_hundred_and_thirty_cases_are_turned_without_loss_or_repetition_in_every_order() {
    const CASES: usize = 130;
    for site in sites("130 cases").await {
        for place in 0..CASES {
            // Names, days and limits repeat, so that only the number can tell the lines of a page apart.
            let name = format!("{} Văn {}", FAMILY[place % 7], place % 13);
            let day = format!("{:02}/02/2026", 1 + place % 9);
            let kind = if place % 4 == 0 { "grievance" } else { "complaint" };
            let form = with(
                LETTER,
                &[("name", &name), ("received_on", &day), ("declared_kind", kind)],
            );
            site.enter("so", &form).await;
        }
        for sort in ["number", "received", "limit", "touched", "complainant"] {
            let mut both = Vec::new();
            for down in ["0", "1"] {
                let path = format!("/register?sort={sort}&down={down}");
                let found = turned(&site, "so", &path).await;
                let different: BTreeSet<&String> = found.iter().collect();
                assert_eq!(found.len(), CASES, "{} {path}", site.centre.kind);
                assert_eq!(different.len(), CASES, "{} {path}", site.centre.kind);
                both.push(found);
            }
            both[1].reverse();
            assert_eq!(
                both[0], both[1],
                "{} {sort}: one way is the other reversed",
                site.centre.kind
            );
        }
        let newest_first = turned(&site, "so", "/register").await;
        assert_eq!(newest_first[0], "2026-0130");
        assert!(newest_first.is_sorted_by(|a, b| a > b), "{}", site.centre.kind);
        let found = turned(&site, "so", "/register?kind=grievance").await;
        assert_eq!(
            found.len(),
            CASES.div_ceil(4),
            "a filter goes along from page to page"
        );
        let found = turned(&site, "so", "/register?q=dang+van").await;
        assert_eq!(
            found.len(),
            (0..CASES).filter(|place| place % 7 == 4).count(),
            "so does a search"
        );

        let csv = site.get("so", "/register/export.csv?kind=grievance").await;
        assert_eq!(
            csv.body.lines().count(),
            1 + CASES.div_ceil(4),
            "a file has what is shown, all of it"
        );
        let csv = site.get("so", "/register/export.csv").await;
        assert_eq!(csv.body.lines().count(), 1 + CASES, "{}", site.centre.kind);
    }
}

#[tokio::test]
async fn every_filter_lets_through_what_it_says_and_nothing_else() {
    for site in sites("filters").await {
        let kind = site.centre.kind;
        let unit = site.centre.units[0].to_string();
        let phone = site.enter("so", PHONE_CALL).await;
        let appeal = [
            ("declared_kind", "appeal"),
            ("subjects", "certification_result"),
            ("is_client", "yes"),
            ("unit", &unit),
            ("received_on", "02/02/2026"),
        ];
        let letter = site.enter("so", &with(LETTER, &appeal)).await;
        site.pass_days(4);
        let shown = async |query: &str| {
            let mut found = numbers(&site.get("qmr", &format!("/register?{query}")).await);
            found.sort();
            found
        };
        let both = vec![phone.clone(), letter.clone()];
        assert_eq!(shown("").await, both, "{kind}");
        let (phone, letter) = (vec![phone], vec![letter]);
        for (query, wanted) in [
            ("year=2026", &both),
            ("year=2025", &vec![]),
            ("kind=complaint", &phone),
            ("kind=appeal", &letter),
            ("kind=grievance", &vec![]),
            ("channel=phone", &phone),
            ("channel=letter", &letter),
            ("channel=fax", &vec![]),
            ("subject=other_activity", &phone),
            ("subject=certification_result", &letter),
            ("subject=confidentiality", &vec![]),
            (&format!("unit={unit}"), &letter),
            (&format!("unit={}", site.centre.units[1]), &vec![]),
            ("stage=received", &both),
            ("stage=closed", &vec![]),
            ("late=overdue", &letter),
            ("late=in-time", &vec![]),
            ("late=answered-late", &vec![]),
            ("kind=appeal&channel=phone", &vec![]),
            ("kind=appeal&channel=letter&year=2026&late=overdue", &letter),
        ] {
            assert_eq!(&shown(query).await, wanted, "{kind} {query}");
        }
        site.pass_days(24);
        let soon = numbers(&site.get("qmr", "/register?late=soon").await);
        assert_eq!(soon, phone, "{kind}: three days before the limit");
        for query in [
            "colour=red",
            "year=abc",
            "year=99999",
            "unit=nobody",
            "sort=colour",
            "down=x",
            "after=x&key=y",
            "late=never",
            "=",
            "&&&",
            "kind",
            "q=%FF%00",
            "year=2026&year=",
        ] {
            let page = site.get("qmr", &format!("/register?{query}")).await;
            assert_eq!(page.status, StatusCode::OK, "{kind} {query}: {}", page.body);
            assert_eq!(page.body.matches("<h1").count(), 1, "{kind} {query}");
        }
        assert_eq!(
            shown("colour=red&sort=colour").await,
            both,
            "{kind}: what is unknown asks for nothing"
        );
    }
}

#[tokio::test]
async fn words_are_found_without_accents_and_typed_accents_must_match() {
    for site in sites("search").await {
        let kind = site.centre.kind;
        let one = with(
            LETTER,
            &[
                ("name", "Đặng Thị Hường"),
                ("content", "Thái độ khiếm nhã ở quầy."),
            ],
        );
        let one = vec![site.enter("so", &one).await];
        let other = with(LETTER, &[("name", "Dang Thi Huong"), ("content", "Tem bị mờ.")]);
        let other = vec![site.enter("so", &other).await];
        let shown = async |words: &str| {
            let path = format!("/register?q={}", web::url::encode(words));
            let mut found = numbers(&site.get("so", &path).await);
            found.sort();
            found
        };
        let both = [one.clone(), other.clone()].concat();
        assert_eq!(shown("dang thi huong").await, both, "{kind}");
        assert_eq!(shown("Đặng Thị Hường").await, one, "{kind}");
        assert_eq!(shown("khiem nha").await, one, "{kind}");
        assert_eq!(shown("KHIẾM NHÃ").await, one, "{kind}");
        assert_eq!(
            shown("khiêm nhã").await,
            Vec::<String>::new(),
            "{kind}: another word"
        );
        assert_eq!(shown("tem bi mo").await, other, "{kind}");
        for odd in ["\"", "' or 1=1 --", "AND", "*", "a* OR (", ":-&|!<>", "%", "_"] {
            let path = format!("/register?q={}", web::url::encode(odd));
            assert_eq!(site.get("so", &path).await.status, StatusCode::OK, "{kind} {odd}");
        }
        let typed = site
            .get("so", "/register?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
            .await;
        assert!(!typed.body.contains("<script>alert"), "{kind}");

        let number = &one[0];
        let to = site.get("so", &format!("/register?q={number}")).await;
        assert_eq!(to.location(), format!("/cases/{number}"), "{kind}");
        let none = site.get("so", "/register?q=2026-9999").await;
        assert_eq!(
            none.status,
            StatusCode::OK,
            "{kind}: a number that is not there is only not found"
        );
    }
}

const SECRET: &[&str] = &[
    "Bùi Văn Kín",
    "0987 123 123",
    "0987123123",
    "lễ tân quát khách",
    "le tan quat khach",
];

#[tokio::test]
async fn masked_lines_tell_nothing_on_the_page_nor_in_a_file_nor_by_searching() {
    for site in sites("masked lines").await {
        let kind = site.centre.kind;
        let subject = site.id("chuyenvien");
        let form = with(
            PHONE_CALL,
            &[
                ("name", "Bùi Văn Kín"),
                ("phone", "0987 123 123"),
                ("content", "Cô lễ tân quát khách trước mặt mọi người."),
                ("subjects", "staff_conduct"),
                ("persons_concerned", &subject),
            ],
        );
        let number = site.enter("letan", &form).await;
        for who in ["so", "danhgia"] {
            let places = [
                "/register".to_owned(),
                "/register?sort=complainant".to_owned(),
                "/register?sort=complainant&down=1".to_owned(),
                "/register?q=2026".to_owned(),
                "/register/export.csv".to_owned(),
                "/work".to_owned(),
                "/letters?book=incoming".to_owned(),
                format!("/cases/{number}"),
            ];
            for path in places {
                let page = site.get(who, &path).await;
                assert_eq!(page.status, StatusCode::OK, "{kind} {who} {path}");
                for secret in SECRET {
                    assert!(!page.body.contains(secret), "{kind} {who} {path} tells {secret}");
                }
                assert!(
                    !page.body.contains("Đặng Chuyên Viên"),
                    "{kind} {who} {path} tells who it is about"
                );
            }
            assert!(
                numbers(&site.get(who, "/register").await).contains(&number),
                "{kind} {who}: the line is there"
            );
            for cells in sheet(&site.get(who, "/register/export.xlsx").await) {
                for secret in SECRET {
                    assert!(
                        !cells.contains(secret),
                        "{kind} {who}: the workbook tells {secret}"
                    );
                }
            }
            for words in ["kin", "Bùi Văn Kín", "0987", "quat khach"] {
                let path = format!("/register?q={}", web::url::encode(words));
                let found = numbers(&site.get(who, &path).await);
                assert!(found.is_empty(), "{kind} {who} finds it by {words}");
            }
        }
        for who in [
            "cntt",
            "phogiamdoc",
            "vanthu",
            "khachquan",
            "chuyenvien",
            "quantri",
        ] {
            let page = site.get(who, "/register").await;
            for secret in SECRET {
                assert!(!page.body.contains(secret), "{kind} {who} reads {secret}");
            }
            let csv = site.get(who, "/register/export.csv").await;
            assert!(!csv.body.contains("Bùi Văn Kín"), "{kind} {who}");
        }
        // A handler reads the line after having declared to have no interest.
        assert!(
            !site.get("qmr", "/register").await.body.contains("Bùi Văn Kín"),
            "{kind}"
        );
        site.done("qmr", &number, "declare_interest", &[]).await;
        for who in ["qmr", "giamdoc", "letan"] {
            let page = site.get(who, "/register").await;
            assert!(page.body.contains("Bùi Văn Kín"), "{kind} {who} may read it");
        }
        let cells = sheet(&site.get("qmr", "/register/export.xlsx").await);
        assert!(
            cells.iter().any(|cell| cell == "Bùi Văn Kín"),
            "{kind}: and so does the file"
        );
    }
}

/// Every cell of a workbook as text.
fn sheet(answer: &Answer) -> Vec<String> {
    use calamine::{Reader, Xlsx};
    assert_eq!(answer.status, StatusCode::OK);
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(answer.bytes.clone())).expect("a workbook");
    let sheets = book.worksheets();
    let cells = sheets.iter().flat_map(|(_, range)| range.cells());
    cells.map(|(_, _, cell)| cell.to_string()).collect()
}

#[tokio::test]
async fn no_cell_of_a_file_can_run_as_a_formula() {
    let site = Site::on_sqlite().await;
    let bad = ["=HYPERLINK(\"http://e\")", "+1+1", "-1+1", "@SUM(A1)", "  =1+1"];
    for name in bad {
        site.enter("so", &with(LETTER, &[("name", name), ("content", name)]))
            .await;
    }
    let csv = site.get("so", "/register/export.csv").await;
    assert!(csv.header("content-type").starts_with("text/csv"));
    assert!(csv.header("content-disposition").starts_with("attachment"));
    assert_eq!(csv.body.lines().count(), 1 + bad.len());
    for line in csv.body.lines() {
        for cell in line.split(',') {
            let cell = cell.trim_start_matches(['\u{feff}', '"', ' ']);
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{line}");
        }
    }
    let xlsx = site.get("so", "/register/export.xlsx").await;
    assert!(xlsx.header("content-disposition").starts_with("attachment"));
    let mut book: calamine::Xlsx<_> =
        calamine::Reader::new(std::io::Cursor::new(xlsx.bytes.clone())).expect("a workbook");
    use calamine::Reader;
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).expect("the sheet can be read");
        assert!(
            formulas.cells().all(|(_, _, formula)| formula.is_empty()),
            "{name}"
        );
    }
}

#[tokio::test]
async fn ordinary_staff_read_their_own_cases_and_no_others() {
    for site in sites("own cases").await {
        let kind = site.centre.kind;
        let own = site.enter("letan", PHONE_CALL).await;
        let other = site.enter("so", &with(LETTER, &[("name", "Người Khác")])).await;
        let page = site.get("letan", "/register").await;
        assert_eq!(numbers(&page), std::slice::from_ref(&own), "{kind}");
        assert!(!page.body.contains("Người Khác"), "{kind}");
        let csv = site.get("letan", "/register/export.csv").await;
        assert!(csv.body.contains(&own) && !csv.body.contains(&other), "{kind}");
        assert_eq!(
            site.get("letan", &format!("/cases/{other}")).await.status,
            StatusCode::NOT_FOUND
        );
        assert!(
            numbers(&site.get("chuyenvien", "/register").await).is_empty(),
            "{kind}"
        );
        let words = site.get("letan", "/register?q=nguoi+khac").await;
        assert!(numbers(&words).is_empty(), "{kind}");
    }
}
