//! A clause that is a subject: "how it tackles gangs", "the way change is led". Knows no label.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use std::ops::Range;

/// So many items may be one.
const LONGEST: usize = 12;

/// "How it tackles gangs [was rated good]", "and the way it is led [requires improvement]": the clause that ends there.
pub(crate) fn way_clause(s: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    let inner = |i: &usize| {
        !matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_) | Item::Open | Item::Close | Item::Date(_)))
            && !s.is_any(*i, &[Class::Rate, Class::Say, Class::Give, Class::Receive])
    };
    let opens =
        |&i: &usize| s.says(i, &["how"]) || s.says(i, &["way"]) && s.is(i.wrapping_sub(1), Class::Det);
    let how = (end.saturating_sub(LONGEST)..end).rev().take_while(inner).filter(opens).last()?;
    let first = how - usize::from(s.says(how, &["way"]));
    let starts = first == 0
        || s.is_any(first - 1, &[Class::Conj, Class::Opens])
        || matches!(s.item(first - 1), Some(Item::Stop(_)))
        || s.says(first - 1, &["while", "but", "although", "though", "whereas"]);
    (starts && end > how + 2).then_some(how..end)
}
