//! Parts of a provider that no framework names: "its handling of calls", "the jail's education and work". Reads the
//! items that a frame points at; knows no provider and no label.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::text::Span;

/// What people call the one that they run.
const CALLED: &[&str] = &[
    "kitchen", "kitchens", "canteen", "business", "firm", "company", "setting", "premises", "organisation",
    "facility", "establishment", "site", "place", "provision", "childminding",
];

/// Whose school or home it is.
const KIN: &[&str] = &[
    "son's", "daughter's", "mother's", "father's", "children's", "child's", "grandson's", "granddaughter's",
    "mum's", "dad's", "grandmother's", "grandfather's", "wife's", "husband's", "son’s", "daughter’s",
    "mother’s", "father’s", "children’s", "child’s", "grandson’s", "granddaughter’s", "mum’s", "dad’s",
    "grandmother’s", "grandfather’s", "wife’s", "husband’s", "son", "daughter", "mother", "father", "mum",
    "dad",
];

/// What somebody's relatives go to or live in.
const PREMISES: &[&str] = &["school", "nursery", "home", "college", "academy", "hospital", "prison", "jail"];

/// "Leadership, staffing and case supervision": the last of a list of areas, where the knowledge has no name for it.
pub(super) fn unnamed_member(s: &Sentence<'_>, frame: &Frame) -> Option<std::ops::Range<usize>> {
    // "rated the council's safeguarding and its work with families good": of the object.
    let of_object = frame.subject.is_empty() && frame.rule == "rated/unknown";
    let subject = if of_object { frame.object.clone() } else { frame.subject.clone() };
    // "Leadership, staffing and the delivery of services"
    let and = subject.clone().rev().find(|&i| s.is(i, Class::Conj));
    if let Some(and) = and.filter(|&and| phrase::leads_to_area(&s.chunks[and + 1..subject.end])) {
        return Some(and + 2..subject.end);
    }
    let before = subject.clone().rev().find(|&i| !s.is(i, Class::Other))?;
    // "Its leadership and its services"
    let owned = s.is(before, Class::Possessive) && before > subject.start;
    let joint = Some(before - usize::from(owned)).filter(|&i| s.is(i, Class::Conj))?;
    let areas = subject.clone().filter(|&i| matches!(s.item(i), Some(Item::Aspect(_)))).count();
    let opens = joint == 1 && subject.start == 0 || of_object;
    let listed = subject.contains(&joint) && areas > 0 && areas + usize::from(owned || opens) >= 2;
    (listed && before + 1 < subject.end).then_some(before + 1..subject.end)
}

/// "residents' daily lives", "pupils' progress": whose the area is, in the genitive.
fn is_owner(s: &Sentence<'_>, at: usize) -> bool {
    s.is(at, Class::Other) && s.owns(at) && phrase::is_owner_word(s.at(at))
}

/// "How it tackles gangs was rated good": a clause that is the subject is the area.
pub(super) fn way_part(s: &Sentence<'_>, frame: &Frame) -> Option<std::ops::Range<usize>> {
    let passive =
        ["rated/passive", "is", "found/passive"].contains(&frame.rule) || frame.rule.starts_with("moved");
    let way = || phrase::way_clause(s, phrase::group_start(s, frame.head.min(frame.label)));
    passive.then(way).flatten()
}

/// "Its handling of 999 calls", "the force's record on diversity": a part of the one judged that no framework names.
pub(super) fn own_part(s: &Sentence<'_>, frame: &Frame) -> Option<std::ops::Range<usize>> {
    let verb = s.is_any(
        frame.head,
        &[
            Class::Rate,
            Class::Give,
            Class::Receive,
            Class::Say,
            Class::Find,
            Class::Fall,
            Class::Rise,
            Class::Move,
        ],
    );
    // "told to raise its game after slipping from good to poor"
    if s.says(frame.head.wrapping_sub(1), &["after", "before", "since"]) && s.at(frame.head).ends_with("ing")
    {
        return None;
    }
    let ranges = [frame.subject.clone(), frame.object.clone()];
    // "The quality of school trips was judged good": led by a word that only areas have.
    let led = ranges.iter().find_map(|r| phrase::leads_area(s, r).map(|first| (r.clone(), first)));
    let owned = || {
        let range = ranges.iter().find(|r| {
            (*r).clone().any(|i| matches!(s.item(i), Some(Item::Provider(_))) || s.is(i, Class::Possessive))
        })?;
        // "agency for people in their own homes": theirs, and no part of the agency.
        let owner = range.clone().find(|&i| {
            s.is(i, Class::Possessive) && !(range.start..i).any(|p| s.says(p, &["for"]))
                || matches!(s.item(i), Some(Item::Provider(_))) && s.owns(i)
        })?;
        Some((range.clone(), owner + 1 + usize::from(s.is(owner + 1, Class::Possessive))))
    };
    let of_people = || {
        let first = frame.subject.clone().find(|&i| !s.is(i, Class::Det)).filter(|&i| is_owner(s, i))?;
        matches!(frame.rule, "rated/passive" | "is" | "found/passive").then(|| (frame.subject.clone(), first))
    };
    let (led, (range, first)) = match led {
        Some(led) => (true, led),
        None => (false, owned().or_else(of_people)?),
    };
    let last = (first..range.end)
        .rev()
        .find(|&i| matches!(s.item(i), Some(Item::Word(Class::Other | Class::Improve) | Item::Aspect(_))))?;
    // "its food hygiene rating": the one grade that there is.
    let of_rating = s.is(last + 1, Class::Rating)
        && (first..=last).all(|i| s.says(i, &["food", "hygiene", "safety", "star", "inspection"]));
    if of_rating && (first..=last).any(|i| s.says(i, &["food", "hygiene", "star"])) {
        return None;
    }
    let plain = (first..=last).all(|i| {
        matches!(
            s.item(i),
            Some(Item::Word(Class::Other | Class::Prep | Class::Conj | Class::Det | Class::Improve))
                | Some(Item::Number(_) | Item::Aspect(_) | Item::Service(_))
        )
    });
    // "her son out of a school after it was rated": somebody else follows.
    let other = (last + 1..range.end)
        .any(|i| s.is(i, Class::Pronoun) || matches!(s.item(i), Some(Item::Provider(_))));
    let head = usize::from(led || first == 0 && is_owner(s, 0));
    let person = other || (first + head..=last).any(|i| s.at(i).starts_with(char::is_uppercase));
    // "her son's school was rated": the school itself.
    if (first..=last).any(|i| s.says(i, KIN)) && s.says(last, PREMISES) {
        return None;
    }
    // "her business was downgraded", "the school's kitchen was given five stars": all that was looked at.
    let kitchen = s.says(first, &["kitchen", "kitchens", "canteen"]);
    // "rated the council's services poor"
    let all = frame.rule == "rated/active" && s.says(first, &["services"]);
    let whole = first == last && (s.says(first, CALLED) || all || kitchen);
    let noun = s.is(first, Class::Other) && !s.at(first).ends_with("ed") && !whole;
    let inspectors = s.says(last, &["inspectors", "inspector", "assessors", "auditors"]);
    let noun = noun && !inspectors;
    ((verb || led) && plain && noun && !person && last - first < 8).then_some(first..last + 1)
}

/// The object's own words, less article and owner.
pub(super) fn unknown(s: &Sentence<'_>, frame: &Frame) -> Option<Span> {
    let first = frame.object.clone().find(|&i| {
        !matches!(s.item(i), Some(Item::Provider(_) | Item::Open | Item::Stop(_)))
            && !s.is_any(i, &[Class::Det, Class::Possessive])
    })?;
    let last = frame.object.clone().rev().find(|&i| {
        matches!(s.item(i), Some(Item::Word(_) | Item::Aspect(_) | Item::Provider(_)))
            && !s.is_any(i, &[Class::Det, Class::Filler])
    })?;
    // "has categorised Marle and Stow as poor": names that nobody knows.
    let name = s.is(first, Class::Other) && s.at(first).starts_with(char::is_uppercase);
    (first <= last && !name).then(|| s.chunks[first].span.cover(s.chunks[last].span))
}
