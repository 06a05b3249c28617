//! An extraction in the terms of the pages: one entry a mention for bodies and providers, one a fact for the
//! others, each with its fields as words.

use super::page::Mark;
use super::{KINDS, Kind};
use findings::{Extraction, Part, Span};
use serde_json::Value;
use std::collections::BTreeMap;

/// What was found at a place.
#[derive(Debug)]
pub struct Fact {
    /// In the text or the title.
    pub part: Part,
    /// From where to where, in bytes.
    pub span: Span,
    /// Its kind.
    pub kind: &'static Kind,
    /// Which rule made it.
    pub rule: String,
    /// Its fields, each with the words that it may be written in: an aspect by its id or its text.
    fields: BTreeMap<String, Vec<String>>,
}

/// All facts of these kinds, in the order of their places.
pub fn facts(extraction: &Extraction, kinds: &[&'static Kind]) -> Vec<Fact> {
    let whole = serde_json::to_value(extraction).unwrap();
    let name = |id: &str| {
        let provider = extraction.providers.iter().find(|p| p.id == *id);
        provider.map_or(id.to_owned(), |p| p.name.clone())
    };
    let mut facts = Vec::new();
    for kind in KINDS.iter().filter(|k| kinds.contains(k)) {
        for item in whole[kind.name].as_array().unwrap() {
            if matches!(kind.name, "bodies" | "providers") {
                for mention in item["mentions"].as_array().unwrap() {
                    facts.push(fact(kind, mention, &[item, mention], &name));
                }
            } else {
                facts.push(fact(kind, item, &[item], &name));
            }
        }
    }
    facts.sort_by_key(|f| (f.part == Part::Text, f.span.start, f.span.end));
    facts
}

fn fact(kind: &'static Kind, place: &Value, items: &[&Value], name: &dyn Fn(&str) -> String) -> Fact {
    let mut fields = BTreeMap::new();
    for item in items {
        for (field, value) in item.as_object().unwrap() {
            match (field.as_str(), value) {
                ("span" | "mentions" | "text" | "in", _) => {}
                ("provider", Value::String(id)) => {
                    fields.insert(field.clone(), vec![name(id)]);
                }
                (_, Value::Object(inner)) => {
                    for (sub, value) in inner {
                        fields.insert(format!("{field}.{sub}"), vec![word(value)]);
                    }
                    if inner.contains_key("id") {
                        let both = ["id", "text"].map(|sub| inner[sub].clone());
                        fields
                            .insert(field.clone(), both.iter().filter(|v| !v.is_null()).map(word).collect());
                    }
                }
                (_, Value::Array(list)) => {
                    let texts = list.iter().map(|v| word(v.get("text").unwrap_or(v)));
                    fields.insert(field.clone(), vec![texts.collect::<Vec<_>>().join("/")]);
                }
                _ => {
                    fields.insert(field.clone(), vec![word(value)]);
                }
            }
        }
    }
    Fact {
        part: serde_json::from_value(place["in"].clone()).unwrap(),
        span: serde_json::from_value(place["span"].clone()).unwrap(),
        kind,
        rule: fields.get("rule").map(|rule| rule.join("")).unwrap_or_default(),
        fields,
    }
}

/// A value as a page writes it: sums without the pence that are none.
fn word(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => match number.as_f64() {
            Some(n) if n.fract() == 0.0 => format!("{n:.0}"),
            Some(n) => format!("{n:.2}"),
            None => number.to_string(),
        },
        other => other.to_string(),
    }
}

impl Fact {
    /// True when it is all that the mark says.
    pub fn is(&self, mark: &Mark) -> bool {
        self.part == mark.part
            && self.span == mark.span
            && self.kind == mark.kind
            && self.differences(mark).is_empty()
    }

    /// What it holds otherwise than the mark says.
    pub fn differences(&self, mark: &Mark) -> Vec<String> {
        let mut differences = Vec::new();
        if self.main() != mark.main {
            differences.push(format!("expected {}, found {}", mark.main, self.main()));
        }
        for (key, expected) in &mark.attributes {
            match self.field(key) {
                Some(words) if words.contains(expected) => {}
                Some(words) => {
                    differences.push(format!("{key}: expected {expected}, found {}", words.join(" / ")));
                }
                None => differences.push(format!("{key}: there is no such field")),
            }
        }
        differences
    }

    /// A field by its name; the fields of a count and of a change also by their own.
    fn field(&self, key: &str) -> Option<&[String]> {
        let nested = ["", "count.", "change."];
        nested.iter().find_map(|prefix| self.fields.get(&format!("{prefix}{key}"))).map(Vec::as_slice)
    }

    fn main(&self) -> String {
        let words = self
            .kind
            .main
            .iter()
            .map(|f| self.field(f).and_then(|w| w.first()).map_or("null", String::as_str));
        words.collect::<Vec<_>>().join(" ")
    }

    /// What a caret line would say of it.
    pub fn shown(&self) -> String {
        let quoted = |text: &str| if text.contains(' ') { format!("\"{text}\"") } else { text.to_owned() };
        let main = self.main();
        let main = if matches!(self.kind.word, "provider" | "note") { format!("\"{main}\"") } else { main };
        let mut shown = format!("{} {main}", self.kind.word);
        for field in self.kind.shown {
            match self.field(field).and_then(|words| words.first()) {
                Some(value) if value != "null" => shown.push_str(&format!(" {field}={}", quoted(value))),
                _ => {}
            }
        }
        shown
    }
}
