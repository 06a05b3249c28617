//! What bodies and providers are called by those who quote them: as the article writes them, and by the common noun that
//! only one of them has in its name. Knows no verb.

use crate::find::quote::speaker::{Named, NamedKind};
use crate::text::word::at;
use foldhash::{HashMap, HashSet};

/// What bodies and providers are called.
pub(super) struct Calls<'s> {
    /// What to call the one that the article writes so, in small letters.
    pub(super) called: HashMap<String, &'s str>,
    /// For a common noun the one provider that has it in its name; none where two have.
    pub(super) houses: HashMap<String, Option<&'s str>>,
}

impl<'s> Calls<'s> {
    pub(super) fn new(text: &str, named: &[Named<'s>]) -> Self {
        let mut called = HashMap::default();
        let mut houses: HashMap<String, Option<&'s str>> = HashMap::default();
        let mut known: HashSet<(&str, NamedKind)> = HashSet::default();
        for n in named {
            called.entry(at(text, n.span).to_lowercase()).or_insert(n.name);
            // Told again, it has the same nouns.
            if !known.insert((n.name, n.kind)) {
                continue;
            }
            // "the company": the one firm that an article names as an owner.
            const FIRM: [&str; 7] = ["company", "firm", "provider", "operator", "owner", "group", "chain"];
            let nouns: &[&str] = if n.kind == NamedKind::Firm { &FIRM } else { &[] };
            let of_name = n.name.split(' ').filter(|w| n.kind == NamedKind::Provider && w.len() > 3);
            for word in nouns.iter().copied().chain(of_name) {
                let one = houses
                    .entry(word.to_lowercase().trim_end_matches('s').to_owned())
                    .or_insert(Some(n.name));
                *one = one.filter(|known| *known == n.name);
            }
        }
        Calls { called, houses }
    }
}
