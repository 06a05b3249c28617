//! A large dump from end to end: `cargo run --release -p findings-cli --example scale -- 100000`.
//!
//! Makes so many articles in one NDJSON.gz, runs `findings` over it with one and with two threads, kills a third run
//! three times and goes on with it, and compares what comes out. Says how long each took and how much memory it had.
//! Takes the `findings` beside this program, or the one in `FINDINGS`.
#![allow(clippy::unwrap_used, reason = "a demonstration ends where something is wrong")]

#[path = "../../../tests/many.rs"]
mod many;

use flate2::Compression;
use flate2::write::GzEncoder;
use std::env;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

fn main() {
    let count: usize = env::args().nth(1).map_or(100_000, |n| n.parse().unwrap());
    let folder = env::temp_dir().join(format!("findings-scale-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let dump = folder.join("dump.ndjson.gz");
    make(count, &dump);
    println!("{count} articles, {} MB packed", fs::metadata(&dump).unwrap().len() / 1_000_000);

    let one = folder.join("one.ndjson");
    let two = folder.join("two.ndjson");
    for (jobs, out) in [("1", &one), ("2", &two)] {
        let begun = Instant::now();
        let (mut child, mut memory) = (start(&dump, out, jobs, false), 0);
        while child.try_wait().unwrap().is_none() {
            memory = memory.max(resident(&child));
            thread::sleep(Duration::from_millis(20));
        }
        println!("-j{jobs}: {:.1} s, {} MB of memory at most", begun.elapsed().as_secs_f64(), memory / 1000);
    }
    println!("-j2 {}", same(&one, &two));

    let resumed = folder.join("resumed.ndjson");
    let part = folder.join("resumed.ndjson.part");
    let whole = fs::metadata(&one).unwrap().len();
    for turn in 1..=3 {
        let mut child = start(&dump, &resumed, "2", turn > 1);
        while fs::metadata(&part).map_or(0, |m| m.len()) < whole * turn / 4 {
            assert!(child.try_wait().unwrap().is_none(), "it ended before it was killed");
            thread::sleep(Duration::from_millis(5));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        println!("killed at {:.0}%", 100.0 * fs::metadata(&part).unwrap().len() as f64 / whole as f64);
    }
    let begun = Instant::now();
    assert!(start(&dump, &resumed, "2", true).wait().unwrap().success());
    println!("resumed: {:.1} s, {}", begun.elapsed().as_secs_f64(), same(&one, &resumed));
    fs::remove_dir_all(&folder).unwrap();
}

fn make(count: usize, dump: &Path) {
    let many = many::Many::of_fixtures();
    let mut out = BufWriter::new(GzEncoder::new(File::create(dump).unwrap(), Compression::fast()));
    for number in 0..count {
        out.write_all(many.line(number).as_bytes()).unwrap();
    }
    out.into_inner().unwrap().finish().unwrap();
}

fn start(dump: &Path, out: &Path, jobs: &str, resumes: bool) -> Child {
    let beside = || env::current_exe().unwrap().parent().unwrap().parent().unwrap().join("findings");
    let program = env::var_os("FINDINGS").map_or_else(beside, PathBuf::from);
    let mut command = Command::new(program);
    command.arg("extract").arg(dump).arg("-o").arg(out).args(["-j", jobs, "--quiet"]);
    if resumes {
        command.arg("--resume");
    }
    command.stdin(Stdio::null()).spawn().unwrap()
}

/// Kilobytes of memory so far at most; 0 where the system does not tell.
fn resident(child: &Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}

fn same(one: &Path, other: &Path) -> &'static str {
    if fs::read(one).unwrap() == fs::read(other).unwrap() { "the same bytes" } else { "OTHER BYTES" }
}
