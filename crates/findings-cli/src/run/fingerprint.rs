//! What an output depends on besides its input: the version, the knowledge, the options. Two runs with the same
//! fingerprint give the same bytes for the same articles.

use crate::args::Extract;
use findings::Knowledge;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The hash of the knowledge: of the built-in files and of one's own.
pub(super) fn knowledge(own: &[(String, String)]) -> String {
    let mut hash = Sha256::new();
    for (_, text) in Knowledge::builtin_files() {
        part(&mut hash, text.as_bytes());
    }
    for (_, text) in own {
        part(&mut hash, text.as_bytes());
    }
    hex(hash)
}

/// The options, as they were understood.
pub(super) fn options(args: &Extract) -> Value {
    json!({ "input": args.input, "output": args.output })
}

/// The hash of all that an output depends on besides its input.
pub(super) fn of(knowledge: &str, options: &Value) -> String {
    let mut hash = Sha256::new();
    part(&mut hash, env!("CARGO_PKG_VERSION").as_bytes());
    part(&mut hash, knowledge.as_bytes());
    part(&mut hash, options.to_string().as_bytes());
    hex(hash)
}

/// With its length, so that no two parts run into one.
fn part(hash: &mut Sha256, bytes: &[u8]) {
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

fn hex(hash: Sha256) -> String {
    let mut text = String::from("sha256:");
    for byte in hash.finalize() {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
