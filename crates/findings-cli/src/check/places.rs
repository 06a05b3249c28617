//! Where anchors and facts stand: an expected fact quotes the article, a found one carries spans.
//! Knows nothing of kinds and fields.

use findings::{Part, Span};
use serde_json::Value;

/// The article that both sides speak of.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// The article's text.
    pub text: &'a str,
    /// Its title, where one is given apart from the text.
    pub title: Option<&'a str>,
}

/// A stretch of the text or of the title, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// In which of the two.
    pub part: Part,
    /// From where to where.
    pub span: Span,
}

impl Place {
    /// True when the two share at least one byte.
    pub fn overlaps(self, other: Place) -> bool {
        self.part == other.part && self.span.overlaps(other.span)
    }
}

impl<'a> Texts<'a> {
    /// The text or the title; an absent title is empty.
    pub fn part(&self, part: Part) -> &'a str {
        match part {
            Part::Text => self.text,
            Part::Title => self.title.unwrap_or(""),
        }
    }

    /// Every place of an expected item's `text`: in the part that its `in` names or else in both, the text
    /// first. `nth` keeps only that one. `None` where the item has no `text`.
    pub fn places(&self, item: &Value) -> Option<Vec<Place>> {
        let anchor = item.get("text")?.as_str()?;
        let parts: &[Part] = match item.get("in").and_then(Value::as_str) {
            Some("text") => &[Part::Text],
            Some("title") => &[Part::Title],
            _ => &[Part::Text, Part::Title],
        };
        let mut places = Vec::new();
        for &part in parts {
            let spans = occurrences(self.part(part), anchor);
            places.extend(spans.into_iter().map(|span| Place { part, span }));
        }
        if let Some(nth) = item.get("nth").and_then(Value::as_u64) {
            let wanted = usize::try_from(nth).ok().and_then(|n| n.checked_sub(1));
            places = wanted.and_then(|i| places.get(i)).copied().into_iter().collect();
        }
        Some(places)
    }

    /// The sentence at a place, on one line.
    pub fn sentence(&self, place: Place) -> String {
        use unicode_segmentation::UnicodeSegmentation;
        const LONGEST: usize = 300;
        let whole = self.part(place.part);
        let at = place.span.start.min(whole.len());
        let (Some(before), Some(after)) = (whole.get(..at), whole.get(at..)) else { return String::new() };
        let from = before.rfind('\n').map_or(0, |i| i + 1);
        let to = after.find('\n').map_or(whole.len(), |i| at + i);
        let paragraph = &whole[from..to];
        let mut sentence = "";
        for (start, bound) in paragraph.split_sentence_bound_indices() {
            if from + start > at {
                break;
            }
            sentence = bound;
        }
        let sentence = sentence.trim();
        match sentence.char_indices().nth(LONGEST) {
            Some((cut, _)) => format!("{}…", &sentence[..cut]),
            None => sentence.to_owned(),
        }
    }
}

/// Every occurrence, overlapping ones too.
fn occurrences(text: &str, anchor: &str) -> Vec<Span> {
    let Some(step) = anchor.chars().next().map(char::len_utf8) else { return Vec::new() };
    let mut spans = Vec::new();
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(anchor)) {
        let start = from + found;
        spans.push(Span::new(start, start + anchor.len()));
        from = start + step;
    }
    spans
}

/// The place of a found fact or mention itself.
pub(super) fn own(fact: &Value) -> Option<Place> {
    let span: Span = serde_json::from_value(fact.get("span")?.clone()).ok()?;
    let part = match fact.get("in").and_then(Value::as_str) {
        Some("title") => Part::Title,
        _ => Part::Text,
    };
    Some(Place { part, span })
}

/// The places of a found fact's mentions.
pub(super) fn mentions(fact: &Value) -> Vec<Place> {
    fact.get("mentions").and_then(Value::as_array).into_iter().flatten().filter_map(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_anchor_stands_where_it_recurs() {
        let texts = Texts { text: "good é good", title: Some("good") };
        let all = texts.places(&json!({"text": "good"})).unwrap();
        assert_eq!(all.len(), 3);
        assert_eq!(texts.places(&json!({"text": "good", "nth": 2})).unwrap()[0].span, Span::new(8, 12));
        assert_eq!(texts.places(&json!({"text": "good", "in": "title"})).unwrap()[0].part, Part::Title);
        assert!(texts.places(&json!({"text": "good", "nth": 9})).unwrap().is_empty());
        assert!(texts.places(&json!({"id": "ofsted"})).is_none());
    }

    #[test]
    fn the_sentence_is_the_one_at_the_place() {
        let texts = Texts { text: "One.\nIt was good. It was £5.", title: None };
        let place = |anchor: &str| texts.places(&json!({ "text": anchor })).unwrap()[0];
        assert_eq!(texts.sentence(place("good")), "It was good.");
        assert_eq!(texts.sentence(place("£5")), "It was £5.");
        assert_eq!(texts.sentence(place("One")), "One.");
    }
}
