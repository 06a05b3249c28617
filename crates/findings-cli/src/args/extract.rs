//! The arguments of `findings extract`: what is read, how the run goes, what is written.

use super::{Input, Output, Own, Run};

/// `findings extract`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "Examples:\n  findings extract article.txt --published 2024-08-20 --pretty\n  \
                        findings extract articles/ --date-from filename:%Y-%m-%d -o facts.csv\n  \
                        findings extract pages/ -o facts.db\n  \
                        findings extract crawl.warc.gz -f parquet -o tables/\n  \
                        findings extract dump.ndjson.gz --date-field date -o facts.ndjson --resume\n  \
                        findings extract dump.ndjson.gz --table ratings | head")]
pub struct Extract {
    /// What is read.
    #[command(flatten)]
    pub input: Input,
    /// What is written.
    #[command(flatten)]
    pub output: Output,
    /// How the run goes.
    #[command(flatten)]
    pub run: Run,
    /// Knowledge of one's own.
    #[command(flatten)]
    pub own: Own,
}
