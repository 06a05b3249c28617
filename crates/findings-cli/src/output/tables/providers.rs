//! Who is inspected: a row a provider and article.

use super::super::page::Page;
use super::super::table::{Columns, Stands, Table};
use super::count;
use findings::{Part, Provider, Span};

impl Stands for Provider {
    fn stands(&self, _: &Page<'_>) -> Option<(Part, Span)> {
        self.mentions.first().map(|m| (m.part, m.span))
    }
}

pub(super) fn table() -> Table {
    let columns = Columns::<Provider>::lead()
        .text("id", "Its id within the article: p1, p2 …", |r| Some(r.fact.id.as_str()))
        .facet("name", "The fullest name that the article uses.", |r| Some(&r.fact.name))
        .facet("kind", "What kind of provider it is: an id of the services file.", |r| {
            r.fact.kind.as_ref().map(|k| k.as_str())
        })
        .text("place", "Where it is, if the article says.", |r| r.fact.place.as_deref())
        .text("operator", "Who runs or owns it, if the article says.", |r| r.fact.operator.as_deref())
        .int("mentions", "How often it is named: see the table `mentions`.", |r| count(r.fact.mentions.len()))
        .place()
        .why()
        .source();
    Table::of(
        "providers",
        "One provider that an article names; it stands where it is named first.",
        |page| &page.found.providers,
        columns,
    )
}
