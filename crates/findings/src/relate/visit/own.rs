//! The dates that a judgement's own sentence gives it: which of them are its visit's, which its report's. Knows no other
//! sentence, no label and no scale.

use super::{When, lasts_till_now};
use crate::fact::{Anchor, DateKind, DateRole, Grain, Status};
use crate::find::words::{Class, is_month};
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::Story;
use crate::resolve::date::Dated;

/// The dates that the judgement's own sentence gives it.
pub(crate) fn own(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame, status: Status) -> When {
    let mut when = When::default();
    let next_label = (frame.label + 1..s.chunks.len())
        .find(|&i| matches!(s.item(i), Some(Item::Label(_))))
        .unwrap_or(s.chunks.len());
    let earlier_label = (0..frame.label).rev().find(|&i| matches!(s.item(i), Some(Item::Label(_))));
    // "yesterday raised it from weak to fair": the two labels of a movement are no two judgements.
    let previous_label = earlier_label.filter(|&l| !(frame.rule == "moved/to" && l > frame.head));
    let alone = previous_label.is_none() && next_label == s.chunks.len();
    let first_label =
        (0..frame.label).find(|&i| matches!(s.item(i), Some(Item::Label(_)))).unwrap_or(frame.label);
    // "the weaknesses identified in 2018, when it was rated poor": that date and no other.
    let when_date = (0..frame.head)
        .rev()
        .find(|&i| matches!(s.item(i), Some(Item::Date(_))) && dates_clause(s, frame, i))
        .filter(|&i| previous_label.is_none_or(|p| p < i));
    // "In 2019 it was rated good and in 2022 it was rated poor": the clause opens with a date of its own.
    let before_verb = (0..frame.head).rev().find(|&i| matches!(s.item(i), Some(Item::Label(_))));
    let opens_clause = before_verb.and_then(|p| {
        let joint = |i: usize| s.is(i, Class::Conj) || matches!(s.item(i), Some(Item::Stop(_)));
        let led = |i: usize| joint(i) || s.is(i, Class::Prep) || s.item(i) == Some(Item::Close);
        let date = (p + 1..frame.head).find(|&i| !led(i))?;
        let own = matches!(s.item(date), Some(Item::Date(_)))
            && !matches!(s.item(date + 1), None | Some(Item::Word(Class::Conj)));
        (own && (p + 1..date).any(joint)).then_some(date)
    });
    // "and in 2006 judged it", "was today labelled": within the verb group.
    let group = |i: usize| {
        let own = |j: usize| {
            s.is_any(j, &[Class::Be, Class::Have, Class::Filler, Class::Before]) || s.is(j, Class::Rate)
        };
        let led = |j: usize| s.is_any(j, &[Class::Be, Class::Have, Class::Conj]);
        let first = i - usize::from(i > 0 && s.is(i - 1, Class::Prep));
        first > 0 && led(first - 1) && (i + 1..=frame.head).all(own)
    };
    let within = (frame.head.saturating_sub(4)..frame.head)
        .find(|&i| matches!(s.item(i), Some(Item::Date(_))) && group(i));
    let opens_clause = opens_clause.or(within);
    let when_date = when_date.or(opens_clause.filter(|&i| i < frame.head));
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
        // "gave it one star, the same as in 2003, and said it was serving some people well"
        let as_before = (i.saturating_sub(3)..i).any(|j| {
            // ", the same grade as three years ago, and at"
            let noun = usize::from(s.is(j.wrapping_sub(1), Class::Rating));
            s.says(j, &["as"]) && s.says(j.wrapping_sub(1 + noun), &["same"])
        });
        // "inadequate for care, down a grade from 2016"
        let moved = s.says(i.wrapping_sub(1), &["from", "on", "since"])
            && (frame.label + 1..i)
                .any(|j| s.says(j, &["up", "down", "rise", "fall", "drop", "improvement"]));
        let compared = as_before
            || moved
            || phrase::as_then(s, frame.label).is_some_and(|at| i > at)
            || (frame.label + 1..i).any(|j| s.says(j, &["unchanged"]));
        // "yesterday lowered it from good to fair": the day of the newer grade.
        let of_newer = frame.rule == "moved/from" && i < frame.head;
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
        // "inadequate in 2016, requires improvement in 2017 and good in 2018": each has its own behind it.
        let behind = |l: usize| {
            (l + 1..l + 4)
                .take_while(|&j| {
                    matches!(s.item(j), Some(Item::Close | Item::Date(_)))
                        || s.is_any(j, &[Class::Prep, Class::Rating])
                })
                .find(|&j| matches!(s.item(j), Some(Item::Date(_))))
        };
        let of_other = of_other
            || i < frame.label
                && previous_label.and_then(behind) == Some(i)
                // "fair for quality - down from good last year - and good for resources"
                && (behind(frame.label).is_some() || matches!(s.item(i + 1), Some(Item::Stop(_))) && !dates_clause(s, frame, i));
        if of_old || compared || of_newer || of_other || of_main {
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
        let of_visit = of_visit || of_two_verbs(s, frame, i);
        let of_clause = opens && previous_label.is_none()
            || of_visit
            || holds
            || opens_clause == Some(i)
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
        // "following an inspection in April and May"
        let other = i.checked_sub(2).filter(|&first| {
            let each = s.says(first.wrapping_sub(1), &["both"]) || s.says(i + 1, &["respectively"]);
            s.says(i - 1, &["and"]) && !each
        });
        if let Some(Item::Date(first)) = other.and_then(|i| s.item(i))
            && when.told == Some(first)
        {
            when.inspect_also(date);
            continue;
        }
        if status == Status::Awarded && told_by_body(story, s, frame, i) {
            when.publish(date);
            continue;
        }
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
            // "only half had had a visit in the past month"
            (Some(DateRole::Inspected), _) if lasts_till_now(story, date) => {}
            (Some(DateRole::Inspected), Status::Previous)
                if (!mine || since(s, i)) && when_date != Some(i) => {}
            // "its first good rating since 2009"
            (Some(DateRole::Inspected), Status::Awarded)
                if follows && (s.says(i - 1, &["since"]) || s.at(i).starts_with("since ")) => {}
            (Some(DateRole::Inspected), _) => when.inspect(date),
            // "had been rated poor in its last report, published in March 2020"
            (Some(DateRole::Published), Status::Previous) if !mine && !in_its_report => {}
            (Some(DateRole::Published), _) => when.publish(date),
            // "has come far since 2017, when it was rated poor": the clause's own.
            (_, _) if !mine || since(s, i) && when_date != Some(i) => {}
            (_, Status::Previous) => when.inspect(date),
            _ if is_news(story, date, frame) => when.publish(date),
            // "was today labelled weak"
            _ if when_date == Some(i) && date.anchor == Anchor::Published && date.grain <= Grain::Week => {
                when.publish(date);
            }
            _ if follows || frame.rule.starts_with("told") => when.inspect(date),
            // "In 2010 the school was judged outstanding."
            _ if (opens || when_date == Some(i))
                && (tells_year(story, date) || is_old(story, date) || is_bare_month(story, date)) =>
            {
                when.inspect(date);
            }
            _ => {}
        }
        if undated && when.inspected.is_some() {
            when.told = Some(ix);
        }
    }
    when
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
    // "the trust, which in 2006 was rated weak", "which, in 2006, was"
    let before = date.wrapping_sub(1 + usize::from(s.is(date.wrapping_sub(1), Class::Prep)));
    let aside = s.item(before) == Some(Item::Stop(',')) && s.item(date + 1) == Some(Item::Stop(','));
    let which = if aside { before.wrapping_sub(1) } else { before };
    let relative = s.says(which, &["which", "who"])
        && date < frame.head
        && !(when..frame.head).any(|i| matches!(s.item(i), Some(Item::Stop(_) | Item::Label(_))));
    relative || s.says(when, &["when"]) && date < frame.head && !(when + 1..frame.head).any(over)
}

/// "The inspectorate visited the nursery in 2016 and judged care to be good": one subject, one visit.
fn of_two_verbs(s: &Sentence<'_>, frame: &Frame, date: usize) -> bool {
    let joint = s.says(date + 1, &["and"])
        && (date + 2..frame.head)
            .all(|i| s.is_any(i, &[Class::Filler, Class::Have, Class::Be, Class::Now, Class::Again]));
    let stop =
        |i: &usize| matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_))) || s.is(*i, Class::Opens);
    let clause = || (date.saturating_sub(12)..date).rev().take_while(|i| !stop(i));
    date < frame.head
        && joint
        && clause().any(|i| s.says(i, &["visited", "inspected", "assessed", "examined"]))
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

/// "Last February", told a year later.
fn is_old(story: &Story<'_>, date: &Dated) -> bool {
    let ago = |(now, to): (crate::fact::Day, crate::fact::Day)| to.months_to(now) >= 6;
    let last = story.text.at(date.span).get(..5).is_some_and(|w| w.eq_ignore_ascii_case("last "));
    last && date.anchor == Anchor::Published && story.published.zip(date.to).is_some_and(ago)
}

/// "In May": no year, and no word that counts from today.
fn is_bare_month(story: &Story<'_>, date: &Dated) -> bool {
    let words = story.text.at(date.span);
    date.grain == Grain::Month
        && is_month(words.strip_prefix("In ").or(words.strip_prefix("in ")).unwrap_or(words))
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

/// A date told from the day of publication ("last month") dates the news; "rated good in October 2013" the visit, and so
/// does one of half a year ago.
fn is_news(story: &Story<'_>, date: &Dated, frame: &Frame) -> bool {
    let words = story.text.at(date.span);
    let relative = date.anchor == Anchor::Published && !words.bytes().any(|c| c.is_ascii_digit());
    let fresh = story.published.zip(date.to).is_none_or(|(now, to)| to.months_to(now) < 6);
    relative && fresh && (frame.rule.starts_with("told") || words.contains(' '))
}

/// "In 2018 Ofsted reported that", "Last month the commission gave it two stars", "Ofsted yesterday raised it to good": a
/// day on which the body itself speaks, before its label, is the day of its report. "In 2017 Ofsted rated it poor" tells the
/// year of its visit, and so does "After a visit in March Ofsted rated".
fn told_by_body(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame, date: usize) -> bool {
    let near = date.saturating_sub(6)..frame.label.min(date + 8);
    let names = |i: usize| matches!(s.item(i), Some(Item::Body(_))) && !s.at(i).ends_with("nspectors");
    let Some(body) = near.clone().find(|&i| names(i)) else { return false };
    let verb = (body + 1..near.end).find(|&i| phrase::is_verb(&s.chunks[i]) || s.says(i, &["called"]));
    let Some(verb) = verb else { return false };
    let speaks = s.is(verb, Class::Say);
    let gives = s.is_any(verb, &[Class::Rate, Class::Give, Class::Rise, Class::Fall, Class::Move]);
    let gives = gives || s.says(verb, &["called", "concluded", "ruled"]);
    // "the Care Quality Commission (CQC) yesterday rated"
    let plain = |i: usize| {
        i == date
            || matches!(s.item(i), Some(Item::Stop('(' | ')') | Item::Body(_)))
            || s.is_any(i, &[Class::Filler, Class::Now, Class::Prep])
    };
    let direct = (body + 1..verb).all(plain) && !s.owns(body) && !(verb > 0 && s.is(verb - 1, Class::Be));
    let beside = date + 1 == body
        || date + 2 == body && !s.is(date + 1, Class::Conj)
        || date == verb + 1
        || date == verb + 2
        || (body..verb).contains(&date);
    let visit = (0..verb).any(|i| s.is(i, Class::Visit));
    let year = match s.item(date) {
        Some(Item::Date(ix)) => {
            story.dates.get(ix).is_some_and(|d| d.grain >= Grain::Year || tells_year(story, d))
        }
        _ => true,
    };
    direct && beside && !visit && (speaks || gives && !year)
}
