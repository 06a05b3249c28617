//! The dates that a judgement has from other sentences: the visit told of around it, the report, the last inspection. Knows
//! no label and no frame.

use super::{When, lasts_till_now};
use crate::fact::{DateRole, Day, Grain};
use crate::relate::story::Story;
use crate::resolve::date::Dated;
use crate::resolve::provider::Ix;
use std::cmp::Reverse;

/// Fills what is missing from the sentences that date the current visit of the same body to the same provider.
pub(crate) fn inherit(
    story: &Story<'_>,
    when: &mut When,
    sentence: usize,
    body: Option<u16>,
    provider: Option<Ix>,
) {
    let distance = |d: &Dated| story.text.sentence_at(d.span.start).abs_diff(sentence);
    // "In the same batch of reports": those of one day.
    let batch =
        story.text.sentences.get(sentence).is_some_and(|s| story.text.at(*s).starts_with("In the same "));
    let fits = |d: &&Dated| {
        let here = story.text.sentence_at(d.span.start);
        let joint = |of: u16, b: u16| of == b || story.visit_together(of, b);
        // "When the old commission last called … The report, based on a visit on 9 June, says": the new one's.
        let heir = |of: u16, b: u16| story.knowledge.succeeds(b, of) && inside(story, here).is_none();
        body.is_none_or(|b| body_of(story, d, here).is_none_or(|of| joint(of, b) || heir(of, b)))
            && (batch && d.role == Some(DateRole::Published)
                || provider.is_none_or(|p| {
                    provider_of(story, here, d.role).is_none_or(|of| of == p || related(story, of, p))
                }))
    };
    let recent = |d: &&Dated| match (d.to, story.published) {
        (Some(to), Some(published)) => to.months_to(published) <= 18,
        _ => true,
    };
    // Without a day of publication a year told for an earlier visit is no later than a month without one.
    let latest = |d: &Dated| if story.published.is_some() { visit_year(d) } else { 0 };
    let nearest = |role: DateRole| {
        story
            .dates
            .iter()
            .filter(|d| d.role == Some(role) && d.value.is_some())
            .filter(recent)
            .filter(fits)
            // "which was rated good last year, now has three stars": the day of the other grade.
            .filter(|d| !d.by_verdict || distance(d) > 0)
            // "which was rated good in 2017, is now poor": nor does a grade of long ago date another.
            .filter(|d| {
                !d.by_verdict || d.to.zip(story.published).is_none_or(|(to, now)| to.months_to(now) <= 9)
            })
            .filter(|d| d.value.as_ref().is_some_and(|v| !v.as_str().contains("..")))
            .min_by_key(|d| {
                // The day that a report came out says more than its month.
                let vague = role == DateRole::Published && d.grain > Grain::Day;
                // "In November it was rated good" dates that grade; "when they visited in September" the others too.
                // "in the past month" dates nothing.
                let lapse = lasts_till_now(story, d);
                (lapse, Reverse(latest(d)), vague || d.by_verdict, distance(d), d.span.start)
            })
    };
    if (when.inspected.is_none() && when.published.is_none() || when.inspected.is_some())
        && let Some(date) = nearest(DateRole::Published).filter(|d| when.may_be_out_on(d))
    {
        when.publish(date);
    }
    if when.inspected.is_none()
        && when.published.as_ref() == nearest(DateRole::Published).and_then(|d| d.value.as_ref())
        && let Some(date) = nearest(DateRole::Inspected)
    {
        when.inspect(date);
        let next = story.dates.partition_point(|d| d.span.start <= date.span.start);
        let joined = story.dates.get(next).filter(|d| {
            let between = story.text.at(crate::text::Span::new(date.span.end, d.span.start));
            d.role == Some(DateRole::Inspected)
                && matches!(between.trim(), "and" | "and on" | "and in" | "and again in" | "and again on")
        });
        joined.into_iter().for_each(|d| when.inspect_also(d));
    }
}

/// "Last time it was poor": the day of the last inspection, where the article tells the one.
pub(crate) fn inherit_last(story: &Story<'_>, when: &mut When, provider: Option<Ix>) {
    let of = |d: &Dated| provider_of(story, story.text.sentence_at(d.span.start), d.role);
    let last = |d: &&Dated| d.role == Some(DateRole::PreviousInspection) && d.from.is_some();
    let mut told = story.dates.iter().filter(last).filter(|d| of(d).is_none_or(|p| Some(p) == provider));
    if when.inspected.is_none()
        && let Some(only) = told.next()
        && told.all(|d| d.value == only.value)
    {
        when.inspect(only);
    }
}

/// The year a date begins in: the latest visit is the current one.
fn visit_year(date: &Dated) -> i16 {
    date.from.map_or(0, Day::year)
}

/// One provider runs the other.
fn related(story: &Story<'_>, a: Ix, b: Ix) -> bool {
    let operator = |x: Ix| story.providers.entities.get(x).and_then(|e| e.operator);
    operator(a) == Some(b) || operator(b) == Some(a)
}

/// The body whose visit a date is about: named in its sentence, else last named before it, else next after.
fn body_of(story: &Story<'_>, date: &Dated, sentence: usize) -> Option<u16> {
    let split = story.bodies.partition_point(|m| m.span.start < date.span.start);
    let before = || split.checked_sub(1).and_then(|i| story.bodies.get(i)).map(|m| m.body);
    inside(story, sentence).or_else(before).or_else(|| story.bodies.get(split).map(|m| m.body))
}

/// The first body that a sentence names.
fn inside(story: &Story<'_>, sentence: usize) -> Option<u16> {
    let span = *story.text.sentences.get(sentence)?;
    let from = story.bodies.partition_point(|m| m.span.start < span.start);
    story.bodies.get(from).filter(|m| span.contains(m.span)).map(|m| m.body)
}

/// The provider whose visit a sentence dates: named in it, else last before it in its paragraph or the one before. A day of publication
/// is that of all reports of a round-up, unless its own sentence names whose.
fn provider_of(story: &Story<'_>, sentence: usize, role: Option<DateRole>) -> Option<Ix> {
    let span = *story.text.sentences.get(sentence)?;
    let here = story.providers.within(span).first().map(|m| m.provider);
    here.or_else(|| {
        let split = story.providers.mentions.partition_point(|m| m.span.start < span.start);
        let last = split.checked_sub(1).and_then(|i| story.providers.mentions.get(i))?;
        let paragraph = |at: usize| story.text.paragraph_at(at);
        let told =
            role == Some(DateRole::Inspected) && paragraph(last.span.start) + 1 >= paragraph(span.start);
        told.then_some(last.provider)
    })
}
