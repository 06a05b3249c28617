//! The shape of a line: what its words alone say it is. Knows no marker and no other line.

use crate::fact::{Basis, FurnitureKind};
use crate::find::furniture::FurnitureMention;
use crate::knowledge::lexicon::{NameForm, Sense};
use crate::scan::Scan;
use crate::text::Span;
use crate::text::key::same;
use crate::text::small::Small;
use crate::text::table::{Set, size};
use crate::text::word::{Shape, count_up_to, words};

/// A line and what is counted of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    pub(crate) span: Span,
    /// Up to 64: more make no difference.
    pub(crate) words: usize,
    /// Ends as a sentence does.
    pub(crate) stopped: bool,
    /// Names a body or a label, or quotes.
    pub(crate) tells: bool,
}

impl Line {
    pub(crate) fn new(scan: &Scan<'_>, span: Span) -> Line {
        let text = scan.text.at(span);
        let bare = text.trim_end_matches(['”', '"', '’', '\'', ')', ' ', '_', '*']);
        let tells = scan.within(span).iter().any(|h| {
            matches!(
                h.sense,
                Sense::Body { form: NameForm::Name | NameForm::Acronym, .. }
                    | Sense::Label(_)
                    | Sense::Measure(_)
            )
        });
        Line {
            span, words: count_up_to(text, 64), stopped: bare.ends_with(['.', '!', '?', '…', ':']), tells
        }
    }

    /// A sentence of some length.
    pub(crate) fn is_prose(&self) -> bool {
        self.words >= 10 && self.stopped
    }

    /// Captions go without a full stop.
    pub(crate) fn may_be_caption(&self) -> bool {
        (8..64).contains(&self.words) && !self.stopped
    }

    /// After furniture: a line in which the article goes on.
    pub(crate) fn resumes(&self, scan: &Scan<'_>) -> bool {
        if !self.stopped || self.words < 8 {
            return false;
        }
        let text = scan.text.at(self.span).to_lowercase();
        let mine = ["our ", "you", "us ", "we ", "£", "click", "subscribe", "sign up", "newsletter"];
        let addresses = mine.iter().any(|w| text.starts_with(w) || text.contains(&format!(" {w}")));
        let quotes = scan.text.quoted.partition_point(|q| q.outer.start < self.span.start);
        let speaks =
            scan.text.quoted.get(quotes).is_some_and(|q| q.inner.len() > 20 && q.outer.start < self.span.end);
        (self.tells && !addresses) || speaks || (self.words >= 20 && !addresses)
    }
}

const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec",
];
const TIMES: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues",
    "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "est", "edt", "gmt", "bst", "utc", "am", "pm",
    "published", "updated", "last", "first", "posted", "modified", "at", "on", "date", "created", "the",
    "hours", "hour", "minutes", "days", "ago", "min", "mins", "minute", "read", "and",
];

static IS_MONTH: Set<{ size(MONTHS.len()) }> = Set::new(MONTHS);
static IS_OF_TIME: Set<{ size(TIMES.len()) }> = Set::new(TIMES);

/// True for a line that only says a day or an hour: "18:40 EST, 15 October 2013", "Published: 3 May 2022 at 9am".
pub(crate) fn is_time(line: &str) -> bool {
    let mut figures = 0;
    let mut anchored = false;
    let mut count = 0;
    for word in words(line, Span::new(0, line.len())) {
        let text = line.get(word.span.start..word.span.end).unwrap_or("");
        count += 1;
        if count > 14 {
            return false;
        }
        let figure = word.shape == Shape::Figure;
        let known = IS_MONTH.has_in_any_case(text) || IS_OF_TIME.has_in_any_case(text);
        if !known && !figure {
            return false;
        }
        let text = Small::lower(text);
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
        let plain = matches!(rest, "" | "st" | "nd" | "rd" | "th" | "am" | "pm" | "t");
        if !known && !plain {
            return false;
        }
        figures += usize::from(figure);
        anchored |= IS_MONTH.has_in_any_case(&text)
            || matches!(
                text.as_str(),
                "published" | "updated" | "ago" | "read" | "est" | "gmt" | "bst" | "posted"
            )
            || (figure && (text.contains('-') || rest == "pm" || rest == "am"));
    }
    let slashes = line.matches(['/', '.']).count() == 2;
    figures > 0 && (anchored || (figures == 3 && slashes))
}

/// "date 2013-07-16": what a crawler puts before a text; its length.
pub(crate) fn dated_head(line: &str) -> Option<usize> {
    let rest = line.strip_prefix("date ").or_else(|| line.strip_prefix("Date "))?;
    let day = rest.get(..10)?;
    let shaped = day
        .bytes()
        .enumerate()
        .all(|(ix, b)| if matches!(ix, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    (shaped && !rest.get(10..)?.starts_with(|c: char| c.is_alphanumeric())).then_some(15)
}

/// "By Ann Hay", "By ANN HAY, Education Reporter", "Words by Ann Hay".
pub(crate) fn is_byline(line: &str) -> bool {
    let leads =
        ["by ", "by: ", "words by ", "words: ", "written by ", "reporter: ", "author: ", "report by "];
    leads.iter().any(|lead| {
        begins(line, lead)
            && line.get(lead.len()..).is_some_and(|rest| is_named(rest) && !rest.trim_end().ends_with('.'))
    })
}

/// A name, or names, with what the author is: "Ann Hay for the Norburn Echo", "Daily Echo Reporter".
pub(crate) fn is_named(line: &str) -> bool {
    let mut count = 0;
    let mut capitals = 0;
    for word in words(line, Span::new(0, line.len())) {
        count += 1;
        let text = line.get(word.span.start..word.span.end).unwrap_or("");
        if line.get(..word.span.start).is_some_and(|before| before.ends_with(['@', '_', '.'])) {
            continue;
        }
        let small = matches!(
            text,
            "and" | "for" | "of" | "the" | "at" | "in" | "on" | "de" | "van" | "von" | "la" | "le"
        );
        let role = [
            "reporter", "editor", "correspondent", "writer", "staff", "local", "democracy", "news", "senior",
            "chief", "court", "crime", "health", "education", "political", "social", "affairs", "planning",
            "trainee", "deputy", "investigations", "data", "community",
        ];
        match word.shape {
            Shape::Capital | Shape::Capitals => capitals += 1,
            _ if small || role.contains(&text) => {}
            _ => return false,
        }
    }
    (1..=10).contains(&count) && capitals >= 1 && !line.trim_end().ends_with(['.', '?', '!'])
}

/// "Local Democracy Reporter": what an author is, on a line of its own.
pub(crate) fn is_role(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or("").to_lowercase();
    line.split_whitespace().count() <= 6
        && matches!(
            last.as_str(),
            "reporter" | "editor" | "correspondent" | "writer" | "journalist" | "service" | "news"
        )
        && is_named(line)
}

/// What a line is by the way it begins.
pub(crate) fn standing(line: &str) -> Option<(FurnitureKind, &'static str)> {
    shaped(line).filter(|_| line.split_whitespace().take(64).count() < 64)
}

/// True where a line begins so, in any case.
#[inline]
fn begins(line: &str, with: &str) -> bool {
    let (line, with) = (line.as_bytes(), with.as_bytes());
    let first = |bytes: &[u8]| bytes.first().map_or(0, |b| b | 0x20);
    first(line) == first(with) && line.get(..with.len()).is_some_and(|lead| lead.eq_ignore_ascii_case(with))
}

/// What a line of less than 64 words is.
fn shaped(line: &str) -> Option<(FurnitureKind, &'static str)> {
    let most = |count: usize| line.split_whitespace().nth(count).is_none();
    let bare = line.trim_end_matches([')', ']']);
    let ends = |with: &str| {
        bare.len().checked_sub(with.len()).and_then(|at| bare.get(at..)).is_some_and(|end| same(end, with))
    };
    let image = [
        "[image", "![", "image source", "image copyright", "media playback is", "image: ", "[photo",
        "[picture", "[video", "(image", "(photo", "(picture", "(pic:",
    ];
    let file = [".jpg", ".jpeg", ".png", ".gif", ".webp"];
    if image.iter().any(|i| begins(line, i)) || (file.iter().any(|f| ends(f)) && most(6)) {
        return Some((FurnitureKind::Image, "furniture/image"));
    }
    if ["image caption", "media caption", "caption:", "pictured: ", "picture: ", "above: ", "main picture: "]
        .iter()
        .any(|c| begins(line, c))
    {
        return Some((FurnitureKind::Caption, "furniture/caption"));
    }
    let cue = memchr::memchr(b':', line.as_bytes()).and_then(|colon| line.get(..colon)).unwrap_or("");
    // No cue is longer.
    let lead = Small::lower(if cue.len() > 30 { "" } else { cue });
    let cues = [
        "read", "read more", "read next", "read also", "more", "see also", "watch", "watch now", "listen",
        "related", "also read", "related story", "related stories", "don't miss", "don’t miss", "latest",
        "recommended", "in other news", "more news", "you may also like", "most read", "trending",
        "also in the news", "elsewhere", "read on", "next",
    ];
    let shouted = cue.len() > 2 && !cue.chars().any(char::is_lowercase);
    let short =
        matches!(lead.as_str(), "read" | "more" | "latest" | "next" | "elsewhere" | "listen" | "watch");
    if cues.contains(&lead.as_str()) && (shouted || !short) {
        return Some((FurnitureKind::Teaser, "furniture/teaser"));
    }
    let stopped = line.trim_end().ends_with(['.', '?', '!', '”', '"']);
    if ["more from ", "more on this", "more stories", "more news from"].iter().any(|m| begins(line, m))
        && most(8)
        && !stopped
    {
        return Some((FurnitureKind::Teaser, "furniture/teaser"));
    }
    let places = ["facebook", "instagram", "twitter", "whatsapp", "bluesky", "tiktok"];
    if (begins(line, "follow ") || begins(line, "like us"))
        && !line.contains(" said")
        && places.iter().any(|p| line.to_lowercase().contains(p))
    {
        return Some((FurnitureKind::Navigation, "furniture/follow"));
    }
    // "Read the full report here": an invitation, not a sentence.
    let invites = [
        "read the ", "read our ", "view the ", "see the full", "download the ", "the full report",
        "find the full",
    ];
    if !invites.iter().any(|i| begins(line, i)) || !most(16) {
        return None;
    }
    let lower = line.to_lowercase();
    let here = lower.trim_end_matches(['.', ' ']).ends_with("here") || lower.contains("click here");
    here.then_some((FurnitureKind::Link, "furniture/link"))
}

/// A caption by its wording: "Under fire: The school, which …", "The home (file picture)".
pub(crate) fn caption(scan: &Scan<'_>, line: &Line) -> bool {
    let text = scan.text.at(line.span);
    if line.words >= 64 || (line.stopped && !text.trim_end_matches('.').ends_with(')')) {
        return false;
    }
    let lower = text.to_lowercase();
    let posed = [
        "(file picture)",
        "(file photo)",
        "(file image)",
        "(stock image)",
        "(stock picture)",
        "(posed by model)",
        "(posed by models)",
        "(picture posed by model)",
        "(library image)",
        "(library picture)",
        "(pictured)",
    ];
    if posed.iter().any(|p| lower.trim_end_matches('.').ends_with(p)) {
        return true;
    }
    if line.stopped || line.words < 5 {
        return false;
    }
    let pictured = [
        "pictured above", "pictured left", "pictured right", "pictured below", ", pictured", "(pictured",
        "stock image of", "is pictured",
    ];
    if pictured.iter().any(|p| lower.contains(p)) {
        return true;
    }
    // A few words, a colon, and a sentence without its full stop; but not "Behaviour: requires improvement".
    let Some((lead, rest)) = text.split_once(": ") else { return false };
    let lead_words = lead.split_whitespace().count();
    let figures = lead.bytes().any(|b| b.is_ascii_digit());
    let begins = rest.trim_start_matches(['\'', '‘', '“', '"']).starts_with(char::is_uppercase);
    let lead_span = Span::new(line.span.start, line.span.start + lead.len());
    let names = scan.within(lead_span).iter().filter(|h| h.end - h.start + 4 >= lead.len()).any(|h| {
        matches!(
            h.sense,
            Sense::Aspect(_) | Sense::Label(_) | Sense::Body { .. } | Sense::Measure(_) | Sense::Service(_)
        )
    });
    lead_words <= 5
        && !figures
        && begins
        && !names
        && rest.split_whitespace().count() >= 7
        && lead.starts_with(|c: char| !c.is_lowercase())
}

/// Addresses of pages: never words of the article.
pub(crate) fn links(text: &str) -> Vec<FurnitureMention> {
    let mut out: Vec<FurnitureMention> = Vec::new();
    for start in memchr::memmem::find_iter(text.as_bytes(), "http") {
        let Some(rest) = text.get(start..) else { continue };
        if !(rest.starts_with("http://") || rest.starts_with("https://"))
            || out.last().is_some_and(|l| start < l.span.end)
        {
            continue;
        }
        let len = rest
            .find(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '>' | '"' | '”' | '<'))
            .unwrap_or(rest.len());
        let len = rest.get(..len).map_or(0, |r| r.trim_end_matches(['.', ',', ';']).len());
        let span = Span::new(start, start + len);
        out.push(FurnitureMention {
            kind: FurnitureKind::Link,
            span,
            basis: Basis::Stated,
            rule: "furniture/address",
        });
    }
    out
}
