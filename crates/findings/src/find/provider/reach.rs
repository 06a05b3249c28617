//! Where a name begins: how far its capitalised words reach to the left of a head noun, and what only stands before
//! it. Knows no kind of provider.

use super::acronym::bracket_before;
use super::fore::{
    all_saints, is_described, is_grade, is_marked, is_one_of_many, is_region, opens_name, past_owner,
};
use super::joints::{LONGEST_HEAD, ends_name, joins, parts_names};
use super::{is_body, is_fused, is_person_title};
use crate::find::words::{Class, class, class_of, is_month, is_weekday, opens_sentence};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::{Span, beside, edge};

/// With a capital only where they open a sentence, these say of what sort something is.
const SORTS: &[&str] = &[
    "Private", "Primary", "Secondary", "Village", "Local", "Special", "Troubled", "Failing", "Rural",
    "Boarding", "Flagship", "Former", "Major", "Leading", "Top", "Small", "Large", "New", "Old", "Big",
    "Community", "State", "Public", "Independent", "Free", "Grammar", "Faith", "City", "Town", "County",
    "Country", "Seaside", "Island", "Popular", "Busy", "Struggling", "Outstanding", "Good", "Inadequate",
    "Children", "Elderly", "Luxury", "Dementia", "Teaching", "General", "Mental", "Specialist", "Medical",
    "Dental", "Care", "Nursing", "Residential", "Youth", "Open", "Category", "Notorious", "Shamed",
    "Historic", "Irish", "French", "German", "Roman", "Protestant", "Hospital", "School", "Under-fire",
    "Crisis-hit", "Scandal-hit", "Award-winning", "High-security", "Mainstream", "Infant", "Junior",
    "Middle", "Upper", "Lower", "Comprehensive", "Selective", "Online", "Virtual",
];

/// How far the capitalised words before a head noun reach to the left.
pub(super) fn left_edge(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    at: usize,
    floor: usize,
    head: Head,
) -> Option<(usize, Option<Span>)> {
    let text = scan.text.as_str();
    let mut start = at;
    let mut acronym = None;
    let mut cursor = at;
    while let Some(beside) = beside::before(text, cursor, floor) {
        let w = scan.text.at(beside.span);
        if !beside.joined {
            // "Marle Teaching Hospitals (MTH) NHS Trust": an acronym may stand inside the name.
            match bracket_before(text, cursor, floor) {
                Some(inside) if acronym.is_none() => {
                    acronym = Some(inside);
                    cursor = inside.start - 1;
                    continue;
                }
                _ => break,
            }
        }
        // "In August 2016 Ash Court was": the date is none of it.
        let year = w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit());
        let dated = || {
            beside::before(text, beside.span.start, floor).is_some_and(|b| {
                let w = scan.text.at(b.span);
                is_month(w) || class_of(w) == Class::Prep
            })
        };
        // "Last February Rowan Court was", "In May Rowan Court was"
        // "On Tuesday Rowan Court was"
        if (is_month(w) || is_weekday(w)) && when_before(scan, beside.span, floor) {
            break;
        }
        if year && dated() || matches!(w, "A" | "AN") || is_described(w) || is_grade(scan, beside.span) {
            break;
        }
        // "24/7 Care", "1st Homecare"
        let mixed = w.starts_with(|c: char| c.is_ascii_digit())
            && w.bytes().any(|b| b.is_ascii_alphabetic() || b == b'/')
            && !w.contains(['-', '.', ',']);
        let lower = Small::lower(w);
        let taken = if beside::is_capital(w)
            || w.starts_with(|c: char| c.is_ascii_digit()) && (start < at || mixed)
        {
            !is_body(scan, beside.span)
                && (!matches!(class(&lower), Class::All | Class::Not | Class::Possessive)
                    || all_saints(text, beside.span))
                && !is_person_title(&lower)
                && !is_fused(w)
                && !is_marked(scan, beside.span)
                && !ends_name(scan, beside.span)
        } else {
            joins(scan, &lower, beside.span.start, floor)
                && start < at
                && !(matches!(lower.as_str(), "and" | "&")
                    && parts_names(scan, beside.span.start, start, at, floor))
        };
        if !taken {
            break;
        }
        cursor = beside.span.start;
        if beside::is_capital(w) || mixed {
            start = cursor;
        }
    }
    let start = trim_opening(text, start, at, floor);
    let start = row_of_places(scan, start, at, floor);
    let start = past_owner(scan, knowledge, start, at);
    let named = text[start..at].chars().any(char::is_alphanumeric);
    // "a Scottish nursery", "the Birmingham school" name no one; "Canterbury prison" does.
    let determiner = beside::before(text, start, floor);
    // "at The Larches care home"
    let own_article =
        determiner.is_some_and(|b| scan.text.at(b.span) == "The" && !opens_text(text, floor, b.span.start));
    let determiner = determiner.map(|b| Small::lower(scan.text.at(b.span)));
    let words = text[start..at].split_whitespace().count();
    let determined = match determiner.as_ref().map(Small::as_str) {
        Some("the") => {
            // "the West Marle care home" is any home there.
            let own = match head {
                Head::Own { words: least } if least > 1 => {
                    words >= least && !is_region(knowledge, &text[start..at])
                }
                Head::Own { words: least } => words >= least,
                _ => false,
            };
            !own_article && !own
        }
        // "its Larkspur Gardens home"
        Some("its" | "their" | "his" | "her") => {
            !matches!(head, Head::Own { words: least } if least > 1 && words >= least && !is_region(knowledge, &text[start..at]))
        }
        Some("a" | "an" | "this" | "our" | "another" | "any" | "every" | "each" | "no" | "one") => true,
        // "a second Marle practice", "a large Marle school"
        _ => head != Head::Capital && is_one_of_many(scan, start, floor),
    };
    (named && (head == Head::Capital || !determined && names_a_place(scan, start, at)))
        .then_some((start, acronym))
}

/// True where only marks stand before a place.
fn opens_text(text: &str, floor: usize, at: usize) -> bool {
    text[floor..at].chars().all(|c| !c.is_alphanumeric())
}

/// "Barlow, Ribble and Wyke Hospitals NHS Trust": one trust of several places, where the row ends in an "and".
fn row_of_places(scan: &Scan<'_>, start: usize, at: usize, floor: usize) -> usize {
    const ONE: &[&str] = &["Trust", "Company", "CRC", "Partnership"];
    let text = scan.text.as_str();
    let joined = text.get(start..at).is_some_and(|name| name.contains(" and ") || name.contains(" & "));
    let head = text.get(at..).unwrap_or_default().split_ascii_whitespace().take(5);
    let mut head = head.take_while(|w| beside::is_capital(w));
    if !joined || !head.any(|w| ONE.contains(&w.trim_end_matches([',', '.', '’', '\'']))) {
        return start;
    }
    let (mut first, mut cursor) = (start, start);
    loop {
        let front = text.get(floor..cursor).unwrap_or_default().trim_end();
        let Some(comma) = front.strip_suffix(',').map(|f| floor + f.len()) else { break };
        let Some(word) = beside::before(text, comma, floor).filter(|b| b.span.end == comma) else { break };
        let place = scan.text.at(word.span);
        let plain = beside::is_capital(place)
            && !is_body(scan, word.span)
            && !is_person_title(&Small::lower(place))
            && !is_month(place)
            && !opens_sentence_at(place, word.span.start, floor)
            && scan.within(word.span).iter().all(|h| !matches!(h.sense, Sense::Provider { .. }));
        // "In Barlow, Ribble and Wyke Hospitals NHS Trust": the town where; "Ann Barlow, …": somebody.
        let led = beside::before(text, word.span.start, floor).filter(|b| b.joined);
        let led = led.map(|b| scan.text.at(b.span));
        if !plain || led.is_some_and(|w| beside::is_capital(w) || matches!(w, "in" | "near" | "from")) {
            break;
        }
        (first, cursor) = (word.span.start, word.span.start);
    }
    first
}

/// How a head noun is written, and what may stand before the name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// "Canterbury Prison".
    Capital,
    /// "Canterbury prison", and not "the Canterbury school".
    Small,
    /// "the Copper Kettle tea room": of a kind whose names stand by themselves, when they have so many words.
    Own { words: usize },
}

/// With a small head noun the words before it must be a name of their own, not an adjective or a month.
pub(super) fn names_a_place(scan: &Scan<'_>, start: usize, at: usize) -> bool {
    let words = scan.text.as_str()[start..at].trim();
    let is_adjective = words.ends_with("-based")
        || words.ends_with("-run")
        || words.ends_with("ish")
        || words.ends_with("ese")
        || matches!(
            words,
            "Welsh"
                | "Catholic"
                | "Muslim"
                | "Jewish"
                | "Christian"
                | "Islamic"
                | "Victorian"
                | "Edwardian"
                | "Georgian"
                | "Ofsted"
                | "NHS"
                | "Anglican"
                | "Methodist"
                | "Montessori"
                | "Midlands"
                | "London"
                | "European"
                | "American"
                | "Labour"
                | "Tory"
                | "Conservative"
        )
        || SORTS.contains(&words);
    let is_time = scan.within(Span::new(start, at)).iter().any(|h| matches!(h.sense, Sense::Time(_)));
    // "GP surgery", "SEN school"
    let initials = words.len() <= 4 && words.bytes().all(|b| b.is_ascii_uppercase());
    !is_adjective && !is_time && !initials
}

/// "in March", "since 1 May": a month that dates something.
pub(super) fn is_when(scan: &Scan<'_>, word: Span, floor: usize) -> bool {
    is_month(scan.text.at(word))
        && beside::before(scan.text.as_str(), word.start, floor).is_some_and(|b| {
            let w = scan.text.at(b.span);
            class_of(w) == Class::Prep || w.bytes().all(|c| c.is_ascii_digit())
        })
}

/// "In May", "Last February": the word before a month says that it is a time.
fn when_before(scan: &Scan<'_>, month: Span, floor: usize) -> bool {
    beside::before(scan.text.as_str(), month.start, floor).is_some_and(|b| {
        let w = scan.text.at(b.span);
        let says = |words: &[&str]| words.iter().any(|v| v.eq_ignore_ascii_case(w));
        says(&["in", "on", "last", "next", "this", "since", "by", "until", "early", "late", "mid"])
    })
}

pub(super) fn opens_sentence_at(w: &str, start: usize, floor: usize) -> bool {
    start == floor && opens_sentence(w)
}

/// "Three Rivers Ambulance Service", "Two Valleys Group": a number that belongs to a name of one.
fn counts_waters(text: &str, word: Span, at: usize) -> bool {
    const NUMBERS: &[&str] = &["Two", "Three", "Four", "Five", "Six", "Seven", "Nine"];
    let plural = |w: &str| w.ends_with('s') && !w.ends_with("'s") && !w.ends_with("’s");
    let of = |start: usize, end: usize| {
        beside::after(text, start, end).and_then(|b| text.get(b.span.start..b.span.end))
    };
    let counted = of(word.end, at).is_some_and(|w| beside::is_capital(w) && plural(w));
    let ceiling = edge::floor(text, text.len().min(at + LONGEST_HEAD));
    let head = of(at, ceiling).is_some_and(|w| !plural(w));
    text.get(word.start..word.end).is_some_and(|w| NUMBERS.contains(&w)) && counted && head
}

/// "Rising Stars Nursery", and not "Five Schools Trust": told of one.
fn names_things(text: &str, word: Span, at: usize) -> bool {
    let counted = || text.get(word.start..word.end).is_some_and(|w| w.ends_with(['e', 'o', 'r', 'x', 'n']));
    opens_name(text, word, at) && !counted()
}

/// Takes words off the left that only stand there because a sentence begins: "The", "At", "Inspectors".
fn trim_opening(text: &str, mut start: usize, at: usize, floor: usize) -> usize {
    while start < at {
        let Some(first) = beside::after(text, start.saturating_sub(1).max(floor), at)
            .or_else(|| beside::after(text, start, at))
        else {
            return at;
        };
        let w = &text[start..first.span.end.max(start)];
        let is_article = matches!(w, "The" | "THE" | "A" | "An" | "AN" | "Both");
        let at_floor = opens_text(text, floor, start);
        let saints = all_saints(text, Span::new(start, start + w.len()));
        let own = counts_waters(text, first.span, at) || names_things(text, first.span, at);
        if w.is_empty() || saints || own || !(is_article || at_floor && opens_sentence(w)) {
            return start;
        }
        let rest = &text[first.span.end..at];
        start = at - rest.trim_start().len();
    }
    start
}
