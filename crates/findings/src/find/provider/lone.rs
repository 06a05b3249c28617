//! Names without a head noun, where a sentence judges or visits them: "Amberley, in Queen's Road, was rated poor",
//! "inspectors rated The Larches good", "an inspection of Golden Wok". Knows no head noun; refuses people, places,
//! and single words that nothing introduces.
//!
//! *What it finds*: capitalised words before a verb of judgement, after one, or after "inspection of", in a sentence
//! with a label, a measure or a body; of the kind that a common noun near by says ("a care home", "The landlord").
//! *Where it is fooled*: a firm that is judged by somebody in a sentence beside a care home.

use super::introduced::Nouns;
use super::operator::Firm;
use super::run::{Run, Verb, runs, verb_after};
use super::{NameMention, STREETS, is_person_title};
use crate::find::person::run::may_be_person;
use crate::find::words::{Class, class, class_of, opens_sentence};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside, edge, overlaps_any};
use std::cell::OnceCell;

/// Whose owners, staff or guests are told of is a business.
const RUN_IT: &[&str] = &[
    "owner", "owners", "manager", "managers", "landlord", "landlady", "proprietor", "proprietors",
    "residents", "customers", "registration",
];

/// What a home may once have been.
const BUILDINGS: &[&str] = &[
    "farmhouse", "house", "mansion", "villa", "bungalow", "building", "hotel", "vicarage", "rectory",
    "property", "cottage", "barn", "church", "chapel", "mill", "lodge", "facility", "unit", "site", "home",
    "service",
];

/// How many places of a name are looked at for what speaks against it.
const PLACES: usize = 20;

/// Names that are judged or visited and that no head noun shows.
pub(super) fn judged(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    known: &[NameMention],
    firms: &[Firm],
) -> Vec<NameMention> {
    let nouns = Nouns::of(scan, knowledge, known);
    let mut taken: Vec<Span> = known.iter().map(|n| n.span).collect();
    taken.sort();
    // By their words, when the first candidate asks.
    let bases: OnceCell<Vec<Vec<String>>> = OnceCell::new();
    let of_known = || {
        let spans = known.iter().map(|n| n.span).chain(firms.iter().map(|f| f.span));
        spans.map(|s| beside::distinctive(scan.text.at(s))).collect()
    };
    let mut found: Vec<NameMention> = Vec::new();
    for (at, &sentence) in scan.text.sentences.iter().enumerate() {
        let Some(told) = Told::of(scan, sentence) else { continue };
        for run in runs(scan, sentence) {
            let Some(slot) = slot(scan, &run, sentence, &told) else { continue };
            if overlaps_any(&taken, run.span) || is_something_else(scan, run.span) {
                continue;
            }
            let base = beside::distinctive(scan.text.at(run.span));
            let bases = bases.get_or_init(of_known);
            if base.is_empty() || bases.iter().any(|known| base.iter().all(|w| known.contains(w))) {
                continue;
            }
            let near =
                owner_of_service(scan, knowledge, run.span, sentence).or_else(|| nouns.near(at, run.span));
            let strong = run.words >= 2 || run.the;
            let fits = |(kind, near): (u16, bool)| {
                let place = nouns.is_bare_place(kind);
                let likely = match slot {
                    Slot::Judged => strong || near || run.beside || place,
                    Slot::Told => near,
                    Slot::Visited => near && strong,
                };
                likely && (strong || run.beside || is_name(scan, &run)) && (place || !is_place(scan, &run))
            };
            let near = near.map(|kind| (kind, true));
            let kinds = [near, nouns.commonest().map(|kind| (kind, false))];
            let kind = kinds.into_iter().flatten().find(|k| fits(*k));
            if let Some((kind, _)) = kind.filter(|_| !is_person(scan, &run)) {
                found.push(NameMention::bare(run.span, kind));
            }
        }
    }
    found
}

/// "Marle had its education services rated": the kind that has such services.
fn owner_of_service(scan: &Scan<'_>, knowledge: &Knowledge, name: Span, sentence: Span) -> Option<u16> {
    let after = Span::new(name.end, sentence.end.max(name.end));
    let service = scan.within(after).iter().find_map(|h| match h.sense {
        Sense::Service(ix) if whose(scan, h.start, name.end) => Some(ix),
        _ => None,
    })?;
    let kinds = 0..u16::try_from(knowledge.services().len()).unwrap_or(u16::MAX);
    let mut owners =
        kinds.filter(|&kind| knowledge.stands_alone(kind) && knowledge.has_service(kind, service));
    let owner = owners.next()?;
    owners.next().is_none().then_some(owner)
}

/// True for "its …" and "Marle's …".
fn whose(scan: &Scan<'_>, service: usize, name_end: usize) -> bool {
    let text = scan.text.as_str();
    let own = text[name_end..].starts_with(['\'', '’']) && service < name_end + 4;
    own || beside::before(text, service, name_end).is_some_and(|b| scan.text.at(b.span) == "its")
}

/// What a sentence tells, and where: from there on back a name may be its subject.
struct Told {
    label: Option<usize>,
    other: Option<usize>,
}

impl Told {
    fn of(scan: &Scan<'_>, sentence: Span) -> Option<Told> {
        let last = |wanted: fn(&Hit) -> bool| {
            scan.within(sentence).iter().filter(|h| wanted(h)).map(|h| h.start).max()
        };
        let label = last(|h| matches!(h.sense, Sense::Label(_))).max(number_given(scan, sentence));
        let other = last(|h| matches!(h.sense, Sense::Measure(_) | Sense::Body { .. } | Sense::BodyNoun(_)));
        let other = other.max(rating_word(scan, sentence));
        (label.is_some() || other.is_some()).then_some(Told { label, other })
    }
}

/// "rated 0", "given a 1": where a number stands last that is a grade.
fn number_given(scan: &Scan<'_>, sentence: Span) -> Option<usize> {
    let digits = scan.digits.partition_point(|d| d.start < sentence.start);
    let given = |digit: &&Span| {
        let text = scan.text.as_str();
        let mut before = beside::before(text, digit.start, sentence.start).filter(|b| b.joined);
        if before.is_some_and(|b| matches!(scan.text.at(b.span), "a" | "as" | "of")) {
            before = before.and_then(|b| beside::before(text, b.span.start, sentence.start));
        }
        let verb = before.map(|b| class_of(scan.text.at(b.span)));
        digit.len() == 1
            && edge::stands_alone(text, digit.start, digit.end)
            && matches!(verb, Some(Class::Rate | Class::Give | Class::Receive | Class::Rating))
    };
    let here = scan.digits[digits..].iter().take_while(|d| d.start < sentence.end);
    here.filter(given).last().map(|d| d.start)
}

/// Where "score", "grade" or the like stands last.
fn rating_word(scan: &Scan<'_>, sentence: Span) -> Option<usize> {
    let words = scan.text.at(sentence);
    let is_rating = |w: &&str| class_of(w.trim_matches(|c: char| !c.is_alphanumeric())) == Class::Rating;
    let word = words.split_whitespace().rev().find(is_rating)?;
    Some(sentence.start + (word.as_ptr() as usize - words.as_ptr() as usize))
}

/// How a sentence takes a name.
#[derive(Clone, Copy)]
enum Slot {
    /// With a label after it.
    Judged,
    /// With a measure or a body after it.
    Told,
    /// As what was inspected.
    Visited,
}

fn slot(scan: &Scan<'_>, run: &Run, sentence: Span, told: &Told) -> Option<Slot> {
    let text = scan.text.as_str();
    let mut before = beside::before(text, run.left, sentence.start);
    // "while the Isle of Marle was": past the article.
    if before.is_some_and(|b| b.joined && scan.text.at(b.span) == "the") && run.words > 1 {
        before = before.and_then(|b| beside::before(text, b.span.start, sentence.start));
    }
    let word = |b: beside::Beside| scan.text.at(b.span).to_lowercase();
    let last = before.map(word).unwrap_or_default();
    let joined = before.is_some_and(|b| b.joined);
    let label = told.label.is_some_and(|at| at > run.span.end);
    let open = before.is_none()
        || !joined
        || run.beside
        || matches!(class(&last), Class::Conj | Class::Opens | Class::Say)
        || opens_sentence(&last) && beside::before(text, before?.span.start, sentence.start).is_none();
    // "At the other end of the table Tressary held on to …": nothing but the name can be the subject.
    let free =
        !matches!(class(&last), Class::Prep | Class::Det | Class::Possessive | Class::Be | Class::Have);
    let fits = match verb_after(text, run.span.end, sentence.end) {
        Some(Verb::Relative) => true,
        Some(Verb::Own(Class::Be | Class::Have)) => open,
        Some(Verb::Own(_)) => open || free && !may_be_person(scan.text.at(run.span)),
        None => false,
    };
    if fits {
        return if label {
            Some(Slot::Judged)
        } else {
            told.other.filter(|&at| at > run.span.end).map(|_| Slot::Told)
        };
    }
    if !joined {
        // "Only one, Stanmoor, remains inadequate"
        let apposed = matches!(last.as_str(), "one" | "other" | "another" | "third" | "exception" | "them");
        let verb = text[run.span.end..].starts_with(',')
            && verb_after(text, run.span.end + 1, sentence.end).is_some();
        return (apposed && verb && label).then_some(Slot::Judged);
    }
    let rest = text.get(run.span.end..sentence.end)?;
    let where_told = [", where ", ", which "].iter().any(|w| rest.find(w).is_some_and(|at| at < 40));
    if last == "at" && label && where_told {
        return Some(Slot::Judged);
    }
    let second = beside::before(text, before?.span.start, sentence.start).filter(|b| b.joined).map(word);
    let second = second.unwrap_or_default();
    let passive = class(&second) == Class::Be || class(&second) == Class::Have;
    match class(&last) {
        Class::Rate | Class::Give if label && !passive => Some(Slot::Judged),
        Class::Visit if matches!(last.as_str(), "visited" | "inspected") && !passive => Some(Slot::Visited),
        Class::Prep if matches!(last.as_str(), "of" | "to" | "at") && class(&second) == Class::Visit => {
            Some(Slot::Visited)
        }
        // "the former owners of the Bengal Spice"
        Class::Prep if last == "of" && RUN_IT.contains(&second.as_str()) => Some(Slot::Visited),
        Class::Prep if last == "at" && second.is_empty() => Some(Slot::Visited),
        // "Glanhesg Care Ltd, which runs Plas Gwylan Las"
        _ if matches!(last.as_str(), "runs" | "owns" | "operates" | "manages")
            && class(&second) == Class::Opens =>
        {
            Some(Slot::Visited)
        }
        _ => None,
    }
}

/// True for words that are known for something else.
fn is_something_else(scan: &Scan<'_>, name: Span) -> bool {
    let words = scan.text.at(name);
    let floor = scan.text.sentences.get(scan.text.sentence_at(name.start)).map_or(0, |s| s.start);
    let numbered = beside::before(scan.text.as_str(), name.start, floor)
        .is_some_and(|b| b.joined && scan.text.at(b.span).starts_with(|c: char| c.is_ascii_digit()));
    let street = words.rsplit(' ').next().is_some_and(|w| STREETS.contains(&w)) && words.contains(' ');
    let initials = words.len() <= 5 && words.bytes().filter(u8::is_ascii_uppercase).count() >= 2;
    let wide =
        matches!(words, "England" | "Britain" | "Scotland" | "Wales" | "Northern Ireland" | "Ireland" | "UK");
    let other = scan.within(name).iter().any(|h| match h.sense {
        Sense::Provider { form: HeadForm::Tail | HeadForm::Lead | HeadForm::Whole, .. }
        | Sense::BodyNoun(_)
        | Sense::Body { .. }
        | Sense::NotA(_) => true,
        Sense::Label(_) | Sense::Aspect(_) | Sense::Measure(_) | Sense::Service(_) => {
            h.start == name.start && h.end >= name.end
        }
        _ => false,
    });
    initials || wide || other || numbered || street
}

/// Places where the words of a name stand by themselves.
fn places<'s>(scan: &'s Scan<'_>, name: Span) -> impl Iterator<Item = Span> + 's {
    let text = scan.text.as_str();
    let words = scan.text.at(name);
    memchr::memmem::find_iter(text.as_bytes(), words.as_bytes())
        .take(PLACES)
        .map(move |start| Span::new(start, start + words.len()))
        .filter(|s| edge::stands_alone(text, s.start, s.end))
}

/// True for a single word that is more than the first of its sentence: it stands with a capital inside another, or
/// its street stands between commas after it; and never in small letters.
fn is_name(scan: &Scan<'_>, run: &Run) -> bool {
    let text = scan.text.as_str();
    let small = scan.text.at(run.span).to_lowercase();
    let common = memchr::memmem::find_iter(text.as_bytes(), small.as_bytes())
        .take(PLACES)
        .any(|at| edge::stands_alone(text, at, at + small.len()));
    let located = [", in ", ", on ", ", at ", ", near "].iter().any(|p| text[run.span.end..].starts_with(p));
    let inside = |s: Span| {
        let opens =
            scan.text.sentences.get(scan.text.sentence_at(s.start)).is_none_or(|x| x.start == s.start);
        !opens && !text[..s.start].ends_with(['"', '“', '‘'])
    };
    !common && (located || places(scan, run.span).any(inside))
}

/// True for a name that the article uses as a place: "in Wexcombe", "a Wexcombe care home".
fn is_place(scan: &Scan<'_>, run: &Run) -> bool {
    let text = scan.text.as_str();
    places(scan, run.span).any(|s| {
        let before = text[..s.start].trim_end();
        [" in", " near", " around", " across", " from", "(in", "\nIn", " a", "\nA", " council", " town of"]
            .iter()
            .any(|p| before.ends_with(p))
            || before == "A"
            || before == "In"
    })
}

/// "a converted farmhouse outside Ely"
fn is_building(aside: &str) -> bool {
    let words = aside.split([',', '.', ';']).next().unwrap_or_default().split_whitespace();
    words.take(6).any(|w| BUILDINGS.contains(&w))
}

/// True for a name that the article uses as a person's.
fn is_person(scan: &Scan<'_>, run: &Run) -> bool {
    let text = scan.text.as_str();
    let full = may_be_person(scan.text.at(run.span));
    !run.the
        && places(scan, run.span).any(|s| {
            let left = beside::before(text, s.start, 0).filter(|b| b.joined);
            let left = left.map(|b| scan.text.at(b.span));
            let titled = left.is_some_and(|w| is_person_title(&w.to_lowercase()));
            let after = beside::after(text, s.end, text.len());
            let word = after.map(|b| scan.text.at(b.span)).unwrap_or_default();
            // "Ann Hay, director of …, was told": no home has an office.
            let office = text[s.end..].starts_with(", ")
                && !matches!(
                    word,
                    "in" | "on" | "at" | "near" | "which" | "based" | "run" | "owned" | "part" | "the"
                )
                && word.starts_with(char::is_lowercase)
                && !is_building(&text[s.end + 2..]);
            let aged = text[s.end..].starts_with(", ") && word.bytes().all(|b| b.is_ascii_digit());
            let speaks = class(word) == Class::Say || word == "who" || aged;
            let surname = run.words == 1
                && left.is_some_and(|w| {
                    beside::is_capital(w)
                        && !opens_sentence(w)
                        && may_be_person(&format!("{w} {}", scan.text.at(run.span)))
                });
            let alive = word == "who" && text[s.end..].starts_with(", ");
            titled || alive || full && (speaks || office) || surname
        })
}
