//! People by name, with title, office and organisation. Knows nothing of what they say.
//!
//! *What it finds*: two to four capitalised words that something marks as a person's name: a title ("Dr"), an
//! office before or after it ("council leader Ann Hay", "Ann Hay, director of …"), an age, a verb of saying
//! beside it; and, once the full name is known, the surname alone.
//! *What it leaves alone*: names of bodies, providers and places; a name nothing marks.
//! *Where it is fooled*: a firm called after two people that "said" something.

pub(crate) mod beside;
pub(crate) mod first_name;
pub(crate) mod lists;
pub(crate) mod office;
pub(crate) mod run;

use crate::fact::FurnitureKind;
use crate::find::furniture::Furnished;
use crate::find::quote::words::Heard;
use crate::scan::Scan;
use crate::text::Span;
use crate::text::word::{Word, at, genitive};
use foldhash::{HashMap, HashSet};
use run::{Run, gather, last_name, name_of, not_people};
use std::borrow::Cow;

/// Everybody who is named in an article.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) all: Vec<Person>,
    /// Where they are named, in order.
    pub(crate) mentions: Vec<PersonMention>,
    /// Names at the head of a sentence that nothing marks as a person's but a "he" or "she" soon after.
    pub(crate) perhaps: Vec<PersonMention>,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// The fullest name, without titles where there is more than a surname.
    pub(crate) name: String,
    pub(crate) role: Option<String>,
    pub(crate) organisation: Option<String>,
    pub(crate) sex: Option<Sex>,
    /// Whose office it is, where the article only points there.
    pub(crate) of: Option<Pointed>,
}

/// What "its" and "the trust’s" point to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pointed {
    /// "its", where it stands.
    Its(usize),
    /// "the trust’s", "Trust chief executive".
    Noun(String),
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

    /// True for a stretch inside somebody's name: a nickname.
    pub(crate) fn holds(&self, span: Span) -> bool {
        let ix = self.mentions.partition_point(|m| m.span.start < span.start);
        ix.checked_sub(1).and_then(|ix| self.mentions.get(ix)).is_some_and(|m| span.end <= m.span.end)
    }

    /// True where somebody's name ends a span.
    pub(crate) fn ends_with(&self, span: Span) -> bool {
        self.within(span).last().is_some_and(|m| m.span.end == span.end)
    }

    /// A name at the head of a sentence within a span that may be a person's.
    pub(crate) fn perhaps_in(&self, span: Span) -> Option<&PersonMention> {
        let from = self.perhaps.partition_point(|m| m.span.start < span.start);
        self.perhaps.get(from).filter(|m| m.span.end <= span.end)
    }
}

/// Everybody whom the article names outside its furniture; captions are heard, they say who is who.
pub(crate) fn find(scan: &Scan<'_>, heard: &[Heard], furniture: &Furnished) -> People {
    let text = scan.text.as_str();
    let mut runs = Vec::new();
    let mut lone = Vec::new();
    let mut row = Vec::new();
    for paragraph in scan
        .text
        .paragraphs
        .iter()
        .filter(|p| furniture.kind_at(p.start).is_none_or(|k| k == FurnitureKind::Caption))
    {
        gather(scan, heard, *paragraph, (&mut runs, &mut lone, &mut row));
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
    let perhaps: Vec<(Span, Cow<'_, str>)> = runs
        .iter()
        .filter(|r| r.perhaps)
        .map(|r| (r.span, name_of(text, r)))
        .filter(|(_, name)| !places.contains(name))
        .collect();
    runs.retain(|r| {
        let known = r.name.len() > 1 && last_name(text, r).is_some_and(|n| surnames.contains(n));
        (r.marked || known) && (r.title.is_some() || !places.contains(&name_of(text, r)))
    });
    let mut people = People::introduce(text, &runs, &lone);
    for (span, name) in perhaps {
        let person = people.add(name.into_owned());
        people.perhaps.push(PersonMention { span, person, genitive: false });
    }
    people
}

impl People {
    /// Full names make people; surnames with a title, or alone, lead to them.
    fn introduce(text: &str, runs: &[Run], lone: &[Word]) -> People {
        let mut people = People::default();
        let mut by_name: HashMap<Cow<'_, str>, usize> = HashMap::default();
        let mut by_surname: HashMap<Cow<'_, str>, usize> = HashMap::default();
        let mut by_first: HashMap<Cow<'_, str>, Option<usize>> = HashMap::default();
        for run in runs.iter().filter(|r| r.name.len() > 1) {
            let name = name_of(text, run);
            let person = match by_name.get(&name) {
                Some(person) => *person,
                None => {
                    let person = people.add(name.clone().into_owned());
                    by_name.insert(name, person);
                    person
                }
            };
            people.learn(text, person, run);
            if let Some(surname) = last_name(text, run) {
                by_surname.entry(surname.into()).or_insert(person);
            }
            if let Some(first) = run.name.first() {
                let known = by_first.entry(at(text, first.span).into()).or_insert(Some(person));
                // Two of one first name: it tells neither.
                *known = known.filter(|one| *one == person);
            }
            people.mention(run.span, person, run.genitive);
        }
        for run in runs.iter().filter(|r| r.name.len() == 1) {
            let name = name_of(text, run);
            let known = match run.title {
                Some("Sir" | "Dame") => by_first.get(&name).copied().flatten(),
                _ => by_surname.get(&name).copied(),
            };
            let person = match (known, run.title) {
                (Some(person), _) => person,
                (None, None) if run.relative => {
                    let person = people.add(name.clone().into_owned());
                    by_first.insert(name, Some(person));
                    person
                }
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
            let first = || by_first.get(stem).copied().flatten();
            if let Some(person) = by_surname.get(stem).copied().or_else(first) {
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
        let sex = name.split(' ').next().and_then(first_name::sex);
        self.all.push(Person { name, role: None, organisation: None, of: None, sex });
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
        if run.title == Some("Judge") && person.role.is_none() {
            person.role = Some("judge".to_owned());
        }
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
                person.of = office::pointed(text, office);
            }
        }
    }
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
            people("Bob Oakes, Norburn council’s director of learning and skills, said so."),
            [person("Bob Oakes", "director of learning and skills", "Norburn council")]
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
