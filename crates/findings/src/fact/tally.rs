//! Counts of judgements: "good in two areas", "24% of 87 authorities were rated inadequate".

use crate::fact::{Aspect, Attribution, Basis, BodyId, Clause, Edtf, Part, ProviderId, Rule};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How many of a population, or of one provider's aspects, have one of some labels.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Tally {
    /// Whose aspects are counted, if one provider's.
    pub provider: Option<ProviderId>,
    /// What is counted, in the article's words, if several providers.
    pub population: Option<String>,
    /// Whose judgements are counted.
    pub body: Option<BodyId>,
    /// The canonical labels that count; empty where measures are counted.
    pub labels: Vec<String>,
    /// The kinds of measure that count: "all four schools were put in special measures".
    pub measures: Vec<String>,
    /// How many.
    pub count: Count,
    /// The aspects counted, where the article lists them.
    pub aspects: Option<Vec<Aspect>>,
    /// The period counted over.
    pub period: Option<Edtf>,
    /// Whose word it is.
    pub attribution: Attribution,
    /// How directly the article says it.
    pub basis: Basis,
    /// What read it.
    pub rule: Rule,
    /// Where the count stands.
    pub span: Span,
    /// The article's own words there.
    pub text: String,
    /// The clauses that say it.
    pub mentions: Vec<Clause>,
    /// Whether the span is into the text or the title.
    #[serde(rename = "in")]
    pub part: Part,
}

/// A count, a share or an "all".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Count {
    /// What sort of count it is.
    pub kind: CountKind,
    /// How many have the label.
    pub n: Option<u64>,
    /// Out of how many.
    pub of: Option<u64>,
    /// The percentage, where that is what the article gives.
    pub percent: Option<f64>,
}

/// What sort of count a tally gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CountKind {
    /// A number.
    Exact,
    /// All of them.
    All,
    /// All but some.
    AllBut,
    /// A percentage.
    Percent,
    /// A fraction: "three quarters", "more than half".
    Share,
    /// "most", "several".
    Vague,
}
