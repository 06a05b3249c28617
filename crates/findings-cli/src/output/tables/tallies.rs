//! Counts of judgements: a row each.

use super::super::table::{Columns, Table};
use super::{count, joined, word};
use findings::Tally;

pub(super) fn table() -> Table {
    let columns = Columns::<Tally>::lead()
        .concerned()
        .text("population", "What is counted, in the article's words, if several providers.", |r| {
            r.fact.population.as_deref()
        })
        .made("labels", "The labels that count; several are parted by `; `.", |r| {
            joined(r.fact.labels.iter().map(String::as_str))
        })
        .made("measures", "The kinds of measure that count; several are parted by `; `.", |r| {
            joined(r.fact.measures.iter().map(String::as_str))
        })
        .facet("count_kind", "`exact`, `all`, `all-but`, `percent`, `share` or `vague`.", |r| {
            word(&r.fact.count.kind)
        })
        .int("count", "How many have the label (`n` in NDJSON).", |r| whole(r.fact.count.n))
        .int("out_of", "Out of how many (`of` in NDJSON).", |r| whole(r.fact.count.of))
        .float("percent", "The percentage, where that is what the article gives.", |r| r.fact.count.percent)
        .made("aspects", "The aspects counted, in the article's words; several are parted by `; `.", |r| {
            joined(r.fact.aspects.iter().flatten().map(|a| a.text.as_str()))
        })
        .dated("period", "period_day", "The period counted over, in EDTF.", |r| r.fact.period.as_ref())
        .text("attribution", "Whose word it is in the article.", |r| word(&r.fact.attribution))
        .int("mentions", "How often it is told: see the table `mentions`.", |r| count(r.fact.mentions.len()))
        .place()
        .why()
        .source();
    Table::of("tallies", "One count of judgements.", |page| &page.found.tallies, columns)
}

fn whole(number: Option<u64>) -> Option<i64> {
    i64::try_from(number?).ok()
}
