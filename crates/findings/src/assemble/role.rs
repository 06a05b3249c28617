//! What each body does in an article: inspects, acts without inspecting, or is only mentioned. Knows the words of its
//! sentences; refuses to say more than they do.

use crate::assemble::Found;
use crate::fact::{BodyRole, MeasureKind};
use crate::find::words::{Class, class_of};
use crate::relate::story::Story;
use crate::resolve::body::Mention;
use crate::text::Span;

/// What a body does here: inspectorates, regulators and auditors inspect; departments and ombudsmen act where
/// a sentence says so, and are mentioned otherwise.
pub(super) fn of(story: &Story<'_>, found: &Found, body: u16) -> BodyRole {
    const ACTS: &[&str] = &[
        "ordered", "told", "fined", "appointed", "issued", "sent", "imposed", "served", "stripped", "took",
        "demanded", "upheld", "commissioned", "prosecuted", "ruled",
    ];
    const RULINGS: &[&str] = &["finding", "findings", "ruling", "rulings", "order", "orders", "direction"];
    let kind = story.knowledge.bodies().get(usize::from(body)).map_or("", |b| b.kind.as_str());
    if !matches!(
        kind,
        "government-department" | "government-agency" | "ombudsman" | "sector-body" | "review-body"
    ) {
        return match inspects(story, found, body) {
            true if prosecutes(story, found, body) => BodyRole::Acts,
            true => BodyRole::Inspects,
            false => BodyRole::Mentioned,
        };
    }
    let acts = story.bodies.iter().filter(|m| m.body == body).any(|m| {
        let sentence = story.text.sentences.get(story.text.sentence_at(m.span.start)).copied();
        let sentence = sentence.unwrap_or(m.span);
        let after = story.text.at(Span::new(m.span.end.min(sentence.end), sentence.end));
        let before = story.text.at(Span::new(sentence.start, m.span.start.max(sentence.start)));
        // "a finding by the ombudsman"
        let ruled = before.trim_end_matches("the ").trim_end().ends_with(" by")
            && before.split_whitespace().rev().take(4).any(|w| RULINGS.contains(&w));
        // "The department confirmed that the direction would be lifted"
        let measured = matches!(kind, "government-department")
            && found.measures.iter().any(|x| {
                sentence.contains(x.span)
                    && matches!(x.kind, MeasureKind::Direction | MeasureKind::ImprovementNotice)
            });
        ruled || measured || after.split_whitespace().take(5).any(|w| ACTS.contains(&w))
    });
    if acts { BodyRole::Acts } else { BodyRole::Mentioned }
}

/// True where a body only brings somebody to court.
fn prosecutes(story: &Story<'_>, found: &Found, body: u16) -> bool {
    let court =
        ["prosecuted by", "case brought by", "prosecution by", "prosecution brought by", "action brought by"];
    let inspects = ["inspection", "inspected", "inspectors", "rated", "visited"];
    let near = |m: &Mention| {
        let sentence = story.text.sentences.get(story.text.sentence_at(m.span.start)).copied()?;
        Some(story.text.at(sentence))
    };
    let sentences = || story.bodies.iter().filter(|m| m.body == body).filter_map(near);
    found.ratings.iter().all(|r| r.body != Some(body))
        && sentences().any(|s| court.iter().any(|c| s.contains(c)))
        && !sentences().any(|s| inspects.iter().any(|i| s.contains(i)))
}

/// True where a body judges or sanctions, is named often, or stands in a sentence about a visit or a grade.
fn inspects(story: &Story<'_>, found: &Found, body: u16) -> bool {
    let judges = found.ratings.iter().any(|r| r.body == Some(body))
        || found.measures.iter().any(|m| m.body == Some(body));
    let mentions: Vec<_> = story.bodies.iter().filter(|m| m.body == body).collect();
    let telling = |w: &str| {
        let word = w.trim_matches(|c: char| !c.is_alphanumeric());
        matches!(class_of(word), Class::Visit | Class::Rate | Class::Rating | Class::Find)
    };
    // What somebody else says of a body tells nothing of what it does.
    let says = |m: &Mention, sentence: Span| {
        let bare = |w: &str| class_of(w.trim_matches(|c: char| !c.is_alphanumeric())) == Class::Say;
        let after = story.text.at(Span::new(m.span.end.min(sentence.end), sentence.end));
        let before = story.text.at(Span::new(sentence.start, m.span.start.max(sentence.start)));
        after.split_whitespace().take(8).any(bare) || before.split_whitespace().rev().take(2).any(bare)
    };
    let told = || {
        mentions.iter().take(8).any(|m| {
            let sentence = story.text.sentences.get(story.text.sentence_at(m.span.start));
            sentence.is_some_and(|s| story.text.at(*s).split_whitespace().any(telling) || says(m, *s))
        })
    };
    judges || mentions.len() > 2 || told()
}
