//! Whose measure it is and who issued it: from the items of the sentence, or from the sentences before where
//! it has only "it". Knows no measure's name.

use super::found::Found;
use super::line::{Line, is_premises};
use super::{Draft, deed, mode};
use crate::fact::{Action, BodyHow, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::story::Story;
use crate::resolve::provider::Ix;
use crate::text::Span;
use crate::text::word::last;

/// Who it was done to. `told`: the measures told so far.
pub(super) fn provider(story: &Story<'_>, l: &Line<'_, '_>, found: &Found, told: &[Draft]) -> Option<Ix> {
    // A council that stops placing residents, or a home that a council closes: it happens to the home.
    let registered = matches!(
        found.kind,
        MeasureKind::AdmissionsStop
            | MeasureKind::Suspension
            | MeasureKind::Cancellation
            | MeasureKind::Closure
            | MeasureKind::Conditions
    );
    let council = |p: Ix| {
        story.kind(p).and_then(|k| story.knowledge.service_id(k)).is_some_and(|k| k.as_str() == "council")
    };
    // A health board is in no one's care but the government's.
    let kept = |p: Ix| {
        let notified = || {
            let kind = story.kind(p).and_then(|k| story.knowledge.service_id(k))?;
            story.knowledge.keeper_of(found.name?, kind, story.published)
        };
        deed::is_state(found.kind) && keeper(story, p, found.name).is_some()
            || found.kind == MeasureKind::UrgentNotification && notified().is_some()
    };
    // A firm that is named gives way to the home that was inspected, unless a court dealt with it.
    let courts = matches!(found.kind, MeasureKind::Fine | MeasureKind::Prosecution | MeasureKind::Appeal);
    let home = |p: Ix| story.is_inspected(p) && !is_firm(story, p);
    let homes = !courts && (0..story.providers.entities.len()).any(home);
    let fits = |p: Ix| {
        (story.is_inspected(p) || kept(p)) && !(registered && council(p)) && !(homes && is_firm(story, p))
    };
    // "a former head of Wexley council" was that one's.
    let former = |i: usize| {
        let once = l.back(i, 6, &["former", "previously", "formerly"]);
        once.is_some_and(|f| l.find(f, i, &["owner", "owners", "operator", "operators"]).is_none())
    };
    let at = |i: usize| match l.s.item(i) {
        Some(Item::Provider(m)) => story.provider(m).filter(|&p| fits(p) && !former(i)),
        Some(Item::Group(ix)) => story.providers.groups.get(ix).and_then(|g| g.1.first().copied()),
        _ => None,
    };
    let (low, high) = (found.from.min(found.verb), found.to.max(found.at));
    // "A school in the Ceirw valley has been": what a preposition governs only says where.
    let before = || {
        let mut named = (0..=low).rev().filter(|&i| at(i).is_some());
        let nearest = named.next()?;
        let subject = if governed(l, nearest) { named.find(|&i| heads(l, i, nearest)) } else { None };
        at(subject.unwrap_or(nearest))
    };
    let after = || (found.verb..l.len()).find_map(at);
    let near = || (low..=high).find_map(at);
    // "of Glanhesg Care, which runs …" and "to the home": the object stands close.
    let object = || {
        let clause = (found.verb..(high + 8).min(l.len())).take_while(|&i| i <= high || !leaves(l, i));
        clause.into_iter().find_map(at)
    };
    // The one that an earlier sentence told such a measure of, where the sentence right before is about no other.
    let same = || just_before(story, l.s.span, &fits).or_else(|| continued(found, told).filter(|&p| fits(p)));
    let pronoun = (low.saturating_sub(2)..=low).any(|i| l.says(i, &["it", "its", "they"]));
    // "Birch House closed after the watchdog cancelled its registration, while Elm Park …": the one before.
    let its = (found.verb..found.at).any(|i| l.says(i, &["its", "their"]));
    // "The council used its powers to appoint governors": at a school of its own.
    let uses =
        found.kind == MeasureKind::Intervention && l.says(found.verb, &["used", "using", "use", "uses"]);
    // "The council has issued the governors with a notice": to its school.
    let issues = || {
        let start = mode::group(l, found.verb).start;
        let agent = (start.saturating_sub(2)..start).rev().find_map(at);
        let given = l.says(found.verb, &["issued", "served", "sent", "handed"]);
        given && agent.is_some_and(council) && near().or_else(object).is_none()
    };
    let chosen = if uses || !found.passive && issues() {
        let here = story.text.sentence_at(l.s.span.start);
        let school = |p: Ix| fits(p) && !council(p);
        let last = || told.iter().rev().filter_map(|d| d.provider).find(|&p| school(p));
        same().filter(|&p| school(p)).or_else(last).or_else(|| story.meant(here, school))
    } else if its && !found.passive {
        near().or_else(|| (0..=low).rev().find_map(at))
    } else if found.passive {
        let noun = premises(story, l, low);
        let own = if pronoun { (0..low).find_map(at) } else { before() };
        // "A care firm which works across Wexley has been served with": named below, and not the council.
        let own = own.filter(|&p| !(council(p) && introduced(l, low)));
        let intro = || story.main_provider(|p| fits(p) && !council(p)).filter(|_| introduced(l, low));
        noun.or(own).or_else(intro).or_else(near)
    } else {
        near().or_else(object).or_else(before)
    };
    // "It was put in intervention, and the owners plan to merge it with X": what was told of before.
    let meant =
        || story.meant(story.text.sentence_at(l.s.span.start), fits).filter(|_| pronoun && found.passive);
    // "The practice was put in special measures", of none that the article names: not of whoever is named after.
    if found.passive && chosen.is_none() && unmet(l, low) {
        return same().or_else(meant).map(|p| run_by(story, l, p));
    }
    let chosen = chosen
        .or_else(same)
        .or_else(meant)
        .or_else(after)
        .or_else(before)
        .or_else(|| earlier(story, l.s.span, &fits));
    chosen.map(|p| run_by(story, l, p))
}

/// "Foyle Healthcare Ltd": what the law calls a firm.
fn is_firm(story: &Story<'_>, provider: Ix) -> bool {
    const FORMS: &[&str] = &["Ltd", "Limited", "plc", "PLC", "LLP"];
    story.providers.entities.get(provider).is_some_and(|e| FORMS.contains(&last(&e.name)))
}

/// A name that a preposition governs: "in the Ceirw valley", "run by Marbury Council".
fn governed(l: &Line<'_, '_>, at: usize) -> bool {
    let det = usize::from(l.s.is(at.wrapping_sub(1), Class::Det));
    let prep = at.wrapping_sub(1 + det);
    l.says(prep, &["in", "near", "at", "by", "from", "with", "of", "outside", "beside", "opposite", "under"])
}

/// A common noun with its article as the subject of the clause, which stands for no provider that is known.
fn unmet(l: &Line<'_, '_>, low: usize) -> bool {
    let clause = (0..low).rev().take_while(|&i| !l.ends_clause(i)).last();
    let Some(first) = clause else { return false };
    // "The firm was fined" over a home that is named below.
    const FIRMS: &[&str] = &["company", "firm", "operator", "owner", "owners", "provider", "business"];
    let noun = l.says(first, &["the", "this"]) && is_premises(l.w(first + 1)) && !l.says(first + 1, FIRMS);
    noun && !(first..low).any(|i| l.is_provider(i))
}

/// "A home care firm which …": a clause whose subject is told of before it is named.
fn introduced(l: &Line<'_, '_>, low: usize) -> bool {
    let first = (0..low).rev().take_while(|&i| !l.ends_clause(i) || l.s.is(i, Class::Opens)).last();
    let Some(first) = first else { return false };
    // "a home care firm" may be one item.
    if l.is_provider(first) {
        return l.w(first).starts_with("a ") || l.w(first).starts_with("an ");
    }
    l.says(first, &["a", "an"])
        && (first + 1..first + 5).take_while(|&i| !l.is_provider(i)).any(|i| is_premises(l.w(i)))
}

/// A name before another that is the subject of the clause: no clause begins between but a relative one.
fn heads(l: &Line<'_, '_>, at: usize, nearest: usize) -> bool {
    !governed(l, at) && !(at + 1..nearest).any(|i| matches!(l.w(i), ";" | ":" | "and" | "but" | "while"))
}

/// Where what the verb acts on can no longer stand: another clause begins.
fn leaves(l: &Line<'_, '_>, i: usize) -> bool {
    l.says(i, &["while", "whilst", "but", "because", "although", "though", "when", "and", ";"])
}

/// What the sentence right before is about, or the ones before it in the paragraph.
fn just_before(story: &Story<'_>, sentence: Span, fits: &impl Fn(Ix) -> bool) -> Option<Ix> {
    let here = story.text.sentence_at(sentence.start);
    let own = story.text.paragraph_at(sentence.start);
    let beside = (0..here).rev().take_while(|&at| {
        let first = story.text.sentences.get(at).map(|s| s.start);
        first.is_some_and(|start| story.text.paragraph_at(start) == own)
    });
    beside.filter_map(|at| story.topic_of(at)).find(|&p| fits(p))
}

/// The only one that such a measure was told of so far; of visits and threats to come, that any was told of.
fn continued(found: &Found, told: &[Draft]) -> Option<Ix> {
    let kind = found.kind;
    let to_come = kind == MeasureKind::ReInspection || found.action == Action::Threatened;
    let alike = |d: &&Draft| {
        d.kind == kind
            || to_come
            || kind == MeasureKind::Intervention && d.kind == MeasureKind::SpecialMeasures
            || kind == MeasureKind::Appeal
                && matches!(
                    d.kind,
                    MeasureKind::Suspension | MeasureKind::Cancellation | MeasureKind::Closure
                )
    };
    let mut of = told.iter().rev().filter(alike).filter_map(|d| d.provider);
    let last = of.next()?;
    of.all(|p| p == last).then_some(last)
}

/// "X and Y were put in special measures", "Both homes have been …", "Both were …": all that it was done to.
pub(super) fn several(story: &Story<'_>, l: &Line<'_, '_>, found: &Found) -> Vec<Ix> {
    let low = found.from.min(found.verb);
    // "joins A and B, which have been in the phase since June"
    let which = low.checked_sub(1).filter(|&i| l.s.is(i, Class::Opens) && deed::is_state(found.kind));
    let low = which.map_or(low, |i| i - usize::from(i > 0 && l.w(i - 1) == ","));
    if !found.passive && which.is_none() {
        return Vec::new();
    }
    let first = (0..low).rev().take_while(|&i| !l.ends_clause(i) || l.w(i) == ",").last().unwrap_or(low);
    let group = (first..low).rev().find_map(|i| match l.s.item(i) {
        Some(Item::Group(ix)) => story.providers.groups.get(ix),
        _ => None,
    });
    if let Some((_, members)) = group {
        return members.clone();
    }
    let own = |i: usize| match l.s.item(i) {
        Some(Item::Provider(m)) => story.provider(m),
        _ => None,
    };
    // Names with nothing between them but commas and "and".
    let last = (first..low).rev().find(|&i| own(i).is_some());
    let row = |i: &usize| own(*i).is_some() || l.s.is_any(*i, &[Class::Conj, Class::Det]) || l.w(*i) == ",";
    let named = last.map_or(Vec::new(), |last| {
        let mut named: Vec<Ix> = (first..=last).rev().take_while(row).filter_map(own).collect();
        named.dedup();
        named
    });
    // "All four will receive": those that were named just before.
    let all = (first..low).find(|&i| l.w(i) == "all" && !l.s.is(i + 2, Class::Other));
    let all = all.or_else(|| {
        (first..low).find(|&i| l.w(i) == "the" && l.s.is_any(i + 2, &[Class::Will, Class::Be, Class::Have]))
    });
    let count = all.filter(|_| last.is_none()).and_then(|i| match l.s.item(i + 1) {
        Some(Item::Number(n)) if n < 9 => usize::try_from(n).ok(),
        _ => None,
    });
    if let Some(n) = count {
        let those = story.named_before(story.text.sentence_at(l.s.span.start), n);
        return if those.len() == n { those } else { Vec::new() };
    }
    let both = last.is_none() && (first..low).any(|i| l.says(i, &["both"]) && !l.s.is(i + 1, Class::Other));
    if both {
        let two = story.named_before(story.text.sentence_at(l.s.span.start), 2);
        return if two.len() == 2 { two } else { Vec::new() };
    }
    named
}

/// A bare "School" or "home" before the verb that no mention covers: the provider with that word in its name or kind.
fn premises(story: &Story<'_>, l: &Line<'_, '_>, start: usize) -> Option<Ix> {
    let before = start.checked_sub(1)?;
    let i = if l.s.is_any(start, &[Class::Other]) { start } else { before };
    let word = Some(l.w(i)).filter(|w| super::line::is_premises(w) && !l.is_provider(i))?;
    let fits = |p: Ix| {
        let kind = story.kind(p).and_then(|k| story.knowledge.service_id(k));
        let named = story.providers.entities.get(p).is_some_and(|e| e.name.to_lowercase().contains(word));
        story.is_inspected(p) && (named || kind.is_some_and(|k| k.as_str().contains(word)))
    };
    // "the restaurant" is the one told of before; a headline's "Restaurant" the article's.
    let here = story.text.sentence_at(l.s.span.start);
    let meant = l.s.is(i.wrapping_sub(1), Class::Det).then(|| story.meant(here, fits)).flatten();
    meant.or_else(|| story.main_provider(fits))
}

/// A company gives way to the home it runs, where the sentence names both.
fn run_by(story: &Story<'_>, l: &Line<'_, '_>, provider: Ix) -> Ix {
    let own = |i: usize| match l.s.item(i) {
        Some(Item::Provider(m)) => story.provider(m),
        _ => None,
    };
    let kind = story.kind(provider).and_then(|k| story.knowledge.service_id(k));
    if kind.is_some_and(|k| k.as_str() == "hospital-trust") {
        return provider;
    }
    // "Brackwell Care, which runs Marsh Court": told in the sentence itself.
    let run = (0..l.len()).find(|&i| {
        l.says(i, &["runs", "operates", "owns", "manages", "ran", "owned", "operated"])
            && l.s.is(i.wrapping_sub(1), Class::Opens)
            && (i.saturating_sub(4)..i).any(|k| own(k) == Some(provider))
    });
    if let Some(home) = run.and_then(|i| (i + 1..i + 4).find_map(own)) {
        return home;
    }
    let operator = |p: Ix| story.providers.entities.get(p).and_then(|e| e.operator);
    // "issued notices to the provider, Seren Care": of the one told of before.
    const OWNERS: &[&str] = &["provider", "owner", "owners", "operator", "operators", "company", "firm"];
    let owner = |i: usize| OWNERS.contains(&last(l.w(i)));
    let apposed = (2..l.len()).any(|i| own(i) == Some(provider) && l.w(i - 1) == "," && owner(i - 2));
    if apposed {
        let other =
            |p: Ix| p != provider && story.is_inspected(p) && operator(p).is_none_or(|o| o == provider);
        let home = story.meant(story.text.sentence_at(l.s.span.start), other);
        return home.unwrap_or(provider);
    }
    if kind.is_some_and(|k| k.as_str() == "council") {
        return provider;
    }
    let here = (0..l.len()).filter_map(own).find(|&p| operator(p) == Some(provider));
    // A company that runs several: the notice is that of the one told of before.
    let told = || {
        let here = story.text.sentence_at(l.s.span.start);
        story.meant(here, |p| operator(p) == Some(provider))
    };
    // A company that runs one home of the article: the notice is that home's.
    let homes = || {
        let mut run = (0..story.providers.entities.len()).filter(|&p| operator(p) == Some(provider));
        run.next().filter(|_| run.next().is_none())
    };
    here.or_else(homes).or_else(told).unwrap_or(provider)
}

/// What the nearest sentence before that is about anybody fitting is about, else the one the article is about.
fn earlier(story: &Story<'_>, sentence: Span, fits: &impl Fn(Ix) -> bool) -> Option<Ix> {
    let here = story.text.sentence_at(sentence.start);
    // One that is first named far below is no one's antecedent.
    let told = |p: Ix| {
        let first = story.providers.mentions.iter().find(|m| m.provider == p).map(|m| m.span.start);
        let often = || story.providers.mentions.iter().filter(|m| m.provider == p).nth(1).is_some();
        often() || first.is_some_and(|at| story.text.sentence_at(at) <= here + 1)
    };
    story.meant(here, fits).or_else(|| story.main_provider(|p| fits(p) && told(p)))
}

/// The body of the sentence that inspects such a provider, else the one named nearest before, else after.
pub(super) fn body(story: &Story<'_>, sentence: Span, provider: Ix) -> Option<u16> {
    let kind = story.kind(provider)?;
    let inspects = |b: &u16| story.knowledge.inspects(*b, kind);
    let from = story.bodies.partition_point(|m| m.span.start < sentence.start);
    let to = story.bodies.partition_point(|m| m.span.start < sentence.end);
    let of = |ms: &[crate::resolve::body::Mention]| ms.iter().map(|m| m.body).find(inspects);
    let before = || story.bodies[..from].iter().rev().map(|m| m.body).find(inspects);
    of(&story.bodies[from..to]).or_else(before).or_else(|| of(&story.bodies[to..]))
}

/// The body that keeps the only regime of such a name for such a provider, where the article tells of inspections.
pub(super) fn keeper(story: &Story<'_>, provider: Ix, name: Option<u16>) -> Option<u16> {
    let kind = story.kind(provider).and_then(|k| story.knowledge.service_id(k))?;
    story.knowledge.keeper_of(name?, kind, story.published).filter(|_| !story.bodies.is_empty())
}

/// Who issued it, where the sentence names another than the inspector: a body, ministers, a court.
pub(super) fn issuer(
    story: &Story<'_>,
    l: &Line<'_, '_>,
    found: &Found,
    body: Option<u16>,
) -> Option<(Option<u16>, Span)> {
    let agent = |i: usize| match l.s.item(i) {
        Some(Item::Body(m)) => {
            // "Inspectors", "the watchdog" are the inspector's own names.
            let m = story.bodies.get(m).filter(|m| m.how != BodyHow::Generic)?;
            Some((Some(m.body), m.span))
        }
        _ if l.says(i, &["magistrates", "ministers", "government", "court"]) => {
            l.s.chunks.get(i).map(|c| (None, c.span))
        }
        _ => None,
    };
    // "the improvement notice it issued in January": whose the sentence says.
    let it = found.rule == "measure/relative" && l.s.is(found.at + 1, Class::Pronoun);
    // "placed under a Department for Education improvement notice"
    let own = agent(found.at.wrapping_sub(1)).filter(|_| l.is_body(found.at.wrapping_sub(1)));
    let told = if it || own.is_some() {
        own.or_else(|| (0..found.at).find_map(agent))
    } else if found.passive {
        let by = l.find(found.verb, found.verb + 14, &["by"])?;
        (by + 1..by + 5).find_map(agent)
    } else {
        // "The department issued a direction and appointed a commissioner": one subject of two verbs.
        let reach = if l.w(found.from.wrapping_sub(1)) == "and" || l.w(found.from) == "and" { 16 } else { 6 };
        (found.from.saturating_sub(reach)..found.verb)
            .rev()
            .take_while(|&i| !l.ends_clause(i) || l.says(i, &["(", ")"]))
            .find_map(agent)
    };
    told.filter(|(b, _)| b.is_none() || *b != body)
}
