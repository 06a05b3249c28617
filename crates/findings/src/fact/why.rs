//! Why a fact was reported: how directly the article says it, and which rule read it.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How directly the article says a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The article says so.
    Stated,
    /// In other words: "told it must improve" for requires improvement.
    Paraphrased,
    /// By position on a scale, by ellipsis, by the nearest antecedent.
    Inferred,
}

/// Which finder or relation made a fact, in words a reader can look up: `rated/passive`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Rule(Cow<'static, str>);

impl Rule {
    /// The rule of this name.
    pub const fn new(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Which of the two given texts a span lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The article's text.
    #[default]
    Text,
    /// The title, where one was given apart from the text.
    Title,
}
