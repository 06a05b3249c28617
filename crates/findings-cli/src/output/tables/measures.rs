//! Special measures, notices, directions, closures: a row each.

use super::super::table::{Columns, Table};
use super::{count, word};
use findings::Measure;

pub(super) fn table() -> Table {
    let columns = Columns::<Measure>::lead()
        .concerned()
        .text("issuer", "Id of who issued it, where that is another.", |r| {
            r.fact.issuer.as_ref()?.id.as_ref().map(|id| id.as_str())
        })
        .text("issuer_text", "The same in the article's words.", |r| {
            r.fact.issuer.as_ref().map(|i| i.text.as_str())
        })
        .facet("kind", "What it is: `special-measures`, `fine`, `closure` …", |r| word(&r.fact.kind))
        .facet("action", "What was done with it: `imposed`, `lifted`, `proposed` …", |r| {
            word(&r.fact.action)
        })
        .text("regime", "Id of the regime that it belongs to.", |r| {
            r.fact.regime.as_ref().map(|id| id.as_str())
        })
        .int("count", "How many: \"four breaches\".", |r| i64::try_from(r.fact.count?).ok())
        .dated("date", "date_day", "When, in EDTF.", |r| r.fact.date.as_ref())
        .int("mentions", "How often it is told: see the table `mentions`.", |r| count(r.fact.mentions.len()))
        .place()
        .why()
        .source();
    Table::of("measures", "One measure.", |page| &page.found.measures, columns)
}
