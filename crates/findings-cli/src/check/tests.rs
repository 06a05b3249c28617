//! Whole comparisons on small hand-made facts, both ways: what passes and what must not.

use super::{Fixture, Outcome, Sides, Sort};
use serde_json::{Value, json};

const TEXT: &str = "Ashby School was rated good. Its care was poor, and in 2004 poor too.\n\
                    Barley School got good. It had outstanding repairs worth £5m.";

fn outcome(facts: Value, found: Value) -> Outcome {
    let fixture = Fixture {
        path: "x".into(),
        text: TEXT.to_owned(),
        title: None,
        published: None,
        facts: facts.as_object().cloned().unwrap(),
    };
    Outcome::of(&Sides::new(&fixture, &found))
}

/// The found facts that most tests use: two schools, three ratings, one sum.
fn found() -> Value {
    let span = |anchor: &str, nth: usize| {
        let (start, _) = TEXT.match_indices(anchor).nth(nth).unwrap();
        json!([start, start + anchor.len()])
    };
    let rating = |provider: &str, label: &str, nth: usize, aspect: Value, status: &str| {
        json!({"provider": provider, "label": label, "aspect": aspect, "status": status, "change": null,
               "span": span(label, nth), "text": label, "in": "text", "rule": "rated/passive",
               "mentions": [{"span": span(label, nth), "text": label, "in": "text"}]})
    };
    let name = |id: &str, name: &str| {
        json!({"id": id, "name": name, "kind": "school",
               "mentions": [{"span": span(name, 0), "text": name, "how": "name", "in": "text"}]})
    };
    let care = json!({"id": null, "text": "care"});
    json!({
        "providers": [name("p1", "Ashby School"), name("p2", "Barley School")],
        "ratings": [
            rating("p1", "good", 0, Value::Null, "awarded"),
            rating("p1", "poor", 0, care.clone(), "awarded"),
            rating("p1", "poor", 1, care, "previous"),
        ],
        "money": [{"amount": 5_000_000.00, "currency": "GBP", "same_as": null,
                   "span": span("£5m", 0), "text": "£5m", "in": "text"}],
    })
}

fn lines(outcome: &Outcome) -> Vec<String> {
    let line = |m: &super::Miss| format!("{:?} {} {} {}", m.sort, m.kind, m.fact, m.differences.join("; "));
    outcome.misses.iter().map(|m| line(m).trim().to_owned()).collect()
}

#[test]
fn what_is_right_passes() {
    let facts = json!({
        "exhaustive": ["ratings", "money", "providers"],
        "providers": [{"name": "Ashby School", "mentions": [{"text": "Ashby", "how": "name"}]}, {"name": "Barley School"}],
        "ratings": [
            {"provider": "Ashby School", "label": "good", "aspect": null, "text": "rated good"},
            {"provider": "Ashby School", "label": "poor", "status": "previous", "text": "poor", "nth": 2},
            {"provider": "Ashby School", "label": "poor", "aspect": {"text": "care"}, "status": "awarded", "text": "poor"},
        ],
        "money": [{"amount": 5_000_000, "text": "£5m", "same_as": null}],
        "never": {"ratings": [{"text": "outstanding repairs"}]},
    });
    let outcome = outcome(facts, found());
    assert_eq!(lines(&outcome), Vec::<String>::new());
    assert!(outcome.is_clean());
    let ratings = outcome.table.row("ratings").unwrap();
    assert_eq!((ratings.expected, ratings.found, ratings.right), (3, 3, 3));
    assert_eq!(ratings.f1(), Some(1.0));
}

#[test]
fn a_near_miss_is_told_field_by_field() {
    let facts = json!({"ratings": [
        {"provider": "Barley School", "label": "good", "status": "target", "text": "good", "nth": 1},
    ]});
    let outcome = outcome(facts, found());
    assert_eq!(
        lines(&outcome),
        ["Wrong ratings “good” good · Barley School · target \
          provider: expected Barley School, found Ashby School; status: expected target, found awarded"]
    );
    assert_eq!(outcome.misses[0].sentence, "Ashby School was rated good.");
    assert!(!outcome.is_clean());
}

#[test]
fn a_fact_elsewhere_is_a_miss_and_in_an_exhaustive_kind_an_extra() {
    let facts = json!({"exhaustive": ["ratings"], "ratings": [
        {"provider": "Ashby School", "label": "good", "text": "good", "nth": 2},
        {"label": "poor", "text": "poor"}, {"label": "poor", "text": "poor"},
    ]});
    let outcome = outcome(facts, found());
    assert_eq!(
        lines(&outcome),
        [
            "Missed ratings “good” good · Ashby School",
            "Extra ratings “good” good · Ashby School · awarded [rated/passive]"
        ]
    );
    let ratings = outcome.table.row("ratings").unwrap();
    assert_eq!((ratings.right, ratings.missed, ratings.wrong, ratings.extra), (2, 1, 0, 1));
}

#[test]
fn extras_count_only_where_all_is_listed_and_optional_ones_never() {
    let optional = json!([{"label": "good", "text": "good", "optional": true}]);
    let open = outcome(json!({"ratings": optional}), found());
    assert!(open.is_clean());
    let closed = outcome(json!({"exhaustive": ["ratings"], "ratings": optional}), found());
    assert_eq!(closed.misses.len(), 2);
    assert!(closed.misses.iter().all(|m| m.sort == Sort::Extra));
    let differs = json!([{"label": "fair", "text": "good", "optional": true}]);
    let excused_nothing = outcome(json!({"exhaustive": ["ratings"], "ratings": differs}), found());
    assert_eq!(excused_nothing.misses.len(), 3);
}

#[test]
fn never_is_matched_against_the_facts_own_place_and_its_fields() {
    let never = |item: Value| outcome(json!({"never": {"ratings": [item]}}), found()).misses.len();
    assert_eq!(never(json!({"text": "poor"})), 2);
    assert_eq!(never(json!({"text": "poor", "nth": 1})), 1);
    assert_eq!(never(json!({"text": "poor", "status": "previous"})), 1);
    assert_eq!(never(json!({"text": "poor", "label": "good"})), 0);
    assert_eq!(never(json!({"text": "got good"})), 0);
    let provider = outcome(json!({"never": {"providers": [{"text": "Barley School"}]}}), found());
    assert_eq!(provider.misses[0].sort, Sort::Never);
}

#[test]
fn a_gap_excuses_and_must_go_when_it_closes() {
    let missing = json!({"label": "good", "text": "good", "nth": 2});
    let gap = json!({"kind": "ratings", "text": "got good", "reason": "elliptic"});
    let excused = outcome(json!({"ratings": [missing], "gaps": [gap]}), found());
    assert!(excused.is_clean());
    assert_eq!(excused.misses[0].gap.as_deref(), Some("elliptic"));
    let closed = outcome(json!({"ratings": [{"label": "good", "text": "good"}], "gaps": [gap]}), found());
    assert!(!closed.is_clean());
    assert_eq!(closed.closed, ["ratings “got good” (elliptic)"]);
    let extra =
        json!({"kind": "ratings", "text": "poor", "nth": 2, "status": "previous", "reason": "told twice"});
    let known = json!([{"label": "good", "text": "good"}, {"label": "poor", "text": "poor", "nth": 1}]);
    assert!(
        outcome(json!({"exhaustive": ["ratings"], "ratings": known, "gaps": [extra]}), found()).is_clean()
    );
}

#[test]
fn a_mention_that_is_not_found_is_told() {
    let facts = json!({"providers": [
        {"name": "Barley School", "mentions": [{"text": "It had", "how": "generic"}, {"text": "Barley", "how": "short"},
                                               {"text": "Its care", "optional": true}]}
    ]});
    assert_eq!(
        lines(&outcome(facts, found())),
        ["Wrong providers Barley School \
          mention: expected \"It had\" (generic), found nothing; mention: expected \"Barley\" (short), found name there"]
    );
}

#[test]
fn pointers_are_followed_on_both_sides() {
    let mut found = found();
    found["inspections"] = json!([{"provider": "p1", "body": null, "ratings": [0, 1], "measures": []}]);
    let ratings = json!([{"label": "poor", "text": "poor", "nth": 1}, {"label": "good", "text": "good"}]);
    let facts = |pointers: Value| json!({"ratings": ratings, "inspections": [{"provider": "Ashby School", "ratings": pointers}]});
    assert!(outcome(facts(json!([0, 1])), found.clone()).is_clean());
    assert!(!outcome(facts(json!([0])), found).is_clean());
}

#[test]
fn views_count_only_their_fields() {
    let facts = json!({"ratings": [
        {"provider": "Ashby School", "label": "good", "status": "awarded", "inspected": "2004", "text": "good"},
    ]});
    let outcome = outcome(facts, found());
    assert_eq!(outcome.table.row("ratings").unwrap().wrong, 1);
    let view = outcome.table.row("ratings (label, provider, aspect, status)").unwrap();
    assert_eq!((view.right, view.wrong), (1, 0));
}
