//! Which event a date dates, where the words right beside it say so: "inspected on 4 May", "the May inspection", "the
//! report, published on Monday". Knows those words; refuses dates whose clause tells of something else.

use crate::find::date::expr::{DateMention, Event, Expr, Point};
use crate::find::lex::Lines;

const VISITS: &[&str] =
    &["inspected", "visited", "inspection", "inspections", "visit", "visits", "reinspected"];
const REPORTS: &[&str] = &["published", "report", "released"];
/// Words that may stand between the event and its date.
const BETWEEN: &[&str] = &[
    "on", "in", "was", "were", "carried", "out", "undertaken", "took", "place", "conducted", "held", "made",
    "by", "of", "the", "at", "an", "its", "their", "unannounced", "began", "during", "school", "home",
    "been", "had",
];
/// How many words between at most.
const REACH: usize = 6;

/// The event that a mention dates.
pub(super) fn dated(lines: &Lines<'_>, mention: &DateMention) -> Option<Event> {
    let Expr::At(point) = &mention.expr else { return None };
    if matches!(point, Point::Shift { .. } | Point::Year(_) | Point::Decade(_) | Point::Century(_)) {
        return None;
    }
    let line = lines.at(mention.span.start);
    let (start, end) = (line.at(mention.whole.start), line.at(mention.span.end));
    let event = |i: usize| match () {
        () if line.is_any(i, VISITS) => Some(Event::Visit),
        () if line.is_any(i, REPORTS) => Some(Event::Report),
        () => None,
    };
    // "the May inspection", "March’s report".
    let owner = matches!(line.sign(end), Some('’' | '\'')) && line.is(end + 1, "s");
    let noun = if owner { end + 2 } else { end };
    if let Some(found) = event(noun).filter(|_| !line.is_any(noun, &["inspected", "visited", "published"])) {
        return Some(found);
    }
    let back = (1..=REACH).map_while(|n| start.checked_sub(n));
    for at in back {
        if let Some(found) = event(at) {
            // "the last inspection", "a previous visit" is another one.
            let earlier = (1..3).any(|n| {
                at.checked_sub(n)
                    .is_some_and(|i| line.is_any(i, &["last", "previous", "earlier", "before", "prior"]))
            });
            return (!earlier).then_some(found);
        }
        if !line.is_any(at, BETWEEN) {
            return None;
        }
    }
    None
}
