//! One entry a visit: the ratings and measures that share body, provider, service and dates.

use crate::fact::{Basis, Inspection, Measure, Rating, Rule, Status};

/// Groups ratings and measures by the visit they rest on.
pub(crate) fn group(ratings: &[Rating], measures: &[Measure]) -> Vec<Inspection> {
    let mut out: Vec<Inspection> = Vec::new();
    for (ix, r) in ratings.iter().enumerate() {
        if matches!(r.status, Status::Target | Status::Hypothetical | Status::Predicted) {
            continue;
        }
        let same = |i: &Inspection| {
            i.body == r.body
                && i.provider == r.provider
                && i.service.as_ref().map(|s| &s.id) == r.service.as_ref().map(|s| &s.id)
                && i.inspected == r.inspected
                && i.published == r.published
        };
        match out.iter_mut().find(|i| same(i)) {
            Some(visit) => visit.ratings.push(ix),
            None => out.push(Inspection {
                body: r.body.clone(),
                provider: r.provider.clone(),
                service: r.service.clone(),
                framework: r.framework.clone(),
                kind: None,
                inspected: r.inspected.clone(),
                published: r.published.clone(),
                previous: None,
                ratings: vec![ix],
                measures: Vec::new(),
                basis: Basis::Inferred,
                rule: Rule::new("inspection/by-visit"),
            }),
        }
    }
    for (ix, m) in measures.iter().enumerate() {
        let visit =
            out.iter_mut().find(|i| i.provider == m.provider && i.body == m.body && i.provider.is_some());
        if let Some(visit) = visit {
            visit.measures.push(ix);
        }
    }
    out
}
