//! Every name in a sentence that finds it, every near miss in one that must not: all run by the extractor.

use findings::knowledge::BodyEntry;
use findings::{Article, Day, Extraction, Extractor, Knowledge};

fn read(text: &str, published: Option<Day>) -> Extraction {
    Extractor::builtin().extract(&Article::new(text).published(published))
}

/// A day in the life of a body.
fn day_of(body: &BodyEntry) -> Option<Day> {
    let start = body.start.map(|start| start.last());
    let end = body.end.map(|end| end.first());
    end.or(start)
}

fn names_body(found: &Extraction, body: &BodyEntry, name: &str) -> bool {
    found
        .bodies
        .iter()
        .any(|b| b.id == body.id && b.mentions.iter().any(|m| m.text.eq_ignore_ascii_case(name)))
}

/// True for a name that another body bears too, or a look-alike: the examples in the files tell those apart.
fn is_shared(body: &BodyEntry, name: &str) -> bool {
    let knowledge = Knowledge::builtin();
    let told = |e: &&BodyEntry| e.tell_apart.keys().any(|told| told.eq_ignore_ascii_case(name));
    let shared = knowledge.bodies().iter().filter(told).any(|e| e.id == body.id || bears(e, name));
    let mut look_alikes = knowledge.not_bodies().iter().flat_map(|e| e.names.iter().chain(&e.acronyms));
    shared && bears(body, name) || look_alikes.any(|n| n == name)
}

fn bears(body: &BodyEntry, name: &str) -> bool {
    let mut names = body.names.iter().chain(&body.acronyms).chain(&body.weak);
    names.any(|n| n.eq_ignore_ascii_case(name))
}

/// True when another bearer of the name lived when the body did: then a sentence has to tell them apart.
fn is_contested(body: &BodyEntry, name: &str) -> bool {
    let ends_before = |a: &BodyEntry, b: &BodyEntry| {
        a.end.zip(b.start).is_some_and(|(end, start)| end.last() < start.first())
    };
    let others = Knowledge::builtin().bodies().iter().filter(|e| e.id != body.id && bears(e, name));
    others.into_iter().any(|e| !ends_before(e, body) && !ends_before(body, e))
}

#[test]
fn every_name_of_a_body_is_found_in_a_sentence() {
    let mut missed = Vec::new();
    for body in Knowledge::builtin().bodies() {
        for name in body.names.iter().chain(&body.acronyms).chain(&body.misspellings) {
            if is_shared(body, name) {
                continue;
            }
            for sentence in [
                format!("A report by {name} came out on Monday."),
                format!("“It is all in hand,” {name} said."),
            ] {
                let found = read(&sentence, day_of(body));
                // A prison's monitoring board judges nothing, and is never listed.
                let is_listed = body.kind != "lay-monitor";
                if names_body(&found, body, name) != is_listed {
                    let instead: Vec<&str> = found.bodies.iter().map(|b| b.id.as_str()).collect();
                    missed.push(format!("{} ({name}): {sentence} found {instead:?}", body.id));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{} names missed:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn a_weak_name_counts_beside_the_full_one_and_not_without() {
    let mut wrong = Vec::new();
    for body in Knowledge::builtin().bodies() {
        let Some(full) = body.names.first() else { continue };
        for name in &body.weak {
            let alone = read(&format!("A report by {name} came out on Monday."), day_of(body));
            if names_body(&alone, body, name) {
                wrong.push(format!("{} ({name}) is found without support", body.id));
            }
            let beside =
                format!("A report by {full} came out on Monday. It was one of many by {name} this year.");
            if !names_body(&read(&beside, day_of(body)), body, name) {
                wrong.push(format!("{} ({name}) is missed: {beside}", body.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{} weak names read otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_look_alike_is_a_body() {
    let mut wrong = Vec::new();
    for look_alike in Knowledge::builtin().not_bodies() {
        for name in look_alike.names.iter().chain(&look_alike.acronyms) {
            let sentence = format!("A report by {name} came out on Monday.");
            let found = read(&sentence, None);
            wrong.extend(found.bodies.iter().map(|b| format!("{sentence} found {}", b.id)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_near_miss_of_a_label_is_a_rating() {
    let mut wrong = Vec::new();
    for word in Knowledge::builtin().words() {
        for phrase in word.near_misses() {
            for sentence in [
                format!("Ofsted visited Marlow Primary School. There was {phrase} in the hall."),
                format!("Ofsted visited Marlow Primary School. The town has seen {phrase} since then."),
            ] {
                let found = read(&sentence, "2015-03-02".parse().ok());
                wrong.extend(found.ratings.iter().map(|r| format!("{sentence} found {}", r.label)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} near misses are taken for ratings:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_head_noun_makes_a_provider() {
    let mut wrong = Vec::new();
    for service in Knowledge::builtin().services() {
        let mut sentences = Vec::new();
        sentences
            .extend(service.tails.iter().chain(&service.tails_any_case).map(|t| format!("Ashmarsh {t}")));
        sentences.extend(service.leads.iter().map(|lead| format!("{lead} Ashmarsh")));
        sentences.extend(service.names.iter().cloned());
        for name in sentences {
            let found =
                read(&format!("Last week {name} was rated “good” by Ofsted."), "2015-03-02".parse().ok());
            if !found.providers.iter().any(|p| p.mentions.iter().any(|m| m.text == name)) {
                wrong.push(format!("{}: {name} is no provider", service.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{} names are missed:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_looks_like_a_kind_of_provider_is_none() {
    let mut wrong = Vec::new();
    for service in Knowledge::builtin().services() {
        for phrase in &service.not {
            let found = read(&format!("Nobody asked the {phrase} on Monday."), "2015-03-02".parse().ok());
            let names = found.providers.iter().filter(|p| p.kind.as_ref() == Some(&service.id));
            wrong.extend(names.map(|p| format!("{}: {phrase} found {}", service.id, p.name)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_examples_of_the_files_hold() {
    let knowledge = Knowledge::builtin();
    let mut wrong = Vec::new();
    for body in knowledge.bodies() {
        let finds = |text: &String| read(text, day_of(body)).bodies.iter().any(|b| b.id == body.id);
        wrong.extend(
            body.examples.iter().filter(|t| !finds(t)).map(|t| format!("{} is not found: {t}", body.id)),
        );
        wrong.extend(
            body.counter_examples.iter().filter(|t| finds(t)).map(|t| format!("{} is found: {t}", body.id)),
        );
        for name in body.tell_apart.keys() {
            let told = |list: &[String]| list.iter().any(|t| t.to_lowercase().contains(&name.to_lowercase()));
            if !told(&body.examples) || is_contested(body, name) && !told(&body.counter_examples) {
                wrong.push(format!(
                    "{}: `{name}` is shared and needs an example and a counter-example",
                    body.id
                ));
            }
        }
    }
    for service in knowledge.services() {
        let finds =
            |text: &String| read(text, None).providers.iter().any(|p| p.kind.as_ref() == Some(&service.id));
        wrong.extend(
            service
                .examples
                .iter()
                .filter(|t| !finds(t))
                .map(|t| format!("{} is not found: {t}", service.id)),
        );
        wrong.extend(
            service
                .counter_examples
                .iter()
                .filter(|t| finds(t))
                .map(|t| format!("{} is found: {t}", service.id)),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
