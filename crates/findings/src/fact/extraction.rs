//! The whole of what one article gives: contract format 1.

use crate::fact::{
    Body, Date, Day, Furniture, Inspection, Measure, Money, Note, Provider, Quote, Rating, Status, Tally,
};
use serde::{Deserialize, Serialize};

/// Everything found in one article, each kind in the order of its spans. Serialises to contract format 1:
/// every field is always there, an absent value is `null`, a kind of which nothing was found is `[]`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Extraction {
    /// Version of the output contract: 1.
    pub format: u32,
    /// What is known of the article itself.
    pub article: About,
    /// Who inspects, regulates or audits.
    pub bodies: Vec<Body>,
    /// Who or what is inspected.
    pub providers: Vec<Provider>,
    /// The judgements.
    pub ratings: Vec<Rating>,
    /// Counts of judgements.
    pub tallies: Vec<Tally>,
    /// Special measures, notices, directions, closures.
    pub measures: Vec<Measure>,
    /// One entry a visit.
    pub inspections: Vec<Inspection>,
    /// Sums of money.
    pub money: Vec<Money>,
    /// Dates, periods and durations.
    pub dates: Vec<Date>,
    /// Words in quotation marks.
    pub quotes: Vec<Quote>,
    /// The parts that are not the article.
    pub furniture: Vec<Furniture>,
    /// What could not be decided.
    pub notes: Vec<Note>,
}

impl Extraction {
    /// The bodies, in the order of their first mention.
    pub fn bodies(&self) -> impl Iterator<Item = &Body> {
        self.bodies.iter()
    }
    /// The ratings of one status.
    pub fn ratings_with(&self, status: Status) -> impl Iterator<Item = &Rating> {
        self.ratings.iter().filter(move |r| r.status == status)
    }
    /// The provider of a rating, where it has one.
    pub fn provider(&self, rating: &Rating) -> Option<&Provider> {
        let id = rating.provider.as_ref()?;
        self.providers.iter().find(|p| p.id == *id)
    }
    /// The body of a rating, where it has one.
    pub fn body(&self, rating: &Rating) -> Option<&Body> {
        let id = rating.body.as_ref()?;
        self.bodies.iter().find(|b| b.id == *id)
    }
}

/// The article, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct About {
    /// As given by the caller.
    pub id: Option<String>,
    /// As given by the caller.
    pub title: Option<String>,
    /// Day of publication.
    pub published: Option<Day>,
    /// Where that day comes from.
    pub published_basis: PublishedBasis,
    /// Unit of every span.
    pub offsets: Offsets,
    /// Length of the text in that unit.
    pub length: usize,
}

/// Where the publication date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PublishedBasis {
    /// The caller gave it.
    Given,
    /// A timestamp line of the text gives it.
    Text,
    /// The page's metadata gives it.
    Metadata,
    /// Nothing does.
    Unknown,
}

/// The unit in which spans count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Offsets {
    /// Bytes of UTF-8.
    #[default]
    Bytes,
    /// Unicode code points (Python).
    Chars,
    /// UTF-16 code units (JavaScript, Java, Excel).
    Utf16,
}
