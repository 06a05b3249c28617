//! What stands beside a count: the aspects that it lists, and the time counted over. Knows no label.

use super::{Counted, What};
use crate::fact::{Aspect, Edtf, Grain};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::Story;

/// The aspects counted, where the sentence lists them: "good in two areas: safety and care", "rated good for safety".
pub(super) fn aspects(
    story: &Story<'_>,
    s: &Sentence<'_>,
    c: &Counted,
    body: Option<u16>,
) -> Option<Vec<Aspect>> {
    let lists = |i: usize| {
        s.says(i, &["including", "namely"])
            || matches!(s.item(i), Some(Item::Stop(':' | '–' | '—' | '(')))
            || !matches!(c.what, What::Areas) && s.says(i, &["for"])
    };
    let at = c.end + usize::from(s.item(c.end) == Some(Item::Stop(',')));
    let mut i = Some(at).filter(|&i| lists(i))? + 1;
    let mut found = Vec::new();
    while let Some(item) = s.item(i) {
        match item {
            Item::Aspect(ix) => found.extend(
                story
                    .aspects
                    .get(ix)
                    .map(|k| Aspect { id: story.aspect_id(k.ix, body), text: s.at(i).to_owned() }),
            ),
            Item::Service(_) => found.push(Aspect { id: None, text: s.at(i).to_owned() }),
            // "end-of-life care and surgery": a word alone between the joints of the list.
            Item::Word(Class::Other) | Item::Provider(_)
                if !found.is_empty()
                    && s.is(i - 1, Class::Conj)
                    && !matches!(s.item(i + 1), Some(Item::Word(_))) =>
            {
                found.push(Aspect { id: None, text: s.at(i).to_owned() });
            }
            Item::Stop(',') | Item::Open | Item::Close => {}
            _ if s.is_any(i, &[Class::Conj, Class::Det, Class::Possessive]) => {}
            _ => break,
        }
        i += 1;
    }
    Some(found).filter(|f| !f.is_empty())
}

/// The time counted over: "in 2013", "so far this year", right after the count or at the head of the sentence.
pub(super) fn period(story: &Story<'_>, s: &Sentence<'_>, c: &Counted) -> Option<Edtf> {
    let dated = |i: usize| match s.item(i) {
        Some(Item::Date(ix)) => story.dates.get(ix).filter(|d| d.grain > Grain::Day),
        _ => None,
    };
    let own = (c.start..c.end).chain(c.end..c.end + 2).find_map(dated);
    let head = || (0..2).find_map(dated).filter(|_| c.rule != "tally/earlier");
    own.or_else(head).and_then(|d| d.value.clone())
}
