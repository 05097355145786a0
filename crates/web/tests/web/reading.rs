//! Reads a page that came back: what stands in its fields, what is chosen, and what is said to be wrong.

use crate::site::Answer;

impl Answer {
    /// Whether the page has this piece of markup.
    pub fn holds(&self, markup: &str) -> bool {
        self.body.contains(markup)
    }

    /// The key of the message for the next page, with its tone.
    pub fn flash(&self) -> String {
        let cookie = self.cookie("phucdap_flash").unwrap_or_default();
        cookie.trim_start_matches("phucdap_flash=").to_owned()
    }

    /// The inputs of this name, each as its tag is written.
    fn inputs<'a>(&'a self, name: &str) -> Vec<&'a str> {
        let mark = format!(" name=\"{name}\"");
        let tags = self.body.split("<input").skip(1);
        let tags = tags.filter_map(|rest| rest.split('>').next());
        tags.filter(|tag| tag.contains(&mark)).collect()
    }

    /// What stands in the fields of this name; where one chooses a file, nothing stands.
    pub fn values_of(&self, name: &str) -> Vec<&str> {
        let inputs = self.inputs(name).into_iter();
        inputs
            .filter(|tag| tag.contains(" value=\""))
            .map(value)
            .collect()
    }

    pub fn value_of(&self, name: &str) -> &str {
        let first = self.inputs(name).into_iter().next();
        value(first.unwrap_or_else(|| panic!("no field {name}: {}", self.text())))
    }

    /// What is chosen among the radios or boxes of this name.
    pub fn checked(&self, name: &str) -> Vec<&str> {
        let inputs = self.inputs(name).into_iter();
        inputs.filter(|tag| tag.contains(" checked")).map(value).collect()
    }

    /// What stands in the area of this name, as it is written in the page.
    pub fn area(&self, name: &str) -> &str {
        let mark = format!(" name=\"{name}\"");
        let mut areas = self
            .body
            .split("<textarea")
            .skip(1)
            .filter_map(|rest| rest.split_once('>'));
        let found = areas.find(|(tag, _)| tag.contains(&mark));
        let (_, inside) = found.unwrap_or_else(|| panic!("no area {name}: {}", self.text()));
        inside
            .split("</textarea>")
            .next()
            .unwrap_or_default()
            .trim_start_matches('\n')
    }

    /// What is said to be wrong with a field, beside the field.
    pub fn error_of(&self, form: &str, name: &str) -> Option<&str> {
        let mark = format!("id=\"{form}-{name}-error\">");
        let (_, rest) = self.body.split_once(&mark)?;
        let (_, words) = rest.split_once("</svg>")?;
        words.split("</p>").next()
    }
}

fn value(tag: &str) -> &str {
    let (_, rest) = tag.split_once(" value=\"").unwrap_or_default();
    rest.split('"').next().unwrap_or_default()
}
