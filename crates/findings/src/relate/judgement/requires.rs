//! "Requires improvement" as a verb, right behind who or what it is said of, and the services that stand for all that one
//! does. Knows no other frame.

use super::Reader;
use crate::fact::{Basis, Status};
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use std::ops::Range;

impl Reader<'_, '_> {
    /// "said it ‘requires improvement’", "the sixth form requires improvement".
    pub(super) fn requires(&self, head: usize) -> Option<Frame> {
        let s = self.s;
        let subject = phrase::subject(&s.chunks, self.label);
        if s.chunks[subject.clone()].iter().any(|c| matches!(c.item, Item::Aspect(_))) {
            return Some(self.frame(head, subject, head + 1..self.label, "requires"));
        }
        if let Some(frame) = self.area_requires(head) {
            return Some(frame);
        }
        let listed = !phrase::listed_after(s, self.label + 1, false).0.is_empty();
        let aspect = matches!(s.item(head), Some(Item::Aspect(_)));
        // "has been told its services require improvement": the inspectors' word.
        let told = |i: usize| s.says(i, &["told"]) && s.is(i.wrapping_sub(1), Class::Be);
        let said = (0..head).any(|i| s.is(i, Class::Say) && !told(i)) && !self.body_speaks();
        // "its neighbour Tey School requires improvement", and not "marking at Tey School …"
        let called = matches!(s.item(head), Some(Item::Provider(_)))
            && !subject.clone().any(|i| s.is_any(i, &[Class::Prep, Class::Conj]))
            && subject.clone().take_while(|&i| i < head).all(|i| !s.chunks[i].is_target());
        let service = self.is_whole_service(&(head.saturating_sub(1)..head + 1));
        let plain = self.ends_phrase() && !said && (called || service || self.pure(&subject));
        // "The Larches and The Limes both require improvement"
        // "Tey and Marle councils' services require improvement"
        let owned = matches!(s.item(head), Some(Item::Service(_)))
            && s.chunks[subject.clone()].iter().any(|c| matches!(c.item, Item::Provider(_)));
        // "Ashgrove, Birch Lodge and Larch House require improvement"
        let several = s.at(self.label).starts_with("require ")
            && subject.clone().filter(|&i| matches!(s.item(i), Some(Item::Provider(_)))).count() > 1;
        let whole = plain && (s.is(head, Class::All) || owned || several);
        let own = if whole { subject } else { head..head + 1 };
        (self.quoted() || listed || aspect || plain)
            .then(|| self.frame(head, own, head + 1..self.label, "requires"))
    }

    /// "Careers guidance at the college requires improvement, inspectors said": by a name that no framework has.
    pub(super) fn area_requires(&self, head: usize) -> Option<Frame> {
        let s = self.s;
        // "The way it is led requires improvement"
        let plain = self.ends_phrase() && !self.in_speech();
        if let Some(way) = phrase::way_clause(s, head + 1).filter(|_| plain) {
            let frame = self.frame(head, head..head, head + 1..self.label, "requires");
            return Some(Frame { unknown: vec![way], ..frame });
        }
        let named = matches!(s.item(head), Some(Item::Provider(_)));
        let prep = head.checked_sub(1 + usize::from(s.is(head.wrapping_sub(1), Class::Det)));
        let prep = prep.filter(|&i| named && s.says(i, &["in", "at", "of"]));
        let spoken = self.body_speaks() || named && self.long_form();
        // "Record keeping requires improvement, the inspectors said"
        let end = if named { prep? } else { head + 1 };
        // "The progress of children living there": of an area, by what stands before the last word.
        let led = |row: &phrase::AreaRow| named || !row.unknown.is_empty() || s.is(head, Class::Other);
        let row = phrase::areas_to(self.story, s, end, false).filter(led)?;
        let own = if named { head..head + 1 } else { head..head };
        (spoken && self.ends_phrase() && !self.in_speech()).then(|| Frame {
            unknown: row.unknown,
            listed: row.named,
            ..self.frame(head, own, head + 1..self.label, "requires")
        })
    }

    /// "continues to require improvement", "with the sixth form requiring improvement".
    pub(super) fn goes_on_requiring(&self, head: usize) -> Option<Frame> {
        let s = self.s;
        let stays = s.says(head, &["to"]) && s.is(head.wrapping_sub(1), Class::Stay) && self.is_verb_form();
        if stays && self.ends_phrase() && !self.in_speech() {
            let subject = phrase::subject(&s.chunks, head - 1);
            let frame = || self.frame(head - 1, subject.clone(), head..head, "requires");
            return self.pure(&subject).then(frame);
        }
        let part = matches!(s.item(head), Some(Item::Aspect(_) | Item::Service(_)));
        let requiring = s.at(self.label).to_lowercase().starts_with("requiring");
        let with = (head.saturating_sub(6)..head).rev().find(|&i| s.says(i, &["with"]))?;
        let plain = (with + 1..head).all(|i| {
            s.chunks[i].is_target()
                || s.is_any(i, &[Class::Det, Class::Possessive, Class::Conj, Class::Filler, Class::All])
                || s.item(i) == Some(Item::Stop(','))
        });
        (part && requiring && plain && self.ends_phrase() && !self.in_speech())
            .then(|| self.frame(head, with + 1..head + 1, head..head, "requires"))
    }

    /// "Both had required improvement", "It had previously required improvement".
    pub(super) fn had_required(&self, head: usize) -> Option<Frame> {
        let s = self.s;
        let subject = phrase::subject(&s.chunks, self.label);
        let both = s.says(head.wrapping_sub(1), &["both"]);
        let status = Some(Status::Previous);
        (both || self.pure(&subject))
            .then(|| Frame { status, ..self.frame(head, subject, head..head, "requires") })
    }

    /// "except safety, which requires improvement"
    pub(super) fn which_requires(&self, head: usize) -> Option<Frame> {
        let s = self.s;
        let comma = head.checked_sub(1).filter(|&i| s.item(i) == Some(Item::Stop(',')))?;
        let of = comma.checked_sub(1).filter(|&i| self.is_verb_form() && s.chunks[i].is_target())?;
        Some(self.frame(head, of..of + 1, head + 1..self.label, "requires"))
    }

    /// "For being safe and responsive it must improve": the areas open the sentence.
    pub(super) fn improve_in_areas_before(&self) -> Option<Frame> {
        let s = self.s;
        let mut of = self.label.checked_sub(1)?;
        while of > 0 && s.is(of, Class::Filler) {
            of -= 1;
        }
        let judged = s.says(of, &["it", "they"])
            || matches!(s.item(of), Some(Item::Provider(_)))
            || self.is_kind(s.at(of)) && s.says(of.checked_sub(1)?, &["the"]);
        let first = if self.is_kind(s.at(of)) { of - 1 } else { of };
        let plain = |i: usize| {
            s.is_any(i, &[Class::Det, Class::Conj, Class::Possessive])
                || s.says(i, &["being"])
                || matches!(s.item(i), Some(Item::Aspect(_) | Item::Stop(',')))
        };
        let listed: Vec<usize> = (1..first).filter(|&i| self.is_aspect(i)).collect();
        let fronted = s.says(0, &["for", "on", "in", "at"]) && (1..first).all(plain) && !listed.is_empty();
        let spoken = self.run || self.body_speaks() || self.sibling();
        if !judged || !fronted || !spoken || self.goes_on() || self.in_speech() {
            return None;
        }
        let frame = self.frame(self.label, of..of + 1, self.label..self.label, "requires");
        Some(Frame { listed, basis: Basis::Paraphrased, ..frame })
    }

    /// "Its services were outstanding for being caring": all that the one judged does, where the inspectors speak or another
    /// grade stands beside it.
    pub(super) fn is_whole_service(&self, subject: &Range<usize>) -> bool {
        let s = self.s;
        let first = subject.end.wrapping_sub(2);
        subject.len() >= 2
            && s.is_any(first, &[Class::Det, Class::Possessive])
            && s.says(first + 1, &["service", "services"])
            && (subject.start..first).all(|i| s.is_any(i, &[Class::Conj, Class::Filler]))
            && (self.body_speaks() || self.sibling() || s.says(first.wrapping_sub(2), &["told"]))
    }
}
