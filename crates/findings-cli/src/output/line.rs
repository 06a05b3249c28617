//! A line of styled pieces, cut to the width of the terminal. Knows nothing of facts.

use anstyle::Style;
use std::fmt::Write;

/// How lines are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// Columns of the terminal; lines are left whole without.
    pub width: Option<usize>,
    /// With colours.
    pub is_coloured: bool,
}

/// A line in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pieces: Vec<(Style, String)>,
}

impl Line {
    /// A line that begins like this.
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self::default().and(Style::new(), text)
    }

    /// And a piece in a style.
    pub(super) fn and(mut self, style: Style, text: impl Into<String>) -> Self {
        self.pieces.push((style, text.into()));
        self
    }

    /// How many columns it takes.
    pub(super) fn width(&self) -> usize {
        self.pieces.iter().map(|(_, text)| text.chars().count()).sum()
    }

    /// And blanks up to a column; at least one.
    pub(super) fn to(self, column: usize) -> Self {
        let blanks = column.saturating_sub(self.width()).max(1);
        self.and(Style::new(), " ".repeat(blanks))
    }

    /// Writes it out, cut with "…" where it is wider than the terminal.
    pub(super) fn write(&self, look: Look, out: &mut String) {
        let mut left = look.width.unwrap_or(usize::MAX);
        let is_cut = self.width() > left;
        if is_cut {
            left = left.saturating_sub(1);
        }
        for (style, text) in &self.pieces {
            let shown: String = text.chars().map(plain).take(left).collect();
            left -= shown.chars().count();
            if shown.is_empty() {
                continue;
            }
            // Writing into memory does not fail.
            let _ = match look.is_coloured {
                true => write!(out, "{style}{shown}{style:#}"),
                false => write!(out, "{shown}"),
            };
        }
        if is_cut {
            out.push('…');
        }
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
    }
}

/// What may not reach a terminal from an article, as a blank: line breaks and codes that command it.
fn plain(c: char) -> char {
    if c.is_control() { ' ' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anstyle::AnsiColor;

    fn written(line: &Line, width: usize, is_coloured: bool) -> String {
        let mut out = String::new();
        line.write(Look { width: Some(width), is_coloured }, &mut out);
        out
    }

    #[test]
    fn a_line_is_cut_to_the_width_and_never_commands_the_terminal() {
        let line = Line::new("one").to(6).and(AnsiColor::Red.on_default(), "‘£5’\u{1b}[2J end");
        assert_eq!(written(&line, 80, false), "one   ‘£5’ [2J end\n");
        assert_eq!(written(&line, 9, false), "one   ‘£…\n");
        assert_eq!(written(&line, 2, false), "o…\n");
        assert_eq!(written(&line, 9, true), "one   \u{1b}[31m‘£\u{1b}[0m…\n");
    }
}
