//! The labels that a count is of: "good or outstanding", "good or better", "less than good", "one of the bottom two
//! grades", "the top mark". Asks the knowledge for what lies above and below; knows nothing of the count.
//!
//! *What it leaves alone*: a label before an ordinary noun ("good care").

use crate::fact::Basis;
use crate::find::words::Class;
use crate::knowledge::{Ask, Place, Scale, Told};
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::{Story, place_of};
use crate::text::small::Small;

/// Labels as the sentence says them. The numbers are items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Labels {
    /// These themselves.
    These(Vec<usize>),
    /// That one and the better ones.
    AtLeast(usize),
    /// That one and the worse ones.
    AtMost(usize),
    /// The worse ones.
    Below(usize),
    /// The better ones.
    Above(usize),
    /// The best so many.
    Top(u8),
    /// The worst so many.
    Bottom(u8),
    /// So many stars, and that label: "three or four stars".
    Stars(u64, usize),
    /// Labels told before, by their forms: "one of 20 trusts to do so".
    Told(Vec<u16>),
}

/// Labels that begin at `at` or a few small words on, and the item after them.
pub(super) fn read(s: &Sentence<'_>, at: usize) -> Option<(Labels, usize)> {
    for i in at..at + 8 {
        if let Some(found) = begins(s, i) {
            return Some(found);
        }
        let passes = matches!(s.item(i), Some(Item::Open | Item::Body(_)))
            || s.is_any(i, &[Class::Filler, Class::Det, Class::Rating, Class::Now])
            || s.says(
                i,
                &["as", "at", "to", "be", "of", "with", "by", "being", "one", "either", "both", "inspectors"],
            )
            || s.says(i, &["watchdog", "regulator"])
            // "got at least one exceptional"
            || s.says(i, &["least"]) && s.item(i + 1) == Some(Item::Number(1))
            || s.item(i) == Some(Item::Number(1)) && s.says(i.wrapping_sub(1), &["least"])
            // "a food hygiene rating of zero"
            || matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_))) && s.is(i + 1, Class::Rating)
            || s.says(i, &["food", "hygiene", "star"]) && (i + 1..i + 3).any(|j| s.is(j, Class::Rating))
            || s.says(i, &["in"]) && (i + 1..i + 4).any(|j| s.is(j, Class::Position));
        if !passes {
            return None;
        }
    }
    None
}

fn begins(s: &Sentence<'_>, at: usize) -> Option<(Labels, usize)> {
    let label = |i: usize| {
        let i = i + usize::from(s.item(i) == Some(Item::Open));
        matches!(s.item(i), Some(Item::Label(_))).then_some(i)
    };
    // "the maximum three stars"
    if (s.is(at, Class::Position) || s.says(at, &["maximum", "full"]))
        && let Some(l) = label(at + 1)
    {
        return Some((Labels::These(vec![l]), closed(s, l + 1)));
    }
    if let Some((found, end)) = place(s, at) {
        // "the lowest rating, “poor”": the label says it best.
        let comma = usize::from(s.item(end) == Some(Item::Stop(',')));
        let of = usize::from(s.says(end + comma, &["of"]));
        return match label(end + comma + of) {
            Some(l) => Some((Labels::These(vec![l]), closed(s, l + 1))),
            None => Some((found, end)),
        };
    }
    // "three or four stars"
    if let Some(Item::Number(n)) = s.item(at)
        && s.says(at + 1, &["or", "and"])
        && let Some(l) = label(at + 2).filter(|&l| s.at(l).to_lowercase().ends_with("stars"))
    {
        return Some((Labels::Stars(n, l), closed(s, l + 1)));
    }
    if s.says(at, &["less", "worse", "lower", "fewer"]) && s.says(at + 1, &["than"]) {
        return label(at + 2).map(|l| (Labels::Below(l), closed(s, l + 1)));
    }
    if s.says(at, &["better", "higher"]) && s.says(at + 1, &["than"]) {
        return label(at + 2).map(|l| (Labels::Above(l), closed(s, l + 1)));
    }
    if s.says(at, &["below"]) {
        return label(at + 1).map(|l| (Labels::Below(l), closed(s, l + 1)));
    }
    if s.says(at, &["at"]) && s.says(at + 1, &["least"]) {
        return label(at + 2).map(|l| (Labels::AtLeast(l), closed(s, l + 1)));
    }
    let first = matches!(s.item(at)?, Item::Label(_)).then_some(at)?;
    let end = closed(s, first + 1);
    let or = s.says(end, &["or", "and"]);
    if or && s.says(end + 1, &["better", "above", "higher", "more", "over"]) {
        return Some((Labels::AtLeast(first), closed(s, end + 2)));
    }
    if or && s.says(end + 1, &["worse", "below", "lower", "less", "fewer", "under"]) {
        return Some((Labels::AtMost(first), closed(s, end + 2)));
    }
    let mut found = vec![first];
    let (mut i, mut end) = (first + 1, end);
    while let Some(item) = s.item(i) {
        match item {
            Item::Open | Item::Close => {}
            Item::Label(_) => {
                found.push(i);
                end = closed(s, i + 1);
            }
            Item::Stop(',') => {}
            _ if s.says(i, &["or", "and"]) => {}
            // "inadequate or to require improvement"
            _ if s.says(i, &["to"]) && s.says(i - 1, &["or"]) && label(i + 1).is_some() => {}
            _ => break,
        }
        i += 1;
    }
    Some((Labels::These(found), end))
}

/// "the bottom two grades", "the two lowest ratings", "the top mark".
fn place(s: &Sentence<'_>, at: usize) -> Option<(Labels, usize)> {
    let top = |i: usize| s.says(i, &["top", "highest", "best", "maximum"]);
    let bottom = |i: usize| s.says(i, &["bottom", "lowest", "worst"]);
    // "top marks" read as one label: its first word tells the end of the scale.
    if matches!(s.item(at)?, Item::Label(_)) {
        let first = Small::lower(s.at(at).split_whitespace().next().unwrap_or_default());
        let labels = match first.as_str() {
            "top" | "highest" | "best" | "maximum" => Labels::Top(1),
            "bottom" | "lowest" | "worst" => Labels::Bottom(1),
            _ => return None,
        };
        return Some((labels, at + 1));
    }
    let (at_place, n) = match s.item(at)? {
        Item::Number(n) if top(at + 1) || bottom(at + 1) => (at + 1, Some(n)),
        _ if top(at) || bottom(at) => (at, None),
        _ => return None,
    };
    let mut end = at_place + 1;
    let n = match s.item(end) {
        Some(Item::Number(n)) if n <= 3 => {
            end += 1;
            Some(n)
        }
        _ => n,
    };
    while s.says(end, &["possible", "available", "overall"])
        || matches!(s.item(end), Some(Item::Body(_))) && s.is(end + 1, Class::Rating)
    {
        end += 1;
    }
    // "the lowest of the four organisational scores"
    if s.says(end, &["of"]) && n.is_none() {
        let noun = (end + 1..end + 6).find(|&i| s.is(i, Class::Rating))?;
        let plain = |i: usize| {
            matches!(s.item(i), Some(Item::Number(_)))
                || s.is_any(i, &[Class::Det, Class::Other, Class::Filler])
        };
        let labels = if top(at_place) { Labels::Top(1) } else { Labels::Bottom(1) };
        return (end + 1..noun).all(plain).then_some((labels, noun + 1));
    }
    // "gained the maximum"
    let alone = s.says(at_place, &["maximum"])
        && n.is_none()
        && (s.item(end).is_none_or(|i| matches!(i, Item::Stop(_)))
            || s.is_any(end, &[Class::Prep, Class::Conj]));
    let noun = alone
        || s.is(end, Class::Rating)
        || s.says(end, &["bands", "level", "levels", "rung", "rungs", "outcome"]);
    let n = u8::try_from(n.unwrap_or(1)).ok().filter(|n| (1..=3).contains(n))?;
    noun.then(|| {
        let labels = if top(at_place) { Labels::Top(n) } else { Labels::Bottom(n) };
        (labels, end + 1)
    })
}

/// Past a closing quotation mark.
fn closed(s: &Sentence<'_>, at: usize) -> usize {
    at + usize::from(s.item(at) == Some(Item::Close))
}

/// True where an ordinary noun follows at once: "good care", "outstanding pupils".
pub(super) fn describes(s: &Sentence<'_>, end: usize) -> bool {
    let (Some(last), Some(next)) = (s.chunks.get(end.wrapping_sub(1)), s.chunks.get(end)) else {
        return false;
    };
    let word = s.at(end);
    let loose = ["ing", "ed", "ly", "wide"].iter().any(|t| word.ends_with(t))
        || s.says(
            end,
            &[
                "this", "last", "nationally", "there", "here", "when", "while", "more", "compared", "too",
                "stands", "stood", "stand", "grew", "doubled", "increased", "against", "amid", "twice",
                "somewhere", "anywhere", "yesterday", "today",
            ],
        );
    // "five-star food hygiene ratings"
    let rating = (end..end + 3).find(|&i| !s.says(i, &["food", "hygiene"]));
    let of_grade = rating.is_some_and(|i| i > end && s.is(i, Class::Rating));
    last.item != Item::Close
        && !of_grade
        && matches!(next.item, Item::Word(Class::Other) | Item::Service(_))
        && next.span.start == last.span.end + 1
        && !loose
}

/// The first item of the labels' own words that is a label; `None` where a place stands for them.
pub(super) fn anchor(labels: &Labels) -> Option<usize> {
    match labels {
        Labels::These(found) => found.first().copied(),
        Labels::AtLeast(l)
        | Labels::AtMost(l)
        | Labels::Below(l)
        | Labels::Above(l)
        | Labels::Stars(_, l) => Some(*l),
        Labels::Top(_) | Labels::Bottom(_) | Labels::Told(_) => None,
    }
}

/// The canonical labels, best first where the scale tells them, and whether the article names them.
pub(super) fn resolve(
    story: &Story<'_>,
    s: &Sentence<'_>,
    labels: &Labels,
    body: Option<u16>,
    kind: Option<u16>,
) -> Option<(Vec<String>, Basis)> {
    let form = |item: usize| match s.item(item) {
        Some(Item::Label(ix)) => story.labels.get(ix).map(|l| l.ix),
        _ => None,
    };
    let ask = Ask {
        body: body.and_then(|b| story.knowledge.body_id(b)),
        kind: kind.and_then(|k| story.knowledge.service_id(k)),
        published: story.published,
        ..Ask::default()
    };
    let of_scale = |item: usize, keep: &dyn Fn(u8, u8) -> bool| {
        let form = form(item)?;
        let found = story.knowledge.levels_of(form, &ask);
        let found = if found.is_empty() {
            story.knowledge.levels_of(form, &Ask { kind: None, ..ask })
        } else {
            found
        };
        let level = found.first()?;
        let mut kept: Vec<_> = level.scale.levels.iter().filter(|l| keep(l.rank, level.rank)).collect();
        kept.sort_by_key(|l| l.rank);
        Some(kept.iter().map(|l| l.label.clone()).collect::<Vec<_>>()).filter(|l| !l.is_empty())
    };
    // "top marks" stands among the labels as a place on whatever scale is in force.
    if let Labels::These(items) = labels
        && let Some(place) = items.first().and_then(|&i| form(i)).and_then(place_of)
    {
        let (n, best) = match place {
            Place::First => (1, true),
            Place::Last => (1, false),
            Place::Second => (2, true),
            Place::LastButOne => (2, false),
            _ => return None,
        };
        // The best two from the top down, the worst two as well: the second is the one nearer the middle.
        let mut ends = ends_of(story, s, &ask, n, best)?;
        let inner = if best { ends.pop() } else { ends.into_iter().next() };
        return inner.map(|l| (vec![l], Basis::Inferred));
    }
    match labels {
        Labels::These(items) => {
            let forms = items.iter().filter_map(|&i| form(i));
            // Of several scales the one of what is counted, and of those the one that has the word itself.
            let name = |f: u16| {
                let of_kind = story.knowledge.levels_of(f, &ask);
                let found = match of_kind.is_empty() {
                    true => story.knowledge.levels_of(f, &Ask { kind: None, ..ask }),
                    false => of_kind,
                };
                let words = story.knowledge.forms.get(usize::from(f)).map(|f| f.text.as_str());
                // "a theme requiring significant improvement": of the scale on which it is required.
                let finite = || {
                    let verb = words?.strip_prefix("requiring ")?;
                    let form = story.knowledge.form_index(&format!("requires {verb}"))?;
                    Some(story.knowledge.canonical(form, body, story.published))
                };
                let own = found.iter().find(|l| Some(l.label) == words).or(found.first());
                if let (None, Some(label)) = (own, finite()) {
                    return label;
                }
                own.map_or_else(
                    || story.knowledge.canonical(f, body, story.published),
                    |level| level.label.to_owned(),
                )
            };
            let names = forms.map(name);
            let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
            (!names.is_empty()).then_some((names, Basis::Stated))
        }
        Labels::Stars(n, l) => {
            let first = story.knowledge.form_index(&format!("{n} stars"))?;
            let forms = [Some(first), form(*l)].into_iter().flatten();
            let names = forms.map(|f| story.knowledge.canonical(f, body, story.published)).collect();
            Some((names, Basis::Stated))
        }
        Labels::Told(forms) => {
            let names = forms.iter().map(|&f| story.knowledge.canonical(f, body, story.published));
            let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
            (!names.is_empty()).then_some((names, Basis::Inferred))
        }
        Labels::AtLeast(l) => of_scale(*l, &|rank, own| rank <= own).map(|l| (l, Basis::Inferred)),
        Labels::AtMost(l) => of_scale(*l, &|rank, own| rank >= own).map(|l| (l, Basis::Inferred)),
        Labels::Below(l) => of_scale(*l, &|rank, own| rank > own).map(|l| (l, Basis::Inferred)),
        Labels::Above(l) => of_scale(*l, &|rank, own| rank < own).map(|l| (l, Basis::Inferred)),
        Labels::Top(n) => ends_of(story, s, &ask, *n, true).map(|l| (l, Basis::Inferred)),
        Labels::Bottom(n) => ends_of(story, s, &ask, *n, false).map(|l| (l, Basis::Inferred)),
    }
}

/// The best or worst so many labels, where all headline scales that could be in force agree.
fn ends_of(story: &Story<'_>, s: &Sentence<'_>, ask: &Ask<'_>, n: u8, best: bool) -> Option<Vec<String>> {
    let told = Ask { told: Told::Nothing, overall: Some(true), ..*ask };
    let mut found = story.knowledge.scale_in_force(&told);
    // A scale that was over when the paper came out is no longer what "the lowest score" is on.
    let current = |f: &crate::knowledge::InForce<'_>| {
        f.scale.until.zip(story.published).is_none_or(|(until, day)| until.last() >= day)
    };
    if !found.iter().any(current) {
        let parts = story.knowledge.scale_in_force(&Ask { overall: None, ..told });
        found = if parts.iter().any(current) { parts } else { found };
    }
    if found.iter().any(current) {
        found.retain(current);
    }
    if found.is_empty() {
        found = story.knowledge.scale_in_force(&Ask { kind: None, ..told });
    }
    let end = |scale: &Scale| {
        let mut levels: Vec<_> = scale.levels.iter().collect();
        levels.sort_by_key(|l| l.rank);
        let skip = if best { 0 } else { levels.len().saturating_sub(usize::from(n)) };
        levels.iter().skip(skip).take(usize::from(n)).map(|l| l.label.clone()).collect::<Vec<_>>()
    };
    // Nobody calls "met" or "reasonable progress" the top grade, where a scale of grades may be meant.
    let graded =
        |s: &Scale| !s.levels.iter().any(|l| l.label.starts_with("not met") || l.label.ends_with("progress"));
    if found.iter().any(|f| graded(f.scale)) {
        found.retain(|f| graded(f.scale));
    }
    // "Pass" is no top mark where marks are given.
    if found.iter().any(|f| f.scale.levels.len() > 2) {
        found.retain(|f| f.scale.levels.len() > 2);
    }
    // Of several the one that the labels told before are of.
    let differ =
        |f: &crate::knowledge::InForce<'_>| found.first().is_some_and(|g| end(g.scale) != end(f.scale));
    if found.iter().any(differ) {
        let split = story.labels.partition_point(|l| l.span.start < s.span.start);
        let told = story.labels.iter().take(split).rev().find_map(|l| {
            let of = story.knowledge.levels_of(l.ix, &Ask { kind: None, ..*ask });
            let kept: Vec<_> = found.iter().map(|f| of.iter().any(|o| o.scale.id == f.scale.id)).collect();
            kept.contains(&true).then_some(kept)
        });
        let mut told = told.unwrap_or_default().into_iter();
        found.retain(|_| told.next().unwrap_or(true));
    }
    let first = end(found.first()?.scale);
    let agreed = found.iter().all(|f| end(f.scale) == first);
    (agreed && first.len() == usize::from(n)).then_some(first)
}
