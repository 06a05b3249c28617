//! The pipeline on one screen: text, scan, find, resolve, relate, assemble.

use crate::assemble::{self, Found};
use crate::fact::{Extraction, PublishedBasis};
use crate::find;
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::Lexicon;
use crate::relate::story::Story;
use crate::relate::{self, measure, tally};
use crate::resolve;
use crate::resolve::provider::Registry;
use crate::scan::Scan;
use crate::text::{Article, Text};
use once_cell::sync::Lazy;
use std::borrow::Cow;

static BUILTIN: Lazy<Extractor> = Lazy::new(|| Extractor::of(Cow::Borrowed(Knowledge::builtin())));

/// Reads articles. Holds the knowledge and the automaton over its words; build it once, share it between threads.
#[derive(Debug)]
pub struct Extractor {
    knowledge: Cow<'static, Knowledge>,
    lexicon: Lexicon,
}

impl Extractor {
    /// An extractor with the built-in knowledge, built at the first call.
    pub fn builtin() -> &'static Extractor {
        &BUILTIN
    }

    /// An extractor with knowledge of your own.
    pub fn new(knowledge: Knowledge) -> Extractor {
        Extractor::of(Cow::Owned(knowledge))
    }

    fn of(knowledge: Cow<'static, Knowledge>) -> Extractor {
        let lexicon = Lexicon::new(knowledge.entries().into_iter().chain(Vec::new()));
        Extractor { knowledge, lexicon }
    }

    /// The words that the scan looks for; for benchmarks against a bare scan of the same words.
    #[doc(hidden)]
    pub fn phrases(&self) -> Vec<String> {
        self.lexicon.phrases().to_vec()
    }

    /// Everything that is found in one article. Never fails and never panics: what can't be decided stands in
    /// `notes`.
    pub fn extract(&self, article: &Article<'_>) -> Extraction {
        let knowledge: &Knowledge = &self.knowledge;
        let text = Text::new(article);
        let scan = Scan::new(&text, &self.lexicon);
        // find
        let furniture = Vec::new();
        let published = article.day();
        let body_names = find::body::find(&scan, knowledge, published);
        let provider_names = find::provider::find(&scan);
        let dates = ();
        let money = Vec::new();
        // resolve
        let providers = Registry::new(&scan, &provider_names);
        let bodies = resolve::body::resolve(&scan, knowledge, &body_names, &providers);
        let dates = {let _ = dates; Vec::new()};
        // relate
        let story = Story::new(&scan, knowledge, published, bodies, providers, dates, furniture);
        let ratings = relate::ratings(&story);
        let tallies = tally::read(&story);
        let measures = measure::read(&story);
        let found = Found { ratings, tallies, measures, money, quotes: Vec::new(), furniture: Vec::new(), notes: Vec::new() };
        let _ = PublishedBasis::Given;
        assemble::assemble(article, &story, found)
    }
}
