//! Which days a date mention means: against the day of publication, the tense of its clause, and the dates told
//! around it. Knows nothing of the event; see `relate::date_role`.
//!
//! What it finds: the value (EDTF), the first and last day, the grain, what it was reckoned from.
//! What it leaves alone: without a day of publication a relative date stays open; no year is invented.
//! Example: "in November" of a paper of January 2004, with "was undertaken": `2003-11`.
//! Where it is fooled: a past tense that tells of a plan ("the visit was set for March").

mod block;
mod calendar;
mod direction;
mod event;
mod feast;
mod point;
mod shift;
mod told;

use crate::fact::{Anchor, Basis, Date, DateKind, DateRole, Day, Edtf, Grain, Part, Rule};
use crate::find::date::expr::{Base, DateMention, Daypart, Event, Expr, Length, Point, Which, Year};
use crate::find::lex::Lines;
use crate::text::{Span, Text};
use block::Block;
use direction::Direction;
use point::{From, Gap, place};
use shift::moved;
use told::{grain, iso, rule, unit_grain};

/// A date with its days, before its span is led back to the article.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Dated {
    /// Of [`Text::as_str`].
    pub(crate) span: Span,
    /// With the preposition that links it.
    pub(crate) whole: Span,
    pub(crate) value: Option<Edtf>,
    pub(crate) from: Option<Day>,
    pub(crate) to: Option<Day>,
    pub(crate) grain: Grain,
    pub(crate) kind: DateKind,
    pub(crate) timex: Option<String>,
    pub(crate) anchor: Anchor,
    pub(crate) approx: bool,
    /// "by": a limit.
    pub(crate) limit: bool,
    pub(crate) role: Option<DateRole>,
    /// Where only a judgement tells that it is a visit's: "was rated good in March".
    pub(crate) by_verdict: bool,
    /// What is wrong with it, in a sentence for the notes.
    pub(crate) note: Option<&'static str>,
    rule: Rule,
}

impl Dated {
    /// As it is reported, but for the words and their place in what was given.
    pub(crate) fn fact(self) -> Date {
        Date {
            value: self.value,
            from: self.from,
            to: self.to,
            grain: self.grain,
            kind: self.kind,
            timex: self.timex,
            anchor: self.anchor,
            approx: self.approx,
            role: self.role,
            basis: Basis::Stated,
            rule: self.rule,
            span: self.span,
            text: String::new(),
            part: Part::Text,
        }
    }
}

/// Resolves mentions, in order, against the day of publication.
pub(crate) fn resolve(
    mentions: &[DateMention],
    text: &Text,
    lines: &Lines<'_>,
    reference: Option<Day>,
) -> Vec<Dated> {
    let mut out: Vec<Dated> = Vec::with_capacity(mentions.len());
    let mut told: Option<(usize, Block)> = None;
    let mut events: Vec<(Event, Block)> = Vec::new();
    for mention in mentions {
        let paragraph = text.paragraph_at(mention.span.start);
        let near = told.as_ref().filter(|(at, _)| paragraph - at.min(&paragraph) <= 1).map(|(_, b)| b);
        let lone = direction::alone(text, mention);
        let leaning = direction::of(text, lines, mention);
        // "in two weeks" looks ahead unless the clause looks back.
        let ahead = lone || matches!(mention.expr, Expr::In(_));
        let default = if ahead { Direction::Future } else { Direction::Past };
        let direction = leaning.unwrap_or(default);
        let from = From {
            reference,
            direction,
            leaning: leaning.is_some(),
            lone,
            limit: mention.limit,
            told: near,
            events: &events,
        };
        let (dated, block) = one(mention, &from);
        if let Some(block) = block {
            if let Some(event) = event::dated(lines, mention) {
                events.push((event, block));
            }
            told = Some((paragraph, block));
        }
        out.push(dated);
    }
    out
}

/// One mention, and the time that later ones may be reckoned from.
fn one(mention: &DateMention, from: &From<'_>) -> (Dated, Option<Block>) {
    let mut dated = Dated {
        span: mention.span,
        whole: mention.whole,
        value: None,
        from: None,
        to: None,
        grain: Grain::Day,
        kind: DateKind::Date,
        timex: None,
        anchor: Anchor::None,
        approx: mention.approx,
        limit: mention.limit,
        role: None,
        by_verdict: false,
        note: None,
        rule: Rule::new(rule(&mention.expr)),
    };
    let mut told = None;
    match &mention.expr {
        Expr::At(point) => told = at(&mut dated, point, mention, from),
        Expr::Between(a, b) => told = between(&mut dated, a, b, from),
        Expr::Since(point) | Expr::After(point) | Expr::Until(point) | Expr::Before(point) => {
            told = open(&mut dated, &mention.expr, point, from);
        }
        Expr::In(length) if from.direction == Direction::Future => {
            dated.span = mention.whole;
            let ahead = Point::Shift { length: length.clone(), back: false, base: Base::Now };
            told = at(&mut dated, &ahead, mention, from);
        }
        Expr::In(length) | Expr::Length(length) => lasting(&mut dated, length, DateKind::Duration),
        Expr::Lasting { length, from: start } => {
            told = at(&mut dated, &stretch(length, start), mention, from);
        }
        Expr::Every(length) => lasting(&mut dated, length, DateKind::Recurring),
        Expr::Rolling { length, back } => rolling(&mut dated, length, *back, from),
    }
    (dated, told)
}

/// A stretch of so long that starts with a time.
fn stretch(length: &Length, start: &Point) -> Point {
    Point::Edge { length: length.clone(), last: false, of: Box::new(start.clone()) }
}

fn at(dated: &mut Dated, point: &Point, mention: &DateMention, from: &From<'_>) -> Option<Block> {
    let placed = match &mention.gloss {
        // The bracket in "today (20th August)" says which day: the article's own word for it.
        Some(gloss) => glossed(point, gloss, from),
        None => place(point, from),
    };
    let block = match placed {
        Ok(block) => block,
        Err(gap) => {
            unplaced(dated, mention.gloss.as_ref().unwrap_or(point), gap);
            return None;
        }
    };
    take(dated, &block);
    if let (Some(daypart), Some(timex)) = (mention.daypart, &mut dated.timex) {
        timex.push_str(match daypart {
            Daypart::Morning => "TMO",
            Daypart::Afternoon => "TAF",
            Daypart::Evening => "TEV",
            Daypart::Night => "TNI",
        });
    }
    if block.is_interval()
        && (block.grain == Grain::Year || matches!(point, Point::EndingAt { .. } | Point::Edge { .. }))
    {
        dated.kind = DateKind::Interval;
    }
    Some(block)
}

/// The day that the bracket names, in the year that lies nearest to the day of publication.
fn glossed(point: &Point, gloss: &Point, from: &From<'_>) -> Result<Block, Gap> {
    let said = place(point, from).ok();
    let mut best = place(gloss, from)?;
    if let (Point::Day { day, month, year: Year::Open(Which::Bare), .. }, Some(said)) = (gloss, &said) {
        let near = (-1..=1).filter_map(|n| Day::new(said.from.year() + n, *month, *day));
        if let Some(day) = near.min_by_key(|d| d.days_to(said.from).abs()) {
            best = Block::day(day).anchored(Anchor::Published);
        }
    }
    if said.is_some_and(|s| s.from != best.from) {
        best.anchor = Anchor::Text;
    }
    Ok(best)
}

fn take(dated: &mut Dated, block: &Block) {
    dated.value = Some(Edtf::new(block.value()));
    dated.timex = Some(block.timex());
    dated.from = Some(block.from);
    dated.to = Some(block.to);
    dated.grain = block.grain;
    dated.anchor = block.anchor;
    dated.approx |= block.approx;
}

/// What stays of a time without a place: its grain, and a day with its gap for a year.
fn unplaced(dated: &mut Dated, point: &Point, gap: Gap) {
    dated.grain = grain(point);
    if gap == Gap::Impossible {
        dated.note = Some("No calendar has this day.");
        return;
    }
    match point {
        Point::Day { day, month, .. } => {
            dated.value = Some(Edtf::new(format!("XXXX-{month:02}-{day:02}")));
            dated.timex = dated.value.as_ref().map(|v| v.as_str().to_owned());
        }
        Point::Month { month, .. } => dated.timex = Some(format!("XXXX-{month:02}")),
        Point::Weekday { weekday, .. } => dated.timex = Some(format!("XXXX-WXX-{}", weekday + 1)),
        _ => {}
    }
}

fn between(dated: &mut Dated, a: &Point, b: &Point, from: &From<'_>) -> Option<Block> {
    dated.kind = DateKind::Interval;
    let (first, last) = match ends(a, b, from) {
        (Ok(first), Ok(last)) => (first, last),
        (Err(Gap::Impossible), _) | (_, Err(Gap::Impossible)) => {
            unplaced(dated, b, Gap::Impossible);
            return None;
        }
        _ => {
            dated.grain = grain(b);
            if let (Point::Day { day, month, .. }, Point::Day { day: last, month: end, .. }) = (a, b) {
                dated.value = Some(Edtf::new(format!("XXXX-{month:02}-{day:02}/XXXX-{end:02}-{last:02}")));
            }
            return None;
        }
    };
    if first.from > last.to {
        dated.note = Some("The period ends before it begins.");
        return None;
    }
    let mut whole = Block::stretch(first.from, last.to, first.grain.min(last.grain));
    whole.anchor = if first.anchor == Anchor::Explicit { last.anchor } else { first.anchor };
    whole.approx = first.approx || last.approx;
    take(dated, &whole);
    // "2003/2004": in the grain of the two, where each has one name.
    if !first.is_interval() && !last.is_interval() {
        let value = first.value() + "/" + &last.value();
        dated.timex = Some(value.clone());
        dated.value = Some(Edtf::new(value));
    }
    Some(whole)
}

/// Both ends of a range. One that leaves its year or week open stands next to the other.
fn ends(a: &Point, b: &Point, from: &From<'_>) -> (Result<Block, Gap>, Result<Block, Gap>) {
    let near = |reference: Day, direction| From {
        reference: Some(reference),
        direction,
        leaning: true,
        lone: false,
        limit: false,
        told: None,
        events: &[],
    };
    let as_published = |block: Result<Block, Gap>| block.map(|b| b.anchored(Anchor::Published));
    match (is_open(a), is_open(b)) {
        (true, _) => match place(b, from) {
            Ok(last) => (as_published(place(a, &near(last.to, Direction::Past))), Ok(last)),
            gap => (place(a, from), gap),
        },
        (false, true) => match place(a, from) {
            Ok(first) => {
                let last = place(b, &near(first.from, Direction::Future)).map(|b| b.anchored(first.anchor));
                (Ok(first), last)
            }
            gap => (gap, place(b, from)),
        },
        _ => (place(a, from), place(b, from)),
    }
}

const fn is_open(point: &Point) -> bool {
    matches!(
        point,
        Point::Day { year: Year::Open(Which::Bare), .. }
            | Point::Month { year: Year::Open(Which::Bare), .. }
            | Point::Season { year: Year::Open(Which::Bare), .. }
            | Point::Weekday { which: Which::Bare, .. }
            | Point::Feast { year: Year::Open(Which::Bare), .. }
    )
}

/// "since 2001", "up to March 2003", "before 1990", "after May".
fn open(dated: &mut Dated, expr: &Expr, point: &Point, from: &From<'_>) -> Option<Block> {
    dated.kind = DateKind::Interval;
    let block = match place(point, from) {
        Ok(block) => block,
        Err(gap) => {
            unplaced(dated, point, gap);
            return None;
        }
    };
    take(dated, &block);
    let (start, end) = block.ends();
    let (value, first, last) = match expr {
        Expr::Since(_) | Expr::After(_) => (start + "/..", Some(block.from), None),
        _ => (format!("../{}", end.unwrap_or(start)), None, Some(block.to)),
    };
    dated.value = Some(Edtf::new(value));
    dated.from = first;
    dated.to = last;
    Some(block)
}

fn rolling(dated: &mut Dated, length: &Length, back: bool, from: &From<'_>) {
    dated.kind = DateKind::Interval;
    dated.grain = length.parts.last().map_or(Grain::Day, |p| unit_grain(p.1));
    dated.timex = told::timex(length);
    dated.approx = true;
    let (Some(now), Some(there)) = (from.reference, from.reference.and_then(|now| moved(now, length, back)))
    else {
        return;
    };
    let (first, last) = if back { (there, now) } else { (now, there) };
    dated.value = Some(Edtf::new(format!("{first}/{last}")));
    dated.from = Some(first);
    dated.to = Some(last);
    dated.anchor = Anchor::Published;
}

fn lasting(dated: &mut Dated, length: &Length, kind: DateKind) {
    dated.kind = kind;
    dated.grain = length.parts.last().map_or(Grain::Day, |p| unit_grain(p.1));
    dated.approx |= length.approx;
    dated.timex = told::timex(length);
    dated.value = iso(length).filter(|t| !t.contains('X')).map(Edtf::new);
}
