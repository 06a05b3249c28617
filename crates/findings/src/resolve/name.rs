//! What to call the bodies and providers that an article speaks of: a body by the letters the article gives it,
//! or else by its first name there; a provider by its fullest name. Knows nothing of who speaks.

use crate::fact::BodyHow;
use crate::find::provider::operator::Firm;
use crate::find::quote::{Named, NamedKind};
use crate::knowledge::Knowledge;
use crate::resolve::body;
use crate::resolve::provider::Registry;
use crate::scan::Scan;
use foldhash::HashMap;

/// Every place that names a body or a provider, in order, with what to call it.
pub(crate) fn names<'a>(
    scan: &'a Scan<'_>,
    knowledge: &'a Knowledge,
    bodies: &[body::Mention],
    providers: &'a Registry,
    firms: &[Firm],
) -> Vec<Named<'a>> {
    let mut called: HashMap<u16, (&'a str, bool)> = HashMap::default();
    for m in bodies.iter().filter(|m| m.how != BodyHow::Generic) {
        let acronym = m.how == BodyHow::Acronym;
        let known = called.entry(m.body).or_insert((scan.text.at(m.span), acronym));
        if acronym && !known.1 {
            *known = (scan.text.at(m.span), true);
        }
    }
    let bodies = bodies.iter().filter_map(|m| {
        let entry = || knowledge.bodies().get(usize::from(m.body)).map(|b| b.name.as_str());
        let name = called.get(&m.body).map(|(name, _)| *name).or_else(entry)?;
        Some(Named { span: m.span, name, kind: NamedKind::Body })
    });
    let providers = providers.mentions.iter().filter_map(|m| {
        let entity = providers.entities.get(m.provider)?;
        Some(Named { span: m.span, name: &entity.name, kind: NamedKind::Provider })
    });
    let firms = firms.iter().map(|f| Named {
        span: f.span,
        name: fullest(scan.text.at(f.span), firms.iter().map(|g| scan.text.at(g.span))),
        kind: NamedKind::Firm,
    });
    let mut all: Vec<Named<'a>> = bodies.chain(providers).chain(firms).collect();
    all.sort_by_key(|n| n.span);
    all
}

/// The longest of the names that begin with this one: "Brackwater" is Brackwater Homes Ltd.
fn fullest<'a>(name: &'a str, all: impl Iterator<Item = &'a str>) -> &'a str {
    let begins = |longer: &&str| {
        longer.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    all.filter(begins).max_by_key(|n| n.len()).unwrap_or(name)
}
