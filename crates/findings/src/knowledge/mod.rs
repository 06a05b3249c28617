//! Bodies, scales, frameworks, services and words: loaded, checked, dated. Knows no grammar.

pub(crate) mod lexicon;
