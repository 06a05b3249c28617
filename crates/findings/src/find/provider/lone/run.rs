//! Capitalised words in a row that may name a provider: "Amberley", "The Hay and Oakes". Knows no verb and no kind;
//! refuses bodies, times, titles and what only opens a sentence.

use crate::find::provider::{is_body, is_person_title};
use crate::find::words::{Class, class_of, opens_sentence};
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::word::next_capital;
use crate::text::{Span, beside};

/// Capitalised words in a row.
pub(super) struct Run {
    /// Without a leading "the".
    pub(super) span: Span,
    /// With it.
    pub(super) left: usize,
    pub(super) words: usize,
    /// True after "The", or after "the" for a name that begins so in the middle of a sentence.
    pub(super) the: bool,
    /// True after "neighbouring", "nearby", "fellow".
    pub(super) beside: bool,
}

/// The runs of capitalised words in a sentence, less what only opens it.
pub(super) fn runs(scan: &Scan<'_>, sentence: Span) -> Vec<Run> {
    let text = scan.text.as_str();
    let mut out: Vec<Run> = Vec::new();
    let (mut at, mut open, mut opening) = (sentence.start, None::<Run>, true);
    let (mut the, mut near, mut placed) = (None, false, false);
    loop {
        // No name begins before the next capital; what stands right before that may still be told of it.
        if open.is_none() && !opening {
            let Some(capital) = next_capital(text, at, sentence.end) else { break };
            if let Some(last) = beside::before(text, capital, at) {
                let word = scan.text.at(last.span);
                let second = beside::before(text, last.span.start, sentence.start);
                placed = second.is_some_and(|b| class_of(scan.text.at(b.span)) == Class::Prep);
                (the, near) = (None, is_near(word) && !placed);
                placed = class_of(word) == Class::Prep;
                at = last.span.end;
            }
        }
        let Some(word) = beside::after(text, at, sentence.end) else { break };
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
        let next = beside::after(text, word.span.end, sentence.end)
            .filter(|b| b.joined && beside::is_capital(scan.text.at(b.span)));
        let joins = open.as_ref().is_some_and(|run| match (w, next) {
            (_, None) => false,
            ("&", _) => true,
            // "Buttercups and Bows, in Dunmere, was": one, by its verb.
            ("and", Some(next)) => run.words == 1 && (run.the || is_one(text, next.span.end, sentence.end)),
            // "the Isle of Farrow"
            ("of", _) => run.words == 1 && matches!(scan.text.at(run.span), "Isle" | "Vale" | "Forest"),
            // "Tigh na Mara", "Heol y Parc"
            ("na" | "nan" | "nam" | "y" | "yr" | "ar" | "ap" | "le" | "la" | "de", _) => true,
            _ => false,
        });
        if name {
            // "St Anne's, in Mill Lane, was rated good": nobody's, but the name's own.
            let own = possessive && is_own(text, word.span.end, sentence.end);
            let end = if own { word.span.end } else { word.span.start + stem.len() };
            let span = Span::new(word.span.start, end);
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
            // "Dai's Plaice was rated poor"; "Marle's Ofsted report" names a place.
            let owner = || next.is_some_and(|n| !is_body(scan, n.span) && !is_place(scan, stem));
            if possessive && !(open.as_ref().is_some_and(|r| r.words == 1) && owner()) {
                out.extend(open.take());
            }
        } else if !joins {
            out.extend(open.take());
        }
        the = (w == "The").then_some(word.span.start);
        // "in nearby Ely" says where.
        near = is_near(w) && !placed;
        placed = class_of(w) == Class::Prep;
        opening &= opener && !name;
        at = word.span.end;
    }
    out.extend(open.take());
    out
}

fn is_time(scan: &Scan<'_>, word: Span) -> bool {
    scan.within(word).iter().any(|h| matches!(h.sense, Sense::Time(_)) && h.end <= word.end)
}

fn is_near(word: &str) -> bool {
    ["neighbouring", "nearby", "fellow"].iter().any(|n| n.eq_ignore_ascii_case(word))
}

/// True where nothing follows that a genitive could own: a stop, or the verb of the clause.
fn is_own(text: &str, at: usize, ceiling: usize) -> bool {
    let rest = text.get(at..ceiling).unwrap_or_default();
    let verb = || {
        let next = beside::after(text, at, ceiling).map(|b| class_of(&text[b.span.start..b.span.end]));
        matches!(
            next,
            Some(Class::Be | Class::Have | Class::Receive | Class::Stay | Class::Keep | Class::Rate)
        )
    };
    rest.is_empty() || rest.starts_with([',', '.', ';', ':']) || verb()
}

/// True where what follows a double name is told of one.
fn is_one(text: &str, at: usize, ceiling: usize) -> bool {
    let rest = text.get(at..ceiling).unwrap_or_default();
    let told = |words: &[&str]| {
        rest.split_whitespace()
            .take(14)
            .any(|w| words.contains(&w.trim_matches(|c: char| !c.is_alphabetic())))
    };
    let aside = [", in ", ", on ", ", at ", ", near ", " in ", " has ", " was ", " is "];
    aside.iter().any(|a| rest.starts_with(a))
        && !told(&["were", "are", "have", "both"])
        && told(&["was", "is", "has"])
}

/// True for what the article uses as a place: "in Marle".
fn is_place(scan: &Scan<'_>, words: &str) -> bool {
    let text = scan.text.as_str();
    memchr::memmem::find_iter(text.as_bytes(), words.as_bytes()).take(20).any(|at| {
        [" in", " near", "\nIn", "across", " from"].iter().any(|p| text[..at].trim_end().ends_with(p))
    })
}
