//! `findings check`: expected facts of whole articles against what is found, by the easements of the contract.
//! The comparison is pure and over JSON, so that tests and the command share it.

mod assign;
mod compare;
mod fields;
mod fixture;
mod gaps;
mod names;
mod outcome;
mod places;
mod report;
mod score;
#[cfg(test)]
mod tests;

pub use compare::Sides;
pub use fixture::{Fixture, folders};
pub use outcome::{Miss, Outcome, Sort};
pub use places::{Place, Texts};
pub use report::Report;
pub use score::{Count, Table};

use anyhow::{Context, Result};
use findings::Extractor;

/// Runs a fixture: extracts from its article and compares.
pub fn run(fixture: &Fixture, extractor: &Extractor) -> Result<Outcome> {
    let found = extractor.extract(&fixture.article());
    let found = serde_json::to_value(&found).context("the extraction does not serialise")?;
    Ok(Outcome::of(&Sides::new(fixture, &found)))
}
