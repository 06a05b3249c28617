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
mod opens;
mod period;
mod point;
mod range;
mod relative;
mod stretch;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use words::entries;

use super::lex::{Line, Lines, Shape};
use super::number;
use crate::fact::DayOrder;
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::Span;
use expr::{DateMention, Daypart, Expr, Length, Point, Unit};
use words::{Start, Word, lookup};

/// Every date in the text, in order, with figures in the order that its paper writes them in.
pub(crate) fn find_in(scan: &Scan<'_>, lines: &Lines<'_>, order: DayOrder) -> Vec<DateMention> {
    let mut mentions = find(scan, lines);
    if order == DayOrder::MonthFirst {
        month_first(&mut mentions, scan.text.as_str());
    }
    mentions
}

/// Every date in the text, in order.
fn find(scan: &Scan<'_>, lines: &Lines<'_>) -> Vec<DateMention> {
    let mut found = Vec::new();
    for sentence in awake(scan) {
        let line = lines.sentence(sentence);
        let mut i = 0;
        while i < line.len() {
            let end = if may_start(line, i) { starting(line, i, &mut found) } else { None };
            i = end.map_or(i + 1, |end| end.max(i + 1));
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
fn awake(scan: &Scan<'_>) -> Vec<usize> {
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
    sentences
}

/// Reads the mention or mentions that start at `i`; where they end.
fn starting(line: &Line<'_>, i: usize, found: &mut Vec<DateMention>) -> Option<usize> {
    // One reader each begins with the words that begin most of what is no date.
    if line.is(i, "in") {
        let (expr, end) = stretch::within(line, i)?;
        found.push(stretched(line, i, end, expr));
        return Some(end);
    }
    if line.is(i, "for") {
        let (expr, end) = stretch::lasting(line, i)?;
        found.push(stretched(line, i, end, expr));
        return Some(end);
    }
    // Read once: the readers of ranges and pairs begin with the same single time.
    let single = point::point(line, i);
    let here = range::ends(line, i, single.clone());
    if let Some((expr, end)) = range::range(line, i, &here)
        .or_else(|| stretch::rolling(line, i).filter(|(_, end)| !within_longer(&single, *end)))
        .or_else(|| stretch::every(line, i))
        .or_else(|| stretch::opening(line, i))
        .or_else(|| stretch::lasting(line, i))
    {
        found.push(stretched(line, i, end, expr));
        return Some(end);
    }
    if let Some((first, second, (from, to), end)) = range::pair(line, &here) {
        if consecutive(&first, &second) {
            found.push(build(line, i, end, Expr::Between(first, second)));
        } else {
            found.push(build(line, i, from, Expr::At(first)));
            found.push(build(line, to, end, Expr::At(second)));
        }
        return Some(end);
    }
    if let Some((point, end)) = single.filter(|(p, end)| doubt::accepts(line, i, *end, p)) {
        let (mention, end) = with_gloss(line, i, end, point);
        found.push(mention);
        return Some(end);
    }
    let (length, end) = count::length(line, i).filter(|(l, end)| doubt::accepts_length(line, i, *end, l))?;
    let (length, start) = approximate(line, i, length);
    found.push(build(line, start, end, Expr::Length(length)));
    Some(end)
}

/// A stretch, where "in" before it is no part of its words.
fn stretched(line: &Line<'_>, i: usize, end: usize, expr: Expr) -> DateMention {
    let mut mention = build(line, i, end, expr);
    if matches!(mention.expr, Expr::In(_)) {
        mention.whole = mention.span;
        mention.span = line.span(i + 1, end);
    }
    mention
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
    match shape {
        Shape::Number => line.text(i).len() == 4 || goes_on(line, i + 1),
        Shape::Sign(c) => matches!(c, '½' | '¼' | '¾'),
        Shape::Word => match words::start(line.text(i)) {
            Some(Start::Itself) => !is_cardinal(line, i) || goes_on(line, i + 1),
            Some(Start::Leads) if goes_on(line, i + 1) => true,
            _ => feast::begins(line.text(i)),
        },
    }
}

/// True where a date may go on after a number or a word that leads, past further ones: "in the last two years", not "in
/// the two end houses". Most of what "the", "in" and "two" stand before is passed over here.
fn goes_on(line: &Line<'_>, first: usize) -> bool {
    let mut i = first;
    let mut counted = first > 0 && (line.digits(first - 1).is_some() || is_cardinal(line, first - 1));
    while let Some(token) = line.token(i) {
        let word = line.text(i);
        match token.shape {
            Shape::Sign(_) => return true,
            Shape::Number if word.len() == 4 => return true,
            Shape::Number => counted = true,
            Shape::Word => match words::start(word) {
                Some(Start::Leads) => {}
                Some(Start::Itself) if is_cardinal(line, i) => counted = true,
                Some(Start::Itself) => return true,
                // "20 and 21 February", "two to three weeks".
                None if counted && line.is_any(i, &["and", "or", "to"]) => {}
                None => return words::follows(word) || feast::begins(word) || counted && suffix(line, i),
            },
        }
        i += 1;
    }
    // "on the 20", at the end of a line.
    i > 0 && line.digits(i - 1).is_some()
}

/// "20th", "three times a week".
fn suffix(line: &Line<'_>, i: usize) -> bool {
    line.is_any(i, &["st", "nd", "rd", "th", "times"])
}

fn is_cardinal(line: &Line<'_>, i: usize) -> bool {
    number::cardinal(line.text(i)).is_some()
}

/// "today (20th August)", "yesterday, 3 May": one date, told twice.
fn with_gloss(line: &Line<'_>, i: usize, end: usize, point: Point) -> (DateMention, usize) {
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
            return (mention, end);
        }
    }
    let mut mention = build(line, i, end, Expr::At(point));
    mention.daypart = daypart;
    (mention, end)
}

/// "morning" after "yesterday" or "Tuesday"; what "this morning" and "last night" already hold.
fn daypart_after(line: &Line<'_>, end: usize, point: &Point) -> (Option<Daypart>, usize) {
    let read = |i: usize| match lookup(line.text(i)) {
        Some(Word::Daypart(part)) => Some(part),
        _ => None,
    };
    match point {
        Point::Relative { unit: Unit::Day, .. }
        | Point::Weekday { .. }
        | Point::Day { .. }
        | Point::Shift { base: expr::Base::Told, .. } => {
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

/// Takes "about", "nearly", "more than" in front of a length into it.
fn approximate(line: &Line<'_>, i: usize, mut length: Length) -> (Length, usize) {
    let before = |n: usize, words: &[&str]| i >= n && line.is_any(i - n, words);
    if before(1, &["about", "around", "nearly", "almost", "roughly", "approximately", "some"]) {
        length.approx = true;
        return (length, i - 1);
    }
    if before(2, &["more", "less", "fewer"]) && before(1, &["than"])
        || before(2, &["at"]) && before(1, &["least"])
        || before(2, &["just"]) && before(1, &["over", "under"])
    {
        return (length, i - 2);
    }
    (length, i)
}

/// "have until May", "gave them until May", "until May to appeal": what is granted ends there.
fn granted(line: &Line<'_>, until: usize, end: usize) -> bool {
    let at = |n: usize, words: &[&str]| until.checked_sub(n).is_some_and(|i| line.is_any(i, words));
    at(1, &["have", "has", "had", "given"])
        || at(2, &["gave", "give", "gives", "giving", "allowed"])
        || line.is(end, "to")
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
            () if before(first, &["until", "till"]) && granted(line, first - 1, to) => {
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
