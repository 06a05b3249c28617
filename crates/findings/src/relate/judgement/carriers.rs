//! The verbs that the word before a label leads back to: "came out", "was at the standard", "rated two of the areas
//! as". Knows no order of trying them.

use super::{Reader, gloss};
use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::text::small::Small;
use std::ops::Range;

impl Reader<'_, '_> {
    /// "the report card shows expected standard for care and strong standard for teaching": two words of one scale, and
    /// what they are for.
    pub(super) fn shown(&self) -> Option<Frame> {
        let s = self.s;
        let card = |i: usize| s.is(i, Class::Visit) || matches!(s.item(i), Some(Item::Body(_)));
        let noun = self.is_noun() || gloss::number_before(s, self.label).is_some();
        if !(Small::lower(s.at(self.label)).ends_with(" standard") || noun) || self.in_speech() {
            return None;
        }
        let shows = (0..self.label)
            .rev()
            .find(|&i| s.says(i, &["shows", "showed", "showing", "lists", "listed", "gives", "has"]))?;
        let frame = self.frame(shows, shows..shows, shows..shows, "rating-noun");
        let areas = frame.listed.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))));
        (areas && (0..shows).any(card)).then(|| {
            let provider = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_)));
            let subject =
                (0..shows).rev().find(provider).or_else(|| (self.label..s.chunks.len()).find(provider));
            Frame { subject: subject.map_or(shows..shows, |i| i..i + 1), ..frame }
        })
    }

    /// The verb of "held on to the", "hung on to its", "clung to its".
    pub(super) fn clung_to(&self, head: usize) -> Option<usize> {
        let s = self.s;
        let to = head - usize::from(s.is(head, Class::Possessive) && head > 0);
        let on = to.checked_sub(1).filter(|_| s.says(to, &["to"]) && self.self_evident())?;
        let verb = if s.says(on, &["on"]) { on.checked_sub(1)? } else { on };
        let clings = || s.says(verb, &["clung", "clings", "cling", "clinging"]);
        (s.is(verb, Class::Keep) && (verb < on || clings())).then_some(verb)
    }

    /// The verb of "settled for", "made do with", "ended up with", "came away with".
    pub(super) fn settled(&self, head: usize) -> Option<usize> {
        let s = self.s;
        let last = head.checked_sub(1)?;
        if s.says(head, &["for", "on"]) {
            let verb = last - usize::from(s.says(last, &["instead"]) && last > 0);
            return s.says(verb, &["settle", "settled", "settling"]).then_some(verb);
        }
        // "came away from its inspection with a good"
        let away = |i: &usize| s.says(*i, &["away"]);
        let place = |i: &usize| {
            s.is_any(*i, &[Class::Prep, Class::Det, Class::Possessive, Class::Visit, Class::Filler])
                || matches!(s.item(*i), Some(Item::Body(_) | Item::Date(_)))
        };
        let last = (0..head).rev().take_while(|i| place(i) || away(i)).find(away).unwrap_or(last);
        let verb = last.checked_sub(1).filter(|_| s.says(head, &["with"]))?;
        let made = s.says(last, &["do"]) && s.says(verb, &["make", "makes", "made", "making"]);
        // "missed out on excellent and must make do with good"
        if !(self.marked_off() || self.is_noun() || made && self.sibling()) {
            return None;
        }
        let ended = s.says(last, &["up"]) && s.says(verb, &["end", "ends", "ended", "finished"]);
        let left = s.says(last, &["away"]) && s.says(verb, &["came", "come", "comes", "walked", "sent"]);
        (made || ended || left).then_some(verb)
    }

    /// The verb and object of "leaves the trust at requires improvement", "left it on inadequate".
    pub(super) fn left_at(&self, at: usize) -> Option<(usize, Range<usize>)> {
        let s = self.s;
        let verb =
            (at.saturating_sub(7)..at).rev().find(|&i| s.says(i, &["leaves", "left", "leaving", "leave"]))?;
        let object = verb + 1..at;
        let plain = |i: usize| {
            s.chunks[i].is_target()
                || s.is_any(i, &[Class::Det, Class::Possessive, Class::Pronoun, Class::Filler, Class::Rating])
        };
        let one = object.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
        let passive = s.is(verb.wrapping_sub(1), Class::Be);
        (one && object.clone().all(plain) && !passive && self.ends_phrase()).then_some((verb, object))
    }

    /// "performing adequately": two words that no one uses of a dinner.
    pub(super) fn formal_words(&self) -> bool {
        self.s.at(self.label).contains(' ') && self.ends_phrase() && !self.in_speech()
    }

    /// "was said to be good for caring": of an area of the framework.
    pub(super) fn said_for_areas(&self) -> bool {
        let (listed, _) = phrase::listed_after(self.s, self.label + 1, false);
        !self.in_speech() && listed.iter().any(|&i| matches!(self.s.item(i), Some(Item::Aspect(_))))
    }

    /// True for a verb whose subject is nothing but areas.
    pub(super) fn of_aspects(&self, verb: usize) -> bool {
        let subject = phrase::subject(&self.s.chunks, verb);
        let aspect = subject.clone().any(|i| matches!(self.s.item(i), Some(Item::Aspect(_))))
            || phrase::leads_area(self.s, &subject).is_some()
            || phrase::one_of_areas(self.s, verb).is_some()
            // "its resettlement service was said to be good"
            || phrase::areas_to(self.story, self.s, phrase::group_start(self.s, verb), false)
                .is_some_and(|row| self.s.is(row.range.start, Class::Possessive));
        aspect && self.ends_phrase() && !self.in_speech()
    }

    /// "schools with", "homes with": a bare plural in lower case before the preposition.
    pub(super) fn any_of_kind(&self, with: usize) -> bool {
        let Some(noun) = with.checked_sub(1) else { return false };
        let words = self.s.at(noun);
        let of_kind = matches!(self.s.item(noun), Some(Item::Word(Class::Other) | Item::Service(_)));
        let bare = !self.s.is_any(noun.wrapping_sub(1), &[Class::Det, Class::Possessive, Class::All]);
        of_kind && bare && words.ends_with('s') && words.starts_with(char::is_lowercase) && noun > 0
    }

    /// "rated the jail's education and work ‘inadequate’": the object is none that the knowledge names.
    pub(super) fn unknown_object(&self, head: usize) -> Option<Frame> {
        let gives = |v: usize| self.s.is(v, Class::Give) && self.self_evident() && !self.is_place();
        let verb = phrase::governor(&self.s.chunks, head + 1);
        let verb = verb.filter(|&v| self.s.is(v, Class::Rate) || gives(v))?;
        let passive = (0..verb).rev().take(2).any(|i| self.s.is(i, Class::Be));
        // "rates home ‘inadequate’": the one told of.
        let first = self.label - usize::from(self.quoted());
        let whole = head == verb + 1 && head + 1 == first && self.is_kind(self.s.at(head));
        // "rated its services excellent": all that it does.
        let owns = |i: usize| matches!(self.s.item(i), Some(Item::Provider(_))) && self.s.owns(i);
        let owner = self.s.is(verb + 1, Class::Possessive) || owns(verb + 1);
        let all = owner && self.s.says(head, &["services", "service"]);
        let whole = whole || all && (verb + 2..=verb + 3).contains(&head) && head + 1 == first;
        let rule = if whole { "rated/active" } else { "rated/unknown" };
        (!passive && head > verb).then(|| Frame { rule, ..self.rated(verb, "rated/active") })
    }

    /// The provider that "which" stands for.
    pub(super) fn which(&self) -> Option<Range<usize>> {
        let provider = |&i: &usize| matches!(self.s.item(i), Some(Item::Provider(_)));
        let named = phrase::subject(&self.s.chunks, self.label).find(provider);
        // "Oakwether School, a primary in Tey, which": past the insertion.
        let before = || {
            let insertion = |i: &usize| self.s.item(i + 1) == Some(Item::Stop(','));
            (0..self.label).rev().take(12).filter(provider).find(insertion)
        };
        let of = named.or_else(before)?;
        (!self.in_speech()).then_some(of..of + 1)
    }

    /// The verb of "placed at ‘expected standard’", "put in the bottom category", "ranked it in the regulator's top band".
    pub(super) fn placed_in(&self, head: usize) -> Option<usize> {
        let s = self.s;
        let owned =
            self.is_place() && (s.is(head, Class::Possessive) || matches!(s.item(head), Some(Item::Body(_))));
        let prep = head.checked_sub(usize::from(owned))?;
        let band = || s.says(self.label + 1, &["category", "band", "bracket"]);
        let led = match self.is_place() {
            true => s.says(prep, &["in", "into"]),
            false => s.says(prep, &["at", "as", "in"]) && (self.quoted() || band()),
        };
        self.placed(prep).filter(|_| led)
    }

    /// "were all placed in the middle of the scale, at": the verb.
    pub(super) fn placed(&self, head: usize) -> Option<usize> {
        let s = self.s;
        (head.saturating_sub(12)..head).rev().find(|&i| {
            s.says(i, &["placed", "put", "ranked"])
                && (i.saturating_sub(3)..i).any(|j| s.is(j, Class::Be) || self.is_inspectors(j))
                && !(i..head).any(|j| matches!(s.item(j), Some(Item::Measure(_))))
        })
    }

    /// "rated the jail's education, skills and work inadequate": the object is a part of one known.
    pub(super) fn owned_object(&self, head: usize) -> bool {
        let s = self.s;
        let Some(verb) = phrase::governor(&s.chunks, head + 1) else { return false };
        let object = verb + 1..self.label;
        object.clone().any(|i| s.is(i, Class::Possessive)) && object.len() < 12
    }

    /// The rating verb before an object and "to be": "judged the school to be good".
    pub(super) fn object_before(&self, at: usize) -> Option<usize> {
        let verb = phrase::governor(&self.s.chunks, at)?;
        let object = (verb + 1..at).any(|i| self.s.chunks[i].is_target() || self.s.is(i, Class::Pronoun));
        (object && self.s.is_any(verb, &[Class::Rate, Class::Find])).then_some(verb)
    }

    /// The subject of "requires improvement" past an insertion, where it is nothing but providers.
    pub(super) fn required_of(&self, head: usize) -> Option<std::ops::Range<usize>> {
        let s = self.s;
        let beside = !matches!(s.item(head), Some(Item::Stop(_)));
        if !self.is_verb_form() || self.in_speech() || !self.ends_phrase() || beside && !self.sibling() {
            return None;
        }
        let subject = phrase::subject(&s.chunks, self.label);
        let named = s.chunks[subject.clone()].iter().any(|c| matches!(c.item, Item::Provider(_)));
        // "Only the sixth form, which has 96 students, still requires improvement"
        // "Maternity, which was good in 2018, now requires improvement"
        let part = |c: &Chunk| matches!(c.item, Item::Aspect(_) | Item::Service(_));
        let area = s.chunks[subject.clone()].iter().any(part)
            && (self.run || self.sibling() || self.body_speaks())
            // "inadequate for being safe and caring, requires improvement for …": what another label is for.
            && !self.is_for(&subject);
        let said = (0..self.label).any(|i| s.is(i, Class::Say)) && !self.body_speaks();
        if let Some(of) = self.called_beside().filter(|_| !said) {
            return Some(of..of + 1);
        }
        ((named || area) && !said && self.pure(&subject)).then_some(subject)
    }

    /// "The third school visited in May, Hay Primary, requires improvement": the name right beside what it is.
    fn called_beside(&self) -> Option<usize> {
        let s = self.s;
        let of = self.label.checked_sub(2).filter(|&i| matches!(s.item(i), Some(Item::Provider(_))))?;
        let comma = of.checked_sub(1).filter(|&i| s.item(i) == Some(Item::Stop(',')))?;
        let closed = s.item(self.label - 1) == Some(Item::Stop(','));
        let last = |i: usize| s.at(i).rsplit(' ').next().unwrap_or_default();
        // "The third school": nobody's name.
        let name = |i: usize| {
            matches!(s.item(i), Some(Item::Provider(_))) && last(i).starts_with(char::is_uppercase)
        };
        let noun = (0..comma.min(4))
            .any(|i| self.is_kind(last(i)) || matches!(last(i), "setting" | "landlord" | "firm"));
        let plain =
            (0..comma).all(|i| !name(i) && !matches!(s.item(i), Some(Item::Label(_) | Item::Stop(_))));
        (closed && noun && plain).then_some(of)
    }

    /// "Marle Water, with one star, was the worst": beside the name, between two commas.
    pub(super) fn named_with(&self, with: usize) -> Option<Frame> {
        let s = self.s;
        let comma =
            with.checked_sub(1).filter(|&i| s.says(with, &["with"]) && s.item(i) == Some(Item::Stop(',')))?;
        let of = comma.checked_sub(1).filter(|&i| matches!(s.item(i), Some(Item::Provider(_))))?;
        let closed = matches!(s.item(self.label + 1), Some(Item::Stop(',')));
        (self.self_evident() && !self.is_place() && closed && !self.in_speech())
            .then(|| self.frame(with, of..of + 1, with..with, "rating-noun"))
    }

    /// The verb of "found the quality of their work to be good", where inspectors find it.
    pub(super) fn found_to_be(&self, be: usize) -> Option<usize> {
        let s = self.s;
        if !s.says(be.wrapping_sub(1), &["to"]) || !self.ends_phrase() || self.in_speech() {
            return None;
        }
        let verb =
            phrase::governor(&s.chunks, be - 1).filter(|&v| s.is_any(v, &[Class::Find, Class::Rate]))?;
        let passive = (verb.saturating_sub(2)..verb).any(|i| s.is(i, Class::Be));
        let body = (0..verb).any(|i| {
            matches!(s.item(i), Some(Item::Body(_))) || s.says(i, &["inspectors", "inspector", "watchdog"])
        });
        let noun = s.is_any(verb + 1, &[Class::Det, Class::Possessive]) && be > verb + 3 && be < verb + 14;
        (!passive && body && noun).then_some(verb)
    }

    /// The verb of "stays at", "stays the same, at".
    pub(super) fn stays_at(&self, at: usize) -> Option<usize> {
        let s = self.s;
        let passed = |i: &usize| {
            s.item(*i) == Some(Item::Stop(','))
                || s.says(*i, &["the", "same", "unchanged", "where", "it", "was", "behind", "still", "put"])
                    && !s.is(*i, Class::Stay)
        };
        let verb = (at.saturating_sub(5)..at).rev().find(|i| !passed(i))?;
        // "was kept at V2"
        let kept = verb == at.wrapping_sub(1)
            && (s.is(verb, Class::Keep) || s.says(verb, &["held", "left"]))
            && s.is(verb.wrapping_sub(1), Class::Be);
        // "lags behind, at adequate", "its rating stands at good"
        let stands = s.says(
            verb,
            &[
                "stands", "stood", "sits", "sat", "lags", "lagged", "trails", "trailed", "languishes",
                "languished",
            ],
        );
        (s.is(verb, Class::Stay) || kept || stands).then_some(verb)
    }

    /// "a green flag": no adjective looks like it.
    pub(super) fn is_flag(&self) -> bool {
        let flag = |w: &str| w.ends_with(" flag") || w.ends_with(" flags");
        self.own_axis() && flag(self.s.at(self.label)) && self.ends_phrase()
    }

    /// True for areas listed after another label.
    fn is_for(&self, subject: &Range<usize>) -> bool {
        let s = self.s;
        let listed = |i: &usize| {
            s.chunks[*i].is_target()
                || s.is_any(*i, &[Class::Conj, Class::Det, Class::Possessive])
                || s.item(*i) == Some(Item::Stop(','))
        };
        let first = subject.clone().find(|i| listed(i)).unwrap_or(subject.start);
        let Some(prep) = (0..first).rev().find(|i| !listed(i)) else { return false };
        s.says(prep, &["for", "at", "in"])
            && matches!(s.item(prep.wrapping_sub(1)), Some(Item::Label(_) | Item::Close))
    }

    /// "G1", "C3": a letter and a number.
    pub(super) fn is_letter(&self) -> bool {
        let words = self.s.at(self.label);
        let words = words.strip_suffix('s').unwrap_or(words);
        words.len() == 2
            && words.starts_with(|c: char| c.is_ascii_uppercase())
            && words.ends_with(|c: char| c.is_ascii_digit())
    }

    /// The verb of receiving in the clause before a comma, where grades are what was received.
    pub(super) fn letters_of(&self, comma: usize) -> Option<usize> {
        let s = self.s;
        let verb = (comma.saturating_sub(14)..comma)
            .rev()
            .take_while(|&i| {
                !matches!(s.item(i), Some(Item::Stop(_) | Item::Label(_))) && !s.is(i, Class::Opens)
            })
            .find(|&i| s.is_any(i, &[Class::Receive, Class::Keep]))?;
        (verb..comma).any(|i| s.is(i, Class::Rating)).then_some(verb)
    }

    /// True after "has been told".
    pub(super) fn told_before(&self, head: usize) -> bool {
        (head.saturating_sub(8)..head)
            .any(|i| self.s.says(i, &["told"]) && self.s.is(i.wrapping_sub(1), Class::Be))
    }
}
