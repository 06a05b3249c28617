//! How surely a judgement was given: awarded, or a memory, a draft, a forecast, a hope, a loss. Reads the words
//! of the clause before the label; knows no label.

mod at_that_time;
mod contested;
mod drafted;
mod last;
mod past;
mod wished;

use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::Story;
pub(crate) use drafted::of_member;
use last::last_inspection;
pub(crate) use past::came_later;
use past::{looks_back, on_that_occasion};
use wished::{asked, awaited, expected, feared, longed_for, unreal, upset_without};

/// The status of a judgement, or `None` where the words make it a mere wish or a denial of nothing.
pub(crate) fn read(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<Status> {
    if let Some(status) = frame.status {
        return Some(status);
    }
    let from = clause_start(s, frame);
    let near = |class: Class| (from..frame.label).any(|i| s.is(i, class));
    let verb_group = group_start(s, frame)..frame.head.max(group_start(s, frame));
    let group = |class: Class| verb_group.clone().any(|i| s.is(i, class));
    let speech = story
        .text
        .quoted_at(s.chunks[frame.label].span.start)
        .is_some_and(|q| q.inner.len() > 40 && q.inner.len() > s.at(frame.label).len() + 14);

    // "has withdrawn a report that rated it poor", "declared void its inspection of X, which was judged poor"
    let report = from.checked_sub(1).is_some_and(|opens| {
        s.is(opens, Class::Opens)
            && (opens.saturating_sub(6)..opens).any(|i| s.is(i, Class::Visit))
            && (opens.saturating_sub(9)..opens).any(|i| s.is(i, Class::Withdraw))
    });
    // "To be rated good a school must excel": any school.
    let first = verb_group.start;
    if first < 2 && (s.says(0, &["to"]) && verb_group.contains(&1) || s.says(first, &["to"]) && first == 0) {
        return None;
    }
    // "has yet to be rated good"
    let yet = (verb_group.start.saturating_sub(3)..frame.head)
        .any(|i| s.says(i, &["yet"]) && s.says(i + 1, &["to"]));
    if yet || wished::denied(s, frame, from) {
        return None;
    }
    if wished::almost(s, verb_group.start) {
        return Some(Status::NotAchieved);
    }
    if wished::once_it_is(s, frame) {
        return Some(Status::Hypothetical);
    }
    if let Some(status) = contested::read(s, frame, from) {
        return Some(status);
    }
    if let Some(status) = phrase::of_grade(s, frame.label) {
        return Some(status);
    }
    if report || near(Class::Withdraw) {
        return Some(Status::Withdrawn);
    }
    if let Some(status) = contested::taken_up(s, frame).or_else(|| contested::taken_after(s, frame)) {
        return Some(status);
    }
    if let Some(status) = contested::appeal_ended(s, frame) {
        return Some(status);
    }
    // "is to appeal after losing its ‘good’ rating"
    if near(Class::Appeal) && !s.is(frame.head, Class::Lose) {
        return Some(Status::UnderAppeal);
    }
    // "failed to shake off its ‘poor’ rating"
    let kept = |i: usize| s.says(i, &["shake", "shed", "escape", "lose"]);
    if s.is(frame.head, Class::Fail) && (frame.head + 1..frame.label).any(kept) {
        return Some(Status::Awarded);
    }
    if s.is(frame.head, Class::Fail) {
        return Some(Status::NotAchieved);
    }
    if awaited(s, frame, verb_group.clone()) || asked(s, frame) {
        return None;
    }
    // "would have had to shut had it been marked poor"
    let whose = |i: usize| s.chunks[i].is_target() || s.is(i, Class::Pronoun);
    let inverted =
        s.says(frame.subject.start.wrapping_sub(1), &["had", "were"]) && frame.subject.clone().any(whose);
    if inverted && s.says(first, &["been", "to"]) {
        return Some(Status::Hypothetical);
    }
    if let Some(status) = unreal(s, frame) {
        return Some(status);
    }
    if feared(s, verb_group.start) {
        return Some(Status::Hypothetical);
    }
    if s.is(frame.head, Class::Lose) {
        // "could lose its star"
        let ahead = group(Class::Will) || group(Class::Expect);
        return Some(match group(Class::Would) {
            true => Status::Hypothetical,
            false if ahead => Status::Predicted,
            false => Status::Lost,
        });
    }
    // "had not done enough to be rated good"
    let start = group_start(s, frame);
    let leads = |i: usize| {
        (i + 1..i + 4).any(|n| s.says(n, &["to", "for"]))
            && !(i..frame.head).any(|n| s.says(n, &["and", "but"]))
    };
    let enough = (start.saturating_sub(4)..frame.head).find(|&i| s.says(i, &["enough"]) && leads(i));
    if enough.is_some_and(|at| (at.saturating_sub(4)..at).any(|i| s.is(i, Class::Not))) {
        return Some(Status::NotAchieved);
    }
    if upset_without(s, frame) {
        return Some(Status::Predicted);
    }
    let between = (frame.head + 1..frame.label).any(|i| s.is(i, Class::Not));
    if group(Class::Fail) && s.is_any(frame.head, &[Class::Receive, Class::Keep, Class::Rate, Class::Be]) {
        return Some(Status::NotAchieved);
    }
    if group(Class::Not) || between {
        let no_longer = (from..frame.label).any(|i| s.is(i, Class::Not) && s.says(i + 1, &["longer"]));
        return match (no_longer, s.item(frame.head)) {
            (true, _) => Some(Status::Lost),
            (_, Some(Item::Word(Class::Receive | Class::Give))) => Some(Status::NotAchieved),
            _ => None,
        };
    }
    if group(Class::Aim) || near(Class::Aim) && !s.is(frame.head, Class::Rate) {
        return (!speech && near(Class::Must)).then_some(Status::Target);
    }
    // "wants the force to be rated good by 2020"
    let to = verb_group.clone().chain([verb_group.start.wrapping_sub(1)]).any(|i| s.says(i, &["to"]));
    let wants = (frame.subject.start.saturating_sub(2)..frame.subject.end)
        .any(|i| s.says(i, &["want", "wants", "wanted", "wanting"]));
    if to && wants {
        return Some(Status::Target);
    }
    let copula = matches!(frame.rule, "is" | "is/there");
    // "asked how it could have been rated good": it was.
    let how = (frame.subject.start.saturating_sub(1)..frame.head).any(|i| s.says(i, &["how", "why"]));
    if drafted::to_be_confirmed(s, frame) {
        return Some(Status::Provisional);
    }
    if group(Class::Would) && drafted::suggested(s, frame) || drafted::hints(s, frame) {
        return Some(Status::Provisional);
    }
    if group(Class::Would) && longed_for(s, frame) {
        return None;
    }
    if group(Class::Would)
        && let Some(status) = wished::foretold(s, frame, from)
    {
        return Some(status);
    }
    // "asked how it could go from good to poor": it did.
    let went = s.is_any(frame.head, &[Class::Move, Class::Fall, Class::Rise]);
    if group(Class::Would) && !(how && (went || group(Class::Have))) {
        // "It may be good": a guess, not a condition.
        return (!copula || group(Class::Have)).then_some(Status::Hypothetical);
    }
    if let Some(condition) = (from..frame.head).find(|&i| s.is(i, Class::If))
        && !group(Class::Have)
        && !inserted(s, frame)
    {
        // "waiting to hear whether it will be rated good" asks; "if a school is rated poor" tells a rule.
        let asks = s.says(condition, &["whether"]);
        let any = ["a", "an", "any"];
        let rule = s.says(condition + 1, &any)
            // "if it is given a poor rating": the grade's own article.
            || frame
                .object
                .clone()
                .filter(|&i| frame.label > i + 2 || !s.says(i, &any) || s.is_any(i + 1, &[Class::Other]))
                .any(|i| s.says(i, &any) || s.at(i).starts_with("a ") || s.at(i).starts_with("any "));
        return (!asks && !rule).then_some(Status::Hypothetical);
    }
    if group(Class::Must) {
        if !speech && drafted::says(s, frame) {
            return Some(Status::Provisional);
        }
        // "should have been judged good"
        let been = verb_group.clone().any(|i| s.says(i, &["should"]) && s.says(i + 1, &["have"]));
        if been {
            return (!speech).then_some(Status::Hypothetical);
        }
        return (!speech).then_some(Status::Target);
    }
    let drafted = (frame.label..frame.label + 6)
        .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_))))
        .any(|i| s.is(i, Class::Draft));
    // "Verbal feedback suggests that it will be rated good"
    let oral = |i: usize| {
        s.says(i, &["feedback"])
            && s.says(i.wrapping_sub(1), &["verbal", "oral", "initial", "early", "informal", "first"])
    };
    let drafted = drafted
        || (0..frame.label)
            .any(|i| drafted::is_draft(s, i, frame.label) || oral(i) || drafted::said_aside(s, i));
    if drafted || drafted::drafted_before(story, s, frame) {
        return Some(Status::Provisional);
    }
    if group(Class::Expect) || expected(s, frame) {
        return Some(Status::Predicted);
    }
    // "we'll be rated good"
    let contracted = (verb_group.start.saturating_sub(1)..frame.head)
        .any(|i| s.at(i).ends_with("'ll") || s.at(i).ends_with("’ll"));
    if group(Class::Will) || contracted {
        // "Its next rating will be good"
        let next = frame.subject.clone().any(|i| s.says(i, &["next"]) && s.is(i + 1, Class::Rating));
        return (!copula || next).then_some(Status::Predicted);
    }
    Some(if looks_back(story, s, frame, verb_group) { Status::Previous } else { Status::Awarded })
}

/// "whether the home, rated poor in 2017, had improved": beside its name, and no part of what is asked.
fn inserted(s: &Sentence<'_>, frame: &Frame) -> bool {
    s.is(frame.head, Class::Rate) && s.item(frame.head.wrapping_sub(1)) == Some(Item::Stop(','))
}

/// "four years after they were found to be inadequate"
pub(crate) fn some_time_after(s: &Sentence<'_>, frame: &Frame) -> bool {
    let start = frame.subject.start.min(frame.head);
    // "were celebrating last night after it was rated good" tells of no long time.
    let long = |i: usize| {
        matches!(s.item(i), Some(Item::Date(_)))
            && ["year", "month", "decade", "19", "20"].iter().any(|w| s.at(i).contains(w))
    };
    // "two years after being told it required improvement"
    let told = |i: usize| s.says(i, &["told", "being", "been", "having"]);
    let start = (0..start).rev().take_while(|&i| told(i)).last().unwrap_or(start);
    let within = |i: usize| {
        s.says(i, &["after", "since"])
            && (s.says(i.wrapping_sub(1), &["years", "months", "year"]) || long(i.wrapping_sub(1)))
    };
    (start..frame.head).any(within)
        || s.says(start.wrapping_sub(1), &["after", "since"])
            && (start.saturating_sub(4)..start).any(|i| s.says(i, &["years", "months", "year"]) || long(i))
}

/// True where nothing but "at its last inspection" makes a grade a memory: it stands where the article tells no newer one.
pub(crate) fn only_last(s: &Sentence<'_>, frame: &Frame) -> bool {
    let own =
        frame.status.is_none() && matches!(s.item(frame.head), Some(Item::Word(Class::Rate | Class::Find)));
    let from = group_start(s, frame);
    let had = (from..frame.head).any(|i| s.says(i, &["had", "having"]) || s.is(i, Class::Before));
    let old = phrase::under_old_rules(s, frame.label);
    own && !had && (last_inspection(s, frame) || ago(s, frame) || old)
}

/// "was rated two stars a year ago"
fn ago(s: &Sentence<'_>, frame: &Frame) -> bool {
    let date = |i: usize| matches!(s.item(i), Some(Item::Date(_)));
    // "was rated poor by the watchdog two years ago"
    let past = phrase::past_agent_only(
        s,
        frame.label + 1 + usize::from(s.item(frame.label + 1) == Some(Item::Close)),
    );
    let near = frame.label + 1..(frame.label + 3).max(frame.end + 1).max(past + 1);
    // "rated good only last year"
    let only = |i: usize| s.says(i.wrapping_sub(1), &["only", "just"]) && s.at(i).ends_with("last year");
    // "the same grade as three years ago", "a fall from two years ago"
    let compared = |i: usize| {
        s.says(i.wrapping_sub(1), &["from", "than"]) || (i.saturating_sub(3)..i).any(|j| s.says(j, &["as"]))
    };
    let stop = |i: &usize| matches!(s.item(*i), Some(Item::Stop(';' | ':' | '–' | '—')));
    near.into_iter()
        .take_while(|i| !stop(i))
        .any(|i| date(i) && !compared(i) && (s.at(i).ends_with(" ago") || only(i)))
}

/// Where the clause of a frame begins: after the last stop, or a conjunction that starts a clause.
pub(crate) fn clause_start(s: &Sentence<'_>, frame: &Frame) -> usize {
    let first = frame.subject.start.min(frame.head);
    (0..first)
        .rev()
        .find(|&i| {
            matches!(s.item(i), Some(Item::Stop(';' | '–' | '—')) | Some(Item::Open))
                || s.is(i, Class::Conj)
                || s.is(i, Class::Opens)
        })
        .map_or(0, |i| i + 1)
}

/// Where the verb group of a frame begins: the auxiliaries and adverbs before its verb.
fn group_start(s: &Sentence<'_>, frame: &Frame) -> usize {
    let mut at = frame.head;
    // "could have its rating downgraded"
    if s.is_any(at, &[Class::Fall, Class::Rise, Class::Move, Class::Withdraw]) {
        let mut first = at;
        while first > 0
            && (s.is_any(
                first - 1,
                &[Class::Rating, Class::Possessive, Class::Filler, Class::Det, Class::Now],
            ) || matches!(s.item(first - 1), Some(Item::Body(_))))
        {
            first -= 1;
        }
        if first < at && s.is(first.wrapping_sub(1), Class::Have) {
            at = first;
        }
    }
    let adverb = |i: usize| s.is(i, Class::Other) && s.at(i).ends_with("ly");
    while at > 0
        && (adverb(at - 1)
            || s.is_any(
                at - 1,
                &[
                    Class::Be,
                    Class::Have,
                    Class::Will,
                    Class::Would,
                    Class::Must,
                    Class::Not,
                    Class::Filler,
                    Class::Expect,
                    Class::Before,
                    Class::Fail,
                    Class::Aim,
                    Class::Now,
                    Class::Again,
                    Class::Stay,
                ],
            )
            // "may yet be rated poor"
            || s.says(at - 1, &["yet"]) && s.is(at.wrapping_sub(2), Class::Would)
            || s.says(at - 1, &["to"])
                && at > 1
                && s.is_any(at - 2, &[Class::Fail, Class::Expect, Class::Aim, Class::Must, Class::Be]))
    {
        at -= 1;
    }
    at
}

/// True where the words of a memory point to the last inspection, whose day another sentence tells.
pub(crate) fn of_last_inspection(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> bool {
    last_inspection(s, frame) || on_that_occasion(story, s, frame)
}
