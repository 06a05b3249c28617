//! Two labels of one movement: "from good to poor", "poor, down from good". Knows no other frame.

use super::Reader;
use crate::fact::{Direction, Status};
use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::Story;
use crate::text::small::Small;
use std::ops::Range;

/// Verbs that "up" and "down" go with.
const LEADS: [Class; 4] = [Class::Move, Class::Fall, Class::Rise, Class::Rate];

/// "from L1 to L2", "L2, up from L1": two labels of one movement. Those `given` are read by now.
pub(super) fn read<'t>(story: &Story<'t>, s: &Sentence<'t>, found: &mut Vec<Frame>, given: &[usize]) {
    for label in 0..s.chunks.len() {
        if !matches!(s.item(label), Some(Item::Label(_))) || given.contains(&label) {
            continue;
        }
        let reader = Reader::of(story, s, label);
        let Some(prep) = reader.head().map(|h| past_possessive(s, h)) else { continue };
        let from = s.says(prep, &["from"]);
        if !(from || s.says(prep, &["to", "into"])) {
            continue;
        }
        // "judged to require improvement" moves nowhere.
        if !from && s.is_any(prep.wrapping_sub(1), &[Class::Rate, Class::Find]) {
            continue;
        }
        // "awards up to three stars": how many there are to be had.
        if s.says(prep.wrapping_sub(1), &["up"])
            && s.is_any(prep.wrapping_sub(2), &[Class::Give, Class::Receive, Class::Have])
        {
            continue;
        }
        // "found enough improvement to lift the rating to good"
        let enough = |i: usize| {
            s.says(i, &["lift", "raise"])
                && s.says(i.wrapping_sub(1), &["to"])
                && (i.saturating_sub(5)..i).any(|j| s.says(j, &["enough", "sufficient"]))
        };
        let moves = |i: usize| {
            s.is_any(i, &[Class::Fall, Class::Rise, Class::Move])
                || s.says(i, &["returned", "returns"]) && s.says(i + 1, &["to"])
                || enough(i)
        };
        // "From inadequate in 2016 Tey College has risen to good"
        let ahead = || {
            let stop = |i: &usize| matches!(s.item(*i), Some(Item::Label(_) | Item::Stop(';' | ':')));
            let mut clause = (label + 1..label + 14).take_while(|i| !stop(i));
            let verb = clause.find(|&i| moves(i)).filter(|_| from && prep == 0)?;
            let to = (verb + 1..verb + 4).find(|&i| s.says(i, &["to"]))?;
            (to + 1..to + 4).any(|i| matches!(s.item(i), Some(Item::Label(_)))).then_some(verb)
        };
        let verb = (0..prep).rev().take(24).find(|&i| moves(i));
        // "Oakwether School: from inadequate to good in two years"
        let bare = || {
            let first = if from { prep } else { (0..prep).rev().take(4).find(|&i| s.says(i, &["from"]))? };
            let to = (first + 1..first + 6).find(|&i| s.says(i, &["to"]))?;
            let labels =
                [first, to].iter().all(|p| (p + 1..p + 4).any(|i| matches!(s.item(i), Some(Item::Label(_)))));
            let stop = matches!(s.item(first.wrapping_sub(1)), Some(Item::Stop(_)));
            (labels && stop).then_some(first)
        };
        let Some(verb) = verb.or_else(bare).or_else(ahead) else { continue };
        // "hard to see how an authority could go from good to poor": any of them.
        let any = |i: usize| s.says(i, &["a", "an", "any"]) && reader.is_kind(s.at(i + 1));
        if s.is(verb.wrapping_sub(1), Class::Would) && any(verb.wrapping_sub(3)) {
            continue;
        }
        // "a scale which runs from poor up to excellent"
        let scale = |i: usize| {
            s.says(
                i,
                &[
                    "runs", "run", "running", "ranges", "range", "ranging", "ranged", "scale", "goes",
                    "graded",
                ],
            ) && s.says(i + 1, &["from"])
                && !(s.is(i, Class::Move) && goes_of_one(s, i))
        };
        // "the rating system, from poor to excellent,"
        let system = (verb.saturating_sub(4)..verb).any(|i| {
            s.says(i, &["system", "scale", "grades", "ratings", "labels", "judgements", "gradings", "scores"])
        });
        if system && s.says(verb, &["from"]) {
            continue;
        }
        if (verb.saturating_sub(8)..prep).any(scale) {
            continue;
        }
        // "from good roads to weak bridges"
        if reader.modifies() && !reader.marked_off() && reader.rating_noun().is_none() {
            continue;
        }
        // "gone from good to bad": no other grade, no mark, no word of grading.
        let other = (0..s.chunks.len()).any(|i| i != label && matches!(s.item(i), Some(Item::Label(_))));
        let graded = (verb..label + 3).any(|i| s.is(i, Class::Rating));
        let regraded = || {
            let verb = Small::lower(s.at(verb));
            ["grad", "rate", "mot", "relegat"].iter().any(|w| verb.contains(w))
        };
        if from && !other && !graded && !regraded() && !reader.marked_off() && !leaves_grade(s, verb, label) {
            continue;
        }
        // "inadequate for safety, up to adequate for care": it has its own, and stood lower before.
        let joint =
            verb.checked_sub(1).filter(|&i| s.is(i, Class::Conj) || matches!(s.item(i), Some(Item::Stop(_))));
        if !from && s.says(verb, &["up", "down"]) && joint.is_some() && verb + 1 == prep {
            let own = found.iter_mut().find(|f| f.label == label && f.rule == "rated/coordinated");
            if let Some(own) = own {
                let up = s.is(verb, Class::Rise);
                own.change = Some((if up { Direction::Up } else { Direction::Down }, None));
                continue;
            }
        }
        found.retain(|f| f.label != label);
        if of_stranger(s, verb, prep) {
            continue;
        }
        // "a good grading in all areas at its inspection last month, up from": nothing but one clause between.
        let open = |f: &Frame| {
            f.label + 16 > verb
                && s.item(verb.wrapping_sub(1)) == Some(Item::Stop(','))
                && !(f.label + 1..verb - 1).any(|i| {
                    matches!(s.item(i), Some(Item::Stop(_) | Item::Label(_) | Item::Open))
                        || phrase::is_verb(&s.chunks[i])
                })
        };
        let near = |f: &Frame| f.label < label && ((f.label + 8).max(f.end + 2) > verb || open(f));
        let earlier = (0..found.len()).filter(|&i| near(&found[i])).max_by_key(|&i| found[i].label);
        let of_this = earlier.and_then(|e| found.get(e)).is_some_and(|f| f.rule.starts_with("moved"));
        let turned = || {
            s.says(
                verb,
                &["improved", "deteriorated", "worsened", "slipping", "falling", "rising", "dropping"],
            ) && s.item(verb.wrapping_sub(1)) == Some(Item::Stop(','))
        };
        // "– a drop from the “good” it was given in 2016"
        let noun = || {
            s.says(verb.wrapping_sub(1), &["a", "an"])
                && matches!(s.item(verb.wrapping_sub(2)), Some(Item::Stop(_)))
                && s.is_any(verb, &[Class::Fall, Class::Rise])
                && verb + 1 == prep
        };
        let beside = from
            && (s.says(verb, &["up", "down"]) || turned() || noun())
            && earlier.is_some()
            && !of_this
            && !s.is_any(verb.wrapping_sub(1), &LEADS)
            && dragged(s, verb).is_none();
        let mut frame = match earlier.filter(|_| beside).and_then(|e| found.get(e)) {
            Some(main) => {
                // "for A, up from one, and for B"
                let listed = main.listed.iter().copied().filter(|&i| i < label).collect();
                Frame { label, listed, end: label + 1, ..main.clone() }
            }
            None => {
                // "went up from", "was marked down from": the verb before it has the subject.
                let first = verb.wrapping_sub(1);
                let noun = noun_of_move(s, verb);
                let led = noun.is_some() || s.says(verb, &["up", "down"]) && s.is_any(first, &LEADS);
                let first = noun.unwrap_or(first);
                let mut subject = phrase::subject(&s.chunks, if led { first } else { verb });
                // "hailed an achievement after inspectors upgraded it from poor": no area of theirs.
                let agent = subject.end.wrapping_sub(1);
                let inspectors = s.says(agent, &["inspectors", "watchdog", "regulator"])
                    || matches!(s.item(agent), Some(Item::Body(_)));
                if inspectors && subject.clone().any(|i| s.says(i, &["after", "when", "as"])) {
                    subject = verb..verb;
                }
                // "dragged the home down from good": what stands right before is what moved.
                if s.says(verb, &["up", "down"])
                    && matches!(s.item(verb.wrapping_sub(1)), Some(Item::Provider(_)))
                {
                    subject = verb - 1..verb;
                }
                let mut frame = reader.frame(verb, subject, verb + 1..verb + 1, "moved");
                // "downgraded the home from good to poor": the object is the one judged.
                let object = verb + 1
                    ..(verb + 1..label).find(|&i| s.says(i, &["from", "to", "into"])).unwrap_or(verb + 1);
                if object.clone().any(|i| s.chunks[i].is_target()) {
                    frame.object = object;
                    frame.subject = verb..verb;
                }
                // "ratings for safety dragged the overall grade down": the cause moves nowhere.
                if let Some(dragged) = dragged(s, verb) {
                    frame.object = dragged;
                    frame.subject = verb..verb;
                }
                // "safety fell from good to poor, and respect from good to fair": a second pair has its own.
                let own = (verb + 1..prep).rev().find(|&i| matches!(s.item(i), Some(Item::Label(_))));
                // "from good to weak for care, and from fair to weak for staffing": what stands after "and".
                let joint = |l: usize| {
                    (l..prep)
                        .rev()
                        .find(|&i| s.says(i, &["and", "but", "while"]) && !joins_names(s, i))
                        .unwrap_or(l)
                };
                let own = own
                    .map(|l| joint(l) + 1..prep)
                    .filter(|r| s.chunks[r.clone()].iter().any(Chunk::is_target));
                if let Some(own) = own {
                    frame.object = own;
                    frame.subject = verb..verb;
                } else if let Some(pair) = found.last().filter(|f| {
                    !from && f.rule == "moved/from" && f.head == verb && f.object.start > verb + 1
                }) {
                    frame.object = pair.object.clone();
                    frame.subject = verb..verb;
                }
                frame
            }
        };
        let direction = match s.item(verb) {
            Some(Item::Word(Class::Fall)) => Some(Direction::Down),
            Some(Item::Word(Class::Rise)) => Some(Direction::Up),
            _ => enough(verb).then_some(Direction::Up),
        };
        if from {
            // "‘Poor’ ratings for safety dragged the overall down from good": it never was good.
            let cause = |f: &Frame| f.rule == "rating-noun" && f.label < verb;
            let caused = dragged(s, verb).is_some() && found.iter().any(cause);
            frame.status = Some(if caused { Status::Hypothetical } else { Status::Previous });
            // "moved up from good": whether to a grade that is told is found out below.
            frame.change = if beside { None } else { direction.map(|d| (d, None)) };
            frame.rule = "moved/from";
            if let Some(main) = earlier.and_then(|e| found.get_mut(e)).filter(|_| beside) {
                let further = further_parts(story, s, main, label);
                main.change = direction.map(|d| (d, Some(label)));
                found.extend(further);
            }
        } else {
            frame.rule = "moved/to";
            // "Among those to move up to good were A and B"
            let named = reader.named_after();
            if !named.is_empty() {
                frame.end = named.last().map_or(frame.end, |l| l + 1);
                (frame.subject, frame.listed) = (frame.head..frame.head, named);
            }
            let origin = found.iter().rev().find(|f| f.rule == "moved/from" && f.head == frame.head);
            let origin = origin.filter(|f| f.status != Some(Status::Hypothetical)).map(|f| f.label);
            frame.change = direction.map(|d| (d, origin));
        }
        found.push(frame);
    }
    found.sort_by_key(|f| f.label);
    let arrived: Vec<usize> = found.iter().filter(|f| f.rule == "moved/to").map(|f| f.head).collect();
    let told = |f: &&mut Frame| f.rule == "moved/from" && arrived.contains(&f.head);
    found.iter_mut().filter(told).for_each(|f| f.change = None);
    // "downgraded from V1 to V2 for viability": what it is for is told once.
    for i in 0..found.len() {
        if found[i].rule == "moved/from" && found[i].listed.is_empty() {
            let own = |f: &&Frame| f.rule == "moved/to" && f.head == found[i].head;
            let after = found.iter().find(|f| own(f) && f.label > found[i].label);
            let to = after.or_else(|| found.iter().find(own));
            if let Some((listed, unknown)) = to.map(|f| (f.listed.clone(), f.unknown.clone())) {
                (found[i].listed, found[i].unknown) = (listed, unknown);
            }
        }
    }
    // "to L2 from L1": the origin stands after.
    for i in 0..found.len() {
        if found[i].rule == "moved/to" && found[i].change.is_some_and(|(_, from)| from.is_none()) {
            let held = |f: &&Frame| f.rule == "moved/from" && f.status != Some(Status::Hypothetical);
            let origin = found.iter().find(|f| held(f) && f.head == found[i].head).map(|f| f.label);
            if let Some((_, from)) = &mut found[i].change {
                *from = origin;
            }
        }
    }
}

/// "made a giant leap to good", "took a step up from poor": the verb that leads the noun of a movement.
fn noun_of_move(s: &Sentence<'_>, at: usize) -> Option<usize> {
    const MAKES: &[&str] =
        &["made", "makes", "making", "make", "took", "taken", "taking", "suffered", "completed"];
    let article = (at.saturating_sub(3)..at).rev().find(|&i| s.says(i, &["a", "an", "the", "its"]))?;
    article.checked_sub(1).filter(|&i| s.says(i, MAKES))
}

/// "dragged [the overall rating of Ash Court] down": what stands between such a verb and "down".
fn dragged(s: &Sentence<'_>, down: usize) -> Option<Range<usize>> {
    const DRAGS: &[&str] = &["dragged", "pulled", "brought", "dragging", "pulling", "bringing"];
    let verb = (down.saturating_sub(9)..down).rev().find(|&i| s.says(i, DRAGS))?;
    let plain = |i: usize| {
        s.chunks[i].is_target()
            || s.is_any(i, &[Class::Det, Class::Possessive, Class::Rating, Class::Filler, Class::Prep])
            || s.is_any(i, &[Class::Pronoun, Class::Other])
    };
    let holds = s.says(down, &["down", "up"]) && (verb + 1..down).all(plain);
    holds.then_some(verb + 1..down)
}

/// "Marle Police moved up from good": a provider by name, and nothing behind the grade that it was the adjective of.
fn leaves_grade(s: &Sentence<'_>, verb: usize, label: usize) -> bool {
    let first = if s.says(verb, &["up", "down"]) { verb.wrapping_sub(1) } else { verb };
    let named = phrase::subject(&s.chunks, first).any(|i| matches!(s.item(i), Some(Item::Provider(_))));
    let moves = s.is_any(verb, &[Class::Fall, Class::Rise]) && s.is_any(first, &LEADS);
    let ends = matches!(s.item(label + 1), None | Some(Item::Stop(_) | Item::Date(_)))
        || s.is_any(label + 1, &[Class::Conj, Class::Prep, Class::Before]);
    named && moves && ends
}

/// "A went from fair to good and Brayle from weak to fair": the second pair is of a name that nobody knows.
fn of_stranger(s: &Sentence<'_>, verb: usize, prep: usize) -> bool {
    let joint = (verb + 1..prep).rev().find(|&i| s.is(i, Class::Conj) || s.item(i) == Some(Item::Stop(',')));
    let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
    joint.is_some_and(|joint| {
        let name = s.is(joint + 1, Class::Other) && s.at(joint + 1).starts_with(char::is_uppercase);
        let known = (joint + 1..prep).any(|i| s.chunks[i].is_target());
        name && !known && (verb..joint).any(label)
    })
}

/// "good at catching criminals, up from poor, and at calls": what the first grade is for besides, past the insertion.
fn further_parts<'t>(story: &Story<'t>, s: &Sentence<'t>, main: &Frame, from: usize) -> Option<Frame> {
    let close = from + 1 + usize::from(s.item(from + 1) == Some(Item::Close));
    let stop = matches!(s.item(close), Some(Item::Stop(',' | ')' | '–' | '—')));
    let and = close + usize::from(stop);
    let prep = and + 1;
    let led = s.says(and, &["and"]) && s.says(prep, &["for", "at", "in"]);
    if !led || main.listed.is_empty() && main.unknown.is_empty() {
        return None;
    }
    let parts = Reader::of(story, s, main.label).parts_after(prep, false);
    // "… and in need of help", "and for staffing rated good": nothing listed, or a grade of its own.
    let own = (prep..parts.end + 3).any(|i| matches!(s.item(i), Some(Item::Label(_))));
    let any = !parts.listed.is_empty() || !parts.unknown.is_empty();
    (any && !own).then(|| Frame {
        listed: parts.listed,
        unknown: parts.unknown,
        end: parts.end,
        change: None,
        ..main.clone()
    })
}

/// "Marle Trust, which goes from": of somebody, and no scale.
fn goes_of_one(s: &Sentence<'_>, verb: usize) -> bool {
    phrase::subject(&s.chunks, verb)
        .any(|i| matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))) || s.says(i, &["it", "they"]))
}

/// "Fairhaven and Glen View": the joint of two names.
fn joins_names(s: &Sentence<'_>, and: usize) -> bool {
    let named = |i: usize| matches!(s.item(i), Some(Item::Provider(_)));
    named(and.wrapping_sub(1)) && named(and + 1)
}

fn past_possessive(s: &Sentence<'_>, mut at: usize) -> usize {
    while at > 0 && s.is_any(at, &[Class::Possessive, Class::Before, Class::Rating]) {
        at -= 1;
    }
    if s.says(at, &["of"]) && s.is(at.wrapping_sub(1), Class::Rating) {
        at = at.saturating_sub(2);
        while at > 0 && s.is_any(at, &[Class::Possessive, Class::Before, Class::Det]) {
            at -= 1;
        }
    }
    at
}
