//! Quantities: "86 of the 152", "24 per cent of", "more than a third of", "one in five", "all but two of the", "none
//! of", "a further 204", "the rest". Knows nothing of what is counted.
//!
//! *What it leaves alone*: sums of money, grades ("grade three"), ages, ordinals ("a third home").

use crate::fact::CountKind;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::tally::shares::{chance, fraction, part};
use crate::text::key::same;
use crate::text::table::{Set, size};

/// A quantity where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Quantity {
    pub(super) kind: CountKind,
    pub(super) n: Option<u64>,
    pub(super) of: Option<u64>,
    pub(super) percent: Option<f64>,
    /// The items that say it, hedges ("just", "more than") included.
    pub(super) start: usize,
    /// The first item after it and its "of the".
    pub(super) end: usize,
    /// "the rest", "the others": what earlier counts leave.
    pub(super) rest: bool,
    /// True where an "of" leads to what is counted, or a word that always counts things.
    pub(super) partitive: bool,
}

/// The quantity whose number, fraction or "all" stands at `at`.
pub(super) fn read(s: &Sentence<'_>, at: usize) -> Option<Quantity> {
    if !may_begin(s, at) {
        return None;
    }
    // "drops two rungs to requires improvement": how far somebody went.
    if s.says(at + 1, &["rung", "rungs", "notch", "notches", "places"]) {
        return None;
    }
    let found = percent(s, at)
        .or_else(|| fraction(s, at))
        .or_else(|| chance(s, at))
        .or_else(|| every(s, at))
        .or_else(|| vague(s, at))
        .or_else(|| rest(s, at))
        .or_else(|| group(s, at))
        .or_else(|| count(s, at))?;
    let mut start = found.start;
    while start > 0 && hedge(s, start - 1) {
        start -= 1;
    }
    Some(Quantity { start, ..found })
}

/// True for an item that one of the readers below begins with: most words are passed over here.
pub(super) fn may_begin(s: &Sentence<'_>, at: usize) -> bool {
    const FIRST: &[&str] = &[
        "all", "both", "dozens", "each", "every", "half", "handful", "hundreds", "majority", "many",
        "minority", "most", "neither", "no", "none", "not", "other", "others", "remainder", "rest", "scores",
        "several",
    ];
    static BEGINS: Set<{ size(FIRST.len()) }> = Set::new(FIRST);
    match s.item(at) {
        Some(Item::Number(_) | Item::Group(_) | Item::Label(_)) => true,
        Some(Item::Stop(_) | Item::Open | Item::Close) | None => false,
        Some(_) => {
            let word = s.at(at);
            let letters = word.as_bytes();
            BEGINS.has_in_any_case(word)
                || letters.last() == Some(&b'%')
                || letters.first().is_some_and(u8::is_ascii_digit)
                || letters.contains(&b'-')
                || same(word, "a") && part(s.at(at + 1)).is_some()
        }
    }
}

/// A whole number that counts: no sum of money, no grade, no age, no year of school.
pub(super) fn figure(s: &Sentence<'_>, at: usize) -> Option<u64> {
    let Some(Item::Number(n)) = s.item(at) else { return None };
    const NAMED: &[&str] =
        &["grade", "level", "year", "years", "aged", "since", "category", "band", "stage", "section", "ward"];
    static NAMES: Set<{ size(NAMED.len()) }> = Set::new(NAMED);
    let named = at > 0 && NAMES.has_in_any_case(s.at(at - 1));
    (!named && !s.is_sum(at)).then_some(n)
}

const HEDGES: &[&str] = &[
    "more", "than", "fewer", "less", "just", "only", "over", "under", "almost", "nearly", "around", "about",
    "some", "at", "least", "up", "to", "further", "another", "other", "remaining", "exactly", "roughly",
    "approximately", "as", "many", "well", "the", "a", "an", "still", "now",
];

/// Words that belong to the quantity before its number.
pub(super) fn hedge(s: &Sentence<'_>, at: usize) -> bool {
    static HEDGING: Set<{ size(HEDGES.len()) }> = Set::new(HEDGES);
    if !HEDGING.has_in_any_case(s.at(at)) {
        return false;
    }
    // "to" is one only in "up to".
    let to = s.says(at, &["to"]) && !s.says(at.wrapping_sub(1), &["up"]);
    let place = s.says(at, &["at"]) && !s.says(at + 1, &["least", "most"]);
    !to && !place
}

pub(super) fn plain(kind: CountKind, start: usize, end: usize) -> Quantity {
    Quantity { kind, n: None, of: None, percent: None, start, end, rest: false, partitive: false }
}

/// "of the 152", "of its homes", "of the district's 611": how many there are and where that ends.
pub(super) fn of_all(s: &Sentence<'_>, at: usize) -> Option<(Option<u64>, usize)> {
    if !s.says(at, &["of"]) {
        return None;
    }
    let mut i = at + 1;
    for _ in 0..5 {
        if let Some(n) = figure(s, i) {
            return Some((Some(n), i + 1));
        }
        let passes = s.is_any(i, &[Class::Det, Class::Possessive, Class::All, Class::Filler])
            || matches!(s.item(i), Some(Item::Provider(_) | Item::Body(_)))
            || s.says(i, HEDGES)
            || s.says(i, &["first", "latest"])
            || s.at(i).ends_with("'s")
            || s.at(i).ends_with("’s");
        if !passes {
            break;
        }
        i += 1;
    }
    let end = (at + 1..i).take_while(|&j| s.is_any(j, &[Class::Det, Class::Possessive, Class::All])).count();
    Some((None, at + 1 + end))
}

/// The quantity with its "of the 152"; a figure in brackets may stand between: "more than half (54%) of".
pub(super) fn with_of(s: &Sentence<'_>, mut q: Quantity) -> Quantity {
    if s.item(q.end) == Some(Item::Stop('('))
        && let Some(close) = (q.end + 1..q.end + 5).find(|&i| s.item(i) == Some(Item::Stop(')')))
        && of_all(s, close + 1).is_some()
    {
        q.percent = q.percent.or_else(|| percentage(s, q.end + 1).map(|p| p.0));
        q.end = close + 1;
    }
    match of_all(s, q.end) {
        Some((of, end)) => Quantity { of: of.or(q.of), end, partitive: true, ..q },
        None => q,
    }
}

/// "24%", "7.5 per cent of the 87".
fn percent(s: &Sentence<'_>, at: usize) -> Option<Quantity> {
    let (figure, end) = percentage(s, at)?;
    Some(with_of(
        s,
        Quantity { percent: Some(figure), partitive: true, ..plain(CountKind::Percent, at, end) },
    ))
}

/// A percentage at a place and the item after it.
pub(super) fn percentage(s: &Sentence<'_>, at: usize) -> Option<(f64, usize)> {
    let word = s.at(at);
    if let Some(figure) = word.strip_suffix('%') {
        return figure.parse().ok().map(|f| (f, at + 1));
    }
    let figure = match s.item(at)? {
        Item::Number(n) => u32::try_from(n).ok().map(f64::from)?,
        Item::Word(Class::Other) if word.starts_with(|c: char| c.is_ascii_digit()) => word.parse().ok()?,
        _ => return None,
    };
    if s.says(at + 1, &["per"]) && s.says(at + 2, &["cent"]) {
        return Some((figure, at + 3));
    }
    s.says(at + 1, &["percent", "pc"]).then_some((figure, at + 2))
}

/// "all 17", "every", "both", "all but two of the", "none of the 12", "not one of".
fn every(s: &Sentence<'_>, at: usize) -> Option<Quantity> {
    let all = |end: usize| {
        let mut q = with_of(s, plain(CountKind::All, at, end));
        if q.of.is_none() {
            // "in all the other three areas"
            while s.is_any(q.end, &[Class::Det, Class::Possessive])
                || s.says(q.end, &["other", "remaining"]) && figure(s, q.end + 1).is_some()
            {
                q.end += 1;
            }
            if let Some(n) = figure(s, q.end) {
                (q.of, q.n, q.end) = (Some(n), Some(n), q.end + 1);
                q.end = of_all(s, q.end).map_or(q.end, |(_, end)| end);
            }
        } else {
            q.n = q.of;
        }
        Quantity { partitive: true, ..q }
    };
    if s.says(at, &["all", "every"]) && s.says(at + 1, &["but", "bar", "except"]) {
        let end = at + 2;
        let n = figure(s, end);
        let handful = s.says(end, &["a"]) && s.says(end + 1, &["handful", "few"]);
        let end = if n.is_some() { end + 1 } else { (handful).then_some(end + 2)? };
        let found = Quantity { n, partitive: true, ..plain(CountKind::AllBut, at, end) };
        return Some(with_of(s, found));
    }
    // "Not all the homes were rated good" says of how many no more than that.
    if s.says(at, &["all", "every", "each"]) && s.says(at.wrapping_sub(1), &["not"]) {
        return None;
    }
    // "Safety and leadership each moved up": those right before.
    if s.says(at, &["each"]) && at > 0 && s.chunks[at - 1].is_target() {
        return None;
    }
    // "in each of three other areas" counts them.
    if s.says(at, &["each"])
        && s.says(at + 1, &["of"])
        && let Some(n) = figure(s, at + 2)
    {
        return Some(Quantity { n: Some(n), partitive: true, ..plain(CountKind::Exact, at, at + 3) });
    }
    if s.says(at, &["all", "every", "each"]) {
        let of = s.says(at + 2, &["of"]) && s.says(at + 1, &["one", "single"]);
        let one = of || !s.says(at, &["all"]) && s.item(at + 1) == Some(Item::Number(1));
        return Some(all(at + 1 + usize::from(one)));
    }
    // "Both the garden and the quality of meals were": those that are named.
    let row = || (at + 2..at + 12).take_while(|&i| !s.is(i, Class::Be)).any(|i| s.says(i, &["and"]));
    if s.says(at, &["both"]) && s.is_any(at + 1, &[Class::Det, Class::Possessive]) && row() {
        return None;
    }
    if s.says(at, &["both"]) {
        let q = all(at + 1);
        return Some(Quantity { n: Some(2), of: Some(2), ..q });
    }
    let none = s.says(at, &["none", "neither"]) && s.says(at + 1, &["of"]);
    // "had no record of its homes": counts no homes.
    let of_other = s.says(at, &["no"]) && s.is(at + 1, Class::Other) && s.says(at + 2, &["of"]);
    // "A school that had no toilets has been rated": what it had.
    let object = s.says(at, &["no"])
        && s.is(at.wrapping_sub(1), Class::Have)
        && (at + 2..at + 5).any(|i| s.is_any(i, &[Class::Be, Class::Have]));
    let alone = s.says(at, &["none", "no"]) && !none && !of_other && !object;
    if alone {
        let found = plain(CountKind::Exact, at, at + 1);
        return Some(Quantity { n: Some(0), ..found });
    }
    let not_one = s.says(at, &["not"]) && s.says(at + 1, &["one"]);
    // "Not a single home"
    if s.says(at, &["not"]) && s.says(at + 1, &["a"]) && s.says(at + 2, &["single"]) {
        return Some(Quantity { n: Some(0), ..plain(CountKind::Exact, at, at + 3) });
    }
    if none || not_one {
        let end = if none { at + 1 } else { at + 2 };
        let found = Quantity { n: Some(0), ..plain(CountKind::Exact, at, end) };
        return Some(with_of(s, found));
    }
    None
}

/// "most", "several", "a handful of", "the majority of".
fn vague(s: &Sentence<'_>, at: usize) -> Option<Quantity> {
    // "one of the most troubled in the north" compares.
    let compares = s.says(at, &["most"]) && s.says(at.wrapping_sub(1), &["the"]);
    if s.says(at, &["most", "many", "several"]) && !compares {
        return Some(with_of(s, plain(CountKind::Vague, at, at + 1)));
    }
    let mass = s.says(at, &["handful", "majority", "dozens", "scores", "hundreds", "minority"]);
    (mass && s.says(at + 1, &["of"])).then(|| with_of(s, plain(CountKind::Vague, at, at + 1)))
}

/// "three schools" that the article names; "both hospitals" are two judgements, no count.
fn group(s: &Sentence<'_>, at: usize) -> Option<Quantity> {
    let Some(Item::Group(_)) = s.item(at) else { return None };
    let first = s.at(at).split(' ').next()?;
    let all = s.says(at.wrapping_sub(1), &["all"]);
    if first.eq_ignore_ascii_case("both") {
        return Some(Quantity {
            n: Some(2),
            of: Some(2),
            partitive: true,
            ..plain(CountKind::All, at, at + 1)
        });
    }
    let n = crate::relate::clause::number(first)?;
    let found = Quantity { n: Some(n), ..plain(CountKind::Exact, at, at + 1) };
    Some(if all { Quantity { kind: CountKind::All, of: Some(n), start: at - 1, ..found } } else { found })
}

/// "the rest", "the remainder", "the others".
fn rest(s: &Sentence<'_>, at: usize) -> Option<Quantity> {
    let the = at > 0 && s.says(at - 1, &["the"]);
    // "two outstanding and the other inadequate"
    let closes = matches!(s.item(at + 1), Some(Item::Label(_) | Item::Stop(',') | Item::Word(Class::Be)));
    if the && s.says(at, &["other"]) && closes {
        let one = plain(CountKind::Exact, at - 1, at + 1);
        return Some(Quantity { n: Some(1), partitive: true, ..one });
    }
    (the && s.says(at, &["rest", "remainder", "others"])).then(|| Quantity {
        rest: true,
        partitive: true,
        ..plain(CountKind::Exact, at - 1, at + 1)
    })
}

/// "86 of the 152", "three more", "14 homes out of 90".
fn count(s: &Sentence<'_>, at: usize) -> Option<Quantity> {
    let n = figure(s, at).filter(|_| !s.says(at.wrapping_sub(1), &["not"]))?;
    let mut found = Quantity { n: Some(n), ..plain(CountKind::Exact, at, at + 1) };
    if s.says(found.end, &["more", "further", "other", "others"]) {
        found.end += 1;
    }
    found = with_of(s, found);
    if found.of.is_some_and(|of| of < n) {
        return None;
    }
    let out = (found.end..found.end + 5)
        .take_while(|&i| i == found.end || s.is_any(i, &[Class::Other, Class::Prep]))
        .find(|&i| s.says(i, &["out"]) && s.says(i + 1, &["of"]));
    // "nine councils of the 140 in the country"
    let noun = found.end + 1;
    if found.of.is_none()
        && s.is(found.end, Class::Other)
        && s.says(noun + 1, &["the"])
        && let Some((Some(of), _)) = of_all(s, noun).filter(|(of, _)| of.is_some_and(|of| of > n))
    {
        (found.of, found.partitive) = (Some(of), true);
    }
    if let Some((Some(of), end)) = out.and_then(|i| of_all(s, i + 1))
        && of >= n
    {
        (found.of, found.partitive) = (Some(of), true);
        // What is counted stands before: "20 trusts out of 394".
        if out == Some(found.end) {
            found.end = end;
        }
    }
    Some(found)
}
