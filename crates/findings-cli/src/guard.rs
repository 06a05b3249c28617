//! What is broken in a way that nobody thought of: an article on which the program gives up is one failure, told in
//! one line, and the run goes on.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::thread;

/// Does `work`, and gives back the reason where it gives up.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|why| message(&*why))
}

fn message(why: &(dyn Any + Send)) -> String {
    let text =
        why.downcast_ref::<&str>().copied().or_else(|| why.downcast_ref::<String>().map(String::as_str));
    format!("a fault of this program: {}", text.unwrap_or("it gave up"))
}

/// Keeps what is told as a failure from being told twice, in threads of this name.
pub(crate) fn hush(name: &'static str) {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().name() != Some(name) {
            before(info);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn what_gives_up_is_a_failure() {
        assert_eq!(guarded(|| 7), Ok(7));
        let told = guarded(|| panic!("at {}", 3));
        assert_eq!(told, Err::<(), _>("a fault of this program: at 3".to_owned()));
    }
}
