//! Challenges: complaints and appeals, lodged, upheld, rejected.
//!
//! *What it finds*: "upheld two complaints", "complained to the watchdog", "lodged an appeal", "lost its appeal".
//! *What it leaves alone*: a right to appeal, an appeal for help, residents who complain of the food.

use super::found::Found;
use super::line::Line;
use super::mode::{self, Mode};
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::text::word::last;

pub(super) fn read(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    match last(l.w(at)) {
        "complaint" | "complaints" => complaint(l, at),
        "maladministration" => maladministration(l, at),
        "appeal" | "appeals" => appeal(l, at),
        "appealed" | "appealing" => appealed(l, at),
        "complained" => complained(l, at),
        "challenge" | "challenged" | "challenging"
            if l.find(at + 1, at + 10, &["court", "tribunal", "high court"]).is_some() =>
        {
            to_court(l, at)
        }
        "review" if l.w(at.wrapping_sub(1)) == "judicial" => court(l, at),
        "challenge" if l.w(at.wrapping_sub(1)) == "legal" => court(l, at),
        _ => None,
    }
}

const LODGE: &[&str] = &[
    "lodged", "lodge", "lodging", "launched", "launch", "mounted", "filed", "submitted", "made",
    "registered", "brought", "launching", "mounting", "seeking", "sought", "applied", "seek", "seeks",
];

/// Those who have complaints of their own.
const CROWD: &[&str] = &[
    "parents", "residents", "families", "campaigners", "neighbours", "protesters", "parent", "mother",
    "father", "resident", "daughter", "son", "mum", "dad",
];

/// What a verb before the noun does with it.
fn ruled(l: &Line<'_, '_>, at: usize) -> Option<Action> {
    match l.w(at) {
        "turned" if l.w(at + 1) == "down" => Some(Action::Rejected),
        "upheld" | "upholding" | "uphold" | "upholds" | "won" | "allowed" | "wins" => Some(Action::Upheld),
        "rejected" | "dismissed" | "rejecting" | "rejects" | "lost" | "loses" | "dismissing" | "refused"
        | "refuses" | "threw" | "thrown" => Some(Action::Rejected),
        "withdrew" | "withdrawn" | "dropped" | "abandoned" => Some(Action::Withdrawn),
        _ => None,
    }
}

/// The verb on either side that rules on the noun at `at`.
fn ruling(l: &Line<'_, '_>, at: usize) -> Option<(Action, usize)> {
    let left =
        (at.saturating_sub(5)..at).rev().take_while(|&i| !l.ends_clause(i)).find(|&i| ruled(l, i).is_some());
    let right = || {
        // "a complaint from a parent, which was later upheld"
        // "looked into three complaints, all of which were upheld"
        let of = |i: usize| if l.w(i + 2) == "of" { i + 2 } else { i };
        let which = (at + 1..at + 8).find(|&i| l.w(i) == "," && l.w(of(i) + 1) == "which");
        let upheld =
            which.and_then(|o| (of(o) + 2..of(o) + 6).find(|&i| ruled(l, i).is_some() && !l.ends_clause(i)));
        if let Some(verb) = upheld {
            return Some(verb);
        }
        // "A complaint about the visit, which took place in March, was thrown out"
        let open = (at + 1..at + 10)
            .find(|&i| l.w(i) == ",")
            .filter(|&o| l.says(o + 1, &["which", "made", "about"]));
        let from = open.and_then(|o| (o + 2..o + 12).find(|&i| l.w(i) == ",")).map_or(at, |close| close);
        (from + 1..(from + 10).min(l.len()))
            .take_while(|&i| !l.ends_clause(i))
            .find(|&i| ruled(l, i).is_some() && l.is_light(i - 1))
    };
    let verb = left.or_else(right)?;
    // "was not upheld"
    let not = (verb.saturating_sub(2)..verb).any(|i| l.s.is(i, Class::Not) || l.w(i).ends_with("n't"));
    if not && verb > at && l.w(verb) == "upheld" {
        return Some((Action::Rejected, verb));
    }
    (mode::group(l, verb).mode == Mode::Done).then(|| ruled(l, verb).map(|a| (a, verb)))?
}

fn complaint(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let kind = MeasureKind::Complaint;
    let rule = "measure/complaint";
    let told = (0..l.len()).any(|i| l.is_body(i) || l.w(i) == "ombudsman");
    // "upheld by the council"
    let council =
        |verb: usize| l.w(verb + 1) == "by" && (verb + 2..verb + 5).any(|i| l.w(i).ends_with("council"));
    if let Some((action, verb)) = ruling(l, at) {
        // A body rules on complaints; "it has also upheld" is a body's as well.
        // "She complained, the complaint was upheld in part"
        let again =
            (0..at).any(|i| l.w(i) == "complained") || at == 1 && l.says(0, &["the", "their", "its", "that"]);
        // "Four complaints about the home were upheld", "All seven complaints were upheld"
        let of_place = l.says(at + 1, &["about", "against"]) && (at + 2..at + 5).any(|i| l.is_place(i));
        let counted = l.w(at) == "complaints"
            && (0..at).any(|i| l.s.is(i, Class::All) || matches!(l.s.item(i), Some(Item::Number(_))))
            && at <= 3
            && verb > at
            && !l.says(at + 1, &["about", "against", "over", "from"]);
        let own = action == Action::Withdrawn && theirs(l, mode::group(l, verb).start.wrapping_sub(1));
        let theirs = told
            || own
            || of_place
            || counted
            || again
            || council(verb)
            || l.s.is(mode::group(l, verb).start.wrapping_sub(1), Class::Pronoun);
        let count = (verb.min(at.saturating_sub(2))..at).find_map(|i| match l.s.item(i) {
            Some(Item::Number(n)) => Some(n),
            _ => None,
        });
        return theirs.then(|| Found { count, ..Found::told(kind, action, verb, at, rule) });
    }
    // "It followed a complaint from a member of staff": what brought the inspectors.
    let brought = l.back(at, 3, &["follows", "followed"]).filter(|&v| l.w(at + 1) == "from" && v <= 2);
    if let Some(verb) = brought.filter(|_| l.says(0, &["it", "this", "the"])) {
        return Some(Found::told(kind, Action::Lodged, verb, at, rule).since(verb).passive(true));
    }
    // "It follows a complaint by the partners".
    let follows = l.back(at, 3, &["follows", "followed", "after", "following"]);
    if let Some(after) = follows.filter(|_| l.says(at + 1, &["by", "from"]))
        && (at + 2..at + 5).any(|i| theirs(l, i))
    {
        return Some(Found::told(kind, Action::Lodged, after, at, rule).since(after));
    }
    // "has taken her complaint to the ombudsman"
    let to = l.w(at + 1) == "to" && (at + 2..at + 6).any(|i| l.is_body(i) || l.w(i).ends_with("ombudsman"));
    if let Some(verb) = l.back(at, 3, &["taken", "took", "brought"]).filter(|_| to) {
        let done = mode::group(l, verb).mode == Mode::Done;
        return done.then(|| Found::told(kind, Action::Lodged, verb, at, rule));
    }
    // "We have made a formal complaint to the watchdog about the report": a provider's own.
    let made = || {
        let verb = l.back(at, 4, &["made", "making"]).filter(|_| to)?;
        let who = mode::group(l, verb).start.wrapping_sub(1);
        (theirs(l, who) || l.says(who, &["we", "it", "he", "she"]) && l.find(0, who, CROWD).is_none())
            .then_some(verb)
    };
    if let Some(verb) = made() {
        let action = match mode::group(l, verb).mode {
            Mode::Done => Action::Lodged,
            Mode::Will | Mode::Plan => Action::Proposed,
            _ => return None,
        };
        return Some(Found::told(kind, action, verb, at, rule));
    }
    let verb = l.back(at, 4, &["lodged", "lodge", "submitted", "filed", "lodging"])?;
    let g = mode::group(l, verb);
    let of_place = l.says(at + 1, &["about", "against"]) && (at + 2..at + 5).any(|i| l.is_place(i));
    let about = of_place || (at + 1..at + 5).any(|i| l.is_body(i) || l.s.is(i, Class::Visit));
    (g.mode == Mode::Done && about).then(|| Found::told(kind, Action::Lodged, verb, at, rule))
}

/// "a severe maladministration finding by the Housing Ombudsman" of a complaint; found by it, it is a grade.
fn maladministration(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let rules = (0..l.len()).any(|i| l.w(i).contains("ombudsman"));
    let noun = (at + 1..at + 3).find(|&i| l.says(i, &["finding", "findings", "ruling"]))?;
    let none = (at.saturating_sub(3)..at).any(|i| l.s.is(i, Class::Not) || l.w(i) == "no");
    (rules && !none).then(|| {
        Found::told(MeasureKind::Complaint, Action::Upheld, noun, at, "measure/complaint").passive(true)
    })
}

/// "Governors have complained to the inspectorate": theirs, of their own inspection.
fn complained(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let g = mode::group(l, at);
    let to_body = l.w(at + 1) == "to" && (at + 2..at + 4).any(|i| l.is_body(i));
    // "The head teacher, Jo Pyke, has complained"
    let named = |i: usize| l.w(i) == "," || l.s.at(i).starts_with(char::is_uppercase);
    let from = (g.start.saturating_sub(6)..g.start).rev().take_while(|&i| named(i)).last();
    let from = from.map_or(g.start, |i| i + usize::from(i == 0)).saturating_sub(2);
    let who = (from..g.start).any(|i| theirs(l, i) || l.w(i) == "teacher");
    (g.mode == Mode::Done && to_body && who).then(|| {
        Found::told(MeasureKind::Complaint, Action::Lodged, at, at + 1, "measure/complaint").since(g.start)
    })
}

/// "is to challenge the verdict in the High Court".
fn to_court(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let g = mode::group(l, at);
    let action = match g.mode {
        Mode::Will | Mode::Plan => Action::Proposed,
        Mode::May => Action::Threatened,
        Mode::Done if l.w(at) != "challenge" && (l.tells_of_inspection() && !g.passive) => Action::Lodged,
        _ => return None,
    };
    Some(Found::told(MeasureKind::Appeal, action, at, at, "measure/court").since(g.start))
}

/// The people of a provider, who complain of their own inspection.
fn theirs(l: &Line<'_, '_>, i: usize) -> bool {
    l.is_provider(i)
        || l.says(
            i,
            &[
                "partners", "owner", "owners", "governors", "headteacher", "head", "trust", "manager",
                "provider", "bosses",
            ],
        )
}

fn appeal(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let kind = MeasureKind::Appeal;
    let rule = "measure/appeal";
    if l.says(at + 1, &["for", "court", "panel", "judges"]) && l.w(at + 1) != "court" {
        return None;
    }
    let pending = |verb: usize, to: usize| {
        let g = mode::group(l, verb);
        match g.mode {
            Mode::Done => Some(Action::Lodged),
            Mode::Will | Mode::Plan => Some(Action::Proposed),
            Mode::May => Some(Action::Threatened),
            _ => None,
        }
        .map(|action| Found::told(kind, action, verb, to, rule).since(g.start))
    };
    // "the appeal of Mr Dunn" is a person's own.
    if l.w(at + 1) == "of" && l.says(at + 2, &["mr", "mrs", "ms", "miss", "dr"]) {
        return None;
    }
    // "will appeal", "plans to appeal against".
    if l.w(at) == "appeal" && l.says(at.wrapping_sub(1), &["to", "will", "would"]) {
        // "Parents said they would appeal" against fines, or to the head.
        let crowd = (at.saturating_sub(6)..at).any(|i| l.says(i, CROWD));
        if crowd {
            return None;
        }
        return pending(at, at).filter(|f| matches!(f.action, Action::Proposed | Action::Threatened));
    }
    if let Some((action, verb)) = ruling(l, at) {
        // "An appeal by the school for a new hall was turned down"
        let asked = l.find(at + 1, verb, &["for"]).is_some() && l.find(at + 1, verb, &["against"]).is_none();
        return (!asked).then(|| Found::told(kind, action, verb, at, rule));
    }
    // "The appeal was brought by its owner"
    let by = (at + 1..at + 4).find(|&i| l.says(i, &["brought", "lodged", "made"]) && l.w(i + 1) == "by");
    if let Some(verb) = by.filter(|&v| mode::group(l, v).passive && (v + 2..v + 5).any(|i| theirs(l, i))) {
        return pending(verb, at).map(|f| f.passive(true));
    }
    let verb =
        l.back(at, 4, LODGE).filter(|&v| !l.says(v, &["made", "brought"]) || l.w(at + 1) == "against")?;
    pending(verb, at)
}

fn appealed(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let g = mode::group(l, at);
    let against =
        l.says(at + 1, &["against", "the", "its", "that", "over"]) || g.start < at && l.w(at + 1).is_empty();
    // "appealed to the First-tier Tribunal"
    let against = against || l.w(at + 1) == "to" && l.find(at + 2, at + 7, &["tribunal", "court"]).is_some();
    let verb = l.w(at) == "appealed" || l.s.is(at.wrapping_sub(1), Class::Be);
    // "confirmed he would be appealing against the decision"
    let will = matches!(g.mode, Mode::Will | Mode::Plan) && verb && l.w(at) == "appealing";
    if will && l.says(at + 1, &["against"]) {
        let found = Found::told(MeasureKind::Appeal, Action::Proposed, at, at, "measure/appeal");
        return Some(found.since(g.start));
    }
    let done = g.mode == Mode::Done && verb;
    let who =
        l.is_provider(g.start.wrapping_sub(1)) || against && l.w(at + 1) != "the" || l.tells_of_inspection();
    (done && against && who)
        .then(|| Found::told(MeasureKind::Appeal, Action::Lodged, at, at, "measure/appeal").since(g.start))
}

fn court(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let verb = l.back(at, 6, LODGE)?;
    let g = mode::group(l, verb);
    let action = match g.mode {
        Mode::Done => Action::Lodged,
        Mode::Will | Mode::Plan => Action::Proposed,
        Mode::May => Action::Threatened,
        _ => return None,
    };
    // "The union may seek a judicial review of bus fares": of something else.
    let who = g.start.wrapping_sub(1);
    let own = l.is_place(who) || theirs(l, who) || l.says(who, &["it", "we", "they", "and", "he", "she"]);
    (own || (0..l.len()).any(|i| l.is_body(i) || l.s.is(i, Class::Rating)))
        .then(|| Found::told(MeasureKind::Appeal, action, verb, at, "measure/appeal").since(g.start))
}
