//! Is it right about whole articles? Every folder of `fixtures/`, judged by the same code as `findings check`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use findings::Extractor;
use findings_cli::check::Report;
use std::path::Path;

#[test]
fn every_fixture_is_as_a_person_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").canonicalize().unwrap();
    let report = Report::of(&[folder], Extractor::builtin());
    println!("{report}");
    assert!(report.failed.is_empty(), "fixtures that can't be read: {:#?}", report.failed);
    assert!(report.is_clean(), "what is found differs from what the fixtures say: see the lines above");
}
