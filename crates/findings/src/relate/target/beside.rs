//! Who and what stands in a subject and is not judged: who runs what is, who is excepted, an opening aside, the town of an
//! address. Knows no label.

use crate::fact::ProviderHow;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::story::Story;

/// "A nursery run by Tey College": who runs what is judged, where a common noun stands for that.
pub(super) fn runs_another(s: &Sentence<'_>, i: usize) -> bool {
    let by = (i.saturating_sub(2)..i).rev().find(|&k| !s.is(k, Class::Det));
    let run = by.filter(|&k| s.says(k, &["by"])).and_then(|k| k.checked_sub(1));
    let run = run.filter(|&k| s.says(k, &["run", "owned", "operated", "managed"]));
    let noun = run.and_then(|k| k.checked_sub(1)).filter(|&k| s.is(k, Class::Other));
    // "the home, run by Tey Care, …": the aside of one that is known.
    noun.is_some_and(|k| (k.saturating_sub(3)..k).any(|a| s.says(a, &["a", "an", "another"])))
        && matches!(s.item(i), Some(Item::Provider(_)))
}

/// "Another Tey Care home, Hill View, was rated good": the one named after the comma, and not who runs it.
fn named_of_owner(s: &Sentence<'_>, i: usize) -> Option<usize> {
    const PREMISES: &[&str] =
        &["home", "hospital", "nursery", "school", "academy", "clinic", "surgery", "hospice"];
    let name = |i: usize| matches!(s.item(i), Some(Item::Provider(_)));
    let led = name(i) && s.says(i.wrapping_sub(1), &["another", "second", "other", "a", "an"]);
    let noun =
        (i + 1..i + 4).take_while(|&k| s.is(k, Class::Other)).last().filter(|&k| s.says(k, PREMISES))?;
    (led && s.item(noun + 1) == Some(Item::Stop(',')) && name(noun + 2)).then_some(noun + 2)
}

/// Leaves out who runs what is judged, for the one that is.
pub(super) fn without_owners(s: &Sentence<'_>, items: &mut Vec<usize>) {
    items.retain(|&i| !runs_another(s, i));
    items.iter_mut().for_each(|i| *i = named_of_owner(s, *i).unwrap_or(*i));
}

/// Where the words end that open a sentence before its subject: "Despite the efforts of its staff,", "With 40 people in
/// its care,". What "for", "in", "on" and "at" open may be what the grade is for.
pub(super) fn opening_aside(s: &Sentence<'_>, frame: &Frame) -> Option<usize> {
    const OPENS: &[&str] = &[
        "despite", "with", "under", "amid", "following", "thanks", "because", "without", "given", "since",
        "during", "against", "after", "before",
    ];
    let comma = (1..frame.label).find(|&i| s.item(i) == Some(Item::Stop(',')))?;
    let subject = frame.subject.start <= comma && comma < frame.subject.end;
    let label = (0..comma).any(|i| matches!(s.item(i), Some(Item::Label(_))));
    (s.says(0, OPENS) && subject && !label).then_some(comma)
}

/// "All but Tey Primary", "every school except Tey Primary".
pub(super) fn is_excepted(s: &Sentence<'_>, i: usize) -> bool {
    let before = (i.saturating_sub(3)..i).rev().find(|&k| !s.is(k, Class::Det) && !s.says(k, &["for"]));
    let all =
        |k: usize| s.is_any(k, &[Class::All, Class::Not]) || s.says(k, &["all", "everyone", "everything"]);
    before.is_some_and(|k| {
        let one = s.says(k, &["except", "excepting", "barring"])
            || s.says(k, &["but", "bar", "except"]) && (k.saturating_sub(3)..k).any(all);
        one && matches!(s.item(i), Some(Item::Provider(_)))
    })
}

/// The short name of a council or force that ends an address: ", Marle" after "at 3 High Street".
pub(super) fn is_town_of_address(story: &Story<'_>, s: &Sentence<'_>, i: usize) -> bool {
    let Some(Item::Provider(m)) = s.item(i) else { return false };
    let Some(mention) = story.providers.mentions.get(m) else { return false };
    let town = mention.how == ProviderHow::Short
        && story.kind(mention.provider).is_some_and(|kind| story.knowledge.one_of_a_place(kind));
    let street = |at: usize| s.says(at, &["at", "in", "on"]) && at > 0;
    town && i > 2
        && s.item(i - 1) == Some(Item::Stop(','))
        && (i.saturating_sub(7)..i - 1)
            .rev()
            .take_while(|&j| !matches!(s.item(j), Some(Item::Stop(_))))
            .any(street)
}
