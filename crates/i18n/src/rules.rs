//! What a rule of the procedure is called, and the sentence behind it.

use procedure::Rule;

use crate::texts::Texts;

impl Texts {
    /// In a few words: `Ba mươi ngày`.
    pub fn rule_title(&self, rule: Rule) -> &'static str {
        self.of_rule(rule, "title").unwrap_or(rule.name())
    }

    /// The sentence of the written procedure, or the duty that the standard adds.
    pub fn rule_sentence(&self, rule: Rule) -> &'static str {
        self.of_rule(rule, "sentence").unwrap_or(rule.name())
    }

    /// How the sentence is read here; the duties say it themselves.
    pub fn rule_explained(&self, rule: Rule) -> Option<&'static str> {
        self.of_rule(rule, "explained")
    }

    /// Where it stands: step and dash, clause, article.
    pub fn rule_source(&self, rule: Rule) -> &'static str {
        self.of_rule(rule, "source").unwrap_or(rule.name())
    }

    fn of_rule(&self, rule: Rule, part: &str) -> Option<&'static str> {
        self.get(&format!("rule-{}-{part}", rule.key()))
    }
}
