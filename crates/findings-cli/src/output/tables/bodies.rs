//! Who inspects, regulates or audits: a row a body and article.

use super::super::page::Page;
use super::super::table::{Columns, Stands, Table};
use super::{count, word};
use findings::{Body, Part, Span};

impl Stands for Body {
    fn stands(&self, _: &Page<'_>) -> Option<(Part, Span)> {
        self.mentions.first().map(|m| (m.part, m.span))
    }
}

pub(super) fn table() -> Table {
    let columns = Columns::<Body>::lead()
        .facet("id", "Its id in the knowledge files.", |r| Some(r.fact.id.as_str()))
        .text("name", "Its own name.", |r| Some(&r.fact.name))
        .facet("role", "What it does here: `inspects`, `acts` or is `mentioned`.", |r| word(&r.fact.role))
        .int("mentions", "How often it is named: see the table `mentions`.", |r| count(r.fact.mentions.len()))
        .place()
        .why()
        .source();
    Table::of(
        "bodies",
        "One body that an article names; it stands where it is named first.",
        |page| &page.found.bodies,
        columns,
    )
}
