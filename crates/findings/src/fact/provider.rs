//! Who or what is inspected.

use crate::fact::{Basis, Part, ProviderId, Rule, ServiceId};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A council, school, home, trust, prison … named in the article: one entry each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Provider {
    /// `p1`, `p2` … in order of first mention.
    pub id: ProviderId,
    /// The fullest name the article uses, with a shared head restored.
    pub name: String,
    /// What kind of provider it is: an id of the services file.
    pub kind: Option<ServiceId>,
    /// Where it is, if the article says.
    pub place: Option<String>,
    /// Who runs or owns it, if the article says.
    pub operator: Option<String>,
    /// Every place that names it, in order.
    pub mentions: Vec<ProviderMention>,
    /// How directly the article names it.
    pub basis: Basis,
    /// What found it.
    pub rule: Rule,
}

/// One place that names a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ProviderMention {
    /// Where it stands.
    pub span: Span,
    /// The article's own words there.
    pub text: String,
    /// In which form.
    pub how: ProviderHow,
    /// Whether the span is into the text or the title.
    #[serde(rename = "in")]
    pub part: Part,
}

/// The form in which a provider is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProviderHow {
    /// In full.
    Name,
    /// By capitals.
    Acronym,
    /// By part of its name: "Marling Heath".
    Short,
    /// By a common noun: "the council", "the home".
    Generic,
}
