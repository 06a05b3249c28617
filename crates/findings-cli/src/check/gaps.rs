//! The `gaps` of a fixture as they would have to be for it to pass: a person pastes them, and their list may only
//! shrink. Knows how a miss is named; nothing of why it is one.

use super::places::{Texts, own};
use super::{Report, Sort};
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// The fields that tell one expected fact from another where their words are the same. (`kind` is the kind of the
/// gap.)
const TELLING: [&str; 8] = ["id", "name", "label", "status", "provider", "service", "aspect", "action"];

/// The fields that tell facts without words.
const WORDLESS: [&str; 3] = ["body", "inspected", "published"];

/// The gap that names a miss: of an expected fact by what the fixture writes of it, of a found one by its words
/// and a few fields.
pub(super) fn entry(kind: &str, sort: Sort, fact: &Value, differences: &[String], texts: Texts<'_>) -> Value {
    let mut gap = Map::new();
    gap.insert("kind".to_owned(), json!(kind));
    let is_found = matches!(sort, Sort::Extra | Sort::Never);
    if is_found {
        found(kind, fact, texts, &mut gap);
    } else {
        let wordless = WORDLESS.into_iter().filter(|_| fact.get("text").is_none());
        for field in ["text", "nth", "in"].into_iter().chain(TELLING).chain(wordless) {
            if let Some(value) = fact.get(field).filter(|value| !value.is_array() || field == "provider") {
                gap.insert(field.to_owned(), value.clone());
            }
        }
    }
    let reason = match sort {
        Sort::Missed => "not found".to_owned(),
        Sort::Wrong => differences.join("; "),
        Sort::Extra | Sort::Never => format!("reported by {}", fact["rule"].as_str().unwrap_or("no rule")),
    };
    gap.insert("reason".to_owned(), json!(reason));
    Value::Object(gap)
}

fn found(kind: &str, fact: &Value, texts: Texts<'_>, gap: &mut Map<String, Value>) {
    let text = fact["text"].as_str().filter(|text| !text.is_empty());
    if let Some(text) = text {
        gap.insert("text".to_owned(), json!(text));
        let places = texts.places(&json!({ "text": text })).unwrap_or_default();
        let nth = own(fact).and_then(|here| places.iter().position(|place| *place == here));
        if let Some(nth) = nth.filter(|_| places.len() > 1) {
            gap.insert("nth".to_owned(), json!(nth + 1));
        }
    }
    let fields: &[&str] = match kind {
        "bodies" => &["id"],
        "providers" => &["name"],
        "ratings" => &["label", "status"],
        "inspections" => &["body", "inspected", "published"],
        "measures" => &["action"],
        _ => &[],
    };
    for field in fields {
        gap.insert((*field).to_owned(), fact[*field].clone());
    }
}

impl Report {
    /// For each fixture its `gaps` as they would have to be, one a line; nothing for one without misses.
    pub fn gaps(&self) -> String {
        let mut out = String::new();
        for (path, outcome) in
            self.fixtures.iter().filter(|(_, o)| !o.misses.is_empty() || !o.closed.is_empty())
        {
            let mut entries: Vec<String> = Vec::new();
            for miss in &outcome.misses {
                let line = miss.entry.to_string();
                if !entries.contains(&line) {
                    entries.push(line);
                }
            }
            let list = entries.join(",\n    ");
            // Writing to a string does not fail.
            let _ = writeln!(out, "{}\n  \"gaps\": [\n    {list}\n  ]", path.join("facts.json").display());
        }
        out
    }
}
