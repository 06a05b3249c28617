//! A label in its frame and whose judgement it is: what the relations that read who, how surely and when hand
//! to each other. Plain data.

use crate::fact::{Basis, Direction, Status};
use crate::relate::story::Known;
use crate::resolve::provider::Ix;
use crate::text::Span;
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
    /// Those whom the lines below the sentence name.
    pub(crate) below: Below,
    /// What stands after "at" or "for" where the knowledge has no name for it, one range for each area.
    pub(crate) unknown: Vec<Range<usize>>,
    /// Where the clause ends, as an item.
    pub(crate) end: usize,
    /// A status that the frame itself decides.
    pub(crate) status: Option<Status>,
    pub(crate) change: Option<(Direction, Option<usize>)>,
    pub(crate) basis: Basis,
    pub(crate) rule: &'static str,
}

/// What a list below a sentence names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Below {
    pub(crate) providers: Vec<Ix>,
    /// Indexes into the story's aspects.
    pub(crate) aspects: Vec<usize>,
    /// Indexes into the story's services.
    pub(crate) services: Vec<usize>,
    /// What lines of a list are, where the knowledge has no name for it.
    pub(crate) areas: Vec<Span>,
}

/// Whose judgement it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) provider: Option<Ix>,
    /// Index into the story's services.
    pub(crate) service: Option<usize>,
    /// Index into the story's aspects.
    pub(crate) aspect: Option<usize>,
    /// What is judged, where the knowledge has no name for it: \"the jail's [education and work]\".
    pub(crate) unknown: Option<Span>,
    /// The area that the article's own words name, where they are none of the knowledge's: "how it treats its staff".
    pub(crate) worded: Option<Known>,
    /// True where the provider had to be looked for outside the sentence.
    pub(crate) inferred: bool,
}

/// What the sentences just before gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    Nothing,
    /// A grade, some two sentences ago.
    Grade,
    /// A grade of an area, in the sentence before.
    Area,
}

/// A label of a sentence that several providers have: nobody's own.
#[derive(Clone, Copy)]
pub(crate) struct OfMany {
    pub(crate) label: usize,
    /// How many have it and no other, where the count is exact.
    pub(crate) n: Option<usize>,
}

/// Whether a sentence names all of those counted.
pub(crate) enum Sort {
    All,
    Some,
}
