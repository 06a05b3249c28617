//! Mentions, one kind a file: where a body, a provider, a sum, a date, a voice or a piece of furniture stands.
//! Knows no relation between them.

pub(crate) mod body;
pub(crate) mod provider;
pub(crate) mod words;
