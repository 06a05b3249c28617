//! What the readers of measures hand on: a measure as items of its sentence.

use super::mode::Mode;
use crate::fact::{Action, MeasureKind};

/// A measure in its sentence.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) kind: MeasureKind,
    /// Index into the knowledge's names of measures, where it has a name there.
    pub(super) name: Option<u16>,
    pub(super) action: Action,
    pub(super) count: Option<u64>,
    /// The item that names it, or its verb.
    pub(super) at: usize,
    /// The verb.
    pub(super) verb: usize,
    /// The subject of the verb is who it was done to.
    pub(super) passive: bool,
    /// From the first item to the last.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) rule: &'static str,
}

impl Found {
    /// A measure told by a verb alone.
    pub(super) fn told(
        kind: MeasureKind,
        action: Action,
        verb: usize,
        to: usize,
        rule: &'static str,
    ) -> Found {
        let (from, to) = (verb.min(to), verb.max(to));
        Found { kind, name: None, action, count: None, at: to, verb, passive: false, from, to, rule }
    }
    /// With the words that stand before the verb.
    pub(super) fn since(self, from: usize) -> Found {
        Found { from: from.min(self.from), ..self }
    }
    /// Its subject is who it was done to.
    pub(super) fn passive(self, passive: bool) -> Found {
        Found { passive, ..self }
    }
}

/// What was done with a measure, by how surely its verb of imposing says so.
pub(super) fn imposed(mode: Mode) -> Option<Action> {
    match mode {
        Mode::Done => Some(Action::Imposed),
        Mode::Will => Some(Action::Due),
        Mode::Plan | Mode::Tried => Some(Action::Proposed),
        Mode::May => Some(Action::Threatened),
        Mode::Should => Some(Action::Recommended),
        Mode::Nothing => None,
    }
}
