//! One entry a visit: the ratings and measures that share body, provider, service and dates; and the visit of an
//! article that gives no grade. Reads which sort of visit it was from the words before "visit".

use crate::assemble::{Order, id};
use crate::fact::{Basis, DateRole, Edtf, Inspection, InspectionKind, Measure, Rating, Rule, Status};
use crate::relate::story::Story;
use crate::resolve::date::Dated;
use crate::resolve::provider::Ix;
use crate::scan::Scan;
use crate::text::Span;
use crate::text::table::set;

/// Groups ratings and measures by the visit they rest on.
pub(crate) fn group(
    story: &Story<'_>,
    scan: &Scan<'_>,
    order: &Order,
    ratings: &[Rating],
    measures: &[Measure],
) -> Vec<Inspection> {
    let mut out: Vec<Inspection> = Vec::new();
    for (ix, r) in ratings.iter().enumerate() {
        if matches!(r.status, Status::Target | Status::Hypothetical | Status::Predicted) {
            continue;
        }
        let same = |i: &Inspection| {
            i.body == r.body
                && i.provider == r.provider
                && i.service.as_ref().map(|s| &s.id) == r.service.as_ref().map(|s| &s.id)
                && i.inspected == r.inspected
                && i.published == r.published
        };
        match out.iter_mut().find(|i| same(i)) {
            Some(visit) => visit.ratings.push(ix),
            None => out.push(Inspection {
                body: r.body.clone(),
                provider: r.provider.clone(),
                service: r.service.clone(),
                framework: r.framework.clone(),
                kind: None,
                inspected: r.inspected.clone(),
                published: r.published.clone(),
                previous: None,
                ratings: vec![ix],
                measures: Vec::new(),
                basis: Basis::Inferred,
                rule: Rule::new("inspection/by-visit"),
            }),
        }
    }
    if out.is_empty() {
        out.extend(ungraded(story, order));
    }
    for (ix, m) in measures.iter().enumerate() {
        let visit =
            out.iter_mut().find(|i| i.provider == m.provider && i.body == m.body && i.provider.is_some());
        if let Some(visit) = visit {
            visit.measures.push(ix);
        }
    }
    previous(story, order, &mut out);
    kinds(story, scan, &mut out);
    out
}

/// The visit of an article without grades: its latest inspection date, with a body and a provider that it inspects.
fn ungraded(story: &Story<'_>, order: &Order) -> Option<Inspection> {
    let told = |role: DateRole| {
        let of_role = story.dates.iter().filter(move |d| d.role == Some(role) && d.value.is_some());
        of_role.max_by_key(|d| d.from)
    };
    let date = told(DateRole::Inspected)?;
    let sentence = *story.text.sentences.get(story.text.sentence_at(date.span.start))?;
    let fits = |p: Ix| {
        story.kind(p).is_some_and(|k| story.bodies.iter().any(|m| story.knowledge.inspects(m.body, k)))
    };
    let here = story.providers.within(sentence).iter().map(|m| m.provider).find(|&p| fits(p));
    let provider = here.or_else(|| story.nearest(date.span.start, fits))?;
    let kind = story.kind(provider)?;
    let split = story.bodies.partition_point(|m| m.span.start < sentence.end);
    let (before, after) = story.bodies.split_at(split);
    let body = before.iter().rev().chain(after).find(|m| story.knowledge.inspects(m.body, kind))?.body;
    Some(Inspection {
        body: story.knowledge.body_id(body).cloned(),
        provider: id(order, provider),
        service: None,
        framework: None,
        kind: None,
        inspected: date.value.clone(),
        published: told(DateRole::Published).and_then(|d| d.value.clone()),
        previous: None,
        ratings: Vec::new(),
        measures: Vec::new(),
        basis: Basis::Inferred,
        rule: Rule::new("inspection/ungraded"),
    })
}

/// The visit before: the latest earlier one of the same body to the same provider.
fn previous(story: &Story<'_>, order: &Order, visits: &mut [Inspection]) {
    let told: Vec<_> =
        visits.iter().map(|v| (v.provider.clone(), v.body.clone(), v.inspected.clone())).collect();
    let key = |e: &Edtf| e.as_str().to_owned();
    // "When the watchdog last called, in May 2014": a visit without a grade.
    let main = story.main_provider(|_| true);
    let memories: Vec<_> = story
        .dates
        .iter()
        .filter(|d| d.role == Some(DateRole::PreviousInspection))
        .filter_map(|d| {
            let when = d.value.clone().filter(|v| !v.as_str().contains(".."))?;
            let sentence = *story.text.sentences.get(story.text.sentence_at(d.span.start))?;
            let here = story.providers.within(sentence).first().map(|m| m.provider);
            let whose = here.or(main)?;
            Some((id(order, whose), when))
        })
        .collect();
    for visit in visits.iter_mut().filter(|v| v.provider.is_some()) {
        let Some(own) = visit.inspected.as_ref().or(visit.published.as_ref()).map(key) else { continue };
        let earlier = told.iter().filter(|(p, b, _)| *p == visit.provider && *b == visit.body);
        let dated = memories.iter().filter(|(p, _)| *p == visit.provider).map(|(_, when)| when);
        let earlier = earlier.filter_map(|(_, _, when)| when.as_ref()).chain(dated);
        let earlier = earlier.filter(|when| key(when) < own && !own.starts_with(when.as_str()));
        visit.previous = earlier.max_by_key(|when| key(when)).cloned();
    }
}

/// Gives visits the sort that a sentence tells: the visit of the sentence's date, else the latest.
fn kinds(story: &Story<'_>, scan: &Scan<'_>, visits: &mut [Inspection]) {
    let Some(latest) = (0..visits.len()).max_by_key(|&i| {
        let when = visits.get(i).and_then(|v| v.inspected.as_ref().or(v.published.as_ref()));
        (when.map(|w| w.as_str().to_owned()), usize::MAX - i)
    }) else {
        return;
    };
    let now = visits.get(latest).map(|v| (v.provider.clone(), v.body.clone(), v.inspected.clone()));
    for &span in &story.text.sentences {
        if visits.iter().all(|v| v.kind.is_some()) {
            break;
        }
        let words = story.text.at(span);
        let tells = scan.like(span, IS_TOLD.pairs()).any(|w| IS_TOLD.has_in_any_case(w));
        let Some(kind) = tells.then(|| kind(&words.to_lowercase())).flatten() else { continue };
        let dates = dated(story, span);
        let of_date = |v: &Inspection| dates.iter().any(|d| d.value.is_some() && d.value == v.inspected);
        let any = visits.iter().any(of_date);
        let undated = dates
            .iter()
            .all(|d| d.role != Some(DateRole::Inspected) && d.role != Some(DateRole::PreviousInspection));
        for visit in visits.iter_mut().filter(|v| v.kind.is_none()) {
            let current = now
                .as_ref()
                .is_some_and(|n| n.0 == visit.provider && n.1 == visit.body && n.2 == visit.inspected);
            if of_date(visit) || !any && undated && current {
                visit.kind = Some(kind);
            }
        }
    }
}

set! {
    /// The words that [`kind`] turns on: most sentences have none.
    IS_TOLD = "unannounced surprise focused monitoring follow joint full without"
}

/// The dates of a sentence.
fn dated<'a>(story: &'a Story<'_>, span: Span) -> &'a [Dated] {
    let from = story.dates.partition_point(|d| d.span.start < span.start);
    let to = story.dates.partition_point(|d| d.span.start < span.end);
    story.dates.get(from..to).unwrap_or(&[])
}

/// "without warning", "without notice".
fn unwarned_word(words: &[&str], at: usize) -> bool {
    matches!(words.get(at), Some(&("warning" | "notice")))
        && at.checked_sub(1).and_then(|before| words.get(before)) == Some(&"without")
}

/// The sort of visit that a sentence tells of: "an unannounced inspection", "visited without warning". A bare plural
/// ("focused visits look at …") and a visit to come tell of none.
fn kind(sentence: &str) -> Option<InspectionKind> {
    let words: Vec<&str> =
        sentence.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    for (i, word) in words.iter().enumerate() {
        let visit = matches!(*word, "inspection" | "visit" | "inspections" | "visits");
        let before = || words.iter().take(i).rev().take(3);
        let coming =
            |w: &&str| matches!(*w, "next" | "will" | "future" | "further" | "another" | "several" | "no");
        if visit && words.iter().take(i).rev().take(6).any(coming) {
            continue;
        }
        let bare = word.ends_with('s') && i < 2;
        let told = before().filter(|_| visit && !bare).find_map(|w| match *w {
            "unannounced" | "surprise" => Some(InspectionKind::Unannounced),
            "focused" => Some(InspectionKind::Focused),
            "monitoring" => Some(InspectionKind::Monitoring),
            "follow-up" => Some(InspectionKind::FollowUp),
            "joint" => Some(InspectionKind::Joint),
            "full" => Some(InspectionKind::Full),
            _ => None,
        });
        let unwarned = matches!(*word, "warning" | "notice")
            && before().next() == Some(&"without")
            && words
                .iter()
                .take(i)
                .rev()
                .take(5)
                .any(|w| matches!(*w, "visited" | "inspected" | "inspection" | "visit"));
        // "inspectors turned up unannounced", "went to the home without warning".
        let came = |w: &&str| {
            matches!(
                *w,
                "went" | "arrived" | "turned" | "called" | "came" | "visited" | "inspected" | "descended"
            )
        };
        let inspectors = |w: &&str| matches!(*w, "inspectors" | "inspector" | "officers" | "they" | "team");
        let arrived = (*word == "unannounced" || unwarned_word(&words, i))
            && words.iter().take(i).rev().take(9).any(came)
            && words.iter().take(i).any(inspectors);
        if told.is_some() || unwarned || arrived {
            return told.or(Some(InspectionKind::Unannounced));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::passed_over;

    #[test]
    fn a_sentence_that_is_passed_over_tells_no_sort_of_visit() {
        let told =
            |s: &str| s.split(|c: char| !c.is_ascii_alphanumeric()).any(|w| IS_TOLD.has_in_any_case(w));
        passed_over::sentences(|s| (!told(s)).then(|| kind(&s.to_lowercase()).is_none()));
        assert_eq!(kind("after an unannounced visit"), Some(InspectionKind::Unannounced));
    }
}
