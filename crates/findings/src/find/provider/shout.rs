//! Names in sentences without small letters: headlines in capitals. Knows no kind.

use super::NameMention;
use crate::scan::Scan;
use crate::text::Span;
use foldhash::HashSet;

/// True for a name in a sentence without small letters.
pub(super) fn is_shouted(scan: &Scan<'_>, name: Span) -> bool {
    let small = |span: Span| scan.text.at(span).bytes().any(|b| b.is_ascii_lowercase());
    let sentence = scan.text.sentences.get(scan.text.sentence_at(name.start));
    let joins = |w: &str| {
        matches!(w, "FOR" | "AS" | "TO" | "BY" | "WITH" | "AFTER" | "AT" | "IN" | "FROM" | "IS" | "OVER")
    };
    let more = |s: Span| s.len() > name.len() + 2 || scan.text.at(name).split(' ').any(joins);
    !small(name) && sentence.is_some_and(|s| more(*s) && !small(*s))
}

/// "OFSTED SLAMS COUNTY COUNCIL": of a headline in capitals what the text names too, where it names any of the kind.
pub(super) fn leave_shouts(scan: &Scan<'_>, found: &mut Vec<NameMention>) {
    let lower = scan.text.as_str().to_lowercase();
    let named: HashSet<u16> = found.iter().filter(|n| !is_shouted(scan, n.span)).map(|n| n.kind).collect();
    let again = |n: &NameMention| {
        let base = scan.text.at(n.base).to_lowercase();
        memchr::memmem::find_iter(lower.as_bytes(), base.as_bytes()).nth(1).is_some()
    };
    found.retain(|n| !(is_shouted(scan, n.span) && named.contains(&n.kind)) || again(n));
}
