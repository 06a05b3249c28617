//! Names right behind their kind: "takeaway Golden Wok", "curry house Taste of Bengal". Knows nothing of head nouns.

use super::fore::goes_on_with_of;
use super::{NameMention, is_body, is_person_title};
use crate::find::words::opens_sentence;
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside};

/// "takeaway Golden Wok", "the care home Ashgrove": a name right after its kind, for kinds whose names have no head
/// noun of their own.
pub(super) fn announced(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let text = scan.text.as_str();
    let one = |hit: &Hit| {
        let Sense::Provider { service: kind, form: HeadForm::Generic } = hit.sense else { return None };
        // No name follows most of them.
        if let Some([b' ', b'a'..=b'z']) = text.as_bytes().get(hit.end..hit.end + 2) {
            return None;
        }
        let sentence = *scan.text.sentences.get(scan.text.sentence_at(hit.start))?;
        let opens = hit.start == sentence.start;
        // "the 6,200-home Cornish association"
        if text.get(..hit.start).is_some_and(|before| before.ends_with('-')) {
            return None;
        }
        let capital = beside::is_capital(scan.text.at(Span::new(hit.start, hit.end)));
        let long =
            scan.text.at(Span::new(hit.start, hit.end)).contains(' ') && !knowledge.one_of_a_place(kind);
        if !(knowledge.bare_names(kind) || (opens || long) && knowledge.stands_alone(kind))
            || capital && !opens
        {
            return None;
        }
        beside::after(text, hit.end, sentence.end)
            .filter(|b| b.joined && beside::is_capital(scan.text.at(b.span)))?;
        // "care home group Larkspur", "training provider Skills4Work": the longer noun tells the kind.
        let noun = scan.text.at(Span::new(hit.start, hit.end));
        let longer =
            |h: &Hit| h.end == hit.end && matches!(h.sense, Sense::Provider { form: HeadForm::Generic, .. });
        let vague = noun == "group" || noun == "provider" || noun == "service" || noun == "landlord";
        let led = scan.within(Span::new(hit.start.saturating_sub(40), hit.start)).iter().any(longer);
        if led || vague && !inspects(scan, knowledge, kind) {
            return None;
        }
        let ceiling = scan.text.sentences.get(scan.text.sentence_at(hit.start))?.end;
        let (mut start, mut end) = (None, hit.end);
        // "Angels 2 Go": a figure inside a name.
        let figure = |b: &beside::Beside| {
            let next = || beside::after(text, b.span.end, ceiling).filter(|n| n.joined);
            scan.text.at(b.span).bytes().all(|c| c.is_ascii_digit())
                && next().is_some_and(|n| beside::is_capital(scan.text.at(n.span)))
        };
        // "curry house Taste of Bengal"
        let of = |b: &beside::Beside, from: Option<usize>| {
            let next = || beside::after(text, b.span.end, ceiling).filter(|n| n.joined);
            scan.text.at(b.span) == "of"
                && from.is_some_and(|from| {
                    goes_on_with_of(scan.text.at(Span::new(from, end_of(text, b.span.start))))
                })
                && next().is_some_and(|n| beside::is_capital(scan.text.at(n.span)))
        };
        while let Some(word) = beside::after(text, end, ceiling).filter(|b| {
            b.joined
                && (beside::is_capital(scan.text.at(b.span)) || start.is_some() && figure(b) || of(b, start))
        }) {
            if is_body(scan, word.span)
                || is_person_title(scan.text.at(word.span))
                || scan.within(word.span).iter().any(|h| matches!(h.sense, Sense::Time(_)))
            {
                break;
            }
            end = word.span.end;
            // "Fish and chip shop The Codfather"
            if start.is_some() || scan.text.at(word.span) != "The" {
                start.get_or_insert(word.span.start);
            }
        }
        let span = Span::new(start?, end);
        let next = beside::after(text, end, ceiling).map(|b| scan.text.at(b.span)).unwrap_or_default();
        // "Hospital Staff Praised": a headline in capitals.
        let plain = !opens
            || !next.is_empty()
                && !beside::is_capital(next)
                && scan.text.at(span).split(' ').count() <= 4
                && !scan.text.at(span).split(' ').any(|w| w != "of" && opens_sentence(w))
                && !knowledge.one_of_a_place(kind);
        (plain && span.len() >= 4).then_some(NameMention::bare(span, kind))
    };
    scan.providers().iter().filter_map(one).collect()
}

/// Where the word before a place ends.
fn end_of(text: &str, at: usize) -> usize {
    text.get(..at).map_or(at, |before| before.trim_end().len())
}

/// True where a body of the article inspects the kind, and no other of those that a vague noun may mean.
fn inspects(scan: &Scan<'_>, knowledge: &Knowledge, kind: u16) -> bool {
    super::introduced::inspected(scan, knowledge).contains(&kind)
}
