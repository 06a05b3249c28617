//! Names without a head noun of their own, set beside their kind ("X, a unitary authority",
//! "its sister home, X"). Knows nothing of head nouns.

use super::reach::{Head, left_edge};
use super::{NameMention, ROADS, STREETS, is_body, is_person_title};
use crate::find::person::run::may_be_person;
use crate::find::words::{Class, class_of, is_month, is_weekday, opens_sentence};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::word::last;
use crate::text::{Span, beside};
use std::cell::OnceCell;

/// "Coldwater and Skelling, a unitary authority on the border": a bare name whose kind stands in apposition.
pub(super) fn apposed(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let text = scan.text.as_str();
    let one = |hit: &Hit| {
        let Sense::Provider { service: kind, form: HeadForm::Generic } = hit.sense else { return None };
        let sentence = scan.text.sentences.get(scan.text.sentence_at(hit.start))?;
        let head = text.get(sentence.start..hit.start)?;
        let mut commas = memchr::memrchr_iter(b',', head.as_bytes());
        let comma = commas.find(|c| head.as_bytes().get(c + 1) == Some(&b' '))?;
        let between = head[comma + 2..].trim();
        let mut words = between.split_whitespace();
        let article = words.next()?;
        if !matches!(article, "a" | "an" | "another" | "our" | "the" | "where") {
            return None;
        }
        // "a mental health trust": the longer noun tells the kind.
        let longer =
            |h: &Hit| h.end == hit.end && matches!(h.sense, Sense::Provider { form: HeadForm::Generic, .. });
        if scan.within(Span::new(hit.start.saturating_sub(40), hit.start)).iter().any(longer) {
            return None;
        }
        let few = || words.clone().nth(4).is_none();
        // "a carer at the home" is somebody.
        // "Barleycorn's, the bakery on …"; "Ann Hay, the home's manager" is told of another.
        // "in Kelderdale, where the Labour-run council was rated good"
        let graded = |h: &Hit| h.start > hit.end && matches!(h.sense, Sense::Label(_));
        let where_it_is = article == "where"
            && words.clone().next() == Some("the")
            && knowledge.one_of_a_place(kind)
            && scan.within(*sentence).iter().any(graded);
        // "Lowmoor Partnership, the mental health trust,"
        let long = scan.text.at(Span::new(hit.start, hit.end)).contains(' ')
            && beside::after(text, hit.end, sentence.end).is_none_or(|b| !b.joined);
        let the = article == "the" && (knowledge.bare_names(kind) || long) && words.clone().next().is_none();
        let plain = |w: &str| !w.contains(',') && !matches!(class_of(w), Class::Prep | Class::Det);
        let described = where_it_is && few() && words.clone().skip(1).all(plain)
            || (the || matches!(article, "a" | "an" | "another" | "our"))
                && few()
                && words.clone().all(plain);
        if !described {
            return None;
        }
        let after = beside::after(text, hit.end, sentence.end);
        let ends = where_it_is
            || after.is_none_or(|b| {
                !b.joined
                    || matches!(
                        scan.text.at(b.span),
                        "near"
                            | "based"
                            | "run"
                            | "owned"
                            | "covering"
                            | "serving"
                            | "caring"
                            | "providing"
                            | "offering"
                            | "catering"
                            | "supporting"
                            | "housing"
                            | "specialising"
                            | "looking"
                            | "overlooking"
                            | "close"
                            | "just"
                    )
                    || matches!(
                        class_of(scan.text.at(b.span)),
                        Class::Prep | Class::Opens | Class::Conj | Class::Rate
                    )
            });
        // "Helping Hands (Ely), a home care agency"
        let named = text.get(sentence.start..sentence.start + comma)?;
        let bare = named.strip_suffix(')').and_then(|n| n.rfind(" (")).unwrap_or(comma);
        let end = sentence.start + bare;
        let (start, _) = left_edge(scan, knowledge, end, sentence.start, Head::Capital)?;
        // "Whitegates, Tannery Lane, a care home": the street is where it is.
        let street = text[start..end].rsplit(' ').next().is_some_and(|w| STREETS.contains(&w));
        let (start, end) = match text[sentence.start..start].strip_suffix(", ").filter(|_| street) {
            Some(front) => {
                let end = sentence.start + front.len();
                (left_edge(scan, knowledge, end, sentence.start, Head::Capital)?.0, end)
            }
            None => (start, end),
        };
        let name_start = start;
        let start = with_front(scan, start, sentence.start);
        let fronted = start < name_start;
        // The name opens the clause, or follows a word in small letters: "Nurse Ann Hay, a carer" is cut off.
        let before = text[..start].trim_end();
        let alone =
            before.ends_with(|c: char| !c.is_alphanumeric() || c.is_lowercase()) || start == sentence.start;
        // "that November, the care home"
        let time = is_month(&text[start..end]) || is_weekday(&text[start..end]);
        let name = ends && alone && start < end && !time;
        let span = Span::new(start, end);
        let known = is_body(scan, span)
            || scan.within(span).iter().any(|h| match h.sense {
                // "Little Larks at Marle Hall, a nursery"
                Sense::Provider { form: HeadForm::Tail, service } => {
                    !(fronted && knowledge.is_weak_name(service, scan.text.at(span)))
                }
                Sense::Provider { form: HeadForm::Lead, .. } => true,
                _ => false,
            });
        (name && !known).then_some(NameMention::bare(span, kind))
    };
    scan.providers().iter().filter_map(one).collect()
}

/// "29 Elm Road, a care home", "Sunrise of Tolmer, a care home": a number and a first name of a home belong to it.
fn with_front(scan: &Scan<'_>, start: usize, floor: usize) -> usize {
    let text = scan.text.as_str();
    let Some(word) = beside::before(text, start, floor).filter(|b| b.joined) else { return start };
    let w = scan.text.at(word.span);
    if w.len() <= 3 && w.bytes().all(|b| b.is_ascii_digit()) {
        return word.span.start;
    }
    let first = beside::before(text, word.span.start, floor).filter(|b| matches!(w, "of" | "at") && b.joined);
    let brand = first.filter(|b| {
        let w = scan.text.at(b.span);
        beside::is_capital(w) && !opens_sentence(w) && !is_person_title(w) && !is_body(scan, b.span)
    });
    let Some(brand) = brand else { return start };
    // "Little Fishes at St Osyth's"
    let mut start = brand.span.start;
    while let Some(word) = beside::before(text, start, floor).filter(|b| b.joined && w == "at") {
        let w = scan.text.at(word.span);
        if !beside::is_capital(w) || opens_sentence(w) || is_body(scan, word.span) {
            break;
        }
        start = word.span.start;
    }
    start
}

/// "its sister home, Beechcroft, …", "A second unit, Three Towns, was …": a bare name in apposition to a noun.
pub(super) fn after_noun(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let mut found: Vec<NameMention> = Vec::new();
    for hit in scan.providers() {
        let Sense::Provider { service: kind, form } = hit.sense else { continue };
        // "One of its hospitals, Tolmer General, was …"
        let one = form == HeadForm::Plural && is_one_of(scan, hit.start);
        // "St Osyth's Primary, Ely, …": part of a name.
        let capital = beside::is_capital(scan.text.at(Span::new(hit.start, hit.end)));
        let opens = || {
            scan.text.sentences.get(scan.text.sentence_at(hit.start)).is_some_and(|s| s.start == hit.start)
        };
        if form != HeadForm::Generic && !one || capital && !opens() {
            continue;
        }
        let name = apposition(scan, knowledge, Span::new(hit.start, hit.end));
        let place = knowledge.services().get(usize::from(kind)).is_none_or(|s| s.bare_place);
        let Some(span) = name.filter(|_| knowledge.stands_alone(kind) && !place) else { continue };
        match found.last_mut() {
            Some(last) if last.span == span => last.rivals.push(kind),
            _ => found.push(NameMention::bare(span, kind)),
        }
    }
    found
}

/// "the Larkspur Gardens home", "the Marle force": a name or a place before a noun in small letters, of a kind that
/// a body of the article inspects.
pub(super) fn before_noun(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let text = scan.text.as_str();
    let inspected: OnceCell<Vec<u16>> = OnceCell::new();
    let one = |hit: &Hit| {
        let Sense::Provider { service: kind, form: HeadForm::Generic } = hit.sense else { return None };
        let noun = scan.text.at(Span::new(hit.start, hit.end));
        let place = knowledge.one_of_a_place(kind);
        // "the Marle and Tey unit", "the Tey region": of probation, by its area alone.
        let unit = place && matches!(noun, "unit" | "region" | "division");
        let called =
            if place { unit || matches!(noun, "force" | "brigade" | "authority") } else { noun == "home" };
        if !called || !inspected.get_or_init(|| super::introduced::inspected(scan, knowledge)).contains(&kind)
        {
            return None;
        }
        let floor = scan.text.sentences.get(scan.text.sentence_at(hit.start))?.start;
        beside::before(text, hit.start, floor)
            .filter(|b| b.joined && beside::is_capital(scan.text.at(b.span)))?;
        let head = if place { Head::Own { words: 1 } } else { Head::Own { words: 2 } };
        let (start, _) = left_edge(scan, knowledge, hit.start, floor, head)?;
        let the = beside::before(text, start, floor).filter(|b| b.joined)?;
        let base = Span::new(start, start + text.get(start..hit.start)?.trim_end().len());
        let last = last(scan.text.at(base));
        let firm =
            matches!(last, "Care" | "Healthcare" | "Group" | "Homes" | "Ltd" | "Council" | "Trust" | "NHS");
        let owned = matches!(scan.text.at(the.span), "the" | "The")
            || !place && matches!(scan.text.at(the.span), "its" | "their" | "his" | "her");
        let words = scan.text.at(base).split(' ').count();
        if !owned || firm || !place && (words < 2 || ROADS.contains(&last)) {
            return None;
        }
        let of_area = unit.then(|| scan.text.at(base).to_owned());
        Some(if place {
            NameMention { base, restored: of_area, ..NameMention::bare(Span::new(start, hit.end), kind) }
        } else {
            NameMention::bare(base, kind)
        })
    };
    scan.providers().iter().filter_map(one).collect()
}

/// True for a plural after "one of its".
fn is_one_of(scan: &Scan<'_>, noun: usize) -> bool {
    let text = scan.text.as_str();
    let floor = scan.text.sentences.get(scan.text.sentence_at(noun)).map_or(0, |s| s.start);
    let head = text.get(floor..noun).unwrap_or_default().trim_end();
    let mut words = head.rsplit(' ').skip(1);
    words.next() == Some("of") && matches!(words.next(), Some("one" | "One" | "another" | "Another"))
}

fn apposition(scan: &Scan<'_>, knowledge: &Knowledge, noun: Span) -> Option<Span> {
    let text = scan.text.as_str();
    let sentence = scan.text.sentences.get(scan.text.sentence_at(noun.start))?;
    let (comma, town) = past_where(text.get(noun.end..sentence.end)?)?;
    let comma = comma + noun.end;
    if !is_determined(scan, noun, sentence.start) && !is_one_of(scan, noun.start) {
        return None;
    }
    let (mut start, mut end, mut words) = (None, comma + 1, 0);
    while let Some(word) = beside::after(text, end, sentence.end).filter(|b| b.joined) {
        let w = scan.text.at(word.span);
        // "Tigh na Creag"
        if start.is_some() && matches!(w, "na" | "nan" | "nam" | "y" | "yr" | "ar" | "the" | "of" | "on") {
            end = word.span.end;
            continue;
        }
        let known = scan.within(word.span).iter().any(|h| match h.sense {
            // "her school, Brook House": what ends so may be anything's name.
            Sense::Provider { form: HeadForm::Tail, service } => !knowledge.is_weak_name(service, w),
            Sense::Provider { form: HeadForm::Lead | HeadForm::Whole, .. }
            | Sense::Time(_)
            | Sense::BodyNoun(_) => true,
            _ => false,
        });
        if !beside::is_capital(w) || known || is_body(scan, word.span) || is_person_title(w) {
            break;
        }
        if !(start.is_none() && w == "The") {
            start.get_or_insert(word.span.start);
            words += 1;
        }
        end = word.span.end;
        if text[end..].starts_with([',', '.', ';']) {
            break;
        }
    }
    let span = Span::new(start.filter(|_| (1..=5).contains(&words))?, end);
    let closed = text[end..].starts_with([',', '.', ';']) || text[end..].starts_with(" in ");
    let next = beside::after(text, end, sentence.end).map(|b| scan.text.at(b.span)).unwrap_or_default();
    let person = may_be_person(scan.text.at(span))
        && (class_of(next) == Class::Say || next == "who" || next.starts_with(|c: char| c.is_ascii_digit()));
    // "the firm's home in Ely, Cambridgeshire, was …" tells the county.
    let name = scan.text.at(span);
    // "at her home in Mill Lane, Nether Hay, was": the town behind a street.
    let street = last(text.get(noun.end..comma).unwrap_or_default());
    let where_ =
        || name.split(' ').count() < 2 || knowledge.sounds_like_a_place(name) || STREETS.contains(&street);
    let told = !town
        || text[end..].starts_with(',') && !where_() && matches!(class_of(next), Class::Be | Class::Have);
    (closed && told && !person && class_of(next) != Class::Say && !opens_sentence(name)).then_some(span)
}

/// Where the comma after a noun stands, past "in the area" ("its other home in the area, Tigh na Creag"), and whether a
/// town is told before it: "the firm's home in Ely, Bryn Teg, was …".
fn past_where(rest: &str) -> Option<(usize, bool)> {
    let near = rest.as_bytes().get(..rest.len().min(41))?;
    let comma = near.windows(2).position(|pair| pair == b", ")?;
    let mut words = rest[..comma].split_whitespace();
    let within = matches!(words.next(), None | Some("in" | "on" | "at" | "near"));
    let small = words.clone().all(|w| w.chars().all(|c| c.is_lowercase() || c == '-'));
    // "in the Deepdale area of Stow"
    let part = |w: &str| {
        beside::is_capital(w)
            || matches!(
                w,
                "the" | "area" | "district" | "suburb" | "village" | "town" | "of" | "end" | "part"
            )
    };
    let first = words.clone().find(|w| *w != "the");
    let town = first.is_some_and(beside::is_capital) && words.all(part);
    (within && (small || town)).then_some((comma, !small))
}

/// "its sister home", "a second unit"; not "In the pub, Bob …" and not "the owner of the home, Ann Hay, …".
fn is_determined(scan: &Scan<'_>, noun: Span, floor: usize) -> bool {
    let text = scan.text.as_str();
    let mut at = noun.start;
    for _ in 0..5 {
        let Some(word) = beside::before(text, at, floor).filter(|b| b.joined) else { return false };
        let lower = Small::lower(scan.text.at(word.span));
        at = word.span.start;
        if !matches!(class_of(&lower), Class::Det | Class::Possessive)
            && lower.as_str() != "another"
            && !lower.ends_with("'s")
            && !lower.ends_with("’s")
        {
            continue;
        }
        let before = beside::before(text, at, floor).filter(|b| b.joined).map(|b| scan.text.at(b.span));
        let fronted = before.is_some_and(|w| {
            class_of(w) == Class::Prep && (beside::is_capital(w) || matches!(w, "of" | "by" | "from" | "for"))
        });
        return !fronted;
    }
    false
}
