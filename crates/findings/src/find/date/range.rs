//! From one time to another: "between 1st and 12th July", "from May to September 2024", "1960–61", and two
//! times that share a part: "June and July last year". Refuses two times that only stand side by side.

use super::doubt;
use super::expr::{Expr, Point, Unit, Which, Year};
use super::point::{day_number, point};
use crate::find::lex::Line;

/// One end of a range: a whole time, or a day that borrows its month from the other end.
#[derive(Clone)]
pub(super) enum End {
    Whole(Point),
    Day(u8),
}

/// One end, and where it ends.
type Read = (End, usize);

/// The readings of one end: as a whole time and as a lone day.
pub(super) type Ends = [Option<Read>; 2];

/// Reads the range that starts at `i`, where `here` are the [`ends`] that start there.
pub(super) fn range(line: &Line<'_>, i: usize, here: &Ends) -> Option<(Expr, usize)> {
    let (from, between) = (line.is(i, "from"), line.is(i, "between"));
    let opened = from || between;
    let start = if opened { i + 1 } else { i };
    let opening = opened.then(|| ends(line, start, point(line, start)));
    let mut best = None;
    for &(ref left, at) in opening.as_ref().unwrap_or(here).iter().flatten() {
        let Some(next) = joint(line, at, from, between) else { continue };
        for (right, end) in ends(line, next, point(line, next)).into_iter().flatten() {
            let longer = best.as_ref().is_none_or(|(_, e)| end > *e);
            let lone = matches!(right, End::Day(_));
            if let Some((a, b)) = longer.then(|| shared(left, right)).flatten()
                && (opened
                    || years(line, start, &a, &b)
                    || doubt::accepts(line, start, at, &a)
                    || matches!(left, End::Day(_))
                    || matches!(b, Point::Day { .. }) && lone)
            {
                best = Some((Expr::Between(a, b), end));
            }
        }
    }
    best
}

/// "2014-2018", where nothing in front makes it a longer figure.
fn years(line: &Line<'_>, start: usize, a: &Point, b: &Point) -> bool {
    let runs_on = start > 0
        && (line.digits(start - 1).is_some() || line.glued(start) && line.sign(start - 1) != Some('('));
    let modern = |p: &Point| matches!(p, Point::Year(y) if (1900..2080).contains(y));
    !runs_on && modern(a) && modern(b)
}

/// "now", "to date", "the present" at one end.
fn now(line: &Line<'_>, i: usize) -> Option<(Point, usize)> {
    let the = if line.is(i, "the") { i + 1 } else { i };
    let current = line.is(the, "current") && line.is_any(the + 1, &["date", "day"]);
    let word = line.is_any(i, &["now", "date"]) || line.is_any(the, &["present"]);
    let end = if current { the + 2 } else { the + 1 };
    (word || current).then_some((Point::Relative { unit: Unit::Day, by: 0 }, end))
}

/// From the [`ends`] at one place: reads two times joined by "and" of which the first borrows from the second. Gives both, the place where the
/// first ends and the second begins, and the end.
pub(super) fn pair(line: &Line<'_>, here: &Ends) -> Option<(Point, Point, (usize, usize), usize)> {
    for &(ref left, at) in here.iter().flatten() {
        if !line.is_any(at, &["and", "or"]) {
            continue;
        }
        for (right, end) in ends(line, at + 1, point(line, at + 1)).into_iter().flatten() {
            // "October 9 and 10": the month is lent the other way, where no noun makes the number a count.
            if let (End::Whole(Point::Day { .. }), End::Day(_)) = (left, &right)
                && closes(line, end)
                && let Some((a, b)) = shared(left, right.clone())
            {
                return Some((a, b, (at, at + 1), end));
            }
            let End::Whole(b) = &right else { continue };
            let borrows = match (left, b) {
                (End::Day(_), Point::Day { .. }) => true,
                (
                    End::Whole(Point::Month { year: Year::Open(Which::Bare), .. }),
                    Point::Month { year, .. },
                ) => *year != Year::Open(Which::Bare),
                (End::Whole(Point::Day { year: Year::Open(Which::Bare), .. }), Point::Day { year, .. }) => {
                    *year != Year::Open(Which::Bare)
                }
                _ => false,
            };
            if let Some((a, b)) = borrows.then(|| shared(left, right.clone())).flatten() {
                return Some((a, b, (at, at + 1), end));
            }
        }
    }
    None
}

/// True where a phrase ends: at a stop, or before a word that joins on.
pub(super) fn closes(line: &Line<'_>, i: usize) -> bool {
    line.token(i).is_none()
        || line.sign(i).is_some()
        || line.is_any(
            i,
            &[
                "and", "but", "at", "in", "by", "with", "for", "after", "when", "to", "of", "was", "were",
                "found", "which", "that", "the", "a", "on", "who", "he", "she", "they", "it", "said",
                "following", "as", "because",
            ],
        )
}

/// What may stand at one end: the reading as a whole time, given the single one, and the reading as a lone day.
pub(super) fn ends(line: &Line<'_>, i: usize, single: Option<(Point, usize)>) -> Ends {
    let whole = single.or_else(|| now(line, i)).map(|(point, end)| (End::Whole(point), end));
    let the = if line.is(i, "the") { i + 1 } else { i };
    [whole, day_number(line, the).map(|(day, end)| (End::Day(day), end))]
}

/// Skips what joins the two ends.
fn joint(line: &Line<'_>, i: usize, from: bool, between: bool) -> Option<usize> {
    let word = match () {
        () if between => line.is_any(i, &["and", "to", "through"]),
        () if from => line.is_any(i, &["to", "until", "till", "through", "up"]),
        () => line.is_any(i, &["to", "until", "through", "thru"]),
    };
    if word {
        return Some(if line.is(i, "up") && line.is(i + 1, "to") { i + 2 } else { i + 1 });
    }
    matches!(line.sign(i), Some('-' | '–' | '—' | '~')).then_some(i + 1)
}

/// Lends the parts that one end leaves out.
fn shared(left: &End, right: End) -> Option<(Point, Point)> {
    match (left.clone(), right) {
        (End::Day(day), End::Whole(b @ Point::Day { month, year, day: last, .. })) => {
            (day < last).then_some((Point::Day { day, month, year, weekday: None }, b))
        }
        (End::Whole(a @ Point::Day { day, month, year, .. }), End::Day(last)) => {
            (day < last).then_some((a, Point::Day { day: last, month, year, weekday: None }))
        }
        (End::Whole(a), End::Whole(b)) => whole(a, b),
        _ => None,
    }
}

fn whole(a: Point, b: Point) -> Option<(Point, Point)> {
    const BARE: Year = Year::Open(Which::Bare);
    Some(match (a, b) {
        (Point::Day { day, month, year: BARE, weekday }, b @ Point::Day { month: last, year, .. }) => {
            (Point::Day { day, month, year: earlier(year, month > last), weekday }, b)
        }
        (Point::Month { month, year: BARE }, b @ Point::Month { month: last, year }) => {
            (Point::Month { month, year: earlier(year, month > last) }, b)
        }
        (Point::Season { season, year: BARE }, b @ Point::Season { year, .. }) => {
            (Point::Season { season, year }, b)
        }
        (Point::Year(a), Point::Year(b)) if a < b => (Point::Year(a), Point::Year(b)),
        (Point::Year(_), Point::Year(_)) => return None,
        (a @ Point::Relative { .. }, b @ Point::Relative { .. }) => (a, b),
        (a, b) if dated(&a) && dated(&b) => (a, b),
        _ => return None,
    })
}

/// The year before, where the first month stands later in the year than the second.
const fn earlier(year: Year, wraps: bool) -> Year {
    match (year, wraps) {
        (Year::Given(y), true) => Year::Given(y - 1),
        (Year::Relative(y), true) => Year::Relative(y - 1),
        (year, _) => year,
    }
}

const fn dated(point: &Point) -> bool {
    !matches!(point, Point::Shift { .. } | Point::DayOf { .. })
}
