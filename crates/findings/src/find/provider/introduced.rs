//! Which kind of provider a name without a head noun is: what the common nouns near by say ("a care home", "five
//! pubs", "The landlord"). Knows no name.

use super::{NameMention, is_body};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::{Span, beside, edge, overlaps_any};
use foldhash::HashMap;

/// How many sentences a common noun may stand before the name it introduces.
const REACH: usize = 4;

/// The common nouns of an article, and which kind each means.
pub(super) struct Nouns {
    /// Sentence, place and kind of those that introduce ("a care home", "five pubs") or follow ("The landlord").
    told: Vec<(usize, usize, u16)>,
    /// The same of all others.
    other: Vec<(usize, usize, u16)>,
    commonest: Option<u16>,
    /// The only kind that may be meant.
    only: Option<u16>,
    /// Of the kinds of which a place has one, the one that most names are of.
    of_places: Option<u16>,
    /// What the bodies of the article inspect most, where they agree and no noun says another kind.
    usual: Option<u16>,
}

impl Nouns {
    pub(super) fn of(scan: &Scan<'_>, knowledge: &Knowledge, known: &[NameMention]) -> Self {
        let mut heard: HashMap<u16, usize> = HashMap::default();
        let mut nouns: Vec<(Span, bool, usize)> = Vec::new();
        // The kinds of all of them, one after another: of each from where it says on.
        let mut all: Vec<u16> = Vec::new();
        for hit in scan.providers() {
            let Sense::Provider { service, form: form @ (HeadForm::Generic | HeadForm::Plural) } = hit.sense
            else {
                continue;
            };
            let span = Span::new(hit.start, hit.end);
            // "the Food Standards Agency" is no agency.
            if !knowledge.stands_alone(service) || is_body(scan, span) {
                continue;
            }
            match nouns.last_mut() {
                Some((last, ..)) if *last == span => all.push(service),
                Some((last, ..)) if last.overlaps(span) => {}
                _ => {
                    nouns.push((span, form == HeadForm::Plural, all.len()));
                    all.push(service);
                }
            }
        }
        // "a centre" of a story about councils is nobody's prison: what no body of the article inspects gives way.
        let inspected = inspected(scan, knowledge);
        let mut kinds: Vec<u16> = Vec::with_capacity(all.len());
        for at in 0..nouns.len() {
            let end = nouns.get(at + 1).map_or(all.len(), |(_, _, next)| *next);
            let of = all.get(nouns[at].2..end).unwrap_or_default();
            let known = of.iter().any(|k| inspected.contains(k));
            nouns[at].2 = kinds.len();
            kinds.extend(of.iter().filter(|k| !known || inspected.contains(k)));
        }
        let ends = nouns.iter().skip(1).map(|n| n.2).chain(std::iter::once(kinds.len()));
        let nouns: Vec<(Span, bool, &[u16])> = nouns
            .iter()
            .zip(ends)
            .map(|(n, end)| (n.0, n.1, kinds.get(n.2..end).unwrap_or_default()))
            .collect();
        let vague = |span: Span, plural: bool, kind: u16| {
            let noun = scan.text.at(span);
            knowledge.is_vague_plural(kind, noun) || !plural && knowledge.is_vague_noun(kind, noun)
        };
        for (span, plural, kinds) in &nouns {
            for kind in kinds.iter().filter(|&&k| !vague(*span, *plural, k)) {
                *heard.entry(*kind).or_insert(0) += 60 / kinds.len().clamp(1, 60);
            }
        }
        let weight = |kind: &u16| (heard.get(kind).copied().unwrap_or(0), u16::MAX - kind);
        let mut names: Vec<Span> = known.iter().map(|n| n.span).collect();
        names.sort();
        let (mut told, mut other) = (Vec::new(), Vec::new());
        for (span, plural, kinds) in &nouns {
            let fits = !overlaps_any(&names, *span)
                && !kinds.iter().all(|&k| vague(*span, *plural, k))
                && (inspected.is_empty() || kinds.iter().any(|k| inspected.contains(k)));
            if let Some(kind) = kinds.iter().copied().max_by_key(weight).filter(|_| fits) {
                let noun = (scan.text.sentence_at(span.start), span.start, kind);
                if introduces(scan, *span, *plural) { told.push(noun) } else { other.push(noun) }
            }
        }
        // Where no noun says it, the only kind that the bodies inspect.
        let mut alone = inspected.iter().copied().filter(|&k| knowledge.stands_alone(k));
        let only = alone.next().filter(|_| alone.next().is_none());
        let told_by_people = || by_people(scan, knowledge, &inspected);
        let commonest = heard.keys().copied().max_by_key(weight).or(only).or_else(told_by_people);
        let mut named: HashMap<u16, usize> = HashMap::default();
        for name in known.iter().filter(|n| knowledge.one_of_a_place(n.kind)) {
            *named.entry(name.kind).or_insert(0) += 1;
        }
        let of_places = named.into_iter().max_by_key(|&(kind, n)| (n, u16::MAX - kind)).map(|(kind, _)| kind);
        // Takeaways, of a food agency: the only kind with names of their own that a body of the article inspects.
        let mut own = inspected.iter().copied().filter(|&k| knowledge.stands_alone(k));
        let only = own.next().filter(|&k| own.next().is_none() && knowledge.bare_names(k));
        let usual = if commonest.or(only).is_none() { usual(scan, knowledge) } else { None };
        Nouns { told, other, commonest, only, of_places, usual }
    }

    /// The kind that a noun near by says: in the same sentence or opening the next, else shortly before.
    pub(super) fn near(&self, sentence: usize, name: Span) -> Option<u16> {
        let after = |t: &&(usize, usize, u16)| t.1 > name.end && t.0 <= sentence + 1;
        let before = |t: &&(usize, usize, u16)| t.1 < name.start && t.0 + REACH >= sentence;
        let told = self.told.iter().find(after).filter(|t| t.1 < name.end + 400);
        // "Carers at Ashdene were rude. The CQC rated the home …": any noun of what the article is about.
        let beside = |t: &&(usize, usize, u16)| Some(t.2) == self.commonest && t.0.abs_diff(sentence) <= 1;
        let told = self.told.iter().rfind(before).or(told).or_else(|| self.other.iter().find(beside));
        told.map(|t| t.2)
    }

    pub(super) fn commonest(&self) -> Option<u16> {
        self.only.or(self.commonest)
    }

    pub(super) fn usual(&self) -> Option<u16> {
        self.usual
    }

    pub(super) fn commonest_of_places(&self) -> Option<u16> {
        self.of_places
    }
}

/// The kind that each body of the article inspects most, where it is one.
pub(super) fn usual(scan: &Scan<'_>, knowledge: &Knowledge) -> Option<u16> {
    let mut kinds = scan.bodies().iter().filter_map(|h| match h.sense {
        Sense::Body { body, .. } => Some(knowledge.usual_kind(body)),
        _ => None,
    });
    let first = kinds.next()??;
    kinds.all(|kind| kind == Some(first)).then_some(first)
}

/// Where no common noun stands, the kind of those told of that only one has: "pupils", "inmates".
fn by_people(scan: &Scan<'_>, knowledge: &Knowledge, inspected: &[u16]) -> Option<u16> {
    let text = scan.text.as_str();
    let kinds = 0..u16::try_from(knowledge.services().len()).unwrap_or(u16::MAX);
    let people = |kind: u16| knowledge.services().get(usize::from(kind)).into_iter().flat_map(|s| &s.people);
    let alone = |word: &str| {
        memchr::memmem::find(text.as_bytes(), word.as_bytes())
            .is_some_and(|at| edge::stands_alone(text, at, at + word.len()))
    };
    kinds
        .filter(|kind| inspected.contains(kind) && knowledge.stands_alone(*kind))
        .map(|kind| (people(kind).filter(|w| w.starts_with(char::is_lowercase) && alone(w)).count(), kind))
        .filter(|(heard, _)| *heard > 0)
        .max_by_key(|&(heard, kind)| (heard, u16::MAX - kind))
        .map(|(_, kind)| kind)
}

/// The kinds that the bodies of the article inspect.
pub(super) fn inspected(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<u16> {
    let body = |h: &Hit| match h.sense {
        Sense::Body { body, .. } => Some(body),
        _ => None,
    };
    let mut bodies: Vec<u16> = scan.bodies().iter().filter_map(body).collect();
    bodies.sort_unstable();
    bodies.dedup();
    let kinds = 0..u16::try_from(knowledge.services().len()).unwrap_or(u16::MAX);
    kinds.filter(|&kind| bodies.iter().any(|&body| knowledge.inspects(body, kind))).collect()
}

/// "a popular pub", "five restaurants", "The landlord" at the head of a sentence, and any noun of a title or lead.
fn introduces(scan: &Scan<'_>, noun: Span, plural: bool) -> bool {
    let text = scan.text.as_str();
    let sentence = scan.text.sentence_at(noun.start);
    let Some(floor) = scan.text.sentences.get(sentence).map(|s| s.start) else { return false };
    if plural || sentence == 0 {
        return true;
    }
    let mut at = noun.start;
    for _ in 0..4 {
        let Some(word) = beside::before(text, at, floor).filter(|b| b.joined) else { return false };
        match Small::lower(scan.text.at(word.span)).as_str() {
            "a" | "an" | "another" | "one" | "second" | "third" | "sister" | "neighbouring" => return true,
            "the" => return word.span.start == floor,
            _ => at = word.span.start,
        }
    }
    false
}
