//! What a sum of money is for and whether it changed hands, by the words around it; and which sums are the same.
//! Knows the words for fines, grants and losses; nothing of who pays.
//!
//! What it finds: a role where a word next to the sum names it, and a modal or a condition near it.
//! What it leaves alone: sums whose clause names no purpose.
//! Example: "would also lose around £68m it was hoping to secure": funding, potential.
//! Where it is fooled: two purposes in one clause; the nearer wins.

use crate::fact::{Certainty, MoneyRole};
use crate::find::lex::{Line, Lines};
use crate::find::money::Sum;
use crate::text::small::Small;
use crate::text::table::set;

/// Gives every sum its role and certainty.
pub(crate) fn assign(sums: &mut [Sum], lines: &Lines<'_>) {
    for sum in sums {
        let line = lines.at(sum.span.start);
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

set! {
    /// The words of [`word_role`]: most words are none of them.
    PURPOSES = "fine fined fines penalty penalties secure secured aside raised admitted admission entry tickets \
        ticket funding fund funds funded grant grants boost investment invest invested investing cash allocated \
        injection subsidy bid awarded earmarked lose loses losing lost loss losses budget budgets deficit deficits \
        shortfall overspend overspent overspending debt debts gap hole costs cost costing spend spent spending \
        price priced bill retails worth value valued fee fees charge charges charged charging rent allowance \
        allowances salary salaries pay wage wages job earns earned earning earn pension bonus turnover revenue \
        revenues income takings"
}

/// The words for each role, nearest to the sum first.
fn word_role(line: &Line<'_>, i: usize) -> Option<MoneyRole> {
    if !PURPOSES.has_in_any_case(line.text(i)) {
        return None;
    }
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
        "cost" | "costs" | "costing" | "spend" | "spent" | "spending" | "price" | "priced" | "bill"
        | "retails" | "worth" | "value" | "valued" => MoneyRole::Cost,
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

/// Words that name the purpose more surely than the nouns about the sum: "£42,000 towards the cost of …" is given,
/// "£9 for a session" is charged.
fn surely(line: &Line<'_>, start: usize, end: usize, sum: &Sum) -> Option<MoneyRole> {
    const GIVEN: &[&str] = &[
        "promised", "pledged", "offered", "earmarked", "found", "allocated", "donated", "granted", "raised",
    ];
    // What is sold by the hour, the place or the visit.
    const CHARGED: &[&str] = &[
        "session", "sessions", "place", "places", "ticket", "tickets", "membership", "visit", "revisit",
        "lesson", "lessons", "class", "classes", "licence", "course", "courses", "reinspection", "rescore",
    ];
    let by_year = matches!(sum.per.as_deref(), Some("year" | "hour" | "shift"));
    let near =
        |words: &[&str], reach: usize| (start.saturating_sub(reach)..start).any(|i| line.is_any(i, words));
    let been = (end..end + 3).any(|i| line.is_any(i, &["been", "was", "is"]) && line.is_any(i + 1, GIVEN));
    let backed = near(&["backed"], 3) && line.is_any(start.wrapping_sub(1), &["by", "with"]);
    let brings = near(&["bring", "brings", "bringing", "brought"], 5)
        && (start.saturating_sub(4)..start).any(|i| line.is(i, "in"));
    let back = near(&["put", "putting", "puts"], 3)
        && (end..end + 3).any(|i| line.is(i, "back") && line.is_any(i + 1, &["in", "into"]));
    let fees = (end..end + 6).any(|i| line.is(i, "in") && line.is_any(i + 1, &["fees", "charges", "rent"]));
    let small = sum.amount.is_some_and(|a| a.minor() < 100_000) && sum.per.is_none();
    let verb = (start.saturating_sub(3)..start).find(|i| line.is_any(*i, &["cost", "costs", "costing"]));
    let charged = small && verb.is_some_and(|v| (v.saturating_sub(7)..v).any(|i| line.is_any(i, CHARGED)));
    let wages = by_year && near(&["paying", "pays", "paid"], 5);
    match () {
        () if line.is(end, "towards") || been || backed || brings || back => Some(MoneyRole::Funding),
        () if line.is(end, "from") && line.is(end + 1, "reserves") => Some(MoneyRole::Funding),
        () if fees || charged => Some(MoneyRole::Fee),
        () if wages => Some(MoneyRole::Pay),
        () => None,
    }
}

fn role(line: &Line<'_>, start: usize, end: usize, sum: &Sum) -> Option<MoneyRole> {
    if let Some(role) = surely(line, start, end, sum) {
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
    let Some((role, at)) = found else { return by_shape(line, start, end, sum) };
    // "with £2,315 costs"
    if at == end && line.is(at, "costs") {
        return Some(MoneyRole::Costs);
    }
    let spell = matches!(sum.per.as_deref(), Some("week" | "day" | "night"));
    match role {
        // "Parents pay £58 a day": the price of a place.
        MoneyRole::Pay if line.is(at, "pay") && spell && at < start => Some(MoneyRole::Fee),
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
        "extension", "refurbishment", "revamp", "home", "headquarters", "scheme", "project", "development",
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
    let before = |reach: usize, words: &[&str]| {
        (start.saturating_sub(reach)..start)
            .rev()
            .take_while(|i| line.sign(*i).is_none())
            .find(|&i| line.is_any(i, words))
    };
    let behind = |reach: usize, words: &[&str]| {
        (end..(end + reach).min(line.len()))
            .take_while(|i| line.sign(*i).is_none())
            .find(|&i| line.is_any(i, words))
    };
    let in_red = (end..end + 6).any(|i| line.is(i, "in") && line.is(i + 1, "the") && line.is(i + 2, "red"));
    // "put £1.75m into", "is giving it £10,000", "will receive £6m from the government", "pumped into"
    // "was given £5 to get home" is nobody's grant.
    let large = sum.amount.is_none_or(|sum| sum.minor() >= 100_000);
    let put = before(3, &["put", "puts", "putting", "pumped", "ploughed", "poured"]).is_some()
        && behind(6, &["into", "towards"]).is_some()
        || behind(5, &["pumped", "ploughed", "poured"]).is_some();
    let given = large
        && before(
            4,
            &[
                "giving", "gave", "given", "give", "promised", "pledged", "lent", "handed", "receive",
                "received", "receives",
            ],
        )
        .is_some()
        && behind(9, &["for", "from", "to", "by"]).is_some();
    let state = behind(4, &["government", "council", "department", "treasury", "nhs", "ministers"]).is_some()
        && line.is(end, "from");
    let further = before(2, &["further"]).is_some() && behind(5, &["for"]).is_some();
    let wages = before(1, &["on"]).is_some_and(|on| {
        on > 0
            && line.is_any(
                on - 1,
                &[
                    "trainee", "start", "starts", "nurse", "carer", "officer", "teacher", "someone", "staff",
                    "chief",
                ],
            )
    }) || before(1, &["paid"])
        .is_some_and(|paid| paid > 1 && line.is(paid - 1, "is") && line.is(paid - 2, "who"));
    let paying = weekly_pay(line, start, sum);
    let bought = before(5, &["bought", "sold", "acquired"]).is_some() && before(2, &["for"]).is_some();
    let owed = before(6, &["reach", "reached", "total", "totalled", "stood", "stands"]).is_some()
        && (0..start).any(|i| line.is_any(i, &["deficit", "shortfall", "overspend"]));
    match () {
        () if in_red || owed => Some(MoneyRole::Deficit),
        () if wages => Some(MoneyRole::Pay),
        () if paying => Some(MoneyRole::Fee),
        () if bought => Some(MoneyRole::Cost),
        () if put || given || state || further => Some(MoneyRole::Funding),
        () if extra || public => Some(MoneyRole::Funding),
        () if built || needed => Some(MoneyRole::Cost),
        () if weekly || entry => Some(MoneyRole::Fee),
        () => None,
    }
}

/// "We were paying £62 a day for him", "a top-up of £85 a week".
fn weekly_pay(line: &Line<'_>, start: usize, sum: &Sum) -> bool {
    let spell = matches!(sum.per.as_deref(), Some("week" | "day" | "night" | "month"));
    let near = start.saturating_sub(7)..start;
    spell
        && near
            .into_iter()
            .any(|i| line.is_any(i, &["paying", "paid", "pays", "top-up", "contribution", "charged"]))
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
    // "will receive £6m to expand the unit if its case is approved"
    let condition = (end..(end + 14).min(line.len()))
        .take_while(|i| !matches!(line.sign(*i), Some(';' | ',' | '.')))
        .any(|i| line.is(i, "if"));
    let coming = (start.saturating_sub(6)..start).any(|i| line.is_any(i, &["will", "to"]));
    if condition && coming || words().any(|i| line.is_any(i, CONDITIONAL)) {
        return Certainty::Conditional;
    }
    // "If we had stayed we would have been looking at a £60 hole"
    let begun = line.is(0, "if") || line.sign(0).is_some() && line.is(1, "if");
    if begun && (start.saturating_sub(14)..start).any(|i| line.is_any(i, &["would", "d"]) && i > 3) {
        return Certainty::Potential;
    }
    // "the £800,000 it had earmarked", "has been promised": it is there.
    if (end..end + 4)
        .any(|i| line.is_any(i, &["had", "has"]) && line.is_any(i + 1, &["earmarked", "allocated"]))
    {
        return Certainty::Actual;
    }
    // "May 2003" is a month.
    if words().any(|i| line.is_any(i, POTENTIAL) && !(line.is(i, "may") && line.capital(i))) {
        return Certainty::Potential;
    }
    Certainty::Actual
}
