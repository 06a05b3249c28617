//! Where articles come from: files, folders, archives, standard input; texts, pages, and records of five kinds.
//! Gives one article after another and never holds them all. Knows nothing of what is found in them.

mod beside;
mod choice;
mod dated_name;
mod day;
mod decode;
mod fields;
#[cfg(feature = "html")]
mod html;
mod kind;
mod lines;
mod meter;
mod mojibake;
mod open;
#[cfg(feature = "parquet")]
mod parquet;
mod table;
mod unread;
#[cfg(feature = "warc")]
mod warc;
mod zipped;

pub use beside::about;
pub(crate) use choice::{named_in, walk};
pub(crate) use meter::Meter;
pub use open::Reading;
pub(crate) use unread::Unread;

use findings::{Article, Day};
use std::io;

/// An article as it came in.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// The path, or the record's own id.
    pub id: String,
    /// The text as found.
    pub text: String,
    /// What is known besides.
    pub about: About,
    /// Where it was found.
    pub source: Source,
}

/// What is known of an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its title, where that is not in the text.
    pub title: Option<String>,
    /// Its day of publication.
    pub published: Option<Day>,
    /// True when that day was given on the command line, false when it was read with the article.
    pub is_given: bool,
    /// The address of its page.
    pub url: Option<String>,
}

/// Where an article was found, so that what is found in it can be traced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The file, or `-` for standard input.
    pub path: String,
    /// The member of a zip archive.
    pub member: Option<String>,
    /// The line, row or record in the file, from 1 on.
    pub line: Option<u64>,
    /// The encoding that was assumed, where the text was not declared or found to be UTF-8.
    pub encoding: Option<String>,
    /// True where characters that had been decoded wrongly ("Â£68m") were put right.
    pub repaired: bool,
}

/// An input that could not be read: its name and the reason.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The path, with the member of an archive and the line for a record.
    pub name: String,
    /// What is wrong with it.
    pub reason: String,
}

impl Input {
    /// As the extractor takes it.
    pub fn article(&self) -> Article<'_> {
        let About { title, published, is_given, .. } = &self.about;
        let article =
            Article::new(&self.text).id(self.id.as_str()).title(title.as_deref()).published(*published);
        if *is_given { article } else { article.published_from_metadata() }
    }
}

impl Source {
    /// The path with the path inside the archive.
    pub fn file(&self) -> String {
        match &self.member {
            Some(member) => format!("{}/{member}", self.path),
            None => self.path.clone(),
        }
    }

    /// The same with the line.
    pub fn name(&self) -> String {
        match self.line {
            Some(line) => format!("{}:{line}", self.file()),
            None => self.file(),
        }
    }

    pub(crate) fn at(&self, line: u64) -> Self {
        Self { line: Some(line), ..self.clone() }
    }

    pub(crate) fn failure(&self, reason: impl Into<String>) -> Failure {
        Failure { name: self.name(), reason: reason.into() }
    }
}

/// The beginning of a text, of at most so many bytes.
fn beginning(text: &str, length: usize) -> &str {
    (0..=length.min(text.len())).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}

/// Why reading failed, in plain words.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        io::ErrorKind::UnexpectedEof => "it ends in the middle of the compressed data".to_owned(),
        _ => error.to_string(),
    }
}
