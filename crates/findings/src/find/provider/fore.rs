//! What stands before a head noun and is no part of the name, or is for all that it looks otherwise: "200-bed", "Ely's",
//! "a second", "C1"; "All Saints", "Our Lady". Knows no head noun.

use crate::find::person::first_name;
use crate::find::words::{Class, class, class_of};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::{Span, beside};

/// What begins the names of stretches of land.
pub(super) const COMPASS: &[&str] = &[
    "Mid", "North", "South", "East", "West", "Upper", "Lower", "Great", "Little", "New", "Old", "Nether",
    "Central", "Greater", "Inner", "Outer",
];

/// "West Marle", "Tower Hamlets"
pub(super) fn is_region(knowledge: &Knowledge, words: &str) -> bool {
    let words = words.trim();
    let (first, last) = words.split_once(' ').unwrap_or(("", words));
    let compass = matches!(first, "North" | "South" | "East" | "West" | "Mid" | "Central");
    knowledge.is_area(words)
        || COMPASS.contains(&first) && knowledge.sounds_like_a_place(last)
        || compass && !last.contains(' ') && !knowledge.ends_a_house(last)
}

/// "a second", "another failing": an article before words in small letters that only describe.
pub(super) fn is_one_of_many(scan: &Scan<'_>, at: usize, floor: usize) -> bool {
    let mut at = at;
    for _ in 0..3 {
        let Some(word) = beside::before(scan.text.as_str(), at, floor).filter(|b| b.joined) else {
            return false;
        };
        let w = Small::lower(scan.text.at(word.span));
        if matches!(w.as_str(), "a" | "an" | "another") {
            return true;
        }
        if beside::is_capital(scan.text.at(word.span))
            || matches!(class(&w), Class::Prep | Class::Conj | Class::Be | Class::Say)
            // "a report describing Rose Lodge care home as"
            || w.ends_with("ing") && !matches!(w.as_str(), "failing" | "struggling" | "leading" | "neighbouring")
                && class(&w) != Class::Other
            || matches!(w.as_str(), "describing" | "calling" | "grading" | "telling" | "concerning" | "naming" | "criticising" | "praising" | "rating")
        {
            return false;
        }
        at = word.span.start;
    }
    false
}

/// "Ely-based", "Ofsted-rated", "200-bed", "CASH-STRAPPED": says of what sort something is.
pub(super) fn is_described(word: &str) -> bool {
    const SORTS: &[&str] = &[
        "based", "run", "owned", "led", "rated", "controlled", "funded", "maintained", "backed",
        "registered", "born", "style", "wide", "trained", "approved", "area", "strapped", "hit", "stricken",
        "ridden", "plagued", "star",
    ];
    // Most words have none.
    if !word.as_bytes().contains(&b'-') {
        return false;
    }
    let Some((first, last)) = word.rsplit_once('-') else { return false };
    let counted = first.starts_with(|c: char| c.is_ascii_digit());
    SORTS.iter().any(|s| s.eq_ignore_ascii_case(last))
        || counted && last.starts_with(|c: char| c.is_ascii_lowercase())
}

/// "C1", "G2": grades that are written as names are.
pub(super) fn is_grade(scan: &Scan<'_>, word: Span) -> bool {
    let w = scan.text.at(word);
    let figure = w.len() <= 5 && w.bytes().any(|b| b.is_ascii_digit());
    figure
        && scan
            .within(word)
            .iter()
            .any(|h| h.start == word.start && h.end == word.end && matches!(h.sense, Sense::Label(_)))
}

/// "All Saints", "Our Lady"
pub(super) fn all_saints(text: &str, word: Span) -> bool {
    let rest = text.get(word.end..).unwrap_or_default();
    let next: &[&str] = match text.get(word.start..word.end) {
        Some("All") => &[" Saints", " Hallows", " Souls", " Angels"],
        Some("Our") => &[" Lady"],
        _ => &[],
    };
    next.iter().any(|s| rest.starts_with(s))
}

/// "Rising Stars", "First Steps", "New Horizons": words that open sentences and begin names of several things too.
pub(super) fn opens_name(text: &str, word: Span, ceiling: usize) -> bool {
    let plural = |w: &&str| w.ends_with('s') && w.len() > 3 && !w.ends_with("'s") && !w.ends_with("’s");
    may_open_name(text, word, ceiling).as_ref().is_some_and(plural)
}

/// "Taste of Bengal", "Isle of Marle": what goes on with "of" inside a name.
pub(super) fn goes_on_with_of(word: &str) -> bool {
    matches!(
        word,
        "Isle"
            | "Isles"
            | "Vale"
            | "Forest"
            | "Taste"
            | "Spice"
            | "Star"
            | "Jewel"
            | "Rose"
            | "Pride"
            | "Heart"
            | "Flavour"
            | "Flavours"
            | "Land"
            | "Art"
            | "Joy"
            | "Circle"
            | "Wings"
            | "Gates"
            | "Light"
            | "Friends"
            | "Garden"
            | "World"
            | "Bridge"
            | "Tree"
            | "Lord"
            | "Flower"
            | "Duke"
            | "Prince"
    )
}

/// The capitalised word after one that may begin a name, for all that it opens a sentence: "Moving On", "First Choice".
pub(super) fn may_open_name(text: &str, word: Span, ceiling: usize) -> Option<&str> {
    const OPEN: &[&str] = &[
        "First", "New", "Top", "Best", "Two", "Three", "Four", "Five", "Six", "Seven", "Nine", "Head",
        "Together", "Here",
    ];
    let w = text.get(word.start..word.end)?;
    // "Tumble Tots", and not "Upgraded Marle"
    let doing = !w.ends_with("ed")
        && matches!(
            class_of(w),
            Class::Rise
                | Class::Move
                | Class::Improve
                | Class::Aim
                | Class::Keep
                | Class::Receive
                | Class::Fall
        );
    if !doing && !OPEN.contains(&w) {
        return None;
    }
    let next = beside::after(text, word.end, ceiling).filter(|b| b.joined)?;
    text.get(next.span.start..next.span.end).filter(|w| beside::is_capital(w))
}

/// "Ely's Rowan Court" is Rowan Court, and "St Ely's School" the saint's.
pub(super) fn past_owner(scan: &Scan<'_>, knowledge: &Knowledge, start: usize, at: usize) -> usize {
    let text = scan.text.as_str();
    let words = &text[start..at];
    // Most names own nothing.
    if memchr::memchr2(b'\'', 0xe2, words.as_bytes()).is_none() {
        return start;
    }
    for mark in ["'s ", "’s "] {
        let Some(end) = words.find(mark) else { continue };
        let owner = &words[..end];
        let rest = words[end + mark.len()..].trim_start();
        let town = knowledge.sounds_like_a_place(owner)
            || is_told_as_place(scan, owner)
            || !is_of_name(owner) && (rest.trim_end().contains(' ') || heads_alone(&text[at..]));
        if town && beside::is_capital(rest) && !bears_title(owner) {
            return at - rest.len();
        }
    }
    start
}

/// Head nouns of names that are no genitive with a thing: "Cuckoo's Nest Nursery" is not the cuckoo's.
fn heads_alone(tail: &str) -> bool {
    let first = tail.split(' ').next().unwrap_or_default();
    matches!(
        first,
        "School" | "Academy" | "Hospital" | "College" | "Infirmary" | "Prison" | "High" | "General"
    )
}

/// "King's", "Haberdashers'", "Lucy's": what begins names with a genitive of its own.
pub(super) fn is_of_name(owner: &str) -> bool {
    let known = matches!(
        owner,
        "King"
            | "Queen"
            | "Prince"
            | "Princess"
            | "Bishop"
            | "Abbot"
            | "Archbishop"
            | "Lady"
            | "Lord"
            | "Dean"
            | "Master"
            | "Alderman"
            | "Children"
            | "Women"
            | "Men"
            | "Girls"
            | "Boys"
            | "People"
            | "Nature"
            | "Young"
            | "Mother"
            | "Father"
            | "Grandma"
            | "Nanny"
            | "God"
            | "Duke"
            | "Earl"
            | "Veterans"
    );
    known || owner.contains(' ') || first_name::is_one(owner)
}

/// "Bishop Stortford": somebody's name, for all that it ends as a town's.
pub(super) fn bears_title(owner: &str) -> bool {
    let first = owner.split(' ').next().unwrap_or_default();
    matches!(
        first.trim_end_matches('.'),
        "St" | "Saint"
            | "Bishop"
            | "Archbishop"
            | "Sir"
            | "Lady"
            | "Lord"
            | "King"
            | "Queen"
            | "Dame"
            | "Prince"
            | "Duke"
            | "Earl"
            | "Our"
    )
}

/// True for what the article uses as a place: "in Marle".
pub(super) fn is_told_as_place(scan: &Scan<'_>, words: &str) -> bool {
    let text = scan.text.as_str();
    memchr::memmem::find_iter(text.as_bytes(), words.as_bytes()).take(20).any(|at| {
        [" in", " near", "\nIn", "across", " from"].iter().any(|p| text[..at].trim_end().ends_with(p))
    })
}

/// "‘Inadequate’ care home": a grade before a name.
pub(super) fn is_marked(scan: &Scan<'_>, word: Span) -> bool {
    let quoted = scan.text.quoted_at(word.start);
    quoted.is_some_and(|q| q.inner.start == word.start && q.inner.end <= word.end)
}

/// True for the last words of a body's name.
pub(super) fn ends_body(scan: &Scan<'_>, words: Span) -> bool {
    let before = scan.from(words.start.saturating_sub(80)).iter().take_while(|h| h.start < words.start);
    before.filter(|h| matches!(h.sense, Sense::Body { .. })).any(|h| h.end >= words.end)
}
