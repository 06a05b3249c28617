//! People who stand in a sentence beside a grade: those who were asked, and those who are called by their office. Knows no
//! provider.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;

/// "Of the 30 who filled in a survey, 25 rated the care as good": those who were asked.
pub(super) fn counts_replies(s: &Sentence<'_>, frame: &Frame) -> bool {
    const ASKED: &[&str] = &[
        "questionnaire", "questionnaires", "survey", "surveys", "surveyed", "poll", "polled", "respondents",
        "replied", "responded", "answered", "asked", "patients", "residents", "parents", "pupils", "tenants",
        "users",
    ];
    let agent = frame.head.checked_sub(1);
    let many = agent.is_some_and(|i| {
        matches!(s.item(i), Some(Item::Number(_)))
            || s.is(i, Class::All)
            || s.at(i).ends_with('%')
            || s.says(i, &["cent", "replied", "responded", "asked"])
    });
    many && (0..frame.head).any(|i| s.says(i, ASKED))
}

/// "the leadership of head teacher Ann Hay": somebody by name, behind what they are.
pub(super) fn is_person(s: &Sentence<'_>, at: usize) -> bool {
    const OFFICES: &[&str] = &[
        "teacher", "headteacher", "head", "principal", "manager", "executive", "constable", "governor",
        "director", "matron", "mr", "mrs", "ms", "miss", "dr", "rector", "owner", "leader", "officer",
    ];
    let capital = |i: usize| s.at(i).starts_with(char::is_uppercase);
    let first = (at.saturating_sub(2)..=at).rev().take_while(|&i| capital(i) && !s.says(i, OFFICES)).last();
    first.is_some_and(|i| i > 0 && s.says(i - 1, OFFICES))
}
