//! A notice whose name stands in quotation marks and its noun behind them: three “failure to comply” notices.
//! Knows no verb: see `noun`.

use super::found::Found;
use super::line::Line;
use super::noun;
use crate::fact::MeasureKind;

/// The notice that the noun at `at` names with the words in the marks before it.
pub(super) fn read(l: &Line<'_, '_>, at: usize) -> Vec<Found> {
    if !l.says(at, &["notice", "notices"]) || at < 3 || !l.is_quote(at - 1) {
        return Vec::new();
    }
    let kind = match l.w(at - 2) {
        "comply" | "requirement" | "requirements" | "enforcement" | "prohibition" | "compliance" => {
            MeasureKind::ComplianceNotice
        }
        "warning" => MeasureKind::WarningNotice,
        "improvement" => MeasureKind::ImprovementNotice,
        _ => return Vec::new(),
    };
    match (at.saturating_sub(6)..at - 2).rev().find(|&i| l.is_quote(i)) {
        Some(open) => noun::long(l, (open, at), kind, None),
        None => Vec::new(),
    }
}
