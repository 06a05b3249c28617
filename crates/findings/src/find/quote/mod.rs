//! Quotations, and whose words they are.
//!
//! *What it finds*: every stretch in quotation marks, with the speaker that the words around it name: after it
//! ("…," said Ann Hay), before it (Ann Hay said: "…"), at the end of the sentence, in the paragraph before; a
//! quotation that runs on over paragraphs keeps its speaker, and "he", "she", "it", "they" lead back to whom
//! the sentences before speak of.
//! *What it leaves alone*: apostrophes; what stands in page furniture; a quotation that is told a second time. A
//! label in quotation marks is marked as one: where a judgement reads it, it is no quotation.
//! *Where it is fooled*: two people of one surname; "they" after two bodies.

mod antecedent;
mod around;
mod calls;
mod frame;
mod phrase;
pub(crate) mod speaker;
pub(crate) mod words;

use crate::fact::{Basis, Part, Quote, QuoteKind, Rule};
use crate::find::furniture::Furnished;
use crate::find::person::run::may_be_person;
use crate::find::person::{self, People, Pointed};
use crate::knowledge::lexicon::Entry;
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::edge::{ceiling, floor};
use crate::text::word::{count_up_to, letters};
use crate::text::{Quoted, Span};
use foldhash::{HashMap, HashSet};
pub(crate) use speaker::{Named, NamedKind};
use speaker::{Pronoun, Voices, Who};
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
    if scan.text.quoted.is_empty() {
        return Vec::new();
    }
    let heard = words::heard(scan);
    let people: People = person::find(scan, &heard, furniture);
    let (heard, people) = (heard.as_slice(), &people);
    let voices = Voices::new(scan, heard, people, named);
    let mut reader = Reader { voices, furniture, turns: Vec::new() };
    let (mut told, mut alike): (HashMap<Ends, &str>, HashSet<String>) = Default::default();
    let mut out = Vec::new();
    for (ix, quoted) in scan.text.quoted.iter().enumerate() {
        let words = scan.text.at(quoted.inner);
        if furniture.holds(quoted.inner.start)
            || words.trim().is_empty()
            || reader.is_stray(quoted)
            || people.holds(quoted.outer)
        {
            continue;
        }
        let source = reader.source(ix, quoted);
        if let Some(source) = &source {
            reader.turn(quoted, source);
        }
        // Words that begin and end like others are looked at whole.
        let first = if count_up_to(words, 3) > 2 { *told.entry(ends(words)).or_insert(words) } else { words };
        let again = !std::ptr::eq(first, words) && (bare(first) == bare(words) || !alike.insert(bare(words)));
        if !again {
            out.push(reader.mention(quoted, source));
        }
    }
    same_spokesman(scan, &mut out);
    out
}

/// How many paragraphs on "a spokesman added" is still the one before.
const GOES_ON: usize = 4;

/// "A spokesman for the trust said …" and then "a spokesman added": of the same house, where no other is named.
fn same_spokesman(scan: &Scan<'_>, quotes: &mut [QuoteMention]) {
    let mut last: Option<(usize, String)> = None;
    for quote in quotes {
        let speaks = quote.speaker.is_none() && quote.role.as_deref().is_some_and(|r| r.contains("spokes"));
        if !speaks {
            continue;
        }
        let at = scan.text.paragraph_at(quote.span.start);
        match (&quote.organisation, &last) {
            (Some(house), _) => last = Some((at, house.clone())),
            (None, Some((before, house))) if at - before <= GOES_ON => {
                quote.organisation = Some(house.clone());
                quote.basis = Basis::Inferred;
                last = Some((at, house.clone()));
            }
            (None, _) => {}
        }
    }
}

/// The first letters and figures of ASCII of some words, and the last, in small: those of words told again are the same.
type Ends = [[u8; 8]; 2];

fn ends(words: &str) -> Ends {
    let mut ends = Ends::default();
    let letters = || words.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_lowercase());
    ends[0].iter_mut().zip(letters()).for_each(|(place, letter)| *place = letter);
    ends[1].iter_mut().zip(letters().rev()).for_each(|(place, letter)| *place = letter);
    ends
}

/// The words without what a second telling may change.
fn bare(words: &str) -> String {
    let mut bare = String::with_capacity(words.len());
    let mut at = 0;
    while let Some(b) = words.as_bytes().get(at) {
        if b.is_ascii() {
            let len = letters(words.as_bytes(), at);
            bare.push_str(words.get(at..at + len).unwrap_or(""));
            at += len.max(1);
            continue;
        }
        let Some(c) = words.get(at..).and_then(|rest| rest.chars().next()) else { break };
        if c.is_alphanumeric() {
            bare.extend(c.to_lowercase());
        }
        at += c.len_utf8();
    }
    bare.make_ascii_lowercase();
    bare
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

    /// The sentence that a quotation stands in, from its start to where it ends after the quotation.
    fn sentence(&self, quoted: &Quoted) -> Span {
        let text = self.voices.scan.text;
        let first =
            text.sentences.get(text.sentence_at(quoted.outer.start)).map_or(quoted.outer.start, |s| s.start);
        let last = text.sentences.get(text.sentence_at(quoted.outer.end.saturating_sub(1)));
        let most = ceiling(self.text(), quoted.outer.end + REACH);
        let last = last.map_or(quoted.outer.end, |s| s.end).min(most).max(quoted.outer.end);
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
        let long = count_up_to(words, 5) == 5;
        capital && (led || stopped || !quoted.closed || long) || (before.ends_with(':') && long)
    }

    /// True for words that begin as a clause of their own does: "I would be …", "and with the new wing …".
    fn begins_clause(&self, words: &str) -> bool {
        const BEGIN: [&str; 16] = [
            "i", "we", "you", "it", "they", "he", "she", "there", "this", "that", "and", "but", "because",
            "if", "when", "for",
        ];
        let first = words.split([' ', '’', '\'']).next().unwrap_or("");
        words.starts_with(char::is_uppercase) || BEGIN.contains(&first)
    }

    fn mention(&self, quoted: &Quoted, source: Option<Source>) -> QuoteMention {
        let span = quoted.inner;
        // More make no difference.
        let count = count_up_to(self.at(span), 12);
        let sentence = self.sentence(quoted);
        let paper = self.voices.heard_in(sentence).iter().any(|h| h.voice == Voice::Paper);
        let whole = self.sentence_like(quoted) || source.as_ref().is_some_and(|s| s.rule == "quote/split");
        // A council or a firm speaks as a person does; a body that inspects, and a paper, report.
        let person = source.as_ref().is_some_and(|s| {
            matches!(
                s.who,
                Who::Person(_)
                    | Who::Pair(..)
                    | Who::Unnamed { .. }
                    | Who::Crowd(_)
                    | Who::House { body: false, .. }
            )
        });
        // "We will visit again": a body that says "we" speaks.
        let we = ["We ", "We’", "We'", "Our "].iter().any(|we| self.at(span).starts_with(we));
        let speaks_as_one = |who: &Who| match who {
            Who::House { .. } => true,
            Who::Inspectors { of } => of.as_deref().is_some_and(|name| name.ends_with("nspectorate")),
            _ => false,
        };
        let person = person || we && source.as_ref().is_some_and(|s| speaks_as_one(&s.who));
        let written = source.as_ref().is_some_and(|s| s.written);
        let by_the_way = !self.begins_clause(self.at(span));
        let house = source.as_ref().is_some_and(|s| matches!(s.who, Who::House { body: false, .. }));
        let few = count <= 5
            || (count <= 9 && (house || !paper))
            || (count <= 11 && person && !paper && by_the_way);
        let fragment = (!whole && few) || (source.is_none() && count <= 4);
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

    /// Whose office "its chief executive" and "the trust’s chief executive" hold.
    fn pointed(&self, of: &Pointed) -> Option<String> {
        match of {
            Pointed::Noun(noun) => self.voices.house_called(noun),
            Pointed::Its(at) => match self.antecedent(Pronoun::It, *at)?.0 {
                Who::House { name, .. } => Some(name).filter(|n| !n.starts_with("the ")),
                _ => None,
            },
        }
    }

    /// Speaker, role and organisation.
    fn names(&self, who: &Who) -> (Option<String>, Option<String>, Option<String>) {
        let person = |ix: &usize| self.voices.people.all.get(*ix);
        match who {
            Who::Person(ix) => person(ix).map_or((None, None, None), |p| {
                // "a spokesman for Cloghan Healthcare": a firm that only looks like a person's name.
                if let Some(role) = p.role.as_deref().and_then(|r| r.strip_suffix(" for")) {
                    return (None, Some(role.to_owned()), Some(self.voices.called(&p.name)));
                }
                let organisation = p.organisation.as_deref().map(|o| self.voices.called(o));
                let organisation = organisation.or_else(|| self.pointed(p.of.as_ref()?));
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
            Who::House { name, .. } => match name.strip_prefix("the ") {
                // "the council": the one council there is, or nobody sure.
                Some(noun) => (Some(name.clone()), None, self.voices.house_called(noun)),
                None => {
                    let organisation = Some(name.clone()).filter(|n| !may_be_person(n));
                    (Some(name.clone()), None, organisation)
                }
            },
            Who::Paper { of } => (of.clone(), None, of.clone()),
            Who::Inspectors { of } => (of.clone(), Some("inspectors".to_owned()), of.clone()),
            Who::Crowd(people) => (Some(people.clone()), None, None),
            Who::Pronoun(_) => (None, None, None),
        }
    }
}
