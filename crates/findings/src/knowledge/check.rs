//! Whether the knowledge is sound: every reference resolves, ranks count from 1, editions of one scale do not
//! overlap, a scale lies within the life of a body that judges by it. Knows no text.

use super::body::BodyEntry;
use super::error::Problem;
use super::scale::{BestNumber, Scale};
use super::tables::Tables;
use super::when::{When, may_overlap};
use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};

/// The first thing that is wrong.
pub(super) fn check(tables: &Tables) -> Result<(), Problem> {
    let known = Known::of(tables);
    bodies(tables, &known)?;
    aliases(tables)?;
    services(tables, &known)?;
    for scale in &tables.scale {
        scale_refs(scale, &known)?;
        levels(scale)?;
    }
    frameworks(tables, &known)?;
    editions(tables)?;
    lives(tables)
}

struct Known<'a> {
    bodies: HashSet<&'a str>,
    services: HashSet<&'a str>,
    scales: HashSet<&'a str>,
    words: HashSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(tables: &'a Tables) -> Self {
        Self {
            bodies: tables.body.iter().map(|e| e.id.as_str()).collect(),
            services: tables.service.iter().map(|e| e.id.as_str()).collect(),
            scales: tables.scale.iter().map(|e| e.id.as_str()).collect(),
            words: tables.word.iter().map(|e| e.id.as_str()).collect(),
        }
    }
}

/// One entry that names others, for the errors.
struct Entry<'a> {
    table: &'static str,
    entry: &'a str,
}

impl Entry<'_> {
    fn to<'i, I: Borrow<str> + 'i>(
        &self,
        field: &'static str,
        ids: impl IntoIterator<Item = &'i I>,
        known: &HashSet<&str>,
        what: &str,
    ) -> Result<(), Problem> {
        for id in ids {
            let id: &str = id.borrow();
            if !known.contains(id) {
                return Err(self.wrong(
                    field,
                    Some(id),
                    format!("no {what} has the id `{id}`; expected the id of a {what}"),
                ));
            }
        }
        Ok(())
    }

    fn wrong(&self, field: &'static str, value: Option<&str>, expected: String) -> Problem {
        Problem {
            table: self.table,
            entry: self.entry.to_owned(),
            field,
            value: value.map(str::to_owned),
            expected,
        }
    }
}

fn bodies(tables: &Tables, known: &Known<'_>) -> Result<(), Problem> {
    for e in &tables.body {
        let from = Entry { table: "body", entry: e.id.as_str() };
        from.to("parent", &e.parent, &known.bodies, "body")?;
        from.to("predecessors", &e.predecessors, &known.bodies, "body")?;
        from.to("successors", &e.successors, &known.bodies, "body")?;
        from.to("usual", &e.usual, &known.services, "service")?;
        in_order(&from, e.start, e.end, "end")?;
    }
    for e in &tables.noun {
        let from = Entry { table: "noun", entry: e.names.first().map_or("", String::as_str) };
        from.to("bodies", &e.bodies, &known.bodies, "body")?;
    }
    for e in &tables.regime {
        let from = Entry { table: "regime", entry: e.id.as_str() };
        from.to("bodies", &e.bodies, &known.bodies, "body")?;
        from.to("services", &e.services, &known.services, "service")?;
        in_order(&from, e.from, e.until, "until")?;
    }
    Ok(())
}

/// A name belongs to one body, or one of its bearers says what tells them apart.
fn aliases(tables: &Tables) -> Result<(), Problem> {
    let mut bearers: HashMap<String, Vec<&BodyEntry>> = HashMap::new();
    for e in &tables.body {
        let fields = [
            ("names", &e.names),
            ("acronyms", &e.acronyms),
            ("weak", &e.weak),
            ("misspellings", &e.misspellings),
        ];
        for (field, name) in
            fields.into_iter().flat_map(|(field, names)| names.iter().map(move |n| (field, n)))
        {
            let from = Entry { table: "body", entry: e.id.as_str() };
            if name.trim().is_empty() {
                return Err(from.wrong(field, None, "expected a name, found an empty one".to_owned()));
            }
            let others = bearers.entry(name.to_lowercase()).or_default();
            let is_told = |e: &BodyEntry| e.tell_apart.keys().any(|told| told.eq_ignore_ascii_case(name));
            if let Some(other) =
                others.iter().find(|other| other.id != e.id && !is_told(other) && !is_told(e))
            {
                return Err(from.wrong(
                    field,
                    Some(name),
                    format!(
                        "`{name}` is a name of `{}` too; expected a name of its own, or what tells the two apart \
                         under `tell_apart`",
                        other.id
                    ),
                ));
            }
            others.push(e);
        }
    }
    Ok(())
}

fn services(tables: &Tables, known: &Known<'_>) -> Result<(), Problem> {
    for e in &tables.service {
        let from = Entry { table: "service", entry: e.id.as_str() };
        from.to("part_of", &e.part_of, &known.services, "service")?;
        from.to("bodies", &e.bodies, &known.bodies, "body")?;
    }
    for e in &tables.part {
        let from = Entry { table: "part", entry: e.names.first().map_or("", String::as_str) };
        from.to("of", [&e.of], &known.services, "service")?;
    }
    Ok(())
}

fn scale_refs(scale: &Scale, known: &Known<'_>) -> Result<(), Problem> {
    let from = Entry { table: "scale", entry: scale.id.as_str() };
    from.to("bodies", &scale.bodies, &known.bodies, "body")?;
    from.to("services", &scale.services, &known.services, "service")?;
    for level in &scale.levels {
        from.to("levels.word", &level.word, &known.words, "word")?;
    }
    if scale.bodies.is_empty() {
        return Err(from.wrong("bodies", None, "expected at least one body".to_owned()));
    }
    in_order(&from, Some(scale.from), scale.until, "until")
}

/// Ranks count from 1, labels differ, numbers run the way `best_number` says.
fn levels(scale: &Scale) -> Result<(), Problem> {
    let from = Entry { table: "scale", entry: scale.id.as_str() };
    let mut labels = HashSet::new();
    for (ix, level) in scale.levels.iter().enumerate() {
        let label = Some(level.label.as_str());
        if usize::from(level.rank) != ix + 1 {
            return Err(from.wrong(
                "levels.rank",
                label,
                format!("expected rank {}: levels stand best first", ix + 1),
            ));
        }
        if !labels.insert(level.label.as_str()) {
            return Err(from.wrong(
                "levels.label",
                label,
                format!("the label `{}` stands twice", level.label),
            ));
        }
    }
    if scale.levels.is_empty() {
        return Err(from.wrong("levels", None, "expected at least one level".to_owned()));
    }
    let numbers: Vec<u8> = scale.levels.iter().filter_map(|l| l.number).collect();
    let runs = match scale.best_number {
        Some(BestNumber::High) => numbers.is_sorted_by(|a, b| a > b),
        Some(BestNumber::Low) => numbers.is_sorted_by(|a, b| a < b),
        None => numbers.is_empty(),
    };
    if !runs {
        let expected = "expected `low` or `high`, as the numbers of the levels run from the best".to_owned();
        return Err(from.wrong("best_number", None, expected));
    }
    if !scale.printed.is_empty() && numbers.is_empty() {
        return Err(from.wrong("printed", None, "expected levels with a `number`".to_owned()));
    }
    Ok(())
}

fn frameworks(tables: &Tables, known: &Known<'_>) -> Result<(), Problem> {
    for e in &tables.framework {
        let from = Entry { table: "framework", entry: e.id.as_str() };
        from.to("body", [&e.body], &known.bodies, "body")?;
        from.to("partners", &e.partners, &known.bodies, "body")?;
        from.to("service", [&e.service], &known.services, "service")?;
        from.to("scales", &e.scales, &known.scales, "scale")?;
        in_order(&from, Some(e.from), e.until, "until")?;
        let aspects: HashSet<&str> = e.aspects.iter().map(|a| a.id.as_str()).collect();
        if aspects.len() != e.aspects.len() {
            return Err(from.wrong("aspects.id", None, "an aspect's id stands twice".to_owned()));
        }
        for aspect in &e.aspects {
            from.to("aspects.parent", &aspect.parent, &aspects, "aspect of this framework")?;
            from.to("aspects.scale", &aspect.scale, &known.scales, "scale")?;
            from.to("aspects.from_body", &aspect.from_body, &known.bodies, "body")?;
        }
    }
    Ok(())
}

/// Editions of one series do not overlap where they are for the same service.
fn editions(tables: &Tables) -> Result<(), Problem> {
    for (ix, a) in tables.scale.iter().enumerate() {
        for b in tables.scale.iter().take(ix) {
            let series = a.series.is_some() && a.series == b.series;
            if series && a.services.iter().any(|s| b.services.contains(s)) && overlap(a, b) {
                let from = Entry { table: "scale", entry: a.id.as_str() };
                return Err(from.wrong(
                    "from",
                    None,
                    format!("overlaps the edition `{}` of the same series", b.id),
                ));
            }
        }
    }
    Ok(())
}

fn overlap(a: &Scale, b: &Scale) -> bool {
    let ends_before = |a: &Scale, b: &Scale| a.until.is_some_and(|until| until.last() < b.from.first());
    !ends_before(a, b) && !ends_before(b, a)
}

/// A scale begins within the life of one of its bodies, and each of them has lived while it was in force.
fn lives(tables: &Tables) -> Result<(), Problem> {
    for scale in &tables.scale {
        let mut bodies = tables.body.iter().filter(|b| scale.bodies.contains(&b.id));
        let begins = (scale.from.first(), scale.from.last());
        let begun = bodies.clone().any(|b| may_overlap(b.start, b.end, begins));
        let met = bodies.all(|b| {
            let ended_before = b.end.is_some_and(|end| end.last() < scale.from.first());
            let came_after =
                b.start.zip(scale.until).is_some_and(|(start, until)| start.first() > until.last());
            !ended_before && !came_after
        });
        if !begun || !met {
            let from = Entry { table: "scale", entry: scale.id.as_str() };
            let expected = "expected a scale within the life of the bodies that judge by it".to_owned();
            return Err(from.wrong("from", None, expected));
        }
    }
    Ok(())
}

fn in_order(
    from: &Entry<'_>,
    start: Option<When>,
    end: Option<When>,
    field: &'static str,
) -> Result<(), Problem> {
    match (start, end) {
        (Some(start), Some(end)) if end.last() < start.first() => {
            Err(from.wrong(field, None, format!("`{end}` is before `{start}`; expected a later date")))
        }
        _ => Ok(()),
    }
}
