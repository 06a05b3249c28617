//! What each known word may mean. The matcher of these words is made once and read by the scan.

use super::matcher::{Match, Matcher};
use super::words::Place;
use crate::text::Known;
use foldhash::HashMap;

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
    /// A fixed phrase that names a grade by its place on whatever scale: "full marks".
    Rank(Place),
    /// What does so before a rating noun: "top" of "the top Ofsted rating".
    RankWord(Place),
    /// A word that dates are told by: index into the table of `find::date`.
    Time(u16),
    /// A word that money is told by: index into the table of `find::money`.
    Sum(u16),
    /// A word that quotations are told by: index into the table of `find::quote`.
    Voice(u16),
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
    /// Not at all, but by what its grade is called: "food hygiene" before "rating".
    Grade,
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

/// Every known word, and the matcher that finds them all in one pass.
#[derive(Debug)]
pub(crate) struct Lexicon {
    matcher: Matcher,
    words: Vec<Meanings>,
    /// The senses that hold in any case, word by word.
    senses: Vec<Sense>,
    /// The senses that hold only where the text has exactly this form, word by word.
    exact: Vec<(Box<str>, Sense)>,
}

/// The senses of one word: its ranges in the two lists of the lexicon.
#[derive(Clone, Copy, Debug)]
struct Meanings {
    any: (u32, u32),
    exact: (u32, u32),
}

/// The senses of one word that hold in any case, and those of an exact form.
type Gathered = (Vec<Sense>, Vec<(Box<str>, Sense)>);

/// Where a known word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) sense: Sense,
}

impl Lexicon {
    /// Makes the matcher for all entries. Apostrophes in a phrase match straight and curly ones.
    pub(crate) fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let (surfaces, gathered) = gather(entries);
        let (mut senses, mut exact) = (Vec::new(), Vec::new());
        let words = gathered
            .into_iter()
            .map(|(any, written)| {
                let from = (senses.len() as u32, exact.len() as u32);
                senses.extend(any);
                exact.extend(written);
                Meanings { any: (from.0, senses.len() as u32), exact: (from.1, exact.len() as u32) }
            })
            .collect();
        Self { matcher: Matcher::new(surfaces.iter().map(String::as_str)), words, senses, exact }
    }

    /// Calls `take` for every meaning of every known word that stands alone in `text`: in order of starts, the
    /// longer words first. Overlaps are all there: "children in care" must not hide "care", and which of them
    /// counts is settled once, in `find`. Calls `seen` for every word of ASCII, known or not.
    pub(crate) fn scan(&self, text: &str, seen: impl FnMut(usize, usize), mut take: impl FnMut(Hit)) {
        self.matcher.scan(text, seen, |Match { start, end, phrase }| {
            let Some(word) = self.words.get(phrase as usize) else { return };
            for &sense in part(&self.senses, word.any) {
                take(Hit { start, end, sense });
            }
            for (form, sense) in part(&self.exact, word.exact) {
                if text.get(start..end) == Some(form) {
                    take(Hit { start, end, sense: *sense });
                }
            }
        });
    }

    /// What is known of a word by itself.
    pub(crate) fn known(&self, word: &str) -> Known {
        let mut known = Known::No;
        self.matcher.scan(
            word,
            |_, _| {},
            |found| {
                let Some(meanings) = self.words.get(found.phrase as usize) else { return };
                let whole = (found.start, found.end) == (0, word.len());
                let written = |(form, _): &(Box<str>, Sense)| **form == *word;
                if whole && part(&self.exact, meanings.exact).iter().any(written) {
                    known = Known::Written;
                } else if whole && known == Known::No && meanings.any.0 < meanings.any.1 {
                    known = Known::Word;
                }
            },
        );
        known
    }
}

fn part<T>(list: &[T], (from, to): (u32, u32)) -> &[T] {
    list.get(from as usize..to as usize).unwrap_or_default()
}

/// Every word once, in lower case and in each spelling of its apostrophes.
pub(crate) fn surfaces(entries: impl IntoIterator<Item = Entry>) -> Vec<String> {
    gather(entries).0
}

/// Every word once, with its senses.
fn gather(entries: impl IntoIterator<Item = Entry>) -> (Vec<String>, Vec<Gathered>) {
    let mut index: HashMap<String, usize> = HashMap::default();
    let mut gathered: Vec<Gathered> = Vec::new();
    let mut surfaces: Vec<String> = Vec::new();
    for entry in entries {
        for phrase in apostrophes(&entry.phrase) {
            let key = phrase.to_ascii_lowercase();
            let at = match index.get(&key) {
                Some(&at) => at,
                None => {
                    surfaces.push(key.clone());
                    gathered.push((Vec::new(), Vec::new()));
                    index.insert(key, gathered.len() - 1);
                    gathered.len() - 1
                }
            };
            let (any, exact) = &mut gathered[at];
            match entry.case {
                Case::Any if !any.contains(&entry.sense) => any.push(entry.sense),
                Case::Any => {}
                Case::Exact => exact.push((phrase.into_boxed_str(), entry.sense)),
            }
        }
    }
    (surfaces, gathered)
}

/// A phrase in the spellings that papers give its apostrophes.
fn apostrophes(phrase: &str) -> Vec<String> {
    let straight = phrase.trim().replace('’', "'");
    if straight.is_empty() {
        Vec::new()
    } else if straight.contains('\'') {
        let curly = straight.replace('\'', "’");
        vec![straight, curly]
    } else {
        vec![straight]
    }
}
