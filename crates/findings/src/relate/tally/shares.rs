//! Quantities that are parts: "half the", "a third of", "two-thirds", "one in five", "nine out of ten". Knows nothing of
//! what is counted.
//!
//! *What it leaves alone*: ordinals ("a third home", "a third was").

use crate::fact::CountKind;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::tally::quantity::{Quantity, figure, hedge, of_all, plain, with_of};
use crate::text::table::{Table, size};

const PARTS: &[(&str, u64)] = &[
    ("half", 2),
    ("halves", 2),
    ("third", 3),
    ("thirds", 3),
    ("quarter", 4),
    ("quarters", 4),
    ("fifth", 5),
    ("fifths", 5),
    ("sixth", 6),
    ("sixths", 6),
    ("eighth", 8),
    ("eighths", 8),
    ("tenth", 10),
    ("tenths", 10),
];

pub(super) fn part(word: &str) -> Option<u64> {
    static TABLE: Table<u64, { size(PARTS.len()) }> = Table::new(PARTS);
    TABLE.get_in_any_case(word)
}

/// "half the", "a third of", "two-thirds", "three quarters of".
pub(super) fn fraction(s: &Sentence<'_>, at: usize) -> Option<Quantity> {
    let share = |n: u64, of: u64, end: usize| Quantity {
        n: Some(n),
        of: Some(of),
        ..plain(CountKind::Share, at, end)
    };
    let word = s.at(at);
    let mut found = if word.eq_ignore_ascii_case("half") {
        share(1, 2, at + 1)
    } else if let Some((n, rest)) = word.split_once('-') {
        share(crate::relate::clause::number(n)?, part(rest)?, at + 1)
    } else {
        let n = if s.says(at, &["a", "one"]) { 1 } else { figure(s, at)? };
        share(n, part(s.at(at + 1))?, at + 2)
    };
    // "Fewer than a third got", but "a third home"
    let hedged = at > 0 && hedge(s, at - 1) && !s.is(at - 1, Class::Det);
    // "a fifth were poor": several; "a third was poor" may be the third one.
    let several = s.says(found.end, &["were", "are", "have", "got"]);
    if found.n == Some(1) && !s.says(at, &["half"]) && !s.says(found.end, &["of"]) && !hedged && !several {
        return None;
    }
    let ends = found.end;
    let with = with_of(s, found);
    (found.end, found.percent) = (with.end, with.percent);
    if found.end > ends {
        found.partitive = true;
    } else if s.is_any(found.end, &[Class::Det, Class::Possessive, Class::All]) {
        (found.end, found.partitive) = (found.end + 1, true);
    }
    // "half the 90 homes"
    if figure(s, found.end).is_some() {
        found.end += 1;
    }
    Some(found)
}

/// "one in five", "one in every 20", "nine out of ten".
pub(super) fn chance(s: &Sentence<'_>, at: usize) -> Option<Quantity> {
    // "four out of five wards": a score, but for the noun.
    if let Some(Item::Label(_)) = s.item(at) {
        let (n, of) = s.at(at).split_once(" out of ")?;
        let (n, of) = (crate::relate::clause::number(n)?, crate::relate::clause::number(of)?);
        let which = s.says(at + 1, &["of"]) && s.says(at + 2, &["which", "whom"]);
        let noun = crate::relate::tally::counted::is_unit(s, at + 1) || which;
        return noun.then(|| Quantity {
            n: Some(n),
            of: Some(of),
            partitive: true,
            ..plain(if which { CountKind::Exact } else { CountKind::Share }, at, at + 1)
        });
    }
    let n = figure(s, at)?;
    let out_of = s.says(at + 1, &["out"]) && s.says(at + 2, &["of"]) && figure(s, at + 3).is_some();
    let mut i = if out_of { at + 3 } else { at + 2 };
    if !out_of && !s.says(at + 1, &["in"]) {
        return None;
    }
    let each = s.says(i, &["every"]);
    i += usize::from(each);
    let of = figure(s, i)?;
    let small = of <= 10 || each;
    let period = s.says(i + 1, &["months", "years", "weeks", "days", "areas", "categories"]);
    (n < of && !period && (!out_of || small)).then(|| {
        let found = Quantity { n: Some(n), of: Some(of), ..plain(CountKind::Share, at, i + 1) };
        let end = of_all(s, i + 1).map_or(i + 1, |(_, end)| end);
        // "five out of six of which": a number of them, not a chance.
        let whose = s.says(i + 2, &["which", "them", "these", "those", "the", "its", "their"]) && out_of;
        let kind = if whose && s.says(i + 1, &["of"]) { CountKind::Exact } else { CountKind::Share };
        Quantity { kind, end, partitive: true, ..found }
    })
}
