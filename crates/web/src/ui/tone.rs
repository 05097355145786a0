//! What a colour means here. It never speaks alone: a word and an icon stand beside it.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Neutral,
    Accent,
    Info,
    Good,
    Warn,
    Bad,
}

impl Tone {
    pub const ALL: [Tone; 6] = [
        Tone::Neutral,
        Tone::Accent,
        Tone::Info,
        Tone::Good,
        Tone::Warn,
        Tone::Bad,
    ];

    pub(crate) fn class(self) -> &'static str {
        match self {
            Tone::Neutral => "tone-neutral",
            Tone::Accent => "tone-accent",
            Tone::Info => "tone-info",
            Tone::Good => "tone-good",
            Tone::Warn => "tone-warn",
            Tone::Bad => "tone-bad",
        }
    }
}
