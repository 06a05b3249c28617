//! Bare numbers that are grades: "a score of four", "was a two", "went up from two to four", "had none". Only where a
//! body is named whose scale is printed as numbers, and only among words of grading. Knows no provider.
//!
//! *What it leaves alone*: every other number (ages, floors, counts, points).
//!
//! *Where it is fooled*: "it had two" of something else, right after a sentence that told stars.

mod marks;
mod noun;

use crate::find::words::{Class, class, class_of, takes};
use crate::knowledge::Knowledge;
use crate::scan::Scan;
use crate::text::table::Pairs;
use crate::text::word::heads;
use crate::text::{Span, beside};
use noun::{Near, Noun, Nouns};

const WORDS: [&str; 7] = ["zero", "one", "two", "three", "four", "five", "six"];

/// How many words before a number are looked at.
const BEFORE: usize = 7;

/// Every bare number that is a grade on a scale of these bodies, with the index of the form it stands for. `labels`
/// are those found so far, in order.
pub(crate) fn find(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    bodies: &[u16],
    labels: &[(Span, u16)],
) -> Vec<(Span, u16)> {
    let mut nouns = Nouns::new(scan, knowledge, bodies, labels);
    if nouns.none() {
        return Vec::new();
    }
    let mut found = marks::find(scan, knowledge, &nouns);
    for &word in scan.numbers.get_or_init(|| numbers(scan)) {
        let Some(number) = Number::read(scan.text.at(word)) else { continue };
        let Some(&sentence) = scan.text.sentences.get(scan.text.sentence_at(word.start)) else { continue };
        let known = labels.iter().chain(&found).any(|(l, _)| l.overlaps(word));
        if known || scan.leaves_out(word) {
            continue;
        }
        let Some((noun, near)) = nouns.at(word, sentence) else { continue };
        let words = Words::new(scan, word, sentence);
        // "has four stars and scored three for housing": a score and no star.
        let noun = match (noun, nouns.top()) {
            (Noun::Star, Some(top))
                if words.says(0, &["scored"]) && words.says_after(&["for", "in", "on"]) =>
            {
                Noun::OutOf { top, told: true }
            }
            _ => noun,
        };
        let span = match words.says(0, &["grade"]) && number.many {
            true => Span::new(words.start_of(0).unwrap_or(word.start), word.end),
            false => word,
        };
        if words.lead(noun, near, number)
            && words.ends()
            && let Some(form) = knowledge.form_index(&noun.form(number.n))
        {
            found.push((span, form));
            nouns.add(span, noun);
        }
    }
    found.sort_unstable_by_key(|(span, _)| *span);
    found
}

/// Every word that may be such a number, in order: both who asks for names and who asks for grades reads them.
fn numbers(scan: &Scan<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    for sentence in scan.text.sentences.iter().filter(|s| may_hold_one(scan.text.at(**s))) {
        let mut at = sentence.start;
        loop {
            at = past_others(scan.text.as_str(), at, sentence.end);
            let Some(word) = beside::after(scan.text.as_str(), at, sentence.end) else { break };
            at = word.span.end;
            if Number::read(scan.text.at(word.span)).is_some() {
                found.push(word.span);
            }
        }
    }
    found
}

/// False for a sentence without such a word: a first look.
fn may_hold_one(sentence: &str) -> bool {
    heads(sentence).any(|word| match word.as_bytes() {
        [b'0'..=b'6', b's', ..] | [b'0'..=b'6'] => true,
        [b'0'..=b'6', next, ..] => !next.is_ascii_alphanumeric(),
        [a, b, c, ..] => begins_number(*a, *b, *c),
        _ => false,
    })
}

/// True for the first three letters of a number that may be a grade.
fn begins_number(a: u8, b: u8, c: u8) -> bool {
    const PAIRS: Pairs = Pairs::new(&["zero", "one", "two", "three", "four", "five", "six", "none"]);
    PAIRS.may_begin_with(a, b)
        && matches!(
            &[a | 0x20, b | 0x20, c | 0x20],
            b"zer" | b"one" | b"two" | b"thr" | b"fou" | b"fiv" | b"six" | b"non"
        )
}

/// Past the words that plainly are no numbers: most are not.
fn past_others(text: &str, mut at: usize, end: usize) -> usize {
    let bytes = text.as_bytes().get(..end).unwrap_or_default();
    loop {
        let start = at + bytes.get(at..).unwrap_or_default().iter().take_while(|b| **b == b' ').count();
        let short = |word: &[u8]| word.iter().all(u8::is_ascii_alphabetic);
        let plain = match bytes.get(start..start + 3) {
            // "of", "a"
            Some(&[a, b' ', _]) => a.is_ascii_alphabetic(),
            Some([word @ .., b' ']) if short(word) => true,
            Some(&[a, b, c]) if a.is_ascii_alphabetic() => !begins_number(a, b, c),
            _ => false,
        };
        if !plain {
            return at;
        }
        let rest = bytes.get(start..).unwrap_or_default();
        let Some(word) = rest.iter().position(|b| *b == b' ' || !b.is_ascii()) else { return at };
        if rest.get(word) != Some(&b' ') {
            return at;
        }
        at = start + word;
    }
}

/// A number as a grade is told by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    n: u8,
    /// "none": a noun that was told before is left out.
    nothing: bool,
    /// "3s", "twos".
    many: bool,
}

impl Number {
    fn read(word: &str) -> Option<Number> {
        let one = |n: u8| Number { n, nothing: false, many: false };
        match word.as_bytes() {
            [d @ b'0'..=b'6'] => Some(one(d - b'0')),
            [d @ b'0'..=b'6', b's'] => Some(Number { many: true, ..one(d - b'0') }),
            [b'n' | b'N', ..] if word.eq_ignore_ascii_case("none") => {
                Some(Number { nothing: true, ..one(0) })
            }
            [b'a'..=b'z' | b'A'..=b'Z', _, _, ..] => {
                let named = |w: &str| WORDS.iter().position(|n| n.eq_ignore_ascii_case(w));
                let single = named(word).map(|n| one(n as u8));
                single.or_else(|| {
                    let n = named(word.strip_suffix('s')?)?;
                    Some(Number { many: true, ..one(n as u8) })
                })
            }
            _ => None,
        }
    }
}

/// The words before a number, the nearest first, and what follows it.
struct Words<'a, 't> {
    scan: &'a Scan<'t>,
    number: Span,
    sentence: Span,
    before: Vec<(Span, Class)>,
}

impl<'a, 't> Words<'a, 't> {
    fn new(scan: &'a Scan<'t>, number: Span, sentence: Span) -> Self {
        let mut before = Vec::new();
        let mut at = number.start;
        while before.len() < BEFORE
            && let Some(word) = beside::before(scan.text.as_str(), at, sentence.start)
        {
            let words = scan.text.at(word.span);
            let class = if takes(words) { Class::Receive } else { class_of(words) };
            before.push((word.span, class));
            at = word.span.start;
        }
        Words { scan, number, sentence, before }
    }

    fn class_at(&self, i: usize) -> Class {
        self.before.get(i).map_or(Class::Other, |w| w.1)
    }

    fn start_of(&self, i: usize) -> Option<usize> {
        self.before.get(i).map(|w| w.0.start)
    }

    fn says(&self, i: usize, words: &[&str]) -> bool {
        self.before.get(i).is_some_and(|w| {
            let here = self.scan.text.at(w.0);
            words.iter().any(|w| w.eq_ignore_ascii_case(here))
        })
    }

    fn any(&self, range: std::ops::Range<usize>, wanted: &[Class]) -> bool {
        range.into_iter().any(|i| wanted.contains(&self.class_at(i)))
    }

    /// True where the words before a number are words of grading.
    fn lead(&self, noun: Noun, near: Near, number: Number) -> bool {
        const GRADE: &[Class] = &[Class::Rate, Class::Give, Class::Receive, Class::Keep];
        const MOVED: &[Class] = &[Class::Fall, Class::Rise, Class::Move];
        let told = !matches!(noun, Noun::OutOf { told: false, .. });
        if number.nothing {
            let has = self.any(0..2, &[Class::Have, Class::Receive, Class::Give]);
            let left = self.says(0, &["to", "from"]) && self.any(1..6, MOVED);
            // "had none in May and none again in July"
            let again = near != Near::Far && self.says(0, &["and"]) && self.says_after(&["again"]);
            return noun == Noun::Star && near != Near::Far && (has || left || again);
        }
        if number.many {
            return told && (self.any(0..5, GRADE) || self.says(0, &["grade", "straight"]));
        }
        // "re-rated as four"
        if self.says(0, &["as"]) {
            return told && noun != Noun::Star && self.class_at(1) == Class::Rate;
        }
        if self.says(0, &["of"]) {
            return self.class_at(1) == Class::Rating && !self.of_others();
        }
        if self.says(
            0,
            &["a", "an", "the", "maximum", "full", "top", "lowest", "highest", "its", "just", "only"],
        ) {
            let place = self.any(1..3, &[Class::Rating]) && self.any(1..BEFORE, GRADE);
            let article = self.says(0, &["a", "an"]);
            let has = article && self.any(1..4, &[Class::Have, Class::Be, Class::Expect]);
            let held = article && self.says(1, &["hold", "holds"]);
            let moved = article && self.says(1, &["from", "to", "at", "of"])
                // "a drop from the two it had"
                || self.says(0, &["the"]) && self.says(1, &["from"]) && self.class_at(2) == Class::Fall;
            let bare = noun == Noun::Star && article;
            // "a 2 for care and a 3 for staffing"
            let listed = article
                && told
                && near == Near::Beside
                && self.says(1, &["and", "but", "with"])
                && self.says_after(&["for", "in", "on"]);
            return !bare && (listed || place || self.any(1..4, GRADE) || has || held || told && moved)
                || self.says(0, &["just", "only"]) && self.has(noun, near, 1);
        }
        if self.says(0, &["from", "to"]) {
            // "cut its festivals from three to two": of those.
            let from = if self.says(0, &["to"]) && self.says(2, &["from"]) { 2 } else { 0 };
            if self.class_at(from + 1) == Class::Other && self.class_at(from + 2) == Class::Possessive {
                return false;
            }
            // "from three stars to two": the noun stands beside it.
            return self.any(1..6, MOVED) || near == Near::Beside;
        }
        if self.says(0, &["with"]) {
            // "made do with one", and "fared better, with three for education"
            let settled = self.says(1, &["do"]) && self.says(2, &["make", "makes", "made", "making"])
                || self.says(1, &["up"]) && self.says(2, &["end", "ends", "ended", "finished"])
                || self.says(1, &["away"]) && self.says(2, &["came", "come", "walked", "sent"]);
            let listed = self.start_of(0).is_some_and(|at| self.after_comma(at)) && self.says_after(&["for"]);
            return told && near != Near::Far && (settled || listed);
        }
        if self.says(0, &["at", "on"]) {
            return told && self.any(1..4, &[Class::Stay]);
        }
        // "scored 3 for safeguarding, 2 for assessing needs and 3 for partnerships"
        let listed = near == Near::Beside && told && self.joins() && self.says_after(&["for", "in", "on"]);
        // "scored it 1 for safeguarding"
        let scored_it = self.says(0, &["it"]) && self.class_at(1) == Class::Rate && self.says_after(&["for"]);
        listed
            || (self.class_at(0) == Class::Rate || scored_it) && noun != Noun::Star
            || self.has(noun, near, 0)
    }

    /// True after "and", "but" or a comma.
    fn joins(&self) -> bool {
        self.after_comma(self.number.start) || self.says(0, &["and", "but"])
    }

    fn after_comma(&self, at: usize) -> bool {
        self.scan.text.as_str().get(..at).unwrap_or("").trim_end().ends_with([',', ';'])
    }

    fn says_after(&self, words: &[&str]) -> bool {
        let next = beside::after(self.scan.text.as_str(), self.number.end, self.sentence.end);
        next.is_some_and(|n| words.contains(&self.scan.text.at(n.span)))
    }

    /// "had three", "kept two": a noun told just before is left out.
    fn has(&self, noun: Noun, near: Near, at: usize) -> bool {
        // "The Crown got 2": where scores have been told.
        let scored = matches!(noun, Noun::OutOf { told: true, .. }) && self.class_at(at) == Class::Receive;
        let told = matches!(noun, Noun::Star | Noun::Grade) || scored;
        let verb = [Class::Have, Class::Receive, Class::Keep].contains(&self.class_at(at));
        let given = self.class_at(at) == Class::Give && self.class_at(at + 1) == Class::Be;
        // "has three hospitals and had two in 1999": of those.
        let of_others = (at + 1..BEFORE).any(|i| {
            let count = self.before.get(i).is_some_and(|w| Number::read(self.scan.text.at(w.0)).is_some());
            count && i > 0 && self.class_at(i - 1) == Class::Other
        });
        told && near != Near::Far && (verb || given) && !of_others && self.closes()
    }

    /// True where no more than a time follows: "had two last year", "has three, up from one".
    fn closes(&self) -> bool {
        let next = beside::after(self.scan.text.as_str(), self.number.end, self.sentence.end);
        next.filter(|b| b.joined).is_none_or(|b| {
            let word = self.scan.text.at(b.span).to_lowercase();
            matches!(class(&word), Class::Before | Class::Now | Class::Conj | Class::Again)
                || matches!(word.as_str(), "in" | "since" | "then" | "until" | "after" | "by" | "from")
        })
    }

    /// "an average score of four" is nobody's grade; "the lowest rating of zero" is one, "the lowest score of four"
    /// is the lowest of some others.
    fn of_others(&self) -> bool {
        let end = matches!(self.scan.text.at(self.number), "0" | "zero" | "five" | "5");
        (2..5).any(|i| {
            self.says(i, &["average", "mean", "median"]) || !end && self.says(i, &["lowest", "highest"])
        })
    }

    /// "a zero hygiene rating", "the five rating".
    fn names_rating(&self) -> bool {
        let mut at = self.number.end;
        for _ in 0..4 {
            let next = beside::after(self.scan.text.as_str(), at, self.sentence.end).filter(|b| b.joined);
            let Some(next) = next else { return false };
            match self.scan.text.at(next.span) {
                "food" | "hygiene" | "safety" | "standards" => at = next.span.end,
                "rating" | "score" | "grade" => return self.says(0, &["a", "an", "the", "its"]),
                _ => return false,
            }
        }
        false
    }

    /// True where the number ends its phrase: no noun follows it.
    fn ends(&self) -> bool {
        let text = self.scan.text.as_str();
        if self.names_rating() {
            return true;
        }
        let Some(next) = beside::after(text, self.number.end, self.sentence.end).filter(|b| b.joined) else {
            return true;
        };
        let word = self.scan.text.at(next.span).to_lowercase();
        // "4 or better"
        let bound = |w: &str| {
            matches!(w, "better" | "above" | "higher" | "worse" | "below" | "lower" | "less" | "fewer")
        };
        let second = beside::after(text, next.span.end, self.sentence.end);
        if word == "or" && second.is_some_and(|w| bound(self.scan.text.at(w.span))) {
            return true;
        }
        if matches!(word.as_str(), "out" | "per" | "of" | "or" | "more" | "new" | "-" | "x" | "times") {
            return false;
        }
        // "from one to the other": what follows has to be a grade too.
        let further = || {
            let second = beside::after(text, next.span.end, self.sentence.end);
            let third = second.and_then(|s| beside::after(text, s.span.end, self.sentence.end));
            [second, third].into_iter().flatten().any(|w| {
                let w = self.scan.text.at(w.span);
                Number::read(w).is_some() || w.eq_ignore_ascii_case("no")
            })
        };
        if word == "to" && self.says(0, &["from"]) && !further() || word == "by" && further() {
            return false;
        }
        !matches!(class(&word), Class::Other | Class::Visit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::passed_over;

    #[test]
    fn a_sentence_that_is_passed_over_holds_no_number() {
        let read = |sentence: &str| {
            let (mut at, mut found) = (0, false);
            while let Some(word) = beside::after(sentence, at, sentence.len()) {
                found |= Number::read(&sentence[word.span.start..word.span.end]).is_some();
                at = word.span.end;
            }
            found
        };
        passed_over::sentences(|s| (!may_hold_one(s)).then(|| !read(s)));
        for sentence in ["It got a 5.", "two stars", "“Threes” for all", "had None", "(6s)"] {
            assert!(may_hold_one(sentence), "{sentence}");
        }
    }
}
