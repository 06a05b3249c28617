//! What a fixture's comparison comes to: its misses, which of them are known gaps, and which gaps have closed.

use super::compare::{Fate, Sides, is_optional};
use super::fields::{Difference, Providers, is_easement, plain};
use super::gaps;
use super::places::{Place, mentions, own};
use super::score::Table;
use serde::Serialize;
use serde_json::Value;

/// One thing that is not as the fixture has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Miss {
    /// The kind of fact.
    pub kind: &'static str,
    /// In which way it is missed.
    pub sort: Sort,
    /// The fact in a few words.
    pub fact: String,
    /// What differs, for one that is nearly right.
    pub differences: Vec<String>,
    /// The sentence it stands in; empty for facts without a place.
    pub sentence: String,
    /// Why it is known to be missed, if a gap of the fixture says so.
    pub gap: Option<String>,
    /// The entry of the fixture's `gaps` that names it, or that would.
    pub entry: Value,
}

/// In which way found and expected part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// Expected, not found.
    Missed,
    /// Found, with fields that differ.
    Wrong,
    /// Found, not expected, in a kind that lists all there is.
    Extra,
    /// Found, though the fixture names it as what must not be.
    Never,
}

/// A fixture compared.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// All misses, kind by kind.
    pub misses: Vec<Miss>,
    /// Gaps of the fixture that nothing falls into any more.
    pub closed: Vec<String>,
    /// The figures.
    pub table: Table,
}

impl Outcome {
    /// Compares a fixture with the extraction of its article.
    pub fn of(sides: &Sides<'_>) -> Self {
        let pairings = sides.pair_all();
        let table = Table::of(sides, &pairings);
        let mut gatherer =
            Gatherer { sides, misses: Vec::new(), gap_used: vec![false; sides.fixture.gaps().len()] };
        for (kind, pairing) in &pairings {
            let (expected, found) = (sides.fixture.expected(kind), sides.found(kind));
            for (item, fate) in expected.iter().zip(&pairing.fates).filter(|(item, _)| !is_optional(item)) {
                match fate {
                    Fate::Right(_) => {}
                    Fate::Wrong(index, differences) => {
                        gatherer.add(kind, Sort::Wrong, item, found.get(*index), differences);
                    }
                    Fate::Missed => gatherer.add(kind, Sort::Missed, item, None, &[]),
                }
            }
            let forbidden =
                |fact: &Value| sides.fixture.never(kind).iter().any(|n| sides.is_forbidden(kind, n, fact));
            for (index, fact) in found.iter().enumerate() {
                if forbidden(fact) {
                    gatherer.add(kind, Sort::Never, fact, None, &[]);
                } else if sides.fixture.is_exhaustive(kind) && pairing.alone.contains(&index) {
                    gatherer.add(kind, Sort::Extra, fact, None, &[]);
                }
            }
        }
        let Gatherer { misses, gap_used, .. } = gatherer;
        let gaps = sides.fixture.gaps().iter().zip(gap_used).filter(|(_, used)| !used);
        let closed = gaps.map(|(gap, _)| format!("{} {}", plain(&gap["kind"]), brief_gap(gap))).collect();
        Self { misses, closed, table }
    }

    /// True when nothing is missed outside the gaps and no gap has closed.
    pub fn is_clean(&self) -> bool {
        self.closed.is_empty() && self.misses.iter().all(|miss| miss.gap.is_some())
    }
}

struct Gatherer<'s, 'a> {
    sides: &'s Sides<'a>,
    misses: Vec<Miss>,
    gap_used: Vec<bool>,
}

impl Gatherer<'_, '_> {
    /// Takes down one miss. Where its words recur, `partner`, the fact that was found for it, tells the place.
    fn add(
        &mut self,
        kind: &'static str,
        sort: Sort,
        fact: &Value,
        partner: Option<&Value>,
        differences: &[Difference],
    ) {
        let texts = self.sides.fixture.texts();
        let is_found = matches!(sort, Sort::Extra | Sort::Never);
        let places = if is_found { found_places(fact) } else { texts.places(fact).unwrap_or_default() };
        let gap = self.gap(kind, fact, is_found, &places);
        let differences: Vec<String> = differences.iter().map(ToString::to_string).collect();
        let entry = match &gap {
            Some(gap) => gap.clone(),
            None => gaps::entry(kind, sort, fact, &differences, texts),
        };
        let near = partner.map(found_places).unwrap_or_default();
        let there = places.iter().find(|p| near.iter().any(|q| q.overlaps(**p))).or(places.first());
        let providers = Providers(self.sides.found("providers"));
        self.misses.push(Miss {
            kind,
            sort,
            fact: brief(kind, fact, providers),
            differences,
            sentence: there.map(|&place| texts.sentence(place)).unwrap_or_default(),
            gap: gap.map(|gap| plain(&gap["reason"])),
            entry,
        });
    }

    /// The first gap that names this fact.
    fn gap(&mut self, kind: &str, fact: &Value, is_found: bool, places: &[Place]) -> Option<Value> {
        let sides = self.sides;
        let names = |gap: &Value| {
            let mut entry = gap.as_object().cloned().unwrap_or_default();
            entry.remove("kind");
            entry.remove("reason");
            let entry = Value::Object(entry);
            let there = match sides.fixture.texts().places(&entry) {
                Some(meant) => meant.iter().any(|p| places.iter().any(|q| q.overlaps(*p))),
                None => true,
            };
            let same = || match is_found {
                true => sides.agrees(kind, &entry, fact),
                false => same_where_listed(&entry, fact),
            };
            gap["kind"] == kind && there && same()
        };
        let gaps = sides.fixture.gaps();
        let index = gaps.iter().position(names)?;
        self.gap_used[index] = true;
        Some(gaps[index].clone())
    }
}

/// True when all that a gap lists besides its anchor is written in the expected fact too.
fn same_where_listed(gap: &Value, expected: &Value) -> bool {
    let fields = gap.as_object().into_iter().flatten();
    fields.filter(|(field, _)| !is_easement(field)).all(|(field, value)| expected[field] == *value)
}

/// Where a found fact stands: its own place, or its mentions' for one that has none.
fn found_places(fact: &Value) -> Vec<Place> {
    own(fact).map_or_else(|| mentions(fact), |place| vec![place])
}

/// A fact in a few words.
fn brief(kind: &str, fact: &Value, providers: Providers<'_>) -> String {
    let fields: &[&str] = match kind {
        "bodies" => &["id", "role"],
        "providers" => &["name", "kind"],
        "ratings" => &["label", "provider", "service", "aspect", "status"],
        "tallies" => &["labels", "count", "provider"],
        "measures" => &["kind", "action", "provider", "date"],
        "inspections" => &["provider", "body", "inspected", "published"],
        "money" => &["currency", "amount", "precision"],
        "dates" => &["value", "kind", "role"],
        "quotes" => &["kind", "speaker"],
        _ => &["kind"],
    };
    let value = |field: &&str| {
        let value = fact.get(field).filter(|v| !v.is_null())?;
        let name = value.as_str().filter(|_| *field == "provider").and_then(|id| providers.name_of(id));
        Some(name.map_or_else(|| plain(value), str::to_owned))
    };
    let parts: Vec<String> = fields.iter().filter_map(value).collect();
    let rule = fact["rule"].as_str().map(|rule| format!(" [{rule}]")).unwrap_or_default();
    match fact["text"].as_str() {
        Some(text) => format!("“{text}” {}{rule}", parts.join(" · ")),
        None => format!("{}{rule}", parts.join(" · ")),
    }
}

fn brief_gap(gap: &Value) -> String {
    let names = ["text", "id", "name", "label", "provider"];
    let parts: Vec<String> = names.iter().filter_map(|f| gap.get(f)).map(plain).collect();
    format!("“{}” ({})", parts.join(" · "), plain(&gap["reason"]))
}
