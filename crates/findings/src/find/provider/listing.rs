//! Names beside their grades in lists: after a label ("The 12 rated poor were A, B and C"), before grades in brackets ("A (0)
//! and B (1)"). Knows nothing of head nouns; refuses lists of one.

use super::comma::{comma_list, goes_on, plural_before};
use super::introduced::{inspected, usual};
use super::{NameMention, is_body};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::{Scan, Sorts};
use crate::text::table::Pairs;
use crate::text::{Span, beside};
use std::cell::OnceCell;

/// Small words inside a name.
pub(super) const JOINERS: &[&str] =
    &["of", "and", "the", "&", "on", "at", "@", "in", "na", "nan", "y", "yr", "ar", "le", "la"];

/// Bare names listed after a label and "were", "are" or a colon ("The 12 rated poor were Ely, Marsh and
/// Stow"): of the kind that the nearest plural before them says ("councils").
pub(super) fn listed(scan: &Scan<'_>, knowledge: &Knowledge, numbers: &[(Span, u16)]) -> Vec<NameMention> {
    let mut found = lines(scan, knowledge);
    let mut done = 0;
    let labels = scan.labels().iter();
    let mut grades: Vec<Span> = labels.map(|h| Span::new(h.start, h.end)).collect();
    grades.extend(numbers.iter().map(|n| n.0));
    grades.sort();
    let lists: Vec<Listed> = grades.iter().filter_map(|hit| after_label(scan, *hit)).collect();
    // "Fair: Ely" beside "Good: Marsh, Stow and Tey": where several grades head names, one name is a list too.
    let headed = lists.iter().filter(|l| l.heads).count() > 1;
    for list in lists {
        // "Those rated good include Peel Lane and St Mary's Primary": as the one that says it.
        let own_head = |n: &Span| {
            scan.within(*n).iter().find_map(|h| match h.sense {
                Sense::Provider { service, form: HeadForm::Tail } if h.end == n.end && h.start > n.start => {
                    (!knowledge.is_weak_name(service, scan.text.at(*n))).then_some(service)
                }
                _ => None,
            })
        };
        let kind = || {
            plural_before(scan, knowledge, list.label)
                .or_else(|| of_own_names(scan, knowledge))
                .or_else(|| list.names.iter().find_map(own_head))
        };
        // "Good: Leadership, Behaviour": areas.
        let part = |h: &Hit| matches!(h.sense, Sense::Aspect(_) | Sense::Service(_));
        let of_one = list.names.iter().any(|n| scan.within(*n).iter().any(|h| part(h) && h.end == n.end));
        let known = list.names.iter().any(|n| is_body(scan, *n));
        let least = if headed && list.heads && !known { 1 } else { 3 - usize::from(list.two) };
        if list.names.len() < least || of_one || list.label < done {
            continue;
        }
        if let Some(kind) = kind() {
            done = list.end;
            found.extend(list.names.into_iter().map(|span| NameMention::bare(span, kind)));
        }
    }
    found
}

/// The names that stand after a label.
struct Listed {
    label: usize,
    names: Vec<Span>,
    end: usize,
    /// True where the label opens the sentence, and the names are all that follows.
    heads: bool,
    /// True where the sentence counts two.
    two: bool,
}

/// How the verbs begin that stand between a label and a list.
static TELLS: Pairs = Pairs::new(&["were", "are", "include"]);

/// So far from a label its list has begun.
const NEAR: usize = 80;

/// "… were Ely, Marsh and Stow", ": Ely, Marsh" right after a label.
fn after_label(scan: &Scan<'_>, hit: Span) -> Option<Listed> {
    let text = scan.text.as_str();
    let sentence = scan.text.sentences.get(scan.text.sentence_at(hit.start))?;
    let rest = text.get(hit.end..sentence.end)?;
    let bare = rest.trim_start_matches(['"', '”', '’', '\'', ' ']);
    // Most labels head nothing.
    let verbs = Span::new(hit.end, sentence.end.min(sentence.end - bare.len() + NEAR));
    if memchr::memchr(b':', rest.as_bytes()).is_none() && scan.like(verbs, &TELLS).next().is_none() {
        return None;
    }
    let opening = ["were ", "are ", "include ", "included ", "includes ", "including ", ": "]
        .iter()
        .find(|o| bare.starts_with(**o) && (bare.len() < rest.len() || **o == ": "));
    // "given a 1, which means that much has to be done: the Laurels, Ash Court and …"
    let gloss = || {
        let told = [", which means", ", which meant", ", meaning"].iter().any(|g| rest.starts_with(g));
        told.then(|| rest.find(": ")).flatten().map(|at| (at, 2))
    };
    // "rated good by the CQC: the Laurels, Ash Court and …"
    let past = || {
        gloss().or_else(|| {
            let colon = memchr::memmem::find(rest.as_bytes(), b": ").map(|at| (at, 2));
            let verb = scan.words(verbs).iter().map(|w| w.span()).find(|w| {
                let parted = |at: usize| text.as_bytes().get(at) == Some(&b' ');
                let told = matches!(scan.text.at(*w), "were" | "are" | "include" | "included" | "includes");
                told && w.start > hit.end && parted(w.start - 1) && parted(w.end) && w.end < sentence.end
            });
            let verb = verb.map(|w| (w.start - 1 - hit.end, w.len() + 2));
            let first = colon.into_iter().chain(verb).min();
            first.filter(|&(at, _)| at < 60 && !rest[..at].contains([',', ';', '(']))
        })
    };
    let from = match opening {
        Some(opening) => sentence.end - bare.len() + opening.len(),
        None => match past().filter(|_| rest.starts_with([' ', '"', '”', '’', '\'', ','])) {
            Some((at, len)) => hit.end + at + len,
            None => return None,
        },
    };
    // "…; fair: Tey": the next grade heads a list of its own.
    let next = |h: &&Hit| {
        matches!(h.sense, Sense::Label(_))
            && text[..h.start].ends_with("; ")
            && text[h.end..].starts_with(": ")
    };
    let until = Span::new(from, sentence.end.max(from));
    let end = scan.within(until).iter().find(next).map_or(sentence.end, |h| h.start - 2);
    let names = comma_list(text, from, end);
    let before = text.get(sentence.start..hit.start).unwrap_or_default();
    let opens = before.chars().all(|c| !c.is_alphanumeric()) || before.ends_with("; ");
    let ends = |rest: &str| !rest.contains(char::is_alphanumeric) || goes_on(rest);
    let whole = names.last().is_some_and(|n| ends(&text[n.end..end]));
    // "Two of the town's schools are rated good: Hill Road and St Anne's."
    let words = || scan.text.at(*sentence).split(' ');
    let two = words().take(8).any(|w| matches!(w, "Two" | "two" | "Both" | "both"))
        || words().next().is_some_and(|w| matches!(w, "Among" | "Those" | "Others" | "Other" | "Also"));
    let heads = opens && whole && opening == Some(&": ");
    Some(Listed { label: hit.start, names, end, heads, two })
}

/// Takeaways, of a food agency: the only kind with names of their own that the bodies of the article inspect.
pub(super) fn of_own_names(scan: &Scan<'_>, knowledge: &Knowledge) -> Option<u16> {
    let inspected = inspected(scan, knowledge);
    let mut kinds = inspected.iter().copied().filter(|&kind| knowledge.bare_names(kind));
    kinds.next().filter(|_| kinds.next().is_none())
}

/// "Golden Wok (0), Kebab King (1) and The Ark (2)": names before their grades, where there are several.
pub(super) fn bracketed(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let text = scan.text.as_str();
    let mut found = Vec::new();
    for sentence in &scan.text.sentences {
        let words = scan.text.at(*sentence);
        if memchr::memchr(b'(', words.as_bytes()).is_none() {
            continue;
        }
        let grade = |&at: &usize| {
            let inside = words[at + 2..].split(')').next().unwrap_or_default();
            let from = sentence.start + at + 2;
            let label = scan.within(Span::new(from, from + inside.len())).iter().any(|h| {
                h.start == from && h.end == from + inside.len() && matches!(h.sense, Sense::Label(_))
            });
            label || matches!(inside.strip_suffix("/5").unwrap_or(inside).as_bytes(), [b'0'..=b'5'])
        };
        let names: Vec<Span> = memchr::memmem::find_iter(words.as_bytes(), b" (")
            .filter(grade)
            .filter_map(|at| capitals_before(text, sentence.start + at, sentence.start))
            .collect();
        if names.len() < 2 {
            continue;
        }
        if let Some(kind) = plural_before(scan, knowledge, sentence.end)
            .filter(|&k| knowledge.bare_names(k) || !knowledge.one_of_a_place(k))
        {
            let named = |s: Span| {
                scan.within(s).iter().any(|h| {
                    h.start > s.start && matches!(h.sense, Sense::Provider { form: HeadForm::Tail, .. })
                })
            };
            let names = names.into_iter().filter(|s| !is_body(scan, *s) && !named(*s));
            found.extend(names.map(|span| NameMention::bare(span, kind)));
        }
    }
    found
}

/// The capitalised words that end at a place.
fn capitals_before(text: &str, at: usize, floor: usize) -> Option<Span> {
    let (mut start, mut cursor) = (None, at);
    while let Some(word) = beside::before(text, cursor, floor).filter(|b| b.joined) {
        let w = text.get(word.span.start..word.span.end)?;
        cursor = word.span.start;
        if beside::is_capital(w) {
            start = Some(cursor);
        } else if start.is_none() || !JOINERS.contains(&w) {
            break;
        }
    }
    start.map(|start| Span::new(start, at))
}

/// "Bella Pasta Ely - 0/5", "Whitegates, Long Lane: good (previously inadequate)": a name that opens a line before a dash
/// or colon and a grade; and whether the line could be nothing else.
fn line(scan: &Scan<'_>, hit: Hit) -> Option<Line> {
    let text = scan.text.as_str();
    // A dash may lie beyond ASCII.
    let head = text.as_bytes().get(..hit.start)?;
    let last = head.iter().rev().find(|b| !b.is_ascii_whitespace());
    if !matches!(last, Some(b':' | b'-' | 0x80..)) {
        return None;
    }
    let paragraph = scan.text.paragraphs.get(scan.text.paragraph_at(hit.start))?;
    let before = text.get(paragraph.start..hit.start)?.trim_end();
    let whole = [" -", " –", " —", ":"].iter().find_map(|dash| before.strip_suffix(dash))?;
    let bare = whole.trim_start_matches(|c: char| !c.is_alphanumeric());
    let name = bare.split(',').next()?.trim_end();
    // What follows the name is where it is.
    let address = bare.get(name.len()..)?.split([',', ' ']);
    let placed = address.filter(|w| !w.is_empty()).all(|w| {
        beside::is_capital(w)
            || w.starts_with(|c: char| c.is_ascii_digit())
            || matches!(w, "in" | "near" | "the")
    });
    let words: Vec<&str> = name.split_whitespace().collect();
    let named = (1..=8).contains(&words.len())
        && words.iter().all(|w| beside::is_capital(w) || matches!(*w, "of" | "and" | "the" | "&" | "on"));
    let part = is_part(scan, *paragraph, hit);
    let figure = scan.text.at(Span::new(hit.start, hit.end)).bytes().any(|b| b.is_ascii_digit());
    let start = paragraph.start + (whole.len() - bare.len());
    let span = Span::new(start, start + name.len());
    let own = words.len() > 1 || bare.len() > name.len();
    let grade = figure || own && ends_line(scan, *paragraph, hit) && !part;
    (named && placed && grade && paragraph.len() < LINE && !is_body(scan, span))
        .then_some(Line { span, figure })
}

/// A line that begins with a name and grades it.
struct Line {
    span: Span,
    /// True where the grade is a number.
    figure: bool,
}

/// A line of a list has no more than so many bytes.
const LINE: usize = 140;

/// True for a label that ends its line, or that a bracket or a stop parts from what is told further.
fn ends_line(scan: &Scan<'_>, line: Span, label: Hit) -> bool {
    let rest = scan.text.at(Span::new(label.end, line.end)).trim_start_matches(['"', '”', '’', '\'']);
    rest.starts_with([',', '.', ';']) || rest.starts_with(" (") || rest.chars().all(|c| !c.is_alphanumeric())
}

/// The names of such lines: of the kind that a plural before them says, or, where they are several, of the one that the
/// bodies of the article inspect most.
fn lines(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    if !scan.sorts_of_all().hold(Sorts::LABEL) {
        return Vec::new();
    }
    let labels = scan.labels().iter();
    let mut all: Vec<Line> = labels.filter_map(|h| line(scan, *h)).collect();
    all.dedup_by_key(|l| l.span);
    // "Ratings for Elm Court:" over its parts.
    let above = |line: &Line| {
        let before = scan.text.paragraph_at(line.span.start).checked_sub(1);
        before.and_then(|ix| scan.text.paragraphs.get(ix)).is_some_and(|p| {
            scan.within(*p).iter().any(|h| {
                matches!(
                    h.sense,
                    Sense::Provider { form: HeadForm::Tail | HeadForm::Lead | HeadForm::Whole, .. }
                )
            })
        })
    };
    let mut worded = all.iter().filter(|l| !l.figure);
    let several = worded.next().is_some_and(|first| !above(first)) && worded.next().is_some();
    let own = OnceCell::new();
    let kind = |line: &Line| {
        let own = || *own.get_or_init(|| usual(scan, knowledge).filter(|_| several));
        plural_before(scan, knowledge, line.span.start).or_else(|| own().filter(|_| !line.figure))
    };
    all.iter().filter_map(|l| Some(NameMention::bare(l.span, kind(l)?))).collect()
}

/// True where a line grades a part: "Quality of Education: Good".
fn is_part(scan: &Scan<'_>, line: Span, label: Hit) -> bool {
    scan.within(Span::new(line.start, label.start)).iter().any(|h| {
        matches!(
            h.sense,
            Sense::Aspect(_) | Sense::Service(_) | Sense::Label(_) | Sense::Body { .. } | Sense::NotA(_)
        )
    })
}
