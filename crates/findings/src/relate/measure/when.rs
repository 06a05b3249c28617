//! When it was done: the date of the clause that is the deed's own. Knows no measure's name.
//!
//! *What it leaves alone*: limits, lengths, dates of inspections, and dates of another deed.

use super::deed;
use super::found::Found;
use super::line::Line;
use crate::fact::{Action, DateKind, DateRole, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::story::Story;

/// Words between two commas or brackets right behind the measure, with the date after them.
fn past_aside(l: &Line<'_, '_>, open: usize, date: usize) -> bool {
    let open = open + usize::from(l.is_quote(open));
    let open = open + usize::from(l.says(open, &["phase", "process", "stage"]));
    let close = date.wrapping_sub(1 + usize::from(l.says(date.wrapping_sub(1), &["in", "on", "last"])));
    let marks = l.w(open) == "," && l.w(close) == "," || l.w(open) == "(" && l.w(close) == ")";
    let plain = |k: usize| !l.ends_clause(k) && !l.s.is(k, Class::Be) && !l.is_date(k);
    marks && open + 1 < close && (open + 1..close).all(plain)
}

/// Where the words that a comma opens close again, where they only say where a place is or who: ", in Glen Road,".
fn set_off(l: &Line<'_, '_>, open: usize) -> Option<usize> {
    let places =
        l.says(open + 1, &["in", "near", "at", "off", "on", "outside", "run", "part", "owned", "based"]);
    if l.w(open) != "," || !places || l.is_date(open + 2) || l.is_date(open + 1) {
        return None;
    }
    let close = (open + 2..open + 9).find(|&i| l.w(i) == ",")?;
    let plain = |i: usize| !l.is_date(i) && !l.s.is_any(i, &[Class::Be, Class::Have, Class::Say]);
    (open + 1..close).all(plain).then_some(close)
}

/// The date that stands nearest in the clause and is no limit, no length and no inspection's.
pub(super) fn date(story: &Story<'_>, l: &Line<'_, '_>, found: &Found) -> Option<usize> {
    let (low, high) = (found.from, found.to.max(found.at));
    let mut best: Option<(usize, usize)> = None;
    for i in low.saturating_sub(12)..(high + 20).min(l.len()) {
        let Some(Item::Date(ix)) = l.s.item(i) else { continue };
        let Some(date) = story.dates.get(ix) else { continue };
        // "a visit in November, when", "the 2014 inspection when": the date is the clause's.
        let when = l.says(i + 1, &["when"])
            || l.says(i + 2, &["when"]) && (l.w(i + 1) == "," || l.s.is(i + 1, Class::Visit));
        // "has been closed since 24 July": it began then.
        let begun = date.to.is_none() && date.from.is_some();
        let since = i > high && !deed::is_state(found.kind) && found.action == Action::Imposed;
        let length = matches!(date.kind, DateKind::Duration | DateKind::Recurring)
            || found.action != Action::Continued && begun && !since && !when;
        // "put it in its “engage” phase, often called special measures, in January"
        let effect = i > high && l.w(i - 1) == "from" && l.w(i.wrapping_sub(2)) == "effect";
        let aside = effect || i > high && past_aside(l, high + 1, i);
        let past: usize = (high + 1..i).filter_map(|o| set_off(l, o).map(|close| close + 1 - o)).sum();
        if i > high + 9 + past && !aside {
            continue;
        }
        // "put it into special measures in March 2019": right behind its verb the date is its own, however old.
        let own = i > high && i <= high + 2 || i < low && when;
        let role = matches!(date.role, Some(DateRole::Deadline | DateRole::PublicationDue))
            || date.role == Some(DateRole::PreviousInspection) && !own;
        let limit = date.limit || l.says(i.wrapping_sub(1), &["by", "until", "within", "than", "before"]);
        let visit = (i.saturating_sub(4)..i).any(|v| l.s.is(v, Class::Visit))
            && date.role != Some(DateRole::Published)
            && !when
            && found.kind != MeasureKind::ReInspection;
        // "A notice issued in May was lifted": of the other deed.
        let inner = found.action != Action::Imposed && found.at < i && i < found.verb;
        if length || role || limit || visit || inner || date.value.is_none() {
            continue;
        }
        let (a, b) = (i.min(low), i.max(high));
        let between = if i < low { i + 1..low } else { high + 1..i };
        let cut = !aside
            && between.clone().any(|k| {
                // "served a notice on Rowan Bank, in Glen Road, on May 27": past where it is, or who.
                if i > high
                    && (high + 1..i).any(|o| set_off(l, o).is_some_and(|close| (o..=close).contains(&k)))
                {
                    return false;
                }
                let aside = l.w(k) == "," && (i < low || l.w(k + 1) == "published");
                // "released from the special measures imposed last year": of the other deed.
                let other = i > high && l.says(k, &["imposed", "issued", "served"]);
                // "is prosecuting the trust over a death in 2018": of what happened.
                let event = i > high
                    && l.says(
                        k,
                        &["death", "deaths", "died", "incident", "accident", "fall", "fire", "suicide"],
                    );
                let after = l.says(k, &["after", "before"]) && l.s.is(k + 1, Class::Pronoun) && i > high;
                other || after || event || l.ends_clause(k) && !aside && !(i < low && when)
            });
        // "will reopen in September after Ofsted put it in": of the clause before.
        let later = (i + 1..low).any(|k| l.says(k, &["after", "before"]) && l.find(k, low, &[","]).is_none());
        let cut = cut || i < low && later && !when;
        // "issued in 2017, and the commissioner will go"
        let next = (i + 1..low).any(|k| l.w(k) == "," && l.w(k + 1) == "and");
        let cut = cut || i < low && next;
        // "went back in November, and the notice served in June": of the clause before.
        let next =
            || l.s.is_any(i + 2, &[Class::Det, Class::Possessive]) || l.is_place(i + 2) || l.is_body(i + 2);
        let cut = cut || i < low && l.w(i + 1) == "and" && !when && next();
        // "went in in 2014 and came out": of the verb before.
        let cut = cut || i < low && (l.w(low) == "and" || l.w(low - 1) == "and") && i + 3 >= low && !when;
        let distance = (b - a).saturating_sub(high - low) * 2 + usize::from(i < low);
        if !cut && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, ix));
        }
    }
    best.map(|(_, ix)| ix)
}
