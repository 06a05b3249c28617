//! Mentions, one kind a file. Knows nothing of how they belong together.

pub(crate) mod date;
pub(crate) mod lex;
pub(crate) mod money;
pub(crate) mod number;
