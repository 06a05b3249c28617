//! Areas of work that stand before their verb by names that no framework has: "Plumbing, motor vehicle work and basic skills were
//! each judged poor", "Waste collection was rated good". Knows no label; refuses people, papers, and whatever may be called
//! for the whole provider.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::Story;
use crate::text::table::set;
use std::ops::Range;

/// No area has a longer name.
const LONGEST: usize = 9;

set! {
    /// What the whole is called, besides the common nouns of its kind; people, papers, and nouns that are no part of anything.
    WHOLE = "academy agency area areas aspect aspects authority body borough building business centre charity city club \
        college company complex council county department district effort establishment everything facility figure firm force \
        group half head home hospital institution jail kind kitchen kitchens majority minority nothing number nursery one operator organisation \
        other others outcome outcomes outfit owner pair part parts partnership performance place practice prison \
        provider provision quarter rest result results same school sector service services setting share shop site sort \
        standard state surgery team thing things third those town trio trust two unit verdict village \
        \
        adult adults boss bosses candidate candidates carer carers chef child children councillor councillors doctor \
        doctors everyone expert experts families family governor governors headteacher inmate inmates inspector inspectors \
        leader leaders learner learners lecturer lecturers manager managers member members men minister ministers nobody nurse \
        nurses offender offenders officer officers official officials parent parents patient patients people person pupil \
        pupils resident residents staff student students teacher teachers tenant tenants trainer trainers victim victims \
        woman women worker workers youngsters \
        \
        application bid claim complaint concern concerns copy data date day decision document evidence finding findings \
        issue issues letter line meal month news page paper plan plans point points problem problems far here how instead much there too well why project proposal question \
        questions reason report reports response score scores statement story test tests time times version week word words \
        year years"
}

set! {
    /// Parts of a provider that an article leads as well as any.
    PARTS = "service services team unit department ward wing scheme programme curriculum course courses workshop workshops \
        provision teaching training work care arrangements lessons classes support management"
}

/// Adds the areas to a frame that has its subject before a verb of rating, giving or receiving.
pub(super) fn read<'t>(story: &Story<'t>, s: &Sentence<'t>, frame: &mut Frame) {
    let passive = matches!(frame.rule, "rated/passive" | "rated/as" | "found/passive" | "given/passive");
    let be = || s.chunks[frame.subject.end..frame.head].iter().any(|c| c.is_any(&[Class::Be, Class::Have]));
    let verb = passive && frame.subject.end <= frame.head && be() || frame.rule == "received";
    let named = |i: &usize| matches!(s.item(*i), Some(Item::Aspect(_)));
    let told = !frame.unknown.is_empty() || !frame.below.aspects.is_empty() || frame.listed.iter().any(named);
    let Some(last) = frame.subject.clone().next_back().filter(|_| verb && !told) else { return };
    // A name, a pronoun: most subjects.
    let plain = s.is_any(last, &[Class::Other, Class::Improve]) || s.chunks[last].is_target();
    let whose = frame.subject.clone().any(|i| {
        matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))) && !s.owns(i) || s.is(i, Class::Pronoun)
    });
    if !plain || whose {
        return;
    }
    let Some(row) = row_before(s, frame.subject.end) else { return };
    let reader = Reader::of(story, s, frame.label);
    // "the delivery of services": no service.
    let known = |part: &Range<usize>| {
        let of = part.clone().skip(1).find(|&i| s.is(i, Class::Prep)).unwrap_or(part.end);
        part.clone().any(|i| named(&i) || i < of && matches!(s.item(i), Some(Item::Service(_))))
    };
    let members = cut(s, &row, known);
    let several = members.len() > 1;
    if members.is_empty() || !members.iter().all(|m| known(m) || reader.is_plain_area(m, several)) {
        return;
    }
    frame.subject = row.start.min(frame.subject.start)..frame.subject.end;
    frame.unknown = members.into_iter().filter(|m| !known(m)).map(|m| bare(s, &m)).collect();
}

/// The noun phrases in a row that end before `end` and open their clause.
fn row_before(s: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
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
    // "Assessment, planning and review": of people.
    let review = |i: usize| {
        s.says(i, &["assessment", "review", "reviewing"])
            && !s.is_any(i.wrapping_sub(1), &[Class::Det, Class::Other])
    };
    let fits = |i: &usize| {
        own(&s.chunks[*i])
            || review(*i)
            || s.says(*i, &["and", "&", "both"])
            || matches!(s.item(*i), Some(Item::Provider(_))) && s.owns(*i)
    };
    let mut start = (0..end).rev().take_while(fits).last()?;
    let before = start.checked_sub(1).and_then(|i| s.chunks.get(i));
    let opens = before.is_none_or(|c| {
        matches!(c.item, Item::Stop(_) | Item::Label(_) | Item::Date(_) | Item::Close)
            || c.is_any(&[Class::Say, Class::Find])
    });
    let opens = opens
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

/// "999 calls": a name.
fn is_call(chunk: &Chunk) -> bool {
    matches!(chunk.item, Item::Number(999 | 101 | 111))
}

/// The row less its joints: what follows the "and" after a comma is one member, and so are two words that only an "and" parts.
fn cut(s: &Sentence<'_>, row: &Range<usize>, known: impl Fn(&Range<usize>) -> bool) -> Vec<Range<usize>> {
    let and = |i: &usize| s.says(*i, &["and", "&"]);
    let comma = |i: &usize| s.item(*i) == Some(Item::Stop(','));
    let last = row.clone().rev().find(comma);
    let close = row.clone().filter(|&i| last.is_none_or(|l| i > l)).find(and);
    // "According to the minutes, plumbing was": no list.
    let Some(close) = close else {
        let first = last.map_or(row.start, |l| l + 1);
        return vec![first..row.end];
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
    let word = |m: &Range<usize>| m.len() == 1 && !known(m);
    // "Educational and social inclusion"
    let half =
        |m: &Range<usize>| m.len() == 1 && ["al", "ic", "ive"].iter().any(|e| s.at(m.start).ends_with(e));
    if let [one, two] = &out[..]
        && (word(one) && word(two) && !both || half(one))
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

impl Reader<'_, '_> {
    /// True for a noun phrase that can only be an area of work.
    fn is_plain_area(&self, part: &Range<usize>, several: bool) -> bool {
        let s = self.s;
        let core = bare(s, part);
        let lead = s.chunks.get(core.end).is_some()
            && s.says(core.start.wrapping_sub(1), &["a", "an", "this", "these", "those"]);
        let end = core.clone().find(|&i| s.is(i, Class::Prep)).unwrap_or(core.end);
        let Some(noun) = (core.start..end).next_back().filter(|_| core.len() <= LONGEST && !lead) else {
            return false;
        };
        let capital = |i: usize| s.at(i).starts_with(char::is_uppercase);
        let short = |i: usize| s.at(i).len() <= 5 && !s.at(i).contains(char::is_lowercase);
        let name = |i: usize| i > 0 && capital(i) && !short(i) && !phrase::is_subject(s, i);
        let words = core.clone().all(|i| {
            s.is_any(i, &[Class::Other, Class::Improve, Class::Prep, Class::Det, Class::Possessive])
                && !s.at(i).contains('’')
                && !s.at(i).contains('\'')
                || s.says(i, &["and", "&"])
                || is_call(&s.chunks[i])
                || i > noun && matches!(s.item(i), Some(Item::Service(_)))
                || matches!(s.item(i), Some(Item::Provider(_)))
        });
        if !words || core.clone().any(name) || !s.is(noun, Class::Other) {
            return false;
        }
        let word = s.at(noun);
        let one = word.strip_suffix('s').unwrap_or(word);
        let own = core.start < part.start + usize::from(s.is(part.start, Class::Possessive)) + 1
            && s.is(core.start.wrapping_sub(1), Class::Possessive);
        let article = s.is(core.start.wrapping_sub(1), Class::Det) && core.start > part.start;
        let part_noun = PARTS.has_in_any_case(word) && core.start < noun;
        if !part_noun
            && (WHOLE.has_in_any_case(word)
                || WHOLE.has_in_any_case(one)
                || self.is_called(word)
                || self.is_called(one))
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
            || ["ing", "tion", "ment", "ance", "ence", "ship", "ness", "ics"]
                .iter()
                .any(|e| word.ends_with(e))
    }

    /// True for what a provider of the article is called.
    fn is_called(&self, word: &str) -> bool {
        let kinds = self.story.providers.entities.iter();
        let mut kinds = kinds.filter_map(|e| self.story.knowledge.services().get(usize::from(e.kind)));
        self.is_kind(word) || kinds.any(|k| k.generic.iter().any(|g| g.ends_with(word)))
    }
}
