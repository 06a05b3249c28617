//! How a sentence takes a name: as what is judged, told of or visited. Knows no kind and no other sentence.

use super::active;
use super::known_by::{By, known_by, may_be_of};
use super::owned::{owned_rating, service_after, service_before, told_of_rating};
use super::run::{Run, is_time};
use super::told::Told;
use super::verb::{Verb, verb_after, verb_after_row, where_follows};
use crate::find::number::{cardinal, may_be_cardinal};
use crate::find::person::run::may_be_person;
use crate::find::provider::STREETS;
use crate::find::words::{Class, class, class_of, opens_sentence};
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::{Span, beside};

/// Within so many bytes of a name somebody is told to speak.
const NEXT: usize = 30;

/// What picks one out of several before its name.
const PICKED: &[&str] = &[
    "one", "other", "another", "them", "these", "those", "worst", "best", "latest", "first", "second",
    "third", "fourth", "last", "latter", "former", "neighbour", "exception",
];

/// What is done to a provider, by who inspects it.
const ENFORCED: &[&str] = &[
    "suspended", "suspending", "shut", "closed", "closing", "served", "serving", "issued", "fined",
    "prosecuted", "prosecuting",
];

/// How a sentence takes a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// With a label after it.
    Judged,
    /// As what a label is given to; others may follow.
    Given,
    /// With a measure or a body after it.
    Told,
    /// As whose services are judged.
    Serves,
    /// As where those are of whom it tells.
    Peopled,
    /// As what was inspected.
    Visited,
}

pub(super) fn slot(scan: &Scan<'_>, run: &Run, sentence: Span, told: &Told) -> Option<Slot> {
    let text = scan.text.as_str();
    let before = beside::before(text, run.left, sentence.start);
    // "18 High Street, Ely was …": where something else is.
    if before.is_some_and(|b| !b.joined && STREETS.contains(&scan.text.at(b.span))) {
        return None;
    }
    let word = |b: beside::Beside| Small::lower(scan.text.at(b.span));
    let last = before.map(word).unwrap_or_else(|| Small::of(""));
    let joined = before.is_some_and(|b| b.joined);
    let label = told.label.is_some_and(|(_, last)| last > run.span.end);
    let graded = told.label.is_some_and(|(first, _)| first < run.left);
    let first = || before.is_some_and(|b| beside::before(text, b.span.start, sentence.start).is_none());
    let open = || {
        before.is_none()
        || !joined
        || run.beside
        || matches!(class(&last), Class::Conj | Class::Opens | Class::Say)
        || matches!(last.as_str(), "only" | "even" | "just")
        || matches!(last.as_str(), "after" | "before" | "since" | "until")
        // "Sandholt's Golden Wok was …"
        || label && run.words > 1 && (last.ends_with("'s") || last.ends_with("’s"))
        || opens_on_time(scan, sentence.start, run.left)
        || (opens_sentence(&last) || before.is_some_and(|b| is_noun(scan, b.span))) && first()
    };
    // "At the other end of the table Tressary held on to …": nothing but the name can be the subject.
    let free =
        || !matches!(class(&last), Class::Prep | Class::Det | Class::Possessive | Class::Be | Class::Have);
    // "Only one, Stanlow, remains …"
    let counted = run.parts.len() > 1 && !run.pair;
    let picked = !joined && (counted || PICKED.contains(&last.as_str())) && text[..run.left].ends_with(", ");
    // "Marle's children's services have been rated good": the council's.
    let service = if label && told.serves() { service_after(scan, sentence, run) } else { None };
    let serves = service.is_some_and(|(_, end)| {
        let verb = beside::after(text, end, sentence.end).filter(|b| b.joined);
        let told =
            [Class::Be, Class::Have, Class::Receive, Class::Keep, Class::Rise, Class::Fall, Class::Stay];
        verb.is_some_and(|b| told.contains(&class_of(scan.text.at(b.span))))
    });
    if serves && open() {
        return Some(Slot::Serves);
    }
    // "Arden Living's G1/V2 grades", "Cedar Vale's overall rating fell from good to poor"
    let rest = &text[run.span.end..sentence.end];
    let grade = rest.strip_prefix("'s ").or_else(|| rest.strip_prefix("’s "));
    let owns = || grade.is_some_and(is_letter) || owned_rating(scan, run.span.end, sentence.end);
    if label && owns() && open() {
        return Some(Slot::Judged);
    }
    // "The worst performer was Harle, rated inadequate", "The best were Harle and Stow, both excellent"
    if label && class(&last) == Class::Be && rest.starts_with(", ") && is_pick(scan, before, sentence) {
        return Some(Slot::Judged);
    }
    let fits = match verb_after(scan, run.span.end, sentence.end, picked) {
        // "Brook House in Marle, which was rated good"
        Some(Verb::Relative) => {
            !(joined
                && matches!(last.as_str(), "in" | "near" | "outside")
                && follows_name(scan, before, sentence))
        }
        Some(Verb::Own(Class::Be | Class::Have)) => open(),
        Some(Verb::Own(_)) => open() || free() && !may_be_person(scan.text.at(run.span)),
        None => before.is_none() && label && verb_after_row(scan, run.span.end, sentence.end).is_some(),
    };
    if fits {
        return if label {
            Some(Slot::Judged)
        } else {
            let reported = || active::is_reported(scan, run, sentence, last.as_str()).then_some(Slot::Told);
            told.other(scan, sentence).filter(|&at| at > run.span.end).map(|_| Slot::Told).or_else(reported)
        };
    }
    let following = beside::after(text, run.span.end, sentence.end);
    let next = following.filter(|b| b.joined);
    let told_of = |next: Option<beside::Beside>| {
        next.is_some_and(|b| matches!(class_of(scan.text.at(b.span)), Class::Be | Class::Have))
    };
    // "Ely was rated good and Marle weak"
    let marked = || {
        following.filter(|b| text[run.span.end..b.span.start].trim_start().starts_with(['‘', '“', '\'', '"']))
    };
    // "and Stow from weak to fair"
    let past_as = || {
        next.filter(|b| matches!(scan.text.at(b.span), "as" | "from" | "a" | "an"))
            .and_then(|b| beside::after(text, b.span.end, sentence.end))
    };
    // "and Laurel Bank in Ely inadequate"
    let placed = || {
        next.filter(|b| matches!(scan.text.at(b.span), "in" | "at")).and_then(|b| {
            let town = beside::after(text, b.span.end, sentence.end)
                .filter(|t| t.joined && beside::is_capital(scan.text.at(t.span)))?;
            beside::after(text, town.span.end, sentence.end).filter(|b| b.joined)
        })
    };
    let labelled = || {
        placed().or_else(past_as).or(next).or_else(marked).is_some_and(|b| {
            // Past a mark of quotation, or "as".
            let begins = |h: &Hit| h.start <= b.span.start + 3 && matches!(h.sense, Sense::Label(_));
            scan.within(b.span).iter().any(begins) || told.numbers.contains(&b.span.start)
        })
    };
    // "Only one of the 14 was outstanding: Priory Gardens"
    let one =
        || text[sentence.start..run.left].split_ascii_whitespace().any(|w| w.eq_ignore_ascii_case("one"));
    if graded && text[..run.left].ends_with(": ") && one() {
        return Some(Slot::Given);
    }
    // "and the second, The Elms, inadequate"
    let apart = || {
        let comma = text[run.span.end..sentence.end].starts_with(", ");
        comma
            && scan
                .from(run.span.end + 2)
                .iter()
                .take_while(|h| h.start <= run.span.end + 3)
                .any(|h| matches!(h.sense, Sense::Label(_)))
    };
    if graded && picked && apart() {
        return Some(Slot::Judged);
    }
    if graded && (class(&last) == Class::Conj || text[..run.left].ends_with(", ")) && labelled() {
        return Some(Slot::Judged);
    }
    if !joined {
        return None;
    }
    // "Children's services in Marle have been rated good": the council's.
    if last.as_str() == "in" && label && told_of(next) && service_before(scan, sentence, run).is_some() {
        return Some(Slot::Judged);
    }
    // "with Marle judged to be fair", "and Stow given a two"
    let participle =
        || next.is_some_and(|b| matches!(class_of(scan.text.at(b.span)), Class::Rate | Class::Give));
    if label && matches!(last.as_str(), "with" | "and" | "but" | "while") && participle() {
        return Some(Slot::Judged);
    }
    // Most names follow a word that says nothing of them.
    if !may_lead(&last) {
        return None;
    }
    let second = beside::before(text, before?.span.start, sentence.start).filter(|b| b.joined).map(word);
    let second = second.unwrap_or_else(|| Small::of(""));
    let passive = class(&second) == Class::Be;
    let rest = &text[run.span.end..sentence.end];
    // "Residents were left in bed at Hollin Lodge, inspectors found"
    if last.as_str() == "at" && rest.starts_with(", ") && run.words > 1 {
        let near = Span::new(run.span.end, (run.span.end + NEXT).min(sentence.end));
        let speaks = |h: &Hit| {
            let told = text[run.span.end..h.start].split_whitespace().count() <= 2;
            told && matches!(h.sense, Sense::Body { .. } | Sense::BodyNoun(_))
        };
        if scan.within(near).iter().any(speaks) {
            return Some(Slot::Visited);
        }
    }
    // "the second unit to be judged inadequate, after Marle in May"
    let counted = || {
        let words = text[sentence.start..run.left].split_whitespace();
        let ordinal = |w: &str| matches!(w, "second" | "third" | "fourth" | "fifth" | "latest" | "other");
        let mut before = words.map(|w| w.trim_end_matches(','));
        before.any(ordinal)
    };
    if last.as_str() == "after"
        && graded
        && [" in ", ",", ".", " and "].iter().any(|p| rest.starts_with(p))
        && counted()
    {
        return Some(Slot::Judged);
    }
    // "… was rated good, and so was Pinewood", "as was Pinewood"
    let ends = || rest.is_empty() || rest.starts_with(['.', ',', ';']);
    if graded && class(&last) == Class::Be && matches!(second.as_str(), "so" | "as") && ends() {
        return Some(Slot::Given);
    }
    if !passive && let Some(slot) = active::slot(scan, run, sentence, last.as_str(), label, labelled) {
        return Some(slot);
    }
    // "Ofsted suspended Tiny Steps in March", "officers shut Golden Wok"
    if ENFORCED.contains(&last.as_str()) && !passive && run.words > 1 {
        return told.other(scan, sentence).filter(|&at| at < run.left).map(|_| Slot::Visited);
    }
    match class(&last) {
        // "a five was handed to the Old Ship", "a three for Golden Wok"
        Class::Prep
            if last.as_str() == "to"
                && graded
                && (matches!(class(&second), Class::Give | Class::Rating)
                    || matches!(second.as_str(), "went" | "star" | "stars")
                    // "and two to the Gilded Pear"
                    || matches!(second.as_str(), "zero" | "one" | "two" | "three" | "four" | "five")) =>
        {
            Some(Slot::Given)
        }
        // "better news at Sunbeams, in Ely, where care was rated good"
        Class::Prep if last.as_str() == "at" && label && where_follows(rest) => Some(Slot::Judged),
        // "served a notice on Ravenscroft Hall"
        Class::Prep
            if matches!(last.as_str(), "on" | "against")
                && matches!(second.as_str(), "notice" | "notices" | "order" | "action") =>
        {
            Some(Slot::Visited)
        }
        // "… was rated good, along with Pinewood and St Clare's"
        Class::Prep if last.as_str() == "with" && graded && second.as_str() == "along" => Some(Slot::Given),
        // "Ofsted's verdict on Fairmile: inadequate"
        Class::Prep if last.as_str() == "on" && matches!(class(&second), Class::Visit | Class::Rating) => {
            Some(if label { Slot::Judged } else { Slot::Visited })
        }
        // "downgraded Marle to C3"
        Class::Fall | Class::Rise
            if label
                && !passive
                && moves_it(&last)
                && [" to ", " from "].iter().any(|p| rest.starts_with(p)) =>
        {
            Some(Slot::Given)
        }
        // "The overall rating for Amberley Beck remains good"
        Class::Prep
            if matches!(last.as_str(), "for" | "of")
                && label
                && class(&second) == Class::Rating
                && told_of_rating(next, scan) =>
        {
            Some(Slot::Judged)
        }
        Class::Rate | Class::Give if label && !passive => Some(Slot::Given),
        // "inspected two nurseries, rating Acorns good and Busy Bees poor"
        Class::Rating if label && labelled() && matches!(last.as_str(), "rating" | "grading" | "ranking") => {
            Some(Slot::Given)
        }
        Class::Visit if matches!(last.as_str(), "visited" | "inspected") && !passive => Some(Slot::Visited),
        Class::Prep if matches!(last.as_str(), "of" | "to" | "at") && class(&second) == Class::Visit => {
            Some(Slot::Visited)
        }
        // "At Marle the overall grade is unchanged", "For Marle the news is worse"
        Class::Prep if second.is_empty() && opens_on_grade(rest) => Some(Slot::Serves),
        Class::Prep if last.as_str() == "at" && second.is_empty() => Some(Slot::Visited),
        _ => match known_by(scan, run, sentence.start)? {
            // "Staff at Brookside celebrated after the home was …"
            By::At if label && names_noun(scan, run, sentence) => Some(Slot::Judged),
            // "Carers at Brookside, in Ely, were rude, inspectors said"
            By::At => told.other(scan, sentence).filter(|&at| at > run.span.end).map(|_| Slot::Peopled),
            By::Of => Some(Slot::Visited),
            By::Elsewhere => None,
        },
    }
}

/// "Last year", "In 2007", "Two years ago": when, and nothing more, before a name.
fn opens_on_time(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    const TIMES: &[&str] = &[
        "last", "this", "year", "years", "month", "months", "week", "weeks", "ago", "earlier", "later",
        "previous", "before", "previously", "then", "now", "meanwhile", "yesterday", "today", "time",
        "spring", "summer", "autumn", "winter", "early", "late", "recently",
    ];
    const LED: &[&str] = &["in", "on", "a", "the", "at", "that", "of", "by", "since"];
    if end <= start || end - start > 40 {
        return false;
    }
    let (mut at, mut told) = (start, false);
    while let Some(word) = beside::after(scan.text.as_str(), at, end) {
        let written = scan.text.at(word.span);
        let small = Small::lower(written);
        let w = small.as_str();
        let figures = w.bytes().all(|b| b.is_ascii_digit());
        let time = TIMES.contains(&w) || figures || is_time(scan, word.span);
        told |= time;
        if !(time || LED.contains(&w) || may_be_cardinal(w) && cardinal(w).is_some()) {
            return false;
        }
        at = word.span.end;
    }
    told
}

/// "downgraded Marle", "has upgraded Marle": what inspectors do to a grade.
fn moves_it(verb: &str) -> bool {
    verb.ends_with("graded") || verb.ends_with("grades") || verb.ends_with("grading")
}

/// " the overall grade is", ", the news is": what the sentence tells of the place that it opens with.
fn opens_on_grade(rest: &str) -> bool {
    let told = |w: &str| class_of(w) == Class::Rating || matches!(w, "news" | "picture" | "story");
    let rest = rest.strip_prefix(',').unwrap_or(rest).strip_prefix(" the ");
    rest.is_some_and(|rest| rest.split(' ').take(3).any(told))
}

/// True for a word that may say by itself how the sentence takes the name behind it: a first look.
fn may_lead(last: &str) -> bool {
    matches!(last, "after" | "at")
        || active::may_be_one(last)
        || ENFORCED.contains(&last)
        || matches!(
            class(last),
            Class::Prep
                | Class::Be
                | Class::Fall
                | Class::Rise
                | Class::Rate
                | Class::Give
                | Class::Rating
                | Class::Visit
        )
        || may_be_of(last)
}

/// "G1", "V2/C1": a grade that is a letter and a number.
pub(super) fn is_letter(words: &str) -> bool {
    matches!(words.as_bytes(), [b'C' | b'G' | b'V', b'1'..=b'4', rest @ ..] if !rest.first().is_some_and(u8::is_ascii_alphanumeric))
}

/// "The worst performer was", "The only exception was": what picks one out of several is the subject.
fn is_pick(scan: &Scan<'_>, be: Option<beside::Beside>, sentence: Span) -> bool {
    const NOUNS: &[&str] = &[
        "performer", "performers", "exceptions", "lowest", "highest", "others", "ones", "climbers",
        "climber", "risers", "riser", "fallers", "faller", "improvers", "improver", "losers", "loser",
        "winners", "winner", "movers", "mover",
    ];
    let noun = be.and_then(|b| beside::before(scan.text.as_str(), b.span.start, sentence.start));
    // "Among those to fall was Marle, down from three stars"
    let among = scan.text.at(sentence).starts_with("Among ");
    among
        || noun
            .map(|b| Small::lower(scan.text.at(b.span)))
            .is_some_and(|w| PICKED.contains(&w.as_str()) || NOUNS.contains(&w.as_str()))
}

/// True for a preposition right after a capitalised word.
fn follows_name(scan: &Scan<'_>, word: Option<beside::Beside>, sentence: Span) -> bool {
    let first = word.and_then(|b| beside::before(scan.text.as_str(), b.span.start, sentence.start));
    first.is_some_and(|b| b.joined && beside::is_capital(scan.text.at(b.span)))
}

/// "Childminder Ann Hay": a common noun of providers.
pub(super) fn is_noun(scan: &Scan<'_>, word: Span) -> bool {
    scan.within(word).iter().any(|h| {
        let whole = h.start == word.start && h.end == word.end;
        whole && matches!(h.sense, Sense::Provider { form: HeadForm::Generic, .. })
    })
}

/// True where a common noun follows that may mean the name: "the home".
fn names_noun(scan: &Scan<'_>, run: &Run, sentence: Span) -> bool {
    let text = scan.text.as_str();
    scan.within(Span::new(run.span.end, sentence.end)).iter().any(|h| {
        let noun = matches!(h.sense, Sense::Provider { form: HeadForm::Generic, .. });
        noun && text[run.span.end..h.start].rsplit(' ').take(3).any(|w| w == "the")
    })
}
