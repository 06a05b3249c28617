//! Whether a bare "in November" looks back or ahead, by the tense of its clause. Knows verbs and the words that
//! go with a plan; nothing of what is planned.

use crate::find::date::expr::DateMention;
use crate::find::lex::{Line, Lines, Shape};
use crate::text::Text;
use crate::text::table::{Set, size};

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
pub(super) fn alone(text: &Text, mention: &DateMention) -> bool {
    text.as_str().trim_matches(|c: char| !c.is_alphanumeric()).len()
        <= mention.whole.end - mention.whole.start
}

/// The direction of the clause that holds `mention`, if its words tell.
pub(super) fn of(text: &Text, lines: &Lines<'_>, mention: &DateMention) -> Option<Direction> {
    let line = lines.at(mention.span.start);
    let before = Words::up_to(line, line.at(mention.whole.start));
    let after = || Words::from(line, line.at(mention.span.end));
    // "told to mend it by May": what must be done is still to come.
    // "gave them until March 31 to comply" was said before that day or after it: the nearest is meant.
    let here = text.as_str().get(mention.whole.start..).unwrap_or_default();
    let until = here.starts_with("until") || here.starts_with("till");
    // "which had to be met by 31 March" is told after that day.
    let had_to = || before.all().any(|i| before.word(i) == "had" && before.next(i) == "to");
    if mention.limit && had_to() {
        return Some(Direction::Past);
    }
    // "voted for a merger from January": what was decided on begins later.
    if here.starts_with("from ") && before.all().any(|i| known(DECIDES, before.word(i))) {
        return Some(Direction::Future);
    }
    if mention.limit && until {
        return before
            .all()
            .next_back()
            .filter(|i| known(&["has", "have"], before.word(*i)))
            .map(|_| Direction::Future);
    }
    let duty = || {
        let after = after();
        let ahead = |words: &Words<'_>| words.all().any(|i| looks_ahead(words, i));
        let to = before.all().any(|i| known(&["to"], before.word(i)))
            || after.all().next().is_some_and(|i| known(&["to"], after.word(i)));
        to || ahead(&before) || ahead(&after)
    };
    if mention.limit && duty() {
        return Some(Direction::Future);
    }
    // "expected to have improved": the nearest word decides, and "to be published" looks ahead.
    before.all().rev().find_map(|i| tells(&before, i)).or_else(|| {
        let after = after();
        after.all().find_map(|i| tells(&after, i))
    })
}

/// What one word tells, with those beside it.
fn tells(all: &Words<'_>, at: usize) -> Option<Direction> {
    let (word, previous, next) = (all.word(at), all.previous(at), all.next(at));
    if planned(word, previous, next) {
        return Some(Direction::Future);
    }
    if looks_ahead(all, at) {
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
fn looks_ahead(all: &Words<'_>, at: usize) -> bool {
    let word = all.word(at);
    let grade = || word.eq_ignore_ascii_case("requires") && all.next(at).eq_ignore_ascii_case("improvement");
    LOOKS_AHEAD.has_in_any_case(word) && !grade()
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

/// Words of a sentence on one side of a date.
struct Words<'l> {
    line: &'l Line<'l>,
    /// The tokens that hold them.
    from: usize,
    to: usize,
}

impl<'l> Words<'l> {
    /// Those nearest before a token.
    fn up_to(line: &'l Line<'l>, to: usize) -> Self {
        let all = Words { line, from: 0, to };
        let from = if to > REACH { all.all().rev().nth(REACH - 1).unwrap_or(0) } else { 0 };
        Words { from, ..all }
    }

    /// Those nearest from a token on.
    fn from(line: &'l Line<'l>, from: usize) -> Self {
        let all = Words { line, from, to: line.len() };
        let far = all.to.saturating_sub(from) > REACH;
        let to = if far { all.all().nth(REACH - 1).map_or(all.to, |last| last + 1) } else { all.to };
        Words { to, ..all }
    }

    /// Where they stand.
    fn all(&self) -> impl DoubleEndedIterator<Item = usize> {
        (self.from..self.to).filter(|i| self.is_word(*i))
    }

    fn is_word(&self, i: usize) -> bool {
        self.line.token(i).is_some_and(|t| t.shape == Shape::Word)
    }

    fn word(&self, i: usize) -> &'l str {
        self.line.text(i)
    }

    /// The word before another; empty where none is.
    fn previous(&self, i: usize) -> &'l str {
        (self.from..i).rev().find(|i| self.is_word(*i)).map_or("", |i| self.word(i))
    }

    /// The word after another; empty where none is.
    fn next(&self, i: usize) -> &'l str {
        (i + 1..self.to).find(|i| self.is_word(*i)).map_or("", |i| self.word(i))
    }
}
