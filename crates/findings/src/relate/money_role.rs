//! What a sum of money is for and whether it changed hands, by the words around it; and which sums are the same.
//! Knows the words for fines, grants and losses; nothing of who pays.
//!
//! What it finds: a role where a word next to the sum names it, and a modal or a condition near it.
//! What it leaves alone: sums whose clause names no purpose.
//! Example: "would also lose around £68m it was hoping to secure": funding, potential.
//! Where it is fooled: two purposes in one clause; the nearer wins.

use crate::fact::{Certainty, MoneyRole};
use crate::find::lex::Line;
use crate::find::money::Sum;
use crate::text::Text;
use crate::text::small::Small;

/// Gives every sum its role and certainty.
pub(crate) fn assign(sums: &mut [Sum], text: &Text<'_>) {
    let mut last = None;
    for sum in sums {
        let sentence = text.sentences.get(text.sentence_at(sum.span.start)).copied().unwrap_or(sum.whole);
        let line = Line::around(text.as_str(), sentence, sum.whole, &mut last);
        let (start, end) = (line.at(sum.whole.start), line.at(sum.whole.end));
        sum.certainty = certainty(line, start, end);
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
        | "subsidy" | "bid" | "awarded" => MoneyRole::Funding,
        "lose" | "loses" | "losing" | "lost" | "loss" | "losses" => MoneyRole::Loss,
        "budget" | "budgets" => MoneyRole::Budget,
        "deficit" | "deficits" | "shortfall" | "overspend" | "overspent" | "overspending" | "debt"
        | "debts" | "gap" => MoneyRole::Deficit,
        "costs"
            if line.is_any(i.wrapping_sub(1), &["in", "court", "legal", "prosecution", "and", "pay"])
                || line.is(i + 1, "of") =>
        {
            MoneyRole::Costs
        }
        "cost" | "costs" | "costing" | "spend" | "spent" | "spending" | "price" | "priced" | "bill"
        | "retails" | "worth" | "value" | "valued" => MoneyRole::Cost,
        "fee" | "fees" | "charge" | "charges" | "charged" | "charging" | "rent" => MoneyRole::Fee,
        "salary" | "salaries" | "pay" | "wage" | "wages" | "job" | "earns" | "earned" | "earning"
        | "earn" | "pension" | "bonus" => MoneyRole::Pay,
        "turnover" | "revenue" | "revenues" | "income" | "takings" => MoneyRole::Turnover,
        _ => return None,
    })
}

fn role(line: &Line<'_>, start: usize, end: usize, sum: &Sum) -> Option<MoneyRole> {
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
    let Some((role, at)) = found else { return by_shape(line, start, end, sum) };
    match role {
        MoneyRole::Pay if line.is(at, "pay") && sum.per.is_none() => payment(line, start, end),
        MoneyRole::Cost if line.is(at, "cost") && at < start && at + 1 < start && modal(line, at) => {
            // "could cost the council £5m": a body stands to lose it; "could cost £5m" is a price.
            Some(if payer(line, at, start) { MoneyRole::Loss } else { MoneyRole::Cost })
        }
        role => Some(role),
    }
}

/// What the sum's own place in the sentence says where no word names its purpose.
fn by_shape(line: &Line<'_>, start: usize, end: usize, sum: &Sum) -> Option<MoneyRole> {
    const BUILT: &[&str] = &[
        "school", "superschool", "centre", "hospital", "building", "academy", "wing", "unit", "block",
        "extension", "refurbishment", "revamp", "home", "headquarters",
    ];
    let extra = start > 0 && line.is_any(start - 1, &["extra", "additional"]);
    let public = line.is(end, "of")
        && line.is_any(end + 1, &["government", "public", "lottery", "taxpayers"])
        && (end + 2..end + 4).any(|i| line.is(i, "money"));
    // "a £23m school": with an article in front and a building behind.
    let article = start > 0 && line.is_any(start - 1, &["a", "an", "the", "new", "its", "their"]);
    let built = article
        && (end..end + 6)
            .take_while(|i| line.sign(*i).is_none_or(|c| !matches!(c, ',' | '.')))
            .any(|i| line.is_any(i, BUILT));
    let needed = (end..end + 4).any(|i| line.is(i, "needed"));
    let weekly = matches!(sum.per.as_deref(), Some("week"))
        && (0..line.len()).any(|i| line.is_any(i, &["resident", "residents", "care", "nursing", "room"]));
    let entry = line.is(end, "to") && line.is(end + 1, "get") && line.is(end + 2, "in");
    match () {
        () if extra || public => Some(MoneyRole::Funding),
        () if built || needed => Some(MoneyRole::Cost),
        () if weekly || entry => Some(MoneyRole::Fee),
        () => None,
    }
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

fn certainty(line: &Line<'_>, start: usize, end: usize) -> Certainty {
    const POTENTIAL: &[&str] = &[
        "could", "would", "may", "might", "hoping", "hoped", "hopes", "risk", "risks", "faces", "facing",
        "threatened", "proposed", "proposes", "potentially", "plans", "wants", "want", "planned", "bidding",
        "estimates", "projected", "forecast", "expects", "expected", "if",
    ];
    const CONDITIONAL: &[&str] = &["provided", "unless", "conditional", "subject", "dependent", "depends"];
    let clause = |i: &usize| !matches!(line.sign(*i), Some(';'));
    let words = || {
        (start.saturating_sub(12)..start).rev().take_while(clause).chain(
            (end..(end + 8).min(line.len()))
                .take_while(|i| clause(i) && line.sign(*i) != Some(',') && !line.is_any(*i, &["and", "but"])),
        )
    };
    if words().any(|i| line.is_any(i, CONDITIONAL)) {
        return Certainty::Conditional;
    }
    // "May 2003" is a month.
    if words().any(|i| line.is_any(i, POTENTIAL) && !(line.is(i, "may") && line.capital(i))) {
        return Certainty::Potential;
    }
    Certainty::Actual
}
