//! Judgements: which label was given to whom. A label counts only in a rating frame (a rating verb, a rating
//! noun, a copula with a provider or a graded aspect); by itself it is an adjective.
//!
//! Sieves, the most certain first: rated (passive, active) · given and received · moved from one label to
//! another · is · told to improve · listed. Each reads one label and says which items are its arguments;
//! `relate::target` says who they are, `relate::status` how surely it was given.

use crate::fact::{Basis, Direction, Status};
use crate::find::words::Class;
use crate::knowledge::Knowledge;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::Story;
use std::ops::Range;

/// The frames of one sentence, in order of their labels.
pub(crate) fn frames(story: &Story<'_>, sentence: &Sentence<'_>) -> Vec<Frame> {
    let mut found: Vec<Frame> = Vec::new();
    for label in 0..sentence.chunks.len() {
        let Some(Item::Label(ix)) = sentence.item(label) else { continue };
        let Some(form) = story.labels.get(ix).map(|l| l.ix) else { continue };
        let reader = Reader { story, s: sentence, label, paraphrase: is_paraphrase(story.knowledge, form) };
        let frame = reader.read().or_else(|| reader.coordinated(&found));
        found.extend(frame);
    }
    moves(story, sentence, &mut found);
    ellipses(sentence, &mut found);
    found
}

/// "…, as was leadership", "and so were care and safety": the label of the frame before, for other aspects.
fn ellipses(s: &Sentence<'_>, found: &mut Vec<Frame>) {
    for at in 1..s.chunks.len() {
        if !s.says(at - 1, &["as", "so"]) || !s.is(at, Class::Be) && !s.says(at, &["did"]) {
            continue;
        }
        let Some(before) = found.iter().rev().find(|f| f.label < at && f.status != Some(Status::Previous))
        else {
            continue;
        };
        let listed: Vec<usize> = (at + 1..s.chunks.len())
            .take_while(|&i| {
                s.chunks[i].is_target()
                    || matches!(s.item(i), Some(Item::Stop(',') | Item::Open | Item::Close))
                    || s.is_any(i, &[Class::Conj, Class::Det, Class::Possessive, Class::Prep, Class::Filler])
            })
            .filter(|&i| s.chunks[i].is_target())
            .collect();
        if !listed.is_empty() {
            let end = listed.last().map_or(at, |l| l + 1);
            let frame = Frame {
                subject: at..at,
                object: at..at,
                listed,
                end,
                rule: "rated/ellipsis",
                basis: Basis::Inferred,
                ..before.clone()
            };
            found.push(frame);
        }
    }
}

fn is_paraphrase(knowledge: &Knowledge, form: u16) -> bool {
    knowledge.only_paraphrases(form)
}

struct Reader<'a, 't> {
    story: &'a Story<'t>,
    s: &'a Sentence<'t>,
    label: usize,
    paraphrase: bool,
}

impl Reader<'_, '_> {
    fn read(&self) -> Option<Frame> {
        if self.paraphrase {
            return self.told();
        }
        if self.inside_longer_quote() || self.is_alternative() {
            return None;
        }
        let noun = self.rating_noun();
        let head = self.head();
        // "was judged ‘good’ less than two years ago": marks and verb leave no doubt.
        let complement = head.is_some_and(|h| {
            let object = self.s.chunks[h].is_target() || self.s.is(h, Class::Pronoun);
            object && phrase::governor(&self.s.chunks, h + 1).is_some_and(|v| self.s.is(v, Class::Rate))
        });
        let sure =
            complement || self.quoted() && head.is_some_and(|h| self.s.is_any(h, &[Class::Rate, Class::Be]));
        if noun.is_none() && !sure && self.modifies() {
            return None;
        }
        self.by_head(head, noun)
    }

    /// The frame that the word before the label opens.
    fn by_head(&self, head: Option<usize>, noun: Option<usize>) -> Option<Frame> {
        let s = self.s;
        let Some(head) = head else { return noun.and_then(|_| self.noun_frame(0)) };
        match s.item(head)? {
            Item::Word(Class::Rate) => Some(self.rated(head, "rated/passive")),
            Item::Word(Class::Be) if s.is(head.wrapping_sub(1), Class::Rate) => {
                Some(self.rated(head - 1, "rated/passive"))
            }
            Item::Word(Class::Be)
                if s.says(head.wrapping_sub(1), &["to"])
                    && s.is_any(head.wrapping_sub(2), &[Class::Rate, Class::Find]) =>
            {
                Some(self.rated(head - 2, "rated/passive"))
            }
            Item::Word(Class::Be)
                if s.says(head.wrapping_sub(1), &["to"]) && self.object_before(head - 1).is_some() =>
            {
                Some(self.rated(self.object_before(head - 1)?, "rated/active"))
            }
            Item::Word(Class::Be | Class::Stay) => self.copula(head, noun),
            Item::Word(Class::Find) if self.quoted() => Some(self.rated(head, "found/passive")),
            Item::Word(Class::Prep)
                if s.says(head, &["to"]) && s.is_any(head.wrapping_sub(1), &[Class::Rate, Class::Find]) =>
            {
                Some(self.rated(head - 1, "rated/passive"))
            }
            Item::Word(Class::Have) if self.long_form() => Some(self.carried(head, "has")),
            Item::Word(Class::Say) | Item::Word(Class::Opens) if self.is_verb_form() => self.told(),
            Item::Provider(_) | Item::Aspect(_) | Item::Word(Class::Pronoun)
                if self.is_verb_form() && self.told().is_some() =>
            {
                self.told()
            }
            // "said it ‘requires improvement’", "the sixth form requires improvement".
            Item::Provider(_)
            | Item::Aspect(_)
            | Item::Service(_)
            | Item::Word(Class::Pronoun | Class::All)
                if self.is_verb_form() && !self.in_speech() =>
            {
                let subject = phrase::subject(&s.chunks, self.label);
                if s.chunks[subject.clone()].iter().any(|c| matches!(c.item, Item::Aspect(_))) {
                    return Some(self.frame(head, subject, head + 1..self.label, "requires"));
                }
                let listed = !phrase::listed_after(s, self.label + 1, false).0.is_empty();
                let aspect = matches!(s.item(head), Some(Item::Aspect(_)));
                (self.quoted() || listed || aspect)
                    .then(|| self.frame(head, head..head + 1, head + 1..self.label, "requires"))
            }
            Item::Word(Class::Give | Class::Receive | Class::Keep | Class::Lose) => self.given(head, noun),
            Item::Word(Class::Prep) if s.says(head, &["of"]) && s.is(head.wrapping_sub(1), Class::Rating) => {
                let verb = phrase::governor(&s.chunks, head - 1)?;
                Some(self.carried(verb, "rated/rating-of"))
            }
            Item::Word(Class::Prep)
                if s.says(head, &["at", "as"]) && s.is(head.wrapping_sub(1), Class::Rate) =>
            {
                Some(self.rated(head - 1, "rated/passive"))
            }
            // "Safe: requires improvement", "Bella Pasta Ely - 0/5": a line of its own.
            Item::Stop(':' | '–' | '—') if self.opens_line(head) => {
                Some(self.frame(head, 0..head, head..head, "line"))
            }
            Item::Word(Class::Rating | Class::Position) => {
                let verb = phrase::governor(&s.chunks, head)?;
                Some(self.carried(verb, "rated/rating-apposition"))
            }
            Item::Provider(_)
            | Item::Group(_)
            | Item::Aspect(_)
            | Item::Service(_)
            | Item::Word(Class::Pronoun) => {
                let verb = phrase::governor(&s.chunks, head + 1)?;
                match s.item(verb)? {
                    Item::Word(Class::Rate) => Some(self.rated(verb, "rated/active")),
                    Item::Word(Class::Find) if self.quoted() || self.body_says(verb) => {
                        Some(self.rated(verb, "found/active"))
                    }
                    Item::Word(Class::Give) => self.given(verb, noun),
                    _ => noun.and_then(|_| self.noun_frame(head + 1)),
                }
            }
            _ if self.quoted() && noun.is_none() => self.unknown_object(head),
            _ => noun.and_then(|_| self.noun_frame(head + 1)),
        }
    }

    /// "rated the jail's education and work ‘inadequate’": the object is none that the knowledge names.
    fn unknown_object(&self, head: usize) -> Option<Frame> {
        let verb = phrase::governor(&self.s.chunks, head + 1).filter(|&v| self.s.is(v, Class::Rate))?;
        let passive = (0..verb).rev().take(2).any(|i| self.s.is(i, Class::Be));
        (!passive && head > verb).then(|| Frame { rule: "rated/unknown", ..self.rated(verb, "rated/active") })
    }

    /// The word before the label, past marks, articles and fillers: "been rated [as] [an overall] “good”".
    fn head(&self) -> Option<usize> {
        let s = self.s;
        let mut at = self.label;
        while at > 0 {
            at -= 1;
            let passed = s.item(at) == Some(Item::Open)
                || s.is_any(at, &[Class::Det, Class::Filler, Class::Again, Class::Now, Class::Not])
                || s.says(at, &["as"]) && !s.is(at.wrapping_sub(1), Class::Rate);
            // "graded two, or ‘weak’": the number says the same.
            let glossed = s.says(at, &["or"])
                && at >= 2
                && s.item(at - 1) == Some(Item::Stop(','))
                && matches!(s.item(at - 2), Some(Item::Number(_) | Item::Label(_)));
            if glossed {
                at -= 2;
                continue;
            }
            if !passed {
                return Some(at);
            }
        }
        None
    }

    /// The rating verb before an object and "to be": "judged the school to be good".
    fn object_before(&self, at: usize) -> Option<usize> {
        let verb = phrase::governor(&self.s.chunks, at)?;
        let object = (verb + 1..at).any(|i| self.s.chunks[i].is_target() || self.s.is(i, Class::Pronoun));
        (object && self.s.is_any(verb, &[Class::Rate, Class::Find])).then_some(verb)
    }

    /// "the inspectorate described the school's attainment as adequate": a body, and "as" before the label.
    fn body_says(&self, verb: usize) -> bool {
        let body = (verb.saturating_sub(4)..verb)
            .any(|i| matches!(self.s.item(i), Some(Item::Body(_))) || self.s.is(i, Class::Pronoun));
        body && self.s.says(self.label.wrapping_sub(1), &["as"])
    }

    /// True when nothing but a provider, an aspect or "overall" stands before a colon or dash.
    fn opens_line(&self, stop: usize) -> bool {
        let named = (0..stop).all(|i| {
            self.s.chunks[i].is_target()
                || self.s.is_any(
                    i,
                    &[Class::Filler, Class::Rating, Class::Det, Class::Conj, Class::Prep, Class::Be],
                )
        });
        named
            && (0..stop).any(|i| self.s.chunks[i].is_target() || self.s.says(i, &["overall"]))
            && !self.modifies()
    }

    /// A label that is a verb itself: "requires improvement".
    fn is_verb_form(&self) -> bool {
        let first = self.s.at(self.label).split_whitespace().next().unwrap_or("").to_lowercase();
        matches!(first.as_str(), "requires" | "required" | "require" | "needs" | "needed" | "must")
    }

    /// "rated good", "rated the school good", "judged to be good".
    fn rated(&self, verb: usize, rule: &'static str) -> Frame {
        let s = self.s;
        let object = verb + 1..self.label;
        let has_object = object.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
        let rule = if has_object { "rated/active" } else { rule };
        let named = phrase::named_after(s, self.label + 1);
        if !named.is_empty() {
            let mut frame = self.frame(verb, verb..verb, object, "rated/list");
            frame.end = named.last().map_or(frame.end, |l| l + 1);
            frame.listed = named;
            return frame;
        }
        let subject = if has_object { verb..verb } else { phrase::subject(&s.chunks, verb) };
        self.frame(verb, subject, object, rule)
    }

    /// "was given a good rating", "received an overall “good” assessment", "gave the school a good rating".
    fn given(&self, verb: usize, noun: Option<usize>) -> Option<Frame> {
        let s = self.s;
        if noun.is_none() && !self.marked_off() {
            return None;
        }
        // "got good grades in earlier reports" tells no one grade.
        if noun.is_some_and(|n| s.says(n, &["grades", "ratings", "scores", "marks"])) && !self.marked_off() {
            return None;
        }
        let object = verb + 1..self.label;
        let gives = s.is(verb, Class::Give);
        let has_object = object.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
        let passive = (0..verb).rev().take(3).any(|i| s.is(i, Class::Be));
        let subject = if gives && !passive { verb..verb } else { phrase::subject(&s.chunks, verb) };
        let rule = match (gives, has_object && !passive) {
            (true, true) => "given/active",
            (true, false) => "given/passive",
            _ => "received",
        };
        Some(self.frame(verb, subject, object, rule))
    }

    /// "is “good”", "are now serving some people well", "the overall rating is good".
    fn copula(&self, verb: usize, noun: Option<usize>) -> Option<Frame> {
        let s = self.s;
        let mut subject = phrase::subject(&s.chunks, verb);
        let there = s.says(verb.wrapping_sub(1), &["there"]);
        if there {
            subject = verb..verb;
        }
        let about_rating = subject.clone().any(|i| s.is(i, Class::Rating)) || noun.is_some();
        // "the lowest score of any branch was two": a place in a table.
        if subject.clone().any(|i| s.is(i, Class::Position)) {
            return None;
        }
        let about_target = subject.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
        let formal = self.long_form() || self.quoted();
        let reported = (0..self.label).any(|i| {
            s.is_any(i, &[Class::Say, Class::Find, Class::Visit]) || matches!(s.item(i), Some(Item::Body(_)))
        });
        let once = (verb.saturating_sub(2)..self.label).any(|i| s.says(i, &["previously", "formerly"]));
        let holds = match (about_rating, about_target) {
            (_, true) if once => true,
            (true, _) => self.marked_off() || s.is(verb, Class::Be) && !there,
            (false, true) => self.marked_off() || self.long_form() || self.own_axis(),
            (false, false) => there && formal && reported,
        };
        let rule = if there { "is/there" } else { "is" };
        (holds && !self.in_speech()).then(|| self.frame(verb, subject, verb + 1..self.label, rule))
    }

    /// "its poor Joint Review rating", "the good rating": a rating noun carries the label by itself.
    fn noun_frame(&self, from: usize) -> Option<Frame> {
        let s = self.s;
        if self.in_speech() {
            return None;
        }
        // "narrowly missed out on an outstanding rating"
        if let Some(fail) = (0..self.label).rev().take(6).find(|&i| s.is(i, Class::Fail)) {
            let subject = phrase::subject(&s.chunks, fail);
            return Some(self.frame(fail, subject, fail + 1..self.label, "missed"));
        }
        let verb = phrase::governor(&s.chunks, self.label);
        let possessive = (from..self.label)
            .rev()
            .chain((0..self.label).rev().take(2))
            .find(|&i| s.is(i, Class::Possessive) || s.chunks[i].is_target());
        match verb {
            Some(verb) => {
                let subject = phrase::subject(&s.chunks, verb);
                let improved = s.is(verb, Class::Rise) && s.says(verb + 1, &["on", "upon"]);
                let mut frame = self.frame(verb, subject, verb + 1..self.label, "rating-noun");
                if improved {
                    frame.status = Some(Status::Previous);
                    frame.rule = "improved-on";
                }
                Some(frame)
            }
            None => possessive.map(|p| self.frame(p, p..p + 1, p..self.label, "rating-noun")),
        }
    }

    /// "was told it needs to improve", "told it must improve".
    fn told(&self) -> Option<Frame> {
        let s = self.s;
        let told = (0..self.label)
            .rev()
            .take(12)
            .find(|&i| s.says(i, &["told", "ordered", "warned", "instructed", "urged"]))?;
        let passive = (0..told).rev().take(3).any(|i| s.is_any(i, &[Class::Be, Class::Have]));
        let subject = phrase::subject(&s.chunks, told);
        let has_subject = subject.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
        let goes_on = self.paraphrase && self.goes_on();
        if !passive || !has_subject || goes_on || self.in_speech() {
            return None;
        }
        let mut frame = self.frame(told, subject, told + 1..told + 1, "told/must-improve");
        if self.paraphrase {
            frame.basis = Basis::Paraphrased;
        }
        Some(frame)
    }

    /// "needs to improve the parking": the wording has an object of its own.
    fn goes_on(&self) -> bool {
        let next = self.label + 1;
        self.s.is_any(next, &[Class::Det, Class::Possessive, Class::Other, Class::Prep, Class::All])
            && !self.s.says(next, &["by", "after", "following", "in", "overall", "further", "urgently"])
    }

    /// A verb that carries a rating noun: receives, gives, is, falls to.
    fn carried(&self, verb: usize, rule: &'static str) -> Frame {
        let s = self.s;
        let passive = (0..verb).rev().take(3).any(|i| s.is(i, Class::Be));
        let gives = s.is(verb, Class::Give) && !passive;
        let subject = if gives { verb..verb } else { phrase::subject(&s.chunks, verb) };
        self.frame(verb, subject, verb + 1..self.label, rule)
    }

    /// A further label of a frame just read: "good for X, outstanding for Y", "good for X but poor for Y".
    fn coordinated(&self, found: &[Frame]) -> Option<Frame> {
        let s = self.s;
        let last = found.last()?;
        if self.paraphrase || self.inside_longer_quote() || self.rating_noun().is_none() && self.modifies() {
            return None;
        }
        let gap = last.end..self.label;
        // "a two-star service with promising prospects"
        let second_axis =
            self.own_axis() && gap.clone().any(|i| s.says(i, &["with", "and"])) && gap.len() <= 4;
        let joined = gap.clone().all(|i| {
            matches!(s.item(i), Some(Item::Stop(',' | ';') | Item::Open | Item::Close))
                || s.is_any(
                    i,
                    &[Class::Conj, Class::Det, Class::Filler, Class::Prep, Class::Possessive, Class::Again],
                )
                || s.chunks[i].is_target()
                || s.is(i, Class::Other) && second_axis
                || s.is(i, Class::Be) && i + 1 == self.label && s.chunks[i - 1].is_target()
        });
        if !joined || gap.is_empty() || gap.len() > 12 {
            return None;
        }
        let (listed, end) = phrase::listed_after(s, self.label + 1, false);
        let mut frame = Frame {
            label: self.label,
            listed,
            end: end.max(self.label + 1),
            rule: "rated/coordinated",
            ..last.clone()
        };
        // "rated A good and B poor": what stands between is what the second label is for.
        frame.unknown = self.unknown_after(&frame.listed);
        let own = gap.clone().any(|i| s.chunks[i].is_target());
        let letters = |i: usize| s.at(i).bytes().any(|b| b.is_ascii_digit());
        let choice = gap.clone().any(|i| s.says(i, &["or"]));
        if own && frame.listed.is_empty() {
            frame.object = gap;
            frame.subject = frame.head..frame.head;
        } else if frame.unknown.is_some() {
            // "‘good’ at A, ‘adequate’ at B"
        } else if second_axis && frame.listed.is_empty() {
            frame.object = frame.head..frame.head;
        } else if frame.listed.is_empty() && letters(self.label) && letters(last.label) && !choice {
            // "graded C1, G1 and V2": three grades of three kinds.
        } else if frame.listed.is_empty() && last.listed.is_empty() {
            // Two bare labels in a row ("good or outstanding") are one choice, not two judgements.
            return None;
        }
        frame.change = None;
        Some(frame)
    }

    fn frame(&self, head: usize, subject: Range<usize>, object: Range<usize>, rule: &'static str) -> Frame {
        let (listed, end) = phrase::listed_after(self.s, self.label + 1, self.s.is(head, Class::Give));
        Frame {
            label: self.label,
            head,
            subject,
            object,
            unknown: self.unknown_after(&listed),
            listed,
            end: end.max(self.label + 1),
            status: None,
            change: None,
            basis: Basis::Stated,
            rule,
        }
    }

    /// "‘good’ at responding to the public": marks, "at" or "for", and a few words that no framework has.
    fn unknown_after(&self, listed: &[usize]) -> Option<Range<usize>> {
        let s = self.s;
        let start = self.label + 2;
        let several = (0..s.chunks.len()).filter(|&i| matches!(s.item(i), Some(Item::Label(_)))).count() > 1;
        if !listed.is_empty() || !self.quoted() || !several || !s.says(start, &["at", "for"]) {
            return None;
        }
        let end = (start + 1..s.chunks.len()).take(9).find(|&i| {
            matches!(
                s.item(i),
                Some(Item::Stop(_) | Item::Open | Item::Label(_) | Item::Body(_) | Item::Date(_))
            ) || s.is(i, Class::Conj)
                || s.says(i, &["by", "after", "following", "in", "when"])
        });
        let end = end.unwrap_or((start + 9).min(s.chunks.len()));
        let gerund =
            s.at(start + 1).ends_with("ing") || s.is_any(start + 1, &[Class::Det, Class::Possessive]);
        (gerund && end > start + 1).then_some(start + 1..end)
    }

    /// The rating noun right after the label: "“good” overall Ofsted rating".
    fn rating_noun(&self) -> Option<usize> {
        let s = self.s;
        (self.label + 1..s.chunks.len())
            .take(5)
            .take_while(|&i| {
                matches!(s.item(i), Some(Item::Close | Item::Body(_)))
                    || s.is_any(i, &[Class::Filler, Class::Rating, Class::Visit])
                    || s.says(i, &["joint", "star", "food", "hygiene", "safety"])
            })
            .find(|&i| s.is(i, Class::Rating) || s.is(i, Class::Visit) && self.marked_off())
    }

    /// True when the label stands before an ordinary noun: "good progress".
    fn modifies(&self) -> bool {
        let s = self.s;
        let mut next = self.label + 1;
        while s.item(next) == Some(Item::Close) {
            next += 1;
        }
        match s.item(next) {
            Some(Item::Word(Class::Other | Class::Improve | Class::Draft)) => {
                let w = s.at(next);
                !(self.self_evident()
                    && matches!(
                        w,
                        "service"
                            | "council"
                            | "authority"
                            | "organisation"
                            | "college"
                            | "school"
                            | "home"
                            | "trust"
                            | "provider"
                            | "for"
                            | "landlord"
                    )
                    || w.ends_with("ly")
                    || matches!(
                        w,
                        "there"
                            | "there's"
                            | "ahead"
                            | "across"
                            | "alongside"
                            | "throughout"
                            | "because"
                            | "last"
                            | "amid"
                            | "two"
                            | "inspectors"
                            | "compared"
                            | "based"
                            | "thanks"
                            | "due"
                            | "prompting"
                            | "leaving"
                            | "meaning"
                            | "making"
                            | "according"
                    ))
            }
            Some(Item::Provider(_) | Item::Service(_) | Item::Aspect(_)) => !self.self_evident(),
            _ => false,
        }
    }

    /// "good or outstanding": a choice, not a judgement.
    fn is_alternative(&self) -> bool {
        let s = self.s;
        let beside = |conj: usize, label: usize| {
            s.says(conj, &["or"]) && matches!(s.item(label), Some(Item::Label(_)))
        };
        let mut next = self.label + 1;
        while s.item(next) == Some(Item::Close) {
            next += 1;
        }
        let after = if s.item(next + 1) == Some(Item::Open) { next + 2 } else { next + 1 };
        let mut before = self.label;
        while before > 0 && s.item(before - 1) == Some(Item::Open) {
            before -= 1;
        }
        let glossed = before >= 2 && s.item(before - 2) == Some(Item::Stop(','));
        let first = before >= 2 && !glossed && {
            let conj = before - 1;
            let label = if s.item(conj - 1) == Some(Item::Close) { conj.wrapping_sub(2) } else { conj - 1 };
            beside(conj, label)
        };
        first
            || beside(next, after)
            || s.says(next, &["or"]) && s.says(next + 1, &["better", "above", "worse", "below"])
    }

    /// True when the label is exactly what stands between quotation marks.
    fn quoted(&self) -> bool {
        self.s.item(self.label.wrapping_sub(1)) == Some(Item::Open)
            && self.s.item(self.label + 1) == Some(Item::Close)
    }

    /// Stars, numbers and letter grades: no adjective looks like them.
    fn self_evident(&self) -> bool {
        let label = self.s.at(self.label).to_lowercase();
        if crate::relate::clause::number(&label).is_some() {
            return true;
        }
        label.contains("star")
            || label.contains("grade")
            || label.contains("out of")
            || label.bytes().any(|b| b.is_ascii_digit())
    }

    /// True for a label in marks, or with a capital where a small letter would do.
    fn marked_off(&self) -> bool {
        let capital = self.s.at(self.label).starts_with(char::is_uppercase) && self.label > 0;
        let mut at = self.label;
        while at > 0 && self.s.is_any(at - 1, &[Class::Det]) {
            at -= 1;
        }
        let overall =
            self.s.says(at.wrapping_sub(1), &["overall"]) || self.s.says(self.label + 1, &["overall"]);
        self.quoted() || capital || overall || self.self_evident()
    }

    /// A label of a scale that is only for such aspects: "its prospects were uncertain".
    fn own_axis(&self) -> bool {
        let Some(Item::Label(ix)) = self.s.item(self.label) else { return false };
        let form = self.story.labels.get(ix).and_then(|l| self.story.knowledge.forms.get(usize::from(l.ix)));
        let overall =
            |scale: u16| self.story.knowledge.scales().get(usize::from(scale)).is_none_or(|s| s.overall);
        form.is_some_and(|f| !f.stands.iter().any(|s| overall(s.scale)))
    }

    /// True for a label of three words or more: no adjective looks like it.
    fn long_form(&self) -> bool {
        self.s.at(self.label).split_whitespace().count() >= 3
    }

    fn in_speech(&self) -> bool {
        let start = self.s.chunks[self.label].span.start;
        self.story.text.quoted_at(start).is_some_and(|q| q.inner.len() > 40)
    }

    /// "“outstanding support”": the marks hold more than the label, and the verb stands outside them.
    fn inside_longer_quote(&self) -> bool {
        let span = self.s.chunks[self.label].span;
        let Some(q) = self.story.text.quoted_at(span.start) else { return false };
        let fragment = q.inner.len() > span.len() + 14 || q.inner.start + 14 < span.start;
        let verb_inside = (0..self.label)
            .rev()
            .take_while(|&i| self.s.chunks[i].span.start >= q.inner.start)
            .any(|i| self.s.is_any(i, &[Class::Rate, Class::Receive, Class::Give, Class::Keep]));
        fragment && !verb_inside
    }
}

/// "from L1 to L2", "L2, up from L1": two labels of one movement.
fn moves(story: &Story<'_>, s: &Sentence<'_>, found: &mut Vec<Frame>) {
    for label in 0..s.chunks.len() {
        if !matches!(s.item(label), Some(Item::Label(_))) {
            continue;
        }
        let reader = Reader { story, s, label, paraphrase: false };
        let Some(prep) = reader.head().map(|h| past_possessive(s, h)) else { continue };
        let from = s.says(prep, &["from"]);
        if !(from || s.says(prep, &["to", "into"])) {
            continue;
        }
        let Some(verb) =
            (0..prep).rev().take(24).find(|&i| s.is_any(i, &[Class::Fall, Class::Rise, Class::Move]))
        else {
            continue;
        };
        let earlier = found.iter().rposition(|f| f.label < label && f.label + 8 > verb);
        found.retain(|f| f.label != label);
        let of_this = earlier.and_then(|e| found.get(e)).is_some_and(|f| f.rule.starts_with("moved"));
        let beside = s.says(verb, &["up", "down"])
            && earlier.is_some()
            && !of_this
            && !s.is_any(verb.wrapping_sub(1), &[Class::Move, Class::Fall, Class::Rise]);
        let mut frame = match earlier.filter(|_| beside).and_then(|e| found.get(e)) {
            Some(main) => Frame { label, listed: main.listed.clone(), end: label + 1, ..main.clone() },
            None => {
                let subject = phrase::subject(&s.chunks, verb);
                let mut frame = reader.frame(verb, subject, verb + 1..verb + 1, "moved");
                // "downgraded the home from good to poor": the object is the one judged.
                let object = verb + 1
                    ..(verb + 1..label).find(|&i| s.says(i, &["from", "to", "into"])).unwrap_or(verb + 1);
                if object.clone().any(|i| s.chunks[i].is_target()) {
                    frame.object = object;
                    frame.subject = verb..verb;
                }
                frame
            }
        };
        let direction = match s.item(verb) {
            Some(Item::Word(Class::Fall)) => Some(Direction::Down),
            Some(Item::Word(Class::Rise)) => Some(Direction::Up),
            _ => None,
        };
        if from {
            frame.status = Some(Status::Previous);
            frame.change = None;
            frame.rule = "moved/from";
            if let Some(main) = earlier.and_then(|e| found.get_mut(e)).filter(|_| beside) {
                main.change = direction.map(|d| (d, Some(label)));
            }
        } else {
            frame.rule = "moved/to";
            let origin =
                found.iter().rev().find(|f| f.rule == "moved/from" && f.head == frame.head).map(|f| f.label);
            frame.change = direction.map(|d| (d, origin));
        }
        found.push(frame);
    }
    found.sort_by_key(|f| f.label);
    // "to L2 from L1": the origin stands after.
    for i in 0..found.len() {
        if found[i].rule == "moved/to" && found[i].change.is_some_and(|(_, from)| from.is_none()) {
            let origin =
                found.iter().find(|f| f.rule == "moved/from" && f.head == found[i].head).map(|f| f.label);
            if let Some((_, from)) = &mut found[i].change {
                *from = origin;
            }
        }
    }
}

fn past_possessive(s: &Sentence<'_>, mut at: usize) -> usize {
    while at > 0 && s.is_any(at, &[Class::Possessive, Class::Before, Class::Rating]) {
        at -= 1;
    }
    if s.says(at, &["of"]) && s.is(at.wrapping_sub(1), Class::Rating) {
        at = at.saturating_sub(2);
        while at > 0 && s.is_any(at, &[Class::Possessive, Class::Before, Class::Det]) {
            at -= 1;
        }
    }
    at
}
