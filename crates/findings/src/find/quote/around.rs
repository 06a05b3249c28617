//! The frames that lead a quotation back to the sentence or the paragraph before: speech that goes on, a colon above,
//! what somebody was just told to have said. Refuses a quotation in a sentence with words of the article's own.

use crate::fact::Basis;
use crate::find::quote::speaker::{Pronoun, Subject, Who};
use crate::find::quote::words::Voice;
use crate::find::quote::{Reader, Source, VERBS};
use crate::text::word::count_up_to;
use crate::text::{Quoted, Span};

impl Reader<'_> {
    /// A quotation that goes on from the one before it.
    pub(super) fn continued(&self, ix: usize, quoted: &Quoted) -> Option<Source> {
        let text = self.voices.scan.text;
        let before = text.quoted.get(ix.checked_sub(1)?)?;
        let turn = self.turns.last()?;
        let paragraph = text.paragraph_at(quoted.outer.start);
        // Alone in its paragraph: where words of the article's own follow, they should have named the speaker.
        let first = text
            .paragraphs
            .get(paragraph)
            .is_some_and(|p| p.start == quoted.outer.start && (turn.open || p.end <= quoted.outer.end + 1));
        let whole = self.sentence_like(quoted);
        let (basis, rule) = if turn.paragraph == paragraph {
            let gap = text.at(Span::new(before.outer.end, quoted.outer.start));
            let fused = gap.trim().is_empty();
            let new_sentence = text
                .sentences
                .get(text.sentence_at(quoted.outer.start))
                .is_some_and(|s| s.start == quoted.outer.start);
            let same_sentence = matches!(gap.trim(), "and" | ", and" | "or" | "but" | ",");
            // “I want to say,” said Ann Hay, “that nobody was hurt.”
            let own =
                text.sentence_at(before.outer.end.saturating_sub(1)) == text.sentence_at(quoted.outer.start);
            let split = own
                && gap.trim_end().ends_with([',', ':'])
                && gap.split_whitespace().count() <= 24
                && self.verbs(Span::new(before.outer.end, quoted.outer.start)).any(|v| v.voice == Voice::Say);
            match (fused || (new_sentence && whole), same_sentence) {
                (true, _) => (Basis::Stated, "quote/continued"),
                (_, true) => (Basis::Stated, "quote/joined"),
                _ if split => (Basis::Stated, "quote/split"),
                _ => return None,
            }
        } else if first && whole {
            let between = (turn.paragraph + 1..paragraph)
                .filter_map(|p| text.paragraphs.get(p))
                .filter(|p| !self.furniture.holds(p.start))
                .count();
            match (turn.open, between) {
                (true, 0 | 1) => (Basis::Stated, "quote/continued"),
                (false, 0 | 1) => (Basis::Inferred, "quote/next"),
                _ => return None,
            }
        } else {
            return None;
        };
        Some(Source { who: turn.who.clone(), basis, rule, written: turn.written })
    }

    /// The paragraph before ends in a colon: Ann Hay said:
    pub(super) fn leads_in(&self, quoted: &Quoted) -> Option<Source> {
        let text = self.voices.scan.text;
        let paragraph = text.paragraph_at(quoted.outer.start);
        if text.paragraphs.get(paragraph).is_none_or(|p| p.start != quoted.outer.start) {
            return None;
        }
        let before = *text.paragraphs.get(paragraph.checked_sub(1)?)?;
        if !text.at(before).ends_with([':', ',']) {
            return None;
        }
        let from = text.sentences.get(text.sentence_at(before.end - 1))?.start;
        let verb = *self.verbs(Span::new(from, before.end)).rfind(|h| h.voice == Voice::Say)?;
        match self.voices.subject(from, verb.span.start) {
            Subject::Is(who) => self.stated(who, "quote/lead-in", text.at(Span::new(from, before.end)), verb),
            _ => None,
        }
    }

    /// The report contains the sentence: '…' — no verb of saying, but a colon, and something written before it.
    pub(super) fn told_by(&self, quoted: &Quoted) -> Option<Source> {
        let sentence = self.sentence(quoted);
        let span = Span::new(sentence.start, quoted.outer.start);
        let colon =
            self.at(span).trim_end().ends_with(':') && !self.verbs(span).any(|v| v.voice == Voice::Say);
        let paper = self.voices.heard_in(span).iter().find(|h| h.voice == Voice::Paper)?;
        let of = match self.voices.phrase(Span::new(span.start, paper.span.end)) {
            Some(Who::Paper { of }) => of,
            _ => None,
        };
        colon.then_some(Source {
            who: Who::Paper { of },
            basis: Basis::Stated,
            rule: "quote/colon",
            written: true,
        })
    }

    /// Ann Hay said that was no help. “We asked in the spring.” — a whole sentence after what somebody said.
    pub(super) fn told_before(&self, quoted: &Quoted) -> Option<Source> {
        let text = self.voices.scan.text;
        let at = text.sentence_at(quoted.outer.start);
        let own = *text.sentences.get(at)?;
        let before = *text.sentences.get(at.checked_sub(1)?)?;
        let (here, there) = (text.paragraph_at(own.start), text.paragraph_at(before.start));
        let alone = own.start == quoted.outer.start
            && text.paragraphs.get(here).is_some_and(|p| p.end <= quoted.outer.end + 1 || here == there);
        let whole = self.sentence_like(quoted) && count_up_to(self.at(quoted.inner), 5) == 5;
        let rest = text.sentences.get(text.sentence_at(quoted.outer.end.saturating_sub(1)))?.end;
        let follows = rest <= quoted.outer.end + 1 && here - there <= 1;
        if !alone || !whole || !follows || self.furniture.holds(before.start) {
            return None;
        }
        let quotes = text.quoted.partition_point(|q| q.outer.start < before.start);
        if text.quoted.get(quotes).is_some_and(|q| q.outer.start < before.end) {
            return None;
        }
        // "Ann Hay, who was told in May and rated it poor, said …": the first verb that has a subject of its own.
        let told = self.verbs(before).filter(|v| v.voice == Voice::Say).take(VERBS).find_map(|v| match self
            .voices
            .subject(before.start, v.span.start)
        {
            Subject::Is(who) => Some((v.span.start, who)),
            _ => None,
        });
        let Some((verb, who)) = told else {
            // "Ann Hay paid tribute to staff. “They turned it round.”": in the paragraph of whom it speaks.
            let who =
                self.voices.opening(before).filter(|who| matches!(who, Who::Person(_)) && here == there)?;
            if !reacts(text.at(before)) {
                return None;
            }
            return Some(Source { who, basis: Basis::Inferred, rule: "quote/after-telling", written: false });
        };
        let who = match who {
            Who::Pronoun(pronoun @ (Pronoun::He | Pronoun::She)) => self.antecedent(pronoun, verb)?.0,
            Who::Person(_) | Who::Pair(..) | Who::Unnamed { .. } => who,
            _ => return None,
        };
        Some(Source { who, basis: Basis::Inferred, rule: "quote/after-telling", written: false })
    }
}

/// "paid tribute to staff", "was delighted": words that lead to somebody's own.
fn reacts(sentence: &str) -> bool {
    const WORDS: [&str; 24] = [
        "tribute", "delighted", "pleased", "proud", "disappointed", "furious", "angry", "upset", "relieved",
        "gutted", "devastated", "thrilled", "unimpressed", "unrepentant", "defended", "refused", "welcomed",
        "agreed", "disagreed", "apologised", "thanked", "praised", "criticised", "adamant",
    ];
    sentence.split(|c: char| !c.is_alphabetic()).any(|w| WORDS.contains(&w))
}
