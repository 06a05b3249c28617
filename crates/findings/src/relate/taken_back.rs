//! Reports and ratings that a body took back: "has withdrawn the rating it gave the surgery", "the report was quashed". What
//! they said is withdrawn wherever the article tells it. Knows no label.

use super::Draft;
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::Story;
use crate::resolve::provider::Ix;

/// How the verbs begin.
const STEMS: [&[u8]; 7] = [b"withdr", b"quash", b"retract", b"rescind", b"overturn", b"annul", b" void"];

/// Gives the judgements of a report that was taken back their status. What was given back instead ("restored the good
/// rating") and what other visits found stands.
pub(super) fn read(story: &Story<'_>, drafts: &mut [Draft]) {
    let text = story.text.as_str().as_bytes();
    let mut places: Vec<usize> = STEMS
        .iter()
        .flat_map(|stem| memchr::memmem::find_iter(text, stem))
        .map(|at| story.text.sentence_at(at))
        .collect();
    places.sort_unstable();
    places.dedup();
    for at in places {
        let Some(&span) = story.text.sentences.get(at) else { continue };
        let s = story.sentence(span);
        let Some(provider) = withdrawn(story, &s, at) else { continue };
        let restored = |d: &Draft| {
            span.contains(d.span)
                && (0..s.chunks.len()).any(|i| s.says(i, &["restored", "reinstated", "restores"]))
        };
        // "has got her Outstanding back", "won back its good rating"
        let regained = |d: &Draft| {
            let rest = story.text.as_str().get(d.span.end..).unwrap_or_default();
            let told = story.text.at(d.clause);
            rest.trim_start_matches(['"', '”', '’', '\'']).starts_with(" back")
                || told.contains(" back ")
                || told.contains("regained")
        };
        let labels: Vec<String> =
            drafts.iter().filter(|d| restored(d) || regained(d)).map(|d| d.label.clone()).collect();
        let old = |d: &Draft| {
            let year = |day: crate::fact::Day| i32::from(day.year()) * 12 + i32::from(day.month());
            story.published.zip(d.days).is_some_and(|(now, (_, last))| year(now) > year(last) + LONG)
        };
        for d in drafts.iter_mut().filter(|d| d.target.provider == Some(provider)) {
            // "marked down from outstanding to poor": the one before was of another visit.
            let given = matches!(d.status, Status::Awarded | Status::Previous) && d.rule != "moved/from";
            if given && !span.contains(d.span) && !labels.contains(&d.label) && !old(d) {
                d.status = Status::Withdrawn;
            }
        }
    }
}

/// A visit of more months ago is another one.
const LONG: i32 = 18;

/// Whose report or rating a sentence says was taken back, where it names no label for it.
fn withdrawn(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> Option<Ix> {
    let verb = (0..s.chunks.len()).find(|&i| s.is(i, Class::Withdraw))?;
    let group = verb.saturating_sub(5)..verb;
    let hedged = group.clone().any(|i| {
        s.is_any(i, &[Class::Not, Class::Would, Class::Will, Class::Aim, Class::If, Class::Must, Class::Fail])
    });
    let noun = |i: usize| {
        s.is(i, Class::Rating) || s.says(i, &["report", "reports", "inspection", "findings", "assessment"])
    };
    let body = |i: usize| {
        matches!(s.item(i), Some(Item::Body(_)))
            || s.says(i, &["it", "watchdog", "regulator", "inspectorate", "inspectors", "judge", "court"])
    };
    // "has withdrawn the rating it gave": its own word, no label before the noun.
    let active = group.clone().any(body) && (verb + 1..verb + 5).any(noun);
    let passive = s.is(verb.wrapping_sub(1), Class::Be) && (verb.saturating_sub(6)..verb).any(noun);
    let label = (verb.saturating_sub(6)..verb + 6).any(|i| matches!(s.item(i), Some(Item::Label(_))));
    if hedged || label || !(active || passive) {
        return None;
    }
    let named = s.chunks.iter().find_map(|c| match c.item {
        Item::Provider(m) if !story.providers.is_aside(m) => story.provider(m),
        _ => None,
    });
    named.or_else(|| story.meant(at, |_| true)).filter(|&p| story.is_inspected(p))
}
