//! Money in figures and words. Knows nothing of what it is for: see `relate::money_role`.
//!
//! What it finds: sums by sign, code or word, with their scale; ranges; bounds ("a six-figure sum"); what they are
//! paid per; how exactly they are put.
//! What it leaves alone: ratios ("12p in the pound"), figures without a currency.
//! Example: "£2-3 million" is one range, and its scale holds for both ends.
//! Where it is fooled: "pounds" of weight.

mod amount;
mod bounded;
mod per;
mod things;
mod unsigned;
mod words;

pub(crate) use words::entries;

use super::lex::{Line, Lines};
use crate::fact::{Amount, Basis, Certainty, Money, MoneyRole, Part, Precision, Rule};
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::Span;
use crate::text::table::{Set, size};
use amount::{Read, amount};

/// A sum of money, before its span is led back to the article.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sum {
    /// Of [`Text::as_str`]: sign, figures and scale word.
    pub(crate) span: Span,
    /// With the words that say how exact it is and what it is paid per.
    pub(crate) whole: Span,
    pub(crate) amount: Option<Amount>,
    pub(crate) low: Option<Amount>,
    pub(crate) high: Option<Amount>,
    pub(crate) currency: &'static str,
    pub(crate) precision: Precision,
    pub(crate) per: Option<String>,
    pub(crate) role: Option<MoneyRole>,
    pub(crate) certainty: Certainty,
    /// Index of an earlier sum in the same list.
    pub(crate) same_as: Option<usize>,
    rule: Rule,
}

impl Sum {
    /// As it is reported, but for the words and their place in what was given.
    pub(crate) fn fact(self) -> Money {
        Money {
            amount: self.amount,
            currency: self.currency.to_owned(),
            low: self.low,
            high: self.high,
            precision: self.precision,
            per: self.per,
            role: self.role,
            certainty: self.certainty,
            same_as: self.same_as,
            basis: Basis::Stated,
            rule: self.rule,
            span: self.span,
            text: String::new(),
            part: Part::Text,
        }
    }
}

/// Every sum in the text, in order.
pub(crate) fn find(scan: &Scan<'_>, lines: &Lines<'_>) -> Vec<Sum> {
    let mut found = Vec::new();
    for sentence in awake(scan) {
        let line = lines.sentence(sentence);
        let mut i = 0;
        while i < line.len() {
            i = match sum(line, i) {
                Some((sum, end)) => {
                    found.push(sum);
                    end.max(i + 1)
                }
                None => i + 1,
            };
        }
    }
    found
}

const CODES: &[&str] = &["GBP", "EUR", "USD", "Rs"];

/// The sentences that hold a word of money or a figure with a currency's sign.
fn awake(scan: &Scan<'_>) -> Vec<usize> {
    let text = scan.text.as_str();
    let signed = |d: &Span| {
        let before = text.get(..d.start).unwrap_or("").trim_end_matches([' ', '.', ';']);
        let after = text.get(d.end..).unwrap_or("");
        let close = after.trim_start_matches(' ');
        before.ends_with(['£', '$', '€', '¢', '¥', '₹'])
            || before.ends_with("pound")
            || CODES.iter().any(|c| before.ends_with(c) || close.starts_with(c))
            || after.starts_with(['p', 'P', 'm', 'b'])
            || close.starts_with(['¢', '$', '€', '£'])
    };
    let words = scan.hits.iter().filter(|h| matches!(h.sense, Sense::Sum(_))).map(|h| h.start);
    let figures = scan.digits.iter().filter(|d| signed(d)).map(|d| d.start);
    let mut sentences: Vec<usize> = words.chain(figures).map(|at| scan.text.sentence_at(at)).collect();
    sentences.sort_unstable();
    sentences.dedup();
    sentences
}

/// The sum that starts at `i`, and where it ends.
fn sum(line: &Line<'_>, i: usize) -> Option<(Sum, usize)> {
    if amount::may_begin(line, i) { starting(line, i) } else { None }
}

/// The same, wherever a reader takes it.
fn starting(line: &Line<'_>, i: usize) -> Option<(Sum, usize)> {
    let (read, end) = range(line, i).or_else(|| amount(line, i))?;
    if ratio(line, i, end) {
        return None;
    }
    let (exactness, first) = precision(line, i, read.precision);
    let (per, last) = per::told(line, first, end);
    let plus = line.sign(end) == Some('+')
        || (line.sign(end) == Some('-') && line.is(end + 1, "plus"))
        || (line.is(end, "or") && line.is(end + 1, "more"));
    let exactness = match () {
        () if plus => Precision::AtLeast,
        () if line.is(end, "or") && line.is(end + 1, "so") => Precision::About,
        // "Fees start at £845 a week", where what is sold has many prices.
        () if per.is_some()
            && first > 1
            && line.is(first - 1, "at")
            && line.is_any(first - 2, &["start", "starts"]) =>
        {
            Precision::AtLeast
        }
        () => exactness,
    };
    let cents = |n: Option<i64>| n.map(Amount::from_minor);
    let (low, high) = match exactness {
        Precision::AtLeast => (read.low.or(read.amount), read.high),
        Precision::AtMost => (read.low, read.high.or(read.amount)),
        _ => (read.low, read.high),
    };
    let sum = Sum {
        span: line.span(i, end),
        whole: line.span(first, last),
        amount: cents(read.amount),
        low: cents(low),
        high: cents(high),
        currency: read.currency,
        precision: exactness,
        per,
        role: None,
        certainty: Certainty::Actual,
        same_as: None,
        rule: Rule::new(read.rule),
    };
    Some((sum, end))
}

/// "£2-3 million", "between £5m and £7m", "from 10 to 20 pounds".
fn range(line: &Line<'_>, i: usize) -> Option<(Read, usize)> {
    let (between, from) = (line.is(i, "between"), line.is(i, "from"));
    let start = if between || from { i + 1 } else { i };
    let (left, at) = amount::loose(line, start)?;
    let joined = match () {
        () if between => line.is(at, "and"),
        () if line.is_any(at, &["to"]) => true,
        () => matches!(line.sign(at), Some('-' | '–' | '—')),
    };
    let (right, end) = amount::loose(line, at + 1).filter(|_| joined)?;
    let currency = left.currency.or(right.currency)?;
    // "rose from £5m to £7m" tells two sums.
    const MOVED: &[&str] = &[
        "rose", "rise", "risen", "rising", "increased", "increase", "raised", "up", "grew", "climbed",
        "jumped", "went", "fell", "fall", "falling", "cut", "down", "dropped", "reduced", "ballooned",
        "soared", "moved",
    ];
    let led = if from { Some(i) } else { i.checked_sub(1).filter(|at| line.is(*at, "from")) };
    // "rose 12 cents to £5", "fell by £3 to £20".
    let by =
        (1..3).filter_map(|n| i.checked_sub(n)).any(|at| line.is_any(at, MOVED) && !line.is(i - 1, "up"));
    if led.is_none() && !between && by {
        return None;
    }
    if led.is_some_and(|i| (1..6).any(|n| i.checked_sub(n).is_some_and(|at| line.is_any(at, MOVED)))) {
        return None;
    }
    if right.currency.is_some_and(|c| c != currency)
        || (left.is_minor() && right.signed)
        || (left.currency.is_none() && line.sign(at).is_some() && !between && !from && right.signed)
    {
        return None;
    }
    let high = right.minor(right.scale)?;
    // "£2-3 million": the scale of the end holds for the beginning, unless that has its own or would overtake it.
    let low =
        left.minor(left.scale.or(right.scale)).filter(|l| *l <= high).or_else(|| left.minor(left.scale))?;
    (low < high).then_some((
        Read {
            amount: None,
            low: Some(low),
            high: Some(high),
            currency,
            precision: Some(Precision::Between),
            rule: "money/range",
        },
        end,
    ))
}

/// How exact a sum is after these words.
const SAID: &[(&[&str], Precision)] = &[
    (&["more", "than"], Precision::AtLeast),
    (&["no", "less", "than"], Precision::AtLeast),
    (&["at", "least"], Precision::AtLeast),
    (&["in", "excess", "of"], Precision::AtLeast),
    (&["upwards", "of"], Precision::AtLeast),
    (&["a", "minimum", "of"], Precision::AtLeast),
    (&["start", "from"], Precision::AtLeast),
    (&["starts", "from"], Precision::AtLeast),
    (&["starting", "from"], Precision::AtLeast),
    (&["starting", "at"], Precision::AtLeast),
    (&["just", "over"], Precision::About),
    (&["just", "under"], Precision::About),
    (&["just", "below"], Precision::About),
    (&["well", "over"], Precision::AtLeast),
    (&["over"], Precision::AtLeast),
    (&["above"], Precision::AtLeast),
    (&["exceeding"], Precision::AtLeast),
    (&["no", "more", "than"], Precision::AtMost),
    (&["less", "than"], Precision::AtMost),
    (&["not", "more", "than"], Precision::AtMost),
    (&["up", "to"], Precision::AtMost),
    (&["as", "much", "as"], Precision::AtMost),
    (&["a", "maximum", "of"], Precision::AtMost),
    (&["at", "most"], Precision::AtMost),
    (&["under"], Precision::AtMost),
    (&["below"], Precision::AtMost),
    (&["in", "the", "region", "of"], Precision::About),
    (&["an", "estimated"], Precision::About),
    (&["estimated"], Precision::About),
    (&["estimated", "at"], Precision::About),
    (&["about"], Precision::About),
    (&["around"], Precision::About),
    (&["nearly"], Precision::About),
    (&["almost"], Precision::About),
    (&["some"], Precision::About),
    (&["roughly"], Precision::About),
    (&["approximately"], Precision::About),
    (&["circa"], Precision::About),
    (&["close", "to"], Precision::About),
    (&["c", "."], Precision::About),
];
/// The last of each of them.
const LAST: &[&str] = &{
    let mut last = [""; SAID.len()];
    let mut at = 0;
    while at < SAID.len() {
        last[at] = SAID[at].0[SAID[at].0.len() - 1];
        at += 1;
    }
    last
};
static IS_LAST: Set<{ size(LAST.len()) }> = Set::new(LAST);

/// What the words before say of how exact it is, and where they begin.
fn precision(line: &Line<'_>, i: usize, told: Option<Precision>) -> (Precision, usize) {
    let before = |words: &[&str]| {
        let from = i.checked_sub(words.len())?;
        words.iter().enumerate().all(|(n, w)| line.is(from + n, w)).then_some(from)
    };
    let led = i > 0 && IS_LAST.has_in_any_case(line.text(i - 1));
    let said = SAID.iter().filter(|_| led);
    let longest = said.filter_map(|(words, p)| before(words).map(|at| (*p, at))).min_by_key(|(_, at)| *at);
    match (longest, told) {
        // "has gone up to £56" is a rise, no bound.
        (Some((Precision::AtMost, at)), None) if line.is(at, "up") && risen(line, at) => {
            (Precision::Exact, i)
        }
        (Some((_, at)), Some(told)) => (told, at),
        (Some(found), None) => found,
        (None, told) => (told.unwrap_or(Precision::Exact), i),
    }
}

fn risen(line: &Line<'_>, up: usize) -> bool {
    up > 0 && line.is_any(up - 1, &["gone", "went", "go", "goes", "going", "moved", "came", "put"])
}

/// "£1 in every £5", "12p in the pound", "for every £1 spent".
fn ratio(line: &Line<'_>, i: usize, end: usize) -> bool {
    (line.is(end, "in")
        && (line.is(end + 1, "every") || (line.is(end + 1, "the") && line.is_any(end + 2, &["pound", "£"]))))
        || (i > 0 && line.is(i - 1, "every"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::passed_over;

    #[test]
    fn where_no_sum_may_begin_no_reader_finds_one() {
        passed_over::each(|line, i| (!amount::may_begin(line, i)).then(|| starting(line, i).is_none()));
    }
}
