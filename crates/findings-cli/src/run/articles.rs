//! The articles of a run: read in one thread, made out and extracted in many. What an earlier run has done is
//! passed over.

use super::resume::Done;
use super::tally::Facts;
use crate::guard::guarded;
use crate::input::{Failure, Meter, Reading, Unread};
use crate::output::{Form, Rendered};
use findings::{Extractor, Options};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// An article on its way.
pub(super) enum Item {
    /// To be done.
    Unread(Unread),
    /// Done: it only takes its place in the order.
    Ready(Outcome),
}

/// What has come of an article.
pub(super) enum Outcome {
    /// Its facts, rendered, and the bytes of its text.
    Done { rendered: Rendered, facts: Facts, bytes: u64 },
    /// It was done before.
    Before(Facts),
    /// It could not be read.
    Failed(Failure),
    /// What is done is not of this input.
    Other(Failure),
}

/// What every thread needs.
pub(super) struct Work {
    pub(super) reading: Reading,
    pub(super) extractor: &'static Extractor,
    pub(super) form: Form,
    pub(super) options: Options,
}

/// Hands items on.
type Give<'a> = dyn FnMut(Item, usize) -> ControlFlow<()> + 'a;

impl Work {
    /// Does what is to be done with an item.
    pub(super) fn on(&self, item: Item) -> Outcome {
        match item {
            Item::Ready(outcome) => outcome,
            Item::Unread(unread) => self.extract(unread),
        }
    }

    fn extract(&self, unread: Unread) -> Outcome {
        let name = unread.source.name();
        let done = guarded(|| {
            let input = self.reading.make_out(unread)?;
            let extraction = self.extractor.extract_with(&input.article(), self.options);
            Ok(Outcome::Done {
                rendered: self.form.render(&input, &extraction),
                facts: Facts::of(&extraction),
                bytes: input.text.len() as u64,
            })
        });
        match done {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(failure)) => Outcome::Failed(failure),
            Err(reason) => Outcome::Failed(Failure { name, reason }),
        }
    }

    /// Reads every article at the paths and hands it on; those that are done are only counted.
    pub(super) fn read(&self, paths: &[PathBuf], meter: &Meter, mut done: Option<Done>, give: &mut Give<'_>) {
        let read = guarded(|| {
            self.reading.each_unread(paths, meter, &mut |unread| {
                let size = unread.as_ref().map_or(64, Unread::size);
                match (unread, &mut done) {
                    (Err(failure), _) => give(Item::Ready(Outcome::Failed(failure)), size),
                    (Ok(unread), None) => give(Item::Unread(unread), size),
                    (Ok(unread), Some(before)) => match before.peek() {
                        Ok(None) => {
                            done = None;
                            give(Item::Unread(unread), size)
                        }
                        Ok(Some((id, _))) => {
                            let id = id.clone();
                            let outcome = self.pass(unread, &id, before);
                            let is_other = matches!(outcome, Outcome::Other(_));
                            give(Item::Ready(outcome), 256)?;
                            if is_other { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                        }
                        Err(error) => {
                            let _ = give(Item::Ready(Outcome::Other(other(&error.to_string()))), 0);
                            ControlFlow::Break(())
                        }
                    },
                }
            })
        });
        match read {
            Err(reason) => {
                let failure = Failure { name: "input".to_owned(), reason };
                let _ = give(Item::Ready(Outcome::Failed(failure)), 0);
            }
            Ok(ControlFlow::Break(())) => {}
            Ok(ControlFlow::Continue(())) => {
                if let Some(Ok(Some((id, _)))) = done.as_mut().map(Done::peek) {
                    let reason = format!("it holds `{id}`, which is not in the input");
                    let _ = give(Item::Ready(Outcome::Other(other(&reason))), 0);
                }
            }
        }
    }

    /// Passes over an article if it is the next of those that are done. It may have failed instead, and does again.
    fn pass(&self, unread: Unread, id: &str, done: &mut Done) -> Outcome {
        let mut is_it = unread.id().is_some_and(|of_unread| of_unread == id);
        let name = unread.source.name();
        if !is_it {
            match guarded(|| self.reading.make_out(unread)) {
                Ok(Ok(input)) if input.id == id => is_it = true,
                Ok(Ok(input)) => {
                    match guarded(|| self.extractor.extract_with(&input.article(), self.options)) {
                        Ok(_) => {
                            return Outcome::Other(other(&format!(
                                "it holds `{id}` where the input has `{}`",
                                input.id
                            )));
                        }
                        Err(reason) => return Outcome::Failed(Failure { name, reason }),
                    }
                }
                Ok(Err(failure)) => return Outcome::Failed(failure),
                Err(reason) => return Outcome::Failed(Failure { name, reason }),
            }
        }
        match done.pass().filter(|_| is_it) {
            Some(facts) => Outcome::Before(facts),
            None => Outcome::Other(other("it ended while it was read")),
        }
    }
}

/// Why an output can't be gone on with.
fn other(reason: &str) -> Failure {
    Failure { name: "--resume".to_owned(), reason: format!("{reason}; without --resume it is begun again") }
}
