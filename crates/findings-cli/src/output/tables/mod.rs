//! The tables, one file a kind: which columns each has, what they mean, how they are read off a fact. The columns
//! that all share stand here. Knows nothing of files and formats.

mod articles;
mod bodies;
mod dates;
mod digest;
mod inspections;
mod measures;
mod mentions;
mod money;
mod providers;
mod quotes;
mod ratings;
mod rest;
mod tallies;

pub(super) use digest::counting;

use super::page::Page;
use super::table::{Columns, Reasoned, Stands, Table};
use findings::{BodyId, Part, ProviderId, Span};
use once_cell::sync::Lazy;

static ALL: Lazy<Vec<Table>> = Lazy::new(|| {
    vec![
        articles::table(),
        bodies::table(),
        providers::table(),
        ratings::table(),
        tallies::table(),
        measures::table(),
        inspections::table(),
        money::table(),
        dates::table(),
        quotes::table(),
        rest::furniture(),
        rest::notes(),
        mentions::table(),
    ]
});

static DIGEST: Lazy<Table> = Lazy::new(digest::table);

/// Every table, the articles first.
pub fn all() -> &'static [Table] {
    &ALL
}

/// The table that tells every fact in a few columns: what stands in one file where no table was named.
pub(super) fn digest() -> &'static Table {
    &DIGEST
}

/// The names of all tables.
pub fn names() -> impl Iterator<Item = &'static str> {
    all().iter().chain([digest()]).map(|table| table.name)
}

/// The table of this name.
pub fn named(name: &str) -> Option<&'static Table> {
    all().iter().chain([digest()]).find(|table| table.name == name)
}

/// A fact of a provider, told by a body.
pub(super) trait Concerns {
    fn provider(&self) -> Option<&ProviderId>;
    fn body(&self) -> Option<&BodyId>;
}

macro_rules! facts {
    ($($fact:ident)*) => {$(
        impl Stands for findings::$fact {
            fn stands(&self, _: &Page<'_>) -> Option<(Part, Span)> {
                Some((self.part, self.span))
            }
        }
    )*};
}
facts!(Rating Tally Measure Money Date Quote Furniture Note);

macro_rules! reasoned {
    ($($fact:ident)*) => {$(
        impl Reasoned for findings::$fact {
            fn why(&self) -> (findings::Basis, &findings::Rule) {
                (self.basis, &self.rule)
            }
        }
    )*};
}
reasoned!(Body Provider Rating Tally Measure Inspection Money Date Quote Furniture);

macro_rules! concerns {
    ($($fact:ident)*) => {$(
        impl Concerns for findings::$fact {
            fn provider(&self) -> Option<&ProviderId> {
                self.provider.as_ref()
            }
            fn body(&self) -> Option<&BodyId> {
                self.body.as_ref()
            }
        }
    )*};
}
concerns!(Rating Tally Measure Inspection);

impl<F> Columns<F> {
    /// Which article, and which fact of it.
    fn lead() -> Self {
        Self::default()
            .facet("article", "Id of the article: its path, or the record's own id.", |r| {
                Some(&r.page.input.id)
            })
            .int("item", "Position in the article's list of this kind, from 0.", |r| count(r.item))
    }

    /// And where it stands.
    fn place(self) -> Self {
        self.text("text", "The article's own words there.", |r| r.place.map(|p| p.text))
            .text("sentence", "The sentence that it stands in.", |r| r.place.map(|p| p.sentence))
            .text("part", "Whether it stands in the `text` or in the `title`.", |r| {
                r.place.and_then(|p| word(&p.part))
            })
            .int("span_start", "Offset of its first character.", |r| count(r.place?.span.start))
            .int("span_end", "Offset just past its last character.", |r| count(r.place?.span.end))
    }

    /// And where the article comes from.
    fn source(self) -> Self {
        self.text("title", "Title of the article, where one was given apart from the text.", |r| {
            r.page.title()
        })
        .day("published", "Day of publication of the article.", |r| r.page.found.article.published)
        .text("url", "Address of the article, where one came with it.", |r| r.page.input.about.url.as_deref())
        .text("path", "The file that it was read from.", |r| Some(&r.page.input.source.path))
        .text("member", "The member of an archive.", |r| r.page.input.source.member.as_deref())
        .int("line", "The line, or the number of the record, from 1.", |r| {
            i64::try_from(r.page.input.source.line?).ok()
        })
    }
}

impl<F: Concerns> Columns<F> {
    /// And whom it concerns and whose word it is.
    fn concerned(self) -> Self {
        self.text("provider", "Id of the provider within the article: see the table `providers`.", |r| {
            r.fact.provider().map(ProviderId::as_str)
        })
        .facet("provider_name", "The fullest name that the article uses.", |r| {
            r.page.provider(r.fact.provider()?.as_str()).map(|p| p.name.as_str())
        })
        .facet("provider_kind", "What kind of provider it is: an id of the services file.", |r| {
            r.page.provider(r.fact.provider()?.as_str())?.kind.as_ref().map(|k| k.as_str())
        })
        .facet("body", "Id of the body whose judgement, count, measure or visit it is.", |r| {
            r.fact.body().map(BodyId::as_str)
        })
        .text("body_name", "The body's own name.", |r| {
            r.page.body(r.fact.body()?.as_str()).map(|b| b.name.as_str())
        })
    }
}

impl<F: Reasoned> Columns<F> {
    /// And why it was reported.
    fn why(self) -> Self {
        self.facet("basis", "`stated`, `paraphrased` or `inferred`: how directly the article says it.", |r| {
            word(&r.fact.why().0)
        })
        .text("rule", "What read it.", |r| Some(r.fact.why().1.as_str()))
    }
}

/// A word of the contract, as it stands in NDJSON.
pub(super) fn word(value: &impl serde::Serialize) -> Option<&'static str> {
    serde_variant::to_variant_name(value).ok()
}

/// Several in one cell.
fn joined<'t>(texts: impl IntoIterator<Item = &'t str>) -> Option<String> {
    let texts: Vec<&str> = texts.into_iter().collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

/// How many, as a column holds it.
fn count(number: usize) -> Option<i64> {
    i64::try_from(number).ok()
}
