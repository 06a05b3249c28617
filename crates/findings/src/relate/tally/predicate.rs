//! What is said of those counted: "were rated good", "are good or better", "got five stars", "to be given the
//! lowest grade", "judged poor". Knows no quantity.
//!
//! *What it leaves alone*: what only might be ("could be rated"), what is denied ("were not rated"), labels before
//! ordinary nouns ("were given good care").

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::tally::counted;
use crate::relate::tally::labels::{self, Labels};
use crate::text::word::last;

/// A predicate with its labels, and the item after it.
pub(super) struct Predicate {
    pub(super) labels: Labels,
    pub(super) end: usize,
    /// How the labels are given: tells how much else has to hold.
    pub(super) how: How,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// By a verb of rating.
    Rated,
    /// By a verb of giving or receiving.
    Given,
    /// By "are" or "have" alone.
    Is,
}

const GROUP: &[Class] = &[
    Class::Have,
    Class::Be,
    Class::Stay,
    Class::Again,
    Class::Now,
    Class::Filler,
    Class::Before,
    Class::All,
];

/// The predicate that begins at `at`.
pub(super) fn read(s: &Sentence<'_>, at: usize) -> Option<Predicate> {
    let mut i = at + usize::from(s.is(at, Class::Opens));
    // "20 required improvement": the label is the verb.
    if let Some(Item::Label(_)) = s.item(i)
        && s.at(i)
            .split(' ')
            .next()
            .is_some_and(|w| matches!(w, "require" | "required" | "requires" | "need"))
    {
        let found = labels::read(s, i)?;
        return Some(Predicate { labels: found.0, end: found.1, how: How::Given });
    }
    if s.is_any(i, &[Class::Not, Class::Would, Class::Must, Class::Will, Class::Aim, Class::Expect]) {
        return None;
    }
    // "included at least one “poor” grade"
    let had = s.says(i, &["had", "have", "has"]) && s.says(i + 1, &["at"]) && s.says(i + 2, &["least"]);
    if had || s.says(i, &["included", "includes", "include", "contained", "contains", "contain"]) {
        let least = 2 * usize::from(s.says(i + 1, &["at"]) && s.says(i + 2, &["least"]));
        let one = i + 1 + least;
        // "had at least one theme requiring improvement", "has at least one area rated inadequate"
        let noun = (one + 1..one + 3)
            .find(|&j| counted::is_area(s, j))
            .filter(|_| least > 0 && s.item(one) == Some(Item::Number(1)));
        if let Some(noun) = noun {
            let next = noun + 1 + usize::from(s.is(noun + 1, Class::Opens));
            let verb = next + usize::from(s.is(next, Class::Be));
            let found = labels::read(s, verb + usize::from(s.is(verb, Class::Rate)))?;
            return Some(Predicate { labels: found.0, end: found.1, how: How::Given });
        }
        let found = labels::read(s, one + 1).filter(|_| s.says(one, &["one", "a", "an"]))?;
        // "at least one grade of weak"
        let before = s.is(one + 1, Class::Rating) && s.says(one + 2, &["of"]);
        let noun = s.is(found.1, Class::Rating);
        let end = found.1 + usize::from(noun);
        return (noun || before).then_some(Predicate { labels: found.0, end, how: How::Given });
    }
    // "13 came out as poor", "two ended up inadequate"
    if s.says(i, &["came", "come", "comes", "ended", "emerged", "finished"]) {
        let out = i + 1 + usize::from(s.says(i + 1, &["out", "up"]));
        let as_ = usize::from(s.says(out, &["as"]));
        let found = labels::read(s, out + as_).filter(|_| out + as_ > i + 1)?;
        let describes = labels::describes(s, found.1);
        return (!describes).then_some(Predicate { labels: found.0, end: found.1, how: How::Rated });
    }
    // "have dropped from outstanding to good", "were downgraded to poor": the grade they have now.
    if let Some(found) = moved(s, i + usize::from(s.says(i, &["to"]))) {
        return Some(found);
    }
    // "were told they require improvement", "have been told that they are inadequate"
    if let Some(found) = told(s, i) {
        return Some(found);
    }
    let infinitive = s.says(i, &["to"]);
    i += usize::from(infinitive);
    let group = i;
    while s.is_any(i, GROUP) || s.says(i, &["either", "also", "each"]) {
        i += 1;
    }
    if s.is_any(i, &[Class::Not, Class::Would, Class::Must, Class::Will]) {
        return None;
    }
    let be = (group..i).any(|j| s.is_any(j, &[Class::Be, Class::Stay]));
    let have = (group..i).any(|j| s.is(j, Class::Have));
    let made = |found: (Labels, usize), how| {
        let describes = labels::describes(s, found.1);
        (!describes).then_some(Predicate { labels: found.0, end: found.1, how })
    };
    // "councils in the top category", "placed in the second lowest category", "were put in the bottom two bands"
    let set = i + usize::from(s.says(i, &["placed", "put"]));
    if (set > i || i == group) && s.says(set, &["in", "into"]) && is_place(s, set + 1) {
        return made(labels::read(s, set + 1)?, How::Rated);
    }
    if s.is(i, Class::Rate) {
        // "homes rated good", "councils were judged poor"; not "inspectors judged the home poor".
        let passive = be || have || infinitive || next_is_label(s, i + 1);
        return made(labels::read(s, i + 1)?, How::Rated).filter(|_| passive);
    }
    // "have been inspected and rated good"
    if s.is(i, Class::Visit) && be && s.says(i + 1, &["and"]) && s.is(i + 2, Class::Rate) {
        return made(labels::read(s, i + 3)?, How::Rated);
    }
    if s.is(i, Class::Find) && be {
        return made(labels::read(s, i + 1)?, How::Rated);
    }
    if s.is(i, Class::Give) && be
        || s.is(i, Class::Receive)
        || s.says(i, &["scored", "score", "hold", "holds", "boast", "share"])
    {
        return made(labels::read(s, i + 1)?, How::Given);
    }
    // "A quarter of inspections resulted in a grade of poor", "only one is on zero"
    if s.says(i, &["resulted", "result", "ended", "end", "finished"]) && s.says(i + 1, &["in", "with"]) {
        return made(labels::read(s, i + 2)?, How::Given);
    }
    let on = usize::from(be && s.says(i, &["on"]));
    if be && i > group {
        return made(labels::read(s, i + on)?, How::Is)
            .filter(|_| !s.is(i, Class::Det) || named_place(s, i) || is_code(s, i + 1));
    }
    if have && i > group {
        // "had fostering services that were worse than fair"
        let opens = (i..i + 5).find(|&j| s.is(j, Class::Opens)).filter(|&j| {
            (i..j).all(|k| {
                matches!(
                    s.item(k),
                    Some(Item::Service(_) | Item::Aspect(_) | Item::Word(Class::Other | Class::Det))
                )
            })
        });
        if let Some(opens) = opens {
            let verb = s.is(opens + 1, Class::Be);
            return made(labels::read(s, opens + 2)?, How::Is).filter(|_| verb);
        }
        return made(labels::read(s, i)?, How::Is);
    }
    None
}

fn moved(s: &Sentence<'_>, at: usize) -> Option<Predicate> {
    let verb = (at..at + 4).find(|&i| !s.is_any(i, GROUP))?;
    if !s.is_any(verb, &[Class::Fall, Class::Rise, Class::Move]) {
        return None;
    }
    let from = s.says(verb + 1, &["from"]).then(|| labels::read(s, verb + 2)).flatten();
    let to = from.map_or(verb + 1, |f| f.1);
    let grade = matches!(s.item(to + 1), Some(Item::Label(_) | Item::Open));
    let found = labels::read(s, to + 1).filter(|_| s.says(to, &["to"]) && grade)?;
    let describes = labels::describes(s, found.1);
    (!describes).then_some(Predicate { labels: found.0, end: found.1, how: How::Rated })
}

fn told(s: &Sentence<'_>, at: usize) -> Option<Predicate> {
    let group = [Class::Be, Class::Have, Class::Filler, Class::Now, Class::Again];
    let verb = (at..at + 5).find(|&i| !s.is_any(i, &group))?;
    // "with 19% told they require improvement"
    let passive = verb == at || s.is(verb - 1, Class::Be);
    let they = verb + 1 + usize::from(s.says(verb + 1, &["that"]));
    if !passive || !s.says(verb, &["told"]) || !s.says(they, &["they", "it"]) {
        return None;
    }
    let are = they + 1 + usize::from(s.says(they + 1, &["are", "were"]));
    let found = labels::read(s, are).filter(|_| matches!(s.item(are), Some(Item::Label(_) | Item::Open)))?;
    let describes = labels::describes(s, found.1);
    (!describes).then_some(Predicate { labels: found.0, end: found.1, how: How::Rated })
}

/// "none is a G4": a grade with a figure is a noun.
fn is_code(s: &Sentence<'_>, at: usize) -> bool {
    matches!(s.item(at), Some(Item::Label(_))) && s.at(at).bytes().any(|b| b.is_ascii_digit())
}

/// "the top category", "the second lowest category": a place on the scale that is told as one.
fn is_place(s: &Sentence<'_>, at: usize) -> bool {
    let at = at + usize::from(s.is(at, Class::Det));
    let label = matches!(s.item(at), Some(Item::Label(_)));
    let ends = ["category", "band", "grade", "rating", "grades", "categories", "bands", "ratings"];
    label && ends.contains(&last(s.at(at))) || s.is(at, Class::Position)
}

/// "are in the bottom two grades": an article belongs to a place on the scale only.
fn named_place(s: &Sentence<'_>, at: usize) -> bool {
    (at..at + 4).any(|i| s.is(i, Class::Position))
}

/// True where nothing but small words stands between a verb and its label: a passive without "were".
fn next_is_label(s: &Sentence<'_>, at: usize) -> bool {
    (at..at + 5)
        .take_while(|&i| {
            matches!(s.item(i), Some(Item::Open))
                || s.is(i, Class::Filler)
                || s.says(
                    i,
                    &[
                        "as", "at", "either", "less", "than", "below", "least", "in", "one", "of", "the",
                        "bottom", "top", "lowest", "highest",
                    ],
                )
                || matches!(s.item(i), Some(Item::Label(_)))
        })
        .any(|i| matches!(s.item(i), Some(Item::Label(_))) || s.is(i, Class::Position))
}
