//! Clauses inside a noun phrase that no comma sets off: "a trust described as poor", "the education it was giving". Knows no
//! label.

use super::row::runs_others;
use super::{is_verb, phrase_before, stops};
use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item};
use std::ops::Range;

/// "A trust [once described as one of the worst]": the noun phrase before a participle that no auxiliary stands with.
pub(super) fn before_participle(chunks: &[Chunk], rest: &Range<usize>) -> Option<Range<usize>> {
    let participle = rest.start.checked_sub(1).filter(|&i| chunks[i].is_any(&[Class::Find, Class::Rate]))?;
    let led = chunks.get(rest.start).is_some_and(|c| c.is(Class::Prep));
    let mut at = participle;
    while at > 0 && chunks[at - 1].is_any(&[Class::Filler, Class::Before]) {
        at -= 1;
    }
    let of = phrase_before(chunks, at);
    let noun = of.end.checked_sub(1).map(|i| &chunks[i]).filter(|_| !of.is_empty())?;
    let judged = noun.is_target() || noun.is(Class::Other);
    let first = &chunks[of.start];
    (led && judged && (first.is(Class::Det) || first.is_target())).then_some(of)
}

/// "the education [it was giving]": where a clause begins that has its pronoun right behind a noun.
pub(super) fn contact_clause(chunks: &[Chunk], verb: usize) -> Option<usize> {
    if chunks[verb].is_any(&[Class::Be, Class::Have]) {
        return None;
    }
    let group = chunks.get(..verb)?.iter().rev().take_while(|c| c.is_any(&[Class::Be, Class::Have])).count();
    let pronoun = (verb - group).checked_sub(1).filter(|&i| chunks[i].is(Class::Pronoun))?;
    let noun = pronoun.checked_sub(1).map(|i| &chunks[i])?;
    // "told staff it gave": whom, and no noun of the clause's own.
    let led = chunks[pronoun.saturating_sub(4)..pronoun].iter().any(|c| c.is(Class::Det));
    (led && (noun.is(Class::Other) || matches!(noun.item, Item::Aspect(_) | Item::Service(_))))
        .then_some(pronoun)
}

/// "The trust that [runs X]": what stands before the pronoun of a clause that no comma sets off.
pub(super) fn before_clause(chunks: &[Chunk], clause: &Range<usize>) -> Option<Range<usize>> {
    let first = clause.start.checked_sub(1)?;
    // "which has 200 pupils", "that had no record of its fees": a verb of the clause's own
    let own = is_verb(&chunks[first]) && !chunks[clause.clone()].iter().any(Chunk::is_target);
    let verbs = chunks[..=first].iter().rev().take_while(|c| own && is_verb(c)).count();
    let pronoun = (first + 1).checked_sub(verbs + 1).filter(|&i| chunks[i].is(Class::Opens))?;
    let of = phrase_before(chunks, pronoun);
    let named = chunks[of.clone()].iter().any(Chunk::is_target);
    let tells = verbs > 0 && !clause.is_empty() || runs_others(chunks, clause) || tells_on(chunks, clause);
    (named && of.end == pronoun && tells).then_some(of)
}

/// "looks after 70 children": more of the one before, and nobody's name.
fn tells_on(chunks: &[Chunk], clause: &Range<usize>) -> bool {
    let words = &chunks[clause.clone()];
    let plain =
        |c: &Chunk| !c.is_target() && matches!(c.item, Item::Word(_) | Item::Number(_) | Item::Date(_));
    let more = |c: &Chunk| matches!(c.item, Item::Number(_)) || c.is_any(&[Class::Prep, Class::Det]);
    words.len() > 2
        && words.first().is_some_and(|c| c.is_any(&[Class::Other, Class::Expect]))
        && words.iter().all(plain)
        && words.iter().any(more)
}

/// "A school that [was outstanding for ten years] is now", "A school whose [head was sacked] has been": what stands before the
/// pronoun of a clause that has a grade of its own, or that what opens the sentence has, and that no comma sets off.
pub(super) fn before_graded_clause(chunks: &[Chunk], end: usize) -> Option<Range<usize>> {
    let clause = (0..end).rev().take(16).take_while(|&i| !matches!(chunks[i].item, Item::Stop(_)));
    let pronoun = clause.into_iter().find(|&i| chunks[i].is(Class::Opens))?;
    let verb = chunks.get(pronoun + 1).is_some_and(|c| c.is_any(&[Class::Be, Class::Have]) || is_verb(c));
    let graded = chunks[pronoun..end].iter().any(|c| matches!(c.item, Item::Label(_)));
    let of = phrase_before(chunks, pronoun);
    let opens = of.start == 0 && chunks[pronoun + 1..end].iter().any(is_verb);
    let named = chunks[of.clone()].iter().any(Chunk::is_target);
    ((verb && graded || opens) && named && of.end == pronoun).then_some(of)
}

/// "Staffing fared better and was", "Only pupils' behaviour escaped it and was": who or what opens the clause before
/// "and", whatever it did.
pub(super) fn opens_clause(chunks: &[Chunk], and: usize) -> Option<Range<usize>> {
    let first = (0..and).rev().take_while(|&i| !stops(&chunks[i])).last()?;
    let led = |c: &Chunk| c.is_any(&[Class::Det, Class::Possessive, Class::Filler, Class::Other]);
    let of = (first..and.min(first + 4)).find(|&i| !led(&chunks[i]))?;
    let one = chunks.get(of)?;
    let open = usize::from(chunks.get(of + 1).is_some_and(|c| c.item == Item::Open));
    // "The practice ‘requires improvement’ for care and is": a label that is a verb.
    let required = chunks.get(of + 1 + open).is_some_and(|c| matches!(c.item, Item::Label(_)));
    let did = chunks.get(of + 1).is_some_and(|c| c.is(Class::Other));
    let holds = one.is_target() && (did || required) || one.is(Class::Pronoun) && required;
    holds.then_some(first..of + 1)
}

/// What stands before a clause that ends in a list of its own.
pub(super) fn before_list(chunks: &[Chunk], end: usize) -> Option<Range<usize>> {
    let close = end.checked_sub(1).filter(|&i| chunks[i].item == Item::Stop(','))?;
    let own = |c: &Chunk| {
        matches!(c.item, Item::Aspect(_) | Item::Service(_) | Item::Stop(','))
            || c.is_any(&[Class::Other, Class::Conj, Class::Prep, Class::Det])
    };
    let opens = (close.saturating_sub(14)..close).rev().find(|&i| !own(&chunks[i]))?;
    let listed = chunks[opens..close].iter().any(|c| c.item == Item::Stop(','));
    let comma = opens.checked_sub(1).filter(|&i| chunks[i].item == Item::Stop(','))?;
    let before = phrase_before(chunks, comma);
    let named = chunks[before.clone()].iter().any(Chunk::is_target);
    (chunks[opens].is(Class::Opens) && listed && named).then_some(before)
}
