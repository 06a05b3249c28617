//! Enforcement and its like: special measures, notices, directions, closures.

use crate::fact::{Basis, BodyId, Clause, Edtf, Part, ProviderId, RegimeId, Rule};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// One measure: one entry for each provider, kind, action and date, told once or often.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Measure {
    /// Against whom.
    pub provider: Option<ProviderId>,
    /// Whose it is: whose inspection led to it, or the department whose own it is to issue.
    pub body: Option<BodyId>,
    /// Who issued it, where that is another.
    pub issuer: Option<Issuer>,
    /// What it is.
    pub kind: MeasureKind,
    /// The regime it belongs to.
    pub regime: Option<RegimeId>,
    /// What was done with it.
    pub action: Action,
    /// How many: "four breaches".
    pub count: Option<u64>,
    /// When.
    pub date: Option<Edtf>,
    /// How directly the article says it.
    pub basis: Basis,
    /// What read it.
    pub rule: Rule,
    /// Where it stands.
    pub span: Span,
    /// The article's own words there.
    pub text: String,
    /// The clauses that say it.
    pub mentions: Vec<Clause>,
    /// Whether the span is into the text or the title.
    #[serde(rename = "in")]
    pub part: Part,
}

/// Who issued a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Issuer {
    /// Id in the knowledge files, or null.
    pub id: Option<BodyId>,
    /// The article's own words.
    pub text: String,
}

/// What a measure is: a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names are the contract's, and say what they mean")]
pub enum MeasureKind {
    SpecialMeasures,
    WarningNotice,
    Fine,
    ImprovementNotice,
    ComplianceNotice,
    Breach,
    Conditions,
    AdmissionsStop,
    Suspension,
    Cancellation,
    Closure,
    Prosecution,
    Commissioner,
    Direction,
    Intervention,
    UrgentNotification,
    EnhancedMonitoring,
    ReInspection,
    Complaint,
    Appeal,
}

impl MeasureKind {
    /// The name in the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            MeasureKind::SpecialMeasures => "special-measures",
            MeasureKind::WarningNotice => "warning-notice",
            MeasureKind::Fine => "fine",
            MeasureKind::ImprovementNotice => "improvement-notice",
            MeasureKind::ComplianceNotice => "compliance-notice",
            MeasureKind::Breach => "breach",
            MeasureKind::Conditions => "conditions",
            MeasureKind::AdmissionsStop => "admissions-stop",
            MeasureKind::Suspension => "suspension",
            MeasureKind::Cancellation => "cancellation",
            MeasureKind::Closure => "closure",
            MeasureKind::Prosecution => "prosecution",
            MeasureKind::Commissioner => "commissioner",
            MeasureKind::Direction => "direction",
            MeasureKind::Intervention => "intervention",
            MeasureKind::UrgentNotification => "urgent-notification",
            MeasureKind::EnhancedMonitoring => "enhanced-monitoring",
            MeasureKind::ReInspection => "re-inspection",
            MeasureKind::Complaint => "complaint",
            MeasureKind::Appeal => "appeal",
        }
    }
}

/// What was done with a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names are the contract's, and say what they mean")]
pub enum Action {
    Imposed,
    Found,
    Continued,
    Lifted,
    Recommended,
    Proposed,
    Threatened,
    Withdrawn,
    Due,
    Complied,
    Lodged,
    Upheld,
    Rejected,
}
