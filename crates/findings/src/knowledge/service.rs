//! Kinds of provider, services of a provider, regimes of enforcement, places. Plain data.

use super::Confidence;
use super::when::When;
use crate::fact::{BodyId, MeasureKind, RegimeId, ServiceId};
use serde::{Deserialize, Serialize};

/// A kind of provider, or a service of one: a `[[service]]` table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceEntry {
    /// Kebab-case, never reused.
    pub id: ServiceId,
    /// What it is, in words.
    pub name: String,
    /// The kind of provider it is a service of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<ServiceId>,
    /// What ends a name, as written: "Primary School".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tails: Vec<String>,
    /// Those of the tails that end the names of other things too ("House"): what bears one counts only where the
    /// article judges it, names it again or calls it by a common noun.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weak_tails: Vec<String>,
    /// What ends a name in any letter case: "care home".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tails_any_case: Vec<String>,
    /// What begins a name, as written: "HMP".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<String>,
    /// Whole names, as written: "Scotland Yard".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Acronyms of the kind or of single providers, as written: "ALMO", "PSNI".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acronyms: Vec<String>,
    /// Common nouns that refer back, without the article: "council", "jail".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub generic: Vec<String>,
    /// Those of the common nouns that are a person's trade: who bears it is inspected by name, "a childminder".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trades: Vec<String>,
    /// Phrases that name it as a service of a larger provider: "children's services".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_names: Vec<String>,
    /// Areas that make a name with a tail: "Avon and Somerset" of police forces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<String>,
    /// People who speak for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
    /// What looks like it and is not: "Arts Council".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not: Vec<String>,
    /// Common nouns that mean only a provider with the noun in its own name: "the trust" is no hospital of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_nouns: Vec<String>,
    /// Common nouns of it, in the plural, that kinds of all sorts are called by: "services".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vague_plurals: Vec<String>,
    /// True when papers use the bare place for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bare_place: bool,
    /// True for a kind of which a place has one: "Ely prison" and "HMP Ely" are the same.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub one_of_a_place: bool,
    /// True when many of its names have no head noun: "The Ruddles", "Golden Wok".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bare_names: bool,
    /// Who inspects it, oftenest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<BodyId>,
    /// Sentences in which a name is found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
    /// Sentences in which nothing of this kind may be found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counter_examples: Vec<String>,
    /// What a reader of the entry should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Where the facts were read.
    #[serde(default)]
    pub source: Vec<String>,
    /// How well they are founded.
    #[serde(default)]
    pub confidence: Confidence,
}

/// Parts of a provider that are judged and have no kind of their own: a `[[part]]` table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartEntry {
    /// The kind of provider they are parts of.
    pub of: ServiceId,
    /// Names that count in any letter case.
    pub names: Vec<String>,
    /// Names that count only as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acronyms: Vec<String>,
    /// True where all the names are one part's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub one: bool,
    /// Where the facts were read.
    #[serde(default)]
    pub source: Vec<String>,
    /// How well they are founded.
    #[serde(default)]
    pub confidence: Confidence,
}

/// A regime of enforcement, or another outcome that is no grade: a `[[regime]]` table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// Kebab-case, never reused.
    pub id: RegimeId,
    /// What it is, in words.
    pub name: String,
    /// Who imposes it.
    pub bodies: Vec<BodyId>,
    /// On what.
    pub services: Vec<ServiceId>,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<When>,
    /// Until when; none = still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<When>,
    /// The kinds of measure it comes as; none = it is no measure of the contract.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasureKind>,
    /// The names it goes by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// How papers tell it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wording: Vec<String>,
    /// What it says of the grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub implies: Option<String>,
    /// What a reader of the entry should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
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

/// The names of one kind of measure: a `[[measure]]` table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureEntry {
    /// The kind, of the contract's list.
    pub kind: MeasureKind,
    /// The names, in any letter case.
    pub names: Vec<String>,
}

/// Place names that hold joiners or look like other words: the `[places]` table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// Names of one place that hold "and", "upon", a comma …
    #[serde(default)]
    pub joined: Vec<String>,
    /// Short forms of names.
    #[serde(default)]
    pub short: Vec<String>,
    /// Places whose names are words.
    #[serde(default)]
    pub also_words: Vec<String>,
    /// How the names of towns and counties end: "wick", "shire".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub endings: Vec<String>,
    /// Counties, cities, boroughs and regions whose names end otherwise: "Leeds", "Kent".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<String>,
    /// What homes are called after "The", and no town: "Larches", "Old Vicarage".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub houses: Vec<String>,
}
