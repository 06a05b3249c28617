//! A grade told as a noun, whatever verb goes with it: "came away with an ‘adequate’", "An inadequate Ofsted judgement
//! landed at Hay Nursery", "the ‘good’ it had enjoyed". Tried last, so it knows no verb of rating; refuses what
//! anybody might get, and what a grade means.

use super::Reader;
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use std::ops::Range;

/// So far behind a grade that opens its clause the one who has it may stand.
const REACH: usize = 14;

/// What is said of a grade that nobody has been given.
const MEANS: &[&str] = &[
    "means", "mean", "signifies", "denotes", "is", "was", "would", "might", "should", "can", "could", "will",
];

/// Who would get one.
const WANTS: &[&str] = &[
    "need", "needs", "needed", "without", "any", "every", "each", "such", "chasing", "dream", "hope", "like",
    "want", "wants", "wanted", "between", "half", "per", "enough", "braced", "bracing", "fear", "fears",
    "feared", "dread", "dreaded",
];

/// What a grade does, by verbs that are no words of judgement.
const DOES: &[&str] = &[
    "came", "comes", "put", "puts", "left", "leaves", "brought", "brings", "led", "follows", "followed",
    "ended", "ends", "marks", "marked", "makes", "made", "took", "takes", "sent", "saw", "sparked",
    "prompted", "triggered", "capped", "that", "it", "they", "he", "she", "pulled", "dragged", "helped",
    "lifted", "spared", "cost", "costs", "meant", "means",
];

impl Reader<'_, '_> {
    /// The grade as the noun of its clause.
    pub(super) fn as_noun(&self, found: &[Frame]) -> Option<Frame> {
        let s = self.s;
        if self.is_statement() || self.is_place() || self.is_verb_form() && !self.quoted() {
            return None;
        }
        if self.in_speech()
            || self.inside_longer_quote()
            || self.is_alternative()
            || self.in_many_cases()
            || self.is_compound()
            || self.glossed_next()
        {
            return None;
        }
        let noun = self.rating_noun();
        let grade = self.noun_phrase(noun)?;
        // "a ‘fair’, one-star service": the stars are the grade; "the rating given to critics by the school"
        let stars = s.item(grade.end) == Some(Item::Stop(','))
            && matches!(s.item(grade.end + 1), Some(Item::Label(_)));
        let to_others = s.is(grade.end, Class::Give)
            && s.says(grade.end + 1, &["to"])
            && !(grade.end + 2..grade.end + 4).any(|i| s.chunks.get(i).is_some_and(|c| c.is_target()));
        let dealt = phrase::of_grade(s, self.label).is_some() || noun.is_some_and(|n| self.the_grade(n));
        if self.means(grade.end) && !dealt || stars || to_others {
            return None;
        }
        let clause = self.own_clause(grade.start);
        let verb = clause.clone().rev().find(|&i| phrase::is_verb(&s.chunks[i]));
        let judged = |i: &usize| {
            matches!(
                s.item(*i),
                Some(Item::Provider(_) | Item::Group(_) | Item::Service(_) | Item::Aspect(_))
            ) || s.is(*i, Class::Pronoun)
        };
        // "The school's ‘good’ of 2014"
        let owner = grade.clone().find(|i| matches!(s.item(*i), Some(Item::Provider(_))));
        let before = clause.clone().any(|i| judged(&i));
        let after = || {
            (grade.end..(grade.end + REACH).min(s.chunks.len()))
                .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(';' | ':') | Item::Label(_))))
                .find(|&i| matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))))
        };
        // "Hay School, fresh from a ‘good’", "the school, with an ‘outstanding’": before the comma.
        let apposed = clause.start.checked_sub(2).filter(|i| {
            s.item(i + 1) == Some(Item::Stop(',')) && matches!(s.item(*i), Some(Item::Provider(_)))
        });
        let (head, subject) = match (owner, verb) {
            (Some(owner), _) => (grade.start, owner..owner + 1),
            (None, Some(verb)) if before => (verb, clause),
            (None, _) if before => (grade.start, clause),
            (None, Some(verb)) => (verb, verb..verb),
            _ if apposed.is_some() => (grade.start, clause.start - 2..clause.start - 1),
            _ => {
                let of = after().map_or(grade.start..grade.start, |of| of..of + 1);
                // "Its ‘good’ for caring was the only bright spot"
                let own = grade
                    .clone()
                    .any(|i| s.is(i, Class::Possessive) || matches!(s.item(i), Some(Item::Body(_))));
                // "saw its good rating replaced by an inadequate one": whose the other is.
                let other = noun.and_then(|n| found.last().filter(|_| s.at(n).eq_ignore_ascii_case("one")));
                match other {
                    Some(frame) if of.is_empty() => (grade.start, frame.subject.clone()),
                    None if of.is_empty() && !own && !dealt => return None,
                    _ => (grade.start, of),
                }
            }
        };
        let mut frame = self.frame(head, subject, head..head, "grade-noun");
        // "the ‘good’ it had enjoyed since 2014"
        let had = (grade.end..grade.end + 3).any(|i| s.says(i, &["had"]));
        let clause_of = s.says(grade.end, &["that", "which", "it", "they"]);
        if clause_of && had {
            frame.status = Some(Status::Previous);
        }
        // "the ‘adequate’ that HMICFRS bestowed on the force for leadership"
        if clause_of && frame.listed.is_empty() && frame.unknown.is_empty() {
            let whole = |i: &usize| !matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_)));
            let last = (grade.end..s.chunks.len()).take_while(whole).find(|&i| s.says(i, &["for"]));
            let parts = last.map(|i| self.parts_after(i, false));
            if let Some(parts) = parts {
                (frame.listed, frame.unknown) = (parts.listed, parts.unknown);
            }
        }
        Some(frame).filter(|f| dealt || !self.is_nobodys(f))
    }

    /// "The poor rating was a shock to staff": the one that the sentence before is about.
    fn the_grade(&self, noun: usize) -> bool {
        const NOUNS: &[&str] = &["rating", "grade", "judgement", "judgment", "verdict", "grading"];
        let s = self.s;
        let first = self.label.checked_sub(1 + usize::from(self.quoted()));
        let the = first.is_some_and(|i| s.says(i, &["the", "its", "this"]));
        let opens = first.is_some_and(|i| i == 0);
        the && opens && s.says(noun, NOUNS) && (self.run || self.visited_before())
    }

    /// The items of the grade's noun phrase, with its article and the noun for grades behind it.
    fn noun_phrase(&self, noun: Option<usize>) -> Option<Range<usize>> {
        let s = self.s;
        let mut start = self.label - usize::from(self.quoted());
        let own = |i: usize| {
            s.is_any(i, &[Class::Filler, Class::Again, Class::Now, Class::Before])
                || s.says(i, &["first", "second", "third", "latest", "another", "coveted", "new", "overall"])
        };
        while start > 0 && own(start - 1) {
            start -= 1;
        }
        // "the rating of good that Ofsted gave the school", "its current rating of good"
        let of = start.checked_sub(2).filter(|&i| s.is(i, Class::Rating) && s.says(i + 1, &["of"]));
        let noun = noun.or(of);
        start = of.unwrap_or(start);
        while start > 0 && own(start - 1) {
            start -= 1;
        }
        let article = start.checked_sub(1).filter(|&i| {
            s.is_any(i, &[Class::Det, Class::Possessive])
                || matches!(s.item(i), Some(Item::Provider(_) | Item::Body(_))) && s.owns(i)
                || s.says(
                    i,
                    &[
                        "another", "inspectors", "chiefs", "bosses", "inspectors'", "inspectors’", "chiefs'",
                        "chiefs’",
                    ],
                )
        });
        let past = self.label + 1 + usize::from(self.quoted());
        let end = noun.map_or(past, |n| past.max(n + 1));
        let inspectors =
            || (0..s.chunks.len()).any(|i| matches!(s.item(i), Some(Item::Body(_)))) || self.body_speaks();
        let holds = match noun {
            Some(n) => {
                let told = || inspectors() || phrase::of_grade(s, self.label).is_some() || self.the_grade(n);
                let led = article.is_some() || self.several_for_areas(n);
                led && (self.quoted() || s.is(n, Class::Rating) && told())
            }
            None if self.quoted() => {
                let plain = s.says(end, DOES) || !self.modifies() && self.kind_noun().is_none();
                article.is_some() && plain
            }
            // "a poor Ofsted report"
            None => {
                let report = matches!(s.item(end), Some(Item::Body(_)))
                    && !matches!(s.item(end + 1), None | Some(Item::Stop(_)));
                self.is_noun() && inspectors() && !report
            }
        };
        holds.then(|| article.unwrap_or(start)..end)
    }

    /// "Inadequate marks for safety and leadership dragged": grades of several areas, at the head of their clause.
    fn several_for_areas(&self, noun: usize) -> bool {
        let s = self.s;
        let first = self.label - usize::from(self.quoted());
        let opens = first == 0
            || matches!(s.item(first - 1), Some(Item::Stop(_)))
            || s.says(first - 1, &["but", "and"]);
        let area = |i: &usize| matches!(s.item(*i), Some(Item::Aspect(_) | Item::Service(_)));
        opens && s.at(noun).ends_with('s') && self.parts(false).listed.iter().any(area)
    }

    /// The clause that the noun phrase closes: from the last mark or word that opens one.
    fn own_clause(&self, end: usize) -> Range<usize> {
        let s = self.s;
        let opens = |i: &usize| {
            matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_))) || s.is_any(*i, &[Class::Opens])
        };
        let start = (0..end).rev().find(opens).map_or(0, |i| i + 1);
        start..end
    }

    /// "An ‘outstanding’ means", "needs a ‘good’": what anybody might get.
    fn means(&self, end: usize) -> bool {
        let s = self.s;
        let any = |i: usize| s.says(i, WANTS) || s.is_any(i, &[Class::If, Class::Aim, Class::Must]);
        let one = s.says(self.own_clause(self.label).start, &["a", "an"]);
        let gloss = one && (s.says(end, MEANS) || s.says(end, &["meant"]) && !self.body_speaks());
        let of_kind = s.says(self.label.saturating_sub(3), &["with"])
            || s.says(self.label.saturating_sub(2), &["with"]);
        gloss
            || of_kind && self.head().is_some_and(|head| self.any_of_kind(head))
            || (self.label.saturating_sub(6)..self.label).any(any)
    }
}
