//! Judgements: which label was given to whom. A label counts only in a rating frame (a rating verb, a rating
//! noun, a copula with a provider or a graded aspect); by itself it is an adjective.
//!
//! Sieves, the most certain first: rated (passive, active) · given and received · moved from one label to
//! another · is · told to improve · listed. Each reads one label and says which items are its arguments;
//! `relate::target` says who they are, `relate::status` how surely it was given.

mod bare;
mod evidence;
mod lists;
mod moves;
mod noun_phrase;
mod verbs;

use crate::fact::{Basis, Status};
use crate::find::words::Class;
use crate::knowledge::Knowledge;
use crate::relate::clause::{Chunk, Item, Sentence};
use crate::relate::frame::{Below, Frame};
use crate::relate::phrase;
use crate::relate::story::Story;
use std::ops::Range;

/// The frames of one sentence, in order of their labels.
/// `run` is true where a sentence just before gave a grade too: "Care planning was also weak."
pub(crate) fn frames(story: &Story<'_>, sentence: &Sentence<'_>, run: bool) -> Vec<Frame> {
    let mut found: Vec<Frame> = Vec::new();
    for label in 0..sentence.chunks.len() {
        let Some(Item::Label(ix)) = sentence.item(label) else { continue };
        let Some(form) = story.labels.get(ix).map(|l| l.ix) else { continue };
        let reader =
            Reader { story, s: sentence, label, paraphrase: is_paraphrase(story.knowledge, form), run };
        let frame = lists::heading(story, sentence, label);
        let frame = frame
            .or_else(|| reader.beside(&found))
            .or_else(|| reader.read())
            .or_else(|| reader.coordinated(&found));
        found.extend(frame);
    }
    moves::read(story, sentence, &mut found);
    // "upgraded to good after an inadequate rating in 2020": the movement is read by now.
    for label in 0..sentence.chunks.len() {
        let Some(Item::Label(ix)) = sentence.item(label) else { continue };
        if story.labels.get(ix).is_some() && !found.iter().any(|f| f.label == label) {
            let reader = Reader { story, s: sentence, label, paraphrase: false, run };
            let frame = reader.beside(&found);
            found.extend(frame);
        }
    }
    found.sort_by_key(|f| f.label);
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
    /// True where a sentence just before gave a grade.
    run: bool,
}

impl Reader<'_, '_> {
    fn read(&self) -> Option<Frame> {
        if self.paraphrase {
            return self.told();
        }
        if self.inside_longer_quote()
            || self.is_alternative()
            || self.glossed_next()
            || self.is_place() && !self.place_holds()
        {
            return None;
        }
        let noun = self.rating_noun().or_else(|| self.kind_noun());
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
        self.bracketed().or_else(|| self.fronted(noun)).or_else(|| self.by_head(head, noun))
    }

    /// A grade told only beside another one.
    fn beside(&self, found: &[Frame]) -> Option<Frame> {
        if self.paraphrase || self.inside_longer_quote() {
            return None;
        }
        self.compared(self.head()?, found)
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
            // "found by Ofsted inspectors to be good"
            Item::Word(Class::Be)
                if s.says(head.wrapping_sub(1), &["to"]) && self.passive_before(head - 1).is_some() =>
            {
                Some(self.rated(self.passive_before(head - 1)?, "rated/passive"))
            }
            Item::Word(Class::Be)
                if s.says(head.wrapping_sub(1), &["to"]) && self.object_before(head - 1).is_some() =>
            {
                Some(self.rated(self.object_before(head - 1)?, "rated/active"))
            }
            Item::Word(Class::Be | Class::Stay) => self.copula(head, noun),
            Item::Word(Class::Find) if self.quoted() || self.aspect_described(head) => {
                Some(self.rated(head, "found/passive"))
            }
            // "stays at requires improvement"
            Item::Word(Class::Prep) if s.says(head, &["at"]) && s.is(head.wrapping_sub(1), Class::Stay) => {
                let subject = phrase::subject(&s.chunks, head - 1);
                let holds = self.pure(&subject) && !self.in_speech();
                holds.then(|| self.frame(head - 1, subject, head..self.label, "is"))
            }
            Item::Stop(',' | '–' | '—' | '(') if self.apposed(head).is_some() => self.apposed(head),
            Item::Stop(stop @ (',' | '–' | '—')) if self.past_insertion(head, stop).is_some() => {
                self.past_insertion(head, stop)
            }
            Item::Word(Class::Prep)
                if s.says(head, &["to"]) && s.is_any(head.wrapping_sub(1), &[Class::Rate, Class::Find]) =>
            {
                Some(self.rated(head - 1, "rated/passive"))
            }
            Item::Word(Class::Have)
                if self.long_form()
                    || (self.self_evident() || noun.is_some_and(|n| s.is(n, Class::Rating)))
                        && !self.in_speech() =>
            {
                Some(self.carried(head, "has"))
            }
            // "except safety, which requires improvement"
            Item::Word(Class::Opens)
                if self.is_verb_form()
                    && s.item(head.wrapping_sub(1)) == Some(Item::Stop(','))
                    && s.chunks.get(head.wrapping_sub(2)).is_some_and(Chunk::is_target) =>
            {
                let which = head - 2;
                Some(self.frame(head, which..which + 1, head + 1..self.label, "requires"))
            }
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
                if self.is_verb_form() && !self.in_speech() && !self.rate_governs(head) =>
            {
                let subject = phrase::subject(&s.chunks, self.label);
                if s.chunks[subject.clone()].iter().any(|c| matches!(c.item, Item::Aspect(_))) {
                    return Some(self.frame(head, subject, head + 1..self.label, "requires"));
                }
                let listed = !phrase::listed_after(s, self.label + 1, false).0.is_empty();
                let aspect = matches!(s.item(head), Some(Item::Aspect(_)));
                let said = (0..head).any(|i| s.is(i, Class::Say)) && !self.body_speaks();
                let plain = self.ends_phrase() && !said && self.pure(&subject);
                (self.quoted() || listed || aspect || plain)
                    .then(|| self.frame(head, head..head + 1, head + 1..self.label, "requires"))
            }
            Item::Word(Class::Give | Class::Receive | Class::Keep | Class::Lose) => self.given(head, noun),
            // "kept its G1", "handed the watchdog's top rating"
            Item::Word(Class::Possessive) | Item::Body(_)
                if self.self_evident()
                    && s.is_any(
                        head.wrapping_sub(1),
                        &[Class::Give, Class::Receive, Class::Keep, Class::Lose],
                    ) =>
            {
                self.given(head - 1, noun)
            }
            // "slammed as ‘inadequate’ by the watchdog": any verb that takes "as".
            Item::Word(Class::Other)
                if self.quoted()
                    && s.says(head + 1, &["as"])
                    && s.at(head).ends_with("ed")
                    && (0..s.chunks.len()).any(|i| matches!(s.item(i), Some(Item::Body(_)))) =>
            {
                Some(self.rated(head, "rated/as"))
            }
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
            _ if noun.is_none() && (self.quoted() || self.ends_phrase() && self.owned_object(head)) => {
                self.unknown_object(head)
            }
            _ => noun.and_then(|_| self.noun_frame(head + 1)),
        }
    }

    /// "rated the jail's education and work ‘inadequate’": the object is none that the knowledge names.
    fn unknown_object(&self, head: usize) -> Option<Frame> {
        let verb = phrase::governor(&self.s.chunks, head + 1).filter(|&v| self.s.is(v, Class::Rate))?;
        let passive = (0..verb).rev().take(2).any(|i| self.s.is(i, Class::Be));
        (!passive && head > verb).then(|| Frame { rule: "rated/unknown", ..self.rated(verb, "rated/active") })
    }

    /// "rated the jail's education, skills and work inadequate": the object is a part of one known.
    fn owned_object(&self, head: usize) -> bool {
        let s = self.s;
        let Some(verb) = phrase::governor(&s.chunks, head + 1) else { return false };
        let object = verb + 1..self.label;
        object.clone().any(|i| s.is(i, Class::Possessive)) && object.len() < 12
    }

    /// The word before the label, past marks, articles and fillers: "been rated [as] [an overall] “good”".
    pub(super) fn head(&self) -> Option<usize> {
        let s = self.s;
        let mut at = self.label;
        while at > 0 {
            at -= 1;
            let passed = s.item(at) == Some(Item::Open)
                || s.is_any(
                    at,
                    &[Class::Det, Class::Filler, Class::Again, Class::Now, Class::Not, Class::Before],
                )
                || s.says(at, &["as"]) && !s.is(at.wrapping_sub(1), Class::Rate);
            // "given Ofsted's second-lowest grade"
            let of_body =
                at >= 1 && s.is(at, Class::Possessive) && matches!(s.item(at - 1), Some(Item::Body(_)));
            // "a good, two-star service": the word before the number says the same.
            let double = at >= 1
                && at + 1 == self.label
                && self.self_evident()
                && s.item(at) == Some(Item::Stop(','))
                && matches!(s.item(at - 1), Some(Item::Label(_)));
            if of_body || double {
                at -= 1;
                continue;
            }
            // "graded two, or ‘weak’", "a grade of 5 - very good -": the number says the same.
            let number = |i: usize| matches!(s.item(i), Some(Item::Number(_) | Item::Label(_)));
            if at >= 1 && s.item(at) == Some(Item::Stop('(')) && number(at - 1) {
                at -= 1;
                continue;
            }
            let or = s.says(at, &["or"]) && at >= 2 && s.item(at - 1) == Some(Item::Stop(','));
            if or && number(at - 2) {
                at -= 2;
                continue;
            }
            if at >= 1 && matches!(s.item(at), Some(Item::Stop('–' | '—'))) && number(at - 1) {
                at -= 1;
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

    /// A further label of a frame just read: "good for X, outstanding for Y", "good for X but poor for Y".
    fn coordinated(&self, found: &[Frame]) -> Option<Frame> {
        let s = self.s;
        let last = found.last()?;
        if self.paraphrase || self.inside_longer_quote() || self.rating_noun().is_none() && self.modifies() {
            return None;
        }
        let gap = last.end..self.label;
        let letters = |i: usize| s.at(i).bytes().any(|b| b.is_ascii_digit());
        // "a two-star service with promising prospects"
        let second_axis =
            self.own_axis() && gap.clone().any(|i| s.says(i, &["with", "and"])) && gap.len() <= 4;
        // "‘good’ at A and ‘adequate’ at B": each label has what it is for.
        let pair = !(last.listed.is_empty() && last.unknown.is_none())
            && s.says(self.label + 1 + usize::from(self.quoted()), &["for", "at", "on", "in"])
            && gap.clone().any(|i| s.is(i, Class::Conj) || matches!(s.item(i), Some(Item::Stop(',' | ';'))));
        let joined = gap.clone().all(|i| {
            pair && s.is_any(i, &[Class::Other, Class::Improve])
                || matches!(s.item(i), Some(Item::Stop(',' | ';') | Item::Open | Item::Close))
                || s.is_any(
                    i,
                    &[Class::Conj, Class::Det, Class::Filler, Class::Prep, Class::Possessive, Class::Again],
                )
                || s.chunks[i].is_target()
                || s.is(i, Class::Other) && second_axis
                || s.is(i, Class::Be) && i + 1 == self.label && s.chunks[i - 1].is_target()
        });
        // "G1/V1": two letters with nothing but a stroke between them.
        let stroke =
            gap.is_empty() && letters(self.label) && letters(last.label) && last.label + 1 == self.label;
        if stroke {
            return Some(Frame { label: self.label, end: self.label + 1, ..last.clone() });
        }
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

    pub(super) fn frame(
        &self,
        head: usize,
        subject: Range<usize>,
        object: Range<usize>,
        rule: &'static str,
    ) -> Frame {
        let (listed, end) = phrase::listed_after(self.s, self.label + 1, self.s.is(head, Class::Give));
        Frame {
            label: self.label,
            head,
            subject,
            object,
            unknown: self.unknown_after(&listed),
            below: Below { aspects: lists::bullets(self.story, self.s, self.label), ..Below::default() },
            listed,
            end: end.max(self.label + 1),
            status: None,
            change: None,
            basis: if self.is_place() { Basis::Inferred } else { Basis::Stated },
            rule,
        }
    }
}
