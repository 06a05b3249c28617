//! One more name of a row whose others are known: "Marle Care, Allied Homecare and Sevacare all …", "Ely School, The
//! Priory and St Osyth's were rated good". Knows no verb of judgement; refuses people, places and rows of which one
//! name alone is known by what follows it.

use super::refuse::{Doubt, is_common, is_person, is_place, is_something_else, sounds_like_a_place};
use super::run::{Run, The, runs};
use crate::find::person::first_name;
use crate::find::provider::NameMention;
use crate::find::words::{Class, class_of};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::{Span, beside, overlaps_any};
use memchr::memmem::Finder;
use once_cell::sync::Lazy;
use std::cell::OnceCell;

/// Between two names of a row stands no more than where the first is.
const BETWEEN: usize = 60;

static AND: Lazy<Finder<'_>> = Lazy::new(|| Finder::new("and"));

/// One name of a sentence, in order.
struct Member {
    left: usize,
    end: usize,
    /// Its kind, where it is known.
    kind: Option<u16>,
    run: Option<Run>,
}

/// The names that rows of known ones go on with.
/// `cut` holds the runs of each sentence that is read already.
pub(super) fn members(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    known: &[NameMention],
    cut: &[Option<Vec<Run>>],
) -> Vec<NameMention> {
    let mut spans: Vec<(Span, u16)> = known.iter().map(|n| (n.span, n.kind)).collect();
    spans.sort_by_key(|(s, _)| (s.start, usize::MAX - s.end));
    // Where one name can be read in two ways the longer stands.
    let mut reach = 0;
    spans.retain(|(s, _)| {
        let free = s.start >= reach;
        reach = reach.max(s.end);
        free
    });
    let taken: Vec<Span> = spans.iter().map(|(s, _)| *s).collect();
    let mut found = Vec::new();
    for (at, &sentence) in scan.text.sentences.iter().enumerate() {
        let from = spans.partition_point(|(s, _)| s.start < sentence.start);
        let here: Vec<&(Span, u16)> =
            spans[from..].iter().take_while(|(s, _)| s.start < sentence.end).collect();
        // No row ends without an "and".
        if here.is_empty() || AND.find(scan.text.at(sentence).as_bytes()).is_none() {
            continue;
        }
        let mut all: Vec<Member> = here
            .iter()
            .map(|(s, kind)| Member { left: s.start, end: s.end, kind: Some(*kind), run: None })
            .collect();
        let own = OnceCell::new();
        let cut = cut.get(at).and_then(Option::as_ref);
        for run in cut.unwrap_or_else(|| own.get_or_init(|| runs(scan, knowledge, sentence))) {
            // "The King's Head in Ely and the Old Ship in Stow": where they are is no member.
            let before = beside::before(scan.text.as_str(), run.left, sentence.start).filter(|b| b.joined);
            if before.is_some_and(|b| matches!(scan.text.at(b.span), "in" | "at" | "near" | "on" | "of")) {
                continue;
            }
            for part in run.names(scan, false) {
                if !overlaps_any(&taken, part.span) {
                    let left = if part.span.start == run.span.start { run.left } else { part.span.start };
                    all.push(Member { left, end: part.span.end, kind: None, run: Some(part) });
                }
            }
        }
        all.sort_by_key(|m| (m.left, m.end));
        let telling = tells(scan, sentence);
        found.extend(rows(scan, knowledge, sentence, &all, telling));
    }
    found
}

/// True for a sentence that judges or tells of an inspection.
fn tells(scan: &Scan<'_>, sentence: Span) -> bool {
    scan.within(sentence).iter().any(|h| {
        matches!(h.sense, Sense::Label(_) | Sense::Measure(_) | Sense::Body { .. } | Sense::BodyNoun(_))
    })
}

/// The unknown names of each row that a sentence holds.
fn rows(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    sentence: Span,
    all: &[Member],
    telling: bool,
) -> Vec<NameMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = all.get(at) {
        let mut end = at;
        let (mut ends_with_and, mut last) = (false, first.end);
        while let Some(next) = all.get(end + 1) {
            let Some(and) = joined(scan, last, next.left) else { break };
            (ends_with_and, last, end) = (and, next.end, end + 1);
            if and {
                break;
            }
        }
        let row = &all[at..=end];
        let many = of_many(scan, last, sentence.end);
        let said =
            |w: &str| scan.text.as_str()[last..sentence.end].trim_start_matches([',', ' ']).starts_with(w);
        // "Birch House and Lane End, both in Ely, were shut"
        let told = telling || many && (said("both ") || said("all "));
        // "rated two homes outstanding: Ash Gardens and Elm House"
        let front = scan.text.as_str().get(sentence.start..first.left).unwrap_or_default().trim_end();
        let two = row.len() == 2
            && front.ends_with([':', '–', '—', '-'])
            && front.split_ascii_whitespace().any(|w| w.eq_ignore_ascii_case("two"));
        let shared = row.len() == 2 && ends_with_and && shares_label(scan, sentence, first.left, last);
        if ends_with_and && told && (row.len() > 2 || many || two || shared) {
            // "Ely School, Marle, and Stow School were": papers put no comma before the last "and" of a list.
            let text = scan.text.as_str();
            let address = row.windows(2).any(|pair| {
                let [a, b] = pair else { return false };
                let closed = text.get(b.end..).unwrap_or_default().starts_with(", and ");
                a.kind.is_some() && b.kind.is_none() && text.get(a.end..b.left) == Some(", ") && closed
            });
            if !address {
                found.extend(unknown(scan, knowledge, row));
            }
        }
        at = end + 1;
    }
    found
}

/// "rated Ash Lodge and Pinewood good", "gave good ratings to Ash Lodge and Pinewood": a grade right behind a row, or one
/// before the word that leads it.
fn shares_label(scan: &Scan<'_>, sentence: Span, start: usize, end: usize) -> bool {
    /// Between a row and its grade stand no more than a mark and "as".
    const NEAR: usize = 6;
    let label = |span: Span| scan.within(span).iter().any(|h| matches!(h.sense, Sense::Label(_)));
    let rest = scan.text.as_str().get(end..sentence.end).unwrap_or_default();
    let near = Span::new(end, (end + NEAR).min(sentence.end));
    let behind = || {
        scan.from(end).iter().take_while(|h| h.start < near.end).any(|h| matches!(h.sense, Sense::Label(_)))
    };
    let front = scan.text.as_str().get(sentence.start..start).unwrap_or_default().trim_end();
    let leads = [" to", " for", " were", " are", " including", " include"].iter().any(|w| front.ends_with(w));
    rest.starts_with(' ') && behind()
        || leads
            && rest.trim_start_matches(['”', '"']).starts_with(['.', ','])
            && label(Span::new(sentence.start, start))
}

/// The names of a row that are not known, where another is.
fn unknown(scan: &Scan<'_>, knowledge: &Knowledge, row: &[Member]) -> Vec<NameMention> {
    let Some(kind) = row.iter().find_map(|m| m.kind) else { return Vec::new() };
    let fits = |run: &Run| {
        let words = scan.text.at(run.span);
        let first = words.split(' ').next().unwrap_or_default();
        let person = run.the == The::No && words.contains(' ') && first_name::is_one(first);
        // "In the East Midlands, Ely, Marle and Stow councils": says where.
        let floor = scan.text.sentences.get(scan.text.sentence_at(run.left)).map_or(run.left, |s| s.start);
        let placed = beside::before(scan.text.as_str(), run.left, floor).is_some_and(|b| {
            b.joined
                && matches!(scan.text.at(b.span), "In" | "in" | "Across" | "across" | "Around" | "around")
        });
        let town = run.words == 1 && sounds_like_a_place(scan, knowledge, run.span);
        !person
            && !placed
            && !is_person(scan, run, Doubt::Any)
            && !is_something_else(scan, knowledge, run.span)
            && !is_common(scan, words)
            && (knowledge.one_of_a_place(kind) || !town && !is_place(scan, run))
    };
    // A row with a stranger in it is no row of one kind.
    let strangers: Vec<&Run> = row.iter().filter_map(|m| m.run.as_ref()).collect();
    if strangers.iter().all(|r| fits(r)) {
        strangers.into_iter().map(|r| NameMention::bare(r.span, kind)).collect()
    } else {
        Vec::new()
    }
}

/// Whether a row goes on between two places, and whether by "and": ", ", " and ", " in Mill Lane, ".
fn joined(scan: &Scan<'_>, end: usize, left: usize) -> Option<bool> {
    let between = scan.text.as_str().get(end..left).filter(|b| b.len() < BETWEEN)?;
    let between = between.trim_end().trim_end_matches("the").trim_end_matches("The").trim_end();
    let between = between.strip_prefix("'s").or_else(|| between.strip_prefix("’s")).unwrap_or(between);
    let between = between.strip_prefix(['\'', '’']).unwrap_or(between);
    let bare = between.trim();
    let and = bare == "and" || bare.ends_with(" and") || bare.ends_with(", and");
    let goes_on = and || bare.ends_with(',');
    let placed = [" in ", ", in ", " at ", " near ", " on ", ", of "].iter().any(|p| between.starts_with(p));
    let whole = !bare.contains(['.', ';', ':', '(', '"', '“', '”']);
    (goes_on && whole && (placed || matches!(bare, "," | "and" | ", and"))).then_some(and)
}

/// True where the verb tells of several: "were both rated", "all …", ", both in Ely, have".
fn of_many(scan: &Scan<'_>, end: usize, ceiling: usize) -> bool {
    let text = scan.text.as_str();
    let Some(mut next) = beside::after(text, end, ceiling) else { return false };
    // "… in Ely were both"
    if matches!(scan.text.at(next.span), "in" | "at" | "near" | "on") {
        for _ in 0..4 {
            let Some(word) = beside::after(text, next.span.end, ceiling).filter(|b| b.joined) else {
                return false;
            };
            next = word;
            if !beside::is_capital(scan.text.at(word.span)) {
                break;
            }
            // "… in Mill Street, were both"
            let verb = beside::after(text, word.span.end, ceiling).filter(|b| !b.joined);
            if let Some(verb) = verb.filter(|b| matches!(scan.text.at(b.span), "were" | "are" | "have")) {
                next = verb;
                break;
            }
        }
    }
    // ", which are owned by the same firm, were"
    let clause = |which: beside::Beside| beside::after(text, which.span.end, ceiling).filter(|b| b.joined);
    if !next.joined && matches!(scan.text.at(next.span), "which" | "who") {
        let Some(verb) = clause(next) else { return false };
        next = verb;
    }
    let w = scan.text.at(next.span);
    matches!(w, "were" | "are" | "have" | "both" | "all" | "each")
        || !next.joined && class_of(w) == Class::All
}
