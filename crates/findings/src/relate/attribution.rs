//! Whose word a judgement is in the article: its body's, the provider's own, a leak's. Knows no status but a forecast.

use crate::fact::{Attribution, Status};
use crate::find::words::Class;
use crate::relate::clause::Sentence;
use crate::relate::frame::Frame;
use crate::relate::story::Story;

/// Whose word the judgement is in the article.
pub(super) fn read(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame, status: Status) -> Attribution {
    let span = s.chunks[frame.label].span;
    let leaked = (0..frame.label).any(|i| s.says(i, &["leaked"]));
    let own = || (0..s.chunks.len()).any(|i| s.says(i, &["we", "we'll", "we’ll", "our", "us"]));
    match story.text.quoted_at(span.start) {
        _ if leaked => Attribution::Leak,
        // What is aimed for is the word of whoever aims.
        _ if frame.rule == "aimed" && (frame.status == Some(Status::Target) || own()) => {
            Attribution::Provider
        }
        // "had told councillors that he expected it to be rated good"
        _ if status == Status::Predicted && expects(s, frame) => Attribution::Provider,
        Some(q) if q.inner.len() > 60 && own() => Attribution::Provider,
        _ => Attribution::Body,
    }
}

/// True where a person awaits a judgement: "she was confident of", "he expected it".
fn expects(s: &Sentence<'_>, frame: &Frame) -> bool {
    let person = |i: usize| s.says(i, &["he", "she", "i", "we"]);
    (0..frame.label).any(|i| s.is(i, Class::Expect) && (i.saturating_sub(3)..i).any(person))
}
