//! Who speaks, from the words beside a verb of saying. Knows nothing of quotation marks or of earlier sentences.

use crate::find::person::People;
use crate::find::person::office::{self, at, is_capital};
use crate::find::quote::words::{Heard, Voice};
use crate::knowledge::lexicon::{NameForm, Sense};
use crate::scan::Scan;
use crate::text::Span;
use crate::text::word::{Shape, Word, genitive, words};

/// A body or provider where the text speaks of it, by the name it is to be called.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'a> {
    pub(crate) span: Span,
    pub(crate) name: &'a str,
    /// True for a body that inspects or regulates.
    pub(crate) body: bool,
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
    /// "one", "both", "the second": of what was spoken of.
    One,
}

/// Everything that finding a speaker needs.
pub(crate) struct Voices<'s> {
    pub(crate) scan: &'s Scan<'s>,
    pub(crate) heard: &'s [Heard],
    pub(crate) people: &'s People,
    pub(crate) named: &'s [Named<'s>],
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

/// Words between a subject and its verb.
const BETWEEN: &[&str] = &[
    "has",
    "have",
    "had",
    "did",
    "does",
    "do",
    "also",
    "then",
    "later",
    "today",
    "yesterday",
    "tonight",
    "further",
    "recently",
    "previously",
    "always",
    "simply",
    "even",
    "now",
    "once",
    "again",
    "would",
    "will",
    "could",
    "may",
    "might",
    "must",
    "can",
    "who",
    "which",
    "reportedly",
    "publicly",
    "earlier",
    "additionally",
    "positively",
    "especially",
    "repeatedly",
    "particularly",
    "specifically",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "on",
    "last",
    "this",
    "week",
    "night",
    "month",
    "morning",
    "afternoon",
    "year",
    "yet",
    "only",
    "just",
    "still",
    "itself",
    "himself",
    "herself",
    "themselves",
    "often",
    "separately",
    "already",
];
const PASSIVE: &[&str] =
    &["was", "were", "been", "being", "is", "are", "be", "get", "got", "gets", "getting"];
/// Words that end a clause: the subject stands after the last of them.
const CLAUSE: &[&str] = &[
    "that", "which", "who", "whom", "as", "when", "while", "because", "but", "if", "although", "though",
    "after", "before", "whether", "so", "where", "than", "until", "since", "despite",
];
const PREPOSITIONS: &[&str] = &[
    "of",
    "for",
    "from",
    "at",
    "in",
    "on",
    "with",
    "by",
    "into",
    "about",
    "to",
    "under",
    "inside",
    "against",
    "near",
    "over",
    "behind",
    "within",
    "across",
    "following",
    "during",
    "through",
    "between",
    "around",
    "outside",
];

impl<'s> Voices<'s> {
    fn text(&self) -> &'s str {
        self.scan.text.as_str()
    }

    fn words(&self, span: Span) -> Vec<Word> {
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
            let lower = word.to_lowercase();
            match lower.as_str() {
                "" => break,
                "to" | "and" | "but" | "or" | "not" => return Subject::Unknown,
                l if PASSIVE.contains(&l) => return Subject::Passive,
                l if BETWEEN.contains(&l)
                    || (l.ends_with("ly") && word == lower && l.len() > 4 && l != "family") =>
                {
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
        self.phrase(Span::new(span.start + cut.max(dash), span.end))
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
            let lower = lead.to_lowercase();
            let aside = PREPOSITIONS.contains(&lower.as_str())
                || (CLAUSE.contains(&lower.as_str()) && lower != "but")
                || lower.ends_with("ing")
                || matches!(
                    lower.as_str(),
                    "meanwhile" | "however" | "also" | "later" | "whose" | "together" | ""
                );
            if aside && first.is_some() {
                continue;
            }
            match self.phrase(chunk) {
                Some(who @ (Who::Person(_) | Who::Pair(..))) => return Some(who),
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
        let person = self.people.within(Span::new(from, upto)).first().filter(|m| !m.genitive);
        if let Some(person) = person {
            let lead = text.get(from..person.span.start).unwrap_or("").trim();
            let led = lead.is_empty()
                || (lead.split_whitespace().count() <= 12 && self.ends_office(from, person.span.start));
            if led {
                return Some(self.pair_from(person.span.start).unwrap_or(Who::Person(person.person)));
            }
        }
        let stops = |w: &Word| {
            CLAUSE.contains(&at(text, w.span)) || matches!(at(text, w.span), "in" | "on" | "last" | "due")
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

    fn pair_from(&self, start: usize) -> Option<Who> {
        let mut near = self.people.within(Span::new(start, start + 80)).iter();
        let (a, b) = (near.next()?, near.next()?);
        (self.text().get(a.span.end..b.span.start) == Some(" and ")).then_some(Who::Pair(a.person, b.person))
    }

    /// What a noun phrase speaks of. It ends at the end of `span`, and may begin later than the span does.
    pub(crate) fn phrase(&self, span: Span) -> Option<Who> {
        let text = self.text();
        let mut span = trimmed(text, span);
        if at(text, span).ends_with(')')
            && let Some(open) = at(text, span).rfind('(')
        {
            span = trimmed(text, Span::new(span.start, span.start + open));
        }
        if let Some(who) = self.person_at(span) {
            return Some(who);
        }
        let all = self.words(span);
        let last = all.last()?;
        if let Some(pronoun) = pronoun(at(text, last.span)) {
            return Some(Who::Pronoun(pronoun));
        }
        let verb = |w: &Word| {
            self.voice_at(w.span).is_some_and(|v| matches!(v, Voice::Say | Voice::Show | Voice::Hang))
        };
        let from = all
            .iter()
            .enumerate()
            .rposition(|(ix, w)| {
                CLAUSE.contains(&at(text, w.span).to_lowercase().as_str())
                    || (ix + 1 < all.len() && ix > 0 && verb(w))
            })
            .map_or(0, |ix| ix + 1);
        let all = all.get(from..)?;
        let after_and =
            all.iter().rposition(|w| matches!(at(text, w.span), "and" | "And" | "or")).map(|ix| ix + 1);
        self.common(all).or_else(|| self.common(all.get(after_and?..)?))
    }

    /// A person whose name ends the phrase, or is followed by where the person is from.
    fn person_at(&self, span: Span) -> Option<Who> {
        let text = self.text();
        let mut last = None;
        for m in self.people.within(span) {
            let before = text.get(span.start..m.span.start).unwrap_or("").trim_end();
            let governor = before.rsplit(' ').next().unwrap_or("").to_lowercase();
            if m.genitive || (PREPOSITIONS.contains(&governor.as_str()) && !before.is_empty()) {
                continue;
            }
            let rest = text.get(m.span.end..span.end).unwrap_or("");
            let tail = [" from ", " of ", " at ", " for "].iter().any(|p| rest.starts_with(p))
                && rest.split_whitespace().count() <= 8
                && !self.has_verb(Span::new(m.span.end, span.end));
            if rest.is_empty() || tail {
                last = match self.pair_from(m.span.start) {
                    Some(pair) => Some(pair),
                    None if matches!(last, Some(Who::Pair(_, b)) if b == m.person) => last,
                    None => Some(Who::Person(m.person)),
                };
            } else if let Some(pair @ Who::Pair(..)) = self.pair_from(m.span.start)
                && rest.split_whitespace().count() <= 4
            {
                last = Some(pair);
            }
        }
        last
    }

    fn has_verb(&self, span: Span) -> bool {
        self.heard_in(span).iter().any(|h| matches!(h.voice, Voice::Say | Voice::Show))
    }

    /// The known words that start within a span.
    pub(crate) fn heard_in(&self, span: Span) -> &'s [Heard] {
        let from = self.heard.partition_point(|h| h.span.start < span.start);
        let to = self.heard.partition_point(|h| h.span.start < span.end).max(from);
        self.heard.get(from..to).unwrap_or(&[])
    }

    /// What the table says of the word that ends where this one does.
    fn voice_at(&self, word: Span) -> Option<Voice> {
        let ix = self.heard.partition_point(|h| h.span.end < word.end);
        self.heard.get(ix).filter(|h| h.span.end == word.end).map(|h| h.voice)
    }

    /// True where a body that inspects is spoken of within a span.
    fn body_within(&self, span: Span) -> bool {
        let nouns = ["watchdog", "regulator", "commission", "inspectorate", "ombudsman"];
        let noun = self
            .heard_in(span)
            .iter()
            .any(|h| nouns.iter().any(|n| n.eq_ignore_ascii_case(at(self.text(), h.span))));
        let ix = self.named.partition_point(|n| n.span.start < span.start);
        match self.named.get(ix).filter(|n| n.span.end <= span.end) {
            Some(named) => named.body,
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
    fn name_within(&self, span: Span) -> Option<String> {
        let ix = self.named.partition_point(|n| n.span.start < span.start);
        let named = self.named.get(ix).filter(|n| n.span.end <= span.end).map(|n| n.name.to_owned());
        named.or_else(|| self.body_hit(span).map(|body| at(self.text(), body).to_owned()))
    }

    /// What to call the body or provider that the article writes so.
    pub(crate) fn called(&self, written: &str) -> String {
        let bare = written.trim_start_matches("the ");
        let same = self.named.iter().find(|n| at(self.text(), n.span).eq_ignore_ascii_case(bare));
        same.map_or(written, |n| n.name).to_owned()
    }

    /// Whose a "council spokesman" is, where the article tells of one council only.
    pub(crate) fn house_of(&self, role: &str) -> Option<String> {
        let house = role.split(' ').next().filter(|w| role.contains(' ') && w.len() > 3)?;
        let of_kind = |n: &&Named<'_>| {
            !n.body && n.name.split(' ').any(|w| w.trim_end_matches('s').eq_ignore_ascii_case(house))
        };
        let first = self.named.iter().find(of_kind)?;
        let only = self.named.iter().filter(of_kind).all(|n| n.name == first.name);
        only.then(|| first.name.to_owned())
    }

    /// A phrase with a common noun, or the bare name of a body.
    fn common(&self, all: &[Word]) -> Option<Who> {
        let text = self.text();
        let lower = |w: &Word| at(text, w.span).to_lowercase();
        let opens = |w: &&Word| {
            let opener = crate::find::person::opens(at(text, w.span)) && self.voice_at(w.span).is_none();
            opener || is_determiner(&lower(w))
        };
        let skip = all.iter().take_while(opens).count();
        let (skipped, rest) = all.split_at(skip);
        let definite = skipped.iter().any(|w| matches!(lower(w).as_str(), "the" | "this" | "its" | "their"));
        let (Some(first), Some(last)) = (rest.first(), rest.last()) else {
            let one = matches!(lower(skipped.last()?).as_str(), "one" | "both" | "another" | "some");
            return one.then_some(Who::Pronoun(Pronoun::One));
        };
        let whole = Span::new(first.span.start, last.span.end);
        let body = self.body_within(whole);
        // "A Department for Schools spokesman": the name has a preposition of its own.
        let (name, speaker) = (rest.get(..rest.len() - 1)?, self.voice_at(last.span));
        let small = |w: &Word| matches!(lower(w).as_str(), "of" | "for" | "and" | "the");
        if speaker == Some(Voice::Spokes)
            && is_capital(first)
            && name.iter().any(small)
            && name.iter().all(|w| is_capital(w) || small(w))
        {
            let organisation = self.capitals(name);
            return Some(Who::Unnamed { role: Some(lower(last)), organisation });
        }
        let core = rest.iter().take_while(|w| !PREPOSITIONS.contains(&lower(w).as_str())).count();
        let head = rest.get(core.checked_sub(1)?)?;
        let core_span = Span::new(first.span.start, head.span.end);
        let owner = self.name_within(whole).or_else(|| self.capitals(rest));
        match self.voice_at(head.span) {
            Some(Voice::Office | Voice::Spokes | Voice::Witness)
                if definite && self.office_holder(head).is_some() =>
            {
                self.office_holder(head).map(Who::Person)
            }
            Some(voice @ (Voice::Office | Voice::Spokes)) => {
                let (role, organisation) = office::read(text, whole);
                let role = if organisation.is_none() && voice == Voice::Spokes {
                    office::read(text, core_span).0
                } else {
                    role
                };
                let organisation = self.name_within(whole).or(organisation);
                Some(Who::Unnamed { role, organisation })
            }
            Some(Voice::Witness) => {
                let (role, organisation) = office::read(text, core_span);
                Some(Who::Unnamed { role, organisation })
            }
            Some(Voice::Inspectors) => Some(Who::Inspectors { of: owner }),
            Some(Voice::Paper) => Some(Who::Paper { of: owner }),
            Some(Voice::Crowd) => {
                let of = self.name_within(whole).or_else(|| self.acronym(rest));
                let official = matches!(lower(head).as_str(), "officials" | "officers" | "bosses" | "chiefs");
                match of {
                    Some(of) if official => Some(Who::Inspectors { of: Some(of) }),
                    _ => Some(Who::Crowd(even(at(text, core_span)))),
                }
            }
            Some(Voice::House) => {
                let named = is_capital(first).then(|| self.capitals(rest)).flatten();
                let known = self.name_within(core_span).or(named.filter(|n| n.contains(' ')));
                match known {
                    Some(name) => Some(Who::House { name, body }),
                    None if definite || is_capital(first) => {
                        let the = if definite && !is_capital(first) { "the " } else { "" };
                        Some(Who::House { name: format!("{the}{}", even(at(text, core_span))), body })
                    }
                    None => None,
                }
            }
            _ if matches!(
                lower(head).as_str(),
                "first" | "second" | "third" | "other" | "former" | "latter"
            ) =>
            {
                Some(Who::Pronoun(Pronoun::One))
            }
            _ if self.name_within(core_span).is_some() => {
                self.name_within(core_span).map(|name| Who::House { name, body })
            }
            _ => self.trailing_name(all).map(|name| Who::House { name, body }),
        }
    }

    /// The capitalised words that end a phrase: "in a statement | Hay and Sons"; not "parents in | Norburn".
    fn trailing_name(&self, all: &[Word]) -> Option<String> {
        let text = self.text();
        let mut start = all.len();
        while let Some(word) = start.checked_sub(1).and_then(|ix| all.get(ix)) {
            let small = matches!(at(text, word.span), "of" | "and" | "for" | "the" | "in");
            let opener = crate::find::person::opens(at(text, word.span));
            let inside =
                small && start >= 2 && all.get(start - 2).is_some_and(is_capital) && start < all.len();
            if (!is_capital(word) || opener) && !inside {
                break;
            }
            start -= 1;
        }
        let before =
            start.checked_sub(1).and_then(|ix| all.get(ix)).map_or("", |w| at(text, w.span)).to_lowercase();
        let (first, last) = (all.get(start)?, all.last()?);
        let governed = PREPOSITIONS.contains(&before.as_str());
        let (stem, owned) = genitive(at(text, last.span));
        (!governed && !owned).then(|| even(&text[first.span.start..last.span.start + stem.len()]))
    }

    /// Letters that stand for a body, at the head of a phrase: "RXQ officials".
    fn acronym(&self, all: &[Word]) -> Option<String> {
        let first = all.first().filter(|w| w.shape == Shape::Capitals)?;
        Some(genitive(at(self.text(), first.span)).0.to_owned())
    }

    /// What the words at the head of a sentence speak of, as far as they are a subject.
    pub(crate) fn opening(&self, sentence: Span) -> Option<Who> {
        let text = self.text();
        let near = Span::new(sentence.start, sentence.end.min(ceiling(text, sentence.start + 90)));
        let noun = |h: &&Heard| !matches!(h.voice, Voice::Hang | Voice::Accord);
        let head =
            self.heard_in(near).iter().find(noun).filter(|h| !matches!(h.voice, Voice::Say | Voice::Show));
        let person = self.people.within(near).iter().find(|m| !m.genitive);
        match (head, person) {
            (Some(head), None) => self.phrase(Span::new(near.start, head.span.end)),
            (Some(head), Some(person))
                if head.span.start < person.span.start && head.voice != Voice::Office =>
            {
                self.phrase(Span::new(near.start, head.span.end))
            }
            (_, Some(person)) => Some(Who::Person(person.person)),
            (None, None) => {
                let all = self.words(near);
                let skip = all.iter().take_while(|w| is_determiner(&at(text, w.span).to_lowercase())).count();
                let name = all.get(skip..)?;
                let sure = name.first().is_some_and(|w| w.shape == Shape::Capitals)
                    || name.iter().take(2).filter(|w| is_capital(w)).count() == 2;
                let body = self.body_within(near);
                sure.then(|| self.capitals(name)).flatten().map(|name| Who::House { name, body })
            }
        }
    }

    /// The person who holds the office that "the chief inspector" names.
    fn office_holder(&self, head: &Word) -> Option<usize> {
        let ix = self.heard.partition_point(|h| h.span.end < head.span.end);
        let office = at(self.text(), self.heard.get(ix)?.span).to_lowercase();
        let before = self.people.mentions.partition_point(|m| m.span.start < head.span.start);
        let holds = |m: &&crate::find::person::PersonMention| {
            let role = self.people.all.get(m.person).and_then(|p| p.role.as_deref());
            role.is_some_and(|role| role.to_lowercase().contains(&office))
        };
        self.people.mentions.get(..before)?.iter().rev().take(40).find(holds).map(|m| m.person)
    }

    /// Capitalised words at the start of a phrase, with the small words inside a name.
    fn capitals(&self, all: &[Word]) -> Option<String> {
        let text = self.text();
        let mut end = 0;
        for (ix, word) in all.iter().enumerate() {
            let (_, genitive) = genitive(at(text, word.span));
            if is_capital(word) {
                end = ix + 1;
                if genitive && !at(text, word.span).starts_with("Majesty") {
                    break;
                }
            } else if !matches!(at(text, word.span), "of" | "and" | "for" | "the" | "&") {
                break;
            }
        }
        let (first, last) = (all.first()?, all.get(end.checked_sub(1)?)?);
        let (stem, _) = genitive(at(text, last.span));
        let known = self.voice_at(first.span).is_some_and(|v| !matches!(v, Voice::House)) && end == 1;
        (!known).then(|| even(&text[first.span.start..last.span.start + stem.len()]))
    }
}

fn pronoun(word: &str) -> Option<Pronoun> {
    match word.to_lowercase().as_str() {
        "he" => Some(Pronoun::He),
        "she" => Some(Pronoun::She),
        "it" => Some(Pronoun::It),
        "they" => Some(Pronoun::They),
        _ => None,
    }
}

fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "its"
            | "their"
            | "our"
            | "his"
            | "her"
            | "one"
            | "another"
            | "this"
            | "some"
            | "both"
    )
}

fn even(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn trimmed(text: &str, span: Span) -> Span {
    let inside = at(text, span);
    let start = span.start
        + (inside.len() - inside.trim_start_matches([' ', '-', '–', '—', '"', '”', '’', '\'', ',']).len());
    let end = span.end - (inside.len() - inside.trim_end_matches([' ', ',', '-', '–', '—']).len());
    Span::new(start, end.max(start))
}

/// The nearest character boundary at or before `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

/// The nearest character boundary at or after `at`.
pub(crate) fn ceiling(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
}
