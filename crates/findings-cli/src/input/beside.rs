//! The `about.json` beside an article: its title and its day of publication.

use super::{About, day, reason};
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::fs;
use std::io;
use std::path::Path;

/// What the `about.json` in a folder says; nothing where there is none.
pub fn about(folder: &Path) -> Result<About> {
    let bytes = match fs::read(folder.join("about.json")) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(About::default()),
        Err(error) => bail!("about.json: {}", reason(&error)),
    };
    let fields: Map<String, Value> =
        serde_json::from_slice(&bytes).context("about.json: not a JSON object")?;
    let text = |name: &str| match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.trim().to_owned()).filter(|t| !t.is_empty())),
        Some(_) => bail!("about.json: field `{name}` is no text"),
    };
    let published = match text("published")? {
        Some(text) => Some(
            day::read(&text)
                .with_context(|| format!("about.json: field `published`: {}", day::no_day(&text)))?,
        ),
        None => None,
    };
    Ok(About { title: text("title")?, published, url: text("url")?, ..About::default() })
}
