//! Counts over several providers: "86 of the 152 councils were judged poor", "Of 42 services, 12 were good, 20
//! requires improvement and the rest inadequate", "one of just four trusts to be rated weak", "gave five stars to
//! 14". Knows no aspects.

use crate::fact::CountKind;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::Story;
use crate::relate::tally::areas;
use crate::relate::tally::before::LOOKED_AT;
use crate::relate::tally::counted::{self, Sort};
use crate::relate::tally::distance::predicate_at;
use crate::relate::tally::labels;
use crate::relate::tally::predicate::{self, How};
use crate::relate::tally::quantity::{self, Quantity};
use crate::relate::tally::whole::{self, Whole, is_the_only, of_which, whole_before};
use crate::relate::tally::{Counted, What};

/// What a sentence has told so far.
#[derive(Clone, Copy, Default)]
pub(super) struct Context {
    /// "Of the 284 homes in the county, …": how many there are.
    pub(super) of: Option<u64>,
    /// Where the counts begin, past that.
    pub(super) from: usize,
    /// Of what sort they are.
    pub(super) sort: Option<Sort>,
    /// What a count of the sentence was of: what "the rest" of it is the rest of.
    pub(super) all: Option<u64>,
    /// The sentence before tells of so many, which counts without a noun may divide.
    pub(super) loose: Option<u64>,
    /// A count has been read in the sentence, ending here; and the sum of them.
    pub(super) told: Option<(usize, u64)>,
}

/// "Of the 284 homes in the county,", "Out of 24 inspected,": what the counts of a sentence are of.
pub(super) fn leading(story: &Story<'_>, s: &Sentence<'_>) -> Context {
    let start = opening(s);
    let at = start + usize::from(s.says(start, &["out"]));
    // "Of these 30 are C1": the number is the first count.
    let counts = || quantity::figure(s, at + 2).is_none() || predicate_at(s, at + 3).is_some();
    if s.says(at, &["of"]) && s.says(at + 1, &["these", "those", "them"]) && counts() {
        return Context { from: at + 2, told: Some((at + 2, 0)), ..Context::default() };
    }
    if let Some(listed) = before_colon(story, s) {
        return listed;
    }
    let (of, end) = match quantity::of_all(s, at) {
        Some((Some(of), end)) => (of, end),
        // "Of the businesses inspected, 38 were given the top score"
        Some((None, end)) => {
            let stop = (end..end + 8).find(|&i| matches!(s.item(i), Some(Item::Stop(','))));
            let sort = stop.map(|stop| (stop, counted::sort(story, s, end..stop)));
            return match sort.filter(|(_, sort)| matches!(sort, Sort::Providers(_))) {
                Some((stop, sort)) => {
                    Context { from: stop, sort: Some(sort), told: Some((stop, 0)), ..Context::default() }
                }
                None => Context::default(),
            };
        }
        _ => return Context::default(),
    };
    let stop = (end..end + 16).find(|&i| matches!(s.item(i), Some(Item::Stop(',')))).unwrap_or(end + 4);
    Context { of: Some(of), from: end, sort: Some(counted::sort(story, s, end..stop)), ..Context::default() }
}

/// Where "of 150 councils, 41 were" may begin: at the head of the sentence, past "Nationally," or "The CQC said that,".
fn opening(s: &Sentence<'_>) -> usize {
    let of = |i: usize| s.says(i, &["of"]) || s.says(i, &["out"]) && s.says(i + 1, &["of"]);
    let first = usize::from(matches!(s.item(0), Some(Item::Open | Item::Stop(_) | Item::Word(Class::Conj))));
    let past = (1..8).find(|&i| {
        let joint =
            s.item(i - 1) == Some(Item::Stop(',')) || s.is(i - 1, Class::Say) || s.says(i - 1, &["that"]);
        let plain = (first..i - 1)
            .all(|j| quantity::figure(s, j).is_none() && !matches!(s.item(j), Some(Item::Label(_))));
        of(i) && joint && plain
    });
    past.unwrap_or(first)
}

/// "The watchdog rated eight schools: five good, two outstanding, one inadequate."
fn before_colon(story: &Story<'_>, s: &Sentence<'_>) -> Option<Context> {
    let colon = (2..s.chunks.len().min(30)).find(|&i| s.item(i) == Some(Item::Stop(':')))?;
    let next = |i: usize| {
        quantity::figure(s, i).is_some() && matches!(s.item(i + 1), Some(Item::Label(_) | Item::Open))
    };
    if !next(colon + 1) || (0..colon).any(|i| matches!(s.item(i), Some(Item::Label(_)))) {
        return None;
    }
    let (at, of) = (0..colon).find_map(|i| Some((i, quantity::figure(s, i)?)))?;
    let visits = |i: usize| s.is_any(i, &[Class::Visit, Class::Rate]) || s.says(i, LOOKED_AT);
    let sort = counted::sort(story, s, at + 1..colon);
    let told = matches!(sort, Sort::Providers(_)) && (0..colon).any(visits);
    told.then_some(Context {
        of: Some(of),
        from: colon,
        sort: Some(sort),
        told: Some((colon, 0)),
        ..Context::default()
    })
}

/// "86 of the 152 councils were judged poor", "a further 204 are good", "the rest inadequate".
pub(super) fn share(
    story: &Story<'_>,
    s: &Sentence<'_>,
    at: usize,
    q: Quantity,
    told: Context,
) -> Option<Counted> {
    let gloss = s.says(q.end, &["meaning", "means", "being"]);
    let grade = s.is(at + 1, Class::Rating) && !s.says(at + 1, &["categories"]);
    if gloss || matches!(s.item(at), Some(Item::Number(_))) && grade {
        return None;
    }
    // "the only one of the country's 122 prisons"
    let mut of = q.start;
    while of > 0
        && (s.is_any(of - 1, &[Class::Det, Class::Possessive])
            || s.at(of - 1).ends_with("'s")
            || s.at(of - 1).ends_with("’s"))
    {
        of -= 1;
    }
    let only =
        q.n == Some(1) && is_the_only(s, at) || of > 1 && s.says(of - 1, &["of"]) && is_the_only(s, of - 2);
    // "One, Fairview Nursery, was excellent" is about that one.
    let named = q.n == Some(1)
        && s.item(q.end) == Some(Item::Stop(','))
        && matches!(s.item(q.end + 1), Some(Item::Provider(_)));
    // "It is unusual for one to be judged inadequate": any.
    let any = q.n == Some(1) && q.start > 0 && s.says(q.start - 1, &["for"]) && s.says(q.end, &["to"]);
    // "is in the top 5% of homes after being rated outstanding": how far up one of them is.
    let top = q.percent.is_some() && q.start > 0 && s.is(q.start - 1, Class::Position);
    if hoped(s, q.start) || only || named || any || top {
        return None;
    }
    // "services at three hospitals were rated": the services are, and nobody counted them.
    if q.start > 0 && told.told.is_none() && s.says(q.start - 1, &["at", "on", "in", "for", "from", "across"])
    {
        return None;
    }
    let whole = of_which(story, s, &q);
    // "11 schools, of which eight are good"
    let which = q.start > 1 && s.says(q.start - 1, &["which", "whom"]) && s.says(q.start - 2, &["of"]);
    let whole = if which { whole_before(story, s, q.start - 2, q.n) } else { whole };
    let q = match whole {
        Whole::Told { of, .. } if which => Quantity { of: q.of.or(of), partitive: true, ..q },
        Whole::Told { of, .. } => Quantity { of: q.of.or(of), end: q.end + 1, ..q },
        Whole::Other => return None,
        Whole::Untold => q,
    };
    let (verb, percent) = predicate_at(s, q.end)?;
    // "a service covering two of the biggest towns has been branded poor": the verb is the service's.
    let exact = q.kind == CountKind::Exact && q.n.is_some_and(|n| n > 1);
    let many = exact || s.says(at, &["many", "several"]);
    if many && s.says(verb, &["has", "is", "was"]) {
        return None;
    }
    let noun = if matches!(s.item(at), Some(Item::Group(_))) { at } else { q.end };
    let sort = match whole {
        Whole::Told { sort: Some(sort), .. } => sort,
        _ => counted::sort(story, s, noun..verb),
    };
    if sort == Sort::Others || names_one(s, q.end, verb) {
        return None;
    }
    let none = q.n == Some(0) && !q.partitive;
    let divides = told.loose.is_some_and(|of| verb == q.end && q.n.is_some_and(|n| n <= of));
    let continues = told.told.is_some() || told.of.is_some() || divides;
    let (labels, end) = match predicate::read(s, verb) {
        Some(p) => {
            let known = sort != Sort::Unknown || continues || told.sort.is_some();
            let single = q.n == Some(1) && q.of.is_none() && q.kind == CountKind::Exact;
            let enough = match p.how {
                How::Rated if none => known || verb > q.end,
                // "No council achieved an excellent rating"
                How::Given | How::Is if none => known || (q.end..verb).any(|i| counted::is_one(s, i)),
                How::Rated => known || q.partitive || !single,
                // "4 per cent of the 250 it had inspected were"
                How::Given | How::Is => {
                    known || q.partitive && (verb == q.end || s.is(q.end, Class::Pronoun))
                }
            };
            // "One school was rated good" is about that school; "only one was" counts.
            let one = single && !(continues && sort == Sort::Unknown);
            (enough && !one).then_some((p.labels, p.end))?
        }
        // "13 have been rated inadequate and only one good"
        None if continues && verb == q.end => labels::read(s, verb).filter(|l| !labels::describes(s, l.1))?,
        None => return None,
    };
    // "all" and "every" need a noun: "all good". "All four" may be the aspects, or the schools, told just before.
    let bare = sort == Sort::Unknown && verb == q.end;
    let each = s.says(q.end.wrapping_sub(1), &["one"]);
    let told_as = match (q.kind, bare) {
        (CountKind::Vague, true) => return None,
        (CountKind::All, true) => Some(
            whole::all_of(story, s, &q)
                .or_else(|| told.sort.filter(|_| each && continues).map(|sort| (sort, None)))?,
        ),
        _ => None,
    };
    let q = match told_as {
        Some((_, n)) => Quantity { n: q.n.or(n), ..q },
        None => q,
    };
    let sort = told_as.map_or(sort, |(sort, _)| sort);
    // "Its two other homes were both rated good"
    let both = q.n == Some(2) && q.of.is_none() && (verb..verb + 3).any(|i| s.says(i, &["both"]));
    let q = if both { Quantity { kind: CountKind::All, of: Some(2), ..q } } else { q };
    // "Every category was graded good apart from the sixth form"
    let beside = (q.end + 1..verb).find(|&i| areas::excepted(s, i));
    let except = q.kind == CountKind::All && (areas::excepted(s, end) || beside.is_some());
    let q = if except { Quantity { kind: CountKind::AllBut, n: None, of: None, ..q } } else { q };
    let n = if q.rest { told.of.or(told.all)?.checked_sub(told.told?.1) } else { q.n };
    let of = q.of.or(told.of.filter(|of| q.n.is_none_or(|n| n <= *of) && q.percent.is_none()));
    let what = match sort {
        Sort::Areas => What::Areas,
        Sort::Providers(kind) => What::Providers { words: Some((q.end, beside.unwrap_or(verb))), kind },
        _ => match told.sort {
            Some(Sort::Areas) => What::Areas,
            Some(Sort::Providers(kind)) => {
                What::Providers { words: (verb > q.end).then_some((q.end, verb)), kind }
            }
            _ => What::Providers { words: (verb > q.end).then_some((q.end, verb)), kind: None },
        },
    };
    Some(Counted {
        kind: q.kind,
        n,
        of,
        percent: q.percent.or(percent),
        start: q.start,
        end,
        labels,
        what,
        measure: None,
        inferred: q.rest,
        rule: if q.percent.is_some() { "tally/percent" } else { "tally/share" },
    })
}

/// "hopes to see every school rated good", "if half were rated poor": no count of what is.
pub(super) fn hoped(s: &Sentence<'_>, at: usize) -> bool {
    (at.saturating_sub(9)..at).rev().take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_)))).any(|i| {
        let would = s.at(i).ends_with("'d") || s.at(i).ends_with("’d");
        would || s.is_any(i, &[Class::Aim, Class::If, Class::Would, Class::Must])
    })
}

/// True where one provider is named by name right in the noun phrase: "the 40-bed Ash Court was rated good".
fn names_one(s: &Sentence<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        matches!(s.item(i), Some(Item::Provider(_)))
            && !(from..i).any(|j| {
                s.is(j, Class::Prep) || s.says(j, &["run"]) || matches!(s.item(j), Some(Item::Stop(_)))
            })
            && !s.at(i).ends_with("'s")
    })
}

/// "rated two of the four areas it looked at as weak", "found three of five homes to be inadequate".
pub(super) fn judged(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> Option<Counted> {
    let finds =
        || s.is(at, Class::Find) && !s.says(at, &["found", "finds", "find", "describes", "described"]);
    if !s.is_any(at, &[Class::Rate, Class::Find, Class::Give])
        || finds()
        || s.is_any(at.wrapping_sub(1), &[Class::Be])
    {
        return None;
    }
    let q = (at + 1..at + 4).find_map(|i| quantity::read(s, i).filter(|q| q.start == at + 1))?;
    let label = (q.end..q.end + 14)
        .take_while(|&i| {
            !matches!(s.item(i), Some(Item::Stop(_) | Item::Label(_)))
                && !s.is(i, Class::Position)
                && !s.is_any(i, &[Class::Be, Class::Have, Class::Rate, Class::Say])
                || s.says(i, &["be"])
        })
        .last()?
        + 1;
    // "rates 43 per cent of them as less than good"
    let than =
        label > q.end + 1 && s.says(label - 1, &["than"]) && s.says(label - 2, &["less", "worse", "lower"]);
    let (found, end) = labels::read(s, if than { label - 2 } else { label })?;
    // "judged 39 of them good"
    let them = q.partitive && (q.start..=q.end).any(|i| s.says(i, &["them"]));
    let sort = counted::sort(story, s, q.end..label);
    let what = match sort {
        Sort::Unknown if them => What::Providers { words: None, kind: None },
        Sort::Areas => What::Areas,
        Sort::Providers(kind) => What::Providers { words: Some((q.end, label)), kind },
        _ => return None,
    };
    let except = s.says(end, &["except", "bar", "but"])
        || s.item(end) == Some(Item::Stop(',')) && s.says(end + 1, &["except", "bar", "apart"]);
    let kind = if except && q.kind == CountKind::All { CountKind::AllBut } else { q.kind };
    (!labels::describes(s, end)).then_some(Counted {
        kind,
        n: if kind == CountKind::AllBut { None } else { q.n },
        of: q.of,
        percent: q.percent,
        start: at,
        end,
        labels: found,
        what,
        measure: None,
        inferred: false,
        rule: "tally/judged",
    })
}

/// "gave five stars to 14 takeaways", "the top grade went to three schools", "poor in 22 of the 35 prisons".
///
/// `on`: whom the count before was of: "three stars to 36 councils, two stars to 73".
pub(super) fn given_to(story: &Story<'_>, s: &Sentence<'_>, at: usize, on: Option<What>) -> Option<Counted> {
    if !(matches!(s.item(at), Some(Item::Label(_))) || s.is(at, Class::Position)) {
        return None;
    }
    let gives = (at.saturating_sub(5)..at).any(|i| s.is_any(i, &[Class::Give, Class::Receive]));
    let (found, mut end) = labels::read(s, at)?;
    while s.is(end, Class::Rating) || s.item(end) == Some(Item::Close) {
        end += 1;
    }
    let passive = s.is(end, Class::Be) && s.is(end + 1, Class::Give);
    let goes = passive || s.is(end, Class::Move);
    end += usize::from(goes) + usize::from(passive);
    // "Safety was poor in 22 of the 35 prisons", "good in 60 per cent of schools and excellent in 4 per cent"
    let stands = s.says(end, &["in", "at"]);
    if !(stands || (gives || goes || on.is_some()) && s.says(end, &["to"])) {
        return None;
    }
    let q = (end + 1..end + 4).find_map(|i| quantity::read(s, i).filter(|q| q.start == end + 1))?;
    // "good in three of the eight services": a hospital's own.
    let own = (q.end..q.end + 2).any(|i| s.says(i, &["services", "departments"]));
    if stands && (own || !(q.percent.is_some() || q.of.is_some() && q.partitive)) {
        return None;
    }
    let noun = (q.end..q.end + 4)
        .take_while(|&i| {
            s.is_any(i, &[Class::Other, Class::Filler]) || matches!(s.item(i), Some(Item::Group(_)))
        })
        .last()
        .map_or(q.end, |i| i + 1);
    let sort = counted::sort(story, s, q.end..noun);
    let kind = match (sort, on) {
        (Sort::Providers(kind), _) | (Sort::Unknown, Some(What::Providers { kind, .. })) => kind,
        _ => return None,
    };
    Some(Counted {
        kind: q.kind,
        n: q.n,
        of: q.of,
        percent: q.percent,
        start: at,
        end: noun,
        labels: found,
        what: What::Providers { words: Some((q.end, noun)), kind },
        measure: None,
        inferred: false,
        rule: "tally/given-to",
    })
}
