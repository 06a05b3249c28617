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
    /// "Q Care pleaded guilty": the home that the article tells of.
    Accused,
}

const VERBS: &[&str] = &["run", "owned", "operated", "managed", "provided"];
/// A person buys a home as well: only a name that is a firm's counts after these.
const BOUGHT: &[&str] = &["bought", "acquired", "over"];
const OWNERS: &[&str] =
    &["owner", "owners", "operator", "operators", "owned", "Owner", "Owners", "Operator", "Operators"];
const RUNS: &[&str] =
    &["runs", "owns", "operates", "manages", "run", "own", "operate", "manage", "ran", "owned", "sponsors"];
/// Between "which" and its verb.
const ADVERBS: &[&str] = &["also", "now", "currently", "previously", "formerly"];
/// "the company which owns the home, Q"
const FIRMS: &[&str] =
    &["company", "firm", "group", "charity", "trust", "business", "organisation", "chain", "provider"];

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

/// How the words begin that tie a firm, or stand between what does.
static TYING: Pairs = Pairs::new(&[
    "by", "of", "owner", "operator", "provider", "company", "firm", "business", "runs", "ran", "manages",
    "sponsors", "behind", "guilty", "failing", "respect", "which", "that", "also", "now", "currently",
    "previously", "formerly",
]);

/// Every firm that an article ties to what it runs, in order.
pub(crate) fn find(scan: &Scan<'_>) -> Vec<Firm> {
    let mut found: Vec<Firm> = Vec::new();
    for sentence in scan.text.sentences.iter().filter(|s| tells(scan, **s)) {
        let mut before: [&str; 2] = ["", ""];
        let mut which: Option<usize> = None;
        let mut at = sentence.start;
        while let Some(word) = beside::after(scan.text.as_str(), at, sentence.end) {
            let w = scan.text.at(word.span);
            let after = word.span.end;
            if !TYING.may_begin(w) {
                (which, before, at) = (None, [before[1], w], after);
                continue;
            }
            if let Some(tie) = tie(before, w) {
                let only_firms = before[1] == "part" || BOUGHT.contains(&before[1]) || w == "Provider";
                let span = name(scan, after, sentence.end, tie);
                let span = span.filter(|s| !only_firms || is_firm(scan.text.at(*s)));
                found.extend(span.map(|span| Firm { span, tie }));
            }
            // "the company which owns the home, Q", "the firm behind it, Q"
            let company = FIRMS.contains(&before[0]) && which.is_some() && RUNS.contains(&w)
                || FIRMS.contains(&before[1]) && w == "behind";
            if company {
                let span = apposed(scan, after, sentence.end);
                found.extend(span.map(|span| Firm { span, tie: Tie::Owner }));
            }
            if let Some(which) = which.filter(|_| RUNS.contains(&w)) {
                found.extend(
                    before_comma(scan, which, sentence.start).map(|span| Firm { span, tie: Tie::Runs }),
                );
            }
            // "Hearthway Group runs Fallowden House and Tythe Lodge"
            if matches!(w, "runs" | "owns" | "operates" | "manages") {
                let firm = before_verb(scan, word.span.start, sentence.start);
                found.extend(firm.map(|span| Firm { span, tie: Tie::Runs }));
            }
            // "Bellfield Care Ltd pleaded guilty to …"
            if matches!((before[1], w), ("pleaded", "guilty") | ("admitted", "failing")) {
                let verb = word.span.start.saturating_sub(before[1].len() + 1);
                let firm = before_verb(scan, verb, sentence.start).filter(|s| cares(scan.text.at(*s)));
                found.extend(firm.map(|span| Firm { span, tie: Tie::Accused }));
            }
            // "the registration of Q in respect of Lough House"
            if w == "respect" && before[1] == "in" {
                let end = scan.text.as_str().get(..word.span.start).map_or(0, |t| t.trim_end().len() - 2);
                let firm = ending(scan, end, sentence.start).filter(|s| is_firm(scan.text.at(*s)));
                found.extend(firm.map(|span| Firm { span, tie: Tie::Runs }));
            }
            which = match w {
                "which" | "that" | "who" => Some(word.span.start),
                w if ADVERBS.contains(&w) => which,
                _ => None,
            };
            before = [before[1], w];
            at = word.span.end;
        }
    }
    found
}

/// What the words up to a place say of the firm that follows.
fn tie(before: [&str; 2], w: &str) -> Option<Tie> {
    match (before, w) {
        ([_, verb], "by") if VERBS.contains(&verb) || matches!(verb, "bought" | "acquired") => {
            Some(Tie::RunBy)
        }
        (["taken", "over"], "by") | ([_, "part"], "of") => Some(Tie::RunBy),
        (_, owner) if OWNERS.contains(&owner) => Some(Tie::Owner),
        // "a notice to the provider, Q"; "training provider Q" is inspected itself
        ([_, "the" | "The"], "provider") | ([_, ""], "Provider") => Some(Tie::Owner),
        // "Anil Shah, whose company Q bought the home"
        ([_, "whose"], "company" | "firm" | "business") => Some(Tie::Owner),
        _ => None,
    }
}

/// The name after the comma that ends a few words: "it, Q", "the home, Q".
fn apposed(scan: &Scan<'_>, at: usize, ceiling: usize) -> Option<Span> {
    let words = scan.text.as_str().get(at..ceiling)?;
    let comma = words.find(", ").filter(|c| words.get(..*c).is_some_and(|w| w.split(' ').count() <= 6))?;
    name(scan, at + comma + 1, ceiling, Tie::Owner)
}

/// True where a word that ties a firm may stand: it begins like one of them. Most sentences have none.
fn tells(scan: &Scan<'_>, sentence: Span) -> bool {
    let bytes = scan.text.as_str().as_bytes();
    scan.words(sentence).iter().any(|word| {
        let word = bytes.get(word.start()..).unwrap_or_default();
        match word {
            [b'r', b'u' | b'a', b'n', ..] | [b'o' | b'O', b'w', b'n', ..] => true,
            [b'o' | b'O', b'p', ..] => word.get(1..).is_some_and(|rest| rest.starts_with(b"perat")),
            [b'm', b'a', ..] => word.starts_with(b"manag"),
            [b'p', b'r', ..] => word.starts_with(b"provide"),
            [b'P', b'r', ..] => word.starts_with(b"Provider "),
            [b'p', b'a', ..] => word.starts_with(b"part of"),
            [b's', b'p', ..] => word.starts_with(b"sponsor"),
            [b'b', b'o', ..] => word.starts_with(b"bought by"),
            [b'a', b'c', ..] => word.starts_with(b"acquired by"),
            [b't', b'a', ..] => word.starts_with(b"taken over"),
            [b'w', b'h', ..] => word.starts_with(b"whose "),
            [b'b', b'e', ..] => word.starts_with(b"behind "),
            [b'r', b'e', ..] => word.starts_with(b"respect of"),
            [b'p', b'l', ..] => word.starts_with(b"pleaded guilty"),
            [b'a', b'd', ..] => word.starts_with(b"admitted failing"),
            _ => false,
        }
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
    let end = floor + scan.text.as_str().get(floor..which)?.trim_end().strip_suffix(',')?.len();
    ending(scan, end, floor)
}

/// The capitalised words that end at a place.
fn ending(scan: &Scan<'_>, end: usize, floor: usize) -> Option<Span> {
    let text = scan.text.as_str();
    let end = floor + text.get(floor..end)?.trim_end().len();
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

/// A name that says what the firm does.
fn cares(words: &str) -> bool {
    const CARE: &[&str] = &[
        "Care", "Healthcare", "Homes", "Nurseries", "Nursing", "Residential", "Childcare", "Health",
        "Living", "Support", "Homecare", "Education", "Hospitals",
    ];
    words.split(' ').skip(1).any(|w| CARE.contains(&w))
}

fn is_firm(words: &str) -> bool {
    words.split(' ').any(|w| OF_FIRMS.contains(&w.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_that_ties_passes_the_first_look() {
        let lists =
            [OWNERS, RUNS, ADVERBS, &["by", "of", "provider", "Provider", "company", "firm", "business"]];
        let others = ["behind", "guilty", "failing", "respect", "which", "that", "who"];
        for word in lists.into_iter().flatten().chain(&others) {
            assert!(TYING.may_begin(word), "{word}");
        }
    }
}
