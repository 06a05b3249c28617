//! Shares and numbers that are said to be so high or to have moved: "the proportion rated good rose from 64 to 71 per
//! cent", ", up from nine a year earlier"; and grades counted before their noun. Knows no subject of a verb.

use crate::fact::CountKind;
use crate::find::grade::is_plural;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::Story;
use crate::relate::tally::counted::{self, Sort};
use crate::relate::tally::distance::predicate_at;
use crate::relate::tally::groups::hoped;
use crate::relate::tally::labels::{self, Labels};
use crate::relate::tally::predicate::{self, How, Predicate};
use crate::relate::tally::quantity;
use crate::relate::tally::{Counted, What};
use crate::text::word::last;

/// "the proportion of homes rated good or outstanding stands at exactly 75 per cent", "… rose from 64% to 71%".
pub(super) fn proportion(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> Vec<Counted> {
    const NOUNS: &[&str] = &["proportion", "share", "percentage", "number", "total", "numbers", "figure"];
    // "…, and those rated weak fell from 11% to 5%": the noun stands before.
    let noun_at = match s.says(at, &["those"]) && s.is(at + 1, Class::Rate) {
        true => (0..at).rev().find(|&i| s.says(i, NOUNS)),
        // "The number judged weak fell to 33": the noun is left out.
        false => {
            Some(at).filter(|_| s.says(at, NOUNS) && (s.says(at + 1, &["of"]) || s.is(at + 1, Class::Rate)))
        }
    };
    let Some(noun_at) = noun_at else { return Vec::new() };
    let noun = if noun_at == at && s.says(at + 1, &["of"]) { at + 2 } else { at + 1 };
    // "the number of Ofsted-rated outstanding schools"
    let rated = |i: usize| matches!(s.item(i), Some(Item::Body(_))) || s.at(i).ends_with("-rated");
    let noun = (noun..noun + 3).find(|&i| !rated(i)).unwrap_or(noun);
    // "the number of inadequate schools": the label stands before its noun.
    let before = labels::read(s, noun).and_then(|(found, end)| {
        let last =
            (end..end + 2).find(|&i| matches!(counted::sort(story, s, i..i + 1), Sort::Providers(_)))?;
        Some((end, last + 1, Predicate { labels: found, end: last + 1, how: How::Is }))
    });
    let after = || {
        let (verb, _) = predicate_at(s, noun)?;
        Some((noun, verb, predicate::read(s, verb)?))
    };
    let Some((noun, verb, p)) = before.or_else(after) else { return Vec::new() };
    let sort = counted::sort(story, s, noun..verb);
    let kind = match sort {
        Sort::Providers(kind) => kind,
        Sort::Unknown => None,
        _ => return Vec::new(),
    };
    let counts = s.says(noun_at, &["number", "numbers", "total"]);
    let stop = (p.end..s.chunks.len())
        .take_while(|&i| {
            // "halved in a year, from 90 to 43"
            let from = s.item(i) == Some(Item::Stop(',')) && s.says(i + 1, &["from"]);
            (from || !matches!(s.item(i), Some(Item::Stop(_)))) && !s.is(i, Class::Conj)
        })
        .last()
        .map_or(p.end, |i| i + 1);
    let verbs = (p.end..stop).any(|i| {
        s.is_any(i, &[Class::Be, Class::Have, Class::Rise, Class::Fall, Class::Move])
            || s.says(
                i,
                &[
                    "stands", "stood", "doubled", "grew", "grown", "reached", "stand", "increased",
                    "climbed", "fell", "tripled", "halved", "dropped",
                ],
            )
    });
    if !verbs {
        return Vec::new();
    }
    let mut out: Vec<Counted> = Vec::new();
    let mut i = p.end;
    while i < stop && out.len() < 2 {
        let moved = s.says(i.wrapping_sub(1), &["by"]);
        let found = match quantity::percentage(s, i) {
            Some((percent, end)) => Some((None, Some(percent), end)),
            None => quantity::figure(s, i).map(|n| (Some(n), None, i + 1)),
        };
        let Some((n, percent, end)) = found.filter(|f| !moved && (f.1.is_some() || counts || from_to(s, i)))
        else {
            i += 1;
            continue;
        };
        // "from 64 to 71 per cent": the first figure borrows its unit.
        let percent = percent.or_else(|| {
            let later = (end + 1..end + 4).any(|j| quantity::percentage(s, j).is_some());
            (later && !counts).then(|| n.map(|n| n as f64)).flatten()
        });
        let unit = if percent.is_some() { CountKind::Percent } else { CountKind::Exact };
        if percent.is_none() && !counts {
            i = end;
            continue;
        }
        out.push(Counted {
            kind: unit,
            n: n.filter(|_| percent.is_none()),
            of: None,
            percent,
            start: if out.is_empty() { at } else { i },
            end,
            labels: p.labels.clone(),
            what: What::Providers { words: Some((noun, verb)), kind },
            measure: None,
            inferred: false,
            rule: "tally/proportion",
        });
        i = end;
    }
    out
}

/// ", up from nine a year earlier": the same count at another time.
pub(super) fn earlier(s: &Sentence<'_>, now: &Counted) -> Option<Counted> {
    let What::Providers { .. } = now.what else { return None };
    let at = (now.end..now.end + 8)
        .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(';' | ':') | Item::Label(_))))
        .find(|&i| {
            (s.says(i, &["up", "down"]) && s.says(i + 1, &["from"]))
                || (s.says(i, &["compared"]) && s.says(i + 1, &["with", "to"]))
                || (s.says(i, &["against"]) && matches!(s.item(i + 1), Some(Item::Number(_) | Item::Word(_))))
        })
        .map(|i| i + if s.says(i, &["against"]) { 1 } else { 2 })?;
    let at = at + usize::from(s.says(at, &["just", "only"]));
    let (n, percent, end) = match (quantity::percentage(s, at), now.kind) {
        (Some((percent, end)), CountKind::Percent) => (None, Some(percent), end),
        // "87 of 96 (91 per cent) … up from 79 per cent", "two-thirds, against 58 per cent"
        (Some((percent, end)), _) if now.percent.is_some() || now.kind == CountKind::Share => {
            (None, Some(percent), end)
        }
        (None, CountKind::Exact) => (Some(quantity::figure(s, at)?), None, at + 1),
        _ => return None,
    };
    // The same population at another time, not another one: "compared with 81 per cent across England".
    let then = (end..end + 5).any(|i| {
        matches!(s.item(i), Some(Item::Date(_)))
            || s.says(i, &["earlier", "before", "ago", "previously", "previous"])
    });
    let stops = s.item(end).is_none_or(|i| matches!(i, Item::Stop(_)));
    (then || stops && s.says(at - 1, &["from"])).then(|| Counted {
        kind: if n.is_none() { CountKind::Percent } else { now.kind },
        n,
        percent,
        of: None,
        start: at,
        end,
        rule: "tally/earlier",
        ..now.clone()
    })
}

fn from_to(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at.wrapping_sub(1), &["from", "to"])
}

/// "two ratings of outstanding, 11 of good and one of requires improvement". `on`: the count before was one such.
pub(super) fn of_grade(s: &Sentence<'_>, at: usize, on: bool) -> Option<Counted> {
    let n = quantity::figure(s, at).filter(|_| !s.says(at.wrapping_sub(1), &["least"]))?;
    let noun = usize::from(s.is(at + 1, Class::Rating));
    let of = at + 1 + noun;
    if !(on || noun == 1) || !s.says(of, &["of"]) {
        return None;
    }
    let label = of + 1 + usize::from(s.item(of + 1) == Some(Item::Open));
    let (found, end) = labels::read(s, label).filter(|_| matches!(s.item(label), Some(Item::Label(_))))?;
    (!labels::describes(s, end)).then_some(Counted {
        kind: CountKind::Exact,
        n: Some(n),
        of: None,
        percent: None,
        start: at,
        end,
        labels: match found {
            Labels::These(items) => Labels::These(items.into_iter().take(1).collect()),
            found => found,
        },
        what: What::Areas,
        measure: None,
        inferred: false,
        rule: "tally/of-grade",
    })
}

/// "two “good” and three “requires improvement” grades": grades counted before their noun.
pub(super) fn grades(s: &Sentence<'_>, at: usize, told: bool) -> Option<Counted> {
    // "38 included at least one “poor” grade" counts the 38.
    let n = quantity::figure(s, at).filter(|_| !s.says(at.wrapping_sub(1), &["least"]))?;
    let (found, end) =
        labels::read(s, at + 1).filter(|_| matches!(s.item(at + 1), Some(Item::Open | Item::Label(_))))?;
    let Labels::These(items) = &found else { return None };
    let plural = |i: usize| {
        s.says(
            i,
            &["ratings", "grades", "judgements", "judgments", "marks", "scores", "verdicts", "gradings"],
        )
    };
    // "two grade fives", "three fours": a label that is a noun of its own.
    let pupils = || (at.saturating_sub(9)..at).any(|i| counted::is_other(s, i));
    let own = |&l: &usize| is_plural(s.at(l)) || counts_itself(s.at(l)) && !pupils();
    let many = n > 1 && items.first().is_some_and(own);
    let noun = plural(end) || n == 1 && s.is(end, Class::Rating);
    let own = noun || many;
    // "two “good” and three “requires improvement” grades": the noun stands once, at the end.
    let shared = (end..end + 12)
        .take_while(|&i| {
            matches!(
                s.item(i),
                Some(Item::Open | Item::Close | Item::Label(_) | Item::Number(_) | Item::Stop(','))
            ) || s.says(i, &["and"])
                || plural(i)
        })
        .any(plural);
    (items.len() == 1 && (own || shared || told)).then(|| Counted {
        kind: CountKind::Exact,
        n: Some(n),
        of: across(s, at).filter(|of| *of > n),
        percent: None,
        start: at,
        end: end + usize::from(noun),
        labels: found.clone(),
        what: What::Areas,
        measure: None,
        inferred: false,
        rule: "tally/grades",
    })
}

/// "Across the ten indicators, it was given six goods": of how many.
fn across(s: &Sentence<'_>, at: usize) -> Option<u64> {
    let opens = s.says(0, &["across", "over", "of"]);
    let comma = (2..at.min(14)).find(|&i| s.item(i) == Some(Item::Stop(','))).filter(|_| opens)?;
    (1..comma).find_map(|i| quantity::figure(s, i))
}

/// "fives", "grade fours": a grade told as a number, in the plural.
fn counts_itself(label: &str) -> bool {
    const MANY: &[&str] =
        &["ones", "twos", "threes", "fours", "fives", "sixes", "1s", "2s", "3s", "4s", "5s", "6s"];
    MANY.iter().any(|m| m.eq_ignore_ascii_case(last(label))) || is_plural(label)
}

/// "a clean sweep of goods", "straight outstandings", "a full house of good grades": all there are.
pub(super) fn sweep(s: &Sentence<'_>, at: usize) -> Option<Counted> {
    let of = s.says(at, &["sweep", "house"]) && s.says(at + 1, &["of"]);
    let first = at + 1 + usize::from(of);
    let gives = [Class::Give, Class::Receive, Class::Rate, Class::Keep, Class::Have];
    let given = (at.saturating_sub(7)..at).any(|i| s.is_any(i, &gives)) && !hoped(s, at);
    if !given || !(of || s.says(at, &["straight"])) {
        return None;
    }
    let (found, end) =
        labels::read(s, first).filter(|_| matches!(s.item(first), Some(Item::Open | Item::Label(_))))?;
    let Labels::These(items) = &found else { return None };
    let many = items.first().is_some_and(|&l| counts_itself(s.at(l)));
    let noun = s.says(end, &["ratings", "grades", "judgements", "judgments", "marks", "scores"]);
    (many || noun).then(|| Counted {
        kind: CountKind::All,
        n: None,
        of: None,
        percent: None,
        start: at,
        end: end + usize::from(noun),
        labels: found.clone(),
        what: What::Areas,
        measure: None,
        inferred: false,
        rule: "tally/grades",
    })
}

/// "two grade fives and a four": one more.
pub(super) fn and_a(s: &Sentence<'_>, before: &Counted) -> Option<Counted> {
    let Labels::These(items) = &before.labels else { return None };
    let at = before.end;
    let many = before.rule == "tally/grades" && items.iter().any(|&l| counts_itself(s.at(l)));
    let a = s.says(at, &["and"]) && s.says(at + 1, &["a", "one"]);
    let (found, end) =
        labels::read(s, at + 2).filter(|_| many && a && matches!(s.item(at + 2), Some(Item::Label(_))))?;
    (!labels::describes(s, end)).then(|| Counted {
        n: Some(1),
        start: at + 1,
        end,
        labels: found,
        ..before.clone()
    })
}
