//! Runs of capitalised words: candidates for a name by itself. Knows no provider.

use crate::text::word::next_capital;
use crate::text::{Span, beside};

/// What tells a place from the one it is near: "Nether Tidewell" is not Tidewell.
const PARTS: &[&str] = &[
    "Nether", "Upper", "Lower", "Higher", "Great", "Little", "North", "South", "East", "West", "Old", "New",
    "Over", "Long", "Market", "Much", "Castle", "Chipping", "Church", "Abbots", "Kings", "Bishops",
];

/// Runs of capitalised words, joined by single spaces or by "and", "of", "upon" … between capitals; the
/// possessive s stays outside. Every prefix that ends before a joiner is a run too.
pub(super) fn capital(text: &str, within: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut words: Vec<Span> = Vec::new();
    let mut at = within.start;
    let text = text.get(..within.end).unwrap_or(text);
    loop {
        // A run begins with a capital.
        if words.is_empty() {
            let Some(next) = next_capital(text, at, text.len()) else { break };
            at = next;
        }
        // Most words are letters before a space.
        let rest = &text.as_bytes()[at..];
        let letters = rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        if letters > 0 && rest.get(letters) == Some(&b' ') {
            let span = Span::new(at, at + letters);
            at = span.end + 1;
            take(text, span, &mut words, &mut out);
            continue;
        }
        let Some(token) = text[at..].split_inclusive(char::is_whitespace).next() else { break };
        let start = at;
        at += token.len();
        let bare = token.trim_end();
        let lead = bare.len() - bare.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let core = bare[lead..].trim_end_matches(|c: char| !c.is_alphanumeric());
        let (core, possessive) = match core.strip_suffix("'s").or_else(|| core.strip_suffix("’s")) {
            Some(stem) => (stem, true),
            None => (core, false),
        };
        if core.is_empty() {
            flush(text, &mut words, &mut out);
            continue;
        }
        let span = Span::new(start + lead, start + lead + core.len());
        if lead > 0 {
            flush(text, &mut words, &mut out);
        }
        take(text, span, &mut words, &mut out);
        let ends = possessive || bare.len() > lead + core.len() || token.ends_with('\n');
        if ends && !words.is_empty() {
            trim_joiners(text, &mut words);
            flush(text, &mut words, &mut out);
        }
    }
    trim_joiners(text, &mut words);
    flush(text, &mut words, &mut out);
    out.sort();
    out.dedup();
    out
}

/// A word goes on with a run, or ends it.
fn take(text: &str, span: Span, words: &mut Vec<Span>, out: &mut Vec<Span>) {
    let word = &text[span.start..span.end];
    let joiner =
        || !words.is_empty() && matches!(word, "and" | "of" | "upon" | "on" | "the" | "with" | "under" | "&");
    if beside::is_capital(word) || joiner() {
        words.push(span);
    } else {
        trim_joiners(text, words);
        flush(text, words, out);
    }
}

/// What the words so far make.
fn flush(text: &str, words: &mut Vec<Span>, out: &mut Vec<Span>) {
    // "Yesterday Marling Heath said": the name may begin after the first word.
    if let (Some(first), Some(last)) = (words.first(), words.last()) {
        let (start, end) = (first.start, last.end);
        out.push(Span::new(start, end));
        let own = PARTS.contains(&&text[first.start..first.end]);
        if words.len() > 1 && !own {
            out.push(Span::new(words[1].start, end));
        }
        if let Some(joiner) =
            words.iter().position(|w| !beside::is_capital(&text[w.start..w.end])).filter(|&j| j > 0)
        {
            out.push(Span::new(start, words[joiner - 1].end));
            out.extend(words.get(joiner + 1).map(|w| Span::new(w.start, end)));
        }
    }
    words.clear();
}

fn trim_joiners(text: &str, words: &mut Vec<Span>) {
    while words.last().is_some_and(|w| !beside::is_capital(&text[w.start..w.end])) {
        words.pop();
    }
}
