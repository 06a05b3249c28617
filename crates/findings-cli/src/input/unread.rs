//! An article as it lies in its file, cheap to pass on, and how it is made out: decoded, parsed, its fields found.
//! The second is the work of many threads.

use super::fields::Values;
use super::open::Reading;
use super::{About, Failure, Input, Source, about, day};
use anyhow::{Context, Result, anyhow, bail};
use encoding_rs::Encoding;
use serde_json::{Map, Value};
use std::path::PathBuf;

/// An article that has not been made out yet.
#[derive(Debug)]
pub(crate) struct Unread {
    pub(crate) source: Source,
    pub(crate) body: Body,
}

/// What it lies there as.
#[derive(Debug)]
pub(crate) enum Body {
    /// A text, and the folder that may say more of it.
    Text { bytes: Vec<u8>, folder: Option<PathBuf> },
    /// A web page, the folder that may say more of it, the encoding that its server gave, its address.
    Page { bytes: Vec<u8>, folder: Option<PathBuf>, declared: Option<&'static Encoding>, url: Option<String> },
    /// A JSON object.
    Record(Vec<u8>),
    /// A row: text, id, day of publication, title, address.
    Row([Option<Vec<u8>>; 5]),
}

impl Unread {
    /// Its id, where that can be told without making it out.
    pub(crate) fn id(&self) -> Option<String> {
        match &self.body {
            Body::Text { .. } | Body::Page { url: None, .. } => Some(self.source.file()),
            Body::Page { url, .. } => url.clone(),
            Body::Record(_) | Body::Row(_) => None,
        }
    }

    /// About how many bytes it holds.
    pub(crate) fn size(&self) -> usize {
        match &self.body {
            Body::Text { bytes, .. } | Body::Page { bytes, .. } | Body::Record(bytes) => bytes.len(),
            Body::Row(cells) => cells.iter().flatten().map(Vec::len).sum(),
        }
    }
}

impl Reading {
    /// The article, or why it can't be made out.
    pub(crate) fn make_out(&self, unread: Unread) -> Result<Input, Failure> {
        let Unread { source, body } = unread;
        let name = source.name();
        let made = match body {
            Body::Text { bytes, folder } => self.text_of(source, bytes, folder),
            Body::Page { bytes, folder, declared, url } => self.page(source, bytes, folder, declared, url),
            Body::Record(bytes) => self.record(source, bytes),
            Body::Row(cells) => self.row(source, cells),
        };
        made.map_err(|error| Failure { name, reason: format!("{error:#}") })
    }

    fn text_of(&self, mut source: Source, bytes: Vec<u8>, folder: Option<PathBuf>) -> Result<Input> {
        let beside = folder.as_deref().map_or(Ok(About::default()), about)?;
        let decoded = self.decoding.text(bytes, None);
        (source.encoding, source.repaired) = (decoded.encoding, decoded.repaired);
        let about = self.known(beside, &source);
        Ok(Input { id: source.file(), text: decoded.text, about, source })
    }

    #[cfg(feature = "html")]
    fn page(
        &self,
        mut source: Source,
        bytes: Vec<u8>,
        folder: Option<PathBuf>,
        declared: Option<&'static Encoding>,
        url: Option<String>,
    ) -> Result<Input> {
        let beside = folder.as_deref().map_or(Ok(About::default()), about)?;
        let declared = declared.or_else(|| super::html::declared(&bytes));
        let decoded = self.decoding.text(bytes, declared);
        (source.encoding, source.repaired) = (decoded.encoding, decoded.repaired);
        let page = super::html::read(&decoded.text).ok_or_else(|| anyhow!("no article in this page"))?;
        let (text, is_repaired) = self.decoding.repair(page.text);
        source.repaired |= is_repaired;
        let about = About {
            title: beside.title.or(page.title),
            published: beside.published.or(page.published),
            url: url.clone().or(beside.url).or(page.url),
            is_given: false,
        };
        let id = url.unwrap_or_else(|| source.file());
        let about = self.known(about, &source);
        Ok(Input { id, text, about, source })
    }

    #[cfg(not(feature = "html"))]
    fn page(
        &self,
        _: Source,
        _: Vec<u8>,
        _: Option<PathBuf>,
        _: Option<&'static Encoding>,
        _: Option<String>,
    ) -> Result<Input> {
        bail!(super::kind::Kind::Html.missing().unwrap_or_default())
    }

    fn record(&self, mut source: Source, bytes: Vec<u8>) -> Result<Input> {
        let decoded = self.decoding_of(&source).text(bytes, None);
        source.encoding = source.encoding.or(decoded.encoding);
        source.repaired = decoded.repaired;
        let json = decoded.text.trim_start_matches('\u{FEFF}');
        let record: Map<String, Value> = serde_json::from_str(json).context("not a JSON object")?;
        let names = record.keys().map(String::as_str);
        let found = self.fields.find(names.clone()).map_err(|reason| anyhow!(reason))?;
        let value = |at: usize| found.get(at).copied().flatten().and_then(|at| record.values().nth(at));
        let text = match value(0) {
            Some(Value::String(text)) => text.clone(),
            _ => bail!("field `{}` is no text", self.fields.text_name(names, &found)),
        };
        let mut is_repaired = false;
        let mut values: Values = [Some(text), None, None, None, None];
        for (at, slot) in values.iter_mut().enumerate() {
            let plain = match (at, value(at)) {
                (_, Some(Value::String(text))) => Some(text.clone()),
                (1 | 2, Some(Value::Number(number))) => Some(number.to_string()),
                // Of what is guessed only the text must be one.
                _ => None,
            };
            // What was escaped in JSON ("\u00c2\u00a3") could not be seen to be wrong before.
            *slot = plain.map(|text| {
                let (text, was_wrong) = self.decoding.repair(text);
                is_repaired |= was_wrong;
                text
            });
        }
        source.repaired |= is_repaired;
        self.input(source, values)
    }

    fn row(&self, mut source: Source, cells: [Option<Vec<u8>>; 5]) -> Result<Input> {
        let (values, decoded) = self.decoding_of(&source).cells(cells);
        source.encoding = source.encoding.or(decoded.encoding);
        source.repaired = decoded.repaired;
        self.input(source, values)
    }

    fn input(&self, source: Source, values: Values) -> Result<Input> {
        let [text, id, date, title, url] = values;
        let text = text.context("the field of the text is empty")?;
        let filled = |value: Option<String>| value.map(|v| v.trim().to_owned()).filter(|v| !v.is_empty());
        let published = match (filled(date), self.fields.date_given()) {
            (None, _) => None,
            (Some(text), None) => day::read_as(&text, self.options),
            (Some(text), Some(field)) => Some(
                day::read_as(&text, self.options)
                    .with_context(|| format!("field `{field}`: {}", day::no_day(&text)))?,
            ),
        };
        let about = About { title: filled(title), published, url: filled(url), is_given: false };
        let about = self.known(about, &source);
        let id = id.filter(|id| !id.is_empty()).unwrap_or_else(|| source.name());
        Ok(Input { id, text, about, source })
    }

    /// What the command line says comes before what came with the article, the name of the file after it.
    fn known(&self, found: About, source: &Source) -> About {
        let named = || self.date_from.as_ref().and_then(|pattern| pattern.find(&source.file()));
        About {
            title: self.title.clone().or(found.title),
            published: self.published.or(found.published).or_else(named),
            is_given: self.published.is_some(),
            url: found.url,
        }
    }
}
