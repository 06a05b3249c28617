//! Which visit a judgement rests on: its inspection and publication dates, from its own sentence or from the
//! sentence that dates the visit. Knows no label and no scale.

mod around;
mod own;

use crate::fact::{DateKind, DateRole, Day, Edtf, Status};
use crate::relate::story::Story;
use crate::resolve::date::Dated;
pub(crate) use around::{inherit, inherit_last};
pub(crate) use own::own;

/// A report comes out within so many months of its visit.
const ONE_REPORT: i32 = 15;

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
    /// A report comes out within months of its visit: "rated good in 2017" is not in the one of yesterday.
    fn may_be_out_on(&self, date: &Dated) -> bool {
        let gap = self.inspected.as_ref().and(self.days).zip(date.from);
        gap.is_none_or(|((_, seen), out)| seen.months_to(out) <= ONE_REPORT)
    }

    fn publish(&mut self, date: &Dated) {
        if self.published.is_none() && date.value.is_some() && self.may_be_out_on(date) {
            self.published.clone_from(&date.value);
            self.days = self.days.or(date.from.zip(date.to));
        }
    }
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

/// "in the past month": up to the day of the paper.
fn lasts_till_now(story: &Story<'_>, date: &Dated) -> bool {
    date.kind == DateKind::Interval && date.to.is_some() && date.to >= story.published
}
