//! A way of doing things as the object of a verb: "branded the way the service is run as “weak”", "judged how well the school
//! supports its pupils to be good". Knows no framework.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;

/// No such clause is longer.
const LONGEST: usize = 14;

impl Reader<'_, '_> {
    /// The verb, a clause that "how" or "the way" opens, "as" or "to be", and the label.
    pub(super) fn way_rated(&self) -> Option<Frame> {
        let s = self.s;
        let mark = self.label.checked_sub(1 + usize::from(self.quoted()))?;
        let end = match () {
            () if s.says(mark, &["as"]) => mark,
            () if s.says(mark, &["be"]) && s.says(mark.wrapping_sub(1), &["to"]) => mark - 1,
            () => return None,
        };
        let stop = |i: &usize| matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_)));
        let verb = (end.saturating_sub(LONGEST)..end).rev().take_while(|i| !stop(i)).find(|&i| {
            let found = end < mark || s.says(i, &["described", "describes"]);
            s.is(i, Class::Rate) || s.is(i, Class::Find) && found
        })?;
        let det = verb + 1 + usize::from(s.is(verb + 1, Class::Det));
        let way = s.says(det, &["way", "ways"]) && det > verb + 1 || s.says(verb + 1, &["how"]);
        let passive = s.is_any(verb.wrapping_sub(1), &[Class::Be, Class::Have]) && !s.is(verb, Class::Find);
        if !way || passive || end < det + 2 || self.paraphrase || self.inside_longer_quote() {
            return None;
        }
        let whose = (det..end).find(|&i| matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))));
        let object = whose.map_or(verb..verb, |i| i..i + 1);
        let frame = self.frame(verb, verb..verb, object, "rated/active");
        // "the way the service is run": all of it.
        let whole = s.says(end - 1, &["run"]);
        let unknown = std::iter::once(det..end).filter(|_| !whole).collect();
        Some(Frame { listed: Vec::new(), unknown, ..frame })
    }
}
