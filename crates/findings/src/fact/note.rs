//! What could not be decided.

use crate::fact::Part;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Something the article leaves open, or that contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Note {
    /// What is open, in a sentence.
    pub message: String,
    /// Where.
    pub span: Span,
    /// The article's own words there.
    pub text: String,
    /// Whether the span is into the text or the title.
    #[serde(rename = "in")]
    pub part: Part,
}
