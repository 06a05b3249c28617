//! Which visit a judgement rests on: its inspection and publication dates, from its own sentence or from the
//! sentence that dates the visit. Knows no label and no scale.

use crate::fact::{Anchor, DateKind, DateRole, Day, Edtf, Grain, Status};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::Story;
use crate::resolve::date::Dated;
use crate::resolve::provider::Ix;
use std::cmp::Reverse;

/// When a visit took place and when its report came out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct When {
    pub(crate) inspected: Option<Edtf>,
    pub(crate) published: Option<Edtf>,
    /// The days that the visit, or else the report, lies within.
    pub(crate) days: Option<(Day, Day)>,
    /// The date in the judgement's own sentence that tells the visit: index into the story's dates.
    pub(crate) told: Option<usize>,
}

impl When {
    /// A judgement that rests on several visits spans from the first to the last.
    fn inspect_also(&mut self, date: &Dated) {
        if let (Some((from, _)), Some(first), Some(last)) = (self.days, &self.inspected, &date.value)
            && date.from.is_some_and(|start| start > from)
            && !first.as_str().contains('/')
        {
            self.inspected = Some(Edtf::new(format!("{first}/{last}")));
            self.days = date.to.map(|to| (from, to));
        }
    }
    fn inspect(&mut self, date: &Dated) {
        if self.inspected.is_none() && date.value.is_some() {
            // "since 2017, when it was rated poor": in that year, and not ever since.
            let begun = date.value.as_ref().and_then(|v| v.as_str().strip_suffix("/.."));
            self.inspected = begun.map(|v| Edtf::new(v.to_owned())).or_else(|| date.value.clone());
            self.days = date.from.zip(date.to).or(self.days);
        }
    }
    fn publish(&mut self, date: &Dated) {
        if self.published.is_none() && date.value.is_some() {
            self.published.clone_from(&date.value);
            self.days = self.days.or(date.from.zip(date.to));
        }
    }
}

/// The dates that the judgement's own sentence gives it.
pub(crate) fn own(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame, status: Status) -> When {
    let mut when = When::default();
    let next_label = (frame.label + 1..s.chunks.len())
        .find(|&i| matches!(s.item(i), Some(Item::Label(_))))
        .unwrap_or(s.chunks.len());
    let previous_label = (0..frame.label).rev().find(|&i| matches!(s.item(i), Some(Item::Label(_))));
    let alone = previous_label.is_none() && next_label == s.chunks.len();
    let first_label =
        (0..frame.label).find(|&i| matches!(s.item(i), Some(Item::Label(_)))).unwrap_or(frame.label);
    // "the weaknesses identified in 2018, when it was rated poor": that date and no other.
    let when_date = (0..frame.head)
        .rev()
        .find(|&i| matches!(s.item(i), Some(Item::Date(_))) && dates_clause(s, frame, i))
        .filter(|&i| previous_label.is_none_or(|p| p < i));
    for (i, chunk) in s.chunks.iter().enumerate() {
        let Item::Date(ix) = chunk.item else { continue };
        // "the second this year, after Hay School in May": each has the day behind it.
        let of_counted = frame.rule == "rated/counted" && !(frame.end..frame.end + 2).contains(&i);
        if of_counted || when_date.is_some_and(|w| w != i) {
            continue;
        }
        let Some(date) =
            story.dates.get(ix).filter(|d| d.kind != DateKind::Duration && d.kind != DateKind::Recurring)
        else {
            continue;
        };
        // "kept the rating that it was first given in 2012"
        let of_old = s.is(frame.head, Class::Keep)
            && i > frame.label
            && (frame.label..i).any(|j| s.is(j, Class::Pronoun));
        let compared = phrase::as_then(s, frame.label).is_some_and(|at| i > at);
        // "which was rated poor last August, is now rated good"
        // "given none in May and none again in July"
        let of_other = i < frame.label
            && previous_label.is_some_and(|p| p < i)
            && ((i..frame.label).any(|j| s.is(j, Class::Now)) || s.is(frame.label + 1, Class::Again));
        // "In May it said the home, which it rated poor last August, was": the clause has a date of its own.
        let next = frame.label + 1 + usize::from(s.item(frame.label + 1) == Some(Item::Close));
        let of_main = i < frame.head
            && matches!(s.item(next), Some(Item::Date(_)))
            && (i..frame.head).any(|j| s.is(j, Class::Opens));
        if of_old || compared || of_other || of_main {
            continue;
        }
        let follows = i > frame.label && i < next_label;
        let near = attached(s, frame, i);
        // "Before the inspection in June it had been good": not of that one.
        let opens = i < frame.head.min(frame.label)
            && !s.says(0, &["before"])
            && (0..i).all(|j| !s.chunks[j].is_target())
            && (0..i).all(|j| !phrase::is_verb(&s.chunks[j]))
            && i < 8;
        // "At an inspection in 2019 it was good, apart from leadership, which was adequate": of both.
        let holds = (opens || i < 12 && s.says(0, &["when"]) && i < first_label)
            && !(i..frame.label).any(|j| s.says(j, NOW));
        // "whose own inspection in 2011 found it to be good"
        let of_visit = i < frame.head
            && (i.saturating_sub(2)..i).any(|j| s.is(j, Class::Visit))
            && !(i..frame.head).any(|j| matches!(s.item(j), Some(Item::Stop(_))) || s.is(j, Class::Conj));
        let of_clause = opens && previous_label.is_none()
            || of_visit
            || holds
            || dates_clause(s, frame, i) && previous_label.is_none_or(|p| p < i);
        let mine = (alone || follows || of_clause) && (near || holds);
        if !of_clause && (of_another(s, frame, i) || given_first(s, frame, i)) {
            continue;
        }
        let in_its_report =
            follows && i < frame.label + 10 && (frame.label..i).any(|j| s.is(j, Class::Visit));
        // "its last report, published in February, branded it poor"
        let own_report = i < frame.head
            && (i.saturating_sub(2)..i).any(|j| s.says(j, &["published", "issued"]))
            && (i.saturating_sub(9)..i).any(|j| s.says(j, &["report"]));
        let in_its_report = in_its_report || own_report;
        let undated = when.inspected.is_none();
        match (date.role, status) {
            (Some(DateRole::PreviousInspection), Status::Previous) => when.inspect(date),
            (Some(DateRole::PreviousInspection), Status::Awarded)
                if mine && (follows || of_clause) && !since(s, i) =>
            {
                when.inspect(date);
            }
            (
                Some(
                    DateRole::PreviousInspection
                    | DateRole::PublicationDue
                    | DateRole::Deadline
                    | DateRole::Period,
                ),
                _,
            ) => {}
            (Some(DateRole::Inspected), Status::Previous) if !mine || since(s, i) => {}
            (Some(DateRole::Inspected), _) => when.inspect(date),
            // "had been rated poor in its last report, published in March 2020"
            (Some(DateRole::Published), Status::Previous) if !mine && !in_its_report => {}
            (Some(DateRole::Published), _) => when.publish(date),
            // "has come far since 2017, when it was rated poor": the clause's own.
            (_, _) if !mine || since(s, i) && when_date != Some(i) => {}
            (_, Status::Previous) => when.inspect(date),
            _ if is_news(story, date, frame) => when.publish(date),
            _ if follows || frame.rule.starts_with("told") => when.inspect(date),
            // "In 2010 the school was judged outstanding."
            _ if (opens || when_date == Some(i)) && tells_year(story, date) => when.inspect(date),
            _ => {}
        }
        if undated && when.inspected.is_some() {
            when.told = Some(ix);
        }
    }
    when
}

/// What the judgements tell of the dates beside them: "In 2010 it was evaluated as outstanding" is a visit before this
/// one, by what the other judgements say.
pub(crate) fn settle(dates: &mut [Dated], drafts: &[super::Draft]) {
    for draft in drafts {
        let Some(date) = draft.told.and_then(|ix| dates.get_mut(ix)) else { continue };
        date.role = match (draft.status, date.role) {
            (Status::Previous, None | Some(DateRole::Event | DateRole::Inspected)) => {
                Some(DateRole::PreviousInspection)
            }
            (Status::Awarded, None | Some(DateRole::Event)) => Some(DateRole::Inspected),
            (_, role) => role,
        };
    }
}

/// True when no comma cuts a date off from the label, or it opens the sentence: "Meanwhile, in May, …".
fn attached(s: &Sentence<'_>, frame: &Frame, date: usize) -> bool {
    let cut = |i: usize| matches!(s.item(i), Some(Item::Stop(_)));
    if date > frame.label {
        return !(frame.end..date).any(cut);
    }
    if dates_clause(s, frame, date) {
        return true;
    }
    let opens = (0..date).all(|i| {
        cut(i)
            || s.is_any(i, &[Class::Prep, Class::Conj, Class::Other, Class::Det, Class::Now, Class::Filler])
            || s.is_any(i, &[Class::Visit, Class::Possessive, Class::Before])
    });
    opens || !(date..frame.head).any(cut)
}

/// "an inspection in February, when the home was rated poor": the date is the clause's.
fn dates_clause(s: &Sentence<'_>, frame: &Frame, date: usize) -> bool {
    let comma = usize::from(s.item(date + 1) == Some(Item::Stop(',')));
    let when = date + 1 + comma;
    // "in 2012, when it was in the red, and rose to good in 2014": the clause is over by then.
    let over = |i: usize| s.is(i, Class::Conj) && s.item(i - 1) == Some(Item::Stop(','));
    s.says(when, &["when"]) && date < frame.head && !(when + 1..frame.head).any(over)
}

/// "since 2001", "by October", "until then" bound a time; they date no visit.
fn since(s: &Sentence<'_>, date: usize) -> bool {
    let near = date > 0 && s.says(date - 1, &["by", "till", "before", "after"]);
    let bounds =
        (date.saturating_sub(10)..date).rev().take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_))));
    near || bounds.into_iter().any(|i| s.says(i, &["since", "until"]))
}

/// "2010", "May 2009", "Two years ago", "last year": the year is told.
fn tells_year(story: &Story<'_>, date: &Dated) -> bool {
    let words = story.text.at(date.span);
    let ago = || {
        let lower = words.to_lowercase();
        lower.ends_with("years ago") || lower.ends_with("last year") || lower.ends_with("a year ago")
    };
    words.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4) || ago()
}

/// Words that part now from then within a sentence.
const NOW: &[&str] = &["now", "has", "have", "is", "are", "currently", "today", "latest"];

/// "rated poor in March 2012 and moved up to fair in November 2014": a date right behind another label, with a verb
/// between the two labels.
fn of_another(s: &Sentence<'_>, frame: &Frame, date: usize) -> bool {
    let label = |i: &usize| matches!(s.item(*i), Some(Item::Label(_)));
    let Some(nearest) = (0..date).rev().find(label).filter(|&l| l != frame.label) else { return false };
    let (from, to) = (nearest.min(frame.label), nearest.max(frame.label));
    let verb =
        (from + 1..to).any(|i| phrase::is_verb(&s.chunks[i]) || s.is_any(i, &[Class::Rise, Class::Fall]));
    verb && !(nearest..date).any(|i| matches!(s.item(i), Some(Item::Stop(_))) || s.is(i, Class::Conj))
}

/// "has kept the outstanding rating it was first given in 2012": a date of the grade before.
fn given_first(s: &Sentence<'_>, frame: &Frame, date: usize) -> bool {
    s.is_any(frame.head, &[Class::Keep, Class::Stay])
        && (frame.label + 1..date)
            .any(|i| s.is(i, Class::Pronoun) && s.is_any(i + 1, &[Class::Be, Class::Have]))
}

/// A date told from the day of publication ("last month") dates the news; "rated good in October 2013" the visit.
fn is_news(story: &Story<'_>, date: &Dated, frame: &Frame) -> bool {
    let words = story.text.at(date.span);
    let relative = date.anchor == Anchor::Published && !words.chars().any(|c| c.is_ascii_digit());
    let month_only = relative && !words.contains(' ');
    relative && (frame.rule.starts_with("told") || !month_only)
}

/// Fills what is missing from the sentences that date the current visit of the same body to the same provider.
pub(crate) fn inherit(
    story: &Story<'_>,
    when: &mut When,
    sentence: usize,
    body: Option<u16>,
    provider: Option<Ix>,
) {
    let distance = |d: &Dated| story.text.sentence_at(d.span.start).abs_diff(sentence);
    let fits = |d: &&Dated| {
        let here = story.text.sentence_at(d.span.start);
        let joint = |of: u16, b: u16| of == b || story.visit_together(of, b);
        body.is_none_or(|b| body_of(story, d, here).is_none_or(|of| joint(of, b)))
            && provider.is_none_or(|p| {
                provider_of(story, here, d.role).is_none_or(|of| of == p || related(story, of, p))
            })
    };
    let recent = |d: &&Dated| match (d.to, story.published) {
        (Some(to), Some(published)) => {
            i32::from(published.year()) * 12 + i32::from(published.month())
                - i32::from(to.year()) * 12
                - i32::from(to.month())
                <= 18
        }
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
            .filter(|d| d.value.as_ref().is_some_and(|v| !v.as_str().contains("..")))
            .min_by_key(|d| {
                // The day that a report came out says more than its month.
                let vague = role == DateRole::Published && d.grain > Grain::Day;
                (Reverse(latest(d)), vague, distance(d), d.span.start)
            })
    };
    // A report comes out within months of its visit: "rated good in 2017" is not in the one of yesterday.
    let follows = |d: &&Dated| {
        let gap = when.inspected.as_ref().and(when.days).zip(d.from);
        gap.is_none_or(|((_, seen), out)| months(seen, out) <= 15)
    };
    if (when.inspected.is_none() && when.published.is_none() || when.inspected.is_some())
        && let Some(date) = nearest(DateRole::Published).filter(follows)
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

/// How many months later the second day lies.
fn months(from: Day, to: Day) -> i32 {
    (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month()) - i32::from(from.month())
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
    let span = *story.text.sentences.get(sentence)?;
    let from = story.bodies.partition_point(|m| m.span.start < span.start);
    let inside = story.bodies.get(from).filter(|m| span.contains(m.span));
    let split = story.bodies.partition_point(|m| m.span.start < date.span.start);
    let before = split.checked_sub(1).and_then(|i| story.bodies.get(i));
    inside.or(before).or_else(|| story.bodies.get(split)).map(|m| m.body)
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
