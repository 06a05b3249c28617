//! The frames that a verb or a rating noun opens: rated, given, is, told. Knows no order of trying them.

use super::{Reader, gloss, of_areas, rows};
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;

impl Reader<'_, '_> {
    /// "rated good", "rated the school good", "judged to be good".
    pub(super) fn rated(&self, verb: usize, rule: &'static str) -> Frame {
        let s = self.s;
        let object = verb + 1..self.label;
        let has_object =
            object.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun) || self.is_the_unit(i));
        let rule = if has_object { "rated/active" } else { rule };
        let mut named = self.named_after();
        // "Ofsted rated as good Tey School and Hay School"
        if named.is_empty() && !has_object && s.says(self.label.wrapping_sub(1), &["as"]) {
            let passive = s.is(verb.wrapping_sub(1), Class::Be);
            named = if passive { named } else { rows::names_from(s, self.label + 1, 2) };
        }
        if !named.is_empty() {
            let mut frame = self.frame(verb, verb..verb, object, "rated/list");
            frame.end = named.last().map_or(frame.end, |l| l + 1);
            // "rated poor for children's services: A, B and C": a service of each.
            let first = named.first().copied().unwrap_or(frame.end);
            let of_all = |i: &usize| *i < first && matches!(s.item(*i), Some(Item::Service(_)));
            frame.listed = frame.listed.iter().copied().filter(of_all).chain(named).collect();
            return frame;
        }
        let subject = match (has_object, self.relative_object(verb).or_else(|| self.beside_participle(verb)))
        {
            (true, _) => verb..verb,
            (false, Some(of)) => of,
            (false, None) => phrase::subject(&s.chunks, verb),
        };
        let areas = self.areas_after(&subject);
        let mut frame = self.frame(verb, subject, object, rule);
        if !areas.is_empty() {
            frame.end = areas.last().map_or(frame.end, |l| l + 1);
            frame.listed = areas;
        }
        frame
    }

    /// The passive verb before its agent and "to be": "found by inspectors to be good".
    pub(super) fn passive_before(&self, at: usize) -> Option<usize> {
        let s = self.s;
        let verb = (at.saturating_sub(8)..at).rev().find(|&i| s.is_any(i, &[Class::Rate, Class::Find]))?;
        let agent = s.says(verb + 1, &["by"])
            && (verb + 2..at).all(|i| {
                matches!(s.item(i), Some(Item::Body(_) | Item::Date(_)))
                    || s.is_any(i, &[Class::Prep, Class::Det, Class::Visit])
                    || s.says(i, &["inspectors", "inspector"])
            });
        agent.then_some(verb)
    }

    /// "the standards of the pupils are described as good": an aspect in a sentence of a report.
    pub(super) fn aspect_described(&self, verb: usize) -> bool {
        let s = self.s;
        let subject = phrase::subject(&s.chunks, verb);
        let aspect = s.chunks[subject].iter().any(|c| matches!(c.item, Item::Aspect(_)));
        let report = (0..verb).any(|i| s.is(i, Class::Visit) || matches!(s.item(i), Some(Item::Body(_))));
        let passive = s.is(verb.wrapping_sub(1), Class::Be);
        let takes = s.says(verb + 1, &["as", "to"]);
        takes
            && passive
            && (report || self.run || self.sibling())
            && aspect
            && self.ends_phrase()
            && !self.in_speech()
    }

    /// "was given a good rating", "received an overall “good” assessment", "gave the school a good rating".
    pub(super) fn given(&self, verb: usize, noun: Option<usize>) -> Option<Frame> {
        let s = self.s;
        // "was given outstanding for leadership"
        // "was given a 5, very good, for staffing"
        let glosses =
            gloss::number_before(s, self.label).is_some() && s.item(self.label + 1) == Some(Item::Stop(','));
        let graded = s.says(self.label + 1 + usize::from(glosses), &["for", "in", "on"])
            && phrase::listed_after(s, self.label + 1, false)
                .0
                .iter()
                .any(|&i| matches!(s.item(i), Some(Item::Aspect(_))));
        // "awarded the college a very good for its provision"
        let noun_for = || {
            s.is(verb, Class::Give)
                && s.says(self.label + 1, &["for"])
                && s.says(self.label.wrapping_sub(1), &["a", "an"])
                && matches!(s.item(verb.wrapping_sub(1)), Some(Item::Body(_)))
                && !self.parts(true).unknown.is_empty()
        };
        // "was given good for welding and for joinery"
        let plain_for = || {
            s.says(self.label + 1, &["for"])
                && self.label == verb + 1 + usize::from(s.says(verb + 1, &["a", "an"]))
                && !self.parts(true).unknown.is_empty()
                && !self.in_speech()
        };
        // "gave inadequate to safety"
        let to = s.is(verb, Class::Give)
            && s.says(self.label + 1, &["to"])
            && phrase::listed_after(s, self.label + 1, true).0.iter().any(|&i| self.is_area(i));
        // "For safety it got inadequate"
        let fronted = || self.ends_phrase() && of_areas::opens_with_area(s, verb);
        let graded = graded || noun_for() || plain_for() || to || fronted();
        let bare =
            !self.marked_off() || s.at(verb).ends_with("ing") && !self.quoted() && !self.self_evident();
        // "was handed requires improvement by the watchdog"
        let article = s.says(self.label.wrapping_sub(1), &["a", "an"]) && self.label == verb + 2;
        // "got a good, sound report"
        let apart = !matches!(s.item(self.label + 2), Some(Item::Label(_)));
        let direct = (self.label == verb + 1 || article)
            && self.ends_phrase()
            && !s.says(self.label + 1, &["at", "for", "on"])
            && (self.is_verb_form()
                || article && (self.run || self.first_of_two() || apart && self.sibling())
                || self.run && self.of_aspects(verb)
                || self.body_speaks()
                || (0..s.chunks.len()).any(|i| matches!(s.item(i), Some(Item::Body(_)))));
        let direct = direct && (article || !s.at(verb).ends_with("ing"));
        // "received a double excellent"
        let double = s.says(self.label.wrapping_sub(1), &["double"]);
        if noun.is_none() && !graded && bare && !direct && !double && !self.is_flag() {
            return None;
        }
        // "got good grades in earlier reports" tells no one grade.
        let many = noun.is_some_and(|n| s.says(n, &["grades", "ratings", "scores", "marks"]));
        if many && !self.marked_off() {
            let figure = noun.is_some_and(|n| s.says(n, &["scores", "marks"]));
            let (listed, _) = phrase::listed_after(s, self.label + 1, false);
            // "gave good ratings to Tey School and Hay School"
            let to = noun.filter(|&n| s.says(n + 1, &["to", "for"])).map_or(self.label, |n| n + 2);
            let whom = to > self.label && !rows::names_from(s, to, 2).is_empty();
            let areas = listed.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))));
            // "gave Tey School and Hay School good ratings"
            let each =
                (verb + 1..self.label).filter(|&i| matches!(s.item(i), Some(Item::Provider(_)))).count();
            if !whom && each < 2 && (figure || !areas) {
                return None;
            }
        }
        let object = verb + 1..self.label;
        let gives = s.is(verb, Class::Give);
        let has_object = object.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
        let passive = (0..verb).rev().take(3).any(|i| s.is(i, Class::Be));
        let beside = self.beside_participle(verb).filter(|_| gives && !passive && !has_object);
        let subject = match beside {
            Some(of) => of,
            None if gives && !passive => verb..verb,
            None => phrase::subject(&s.chunks, verb),
        };
        // "Four trusts got three stars: A, B, C and D"
        let named = self.named_after();
        let one = |i: usize| s.chunks[i].is_target() && !matches!(s.item(i), Some(Item::Group(_)));
        if !named.is_empty() && !subject.clone().any(one) && !has_object {
            return Some(Frame {
                end: named.last().map_or(self.label + 1, |l| l + 1),
                listed: named,
                ..self.frame(verb, verb..verb, verb..verb, "rated/list")
            });
        }
        let rule = match (gives, has_object && !passive) {
            (true, true) => "given/active",
            (true, false) => "given/passive",
            _ => "received",
        };
        Some(self.frame(verb, subject, object, rule))
    }

    /// "is “good”", "are now serving some people well", "the overall rating is good".
    pub(super) fn copula(&self, verb: usize, noun: Option<usize>) -> Option<Frame> {
        let s = self.s;
        let mut subject = phrase::subject(&s.chunks, verb);
        // "The Limes was told that its services were outstanding"
        let told = subject.start.checked_sub(2).filter(|&t| s.says(t, &["told"]) && s.says(t + 1, &["that"]));
        if let Some(told) = told.filter(|_| self.is_whole_service(&subject)) {
            let of = phrase::subject(&s.chunks, told);
            let named = of.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
            return (named && !self.in_speech()).then(|| self.frame(verb, of, verb + 1..self.label, "is"));
        }
        let there = s.says(verb.wrapping_sub(1), &["there"]);
        if there {
            subject = verb..verb;
        }
        // "Both were good at …", "Both had been good"
        let all = (verb.saturating_sub(3)..verb).rev().find(|&i| s.says(i, &["both"]));
        // "In 2010 both were good"
        let time =
            |i: usize| matches!(s.item(i), Some(Item::Date(_) | Item::Stop(','))) || s.is(i, Class::Prep);
        let both = all.filter(|_| subject.clone().all(time));
        if let Some(both) = both {
            subject = both..both + 1;
        }
        let both = both.is_some();
        // "all but one – leadership, which they said was outstanding"
        if let Some(of) = self.said_of(verb) {
            return Some(self.frame(verb, of, verb + 1..self.label, "is"));
        }
        // "the provisional outcome was poor for leadership"
        let outcome = |i: usize| {
            s.says(i, &["outcome", "result"])
                && (s.is(i.wrapping_sub(1), Class::Draft)
                    || s.says(i.wrapping_sub(1), &["overall", "inspection", "final"])
                    || s.says(i.wrapping_sub(1), &["the"]) && i + 1 == subject.end && self.after_visit(i))
        };
        // "The school's overall effectiveness is good"
        let whole = |i: usize| {
            s.says(i, &["effectiveness"]) && s.says(i.wrapping_sub(1), &["overall"]) && self.ends_phrase()
        };
        // "Its credit rating was poor"
        let other = |i: usize| {
            s.says(i.wrapping_sub(1), &["credit", "approval", "energy", "popularity", "bond", "debt"])
        };
        let about_rating =
            subject.clone().any(|i| s.is(i, Class::Rating) && !other(i) || outcome(i) || whole(i))
                || noun.is_some();
        // "the lowest score of any branch was two": a place in a table. "Exam results were ‘outstanding’": no grade.
        let exam = |i: usize| s.says(i, &["exam", "exams", "gcse", "gcses", "a-level", "a-levels", "sats"]);
        if subject
            .clone()
            .any(|i| s.is(i, Class::Position) || exam(i) && s.says(i + 1, &["results", "result", "scores"]))
        {
            return None;
        }
        let about_target = both
            || subject
                .clone()
                .any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun) || self.is_count(i))
            || phrase::leads_area(s, &subject).is_some();
        // "Outcomes for prisoners were poor for safety"
        let (of_what, _) = phrase::listed_after(s, self.label + 1, false);
        let outcomes = subject.clone().any(|i| s.says(i, &["outcomes"]))
            && of_what.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))));
        // "concluded that the service was unlikely to improve": a wording of no adjective.
        // "This is a good school", where inspectors say it.
        let this = subject.len() == 1 && s.says(subject.start, &["this"]) && self.kind_noun().is_some();
        let outcomes = outcomes || this;
        let unit = self.own_axis() && subject.clone().any(|i| self.is_the_unit(i));
        let about_target = about_target || outcomes || unit || self.is_whole_service(&subject);
        let formal = self.long_form() || self.quoted();
        let reported = (0..self.label).any(|i| {
            s.is_any(i, &[Class::Say, Class::Find, Class::Visit]) || matches!(s.item(i), Some(Item::Body(_)))
        });
        if let Some(list) = self.list_of(verb) {
            return Some(list);
        }
        let once = (verb.saturating_sub(2)..self.label).any(|i| s.says(i, &["previously", "formerly"]));
        // "At its last inspection it was good", "inspectors judged that the home was good"
        let visit = (0..verb).any(|i| {
            s.says(i, &["last", "previous"])
                && ((i + 1..i + 3).any(|j| s.is(j, Class::Visit))
                    || s.says(i + 1, &["came", "called", "went", "looked", "reported"]))
                || s.is(i, Class::Rate) && s.says(i + 1, &["that"])
                // "its verdict is that the home is good"
                || s.is(i, Class::Be)
                    && s.says(i + 1, &["that"])
                    && (i.saturating_sub(8)..i).any(|j| s.is(j, Class::Rating))
        });
        // "its ratings were inadequate": many, and what somebody thinks of them.
        let many = subject.clone().any(|i| s.says(i, &["ratings", "grades", "scores"])) && !self.marked_off();
        if many && !self.self_evident() && phrase::listed_after(s, self.label + 1, false).0.is_empty() {
            return None;
        }
        let holds = match (about_rating, about_target) {
            (_, true) if once || visit && (self.ends_phrase() || self.kind_noun().is_some()) => true,
            (_, true) if this && self.body_speaks() => true,
            (_, true) if self.under_old_rules() && (self.ends_phrase() || self.kind_noun().is_some()) => true,
            (true, _) => {
                let (listed, _) = phrase::listed_after(s, self.label + 1, false);
                // "The overall rating remains good"
                let stays =
                    s.is(verb, Class::Stay) && self.ends_phrase() || about_target && self.stays_of_kind(verb);
                self.marked_off() || stays || s.is(verb, Class::Be) && (!there || !listed.is_empty())
            }
            (false, true) => {
                self.marked_off()
                    || self.long_form()
                    || self.own_axis() && !(self.is_verb_form() && self.goes_on())
                    || s.at(self.label).ends_with("rated")
                    || self.bare_judgement(verb, &subject)
            }
            // "there were two stars for Marling Heath"
            (false, false) if there && self.self_evident() => {
                let (listed, _) = phrase::listed_after(s, self.label + 1, false);
                listed.iter().any(|&i| matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))))
            }
            (false, false) => there && formal && reported && !self.is_statement(),
        };
        let rule = if there { "is/there" } else { "is" };
        if !holds && let Some(areas) = self.plain_areas(verb) {
            return Some(areas);
        }
        let told = holds && !self.in_speech() || about_rating && self.own_stars(verb, &subject);
        told.then(|| self.frame(verb, subject, verb + 1..self.label, rule))
    }

    /// "its poor Joint Review rating", "the good rating": a rating noun carries the label by itself.
    pub(super) fn noun_frame(&self, from: usize) -> Option<Frame> {
        let s = self.s;
        if self.in_speech() && !self.we_keep() {
            return None;
        }
        // "narrowly missed out on an outstanding rating", "escaped an inadequate rating"
        let fails = |i: usize| s.is(i, Class::Fail) || s.says(i, &["escaped", "escapes", "dodged"]);
        if let Some(fail) = (0..self.label).rev().take(6).find(|&i| fails(i)) {
            let subject = phrase::subject(&s.chunks, fail);
            let missed = self.frame(fail, subject, fail + 1..self.label, "missed");
            let status = (!s.is(fail, Class::Fail)).then_some(Status::NotAchieved);
            return Some(Frame { status, ..missed });
        }
        // "fell just short of an outstanding rating"
        let short = (0..self.label).rev().take(6).find(|&i| s.says(i, &["short"]) && s.says(i + 1, &["of"]));
        let fell = short.and_then(|i| (i.saturating_sub(3)..i).rev().find(|&v| s.is(v, Class::Fall)));
        if let Some(fell) = fell {
            let subject = phrase::subject(&s.chunks, fell);
            let missed = self.frame(fell, subject, fell + 1..self.label, "missed");
            return Some(Frame { status: Some(Status::NotAchieved), ..missed });
        }
        // "The visit resulted in an ‘inadequate’ rating"
        if let Some((verb, subject)) = self.resulted_in(self.label) {
            return Some(self.frame(verb, subject, verb + 1..self.label, "rating-noun"));
        }
        // "celebrates a glowing report and ‘good’ rating"
        let and = (from.saturating_sub(1)..self.label).rev().find(|&i| s.says(i, &["and"]));
        let carries = |verb: &usize| {
            s.is_any(*verb, &[Class::Give, Class::Receive, Class::Keep, Class::Have]) && !self.sibling()
        };
        // "found a fair, one-star service"
        let double = self.label.checked_sub(1).and_then(|comma| gloss::word_before(s, comma));
        let first = double.filter(|_| self.self_evident()).unwrap_or(self.label);
        let verb = phrase::governor(&s.chunks, first)
            .or_else(|| and.and_then(|and| phrase::governor(&s.chunks, and)).filter(carries));
        let possessive = (from..self.label)
            .rev()
            .chain((0..self.label).rev().take(2))
            .find(|&i| s.is(i, Class::Possessive) || s.chunks[i].is_target());
        match verb {
            Some(verb) => {
                let subject = phrase::subject(&s.chunks, verb);
                let improved = s.is(verb, Class::Rise) && s.says(verb + 1, &["on", "upon"])
                    // "lifted out of the inadequate category"
                    || s.is_any(verb, &[Class::Rise, Class::Move, Class::Fall])
                        && s.says(verb + 1, &["out"])
                        && s.says(verb + 2, &["of"]);
                let mut frame = self.frame(verb, subject, verb + 1..self.label, "rating-noun");
                if improved {
                    frame.status = Some(Status::Previous);
                    frame.rule = "improved-on";
                }
                Some(frame)
            }
            None if self.recorded().is_some() => {
                let verb = self.recorded()?;
                Some(self.frame(verb, verb..verb, verb + 1..self.label, "rating-noun"))
            }
            // "Despite the ‘inadequate’ rating, the home …"
            None if s.says(0, &["despite"])
                && (1..self.label).all(|i| {
                    s.is(i, Class::Det) || matches!(s.item(i), Some(Item::Open | Item::Body(_)))
                }) =>
            {
                Some(self.frame(0, 0..0, 0..0, "rating-noun"))
            }
            None => {
                let subject = possessive.map(|p| p..p + 1).or_else(|| self.clause_subject())?;
                Some(self.frame(subject.start, subject.clone(), subject.start..self.label, "rating-noun"))
            }
        }
    }

    /// "needs to improve the parking": the wording has an object of its own.
    pub(super) fn goes_on(&self) -> bool {
        let next = self.label + 1;
        self.s.is_any(next, &[Class::Det, Class::Possessive, Class::Other, Class::Prep, Class::All])
            && !self.s.says(next, &["by", "after", "following", "in", "overall", "further", "urgently"])
    }
}
