//! Breaches: "found five breaches of regulation", "in breach of the same two regulations", "breached legal
//! requirements". Leaves breaches of contract, of data and of trust alone.

use super::found::Found;
use super::line::Line;
use super::mode::{self, Mode};
use super::verb::subject;
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::Item;

/// What a foundation trust or a company is authorised by.
const LICENSED: &[&str] = &["authorisation", "licence"];

pub(super) fn read(l: &Line<'_, '_>, at: usize, name: u16) -> Option<Found> {
    const OTHERS: &[&str] = &[
        "contract", "data", "trust", "confidentiality", "security", "bail", "planning", "licence", "order",
        "privacy",
    ];
    let near = at.saturating_sub(2)..(at + 6).min(l.len());
    // A foundation trust's or a landlord's licence is its regulator's; a pub's is the council's.
    let licensed = (0..l.len()).any(|i| l.is_body(i)) && near.clone().any(|i| l.says(i, LICENSED));
    let foreign = |i: usize| l.says(i, OTHERS) && !l.is_provider(i) && !(licensed && l.w(i) == "licence");
    if near.clone().any(foreign) {
        return None;
    }
    let word = l.w(at);
    // "Two breaches of regulation have still to be put right", "… remain".
    let open = (at + 1..(at + 12).min(l.len())).find(|&i| {
        l.says(i, &["remain", "remained", "outstanding"])
            || l.w(i) == "still" && l.says(i + 1, &["to", "not"])
    });
    if let Some(open) = open.filter(|_| word.starts_with("breaches")) {
        let count = count(l, at);
        let told = Found::told(MeasureKind::Breach, Action::Continued, at, open, "measure/breach");
        return Some(Found { name: Some(name), count, ..told.since(at.saturating_sub(1)).passive(true) });
    }
    // "the breach had been put right"
    let right = (at + 1..at + 8).take_while(|&i| !l.ends_clause(i)).find(|&i| {
        l.says(i, &["remedied", "resolved", "rectified", "fixed"]) || l.w(i) == "put" && l.w(i + 1) == "right"
    });
    if let Some(right) =
        right.filter(|_| word.starts_with("breach") && !l.s.is(at.wrapping_sub(1), Class::Not))
    {
        let g = mode::group(l, right);
        if g.passive && g.mode == Mode::Done {
            let told = Found::told(MeasureKind::Breach, Action::Complied, right, at, "measure/breach");
            return Some(Found { name: Some(name), count: count(l, at), at, ..told.passive(true) });
        }
    }
    let verb = (at.saturating_sub(8)..at).rev().take_while(|&i| !l.ends_clause(i)).find(|&i| tells(l, i));
    // "Two breaches of regulation were found"
    let passive = || {
        let found = (at + 1..at + 8).take_while(|&i| !l.ends_clause(i)).find(|&i| {
            l.s.is(i, Class::Find) || l.says(i, &["identified", "uncovered", "discovered", "recorded"])
        })?;
        (word.starts_with("breach") && mode::group(l, found).passive).then_some(found)
    };
    let verb = verb.or_else(passive);
    // "the home standard" is an aspect of two words.
    let law = |item: &str| {
        item.split(' ').any(|w| {
            ["regulation", "requirement", "standard", "act", "law", "legal", "rule"]
                .iter()
                .any(|r| w.starts_with(r))
        })
    };
    let of_law = word.contains("regulation") || licensed || near.clone().any(|i| law(l.w(i)));
    // "is no longer in breach": of what the article told before.
    let cleared = l.w(at.wrapping_sub(1)) == "longer" && l.w(at.wrapping_sub(2)) == "no";
    let of_law = of_law || cleared && (word.starts_with("in ") || l.w(at + 1) == "breach");
    // "pleaded guilty to six charges of breaching regulations": a court's.
    let charged = word.ends_with("ing")
        && l.back(at, 5, &["charges", "charge", "offences", "counts", "offence", "count"]).is_some();
    if charged {
        return None;
    }
    // A bare "breaches" must be what inspectors found.
    if !of_law && !verb.is_some_and(|v| l.s.is(v, Class::Find) || l.says(v, &["identified", "noted"])) {
        return None;
    }
    // "The hospital is breaking the law on nutrition": what is inspected, no motorist.
    let breaks = word.starts_with("br") && word.ends_with(" the law");
    if breaks && subject(l, mode::group(l, at).start).is_none() {
        return None;
    }
    let carries = breaks || word.starts_with("breach") && (word.ends_with("ed") || word.ends_with("ing"));
    let verb = if carries { at } else { verb? };
    let g = mode::group(l, verb);
    let denied = |i: usize| l.s.is(i, Class::Not) && l.w(i + 1) != "longer" && l.w(i) != "longer";
    if g.mode != Mode::Done || (verb.min(at) + 1..at).any(denied) {
        return None;
    }
    let still = |i: usize| {
        l.says(
            i,
            &["still", "remains", "remained", "remaining", "remain", "continues", "continued", "continuing"],
        )
    };
    let longer = (g.start.saturating_sub(1)..at).any(|i| l.w(i) == "longer");
    let action = match (g.start.saturating_sub(1)..at).any(still) {
        _ if longer => Action::Lifted,
        true => Action::Continued,
        false => Action::Found,
    };
    let count = count(l, at);
    let by_subject = carries || verb > at || word.starts_with("in ") || l.w(at.wrapping_sub(1)) == "in";
    Some(Found {
        name: Some(name),
        count,
        at,
        rule: "measure/breach",
        ..Found::told(MeasureKind::Breach, action, verb, at, "measure/breach")
            .since(g.start)
            .passive(by_subject)
    })
}

/// A verb that tells of a breach: found, identified, were, remains.
fn tells(l: &Line<'_, '_>, i: usize) -> bool {
    l.s.is_any(i, &[Class::Find, Class::Be, Class::Stay, Class::Have, Class::Rate])
        || l.says(
            i,
            &[
                "identified", "identifies", "uncovered", "noted", "discovered", "recorded", "cited",
                "committed", "identifying", "finding", "listed", "highlighted", "continuing", "multiple",
            ],
        )
}

/// "five breaches", "two further breaches", "in breach of the same two regulations", "breached four regulations".
fn count(l: &Line<'_, '_>, at: usize) -> Option<u64> {
    let number = |i: usize| match l.s.item(i) {
        Some(Item::Number(n)) if n > 0 && n < 200 => Some(n),
        _ => None,
    };
    let plain =
        |i: usize| l.s.is_any(i, &[Class::Other, Class::Filler, Class::Before, Class::Again, Class::Now]);
    let word = l.w(at);
    if word.contains("breaches") {
        return (at.saturating_sub(3)..at)
            .rev()
            .take_while(|&i| plain(i) || number(i).is_some())
            .find_map(number);
    }
    (at + 1..at + 5)
        .take_while(|&i| plain(i) || number(i).is_some() || l.s.is_any(i, &[Class::Det, Class::Prep]))
        .find_map(number)
        .filter(|_| (at + 1..at + 7).any(|i| l.w(i).ends_with('s')))
}
