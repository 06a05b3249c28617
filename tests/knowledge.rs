//! Is the knowledge sound? What it answers for when (`in_force`), every name and near miss in a sentence
//! (`examples`), what it holds and how its files are written (`files`).
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "this test reads files and tells of them"
)]
#![allow(unreachable_pub, reason = "a test has no users")]

#[path = "knowledge/examples.rs"]
mod examples;
#[path = "knowledge/files.rs"]
mod files;
#[path = "knowledge/in_force.rs"]
mod in_force;
