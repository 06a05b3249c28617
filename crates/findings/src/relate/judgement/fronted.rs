//! What opens a sentence before its verdict: a grade with its time and no verb ("Satisfactory in 2006, good today: Tey
//! School", "Once outstanding, the school is now inadequate"), or what the grade is for ("On crime, the force was rated
//! good"). Refuses a grade without a word of time, and one that no name follows.

use super::Reader;
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::story::Story;

/// When a grade was held.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Time {
    Then,
    Now,
}

impl Reader<'_, '_> {
    /// The grade as one of those that the sentence opens with.
    pub(super) fn then_and_now(&self) -> Option<Frame> {
        let s = self.s;
        let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
        if self.label > 12 || self.paraphrase || self.in_speech() {
            return None;
        }
        let (mut at, mut mine, mut count) = (0, None, 0);
        loop {
            let (first, time) = self.times(at);
            if !label(first) {
                break;
            }
            let (next, after) = self.times(first + 1 + usize::from(s.item(first + 1) == Some(Item::Close)));
            let time = time.or(after)?;
            if first == self.label {
                mine = Some(time);
            }
            count += 1;
            at = next;
            let joint = s.item(at) == Some(Item::Stop(',')) || s.says(at, &["but", "and"]);
            let further = at + 1 + usize::from(s.says(at + 1, &["but", "and"]));
            if !joint || !label(self.times(further).0) {
                break;
            }
            at = further;
        }
        let time = mine?;
        let closes = matches!(s.item(at), Some(Item::Stop(',' | ':' | '–' | '—')));
        let of = at + 1 + usize::from(s.is(at + 1, Class::Det));
        let named = matches!(s.item(of), Some(Item::Provider(_)))
            || s.is(of, Class::Pronoun)
            || self.is_kind(s.at(of)) && of > at + 1;
        // "Inadequate last year, the school is now good"
        let newer = count > 1 || (of + 1..s.chunks.len()).any(label);
        (closes && named && newer).then(|| {
            let status = if time == Time::Then { Some(Status::Previous) } else { None };
            Frame { status, listed: Vec::new(), ..self.frame(of, of..of + 1, of..of, "fronted") }
        })
    }

    /// Past words of time from `at` on, and which time they tell.
    fn times(&self, mut at: usize) -> (usize, Option<Time>) {
        let s = self.s;
        let mut time = None;
        loop {
            let told = match s.item(at) {
                Some(Item::Date(_)) if s.at(at).starts_with("today") || s.at(at).starts_with("this ") => {
                    Some(Time::Now)
                }
                Some(Item::Date(_)) => Some(Time::Then),
                Some(Item::Word(Class::Before)) => Some(Time::Then),
                Some(Item::Word(Class::Now)) => Some(Time::Now),
                Some(Item::Word(Class::Filler)) if s.says(at, &["once", "then", "recently"]) => {
                    Some(Time::Then)
                }
                Some(Item::Word(Class::Prep | Class::Det | Class::Visit | Class::Filler) | Item::Open) => {
                    None
                }
                Some(Item::Word(_)) if s.says(at, &["when", "inspected", "visited"]) => None,
                _ => return (at, time),
            };
            time = time.or(told);
            at += 1;
        }
    }
}

/// "In leadership, it was rated good", "For safety and care, the home was judged poor": the areas open the clause.
pub(super) fn area(story: &Story<'_>, s: &Sentence<'_>, frame: &mut Frame) {
    let aspect = |i: usize| matches!(s.item(i), Some(Item::Aspect(_)));
    let named = frame.subject.clone().chain(frame.object.clone()).chain(frame.listed.iter().copied());
    // "On behaviour, inspectors gave it …"
    let first = frame.subject.start.min(frame.head);
    let inspectors = |i: &usize| {
        matches!(s.item(*i), Some(Item::Body(_)))
            || s.is(*i, Class::Det)
            || s.says(*i, &["inspectors", "watchdog"])
    };
    let first = (0..first).rev().take_while(inspectors).last().unwrap_or(first);
    // "At tackling crime it was good"
    let comma = first.checked_sub(1).filter(|&i| s.item(i) == Some(Item::Stop(',')));
    let comma = comma.or(Some(first).filter(|&i| i > 2 && s.is(i, Class::Pronoun)));
    let Some(comma) = comma.filter(|_| frame.unknown.is_empty() && !named.into_iter().any(aspect)) else {
        return;
    };
    let plain = |i: &usize| {
        aspect(*i)
            || s.is_any(*i, &[Class::Det, Class::Conj, Class::Possessive, Class::Rating])
            || s.item(*i) == Some(Item::Stop(','))
            || s.says(*i, &["area", "areas", "category", "terms", "of", "being"])
    };
    let clause = |opens: usize| {
        opens == 0
            || s.is_any(opens - 1, &[Class::Conj, Class::Filler])
            || matches!(s.item(opens - 1), Some(Item::Stop(_)))
    };
    let areas = |opens: &usize| (opens + 1..comma).any(aspect);
    let opens =
        (0..comma).rev().find(|i| !plain(i)).filter(|&i| s.item(comma) == Some(Item::Stop(',')) || i == 0);
    if let Some(opens) = opens.filter(areas) {
        if clause(opens) && s.says(opens, &["in", "for", "on", "under", "at"]) {
            frame.listed.extend((opens + 1..comma).filter(|&i| aspect(i)));
        }
        return;
    }
    // "For its use of stop and search, the force was judged inadequate": the knowledge has no name for it.
    let leads = |i: usize| clause(i) && s.says(i, &["for", "at", "on"]);
    let Some(opens) = (0..comma.saturating_sub(1)).rev().find(|&i| leads(i)) else { return };
    let part = opens + 1..comma;
    // "On arrival, the school was rated good": only where no grade is of the whole.
    let whole = || has_overall(story, s, frame);
    let few = part.len() <= 8 && (!s.says(opens, &["on"]) || part.len() > 1 && !whole());
    frame.unknown.extend(Reader::of(story, s, frame.label).core(&part).filter(|_| few));
}

/// True where a scale of the label, of a body of the article, grades the whole.
fn has_overall(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> bool {
    let Some(Item::Label(ix)) = s.item(frame.label) else { return true };
    let form = story.labels.get(ix).map(|l| l.ix);
    let scales = story.bodies.iter().filter_map(|m| story.scale_with(form?, m.body));
    scales.into_iter().any(|scale| scale.overall)
}
