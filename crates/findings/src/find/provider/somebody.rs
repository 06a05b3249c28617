//! People whose last name ends houses: "Tom Lodge, head of …". Knows no house.

use crate::find::person::first_name;
use crate::find::words::{Class, class_of};
use crate::scan::Scan;
use crate::text::table::{Set, size};
use crate::text::{Span, beside};

/// "Tom Lodge, head of …", "Ann Hall, 41,", "said Jordan Court": a first name, and what is only told of people.
pub(super) fn is_somebody(scan: &Scan<'_>, name: Span) -> bool {
    let text = scan.text.as_str();
    let words = scan.text.at(name);
    // "Labour's Ann Lodge"
    let owned = words.split_once("'s ").or_else(|| words.split_once("’s "));
    let Some((first, last)) = owned.map_or(words, |(_, rest)| rest).split_once(' ') else { return false };
    if last.contains(' ') {
        return false;
    }
    let rest = text.get(name.end..).unwrap_or_default();
    let next = rest.trim_start_matches([',', ' ']).split([' ', ',']).next().unwrap_or_default();
    let speaks = rest.starts_with(' ') && (class_of(next) == Class::Say || next == "who");
    let before = beside::before(text, name.start, 0).filter(|b| b.joined).map(|b| scan.text.at(b.span));
    let said = before.is_some_and(|w| class_of(w) == Class::Say || is_person_title(&w.to_lowercase()));
    let aged = rest.starts_with(", ") && next.bytes().all(|b| b.is_ascii_digit()) && !next.is_empty();
    let office = rest.starts_with(", ")
        && next.starts_with(char::is_lowercase)
        && matches!(
            next,
            "head"
                | "chief"
                | "director"
                | "leader"
                | "chairman"
                | "chair"
                | "manager"
                | "cabinet"
                | "deputy"
                | "headteacher"
                | "principal"
                | "owner"
                | "executive"
                | "who"
                | "from"
                | "of"
                | "aged"
                | "shadow"
        );
    let sent = owned.is_some() || before.is_some_and(|w| w.ends_with("'s") || w.ends_with("’s"));
    first_name::is_one(first) && (speaks || said || aged || office || sent)
}

/// "Ann Hay, 34, of Elm Court": where somebody lives.
pub(super) fn lives_there(scan: &Scan<'_>, name: Span) -> bool {
    let before = scan.text.as_str().get(..name.start).unwrap_or_default();
    let aged = before.strip_suffix(", of ").or_else(|| before.strip_suffix(", from "));
    aged.is_some_and(|b| b.ends_with(|c: char| c.is_ascii_digit()))
}

/// "Mr", "Cllr": what stands before people's names, in any case.
pub(crate) fn is_person_title(word: &str) -> bool {
    const TITLES: &[&str] = &[
        "mr", "mrs", "ms", "miss", "dr", "cllr", "coun", "councillor", "prof", "professor", "mp", "msp",
        "mla", "colonel", "col", "rev", "revd", "supt", "insp", "sgt", "baroness", "judge",
    ];
    static IS_TITLE: Set<{ size(TITLES.len()) }> = Set::new(TITLES);
    IS_TITLE.has_in_any_case(word.trim_end_matches('.'))
}
