//! The fields that an expected fact may list, and when a found fact has the same. Knows the contract's
//! easements; nothing of where facts stand.

use super::names::{like_name, like_text, same_name};
use serde_json::Value;
use std::fmt;

/// The kinds of fact, in the order of the contract.
pub(super) const KINDS: [&str; 10] = [
    "bodies", "providers", "ratings", "tallies", "measures", "inspections", "money", "dates", "quotes",
    "furniture",
];

/// How a field is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// As it is; numbers as numbers.
    Same,
    /// Free text: on its words, either holding the other.
    Text,
    /// A provider's name, or a list of acceptable ones.
    Name,
    /// A found provider's id against a name or a list of acceptable names.
    Provider,
    /// An id, a text, or `{id, text}` of which the listed ones count.
    Named,
    /// A list of [`How::Named`], in any order.
    NamedList,
    /// A list in any order.
    Set,
    /// An object of which the listed fields count.
    Nested(&'static [&'static str]),
    /// Places that must each be among the found mentions.
    Mentions,
    /// An index, or a list of them, into the facts of a kind: compared after pairing.
    Index(&'static str),
}

/// How a field of a kind is compared; `None` where the contract has no such field.
pub(super) fn how(kind: &str, field: &str) -> Option<How> {
    use How::{Index, Mentions, Name, Named, NamedList, Nested, Provider, Same, Set, Text};
    Some(match (kind, field) {
        (_, "basis" | "rule") => Same,
        ("bodies", "id" | "role") => Same,
        ("bodies", "name") | ("providers", "place") => Text,
        ("providers", "name" | "operator") => Name,
        ("providers", "kind") => Same,
        ("bodies" | "providers" | "ratings" | "tallies" | "measures", "mentions") => Mentions,
        ("ratings" | "tallies" | "measures" | "inspections", "provider") => Provider,
        ("ratings" | "tallies" | "measures" | "inspections", "body") => Same,
        ("ratings" | "inspections", "service") | ("ratings", "aspect") | ("measures", "issuer") => Named,
        ("ratings" | "inspections", "framework" | "inspected" | "published") => Same,
        ("ratings", "scale" | "label" | "rank" | "of" | "status" | "attribution") => Same,
        ("ratings", "change") => Nested(&["direction", "from", "basis"]),
        ("tallies", "population") => Text,
        ("tallies", "labels" | "measures") => Set,
        ("tallies", "count") => Nested(&["kind", "n", "of", "percent"]),
        ("tallies", "aspects") => NamedList,
        ("tallies", "period" | "attribution") => Same,
        ("measures", "kind" | "regime" | "action" | "count" | "date") => Same,
        ("inspections", "kind" | "previous") => Same,
        ("inspections", "ratings") => Index("ratings"),
        ("inspections", "measures") => Index("measures"),
        ("money", "amount" | "currency" | "low" | "high" | "precision" | "per" | "role" | "certainty") => {
            Same
        }
        ("money", "same_as") => Index("money"),
        ("dates", "value" | "from" | "to" | "grain" | "kind" | "timex" | "anchor" | "approx" | "role") => {
            Same
        }
        ("quotes", "speaker" | "role" | "organisation") => Text,
        ("quotes" | "furniture", "kind") => Same,
        _ => return None,
    })
}

/// True for the fields that say how an expected fact is to be found, not what it holds.
pub(super) fn is_easement(field: &str) -> bool {
    matches!(field, "text" | "in" | "optional" | "nth")
}

/// A listed field that the found fact has otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The field, `change.from` for a nested one.
    pub field: String,
    /// As the fixture has it.
    pub expected: String,
    /// As it was found.
    pub found: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: expected {}, found {}", self.field, self.expected, self.found)
    }
}

/// The found providers, by which a provider's id has a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Providers<'a>(pub &'a [Value]);

impl<'a> Providers<'a> {
    /// The name of the provider of this id.
    pub(super) fn name_of(self, id: &str) -> Option<&'a str> {
        self.0.iter().find(|p| p["id"] == id).and_then(|p| p["name"].as_str())
    }

    /// True when the provider of this id is the one that is meant by one of the names. A found provider that
    /// bears the very name keeps all others from it: "Ashby" is not "Ashby College" where both are found.
    pub(super) fn is_meant(self, id: &str, names: &[&str]) -> bool {
        let Some(own) = self.name_of(id) else { return false };
        names.iter().any(|name| {
            let taken = self.0.iter().filter_map(|p| p["name"].as_str()).any(|n| same_name(n, name));
            if taken { same_name(own, name) } else { like_name(own, name) }
        })
    }
}

/// Where a listed field differs in the found fact; empty where it is the same. [`How::Mentions`] and
/// [`How::Index`] need more than two values and are not compared here.
pub(super) fn compare(
    field: &str,
    how: How,
    expected: &Value,
    found: &Value,
    providers: Providers<'_>,
) -> Vec<Difference> {
    let same = match how {
        How::Mentions | How::Index(_) => true,
        How::Same => same_value(expected, found),
        How::Text => match (expected.as_str(), found.as_str()) {
            (Some(a), Some(b)) => like_text(a, b),
            _ => expected == found,
        },
        How::Name => match found.as_str() {
            Some(name) => names(expected).iter().any(|n| like_name(n, name)),
            None => expected.is_null(),
        },
        How::Provider => match found.as_str() {
            Some(id) => providers.is_meant(id, &names(expected)),
            None => expected.is_null(),
        },
        How::Named => same_named(expected, found),
        How::NamedList => same_set(expected, found, same_named),
        How::Set => same_set(expected, found, same_value),
        How::Nested(_) => match (expected.as_object(), found.as_object()) {
            (Some(listed), Some(_)) => {
                let nested = listed.iter().filter(|(name, value)| !same_value(value, &found[name.as_str()]));
                return nested
                    .map(|(name, value)| Difference {
                        field: format!("{field}.{name}"),
                        expected: plain(value),
                        found: plain(&found[name.as_str()]),
                    })
                    .collect();
            }
            _ => expected == found,
        },
    };
    if same {
        return Vec::new();
    }
    let found = match (how, found.as_str()) {
        (How::Provider, Some(id)) => providers.name_of(id).unwrap_or(id).to_owned(),
        _ => plain(found),
    };
    vec![Difference { field: field.to_owned(), expected: plain(expected), found }]
}

/// The names that a fixture accepts.
fn names(expected: &Value) -> Vec<&str> {
    match expected {
        Value::String(name) => vec![name],
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn same_value(expected: &Value, found: &Value) -> bool {
    match (expected.as_f64(), found.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() < 0.005,
        _ => expected == found,
    }
}

/// "An id or a text": a kebab-case word is an id, anything else may be either.
fn same_named(expected: &Value, found: &Value) -> bool {
    let like = |text: &str| found["text"].as_str().is_some_and(|t| like_text(t, text));
    match expected {
        Value::String(word) if is_id(word) => found["id"] == *word,
        Value::String(word) => found["id"] == *word || like(word),
        Value::Object(listed) => {
            found.is_object()
                && listed.iter().all(|(field, value)| match (field.as_str(), value.as_str()) {
                    ("text", Some(text)) => like(text),
                    _ => found[field.as_str()] == *value,
                })
        }
        Value::Array(any) => any.iter().any(|one| same_named(one, found)),
        _ => expected == found,
    }
}

fn is_id(word: &str) -> bool {
    word.contains('-') && word.split('-').all(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase()))
}

/// As many on both sides, and each expected one among the found.
fn same_set(expected: &Value, found: &Value, same: fn(&Value, &Value) -> bool) -> bool {
    match (expected.as_array(), found.as_array()) {
        (Some(a), Some(b)) => a.len() == b.len() && a.iter().all(|x| b.iter().any(|y| same(x, y))),
        _ => expected == found,
    }
}

/// A value as it reads best in a line.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) if fields.contains_key("text") || fields.contains_key("id") => {
            let part = |name: &str| fields.get(name).filter(|v| !v.is_null()).map(plain);
            let parts: Vec<String> = [part("id"), part("text")].into_iter().flatten().collect();
            parts.join(" / ")
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn differ(kind: &str, field: &str, expected: &Value, found: &Value) -> Vec<String> {
        let providers = [
            json!({"id": "p1", "name": "Ashby City Council"}),
            json!({"id": "p2", "name": "Barley"}),
            json!({"id": "p3", "name": "Barley College"}),
        ];
        let how = how(kind, field).unwrap();
        compare(field, how, expected, found, Providers(&providers)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn numbers_compare_as_numbers_and_null_is_compared() {
        assert!(differ("money", "amount", &json!(68_000_000), &json!(68_000_000.00)).is_empty());
        assert_eq!(differ("money", "amount", &json!(68), &json!(68.5)), ["amount: expected 68, found 68.5"]);
        assert_eq!(
            differ("dates", "value", &json!(null), &json!("2004")),
            ["value: expected null, found 2004"]
        );
        assert!(differ("dates", "value", &json!(null), &json!(null)).is_empty());
    }

    #[test]
    fn a_provider_is_found_by_its_name() {
        assert!(differ("ratings", "provider", &json!("Ashby council"), &json!("p1")).is_empty());
        assert!(differ("ratings", "provider", &json!(["Cray", "Ashby"]), &json!("p1")).is_empty());
        assert_eq!(
            differ("ratings", "provider", &json!("Barley College"), &json!("p2")),
            ["provider: expected Barley College, found Barley"]
        );
        assert_eq!(differ("ratings", "provider", &json!("Ashby"), &json!(null)).len(), 1);
        assert!(differ("ratings", "provider", &json!(null), &json!(null)).is_empty());
        assert_eq!(differ("ratings", "provider", &json!(null), &json!("p1")).len(), 1);
    }

    #[test]
    fn services_and_aspects_go_by_id_or_text() {
        let found = json!({"id": "childrens-services", "text": "its children’s services"});
        assert!(differ("ratings", "service", &json!("childrens-services"), &found).is_empty());
        assert!(differ("ratings", "service", &json!("children's services"), &found).is_empty());
        assert!(differ("ratings", "service", &json!({"text": "children's services"}), &found).is_empty());
        assert_eq!(differ("ratings", "service", &json!("adult-care"), &found).len(), 1);
        assert_eq!(differ("ratings", "service", &json!({"id": null}), &found).len(), 1);
        assert_eq!(differ("ratings", "aspect", &json!(null), &found).len(), 1);
        assert_eq!(differ("ratings", "aspect", &json!({"text": "care"}), &json!(null)).len(), 1);
    }

    #[test]
    fn nested_fields_count_where_listed() {
        let found = json!({"direction": "up", "from": "poor", "basis": "stated"});
        assert!(differ("ratings", "change", &json!({"direction": "up"}), &found).is_empty());
        assert_eq!(
            differ("ratings", "change", &json!({"direction": "up", "from": "fair"}), &found),
            ["change.from: expected fair, found poor"]
        );
        assert_eq!(differ("ratings", "change", &json!({"direction": "up"}), &json!(null)).len(), 1);
        assert!(differ("ratings", "change", &json!(null), &json!(null)).is_empty());
    }

    #[test]
    fn lists_compare_in_any_order() {
        assert!(differ("tallies", "labels", &json!(["a", "b"]), &json!(["b", "a"])).is_empty());
        assert_eq!(differ("tallies", "labels", &json!(["a"]), &json!(["b", "a"])).len(), 1);
        let found = json!([{"id": null, "text": "the leadership"}]);
        assert!(differ("tallies", "aspects", &json!(["leadership"]), &found).is_empty());
    }

    #[test]
    fn a_field_that_the_contract_lacks_is_unknown() {
        assert!(how("ratings", "colour").is_none());
        assert!(how("money", "provider").is_none());
        assert!(is_easement("nth"));
    }
}
