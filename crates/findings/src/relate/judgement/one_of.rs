//! One of so many of a kind: "is one of the country's 22 excellent authorities", "joins the county's 22 outstanding schools",
//! "is now the only outstanding school in Tey". Refuses many of a kind that nobody counts, and what somebody says.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use std::ops::Range;

impl Reader<'_, '_> {
    /// "has joined the list of those rated good", "joins the ranks of schools judged outstanding", "was among those
    /// rated good".
    pub(super) fn joins_those(&self) -> Option<Frame> {
        const LISTS: &[&str] =
            &["list", "ranks", "group", "club", "handful", "number", "band", "company", "family"];
        let s = self.s;
        let rate = self.head().filter(|&h| s.is(h, Class::Rate))?;
        // "was among those rated good"
        if s.says(rate.wrapping_sub(1), &["those", "ones"])
            && s.says(rate.wrapping_sub(2), &["among", "amongst"])
        {
            let verb = rate.checked_sub(3).filter(|&i| s.is(i, Class::Be))?;
            return if self.in_speech() { None } else { self.one(verb, true) };
        }
        let of = (rate.saturating_sub(4)..rate).rev().find(|&i| s.says(i, &["of"]))?;
        let noun = of.checked_sub(1).filter(|&i| s.says(i, LISTS))?;
        let verb = (noun.saturating_sub(4)..noun)
            .rev()
            .find(|&i| s.says(i, &["join", "joins", "joined", "joining"]))?;
        if self.in_speech() { None } else { self.one(verb, true) }
    }

    /// The label between a count and the noun of a kind.
    pub(super) fn one_of_so_many(&self) -> Option<Frame> {
        let s = self.s;
        let close = self.label + 1 + usize::from(self.quoted());
        let noun = s.at(close);
        let many = noun.strip_suffix('s').is_some_and(|one| self.is_kind(one)) || noun == "authorities";
        if self.paraphrase || !(many || self.is_kind(noun)) || self.in_speech() {
            return None;
        }
        let mut at = self.label.checked_sub(1 + usize::from(self.quoted()))?;
        if !many {
            // "the only outstanding school in the county"
            let only = s.says(at, &["only"]) && s.says(at.wrapping_sub(1), &["the"]);
            let place = s.says(close + 1, &["in", "across"]);
            let verb = at.checked_sub(2).filter(|_| only && place)?;
            let verb = if s.is(verb, Class::Now) { verb.checked_sub(1)? } else { verb };
            return self.one(verb, s.is(verb, Class::Be));
        }
        // "the county's [just] 22", "an elite group of", "only a handful of"
        let counted = |i: usize| matches!(s.item(i), Some(Item::Number(_)));
        let few = s.says(at, &["few"])
            || s.says(at, &["of"]) && s.says(at.wrapping_sub(1), &["group", "handful", "band", "club"]);
        if !(counted(at) || few) {
            return None;
        }
        let own = |i: usize| {
            s.is_any(i, &[Class::Det, Class::Possessive, Class::Filler, Class::Other, Class::All])
                || s.says(i, &["of"])
                || matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_)))
        };
        for _ in 0..7 {
            at = at.checked_sub(1)?;
            let one = s.says(at, &["of"]) && s.item(at.wrapping_sub(1)) == Some(Item::Number(1));
            if one || s.says(at, &["among"]) {
                let verb = at.checked_sub(1 + usize::from(one))?;
                let filler = s.is_any(verb, &[Class::Now, Class::Filler]);
                let verb = if filler { verb.checked_sub(1)? } else { verb };
                return self.one(verb, s.is(verb, Class::Be) || s.item(verb) == Some(Item::Stop(',')));
            }
            if s.says(at, &["join", "joins", "joined", "joining"]) {
                return self.one(at, true);
            }
            if !own(at) {
                return None;
            }
        }
        None
    }

    /// Who is one of them: before the verb, or beside the comma.
    fn one(&self, verb: usize, holds: bool) -> Option<Frame> {
        let s = self.s;
        let subject: Range<usize> = match s.item(verb)? {
            Item::Stop(_) => verb.checked_sub(1)?..verb,
            _ => phrase::subject(&s.chunks, verb),
        };
        let named = subject.clone().any(|i| {
            matches!(s.item(i), Some(Item::Provider(_) | Item::Service(_)))
                || s.says(i, &["it"])
                || self.is_kind(s.at(i))
        });
        let open = (verb.saturating_sub(4)..verb).any(|i| {
            s.is_any(i, &[Class::Not, Class::Would, Class::Will, Class::If, Class::Aim, Class::Expect])
        });
        (holds && named && !open).then(|| self.frame(verb, subject, verb..verb, "one-of"))
    }
}
