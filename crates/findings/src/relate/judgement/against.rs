//! An earlier grade that a newer one is measured against: "That is up from good in 2014", "It compares with the two stars it was
//! given", "two levels below the good rating it received". Knows no newer grade but that of its own sentence; refuses a grade
//! that neither a date, a rating noun nor a clause of its own sets off.

use super::Reader;
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;

/// Words that lead to the earlier grade, by the preposition behind them.
const WITH: &[&str] =
    &["compares", "compared", "compare", "comparing", "contrast", "contrasts", "contrasting"];
const FROM: &[&str] = &[
    "improvement", "advance", "drop", "fall", "rise", "step", "jump", "leap", "change", "decline",
    "turnaround", "slide", "up", "down", "recovery", "climb", "plunge", "transformation", "improved",
    "risen", "fallen", "dropped", "slipped", "gone", "climbed", "moved", "deteriorated", "rose", "fell",
];
const THAN: &[&str] = &["better", "worse", "higher", "lower"];
const LEVELS: &[&str] = &[
    "level", "levels", "notch", "notches", "grade", "grades", "rung", "rungs", "place", "places", "step",
    "steps", "one", "two", "star", "stars", "well", "just", "far",
];
const REPLACES: &[&str] = &["replaces", "replaced", "replacing", "supersedes", "superseding", "follows"];

impl Reader<'_, '_> {
    /// "was rated good; in 2001 it was poor", "… – a year ago it had been poor": the grade of a clause of its own, when and
    /// "it", beside a newer one.
    pub(super) fn in_its_own_clause(&self, found: &[Frame]) -> Option<Frame> {
        let s = self.s;
        let main = found.iter().rev().find(|f| f.status.is_none() && f.label < self.label)?;
        let head = self.head().filter(|&h| s.is(h, Class::Be) && h > main.label)?;
        let open = (main.label + 1..head)
            .rev()
            .find(|&i| matches!(s.item(i), Some(Item::Stop(';' | '–' | '—' | ','))))?;
        let it = (open + 1..head).find(|&i| s.says(i, &["it", "they"]))?;
        let when = (open + 1..it).any(|i| matches!(s.item(i), Some(Item::Date(_))) || s.is(i, Class::Before));
        let plain = |i: usize| {
            matches!(s.item(i), Some(Item::Date(_) | Item::Stop(',')))
                || i == it
                || s.is_any(
                    i,
                    &[Class::Prep, Class::Before, Class::Det, Class::Filler, Class::Conj, Class::Visit],
                )
                || s.is_any(i, &[Class::Have, Class::Be, Class::Possessive])
        };
        let was = s.says(head, &["was", "were", "been"]);
        (was && when && (open + 1..head).all(plain) && self.ends_phrase() && !self.in_speech()).then(|| {
            Frame {
                label: self.label,
                head,
                listed: Vec::new(),
                unknown: Vec::new(),
                end: self.label + 1,
                status: Some(Status::Previous),
                change: None,
                rule: "compared",
                ..main.clone()
            }
        })
    }

    /// "would have been rated good rather than poor": what was given instead of what might have been.
    pub(super) fn rather_than(&self, found: &[Frame]) -> Option<Frame> {
        let s = self.s;
        let than = self.head().filter(|&h| s.says(h, &["than", "of"]))?;
        let instead = s.says(than.wrapping_sub(1), &["rather", "instead"]);
        let main = found.iter().rev().find(|f| f.label < than && f.label + 4 > than)?;
        let group = main.subject.start.min(main.head)..main.head + 1;
        let unreal = group.into_iter().any(|i| s.is_any(i, &[Class::Would, Class::Fail]));
        (instead && unreal && !self.in_speech()).then(|| Frame {
            label: self.label,
            end: self.label + 1,
            status: Some(Status::Awarded),
            change: None,
            rule: "compared",
            ..main.clone()
        })
    }

    /// "Having sat at poor since 2010, the home is now good": the earlier grade opens the sentence, and how long it was held.
    pub(super) fn having_held(&self, found: &[Frame]) -> Option<Frame> {
        const HELD: &[&str] =
            &["sat", "stood", "spent", "languished", "stayed", "remained", "lingered", "started", "begun"];
        let s = self.s;
        let held = s.says(0, &["having"]) && (1..4).any(|i| s.says(i, HELD));
        let main = found.iter().find(|f| f.label > self.label && f.status.is_none())?;
        let comma = (self.label + 1..main.label).any(|i| s.item(i) == Some(Item::Stop(',')));
        (held && comma && self.label < 9).then(|| {
            let (listed, end) = phrase::listed_after(s, self.label + 1, false);
            let listed = if listed.is_empty() { main.listed.clone() } else { listed };
            let frame = Frame { label: self.label, listed, end: end.max(self.label + 1), ..main.clone() };
            Frame { status: Some(Status::Previous), change: None, rule: "compared", ..frame }
        })
    }

    /// "poor for care (was good)", "two for housing (three in 2004)": an earlier grade in brackets, and when or how it was.
    pub(super) fn in_brackets_then(&self, found: &[Frame]) -> Option<Frame> {
        let s = self.s;
        let main = found.last().filter(|f| f.status.is_none())?;
        let open = (main.label + 1..self.label).rev().find(|&i| matches!(s.item(i), Some(Item::Stop(_))))?;
        let close = (self.label + 1..self.label + 8).find(|&i| matches!(s.item(i), Some(Item::Stop(_))))?;
        let pair = matches!((s.item(open)?, s.item(close)?), (Item::Stop('('), Item::Stop(')')));
        // "rated good by the CQC (previously poor)"
        let by = || {
            s.says(main.end, &["by"])
                && (main.end + 1..open)
                    .all(|i| matches!(s.item(i), Some(Item::Body(_))) || s.is(i, Class::Det))
        };
        let near = open <= main.end + 1 || by();
        let plain = |i: usize| {
            s.is_any(i, &[Class::Before, Class::Prep, Class::Det, Class::Filler, Class::Visit, Class::Be])
                || s.is_any(i, &[Class::Have, Class::Pronoun, Class::Rating, Class::Rate])
                || matches!(s.item(i), Some(Item::Date(_) | Item::Open | Item::Close))
                || i == self.label
        };
        let then = |i: usize| {
            s.is(i, Class::Before)
                || matches!(s.item(i), Some(Item::Date(_)))
                || i < self.label && s.says(i, &["was", "were", "had"])
                || s.says(i, &["then"])
        };
        let holds = pair && near && (open + 1..close).all(plain) && (open + 1..close).any(then);
        // "good for care (was fair) and for staffing": of what stands before it.
        let before = |i: &usize| *i < open || !matches!(s.item(*i), Some(Item::Aspect(_) | Item::Service(_)));
        (holds && !self.in_speech()).then(|| Frame {
            label: self.label,
            listed: main.listed.iter().copied().filter(before).collect(),
            unknown: main.unknown.iter().filter(|part| part.end <= open).cloned().collect(),
            end: close,
            status: Some(Status::Previous),
            change: None,
            rule: "compared",
            ..main.clone()
        })
    }

    /// An earlier grade behind words of comparison.
    pub(super) fn measured_against(&self, found: &[Frame]) -> Option<Frame> {
        let s = self.s;
        let mut noun = self.rating_noun().is_some();
        let mut at = self.head()?;
        for _ in 0..8 {
            let of_rating = s.says(at, &["of"]) && s.is(at.wrapping_sub(1), Class::Rating);
            noun |= of_rating;
            let row = s
                .says(at, &["successive", "consecutive", "straight", "earlier", "string", "run", "series"])
                || matches!(s.item(at), Some(Item::Number(2..=9))) && noun;
            let passed = of_rating
                || row
                || s.is_any(
                    at,
                    &[Class::Possessive, Class::Before, Class::Det, Class::Rating, Class::Filler],
                )
                || matches!(s.item(at), Some(Item::Body(_)));
            if !passed {
                break;
            }
            at = at.checked_sub(1)?;
        }
        let led = at.checked_sub(1)?;
        let trigger = match () {
            () if s.says(at, &["with", "to"]) && s.says(led, WITH) => led,
            () if s.says(at, &["on", "from"]) && s.says(led, FROM) => led,
            () if s.says(at, &["than"]) && s.says(led, THAN) => led,
            () if s.says(at, &["below", "above", "beneath"]) && s.says(led, LEVELS) => led,
            // "rated good after two successive inadequate ratings"
            () if s.says(at, &["after", "following"]) && noun && found.iter().any(|f| f.label < at) => at,
            // "good, against inadequate a year ago"
            () if s.says(at, &["against"]) && self.given_before() && found.iter().any(|f| f.label < at) => at,
            () if s.says(at, REPLACES) && (noun || self.given_before()) => at,
            () => return None,
        };
        // Two labels of one movement are that reader's.
        let other = |i: usize| i != self.label && matches!(s.item(i), Some(Item::Label(_)));
        let verb = s.is_any(trigger, &[Class::Rise, Class::Fall, Class::Move]);
        let moves = verb && (0..s.chunks.len()).any(other);
        // "This was up from inadequate.", "The rating has improved from inadequate."
        let of_rating = s.says(0, &["this", "that"]) || (0..trigger).any(|i| s.is(i, Class::Rating));
        // "It has moved up from requires improvement."
        let it = s.says(0, &["it"])
            && s.is_any(trigger.wrapping_sub(1), &[Class::Move, Class::Rise, Class::Fall, Class::Be]);
        let it = it && s.says(trigger, &["up", "down"]);
        let plain = verb && (of_rating || it) && self.ends_phrase() && trigger < 7;
        let set_off = plain || noun || self.given_before() || self.self_evident() || self.quoted();
        let hedged = (0..trigger).any(|i| {
            s.is_any(i, &[Class::Would, Class::Will, Class::If, Class::Aim, Class::Must, Class::Not])
        });
        if moves || !set_off || hedged || self.in_speech() || self.paraphrase {
            return None;
        }
        let main = found.iter().rev().find(|f| f.status.is_none() && f.label < self.label);
        if let Some(main) = main {
            let (listed, end) = phrase::listed_after(s, self.label + 1, false);
            let listed = if listed.is_empty() { main.listed.clone() } else { listed };
            let end = end.max(self.label + 1);
            let frame = Frame { label: self.label, listed, end, change: None, ..main.clone() };
            return Some(Frame { status: Some(Status::Previous), rule: "compared", ..frame });
        }
        // Of what the sentence opens with: the one judged, its rating, or "that".
        let opens = (0..trigger).any(|i| {
            s.chunks[i].is_target()
                || s.is_any(i, &[Class::Rating, Class::Visit, Class::Pronoun])
                || s.says(i, &["that", "this", "which"])
        });
        // "It went one better than the poor rating": who did.
        let did = s.says(0, &["it"]) && s.says(1, &["went", "goes", "did", "has", "had", "fared"]);
        let that = !did && s.says(0, &["that", "this", "it", "up", "down"]);
        let rule = if that { "compared/that" } else { "compared" };
        let frame = self.frame(trigger, 0..trigger, trigger..trigger, rule);
        (opens || trigger == 0).then_some(Frame { status: Some(Status::Previous), ..frame })
    }

    /// "good in 2014", "the good it was given", "good previously": words of time or of giving behind the grade.
    fn given_before(&self) -> bool {
        let s = self.s;
        let mut next = self.label + 1;
        while s.item(next) == Some(Item::Close)
            || s.is(next, Class::Rating)
            || self.is_kind(s.at(next))
            || s.says(next, &["one"])
        {
            next += 1;
        }
        let prep = next + usize::from(s.says(next, &["in", "at", "of", "on", "when"]));
        let date = matches!(s.item(prep), Some(Item::Date(_)));
        let visit = s.is(next, Class::Before)
            || prep > next && (prep..prep + 4).any(|i| s.is_any(i, &[Class::Before, Class::Visit]));
        let which = next + usize::from(s.is(next, Class::Opens));
        let it = s.is(which, Class::Pronoun) || matches!(s.item(which), Some(Item::Provider(_)));
        let had = it
            && (which + 1..which + 4).any(|i| {
                s.is_any(i, &[Class::Receive, Class::Give, Class::Keep]) || s.says(i, &["had", "held"])
            });
        let given = s.is(next, Class::Give) || s.says(next, &["received", "achieved", "recorded", "handed"]);
        date || visit || had || given
    }
}
