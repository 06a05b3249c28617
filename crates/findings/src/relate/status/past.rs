//! What makes a judgement one of the past: "four years after it was found", "Last year it had three", "which was poor, is now".
//! Knows no status.

use super::at_that_time::{after_slipping, at_that_time, before_being, had_come, opens_later};
use super::last::{closes_news, gives_way, somebody_came, until_then};
use super::{ago, clause_start, last_inspection, some_time_after};
use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::Story;
use std::ops::Range;

/// True where the words make the judgement a memory: "had been rated poor", "four years after it was found", "once".
pub(super) fn looks_back(
    story: &Story<'_>,
    s: &Sentence<'_>,
    frame: &Frame,
    verb_group: Range<usize>,
) -> bool {
    let from = clause_start(s, frame);
    let group = |class: Class| verb_group.clone().any(|i| s.is(i, class));
    let start = frame.subject.start.min(frame.head);
    let years_after = some_time_after(s, frame);
    let dated_after = matches!(s.item(start.wrapping_sub(1)), Some(Item::Date(_)))
        && s.at(start.wrapping_sub(1)).ends_with(" after");
    // "has improved since it was rated inadequate"
    // "since it was rated poor in 2009 and is now good": of the first.
    let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
    let since = (start.saturating_sub(1)..frame.head)
        .any(|i| s.says(i, &["since"]) && !(i..frame.head).any(label))
        && (0..start).any(|i| {
            s.is_any(i, &[Class::Improve, Class::Rise, Class::Fall]) || s.says(i, &["progress", "changes"])
        });
    years_after
        || somebody_came(s, frame)
        || told_years_after(s, frame)
        || since_when(s, frame)
        || since
        || dated_after
        || verb_group.clone().any(|i| s.is(i, Class::Before) && !opens_later(s, i))
        || before_being(s, frame)
        || after_slipping(s, frame)
        || had_come(s, frame, from)
        // "Having been rated poor, it is to close" tells of today.
        || verb_group.clone().any(|i| s.says(i, &["having"]))
            && (!(verb_group.start == 0 || closes_news(s, verb_group.start))
                || (frame.label + 1..s.chunks.len()).any(label)
                || (frame.label + 1..frame.label + 4).any(|i| is_old(story, s, i)))
        || s.is(frame.label.wrapping_sub(1), Class::Before)
        || group(Class::Have)
            && (!(0..verb_group.start).any(|i| s.is(i, Class::Say) || s.says(i, NEWS))
                || (frame.label + 1..frame.label + 3).any(|i| is_old(story, s, i)))
            && verb_group.clone().any(|i| s.says(i, &["had"]) && !s.is(i.wrapping_sub(1), Class::Have))
            // "By the final version the grade had become good": later than the one before.
            && !s.says(frame.head, &["become"])
            && s.is_any(
                frame.head,
                &[Class::Rate, Class::Be, Class::Give, Class::Receive, Class::Keep, Class::Stay],
            )
        // "was once rated outstanding", "used to be rated poor"
        || verb_group.clone().any(|i| s.says(i, &["once"]))
        || (from..frame.head).any(|i| s.says(i, &["used"]) && s.says(i + 1, &["to"]))
        || last_inspection(s, frame)
        || ago(s, frame)
        || s.says(frame.label + 1, &["as"]) && s.says(frame.label + 2, &["recently"])
        || was_before(s, frame)
        || until_then(story, s, frame)
        || gives_way(s, frame)
        || on_that_occasion(story, s, frame)
        || had_then(s, frame)
        || at_that_time(s, frame)
        || is_replaced(s, frame)
        || phrase::under_old_rules(s, frame.label)
}

/// What tells of something new: "when news came that it had earned".
const NEWS: &[&str] = &["news", "learned", "learnt", "learning", "heard", "hearing", "emerged"];

/// True for a day longer ago than what a paper tells as news: no "had been rated poor on Tuesday".
pub(super) fn is_old(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> bool {
    let Some(Item::Date(ix)) = s.item(at) else { return false };
    let day = story.dates.get(ix).and_then(|d| d.to);
    day.zip(story.published).is_none_or(|(day, now)| day.days_to(now) > NEWS_DAYS)
}

/// So many days after it a judgement is still news.
const NEWS_DAYS: i64 = 7;

/// "has since been rated good", "is now outstanding", "subsequently upgraded it to good".
pub(crate) fn came_later(s: &Sentence<'_>, frame: &Frame) -> bool {
    let from = frame.head.min(frame.label).saturating_sub(4);
    let stop = |i: &usize| matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_)));
    let group = (from..=frame.head.min(frame.label)).rev().take_while(|i| !stop(i));
    let now = |i: usize| {
        s.says(i, &["now"]) && (s.is_any(i - 1, &[Class::Be, Class::Have]) || s.is(i + 1, Class::Have))
    };
    let since = |i: usize| {
        s.says(i, &["since", "subsequently", "later"]) && s.is(i.wrapping_sub(1), Class::Have)
            || s.says(i, &["subsequently"])
    };
    group.into_iter().any(|i| i > 0 && (since(i) || now(i)))
}

/// "… four years after the regulator found it inadequate": no comma parts the verb from "after".
pub(super) fn told_years_after(s: &Sentence<'_>, frame: &Frame) -> bool {
    let long = |i: usize| {
        s.says(i, &["years", "year"])
            || matches!(s.item(i), Some(Item::Date(_)))
                && ["years", "year"].iter().any(|w| s.at(i).ends_with(w))
    };
    // "is now good, 16 months after inspectors gave it": beside a newer grade a few months are enough.
    let label = |j: usize| matches!(s.item(j), Some(Item::Label(_)));
    let newer = |i: usize| (0..i).any(label) || (frame.label + 1..s.chunks.len()).any(label);
    // "is to stay there for a further six months after a visit found it poor": so long it lasts.
    let lasts = |i: usize| {
        (i.saturating_sub(4)..=i)
            .any(|j| s.says(j, &["for", "further", "another", "within"]) || s.at(j).starts_with("for "))
    };
    let months = |i: usize| (s.at(i).ends_with("months") || s.at(i).ends_with("weeks")) && !lasts(i);
    let after = (0..frame.head).rev().find(|&i| {
        let words = s.at(i);
        let date = matches!(s.item(i), Some(Item::Date(_)))
            && words.ends_with(" after")
            && (words.contains("year") || words.contains("month") && newer(i) && !lasts(i));
        date || s.says(i, &["after", "since"]) && i > 0 && (long(i - 1) || months(i - 1) && newer(i))
    });
    after.is_some_and(|at| {
        let opening = s.at(at + 1).ends_with("ing");
        let stop = |i: &usize| matches!(s.item(*i), Some(Item::Stop(',' | '–' | '—')));
        // "Two years after the fire Ofsted rated it good" tells no clause but the judgement's.
        let main = (0..at)
            .any(|i| phrase::is_verb(&s.chunks[i]) || s.says(i, &["comes", "came", "arrives", "arrived"]))
            || (frame.label + 1..s.chunks.len())
                .find(stop)
                .is_some_and(|from| (from..s.chunks.len()).any(|i| phrase::is_verb(&s.chunks[i])));
        main && !opening && (at..frame.head).all(|i| !matches!(s.item(i), Some(Item::Stop(_))))
    })
}

/// "has come far since 2014, when it was rated inadequate".
pub(super) fn since_when(s: &Sentence<'_>, frame: &Frame) -> bool {
    let start = frame.subject.start.min(frame.head);
    // Of the clause that "when" opens, and not of one around it.
    let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
    // "when Ofsted judged that it required": who judged stands between.
    let told = |i: &usize| {
        matches!(s.item(*i), Some(Item::Body(_)))
            || s.is_any(*i, &[Class::Rate, Class::Find, Class::Say, Class::Opens, Class::Det])
            || s.says(*i, &["inspectors"])
    };
    let from = (0..start).rev().take_while(told).last().unwrap_or(start);
    let when = (from.saturating_sub(1)..frame.head)
        .find(|&i| s.says(i, &["when"]))
        .filter(|&w| !(w..frame.head).any(label));
    let date =
        when.and_then(|w| (w.saturating_sub(2)..w).find(|&i| matches!(s.item(i), Some(Item::Date(_)))));
    // "four years ago when it was assessed as poor"
    date.is_some_and(|at| {
        // "unchanged from 2007, when it was rated poor too"
        s.at(at).starts_with("since ")
            || s.says(at.wrapping_sub(1), &["since", "from", "than"])
            || s.at(at).ends_with(" ago")
            // "rated it good, unlike in 2002, when it was poor"
            || (at.saturating_sub(3)..at).any(|i| s.says(i, &["unlike", "contrast", "opposed", "compared"]))
                && (0..at).any(label)
    })
}

/// "On that occasion leadership was good": that of a sentence before, where it tells the last inspection.
pub(super) fn on_that_occasion(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> bool {
    let start = frame.subject.start.min(frame.head);
    let said = (0..start)
        .any(|i| s.says(i, &["that"]) && s.says(i + 1, &["occasion", "visit", "time", "inspection"]))
        && s.says(0, &["on", "at", "after", "during"]);
    let before = || {
        let at = story.text.sentence_at(s.span.start).checked_sub(1)?;
        let words = story.text.at(*story.text.sentences.get(at)?);
        [
            "last inspection", "previous inspection", "last inspected", "last visit", "previous visit",
            "earlier inspection",
        ]
        .iter()
        .any(|w| words.contains(w))
        .then_some(())
    };
    said && before().is_some()
}

/// "which was rated poor in May, is now good": the main clause tells the newer one.
pub(super) fn is_replaced(s: &Sentence<'_>, frame: &Frame) -> bool {
    let relative = (frame.head.saturating_sub(6)..frame.head).any(|i| s.is(i, Class::Opens))
        // "Rated poor in 2008, the home is now good"
        || s.is(frame.head, Class::Rate) && (0..frame.head).all(|i| s.is_any(i, &[Class::Filler, Class::Before]) || s.says(i, &["twice", "thrice", "having", "been"]))
        // "one of few to have kept three stars, has dropped to two"
        || s.says(frame.head.wrapping_sub(2), &["to"]) && s.is(frame.head.wrapping_sub(1), Class::Have);
    let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
    let closes = (frame.label + 1..(frame.label + 10).min(s.chunks.len()))
        .take_while(|&i| !label(i))
        .find(|&i| s.item(i) == Some(Item::Stop(',')));
    // "was good when inspectors visited in 2019 but is now inadequate"
    let turn = (frame.label + 1..s.chunks.len()).take_while(|&i| !label(i)).find(|&i| {
        s.is(i, Class::Conj) && s.is(i + 1, Class::Be) && (i + 2..i + 4).any(|j| s.is(j, Class::Now))
    });
    let was = frame.status.is_none() && s.is(frame.head, Class::Be) && !s.says(frame.head, &["is", "are"]);
    let was = was || s.is_any(frame.head, &[Class::Rate, Class::Find]);
    if was && turn.is_some_and(|i| (i + 3..i + 6).any(label)) {
        return true;
    }
    // "has been good since 2014 but Ofsted now says it requires improvement"
    let since = s.says(frame.head, &["been"]) && s.is(frame.head.wrapping_sub(1), Class::Have);
    let but =
        (frame.label + 1..s.chunks.len()).take(8).take_while(|&i| !label(i)).find(|&i| s.says(i, &["but"]));
    let now = |but: usize| {
        (but..s.chunks.len()).take(8).take_while(|&i| !label(i)).any(|i| s.is(i, Class::Now))
            && (but..s.chunks.len()).take(10).any(label)
    };
    if since && but.is_some_and(now) {
        return true;
    }
    // "A school that was good for ten years now requires improvement"
    let later =
        (frame.label + 1..s.chunks.len()).take(14).take_while(|&i| !label(i)).find(|&i| s.is(i, Class::Now));
    // "A primary which was outstanding for 15 years has plunged to inadequate"
    let falls = (frame.label + 1..s.chunks.len())
        .take(14)
        .take_while(|&i| !label(i))
        .find(|&i| s.is_any(i, &[Class::Fall, Class::Rise]) && s.is(i.wrapping_sub(1), Class::Have));
    let whose = relative
        || s.is(frame.head, Class::Rate) && s.chunks[..frame.head].last().is_some_and(Chunk::is_target);
    if was
        && whose
        && closes.is_none()
        && [later, falls].into_iter().flatten().any(|i| (i + 1..i + 4).any(label))
    {
        return true;
    }
    let Some(stop) = closes.filter(|_| relative) else { return false };
    let now = (stop + 1..stop + 4).any(|i| s.is(i, Class::Now));
    // ", a step up from its previous grade": of the older one.
    let moved = (stop + 1..stop + 6).find(|&i| s.is_any(i, &[Class::Fall, Class::Rise]));
    let moved = moved.is_some_and(|i| !s.says(i + 1, &["from", "on"]));
    // "which it rated poor last August, was to stay there after a visit found it poor again"
    let dated = (frame.label + 1..stop).any(|i| matches!(s.item(i), Some(Item::Date(_))));
    let again = (stop + 1..s.chunks.len())
        .find(|&i| label(i))
        .is_some_and(|next| (next.saturating_sub(3)..next).any(|i| s.is_any(i, &[Class::Find, Class::Rate])));
    // "which was rated good in 2010, has moved up a grade"
    let graded = (stop + 1..stop + 10).take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_)))).any(|i| {
        s.is(i, Class::Rating) || s.says(i, &["notch", "rung", "rungs", "notches", "level", "levels"])
    });
    (now || moved) && (stop + 2..stop + 10).any(label) || moved && graded || dated && again
}

/// "Last year it had three", "had one star then", "had a five until the spring".
pub(super) fn had_then(s: &Sentence<'_>, frame: &Frame) -> bool {
    let from = clause_start(s, frame);
    let stop = |i: &usize| matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_)));
    let after = (frame.label + 1..(frame.label + 6).min(s.chunks.len())).take_while(|i| !stop(i));
    let then = s.is(frame.head, Class::Be)
        && (frame.label + 1..frame.label + 3).any(|i| {
            s.says(i, &["then"]) && matches!(s.item(i + 1), None | Some(Item::Stop(_)))
                || s.says(i, &["then"]) && s.says(i + 1, &["too"])
        });
    // "The watchdog, which reported on Tuesday, said it had one": the day of the report.
    let reported = |i: usize| {
        (from.saturating_sub(1)..i).any(|j| s.is(j, Class::Opens))
            && (i..frame.head).any(|j| s.is(j, Class::Say))
    };
    let dated = |i: usize| matches!(s.item(i), Some(Item::Date(_))) && !reported(i);
    // "was inadequate when it joined the trust"
    let changed = (frame.label + 1..frame.label + 3).any(|i| phrase::changed_hands(s, i));
    // "has had two stars since 2007": has them still.
    let still = s.is(frame.head.wrapping_sub(1), Class::Have)
        && !s.says(frame.head - 1, &["had"])
        && after.clone().any(|i| s.says(i, &["since"]) || s.at(i).starts_with("since "));
    // "has had its rating confirmed on Tuesday"
    let told_now = s.says(frame.head.wrapping_sub(1), &["has", "have"])
        && after.clone().any(|i| s.says(i, &["confirmed", "upheld", "announced", "renewed"]));
    // "found it had declined in effectiveness": no possession.
    let did = s.at(frame.label).split(' ').next().is_some_and(|w| w.ends_with("ed"));
    then || changed
        || s.says(frame.head, &["had"])
            && !(still || did || told_now)
            && ((from..frame.head).any(|i| s.is(i, Class::Before) || dated(i))
                || after.clone().any(|i| {
                    s.is(i, Class::Before)
                        || matches!(s.item(i), Some(Item::Date(_)))
                        || s.says(i, &["then", "until"])
                }))
}

/// "Previously it was good", "the previous rating was good".
pub(super) fn was_before(s: &Sentence<'_>, frame: &Frame) -> bool {
    let start = frame.subject.start.min(frame.head);
    let opens = (start.saturating_sub(2)..start).any(|i| s.says(i, &["previously", "formerly"]))
        || s.says(0, &["hitherto"]);
    // "Until now it was good", "Until 2010 it had two stars"
    let until = s.says(0, &["until"]) || s.at(0).starts_with("Until ");
    // "Under the old star system it had two"
    let old = s.says(0, &["under", "in"])
        && (1..4).any(|i| s.says(i, &["old", "former", "previous", "predecessor"]) && i < frame.head)
        && (2..7)
            .any(|i| s.says(i, &["system", "regime", "framework", "scheme", "days", "ratings", "scale"]));
    let opens = opens
        || old
        || until
            && frame.head < 9
            && (0..3).any(|i| {
                matches!(s.item(i), Some(Item::Date(_))) || s.is(i, Class::Now) || s.says(i, &["then"])
            });
    let earlier = |i: usize| {
        s.says(i, &["previous", "last", "earlier", "former"])
            && (i + 1..i + 3).any(|j| s.is(j, Class::Rating))
    };
    // "Last year's grade was fair", "Its 2014 verdict was good"
    let dated = |i: usize| {
        let rating = i + 1 + usize::from(s.is(i + 1, Class::Possessive));
        let now = ["this", "to", "yester"]
            .iter()
            .any(|w| s.at(i).get(..w.len()).is_some_and(|f| f.eq_ignore_ascii_case(w)));
        matches!(s.item(i), Some(Item::Date(_))) && s.is(rating, Class::Rating) && !now && s.at(i).len() > 3
    };
    // "Two inspections ago it was poor"
    // "Gone are the days when it was rated good"
    let gone = s.says(0, &["gone"]) && (2..5).any(|i| s.says(i, &["days"]) && s.says(i + 1, &["when"]));
    let opens = opens || gone;
    let rounds = (1..4).any(|i| {
        s.says(i, &["ago", "earlier", "before"])
            && s.says(i - 1, &["inspections", "inspection", "visits", "reports", "rounds", "assessments"])
            && i < frame.head
    });
    let opens = opens || rounds;
    // "Before that it was rated good", "Two years before that …"
    let that = (0..start).any(|i| {
        s.says(i, &["before"]) && s.says(i + 1, &["that", "then"])
            || matches!(s.item(i), Some(Item::Date(_))) && s.at(i).ends_with("before that")
            || matches!(s.item(i), Some(Item::Date(_)))
                && s.at(i).ends_with(" before")
                && s.says(i + 1, &["that"])
    });
    // "The year before, it was poor in the last of the three"
    let opening = |i: &usize| matches!(s.item(*i), Some(Item::Date(_)));
    let year_before = (0..start.min(3)).find(opening).is_some_and(|i| {
        (s.at(i).ends_with(" before") || s.at(i).ends_with(" earlier"))
            && (s.item(i + 1) == Some(Item::Stop(',')) || s.is(i + 1, Class::Pronoun))
    });
    opens
        || that
        || year_before
        || frame.rule == "is"
            && (frame.subject.clone().any(|i| {
                dated(i) && (s.at(i).contains("year") || s.at(i).starts_with(|c: char| c.is_ascii_digit()))
            }))
        || frame.subject.clone().any(|i| earlier(i) || s.says(i, &["previously", "formerly"]))
}
