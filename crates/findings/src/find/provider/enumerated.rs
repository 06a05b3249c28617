//! Names without head nouns in lists: set off beside a count ("the other three – Marle, Tey and Marsh and the Fells –
//! all …"), in a sentence after one ("They are Ely, Marsh and Stow"), on lines below a colon ("there was a 5 for:"), and the doctors of a practice ("Drs Oakes, Hay and Pell").
//! Knows no verb of judgement; refuses lists of people, towns and things.

use super::comma::{comma_list, goes_on, plural_before};
use super::introduced::inspected;
use super::listing::of_own_names;
use super::numbered::after_grade;
use super::shouted::shouted;
use super::{NameMention, is_body, is_person_title};
use crate::find::number::{cardinal, may_be_cardinal};
use crate::find::words::{Class, class_of};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::{Scan, Sorts};
use crate::text::{Span, beside};

/// How many sentences back a common noun tells what is listed.
const REACH: usize = 4;

/// No sentence sets off more lists.
const MARKS_AT_MOST: usize = 6;

/// How many words a line with a name may have before its comma.
const LONGEST: usize = 7;

/// Every name of every such list.
pub(super) fn find(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let mut found = Vec::new();
    for (at, &sentence) in scan.text.sentences.iter().enumerate() {
        if scan.sorts(at).hold(Sorts::LABEL.or(Sorts::MEASURE)) && may_set_off(scan, at, sentence) {
            found.extend(set_off(scan, knowledge, at, sentence));
        }
        // "They", "These", "The", "Among"
        if matches!(scan.text.as_str().as_bytes().get(sentence.start), Some(b'T' | b'A')) {
            found.extend(told_next(scan, knowledge, at));
        }
    }
    if scan.sorts_of_all().hold(Sorts::PLURAL) {
        found.extend(scan.providers().iter().flat_map(|hit| after_plural(scan, knowledge, hit)));
    }
    found.extend(below_colon(scan, knowledge));
    found.extend(doctors(scan, knowledge));
    found.extend(shouted(scan, knowledge));
    found
}

/// True for a sentence with a mark that sets off, a noun near that tells the kind, and what may be a count: a first look.
fn may_set_off(scan: &Scan<'_>, at: usize, sentence: Span) -> bool {
    let words = scan.text.at(sentence);
    let told = scan.sorts_among(at.saturating_sub(REACH)..=at).hold(Sorts::NOUN);
    // Between commas the sentence itself has the noun.
    let commas = || scan.sorts(at).hold(Sorts::PLURAL) && memchr::memchr(b',', words.as_bytes()).is_some();
    // "–" and "—" begin so.
    let marks = || memchr::memchr3(0xE2, b'-', b'(', words.as_bytes()).is_some();
    told && (commas() || marks()) && words.split(' ').any(may_count)
}

/// "The other three to have been visited – Teyside, Marsh and Stow – all require improvement", "Two schools in Ely, Marsh
/// Lane and The Grange, were rated good".
fn set_off(scan: &Scan<'_>, knowledge: &Knowledge, at: usize, sentence: Span) -> Vec<NameMention> {
    const MARKS: &[(&str, &[&str])] = &[
        (" – ", &[" – "]),
        (" — ", &[" — "]),
        (" - ", &[" - "]),
        (" (", &[")"]),
        (", ", &[", have ", ", were ", ", are ", ", both ", ", all ", ", each "]),
    ];
    let words = scan.text.at(sentence);
    let bytes = words.as_bytes();
    let plural = |h: &&Hit| matches!(h.sense, Sense::Provider { form: HeadForm::Plural, .. });
    let noun = scan.within(sentence).iter().find(plural).map(|h| h.start);
    let listed = |start: usize, open: &str, closes: &[&str]| {
        // Between commas the noun stands before the names.
        if open == ", " && noun.is_none_or(|noun| noun >= sentence.start + start) {
            return None;
        }
        let inside = start + open.len();
        let ends = closes.iter().filter_map(|close| words.get(inside..)?.find(close));
        // "rated two Marle nurseries, Acorns and Busy Bees, outstanding"
        let label = || {
            let from = sentence.start + inside;
            let within = scan.within(Span::new(from, sentence.end)).iter();
            let mut labels = within.filter(|h| matches!(h.sense, Sense::Label(_))).map(|h| h.start);
            labels
                .next()
                .filter(|&at| open == ", " && scan.text.as_str()[from..at].ends_with(", "))
                .map(|at| at - 2 - from)
        };
        let len = ends.min().into_iter().chain(label()).min()?;
        let from = sentence.start + inside;
        let names = comma_list(scan.text.as_str(), from, from + len);
        let whole = names.last().is_some_and(|n| n.end == from + len);
        let unknown = names.iter().all(|n| !is_body(scan, *n));
        let counted = Span::new(sentence.start, sentence.start + start);
        // "Two schools in Kent, Surrey and Sussex, were": between commas exactly so many of a kind that the words before tell.
        let loose = || !tells_kind(scan, counted, names.len()) || all_areas(scan, knowledge, &names);
        if names.len() < 2 || !whole || !unknown || !counts(scan, counted) || open == ", " && loose() {
            return None;
        }
        let kind = kind_before(scan, knowledge, at, from)?;
        Some((names, kind))
    };
    for (open, closes) in MARKS {
        let starts = memchr::memmem::find_iter(bytes, open.as_bytes()).take(MARKS_AT_MOST);
        let found = starts.filter_map(|start| listed(start, open, closes));
        let named = |(names, kind): (Vec<Span>, u16)| {
            names.into_iter().map(move |span| NameMention::bare(span, kind)).collect::<Vec<_>>()
        };
        let found: Vec<NameMention> = found.flat_map(named).collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// So many sentences after a count its names may follow.
const NEXT: usize = 3;

/// "Eight councils were rated excellent. They are Ely, Marsh and …", "The trio – Ely, Marsh and Stow – have …": a sentence
/// that begins with who was counted and goes on with the names.
fn told_next(scan: &Scan<'_>, knowledge: &Knowledge, at: usize) -> Vec<NameMention> {
    const OPENS: [&str; 4] = ["They ", "These ", "The ", "Among "];
    let Some(next) = scan.text.sentences.get(at) else { return Vec::new() };
    let words = scan.text.at(*next);
    let Some(opens) = OPENS.iter().find(|o| words.starts_with(**o)).map(|o| o.len() - 1) else {
        return Vec::new();
    };
    let noun = |w: &str| {
        let group = matches!(
            w,
            "other" | "others" | "latest" | "them" | "these" | "trio" | "pair" | "quartet" | "rest"
        );
        cardinal(w).is_some() || group
    };
    let plural = |h: &Hit| matches!(h.sense, Sense::Provider { form: HeadForm::Plural, .. });
    let joints = [" are ", " were ", " include ", " included ", " are: ", " were: ", " is ", " was "];
    let asides = [", ", " – ", " — ", " - ", " ("];
    // Most sentences that begin so tell of something else.
    let follows = words.get(opens..).unwrap_or_default();
    let second = follows.get(1..).unwrap_or_default();
    let second =
        second.get(..second.bytes().position(|b| b == b' ').unwrap_or(second.len())).unwrap_or_default();
    let told = || joints.iter().chain(&asides).any(|j| follows.starts_with(j));
    if !noun(second) && !told() && !scan.within(*next).iter().any(plural) {
        return Vec::new();
    }
    let first = |joints: &[&str]| joints.iter().filter_map(|v| Some((words.find(v)?, v.len()))).min();
    let (verb, aside) = (first(&joints), first(&asides));
    let inside = aside.filter(|a| a.0 < OPENING && verb.is_none_or(|v| a.0 < v.0));
    let Some((until, len)) = inside.or(verb) else { return Vec::new() };
    let from = next.start + until + len;
    // "The heads are Ann Hay and …"
    let opening = Span::new(next.start, next.start + until);
    let own = scan.within(opening).iter().any(plural);
    let whom = words[..until].split(' ').skip(1).all(noun) && (until > 4 || inside.is_none()) || own;
    let reach = at.saturating_sub(NEXT)..at;
    let counted = || scan.text.sentences.get(reach).is_some_and(|s| s.iter().any(|s| counts(scan, *s)));
    if !whom || !counted() {
        return Vec::new();
    }
    let ends = inside.and_then(|_| {
        let rest = scan.text.as_str().get(from..next.end)?;
        let closes =
            [", have ", ", were ", ", are ", ", had ", ", both ", ", all ", " – ", " — ", " - ", ")"];
        closes.iter().filter_map(|c| rest.find(c)).min()
    });
    if inside.is_some() && ends.is_none() {
        return Vec::new();
    }
    let end = ends.map_or(next.end, |len| from + len);
    let names = comma_list(scan.text.as_str(), from, end);
    let ends = |rest: &str| goes_on(rest) || !rest.split(' ').any(is_told);
    let whole = names.last().is_some_and(|n| ends(scan.text.at(Span::new(n.end, end))));
    let unknown = names.iter().all(|n| !is_body(scan, *n));
    let kind = plural_before(scan, knowledge, next.start).filter(|_| whole && unknown);
    let least = if words.starts_with("Among ") { 1 } else { 2 };
    match kind.or_else(|| of_own_names(scan, knowledge).filter(|_| whole && unknown)) {
        Some(kind) if names.len() >= least => {
            names.into_iter().map(|span| NameMention::bare(span, kind)).collect()
        }
        _ => Vec::new(),
    }
}

/// A subject that only counts is no longer.
const OPENING: usize = 40;

/// False for where a name is ("in Ely", "on the quay") and what it is ("tea room"): what may follow the last one.
fn is_told(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    !matches!(class_of(word), Class::Prep | Class::Det | Class::Other | Class::Filler | Class::Conj)
}

/// "Housing associations Arden Living and Broadfold": right after the plural.
fn after_plural(scan: &Scan<'_>, knowledge: &Knowledge, hit: &Hit) -> Vec<NameMention> {
    let text = scan.text.as_str();
    let Sense::Provider { service: kind, form: HeadForm::Plural } = hit.sense else { return Vec::new() };
    if !matches!(text.as_bytes().get(hit.end..hit.end + 2), Some([b' ', b'A'..=b'Z'])) {
        return Vec::new();
    }
    let noun = scan.text.at(Span::new(hit.start, hit.end));
    let Some(sentence) = scan.text.sentences.get(scan.text.sentence_at(hit.start)) else {
        return Vec::new();
    };
    let own = knowledge.stands_alone(kind) && (knowledge.bare_names(kind) || noun.contains(' '));
    let capital = beside::is_capital(noun) && hit.start > sentence.start;
    let named = |w: &str| beside::is_capital(w) || matches!(w, "and" | "&" | "of" | "the");
    let mut end = hit.end;
    while let Some(word) = beside::after(text, end, sentence.end) {
        let comma = matches!(text.get(end..word.span.start), Some(", ")) && end > hit.end;
        if !(word.joined || comma) || !named(scan.text.at(word.span)) {
            break;
        }
        end = word.span.end;
    }
    let names = comma_list(text, hit.end, end);
    let unknown = names.iter().all(|n| !is_body(scan, *n) && !is_person_title(scan.text.at(*n)));
    if !own || capital || names.len() < 2 || !unknown || names.last().is_none_or(|n| n.end != end) {
        return Vec::new();
    }
    names.into_iter().map(|span| NameMention::bare(span, kind)).collect()
}

/// "two of the city's colleges": so many of a noun of providers.
fn tells_kind(scan: &Scan<'_>, before: Span, many: usize) -> bool {
    let number = |w: &str| cardinal(w).is_some_and(|n| usize::try_from(n) == Ok(many));
    let noun = |h: &Hit| matches!(h.sense, Sense::Provider { form: HeadForm::Plural, .. });
    scan.text.at(before).split(' ').any(number) && scan.within(before).iter().any(noun)
}

/// True where every name is that of a county, city or region.
fn all_areas(scan: &Scan<'_>, knowledge: &Knowledge, names: &[Span]) -> bool {
    names.iter().all(|n| knowledge.is_area(scan.text.at(*n)))
}

/// True for a word that a count may begin with; most sentences have none.
fn may_count(word: &str) -> bool {
    let bytes = word.as_bytes();
    let word =
        if bytes.first().is_some_and(|b| matches!(b, b'(' | b'"' | b'\'')) { &word[1..] } else { word };
    let bare = || word.trim_end_matches([',', ':', ')']);
    word.bytes().next().is_some_and(|b| b.is_ascii_digit() || b >= 0x80)
        || may_be_cardinal(word) && cardinal(bare()).is_some()
        || matches!(bytes.first(), Some(b'B' | b'b' | b'o' | b'r'))
            && matches!(bare(), "Both" | "both" | "others" | "rest")
}

/// "the other three to be visited", "two homes", "both": a count of providers before a list.
fn counts(scan: &Scan<'_>, before: Span) -> bool {
    let text = scan.text.as_str();
    let mut at = before.start;
    while let Some(word) = beside::after(text, at, before.end) {
        let w = scan.text.at(word.span);
        at = word.span.end;
        let number = may_be_cardinal(w) && cardinal(w).is_some_and(|n| (2..20).contains(&n));
        if !number && !matches!(w, "Both" | "both" | "others" | "rest") {
            continue;
        }
        let next = beside::after(text, at, before.end).map(|b| scan.text.at(b.span)).unwrap_or_default();
        // "two outstanding (Acorns and Busy Bees)"
        let label = |h: &Hit| matches!(h.sense, Sense::Label(_)) && h.start <= at + 2;
        let graded = scan.within(Span::new(at, before.end)).iter().any(label);
        let own = next.is_empty() || class_of(next) != Class::Other || graded;
        let noun = scan.within(Span::new(at, before.end)).iter().any(|h| {
            matches!(h.sense, Sense::Provider { form: HeadForm::Plural | HeadForm::Acronym, .. })
                && h.start < at + 24
        });
        return own || noun;
    }
    false
}

/// The kind that the nearest common noun before says.
fn kind_before(scan: &Scan<'_>, knowledge: &Knowledge, sentence: usize, at: usize) -> Option<u16> {
    let floor = scan.text.sentences.get(sentence.saturating_sub(REACH))?.start;
    let noun = |h: &Hit| match h.sense {
        Sense::Provider { service, form: HeadForm::Generic | HeadForm::Plural | HeadForm::Acronym } => {
            let words = scan.text.at(Span::new(h.start, h.end));
            let vague = knowledge.is_vague_plural(service, words)
                || knowledge.is_vague_plural(service, &format!("{words}s"));
            (knowledge.stands_alone(service) && !vague).then_some(service)
        }
        _ => None,
    };
    let hits = scan.within(Span::new(floor, at));
    let nearest = hits.iter().rev().find(|h| noun(h).is_some())?;
    // "care homes" says more than "homes", and "homes" of Ofsted are children's.
    let mut kinds: Vec<(usize, u16)> =
        hits.iter().filter(|h| h.end == nearest.end).filter_map(|h| Some((h.start, noun(h)?))).collect();
    let longest = kinds.first()?.0;
    kinds.retain(|k| k.0 == longest);
    let inspected = if kinds.len() > 1 { inspected(scan, knowledge) } else { Vec::new() };
    kinds.iter().find(|k| inspected.contains(&k.1)).or(kinds.first()).map(|k| k.1)
}

/// No list of a paper is longer.
const LINES: usize = 40;

/// "At the other end there was a 5 for:" over lines that are names with an address.
fn below_colon(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let mut found = Vec::new();
    for (n, &line) in scan.text.paragraphs.iter().enumerate() {
        let head = scan.text.at(line);
        if !head.ends_with(':') {
            continue;
        }
        let grade = |h: &Hit| matches!(h.sense, Sense::Label(_));
        let number = || {
            scan.digits.partition_point(|d| d.start < line.start)
                < scan.digits.partition_point(|d| d.start < line.end)
        };
        // "Places given five included:"
        let spelt = || head.split([' ', ':']).any(|w| cardinal(w).is_some_and(|n| n < 7));
        if !(scan.within(line).iter().any(grade) || number() || spelt()) {
            continue;
        }
        let Some(kind) = plural_before(scan, knowledge, line.end).filter(|&k| knowledge.bare_names(k)) else {
            continue;
        };
        let below = scan.text.paragraphs[n + 1..].iter().take(LINES);
        let names: Vec<Span> = below.map_while(|p| name_of_line(scan, *p)).collect();
        if names.len() >= 2 {
            found.extend(names.into_iter().map(|span| NameMention::bare(span, kind)));
        }
    }
    found
}

/// The name that opens a line, before its address; none where the line is a sentence.
fn name_of_line(scan: &Scan<'_>, line: Span) -> Option<Span> {
    let words = scan.text.at(line);
    let bare = words.trim_start_matches(['•', '*', '-', '–', ' ']);
    // "Rated 5: Railway Inn at Station Road" has the grade first.
    if after_grade(bare).is_some() {
        return None;
    }
    let name = bare.split([',', '(', ';', ':']).next()?.split(" - ").next()?.split(" – ").next()?.trim();
    let small = |w: &str| matches!(w, "of" | "and" | "the" | "&" | "on" | "at" | "@" | "in" | "y" | "na");
    let named = name.split_whitespace().count() <= LONGEST
        && name.chars().next().is_some_and(char::is_alphanumeric)
        && name
            .split_whitespace()
            .all(|w| beside::is_capital(w) || small(w) || w.starts_with(|c: char| c.is_ascii_digit()))
        && name.chars().any(char::is_uppercase)
        && !words.ends_with(['.', '!', '?', ':', '"', '”']);
    let start = line.start + words.len() - bare.len() + (bare.len() - bare.trim_start().len());
    named.then_some(Span::new(start, start + name.len()))
}

/// "Drs Oakes, Hay and Marsh", where a place, a verb or a comma goes on about the practice.
fn doctors(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let text = scan.text.as_str();
    let services = knowledge.services().iter();
    let Some(kind) = services.clone().position(|s| s.id.as_str() == "gp-surgery") else { return Vec::new() };
    let Ok(kind) = u16::try_from(kind) else { return Vec::new() };
    let one = |at: usize| {
        let sentence = scan.text.sentences.get(scan.text.sentence_at(at))?;
        let mut end = at + "Drs".len();
        let mut names = 0;
        let mut joined = false;
        while let Some(word) = beside::after(text, end, sentence.end) {
            let w = scan.text.at(word.span);
            let comma = text.get(end..word.span.start)?.trim() == ",";
            if beside::is_capital(w) && (word.joined || comma) && !is_body(scan, word.span) && !joined {
                names += 1;
            } else if w == "and" && word.joined && names > 0 {
                let last = beside::after(text, word.span.end, sentence.end)
                    .filter(|b| b.joined && beside::is_capital(scan.text.at(b.span)))?;
                end = last.span.end;
                joined = true;
                break;
            } else {
                break;
            }
            end = word.span.end;
        }
        let next = beside::after(text, end, sentence.end).map(|b| scan.text.at(b.span)).unwrap_or_default();
        let practice = joined && !matches!(class_of(next), Class::Say | Class::Conj) && next != "who";
        practice.then(|| NameMention::bare(Span::new(at, end), kind))
    };
    let starts = memchr::memmem::find_iter(text.as_bytes(), b"Drs ");
    let mut found: Vec<NameMention> =
        starts.filter(|&at| at == 0 || text[..at].ends_with([' ', '\n'])).filter_map(one).collect();
    // "Oakes, Hay and Pell has closed its list": without the title from then on.
    if let Some(first) = found.first().map(|n| n.span) {
        let whole = scan.text.at(first).to_owned();
        let names = scan.text.at(first).trim_start_matches("Drs ");
        let again = memchr::memmem::find_iter(text.as_bytes(), names.as_bytes()).take(20);
        let spans = again.map(|at| Span::new(at, at + names.len()));
        let short = |span| NameMention { restored: Some(whole.clone()), ..NameMention::bare(span, kind) };
        found.extend(spans.filter(|s| s.end != first.end).map(short));
    }
    found
}
