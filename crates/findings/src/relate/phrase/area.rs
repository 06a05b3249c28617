//! Areas that no framework names, by the word that leads them: "the quality of school trips", "provision for adult
//! learners". Knows no framework and no verb.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::text::table::set;
use std::ops::Range;

/// What inspectors grade one by one.
pub(crate) const AREAS: &[&str] = &[
    "area", "areas", "category", "categories", "question", "questions", "theme", "themes", "domain",
    "domains",
];

set! {
    /// What else an article calls them.
    CALLED = "area areas aspect aspects category categories course courses discipline disciplines domain domains element \
        elements measure measures part parts question questions section sections service services strand strands subject \
        subjects theme themes"
}

/// "aspects", "subjects": a noun that stands for areas.
pub(crate) fn is_area_noun(s: &Sentence<'_>, at: usize) -> bool {
    s.is(at, Class::Other) && CALLED.has_in_any_case(s.at(at)) || s.says(at, &["category", "categories"])
}

/// What stands before "of teaching" and "for adults" without being judged by itself.
const LEADING: &[&str] = &[
    "quality", "standard", "standards", "level", "provision", "services", "support", "experiences",
    "arrangements",
];

set! {
    /// What schools teach under a capital letter.
    SUBJECTS = "english welsh french german spanish gaelic irish latin italian christian british"
}

/// True for the name of a language or of something else that is taught, and nobody's name.
pub(crate) fn is_subject(s: &Sentence<'_>, at: usize) -> bool {
    SUBJECTS.has_in_any_case(s.at(at))
}

/// Those whose behaviour or welfare an area is.
const OWNERS: &[&str] = &[
    "pupils", "pupil", "children", "children's", "children’s", "students", "student", "residents",
    "patients", "people's", "people’s", "prisoners", "learners",
];

/// "pupils' behaviour", "the college's leadership": whose area the next one is.
pub(crate) fn owns_area(s: &Sentence<'_>, at: usize) -> bool {
    let owner = s.says(at, OWNERS) || matches!(s.item(at), Some(Item::Provider(_))) && s.owns(at);
    let next = at + 1 + usize::from(s.is(at + 1, Class::Possessive));
    owner && matches!(s.item(next), Some(Item::Aspect(_)))
}

/// "residents", "pupils": those whom an area is of, by the bare word.
pub(crate) fn is_owner_word(word: &str) -> bool {
    ["pupils", "students", "residents", "patients", "prisoners", "learners", "tenants", "inmates"]
        .iter()
        .any(|owner| owner.eq_ignore_ascii_case(word))
}

/// "children", "pupils": those whom an area is of.
pub(crate) fn are_owners(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, OWNERS)
}

/// "teaching [in the juniors]", "attainment [in science]": a word that says which part of an area.
pub(crate) fn qualifies_area(s: &Sentence<'_>, range: &Range<usize>, at: usize) -> bool {
    let plain = |i: usize| {
        s.is_any(i, &[Class::Det, Class::Possessive])
            || s.is(i, Class::Other) && (s.at(i).starts_with(char::is_lowercase) || is_subject(s, i))
    };
    let first = (range.start..at).rev().take(4).find(|&i| !plain(i));
    let prep = first.filter(|&i| s.says(i, &["in", "of", "for", "at", "among"]) && i > range.start);
    s.is(at, Class::Other)
        && plain(at)
        && prep.is_some_and(|i| matches!(s.item(i - 1), Some(Item::Aspect(_))))
}

/// True for a word that leads an area: "the quality of …".
pub(crate) fn is_leading(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, LEADING) && s.says(at + 1, &["of", "for"])
        // "provision in music", "work on fraud"
        || s.says(at, &["provision"]) && s.says(at + 1, &["in"])
        || s.says(at, &["work"]) && s.says(at + 1, &["on", "with", "around"])
}

/// Where an area that is nothing but plain words begins: "the [quality of school trips]".
pub(crate) fn leads_area(s: &Sentence<'_>, range: &Range<usize>) -> Option<usize> {
    // "The force's work on fraud"
    let owner = |i: usize| matches!(s.item(i), Some(Item::Provider(_))) && s.owns(i);
    let led = |i: usize| s.is_any(i, &[Class::Det, Class::Possessive, Class::Filler]) || owner(i);
    let first = range.clone().find(|&i| !led(i))?;
    let rest = first + 2..range.end;
    let plain = |i: usize| {
        s.is_any(i, &[Class::Other, Class::Det, Class::Possessive, Class::Conj, Class::Prep, Class::Improve])
            || matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_)))
    };
    let noun = rest.clone().any(|i| s.is(i, Class::Other) && s.at(i).starts_with(char::is_lowercase));
    (is_leading(s, first) && noun && rest.len() <= 7 && rest.clone().all(plain)).then_some(first)
}

/// "three areas: the food": a name that a colon or a dash leads to.
pub(crate) fn is_set_off(s: &Sentence<'_>, first: usize) -> bool {
    let led = (0..first).rev().find(|&i| !s.is_any(i, &[Class::Det, Class::Possessive]));
    led.is_some_and(|i| matches!(s.item(i), Some(Item::Stop(':' | '–' | '—'))))
}
