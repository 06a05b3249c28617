//! The vocabulary: what is reported, as plain data, one file a kind. Knows nothing of how facts are found.

mod body;
mod date;
mod day;
mod extraction;
mod furniture;
mod ids;
mod inspection;
mod measure;
mod money;
mod note;
mod offsets;
mod options;
mod provider;
mod quote;
mod rating;
#[cfg(feature = "schemars")]
mod schema;
mod tally;
mod why;

pub use body::{Body, BodyHow, BodyMention, BodyRole};
pub use date::{Anchor, Date, DateKind, DateRole, Grain};
pub use day::{Day, DayError, Edtf};
pub use extraction::{About, Extraction, Offsets, PublishedBasis};
pub use furniture::{Furniture, FurnitureKind};
pub use ids::{AspectId, BodyId, FrameworkId, ProviderId, RegimeId, ScaleId, ServiceId};
pub use inspection::{Inspection, InspectionKind};
pub use measure::{Action, Issuer, Measure, MeasureKind};
pub use money::{Amount, Certainty, Money, MoneyRole, Precision};
pub use note::Note;
pub use options::{DayOrder, Options};
pub use provider::{Provider, ProviderHow, ProviderMention};
pub use quote::{Quote, QuoteKind};
pub use rating::{Aspect, Attribution, Change, Clause, Direction, Rating, Service, Status};
pub use tally::{Count, CountKind, Tally};
pub use why::{Basis, Part, Rule};
