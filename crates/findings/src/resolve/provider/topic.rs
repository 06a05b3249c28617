//! What each sentence is about: the provider that its subject names, or the one that is judged or visited in it.
//! "It" and "the school" mean what the sentence before was about. One named in passing ("like neighbouring X", "run by
//! Y", "who came from Z") takes no topic from another. Knows no judgement.

use super::{Entity, Ix, Mention};
use crate::fact::ProviderHow;
use crate::find::words::{Class, class, class_of, opens_sentence};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::{Span, Text, beside};
use memchr::memmem::Finder;
use once_cell::sync::Lazy;

/// Right before a name these only say where something is, whose it is or what it is like.
const PASSING: &[&str] = &[
    "like", "unlike", "than", "from", "by", "with", "alongside", "opposite", "beside", "near", "nearby",
    "neighbouring", "neighbours", "adjoining", "fellow", "via", "runs", "operates", "manages", "owns",
];

/// For so many sentences what was told of last is still meant.
const FRESH: usize = 2;

/// For so many sentences in a round-up.
const ROUND_UP: usize = 7;

/// How many words before a name tell who speaks.
const WORDS: usize = 14;

static INSPECT: Lazy<Finder<'_>> = Lazy::new(|| Finder::new("inspect"));
static VISITED: Lazy<Finder<'_>> = Lazy::new(|| Finder::new("visited"));

/// A quotation of so many bytes is speech.
const SPEECH: usize = 40;

/// What the sentences of an article are about.
#[derive(Debug, Default)]
pub(crate) struct Topics {
    /// By sentence: the provider that it is about, where it names one.
    of: Vec<Option<Ix>>,
    /// From which sentence on the article has told of more than two.
    several: Option<usize>,
}

impl Topics {
    /// Reads the next sentences up to `end`, which is left out.
    pub(super) fn read_to(
        &mut self,
        end: usize,
        scan: &Scan<'_>,
        knowledge: &Knowledge,
        entities: &[Entity],
        mentions: &[Mention],
    ) {
        while self.of.len() < end {
            let at = self.of.len();
            let Some(&sentence) = scan.text.sentences.get(at) else { break };
            let from = mentions.partition_point(|m| m.span.start < sentence.start);
            let to = mentions.partition_point(|m| m.span.start < sentence.end);
            let here = mentions.get(from..to).unwrap_or_default();
            let topic = self.of_sentence(scan, knowledge, entities, sentence, here);
            self.of.push(topic);
            let mut told = self.of.iter().flatten();
            if let (None, Some(new)) = (self.several, topic)
                && told.by_ref().find(|t| **t != new).is_some_and(|one| told.any(|t| t != one && *t != new))
            {
                self.several = Some(at + 1);
            }
        }
    }

    /// What a sentence is about, where it names it.
    pub(crate) fn of(&self, sentence: usize) -> Option<Ix> {
        self.of.get(sentence).copied().flatten()
    }

    /// What the sentences before one are about, the nearest first.
    pub(crate) fn before(&self, sentence: usize) -> impl Iterator<Item = Ix> + '_ {
        let end = sentence.min(self.of.len());
        self.of.get(..end).unwrap_or_default().iter().rev().filter_map(|t| *t)
    }

    /// True for what the sentences right before are about, where that was more than an aside on a neighbour.
    pub(super) fn is_fresh(&self, scan: &Scan<'_>, sentence: usize, provider: Ix) -> bool {
        let end = sentence.min(self.of.len());
        let told = self.of.get(..end).unwrap_or_default().iter().rposition(Option::is_some);
        let Some(told) = told.filter(|&t| self.of(t) == Some(provider)) else { return false };
        let Some(&words) = scan.text.sentences.get(told) else { return false };
        let of = |at: usize| scan.text.sentences.get(at).map(|s| scan.text.paragraph_at(s.start));
        // A round-up tells of one after the other; else a single one told of beside the main one is soon over.
        let round_up = self.several.is_some_and(|s| s <= sentence) || switches(scan.text, words);
        let fresh = if round_up { ROUND_UP } else { FRESH };
        of(told) == of(sentence)
            || !is_neighbour(scan.text.at(words)) && told + fresh >= sentence && judges(scan, words, is_label)
    }

    /// True for a neighbour that a paragraph before a sentence was about, and nothing else since.
    pub(super) fn was_neighbour(&self, scan: &Scan<'_>, sentence: usize, provider: Ix) -> bool {
        let end = sentence.min(self.of.len());
        let told = self.of.get(..end).unwrap_or_default().iter().rposition(|t| *t == Some(provider));
        let words = told.and_then(|t| scan.text.sentences.get(t)).filter(|s| is_neighbour(scan.text.at(**s)));
        let here = scan.text.sentences.get(sentence).map(|s| scan.text.paragraph_at(s.start));
        words.is_some_and(|s| Some(scan.text.paragraph_at(s.start)) != here)
    }

    fn of_sentence(
        &self,
        scan: &Scan<'_>,
        knowledge: &Knowledge,
        entities: &[Entity],
        sentence: Span,
        here: &[Mention],
    ) -> Option<Ix> {
        let kind = |p: Ix| entities.get(p).map(|e| e.kind);
        if here.is_empty() {
            return None;
        }
        let Some(had) = self.before(self.of.len()).next() else {
            let named = here.iter().find(|m| !in_passing(scan, m.span, here));
            return named.or(here.first()).map(|m| m.provider);
        };
        let judges = || judges(scan, sentence, |sense| is_label(sense) || matches!(sense, Sense::Measure(_)));
        let about = |m: &&Mention| {
            if m.provider == had {
                return !owns_next(scan, m.span, here);
            }
            if in_passing(scan, m.span, here) || in_speech(scan, m.span) {
                return false;
            }
            if kind(m.provider) == kind(had) {
                if tells_on(scan, sentence) && m.span.start > sentence.start && !judges() {
                    return false;
                }
                return judges() || !of_person(scan, sentence, m.span) && !employs(scan, sentence, m.span);
            }
            // Of another kind: judged here, or told of before and now the subject.
            let known = m.span.start == sentence.start && self.of.contains(&Some(m.provider));
            // A home that a paragraph begins with; a council is often a bystander.
            let opens = scan
                .text
                .paragraphs
                .get(scan.text.paragraph_at(sentence.start))
                .is_some_and(|p| p.start == sentence.start);
            let new = opens
                && kind(m.provider)
                    .is_some_and(|k| !knowledge.one_of_a_place(k) && knowledge.stands_alone(k))
                && !of_person(scan, sentence, m.span);
            (known || new || judges()) && !speaks(scan, sentence, m.span)
        };
        here.iter().find(about).map(|m| m.provider)
    }
}

/// "At the 740-pupil academy, the picture is mixed.": a paragraph that turns to another.
pub(crate) fn switches(text: &Text, sentence: Span) -> bool {
    let opens =
        || text.paragraphs.get(text.paragraph_at(sentence.start)).is_some_and(|p| p.start == sentence.start);
    text.at(sentence).starts_with("At ") && opens()
}

/// "Nearby Tey Court was rated good", "By contrast, Tey Court was poor", "Tey Court, a home nearby, was": an aside.
pub(crate) fn is_neighbour(sentence: &str) -> bool {
    const OPENS: &[&str] =
        &["Neighbouring ", "Nearby ", "By contrast", "In contrast", "By comparison", "In comparison"];
    const WHERE: &[&str] = &[" nearby, ", ", next door, ", " down the road, "];
    let to_comma = |at: usize| sentence.get(..at + 2).unwrap_or_default();
    OPENS.iter().any(|w| sentence.starts_with(w))
        || memchr::memchr_iter(b',', sentence.as_bytes())
            .any(|at| WHERE.iter().any(|w| to_comma(at).ends_with(w)))
}

/// True for the first name of a sentence in which something is graded or visited.
pub(super) fn is_judged(scan: &Scan<'_>, mention: &Mention, mentions: &[Mention]) -> bool {
    let at = scan.text.sentence_at(mention.span.start);
    let Some(&sentence) = scan.text.sentences.get(at) else { return false };
    let first = mentions.iter().filter(|m| sentence.contains(m.span)).map(|m| m.span).min();
    // "Silver" of "Silver Leaf Care" is no grade.
    let graded = scan
        .within(sentence)
        .iter()
        .any(|h| is_label(h.sense) && !mention.span.contains(Span::new(h.start, h.end)));
    first == Some(mention.span)
        && (graded || judges(scan, sentence, |_| false))
        && !speaks(scan, sentence, mention.span)
}

/// True for a name in a sentence in which something is graded or visited, and not in passing.
pub(super) fn is_told(scan: &Scan<'_>, name: Span) -> bool {
    let sentence = scan.text.sentences.get(scan.text.sentence_at(name.start));
    sentence.is_some_and(|s| judges(scan, *s, is_label)) && !in_passing(scan, name, &[])
}

/// Which mentions only name somebody in passing.
pub(super) fn asides(scan: &Scan<'_>, mentions: &[Mention]) -> Vec<bool> {
    mentions.iter().map(|m| in_passing(scan, m.span, &[])).collect()
}

/// Which providers are named only as where somebody was long ago, or in a row of two.
pub(super) fn remote(scan: &Scan<'_>, entities: &[Entity], mentions: &[Mention]) -> Vec<bool> {
    let kind = |m: &Mention| entities.get(m.provider).map(|e| e.kind);
    let mut near = vec![false; entities.len()];
    for (at, m) in mentions.iter().enumerate() {
        let beside = |a: &Mention, b: &Mention| {
            kind(a) == kind(b) && scan.text.as_str().get(a.span.end..b.span.start) == Some(" and ")
        };
        let next = mentions.get(at + 1).is_some_and(|n| beside(m, n));
        let last = at.checked_sub(1).and_then(|at| mentions.get(at)).is_some_and(|l| beside(l, m));
        if let Some(near) = near.get_mut(m.provider) {
            *near |= m.how != ProviderHow::Generic && !next && !last && !is_history(scan, m.span);
        }
    }
    near.iter().map(|near| !near).collect()
}

/// True where something is graded, visited or so told of as the sense says.
fn judges(scan: &Scan<'_>, sentence: Span, told: impl Fn(Sense) -> bool) -> bool {
    let visits = || {
        // Most sentences have none of the words.
        let text = scan.text.at(sentence).as_bytes();
        (INSPECT.find(text).is_some() || VISITED.find(text).is_some())
            && words(scan, sentence.start, sentence.end)
                .any(|w| matches!(w, "inspected" | "visited" | "inspection" | "inspections" | "inspectors"))
    };
    scan.within(sentence).iter().any(|h| told(h.sense)) || visits()
}

fn is_label(sense: Sense) -> bool {
    matches!(sense, Sense::Label(_))
}

fn words<'s>(scan: &'s Scan<'_>, from: usize, to: usize) -> impl DoubleEndedIterator<Item = &'s str> {
    scan.text.as_str().get(from..to).unwrap_or_default().split_whitespace().map(|w| match w.as_bytes() {
        [only] if only.is_ascii_alphanumeric() => w,
        [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => w,
        _ => w.trim_matches(|c: char| !c.is_alphanumeric()),
    })
}

/// "Ann Hay, who taught at X", "a nurse who left X": it only says who somebody is.
fn of_person(scan: &Scan<'_>, sentence: Span, name: Span) -> bool {
    words(scan, sentence.start, name.start).any(|w| matches!(w, "who" | "whose" | "whom"))
}

/// "Its pupils will move to X", "They may go to X": what goes on about the one told of.
fn tells_on(scan: &Scan<'_>, sentence: Span) -> bool {
    let first = scan.text.at(sentence).split(' ').next().unwrap_or_default();
    matches!(first, "Its" | "They" | "Their")
}

/// "She once taught at X", "who went to X": where somebody was long ago.
pub(super) fn is_history(scan: &Scan<'_>, name: Span) -> bool {
    const LEARNT: &[&str] = &["educated", "studied", "graduated", "schooled", "attended"];
    const WORKED: &[&str] = &["taught", "worked", "trained", "went", "moved"];
    const WENT: &[&str] = &["went", "goes"];
    const ONCE: &[&str] = &["once", "previously", "formerly", "former", "before", "retired", "used", "years"];
    let Some(&sentence) = scan.text.sentences.get(scan.text.sentence_at(name.start)) else { return false };
    // The four words before, the nearest first.
    let mut near = [""; 4];
    near.iter_mut().zip(words(scan, sentence.start, name.start).rev()).for_each(|(near, w)| *near = w);
    let once = || words(scan, sentence.start, sentence.end).any(|w| ONCE.contains(&w));
    // "inspectors who went to X": to see it.
    let inspector = near.last().is_some_and(|w| w.to_ascii_lowercase().starts_with("inspector"));
    let pupil = !inspector && near.windows(2).any(|pair| pair[1] == "who" && WENT.contains(&pair[0]));
    pupil || near.iter().any(|w| LEARNT.contains(w)) || near.iter().any(|w| WORKED.contains(w)) && once()
}

/// "Ann Hay, chief executive of the X Trust, said": it only says for whom somebody speaks. A school's own head tells of
/// the school.
fn employs(scan: &Scan<'_>, sentence: Span, name: Span) -> bool {
    const OFFICES: &[&str] = &[
        "executive", "director", "leader", "chair", "chairman", "chairwoman", "trustee", "officer",
        "president", "boss", "spokesman", "spokeswoman", "spokesperson",
    ];
    let office = words(scan, sentence.start, name.start).rev().take(4).any(|w| OFFICES.contains(&w));
    // "Ann Hay, of X, said"
    let of = scan.text.as_str().get(sentence.start..name.start).unwrap_or_default();
    let of = of.trim_end_matches("the ").trim_end_matches("The ").ends_with(", of ");
    (office || of) && words(scan, name.end, sentence.end).take(3).any(|w| class_of(w) == Class::Say)
}

/// "like neighbouring X", "run by X", "X's sister home, Y", "X, five miles away".
pub(super) fn in_passing(scan: &Scan<'_>, name: Span, here: &[Mention]) -> bool {
    let Some(&sentence) = scan.text.sentences.get(scan.text.sentence_at(name.start)) else { return false };
    let text = scan.text.as_str();
    let opens = || {
        let the = beside::before(text, name.start, sentence.start).filter(|b| scan.text.at(b.span) == "The");
        opens_clause(scan, the.map_or(name.start, |b| b.span.start), sentence.start)
    };
    if owns_next(scan, name, here) || is_far(scan, name, sentence.end) && !opens() {
        return true;
    }
    let mut at = name.start;
    let mut former = false;
    for n in 0..4 {
        let Some(word) = beside::before(text, at, sentence.start).filter(|b| b.joined) else { break };
        let lower = Small::lower(scan.text.at(word.span));
        at = word.span.start;
        let class = class(&lower);
        if n == 0 && PASSING.contains(&lower.as_str()) || former && class == Class::Before {
            // "Neighbouring X was rated good" and "But nearby X was" tell of X, "like nearby X" does not.
            let where_it_is = matches!(lower.as_str(), "nearby" | "neighbouring" | "neighbours" | "fellow");
            // "This is in contrast to neighbouring X, which covers …": told of at length, and nobody else is.
            let told = || {
                let alone = here.iter().all(|m| m.span.start >= name.start);
                let before =
                    beside::before(text, at, sentence.start).map(|b| Small::lower(scan.text.at(b.span)));
                let like = before.is_some_and(|w| matches!(w.as_str(), "like" | "unlike"));
                alone && !like && !here.is_empty() && text[name.end..].starts_with(", which ")
            };
            // "X and neighbouring Y were both rated poor": one subject.
            let joined = || {
                let and = beside::before(text, at, sentence.start).filter(|b| scan.text.at(b.span) == "and");
                let name = and.and_then(|and| beside::before(text, and.span.start, sentence.start));
                name.is_some_and(|w| w.joined && scan.text.at(w.span).starts_with(char::is_uppercase))
            };
            return !(where_it_is && (opens_clause(scan, at, sentence.start) || joined() || told()));
        }
        // "former head of X"; "the former owners of X were fined" tells of X.
        if former && (lower.ends_with('s') || lower.as_str() == "owner") {
            break;
        }
        former = class == Class::Prep || former;
        if !former && class != Class::Det {
            break;
        }
    }
    false
}

/// True where nothing stands before but what begins a sentence: "But", "Meanwhile,".
fn opens_clause(scan: &Scan<'_>, at: usize, floor: usize) -> bool {
    let text = scan.text.as_str();
    let Some(first) = beside::before(text, at, floor) else { return true };
    let w = scan.text.at(first.span);
    let begins = opens_sentence(w) && !PASSING.contains(&Small::lower(w).as_str());
    begins && beside::before(text, first.span.start, floor).is_none()
}

/// "the trust's other hospital, Y": the trust only says whose.
fn owns_next(scan: &Scan<'_>, name: Span, here: &[Mention]) -> bool {
    let text = scan.text.as_str();
    let Some(rest) = text.get(name.end..) else { return false };
    let owns = ["'s ", "’s ", "' ", "’ "].iter().any(|mark| rest.starts_with(mark));
    let next = here.iter().find(|m| m.span.start > name.end);
    owns && next.is_some_and(|m| {
        let between = text.get(name.end..m.span.start).unwrap_or_default();
        between.split_whitespace().count() <= 4 && !between.contains(['.', ';'])
    })
}

/// "as good as X, five miles away"; "X, next door, was rated good" tells of X.
fn is_far(scan: &Scan<'_>, name: Span, ceiling: usize) -> bool {
    let rest = scan.text.as_str().get(name.end..ceiling).unwrap_or_default();
    let Some(aside) = rest.strip_prefix(", ").and_then(|r| r.split([',', '.', ';']).next()) else {
        return false;
    };
    aside.split_whitespace().count() <= 6
        && ["away", "next door", "down the road", "up the road", "across town"]
            .iter()
            .any(|w| aside.ends_with(w))
}

/// "X said", "a spokesman for X", "X's leader": it only speaks.
fn speaks(scan: &Scan<'_>, sentence: Span, name: Span) -> bool {
    let text = scan.text.as_str();
    let mut at = name.end;
    for _ in 0..3 {
        let Some(word) = beside::after(text, at, sentence.end) else { break };
        let w = scan.text.at(word.span);
        if class_of(w) == Class::Say || w.starts_with("spokes") {
            return true;
        }
        at = word.span.end;
    }
    words(scan, sentence.start, name.start).take(WORDS).any(|w| {
        let lower = Small::lower(w);
        lower.starts_with("spokes") || matches!(lower.as_str(), "leader" | "councillor" | "cllr" | "coun")
    })
}

fn in_speech(scan: &Scan<'_>, name: Span) -> bool {
    scan.text.quoted_at(name.start).is_some_and(|q| q.inner.contains(name) && q.inner.len() > SPEECH)
}
