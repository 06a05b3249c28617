#![doc = "`findings` reads newspaper articles about public inspections and gives back what they say happened."]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod alone;
mod extract;
mod fact;
mod find;
mod knowledge;
mod relate;
mod resolve;
mod scan;
mod text;

pub use alone::{dates, money};
pub use extract::Extractor;
pub use fact::*;
pub use text::{Article, Span};
