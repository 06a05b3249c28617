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
        // "weak for its staff": what they are like, and not whom it is for.
        let people = people
            && !(s.says(start, &["staff"])
                && end == start + 1
                && s.is(start.wrapping_sub(1), Class::Possessive));
        if people || back || both || whole && self.self_evident() {
            return None;
        }
        // "for the third time", "at an inspection last year", "for the home" tell no part.
        let other = (start..end).any(|i| {
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
