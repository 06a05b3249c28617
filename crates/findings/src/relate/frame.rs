//! A label in its frame: what `judgement` hands to the relations that read who, how surely and when.

use crate::fact::{Basis, Direction, Status};
use std::ops::Range;

/// A label in its frame, as items of one sentence.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The label's item.
    pub(crate) label: usize,
    /// The verb or noun that carries it.
    pub(crate) head: usize,
    /// The noun phrases that say whose judgement it is: before the verb, and between verb and label.
    pub(crate) subject: Range<usize>,
    pub(crate) object: Range<usize>,
    /// Aspects, services and providers listed after the label.
    pub(crate) listed: Vec<usize>,
    /// Where the clause ends, as an item.
    pub(crate) end: usize,
    /// A status that the frame itself decides.
    pub(crate) status: Option<Status>,
    pub(crate) change: Option<(Direction, Option<usize>)>,
    pub(crate) basis: Basis,
    pub(crate) rule: &'static str,
}
