//! Areas of work by names that no framework has: "plumbing, motor vehicle work and basic skills". Knows no label and no verb;
//! refuses people, papers, and whatever may be called for the whole provider.

use super::plain::{bare, is_plain};
use super::{is_area_noun, is_leading};
use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item, Sentence};
use crate::relate::story::Story;
use crate::text::Span;
use std::ops::Range;

/// Areas in a row.
pub(crate) struct AreaRow {
    pub(crate) range: Range<usize>,
    /// Aspects and services, as items.
    pub(crate) named: Vec<usize>,
    /// Those that no framework has.
    pub(crate) unknown: Vec<Range<usize>>,
}

impl AreaRow {
    /// The words of those that no framework has.
    pub(crate) fn spans(&self, s: &Sentence<'_>) -> Vec<Span> {
        let cover = |u: &Range<usize>| {
            Some(s.chunks.get(u.start)?.span.cover(s.chunks.get(u.end.checked_sub(1)?)?.span))
        };
        self.unknown.iter().filter_map(cover).collect()
    }
}

/// The areas in a row that end before `end` and open their clause.
pub(crate) fn areas_to(story: &Story<'_>, s: &Sentence<'_>, end: usize, apart: bool) -> Option<AreaRow> {
    of(story, s, row_before(s, past_insertion(s, end))?, apart)
}

/// "its resettlement service, which works in jails, was", "repairs, once rated poor, are": where the insertion opens.
pub(crate) fn past_insertion(s: &Sentence<'_>, end: usize) -> usize {
    let comma = |i: &usize| s.item(*i) == Some(Item::Stop(','));
    let close = end.checked_sub(1).filter(comma);
    let open = close.and_then(|close| (close.saturating_sub(20)..close).rev().find(comma));
    let opens = |&i: &usize| {
        s.is_any(i + 1, &[Class::Opens, Class::Prep, Class::Rate])
            || s.says(i + 1, &["once", "previously", "such"])
    };
    // "where pupils, who are poor, learn, was": the first comma of those that open a clause.
    open.filter(opens).unwrap_or(end)
}

/// The areas of a row that is set off: "two subjects, [welding and joinery], were".
pub(crate) fn areas_in(story: &Story<'_>, s: &Sentence<'_>, range: Range<usize>) -> Option<AreaRow> {
    let whole = range.clone().all(|i| fits(s, &i)) && !range.is_empty();
    if whole { of(story, s, range, true) } else { None }
}

/// Where the subject of a verb ends: before its auxiliaries.
pub(crate) fn group_start(s: &Sentence<'_>, verb: usize) -> usize {
    let group = [Class::Be, Class::Have, Class::All, Class::Filler, Class::Now, Class::Again];
    (0..verb).rev().take_while(|&i| s.is_any(i, &group)).last().unwrap_or(verb)
}

/// The copula of "was another area found", "were the two to be", "is the only one" before a verb.
pub(crate) fn one_of_areas(s: &Sentence<'_>, verb: usize) -> Option<usize> {
    let counts = |i: usize| {
        matches!(s.item(i), Some(Item::Number(_)))
            || s.says(i, &["another", "only", "one", "ones", "sole", "others"])
            || is_area_noun(s, i)
            || s.says(i, &["standards", "criteria", "headings", "tests", "pillars", "outcomes"])
    };
    let plain = |i: usize| {
        counts(i)
            || s.is_any(i, &[Class::Det, Class::Filler, Class::Possessive, Class::All, Class::Before])
            || s.says(
                i,
                &[
                    "of", "to", "be", "been", "have", "other", "further", "first", "second", "third", "that",
                    "which",
                ],
            )
    };
    let be = (verb.saturating_sub(10)..verb).rev().find(|&i| !plain(i))?;
    // "was found to be": no more than the verb.
    let holds = s.is(be, Class::Be) && (be + 1..verb).any(counts);
    holds.then_some(be)
}

/// The areas in a row that begin at `first`: "as were [waste collection and street lighting]". `apart` where the words before
/// count them: two words are two areas.
pub(crate) fn areas_from(story: &Story<'_>, s: &Sentence<'_>, first: usize, apart: bool) -> Option<AreaRow> {
    let mut end = (first..s.chunks.len()).take_while(|i| fits(s, i)).last()? + 1;
    // "as was housing, and benefits was rated poor": a clause of its own.
    if s.chunks.get(end).is_some_and(super::is_verb) {
        let joint = (first..end).rev().find(|&i| s.says(i, &["and"]))?;
        end = joint;
    }
    // "leadership, thanks to a new head and her deputy"
    let aside = |i: &usize| {
        s.item(*i) == Some(Item::Stop(','))
            && (s.says(i + 1, &["thanks", "helped", "which", "largely", "mainly", "partly", "not"])
                || s.is(i + 1, Class::Prep) && !s.says(i + 1, &["for", "to", "in", "at", "of"])
                || !(i + 1..end).any(|j| s.says(j, &["and", "&"])))
    };
    end = (first..end).find(aside).unwrap_or(end);
    let led = |i: usize| {
        s.is_any(i, &[Class::Prep, Class::Det, Class::Filler, Class::Possessive])
            || s.item(i) == Some(Item::Stop(','))
            || s.says(i, &["and", "too", "well", "though"])
    };
    while end > first && led(end - 1) {
        end -= 1;
    }
    let first = (first..end).find(|&i| !s.says(i, &["both"]) && s.item(i) != Some(Item::Stop(',')))?;
    of(story, s, first..end, apart)
}

fn of(story: &Story<'_>, s: &Sentence<'_>, range: Range<usize>, apart: bool) -> Option<AreaRow> {
    let target = |i: &usize| matches!(s.item(*i), Some(Item::Aspect(_) | Item::Service(_)));
    // "the delivery of services": no service.
    let known = |part: &Range<usize>| {
        let of = part.clone().skip(1).find(|&i| s.is(i, Class::Prep) || lives(s, i)).unwrap_or(part.end);
        // "leadership training for the governors"
        let qualified = |i: usize| is_qualified(s, i) || is_leading(s, i);
        // "the prevention work": that of an area
        let work = |i: usize| {
            s.says(i, &["work", "service", "services", "team", "unit", "department", "provision"])
                && i > part.start
                && matches!(s.item(i - 1), Some(Item::Aspect(_)))
        };
        let of_area = (part.start..of).next_back().filter(|&i| work(i)).is_some();
        let head = of_area || (part.start..of).next_back().filter(|i| target(i) && !qualified(*i)).is_some();
        head || (of..part.end).any(|i| matches!(s.item(i), Some(Item::Aspect(_))))
    };
    // "the teaching of construction": of the second
    let leads_to = |i: usize| {
        let of = i + 2 + usize::from(s.is_any(i + 2, &[Class::Det, Class::Possessive]));
        s.says(i + 1, &["of"]) && target(&of) && range.contains(&of)
    };
    let members = cut(s, &range, apart, known);
    let several = apart || members.len() > 1;
    let holds = members.iter().all(|m| known(m) || is_plain(story, s, m, several));
    let (named, unknown): (Vec<_>, Vec<_>) = members.into_iter().partition(known);
    let so_many = named.len() + unknown.len();
    let named = named.into_iter().flatten().filter(target).filter(|&i| !leads_to(i)).collect();
    (holds && so_many > 0).then(|| AreaRow {
        range,
        named,
        unknown: unknown.iter().map(|m| bare(s, m)).collect(),
    })
}

/// The noun phrases in a row that end before `end` and open their clause.
fn row_before(s: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    let mut start = (0..end).rev().take_while(|i| fits(s, i)).last()?;
    let before = start.checked_sub(1).and_then(|i| s.chunks.get(i));
    let opens = before.is_none_or(|c| {
        matches!(c.item, Item::Stop(_) | Item::Label(_) | Item::Date(_) | Item::Close)
            || c.is_any(&[Class::Say, Class::Find])
    });
    // "Best of all was floristry, which was rated outstanding"
    let which = s.item(end) == Some(Item::Stop(',')) && s.is(end + 1, Class::Opens);
    let opens = opens
        || which && before.is_some_and(|c| c.is(Class::Be))
        || start > 0
            && (s.says(start - 1, &["but", "while", "whereas", "although", "though", "however", "whilst"])
                || s.says(start - 1, &["that"])
                    && s.is_any(start.wrapping_sub(2), &[Class::Say, Class::Find, Class::Rate]));
    // "good for everything except floristry, which was poor"
    if which && let Some(except) = (start..end).rev().find(|&i| excepts(s, i)) {
        return (except + 1 < end).then_some(except + 1..end);
    }
    // "poor for safety and record keeping was good": the last begins a clause of its own.
    let of_label =
        matches!(before.map(|c| c.item), Some(Item::Label(_) | Item::Close)) && s.is(start, Class::Prep);
    if of_label && let Some(and) = (start..end).rev().find(|&i| s.says(i, &["and"])) {
        return (and + 1 < end).then_some(and + 1..end);
    }
    // "At the college, plumbing was", "Though the head disagreed, plumbing was"
    let comma = |from: usize| (from..end).find(|&i| s.item(i) == Some(Item::Stop(',')));
    if !opens || s.is(start, Class::Prep) {
        start = comma(start)? + 1;
    }
    while start < end
        && (s.item(start) == Some(Item::Stop(',')) || s.is(start, Class::Conj) || s.says(start, &["both"]))
    {
        start += 1;
    }
    (start < end).then_some(start..end)
}

/// "except", "bar", "apart from", "other than".
fn excepts(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, &["except", "bar", "barring", "besides", "excluding"])
        || s.says(at, &["from"]) && s.says(at.wrapping_sub(1), &["apart", "aside"])
        || s.says(at, &["than"]) && s.says(at.wrapping_sub(1), &["other"])
}

/// True for what a row of areas is made of.
fn fits(s: &Sentence<'_>, i: &usize) -> bool {
    let own = |c: &Chunk| {
        matches!(c.item, Item::Aspect(_) | Item::Service(_) | Item::Stop(','))
            || c.is_any(&[
                Class::Other,
                Class::Det,
                Class::Possessive,
                Class::Filler,
                Class::Improve,
                Class::Prep,
            ])
            || is_call(c)
    };
    own(&s.chunks[*i])
        || is_review(s, *i)
        || is_adjective(s, *i)
        || s.says(*i, &["and", "&", "both"])
        || matches!(s.item(*i), Some(Item::Provider(_))) && s.owns(*i)
}

/// "Assessment, planning and review": of people.
pub(super) fn is_review(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, &["assessment", "review", "reviewing"])
        && !s.is_any(at.wrapping_sub(1), &[Class::Det, Class::Other])
        || s.is(at, Class::Visit) && s.says(at.wrapping_sub(1), &["of"])
}

/// "support for new pupils": words that by themselves would tell a time or a place on the scale.
pub(super) fn is_adjective(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, &["new", "top", "bottom"]) && s.is(at + 1, Class::Other)
}

/// "children [living there]": which of them.
fn lives(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, &["living", "placed", "staying", "receiving", "being"])
}

/// "Medicines management": no management of the whole.
pub(super) fn is_qualified(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, &["management", "performance"]) && s.is(at.wrapping_sub(1), Class::Other)
}

/// "999 calls": a name.
pub(super) fn is_call(chunk: &Chunk) -> bool {
    matches!(chunk.item, Item::Number(999 | 101 | 111))
}

/// The row less its joints: what follows the "and" after a comma is one member, and so are two words that only an "and" parts.
fn cut(
    s: &Sentence<'_>,
    row: &Range<usize>,
    apart: bool,
    known: impl Fn(&Range<usize>) -> bool,
) -> Vec<Range<usize>> {
    let and = |i: &usize| s.says(*i, &["and", "&"]);
    let comma = |i: &usize| s.item(*i) == Some(Item::Stop(','));
    let last = row.clone().rev().find(comma);
    let close = row.clone().filter(|&i| last.is_none_or(|l| i > l)).find(and);
    // "According to the minutes, plumbing was": no list.
    let Some(close) = close else {
        let first = last.map_or(row.start, |l| l + 1);
        return std::iter::once(first..row.end).collect();
    };
    let mut out = Vec::new();
    let mut first = row.start;
    for at in (row.start..close).filter(comma).chain([close]) {
        if first < at {
            out.push(first..at);
        }
        first = at + 1;
    }
    out.push(first..row.end);
    let both = s.is(row.end, Class::All)
        || s.is(row.end + 1, Class::All)
        || s.is(row.start.wrapping_sub(1), Class::All);
    // "Music and PE", "Art and French": two subjects
    let named = |m: &Range<usize>| s.at(m.start).starts_with(char::is_uppercase) && m.start > row.start;
    let word = |m: &Range<usize>| m.len() == 1 && !known(m) && !named(m);
    // "Educational and social inclusion"
    let half =
        |m: &Range<usize>| m.len() == 1 && ["al", "ic", "ive"].iter().any(|e| s.at(m.start).ends_with(e));
    // "its use of stop and search"
    let of_both = |m: &Range<usize>| m.len() > 2 && s.says(m.end - 2, &["of", "in"]);
    // "pupils' academic and other achievements"
    let other = |m: &Range<usize>| s.says(m.start, &["other", "wider", "related"]);
    if let [one, two] = &out[..]
        && (of_both(one) && two.len() == 1
            || other(two)
            || word(one) && word(two) && !both && !apart
            || half(one) && two.len() > 1)
    {
        return vec![row.clone()];
    }
    out
}
