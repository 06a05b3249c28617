//! Dates, periods and lengths of time as the article words them. Knows neither the day of publication nor any
//! event: see `resolve::date` and `relate::date_role`.
//!
//! What it finds: calendar dates in UK order, months, years, ranges with shared parts, seasons, decades, financial
//! and school years, quarters, parts of them ("the end of May"), days to years told from today, lengths.
//! What it leaves alone: ages, clock times, "may" and "march" as verbs, figures that count something, bare
//! "the year".
//! Example: "between 1st and 12th July" is one range whose first day borrows its month.
//! Where it is fooled: a figure like "2000" that counts without saying what.

mod count;
mod doubt;
pub(crate) mod expr;
mod feast;
mod inner;
mod numeric;
mod period;
mod point;
mod range;
mod relative;
mod words;

pub(crate) use words::entries;

use super::lex::{Line, Shape};
use crate::fact::DayOrder;
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::Span;
use expr::{DateMention, Daypart, Expr, Length, Point, Unit};
use words::{Word, lookup};

/// Every date in the text, in order, with figures in the order that its paper writes them in.
pub(crate) fn find_in(scan: &Scan<'_>, order: DayOrder) -> Vec<DateMention> {
    let mut mentions = find(scan);
    if order == DayOrder::MonthFirst {
        month_first(&mut mentions, scan.text.as_str());
    }
    mentions
}

/// Every date in the text, in order.
pub(crate) fn find(scan: &Scan<'_>) -> Vec<DateMention> {
    let mut found = Vec::new();
    for sentence in awake(scan) {
        let line = Line::new(scan.text.as_str(), sentence);
        let mut i = 0;
        while i < line.len() {
            i = match mention(&line, i) {
                Some((mention, end)) => {
                    found.extend(mention);
                    end.max(i + 1)
                }
                None => i + 1,
            };
        }
    }
    found
}

/// Reads days in figures as American papers write them: the month first.
fn month_first(mentions: &mut [DateMention], text: &str) {
    for mention in mentions {
        let figures = text.get(mention.span.start..mention.span.end).unwrap_or("");
        match &mut mention.expr {
            Expr::At(p) | Expr::Since(p) | Expr::Until(p) | Expr::Before(p) | Expr::After(p) => {
                numeric::month_first(p, figures);
            }
            _ => {}
        }
    }
}

/// The sentences that hold a word of time or a figure that may be a date.
fn awake(scan: &Scan<'_>) -> Vec<Span> {
    let text = scan.text.as_str().as_bytes();
    let dated = |d: &Span| {
        d.len() == 4
            || (d.len() <= 2
                && matches!(text.get(d.end), Some(b'/' | b'.' | b'-'))
                && text.get(d.end + 1).is_some_and(u8::is_ascii_alphanumeric))
            || (d.len() <= 2 && text.get(d.end..d.end + 2).is_some_and(|t| ORDINALS.contains(&t)))
            || (d.len() == 1 && d.start > 0 && matches!(text.get(d.start - 1), Some(b'Q' | b'q')))
            || (d.len() == 2
                && (text.get(d.end) == Some(&b's')
                    || text.get(..d.start).is_some_and(|t| t.ends_with(b"FY"))))
    };
    const ORDINALS: [&[u8]; 4] = [b"st", b"nd", b"rd", b"th"];
    let words = scan.hits.iter().filter(|h| matches!(h.sense, Sense::Time(_))).map(|h| h.start);
    let figures = scan.digits.iter().filter(|d| dated(d)).map(|d| d.start);
    let mut sentences: Vec<usize> = words.chain(figures).map(|at| scan.text.sentence_at(at)).collect();
    sentences.sort_unstable();
    sentences.dedup();
    sentences.into_iter().filter_map(|i| scan.text.sentences.get(i).copied()).collect()
}

/// The mention or mentions that start at `i`, and where they end.
fn mention(line: &Line<'_>, i: usize) -> Option<(Vec<DateMention>, usize)> {
    if !may_start(line, i) {
        return None;
    }
    // Read once: the readers of ranges and pairs begin with the same single time.
    let single = point::point(line, i);
    let here = range::ends(line, i, single.clone());
    if let Some((expr, end)) = range::range(line, i, &here)
        .or_else(|| rolling(line, i).filter(|(_, end)| !within_longer(&single, *end)))
        .or_else(|| every(line, i))
        .or_else(|| opening(line, i))
        .or_else(|| within(line, i))
        .or_else(|| lasting(line, i))
    {
        let mut mention = build(line, i, end, expr);
        if matches!(mention.expr, Expr::In(_)) {
            mention.whole = mention.span;
            mention.span = line.span(i + 1, end);
        }
        return Some((vec![mention], end));
    }
    if let Some((first, second, (from, to), end)) = range::pair(line, &here) {
        if consecutive(&first, &second) {
            return Some((vec![build(line, i, end, Expr::Between(first, second))], end));
        }
        return Some((
            vec![build(line, i, from, Expr::At(first)), build(line, to, end, Expr::At(second))],
            end,
        ));
    }
    if let Some((point, end)) = single.filter(|(p, end)| doubt::accepts(line, i, *end, p)) {
        return Some(with_gloss(line, i, end, point));
    }
    let (length, end) = count::length(line, i).filter(|(l, end)| doubt::accepts_length(line, i, *end, l))?;
    let (length, start) = approximate(line, i, length);
    Some((vec![build(line, start, end, Expr::Length(length))], end))
}

/// "the last three weeks" of "the last three weeks of 2021".
fn within_longer(single: &Option<(Point, usize)>, end: usize) -> bool {
    matches!(single, Some((Point::Edge { .. }, last)) if *last > end)
}

/// "20 and 21 February": a visit of two days.
fn consecutive(first: &Point, second: &Point) -> bool {
    matches!((first, second), (Point::Day { day: a, month: m, .. }, Point::Day { day: b, month: n, .. }) if m == n && a + 1 == *b)
}

/// True where a date may start: after no letter, digit or sign that would make it part of something longer.
fn may_start(line: &Line<'_>, i: usize) -> bool {
    let Some(token) = line.token(i) else { return false };
    let joined = token.glued
        && i > 0
        && line
            .token(i - 1)
            .is_some_and(|t| t.shape != Shape::Sign('(') && !matches!(t.shape, Shape::Sign(_)));
    let money = i > 0 && matches!(line.sign(i - 1), Some('£' | '$' | '€' | '#'));
    !joined && !money && begins(line, i, token.shape)
}

/// True for a token that some reader starts with: most words are passed over here.
fn begins(line: &Line<'_>, i: usize, shape: Shape) -> bool {
    let word = line.text(i);
    match shape {
        Shape::Number => true,
        Shape::Sign(c) => matches!(c, '½' | '¼' | '¾'),
        Shape::Word => {
            lookup(word).is_some()
                || feast::begins(word)
                || super::number::begins(word)
                || words::leads(word) && goes_on(line, i + 1)
        }
    }
}

/// True where a date may go on after a word that leads: most of what "the" and "in" stand before is passed over here.
fn goes_on(line: &Line<'_>, i: usize) -> bool {
    line.token(i).is_some_and(|t| t.shape != Shape::Word || words::follows(line.text(i)))
}

/// "today (20th August)", "yesterday, 3 May": one date, told twice.
fn with_gloss(line: &Line<'_>, i: usize, end: usize, point: Point) -> (Vec<DateMention>, usize) {
    let relative = matches!(point, Point::Relative { unit: Unit::Day, .. });
    let (daypart, end) = daypart_after(line, end, &point);
    let bracket = line.sign(end) == Some('(');
    if relative
        && (bracket || line.sign(end) == Some(','))
        && let Some((told @ Point::Day { .. }, close)) = point::point(line, end + 1)
    {
        let shut = bracket && line.sign(close) == Some(')');
        if shut || !bracket {
            let end = if shut { close + 1 } else { close };
            let mut mention = build(line, i, end, Expr::At(point));
            mention.gloss = Some(told);
            return (vec![mention], end);
        }
    }
    let mut mention = build(line, i, end, Expr::At(point));
    mention.daypart = daypart;
    (vec![mention], end)
}

/// "morning" after "yesterday" or "Tuesday"; what "this morning" and "last night" already hold.
fn daypart_after(line: &Line<'_>, end: usize, point: &Point) -> (Option<Daypart>, usize) {
    let read = |i: usize| match lookup(line.text(i)) {
        Some(Word::Daypart(part)) => Some(part),
        _ => None,
    };
    match point {
        Point::Relative { unit: Unit::Day, .. } | Point::Weekday { .. } | Point::Day { .. } => {
            if let Some(part) = end.checked_sub(1).and_then(read) {
                return (Some(part), end);
            }
            if let Some(part) = read(end) {
                return (Some(part), end + 1);
            }
            (end.checked_sub(1).filter(|i| line.is(*i, "tonight")).map(|_| Daypart::Night), end)
        }
        _ => (None, end),
    }
}

/// "the last two years", "past six months", "next fortnight", "over the last year".
fn rolling(line: &Line<'_>, i: usize) -> Option<(Expr, usize)> {
    let the = if line.is(i, "the") { i + 1 } else { i };
    // "the three previous years".
    if let Some((n, next)) = super::number::read(line, the).filter(|_| the > i)
        && let Some(back) = turned(line, next)
        && let Some(Word::Many(unit)) = lookup(line.text(next + 1))
        && let Some(n) = n.hundredths(1).and_then(|n| u32::try_from(n).ok())
    {
        return Some((
            Expr::Rolling { length: Length { parts: vec![(Some(n), unit)], approx: false }, back },
            next + 2,
        ));
    }
    let back = turned(line, the)?;
    if let Some((length, end)) = count::length(line, the + 1).filter(|_| !line.is_any(the + 1, &["a", "an"]))
    {
        return Some((Expr::Rolling { length, back }, end));
    }
    // "the last year" is the twelve months up to now; "last year" is the calendar's.
    let unit = match lookup(line.text(the + 1))? {
        Word::One(unit @ (Unit::Fortnight | Unit::Decade | Unit::Century)) => unit,
        Word::One(unit @ (Unit::Week | Unit::Month | Unit::Year)) if the > i && i > 0 => unit,
        _ => return None,
    };
    let spans = line.is(the, "past")
        || line.is_any(i.wrapping_sub(1), &["over", "in", "during", "within", "for", "throughout", "of"]);
    let rolls = spans && !line.is(the, "following") || matches!(unit, Unit::Fortnight);
    let length = Length { parts: vec![(Some(100), unit)], approx: false };
    rolls.then_some((Expr::Rolling { length, back }, the + 2))
}

/// Whether a word turns back or ahead.
fn turned(line: &Line<'_>, i: usize) -> Option<bool> {
    const BACK: &[&str] = &["last", "past", "previous", "preceding"];
    const AHEAD: &[&str] = &["next", "coming", "following", "upcoming"];
    match () {
        () if line.is_any(i, BACK) => Some(true),
        () if line.is_any(i, AHEAD) => Some(false),
        () => None,
    }
}

/// "the first nine months", with nothing that they are the first of.
fn opening(line: &Line<'_>, i: usize) -> Option<(Expr, usize)> {
    let first = line.is(i, "the") && line.is(i + 1, "first");
    let (length, end) = first.then(|| count::length(line, i + 2)).flatten()?;
    let counted = length.parts.iter().all(|(n, unit)| n.is_some_and(|n| n > 100) && *unit >= Unit::Day);
    (counted && !line.is_any(end, &["of", "after", "in"])).then_some((Expr::Length(length), end))
}

/// "in two weeks", "in six months’ time".
fn within(line: &Line<'_>, i: usize) -> Option<(Expr, usize)> {
    let (length, end) = line.is(i, "in").then(|| count::length(line, i + 1)).flatten()?;
    let dated = line.is_any(end, &["ago", "later", "earlier", "from", "after", "before", "hence"]);
    let vague = length.parts.iter().any(|(n, _)| n.is_none());
    (!dated && !vague).then(|| (Expr::In(length), end + point::time_suffix(line, end)))
}

/// "for ten days from 18 December", "two weeks starting on 20 May".
fn lasting(line: &Line<'_>, i: usize) -> Option<(Expr, usize)> {
    let led = line.is(i, "for");
    let (length, next) = count::length(line, i + usize::from(led))?;
    let next = next + usize::from(line.sign(next) == Some(','));
    let starting = line.is_any(next, &["starting", "beginning", "commencing"]);
    let from_then = led && line.is(next, "from");
    if !starting && !from_then {
        return None;
    }
    let at = next + 1 + usize::from(starting && line.is_any(next + 1, &["on", "from"]));
    let (from, end) = point::point(line, at)?;
    let whole = length.parts.iter().all(|(n, unit)| n.is_some() && *unit >= Unit::Day);
    let day =
        matches!(from, Point::Day { .. } | Point::Weekday { .. } | Point::Relative { unit: Unit::Day, .. });
    (whole && day).then_some((Expr::Lasting { length, from }, end))
}

/// "once a month", "every year", "each week", "twice a day", "every two years".
fn every(line: &Line<'_>, i: usize) -> Option<(Expr, usize)> {
    let times = line.is_any(i, &["once", "twice"]) || (line.is(i + 1, "times") && count_word(line, i));
    let start = match () {
        () if times => {
            let at = if line.is(i + 1, "times") { i + 2 } else { i + 1 };
            line.is_any(at, &["a", "an", "each", "every", "per"]).then_some(at + 1)?
        }
        () if line.is_any(i, &["every", "each"]) => i + 1,
        () => return None,
    };
    if let Some((length, end)) = count::length(line, start).filter(|_| line.is(i, "every") || times) {
        return Some((Expr::Every(length), end));
    }
    let unit = match lookup(line.text(start))? {
        Word::One(unit) if unit != Unit::Second && unit != Unit::Quarter => unit,
        Word::Weekday(_) => Unit::Week,
        Word::Month(_) | Word::Season(_) => Unit::Year,
        Word::Daypart(_) => Unit::Day,
        _ => return None,
    };
    Some((Expr::Every(Length { parts: vec![(Some(100), unit)], approx: false }), start + 1))
}

fn count_word(line: &Line<'_>, i: usize) -> bool {
    super::number::read(line, i).is_some_and(|(_, end)| end == i + 1)
}

/// Takes "about", "nearly", "more than" in front of a length into it.
fn approximate(line: &Line<'_>, i: usize, mut length: Length) -> (Length, usize) {
    let before = |n: usize, words: &[&str]| i >= n && line.is_any(i - n, words);
    if before(1, &["about", "around", "nearly", "almost", "roughly", "approximately", "some"]) {
        length.approx = true;
        return (length, i - 1);
    }
    if before(2, &["more", "less", "fewer"]) && before(1, &["than"])
        || before(2, &["at"]) && before(1, &["least"])
    {
        return (length, i - 2);
    }
    (length, i)
}

/// A mention from the tokens `from..to`, with what the words before it add.
fn build(line: &Line<'_>, from: usize, to: usize, expr: Expr) -> DateMention {
    let mut span = line.span(from, to);
    let mut first = from;
    let mut approx = false;
    let mut limit = false;
    let mut expr = expr;
    let before = |at: usize, words: &[&str]| at > 0 && line.is_any(at - 1, words);
    // "around 2005", "about two years ago"; but "talked about last May".
    let shifted = matches!(expr, Expr::At(Point::Shift { .. }));
    let more = first > 1 && line.is_any(first - 2, &["more", "less"]) && line.is(first - 1, "than")
        || first > 1 && line.is(first - 2, "just") && line.is_any(first - 1, &["over", "under"]);
    if before(first, &["around", "approximately", "roughly", "circa"])
        || shifted && before(first, &["about", "nearly", "almost", "some"])
    {
        approx = true;
        first -= 1;
        span = line.span(first, to);
    } else if shifted && more {
        first -= 2;
        span = line.span(first, to);
    }
    // "since last summer’s inspection": the preposition belongs to the inspection.
    let owner = matches!(line.sign(to), Some('’' | '\'')) && line.is(to + 1, "s");
    if let Expr::At(point) = &expr {
        let point = point.clone();
        let two = |a: &str, b: &str| first > 1 && line.is(first - 2, a) && line.is(first - 1, b);
        (expr, limit) = match () {
            () if owner => (Expr::At(point), false),
            () if before(first, &["since"]) || two("ever", "since") => (Expr::Since(point), false),
            () if two("up", "to") || two("leading", "to") || two("up", "until") => {
                (Expr::Until(point), false)
            }
            // "have until June 29 to appeal": a limit, not a stretch.
            () if before(first, &["until", "till"])
                && first > 1
                && line.is_any(first - 2, &["have", "has", "had", "given"]) =>
            {
                (Expr::At(point), true)
            }
            () if before(first, &["until", "till"]) => (Expr::Until(point), false),
            () if before(first, &["by"]) => (Expr::At(point), true),
            () if before(first, &["before"]) => (Expr::Before(point), false),
            () if before(first, &["after"]) => (Expr::After(point), false),
            () => (Expr::At(point), false),
        };
    }
    const LINKS: &[&str] = &[
        "in", "on", "at", "during", "since", "until", "till", "by", "before", "after", "from", "to", "of",
        "for", "over", "within", "throughout",
    ];
    if before(first, LINKS) {
        first -= 1;
    }
    DateMention { span, whole: line.span(first, to), expr, approx, daypart: None, limit, gloss: None }
}
