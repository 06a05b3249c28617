//! Which event a date belongs to, by the words of its clause. Knows the words for visits, reports and limits;
//! nothing of bodies or ratings.
//!
//! What it finds: the visit, the report coming out, one still to come, an earlier visit, a limit, a period.
//! What it leaves alone: lengths of time, and dates that only describe a thing ("a 2007 film").
//! Example: "An inspection was undertaken in November": `inspected`.
//! Where it is fooled: a date between two verbs belongs to the one before it.

mod sign;

use crate::fact::{Anchor, DateKind, DateRole, Day, Grain};
use crate::find::lex::{Line, Lines, Shape};
use crate::resolve::date::Dated;
use sign::{DOCUMENTS, Sign, sign};

/// Gives every date the role that its clause tells.
pub(crate) fn assign(dates: &mut [Dated], lines: &Lines<'_>, reference: Option<Day>) {
    for i in 0..dates.len() {
        let (done, rest) = dates.split_at_mut(i);
        let Some(date) = rest.first_mut() else { continue };
        let line = lines.at(date.span.start);
        let (start, end) = (line.at(date.whole.start), line.at(date.span.end));
        let joined = done
            .last()
            .filter(|d| start > 1 && line.is_any(start - 1, &["and"]) && line.at(d.span.end) == start - 1);
        date.role = match joined {
            Some(other) => other.role,
            None => role(line, start, end, date, reference),
        };
        date.by_verdict = date.role == Some(DateRole::Inspected)
            && noun(line, end).is_none()
            && matches!(before(line, start).or_else(|| after(line, end)), Some((Sign::Verdict, _)));
    }
}

fn role(line: &Line<'_>, start: usize, end: usize, date: &Dated, reference: Option<Day>) -> Option<DateRole> {
    if is_limit(line, start, end, date) || is_due(line, start, date, reference) {
        return Some(DateRole::Deadline);
    }
    if covers(line, start, end) {
        return Some(DateRole::Period);
    }
    match date.kind {
        DateKind::Duration | DateKind::Recurring => return None,
        DateKind::Interval
            if date.from.is_none() && date.to.is_some() && line.is_any(start, &["to", "until"]) =>
        {
            return Some(DateRole::Period);
        }
        _ => {}
    }
    // "inspectors under a framework introduced in January": the framework's.
    let led = start - usize::from(line.is_any(start.wrapping_sub(1), &["in", "on", "from", "since"]));
    if line.is_any(led.wrapping_sub(1), &["introduced", "launched", "overhauled", "scrapped"]) {
        return Some(DateRole::Event);
    }
    let visited = |line: &Line<'_>| Some(visit(line, start, end, date, reference));
    // "its 2015 inspection", "the May report": the noun right after it.
    let attributive = line
        .is_any(start.wrapping_sub(1), &["the", "its", "their", "a", "an", "this", "that", "his", "her"])
        || possessive(line, end);
    match noun(line, end) {
        Some((Sign::Visit, i)) if !line.is_any(i, &["inspected", "visited"]) => return visited(line),
        _ => {}
    }
    let to_come = reference.zip(date.from).is_some_and(|(now, from)| from > now);
    // "Their report is due in early summer", "The final version is expected next month"
    let awaited = (start.saturating_sub(5)..start).any(|i| {
        line.is_any(i, &["due", "expected"]) || line.is(i, "out") && line.is(i.wrapping_sub(1), "be")
    }) && (start.saturating_sub(12)..start).any(|i| line.is_any(i, DOCUMENTS));
    if awaited && (to_come || date.from.is_none()) {
        return Some(DateRole::PublicationDue);
    }
    if !to_come && spoken(line, start, end, date) {
        return Some(DateRole::Published);
    }
    let back = before(line, start);
    match back.or_else(|| after(line, end)) {
        Some((Sign::Report, _)) if to_come => Some(DateRole::PublicationDue),
        Some((Sign::Report, at)) => Some(published(line, at, start, end)),
        Some((Sign::Verdict, _)) if to_come => Some(DateRole::Event),
        Some((Sign::Visit, _)) => visited(line),
        Some((Sign::Verdict, _)) if is_news(line, start, end, date, reference) => Some(DateRole::Published),
        Some((Sign::Verdict, _)) => visited(line),
        Some((Sign::Light, _)) => light(line, start, end, date, reference),
        _ if date.kind == DateKind::Interval => interval(line, date, start),
        None if attributive && line.token(end).is_some_and(|t| t.shape == Shape::Word) => None,
        _ => Some(DateRole::Event),
    }
}

/// "rated poor on Friday", "last week": a judgement told from the day of publication comes with the news; one of "3
/// August" or of long ago has the day of its visit.
fn is_news(line: &Line<'_>, start: usize, end: usize, date: &Dated, reference: Option<Day>) -> bool {
    let digits = (start..end).any(|i| line.digits(i).is_some());
    let fresh = reference.zip(date.to).is_none_or(|(now, to)| to.months_to(now) < 4);
    date.anchor == Anchor::Published && date.grain <= Grain::Month && fresh && !digits
}

/// "its 2015 inspection", "last summer’s inspection": the noun that the date stands in front of.
fn noun(line: &Line<'_>, end: usize) -> Option<(Sign, usize)> {
    const LINKS: &[&str] = &[
        "after", "before", "the", "a", "an", "by", "of", "in", "and", "as", "when", "that", "but", "at",
        "to", "for", "with", "following",
    ];
    let from = if possessive(line, end) { end + 2 } else { end };
    let word = |i: &usize| line.token(*i).is_some_and(|t| t.shape == Shape::Word) && !line.is_any(*i, LINKS);
    (from..from + 3)
        .take_while(word)
        .find_map(|i| sign(line, i).filter(|s| matches!(s, Sign::Visit | Sign::Report)).map(|s| (s, i)))
}

fn possessive(line: &Line<'_>, end: usize) -> bool {
    matches!(line.sign(end), Some('’' | '\'')) && line.is(end + 1, "s")
}

/// "by January 13" of something that must be done; "within 28 days", "until Friday".
fn is_limit(line: &Line<'_>, start: usize, end: usize, date: &Dated) -> bool {
    const DUTY: &[&str] = &[
        "must", "should", "ordered", "told", "required", "requires", "deadline", "given", "needs", "need",
        "has", "have", "obliged", "improve", "comply", "respond",
    ];
    let led =
        date.limit || line.is_any(start, &["within", "until"]) || start > 0 && line.is(start - 1, "within");
    let left = start.saturating_sub(14);
    // "has to mend it by May", "a plan is expected by May"; "by May it had lost three": no limit.
    let wanted = start > 3
        && date.limit
        && (left..start).any(|i| line.is_any(i, &["to", "expect", "expects", "expected", "wants", "tells"]));
    let duty =
        |mut range: std::ops::Range<usize>| range.any(|i| (i < start || i >= end) && line.is_any(i, DUTY));
    let reported = before(line, start).is_some_and(|(s, _)| s == Sign::Report);
    led && !reported && (wanted || duty(left..(end + 8).min(line.len())))
}

/// "will inspect them all before March", "would be complete by 31 July", "a deadline of September 30": still to come.
fn is_due(line: &Line<'_>, start: usize, date: &Dated, reference: Option<Day>) -> bool {
    let named = line.is_any(start.wrapping_sub(1), &["of", "is", "for"])
        && line.is(start.wrapping_sub(2), "deadline");
    let ahead = || reference.zip(date.from.or(date.to)).is_some_and(|(now, day)| day > now);
    let led = date.limit
        || line.is_any(start, &["by", "before"])
        || line.is_any(start.wrapping_sub(1), &["by", "before"]);
    let verb = |mut before: std::ops::Range<usize>| {
        before.any(|i| line.is_any(i, &["will", "would", "must", "should"]))
    };
    let works = || (0..start).any(|i| line.is_any(i, OTHER_WORK));
    named || led && ahead() && verb(start.saturating_sub(14)..start) && !works()
}

/// "the 12 months to March 31", "the year to the end of March": what the figures cover.
fn covers(line: &Line<'_>, start: usize, end: usize) -> bool {
    const LENGTHS: &[&str] = &["months", "year", "weeks", "period"];
    let the = |i: usize| (i.saturating_sub(4)..i).any(|n| line.is_any(n, &["the", "last", "past"]));
    let inside = (start + 1..end).any(|i| line.is(i, "to") && line.is_any(i - 1, LENGTHS) && the(i));
    let first = (start.saturating_sub(3)..start).rev().find(|&i| !line.is_any(i, &["the", "end", "of"]));
    let to = if line.is(start, "to") { Some(start) } else { first.filter(|&i| line.is(i, "to")) };
    inside || to.is_some_and(|to| to > 0 && line.is_any(to - 1, LENGTHS) && the(to))
}

/// "the watchdog said yesterday", "a report reveals today", "ratings were announced on Tuesday": its report is out.
fn spoken(line: &Line<'_>, start: usize, end: usize, date: &Dated) -> bool {
    const TELLS: &[&str] = &[
        "reveals", "revealed", "shows", "said", "says", "announced", "warned", "warns", "reported",
        "disclosed",
    ];
    let near = (start.saturating_sub(2)..start).rev().chain(end..end + 1);
    let Some(verb) = near.into_iter().find(|&i| line.is_any(i, TELLS)) else { return false };
    let who = verb.saturating_sub(7)..verb;
    let speaker = |i: usize| line.is_any(i, INSPECTORATES) || line.is_any(i, DOCUMENTS);
    const OTHERS: &[&str] =
        &["spokesman", "spokeswoman", "spokesperson", "to", "who", "which", "when", "after"];
    let voice = who.clone().any(|i| line.is_any(i, OTHERS));
    let told = who.into_iter().any(speaker) && !voice;
    told && date.grain <= Grain::Month && date.kind == DateKind::Date
}

/// Who publishes reports.
const INSPECTORATES: &[&str] =
    &["commission", "watchdog", "regulator", "inspectorate", "inspectors", "ofsted", "cqc", "estyn"];

/// The nearest telling word before the date, in its sentence.
fn before(line: &Line<'_>, start: usize) -> Option<(Sign, usize)> {
    let (mut visitor, mut clause) = (None, true);
    // "looking at the partnership, which is made up of …, in November": past the clause between.
    let comma = |i: &usize| line.sign(*i) == Some(',');
    let close = (start.saturating_sub(2)..start).rev().find(comma);
    let opens = close.and_then(|c| (c.saturating_sub(26)..c).rev().find(comma));
    let near = opens.filter(|&o| line.is_any(o + 1, &["which", "who"])).unwrap_or(start);
    for i in (near.saturating_sub(26)..start).rev() {
        if matches!(line.sign(i), Some(';' | '“' | '”' | '"')) {
            break;
        }
        // "inspectors, who spent a week there in June"
        clause &= line.sign(i) != Some(',') || line.is(i + 1, "who");
        match sign(line, i) {
            // "published its first assessment of the county's councils last Thursday"
            Some(Sign::Visit)
                if clause && visitor.is_none() && line.is_any(i, NOUNS) && announced(line, i) =>
            {
                return Some((Sign::Report, i));
            }
            // "inspectors moved in on 3 November": what they do in their own clause is the visit.
            Some(Sign::Visitor) if clause => return Some((Sign::Visit, i)),
            // Further off only a visitor tells anything, or the visit by one of a long name.
            _ if i + 16 < near && !(line.is(i + 1, "by") && line.is_any(i, &["visited", "inspected"])) => {}
            Some(Sign::Other) if visitor.is_none() => visitor = Some(i),
            Some(found) if visitor.is_none() => return Some((found, i)),
            _ => {}
        }
        if visitor.is_some_and(|at| at > i + 16) {
            break;
        }
    }
    visitor.map(|i| (Sign::Other, i))
}

/// What is published when it is no visit.
const NOUNS: &[&str] = &["assessment", "assessments", "inspection", "inspections"];

/// True where a verb of publishing governs the noun at `noun`.
fn announced(line: &Line<'_>, noun: usize) -> bool {
    let between = (noun.saturating_sub(6)..noun).rev();
    let plain = |i: &usize| {
        line.sign(*i).is_none()
            && !line
                .is_any(*i, &["after", "following", "from", "on", "of", "at", "during", "since", "in", "for"])
    };
    between.take_while(plain).any(|i| line.is_any(i, &["published", "publishes", "released", "unveiled"]))
}

/// The first telling word after the date.
fn after(line: &Line<'_>, end: usize) -> Option<(Sign, usize)> {
    (end..(end + 14).min(line.len())).take_while(|i| !matches!(line.sign(*i), Some(';'))).find_map(|i| {
        let found = sign(line, i)?;
        match found {
            Sign::Visitor => Some((Sign::Visit, i)),
            found => Some((found, i)),
        }
    })
}

/// The report came out, or is still to.
fn published(line: &Line<'_>, at: usize, start: usize, end: usize) -> DateRole {
    const DUE: &[&str] = &["will", "due", "expected", "scheduled", "planned", "set", "shall", "would", "be"];
    const CHAIN: &[&str] =
        &["to", "is", "are", "made", "for", "also", "now", "then", "not", "finally", "only"];
    let auxiliary = |i: &usize| line.is_any(*i, DUE) || line.is_any(*i, CHAIN);
    let led = (at.saturating_sub(6)..at).rev().take_while(auxiliary).any(|i| line.is_any(i, DUE));
    let noun = line.is(at, "publication")
        && (at..start.max(at)).chain(end..(end + 4).min(line.len())).any(|i| line.is_any(i, DUE));
    if led || noun { DateRole::PublicationDue } else { DateRole::Published }
}

/// This visit, or one before it: by its words, or by its age.
fn visit(line: &Line<'_>, start: usize, end: usize, date: &Dated, reference: Option<Day>) -> DateRole {
    const EARLIER: &[&str] = &["last", "previous", "previously", "prior", "earlier", "preceding"];
    let noun = |i: usize| {
        line.is_any(i, &["inspection", "inspections", "visit", "assessment", "report", "rating", "inspected"])
    };
    let near = start.saturating_sub(6)..(end + 4).min(line.len());
    let age = reference.zip(date.to).map(|(now, to)| to.months_to(now));
    // "made their last visit in June" of a paper of July is the visit told of.
    let fresh = age.is_some_and(|a| a < 4);
    // "half have been put right since the inspection in February": the one told of.
    let this = |i: usize| line.is(i + 1, "the") && age.is_some_and(|a| a < 9);
    // "their first visit since 2011"
    let first = |i: usize| {
        i + 2 > start
            && (i.saturating_sub(9)..i)
                .any(|n| noun(n) && line.is_any(n.wrapping_sub(1), &["first", "latest"]))
    };
    let since = |i: usize| {
        line.is(i, "since") && ((i + 1..i + 5).any(|n| n < start && noun(n)) && !this(i) || first(i))
    };
    let called = |i: usize| line.is_any(i, &["called", "looked", "came", "went", "visited"]);
    // "will be inspected again in 2008": a visit to come is none yet.
    if reference.zip(date.from).is_some_and(|(now, from)| from > now) {
        return DateRole::Event;
    }
    let said = near.clone().any(|i| {
        line.is_any(i, EARLIER)
            && (i < start || i >= end)
            && (i + 1..i + 4).any(noun)
            && !(fresh && line.is(i, "last"))
    }) || (start.saturating_sub(12)..start).any(|i| line.is(i, "last") && called(i + 1) && !fresh)
        || (start.saturating_sub(8)..=start).any(since);
    let improved = (start.saturating_sub(12)..start).any(|i| {
        line.is_any(i, &["improved", "up", "since"]) && line.is_any(i + 1, &["on", "from", "its", "a", "the"])
    }) && date.grain >= Grain::Year;
    // Papers tell of a visit within months; one of more than fifteen months ago is the one before.
    let old = age.is_some_and(|a| a > 15);
    // "At its most recent inspection, in March last year"
    let latest = near.clone().any(|i| {
        (line.is(i, "latest") || line.is(i, "recent") && line.is(i.wrapping_sub(1), "most"))
            && (i + 1..i + 3).any(noun)
    });
    if latest {
        return DateRole::Inspected;
    }
    // "gave it one star, the same as in 2003"
    let compared =
        (start.saturating_sub(3)..start).any(|i| line.is(i, "as") && line.is(i.wrapping_sub(1), "same"));
    if said || improved || old || compared { DateRole::PreviousInspection } else { DateRole::Inspected }
}

/// "was undertaken in November": whatever was undertaken.
fn light(
    line: &Line<'_>,
    start: usize,
    end: usize,
    date: &Dated,
    reference: Option<Day>,
) -> Option<DateRole> {
    let visits = (0..line.len()).any(|i| (i < start || i >= end) && sign(line, i) == Some(Sign::Visit));
    // "The review was carried out between February and May": a stretch of weeks or months, not of works or polls.
    let stretch = match (date.from, date.to) {
        (Some(from), Some(to)) => date.kind == DateKind::Interval && date.grain <= Grain::Month && from < to,
        _ => false,
    };
    let works = (0..line.len()).any(|i| line.is_any(i, OTHER_WORK));
    let visits = visits || (stretch && !works);
    if visits { Some(visit(line, start, end, date, reference)) } else { Some(DateRole::Event) }
}

/// What is carried out besides inspections.
const OTHER_WORK: &[&str] = &[
    "work", "works", "repairs", "survey", "surveys", "poll", "research", "study", "consultation", "building",
    "refurbishment", "trial", "experiment", "attack", "attacks", "killings", "interviews",
];

/// A closed period that no event takes: what the figures cover.
fn interval(line: &Line<'_>, date: &Dated, start: usize) -> Option<DateRole> {
    let closed = date.from.is_some() && date.to.is_some();
    let told = line.is_any(start, &["between", "from"]) || date.grain == Grain::Year && !date.approx;
    (closed && told).then_some(DateRole::Period)
}
