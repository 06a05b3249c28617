//! Quotations, and whose words they are.
//!
//! *What it finds*: every stretch in quotation marks, with the speaker that the words around it name: after it
//! ("…," said Ann Hay), before it (Ann Hay said: "…"), at the end of the sentence, in the paragraph before; a
//! quotation that runs on over paragraphs keeps its speaker, and "he", "she", "it", "they" lead back to whom
//! the sentences before speak of.
//! *What it leaves alone*: apostrophes; what stands in page furniture; a quotation that is told a second time. A
//! label in quotation marks is marked as one: where a judgement reads it, it is no quotation.
//! *Where it is fooled*: two people of one surname; "they" after two bodies.

pub(crate) mod speaker;
pub(crate) mod words;

use crate::fact::{Basis, Part, Quote, QuoteKind, Rule};
use crate::find::furniture::Furnished;
use crate::find::person::{self, People, Sex};
use crate::knowledge::lexicon::Entry;
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::{Quoted, Span};
pub(crate) use speaker::Named;
use speaker::{Pronoun, Subject, Voices, Who, floor};
use std::collections::HashSet;
use words::{Heard, Voice};

/// Words that the article gives as somebody's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QuoteMention {
    /// The words inside the marks.
    pub(crate) span: Span,
    pub(crate) speaker: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) organisation: Option<String>,
    pub(crate) kind: QuoteKind,
    pub(crate) basis: Basis,
    pub(crate) rule: &'static str,
    /// True where the words are a label: a quotation only as far as no judgement is read there.
    pub(crate) label: bool,
}

/// A speaker, how directly the text names it, and what read it.
#[derive(Clone, Debug)]
struct Source {
    who: Who,
    basis: Basis,
    rule: &'static str,
    /// True where the words are said to stand in something written.
    written: bool,
}

/// A speaker that a sentence has shown.
struct Turn {
    sentence: usize,
    paragraph: usize,
    who: Who,
    written: bool,
    /// The quotation has no closing mark.
    open: bool,
}

/// How far from a quotation its verb is looked for, in bytes and in verbs.
const REACH: usize = 1200;
const VERBS: usize = 10;

impl QuoteMention {
    /// As it is reported, but for the words and their place in what was given.
    pub(crate) fn fact(&self) -> Quote {
        Quote {
            speaker: self.speaker.clone(),
            role: self.role.clone(),
            organisation: self.organisation.clone(),
            kind: self.kind,
            basis: self.basis,
            rule: Rule::new(self.rule),
            span: self.span,
            text: String::new(),
            part: Part::Text,
        }
    }
}

/// The words that the finder wakes at.
pub(crate) fn entries() -> Vec<Entry> {
    words::entries()
}

/// Every quotation outside the furniture, in order. `named` are the places that name bodies and providers, in
/// order, with what to call them; without them the article's own words at the place are taken.
pub(crate) fn find(scan: &Scan<'_>, furniture: &Furnished, named: &[Named<'_>]) -> Vec<QuoteMention> {
    let heard = words::heard(scan);
    let people: People = person::find(scan, &heard, furniture);
    let (heard, people) = (heard.as_slice(), &people);
    let voices = Voices { scan, heard, people, named };
    let mut reader = Reader { voices, furniture, turns: Vec::new() };
    let mut told: HashSet<String> = HashSet::new();
    let mut out = Vec::new();
    for (ix, quoted) in scan.text.quoted.iter().enumerate() {
        let words = scan.text.at(quoted.inner);
        if furniture.holds(quoted.inner.start) || words.trim().is_empty() || reader.is_stray(quoted) {
            continue;
        }
        let source = reader.source(ix, quoted);
        if let Some(source) = &source {
            reader.turn(quoted, source);
        }
        let again = words.split_whitespace().count() > 2 && !told.insert(bare(words));
        if !again {
            out.push(reader.mention(quoted, source));
        }
    }
    out
}

/// The words without what a second telling may change.
fn bare(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// "he said in his annual report": the words are written ones.
fn in_writing(around: &str) -> bool {
    let Some(report) = around.find(" report") else { return false };
    let before = around.get(..report).unwrap_or("");
    let mut back = before.split_whitespace().rev();
    let near: Vec<&str> = back.by_ref().take(3).collect();
    let owner = near.iter().position(|w| matches!(*w, "his" | "her" | "their" | "its" | "the" | "a"));
    owner.is_some_and(|ix| {
        near.get(ix + 1).copied().or_else(|| back.next()).is_some_and(|w| matches!(w, "in" | "In"))
    })
}

struct Reader<'s> {
    voices: Voices<'s>,
    furniture: &'s Furnished,
    turns: Vec<Turn>,
}

impl Reader<'_> {
    fn text(&self) -> &str {
        self.voices.scan.text.as_str()
    }

    fn at(&self, span: Span) -> &str {
        self.voices.scan.text.at(span)
    }

    /// A label by itself in quotation marks: "good".
    fn is_label(&self, quoted: &Quoted) -> bool {
        let words = self.at(quoted.inner).trim_end_matches(['.', ',', ' ']);
        let span = Span::new(quoted.inner.start, quoted.inner.start + words.len());
        let hits = self.voices.scan.within(span);
        hits.iter().any(|h| matches!(h.sense, Sense::Label(_)) && h.start == span.start && h.end >= span.end)
    }

    /// A lone mark before the article's own words: "'Mr Hay said that …".
    fn is_stray(&self, quoted: &Quoted) -> bool {
        let near =
            Span::new(quoted.inner.start, quoted.inner.end.min(floor(self.text(), quoted.inner.start + 60)));
        let verb = || self.voices.heard_in(near).iter().find(|h| h.voice == Voice::Say);
        let named = || self.voices.people.within(near).first().filter(|m| m.span.start == near.start);
        !quoted.closed
            && named().zip(verb()).is_some_and(|(m, v)| {
                self.text().get(m.span.end..v.span.start).is_some_and(|g| g.trim().is_empty())
            })
    }

    fn source(&self, ix: usize, quoted: &Quoted) -> Option<Source> {
        let all = &self.voices.scan.text.quoted;
        let next = all.get(ix + 1).map_or(usize::MAX, |q| q.outer.start);
        self.after(quoted, next)
            .or_else(|| self.before(quoted))
            .or_else(|| self.trailing(quoted, next))
            .or_else(|| self.continued(ix, quoted))
            .or_else(|| self.leads_in(quoted))
            .or_else(|| self.told_by(quoted))
    }

    /// The sentence that a quotation stands in, from its start to where it ends after the quotation.
    fn sentence(&self, quoted: &Quoted) -> Span {
        let text = self.voices.scan.text;
        let first =
            text.sentences.get(text.sentence_at(quoted.outer.start)).map_or(quoted.outer.start, |s| s.start);
        let last = text.sentences.get(text.sentence_at(quoted.outer.end.saturating_sub(1)));
        let last = last.map_or(quoted.outer.end, |s| s.end).max(quoted.outer.end);
        Span::new(
            first.min(quoted.outer.start).max(floor(self.text(), quoted.outer.start.saturating_sub(REACH))),
            last,
        )
    }

    /// The known verbs in a stretch that stand in no quotation.
    fn verbs(&self, span: Span) -> impl DoubleEndedIterator<Item = &Heard> {
        let outside = |h: &&Heard| self.voices.scan.text.quoted_at(h.span.start).is_none();
        let verb = |h: &&Heard| matches!(h.voice, Voice::Say | Voice::Show | Voice::Hang | Voice::Accord);
        self.voices.heard_in(span).iter().filter(verb).filter(outside)
    }

    /// "…," said Ann Hay. "…," Ann Hay said.
    fn after(&self, quoted: &Quoted, next: usize) -> Option<Source> {
        let text = self.text();
        let sentence = self.sentence(quoted);
        let mut end = sentence.end.min(next);
        let inner = self.at(quoted.inner);
        let mut start = quoted.outer.end;
        let speech = inner.trim_end().ends_with([',', '?', '!', '.', '…', '-', '–']);
        if start >= end && speech && quoted.closed {
            // “It is bad.” Mr Hay said. — a sentence of its own by the letter.
            let text = self.voices.scan.text;
            let follows = text.sentences.get(text.sentence_at(start) + 1)?;
            let near = follows.start.saturating_sub(start) <= 2 && follows.len() <= 60 && follows.end <= next;
            (start, end) = near.then_some((follows.start, follows.end))?;
        }
        let rest = text.get(start..end)?;
        let comma = rest.trim_start().starts_with(',');
        let opening = rest.len() - rest.trim_start_matches([' ', ',', '.', '-', '–', '—', ';']).len();
        let from = start + opening;
        let verb = self.verbs(Span::new(from, end)).next().copied()?;
        let lead = text.get(from..verb.span.start)?;
        let direct = speech || comma || rest.trim_start().starts_with(['-', '–', '—']);
        if lead.trim().is_empty() || matches!(lead.trim(), "also" | "he" | "then") {
            let asked = matches!(verb.voice, Voice::Say | Voice::Accord) && lead.trim() != "he";
            if asked && (direct || verb.voice == Voice::Accord) {
                let upto = end;
                let who = self.voices.object(verb.span.end, upto)?;
                return self.stated(who, "quote/after-verb-first", text.get(verb.span.end..end)?, verb);
            }
        }
        let short = lead.split_whitespace().count() <= 16 && !lead.contains(['“', '"', ':']);
        let joined = [
            "and ", "but ", "while ", "which ", "because ", "as ", "when ", "after ", "that ", "for ", "in ",
            "of ",
        ]
        .iter()
        .any(|j| lead.starts_with(j));
        if !direct || !short || joined || !matches!(verb.voice, Voice::Say | Voice::Show) {
            return None;
        }
        match self.voices.subject(from, verb.span.start) {
            Subject::Is(who) => self.stated(who, "quote/after", text.get(verb.span.end..end)?, verb),
            Subject::Passive | Subject::Unknown => None,
        }
    }

    /// Ann Hay said: "…". Inspectors found staff "…".
    fn before(&self, quoted: &Quoted) -> Option<Source> {
        let text = self.text();
        let sentence = self.sentence(quoted);
        let span = Span::new(sentence.start, quoted.outer.start);
        for verb in self.verbs(span).rev().take(VERBS).copied().collect::<Vec<_>>() {
            match verb.voice {
                Voice::Hang => continue,
                Voice::Accord => {
                    if let Some(who) = self.voices.object(verb.span.end, span.end) {
                        return self.stated(who, "quote/according", "", verb);
                    }
                    continue;
                }
                _ => {}
            }
            match self.voices.subject(span.start, verb.span.start) {
                Subject::Is(who) => return self.stated(who, "quote/before", self.at(span), verb),
                Subject::Passive => {
                    let by = self.agent(Span::new(verb.span.end, span.end)).or_else(|| {
                        let rest = text.get(quoted.outer.end..sentence.end)?;
                        rest.trim_start()
                            .starts_with("by ")
                            .then(|| self.agent(Span::new(quoted.outer.end, sentence.end)))?
                    });
                    if let Some(who) = by {
                        return self.stated(who, "quote/passive", "", verb);
                    }
                }
                Subject::Unknown => {}
            }
        }
        // "The home did admit faults but added: '…'": the subject stands at the head of the sentence.
        let last = self.verbs(span).next_back().copied();
        if let Some(verb) = last.filter(|v| matches!(v.voice, Voice::Say | Voice::Show))
            && [" and", " but"]
                .iter()
                .any(|and| text.get(span.start..verb.span.start).is_some_and(|t| t.trim_end().ends_with(and)))
            && let Some(who) = self.voices.opening(span)
        {
            return self.stated(who, "quote/shared-subject", "", verb);
        }
        let rest = text.get(quoted.outer.end..sentence.end).unwrap_or("");
        if rest.trim_start().starts_with("by ") {
            let who = self.agent(Span::new(quoted.outer.end, sentence.end))?;
            return Some(Source { who, basis: Basis::Stated, rule: "quote/passive", written: false });
        }
        None
    }

    /// "… by the watchdog": who did what the passive tells.
    fn agent(&self, span: Span) -> Option<Who> {
        let found = self.text().get(span.start..span.end)?.find("by ")?;
        let who = self.voices.object(span.start + found + 3, span.end)?;
        (!matches!(who, Who::Pronoun(_))).then_some(who)
    }

    /// Staff were 'rude' and rooms 'dirty', Mr Hay said.
    fn trailing(&self, quoted: &Quoted, next: usize) -> Option<Source> {
        let text = self.text();
        let sentence = self.sentence(quoted);
        let span = Span::new(quoted.outer.end, sentence.end);
        let verb = *self.verbs(span).next_back()?;
        let tail = text.get(verb.span.end..sentence.end)?.trim();
        let ends = tail.split_whitespace().count() <= 4 && !tail.contains(',') || tail.starts_with(", ");
        let lead = text.get(span.start..verb.span.start)?;
        let comma = lead.rfind(", ").or_else(|| lead.rfind(" - "))?;
        let who = lead.get(comma + 2..)?;
        if next < verb.span.start && who.contains(['“', '"']) || !ends || who.split_whitespace().count() > 7
        {
            return None;
        }
        match self.voices.subject(span.start + comma + 1, verb.span.start) {
            Subject::Is(who) => self.stated(who, "quote/trailing", tail, verb),
            _ => None,
        }
    }

    /// A quotation that goes on from the one before it.
    fn continued(&self, ix: usize, quoted: &Quoted) -> Option<Source> {
        let text = self.voices.scan.text;
        let before = text.quoted.get(ix.checked_sub(1)?)?;
        let turn = self.turns.last()?;
        let paragraph = text.paragraph_at(quoted.outer.start);
        let first = text.paragraphs.get(paragraph).is_some_and(|p| p.start == quoted.outer.start);
        let whole = self.sentence_like(quoted);
        let (basis, rule) = if turn.paragraph == paragraph {
            let gap = text.at(Span::new(before.outer.end, quoted.outer.start));
            let fused = gap.trim().is_empty();
            let new_sentence = text
                .sentences
                .get(text.sentence_at(quoted.outer.start))
                .is_some_and(|s| s.start == quoted.outer.start);
            let same_sentence = matches!(gap.trim(), "and" | ", and" | "or" | "but" | ",");
            match (fused || (new_sentence && whole), same_sentence) {
                (true, _) => (Basis::Stated, "quote/continued"),
                (_, true) => (Basis::Stated, "quote/joined"),
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
    fn leads_in(&self, quoted: &Quoted) -> Option<Source> {
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
    fn told_by(&self, quoted: &Quoted) -> Option<Source> {
        let sentence = self.sentence(quoted);
        let span = Span::new(sentence.start, quoted.outer.start);
        let colon = self.at(span).trim_end().ends_with(':');
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

    /// The speaker, with what a pronoun stands for. `around` may say that the words are written ones.
    fn stated(&self, who: Who, rule: &'static str, around: &str, verb: Heard) -> Option<Source> {
        let written = in_writing(around);
        match who {
            Who::Pronoun(pronoun) => {
                let (who, turn_written) = self.antecedent(pronoun, verb.span.start)?;
                Some(Source { who, basis: Basis::Inferred, rule, written: written || turn_written })
            }
            who => Some(Source { who, basis: Basis::Stated, rule, written }),
        }
    }

    /// Whom "he", "it" or "they" at `at` refers to: the nearest sentence back that shows one.
    fn antecedent(&self, pronoun: Pronoun, at: usize) -> Option<(Who, bool)> {
        let text = self.voices.scan.text;
        let here = text.sentence_at(at);
        for sentence in (here.saturating_sub(8)..=here).rev() {
            let Some(&span) = text.sentences.get(sentence) else { continue };
            if self.furniture.holds(span.start) {
                continue;
            }
            let span = Span::new(span.start, span.end.min(at));
            let turn = self
                .turns
                .iter()
                .rev()
                .take(24)
                .find(|t| t.sentence == sentence && self.fits(&t.who, pronoun));
            if let Some(turn) = turn {
                return Some((turn.who.clone(), turn.written));
            }
            if pronoun == Pronoun::They
                && let Some(pair) = self.pair_in(span)
            {
                return Some((pair, false));
            }
            let mut subjects = self.verbs(span).filter(|v| v.span.start < at).take(VERBS).filter_map(|v| {
                match self.voices.subject(span.start, v.span.start) {
                    Subject::Is(who) if self.fits(&who, pronoun) => Some(who),
                    _ => None,
                }
            });
            if let Some(who) = subjects.next() {
                let written = matches!(who, Who::Paper { .. });
                return Some((who, written));
            }
            if let Some(who) = self.spoken_of(span, pronoun) {
                return Some((who, false));
            }
        }
        None
    }

    /// Somebody in a sentence that has no verb of saying: its first person, or the body it begins with.
    fn spoken_of(&self, span: Span, pronoun: Pronoun) -> Option<Who> {
        let outside = |at: usize| self.voices.scan.text.quoted_at(at).is_none();
        let people = self.voices.people.within(span);
        match pronoun {
            Pronoun::He | Pronoun::She => people
                .iter()
                .filter(|m| !m.genitive && outside(m.span.start))
                .map(|m| Who::Person(m.person))
                .find(|who| self.fits(who, pronoun)),
            _ => None,
        }
        .or_else(|| self.voices.opening(span).filter(|who| outside(span.start) && self.fits(who, pronoun)))
    }

    /// "Ann Hay and Bob Oakes".
    fn pair_in(&self, span: Span) -> Option<Who> {
        self.voices.people.within(span).windows(2).find_map(|pair| match pair {
            [a, b] if self.text().get(a.span.end..b.span.start) == Some(" and ") => {
                Some(Who::Pair(a.person, b.person))
            }
            _ => None,
        })
    }

    fn fits(&self, who: &Who, pronoun: Pronoun) -> bool {
        let sex = |person: &usize| self.voices.people.all.get(*person).and_then(|p| p.sex);
        match (pronoun, who) {
            (Pronoun::He, Who::Person(p)) => sex(p) != Some(Sex::Woman),
            (Pronoun::She, Who::Person(p)) => sex(p) != Some(Sex::Man),
            (Pronoun::He, Who::Unnamed { role, .. }) => !role
                .as_deref()
                .is_some_and(|r| r.ends_with("woman") || matches!(r, "mother" | "mum" | "daughter")),
            (Pronoun::She, Who::Unnamed { role, .. }) => {
                !role.as_deref().is_some_and(|r| r.ends_with("sman") || matches!(r, "father" | "dad" | "son"))
            }
            (Pronoun::It, Who::House { .. } | Who::Paper { .. }) => true,
            (Pronoun::They, Who::Pair(..) | Who::Inspectors { .. } | Who::Crowd(_) | Who::House { .. }) => {
                true
            }
            (Pronoun::They, Who::Unnamed { role, .. }) => {
                role.as_deref().is_some_and(|r| matches!(r, "family" | "couple"))
            }
            (Pronoun::One, Who::Paper { .. } | Who::Crowd(_) | Who::Unnamed { .. }) => true,
            _ => false,
        }
    }

    fn turn(&mut self, quoted: &Quoted, source: &Source) {
        let text = self.voices.scan.text;
        self.turns.push(Turn {
            sentence: text.sentence_at(quoted.outer.end.saturating_sub(1)),
            paragraph: text.paragraph_at(quoted.outer.start),
            who: source.who.clone(),
            written: source.written,
            open: !quoted.closed,
        });
    }

    /// True for a quotation that is a sentence of its own.
    fn sentence_like(&self, quoted: &Quoted) -> bool {
        let words = self.at(quoted.inner).trim();
        let before = self.text().get(..quoted.outer.start).unwrap_or("").trim_end();
        let capital = words.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
        let led = before.ends_with([':', ',']);
        let stopped = words.ends_with(['.', '!', '?', ',', '…']);
        let long = words.split_whitespace().count() >= 5;
        capital && (led || stopped || !quoted.closed || long) || (before.ends_with(':') && long)
    }

    fn mention(&self, quoted: &Quoted, source: Option<Source>) -> QuoteMention {
        let span = quoted.inner;
        let count = self.at(span).split_whitespace().count();
        let sentence = self.sentence(quoted);
        let paper = self.voices.heard_in(sentence).iter().any(|h| h.voice == Voice::Paper);
        let whole = self.sentence_like(quoted);
        // A council or a firm speaks as a person does; a body that inspects, and a paper, report.
        let person = source.as_ref().is_some_and(|s| {
            matches!(
                s.who,
                Who::Person(_) | Who::Pair(..) | Who::Unnamed { .. } | Who::House { body: false, .. }
            )
        });
        let written = source.as_ref().is_some_and(|s| s.written);
        let fragment = (!whole && (count <= 5 || (count <= 9 && !paper))) || (source.is_none() && count <= 4);
        let kind = match (fragment, person && !(written && whole)) {
            (true, _) => QuoteKind::Fragment,
            (false, true) => QuoteKind::Speech,
            (false, false) if source.is_none() && whole => QuoteKind::Speech,
            (false, false) => QuoteKind::Report,
        };
        let (speaker, role, organisation) =
            source.as_ref().map_or((None, None, None), |s| self.names(&s.who));
        let (basis, rule) = source.map_or((Basis::Stated, "quote/unattributed"), |s| (s.basis, s.rule));
        QuoteMention { span, speaker, role, organisation, kind, basis, rule, label: self.is_label(quoted) }
    }

    /// Speaker, role and organisation.
    fn names(&self, who: &Who) -> (Option<String>, Option<String>, Option<String>) {
        let person = |ix: &usize| self.voices.people.all.get(*ix);
        match who {
            Who::Person(ix) => person(ix).map_or((None, None, None), |p| {
                let organisation = p.organisation.as_deref().map(|o| self.voices.called(o));
                (Some(p.name.clone()), p.role.clone(), organisation)
            }),
            Who::Pair(a, b) => {
                let names = person(a).zip(person(b)).map(|(a, b)| format!("{} and {}", a.name, b.name));
                (names, None, None)
            }
            Who::Unnamed { role, organisation } => {
                let organisation = organisation.as_deref().map(|o| self.voices.called(o));
                (None, role.clone(), organisation.or_else(|| self.voices.house_of(role.as_deref()?)))
            }
            Who::House { name, .. } => {
                let organisation = (!name.starts_with("the ")).then(|| name.clone());
                (Some(name.clone()), None, organisation)
            }
            Who::Paper { of } => (of.clone(), None, of.clone()),
            Who::Inspectors { of } => (of.clone(), Some("inspectors".to_owned()), of.clone()),
            Who::Crowd(people) => (Some(people.clone()), None, None),
            Who::Pronoun(_) => (None, None, None),
        }
    }
}
