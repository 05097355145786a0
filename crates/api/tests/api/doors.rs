//! Every page and form of the site beside the operation that does the same, or the reason why there is none. A new route of the site
//! fails here until it stands in the table.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use i18n::Lang;

use self::Door::{Nothing, Same};

enum Door {
    /// These operations do it.
    Same(&'static [&'static str]),
    /// There is nothing to do for a program, because.
    Nothing(&'static str),
}

const SIGNING_IN: Door = Nothing("a token takes the place of signing in");
const OUTSIDE: Door =
    Nothing("for complainants, who have a code and no account; staff receive by POST /cases");
const DRAWING: Door = Nothing("how the pages look");
const TOKENS: Door = Nothing("a token that was stolen must neither make others nor end them");

const TABLE: &[(&str, Door)] = &[
    ("GET /", Nothing("leads to a page")),
    ("GET /sign-in", SIGNING_IN),
    ("POST /sign-in", SIGNING_IN),
    ("POST /sign-out", SIGNING_IN),
    ("GET /setup", SIGNING_IN),
    ("POST /setup", SIGNING_IN),
    (
        "POST /preferences",
        Nothing("kept by the browser; a program sends Accept-Language"),
    ),
    ("GET /assets/{name}", DRAWING),
    ("GET /style", DRAWING),
    ("GET /style/sign-in", DRAWING),
    (
        "GET /events",
        Nothing("for pages that stand open; a program is told by webhooks"),
    ),
    ("GET /procedure", Same(&["list_rules"])),
    ("GET /api/v1/docs", Same(&["describe"])),
    ("GET /work", Same(&["list_work"])),
    // Reminders.
    (
        "GET /reminders",
        Same(&["list_reminders", "get_reminder_settings"]),
    ),
    ("POST /reminders/read", Same(&["read_reminders"])),
    ("POST /reminders/way", Same(&["change_reminder_settings"])),
    ("POST /reminders/calendar", Same(&["give_calendar"])),
    ("POST /reminders/calendar/end", Same(&["end_calendar"])),
    (
        "GET /calendar/{file}",
        Nothing("the feed itself, under the address that give_calendar answers"),
    ),
    // The register.
    ("GET /register", Same(&["list_cases"])),
    ("GET /register/export.csv", Same(&["list_cases", "ask_for_paper"])),
    (
        "GET /register/export.xlsx",
        Same(&["list_cases", "ask_for_paper"]),
    ),
    ("GET /registers/{file}", Same(&["ask_for_paper"])),
    // Intake.
    (
        "GET /intake",
        Nothing("the form; its fields are the schema of receive_case"),
    ),
    ("POST /intake", Same(&["receive_case", "receive_cases"])),
    ("GET /intake/similar", Same(&["find_similar"])),
    (
        "GET /intake/limit",
        Nothing("a hint beside the form; get_case tells the limit and why"),
    ),
    ("GET /intake/{number}/slip", Same(&["get_case"])),
    ("GET /intake/form.pdf", Same(&["ask_for_paper"])),
    // A case.
    ("GET /cases/{number}", Same(&["get_case"])),
    (
        "POST /cases/{number}/acts/{act}",
        Same(&["assess", "draft_letter"]),
    ),
    ("GET /cases/{number}/documents/{id}", Same(&["get_document"])),
    ("GET /cases/{number}/letters/{place}", Same(&["get_case"])),
    (
        "GET /cases/{number}/letters/{place}/{paper}",
        Same(&["ask_for_paper"]),
    ),
    (
        "POST /cases/{number}/letters/word",
        Nothing(
            "reads a file and shows what it would change, for a person to compare; draft_letter takes the words",
        ),
    ),
    (
        "GET /cases/{number}/letters/new/{lang}",
        Nothing("fills a form in beforehand; draft_letter takes the words"),
    ),
    ("GET /cases/{number}/dossier", Same(&["get_case"])),
    ("GET /cases/{number}/dossier/file", Same(&["ask_for_paper"])),
    ("POST /cases/{number}/dossier/redacted", Same(&["ask_for_paper"])),
    ("GET /cases/{number}/forms/{name}", Same(&["ask_for_paper"])),
    ("GET /cases/{number}/notices/{name}", Same(&["ask_for_paper"])),
    ("GET /cases/{number}/sheets/{name}", Same(&["ask_for_paper"])),
    ("GET /cases/{number}/portal-code", Same(&["get_tracking_code"])),
    ("POST /cases/{number}/portal-code", Same(&["hand_out_code"])),
    // The inbox.
    ("GET /inbox", Same(&["list_mails"])),
    ("GET /inbox/{id}", Same(&["get_mail"])),
    ("GET /inbox/{id}/raw", Same(&["get_raw_mail"])),
    ("GET /inbox/{id}/files/{path}", Same(&["get_mail_file"])),
    ("GET /inbox/{id}/inside/{path}", Same(&["get_mail_inside"])),
    ("POST /inbox/{id}/join", Same(&["mail_join"])),
    ("POST /inbox/{id}/aside", Same(&["mail_set_aside"])),
    ("POST /inbox/{id}/back", Same(&["mail_take_back"])),
    ("POST /inbox/{id}/reached", Same(&["mail_reached"])),
    // The outbox.
    (
        "GET /outbox",
        Same(&["list_outbox", "get_outbox_mail", "list_suppressions"]),
    ),
    (
        "POST /outbox/{id}",
        Same(&["outbox_again", "outbox_was_sent", "outbox_give_up"]),
    ),
    // Letters.
    ("GET /letters", Same(&["list_outgoing", "list_incoming"])),
    (
        "GET /letters/numbers",
        Nothing("the form; its fields are the schema of enter_outgoing"),
    ),
    ("POST /letters/numbers", Same(&["enter_outgoing"])),
    // Imports.
    ("GET /imports", Same(&["list_imports"])),
    ("POST /imports", Same(&["bring_register"])),
    ("GET /imports/{id}", Same(&["get_import", "preview_import"])),
    (
        "POST /imports/{id}/columns",
        Same(&["map_import", "imports_check"]),
    ),
    ("GET /imports/{id}/problems.csv", Same(&["list_findings"])),
    (
        "POST /imports/{id}/{step}",
        Same(&["imports_enter", "imports_again", "imports_undo", "imports_drop"]),
    ),
    // Corrective actions.
    ("GET /corrective-actions", Same(&["list_actions"])),
    ("POST /corrective-actions", Same(&["open_action"])),
    (
        "GET /corrective-actions/new",
        Nothing("the form; its fields are the schema of open_action"),
    ),
    ("GET /corrective-actions/{number}", Same(&["get_action"])),
    (
        "POST /corrective-actions/{number}/acts/{act}",
        Same(&["action_analyse_cause"]),
    ),
    // Years.
    ("GET /year-books", Same(&["list_years"])),
    ("GET /year-books/{year}", Same(&["get_year"])),
    ("GET /year-books/{year}/print", Same(&["get_year"])),
    ("GET /year-books/{year}/report.pdf", Same(&["ask_for_paper"])),
    ("GET /year-books/{year}/export.xlsx", Same(&["get_year"])),
    ("POST /year-books/{year}/acts/{act}", Same(&["year_compile"])),
    // Papers.
    ("GET /papers", Same(&["list_papers", "get_paper"])),
    ("GET /papers/{id}/file", Same(&["get_paper_file"])),
    // The own account.
    ("GET /account", Same(&["get_me"])),
    ("POST /account", SIGNING_IN),
    ("GET /account/tokens", TOKENS),
    ("POST /account/tokens", TOKENS),
    ("POST /account/tokens/{id}/revoke", TOKENS),
    // Administration.
    (
        "GET /admin",
        Same(&["list_changes", "list_mail_sources", "list_offices"]),
    ),
    ("GET /admin/people", Same(&["list_people"])),
    ("POST /admin/people", Same(&["add_person"])),
    ("GET /admin/people/{id}", Same(&["list_people"])),
    ("POST /admin/people/{id}", Same(&["change_person"])),
    ("POST /admin/people/{id}/password", Same(&["set_password"])),
    ("POST /admin/people/{id}/close", Same(&["close_account"])),
    ("POST /admin/people/{id}/reopen", Same(&["reopen_account"])),
    ("GET /admin/roles", Same(&["list_offices"])),
    ("POST /admin/roles", Same(&["appoint"])),
    ("POST /admin/roles/{id}/end", Same(&["end_appointment"])),
    ("GET /admin/substitutes", Same(&["list_offices"])),
    ("POST /admin/substitutes", Same(&["name_substitute"])),
    ("POST /admin/substitutes/{id}/end", Same(&["end_substitution"])),
    ("GET /admin/authority", Same(&["list_offices"])),
    ("POST /admin/authority", Same(&["give_authority"])),
    ("POST /admin/authority/{id}/end", Same(&["end_authority"])),
    ("GET /admin/interests", Same(&["list_offices"])),
    ("POST /admin/interests", Same(&["declare_tie"])),
    ("POST /admin/interests/{id}/end", Same(&["end_tie"])),
    ("GET /admin/units", Same(&["list_units"])),
    ("POST /admin/units", Same(&["add_unit", "change_unit"])),
    ("GET /admin/settings", Same(&["get_settings", "get_organisation"])),
    ("POST /admin/settings", Same(&["change_settings"])),
    ("POST /admin/organisation", Same(&["change_organisation"])),
    ("GET /admin/calendar", Same(&["get_calendar"])),
    ("POST /admin/calendar", Same(&["announce_day"])),
    ("POST /admin/calendar/remove", Same(&["remove_day"])),
    ("POST /admin/calendar/year", Same(&["know_year", "forget_year"])),
    ("GET /admin/templates", Same(&["list_templates"])),
    ("GET /admin/templates/{purpose}/{lang}", Same(&["get_template"])),
    (
        "POST /admin/templates/{purpose}/{lang}",
        Same(&["change_template"]),
    ),
    (
        "POST /admin/templates/{purpose}/{lang}/preview",
        Same(&["preview_template"]),
    ),
    (
        "GET /admin/templates/{purpose}/{lang}/preview.pdf",
        Same(&["ask_for_paper"]),
    ),
    ("GET /admin/portal", Same(&["get_portal_settings"])),
    ("POST /admin/portal", Same(&["change_portal_settings"])),
    ("GET /admin/webhooks", Same(&["list_webhooks"])),
    ("POST /admin/webhooks", Same(&["add_webhook"])),
    (
        "GET /admin/webhooks/{id}",
        Same(&["get_webhook", "list_deliveries"]),
    ),
    ("POST /admin/webhooks/{id}/remove", Same(&["remove_webhook"])),
    ("POST /admin/webhooks/{id}/enable", Same(&["enable_webhook"])),
    (
        "POST /admin/webhooks/{id}/{delivery}/replay",
        Same(&["replay_delivery"]),
    ),
    ("GET /admin/jobs", Same(&["list_dead_jobs"])),
    ("POST /admin/jobs/{id}/retry", Same(&["retry_job"])),
    // The public pages.
    ("GET /portal", OUTSIDE),
    ("GET /portal/procedure", OUTSIDE),
    ("GET /portal/new", OUTSIDE),
    ("POST /portal/new", OUTSIDE),
    ("POST /portal/new/draft", OUTSIDE),
    ("POST /portal/new/clear", OUTSIDE),
    ("GET /portal/receipt", OUTSIDE),
    ("GET /portal/receipt.pdf", OUTSIDE),
    ("POST /portal/receipt/done", OUTSIDE),
    ("GET /portal/case", OUTSIDE),
    ("POST /portal/case", OUTSIDE),
    ("POST /portal/case/leave", OUTSIDE),
    ("GET /portal/case/message", OUTSIDE),
    ("POST /portal/case/message", OUTSIDE),
    ("GET /portal/case/response", OUTSIDE),
    ("POST /portal/case/response", OUTSIDE),
    ("GET /portal/case/withdraw", OUTSIDE),
    ("POST /portal/case/withdraw", OUTSIDE),
    ("GET /portal/case/letters/{file}", OUTSIDE),
];

#[test]
fn every_route_of_the_site_has_its_operation_or_a_reason_why_not() {
    let mut routes = BTreeSet::new();
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/src");
    collect(&site, &mut routes);
    assert!(routes.len() > 100, "the routes were not found: {routes:?}");
    let known: BTreeSet<String> = TABLE.iter().map(|(route, _)| (*route).to_owned()).collect();
    let new: Vec<_> = routes.difference(&known).collect();
    assert!(new.is_empty(), "which operation does this, or why none? {new:?}");
    let gone: Vec<_> = known.difference(&routes).collect();
    assert!(gone.is_empty(), "the site has no such route any more: {gone:?}");
    assert_eq!(known.len(), TABLE.len(), "a route stands there twice");
}

#[test]
fn every_operation_of_the_table_is_described() {
    let document = api::document(Lang::En);
    let paths = document["paths"].as_object().unwrap();
    let operations: BTreeSet<&str> = paths
        .values()
        .flat_map(|methods| methods.as_object().unwrap().values())
        .filter_map(|operation| operation["operationId"].as_str())
        .collect();
    for (route, door) in TABLE {
        match door {
            Same(same) => {
                assert!(!same.is_empty(), "{route}");
                for one in *same {
                    assert!(operations.contains(one), "{route}: there is no {one}");
                }
            }
            Nothing(because) => assert!(because.len() > 10, "{route}"),
        }
    }
}

/// The routes in the code below a folder, as `GET /place`.
fn collect(folder: &Path, routes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, routes);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let product = text.split("#[cfg(test)]").next().unwrap_or_default();
            for piece in product.split(".route(").skip(1) {
                let call = within(piece);
                let place = call.split('"').nth(1).unwrap();
                for method in ["get", "post", "put", "delete", "patch"] {
                    let named = format!("{method}(");
                    let begins = |at: usize| !call[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
                    if call.match_indices(&named).any(|(at, _)| begins(at)) {
                        routes.insert(format!("{} {place}", method.to_uppercase()));
                    }
                }
            }
        }
    }
}

/// Up to the bracket that ends the call.
fn within(piece: &str) -> &str {
    let mut depth = 1_usize;
    for (at, c) in piece.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &piece[..at];
        }
    }
    piece
}
