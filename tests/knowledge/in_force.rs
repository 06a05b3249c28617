//! The table of what was in force, row by row, against the knowledge.

use findings::knowledge::{Ask, Told};
use findings::{BodyId, Day, Knowledge, ServiceId};
use std::collections::BTreeSet;

const TABLE: &str = include_str!("in_force.txt");

struct Row<'t> {
    line: &'t str,
    label: &'t str,
    body: BodyId,
    service: ServiceId,
    day: Day,
    scale: &'t str,
    place: &'t str,
}

fn rows() -> impl Iterator<Item = Row<'static>> {
    TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let [label, body, service, day, scale, place] = fields[..] else { panic!("{line}") };
        let (body, service) = (BodyId::new(body), ServiceId::new(service));
        Row { line, label, body, service, day: day.parse().unwrap(), scale, place }
    })
}

fn told(label: &str) -> Told<'_> {
    if let Ok(number) = label.parse() {
        return Told::Number(number);
    }
    let out_of =
        label.split_once('/').and_then(|(n, of)| Some(Told::OutOf(n.parse().ok()?, of.parse().ok()?)));
    out_of.unwrap_or(Told::Words(label))
}

#[test]
fn every_row_of_the_table_is_answered_as_it_says() {
    let knowledge = Knowledge::builtin();
    let mut wrong = Vec::new();
    for row in rows() {
        let is_part = knowledge.service(&row.service).unwrap().part_of.is_some();
        let (kind, service) = if is_part { (None, Some(&row.service)) } else { (Some(&row.service), None) };
        let on = Some((row.day, row.day));
        let ask = Ask { told: told(row.label), body: Some(&row.body), kind, service, on, ..Ask::default() };
        let answers = knowledge.scale_in_force(&ask);
        let given: BTreeSet<String> =
            answers.iter().map(|a| format!("{} | {} of {}", a.scale.id, a.rank, a.of)).collect();
        let wanted = match row.scale {
            "-" => BTreeSet::new(),
            scales => {
                let pairs = scales.split(", ").zip(row.place.split(", "));
                pairs.map(|(scale, place)| format!("{scale} | {place}")).collect()
            }
        };
        if given != wanted {
            wrong.push(format!("{}\n    answered {given:?}", row.line));
        }
    }
    assert!(wrong.is_empty(), "{} rows are answered otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_table_is_long_and_visits_every_body_that_judges_and_every_edition() {
    let rows: Vec<Row<'_>> = rows().collect();
    assert!(rows.len() >= 120, "{} rows", rows.len());
    let knowledge = Knowledge::builtin();
    let told_of: BTreeSet<&str> = rows.iter().flat_map(|row| row.scale.split(", ")).collect();
    let judging: BTreeSet<&BodyId> = rows.iter().map(|row| &row.body).collect();
    let editions: Vec<&str> = knowledge
        .scales()
        .iter()
        .filter(|scale| scale.series.is_some())
        .map(|scale| scale.id.as_str())
        .filter(|id| !told_of.contains(id) && !TOLD_BY_NO_LABEL.contains(id))
        .collect();
    assert!(editions.is_empty(), "editions in no row: {editions:?}");
    let bodies: Vec<&str> = knowledge
        .bodies()
        .iter()
        .filter(|body| knowledge.scales().iter().any(|scale| scale.bodies.contains(&body.id)))
        .filter(|body| body.issues.iter().any(|issue| issue == "ratings"))
        .map(|body| body.id.as_str())
        .filter(|id| !judging.iter().any(|judging| judging.as_str() == *id))
        .collect();
    assert!(bodies.is_empty(), "bodies in no row: {bodies:?}");
}

/// Editions whose labels other scales of the same bodies shared on the same days.
const TOLD_BY_NO_LABEL: &[&str] = &[];
