//! Makes a matcher: cuts phrases into steps, shares those that phrases share, fills the tables. Reads no text.

use super::{Matcher, NONE, Node, Phrase, ROOT, Slot, Step, Steps, Tail, bit};
use crate::knowledge::eight::{self, Word};
use std::collections::HashMap;

impl Matcher {
    /// Makes the steps of all phrases. Letters of ASCII have to be small, and no phrase empty or given twice.
    pub(in crate::knowledge) fn new<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Self {
        let mut build = Build { matcher: Self::default(), steps: HashMap::new(), tails: Vec::new() };
        build.matcher.signs = vec![false; 256];
        build.node(Step { from: NONE, gap: (0, 0), word: Word::default() }, &[]);
        for (ix, phrase) in phrases.into_iter().enumerate() {
            build.add(phrase.as_bytes(), ix as Phrase);
        }
        build.finish()
    }
}

impl Steps {
    /// The table of the nodes whose steps are wanted, with so many slots for each.
    fn of(nodes: &mut [Node], room: usize, is_wanted: impl Fn(&Step) -> bool) -> Self {
        let count = nodes.iter().filter(|n| is_wanted(&n.step)).count();
        let size = (count * room).next_power_of_two().max(2);
        let free = Slot { next: 0, node: NONE };
        let mut table = Self { slots: vec![free; size], shift: 64 - size.trailing_zeros() };
        for (ix, node) in nodes.iter_mut().enumerate().filter(|(_, n)| is_wanted(&n.step)) {
            let slot = &mut table.slots[(node.step.hash() >> table.shift) as usize];
            let ends = node.phrase != NONE || node.tails.1 > 0;
            slot.next |= if ends { u64::MAX } else { node.next };
            node.beside = std::mem::replace(&mut slot.node, ix as u32);
        }
        table
    }
}

/// A matcher in the making.
struct Build<'p> {
    matcher: Matcher,
    steps: HashMap<(u32, &'p [u8]), u32>,
    tails: Vec<(u32, &'p [u8], Phrase)>,
}

impl<'p> Build<'p> {
    fn node(&mut self, step: Step, letters: &[u8]) -> u32 {
        let letters = self.store(letters).0;
        self.matcher.nodes.push(Node { step, next: 0, phrase: NONE, letters, tails: (0, 0), beside: NONE });
        (self.matcher.nodes.len() - 1) as u32
    }

    fn add(&mut self, phrase: &'p [u8], number: Phrase) {
        if let Some(&sign) = phrase.first().filter(|b| !b.is_ascii_alphanumeric()) {
            self.matcher.signs[usize::from(sign)] = true;
        }
        let (mut node, mut rest) = (ROOT, phrase);
        while let Some(gap) = eight::gap(rest, 0, rest.len()) {
            let word = eight::word(rest, gap.0 as usize);
            let step = Step { from: node, gap, word };
            self.matcher.longest_gap = self.matcher.longest_gap.max(gap.0 as usize);
            self.matcher.longest_word = self.matcher.longest_word.max(word.len as usize);
            let (letters, after) = rest.split_at(step.len());
            node = self.follow(step, letters);
            rest = after;
        }
        match rest {
            [] => self.matcher.nodes[node as usize].phrase = number,
            signs => self.tails.push((node, signs, number)),
        }
    }

    /// The node that a step leads to, new where none does.
    fn follow(&mut self, step: Step, letters: &'p [u8]) -> u32 {
        if let Some(&node) = self.steps.get(&(step.from, letters)) {
            return node;
        }
        let node = self.node(step, letters);
        self.steps.insert((step.from, letters), node);
        self.matcher.nodes[step.from as usize].next |= bit(letters, 0);
        node
    }

    fn store(&mut self, letters: &[u8]) -> (u32, u32) {
        let start = self.matcher.letters.len() as u32;
        self.matcher.letters.extend_from_slice(letters);
        (start, letters.len() as u32)
    }

    fn finish(mut self) -> Matcher {
        let mut tails = std::mem::take(&mut self.tails);
        tails.sort_unstable_by_key(|(node, signs, _)| (*node, signs.len()));
        for (node, signs, phrase) in tails {
            let signs = self.store(signs);
            let at = self.matcher.tails.len() as u32;
            let node = &mut self.matcher.nodes[node as usize];
            node.tails = (if node.tails.1 == 0 { at } else { node.tails.0 }, at + 1);
            self.matcher.tails.push(Tail { signs, phrase });
        }
        // A first step that is a word alone is looked up by the scan itself.
        let is_first = |step: &Step| step.from == ROOT && step.gap.0 == 0;
        let nodes = &mut self.matcher.nodes;
        let tables =
            (Steps::of(nodes, 4, is_first), Steps::of(nodes, 2, |step| step.from != NONE && !is_first(step)));
        (self.matcher.first, self.matcher.further) = tables;
        self.matcher
    }
}
