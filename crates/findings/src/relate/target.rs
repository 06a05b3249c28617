//! Who a judgement is about: provider, service and aspect, from the items that its frame points at, or from the
//! sentences before where the frame has only "it". Knows no label and no status.

mod antecedent;
mod area;
mod beside;
mod next;
mod picked;
mod row;
mod several;
mod that_area;
mod unnamed;

use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item, Sentence};
use crate::relate::frame::{Frame, Target};
use crate::relate::phrase;
use crate::relate::story::{Known, Story};
use crate::resolve::provider::{Ix, Mention};
use crate::text::Span;
use antecedent::{antecedent, fitting, is_called};
use area::{are_counted, is_all_it_does, is_of_area, outcomes_of, standards_of, sweeps};
use beside::{is_excepted, is_town_of_address, opening_aside, runs_another, without_owners};
pub(crate) use next::areas_apart;
use row::{beside_areas, is_row_with_service, joined, joint_owners, row_of_names};
pub(crate) use several::{areas_before, several_before};
use that_area::that_area;
use unnamed::{own_part, unknown, unnamed_member, way_part};

/// The targets of a frame: one for each aspect and provider that share the label.
pub(crate) fn read(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Vec<Target> {
    let mut targets = named(story, s, frame);
    let cover = |u: std::ops::Range<usize>| {
        Some(s.chunks.get(u.start)?.span.cover(s.chunks.get(u.end.checked_sub(1)?)?.span))
    };
    let mut listed: Vec<Span> = frame.unknown.iter().cloned().filter_map(cover).collect();
    listed.extend(unnamed_member(s, frame).and_then(cover));
    listed.extend(&frame.below.areas);
    if listed.is_empty() {
        let named = targets.iter().any(|t| t.aspect.is_some());
        let part = targets.iter().any(|t| t.service.is_some());
        let own = || way_part(s, frame).or_else(|| if part { None } else { own_part(s, frame) });
        listed.extend((!named).then(own).flatten().and_then(cover));
    }
    // One target for each area that no framework names, beside those that one does.
    let base: Vec<Target> = targets.iter().filter(|t| t.aspect.is_none()).cloned().collect();
    let base = match targets.first().filter(|_| base.is_empty()) {
        Some(first) => vec![Target { aspect: None, ..first.clone() }],
        None => base,
    };
    // "Surgery and the neonatal unit were rated good": each a part of the one judged.
    let beside = is_row_with_service(s, frame);
    let base: Vec<Target> = match beside {
        true => base.iter().take(1).map(|t| Target { service: None, ..t.clone() }).collect(),
        false => base,
    };
    if !listed.is_empty() {
        targets.retain(|t| t.aspect.is_some() || beside && t.service.is_some());
        if targets.is_empty() && is_whole_too(s, frame) {
            targets.extend(base.iter().cloned());
        }
        for part in &listed {
            targets.extend(base.iter().map(|t| Target { unknown: Some(*part), ..t.clone() }));
        }
    }
    if targets.iter().all(|t| t.aspect.is_none() && t.unknown.is_none() && t.service.is_none())
        && let Some(area) = that_area(story, s, frame)
    {
        targets.iter_mut().for_each(|t| t.aspect = Some(area));
    }
    if frame.rule == "rated/unknown" {
        let unknown = unknown(s, frame);
        targets
            .iter_mut()
            .filter(|t| t.aspect.is_none() && t.service.is_none() && t.unknown.is_none())
            .for_each(|t| t.unknown = unknown);
        targets.retain(|t| t.unknown.is_some() || t.aspect.is_some() || t.service.is_some());
    }
    targets
}

/// "requires improvement overall, and for being safe": the whole as well.
fn is_whole_too(s: &Sentence<'_>, frame: &Frame) -> bool {
    let overall = frame.label + 1 + usize::from(s.item(frame.label + 1) == Some(Item::Close));
    s.says(overall, &["overall"])
        && ((overall + 1..overall + 3).any(|i| s.says(i, &["and"]) && s.says(i + 1, &["for", "in", "on"]))
            || phrase::further_for(s, overall + 1).is_some())
}

fn named(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Vec<Target> {
    let named = frame.subject.clone().chain(frame.object.clone());
    let mut items: Vec<usize> = named.filter(|&i| s.chunks[i].is_target()).collect();
    items.extend(&frame.listed);
    let mut providers: Vec<Ix> = frame.below.providers.clone();
    let mut services: Vec<usize> = frame.below.services.clone();
    let mut beside: Vec<usize> = Vec::new();
    let mut aspects: Vec<usize> = frame.below.aspects.clone();
    let mut whole = is_whole_too(s, frame);
    // "Like Wend Police, Northmarsh Police was rated good": the first is an aside.
    let aside = |i: usize| matches!(s.item(i), Some(Item::Provider(m)) if story.providers.is_aside(m));
    let told = |i: usize| matches!(s.item(i), Some(Item::Provider(_))) && !aside(i);
    if items.iter().any(|&i| told(i)) {
        items.retain(|&i| !aside(i));
    }
    // "Despite the efforts of its staff, Tey School was rated good": what stands before the comma is no area of the grade.
    if let Some(comma) = opening_aside(s, frame)
        && items.iter().any(|&i| i > comma && told(i))
    {
        items.retain(|&i| i > comma);
    }
    // "A nursery run by Tey College was rated good": not the college.
    without_owners(s, &mut items);
    // "All but Tey Primary were good": not that one.
    let all = items.len();
    items.retain(|&i| !is_excepted(s, i));
    if items.is_empty() && all > 0 {
        return Vec::new();
    }
    // "from older people to those with dementia": no single area.
    // "inadequate for all four of the standards on supervision": four, and none by name.
    if items.iter().any(|&i| sweeps(s, i, frame.head) || are_counted(s, i)) {
        return Vec::new();
    }
    // "Of the two schools, Tey Primary was good": the one that is named.
    let of_them = |i: usize| {
        matches!(s.item(i), Some(Item::Group(_))) && (i.saturating_sub(2)..i).any(|k| s.says(k, &["of"]))
    };
    if items.iter().any(|&i| told(i)) {
        items.retain(|&i| !of_them(i));
    }
    // "Golden Wok at 3 High Street, Marle": the town, and not its council.
    let town = |i: usize| is_town_of_address(story, s, i);
    if let Some(at) = items.iter().copied().find(|&i| town(i)) {
        let of = (at.saturating_sub(9)..at).rev().find(|&i| told(i) && !town(i));
        if items.iter().any(|&i| told(i) && !town(i)) || of.is_some() {
            items.retain(|&i| !town(i));
            items.extend(of.filter(|of| !items.contains(of)));
        }
    }
    let owners = joint_owners(s, &items);
    let of_others =
        frame.listed.iter().any(|&i| i > frame.label && matches!(s.item(i), Some(Item::Aspect(_))));
    for &i in &items {
        match s.chunks[i].item {
            Item::Provider(m)
                if providers.is_empty()
                    // "A, B and the kitchen of C": of a list all are meant.
                    || frame.rule == "rated/list" && frame.listed.contains(&i)
                    || joined(s, i) && (!owns_next(s, i) || owners.contains(&i)) =>
            {
                providers.extend(story.provider(m));
            }
            Item::Group(ix) => {
                providers.extend(story.providers.groups.get(ix).into_iter().flat_map(|g| &g.1));
            }
            Item::Service(ix) => match as_provider(story, ix) {
                Some(provider)
                    if providers.is_empty()
                        || providers.iter().all(|&p| !story.is_kind_of_service(p, ix)) =>
                {
                    providers = vec![provider];
                }
                Some(_) => {}
                None if beside_areas(s, i, &items) => beside.push(ix),
                None => services.push(ix),
            },
            // "the overall effectiveness of education" is education's.
            Item::Aspect(_) if s.says(i, &["effectiveness"]) && is_of_area(s, i) => {}
            // "overall effectiveness" is the whole; "outcomes for safety" are safety.
            Item::Aspect(_) if s.says(i, &["effectiveness"]) && s.says(i.wrapping_sub(1), &["overall"]) => {
                // "the overall effectiveness of education, skills and work" is that area's.
                let area = |i| matches!(s.item(i), Some(Item::Aspect(_)));
                // "found its overall effectiveness good, with outstanding leadership": of the first alone.
                let further = frame.rule == "rated/coordinated" && !frame.listed.is_empty();
                whole = !further && !(s.says(i + 1, &["of"]) && (area(i + 2) || area(i + 3)));
            }
            // "assesses outcomes at the jail as poor for activity": of what they are for.
            Item::Aspect(_)
                if s.says(i, &["outcomes"]) && (outcomes_of(s, i) || i < frame.label && of_others)
                    || standards_of(s, i) => {}
            // "the quality of care provided by Tey Surgery": all that it does.
            Item::Aspect(_) if is_all_it_does(s, i) => {}
            // "Staff at the home are proud of its good rating": they are no area of it.
            Item::Aspect(_) if s.says(i, &["staff"]) && s.says(i + 1, &["at", "of", "from"]) => {}
            Item::Aspect(ix) => aspects.push(ix),
            _ => {}
        }
    }
    providers.dedup();
    // "Leaders had been expecting a good rating": of the whole.
    let awaits = s.is(frame.head, Class::Be) && s.is(frame.head + 1, Class::Expect);
    // "Staff were cheered on being named an excellent authority"
    let of_kind = frame.rule == "rating-noun"
        && s.says(frame.label + 1, &["authority", "council", "school", "college", "trust", "force"]);
    // "Leaders had been hoping for", "expects leadership to be rated good": who aims is no area, what it is of is one.
    let aims = frame.rule == "aimed" && frame.object.is_empty();
    if frame.rule == "improved-on" || frame.rule.starts_with("told") || awaits || of_kind || aims {
        aspects.retain(|ix| frame.listed.iter().any(|&i| s.item(i) == Some(Item::Aspect(*ix))));
    }
    // "Outcomes were poor for safety": what the label is for says it best.
    let for_aspects = frame.listed.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))));
    if for_aspects && matches!(frame.rule, "is" | "rated/coordinated") {
        aspects.retain(|ix| frame.listed.iter().any(|&i| s.item(i) == Some(Item::Aspect(*ix))));
    }
    // "The nursery class was rated good for leadership": whose leadership it is.
    if for_aspects {
        let part = |ix: usize| story.aspects.get(ix).is_some_and(|k| story.is_service(k.span));
        aspects.retain(|&ix| frame.listed.iter().any(|&i| s.item(i) == Some(Item::Aspect(ix))) || !part(ix));
    }
    let service = services.first().copied();
    let mut inferred = false;
    // "Ely Police and Marle Police were both rated good at …"
    let mut several = frame.below.providers.len() > 1
        || providers.len() > 1
            && (!owners.is_empty()
                || frame.subject.clone().any(|i| s.is(i, Class::Conj))
                    && frame.subject.clone().all(|i| !owns_next(s, i))
                || frame.rule == "rated/list"
                // "rated Ely Trust and Marle Trust weak for quality"
                || frame.rule == "rated/active" && row_of_names(s, frame.object.clone()));
    if providers.is_empty() && service.is_none() && frame.unknown.is_empty() {
        providers = several_before(story, s, frame);
        several = providers.len() > 1;
        // Of several whom nothing tells apart: nobody.
        let of_several = (frame.subject.start.saturating_sub(1)..frame.head).any(|i| {
            s.is(i, Class::Pronoun) && s.says(i, &["former", "latter"])
                || s.says(i, &["both"]) && (i + 1 == frame.head || s.is_any(i + 1, &[Class::Be, Class::Have]))
        });
        let named = (0..frame.head).any(|i| s.chunks[i].is_target());
        if providers.is_empty() && of_several && !named && aspects.is_empty() {
            return Vec::new();
        }
    }
    if providers.is_empty() {
        let found = match service {
            Some(service) => owner(story, service),
            None => None,
        };
        // "our children's services" are nobody's who has none.
        let has = |p: Ix| {
            let known = service.and_then(|ix| story.services.get(ix)).zip(story.kind(p));
            known.is_none_or(|(k, kind)| {
                story.knowledge.service_of(k.ix).is_none() || story.knowledge.has_service(kind, k.ix)
            })
        };
        let meant = || antecedent(story, s, frame).map(|found| fitting(story, s, frame, found));
        let person = of_somebody(s, frame);
        let person = |p: Ix| !person || story.may_be_person(p);
        let meant = || meant().filter(|(p, _)| has(*p) && person(*p) && is_called(story, s, frame, *p));
        match found.map(|p| (p, None)).or_else(meant) {
            Some((provider, before)) => {
                inferred = service.is_none();
                providers.push(provider);
                if let (None, Some(before)) = (service, before) {
                    return spread(&providers, Some(before), &aspects, true);
                }
            }
            None if service.is_none() => return spread(&[], None, &aspects, true),
            None => {}
        }
    }
    let grouped = items.iter().any(|&i| matches!(s.chunks[i].item, Item::Group(_)));
    // Several providers before one label share it; one that only owns a service does not.
    if (service.is_some() || !aspects.is_empty()) && !grouped && !several {
        providers.truncate(1);
    }
    let implied = || implied_service(story, s, frame, &providers).filter(|_| beside.is_empty());
    let service = service.or_else(implied);
    let mut out = spread(&providers, service, &aspects, inferred);
    // "four for adult social care and housing": a service of its own, and no area of it.
    out.extend(beside.iter().flat_map(|&listed| spread(&providers, Some(listed), &[], inferred)));
    if whole && !aspects.is_empty() {
        out.extend(spread(&providers, service, &[], inferred));
    }
    // "Critical care, surgery and outpatients were rated good": one for each.
    for &further in services.iter().skip(1).filter(|_| !grouped) {
        out.extend(spread(&providers, Some(further), &aspects, inferred));
    }
    out
}

fn spread(providers: &[Ix], service: Option<usize>, aspects: &[usize], inferred: bool) -> Vec<Target> {
    let providers: Vec<Option<Ix>> =
        if providers.is_empty() { vec![None] } else { providers.iter().copied().map(Some).collect() };
    let aspects: Vec<Option<usize>> =
        if aspects.is_empty() { vec![None] } else { aspects.iter().copied().map(Some).collect() };
    let mut out = Vec::new();
    for &provider in &providers {
        for &aspect in &aspects {
            out.push(Target { provider, service, aspect, inferred, ..Target::default() });
        }
    }
    out
}

/// "She was rated outstanding", "Ofsted rated her good": somebody, and not her school.
fn of_somebody(s: &Sentence<'_>, frame: &Frame) -> bool {
    let judged = matches!(frame.rule, "rated/passive" | "rated/active" | "given/passive" | "given/active");
    let mut of = frame.subject.clone().chain(frame.object.clone()).filter(|&i| s.is(i, Class::Pronoun));
    judged && of.next_back().is_some_and(|i| s.says(i, &["she", "he", "her", "him"]))
}

/// A service that the article names as a provider of its own: "the youth offending service".
fn as_provider(story: &Story<'_>, service: usize) -> Option<Ix> {
    let known = story.services.get(service)?;
    story.nearest(known.span.start, |p| story.is_kind_of_service(p, service))
}

/// "the council's housing": the provider only says whose the next thing is.
fn owns_next(s: &Sentence<'_>, i: usize) -> bool {
    let next = if s.is(i + 1, Class::Possessive) { i + 2 } else { i + 1 };
    s.chunks.get(next).is_some_and(|next| {
        matches!(next.item, Item::Service(_) | Item::Aspect(_)) && next.span.start > s.chunks[i].span.end + 1
    })
}

/// The provider whose service a mention is: named before it in its sentence, else what the sentences before are about, else the
/// nearest that has such services.
pub(crate) fn owner(story: &Story<'_>, service: usize) -> Option<Ix> {
    let known = story.services.get(service)?;
    let fits = |ix: Ix| story.kind(ix).is_some_and(|kind| story.knowledge.has_service(kind, known.ix));
    let here = story.text.sentence_at(known.span.start);
    let sentence = story.text.sentences.get(here)?;
    // "its critical care unit" names no one before it.
    let before = story.providers.within(*sentence).iter().rev().filter(|m| m.span.end <= known.span.start);
    // "The hospital, part of X NHS Trust, had surgery rated good": not the trust's that runs it.
    let runs = |p: Ix| {
        let here = story.providers.within(*sentence).iter().map(|m| m.provider);
        here.filter_map(|q| story.providers.entities.get(q)).any(|e| e.operator == Some(p))
    };
    let own = before.map(|m| m.provider).find(|&p| fits(p) && !runs(p));
    // "maternity services at Marle Hospital"
    let after = story.providers.within(*sentence).iter().find(|m| m.span.start >= known.span.end);
    let at = |m: &&Mention| {
        let between = story.text.as_str().get(known.span.end..m.span.start).unwrap_or_default();
        let mut words = between.split_ascii_whitespace().rev().skip_while(|w| *w == "the");
        words.next().is_some_and(|w| matches!(w, "at" | "of")) && !between.contains([',', '.', ';'])
    };
    let own = own.or_else(|| after.filter(at).map(|m| m.provider).filter(|&p| fits(p) && !runs(p)));
    own.or_else(|| story.meant(here, fits)).or_else(|| story.nearest(known.span.start, fits))
}

/// Where the article is about a service of a provider ("children's services" in the headline or lead), an overall
/// judgement of the provider in the same paragraph is that service's.
fn implied_service(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame, providers: &[Ix]) -> Option<usize> {
    let [provider] = providers else { return None };
    let kind = story.kind(*provider)?;
    let judged_whole = (0..s.chunks.len()).any(|i| s.is(i, Class::Count));
    // "The sixth form was graded good, as was behaviour": the school's.
    let of_areas = frame.rule == "rated/ellipsis"
        && frame.listed.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))))
        && story
            .services
            .iter()
            .any(|k| s.span.contains(k.span) && story.knowledge.service_of(k.ix).is_none());
    if judged_whole || of_areas {
        return None;
    }
    // "…, with its early years provision rated outstanding": a clause of its own after the label.
    let label = s.chunks.get(frame.label).map_or(s.span.end, |c| c.span.end);
    let with = (frame.label + 1..s.chunks.len())
        .find(|&i| {
            let clause = s.says(i, &["with"]) || s.says(i, &["and"]) && s.is(i + 1, Class::Possessive);
            s.says(i, &["while", "but", "although", "though", "whereas"])
                || clause && s.item(i.wrapping_sub(1)) == Some(Item::Stop(','))
        })
        .and_then(|i| s.chunks.get(i))
        .map_or(s.span.end, |c| c.span.start);
    // "one for its housing service and two for education": of the grade before.
    let before = (0..frame.label).rev().find(|&i| matches!(s.item(i), Some(Item::Label(_))));
    let before = before
        .and_then(|i| s.chunks.get(i))
        .filter(|_| !frame.listed.is_empty() || !frame.unknown.is_empty());
    let of_before = |k: &Span| k.start < label && before.is_some_and(|b| k.start > b.span.start);
    // "Ann Hay, director of children's services, expected": whose office it is.
    let office = |k: &Span| {
        let before = story.text.as_str().get(s.span.start..k.start).unwrap_or_default();
        ["director of ", "head of ", "member for ", "secretary for ", "director for ", "manager of "]
            .iter()
            .any(|w| before.ends_with(w))
    };
    let same_sentence =
        |k: &Span| s.span.contains(*k) && (k.start < label || k.end <= with) && !of_before(k) && !office(k);
    // "The sixth form is outstanding and the school as a whole is good": a part without an id stands for no whole.
    let named = frame.subject.clone().any(|i| matches!(s.item(i), Some(Item::Provider(_))));
    let graded = |k: &Span| {
        let other =
            |c: &Chunk| matches!(c.item, Item::Label(_)) && c.span.start > k.end && c.span.end < label;
        named && s.chunks.iter().any(other)
    };
    let meant = |k: &Known| !graded(&k.span) || story.knowledge.service_of(k.ix).is_some();
    let fits = |k: &Known| same_sentence(&k.span) && meant(k) && story.knowledge.has_service(kind, k.ix);
    story.services.iter().position(fits)
}
