//! Grades that are aimed for or foreseen, most often in the provider's own voice: "our target is to be fair by 2004",
//! "we'll be a five by Christmas", "a C3 is the most likely outcome". Refuses wishes that name neither a number nor a
//! date: "our aim is to be outstanding".

use super::Reader;
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use std::ops::Range;

/// What is aimed for.
const AIMS: &[&str] = &["target", "aim", "goal", "ambition", "objective", "prize", "mission"];

/// How a grade is come by.
const REACH: &[&str] = &[
    "be", "become", "reach", "achieve", "get", "gain", "win", "being", "becoming", "reaching", "achieving",
    "getting", "gaining", "winning", "regain", "regaining", "recover", "recovering",
];

impl Reader<'_, '_> {
    /// A grade that nobody has yet.
    pub(super) fn hoped(&self) -> Option<Frame> {
        let (evident, deadline) = (self.self_evident() && !self.is_place(), self.has_deadline());
        if self.paraphrase || !evident && !deadline && !self.quoted() || self.is_alternative() {
            return None;
        }
        let aimed = if evident || deadline { self.stated_aim() } else { None };
        let own = || {
            self.own_forecast()
                .or_else(|| self.intended())
                .or_else(|| self.gone_for())
                .or_else(|| self.prize())
        };
        let own = || own().or_else(|| self.needed()).or_else(|| self.fell_short());
        let numbered = || own().or_else(|| self.aimed_for()).or_else(|| self.expecting());
        // "want to be good by 2006", "aims to be rated good at its next inspection"
        let aims = || self.intended().or_else(|| self.aimed_for()).or_else(|| self.wanted());
        let by_then = || if deadline { aims() } else { None };
        let found = aimed.or_else(|| if evident { numbered() } else { by_then() });
        found.or_else(|| self.likeliest())
    }

    fn unmet(&self, verb: usize, subject: Range<usize>, status: Status) -> Option<Frame> {
        Some(Frame { status: Some(status), ..self.frame(verb, subject, verb..verb, "aimed") })
    }

    /// "by 2004", "within two years", "at the next inspection", past the noun of the one judged.
    fn has_deadline(&self) -> bool {
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
        let at = s.says(next, &["at", "on"]) && (next + 1..next + 4).any(|i| s.is(i, Class::Visit));
        // "at least one star next time"
        let again = s.says(next, &["next"]) && s.says(next + 1, &["time"]) && self.self_evident();
        let time = (next + 1..next + 3).any(|i| s.says(i, &["time"]));
        at || again
            || (next..next + 2).any(|i| matches!(s.item(i), Some(Item::Date(_))))
            || s.says(next, &["by", "within", "before"]) && !time
    }

    /// The word before the label, past "at least" too: who hopes for two may have three.
    fn hoped_by(&self) -> Option<usize> {
        let s = self.s;
        let head = self.head()?;
        let least = s.says(head, &["least"]) && s.says(head.wrapping_sub(1), &["at"]);
        if least { head.checked_sub(2) } else { Some(head) }
    }

    /// "needs a two-star rating to unlock the money"
    fn needed(&self) -> Option<Frame> {
        let s = self.s;
        let verb = self.hoped_by().filter(|&h| s.says(h, &["needs", "need", "needed"]))?;
        let grade = s.is(self.label + 1, Class::Rating) || s.at(self.label).contains("star");
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
        if grade && one && !asked && !self.modifies() {
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

    /// "our target is to be", "a target of reaching"
    fn stated_aim(&self) -> Option<Frame> {
        let s = self.s;
        let verb = self.head().filter(|&h| s.says(h, REACH))?;
        let led = verb.checked_sub(1)?;
        let aim = match () {
            () if s.says(led, &["to"]) && s.is(led.wrapping_sub(1), Class::Be) => led.checked_sub(2)?,
            () if s.says(led, &["of"]) => led.checked_sub(1)?,
            () => return None,
        };
        let owner = aim.checked_sub(1)?;
        let owned = s.is_any(owner, &[Class::Possessive, Class::Det])
            || s.chunks.get(owner).is_some_and(|c| c.is_target());
        (owned && s.says(aim, AIMS)).then_some(())?;
        let whose = if s.chunks[owner].is_target() { owner..owner + 1 } else { verb..verb };
        self.unmet(verb, whose, Status::Target)
    }

    /// "we'll be a five again", "determined that we will be back at C1"
    fn own_forecast(&self) -> Option<Frame> {
        let s = self.s;
        let head = self.hoped_by()?;
        let back = s.says(head, &["at", "to", "on"]) && s.says(head.wrapping_sub(1), &["back", "up"]);
        let mut verb = if back { head.checked_sub(2)? } else { head };
        while s.is_any(verb, &[Class::Filler, Class::Again]) {
            verb = verb.checked_sub(1)?;
        }
        let carries = s.is_any(verb, &[Class::Be, Class::Receive, Class::Have]);
        let will = verb.checked_sub(1).filter(|_| carries)?;
        let we = match s.is(will, Class::Will) {
            true => will.checked_sub(1).filter(|&i| s.says(i, &["we"]))?,
            false => Some(will).filter(|&i| s.says(i, &["we'll", "we’ll"]))?,
        };
        let determined = (0..we).any(|i| s.is(i, Class::Aim) || s.says(i, AIMS));
        let status = if determined { Status::Target } else { Status::Predicted };
        let ends = self.ends_phrase() || self.has_deadline();
        if ends { self.unmet(verb, we..we + 1, status) } else { None }
    }

    /// "intend to be back at G2", "aims to return to C1", "expects to be back to a five"
    fn intended(&self) -> Option<Frame> {
        let s = self.s;
        let head = self.hoped_by()?;
        let at = s.says(head, &["at", "to", "on"]);
        let mut verb = if at { head.checked_sub(1)? } else { head };
        while s.says(verb, &["back", "up"]) || s.is_any(verb, &[Class::Filler, Class::Again]) {
            verb = verb.checked_sub(1)?;
        }
        if s.is(verb, Class::Rate) && s.says(verb.wrapping_sub(1), &["be"]) {
            verb -= 1;
        }
        let back = at && (verb + 1 < head || s.says(verb, &["return", "climb", "move", "rise"]));
        let comes = s.says(verb, REACH) && (back || !at)
            || back && s.says(verb, &["return", "climb", "move", "rise"]);
        let aim = verb.checked_sub(2).filter(|_| comes && s.says(verb - 1, &["to"]))?;
        let status = match s.item(aim)? {
            Item::Word(Class::Aim) => Status::Target,
            Item::Word(Class::Expect)
                if !s.is(aim.wrapping_sub(1), Class::Be) || s.says(aim, &["confident"]) =>
            {
                Status::Predicted
            }
            _ if s.says(aim, &["intend", "intends", "intending", "determined", "committed", "hard"]) => {
                Status::Target
            }
            _ => return None,
        };
        let asked = (0..aim).any(|i| s.is_any(i, &[Class::Not, Class::If]));
        let subject = phrase::subject(&s.chunks, aim);
        // "want to be a three-star authority by 2006", "hopes to be rated good next time"
        let ends = self.ends_phrase() || self.has_deadline();
        if ends && !asked { self.unmet(aim, subject, status) } else { None }
    }

    /// "We'd have been Requires Improvement", "under the old system the school would have been called Good": a grade that
    /// nobody gave, set off as one.
    pub(super) fn would_have_been(&self) -> Option<Frame> {
        let s = self.s;
        let head = self.head()?;
        let called = s.says(head, &["called", "classed", "labelled", "branded"]);
        let been = head.checked_sub(usize::from(called)).filter(|&i| s.says(i, &["been"]))?;
        let would = been.checked_sub(2).filter(|_| s.says(been - 1, &["have"]))?;
        let contracted = s.says(would, &["we'd", "we’d", "they'd", "they’d", "it'd", "it’d"]);
        let subject = match contracted {
            true => would..would + 1,
            false => phrase::subject(&s.chunks, head),
        };
        let of_one = contracted
            || subject.clone().any(|i| s.says(i, &["we", "it", "they"]) || self.is_kind(s.at(i)))
            || subject.clone().any(|i| s.chunks[i].is_target());
        let set_off = self.marked_off() || self.is_verb_form();
        let holds = (contracted || s.is(would, Class::Would)) && of_one && set_off && self.ends_phrase();
        if holds { self.unmet(head, subject, Status::Hypothetical) } else { None }
    }

    /// "wants an outstanding by 2016": the grade as a noun.
    fn wanted(&self) -> Option<Frame> {
        let s = self.s;
        let verb = self.head().filter(|&h| s.is(h, Class::Aim) || s.says(h, &["for"]))?;
        let verb = if s.says(verb, &["for"]) { verb.checked_sub(1)? } else { verb };
        let article = s.says(self.label.wrapping_sub(1 + usize::from(self.quoted())), &["a", "an"]);
        let asked = (0..verb).any(|i| s.is_any(i, &[Class::Not, Class::If]));
        if !s.is(verb, Class::Aim) || !article || asked || !self.ends_phrase() {
            return None;
        }
        self.unmet(verb, phrase::subject(&s.chunks, verb), Status::Target)
    }

    /// "We were going for three stars"
    fn gone_for(&self) -> Option<Frame> {
        let s = self.s;
        let going = self.head().filter(|&h| s.says(h, &["for"]))?.checked_sub(1)?;
        let be = going.checked_sub(1).filter(|_| s.says(going, &["going"]))?;
        let own = s.is(be, Class::Be) && s.is(be.wrapping_sub(1), Class::Pronoun);
        (own && self.ends_phrase()).then_some(())?;
        self.unmet(going, be - 1..be, Status::Target)
    }

    /// "aiming for two stars", "an ambition of three stars", "confident of a three"
    fn aimed_for(&self) -> Option<Frame> {
        let s = self.s;
        let aims = self.hoped_by().filter(|&h| s.says(h, &["for", "of"]))?.checked_sub(1)?;
        let status = match s.item(aims)? {
            Item::Word(Class::Aim) => Status::Target,
            Item::Word(Class::Expect) => Status::Predicted,
            _ => return None,
        };
        self.unmet(aims, phrase::subject(&s.chunks, aims), status)
    }

    /// "was expecting a four"
    fn expecting(&self) -> Option<Frame> {
        let s = self.s;
        let verb = self.hoped_by().filter(|&h| s.is(h, Class::Expect) && s.at(h).ends_with("ing"))?;
        self.ends_phrase().then_some(())?;
        self.unmet(verb, phrase::subject(&s.chunks, verb), Status::Predicted)
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
