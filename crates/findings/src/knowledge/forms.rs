//! Every surface form of every label, and which levels of which scales it can stand for. Number forms
//! ("two-star", "grade four", "3/5") are made here from a level's number. Knows no dates.

use super::scale::{Level, Printed, Scale};
use super::words::LabelWord;
use foldhash::HashMap;

/// One distinct form of labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    /// The words: lower case, unless they count only as written.
    pub(crate) text: String,
    /// True when the words count only as written: "RI", "C3".
    pub(crate) exact: bool,
    /// What it can stand for.
    pub(crate) stands: Vec<Stand>,
}

/// One level that a form can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stand {
    /// Index into the scales.
    pub(crate) scale: u16,
    /// Index into the scale's levels.
    pub(crate) level: u8,
    /// In what way.
    pub(crate) how: How,
    /// True when it counts only where a body of the scale is named.
    pub(crate) weak: bool,
}

/// In what way a form stands for a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// It is the label, or a form of it.
    Label,
    /// It is the level's number.
    Number,
    /// It is newspaper wording that points to it.
    Paraphrase,
}

impl Form {
    /// True when it counts only where a body of one of its scales is named.
    pub(crate) fn weak(&self) -> bool {
        self.stands.iter().all(|s| s.weak)
    }
}

/// All forms of all levels, in the order of the scales.
pub(super) fn of_scales(scales: &[Scale], words: &[LabelWord]) -> Vec<Form> {
    let words: HashMap<&str, &LabelWord> = words.iter().map(|w| (w.id.as_str(), w)).collect();
    let mut forms = Forms::default();
    for (scale_ix, scale) in scales.iter().enumerate() {
        let top = scale.levels.iter().filter_map(|l| l.number).max().unwrap_or(0);
        for (level_ix, level) in scale.levels.iter().enumerate() {
            let word = level.word.as_deref().and_then(|id| words.get(id).copied());
            let stand = |how, weak| Stand { scale: scale_ix as u16, level: level_ix as u8, how, weak };
            for text in labels(level, word) {
                let weak = level.weak.iter().any(|w| w == text);
                forms.add(text, stand(How::Label, weak));
                // "All three were handed C3s"
                if counts_as_written(text) && text.ends_with(|c: char| c.is_ascii_digit()) {
                    forms.add(&format!("{text}s"), stand(How::Label, weak));
                }
            }
            for printed in &scale.printed {
                let weak = matches!(printed, Printed::Level | Printed::Stage | Printed::Band);
                for text in level.number.iter().flat_map(|n| numbered(*printed, *n, top)) {
                    forms.add(&text, stand(How::Number, weak));
                }
            }
            let shared = word.map(|w| w.paraphrases.as_slice()).unwrap_or_default();
            for text in level.paraphrases.iter().chain(shared) {
                forms.add(text, stand(How::Paraphrase, false));
            }
        }
    }
    forms.list
}

/// The forms that are a level's label. A bare number is none: it is known by [`Scale::level_for_number`].
fn labels<'a>(level: &'a Level, word: Option<&'a LabelWord>) -> impl Iterator<Item = &'a str> {
    let shared = word.map(|w| w.forms.as_slice()).unwrap_or_default();
    std::iter::once(&level.label)
        .chain(&level.forms)
        .chain(&level.weak)
        .chain(shared)
        .filter(|text| !level.unsought.contains(text) && !text.bytes().all(|b| b.is_ascii_digit()))
        .map(String::as_str)
}

#[derive(Default)]
struct Forms {
    list: Vec<Form>,
    at: HashMap<String, usize>,
}

impl Forms {
    fn add(&mut self, text: &str, stand: Stand) {
        let exact = counts_as_written(text);
        let key = if exact { text.to_owned() } else { text.to_lowercase() };
        let at = *self.at.entry(key.clone()).or_insert_with(|| {
            self.list.push(Form { text: key, exact, stands: Vec::new() });
            self.list.len() - 1
        });
        let stands = &mut self.list[at].stands;
        // The label comes before the number, the number before a paraphrase: the first says it best.
        if !stands.iter().any(|s| s.scale == stand.scale && s.level == stand.level) {
            stands.push(stand);
        }
    }
}

/// True for a short word of capitals and digits: in lower case it would be another word.
pub(super) fn counts_as_written(text: &str) -> bool {
    text.len() <= 4
        && text.bytes().any(|b| b.is_ascii_uppercase())
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'&')
}

const WORDS: [&str; 11] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// How papers print a number of a scale whose highest number is `top`.
fn numbered(printed: Printed, n: u8, top: u8) -> Vec<String> {
    let word = |n: u8| WORDS.get(usize::from(n)).copied();
    let counts: Vec<String> = word(n).map(str::to_owned).into_iter().chain([n.to_string()]).collect();
    let after =
        |noun: &str| counts.iter().flat_map(|c| [format!("{noun} {c}"), format!("{noun}-{c}")]).collect();
    match printed {
        Printed::Stars => stars(n, &counts),
        Printed::Grade => after("grade"),
        Printed::Segment => after("segment"),
        Printed::Band => after("band"),
        Printed::Level => after("level"),
        Printed::Stage => after("stage"),
        Printed::OutOf => {
            let mut out =
                vec![format!("{n} out of {top}"), format!("{n}/{top}"), format!("{n}-out-of-{top}")];
            if let (Some(n), Some(top)) = (word(n), word(top)) {
                out.extend([format!("{n} out of {top}"), format!("{n}-out-of-{top}")]);
                out.push(format!("{n} out of a possible {top}"));
            }
            out.push(format!("{n} out of a possible {top}"));
            out
        }
    }
}

fn stars(n: u8, counts: &[String]) -> Vec<String> {
    let mut counts = counts.to_vec();
    match n {
        0 => counts.extend(["no", "nil", "nought"].map(str::to_owned)),
        // "lost its only star", "won its first star"
        1 => counts.extend(["single", "only", "first", "any"].map(str::to_owned)),
        2 => counts.push("second".to_owned()),
        3 => counts.push("third".to_owned()),
        _ => {}
    }
    let mut out: Vec<String> = counts
        .iter()
        .flat_map(|c| [format!("{c} stars"), format!("{c}-stars"), format!("{c} star"), format!("{c}-star")])
        .collect();
    out.push(format!("{n}*"));
    if n == 0 {
        out.extend(["zero-rated", "zero rated"].map(str::to_owned));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_are_told_in_words_and_digits() {
        let forms = numbered(Printed::Stars, 2, 3);
        for form in ["two stars", "two-star", "two star", "2 stars", "2-star", "2*"] {
            assert!(forms.iter().any(|f| f == form), "{form}");
        }
        assert!(numbered(Printed::Stars, 0, 3).iter().any(|f| f == "no stars"));
    }

    #[test]
    fn scores_name_the_top_of_their_scale() {
        let forms = numbered(Printed::OutOf, 3, 5);
        assert!(forms.iter().any(|f| f == "three out of five") && forms.iter().any(|f| f == "3/5"));
    }

    #[test]
    fn only_short_capitals_count_as_written() {
        assert!(counts_as_written("RI") && counts_as_written("C3"));
        assert!(!counts_as_written("good") && !counts_as_written("TEF gold"));
    }
}
