//! The arguments that say how a run goes.

/// How a run goes.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Run")]
pub struct Run {
    /// How many articles are read at once; 0 for as many as there are processors. The output is the same for all.
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    pub jobs: usize,
}
