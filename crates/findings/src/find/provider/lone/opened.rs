//! Names that open a sentence after a lead about a nameless home: "A Marle care home may grow. Plas Hafod, on the edge
//! of Tre-wen, will …". Knows no judgement; refuses people, and articles that name one of the kind otherwise.

use super::known_by::{By, is_visited, known_by, people_next};
use super::refuse::{
    Doubt, has_sex, is_building, is_name, is_person, is_place, is_something_else, sounds_like_a_place,
};
use super::run::{Run, The, runs};
use super::verb::{Verb, verb_after};
use crate::find::person::first_name;
use crate::find::person::run::may_be_person;
use crate::find::provider::introduced::inspected;
use crate::find::provider::{NameMention, is_person_title};
use crate::find::rank;
use crate::find::words::{Class, class_of};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::{Scan, Sorts};
use crate::text::table::{Set, size};
use crate::text::word::last;
use crate::text::{Span, beside, edge};

/// How many sentences may stand before the name.
const LEAD: usize = 12;

/// In so many bytes "The county council" has begun.
const NOUN: usize = 14;

/// After a comma these say where a home is.
const WHERE: &[&str] = &[
    "in ", "on ", "at ", "on the edge of ", "on the outskirts of ", "near ", "outside ", "off ", "close to ",
    "overlooking ",
];

/// What others do too.
const IS: &[&str] = &["is", "was", "has", "had"];

/// What homes do.
const DOES: &[&str] =
    &["cares", "looks", "provides", "offers", "houses", "caters", "accommodates", "supports", "opened"];
static SERVES: Set<{ size(DOES.len()) }> = Set::new(DOES);

/// The name that such a lead tells of, where there is one and no other name is of its kind: it opens a sentence, or
/// those who belong to it are told of. `usual` is the kind of which nothing else can be judged here.
pub(super) fn after_lead(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    named: &[u16],
    usual: Option<u16>,
    numbers: &[(Span, u16)],
) -> Option<NameMention> {
    let inspected = inspected(scan, knowledge);
    let (mut introduced, mut told) = (None, usual.filter(|kind| !named.contains(kind)));
    for &sentence in scan.text.sentences.iter().take(LEAD) {
        told = told.or_else(|| judged_noun(scan, knowledge, sentence, named, &inspected, numbers));
        let here = if introduced.or(told).is_some() { runs(scan, knowledge, sentence) } else { Vec::new() };
        if let Some(kind) = introduced
            && let Some(run) = here.first().filter(|r| r.left == sentence.start)
            && is_home(scan, knowledge, run, sentence)
        {
            return Some(NameMention::bare(run.span, kind));
        }
        let of_people = |run: &&Run| {
            let by = known_by(scan, run, sentence.start);
            let people = run.words > 1 && people_next(scan, run, sentence.end);
            // "There were cheers at Orchard Vale when the care home was rated good"
            let beside = || {
                let before =
                    beside::before(scan.text.as_str(), run.left, sentence.start).filter(|b| b.joined);
                run.words > 1
                    && before.is_some_and(|b| scan.text.at(b.span) == "at")
                    && judged_noun(scan, knowledge, sentence, named, &inspected, numbers).is_some()
            };
            (by.is_some() || people || is_visited(scan, run, sentence) || beside())
                && (by != Some(By::Elsewhere) || run.words > 1 || run.the != The::No)
                && !(may_be_person(scan.text.at(run.span)) && has_sex(&scan.text.as_str()[run.span.end..]))
                && may_be_house(scan, knowledge, run)
                && is_no_town(scan, knowledge, run)
        };
        if let Some(kind) = introduced.or(told)
            && let Some(run) = here.iter().find(of_people)
        {
            return Some(NameMention::bare(run.span, kind));
        }
        introduced = introduced.or_else(|| nameless(scan, knowledge, sentence, named));
    }
    None
}

/// "The Larches", "Orchard Vale", "Millbrook": more than where something is.
fn is_no_town(scan: &Scan<'_>, knowledge: &Knowledge, run: &Run) -> bool {
    let alone = run.words > 1 || run.the == The::Capital;
    let town = || sounds_like_a_place(scan, knowledge, run.span);
    (alone || !town() && is_name(scan, run)) && !is_place(scan, run)
}

/// "A GP surgery has been rated inadequate", "after the nursery was judged good": the kind of a noun beside a label, of
/// those that the bodies of the article inspect and nobody is named of.
pub(super) fn judged_noun(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    sentence: Span,
    named: &[u16],
    inspected: &[u16],
    numbers: &[(Span, u16)],
) -> Option<u16> {
    let sorts = scan.sorts(scan.text.sentence_at(sentence.start));
    if !sorts.hold(Sorts::NOUN) {
        return None;
    }
    let hits = scan.within(sentence);
    let graded =
        |h: &Hit| matches!(h.sense, Sense::Label(_) | Sense::Measure(_)) || rank::read(scan, h).is_some();
    let number = || {
        let from = numbers.partition_point(|(n, _)| n.start < sentence.start);
        numbers.get(from).is_some_and(|(n, _)| n.start < sentence.end)
    };
    if !hits.iter().any(graded) && !number() {
        return None;
    }
    // "One of Marle's oldest pubs has a food hygiene rating of one"
    let one = scan.text.at(sentence).starts_with("One of ");
    let form = |form: HeadForm| form == HeadForm::Generic || one && form == HeadForm::Plural;
    let noun = |h: &Hit| match h.sense {
        Sense::Provider { service, form: of } if form(of) && inspected.contains(&service) => {
            let of_a_place = knowledge.one_of_a_place(service) || !knowledge.stands_alone(service);
            let vague = knowledge.is_vague_noun(service, scan.text.at(Span::new(h.start, h.end)));
            (!of_a_place && !vague).then_some(service)
        }
        _ => None,
    };
    let first = hits.iter().find(|h| noun(h).is_some())?;
    let mut kinds = hits.iter().filter(|h| h.start == first.start && h.end == first.end).filter_map(noun);
    let kind = kinds.next()?;
    (kinds.next().is_none() && !named.contains(&kind)).then_some(kind)
}

/// Names that open a sentence on what the place is for: "Plas Afon, in Llanfadog, provides care for up to 41 people".
/// `kind` says what kind is told of there.
pub(super) fn cared_for(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    kind: impl Fn(usize, Span) -> Option<u16>,
) -> Vec<NameMention> {
    let mut found = Vec::new();
    let mut digits = scan.digits.iter().map(|d| d.start).peekable();
    for (at, &sentence) in scan.text.sentences.iter().enumerate() {
        while digits.next_if(|d| *d < sentence.start).is_some() {}
        let counts = digits.peek().is_some_and(|d| *d < sentence.end);
        if !counts || !beside::is_capital(scan.text.at(sentence)) || !serves_people(scan, sentence) {
            continue;
        }
        let run = runs(scan, knowledge, sentence).into_iter().next().filter(|r| r.left == sentence.start);
        let Some(run) = run else { continue };
        let kind = kind(at, run.span).filter(|&k| knowledge.bare_names(k));
        let rest = scan.text.as_str().get(run.span.end..sentence.end).unwrap_or_default();
        // Past ", in Mill Lane, Stow,".
        let aside = WHERE.iter().any(|w| rest.strip_prefix(", ").is_some_and(|r| r.starts_with(w)));
        let verb = if aside { rest.get(2..).and_then(past_address).unwrap_or_default() } else { rest };
        let does = DOES.iter().any(|d| verb.trim_start().split(' ').next() == Some(d));
        if does && may_be_home(scan, knowledge, &run) {
            found.extend(kind.map(|kind| NameMention::bare(run.span, kind)));
        }
    }
    found
}

/// What follows the comma that closes an address.
fn past_address(aside: &str) -> Option<&str> {
    let near = aside.get(..aside.len().min(60)).or_else(|| aside.get(..aside.char_indices().nth(50)?.0))?;
    let close = near
        .match_indices(", ")
        .map(|(at, _)| at)
        .find(|at| near[at + 2..].starts_with(char::is_lowercase))?;
    aside.get(close + 2..)
}

/// "cares for up to 20 people", "has 34 beds": a number of those whom a place is for.
fn serves_people(scan: &Scan<'_>, sentence: Span) -> bool {
    const WHOM: [&str; 12] = [
        "people", "residents", "children", "patients", "adults", "pupils", "youngsters", "pensioners",
        "women", "men", "beds", "places",
    ];
    let words = || scan.text.at(sentence);
    let serves = scan.like(sentence, SERVES.pairs()).any(|w| SERVES.has_in_any_case(w));
    serves && WHOM.iter().any(|w| words().contains(w))
}

/// "Marle has joined the best. The county council was …", "A county council has been rated weak. Marleshire was marked
/// down …": the town whose council goes on, or went before.
pub(super) fn town_before_council(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    named: &[u16],
) -> Option<NameMention> {
    let sentences = scan.text.sentences.get(..LEAD.min(scan.text.sentences.len()))?;
    let council = |from: Span| {
        scan.within(from).iter().find_map(|h| match h.sense {
            Sense::Provider { service, form: HeadForm::Generic } => {
                let bare = knowledge.services().get(usize::from(service)).is_some_and(|s| s.bare_place);
                (bare && !named.contains(&service)).then_some(service)
            }
            _ => None,
        })
    };
    let town = |sentence: Span, sure: bool| {
        let first = runs(scan, knowledge, sentence).into_iter().next();
        let run = first.filter(|r| r.left == sentence.start && r.parts.is_empty() && r.words <= 2)?;
        let rest = scan.text.as_str().get(run.span.end..sentence.end)?;
        let verbs: &[&str] = if sure { &[" told ", " said ", " must ", " had "] } else { &[] };
        let subject =
            [" has ", " is ", " was ", " have ", " are "].iter().chain(verbs).any(|v| rest.starts_with(v));
        let town = sounds_like_a_place(scan, knowledge, run.span) || !sure && is_name(scan, &run);
        let fits = subject && town && !is_something_else(scan, knowledge, run.span);
        (fits && !is_person(scan, &run, Doubt::Any)).then_some(run.span)
    };
    let before = sentences.windows(2).find_map(|pair| {
        let [before, next] = pair else { return None };
        let opens = scan.text.at(*next).starts_with("The ");
        let noun = Span::new(next.start, (next.start + NOUN).min(next.end));
        let kind = if opens { council(noun) } else { None }?;
        Some(NameMention::bare(town(*before, false)?, kind))
    });
    before.or_else(|| {
        let graded = |h: &Hit| matches!(h.sense, Sense::Label(_) | Sense::Measure(_));
        let lead = sentences.first().filter(|s| scan.within(**s).iter().any(graded))?;
        let words = scan.text.at(*lead);
        let kind = council(*lead).filter(|_| words.starts_with("A ") || words.starts_with("An "))?;
        sentences.iter().skip(1).find_map(|s| Some(NameMention::bare(town(*s, true)?, kind)))
    })
}

/// "a care home": the kind of a noun with its small article, where nobody of the kind is named.
fn nameless(scan: &Scan<'_>, knowledge: &Knowledge, sentence: Span, named: &[u16]) -> Option<u16> {
    let text = scan.text.as_str();
    let of = |h: &Hit| match h.sense {
        Sense::Provider { service, form: HeadForm::Generic } => Some(service),
        _ => None,
    };
    scan.within(sentence).iter().find_map(|h| {
        let kind = of(h).filter(|&kind| knowledge.bare_names(kind))?;
        let rivals = scan.within(Span::new(h.start, h.start + 1)).iter().filter(|o| o.end >= h.end);
        let alone = rivals.filter_map(of).all(|other| other == kind);
        let mut at = h.start;
        let article = (0..4).any(|_| {
            let Some(word) = beside::before(text, at, sentence.start).filter(|b| b.joined) else {
                return false;
            };
            at = word.span.start;
            matches!(scan.text.at(word.span), "a" | "an" | "A" | "An")
        });
        (alone && article && !named.contains(&kind)).then_some(kind)
    })
}

/// True for a name that goes on as a home's does: with where it is, with what it was built as, or with "which cares".
fn is_home(scan: &Scan<'_>, knowledge: &Knowledge, run: &Run, sentence: Span) -> bool {
    let text = scan.text.as_str();
    let Some(rest) = text.get(run.span.end..sentence.end) else { return false };
    let Some(aside) = rest.strip_prefix(", ") else {
        return is_there(scan, run, rest, sentence) && may_be_home(scan, knowledge, run);
    };
    let placed = WHERE.iter().any(|w| {
        aside
            .strip_prefix(w)
            .is_some_and(|r| r.strip_prefix("the ").unwrap_or(r).starts_with(char::is_uppercase))
    });
    let built = ["a ", "an "].iter().any(|a| aside.starts_with(a)) && is_building(aside);
    let does = aside
        .strip_prefix("which ")
        .is_some_and(|r| IS.iter().chain(DOES).any(|d| r.split(' ').next() == Some(d)));
    (placed || built || does) && may_be_home(scan, knowledge, run)
}

/// "Little Stars in Stow was shut": where a name of several words is, and its verb.
fn is_there(scan: &Scan<'_>, run: &Run, rest: &str, sentence: Span) -> bool {
    let words = scan.text.at(run.span);
    let placed = [" in ", " on ", " at "].iter().any(|p| {
        let place = rest.strip_prefix(p).map(|r| r.strip_prefix("the ").unwrap_or(r));
        place.is_some_and(|r| r.starts_with(char::is_uppercase))
    });
    let verb = || {
        matches!(
            verb_after(scan, run.span.end, sentence.end, false),
            Some(Verb::Own(Class::Be | Class::Have))
        )
    };
    let named = !first_name::is_one(words.split(' ').next().unwrap_or(words));
    run.words > 1 && named && placed && verb()
}

/// True for a run that may be what a home is called.
pub(super) fn may_be_home(scan: &Scan<'_>, knowledge: &Knowledge, run: &Run) -> bool {
    may_be_house(scan, knowledge, run) && !is_person(scan, run, Doubt::Any)
}

/// The same where nobody can be meant.
fn may_be_house(scan: &Scan<'_>, knowledge: &Knowledge, run: &Run) -> bool {
    run.words <= 4
        && (run.parts.is_empty() || run.pair)
        && run.span.len() >= 4
        && !is_something_else(scan, knowledge, run.span)
        && !is_called_by_title(scan, run.span)
}

/// "Mrs Hay": somebody of that last name.
fn is_called_by_title(scan: &Scan<'_>, name: Span) -> bool {
    let text = scan.text.as_str();
    let words = scan.text.at(name);
    let Some(last) = may_be_person(words).then(|| last(words)) else { return false };
    memchr::memmem::find_iter(text.as_bytes(), last.as_bytes()).take(20).any(|at| {
        let titled =
            beside::before(text, at, 0).is_some_and(|b| b.joined && is_person_title(scan.text.at(b.span)));
        let speaks = beside::after(text, at + last.len(), text.len())
            .is_some_and(|b| b.joined && class_of(scan.text.at(b.span)) == Class::Say);
        edge::stands_alone(text, at, at + last.len()) && (titled || speaks)
    })
}
