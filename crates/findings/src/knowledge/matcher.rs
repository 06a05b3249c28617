//! Finds phrases in a text, word by word: every phrase that stands alone at every place, in one pass. Knows
//! letters and digits of ASCII in any case; refuses to know what a phrase means.
//!
//! A phrase is cut into steps: the signs before a word together with the word ("health", " & safety"), and
//! signs that end it ("3*"). Steps that phrases share are shared, so a node is a beginning of phrases. The scan
//! stops at each word once, looks it up, and goes on from there only where a phrase does. A word that begins no
//! phrase costs one look-up; what a walk may read is bounded by the longest phrase, so time is linear in the text.

mod build;

use super::eight::{self, Word};
use crate::text::edge;

/// Number of a phrase, in the order given.
pub(super) type Phrase = u32;

const NONE: u32 = u32::MAX;
const ROOT: u32 = 0;

/// Phrases, ready to be found.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    nodes: Vec<Node>,
    /// Signs that may end a phrase after a node, shorter first.
    tails: Vec<Tail>,
    /// The letters of all steps and tails, one after another.
    letters: Vec<u8>,
    first: Steps,
    further: Steps,
    /// Bytes other than letters and digits that a phrase begins with.
    signs: Vec<bool>,
    longest_gap: usize,
    longest_word: usize,
}

/// A beginning of phrases that ends with a word.
#[derive(Debug)]
struct Node {
    /// The step that leads here.
    step: Step,
    /// Which steps may follow: a bit for the first three bytes of each. Most that don't are told by it.
    next: u64,
    /// The phrase that ends here.
    phrase: u32,
    /// Where the letters of the step stand.
    letters: u32,
    /// Its part of `tails`.
    tails: (u32, u32),
    /// Another node of the same slot.
    beside: u32,
}

/// Signs and a word after a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    from: u32,
    /// How many signs; the first eight.
    gap: (u32, u64),
    word: Word,
}

#[derive(Clone, Copy, Debug)]
struct Tail {
    signs: (u32, u32),
    phrase: u32,
}

/// Where a phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) phrase: Phrase,
}

impl Matcher {
    /// Calls `take` for every phrase that stands alone in `text`: in order of starts, the longest first. Calls `seen`
    /// for every word of ASCII letters and digits, with where it starts and ends.
    pub(super) fn scan(&self, text: &str, mut seen: impl FnMut(usize, usize), mut take: impl FnMut(Match)) {
        let bytes = text.as_bytes();
        let mut found: Vec<(usize, Phrase)> = Vec::new();
        let mut before = 0;
        eight::each(bytes, |start, end| {
            self.between(text, before, start, &mut found, &mut take);
            before = end;
            seen(start, end);
            let step = Step { from: ROOT, gap: (0, 0), word: eight::known(bytes, start, end) };
            if let Some(node) = self.first.get(step.hash(), || bit(bytes, end))
                && let Some(node) = self.led_to(node, &step, bytes, start)
                && edge::starts_alone(text, start)
            {
                self.walk(text, node, end, &mut found);
                give(start, &mut found, &mut take);
            }
        });
        self.between(text, before, bytes.len(), &mut found, &mut take);
    }

    /// Looks for phrases that begin with a sign among the signs between two words.
    #[inline]
    fn between(
        &self,
        text: &str,
        from: usize,
        to: usize,
        found: &mut Vec<(usize, Phrase)>,
        take: &mut impl FnMut(Match),
    ) {
        // A word touches the first of them, save at the beginning of the text.
        if to - from < 2 && from > 0 {
            return;
        }
        for start in from..to {
            let is_sign =
                text.as_bytes().get(start).is_some_and(|b| self.signs.get(usize::from(*b)) == Some(&true));
            if is_sign && edge::starts_alone(text, start) {
                self.walk(text, ROOT, start, found);
                give(start, found, take);
            }
        }
    }

    /// Gathers the phrases that go on from a node, the shortest first.
    fn walk(&self, text: &str, mut node: u32, mut end: usize, found: &mut Vec<(usize, Phrase)>) {
        let bytes = text.as_bytes();
        while let Some(here) = self.nodes.get(node as usize) {
            // A sign of ASCII ends every word.
            let ends = || bytes.get(end).is_none_or(u8::is_ascii) || edge::ends_alone(text, end);
            if here.phrase != NONE && ends() {
                found.push((end, here.phrase));
            }
            if here.tails.1 > 0 {
                self.end_in_signs(text, here, end, found);
            }
            if here.next & bit(bytes, end) == 0 {
                return;
            }
            let Some(step) = self.step(bytes, node, end) else { return };
            let after = end + step.len();
            let next = self.further.get(step.hash(), || bit(bytes, after));
            match next.and_then(|next| self.led_to(next, &step, bytes, end)) {
                Some(next) => (node, end) = (next, after),
                None => return,
            }
        }
    }

    #[cold]
    fn end_in_signs(&self, text: &str, node: &Node, end: usize, found: &mut Vec<(usize, Phrase)>) {
        for tail in self.tails.get(node.tails.0 as usize..node.tails.1 as usize).unwrap_or_default() {
            let signs = self.letters(tail.signs);
            let after = end + signs.len();
            let is_there = text.as_bytes().get(end..after) == Some(signs);
            if is_there && edge::ends_alone(text, after) {
                found.push((after, tail.phrase));
            }
        }
    }

    /// Reads the step at `at`: signs, then a word. None where it is longer than any step of a phrase.
    fn step(&self, bytes: &[u8], from: u32, at: usize) -> Option<Step> {
        let gap = eight::gap(bytes, at, self.longest_gap)?;
        let word = eight::word_up_to(bytes, at + gap.0 as usize, self.longest_word)?;
        Some(Step { from, gap, word })
    }

    /// The node that a step leads to, of those beside each other. What is longer than eight bytes is compared
    /// letter by letter.
    #[inline]
    fn led_to(&self, mut node: u32, step: &Step, bytes: &[u8], at: usize) -> Option<u32> {
        while let Some(here) = self.nodes.get(node as usize) {
            if here.step.is(step) && (step.is_short() || self.is_spelt(here, bytes, at)) {
                return Some(node);
            }
            node = here.beside;
        }
        None
    }

    fn is_spelt(&self, node: &Node, bytes: &[u8], at: usize) -> bool {
        let letters = self.letters((node.letters, node.step.len() as u32));
        bytes.get(at..at + letters.len()).is_some_and(|text| letters.eq_ignore_ascii_case(text))
    }

    fn letters(&self, (start, len): (u32, u32)) -> &[u8] {
        self.letters.get(start as usize..(start + len) as usize).unwrap_or_default()
    }
}

/// Hands on what was found from one place, the longest first.
#[inline(always)]
fn give(start: usize, found: &mut Vec<(usize, Phrase)>, take: &mut impl FnMut(Match)) {
    while let Some((end, phrase)) = found.pop() {
        take(Match { start, end, phrase });
    }
}

impl Step {
    /// True when no bit of the two differs: one branch for all of them.
    #[inline]
    fn is(&self, other: &Step) -> bool {
        let lengths =
            (self.gap.0 ^ other.gap.0) | (self.word.len ^ other.word.len) | (self.from ^ other.from);
        u64::from(lengths) | (self.gap.1 ^ other.gap.1) | (self.word.first ^ other.word.first) == 0
    }

    /// True when it is known by its first eight signs and the first eight letters of its word.
    fn is_short(&self) -> bool {
        self.gap.0 <= 8 && self.word.len <= 8
    }

    fn len(&self) -> usize {
        (self.gap.0 + self.word.len) as usize
    }

    fn hash(&self) -> u64 {
        let from = u64::from(self.from).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        (self.word.first ^ self.gap.1.rotate_left(29) ^ from).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

/// The bit of a step that begins at `at`. Its third byte counts where it is a letter or digit: a step may end
/// before it.
#[inline]
fn bit(bytes: &[u8], at: usize) -> u64 {
    let [a, b, c] = match bytes.get(at..at + 3) {
        Some(&[a, b, c]) => [a, b, c],
        _ => [at, at + 1, at + 2].map(|at| bytes.get(at).copied().unwrap_or(0)),
    };
    let c = FOLD[usize::from(c)];
    let three = u32::from(a | 0x20) | u32::from(b | 0x20) << 8 | u32::from(c) << 16;
    1 << (three.wrapping_mul(0x9E37_79B1) >> 26)
}

/// Letters and digits in lower case, 0 for every other byte.
static FOLD: [u8; 256] = {
    let mut fold = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            fold[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    fold
};

/// From the hash of a step to the nodes it may lead to.
#[derive(Debug, Default)]
struct Steps {
    slots: Vec<Slot>,
    /// 64 less the bits of an index.
    shift: u32,
}

/// The nodes whose hashes begin alike.
#[derive(Clone, Copy, Debug)]
struct Slot {
    /// What may follow one of them; every bit where a phrase ends with it.
    next: u64,
    /// The first of them: each names the next.
    node: u32,
}

impl Steps {
    /// The first node of those with this hash, if a step with this bit may follow one.
    #[inline]
    fn get(&self, hash: u64, next: impl FnOnce() -> u64) -> Option<u32> {
        let slot = self.slots.get((hash >> self.shift) as usize)?;
        // Nothing follows what is no step, and anything what is a phrase.
        let goes_on = slot.next != 0 && (slot.next == u64::MAX || slot.next & next() != 0);
        goes_on.then_some(slot.node)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every phrase at every place, the plain way.
    fn plainly(phrases: &[&str], text: &str) -> Vec<Match> {
        let small = text.to_ascii_lowercase();
        let mut all = Vec::new();
        for (ix, phrase) in phrases.iter().enumerate() {
            for start in
                (0..text.len()).filter(|at| small[..].as_bytes()[*at..].starts_with(phrase.as_bytes()))
            {
                let end = start + phrase.len();
                if edge::stands_alone(text, start, end) {
                    all.push(Match { start, end, phrase: ix as Phrase });
                }
            }
        }
        all.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
        all
    }

    fn found(phrases: &[&str], text: &str) -> Vec<Match> {
        let mut all = Vec::new();
        Matcher::new(phrases.iter().copied()).scan(text, |_, _| {}, |m| all.push(m));
        all
    }

    #[test]
    fn phrases_of_every_make_are_found_where_they_stand_alone() {
        let phrases = [
            "a",
            "a*",
            "a**",
            "a* b",
            "£",
            "£5",
            "(from left",
            "café",
            "dŵr cymru",
            "école",
            "i&dea",
            "5/5",
            "3*",
            "children in care",
            "care",
            "children's",
            "children’s",
            "inspections",
            "inspection",
            "which?",
            "-ends-",
            "one  gap",
            "a very long gap ------------ ends",
            "a very long gap -----------",
            "home ›",
            "care home",
        ];
        let texts = [
            "A a* b A** a*b (a*) 3* 13* 3*4 £5 £55 ££5 £ é£5 X£5",
            "(From left) Café cafés CAFÉ caférs DŵR CYMRU École",
            "Children in care home’s care. Childrens’ children’s CHILDREN'S, I&DEA, 5/5 15/5 5/55 which? Which?y",
            "Inspections inspection INSPECTIONED inspecti\u{17f}n one  gap one gap -ends- x-ends- Home › home ›x",
            "A very long gap ------------ ends; a very long gap -----------; a very long gap -------------- ends",
            "",
            "care",
            "a*",
            "\u{0}a\u{0} \u{0}",
            "children in care".repeat(3).leak(),
            "sixty-two bytes and a word that crosses the block: 123456789 in careful care",
            "é",
            "’",
            "£",
        ];
        for text in texts {
            assert_eq!(found(&phrases, text), plainly(&phrases, text), "{text:?}");
        }
    }

    #[test]
    fn a_word_is_found_wherever_it_lies_in_a_block() {
        for before in 0..200 {
            let text = format!("{}care home {}", "x".repeat(before) + " ", "y".repeat(before));
            assert_eq!(found(&["care", "care home"], &text), plainly(&["care", "care home"], &text));
        }
    }
}
