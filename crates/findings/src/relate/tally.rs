//! Counts of judgements: "one of only ten to be rated poor", "24% of 87 authorities were rated inadequate", "good in
//! two areas". Knows nothing of single judgements; a tally is never exploded into them.
//!
//! *What it leaves alone*: counts of anything but judgements (pupils, breaches, averages), league places.

use crate::fact::{Attribution, Basis, Clause, Count, CountKind, Part, ProviderId, Rule, Tally};
use crate::find::words::Class;
use crate::relate::clause::{self, Item, Sentence};
use crate::relate::phrase;
use crate::relate::story::Story;
use crate::text::Span;
use crate::text::table::{Set, size};

/// Every tally of the article, in order. A tally's provider is the registry's index until it is written out.
pub(crate) fn read(story: &Story<'_>) -> Vec<Tally> {
    let mut out = Vec::new();
    let mut next = 0;
    while let Some(label) = story.labels.get(next) {
        let Some(&span) = story.text.sentences.get(story.text.sentence_at(label.span.start)) else { break };
        next += story.labels[next..].iter().take_while(|l| l.span.start < span.end).count().max(1);
        if !may_count(story.text.at(span)) {
            continue;
        }
        let s = story.sentence(span);
        let mut done = 0;
        for i in 0..s.chunks.len() {
            if i < done {
                continue;
            }
            let Some(found) = one_of(&s, i).or_else(|| share(&s, i)).or_else(|| in_areas(&s, i)) else {
                continue;
            };
            done = found.end;
            out.extend(write(story, &s, &found));
        }
    }
    out
}

/// True where a sentence may count: it has a number, or a noun for what is counted. Most labels stand in none.
fn may_count(sentence: &str) -> bool {
    static COUNTED: Set<{ size(AREAS.len()) }> = Set::new(AREAS);
    sentence.as_bytes().split(|b| !b.is_ascii_alphanumeric()).any(|word| {
        let tells = |word: &str| clause::number(word).is_some() || COUNTED.has_in_any_case(word);
        word.first().is_some_and(|b| b.is_ascii_digit()) || str::from_utf8(word).is_ok_and(tells)
    })
}

/// The labels that a sentence gives in so many areas ("good in two areas"), and whether in all of them.
pub(crate) fn labels_in_areas(s: &Sentence<'_>) -> Vec<(usize, bool)> {
    let found = (0..s.chunks.len()).filter_map(|i| in_areas(s, i));
    found.flat_map(|c| c.labels.iter().map(|&l| (l, c.kind == CountKind::All)).collect::<Vec<_>>()).collect()
}

struct Counted {
    kind: CountKind,
    n: Option<u64>,
    of: Option<u64>,
    percent: Option<f64>,
    /// The items that say it, labels included.
    start: usize,
    end: usize,
    labels: Vec<usize>,
    /// What is counted, where it is not one provider's aspects.
    population: Option<(usize, usize)>,
    rule: &'static str,
}

/// "one of just four trusts out of 90 in the region to be rated “weak”".
fn one_of(s: &Sentence<'_>, at: usize) -> Option<Counted> {
    if s.item(at)? != Item::Number(1) || !s.says(at + 1, &["of"]) {
        return None;
    }
    let n_at = (at + 2..at + 5).find(|&i| matches!(s.item(i), Some(Item::Number(_))))?;
    let passed = (at + 2..n_at).all(|i| s.is_any(i, &[Class::Filler, Class::Det, Class::All]));
    let Some(Item::Number(n)) = s.item(n_at).filter(|_| passed) else { return None };
    let labels = labels_after(s, n_at + 1, 24);
    let label = *labels.first()?;
    let out_of = (n_at + 1..label).find(|&i| s.says(i, &["of"]) && s.says(i - 1, &["out"]));
    let of = out_of.and_then(|i| number_at(s, i + 1, 2)).map(|(_, of)| of);
    let stop = (n_at + 1..label)
        .find(|&i| s.says(i, &["to", "which", "that", "rated", "judged", "graded", "with"]))
        .unwrap_or(label);
    Some(Counted {
        kind: CountKind::Exact,
        n: Some(n),
        of,
        percent: None,
        start: at,
        end: label + 1,
        labels,
        population: Some((n_at + 1, stop)),
        rule: "tally/one-of",
    })
}

/// "24% of 87 authorities were rated inadequate", "86 of the 152 councils were judged poor", "The 20 judged inadequate".
fn share(s: &Sentence<'_>, at: usize) -> Option<Counted> {
    let Item::Number(first) = s.item(at)? else {
        return percent(s, at);
    };
    if s.is(at + 1, Class::Rating)
        || s.says(at.wrapping_sub(1), &["grade", "level", "year", "aged", "since", "in", "category", "band"])
    {
        return None;
    }
    let (n, of, rest) =
        match number_at(s, at + 1, 4).filter(|&(i, _)| (at + 1..i).any(|j| s.says(j, &["of"]))) {
            Some((i, of)) if of >= first => (first, Some(of), i + 1),
            _ => (first, None, at + 1),
        };
    // "Of the 284 homes in the county, 63 are rated poor and eight are inadequate"
    let leading = (s.says(0, &["of"]) && at > 1)
        .then(|| number_at(s, 1, 3))
        .flatten()
        .map(|(_, of)| of)
        .filter(|of| *of > first);
    let copula = s.is(at + 1, Class::Be) && matches!(s.item(at + 2), Some(Item::Label(_) | Item::Open));
    let verb = if copula && (leading.is_some() || first > 1) { at + 1 } else { rate_after(s, rest)? };
    let of = of.or(leading);
    // "The 20 judged poor", "86 councils were judged poor": a passive, or the verb right after the number.
    let passive =
        s.is_any(verb.wrapping_sub(1), &[Class::Be, Class::Have, Class::Filler]) || verb <= rest + 1;
    if !(passive || copula) || first == 1 && of.is_none() {
        return None;
    }
    let labels = labels_after(s, verb + 1, 4);
    let label = *labels.first()?;
    let named = (rest..verb).any(|i| matches!(s.item(i), Some(Item::Provider(_) | Item::Aspect(_))));
    (!named && verb > at).then(|| Counted {
        kind: CountKind::Exact,
        n: Some(n),
        of,
        percent: None,
        start: at,
        end: label + 1,
        labels,
        population: Some((rest, verb)),
        rule: "tally/share",
    })
}

fn percent(s: &Sentence<'_>, at: usize) -> Option<Counted> {
    let word = s.at(at);
    let figure = word.strip_suffix('%').and_then(|w| w.parse::<f64>().ok())?;
    let of = number_at(s, at + 1, 4).map(|(_, of)| of);
    let verb = rate_after(s, at + 1)?;
    let labels = labels_after(s, verb + 1, 4);
    let label = *labels.first()?;
    Some(Counted {
        kind: CountKind::Percent,
        n: None,
        of,
        percent: Some(figure),
        start: at,
        end: label + 1,
        labels,
        population: Some((at + 1, verb)),
        rule: "tally/percent",
    })
}

/// What judgements are counted by.
const AREAS: &[&str] = &[
    "areas", "area", "categories", "category", "criteria", "aspects", "judgements", "domains", "strands",
    "key", "questions", "pillars", "standards", "themes", "inspected",
];

/// "good in two areas", "outstanding in all but one category".
fn in_areas(s: &Sentence<'_>, at: usize) -> Option<Counted> {
    if !matches!(s.item(at)?, Item::Label(_)) {
        return None;
    }
    let mut i = at + 1;
    while s.item(i) == Some(Item::Close) || s.is(i, Class::Rating) {
        i += 1;
    }
    if !s.says(i, &["in", "for", "on", "across"]) {
        return None;
    }
    let vague = s
        .says(i + 1, &["some", "several", "many", "most", "other", "various", "a", "few"])
        .then_some(CountKind::Vague);
    let all = vague.or(s.is(i + 1, Class::All).then_some(CountKind::All));
    let (n_at, n) = match number_at(s, i + 1, 3) {
        Some((at, n)) => (at, Some(n)),
        None => (i + 1, None),
    };
    let but = s.says(i + 1, &["all", "every"]) && s.says(i + 2, &["but", "bar"]);
    let kind = if but { CountKind::AllBut } else { all.or(n.map(|_| CountKind::Exact))? };
    let of = number_at(s, n_at + 1, 4).filter(|&(j, _)| (n_at + 1..j).any(|k| s.says(k, &["of"])));
    // "good in two areas and poor in three", "and good in the remaining three"
    let areas_before = (0..at)
        .any(|j| s.says(j, &["areas", "categories", "aspects", "domains", "strands", "criteria", "themes"]));
    let rest =
        s.says(n_at.wrapping_sub(1), &["remaining", "other"]) || areas_before && n.is_some() && n_at == i + 1;
    let noun = if rest { Some(n_at) } else { None };
    let noun = noun.or_else(|| (n_at + 1..n_at + 7).find(|&j| s.says(j, AREAS)))?;
    let verb = phrase::governor(&s.chunks, at);
    let labels = labels_before(s, at);
    let end = of.map_or(noun, |(j, _)| j.max(noun)) + 1;
    Some(Counted {
        kind,
        n: n.filter(|_| all.is_none() || but),
        of: of.map(|(_, of)| of),
        percent: None,
        start: verb.unwrap_or(at),
        end,
        labels,
        population: None,
        rule: "tally/in-areas",
    })
}

/// A label and those joined to it by "and" before it.
fn labels_before(s: &Sentence<'_>, at: usize) -> Vec<usize> {
    let mut found = vec![at];
    for i in (at.saturating_sub(6)..at).rev() {
        match s.item(i) {
            Some(Item::Open | Item::Close) => {}
            Some(Item::Label(_)) => found.insert(0, i),
            _ if s.says(i, &["and"]) => {}
            _ => break,
        }
    }
    found
}

/// The next number within so many items.
fn number_at(s: &Sentence<'_>, from: usize, within: usize) -> Option<(usize, u64)> {
    (from..from + within).find_map(|i| match s.item(i) {
        Some(Item::Number(n)) => Some((i, n)),
        _ => None,
    })
}

/// The rating verb of a count, with at most a few words of population before it.
fn rate_after(s: &Sentence<'_>, from: usize) -> Option<usize> {
    (from..(from + 9).min(s.chunks.len()))
        .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_) | Item::Label(_))))
        .find(|&i| {
            s.is(i, Class::Rate)
                || s.is_any(i, &[Class::Give, Class::Receive])
                    && s.is_any(i.wrapping_sub(1), &[Class::Be, Class::Have])
        })
}

/// Labels joined by "or" from a place on, within so many items.
fn labels_after(s: &Sentence<'_>, from: usize, within: usize) -> Vec<usize> {
    let first = (from..(from + within).min(s.chunks.len()))
        .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(';'))))
        .find(|&i| matches!(s.item(i), Some(Item::Label(_))));
    let Some(first) = first else { return Vec::new() };
    let mut found = vec![first];
    let mut at = first + 1;
    while at < s.chunks.len() {
        match s.item(at) {
            Some(Item::Open | Item::Close) => {}
            Some(Item::Label(_)) => found.push(at),
            _ if s.says(at, &["or"]) => {}
            _ => break,
        }
        at += 1;
    }
    found
}

/// The first provider of the sentence before the count.
fn subject(story: &Story<'_>, s: &Sentence<'_>, before: usize) -> Option<crate::resolve::provider::Ix> {
    (0..before).find_map(|i| match s.item(i) {
        Some(Item::Provider(m)) => story.provider(m),
        _ => None,
    })
}

fn write(story: &Story<'_>, s: &Sentence<'_>, c: &Counted) -> Option<Tally> {
    let first = s.chunks.get(c.start)?.span;
    let last = s.chunks.get(c.end.checked_sub(1)?)?.span;
    let span = Span::new(first.start, last.end.max(first.end));
    let before = story.bodies.iter().rev().find(|m| m.span.start < span.end);
    let body = before.or_else(|| story.bodies.first()).map(|m| m.body);
    let labels = c.labels.iter().filter_map(|&i| match s.item(i) {
        Some(Item::Label(ix)) => {
            story.labels.get(ix).map(|l| story.knowledge.canonical(l.ix, body, story.published))
        }
        _ => None,
    });
    let population = c.population.map(|(from, to)| {
        let start = s.chunks.get(from).map_or(span.start, |c| c.span.start);
        let end = s.chunks.get(to.max(from + 1) - 1).map_or(span.end, |c| c.span.end);
        story.text.at(Span::new(start, end.max(start))).to_owned()
    });
    let provider = match c.population {
        Some(_) => None,
        None => subject(story, s, c.start).or_else(|| story.nearest(span.start, |_| true)),
    };
    Some(Tally {
        provider: provider.map(|p| ProviderId::new(&p.to_string())),
        population,
        body: body.and_then(|b| story.knowledge.bodies().get(usize::from(b))).map(|b| b.id.clone()),
        labels: labels.collect(),
        measures: Vec::new(),
        count: Count { kind: c.kind, n: c.n, of: c.of, percent: c.percent },
        aspects: None,
        period: None,
        attribution: Attribution::Body,
        basis: Basis::Stated,
        rule: Rule::new(c.rule),
        span,
        text: String::new(),
        mentions: vec![Clause { span, text: String::new(), part: Part::Text }],
        part: Part::Text,
    })
}
