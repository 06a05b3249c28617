//! The last few providers that the sentences before one name: whom "both" and "all three" mean. Knows no frame.

use super::Story;
use crate::resolve::provider::Ix;

/// So many sentences before "both" may name the two.
const REACH: usize = 3;

impl Story<'_> {
    /// The providers that the sentences right before one name, back to the sentence that makes them so many, in order.
    pub(crate) fn named_before(&self, sentence: usize, wanted: usize) -> Vec<Ix> {
        let mut named: Vec<Ix> = Vec::new();
        for at in (sentence.saturating_sub(REACH.max(wanted))..sentence).rev() {
            let Some(&earlier) = self.text.sentences.get(at) else { break };
            let mut own: Vec<Ix> = Vec::new();
            for m in self.providers.within(earlier) {
                let new = !own.contains(&m.provider) && !named.contains(&m.provider);
                if new && self.is_inspected(m.provider) {
                    own.push(m.provider);
                }
            }
            // "The firm runs X and Y. Both …": who runs them is none of the two.
            let runs = |p: Ix| self.providers.entities.iter().any(|e| e.operator == Some(p));
            if own.len() + named.len() > wanted {
                own.retain(|&p| !runs(p));
            }
            named.splice(0..0, own);
            if named.len() >= wanted {
                break;
            }
        }
        named
    }
}
