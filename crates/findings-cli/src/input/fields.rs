//! Which field of a record holds what: as the arguments say, else by the usual names.

use super::beginning;
use crate::args;
use serde::Serialize;

/// The fields that are looked for, in the order of [`Found`].
#[derive(Clone, Debug)]
pub(crate) struct Fields([Field; 5]);

/// Where they are in a record: text, id, day of publication, title, address.
pub(crate) type Found = [Option<usize>; 5];

/// What they hold.
pub(crate) type Values = [Option<String>; 5];

/// One of them.
#[derive(Clone, Debug, Serialize)]
struct Field {
    given: Option<String>,
    usual: &'static [&'static str],
}

// In lower case and without `_` and `-`; the first that is there is taken.
const TEXT: &[&str] = &[
    "text", "body", "content", "plaintext", "maintext", "article", "articletext", "articlebody", "fulltext",
    "bodytext", "story", "rawtext", "extractedtext",
];
const ID: &[&str] = &["id", "uuid", "guid", "articleid", "docid", "documentid"];
const DATE: &[&str] = &[
    "published", "date", "publisheddate", "publishdate", "datepublished", "pubdate", "publicationdate",
    "datepublish", "publishedat", "publishedon", "publishtime", "firstpublished", "firstpublicationdate",
    "webpublicationdate",
];
const TITLE: &[&str] = &["title", "headline", "head", "heading", "webtitle"];
const URL: &[&str] =
    &["url", "link", "requestedurl", "sourceurl", "canonicalurl", "permalink", "pageurl", "weburl"];

impl Fields {
    /// As the arguments say.
    pub(crate) fn of(args: &args::Fields) -> Self {
        let field = |given: &Option<String>, usual| Field { given: given.clone(), usual };
        Self([
            field(&args.text_field, TEXT),
            field(&args.id_field, ID),
            field(&args.date_field, DATE),
            field(&args.title_field, TITLE),
            field(&args.url_field, URL),
        ])
    }

    /// Where they are among the names of a record; without a text there is nothing to read, and why is told.
    pub(crate) fn find<'n>(&self, names: impl Iterator<Item = &'n str> + Clone) -> Result<Found, String> {
        let found = [0, 1, 2, 3, 4].map(|which: usize| self.0.get(which).and_then(|f| f.find(names.clone())));
        if found[0].is_some() {
            return Ok(found);
        }
        Err(match &self.0[0].given {
            Some(given) => format!("no field `{given}`"),
            None => {
                let names: Vec<String> = names.take(8).map(|n| format!("`{}`", short(n))).collect();
                format!(
                    "no field that is usual for a text among {}: name it with --text-field",
                    names.join(", ")
                )
            }
        })
    }

    /// The name of the field for the text, for messages.
    pub(crate) fn text_name<'n>(&self, mut names: impl Iterator<Item = &'n str>, found: &Found) -> &'n str {
        found[0].and_then(|at| names.nth(at)).unwrap_or("text")
    }

    /// The name that was given for the day of publication: then it must be a day.
    pub(crate) fn date_given(&self) -> Option<&str> {
        self.0[2].given.as_deref()
    }

    /// Whether a column of this name holds a text, as far as names tell.
    pub(crate) fn is_text(&self, name: &str) -> bool {
        self.0[0].find(std::iter::once(name)).is_some()
    }
}

impl Field {
    fn find<'n>(&self, names: impl Iterator<Item = &'n str> + Clone) -> Option<usize> {
        let at = |is_it: &dyn Fn(&str) -> bool| names.clone().position(is_it);
        match &self.given {
            Some(given) => at(&|name| name == given).or_else(|| at(&|name| name.eq_ignore_ascii_case(given))),
            None => self.usual.iter().find_map(|usual| at(&|name| is_same(name, usual))),
        }
    }
}

/// Whether a name is this one in lower case and without `_` and `-`.
fn is_same(name: &str, usual: &str) -> bool {
    let letters = name.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).map(|c| c.to_ascii_lowercase());
    letters.eq(usual.chars())
}

fn short(name: &str) -> &str {
    beginning(name, 40)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(args: &args::Fields, names: &[&str]) -> Result<Found, String> {
        Fields::of(args).find(names.iter().copied())
    }

    #[test]
    fn usual_names_are_guessed_and_given_ones_come_first() {
        let usual = args::Fields::default();
        let names = ["requested_url", "plain_text", "Published_Date", "title", "uuid"];
        assert_eq!(find(&usual, &names), Ok([Some(1), Some(4), Some(2), Some(3), Some(0)]));
        // The whole article rather than its first mention.
        assert_eq!(find(&usual, &["content", "text"]).unwrap()[0], Some(1));
        let given = args::Fields { text_field: Some("story_html".into()), ..usual.clone() };
        assert_eq!(find(&given, &["text", "story_html"]).unwrap()[0], Some(1));
        assert_eq!(find(&given, &["text"]), Err("no field `story_html`".to_owned()));
        assert!(find(&usual, &["a", "b"]).unwrap_err().contains("among `a`, `b`: name it with --text-field"));
    }
}
