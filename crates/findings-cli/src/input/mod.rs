//! Where articles come from: files, folders, standard input; plain text or a record a line. Gives one article
//! after another and never holds more than one. Knows nothing of what is found in them.

use crate::args::{self, From, Known};
use anyhow::{Context, Result, anyhow, bail};
use findings::{Article, Day};
use serde_json::{Map, Value};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

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

/// Where an article was found, so that what is found in it can be traced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The file, or `-` for standard input.
    pub path: String,
    /// The member of an archive, or the record of a web archive.
    pub member: Option<String>,
    /// The line, row or record in the file, from 1 on.
    pub line: Option<u64>,
    /// The encoding that was assumed, where the text was not declared or found to be UTF-8.
    pub encoding: Option<String>,
    /// True where characters that had been decoded wrongly ("Â£68m") were put right.
    pub repaired: bool,
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

/// An input that could not be read: its name and the reason.
#[derive(Debug)]
pub struct Failure {
    /// The path, with the line for a record.
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

impl About {
    /// What the command line says comes before what came with the article.
    fn under(self, known: &Known) -> Self {
        Self {
            title: known.title.clone().or(self.title),
            published: known.published.or(self.published),
            is_given: known.published.is_some(),
            url: self.url,
        }
    }
}

/// How records are read: the format and the names of their fields.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    format: From,
    known: &'a Known,
    fields: [&'a str; 5],
}

impl<'a> Reading<'a> {
    /// As the arguments of `extract` say.
    pub fn of(args: &'a args::Input) -> Self {
        let or = |field: &'a Option<String>, usual| field.as_deref().unwrap_or(usual);
        let fields = [
            or(&args.text_field, "text"),
            or(&args.id_field, "id"),
            or(&args.date_field, "published"),
            or(&args.title_field, "title"),
            or(&args.url_field, "url"),
        ];
        Self { format: args.from, known: &args.known, fields }
    }

    /// An article a file.
    pub fn text(known: &'a Known) -> Self {
        Self { format: From::Text, known, fields: [""; 5] }
    }

    /// Hands every article at the paths to `take`, in order, and what can't be read as a failure. Ends early
    /// where `take` fails.
    pub fn each<E>(
        &self,
        paths: &[PathBuf],
        mut take: impl FnMut(Result<Input, Failure>) -> Result<(), E>,
    ) -> Result<(), E> {
        for path in paths {
            let failed = |reason| Err(Failure { name: path.display().to_string(), reason });
            if path.as_os_str() == "-" {
                self.read("-", Path::new("."), &mut io::stdin().lock(), &mut take)?;
            } else if path.is_dir() {
                match walk(path, self.extensions()) {
                    Ok(files) if files.is_empty() => {
                        let wanted = self.extensions().join(" or .");
                        take(failed(format!("no .{wanted} file in this folder")))?;
                    }
                    Ok(files) => {
                        for file in files {
                            self.file(&file, &mut take)?;
                        }
                    }
                    Err(failure) => take(Err(failure))?,
                }
            } else {
                self.file(path, &mut take)?;
            }
        }
        Ok(())
    }

    /// What an article file is called. Only those are read of a folder, so never its about.json.
    fn extensions(&self) -> &'static [&'static str] {
        match self.format {
            From::Text | From::Auto => &["txt"],
            From::Ndjson => &["ndjson", "jsonl"],
        }
    }

    fn file<E>(
        &self,
        path: &Path,
        take: &mut impl FnMut(Result<Input, Failure>) -> Result<(), E>,
    ) -> Result<(), E> {
        let name = path.display().to_string();
        match File::open(path) {
            Ok(file) => {
                let folder = path.parent().unwrap_or(Path::new("."));
                self.read(&name, folder, &mut BufReader::with_capacity(1 << 16, file), take)
            }
            Err(error) => take(Err(Failure { name, reason: reason(&error) })),
        }
    }

    fn read<E>(
        &self,
        name: &str,
        folder: &Path,
        reader: &mut impl BufRead,
        take: &mut impl FnMut(Result<Input, Failure>) -> Result<(), E>,
    ) -> Result<(), E> {
        let failure =
            |name: String| move |error: anyhow::Error| Failure { name, reason: format!("{error:#}") };
        match self.format {
            From::Text | From::Auto => {
                take(self.whole(name, folder, reader).map_err(failure(name.to_owned())))
            }
            From::Ndjson => {
                let mut line = Vec::new();
                for number in 1_u64.. {
                    line.clear();
                    let at = format!("{name}:{number}");
                    match reader.read_until(b'\n', &mut line) {
                        Ok(0) => break,
                        Ok(_) if line.trim_ascii().is_empty() => {}
                        Ok(_) => take(self.record(name, number, &at, &line).map_err(failure(at)))?,
                        Err(error) => {
                            take(Err(Failure { name: at, reason: reason(&error) }))?;
                            break;
                        }
                    }
                }
                Ok(())
            }
        }
    }

    /// A whole file as one article.
    fn whole(&self, name: &str, folder: &Path, reader: &mut impl Read) -> Result<Input> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|e| anyhow!(reason(&e)))?;
        let text = utf8(bytes)?;
        let beside = if name == "-" { About::default() } else { about(folder)? };
        let source = Source { path: name.to_owned(), ..Source::default() };
        Ok(Input { id: name.to_owned(), text, about: beside.under(self.known), source })
    }

    /// One line of NDJSON as one article; `at` is its id where it has none.
    fn record(&self, path: &str, number: u64, at: &str, line: &[u8]) -> Result<Input> {
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        let line = std::str::from_utf8(line).map_err(|e| anyhow!(not_utf8(e.valid_up_to())))?;
        let record: Map<String, Value> = serde_json::from_str(line).context("not a JSON object")?;
        let [text, id, date, title, url] = self.fields;
        let text = match record.get(text) {
            Some(Value::String(text)) => text.clone(),
            Some(_) => bail!("field `{text}` is no text"),
            None => bail!("no field `{text}`"),
        };
        let id = match record.get(id) {
            Some(Value::String(id)) => id.clone(),
            Some(Value::Number(id)) => id.to_string(),
            _ => at.to_owned(),
        };
        let about = About {
            title: optional(&record, title)?,
            published: day(&record, date)?,
            is_given: false,
            url: optional(&record, url)?,
        };
        let source = Source { path: path.to_owned(), line: Some(number), ..Source::default() };
        Ok(Input { id, text, about: about.under(self.known), source })
    }
}

/// Every article file under a folder, sorted by path. Links to folders are not followed: they may lead back.
pub(crate) fn walk(folder: &Path, extensions: &[&str]) -> Result<Vec<PathBuf>, Failure> {
    let failed = |error: io::Error| Failure { name: folder.display().to_string(), reason: reason(&error) };
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        entries.push((entry.path(), entry.file_type().map_err(failed)?));
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    let mut files = Vec::new();
    for (path, kind) in entries {
        if kind.is_dir() {
            files.extend(walk(&path, extensions)?);
        } else if path.extension().and_then(OsStr::to_str).is_some_and(|e| extensions.contains(&e))
            && path.is_file()
        {
            files.push(path);
        }
    }
    Ok(files)
}

/// What the `about.json` in a folder says; nothing where there is none.
pub fn about(folder: &Path) -> Result<About> {
    let bytes = match fs::read(folder.join("about.json")) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(About::default()),
        Err(error) => bail!("about.json: {}", reason(&error)),
    };
    let fields: Map<String, Value> =
        serde_json::from_slice(&bytes).context("about.json: not a JSON object")?;
    let title = optional(&fields, "title").context("about.json")?;
    Ok(About { title, published: day(&fields, "published").context("about.json")?, ..About::default() })
}

/// A text that may be absent, null or empty.
fn optional(fields: &Map<String, Value>, name: &str) -> Result<Option<String>> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.trim().to_owned()).filter(|t| !t.is_empty())),
        Some(_) => bail!("field `{name}` is no text"),
    }
}

/// A day, also as the first part of a time stamp. No day is made up of one that can't be read.
fn day(fields: &Map<String, Value>, name: &str) -> Result<Option<Day>> {
    let Some(text) = optional(fields, name)? else { return Ok(None) };
    let day = match text.split_once(['T', ' ']) {
        Some((day, _)) => day,
        None => &text,
    };
    day.parse().map(Some).with_context(|| format!("field `{name}`"))
}

fn utf8(bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|e| anyhow!(not_utf8(e.utf8_error().valid_up_to())))
}

fn not_utf8(at: usize) -> String {
    format!("not UTF-8 (from byte {at} on)")
}

/// Why reading failed, in plain words.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        _ => error.to_string(),
    }
}
