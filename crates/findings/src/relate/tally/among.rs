//! One of so many: "one of just nine to be rated weak", "among the four to get three stars", "one of 20 to do so". Knows
//! no count of many by itself.

use crate::fact::CountKind;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::{Story, place_of};
use crate::relate::tally::counted::{self, Sort};
use crate::relate::tally::labels::{self, Labels};
use crate::relate::tally::predicate::{self, How, Predicate};
use crate::relate::tally::quantity;
use crate::relate::tally::whole::is_the_only;
use crate::relate::tally::{Counted, What};

/// "one of just four trusts out of 90 in the region to be rated “weak”", "the only trust to get the top mark".
pub(super) fn one_of(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> Option<Counted> {
    let only = s.says(at, &["only"]) && at > 0 && s.says(at - 1, &["the"]);
    let (n, mut from) = if only {
        // "the only trust" is one provider, not a count.
        (quantity::figure(s, at + 1).filter(|n| *n > 1)?, at + 2)
    } else {
        if s.item(at)? != Item::Number(1) && !s.says(at, &["among", "amongst"]) {
            return None;
        }
        if is_the_only(s, at) {
            return None;
        }
        let of = at + usize::from(!s.says(at, &["among", "amongst"]));
        if of > at && !s.says(of, &["of"]) {
            return None;
        }
        let n_at = (of + 1..of + 5).find(|&i| quantity::figure(s, i).is_some())?;
        let passed = (of + 1..n_at).all(|i| {
            s.is_any(i, &[Class::Filler, Class::Det, Class::All, Class::Possessive])
                || s.says(i, &["a", "handful"])
                || matches!(s.item(i), Some(Item::Provider(_)))
                || s.at(i).ends_with("'s")
                || s.at(i).ends_with("’s")
        });
        (quantity::figure(s, n_at).filter(|_| passed)?, n_at + 1)
    };
    let start = if only { at - 1 } else { at };
    let noun = from;
    if let Some(graded) = before_noun(story, s, (start, noun), n) {
        return Some(graded);
    }
    let mut of = None;
    let stop = (from + 24).min(s.chunks.len());
    let verb = loop {
        if from >= stop {
            return None;
        }
        let opens = s.says(from, &["to", "which", "that", "whose", "with", "placed", "put", "in"])
            || s.is(from, Class::Rate)
            || from == noun && s.is(from, Class::Give);
        let found =
            opens.then(|| predicate::read(s, from).or_else(|| likewise(story, s, from, start))).flatten();
        if let Some(p) = found {
            break p;
        }
        if s.says(from, &["out"])
            || from == noun && quantity::of_all(s, from).is_some_and(|(n, _)| n.is_some())
        {
            let at = from + usize::from(s.says(from, &["out"]));
            of = quantity::of_all(s, at).and_then(|(n, _)| n).or(of);
        }
        if matches!(s.item(from), Some(Item::Stop(';' | ':') | Item::Label(_))) {
            return None;
        }
        // ", eleven of which": another count.
        let another = matches!(s.item(from + 1), Some(Item::Number(_))) || s.is(from + 1, Class::All);
        if s.item(from) == Some(Item::Stop(',')) && another && s.says(from + 2, &["of"]) {
            return None;
        }
        from += 1;
    };
    let sort = counted::sort(story, s, noun..from);
    let kind = match sort {
        Sort::Others | Sort::Areas => return None,
        Sort::Providers(kind) => kind,
        Sort::Unknown => None,
    };
    // "the only one to" has no noun of its own; "the only good school" none that counts.
    Some(Counted {
        kind: CountKind::Exact,
        n: Some(n),
        of: of.filter(|of| *of >= n),
        percent: None,
        start,
        end: verb.end,
        labels: verb.labels,
        what: What::Providers { words: Some((noun, from)), kind },
        measure: None,
        inferred: false,
        rule: if only { "tally/only" } else { "tally/one-of" },
    })
}

/// "one of the country's 22 excellent authorities": the label stands before the noun.
fn before_noun(story: &Story<'_>, s: &Sentence<'_>, (start, at): (usize, usize), n: u64) -> Option<Counted> {
    let (labels, end) =
        labels::read(s, at).filter(|_| matches!(s.item(at), Some(Item::Open | Item::Label(_))))?;
    let noun = (end..end + 3)
        .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_))))
        .find(|&i| matches!(counted::sort(story, s, i..i + 1), Sort::Providers(_)))?;
    let Sort::Providers(kind) = counted::sort(story, s, end..noun + 1) else { return None };
    Some(Counted {
        kind: CountKind::Exact,
        n: Some(n),
        of: None,
        percent: None,
        start,
        end: noun + 1,
        labels,
        what: What::Providers { words: Some((at, noun + 1)), kind },
        measure: None,
        inferred: false,
        rule: "tally/one-of",
    })
}

/// "to do so", "to manage that", "to achieve it": what was told just before, here or in the sentence before.
fn likewise(story: &Story<'_>, s: &Sentence<'_>, at: usize, count: usize) -> Option<Predicate> {
    const DONE: &[&str] =
        &["do", "manage", "achieve", "get", "earn", "win", "gain", "receive", "have", "score"];
    const SO: &[&str] = &["so", "that", "it", "this", "one", "them"];
    let closes =
        s.item(at + 3).is_none_or(|i| matches!(i, Item::Stop(_)) || s.is_any(at + 3, &[Class::Prep]))
            || s.says(at + 3, &["since"])
            || matches!(s.item(at + 3), Some(Item::Date(_)));
    // "…, one of 11 awarded anywhere in the north"
    if s.is(at, Class::Give) && s.at(at).ends_with("ed") && s.is_any(at + 1, &[Class::Other, Class::Prep]) {
        return told_before(story, s, count).map(|f| Predicate { labels: f, end: at + 1, how: How::Given });
    }
    // "one of only five to have done so"
    let done =
        s.says(at, &["to"]) && s.says(at + 1, &["have"]) && s.says(at + 2, &["done", "achieved", "managed"]);
    let so = done && s.says(at + 3, &["so", "that", "it", "this"]);
    let do_so = || s.says(at, &["to"]) && s.says(at + 1, DONE) && s.says(at + 2, SO) && closes;
    if !(so || do_so()) {
        return None;
    }
    let end = at + 3 + usize::from(so);
    told_before(story, s, count).map(|labels| Predicate { labels, end, how: How::Given })
}

/// The last label told before a count, here or in the sentence before.
pub(super) fn told_before(story: &Story<'_>, s: &Sentence<'_>, count: usize) -> Option<Labels> {
    let until = s.chunks.get(count)?.span.start;
    let here = story.text.sentence_at(s.span.start);
    let from = story.text.sentences.get(here.saturating_sub(1))?.start;
    let last = story.labels.iter().rev().find(|l| l.span.start < until)?;
    let told = last.span.start >= from && place_of(last.ix).is_none();
    told.then(|| Labels::Told(vec![last.ix]))
}
