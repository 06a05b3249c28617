//! What a sum is paid per: by the words after it, the adjective of the noun it measures, or the adverb of its clause.
//! Knows units and adverbs; nothing of the sum itself.

use crate::find::lex::Line;

/// The unit of the sum from `first` to `end`, and where the words end that stand next to it and name it.
pub(super) fn told(line: &Line<'_>, first: usize, end: usize) -> (Option<String>, usize) {
    match after(line, end) {
        (None, last) => (regular(line, first, end).map(str::to_owned), last),
        found => found,
    }
}

/// "an annual budget of £131m", "£2m annually", "£155 million more was being spent annually".
fn regular(line: &Line<'_>, first: usize, end: usize) -> Option<&'static str> {
    const REGULAR: &[(&[&str], &str)] = &[
        (&["annual", "yearly", "annually"], "year"),
        (&["monthly"], "month"),
        (&["weekly"], "week"),
        (&["daily"], "day"),
        (&["hourly"], "hour"),
    ];
    const MEASURED: &[&str] = &[
        "budget", "turnover", "income", "cost", "costs", "bill", "salary", "pay", "fee", "fees", "wage",
        "wages", "spending", "spend", "grant", "revenue", "rent", "subsidy", "allowance", "rate",
    ];
    let unit = |i: usize| REGULAR.iter().find(|(words, _)| line.is_any(i, words)).map(|(_, unit)| *unit);
    let joined = |i: usize| line.is_any(i, &["of", "is", "was", "at"]);
    let before = || {
        let noun = first.checked_sub(2).filter(|i| line.is_any(*i, MEASURED) && joined(first - 1))?;
        (noun.saturating_sub(2)..noun).find_map(unit)
    };
    let adverb = |i: &usize| line.is_any(*i, &["annually", "yearly", "monthly", "weekly"]);
    let spent = |i: &usize| line.sign(*i).is_none() && !line.is_any(*i, &["and", "but", "which", "that"]);
    before()
        .or_else(|| unit(end).filter(|_| line.is_any(end + 1, MEASURED)))
        .or_else(|| (end..end + 6).take_while(spent).find(adverb).and_then(unit))
}

/// "a week", "per head", "-a-year", "/month", "each year", "more a year".
fn after(line: &Line<'_>, end: usize) -> (Option<String>, usize) {
    const UNITS: &[(&str, &str)] = &[
        ("hour", "hour"),
        ("day", "day"),
        ("night", "night"),
        ("week", "week"),
        ("fortnight", "fortnight"),
        ("month", "month"),
        ("quarter", "quarter"),
        ("year", "year"),
        ("annum", "year"),
        ("head", "person"),
        ("person", "person"),
        ("pupil", "pupil"),
        ("child", "child"),
        ("share", "share"),
        ("unit", "unit"),
        ("home", "home"),
        ("household", "household"),
        ("mile", "mile"),
        ("patient", "patient"),
        ("resident", "resident"),
        ("place", "place"),
        ("bed", "bed"),
        ("property", "property"),
        ("item", "item"),
        ("family", "family"),
        ("student", "student"),
        ("term", "term"),
        ("session", "session"),
        ("visit", "visit"),
        ("hectare", "hectare"),
    ];
    let end = end + usize::from(line.is_any(end, &["more", "less", "extra"]));
    let dash = usize::from(line.sign(end) == Some('-'));
    let at = end + dash;
    let slash = line.sign(end) == Some('/') && line.glued(end);
    let distributes = line.is_any(at, &["a", "an", "per", "each", "every"]);
    if line.is_any(end, &["pw"]) {
        return (Some("week".to_owned()), end + 1);
    }
    if line.is_any(end, &["pa"]) {
        return (Some("year".to_owned()), end + 1);
    }
    if !distributes && !slash {
        return (None, end);
    }
    let noun = at + 1 + usize::from(line.sign(at + 1) == Some('-') && !slash);
    let known = UNITS.iter().find(|(word, _)| line.is(noun, word)).map(|(_, unit)| (*unit).to_owned());
    match known {
        Some(unit) => (Some(unit), noun + 1),
        None => (None, end),
    }
}
