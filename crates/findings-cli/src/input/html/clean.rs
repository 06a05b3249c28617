//! Takes out of a page what stands between the paragraphs of an article and is none of it: advertisements, teasers,
//! appeals, lists of links. Readers of pages know menus and margins, but these they keep.

use dom_query::{Document, NodeId, NodeRef};
use std::collections::HashMap;

/// Words in the class or id of an element that say so.
const WORDS: &[&str] = &[
    "ad", "ads", "advert", "adverts", "advertisement", "breadcrumb", "breadcrumbs", "comments", "cookie",
    "cookies", "disqus", "donate", "donation", "donations", "mostread", "newsletter", "outbrain", "popular",
    "promo", "promoted", "readmore", "recommended", "related", "share", "sharing", "signup", "skip",
    "social", "sponsored", "subscribe", "taboola", "trending",
];
/// The same where it takes two.
const PAIRS: &[(&str, &str)] =
    &[("most", "read"), ("read", "more"), ("see", "also"), ("sign", "up"), ("support", "us")];
/// Elements that may be taken out for what they are called or for their links.
const BOXES: &[&str] = &[
    "aside", "div", "dl", "figure", "footer", "form", "li", "nav", "ol", "p", "section", "span", "table",
    "td", "ul",
];

/// What is in an element, in characters.
#[derive(Clone, Copy, Default)]
struct Amount {
    all: usize,
    /// In links.
    linked: usize,
    /// In headings, out of links.
    headed: usize,
    /// In paragraphs, out of links.
    told: usize,
}

/// Takes it out.
pub(super) fn clean(page: &Document) {
    page.select("script:not([type='application/ld+json']), style, noscript, template, svg, button, iframe")
        .remove();
    let amounts = amounts(page);
    let whole = amounts.get(&page.root().id).copied().unwrap_or_default();
    for node in page.root().descendants() {
        let Some(name) = node.node_name().filter(|name| BOXES.contains(&&**name)) else { continue };
        let Some(amount) = amounts.get(&node.id) else { continue };
        // What holds a good part of what is told holds the article, whatever it is called.
        let is_side = amount.told * 3 <= whole.told;
        if is_side && is_called_so(&node) || is_of_links(&node, &name, amount) {
            node.remove_from_parent();
        }
    }
}

fn is_called_so(node: &NodeRef<'_>) -> bool {
    let names = [node.class(), node.id_attr()].into_iter().flatten();
    names.into_iter().any(|name| {
        let name = name.to_ascii_lowercase();
        let words: Vec<&str> =
            name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
        words.iter().any(|word| WORDS.contains(word))
            || words.windows(2).any(|two| matches!(two, [a, b] if PAIRS.contains(&(a, b))))
    })
}

/// Whether hardly anything but links is in it: a list of other stories, a teaser between two paragraphs.
fn is_of_links(node: &NodeRef<'_>, name: &str, amount: &Amount) -> bool {
    let Amount { all, linked, headed, .. } = *amount;
    if linked == 0 || name == "span" {
        return false;
    }
    let is_sentence = || node.text().trim_end().ends_with(['.', '!', '?', '”', '"', '’', ':']);
    match name {
        "p" | "li" => linked * 2 > all && !is_sentence(),
        _ => (linked + headed) * 10 > all * 6 && linked * 3 > all && !(all > 200 && is_sentence()),
    }
}

/// What is in each element.
fn amounts(page: &Document) -> HashMap<NodeId, Amount> {
    let mut amounts: HashMap<NodeId, Amount> = HashMap::new();
    let nodes = page.root().descendants();
    // Where each node is: in a link, a heading, a paragraph. Parents come before their children.
    let mut inside: HashMap<NodeId, (bool, bool, bool)> = HashMap::new();
    for node in &nodes {
        let (mut link, mut head, mut paragraph) =
            node.parent().and_then(|p| inside.get(&p.id).copied()).unwrap_or_default();
        if node.is_text() {
            let count = node.text().chars().filter(|c| !c.is_whitespace()).count();
            let amount = amounts.entry(node.id).or_default();
            amount.all = count;
            amount.linked = if link { count } else { 0 };
            amount.headed = if head && !link { count } else { 0 };
            amount.told = if paragraph && !link { count } else { 0 };
        } else if let Some(name) = node.node_name() {
            link |= &*name == "a";
            head |= matches!(&*name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
            paragraph |= &*name == "p";
            inside.insert(node.id, (link, head, paragraph));
        }
    }
    for node in nodes.iter().rev() {
        let Some(amount) = amounts.get(&node.id).copied() else { continue };
        if let Some(parent) = node.parent() {
            let sum = amounts.entry(parent.id).or_default();
            sum.all += amount.all;
            sum.linked += amount.linked;
            sum.headed += amount.headed;
            sum.told += amount.told;
        }
    }
    amounts
}
