//! Are real articles read well enough? Those stand beside the project, not in it: where the folder is absent the
//! test says so and passes. The figures are what was promised; what is reached is in the change log.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use findings::Extractor;
use findings_cli::check::{Count, Report, Sort};
use std::path::Path;

/// Least F1 by row of the report.
const LEAST: &[(&str, f64)] = &[
    ("bodies (id)", 0.97),
    ("ratings (label, provider, aspect, status)", 0.85),
    ("tallies", 0.75),
    ("measures", 0.75),
    ("money", 0.97),
    ("dates (value)", 0.92),
];

/// Most extra ratings for each one reported.
const MOST_EXTRA: f64 = 0.1;

#[test]
fn real_articles_are_read_as_well_as_promised() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/articles");
    if !folder.is_dir() {
        println!("no real articles beside the project: this test is left out");
        return;
    }
    let report = Report::of(&[folder], Extractor::builtin());
    println!("{report}");
    assert!(report.failed.is_empty(), "articles that can't be read: {:#?}", report.failed);
    let row = |name: &str| -> &Count { &report.table.rows.iter().find(|(n, _)| n.trim() == name).unwrap().1 };
    for (name, least) in LEAST {
        let f1 = row(name).f1().unwrap();
        assert!(f1 >= *least, "{name}: F1 {f1:.3} is less than {least}");
    }
    let ratings = row("ratings");
    let extra = ratings.extra as f64 / ratings.found as f64;
    assert!(extra <= MOST_EXTRA, "{extra:.3} extra ratings for each one reported");
    let never = report.fixtures.iter().flat_map(|(_, o)| &o.misses).filter(|m| m.sort == Sort::Never).count();
    assert_eq!(never, 0, "facts that must never be reported");
}
