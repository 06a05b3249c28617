//! What is done with a grade that stands as a noun, and what becomes of it: "said goodbye to its good rating", "heading for
//! a poor grade", "The rating is under appeal". Knows the words right before the grade's noun phrase and right after it;
//! knows no verb that gives one.

use super::deals::{AFTER, BEFORE, Deal, RUN, Words};
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use std::ops::Range;

/// The status of a grade by what is done with it, where its words tell.
pub(crate) fn of_grade(s: &Sentence<'_>, label: usize) -> Option<Status> {
    let phrase = noun_phrase(s, label)?;
    // "is pressing for its poor grade to be changed"
    let contested = after(s, &phrase).filter(|status| *status == Status::UnderAppeal);
    contested
        .or_else(|| before(s, &phrase))
        .or_else(|| after(s, &phrase))
        .or_else(|| put_behind(s, &phrase))
        .or_else(|| another(s, &phrase))
}

/// The items of the grade's noun phrase: article or owner, grade, rating noun.
fn noun_phrase(s: &Sentence<'_>, label: usize) -> Option<Range<usize>> {
    let mut end = label + 1;
    while s.item(end) == Some(Item::Close) || matches!(s.item(end), Some(Item::Body(_))) {
        end += 1;
    }
    let of = s.says(label.wrapping_sub(1), &["of"]) && s.is(label.wrapping_sub(2), Class::Rating);
    let result =
        s.says(end, &["result", "standing"]) && !matches!(s.item(label.wrapping_sub(1)), Some(Item::Open));
    let noun = s.is(end, Class::Rating) && !result || s.says(end, &["one", "judgment", "report", "outcome"]);
    let stars = s.at(label).ends_with("star") || s.at(label).ends_with("stars");
    let letter = s.at(label).len() == 2 && s.at(label).as_bytes()[1].is_ascii_digit();
    let mut start = label;
    let mut owned = false;
    while let Some(at) = start.checked_sub(1) {
        let article = s.is_any(at, &[Class::Det, Class::Possessive]) || s.says(at, &["another"]);
        let owner = matches!(s.item(at), Some(Item::Provider(_) | Item::Body(_))) && s.owns(at)
            || s.says(at, &["of"]) && s.is(at.wrapping_sub(1), Class::Rating);
        let own = s.item(at) == Some(Item::Open)
            || s.is_any(at, &[Class::Filler, Class::Before, Class::Now, Class::Rating])
            || s.says(at, &["second", "third", "overall", "coveted", "prized", "cherished", "hard-won"]);
        if !(article || owner || own)
            || s.is(at, Class::Rating) && !s.says(start, &["of"])
            || s.says(at, &["that"])
        {
            break;
        }
        owned |= article || owner;
        start = at;
    }
    let marked = s.item(label.wrapping_sub(1)) == Some(Item::Open);
    let closes = end + usize::from(noun);
    let several = noun && start > 1 && ends_at(s, RUN, start - 1);
    owned |= several;
    (owned && (noun || of || stars || letter || marked)).then_some(start..closes)
}

/// True where the words stand with their last at `at`.
fn ends_at(s: &Sentence<'_>, words: Words, at: usize) -> bool {
    words.len() <= at + 1 && words.iter().rev().enumerate().all(|(back, forms)| s.says(at - back, forms))
}

/// By the words before the noun phrase.
fn before(s: &Sentence<'_>, phrase: &Range<usize>) -> Option<Status> {
    let at = phrase.start.checked_sub(1)?;
    let (deal, words) = BEFORE.iter().find(|(_, words)| ends_at(s, words, at))?;
    let verb = at + 1 - words.len();
    let group = verb.saturating_sub(4)..verb;
    let any = |class: Class| group.clone().any(|i| s.is(i, class));
    let open = any(Class::Would) || any(Class::Will) || any(Class::Must) || any(Class::If);
    let aims = any(Class::Aim) || any(Class::Fail) || s.says(verb.wrapping_sub(1), &["to"]);
    let not = any(Class::Not);
    match deal {
        Deal::Challenged => challenged(s, verb, phrase.end),
        Deal::Shed => Some(if open || aims || not { Status::Awarded } else { Status::Lost }),
        Deal::Lost if any(Class::Would) || any(Class::If) => Some(Status::Hypothetical),
        Deal::Left if !open && !aims && !not => Some(Status::Previous),
        Deal::Enough if not => Some(Status::NotAchieved),
        Deal::Stands => Some(Status::Awarded),
        Deal::Missed if !not => Some(Status::NotAchieved),
        Deal::Feared if !not => Some(Status::Hypothetical),
        Deal::Wanted if !not => Some(Status::Target),
        Deal::Ahead if !not => Some(Status::Predicted),
        _ if open || aims || not => None,
        Deal::Lost => Some(if back_then(s) { Status::Withdrawn } else { Status::Lost }),
        Deal::Scrapped => Some(Status::Withdrawn),
        _ => None,
    }
}

/// What came of an appeal: "lost its appeal against the grade", "will not appeal against it", "its appeal against it was
/// rejected". One that is lodged or to come leaves it open.
fn challenged(s: &Sentence<'_>, appeal: usize, end: usize) -> Option<Status> {
    const LOST: &[&str] = &[
        "lost", "loses", "losing", "dropped", "drops", "dropping", "abandoned", "withdrew", "withdrawn",
        "rejected", "rejects", "dismissed", "dismisses", "refused", "threw", "thrown", "unsuccessful",
        "failed", "decided", "considered", "considering", "mulling", "mulled",
    ];
    const WON: &[&str] = &["won", "wins", "winning", "upheld", "allowed", "successful", "succeeded"];
    let near = || {
        let own = |i: &usize| !matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_)));
        let after = (end..(end + 9).min(s.chunks.len())).take_while(own);
        (appeal.saturating_sub(5)..appeal).rev().take_while(own).chain(after)
    };
    let denied =
        (appeal.saturating_sub(4)..appeal).any(|i| s.is_any(i, &[Class::Not, Class::Would, Class::If]));
    match () {
        () if denied || near().any(|i| s.says(i, LOST)) => Some(Status::Awarded),
        () if near().any(|i| s.says(i, WON)) => Some(Status::Withdrawn),
        () => Some(Status::UnderAppeal),
    }
}

/// By the words after the noun phrase.
fn after(s: &Sentence<'_>, phrase: &Range<usize>) -> Option<Status> {
    let passed = |i: usize| {
        s.is_any(i, &[Class::Be, Class::Have, Class::Now, Class::Filler, Class::Again])
            || s.is(i, Class::Other) && s.at(i).ends_with("ly")
            || matches!(s.item(i), Some(Item::Date(_)))
            || s.is(i, Class::Prep) && matches!(s.item(i + 1), Some(Item::Date(_)))
    };
    let at = (phrase.end..phrase.end + 5).find(|&i| !passed(i))?;
    let is = at - usize::from(at > phrase.end);
    let starts = |words: Words, at: usize| words.iter().enumerate().all(|(on, forms)| s.says(at + on, forms));
    let (deal, _) = AFTER.iter().find(|(_, words)| starts(words, at) || starts(words, is))?;
    let subject = opens_clause(s, phrase.start);
    let been = is < at && s.is(is, Class::Be);
    // "saw its rating taken away", "had its grade struck out", "left its poor rating behind"
    let had = (phrase.start.saturating_sub(2)..phrase.start).any(|i| s.says(i, HAD));
    let asked = s.says(phrase.start.wrapping_sub(1), &["for", "want", "wants", "wanted", "wanting"]);
    let holds = match deal {
        Deal::Missed => subject,
        Deal::Left => had || subject,
        // "Its good rating replaces": of the newer one.
        Deal::Stands => subject && !s.is(is, Class::Not),
        Deal::Contested => subject && been || asked,
        _ => had || subject && (been || s.says(at, &["slipped", "slipping", "no"])),
    };
    holds.then_some(())?;
    Some(match deal {
        Deal::Contested => Status::UnderAppeal,
        Deal::Scrapped => Status::Withdrawn,
        Deal::Missed => Status::NotAchieved,
        Deal::Left => Status::Previous,
        Deal::Stands => Status::Awarded,
        _ if back_then(s) => Status::Withdrawn,
        _ => Status::Lost,
    })
}

/// What stands before a grade of which more is told behind it.
const HAD: &[&str] =
    &["saw", "sees", "seen", "had", "have", "has", "left", "leaves", "leaving", "declared", "ruled", "found"];

/// "has put a poor rating from the watchdog behind it"
fn put_behind(s: &Sentence<'_>, phrase: &Range<usize>) -> Option<Status> {
    let put = s.says(phrase.start.wrapping_sub(1), &["put", "puts", "putting"]);
    let stop = |i: &usize| matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_)));
    let behind = (phrase.end..phrase.end + 7).take_while(|i| !stop(i)).find(|&i| s.says(i, &["behind"]))?;
    (put && s.is(behind + 1, Class::Pronoun)).then_some(Status::Previous)
}

/// "Another poor rating could see it shut"
fn another(s: &Sentence<'_>, phrase: &Range<usize>) -> Option<Status> {
    let would = s.is(phrase.end, Class::Would) && s.says(phrase.start, &["another"]);
    if would && opens_clause(s, phrase.start) {
        return Some(Status::Hypothetical);
    }
    // "was handed a good rating only to lose it a year later"
    let own = |i: &usize| !matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_)));
    let lost = (phrase.end..phrase.end + 8).take_while(own).any(|i| {
        s.says(i, &["lose", "lost", "losing", "surrender"])
            && s.says(i + 1, &["it"])
            && s.says(i - 1, &["to", "but", "before", "and", "then"])
    });
    if lost {
        return Some(Status::Lost);
    }
    // "Hopes of an outstanding rating were dashed"
    let hopes = s.says(phrase.start.wrapping_sub(1), &["of"])
        && s.says(phrase.start.wrapping_sub(2), &["hopes", "hope", "chances", "dreams", "chance"]);
    let dashed = (phrase.end..phrase.end + 4)
        .any(|i| s.says(i, &["dashed", "ended", "scuppered", "wrecked", "faded", "crushed", "thwarted"]));
    if hopes && dashed {
        return Some(Status::NotAchieved);
    }
    // "has turned a poor rating from the watchdog into a good one"
    let turned =
        s.says(phrase.start.wrapping_sub(1), &["turned", "turns", "converted", "transformed", "swapped"]);
    let into = (phrase.end..phrase.end + 5).any(|i| s.says(i, &["into", "for"]));
    (turned && into).then_some(Status::Previous)
}

/// True where the sentence tells of an appeal, a complaint or a mistake: what was removed was taken back.
fn back_then(s: &Sentence<'_>) -> bool {
    let undone = |i: usize| {
        s.is(i, Class::Appeal)
            || s.says(
                i,
                &["complaint", "complained", "mistake", "error", "errors", "court", "judge", "tribunal"],
            )
    };
    (0..s.chunks.len()).any(undone)
}

/// True for the first item of a clause.
fn opens_clause(s: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    matches!(s.item(before), Some(Item::Stop(_) | Item::Date(_)))
        || s.is_any(before, &[Class::Conj, Class::Opens, Class::Say])
}
