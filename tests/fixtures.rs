//! Is it right about whole articles? Every folder of `fixtures/`, judged by the same code as `findings check`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use findings::Extractor;
use findings_cli::check::{Fixture, Outcome, Place, Report, Sides, folders};
use serde_json::{Map, Value, json};
use std::path::Path;

#[test]
fn every_fixture_is_as_a_person_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").canonicalize().unwrap();
    let report = Report::of(&[folder], Extractor::builtin());
    println!("{report}");
    assert!(report.failed.is_empty(), "fixtures that can't be read: {:#?}", report.failed);
    assert!(report.is_clean(), "what is found differs from what the fixtures say: see the lines above");
}

/// A fixture that not even its own facts satisfy asks for what can't be found.
#[test]
fn no_fixture_contradicts_itself() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    for path in folders(&folder).unwrap() {
        let fixture = Fixture::read(&path).unwrap();
        let outcome = Outcome::of(&Sides::new(&fixture, &as_expected(&fixture)));
        let lines: Vec<String> = outcome.misses.iter().map(|miss| format!("{miss:?}")).collect();
        assert!(lines.is_empty(), "{}:\n{}", path.display(), lines.join("\n"));
    }
}

/// An extraction that holds what the fixture expects and nothing else, each fact at the first place of its words
/// that `never` does not bar.
fn as_expected(fixture: &Fixture) -> Value {
    let names: Vec<&Value> = fixture.expected("providers").iter().map(|p| &p["name"]).collect();
    let id = |name: &Value| {
        let name = if name.is_array() { &name[0] } else { name };
        names.iter().position(|n| *n == name).map(|at| format!("p{}", at + 1))
    };
    let mut found = Map::new();
    for kind in
        "bodies providers ratings tallies measures inspections money dates quotes furniture".split(' ')
    {
        let barred: Vec<Place> =
            fixture.never(kind).iter().filter_map(|never| fixture.texts().places(never)).flatten().collect();
        let place = |item: &Value, found: &mut Value| {
            let places = fixture.texts().places(item).unwrap_or_default();
            let free = places.iter().find(|p| !barred.iter().any(|b| b.overlaps(**p))).or(places.first());
            found["span"] = free.map_or(Value::Null, |place| json!(place.span));
            found["in"] = free.map_or(Value::Null, |place| json!(place.part));
        };
        let mut facts = Vec::new();
        for (index, item) in fixture.expected(kind).iter().enumerate() {
            let mut fact = item.clone();
            for (field, value) in item.as_object().unwrap() {
                match (field.as_str(), value) {
                    ("provider", name) if !name.is_null() => {
                        // A provider that the fixture does not list is found under its own name.
                        fact["provider"] = id(name).map_or_else(|| json!(format!("{name}")), |id| json!(id));
                    }
                    ("service" | "aspect", Value::String(word)) => {
                        fact[field] = json!({"id": word, "text": word});
                    }
                    ("aspects", Value::Array(aspects)) => {
                        let named = |aspect: &Value| json!({"id": null, "text": aspect.get("text").unwrap_or(aspect)});
                        fact[field] = aspects.iter().map(named).collect();
                    }
                    ("mentions", Value::Array(mentions)) => {
                        for (n, mention) in mentions.iter().enumerate() {
                            place(mention, &mut fact["mentions"][n]);
                        }
                    }
                    _ => {}
                }
            }
            if kind == "providers" {
                fact["id"] = json!(format!("p{}", index + 1));
            }
            place(item, &mut fact);
            facts.push(fact);
        }
        found.insert(kind.to_owned(), Value::Array(facts));
    }
    Value::Object(found)
}
