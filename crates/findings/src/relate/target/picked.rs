//! "The first three of these", "the last two", "the former": which of the areas graded right before, in their order.
//! Knows no provider and no label.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::story::Story;

/// So many sentences back the areas may begin: a list has one on each line.
const REACH: usize = 10;

/// So many words may follow the count: "of the four areas".
const OF_THESE: usize = 4;

/// Which of a row.
enum Pick {
    First(usize),
    Last(usize),
    Former,
    Latter,
}

/// The areas that the subject picks out, as indexes into the story's aspects.
pub(super) fn picked(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Vec<usize> {
    let Some(pick) = pick(s, frame).or_else(|| pick_after(s, frame)) else { return Vec::new() };
    let row = row(story, story.text.sentence_at(s.span.start));
    let some = match pick {
        Pick::First(n) if n < row.len() => row.get(..n),
        Pick::Last(n) if n < row.len() => row.get(row.len() - n..),
        Pick::Former if row.len() == 2 => row.get(..1),
        Pick::Latter if row.len() == 2 => row.get(1..),
        _ => None,
    };
    some.map(<[usize]>::to_vec).unwrap_or_default()
}

/// "good in the last of the three", "poor on the first of these": one of the row, after the label.
fn pick_after(s: &Sentence<'_>, frame: &Frame) -> Option<Pick> {
    let near = frame.label + 1..(frame.label + 6).min(s.chunks.len());
    let at = near.clone().find(|&i| s.says(i, &["first", "last"]) && s.says(i - 1, &["the"]))?;
    let led = at >= 2 && s.says(at - 2, &["in", "on", "for"]);
    let count = at + 2 + usize::from(s.is(at + 2, Class::Det));
    let these =
        matches!(s.item(count), Some(Item::Number(2..=9))) || s.says(at + 2, &["these", "those", "them"]);
    let ends = matches!(s.item(count + 1), None | Some(Item::Stop(_)));
    (led && s.says(at + 1, &["of"]) && these && ends)
        .then(|| if s.says(at, &["first"]) { Pick::First(1) } else { Pick::Last(1) })
}

fn pick(s: &Sentence<'_>, frame: &Frame) -> Option<Pick> {
    let start = frame.subject.start.saturating_sub(2);
    // "the former was poor and [the latter] good"
    frame.object.clone().chain(start..frame.head).find_map(|i| {
        if s.is(i, Class::Pronoun) && s.says(i, &["former", "latter"]) {
            return Some(if s.says(i, &["former"]) { Pick::Former } else { Pick::Latter });
        }
        let (first, last) = (s.says(i, &["first"]), s.says(i, &["last", "other"]));
        let Some(Item::Number(n @ 2..=9)) = s.item(i + 1) else { return None };
        let n = usize::try_from(n).ok().filter(|_| (first || last) && s.says(i.wrapping_sub(1), &["the"]))?;
        // "the first three of these were", and not "the first three residents came".
        let rest = i + 2..frame.head;
        let these = |i: usize| {
            s.is_any(
                i,
                &[Class::Be, Class::Have, Class::Prep, Class::Det, Class::Before, Class::All, Class::Filler],
            ) || matches!(s.item(i), Some(Item::Number(_)))
                || s.says(i, &["areas", "categories", "questions", "themes", "domains", "them"])
        };
        let ends = rest.len() <= OF_THESE + 2 && rest.clone().all(these);
        ends.then_some(if first { Pick::First(n) } else { Pick::Last(n) })
    })
}

/// The areas of the sentences right before, back to the first that has none; those of a sentence without any grade, or of
/// the same area again, are left out.
fn row(story: &Story<'_>, here: usize) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for back in 1..=REACH {
        let Some(&span) = here.checked_sub(back).and_then(|at| story.text.sentences.get(at)) else { break };
        let earlier = story.sentence(span);
        let graded = earlier.chunks.iter().any(|c| matches!(c.item, Item::Label(_)));
        let mut own: Vec<usize> = Vec::new();
        for chunk in earlier.chunks.iter().filter(|_| graded) {
            let Item::Aspect(ix) = chunk.item else { continue };
            let name = |ix: usize| story.aspects.get(ix).map(|k| k.ix);
            if !own.iter().chain(&found).any(|&other| name(other) == name(ix)) {
                own.push(ix);
            }
        }
        let ended = own.is_empty() && (!found.is_empty() || back > 1);
        // "good for A, B and C" is the row; a list goes on line by line.
        let whole = own.len() > 1 && found.is_empty();
        found.splice(0..0, own);
        if ended || whole {
            break;
        }
    }
    found
}
