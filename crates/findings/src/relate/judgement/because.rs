//! A grade that is told as the cause of another: "had it not been for a score of one for housing", "dragged down by a poor
//! rating for care". Knows no verb of rating.

use super::Reader;
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;

/// What a grade does to another one.
const DRAGS: &[&str] = &[
    "dragged", "pulled", "let", "held", "hampered", "marred", "undermined", "hindered", "weighed", "limited",
];

impl Reader<'_, '_> {
    /// "without a score of one for housing", "because of an inadequate rating for safety": what the grade is for stands with
    /// it.
    pub(super) fn because(&self) -> Option<Frame> {
        let s = self.s;
        let head = self.head()?;
        let of = s.says(head, &["of"]) && s.is(head.wrapping_sub(1), Class::Rating);
        if !of && self.rating_noun().is_none() || self.in_speech() {
            return None;
        }
        let mut first = if of { head - 1 } else { self.label };
        while first > 0
            && (s.is_any(first - 1, &[Class::Det, Class::Possessive, Class::Filler])
                || s.item(first - 1) == Some(Item::Open))
        {
            first -= 1;
        }
        let prep = first.checked_sub(1).filter(|&i| self.is_cause(i))?;
        let frame = self.frame(prep, prep..prep, prep..prep, "because");
        let named = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_)));
        let area = frame.listed.iter().any(|&i| !named(&i)) || !frame.unknown.is_empty();
        let whose = (0..prep).rev().find(named).or_else(|| (frame.end..s.chunks.len()).find(named));
        area.then(|| Frame {
            object: whose.map_or(prep..prep, |i| i..i + 1),
            status: Some(Status::Awarded),
            ..frame
        })
    }

    /// The last word of "without", "but for", "had it not been for", "because of", "dragged down by".
    fn is_cause(&self, at: usize) -> bool {
        let s = self.s;
        let before = at.wrapping_sub(1);
        let by = || {
            let verb = before.wrapping_sub(usize::from(s.says(before, &["down", "back"])));
            s.says(verb, DRAGS)
        };
        s.says(at, &["without"])
            || s.says(at, &["for"])
                && (s.says(before, &["but", "not"]) || s.says(before, &["been"]) && self.not_been(before))
            || s.says(at, &["of"]) && s.says(before, &["because"])
            || s.says(at, &["to"]) && s.says(before, &["thanks", "due", "owing"])
            || s.says(at, &["by"]) && by()
    }

    /// "had it not been", "if it had not been"
    fn not_been(&self, been: usize) -> bool {
        (been.saturating_sub(4)..been).any(|i| {
            self.s.is(i, Class::Not) || self.s.at(i).ends_with("n't") || self.s.at(i).ends_with("n’t")
        })
    }

    /// "would have been good had it not been for …", "But for its debts it would have been": a condition that needs no "if".
    pub(super) fn unless(&self) -> bool {
        let s = self.s;
        let mut next = self.label + 1 + usize::from(self.quoted());
        // "would have been good instead of poor but for its records"
        if s.says(next, &["instead", "rather"]) && s.says(next + 1, &["of", "than"]) {
            let other = (next + 2..next + 5).find(|&i| matches!(s.item(i), Some(Item::Label(_))));
            next = other.map_or(next, |i| i + 1 + usize::from(s.item(i + 1) == Some(Item::Close)));
            if other.is_some() {
                return true;
            }
        }
        let not =
            |i: usize| s.says(i, &["had", "were"]) && s.is(i + 1, Class::Pronoun) && s.is(i + 2, Class::Not);
        let for_ = |i: usize| s.says(i, &["but"]) && s.says(i + 1, &["for"]) || s.says(i, &["without", "if"]);
        let comma = usize::from(s.item(next) == Some(Item::Stop(',')));
        let opens = (not(0) || for_(0)) && self.ends_phrase();
        opens || not(next + comma) || for_(next + comma)
    }
}
