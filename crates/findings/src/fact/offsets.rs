//! The unit in which spans count: bytes of UTF-8, code points, UTF-16 code units. Knows the text only as
//! characters of so many units each.

use crate::fact::{Extraction, Offsets, Part};
use crate::text::{Article, Span};

impl Extraction {
    /// The same facts with every span, and the article's length, in another unit. `article` is the one that the
    /// facts were found in. Takes one pass over it, however many spans there are.
    ///
    /// ```
    /// use findings::{Article, Extractor, Offsets};
    /// let article = Article::new("A £5m loss");
    /// let found = Extractor::builtin().extract(&article).counted_in(Offsets::Chars, &article);
    /// assert_eq!(found.article.length, 10);
    /// ```
    pub fn counted_in(mut self, unit: Offsets, article: &Article<'_>) -> Self {
        let from = self.article.offsets;
        if from == unit {
            return self;
        }
        let length = article.text().chars().map(|c| width(c, unit)).sum();
        let mut spans = Vec::new();
        self.each_span(&mut |part, span| spans.push((part, span)));
        for part in [Part::Text, Part::Title] {
            let text = match part {
                Part::Text => article.text(),
                Part::Title => article.headline().unwrap_or(""),
            };
            let here = spans.iter_mut().filter(|(p, _)| *p == part);
            let mut offsets: Vec<&mut usize> = here.flat_map(|(_, s)| [&mut s.start, &mut s.end]).collect();
            convert(text, &mut offsets, from, unit);
        }
        self.article.offsets = unit;
        self.article.length = length;
        self
    }

    /// Calls `take` for the span of every fact and mention.
    pub(crate) fn each_span<'a>(&'a mut self, take: &mut dyn FnMut(Part, &'a mut Span)) {
        for body in &mut self.bodies {
            body.mentions.iter_mut().for_each(|m| take(m.part, &mut m.span));
        }
        for provider in &mut self.providers {
            provider.mentions.iter_mut().for_each(|m| take(m.part, &mut m.span));
        }
        for rating in &mut self.ratings {
            take(rating.part, &mut rating.span);
            rating.mentions.iter_mut().for_each(|m| take(m.part, &mut m.span));
        }
        for tally in &mut self.tallies {
            take(tally.part, &mut tally.span);
            tally.mentions.iter_mut().for_each(|m| take(m.part, &mut m.span));
        }
        for measure in &mut self.measures {
            take(measure.part, &mut measure.span);
            measure.mentions.iter_mut().for_each(|m| take(m.part, &mut m.span));
        }
        self.money.iter_mut().for_each(|fact| take(fact.part, &mut fact.span));
        self.dates.iter_mut().for_each(|fact| take(fact.part, &mut fact.span));
        self.quotes.iter_mut().for_each(|fact| take(fact.part, &mut fact.span));
        self.furniture.iter_mut().for_each(|fact| take(fact.part, &mut fact.span));
        self.notes.iter_mut().for_each(|fact| take(fact.part, &mut fact.span));
    }
}

/// Leads offsets from one unit to another in one walk. An offset within a character goes to its start, one past
/// the end to the end.
fn convert(text: &str, offsets: &mut [&mut usize], from: Offsets, to: Offsets) {
    offsets.sort_unstable();
    let mut chars = text.chars();
    let (mut passed, mut counted) = (0, 0);
    let mut next = chars.next();
    for offset in offsets {
        while let Some(c) = next {
            if passed + width(c, from) > **offset {
                break;
            }
            passed += width(c, from);
            counted += width(c, to);
            next = chars.next();
        }
        **offset = counted;
    }
}

fn width(c: char, unit: Offsets) -> usize {
    match unit {
        Offsets::Bytes => c.len_utf8(),
        Offsets::Chars => 1,
        Offsets::Utf16 => c.len_utf16(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Extractor;
    use crate::fact::Note;

    const TEXT: &str = "‘£5’ 😀 end";

    fn noted(spans: &[(Part, usize, usize)]) -> Extraction {
        let mut extraction = Extractor::builtin().extract(&Article::new(TEXT));
        extraction.notes = spans
            .iter()
            .map(|&(part, start, end)| Note {
                message: String::new(),
                span: Span::new(start, end),
                text: String::new(),
                part,
            })
            .collect();
        extraction
    }

    fn spans(extraction: &Extraction) -> Vec<Span> {
        extraction.notes.iter().map(|n| n.span).collect()
    }

    #[test]
    fn spans_are_led_to_the_unit_and_back() {
        let article = Article::new(TEXT).title("é no");
        let end = TEXT.find("end").unwrap();
        let bytes = noted(&[(Part::Text, end, end + 3), (Part::Text, 0, 3), (Part::Title, 3, 5)]);
        let chars = bytes.clone().counted_in(Offsets::Chars, &article);
        assert_eq!(spans(&chars), [Span::new(7, 10), Span::new(0, 1), Span::new(2, 4)]);
        assert_eq!((chars.article.offsets, chars.article.length), (Offsets::Chars, 10));
        let utf16 = chars.counted_in(Offsets::Utf16, &article);
        assert_eq!(spans(&utf16), [Span::new(8, 11), Span::new(0, 1), Span::new(2, 4)]);
        assert_eq!(utf16.article.length, 11);
        assert_eq!(spans(&utf16.counted_in(Offsets::Bytes, &article)), spans(&bytes));
    }

    #[test]
    fn offsets_of_another_article_do_no_harm() {
        let odd = noted(&[(Part::Text, 1, 999), (Part::Title, 5, 6)]);
        let chars = odd.counted_in(Offsets::Chars, &Article::new(TEXT));
        assert_eq!(spans(&chars), [Span::new(0, 10), Span::new(0, 0)]);
    }
}
