//! Does it read this sentence as we say? Runs every block of the pages in `tests/spec/`; `tests/spec/README.md`
//! says how they are written. `SPEC=dates cargo test -p findings --test spec` runs the pages of that name only.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "this test reads pages and tells of them"
)]
#![allow(unreachable_pub, reason = "a test has no users")]

mod caret;

use caret::fact::facts;
use caret::{differences, page};
use findings::{Article, Extraction, Extractor};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_block_reads_as_the_pages_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/spec");
    let wanted = std::env::var("SPEC").unwrap_or_default();
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    let (mut blocks, mut told) = (0, Vec::new());
    for path in paths {
        let name = path.strip_prefix(&root).unwrap().display().to_string();
        if !name.contains(&wanted) {
            continue;
        }
        let page = match page::parse(&fs::read_to_string(&path).unwrap()) {
            Ok(page) => page,
            Err(error) => {
                told.push(format!("tests/spec/{name}:{error}\n"));
                continue;
            }
        };
        for block in &page.blocks {
            blocks += 1;
            let article = Article::new(&block.text).title(block.title.as_deref()).published(block.published);
            let found = facts(&Extractor::builtin().extract(&article), &page.kinds);
            if let Some(difference) = differences(block, &found) {
                told.push(format!("tests/spec/{name}:{} ({})\n{difference}", block.line, block.heading));
            }
        }
    }
    assert!(blocks > 0, "no block in any page whose name holds `{wanted}`");
    println!("{blocks} blocks, {} read otherwise", told.len());
    assert!(told.is_empty(), "{} of {blocks} blocks read otherwise\n\n{}", told.len(), told.join("\n"));
}

/// Every page under a folder, in order; a README is about them.
fn walk(folder: &Path, pages: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, pages);
        } else if path.extension().is_some_and(|e| e == "md") && !path.ends_with("README.md") {
            pages.push(path);
        }
    }
}

/// An extraction with these facts.
fn found(kind: &str, items: Value) -> Extraction {
    let mut whole = serde_json::to_value(Extractor::builtin().extract(&Article::new(""))).unwrap();
    whole[kind] = items;
    serde_json::from_str(&whole.to_string()).unwrap()
}

fn money(amount: Value, span: [usize; 2], part: &str) -> Value {
    json!({"amount": amount, "currency": "GBP", "low": null, "high": null, "precision": "about", "per": null,
           "role": "fine", "certainty": "actual", "same_as": null, "basis": "stated", "rule": "money/sign",
           "span": span, "text": "", "in": part})
}

/// What is told of the one block of a page of sums.
fn told(source: &str, sums: Value) -> Option<String> {
    let page = page::parse(&format!("kinds: money\n{source}")).unwrap();
    differences(&page.blocks[0], &facts(&found("money", sums), &page.kinds))
}

const PAGE: &str = "\
# Fines

```facts published=2023-03-20 title=\"Home loses £9\"
           ^^ money GBP 9
They’d lost £2m. It
            ^^^ money GBP 2000000 role=fine
went on
at £3.50 each
^^^^^^^^ money GBP 3.50
```
";

#[test]
fn a_block_that_reads_as_written_is_passed_over() {
    let sums = json!([
        money(json!(9), [11, 14], "title"),
        money(json!(2_000_000), [14, 18], "text"),
        money(json!(3.5), [31, 40], "text")
    ]);
    assert_eq!(told(PAGE, sums), None);
}

#[test]
fn a_missing_fact_and_an_extra_one_are_told_with_the_block_as_found() {
    let sums = json!([money(json!(2_000_000), [14, 18], "text"), money(json!(7), [21, 33], "text")]);
    let page = PAGE.replace("           ^^ money GBP 9\n", "").replace("role=fine", "role=loss");
    assert_eq!(
        told(&page, sums).unwrap(),
        "  not found: “£2m” money GBP 2000000 role=loss
             role: expected loss, found fine
  not found: “at £3.50” money GBP 3.50
  not expected: “£2m” money GBP 2000000 precision=about role=fine certainty=actual [money/sign]
  not expected: “t went on at” money GBP 7 precision=about role=fine certainty=actual [money/sign]
  as found, to be read before it is pasted:
```facts published=2023-03-20 title=\"Home loses £9\"
They’d lost £2m. It
            ^^^ money GBP 2000000 precision=about role=fine certainty=actual
                  ^+2:2 money GBP 7 precision=about role=fine certainty=actual
went on
at £3.50 each
```
"
    );
}

#[test]
fn a_block_without_carets_wants_nothing_of_the_kinds_of_its_page() {
    let page = "```facts\nIt cost £5.\n```\n";
    assert!(told(page, json!([money(json!(5), [8, 11], "text")])).is_some());
    assert!(told(page, json!([])).is_none());
    let other = page::parse(&format!("kinds: dates\n{page}")).unwrap();
    let sums = found("money", json!([money(json!(5), [8, 11], "text")]));
    assert_eq!(differences(&other.blocks[0], &facts(&sums, &other.kinds)), None);
}

#[test]
fn carets_may_go_on_over_lines() {
    let page = "```facts\nOne two\nthree four\nfive\n    \n```\n".replace("    \n", "");
    let with = |carets: &str| page.replace("One two\n", &format!("One two\n{carets} money GBP 5\n"));
    let sum = |end: usize| json!([money(json!(5), [4, end], "text")]);
    assert_eq!(told(&with("    ^^^+1"), sum(18)), None);
    assert_eq!(told(&with("    ^^^+1:5"), sum(13)), None);
    assert_eq!(told(&with("    ^^^+2"), sum(23)), None);
    assert!(told(&with("    ^^^"), sum(18)).unwrap().contains("^^^+1 money"));
}

#[test]
fn a_page_that_is_not_well_formed_is_refused_with_its_line() {
    let refusal = |source: &str| page::parse(source).unwrap_err();
    assert_eq!(refusal("```facts\nx\n```\n"), "1: no line `kinds: …` above the first block");
    assert_eq!(refusal("kinds: sums\n"), "1: unknown kind `sums`");
    assert_eq!(refusal("kinds: money\nno block\n"), "1: no block in this page");
    let block = |line: &str| refusal(&format!("kinds: money\n```facts\nIt cost £5.\n{line}\n```\n"));
    assert_eq!(block("           ^^ money GBP 5"), "4: carets past the end of the line");
    assert_eq!(block("        ^^ date 2004"), "4: `date` is not among the kinds of this page");
    assert_eq!(block("        ^^ cash 5"), "4: unknown kind of fact `cash`");
    assert_eq!(block("        ^^"), "4: nothing said after the carets");
    assert!(refusal("kinds: money\n```facts day=2004\nx\n```\n").starts_with("2: "));
}

#[test]
fn an_aspect_goes_by_its_id_or_its_text_and_a_provider_by_its_name() {
    let mention = json!({"span": [0, 12], "text": "", "how": "name", "in": "text"});
    let provider = json!({"id": "p1", "name": "Ashby School", "kind": "school", "place": null, "operator": null,
                          "mentions": [mention], "basis": "stated", "rule": "name"});
    let rating = json!({"provider": "p1", "service": null, "body": null, "framework": null, "scale": null,
        "aspect": {"id": "safety", "text": "its safety"}, "label": "requires improvement", "rank": null, "of": null,
        "status": "awarded", "change": {"direction": "up", "from": "poor", "basis": "stated"}, "inspected": null,
        "published": null, "attribution": "body", "basis": "stated", "rule": "rated", "span": [17, 21], "text": "",
        "mentions": [], "in": "text"});
    let mut extraction = found("providers", json!([provider]));
    extraction.ratings = found("ratings", json!([rating])).ratings;
    let page = |carets: &str| {
        let source = "kinds: ratings, providers\n```facts\nAshby School was poor.\n\
                      ^^^^^^^^^^^^ provider \"Ashby School\" kind=school how=name\n";
        page::parse(&format!("{source}                 ^^^^ rating requires improvement {carets}\n```\n"))
            .unwrap()
    };
    for (carets, is_right) in [
        ("provider=\"Ashby School\" aspect=safety", true),
        ("aspect=\"its safety\" direction=up change.from=poor body=null", true),
        ("aspect=care", false),
        ("provider=Ashby", false),
        ("colour=red", false),
    ] {
        let page = page(carets);
        let told = differences(&page.blocks[0], &facts(&extraction, &page.kinds));
        assert_eq!(told.is_none(), is_right, "{carets}: {told:?}");
    }
}
