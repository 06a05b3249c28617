//! Whether a bare "in November" looks back or ahead, by the tense of its clause. Knows verbs and the words that
//! go with a plan; nothing of what is planned.

use crate::find::date::expr::DateMention;
use crate::text::table::{Set, size};
use crate::text::{Span, Text};

/// Where in time a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
}

const AHEAD: &[&str] = &[
    "will", "shall", "ll", "wo", "due", "expected", "planned", "scheduled", "be", "must", "should", "plans",
    "plan", "going", "hopes", "aims", "intends", "need", "needs", "forthcoming", "upcoming", "would",
    "requires", "deadline", "faces", "expects", "pending", "expect", "takes", "starts", "begins", "ends",
    "opens", "closes", "expires", "pencilled", "goes", "propose", "proposes", "returns", "resumes",
    "reopens", "wants", "want", "seeks", "seek",
];
const BEHIND: &[&str] = &[
    "was", "were", "had", "has", "have", "did", "been", "said", "told", "found", "took", "made", "gave",
    "went", "came", "began", "saw", "led", "fell", "rose", "left", "held", "got", "became", "kept", "met",
    "ran", "won", "lost", "built", "wrote", "put", "set", "cut", "hit", "brought", "spent", "sent", "paid",
    "broke", "bought", "caught", "chose", "drew", "drove", "fought", "flew", "gained", "grew", "heard",
    "knew", "laid", "meant", "quit", "read", "sold", "shot", "shook", "shut", "sank", "spoke", "stood",
    "struck", "swept", "taught", "thought", "threw", "understood", "wore", "ago", "earlier", "previous",
    "latest", "recent", "last", "since", "following", "after",
];
const AUXILIARIES: &[&str] =
    &["to", "will", "would", "not", "must", "can", "could", "should", "shall", "ll", "may", "might"];
const DETERMINERS: &[&str] = &[
    "the", "a", "an", "its", "their", "his", "her", "our", "two", "three", "four", "any", "these", "those",
    "all",
];

static LOOKS_AHEAD: Set<{ size(AHEAD.len()) }> = Set::new(AHEAD);
static LOOKS_BACK: Set<{ size(BEHIND.len()) }> = Set::new(BEHIND);
static IS_AUXILIARY: Set<{ size(AUXILIARIES.len()) }> = Set::new(AUXILIARIES);
static DETERMINES: Set<{ size(DETERMINERS.len()) }> = Set::new(DETERMINERS);

/// True where the text holds nothing but the date, like an entry of a calendar.
pub(super) fn alone(text: &Text<'_>, mention: &DateMention) -> bool {
    text.as_str().trim_matches(|c: char| !c.is_alphanumeric()).len()
        <= mention.whole.end - mention.whole.start
}

/// The direction of the clause that holds `mention`, if its words tell.
pub(super) fn of(text: &Text<'_>, mention: &DateMention) -> Option<Direction> {
    let whole = text.as_str();
    let sentence = text.sentences.get(text.sentence_at(mention.span.start)).copied().unwrap_or(mention.whole);
    let before = words(whole, Span::new(sentence.start, mention.whole.start.max(sentence.start)), true);
    let after = || words(whole, Span::new(mention.span.end, sentence.end.max(mention.span.end)), false);
    // "told to mend it by May": what must be done is still to come.
    // "gave them until March 31 to comply" was said before that day or after it: the nearest is meant.
    let until =
        whole.get(mention.whole.start..).is_some_and(|t| t.starts_with("until") || t.starts_with("till"));
    // "which had to be met by 31 March" is told after that day.
    let had_to = || before.windows(2).any(|w| w == ["had", "to"]);
    if mention.limit && had_to() {
        return Some(Direction::Past);
    }
    // "voted for a merger from January": what was decided on begins later.
    let starts = whole.get(mention.whole.start..).is_some_and(|t| t.starts_with("from "));
    if starts && before.iter().any(|w| known(DECIDES, w)) {
        return Some(Direction::Future);
    }
    if mention.limit && until {
        return before.last().filter(|w| known(&["has", "have"], w)).map(|_| Direction::Future);
    }
    let duty = || {
        let after = after();
        let ahead = |all: &[&str]| (0..all.len()).any(|at| looks_ahead(at, all));
        before.iter().chain(after.first()).any(|w| known(&["to"], w)) || ahead(&before) || ahead(&after)
    };
    if mention.limit && duty() {
        return Some(Direction::Future);
    }
    // "expected to have improved": the nearest word decides, and "to be published" looks ahead.
    nearest((0..before.len()).rev(), &before).or_else(|| {
        let after = after();
        nearest(0..after.len(), &after)
    })
}

/// Walks over the words in the order given.
fn nearest(mut walk: impl Iterator<Item = usize>, all: &[&str]) -> Option<Direction> {
    walk.find_map(|at| tells(at, all))
}

/// What one word tells, with those beside it.
fn tells(at: usize, all: &[&str]) -> Option<Direction> {
    let word = all.get(at).copied()?;
    let previous = at.checked_sub(1).and_then(|i| all.get(i)).copied().unwrap_or("");
    let next = all.get(at + 1).copied().unwrap_or("");
    if planned(word, previous, next) {
        return Some(Direction::Future);
    }
    if looks_ahead(at, all) {
        let said = word.eq_ignore_ascii_case("be") && !IS_AUXILIARY.has_in_any_case(previous);
        return (!said).then_some(Direction::Future);
    }
    // "may end on Tuesday", "may have ended on Tuesday"
    if matches!(word, "may" | "might" | "could" | "can") && !known(&["not"], next) {
        return Some(if known(&["have"], next) { Direction::Past } else { Direction::Future });
    }
    // "will have a meeting" tells nothing.
    let auxiliary = known(&["have", "has"], word) && IS_AUXILIARY.has_in_any_case(previous);
    // "to be made public" looks ahead, whatever the participle.
    let infinite = known(&["be"], previous);
    let back = || LOOKS_BACK.has_in_any_case(word) && !infinite || past_form(word, previous, next);
    (!auxiliary && back()).then_some(Direction::Past)
}

/// True for a word that looks ahead; "requires improvement" is a grade.
fn looks_ahead(at: usize, all: &[&str]) -> bool {
    let grade = |word: &str| {
        word.eq_ignore_ascii_case("requires")
            && all.get(at + 1).is_some_and(|next| next.eq_ignore_ascii_case("improvement"))
    };
    all.get(at).is_some_and(|word| LOOKS_AHEAD.has_in_any_case(word) && !grade(word))
}

/// What people do about something that begins later.
const DECIDES: &[&str] = &["voted", "agreed", "approved", "backed", "asking", "favour", "proposed", "plans"];

/// "is set for", "take effect", "are to", "the deadline is": a plan in the present tense.
fn planned(word: &str, previous: &str, next: &str) -> bool {
    let present = |w: &str| known(&["is", "are", "s", "re"], w);
    match () {
        () if known(&["set"], word) => present(previous) || known(&["to", "for"], next),
        () if known(&["take", "takes", "taking"], word) => known(&["effect"], next),
        () if known(&["is", "are"], word) => next.is_empty() || known(&["to"], next),
        () => false,
    }
}

/// A form in -ed that is a verb: not "the identified areas", not "to be published".
fn past_form(word: &str, previous: &str, next: &str) -> bool {
    let lower = word.len() > 4 && word.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
    let attribute = DETERMINES.has_in_any_case(previous) && !next.is_empty();
    lower && word.ends_with("ed") && !attribute && !known(&["be", "get"], previous)
}

fn known(list: &[&str], word: &str) -> bool {
    list.iter().any(|w| w.eq_ignore_ascii_case(word))
}

/// How many words either way may tell the tense.
const REACH: usize = 60;

/// The words of a stretch nearest to its end, or to its start.
fn words(text: &str, span: Span, to_its_end: bool) -> Vec<&str> {
    let stretch = text.get(span.start..span.end).unwrap_or("");
    let bytes = stretch.as_bytes();
    let letter = |at: usize| match bytes.get(at) {
        None => None,
        Some(b) if b.is_ascii() => Some((b.is_ascii_alphabetic(), 1)),
        Some(_) => {
            stretch.get(at..).and_then(|rest| rest.chars().next()).map(|c| (c.is_alphabetic(), c.len_utf8()))
        }
    };
    let mut words: Vec<&str> = Vec::with_capacity(16);
    let (mut at, mut start) = (0, None);
    while let Some((inside, len)) = letter(at) {
        match (inside, start) {
            (true, None) => start = Some(at),
            (true, Some(_)) => {
                // Letters in a row, most of them of ASCII.
                let more = bytes.get(at..).unwrap_or_default();
                at += more.iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(more.len()).max(len);
                continue;
            }
            (false, Some(from)) => {
                words.extend(stretch.get(from..at));
                start = None;
                if !to_its_end && words.len() == REACH {
                    return words;
                }
            }
            _ => {}
        }
        at += len;
    }
    words.extend(start.and_then(|from| stretch.get(from..)));
    if to_its_end {
        words.drain(..words.len().saturating_sub(REACH));
    }
    words
}
