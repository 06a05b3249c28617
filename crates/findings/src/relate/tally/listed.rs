//! Counts that stand in lists ("Outstanding: 12", "5 stars – 14 (9%)"), and counts of measures ("all four schools were
//! put in special measures"). Knows no rating verb.

use crate::fact::CountKind;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::Story;
use crate::relate::tally::counted::{self, Sort};
use crate::relate::tally::labels::{self, Labels};
use crate::relate::tally::quantity::{self, Quantity};
use crate::relate::tally::{Counted, What};

/// "Outstanding: 12", "Good – 43 (61%)": a label and nothing but its count.
pub(super) fn line(s: &Sentence<'_>, at: usize) -> Option<Counted> {
    let opens = at == 0 || matches!(s.item(at - 1), Some(Item::Stop(_)));
    let (Some(Item::Label(_)), true) = (s.item(at), opens) else { return None };
    let (found, end) = labels::read(s, at)?;
    let Some(Item::Stop(':' | '–' | '—' | '(')) = s.item(end) else { return None };
    let (n, percent, mut last) = match quantity::percentage(s, end + 1) {
        Some((percent, last)) => (None, Some(percent), last),
        None => (Some(quantity::figure(s, end + 1)?), None, end + 2),
    };
    let counts = |i: usize| counted::is_unit(s, i);
    if counts(last) {
        last += 1;
    }
    let mut also = percent;
    if s.item(last) == Some(Item::Stop('(')) {
        also = quantity::percentage(s, last + 1).map(|p| p.0).or(percent);
        last = (last..last + 5).find(|&i| s.item(i) == Some(Item::Stop(')')))? + 1;
    }
    let closes = s.item(last).is_none_or(|i| matches!(i, Item::Stop(_) | Item::Word(Class::Conj)));
    closes.then_some(Counted {
        kind: if n.is_some() { CountKind::Exact } else { CountKind::Percent },
        n,
        of: None,
        percent: also,
        start: at,
        end: last,
        labels: found,
        what: What::Providers { words: None, kind: None },
        measure: None,
        inferred: false,
        rule: "tally/line",
    })
}

/// "there are only two outstanding schools", "The county now has 31 outstanding primaries": labels before their noun.
pub(super) fn there_are(story: &Story<'_>, s: &Sentence<'_>, q: Quantity) -> Option<Counted> {
    let there = q.start > 1 && s.is(q.start - 1, Class::Be) && s.says(q.start - 2, &["there"]);
    // What somebody has may be good in anybody's eyes: an inspectorate has to be there, or the number of another year.
    let grades = || {
        (0..s.chunks.len()).any(|i| {
            matches!(s.item(i), Some(Item::Body(_))) || s.says(i, &["up", "down"]) && s.says(i + 1, &["from"])
        })
    };
    let has = q.n.is_some_and(|n| n > 1)
        && (q.start.saturating_sub(2)..q.start).any(|i| s.says(i, &["has", "have", "had", "runs"]));
    let (found, end) = labels::read(s, q.end)
        .filter(|_| there || has && matches!(s.item(q.end), Some(Item::Label(_) | Item::Open)) && grades())?;
    if is_noun(s, end - 1) {
        return Some(marks(q, found, end, "tally/there-are"));
    }
    let noun = (end..end + 2).find(|&i| matches!(counted::sort(story, s, i..i + 1), Sort::Providers(_)))?;
    let Sort::Providers(kind) = counted::sort(story, s, end..noun + 1) else { return None };
    Some(Counted {
        kind: q.kind,
        n: q.n,
        of: q.of,
        percent: q.percent,
        start: q.start,
        end: noun + 1,
        labels: found,
        what: What::Providers { words: Some((end, noun + 1)), kind },
        measure: None,
        inferred: false,
        rule: "tally/there-are",
    })
}

/// "20 councils were awarded three stars, while 74 have two", "… and 14 none": the noun stands with the count before.
pub(super) fn stars(
    story: &Story<'_>,
    s: &Sentence<'_>,
    q: Quantity,
    last: Option<&Counted>,
) -> Option<Counted> {
    let last = last?;
    let starred = match &last.labels {
        Labels::These(items) => items.last().is_some_and(|&l| {
            // "46 got three" after "17 were given no stars" is of stars as well.
            let form = match s.item(l) {
                Some(Item::Label(ix)) => {
                    story.labels.get(ix).and_then(|l| story.knowledge.forms.get(usize::from(l.ix)))
                }
                _ => None,
            };
            form.is_some_and(|f| f.text.ends_with("stars") || f.text.ends_with("star"))
        }),
        Labels::Told(_) => last.rule == "tally/stars",
        _ => false,
    };
    let mut at = q.end;
    while s.is_any(at, &[Class::Have, Class::Be, Class::Receive, Class::Give, Class::Filler, Class::Now])
        || s.says(at, &["got", "with", "just"])
    {
        at += 1;
    }
    let n = if s.says(at, &["none"]) { 0 } else { quantity::figure(s, at)? };
    let closes = s.item(at + 1).is_none_or(|i| matches!(i, Item::Stop(_) | Item::Word(Class::Conj)));
    if !starred || !closes || n > 5 || q.n.is_none() {
        return None;
    }
    const NAMES: [&str; 6] =
        ["zero stars", "one star", "two stars", "three stars", "four stars", "five stars"];
    let form = story.knowledge.form_index(NAMES.get(usize::try_from(n).ok()?)?)?;
    Some(Counted {
        kind: q.kind,
        n: q.n,
        of: q.of.or(last.of),
        percent: q.percent,
        start: q.start,
        end: at + 1,
        labels: Labels::Told(vec![form]),
        rule: "tally/stars",
        ..last.clone()
    })
}

/// "two other red flags were handed out": marks that are counted themselves.
pub(super) fn handed_out(s: &Sentence<'_>, q: Quantity) -> Option<Counted> {
    let (found, end) = labels::read(s, q.end)?;
    let given = s.is(end, Class::Be) && s.is(end + 1, Class::Give);
    (given && is_noun(s, end - 1)).then(|| marks(q, found, end + 2, "tally/handed-out"))
}

/// True for a label that is a noun of its own: "red flags".
fn is_noun(s: &Sentence<'_>, at: usize) -> bool {
    matches!(s.item(at), Some(Item::Label(_))) && (s.at(at).ends_with("flags") || s.at(at).ends_with("flag"))
}

fn marks(q: Quantity, labels: Labels, end: usize, rule: &'static str) -> Counted {
    Counted {
        kind: q.kind,
        n: q.n,
        of: q.of,
        percent: q.percent,
        start: q.start,
        end,
        labels,
        what: What::Providers { words: None, kind: None },
        measure: None,
        inferred: false,
        rule,
    }
}

/// "all four schools were put in special measures", "12 homes have been served with warning notices".
pub(super) fn sanctioned(story: &Story<'_>, s: &Sentence<'_>, at: usize, q: Quantity) -> Option<Counted> {
    let group = matches!(s.item(at), Some(Item::Group(_)));
    let stop = (q.end..q.end + 14)
        .take_while(|&i| {
            !matches!(s.item(i), Some(Item::Stop(_) | Item::Label(_)))
                && !matches!(s.at(i), "It" | "They")
                && !s.is_any(i, &[Class::Say, Class::Would, Class::Will, Class::Must, Class::Not, Class::If])
        })
        .last()?;
    let under = |from: usize| {
        let mut i = from;
        while s.is_any(
            i,
            &[Class::Be, Class::Have, Class::Give, Class::Receive, Class::Filler, Class::Now, Class::Det],
        ) || s.says(
            i,
            &["placed", "put", "into", "in", "under", "served", "issued", "with", "to", "subject", "also"],
        ) {
            i += 1;
        }
        match s.item(i) {
            Some(Item::Measure(m)) if i > from => Some((from, i, m)),
            _ => None,
        }
    };
    let (verb, last, m) = (q.end..=stop).find_map(under)?;
    // "A fifth of schools in special measures are academies": counted for something else.
    if s.says(verb, &["in", "under"]) && s.is_any(last + 1, &[Class::Be, Class::Have]) {
        return None;
    }
    // "A further 312 were given notices to improve": the noun stands before.
    let alone = verb == q.end && q.n.is_some_and(|n| n > 3);
    let kind = match counted::sort(story, s, if group { at } else { q.end }..verb) {
        Sort::Providers(kind) => kind,
        Sort::Unknown if alone => None,
        _ => return None,
    };
    let measure = story.measures.get(m).and_then(|k| story.knowledge.measure_kind(k.ix))?;
    // "one of six forces in the engage phase": six are.
    let among = q.n == Some(1)
        && s.says(at + 1, &["of"])
        && q.of.is_some()
        && !s.is_any(at + 2, &[Class::Det, Class::Possessive]);
    let q = if among { Quantity { n: q.of, of: None, ..q } } else { q };
    // "One school was put in special measures" is about that school.
    (q.n != Some(1) || q.of.is_some()).then_some(Counted {
        kind: q.kind,
        n: q.n,
        of: q.of,
        percent: q.percent,
        start: q.start,
        end: last + 1,
        labels: Labels::These(Vec::new()),
        what: What::Providers { words: (verb > q.end).then_some((q.end, verb)), kind },
        measure: Some(measure),
        inferred: false,
        rule: "tally/measure",
    })
}

/// "There were 12 good, three requires improvement and two inadequate homes": counts that share the noun of the last.
pub(super) fn sharing(story: &Story<'_>, s: &Sentence<'_>, q: Quantity) -> Option<Counted> {
    let pair = |at: usize| {
        let n = quantity::figure(s, at)?;
        let labelled = matches!(s.item(at + 1), Some(Item::Label(_) | Item::Open));
        labels::read(s, at + 1).filter(|_| labelled).map(|(found, end)| (n, found, end))
    };
    let joint = |i: usize| s.item(i) == Some(Item::Stop(',')) || s.says(i, &["and"]);
    let (n, found, own) = pair(q.start)?;
    let before = q.start.checked_sub(2).filter(|&i| joint(i + 1)).is_some_and(|i| {
        let label = i - usize::from(s.item(i) == Some(Item::Close) && i > 0);
        let first = label.checked_sub(1 + usize::from(label < i));
        matches!(s.item(label), Some(Item::Label(_)))
            && first.is_some_and(|i| quantity::figure(s, i).is_some())
    });
    let (mut end, mut pairs) = (own, usize::from(before));
    while let Some((_, _, next)) =
        (end..end + 2).find(|&i| joint(i)).and_then(|i| pair(i + 1 + usize::from(joint(i + 1))))
    {
        (end, pairs) = (next, pairs + 1);
    }
    let noun = (end..end + 2).find(|&i| matches!(counted::sort(story, s, i..i + 1), Sort::Providers(_)))?;
    let Sort::Providers(kind) = counted::sort(story, s, end..noun + 1) else { return None };
    (pairs > 0).then_some(Counted {
        kind: q.kind,
        n: Some(n),
        of: None,
        percent: None,
        start: q.start,
        end: if end == own { noun + 1 } else { own },
        labels: found,
        what: What::Providers { words: Some((end, noun + 1)), kind },
        measure: None,
        inferred: false,
        rule: "tally/sharing",
    })
}
