//! Where a marker of the knowledge files marks a line, and where its words only occur in one. Knows no other line.

use crate::fact::FurnitureKind;
use crate::find::furniture::line::{Line, is_named};
use crate::knowledge::lexicon::Sense;
use crate::knowledge::{Effect, Knowledge, Marker, PagePart, Stands};
use crate::scan::Scan;
use crate::text::Span;
use crate::text::edge::{ceiling, floor};
use crate::text::word::split;

/// A marker on a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    pub(crate) kind: FurnitureKind,
    pub(crate) effect: Effect,
    /// From the marker's sentence on, or its own words where only they are furniture.
    pub(crate) span: Span,
    /// True where the line is furniture from here on.
    pub(crate) whole: bool,
    /// True where what stands before the marker on the line is furniture too.
    pub(crate) from_start: bool,
    /// Words of the marker.
    pub(crate) words: usize,
}

/// How far around a marker's words its line is read, in bytes.
const NEAR: usize = 400;

/// The markers, with those of a single word at hand: the scan does not look for them.
pub(crate) struct Markers<'k> {
    knowledge: &'k Knowledge,
}

impl<'k> Markers<'k> {
    pub(crate) fn new(knowledge: &'k Knowledge) -> Markers<'k> {
        Markers { knowledge }
    }

    /// The markers that mark a line, in order, after `body` lines of the article.
    pub(crate) fn on(&self, scan: &Scan<'_>, line: &Line, body: usize) -> Vec<Match> {
        let mut out: Vec<Match> = Vec::new();
        for hit in scan.within(line.span) {
            if let Sense::Furniture(ix) = hit.sense
                && let Some(marker) = self.knowledge.markers().get(usize::from(ix))
            {
                out.extend(judge(scan, line, marker, Span::new(hit.start, hit.end), body));
            }
        }
        let text = scan.text.at(line.span);
        if line.words <= 20 && out.is_empty() {
            let first = decoration(text);
            let words: Vec<&str> = split(text).collect();
            for (word, at) in
                [words.first().zip(Some(first)), words.last().map(|w| (w, text.len() - w.len()))]
                    .into_iter()
                    .flatten()
            {
                for (marker, phrase) in self.knowledge.single_markers(word) {
                    let there =
                        text.get(at..at + phrase.len()).is_some_and(|t| t.eq_ignore_ascii_case(phrase));
                    let start = line.span.start + at;
                    if there && !matches!(marker.stands, Stands::Contains) {
                        out.extend(judge(scan, line, marker, Span::new(start, start + phrase.len()), body));
                    }
                }
            }
        }
        out.extend(signed(scan, line, body));
        out.sort_by_key(|m| (m.span.start, usize::MAX - m.span.end));
        out.dedup_by_key(|m| m.span.start);
        out
    }
}

/// ", reports Ann Hay": who wrote it, at the end of a standfirst.
fn signed(scan: &Scan<'_>, line: &Line, body: usize) -> Option<Match> {
    let text = scan.text.at(line.span);
    let at = (body < 2).then(|| text.rfind(" reports "))??;
    let name = text.get(at + 9..)?.trim_end_matches('.');
    let names =
        (2..=4).contains(&name.split_whitespace().count()) && is_named(name) && !name.contains("The ");
    let start = text.get(..at)?.trim_end_matches(',').len();
    names.then(|| Match {
        kind: FurnitureKind::Byline,
        effect: Effect::Strip,
        span: Span::new(line.span.start + start, line.span.end),
        whole: false,
        from_start: false,
        words: 1,
    })
}

/// A marker's words on a line: what they make of it.
fn judge(scan: &Scan<'_>, line: &Line, marker: &Marker, at: Span, body: usize) -> Option<Match> {
    // Only what stands near counts: a whole text may be one line.
    let whole = scan.text.as_str();
    let near = Span::new(
        line.span.start.max(floor(whole, at.start.saturating_sub(NEAR))),
        line.span.end.min(ceiling(whole, at.end + NEAR)),
    );
    let text = scan.text.at(near);
    let accompanied = || {
        let lower = text.to_lowercase();
        marker.with.iter().any(|w| lower.contains(&w.to_lowercase()))
    };
    let words = scan.text.at(at).split_whitespace().count();
    let single = words == 1;
    let fits = marker.max_words.is_none_or(|most| line.words <= usize::from(most))
        && (!marker.digits || text.bytes().any(|b| b.is_ascii_digit()))
        && !marker.name_after;
    if !fits {
        return None;
    }
    let before = scan.text.at(Span::new(line.span.start, at.start));
    let after = scan.text.at(Span::new(at.end, line.span.end));
    let opens = decoration(before) == before.len();
    let closes = after.chars().all(|c| !c.is_alphanumeric());
    let begins_sentence = !single
        && scan
            .text
            .sentences
            .get(scan.text.sentence_at(at.start))
            .is_some_and(|s| s.start + decoration(scan.text.at(*s)) == at.start);
    let stands = match marker.stands {
        Stands::Equals => opens && closes,
        Stands::Starts => opens || begins_sentence,
        Stands::Ends => closes,
        Stands::Contains => true,
    };
    let prose = line.stopped && line.words >= 10;
    // In a sentence of the article the words of a marker are only words.
    let only_words = match marker.stands {
        Stands::Contains | Stands::Ends => {
            let small = scan.text.at(at).starts_with(char::is_lowercase)
                && marker.phrases.iter().all(|p| p.starts_with(char::is_uppercase));
            prose && (line.tells || small || line.words > 60 || (body > 0 && brief(marker.kind)))
        }
        Stands::Starts => prose && (single || (!opens && line.tells && words < 3)),
        Stands::Equals => false,
    };
    let placed = match marker.part {
        PagePart::Head => body < 2 || (line.words <= 5 && !line.stopped),
        PagePart::Tail => body >= 1 || matches!(marker.stands, Stands::Equals | Stands::Starts),
        PagePart::Inline | PagePart::Any => true,
    };
    if !stands || only_words || !placed || !(marker.with.is_empty() || accompanied()) {
        return None;
    }
    match marker.effect {
        Effect::Flag => None,
        Effect::Strip => strip(scan, line, marker, at),
        Effect::CutAfter | Effect::DropLine | Effect::Keep => {
            // A line with two markers is parted where the second one's sentence begins.
            let sentence = scan.text.sentences.get(scan.text.sentence_at(at.start))?;
            let from = sentence.start.max(line.span.start);
            let from_start = opens || !prose || (!line.tells && !matches!(marker.stands, Stands::Starts));
            let span = Span::new(from, at.end);
            Some(Match { kind: marker.kind, effect: marker.effect, span, whole: true, from_start, words })
        }
    }
}

/// Only the words of the marker go, or the brackets they open; a short line of nothing else goes whole.
fn strip(scan: &Scan<'_>, line: &Line, marker: &Marker, at: Span) -> Option<Match> {
    let found = |span: Span, whole: bool| {
        Some(Match {
            kind: marker.kind,
            effect: marker.effect,
            span,
            whole,
            from_start: whole,
            words: scan.text.at(at).split_whitespace().count(),
        })
    };
    if scan.text.at(at).starts_with(['(', '[']) {
        let rest =
            scan.text.at(Span::new(at.start, line.span.end.min(ceiling(scan.text.as_str(), at.end + NEAR))));
        let close = rest.find([')', ']']).map_or(at.end, |i| at.start + i + 1);
        return found(Span::new(at.start, close.max(at.end)), false);
    }
    if line.words <= 15 && !line.stopped {
        return found(line.span, true);
    }
    None
}

/// Kinds that are never a whole sentence of prose.
const fn brief(kind: FurnitureKind) -> bool {
    matches!(
        kind,
        FurnitureKind::Image
            | FurnitureKind::Caption
            | FurnitureKind::Byline
            | FurnitureKind::Timestamp
            | FurnitureKind::Navigation
    )
}

/// Bytes of bullets, marks and brackets before the first word.
fn decoration(text: &str) -> usize {
    text.find(|c: char| c.is_alphanumeric() || matches!(c, '©' | '@' | '£' | '(' | '[')).unwrap_or(text.len())
}
