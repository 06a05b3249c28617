//! Where the predicate of a count stands: past its noun phrase, with the clauses and insertions in it. Knows no count.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::tally::predicate::{self, How};
use crate::relate::tally::{counted, labels, quantity};

/// How far the predicate may be from the count.
const REACH: usize = 24;

/// What goes on after a comma with something else.
const TURNS: &[&str] = &["including", "compared", "while", "whereas", "but", "although", "nobody"];

/// Where the predicate of a count stands, past its noun phrase; and a percentage told between: ", or 74 per cent,".
pub(super) fn predicate_at(s: &Sentence<'_>, from: usize) -> Option<(usize, Option<f64>)> {
    let (mut i, mut percent) = (from, None);
    let end = (from + REACH).min(s.chunks.len());
    while i < end {
        if predicate::read(s, i).is_some() || i == from && labels::read(s, i).is_some() {
            return Some((i, percent));
        }
        match s.item(i)? {
            // "two homes of its own since 2021, both of which": counted behind the comma.
            Item::Stop(',')
                if (i + 2..i + 9).any(|j| s.says(j, &["which", "whom"]) && s.says(j - 1, &["of"])) =>
            {
                return None;
            }
            Item::Stop(c @ (',' | '(' | '–' | '—')) => {
                if let Some((close, told)) = inserted(s, i, c) {
                    percent = told.or(percent);
                    i = close + 1;
                    continue;
                }
                let listed = c == ',' && i > from && s.is(i + 1, Class::Other) && !s.says(i + 1, TURNS);
                if !listed {
                    return None;
                }
            }
            // "takeaways that have a score, or 64 per cent, hold": a clause of its own up to the comma.
            Item::Word(Class::Opens)
                if i > from
                    && s.is_any(i + 1, &[Class::Have, Class::Be])
                    && let Some(stop) = (i + 2..i + 9).find(|&j| s.item(j) == Some(Item::Stop(','))) =>
            {
                i = stop;
                continue;
            }
            // "units it has visited", "homes to be inspected by the CQC": what narrows the noun.
            Item::Word(Class::Pronoun)
                if s.is_any(i + 1, &[Class::Have, Class::Visit, Class::Rate])
                    || s.says(i + 1, &["runs", "run", "owns", "own", "manages", "operates", "oversees"]) => {}
            Item::Word(Class::Have)
                if s.is(i + 1, Class::Visit)
                    && (s.is(i - 1, Class::Pronoun) || matches!(s.item(i - 1), Some(Item::Body(_)))) => {}
            Item::Word(Class::Be)
                if s.says(i - 1, &["to"]) && (i + 1..i + 3).any(|j| s.is(j, Class::Visit)) => {}
            // "nine councils of the 140 to be rated were judged poor"
            Item::Word(Class::Be)
                if s.says(i - 1, &["to"])
                    && s.is(i + 1, Class::Rate)
                    && s.is_any(i + 2, &[Class::Be, Class::Have]) => {}
            Item::Word(Class::Rate)
                if s.says(i.wrapping_sub(2), &["to"]) && s.is_any(i + 1, &[Class::Be, Class::Have]) => {}
            // "since the service was taken back in 2021": a clause of time of its own.
            Item::Word(_)
                if s.says(i, &["since"])
                    && let Some(verb) = (i + 1..i + 16)
                        .take_while(|&j| !matches!(s.item(j), Some(Item::Stop(_))))
                        .find(|&j| {
                            s.is_any(j, &[Class::Have])
                                && predicate::read(s, j).is_some_and(|p| p.how == How::Rated)
                        }) =>
            {
                i = verb;
                continue;
            }
            Item::Stop(_) | Item::Label(_) | Item::Close | Item::Open | Item::Measure(_) => return None,
            // "both measures, while the trust scored fair": another clause.
            // "grades given up to Christmas", "marks given out so far"
            Item::Word(Class::Give) if s.says(i + 1, &["up", "out", "since", "so", "in"]) && i > from => {}
            Item::Word(Class::Pronoun | Class::Filler) if s.says(i, &["itself", "themselves"]) => {}
            // "24 of the 590 trusts assessed received no stars"
            Item::Word(Class::Rate)
                if i > from && s.is_any(i + 1, &[Class::Receive, Class::Be, Class::Have]) => {}
            // "homes rated so far in Wales have", "schools judged since September were"
            Item::Word(Class::Rate)
                if i > from && s.says(i + 1, &["so", "since", "in", "by", "this", "last", "under", "to"]) => {
            }
            // "the 14 councils it graded in the autumn were C4"
            Item::Word(Class::Rate) if s.is(i - 1, Class::Pronoun) && i > from + 1 => {}
            Item::Word(Class::Conj) if s.says(i, &["while", "whilst", "although", "though", "because"]) => {
                return None;
            }
            Item::Word(Class::Be | Class::Have) if s.is_any(i + 1, &[Class::Not]) => return None,
            Item::Word(
                Class::Say
                | Class::Would
                | Class::Must
                | Class::Will
                | Class::If
                | Class::Aim
                | Class::Lose
                | Class::Fall
                | Class::Rise
                | Class::Fail
                | Class::Find
                | Class::Rate
                | Class::Give
                | Class::Receive
                | Class::Be
                | Class::Have
                | Class::Not
                | Class::Pronoun,
            ) => return None,
            // "Both visits took place in May and the school is rated good": another subject.
            Item::Word(Class::Conj) if turns_to(s, i + 1) => {
                return None;
            }
            Item::Word(Class::Conj) if !s.is(i + 1, Class::Other) && !s.is(i + 1, Class::Det) => return None,
            _ => {}
        }
        i += 1;
    }
    None
}

/// A provider of its own and its verb: "… and the school is now rated good".
fn turns_to(s: &Sentence<'_>, at: usize) -> bool {
    let verb = match s.item(at) {
        Some(Item::Provider(_)) => at + 1,
        _ if s.is(at, Class::Det) && counted::is_one(s, at + 1) => at + 2,
        _ => return false,
    };
    s.is_any(verb, &[Class::Be, Class::Have, Class::Rate])
}

/// An insertion that closes again within the noun phrase: its end, and a percentage in it.
fn inserted(s: &Sentence<'_>, at: usize, opens: char) -> Option<(usize, Option<f64>)> {
    let closing = if opens == '(' { ')' } else { opens };
    if !s.says(at + 1, &["including"]) && s.says(at + 1, TURNS) {
        return None;
    }
    let mut closes = (at + 1..at + 16).filter(|&j| s.item(j) == Some(Item::Stop(closing)));
    let first = closes.clone().next()?;
    // ", including A, B and C, were rated": the last comma before the verb.
    let close = closes.find(|&j| predicate::read(s, j + 1).is_some()).unwrap_or(first);
    let percent = (at + 1..close).find_map(|j| quantity::percentage(s, j)).map(|p| p.0);
    // ", including how it assesses what people need,": clauses of their own, up to the verb.
    let lists = s.says(at + 1, &["including"]) && predicate::read(s, close + 1).is_some();
    let plain = lists || (at + 1..close).all(|j| !s.is_any(j, &[Class::Be, Class::Rate, Class::Give]));
    let names = (at + 1..close).any(|j| matches!(s.item(j), Some(Item::Provider(_))));
    let place = s.says(at + 1, &["in", "at", "near"]) && close <= at + 4;
    // "half of the forces – 20 out of 43 – were told", "three – safe, effective and well-led – were rated"
    let counts = opens != ','
        && (at + 1..close)
            .any(|j| matches!(s.item(j), Some(Item::Number(_) | Item::Aspect(_) | Item::Service(_))));
    let told = percent.is_some()
        || place
        || counts
        || names
        || opens == '('
        || s.says(at + 1, &["including", "inspected", "or", "most", "all"]);
    (plain && told).then_some((close, percent))
}
