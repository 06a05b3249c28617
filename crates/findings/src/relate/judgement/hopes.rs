//! Grades that nobody has yet: which readers see to them, by when they are to be had, and those that no aiming word leads
//! to: "Three stars – that's the prize", "needs two stars", "a C3 is the most likely outcome". Who aims at one or foresees
//! it reads `aimed`.

use super::Reader;
use super::aimed::Goal;
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use std::ops::Range;

/// What is aimed for.
pub(super) const AIMS: &[&str] =
    &["target", "aim", "goal", "ambition", "objective", "prize", "mission", "intention", "plan", "sights"];

/// How a grade is come by.
pub(super) const REACH: &[&str] = &[
    "be", "become", "reach", "achieve", "get", "gain", "win", "being", "becoming", "reaching", "achieving",
    "getting", "gaining", "winning", "regain", "regaining", "recover", "recovering",
];

/// Those who come again, and what they do then.
const THEY: &[&str] =
    &["inspectors", "they", "watchdog", "regulator", "inspectorate", "commission", "auditors"];
const RETURN: &[&str] = &[
    "return", "returns", "returned", "back", "come", "comes", "came", "call", "calls", "visit", "visits",
    "inspect", "inspects", "inspected", "look", "looks", "again",
];

impl Reader<'_, '_> {
    /// A grade that nobody has yet.
    pub(super) fn hoped(&self) -> Option<Frame> {
        if self.paraphrase || self.is_alternative() {
            return None;
        }
        let evident = self.self_evident() && !self.is_place();
        let numbered = || self.prize().or_else(|| self.needed()).or_else(|| self.fell_short());
        let found = self.aimed().or_else(|| if evident { numbered() } else { self.needed_for() });
        found.or_else(|| self.likeliest())
    }

    pub(super) fn unmet(&self, verb: usize, subject: Range<usize>, status: Status) -> Option<Frame> {
        Some(Frame { status: Some(status), ..self.frame(verb, subject, verb..verb, "aimed") })
    }

    /// "by 2004", "within two years", "at the next inspection", past the noun of the one judged.
    pub(super) fn has_deadline(&self) -> bool {
        let s = self.s;
        let mut next = self.label + 1;
        while s.item(next) == Some(Item::Close) || s.is(next, Class::Rating) || self.is_kind(s.at(next)) {
            next += 1;
        }
        // "an outstanding from Ofsted by 2016"
        if s.says(next, &["from"]) && matches!(s.item(next + 1), Some(Item::Body(_))) {
            next += 2;
        }
        // "outstanding on its next visit"; "next time" and "by the time" are no day.
        let at = s.says(next, &["at", "on"]) && (next + 1..next + 5).any(|i| s.is(i, Class::Visit));
        // "at least one star next time"
        let again = s.says(next, &["next"]) && s.says(next + 1, &["time"]) && self.self_evident()
            // "I expect us to be good this time"
            || s.says(next, &["this"]) && s.says(next + 1, &["time"]) && self.in_speech();
        // "fair by sharing the money"
        let time = (next + 1..next + 3).any(|i| s.says(i, &["time"])) || s.at(next + 1).ends_with("ing");
        at || again
            || (next..next + 2).any(|i| matches!(s.item(i), Some(Item::Date(_))))
            || s.says(next, &["by", "within", "before"])
                && !time
                && !(next + 1..next + 3)
                    .any(|i| matches!(s.item(i), Some(Item::Body(_))) || s.says(i, &["inspectors"]))
    }

    /// "by 2018", "by next summer", and not "by the weekend".
    pub(super) fn far_ahead(&self) -> bool {
        let s = self.s;
        let far = |i: usize| {
            let words = s.at(i);
            ["next ", "year", "20", "months", "spring", "summer", "autumn"].iter().any(|w| words.contains(w))
        };
        (self.label + 1..self.label + 6).any(|i| matches!(s.item(i), Some(Item::Date(_))) && far(i))
    }

    /// "by 2018", "next year", "when inspectors return", anywhere in the sentence.
    pub(super) fn comes_again(&self) -> bool {
        let s = self.s;
        let leads = |i: usize| {
            s.says(i, &["by", "within", "inside", "before"])
                || s.says(i, &["in"]) && s.at(i + 1).ends_with("time")
        };
        (0..s.chunks.len()).any(|i| match s.item(i) {
            Some(Item::Date(_)) => {
                let words = s.at(i);
                let ahead = ["next ", "by ", "within ", "this time next", "before "]
                    .iter()
                    .any(|w| words.get(..w.len()).is_some_and(|first| first.eq_ignore_ascii_case(w)));
                ahead || words.ends_with(" time") || i > 0 && leads(i - 1)
            }
            Some(Item::Word(_)) if s.says(i, &["when", "time", "before", "once", "until"]) => {
                let that = i + 1 + usize::from(s.says(i + 1, &["that", "the"]));
                let they =
                    (that..that + 2).find(|&j| matches!(s.item(j), Some(Item::Body(_))) || s.says(j, THEY));
                they.is_some_and(|they| (they + 1..they + 5).any(|j| s.says(j, RETURN)))
            }
            _ => false,
        })
    }

    /// "next time", "in the next round".
    pub(super) fn next_time(&self) -> bool {
        let s = self.s;
        let next =
            |i: usize| s.says(i, &["next"]) && s.says(i + 1, &["time", "round", "ratings", "inspection"]);
        (self.label + 1..self.label + 8).any(next)
    }

    /// "A score of fair for quality is forecast for the trust"
    pub(super) fn foreseen(&self) -> Option<Frame> {
        const FORESEEN: &[&str] = &["forecast", "predicted", "expected", "anticipated", "likely"];
        let s = self.s;
        let own = |i: &usize| !matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_)));
        let be = (self.label + 1..self.label + 9).take_while(own).find(|&i| s.is(i, Class::Be))?;
        let ends = matches!(s.item(be + 2), None | Some(Item::Stop(_) | Item::Date(_)))
            || s.says(be + 2, &["for", "in", "when"]);
        let of_rating =
            || s.says(self.label.wrapping_sub(1), &["of"]) && s.is(self.label.wrapping_sub(2), Class::Rating);
        let noun = self.rating_noun().is_some() || of_rating();
        let holds = noun && s.says(be + 1, FORESEEN) && ends && !self.in_speech();
        let of = (be + 3..be + 6).find(|&i| matches!(s.item(i), Some(Item::Provider(_))));
        let frame = self.unmet(be, be..be, Status::Predicted).filter(|_| holds)?;
        Some(Frame { object: of.map_or(be..be, |i| i..i + 1), ..frame })
    }

    /// The word before the label, past "at least" too: who hopes for two may have three.
    fn hoped_by(&self) -> Option<usize> {
        let s = self.s;
        let head = self.head()?;
        let least = s.says(head, &["least"]) && s.says(head.wrapping_sub(1), &["at"]);
        if least { head.checked_sub(2) } else { Some(head) }
    }

    /// The word before an aside in commas that closes at `close`, where it is "will" or "would".
    pub(super) fn opens_aside(&self, close: usize) -> Option<usize> {
        let s = self.s;
        let comma = |i: &usize| s.item(*i) == Some(Item::Stop(','));
        let open = (close.saturating_sub(9)..close).rev().find(comma).filter(|_| comma(&close))?;
        open.checked_sub(1).filter(|&i| s.is_any(i, &[Class::Will, Class::Would]))
    }

    /// "I'd be amazed if we came out as anything less than good": who says so expects it.
    pub(super) fn upset_by_less(&self, goal: &Goal) -> Option<Frame> {
        const UPSET: &[&str] = &[
            "amazed", "surprised", "astonished", "disappointed", "shocked", "gutted", "surprise", "amaze",
            "astonish", "disappoint",
        ];
        let s = self.s;
        let condition = (goal.link.saturating_sub(14)..=goal.link).find(|&i| s.says(i, &["if"]))?;
        // "it would surprise me if we weren't good"
        let not = |i: usize| s.is(i, Class::Not) || s.at(i).ends_with("n't") || s.at(i).ends_with("n’t");
        (goal.least || (condition..=goal.link).any(not) && self.ends_phrase()).then_some(())?;
        let upset = (condition.saturating_sub(5)..condition).any(|i| s.says(i, UPSET));
        let frame = self.unmet(goal.link, condition + 1..goal.link, Status::Predicted)?;
        upset.then_some(frame)
    }

    /// "needs a good rating to win the money": a grade in words, and what it is for.
    fn needed_for(&self) -> Option<Frame> {
        let noun = self.rating_noun().filter(|&n| self.s.says(n + 1, &["to", "before", "if"]))?;
        (noun == self.label + 1 + usize::from(self.quoted())).then(|| self.needed())?
    }

    /// "needs a two-star rating to unlock the money"
    fn needed(&self) -> Option<Frame> {
        let s = self.s;
        let verb =
            self.hoped_by().filter(|&h| s.says(h, &["needs", "need", "needed", "requires", "required"]))?;
        let grade = self.rating_noun().is_some() || s.at(self.label).contains("star");
        let asked = (0..verb).any(|i| s.is_any(i, &[Class::Not, Class::If]));
        let subject = phrase::subject(&s.chunks, verb);
        // "an ALMO needs two stars": any of them.
        let some = ["a", "an", "every", "each", "any"];
        let any = |i: usize| {
            s.says(i.wrapping_sub(1), &some) || s.at(i).split(' ').next().is_some_and(|w| some.contains(&w))
        };
        let one = subject
            .clone()
            .filter(|&i| !any(i))
            .any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun) || self.is_kind(s.at(i)));
        let noun = self.rating_noun().is_some();
        if grade && one && !asked && (noun || !self.modifies()) && !self.in_speech() {
            self.unmet(verb, subject, Status::Target)
        } else {
            None
        }
    }

    /// "fell short of the two stars it needed"
    fn fell_short(&self) -> Option<Frame> {
        const FELL: &[&str] = &["fell", "falls", "fallen", "falling", "came", "comes", "stopped"];
        let s = self.s;
        let short = self
            .head()
            .filter(|&of| s.says(of, &["of"]))?
            .checked_sub(1)
            .filter(|&i| s.says(i, &["short"]))?;
        let verb = (short.saturating_sub(3)..short).rev().find(|&i| s.says(i, FELL))?;
        let subject = phrase::subject(&s.chunks, verb);
        let one = subject
            .clone()
            .any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun) || self.is_kind(s.at(i)));
        if one && !self.in_speech() { self.unmet(verb, subject, Status::NotAchieved) } else { None }
    }

    /// "We'd have been Requires Improvement", "under the old system the school would have been called Good": a grade that
    /// nobody gave, set off as one.
    pub(super) fn would_have_been(&self) -> Option<Frame> {
        let s = self.s;
        let head = self.head()?;
        let called = s.says(head, &["called", "classed", "labelled", "branded"])
            || s.says(head, &["rated", "graded", "judged"]) && self.unless();
        let been = head.checked_sub(usize::from(called)).filter(|&i| s.says(i, &["been"]))?;
        let would = been.checked_sub(2).filter(|_| s.says(been - 1, &["have"]))?;
        let contracted = s.says(would, &["we'd", "we’d", "they'd", "they’d", "it'd", "it’d"]);
        let subject = match contracted {
            true => would..would + 1,
            false => phrase::subject(&s.chunks, head),
        };
        // "A parent thinks the home would have been good": a guess of hers.
        let thinks = ["think", "thinks", "thought", "feel", "feels", "felt", "believe", "believes"];
        if (0..would).any(|i| s.says(i, &thinks)) {
            return None;
        }
        // "X was rated weak – but would have been fair"
        let named = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_)));
        let but = subject.end.checked_sub(1).is_some_and(|i| s.says(i, &["but"])) || subject.is_empty();
        let other = (0..would).rev().find(named).filter(|_| but && self.sibling());
        let subject = other.map_or(subject, |i| i..i + 1);
        let of_one = contracted
            || subject.clone().any(|i| s.says(i, &["we", "it", "they"]) || self.is_kind(s.at(i)))
            || subject.clone().any(|i| s.chunks[i].is_target());
        let unless = self.unless();
        let set_off = self.marked_off() || self.is_verb_form() || unless;
        let ends = unless || self.ends_phrase();
        let holds = (contracted || s.is(would, Class::Would)) && of_one && set_off && ends;
        if holds { self.unmet(head, subject, Status::Hypothetical) } else { None }
    }

    /// "Four stars next year is the goal", "Three stars – that's the prize now"
    fn prize(&self) -> Option<Frame> {
        let s = self.s;
        let opens = (0..self.label).all(|i| s.item(i) == Some(Item::Open) || s.is_any(i, &[Class::Det]));
        let mut at = self.label + 1;
        while matches!(s.item(at), Some(Item::Date(_) | Item::Stop('–' | '—' | ','))) {
            at += 1;
        }
        let is =
            s.says(at, &["that's", "that’s"]) || s.is(at + usize::from(s.says(at, &["that"])), Class::Be);
        let from = at + 1 + usize::from(s.says(at, &["that"]));
        let aim = (from..from + 3).find(|&i| s.says(i, AIMS))?;
        let owned =
            (from..aim).all(|i| s.is_any(i, &[Class::Det, Class::Possessive, Class::Now, Class::Other]));
        (opens && is && owned && aim > from).then_some(())?;
        self.unmet(self.label, self.label..self.label, Status::Target)
    }

    /// "consider a C3 to be the most likely outcome", "a ‘good’ rating is the likeliest result"
    fn likeliest(&self) -> Option<Frame> {
        let s = self.s;
        let mut at = self.label + 1;
        while s.item(at) == Some(Item::Close) || s.is(at, Class::Rating) {
            at += 1;
        }
        let be = at + usize::from(s.says(at, &["to"]));
        let likely = (be + 1..be + 5).find(|&i| s.says(i, &["likely", "likeliest", "probable"]))?;
        let plain = (be + 1..likely).all(|i| s.is(i, Class::Det) || s.says(i, &["most"]));
        let outcome = s.says(likely + 1, &["outcome", "result", "verdict", "grade", "rating", "judgement"]);
        (s.is(be, Class::Be) && plain && outcome).then_some(())?;
        self.unmet(self.label, self.label..self.label, Status::Predicted)
    }
}
