//! A folder with an article and the facts that a person says are in it, read and checked for its form.
//! Knows nothing of what the program finds.

use super::fields::{How, KINDS, how, is_easement};
use super::places::Texts;
use anyhow::{Context, Result, bail, ensure};
use findings::{Article, Day};
use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};

/// An article and its expected facts.
#[derive(Clone, Debug)]
pub struct Fixture {
    /// The folder.
    pub path: PathBuf,
    /// `article.txt`.
    pub text: String,
    /// The title of `about.json`, if it has one.
    pub title: Option<String>,
    /// The day of publication of `about.json`, if it has one.
    pub published: Option<Day>,
    /// `facts.json`.
    pub facts: Map<String, Value>,
}

/// The fixture folders at a path: itself, or the folders in it, sorted. A folder that holds only one of
/// `article.txt` and `facts.json` is meant to be a fixture too, and fails when it is read.
pub fn folders(path: &Path) -> Result<Vec<PathBuf>> {
    let is_fixture = |p: &Path| p.join("article.txt").is_file() || p.join("facts.json").is_file();
    if is_fixture(path) {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).map_err(|e| anyhow::anyhow!(crate::input::reason(&e)))? {
        let entry = entry?.path();
        if is_fixture(&entry) {
            found.push(entry);
        }
    }
    ensure!(!found.is_empty(), "no fixture here (a folder with article.txt and facts.json)");
    found.sort();
    Ok(found)
}

impl Fixture {
    /// Reads a fixture folder.
    pub fn read(path: &Path) -> Result<Self> {
        let read = |name: &str| -> Result<String> {
            let bytes = fs::read(path.join(name))
                .map_err(|e| anyhow::anyhow!("{name}: {}", crate::input::reason(&e)))?;
            String::from_utf8(bytes).with_context(|| format!("{name}: not UTF-8"))
        };
        let text = read("article.txt")?;
        let facts: Value = serde_json::from_str(&read("facts.json")?).context("facts.json")?;
        let Value::Object(facts) = facts else { bail!("facts.json: not an object") };
        let about = crate::input::about(path)?;
        let fixture =
            Self { path: path.to_owned(), text, title: about.title, published: about.published, facts };
        fixture.check_form().context("facts.json")?;
        Ok(fixture)
    }

    /// The article, as the extractor takes it.
    pub fn article(&self) -> Article<'_> {
        Article::new(&self.text)
            .title(self.title.as_deref())
            .published(self.published)
            .published_from_metadata()
    }

    /// The texts that anchors stand in.
    pub fn texts(&self) -> Texts<'_> {
        Texts { text: &self.text, title: self.title.as_deref() }
    }

    /// The expected facts of a kind.
    pub fn expected(&self, kind: &str) -> &[Value] {
        list(self.facts.get(kind))
    }

    /// What must not be found of a kind.
    pub fn never(&self, kind: &str) -> &[Value] {
        list(self.facts.get("never").and_then(|never| never.get(kind)))
    }

    /// The known misses.
    pub fn gaps(&self) -> &[Value] {
        list(self.facts.get("gaps"))
    }

    /// True when nothing further may be found of a kind.
    pub fn is_exhaustive(&self, kind: &str) -> bool {
        list(self.facts.get("exhaustive")).iter().any(|k| k == kind)
    }

    fn check_form(&self) -> Result<()> {
        for (key, value) in &self.facts {
            match key.as_str() {
                "exhaustive" => {
                    for kind in each(key, value)? {
                        ensure!(
                            kind.as_str().is_some_and(|k| KINDS.contains(&k)),
                            "exhaustive: unknown kind {kind}"
                        );
                    }
                }
                "never" => {
                    let Some(kinds) = value.as_object() else { bail!("never: not an object") };
                    for (kind, items) in kinds {
                        self.check_items(&format!("never.{kind}"), kind, items)?;
                        let anchored = each(kind, items)?.iter().all(|item| item["text"].is_string());
                        ensure!(anchored, "never.{kind}: an entry without `text`");
                    }
                }
                "gaps" => {
                    for (n, gap) in each(key, value)?.iter().enumerate() {
                        let at = format!("gaps[{n}]");
                        let Some(kind) = gap["kind"].as_str() else { bail!("{at}: no `kind`") };
                        ensure!(gap["reason"].as_str().is_some_and(|r| !r.is_empty()), "{at}: no `reason`");
                        let mut item = gap.clone();
                        if let Some(fields) = item.as_object_mut() {
                            fields.remove("kind");
                            fields.remove("reason");
                            ensure!(!fields.is_empty(), "{at}: nothing says which fact is meant");
                        }
                        self.check_items(&at, kind, &Value::Array(vec![item]))?;
                    }
                }
                kind => self.check_items(kind, kind, value)?,
            }
        }
        Ok(())
    }

    fn check_items(&self, at: &str, kind: &str, items: &Value) -> Result<()> {
        ensure!(KINDS.contains(&kind), "{at}: unknown kind {kind}");
        for (n, item) in each(at, items)?.iter().enumerate() {
            self.check_item(kind, item).with_context(|| format!("{at}[{n}]"))?;
        }
        Ok(())
    }

    fn check_item(&self, kind: &str, item: &Value) -> Result<()> {
        let Some(fields) = item.as_object() else { bail!("not an object") };
        for (field, value) in fields {
            if is_easement(field) {
                continue;
            }
            match how(kind, field) {
                None => bail!("unknown field {field}"),
                Some(How::Nested(known)) => only(field, value, known)?,
                Some(How::Named) => only(field, value, &["id", "text"])?,
                Some(How::Mentions) => {
                    for (n, mention) in each(field, value)?.iter().enumerate() {
                        let at = || format!("mentions[{n}]");
                        only("mention", mention, &["text", "how", "optional", "nth", "in"])
                            .with_context(at)?;
                        ensure!(mention["text"].is_string(), "mentions[{n}]: no `text`");
                        self.check_anchor(mention).with_context(at)?;
                    }
                }
                Some(_) => {}
            }
        }
        if let Some(optional) = fields.get("optional") {
            ensure!(*optional == true, "optional can only be true");
        }
        self.check_anchor(item)
    }

    /// An anchor that stands nowhere could never be found.
    fn check_anchor(&self, item: &Value) -> Result<()> {
        if let Some(text) = item.get("text") {
            ensure!(text.as_str().is_some_and(|t| !t.is_empty()), "`text` is no text: {text}");
            let places = self.texts().places(item).unwrap_or_default();
            let nth = item.get("nth").map(|n| format!(" {n} times")).unwrap_or_default();
            ensure!(!places.is_empty(), "{text} does not stand in the article{nth}");
        }
        Ok(())
    }
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn each<'v>(at: &str, value: &'v Value) -> Result<&'v [Value]> {
    value.as_array().map(Vec::as_slice).with_context(|| format!("{at}: not a list"))
}

/// Refuses fields of an object that are not among the known.
fn only(at: &str, value: &Value, known: &[&str]) -> Result<()> {
    match value.as_object().and_then(|fields| fields.keys().find(|f| !known.contains(&f.as_str()))) {
        Some(field) => bail!("unknown field {at}.{field}"),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn form(facts: Value) -> Result<()> {
        let Value::Object(facts) = facts else { bail!("not an object") };
        let text = "Ashby School was rated good, and good again.".to_owned();
        Fixture { path: PathBuf::new(), text, title: None, published: None, facts }.check_form()
    }

    fn refusal(facts: Value) -> String {
        format!("{:#}", form(facts).unwrap_err())
    }

    #[test]
    fn the_form_of_the_contract_is_taken() {
        form(json!({
            "exhaustive": ["ratings"],
            "ratings": [{"provider": ["Ashby School", "Ashby"], "aspect": {"text": "care"}, "label": "good",
                         "change": {"direction": "same"}, "text": "good", "nth": 2, "optional": true}],
            "providers": [{"name": "Ashby School", "mentions": [{"text": "Ashby", "how": "short"}]}],
            "never": {"ratings": [{"text": "again", "label": "good"}]},
            "gaps": [{"kind": "ratings", "text": "good", "reason": "elliptic"}]
        }))
        .unwrap();
    }

    #[test]
    fn what_it_does_not_know_is_refused_by_name() {
        assert_eq!(refusal(json!({"rating": []})), "rating: unknown kind rating");
        assert_eq!(refusal(json!({"ratings": [{"grade": "good"}]})), "ratings[0]: unknown field grade");
        assert_eq!(
            refusal(json!({"ratings": [{"change": {"form": "poor"}}]})),
            "ratings[0]: unknown field change.form"
        );
        assert_eq!(refusal(json!({"exhaustive": ["colours"]})), "exhaustive: unknown kind \"colours\"");
        assert_eq!(
            refusal(json!({"ratings": [{"optional": false}]})),
            "ratings[0]: optional can only be true"
        );
    }

    #[test]
    fn an_anchor_must_stand_in_the_article() {
        assert_eq!(
            refusal(json!({"money": [{"text": "£5"}]})),
            "money[0]: \"£5\" does not stand in the article"
        );
        assert_eq!(
            refusal(json!({"ratings": [{"text": "good", "nth": 3}]})),
            "ratings[0]: \"good\" does not stand in the article 3 times"
        );
        assert_eq!(
            refusal(json!({"never": {"ratings": [{"label": "good"}]}})),
            "never.ratings: an entry without `text`"
        );
    }

    #[test]
    fn a_gap_says_what_and_why() {
        assert_eq!(refusal(json!({"gaps": [{"kind": "ratings", "text": "good"}]})), "gaps[0]: no `reason`");
        assert_eq!(
            refusal(json!({"gaps": [{"kind": "ratings", "reason": "hard"}]})),
            "gaps[0]: nothing says which fact is meant"
        );
    }
}
