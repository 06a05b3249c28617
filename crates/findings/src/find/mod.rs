//! Mentions, one kind a file: where a body, a provider, a sum, a date, a voice or a piece of furniture stands.
//! Knows no relation between them.

pub(crate) mod body;
pub(crate) mod date;
pub(crate) mod furniture;
pub(crate) mod grade;
pub(crate) mod lex;
pub(crate) mod money;
pub(crate) mod number;
#[cfg(test)]
pub(crate) mod passed_over;
pub(crate) mod person;
pub(crate) mod provider;
pub(crate) mod quote;
pub(crate) mod rank;
mod spelt;
pub(crate) mod words;

use crate::knowledge::lexicon::Entry;

/// The words that the finders wake at, beside those of the knowledge.
pub(crate) fn entries() -> impl Iterator<Item = Entry> {
    date::entries().into_iter().chain(money::entries()).chain(quote::entries())
}
