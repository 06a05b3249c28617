//! Which words of a part name its area: "the way it manages its money", less the article and the preposition. Knows no list.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::phrase;
use std::ops::Range;

/// Words that say of an area what it is, without being part of its name.
const NOUNS: &[&str] = &[
    "quality", "standard", "standards", "level", "levels", "area", "areas", "category", "categories", "work",
    "provision", "services", "service", "domain", "domains", "key", "question", "questions", "how", "well",
    "way", "good", "delivery", "test", "tests", "pillar", "theme", "measure", "measures", "criteria",
    "criterion", "same", "people's", "pupils", "pupils'", "pupils’",
];

impl Reader<'_, '_> {
    /// "good on partnership work", and not "on paper": what is done, in plain words.
    pub(super) fn is_work(&self, i: usize) -> bool {
        const LOOSE: &[&str] = &[
            "paper", "average", "balance", "record", "site", "time", "appeal", "merit", "top", "track",
            "behalf",
        ];
        let s = self.s;
        let noun = s.is(i, Class::Other) && s.at(i).starts_with(|c: char| c.is_ascii_lowercase());
        noun && !s.says(i, LOOSE) || self.is_ing(i)
    }

    pub(super) fn is_ing(&self, i: usize) -> bool {
        self.s.at(i).ends_with("ing")
            && matches!(self.s.item(i), Some(Item::Word(c)) if c != Class::Be && c != Class::Prep)
    }

    /// "its effectiveness at keeping people safe": an area that is good at doing something.
    pub(super) fn does(&self, part: Range<usize>) -> bool {
        let first = part.start + 1;
        (first..part.end).any(|i| self.s.says(i, &["at", "in", "of"]) && self.opens_with_ing(i + 1))
    }

    /// "keeping people safe", a name that begins with what is done.
    pub(super) fn opens_with_ing(&self, i: usize) -> bool {
        self.s.at(i).split(' ').next().is_some_and(|w| w.ends_with("ing"))
    }

    /// "how it", "the way in which"
    pub(super) fn is_way(&self, i: usize) -> bool {
        self.s.says(i, &["how"]) || self.s.is(i, Class::Det) && self.s.says(i + 1, &["way", "ways"])
    }

    /// "in four other areas: …", "for three of the five areas that inspectors looked at – …": where the list begins.
    pub(super) fn counted_list(&self, at: usize) -> Option<usize> {
        let s = self.s;
        if !s.says(at, &["in", "across", "for", "on"]) {
            return None;
        }
        let counts = |i: usize| {
            let plain = matches!(s.item(i), Some(Item::Word(c)) if !matches!(c, Class::Be | Class::Conj | Class::Rate));
            plain || matches!(s.item(i), Some(Item::Number(_) | Item::Body(_)))
        };
        let stop = (at + 1..at + 14).find(|&i| !counts(i))?;
        let number = |i: usize| matches!(s.item(i), Some(Item::Number(_))) || s.is(i, Class::All);
        let counted = (at + 1..stop).any(number);
        // "for three of the five areas"
        let of_areas = s.says(at, &["in", "across"]) || (at + 1..stop).any(|i| phrase::is_area_noun(s, i));
        // "in two areas, which were safety and care"
        let which = s.item(stop) == Some(Item::Stop(','))
            && (s.says(stop + 1, &["namely"]) || s.says(stop + 1, &["which"]) && s.is(stop + 2, Class::Be));
        let which = which.then(|| stop + if s.says(stop + 1, &["which"]) { 3 } else { 2 });
        let colon = matches!(s.item(stop), Some(Item::Stop(':' | '–' | '—'))).then_some(stop + 1);
        colon.or(which).filter(|_| counted && of_areas)
    }

    /// "two areas: the storage of medicines and staff checks": where one is wanting, the last "and" parts two.
    pub(super) fn cut_to_count(&self, first: usize, parts: &mut Vec<Range<usize>>) {
        let s = self.s;
        let stop = first.checked_sub(1).filter(|&i| matches!(s.item(i), Some(Item::Stop(':' | '–' | '—'))));
        let Some(stop) = stop else { return };
        let number = |i: usize| match s.item(i) {
            Some(Item::Number(n)) => usize::try_from(n).ok(),
            _ => None,
        };
        let so_many = (self.label..stop).find_map(number) == Some(parts.len() + 1);
        let Some(last) = parts.pop() else { return };
        let and = last.clone().rev().find(|&i| s.says(i, &["and"])).filter(|_| so_many);
        match and.filter(|&and| and > last.start && and + 1 < last.end) {
            Some(and) => parts.extend([last.start..and, and + 1..last.end]),
            None => parts.push(last),
        }
    }

    /// "record keeping and [the handling of medicines]", "staff training and [care planning]": a name of its own behind "and".
    pub(super) fn names_another(&self, start: usize, and: usize, next: usize) -> bool {
        let s = self.s;
        let word = |i: &usize| {
            s.is_any(*i, &[Class::Other, Class::Improve]) && s.at(*i).starts_with(char::is_lowercase)
        };
        let led = usize::from(s.is_any(next, &[Class::Det, Class::Possessive]));
        let own = (next + led..s.chunks.len()).take_while(word).count();
        let last = (next + led + own).wrapping_sub(1);
        let first = start + usize::from(s.is_any(start, &[Class::Det, Class::Possessive]));
        let prep = (start..and).any(|i| s.is(i, Class::Prep));
        let ends = matches!(s.item(last + 1), None | Some(Item::Stop(_) | Item::Word(Class::Conj)));
        let of = s.says(last + 1, &["of", "for"]);
        if own == 0 || self.is_of_people(next + led) || !(ends || of) {
            return false;
        }
        match (led == 1, prep) {
            (true, true) => of || own > 1 || phrase::is_everyday(s.at(last)),
            (true, false) => true,
            // "the food and record keeping"
            (false, false) if first > start && own > 1 => true,
            (false, _) => own > 1 && and > first + 1 && !prep && !self.is_ing(start),
        }
    }

    /// A further part that is a noun phrase of its own, as "and" parts it from the one before.
    pub(super) fn is_named(&self, part: &Range<usize>) -> bool {
        let s = self.s;
        let led = s.is_any(part.start, &[Class::Det, Class::Possessive]);
        let words = part.clone().skip(usize::from(led)).take_while(|&i| s.is(i, Class::Other)).count();
        let ends = matches!(s.item(part.end), None | Some(Item::Stop(_) | Item::Word(Class::Conj)));
        let next = part.start + usize::from(led) + words;
        let whole = next >= part.end || s.says(next, &["of", "for", "with", "to", "in", "on"]);
        let joint = part.start.wrapping_sub(1);
        let joined = s.is(joint, Class::Conj)
            || s.item(joint) == Some(Item::Stop(',')) && s.item(part.end) == Some(Item::Stop(','))
            || s.item(joint) == Some(Item::Stop(',')) && s.is(part.end, Class::Conj);
        ends && whole && words > usize::from(!led) && joined
    }

    /// "the ethos [of the school]": the one judged, by its noun.
    pub(super) fn is_own_place(&self, at: usize) -> bool {
        let s = self.s;
        let noun = s.at(at).starts_with("the ") || s.is(at.wrapping_sub(1), Class::Det);
        let of = at.wrapping_sub(1 + usize::from(s.is(at.wrapping_sub(1), Class::Det)));
        noun && s.says(of, &["of"])
            && s.is(of.wrapping_sub(1), Class::Other)
            && !s.at(at).contains(char::is_uppercase)
    }

    /// "the public", "young people": whom an area is of.
    fn is_of_people(&self, at: usize) -> bool {
        self.s.says(
            at,
            &[
                "public", "families", "community", "communities", "staff", "carers", "parents", "others",
                "people", "young", "children", "pupils", "patients", "residents", "visitors", "relatives",
                "police", "wider", "local", "rest", "most", "more", "other", "older",
            ],
        )
    }

    /// A part without its article and preposition, where it names an area.
    pub(super) fn core(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let s = self.s;
        // "C1 for neighbouring Dunmere Council": whose, and not what for.
        let whose = matches!(s.item(part.end), Some(Item::Provider(_) | Item::Group(_)));
        if whose && !s.is_any(part.end.wrapping_sub(1), &[Class::Prep, Class::Det]) {
            return None;
        }
        // "two stars for its annual assessment": which assessment, and not what for.
        if s.is(part.end, Class::Visit) && !self.is_way(part.start) {
            return None;
        }
        let mut start = part.start;
        while start < part.end
            && (s.is_any(start, &[Class::Prep, Class::Det, Class::Possessive, Class::Filler, Class::Conj])
                || s.says(start, &["being", "both"])
                || matches!(s.item(start), Some(Item::Provider(_))) && s.owns(start)
                || matches!(s.item(start), Some(Item::Open | Item::Close)))
        {
            start += 1;
        }
        let mut end = part.end;
        while end > start
            && (s.is_any(end - 1, &[Class::Prep, Class::Det, Class::Possessive, Class::Filler, Class::Conj])
                || matches!(s.item(end - 1), Some(Item::Open | Item::Close | Item::Stop(_))))
        {
            end -= 1;
        }
        // "at a trial last year" tells no part, "at its handling of calls" does.
        let at = s.says(part.start, &["at"]) || s.says(part.start.wrapping_sub(1), &["at"]);
        let owned = (part.start..start).any(|i| s.is(i, Class::Possessive));
        let opens = self.is_ing(start)
            || self.is_bare_assessment(start)
            || start > part.start && (!at || owned)
            || self.is_way(part.start)
            || s.is(start, Class::Other)
                && (s.says(part.start.wrapping_sub(1), &["for", "on"])
                    // "On domestic abuse, it was rated good"
                    || part.start == 1 && s.says(0, &["on"]))
            || s.is(start, Class::Other) && part.start > self.label + 3;
        // "for children with special needs": whom, and not what for.
        let people = s.says(
            start,
            &[
                "children", "pupils", "people", "patients", "residents", "families", "prisoners", "students",
                "staff", "those", "young", "women", "men", "parents",
            ],
        );
        // "a score of 5 for food hygiene", "one star for its environmental performance in 2024": all there is.
        let noun =
            start + usize::from(s.says(start, &["food", "environmental", "overall", "annual", "kitchen"]));
        let whole = s.says(noun, &["hygiene", "performance", "safety"])
            && end <= noun + 2
            && (noun > start || !s.says(noun, &["safety"]));
        // "for the same theme": see `relate::target::that_area`.
        let back = s.says(start, &["same"]) && phrase::points_back(s, start.saturating_sub(2));
        // "weak for both measures": see `relate::target::several`.
        let both = (part.start..=start).any(|i| s.says(i, &["both"])) && end <= start + 1;
        // "a two for both speed and accuracy"
        let both = both && !(s.says(part.end, &["and"]) && s.is(part.end + 1, Class::Other));
        // "for staff training", "for patient records": of a noun that they only tell more of.
        let training = !s.says(start, &["young", "those"])
            && (start + 1..end).next().is_some_and(|i| {
                s.is(i, Class::Other) && !s.at(i).ends_with("ing") || phrase::is_everyday(s.at(i))
            });
        let people = people && !training;
        // "weak for its staff": what they are like, and not whom it is for.
        let people = people
            && !(s.says(start, &["staff"])
                && end == start + 1
                && s.is(start.wrapping_sub(1), Class::Possessive));
        if people || back || both || whole && self.self_evident() {
            return None;
        }
        // "for the third time", "at an inspection last year", "for the home" tell no part.
        // "for waiting times"
        let timed = |i: usize| s.says(i, &["times"]) && i > start && s.is(i - 1, Class::Other);
        let other = (start..end).filter(|&i| !timed(i)).any(|i| {
            s.says(
                i,
                &[
                    "time", "times", "year", "years", "row", "running", "months", "now", "moment", "reasons",
                    "example", "instance", "stage", "first", "second", "third", "inspectors", "everything",
                    "rest", "thing", "others", "most", "today", "next", "start", "part", "despite", "although",
                    "remaining", "failing", "county", "country", "area", "areas", "categories", "else",
                ],
            ) || s.is_any(i, &[Class::Rating, Class::Count])
                || s.is(i, Class::Visit) && !self.is_bare_assessment(i)
                // "999 calls": a name.
                || matches!(s.item(i), Some(Item::Number(n)) if !matches!(n, 999 | 101 | 111))
                    && !self.is_way(part.start)
        });
        let noun = self.is_bare_assessment(start)
            || (start..end).any(|i| {
                matches!(
                    s.item(i),
                    Some(
                        Item::Word(Class::Other | Class::Keep | Class::Improve)
                            | Item::Aspect(_)
                            | Item::Service(_)
                    )
                ) && s.at(i).starts_with(char::is_lowercase)
            });
        let service = start + 1 == end && matches!(s.item(start), Some(Item::Service(_)));
        (opens && noun && !other && !service && start < end).then_some(start..end)
    }

    /// True where the aspect is only a word of a longer phrase: "the care it gives patients", "understanding the risk of
    /// fire".
    pub(super) fn is_fragment(&self, part: &Range<usize>, aspects: &[usize]) -> bool {
        let s = self.s;
        let (Some(&first), Some(&last)) = (aspects.first(), aspects.last()) else { return false };
        let before = (part.start..first).any(|i| {
            (s.is_any(i, &[Class::Other, Class::Improve, Class::Keep]) || s.is(i, Class::Pronoun))
                && !s.says(i, NOUNS)
                && !s.says(i, &["providing", "delivering", "offering"])
                && !s.says(i, &["it", "they"])
        });
        // "how responsive it was"
        let after = s.is(last + 1, Class::Pronoun)
            && last + 1 < part.end
            && !part.clone().any(|i| s.says(i, &["how"]));
        // "its work with students with high needs": the name is long enough to stand for itself.
        let long = aspects.iter().any(|&i| s.at(i).contains(' '));
        (before || after) && !long
    }
}
