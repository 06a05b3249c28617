//! The articles: a row each, also for one without any fact, so that nothing that was read is missing.

use super::super::page::Page;
use super::super::table::{Columns, Stands, Table};
use super::{count, word};
use findings::{About, Extraction, Part, Span};

impl Stands for About {
    fn stands(&self, _: &Page<'_>) -> Option<(Part, Span)> {
        None
    }
}

pub(super) fn table() -> Table {
    let columns = Columns::<About>::default()
        .facet("article", "Its id: the path, or the record's own id.", |r| Some(&r.page.input.id))
        .source()
        .text("published_basis", "Where the day of publication comes from.", |r| {
            word(&r.fact.published_basis)
        })
        .text("encoding", "The encoding that it was read in, where that had to be decided.", |r| {
            r.page.input.source.encoding.as_deref()
        })
        .flag("repaired", "True where doubly encoded characters were put right.", |r| {
            Some(r.page.input.source.repaired)
        })
        .text("offsets", "The unit of every span: bytes, chars or utf16.", |r| word(&r.page.unit()))
        .int("length", "Length of the text in that unit.", |r| count(r.page.length()))
        .int("ratings", "How many ratings it tells.", |r| count(r.page.found.ratings.len()))
        .int("measures", "How many measures it tells.", |r| count(r.page.found.measures.len()))
        .int("facts", "How many facts it tells, of every kind.", |r| facts(r.page.found));
    Table::of("articles", "One article.", |page| std::slice::from_ref(&page.found.article), columns)
}

fn facts(found: &Extraction) -> Option<i64> {
    let Extraction {
        bodies, providers, ratings, tallies, measures, inspections, money, dates, quotes, ..
    } = found;
    let named = bodies.len() + providers.len();
    let judged = ratings.len() + tallies.len() + measures.len() + inspections.len();
    count(named + judged + money.len() + dates.len() + quotes.len())
}
