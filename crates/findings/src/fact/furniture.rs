//! The parts of a text that are not the article: no facts come from them.

use crate::fact::{Basis, Part, Rule};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A line, or run of lines, of page furniture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Furniture {
    /// What sort of furniture.
    pub kind: FurnitureKind,
    /// How directly the text shows it: `stated` for the line with the marker, `inferred` for those after it.
    pub basis: Basis,
    /// What found it.
    pub rule: Rule,
    /// Where it stands.
    pub span: Span,
    /// The article's own words there.
    pub text: String,
    /// Whether the span is into the text or the title.
    #[serde(rename = "in")]
    pub part: Part,
}

/// What sort of page furniture a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FurnitureKind {
    /// Rules of the comment section, and comments.
    Comments,
    /// Donation appeals and subscriptions.
    Appeal,
    /// Other stories.
    Teaser,
    /// Link targets: "Read the full report here".
    Link,
    /// Under a picture.
    Caption,
    /// Who wrote it.
    Byline,
    /// When it was put up.
    Timestamp,
    /// Cookies, copyright, terms.
    Legal,
    /// Menus, sharing buttons.
    Navigation,
    /// Names of picture files, credits.
    Image,
}
