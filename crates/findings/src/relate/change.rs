//! Which way a judgement moved, where the article tells the earlier one apart from it. Knows no words: only the
//! judgements already read.

use crate::fact::{Basis, Day, Direction, ScaleId, ServiceId, Status};
use crate::knowledge::Knowledge;
use crate::relate::Draft;
use crate::resolve::provider::Ix;
use foldhash::HashMap;

/// What two judgements of one thing have in common.
type Thing = (Option<usize>, Named, Option<String>);

/// Whose an earlier judgement was, its label, the place of that among so many, and its first day.
type Earlier = (Option<u16>, String, u8, u8, Option<Day>);

/// The service and the area of a judgement.
type Named = (Option<u16>, Option<String>);

/// "Both were rated good when inspectors last called": nothing newer is told, so that is what stands.
pub(crate) fn stand(drafts: &mut [Draft]) {
    // "was rated good two years ago and expects to be downgraded": that stands until then.
    let open = |d: &&Draft| !matches!(d.status, Status::Previous | Status::Predicted | Status::Target);
    let told = drafts.iter().filter(open);
    let newer: Vec<_> = told.map(|d| (d.target.provider, d.part.clone())).collect();
    for d in drafts.iter_mut().filter(|d| (d.last || d.after) && d.target.provider.is_some()) {
        // "It comes months after the youth justice service was rated good": of another part, which stands.
        let other = newer
            .iter()
            .any(|(p, part)| *p == d.target.provider && other_part(part.as_ref(), d.part.as_ref()));
        let same = |(provider, part): &(Option<Ix>, Option<ServiceId>)| {
            *provider == d.target.provider && !other_part(part.as_ref(), d.part.as_ref())
        };
        if !newer.iter().any(same) && (d.last || other) {
            d.status = Status::Awarded;
        }
    }
}

/// Gives an award the direction from the earlier judgement of the same thing, by the same body or the one whose place it
/// took, where one scale holds both labels.
pub(crate) fn infer(drafts: &mut [Draft], knowledge: &Knowledge) {
    let thing = |d: &Draft| -> Thing {
        let named = d.thing.clone();
        let about = d
            .scale
            .as_ref()
            .filter(|_| named.1.is_none())
            .and_then(|s| s.about.as_ref())
            .map(|(_, text)| text.clone());
        // "G1", "V2": each letter is a thing of its own.
        let about = about.or(letter(d).map(String::from));
        (d.target.provider, named, about)
    };
    let mut earlier: HashMap<Thing, Vec<Earlier>> = HashMap::default();
    for d in drafts.iter().filter(|d| d.status == Status::Previous) {
        if let Some(scale) = &d.scale {
            let day = d.days.map(|(from, _)| from);
            earlier.entry(thing(d)).or_default().push((d.body, d.label.clone(), scale.rank, scale.of, day));
        }
    }
    let comes_after = |new: Option<u16>, old: Option<u16>| {
        new == old || new.zip(old).is_some_and(|(new, old)| knowledge.succeeds(new, old))
    };
    // "Satisfactory" of four grades, where "good" was one of seven: a scale that has both words tells which is better.
    let rank_on = |scale: &ScaleId, label: &str| {
        let levels = &knowledge.scales().iter().find(|s| s.id == *scale)?.levels;
        levels.iter().find(|level| level.label == label).map(|level| level.rank)
    };
    for d in drafts.iter_mut() {
        // "climbs to good" tells a direction without the label it came from.
        let open = match &d.change {
            None => true,
            Some((direction, from)) => from.is_none() && *direction != Direction::Same,
        };
        let Some(scale) = d.scale.as_ref().filter(|_| d.status == Status::Awarded && open) else {
            continue;
        };
        let told = earlier.get(&thing(d)).map_or(&[][..], Vec::as_slice);
        let mut told = told.iter().filter(|(body, ..)| comes_after(d.body, *body));
        let Some(first) = told.next() else { continue };
        // "inadequate in 2017, then requires improvement in 2019 and finally good": from the last of them.
        let last = told.fold(first, |a, b| if a.4.is_some() && a.4 < b.4 { b } else { a });
        let (_, label, rank, of, _) = last;
        let rank = if *of == scale.of { Some(*rank) } else { rank_on(&scale.scale, label) };
        let Some(rank) = rank else { continue };
        let direction = match scale.rank.cmp(&rank) {
            std::cmp::Ordering::Less => Direction::Up,
            std::cmp::Ordering::Greater => Direction::Down,
            std::cmp::Ordering::Equal => Direction::Same,
        };
        if d.change.as_ref().is_none_or(|(told, _)| *told == direction) {
            d.change = Some((direction, Some(label.clone())));
        }
    }
}

/// "Last year it was fair": the year is that grade's own. A newer grade of the same thing took it over only because the
/// article dates no other visit.
fn give_back(drafts: &mut [Draft]) {
    let taken = |of: &Draft, d: &Draft| {
        d.told.is_none() && of.target.provider == d.target.provider && of.body == d.body && of.days == d.days
    };
    let dated = drafts.iter().filter(|d| d.told.is_some() && d.days.is_some());
    let owners: Vec<Draft> = dated
        .filter(|of| drafts.iter().any(|d| taken(of, d) && d.thing == of.thing && d.label != of.label))
        .cloned()
        .collect();
    for d in drafts.iter_mut() {
        if d.status == Status::Awarded && owners.iter().any(|of| taken(of, d)) {
            (d.inspected, d.days) = (None, None);
        }
    }
}

/// What a body gave before another took its place is a memory beside that one's grade of the same thing.
fn succeed(drafts: &mut [Draft], succeeds: impl Fn(u16, u16) -> bool) {
    let given = |d: &Draft| d.status == Status::Awarded && d.target.provider.is_some();
    let newer: Vec<_> =
        drafts.iter().filter(|d| given(d)).map(|d| (d.target.provider, d.thing.clone(), d.body)).collect();
    for d in drafts.iter_mut().filter(|d| given(d)) {
        let follows = |of: &Option<u16>| of.zip(d.body).is_some_and(|(new, old)| succeeds(new, old));
        if newer.iter().any(|(p, thing, body)| *p == d.target.provider && *thing == d.thing && follows(body))
        {
            d.status = Status::Previous;
        }
    }
}

/// Of two judgements of one provider by one body, the one of the older visit is a memory.
pub(crate) fn age(drafts: &mut [Draft], published: Option<Day>, succeeds: impl Fn(u16, u16) -> bool) {
    give_back(drafts);
    succeed(drafts, succeeds);
    // Of two awards of one provider by one body, one dated long before publication and one not dated at all, the
    // dated one is the memory.
    let undated: Vec<Draft> = drafts
        .iter()
        .filter(|d| matches!(d.status, Status::Awarded | Status::Provisional))
        .filter(|d| d.days.is_none() && d.basis != Basis::Paraphrased)
        .cloned()
        .collect();
    // Of two different grades of one thing, the one of months before is the memory.
    let before_that = |day: Day| published.is_some_and(|p| day.months_to(p) > 2);
    let long_ago = |day: Day| published.is_some_and(|p| day.months_to(p) > 12);
    let mut memories: Vec<(usize, Option<Ix>)> = Vec::new();
    for d in drafts.iter_mut().filter(|d| d.status == Status::Awarded) {
        let mut newer = undated
            .iter()
            .filter(|n| n.target.provider == d.target.provider && n.body == d.body && n.span != d.span)
            .filter(|n| !other_part(n.part.as_ref(), d.part.as_ref()))
            // "Its parks department got two stars last year": nobody has been back there.
            .filter(|n| n.thing == d.thing || !n.unit && !d.unit)
            // "its G1 and V2 grades date from 2022": of both. One thing has no two grades: "X, rated poor in 2010, is now good".
            .filter(|n| {
                n.label != d.label && n.thing == d.thing && letter(n) == letter(d)
                    || !n.clause.overlaps(d.clause)
            })
            .peekable();
        let some = newer.peek().is_some();
        let other = newer.any(|n| n.label != d.label && n.thing == d.thing && letter(n) == letter(d));
        if d.days.is_some_and(|(_, last)| some && long_ago(last) || other && before_that(last)) {
            d.status = Status::Previous;
            memories.extend(d.told.map(|told| (told, d.target.provider)));
        }
    }
    // "Last year it was rated fair on quality and weak on resources": one memory with the other.
    for d in drafts.iter_mut().filter(|d| d.status == Status::Awarded) {
        if d.told.is_some_and(|told| memories.contains(&(told, d.target.provider))) {
            d.status = Status::Previous;
        }
    }
    // "Ash Court was rated poor. It has since been rated good": what came before that is a memory.
    let later: Vec<Draft> =
        drafts.iter().filter(|d| d.later && d.status == Status::Awarded).cloned().collect();
    for d in drafts.iter_mut().filter(|d| d.status == Status::Awarded && !d.later) {
        let replaces = |new: &Draft| {
            let same = new.target.provider == d.target.provider && new.thing == d.thing && new.body == d.body;
            same && new.span.start > d.span.end && new.label != d.label && letter(new) == letter(d)
        };
        if d.target.provider.is_some() && later.iter().any(replaces) {
            d.status = Status::Previous;
        }
    }
    // A judgement of the whole is newer than any part's, and a part's than the whole's.
    let mut dated: HashMap<(Option<Ix>, Option<u16>), Vec<Draft>> = HashMap::default();
    for d in drafts.iter().filter(|d| d.status == Status::Awarded && d.days.is_some()) {
        dated.entry((d.target.provider, d.body)).or_default().push(d.clone());
    }
    for d in drafts.iter_mut().filter(|d| d.status == Status::Awarded) {
        let others = dated.get(&(d.target.provider, d.body)).map_or(&[][..], Vec::as_slice);
        if others.iter().any(|new| outdates(new, d)) {
            d.status = Status::Previous;
        }
    }
}

/// True where the one tells of a newer visit than the other.
fn outdates(new: &Draft, old: &Draft) -> bool {
    let Some(((day, _), (first, last))) = new.days.zip(old.days) else { return false };
    let same = new.thing == old.thing && letter(new) == letter(old);
    let parts = other_part(new.part.as_ref(), old.part.as_ref()) || !same && (new.unit || old.unit);
    // "visited in September … In November it was good at another thing": two reports of one round. And a report out today
    // is of a visit of months ago, unless that gave another grade.
    let later = match new.inspected {
        Some(_) => same || last.months_to(day) > ONE_ROUND,
        None => first.months_to(day) > REPORTED || same && new.label != old.label && last.months_to(day) > 2,
    };
    day > last && later && !parts
}

/// Reports of one round of visits come out within so many months.
const ONE_ROUND: i32 = 3;

/// A report comes out so many months after its visit.
const REPORTED: i32 = 6;

/// The letter of "G1" or "V2": what it grades.
fn letter(d: &Draft) -> Option<char> {
    d.label.chars().next().filter(char::is_ascii_uppercase)
}

/// Children's services and the partnership for special needs: a visit to the one tells nothing newer of the other.
fn other_part(a: Option<&ServiceId>, b: Option<&ServiceId>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a != b)
}
