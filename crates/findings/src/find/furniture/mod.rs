//! Which lines of a text are the page's and not the article's.
//!
//! *What it finds*: the markers of the knowledge files where they stand as such; bylines, time stamps, captions,
//! teasers, links and picture names by their shape; and what follows a marker that closes the article, as long
//! as the article does not go on.
//! *What it leaves alone*: a sentence of the article that only holds the words of a marker.
//! *Where it is fooled*: a caption in its own words and with a full stop; readers' comments before any marker.

mod line;
mod marker;
mod reader;
mod repeats;
mod shape;
mod signed;
mod speaks;

use crate::fact::{Basis, Furniture, FurnitureKind, Part, Rule};
use crate::knowledge::{Effect, Knowledge};
use crate::scan::Scan;
use crate::text::Span;
use line::{Line, caption, dated_head, is_byline, is_named, is_role, is_time, links, standing};
use marker::{Markers, Match};
use repeats::repeats;
use shape::{Place, page_line};
use signed::signed_line;
use std::cell::OnceCell;

/// A stretch of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FurnitureMention {
    pub(crate) kind: FurnitureKind,
    pub(crate) span: Span,
    pub(crate) basis: Basis,
    pub(crate) rule: &'static str,
}

impl FurnitureMention {
    /// As it is reported, but for the words and their place in what was given.
    pub(crate) fn fact(&self) -> Furniture {
        Furniture {
            kind: self.kind,
            basis: self.basis,
            rule: Rule::new(self.rule),
            span: self.span,
            text: String::new(),
            part: Part::Text,
        }
    }
}

/// All page furniture of a text, in order, without overlaps.
#[derive(Debug, Default)]
pub(crate) struct Furnished {
    pub(crate) all: Vec<FurnitureMention>,
}

impl Furnished {
    /// True where page furniture stands: no fact comes from there.
    pub(crate) fn holds(&self, at: usize) -> bool {
        self.kind_at(at).is_some()
    }

    /// What sort of furniture stands there, if any.
    pub(crate) fn kind_at(&self, at: usize) -> Option<FurnitureKind> {
        let after = self.all.partition_point(|f| f.span.start <= at);
        let found = self.all.get(after.checked_sub(1)?)?;
        (at < found.span.end).then_some(found.kind)
    }

    /// The stretches, in order.
    pub(crate) fn spans(&self) -> Vec<Span> {
        self.all.iter().map(|f| f.span).collect()
    }

    /// The lines that say when the article was put up, in order: the first may date it.
    pub(crate) fn timestamps(&self) -> impl Iterator<Item = Span> + '_ {
        self.all.iter().filter(|f| f.kind == FurnitureKind::Timestamp).map(|f| f.span)
    }
}

/// Lines of the article before which a page has not begun to close.
const BODY: usize = 2;
/// Words of a headline.
const HEADLINE: usize = 18;

/// Finds the furniture of a text by the markers of the knowledge and by the shape of its lines.
pub(crate) fn find(scan: &Scan<'_>, knowledge: &Knowledge) -> Furnished {
    let lines: Vec<Line> = scan.text.paragraphs.iter().map(|span| Line::new(scan, *span)).collect();
    let mut page =
        Page { scan, lines, markers: Markers::new(knowledge), told: OnceCell::new(), found: Vec::new() };
    page.read();
    page.found.extend(links(scan.text.as_str()));
    page.found.sort_by_key(|f| (f.span.start, usize::MAX - f.span.end));
    let mut all: Vec<FurnitureMention> = Vec::new();
    for found in page.found {
        if all.last().is_none_or(|last| last.span.end <= found.span.start) {
            all.push(found);
        }
    }
    // A text of nothing but a date is no page: the date is all it says.
    if let [only] = all.as_slice()
        && only.kind == FurnitureKind::Timestamp
        && scan.text.paragraphs.iter().all(|p| only.span.contains(*p))
    {
        all.clear();
    }
    Furnished { all }
}

struct Page<'s> {
    scan: &'s Scan<'s>,
    lines: Vec<Line>,
    markers: Markers<'s>,
    /// What captions may repeat.
    told: OnceCell<Vec<u64>>,
    found: Vec<FurnitureMention>,
}

/// What the lines so far mean for the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// The article.
    Body,
    /// The article is over.
    Closed(FurnitureKind),
    /// Headlines of other stories, so many at most.
    Headlines(usize),
}

impl Page<'_> {
    fn read(&mut self) {
        let mut body = 0;
        let mut mode = Mode::Body;
        let mut highlight = false;
        let mut ix = 0;
        while let Some(line) = self.lines.get(ix).copied() {
            let matches = self.markers.on(self.scan, &line, body);
            let taken = self.shape(ix, body, mode);
            if let Some(count) = taken {
                ix += count;
                continue;
            }
            if self.scan.text.at(line.span).eq_ignore_ascii_case("@highlight") {
                self.push(FurnitureKind::Navigation, line.span, Basis::Stated, "furniture/highlight");
                // What follows are facts told again, each on a line or two without a full stop.
                (highlight, mode) = (true, Mode::Body);
            } else if !matches.is_empty() {
                self.marked(&line, &matches, matches!(mode, Mode::Closed(_)));
                mode = self.next_mode(&line, &matches, body, mode);
                if !matches.iter().any(|m| m.whole) {
                    self.speaks_of_page(&line, body);
                }
            } else {
                mode = self.unmarked(ix, body, mode, highlight);
            }
            let furnished = self.found.last().is_some_and(|f| f.span.start == line.span.start);
            body += usize::from(line.is_prose() && !furnished);
            ix += 1;
        }
    }

    /// Bylines and time stamps, which may take more than one line; the number of lines taken.
    fn shape(&mut self, ix: usize, body: usize, mode: Mode) -> Option<usize> {
        let text = self.scan.text;
        let line = *self.lines.get(ix)?;
        let next = self.lines.get(ix + 1).copied();
        let words = text.at(line.span);
        let head = body < BODY;
        if ix == 0
            && let Some(len) = dated_head(words)
        {
            let span = Span::new(line.span.start, line.span.start + len);
            self.push(FurnitureKind::Timestamp, span, Basis::Stated, "furniture/timestamp");
            return (len == line.span.len()).then_some(1);
        }
        let label = words.trim_end_matches([':', ' ']);
        let labels = ["published", "updated", "last updated", "first published", "posted"];
        if labels.iter().any(|l| l.eq_ignore_ascii_case(label)) && (head || mode != Mode::Body) {
            let time = next.filter(|n| is_time(text.at(n.span)));
            let span = time.map_or(line.span, |n| line.span.cover(n.span));
            self.push(FurnitureKind::Timestamp, span, Basis::Stated, "furniture/timestamp");
            return Some(1 + usize::from(time.is_some()));
        }
        // "2:31pm Thursday 19th December 2002" says nothing else wherever it stands.
        let whole = || words.bytes().filter(u8::is_ascii_digit).count() >= 7;
        if is_time(words) && (head || whole() || words.to_lowercase().contains("published")) {
            self.push(FurnitureKind::Timestamp, line.span, Basis::Stated, "furniture/timestamp");
            return Some(1);
        }
        let after_body = body > 0 && !head;
        let signed = || signed_line(words, head, next.map(|n| text.at(n.span)));
        if let Some(parts) = Some(line.words).filter(|&count| count < 13).and_then(|_| signed()) {
            for (from, to) in parts {
                let span = Span::new(line.span.start + from, line.span.start + to);
                self.push(FurnitureKind::Byline, span, Basis::Stated, "furniture/byline");
            }
            return Some(1);
        }
        if label.eq_ignore_ascii_case("by") && next.is_some_and(|n| is_named(text.at(n.span))) {
            let span = line.span.cover(next?.span);
            self.push(FurnitureKind::Byline, span, Basis::Stated, "furniture/byline");
            return Some(2);
        }
        if is_byline(words) && !(after_body && line.stopped) {
            self.push(FurnitureKind::Byline, line.span, Basis::Stated, "furniture/byline");
            if let Some(role) = next.filter(|n| is_role(text.at(n.span))) {
                self.push(FurnitureKind::Byline, role.span, Basis::Inferred, "furniture/byline");
                return Some(2);
            }
            return Some(1);
        }
        None
    }

    /// Reports a line with its markers: the line, or from each sentence with a marker on, or the words alone.
    fn marked(&mut self, line: &Line, matches: &[Match], closed: bool) {
        let whole: Vec<&Match> = matches.iter().filter(|m| m.whole).collect();
        for m in matches.iter().filter(|m| !m.whole) {
            self.push(m.kind, m.span, Basis::Stated, "furniture/words");
        }
        let first = whole.first().filter(|m| !m.from_start && !closed);
        let mut start = first.map_or(line.span.start, |m| m.span.start);
        for (ix, m) in whole.iter().enumerate() {
            let end = whole.get(ix + 1).map_or(line.span.end, |next| next.span.start.max(start));
            let words = self.scan.text.at(Span::new(start, end)).trim_end();
            // "Read the full report here" leads to the report, not to another story.
            let link = standing(words).filter(|(kind, _)| *kind == FurnitureKind::Link);
            let (kind, kept) = (link.map_or(m.kind, |(kind, _)| kind), words.len());
            self.push(kind, Span::new(start, start + kept), Basis::Stated, "furniture/marker");
            start = end;
        }
    }

    fn next_mode(&self, line: &Line, matches: &[Match], body: usize, mode: Mode) -> Mode {
        let Some(last) = matches.iter().rfind(|m| m.whole) else { return mode };
        let colon = self.scan.text.at(line.span).ends_with(':');
        let heading = line.words <= last.words + 2 && (!line.stopped || colon);
        match last.effect {
            Effect::CutAfter if body >= BODY => Mode::Closed(last.kind),
            _ if matches!(mode, Mode::Closed(_)) => mode,
            _ if last.kind == FurnitureKind::Teaser && heading && body >= BODY => Mode::Headlines(8),
            _ => Mode::Body,
        }
    }

    /// A line without a marker: what it is by what went before, or by its shape.
    fn unmarked(&mut self, ix: usize, body: usize, mode: Mode, highlight: bool) -> Mode {
        let Some(&line) = self.lines.get(ix) else { return mode };
        let words = self.scan.text.at(line.span);
        match mode {
            Mode::Closed(kind) if !(kind != FurnitureKind::Comments && line.resumes(self.scan)) => {
                self.push(kind, line.span, Basis::Inferred, "furniture/after-the-end");
                return mode;
            }
            Mode::Headlines(left) if left > 0 && self.is_headline(&line) => {
                self.push(FurnitureKind::Teaser, line.span, Basis::Inferred, "furniture/headline");
                return Mode::Headlines(left - 1);
            }
            _ => {}
        }
        if highlight {
            return Mode::Body;
        }
        if let Some((kind, rule)) = standing(words) {
            self.push(kind, line.span, Basis::Stated, rule);
            // "More from the Echo": a heading, over the headlines of other stories.
            let heading = words.split_once(':').is_none_or(|(_, rest)| rest.trim().is_empty());
            if kind == FurnitureKind::Teaser && heading && line.words <= 8 && body >= BODY {
                return Mode::Headlines(8);
            }
        } else if let Some(kind) = self.speaks_of_page(&line, body) {
            if kind == FurnitureKind::Teaser && line.words <= 6 && body >= BODY {
                return Mode::Headlines(8);
            }
        } else if body > 0
            && (caption(self.scan, &line)
                || (line.may_be_caption() && repeats(self.scan, &self.lines, &self.told, &line)))
        {
            self.push(FurnitureKind::Caption, line.span, Basis::Inferred, "furniture/caption");
        }
        Mode::Body
    }

    /// A line that may be the headline of another story: no sentence, and no line of a table of judgements.
    fn is_headline(&self, line: &Line) -> bool {
        let words = self.scan.text.at(line.span);
        let short =
            |mark: &str| words.rsplit_once(mark).is_some_and(|(_, rest)| rest.split(' ').nth(4).is_none());
        let row = line.tells && [": ", " - ", " – "].into_iter().any(short);
        line.words <= HEADLINE && (!line.stopped || words.ends_with('?')) && !row
    }

    /// A line that speaks to the reader or of the page, or does so from one of its sentences on.
    fn speaks_of_page(&mut self, line: &Line, body: usize) -> Option<FurnitureKind> {
        let text = self.scan.text;
        let place = if body < BODY { Place::Head } else { Place::Later };
        if let Some((kind, rule)) = page_line(text.at(line.span), place, line.tells) {
            self.push(kind, line.span, Basis::Stated, rule);
            return Some(kind);
        }
        if line.words > 60 || line.tells {
            return None;
        }
        let from = text.sentence_at(line.span.start);
        let inside = text.sentences.get(from..)?.iter().take_while(|s| s.start < line.span.end).take(8);
        for sentence in inside {
            let kind = page_line(text.at(*sentence), place, false).map(|(kind, _)| kind);
            let asks =
                matches!(kind, Some(FurnitureKind::Appeal | FurnitureKind::Comments | FurnitureKind::Teaser));
            if let Some(kind) = kind.filter(|_| asks) {
                // "Love local sport? Sign up …": the question leads to it.
                let lead =
                    text.at(Span::new(line.span.start, sentence.start.max(line.span.start))).trim_end();
                let led = lead.ends_with('?') && lead.split_whitespace().nth(8).is_none();
                let start = if led { line.span.start } else { sentence.start.max(line.span.start) };
                let span = Span::new(start, line.span.end);
                self.push(kind, span, Basis::Stated, "furniture/sentence");
                return Some(kind);
            }
        }
        None
    }

    fn push(&mut self, kind: FurnitureKind, span: Span, basis: Basis, rule: &'static str) {
        if !span.is_empty() {
            self.found.push(FurnitureMention { kind, span, basis, rule });
        }
    }
}
