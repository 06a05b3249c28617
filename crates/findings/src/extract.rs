//! The pipeline on one screen: text, scan, find, resolve, relate, assemble.

use crate::fact::{About, Extraction, Offsets};
use crate::text::Article;

/// Reads articles. Holds the knowledge and the automaton; share one between threads.
#[derive(Debug)]
pub struct Extractor {}

impl Extractor {
    /// An extractor with the built-in knowledge.
    pub fn builtin() -> &'static Extractor {
        &Extractor {}
    }

    /// Everything that is found in one article. Never fails.
    pub fn extract(&self, article: &Article<'_>) -> Extraction {
        Extraction {
            format: 1,
            article: About {
                id: article.name().map(str::to_owned),
                title: article.headline().map(str::to_owned),
                published: article.day(),
                published_basis: article.day_basis(),
                offsets: Offsets::Bytes,
                length: article.text().len(),
            },
            bodies: Vec::new(),
            providers: Vec::new(),
            ratings: Vec::new(),
            tallies: Vec::new(),
            measures: Vec::new(),
            inspections: Vec::new(),
            money: Vec::new(),
            dates: Vec::new(),
            quotes: Vec::new(),
            furniture: Vec::new(),
            notes: Vec::new(),
        }
    }
}
