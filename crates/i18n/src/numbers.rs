//! Numbers as the reader's language writes them.

use crate::lang::Lang;
use crate::texts::{Count, Texts};

impl Texts {
    /// `10.000` in Vietnamese, `10,000` in English.
    pub fn number(&self, number: impl Count) -> String {
        grouped(self.lang(), number.count())
    }

    /// A share in per cent with one decimal: `97,5 %`, `97.5%`. Nothing of nothing is a dash.
    pub fn percent(&self, part: impl Count, whole: impl Count) -> String {
        let (part, whole) = (part.count(), whole.count());
        if whole == 0 {
            return "–".to_owned();
        }
        let tenths = (part.saturating_mul(1000) + whole / 2) / whole;
        let (units, tenth) = (grouped(self.lang(), tenths / 10), tenths % 10);
        match self.lang() {
            Lang::Vi => format!("{units},{tenth}%"),
            Lang::En => format!("{units}.{tenth}%"),
        }
    }

    /// The size of a file for a person: `870 B`, `12 KB`, `3,4 MB`.
    pub fn file_size(&self, bytes: u64) -> String {
        let mark = match self.lang() {
            Lang::Vi => ',',
            Lang::En => '.',
        };
        match bytes {
            0..1_000 => format!("{bytes} B"),
            1_000..999_500 => format!("{} KB", (bytes + 500) / 1_000),
            _ => {
                let tenths = (bytes + 50_000) / 100_000;
                format!(
                    "{}{mark}{} MB",
                    grouped(self.lang(), (tenths / 10).count()),
                    tenths % 10
                )
            }
        }
    }
}

pub(crate) fn grouped(lang: Lang, number: i64) -> String {
    let mark = match lang {
        Lang::Vi => '.',
        Lang::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        out.push('−');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::{Lang, texts};

    #[test]
    fn thousands_are_set_apart() {
        let both = |number: i64| (texts(Lang::Vi).number(number), texts(Lang::En).number(number));
        for (number, vi, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_000, "1.000", "1,000"),
            (-12_345, "−12.345", "−12,345"),
            (
                i64::MIN,
                "−9.223.372.036.854.775.808",
                "−9,223,372,036,854,775,808",
            ),
        ] {
            assert_eq!(both(number), (vi.to_owned(), en.to_owned()));
        }
    }

    #[test]
    fn shares_are_rounded_and_nothing_is_a_dash() {
        assert_eq!(texts(Lang::Vi).percent(39, 40), "97,5%");
        assert_eq!(texts(Lang::En).percent(2, 3), "66.7%");
        assert_eq!(texts(Lang::Vi).percent(0, 0), "–");
    }

    #[test]
    fn sizes_of_files_are_short() {
        let t = texts(Lang::Vi);
        let sizes = [0, 999, 1_000, 999_499, 999_500, 3_449_999, 25_000_000].map(|bytes| t.file_size(bytes));
        assert_eq!(
            sizes,
            ["0 B", "999 B", "1 KB", "999 KB", "1,0 MB", "3,4 MB", "25,0 MB"]
        );
    }
}
