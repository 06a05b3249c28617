//! What to call the bodies and providers that an article speaks of: a body by the letters the article gives it,
//! or else by its first name there; a provider by its fullest name. Knows nothing of who speaks.

use crate::fact::BodyHow;
use crate::find::quote::Named;
use crate::knowledge::Knowledge;
use crate::resolve::body;
use crate::resolve::provider::Registry;
use crate::scan::Scan;
use std::collections::HashMap;

/// Every place that names a body or a provider, in order, with what to call it.
pub(crate) fn names<'a>(
    scan: &'a Scan<'_>,
    knowledge: &'a Knowledge,
    bodies: &[body::Mention],
    providers: &'a Registry,
) -> Vec<Named<'a>> {
    let mut called: HashMap<u16, (&'a str, bool)> = HashMap::new();
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
        Some(Named { span: m.span, name, body: true })
    });
    let providers = providers.mentions.iter().filter_map(|m| {
        let entity = providers.entities.get(m.provider)?;
        Some(Named { span: m.span, name: &entity.name, body: false })
    });
    let mut all: Vec<Named<'a>> = bodies.chain(providers).collect();
    all.sort_by_key(|n| n.span);
    all
}
