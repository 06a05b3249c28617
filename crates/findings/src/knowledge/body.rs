//! Who inspects, as the knowledge files tell it: names, dates, relations. Plain data.

use super::Confidence;
use super::when::When;
use crate::fact::{BodyId, ServiceId};
use foldhash::HashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An inspectorate, regulator, auditor or ombudsman: a `[[body]]` table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyEntry {
    /// Kebab-case, never reused.
    pub id: BodyId,
    /// The usual name.
    pub name: String,
    /// The name in law, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_name: Option<String>,
    /// Names it had before, with their years.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_names: Vec<String>,
    /// `inspectorate`, `regulator`, `auditor`, `ombudsman` …
    pub kind: String,
    /// What it issues: `ratings`, `compliance`, `statuses`, `fines` …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<String>,
    /// Where it works: `england`, `wales`, `scotland`, `northern-ireland`, `uk`, or another country.
    pub nations: Vec<String>,
    /// What it looks at, in the words of the research.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<String>,
    /// The kind of provider that it inspects most, where a name comes without a noun that tells the kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual: Option<ServiceId>,
    /// Since when it has been there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<When>,
    /// Until when; none = still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<When>,
    /// The body it is or was a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<BodyId>,
    /// Whose work it took over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub predecessors: Vec<BodyId>,
    /// Who took over its work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<BodyId>,
    /// Names that count in any letter case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Names that count only as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acronyms: Vec<String>,
    /// Names, as written, that others bear too: they need support in the article.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weak: Vec<String>,
    /// Words before "rating" or "score" that tell whose grade it is where nobody is named, and rounds of grades:
    /// "food hygiene", "comprehensive performance assessment".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<String>,
    /// Names as papers misspell them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub misspellings: Vec<String>,
    /// Common nouns papers use for it, without the article: "education watchdog".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub generic: Vec<String>,
    /// Offices that speak for it: "chief inspector of hospitals".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<String>,
    /// People who have led it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<String>,
    /// For a name that another body bears too: what tells the two apart.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tell_apart: BTreeMap<String, String>,
    /// Sentences in which a name is found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
    /// Sentences in which nothing of this body may be found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counter_examples: Vec<String>,
    /// What a reader of the entry should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Where the facts were read.
    #[serde(default)]
    pub source: Vec<String>,
    /// How well they are founded.
    #[serde(default)]
    pub confidence: Confidence,
    /// Which of them were not read anywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unverified: Option<String>,
}

/// Who is kin to each body: its parent and its parts, those it took over from and those that took over from it.
pub(super) fn kin(bodies: &[BodyEntry]) -> HashMap<BodyId, Vec<BodyId>> {
    let mut kin: HashMap<BodyId, Vec<BodyId>> = HashMap::default();
    for body in bodies {
        for other in body.parent.iter().chain(&body.predecessors).chain(&body.successors) {
            kin.entry(body.id.clone()).or_default().push(other.clone());
            kin.entry(other.clone()).or_default().push(body.id.clone());
        }
    }
    kin
}

/// What is easily taken for an inspecting body: a `[[not_a_body]]` table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotABody {
    /// Kebab-case, for the reader of the files.
    pub id: String,
    /// Names that count in any letter case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Names that count only as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acronyms: Vec<String>,
    /// Common nouns papers use for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub generic: Vec<String>,
    /// Sentences in which no body may be found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counter_examples: Vec<String>,
    /// What it is.
    pub note: String,
    /// Where that was read.
    #[serde(default)]
    pub source: Vec<String>,
    /// How well it is founded.
    #[serde(default)]
    pub confidence: Confidence,
}

/// Common nouns that several bodies, or any, may be called by: a `[[noun]]` table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NounEntry {
    /// The nouns, without the article.
    pub names: Vec<String>,
    /// Kinds of body that may be meant; none = any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
    /// Bodies that are meant oftenest, first first; none = any of the kinds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<BodyId>,
    /// What tells which is meant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Where that was read.
    #[serde(default)]
    pub source: Vec<String>,
    /// How well it is founded.
    #[serde(default)]
    pub confidence: Confidence,
}
