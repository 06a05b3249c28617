//! Who speaks, from the words beside a verb of saying. Knows nothing of quotation marks or of earlier sentences.

use crate::find::person::People;
use crate::find::person::office;
use crate::find::quote::calls::Calls;
use crate::find::quote::words::{Heard, Voice};
use crate::knowledge::lexicon::{NameForm, Sense};
use crate::scan::Scan;
use crate::text::Span;
use crate::text::edge::{ceiling, floor};
use crate::text::small::Small;
use crate::text::table::set;
use crate::text::word::{Word, at, words};
use foldhash::HashMap;
use std::cell::{OnceCell, RefCell};

/// A body or provider where the text speaks of it, by the name it is to be called.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'a> {
    pub(crate) span: Span,
    pub(crate) name: &'a str,
    pub(crate) kind: NamedKind,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum NamedKind {
    /// One that inspects or regulates.
    Body,
    /// One that is inspected.
    Provider,
    /// One that runs what is inspected.
    Firm,
}

/// What the words beside a verb say of the speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// Index into [`People::all`].
    Person(usize),
    /// "Ann and Bob Hay".
    Pair(usize, usize),
    /// "a council spokesman", "one parent".
    Unnamed { role: Option<String>, organisation: Option<String> },
    /// A body or a firm, by name or by its common noun.
    House { name: String, body: bool },
    /// Something written, and whose.
    Paper { of: Option<String> },
    /// Inspectors, and whose.
    Inspectors { of: Option<String> },
    /// "staff", "police".
    Crowd(String),
    /// Refers back.
    Pronoun(Pronoun),
}

/// What refers back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pronoun {
    He,
    She,
    It,
    They,
    Somebody,
    /// "one", "both", "the second": of what was spoken of.
    One,
}

/// Everything that finding a speaker needs.
pub(crate) struct Voices<'s> {
    pub(crate) scan: &'s Scan<'s>,
    pub(crate) heard: &'s [Heard],
    pub(crate) people: &'s People,
    pub(crate) named: &'s [Named<'s>],
    /// Gathered when the first quotation asks.
    calls: OnceCell<Calls<'s>>,
    /// What the stretches asked for so far open with: quotations side by side ask for the same sentences.
    openings: RefCell<HashMap<Span, Option<Who>>>,
}

/// The subject of a verb, or why it has none.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    Is(Who),
    /// "was described": the speaker follows after "by".
    Passive,
    Unknown,
}

/// How far from a verb its subject is looked for, in bytes.
const REACH: usize = 400;

set! {
    /// Words between a subject and its verb.
    BETWEEN = "has have had did does do also then later today yesterday tonight further recently previously \
        always simply even now once again would will could may might must can who which reportedly publicly \
        earlier additionally positively especially repeatedly particularly specifically monday tuesday \
        wednesday thursday friday saturday sunday on last this week night month morning afternoon year yet \
        only just still itself himself herself themselves often separately already"
}
const PASSIVE: &[&str] =
    &["was", "were", "been", "being", "is", "are", "be", "get", "got", "gets", "getting"];
set! {
    /// Words that end a clause: the subject stands after the last of them.
    pub(super) CLAUSE = "that which who whom as when while because but if although though after before \
        whether so where than until since despite"
}
set! {
    /// Words that what is told of stands behind.
    pub(super) PREPOSITIONS = "of for from at in on with by into about to under inside against near over \
        behind within across following during through between around outside"
}

impl<'s> Voices<'s> {
    pub(crate) fn new(
        scan: &'s Scan<'s>,
        heard: &'s [Heard],
        people: &'s People,
        named: &'s [Named<'s>],
    ) -> Voices<'s> {
        Voices { scan, heard, people, named, calls: OnceCell::new(), openings: RefCell::default() }
    }

    fn calls(&self) -> &Calls<'s> {
        self.calls.get_or_init(|| Calls::new(self.text(), self.named))
    }

    /// What a stretch opens with, read once.
    pub(super) fn opened(&self, stretch: Span, read: impl FnOnce() -> Option<Who>) -> Option<Who> {
        if let Some(known) = self.openings.borrow().get(&stretch) {
            return known.clone();
        }
        let who = read();
        self.openings.borrow_mut().insert(stretch, who.clone());
        who
    }

    pub(super) fn text(&self) -> &'s str {
        self.scan.text.as_str()
    }

    pub(super) fn words(&self, span: Span) -> Vec<Word> {
        words(self.text(), span).collect()
    }

    /// The subject of the verb at `verb`, looked for from `from` on.
    pub(crate) fn subject(&self, from: usize, verb: usize) -> Subject {
        let text = self.text();
        let mut end = verb;
        let floor = from.max(floor(text, verb.saturating_sub(REACH)));
        loop {
            let kept = text.get(floor..end).unwrap_or("").trim_end_matches([' ', '\u{a0}']);
            end = floor + kept.len();
            let word =
                kept.rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '’' | '\''))).next().unwrap_or("");
            let lower = Small::lower(word);
            match lower.as_str() {
                "" => break,
                "to" | "and" | "but" | "or" | "not" => return Subject::Unknown,
                l if PASSIVE.contains(&l) => return Subject::Passive,
                l if BETWEEN.has(l) || (l.ends_with("ly") && word == l && l.len() > 4 && l != "family") => {
                    end -= word.len();
                }
                _ => break,
            }
        }
        let left = text.get(floor..end).unwrap_or("");
        let parted = left.ends_with([',', '–', '—', ')']) || left.ends_with(" -");
        let who =
            if parted { self.parted(Span::new(floor, end)) } else { self.adjacent(Span::new(floor, end)) };
        who.map_or(Subject::Unknown, Subject::Is)
    }

    /// The noun phrase that ends where the verb begins.
    fn adjacent(&self, span: Span) -> Option<Who> {
        let left = at(self.text(), span);
        let cut = left
            .rfind([',', ';', ':', '–', '—', '“', '”', '"', '\n'])
            .map_or(0, |i| i + left[i..].chars().next().map_or(1, char::len_utf8));
        let dash = left.rfind(" - ").map_or(0, |i| i + 3);
        let own = Span::new(span.start + cut.max(dash), span.end);
        // "Inspectors who visited in June | said": the noun stands before its clause.
        let clause = || {
            let head = at(self.text(), own).find(" who ")?;
            self.phrase(Span::new(own.start, own.start + head))
        };
        self.phrase(own).or_else(clause)
    }

    /// Where a comma, dash or bracket parts subject and verb: "Ann Hay, head of the school, | said".
    fn parted(&self, span: Span) -> Option<Who> {
        let text = self.text();
        let mut first = None;
        let mut start = span.start;
        for piece in at(text, span).split_inclusive([',', '–', '—', '(', ')']) {
            let chunk = Span::new(start, start + piece.trim_end_matches([',', '–', '—', '(', ')']).len());
            start += piece.len();
            let lead = words(text, chunk).next().map_or("", |w| at(text, w.span));
            let lower = Small::lower(lead);
            let aside = PREPOSITIONS.has(lower.as_str())
                || (CLAUSE.has(lower.as_str()) && lower.as_str() != "but")
                || lower.ends_with("ing")
                || matches!(
                    lower.as_str(),
                    "meanwhile" | "however" | "also" | "later" | "whose" | "together" | ""
                );
            if aside && first.is_some() {
                continue;
            }
            match self.phrase(chunk) {
                // "The head, Ann Hay, | said": the name tells who it is, whoever was head before.
                Some(who @ (Who::Person(_) | Who::Pair(..))) if !self.people.within(chunk).is_empty() => {
                    return Some(who);
                }
                Some(who) if !aside => first = first.or(Some(who)),
                _ => {}
            }
        }
        first
    }

    /// The speaker after a verb: "said | Ann Hay, the leader", "according to | the report".
    pub(crate) fn object(&self, from: usize, upto: usize) -> Option<Who> {
        let text = self.text();
        let upto = upto.min(ceiling(text, from + REACH));
        let rest = text.get(from..upto)?;
        let stop = rest.find([',', ';', ':', '–', '(', '“', '"', '‘', '.']).map_or(rest.len(), |i| {
            let abbreviated =
                rest[..i].ends_with("Dr") || rest[..i].ends_with("Cllr") || rest[..i].ends_with("Mr");
            if abbreviated {
                rest[i + 1..].find([',', '.', ';']).map_or(rest.len(), |j| i + 1 + j)
            } else {
                i
            }
        });
        let mut chunk = Span::new(from, from + stop);
        let people = self.people.within(Span::new(from, upto));
        // "said Mr Hay’s son, the councillor Tom Hay"
        let apposed = || {
            let [owner, next, ..] = people else { return None };
            let office = office::before(
                text,
                Span::new(owner.span.end, next.span.start),
                self.heard,
                next.span.start,
            )?;
            let lead = text.get(owner.span.end..office.start)?;
            let close = [", the ", ", "].iter().any(|end| lead.ends_with(end))
                && !lead.contains(['.', ';', '“', '"']);
            (owner.genitive && !next.genitive && close && lead.split_whitespace().count() <= 5)
                .then_some(next.person)
        };
        if let Some(person) = apposed() {
            return Some(Who::Person(person));
        }
        let person = people.first().filter(|m| !m.genitive);
        if let Some(person) = person {
            let lead = text.get(from..person.span.start).unwrap_or("").trim();
            let led = lead.is_empty()
                || (lead.split_whitespace().count() <= 12 && self.ends_office(from, person.span.start));
            if led {
                return Some(self.pair_from(person.span.start).unwrap_or(Who::Person(person.person)));
            }
        }
        let stops = |w: &Word| {
            CLAUSE.has(at(text, w.span)) || matches!(at(text, w.span), "in" | "on" | "last" | "due")
        };
        if let Some(stop) = words(text, chunk).skip(1).find(stops) {
            chunk.end = stop.span.start;
        }
        self.phrase(chunk).or_else(|| {
            let noun =
                |h: &&Heard| !matches!(h.voice, Voice::Say | Voice::Show | Voice::Hang | Voice::Accord);
            let head = self.heard_in(chunk).iter().find(noun)?;
            self.phrase(Span::new(chunk.start, head.span.end))
        })
    }

    /// True when an office leads to a name at `name`, with nothing but its own words between.
    fn ends_office(&self, from: usize, name: usize) -> bool {
        let paragraph = Span::new(from, name);
        office::before(self.text(), paragraph, self.heard, name).is_some_and(|o| {
            let lead = self.text().get(from..o.start).unwrap_or("").trim();
            lead.is_empty() || matches!(lead, "the" | "The" | "its" | "their" | "a" | "then")
        })
    }

    pub(super) fn pair_from(&self, start: usize) -> Option<Who> {
        let near = Span::new(start, start + 120);
        let [a, b, ..] = self.people.within(near) else { return None };
        let gap = self.text().get(a.span.end..b.span.start)?;
        // "Ann Hay and the head, Bob Oakes": an office may lead to the second.
        let office =
            || office::before(self.text(), Span::new(a.span.end, b.span.start), self.heard, b.span.start);
        let led = |o: Span| {
            self.text().get(a.span.end..o.start).is_some_and(|t| matches!(t, " and " | " and the "))
        };
        (gap == " and " || office().is_some_and(led)).then_some(Who::Pair(a.person, b.person))
    }

    pub(super) fn has_verb(&self, span: Span) -> bool {
        self.heard_in(span).iter().any(|h| matches!(h.voice, Voice::Say | Voice::Show))
    }

    /// The known words that start within a span.
    pub(crate) fn heard_in(&self, span: Span) -> &'s [Heard] {
        let from = self.heard.partition_point(|h| h.span.start < span.start);
        let to = self.heard.partition_point(|h| h.span.start < span.end).max(from);
        self.heard.get(from..to).unwrap_or(&[])
    }

    /// The known words that end where this one does.
    pub(super) fn heard_from(&self, word: Span) -> Option<Heard> {
        let ix = self.heard.partition_point(|h| h.span.end < word.end);
        self.heard.get(ix).filter(|h| h.span.end == word.end).copied()
    }

    /// What the table says of the word that ends where this one does.
    pub(super) fn voice_at(&self, word: Span) -> Option<Voice> {
        self.heard_from(word).map(|h| h.voice)
    }

    /// True where a body that inspects is spoken of within a span.
    pub(super) fn body_within(&self, span: Span) -> bool {
        let nouns = ["watchdog", "regulator", "commission", "inspectorate", "ombudsman"];
        let noun = self
            .heard_in(span)
            .iter()
            .any(|h| nouns.iter().any(|n| n.eq_ignore_ascii_case(at(self.text(), h.span))));
        let ix = self.named.partition_point(|n| n.span.start < span.start);
        match self.named.get(ix).filter(|n| n.span.end <= span.end) {
            Some(named) => named.kind == NamedKind::Body,
            None => noun || self.body_hit(span).is_some(),
        }
    }

    fn body_hit(&self, span: Span) -> Option<Span> {
        let sure = |h: &&crate::knowledge::lexicon::Hit| {
            matches!(h.sense, Sense::Body { form: NameForm::Name | NameForm::Acronym, .. })
                && h.end <= span.end
        };
        self.scan.within(span).iter().find(sure).map(|h| Span::new(h.start, h.end))
    }

    /// The name to call a body or provider by that is spoken of within a span.
    pub(super) fn name_within(&self, span: Span) -> Option<String> {
        let ix = self.named.partition_point(|n| n.span.start < span.start);
        let named = self.named.get(ix).filter(|n| n.span.end <= span.end).map(|n| n.name.to_owned());
        named.or_else(|| self.body_hit(span).map(|body| at(self.text(), body).to_owned()))
    }

    /// The body that a single noun with its article means: "the regulator".
    pub(super) fn body_meant(&self, span: Span) -> Option<String> {
        let ix = self.named.partition_point(|n| n.span.start < span.start);
        let named = self.named.get(ix).filter(|n| n.span == span && n.kind == NamedKind::Body)?;
        if at(self.text(), span).split(' ').count() != 2 {
            return None;
        }
        Some(named.name.to_owned())
    }

    /// What to call the body or provider that the article writes so.
    pub(crate) fn called(&self, written: &str) -> String {
        let bare = written.trim_start_matches("the ").to_lowercase();
        self.calls().called.get(&bare).copied().unwrap_or(written).to_owned()
    }

    /// Whose a "council spokesman" is, where the article tells of one council only.
    pub(crate) fn house_of(&self, role: &str) -> Option<String> {
        self.house_called(role.split_once(' ')?.0)
    }

    /// The one provider that has a common noun in its name.
    pub(crate) fn house_called(&self, noun: &str) -> Option<String> {
        (*self.calls().houses.get(&noun.to_lowercase())?).map(str::to_owned)
    }
}
