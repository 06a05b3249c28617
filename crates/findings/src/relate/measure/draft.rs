//! A measure of the sentence made a draft: whose it is, by whom, when, under which regime. Knows no verb.
//!
//! *What it leaves alone*: what a rule tells of any provider, what was done to many, what nobody here inspects.

use super::found::Found;
use super::governed::is_several;
use super::line::{Line, is_premises};
use super::{Draft, condition, mode, when, who};
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::story::Story;
use crate::text::word::last;

/// "Of the eleven schools that have gone through intervention": a count of several, whose own it is not.
fn counts_many(l: &Line<'_, '_>, found: &Found) -> bool {
    let low = found.from.min(found.verb);
    let subject = (low.saturating_sub(12)..low).rev().take_while(|&i| {
        // "… run by Bield Care Ltd. It has been served": a sentence of its own.
        l.w(i) != "," && l.w(i) != ";" && !matches!(l.s.at(i + 1), "It" | "They")
    });
    let subject: Vec<usize> = subject.collect();
    let counted = subject.iter().any(|&i| {
        matches!(l.s.item(i), Some(Item::Number(n)) if n > 3)
            && (i + 1..i + 4).any(|j| is_several(last(l.w(j))))
    });
    // "A further 312 were given notices to improve", "while 170 came out of special measures"
    let start = mode::group(l, found.verb).start;
    let alone = matches!(l.s.item(start.wrapping_sub(1)), Some(Item::Number(n)) if n > 3);
    // "Two other schools in the town are in special measures"
    let others = subject.iter().any(|&i| {
        l.says(i, &["other", "neighbouring", "nearby", "more"])
            && (i + 1..i + 4).any(|j| is_several(last(l.w(j))))
    });
    if others && found.passive && !subject.iter().any(|&i| matches!(l.s.item(i), Some(Item::Provider(_)))) {
        return true;
    }
    let one = l.back(start, 9, &["one", "among"]).is_some_and(|i| l.w(i + 1) == "of" || l.w(i) == "among");
    !one && (found.passive && counted || alone) && !subject.iter().any(|&i| l.is_provider(i))
}

/// "A school that is placed in special measures is forced to …": what comes to any.
fn of_any(l: &Line<'_, '_>) -> bool {
    // "Where a trust is weak we will be going back"
    let first = usize::from(l.is_quote(0));
    if l.says(first, &["where", "whenever"])
        && l.s.is(first + 1, Class::Det)
        && !l.says(first + 1, &["the", "this"])
    {
        return true;
    }
    let any = l.says(0, &["a", "an", "any", "every", "each"]) || l.s.at(0).starts_with("A ");
    let Some(opens) = (1..5).find(|&i| l.s.is(i, Class::Opens)).filter(|_| any) else { return false };
    let kind = (0..opens).any(|i| l.is_place(i) || l.w(i).split(' ').any(is_premises));
    let now = l.says(opens + 1, &["is", "gets", "fails", "receives", "does", "goes", "falls"]);
    // "A school that is in special measures has been …": one, of which something is told.
    kind && now && !(opens + 2..l.len()).any(|i| l.s.is(i, Class::Have) || l.says(i, &["was", "were"]))
}

/// "There is no question of the school being placed in special measures"
fn no_question(l: &Line<'_, '_>, found: &Found) -> bool {
    const OF: &[&str] = &["question", "suggestion", "prospect", "plans", "plan", "intention", "danger"];
    const NOT: &[&str] = &["worry", "mean", "imply", "suggest"];
    let low = found.verb.min(found.at);
    let none = |i: usize| l.w(i - 1) == "no" && l.says(i, OF) || l.s.is(i - 1, Class::Not) && l.says(i, NOT);
    (1..low).any(|i| none(i) && !(i..low).any(|k| matches!(l.w(k), "but" | ";")))
}

/// "A pupil was given a formal warning": nobody who is inspected.
fn given_a_person(l: &Line<'_, '_>, found: &Found) -> bool {
    const PEOPLE: &[&str] = &[
        "pupil", "pupils", "boy", "girl", "student", "students", "teacher", "teachers", "nurse", "nurses",
        "doctor", "driver", "player", "man", "woman", "child", "parent", "parents", "worker", "carer",
        "prisoner", "officer",
    ];
    let warned = l.w(found.at).ends_with("warning") || l.w(found.at).ends_with("warnings");
    let first = usize::from(l.is_quote(0));
    warned && l.find(first, (first + 4).min(found.verb), PEOPLE).is_some()
}

/// One for each of those that it was done to.
pub(super) fn drafts(story: &Story<'_>, l: &Line<'_, '_>, found: Found, told: &[Draft]) -> Vec<Draft> {
    if of_any(l) || no_question(l, &found) || given_a_person(l, &found) {
        return Vec::new();
    }
    let several = who::several(story, l, &found);
    let Some(first) = draft(story, l, found, told) else { return Vec::new() };
    match first.provider.filter(|p| several.contains(p)) {
        Some(_) => several.into_iter().map(|p| Draft { provider: Some(p), ..first.clone() }).collect(),
        None => vec![first],
    }
}

/// "A tribunal overturned the decision to cancel its registration", "lifted a notice of proposal to impose conditions".
fn undone(l: &Line<'_, '_>, found: &Found) -> bool {
    const UNDONE: &[&str] =
        &["overturned", "quashed", "reversed", "lifted", "withdrew", "withdrawn", "dropped", "rescinded"];
    let what = l.back(found.verb, 4, &["decision", "notice of decision", "notice of proposal", "proposal"]);
    let verb = what.and_then(|what| l.back(what, 4, UNDONE));
    let made = matches!(found.action, Action::Imposed | Action::Proposed);
    made && verb.is_some_and(|v| mode::group(l, v).mode == mode::Mode::Done)
}

fn draft(story: &Story<'_>, l: &Line<'_, '_>, found: Found, told: &[Draft]) -> Option<Draft> {
    let mut found = found;
    // "If the council cannot show a plan, I will appoint commissioners."
    let depends = l.find(0, l.len(), &["if", "unless"]).is_some_and(|i| {
        // "… is being drawn up, and that if nothing changes": of the other clause.
        i < found.to || l.find(found.to, i, &["and"]).is_none()
    }) && !matches!(found.kind, MeasureKind::ReInspection | MeasureKind::Appeal);
    if depends && matches!(found.action, Action::Proposed | Action::Due) {
        found.action = Action::Threatened;
    }
    if undone(l, &found) {
        found.action = Action::Withdrawn;
    }
    let against = || {
        l.find(found.to, l.len(), &["decided", "opted"]).is_some_and(|i| l.says(i + 1, &["against", "not"]))
    };
    let unsure = matches!(found.action, Action::Proposed | Action::Threatened);
    // A head who issues penalty notices to parents is no inspector.
    let own = found.kind == MeasureKind::Fine
        && !found.passive
        && found.name.is_some()
        && !(0..found.verb).any(|i| l.is_body(i));
    if own || condition::on_another(l, &found) || counts_many(l, &found) || unsure && against() {
        return None;
    }
    let provider = who::provider(story, l, &found, told)?;
    // Enforcement of another world (courts, planning, football) has no inspector about.
    let body = who::body(story, l.s.span, provider).or_else(|| who::keeper(story, provider, found.name));
    if body.is_none() && found.kind != MeasureKind::UrgentNotification {
        return None;
    }
    // "An urgent notice" of another regulator's is no notification to ministers.
    let jails = body.and_then(|b| story.knowledge.body_id(b)).is_none_or(|b| b.as_str().contains("prison"));
    if l.w(found.at) == "urgent notice" && !jails {
        return None;
    }
    // "A cause of concern" is a formal step of one inspectorate's, and everybody's words.
    let own_words = l.w(found.at).ends_with(" of concern");
    if own_words && who::keeper(story, provider, found.name).is_none() {
        return None;
    }
    // What is to come has no date in the past.
    // An application to cancel was made on its day, whatever comes of it.
    let applied = found.kind == MeasureKind::Cancellation && found.action == Action::Proposed;
    let passed = |d: &usize| {
        let to = story.dates.get(*d).and_then(|d| d.to);
        matches!(found.action, Action::Proposed | Action::Due)
            && !applied
            && to.zip(story.published).is_some_and(|(to, news)| to < news)
    };
    let date = when::date(story, l, &found).filter(|d| !passed(d));
    let day = date.and_then(|d| story.dates.get(d)).and_then(|d| d.from).or(story.published);
    // Only what is imposed or lifted is issued.
    let issued = !matches!(
        found.kind,
        MeasureKind::ReInspection | MeasureKind::Complaint | MeasureKind::Appeal | MeasureKind::Breach
    );
    let issuer = who::issuer(story, l, &found, body).filter(|_| issued);
    // A direction or a commissioner is the ministry's own, whoever inspected.
    let own = matches!(
        found.kind,
        MeasureKind::Direction
            | MeasureKind::Commissioner
            | MeasureKind::Intervention
            | MeasureKind::ImprovementNotice
            | MeasureKind::WarningNotice
    );
    // "The direction was lifted yesterday": by whom it was issued.
    let before = || {
        let same = told.iter().rev().find(|d| d.kind == found.kind && d.provider == Some(provider));
        same.filter(|_| found.kind != MeasureKind::WarningNotice).and_then(|d| d.body)
    };
    let body = issuer.and_then(|(b, _)| b).or_else(before).filter(|_| own).or(body);
    let named = || found.name.and_then(|name| story.knowledge.regime_of(name, body, day));
    let services = || {
        let kind = story.kind(provider).and_then(|k| story.knowledge.service_id(k));
        let parts = story.services.iter().filter_map(|k| story.knowledge.service_of(k.ix));
        parts.chain(kind).collect::<Vec<_>>()
    };
    let regime = match found.kind {
        MeasureKind::SpecialMeasures => named(),
        MeasureKind::Commissioner | MeasureKind::Intervention | MeasureKind::Direction => {
            let own = named();
            own.or_else(|| story.knowledge.intervention_regime(found.kind, &services(), day))
        }
        // "its registration was suspended", "the “engage” phase": no name, but one regime has such.
        _ => named()
            .or_else(|| story.knowledge.regime_with(found.kind, body, day).filter(|_| found.name.is_none())),
    };
    let at = |i: usize| l.s.chunks.get(i).map(|c| c.span);
    let clause = at(found.from)?.cover(at(found.to)?);
    Some(Draft {
        provider: Some(provider),
        body,
        issuer,
        kind: found.kind,
        name: found.name,
        regime: regime.cloned(),
        action: found.action,
        count: found.count,
        date,
        span: at(found.verb)?.cover(at(found.at)?),
        clause,
        rule: found.rule,
    })
}
