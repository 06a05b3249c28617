//! What is no fact of the story: the furniture of the page, and the notes on what could not be decided.

use super::super::table::{Columns, Table};
use super::word;
use findings::{Furniture, Note};

pub(super) fn furniture() -> Table {
    let columns = Columns::<Furniture>::lead()
        .facet("kind", "`comments`, `appeal`, `teaser` …", |r| word(&r.fact.kind))
        .place()
        .why()
        .source();
    Table::of(
        "furniture",
        "One part of the text that is not the article.",
        |page| &page.found.furniture,
        columns,
    )
}

pub(super) fn notes() -> Table {
    let columns = Columns::<Note>::lead()
        .text("message", "What is open, in a sentence.", |r| Some(&r.fact.message))
        .place()
        .source();
    Table::of("notes", "One thing that could not be decided.", |page| &page.found.notes, columns)
}
