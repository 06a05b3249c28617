//! Ctrl-C: the first ends a run after what is in hand, the second at once.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

/// Set when the run is to end.
pub(super) static STOPPED: AtomicBool = AtomicBool::new(false);

/// Listens from now on. Where that can't be had, Ctrl-C ends the process as it always does.
pub(super) fn listen() {
    let _ = ctrlc::set_handler(|| {
        if STOPPED.swap(true, Ordering::Relaxed) {
            process::exit(130);
        }
    });
}

/// Whether the run was to end early.
pub(super) fn is_stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}
