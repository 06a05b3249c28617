//! Which body is meant: ambiguous names settled by what else the article says, weak names by their support,
//! and common nouns ("inspectors", "the watchdog") led back to the body in play. Knows no judgement.

use crate::fact::{BodyHow, Day};
use crate::find::body::NameMention;
use crate::find::words::{Class, class};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{NameForm, Sense};
use crate::resolve::implied;
use crate::resolve::provider::Registry;
use crate::scan::Scan;
use crate::text::{Span, beside, overlaps_any};

/// A place that names a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    pub(crate) span: Span,
    /// Index into the knowledge.
    pub(crate) body: u16,
    pub(crate) how: BodyHow,
    /// Only what its grade is called stands there: no actor of the sentence.
    pub(crate) implied: bool,
}

/// Every place that names a body, in order.
pub(crate) fn resolve(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    names: &[NameMention],
    providers: &Registry,
    published: Option<Day>,
) -> Vec<Mention> {
    let sure: Vec<u16> = names
        .iter()
        .filter(|n| n.bodies.len() == 1 && matches!(n.form, NameForm::Name | NameForm::Acronym))
        .map(|n| n.bodies[0])
        .collect();
    let mut mentions: Vec<Mention> = Vec::new();
    for name in names {
        let body = match name.form {
            NameForm::Weak
                if !name.bodies.iter().any(|b| sure.contains(b)) && !has_voice(scan, name.span) =>
            {
                None
            }
            // "a hygiene rating of five": whose, where no body is named, or none that inspects such a place.
            NameForm::Grade => {
                let named = name.bodies.iter().any(|b| sure.contains(b));
                let theirs = |kind: u16, b: &u16| knowledge.inspects(*b, kind);
                let fed = |kind: u16| {
                    name.bodies.iter().any(|b| theirs(kind, b)) && !sure.iter().any(|b| theirs(kind, b))
                };
                let open = !named && (sure.is_empty() || providers.entities.iter().any(|e| fed(e.kind)));
                name.bodies.iter().copied().find(|b| open && in_office(knowledge, *b, published))
            }
            _ => settle(knowledge, name, scan.text.at(name.span), &sure, providers, published),
        };
        let how = match name.form {
            NameForm::Acronym
                if scan.text.at(name.span).bytes().filter(u8::is_ascii_uppercase).count() < 2 =>
            {
                BodyHow::Name
            }
            NameForm::Acronym => BodyHow::Acronym,
            NameForm::Weak => BodyHow::Short,
            NameForm::Grade => BodyHow::Generic,
            NameForm::Name => BodyHow::Name,
        };
        mentions.extend(body.map(|body| Mention {
            span: name.span,
            body,
            how,
            implied: name.form == NameForm::Grade,
        }));
    }
    // "Best Value inspectors from the Audit Commission" are one body, the commission.
    let all = mentions.clone();
    let sent = |m: &Mention| {
        scan.text.at(m.span).ends_with("inspectors") && matches!(sent_by(scan, m.span, &all), Some(Some(_)))
    };
    mentions.retain(|m| !sent(m));
    // Offices first: they may be all that names a body for the nouns.
    common_nouns(scan, knowledge, providers, published, Nouns::Offices, &mut mentions);
    mentions.sort_by_key(|m| m.span);
    let unnamed = mentions.is_empty();
    let implied = if unnamed { implied::by_labels(scan, knowledge, providers, published) } else { None };
    common_nouns(scan, knowledge, providers, published, Nouns::Others { implied, unnamed }, &mut mentions);
    if mentions.is_empty() {
        mentions.extend(implied.and_then(|body| implied::visit(scan, providers, body)));
    }
    mentions.sort_by_key(|m| m.span);
    mentions
}

/// The body that a name means: the one named elsewhere without doubt, else the one that still was there when the
/// article came out, else the one whose field is told of.
fn settle(
    knowledge: &Knowledge,
    name: &NameMention,
    words: &str,
    sure: &[u16],
    providers: &Registry,
    published: Option<Day>,
) -> Option<u16> {
    if let Some(&named) = name.bodies.iter().find(|b| sure.contains(b)) {
        return Some(named);
    }
    let inspects = |body: &u16| providers.entities.iter().any(|e| knowledge.inspects(*body, e.kind));
    if name.form == NameForm::Weak {
        let mut fit = name.bodies.iter().copied().filter(|b| in_office(knowledge, *b, published));
        return fit.find(inspects);
    }
    let bodies = || name.bodies.iter().copied();
    // Those of them that are called so only beside their full name are not meant without it.
    let bears = |b: &u16| {
        knowledge.bodies().get(usize::from(*b)).is_some_and(|e| !e.weak.iter().any(|weak| weak == words))
    };
    let still_there = only(bodies().filter(bears).filter(|&b| in_office(knowledge, b, published)));
    still_there.or_else(|| bodies().find(inspects)).or_else(|| only(bodies()))
}

/// A name that is a word of its own too ("Monitor") counts where it speaks or something is by it, and stands in the
/// middle of a sentence that is not all capitals.
fn has_voice(scan: &Scan<'_>, name: Span) -> bool {
    let text = scan.text.as_str();
    let Some(sentence) = scan.text.sentences.get(scan.text.sentence_at(name.start)) else { return false };
    let before = beside::before(text, name.start, sentence.start);
    let after = beside::after(text, name.end, sentence.end).filter(|b| b.joined);
    let word = |b: Option<beside::Beside>| b.map(|b| scan.text.at(b.span)).unwrap_or_default();
    let shouts = |w: &str| w.len() > 3 && w.bytes().all(|b| b.is_ascii_uppercase());
    let speaks = matches!(class(word(after)), Class::Say | Class::Find | Class::Have | Class::Be);
    let named = matches!(
        word(before).to_lowercase().as_str(),
        "by" | "called" | "from" | "regulator" | "watchdog" | "predecessor" | "inspectorate" | "told"
    );
    let capital = beside::is_capital(scan.text.at(name));
    capital && (speaks || before.is_some() && named) && !shouts(word(before)) && !shouts(word(after))
}

/// The one there is, where there is one.
fn only(mut bodies: impl Iterator<Item = u16>) -> Option<u16> {
    let first = bodies.next()?;
    bodies.next().is_none().then_some(first)
}

/// Which common nouns are led back.
#[derive(Clone, Copy)]
enum Nouns {
    /// "the chief inspector of prisons"
    Offices,
    /// "the watchdog"; of this body, where the article names none.
    Others { implied: Option<u16>, unnamed: bool },
}

/// "inspectors", "the watchdog": the nearest fitting body before, else the first after.
fn common_nouns(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    providers: &Registry,
    published: Option<Day>,
    nouns: Nouns,
    mentions: &mut Vec<Mention>,
) {
    let (offices, implied, unnamed) = match nouns {
        Nouns::Offices => (true, None, false),
        Nouns::Others { implied, unnamed } => (false, implied, unnamed),
    };
    let mut named = mentions.clone();
    named.retain(|m| !is_upcoming(knowledge, m.body, published));
    let taken: Vec<Span> = mentions.iter().map(|m| m.span).collect();
    let mut added: Vec<Mention> = Vec::new();
    for hit in &scan.hits {
        let Sense::BodyNoun(noun) = hit.sense else { continue };
        let Some(noun) = knowledge.nouns.get(usize::from(noun)) else { continue };
        let span = Span::new(hit.start, hit.end);
        if noun.office != offices {
            continue;
        }
        let royal = royal(scan, span);
        // "Chief Inspector of Probation Ann Hay said": a title in capitals before a name needs no article.
        let titled =
            noun.office && beside::is_capital(scan.text.at(span)) && scan.text.at(span).contains(" of ");
        let headline = || in_headline(scan, span).then_some(span);
        let alone = titled.then_some(span);
        let found = royal.or_else(|| with_article(scan, span)).or(alone).or_else(headline);
        let Some(span) = found else { continue };
        if overlaps_any(&taken, span) || added.last().is_some_and(|m| m.span.overlaps(span)) {
            continue;
        }
        // "the agency" of a home-care agency.
        if !noun.office && providers.within(span).iter().any(|m| m.span.end >= hit.end) {
            continue;
        }
        let fits = |m: &&Mention| {
            noun.bodies.contains(&m.body) || noun.any && is_kind(knowledge, m.body, &noun.kinds)
        };
        // In a planning story the inspector decides appeals and inspects nothing.
        if !noun.office && scan.text.at(span).ends_with("nspector") && is_planning(scan.text.as_str()) {
            continue;
        }
        // "inspectors from the Audit Commission" are that commission's, and those from a department no body's here.
        let from = match sent_by(scan, span, &named) {
            Some(None) if noun.any => continue,
            Some(None) => None,
            Some(Some(body)) => Some(body).filter(|_| !noun.office),
            None => None,
        };
        // "The watchdog" is one that still is there, though the article has just looked back to another.
        let there = |m: &&Mention| fits(m) && in_office(knowledge, m.body, published);
        let before = || named.iter().rev().filter(|m| m.span.start < span.start);
        let before = before().find(there).or_else(|| before().find(fits));
        let chosen = from.or_else(|| before.or_else(|| named.iter().find(fits)).map(|m| m.body));
        // An office names its body even where nothing else does: "the chief inspector of prisons".
        let by_office = || {
            noun.bodies
                .iter()
                .copied()
                .find(|&b| noun.office && !noun.any && in_office(knowledge, b, published))
        };
        let meant = |b: &u16| noun.bodies.contains(b) || noun.any && is_kind(knowledge, *b, &noun.kinds);
        // "The housing regulator": whose alone the noun is, of those that inspect somebody here.
        let inspects = |b: &u16| providers.entities.iter().any(|e| knowledge.inspects(*b, e.kind));
        let own =
            || noun.bodies.iter().copied().filter(|&b| in_office(knowledge, b, published)).filter(inspects);
        let own = || only(own()).filter(|_| unnamed && !noun.any);
        let by_office = || by_office().or(implied.filter(meant)).or_else(own);
        let how = match noun.office {
            true if royal.is_some() => BodyHow::Name,
            true => BodyHow::Office,
            false => BodyHow::Generic,
        };
        added.extend(chosen.or_else(by_office).map(|body| Mention { span, body, how, implied: false }));
    }
    mentions.extend(added);
}

/// True for an article about a planning appeal.
fn is_planning(text: &str) -> bool {
    let holds = |words: &str| memchr::memmem::find(text.as_bytes(), words.as_bytes()).is_some();
    holds("lanning") && holds("permission") && holds("appeal")
}

/// "inspectors (were due) from the …": whose they are, and nobody's here where no body is named there.
#[expect(clippy::option_option, reason = "no 'from', from an unknown house, from a body")]
fn sent_by(scan: &Scan<'_>, noun: Span, named: &[Mention]) -> Option<Option<u16>> {
    const BETWEEN: [&str; 8] = ["were", "was", "due", "came", "come", "sent", "arrived", "are"];
    let text = scan.text.as_str();
    let end = scan.text.sentences.get(scan.text.sentence_at(noun.start))?.end;
    let mut at = noun.end;
    let mut word = beside::after(text, at, end).filter(|b| b.joined)?;
    while BETWEEN.contains(&scan.text.at(word.span)) {
        at = word.span.end;
        word = beside::after(text, at, end).filter(|b| b.joined)?;
    }
    if scan.text.at(word.span) != "from" {
        return None;
    }
    let mut house = beside::after(text, word.span.end, end).filter(|b| b.joined)?;
    let from = house.span.start;
    if scan.text.at(house.span) == "the" {
        house = beside::after(text, house.span.end, end).filter(|b| b.joined)?;
    }
    let body =
        named.iter().find(|m| m.span.start == from || m.span.start == house.span.start).map(|m| m.body);
    (body.is_some() || beside::is_capital(scan.text.at(house.span))).then_some(body)
}

/// "Her Majesty’s Chief Inspector of Prisons": the whole title.
fn royal(scan: &Scan<'_>, noun: Span) -> Option<Span> {
    let text = scan.text.as_str();
    let written = scan.text.at(noun);
    if written.contains(['j', 'J']) && written.to_lowercase().contains("majesty") {
        return Some(noun);
    }
    let majesty = beside::before(text, noun.start, 0)
        .filter(|b| b.joined && scan.text.at(b.span).starts_with("Majesty"))?;
    let whose = beside::before(text, majesty.span.start, 0).filter(|b| b.joined)?;
    Some(Span::new(whose.span.start, noun.end))
}

/// "… as regulator publishes seven reports": a headline drops its articles.
fn in_headline(scan: &Scan<'_>, noun: Span) -> bool {
    const NOUNS: [&str; 3] = ["watchdog", "regulator", "inspectorate"];
    let Some(line) = scan.text.paragraphs.first().filter(|p| p.contains(noun)) else { return false };
    let bare = scan.text.at(*line).trim_end_matches(['\'', '"', '’', '”']);
    let before = beside::before(scan.text.as_str(), noun.start, line.start);
    let led = before.is_none_or(|b| {
        !b.joined || matches!(scan.text.at(b.span), "as" | "by" | "after" | "from" | "says" | "when" | "with")
    });
    NOUNS.iter().any(|n| n.eq_ignore_ascii_case(scan.text.at(noun)))
        && !bare.ends_with(['.', '!', '?'])
        && line.len() < 160
        && led
}

/// A common noun counts with "the" before it, or as a bare plural: "inspectors".
fn with_article(scan: &Scan<'_>, noun: Span) -> Option<Span> {
    let text = scan.text.as_str();
    if scan.text.at(noun).starts_with(['t', 'T']) && scan.text.at(noun).to_lowercase().starts_with("the ") {
        return Some(noun);
    }
    let floor = scan.text.sentences.get(scan.text.sentence_at(noun.start))?.start;
    let before = beside::before(text, noun.start, floor).filter(|b| b.joined);
    match before.map(|b| (b, scan.text.at(b.span).to_lowercase())) {
        Some((b, w))
            if matches!(w.as_str(), "the" | "a" | "government" | "its" | "this")
                || w.ends_with("'s")
                || w.ends_with("’s") =>
        {
            Some(Span::new(b.span.start, noun.end))
        }
        Some((_, w))
            if matches!(
                w.as_str(),
                "police" | "planning" | "tax" | "building" | "his" | "chief" | "detective"
            ) =>
        {
            None
        }
        _ => scan.text.at(noun).ends_with('s').then_some(noun),
    }
}

/// True for a body of one of these kinds, or of any where none is named.
fn is_kind(knowledge: &Knowledge, body: u16, kinds: &[String]) -> bool {
    kinds.is_empty() || knowledge.bodies().get(usize::from(body)).is_some_and(|b| kinds.contains(&b.kind))
}

/// True for a body that starts after the day.
pub(crate) fn is_upcoming(knowledge: &Knowledge, body: u16, day: Option<Day>) -> bool {
    let start = knowledge.bodies().get(usize::from(body)).and_then(|b| b.start.as_ref());
    day.zip(start).is_some_and(|(day, start)| start.first() > day)
}

/// True for a body that was there on the day.
pub(super) fn in_office(knowledge: &Knowledge, body: u16, day: Option<Day>) -> bool {
    let Some(entry) = knowledge.bodies().get(usize::from(body)) else { return false };
    day.is_none_or(|day| {
        entry.start.is_none_or(|start| start.first() <= day) && entry.end.is_none_or(|end| end.last() >= day)
    })
}
