//! Names in capitals on lines of their own, "MARSH ACADEMY" over what is told of it. Knows no grade; leaves a single such
//! line alone.

use super::{NameMention, is_body};
use crate::find::words::{Class, class_of};
use crate::knowledge::Knowledge;
use crate::scan::Scan;
use crate::text::Span;

/// "MARSH ACADEMY" over what is told of it: head nouns in capitals, on lines of their own, where there are several.
pub(super) fn shouted(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let lines = scan.text.paragraphs.iter().filter(|p| begins_in_capitals(scan.text.at(**p)));
    let lines = lines.filter_map(|&line| {
        // "MARSH ACADEMY, Ely: Good"
        let words = scan.text.at(line).split([',', ':', '(']).next().unwrap_or_default().trim_end();
        let line = Span::new(line.start, line.start + words.len());
        let capital = words.len() <= 60 && words.contains(' ') && !words.chars().any(char::is_lowercase);
        let plain = capital
            && words.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '\'' | '’' | '.' | '-' | '&'));
        let (kind, base) = plain.then(|| head_of(knowledge, words)).flatten()?;
        let small = base
            .split(' ')
            .any(|w| matches!(class_of(w), Class::Det | Class::Prep | Class::Possessive | Class::Be));
        let bare = Span::new(line.start, line.start + base.len());
        (!small && !is_body(scan, line))
            .then_some(NameMention { base: bare, ..NameMention::bare(line, kind) })
    });
    let found: Vec<NameMention> = lines.collect();
    if found.len() > 1 { found } else { Vec::new() }
}

/// False where a small letter stands before the first comma, colon or bracket: a first look.
fn begins_in_capitals(line: &str) -> bool {
    let ends = |b: &u8| b.is_ascii_lowercase() || matches!(b, b',' | b':' | b'(');
    line.bytes().find(ends).is_none_or(|b| !b.is_ascii_lowercase())
}

/// The kind whose longest head noun ends a line in capitals, and what stands before it.
fn head_of<'l>(knowledge: &Knowledge, line: &'l str) -> Option<(u16, &'l str)> {
    let mut best: Option<(u16, &str)> = None;
    for (kind, service) in knowledge.services().iter().enumerate() {
        for tail in &service.tails {
            let Some(at) = line.len().checked_sub(tail.len()) else { continue };
            let (Some(base), Some(end)) = (line.get(..at), line.get(at..)) else { continue };
            let longer = best.is_none_or(|(_, known)| base.len() < known.len());
            if end.eq_ignore_ascii_case(tail) && base.ends_with(' ') && base.len() > 3 && longer {
                best = u16::try_from(kind).ok().map(|kind| (kind, base.trim_end()));
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::passed_over;

    #[test]
    fn no_line_in_capitals_is_passed_over() {
        let shouts = |line: &str| {
            let head = line.split([',', ':', '(']).next().unwrap_or_default();
            !head.chars().any(char::is_lowercase)
        };
        passed_over::sentences(|s| (!begins_in_capitals(s)).then(|| !shouts(s)));
    }
}
