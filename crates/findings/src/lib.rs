//! `findings` reads newspaper articles about public inspections and gives back what they say happened: who
//! inspected whom, when, with what judgement, on which scale, said how surely; and the money, dates, measures and
//! voices around it. Deterministic, without model or network; every fact says where it stands and why it was
//! reported.
//!
//! ```
//! use findings::{Article, Day, Extractor, Status};
//!
//! let text = "Oakwether Primary School has been rated “good” by Ofsted, up from requires improvement. \
//!             The report was published on Tuesday.";
//! let article = Article::new(text).published(Day::new(2018, 6, 14));
//! let found = Extractor::builtin().extract(&article);
//!
//! let good = found.ratings.iter().find(|r| r.status == Status::Awarded).expect("one award");
//! assert_eq!(good.label, "good");
//! assert_eq!((good.rank, good.of), (Some(2), Some(4)));
//! assert_eq!(article.get(good.span), Some("good"));
//! assert_eq!(found.provider(good).map(|p| p.name.as_str()), Some("Oakwether Primary School"));
//! assert_eq!(found.dates[0].value.as_ref().map(|v| v.as_str()), Some("2018-06-12"));
//! ```
//!
//! The nouns: an [`Article`] goes into an [`Extractor`], which holds the [`Knowledge`], and an [`Extraction`] comes out:
//! [`Body`], [`Provider`], [`Rating`], [`Tally`], [`Measure`], [`Inspection`], [`Money`], [`Date`], [`Quote`],
//! [`Furniture`] and [`Note`], each with its [`Span`]. Spans are half-open byte offsets into the text as given.
//!
//! What it is not: no general entity recogniser, no summary, no sentiment. It reads English as UK papers write it,
//! and reports what the article says, not whether it is true.
#![doc = include_str!("../ARCHITECTURE.md")]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod alone;
mod assemble;
mod extract;
mod fact;
mod find;
pub mod knowledge;
mod relate;
mod resolve;
mod scan;
mod text;

pub use alone::{dates, dates_with, money, sentences};
pub use extract::Extractor;
pub use fact::*;
pub use knowledge::{Knowledge, KnowledgeError};
pub use text::{Article, Span};

/// Runs the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
pub struct Readme;
