//! A sentence with its words in lower case, as the readers of measures ask for them. Knows no measure.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::text::key::Key;

/// A cut sentence and its words.
pub(super) struct Line<'s, 't> {
    pub(super) s: &'s Sentence<'t>,
    /// The words of all items, one after another.
    words: String,
    /// Where each of them ends, and its key.
    ends: Vec<(usize, Key)>,
    /// No stop closes it, as none does a headline: its verbs go without "is" and "was".
    pub(super) headline: bool,
}

impl<'s, 't> Line<'s, 't> {
    pub(super) fn new(s: &'s Sentence<'t>, headline: bool) -> Self {
        let mut words = String::with_capacity(s.span.len());
        let mut ends = Vec::with_capacity(s.chunks.len());
        for (ix, chunk) in s.chunks.iter().enumerate() {
            let word = match s.at(ix) {
                // The month is no verb: "in May to cancel".
                "May" if matches!(chunk.item, Item::Date(_)) => "May.",
                word => word,
            };
            let key = match word.is_ascii() {
                true => {
                    words.push_str(word);
                    Key::of(word)
                }
                false => {
                    let lower = word.to_lowercase().replace('’', "'");
                    words.push_str(&lower);
                    Key::of(&lower)
                }
            };
            ends.push((words.len(), key));
        }
        words.make_ascii_lowercase();
        Line { s, words, ends, headline }
    }
    /// How many items there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
    /// The words of an item, in lower case; empty past the end.
    #[inline]
    pub(super) fn w(&self, i: usize) -> &str {
        let Some(&(end, _)) = self.ends.get(i) else { return "" };
        let start = i.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |(end, _)| *end);
        self.words.get(start..end).unwrap_or("")
    }
    /// True when the item is one of these words.
    #[inline(always)]
    pub(super) fn says(&self, i: usize, words: &[&str]) -> bool {
        // Past the end stands the empty word.
        let here = self.ends.get(i).map_or(Key::of(""), |(_, key)| *key);
        here.is_any(words, |w| self.spells(i, w))
    }
    #[inline(never)]
    fn spells(&self, i: usize, word: &str) -> bool {
        self.w(i) == word
    }
    /// The first item of these words from `from` on and before `to`.
    pub(super) fn find(&self, from: usize, to: usize, words: &[&str]) -> Option<usize> {
        (from..to.min(self.len())).find(|&i| self.says(i, words))
    }
    /// The nearest item of these words before `at`, no further back than `reach`, within the clause.
    pub(super) fn back(&self, at: usize, reach: usize, words: &[&str]) -> Option<usize> {
        (at.saturating_sub(reach)..at)
            .rev()
            .take_while(|&i| !self.ends_clause(i))
            .find(|&i| self.says(i, words))
    }
    /// As `back`, past commas.
    pub(super) fn back_past(&self, at: usize, reach: usize, words: &[&str]) -> Option<usize> {
        (at.saturating_sub(reach)..at)
            .rev()
            .take_while(|&i| !self.ends_clause(i) || self.w(i) == ",")
            .find(|&i| self.says(i, words))
    }
    /// True for a place that names a provider or several.
    pub(super) fn is_provider(&self, i: usize) -> bool {
        matches!(self.s.item(i), Some(Item::Provider(_) | Item::Group(_)))
    }
    /// True for a provider, or a common noun for one.
    pub(super) fn is_place(&self, i: usize) -> bool {
        self.is_provider(i) || is_premises(self.w(i))
    }
    pub(super) fn is_body(&self, i: usize) -> bool {
        matches!(self.s.item(i), Some(Item::Body(_)))
    }
    pub(super) fn is_date(&self, i: usize) -> bool {
        matches!(self.s.item(i), Some(Item::Date(_)))
    }
    pub(super) fn is_quote(&self, i: usize) -> bool {
        matches!(self.s.item(i), Some(Item::Open | Item::Close))
    }
    /// True for a stop, or a word that opens or joins a clause.
    pub(super) fn ends_clause(&self, i: usize) -> bool {
        matches!(self.s.item(i), Some(Item::Stop(_)))
            || self.s.is(i, Class::Opens)
            || self.says(
                i,
                &["but", "while", "whilst", "although", "though", "because", "so", "when", "however"],
            )
    }
    /// True for "has", "been", "also", "now": what stands in a verb group before its verb.
    pub(super) fn is_light(&self, i: usize) -> bool {
        self.s.is_any(i, &[Class::Be, Class::Have, Class::Filler, Class::Now, Class::Again, Class::Before])
            || self.s.is_any(i, &[Class::Will, Class::Would, Class::Must, Class::Not])
            || self.w(i).ends_with("ly")
            || self.says(i, &["later", "soon", "twice"])
            || self.is_quote(i)
    }
    /// True where somebody speaks of inspections: a body, a visit, a report.
    pub(super) fn tells_of_inspection(&self) -> bool {
        const ORDERS: &[&str] = &[
            "ordered", "enforce", "enforced", "registration", "licence", "court", "magistrates", "ministers",
        ];
        (0..self.len()).any(|i| self.is_body(i) || self.s.is(i, Class::Visit) || self.says(i, ORDERS))
    }
}

/// A common noun for something that is inspected, where no provider is read in it: "the pre-school".
pub(super) fn is_premises(word: &str) -> bool {
    const NOUNS: &[&str] = &[
        "school", "pre-school", "preschool", "academy", "college", "nursery", "home", "hospital", "ward",
        "unit", "service", "surgery", "practice", "prison", "jail", "restaurant", "takeaway", "kitchen",
        "business", "premises", "facility", "shop", "pub", "cafe", "centre", "playgroup", "clinic",
        "provider", "trust", "company", "firm", "operator", "operators", "owner", "owners", "landlord",
        "council",
    ];
    NOUNS.contains(&word)
}
