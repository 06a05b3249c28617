//! How the files are written, what is refused, and that nothing of the research was lost.

use findings::Knowledge;
use std::fs;
use std::path::Path;

#[test]
fn every_file_is_compiled_in() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    let mut names = Vec::new();
    walk(&root, &root, &mut names);
    names.sort();
    let built: Vec<&str> = Knowledge::builtin_files().iter().map(|(name, _)| *name).collect();
    assert_eq!(names, built, "a new file is one line in src/knowledge/builtin.rs");
}

fn walk(root: &Path, folder: &Path, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(root, &path, names);
        } else if path.extension().is_some_and(|e| e == "toml") {
            names.push(path.strip_prefix(root).unwrap().display().to_string());
        }
    }
}

#[test]
fn every_file_is_in_canonical_form() {
    let untidy: Vec<&str> = Knowledge::builtin_files()
        .iter()
        .filter(|(name, text)| Knowledge::format(name, text).unwrap() != *text)
        .map(|(name, _)| *name)
        .collect();
    assert!(untidy.is_empty(), "run `findings knowledge fmt crates/findings/knowledge`: {untidy:?}");
}

#[test]
fn the_canonical_form_keeps_comments_and_order_and_says_the_same() {
    let untidy = "# About the file.\n\n\n[[noun]]\n# Why.\nkinds=['regulator']\nnames   = [\"a \\\"watchdog\\\"\",\n 'b']\n\
                  source = []\nconfidence = 'general'\n# Of the next.\n[[noun]]\nnames = ['c']\n# The last word.\n";
    let tidy = "# About the file.\n\n# Why.\n[[noun]]\nnames = ['a \"watchdog\"', \"b\"]\nkinds = [\"regulator\"]\n\
                source = []\nconfidence = \"general\"\n\n# Of the next.\n[[noun]]\nnames = [\"c\"]\nsource = []\n\
                confidence = \"general\"\n\n# The last word.\n";
    assert_eq!(Knowledge::format("x", untidy).unwrap(), tidy);
    assert_eq!(Knowledge::format("x", tidy).unwrap(), tidy);
}

#[test]
fn every_entry_says_how_well_it_is_founded() {
    let knowledge = Knowledge::builtin();
    let mut bare = Vec::new();
    bare.extend(knowledge.bodies().iter().filter(|e| e.source.is_empty()).map(|e| e.id.as_str()));
    bare.extend(knowledge.scales().iter().filter(|e| e.source.is_empty()).map(|e| e.id.as_str()));
    bare.extend(knowledge.frameworks().iter().filter(|e| e.source.is_empty()).map(|e| e.id.as_str()));
    bare.extend(knowledge.regimes().iter().filter(|e| e.source.is_empty()).map(|e| e.id.as_str()));
    assert!(bare.is_empty(), "without a source: {bare:?}");
}

/// The counts of the research. Where it lies beside the project they are counted anew.
#[test]
fn nothing_of_the_research_is_missing() {
    let counts = Knowledge::builtin().counts();
    let known = [
        ("bodies", counts.bodies, 106),
        ("look-alikes", counts.look_alikes, 15),
        ("scales", counts.scales, 119),
        ("levels", counts.levels, 488),
        ("frameworks", counts.frameworks, 52),
        ("aspects", counts.aspects, 276),
        ("kinds of provider", counts.services, 34),
        ("statuses", counts.regimes, 24),
        ("label words", counts.label_words, 39),
        ("near misses", counts.near_misses, 547),
        ("markers", counts.markers, 148),
        ("legends", counts.legends, 7),
    ];
    for (what, count, least) in known {
        assert!(count >= least, "{what}: {count}, of {least}");
    }
    let domain = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/domain");
    let count = |file: &str, header: &str| {
        let text = fs::read_to_string(domain.join(file)).ok()?;
        Some(text.lines().filter(|line| line.trim() == header).count())
    };
    for (file, header, found) in [
        ("bodies.toml", "[[body]]", counts.bodies),
        ("bodies.toml", "[[non_rating_body]]", counts.look_alikes),
        ("scales.toml", "[[scale]]", counts.scales),
        ("scales.toml", "[[status]]", counts.regimes),
        ("scales.toml", "[[label]]", counts.label_words),
        ("aspects.toml", "[[framework]]", counts.frameworks),
    ] {
        match count(file, header) {
            Some(researched) => assert!(found >= researched, "{header}: {found}, of {researched}"),
            None => println!("skipped: {} is not here", domain.join(file).display()),
        }
    }
}

/// An inspectorate that a kind of provider does not name could give it ratings and never a measure.
#[test]
fn every_kind_of_provider_names_those_who_inspect_it() {
    let knowledge = Knowledge::builtin();
    let mut unnamed = Vec::new();
    for body in knowledge.bodies().iter().filter(|b| matches!(b.kind.as_str(), "inspectorate" | "regulator"))
    {
        for kind in knowledge.services().iter().filter(|k| body.sectors.iter().any(|s| s == k.id.as_str())) {
            if !kind.bodies.contains(&body.id) {
                unnamed.push(format!("{} of {}", body.id.as_str(), kind.id.as_str()));
            }
        }
    }
    assert!(unnamed.is_empty(), "in `bodies` of services/*.toml: {unnamed:?}");
}
