//! One sum: "£1.2bn", "half a million pounds", "50p", "$3m", "tens of millions of pounds", "a six-figure sum".
//! Knows nothing of the words before it.

use super::words::{Coin, coin, scale, sign};
use crate::fact::Precision;
use crate::find::lex::Line;
use crate::find::number::{self, Number};

/// A sum as read, in minor units.
pub(super) struct Read {
    pub(super) amount: Option<i64>,
    pub(super) low: Option<i64>,
    pub(super) high: Option<i64>,
    pub(super) currency: &'static str,
    pub(super) precision: Option<Precision>,
    pub(super) rule: &'static str,
}

/// A figure that may lack its currency or its scale: one end of a range.
pub(super) struct Loose {
    number: Number,
    minor: bool,
    pub(super) currency: Option<&'static str>,
    pub(super) scale: Option<i64>,
    /// The currency stands as a sign in front.
    pub(super) signed: bool,
}

impl Loose {
    /// In minor units, at a scale.
    pub(super) fn minor(&self, scale: Option<i64>) -> Option<i64> {
        let hundredths = self.number.hundredths(scale.unwrap_or(1))?;
        Some(if self.minor { hundredths / 100 } else { hundredths })
    }
}

/// Reads the sum that starts at `i`; gives it and where it ends.
pub(super) fn amount(line: &Line<'_>, i: usize) -> Option<(Read, usize)> {
    if let Some(found) = figures_of(line, i).or_else(|| vague(line, i)) {
        return Some(found);
    }
    let (first, mut end) = loose(line, i)?;
    let currency = first.currency?;
    let mut minor = first.minor(first.scale)?;
    if !first.minor
        && let Some((pence, next)) = and_pence(line, end)
    {
        minor = minor.checked_add(pence)?;
        end = next;
    }
    let negative = i > 0 && matches!(line.sign(i - 1), Some('-' | '−')) && (i == 1 || !line.glued(i - 1));
    let amount = Some(if negative { -minor } else { minor });
    Some((Read { amount, low: None, high: None, currency, precision: None, rule: "money/sum" }, end))
}

/// Reads a figure with what it has of a currency and a scale.
pub(super) fn loose(line: &Line<'_>, i: usize) -> Option<(Loose, usize)> {
    let (front, at) = front(line, i).map_or((None, i), |(c, at)| (Some(c), at));
    let (number, next) = match quarter(line, at) {
        Some((number, next)) => (number, next),
        None => number::read(line, at).or_else(|| single(line, at, front.is_some()))?,
    };
    let (scale, mut end) = scaled(line, next);
    // "£1 million pounds": the doubled word belongs to it.
    let hyphen = usize::from(line.sign(end) == Some('-') && coin(line.text(end + 1)).is_some());
    let back = back(line, end + hyphen);
    let coin = front.or(back.map(|b| b.0));
    if let Some((_, after)) = back.filter(|b| {
        front.is_none_or(|f| {
            f.currency == b.0.currency && line.is_any(end + hyphen, &["pound", "pounds", "euros", "dollars"])
        })
    }) {
        end = after;
    }
    let glued_after = line.glued(end) && line.token(end).is_some() && line.sign(end).is_none();
    if glued_after {
        return None;
    }
    let loose = Loose {
        number,
        minor: coin.is_some_and(|c| c.minor),
        currency: coin.map(|c| c.currency),
        scale,
        signed: front.is_some(),
    };
    Some((loose, end))
}

/// A sign or a code in front: "£", "US$", "GBP ", "&pound;".
fn front(line: &Line<'_>, i: usize) -> Option<(Coin, usize)> {
    if let Some(coin) = line.sign(i).and_then(sign) {
        return Some((coin, i + 1));
    }
    if line.is(i, "US") && line.sign(i + 1) == Some('$') {
        return sign('$').map(|c| (c, i + 2));
    }
    if line.sign(i) == Some('&') && line.is(i + 1, "pound") && line.sign(i + 2) == Some(';') {
        return sign('£').map(|c| (c, i + 3));
    }
    let code = line.is_any(i, &["GBP", "EUR", "USD"]);
    let dollar = usize::from(line.sign(i + 1) == Some('$'));
    coin(line.text(i)).filter(|_| code && line.digits(i + 1 + dollar).is_some()).map(|c| (c, i + 1 + dollar))
}

/// A word, a code or "p" behind: "pounds", "p", "GBP", "$", "US dollars", "pounds sterling".
fn back(line: &Line<'_>, i: usize) -> Option<(Coin, usize)> {
    if line.is(i, "p") && line.glued(i) && !line.glued(i + 1)
        || (line.is(i, "p") && line.sign(i + 1).is_some() && line.glued(i))
    {
        return coin("pence").map(|c| (c, i + 1));
    }
    if line.sign(i) == Some('¢') {
        return coin("cents").map(|c| (c, i + 1));
    }
    let us = usize::from(
        line.is(i, "US")
            && (coin(line.text(i + 1)).is_some_and(|c| c.currency == "USD") || line.sign(i + 1) == Some('$')),
    );
    if let Some(coin) = line.sign(i + us).filter(|_| line.digits(i + us + 1).is_none()).and_then(sign) {
        return Some((coin, i + us + 1));
    }
    let of = usize::from(line.is(i, "of"));
    let coin = coin(line.text(i + us + of)).filter(|_| of == 0)?;
    let sterling = usize::from(line.is(i + us + 1, "sterling"));
    Some((coin, i + us + 1 + sterling))
}

/// A scale word: "million", "-million", "bn" glued to the figures.
fn scaled(line: &Line<'_>, i: usize) -> (Option<i64>, usize) {
    let hyphen = usize::from(line.sign(i) == Some('-') && line.glued(i) && line.text(i + 1).len() > 4);
    let word = line.text(i + hyphen);
    // A lone "m" or "k" counts only where it touches the figures.
    let lone = word.len() <= 1 && !line.glued(i);
    match scale(word) {
        Some(n) if !lone => {
            let more = if n == 1_000 {
                scale(line.text(i + hyphen + 1)).filter(|m| *m > n && line.text(i + hyphen + 1).len() > 4)
            } else {
                None
            };
            match more {
                Some(m) => (n.checked_mul(m), i + hyphen + 2),
                None => (Some(n), i + hyphen + 1),
            }
        }
        _ => (None, i),
    }
}

/// "a million", "a pound": the article counts one where a scale or a coin follows.
fn single(line: &Line<'_>, i: usize, signed: bool) -> Option<(Number, usize)> {
    let counts = line.is_any(i, &["a", "an", "one"])
        && (scale(line.text(i + 1)).is_some_and(|_| line.text(i + 1).len() > 4)
            || coin(line.text(i + 1)).is_some());
    (counts && !signed).then_some((Number::whole(1), i + 1))
}

/// "a quarter of a million", "half a million".
fn quarter(line: &Line<'_>, i: usize) -> Option<(Number, usize)> {
    let start = if line.is(i, "a") { i + 1 } else { i };
    let of = line.is(start, "quarter") && line.is(start + 1, "of") && line.is(start + 2, "a");
    if of {
        return number::figures(&Line::new("¼", crate::text::Span::new(0, 2)), 0)
            .map(|(n, _)| (n, start + 3));
    }
    let half = line.is(i, "half") && scale(line.text(i + 1)).is_some();
    if half {
        return number::figures(&Line::new("½", crate::text::Span::new(0, 2)), 0).map(|(n, _)| (n, i + 1));
    }
    None
}

/// "and 42 cents", "50p" after pounds.
fn and_pence(line: &Line<'_>, i: usize) -> Option<(i64, usize)> {
    let at = if line.is(i, "and") { i + 1 } else { i };
    let (number, next) = number::read(line, at)?;
    let (coin, end) = back(line, next).filter(|(c, _)| c.minor)?;
    let pence = number.as_whole().filter(|n| (1..100).contains(n) && coin.minor)?;
    Some((pence, end))
}

/// "a six-figure sum": bounds, no amount.
fn figures_of(line: &Line<'_>, i: usize) -> Option<(Read, usize)> {
    let (n, at) = number::read(line, i)?;
    let digits = u32::try_from(n.as_whole()?).ok().filter(|d| (4..=10).contains(d))?;
    let figure = line.sign(at) == Some('-')
        && line.is(at + 1, "figure")
        && line.is_any(
            at + 2,
            &[
                "sum",
                "sums",
                "amount",
                "fine",
                "salary",
                "payout",
                "bill",
                "fee",
                "settlement",
                "pay",
                "donation",
                "budget",
                "deficit",
            ],
        );
    let low = 10_i64.pow(digits - 1).checked_mul(100)?;
    let high = 10_i64.pow(digits).checked_sub(1)?.checked_mul(100)?;
    figure.then_some((
        Read {
            amount: None,
            low: Some(low),
            high: Some(high),
            currency: "GBP",
            precision: Some(Precision::About),
            rule: "money/bounded",
        },
        at + 3,
    ))
}

/// "tens of millions of pounds", "thousands of pounds": bounds, no amount.
fn vague(line: &Line<'_>, i: usize) -> Option<(Read, usize)> {
    let (times, at) = match line.text(i).to_ascii_lowercase().as_str() {
        "tens" if line.is(i + 1, "of") => (10, i + 2),
        "hundreds" if line.is(i + 1, "of") => (100, i + 2),
        _ => (1, i),
    };
    let unit = match line.text(at).to_ascii_lowercase().as_str() {
        "thousands" => 1_000,
        "millions" => 1_000_000,
        "billions" => 1_000_000_000,
        _ => return None,
    };
    if !line.is(at + 1, "of") {
        return None;
    }
    let coin = coin(line.text(at + 2)).filter(|c| !c.minor)?;
    let low = 100 * times * unit;
    let high = (if times == 1 { 1_000 * unit } else { 10 * times * unit } - 1) * 100;
    Some((
        Read {
            amount: None,
            low: Some(low),
            high: Some(high),
            currency: coin.currency,
            precision: Some(Precision::About),
            rule: "money/bounded",
        },
        at + 3,
    ))
}
