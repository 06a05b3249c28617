//! What each known word may mean. The automaton over these words is built once and read by the scan.

use crate::text::edge;
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::collections::HashMap;

/// One meaning of a known word. The numbers are indexes into the lists of [`Knowledge`](super::Knowledge).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sense {
    /// A name of a body.
    Body { body: u16, form: NameForm },
    /// A common noun or an office that bodies are called by: index into the nouns.
    BodyNoun(u16),
    /// A name that only looks like a body's or a provider's, or a phrase in which a label is none.
    NotA(Kind),
    /// A form of one or more labels: index into the label forms.
    Label(u16),
    /// A name of one or more aspects: index into the aspect names.
    Aspect(u16),
    /// A head noun, a leading word or a common noun of a kind of provider.
    Provider { service: u16, form: HeadForm },
    /// A service of a provider: index into the service names.
    Service(u16),
    /// A place name that holds a joiner, as one name: index into the place names.
    Place(u16),
    /// A marker of page furniture: index into the markers.
    Furniture(u16),
    /// What introduces labels that nobody was given: index into the legends.
    Legend(u16),
    /// A name of a measure: index into the measure names.
    Measure(u16),
    /// Wording around ratings that holds on every scale ("top rating", "up from"): index into the wordings.
    Wording(u16),
    /// A word that dates are told by: index into the table of `find::date`.
    Time(u16),
    /// A word that money is told by: index into the table of `find::money`.
    Sum(u16),
    /// A word that quotations are told by: index into the table of `find::quote`.
    Voice(u16),
    /// A word of the grammar of judgements: index into the table of `relate::words`.
    Word(u16),
}

/// In which form a body is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum NameForm {
    /// In full: any case.
    Name,
    /// In capitals: exact case.
    Acronym,
    /// By words that others use too: needs support in the article.
    Weak,
}

/// What a [`Sense::NotA`] is easily taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Body,
    Provider,
    Label,
    Measure,
}

/// How a word of a kind of provider stands in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum HeadForm {
    /// Ends a name: "… Primary School".
    Tail,
    /// Begins a name: "HMP …", "London Borough of …".
    Lead,
    /// Is a whole name: "Scotland Yard".
    Whole,
    /// Stands for the kind or for one provider, in capitals: "ALMO", "PSNI".
    Acronym,
    /// A common noun that refers back: "the home".
    Generic,
    /// Several of them: "both homes".
    Plural,
}

/// Letter case in which a word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Case {
    /// In any case.
    Any,
    /// As written only.
    Exact,
}

/// One known word with one meaning.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) phrase: String,
    pub(crate) case: Case,
    pub(crate) sense: Sense,
}

/// Every known word, and the automaton that finds them all in one pass.
#[derive(Debug)]
pub(crate) struct Lexicon {
    automaton: AhoCorasick,
    /// For each pattern: its entry's word and, where the case counts, the exact form.
    patterns: Vec<Pattern>,
    senses: Vec<Sense>,
    /// The words themselves, in lower case.
    phrases: Vec<String>,
}

/// The senses of one word that hold in any case, and those of an exact form.
type Gathered = (Vec<Sense>, Vec<(Box<str>, Sense)>);

#[derive(Debug)]
struct Pattern {
    /// Range in `senses` that hold in any case.
    any: (u32, u32),
    /// Senses that hold only where the text has exactly this form.
    exact: Vec<(Box<str>, Sense)>,
}

/// Where a known word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) sense: Sense,
}

impl Lexicon {
    /// Builds the automaton over all entries. Apostrophes in a phrase match straight and curly ones.
    pub(crate) fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut index: HashMap<String, usize> = HashMap::new();
        let mut gathered: Vec<Gathered> = Vec::new();
        let mut surfaces: Vec<String> = Vec::new();
        for entry in entries {
            for phrase in apostrophes(&entry.phrase) {
                let key = phrase.to_ascii_lowercase();
                let at = *index.entry(key.clone()).or_insert_with(|| {
                    surfaces.push(key);
                    gathered.push((Vec::new(), Vec::new()));
                    gathered.len() - 1
                });
                let (any, exact) = &mut gathered[at];
                match entry.case {
                    Case::Any if !any.contains(&entry.sense) => any.push(entry.sense),
                    Case::Any => {}
                    Case::Exact => exact.push((phrase.into_boxed_str(), entry.sense)),
                }
            }
        }
        let mut senses = Vec::new();
        let patterns = gathered
            .into_iter()
            .map(|(any, exact)| {
                let from = senses.len() as u32;
                senses.extend(any);
                Pattern { any: (from, senses.len() as u32), exact }
            })
            .collect();
        // Overlapping matches are all wanted: "children in care" must not hide "care", and which of them
        // counts is settled once, in `find`.
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::DFA))
            .build(&surfaces)
            .unwrap_or_else(|_| {
                AhoCorasick::new::<_, &str>([])
                    .unwrap_or_else(|_| unreachable!("an empty automaton always builds"))
            });
        Self { automaton, patterns, senses, phrases: surfaces }
    }

    /// Every word, in lower case.
    pub(crate) fn phrases(&self) -> &[String] {
        &self.phrases
    }

    /// Calls `take` for every meaning of every known word that stands alone in `text`, in order of their ends.
    pub(crate) fn scan(&self, text: &str, mut take: impl FnMut(Hit)) {
        for found in self.automaton.find_overlapping_iter(text) {
            let (start, end) = (found.start(), found.end());
            if !edge::stands_alone(text, start, end) {
                continue;
            }
            let pattern = &self.patterns[found.pattern().as_usize()];
            for &sense in &self.senses[pattern.any.0 as usize..pattern.any.1 as usize] {
                take(Hit { start, end, sense });
            }
            for (form, sense) in &pattern.exact {
                if **form == text[start..end] {
                    take(Hit { start, end, sense: *sense });
                }
            }
        }
    }
}

/// A phrase in the spellings that papers give its apostrophes.
fn apostrophes(phrase: &str) -> Vec<String> {
    let straight = phrase.replace('’', "'");
    if straight.contains('\'') {
        let curly = straight.replace('\'', "’");
        vec![straight, curly]
    } else {
        vec![straight]
    }
}
