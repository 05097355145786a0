//! The catalogue as Rust: a table of texts for each language and a function for each message.

use std::fmt::Write;

use crate::catalogue::{Catalogue, Key, Kind, Message, Part, Variable};

pub fn write(catalogue: &Catalogue) -> String {
    let mut out = String::new();
    let (plain, spoken): (Vec<&Message>, Vec<&Message>) = catalogue
        .messages
        .iter()
        .partition(|message| message.variables.is_empty());

    table(&mut out, "KEYS", plain.iter().map(|message| message.key.as_str()));
    table(
        &mut out,
        "VI",
        plain.iter().map(|message| plain_text(&message.vi)),
    );
    table(
        &mut out,
        "EN",
        plain.iter().map(|message| plain_text(&message.en)),
    );
    for (name, of) in [("VI_PATTERNS", 0), ("EN_PATTERNS", 1)] {
        writeln!(out, "static {name}: [&[Part]; {}] = [", spoken.len()).expect(ENDLESS);
        for message in &spoken {
            let parts = if of == 0 { &message.vi } else { &message.en };
            writeln!(out, "    {},", parts_code(parts, &message.variables)).expect(ENDLESS);
        }
        out.push_str("];\n");
    }

    out.push_str("impl Texts {\n");
    for (index, message) in plain.iter().enumerate() {
        doc(&mut out, message);
        let name = name(&message.key);
        writeln!(
            out,
            "    pub fn {name}(&self) -> &'static str {{ self.words[{index}] }}"
        )
        .expect(ENDLESS);
    }
    for (index, message) in spoken.iter().enumerate() {
        doc(&mut out, message);
        let (mut parameters, mut values) = (String::new(), String::new());
        for variable in &message.variables {
            let argument = name(&variable.name);
            let (kind, value) = match variable.kind {
                Kind::Shown => ("impl std::fmt::Display", format!("Value::Shown(&{argument})")),
                Kind::Counted => ("impl Count", format!("Value::Number({argument}.count())")),
                Kind::Word => ("&str", format!("Value::Word({argument})")),
            };
            write!(parameters, ", {argument}: {kind}").expect(ENDLESS);
            write!(values, "{value}, ").expect(ENDLESS);
        }
        let name = name(&message.key);
        let allow = if message.variables.len() > 5 {
            "    #[allow(clippy::too_many_arguments)]\n"
        } else {
            ""
        };
        writeln!(out, "{allow}    pub fn {name}(&self{parameters}) -> String {{ say(self.lang, self.patterns[{index}], &[{values}]) }}")
            .expect(ENDLESS);
    }
    out.push_str("}\n");

    // Every message with arguments said once in each manner, for the tests of the words themselves.
    out.push_str(
        "#[cfg(test)]\nfn said(texts: &Texts, number: i64) -> Vec<(&'static str, String)> {\n    vec![\n",
    );
    for message in &spoken {
        let arguments: Vec<&str> = message
            .variables
            .iter()
            .map(|variable| match variable.kind {
                Kind::Shown => "\"…\"",
                Kind::Counted => "number",
                Kind::Word => "\"other\"",
            })
            .collect();
        writeln!(
            out,
            "        ({:?}, texts.{}({})),",
            message.key,
            name(&message.key),
            arguments.join(", ")
        )
        .expect(ENDLESS);
    }
    out.push_str("    ]\n}\n");
    out
}

const ENDLESS: &str = "a String takes all that is written to it";

fn table<'a>(out: &mut String, name: &str, texts: impl ExactSizeIterator<Item = &'a str>) {
    writeln!(out, "static {name}: [&str; {}] = [", texts.len()).expect(ENDLESS);
    for text in texts {
        writeln!(out, "    {text:?},").expect(ENDLESS);
    }
    out.push_str("];\n");
}

fn plain_text(parts: &[Part]) -> &str {
    match parts {
        [] => "",
        [Part::Text(text)] => text,
        _ => unreachable!("neighbouring texts are joined and this message has no variables"),
    }
}

fn parts_code(parts: &[Part], variables: &[Variable]) -> String {
    let place = |name: &str| {
        variables
            .iter()
            .position(|variable| variable.name == name)
            .unwrap_or_default()
    };
    let code: Vec<String> = parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => format!("Part::Text({text:?})"),
            Part::Shown(name) | Part::Counted(name) => format!("Part::Argument({})", place(name)),
            Part::Choice {
                variable,
                variants,
                default,
            } => {
                let variants: Vec<String> = variants
                    .iter()
                    .map(|(key, parts)| format!("({}, {})", key_code(key), parts_code(parts, variables)))
                    .collect();
                let default = parts_code(default, variables);
                format!(
                    "Part::Choice({}, &[{}], {default})",
                    place(variable),
                    variants.join(", ")
                )
            }
        })
        .collect();
    format!("&[{}]", code.join(", "))
}

fn key_code(key: &Key) -> String {
    match key {
        Key::Exactly(number) => format!("Key::Exactly({number})"),
        Key::One => "Key::One".to_owned(),
        Key::Other => "Key::Other".to_owned(),
        Key::Word(word) => format!("Key::Word({word:?})"),
    }
}

fn doc(out: &mut String, message: &Message) {
    for parts in [&message.vi, &message.en] {
        let text = shown(parts).replace('\n', " ");
        writeln!(out, "    #[doc = {text:?}]\n    ///").expect(ENDLESS);
    }
}

fn shown(parts: &[Part]) -> String {
    parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => text.replace('[', "\\["),
            Part::Shown(name) | Part::Counted(name) => format!("`{name}`"),
            Part::Choice { default, .. } => shown(default),
        })
        .collect()
}

fn name(key: &str) -> String {
    key.replace('-', "_").to_lowercase()
}
