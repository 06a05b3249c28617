//! Labels that stand before the noun of the one judged: "the outstanding-rated Oakwether School", "‘Inadequate’ care home
//! told to improve" over an article. Knows no verb of rating.
//!
//! *What it leaves alone*: "good schools", "outstanding-rated homes" (many), an adjective without marks.

use super::Reader;
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::text::word::last;

impl Reader<'_, '_> {
    /// A label before the noun of the one judged.
    pub(super) fn premodified(&self) -> Option<Frame> {
        self.compound()
            .or_else(|| self.star_before_name())
            .or_else(|| self.apposed_kind())
            .or_else(|| self.rated_by_whom())
            .or_else(|| self.headline())
            .or_else(|| self.plain_headline())
            .or_else(|| self.after_name())
            .or_else(|| self.before_body())
            .or_else(|| self.areas_called())
            .or_else(|| self.capacity())
            .or_else(|| self.former())
    }

    /// "The once outstanding school", "the former two-star company", "the previously inadequate home"
    fn former(&self) -> Option<Frame> {
        let s = self.s;
        let once = self.label.checked_sub(1 + usize::from(self.quoted()))?;
        let former = s.says(once, &["former"]) && self.self_evident();
        let then = former || s.says(once, &["once", "formerly", "previously"]);
        let the = once.checked_sub(1).filter(|&i| then && s.says(i, &["the"]))?;
        let noun = self.label + 1 + usize::from(self.quoted());
        let one = self.is_kind(s.at(noun)) && !s.at(noun).ends_with('s')
            || matches!(s.item(noun), Some(Item::Provider(_)));
        let ends = !matches!(s.item(noun + 1), Some(Item::Word(Class::Other))) || !s.is(noun, Class::Other);
        let verb = (noun + 1..noun + 4).any(|i| phrase::is_verb(&s.chunks[i.min(s.chunks.len() - 1)]));
        (one && (ends || verb) && !self.in_speech()).then(|| Frame {
            status: Some(Status::Previous),
            listed: Vec::new(),
            unknown: Vec::new(),
            ..self.frame(the, noun..noun + 1, the..the, "premodified")
        })
    }

    /// "The two inadequate areas were teaching and behaviour"
    fn areas_called(&self) -> Option<Frame> {
        let s = self.s;
        let counted = matches!(s.item(self.label.wrapping_sub(1)), Some(Item::Number(_)))
            || s.says(self.label.wrapping_sub(1), &["the", "only"]);
        // "The three areas requiring improvement were"
        let first = self.label.wrapping_sub(2);
        let behind = s.says(self.label.wrapping_sub(1), phrase::AREAS)
            && (matches!(s.item(first), Some(Item::Number(_))) || s.says(first, &["the", "only"]));
        let be = self.label + 2 - usize::from(behind);
        let areas = (behind || counted && s.says(self.label + 1, phrase::AREAS)) && s.is(be, Class::Be);
        let listed = if areas && !self.in_speech() { self.areas_from(be + 1) } else { Vec::new() };
        let end = listed.last()? + 1;
        Some(Frame { listed, end, ..self.frame(be, be..be, be..be, "premodified") })
    }

    /// "The report says the school has a good capacity to improve"
    fn capacity(&self) -> Option<Frame> {
        let s = self.s;
        let of = self.label + 1;
        let able = matches!(s.item(of), Some(Item::Aspect(_))) && s.at(of).starts_with("capacity");
        let head = self.head().filter(|&h| able && s.is(h, Class::Have))?;
        let subject = phrase::subject(&s.chunks, head);
        let one = subject.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
        let told = self.body_speaks() || self.sibling() || self.run;
        (one && told && !self.in_speech()).then(|| Frame {
            listed: vec![of],
            end: of + 1,
            ..self.frame(head, subject, head + 1..self.label, "has")
        })
    }

    /// "outstanding-rated Oakwether School", "the inadequate-rated nursery, Little Larks,"
    fn compound(&self) -> Option<Frame> {
        let s = self.s;
        let label = s.chunks.get(self.label)?.span;
        let rated = s.chunks.get(self.label + 1)?;
        let glued = s.says(self.label + 1, &["rated", "graded", "ranked"])
            && rated.span.start == label.end + 1
            && self.story.text.as_str().get(label.end..rated.span.start) == Some("-");
        if !glued || self.in_speech() || self.after_many() {
            return None;
        }
        let (of, named) = self.noun_after(self.label + 2)?;
        let subject = named.unwrap_or(of);
        let own = named.is_some() || self.definite();
        own.then(|| Frame {
            listed: Vec::new(),
            unknown: Vec::new(),
            end: subject + 1,
            ..self.frame(self.label, subject..subject + 1, self.label..self.label, "premodified")
        })
    }

    /// "Three-star Marle Primary Care Trust": what it has, and where the sentence tells of a move, had.
    fn star_before_name(&self) -> Option<Frame> {
        let s = self.s;
        let of = self.label + 1;
        let Some(Item::Provider(mention)) = s.item(of) else { return None };
        let named = self.story.provider(mention).is_some_and(|p| self.story.is_inspected(p))
            && s.at(of).split(' ').next().is_some_and(|w| w.starts_with(char::is_uppercase));
        let label = s.at(self.label).to_ascii_lowercase();
        let stars = label.ends_with("-star") || label.ends_with("-rated") || label.starts_with("grade");
        if !named || !stars || self.in_speech() || self.after_many() {
            return None;
        }
        let clause = (of + 1..s.chunks.len()).take_while(|&i| !s.is(i, Class::Conj));
        let moved =
            clause.into_iter().any(|i| s.is_any(i, &[Class::Fall, Class::Rise, Class::Move, Class::Lose]));
        Some(Frame {
            listed: Vec::new(),
            unknown: Vec::new(),
            end: of + 1,
            status: moved.then_some(Status::Previous),
            ..self.frame(self.label, of..of + 1, self.label..self.label, "premodified")
        })
    }

    /// "Marle Council, a zero-star council for social services, must improve", "The grade four college, Tey College, was
    /// visited": what one is called right beside the name.
    fn apposed_kind(&self) -> Option<Frame> {
        let s = self.s;
        let marks = usize::from(self.quoted());
        let article = self.label.checked_sub(1 + marks)?;
        let kind = self.label + 1 + marks;
        let sure = marks == 1 || self.self_evident() && !self.is_place();
        if !sure || s.at(kind).ends_with('s') || !self.is_kind(last(s.at(kind))) || self.in_speech() {
            return None;
        }
        let name = |i: usize| matches!(s.item(i), Some(Item::Provider(_)));
        let comma = |i: usize| s.item(i) == Some(Item::Stop(','));
        let before = article
            .checked_sub(2)
            .filter(|&i| name(i) && comma(i + 1) && s.says(article, &["a", "an", "the"]));
        let behind = kind + 1 + usize::from(comma(kind + 1));
        let of = before.or(Some(behind).filter(|&i| name(i) && s.says(article, &["the"])))?;
        let what_for = before.filter(|_| s.says(kind + 1, &["for", "on", "in"]));
        let (listed, _) = what_for.map(|_| phrase::listed_after(s, kind + 1, false)).unwrap_or_default();
        Some(Frame {
            end: listed.last().map_or(kind, |l| *l) + 1,
            listed,
            unknown: Vec::new(),
            ..self.frame(self.label, of..of + 1, self.label..self.label, "premodified")
        })
    }

    /// "Marle Trust, zero-rated by the commission, is to merge": a label that is its own verb.
    fn rated_by_whom(&self) -> Option<Frame> {
        let s = self.s;
        let of = self.label.checked_sub(2).filter(|&i| matches!(s.item(i), Some(Item::Provider(_))))?;
        let apart = s.item(of + 1) == Some(Item::Stop(',')) && s.says(self.label + 1, &["by"]);
        (apart && s.at(self.label).ends_with("rated") && !self.in_speech())
            .then(|| self.frame(of, of..of + 1, of..of, "apposition"))
    }

    /// "‘Inadequate’ care home told to improve": opens the headline, in marks.
    fn headline(&self) -> Option<Frame> {
        let s = self.s;
        let opens = (0..self.label).all(|i| {
            s.item(i) == Some(Item::Open) || s.is_any(i, &[Class::Det, Class::Filler, Class::Other])
        }) && self.label <= 4;
        if !self.opens_article() || !opens || !self.quoted() || !self.singular_noun(self.label + 2) {
            return None;
        }
        Some(Frame {
            listed: Vec::new(),
            unknown: Vec::new(),
            ..self.frame(self.label, self.label..self.label, self.label..self.label, "premodified")
        })
    }

    /// "Ofsted: Oakwether School ‘outstanding’ in all areas": right after the name in a headline that has no verb.
    fn after_name(&self) -> Option<Frame> {
        let s = self.s;
        let of = self.label.checked_sub(2).filter(|_| self.quoted())?;
        let named =
            s.chunks[of].is_target() && (0..=of).any(|i| matches!(s.item(i), Some(Item::Provider(_))));
        let verb = (0..self.label).any(|i| phrase::is_verb(&s.chunks[i]));
        let holds = named && !verb && self.opens_article() && self.ends_phrase();
        let first =
            (0..of).rev().take_while(|&i| s.chunks[i].is_target() || s.is(i, Class::Possessive)).last();
        let first = first.unwrap_or(of);
        holds.then(|| self.frame(of, first..of + 1, of + 1..of + 1, "headline"))
    }

    /// "School's joy at outstanding Ofsted": the body's name for its report, at the end of a headline.
    fn before_body(&self) -> Option<Frame> {
        let s = self.s;
        let body = self.label + 1 + usize::from(self.quoted());
        let ends = matches!(s.item(body), Some(Item::Body(_))) && s.item(body + 1).is_none();
        let led =
            s.says(self.label.wrapping_sub(1 + usize::from(self.quoted())), &["at", "over", "after", "with"]);
        (ends && led && self.label > 1 && self.opens_article())
            .then(|| self.frame(self.label, self.label..self.label, self.label..self.label, "headline"))
    }

    /// True in a headline that stands over the text: the first sentence, and no full stop.
    pub(super) fn opens_article(&self) -> bool {
        let text = self.story.text;
        let ended = text.at(self.s.span).trim_end().ends_with(['.', '?', '!']);
        text.sentence_at(self.s.span.start) == 0 && !ended
    }

    /// "Inadequate nursery Busy Wrens told to improve by Ofsted": no marks, but the name and a body.
    fn plain_headline(&self) -> Option<Frame> {
        let s = self.s;
        let of = (self.label + 2..self.label + 4).find(|&i| matches!(s.item(i), Some(Item::Provider(_))))?;
        let body = s.chunks.iter().any(|c| matches!(c.item, Item::Body(_)));
        let holds = self.label == 0 && body && self.singular_noun(1) && self.opens_article();
        holds.then(|| Frame {
            listed: Vec::new(),
            unknown: Vec::new(),
            end: of + 1,
            ..self.frame(of, of..of + 1, of..of, "premodified")
        })
    }

    /// The noun that the label describes, and the name that stands for it or beside it.
    fn noun_after(&self, first: usize) -> Option<(usize, Option<usize>)> {
        let s = self.s;
        let provider = |i: usize| matches!(s.item(i), Some(Item::Provider(_)));
        for at in first..first + 4 {
            if provider(at) {
                return Some((at, Some(at)));
            }
            if self.singular_noun(at) {
                let comma = usize::from(s.item(at + 1) == Some(Item::Stop(',')));
                let beside = at + 1 + comma;
                return Some((at, provider(beside).then_some(beside)));
            }
            if !s.is_any(at, &[Class::Other, Class::Visit]) && !matches!(s.item(at), Some(Item::Service(_))) {
                return None;
            }
        }
        None
    }

    /// True for a kind of provider in the singular, within two words.
    fn singular_noun(&self, at: usize) -> bool {
        let kind = |i: usize| {
            let last = last(self.s.at(i));
            !last.ends_with('s') && self.is_kind(last)
        };
        (at..at + 3).take_while(|&i| self.s.is(i, Class::Other) || i == at).any(kind)
    }

    /// "the inadequate-rated home": one that was told of.
    fn definite(&self) -> bool {
        let s = self.s;
        s.says(self.label.wrapping_sub(1), &["the", "this"])
            || s.is(self.label.wrapping_sub(1), Class::Possessive)
    }

    /// "three outstanding-rated homes"
    fn after_many(&self) -> bool {
        let s = self.s;
        (self.label.saturating_sub(2)..self.label)
            .any(|i| matches!(s.item(i), Some(Item::Number(_))) || s.is_any(i, &[Class::All, Class::Not]))
    }
}
