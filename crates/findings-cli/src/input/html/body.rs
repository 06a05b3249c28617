//! The text of the article of a page, as a reader's view has it: paragraphs with an empty line between them.

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

/// The paragraphs of a cleaned page; `None` where nobody tells anything in it.
pub(super) fn of(page: Document, title: Option<&str>) -> Option<String> {
    let config = Config { text_mode: TextMode::Formatted, disable_json_ld: true, ..Config::default() };
    let article = Readability::with_document(page, None, Some(config)).ok()?.parse().ok()?;
    let mut text = String::with_capacity(article.text_content.len());
    let mut is_apart = false;
    for line in article.text_content.lines().map(str::trim) {
        // The title is told apart from the text: a judgement in it is not to be read twice.
        if line.is_empty() || text.is_empty() && title.is_some_and(|title| title == line) {
            is_apart = !text.is_empty();
            continue;
        }
        if !text.is_empty() {
            text.push_str(if is_apart { "\n\n" } else { "\n" });
        }
        is_apart = false;
        text.push_str(line);
    }
    text.lines().any(is_telling).then_some(text)
}

/// Whether a line says something, as a menu or a form does not.
fn is_telling(line: &str) -> bool {
    line.split_whitespace().count() >= 8 && line.contains(['.', '!', '?'])
}
