//! Labels over lines: a heading that is only a label with a name on each line below it ("Inadequate", "There was a 5 for:"),
//! and "rated good for:" over areas. Knows no verb of rating; refuses lines that are sentences.

use crate::fact::Basis;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::{Below, Frame};
use crate::relate::story::Story;
use crate::resolve::provider::Ix;
use crate::text::Span;

/// No heading is longer.
const HEADING: usize = 45;

/// How many lines a heading may head.
const LINES: usize = 40;

/// A heading that is only a label ("Inadequate", "Rated good:"), for the providers of the lines below it.
pub(super) fn heading(story: &Story<'_>, s: &Sentence<'_>, label: usize) -> Option<Frame> {
    let number = matches!(s.item(0), Some(Item::Number(_))) && matches!(s.item(1), Some(Item::Stop(_)));
    let alone = (0..s.chunks.len()).all(|i| {
        i == label
            || matches!(s.item(i), Some(Item::Open | Item::Close | Item::Stop(_)))
            || s.is_any(i, &[Class::Rate, Class::Rating, Class::Filler])
            // "Zero – urgent improvement necessary"
            || number && i == 0
            // "Rated zero: urgent improvement necessary"
            || i > label && matches!(s.item(i), Some(Item::Label(_))) && s.item(label + 1) == Some(Item::Stop(':'))
    });
    let at = story.text.paragraph_at(s.span.start);
    let whole =
        story.text.paragraphs.get(at).is_some_and(|p| p.start == s.span.start && p.end <= s.span.end + 1);
    // "Tey Surgery / Requires improvement. Inspectors said …": the name's above it.
    let opens = story.text.paragraphs.get(at).is_some_and(|p| p.start == s.span.start);
    if alone && !whole && opens {
        let above = at.checked_sub(1).and_then(|ix| story.text.paragraphs.get(ix));
        return above.and_then(|line| names_line(story, *line)).map(|owner| over(label, vec![owner]));
    }
    if !alone || !whole {
        return None;
    }
    // "Rated requires improvement:" heads what follows.
    let colon = s.item(s.chunks.len() - 1) == Some(Item::Stop(':'));
    match under_name(story, at).filter(|_| !colon) {
        Some(owner) => Some(over(label, vec![owner])),
        // The number tells the grade too.
        None => over_names(story, at, label, 1)
            .or_else(|| under_area(story, at, label))
            .or_else(|| over_areas(story, at, label))
            .map(|frame| if number { Frame { head: 0, ..frame } } else { frame }),
    }
}

/// "Tey Nursery / Good / Hay Nursery / Inadequate": where a run of such lines begins with a name, a grade is the name's
/// above it.
fn under_name(story: &Story<'_>, at: usize) -> Option<Ix> {
    let line = |ix: usize| story.text.paragraphs.get(ix).copied();
    let named = |ix: usize| line(ix).and_then(|line| names_line(story, line));
    let names = |ix: usize| line(ix).is_some_and(|line| !names_of(story, line).is_empty());
    let run = |ix: &usize| names(*ix) || graded_line(story, *ix);
    let above = || (at.saturating_sub(LINES)..at).rev().take_while(run);
    above().last().and_then(named)?;
    above().find_map(named)
}

/// A label over lines that are names, at least so many, from the paragraph after `at` on. Below names with an address more
/// may be told of each, up to the next heading.
fn over_names(story: &Story<'_>, at: usize, label: usize, least: usize) -> Option<Frame> {
    let lines = || story.text.paragraphs.iter().enumerate().skip(at + 1).take(LINES);
    let named = lines().map(|(_, line)| names_of(story, *line)).take_while(|names| !names.is_empty());
    let mut providers: Vec<Ix> = named.flatten().collect();
    let first = story.text.paragraphs.get(at + 1).map(|line| story.text.at(*line)).unwrap_or_default();
    if !providers.is_empty() && first.contains(", ") {
        let told = lines().take_while(|(ix, _)| !graded_line(story, *ix));
        let addressed = told.filter(|(_, line)| story.text.at(**line).contains(", "));
        for provider in addressed.flat_map(|(_, line)| names_of(story, *line)) {
            if !providers.contains(&provider) {
                providers.push(provider);
            }
        }
    }
    (providers.len() >= least).then(|| over(label, providers))
}

/// "Safety / Poor / Respect / Good": where a run of such lines begins with an area, a grade is the area's above it.
fn under_area(story: &Story<'_>, at: usize, label: usize) -> Option<Frame> {
    let area = |ix: usize| story.text.paragraphs.get(ix).and_then(|line| aspect_line(story, *line));
    let first = (at.saturating_sub(LINES)..at)
        .rev()
        .take_while(|&ix| area(ix).is_some() || graded_line(story, ix))
        .last()?;
    area(first)?;
    let own = at.checked_sub(1).and_then(area)?;
    let below = Below { aspects: vec![own], ..Below::default() };
    Some(Frame { below, ..over(label, Vec::new()) })
}

/// True for a short line that begins with a label.
fn graded_line(story: &Story<'_>, ix: usize) -> bool {
    story.text.paragraphs.get(ix).is_some_and(|line| {
        let from = story.labels.partition_point(|l| l.span.start < line.start);
        line.len() < HEADING && story.labels.get(from).is_some_and(|l| l.span.end <= line.end)
    })
}

/// "Good / - Preventing crime / - Treatment of the public": a label over lines that are areas.
fn over_areas(story: &Story<'_>, at: usize, label: usize) -> Option<Frame> {
    let mut below = Below::default();
    for line in story.text.paragraphs.iter().skip(at + 1).take(LINES) {
        match aspect_line(story, *line) {
            Some(aspect) => below.aspects.push(aspect),
            None => match area_line(story, *line) {
                Some(area) => below.areas.push(area),
                None => break,
            },
        }
    }
    let any = !below.aspects.is_empty();
    any.then(|| Frame { below, ..over(label, Vec::new()) })
}

/// What a short line behind a bullet is, less the bullet.
fn area_line(story: &Story<'_>, line: Span) -> Option<Span> {
    const LONGEST: usize = 80;
    let words = story.text.at(line).trim_end();
    let area = words.trim_start_matches(['-', '•', '*', '–', '—', '·']).trim_start();
    let bullet = area.len() < words.len();
    let plain = area.len() <= LONGEST
        && area.split(' ').count() > 1
        && !area.ends_with(['.', ':', '!', '?', '"', '”']);
    (bullet && plain).then(|| Span::new(line.start + words.len() - area.len(), line.start + words.len()))
}

/// A label that is the whole of its line, for those that other lines name.
fn over(label: usize, providers: Vec<Ix>) -> Frame {
    Frame {
        label,
        head: label,
        subject: label..label,
        object: label..label,
        listed: Vec::new(),
        below: Below { providers, ..Below::default() },
        unknown: Vec::new(),
        end: label + 1,
        status: None,
        change: None,
        basis: Basis::Stated,
        rule: "heading",
    }
}

/// "There was a 5 for:" over lines that are names: the sentence ends in a colon, and nothing but "for" stands between.
pub(super) fn above(story: &Story<'_>, s: &Sentence<'_>, label: usize) -> Option<Frame> {
    let last = s.chunks.len().checked_sub(1).filter(|&last| s.item(last) == Some(Item::Stop(':')))?;
    let only = (label + 1..last).all(|i| {
        let plain = [
            Class::Rating,
            Class::Prep,
            Class::Be,
            Class::Filler,
            Class::Det,
            Class::Visit,
            Class::Possessive,
            Class::Now,
        ];
        s.is_any(i, &plain)
            || s.says(i, &["include", "included", "latest", "last", "recent", "current", "following", "area"])
            || matches!(s.item(i), Some(Item::Close | Item::Body(_) | Item::Date(_)))
    });
    let named = (0..label).any(|i| matches!(s.item(i), Some(Item::Provider(_))));
    if !only || named {
        return None;
    }
    let at = story.text.paragraph_at(s.span.start);
    over_names(story, at, label, 1)
}

/// The aspects of the lines below "rated good for:".
pub(super) fn bullets(story: &Story<'_>, s: &Sentence<'_>, label: usize) -> Vec<usize> {
    let last = s.chunks.len().wrapping_sub(1);
    let opens = s.item(last) == Some(Item::Stop(':')) && last <= label + 4;
    if !opens {
        return Vec::new();
    }
    let at = story.text.paragraph_at(s.span.start);
    let lines = story.text.paragraphs.iter().skip(at + 1).take(LINES);
    lines.map_while(|line| aspect_line(story, *line)).collect()
}

/// The aspect that a line is nothing but the name of.
fn aspect_line(story: &Story<'_>, line: Span) -> Option<usize> {
    let from = story.aspects.partition_point(|k| k.span.start < line.start);
    let aspect = story.aspects.get(from).filter(|k| k.span.end <= line.end)?;
    let rest = story.text.at(line).len().saturating_sub(aspect.span.len());
    (rest <= 24).then_some(from)
}

/// The providers that a line is nothing but the names of: one, or several with semicolons between.
fn names_of(story: &Story<'_>, line: Span) -> Vec<Ix> {
    let mut start = line.start;
    let parts = story.text.at(line).split(';').map(|part| {
        let part = Span::new(start, start + part.len());
        start = part.end + 1;
        part
    });
    let names: Vec<Option<Ix>> = parts.map(|part| names_line(story, part)).collect();
    names.into_iter().collect::<Option<Vec<Ix>>>().unwrap_or_default()
}

/// The provider that a line is nothing but the name of, with the place it is in.
fn names_line(story: &Story<'_>, line: Span) -> Option<Ix> {
    let mentions = story.providers.within(line);
    let first = mentions.first()?;
    let lead = story.text.at(Span::new(line.start, first.span.start));
    // "Golden Wok, Cross Street: inspected on August 6"
    let rest = story.text.at(Span::new(first.span.end, line.end)).split(": ").next().unwrap_or_default();
    let bullet = lead.chars().all(|c| !c.is_alphanumeric()) || lead.trim().eq_ignore_ascii_case("the");
    let place = rest.split_whitespace().count() <= 6
        && rest.split(|c: char| !c.is_alphanumeric()).all(|w| {
            w.is_empty()
                || w.starts_with(char::is_uppercase)
                || w.starts_with(|c: char| c.is_ascii_digit())
                || matches!(w, "in" | "at" | "near" | "and" | "the" | "of" | "on" | "y" | "yr")
        });
    (bullet && place && line.len() < 160).then_some(first.provider)
}
