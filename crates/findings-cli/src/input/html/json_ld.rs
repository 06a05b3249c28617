//! JSON-LD, in which most papers say what their page is.

use dom_query::Document;
use serde_json::Value;

/// What is said of an article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Article {
    pub(super) headline: Option<String>,
    pub(super) published: Option<String>,
}

/// The articles that a page says it is, in its order.
pub(super) fn articles(page: &Document) -> Vec<Article> {
    let mut found = Vec::new();
    for script in page.select("script[type='application/ld+json']").nodes() {
        let text = script.text();
        // Some put it in a comment of HTML.
        let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
        if let Ok(value) = serde_json::from_str(text) {
            read(&value, 0, &mut found);
        }
    }
    found
}

fn read(value: &Value, depth: usize, found: &mut Vec<Article>) {
    if depth > 4 {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| read(value, depth + 1, found)),
        Value::Object(fields) => {
            let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
            if fields.get("@type").is_some_and(is_article) {
                found.push(Article {
                    headline: text("headline").or_else(|| text("name")),
                    published: text("datePublished"),
                });
            }
            for name in ["@graph", "mainEntity"] {
                if let Some(inner) = fields.get(name) {
                    read(inner, depth + 1, found);
                }
            }
        }
        _ => {}
    }
}

fn is_article(kind: &Value) -> bool {
    match kind {
        Value::String(kind) => {
            ["Article", "BlogPosting", "NewsPosting", "Report"].iter().any(|k| kind.ends_with(k))
        }
        Value::Array(kinds) => kinds.iter().any(is_article),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_found_wherever_they_stand() {
        let said =
            r#"{"@graph": [{"@type": "Person", "name": "A"}, {"@type": ["NewsArticle"], "headline": "B"}]}"#;
        let page = format!(
            "<script type='application/ld+json'>{said}</script><script type='application/ld+json'>{{</script>"
        );
        let article = Article { headline: Some("B".to_owned()), published: None };
        assert_eq!(articles(&Document::from(page)), [article]);
        assert_eq!(articles(&Document::from("<p>none")), []);
    }
}
