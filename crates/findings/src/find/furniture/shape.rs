//! Lines that speak to the reader or about the page, by their wording: "Subscribe from £1 a month", "By our crime
//! reporter", "Tagged with: …", "More on care homes", "Have your say". Knows no publisher.
//!
//! *What it finds*: imperatives of the page (subscribe, sign up, download), questions to readers on a line of their
//! own, lists of tags and sections, comment counts, wire slugs, bylines without "By".
//! *What it leaves alone*: sentences that quote, name a body or run on; headings of the article.

use crate::fact::FurnitureKind;
use crate::find::furniture::line::is_named;
use crate::find::furniture::reader::{appeal, comments, question, teaser};
use crate::find::furniture::speaks::{may_disclaim, may_speak};
use crate::text::small::Small;
use crate::text::word::{count_up_to, split};
use memchr::memmem::Finder;
use once_cell::sync::Lazy;

/// Where on the page a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Before two lines of the article have gone by.
    Head,
    /// Among or after the lines of the article.
    Later,
}

static SPEAKS: Lazy<[Finder<'_>; 3]> = Lazy::new(|| [" said", " says", " told "].map(Finder::new));

/// What a line is that speaks of the page; `tells` is true where it names a body, a label or a measure.
pub(crate) fn page_line(line: &str, place: Place, tells: bool) -> Option<(FurnitureKind, &'static str)> {
    // What somebody said is the article's. Most lines go no further than here.
    let bytes = line.as_bytes();
    let curly = |at: usize| matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x9c | 0x9d]));
    let quotes = memchr::memchr2_iter(b'"', 0xe2, bytes).any(|at| bytes.get(at) == Some(&b'"') || curly(at));
    if quotes || SPEAKS.iter().any(|said| said.find(bytes).is_some()) {
        return None;
    }
    let count = count_up_to(line, 41);
    if !(1..=40).contains(&count) || !may_speak(line, count) {
        return None;
    }
    read(line, place, tells)
}

/// What a line of no speech is, read whole.
fn read(line: &str, place: Place, tells: bool) -> Option<(FurnitureKind, &'static str)> {
    let mut words: Vec<&str> = Vec::with_capacity(line.len() / 4 + 1);
    words.extend(split(line));
    let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '@' | '#')).trim_end();
    let lower = bare.to_lowercase();
    tags(&lower)
        .or_else(|| legal(&lower, &words))
        .or_else(|| posted(bare, &lower, &words))
        .or_else(|| navigation(bare, &words))
        .or_else(|| byline(bare, &lower, &words, place, tells))
        .or_else(|| about_author(&lower, &words, place))
        .or_else(|| slug(bare, &lower, &words))
        .or_else(|| comments(&lower, &words))
        .or_else(|| teaser(bare, &lower, &words, tells))
        .or_else(|| appeal(&lower, &words, tells))
        .or_else(|| question(bare, &lower, &words, place, tells))
}

pub(super) fn starts(lower: &str, with: &[&str]) -> bool {
    let first = lower.as_bytes().first();
    let same = |w: &&&str| w.as_bytes().first() == first;
    with.iter()
        .filter(same)
        .any(|w| lower.strip_prefix(w).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

pub(super) fn holds(lower: &str, any: &[&str]) -> bool {
    any.iter().any(|w| lower.contains(w))
}

/// "Tagged with: housing, repairs", "Topics: …", "Filed under …".
fn tags(lower: &str) -> Option<(FurnitureKind, &'static str)> {
    let leads = [
        "tags:", "tagged with", "tagged:", "filed under", "topics:", "topics in this story",
        "related topics", "keywords:", "categories:", "category:", "posted in:", "more about:",
        "in this section",
    ];
    leads.iter().any(|l| lower.starts_with(l)).then_some((FurnitureKind::Navigation, "furniture/tags"))
}

/// "… is not responsible for the content of external sites", "If you have been affected by …", "This story is from …".
fn legal(lower: &str, words: &[&str]) -> Option<(FurnitureKind, &'static str)> {
    let may_disclaim = may_disclaim(lower.as_bytes());
    let disclaims = may_disclaim
        && holds(
            lower,
            &[
                "not responsible for the content of",
                "cannot answer for what you find",
                "no responsibility for external",
            ],
        );
    let helps = starts(lower, &["if you have been affected by"])
        && holds(lower, &["available", "support", "helpline", "action line"]);
    let source = starts(
        lower,
        &[
            "this story is from",
            "this story was produced by",
            "this article was produced by",
            "this article first appeared",
            "this article originally appeared",
        ],
    );
    if words.len() <= 8 && starts(lower, &["presentational white space", "presentational grey line"]) {
        return Some((FurnitureKind::Image, "furniture/image"));
    }
    let complains = may_disclaim
        && holds(
            lower,
            &["member of the independent press", "member of ipso", "regulated by ipso", "ipso.co.uk"],
        )
        || starts(lower, &["if you have a complaint about"]) && holds(lower, &["editor", "story", "article"]);
    (disclaims || helps || source || complains).then_some((FurnitureKind::Legal, "furniture/legal"))
}

/// "Posted on 28 January 2025 by the newsroom", "6:45, 17 Jul 2019Updated: 8:12, 17 Jul 2019", "- Published".
fn posted(bare: &str, lower: &str, words: &[&str]) -> Option<(FurnitureKind, &'static str)> {
    let short = words.len() <= 12 && !bare.ends_with(['.', '?', '!']);
    let led = starts(
        lower,
        &[
            "posted on", "posted:", "last updated", "last modified", "date published", "publication date",
            "updated:",
        ],
    );
    let figures = bare.bytes().any(|b| b.is_ascii_digit());
    let fused = lower.find("updated:").is_some_and(|at| {
        let head = bare.get(..at).unwrap_or("");
        at > 0 && head.bytes().filter(u8::is_ascii_digit).count() >= 4 && head.split_whitespace().count() <= 6
    });
    let alone = matches!(lower, "published" | "updated");
    (short && (led && figures || fused) || alone).then_some((FurnitureKind::Timestamp, "furniture/timestamp"))
}

/// "News | Policy | Jobs", "Home > News > Local", "Follow @NorburnNews".
fn navigation(bare: &str, words: &[&str]) -> Option<(FurnitureKind, &'static str)> {
    let bars = words.iter().filter(|w| matches!(**w, "|" | ">" | "»" | "›" | "/" | "·")).count();
    let handle = words.len() <= 5
        && words.iter().any(|w| w.starts_with('@') && w.len() > 2)
        && words.first().is_some_and(|w| w.eq_ignore_ascii_case("follow") || w.starts_with('@'));
    let stopped = bare.ends_with(['.', '!']);
    if shares(words) {
        return Some((FurnitureKind::Navigation, "furniture/share"));
    }
    (bars >= 2 && !stopped && words.len() <= 24 || handle)
        .then_some((FurnitureKind::Navigation, "furniture/sections"))
}

/// "Print this page   Email this to a friend", "X  LinkedIn  Facebook": buttons in a row, and nothing else.
fn shares(words: &[&str]) -> bool {
    const BUTTONS: [&str; 18] = [
        "print", "email", "e-mail", "share", "tweet", "printable", "printer", "save", "facebook", "twitter",
        "linkedin", "whatsapp", "pinterest", "reddit", "ecard", "copy", "bookmark", "comments",
    ];
    const BESIDE: [&str; 16] = [
        "this", "page", "story", "article", "to", "a", "an", "friend", "friendly", "version", "link", "x",
        "more", "on", "via", "post",
    ];
    fn bare(word: &str) -> Small<'_> {
        Small::lower(word.trim_matches(|c: char| !c.is_alphanumeric()))
    }
    let known = |w: &&str| {
        let w = bare(w);
        BUTTONS.contains(&w.as_str()) || BESIDE.contains(&w.as_str()) || w.bytes().all(|b| b.is_ascii_digit())
    };
    let buttons = || words.iter().filter(|w| BUTTONS.contains(&bare(w).as_str())).count();
    words.len() <= 14 && words.iter().all(known) && buttons() >= 2
}

/// "By our crime reporter", "Exclusive by Ann Hay", "Posted by: Ann Hay", an address of mail, a name in capitals.
fn byline(
    bare: &str,
    lower: &str,
    words: &[&str],
    place: Place,
    tells: bool,
) -> Option<(FurnitureKind, &'static str)> {
    let found = Some((FurnitureKind::Byline, "furniture/byline"));
    let stopped = bare.ends_with(['.', '?', '!']);
    if stopped || words.len() > 14 {
        return None;
    }
    let by_us = starts(lower, &["by our", "by a", "by staff", "from our"])
        && words.len() <= 6
        && holds(lower, &["reporter", "correspondent", "team", "staff", "desk", "writer", "editor"]);
    let leads = [
        "exclusive by ",
        "posted by: ",
        "posted by ",
        "exclusive: ",
        "video by ",
        "pictures by ",
        "photos by ",
        "additional reporting by ",
    ];
    let led = leads
        .iter()
        .any(|l| lower.starts_with(l) && bare.get(l.len()..).is_some_and(is_named) && words.len() <= 8);
    let mail =
        words.len() == 1 && bare.split_once('@').is_some_and(|(a, b)| !a.is_empty() && b.contains('.'));
    // "By Ann Hay on 19 September 2025 in Adults", "By Ann Hay, court reporter"
    let dated = lower.starts_with("by ")
        && bare.get(3..).is_some_and(|rest| {
            let name = rest.split([',', '(']).next().unwrap_or("");
            let name = name.split(" on ").next().unwrap_or("").trim();
            let more = rest.len() > name.len();
            let role = holds(lower, &["reporter", "correspondent", "editor", "writer", "journalist"]);
            (2..=4).contains(&name.split_whitespace().count())
                && is_named(name)
                && more
                && (role || rest.contains(" on ") && rest.bytes().any(|b| b.is_ascii_digit()))
        });
    // "LINDA CROWSTON" at the head; "REQUIRES IMPROVEMENT" heads a list.
    let shouted = place == Place::Head
        && !tells
        && (2..=3).contains(&words.len())
        && words
            .iter()
            .all(|w| w.len() > 2 && w.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\'' | '’')))
        && !holds(
            lower,
            &[
                "council", "school", "schools", "news", "care", "home", "homes", "police", "trust",
                "hospital", "shame", "ofsted", "estyn", "cqc", "inspection", "inspections", "inspectors",
                "report", "reports", "round-up", "ratings", "rated", "nursery", "college", "academy",
                "watchdog", "results", "prison", "jail",
            ],
        );
    if by_us || led || mail || dated || shouted { found } else { None }
}

/// "Ann Hay is the Echo's health correspondent."
fn about_author(lower: &str, words: &[&str], place: Place) -> Option<(FurnitureKind, &'static str)> {
    let name = words
        .iter()
        .take(2)
        .all(|w| w.starts_with(char::is_uppercase) && w.chars().skip(1).any(char::is_lowercase));
    let is =
        words.iter().position(|w| matches!(*w, "is" | "writes" | "covers")).filter(|i| (2..=3).contains(i));
    let first = lower.split('.').next().unwrap_or("");
    let role = first.split_whitespace().next_back().is_some_and(|w| {
        matches!(
            w,
            "correspondent" | "reporter" | "columnist" | "editor" | "journalist" | "writer" | "author"
        )
    });
    (place == Place::Later && name && is.is_some() && role)
        .then_some((FurnitureKind::Byline, "furniture/author"))
}

/// "ends", "- ENDS -", "end sp/kk 1517 220519", "Notes to editors", "(first lead)".
fn slug(bare: &str, lower: &str, words: &[&str]) -> Option<(FurnitureKind, &'static str)> {
    let found = Some((FurnitureKind::Navigation, "furniture/slug"));
    let closes = words.len() <= 5
        && matches!(
            lower.trim_end_matches(|c: char| !c.is_alphanumeric()),
            "ends" | "end" | "mf" | "more follows"
        );
    let signed = words.len() <= 6
        && starts(lower, &["ends", "end"])
        && bare.bytes().any(|b| b.is_ascii_digit())
        && !bare.ends_with('.');
    let notes = starts(
        lower,
        &["note to editors", "notes to editors", "notes for editors", "editor's note", "editor’s note"],
    );
    let lead = words.len() <= 8
        && memchr::memchr2(b'(', b')', bare.as_bytes()).is_some()
        && holds(
            lower,
            &["(first lead", "(second lead", "(lead,", "(embargoed", "(recasts", "(adds ", ", adds quotes)"],
        );
    if closes || signed || notes || lead { found } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::passed_over;

    #[test]
    fn no_line_of_the_page_is_passed_over() {
        passed_over::sentences(|line| {
            let count = count_up_to(line, 41);
            let passed = (1..=40).contains(&count) && !may_speak(line, count);
            let none = |tells| [Place::Head, Place::Later].iter().all(|p| read(line, *p, tells).is_none());
            passed.then(|| none(true) && none(false))
        });
    }
}
