//! Numbers that a verb of giving tells for grades: "three stars went to Marle and two to Stow", "graded one for safety".
//! Knows no noun of grades.

use super::lead::{BEFORE, Number, Words};
use crate::find::words::{Class, class_of};
use crate::knowledge::lexicon::{NameForm, Sense};
use crate::text::beside;

impl Words<'_, '_> {
    /// "was handed to", "went to" right after the number.
    pub(super) fn goes_to(&self) -> bool {
        let mut at = self.number.end;
        let mut word = || {
            let next = beside::after(self.scan.text.as_str(), at, self.sentence.end).filter(|b| b.joined)?;
            at = next.span.end;
            Some(self.scan.text.at(next.span))
        };
        let mut verb = word();
        while verb.is_some_and(|w| matches!(class_of(w), Class::Be | Class::Have)) {
            verb = word();
        }
        verb.is_some_and(|w| class_of(w) == Class::Give || matches!(w, "went" | "goes"))
            && word() == Some("to")
    }

    /// "went to", "were handed to", "gave one star to" before the number: another was given first.
    pub(super) fn given_before(&self) -> bool {
        let gave =
            |i: usize| self.class_at(i) == Class::Give || self.says(i, &["went", "goes", "star", "stars"]);
        (1..BEFORE).any(|i| self.says(i, &["to"]) && (i + 1..i + 4).any(gave))
    }

    /// "gave the school a two overall", "was graded one for safety", "Staying safe was given a one": without a noun told
    /// before, a verb of grading and what the number is for.
    pub(super) fn untold(&self) -> bool {
        const VERBS: &[Class] = &[Class::Rate, Class::Give, Class::Receive];
        let article = usize::from(self.says(0, &["a", "an"]));
        let graded = self.class_at(0) == Class::Rate && !self.says(0, &["considered"])
            || article == 1 && self.any(1..BEFORE, VERBS);
        // "gave her a three for maths": a pupil's.
        const SOMEBODY: &[&str] =
            &["her", "him", "me", "us", "them", "you", "pupils", "children", "students", "staff", "each"];
        let somebody = article == 1 && self.says(1, SOMEBODY);
        let area = self.says_after(&["for"]) && self.leads_area();
        let area = area || self.says_after(&["overall"]) || self.of_area(article);
        graded && !somebody && (area || self.by_body())
    }

    /// "was graded three by Ofsted", "got a three from Estyn": whose grade it is, right behind.
    fn by_body(&self) -> bool {
        if !self.says_after(&["by", "from"]) {
            return false;
        }
        let near = self.scan.hits.partition_point(|hit| hit.start < self.number.end);
        let mut hits = self.scan.hits[near..].iter().take_while(|hit| hit.start < self.number.end + 12);
        let named =
            |sense: &Sense| matches!(sense, Sense::Body { form: NameForm::Grade | NameForm::Name, .. });
        hits.any(|hit| named(&hit.sense))
    }

    /// "a two for staffing", "a 2 (weak) for care": an area that a framework has by name stands right after.
    pub(super) fn leads_area(&self) -> bool {
        let text = self.scan.text.as_str();
        let prep = |at: usize| beside::after(text, at, self.sentence.end);
        // "three each for housing and benefits"
        let each = prep(self.number.end).filter(|b| self.scan.text.at(b.span) == "each");
        let for_ = prep(each.map_or(self.number.end, |b| b.span.end))
            .filter(|b| matches!(self.scan.text.at(b.span), "for" | "in" | "on"));
        let Some(from) = for_.map(|b| b.span.end) else { return false };
        let near = self.scan.hits.partition_point(|hit| hit.start < from);
        let hits = self.scan.hits[near..].iter().take_while(|hit| hit.start < from + 16);
        hits.into_iter().any(|hit| matches!(hit.sense, Sense::Aspect(_)))
    }

    /// "scored Marle Council two for housing": the name after the verb.
    pub(super) fn scores_name(&self) -> bool {
        let name = self.start_of(0).and_then(|at| self.scan.text.as_str().get(at..));
        let capital = name.is_some_and(|n| n.starts_with(char::is_uppercase));
        capital && (1..5).any(|i| self.says(i, &["scored", "marked", "graded", "scores", "marks", "grades"]))
    }

    /// True where an area ends right before the article.
    pub(super) fn after_area(&self) -> bool {
        self.start_of(0).is_some_and(|at| self.ends_area(at))
    }

    /// True where an area ends right before this place.
    pub(super) fn ends_area(&self, at: usize) -> bool {
        let near = self.scan.hits.partition_point(|hit| hit.start < self.sentence.start);
        let mut hits = self.scan.hits[near..].iter().take_while(|hit| hit.start < at);
        hits.any(|hit| hit.end + 1 == at && matches!(hit.sense, Sense::Aspect(_) | Sense::Service(_)))
    }

    /// "The Bell scored five, The Plough four and The Red Lion one": a name right before the number, in a row of such.
    pub(super) fn after_name(&self) -> bool {
        let name = self.start_of(0).and_then(|at| self.scan.text.as_str().get(at..));
        let capital = name.is_some_and(|n| n.starts_with(char::is_uppercase));
        let number =
            |i: usize| self.before.get(i).is_some_and(|w| Number::read(self.scan.text.at(w.0)).is_some());
        capital && (1..BEFORE).any(number) && (self.ends_phrase() || self.says_after(&["and"]))
    }

    /// "Staying safe was given a one": an area is the subject of the verb right before the number.
    pub(super) fn of_area(&self, verb: usize) -> bool {
        let Some(be) = self.start_of(verb + 1).filter(|_| self.class_at(verb + 1) == Class::Be) else {
            return false;
        };
        let verb_of = matches!(self.class_at(verb), Class::Rate | Class::Give);
        let near = self.scan.hits.partition_point(|hit| hit.start < self.sentence.start);
        let mut hits = self.scan.hits[near..].iter().take_while(|hit| hit.start < be);
        verb_of && hits.any(|hit| hit.end + 1 == be && matches!(hit.sense, Sense::Aspect(_)))
    }
}
