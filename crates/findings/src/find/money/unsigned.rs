//! A sum whose sign was lost on the way: "a 68m grant", "a budget of 1.2bn". Knows the money words that say so;
//! refuses every other figure.

use super::amount::{Loose, Read, loose};
use crate::find::lex::Line;

/// After the figure.
const BEHIND: &[&str] = &[
    "grant", "grants", "funding", "fund", "budget", "deficit", "overspend", "underspend", "fine", "debt",
    "debts", "shortfall", "savings", "saving", "investment", "loan", "bailout", "contract", "refurbishment",
    "surplus",
];
/// Before "of" or "by" and the figure.
const AHEAD: &[&str] = &[
    "grant", "grants", "funding", "budget", "deficit", "overspend", "overspent", "fine", "debt", "debts",
    "shortfall", "savings", "investment", "loan", "cost", "turnover", "surplus", "payout",
];

/// Reads the unsigned sum that starts at `i`.
pub(super) fn unsigned(line: &Line<'_>, i: usize) -> Option<(Read, usize)> {
    line.digits(i)?;
    let joined =
        line.glued(i) && i > 0 && !matches!(line.sign(i - 1), Some('#' | '?' | '(' | '‘' | '“' | '"' | '\''));
    let (sum, end) = loose(line, i).filter(|(l, _)| !joined && l.currency.is_none() && l.scale.is_some())?;
    let hyphen = usize::from(line.sign(end) == Some('-'));
    let cash = usize::from(line.is(end + hyphen, "cash"));
    let behind = line.is_any(end + hyphen + cash, BEHIND)
        || cash == 1 && line.is_any(end + 1, &["boost", "injection"]);
    let ahead = i > 1
        && (line.is_any(i - 1, &["of", "by"]) && line.is_any(i - 2, AHEAD)
            || line.is_any(i - 1, &["fined", "overspent"]));
    (behind || ahead).then(|| read(&sum)).flatten().map(|r| (r, end))
}

fn read(sum: &Loose) -> Option<Read> {
    let amount = Some(sum.minor(sum.scale).filter(|n| *n > 0)?);
    Some(Read { amount, low: None, high: None, currency: "GBP", precision: None, rule: "money/unsigned" })
}
