#![doc = "`findings` reads newspaper articles about public inspections and gives back what they say happened."]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod extract;
mod fact;
pub mod knowledge;
mod scan;
mod text;

pub use extract::Extractor;
pub use fact::*;
pub use knowledge::{Knowledge, KnowledgeError};
pub use text::{Article, Span};
