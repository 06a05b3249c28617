//! Names without a head noun, where a sentence judges or visits them: "Amberley, in Queen's Road, was rated poor",
//! "inspectors rated The Larches good", "an inspection of Golden Wok". Knows no head noun; refuses people, places,
//! and single words that nothing introduces.
//!
//! *What it finds*: capitalised words before a verb of judgement, after one, or after "inspection of", in a sentence
//! with a label, a measure or a body; of the kind that a common noun near by says ("a care home", "The landlord").
//! *Where it is fooled*: a firm that is judged by somebody in a sentence beside a care home.

mod active;
mod fits;
mod known_by;
mod only;
mod opened;
mod owned;
mod refuse;
mod row;
mod run;
mod slot;
mod sole;
mod told;
mod verb;

use super::introduced::Nouns;
use super::operator::Firm;
use super::{NameMention, STREETS};
use crate::find::grade;
use crate::find::person::first_name;
use crate::find::person::run::may_be_person;
use crate::find::words::{Class, class_of};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{Hit, Sense};
use crate::scan::{Scan, Sorts};
use crate::text::{Span, beside, overlaps_any};
use fits::{Case, is_evident, likely};
use owned::{owner_of_service, place_of_service, place_with, service_after};
use refuse::{is_place, sounds_like_a_place};
use run::{Run, The, runs};
use slot::{Slot, slot};
use std::cell::OnceCell;
use told::Told;
use verb::is_passive;

/// Names that are judged or visited and that no head noun shows.
pub(super) fn judged(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    known: &[NameMention],
    firms: &[Firm],
    numbers: &[(Span, u16)],
) -> Vec<NameMention> {
    // Where no body can be meant, nobody is judged.
    let visited = || memchr::memmem::find(scan.text.as_str().as_bytes(), b"inspect").is_some();
    if !(scan.sorts_of_all().hold(Sorts::BODY) || visited()) {
        return Vec::new();
    }
    let nouns = Nouns::of(scan, knowledge, known);
    let mut taken: Vec<Span> = known.iter().map(|n| n.span).collect();
    taken.sort();
    // By their words, when the first candidate asks.
    let bases: OnceCell<Vec<Vec<String>>> = OnceCell::new();
    let is_known = |name: Span| {
        let of_known = || {
            let spans = known.iter().map(|n| n.span).chain(firms.iter().map(|f| f.span));
            spans.map(|s| beside::distinctive(scan.text.at(s))).collect()
        };
        let base = beside::distinctive(scan.text.at(name));
        let bases = bases.get_or_init(of_known);
        base.is_empty() || bases.iter().any(|known| base.iter().all(|w| known.contains(w)))
    };
    let mut found: Vec<NameMention> = Vec::new();
    // The runs of each sentence that is read: rows read them too.
    let mut cut: Vec<Option<Vec<Run>>> = Vec::new();
    cut.resize_with(scan.text.sentences.len(), || None);
    let mut nameless: Vec<usize> = Vec::new();
    let mut digits = scan.digits.as_slice();
    for (at, &sentence) in scan.text.sentences.iter().enumerate() {
        digits = &digits[digits.iter().position(|d| d.start >= sentence.start).unwrap_or(digits.len())..];
        let own = digits.iter().position(|d| d.start >= sentence.end).unwrap_or(digits.len());
        let told = Told::of(scan, at, sentence, numbers, &digits[..own]);
        if !told.tells(scan, sentence) {
            continue;
        }
        let mut done = sentence.start;
        let mut given = None;
        let here = runs(scan, knowledge, sentence);
        let several = here.len() > 1;
        let parts = || tells_of_parts(scan, sentence);
        for run in &here {
            // "fives went to Ely Grill, The Ark and Hay's": the list goes on.
            let goes_on = given.is_some_and(|end| is_next(scan, end, run.left)).then_some(Slot::Given);
            let slot = slot(scan, run, sentence, &told).or(goes_on);
            let Some(slot) = slot.filter(|_| run.left >= done) else { continue };
            let rating = owned::owned_rating(scan, run.span.end, sentence.end);
            let owned = !rating && owns_next(scan, run.span.end, sentence.end);
            let person = owned && may_be_person(scan.text.at(run.span));
            let serves = || place_with(knowledge, service_after(scan, sentence, run)?.0);
            let owner =
                owner_of_service(scan, knowledge, run.span, sentence).or_else(serves).filter(|_| !person);
            // "Marle's youth team was rated …" is not about Marle, unless its council has such a service.
            let owns = owned && owner.is_none();
            let whole = run.parts.is_empty() || run.pair;
            if owns || whole && overlaps_any(&taken, run.span) || is_address(scan, &taken, run.left) {
                continue;
            }
            let there = || place_of_service(scan, knowledge, sentence, run);
            let near = owner.or_else(there).or_else(|| nouns.near(at, run.span)).map(|kind| (kind, true));
            // What the towns before stood for, this one does.
            let so_far = found.last().map(|n| n.kind).filter(|&kind| knowledge.one_of_a_place(kind));
            // "Hazel Bank was rated good by the CQC": what that inspects most, for names that are no person's.
            let usual = || nouns.usual().filter(|_| !bears_first_name(scan.text.at(run.span)));
            let any = so_far.or(nouns.commonest()).or_else(usual);
            let kinds = [near, any.map(|kind| (kind, false))];
            let located = OnceCell::new();
            let located = || *located.get_or_init(|| is_place(scan, run));
            for (kind, near) in kinds.into_iter().flatten() {
                // A town stands for its council or force, not for a home.
                let town = nouns.commonest_of_places().filter(|_| !knowledge.one_of_a_place(kind));
                let kind = town.filter(|_| located()).unwrap_or(kind);
                let others = near || nouns.commonest_of_places() == Some(kind);
                let place = knowledge.one_of_a_place(kind);
                // "Ely was rated good, Marle poor and Stow fair": only a name opens such a row.
                let row = place || told.many() && several;
                let passive = others && row && is_passive(scan, run.span.end, sentence.end);
                let case = Case {
                    slot,
                    kind,
                    near,
                    passive,
                    place,
                    row: told.many() && several,
                    whole: !told.many() || !parts(),
                };
                // No council is called "The Nest".
                if case.place && run.the == The::Capital {
                    continue;
                }
                let named = likely_names(scan, knowledge, run, &case, &taken, &is_known);
                if !named.is_empty() {
                    done = run.span.end;
                    given = matches!(slot, Slot::Given).then_some(done);
                    let whole = |span| if rating { span } else { with_own_s(scan, knowledge, span, kind) };
                    found.extend(named.into_iter().map(whole).map(|span| NameMention::bare(span, kind)));
                    break;
                }
            }
        }
        // What tells of a grade and of who gives it, and names nobody yet.
        let graded = told.label.is_some() && scan.sorts(at).hold(Sorts::BODY);
        if graded && done == sentence.start && !taken.iter().any(|t| sentence.contains(*t)) {
            nameless.push(at);
        }
        if let Some(place) = cut.get_mut(at) {
            *place = Some(here);
        }
    }
    if let Some(kind) = nouns.commonest().or_else(|| nouns.usual())
        && !knowledge.one_of_a_place(kind)
        && !known.iter().chain(&found).any(|n| n.kind == kind || n.rivals.contains(&kind))
    {
        let runs = |at: usize| cut.get(at).and_then(Option::as_ref).map_or(&[][..], Vec::as_slice);
        let sole = nameless.iter().find_map(|&at| {
            sole::of_sentence(scan, knowledge, runs(at), *scan.text.sentences.get(at)?, &taken)
        });
        found.extend(sole.map(|span| NameMention::bare(span, kind)));
    }
    let whole: Vec<NameMention> = known.iter().chain(&found).cloned().collect();
    let kind = |at, name| nouns.near(at, name).or(nouns.commonest()).or_else(|| nouns.usual());
    let cared = opened::cared_for(scan, knowledge, kind);
    taken.extend(found.iter().map(|n| n.span));
    taken.sort();
    found.extend(cared.into_iter().filter(|n| !overlaps_any(&taken, n.span)));
    found.extend(row::members(scan, knowledge, &whole, &cut));
    let kinds = |names: &[NameMention]| -> Vec<u16> {
        names.iter().flat_map(|n| n.rivals.iter().copied().chain([n.kind])).collect()
    };
    let with_noun = kinds(known);
    found.extend(opened::town_before_council(scan, knowledge, &with_noun));
    let named: Vec<u16> = with_noun.into_iter().chain(kinds(&found)).collect();
    let usual = named.is_empty().then(|| nouns.commonest().or_else(|| nouns.usual())).flatten();
    let usual = usual.filter(|&kind| !knowledge.one_of_a_place(kind));
    let opened = opened::after_lead(scan, knowledge, &named, usual, numbers);
    taken.extend(found.iter().map(|n| n.span).chain(firms.iter().map(|f| f.span)));
    taken.sort();
    // "Ann Hay, who minds six children at her home in Mill Lane, Ely, was": hers, and no home's name.
    let trades = |n: &NameMention| knowledge.has_trades(n.kind) && may_be_person(scan.text.at(n.span));
    let only = || only::of_noun(scan, knowledge, &named, &taken, numbers, &cut);
    found.extend(opened.or_else(|| if known.iter().any(trades) { None } else { only() }));
    found
}

/// True for a sentence with an area of work that is no part of a body's name ("Care Inspectorate").
fn tells_of_parts(scan: &Scan<'_>, sentence: Span) -> bool {
    let hits = scan.within(sentence);
    let named = |h: &Hit| {
        let covers = |b: &Hit| matches!(b.sense, Sense::Body { .. }) && b.start <= h.start && h.end <= b.end;
        hits.iter().any(covers)
    };
    hits.iter().any(|h| matches!(h.sense, Sense::Aspect(_)) && !named(h))
}

/// "Marle's youth team", and not "Marle's were rated good".
fn owns_next(scan: &Scan<'_>, end: usize, ceiling: usize) -> bool {
    let text = scan.text.as_str();
    let Some(rest) = text.get(end..ceiling).filter(|r| r.starts_with(['\'', '’'])) else { return false };
    let next = rest.split_whitespace().nth(1).unwrap_or_default();
    let ends = genitive(rest).is_some_and(|r| r.starts_with([',', '.', ';', ')']));
    !ends
        && !slot::is_letter(next)
        && !matches!(
            class_of(next),
            Class::Be | Class::Have | Class::Prep | Class::Conj | Class::Receive | Class::Keep
        )
}

/// "Smokey Joe's" with its s, where nothing is Joe's.
fn with_own_s(scan: &Scan<'_>, knowledge: &Knowledge, name: Span, kind: u16) -> Span {
    let rest = scan.text.as_str().get(name.end..).unwrap_or_default();
    let own = |after: &&str| knowledge.bare_names(kind) && !slot::is_letter(after.trim_start());
    let after = genitive(rest).filter(own);
    after.map_or(name, |after| Span::new(name.start, name.end + rest.len() - after.len()))
}

/// What follows a genitive's s.
fn genitive(rest: &str) -> Option<&str> {
    rest.strip_prefix("'s").or_else(|| rest.strip_prefix("’s"))
}

/// ", ", " and " or ", in High Street, and ": one more of a list.
fn is_next(scan: &Scan<'_>, end: usize, at: usize) -> bool {
    let Some(between) = scan.text.as_str().get(end..at).map(str::trim) else { return false };
    let placed = [", in ", ", on ", ", at ", ", near "].iter().any(|p| between.starts_with(p));
    let whole = between.len() < 60 && !between.contains(['.', ';', ':', '”', '"']);
    matches!(between, "," | "and" | ", and" | "'s and" | "’s and" | "'s," | "’s,")
        || placed && whole && (between.ends_with(", and") || between.ends_with(','))
}

/// "The Plough Inn, Nether Hay, which was", "a café in Hay, Ely was given": where the name before it is.
fn is_address(scan: &Scan<'_>, names: &[Span], at: usize) -> bool {
    let before = names.partition_point(|n| n.start < at).checked_sub(1).and_then(|ix| names.get(ix));
    let beside = |n: &Span| matches!(scan.text.as_str().get(n.end..at), Some(", " | "'s, " | "’s, "));
    before.is_some_and(|n| beside(n) || is_county(scan, n.end, at))
}

/// "in Hay, [Ely]", "12 Bridge Street, Hay, [Ely]": a second place after the one that "in" or a street tells.
fn is_county(scan: &Scan<'_>, floor: usize, at: usize) -> bool {
    let text = scan.text.as_str();
    let Some(gap) = text.get(floor..at).and_then(|gap| gap.strip_suffix(", ")) else { return false };
    let mut start = floor + gap.len();
    let mut place = None;
    while let Some(word) =
        beside::before(text, start, floor).filter(|b| beside::is_capital(scan.text.at(b.span)))
    {
        if place.is_some() && !word.joined {
            break;
        }
        (start, place) = (word.span.start, Some(word));
    }
    let led = beside::before(text, start, floor);
    let street = || led.is_some_and(|b| STREETS.contains(&scan.text.at(b.span)));
    place.is_some()
        && (street() || led.is_some_and(|b| b.joined && matches!(scan.text.at(b.span), "in" | "near")))
}

/// "Ely School, Marle, and Stow School": papers put no comma before the last "and" of a list, so Marle says where.
fn is_between(scan: &Scan<'_>, names: &[Span], name: Span) -> bool {
    let rest = scan.text.as_str().get(name.end..).unwrap_or_default();
    rest.starts_with(", and ") && is_address(scan, names, name.start)
}

/// The names of a run that may be providers of the kind.
fn likely_names(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    run: &Run,
    case: &Case,
    taken: &[Span],
    is_known: &impl Fn(Span) -> bool,
) -> Vec<Span> {
    // "Stow was rated excellent, Marle and Ely good": a row tells of each.
    let mut names = run.names(scan, case.place && !(case.row && is_gapped(scan, run.span.end)));
    let several = names.len() > 1;
    let parts: Vec<Span> = names.iter().map(|n| n.span).collect();
    names.retain(|n| {
        !overlaps_any(taken, n.span) && !is_between(scan, taken, n.span) && !is_between(scan, &parts, n.span)
    });
    let fits = |n: &&Run| {
        is_evident(scan, n, case) && !is_known(n.span) && likely(scan, knowledge, n, case, several)
    };
    let mut named: Vec<Span> = names.iter().filter(fits).map(|n| n.span).collect();
    // Of several homes that one verb judges the first may only open the sentence: "Thornfield and The Limes were".
    let certain = |n: &Run| n.the == The::Capital || named.len() >= 2;
    if let Some(first) = names.first().filter(|n| !named.contains(&n.span))
        && named.len() + 1 == names.len()
        && (names.iter().skip(1).any(certain)
            || case.near && named.len() == 1 && !sounds_like_a_place(scan, knowledge, first.span))
        && (named.len() >= 2 || !is_place(scan, first))
        && !is_known(first.span)
        && refuse::may_open_row(scan, knowledge, first)
    {
        named.insert(0, first.span);
    }
    if case.place || named.len() == names.len() { named } else { Vec::new() }
}

/// True where a label stands at once behind a name.
fn is_gapped(scan: &Scan<'_>, at: usize) -> bool {
    scan.within(Span::new(at, at + 3)).iter().any(|h| matches!(h.sense, Sense::Label(_)))
}

/// "Ann Hay", and not "Rose Cottage".
fn bears_first_name(words: &str) -> bool {
    let first = words.split([' ', '-']).next().unwrap_or_default();
    first_name::sex(first).is_some() && (!words.contains(' ') || may_be_person(words))
}

/// The bare numbers that are grades on the scale of a body that the article names.
pub(super) fn grades(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<(Span, u16)> {
    let body = |h: &Hit| match h.sense {
        Sense::Body { body, .. } => Some(body),
        _ => None,
    };
    let mut bodies: Vec<u16> = scan.bodies().iter().filter_map(body).collect();
    bodies.sort_unstable();
    bodies.dedup();
    let label = |h: &Hit| match h.sense {
        Sense::Label(ix) => Some((Span::new(h.start, h.end), ix)),
        _ => None,
    };
    let labels: Vec<(Span, u16)> = scan.labels().iter().filter_map(label).collect();
    grade::find(scan, knowledge, &bodies, &labels)
}
