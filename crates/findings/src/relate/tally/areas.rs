//! Counts of one provider's aspects after the label: "good in two areas", "outstanding in all but one category",
//! "‘good’ across the board, apart from leadership". Knows no counts of providers.

use crate::fact::CountKind;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::phrase;
use crate::relate::tally::groups::hoped;
use crate::relate::tally::labels::{self, Labels};
use crate::relate::tally::{Counted, What, counted, quantity};

/// "good in two areas", "outstanding in all but one category". `known` is true where areas are being counted
/// already: in the sentence, or in the one before it.
pub(super) fn read(s: &Sentence<'_>, at: usize, known: impl Fn() -> bool) -> Option<Counted> {
    let (place, end) = match s.item(at)? {
        Item::Label(_) => (None, at + 1),
        Item::Word(Class::Position) => labels::read(s, at).map(|(found, end)| (Some(found), end))?,
        _ => return None,
    };
    let mut i = end;
    while s.item(i) == Some(Item::Close) || s.is(i, Class::Rating) || s.says(i, &["overall"]) {
        i += 1;
    }
    // "rated good by the watchdog in four of the five categories"
    let by = |i: usize| matches!(s.item(i), Some(Item::Body(_))) || s.says(i, &["inspectors"]);
    if s.says(i, &["by"])
        && let Some(agent) = (i + 1..i + 4).find(|&j| by(j))
    {
        let next = agent + 1 + usize::from(by(agent + 1));
        let counted = (next + 1..next + 5).any(|j| quantity::figure(s, j).is_some());
        i = if counted { next } else { i };
    }
    let made = |kind, n, of, end| {
        let first = labels_before(s, at).first().copied();
        let verb = phrase::governor(&s.chunks, first.unwrap_or(at));
        Some(Counted {
            kind,
            n,
            of,
            percent: None,
            start: verb.unwrap_or(at),
            end,
            labels: place.clone().unwrap_or_else(|| Labels::These(labels_before(s, at))),
            what: What::Areas,
            measure: None,
            inferred: false,
            rule: "tally/in-areas",
        })
    };
    // "good overall and in four of the five categories"
    i += usize::from(
        i > end && s.says(i, &["and"]) && s.says(i + 1, &["in", "for"]) && s.says(i - 1, &["overall"]),
    );
    if s.says(i, &["across"]) && s.says(i + 1, &["the"]) && s.says(i + 2, &["board"]) {
        let exception = (i + 3..s.chunks.len())
            .find(|&j| s.says(j, &["exception"]))
            .filter(|&j| s.says(j.wrapping_sub(1), &["one"]) && s.says(j.wrapping_sub(2), &["with"]));
        if exception.is_some() {
            return made(CountKind::AllBut, Some(1), None, i + 3);
        }
        let kind = if excepted(s, i + 3) { CountKind::AllBut } else { CountKind::All };
        return made(kind, None, None, i + 3);
    }
    // "no meaningful progress against three of eight recommendations"
    let progress = s.at(at).ends_with("progress") && s.says(i, &["against", "on", "in", "with"]);
    if !(progress || s.says(i, &["in", "for", "on", "across", "at"])) || hoped(s, at) {
        return None;
    }
    if s.says(i + 1, &["some", "several", "many", "most", "other", "various", "a", "few"]) {
        let noun = noun_after(s, i + 2, 5)?;
        return made(CountKind::Vague, None, None, noun + 1);
    }
    // "good for everything else", "grade twos for the rest"
    let rest = (i + 1..i + 3).find_map(|j| quantity::read(s, j).filter(|q| q.rest && q.start == i + 1));
    let else_ = s.says(i + 1, &["everything"]) && s.says(i + 2, &["else"]);
    if let Some(end) = rest.map(|q| q.end).or(else_.then_some(i + 3)) {
        return made(CountKind::AllBut, None, None, end);
    }
    // "reasonable progress in the third", "“reasonably good” in the other"
    let last =
        s.says(i + 1, &["the"]) && s.says(i + 2, &["other", "third", "fourth", "fifth", "sixth", "last"]);
    if last
        && (known() || counts_on(s, at))
        && s.item(i + 3).is_none_or(|i| matches!(i, Item::Stop(_) | Item::Word(Class::Conj)))
    {
        return made(CountKind::Exact, Some(1), None, i + 3);
    }
    let q = (i + 1..i + 5).find_map(|j| quantity::read(s, j).filter(|q| q.start == i + 1))?;
    let one_word = q.end > i + 1 && q.of.is_none();
    let left = (q.start..q.end).any(|j| s.says(j, &["remaining", "other", "another", "others"]));
    // "good for three of the eight services it looked at": a hospital's own, where they are so many of so many.
    let services = (q.end..q.end + 2).find(|&j| q.of.is_some() && s.says(j, &["services", "departments"]));
    // "adequate in five of them"
    let them = (s.says(q.end, &["them", "these", "those"]) && q.partitive && known()).then_some(q.end);
    let asked = (q.end..q.end + 3)
        .find(|&j| progress && s.says(j, &["recommendations", "concerns", "priorities", "measures"]));
    let noun = them.or_else(|| noun_after(s, q.end, 6)).or(services).or(asked).or_else(|| {
        // "and good in the remaining three", "adequate in three, requires improvement in two"
        let closes = s.item(q.end).is_none_or(|i| matches!(i, Item::Stop(_) | Item::Word(Class::Conj)))
            || s.is_any(q.end, &[Class::Opens, Class::Prep]);
        ((left || known() || counts_on(s, at)) && one_word && closes && q.kind == CountKind::Exact)
            .then_some(q.end - 1)
    })?;
    let kind = if q.kind == CountKind::All && excepted(s, noun + 1) { CountKind::AllBut } else { q.kind };
    let n = q.n;
    made(
        kind,
        n.filter(|_| kind != CountKind::AllBut || q.kind == CountKind::AllBut),
        if kind == CountKind::All { q.n } else { q.of },
        noun + 1,
    )
}

/// ", except effective", "apart from leadership", "bar one".
pub(super) fn excepted(s: &Sentence<'_>, at: usize) -> bool {
    let at = at + usize::from(s.item(at) == Some(Item::Stop(',')));
    let exception = s.says(at, &["with"]) && (at + 1..at + 4).any(|i| s.says(i, &["exception"]));
    exception || s.says(at, &["except", "bar", "apart", "save"])
}

/// The noun of areas within so many items, in the same phrase.
fn noun_after(s: &Sentence<'_>, from: usize, within: usize) -> Option<usize> {
    (from..from + within)
        .take_while(|&i| {
            !matches!(s.item(i), Some(Item::Stop(_) | Item::Label(_)))
                && !s.is_any(i, &[Class::Be, Class::Have])
        })
        .find(|&i| {
            counted::is_area(s, i)
                || s.says(i, &["inspected", "key"])
                || s.says(i, &["count", "front"]) && s.says(i - 1, &["every", "each"])
        })
        .map(|i| if s.says(i, &["key"]) && counted::is_area(s, i + 1) { i + 1 } else { i })
}

/// "good in two, adequate in three": another label with a bare number stands in the same sentence.
fn counts_on(s: &Sentence<'_>, at: usize) -> bool {
    let bare = |i: usize| {
        let i = i + usize::from(s.item(i) == Some(Item::Close));
        s.says(i, &["in", "for", "on", "at"])
            && (i + 1..i + 4).any(|j| {
                quantity::figure(s, j).is_some()
                    && s.item(j + 1).is_none_or(|i| matches!(i, Item::Stop(_) | Item::Word(Class::Conj)))
            })
    };
    (0..s.chunks.len()).any(|i| i != at && matches!(s.item(i), Some(Item::Label(_))) && bare(i + 1))
}

/// A label and those joined to it by "and" or "or" before it.
fn labels_before(s: &Sentence<'_>, at: usize) -> Vec<usize> {
    let mut found = vec![at];
    for i in (at.saturating_sub(6)..at).rev() {
        match s.item(i) {
            Some(Item::Open | Item::Close) => {}
            Some(Item::Label(_)) => found.insert(0, i),
            _ if s.says(i, &["and", "or"]) => {}
            _ => break,
        }
    }
    found
}
