//! The word that aims at a grade or foresees it, in any order and voice: "want to be good by 2006", "expects the force to be
//! rated good", "forecasts a score of fair", "on track to be good", "our target is to be fair". Refuses wishes that name
//! neither number, date, next visit nor rating: "our aim is to be outstanding".

use super::Reader;
use super::hopes::{AIMS, REACH};
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use std::ops::Range;

/// Verbs and adjectives of those who mean to reach a grade, besides the class.
const MEANS: &[&str] = &[
    "intend", "intends", "intending", "intended", "committed", "hard", "keen", "eager", "promised",
    "promises", "promising", "pledges", "vows", "resolved", "undertaken", "undertook", "meant", "designed",
    "supposed",
];

/// What comes before "for", besides the classes.
const AFTER: &[&str] =
    &["going", "pushing", "push", "shooting", "settle", "aspirations", "gunning", "striving"];

/// Who is certain.
const SURE: &[&str] = &["sure", "certain", "convinced", "positive"];

/// What is good without a grade.
const ANY_KIND: &[&str] =
    &["service", "services", "provider", "organisation", "setting", "centre", "unit", "department"];

/// A grade as it is aimed at: "[nothing less than a rating of] good".
pub(super) struct Goal {
    /// The word before all that belongs to it.
    pub(super) link: usize,
    /// A rating noun stands with it.
    noun: bool,
    /// "at least", "nothing less than".
    pub(super) least: bool,
}

impl Reader<'_, '_> {
    /// A grade that somebody aims at or foresees.
    pub(super) fn aimed(&self) -> Option<Frame> {
        let s = self.s;
        let evident = self.self_evident() && !self.is_place();
        if let Some(frame) = self.foreseen() {
            return Some(frame);
        }
        let goal = self.goal()?;
        if let Some(frame) = self.upset_by_less(&goal) {
            return Some(frame);
        }
        // "will be fully compliant by May": a duty.
        if !self.goal_ends() || s.at(self.label).ends_with("compliant") {
            return None;
        }
        // "the aim of the fair"
        if s.says(self.label.wrapping_sub(1), &["the"]) && !goal.noun && !evident {
            return None;
        }
        let (verb, whose, status) = self.aimer(&goal)?;
        let object = whose.start > verb;
        let dated = evident || self.has_deadline() || self.comes_again();
        let dated = dated || (goal.noun || goal.least) && self.next_time();
        // "The trust hopes for a good rating": as a paper tells it; leaders say so every day.
        let named =
            || whose.clone().any(|i| matches!(s.item(i), Some(Item::Provider(_))) || s.says(i, &["it"]));
        let graded = goal.noun
            && (status == Status::Predicted || !self.in_speech() && (named() || s.says(verb, &["sights"])));
        let asked = (verb.saturating_sub(6)..verb).any(|i| s.is(i, Class::If))
            || (verb.saturating_sub(3)..verb).any(|i| s.is(i, Class::Not))
            || s.is_any(verb + 1, &[Class::Not]);
        // "He promised to be good by Christmas"
        let person = !evident && !goal.noun && whose.clone().any(|i| s.says(i, &["he", "she", "i"]));
        if !(dated || graded) || asked || person || self.of_many(&whose) {
            return None;
        }
        let mut frame = self.unmet(verb, if object { verb..verb } else { whose.clone() }, status)?;
        // "On quality of services the paper forecasts a score of fair"
        if !object && s.says(whose.start, &["on", "for", "in"]) {
            frame.listed.extend(whose.clone().filter(|&i| self.is_aspect(i)));
        }
        Some(if object { Frame { object: whose, ..frame } } else { frame })
    }

    /// Reads leftwards from the label to the word that leads to the grade.
    fn goal(&self) -> Option<Goal> {
        let s = self.s;
        let mut at = self.head()?;
        let mut goal = Goal { link: at, noun: self.rating_noun().is_some(), least: false };
        let passed = |i: usize| {
            s.item(i) == Some(Item::Open)
                || s.is_any(i, &[Class::Det, Class::Filler, Class::Again, Class::Now])
        };
        for _ in 0..12 {
            let less = s.says(at, &["than"]) && s.says(at.wrapping_sub(1), &["less"]);
            match () {
                () if s.says(at, &["least"]) && s.says(at.wrapping_sub(1), &["at"]) => {
                    (at, goal.least) = (at.checked_sub(2)?, true);
                }
                () if less && s.says(at.wrapping_sub(2), &["nothing", "anything", "no", "not"]) => {
                    (at, goal.least) = (at.checked_sub(3)?, true);
                }
                () if s.says(at, &["of"]) && s.is(at.wrapping_sub(1), Class::Rating) => {
                    (at, goal.noun) = (at.checked_sub(2)?, true);
                }
                () if s.is(at, Class::Possessive) && goal.noun => at = at.checked_sub(1)?,
                () if passed(at) => at = at.checked_sub(1)?,
                () => break,
            }
        }
        goal.link = at;
        Some(goal)
    }

    /// True where nothing follows the label that it could describe: "good neighbours", "good at listening".
    fn goal_ends(&self) -> bool {
        let s = self.s;
        let evident = self.self_evident();
        let mut next = self.label + 1;
        while s.item(next) == Some(Item::Close) || s.is(next, Class::Rating) || self.is_kind(s.at(next)) {
            // "a good service by the time they return": anybody's wish.
            if !evident && s.says(next, ANY_KIND) && !s.is(next + 1, Class::Again) {
                return false;
            }
            next += 1;
        }
        match s.item(next) {
            Some(Item::Word(Class::Prep)) if s.says(next, &["at", "with", "to"]) && !evident => (next + 1
                ..next + 5)
                .any(|i| s.is(i, Class::Visit) || matches!(s.item(i), Some(Item::Aspect(_)))),
            Some(Item::Word(Class::Prep)) if s.says(next, &["for"]) && !evident => (next + 1..next + 4)
                .any(|i| matches!(s.item(i), Some(Item::Aspect(_) | Item::Date(_) | Item::Provider(_)))),
            Some(Item::Word(Class::Prep)) if s.says(next, &["in"]) && !evident => {
                let when = |i: usize| {
                    s.is_any(i, &[Class::Visit, Class::Rating, Class::All]) || s.says(i, &["round"])
                };
                (next + 1..next + 5).any(|i| {
                    when(i) || matches!(s.item(i), Some(Item::Aspect(_) | Item::Date(_) | Item::Number(_)))
                })
            }
            Some(Item::Word(Class::Prep)) => !s.says(next, &["of", "like", "than"]),
            Some(Item::Word(Class::Other)) => {
                s.says(next, &["when", "next", "inside", "this", "once", "whenever"])
            }
            Some(Item::Word(Class::Improve | Class::Draft)) => false,
            Some(Item::Aspect(_) | Item::Service(_) | Item::Provider(_) | Item::Label(_)) => evident,
            _ => true,
        }
    }

    /// Who aims, by which word and how surely.
    fn aimer(&self, goal: &Goal) -> Option<(usize, Range<usize>, Status)> {
        let s = self.s;
        let link = goal.link;
        match s.item(link)? {
            Item::Word(Class::Prep) if s.says(link, &["for", "of", "on"]) => {
                let aims = link.checked_sub(1)?;
                let be = s.is(aims.wrapping_sub(1), Class::Be);
                let status = match s.item(aims)? {
                    Item::Word(Class::Aim) => Status::Target,
                    Item::Word(Class::Expect) => Status::Predicted,
                    _ if s.says(aims, &["course", "track", "line"])
                        && s.says(aims.wrapping_sub(1), &["on", "in"]) =>
                    {
                        Status::Predicted
                    }
                    _ if s.says(aims, &["sights"]) && s.says(link, &["on"]) => Status::Target,
                    _ if s.says(aims, &["settle"]) => goal.least.then_some(Status::Target)?,
                    _ if s.says(aims, AFTER)
                        && s.says(link, &["for"])
                        && (be || s.at(aims).ends_with("ing")) =>
                    {
                        Status::Target
                    }
                    _ if s.says(aims, AIMS) => Status::Target,
                    _ => return None,
                };
                Some((aims, self.who_aims(aims), status))
            }
            // "wants nothing less than", "forecasts a score of", "was expecting a four"
            Item::Word(class @ (Class::Aim | Class::Expect)) => {
                let article = s.says(self.label.wrapping_sub(1 + usize::from(self.quoted())), &["a", "an"]);
                let evident = self.self_evident() && s.at(link).ends_with("ing");
                let status = if class == Class::Aim { Status::Target } else { Status::Predicted };
                let plain = !s.is(link.wrapping_sub(1), Class::Be) || s.at(link).ends_with("ing");
                (plain && (goal.noun || goal.least || article || evident)).then_some(())?;
                Some((link, self.who_aims(link), status))
            }
            // "The target for the school is a good rating"
            Item::Word(Class::Be) if self.aim_before(link).is_some() && goal.noun => {
                Some((link, self.aim_before(link)?, Status::Target))
            }
            _ => self.reached(goal),
        }
    }

    /// "to be rated", "will be", "of becoming", "to get us to", before the grade.
    fn reached(&self, goal: &Goal) -> Option<(usize, Range<usize>, Status)> {
        let s = self.s;
        let link = goal.link;
        if let Some(brought) = self.brought(link) {
            return Some(brought);
        }
        let at = s.says(link, &["at", "to", "on"]);
        let mut verb = if at { link.checked_sub(1)? } else { link };
        while s.says(verb, &["back", "up", "out"]) || s.is_any(verb, &[Class::Filler, Class::Again]) {
            verb = verb.checked_sub(1)?;
        }
        let verb_of_rating = s.is(verb, Class::Rate) && s.is(verb.wrapping_sub(1), Class::Be);
        let verb = if verb_of_rating { verb - 1 } else { verb };
        let climbs = s.says(verb, &["return", "climb", "move", "rise", "returning", "moving"]);
        let back = at && (verb + 1 < link || climbs);
        let has = s.is_any(verb, &[Class::Receive, Class::Have]) && (self.self_evident() || goal.noun);
        let out = s.says(link + 1, &["as"]) && s.says(verb, &["come", "coming", "end", "emerge"]);
        let comes =
            verb_of_rating || out || (s.says(verb, REACH) || s.is(verb, Class::Be) || has) && (back || !at);
        if !(comes || climbs && back) {
            return None;
        }
        let mut led = verb.checked_sub(1)?;
        while s.is_any(led, &[Class::Filler, Class::Again])
            || s.is(led, Class::Other) && s.at(led).ends_with("ly")
        {
            led = led.checked_sub(1)?;
        }
        // "will, in the view of its owner, be good by next year"
        if let Some(open) = self.opens_aside(led) {
            led = open;
        }
        match s.item(led)? {
            _ if s.says(led, &["to"]) => self.infinitive(led),
            _ if s.says(led, &["of"]) => {
                let aim = led.checked_sub(1).filter(|&i| s.says(i, AIMS))?;
                Some((verb, self.owner_of(aim)?, Status::Target))
            }
            // "will be rated good" tells it by its verb.
            _ if verb_of_rating && !goal.least => None,
            Item::Word(Class::Will | Class::Would | Class::Must) => self.finite(led),
            _ if self.contracts(led) => self.finite(led),
            _ => None,
        }
    }

    /// "to make the school outstanding", "to get us to good": the one that is to be brought there.
    fn brought(&self, link: usize) -> Option<(usize, Range<usize>, Status)> {
        const BRINGS: &[&str] =
            &["get", "take", "bring", "make", "lift", "push", "turn", "move", "raise", "return"];
        let s = self.s;
        let end = if s.says(link, &["to", "into", "up"]) { link } else { link + 1 };
        let verb = (end.saturating_sub(6)..end).rev().find(|&i| s.says(i, BRINGS))?;
        let one = |i: usize| s.chunks[i].is_target() || s.is(i, Class::Pronoun) || self.is_kind(s.at(i));
        let plain =
            |i: usize| one(i) || s.is_any(i, &[Class::Det, Class::Possessive, Class::Other, Class::Filler]);
        let object = verb + 1..end;
        let whom = object.clone().find(|&i| !s.is_any(i, &[Class::Det, Class::Possessive, Class::Filler]));
        let holds = whom.is_some_and(one) && object.clone().all(|i| plain(i) || s.says(i, &["back", "up"]));
        let led = verb.checked_sub(1).filter(|&i| holds && s.says(i, &["to"]))?;
        let (_, _, status) = self.infinitive(led)?;
        Some((verb, object, status))
    }

    /// What stands before "to be good".
    fn infinitive(&self, to: usize) -> Option<(usize, Range<usize>, Status)> {
        let s = self.s;
        let aim = to.checked_sub(1)?;
        let be = s.is(aim.wrapping_sub(1), Class::Be);
        let set_out = s.says(aim, &["out"]) && s.says(aim.wrapping_sub(1), &["set", "sets", "setting"]);
        if set_out || s.says(aim, MEANS) || s.is(aim, Class::Aim) && !s.says(aim, AIMS) {
            return Some((aim, phrase::subject(&s.chunks, aim), Status::Target));
        }
        if s.is(aim, Class::Expect) && (!be || s.says(aim, &["confident"])) {
            return Some((aim, phrase::subject(&s.chunks, aim), Status::Predicted));
        }
        if s.says(aim, &["track", "course"]) && s.says(aim.wrapping_sub(1), &["on"]) {
            let be = aim.checked_sub(2)?;
            return Some((aim, phrase::subject(&s.chunks, be), Status::Predicted));
        }
        if s.says(aim, AIMS) {
            return Some((aim, self.owner_of(aim)?, Status::Target));
        }
        // "has until next May to reach good"
        let until = s.at(aim).starts_with("until ") || s.says(aim.wrapping_sub(1), &["until"]);
        if until && matches!(s.item(aim), Some(Item::Date(_))) {
            let has = (aim.saturating_sub(3)..aim).rev().find(|&i| s.is(i, Class::Have))?;
            return Some((has, phrase::subject(&s.chunks, has), Status::Target));
        }
        if s.is(aim, Class::Be) {
            return Some((aim, self.aim_before(aim)?, Status::Target));
        }
        let object = |i: usize| {
            s.chunks[i].is_target()
                || s.is_any(i, &[Class::Pronoun, Class::Possessive, Class::Det])
                || self.is_kind(s.at(i))
                || s.is(i, Class::Other)
        };
        let from = (to.saturating_sub(5)..to).rev().take_while(|&i| object(i)).last()?;
        let one =
            (from..to).any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun) || self.is_kind(s.at(i)));
        let wants = from.checked_sub(1).filter(|_| one)?;
        let status = match s.item(wants)? {
            Item::Word(Class::Aim) if s.says(wants, &["want", "wants", "wanted", "wanting"]) => {
                Status::Target
            }
            Item::Word(Class::Expect) if !s.is(wants.wrapping_sub(1), Class::Be) => Status::Predicted,
            _ if s.says(wants, &["like"]) && s.is(wants.wrapping_sub(1), Class::Would) => Status::Target,
            _ => return None,
        };
        Some((wants, from..to, status))
    }

    /// "We'll be", "confident that Tey School will be", "promised that the council would be".
    fn finite(&self, will: usize) -> Option<(usize, Range<usize>, Status)> {
        let s = self.s;
        let contracted = self.contracts(will);
        let subject = if contracted { will..will + 1 } else { phrase::subject(&s.chunks, will) };
        let we = contracted || subject.clone().any(|i| s.says(i, &["we"]));
        let one = we
            || subject.clone().any(|i| {
                matches!(s.item(i), Some(Item::Provider(_)))
                    || s.says(i, &["it"])
                    || self.is_kind(s.at(i)) && !(s.at(i).ends_with('s'))
            });
        let told = |words: &[&str]| (0..subject.start).any(|i| s.says(i, words));
        let sure = || (0..subject.start).any(|i| s.is(i, Class::Expect) || s.says(i, SURE));
        let holds = match s.item(will)? {
            Item::Word(Class::Would) => {
                s.says(will, &["would"])
                    && (told(&["promised", "vowed", "pledged", "insisted", "predicted"])
                        || sure()
                        || (0..subject.start).any(|i| s.is(i, Class::Say) && !s.says(i, &["suggested"])))
            }
            // "The school must be good by next summer"
            Item::Word(Class::Must) if s.says(will, &["must"]) => {
                !self.in_speech() && self.has_deadline() && self.far_ahead()
            }
            Item::Word(Class::Must) => s.says(will, &["should"]) && we && self.in_speech(),
            _ => true,
        };
        let determined =
            (0..subject.start).any(|i| s.is(i, Class::Aim) || s.says(i, AIMS) || s.says(i, MEANS));
        let status = if determined || s.says(will, &["must"]) { Status::Target } else { Status::Predicted };
        (one && holds).then_some((will + 1, subject, status))
    }

    fn contracts(&self, at: usize) -> bool {
        self.s.says(at, &["we'll", "we’ll"])
    }

    /// The subject of "is" where it is an aim: "Our target, I think, is", "The goal for the school was".
    fn aim_before(&self, be: usize) -> Option<Range<usize>> {
        let s = self.s;
        let close = be.checked_sub(1)?;
        // Past an aside in commas.
        let aside = (s.item(close) == Some(Item::Stop(',')))
            .then(|| (close.saturating_sub(9)..close).rev().find(|&i| s.item(i) == Some(Item::Stop(','))))
            .flatten();
        let end = aside.unwrap_or(be);
        let plain = |i: &usize| {
            !phrase::is_verb(&s.chunks[*i]) && !matches!(s.item(*i), Some(Item::Stop(_) | Item::Open))
        };
        let aim = (end.saturating_sub(8)..end).rev().take_while(plain).find(|&i| s.says(i, AIMS))?;
        Some(self.owner_of(aim)?.start..end)
    }

    /// Whose aim a noun is: "our target", "the council's aim", "an ambition".
    fn owner_of(&self, aim: usize) -> Option<Range<usize>> {
        let s = self.s;
        let mut owner = aim.checked_sub(1)?;
        while s.is(owner, Class::Other) && !s.chunks[owner].is_target() {
            owner = owner.checked_sub(1)?;
        }
        let named = s.chunks[owner].is_target();
        let owned = s.is_any(owner, &[Class::Possessive, Class::Det]);
        (named || owned).then(|| if named { owner..owner + 1 } else { aim..aim })
    }

    /// The subject of an aiming word; of the verb before it where it is an infinitive or a noun.
    fn who_aims(&self, aims: usize) -> Range<usize> {
        let s = self.s;
        let noun =
            s.is_any(aims.wrapping_sub(1), &[Class::Det, Class::Possessive]) || s.says(aims, &["sights"]);
        // "is working towards a good rating"
        let to = s.says(aims.wrapping_sub(1), &["to"]) || s.says(aims, &["towards", "toward"]);
        let verb = (noun || to)
            .then(|| (aims.saturating_sub(8)..aims).rev().find(|&i| phrase::is_verb(&s.chunks[i])))
            .flatten();
        phrase::subject(&s.chunks, verb.unwrap_or(aims))
    }

    /// "every school in the county", "all its homes": no one's grade.
    fn of_many(&self, whose: &Range<usize>) -> bool {
        let s = self.s;
        let from = whose.start.saturating_sub(1);
        (from..whose.end).any(|i| s.is(i, Class::All) && !s.says(i, &["both"]) || s.is(i, Class::Count))
    }
}
