//! People by name, with title, office and organisation. Knows nothing of what they say.
//!
//! *What it finds*: two to four capitalised words that something marks as a person's name: a title ("Dr"), an
//! office before or after it ("council leader Ann Hay", "Ann Hay, director of …"), an age, a verb of saying
//! beside it; and, once the full name is known, the surname alone.
//! *What it leaves alone*: names of bodies, providers and places; a name nothing marks.
//! *Where it is fooled*: a firm called after two people that "said" something.

pub(crate) mod office;

use crate::fact::FurnitureKind;
use crate::find::furniture::Furnished;
use crate::find::quote::words::{Heard, Voice};
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::Span;
use crate::text::word::{Shape, Word, genitive, words};
use office::{at, is_capital};
use std::collections::{HashMap, HashSet};

/// Everybody who is named in an article.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) all: Vec<Person>,
    /// Where they are named, in order.
    pub(crate) mentions: Vec<PersonMention>,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// The fullest name, without titles where there is more than a surname.
    pub(crate) name: String,
    pub(crate) role: Option<String>,
    pub(crate) organisation: Option<String>,
    pub(crate) sex: Option<Sex>,
}

/// As far as a title tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sex {
    Woman,
    Man,
}

/// One place where a person is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PersonMention {
    /// The name with its title.
    pub(crate) span: Span,
    /// Index into [`People::all`].
    pub(crate) person: usize,
    /// "Hay’s": somebody's, not somebody.
    pub(crate) genitive: bool,
}

impl People {
    /// The mentions that start within a span.
    pub(crate) fn within(&self, span: Span) -> &[PersonMention] {
        let from = self.mentions.partition_point(|m| m.span.start < span.start);
        let to = self.mentions.partition_point(|m| m.span.start < span.end).max(from);
        self.mentions.get(from..to).unwrap_or(&[])
    }
}

/// Capitalised words in a row that may be a name.
struct Run {
    /// Title and name.
    span: Span,
    name: Vec<Word>,
    title: Option<&'static str>,
    /// The office that stands before the name, with what belongs to it.
    before: Option<Span>,
    /// The office that stands after the name and a comma.
    after: Option<Span>,
    /// "Ann Hay, of Save Our School": whom the person stands for.
    of: Option<Span>,
    marked: bool,
    genitive: bool,
}

const TITLES: &[&str] = &[
    "Sir",
    "Dame",
    "Lord",
    "Lady",
    "Baroness",
    "Baron",
    "Dr",
    "Prof",
    "Professor",
    "Cllr",
    "Coun",
    "Cncllr",
    "Councillor",
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Rev",
    "Justice",
    "Judge",
    "Supt",
    "Insp",
    "Sgt",
    "Ald",
    "Alderman",
    "Revd",
    "Sister",
];

/// Words that open a sentence with a capital and belong to no name.
const OPENERS: &[&str] = &[
    "A",
    "About",
    "After",
    "Again",
    "All",
    "Although",
    "Among",
    "An",
    "And",
    "Another",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Despite",
    "During",
    "Each",
    "Earlier",
    "Even",
    "For",
    "Former",
    "From",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Inside",
    "It",
    "Its",
    "Last",
    "Later",
    "Like",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "My",
    "New",
    "No",
    "Not",
    "Now",
    "Of",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Our",
    "Over",
    "She",
    "Since",
    "So",
    "Some",
    "Speaking",
    "Still",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Three",
    "Through",
    "Today",
    "Tonight",
    "Two",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "Where",
    "While",
    "Who",
    "Why",
    "With",
    "Yesterday",
    "Yet",
    "You",
    "Your",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Responding",
    "Reacting",
    "Commenting",
    "Writing",
    "Critics",
    "Inspectors",
    "Staff",
    "Parents",
    "Police",
    "Also",
];

/// Words that make of capitalised words a body, a place or a thing.
const NOT_PEOPLE: &[&str] = &[
    "academy",
    "act",
    "agency",
    "association",
    "authority",
    "avenue",
    "board",
    "borough",
    "care",
    "centre",
    "charity",
    "church",
    "city",
    "clinic",
    "close",
    "club",
    "college",
    "commission",
    "committee",
    "company",
    "constabulary",
    "council",
    "county",
    "court",
    "department",
    "district",
    "east",
    "england",
    "executive",
    "farm",
    "federation",
    "fire",
    "force",
    "foundation",
    "fund",
    "gardens",
    "government",
    "group",
    "hall",
    "health",
    "high",
    "hill",
    "home",
    "homes",
    "hospital",
    "hospitals",
    "hotel",
    "house",
    "housing",
    "infirmary",
    "inspectorate",
    "institute",
    "ireland",
    "island",
    "isle",
    "junior",
    "key",
    "kingdom",
    "lane",
    "limited",
    "local",
    "lodge",
    "london",
    "ltd",
    "magistrates",
    "manor",
    "minister",
    "ministry",
    "national",
    "north",
    "northern",
    "nursery",
    "nursing",
    "office",
    "office's",
    "park",
    "party",
    "plc",
    "police",
    "practice",
    "primary",
    "prison",
    "probation",
    "programme",
    "project",
    "public",
    "reform",
    "report",
    "road",
    "royal",
    "school",
    "schools",
    "scotland",
    "secondary",
    "service",
    "services",
    "society",
    "south",
    "southern",
    "square",
    "station",
    "street",
    "surgery",
    "survey",
    "times",
    "tower",
    "town",
    "trust",
    "union",
    "university",
    "village",
    "wales",
    "ward",
    "west",
    "western",
    "eastern",
    "year",
    "stage",
    "grade",
    "special",
    "ombudsman",
    "review",
    "inspection",
    "framework",
    "standards",
    "agency's",
    "secretary",
    "street's",
    "terrace",
    "way",
    "view",
    "court's",
    "labour",
    "conservative",
    "conservatives",
    "democrat",
    "democrats",
    "green",
    "tory",
    "lib",
    "brigade",
    "mail",
    "echo",
    "gazette",
    "news",
    "press",
    "post",
    "telegraph",
    "herald",
    "guardian",
    "observer",
    "chronicle",
    "court",
    "supreme",
    "crown",
    "majesty",
];

/// Small words inside a name.
const PARTICLES: &[&str] =
    &["de", "van", "von", "der", "den", "la", "le", "du", "di", "al", "bin", "ap", "st"];

/// Everybody whom the article names outside its furniture; captions are heard, they say who is who.
pub(crate) fn find(scan: &Scan<'_>, heard: &[Heard], furniture: &Furnished) -> People {
    let text = scan.text.as_str();
    let mut runs = Vec::new();
    let mut lone = Vec::new();
    for paragraph in scan
        .text
        .paragraphs
        .iter()
        .filter(|p| furniture.kind_at(p.start).is_none_or(|k| k == FurnitureKind::Caption))
    {
        gather(scan, heard, *paragraph, &mut runs, &mut lone);
    }
    // "Ann and Bob" are both people once one of them is.
    for ix in 1..runs.len() {
        if let Some([a, b]) = runs.get_mut(ix - 1..=ix)
            && text.get(a.span.end..b.span.start) == Some(" and ")
            && a.name.len() > 1
            && b.name.len() > 1
        {
            let either = a.marked || b.marked;
            (a.marked, b.marked) = (either, either);
        }
    }
    let places = not_people(scan, &runs);
    let surnames: HashSet<&str> =
        runs.iter().filter(|r| r.title.is_some()).filter_map(|r| last_name(text, r)).collect();
    runs.retain(|r| {
        let known = r.name.len() > 1 && last_name(text, r).is_some_and(|n| surnames.contains(n));
        (r.marked || known) && (r.title.is_some() || !places.contains(&name_of(text, r)))
    });
    People::introduce(text, &runs, &lone)
}

impl People {
    /// Full names make people; surnames with a title, or alone, lead to them.
    fn introduce(text: &str, runs: &[Run], lone: &[Word]) -> People {
        let mut people = People::default();
        let mut by_name: HashMap<String, usize> = HashMap::new();
        let mut by_surname: HashMap<String, usize> = HashMap::new();
        let mut by_first: HashMap<String, usize> = HashMap::new();
        for run in runs.iter().filter(|r| r.name.len() > 1) {
            let name = name_of(text, run);
            let person = *by_name.entry(name.clone()).or_insert_with(|| people.add(name));
            people.learn(text, person, run);
            if let Some(surname) = last_name(text, run) {
                by_surname.entry(surname.to_owned()).or_insert(person);
            }
            if matches!(run.title, Some("Sir" | "Dame"))
                && let Some(first) = run.name.first()
            {
                by_first.entry(at(text, first.span).to_owned()).or_insert(person);
            }
            people.mention(run.span, person, run.genitive);
        }
        for run in runs.iter().filter(|r| r.name.len() == 1) {
            let name = name_of(text, run);
            let known = match run.title {
                Some("Sir" | "Dame") => by_first.get(&name),
                _ => by_surname.get(&name),
            };
            let person = match (known, run.title) {
                (Some(&person), _) => person,
                (None, Some(title)) => {
                    let title = if title == "Justice" { "Mr Justice" } else { title };
                    let person = people.add(format!("{title} {name}"));
                    by_surname.insert(name, person);
                    person
                }
                (None, None) => continue,
            };
            people.learn(text, person, run);
            people.mention(run.span, person, run.genitive);
        }
        for word in lone {
            let (stem, genitive) = genitive(at(text, word.span));
            if let Some(&person) = by_surname.get(stem) {
                let span = Span::new(word.span.start, word.span.start + stem.len());
                people.mention(span, person, genitive);
            }
        }
        for run in runs.iter().filter(|r| matches!(r.title, Some("Cllr" | "Coun" | "Cncllr" | "Councillor")))
        {
            let known =
                last_name(text, run).and_then(|n| by_surname.get(n)).and_then(|ix| people.all.get_mut(*ix));
            if let Some(person) = known {
                person.role = person.role.take().or_else(|| Some("councillor".to_owned()));
            }
        }
        people.mentions.sort_by_key(|m| m.span.start);
        people.mentions.dedup_by_key(|m| m.span.start);
        people
    }

    fn add(&mut self, name: String) -> usize {
        self.all.push(Person { name, role: None, organisation: None, sex: None });
        self.all.len() - 1
    }

    fn mention(&mut self, span: Span, person: usize, genitive: bool) {
        self.mentions.push(PersonMention { span, person, genitive });
    }

    fn learn(&mut self, text: &str, person: usize, run: &Run) {
        let Some(person) = self.all.get_mut(person) else { return };
        person.sex = person.sex.or(match run.title {
            Some("Sir" | "Lord" | "Mr" | "Baron") => Some(Sex::Man),
            Some("Dame" | "Lady" | "Baroness" | "Mrs" | "Ms" | "Miss" | "Sister") => Some(Sex::Woman),
            _ => None,
        });
        if let Some(of) = run.of
            && person.organisation.is_none()
        {
            person.organisation = Some(at(text, of).to_owned());
        }
        for office in [run.before, run.after].into_iter().flatten() {
            if person.role.is_none() {
                let (role, organisation) = office::read(text, office);
                person.role = role;
                person.organisation = person.organisation.take().or(organisation);
            }
        }
    }
}

/// True for a word that opens sentences with a capital and belongs to no name.
pub(crate) fn opens(word: &str) -> bool {
    OPENERS.contains(&word)
}

fn name_of(text: &str, run: &Run) -> String {
    let mut parts = run.name.iter().map(|w| at(text, w.span)).collect::<Vec<_>>();
    if let Some(last) = parts.last_mut() {
        *last = genitive(last).0;
    }
    parts.join(" ")
}

fn last_name<'t>(text: &'t str, run: &Run) -> Option<&'t str> {
    run.name.last().map(|w| genitive(at(text, w.span)).0)
}

/// What the article shows elsewhere to be a place or a body: "Eastmoor" in "Eastmoor Council" or "in Eastmoor".
fn not_people(scan: &Scan<'_>, runs: &[Run]) -> HashSet<String> {
    let text = scan.text.as_str();
    let mut names = HashSet::new();
    for run in runs.iter().filter(|r| r.title.is_none() && r.name.len() > 1 && !r.marked) {
        let before = text[..run.span.start].trim_end();
        let after = text[run.span.end..].trim_start();
        let next = words(after, Span::new(0, after.len().min(24))).next().map_or("", |w| at(after, w.span));
        let place = [" in", " at", " near", " across", " around"].iter().any(|p| before.ends_with(p));
        if place || NOT_PEOPLE.contains(&next.to_lowercase().as_str()) {
            names.insert(name_of(text, run));
        }
    }
    names
}

/// The runs of capitalised words in one paragraph; a single untitled word goes to `lone`.
fn gather(scan: &Scan<'_>, heard: &[Heard], paragraph: Span, runs: &mut Vec<Run>, lone: &mut Vec<Word>) {
    let text = scan.text.as_str();
    let mut row: Vec<Word> = Vec::new();
    for word in words(text, paragraph) {
        let joins = row.last().is_some_and(|last| joined(text, *last, word));
        let particle = joins && PARTICLES.contains(&at(text, word.span));
        if !joins || !(is_capital(&word) || particle) {
            close(scan, heard, paragraph, &row, runs, lone);
            row.clear();
        }
        if is_capital(&word) || particle {
            row.push(word);
        }
    }
    close(scan, heard, paragraph, &row, runs, lone);
}

/// True where two words can belong to one name: only a space, or the stop of an initial or a title, between.
fn joined(text: &str, last: Word, next: Word) -> bool {
    let gap = text.get(last.span.end..next.span.start).unwrap_or("");
    let before = at(text, last.span);
    let (_, ended) = genitive(before);
    let stop = gap == ". " && (before.len() == 1 || TITLES.contains(&before));
    !ended && (stop || gap == " " || gap == "  ")
}

/// Takes a row of capitalised words apart: openers, office, titles, name.
fn close(
    scan: &Scan<'_>,
    heard: &[Heard],
    paragraph: Span,
    row: &[Word],
    runs: &mut Vec<Run>,
    lone: &mut Vec<Word>,
) {
    let text = scan.text.as_str();
    // "Justice" is a title only after another: "Mr Justice Oakes", not "Youth Justice Service".
    let is_title = |w: &Word| {
        let before = text[..w.span.start].trim_end();
        let lone_justice = at(text, w.span) == "Justice"
            && !["Mr", "Mrs", "Ms", "Lord", "Lady", "Dame"].iter().any(|t| before.ends_with(t));
        TITLES.contains(&at(text, w.span)) && !lone_justice
    };
    let particles = row.iter().rev().take_while(|w| w.shape == Shape::Lower).count();
    let openers = row.iter().take_while(|w| OPENERS.contains(&at(text, w.span))).count();
    let Some(row) = row.get(openers..row.len() - particles).filter(|row| !row.is_empty()) else { return };
    let before_last = &row[..row.len() - 1];
    let start = before_last
        .iter()
        .rposition(|w| is_title(w) || office::ends_at(heard, w.span.end))
        .map_or(0, |ix| ix + 1);
    let (head, name) = row.split_at(start);
    let titles = head.iter().rev().take_while(|w| is_title(w)).count();
    let titles = &head[head.len() - titles..];
    let title = titles.iter().filter_map(|w| TITLES.iter().copied().find(|t| *t == at(text, w.span)));
    let title = title.reduce(|a, b| if matches!(b, "Sir" | "Dame" | "Justice") { b } else { a });
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return };
    let begin = titles.first().unwrap_or(first).span.start;
    let (stem, genitive) = genitive(at(text, last.span));
    let span = Span::new(begin, last.span.start + stem.len());
    if title.is_none() && name.len() == 1 {
        if head.is_empty() && first.shape == Shape::Capital {
            lone.push(*first);
        }
        return;
    }
    let strange = |w: &Word| {
        let word = self::genitive(at(text, w.span)).0.to_lowercase();
        matches!(w.shape, Shape::Capitals | Shape::Figure)
            || (title.is_none() && NOT_PEOPLE.contains(&word.as_str()))
    };
    if name.len() > 4 || name.iter().any(strange) || (title.is_none() && known_otherwise(scan, span)) {
        return;
    }
    let before = office::before(text, paragraph, heard, begin);
    let after = if genitive { None } else { office::after(text, paragraph, heard, span.end) };
    let after_the = title.is_none() && before.is_none() && text[..begin].trim_end().ends_with("the");
    let of = stands_for(text, paragraph, span.end);
    let marked = !after_the
        && (of.is_some()
            || title.is_some()
            || before.is_some()
            || after.is_some()
            || speaks(text, heard, span)
            || told_of(text, span.end));
    runs.push(Run { span, name: name.to_vec(), title, before, after, of, marked, genitive });
}

/// True when the scan knows the words as a body, a provider or what only looks like one.
fn known_otherwise(scan: &Scan<'_>, span: Span) -> bool {
    scan.within(span).iter().any(|h| {
        h.end <= span.end
            && matches!(
                h.sense,
                Sense::Body { .. } | Sense::Provider { .. } | Sense::NotA(_) | Sense::Aspect(_)
            )
    })
}

/// "Ann Hay said", "said Ann Hay".
fn speaks(text: &str, heard: &[Heard], span: Span) -> bool {
    let next = heard.partition_point(|h| h.span.start < span.end);
    let gap_after = |h: &&Heard| {
        let gap = text.get(span.end..h.span.start).unwrap_or(".");
        matches!(
            gap.trim(),
            "" | "also" | "has" | "today" | "yesterday" | "later" | "then" | "had" | "previously"
        )
    };
    let said = heard.get(next).filter(|h| h.voice == Voice::Say).is_some_and(|h| gap_after(&h));
    let before = heard.partition_point(|h| h.span.start < span.start);
    let saying = before.checked_sub(1).and_then(|ix| heard.get(ix)).filter(|h| h.voice == Voice::Say);
    said || saying.is_some_and(|h| text.get(h.span.end..span.start).is_some_and(|gap| gap.trim().is_empty()))
}

/// "Ann Hay, of Save Our School, …".
fn stands_for(text: &str, paragraph: Span, end: usize) -> Option<Span> {
    let rest = text.get(end..paragraph.end)?;
    let lead =
        [", of the ", ", from the ", ", of ", ", from "].into_iter().find(|lead| rest.starts_with(lead))?;
    let from = end + lead.len();
    let stop = text.get(from..paragraph.end)?.find([',', '.', ';', ':', '(']).map(|i| from + i)?;
    let name = Span::new(from, stop);
    let all: Vec<Word> = words(text, name).collect();
    let small = |w: &Word| matches!(at(text, w.span), "of" | "for" | "and" | "the" | "in");
    let named = all.first().is_some_and(is_capital)
        && all.iter().all(|w| is_capital(w) || small(w))
        && all.len() <= 8;
    named.then_some(name)
}

/// "Ann Hay, 54, …", "Ann Hay, who …".
fn told_of(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    let Some(rest) = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(" (")) else { return false };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let aged = (1..=3).contains(&digits) && rest[digits..].starts_with([',', '.', ')']);
    aged || rest.starts_with("who ") || rest.starts_with("whose ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::quote::words as voices;
    use crate::knowledge::lexicon::Lexicon;
    use crate::text::{Article, Text};

    fn people(text: &str) -> Vec<(String, String, String)> {
        let lexicon = Lexicon::new(voices::entries());
        let article = Article::new(text);
        let text = Text::new(&article);
        let scan = Scan::new(&text, &lexicon);
        let heard = voices::heard(&scan);
        let shown = |s: Option<String>| s.unwrap_or_default();
        find(&scan, &heard, &Furnished::default())
            .all
            .into_iter()
            .map(|p| (p.name, shown(p.role), shown(p.organisation)))
            .collect()
    }

    fn person(name: &str, role: &str, organisation: &str) -> (String, String, String) {
        (name.to_owned(), role.to_owned(), organisation.to_owned())
    }

    #[test]
    fn an_office_before_or_after_the_name() {
        assert_eq!(
            people("It was “sad”, says council leader Ann Hay."),
            [person("Ann Hay", "council leader", "")]
        );
        assert_eq!(
            people("Ann Hay, RXQ director of nursing in the east, said so."),
            [person("Ann Hay", "director of nursing in the east", "RXQ")]
        );
        assert_eq!(
            people("The chief executive of RXQ, Prof Ann Hay, said so."),
            [person("Ann Hay", "chief executive", "RXQ")]
        );
        assert_eq!(
            people("Bob Oakes, Norburn council’s director of education and skills, said so."),
            [person("Bob Oakes", "director of education and skills", "Norburn council")]
        );
        assert_eq!(
            people("Bob Oakes, head of research at the Teaching Union, said so."),
            [person("Bob Oakes", "head of research", "Teaching Union")]
        );
        assert_eq!(
            people("The Minister for Prisons, Lord Oakes, said so."),
            [person("Lord Oakes", "Minister for Prisons", "")]
        );
    }

    #[test]
    fn a_surname_leads_to_the_full_name() {
        let found = people("Cllr Hay was cross. The leader, Ann Hay, left. Mrs Hay said no more.");
        assert_eq!(found, [person("Ann Hay", "leader", "")]);
        assert_eq!(people("Mr Justice Oakes ruled."), [person("Mr Justice Oakes", "", "")]);
        assert_eq!(people("Sir Bob Oakes said so. Sir Bob left."), [person("Bob Oakes", "", "")]);
    }

    #[test]
    fn places_and_bodies_are_nobody() {
        assert_eq!(
            people("Great Norburn said no. Few live in Great Norburn. The Teaching Union said so."),
            []
        );
        assert_eq!(people("Key Stage Two said little. Eastmoor Primary School said more."), []);
    }
}
