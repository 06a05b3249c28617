//! Web pages: the article of a page, with its title and its day of publication. Knows nothing of what is in it.

mod about;
mod body;
mod clean;
mod json_ld;

use dom_query::Document;
use encoding_rs::Encoding;
use findings::Day;

/// Elements within elements, that many deep, are no page that a person wrote.
const DEPTH: usize = 512;

/// The article of a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) text: String,
    pub(super) title: Option<String>,
    pub(super) published: Option<Day>,
    pub(super) url: Option<String>,
}

/// The article of this page; `None` where there is none.
pub(super) fn read(html: &str) -> Option<Page> {
    let page = Document::from(html);
    if page.root().descendants_it().any(|node| node.ancestors_it(Some(DEPTH)).count() >= DEPTH) {
        return None;
    }
    let title = about::title(&page);
    let url = about::url(&page);
    let declared = about::published(&page);
    clean::clean(&page);
    // What is left of a page without its teasers and comments has fewer times of other articles.
    let published = declared.or_else(|| about::time(&page));
    let text = body::of(page, title.as_deref())?;
    Some(Page { text, title, published, url })
}

/// The encoding that a page says it is in, in its first bytes.
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(2048))?.to_ascii_lowercase();
    let at = memchr::memmem::find(&head, b"charset=")? + b"charset=".len();
    let rest = head.get(at..)?;
    let label = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = label.iter().position(|b| !(b.is_ascii_alphanumeric() || b"-_:".contains(b)))?;
    Encoding::for_label(label.get(..end)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_declares_is_read() {
        for page in [
            "<meta charset=iso-8859-1>",
            "<META HTTP-EQUIV='Content-Type' CONTENT=\"text/html; charset=ISO-8859-1\">",
            "<?xml?><meta charset=\"latin1\">",
        ] {
            assert_eq!(declared(page.as_bytes()).map(Encoding::name), Some("windows-1252"), "{page}");
        }
        assert_eq!(declared(b"<meta charset=klingon>"), None);
        assert_eq!(declared(b""), None);
    }

    #[test]
    fn a_page_without_an_article_has_none() {
        assert!(read("").is_none());
        assert!(read("<html><body><a href='/'>Home</a></body></html>").is_none());
        assert!(read(&"<div>".repeat(20_000)).is_none());
    }
}
