//! Reads the articles named on the command line so many times over, and does nothing else: what a profiler watches.
//! The first argument is how often; the last line printed is MB/s.
#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "an example reads files and prints")]

use findings::{Article, Day, Extractor};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let times: usize = args.next().ok_or("how often?")?.parse()?;
    let texts: Vec<String> = args.map(std::fs::read_to_string).collect::<Result<_, _>>()?;
    let bytes: usize = texts.iter().map(String::len).sum();
    let extractor = Extractor::builtin();
    let start = Instant::now();
    let mut facts = 0;
    for text in (0..times).flat_map(|_| &texts) {
        facts += extractor.extract(&Article::new(text).published(Day::new(2024, 8, 20))).ratings.len();
    }
    let seconds = start.elapsed().as_secs_f64();
    println!("{facts} ratings, {bytes} bytes, {:.2} MB/s", (bytes * times) as f64 / 1e6 / seconds);
    Ok(())
}
