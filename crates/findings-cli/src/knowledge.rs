//! What `findings knowledge` does: lists, shows, checks, tidies, answers what was in force; and reads the knowledge
//! files that users add. Knows no fact: all of it stands in the library's knowledge.

use crate::args::{self, KnowledgeCommand};
use crate::input::{Failure, reason, walk};
use crate::output::{Output, Stop};
use crate::run::{End, tell, unusable};
use findings::knowledge::{Ask, AspectEntry, BodyEntry, Framework, Marker, Scale, ServiceEntry, Told, When};
use findings::{BodyId, Day, Extractor, FrameworkId, Knowledge, ServiceId};
use serde::Serialize;
use std::borrow::Cow;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The built-in knowledge with the files at the paths, and those in folders there.
pub(crate) fn load(paths: &[PathBuf]) -> Result<Cow<'static, Knowledge>, Failure> {
    if paths.is_empty() {
        return Ok(Cow::Borrowed(Knowledge::builtin()));
    }
    let files = read(paths)?;
    let texts = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    Knowledge::builtin().with_toml(texts).map(Cow::Owned).map_err(|error| Failure {
        name: format!("{}:{}", error.file, error.line),
        reason: match error.field {
            Some(field) => format!("field `{field}`: {}", error.expected),
            None => error.expected,
        },
    })
}

/// An extractor with that knowledge: one a process, and as long as the process lives.
pub(crate) fn extractor(paths: &[PathBuf]) -> Result<&'static Extractor, Failure> {
    Ok(match load(paths)? {
        Cow::Borrowed(_) => Extractor::builtin(),
        Cow::Owned(knowledge) => Box::leak(Box::new(Extractor::new(knowledge))),
    })
}

/// The knowledge files at the paths, each by its path.
pub(crate) fn read(paths: &[PathBuf]) -> Result<Vec<(String, String)>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        let found = if path.is_dir() { walk(path, &["toml"])? } else { vec![path.clone()] };
        if found.is_empty() {
            let reason = "no .toml file in this folder".to_owned();
            return Err(Failure { name: path.display().to_string(), reason });
        }
        for file in found {
            files.push((file.display().to_string(), text(&file)?));
        }
    }
    Ok(files)
}

fn text(file: &Path) -> Result<String, Failure> {
    fs::read_to_string(file)
        .map_err(|error| Failure { name: file.display().to_string(), reason: reason(&error) })
}

/// `findings knowledge`.
pub(crate) fn run(args: &args::Knowledge, output: &mut Output) -> Result<End, Stop> {
    let done = match &args.command {
        Some(KnowledgeCommand::Fmt(args)) => return tidy(args, output),
        Some(KnowledgeCommand::Check(check)) => {
            load(&[args.own.knowledge.as_slice(), &check.paths].concat()).map(|knowledge| counts(&knowledge))
        }
        Some(KnowledgeCommand::Show(show)) => load(&args.own.knowledge).and_then(|knowledge| {
            let unknown = || Failure { name: show.id.clone(), reason: "nothing has this id".to_owned() };
            entry(&knowledge, &show.id).ok_or_else(unknown)
        }),
        Some(KnowledgeCommand::Scale(asked)) => {
            load(&args.own.knowledge).and_then(|knowledge| in_force(&knowledge, asked))
        }
        None if args.json => match load(&args.own.knowledge) {
            Ok(knowledge) => {
                output.object(&whole(&knowledge), true)?;
                return Ok(End::Done);
            }
            Err(failure) => Err(failure),
        },
        None => load(&args.own.knowledge).map(|knowledge| list(&knowledge)),
    };
    match done {
        Ok(told) => output.text(told).map(|()| End::Done),
        Err(failure) => Ok(unusable(&failure)),
    }
}

/// Rewrites files in their canonical form, or says which are not in it.
fn tidy(args: &args::Fmt, output: &mut Output) -> Result<End, Stop> {
    let mut end = End::Done;
    let files = match read(&args.paths) {
        Ok(files) => files,
        Err(failure) => return Ok(tell(&failure)),
    };
    for (name, text) in files {
        match Knowledge::format(&name, &text) {
            Ok(tidy) if tidy == text => {}
            Ok(_) if args.check => {
                output.text(format_args!("{name} is not in canonical form\n"))?;
                end = End::Differs;
            }
            Ok(tidy) => {
                if let Err(error) = fs::write(&name, tidy) {
                    end = tell(&Failure { name, reason: reason(&error) });
                }
            }
            Err(error) => {
                eprintln!("findings: {error}");
                end = End::Failed;
            }
        }
    }
    Ok(end)
}

fn counts(knowledge: &Knowledge) -> String {
    let mut out = String::new();
    for (what, count) in knowledge.counts().rows() {
        let _ = writeln!(out, "{count:>6}  {what}");
    }
    out
}

fn list(knowledge: &Knowledge) -> String {
    let mut out = String::new();
    for body in knowledge.bodies() {
        let _ = writeln!(out, "{}  {}", body.id, about(body));
        for scale in scales_of(knowledge, &body.id) {
            let _ = writeln!(out, "    {}  {}", scale.id, told(scale));
        }
    }
    out
}

fn about(body: &BodyEntry) -> String {
    let life = match (body.start, body.end) {
        (None, None) => String::new(),
        (start, end) => format!(", {}", years(start, end)),
    };
    format!("{} ({}, {}{life})", body.name, body.kind, body.nations.join(" and "))
}

fn years(from: Option<When>, until: Option<When>) -> String {
    match (from, until) {
        (Some(from), Some(until)) => format!("{from} to {until}"),
        (Some(from), None) => format!("since {from}"),
        (None, Some(until)) => format!("until {until}"),
        (None, None) => "always".to_owned(),
    }
}

/// A scale in a line: when, and its levels from the best.
fn told(scale: &Scale) -> String {
    let levels: Vec<&str> = scale.levels.iter().map(|l| l.label.as_str()).collect();
    let overall = if scale.overall { "" } else { " (no overall grade)" };
    format!("{}: {}{overall}", years(Some(scale.from), scale.until), levels.join(" · "))
}

fn scales_of<'k>(knowledge: &'k Knowledge, body: &'k BodyId) -> impl Iterator<Item = &'k Scale> {
    knowledge.scales().iter().filter(move |s| s.bodies.contains(body))
}

/// An entry as its file has it, and for a body what belongs to it.
fn entry(knowledge: &Knowledge, id: &str) -> Option<String> {
    let mut out = knowledge.entry(id)?;
    let body = BodyId::new(id);
    if knowledge.body(&body).is_some() {
        for scale in scales_of(knowledge, &body) {
            let _ = write!(out, "\n# scale {}\n#   {}\n", scale.id, told(scale));
        }
        for framework in knowledge.frameworks().iter().filter(|f| f.body == body) {
            let when = years(Some(framework.from), framework.until);
            let aspects: Vec<&str> = framework.aspects.iter().map(|a| a.name.as_str()).collect();
            let _ = write!(out, "\n# framework {}\n#   {when}: {}\n", framework.id, aspects.join(" · "));
        }
        for regime in knowledge.regimes().iter().filter(|r| r.bodies.contains(&body)) {
            let _ = write!(out, "\n# regime {}\n#   {}\n", regime.id, regime.name);
        }
    }
    Some(out)
}

/// What was in force, a scale a line.
fn in_force(knowledge: &Knowledge, asked: &args::Scale) -> Result<String, Failure> {
    let unknown =
        |id: &str, what: &str| Failure { name: id.to_owned(), reason: format!("no {what} has this id") };
    let body = asked.body.as_deref().map(BodyId::new);
    let service = |id: &Option<String>| id.as_deref().map(ServiceId::new);
    let (kind, service) = (service(&asked.kind), service(&asked.service));
    if let Some(id) = body.as_ref().filter(|id| knowledge.body(id).is_none()) {
        return Err(unknown(id.as_str(), "body"));
    }
    if let Some(id) = [&kind, &service].into_iter().flatten().find(|id| knowledge.service(id).is_none()) {
        return Err(unknown(id.as_str(), "kind of provider or service"));
    }
    let told_as = match asked.label.as_deref() {
        None => Told::Nothing,
        Some(label) => label.parse().map_or(Told::Words(label), Told::Number),
    };
    let on: Option<(Day, Day)> = asked.date.map(|when| (when.first(), when.last()));
    let (body, kind, service) = (body.as_ref(), kind.as_ref(), service.as_ref());
    let ask = Ask { told: told_as, body, kind, service, on, ..Ask::default() };
    let mut out = String::new();
    let mut seen = Vec::new();
    for answer in knowledge.scale_in_force(&ask) {
        let level =
            asked.label.as_ref().map(|_| format!(" → {}, {} of {}", answer.label, answer.rank, answer.of));
        if level.is_none() && seen.contains(&&answer.scale.id) {
            continue;
        }
        seen.push(&answer.scale.id);
        let framework = answer.framework.map(|f| format!(" [{}]", f.id)).unwrap_or_default();
        let _ = writeln!(
            out,
            "{}{framework}  {}{}",
            answer.scale.id,
            told(answer.scale),
            level.unwrap_or_default()
        );
    }
    if out.is_empty() {
        out.push_str("no scale known to be in force\n");
    }
    Ok(out)
}

/// All of it as one object.
#[derive(Serialize)]
struct Whole<'k> {
    bodies: &'k [BodyEntry],
    scales: &'k [Scale],
    frameworks: &'k [Framework],
    services: &'k [ServiceEntry],
    aspects: Vec<Aspect<'k>>,
    furniture: &'k [Marker],
}

/// An aspect with the framework that it is a part of.
#[derive(Serialize)]
struct Aspect<'k> {
    framework: &'k FrameworkId,
    #[serde(flatten)]
    aspect: &'k AspectEntry,
}

fn whole(knowledge: &Knowledge) -> Whole<'_> {
    let frameworks = knowledge.frameworks();
    let aspects =
        frameworks.iter().flat_map(|f| f.aspects.iter().map(|aspect| Aspect { framework: &f.id, aspect }));
    Whole {
        bodies: knowledge.bodies(),
        scales: knowledge.scales(),
        frameworks,
        services: knowledge.services(),
        aspects: aspects.collect(),
        furniture: knowledge.markers(),
    }
}
