//! What a page says of itself: its title, its day of publication, its address. Where it gives no day, or more than
//! one that could be it, none is taken.

use super::json_ld;
use crate::input::{beginning, day};
use dom_query::{Document, NodeRef};
use findings::Day;

/// What `<meta>` calls the day of publication, best first; the value of `property`, `name` or `itemprop`.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "parsely-pub-date",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "published_date",
    "pubdate",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "dcsext.articlefirstpublished",
    "originalpublicationdate",
    "date",
];

/// The title.
pub(super) fn title(page: &Document) -> Option<String> {
    let filled =
        |text: String| Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|t| !t.is_empty());
    let heads = page.select("h1");
    let head = || match heads.nodes() {
        [one] => filled(one.text().to_string()),
        _ => None,
    };
    let from_meta = || meta(page, &["og:title", "twitter:title", "dc.title"]).and_then(filled);
    let told =
        || json_ld::articles(page).into_iter().find_map(|a| a.headline).and_then(|h| filled(plain(&h)));
    told().or_else(from_meta).or_else(head).or_else(|| {
        // The paper's name stands before or after, and is shorter.
        let text = page.select_single("title").text().to_string();
        let parts = text.split(" | ").flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" – "));
        filled(parts.max_by_key(|part| part.trim().chars().count()).unwrap_or_default().to_owned())
    })
}

/// The address.
pub(super) fn url(page: &Document) -> Option<String> {
    let canonical =
        page.select_single("link[rel='canonical']").attr("href").map(|href| href.trim().to_owned());
    canonical.filter(|href| !href.is_empty()).or_else(|| meta(page, &["og:url"]))
}

/// The day that the page declares: in JSON-LD, else in `<meta>`, else in an element that is marked so.
pub(super) fn published(page: &Document) -> Option<Day> {
    let told = json_ld::articles(page).into_iter().find_map(|a| a.published.and_then(|d| day::read(&d)));
    told.or_else(|| PUBLISHED.iter().find_map(|name| meta(page, &[name]).and_then(|d| day::read(&d))))
        .or_else(|| {
            let marked =
                page.select("[itemprop='datePublished'], time[pubdate], time.published, time.entry-date");
            marked.nodes().iter().find_map(day_of)
        })
}

/// The one day that a `<time>` of the article gives, apart from those of updates.
pub(super) fn time(page: &Document) -> Option<Day> {
    for place in ["article time[datetime]", "main time[datetime]", "time[datetime]"] {
        let times = page.select(place);
        let mut days: Vec<Day> =
            times.nodes().iter().filter(|t| !is_of_update(t)).filter_map(day_of).collect();
        days.dedup();
        match days.as_slice() {
            [] => {}
            [day] => return Some(*day),
            _ => return None,
        }
    }
    None
}

fn day_of(node: &NodeRef<'_>) -> Option<Day> {
    let written = node.attr("datetime").or_else(|| node.attr("content")).or_else(|| node.attr("title"));
    written.and_then(|d| day::read(&d)).or_else(|| day::read(&node.text()))
}

/// Whether what stands before a time calls it one of a change.
fn is_of_update(time: &NodeRef<'_>) -> bool {
    let parent = time.parent();
    let labels = [
        time.class().map(|c| c.to_string()),
        time.attr("itemprop").map(|c| c.to_string()),
        parent.as_ref().map(|p| p.immediate_text().to_string()),
        parent.as_ref().and_then(|p| p.class()).map(|c| c.to_string()),
        parent.as_ref().and_then(NodeRef::prev_element_sibling).map(|p| p.text().to_string()),
        time.prev_element_sibling().map(|p| p.text().to_string()),
    ];
    labels.into_iter().flatten().any(|label| {
        let label = beginning(&label, 60).to_ascii_lowercase();
        label.contains("updat") || label.contains("modif")
    })
}

/// What a `<meta>` of one of these names holds.
fn meta(page: &Document, names: &[&str]) -> Option<String> {
    let all = page.select("meta[content]");
    let named = |node: &NodeRef<'_>, name: &str| {
        ["property", "name", "itemprop"]
            .iter()
            .any(|key| node.attr(key).is_some_and(|v| v.eq_ignore_ascii_case(name)))
    };
    let found = names.iter().find_map(|name| all.nodes().iter().find(|node| named(node, name)))?;
    found.attr("content").map(|content| content.trim().to_owned()).filter(|content| !content.is_empty())
}

/// A text in which signs may be written as in HTML ("&#8216;").
fn plain(text: &str) -> String {
    if text.contains('&') { Document::fragment(text).text().to_string() } else { text.to_owned() }
}
