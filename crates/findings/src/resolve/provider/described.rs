//! "Marle care home": a place and a kind in small letters, which only describes a home that has a name of its own.
//! Knows no name.

use super::LEAD;
use crate::find::provider::{NameMention, ROADS};
use crate::knowledge::Knowledge;
use crate::scan::Scan;
use crate::text::word::last;
use crate::text::{Span, beside};

/// For so many sentences a headline's "Marlock care home" goes without its name.
const HERALDED: usize = 8;

/// True for a name that is a place and a kind in small letters ("Marlock Regis care home") where the article uses
/// the place as one: "a care home in Marlock Regis".
pub(super) fn only_places(scan: &Scan<'_>, knowledge: &Knowledge, name: &NameMention, kind: u16) -> bool {
    let small = !beside::is_capital(last(scan.text.at(name.span)));
    if !small || knowledge.one_of_a_place(kind) || is_told_as_name(scan, name) {
        return false;
    }
    let base = scan.text.at(name.base);
    let text = scan.text.as_str();
    let mut places = memchr::memmem::find_iter(text.as_bytes(), base.as_bytes()).take(20);
    places.any(|at| [" in ", " near "].iter().any(|p| text[..at].ends_with(p)))
}

/// "Marlock care home is shut" over a story of Larchwood Manor: a place and a kind in a headline or lead, told once,
/// before a home with a name of its own.
pub(super) fn heralds(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    name: &NameMention,
    names: &[NameMention],
) -> bool {
    let small = |n: &NameMention| !beside::is_capital(last(scan.text.at(n.span)));
    let at = |n: &NameMention| scan.text.sentence_at(n.span.start);
    let base = scan.text.at(name.base);
    // "Larch Court care home" has a name.
    let own = base.contains(' ') && knowledge.is_weak_name(name.kind, base);
    let place = knowledge.one_of_a_place(name.kind);
    if !small(name) || at(name) > LEAD || place || own || is_told_as_name(scan, name) {
        return false;
    }
    let kind = |n: &NameMention| n.kind == name.kind || n.rivals.contains(&name.kind);
    // "Holly Bank care home in Ely": two words are a name.
    if base.contains(' ') && name.base.start == name.span.start {
        return false;
    }
    // "Ely hospital" over a story of Ann Hay Hospitals NHS trust.
    let full = |n: &NameMention| !small(n) || has_capital(scan, n);
    let other = |n: &NameMention| !scan.text.at(n.span).contains(base) && kind(n) && full(n);
    let again = names.iter().filter(|n| scan.text.at(n.base) == base).count() > 1;
    !again && names.iter().any(|n| n.span.start > name.span.start && at(n) <= at(name) + HERALDED && other(n))
}

/// "Ely surgery was rated …", "Ely Hospitals NHS foundation trust": a whole sentence has it without an article, or a word of
/// its noun has a capital.
fn is_told_as_name(scan: &Scan<'_>, name: &NameMention) -> bool {
    if has_capital(scan, name) {
        return true;
    }
    // A noun that stands without an article in a whole sentence is a name: "Marle surgery was …", and no headline.
    scan.text
        .sentences
        .get(scan.text.sentence_at(name.span.start))
        .is_some_and(|s| is_closed(scan.text.at(*s)))
}

/// "the Mill Lane surgery" of an article on Kingsmead Surgery: an article, a street and a kind, beside a name.
pub(super) fn by_street(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    name: &NameMention,
    names: &[NameMention],
) -> bool {
    let base = scan.text.at(name.base);
    if beside::is_capital(last(scan.text.at(name.span))) || !ROADS.contains(&last(base)) {
        return false;
    }
    let front = scan.text.as_str().get(..name.span.start).unwrap_or_default();
    let determined = ["the ", "The "].iter().any(|the| front.ends_with(the));
    let kind = |n: &NameMention| n.kind == name.kind || n.rivals.contains(&name.kind);
    let other = |n: &NameMention| kind(n) && scan.text.at(n.base) != base;
    let own =
        |n: &NameMention| scan.text.at(n.base) == base && beside::is_capital(last(scan.text.at(n.span)));
    determined && !knowledge.one_of_a_place(name.kind) && names.iter().any(other) && !names.iter().any(own)
}

/// "Hospitals NHS trust": a capital behind what tells one name from others.
fn has_capital(scan: &Scan<'_>, name: &NameMention) -> bool {
    scan.text.at(Span::new(name.base.end, name.span.end)).split(' ').any(beside::is_capital)
}

/// True for a whole sentence, and not a headline.
fn is_closed(sentence: &str) -> bool {
    sentence.trim_end_matches(['”', '"', '’', '\'']).ends_with(['.', '!', '?'])
}
