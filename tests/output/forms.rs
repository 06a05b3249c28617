//! The forms of the output, one by one.

use super::{good, run, stderr, with_article};
use std::fs;

#[test]
fn csv_opens_right_in_excel() {
    let here = with_article();
    good(here.path(), "extract in -o quotes.csv --table quotes");
    let bytes = fs::read(here.path().join("quotes.csv")).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with("\u{feff}article,item,speaker,"), "{text}");
    assert!(text.contains("\r\nin/a.txt,0,"), "{text}");
    assert!(text.contains(",\"=We, the school, spent £1.2m.\","), "{text}");
    let safe = good(here.path(), "extract in --table quotes -f csv --excel-safe");
    assert!(safe.starts_with("article,"), "standard output has no mark: {safe}");
    assert!(safe.contains(",\"'=We, the school, spent £1.2m.\","), "{safe}");
    good(here.path(), "extract in -o plain.csv --no-bom");
    assert!(
        fs::read_to_string(here.path().join("plain.csv")).unwrap().starts_with("article,kind,item,value,")
    );
}

#[test]
fn a_table_without_rows_has_its_columns() {
    let here = with_article();
    let table = good(here.path(), "extract in --table tallies");
    assert_eq!(table.lines().count(), 1);
    assert!(table.starts_with("article,item,provider,"), "{table}");
}

#[test]
fn a_folder_holds_a_file_for_each_table_and_nothing_half_written() {
    let here = with_article();
    good(here.path(), "extract in -f tsv -o out/");
    let mut names: Vec<String> = fs::read_dir(here.path().join("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names.join(" "),
        "articles.tsv bodies.tsv dates.tsv furniture.tsv inspections.tsv measures.tsv mentions.tsv money.tsv \
         notes.tsv providers.tsv quotes.tsv ratings.tsv tallies.tsv"
    );
}

#[test]
fn every_row_can_be_traced_and_checked() {
    let here = with_article();
    let text =
        good(here.path(), "extract in --table ratings --offsets chars --title Heads --published 2024-05-04");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let headers = rows.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let cell = |row: &csv::StringRecord, name: &str| {
        let column = headers.iter().position(|header| header == name).unwrap();
        row.get(column).unwrap().to_owned()
    };
    assert!(!rows.is_empty());
    let chars: Vec<char> = super::ARTICLE.chars().collect();
    for row in &rows {
        let offset = |name| cell(row, name).parse::<usize>().unwrap();
        let words: String = chars[offset("span_start")..offset("span_end")].iter().collect();
        assert_eq!(words, cell(row, "text"));
        assert_eq!(cell(row, "sentence"), super::ARTICLE.lines().next().unwrap());
        assert_eq!(cell(row, "path"), "in/a.txt");
        assert_eq!((cell(row, "title"), cell(row, "published")), ("Heads".into(), "2024-05-04".into()));
    }
}

#[test]
fn the_summary_is_plain_in_a_pipe_and_coloured_when_asked_for() {
    let here = with_article();
    let plain = good(here.path(), "extract in -f text --published 2024-05-04");
    assert!(plain.starts_with("in/a.txt  2024-05-04\n  bodies "), "{plain}");
    assert!(
        plain.contains("\n  ratings   good (2 of 4) · up from requires improvement · Brindle Vale School"),
        "{plain}"
    );
    assert!(plain.contains("\n              Brindle Vale School was rated “good” by Ofsted"), "{plain}");
    assert!(!plain.contains('\u{1b}'));
    let coloured = good(here.path(), "extract in -f text --color always");
    assert!(coloured.contains("\u{1b}[1m\u{1b}[32mgood\u{1b}[0m (2 of 4)"), "{coloured:?}");
}

#[test]
fn what_can_t_be_written_so_is_a_usage_error() {
    let here = with_article();
    for (args, hint) in [
        ("-o x.gz", ".gz is no format"),
        ("-f ndjson -o out/", "folder"),
        ("-f csv --table money,dates", "several tables need a folder"),
        ("-f sqlite", "-o facts.db"),
        ("--table colours", "invalid value 'colours'"),
        ("--pretty -f csv", "--pretty"),
    ] {
        let output = run(here.path(), &format!("extract in {args}"));
        assert_eq!(output.status.code(), Some(2), "{args}");
        assert!(stderr(&output).contains(hint), "{args}: {}", stderr(&output));
        assert!(!here.path().join("out").exists(), "{args}: nothing is made before all is known to be well");
    }
}

#[test]
fn kinds_that_were_not_asked_for_are_left_out() {
    let here = with_article();
    let facts = good(here.path(), "extract in -f csv --only money,dates");
    let kinds: Vec<&str> = facts.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
    assert!(kinds.contains(&"money") && kinds.contains(&"dates"), "{facts}");
    assert!(kinds.iter().all(|kind| matches!(*kind, "money" | "dates")), "{facts}");
    let summary = good(here.path(), "extract in -f text --only money");
    assert!(summary.contains("£1.2m") && !summary.contains("ratings"), "{summary}");
    // Whom a rating is of is still told.
    let ratings = good(here.path(), "extract in --table ratings --only ratings");
    assert!(ratings.contains(",Brindle Vale School,"), "{ratings}");
}
