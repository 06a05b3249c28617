//! Names without a head noun, where a sentence judges or visits them: "Amberley, in Queen's Road, was rated poor",
//! "inspectors rated The Larches good", "an inspection of Golden Wok". Knows no head noun; refuses people, places,
//! and single words that nothing introduces.
//!
//! *What it finds*: capitalised words before a verb of judgement, after one, or after "inspection of", in a sentence
//! with a label, a measure or a body; of the kind that a common noun near by says ("a care home", "The landlord").
//! *Where it is fooled*: a firm that is judged by somebody in a sentence beside a care home.

use super::{NameMention, is_body, is_person_title};
use crate::find::person::run::may_be_person;
use crate::find::words::{Class, class, class_of, opens_sentence};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::{Span, beside, edge, overlaps_any};
use std::cell::OnceCell;
use std::collections::HashMap;

/// How many sentences a common noun may stand before the name it introduces.
const REACH: usize = 4;

/// How many places of a name are looked at for what speaks against it.
const PLACES: usize = 20;

/// Names that are judged or visited and that no head noun shows.
pub(super) fn judged(scan: &Scan<'_>, knowledge: &Knowledge, known: &[NameMention]) -> Vec<NameMention> {
    let nouns = Nouns::of(scan, knowledge, known);
    let mut taken: Vec<Span> = known.iter().map(|n| n.span).collect();
    taken.sort();
    // By their words, when the first candidate asks.
    let bases: OnceCell<Vec<Vec<String>>> = OnceCell::new();
    let of_known = || known.iter().map(|n| beside::distinctive(scan.text.at(n.span))).collect();
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
            let near = nouns.near(at, run.span);
            let Some(kind) = near.or_else(|| nouns.commonest()) else { continue };
            let place = nouns.is_bare_place(kind);
            let strong = run.words >= 2 || run.the;
            let likely = match slot {
                Slot::Judged => strong || near.is_some() || run.beside || place,
                Slot::Told => near.is_some(),
                Slot::Visited => near.is_some() && strong,
            };
            let likely = likely && (strong || run.beside || is_name(scan, &run));
            if likely && !is_person(scan, &run) && (place || !is_place(scan, &run)) {
                found.push(NameMention::bare(run.span, kind));
            }
        }
    }
    found
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
        let label = last(|h| matches!(h.sense, Sense::Label(_)));
        let other = last(|h| matches!(h.sense, Sense::Measure(_) | Sense::Body { .. } | Sense::BodyNoun(_)));
        (label.is_some() || other.is_some()).then_some(Told { label, other })
    }
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
    let before = beside::before(text, run.left, sentence.start);
    let word = |b: beside::Beside| scan.text.at(b.span).to_lowercase();
    let last = before.map(word).unwrap_or_default();
    let joined = before.is_some_and(|b| b.joined);
    let label = told.label.is_some_and(|at| at > run.span.end);
    let open = before.is_none()
        || !joined
        || run.beside
        || matches!(class(&last), Class::Conj | Class::Opens | Class::Say)
        || opens_sentence(&last) && beside::before(text, before?.span.start, sentence.start).is_none();
    if open && before_verb(text, run.span.end, sentence.end) {
        return if label {
            Some(Slot::Judged)
        } else {
            told.other.filter(|&at| at > run.span.end).map(|_| Slot::Told)
        };
    }
    if !joined {
        return None;
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
        Class::Prep if last == "at" && second.is_empty() => Some(Slot::Visited),
        _ => None,
    }
}

/// Capitalised words in a row.
struct Run {
    /// Without a leading "the".
    span: Span,
    /// With it.
    left: usize,
    words: usize,
    /// True after "The", or after "the" for a name that begins so in the middle of a sentence.
    the: bool,
    /// True after "neighbouring", "nearby", "fellow".
    beside: bool,
}

/// The runs of capitalised words in a sentence, less what only opens it.
fn runs(scan: &Scan<'_>, sentence: Span) -> Vec<Run> {
    let text = scan.text.as_str();
    let mut out: Vec<Run> = Vec::new();
    let (mut at, mut open, mut opening) = (sentence.start, None::<Run>, true);
    let (mut the, mut near) = (None, false);
    while let Some(word) = beside::after(text, at, sentence.end) {
        let w = scan.text.at(word.span);
        let (stem, possessive) = match w.strip_suffix("'s").or_else(|| w.strip_suffix("’s")) {
            Some(stem) => (stem, true),
            None => (w, false),
        };
        if !word.joined || text[..word.span.start].ends_with(['"', '“', '‘', '(']) {
            out.extend(open.take());
        }
        let opener = opening && opens_sentence(w);
        let small_word = || matches!(class_of(w), Class::Det | Class::Pronoun | Class::Conj | Class::Opens);
        let other =
            || is_body(scan, word.span) || is_time(scan, word.span) || is_person_title(&Small::lower(w));
        let name = beside::is_capital(w) && !opener && !small_word() && !other();
        let joins = open.as_ref().is_some_and(|r| r.the && r.words == 1)
            && matches!(w, "and" | "&")
            && beside::after(text, word.span.end, sentence.end)
                .is_some_and(|b| b.joined && beside::is_capital(scan.text.at(b.span)));
        if name {
            let span = Span::new(word.span.start, word.span.start + stem.len());
            match &mut open {
                Some(run) => {
                    run.span = run.span.cover(span);
                    run.words += 1;
                }
                None => {
                    let left = the.unwrap_or(span.start);
                    open = Some(Run { span, left, words: 1, the: the.is_some(), beside: near });
                }
            }
            if possessive {
                out.extend(open.take());
            }
        } else if !joins {
            out.extend(open.take());
        }
        the = (w == "The").then_some(word.span.start);
        near = ["neighbouring", "nearby", "fellow"].iter().any(|n| n.eq_ignore_ascii_case(w));
        opening = opener && !name;
        at = word.span.end;
    }
    out.extend(open.take());
    out
}

/// True when a verb that judges or its auxiliary follows, past insertions between commas.
fn before_verb(text: &str, at: usize, ceiling: usize) -> bool {
    let verb = |at: usize| {
        beside::after(text, at, ceiling).is_some_and(|b| {
            let word = text.get(b.span.start..b.span.end).unwrap_or("").to_lowercase();
            matches!(
                class(&word),
                Class::Be
                    | Class::Have
                    | Class::Receive
                    | Class::Keep
                    | Class::Lose
                    | Class::Fall
                    | Class::Rise
                    | Class::Move
                    | Class::Stay
            )
        })
    };
    let Some(rest) = text.get(at..ceiling) else { return false };
    if rest.starts_with(',') {
        // "Amberley, in Queen's Road, Sandholt, was …"
        return rest
            .match_indices(',')
            .skip(1)
            .take(3)
            .take_while(|(close, _)| *close < 110)
            .any(|(close, _)| verb(at + close + 1));
    }
    verb(at)
}

fn is_time(scan: &Scan<'_>, word: Span) -> bool {
    scan.within(word).iter().any(|h| matches!(h.sense, Sense::Time(_)) && h.end <= word.end)
}

/// True for words that are known for something else.
fn is_something_else(scan: &Scan<'_>, name: Span) -> bool {
    let words = scan.text.at(name);
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
    initials || wide || other
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
            let aged = text[s.end..].starts_with(", ") && word.bytes().all(|b| b.is_ascii_digit());
            let speaks = class(word) == Class::Say || word == "who" || aged;
            let surname = run.words == 1
                && left.is_some_and(|w| {
                    beside::is_capital(w)
                        && !opens_sentence(w)
                        && may_be_person(&format!("{w} {}", scan.text.at(run.span)))
                });
            titled || full && speaks || surname
        })
}

/// The common nouns of an article, and which kind each means.
struct Nouns<'k> {
    knowledge: &'k Knowledge,
    /// Sentence, place and kind of those that introduce ("a care home", "five pubs") or follow ("The landlord").
    told: Vec<(usize, usize, u16)>,
    commonest: Option<u16>,
}

impl<'k> Nouns<'k> {
    fn of(scan: &Scan<'_>, knowledge: &'k Knowledge, known: &[NameMention]) -> Self {
        let mut heard: HashMap<u16, usize> = HashMap::new();
        let mut nouns: Vec<(Span, bool, Vec<u16>)> = Vec::new();
        for hit in &scan.hits {
            let Sense::Provider { service, form: form @ (HeadForm::Generic | HeadForm::Plural) } = hit.sense
            else {
                continue;
            };
            if !knowledge.stands_alone(service) {
                continue;
            }
            let span = Span::new(hit.start, hit.end);
            match nouns.last_mut() {
                Some((last, _, kinds)) if *last == span => kinds.push(service),
                Some((last, ..)) if last.overlaps(span) => {}
                _ => nouns.push((span, form == HeadForm::Plural, vec![service])),
            }
        }
        for (_, _, kinds) in &nouns {
            for kind in kinds {
                *heard.entry(*kind).or_insert(0) += 60 / kinds.len().clamp(1, 60);
            }
        }
        let weight = |kind: &u16| (heard.get(kind).copied().unwrap_or(0), u16::MAX - kind);
        let mut names: Vec<Span> = known.iter().map(|n| n.span).collect();
        names.sort();
        let vague = |span: Span, plural: bool, kind: u16| {
            let noun = scan.text.at(span);
            knowledge.is_vague_plural(kind, noun)
                || !plural && knowledge.is_vague_plural(kind, &format!("{noun}s"))
        };
        let told = nouns
            .iter()
            .filter(|(span, plural, kinds)| {
                !overlaps_any(&names, *span)
                    && !kinds.iter().all(|&k| vague(*span, *plural, k))
                    && introduces(scan, *span, *plural)
            })
            .filter_map(|(span, _, kinds)| {
                let kind = kinds.iter().copied().max_by_key(weight)?;
                Some((scan.text.sentence_at(span.start), span.start, kind))
            })
            .collect();
        let commonest = heard.keys().copied().max_by_key(weight);
        Nouns { knowledge, told, commonest }
    }

    /// The kind that a noun near by says: in the same sentence or opening the next, else shortly before.
    fn near(&self, sentence: usize, name: Span) -> Option<u16> {
        let after = |t: &&(usize, usize, u16)| t.1 > name.end && t.0 <= sentence + 1;
        let before = |t: &&(usize, usize, u16)| t.1 < name.start && t.0 + REACH >= sentence;
        let told = self.told.iter().find(after).filter(|t| t.1 < name.end + 400);
        self.told.iter().rfind(before).or(told).map(|t| t.2)
    }

    fn commonest(&self) -> Option<u16> {
        self.commonest
    }

    fn is_bare_place(&self, kind: u16) -> bool {
        self.knowledge.services().get(usize::from(kind)).is_some_and(|s| s.bare_place)
    }
}

/// "a popular pub", "five restaurants", "The landlord" at the head of a sentence, and any noun of a title or lead.
fn introduces(scan: &Scan<'_>, noun: Span, plural: bool) -> bool {
    let text = scan.text.as_str();
    let sentence = scan.text.sentence_at(noun.start);
    let Some(floor) = scan.text.sentences.get(sentence).map(|s| s.start) else { return false };
    if plural || sentence == 0 {
        return true;
    }
    let mut at = noun.start;
    for _ in 0..4 {
        let Some(word) = beside::before(text, at, floor).filter(|b| b.joined) else { return false };
        match scan.text.at(word.span).to_lowercase().as_str() {
            "a" | "an" | "another" | "one" | "second" | "third" | "sister" | "neighbouring" => return true,
            "the" => return word.span.start == floor,
            _ => at = word.span.start,
        }
    }
    false
}
