//! How many bytes of articles may be under way at once: what keeps memory bounded however large the input is.

use std::sync::{Condvar, Mutex, PoisonError};

/// Bytes under way, of which there may be so many.
#[derive(Debug)]
pub(super) struct Budget {
    used: Mutex<usize>,
    freed: Condvar,
    limit: usize,
}

impl Budget {
    pub(super) fn new(limit: usize) -> Self {
        Self { used: Mutex::new(0), freed: Condvar::new(), limit }
    }

    /// Takes so many bytes, and waits until there is room for them. What is larger than all of it goes alone.
    pub(super) fn take(&self, bytes: usize) {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        while *used > 0 && *used + bytes > self.limit {
            used = self.freed.wait(used).unwrap_or_else(PoisonError::into_inner);
        }
        *used += bytes;
    }

    /// Gives them back.
    pub(super) fn give(&self, bytes: usize) {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        *used = used.saturating_sub(bytes);
        self.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::Budget;
    use std::sync::Arc;
    use std::thread;

    #[test]
    fn what_has_no_room_waits() {
        let budget = Arc::new(Budget::new(10));
        budget.take(25);
        let other = Arc::clone(&budget);
        let waiting = thread::spawn(move || other.take(1));
        budget.give(25);
        waiting.join().unwrap();
    }
}
