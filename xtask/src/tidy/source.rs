//! A Rust file seen three ways, line by line: its code, its literals, and neither inside `#[cfg(test)]`.

/// Both views have the lines of the file; whatever does not belong to a view is blank in it.
pub struct Views {
    /// Without comments and without the inside of literals.
    pub code: String,
    /// Only the inside of string and character literals.
    pub literals: String,
}

impl Views {
    pub fn of(source: &str) -> Views {
        let source: Vec<char> = source.chars().collect();
        let mut views = Painter {
            source: &source,
            at: 0,
            code: String::new(),
            literals: String::new(),
        };
        while views.at < source.len() {
            views.step();
        }
        Views {
            code: views.code,
            literals: views.literals,
        }
    }

    /// The same without the items that only tests compile.
    pub fn without_tests(self) -> Views {
        let mut code: Vec<char> = self.code.chars().collect();
        let mut literals: Vec<char> = self.literals.chars().collect();
        while let Some(start) = find(&code, TEST_ONLY) {
            let end = end_of_item(&code, start + TEST_ONLY.len());
            for at in start..end {
                for view in [&mut code, &mut literals] {
                    if view[at] != '\n' {
                        view[at] = ' ';
                    }
                }
            }
        }
        Views {
            code: code.into_iter().collect(),
            literals: literals.into_iter().collect(),
        }
    }

    /// Names of modules in files of their own that only tests compile: `#[cfg(test)] mod stories;`.
    pub fn test_modules(&self) -> Vec<String> {
        let after = self.code.split(TEST_ONLY).skip(1);
        let names = after.filter_map(|rest| {
            let (words, _) = rest.split_once([';', '{'])?;
            let mut words = words
                .split_whitespace()
                .skip_while(|word| word.starts_with("pub"));
            words
                .next()
                .filter(|word| *word == "mod")
                .and(words.next())
                .map(str::to_owned)
        });
        names.collect()
    }
}

const TEST_ONLY: &str = "#[cfg(test)]";

fn find(code: &[char], wanted: &str) -> Option<usize> {
    let wanted: Vec<char> = wanted.chars().collect();
    code.windows(wanted.len()).position(|window| window == wanted)
}

/// An item ends with the first `;` outside brackets or with the brace that closes its body.
fn end_of_item(code: &[char], start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, c) in code.iter().enumerate().skip(start) {
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(c, '}' | ';') {
            return at + 1;
        }
    }
    code.len()
}

enum View {
    Code,
    Literals,
    Neither,
}

struct Painter<'a> {
    source: &'a [char],
    at: usize,
    code: String,
    literals: String,
}

impl Painter<'_> {
    fn step(&mut self) {
        match (self.peek(0), self.peek(1)) {
            ('/', '/') => self.take_while(View::Neither, |c| c != '\n'),
            ('/', '*') => self.block_comment(),
            ('r' | 'b' | 'c', _) if !self.inside_a_word() => self.perhaps_prefixed(),
            ('"', _) => self.quoted('"'),
            ('\'', '\\') => self.quoted('\''),
            ('\'', _) if self.peek(2) == '\'' => self.quoted('\''),
            _ => self.take(1, View::Code),
        }
    }

    fn peek(&self, ahead: usize) -> char {
        self.source.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn inside_a_word(&self) -> bool {
        self.at > 0 && (self.source[self.at - 1].is_alphanumeric() || self.source[self.at - 1] == '_')
    }

    fn take(&mut self, count: usize, view: View) {
        for _ in 0..count {
            let Some(&c) = self.source.get(self.at) else {
                return;
            };
            let blank = if c == '\n' { '\n' } else { ' ' };
            self.code.push(if matches!(view, View::Code) { c } else { blank });
            self.literals
                .push(if matches!(view, View::Literals) { c } else { blank });
            self.at += 1;
        }
    }

    fn take_while(&mut self, view: View, wanted: impl Fn(char) -> bool) {
        let rest = &self.source[self.at..];
        let count = rest.iter().position(|&c| !wanted(c)).unwrap_or(rest.len());
        self.take(count, view);
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        while self.at < self.source.len() {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => {
                    self.take(1, View::Neither);
                    continue;
                }
            }
            self.take(2, View::Neither);
            if depth == 0 {
                return;
            }
        }
    }

    /// `r"…"`, `br#"…"#`, `b"…"`, `b'…'`; anything else is a word that begins with one of these letters.
    fn perhaps_prefixed(&mut self) {
        let letters = (0..2)
            .take_while(|&ahead| matches!(self.peek(ahead), 'r' | 'b' | 'c'))
            .count();
        let is_raw = (0..letters).any(|ahead| self.peek(ahead) == 'r');
        let hashes = (letters..).take_while(|&ahead| self.peek(ahead) == '#').count();
        match self.peek(letters + hashes) {
            '"' if is_raw => self.raw(letters, hashes),
            '"' if hashes == 0 => {
                self.take(letters, View::Code);
                self.quoted('"');
            }
            _ => self.take_while_word(),
        }
    }

    fn take_while_word(&mut self) {
        self.take_while(View::Code, |c| c.is_alphanumeric() || c == '_');
    }

    fn raw(&mut self, letters: usize, hashes: usize) {
        self.take(letters + hashes + 1, View::Code);
        let closes = |at: usize| {
            self.source[at] == '"' && (1..=hashes).all(|ahead| self.source.get(at + ahead) == Some(&'#'))
        };
        let end = (self.at..self.source.len())
            .find(|&at| closes(at))
            .unwrap_or(self.source.len());
        self.take(end - self.at, View::Literals);
        self.take(1 + hashes, View::Code);
    }

    fn quoted(&mut self, quote: char) {
        self.take(1, View::Code);
        while self.at < self.source.len() && self.peek(0) != quote {
            let count = if self.peek(0) == '\\' { 2 } else { 1 };
            self.take(count, View::Literals);
        }
        self.take(1, View::Code);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(source: &str) -> String {
        let words: Vec<String> = Views::of(source)
            .code
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        words.join(" ")
    }

    fn literals(source: &str) -> String {
        let words: Vec<String> = Views::of(source)
            .literals
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        words.join(" ")
    }

    #[test]
    fn comments_and_the_inside_of_literals_are_not_code() {
        assert_eq!(
            code("a(); // b()\n/* c() /* d() */ e() */ f(\"g()\")"),
            "a(); f(\" \")"
        );
    }

    #[test]
    fn every_kind_of_literal_is_seen() {
        assert_eq!(
            literals(r##"f("một", r#"ha"i"#, b"three", 'b', '\'', br"năm")"##),
            "một ha\"i three b \\' năm"
        );
    }

    #[test]
    fn lifetimes_and_raw_names_are_code() {
        assert_eq!(
            code("fn f<'a>(r#type: &'a str) -> &'static str {}"),
            "fn f<'a>(r#type: &'a str) -> &'static str {}"
        );
        assert_eq!(literals("fn f<'a>(x: &'a str, y: &'a str)"), "");
    }

    #[test]
    fn an_escaped_quote_does_not_end_a_literal() {
        assert_eq!(literals(r#"f("a\"b", "c\\"); d"#), r#"a\"b c\\"#);
    }

    #[test]
    fn lines_stay_where_they_were() {
        let source = "//! x\nlet s = \"a\nb\"; // ế\nlet t = 'ế';\n";
        let views = Views::of(source);
        assert_eq!(views.code.lines().count(), source.lines().count());
        assert_eq!(
            views.literals.lines().position(|line| line.contains('ế')),
            Some(3)
        );
    }

    #[test]
    fn what_only_tests_compile_is_blanked_to_the_end_of_its_item() {
        let source = "a();\n#[cfg(test)]\nmod tests { fn f() { x.unwrap() } }\nb();\n#[cfg(test)]\nuse c::[d; 2];\ne();";
        let views = Views::of(source).without_tests();
        assert!(!views.code.contains("unwrap") && !views.code.contains("use c"));
        assert!(views.code.contains("a();") && views.code.contains("b();") && views.code.contains("e();"));
    }

    #[test]
    fn modules_that_only_tests_compile_are_named() {
        let views = Views::of(
            "#[cfg(test)]\nmod stories;\nmod case;\n#[cfg(test)]\npub(crate) mod oracle;\n#[cfg(test)]\nmod tests {\n}",
        );
        assert_eq!(views.test_modules(), ["stories", "oracle", "tests"]);
    }
}
