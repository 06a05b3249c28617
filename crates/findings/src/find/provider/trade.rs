//! People who are inspected themselves: a childminder by name, "Mrs Hay" after that. Knows no head noun; refuses a person whom
//! the article does not tell of by such a trade, and anybody where a firm of that kind has a name.
//!
//! *What it finds*: in an article that opens with a trade ("A childminder in Ely has been …", "Two childminders were …"), the
//! first person who is judged, visited, or told to do that work, and others who do it and are judged; and the same people by
//! title and surname. *What it leaves alone*: parents, inspectors and whoever only speaks. *Where it is fooled*: a second
//! childminder, told of by surname alone.

use super::{NameMention, is_body, is_person_title};
use crate::find::number::cardinal;
use crate::find::person::run::may_be_person;
use crate::find::words::{Class, class_of};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside, edge, overlaps_any};

/// The trade stands in the first sentences of the article.
const LEAD: usize = 3;

/// So many sentences after the trade its bearer is named.
const REACH: usize = 8;

/// What is a childminder's own.
const OWN: &[&str] = &[
    "provision", "setting", "service", "childminding", "childcare", "business", "registration", "home-based",
];

/// What people of such a trade do.
const WORK: &[&str] =
    &["looks after", "looked after", "looking after", "cares for", "cared for", "caring for", "minds "];

/// Whom they do it for, and where.
const CARED: &[&str] = &["child", "toddler", "bab", "youngster", "infant", "under-five", "home"];

/// What is done to who is inspected.
const SEEN: &[&str] = &["inspected", "visited", "suspended", "re-inspected", "reinspected", "assessed"];

/// The names of those whom the article tells of by a trade.
pub(super) fn find(scan: &Scan<'_>, knowledge: &Knowledge, known: &[NameMention]) -> Vec<NameMention> {
    let Some((at, kind)) = trade(scan, knowledge) else { return Vec::new() };
    let own = || known.iter().filter(|n| n.kind == kind || n.rivals.contains(&kind));
    let person = match own().next() {
        Some(_) if own().any(|n| !may_be_person(scan.text.at(n.span))) => None,
        Some(first) => Some(first.span),
        None => judged(scan, at, known),
    };
    let Some(person) = person else { return Vec::new() };
    let taken: Vec<Span> = known.iter().map(|n| n.span).collect();
    let mut found: Vec<NameMention> = Vec::new();
    for person in std::iter::once(person).chain(others(scan, person, known)) {
        let (title, last) = parts(scan.text.at(person));
        let full = if title { full_name(scan, last) } else { Some(person) };
        let name = full.map_or(scan.text.at(person), |full| scan.text.at(full));
        let mut add = |span: Span| {
            if !overlaps_any(&taken, span) && !found.iter().any(|n| n.span.overlaps(span)) {
                let restored = (scan.text.at(span) != name).then(|| name.to_owned());
                found.push(NameMention { restored, ..NameMention::bare(span, kind) });
            }
        };
        for start in memchr::memmem::find_iter(scan.text.as_str().as_bytes(), last) {
            named_at(scan, start, last, name).into_iter().for_each(&mut add);
        }
    }
    found
}

/// "Not all fared so well: Ann Hay, who minds six children at her home, was …": those who are judged and do that work too.
fn others(scan: &Scan<'_>, first: Span, known: &[NameMention]) -> Vec<Span> {
    let surname = |name: Span| parts(scan.text.at(name)).1;
    let mut found: Vec<Span> = Vec::new();
    let sentences = scan.text.sentences.iter().filter(|s| s.start > first.end);
    for &sentence in sentences.filter(|s| rest_holds_label(scan, s.start, s.end)) {
        if !WORK
            .iter()
            .any(|w| memchr::memmem::find(scan.text.at(sentence).as_bytes(), w.as_bytes()).is_some())
        {
            continue;
        }
        for name in names(scan, sentence) {
            let new = surname(name) != surname(first) && found.iter().all(|&o| surname(o) != surname(name));
            let free = !known.iter().any(|n| n.span.overlaps(name)) && !is_body(scan, name);
            if new && free && works(scan, name, sentence) && is_told_of(scan, name, sentence) {
                found.push(name);
            }
        }
    }
    found
}

/// "Ann Hay, 52, who looks after six children".
fn works(scan: &Scan<'_>, name: Span, sentence: Span) -> bool {
    let rest = scan.text.as_str().get(name.end..sentence.end).unwrap_or_default();
    rest.split(", ").take(5).any(is_at_work)
}

/// The sentence in which the article first tells of one person of a trade, and the kind of that trade.
fn trade(scan: &Scan<'_>, knowledge: &Knowledge) -> Option<(usize, u16)> {
    scan.hits.iter().find_map(|hit| {
        let Sense::Provider { service, form: HeadForm::Generic | HeadForm::Plural } = hit.sense else {
            return None;
        };
        let at = scan.text.sentence_at(hit.start);
        let noun = Span::new(hit.start, hit.end);
        // "A mother who pays a childminder": no story of hers.
        let told = |from: &Span| {
            let before = scan.text.as_str().get(from.start..hit.start).unwrap_or_default();
            before.split(' ').all(|w| class_of(w) != Class::Opens)
        };
        let trade = at < LEAD
            && scan.text.sentences.get(at).is_some_and(told)
            && knowledge.is_trade(service, scan.text.at(noun).trim_end_matches('s'))
            && !is_body(scan, noun);
        trade.then_some((at, service))
    })
}

/// True where a name has a title, and its last word.
pub(super) fn parts(name: &str) -> (bool, &str) {
    let mut words = name.split(' ');
    let title = words.next().is_some_and(is_person_title);
    (title, words.next_back().unwrap_or(name))
}

/// The first person who is judged, visited or at work.
fn judged(scan: &Scan<'_>, at: usize, known: &[NameMention]) -> Option<Span> {
    let to = scan.text.sentences.len().min(at + REACH);
    let sentences = scan.text.sentences.get(at..to)?;
    let free = |name: &Span| !known.iter().any(|n| n.span.overlaps(*name)) && !is_body(scan, *name);
    sentences.iter().find_map(|&sentence| {
        let told = |name: &Span| is_told_of(scan, *name, sentence);
        names(scan, sentence).into_iter().filter(free).find(told)
    })
}

/// Two or three capitalised words in a row that may be a person's name, or a title and a surname.
fn names(scan: &Scan<'_>, sentence: Span) -> Vec<Span> {
    let text = scan.text.as_str();
    let (mut runs, mut run): (Vec<Span>, Option<Span>) = (Vec::new(), None);
    let mut at = sentence.start;
    while let Some(word) = beside::after(text, at, sentence.end) {
        let written = scan.text.at(word.span);
        let stem = written.strip_suffix("'s").or_else(|| written.strip_suffix("’s")).unwrap_or(written);
        let span = Span::new(word.span.start, word.span.start + stem.len());
        let capital = beside::is_capital(stem) && stem.chars().any(char::is_lowercase);
        run = match run {
            Some(known) if capital && word.joined => Some(known.cover(span)),
            known => {
                runs.extend(known);
                capital.then_some(span)
            }
        };
        if stem.len() < written.len() {
            runs.extend(run.take());
        }
        at = word.span.end;
    }
    runs.extend(run);
    runs.retain(|name| {
        let words = scan.text.at(*name);
        let titled = parts(words).0 && words.split(' ').count() == 2;
        titled || may_be_person(words) && !parts(words).0
    });
    runs
}

/// True for somebody who is judged or visited in a sentence, or told to look after children there.
fn is_told_of(scan: &Scan<'_>, name: Span, sentence: Span) -> bool {
    let text = scan.text.as_str();
    let Some(rest) = text.get(name.end..sentence.end) else { return false };
    if let Some(owned) = rest.strip_prefix("'s ").or_else(|| rest.strip_prefix("’s ")) {
        return owned.split([' ', ',']).next().is_some_and(|w| OWN.contains(&w));
    }
    if is_object(scan, name, sentence) {
        return true;
    }
    let (mut works, mut after) = (false, rest);
    let graded = rest_holds_label(scan, name.end, sentence.end);
    for part in rest.strip_prefix(", ").into_iter().flat_map(|asides| asides.split(", ")) {
        // "Mrs Hay, who was judged excellent"
        if part.strip_prefix("who ").is_some_and(|told| is_judged(told.split(' '), graded)) {
            return true;
        }
        let plain = part.bytes().all(|b| b.is_ascii_digit())
            || ["aged ", "of ", "from "].iter().any(|w| part.starts_with(w));
        works |= is_at_work(part);
        after = if plain || is_at_work(part) { "" } else { part };
        if !after.is_empty() {
            break;
        }
    }
    let mut words = after.split(' ').map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    if works {
        // "Ann Hay, who looks after six children, said"
        if rest.split(", ").any(|part| is_at_work(part) && minds_many(part)) {
            return true;
        }
        return words.find(|w| !w.is_empty()).is_none_or(|w| class_of(w) != Class::Say);
    }
    is_judged(words, graded)
}

/// "who looks after six children".
fn is_at_work(aside: &str) -> bool {
    let who = aside.starts_with("who ") || aside.starts_with("which ");
    who && WORK.iter().any(|w| aside.contains(w)) && CARED.iter().any(|w| aside.contains(w))
}

/// "who looks after six children": more than her own.
fn minds_many(aside: &str) -> bool {
    aside.split(' ').any(|w| w.parse().ok().or_else(|| cardinal(w)).is_some_and(|n: i64| n > 2))
}

/// "was rated", "has been visited", "received a good grade".
fn is_judged<'w>(words: impl Iterator<Item = &'w str>, graded: bool) -> bool {
    let mut passive = false;
    for word in words.filter(|w| !w.is_empty()).take(5) {
        match class_of(word) {
            Class::Be => passive = true,
            Class::Have | Class::Filler | Class::Now | Class::Again | Class::Before => {}
            Class::Rate | Class::Give | Class::Find => return passive && graded,
            Class::Say => return passive && graded && word == "told",
            Class::Receive | Class::Keep | Class::Lose | Class::Fall | Class::Rise => return graded,
            _ => return passive && SEEN.contains(&word),
        }
    }
    false
}

fn rest_holds_label(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    scan.within(Span::new(from, to)).iter().any(|h| matches!(h.sense, Sense::Label(_)))
}

/// "Ofsted rated Ann Hay good", "inspectors said Ann Hay", "its report on Ann Hay", "run by Ann Hay".
fn is_object(scan: &Scan<'_>, name: Span, sentence: Span) -> bool {
    let text = scan.text.as_str();
    let before = |at: usize| beside::before(text, at, sentence.start).filter(|b| b.joined);
    let that = |b: &beside::Beside| scan.text.at(b.span) == "that";
    let first = before(name.start);
    let verb = first.filter(that).and_then(|b| before(b.span.start)).or(first);
    let Some(verb) = verb else { return false };
    let word = scan.text.at(verb.span);
    let second = || before(verb.span.start).map_or("", |b| scan.text.at(b.span));
    let inspects = || {
        let body = |b: beside::Beside| {
            let told = |s: Sense| matches!(s, Sense::Body { .. } | Sense::BodyNoun(_));
            scan.within(b.span).iter().any(|h| told(h.sense)) || is_body(scan, b.span)
        };
        second().eq_ignore_ascii_case("inspectors") || before(verb.span.start).is_some_and(body)
    };
    match class_of(word) {
        Class::Rate | Class::Give => rest_holds_label(scan, name.end, sentence.end),
        Class::Say | Class::Find => inspects() && !text[name.end..sentence.end].starts_with(','),
        _ if matches!(word, "visited" | "inspected") => class_of(second()) != Class::Be,
        Class::Prep => match word {
            "on" | "of" => class_of(second()) == Class::Visit,
            "by" => second() == "run" && rest_holds_label(scan, name.end, sentence.end),
            _ => false,
        },
        _ => false,
    }
}

/// "Ann Hay" of an article that judges "Mrs Hay".
fn full_name(scan: &Scan<'_>, last: &str) -> Option<Span> {
    let text = scan.text.as_str();
    memchr::memmem::find_iter(text.as_bytes(), last).find_map(|start| {
        let first = beside::before(text, start, 0).filter(|b| b.joined)?;
        let name = Span::new(first.span.start, start + last.len());
        let person = may_be_person(scan.text.at(name)) && !parts(scan.text.at(name)).0;
        (person && edge::stands_alone(text, name.start, name.end)).then_some(name)
    })
}

/// Where the person's last name stands: with the first name or a title before it.
pub(super) fn named_at(scan: &Scan<'_>, start: usize, last: &str, name: &str) -> Option<Span> {
    let text = scan.text.as_str();
    let end = start + last.len();
    let whole = (end.checked_sub(name.len())).filter(|&from| text.get(from..end) == Some(name));
    let titled = || {
        let title = beside::before(text, start, 0).filter(|b| b.joined)?;
        is_person_title(scan.text.at(title.span)).then_some(title.span.start)
    };
    let from = whole.or_else(titled)?;
    edge::stands_alone(text, from, end).then(|| Span::new(from, end))
}
