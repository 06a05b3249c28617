//! What is counted: kinds of provider, aspects of one, or something that no inspectorate grades as such (pupils,
//! lessons, beds). Closed lists of nouns; knows no count.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::Story;
use crate::text::table::{Set, size};
use std::ops::Range;

/// Nouns for the parts that a body grades separately.
const AREAS: &[&str] = &[
    "areas", "area", "categories", "category", "criteria", "criterion", "aspects", "aspect", "judgements",
    "judgments", "domains", "domain", "strands", "strand", "questions", "question", "pillars", "pillar",
    "standards", "themes", "theme", "indicators", "counts", "fronts", "headings", "elements", "disciplines",
    "tests", "statements",
];

/// Nouns for what is graded as a whole, beside the kinds of provider that the knowledge names.
const UNITS: &[&str] = &[
    "services", "service", "providers", "provider", "premises", "businesses", "outlets", "establishments",
    "inspections", "locations", "settings", "units", "sites", "wards", "restaurants", "takeaways", "pubs",
    "eateries", "shops", "kitchens", "institutions", "organisations", "authorities", "trusts", "forces",
    "landlords", "jails", "prisons", "colleges", "practices", "surgeries", "homes", "schools", "nurseries",
    "hospitals", "councils", "agencies", "academies", "primaries", "secondaries", "childminders",
    "providers", "teams", "brigades", "departments", "operators", "stations", "facilities", "associations",
    "hospices", "pharmacies", "dentists", "clinics", "cafes", "cafés", "venues", "canteens", "firms",
    "companies", "grades", "gradings", "centres",
];

/// Nouns for people and things that no inspectorate rates.
const OTHERS: &[&str] = &[
    "pupils", "pupil", "students", "children", "lessons", "lesson", "teachers", "staff", "residents",
    "patients", "people", "parents", "respondents", "tenants", "nurses", "doctors", "inspectors", "families",
    "relatives", "households", "beds", "places", "carers", "workers", "inmates", "prisoners", "visitors",
    "customers", "households", "calls", "cases", "files", "records", "plans", "recommendations",
    "complaints", "incidents", "users", "officers", "governors", "members", "reports", "dishes", "rooms",
    "works", "appeals", "points",
];

static IS_AREA: Set<{ size(AREAS.len()) }> = Set::new(AREAS);
static IS_UNIT: Set<{ size(UNITS.len()) }> = Set::new(UNITS);
static IS_OTHER: Set<{ size(OTHERS.len()) }> = Set::new(OTHERS);

/// What sort of thing a stretch of a sentence counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// The parts of one provider that are graded separately.
    Areas,
    /// Providers, of this kind where the knowledge has the noun.
    Providers(Option<u16>),
    /// People and things that are not graded.
    Others,
    /// No noun that is known, or none at all.
    Unknown,
}

/// What the words of a range count: the head noun stands before the first preposition.
pub(super) fn sort(story: &Story<'_>, s: &Sentence<'_>, range: Range<usize>) -> Sort {
    let mut providers = None;
    for i in range {
        // "schools inspected", "homes in Norch", "services for children": what follows only narrows it.
        if s.says(i, &["in", "for", "with", "across", "inspected", "run", "that", "which", "where", "whose"])
            && providers.is_some()
        {
            break;
        }
        if providers.is_none() && IS_AREA.has_in_any_case(s.at(i)) {
            return Sort::Areas;
        }
        if IS_OTHER.has_in_any_case(s.at(i)) {
            return Sort::Others;
        }
        // "its five grades": of the areas of one.
        let few = matches!(s.item(i.wrapping_sub(1)), Some(Item::Number(2..=12)));
        let own = few || s.is(i.wrapping_sub(1), Class::Possessive);
        if providers.is_none() && own && s.says(i, &["grades", "gradings"]) {
            return Sort::Areas;
        }
        let Some(chunk) = s.chunks.get(i) else { break };
        let from = story.plurals.partition_point(|p| p.span.end <= chunk.span.start);
        let plural = story.plurals.get(from).filter(|p| p.span.overlaps(chunk.span));
        let unit =
            IS_UNIT.has_in_any_case(s.at(i)) || matches!(chunk.item, Item::Group(_) | Item::Service(_));
        if plural.is_some() || unit {
            providers = Some(plural.map(|p| p.ix).or(providers.flatten()));
        }
    }
    providers.map_or(Sort::Unknown, Sort::Providers)
}

/// True for a provider's noun in the singular: "no school".
pub(super) fn is_one(s: &Sentence<'_>, at: usize) -> bool {
    s.says(
        at,
        &[
            "council", "school", "home", "hospital", "trust", "prison", "jail", "force", "nursery",
            "college", "practice", "surgery", "service", "provider", "landlord", "authority", "department",
            "academy",
        ],
    )
}

/// True for a noun of what is graded as a whole.
pub(super) fn is_unit(s: &Sentence<'_>, at: usize) -> bool {
    IS_UNIT.has_in_any_case(s.at(at))
}

/// True for a noun of parts that are graded separately.
pub(super) fn is_area(s: &Sentence<'_>, at: usize) -> bool {
    IS_AREA.has_in_any_case(s.at(at))
}

/// True for a noun of people and things that no inspectorate rates.
pub(super) fn is_other(s: &Sentence<'_>, at: usize) -> bool {
    IS_OTHER.has_in_any_case(s.at(at))
}
