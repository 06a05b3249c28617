//! The built-in knowledge loads, and answers what was in force. Inside the crate: it sees the lexicon.

use super::lexicon::{Lexicon, Sense, surfaces};
use super::matcher::{Match, Matcher};
use super::{Ask, Knowledge, Told};
use crate::fact::{AspectId, BodyId, Day, ServiceId};
use crate::text::edge;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use proptest::prelude::*;
use std::sync::LazyLock;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn the_built_in_files_load() {
    let knowledge = Knowledge::from_toml(Knowledge::builtin_files().iter().copied());
    if let Err(error) = knowledge {
        panic!("{error}");
    }
    assert!(Knowledge::builtin().bodies().len() >= 106);
}

#[test]
fn every_word_fits_into_the_lexicon() {
    let knowledge = Knowledge::builtin();
    let lexicon = Lexicon::new(knowledge.entries());
    let mut senses = Vec::new();
    lexicon.scan("Ofsted gave the school a two-star rating.", |_, _| {}, |hit| senses.push(hit.sense));
    assert!(senses.iter().any(|s| matches!(s, Sense::Body { .. })), "{senses:?}");
    assert!(senses.iter().any(|s| matches!(s, Sense::Label(_))), "{senses:?}");
    assert!(senses.iter().any(|s| matches!(s, Sense::Provider { .. })), "{senses:?}");
}

#[test]
fn a_housing_inspection_of_2003_is_told_in_stars() {
    let (body, kind) = (BodyId::new("audit-commission"), ServiceId::new("almo"));
    let ask = Ask {
        told: Told::Words("two-star"),
        body: Some(&body),
        kind: Some(&kind),
        on: Some((day("2003-11-01"), day("2003-11-30"))),
        ..Ask::default()
    };
    let found = Knowledge::builtin().scale_in_force(&ask);
    let told: Vec<_> = found.iter().map(|f| (f.scale.id.as_str(), f.label, f.rank, f.of)).collect();
    assert_eq!(told, [("ac-housing-stars", "two stars", 2, 4)]);
}

#[test]
fn the_aspect_chooses_between_two_axes() {
    let (body, service) = (BodyId::new("ssi"), ServiceId::new("childrens-services"));
    let aspect = AspectId::new("prospects");
    let ask = Ask {
        told: Told::Words("uncertain"),
        body: Some(&body),
        service: Some(&service),
        aspect: Some(&aspect),
        on: Some((day("2003-10-01"), day("2003-10-31"))),
        ..Ask::default()
    };
    let found = Knowledge::builtin().scale_in_force(&ask);
    let told: Vec<_> = found.iter().map(|f| (f.scale.id.as_str(), f.label, f.rank, f.of)).collect();
    assert_eq!(told, [("ssi-capacity", "uncertain", 3, 4)]);
}

#[test]
fn a_state_school_has_no_overall_grade_after_september_2024() {
    let (body, kind) = (BodyId::new("ofsted"), ServiceId::new("school"));
    let mut ask = Ask {
        told: Told::Words("good"),
        body: Some(&body),
        kind: Some(&kind),
        on: Some((day("2024-09-02"), day("2024-09-02"))),
        overall: Some(true),
        ..Ask::default()
    };
    let knowledge = Knowledge::builtin();
    assert!(knowledge.scale_in_force(&ask).is_empty());
    ask.on = Some((day("2024-09-01"), day("2024-09-01")));
    assert_eq!(
        knowledge.scale_in_force(&ask).first().map(|f| f.scale.id.as_str()),
        Some("ofsted-school-4pt-2012")
    );
}

/// The words of the knowledge, the matcher and the automaton of the textbooks.
static BOTH: LazyLock<(Vec<String>, Matcher, AhoCorasick)> = LazyLock::new(|| {
    let words = surfaces(Knowledge::builtin().entries());
    let matcher = Matcher::new(words.iter().map(String::as_str));
    let mut automaton = AhoCorasick::builder();
    automaton.ascii_case_insensitive(true).kind(Some(AhoCorasickKind::NoncontiguousNFA));
    let automaton = automaton.build(&words).unwrap();
    (words, matcher, automaton)
});

/// Words of the knowledge in any letters, with what may stand between words.
fn news() -> impl Strategy<Value = String> {
    let word = (0..BOTH.0.len(), 0..4).prop_map(|(ix, case)| {
        let word = &BOTH.0[ix];
        match case {
            0 => word.to_ascii_uppercase(),
            1 => word.split(' ').next().unwrap_or_default().to_owned(),
            _ => word.clone(),
        }
    });
    let glue = prop::sample::select(vec![
        " ", " ", " ", ", ", "’s ", "'", "-", "\n", "é", "“", "” ", "£", "1", "s", "",
    ]);
    prop::collection::vec((word, glue), 0..20)
        .prop_map(|pairs| pairs.iter().flat_map(|(w, g)| [w, *g]).collect())
}

proptest! {
    #[test]
    fn the_matcher_finds_what_an_automaton_finds(text in prop_oneof![news(), any::<String>()]) {
        let (_, matcher, automaton) = &*BOTH;
        let mut found: Vec<Match> = Vec::new();
        matcher.scan(&text, |_, _| {}, |m| found.push(m));
        let all = automaton.find_overlapping_iter(&text);
        let alone = all.filter(|m| edge::stands_alone(&text, m.start(), m.end()));
        let mut wanted: Vec<Match> =
            alone.map(|m| Match { start: m.start(), end: m.end(), phrase: m.pattern().as_u32() }).collect();
        wanted.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
        prop_assert_eq!(found, wanted);
    }
}

#[test]
fn no_two_forms_are_the_same_words_in_another_case() {
    let knowledge = Knowledge::builtin();
    for (ix, form) in knowledge.forms.iter().enumerate() {
        assert_eq!(knowledge.form_ix.get(&form.text.to_lowercase()), Some(&(ix as u16)), "{}", form.text);
    }
}
