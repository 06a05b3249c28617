//! Who inspects, regulates or audits.

use crate::fact::{Basis, BodyId, Part, Rule};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// An inspectorate, regulator or auditor named in the article: one entry a body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Body {
    /// Id in the knowledge files.
    pub id: BodyId,
    /// The body's own name, from the knowledge files.
    pub name: String,
    /// What it does in this article.
    pub role: BodyRole,
    /// Every place that names it, in order.
    pub mentions: Vec<BodyMention>,
    /// How directly the article names it.
    pub basis: Basis,
    /// What found it.
    pub rule: Rule,
}

/// What a body does in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BodyRole {
    /// Inspects, rates, audits or regulates a provider told of here.
    Inspects,
    /// Prosecutes, fines, orders, or orders a review, without inspecting.
    Acts,
    /// Named, but not for an inspection told here.
    Mentioned,
}

/// One place that names a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct BodyMention {
    /// Where it stands.
    pub span: Span,
    /// The article's own words there.
    pub text: String,
    /// In which form.
    pub how: BodyHow,
    /// Whether the span is into the text or the title.
    #[serde(rename = "in")]
    pub part: Part,
}

/// The form in which a body is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BodyHow {
    /// In full, or by the name it is known by: "Ofsted".
    Name,
    /// By capitals: "SSI".
    Acronym,
    /// By a shortened name: "the Commission".
    Short,
    /// By a common noun: "the watchdog", "inspectors".
    Generic,
    /// By an office held there: "the chief inspector of hospitals".
    Office,
}
