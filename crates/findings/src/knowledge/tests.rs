//! The built-in knowledge loads, and answers what was in force. Inside the crate: it sees the lexicon.

use super::lexicon::{Lexicon, Sense};
use super::{Ask, Knowledge, Told};
use crate::fact::{AspectId, BodyId, Day, ServiceId};

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
    lexicon.scan("Ofsted gave the school a two-star rating.", |hit| senses.push(hit.sense));
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
