//! Names on lines with a number that is their grade: "5 – A", "Rated 5: A at 3 High Street", "A **". Knows no head noun;
//! leaves a single such line alone.

use super::comma::plural_before;
use super::introduced::usual;
use super::listing::{JOINERS, of_own_names};
use super::{NameMention, is_body};
use crate::find::words::{Class, class_of};
use crate::knowledge::Knowledge;
use crate::scan::Scan;
use crate::text::{Span, beside};
use std::cell::OnceCell;

/// "5 – The Codmother, Old Ropewalk", "Zero Gravity: 1": names on lines with a number, where there are several.
pub(super) fn find(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let lines = scan.text.paragraphs.iter().enumerate().filter_map(|(at, p)| {
        let line = Some(scan.text.at(*p)).filter(|line| may_hold_grade(line))?;
        let name = name_beside_number(line)?;
        // "Golden Wok, Mill Lane" over "Rating: 0"
        let noun = name.rsplit(' ').next().unwrap_or(name).to_ascii_lowercase();
        let above = class_of(&noun) == Class::Rating;
        let line = if above { scan.text.paragraphs.get(at.checked_sub(1)?)? } else { p };
        let words = scan.text.at(*line);
        let name = if above { before_address(words)? } else { name };
        let start = line.start + (name.as_ptr() as usize - words.as_ptr() as usize);
        Some(Span::new(start, start + name.len()))
    });
    let names: Vec<Span> = lines.collect();
    if names.len() < 2 {
        return Vec::new();
    }
    let own = OnceCell::new();
    let named = |span: Span| {
        let own = || *own.get_or_init(|| of_own_names(scan, knowledge).or_else(|| usual(scan, knowledge)));
        Some(NameMention::bare(span, plural_before(scan, knowledge, span.start).or_else(own)?))
    };
    names.into_iter().filter(|s| !is_body(scan, *s)).filter_map(named).collect()
}

/// "Golden Wok, Mill Lane": a line that is nothing but a name and where it is.
fn before_address(line: &str) -> Option<&str> {
    let line = line.trim();
    let name = line.split([',', '(']).next().unwrap_or(line).trim();
    (line.split(' ').count() <= 10 && !line.ends_with(['.', ':', '?', '!']) && is_named(name)).then_some(name)
}

/// False for most lines: they begin with a letter and end with a letter or a stop.
fn may_hold_grade(line: &str) -> bool {
    let [first, .., last] = line.as_bytes() else { return true };
    let plain = first.is_ascii_alphabetic() && !matches!(first, b'R' | b'S');
    !(plain && (last.is_ascii_alphabetic() || *last == b'.'))
}

/// The name that stands on a line beside its grade.
fn name_beside_number(line: &str) -> Option<&str> {
    if let Some(name) = after_grade(line).or_else(|| before_marks(line)) {
        return Some(name);
    }
    // The number opens the line or closes it.
    let line = line.trim_start_matches(['•', '*', ' ']);
    let figure = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_digit());
    let closes = line.trim_end().trim_end_matches(')');
    if !figure(line.bytes().next()) && !figure(closes.bytes().next_back()) {
        return None;
    }
    const DASHES: &[&str] = &[" - ", " – ", " — ", ": "];
    let is_grade = |w: &str| {
        let digits = w.strip_suffix("/5").unwrap_or(w);
        digits.len() == 1 && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let cut = |dash: &&str| line.split_once(*dash);
    let first = DASHES.iter().find_map(cut).filter(|(grade, _)| is_grade(grade)).map(|(_, rest)| rest);
    let last = || {
        let ends = |dash: &&str| closes.rsplit_once(*dash);
        let bracket = || closes.rsplit_once(" (").filter(|_| line.trim_end().ends_with(')'));
        DASHES
            .iter()
            .find_map(ends)
            .or_else(bracket)
            .filter(|(_, grade)| is_grade(grade))
            .map(|(name, _)| name)
    };
    let rest = first.or_else(last)?;
    let name = rest.split([',', '(', ';', '.']).next()?.trim();
    let small = |w: &str| matches!(w, "of" | "and" | "the" | "&" | "on" | "at" | "@" | "in");
    let words = name.split_whitespace().count();
    let named = (1..=7).contains(&words)
        && beside::is_capital(name)
        && name.split_whitespace().all(|w| beside::is_capital(w) || small(w));
    named.then_some(name)
}

/// "Iscombe and Chudford **", "Lancorne (none)": a name before its stars.
fn before_marks(line: &str) -> Option<&str> {
    let line = line.trim_end();
    let before = match line.strip_suffix("(none)") {
        Some(before) => before,
        None => Some(line.trim_end_matches(['*', '★'])).filter(|b| b.len() < line.len())?,
    };
    let name = || before.trim_end().trim_end_matches([':', '-', '–', '—']).trim_end();
    before.ends_with(' ').then(name).filter(|name| is_named(name))
}

/// "Rated 5: Tansy Lounge at 3 High Street": a name after its grade.
pub(super) fn after_grade(line: &str) -> Option<&str> {
    let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let rest =
        ["Rated ", "RATED ", "Rating ", "Score ", "Scored "].iter().find_map(|p| bare.strip_prefix(p))?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = [": ", " - ", " – "].iter().find_map(|p| rest.strip_prefix(p))?;
    let end = [",", " (", ";", " at "].iter().filter_map(|stop| rest.find(stop)).min();
    Some(rest[..end.unwrap_or(rest.len())].trim_end()).filter(|name| is_named(name))
}

pub(super) fn is_named(name: &str) -> bool {
    let words = name.split_whitespace().count();
    (1..=7).contains(&words)
        && beside::is_capital(name)
        && name
            .split_whitespace()
            .all(|w| beside::is_capital(w) || JOINERS.contains(&w) || w.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::passed_over;

    #[test]
    fn no_line_with_a_grade_is_passed_over() {
        passed_over::sentences(|s| (!may_hold_grade(s)).then(|| name_beside_number(s).is_none()));
    }
}
