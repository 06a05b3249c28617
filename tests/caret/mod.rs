//! Specification pages: prose with blocks of text, carets under each mention and what stands there beside them.
//! `page` reads them, `fact` puts an extraction into the same terms, this file compares the two.

pub mod fact;
pub mod page;

use fact::Fact;
use findings::{Part, Span};
use page::{Block, Mark};
use std::fmt::Write;

/// The kinds of fact as pages write them.
#[derive(Debug, PartialEq)]
pub struct Kind {
    /// As the contract names the list: `dates`.
    pub name: &'static str,
    /// As a caret line begins: `date`.
    pub word: &'static str,
    /// The fields that follow the word, in order.
    pub main: &'static [&'static str],
    /// The fields shown besides in what is printed for pasting.
    pub shown: &'static [&'static str],
}

const fn kind(
    name: &'static str,
    word: &'static str,
    main: &'static [&'static str],
    shown: &'static [&'static str],
) -> Kind {
    Kind { name, word, main, shown }
}

/// Every kind that has a place in the text.
pub const KINDS: [Kind; 10] = [
    kind("bodies", "body", &["id"], &["how"]),
    kind("providers", "provider", &["name"], &["kind", "how"]),
    kind(
        "ratings",
        "rating",
        &["label"],
        &["provider", "service", "aspect", "body", "status", "inspected", "published"],
    ),
    kind("tallies", "tally", &["labels"], &["count.kind", "n", "of", "percent", "provider"]),
    kind("measures", "measure", &["kind", "action"], &["provider", "body", "count", "date"]),
    kind(
        "money",
        "money",
        &["currency", "amount"],
        &["low", "high", "precision", "per", "role", "certainty"],
    ),
    kind("dates", "date", &["value"], &["kind", "grain", "role"]),
    kind("quotes", "quote", &["kind"], &["speaker", "role", "organisation"]),
    kind("furniture", "furniture", &["kind"], &[]),
    kind("notes", "note", &["message"], &[]),
];

/// What differs between a block and what was found in its text, ready to be printed; `None` where nothing does.
pub fn differences(block: &Block, found: &[Fact]) -> Option<String> {
    let mut partner: Vec<Option<&Mark>> = vec![None; found.len()];
    let mut missed = Vec::new();
    // The mark that says most chooses first.
    let mut marks: Vec<&Mark> = block.marks.iter().collect();
    marks.sort_by_key(|m| std::cmp::Reverse(m.attributes.len()));
    for mark in marks {
        match found.iter().enumerate().find(|(i, fact)| partner[*i].is_none() && fact.is(mark)) {
            Some((i, _)) => partner[i] = Some(mark),
            None => missed.push(mark),
        }
    }
    if missed.is_empty() && partner.iter().all(Option::is_some) {
        return None;
    }
    let mut told = String::new();
    for mark in missed {
        let words = words_at(block, mark.part, mark.span);
        let _ = writeln!(told, "  not found: “{words}” {}", mark.written);
        for near in found.iter().filter(|f| f.kind == mark.kind && f.part == mark.part && f.span == mark.span)
        {
            near.differences(mark).iter().for_each(|d| told.push_str(&format!("             {d}\n")));
        }
    }
    for fact in found.iter().zip(&partner).filter(|(_, p)| p.is_none()).map(|(f, _)| f) {
        let words = words_at(block, fact.part, fact.span);
        let _ = writeln!(told, "  not expected: “{words}” {} [{}]", fact.shown(), fact.rule);
    }
    let as_found: Vec<(&Fact, String)> = found
        .iter()
        .zip(&partner)
        .map(|(f, p)| (f, p.map_or_else(|| f.shown(), |m| m.written.clone())))
        .collect();
    let _ = write!(told, "  as found, to be read before it is pasted:\n{}", render(block, &as_found));
    Some(told)
}

fn words_at(block: &Block, part: Part, span: Span) -> String {
    block.part(part).get(span.start..span.end).unwrap_or("").replace('\n', " ")
}

/// The block with the carets of these facts.
fn render(block: &Block, facts: &[(&Fact, String)]) -> String {
    let mut out = format!("```facts{}\n", block.info);
    let carets = |out: &mut String, part: Part, from: usize, line: &str| {
        let here = facts
            .iter()
            .filter(|(f, _)| f.part == part && (from..=from + line.len()).contains(&f.span.start));
        for (fact, written) in here {
            let _ = writeln!(out, "{} {written}", underline(block.part(part), from, line, fact.span));
        }
    };
    carets(&mut out, Part::Title, 0, block.part(Part::Title));
    let mut from = 0;
    for line in block.text.split('\n') {
        out.push_str(line);
        out.push('\n');
        carets(&mut out, Part::Text, from, line);
        from += line.len() + 1;
    }
    out.push_str("```\n");
    out
}

/// Carets under a span that starts in `line`; where it goes on, `+n` for the lines and `:n` for the column in the
/// last of them, unless it ends with it.
fn underline(whole: &str, from: usize, line: &str, span: Span) -> String {
    let chars = |text: Option<&str>| text.map_or(0, |t| t.chars().count());
    let before = chars(whole.get(from..span.start));
    let inside = whole.get(span.start..span.end.min(from + line.len()));
    let mut carets = format!("{}{}", " ".repeat(before), "^".repeat(chars(inside).max(1)));
    let rest = whole.get(from + line.len()..span.end).unwrap_or("");
    let further = rest.matches('\n').count();
    if further > 0 {
        let _ = write!(carets, "+{further}");
        let column = rest.rsplit('\n').next().unwrap_or("").chars().count();
        if whole.get(span.end..).is_some_and(|after| !after.is_empty() && !after.starts_with('\n')) {
            let _ = write!(carets, ":{column}");
        }
    }
    carets
}
