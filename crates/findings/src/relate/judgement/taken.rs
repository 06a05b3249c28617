//! Verbs that say what somebody was taken for: "described as good", "regards it as inadequate", "came out as fair", "said to
//! be poor". Knows no frame: each tells which verb it was.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;

impl Reader<'_, '_> {
    /// The verb of "rated two of the areas it looked at as poor: A and B", where the areas are named.
    pub(super) fn rated_of_many(&self) -> Option<usize> {
        let s = self.s;
        let stops =
            |i: &usize| matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_))) || s.is(*i, Class::Opens);
        let verb = (self.label.saturating_sub(14)..self.label)
            .rev()
            .take_while(|i| !stops(i))
            .find(|&i| s.is(i, Class::Rate))?;
        let counted = (verb..self.label).any(|i| matches!(s.item(i), Some(Item::Number(_))));
        let (listed, _) = phrase::listed_after(s, self.label + 1, false);
        (counted && listed.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))))).then_some(verb)
    }

    /// The verb of "came out", "emerged", "emerged from its latest inspection as".
    pub(super) fn came_out(&self, head: usize) -> Option<usize> {
        let s = self.s;
        let emerged = |i: usize| {
            let came = i.checked_sub(1).filter(|&c| s.says(c, &["came", "comes", "come", "coming"]));
            match s.says(i, &["emerged", "emerges", "emerging"]) {
                true => Some(i),
                false => came.filter(|_| s.says(i, &["out"])),
            }
        };
        let visit = s.is(head, Class::Visit) || matches!(s.item(head), Some(Item::Body(_)));
        if !visit || !s.says(head + 1, &["as"]) {
            return emerged(head);
        }
        let from = (head.saturating_sub(6)..head).rev().find(|&i| s.says(i, &["from", "of"]))?;
        let plain = |i: usize| {
            matches!(s.item(i), Some(Item::Body(_) | Item::Date(_)))
                || s.is_any(
                    i,
                    &[Class::Det, Class::Possessive, Class::Now, Class::Before, Class::Visit, Class::Other],
                )
        };
        let verb = emerged(from.checked_sub(1)?)?;
        (from + 1..head).all(plain).then_some(verb)
    }

    /// The verb of "described as having important areas for improvement".
    pub(super) fn as_having(&self, head: usize) -> Option<usize> {
        let s = self.s;
        let having = s.says(head, &["having"]) && s.says(head.wrapping_sub(1), &["as"]);
        let verb = head.checked_sub(2).filter(|_| having && self.long_form())?;
        self.taken_as(verb).map(|_| verb)
    }

    /// "rated by the watchdog inadequate for safety": the agent between the verb and its label.
    pub(super) fn rated_by(&self, head: usize) -> Option<Frame> {
        let s = self.s;
        let one = matches!(s.item(head), Some(Item::Body(_)))
            || s.says(head, &["inspectors", "watchdog", "regulator", "inspectorate"]);
        let first = (head.saturating_sub(3)..head).rev().find(|&i| s.says(i, &["by"])).filter(|_| one)?;
        let plain = |i: usize| s.is(i, Class::Det) || matches!(s.item(i), Some(Item::Body(_)));
        let verb = first.checked_sub(1).filter(|&i| s.is(i, Class::Rate) && (first + 1..head).all(plain))?;
        (self.ends_phrase() || self.marked_off()).then(|| self.rated(verb, "rated/passive"))
    }

    /// "came out with ‘good’ for", "emerged with a two": what an inspection gave.
    pub(super) fn out_with(&self, head: usize) -> Option<Frame> {
        let s = self.s;
        let before = head.checked_sub(1).filter(|_| s.says(head, &["with"]) && !self.in_speech())?;
        let led = before.checked_sub(1);
        let came = led.filter(|&i| {
            s.says(before, &["away"]) && s.says(i, &["came", "comes", "walked", "walks"])
                || s.says(before, &["up"]) && s.says(i, &["ended", "ends", "finished"])
        });
        let verb = self.came_out(before).or(came)?;
        let graded = self.marked_off() || self.self_evident() || self.rating_noun().is_some();
        (graded && (self.ends_phrase() || self.rating_noun().is_some()))
            .then(|| self.frame(verb, phrase::subject(&s.chunks, verb), head..head, "received"))
    }

    /// The verb of "said to be", "said by inspectors to be".
    pub(super) fn said_to(&self, be: usize) -> Option<usize> {
        let s = self.s;
        let mut said = be.checked_sub(2).filter(|_| s.says(be - 1, &["to"]))?;
        let agent = matches!(s.item(said), Some(Item::Body(_))) || s.says(said, &["inspectors", "inspector"]);
        if agent {
            said = said.checked_sub(2 + usize::from(s.is(said.checked_sub(1)?, Class::Det)))?;
            said = Some(said).filter(|&i| s.says(i + 1, &["by"]))?;
        }
        // "was the one area said to be good"
        let passive =
            (1..3).any(|d| s.is(said.wrapping_sub(d), Class::Be)) || phrase::one_of_areas(s, said).is_some();
        (s.is(said, Class::Say) && passive).then_some(said)
    }

    /// The verb of "described as", "singled out as", "called": any passive that takes a complement, where inspectors
    /// speak. "Described as good by parents" is theirs.
    pub(super) fn taken_as(&self, head: usize) -> Option<usize> {
        let s = self.s;
        let verb = head - usize::from(s.says(head, &["out", "up"]) && head > 0);
        let calls = s.says(verb, &["called", "named", "termed"]);
        let takes = s.says(head + 1, &["as"]) && (s.at(verb).ends_with("ed") || s.says(verb, &["seen"]));
        let mut be = verb;
        while be > 0 && s.is_any(be - 1, &[Class::Filler, Class::Again, Class::Now]) {
            be -= 1;
        }
        let passive = s.is(be.wrapping_sub(1), Class::Be);
        let picked = s.says(verb, &["picked"]) && verb < head;
        if !passive || !(calls || takes) || !(picked || s.is_any(verb, &[Class::Other, Class::Find])) {
            return None;
        }
        let subject = phrase::subject(&s.chunks, verb);
        // "two years after it was condemned"
        let it = subject.end.wrapping_sub(1);
        let subject = if s.says(it, &["it", "they"]) { it..it + 1 } else { subject };
        // "Music and PE were singled out as very good"
        let row = phrase::areas_to(self.story, s, phrase::group_start(s, verb), true);
        let row = row.is_some_and(|row| !row.unknown.is_empty() && row.unknown.len() + row.named.len() > 1);
        let damned = s.says(verb, &["condemned", "slammed", "damned", "dismissed", "lambasted", "panned"]);
        let inspectors = |i: usize| {
            matches!(s.item(i), Some(Item::Body(_)))
                || s.is(i, Class::Visit)
                || s.says(i, &["inspectors", "inspector", "watchdog", "regulator", "inspectorate"])
        };
        let agent = (self.label + 1..self.label + 6).find(|&i| s.says(i, &["by"]));
        let spoken = match agent {
            Some(by) => (by + 1..by + 5).any(inspectors),
            None => {
                let areas = row
                    || s.chunks[subject.clone()].iter().any(|c| matches!(c.item, Item::Aspect(_)))
                    || phrase::leads_area(s, &subject).is_some();
                // "singled out as outstanding": after another grade.
                let visited =
                    subject.start > 1 && (0..subject.start).any(|i| s.says(i, &["inspected", "visited"]));
                let given = phrase::listed_after(s, self.label + 1, false).0;
                let for_areas = given.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))));
                // "Marle was described as inadequate a year ago", where grades are told
                let dated =
                    (self.label + 1..self.label + 4).any(|i| matches!(s.item(i), Some(Item::Date(_))));
                let then = dated && self.pure(&subject) && self.ends_phrase() && !self.in_speech();
                then && (self.run || self.sibling() || self.visited_before())
                    || (areas || damned) && self.run
                    || areas && self.visited_before()
                    || visited && for_areas
                    || self.body_speaks()
                    || (0..s.chunks.len()).any(inspectors) && (areas || self.sibling())
            }
        };
        let judged = row || self.pure(&subject) || phrase::leads_area(s, &subject).is_some();
        (spoken && judged && self.ends_phrase() && !self.in_speech()).then_some(verb)
    }

    /// The verb of "judged both to be good".
    pub(super) fn both_to_be(&self, be: usize) -> Option<usize> {
        let s = self.s;
        let verb = be.checked_sub(3)?;
        let both = s.says(be - 1, &["to"]) && s.says(be - 2, &["both"]);
        (both && s.is_any(verb, &[Class::Rate, Class::Find])).then_some(verb)
    }

    /// The participle of "described by the watchdog as inadequate".
    pub(super) fn described_by(&self, head: usize) -> Option<usize> {
        let s = self.s;
        let by = head.checked_sub(1 + usize::from(s.is(head.wrapping_sub(1), Class::Det)))?;
        // "We are Ofsted outstanding", "The school is Ofsted good"
        let ours = s.says(by, &["are", "is", "we're", "we’re"]) && head + 1 == self.label;
        let of_one = (by.saturating_sub(3)..=by).any(|i| {
            s.says(i, &["we", "we're", "we’re", "school"]) || matches!(s.item(i), Some(Item::Provider(_)))
        });
        let if_so = (0..by).any(|i| s.is(i, Class::If));
        if ours && of_one && !if_so && (self.ends_phrase() || self.kind_noun().is_some()) {
            return Some(by);
        }
        let verb = by.checked_sub(1).filter(|_| s.says(by, &["by"]) && s.says(head + 1, &["as"]))?;
        let participle = s.at(verb).ends_with("ed") && s.is_any(verb, &[Class::Other, Class::Find]);
        (participle && self.ends_phrase() && !self.in_speech()).then_some(verb)
    }

    /// The verb of "the watchdog now regards it as inadequate", "inspectors hailed the home as outstanding".
    pub(super) fn regarded(&self, head: usize) -> Option<usize> {
        const VERBS: &[&str] = &[
            "regards", "regarded", "sees", "saw", "views", "viewed", "lists", "listed", "hailed", "praised",
            "dismissed", "denounced", "highlighted", "slammed", "criticised", "condemned", "classes",
            "rates", "describing", "describes", "described", "placed", "has", "had", "puts", "put", "marks",
            "marked", "ranks", "ranked", "leaves", "left", "recognised", "recognises", "recognising",
        ];
        let s = self.s;
        let at = s.says(head.wrapping_add(1), &["at"]) && self.self_evident();
        if !(at || s.says(head.wrapping_add(1), &["as"])) || self.in_speech() {
            return None;
        }
        // "describes teaching, the curriculum and care as good": over the commas of a list.
        let stops = |i: usize| match s.item(i) {
            Some(Item::Stop(',')) => !s.chunks[i - usize::from(i > 0)].is_target() || i == 0,
            item => matches!(item, Some(Item::Stop(_) | Item::Label(_))),
        };
        let verb =
            (head.saturating_sub(12)..head).rev().take_while(|&i| !stops(i)).find(|&i| s.says(i, VERBS))?;
        // "The report describing the home as inadequate was published": the verb of the report follows.
        let closes = s.at(verb).ends_with("ing") && s.is_any(self.label + 1, &[Class::Be, Class::Have]);
        if !closes && !self.ends_phrase() {
            return None;
        }
        let passive = (verb.saturating_sub(2)..verb).any(|i| s.is(i, Class::Be));
        // "visited in May and now regards it as": one subject of two verbs.
        let mut joint = verb;
        while joint > 0 && s.is_any(joint - 1, &[Class::Now, Class::Filler, Class::Again, Class::Have]) {
            joint -= 1;
        }
        let first = match s.says(joint.wrapping_sub(1), &["and", "but"]) {
            true => 0,
            false => verb.saturating_sub(4),
        };
        let report = (first..verb).any(|i| s.says(i, &["report"]) || s.is(i, Class::Visit));
        let spoken = report || self.inspectors_in(first..verb) || self.report_speaks(verb);
        (!passive && spoken).then_some(verb)
    }
}
