//! The command line of `findings`, as a library so that its tests can call the parts: arguments and
//! settings, input, run, output, and the comparison behind `findings check`. All knowledge of articles is in the `findings` crate.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod args;
pub mod check;
pub mod config;
mod explain;
mod guard;
pub mod input;
mod knowledge;
pub mod output;
pub mod run;
mod schema;
mod shell;
