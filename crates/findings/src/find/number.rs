//! Numbers in figures and words: "1,200", "2.5", "twenty-five", "half a", "a hundred and ten". Knows nothing of
//! what is counted.

use super::lex::Line;
use crate::text::key::same;
use crate::text::table::{self, Pairs, Table};

/// A number with its decimals kept exactly: `125` with 2 decimals is 1.25.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    digits: i64,
    decimals: u32,
}

impl Number {
    /// A whole number.
    pub(crate) const fn whole(n: i64) -> Self {
        Self { digits: n, decimals: 0 }
    }

    /// So many hundredths of the number times `scale`, rounded down; `None` where that is past counting.
    pub(crate) fn hundredths(self, scale: i64) -> Option<i64> {
        let all = i128::from(self.digits) * i128::from(scale) * 100;
        i64::try_from(all / 10_i128.pow(self.decimals)).ok()
    }

    /// The number, if it is whole.
    pub(crate) fn as_whole(self) -> Option<i64> {
        (self.decimals == 0).then_some(self.digits)
    }
}

/// Reads the number that starts at `i`; gives it and where it ends.
pub(crate) fn read(line: &Line<'_>, i: usize) -> Option<(Number, usize)> {
    figures(line, i).or_else(|| words(line, i))
}

/// A number in figures: grouped by commas, with decimals, with a half after it.
pub(crate) fn figures(line: &Line<'_>, i: usize) -> Option<(Number, usize)> {
    let Some(first) = line.digits(i) else {
        return match line.sign(i)? {
            '.' if line.glued(i + 1) => decimals(line, 0, i),
            c => Some((Number { digits: fraction(c)?, decimals: 2 }, i + 1)),
        };
    };
    let mut digits: i64 = first.parse().ok().filter(|n| *n < 1_000_000_000_000)?;
    let mut next = i + 1;
    if first.len() <= 3 {
        while let Some(group) = group(line, next) {
            digits = digits.checked_mul(1000)?.checked_add(group)?;
            next += 2;
        }
    }
    if line.sign(next) == Some('.')
        && line.glued(next)
        && line.glued(next + 1)
        && let Some(found) = decimals(line, digits, next)
    {
        return Some(found);
    }
    if let Some(hundredths) = line.sign(next).filter(|_| line.glued(next)).and_then(fraction) {
        return Some((
            Number { digits: digits.checked_mul(100)?.checked_add(hundredths)?, decimals: 2 },
            next + 1,
        ));
    }
    if let Some((hundredths, end)) = vulgar(line, next) {
        let whole = digits.checked_mul(10_000)?.checked_add(hundredths)?;
        return Some((Number { digits: whole, decimals: 4 }, end));
    }
    Some((Number::whole(digits), next))
}

/// "3/4" after "23": ten-thousandths, and where it ends.
fn vulgar(line: &Line<'_>, i: usize) -> Option<(i64, usize)> {
    let (over, under) = (line.digits(i)?, line.digits(i + 2)?);
    let alone = !line.glued(i) && line.sign(i + 1) == Some('/') && line.glued(i + 1) && line.glued(i + 2);
    let runs_on = line.glued(i + 3)
        && matches!(line.sign(i + 3), Some('/' | '-' | '.'))
        && line.digits(i + 4).is_some();
    let (over, under): (i64, i64) = (over.parse().ok()?, under.parse().ok()?);
    let plain = matches!(under, 2 | 4 | 8 | 16) && over > 0 && over < under;
    (alone && plain && !runs_on).then(|| (over * 10_000 / under, i + 3))
}

/// The digits after a decimal point that stands at `point`.
fn decimals(line: &Line<'_>, whole: i64, point: usize) -> Option<(Number, usize)> {
    let places = line.digits(point + 1).filter(|d| d.len() <= 6)?;
    let decimals = u32::try_from(places.len()).ok()?;
    let digits = whole.checked_mul(10_i64.pow(decimals))?.checked_add(places.parse().ok()?)?;
    Some((Number { digits, decimals }, point + 2))
}

/// ",200" after "1".
fn group(line: &Line<'_>, i: usize) -> Option<i64> {
    let comma = line.sign(i)? == ',' && line.glued(i) && line.glued(i + 1);
    let digits = line.digits(i + 1).filter(|d| comma && d.len() == 3)?;
    digits.parse().ok()
}

fn fraction(sign: char) -> Option<i64> {
    match sign {
        '¼' => Some(25),
        '½' => Some(50),
        '¾' => Some(75),
        _ => None,
    }
}

/// A number in words.
fn words(line: &Line<'_>, i: usize) -> Option<(Number, usize)> {
    if line.is(i, "half") && line.is_any(i + 1, &["a", "an"]) {
        return Some((Number { digits: 5, decimals: 1 }, i + 2));
    }
    let (mut total, mut next) = below_hundred(line, i).or_else(|| article(line, i))?;
    if line.is(next, "hundred") {
        total *= 100;
        next += 1;
        let after = if line.is(next, "and") { next + 1 } else { next };
        if let Some((rest, end)) = below_hundred(line, after) {
            total += rest;
            next = end;
        }
    } else if line.is_any(i, &["a", "an"]) {
        return None;
    }
    if line.is(next, "and") && line.is(next + 1, "a") && line.is(next + 2, "half") {
        return Some((Number { digits: total * 10 + 5, decimals: 1 }, next + 3));
    }
    let dash = |i: usize| line.sign(i) == Some('-');
    if dash(next)
        && line.is(next + 1, "and")
        && dash(next + 2)
        && line.is(next + 3, "a")
        && dash(next + 4)
        && line.is(next + 5, "half")
    {
        return Some((Number { digits: total * 10 + 5, decimals: 1 }, next + 6));
    }
    Some((Number::whole(total), next))
}

fn article(line: &Line<'_>, i: usize) -> Option<(i64, usize)> {
    line.is_any(i, &["a", "an"]).then_some((1, i + 1))
}

/// "seven", "nineteen", "forty", "twenty-five".
fn below_hundred(line: &Line<'_>, i: usize) -> Option<(i64, usize)> {
    let n = cardinal(line.text(i))?;
    if n < 20 || n % 10 != 0 {
        return Some((n, i + 1));
    }
    let after = if line.sign(i + 1) == Some('-') { i + 2 } else { i + 1 };
    match cardinal(line.text(after)).filter(|m| (1..10).contains(m)) {
        Some(m) => Some((n + m, after + 1)),
        None => Some((n, i + 1)),
    }
}

const CARDINALS: &[(&str, i64)] = &[
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

pub(crate) fn cardinal(word: &str) -> Option<i64> {
    static TABLE: Table<i64, { table::size(CARDINALS.len()) }> = Table::new(CARDINALS);
    TABLE.get_in_any_case(word)
}

/// False for a text that begins with no such number: a first look.
pub(crate) fn may_be_cardinal(text: &str) -> bool {
    const PAIRS: Pairs = {
        let mut pairs = Pairs::new(&[]);
        let mut at = 0;
        while at < CARDINALS.len() {
            pairs = pairs.with(CARDINALS[at].0);
            at += 1;
        }
        pairs
    };
    PAIRS.may_begin(text)
}

/// How many words numbers may begin with.
pub(crate) const WORDS: usize = CARDINALS.len() + ORDINALS.len();

/// One of them: "seven", "third".
pub(crate) const fn word(at: usize) -> &'static str {
    if at < CARDINALS.len() { CARDINALS[at].0 } else { ORDINALS[at - CARDINALS.len()].0 }
}

const ORDINALS: &[(&str, u8)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
];

/// "third": the place that an ordinal word tells, in any case.
pub(crate) fn rank(word: &str) -> Option<u8> {
    static TABLE: Table<u8, { table::size(ORDINALS.len()) }> = Table::new(ORDINALS);
    TABLE.get_in_any_case(word)
}

/// An ordinal in figures or words, up to the thirty-first: "20th", "third", "twenty-second".
pub(crate) fn ordinal(line: &Line<'_>, i: usize) -> Option<(u8, usize)> {
    if let Some(digits) = line.digits(i) {
        let suffix = line.glued(i + 1) && line.is_any(i + 1, &["st", "nd", "rd", "th"]);
        return digits.parse().ok().filter(|_| suffix && digits.len() <= 2).map(|n| (n, i + 2));
    }
    let word = line.text(i);
    if let Some(n) = rank(word) {
        return Some((n, i + 1));
    }
    let tens = match () {
        () if same(word, "twenty") => 20,
        () if same(word, "thirty") => 30,
        () => return None,
    };
    let after = if line.sign(i + 1) == Some('-') { i + 2 } else { i + 1 };
    rank(line.text(after)).filter(|n| *n < 10).map(|n| (tens + n, after + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn number(text: &str) -> Option<(i64, usize)> {
        let line = Line::new(text, Span::new(0, text.len()));
        read(&line, 0).and_then(|(n, end)| Some((n.hundredths(1)?, end)))
    }

    #[test]
    fn figures_keep_their_decimals() {
        assert_eq!(number("1,200"), Some((120_000, 3)));
        assert_eq!(number("2.5"), Some((250, 3)));
        assert_eq!(number("3½"), Some((350, 2)));
        assert_eq!(number("23 3/4"), Some((2375, 4)));
        assert_eq!(number("3 1/2/2024").map(|n| n.0), Some(300));
        assert_eq!(number("20, 300").map(|n| n.0), Some(2000));
    }

    #[test]
    fn words_count_too() {
        assert_eq!(number("twenty-five"), Some((2500, 3)));
        assert_eq!(number("a hundred and ten"), Some((11_000, 4)));
        assert_eq!(number("two and a half"), Some((250, 4)));
        assert_eq!(number("two-and-a-half"), Some((250, 7)));
        assert_eq!(number("a house"), None);
    }

    #[test]
    fn ordinals_go_to_thirty_one() {
        let line = Line::new("twenty-second 31st", Span::new(0, 18));
        assert_eq!(ordinal(&line, 0), Some((22, 3)));
        assert_eq!(ordinal(&line, 3), Some((31, 5)));
    }
}
