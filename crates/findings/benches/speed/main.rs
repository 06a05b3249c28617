//! How fast articles are read, beside a bare scan for the same words: `cargo bench --bench speed` prints one table.
//! One thread and its processor time, unless a row says otherwise. `FINDINGS_BENCH_MB=100` sets how much text a row
//! reads (16 by default; scans read six times as much). Two ways to look closer, over the same megabyte every time:
//! `-- --read news 1` only reads, so many times over, for a profiler (one number more says how many bytes an article
//! has); `-- --facts news` prints what is found, to compare two builds. Both take `dull` or a file in place of `news`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a benchmark without its text can only stop")]
#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "made of the fixtures; prints")]

mod corpus;
mod table;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use corpus::{ARTICLE, Corpus, hostile};
use cpu_time::ThreadTime;
use findings::{Article, Day, Extraction, Extractor, Knowledge};
use std::thread;
use std::time::{Duration, Instant};
use table::{Row, Table};

fn main() {
    let extractor = Extractor::builtin();
    let known = extractor.phrases();
    let (news, dull) = (Corpus::news(&known), Corpus::dull(&known));
    if let Some(asked) = Asked::of(std::env::args()) {
        let articles = match asked.corpus.as_str() {
            "dull" => dull.articles(1_000_000, asked.each),
            "news" => news.articles(1_000_000, asked.each),
            file => vec![std::fs::read_to_string(file).unwrap()],
        };
        return asked.run(extractor, &articles);
    }
    let megabytes: usize = std::env::var("FINDINGS_BENCH_MB").map_or(16, |mb| mb.parse().unwrap());
    let mut table = Table::default();
    for (name, corpus) in [("inspection news", &news), ("dull news", &dull)] {
        let articles = corpus.articles(megabytes * 6_000_000, ARTICLE);
        table.head(name);
        scans(&mut table, &articles, &known);
        let fewer = &articles[..articles.len() / 6];
        whole(&mut table, extractor, fewer);
        floors(&mut table, extractor, fewer);
    }
    table.head("hostile text, one article each");
    for name in ["one paragraph", "only figures", "only quotation marks", "only label words"] {
        let bytes = if name == "one paragraph" { megabytes * 3_000_000 } else { megabytes * 250_000 };
        let text = [hostile(name, bytes, &news)];
        table.row(read(name, &text, |text| facts(&extract(extractor, text))));
    }
    growth(&mut table, extractor, &news, megabytes);
    start(&mut table);
}

/// One megabyte, for a profiler or for a comparison, in place of the table.
struct Asked {
    corpus: String,
    /// Prints the facts; else reads so many times.
    times: Option<usize>,
    /// Bytes of an article.
    each: usize,
}

impl Asked {
    fn of(args: impl Iterator<Item = String>) -> Option<Asked> {
        let args: Vec<String> = args.skip_while(|a| a != "--read" && a != "--facts").collect();
        let corpus = args.get(1)?.clone();
        let times = (args[0] == "--read").then(|| args.get(2).map_or(1, |n| n.parse().unwrap()));
        let each = args.get(3).map_or(ARTICLE, |n| n.parse().unwrap());
        Some(Asked { corpus, times, each })
    }

    fn run(&self, extractor: &Extractor, articles: &[String]) {
        let Some(times) = self.times else {
            articles
                .iter()
                .for_each(|t| println!("{}", serde_json::to_string(&extract(extractor, t)).unwrap()));
            return;
        };
        let all = (0..times).flat_map(|_| articles).map(|text| facts(&extract(extractor, text)));
        eprintln!("{} facts in {} bytes, {times} times", all.sum::<usize>(), bytes(articles));
    }
}

/// What reading the bytes costs at least.
fn scans(table: &mut Table, articles: &[String], known: &[String]) {
    table.row(read("memchr", articles, |text| memchr::memchr_iter(0, text.as_bytes()).count()));
    let overlapping = automaton(known, MatchKind::Standard);
    let bare =
        read("bare scan, aho-corasick, DFA", articles, |t| overlapping.find_overlapping_iter(t).count());
    table.bare = bare.speed();
    table.row(bare);
    let longest = automaton(known, MatchKind::LeftmostLongest);
    table.row(read("the same, longest matches only", articles, |text| longest.find_iter(text).count()));
    let own = Extractor::builtin();
    table.row(read("the same words by our own matcher", articles, |text| own.count_words(text)));
}

fn automaton(words: &[String], kind: MatchKind) -> AhoCorasick {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(kind)
        .kind(Some(AhoCorasickKind::DFA))
        .build(words)
        .unwrap()
}

/// The whole way, with JSON, and on two threads.
fn whole(table: &mut Table, extractor: &Extractor, articles: &[String]) {
    let row = read("extraction", articles, |text| facts(&extract(extractor, text)));
    let allocated = allocation_counter::measure(|| {
        articles.iter().take(500).for_each(|text| drop(extract(extractor, text)));
    });
    let per = |n: u64| n as usize / articles.len().min(500);
    let note = format!(
        "{} allocations and {} bytes an article",
        per(allocated.count_total),
        per(allocated.bytes_total)
    );
    table.row(row.noted(note));
    let json = |text: &str| serde_json::to_string(&extract(extractor, text)).unwrap().len();
    table.row(read("extraction and JSON", articles, json));
    let start = Instant::now();
    articles.iter().for_each(|text| drop(extract(extractor, text)));
    let alone = Row::new("", bytes(articles), start.elapsed()).speed();
    let start = Instant::now();
    thread::scope(|scope| {
        for half in articles.chunks(articles.len().div_ceil(2)) {
            scope.spawn(|| half.iter().map(|text| facts(&extract(extractor, text))).sum::<usize>());
        }
    });
    let two = Row::new("extraction, two threads, by the clock", bytes(articles), start.elapsed());
    let note = format!("{:.2} times one", two.speed() / alone);
    table.row(two.noted(note));
}

/// Where the time of an extraction goes.
fn floors(table: &mut Table, extractor: &Extractor, articles: &[String]) {
    let mut spent: Vec<(&'static str, Duration)> = Vec::new();
    for text in articles {
        let mut since = ThreadTime::now();
        extractor.extract_watched(&article(text), &mut |floor| {
            let now = ThreadTime::now();
            let taken = now.duration_since(since);
            match spent.iter_mut().find(|(name, _)| *name == floor) {
                Some((_, time)) => *time += taken,
                None => spent.push((floor, taken)),
            }
            since = now;
        });
    }
    let all: Duration = spent.iter().map(|(_, time)| *time).sum();
    for (floor, time) in spent {
        let share = format!("{:.1} % of the time", 100.0 * time.as_secs_f64() / all.as_secs_f64());
        table.row(Row::new(&format!("  floor {floor}"), bytes(articles), time).noted(share));
    }
}

/// Time for a byte as articles and knowledge grow.
fn growth(table: &mut Table, extractor: &Extractor, news: &Corpus, megabytes: usize) {
    table.head("growth");
    let some = megabytes * 500_000;
    for (name, each, all) in [
        ("articles of 1 kB", 1_000, some),
        ("articles of 10 kB", 10_000, some),
        ("articles of 100 kB", 100_000, some),
        ("articles of 1 MB", 1_000_000, some),
        ("one article", usize::MAX, megabytes * 3_000_000),
    ] {
        let articles = news.articles(all, each.min(all));
        let name = format!("{name}, {} MB in all", all / 1_000_000);
        let peak = allocation_counter::measure(|| drop(extract(extractor, &articles[0])));
        let note = format!("at most {:.1} MB in use for one", peak.bytes_max as f64 / 1e6);
        table.row(read(&name, &articles, |text| facts(&extract(extractor, text))).noted(note));
    }
    let articles = news.articles(megabytes * 250_000, ARTICLE);
    for more in [0, 100, 1_000, 10_000] {
        let toml = bodies(more);
        let knowledge = Knowledge::builtin().with_toml([("more.toml", toml.as_str())]).unwrap();
        let extractor = Extractor::new(knowledge);
        let name = format!("{more} bodies of one's own");
        table.row(read(&name, &articles, |text| facts(&extract(&extractor, text))));
    }
}

/// So many bodies that no article names.
fn bodies(count: usize) -> String {
    let body = |n: usize| {
        format!(
            "[[body]]\nid = \"own-{n}\"\nname = \"Fernland Inspectorate {n}\"\nkind = \"inspectorate\"\n\
             issues = [\"ratings\"]\nnations = [\"fernland\"]\nnames = [\"Fernland Inspectorate {n}\"]\n\
             examples = [\"Fernland Inspectorate {n} called.\"]\nsource = [\"a register\"]\n\
             confidence = \"verified\"\n\n"
        )
    };
    (0..count).map(body).collect()
}

/// From the embedded files to an extractor ready to read: what a process pays once.
fn start(table: &mut Table) {
    table.head("start");
    let once = || {
        let start = ThreadTime::now();
        let files = Knowledge::builtin_files().iter().copied();
        drop(Extractor::new(Knowledge::from_toml(files).unwrap()));
        start.elapsed()
    };
    let least = (0..20).map(|_| once()).min().unwrap();
    table.line(&format!("an extractor from the built-in files: {:.1} ms", least.as_secs_f64() * 1e3));
}

/// Reads every text once after a few to warm up.
fn read(name: &str, texts: &[String], mut one: impl FnMut(&str) -> usize) -> Row {
    let mut found: usize = texts.iter().take(20).filter(|t| t.len() < 100_000).map(|text| one(text)).sum();
    let start = ThreadTime::now();
    for text in texts {
        found += one(text);
    }
    let time = start.elapsed();
    std::hint::black_box(found);
    Row::new(name, bytes(texts), time)
}

fn bytes(texts: &[String]) -> usize {
    texts.iter().map(String::len).sum()
}

fn article(text: &str) -> Article<'_> {
    Article::new(text).published(Day::new(2024, 8, 20))
}

fn extract(extractor: &Extractor, text: &str) -> Extraction {
    extractor.extract(&article(text))
}

fn facts(found: &Extraction) -> usize {
    found.ratings.len() + found.dates.len() + found.quotes.len() + found.money.len()
}
