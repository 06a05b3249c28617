//! Verdicts that are told by another one: "came to the same verdict on leadership", "Staffing fared no better", "The news was
//! no better for Hay School". Knows no label; refuses what is denied, and what people say who inspect nothing.

use super::{Whom, named};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::phrase;
use crate::relate::story::Story;
use crate::text::Span;
use std::ops::Range;

/// What such words say of the grade before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Any,
    /// "no better": of the lower half of its scale.
    Bad,
    /// "just as well": of the upper half.
    Good,
}

impl Sort {
    /// True for a grade in such a place among so many.
    pub(super) fn fits(self, rank: u8, of: u8) -> bool {
        match self {
            Sort::Any => true,
            Sort::Bad => rank * 2 > of,
            Sort::Good => rank * 2 <= of + 1,
        }
    }
}

/// Who shares the verdict, the words that say so, and which grades they may be said of.
pub(super) fn read(story: &Story<'_>, s: &Sentence<'_>) -> Option<(Whom, Span, Sort)> {
    same_view(story, s).or_else(|| no_better(story, s)).or_else(|| fared(story, s))
}

/// Words under which no verdict is told.
fn hedged(s: &Sentence<'_>, range: Range<usize>) -> bool {
    const HEDGES: &[Class] =
        &[Class::Not, Class::Would, Class::Will, Class::Aim, Class::If, Class::Must, Class::Expect];
    range.into_iter().any(|i| s.is_any(i, HEDGES))
}

/// "came to the same verdict on leadership", "said the same of Hay School", "It was the same story in the sixth form"
fn same_view(story: &Story<'_>, s: &Sentence<'_>) -> Option<(Whom, Span, Sort)> {
    const NOUNS: &[&str] = &["verdict", "conclusion", "view", "finding", "opinion", "conclusions"];
    const VERBS: &[&str] = &[
        "came", "come", "coming", "reached", "reaching", "took", "taken", "taking", "drew", "formed", "had",
        "passed", "gave", "delivered", "returned", "arrived", "recorded", "reported",
    ];
    const SAID: &[&str] = &["said", "thought", "found"];
    let same = (1..s.chunks.len()).find(|&i| s.says(i, &["same"]) && s.says(i - 1, &["the"]))?;
    let story_of = s.says(same + 1, &["story", "picture"]);
    let noun = s.is(same + 1, Class::Rating) || s.says(same + 1, NOUNS) || story_of;
    let prep = same + 1 + usize::from(noun);
    let led = s.says(prep, &["on", "of", "about", "for", "over"]) || story_of && s.says(prep, &["in", "at"]);
    let to = usize::from(s.says(same.wrapping_sub(2), &["to", "at"]));
    let verb = same.checked_sub(2 + to).filter(|_| led)?;
    let says = match (noun, story_of) {
        (_, true) => s.is(verb, Class::Be) && s.says(verb.wrapping_sub(1), &["it"]),
        (true, _) => s.says(verb, VERBS),
        (false, _) => s.says(verb, SAID) && !s.says(prep, &["on", "over"]),
    };
    if !says || hedged(s, 0..same) || !(story_of || inspectors_speak(s, verb)) {
        return None;
    }
    let words = s.chunks.get(verb)?.span.cover(s.chunks.get(prep)?.span);
    Some((whom_from(story, s, prep + 1)?, words, Sort::Any))
}

/// True where nobody but the body that inspects is the subject of a verb.
fn inspectors_speak(s: &Sentence<'_>, verb: usize) -> bool {
    const OPENS: &[&str] = &["but", "while", "although", "whereas"];
    const THEY: &[&str] = &[
        "it", "they", "inspectors", "inspectorate", "watchdog", "regulator", "commission", "auditors",
        "team", "assessors", "which",
    ];
    let stop = |i: &usize| matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_))) || s.says(*i, OPENS);
    let own: Vec<usize> = (0..verb).rev().take_while(|i| !stop(i)).collect();
    let theirs = |i: &usize| {
        matches!(s.item(*i), Some(Item::Body(_) | Item::Date(_)))
            || s.says(*i, THEY)
            || s.is_any(
                *i,
                &[Class::Det, Class::Filler, Class::Have, Class::Conj, Class::Possessive, Class::Visit],
            )
    };
    own.iter().all(theirs)
}

/// The areas or the providers in a row that begins at an item.
fn whom_from(story: &Story<'_>, s: &Sentence<'_>, first: usize) -> Option<Whom> {
    if let Some(row) = phrase::areas_from(story, s, first, false) {
        return Some(Whom::Areas(row));
    }
    let row = |i: &usize| {
        named(story, s, *i).is_some()
            || s.item(*i) == Some(Item::Stop(','))
            || s.is_any(*i, &[Class::Det, Class::Conj, Class::All])
    };
    let providers: Vec<_> =
        (first..s.chunks.len()).take_while(row).filter_map(|i| named(story, s, i)).collect();
    (!providers.is_empty()).then_some(Whom::Providers(providers))
}

/// The areas or the one provider that the verb at an item has for its subject.
fn whom_before(story: &Story<'_>, s: &Sentence<'_>, verb: usize) -> Option<Whom> {
    let end = phrase::group_start(s, verb);
    if let Some(row) = phrase::areas_to(story, s, end, false) {
        return Some(Whom::Areas(row));
    }
    let last = end.checked_sub(1)?;
    let alone = |i: usize| !matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_)));
    let subject = phrase::subject(&s.chunks, verb);
    let provider = named(story, s, last).filter(|_| subject.clone().all(alone))?;
    Some(Whom::Providers(vec![provider]))
}

/// True where a verdict ends: no "than in 2017" compares it with another time.
fn ends(s: &Sentence<'_>, at: usize) -> bool {
    matches!(s.item(at), None | Some(Item::Stop(_) | Item::Word(Class::Conj)))
        || s.says(at, &["either"]) && s.item(at + 1).is_none_or(|i| matches!(i, Item::Stop(_)))
}

/// "Staffing fared no better", "The verdict was no better for Hay School"
fn no_better(story: &Story<'_>, s: &Sentence<'_>) -> Option<(Whom, Span, Sort)> {
    let better = (2..s.chunks.len()).find(|&i| s.says(i, &["better"]) && s.says(i - 1, &["no"]))?;
    let verb = better - 2;
    let words = s.chunks.get(verb)?.span.cover(s.chunks.get(better)?.span);
    if hedged(s, 0..verb) {
        return None;
    }
    if s.is(verb, Class::Be) && s.says(better + 1, &["for", "in", "on"]) {
        let thing = verb.checked_sub(1)?;
        let verdict = s.is(thing, Class::Rating)
            || s.says(thing, &["it", "news", "picture", "story", "verdict", "result", "things", "matters"]);
        let whom = whom_from(story, s, better + 2).filter(|_| verdict)?;
        return Some((whom, words, Sort::Bad));
    }
    let does = s.says(verb, FARES);
    let was = s.says(verb, &["was", "were"]);
    let whom = whom_before(story, s, verb).filter(|_| (does || was) && ends(s, better + 1))?;
    // "Staff morale was no better": a grade only of what inspectors grade.
    let graded = |row: &phrase::AreaRow| row.unknown.is_empty();
    let holds = does || matches!(&whom, Whom::Areas(row) if graded(row));
    holds.then_some((whom, words, Sort::Bad))
}

/// What those do who are judged.
const FARES: &[&str] = &["fared", "fares", "fare", "faring", "did", "scored", "performed"];

/// "Hay School fared just as badly", "leadership fared the same"
fn fared(story: &Story<'_>, s: &Sentence<'_>) -> Option<(Whom, Span, Sort)> {
    let verb = (1..s.chunks.len()).find(|&i| s.says(i, FARES))?;
    let how = |i: usize| s.says(i, &["just", "as", "equally", "exactly", "much", "the", "every", "bit"]);
    let last = (verb + 1..verb + 5).find(|&i| !how(i))?;
    let sort = match () {
        () if s.says(last, &["badly", "poorly"]) => Sort::Bad,
        () if s.says(last, &["well"]) => Sort::Good,
        () if s.says(last, &["same"]) => Sort::Any,
        () => return None,
    };
    let compared = last > verb + 1 && ends(s, last + 1) && !hedged(s, 0..verb);
    let words = s.chunks.get(verb)?.span.cover(s.chunks.get(last)?.span);
    Some((whom_before(story, s, verb).filter(|_| compared)?, words, sort))
}
