//! What a judgement is of: the part of a provider and the area, by what they are and not by their words. Knows no frame
//! and no date.

use crate::fact::ServiceId;
use crate::relate::frame::Target;
use crate::relate::story::Story;

/// The service and the area of a judgement, by what they are and not by their words.
pub(super) fn thing(story: &Story<'_>, body: Option<u16>, target: &Target) -> (Option<u16>, Option<String>) {
    let service = target.service.and_then(|s| story.services.get(s)).map(|k| k.ix);
    let area = target.aspect.and_then(|a| story.aspects.get(a)).map(|k| {
        let own = body.and_then(|b| story.knowledge.aspect_of_body(k.ix, b, story.published));
        let id = own.or_else(|| story.knowledge.aspect_of(k.ix, None));
        let id = id.filter(|_| !story.knowledge.is_part_of_aspect(k.ix));
        id.map_or_else(|| story.text.at(k.span).to_lowercase(), |id| id.as_str().to_owned())
    });
    (service, area.or_else(|| target.unknown.map(|span| story.text.at(span).to_lowercase())))
}

/// The part of a provider that a judgement is of, where the knowledge knows it by an id: "widespread and/or systemic
/// failings" are of one part of a council alone.
pub(super) fn part(story: &Story<'_>, form: u16, target: &Target) -> Option<ServiceId> {
    let known = story.knowledge;
    let named = target.service.and_then(|s| story.services.get(s)).and_then(|k| known.service_of(k.ix));
    let own = || known.service_of_statement(form, known.service_id(story.kind(target.provider?)?)?);
    named.or_else(own).cloned()
}

/// "services for children with special needs": not all of the children's services, where the label is of one part alone.
pub(super) fn narrowed(story: &Story<'_>, form: u16, target: Target) -> Target {
    let kind = target.provider.and_then(|p| story.kind(p)).and_then(|k| story.knowledge.service_id(k));
    let own = kind.and_then(|kind| story.knowledge.service_of_statement(form, kind));
    let named = target.service.and_then(|s| story.services.get(s)).map(|k| story.knowledge.service_of(k.ix));
    let other = own.is_some() && named.is_some_and(|n| n != own);
    Target { service: target.service.filter(|_| !other), ..target }
}
