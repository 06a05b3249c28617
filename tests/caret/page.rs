//! Reads a page: its kinds, its blocks, the carets in them. Knows nothing of what is found.

use super::{KINDS, Kind};
use findings::{Day, Part, Span};

/// A page of the specification.
#[derive(Debug)]
pub struct Page {
    /// The kinds of which its blocks list all there is.
    pub kinds: Vec<&'static Kind>,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// A text and what stands in it.
#[derive(Debug, Default)]
pub struct Block {
    /// Line of the page on which it opens.
    pub line: usize,
    /// The heading above it.
    pub heading: String,
    /// What follows "facts" in its first line, as written.
    pub info: String,
    /// The day of publication given there.
    pub published: Option<Day>,
    /// The title given there.
    pub title: Option<String>,
    /// The text without the caret lines.
    pub text: String,
    /// What the caret lines say.
    pub marks: Vec<Mark>,
}

/// One caret line.
#[derive(Debug)]
pub struct Mark {
    /// The title for carets above the first line of text.
    pub part: Part,
    /// The bytes over the carets.
    pub span: Span,
    /// Of what kind it says the mention is.
    pub kind: &'static Kind,
    /// The main values, joined by spaces.
    pub main: String,
    /// The further fields that it gives.
    pub attributes: Vec<(String, String)>,
    /// All after the carets, as written.
    pub written: String,
}

impl Block {
    /// The text or the title; an absent title is empty.
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::Text => &self.text,
            Part::Title => self.title.as_deref().unwrap_or(""),
        }
    }
}

/// Reads a page; an error says on which line.
pub fn parse(source: &str) -> Result<Page, String> {
    let mut page = Page { kinds: Vec::new(), blocks: Vec::new() };
    let mut heading = String::new();
    let mut lines = source.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        if let Some(list) = line.strip_prefix("kinds:") {
            page.kinds = kinds(list).map_err(|e| format!("{}: {e}", number + 1))?;
        } else if line.starts_with('#') {
            heading = line.trim_start_matches('#').trim().to_owned();
        } else if ticks >= 3 {
            let fence = "`".repeat(ticks);
            let inner: Vec<(usize, &str)> =
                lines.by_ref().take_while(|(_, l)| l.trim_end() != fence).collect();
            let Some(info) = line.strip_prefix("```facts") else { continue };
            if page.kinds.is_empty() {
                return Err(format!("{}: no line `kinds: …` above the first block", number + 1));
            }
            let head = Block {
                line: number + 1,
                heading: heading.clone(),
                info: info.to_owned(),
                ..Block::default()
            };
            page.blocks.push(block(head, &inner, &page.kinds)?);
        }
    }
    if page.blocks.is_empty() { Err("1: no block in this page".to_owned()) } else { Ok(page) }
}

fn kinds(list: &str) -> Result<Vec<&'static Kind>, String> {
    let one = |name: &str| KINDS.iter().find(|k| k.name == name).ok_or(format!("unknown kind `{name}`"));
    list.split(',').map(|name| one(name.trim())).collect()
}

fn block(mut block: Block, lines: &[(usize, &str)], kinds: &[&'static Kind]) -> Result<Block, String> {
    for (key, value) in tokens(&block.info).map_err(|e| format!("{}: {e}", block.line))? {
        match key.as_deref() {
            Some("published") => {
                let day = value.parse().map_err(|e| format!("{}: {e}", block.line))?;
                block.published = Some(day);
            }
            Some("title") => block.title = Some(value),
            _ => return Err(format!("{}: `{value}` is neither published=… nor title=…", block.line)),
        }
    }
    let is_carets = |line: &str| line.trim_start().starts_with('^');
    let text: Vec<&str> = lines.iter().map(|(_, line)| *line).filter(|line| !is_carets(line)).collect();
    block.text = text.join("\n");
    let mut next = 0_usize;
    for (number, line) in lines {
        if !is_carets(line) {
            next += 1;
            continue;
        }
        let at = |error: String| format!("{}: {error}", number + 1);
        let mark = match next.checked_sub(1) {
            Some(above) => {
                mark(line, &text[above..], text[..above].iter().map(|l| l.len() + 1).sum(), Part::Text)
            }
            None => mark(line, &[block.title.as_deref().unwrap_or("")], 0, Part::Title),
        };
        let mark = mark.map_err(at)?;
        if !kinds.contains(&mark.kind) {
            return Err(at(format!("`{}` is not among the kinds of this page", mark.kind.word)));
        }
        block.marks.push(mark);
    }
    Ok(block)
}

/// One caret line; `lines` are that above it and those after, `offset` is where they start.
fn mark(line: &str, lines: &[&str], offset: usize, part: Part) -> Result<Mark, String> {
    let column = line.chars().take_while(|c| *c == ' ').count();
    let rest = line.trim_start();
    let rest = rest.trim_start_matches('^');
    let width = line.trim_start().len() - rest.len();
    let (further, written) = rest.split_once(' ').ok_or("nothing said after the carets")?;
    let byte = |line: &str, column: usize| {
        line.char_indices()
            .map(|(i, _)| i)
            .chain([line.len()])
            .nth(column)
            .ok_or("carets past the end of the line")
    };
    let above = lines.first().ok_or("no line above the carets")?;
    let start = offset + byte(above, column)?;
    let mut end = offset + byte(above, column + width)?;
    if let Some(further) = further.strip_prefix('+') {
        let (count, column) = further.split_once(':').map_or((further, None), |(n, c)| (n, Some(c)));
        let number = |text: &str| text.parse::<usize>().map_err(|_| format!("`{text}` is no number"));
        let count = number(count)?;
        let last = lines.get(count).ok_or("`+` past the end of the text")?;
        let before: usize = lines[..count].iter().map(|l| l.len() + 1).sum();
        end = offset
            + before
            + column.map_or(Ok(last.len()), |c| byte(last, number(c).unwrap_or(usize::MAX)))?;
    } else if !further.is_empty() {
        return Err(format!("`{further}` touches the carets"));
    }
    let mut words = tokens(written)?.into_iter();
    let word = words.next().map(|(_, word)| word).unwrap_or_default();
    let kind = KINDS.iter().find(|k| k.word == word).ok_or(format!("unknown kind of fact `{word}`"))?;
    let (mut main, mut attributes) = (Vec::new(), Vec::new());
    for (key, value) in words {
        match key {
            Some(key) => attributes.push((key, value)),
            None if attributes.is_empty() => main.push(value),
            None => return Err(format!("`{value}` stands after the fields")),
        }
    }
    let written = written.trim().to_owned();
    Ok(Mark { part, span: Span::new(start, end), kind, main: main.join(" "), attributes, written })
}

/// A word, with the key before it if it has one.
type Token = (Option<String>, String);

/// Words and key=value pairs; quotation marks hold words together.
fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let mut key = None;
        let is_key =
            |k: &str| !k.is_empty() && k.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.');
        if let Some((before, after)) = rest.split_once('=').filter(|(before, _)| is_key(before)) {
            key = Some(before.to_owned());
            rest = after;
        }
        let value;
        if let Some(quoted) = rest.strip_prefix('"') {
            (value, rest) = quoted.split_once('"').ok_or(format!("no closing mark after {quoted}"))?;
        } else {
            (value, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        }
        tokens.push((key, value.to_owned()));
        rest = rest.trim_start();
    }
    Ok(tokens)
}
