//! The words around a bare number by which it is a grade: "a score of four", "went up from two to four", "had none". Knows
//! neither bodies nor scales.

use super::begins_number;
use super::noun::{Near, Noun};
use crate::find::words::{Class, class, class_of, takes};
use crate::knowledge::lexicon::{NameForm, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside};

const WORDS: [&str; 7] = ["zero", "one", "two", "three", "four", "five", "six"];

/// How many words before a number are looked at.
pub(super) const BEFORE: usize = 7;

/// A number as a grade is told by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) n: u8,
    /// "none": a noun that was told before is left out.
    nothing: bool,
    /// "3s", "twos".
    pub(super) many: bool,
}

impl Number {
    pub(super) fn read(word: &str) -> Option<Number> {
        let one = |n: u8| Number { n, nothing: false, many: false };
        match word.as_bytes() {
            [d @ b'0'..=b'6'] => Some(one(d - b'0')),
            [d @ b'0'..=b'6', b's'] => Some(Number { many: true, ..one(d - b'0') }),
            [b'n' | b'N', ..] if word.eq_ignore_ascii_case("none") => {
                Some(Number { nothing: true, ..one(0) })
            }
            [b'n' | b'N', ..] if word.eq_ignore_ascii_case("nought") => Some(one(0)),
            [a, b, c, ..] if begins_number(*a, *b, *c) => {
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
pub(super) struct Words<'a, 't> {
    pub(super) scan: &'a Scan<'t>,
    pub(super) number: Span,
    pub(super) sentence: Span,
    pub(super) before: Vec<(Span, Class)>,
}

/// Before a number that stands by itself: "a solitary one".
const LONE: &[&str] = &["solitary", "lone", "mere", "lowly", "single"];

impl<'a, 't> Words<'a, 't> {
    pub(super) fn new(scan: &'a Scan<'t>, number: Span, sentence: Span) -> Self {
        let mut before = Vec::with_capacity(BEFORE);
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

    pub(super) fn class_at(&self, i: usize) -> Class {
        self.before.get(i).map_or(Class::Other, |w| w.1)
    }

    pub(super) fn start_of(&self, i: usize) -> Option<usize> {
        self.before.get(i).map(|w| w.0.start)
    }

    pub(super) fn says(&self, i: usize, words: &[&str]) -> bool {
        self.before.get(i).is_some_and(|w| {
            let here = self.scan.text.at(w.0);
            words.iter().any(|w| w.eq_ignore_ascii_case(here))
        })
    }

    pub(super) fn any(&self, range: std::ops::Range<usize>, wanted: &[Class]) -> bool {
        range.into_iter().any(|i| wanted.contains(&self.class_at(i)))
    }

    /// True where the words before a number are words of grading.
    pub(super) fn lead(&self, noun: Noun, near: Near, number: Number) -> bool {
        const GRADE: &[Class] = &[Class::Rate, Class::Give, Class::Receive, Class::Keep];
        const MOVED: &[Class] = &[Class::Fall, Class::Rise, Class::Move];
        if noun == Noun::Untold {
            return !number.nothing && !number.many && self.untold();
        }
        let told = !matches!(noun, Noun::OutOf { told: false, .. });
        if number.nothing {
            let has = self.any(0..2, &[Class::Have, Class::Receive, Class::Give]);
            let left = self.says(0, &["to", "from"]) && self.any(1..6, MOVED);
            // "had none in May and none again in July"
            let again = near != Near::Far && self.says(0, &["and"]) && self.says_after(&["again"]);
            let compared = self.says(0, &["with", "to"]) && self.says(1, &["compared"]);
            return noun == Noun::Star && near != Near::Far && (has || left || again || compared);
        }
        if number.many {
            // "a one for housing and twos for education and benefits"
            let listed = near == Near::Beside && self.joins() && self.says_after(&["for", "in", "on"]);
            return told && (self.any(0..5, GRADE) || self.says(0, &["grade", "straight"]) || listed);
        }
        // "re-rated as four"
        if self.says(0, &["as"]) {
            return told && noun != Noun::Star && self.class_at(1) == Class::Rate;
        }
        // "a rating of four", "of just one"
        let only = usize::from(self.says(0, &["just", "only", "a", "barely"]) || self.says(0, LONE));
        if self.says(only, &["of"]) && (only == 0 || self.class_at(2) == Class::Rating) {
            return self.class_at(only + 1) == Class::Rating && !self.of_others();
        }
        if self.says(
            0,
            &["a", "an", "the", "maximum", "full", "top", "lowest", "highest", "its", "just", "only"],
        ) || self.says(0, LONE)
        {
            let place = self.any(1..3, &[Class::Rating]) && self.any(1..BEFORE, GRADE);
            let article = self.says(usize::from(self.says(0, LONE)), &["a", "an"]);
            let has = article && self.any(1..4, &[Class::Have, Class::Be, Class::Expect]);
            // "all but three have the maximum five"
            let most = self.says(0, &["maximum", "full"]) && self.any(1..4, &[Class::Have]);
            let held = article && self.says(1, &["hold", "holds"]) || most;
            let moved = article && self.says(1, &["from", "to", "at", "of"])
                // "a drop from the two it had"
                || self.says(0, &["the"]) && self.says(1, &["from"]) && self.class_at(2) == Class::Fall;
            // "gave Loch Dhu nursing home a two for staffing"
            let area = || {
                let rates = self.any(1..3, &[Class::Conj]) || self.any(1..BEFORE, GRADE);
                article && noun != Noun::Star && rates && self.leads_area()
            };
            // "those with a five", "came away with a zero"
            let with = article && matches!(noun, Noun::OutOf { .. }) && self.says(1, &["with"]);
            let bare = noun == Noun::Star && article;
            // "A five was handed to the Bell", "the only zero went to the Bell": "the five went to the Bell" by bus.
            let handed = noun != Noun::Star && !self.says(0, &["the", "its"]) && self.goes_to();
            // "a 2 for care and a 3 for staffing"
            // "a 1 for needs, after people had waited for months, and a 2 for safety"
            let clause = || self.start_of(1).is_some_and(|at| self.after_comma(at));
            // "Engineering was given a four and leadership a five"
            let gapped = article && told && near == Near::Beside && self.ends_phrase() && self.after_area();
            if gapped {
                return true;
            }
            // "three for care, but only two for staffing"
            let listed = (article || self.says(0, &["just", "only"]))
                && told
                && (near == Near::Beside || near != Near::Far && clause())
                && (self.says(1, &["and", "but", "with"])
                    || self.says(1, &["only", "just"]) && self.says(2, &["and", "but", "with"]))
                && (self.says_after(&["for", "in", "on", "overall"]) || self.ends_phrase());
            return !bare
                && (listed
                    || place
                    || self.any(1..4, GRADE)
                    || has
                    || with
                    || held
                    || handed
                    || told && moved
                    || area())
                || self.says(0, &["just", "only"]) && self.has(noun, near, 1);
        }
        if self.says(0, &["from", "to"]) {
            // "cut its festivals from three to two": of those.
            let from = if self.says(0, &["to"]) && self.says(2, &["from"]) { 2 } else { 0 };
            if self.class_at(from + 1) == Class::Other && self.class_at(from + 2) == Class::Possessive {
                return false;
            }
            // "slipped to one star, whereas Stow Water held on to four"
            if self.says(0, &["to"]) && self.says(1, &["on"]) && self.class_at(2) == Class::Keep {
                return noun == Noun::Star && near != Near::Far && self.closes();
            }
            // "from three stars to two": the noun stands beside it.
            return self.any(1..6, MOVED) || near == Near::Beside;
        }
        // "Its food hygiene rating is 1"
        let aside =
            || self.start_of(0).is_some_and(|at| self.after_comma(at)) && self.any(2..7, &[Class::Rating]);
        if self.class_at(0) == Class::Be && (self.class_at(1) == Class::Rating || aside()) {
            return noun != Noun::Star && self.ends_phrase() && !self.of_others();
        }
        if self.says(0, &["with"]) {
            // "made do with one", and "fared better, with three for education"
            let settled = self.says(1, &["do"]) && self.says(2, &["make", "makes", "made", "making"])
                || self.says(1, &["up"]) && self.says(2, &["end", "ends", "ended", "finished"])
                || self.says(1, &["away"]) && self.says(2, &["came", "come", "walked", "sent"]);
            let listed = self.start_of(0).is_some_and(|at| self.after_comma(at)) && self.says_after(&["for"]);
            // "lost a star, leaving it with two"
            let left = self.says(1, &["it", "them"]) && self.says(2, &["leaving", "leaves", "left"]);
            // "got two stars, compared with three a year ago"
            let compared = self.says(1, &["compared"]);
            return told && near != Near::Far && (settled || listed || left || compared);
        }
        if self.says(0, &["at", "on"]) {
            // "was marked at two"
            let marked = self.says(0, &["at"]) && self.class_at(1) == Class::Rate && noun != Noun::Star;
            return told && (marked || self.any(1..4, &[Class::Stay]));
        }
        // "scored 3 for safeguarding, 2 for assessing needs and 3 for partnerships"
        // "three stars went to Marle Water and two to Stow Water"
        let to = self.says_after(&["to"]) && self.given_before();
        // "four for benefits, where claims are settled in 24 days, and three for housing"
        let past_clause = || {
            near != Near::Far && self.start_of(0).is_some_and(|at| self.after_comma(at)) && self.leads_area()
        };
        let listed = (near == Near::Beside || past_clause())
            && told
            && self.joins()
            && (to || self.says_after(&["for", "in", "on", "each"]));
        // "gave Fenwell Council three for use of resources"
        // "was awarded four for benefits"
        let gave = noun != Noun::Star
            && (self.class_at(0) == Class::Other && (self.any(1..5, &[Class::Give]) || self.scores_name())
                || matches!(self.class_at(0), Class::Give | Class::Receive))
            && self.leads_area();
        // "Housing scored two and the environment one"
        let gapped =
            told && near == Near::Beside && noun != Noun::Star && self.ends_phrase() && self.after_area()
                || matches!(noun, Noun::OutOf { told: true, .. })
                    && near == Near::Beside
                    && self.after_name();
        // "scored it 1 for safeguarding"
        let scored_it = self.says(0, &["it"]) && self.class_at(1) == Class::Rate && self.says_after(&["for"]);
        listed
            || gave
            || gapped
            || (self.class_at(0) == Class::Rate || scored_it) && noun != Noun::Star
            || self.has(noun, near, 0)
    }

    /// True after "and", "but" or a comma.
    pub(super) fn joins(&self) -> bool {
        self.after_comma(self.number.start) || self.says(0, &["and", "but"])
    }

    pub(super) fn after_comma(&self, at: usize) -> bool {
        self.scan.text.as_str().get(..at).unwrap_or("").trim_end().ends_with([',', ';'])
    }

    pub(super) fn says_after(&self, words: &[&str]) -> bool {
        let next = beside::after(self.scan.text.as_str(), self.number.end, self.sentence.end);
        next.is_some_and(|n| words.contains(&self.scan.text.at(n.span)))
    }

    /// "two grade fives and a four."
    pub(super) fn ends_phrase(&self) -> bool {
        beside::after(self.scan.text.as_str(), self.number.end, self.sentence.end).is_none_or(|n| !n.joined)
    }

    /// "had three", "kept two": a noun told just before is left out.
    fn has(&self, noun: Noun, near: Near, at: usize) -> bool {
        // "The Crown got 2": where scores have been told.
        let scored = matches!(noun, Noun::OutOf { told: true, .. }) && self.class_at(at) == Class::Receive;
        // "three have zero": as no other number is had.
        let zero = matches!(noun, Noun::OutOf { .. }) && self.scan.text.at(self.number) == "zero";
        let told = matches!(noun, Noun::Star | Noun::Grade) || scored || zero;
        let verb = [Class::Have, Class::Receive, Class::Keep].contains(&self.class_at(at));
        let given = self.class_at(at) == Class::Give && self.class_at(at + 1) == Class::Be;
        // "Places given five included:" over a list of them.
        let heads =
            matches!(noun, Noun::OutOf { .. }) && self.class_at(at) == Class::Give && self.heads_list();
        // "has three hospitals and had two in 1999": of those.
        let of_others = (at + 1..BEFORE).any(|i| {
            let count = self.before.get(i).is_some_and(|w| Number::read(self.scan.text.at(w.0)).is_some());
            let noun = i > 0 && self.class_at(i - 1) == Class::Other;
            count && noun && !self.says(i - 1, &["star", "stars"])
        });
        // "was awarded five by food hygiene inspectors": where the sentence names whose scores are numbers.
        let by_body = matches!(noun, Noun::OutOf { .. })
            && matches!(self.class_at(at), Class::Give | Class::Receive)
            && self.says_after(&["by", "for", "from"])
            && self
                .scan
                .within(self.sentence)
                .iter()
                .any(|h| matches!(h.sense, Sense::Body { form: NameForm::Grade | NameForm::Name, .. }));
        heads || by_body || told && near != Near::Far && (verb || given) && !of_others && self.closes()
    }

    /// True where nothing but "included" stands between the number and a colon that ends the sentence.
    fn heads_list(&self) -> bool {
        let rest = self.scan.text.as_str().get(self.number.end..self.sentence.end).unwrap_or_default();
        matches!(rest.trim(), ":" | "included:" | "include:" | "are:" | "were:")
    }

    /// True where no more than a time follows: "had two last year", "has three, up from one".
    fn closes(&self) -> bool {
        let next = beside::after(self.scan.text.as_str(), self.number.end, self.sentence.end);
        next.filter(|b| b.joined).is_none_or(|b| {
            let word = self.scan.text.at(b.span).to_lowercase();
            // "having had three a year earlier"
            let ago = || {
                let next = beside::after(self.scan.text.as_str(), b.span.end, self.sentence.end);
                let unit = next.map_or("", |n| self.scan.text.at(n.span));
                word == "a" && matches!(unit, "year" | "month" | "week" | "decade" | "fortnight")
            };
            ago()
                || matches!(class(&word), Class::Before | Class::Now | Class::Conj | Class::Again)
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
    pub(super) fn ends(&self) -> bool {
        let text = self.scan.text.as_str();
        if self.names_rating() || self.heads_list() || self.goes_to() {
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
        // "a zero or a one"
        let third = second.and_then(|s| beside::after(text, s.span.end, self.sentence.end));
        let or_a = second.is_some_and(|w| self.scan.text.at(w.span) == "a")
            && third.is_some_and(|w| Number::read(self.scan.text.at(w.span)).is_some());
        if word == "or" && or_a {
            return true;
        }
        // "rated one as outstanding and 31 as good": a count.
        if matches!(word.as_str(), "as" | "out" | "per" | "of" | "or" | "more" | "new" | "-" | "x" | "times")
        {
            return false;
        }
        // "only one has been rated good"
        if self.says(0, &["only", "just"]) && matches!(class(&word), Class::Have | Class::Be) {
            return false;
        }
        // "a two for one offer"
        let one = second.is_some_and(|w| Number::read(self.scan.text.at(w.span)).is_some());
        // "a five for eight years"
        const SPANS: &[&str] = &["years", "months", "weeks", "decades", "inspections"];
        let long = third.is_some_and(|w| SPANS.contains(&self.scan.text.at(w.span)));
        if word == "for"
            && one
            && !long
            && !Number::read(self.scan.text.at(self.number)).is_some_and(|n| n.many)
        {
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
