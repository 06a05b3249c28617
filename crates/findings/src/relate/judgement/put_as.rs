//! A grade as what somebody is held to be, by verbs that no list holds: "had it down as good", "put it at good", "both came
//! out at ‘good’"; and a grade that closes its clause behind a colon: "The verdict was blunt: weak", "Hay Surgery was less
//! fortunate: inadequate". Tried last; asks for inspectors, or for a grade beside it.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;

/// So many items before a grade its verb is sought.
const REACH: usize = 9;

/// Verbs of a result, before "as", "at" or "with".
const ENDS: &[&str] = &[
    "came", "comes", "come", "coming", "ended", "ends", "finished", "finishes", "emerged", "stands", "stood",
    "sits", "sat", "lies", "languishes", "wound", "winds", "languishing", "languished", "wallowing",
    "sitting", "standing", "stranded", "marooned",
];

/// What a colon leads from to a grade.
const VERDICTS: &[&str] = &[
    "verdict", "verdicts", "result", "results", "answer", "conclusion", "outcome", "blunt", "damning",
    "clear", "stark", "fortunate", "lucky", "better", "worse", "different", "unequivocal", "simple", "word",
    "words", "kinder", "harsher",
];

impl Reader<'_, '_> {
    /// The grade behind "as", "at" or a colon.
    pub(super) fn put_as(&self) -> Option<Frame> {
        if self.paraphrase
            || self.is_statement()
            || self.in_speech()
            || self.inside_longer_quote()
            || self.is_alternative()
            || self.is_compound()
            || self.glossed_next()
            || self.is_place()
        {
            return None;
        }
        let s = self.s;
        let mut before = self.label.checked_sub(1 + usize::from(self.quoted()))?;
        while s.is_any(before, &[Class::Det, Class::Filler]) && before > 0 {
            before -= 1;
        }
        let frame = match s.item(before)? {
            Item::Stop(':' | '–' | '—') => self.behind_colon(before),
            _ if s.says(before, &["as", "at", "on"]) => self.held_as(before),
            _ => self.called(before),
        };
        frame.filter(|f| !self.is_nobodys(f))
    }

    /// "inspectors had it down as good", "both came out at ‘good’"
    fn held_as(&self, at: usize) -> Option<Frame> {
        let s = self.s;
        if !self.ends_phrase() && !self.quoted() {
            return None;
        }
        let mut last = at.checked_sub(1)?;
        while s.says(last, &["down", "up", "out", "overall", "still", "back", "in"]) {
            last = last.checked_sub(1)?;
        }
        if s.says(last, ENDS) && (s.says(at, &["as"]) || self.quoted() || self.self_evident()) {
            let subject = phrase::subject(&s.chunks, last);
            let told = subject.clone().any(|i| self.is_judged(i) || s.is(i, Class::All));
            return told.then(|| self.frame(last, subject, last..last, "is"));
        }
        // "on" tells of grades only with numbers: "put Marle on three"
        let fits = !s.says(at, &["on"]) || self.self_evident();
        let object = last;
        let verb = self.verb_before(object)?;
        let agent = self.inspectors_in(verb.saturating_sub(REACH)..verb) || self.report_speaks(verb);
        (fits && self.is_judged(object) && agent)
            .then(|| self.frame(verb, verb..verb, object..object + 1, "rated/active"))
    }

    /// "inspectors were happy to call it good", "finding the service to be outstanding"
    fn called(&self, object: usize) -> Option<Frame> {
        let s = self.s;
        let verb = object
            .checked_sub(1)
            .filter(|&i| s.says(i, &["call", "calling", "called", "dub", "make", "term"]))?;
        let agent = self.inspectors_in(verb.saturating_sub(REACH)..verb) || self.report_speaks(verb);
        (self.is_judged(object) && agent && (self.ends_phrase() || self.quoted()))
            .then(|| self.frame(verb, verb..verb, object..object + 1, "rated/active"))
    }

    /// "The watchdog's verdict on the service was blunt: weak."
    fn behind_colon(&self, colon: usize) -> Option<Frame> {
        let s = self.s;
        let next = self.label + 1 + usize::from(self.quoted());
        let closes = match s.item(next) {
            None | Some(Item::Stop(';' | '.' | '–' | '—')) => true,
            Some(Item::Stop(',')) => s.says(next + 1, &["and", "but"]),
            _ => s.says(next, &["for", "overall", "in"]),
        };
        let start = (0..colon)
            .rev()
            .find(|&i| {
                matches!(s.item(i), Some(Item::Stop(';' | '.') | Item::Label(_)))
                    || s.says(i, &["while", "but"])
            })
            .map_or(0, |i| i + 1);
        let told = (start..colon).any(|i| s.says(i, VERDICTS) || s.is_any(i, &[Class::Rating]));
        let judged = (start..colon).find(|&i| self.is_judged(i));
        (closes && told).then(|| {
            let subject = judged.map_or(colon..colon, |i| i..i + 1);
            self.frame(colon, subject, colon..colon, "rating-noun")
        })
    }

    /// The verb right before a noun phrase of one item, past its article.
    fn verb_before(&self, object: usize) -> Option<usize> {
        let s = self.s;
        let mut at = object.checked_sub(1)?;
        while s.is_any(at, &[Class::Det, Class::Possessive]) {
            at = at.checked_sub(1)?;
        }
        let verb = phrase::is_verb(&s.chunks[at])
            || s.is(at, Class::Other)
                && s.at(at).starts_with(char::is_lowercase)
                && !s.says(at, &["not", "to"]);
        verb.then_some(at)
    }

    /// True for one who is judged, for an area, and for "it".
    fn is_judged(&self, at: usize) -> bool {
        let s = self.s;
        matches!(s.item(at), Some(Item::Provider(_) | Item::Group(_) | Item::Service(_) | Item::Aspect(_)))
            || s.says(at, &["it", "they", "them", "both"])
    }
}
