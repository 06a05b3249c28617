//! The only name that an article has for the nursery or the takeaway that it says was judged: "It is a good day for Bright
//! Sparks. Ofsted has rated the nursery outstanding." Knows no judgement; where two may be meant, nobody is.

use super::fits::PAPERS;
use super::opened::{judged_noun, may_be_home};
use super::refuse::is_place;
use super::run::{Run, The, runs};
use crate::find::person::first_name;
use crate::find::person::run::may_be_person;
use crate::find::provider::introduced::inspected;
use crate::find::provider::{NameMention, STREETS, is_taught};
use crate::find::words::{Class, class_of};
use crate::knowledge::Knowledge;
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::word::last;
use crate::text::{Span, beside, overlaps_any};
use std::cell::OnceCell;

/// So many sentences of an article are looked through.
const REACH: usize = 24;

/// What ends the names of those who are not inspected.
const OTHERS: &[&str] = &[
    "Union", "Association", "Party", "Labour", "Conservative", "Conservatives", "Democrat", "Democrats",
    "Minister", "Secretary", "Department", "Act", "Church", "University", "Society", "Federation", "Group",
    "Ltd", "Limited", "Plc", "Company", "Agency", "Office", "Court", "Commission", "Committee", "Award",
    "Awards", "Day", "Week", "Year", "Kingdom", "Report", "Review", "Council", "Trust", "Board", "News",
    "Mail", "Mirror", "Times", "Echo", "Post", "Foundation", "Institute", "Campaign", "Programme", "Scheme",
    "Cup", "League", "Club", "Championship", "Festival", "Parliament", "Assembly", "Government", "Ministry",
    "Police", "Service", "Services", "Partners", "Street", "Facebook", "Twitter", "Google", "Tripadvisor",
];

/// With these a name of two words is a brand's.
const BRANDS: &[&str] = &[
    "Little", "Happy", "Busy", "Tiny", "Bright", "Golden", "Royal", "Red", "Old", "New", "Green", "Blue",
    "Sunny", "Smart", "Early", "First", "Stepping", "Rising", "Shining", "Jolly", "Cheeky", "Wise", "White",
    "Black", "Silver", "Captain", "King", "Queen", "Lucky", "Magic", "Pizza", "Kebab", "Curry", "Spice",
    "Kids", "Baby", "Play", "Fish", "Burger", "Chicken", "Big",
];

/// Right before a name that is meant: "conditions at Bright Sparks".
const BEFORE: &[&str] = &["at", "inside", "outside", "behind"];

/// What there is for those who were judged: "a good day for Bright Sparks".
const FOR: &[&str] = &[
    "day", "news", "week", "time", "year", "moment", "result", "success", "triumph", "joy", "delight",
    "blow", "future", "outlook", "marks", "praise", "celebrations", "honours", "misery", "shame", "relief",
];

/// The one name that may be that of the kind which a noun beside a grade tells, where nobody else of the kind is named.
/// `cut` holds the runs of each sentence that is read already.
pub(super) fn of_noun(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    named: &[u16],
    taken: &[Span],
    numbers: &[(Span, u16)],
    cut: &[Option<Vec<Run>>],
) -> Option<NameMention> {
    let inspected = inspected(scan, knowledge);
    let sentences = scan.text.sentences.get(..REACH.min(scan.text.sentences.len()))?;
    let mut told = sentences.iter().map(|s| judged_noun(scan, knowledge, *s, named, &inspected, numbers));
    let own = |kind: &u16| knowledge.bare_names(*kind) || is_taught(knowledge, *kind);
    let kind = told.find_map(|kind| kind).filter(own)?;
    let mut found: Option<Span> = None;
    for (at, &sentence) in sentences.iter().enumerate() {
        let own = OnceCell::new();
        let known = cut.get(at).and_then(Option::as_ref);
        for run in known.unwrap_or_else(|| own.get_or_init(|| runs(scan, knowledge, sentence))) {
            if overlaps_any(taken, run.span) || !may_be_meant(scan, knowledge, run, sentence) {
                continue;
            }
            match found {
                Some(first) if scan.text.at(first) != scan.text.at(run.span) => return None,
                Some(_) => {}
                None => found = Some(run.span),
            }
        }
    }
    found.map(|span| NameMention::bare(span, kind))
}

/// True for a name of several words that is told of as what is inspected would be, and that is nobody else's.
fn may_be_meant(scan: &Scan<'_>, knowledge: &Knowledge, run: &Run, sentence: Span) -> bool {
    let words = scan.text.at(run.span);
    let last = last(words);
    let other = words.split(' ').any(|w| OTHERS.contains(&w) || PAPERS.contains(&w));
    if run.words < 2 && run.the != The::Capital || STREETS.contains(&last) || other || run.the == The::Small {
        return false;
    }
    let rest = scan.text.as_str().get(run.span.end..sentence.end).unwrap_or_default();
    let before = beside::before(scan.text.as_str(), run.left, sentence.start);
    let led = before.filter(|b| b.joined).map(|b| Small::lower(scan.text.at(b.span)));
    let led = led.as_ref().map_or("", Small::as_str);
    let placed = is_placed(rest);
    let subject = before.is_none() && (placed || acts(scan, run.span.end, sentence.end));
    let what = || before.and_then(|b| beside::before(scan.text.as_str(), b.span.start, sentence.start));
    let for_it = led == "for" && what().is_some_and(|b| FOR.contains(&scan.text.at(b.span)));
    let told = subject || for_it || BEFORE.contains(&led);
    let certain = placed || matches!(led, "at" | "inside" | "outside") || is_brand(words);
    let person =
        may_be_person(words) && (first_name::is_one(words.split(' ').next().unwrap_or(words)) || !certain);
    told && !person
        && !knowledge.sounds_like_a_place(last)
        && !is_place(scan, run)
        && may_be_home(scan, knowledge, run)
}

/// "Bright Sparks", "Golden Wok": what nobody is called.
pub(super) fn is_brand(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    BRANDS.contains(&first) || words.ends_with('s') && !words.ends_with("ss")
}

/// " in Quay Street", ", on the edge of Marle": where it is.
fn is_placed(rest: &str) -> bool {
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    [" in ", " on ", " at ", " near "].iter().any(|p| {
        let place = rest.strip_prefix(p).map(|r| r.strip_prefix("the ").unwrap_or(r));
        place.is_some_and(|r| r.starts_with(char::is_uppercase))
    })
}

/// "was", "must", "has": a verb right behind a name.
fn acts(scan: &Scan<'_>, at: usize, ceiling: usize) -> bool {
    let verb = beside::after(scan.text.as_str(), at, ceiling).filter(|b| b.joined);
    verb.is_some_and(|b| {
        let class = class_of(scan.text.at(b.span));
        matches!(class, Class::Be | Class::Have | Class::Must | Class::Will | Class::Would | Class::Stay)
    })
}
