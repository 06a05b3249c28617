//! Words in quotation marks, and whose they are.

use crate::fact::{Basis, Part, Rule};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Words that the article gives as somebody's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Quote {
    /// Who says it: a person, or a body for its report.
    pub speaker: Option<String>,
    /// The speaker's office: "council leader".
    pub role: Option<String>,
    /// Whom the speaker speaks for.
    pub organisation: Option<String>,
    /// Speech, report or fragment.
    pub kind: QuoteKind,
    /// How directly the article names the speaker.
    pub basis: Basis,
    /// What read it.
    pub rule: Rule,
    /// The words inside the quotation marks.
    pub span: Span,
    /// The article's own words there.
    pub text: String,
    /// Whether the span is into the text or the title.
    #[serde(rename = "in")]
    pub part: Part,
}

/// What sort of quotation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum QuoteKind {
    /// A person's sentence.
    Speech,
    /// A report's sentence.
    Report,
    /// A few words inside a sentence of the article's own.
    Fragment,
}
