//! What a sum of money is for and whether it changed hands, by the words around it; and which sums are the same.
//! Knows the words for fines, grants and losses; nothing of who pays.
//!
//! What it finds: a role where a word next to the sum names it, and a modal or a condition near it.
//! What it leaves alone: sums whose clause names no purpose.
//! Example: "would also lose around £68m it was hoping to secure": funding, potential.
//! Where it is fooled: two purposes in one clause; the nearer wins.

mod certainty;
mod shape;

use crate::fact::MoneyRole;
use crate::find::lex::{Line, Lines};
use crate::find::money::Sum;
use crate::text::small::Small;
use shape::Place;

/// Gives every sum its role and certainty.
pub(crate) fn assign(sums: &mut [Sum], lines: &Lines<'_>) {
    for sum in sums {
        let line = lines.at(sum.span.start);
        let (start, end) = (line.at(sum.whole.start), line.at(sum.whole.end));
        sum.certainty = certainty::certainty(line, start, end);
        sum.role = role(line, start, end, sum);
    }
}

/// Links equal sums to the first telling of them. Call it on the list that is reported.
pub(crate) fn link(sums: &mut [Sum]) {
    for i in 0..sums.len() {
        let (done, rest) = sums.split_at_mut(i);
        let Some(sum) = rest.first_mut() else { continue };
        let same = |s: &&mut Sum| {
            s.amount.is_some() && s.amount == sum.amount && s.currency == sum.currency && s.per == sum.per
        };
        sum.same_as = done.iter_mut().enumerate().find(|(_, s)| same(s)).map(|(n, _)| n);
    }
}

/// The words for each role, nearest to the sum first.
fn word_role(line: &Line<'_>, i: usize) -> Option<MoneyRole> {
    let word = Small::of(line.text(i));
    Some(match word.as_str() {
        "fine" | "fined" | "fines" | "penalty" | "penalties" => MoneyRole::Fine,
        "secure" | "secured"
            if !line.is_any(i.wrapping_sub(1), &["to", "could", "would", "will", "has", "have", "had"]) =>
        {
            return None;
        }
        "aside" if line.is_any(i.wrapping_sub(1), &["set", "sets", "setting"]) => MoneyRole::Funding,
        "raised" if (i + 1..i + 8).any(|n| line.is_any(n, &["towards", "for"])) => MoneyRole::Funding,
        "admitted" | "admission" | "entry" | "tickets" | "ticket" => MoneyRole::Fee,
        "funding" | "fund" | "funds" | "funded" | "grant" | "grants" | "boost" | "investment" | "invest"
        | "invested" | "investing" | "secure" | "secured" | "cash" | "allocated" | "injection"
        | "subsidy" | "bid" | "awarded" | "earmarked" => MoneyRole::Funding,
        "lose" | "loses" | "losing" | "lost" | "loss" | "losses" => MoneyRole::Loss,
        "budget" | "budgets" => MoneyRole::Budget,
        "deficit" | "deficits" | "shortfall" | "overspend" | "overspent" | "overspending" | "debt"
        | "debts" | "gap" | "hole" => MoneyRole::Deficit,
        "costs"
            if line.is_any(i.wrapping_sub(1), &["in", "court", "legal", "prosecution", "and", "pay"])
                || line.is(i + 1, "of")
                || awarded(line, i) =>
        {
            MoneyRole::Costs
        }
        "cost" | "costs" | "costing" | "spend" | "spends" | "spent" | "spending" | "price" | "priced"
        | "bill" | "retails" | "worth" | "value" | "valued" => MoneyRole::Cost,
        "fee" | "fees" | "charge" | "charges" | "charged" | "charging" | "rent" => MoneyRole::Fee,
        "allowance" | "allowances" | "salary" | "salaries" | "pay" | "wage" | "wages" | "job" | "earns"
        | "earned" | "earning" | "earn" | "pension" | "bonus" => MoneyRole::Pay,
        "turnover" | "revenue" | "revenues" | "income" | "takings" => MoneyRole::Turnover,
        _ => return None,
    })
}

/// "the council’s costs", where somebody must pay them or asks for them.
fn awarded(line: &Line<'_>, i: usize) -> bool {
    const AWARD: &[&str] = &["pay", "paid", "award", "awarded", "application", "apply", "applied", "ordered"];
    line.is_any(i.wrapping_sub(1), &["s", "its", "their", "his", "her"])
        && (i.saturating_sub(14)..i).any(|n| line.is_any(n, AWARD))
}

fn role(line: &Line<'_>, start: usize, end: usize, sum: &Sum) -> Option<MoneyRole> {
    let place = Place { line, start, end, sum };
    if let Some(role) = shape::surely(place) {
        return Some(role);
    }
    // "a £2m cash boost", "£30m it was hoping to secure": what follows names the purpose more often than not.
    let behind = (end..(end + 7).min(line.len()))
        .take_while(|i| {
            !matches!(line.sign(*i), Some(',' | ';' | ':' | '.' | '–' | '—'))
                && !line.is_any(*i, &["and", "but", "because", "after", "by", "for"])
        })
        .find_map(|i| word_role(line, i).map(|r| (r, i)));
    let ahead = (start.saturating_sub(9)..start)
        .rev()
        .take_while(|i| !matches!(line.sign(*i), Some(';' | '.')))
        .find_map(|i| word_role(line, i).map(|r| (r, i)));
    let adjacent = |i: usize| i < end + 3;
    let found = match (ahead, behind) {
        (Some((MoneyRole::Fine | MoneyRole::Costs, i)), _) if start - i < 4 => ahead,
        (_, Some((_, i))) if adjacent(i) => behind,
        (_, Some((MoneyRole::Funding, _))) => behind,
        (Some(_), _) => ahead,
        (None, behind) => behind,
    };
    let Some((role, at)) = found else { return shape::by_shape(place) };
    // "with £2,315 costs"
    if at == end && line.is(at, "costs") {
        return Some(MoneyRole::Costs);
    }
    let spell = matches!(sum.per.as_deref(), Some("week" | "day" | "night"));
    match role {
        // "Parents pay £58 a day": the price of a place.
        MoneyRole::Pay if line.is(at, "pay") && spell && at < start => Some(MoneyRole::Fee),
        MoneyRole::Pay if line.is(at, "pay") && sum.per.is_none() && !wage(line, at) => {
            payment(line, start, end)
        }
        MoneyRole::Cost if line.is(at, "cost") && at < start && at + 1 < start && modal(line, at) => {
            // "could cost the council £5m": a body stands to lose it; "could cost £5m" is a price.
            Some(if payer(line, at, start) { MoneyRole::Loss } else { MoneyRole::Cost })
        }
        role => Some(role),
    }
}

/// "starting pay", "their pay has gone up": what somebody earns, no payment.
fn wage(line: &Line<'_>, pay: usize) -> bool {
    const EARNED: &[&str] = &["starting", "basic", "minimum", "average", "top", "hourly", "annual"];
    const THEN: &[&str] = &["has", "had", "is", "was", "rose", "starts", "started", "at", "rise", "rises"];
    line.is_any(pay.wrapping_sub(1), EARNED) || line.is_any(pay + 1, THEN)
}

/// "ordered to pay £2,000 in costs": what is paid, if the words say.
fn payment(line: &Line<'_>, start: usize, end: usize) -> Option<MoneyRole> {
    let near = start.saturating_sub(9)..(end + 5).min(line.len());
    let any = |words: &[&str]| near.clone().any(|i| line.is_any(i, words));
    match () {
        () if (end..end + 4).any(|i| line.is(i, "costs")) => Some(MoneyRole::Costs),
        () if any(&["fine", "fined"]) => Some(MoneyRole::Fine),
        () => None,
    }
}

/// A noun between the verb and the sum.
fn payer(line: &Line<'_>, at: usize, start: usize) -> bool {
    (at + 1..start)
        .any(|i| line.is_any(i, &["the", "it", "them", "us", "its", "taxpayers"]) || line.capital(i))
}

fn modal(line: &Line<'_>, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|i| line.is_any(i, &["could", "would", "may", "might", "will", "can"]))
}
