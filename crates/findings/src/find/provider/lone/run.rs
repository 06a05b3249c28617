//! Capitalised words in a row that may name a provider: "Amberley", "Tigh na Coille", "Hay & Co", "Ely, Marle and
//! Stow were" (three names) and "Buttons and Bows was" (one). Knows no verb of judgement and no kind; refuses bodies,
//! times, titles and what only opens a sentence.

use super::slot::is_letter;
use crate::find::person::first_name;
use crate::find::provider::fore::{
    all_saints, goes_on_with_of, is_described, is_told_as_place, may_open_name, opens_name,
};
use crate::find::provider::{is_body, is_person_title};
use crate::find::words::{Class, class_of, opens_sentence};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::word::{last, next_capital};
use crate::text::{Span, beside, edge};

/// Capitalised words in a row.
pub(super) struct Run {
    /// Without a leading "the".
    pub(super) span: Span,
    /// With it.
    pub(super) left: usize,
    pub(super) words: usize,
    pub(super) the: The,
    /// True after "neighbouring", "nearby", "fellow", "neighbours".
    pub(super) beside: bool,
    /// The names in it, where they are or may be several.
    pub(super) parts: Vec<Span>,
    /// True for two names that may be one: "Ely and Marle got two stars".
    pub(super) pair: bool,
}

impl Run {
    /// Its names: two that may be one are one where they would be places.
    pub(super) fn names(&self, scan: &Scan<'_>, place: bool) -> Vec<Run> {
        let whole = self.parts.is_empty() || self.pair && place;
        let spans = if whole { std::slice::from_ref(&self.span) } else { &self.parts };
        let words = |span: Span| scan.text.at(span).split(' ').count();
        spans.iter().map(|&span| Run { span, words: words(span), parts: Vec::new(), ..*self }).collect()
    }
}

/// The article before a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum The {
    No,
    /// "The Larches": of a sentence's first word no one can tell.
    Capital,
    /// "the Isle of Marle", "the Bengal Rose".
    Small,
}

/// Small words inside Gaelic, Welsh and French names.
const PARTICLES: &[&str] = &["na", "nan", "nam", "an", "y", "yr", "ar", "ap", "de", "la", "le", "du", "upon"];

/// Before these verbs several names are several.
const OF_MANY: &[&str] = &["are", "were", "have", "both", "all", "each", "remain"];

/// Before these, names joined by "and" are one.
const OF_ONE: &[&str] = &["is", "was", "has", "remains"];

/// The runs of capitalised words in a sentence, less what only opens it.
pub(super) fn runs(scan: &Scan<'_>, knowledge: &Knowledge, sentence: Span) -> Vec<Run> {
    let text = scan.text.as_str();
    let mut out: Vec<Run> = Vec::new();
    let (mut at, mut open, mut opening) = (sentence.start, None::<Run>, true);
    // The article that may stand before the next name, whether it is told as near, and the word before.
    let (mut the, mut near, mut last) = (None, false, "");
    let is_prep = |word: &str| class_of(word) == Class::Prep;
    loop {
        // No name begins before the next capital; what stands right before that may still be told of it.
        if open.is_none() && !opening {
            let Some(capital) = next_capital(text, at, sentence.end) else { break };
            if let Some(before) = beside::before(text, capital, at) {
                let word = scan.text.at(before.span);
                let second = || beside::before(text, before.span.start, sentence.start);
                the = (word == "the").then_some((before.span.start, The::Small));
                near = is_near(word) && !second().is_some_and(|b| is_prep(scan.text.at(b.span)));
                last = word;
                at = before.span.end;
            }
        }
        let Some(word) = beside::after(text, at, sentence.end) else { break };
        let w = scan.text.at(word.span);
        let capital = beside::is_capital(w);
        let (stem, possessive) = if capital { owner(w) } else { (w, false) };
        if open.is_some() && (!word.joined || text[..word.span.start].ends_with(['"', '“', '‘', '('])) {
            shut(&mut open, &mut out);
        }
        let next = || beside::after(text, word.span.end, sentence.end).filter(|b| b.joined);
        let before_capital =
            || next().is_some_and(|b| beside::is_capital(scan.text.at(b.span)) && !is_body(scan, b.span));
        // "Ivor's Plaice": a name may hold a genitive of its own.
        let town = || knowledge.sounds_like_a_place(stem) || is_told_as_place(scan, stem);
        let own = || open.is_none() && !stem.is_empty() && before_capital() && !town();
        let possessive = possessive && !own();
        // "Childminder Ann Hay"
        let opener = opening
            && !all_saints(text, word.span)
            && (opens_sentence(w) || before_capital() && super::slot::is_noun(scan, word.span))
            && !begins_name(knowledge, text, word.span, sentence.end);
        let small_word = || matches!(class_of(w), Class::Det | Class::Pronoun | Class::Conj | Class::Opens);
        let other = || is_body(scan, word.span) || is_time(scan, word.span) || is_person_title(w);
        let name = capital && !opener && !is_described(w) && !small_word() && !other() && !is_letter(w);
        if name {
            // "St Anne's, in Mill Lane, was rated good": nobody's, but the name's own.
            let own = !possessive || is_own(text, word.span.end, sentence.end);
            let span = Span::new(word.span.start, word.span.end - if own { 0 } else { w.len() - stem.len() });
            match &mut open {
                Some(run) => {
                    run.span = run.span.cover(span);
                    run.words += 1;
                }
                None => {
                    let (left, article) = the.unwrap_or((span.start, The::No));
                    let parts = Vec::new();
                    open = Some(Run { span, left, words: 1, the: article, beside: near, parts, pair: false });
                }
            }
            if possessive {
                shut(&mut open, &mut out);
            }
        } else if let Some(run) = &open {
            // "The Willows, The Poplars and Sunnymead": one more of a list.
            let listed = || w == "and" && out.last().is_some_and(|last| is_listed(text, last, run));
            // "The Larches and Fern Bank were": two, and not one as "The Rose and Crown was".
            let many =
                || w == "and" && run.the == The::Capital && many_next(text, word.span.end, sentence.end);
            let ends = !joins(scan, run, w) || listed() || many() || !before_capital();
            if ends {
                shut(&mut open, &mut out);
            }
        }
        the = match w {
            "The" => Some((word.span.start, The::Capital)),
            "the" => Some((word.span.start, The::Small)),
            _ => None,
        };
        // "in nearby Ely" says where.
        near = is_near(w) && !is_prep(last);
        last = w;
        opening &= opener && !name;
        // Past a mark that closes a quotation, which is no word.
        at = past_marks(text, word.span.end);
    }
    shut(&mut open, &mut out);
    joined(scan, out, sentence)
}

/// Ends the run that is being read.
fn shut(open: &mut Option<Run>, out: &mut Vec<Run>) {
    if let Some(run) = open.take() {
        out.push(run);
    }
}

/// The word without the s of a genitive, and whether it had one.
fn owner(word: &str) -> (&str, bool) {
    let marked = word.ends_with(['s', 'S']);
    let stem = ["'s", "’s", "'S", "’S"].iter().filter(|_| marked).find_map(|mark| word.strip_suffix(mark));
    stem.map_or((word, false), |stem| (stem, true))
}

/// Where the marks end that stand at a place.
fn past_marks(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at) {
        Some(b'\'' | b'.' | 0x80..) => text.len() - text[at..].trim_start_matches(['’', '\'', '.']).len(),
        _ => at,
    }
}

/// True for a run right after another and a comma, where that one does not only say where: "In Ely, The Rose and Crown".
fn is_listed(text: &str, last: &Run, run: &Run) -> bool {
    let before = text[..last.left].trim_end();
    text.get(last.span.end..run.left) == Some(", ")
        && ![" in", "In", " at", "At", " near", "Near", " around", "Around"]
            .iter()
            .any(|p| before.ends_with(p))
}

/// True where the next name is the last of several: "Fern Bank were", "Fern Bank, both in Stow, have".
fn many_next(text: &str, at: usize, ceiling: usize) -> bool {
    let mut end = at;
    while let Some(word) = beside::after(text, end, ceiling)
        .filter(|b| b.joined && text.get(b.span.start..b.span.end).is_some_and(beside::is_capital))
    {
        end = word.span.end;
    }
    let next = beside::after(text, end, ceiling).and_then(|b| text.get(b.span.start..b.span.end));
    let words = text.get(at..end).unwrap_or_default().split_whitespace().count();
    words > 1 && next.is_some_and(|w| OF_MANY.contains(&w) && w != "remain")
}

/// "Rising Stars was", "First Choice has": a word that opens sentences and begins a name here, and nobody's or no town's.
fn begins_name(knowledge: &Knowledge, text: &str, word: Span, ceiling: usize) -> bool {
    let Some(next) = may_open_name(text, word, ceiling) else { return false };
    let other = || first_name::is_one(next) || knowledge.sounds_like_a_place(next);
    (opens_name(text, word, ceiling) || !other()) && told_of_one(text, word.end, ceiling)
}

/// "Rising Stars was", "First Steps, in Marle,": a verb of one thing, or where it is, after the next capitalised words.
fn told_of_one(text: &str, at: usize, ceiling: usize) -> bool {
    let mut end = at;
    let of = |b: beside::Beside| text.get(b.span.start..b.span.end).unwrap_or_default();
    while let Some(word) =
        beside::after(text, end, ceiling).filter(|b| b.joined && beside::is_capital(of(*b)))
    {
        end = word.span.end;
    }
    let rest = text.get(end..ceiling).unwrap_or_default();
    let next = beside::after(text, end, ceiling).map(of).unwrap_or_default();
    OF_ONE.contains(&next)
        || [" in ", ", in ", ", on ", ", a ", ", which "].iter().any(|p| rest.starts_with(p))
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

/// True for a small word that goes on with a name.
fn joins(scan: &Scan<'_>, run: &Run, w: &str) -> bool {
    let last = last(scan.text.at(run.span));
    match w {
        "&" => true,
        "and" => run.the == The::Capital && run.words == 1,
        // "Christ the King"
        "the" => matches!(last, "Christ" | "John"),
        "of" => run.words == 1 && goes_on_with_of(last),
        _ => PARTICLES.contains(&w),
    }
}

/// Runs that "and" and commas put together: several names before a plural, one before a singular. Where the verb
/// does not tell, both readings stand, the pair first.
fn joined(scan: &Scan<'_>, runs: Vec<Run>, sentence: Span) -> Vec<Run> {
    let text = scan.text.as_str();
    if !runs.windows(2).any(|pair| is_pair(text, pair)) {
        return runs;
    }
    let mut out: Vec<Run> = Vec::new();
    for run in runs {
        let gap = |last: &Run| text.get(last.span.end..run.left).map(str::trim);
        let Some(last) = out.last().filter(|last| matches!(gap(last), Some("and" | "&" | ", and"))) else {
            out.push(run);
            continue;
        };
        let next = beside::after(text, run.span.end, sentence.end);
        let verb = next.filter(|b| b.joined).map(|b| scan.text.at(b.span)).unwrap_or_default();
        let alone =
            [last.span, run.span].iter().any(|half| stands_alone(scan, *half, last.span.cover(run.span)));
        let mut members = vec![last.span, run.span];
        let pair = Run {
            span: last.span.cover(run.span),
            left: last.left,
            words: last.words + run.words,
            the: last.the,
            beside: last.beside,
            parts: Vec::new(),
            pair: false,
        };
        let rest = &text[run.span.end..sentence.end];
        // "Ely and Marle, both open prisons, were"; "two homes, Ely House and Marle House, were"
        let counted = rest.trim_start_matches([',', '–', '—', '-', ' ']);
        let counts =
            ["both ", "all ", "two ", "three ", "four ", "five "].iter().any(|w| counted.starts_with(w));
        let apart = rest.starts_with([',', ' ']) && counts && !rest.starts_with(|c: char| c.is_alphabetic())
            || rest.starts_with(", both ")
            || rest
                .strip_prefix(", which ")
                .is_some_and(|r| OF_MANY.iter().any(|v| r.split(' ').next() == Some(v)))
            || rest.starts_with(", all ")
            || text[..last.left].ends_with(", ")
                && [", were ", ", are ", ", have "].iter().any(|v| rest.starts_with(v));
        // "Staff at Rock and Sole Plaice are": their verb, and not that of a row.
        let led = beside::before(text, pair.left, sentence.start).filter(|b| b.joined);
        let peopled = led.is_some_and(|b| scan.text.at(b.span) == "at" && b.span.start > sentence.start);
        if OF_MANY.contains(&verb) && !peopled || apart {
            out.pop();
            let mut all = pair;
            while let Some(earlier) =
                out.pop_if(|e| text.get(e.span.end..all.left).map(str::trim) == Some(","))
            {
                members.insert(0, earlier.span);
                all = Run { span: earlier.span.cover(all.span), ..earlier };
            }
            out.push(Run { parts: members, ..all });
        } else if alone || run.the != The::No {
            out.push(run);
        } else if OF_ONE.contains(&verb) || is_one(text, run.span.end, sentence.end) {
            out.pop();
            out.push(pair);
        } else {
            let at = out.len() - 1;
            out.insert(at, Run { parts: members, pair: true, ..pair });
            out.push(run);
        }
    }
    out
}

/// True for two runs with nothing but "and" between them.
fn is_pair(text: &str, pair: &[Run]) -> bool {
    let [a, b] = pair else { return false };
    let gap = text.get(a.span.end..b.left).unwrap_or_default();
    matches!(gap.trim(), "and" | "&" | ", and")
}

/// ", in Dunmere, was": told of one, past where it is.
fn is_one(text: &str, at: usize, ceiling: usize) -> bool {
    let rest = text.get(at..ceiling).unwrap_or_default();
    let told = |words: &[&str]| {
        let bare = |w: &str| words.contains(&w.trim_matches(|c: char| !c.is_alphabetic()));
        rest.split_whitespace().take(14).any(bare)
    };
    [", in ", ", on ", ", at ", ", near ", ", which ", " in "].iter().any(|p| rest.starts_with(p))
        && !told(OF_MANY)
        && told(OF_ONE)
}

/// True for half of a pair that the article names by itself.
fn stands_alone(scan: &Scan<'_>, half: Span, both: Span) -> bool {
    let text = scan.text.as_str();
    let words = scan.text.at(half);
    memchr::memmem::find_iter(text.as_bytes(), words.as_bytes()).take(20).any(|at| {
        let pair = both.start <= at && at < both.end
            || text[..at].ends_with(" and ")
            || text[at + words.len()..].starts_with(" and ");
        !pair && edge::stands_alone(text, at, at + words.len())
    })
}

fn is_near(word: &str) -> bool {
    matches!(word.as_bytes().first(), Some(b'n' | b'N' | b'f' | b'F'))
        && ["neighbouring", "nearby", "fellow", "neighbour", "neighbours"]
            .iter()
            .any(|n| n.eq_ignore_ascii_case(word))
}

pub(super) fn is_time(scan: &Scan<'_>, word: Span) -> bool {
    scan.within(word).iter().any(|h| matches!(h.sense, Sense::Time(_)) && h.end <= word.end)
}
