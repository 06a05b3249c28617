//! Visits: a row each. A visit stands where the first of its judgements or measures does.

use super::super::page::Page;
use super::super::table::{Columns, Stands, Table};
use super::{joined, word};
use findings::{Inspection, Part, Span};

impl Stands for Inspection {
    fn stands(&self, page: &Page<'_>) -> Option<(Part, Span)> {
        let rating = || page.found.ratings.get(*self.ratings.first()?).map(|r| (r.part, r.span));
        let measure = || page.found.measures.get(*self.measures.first()?).map(|m| (m.part, m.span));
        rating().or_else(measure)
    }
}

pub(super) fn table() -> Table {
    let columns = Columns::<Inspection>::lead()
        .concerned()
        .text("service", "Id of the part of the provider that was inspected, if not the whole.", |r| {
            r.fact.service.as_ref()?.id.as_ref().map(|id| id.as_str())
        })
        .text("service_text", "The same in the article's words.", |r| {
            r.fact.service.as_ref().map(|s| s.text.as_str())
        })
        .text("framework", "Id of the framework in force.", |r| {
            r.fact.framework.as_ref().map(|id| id.as_str())
        })
        .facet("kind", "`full`, `focused`, `monitoring` …, where told.", |r| word(r.fact.kind.as_ref()?))
        .dated("inspected", "inspected_day", "When it took place, in EDTF.", |r| r.fact.inspected.as_ref())
        .dated(
            "report_published",
            "report_published_day",
            "When its report came out, in EDTF (`published` in NDJSON).",
            |r| r.fact.published.as_ref(),
        )
        .dated("previous", "previous_day", "When the visit before it took place, in EDTF.", |r| {
            r.fact.previous.as_ref()
        })
        .made("ratings", "The `item` of each of its ratings; several are parted by `; `.", |r| {
            items(&r.fact.ratings)
        })
        .made("measures", "The `item` of each of its measures; several are parted by `; `.", |r| {
            items(&r.fact.measures)
        })
        .place()
        .why()
        .source();
    Table::of("inspections", "One visit.", |page| &page.found.inspections, columns)
}

fn items(indexes: &[usize]) -> Option<String> {
    let indexes: Vec<String> = indexes.iter().map(usize::to_string).collect();
    joined(indexes.iter().map(String::as_str))
}
