//! How fast articles are read, in MB/s, beside a bare scan for the same words over the same text: what the scan
//! alone costs is the floor that extraction works down to.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a benchmark without its text can only stop")]
#![allow(clippy::disallowed_methods, reason = "the text is made of the fixtures")]

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use divan::Bencher;
use divan::counter::BytesCount;
use findings::{Article, Day, Extractor, Knowledge};
use std::fs;
use std::path::Path;

fn main() {
    divan::main();
}

/// Articles of about 3 kB, as papers print them.
#[divan::bench(sample_count = 30)]
fn extraction(bencher: Bencher<'_, '_>) {
    extract_all(bencher, &articles(300, 3_000));
}

/// The same text as one article: a long text is to cost what many short ones do.
#[divan::bench(sample_count = 30)]
fn extraction_of_one_long_text(bencher: Bencher<'_, '_>) {
    extract_all(bencher, &articles(1, 900_000));
}

/// From the embedded files to an extractor ready to read: what a program pays once, at its first article.
#[divan::bench(sample_count = 30)]
fn start_up() -> Extractor {
    let files = Knowledge::builtin_files().iter().copied();
    Extractor::new(Knowledge::from_toml(files).unwrap())
}

/// A bare scan for every word the extractor knows, overlapping matches and all, as the extractor scans.
#[divan::bench(sample_count = 30)]
fn scan_overlapping(bencher: Bencher<'_, '_>) {
    let words = automaton(MatchKind::Standard);
    scan(bencher, |text| words.find_overlapping_iter(text).count());
}

/// The cheapest scan for the same words: the longest match at each place, no overlaps.
#[divan::bench(sample_count = 30)]
fn scan_leftmost_longest(bencher: Bencher<'_, '_>) {
    let words = automaton(MatchKind::LeftmostLongest);
    scan(bencher, |text| words.find_iter(text).count());
}

fn extract_all(bencher: Bencher<'_, '_>, articles: &[String]) {
    let extractor = Extractor::builtin();
    let day = Day::new(2024, 8, 20);
    let bytes: usize = articles.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let extract = |text: &String| extractor.extract(&Article::new(text).published(day)).dates.len();
        articles.iter().map(extract).sum::<usize>()
    });
}

fn scan(bencher: Bencher<'_, '_>, count: impl Fn(&str) -> usize + Sync) {
    let articles = articles(300, 3_000);
    let bytes: usize = articles.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| articles.iter().map(|text| count(text)).sum::<usize>());
}

fn automaton(kind: MatchKind) -> AhoCorasick {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(kind)
        .kind(Some(AhoCorasickKind::DFA))
        .build(Extractor::builtin().phrases())
        .unwrap()
}

/// So many texts of at least so many bytes: the sentences of the fixtures, shuffled by a fixed seed, so that no
/// branch predictor learns one article by heart. Curly quotes and pound signs come with them.
fn articles(count: usize, bytes: usize) -> Vec<String> {
    let sentences = sentences();
    let mut seed = 2024_u64;
    let mut draw = || {
        // Knuth's MMIX generator: the same texts on every machine.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        &sentences[(seed >> 33) as usize % sentences.len()]
    };
    let text = |_| {
        let mut text = String::with_capacity(bytes + 400);
        let mut sentences = 0;
        while text.len() < bytes {
            text.push_str(draw());
            sentences += 1;
            text.push_str(if sentences % 3 == 0 { "\n\n" } else { " " });
        }
        text
    };
    let all: Vec<String> = (0..count).map(text).collect();
    assert!(
        all.iter().any(|t| t.contains('’') && t.contains('£')),
        "an ASCII text would flatter the figures"
    );
    all
}

fn sentences() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let mut folders: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let mut all = Vec::new();
    for folder in folders {
        let text = fs::read_to_string(folder.join("article.txt")).unwrap();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            all.extend(line.split_inclusive(". ").map(|sentence| sentence.trim().to_owned()));
        }
    }
    all
}
