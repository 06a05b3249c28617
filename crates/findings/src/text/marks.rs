//! Quotation marks: which stretch of a paragraph stands between which marks, in any house style (curly or
//! straight, double or single, lost, wrong or garbled). Knows nothing of who speaks.

use crate::text::Span;
use crate::text::bytes::next_mark;

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// The words inside the marks.
    pub(crate) inner: Span,
    /// The marks and what they hold.
    pub(crate) outer: Span,
    /// False where the paragraph ends before a closing mark.
    pub(crate) closed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Double,
    Single,
    /// What a bad transcoding left of a mark: "¿good¿", "?good?".
    Garbled,
}

#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    len: usize,
    style: Style,
    opens: bool,
    closes: bool,
    /// Stands between a stop and a letter: two sentences, or two quotations, have run together there.
    fused: bool,
    /// An apostrophe by its looks: it opens only where a plain closing mark follows.
    doubtful: bool,
}

/// How many marks ahead a closing one is looked for: one that is further off closes something else, and an
/// unbounded search would make a page of lone marks cost the square of its length.
const REACH: usize = 64;

/// How many characters of white space may part two paragraphs of one speech.
const LOOK: usize = 64;

/// The quotations of one paragraph, outermost only, in order.
pub(crate) fn pair(text: &str, paragraph: Span, out: &mut Vec<Quoted>) {
    let marks = read(text, paragraph);
    let mut i = 0;
    while let Some(&open) = marks.get(i) {
        if !open.opens {
            i += 1;
            continue;
        }
        let start = open.at + open.len;
        match closing(text, paragraph, &marks, i) {
            Some(End::Mark(j)) => {
                let close = marks[j];
                out.push(Quoted {
                    inner: Span::new(start, close.at),
                    outer: Span::new(open.at, close.at + close.len),
                    closed: true,
                });
                // A fused mark closes this quotation and opens the next.
                i = if close.fused && close.opens { j } else { j + 1 };
                if i == j && close.at == start {
                    i += 1;
                }
            }
            Some(End::Lost(j)) => {
                let end = marks[j].at;
                out.push(Quoted {
                    inner: Span::new(start, end),
                    outer: Span::new(open.at, end),
                    closed: true,
                });
                i = j;
            }
            None if runs_on(text, paragraph, open) => {
                let end = paragraph.end;
                out.push(Quoted {
                    inner: Span::new(start, end),
                    outer: Span::new(open.at, end),
                    closed: false,
                });
                i = marks.len();
            }
            None => i += 1,
        }
    }
}

/// What ends a quotation.
enum End {
    /// The mark of this index.
    Mark(usize),
    /// Nothing: its own mark is lost, and the next quotation opens at the mark of this index.
    Lost(usize),
}

fn closing(text: &str, paragraph: Span, marks: &[Mark], i: usize) -> Option<End> {
    let open = marks[i];
    let mut depth = 0usize;
    let mut possessive = None;
    for (j, mark) in marks.iter().enumerate().skip(i + 1).take(REACH) {
        if mark.style != open.style {
            continue;
        }
        if mark.closes {
            if mark.style == Style::Single && looks_possessive(text, mark) {
                possessive = possessive.or(Some(j));
            } else if depth == 0 {
                return Some(End::Mark(j));
            } else {
                depth -= 1;
            }
        } else if mark.opens {
            if mark.fused && depth == 0 {
                return Some(End::Lost(j));
            }
            if let Some(j) = possessive {
                return Some(End::Mark(j));
            }
            depth += 1;
        }
    }
    let mixed = (depth == 0).then(|| other_style(text, marks, i)).flatten();
    // Speech that goes on in the next paragraph has no closing mark here, however much an apostrophe looks like
    // one; and no sentence that a colon leads to ends on a mere noun.
    let led = text[paragraph.start..open.at].trim_end();
    let sentence = text[open.at + open.len..paragraph.end].starts_with(char::is_uppercase);
    let goes_on = (led.ends_with(':') && sentence)
        || ((led.is_empty() || led.ends_with([':', ','])) && taken_up(text, paragraph));
    let possessive = possessive.filter(|_| !open.doubtful && !goes_on);
    mixed.or(possessive).map(End::Mark)
}

/// A mark of the wrong style that can only be the closing one: it follows a stop and closes nothing else.
fn other_style(text: &str, marks: &[Mark], i: usize) -> Option<usize> {
    let style = marks[i].style;
    let (j, mark) = marks.iter().enumerate().skip(i + 1).take(REACH).find(|(_, mark)| mark.style != style)?;
    let after_stop = text[..mark.at].ends_with(['.', ',', '!', '?', '…']);
    (mark.closes && !mark.opens && mark.style != Style::Garbled && after_stop).then_some(j)
}

/// True when an opening mark without a closing one still opens speech: it begins a paragraph, or a colon or a
/// comma leads to it, or the next paragraph takes the speech up with a mark of its own. Any other lone mark
/// has lost its partner and holds nothing.
fn runs_on(text: &str, paragraph: Span, open: Mark) -> bool {
    let before = text[paragraph.start..open.at].trim_end();
    let taken_up = taken_up(text, paragraph);
    match open.style {
        Style::Garbled => false,
        _ if open.doubtful => before.is_empty() && taken_up,
        Style::Double => before.is_empty() || before.ends_with([':', ',']) || taken_up,
        Style::Single => {
            before.is_empty() || before.ends_with(':') || (before.ends_with([',', '.', '!', '?']) && taken_up)
        }
    }
}

/// True when the next paragraph opens with a mark: speech goes on there.
fn taken_up(text: &str, paragraph: Span) -> bool {
    let mut next = text[paragraph.end..].chars().take(LOOK).skip_while(|c| c.is_whitespace());
    next.next().is_some_and(|c| matches!(c, '"' | '“' | '‘' | '\''))
}

/// "the inspectors’ report": a mark after an s and before another word may be an apostrophe.
fn looks_possessive(text: &str, mark: &Mark) -> bool {
    let after = &text[mark.at + mark.len..];
    text[..mark.at].ends_with(['s', 'S'])
        && after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

fn read(text: &str, paragraph: Span) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let slice = &text.as_bytes()[paragraph.start..paragraph.end];
    let mut straight_open = false;
    let mut skip_to = 0;
    while let Some(found) = next_mark(slice, skip_to) {
        skip_to = found + 1;
        let at = paragraph.start + found;
        // Past the first byte of a letter beyond ASCII come others of it.
        let rest = text.get(at..paragraph.end);
        let Some((style, c, len)) = rest.and_then(mark_at) else { continue };
        let around = Around {
            before: text[paragraph.start..at].chars().next_back(),
            after: text[at + len..paragraph.end].chars().next(),
        };
        let (opens, closes) = match (style, c) {
            (Style::Garbled, _) => around.garbled(c),
            (Style::Double, '"') => {
                let opens = match (around.opening(), around.closing()) {
                    (true, false) => true,
                    (false, true) => false,
                    _ => !straight_open,
                };
                let both = around.fused() && straight_open;
                straight_open = opens || both;
                (opens || both, !opens || both)
            }
            (_, '“' | '„') => (!around.only_closing(), around.only_closing()),
            (Style::Double, _) => (around.opening() || around.fused(), !around.space_before()),
            (_, '‘' | '`') => (around.word_after() && !around.only_closing(), around.only_closing()),
            _ if is_contraction(&text[at + len..paragraph.end]) => (false, false),
            _ => (around.opening() || around.fused(), around.closing() || around.fused()),
        };
        skip_to = found + len;
        if opens || closes {
            let doubtful = c == '’';
            marks.push(Mark { at, len, style, opens, closes, fused: around.fused(), doubtful });
        }
    }
    marks
}

/// The mark that `rest` begins with: its style, the character it stands for, and its length.
fn mark_at(rest: &str) -> Option<(Style, char, usize)> {
    let c = rest.chars().next()?;
    match c {
        '\'' if rest.starts_with("''") => Some((Style::Double, '"', 2)),
        '`' if rest.starts_with("``") => Some((Style::Double, '“', 2)),
        '"' | '“' | '”' | '„' => Some((Style::Double, c, c.len_utf8())),
        '\'' | '‘' | '’' | '‛' | '`' | '´' => Some((Style::Single, c, c.len_utf8())),
        '¿' | '?' | '\u{fffd}' => Some((Style::Garbled, c, c.len_utf8())),
        _ => None,
    }
}

/// The characters on both sides of a mark; `None` at the ends of the paragraph.
struct Around {
    before: Option<char>,
    after: Option<char>,
}

impl Around {
    fn space_before(&self) -> bool {
        self.before.is_none_or(|c| {
            c.is_whitespace()
                || matches!(c, '(' | '[' | '-' | '–' | '—' | '“' | '"' | '‘' | '\'' | '/' | ':' | '_' | '*')
        })
    }
    fn word_after(&self) -> bool {
        self.after.is_some_and(|c| {
            c.is_alphanumeric() || matches!(c, '£' | '…' | '.' | '[' | '(' | '‘' | '\'' | '“' | '"' | '¿')
        })
    }
    fn opening(&self) -> bool {
        self.space_before() && self.word_after()
    }
    fn closing(&self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace()) && self.after.is_none_or(|c| !c.is_alphanumeric())
    }
    /// In a place where no quotation could open, whatever the mark looks like.
    fn only_closing(&self) -> bool {
        self.before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '!' | '?'))
            && self.after.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ')'))
    }
    fn fused(&self) -> bool {
        self.before.is_some_and(|c| matches!(c, '.' | ',' | '!' | '?' | ';'))
            && self.after.is_some_and(char::is_uppercase)
    }
    /// A question mark is one unless it stands where only a quotation mark can.
    fn garbled(&self, c: char) -> (bool, bool) {
        let starts_word = self.before.is_none_or(|c| c.is_whitespace() || c == '(');
        let opens = starts_word && self.after.is_some_and(char::is_alphabetic);
        let closes = self.before.is_some_and(char::is_alphanumeric)
            && self.after.is_none_or(|a| {
                a.is_whitespace() || (c != '?' && !a.is_alphanumeric()) || matches!(a, '.' | ',')
            });
        (opens, closes)
    }
}

/// "’90s", "'til": an apostrophe for letters left out at the start of a word.
fn is_contraction(after: &str) -> bool {
    let bytes = after.as_bytes();
    if let [a, b, b's', ..] = bytes
        && a.is_ascii_digit()
        && b.is_ascii_digit()
    {
        return true;
    }
    let word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    ["til", "em", "tis", "twas", "cause", "n", "cos"].iter().any(|w| w.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn quoted(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        let end = text.find('\n').unwrap_or(text.len());
        pair(text, Span::new(0, end), &mut out);
        out.into_iter().map(|q| &text[q.inner.start..q.inner.end]).collect()
    }

    #[test]
    fn every_house_style() {
        assert_eq!(
            quoted("rated “good” and ‘poor’ and \"fair\" and 'weak' and ''adequate''."),
            ["good", "poor", "fair", "weak", "adequate"]
        );
    }

    #[test]
    fn wrong_and_garbled_marks() {
        assert_eq!(quoted("rated ’good’ overall"), ["good"]);
        assert_eq!(quoted("rated “good“ overall, but ”poor” in part"), ["good", "poor"]);
        assert_eq!(quoted("rated ¿good¿ overall and ?poor? in part. Why? Nobody knew?"), ["good", "poor"]);
        assert_eq!(quoted("'We were slow to act,\" he said."), ["We were slow to act,"]);
        assert_eq!(quoted("It wants to “bring the whole town along.'"), ["bring the whole town along."]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert_eq!(
            quoted("It’s the inspectors’ report and the council's own, she said."),
            Vec::<&str>::new()
        );
        assert_eq!(quoted("‘the schools’ own heads’, she said"), ["the schools’ own heads"]);
        assert_eq!(
            quoted("'It is St Agnes' Hospital that failed in the '90s,' he said."),
            ["It is St Agnes' Hospital that failed in the '90s,"]
        );
        assert_eq!(quoted("’Twas the parents’ choice, rock ’n’ roll."), Vec::<&str>::new());
        assert_eq!(quoted("'Failing schools' were named."), ["Failing schools"]);
    }

    #[test]
    fn quotations_nest() {
        assert_eq!(
            quoted("‘They sent it up for ‘sign off.’’ he wrote."),
            ["They sent it up for ‘sign off.’"]
        );
        assert_eq!(quoted("\"A new 'hub' and a “desk”,\" she said."), ["A new 'hub' and a “desk”,"]);
        assert_eq!(quoted("'A 'hub' is open,' she said."), ["A 'hub' is open,"]);
    }

    #[test]
    fn fused_quotations_come_apart() {
        assert_eq!(quoted("He said: 'We stand by it.'We are sorry.'"), ["We stand by it.", "We are sorry."]);
        assert_eq!(
            quoted("He said: ‘We see it.‘While we agree, we act.’"),
            ["We see it.", "While we agree, we act."]
        );
        assert_eq!(quoted("He said: \"We see it.\"We act.\""), ["We see it.", "We act."]);
    }

    #[test]
    fn a_quotation_may_run_into_the_next_paragraph() {
        assert_eq!(quoted("\"We have acted by"), ["We have acted by"]);
        assert_eq!(quoted("'Some pupils' work is poor.\n'It must improve.'"), ["Some pupils' work is poor."]);
        assert_eq!(
            quoted("He said: ‘It is the authorities’ choice.\n‘We are sad.’"),
            ["It is the authorities’ choice."]
        );
        assert_eq!(
            quoted("'It is sad,' she said. 'Too many go.\n'It must stop.'"),
            ["It is sad,", "Too many go."]
        );
        assert_eq!(quoted("They 'saw rats' when they came.\n'It must improve.'"), ["saw rats"]);
    }

    #[test]
    fn a_lone_mark_holds_nothing() {
        assert_eq!(quoted("The hall, 12\" by 9\", and the ‘old one were shut."), Vec::<&str>::new());
        assert_eq!(quoted("rated ‘good and ‘poor’ overall"), ["poor"]);
    }

    proptest! {
        #[test]
        fn quotations_are_in_order_and_never_overlap(
            parts in prop::collection::vec(
                prop_oneof![
                    "[a-zA-Zé£]{0,3}",
                    prop::sample::select(vec![
                        "“", "”", "‘", "’", "\"", "'", "''", "`", "¿", "?", ".", ",", " ", "s", "S",
                    ]).prop_map(str::to_owned),
                ],
                0..40,
            )
        ) {
            let text = parts.concat();
            let mut found = Vec::new();
            pair(&text, Span::new(0, text.len()), &mut found);
            let mut last = 0;
            for q in found {
                prop_assert!(text.get(q.inner.start..q.inner.end).is_some());
                prop_assert!(last <= q.outer.start && q.outer.start < q.inner.start && q.inner.end <= q.outer.end);
                last = q.outer.end.min(q.inner.end);
            }
        }
    }
}
