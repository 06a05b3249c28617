//! Judgements and their neighbours, as sieves from the most certain to the least. `story`, `clause` and `phrase`
//! are what the others read; beyond those no relation knows another.

pub(crate) mod clause;
pub(crate) mod judgement;
pub(crate) mod phrase;
pub(crate) mod status;
pub(crate) mod story;
pub(crate) mod target;
pub(crate) mod visit;
pub(crate) mod tally;
pub(crate) mod rating;
