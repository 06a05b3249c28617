//! What speaks against a name: a street, a country, a person, a place on the map, a word that only opens its
//! sentence. Knows no verb and no kind.

use super::run::{Run, The};
use crate::find::number::{cardinal, may_be_cardinal};
use crate::find::person::first_name;
use crate::find::person::lists::heads_office;
use crate::find::person::run::may_be_person;
use crate::find::provider::fore::COMPASS;
use crate::find::provider::{STREETS, is_person_title};
use crate::find::words::{Class, class, is_month, is_weekday, opens_sentence};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::word::last;
use crate::text::{Span, beside, edge};

/// What a home may once have been.
const BUILDINGS: &[&str] = &[
    "farmhouse", "house", "mansion", "villa", "bungalow", "building", "hotel", "vicarage", "rectory",
    "property", "cottage", "barn", "church", "chapel", "mill", "lodge", "facility", "unit", "site", "home",
    "service",
];

/// What ends the names of stretches of land.
const LAND: &[&str] = &[
    "Valley", "Vale", "Bay", "Dales", "Coast", "Forest", "Wolds", "Downs", "Heath", "Regis", "Spa", "Towns",
    "Marches", "Borders", "Fells", "Peninsula", "Peak", "Weald", "Moors", "Levels", "Fens", "Hills",
];

/// How many places of a name are looked at for what speaks against it.
const PLACES: usize = 20;

/// True for words that are known for something else.
pub(super) fn is_something_else(scan: &Scan<'_>, knowledge: &Knowledge, name: Span) -> bool {
    let words = scan.text.at(name);
    let floor = scan.text.sentences.get(scan.text.sentence_at(name.start)).map_or(0, |s| s.start);
    let numbered = beside::before(scan.text.as_str(), name.start, floor.min(name.start)).is_some_and(|b| {
        // "In 2007 Marle was rated": no number of a street.
        let year = b.span.len() == 4;
        b.joined && !year && scan.text.at(b.span).starts_with(|c: char| c.is_ascii_digit())
    });
    let road = STREETS.contains(&last(words));
    // "Elm Road was rated good" is a home, unless the article has something in Elm Road.
    let street = road
        && (!words.contains(' ') || places(scan, name).any(|s| is_where(&scan.text.as_str()[..s.start])));
    // "that November"
    let time = is_month(words) || is_weekday(words);
    let initials = words.len() <= 5 && words.bytes().filter(u8::is_ascii_uppercase).count() >= 2;
    let wide = matches!(
        words,
        "London" | "England" | "Britain" | "Scotland" | "Wales" | "Northern Ireland" | "Ireland" | "UK"
    );
    let generic = |h: &Hit| {
        let same = |o: &Hit| {
            o.start == h.start && matches!(o.sense, Sense::Provider { form: HeadForm::Generic, .. })
        };
        scan.within(name).iter().any(same)
    };
    let other = scan.within(name).iter().any(|h| match h.sense {
        // "Peverel Bay": what ends so may be anything's name.
        Sense::Provider { form: HeadForm::Tail, service } => {
            // Alone it heads nothing: "The Priory"; nor before more of a name: "Pizza Corner".
            let alone = h.start == name.start && name.start > floor && !generic(h);
            let before = h.start == name.start && h.end < name.end && knowledge.bare_names(service);
            !alone && !before && !knowledge.is_weak_name(service, words)
        }
        // "The Priory" by itself leads nothing.
        Sense::Provider { form: HeadForm::Lead, .. } => h.end < name.end,
        Sense::Provider { form: HeadForm::Whole, .. }
        | Sense::BodyNoun(_)
        | Sense::Body { .. }
        | Sense::NotA(_) => true,
        // "Governance G3": an area and its grade.
        Sense::Label(_) if h.end == name.end && words.ends_with(|c: char| c.is_ascii_digit()) => true,
        Sense::Label(_) | Sense::Aspect(_) | Sense::Measure(_) | Sense::Service(_) => {
            h.start == name.start && h.end >= name.end
        }
        _ => false,
    });
    initials || wide || other || numbered || street || time
}

/// "in", "on", "along", "of 14": what stands before a street.
fn is_where(before: &str) -> bool {
    let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == ',');
    matches!(word, "in" | "In" | "on" | "On" | "at" | "along" | "off" | "from" | "near" | "outside" | "down")
        || !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
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
pub(super) fn is_name(scan: &Scan<'_>, run: &Run) -> bool {
    let text = scan.text.as_str();
    let common = is_common(scan, scan.text.at(run.span));
    let located = [", in ", ", on ", ", at ", ", near "].iter().any(|p| text[run.span.end..].starts_with(p));
    let inside = |s: Span| {
        let opens =
            scan.text.sentences.get(scan.text.sentence_at(s.start)).is_none_or(|x| x.start == s.start);
        !opens && !text[..s.start].ends_with(['"', '“', '‘'])
    };
    !common && (located || places(scan, run.span).any(inside))
}

/// True for a single word that ends as towns do, where it stands nowhere in small letters.
pub(super) fn sounds_like_a_place(scan: &Scan<'_>, knowledge: &Knowledge, name: Span) -> bool {
    let words = scan.text.at(name);
    knowledge.sounds_like_a_place(words) && !is_common(scan, words)
}

/// True for two words of which the last is nothing on a map.
pub(super) fn may_be_people(scan: &Scan<'_>, knowledge: &Knowledge, name: &Run) -> bool {
    let words = scan.text.at(name.span);
    let last = last(words);
    let first = words.split(' ').next().unwrap_or_default();
    may_be_person(words)
        && !COMPASS.contains(&first)
        && !LAND.contains(&last)
        && !knowledge.sounds_like_a_place(last)
}

/// True for words that stand in small letters too.
pub(super) fn is_common(scan: &Scan<'_>, words: &str) -> bool {
    let text = scan.text.as_str();
    let small = words.to_lowercase();
    memchr::memmem::find_iter(text.as_bytes(), small.as_bytes())
        .take(PLACES)
        .any(|at| edge::stands_alone(text, at, at + small.len()))
}

/// True for a name that the article uses as a place: "in Wexcombe", "a Wexcombe care home".
pub(super) fn is_place(scan: &Scan<'_>, run: &Run) -> bool {
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
pub(super) fn is_building(aside: &str) -> bool {
    let words = aside.split([',', '.', ';']).next().unwrap_or_default().split_whitespace();
    // "a carer at the home" is none.
    words.take_while(|w| class(w) != Class::Prep).take(6).any(|w| BUILDINGS.contains(&w))
}

/// How far a name has to be a person's before it is none of a provider.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// A sentence judges it: homes and firms speak too, so words like "said" behind a name tell only with a first name.
    Judged,
    /// Nothing speaks for a provider but where the name stands.
    Any,
}

/// True for a name that the article uses as a person's.
pub(super) fn is_person(scan: &Scan<'_>, run: &Run, doubt: Doubt) -> bool {
    let text = scan.text.as_str();
    let name = scan.text.at(run.span);
    let full = may_be_person(name);
    let known = first_name::is_one(name.split(' ').next().unwrap_or_default());
    let may_speak = full && (known || doubt == Doubt::Any);
    run.the == The::No
        && places(scan, run.span).any(|s| {
            let floor = scan.text.sentences.get(scan.text.sentence_at(s.start)).map_or(0, |x| x.start);
            let left = beside::before(text, s.start, floor.min(s.start)).filter(|b| b.joined);
            // "Selling Ashgrove would": what opens a sentence is no first name but one that is known.
            let opens = left.is_some_and(|b| b.span.start == floor);
            let left = left.map(|b| scan.text.at(b.span));
            let rest = &text[s.end..];
            let word =
                beside::after(text, s.end, text.len()).map(|b| scan.text.at(b.span)).unwrap_or_default();
            let told = matches!(class(word), Class::Be | Class::Have);
            // "has told Kidz Zone to stop": said to somebody, and by nobody.
            let addressed = left == Some("told") && rest.starts_with(" to ") && !known;
            let said = left.is_some_and(|w| class(w) == Class::Say) && !told && !addressed;
            let surname = || {
                run.words == 1
                    && left.is_some_and(|w| {
                        beside::is_capital(w)
                            && !opens_sentence(w)
                            && (!opens || first_name::is_one(w))
                            && may_be_person(&format!("{w} {name}"))
                    })
            };
            let aged = rest.starts_with(", ") && word.bytes().all(|b| b.is_ascii_digit());
            left.is_some_and(is_person_title)
                || word == "who" && rest.starts_with(", ")
                || full && (word == "who" || aged || has_sex(rest) || has_office(rest, known))
                || may_speak && (class(word) == Class::Say || said)
                || full && (holds_office(scan, s, floor) || lives(scan, s))
                || surname()
        })
}

/// " for her kindness", " and his staff": what somebody has.
pub(super) fn has_sex(rest: &str) -> bool {
    let mut words = rest.strip_prefix(' ').unwrap_or_default().split(' ');
    let joint = matches!(words.next(), Some("for" | "and" | "with" | "in" | "over" | "at"));
    joint && matches!(words.next(), Some("her" | "his"))
}

/// ", director of Marle Care,", ", the school's head": an office behind a name; behind a first name whatever else people
/// are. "Ash Lodge, whose manager": another's.
fn has_office(rest: &str, known: bool) -> bool {
    const NEAR: usize = 6;
    let Some(aside) = rest.strip_prefix(", ").and_then(|r| r.split([',', '.', ';', '\n']).next()) else {
        return false;
    };
    let another = |w: &str| {
        let of_places = matches!(
            w,
            "which"
                | "whose"
                | "where"
                | "in"
                | "on"
                | "at"
                | "near"
                | "run"
                | "owned"
                | "managed"
                | "based"
                | "part"
                | "the"
                | "both"
                | "each"
                | "round"
                | "opposite"
                | "close"
                | "behind"
                | "above"
                | "next"
                | "meanwhile"
                | "supporting"
                | "serving"
                | "providing"
                | "offering"
                | "housing"
                | "catering"
        );
        let classes =
            [Class::Be, Class::Have, Class::Filler, Class::Now, Class::Rate, Class::Give, Class::All];
        of_places || may_be_cardinal(w) && cardinal(w).is_some() || classes.contains(&class(w))
    };
    let mut words = aside.split(' ').take(NEAR);
    let opens = words.clone().next().is_some_and(|w| w.starts_with(char::is_lowercase) && !another(w));
    opens && (known && !is_building(aside) || words.any(heads_office))
}

/// "Head Ann Hay has", "The principal, Ann Hay, has": an office before a name that only people have.
fn holds_office(scan: &Scan<'_>, name: Span, floor: usize) -> bool {
    const OFFICES: &[&str] = &[
        "head", "headteacher", "head-teacher", "teacher", "headmaster", "headmistress", "principal",
        "manager", "owner", "boss", "leader", "chief", "chairman", "chair", "chairwoman", "governors",
        "director", "executive", "minister", "secretary", "matron", "founder", "governor", "proprietor",
    ];
    let first = scan.text.at(name).split(' ').next().unwrap_or_default();
    let office = beside::before(scan.text.as_str(), name.start, floor.min(name.start));
    let office = office.map(|b| Small::lower(scan.text.at(b.span)));
    first_name::is_one(first) && office.is_some_and(|w| OFFICES.contains(&w.as_str()))
}

/// "Ann Hay has quit": a first name, and what no place does.
fn lives(scan: &Scan<'_>, name: Span) -> bool {
    const DEEDS: &[&str] = &[
        "left", "quit", "resigned", "retired", "stepped", "joined", "worked", "taught", "spoken", "vowed",
        "defended", "apologised", "thanked", "praised", "urged", "admitted", "welcomed", "hailed",
        "insisted", "pledged", "described", "told", "written", "stood", "accused", "criticised", "blamed",
        "spent", "led",
    ];
    let text = scan.text.as_str();
    let first = scan.text.at(name).split(' ').next().unwrap_or_default();
    let have = beside::after(text, name.end, text.len()).filter(|b| b.joined);
    let have = have.filter(|b| matches!(scan.text.at(b.span), "has" | "had" | "have"));
    let deed = have.and_then(|b| beside::after(text, b.span.end, text.len())).map(|b| scan.text.at(b.span));
    first_name::is_one(first) && deed.is_some_and(|w| DEEDS.contains(&w))
}

/// "Two childminders were inspected. One of them, Ann Hay, who was graded good, …": somebody who is a provider.
pub(super) fn is_minder(scan: &Scan<'_>, name: &Run) -> bool {
    let before = scan.text.as_str().get(..name.left).and_then(|b| b.strip_suffix(", "));
    let picked = before.and_then(|b| b.rsplit([' ', '\n']).next()).unwrap_or_default();
    matches!(
        picked,
        "them" | "these" | "those" | "One" | "one" | "other" | "another" | "Another" | "first" | "second"
    ) && scan
        .providers()
        .iter()
        .any(|h| scan.text.at(Span::new(h.start, h.end)).to_ascii_lowercase().starts_with("childminder"))
}

/// True for a word that may be the first name of a row: it opens the sentence, so its capital tells nothing.
pub(super) fn may_open_row(scan: &Scan<'_>, knowledge: &Knowledge, first: &Run) -> bool {
    let words = scan.text.at(first.span);
    !is_person(scan, first, Doubt::Any)
        && !first_name::is_one(words)
        && !is_common(scan, words)
        && !is_something_else(scan, knowledge, first.span)
}
