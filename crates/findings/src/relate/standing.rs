//! Whose judgement a label is and on which scale it stands: asks the knowledge for each body in play, the nearest
//! first. Knows no frame and no status.

use crate::fact::{AspectId, Day, FrameworkId, ScaleId};
use crate::find::words::Class;
use crate::knowledge::{Ask, Framework, How, InForce, ScaleKind};
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Target;
use crate::relate::story::{Story, place_of};
use crate::text::word::last;
use std::rc::Rc;

/// How many services of the article are tried for a judgement that names none.
const SERVICES_TRIED: usize = 4;

/// The scale that a label stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) scale: ScaleId,
    pub(crate) framework: Option<FrameworkId>,
    pub(crate) label: String,
    pub(crate) rank: u8,
    pub(crate) of: u8,
    /// What the scale is about, where the label's own words say it: "capacity to improve".
    pub(crate) about: Option<(Option<AspectId>, String)>,
}

/// A label of which nothing is settled yet.
pub(crate) struct Question<'a> {
    /// Index into the knowledge's forms.
    pub(crate) form: u16,
    pub(crate) target: &'a Target,
    /// First and last day of the visit, if told.
    pub(crate) days: Option<(Day, Day)>,
}

/// The levels that a label's form can stand for, by one body and for one service.
fn levels<'t>(
    story: &Story<'t>,
    body: Option<u16>,
    service: Option<usize>,
    q: &Question<'_>,
) -> Rc<[InForce<'t>]> {
    let known = story.knowledge;
    let found = made_for(story, body, service, q);
    // A landlord that is a council, a prison's school: the body inspects the kind, its scale is made for another.
    let inspects =
        body.zip(q.target.provider.and_then(|p| story.kind(p))).is_some_and(|(b, k)| known.inspects(b, k));
    // "serving most people well", "promising prospects": words of that one axis.
    let overall = |scale: u16| known.scales().get(usize::from(scale)).is_none_or(|scale| scale.overall);
    let unmistakable = known.forms.get(usize::from(q.form)).is_some_and(|f| {
        f.text.bytes().any(|b| b.is_ascii_digit())
            || f.text.contains("star")
            || (f.text.contains(' ') || q.target.aspect.is_some())
                && !f.stands.iter().any(|s| overall(s.scale))
    });
    if found.is_empty() && place_of(q.form).is_none() && inspects && !known.only_paraphrases(q.form) {
        let ask = ask(story, body, service, q);
        let of_part = of_its_part(story, &ask, q.form);
        if of_part.is_empty() && unmistakable {
            return known.levels_of(q.form, &Ask { kind: None, service: None, ..ask }).into();
        }
        return of_part.into();
    }
    found
}

/// "Ofsted rated the council inadequate": what the body inspects of such a provider, where that is one part of it.
fn of_its_part<'t>(story: &Story<'t>, ask: &Ask<'_>, form: u16) -> Vec<InForce<'t>> {
    let known = story.knowledge;
    let Some(kind) = ask.kind.filter(|_| ask.service.is_none()) else { return Vec::new() };
    let parts = known.services().iter().filter(|s| s.part_of.as_ref() == Some(kind));
    // What the body itself had in force, and not what it has had or its kin.
    let lasts = |f: &InForce<'_>| {
        let own = ask.body.is_none_or(|body| f.scale.bodies.contains(body));
        own && (ask.on.is_some()
            || f.scale.until.zip(ask.published).is_none_or(|(until, day)| until.last() >= day))
    };
    let mut of_parts = parts
        .map(|part| known.levels_of(form, &Ask { service: Some(&part.id), ..*ask }))
        .map(|found| found.into_iter().filter(lasts).collect::<Vec<_>>())
        .filter(|found| !found.is_empty());
    let Some(first) = of_parts.next() else { return Vec::new() };
    let same =
        |other: &Vec<InForce<'_>>| other.iter().all(|f| first.iter().any(|g| g.scale.id == f.scale.id));
    if of_parts.all(|other| same(&other)) { first } else { Vec::new() }
}

/// The same on the scales that are made for such a provider or service.
fn made_for<'t>(
    story: &Story<'t>,
    body: Option<u16>,
    service: Option<usize>,
    q: &Question<'_>,
) -> Rc<[InForce<'t>]> {
    let kind = q.target.provider.and_then(|p| story.kind(p));
    story.stands_on((q.form, body, service, kind, q.target.aspect, q.days), || {
        let ask = ask(story, body, service, q);
        match place_of(q.form) {
            Some(place) => story.knowledge.levels_at(place, &ask, q.target.aspect.is_some()),
            None => story.knowledge.levels_of(q.form, &ask),
        }
    })
}

fn ask<'a>(story: &'a Story<'_>, body: Option<u16>, service: Option<usize>, q: &Question<'_>) -> Ask<'a> {
    let known = story.knowledge;
    // "Safety" is an area of many bodies: of this one, where it names it.
    let area = q.target.aspect.and_then(|a| story.aspects.get(a));
    let own = area.zip(body).and_then(|(a, b)| known.aspect_of_body(a.ix, b, story.published));
    let kind = q.target.provider.and_then(|p| story.kind(p)).and_then(|k| known.service_id(k));
    let named = service.and_then(|s| story.services.get(s)).and_then(|s| known.service_of(s.ix));
    Ask {
        body: body.and_then(|b| known.body_id(b)),
        kind,
        service: named.or_else(|| known.service_of_statement(q.form, kind?)),
        aspect: own.or_else(|| area.and_then(|a| known.aspect_of(a.ix, None))),
        on: q.days,
        published: story.published,
        ..Ask::default()
    }
}

/// The scale that the label stands on, where all that could be agree on label, rank and length.
pub(crate) fn settle(story: &Story<'_>, body: Option<u16>, q: &Question<'_>) -> Option<Standing> {
    let found = levels(story, body, q.target.service, q);
    // A scale that began after the visit but before the article: what the paper tells is the grade on it.
    let undated = Question { days: None, ..*q };
    let found = if found.is_empty() && q.days.is_some() {
        let now = |f: &InForce<'_>| {
            f.scale.until.is_none_or(|until| story.published.is_some_and(|day| until.last() >= day))
        };
        levels(story, body, q.target.service, &undated).iter().filter(|f| now(f)).copied().collect()
    } else {
        found
    };
    // A part without a scale of its own (a ward, a maternity unit) is judged on its provider's.
    let found = if found.is_empty() { levels(story, body, None, q) } else { found };
    // A school of a kind that its name does not tell: the body inspects no such as was guessed, but has the label.
    let stranger = body.zip(q.target.provider.and_then(|p| story.kind(p)));
    let stranger = stranger.is_some_and(|(b, kind)| !story.knowledge.inspects(b, kind));
    let found = if found.is_empty() && stranger {
        let anyone = Target { provider: None, ..q.target.clone() };
        levels(story, body, q.target.service, &Question { target: &anyone, ..*q })
    } else {
        found
    };
    // "judged delivery of outcomes good": an area has a word, where the whole has stars.
    let words = q.target.aspect.is_some() && found.iter().any(|f| !f.scale.overall);
    let stars = |f: &&InForce<'_>| words && f.scale.kind == ScaleKind::Stars;
    let found: Vec<InForce<'_>> = found.iter().filter(|f| !stars(f)).copied().collect();
    let mut found = supported(story, &found);
    // "scored two for children's services": on the scale of all services, and not on that of one area.
    let of_one = |f: &InForce<'_>| {
        let aspects = story.knowledge.frameworks().iter().flat_map(|f| &f.aspects);
        aspects.filter(|a| a.scale.as_ref() == Some(&f.scale.id)).take(2).count() == 1
    };
    if q.target.service.is_some() && q.target.aspect.is_none() && !found.iter().all(of_one) {
        found.retain(|f| !of_one(f));
    }
    let best = found.first()?;
    let agreed = found.iter().all(|f| f.label == best.label && f.rank == best.rank && f.of == best.of);
    let about = if best.overall && !is_letter(best.label) {
        None
    } else {
        about(story, q.form, best, q.target.provider.and_then(|p| story.kind(p)))
    };
    // A bare word on a scale that is only for one thing ("poor" for prospects) needs that thing to be named.
    let letters = story
        .knowledge
        .forms
        .get(usize::from(q.form))
        .is_some_and(|f| f.text.bytes().any(|b| b.is_ascii_digit()));
    let bare =
        !best.overall && !letters && q.target.aspect.is_none() && about.is_none() && only_aspects(best);
    (agreed && !bare).then(|| Standing {
        scale: best.scale.id.clone(),
        framework: best.framework.map(|f| f.id.clone()),
        label: best.label.to_owned(),
        rank: best.rank,
        of: best.of,
        about,
    })
}

/// What is only foreseen may be on a scale that is not in force yet.
pub(crate) fn settle_ahead(story: &Story<'_>, body: Option<u16>, q: &Question<'_>) -> Option<Standing> {
    let from = story.published?;
    let days = Day::new(from.year() + 1, from.month(), from.day().min(28)).map(|next| (from, next));
    settle(story, body, &Question { days, ..*q })
}

/// "Standards are good, Estyn says" years after the last grades on that scale: plain words, and no grade.
pub(crate) fn is_praise(story: &Story<'_>, s: &Sentence<'_>, label: usize, on: Option<&Standing>) -> bool {
    const YEARS: i16 = 2;
    let scale = on.and_then(|on| story.knowledge.scales().iter().find(|s| s.id == on.scale));
    let until = scale.and_then(|s| s.until).zip(story.published);
    let over = until.is_some_and(|(until, day)| until.last().year().saturating_add(YEARS) <= day.year());
    let over = over || on.is_none() && of_a_body(s, label);
    let marked = matches!(s.item(label.wrapping_sub(1)), Some(Item::Open));
    let letter = |label: &str| matches!(label.as_bytes(), [b'A'..=b'D']);
    let lettered = scale.is_some_and(|s| s.levels.iter().all(|l| letter(&l.label)));
    (over || lettered) && !marked && s.at(label).starts_with(char::is_lowercase)
}

/// "a poor Ofsted rating", "an excellent CQC report": a word before a body's name and its noun.
pub(crate) fn of_a_body(s: &Sentence<'_>, label: usize) -> bool {
    matches!(s.item(label + 1), Some(Item::Body(_))) && s.is_any(label + 2, &[Class::Rating, Class::Visit])
}

/// "Excellent" may stand on two scales: where another word of the article ("weak") is of one of them only, on that.
fn supported<'a>(story: &Story<'_>, found: &[InForce<'a>]) -> Vec<InForce<'a>> {
    let mut found = found.to_vec();
    let differ = found.windows(2).any(|pair| pair[0].scale.id != pair[1].scale.id);
    if !differ || found.iter().any(|f| f.how != How::Label) {
        return found;
    }
    let ids: Vec<ScaleId> = found.iter().map(|f| f.scale.id.clone()).collect();
    let scales = story.knowledge.scales();
    let only = |form: u16| {
        let stands = story.knowledge.forms.get(usize::from(form)).map_or(&[][..], |f| &f.stands);
        let words = stands.iter().filter(|s| s.how == How::Label);
        let mut of: Vec<&ScaleId> = words
            .filter_map(|s| scales.get(usize::from(s.scale)).map(|s| &s.id))
            .filter(|id| ids.contains(id))
            .collect();
        of.dedup();
        match of.as_slice() {
            [one] => Some((*one).clone()),
            _ => None,
        }
    };
    let mut named: Vec<ScaleId> = story.labels.iter().filter_map(|l| only(l.ix)).collect();
    named.sort_unstable_by(|a, b| a.as_str().cmp(b.as_str()));
    named.dedup();
    if let [one] = named.as_slice() {
        found.retain(|f| f.scale.id == *one);
    }
    found
}

/// True for a scale that stands beside another one of its framework, for aspects of its own.
fn only_aspects(found: &InForce<'_>) -> bool {
    found.framework.is_some_and(|f| f.aspects.iter().any(|a| a.scale.as_ref() == Some(&found.scale.id)))
}

/// "G1", "C3": a letter that says of what, and a number.
pub(crate) fn is_letter(label: &str) -> bool {
    matches!(label.as_bytes(), [b'A'..=b'Z', b'0'..=b'9'])
}

/// What a label of several words is about: "uncertain capacity to improve", "serving some people well".
fn about(
    story: &Story<'_>,
    form: u16,
    found: &InForce<'_>,
    kind: Option<u16>,
) -> Option<(Option<AspectId>, String)> {
    let form = story.knowledge.forms.get(usize::from(form))?;
    // The one aspect whose scale it is.
    let alone = |of: &'_ [Framework]| {
        let mut aspects =
            of.iter().flat_map(|f| &f.aspects).filter(|a| a.scale.as_ref() == Some(&found.scale.id));
        let only = aspects.next().filter(|first| aspects.all(|a| a.id == first.id))?;
        Some((Some(only.id.clone()), only.name.clone()))
    };
    // "G1", "V2": the letter says of what; a council has only one.
    if is_letter(found.label) {
        return alone(story.knowledge.frameworks())
            .filter(|_| kind.is_none_or(|kind| story.knowledge.has_like_scales(kind, found.scale)));
    }
    let grade = last(&form.text);
    let score = form.text.contains(" out of ") || form.text.contains("-out-of-");
    if score || grade.len() <= 3 && grade.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    // "improving well", "promising prospects": the words are of one aspect's own scale.
    let own = form
        .stands
        .iter()
        .all(|s| story.knowledge.scales().get(usize::from(s.scale)).is_some_and(|s| !s.overall));
    // "likely to improve", "would probably improve": none of its words is the area's, and it is of no other.
    let verb = ["likely to improve", " probably improve"].iter().any(|end| form.text.ends_with(end));
    let words = form.text.split_whitespace().count();
    let short = words == 2 || verb;
    let all = || alone(story.knowledge.frameworks());
    let sole = || found.framework.and_then(|f| alone(std::slice::from_ref(f)));
    if (short || story.knowledge.names_its_aspect(form)) && own && !found.overall {
        return sole().or_else(all);
    }
    // "not improving adequately" is all of it the grade; "uncertain capacity to improve" says itself of what.
    let whole = form.text.eq_ignore_ascii_case(found.label) && own && !found.overall;
    if let Some(aspect) = sole().filter(|_| whole) {
        return Some(aspect);
    }
    if form.text.split_whitespace().count() < 3 || found.overall {
        return None;
    }
    let rest = form.text.strip_prefix(found.label).map(str::trim).filter(|rest| !rest.is_empty());
    let best = found.scale.levels.iter().min_by_key(|level| level.rank)?;
    // "requires significant improvement" of a scale from "excellent" on tells nothing of what.
    let all = Some(best.label.as_str());
    let all = all.filter(|label| label.contains(' ') && found.scale.kind != ScaleKind::Percentage);
    let text = rest.or(all)?.to_owned();
    let named = |a: &&crate::knowledge::AspectEntry| {
        a.name.eq_ignore_ascii_case(&text) || a.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(&text))
    };
    let id = found.framework.and_then(|f| f.aspects.iter().find(named)).map(|a| a.id.clone());
    Some((id, text))
}

/// Whose judgement it is: of the bodies of the sentence, then of those named nearest around it, the first that has
/// such a label for such a provider; and the service it is about, where only a service has such a label.
pub(crate) fn body(
    story: &Story<'_>,
    s: &Sentence<'_>,
    label: usize,
    q: &Question<'_>,
) -> (Option<u16>, Option<usize>) {
    let candidates = candidates(story, s, label);
    for &body in &candidates {
        let of_owner = |found: Rc<[InForce<'_>]>| Some(story.owner(found.first()?.scale, body, &candidates));
        if let Some(owner) = of_owner(made_for(story, Some(body), q.target.service, q)) {
            return (Some(owner), None);
        }
        // Stars of a council are its social services', where the article names them.
        if q.target.service.is_none() {
            let at = s.chunks.get(label).map_or(s.span.start, |c| c.span.start);
            let service =
                services_near(story, at, q).find(|&ix| !made_for(story, Some(body), Some(ix), q).is_empty());
            if service.is_some() {
                return (Some(body), service);
            }
        }
        if let Some(owner) = of_owner(levels(story, Some(body), q.target.service, q)) {
            return (Some(owner), None);
        }
    }
    let kind = q.target.provider.and_then(|p| story.kind(p));
    let inspects = |b: &u16| kind.is_some_and(|k| story.knowledge.inspects(*b, k));
    // A name without a head noun may be of another kind than was guessed: the label tells whose it is.
    let nobody = Target { provider: None, ..q.target.clone() };
    let anywhere = Question { form: q.form, target: &nobody, days: q.days };
    let has_label = |b: &u16| !levels(story, Some(*b), None, &anywhere).is_empty();
    // "The Independent Schools Inspectorate had found the school excellent": the sentence's own.
    let inside = |b: &u16| {
        s.chunks
            .iter()
            .any(|c| matches!(c.item, Item::Body(m) if story.bodies.get(m).is_some_and(|m| m.body == *b)))
    };
    let mut own = candidates.iter().copied().filter(inside);
    let found = own.clone().find(inspects).or_else(|| own.find(has_label));
    let found = found.or_else(|| candidates.iter().copied().find(inspects));
    (found.or_else(|| candidates.iter().copied().find(has_label)), None)
}

/// The bodies in play, the nearest to the label first.
fn candidates(story: &Story<'_>, s: &Sentence<'_>, label: usize) -> Vec<u16> {
    let mut out: Vec<u16> = Vec::new();
    let mut push = |b: u16| {
        if !out.contains(&b) {
            out.push(b);
        }
    };
    let mut inside: Vec<usize> =
        (0..s.chunks.len()).filter(|&i| matches!(s.item(i), Some(Item::Body(_)))).collect();
    inside.sort_by_key(|&i| i.abs_diff(label));
    for i in inside {
        if let Some(Item::Body(m)) = s.item(i) {
            story.bodies.get(m).into_iter().for_each(|m| push(m.body));
        }
    }
    let split = story.bodies.partition_point(|m| m.span.start < s.span.start);
    story.bodies[..split].iter().rev().for_each(|m| push(m.body));
    story.bodies[split..].iter().for_each(|m| push(m.body));
    out
}

/// Services of the target's provider that the article names, the nearest before the label first.
fn services_near<'a, 't>(
    story: &'a Story<'t>,
    at: usize,
    q: &Question<'_>,
) -> impl Iterator<Item = usize> + use<'a, 't> {
    let kind = q.target.provider.and_then(|p| story.kind(p));
    let split = story.services.partition_point(|k| k.span.start < at);
    let order = (0..split).rev().chain(split..story.services.len());
    let fits = move |ix: &usize| {
        let service = story.services.get(*ix);
        kind.zip(service).is_some_and(|(kind, k)| {
            story.knowledge.has_service(kind, k.ix) && story.knowledge.service_of(k.ix).is_some()
        })
    };
    order.filter(fits).take(SERVICES_TRIED)
}
