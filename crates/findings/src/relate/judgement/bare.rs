//! Labels without marks and without a rating verb: "the home is now good", "care was good but safety inadequate",
//! "it requires improvement". What must speak for them besides the copula. Knows no verb of rating.

use super::{Reader, gloss};
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::phrase;
use std::ops::Range;

/// What a provider is called after a label: "a good school".
const KINDS: &[&str] = &[
    "school", "academy", "college", "nursery", "home", "hospital", "trust", "council", "authority",
    "service", "services", "provider", "landlord", "force", "prison", "surgery", "practice", "hospice",
    "primary", "secondary", "pre-school", "preschool", "department", "organisation", "university", "brigade",
    "agency", "setting", "centre", "unit", "ward", "ALMO", "company", "association",
];

/// What a part of a provider is called after its name: "its critical care unit".
const UNITS: &[&str] =
    &["unit", "units", "ward", "wards", "department", "team", "centre", "service", "services"];

impl Reader<'_, '_> {
    /// True where an unmarked label after "is" is a judgement: its subject is nothing but those judged, and the
    /// inspectors' word, another label, a list of what it is for or the change it brings stands beside it.
    pub(super) fn bare_judgement(&self, verb: usize, subject: &Range<usize>) -> bool {
        let s = self.s;
        let (listed, end) = phrase::listed_after(s, self.label + 1, false);
        let for_aspect = listed.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))));
        // "fair for quality but weak on use of resources": two grades, each with what it is for.
        let counted = matches!(s.item(self.label + 2), Some(Item::Number(_)));
        let pairs = s.says(self.label + 1, &["for", "at", "on", "in"]) && !counted && self.sibling_pair();
        if pairs && (for_aspect || self.pure(subject)) {
            return true;
        }
        // "the arrangements for school trips were outstanding"
        // "support for pupils with additional learning needs was good": of no area.
        let last = subject.end.wrapping_sub(1);
        let inner = s.is(last, Class::Other)
            && subject.contains(&last.wrapping_sub(1))
            && self.is_aspect(last.wrapping_sub(1));
        let area = phrase::leads_area(s, subject).is_some() && !inner;
        if area && self.ends_phrase() && (self.body_speaks() || self.sibling() || self.run) {
            return true;
        }
        // "praised its leadership, which was judged inadequate last year and is now good"
        let which = s.item(subject.end) == Some(Item::Stop(',')) && s.is(subject.end + 1, Class::Opens);
        let now = (verb + 1..self.label).any(|i| s.is(i, Class::Now));
        if which && now && self.is_aspect(last) && self.ends_phrase() && self.sibling() {
            return true;
        }
        let service = self.is_whole_service(subject);
        if !service && !self.pure(subject) {
            return false;
        }
        let whole = service
            || subject.clone().any(|i| {
                matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_)))
                    || s.is(i, Class::Pronoun)
                    || s.says(i, &["both"])
                    || self.is_count(i)
            });
        let named = subject.clone().any(|i| matches!(s.item(i), Some(Item::Provider(_))))
            && subject.clone().any(|i| s.chunks[i].is_target() && s.at(i).starts_with(char::is_uppercase));
        let aspects = subject.clone().any(|i| matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_))));
        let beside = |class: Class| (verb.saturating_sub(3)..self.label).any(|i| s.is(i, class));
        let official = (verb + 1..self.label).any(|i| s.says(i, &["officially"]))
            || s.says(0, &["it", "it's", "it’s"]) && (1..3).any(|i| s.says(i, &["official"])) && verb > 2;
        let now =
            beside(Class::Now) || official || s.says(verb + 1, &["no"]) && s.says(verb + 2, &["longer"]);
        let dated = (end..end + 4)
            .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_) | Item::Label(_))))
            .any(|i| matches!(s.item(i), Some(Item::Date(_))));
        // "which was satisfactory when it was last inspected"
        let visited = |i: usize| s.is_any(i, &[Class::Before, Class::Visit]) || s.says(i, &["inspectors"]);
        let last = s.says(end, &["when"]) && ((end..end + 5).any(visited) || phrase::changed_hands(s, end))
            // "had been good at its last inspection", "was good at the time of its last inspection"
            || (self.label + 1..self.label + 4 + 3 * usize::from(s.says(self.label + 3, &["time"])))
                .any(|i| s.says(i, &["last", "previous", "recent", "latest"]) && (1..3).any(|d| s.is(i + d, Class::Visit)));
        // "A year earlier it had been poor"
        let dated = dated || (0..subject.end).any(|i| self.opening_date(i));
        // "It was rated poor. In 2019 it was good.", "Last time it was good."
        let then = self.run
            && ((0..verb).any(|i| self.opening_date(i))
                || s.says(0, &["last"]) && s.says(1, &["time"])
                // "It was rated poor. It was good in 2019."
                || dated && s.says(verb, &["was", "were"]));
        // "since 2010, when it was outstanding"
        let when = subject.start.checked_sub(1).filter(|&i| s.says(i, &["when"]));
        let since = |i: usize| {
            matches!(s.item(i), Some(Item::Date(_)))
                && (s.at(i).starts_with("since ")
                    || s.at(i).ends_with(" ago")
                    || s.says(i.wrapping_sub(1), &["since"]))
        };
        let then = then || when.is_some_and(|w| (w.saturating_sub(2)..w).any(since));
        // "It was rated poor. It had been good."
        let it = self.run && subject.clone().any(|i| s.is(i, Class::Pronoun));
        let had = s.says(verb.wrapping_sub(1), &["had"]) && (dated || it || beside(Class::Before));
        // "Inspectors last came in 2016. It was adequate then."
        let at_that = s.says(self.label + 1, &["then"])
            && s.item(self.label + 2).is_none_or(|i| matches!(i, Item::Stop(_)));
        // "A parent said Ash School was good": hers.
        let said = (0..subject.start).any(|i| s.is(i, Class::Say));
        let once = had || last || then || at_that && !said && (self.run || self.visited_before());
        let ends = self.ends_phrase() || at_that;
        // "was weak in both": of two areas that the article tells
        let both = s.says(self.label + 1, &["in", "on", "for", "across"])
            && s.says(self.label + 2, &["both", "each"])
            && self.story.two_areas(self.story.text.sentence_at(s.span.start)).is_some();
        for_aspect
            || whole && ends && self.of_two_times(verb)
            || both && whole
            // "Safeguarding is effective": a scale of that area's own, and a sentence of nothing else.
            || ends && aspects && self.own_axis() && subject.start == 0 && subject.len() <= 2
            // "was good in the same category last year"
            || whole && phrase::points_back(s, self.label + 1)
            // "They were adequate in two areas", after another grade
            || whole && (self.run || self.body_speaks()) && self.counts_areas_next()
            // "But the force was poor at investigating crime", after another grade
            || whole
                && (self.run || self.beside_count())
                && s.says(self.label + 1, &["at", "only"])
                && !self.parts(false).unknown.is_empty()
            || ends && whole && s.says(self.label + 1, &["as"]) && s.says(self.label + 2, &["recently"])
            || whole && (phrase::and_overall(s, self.label) || !phrase::included_after(s, self.label).is_empty())
            || whole && self.since_then(verb)
            // "was zero-rated": a verb of its own
            || whole && s.says(self.label, &["zero-rated"])
            || whole && (self.stays_of_kind(verb) || self.stays_after_visit(verb))
            // "Overall, the school is good"
            || ends && whole && s.says(0, &["overall"]) && subject.start <= 2
            || ends && whole && (now || once || s.is(verb, Class::Stay) || self.stays_to_be(verb))
            || ends && (aspects || whole) && (self.body_speaks() || self.told_before(verb))
            || ends && whole && self.came_and(subject)
            // "Community services remain requires improvement": no adjective stands so.
            || ends && aspects && self.is_verb_form() && s.is(verb, Class::Stay)
            // "At the last inspection in 2019 safety was poor"
            || ends && aspects && (0..subject.start).any(|i| s.is(i, Class::Visit))
            // "A school which was good for years has plunged to inadequate"
            || ends && whole && s.is(verb.wrapping_sub(1), Class::Opens) && s.is(verb, Class::Be) && self.sibling()
            // "Heather View requires improvement, while The Hollies is outstanding"
            || named
                && matches!(s.item(self.label + 1), None | Some(Item::Stop(_)))
                && (self.sibling() || self.run && !said)
            || ends && aspects && (self.sibling() || self.run)
            // "The inspectorate saw two schools. At Tey Primary, attainment was weak."
            || ends && aspects && self.fronted_by_name(subject) && self.visited_before()
            // "Achievement was poor, and so was leadership"
            || ends && aspects && (self.label + 1..self.label + 5)
                .take_while(|&i| !s.is(i, Class::Say))
                .any(|i| s.says(i, &["so", "as"]) && s.is(i + 1, Class::Be))
    }

    /// "adequate in two areas": how many, right after the label.
    fn counts_areas_next(&self) -> bool {
        let (s, next) = (self.s, self.label + 1);
        s.says(next, &["in", "for", "on", "across"])
            && matches!(s.item(next + 1), Some(Item::Number(_)))
            && (next + 2..next + 4).any(|i| phrase::is_area_noun(s, i))
    }

    /// "Inspectors last came in 2016.": the sentence before tells a visit.
    pub(super) fn visited_before(&self) -> bool {
        let text = self.story.text;
        let before = text.sentence_at(self.s.span.start).checked_sub(1).and_then(|ix| text.sentences.get(ix));
        before.is_some_and(|s| {
            let words = text.at(*s).as_bytes();
            memchr::memmem::find(words, b"nspect").is_some()
                || memchr::memmem::find(words, b"visit").is_some()
                || self.story.sentence(*s).chunks.iter().any(|c| matches!(c.item, Item::Body(_)))
        })
    }

    /// "Ofsted came back in 2018 and it was good": the clause before tells who came.
    fn came_and(&self, subject: &Range<usize>) -> bool {
        const CAME: &[&str] = &["came", "returned", "called", "visited", "went", "arrived", "looked"];
        let s = self.s;
        let before = 0..subject.start;
        let came = before.clone().find(|&i| s.says(i, CAME));
        came.is_some_and(|came| {
            s.is(subject.start.wrapping_sub(1), Class::Conj)
                && (0..came).any(|i| matches!(s.item(i), Some(Item::Body(_))) || s.says(i, &["inspectors"]))
        })
    }

    /// "rated the service inadequate": what the article calls the part that it is about.
    pub(super) fn is_the_unit(&self, i: usize) -> bool {
        self.s.says(i, UNITS) && self.s.is(i.wrapping_sub(1), Class::Det)
    }

    /// True for a date at the head of the sentence or of its clause, with nothing before it but its preposition.
    fn opening_date(&self, at: usize) -> bool {
        let opens = |i: &usize| self.s.item(*i) == Some(Item::Stop(';'));
        let first = (0..at).rev().find(opens).map_or(0, |i| i + 1);
        let plain = |i: usize| self.s.is(i, Class::Prep);
        matches!(self.s.item(at), Some(Item::Date(_))) && (first..at).all(plain)
    }

    /// "All three", "The two": the number.
    pub(super) fn is_count(&self, at: usize) -> bool {
        // "the first three of these"
        let some =
            self.s.says(at.wrapping_sub(1), &["first", "last"]) && self.s.says(at.wrapping_sub(2), &["the"]);
        matches!(self.s.item(at), Some(Item::Number(2..=6)))
            && at > 0
            && (some || self.s.says(at - 1, &["all", "the"]))
    }

    /// True for a noun phrase of nothing but those judged, with their articles and owners.
    pub(super) fn pure(&self, range: &Range<usize>) -> bool {
        let s = self.s;
        let opens = range.clone().find(|&i| self.opening_date(i)).map_or(range.start, |i| i + 1);
        let last = s.says(opens, &["last"]) && s.says(opens + 1, &["time"]);
        let opens = opens + if last { 2 } else { 0 };
        // "apart from apprenticeships, which stayed at three"
        let apart = s.says(opens, &["apart"]) && s.says(opens + 1, &["from"]);
        let opens = opens + if apart { 2 } else { 0 };
        let range = &(opens..range.end.max(opens));
        let pronoun = |i: usize| s.is(i, Class::Pronoun) || s.says(i, &["both"]) || self.is_count(i);
        let pronoun = range.len() <= 2 && range.clone().any(pronoun);
        let of_kind = range.clone().all(|i| {
            s.chunks[i].is_target()
                || self.is_count(i)
                || matches!(s.item(i), Some(Item::Stop(',' | ':') | Item::Open | Item::Close))
                // "teaching in the juniors"
                || phrase::qualifies_area(s, range, i)
                // "the standard of teaching"
                || phrase::is_leading(s, i)
                || s.says(i, &["nearby", "neighbouring", "neighbour", "other", "remaining"])
                // "Pupils' achievement"
                || phrase::owns_area(s, i)
                // "the experiences and progress of children"
                || phrase::are_owners(s, i) && i > range.start && s.says(i - 1, &["of", "for"])
                // "the education provided by the college"
                || s.says(i, &["provided", "offered", "delivered"]) && s.says(i + 1, &["by", "at", "in", "for"])
                // "the other surgery in the town"
                || s.says(i, &["town", "village", "city", "area"]) && s.says(i - 1, &["the"]) && i > range.start
                || s.says(i, &["in"]) && s.says(i + 1, &["the"]) && s.says(i + 2, &["town", "village", "city", "area"])
                // "the overall effectiveness of the department"
                || self.is_kind(s.at(i)) && s.says(i.wrapping_sub(1), &["the", "its", "whole"])
                // "its critical care unit"
                || i > range.start
                    && matches!(s.item(i - 1), Some(Item::Service(_)))
                    && s.says(i, UNITS)
                // "pupils' behaviour"
                || s.says(i, &["pupils", "pupils'", "pupils’", "students", "children's", "children’s", "patients", "residents"])
                    && s.chunks.get(i + 1).is_some_and(|c| matches!(c.item, Item::Aspect(_)))
                // "a care home in Sandby"
                || i > range.start
                    && s.is(i, Class::Other)
                    && s.at(i).starts_with(char::is_uppercase)
                    && (s.says(i - 1, &["in", "near", "at"]) || s.at(i - 1).starts_with(char::is_uppercase))
                || s.is_any(
                    i,
                    &[
                        Class::Det,
                        Class::Possessive,
                        Class::Filler,
                        Class::Conj,
                        Class::Now,
                        Class::Again,
                        Class::All,
                        Class::Prep,
                        Class::Pronoun,
                        Class::Rating,
                    ],
                )
        });
        of_kind && (pronoun || range.clone().any(|i| s.chunks[i].is_target()))
    }

    /// True where nothing that the label could describe follows it.
    pub(super) fn ends_phrase(&self) -> bool {
        let s = self.s;
        let mut next = self.label + 1;
        while s.item(next) == Some(Item::Close)
            || s.is(next, Class::Filler)
            || s.says(next, &["too"])
            // "needs to address the areas for improvement identified"
            || s.says(next, &["identified"])
            || s.says(next, &["possible", "available", "going"]) && self.is_place()
        {
            next += 1;
        }
        match s.item(next) {
            None | Some(Item::Stop(_) | Item::Date(_) | Item::Open) => true,
            Some(Item::Word(Class::Conj | Class::Now | Class::Again | Class::Opens | Class::Before)) => true,
            Some(Item::Word(_)) if s.says(next, &["rather"]) => s.says(next + 1, &["than"]),
            // "is good with excellent prospects"
            Some(Item::Word(Class::Prep)) if s.says(next, &["with"]) => {
                // "good with some outstanding features"
                matches!(s.item(next + 1), Some(Item::Label(_)))
                    || (next + 2..next + 4).any(|i| s.says(i, &["features"]))
            }
            Some(Item::Word(Class::Prep)) => !s.says(next, &["to", "of", "like", "than", "about"]),
            _ => false,
        }
    }

    /// True where the sentence gives another label to something of its own.
    pub(super) fn sibling(&self) -> bool {
        let s = self.s;
        (0..s.chunks.len()).any(|i| {
            i != self.label
                && matches!(s.item(i), Some(Item::Label(_)))
                && !(i.min(self.label)..i.max(self.label)).any(|j| s.says(j, &["or"]))
        })
    }

    /// True where another label of the sentence has what it is for right after it.
    pub(super) fn sibling_pair(&self) -> bool {
        let s = self.s;
        (0..s.chunks.len()).any(|i| {
            i != self.label
                && matches!(s.item(i), Some(Item::Label(_)))
                && s.says(i + 1, &["for", "at", "on", "in"])
                && !matches!(s.item(i + 2), Some(Item::Number(_)))
        })
    }

    /// "named an outstanding school", "remains a ‘good’ school": the kind of the one judged, as a rating noun.
    pub(super) fn kind_noun(&self) -> Option<usize> {
        let s = self.s;
        let mut next = self.label + 1;
        while s.item(next) == Some(Item::Close) {
            next += 1;
        }
        let kind = KINDS.iter().any(|k| k.eq_ignore_ascii_case(s.at(next)));
        let after = s.item(next + 1);
        let ends = !matches!(after, Some(Item::Word(Class::Other | Class::Visit | Class::Improve)));
        let sure = || {
            self.quoted()
                || self.marked_off()
                || self.self_evident()
                || self.body_speaks()
                || self.sure_verb()
                || self.head().is_some_and(|head| self.stays_of_kind(head) || self.now_of_kind(head))
                || self.under_old_rules()
        };
        (kind && ends && sure() && self.own_article()).then_some(next)
    }

    /// "Under the old system it was a good school"
    pub(super) fn under_old_rules(&self) -> bool {
        phrase::under_old_rules(self.s, self.label)
    }

    /// "Rated poor in 2008, the home is now a good home": beside another grade.
    fn now_of_kind(&self, head: usize) -> bool {
        let s = self.s;
        s.is(head, Class::Be)
            && (head..self.label).any(|i| s.is(i, Class::Now))
            && (self.sibling() || self.run)
    }

    /// True for what a provider is called.
    pub(super) fn is_kind(&self, word: &str) -> bool {
        KINDS.iter().any(|k| k.eq_ignore_ascii_case(word))
    }

    /// "branded a good school", "named an outstanding school by Ofsted"
    fn sure_verb(&self) -> bool {
        let Some(head) = self.head() else { return false };
        let s = self.s;
        s.is(head, Class::Rate)
            || s.says(head, &["named", "called"])
                && (0..self.label + 6).any(|i| matches!(s.item(i), Some(Item::Body(_))))
    }

    /// "a good school" says it of one; "good schools" of many.
    fn own_article(&self) -> bool {
        let s = self.s;
        let mut at = self.label;
        loop {
            // "a fair, one-star service"
            let double = at.checked_sub(1).and_then(|comma| gloss::word_before(s, comma));
            match at.checked_sub(1) {
                Some(_) if double.is_some() => at = double.unwrap_or(at),
                Some(before) if s.item(before) == Some(Item::Open) || s.is(before, Class::Filler) => {
                    at = before;
                }
                _ => break,
            }
        }
        s.says(at.wrapping_sub(1), &["a", "an", "the", "this"])
    }
}
