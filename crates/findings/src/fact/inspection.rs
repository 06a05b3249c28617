//! Visits: the ratings, dates and measures that belong together.

use crate::fact::{Basis, BodyId, Edtf, FrameworkId, ProviderId, Rule, Service};
use serde::{Deserialize, Serialize};

/// One visit of a body to a provider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Inspection {
    /// Who inspected.
    pub body: Option<BodyId>,
    /// Who was inspected.
    pub provider: Option<ProviderId>,
    /// The part of the provider that was inspected, if not the whole.
    pub service: Option<Service>,
    /// The framework in force.
    pub framework: Option<FrameworkId>,
    /// What sort of visit, where told.
    pub kind: Option<InspectionKind>,
    /// When it took place.
    pub inspected: Option<Edtf>,
    /// When its report came out.
    pub published: Option<Edtf>,
    /// When the visit before it took place.
    pub previous: Option<Edtf>,
    /// Indexes into `ratings`.
    pub ratings: Vec<usize>,
    /// Indexes into `measures`.
    pub measures: Vec<usize>,
    /// How directly the article says it.
    pub basis: Basis,
    /// What grouped it.
    pub rule: Rule,
}

/// What sort of visit an inspection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum InspectionKind {
    /// A full, graded inspection.
    Full,
    /// A focused visit: no grades.
    Focused,
    /// A monitoring visit.
    Monitoring,
    /// A follow-up to an earlier visit.
    FollowUp,
    /// By more than one body.
    Joint,
    /// Without notice.
    Unannounced,
}
