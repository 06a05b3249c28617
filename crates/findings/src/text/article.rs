//! The article as it is given. Knows nothing of its contents.

use crate::fact::{Day, PublishedBasis};
use crate::text::Span;

/// A raw article: its text, and what is known of it besides.
///
/// ```
/// use findings::{Article, Day};
/// let article = Article::new("The report, published today, was short.")
///     .title("A short report")
///     .published(Day::new(2024, 8, 20));
/// assert_eq!(article.text().len(), 39);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Article<'a> {
    text: &'a str,
    title: Option<&'a str>,
    id: Option<&'a str>,
    published: Option<Day>,
    published_basis: PublishedBasis,
}

impl<'a> Article<'a> {
    /// An article of this text, of which nothing else is known.
    pub const fn new(text: &'a str) -> Self {
        Self { text, title: None, id: None, published: None, published_basis: PublishedBasis::Unknown }
    }
    /// Gives the headline, where it does not stand in the text.
    pub fn title(mut self, title: impl Into<Option<&'a str>>) -> Self {
        self.title = title.into();
        self
    }
    /// Gives an id that the output repeats.
    pub fn id(mut self, id: impl Into<Option<&'a str>>) -> Self {
        self.id = id.into();
        self
    }
    /// Gives the day of publication, against which "today" and "last month" are resolved.
    pub fn published(mut self, day: impl Into<Option<Day>>) -> Self {
        self.published = day.into();
        self.published_basis = match self.published {
            Some(_) => PublishedBasis::Given,
            None => PublishedBasis::Unknown,
        };
        self
    }
    /// Says that the day of publication was read from the page's metadata, not given by the caller.
    pub fn published_from_metadata(mut self) -> Self {
        if self.published.is_some() {
            self.published_basis = PublishedBasis::Metadata;
        }
        self
    }
    /// The same article with only a stretch of its text.
    pub(crate) const fn stretch(mut self, text: &'a str) -> Self {
        self.text = text;
        self
    }
    /// The text as given.
    pub const fn text(&self) -> &'a str {
        self.text
    }
    /// The title, if one was given.
    pub const fn headline(&self) -> Option<&'a str> {
        self.title
    }
    /// The id, if one was given.
    pub const fn name(&self) -> Option<&'a str> {
        self.id
    }
    /// The day of publication, if one was given.
    pub const fn day(&self) -> Option<Day> {
        self.published
    }
    /// Where the day of publication comes from.
    pub const fn day_basis(&self) -> PublishedBasis {
        self.published_basis
    }
    /// The text at a span of bytes; `None` where it reaches past the end or cuts a character.
    pub fn get(&self, span: Span) -> Option<&'a str> {
        self.text.get(span.start..span.end)
    }
}
