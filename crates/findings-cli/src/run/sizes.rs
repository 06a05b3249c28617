//! How much there is to read, added up beside a run that shows its progress.

use super::progress;
use crate::input::Reading;
use indicatif::ProgressBar;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::thread;

/// Adds up the sizes of all files, and gives the sum to the bar. Where one has no size the end stays unknown.
pub(super) fn add_up(reading: &Reading, paths: &[PathBuf], bar: ProgressBar) {
    let (reading, paths) = (reading.clone(), paths.to_vec());
    thread::spawn(move || {
        let mut sum = 0;
        let added = reading.each_file(&paths, &mut |file| {
            let Ok(path) = file else { return ControlFlow::Continue(()) };
            match path.metadata() {
                Ok(about) if about.is_file() => sum += about.len(),
                Err(_) if path.as_os_str() != "-" => {}
                _ => return ControlFlow::Break(()),
            }
            ControlFlow::Continue(())
        });
        if added.is_continue() {
            bar.set_length(sum);
            bar.set_style(progress::known());
        }
    });
}
