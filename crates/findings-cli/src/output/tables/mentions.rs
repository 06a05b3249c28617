//! Every place that names a body or a provider, or says a rating, tally or measure: a row each.

use super::super::page::Page;
use super::super::table::{Columns, Stands, Table};
use super::{count, word};
use findings::{Clause, Part, Span};

/// One mention.
struct Mention {
    /// The table of the fact.
    table: &'static str,
    /// Its `item` there.
    fact: usize,
    /// Position among its mentions.
    nth: usize,
    how: Option<&'static str>,
    stands: (Part, Span),
}

impl Stands for Mention {
    fn stands(&self, _: &Page<'_>) -> Option<(Part, Span)> {
        Some(self.stands)
    }
}

pub(super) fn table() -> Table {
    let columns = Columns::<Mention>::lead()
        .facet("kind", "The table of what is mentioned.", |r| Some(r.fact.table))
        .int("fact", "Its `item` there.", |r| count(r.fact.fact))
        .int("nth", "Position among its mentions, from 0.", |r| count(r.fact.nth))
        .facet(
            "how",
            "The form in which it is named: `name`, `acronym`, `short`, `generic`, `office`.",
            |r| r.fact.how,
        )
        .place()
        .source();
    Table::gathered("mentions", "One place that names or says a fact.", gather, columns)
}

fn gather(page: &Page<'_>) -> Vec<Mention> {
    let mut all = Vec::new();
    let found = page.found;
    for (fact, body) in found.bodies.iter().enumerate() {
        let mentions = body.mentions.iter().map(|m| (word(&m.how), (m.part, m.span)));
        push(&mut all, "bodies", fact, mentions);
    }
    for (fact, provider) in found.providers.iter().enumerate() {
        let mentions = provider.mentions.iter().map(|m| (word(&m.how), (m.part, m.span)));
        push(&mut all, "providers", fact, mentions);
    }
    let clause = |m: &Clause| (None, (m.part, m.span));
    for (fact, rating) in found.ratings.iter().enumerate() {
        push(&mut all, "ratings", fact, rating.mentions.iter().map(clause));
    }
    for (fact, tally) in found.tallies.iter().enumerate() {
        push(&mut all, "tallies", fact, tally.mentions.iter().map(clause));
    }
    for (fact, measure) in found.measures.iter().enumerate() {
        push(&mut all, "measures", fact, measure.mentions.iter().map(clause));
    }
    all.retain(|mention| page.keeps(mention.table));
    all
}

fn push(
    all: &mut Vec<Mention>,
    table: &'static str,
    fact: usize,
    mentions: impl Iterator<Item = (Option<&'static str>, (Part, Span))>,
) {
    let mention = |(nth, (how, stands))| Mention { table, fact, nth, how, stands };
    all.extend(mentions.enumerate().map(mention));
}
