//! Dates, periods and durations: a row each.

use super::super::table::{Columns, Table};
use super::word;
use findings::Date;

pub(super) fn table() -> Table {
    let columns = Columns::<Date>::lead()
        .dated("value", "day", "In EDTF; empty where nothing anchors it.", |r| r.fact.value.as_ref())
        .day("from_day", "First day covered.", |r| r.fact.from)
        .day("to_day", "Last day covered.", |r| r.fact.to)
        .facet("grain", "How fine the article puts it: `day`, `month`, `year` …", |r| word(&r.fact.grain))
        .facet("kind", "`date`, `interval`, `duration` or `recurring`.", |r| word(&r.fact.kind))
        .text("timex", "The same as a TIMEX3 value.", |r| r.fact.timex.as_deref())
        .text("anchor", "What it was reckoned from: `explicit`, `published`, `text` or `none`.", |r| {
            word(&r.fact.anchor)
        })
        .flag("approx", "True for \"around\", \"early\", \"mid\".", |r| Some(r.fact.approx))
        .facet("role", "What it dates: `inspected`, `published`, `deadline` …", |r| {
            word(r.fact.role.as_ref()?)
        })
        .place()
        .why()
        .source();
    Table::of("dates", "One date, period or duration.", |page| &page.found.dates, columns)
}
