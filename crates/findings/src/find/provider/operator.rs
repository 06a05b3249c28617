//! Firms that run or own what is inspected, by name: "run by Hearthway Group", "its owner, Cloghan Healthcare",
//! "Glanhesg Care Ltd, which runs …". They are not inspected themselves; refuses people and bodies.

use super::{is_body, is_person_title};
use crate::find::person::first_name;
use crate::find::person::run::may_be_person;
use crate::scan::Scan;
use crate::text::table::Pairs;
use crate::text::{Span, beside};

/// A firm where an article says what it runs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Firm {
    pub(crate) span: Span,
    pub(crate) tie: Tie,
}

/// On which side of a firm's name stands what it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tie {
    /// "the home, run by Q": before it.
    RunBy,
    /// "its owner, Q": told of before.
    Owner,
    /// "Q, which runs the home": after it.
    Runs,
}

const VERBS: &[&str] = &["run", "owned", "operated", "managed", "provided"];
const OWNERS: &[&str] = &["owner", "owners", "operator", "operators", "owned"];
const RUNS: &[&str] =
    &["runs", "owns", "operates", "manages", "run", "own", "operate", "manage", "ran", "owned", "sponsors"];

/// What a firm is called before its name: "run by private firm Custos Justice".
const CALLED: &[&str] = &[
    "the", "private", "firm", "company", "charity", "provider", "group", "giant", "chain", "operator",
    "national", "local", "care", "housing", "social", "healthcare", "academy", "trust", "not-for-profit",
    "family",
];

/// Words by which a firm is told from two words that may be a person.
const OF_FIRMS: &[&str] = &[
    "group", "ltd", "limited", "plc", "care", "healthcare", "homes", "trust", "services", "housing",
    "partnership", "learning", "academies", "company", "holdings", "leisure", "association", "foundation",
    "justice", "education", "nurseries", "inns", "taverns", "society", "charity", "health", "uk",
];

/// Every firm that an article ties to what it runs, in order.
pub(crate) fn find(scan: &Scan<'_>) -> Vec<Firm> {
    let mut found: Vec<Firm> = Vec::new();
    for sentence in scan.text.sentences.iter().filter(|s| tells(scan, **s)) {
        let mut before: [&str; 2] = ["", ""];
        let mut at = sentence.start;
        while let Some(word) = beside::after(scan.text.as_str(), at, sentence.end) {
            let w = scan.text.at(word.span);
            let tie = match (before, w) {
                ([_, verb], "by") if VERBS.contains(&verb) => Some(Tie::RunBy),
                ([_, "part"], "of") => Some(Tie::RunBy),
                (_, owner) if OWNERS.contains(&owner) => Some(Tie::Owner),
                _ => None,
            };
            let after = word.span.end;
            if let Some(span) = tie.and_then(|t| name(scan, after, sentence.end, t)) {
                let part = before[1] == "part" && !is_firm(scan.text.at(span));
                found.extend(tie.filter(|_| !part).map(|tie| Firm { span, tie }));
            }
            if RUNS.contains(&w) && matches!(before[1], "which" | "that" | "who") {
                let comma = beside::before(scan.text.as_str(), word.span.start, sentence.start);
                let end = comma.and_then(|b| before_comma(scan, b.span.start, sentence.start));
                found.extend(end.map(|span| Firm { span, tie: Tie::Runs }));
            }
            // "Hearthway Group runs Fallowden House and Tythe Lodge"
            if matches!(w, "runs" | "owns" | "operates" | "manages") {
                let firm = before_verb(scan, word.span.start, sentence.start);
                found.extend(firm.map(|span| Firm { span, tie: Tie::Runs }));
            }
            before = [before[1], w];
            at = word.span.end;
        }
    }
    found
}

/// True where a word that ties a firm may stand: it begins like one of them. Most sentences have none.
fn tells(scan: &Scan<'_>, sentence: Span) -> bool {
    const BEGIN: [&[u8]; 8] = [b"run", b"ran", b"own", b"operat", b"manag", b"provided", b"part", b"sponsor"];
    const PAIRS: Pairs = Pairs::new(&["run", "ran", "own", "op", "ma", "pr", "pa", "sp"]);
    let bytes = scan.text.as_str().as_bytes();
    scan.words(sentence).iter().any(|w| match bytes.get(w.start()..) {
        Some(word @ [first, second, ..]) if PAIRS.may_begin_with(*first, *second) => {
            BEGIN.iter().any(|begin| word.starts_with(begin))
        }
        _ => false,
    })
}

/// The capitalised words after a place, past "the" and, for an owner, a comma.
fn name(scan: &Scan<'_>, at: usize, ceiling: usize, tie: Tie) -> Option<Span> {
    let text = scan.text.as_str();
    let (mut start, mut end, mut words) = (None, at, 0);
    while let Some(word) = beside::after(text, end, ceiling) {
        let w = scan.text.at(word.span);
        let comma = start.is_none() && tie == Tie::Owner && text[end..word.span.start].trim() == ",";
        if !word.joined && !comma || words > 6 {
            break;
        }
        let joins = start.is_some()
            && matches!(w, "and" | "&" | "of" | "the")
            && beside::after(text, word.span.end, ceiling).is_some_and(|b| {
                b.joined
                    && (beside::is_capital(scan.text.at(b.span))
                        || w == "of" && scan.text.at(b.span) == "the")
            });
        if beside::is_capital(w) && !is_body(scan, word.span) && !is_person_title(w) {
            start.get_or_insert(word.span.start);
            end = word.span.end;
            words += 1;
        } else if joins || start.is_none() && CALLED.contains(&w) {
            end = word.span.end;
        } else {
            break;
        }
        if text[end..].starts_with([',', '.', ';', '’', '\'', ')']) {
            break;
        }
    }
    let span = Span::new(start?, end);
    named(scan, span)
}

/// The firm that opens a sentence before its verb.
fn before_verb(scan: &Scan<'_>, verb: usize, floor: usize) -> Option<Span> {
    let words = scan.text.as_str().get(floor..verb)?.trim_end();
    let words = words.strip_suffix(" also").unwrap_or(words);
    // "Academy chain Ambition Learning runs …"
    let called = words.split(' ').take(3).position(|w| CALLED.contains(&w)).filter(|at| *at > 0);
    let front = called.map_or(0, |at| words.split(' ').take(at + 1).map(|w| w.len() + 1).sum());
    let floor = floor + front;
    let words = words.get(front..)?;
    let capital = words.split(' ').all(|w| beside::is_capital(w) || matches!(w, "and" | "&" | "of"));
    let short = words.split(' ').count() <= 6;
    (capital && short && is_firm(words)).then(|| Span::new(floor, floor + words.len()))
}

/// The capitalised words that end before "which runs", where a comma stands between.
fn before_comma(scan: &Scan<'_>, which: usize, floor: usize) -> Option<Span> {
    let text = scan.text.as_str();
    let end = floor + text.get(floor..which)?.trim_end().strip_suffix(',')?.len();
    let (mut start, mut at) = (None, end);
    while let Some(word) = beside::before(text, at, floor).filter(|b| b.joined) {
        let w = scan.text.at(word.span);
        let joins = start.is_some() && matches!(w, "and" | "&" | "of");
        let opener = word.span.start == floor && crate::find::words::opens_sentence(w);
        if opener || !beside::is_capital(w) && !joins || is_body(scan, word.span) {
            break;
        }
        if beside::is_capital(w) {
            start = Some(word.span.start);
        }
        at = word.span.start;
    }
    named(scan, Span::new(start?, end))
}

fn named(scan: &Scan<'_>, span: Span) -> Option<Span> {
    let words = scan.text.at(span).trim_end_matches("’s").trim_end_matches("'s");
    let first = words.split(' ').next().unwrap_or_default();
    let person = may_be_person(words) && !is_firm(words) && first_name::is_one(first);
    (!person && words.len() >= 3).then(|| Span::new(span.start, span.start + words.len()))
}

fn is_firm(words: &str) -> bool {
    words.split(' ').any(|w| OF_FIRMS.contains(&w.to_lowercase().as_str()))
}
