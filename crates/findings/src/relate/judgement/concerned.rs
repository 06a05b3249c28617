//! A grade that was told of before and what it was for: "The adequate judgement was for its work with employers", "Its only
//! outstanding grade came in caring", "The inadequate verdict concerned leadership". Knows no verb of rating.

use super::Reader;
use super::parts::Parts;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use std::ops::Range;

/// Words that say which of several grades is meant.
const WHICH: &[&str] = &[
    "sole", "lone", "single", "other", "others", "first", "second", "third", "remaining", "one", "solitary",
    "lowest", "highest", "weakest",
];

impl Reader<'_, '_> {
    /// "The good ratings were for prevention and protection".
    pub(super) fn concerned(&self) -> Option<Frame> {
        let s = self.s;
        let last = self.label + usize::from(self.quoted());
        let noun = (last + 1..last + 4)
            .take_while(|&i| {
                s.is_any(i, &[Class::Rating, Class::Filler]) || matches!(s.item(i), Some(Item::Body(_)))
            })
            .filter(|&i| s.is(i, Class::Rating))
            .last();
        // "The grade of adequate was for teaching"
        let of = self.label.checked_sub(1 + usize::from(self.quoted()));
        let named =
            of.filter(|&i| s.says(i, &["of"]) && s.is(i.wrapping_sub(1), Class::Rating)).map(|i| i - 1);
        let phrase = self.told_of(named.unwrap_or(self.label), noun.is_some() || named.is_some())?;
        let first = self.area_after(noun.unwrap_or(last) + 1)?;
        let mut parts = Parts { end: first, ..Parts::default() };
        self.parts_from(first, &mut parts);
        let own = |i: &usize| matches!(s.item(*i), Some(Item::Aspect(_) | Item::Service(_)));
        // "The good ratings were for homes in the north"
        let many = |part: &Range<usize>| part.clone().any(|i| self.is_plural_kind(i));
        if parts.unknown.iter().any(many) {
            return None;
        }
        let any = !parts.unknown.is_empty() || parts.listed.iter().any(own);
        (any && !self.in_speech()).then(|| Frame {
            listed: parts.listed,
            unknown: parts.unknown,
            end: parts.end,
            ..self.frame(first - 1, phrase, first..first, "concerned")
        })
    }

    /// "The only blemish was requires improvement for leadership": a grade that stands out, and what it is for.
    pub(super) fn stands_out(&self) -> Option<Frame> {
        const OUT: &[&str] = &[
            "blemish", "exception", "weakness", "spot", "point", "disappointment", "area", "low", "high",
            "cloud", "mark", "surprise", "weakest", "strongest", "outlier",
        ];
        let s = self.s;
        let be = self.head().filter(|&h| s.is(h, Class::Be))?;
        let noun = be.checked_sub(1).filter(|&i| s.says(i, OUT))?;
        let plain = |i: usize| {
            s.is_any(i, &[Class::Det, Class::Filler, Class::Possessive, Class::Conj])
                || s.says(
                    i,
                    &[
                        "only", "one", "sole", "main", "weak", "bright", "black", "low", "high", "biggest",
                        "single",
                    ],
                )
                || s.item(i) == Some(Item::Number(1))
        };
        let parts = self.parts(false);
        let after = self.label + 1 + usize::from(self.quoted());
        let areas =
            s.says(after, &["for", "in", "on"]) && !(parts.listed.is_empty() && parts.unknown.is_empty());
        let told = self.run || self.sibling() || self.visited_before();
        let holds = noun > 0 && (0..noun).all(plain) && areas && told && !self.in_speech();
        holds.then(|| self.frame(be, be..be, be..be, "concerned"))
    }

    /// "homes", "schools": many of a kind.
    fn is_plural_kind(&self, at: usize) -> bool {
        let Some(chunk) = self.s.chunks.get(at) else { return false };
        let from = self.story.plurals.partition_point(|k| k.span.start < chunk.span.start);
        self.story.plurals.get(from).is_some_and(|k| k.span.start == chunk.span.start)
    }

    /// Where the owner of the grade may stand: "the", "its only", "the college's two", at the head of a clause.
    fn told_of(&self, end: usize, noun: bool) -> Option<Range<usize>> {
        let s = self.s;
        let mut start = end;
        while start > 0 {
            let at = start - 1;
            let own = matches!(
                s.item(at),
                Some(Item::Open | Item::Body(_) | Item::Provider(_) | Item::Number(1..=20))
            ) || s.is_any(at, &[Class::Det, Class::Possessive, Class::Filler])
                || s.says(at, WHICH);
            if !own {
                break;
            }
            start = at;
        }
        let opens = start == 0
            || matches!(s.item(start - 1), Some(Item::Stop(_)))
            || s.is_any(start - 1, &[Class::Conj, Class::Opens, Class::Say]);
        let the = (start..end).any(|i| {
            s.says(i, &["the"])
                || noun && (s.is(i, Class::Possessive) || s.owns(i))
                || s.says(i, &["only", "sole", "lone"])
        });
        (opens && the).then_some(start..end)
    }

    /// Where the area begins: after "was for", "came in", "concerned", "related to".
    fn area_after(&self, at: usize) -> Option<usize> {
        let s = self.s;
        // "The two weak grades, though, came for staffing"
        let comma = |i: usize| s.item(i) == Some(Item::Stop(','));
        let aside = comma(at) && s.says(at + 1, &["though", "however", "meanwhile"]) && comma(at + 2);
        let at = if aside { at + 3 } else { at };
        let for_ = |i: usize| s.says(i, &["for", "in", "on"]).then_some(i + 1);
        if s.says(at, &["concerned", "concerns", "covered", "covers"]) {
            return Some(at + 1);
        }
        if s.says(at, &["related", "relates", "applied", "applies", "referred", "refers"])
            && s.says(at + 1, &["to"])
        {
            return Some(at + 2);
        }
        if s.says(at, &["came", "comes", "come"]) {
            return for_(at + 1);
        }
        let mut be = at + usize::from(s.is(at, Class::Have));
        if !s.is(be, Class::Be) {
            return None;
        }
        while s.is_any(be + 1, &[Class::Be, Class::Filler, Class::All]) {
            be += 1;
        }
        // "was given for", "were made for"
        let given = usize::from(s.says(be + 1, &["given", "awarded", "handed", "made", "earned"]));
        for_(be + 1 + given)
    }
}
