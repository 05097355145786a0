//! The documentation of the interface for other systems, drawn from its own description, so that it cannot say anything else.

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};
use serde_json::Value;

use crate::layout::plain_page;
use crate::site::Site;
use crate::ui::{Card, Icon, Look, Tone, badge, disclosure, link_button};
use crate::visit::Guest;

pub fn routes() -> Router<Site> {
    Router::new().route("/api/v1/docs", get(page))
}

/// The kinds of problems, by the keys of their messages.
const PROBLEMS: &[&str] = &[
    "unauthenticated",
    "scope",
    "denied",
    "not-found",
    "method-not-allowed",
    "not-acceptable",
    "refused",
    "invalid",
    "mismatch",
    "parameter",
    "key-reused",
    "under-way",
    "not-made",
    "overtaken",
    "too-large",
    "unsupported-media",
    "too-many",
    "malformed",
    "failure",
];

async fn page(guest: Guest) -> Response {
    let Some(describe) = guest.site.options.interface.describe else {
        return crate::pages::not_found(guest, None).await;
    };
    let document = describe(guest.ctx.lang);
    let t = guest.ctx.t();
    let tags: Vec<&Value> = document["tags"].as_array().into_iter().flatten().collect();
    let body = html! {
        div class="interface" {
            h1 { (t.api_docs_title()) }
            p class="lead" { (text(&document["info"]["description"])) }
            (link_button(Look::Secondary, Some(Icon::Download), t.api_docs_raw(), "/api/v1/openapi.json"))
            nav aria-label=(t.api_docs_contents()) {
                ul {
                    @for tag in &tags {
                        li { a href={ "#" (text(&tag["name"])) } { (text(&tag["description"])) } }
                    }
                    li { a href="#problems" { (t.api_docs_problems()) } }
                }
            }
            @for tag in &tags {
                (Card::new(text(&tag["description"])).icon(Icon::Link).id(text(&tag["name"])).body(html! {
                    @for (path, method, operation) in of_group(&document, text(&tag["name"])) {
                        (shown(t, &document, path, method, operation))
                    }
                }))
            }
            (Card::new(t.api_docs_problems()).icon(Icon::Warning).id("problems").body(html! {
                p { (t.api_docs_problems_text()) }
                dl class="facts" {
                    @for kind in PROBLEMS {
                        div id={ "problem-" (kind) } { dt { code { (kind) } } dd { (t.label(&format!("api-problem-{kind}"))) } }
                    }
                }
            }))
        }
    };
    plain_page(&guest.ctx, t.api_docs_title(), body).into_response()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn of_group<'d>(document: &'d Value, group: &str) -> Vec<(&'d str, &'d str, &'d Value)> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let all = paths.flat_map(|(path, methods)| {
        let methods = methods.as_object().into_iter().flatten();
        methods.map(move |(method, operation)| (path.as_str(), method.as_str(), operation))
    });
    all.filter(|(_, _, operation)| operation["tags"][0] == group)
        .collect()
}

fn shown(t: &'static i18n::Texts, document: &Value, path: &str, method: &str, operation: &Value) -> Markup {
    let parameters: Vec<Line> = operation["parameters"]
        .as_array()
        .into_iter()
        .flatten()
        .map(Line::of_parameter)
        .collect();
    let sent = &operation["requestBody"]["content"]["application/json"]["schema"];
    let (status, good) = operation["responses"]
        .as_object()
        .into_iter()
        .flatten()
        .find(|(status, _)| status.starts_with('2'))
        .map_or(("", &Value::Null), |(status, answer)| (status.as_str(), answer));
    let given = &good["content"]["application/json"]["schema"];
    let says = html! {
        (badge(if method == "get" { Tone::Info } else { Tone::Accent }, None, &method.to_uppercase()))
        " " code { (path) } " – " (text(&operation["summary"]))
    };
    disclosure(
        says,
        html! {
            @if let Some(more) = operation["description"].as_str() { p { (more) } }
            @if let Some(scope) = operation["x-scope"].as_str() { p { (t.api_docs_scope()) ": " code { (scope) } } }
            (table(t, t.api_docs_parameters(), &parameters))
            (table(t, t.api_docs_body(), &lines(document, sent)))
            (table(t, &format!("{} {status}", t.api_docs_answer()), &lines(document, given)))
        },
    )
}

/// A parameter or a property.
struct Line {
    name: String,
    kind: String,
    required: bool,
    about: String,
}

impl Line {
    fn of_parameter(parameter: &Value) -> Self {
        Line {
            name: text(&parameter["name"]).to_owned(),
            kind: kind(&parameter["schema"]),
            required: parameter["required"] == true,
            about: text(&parameter["description"]).to_owned(),
        }
    }
}

/// The properties of a type; those of its variants one after the other.
fn lines(document: &Value, schema: &Value) -> Vec<Line> {
    let schema = resolved(document, schema);
    if let Some(variants) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
        return variants
            .iter()
            .flat_map(|variant| lines(document, variant))
            .collect();
    }
    let required = schema["required"].as_array();
    let is_required = |name: &str| required.is_some_and(|names| names.iter().any(|one| one == name));
    let properties = schema["properties"].as_object().into_iter().flatten();
    properties
        .map(|(name, property)| Line {
            name: name.clone(),
            kind: kind(property),
            required: is_required(name),
            about: [&property["title"], &property["description"]]
                .iter()
                .filter_map(|words| words.as_str())
                .collect::<Vec<_>>()
                .join(". "),
        })
        .collect()
}

fn resolved<'d>(document: &'d Value, schema: &'d Value) -> &'d Value {
    let pointer = schema["$ref"].as_str().and_then(|name| name.strip_prefix('#'));
    match pointer.and_then(|pointer| document.pointer(pointer)) {
        Some(found) => found,
        None => schema,
    }
}

/// What a value is, in the words of JSON Schema.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str() {
        return name.rsplit('/').next().unwrap_or_default().to_owned();
    }
    if let Some(word) = schema["const"].as_str() {
        return format!("\"{word}\"");
    }
    if let Some(words) = schema["enum"].as_array() {
        let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        return words.join(" | ");
    }
    if let Some(others) = schema["anyOf"].as_array() {
        let others: Vec<String> = others.iter().map(kind).collect();
        return others.join(" | ");
    }
    let plain = match &schema["type"] {
        Value::String(one) => one.clone(),
        Value::Array(several) => several
            .iter()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join(" | "),
        _ => String::new(),
    };
    if plain.starts_with("array") {
        return format!("[{}]", kind(&schema["items"]));
    }
    match schema["format"].as_str() {
        Some(format) => format!("{plain} ({format})"),
        None => plain,
    }
}

fn table(t: &'static i18n::Texts, title: &str, lines: &[Line]) -> Markup {
    html! {
        @if !lines.is_empty() {
            h3 { (title) }
            dl class="facts" {
                @for line in lines {
                    div {
                        dt { code { (line.name) } @if line.required { " " span class="muted" { "(" (t.api_docs_required()) ")" } } }
                        dd { span class="muted" { (line.kind) } @if !line.about.is_empty() { br; (line.about) } }
                    }
                }
            }
        }
    }
}
