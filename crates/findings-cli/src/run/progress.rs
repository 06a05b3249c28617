//! What is shown while a run goes on, on standard error and only where that is a terminal; and the line at its end.

use super::tally::Tally;
use crate::args::{self, When};
use crate::input::Meter;
use indicatif::{HumanCount, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// What a run shows.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    meter: Meter,
    has_summary: bool,
    begun: Instant,
}

impl Progress {
    /// As the arguments say. `has_file` is whether the output goes to a file, and so leaves the terminal free.
    pub(super) fn new(args: &args::Run, is_verbose: bool, has_file: bool, meter: Meter) -> Self {
        let is_free = has_file || !io::stdout().is_terminal();
        let is_shown = match args.progress {
            _ if args.quiet => false,
            When::Never => false,
            When::Auto => is_free && io::stderr().is_terminal(),
        };
        let bar = is_shown.then(|| {
            let target = ProgressDrawTarget::stderr_with_hz(4);
            let bar = ProgressBar::with_draw_target(None, target).with_style(open());
            bar.enable_steady_tick(Duration::from_millis(250));
            bar
        });
        let has_summary = !args.quiet && (is_verbose || has_file || is_free && io::stderr().is_terminal());
        Self { bar, meter, has_summary, begun: Instant::now() }
    }

    /// Whether the number of bytes to come is wanted.
    pub(super) fn bar(&self) -> Option<ProgressBar> {
        self.bar.clone()
    }

    /// Shows how far it is.
    pub(super) fn show(&self, tally: &Tally) {
        let Some(bar) = &self.bar else { return };
        bar.set_position(self.meter.bytes());
        bar.set_message(told(tally, true));
    }

    /// Says something in a line of its own, without a bar in it.
    pub(super) fn say(&self, text: &str) {
        let say = || eprintln!("findings: {text}");
        match &self.bar {
            Some(bar) => bar.suspend(say),
            None => say(),
        }
    }

    /// Takes the bar away and says in a line what was done. Gives back the seconds that it took.
    pub(super) fn finish(self, tally: &Tally, is_stopped: bool) -> f64 {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        let took = self.begun.elapsed();
        if self.has_summary {
            let how = if is_stopped { "interrupted after" } else { "in" };
            let rate = self.meter.bytes() as f64 / 1e6 / took.as_secs_f64().max(1e-3);
            eprintln!("findings: {} {how} {} ({rate:.1} MB/s)", told(tally, false), HumanDuration(took));
        }
        took.as_secs_f64()
    }
}

/// The numbers in words. A bar is cut to the terminal, so there failures come before facts, and none is not told.
fn told(tally: &Tally, is_bar: bool) -> String {
    let count =
        |n: u64, one: &str, more: &str| format!("{} {}", HumanCount(n), if n == 1 { one } else { more });
    let mut articles = count(tally.articles, "article", "articles");
    if tally.done_before > 0 {
        articles.push_str(&format!(" ({} done before)", HumanCount(tally.done_before)));
    }
    let facts = count(tally.facts.total(), "fact", "facts");
    let failures = count(tally.failures, "failure", "failures");
    match (is_bar, tally.failures) {
        (true, 0) => format!("{articles} · {facts}"),
        (true, _) => format!("{articles} · {failures} · {facts}"),
        (false, _) => format!("{articles} · {facts} · {failures}"),
    }
}

/// Where the end is not known.
fn open() -> ProgressStyle {
    style("{spinner} {decimal_bytes} · {decimal_bytes_per_sec} · {wide_msg}")
}

/// Where it is. The bar takes what a wide terminal has to spare.
pub(super) fn known() -> ProgressStyle {
    let width = terminal_size::terminal_size_of(io::stderr()).map_or(80, |(width, _)| width.0);
    let bar = (width / 4).clamp(20, 60) - 12;
    style(&format!("{{bar:{bar}}} {{percent:>3}}% · {{eta}} left · {{decimal_bytes_per_sec}} · {{wide_msg}}"))
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .progress_chars("━╸─")
}
