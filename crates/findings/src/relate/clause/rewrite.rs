//! Words that stand for others in a cut sentence: "along with" joins as "and" does, "whether it is safe" is an area,
//! "and the rest of its homes" is nobody's name. Knows no frame.

use super::{Chunk, Item};
use crate::find::words::Class;
use crate::text::Text;
use crate::text::key::Key;

/// Sets the class of each such word.
pub(super) fn read(text: &Text, chunks: &mut [Chunk]) {
    joins(text, chunks);
    given(text, chunks);
    questions(text, chunks);
    rests(text, chunks);
    wholes(text, chunks);
    no_better(text, chunks);
    neither_better(text, chunks);
    less(text, chunks);
    computers(text, chunks);
}

/// "rated poor for IT": no pronoun has capitals in the middle of a sentence. "Hand hygiene": nobody hands anything.
fn computers(text: &Text, chunks: &mut [Chunk]) {
    for i in 1..chunks.len() {
        let hand = chunks[i - 1].is(Class::Give) && chunks[i - 1].key == Key::of("hand");
        if hand && matches!(text.at(chunks[i].span), "hygiene" | "washing") {
            chunks[i - 1].item = Item::Word(Class::Other);
        }
        let it = chunks[i].is(Class::Pronoun) && text.at(chunks[i].span) == "IT";
        if it && text.at(chunks[i - 1].span).contains(char::is_lowercase) {
            chunks[i].item = Item::Word(Class::Other);
        }
    }
}

/// "were no better than adequate": just that.
fn no_better(text: &Text, chunks: &mut [Chunk]) {
    for i in 2..chunks.len().saturating_sub(1) {
        let than = chunks[i].key == Key::of("than") && text.at(chunks[i].span) == "than";
        let no = than && text.at(chunks[i - 1].span) == "better" && text.at(chunks[i - 2].span) == "no";
        let label = |c: Option<&Chunk>| c.is_some_and(|c| matches!(c.item, Item::Label(_)));
        let marked = chunks[i + 1].item == Item::Open && label(chunks.get(i + 2));
        if no && (marked || label(chunks.get(i + 1))) {
            chunks[i - 2..=i].iter_mut().for_each(|c| c.item = Item::Word(Class::Filler));
        }
    }
}

/// "Neither safety nor care was better than poor": both were just that.
fn neither_better(text: &Text, chunks: &mut [Chunk]) {
    for i in 3..chunks.len().saturating_sub(1) {
        let better = chunks[i].key == Key::of("than") && text.at(chunks[i - 1].span) == "better";
        if !better || !matches!(chunks[i + 1].item, Item::Label(_)) || !chunks[i - 2].is(Class::Be) {
            continue;
        }
        let not = |w: &str| (0..i).rev().take(14).find(|&j| text.at(chunks[j].span).eq_ignore_ascii_case(w));
        if let (Some(neither), Some(nor)) = (not("neither"), not("nor")) {
            chunks[nor].item = Item::Word(Class::Conj);
            for at in [neither, i - 1, i] {
                chunks[at] = chunks[at].blank();
            }
        }
    }
}

/// "Whether it is safe", "whether the service was caring": the question that an area goes by, and no condition.
fn questions(text: &Text, chunks: &mut [Chunk]) {
    for i in 0..chunks.len().saturating_sub(3) {
        if !chunks[i].is(Class::If) || chunks[i].key != Key::of("whether") {
            continue;
        }
        let noun = i + if chunks[i + 1].is(Class::Det) { 2 } else { 1 };
        let of = chunks[noun].is_any(&[Class::Pronoun, Class::Other]) || chunks[noun].is_target();
        let be = chunks.get(noun + 1).is_some_and(|c| c.is(Class::Be));
        let area = chunks.get(noun + 2).is_some_and(|c| matches!(c.item, Item::Aspect(_)));
        if of && be && area && text.at(chunks[i].span).eq_ignore_ascii_case("whether") {
            chunks[i..noun + 2].iter_mut().for_each(|c| c.item = Item::Word(Class::Det));
        }
    }
}

/// "the care given to pupils was", "the support on offer was": to whom and where an area is given is no part of its name.
fn given(text: &Text, chunks: &mut [Chunk]) {
    for i in 1..chunks.len().saturating_sub(2) {
        if !matches!(chunks[i - 1].item, Item::Aspect(_)) {
            continue;
        }
        let offer =
            chunks[i].is(Class::Prep) && text.at(chunks[i].span.cover(chunks[i + 1].span)) == "on offer";
        let given = chunks[i + 1].is(Class::Prep)
            && matches!(text.at(chunks[i].span), "given" | "offered" | "provided" | "shown");
        let more = chunks[i + 2..].iter().take(3);
        let more =
            more.take_while(|c| given && c.is_any(&[Class::Det, Class::Other, Class::Possessive])).count();
        let ends = chunks.get(i + 2 + more).is_some_and(|c| c.is(Class::Be));
        if ends && (offer || given && more > 0) {
            chunks[i..i + 2 + more].iter_mut().for_each(|c| c.item = Item::Word(Class::Filler));
        }
    }
}

/// "C1 along with V2": as "and" joins.
fn joins(text: &Text, chunks: &mut [Chunk]) {
    for i in 1..chunks.len() {
        if chunks[i].key == Key::of("with")
            && text.at(chunks[i].span) == "with"
            && text.at(chunks[i - 1].span) == "along"
        {
            chunks[i - 1].item = Item::Word(Class::Filler);
            chunks[i].item = Item::Word(Class::Conj);
        }
    }
}

/// "Ash Court and the rest of the firm's homes were": of those told together the name alone is somebody.
fn rests(text: &Text, chunks: &mut [Chunk]) {
    for i in 1..chunks.len().saturating_sub(4) {
        let rest = chunks[i + 2].key == Key::of("rest") || chunks[i + 2].key == Key::of("remainder");
        let named = matches!(chunks[i - 1].item, Item::Provider(_)) && chunks[i].is(Class::Conj);
        if !rest || !named || !matches!(text.at(chunks[i + 2].span), "rest" | "remainder") {
            continue;
        }
        let led = chunks[i + 1].is(Class::Det) && chunks[i + 3].is(Class::Prep);
        let plain = |c: &&Chunk| {
            c.is_any(&[Class::Det, Class::Other, Class::Possessive, Class::Prep])
                || matches!(c.item, Item::Provider(_) | Item::Group(_))
        };
        let more = chunks[i + 4..].iter().take(8).take_while(plain).count();
        let ends = chunks.get(i + 4 + more).is_some_and(|c| {
            c.is_any(&[Class::Be, Class::Have, Class::Rate, Class::Receive])
                || matches!(c.item, Item::Label(_))
        });
        if led && ends && more > 0 {
            chunks[i..i + 4 + more].iter_mut().for_each(|c| c.item = Item::Word(Class::Filler));
        }
    }
}

/// "the school as a whole": says "overall" of what stands before it.
fn wholes(text: &Text, chunks: &mut [Chunk]) {
    for i in 2..chunks.len() {
        let whole = chunks[i].key == Key::of("whole") && text.at(chunks[i].span) == "whole";
        if whole && text.at(chunks[i - 1].span) == "a" && text.at(chunks[i - 2].span) == "as" {
            chunks[i - 2..=i].iter_mut().for_each(|c| c.item = Item::Word(Class::Filler));
        }
    }
}

/// "not only good but outstanding", "not just a good school but an outstanding one": the lower of the two is not the grade.
fn less(text: &Text, chunks: &mut [Chunk]) {
    for i in 0..chunks.len().saturating_sub(4) {
        let only = chunks[i].is(Class::Not)
            && matches!(text.at(chunks[i + 1].span), "only" | "just" | "merely" | "simply");
        let label = |c: &Chunk| matches!(c.item, Item::Label(_));
        let Some(but) = chunks[i + 2..].iter().take(7).position(Chunk::is_but).filter(|_| only) else {
            continue;
        };
        let but = i + 2 + but;
        let plain = |c: &Chunk| {
            label(c)
                || matches!(c.item, Item::Open | Item::Close | Item::Stop(','))
                || c.is_any(&[Class::Det, Class::Other, Class::Rating])
        };
        let lower = chunks[i + 2..but].iter().all(plain)
            && chunks[i + 2..but].iter().filter(|c| label(c)).count() == 1;
        // "not only good overall but outstanding for care": two grades.
        let both = chunks[i + 2..but].iter().any(label);
        let graded = chunks[but + 1..].iter().take(4).any(label);
        let end = if lower { but } else { i + 1 };
        if graded && both {
            chunks[i..=end].iter_mut().for_each(|c| *c = c.blank());
        }
    }
}
