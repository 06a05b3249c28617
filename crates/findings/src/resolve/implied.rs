//! The body of an article that names none ("inspectors rated the home inadequate"): the one that inspects such
//! providers and has the labels that the article gives. Knows no frame; refuses where no label stands beside a word of
//! rating, and where no body has them all.

use crate::fact::{BodyHow, BodyId, Day};
use crate::find::words::{Class, class_of};
use crate::knowledge::lexicon::Sense;
use crate::knowledge::{Ask, Knowledge};
use crate::resolve::body::{Mention, in_office};
use crate::resolve::provider::Registry;
use crate::scan::Scan;
use crate::text::{Span, beside, edge};

/// So many words before a label may say that it is a grade.
const NEAR: usize = 8;

/// What says that the label after it is a grade.
const RATES: [Class; 5] = [Class::Rate, Class::Rating, Class::Rise, Class::Fall, Class::Move];

/// The same of stars.
const GIVES: [Class; 4] = [Class::Give, Class::Receive, Class::Keep, Class::Lose];

/// The body, where one kind of provider and the labels leave but one, or one that inspects such oftener than others.
pub(super) fn by_labels(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    providers: &Registry,
    published: Option<Day>,
) -> Option<u16> {
    let grades = grades(scan, knowledge, providers);
    let mut kinds: Vec<u16> = grades.iter().map(|g| g.1).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let has = |body: u16, kind: u16| {
        let ask = Ask {
            body: knowledge.body_id(body),
            kind: knowledge.service_id(kind),
            published,
            ..Ask::default()
        };
        grades.iter().all(|&(form, of)| of != kind || !knowledge.levels_of(form, &ask).is_empty())
    };
    let mut found = kinds.iter().filter_map(|&kind| {
        let service = knowledge.services().get(usize::from(kind))?;
        let ix = |id: &BodyId| knowledge.bodies().iter().position(|b| b.id == *id);
        let bodies = service.bodies.iter().filter_map(ix).filter_map(|ix| u16::try_from(ix).ok());
        // Many inspect a council, each of its services another: but one alone grades by letters.
        let letters = || {
            let own = |form: u16| knowledge.forms.get(usize::from(form)).is_some_and(|f| is_letter(&f.text));
            grades.iter().all(|&(form, of)| of != kind || own(form))
        };
        let mut fit = bodies.filter(|&b| in_office(knowledge, b, published) && has(b, kind));
        fit.next().filter(|_| !service.bare_place || letters())
    });
    let body = found.next()?;
    found.all(|other| other == body).then_some(body)
}

/// The labels that a word of rating stands before ("rated good", "a rating of good") in a sentence that names a
/// provider, with the kind of that provider.
fn grades(scan: &Scan<'_>, knowledge: &Knowledge, providers: &Registry) -> Vec<(u16, u16)> {
    let text = scan.text.as_str();
    let mut grades: Vec<(u16, u16)> = Vec::new();
    for hit in scan.labels() {
        let Sense::Label(form) = hit.sense else { continue };
        if knowledge.forms.get(usize::from(form)).is_none_or(|f| f.weak()) {
            continue;
        }
        let Some(sentence) = scan.text.sentences.get(scan.text.sentence_at(hit.start)) else { continue };
        let of = providers.within(*sentence).first().and_then(|m| providers.entities.get(m.provider));
        let Some(of) = of else { continue };
        let mut at = hit.start;
        // "rated ‘good’"
        if let Some(lead) = text.get(sentence.start..at) {
            at = sentence.start + lead.trim_end_matches(['\'', '"', '‘', '“']).len();
        }
        // "was given a C3": a letter and a number are nobody else's.
        let letter = text.get(hit.start..hit.end).is_some_and(is_letter);
        let star = text.get(hit.start..hit.end).is_some_and(|label| label.contains("star"));
        let rated = letter
            || (0..NEAR).any(|_| {
                let Some(word) = beside::before(text, at, sentence.start) else { return false };
                at = word.span.start;
                let w = scan.text.at(word.span);
                // "judge Alec Hay": no verb.
                let verb = RATES.contains(&class_of(w)) || star && GIVES.contains(&class_of(w));
                verb && !w.starts_with("judge") || w == "judged"
            });
        grades.extend(rated.then_some((form, of.kind)));
    }
    grades
}

/// "G1", "c3": a letter and a number.
fn is_letter(label: &str) -> bool {
    matches!(label.as_bytes(), [a, b'0'..=b'9', ..] if a.is_ascii_alphabetic())
}

/// "after an inspection in May", "was rated inadequate": what stands for a body that has no noun either.
/// Where a body is named that no longer was there, or not yet, only a visit stands for another.
pub(super) fn visit(scan: &Scan<'_>, providers: &Registry, body: u16) -> Option<Mention> {
    const VISITS: [&str; 4] = ["inspection", "inspected", "visit", "visited"];
    const RATES: [&str; 6] = ["rating", "ratings", "rated", "graded", "judged", "stars"];
    let text = scan.text.as_str();
    let named = scan.hits.iter().any(|h| matches!(h.sense, Sense::Body { .. } | Sense::BodyNoun(_)));
    let rates = if named || !leads(scan, providers) { [].iter() } else { RATES.iter() };
    let mut places = VISITS.iter().chain(rates).filter_map(|word| {
        let all = memchr::memmem::find_iter(text.as_bytes(), word.as_bytes());
        let mut spans = all.map(|at| Span::new(at, at + word.len()));
        let span = spans.find(|s| edge::stands_alone(text, s.start, s.end))?;
        Some(Mention { span, body, how: BodyHow::Generic, implied: true })
    });
    places.next()
}

/// "Tey School was rated good": true where a name opens a sentence with a grade, and "The play at Tey School" not.
fn leads(scan: &Scan<'_>, providers: &Registry) -> bool {
    const THE: usize = 4;
    scan.text.sentences.iter().any(|&s| {
        let first = providers.within(s).first();
        first.is_some_and(|m| m.span.start <= s.start + THE)
            && scan.within(s).iter().any(|h| matches!(h.sense, Sense::Label(_)))
    })
}
