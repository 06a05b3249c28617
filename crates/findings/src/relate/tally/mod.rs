//! Counts of judgements: "one of just nine to be rated weak", "24% of 87 authorities were rated inadequate", "good in
//! two areas". Knows nothing of single judgements; a tally is never exploded into them.
//!
//! *What it leaves alone*: counts of anything but judgements (pupils, breaches, averages), league places.

mod among;
mod areas;
mod before;
mod beside;
mod counted;
mod distance;
mod groups;
mod labels;
mod left;
mod listed;
mod moved;
mod named;
mod predicate;
mod quantity;
mod sentences;
mod shares;
mod whole;

use crate::fact::{Attribution, Basis, Clause, Count, CountKind, MeasureKind, Part, ProviderId, Rule, Tally};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::OfMany;
use crate::relate::story::Story;
use crate::resolve::provider::Ix;
use crate::text::Span;
use crate::text::table::{Set, size};
use before::Divided;
use foldhash::HashMap;
use labels::Labels;
pub(crate) use named::disagreements;
use sentences::sentences;

/// What was counted in sentences that the ratings have asked about, by where they begin: they are not read again.
#[derive(Default)]
pub(crate) struct Seen(HashMap<usize, Vec<Counted>>);

/// Every tally of the article, in order. A tally's provider is the registry's index until it is written out.
pub(crate) fn read(story: &Story<'_>, mut seen: Seen) -> Vec<Tally> {
    let mut out: Vec<Tally> = Vec::new();
    if story.bodies.is_empty() {
        return out;
    }
    let (mut areas_in, mut groups_in) = (None, None);
    let mut divided: Option<(usize, Divided)> = None;
    for at in sentences(story) {
        let Some(&span) = story.text.sentences.get(at) else { continue };
        let s = story.sentence(span);
        // "It looked at nine areas. It was good in two, adequate in three …"
        let follows = |before: &Option<usize>| before.is_some_and(|before| before + 1 == at);
        let on = divided
            .filter(|(before, _)| *before + 1 == at && before::goes_on(story, at))
            .map(|(_, told)| told);
        let whole = before::told(story, at).or(on);
        let told = Before { areas: follows(&areas_in), groups: follows(&groups_in), whole };
        let known = seen.0.remove(&span.start).filter(|_| told == Before::default());
        let mut counted = known.unwrap_or_else(|| of_sentence(story, &s, told));
        divided = before::divide(story, &s, &mut counted, whole).map(|told| (at, told));
        for found in counted {
            match found.what {
                What::Areas => areas_in = Some(at),
                What::Providers { .. } => groups_in = Some(at),
            }
            if let Some(tally) = write(story, &s, &found) {
                add(&mut out, tally);
            }
        }
    }
    out.sort_by_key(|t| t.span);
    out
}

/// What the sentence before has counted.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Before {
    areas: bool,
    groups: bool,
    /// "Inspectors visited 24 schools."
    whole: Option<Divided>,
}

fn of_sentence(story: &Story<'_>, s: &Sentence<'_>, before: Before) -> Vec<Counted> {
    let mut out: Vec<Counted> = Vec::new();
    let mut told = groups::leading(story, s);
    if told.of.is_none() && told.told.is_none_or(|(_, sum)| sum == 0) {
        told.of = before.whole.and_then(|w| w.visited());
    }
    told.loose = before.whole.filter(|w| w.loose).map(|w| w.of);
    if before.groups || before.areas || before.whole.is_some_and(|w| !w.loose) {
        told.told = told.told.or(Some((0, 0)));
    }
    // "Four were good. Three were found to require improvement": areas still.
    if before.areas && !before.groups || before.whole.is_some_and(|w| w.areas) {
        told.sort = told.sort.or(Some(counted::Sort::Areas));
    }
    let mut i = told.from;
    while i < s.chunks.len() {
        if !may_begin(s, i) {
            i += 1;
            continue;
        }
        let mut found = moved::proportion(story, s, i);
        if found.is_empty() {
            let q = quantity::read(s, i);
            let one = among::one_of(story, s, i)
                .or_else(|| groups::judged(story, s, i))
                .or_else(|| {
                    let on = out.last().filter(|c| c.rule == "tally/given-to").map(|c| c.what);
                    groups::given_to(story, s, i, on)
                })
                .or_else(|| {
                    let on = out.last().is_some_and(|c| c.rule == "tally/of-grade" && c.end + 2 >= i);
                    moved::of_grade(s, i, on)
                })
                .or_else(|| moved::grades(s, i, out.last().is_some_and(|c| c.rule == "tally/grades")))
                .or_else(|| moved::sweep(s, i))
                .or_else(|| listed::sharing(story, s, q?))
                .or_else(|| groups::share(story, s, i, q?, told))
                .or_else(|| listed::stars(story, s, q?, out.last()))
                .or_else(|| listed::sanctioned(story, s, i, q?))
                .or_else(|| listed::there_are(story, s, q?))
                .or_else(|| listed::handed_out(s, q?))
                .or_else(|| listed::line(s, i))
                .or_else(|| {
                    let counted = || told.sort == Some(counted::Sort::Areas) || areas_before(s, i);
                    areas::read(s, i, || before.areas || counted()).filter(|c| !names_both(story, s, c))
                })
                .or_else(|| left::read(story, s, i, before.areas && !before.groups));
            let before = one.as_ref().and_then(|c| moved::earlier(s, c));
            let one_more = one.as_ref().and_then(|c| moved::and_a(s, c));
            found.extend(one);
            found.extend(before);
            found.extend(one_more);
        }
        let Some(last) = found.last().map(|c| c.end) else {
            i += 1;
            continue;
        };
        i = last.max(i + 1);
        // "Of the three themes, it was good in two": the areas were counted first.
        if let (Some(of), Some(counted::Sort::Areas)) = (told.of, told.sort) {
            for c in found.iter_mut().filter(|c| c.what == What::Areas && c.n.is_none_or(|n| n <= of)) {
                c.of = c.of.or(Some(of).filter(|_| c.rule == "tally/in-areas"));
            }
        }
        let sum = told.told.map_or(0, |(_, sum)| sum);
        // "good in three, and fair in the rest" of nine.
        if let (Some(of), true) = (told.of.filter(|of| *of > sum), sum > 0) {
            let rest =
                |c: &&mut Counted| c.what == What::Areas && c.kind == CountKind::AllBut && c.n.is_none();
            for c in found.iter_mut().filter(rest) {
                (c.kind, c.n, c.of, c.inferred) = (CountKind::Exact, Some(of - sum), Some(of), true);
            }
        }
        // "has rated four of its 11 schools good, six fair": of the 11 too.
        let whole = found
            .first()
            .filter(|c| matches!(c.rule, "tally/judged" | "tally/in-areas") && c.kind == CountKind::Exact);
        told.of = told.of.or(whole.and_then(|c| c.of));
        let n = found.first().and_then(|c| c.n).unwrap_or(0);
        told.told = Some((last, sum + n));
        told.all = told.all.or(found.first().filter(|c| c.kind == CountKind::Exact).and_then(|c| c.of));
        told.sort = told.sort.or(found.first().map(|c| match c.what {
            What::Providers { kind, .. } => counted::Sort::Providers(kind),
            What::Areas => counted::Sort::Areas,
        }));
        out.extend(found);
    }
    out
}

/// "weak on both counts", where the article tells the two: each has its own rating.
fn names_both(story: &Story<'_>, s: &Sentence<'_>, c: &Counted) -> bool {
    let both = c.kind == CountKind::All && c.n == Some(2) && s.says(c.end.wrapping_sub(2), &["both"]);
    both && story.two_areas(story.text.sentence_at(s.span.start)).is_some()
}

/// True for an item that one of the readers begins with: most words are passed over here.
fn may_begin(s: &Sentence<'_>, at: usize) -> bool {
    const FIRST: &[&str] = &[
        "among", "amongst", "everything", "figure", "number", "numbers", "only", "percentage", "proportion",
        "share", "those", "total", "sweep", "house", "straight",
    ];
    static BEGINS: Set<{ size(FIRST.len()) }> = Set::new(FIRST);
    quantity::may_begin(s, at)
        || s.is_any(at, &[Class::Rate, Class::Find, Class::Give, Class::Position])
        || BEGINS.has_in_any_case(s.at(at))
}

/// True where areas are named earlier in the sentence.
fn areas_before(s: &Sentence<'_>, at: usize) -> bool {
    (0..at).any(|j| counted::is_area(s, j))
}

/// True where the sentence before counts areas.
fn areas_told(story: &Story<'_>, s: &Sentence<'_>) -> bool {
    let before = story.text.sentence_at(s.span.start).checked_sub(1);
    before.and_then(|at| story.text.sentences.get(at)).is_some_and(|span| {
        let before = story.sentence(*span);
        areas_before(&before, before.chunks.len())
    })
}

/// The labels that a sentence gives in so many areas ("good in two areas"), and whether in all of them.
pub(crate) fn labels_in_areas(story: &Story<'_>, s: &Sentence<'_>) -> Vec<(usize, bool)> {
    // "told it must improve in five": so many areas, whichever sentence names them.
    let bare = |i: usize| {
        s.says(i + 1, &["in"]) && matches!(s.item(i + 2), Some(Item::Number(2..=30))) && areas_told(story, s)
    };
    let found = (0..s.chunks.len()).filter_map(|i| areas::read(s, i, || bare(i) || areas_before(s, i)));
    // "inadequate across the board, with one exception" is the overall grade as well.
    let board = |c: &Counted| c.end > 0 && s.says(c.end - 1, &["board"]);
    // "good in both areas": two that were told, and not the whole.
    let all = |c: &Counted| c.kind == CountKind::All && c.n != Some(2) || board(c);
    let labels = |c: &Counted| match &c.labels {
        Labels::These(items) => items.clone(),
        _ => Vec::new(),
    };
    // "good overall and in four of the five" is the overall grade as well.
    let overall = |l: usize| (l + 1..l + 3).any(|i| s.says(i, &["overall"]) && s.says(i + 1, &["and"]));
    found
        .flat_map(|c| labels(&c).into_iter().map(|l| (l, all(&c) || overall(l))).collect::<Vec<_>>())
        .collect()
}

/// The labels of a sentence that are those of several providers, counted or in shares.
pub(crate) fn labels_of_many(story: &Story<'_>, s: &Sentence<'_>, seen: &mut Seen) -> Vec<OfMany> {
    let many = |c: &Counted| {
        // "A third of homes": no one of them.
        let one = c.n == Some(1) && c.kind == CountKind::Exact;
        let apart = matches!(c.rule, "tally/one-of" | "tally/only") || one;
        matches!(c.what, What::Providers { .. }) && !apart
    };
    // "The CQC rated 14 homes. Ten were good, …": the whole is told before.
    let before =
        Before { whole: before::told(story, story.text.sentence_at(s.span.start)), ..Before::default() };
    let found = of_sentence(story, s, before);
    let of = |c: &Counted| {
        let alone = matches!(&c.labels, Labels::These(items) if items.len() == 1);
        let n = c.n.filter(|_| alone && c.kind == CountKind::Exact).and_then(|n| usize::try_from(n).ok());
        Some(OfMany { label: labels::anchor(&c.labels)?, n })
    };
    let labels = found.iter().filter(|c| many(c)).filter_map(of).collect();
    if before == Before::default() {
        seen.0.insert(s.span.start, found);
    }
    labels
}

/// The labels that a sentence gives to so many areas of one: "rated three of the four areas at the school good".
pub(crate) fn labels_of_so_many_areas(s: &Sentence<'_>, seen: &Seen) -> Vec<usize> {
    let judged = |c: &&Counted| {
        // "Every aspect of the home was rated good"
        let told = c.rule == "tally/judged" && c.kind == CountKind::Exact || c.rule == "tally/share";
        let parts = |c: &Counted| match c.what {
            What::Areas => true,
            What::Providers { words, .. } => words.is_some_and(|(from, _)| whole::counts_parts(s, from)),
        };
        told && parts(c)
    };
    let found = seen.0.get(&s.span.start).into_iter().flatten().filter(judged);
    // "All the standards were met" is the grade of a scheme that has no other.
    found.filter_map(|c| labels::anchor(&c.labels)).filter(|&l| !s.says(l, &["met"])).collect()
}

/// What a count is of. The numbers are items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// One provider's aspects.
    Areas,
    /// Several providers: the words for them, and their kind.
    Providers { words: Option<(usize, usize)>, kind: Option<u16> },
}

#[derive(Clone, Debug)]
struct Counted {
    kind: CountKind,
    n: Option<u64>,
    of: Option<u64>,
    percent: Option<f64>,
    /// The items that say it, labels included.
    start: usize,
    end: usize,
    labels: Labels,
    what: What,
    /// The measure counted, where it is none of labels.
    measure: Option<MeasureKind>,
    /// True where the number is worked out: "the rest".
    inferred: bool,
    rule: &'static str,
}

/// Whose count it is: of the bodies around it, the nearest before first, one whose scale has the label.
fn body(story: &Story<'_>, s: &Sentence<'_>, labels: &Labels, at: usize) -> Option<u16> {
    let split = story.bodies.partition_point(|m| m.span.start < at);
    let (before, after) = story.bodies.split_at(split);
    let order: Vec<u16> = before.iter().rev().chain(after).map(|m| m.body).collect();
    let form = match labels {
        Labels::Told(forms) => forms.first().copied(),
        _ => labels::anchor(labels).and_then(|l| match s.item(l) {
            Some(Item::Label(ix)) => story.labels.get(ix).map(|l| l.ix),
            _ => None,
        }),
    };
    let mut once: Vec<u16> = Vec::new();
    order.iter().for_each(|b| {
        if !once.contains(b) {
            once.push(*b);
        }
    });
    let fits: Vec<_> = once.iter().filter_map(|&b| Some((b, story.scale_with(form?, b)?))).collect();
    // A department that paid for it is named once; who counts and grades is named again and again.
    let told = |b: u16| order.iter().filter(|o| **o == b).count();
    let oftenest =
        || fits.iter().copied().reduce(|best, b| if told(best.0) * 2 < told(b.0) { b } else { best });
    let here = story.bodies.iter().filter(|m| s.span.contains(m.span)).map(|m| m.body);
    let found = here.clone().find_map(|b| fits.iter().copied().find(|f| f.0 == b)).or_else(oftenest);
    found.map(|(b, scale)| story.owner(scale, b, &order)).or_else(|| order.first().copied())
}

fn write(story: &Story<'_>, s: &Sentence<'_>, c: &Counted) -> Option<Tally> {
    let first = s.chunks.get(c.start)?.span;
    let last = s.chunks.get(c.end.checked_sub(1)?)?.span;
    let span = Span::new(first.start, last.end.max(first.end));
    let body = body(story, s, &c.labels, span.end);
    let words = match c.what {
        What::Providers { words, .. } => words,
        What::Areas => None,
    };
    let population = words.filter(|w| !matches!(s.item(w.0), Some(Item::Stop(_)))).and_then(|(from, to)| {
        let start = s.chunks.get(from)?.span.start;
        let inserted = (from + 1..to).find(|&i| matches!(s.item(i), Some(Item::Stop('(' | '–' | '—'))));
        let to = inserted.unwrap_or(to);
        let last = (from..to).rev().find(|&i| {
            !matches!(s.item(i), Some(Item::Stop(_) | Item::Open)) && !s.is_any(i, &[Class::Prep, Class::Be])
        })?;
        let end = s.chunks.get(last)?.span.end;
        Some(story.text.at(Span::new(start, end.max(start))).to_owned()).filter(|w| !w.is_empty())
    });
    let (provider, kind) = match c.what {
        What::Providers { words, kind } => {
            let parts = words.filter(|&(from, _)| whole::counts_parts(s, from));
            (parts.and_then(|(from, to)| whole::subject_of(story, s, from..to)), kind)
        }
        What::Areas => {
            let inspects =
                |p: Ix| body.zip(story.kind(p)).is_some_and(|(b, k)| story.knowledge.inspects(b, k));
            let here = story.text.sentence_at(span.start);
            let near = || story.meant(here, inspects).or_else(|| story.nearest(span.start, inspects));
            let near = || near().or_else(|| story.nearest(span.start, |_| true));
            let of = whole::subject_of(story, s, 0..c.start).or_else(near);
            (of, of.and_then(|p| story.kind(p)))
        }
    };
    let (labels, basis) = match c.measure {
        Some(_) => (Vec::new(), Basis::Stated),
        None => labels::resolve(story, s, &c.labels, body, kind)?,
    };
    Some(Tally {
        provider: provider.map(|p| ProviderId::new(&p.to_string())),
        population,
        body: body.and_then(|b| story.knowledge.bodies().get(usize::from(b))).map(|b| b.id.clone()),
        labels,
        measures: c.measure.map(|m| m.as_str().to_owned()).into_iter().collect(),
        count: Count { kind: c.kind, n: c.n, of: c.of, percent: c.percent },
        aspects: beside::aspects(story, s, c, body),
        period: beside::period(story, s, c),
        attribution: Attribution::Body,
        basis: if c.inferred { Basis::Inferred } else { basis },
        rule: Rule::new(c.rule),
        span,
        text: String::new(),
        mentions: vec![Clause { span, text: String::new(), part: Part::Text }],
        part: Part::Text,
    })
}

/// Adds a tally, or a further mention where it has been told already.
fn add(out: &mut Vec<Tally>, tally: Tally) {
    let same = |t: &&mut Tally| {
        t.provider == tally.provider
            && t.body == tally.body
            && t.labels == tally.labels
            && t.count == tally.count
    };
    match out.iter_mut().find(same) {
        Some(known) => known.mentions.extend(tally.mentions),
        None => out.push(tally),
    }
}
