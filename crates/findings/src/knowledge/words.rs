//! Words around judgements, and markers of page furniture. Plain data.

use super::Confidence;
use crate::fact::FurnitureKind;
use serde::{Deserialize, Serialize};

/// A label word and the phrases in which it is no judgement: a `[[word]]` table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelWord {
    /// Kebab-case; a level may name it.
    pub id: String,
    /// The word.
    pub word: String,
    /// Forms of every level that names it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<String>,
    /// Paraphrases of every level that names it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paraphrases: Vec<String>,
    /// The words that `not_before` and `not_after` are about, where they are not `word` alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// What may follow the word where it is no judgement: "outstanding debt".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_before: Vec<String>,
    /// What may stand before the word where it is no judgement: "still outstanding".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_after: Vec<String>,
    /// Whole phrases that are no judgement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not: Vec<String>,
    /// What a reader of the entry should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Where that was read.
    #[serde(default)]
    pub source: Vec<String>,
    /// How well it is founded.
    #[serde(default)]
    pub confidence: Confidence,
}

impl LabelWord {
    /// The phrases in which the word is no judgement.
    pub fn near_misses(&self) -> Vec<String> {
        let words =
            if self.words.is_empty() { std::slice::from_ref(&self.word) } else { self.words.as_slice() };
        let mut out = self.not.clone();
        for label in words {
            out.extend(self.not_before.iter().map(|noun| {
                let glue = if noun.starts_with('-') { "" } else { " " };
                format!("{label}{glue}{noun}")
            }));
            out.extend(self.not_after.iter().map(|lead| format!("{lead} {label}")));
        }
        out
    }
}

/// Wording that names a grade by its place on the scale: a `[[position]]` table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Which grade.
    pub rank: Place,
    /// What says so before a rating noun: "top" of "the top Ofsted rating".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// What says so as it stands: "full marks".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// What a reader of the entry should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Where that was read.
    #[serde(default)]
    pub source: Vec<String>,
    /// How well it is founded.
    #[serde(default)]
    pub confidence: Confidence,
}

/// A place on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// "top rating".
    First,
    /// "second-highest rating".
    Second,
    /// "second-lowest rating".
    LastButOne,
    /// "lowest rating".
    Last,
    /// Several grades at once: "good or better".
    Set,
    /// The same grade in every aspect: "across the board".
    EveryAspect,
}

/// Markers by which a line of page furniture is told: a `[[marker]]` table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marker {
    /// The phrases, in any letter case; none where `rule` tells the line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phrases: Vec<String>,
    /// How a phrase stands in its line.
    #[serde(rename = "match")]
    pub stands: Stands,
    /// In which part of the page it counts.
    #[serde(rename = "where")]
    pub part: PagePart,
    /// What it does to the text.
    pub effect: Effect,
    /// What sort of furniture it marks.
    pub kind: FurnitureKind,
    /// One of these must stand in the line too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// The line must hold a digit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub digits: bool,
    /// The line has at most so many words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_words: Option<u8>,
    /// A person's name follows, to the end of the line.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub name_after: bool,
    /// The line is told by its surroundings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<LineRule>,
    /// Whose pages have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// What a reader of the entry should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it was seen.
    #[serde(default)]
    pub source: Vec<String>,
    /// How well it is founded.
    #[serde(default)]
    pub confidence: Confidence,
}

/// How a marker's phrase stands in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say what they mean")]
pub enum Stands {
    Equals,
    Starts,
    Contains,
    Ends,
}

/// A part of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PagePart {
    /// Above the article.
    Head,
    /// Below it.
    Tail,
    /// Within a line of it.
    Inline,
    /// Anywhere.
    Any,
}

/// What a marker does to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// The line and all after it are furniture.
    CutAfter,
    /// The line is furniture.
    DropLine,
    /// The matched words are furniture.
    Strip,
    /// The line counts for less.
    Flag,
    /// The line is furniture and tells of the article: its date, its author.
    Keep,
}

/// Lines of furniture that are told by their surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineRule {
    /// Two equal short lines without a full stop: a caption and its picture's text.
    RepeatedLine,
    /// A quotation that recurs in the body.
    PullQuote,
}

/// What introduces labels that nobody was given: a `[[legend]]` table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Legend {
    /// The phrases, in any letter case.
    pub phrases: Vec<String>,
    /// What follows.
    pub kind: LegendKind,
    /// What a reader of the entry should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it was seen.
    #[serde(default)]
    pub source: Vec<String>,
    /// How well it is founded.
    #[serde(default)]
    pub confidence: Confidence,
}

/// What a [`Legend`] introduces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LegendKind {
    /// The levels of a scale, explained.
    ScaleLegend,
    /// Questions and answers about a scheme.
    QAndA,
    /// A list of many providers under one label.
    ListTable,
    /// Counts over a district.
    Statistic,
    /// Notes to editors.
    PressRelease,
}
