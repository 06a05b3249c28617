//! The judgements: a row each.

use super::super::table::{Columns, Table};
use super::{count, word};
use findings::Rating;

pub(super) fn table() -> Table {
    let columns = Columns::<Rating>::lead()
        .concerned()
        .text("service", "Id of the part of the provider that is judged, if not the whole.", |r| {
            r.fact.service.as_ref()?.id.as_ref().map(|id| id.as_str())
        })
        .text("service_text", "The same in the article's words.", |r| {
            r.fact.service.as_ref().map(|s| s.text.as_str())
        })
        .facet("aspect", "Id of the sub-judgement; empty for the overall one.", |r| {
            r.fact.aspect.as_ref()?.id.as_ref().map(|id| id.as_str())
        })
        .text("aspect_text", "The same in the article's words.", |r| {
            r.fact.aspect.as_ref().map(|a| a.text.as_str())
        })
        .facet("label", "The judgement: the canonical label on its scale.", |r| Some(&r.fact.label))
        .int("rank", "1 is best.", |r| r.fact.rank.map(i64::from))
        .int("levels", "Number of levels of the scale (`of` in NDJSON).", |r| r.fact.of.map(i64::from))
        .facet("scale", "Id of the scale in force.", |r| r.fact.scale.as_ref().map(|id| id.as_str()))
        .text("framework", "Id of the framework in force.", |r| {
            r.fact.framework.as_ref().map(|id| id.as_str())
        })
        .facet("status", "`awarded`, `previous`, `provisional` …: how surely it was given.", |r| {
            word(&r.fact.status)
        })
        .facet("change_direction", "`up`, `down` or `same`, where it moved.", |r| {
            word(&r.fact.change.as_ref()?.direction)
        })
        .text("change_from", "The earlier label, if told.", |r| r.fact.change.as_ref()?.from.as_deref())
        .text("change_basis", "How directly the article says that it moved.", |r| {
            word(&r.fact.change.as_ref()?.basis)
        })
        .dated("inspected", "inspected_day", "When the visit took place, in EDTF.", |r| {
            r.fact.inspected.as_ref()
        })
        .dated(
            "report_published",
            "report_published_day",
            "When the judgement was made public, in EDTF (`published` in NDJSON).",
            |r| r.fact.published.as_ref(),
        )
        .facet("attribution", "Whose word it is in the article.", |r| word(&r.fact.attribution))
        .int("mentions", "How often it is told: see the table `mentions`.", |r| count(r.fact.mentions.len()))
        .place()
        .why()
        .source();
    Table::of("ratings", "One judgement.", |page| &page.found.ratings, columns)
}
