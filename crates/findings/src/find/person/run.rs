//! Capitalised words in a row, taken apart: openers, office, titles, name; and what marks the name as a person's.
//! Knows nothing of the same person elsewhere.

use crate::find::person::beside::{is_nickname, owns_kin, possessor, relative, stands_for};
use crate::find::person::lists::{
    HOUSES, NOT_PEOPLE, OPENERS, PARTICLE_PAIRS, PARTICLES, TITLE_PAIRS, TITLES,
};
use crate::find::person::{first_name, office};
use crate::find::quote::words::{Heard, Voice};
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::Span;
use crate::text::bytes::word_end;
use crate::text::small::Small;
use crate::text::word::{Shape, Word, at, genitive, next_capital, plain, words};
use foldhash::HashSet;
use std::borrow::Cow;

/// Capitalised words in a row that may be a name.
pub(super) struct Run {
    /// Title and name.
    pub(super) span: Span,
    pub(super) name: Vec<Word>,
    pub(super) title: Option<&'static str>,
    /// The office that stands before the name, with what belongs to it.
    pub(super) before: Option<Span>,
    /// The office that stands after the name and a comma.
    pub(super) after: Option<Span>,
    /// "Ann Hay, of Save Our School": whom the person stands for.
    pub(super) of: Option<Span>,
    pub(super) marked: bool,
    /// A first name alone, of somebody's daughter or son.
    pub(super) relative: bool,
    /// Opens a sentence as a name would, but is not marked as one.
    pub(super) perhaps: bool,
    pub(super) genitive: bool,
}

/// True for a word that opens sentences with a capital and belongs to no name.
pub(crate) fn opens(word: &str) -> bool {
    OPENERS.has(word)
}

/// True for two or three capitalised words of which none is a body's, a place's or a thing's.
pub(crate) fn may_be_person(name: &str) -> bool {
    let plain = |w: Word| {
        let word = at(name, w.span);
        w.shape == Shape::Capital && !is_house(word) && !NOT_PEOPLE.has_in_any_case(word)
    };
    let all = words(name, Span::new(0, name.len()));
    (2..=3).contains(&name.split(' ').count()) && all.into_iter().all(plain)
}

/// The words of a name, as they stand in the text where nothing but a space is between them.
pub(super) fn name_of<'t>(text: &'t str, run: &Run) -> Cow<'t, str> {
    if let (Some(first), Some(last)) = (run.name.first(), run.name.last()) {
        let joined = |pair: &[Word]| text.get(pair[0].span.end..pair[1].span.start) == Some(" ");
        let (stem, _) = genitive(at(text, last.span));
        if run.name.windows(2).all(joined) && !is_nickname(text, *first) {
            return Cow::Borrowed(at(text, Span::new(first.span.start, last.span.start + stem.len())));
        }
    }
    let nickname = |w: &Word| {
        let len = |c: Option<char>| c.map_or(0, char::len_utf8);
        let before = len(text.get(..w.span.start).and_then(|t| t.chars().next_back()));
        let after = len(text.get(w.span.end..).and_then(|t| t.chars().next()));
        is_nickname(text, *w).then(|| Span::new(w.span.start - before, w.span.end + after))
    };
    let mut name = String::with_capacity(run.span.len());
    for (ix, word) in run.name.iter().enumerate() {
        if ix > 0 {
            name.push(' ');
        }
        let part = at(text, nickname(word).unwrap_or(word.span));
        name.push_str(if ix + 1 == run.name.len() { genitive(part).0 } else { part });
    }
    Cow::Owned(name)
}

pub(super) fn last_name<'t>(text: &'t str, run: &Run) -> Option<&'t str> {
    run.name.last().map(|w| genitive(at(text, w.span)).0)
}

/// What the article shows elsewhere to be a place or a body: "Eastmoor" in "Eastmoor Council" or "in Eastmoor".
pub(super) fn not_people<'t>(scan: &'t Scan<'_>, runs: &[Run]) -> HashSet<Cow<'t, str>> {
    let text = scan.text.as_str();
    let mut names = HashSet::default();
    for run in runs.iter().filter(|r| r.title.is_none() && r.name.len() > 1 && !r.marked) {
        let before = text[..run.span.start].trim_end();
        let after = text[run.span.end..].trim_start();
        let next = words(after, Span::new(0, after.len().min(24))).next().map_or("", |w| at(after, w.span));
        let place = [" in", " at", " near", " across", " around"].iter().any(|p| before.ends_with(p));
        if place || NOT_PEOPLE.has_in_any_case(next) {
            names.insert(name_of(text, run));
        }
    }
    names
}

/// The runs of capitalised words in one paragraph; a single untitled word goes to `lone`.
pub(super) fn gather(
    scan: &Scan<'_>,
    heard: &[Heard],
    paragraph: Span,
    (runs, lone, row): (&mut Vec<Run>, &mut Vec<Word>, &mut Vec<Word>),
) {
    let text = scan.text.as_str();
    row.clear();
    let mut from = paragraph.start;
    while let Some(start) = next_capital(text, from, paragraph.end) {
        if row.is_empty()
            && let Some(end) = alone(text, start, paragraph.end)
        {
            let word = plain(text, Span::new(start, end));
            if heads_nothing(text, heard, word) {
                lone.extend(Some(word).filter(|w| w.shape == Shape::Capital && !opens(at(text, w.span))));
            } else {
                close(scan, heard, paragraph, &[word], runs, lone);
            }
            from = end;
            continue;
        }
        from = paragraph.end;
        for word in words(text, Span::new(start, paragraph.end)) {
            let joins = row.last().is_some_and(|last| {
                joined(text, *last, word)
                    || is_nickname(text, word)
                    || (row.len() > 1 && is_nickname(text, *last))
            });
            let particle = || {
                let word = at(text, word.span);
                joins && PARTICLE_PAIRS.may_begin(word) && PARTICLES.contains(&word)
            };
            let goes_on = word.is_capital() || particle();
            let on = joins && goes_on;
            if !(row.is_empty() || on) {
                close(scan, heard, paragraph, row, runs, lone);
                row.clear();
            }
            if goes_on {
                row.push(word);
            } else {
                from = word.span.end;
                break;
            }
        }
    }
    close(scan, heard, paragraph, row, runs, lone);
}

/// True for a word by itself that is no first name of somebody's daughter or son.
fn heads_nothing(text: &str, heard: &[Heard], word: Word) -> bool {
    opens(at(text, word.span)) || relative(text, heard, word.span.start).is_none()
}

/// Where a capitalised word ends that stands before a word in small letters which goes on with no name, before a figure,
/// or before a sign that ends a name.
fn alone(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(..end)?;
    if !bytes.get(start).is_some_and(u8::is_ascii_uppercase) {
        return None;
    }
    let next = word_end(bytes, start);
    let particle = || PARTICLE_PAIRS.may_begin(text.get(next + 1..).unwrap_or_default());
    let ends = match bytes.get(next..).unwrap_or_default() {
        [b' ', b'a'..=b'z', ..] => !particle(),
        // "Norburn. The": but "Dr. Hay", and an initial.
        [b'.', b' ', b'A'..=b'Z' | b'a'..=b'z', ..] | [b'.'] => {
            let word = text.get(start..next).unwrap_or_default();
            word.len() > 1 && !(TITLE_PAIRS.may_begin(word) && TITLES.contains(&word))
        }
        [b' ', b'0'..=b'9', ..] | [b',' | b';' | b':' | b')' | b'!' | b'?', ..] => true,
        _ => false,
    };
    ends.then_some(next)
}

/// True where two words can belong to one name: only a space, or the stop of an initial or a title, between.
fn joined(text: &str, last: Word, next: Word) -> bool {
    let before = at(text, last.span);
    let near = match text.get(last.span.end..next.span.start) {
        Some(" " | "  ") => true,
        Some(". ") => before.len() == 1 || TITLES.contains(&before),
        _ => false,
    };
    near && !genitive(before).1
}

/// Takes a row of capitalised words apart: openers, office, titles, name.
fn close(
    scan: &Scan<'_>,
    heard: &[Heard],
    paragraph: Span,
    row: &[Word],
    runs: &mut Vec<Run>,
    lone: &mut Vec<Word>,
) {
    let text = scan.text.as_str();
    // "Justice" is a title only after another: "Mr Justice Oakes", not "Youth Justice Service".
    let is_title = |w: &Word| {
        let word = at(text, w.span);
        let lone_justice = || {
            let before = text[..w.span.start].trim_end();
            word == "Justice"
                && !["Mr", "Mrs", "Ms", "Lord", "Lady", "Dame"].iter().any(|t| before.ends_with(t))
        };
        TITLE_PAIRS.may_begin(word) && TITLES.contains(&word) && !lone_justice()
    };
    let particles = row.iter().rev().take_while(|w| w.shape == Shape::Lower).count();
    let openers = row.iter().take_while(|w| opens(at(text, w.span))).count();
    let Some(row) = row.get(openers..row.len() - particles).filter(|row| !row.is_empty()) else { return };
    // "Conservative | Neil Hay": his party is none of his names.
    let party =
        row.len() > 2 && office::is_party(at(text, row[0].span)) && !office::is_party(at(text, row[1].span));
    let row = if party { &row[1..] } else { row };
    let before_last = &row[..row.len() - 1];
    let start = before_last
        .iter()
        .rposition(|w| {
            let word = at(text, w.span);
            is_title(w)
                || word.as_bytes().contains(&b'-') && word.contains("-of-")
                || office::ends_at(heard, w.span.end)
        })
        .map_or(0, |ix| ix + 1);
    let (head, name) = row.split_at(start);
    let titles = head.iter().rev().take_while(|w| is_title(w)).count();
    let titles = &head[head.len() - titles..];
    let title = titles.iter().filter_map(|w| TITLES.iter().copied().find(|t| *t == at(text, w.span)));
    let title = title.reduce(|a, b| if matches!(b, "Sir" | "Dame" | "Justice") { b } else { a });
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return };
    let begin = titles.first().unwrap_or(first).span.start;
    let (stem, genitive) = genitive(at(text, last.span));
    let span = Span::new(begin, last.span.start + stem.len());
    let alone = title.is_none() && name.len() == 1;
    let relative = if alone { relative(text, heard, begin) } else { None };
    if alone && relative.is_none() {
        if head.is_empty() && first.shape == Shape::Capital {
            lone.push(*first);
        }
        return;
    }
    // "MP for Norburn East | Ann Hay": a known first name begins the name where a place stands before it.
    let name = match name.len().checked_sub(2) {
        Some(at @ 1..)
            if title.is_none() && follows_for(text, first.span.start) && is_first(text, &name[at]) =>
        {
            &name[at..]
        }
        _ => name,
    };
    let Some(first) = name.first() else { return };
    let begin = titles.first().unwrap_or(first).span.start;
    let span = Span::new(begin, span.end);
    // "Kelly Ward", "Dave Hill": surnames too, after a first name that everybody knows.
    let surname = |w: &Word| {
        let known = ["ward", "hall", "lane", "green", "hill", "west", "north", "force", "farm"];
        name.len() == 2
            && w.span == last.span
            && known.contains(&Small::lower(stem).as_str())
            && (is_first(text, first) || !titles.is_empty())
    };
    let strange = |w: &Word| {
        let word = Small::lower(self::genitive(at(text, w.span)).0);
        matches!(w.shape, Shape::Capitals | Shape::Figure)
            || (title.is_none() && NOT_PEOPLE.has(word.as_str()) && !surname(w))
    };
    if name.len() > 4 || name.iter().any(strange) || (title.is_none() && known_otherwise(scan, span)) {
        return;
    }
    let before = relative.or_else(|| office::before(text, paragraph, heard, begin));
    let after = if genitive { None } else { office::after(text, paragraph, heard, span.end) };
    let after_the = title.is_none() && before.is_none() && text[..begin].trim_end().ends_with("the");
    let of = stands_for(text, paragraph, span.end);
    let of = of.or_else(|| before.is_none().then(|| possessor(text, paragraph.start, begin)).flatten());
    let marked = !after_the
        && (of.is_some()
            || title.is_some()
            || before.is_some()
            || after.is_some()
            || (genitive && owns_kin(text, last.span.end))
            || speaks(text, heard, span)
            || placed_speaker(text, heard, paragraph, span.end)
            || told_of(text, span.end));
    let heads = scan.text.sentences.get(scan.text.sentence_at(begin)).is_some_and(|s| s.start == begin);
    let goes_on = text[span.end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
    let perhaps = !marked && heads && goes_on && !genitive && name.len() <= 3;
    let relative = relative.is_some();
    runs.push(Run {
        span,
        name: name.to_vec(),
        title,
        before,
        after,
        of,
        marked,
        relative,
        perhaps,
        genitive,
    });
}

/// True for a word that many people are first called by.
fn is_first(text: &str, word: &Word) -> bool {
    at(text, word.span).split('-').next().and_then(first_name::sex).is_some()
}

/// True where "for" or "of" stands before.
fn follows_for(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.ends_with(" for ") || before.ends_with(" of "))
}

/// True when the scan knows the words as a body, a provider or what only looks like one.
fn known_otherwise(scan: &Scan<'_>, span: Span) -> bool {
    // "Lyle-Hall" is no hall.
    let inside = |at: usize| scan.text.as_str().get(..at).is_some_and(|before| before.ends_with('-'));
    scan.within(span).iter().any(|h| {
        h.end <= span.end
            && !inside(h.start)
            && matches!(
                h.sense,
                Sense::Body { .. } | Sense::Provider { .. } | Sense::NotA(_) | Sense::Aspect(_)
            )
    })
}

/// "Ann Hay said", "said Ann Hay".
fn speaks(text: &str, heard: &[Heard], span: Span) -> bool {
    let next = heard.partition_point(|h| h.span.start < span.end);
    // "The other, Kate Hay, said": between commas, where the first name is one.
    let apposed = || {
        let first = text.get(span.start..span.end).and_then(|name| name.split(' ').next());
        text.get(..span.start).is_some_and(|lead| lead.ends_with(", "))
            && first.and_then(first_name::sex).is_some()
    };
    let gap_after = |h: &&Heard| {
        let gap = text.get(span.end..h.span.start).unwrap_or(".");
        gap.trim() == "," && apposed()
            || matches!(
                gap.trim(),
                "" | "also" | "has" | "today" | "yesterday" | "later" | "then" | "had" | "previously"
            )
    };
    let said = heard.get(next).filter(|h| h.voice == Voice::Say).is_some_and(|h| gap_after(&h));
    let before = heard.partition_point(|h| h.span.start < span.start);
    let saying = before.checked_sub(1).and_then(|ix| heard.get(ix)).filter(|h| h.voice == Voice::Say);
    said || saying.is_some_and(|h| text.get(h.span.end..span.start).is_some_and(|gap| gap.trim().is_empty()))
}

/// "Ann Hay of Norburn said".
fn placed_speaker(text: &str, heard: &[Heard], paragraph: Span, end: usize) -> bool {
    let Some(lead) = [" of ", " from "].iter().find(|lead| text[end..].starts_with(**lead)) else {
        return false;
    };
    let place = Span::new(end + lead.len(), paragraph.end);
    let Some(last) = words(text, place).take_while(Word::is_capital).take(3).last() else { return false };
    speaks(text, heard, Span::new(end, last.span.end))
}

/// A word that makes of a name a group's.
pub(super) fn is_house(word: &str) -> bool {
    HOUSES.has_in_any_case(word)
}

/// "Ann Hay, 54, …", "Ann Hay, who …".
fn told_of(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    let Some(rest) = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(" (")) else { return false };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let aged = (1..=3).contains(&digits) && rest[digits..].starts_with([',', '.', ')']);
    let acts = ["defending", "prosecuting", "mitigating", "representing"].iter().any(|w| rest.starts_with(w));
    let from = rest.strip_prefix("of ").or_else(|| rest.strip_prefix("from "));
    let from = from.is_some_and(|place| place.starts_with(char::is_uppercase));
    aged || acts || from || rest.starts_with("who ") || rest.starts_with("whose ")
}
