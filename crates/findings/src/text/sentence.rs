//! Where sentences begin. The standard of truth is UAX #29; this splits faster and adds three named repairs:
//! no break after an abbreviation ("Mr. ", "Cllr. ", "No. 10"), a break where two sentences are fused without
//! a space ("…children.Christine…"), and a break before a figure that opens a sentence ("… failed. 12 left").
//! Knows nothing of what is said.

use crate::text::Span;

/// Words that end in a full stop without ending a sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "sir", "rev", "revd", "fr", "st", "cllr", "coun", "cncllr", "sgt",
    "insp", "supt", "det", "col", "capt", "lt", "gen", "hon", "gov", "vs", "approx", "dept", "jan", "feb",
    "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "e.g", "i.e", "eg", "ie", "ltd",
    "co", "plc", "inc", "ave", "rd", "c",
];

/// Words that do so only before a figure: "No. 10", but "He said no. Ten left."
const BEFORE_FIGURES: &[&str] = &["no", "nos", "para", "paras", "fig", "figs", "vol", "est", "p", "pp"];

/// Three times the longest sentence of news; what runs on is cut at a space. What reads one sentence may take the
/// square of its length, so a text without stops must not be one sentence.
const LONGEST: usize = 1000;

/// The sentences of one paragraph, without the white space between them.
pub(crate) fn split(text: &str, paragraph: Span, out: &mut Vec<Span>) {
    let bytes = text.as_bytes();
    let mut start = paragraph.start;
    let mut search = paragraph.start;
    while let Some(found) = memchr::memchr3(b'.', b'!', b'?', &bytes[search..paragraph.end]) {
        let stop = search + found;
        let is_stop = |b: &&u8| matches!(b, b'.' | b'!' | b'?');
        search = stop + bytes[stop..paragraph.end].iter().take_while(is_stop).count();
        start = cut(text, start, stop, out);
        if let Some(next) = next_start(text, start, stop, paragraph.end) {
            push(text, start, next, out);
            start = next;
            search = next.max(search);
        }
    }
    start = cut(text, start, paragraph.end, out);
    push(text, start, paragraph.end, out);
}

/// Takes pieces off what runs on for too long, at white space where there is some; gives where the rest starts.
fn cut(text: &str, mut start: usize, end: usize, out: &mut Vec<Span>) -> usize {
    while end.saturating_sub(start) > LONGEST {
        let longest = (start..=start + LONGEST).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(end);
        let space = text[start..longest].rfind(char::is_whitespace).filter(|&i| i > 0);
        let at = space.map_or(longest, |i| start + i);
        push(text, start, at, out);
        start = end - text[at..end].trim_start().len();
    }
    start
}

fn push(text: &str, start: usize, end: usize, out: &mut Vec<Span>) {
    let kept = text[start..end].trim_end();
    if !kept.is_empty() {
        out.push(Span::new(start, start + kept.len()));
    }
}

/// Where the next sentence starts, if the stop at `stop` ends one.
fn next_start(text: &str, start: usize, stop: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = stop + 1;
    while at < end && matches!(bytes[at], b'.' | b'!' | b'?') {
        at += 1;
    }
    // Closing marks belong to the sentence they close; a mark that is followed by a letter opens the next.
    let mut closed = at;
    while let Some(mark) = text[closed..end].chars().next().filter(|c| is_closer(*c)) {
        let after = closed + mark.len_utf8();
        let opens = text[after..end].chars().next().is_some_and(char::is_alphanumeric);
        if opens {
            break;
        }
        closed = after;
    }
    let rest = &text[closed..end];
    let gap = rest.len() - rest.trim_start().len();
    let next = closed + gap;
    if next >= end {
        return None;
    }
    if gap == 0 {
        return fused(text, start, stop, closed, end).then_some(closed);
    }
    let is_abbreviation = bytes[stop] == b'.' && closed == stop + 1 && abbreviated(text, start, stop, next);
    (begins(&text[next..end]) && !is_abbreviation).then_some(next)
}

/// True when a sentence may begin like this: with a capital, a figure or a sum, marks aside; never with a dash.
fn begins(rest: &str) -> bool {
    let mut rest = rest.chars().skip_while(|c| is_opener(*c));
    match rest.next() {
        Some(c) if c.is_alphanumeric() => !c.is_lowercase(),
        Some('£' | '$' | '€') => rest.next().is_some_and(char::is_numeric),
        Some(',' | ':' | ';' | '-' | '–' | '—' | '.' | '!' | '?' | '…') | None => false,
        Some(_) => {
            rest.take(8).find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        }
    }
}

/// Two sentences without a space between: a whole lower-case word, a stop, and a capital with a small letter
/// or a space after it. ("gov.uk", "J.Smith", "3.5" are none.)
fn fused(text: &str, start: usize, stop: usize, closed: usize, end: usize) -> bool {
    let word = text[start..stop].trim_end_matches(['’', '”', '"', '\'', ')']);
    let before = word.bytes().rev().take_while(u8::is_ascii_lowercase).count() >= 2;
    let mut next = text[closed..end].chars().skip_while(|c| is_opener(*c));
    let capital = next.next().is_some_and(char::is_uppercase);
    before && capital && next.next().is_some_and(|c| c.is_lowercase() || c == ' ')
}

fn abbreviated(text: &str, start: usize, stop: usize, next: usize) -> bool {
    let before = &text[start..stop];
    let word = before.rsplit(|c: char| c.is_whitespace() || is_opener(c)).next().unwrap_or("");
    let is_one_of = |list: &[&str]| list.iter().any(|a| a.eq_ignore_ascii_case(word));
    let is_initial = word.len() == 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    let initials = word.len() >= 3
        && word.split('.').all(|part| part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphabetic()))
        && !is_one_of(&["a.m", "p.m"]);
    let figure = text[next..].starts_with(|c: char| c.is_ascii_digit());
    is_initial || initials || is_one_of(ABBREVIATIONS) || (figure && is_one_of(BEFORE_FIGURES))
}

const fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»')
}

const fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '’' | '(' | '[' | '«')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn sentences(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        split(text, Span::new(0, text.len()), &mut out);
        out.into_iter().map(|s| &text[s.start..s.end]).collect()
    }

    #[test]
    fn stops_inside_quotes_belong_to_their_sentence() {
        assert_eq!(sentences("“It was good.” He left."), ["“It was good.”", "He left."]);
        assert_eq!(sentences("‘Was it good?’ she asked."), ["‘Was it good?’ she asked."]);
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        assert_eq!(sentences("Cllr. A. Moss met Dr. Hay at St. Ann’s. Then he left.").len(), 2);
        assert_eq!(sentences("See No. 10, para. 4.2. He said no. Ten left at 5 p.m. She stayed.").len(), 4);
    }

    #[test]
    fn what_never_stops_is_cut_between_words() {
        let text = "Ofsted said ".repeat(200);
        let cut = sentences(text.trim_end());
        assert!(cut.iter().all(|s| s.len() <= LONGEST && s.starts_with(['O', 's']) && s.ends_with('d')));
        assert_eq!(cut.join(" "), text.trim_end());
        let one = "’".repeat(LONGEST);
        assert_eq!(sentences(&one).concat(), one);
    }

    #[test]
    fn fused_sentences_come_apart_and_addresses_do_not() {
        assert_eq!(sentences("It failed the children.Christine left.").len(), 2);
        assert_eq!(sentences("It is ours.‘We know,’ he said.").len(), 2);
        assert_eq!(sentences("See www.gov.uk or J.Smith at 3.5 miles.").len(), 1);
    }

    #[test]
    fn figures_open_sentences_and_dashes_do_not() {
        assert_eq!(sentences("It failed. 12 left. ‘5’ is best.").len(), 3);
        assert_eq!(sentences("Why? – asked one. And?! - another.").len(), 2);
    }

    /// The repairs by name; any other start must be a boundary of UAX #29.
    fn is_repair(text: &str, start: usize) -> bool {
        let before = text[..start].trim_end();
        let fused = before.len() == start;
        let opening = text[start..].trim_start_matches(|c| is_opener(c) || matches!(c, '£' | '$' | '€'));
        let figure = opening.starts_with(char::is_numeric);
        fused || figure
    }

    proptest! {
        #[test]
        fn every_start_is_a_boundary_or_a_named_repair(
            parts in prop::collection::vec(
                prop_oneof![
                    "[A-Za-z0-9’'é£%]{1,7}",
                    prop::sample::select(vec![
                        ".", "!", "?", "…", ". ", "? ", ".” ", "”", " “", " ‘", "’", " ", "  ", " – ", ", ", ": ", "(", ")",
                        "Mr. ", "No. 4", "e.g. ", "p.m. ", "The ", " the ", "\"", "\u{a0}",
                    ]).prop_map(str::to_owned),
                ],
                0..24,
            )
        ) {
            let text = parts.concat();
            let kept = text.trim();
            let from = text.len() - text.trim_start().len();
            let mut found = Vec::new();
            split(&text, Span::new(from, from + kept.len()), &mut found);
            let bounds: Vec<usize> = kept.split_sentence_bound_indices().map(|(at, _)| from + at).collect();
            for (i, sentence) in found.iter().enumerate() {
                prop_assert!(sentence.start < sentence.end);
                prop_assert_eq!(text[sentence.start..sentence.end].trim(), &text[sentence.start..sentence.end]);
                prop_assert!(i == 0 || found[i - 1].end <= sentence.start);
                prop_assert!(
                    bounds.contains(&sentence.start) || is_repair(&text, sentence.start),
                    "{:?} at {}", &text, sentence.start
                );
            }
        }
    }
}
