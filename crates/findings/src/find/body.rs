//! Names of inspecting bodies as they stand: full names, acronyms, weak names that need support, and common
//! nouns ("the watchdog") that `resolve::body` leads back. Knows nothing of what the body did.
//!
//! *What it leaves alone*: look-alikes, figures of speech ("an Ofsted for the arts"), a body's name inside
//! another name, a body out of its time.

use crate::fact::Day;
use crate::find::spelt;
use crate::find::words::{Class, class_of};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{Kind, NameForm, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside};

/// A place that may name a body.
#[derive(Clone, Debug)]
pub(crate) struct NameMention {
    pub(crate) span: Span,
    /// The bodies it may be, as indexes into the knowledge, the likeliest first.
    pub(crate) bodies: Vec<u16>,
    pub(crate) form: NameForm,
}

/// Every name of a body, in order; where two overlap the longer stands.
pub(crate) fn find(scan: &Scan<'_>, knowledge: &Knowledge, published: Option<Day>) -> Vec<NameMention> {
    let mut found: Vec<NameMention> = Vec::new();
    let mut hidden: Option<Span> = None;
    for hit in &scan.hits {
        let span = Span::new(hit.start, hit.end);
        let taken = found.last().is_some_and(|l| l.span.overlaps(span) && l.span != span);
        match hit.sense {
            Sense::NotA(Kind::Body) => hidden = hidden.filter(|h| h.end >= span.end).or(Some(span)),
            Sense::Body { form: NameForm::Grade, .. } if !grades(scan, span) => {}
            Sense::Body { body, form } if !taken && hidden.is_none_or(|h| !h.contains(span)) => {
                let alive = in_its_time(knowledge, body, form, published);
                match found.last_mut() {
                    Some(last) if last.span == span => {
                        if alive && !last.bodies.contains(&body) {
                            last.bodies.push(body);
                        }
                        if matches!(form, NameForm::Name | NameForm::Acronym) && last.form == NameForm::Weak {
                            last.form = form;
                            last.bodies.retain(|b| *b != body);
                            last.bodies.insert(0, body);
                        }
                    }
                    _ if figure_of_speech(scan, span) => {}
                    _ => found.push(NameMention {
                        span,
                        bodies: if alive { vec![body] } else { Vec::new() },
                        form,
                    }),
                }
            }
            _ => {}
        }
    }
    found.retain(|m| !m.bodies.is_empty());
    let others = spelt::elsewhere(scan, knowledge, &found);
    found.retain(|m| m.form != NameForm::Acronym || !others.contains(scan.text.at(m.span)));
    found
}

/// True for a round of grades, or where a noun of rating follows or stands before: "food hygiene rating", "a zero rating
/// for food hygiene".
fn grades(scan: &Scan<'_>, span: Span) -> bool {
    let before = |at: usize| beside::before(scan.text.as_str(), at, 0).filter(|b| b.joined);
    // "a zero for food hygiene", "a rating of five for food hygiene"
    let number = |w: &str| {
        matches!(
            w,
            "zero" | "nought" | "one" | "two" | "three" | "four" | "five" | "0" | "1" | "2" | "3" | "4" | "5"
        )
    };
    let rated = |b: beside::Beside| {
        let word = scan.text.at(b.span);
        class_of(word) == Class::Rating || number(word)
    };
    // "the comprehensive performance assessment", "CPA scores": the round of grades itself.
    let last = scan.text.at(span).rsplit_once(' ').map(|(_, last)| last);
    if last.is_some_and(|w| w == "check" || matches!(class_of(w), Class::Rating | Class::Visit)) {
        return true;
    }
    if before(span.start)
        .is_some_and(|b| scan.text.at(b.span) == "for" && before(b.span.start).is_some_and(rated))
    {
        return true;
    }
    let next = beside::after(scan.text.as_str(), span.end, scan.text.as_str().len()).filter(|b| b.joined);
    // "was given a zero by food hygiene inspectors", "scored three in its latest hygiene inspection"
    let visited = |w: &str| {
        class_of(w) == Class::Visit
            || matches!(w, "inspectors" | "inspector" | "officers" | "inspections" | "checks")
    };
    let given = || {
        let sentence = scan.text.sentences.get(scan.text.sentence_at(span.start));
        let mut last = "";
        sentence.is_some_and(|s| {
            scan.text.at(*s).split(' ').any(|w| {
                let word = w.trim_end_matches([',', '.', ';', ':']);
                let led = matches!(last, "a" | "of" | "full" | "maximum")
                    || matches!(class_of(last), Class::Rate | Class::Give | Class::Receive);
                last = word;
                led && number(word)
            })
        })
    };
    next.is_some_and(|b| {
        let word = scan.text.at(b.span);
        class_of(word) == Class::Rating || visited(word) && given()
    })
}

/// A body can be named some years after its end, in a look back, but not before its start; by its full name already
/// while it is being set up.
fn in_its_time(knowledge: &Knowledge, body: u16, form: NameForm, published: Option<Day>) -> bool {
    const AHEAD: i16 = 2;
    let Some(entry) = knowledge.bodies().get(usize::from(body)) else { return false };
    // Lay monitors write reports of their own; they inspect and rate nothing.
    if entry.kind == "lay-monitor" {
        return false;
    }
    published.is_none_or(|day| {
        entry.start.is_none_or(|start| {
            let first = start.first();
            first <= day || form == NameForm::Name && first.year() - day.year() < AHEAD
        })
    })
}

/// "an Ofsted for the arts", "a new Ofsted for landlords", "Ofsted-style"; not "rated good by Ofsted for the third time".
fn figure_of_speech(scan: &Scan<'_>, span: Span) -> bool {
    let text = scan.text.as_str();
    let rest = &text[span.end..];
    let likened = ["-style", "-like", "-type", "-esque", " style "].iter().any(|s| rest.starts_with(s));
    if likened || !rest.starts_with(" for ") {
        return likened;
    }
    let floor = scan.text.sentences.get(scan.text.sentence_at(span.start)).map_or(span.start, |s| s.start);
    let word = |at: usize| beside::before(text, at, floor).filter(|b| b.joined);
    let Some(first) = word(span.start) else { return false };
    let article = |w: &str| matches!(w, "an" | "a" | "An" | "A");
    let w = scan.text.at(first.span);
    // "a kind of Ofsted for", "a new Ofsted for"
    let kind = || {
        word(first.span.start).is_some_and(|b| match w {
            "of" => matches!(scan.text.at(b.span), "kind" | "sort" | "version" | "type"),
            _ => class_of(w) != Class::Prep && article(scan.text.at(b.span)),
        })
    };
    article(w) || kind()
}
