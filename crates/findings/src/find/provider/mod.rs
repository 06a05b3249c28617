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
mod determined;
mod entries;
mod enumerated;
mod fore;
mod headed;
mod introduced;
mod joints;
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
mod tail;
mod trade;

use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Sense};
use crate::scan::Scan;
use crate::text::Span;
use foldhash::HashSet;
use operator::Firm;
pub(crate) use publisher::publisher;
use settle::{is_look_alike, known_kind, settle};
use shout::{is_shouted, leave_shouts};
pub(crate) use somebody::is_person_title;
use somebody::{is_somebody, lives_there};
use tail::{by_tail, headed_by, is_taught};

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

/// Of these, what hardly ends a name of its own: "the Mill Lane home".
pub(crate) const ROADS: &[&str] = &["Street", "Road", "Lane", "Avenue", "Drive", "Terrace", "Crescent"];

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
    let (entries, addresses) = entries::find(scan, knowledge, &found);
    // "Kingfisher Club, Ely Primary School": where it is.
    found.retain(|n| !addresses.iter().any(|a| a.overlaps(n.span)));
    found.extend(entries);
    let people = trade::find(scan, knowledge, &found);
    found.extend(people);
    let judged = lone::judged(scan, knowledge, &found, firms, &numbers);
    found.extend(judged);
    // "Little Pippins" of Little Pippins Nursery is that one.
    let bases: HashSet<(&str, u16)> =
        found.iter().filter(|n| n.base != n.span).map(|n| (scan.text.at(n.base), n.kind)).collect();
    let headed = |n: &NameMention| bases.iter().any(|&(b, k)| k != n.kind && b == scan.text.at(n.span));
    let known: Vec<bool> = found
        .iter()
        .map(|n| n.base == n.span && n.rivals.is_empty() && !knowledge.one_of_a_place(n.kind) && headed(n))
        .collect();
    let mut known = known.into_iter();
    found.retain(|_| !known.next().unwrap_or(false));
    let only = determined::only(scan, knowledge, &found);
    found.extend(only);
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
