//! Words in quotation marks: a row each.

use super::super::table::{Columns, Table};
use super::word;
use findings::Quote;

pub(super) fn table() -> Table {
    let columns = Columns::<Quote>::lead()
        .facet("speaker", "Who says it: a person, or a body for its report.", |r| r.fact.speaker.as_deref())
        .text("role", "The speaker's office.", |r| r.fact.role.as_deref())
        .text("organisation", "Whom the speaker speaks for.", |r| r.fact.organisation.as_deref())
        .facet("kind", "`speech`, `report` or `fragment`.", |r| word(&r.fact.kind))
        .place()
        .why()
        .source();
    Table::of(
        "quotes",
        "One quotation; its `text` is the words inside the marks.",
        |page| &page.found.quotes,
        columns,
    )
}
