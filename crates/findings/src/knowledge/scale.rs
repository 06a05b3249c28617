//! Editions of judgement scales and of inspection frameworks, with their dates. Plain data: what was in force
//! when is decided in `decide`.

use super::Confidence;
use super::when::When;
use crate::fact::{AspectId, BodyId, FrameworkId, ScaleId, ServiceId};
use serde::{Deserialize, Serialize};

/// One edition of a judgement scale: a `[[scale]]` table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Kebab-case, never reused.
    pub id: ScaleId,
    /// What it is, in words.
    pub name: String,
    /// Editions of one scale share a series, and do not overlap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// Who judges by it; the first is the one it belongs to.
    pub bodies: Vec<BodyId>,
    /// Which kinds of provider, or services, are judged by it.
    pub services: Vec<ServiceId>,
    /// The framework or programme, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_in: Option<String>,
    /// First day of inspections under it.
    pub from: When,
    /// Last day; none = still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<When>,
    /// What sort of scale.
    pub kind: ScaleKind,
    /// Which end of its numbers is the best.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_number: Option<BestNumber>,
    /// How its numbers are printed; "two-star", "grade 4" and the like are made from these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub printed: Vec<Printed>,
    /// True when it yields one headline judgement; false when it is used for aspects only, or is one of several.
    pub overall: bool,
    /// Best first.
    pub levels: Vec<Level>,
    /// What a reader of the entry should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Where the facts were read.
    #[serde(default)]
    pub source: Vec<String>,
    /// How well they are founded.
    #[serde(default)]
    pub confidence: Confidence,
    /// Which of them were not read anywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unverified: Option<String>,
}

/// What sort of scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say what they mean")]
pub enum ScaleKind {
    Ordinal,
    Stars,
    Numeric,
    Letter,
    Medal,
    Binary,
    OutcomeText,
    Status,
    Determination,
    Flags,
    Percentage,
    Ungraded,
}

/// Which end of a scale's numbers is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BestNumber {
    /// Grade 1 is best.
    Low,
    /// Five stars are best.
    High,
}

/// How the numbers of a scale are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Printed {
    /// "two stars", "two-star", "2*".
    Stars,
    /// "grade 4", "grade four".
    Grade,
    /// "three out of four", "3/5".
    OutOf,
    /// "segment 4".
    Segment,
    /// "band 4".
    Band,
    /// "level 4".
    Level,
    /// "stage 3".
    Stage,
}

/// One level of a scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// 1 = best.
    pub rank: u8,
    /// The canonical label: lower case, short, without bracketed meanings.
    pub label: String,
    /// The number it is printed as, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u8>,
    /// The percentages it stands for, both included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<(u8, u8)>,
    /// The label word whose forms and paraphrases it shares: id of a `[[word]]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// Further forms that are the label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<String>,
    /// Forms so common that they count only where a body of the scale is named; the label may be one of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weak: Vec<String>,
    /// Forms too common to be looked for at all; the label may be one of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsought: Vec<String>,
    /// Newspaper wording that points to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paraphrases: Vec<String>,
    /// Fragments of the official description.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<String>,
}

/// One edition of an inspection framework: a `[[framework]]` table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// Kebab-case, never reused.
    pub id: FrameworkId,
    /// What it is, in words.
    pub name: String,
    /// Whose it is.
    pub body: BodyId,
    /// Who inspects with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<BodyId>,
    /// What it was made for.
    pub service: ServiceId,
    /// The scales its judgements are made on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<ScaleId>,
    /// First day of inspections under it.
    pub from: When,
    /// Last day; none = still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<When>,
    /// Whether its aspects get grades.
    pub graded: bool,
    /// What its headline judgement is called; none = it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// What is judged within it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aspects: Vec<AspectEntry>,
    /// What a reader of the entry should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Where the facts were read.
    #[serde(default)]
    pub source: Vec<String>,
    /// How well they are founded.
    #[serde(default)]
    pub confidence: Confidence,
    /// Which of them were not read anywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unverified: Option<String>,
}

/// A sub-judgement of a framework.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AspectEntry {
    /// Unique within the framework.
    pub id: AspectId,
    /// The official name.
    pub name: String,
    /// Names papers give it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What papers call it where it is told already that an area is meant; never looked for by itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The aspect it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<AspectId>,
    /// The theme it is grouped under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// Its own scale, where it is not the framework's first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<ScaleId>,
    /// The body whose judgement is taken over here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_body: Option<BodyId>,
    /// Its own parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// True when only some inspections judge it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// True when it stands for the headline judgement.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub counts_as_overall: bool,
    /// Whether it is graded, where that differs from the framework.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub graded: Option<bool>,
    /// What a reader of the entry should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
