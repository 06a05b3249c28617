//! What a sentence tells of an inspection, and where: labels, measures, bodies, words for grades. Knows no name.

use crate::find::rank;
use crate::find::words::{Class, class_of, pairs_of};
use crate::knowledge::lexicon::{Hit, Sense};
use crate::scan::{Scan, Sorts};
use crate::text::table::Pairs;
use crate::text::word::bare;
use crate::text::{Span, beside, edge};
use std::cell::OnceCell;

/// What a sentence tells, and where: from there on back a name may be its subject.
pub(super) struct Told {
    /// The first label and the last.
    pub(super) label: Option<(usize, usize)>,
    /// The bare numbers that are grades: where they stand.
    pub(super) numbers: Vec<usize>,
    other: Option<usize>,
    /// Where a word for grades stands last; looked for where a name asks.
    rating: OnceCell<Option<usize>>,
    /// What sorts of words it holds.
    sorts: Sorts,
}

impl Told {
    /// Of the sentence with a number, with the bare numbers of the article that are grades; `digits` are its own.
    pub(super) fn of(
        scan: &Scan<'_>,
        at: usize,
        sentence: Span,
        numbers: &[(Span, u16)],
        digits: &[Span],
    ) -> Told {
        let sorts = scan.sorts(at);
        let known = sorts.hold(Sorts::LABEL.or(Sorts::MEASURE).or(Sorts::BODY).or(Sorts::RANK));
        let within = if known { scan.within(sentence) } else { &[] };
        let hits = || within.iter();
        let from = numbers.partition_point(|(n, _)| n.start < sentence.start);
        let numbers = numbers[from..].iter().map(|(n, _)| n.start).take_while(|&n| n < sentence.end);
        let numbers: Vec<usize> = numbers.collect();
        let labels = hits().filter(|h| matches!(h.sense, Sense::Label(_))).map(|h| h.start);
        let labels = labels.chain(numbers.iter().copied());
        let labels = labels.chain(number_given(scan, sentence, digits));
        let label = labels.fold(None, |all: Option<(usize, usize)>, at| {
            let (first, last) = all.unwrap_or((at, at));
            Some((first.min(at), last.max(at)))
        });
        // "the lowest grade" is a label where no other is told.
        let label = label.or_else(|| {
            let place = hits().find_map(|h| rank::read(scan, h))?.0.start;
            Some((place, place))
        });
        let tells = |h: &&Hit| matches!(h.sense, Sense::Measure(_) | Sense::Body { .. } | Sense::BodyNoun(_));
        let other = hits().filter(tells).map(|h| h.start).max();
        Told { label, numbers, other, rating: OnceCell::new(), sorts }
    }

    /// Where something other than a label stands last that tells of inspections.
    pub(super) fn other(&self, scan: &Scan<'_>, sentence: Span) -> Option<usize> {
        self.other.max(*self.rating.get_or_init(|| rating_word(scan, sentence)))
    }

    /// True for a sentence with several labels.
    pub(super) fn many(&self) -> bool {
        self.label.is_some_and(|(first, last)| first < last)
    }

    /// True for a sentence that names a service.
    pub(super) fn serves(&self) -> bool {
        self.sorts.hold(Sorts::SERVICE)
    }

    /// True for a sentence that tells of an inspection at all.
    pub(super) fn tells(&self, scan: &Scan<'_>, sentence: Span) -> bool {
        // "For Marle the news is worse"
        let news = || scan.text.at(sentence).starts_with("For ");
        self.label.is_some() || self.other.is_some() || self.other(scan, sentence).is_some() || news()
    }
}

/// "rated 0", "given a 1": where a number stands last that is a grade.
fn number_given(scan: &Scan<'_>, sentence: Span, digits: &[Span]) -> Option<usize> {
    let given = |digit: &&Span| {
        let text = scan.text.as_str();
        if digit.len() > 1 || !edge::stands_alone(text, digit.start, digit.end) {
            return false;
        }
        let mut before = beside::before(text, digit.start, sentence.start).filter(|b| b.joined);
        if before.is_some_and(|b| matches!(scan.text.at(b.span), "a" | "as" | "of")) {
            before = before.and_then(|b| beside::before(text, b.span.start, sentence.start));
        }
        let verb = before.map(|b| class_of(scan.text.at(b.span)));
        matches!(verb, Some(Class::Rate | Class::Give | Class::Receive | Class::Rating))
    };
    digits.iter().rfind(given).map(|d| d.start)
}

/// Where "score", "grade", "inspected" or the like stands last.
fn rating_word(scan: &Scan<'_>, sentence: Span) -> Option<usize> {
    let words = scan.text.at(sentence);
    static PAIRS: Pairs = pairs_of(&[Class::Rating], &["inspected", "visited", "fared", "fares"]);
    let is_rating = |from: &str| {
        // None of them has only two letters, as "in" has.
        if !from.as_bytes().get(2).is_some_and(u8::is_ascii_alphabetic) {
            return false;
        }
        let bare = bare(from);
        class_of(bare) == Class::Rating
            || matches!(bare, "inspected" | "fared" | "fares")
            || bare == "visited" && !words.contains("visited by")
    };
    let last = scan.heads(sentence, &PAIRS).filter(|from| is_rating(from)).last()?;
    let at = sentence.end - last.len();
    // Marks that stand before a word are its own.
    let before = scan.text.at(Span::new(sentence.start, at));
    Some(at - (before.len() - before.trim_end_matches(|c: char| !c.is_whitespace()).len()))
}
