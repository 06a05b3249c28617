//! Names of providers: capitalised words with a head noun that tells the kind ("Oakwether Primary School",
//! "HMP Aldermarsh", "the London Borough of Ely and Marsh"). Knows nothing of who "the school" is: see
//! `resolve::provider`.
//!
//! *What it finds*: a head noun of the services file with capitalised words before it, or a leading word with
//! capitalised words after it. *What it leaves alone*: head nouns on their own, look-alikes ("Arts Council"),
//! kinds without a name ("a Scottish nursery"). *Where it is fooled*: a builder called "Ashdown Homes" in a
//! story about housing inspections.

mod acronym;
mod announced;
mod bare;
mod comma;
mod enumerated;
mod fore;
mod headed;
mod introduced;
mod lead;
mod listing;
mod lone;
mod numbered;
pub(crate) mod operator;
mod publisher;
mod reach;
mod settle;
mod shared;
mod shout;
mod shouted;
mod somebody;
mod trade;

use crate::find::words::{Class, class_of};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Sense};
use crate::scan::Scan;
use crate::text::word::last;
use crate::text::{Span, beside, edge};
use acronym::bracketed;
use foldhash::HashSet;
use operator::Firm;
pub(crate) use publisher::publisher;
use reach::{Head, left_edge};
use settle::{is_look_alike, known_kind, settle};
use shout::{is_shouted, leave_shouts};
pub(crate) use somebody::is_person_title;
use somebody::{is_somebody, lives_there};

/// A provider's name where it stands.
#[derive(Clone, Debug)]
pub(crate) struct NameMention {
    /// The name, without a leading "the".
    pub(crate) span: Span,
    /// Index of its likeliest kind in the services.
    pub(crate) kind: u16,
    /// Other kinds that the same head noun can mean.
    pub(crate) rivals: Vec<u16>,
    /// The name without head noun and leading words: what tells it from others of its kind.
    pub(crate) base: Span,
    /// An acronym in brackets right after or inside the name.
    pub(crate) acronym: Option<Span>,
    /// The name with a head noun that it shares with others: "Ashby Council" of "Ashby and Marle councils".
    pub(crate) restored: Option<String>,
}

impl NameMention {
    /// A name without head noun or leading word.
    fn bare(span: Span, kind: u16) -> Self {
        NameMention { span, kind, rivals: Vec::new(), base: span, acronym: None, restored: None }
    }
}

/// What streets are called.
pub(crate) const STREETS: &[&str] = &[
    "Street", "Road", "Lane", "Avenue", "Close", "Drive", "Parade", "Terrace", "Place", "Square", "Way",
    "Row", "Crescent", "Gardens", "Estate", "Quay", "Market", "Bridge", "Station", "Park", "Approach",
];

/// After a head noun these make it part of another name.
const GOES_ON: &[&str] = &[
    "Radio", "Friends", "Action", "Campaign", "Club", "Forum", "Gazette", "Association", "Charity", "Appeal",
    "Alliance", "Festival", "Museum", "Group", "Fund", "Act", "Bill", "Standards",
];

/// Every name of a provider, in order; where two overlap the longer stands.
pub(crate) fn find(scan: &Scan<'_>, knowledge: &Knowledge, firms: &[Firm]) -> Vec<NameMention> {
    let mut found = Vec::new();
    for hit in scan.providers() {
        let Sense::Provider { service, form } = hit.sense else { continue };
        let head = Span::new(hit.start, hit.end);
        let name = match form {
            HeadForm::Tail => by_tail(scan, knowledge, head, service),
            HeadForm::Lead => lead::read(scan, knowledge, head, service),
            HeadForm::Whole => Some(NameMention::bare(head, service)),
            HeadForm::Generic | HeadForm::Plural | HeadForm::Acronym => None,
        };
        found.extend(name.filter(|n| !is_look_alike(scan, n.span)));
    }
    // "Tom Lodge, head of inspections"
    found.retain(|n| {
        !(is_weak(scan, knowledge, n) && (is_somebody(scan, n.span) || lives_there(scan, n.span)))
    });
    // "at the Grand Hotel" of a story about schools.
    let food = |kind: u16| knowledge.service_id(kind).is_some_and(|id| id.as_str() == "food-business");
    if found.iter().any(|n| food(n.kind)) {
        let inspected = introduced::inspected(scan, knowledge);
        let fed =
            |n: &NameMention| inspected.is_empty() || inspected.contains(&n.kind) || is_graded(scan, n.span);
        found.retain(|n| !food(n.kind) || fed(n));
    }
    // "Phoenix House" of Phoenix House School is no home.
    let strong: HashSet<&str> = found
        .iter()
        .filter(|n| n.base != n.span && !is_weak(scan, knowledge, n))
        .map(|n| scan.text.at(n.base))
        .collect();
    found.retain(|n| !(is_weak(scan, knowledge, n) && strong.contains(scan.text.at(n.span))));
    // "Oaktree Manor Ltd" runs homes.
    let firm = |n: &NameMention| {
        let rest = scan.text.as_str().get(n.span.end..).unwrap_or_default();
        [" Ltd", " Limited", " plc", " LLP"].iter().any(|f| rest.starts_with(f))
    };
    found.retain(|n| !(is_weak(scan, knowledge, n) && firm(n)));
    if found.iter().any(|n| is_weak(scan, knowledge, n)) {
        let inspected = introduced::inspected(scan, knowledge);
        // "the Chop House" under food hygiene inspectors alone is no home.
        let alone = || inspected.iter().all(|&kind| food(kind)) && !inspected.is_empty();
        let other = inspected.iter().any(|&kind| is_heard(scan, kind)) || alone();
        found.retain(|n| !other || inspected.contains(&n.kind) || !is_weak(scan, knowledge, n));
    }
    let numbers = lone::grades(scan, knowledge);
    let mut listed = listing::listed(scan, knowledge, &numbers);
    listed.iter_mut().for_each(|n| n.kind = known_kind(scan, &found, n.span).unwrap_or(n.kind));
    found.extend(listed);
    found.extend(bare::apposed(scan, knowledge));
    found.extend(bare::after_noun(scan, knowledge));
    found.extend(bare::before_noun(scan, knowledge));
    found.extend(numbered::find(scan, knowledge));
    found.extend(listing::bracketed(scan, knowledge));
    let headed = headed::find(scan, knowledge, &found);
    found.extend(headed);
    found.extend(announced::announced(scan, knowledge));
    // "two schools, Hillside and The Grange": no Hillside and The Grange.
    let listed = enumerated::find(scan, knowledge);
    let within =
        |n: &NameMention| listed.iter().any(|l| l.span.overlaps(n.span) && l.span.len() < n.span.len());
    found.retain(|n| !(within(n) && is_weak(scan, knowledge, n)));
    found.extend(listed);
    let shared = shared::heads(scan, knowledge);
    found.retain(|n| !shared.iter().any(|s| n.span.overlaps(s.span)));
    found.extend(shared);
    let people = trade::find(scan, knowledge, &found);
    found.extend(people);
    let judged = lone::judged(scan, knowledge, &found, firms, &numbers);
    found.extend(judged);
    let weak: Vec<bool> = found.iter().map(|n| is_weak(scan, knowledge, n)).collect();
    let told = |n: &NameMention| found.iter().any(|o| o.span == n.span && o.base == o.span);
    let kept: Vec<bool> =
        found.iter().zip(weak).map(|(n, weak)| !weak || n.base == n.span || !told(n)).collect();
    let mut kept = kept.into_iter();
    found.retain(|_| kept.next().unwrap_or(true));
    // "Priory Academy" of a story about schools is no hospital.
    if found.iter().any(leads) {
        let inspected = introduced::inspected(scan, knowledge);
        let taught: HashSet<Span> = found
            .iter()
            .filter(|n| n.base != n.span && inspected.contains(&n.kind))
            .map(|n| n.span)
            .collect();
        found.retain(|n| !leads(n) || inspected.contains(&n.kind) || !taught.contains(&n.span));
    }
    if found.iter().any(|n| is_shouted(scan, n.span)) {
        leave_shouts(scan, &mut found);
    }
    settle(scan, knowledge, found)
}

/// True for a name that begins with its head: "HMP Marle".
fn leads(name: &NameMention) -> bool {
    name.base.start > name.span.start
}

/// "Brook House", "Peverel Bay": its head noun ends the names of other things too.
fn is_weak(scan: &Scan<'_>, knowledge: &Knowledge, name: &NameMention) -> bool {
    knowledge.is_weak_name(name.kind, scan.text.at(name.span))
}

/// True for a name in a sentence with a label.
fn is_graded(scan: &Scan<'_>, name: Span) -> bool {
    let sentence = scan.text.sentences.get(scan.text.sentence_at(name.start));
    sentence.is_some_and(|s| scan.within(*s).iter().any(|h| matches!(h.sense, Sense::Label(_))))
}

/// True for a kind of which the article has a common noun.
fn is_heard(scan: &Scan<'_>, kind: u16) -> bool {
    scan.providers().iter().any(|h| match h.sense {
        Sense::Provider { service, form: HeadForm::Generic | HeadForm::Plural } => service == kind,
        _ => false,
    })
}

/// "Oakwether Primary School": capitalised words to the left of the head noun.
fn by_tail(scan: &Scan<'_>, knowledge: &Knowledge, tail: Span, kind: u16) -> Option<NameMention> {
    let text = scan.text.as_str();
    let sentence = *scan.text.sentences.get(scan.text.sentence_at(tail.start))?;
    let floor = sentence.start;
    // Most head nouns stand after a word in small letters, which ends no name.
    let before = beside::before(text, tail.start, floor)?;
    let own = scan.text.at(before.span);
    let names = beside::is_capital(own) || own.starts_with(|c: char| c.is_ascii_digit());
    if before.joined && !names && own != "own" {
        return None;
    }
    let small = !beside::is_capital(last(scan.text.at(tail)));
    // "Brinton takeaway Golden Wok": the name follows.
    let named_after = small
        && beside::after(text, tail.end, sentence.end)
            .is_some_and(|b| b.joined && beside::is_capital(scan.text.at(b.span)));
    if named_after {
        return None;
    }
    let next = beside::after(text, tail.end, sentence.end).filter(|b| b.joined).map(|b| scan.text.at(b.span));
    // "Priory Academy" is no priory.
    let heads = beside::after(text, tail.end, sentence.end).is_some_and(|b| {
        b.joined
            && beside::is_capital(scan.text.at(b.span))
            && scan.within(b.span).iter().any(|h| {
                h.start == b.span.start && matches!(h.sense, Sense::Provider { form: HeadForm::Tail, .. })
            })
    });
    if !small && heads {
        return None;
    }
    // "Marle High Street", "Marle Hospital Radio"
    if !small && next.is_some_and(|w| STREETS.contains(&w.trim_end_matches("'s")) || GOES_ON.contains(&w)) {
        return None;
    }
    let head = match small {
        false => Head::Capital,
        true if is_house(scan, knowledge, tail.start, floor) => Head::Own { words: 1 },
        // "the Heathfield Park school"
        true if knowledge.bare_names(kind) || is_taught(knowledge, kind) => {
            Head::Own { words: if is_placed(scan, knowledge, tail, sentence) { 1 } else { 2 } }
        }
        // "the Marle health board"
        true if knowledge.is_own_noun(kind, scan.text.at(tail)) || scan.text.at(tail).ends_with(" board") => {
            Head::Own { words: 1 }
        }
        true if knowledge.one_of_a_place(kind) && scan.text.at(tail).contains(' ') => Head::Own { words: 1 },
        true => Head::Small,
    };
    if small
        && knowledge.one_of_a_place(kind)
        && let Some(owned) = owned_by_place(scan, knowledge, tail, floor, kind)
    {
        return Some(owned);
    }
    let (start, acronym) = left_edge(scan, knowledge, tail.start, floor, head)?;
    if start >= tail.start {
        return None;
    }
    // "the Audit Commission's comprehensive assessment"
    let stem = text[start..tail.start].trim_end();
    let owner = stem.strip_suffix("'s").or_else(|| stem.strip_suffix("’s"));
    if small && owner.is_some_and(|o| fore::ends_body(scan, Span::new(start, start + o.len()))) {
        return None;
    }
    let start = with_doctor(scan, start, tail, floor);
    let base_end = text[start..tail.start].trim_end().len() + start;
    let end = right_edge(scan, tail);
    let (span, base) = (Span::new(start, end), Span::new(start, base_end));
    // "the university's nursery, Uni Tots, …": the name follows.
    let owned = small && ["'s", "’s"].iter().any(|mark| scan.text.at(base).ends_with(mark));
    let named_next =
        owned && text[end..].strip_prefix(", ").is_some_and(|rest| rest.starts_with(char::is_uppercase));
    // "State of the Nation's Schools"
    let whose =
        scan.text.at(tail) == "Schools" && ["'s", "’s"].iter().any(|mark| scan.text.at(base).ends_with(mark));
    if named_next || whose {
        return None;
    }
    let short = scan.text.sentences.len() < 6;
    let town = || knowledge.sounds_like_a_place(scan.text.at(base));
    if small && start == floor && !short && !town() && !base_recurs(scan, base) {
        return None;
    }
    let acronym = acronym.or_else(|| bracketed(text, end));
    Some(NameMention { base, acronym, ..NameMention::bare(span, kind) })
}

/// "the Sunbeams nursery at Tey College", "the Sunbeams nursery in Stow": where it is stands behind it, and not before.
fn is_placed(scan: &Scan<'_>, knowledge: &Knowledge, tail: Span, sentence: Span) -> bool {
    let text = scan.text.as_str();
    let joined = |at: usize| beside::after(text, at, sentence.end).filter(|b| b.joined);
    let place = joined(tail.end)
        .filter(|b| matches!(scan.text.at(b.span), "at" | "in"))
        .and_then(|b| joined(b.span.end))
        .is_some_and(|b| beside::is_capital(scan.text.at(b.span)));
    let own = beside::before(text, tail.start, sentence.start).map(|b| scan.text.at(b.span));
    place
        && own.is_some_and(|w| !knowledge.sounds_like_a_place(w) && !knowledge.is_area(w) && w.ends_with('s'))
}

/// True for schools and colleges, of which a place has several.
fn is_taught(knowledge: &Knowledge, kind: u16) -> bool {
    knowledge.service_id(kind).is_some_and(|id| matches!(id.as_str(), "school" | "college"))
}

/// "The Larches care home": what stands before the head noun is no town.
fn is_house(scan: &Scan<'_>, knowledge: &Knowledge, at: usize, floor: usize) -> bool {
    beside::before(scan.text.as_str(), at, floor)
        .is_some_and(|b| b.joined && knowledge.names_a_house(scan.text.at(b.span)))
}

/// "Marle's own youth justice service": of a kind that a place has one of.
fn owned_by_place(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    tail: Span,
    floor: usize,
    kind: u16,
) -> Option<NameMention> {
    let text = scan.text.as_str();
    let mut owner = beside::before(text, tail.start, floor).filter(|b| b.joined)?;
    if scan.text.at(owner.span) == "own" {
        owner = beside::before(text, owner.span.start, floor).filter(|b| b.joined)?;
    }
    let words = scan.text.at(owner.span);
    let stem = ["'s", "’s", "'S", "’S"].iter().find_map(|mark| words.strip_suffix(mark))?;
    let (start, _) = left_edge(scan, knowledge, owner.span.start + stem.len(), floor, Head::Capital)?;
    let base = Span::new(start, owner.span.start + stem.len());
    let named = beside::is_capital(scan.text.at(base)) && !is_body(scan, base);
    named.then(|| NameMention { base, ..NameMention::bare(Span::new(start, tail.end), kind) })
}

/// "Teen jail where lads are locked up" names none: a place that opens a longer text with its jail is named again.
fn base_recurs(scan: &Scan<'_>, base: Span) -> bool {
    let text = scan.text.as_str();
    let words = scan.text.at(base);
    words.contains(' ')
        || memchr::memmem::find_iter(text.as_bytes(), words.as_bytes())
            .any(|at| at != base.start && edge::stands_alone(text, at, at + words.len()))
}

/// "Dr Oakes and Partners": a practice goes by its doctor's name and title.
fn with_doctor(scan: &Scan<'_>, start: usize, tail: Span, floor: usize) -> usize {
    let joins = scan.text.at(tail).starts_with(['a', '&']);
    let doctor = beside::before(scan.text.as_str(), start, floor)
        .filter(|b| joins && b.joined && matches!(scan.text.at(b.span), "Dr" | "Drs" | "Doctors"));
    doctor.map_or(start, |b| b.span.start)
}

pub(crate) fn is_body(scan: &Scan<'_>, at: Span) -> bool {
    let bodies = scan.bodies();
    let from = bodies.partition_point(|h| h.start < at.start.saturating_sub(80));
    bodies[from..]
        .iter()
        .take_while(|h| h.start <= at.start)
        // "Ofsted’s" begins with the body that it names.
        .any(|h| h.start == at.start || Span::new(h.start, h.end).contains(at))
}

/// "OFSTED’Sthe": a genitive run into the next word is no name.
fn is_fused(word: &str) -> bool {
    let Some((stem, rest)) = word.split_once(['\'', '’']) else { return false };
    stem.chars().count() >= 3 && rest.len() > 2 && rest.starts_with(['s', 'S'])
}

/// "… for Girls" belongs to the name, and the place in "Steiner Academy Marle".
fn right_edge(scan: &Scan<'_>, tail: Span) -> usize {
    let text = scan.text.as_str();
    let rest = &text[tail.end..];
    for more in [" for Girls", " for Boys"] {
        if rest.starts_with(more) {
            return tail.end + more.len();
        }
    }
    let ceiling = scan.text.sentences.get(scan.text.sentence_at(tail.start)).map_or(tail.end, |s| s.end);
    let next = |at: usize| beside::after(text, at, ceiling).filter(|b| b.joined);
    let place = next(tail.end).filter(|b| {
        let w = scan.text.at(b.span);
        let known = scan
            .within(b.span)
            .iter()
            .any(|h| !matches!(h.sense, Sense::Place(_)) && h.start == b.span.start);
        let ends = next(b.span.end).is_none_or(|n| !beside::is_capital(scan.text.at(n.span)));
        beside::is_capital(w) && !known && ends && class_of(w) == Class::Other && !w.contains(['\'', '’'])
    });
    place.filter(|_| scan.text.at(tail) == "Academy").map_or(tail.end, |b| b.span.end)
}
