//! What is left of one provider's areas once some are named: "The rest were adequate", "everything else was good", "In every
//! other area it was good". Knows no provider and no count of providers.

use crate::fact::CountKind;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::Story;
use crate::relate::tally::counted;
use crate::relate::tally::labels;
use crate::relate::tally::predicate;
use crate::relate::tally::quantity::{self, Quantity};
use crate::relate::tally::{Counted, What};

/// The count of what is left that begins at `at`. `areas` is true where areas were counted before.
pub(super) fn read(story: &Story<'_>, s: &Sentence<'_>, at: usize, areas: bool) -> Option<Counted> {
    let else_ = s.says(at, &["everything"]) && s.says(at + 1, &["else"]);
    let q = quantity::read(s, at);
    let rest = q.filter(|q| q.rest);
    if !(else_ || rest.is_some()) {
        return fronted(s, q?, areas || graded_before(story, s, at));
    }
    let (start, end) = match rest {
        Some(q) => (q.start, past_areas(s, q.end)),
        None => (at, at + 2),
    };
    // "judged safety good and everything else poor"
    let bare = || {
        let joined = start > 0 && s.is(start - 1, Class::Conj) && (0..start).any(|i| is_label(s, i));
        labels::read(s, end).filter(|l| joined && !labels::describes(s, l.1))
    };
    let found = predicate::read(s, end).map(|p| (p.labels, p.end)).or_else(bare);
    let (labels, end) = found.filter(|_| areas || graded_before(story, s, at))?;
    Some(made(start, end, labels, (CountKind::AllBut, None, None)))
}

fn is_label(s: &Sentence<'_>, at: usize) -> bool {
    matches!(s.item(at), Some(Item::Label(_)))
}

/// "In every other area it was good", "On the other three the school was judged weak".
fn fronted(s: &Sentence<'_>, q: Quantity, areas: bool) -> Option<Counted> {
    let led = q.start.checked_sub(1).filter(|&i| s.says(i, &["in", "on", "for", "at", "across"]))?;
    let opens = led == 0 || s.is(led - 1, Class::Conj) || matches!(s.item(led - 1), Some(Item::Stop(_)));
    let other = |i: usize| s.says(i, &["other", "others", "remaining"]);
    let noun = (q.end..q.end + 3).find(|&i| counted::is_area(s, i));
    let left = (q.start..noun.unwrap_or(q.end) + 1).any(other);
    let end = noun.map_or(q.end, |noun| noun + 1);
    let whom = end + usize::from(s.item(end) == Some(Item::Stop(',')));
    let verb = whose(s, whom)?;
    let found = predicate::read(s, verb).filter(|_| opens && (noun.is_some() || left && areas))?;
    let count = match (q.kind, left) {
        (CountKind::All, true) if q.n.is_none() => (CountKind::AllBut, None, None),
        (kind, _) => (kind, q.n, q.of),
    };
    Some(made(q.start, found.end, found.labels, count))
}

/// The verb behind "it", "the school", a name.
fn whose(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let det = at + usize::from(s.is(at, Class::Det));
    let named = matches!(s.item(det), Some(Item::Provider(_))) || s.is(at, Class::Pronoun);
    let kind = det > at && counted::is_one(s, det);
    (named || kind).then_some(det + 1)
}

/// Past "of the areas", "of its grades".
fn past_areas(s: &Sentence<'_>, end: usize) -> usize {
    let noun = (end..end + 4).find(|&i| counted::is_area(s, i) || s.says(i, &["grades", "gradings"]));
    noun.filter(|_| s.says(end.wrapping_sub(1), &["of"]) || s.says(end, &["of"])).map_or(end, |noun| noun + 1)
}

/// True where a grade for an area stands before, in this sentence or the one before, and no two providers do.
fn graded_before(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> bool {
    let told = |s: &Sentence<'_>, until: usize| {
        let chunks = s.chunks.get(..until).unwrap_or_default();
        let has = |wanted: fn(Item) -> bool| chunks.iter().any(|c| wanted(c.item));
        let named = chunks.iter().filter(|c| matches!(c.item, Item::Provider(_))).count();
        has(|i| matches!(i, Item::Label(_))) && has(|i| matches!(i, Item::Aspect(_))) && named < 2
    };
    let before = story.text.sentence_at(s.span.start).checked_sub(1);
    told(s, at)
        || before.and_then(|ix| story.text.sentences.get(ix)).is_some_and(|&span| {
            let before = story.sentence(span);
            told(&before, before.chunks.len())
        })
}

fn made(
    start: usize,
    end: usize,
    labels: super::Labels,
    (kind, n, of): (CountKind, Option<u64>, Option<u64>),
) -> Counted {
    Counted {
        kind,
        n,
        of,
        percent: None,
        start,
        end,
        labels,
        what: What::Areas,
        measure: None,
        inferred: false,
        rule: "tally/left",
    }
}
