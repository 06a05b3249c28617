//! Expected facts against found ones: who is paired with whom, what differs, what is missing, what is too
//! much. Pure: two JSON values and the article in, an outcome out.

use super::assign;
use super::fields::{Difference, How, KINDS, Providers, compare, how, is_easement};
use super::fixture::Fixture;
use super::places::{Place, Texts, mentions, own};
use serde_json::Value;

/// What became of an expected fact.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// Found with all its listed fields.
    Right(usize),
    /// Found where it stands, with fields that differ.
    Wrong(usize, Vec<Difference>),
    /// Not found.
    Missed,
}

/// The pairing of one kind of one article.
#[derive(Clone, Debug)]
pub struct Pairing {
    /// What became of each expected fact, in their order.
    pub fates: Vec<Fate>,
    /// The found facts that no expected one accounts for.
    pub alone: Vec<usize>,
}

/// Everything that is compared: the fixture and what was found in its article.
#[derive(Clone, Copy, Debug)]
pub struct Sides<'a> {
    pub(super) fixture: &'a Fixture,
    found: &'a Value,
    texts: Texts<'a>,
    providers: Providers<'a>,
}

impl<'a> Sides<'a> {
    /// A fixture and the extraction of its article as JSON, spans in bytes.
    pub fn new(fixture: &'a Fixture, found: &'a Value) -> Self {
        let providers = Providers(list(&found["providers"]));
        Self { fixture, found, texts: fixture.texts(), providers }
    }

    /// The found facts of a kind.
    pub fn found(&self, kind: &str) -> &'a [Value] {
        list(&self.found[kind])
    }

    /// Pairs every kind, and then compares the fields that point from one fact to another.
    pub fn pair_all(&self) -> Vec<(&'static str, Pairing)> {
        let mut pairings: Vec<_> = KINDS.iter().map(|&kind| (kind, self.pair(kind, None))).collect();
        let before = pairings.clone();
        for (kind, pairing) in &mut pairings {
            let items = self.fixture.expected(kind).iter().zip(&mut pairing.fates);
            for (expected, fate) in items {
                let (Fate::Right(found) | Fate::Wrong(found, _)) = *fate else { continue };
                let wrong = self.pointers(kind, expected, &self.found(kind)[found], &before);
                match fate {
                    Fate::Wrong(_, differences) => differences.extend(wrong),
                    fate if !wrong.is_empty() => *fate = Fate::Wrong(found, wrong),
                    _ => {}
                }
            }
        }
        pairings
    }

    /// Pairs the facts of a kind so that most are right, and of the others most listed fields agree. With
    /// `only`, just those fields count.
    pub fn pair(&self, kind: &str, only: Option<&[&str]>) -> Pairing {
        let (expected, found) = (self.fixture.expected(kind), self.found(kind));
        let judged: Vec<Vec<Option<Judged>>> =
            expected.iter().map(|e| found.iter().map(|f| self.judge(kind, e, f, only)).collect()).collect();
        let pairs = assign::best(expected.len(), found.len(), |e, f| {
            judged[e][f].as_ref().map_or(0, |j| j.worth(is_optional(&expected[e])))
        });
        let mut taken = vec![false; found.len()];
        let mut fates = Vec::with_capacity(expected.len());
        for (pair, mut row) in pairs.into_iter().zip(judged) {
            let judged = pair.and_then(|f| Some((f, row.get_mut(f)?.take()?)));
            if let Some((f, _)) = judged {
                taken[f] = true;
            }
            fates.push(match judged {
                None => Fate::Missed,
                Some((f, judged)) if judged.differences.is_empty() => Fate::Right(f),
                Some((f, judged)) => Fate::Wrong(f, judged.differences),
            });
        }
        let alone = taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(f, _)| f).collect();
        Pairing { fates, alone }
    }

    /// How well a found fact fits an expected one; `None` where it can't be meant at all.
    fn judge(&self, kind: &str, expected: &Value, found: &Value, only: Option<&[&str]>) -> Option<Judged> {
        let mut judged = Judged { agreeing: 0, nearness: 1, differences: Vec::new() };
        match self.texts.places(expected) {
            Some(places) => {
                let stands = |own: Place| places.iter().any(|p| p.overlaps(own));
                if own(found).is_some_and(stands) {
                    judged.nearness = 3;
                } else if !mentions(found).into_iter().any(stands) {
                    return None;
                }
            }
            None if !self.is_named(kind, expected, found) => return None,
            None => {}
        }
        for (field, value) in expected.as_object()? {
            let Some(how) = how(kind, field).filter(|_| !is_easement(field)) else { continue };
            if only.is_some_and(|only| !only.contains(&field.as_str())) || matches!(how, How::Index(_)) {
                continue;
            }
            let differences = match how {
                How::Mentions => self.unmentioned(value, found),
                how => compare(field, how, value, &found[field.as_str()], self.providers),
            };
            if differences.is_empty() {
                judged.agreeing += 1;
            }
            judged.differences.extend(differences);
        }
        Some(judged)
    }

    /// An expected fact without an anchor is told by what names it.
    fn is_named(&self, kind: &str, expected: &Value, found: &Value) -> bool {
        let agrees = |field: &str| {
            let (Some(value), Some(how)) = (expected.get(field), how(kind, field)) else { return true };
            compare(field, how, value, &found[field], self.providers).is_empty()
        };
        match kind {
            "bodies" => agrees("id"),
            "providers" => agrees("name"),
            "ratings" => agrees("provider") && agrees("label"),
            _ => agrees("provider") && agrees("body"),
        }
    }

    /// The expected mentions that no found one is.
    fn unmentioned(&self, expected: &Value, found: &Value) -> Vec<Difference> {
        let found = list(&found["mentions"]);
        let is_there = |mention: &Value| {
            let places = self.texts.places(mention).unwrap_or_default();
            found.iter().any(|m| {
                let how = mention.get("how").is_none_or(|how| *how == m["how"]);
                how && own(m).is_some_and(|at| places.iter().any(|p| p.overlaps(at)))
            })
        };
        let missing = list(expected).iter().filter(|m| !is_optional(m) && !is_there(m));
        missing
            .map(|m| {
                let places = self.texts.places(m).unwrap_or_default();
                let there =
                    found.iter().find(|f| own(f).is_some_and(|at| places.iter().any(|p| p.overlaps(at))));
                let how = m["how"].as_str().map(|how| format!(" ({how})")).unwrap_or_default();
                let found = there
                    .map_or("nothing".to_owned(), |f| format!("{} there", f["how"].as_str().unwrap_or("it")));
                Difference { field: "mention".to_owned(), expected: format!("{}{how}", m["text"]), found }
            })
            .collect()
    }

    /// The fields that point to other facts, followed on both sides.
    fn pointers(
        &self,
        kind: &str,
        expected: &Value,
        found: &Value,
        pairings: &[(&'static str, Pairing)],
    ) -> Vec<Difference> {
        let mut differences = Vec::new();
        for (field, value) in expected.as_object().into_iter().flatten() {
            let Some(How::Index(target)) = how(kind, field) else { continue };
            let partner = |index: &Value| -> Option<u64> {
                let (_, pairing) = pairings.iter().find(|(kind, _)| *kind == target)?;
                match pairing.fates.get(usize::try_from(index.as_u64()?).ok()?)? {
                    Fate::Right(f) | Fate::Wrong(f, _) => Some(*f as u64),
                    Fate::Missed => None,
                }
            };
            let found = &found[field.as_str()];
            let same = match value {
                Value::Null => found.is_null(),
                Value::Array(all) => {
                    all.len() == list(found).len()
                        && all.iter().all(|i| partner(i).is_some_and(|p| list(found).iter().any(|f| *f == p)))
                }
                index => partner(index).is_some_and(|p| *found == p),
            };
            if !same {
                let (expected, found) =
                    (format!("{target} {value} of the fixture"), format!("{target} {found}"));
                differences.push(Difference { field: field.clone(), expected, found });
            }
        }
        differences
    }

    /// True when a found fact is what an entry of `never` forbids: by the fact's own place, or for bodies and
    /// providers by any mention.
    pub fn is_forbidden(&self, kind: &str, never: &Value, found: &Value) -> bool {
        let barred = self.texts.places(never).unwrap_or_default();
        let stands = |at: Place| barred.iter().any(|p| p.overlaps(at));
        let there = match kind {
            "bodies" | "providers" => mentions(found).into_iter().any(stands),
            _ => own(found).is_some_and(stands),
        };
        there && self.agrees(kind, never, found)
    }

    /// True when all further fields that an entry lists are the found fact's.
    pub(super) fn agrees(&self, kind: &str, entry: &Value, found: &Value) -> bool {
        entry.as_object().into_iter().flatten().all(|(field, value)| match how(kind, field) {
            Some(how) if !is_easement(field) => {
                compare(field, how, value, &found[field.as_str()], self.providers).is_empty()
            }
            _ => true,
        })
    }
}

/// How well two facts fit.
struct Judged {
    agreeing: i64,
    nearness: i64,
    differences: Vec<Difference>,
}

impl Judged {
    /// A right pair is worth more than any number of near ones, and a required fact more than an optional one.
    /// An optional fact that is not right excuses nothing.
    fn worth(&self, optional: bool) -> i64 {
        match (self.differences.is_empty(), optional) {
            (true, false) => 1_000_000_000 + self.nearness,
            (true, true) => 1_000_000 + self.nearness,
            (false, false) => self.agreeing * 10 + self.nearness,
            (false, true) => 0,
        }
    }
}

/// True for an expected fact that need not be found.
pub(super) fn is_optional(expected: &Value) -> bool {
    expected["optional"] == true
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
