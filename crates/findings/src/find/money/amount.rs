//! One sum: "£1.2bn", "half a million pounds", "50p", "$3m", "tens of millions of pounds", "a six-figure sum".
//! Knows nothing of the words before it.

use super::bounded::bounded;
use super::things::{describes, is_weight};
use super::unsigned::unsigned;
use super::words::{Coin, coin, national, prefix, scale, sign};
use crate::fact::Precision;
use crate::find::lex::{Line, Shape};
use crate::find::number::{self, Number};
use crate::text::small::Small;

/// True where a sum may begin: with a sign, a figure, a number in words, or a word that stands for one.
pub(super) fn may_begin(line: &Line<'_>, i: usize) -> bool {
    let is_word = |i: usize| line.token(i).is_some_and(|t| t.shape == Shape::Word);
    if line.sign(i + 1) == Some('$') {
        return true;
    }
    // ".5m" begins with a stop; other marks of a sentence begin nothing.
    match line.sign(i) {
        Some(',' | ';' | ':' | '?' | '!' | '(' | ')' | '-' | '–' | '—' | '…') => return false,
        Some('"' | '“' | '”' | '‘' | '’' | '\'') => return false,
        Some('.') => return line.digits(i + 1).is_some(),
        Some(_) => return true,
        None if !is_word(i) => return true,
        None => {}
    }
    match Small::of(line.text(i)).as_str() {
        "a" | "an" => {
            let next = line.text(i + 1);
            !is_word(i + 1) && line.token(i + 1).is_some()
                || line.is_any(i + 1, &["couple", "few", "hundred", "quarter"])
                || scale(next).is_some()
                || coin(next).is_some()
        }
        "between" | "from" | "half" | "quarter" | "tens" | "hundreds" | "thousands" | "millions"
        | "billions" | "several" | "many" | "multi" | "multimillion" | "multibillion" | "gbp" | "eur"
        | "usd" | "rs" => true,
        word => number::cardinal(word).is_some(),
    }
}

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
    /// True for pence and cents.
    pub(super) const fn is_minor(&self) -> bool {
        self.minor
    }

    /// In minor units, at a scale.
    pub(super) fn minor(&self, scale: Option<i64>) -> Option<i64> {
        let hundredths = self.number.hundredths(scale.unwrap_or(1))?;
        Some(if self.minor { hundredths / 100 } else { hundredths })
    }

    /// True for half a penny: less than a minor unit is left over.
    fn is_broken(&self) -> bool {
        self.minor && self.number.hundredths(self.scale.unwrap_or(1)).is_some_and(|n| n % 100 != 0)
    }
}

/// Reads the sum that starts at `i`; gives it and where it ends.
pub(super) fn amount(line: &Line<'_>, i: usize) -> Option<(Read, usize)> {
    if let Some(found) = bounded(line, i).or_else(|| unsigned(line, i)).or_else(|| misprint(line, i)) {
        return Some(found);
    }
    let (first, mut end) = loose(line, i)?;
    let currency = first.currency?;
    if !first.signed && (is_weight(line, i, end) || describes(line, i, end)) {
        return None;
    }
    let mut minor = first.minor(first.scale)?;
    if !first.minor
        && first.scale.is_none()
        && let Some((pence, next)) = and_pence(line, end, first.signed)
    {
        minor = minor.checked_add(pence)?;
        end = next;
    }
    // "-£3m", "minus £3m"; but "- - £3m" is a rule, "sum -£3m" a dash.
    let dash = i > 0 && matches!(line.sign(i - 1), Some('-' | '−')) && line.glued(i);
    let negative = dash && (i == 1 || !line.glued(i - 1) && line.sign(i - 2).is_none())
        || i > 0 && line.is(i - 1, "minus");
    if first.is_broken() {
        // "half a cent": between none and one.
        let (low, high) = (Some(minor), minor.checked_add(1));
        let precision = Some(Precision::Between);
        return Some((Read { amount: None, low, high, currency, precision, rule: "money/sum" }, end));
    }
    let amount = Some(if negative { -minor } else { minor });
    Some((Read { amount, low: None, high: None, currency, precision: None, rule: "money/sum" }, end))
}

/// Reads a figure with what it has of a currency and a scale.
pub(super) fn loose(line: &Line<'_>, i: usize) -> Option<(Loose, usize)> {
    let (front, at) = front(line, i).map_or((None, i), |(c, at)| (Some(c), at));
    let (number, next) = match quarter(line, at).or_else(|| grouped(line, at).filter(|_| front.is_some())) {
        Some((number, next)) => (number, next),
        None => number::read(line, at).or_else(|| single(line, at, front.is_some()))?,
    };
    let (mut scale, mut end) = scaled(line, next);
    let mut number = number;
    if line.digits(at).is_none()
        && let Some((whole, after)) = compound(line, number, scale, end)
    {
        (number, scale, end) = (whole, None, after);
    }
    // "30 MUSD".
    let code = line.text(next).strip_prefix('M').filter(|c| c.len() == 3 && scale.is_none());
    if let Some(coin) = code.and_then(coin).filter(|_| front.is_none()) {
        let loose = Loose {
            number,
            minor: false,
            currency: Some(coin.currency),
            scale: Some(1_000_000),
            signed: true,
        };
        return Some((loose, next + 1));
    }
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
        // "75 USD million".
        if scale.is_none() && line.text(end).len() > 4 {
            (scale, end) = scaled(line, end);
        }
    }
    let glued_after = line.glued(end)
        && line.token(end).is_some()
        && line.sign(end).is_none()
        && !line.is_any(end, &["pa", "pw", "pcm"]);
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
    if line.sign(i + 1) == Some('$')
        && (line.glued(i + 1) || line.text(i) == "US")
        && let Some(currency) = prefix(line.text(i))
    {
        return Some((Coin { currency, minor: false }, i + 2));
    }
    if line.sign(i) == Some('&') && line.is(i + 1, "pound") && line.sign(i + 2) == Some(';') {
        return sign('£').map(|c| (c, i + 3));
    }
    // "Rs 500", "Rs. 500".
    if line.text(i) == "Rs" {
        let at = i + 1 + usize::from(line.sign(i + 1) == Some('.'));
        return coin("rupees").filter(|_| line.digits(at).is_some()).map(|c| (c, at));
    }
    if !line.is_any(i, &["GBP", "EUR", "USD"]) {
        return None;
    }
    let dollar = usize::from(line.sign(i + 1) == Some('$'));
    coin(line.text(i)).filter(|_| line.digits(i + 1 + dollar).is_some()).map(|c| (c, i + 1 + dollar))
}

/// A word, a code or "p" behind: "pounds", "p", "GBP", "$", "US dollars", "pounds sterling".
pub(super) fn back(line: &Line<'_>, i: usize) -> Option<(Coin, usize)> {
    // "1080p" is a picture.
    let picture = i > 0 && line.digits(i - 1).is_some_and(|d| d.len() > 3 || d == "720" || d == "480");
    if picture && line.is(i, "p") {
        return None;
    }
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
    if let Some(found) = of_country(line, i) {
        return Some(found);
    }
    if let Some(coin) = line.sign(i + us).filter(|_| line.digits(i + us + 1).is_none()).and_then(sign) {
        return Some((coin, i + us + 1));
    }
    let of = usize::from(line.is(i, "of"));
    let coin = coin(line.text(i + us + of)).filter(|_| of == 0)?;
    let sterling = usize::from(line.is(i + us + 1, "sterling"));
    Some((coin, i + us + 1 + sterling))
}

/// "Canadian dollars", "U.S. dollars", "Hong Kong dollars", "Swiss francs".
fn of_country(line: &Line<'_>, i: usize) -> Option<(Coin, usize)> {
    let stops = line.is(i, "U")
        && line.sign(i + 1) == Some('.')
        && line.is(i + 2, "S")
        && line.sign(i + 3) == Some('.');
    let (country, at) = match line.text(i) {
        "U" if stops => ("US", i + 4),
        "Hong" if line.is(i + 1, "Kong") => ("Hong Kong", i + 2),
        "New" if line.is(i + 1, "Zealand") => ("New Zealand", i + 2),
        country => (country, i + 1),
    };
    national(country, line.text(at)).map(|currency| (Coin { currency, minor: false }, at + 1))
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

/// "two thousand five hundred", "one million two hundred thousand": words go on at a lower scale.
fn compound(line: &Line<'_>, first: Number, at: Option<i64>, end: usize) -> Option<(Number, usize)> {
    let (mut total, mut above, mut end) = (first.as_whole()?.checked_mul(at?)?, at?, end);
    let mut more = false;
    loop {
        let next = if line.is(end, "and") { end + 1 } else { end };
        let Some((number, after)) = number::read(line, next).filter(|_| line.digits(next).is_none()) else {
            break;
        };
        let (scale, after) = scaled(line, after);
        let scale = scale.unwrap_or(1);
        let Some(part) = number.as_whole().and_then(|n| n.checked_mul(scale)).filter(|p| *p < above) else {
            break;
        };
        (total, above, end, more) = (total.checked_add(part)?, scale, after, true);
    }
    more.then_some((Number::whole(total), end))
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
    let three = usize::from(line.is(i, "three")) * (1 + usize::from(line.sign(i + 1) == Some('-')));
    if three > 0
        && line.is(i + three, "quarters")
        && line.is(i + three + 1, "of")
        && line.is(i + three + 2, "a")
        && scale(line.text(i + three + 3)).is_some()
    {
        return number::figures(&Line::new("¾", crate::text::Span::new(0, 2)), 0)
            .map(|(n, _)| (n, i + three + 3));
    }
    let start = if line.is(i, "a") { i + 1 } else { i };
    let of = line.is(start, "quarter") && line.is(start + 1, "of") && line.is(start + 2, "a");
    let hyphens = line.is(i, "half")
        && line.sign(i + 1) == Some('-')
        && line.is(i + 2, "a")
        && line.sign(i + 3) == Some('-')
        && scale(line.text(i + 4)).is_some();
    if hyphens {
        return number::figures(&Line::new("½", crate::text::Span::new(0, 2)), 0).map(|(n, _)| (n, i + 4));
    }
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

/// "and 42 cents", "50p" after pounds; "15 dollars 50" where the clause ends.
fn and_pence(line: &Line<'_>, i: usize, signed: bool) -> Option<(i64, usize)> {
    let at = if line.is(i, "and") { i + 1 } else { i };
    let (number, next) = number::read(line, at)?;
    let pence = number.as_whole().filter(|n| (1..100).contains(n))?;
    if let Some((_, end)) = back(line, next).filter(|(c, _)| c.minor) {
        return Some((pence, end));
    }
    let closes = match line.sign(next) {
        Some(c) => matches!(c, '.' | ',' | ';' | ')' | '?') && !line.glued(next + 1),
        None => line.token(next).is_none() || line.is(next, "more"),
    };
    (closes && !signed && pence > 9 && !line.glued(at)).then_some((pence, next))
}

/// "£1 200 000", "£1.200.000".
fn grouped(line: &Line<'_>, i: usize) -> Option<(Number, usize)> {
    let mut digits: i64 = line.digits(i).filter(|d| d.len() <= 3)?.parse().ok()?;
    let dots = line.sign(i + 1) == Some('.');
    let (mut next, mut groups) = (i + 1, 0);
    loop {
        let at = if dots { next + 1 } else { next };
        let Some(group) = line.digits(at).filter(|d| d.len() == 3 && line.glued(at) == dots) else { break };
        if dots && line.sign(next) != Some('.') {
            break;
        }
        digits = digits.checked_mul(1000)?.checked_add(group.parse().ok()?)?;
        (next, groups) = (at + 1, groups + 1);
    }
    (groups > 1).then_some((Number::whole(digits), next))
}

/// "£3,5m", "£500,00": a slip that may mean either; the words are kept and no amount is made of them.
fn misprint(line: &Line<'_>, i: usize) -> Option<(Read, usize)> {
    let (coin, at) = front(line, i)?;
    let (_, comma) = number::figures(line, at)?;
    let slip = line.sign(comma) == Some(',') && line.glued(comma) && line.glued(comma + 1);
    let digits = line.digits(comma + 1).filter(|d| slip && d.len() < 3)?;
    let (_, end) = scaled(line, comma + 2);
    let read = Read {
        amount: None,
        low: None,
        high: None,
        currency: coin.currency,
        precision: Some(Precision::About),
        rule: "money/misprint",
    };
    (!digits.is_empty()).then_some((read, end))
}
