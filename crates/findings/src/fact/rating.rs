//! Judgements: the heart of it.

use crate::fact::{AspectId, Basis, BodyId, Edtf, FrameworkId, Part, ProviderId, Rule, ScaleId, ServiceId};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// One judgement: one entry for each provider, service, body, inspection, aspect, label and status.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Rating {
    /// Whose judgement it is; null with a note where no provider is in sight.
    pub provider: Option<ProviderId>,
    /// The part of the provider that is judged, if not the whole.
    pub service: Option<Service>,
    /// Whose word the judgement is.
    pub body: Option<BodyId>,
    /// The framework in force for that body, kind of provider and date.
    pub framework: Option<FrameworkId>,
    /// The scale in force for that body, kind of provider and date; null if it can't be told.
    pub scale: Option<ScaleId>,
    /// Null for the overall judgement, and where one grade is all there is; of a letter grade what its letter stands
    /// for (G2: governance).
    pub aspect: Option<Aspect>,
    /// The canonical label on that scale; as written where no scale in force has it.
    pub label: String,
    /// 1 = best.
    pub rank: Option<u8>,
    /// Number of levels of the scale.
    pub of: Option<u8>,
    /// How surely it was given.
    pub status: Status,
    /// Up or down from what, or unchanged.
    pub change: Option<Change>,
    /// When the visit took place.
    pub inspected: Option<Edtf>,
    /// When the judgement was made public.
    pub published: Option<Edtf>,
    /// Whose word it is in the article.
    pub attribution: Attribution,
    /// How directly the article says it.
    pub basis: Basis,
    /// What read it.
    pub rule: Rule,
    /// Where the label stands.
    pub span: Span,
    /// The article's own words there.
    pub text: String,
    /// The clauses that say it, in order.
    pub mentions: Vec<Clause>,
    /// Whether the span is into the text or the title.
    #[serde(rename = "in")]
    pub part: Part,
}

/// A part of a provider: "children's services", a ward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Service {
    /// Id in the services file, or null if the knowledge has none.
    pub id: Option<ServiceId>,
    /// The article's own words.
    pub text: String,
}

/// A sub-judgement: "leadership".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Aspect {
    /// Id in the framework, or null if the knowledge has none.
    pub id: Option<AspectId>,
    /// The article's own words.
    pub text: String,
}

/// A stretch of the article that says a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Clause {
    /// Where it stands.
    pub span: Span,
    /// The article's own words there.
    pub text: String,
    /// Whether the span is into the text or the title.
    #[serde(rename = "in")]
    pub part: Part,
}

/// How surely a judgement was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Given, and in force as far as the article tells.
    Awarded,
    /// Given before; the article tells or implies a later one.
    Previous,
    /// Draft, leaked, indicative: the body's word, not final.
    Provisional,
    /// Someone expects it.
    Predicted,
    /// Aimed for.
    Target,
    /// Would have been, if.
    Hypothetical,
    /// Failed to gain it.
    NotAchieved,
    /// Had it, and has it no longer.
    Lost,
    /// Refused.
    Denied,
    /// Taken back by the body.
    Withdrawn,
    /// Given, and being challenged.
    UnderAppeal,
}

/// Which way a judgement moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Change {
    /// Up, down or unchanged.
    pub direction: Direction,
    /// The earlier label, if told.
    pub from: Option<String>,
    /// How directly the article says so.
    pub basis: Basis,
}

/// Up is better, whatever the numbers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Better than before.
    Up,
    /// Worse than before.
    Down,
    /// As before.
    Same,
}

/// Whose word a fact is in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Attribution {
    /// The body's report, or the reporter telling it.
    Body,
    /// The provider's own people.
    Provider,
    /// Somebody else.
    ThirdParty,
    /// A leak.
    Leak,
}
