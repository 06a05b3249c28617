//! Sums that are only bounded: "a six-figure sum", "tens of millions of pounds", "several thousand pounds", "a
//! multi-million-pound scheme". Refuses to make an amount of them.

use super::amount::{Read, back};
use super::words::{coin, scale};
use crate::fact::Precision;
use crate::find::lex::Line;
use crate::find::number;
use crate::text::small::Small;

/// Reads the bounded sum that starts at `i`.
pub(super) fn bounded(line: &Line<'_>, i: usize) -> Option<(Read, usize)> {
    figures_of(line, i).or_else(|| plural(line, i)).or_else(|| several(line, i)).or_else(|| multi(line, i))
}

fn read(low: i64, high: Option<i64>, currency: &'static str) -> Option<Read> {
    Some(Read {
        amount: None,
        low: Some(low.checked_mul(100)?),
        high: high.and_then(|h| h.checked_mul(100)),
        currency,
        precision: Some(Precision::About),
        rule: "money/bounded",
    })
}

/// "a six-figure sum".
fn figures_of(line: &Line<'_>, i: usize) -> Option<(Read, usize)> {
    const NOUNS: &[&str] = &[
        "sum", "sums", "amount", "fine", "fines", "salary", "salaries", "payout", "bill", "fee",
        "settlement", "pay", "donation", "budget", "deficit", "loss", "cost", "package", "compensation",
        "grant",
    ];
    let (n, at) = number::read(line, i)?;
    let digits = u32::try_from(n.as_whole()?).ok().filter(|d| (4..=10).contains(d))?;
    let figure = line.sign(at) == Some('-')
        && line.is_any(at + 1, &["figure", "figures"])
        && line.is_any(at + 2, NOUNS);
    let (low, high) = (10_i64.pow(digits - 1), 10_i64.pow(digits) - 1);
    Some((read(low, Some(high), "GBP").filter(|_| figure)?, at + 3))
}

/// "tens of millions of pounds", "thousands of pounds".
fn plural(line: &Line<'_>, i: usize) -> Option<(Read, usize)> {
    let many = |at: usize| match Small::of(line.text(at)).as_str() {
        "hundreds" => Some(100),
        "thousands" => Some(1_000),
        "millions" => Some(1_000_000),
        "billions" => Some(1_000_000_000),
        _ => None,
    };
    let (times, at) = match Small::of(line.text(i)).as_str() {
        "tens" if line.is(i + 1, "of") => (10, i + 2),
        "hundreds" if line.is(i + 1, "of") && many(i + 2).is_some() => (100, i + 2),
        _ => (1, i),
    };
    let unit: i64 = many(at).filter(|_| line.is(at + 1, "of"))?;
    let (coin, end) = back(line, at + 2).filter(|(c, _)| !c.minor)?;
    let low = unit.checked_mul(times)?;
    let high = if times == 1 {
        unit.checked_mul(if unit == 100 { 10 } else { 1_000 })?
    } else {
        low.checked_mul(10)?
    };
    Some((read(low, Some(high - 1), coin.currency)?, end))
}

/// "several million pounds", "a few hundred pounds".
fn several(line: &Line<'_>, i: usize) -> Option<(Read, usize)> {
    let at = match () {
        () if line.is_any(i, &["several", "many"]) => i + 1,
        () if line.is(i, "a") && line.is(i + 1, "few") => i + 2,
        () if line.is(i, "a") && line.is(i + 1, "couple") && line.is(i + 2, "of") => i + 3,
        () => return None,
    };
    let (unit, at) = match line.is(at, "hundred") {
        true => (100, at + 1),
        false => (scale(line.text(at)).filter(|_| line.text(at).len() > 4)?, at + 1),
    };
    let (coin, end) = back(line, at).filter(|(c, _)| !c.minor)?;
    if line.is_any(i + 1, &["couple"]) {
        let amount = unit.checked_mul(200);
        let precision = Some(Precision::About);
        let rule = "money/bounded";
        return Some((Read { amount, low: None, high: None, currency: coin.currency, precision, rule }, end));
    }
    Some((read(unit.checked_mul(2)?, None, coin.currency)?, end))
}

/// "multi-million-pound", "multimillion pound".
fn multi(line: &Line<'_>, i: usize) -> Option<(Read, usize)> {
    let dash = |at: usize| at + usize::from(line.sign(at) == Some('-'));
    let (unit, at) = match Small::of(line.text(i)).as_str() {
        "multi" => {
            let at = dash(i + 1);
            (scale(line.text(at)).filter(|_| line.text(at).len() > 4)?, at + 1)
        }
        "multimillion" => (1_000_000, i + 1),
        "multibillion" => (1_000_000_000, i + 1),
        _ => return None,
    };
    let at = dash(at);
    let coin = coin(line.text(at)).filter(|c| !c.minor)?;
    Some((read(unit, None, coin.currency)?, at + 1))
}
