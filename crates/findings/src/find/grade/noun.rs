//! Which noun a bare number leaves out: the stars, the grade or the score that the article told last. Knows no grammar.

use crate::knowledge::{Knowledge, Printed, Scale};
use crate::scan::Scan;
use crate::text::Span;

/// How far before a number its noun may stand to be beside it.
const BESIDE: usize = 60;

/// What the numbers of a scale are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// "two stars".
    Star,
    /// "grade two".
    Grade,
    /// "gave the school a two overall": a grade whose noun the article has not told.
    Untold,
    /// "two out of four"; `told` where the article has told such a one.
    OutOf { top: u8, told: bool },
}

impl Noun {
    /// The form that a number stands for.
    pub(super) fn form(self, n: u8) -> String {
        match self {
            Noun::Star => format!("{n} stars"),
            Noun::Grade | Noun::Untold => format!("grade {n}"),
            Noun::OutOf { top, .. } => format!("{n} out of {top}"),
        }
    }
}

/// How near a number its noun stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Near {
    /// A few words before it, or right after it.
    Beside,
    /// In the sentence, or in the three before.
    Close,
    Far,
}

/// The nouns of the article.
pub(super) struct Nouns<'a> {
    scan: &'a Scan<'a>,
    /// Where a noun stands, in order.
    told: Vec<(Span, Noun)>,
    /// The scale that a body of the article prints as numbers.
    default: Option<u8>,
    /// A body of the article grades from one to six, as no pupil is.
    grades: bool,
    /// A body of the article prints its grades as numbers.
    numbered: bool,
}

impl<'a> Nouns<'a> {
    pub(super) fn new(
        scan: &'a Scan<'_>,
        knowledge: &Knowledge,
        bodies: &[u16],
        labels: &[(Span, u16)],
    ) -> Self {
        let scales = || bodies.iter().flat_map(|&b| knowledge.scales_of(b));
        let scores = scales().find(|s| s.printed.contains(&Printed::OutOf));
        let default = scores.and_then(|s| s.top_number());
        // Food hygiene tells its scores as stars too.
        let same = scores.filter(|s| s.printed.contains(&Printed::Stars)).and(default);
        let star = same.map_or(Noun::Star, |top| Noun::OutOf { top, told: true });
        let noun_of = |&(span, form): &(Span, u16)| {
            let text = knowledge.forms.get(usize::from(form)).map(|f| f.text.as_str())?;
            let digits = || text.bytes().any(|b| b.is_ascii_digit());
            let holds = |words: &[u8]| text.as_bytes().windows(words.len()).any(|w| w == words);
            if holds(b"star") || text.ends_with('*') {
                return Some((span, star));
            }
            if text.starts_with("grade") {
                return Some((span, Noun::Grade));
            }
            let of = || holds(b"out of") || holds(b"out-of") || text.contains('/') && digits();
            default.filter(|_| of()).map(|top| (span, Noun::OutOf { top, told: true }))
        };
        let mut told: Vec<(Span, Noun)> = labels.iter().filter_map(noun_of).collect();
        if scales().any(|s| s.printed.contains(&Printed::Stars)) {
            let text = scan.text.as_str();
            let found = memchr::memmem::find_iter(text.as_bytes(), "star")
                .map(|at| (at, text.get(at + 4..).unwrap_or("")));
            let alone = |rest: &str| {
                let rest = rest.strip_prefix('s').unwrap_or(rest);
                !rest.starts_with(char::is_alphanumeric)
            };
            told.extend(
                found
                    .filter(|(at, rest)| alone(rest) && !scan.leaves_out(Span::new(*at, *at + 4)))
                    .map(|(at, _)| (Span::new(at, at + 4), star)),
            );
            told.sort_by_key(|(span, _)| *span);
        }
        let printed = |s: &&Scale| s.printed.contains(&Printed::Grade);
        let grades = scales().any(|s| printed(&s) && s.levels.len() > 5);
        let numbered = scales().any(|s| printed(&s));
        Nouns { scan, told, default, grades, numbered }
    }

    /// A number that was found to be a grade tells its noun to those after it.
    pub(super) fn add(&mut self, span: Span, noun: Noun) {
        let noun = match noun {
            Noun::OutOf { top, .. } => Noun::OutOf { top, told: true },
            Noun::Untold => Noun::Grade,
            other => other,
        };
        let at = self.told.partition_point(|(known, _)| known.start < span.start);
        self.told.insert(at, (span, noun));
    }

    /// True where no number can be a grade.
    pub(super) fn none(&self) -> bool {
        self.told.is_empty() && self.default.is_none() && !self.numbered
    }

    /// True where the article tells stars.
    pub(super) fn stars(&self) -> bool {
        self.told.iter().any(|(_, noun)| *noun == Noun::Star)
    }

    /// True where a body prints its grades as numbers.
    pub(super) fn numbered(&self) -> bool {
        self.numbered
    }

    /// True where "fives" are grades from one to six.
    pub(super) fn grades(&self) -> bool {
        self.grades
    }
    /// The highest number of scores.
    pub(super) fn top(&self) -> Option<u8> {
        self.default
    }

    /// The noun that a number of a sentence leaves out, and how near it stands.
    pub(super) fn at(&self, number: Span, sentence: Span) -> Option<(Noun, Near)> {
        let split = self.told.partition_point(|(span, _)| span.start < number.start);
        let before = split.checked_sub(1).and_then(|i| self.told.get(i));
        if let Some((span, noun)) = before {
            let sentence_before = self
                .scan
                .text
                .sentence_at(sentence.start)
                .checked_sub(3)
                .map_or(self.scan.text.sentences.first(), |ix| self.scan.text.sentences.get(ix))
                .map_or(sentence.start, |s| s.start);
            let near = match span.start {
                at if at >= sentence.start && span.end + BESIDE > number.start => Near::Beside,
                at if at >= sentence_before => Near::Close,
                _ => Near::Far,
            };
            // "is a three-star council. Its score for housing rose from two": a score and no star.
            let between = self.scan.text.as_str().get(span.end..number.start).unwrap_or_default();
            let scored = || memchr::memmem::find(between.as_bytes(), b" score").is_some_and(|at| at > 0);
            return match (noun, self.default) {
                (Noun::Star, Some(top)) if near != Near::Far && scored() => {
                    Some((Noun::OutOf { top, told: true }, near))
                }
                _ => Some((*noun, near)),
            };
        }
        let after = self.told.get(split).filter(|(span, _)| span.end <= sentence.end);
        match after {
            Some((span, noun)) => {
                let beside = span.start < number.end + 16;
                Some((*noun, if beside { Near::Beside } else { Near::Close }))
            }
            None => match self.default {
                Some(top) => Some((Noun::OutOf { top, told: false }, Near::Far)),
                None => Some((Noun::Untold, Near::Far)),
            },
        }
    }
}
