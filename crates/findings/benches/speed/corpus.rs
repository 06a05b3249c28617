//! News made on the fly, the same bytes for the same seed: the sentences of the fixtures, shuffled across articles,
//! with other names, figures, labels and quotation marks than they came with. Knows no facts.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Bytes of an article, at least: what papers print.
pub(crate) const ARTICLE: usize = 3_000;

/// Sentences to draw from, and what is varied in them.
pub(crate) struct Corpus {
    sentences: Vec<String>,
    /// Small letters of the words that the library knows: no name is taken for one of them.
    known: HashSet<String>,
}

impl Corpus {
    /// All sentences of the fixtures.
    pub(crate) fn news(known: &[String]) -> Corpus {
        Corpus::of(known, |_| true)
    }

    /// Those of the articles in which nobody is inspected: shows, courts, budgets, football.
    pub(crate) fn dull(known: &[String]) -> Corpus {
        Corpus::of(known, |facts| {
            let none = |kind: &str| facts[kind].as_array().is_none_or(Vec::is_empty);
            ["bodies", "ratings", "tallies", "measures", "inspections"].iter().all(|kind| none(kind))
        })
    }

    fn of(known: &[String], wanted: impl Fn(&serde_json::Value) -> bool) -> Corpus {
        let folders = fixtures();
        let wanted = folders.iter().filter(|folder| {
            let facts = fs::read_to_string(folder.join("facts.json")).unwrap();
            wanted(&serde_json::from_str(&facts).unwrap())
        });
        let mut sentences = Vec::new();
        for folder in wanted {
            let text = fs::read_to_string(folder.join("article.txt")).unwrap();
            for line in text.lines().filter(|line| !line.trim().is_empty()) {
                sentences.extend(line.split_inclusive(". ").map(|s| s.trim().to_owned()));
            }
        }
        assert!(sentences.iter().any(|s| s.contains('“')), "a text of ASCII would flatter the figures");
        assert!(sentences.iter().any(|s| s.contains('£')), "a text of ASCII would flatter the figures");
        let words = known.iter().flat_map(|phrase| phrase.split(' ')).map(str::to_lowercase);
        Corpus { sentences, known: words.collect() }
    }

    /// Articles of at least `each` bytes, `bytes` in all.
    pub(crate) fn articles(&self, bytes: usize, each: usize) -> Vec<String> {
        let mut draw = Draw(2024);
        let mut all = Vec::new();
        let mut left = bytes;
        while left > 0 {
            let article = self.article(each.min(left.max(200)), &mut draw);
            left = left.saturating_sub(article.len());
            all.push(article);
        }
        all
    }

    fn article(&self, bytes: usize, draw: &mut Draw) -> String {
        let mut text = String::with_capacity(bytes + 400);
        let marks = draw.below(4);
        for sentence in 1.. {
            let from = text.len();
            self.vary(&self.sentences[draw.below(self.sentences.len())], draw, &mut text);
            quote(&mut text, from, marks);
            if text.len() >= bytes {
                break;
            }
            text.push_str(if sentence % 3 == 0 { "\n\n" } else { " " });
        }
        text
    }

    /// A sentence with some of its names, figures and labels changed.
    fn vary(&self, sentence: &str, draw: &mut Draw, out: &mut String) {
        let mut rest = sentence;
        while !rest.is_empty() {
            let word = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
            let (first, after) = rest.split_at(word);
            match first.as_bytes() {
                [] => {}
                [b'0'..=b'9', ..] => out.extend(first.chars().enumerate().map(|(i, c)| figure(i, c, draw))),
                _ if LABELS.contains(&first) => out.push_str(LABELS[draw.below(LABELS.len())]),
                _ if self.is_name(first) && draw.below(2) == 0 => name(draw, out),
                _ => out.push_str(first),
            }
            let gap = after.find(|c: char| c.is_ascii_alphanumeric()).unwrap_or(after.len());
            out.push_str(&after[..gap]);
            rest = &after[gap..];
        }
    }

    /// A word of letters with a capital that is none of the words known.
    fn is_name(&self, word: &str) -> bool {
        let (first, small) = word.split_at(1);
        let capital = first.bytes().all(|b| b.is_ascii_uppercase());
        capital
            && small.len() > 3
            && small.bytes().all(|b| b.is_ascii_lowercase())
            && !self.known.contains(&word.to_lowercase())
    }
}

/// Text that wakes one finder over and over, or never ends a line.
pub(crate) fn hostile(name: &str, bytes: usize, news: &Corpus) -> String {
    match name {
        "one paragraph" => {
            let mut text = news.articles(bytes, bytes).concat();
            text.truncate((0..=bytes).rev().find(|&i| text.is_char_boundary(i)).unwrap());
            text.replace('\n', " ")
        }
        "only figures" => "20 3 2019 1,200 15/2 7 0800 ".repeat(bytes / 28),
        "only quotation marks" => "“’ \"' ‘” ".repeat(bytes / 19),
        _ => "good poor outstanding inadequate requires improvement ".repeat(bytes / 54),
    }
}

/// The folders of the fixtures, in order.
fn fixtures() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let entries = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|folder| folder.join("facts.json").is_file()).collect();
    folders.sort();
    folders
}

const LABELS: [&str; 8] =
    ["good", "outstanding", "inadequate", "excellent", "poor", "satisfactory", "adequate", "Good"];

/// The first figure stays ("1998" stays a year of its century), the last may change.
fn figure(at: usize, c: char, draw: &mut Draw) -> char {
    match c {
        '0'..='9' if at > 0 && draw.below(2) == 0 => char::from(b'0' + draw.below(10) as u8),
        c => c,
    }
}

fn name(draw: &mut Draw, out: &mut String) {
    const FIRST: [&str; 12] =
        ["Ash", "Bram", "Cors", "Dun", "Ells", "Farn", "Gold", "Hart", "Ink", "Lang", "Mere", "Wend"];
    const LAST: [&str; 12] = [
        "bury", "combe", "dale", "field", "ford", "ham", "leigh", "mouth", "ridge", "stow", "thorpe", "wick",
    ];
    out.push_str(FIRST[draw.below(FIRST.len())]);
    out.push_str(LAST[draw.below(LAST.len())]);
}

/// Half of the articles keep their marks; the others have straight or single ones throughout.
fn quote(text: &mut String, from: usize, marks: usize) {
    let other = |c: char| match (marks, c) {
        (2, '“' | '”') => '"',
        (2, '‘' | '’') => '\'',
        (3, '“') => '‘',
        (3, '”') => '’',
        (_, c) => c,
    };
    if marks > 1 {
        let changed: String = text[from..].chars().map(other).collect();
        text.truncate(from);
        text.push_str(&changed);
    }
}

/// Knuth's MMIX generator: the same texts on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}
