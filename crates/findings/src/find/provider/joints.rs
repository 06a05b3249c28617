//! "and", "of" and the like between capitalised words: inside one name, or between two. Knows no kind of provider.

use super::reach::{is_when, opens_sentence_at};
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside, edge};

/// Words that may stand before "of" inside a name.
const BEFORE_OF: &[&str] = &[
    "borough", "city", "university", "universities", "isle", "isles", "vale", "church", "c", "forest",
    "college", "academy", "school", "duke", "bishop", "lady", "sisters", "company", "house", "hospital",
    "hospitals", "friends", "heart", "county", "district", "royal", "town", "corporation", "king", "queen",
    "prince", "princess", "archbishop", "earl", "hospice", "group", "mount", "star", "knights", "order",
    "riding", "east", "west", "north", "south", "bay", "bank", "bridge", "abbey", "kingdom", "mary",
    "francis",
];

/// After "in", "on" and "by" these end the name of a town.
const WATERS: &[&str] = &[
    "Thames", "Trent", "Furness", "Sea", "Tees", "Tyne", "Wye", "Humber", "Severn", "Avon", "Dee", "Soar",
    "Weald",
];

/// No head noun is longer.
pub(super) const LONGEST_HEAD: usize = 40;

/// So far behind a name "both" and "all" tell of several.
const MANY: usize = 60;

/// "Oaklands and Hawthorn House, both …", "Spire Marle and Brook House": two names, and not one that holds an "and".
pub(super) fn parts_names(scan: &Scan<'_>, and: usize, right: usize, at: usize, floor: usize) -> bool {
    let text = scan.text.as_str();
    // "Castlefield & District Housing Trust"
    if text.get(right..at).is_some_and(|name| name.starts_with("District")) {
        return false;
    }
    let (mut left, mut cursor) = (None, and);
    while let Some(word) = beside::before(text, cursor, floor).filter(|b| b.joined) {
        let w = scan.text.at(word.span);
        if !beside::is_capital(w) && w != "of" {
            break;
        }
        let leads = |h: &Hit| {
            h.start == word.span.start && matches!(h.sense, Sense::Provider { form: HeadForm::Lead, .. })
        };
        if scan.within(word.span).iter().any(leads) {
            return true;
        }
        cursor = word.span.start;
        left = Some(cursor);
    }
    let Some(left) = left else { return false };
    let saints = text[right..].starts_with("St ") && text[left..].starts_with("St ");
    let third = text[floor..left].trim_end().ends_with(" and");
    let ceiling = scan.text.sentences.get(scan.text.sentence_at(at)).map_or(at, |s| s.end);
    let rest = text.get(at..ceiling).unwrap_or_default();
    let rest = rest.get(..edge::floor(rest, rest.len().min(MANY))).unwrap_or_default();
    // "was rated weak on both": of two areas, not of two names.
    let counted = |w: &str| {
        let before = rest.split_once(w).map(|(before, _)| before);
        before.is_some_and(|b| ![" on", " for", " in", " of", " at"].iter().any(|prep| b.ends_with(prep)))
    };
    let many = [" both ", " all ", " each "].into_iter().any(counted);
    // "Marle General, the Rosemary Wing and Castle Hill Hospital": a list.
    let front = text[floor..left].trim_end();
    let comma = front.strip_suffix(" the").unwrap_or(front).strip_suffix(',').map(|f| floor + f.len());
    let listed = comma.is_some_and(|at| ends_tail(scan, at));
    // "rated two homes outstanding: Ash Gardens and Elm House"
    let two = front.ends_with([':', '–', '—', '-', ','])
        && front.split_ascii_whitespace().any(|w| w.eq_ignore_ascii_case("two"));
    // "Both Ely and Marle Borough Council were", "They are Ely and Marle Borough Council"
    let apart =
        [" both", "Both", "They are", "they are", "Neither", "either"].iter().any(|w| front.ends_with(w))
            || rest.contains(" respectively");
    // "Ashgrove Academy in Ely and Hillfield Academy in Marle": the first ends with where it is.
    let placed = [" in", " at", " near"].iter().find_map(|w| front.strip_suffix(w)).is_some_and(|name| {
        let name = name.trim_end_matches(',');
        let last =
            beside::before(text, floor + name.len(), floor).filter(|b| b.span.end == floor + name.len());
        last.is_some_and(|b| ends_tail(scan, b.span.end))
    });
    (many || listed || two || apart || placed) && !saints && !third
}

/// True where a head noun ends.
fn ends_tail(scan: &Scan<'_>, at: usize) -> bool {
    scan.within(Span::new(at.saturating_sub(LONGEST_HEAD), at))
        .iter()
        .any(|h| h.end == at && matches!(h.sense, Sense::Provider { form: HeadForm::Tail, .. }))
}

/// "and", "of", "the" … inside a name, with a capitalised word before them.
pub(super) fn joins(scan: &Scan<'_>, lower: &str, at: usize, floor: usize) -> bool {
    let text = scan.text.as_str();
    let Some(left) = beside::before(text, at, floor).filter(|b| b.joined) else { return false };
    let w = scan.text.at(left.span);
    let capital = beside::is_capital(w) && !opens_sentence_at(w, left.span.start, floor);
    match lower {
        "of" => BEFORE_OF.contains(&w.to_lowercase().as_str()) && capital,
        // "after Hay Lodge in March and Marsh View in June"
        "and" | "&" => capital && !ends_name(scan, left.span) && !is_when(scan, left.span, floor),
        "upon" | "with" | "under" | "le" | "de" | "la" | "y" | "the" | "cum" | "next" | "an" | "na"
        | "nan" | "yr" | "à" => capital || lower == "the" && w == "of",
        // "Barrow in Furness Academy"
        "in" | "on" | "by" => {
            let next = text.get(at + lower.len()..).unwrap_or_default().trim_start();
            capital && WATERS.iter().any(|w| next.starts_with(w))
        }
        _ => false,
    }
}

/// True when a head noun or a firm's name ends here: "Ashby Primary and Brook Primary" are two names.
pub(super) fn ends_name(scan: &Scan<'_>, at: Span) -> bool {
    let ceiling = scan.text.sentences.get(scan.text.sentence_at(at.start)).map_or(at.end, |s| s.end);
    let joined = || {
        beside::after(scan.text.as_str(), at.end, ceiling)
            .is_some_and(|b| matches!(scan.text.at(b.span), "and" | "&"))
    };
    let firm = matches!(scan.text.at(at), "Ltd" | "Limited" | "plc");
    // "Ashby Council's and Tey Council's schools"
    let words = scan.text.at(at);
    let bare = words.strip_suffix("'s").or_else(|| words.strip_suffix("’s")).unwrap_or(words);
    let end = at.start + bare.len();
    let head = || {
        let near = Span::new(at.start.saturating_sub(LONGEST_HEAD), at.end);
        scan.within(near)
            .iter()
            .any(|h| h.end == end && matches!(h.sense, Sense::Provider { form: HeadForm::Tail, .. }))
    };
    (firm || head()) && joined()
}
