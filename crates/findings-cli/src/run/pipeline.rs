//! The way of an article through a run: one thread reads, many work, the caller's writes. What is written comes in
//! the order in which it was read, whatever the number of threads, and only so much is under way at once. Knows
//! nothing of what the work is.

use super::budget::Budget;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// So much is handed to a worker at once: enough that handing over costs nothing.
const BATCH_ITEMS: usize = 64;
const BATCH_BYTES: usize = 1 << 18;
/// So many bytes may be under way.
const UNDER_WAY: usize = 16 << 20;
/// A page of deep nesting takes its stack from here; what is not used is not taken.
const STACK: usize = 256 << 20;
/// The name that threads of this pipeline have, by which their panics are told from others.
pub(super) const NAME: &str = "findings-run";

/// Items for a worker, how many bytes they are, and where their results go.
type Batch<I, O> = (Vec<I>, SyncSender<Vec<O>>);

/// Gathers what is read into batches, and sends them on.
struct Gather<I, O> {
    items: Vec<I>,
    bytes: usize,
    to_work: SyncSender<Batch<I, O>>,
    in_order: SyncSender<(usize, Receiver<Vec<O>>)>,
    budget: Arc<Budget>,
}

impl<I, O> Gather<I, O> {
    fn add(&mut self, item: I, bytes: usize) -> ControlFlow<()> {
        self.items.push(item);
        self.bytes += bytes;
        if self.items.len() >= BATCH_ITEMS || self.bytes >= BATCH_BYTES {
            self.send()
        } else {
            ControlFlow::Continue(())
        }
    }

    fn send(&mut self) -> ControlFlow<()> {
        if self.items.is_empty() {
            return ControlFlow::Continue(());
        }
        let (items, bytes) = (std::mem::take(&mut self.items), std::mem::take(&mut self.bytes));
        self.budget.take(bytes);
        let (done, results) = mpsc::sync_channel(1);
        let sent = self.in_order.send((bytes, results)).is_ok() && self.to_work.send((items, done)).is_ok();
        if sent { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }
}

/// Runs `read`, which hands on items with their sizes, does `work` on each in `jobs` threads, and hands the results
/// to `write` in order. Ends early where `write` fails or `is_stopped` is set: what is under way is done then.
pub(super) fn run<I, O, E>(
    jobs: usize,
    is_stopped: &'static AtomicBool,
    read: impl FnOnce(&mut dyn FnMut(I, usize) -> ControlFlow<()>) + Send + 'static,
    work: impl Fn(I) -> O + Send + Sync + 'static,
    mut write: impl FnMut(O) -> Result<(), E>,
) -> Result<(), E>
where
    I: Send + 'static,
    O: Send + 'static,
{
    let budget = Arc::new(Budget::new(UNDER_WAY));
    let (to_work, batches) = mpsc::sync_channel::<Batch<I, O>>(jobs);
    let (in_order, ordered) = mpsc::sync_channel(jobs * 2 + 2);
    let batches = Arc::new(Mutex::new(batches));
    let work = Arc::new(work);
    for _ in 0..jobs {
        let (batches, work) = (Arc::clone(&batches), Arc::clone(&work));
        spawn(move || {
            loop {
                let next = batches.lock().unwrap_or_else(PoisonError::into_inner).recv();
                let Ok((items, done)) = next else { break };
                // The writer has gone where it can't be sent: then nobody wants it.
                let _ = done.send(items.into_iter().map(|item| work(item)).collect());
            }
        });
    }
    let gather = Gather { items: Vec::new(), bytes: 0, to_work, in_order, budget: Arc::clone(&budget) };
    let gather = Arc::new(Mutex::new(Some(gather)));
    let gathered = Arc::clone(&gather);
    spawn(move || {
        let locked = || gathered.lock().unwrap_or_else(PoisonError::into_inner);
        read(&mut |item, bytes| {
            if is_stopped.load(Ordering::Relaxed) {
                return ControlFlow::Break(());
            }
            locked().as_mut().map_or(ControlFlow::Break(()), |gather| gather.add(item, bytes))
        });
        // Without the gatherer its channels close, and the run ends.
        if let Some(mut last) = locked().take() {
            let _ = last.send();
        }
    });
    let mut is_silent = false;
    loop {
        match ordered.recv_timeout(Duration::from_millis(200)) {
            Ok((bytes, results)) => {
                is_silent = false;
                for result in results.recv().into_iter().flatten() {
                    write(result)?;
                }
                budget.give(bytes);
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
            // A reader that waits for its input can't be stopped, only left.
            Err(RecvTimeoutError::Timeout) if is_stopped.load(Ordering::Relaxed) && is_silent => {
                return Ok(());
            }
            Err(RecvTimeoutError::Timeout) => {
                is_silent = true;
                // Nothing is under way: what has been read so far need not wait for more.
                if let Ok(mut gather) = gather.try_lock() {
                    let _ = gather.as_mut().map(Gather::send);
                }
            }
        }
    }
}

fn spawn(job: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().name(NAME.to_owned()).stack_size(STACK);
    // Where no thread can be had its channels close, and the run ends.
    let _ = thread.spawn(job);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(jobs: usize, count: u64) -> Vec<u64> {
        static RUNS_ON: AtomicBool = AtomicBool::new(false);
        let mut seen = Vec::new();
        let read = move |give: &mut dyn FnMut(u64, usize) -> ControlFlow<()>| {
            for item in 0..count {
                if give(item, (item % 9000) as usize * 100).is_break() {
                    break;
                }
            }
        };
        let done: Result<(), ()> = run(
            jobs,
            &RUNS_ON,
            read,
            |n| n * n,
            |n| {
                seen.push(n);
                Ok(())
            },
        );
        done.unwrap();
        seen
    }

    #[test]
    fn results_come_in_order_for_any_number_of_threads() {
        let expected: Vec<u64> = (0..2000).map(|n| n * n).collect();
        for jobs in [1, 2, 7] {
            assert_eq!(squares(jobs, 2000), expected, "{jobs}");
        }
    }

    #[test]
    fn a_writer_that_fails_ends_the_run() {
        static RUNS_ON: AtomicBool = AtomicBool::new(false);
        let read = |give: &mut dyn FnMut(u64, usize) -> ControlFlow<()>| {
            for item in 0.. {
                if give(item, 1).is_break() {
                    break;
                }
            }
        };
        assert_eq!(run(2, &RUNS_ON, read, |n| n, |n| if n < 500 { Ok(()) } else { Err(n) }), Err(500));
    }

    #[test]
    fn a_run_that_is_stopped_ends_though_its_reader_waits() {
        static STOPPED: AtomicBool = AtomicBool::new(false);
        let read = |give: &mut dyn FnMut(u64, usize) -> ControlFlow<()>| {
            for item in 0..64 {
                let _ = give(item, 1);
            }
            STOPPED.store(true, Ordering::Relaxed);
            thread::sleep(Duration::from_secs(60));
        };
        let mut count = 0;
        let done: Result<(), ()> = run(
            1,
            &STOPPED,
            read,
            |n| n,
            |_| {
                count += 1;
                Ok(())
            },
        );
        assert_eq!((done, count), (Ok(()), 64));
    }
}
