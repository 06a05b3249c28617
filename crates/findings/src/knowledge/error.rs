//! What is wrong with a knowledge file, told so that it can be put right: file, line, field, what was expected.

use std::fmt;

/// Why knowledge could not be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnowledgeError {
    /// The file, by the name it was given with.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The field, where one is to blame.
    pub field: Option<String>,
    /// What is wrong, and what was expected.
    pub expected: String,
}

impl fmt::Display for KnowledgeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}: ", self.file, self.line)?;
        if let Some(field) = &self.field {
            write!(f, "field `{field}`: ")?;
        }
        f.write_str(&self.expected)
    }
}

impl std::error::Error for KnowledgeError {}

impl KnowledgeError {
    /// The error of a file that is no TOML, or not of the shape of a knowledge file.
    pub(super) fn of_toml(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let at = error.span().map_or(0, |span| span.start).min(text.len());
        let line = text.as_bytes().iter().take(at).filter(|b| **b == b'\n').count() + 1;
        let message = error.message().to_owned();
        let named = ["missing field `", "unknown field `"]
            .iter()
            .find_map(|opening| message.split_once(opening))
            .and_then(|(_, rest)| rest.split_once('`'))
            .map(|(field, _)| field.to_owned());
        let on_line = || {
            let (key, _) = text.lines().nth(line - 1)?.split_once('=')?;
            let key = key.trim();
            key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_').then(|| key.to_owned())
        };
        Self { file: file.to_owned(), line, field: named.or_else(on_line), expected: message }
    }
}

/// Something wrong in an entry that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    /// The table: `scale`.
    pub(super) table: &'static str,
    /// The id of the entry, or a text that stands in it.
    pub(super) entry: String,
    /// The field to blame.
    pub(super) field: &'static str,
    /// A text that stands in the field, to find its line by.
    pub(super) value: Option<String>,
    /// What is wrong, and what was expected.
    pub(super) expected: String,
}

impl Problem {
    /// Where in the files the problem stands. Searches the text: entries keep no lines, and errors are rare.
    pub(super) fn place(&self, files: &[(&str, &str)]) -> KnowledgeError {
        let header = format!("[[{}]]", self.table);
        let quoted = format!("\"{}\"", self.entry);
        for (file, text) in files {
            let mut within = false;
            let mut found = None;
            for (at, line) in text.lines().enumerate() {
                if line.trim_start().starts_with('[') && line.trim_end().ends_with(']') && !line.contains('=')
                {
                    within = line.trim() == header;
                    if found.is_some() {
                        break;
                    }
                }
                if within && found.is_none() && line.contains(&quoted) {
                    found = Some(at + 1);
                }
                let value = self.value.as_ref().map(|v| format!("\"{v}\""));
                if found.is_some() && value.is_some_and(|v| line.contains(&v) && !line.starts_with("id =")) {
                    found = Some(at + 1);
                    break;
                }
            }
            if let Some(line) = found {
                return self.at(file, line);
            }
        }
        self.at(files.last().map_or("", |(file, _)| file), 1)
    }

    fn at(&self, file: &str, line: usize) -> KnowledgeError {
        KnowledgeError {
            file: file.to_owned(),
            line,
            field: Some(self.field.to_owned()),
            expected: format!("in {} `{}`: {}", self.table, self.entry, self.expected),
        }
    }
}
