//! Areas of work by names that no framework has: "plumbing, motor vehicle work and basic skills". Knows no label and no verb;
//! refuses people, papers, and whatever may be called for the whole provider.

use super::{are_owners, is_area_noun, is_leading, is_subject};
use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item, Sentence};
use crate::relate::story::Story;
use crate::text::Span;
use crate::text::table::set;
use std::ops::Range;

/// No area has a longer name.
const LONGEST: usize = 9;

set! {
    /// What the whole is called, besides the common nouns of its kind; people, papers, and nouns that are no part of anything.
    WHOLE = "academy agency area areas aspect aspects authority body borough brigade building business centre \
        charity city club college company complex council county department district effort establishment \
        everything facility figure firm force group half head home hospice hospital institution jail kind \
        kitchen kitchens landlord majority minority nothing number nursery one operator organisation other \
        others outcome outcomes outfit owner pair part parts performance place practice \
        pre-school preschool primary prison provider provision quarter rest result results same school \
        secondary sector service services setting share shop site sort standard state surgery team thing \
        things third those town trio trust two unit university verdict village ward \
        adult adults boss bosses candidate candidates carer carers chef child children councillor \
        councillors doctor doctors everyone executive executives expert experts families family governor governors headteacher \
        inmate inmates inspector inspectors leader leaders learner learners lecturer lecturers manager \
        managers member members men minister ministers nobody nurse nurses offender offenders officer \
        officers official officials parent parents patient patients people person pupil pupils resident \
        residents staff student students teacher teachers tenant tenants trainer trainers victim victims \
        woman women worker workers youngsters \
        application bid claim complaint concern concerns copy data date day decision document evidence far \
        finding findings here how instead issue issues least letter line meal month much news page paper \
        plan plans point points problem problems project proposal question questions reason report reports \
        response score scores statement story test tests there time times too version week well why word \
        words year years"
}

set! {
    /// Parts of a provider that an article leads as well as any.
    PARTS = "service services team teams unit units department departments ward wards wing scheme programme curriculum course courses workshop workshops \
        provision teaching training work care arrangements lessons classes support management"
}

set! {
    /// What inspectors grade of those in a provider's care.
    OF_PEOPLE = "achievement achievements attainment attendance attitudes behaviour conduct development enjoyment \
        experience experiences health learning outcomes personal progress rights safety skills standards welfare \
        well-being wellbeing"
}

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
fn past_insertion(s: &Sentence<'_>, end: usize) -> usize {
    let comma = |i: &usize| s.item(*i) == Some(Item::Stop(','));
    let close = end.checked_sub(1).filter(comma);
    let open = close.and_then(|close| (close.saturating_sub(20)..close).rev().find(comma));
    let opens = |&i: &usize| {
        s.is_any(i + 1, &[Class::Opens, Class::Prep, Class::Rate]) || s.says(i + 1, &["once", "previously"])
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
    let members = cut(s, &range, apart, known);
    let several = apart || members.len() > 1;
    let holds = members.iter().all(|m| known(m) || is_plain(story, s, m, several));
    let (named, unknown): (Vec<_>, Vec<_>) = members.into_iter().partition(known);
    (holds && named.len() + unknown.len() > 0).then(|| AreaRow {
        range,
        named: named.into_iter().flatten().filter(target).collect(),
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
        || s.says(*i, &["and", "&", "both"])
        || matches!(s.item(*i), Some(Item::Provider(_))) && s.owns(*i)
}

/// "Assessment, planning and review": of people.
fn is_review(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, &["assessment", "review", "reviewing"])
        && !s.is_any(at.wrapping_sub(1), &[Class::Det, Class::Other])
}

/// "children [living there]": which of them.
fn lives(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, &["living", "placed", "staying", "receiving", "being"])
}

/// "Medicines management": no management of the whole.
fn is_qualified(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, &["management", "performance"]) && s.is(at.wrapping_sub(1), Class::Other)
}

/// "999 calls": a name.
fn is_call(chunk: &Chunk) -> bool {
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
    if let [one, two] = &out[..]
        && (of_both(one) && two.len() == 1
            || word(one) && word(two) && !both && !apart
            || half(one) && two.len() > 1)
    {
        return vec![row.clone()];
    }
    out
}

/// A member of the row without what leads it.
fn bare(s: &Sentence<'_>, part: &Range<usize>) -> Range<usize> {
    let led = |i: &usize| {
        s.is_any(*i, &[Class::Det, Class::Possessive, Class::Filler, Class::Prep])
            || matches!(s.item(*i), Some(Item::Provider(_)))
    };
    let start = part.clone().find(|i| !led(i)).unwrap_or(part.start);
    start..part.end
}

/// True for a noun phrase that can only be an area of work.
fn is_plain(story: &Story<'_>, s: &Sentence<'_>, part: &Range<usize>, several: bool) -> bool {
    let core = bare(s, part);
    let lead = s.chunks.get(core.end).is_some()
        && s.says(core.start.wrapping_sub(1), &["a", "an", "this", "these", "those"]);
    let end = core.clone().find(|&i| s.is(i, Class::Prep)).unwrap_or(core.end);
    let Some(noun) = (core.start..end).next_back().filter(|_| core.len() <= LONGEST && !lead) else {
        return false;
    };
    let capital = |i: usize| s.at(i).starts_with(char::is_uppercase);
    let short = |i: usize| s.at(i).len() <= 5 && !s.at(i).contains(char::is_lowercase);
    let name = |i: usize| i > 0 && capital(i) && !short(i) && !is_subject(s, i);
    let words = core.clone().all(|i| {
        s.is_any(i, &[Class::Other, Class::Improve, Class::Prep, Class::Det, Class::Possessive])
            && !s.at(i).contains('’')
            && !s.at(i).contains('\'')
            || s.says(i, &["and", "&"])
            || is_call(&s.chunks[i])
            || is_review(s, i)
            || is_qualified(s, i)
            || is_leading(s, i)
            || i > noun && matches!(s.item(i), Some(Item::Service(_)))
            // "waste collection", and not "the resettlement work": that of an area
            || i < noun && matches!(s.item(i), Some(Item::Aspect(_))) && !PARTS.has_in_any_case(s.at(noun))
            || matches!(s.item(i), Some(Item::Provider(_)))
    });
    // "So was pupils' lunch"
    let owned = are_owners(s, core.start) || s.at(core.start).ends_with(['\'', '’']);
    // "pupils' progress in reading"
    let own_work = owned && core.len() > 1 && OF_PEOPLE.has_in_any_case(s.at(core.start + 1));
    let theirs = s.says(core.start, &["how"]) || owned && !own_work;
    if !words
        || theirs
        || core.clone().any(name)
        || !(s.is(noun, Class::Other) || is_review(s, noun) || is_qualified(s, noun) || is_leading(s, noun))
    {
        return false;
    }
    let word = s.at(noun);
    let one = word.strip_suffix('s').unwrap_or(word);
    let own = core.start < part.start + usize::from(s.is(part.start, Class::Possessive)) + 1
        && s.is(core.start.wrapping_sub(1), Class::Possessive);
    let article = s.is(core.start.wrapping_sub(1), Class::Det) && core.start > part.start;
    let part_noun = PARTS.has_in_any_case(word) && core.start < noun;
    // "provision for adults"
    let leading = is_leading(s, noun);
    if !part_noun
        && !leading
        && (WHOLE.has_in_any_case(word)
            || WHOLE.has_in_any_case(one)
            || is_called(story, word)
            || is_called(story, one))
    {
        return false;
    }
    let of_what = end < core.end && s.says(end, &["of", "for", "in"]);
    if article {
        // "Only the canteen was judged poor"
        let one_of = several || s.says(part.start, &["only"]);
        return part_noun || of_what && word.ends_with("ing") || one_of && core.len() <= 2;
    }
    // "Balnacraig was rated poor": it may be a name.
    let lone = core.len() == 1 && core.start == 0 && !several;
    own || !lone
        || ["ing", "tion", "ment", "ance", "ence", "ship", "ness", "ics"].iter().any(|e| word.ends_with(e))
}

/// True for what a provider of the article is called.
fn is_called(story: &Story<'_>, word: &str) -> bool {
    let kinds = story.providers.entities.iter();
    let mut kinds = kinds.filter_map(|e| story.knowledge.services().get(usize::from(e.kind)));
    kinds.any(|k| k.generic.iter().any(|g| g.ends_with(word)))
}
