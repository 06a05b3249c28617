//! What an input is and how it is packed, told by its name, then by its first bytes. Reads nothing itself.

use super::beginning;
use crate::args::From;

/// How an input is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Html,
    Ndjson,
    Csv,
    Tsv,
    Parquet,
    Warc,
}

/// What it is packed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packing {
    Gzip,
    Zstd,
    Zip,
}

impl Kind {
    /// As `--from` says; `None` where it is to be told.
    pub(crate) fn given(from: From) -> Option<Self> {
        Some(match from {
            From::Auto => return None,
            From::Text => Self::Text,
            From::Html => Self::Html,
            From::Ndjson => Self::Ndjson,
            From::Csv => Self::Csv,
            From::Tsv => Self::Tsv,
            From::Parquet => Self::Parquet,
            From::Warc => Self::Warc,
        })
    }

    fn of_extension(extension: &str) -> Option<Self> {
        Some(match extension {
            "txt" | "text" => Self::Text,
            "html" | "htm" | "xhtml" => Self::Html,
            "ndjson" | "jsonl" => Self::Ndjson,
            "csv" => Self::Csv,
            "tsv" | "tab" => Self::Tsv,
            "parquet" => Self::Parquet,
            "warc" | "wet" => Self::Warc,
            _ => return None,
        })
    }

    /// What this build can't read, and how to build one that can.
    pub(crate) fn missing(self) -> Option<&'static str> {
        match self {
            Self::Html if !cfg!(feature = "html") => {
                Some("pages are not read by this build (its feature `html` is off)")
            }
            Self::Parquet if !cfg!(feature = "parquet") => {
                Some("Parquet is not read by this build (its feature `parquet` is off)")
            }
            Self::Warc if !cfg!(feature = "warc") => {
                Some("web archives are not read by this build (its feature `warc` is off)")
            }
            _ => None,
        }
    }
}

/// What the name of a file tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) kind: Option<Kind>,
    pub(crate) packing: Option<Packing>,
}

impl Named {
    /// What this name tells.
    pub(crate) fn of(name: &str) -> Self {
        let (rest, extension) = split(name);
        let packing = match extension.as_str() {
            "gz" | "gzip" => Packing::Gzip,
            "zst" | "zstd" => Packing::Zstd,
            "zip" => Packing::Zip,
            other => return Self { kind: Kind::of_extension(other), packing: None },
        };
        Self { kind: Kind::of_extension(&split(rest).1), packing: Some(packing) }
    }

    /// Whether a file of this name in a folder or an archive is read unasked.
    pub(crate) fn is_article(self, wanted: Option<Kind>) -> bool {
        match (self.kind, wanted) {
            (Some(kind), Some(wanted)) => kind == wanted,
            (Some(_), None) => true,
            (None, _) => self.packing.is_some(),
        }
    }
}

fn split(name: &str) -> (&str, String) {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match file.rsplit_once('.') {
        Some((rest, extension)) if !rest.is_empty() => (rest, extension.to_ascii_lowercase()),
        _ => (file, String::new()),
    }
}

/// The packing that the first bytes tell.
pub(crate) fn packing_of(head: &[u8]) -> Option<Packing> {
    if head.starts_with(b"\x1F\x8B") {
        Some(Packing::Gzip)
    } else if head.starts_with(b"\x28\xB5\x2F\xFD") {
        Some(Packing::Zstd)
    } else if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        Some(Packing::Zip)
    } else {
        None
    }
}

/// The kind that the first bytes tell, or why they are of none that is read.
pub(crate) fn kind_of(head: &[u8], is_text_column: impl Fn(&str) -> bool) -> Result<Kind, &'static str> {
    if head.starts_with(b"PAR1") {
        return Ok(Kind::Parquet);
    }
    if head.starts_with(b"WARC/") {
        return Ok(Kind::Warc);
    }
    if head.starts_with(b"%PDF") {
        return Err("a PDF, which is not read: give its text");
    }
    let is_wide = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    if !is_wide && head.contains(&0) {
        return Err("a binary file of no kind that is read (--from names it)");
    }
    let text: String = match is_wide {
        true => head.iter().filter(|b| (1..128).contains(*b)).map(|b| char::from(*b)).collect(),
        false => String::from_utf8_lossy(head).into_owned(),
    };
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let lower = beginning(text, 1024).to_ascii_lowercase();
    if text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with('{')) {
        return Err("a JSON array, which is not read: give one object a line (jq -c '.[]')");
    }
    let page = ["<!doctype html", "<html", "<head", "<body", "<article", "<?xml", "<!--"];
    Ok(if text.starts_with('{') {
        Kind::Ndjson
    } else if page.iter().any(|tag| lower.starts_with(tag)) {
        Kind::Html
    } else if is_header(text, ',', &is_text_column) {
        Kind::Csv
    } else if is_header(text, '\t', &is_text_column) {
        Kind::Tsv
    } else {
        Kind::Text
    })
}

/// Whether the first line is a row of names, one of them the usual one of a text.
fn is_header(text: &str, between: char, is_text_column: impl Fn(&str) -> bool) -> bool {
    let Some((line, _)) = text.split_once('\n') else { return false };
    let names: Vec<&str> =
        line.trim_end().split(between).map(|name| name.trim_matches('"').trim_matches('\u{FEFF}')).collect();
    let is_name = |name: &&str| {
        !name.is_empty()
            && name.len() < 40
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c))
    };
    names.len() > 1 && names.iter().all(is_name) && names.iter().any(|name| is_text_column(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_kind_and_packing() {
        let told = |name| {
            let Named { kind, packing } = Named::of(name);
            (kind, packing)
        };
        assert_eq!(told("a/b.TXT"), (Some(Kind::Text), None));
        assert_eq!(told("a.warc.gz"), (Some(Kind::Warc), Some(Packing::Gzip)));
        assert_eq!(told("a.zst"), (None, Some(Packing::Zstd)));
        assert_eq!(told("a.tar"), (None, None));
        assert_eq!(told("folder.txt/a"), (None, None));
        assert_eq!(told(".txt"), (None, None));
    }

    #[test]
    fn first_bytes_tell_the_rest() {
        let kind = |head: &str| kind_of(head.as_bytes(), |name| name == "text");
        assert_eq!(kind("{\"text\": 1}"), Ok(Kind::Ndjson));
        assert_eq!(kind("\u{FEFF}\n<!DOCTYPE html><p>"), Ok(Kind::Html));
        assert_eq!(kind("id,text\n1,x"), Ok(Kind::Csv));
        assert_eq!(kind("id\ttext\n1\tx"), Ok(Kind::Tsv));
        assert_eq!(kind("In short, text\nmatters"), Ok(Kind::Text));
        assert_eq!(kind("<p>no page"), Ok(Kind::Text));
        assert_eq!(kind("[one of them] said"), Ok(Kind::Text));
        assert!(kind("[ {\"text\": 1}]").is_err());
        assert!(kind("\u{0}\u{1}").is_err());
        assert_eq!(kind(""), Ok(Kind::Text));
    }
}
