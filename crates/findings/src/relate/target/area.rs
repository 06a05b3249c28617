//! Which areas of a frame are told of for themselves: outcomes that only lead another area, "effectiveness of" one, all that
//! a provider does. Knows no provider and no label.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};

/// "outcomes for safety", "the outcomes for prisoners in purposeful activity": of that area.
pub(super) fn outcomes_of(s: &Sentence<'_>, at: usize) -> bool {
    let area = (at + 2..at + 6).find(|&i| matches!(s.item(i), Some(Item::Aspect(_))));
    let small = |i: usize| s.is_any(i, &[Class::Prep, Class::Det, Class::Possessive, Class::Other]);
    area.is_some_and(|area| (at + 1..area).all(small) && s.is(area - 1, Class::Prep))
}

/// "all four of the standards on case supervision": of that area.
pub(super) fn standards_of(s: &Sentence<'_>, at: usize) -> bool {
    let next = at + 2 + usize::from(s.is_any(at + 2, &[Class::Det, Class::Possessive]));
    let led = s.says(at, &["standards", "standard"]) && s.says(at + 1, &["on", "for", "of", "in"]);
    led && matches!(s.item(next), Some(Item::Aspect(_)))
}

/// "all four of the standards on supervision": so many, and none by name.
pub(super) fn are_counted(s: &Sentence<'_>, area: usize) -> bool {
    let near = |i: &usize| standards_of(s, *i) && *i + 4 > area;
    let standards = (area.saturating_sub(3)..=area).find(near);
    standards.is_some_and(|at| (at.saturating_sub(4)..at).any(|i| matches!(s.item(i), Some(Item::Number(_)))))
}

/// "from older people to those with dementia", before the verb: all there is, told by its ends.
pub(super) fn sweeps(s: &Sentence<'_>, at: usize, verb: usize) -> bool {
    const REACH: usize = 8;
    let from = at.checked_sub(1 + usize::from(s.is(at.wrapping_sub(1), Class::Det)));
    let aside = from.filter(|&i| s.says(i, &["from"]) && at < verb).and_then(|i| i.checked_sub(1));
    let to = (at + 1..(at + REACH).min(verb)).any(|i| s.says(i, &["to"]));
    to && aside.is_some_and(|i| matches!(s.item(i), Some(Item::Stop(',' | '–' | '—' | '('))))
}

/// "the quality of care provided by Tey Surgery"
pub(super) fn is_all_it_does(s: &Sentence<'_>, i: usize) -> bool {
    let quality = s.says(i.wrapping_sub(2), &["quality"]) || s.at(i).contains("quality of");
    let care = ["care", "service", "services"].iter().any(|w| s.at(i).ends_with(w));
    let by = i + 3 + usize::from(s.is(i + 3, Class::Det));
    quality
        && care
        && s.says(i + 1, &["provided", "given", "delivered", "offered"])
        && s.says(i + 2, &["by", "at"])
        && matches!(s.item(by), Some(Item::Provider(_)))
}

/// "effectiveness of [the] sixth form"
pub(super) fn is_of_area(s: &Sentence<'_>, at: usize) -> bool {
    let next = at + 2 + usize::from(s.is_any(at + 2, &[Class::Det, Class::Possessive]));
    let overall = s.says(at.wrapping_sub(1), &["overall"]);
    overall && s.says(at + 1, &["of"]) && matches!(s.item(next), Some(Item::Aspect(_) | Item::Service(_)))
}
