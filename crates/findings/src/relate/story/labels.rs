//! Labels that stand for a place on whatever scale is in force, and counts that look like labels. Knows no other label.

use super::{Known, Story};
use crate::find::words::{Class, class, class_of};
use crate::knowledge::{Ask, Place, Scale};
use crate::resolve::body;
use crate::text::{Span, Text, beside};

/// Labels from here on stand for a place on whatever scale is in force: "the lowest possible rating".
const PLACES: u16 = u16::MAX - 4;

/// The places on a scale that a label of such a number means.
pub(crate) fn place_of(form: u16) -> Option<Place> {
    match form.checked_sub(PLACES)? {
        0 => Some(Place::First),
        1 => Some(Place::Second),
        2 => Some(Place::LastButOne),
        3 => Some(Place::Last),
        _ => None,
    }
}

/// The label that stands for such a place.
pub(super) fn number_of(place: Place) -> Option<u16> {
    let all = [Place::First, Place::Second, Place::LastButOne, Place::Last];
    all.iter().position(|p| *p == place).map(|n| PLACES + n as u16)
}

/// "X kept its top grade while Y moved up from good": a label that a clause of its own holds says nothing of the place before.
pub(super) fn of_another_clause(text: &Text, place: Known, label: Span) -> bool {
    let between = text.as_str().get(place.span.end..label.start).unwrap_or_default();
    [" while ", " whereas ", " but ", "; "].iter().any(|joint| between.contains(joint))
}

/// "inadequate in three out of four areas", "three out of four housing officers": a count, where a score out of so many
/// would stand alone.
pub(super) fn counts(text: &Text, label: Span) -> bool {
    let words = text.at(label);
    if is_ordinal_of_others(text, label) {
        return true;
    }
    if !(words.contains("out of") || words.contains("out-of")) {
        return false;
    }
    let rest = text.as_str().get(label.end..).unwrap_or("");
    let many = |w: &str| {
        w.len() > 4 && w.ends_with('s') && w.starts_with(char::is_lowercase) && w != "stars" && w != "across"
    };
    let mut next = rest.strip_prefix(' ').unwrap_or("").split(' ').take(2);
    let first = next.next().unwrap_or("");
    let bare = |w: &'_ str| w.trim_end_matches(|c: char| !c.is_alphabetic()).to_owned();
    let plain = first.bytes().all(|b| b.is_ascii_lowercase()) && class(first) == Class::Other;
    many(&bare(first)) || !first.is_empty() && plain && next.next().is_some_and(|w| many(&bare(w)))
}

/// "the first star ratings", "a second star system": "its first star" and "a second star" are somebody's own.
fn is_ordinal_of_others(text: &Text, label: Span) -> bool {
    let any = |word: &str, of: &[&str]| of.iter().any(|w| w.eq_ignore_ascii_case(word));
    let ordinal = text.at(label).split([' ', '-']).next().unwrap_or_default();
    if !any(ordinal, &["first", "second", "third"]) {
        return false;
    }
    let before = beside::before(text.as_str(), label.start, 0).map_or("", |b| text.at(b.span));
    let owner = before.ends_with("'s") || before.ends_with("’s");
    let own = owner || any(before, &["a", "its", "their", "our"]);
    let next = beside::after(text.as_str(), label.end, text.as_str().len()).filter(|b| b.joined);
    let class = next.map(|b| class_of(text.at(b.span)));
    !own || matches!(class, Some(Class::Other | Class::Rating | Class::Visit))
}

/// "The three areas requiring improvement were teaching and behaviour": a grade of areas that are named, and no work to do.
pub(super) fn is_named_next(text: &Text, near_miss: Span, label: Span) -> bool {
    let next = beside::after(text.as_str(), near_miss.end.max(label.end), text.as_str().len());
    near_miss.start < label.start && next.is_some_and(|n| matches!(text.at(n.span), "were" | "are"))
}

/// "aiming for good": what would be a near miss ("gone for good") behind any other word.
pub(super) fn is_aimed_for(text: &Text, near_miss: Span, label: Span) -> bool {
    let before = beside::before(text.as_str(), near_miss.start, 0);
    near_miss.start < label.start && before.is_some_and(|b| class_of(text.at(b.span)) == Class::Aim)
}

/// "good prospects for improvement" is a grade of one body only: where none such is named, "good" stands for itself.
/// `inner` are the labels that longer ones cover.
pub(super) fn own(story: &Story<'_>, inner: &[Known]) -> Vec<Known> {
    let mut out = Vec::with_capacity(story.labels.len());
    for label in &story.labels {
        let from = inner.partition_point(|i| i.span.start < label.span.start);
        let within =
            inner.get(from..).unwrap_or_default().iter().take_while(|i| i.span.start < label.span.end);
        let first = within
            .filter(|i| story.is_of_named(i.ix))
            .max_by_key(|i| (i.span.start == label.span.start, i.span.len()));
        // "good with outstanding features" was a grade of a body's kin.
        let given = |l: &Known| {
            story.is_of_named(l.ix) && story.bodies.iter().any(|m| story.scale_with(l.ix, m.body).is_some())
        };
        match first.filter(|_| !given(label)) {
            Some(shorter) => out.push(*shorter),
            None => out.push(*label),
        }
    }
    out
}

impl<'t> Story<'t> {
    /// True for a form of a label on a scale of a body that the article names.
    pub(super) fn is_of_named(&self, form: u16) -> bool {
        let stands = self.knowledge.forms.get(usize::from(form)).map_or(&[][..], |f| &f.stands);
        stands.iter().any(|stand| {
            let scale = self.knowledge.scales().get(usize::from(stand.scale));
            let named = |m: &body::Mention| self.knowledge.body_id(m.body);
            scale.is_some_and(|s| self.bodies.iter().filter_map(named).any(|b| s.bodies.contains(b)))
        })
    }

    /// A scale of the body that had such a label by the day of publication, or one that it acts on.
    pub(crate) fn scale_with(&self, form: u16, body: u16) -> Option<&'t Scale> {
        let ask = Ask { body: self.knowledge.body_id(body), published: self.published, ..Ask::default() };
        self.knowledge.levels_of(form, &ask).first().map(|f| f.scale)
    }
}
