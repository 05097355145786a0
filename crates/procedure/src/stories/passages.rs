//! The usual ways: what stands for each name in brackets, so that a story tells only what is its own.

/// Each name with the clauses it stands for.
const PASSAGES: &[(&str, &str)] = &[
    ("assessed", "all declare; someone assesses"),
    ("caused", "[assessed]; someone finds cause"),
    ("planned", "[caused]; someone plans; someone approves plan"),
    ("decided", "[planned]; someone decides founded"),
    ("dismissed", "[planned]; someone decides unfounded"),
    ("drafted", "someone drafts for Director; someone submits"),
    (
        "sent",
        "[drafted]; Director signs; clerk numbers; clerk dispatches",
    ),
    ("answered", "[decided]; [sent]"),
    ("silence", "+22; clock lapses"),
    ("rejected", "[answered]; officer records response rejected"),
];

pub fn named(name: &str) -> &'static str {
    let passage = PASSAGES.iter().find(|(known, _)| *known == name);
    passage
        .map(|(_, clauses)| *clauses)
        .unwrap_or_else(|| panic!("no passage is called “{name}”"))
}
