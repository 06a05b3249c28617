//! A part of a provider that is named once and then meant by its noun: "the maternity unit at Marle Hospital … The unit was",
//! "its acute wards … The wards were". Knows no label and no frame; refuses a noun that a provider goes by, and one that may
//! mean either of two.

use super::{Known, Story};
use crate::fact::{ProviderHow, ServiceId};
use crate::find::words::{Class, class_of};
use crate::knowledge::Ask;
use crate::relate::clause::Item;
use crate::resolve::provider::{Mention, Registry};
use crate::scan::Scan;
use crate::text::table::Pairs;
use crate::text::word::last;
use crate::text::{Span, beside};

/// For so many sentences a part is still meant.
const REACH: usize = 2;

/// So near its beginning a sentence names its subject.
const OPENING: usize = 16;

/// So near a noun the provider stands that it is a part of: " at the ".
const WHOSE: usize = 9;

/// What parts are called.
const NOUNS: &[&str] = &[
    "unit", "units", "department", "departments", "ward", "wards", "service", "services", "team", "teams",
    "class", "nursery", "scheme", "schemes", "provision", "clinic", "clinics", "centre", "programme",
    "programmes",
];

/// Those that any part may be called, whatever its name.
const ANY: &[&str] = &["unit", "department", "service", "provision"];

static BEGIN: Pairs = Pairs::new(NOUNS);

/// What the areas end in that are parts too.
const PART_LIKE: &[&str] =
    &["apprenticeships", "provision", "programmes", "programme", "courses", "scheme", "class", "work"];

/// A noun that means a part: where it stands, with its article, and the service or area that it means.
pub(super) type PartRef = (Span, Item);

/// A service or area where it is named, with its index.
type Named = (usize, Known);

/// Every noun that means a part named before, in order.
pub(super) fn find(
    scan: &Scan<'_>,
    services: &[Known],
    aspects: &[Known],
    providers: &Registry,
) -> Vec<PartRef> {
    let services: Vec<Named> = services.iter().copied().enumerate().collect();
    let like = |k: &Known| PART_LIKE.iter().any(|w| w.eq_ignore_ascii_case(last(scan.text.at(k.span))));
    let areas: Vec<Named> = aspects.iter().copied().enumerate().filter(|(_, k)| like(k)).collect();
    let of_services = of(scan, &services, providers).into_iter().map(|(span, ix)| (span, Item::Service(ix)));
    let mut found: Vec<PartRef> = of_services.collect();
    for (span, ix) in of(scan, &areas, providers) {
        if !found.iter().any(|(known, _)| known.overlaps(span)) {
            found.push((span, Item::Aspect(ix)));
        }
    }
    found.sort_by_key(|(span, _)| *span);
    found
}

/// The nouns that mean one of these parts.
fn of(scan: &Scan<'_>, named: &[Named], providers: &Registry) -> Vec<(Span, usize)> {
    let mut found: Vec<(Span, usize)> = Vec::new();
    // The parts that the last sentence on such was about, and which sentence that was.
    let mut topic: (Vec<Named>, usize) = (Vec::new(), 0);
    // True once the article has gone back to the whole: then only a part's own noun means it.
    let mut left = false;
    let mut next = 0;
    while let Some((_, first)) = named.get(next) {
        let mut at = scan.text.sentence_at(first.span.start);
        loop {
            let Some(&sentence) = scan.text.sentences.get(at) else { return found };
            let own = own(scan, named, &mut next, sentence, providers);
            let parts: &[Named] = if own.is_empty() { &topic.0 } else { &[] };
            let refs = refs(scan, providers, sentence, parts, left);
            match (own.is_empty(), refs.is_empty()) {
                (false, _) => (topic, left) = ((own, at), false),
                (_, false) => (topic.1, left) = (at, false),
                _ => left |= tells_of_whole(scan, providers, sentence),
            }
            found.extend(refs);
            at += 1;
            if topic.0.is_empty() || at > topic.1 + REACH {
                break;
            }
        }
        let past = scan.text.sentences.get(at).map_or(usize::MAX, |s| s.start);
        next += named.get(next..).unwrap_or_default().iter().take_while(|n| n.1.span.start < past).count();
        topic.0.clear();
    }
    found
}

/// The parts that a sentence names, each once, less those whose words are a provider's.
fn own(
    scan: &Scan<'_>,
    named: &[Named],
    next: &mut usize,
    sentence: Span,
    providers: &Registry,
) -> Vec<Named> {
    let mut own: Vec<Named> = Vec::new();
    while let Some(&(ix, k)) = named.get(*next).filter(|(_, k)| k.span.start < sentence.end) {
        // "surgery" of "the surgery", and not "maternity unit" of "the maternity unit".
        let word = !scan.text.at(k.span).contains(' ');
        let bears = |m: &Mention| m.span.contains(k.span) && (word || m.how != ProviderHow::Generic);
        let other = providers.within(sentence).iter().any(bears);
        let known = own.iter().any(|(_, known)| known.ix == k.ix);
        if k.span.start >= sentence.start && !other && !known {
            own.push((ix, k));
        }
        *next += 1;
    }
    own
}

/// The nouns of a sentence that mean one of the parts told of.
fn refs(
    scan: &Scan<'_>,
    providers: &Registry,
    sentence: Span,
    parts: &[Named],
    left: bool,
) -> Vec<(Span, usize)> {
    if parts.is_empty() {
        return Vec::new();
    }
    let one = |words: &str| {
        let start = sentence.end - words.len();
        let word = words.split(|c: char| !c.is_alphabetic()).next().filter(|w| NOUNS.contains(w))?;
        let the = beside::before(scan.text.as_str(), start, sentence.start).filter(|b| b.joined)?;
        let article = matches!(scan.text.at(the.span), "the" | "The" | "these" | "These" | "this" | "This");
        let part = article.then(|| meant(scan, parts, word, left))??;
        let span = Span::new(the.span.start, start + word.len());
        (is_whole_phrase(scan, providers, span.end, sentence.end) && !is_name_of(providers, word))
            .then_some((span, part))
    };
    scan.heads(sentence, &BEGIN).filter_map(one).collect()
}

/// The one part that goes by a noun.
fn meant(scan: &Scan<'_>, parts: &[Named], noun: &str, left: bool) -> Option<usize> {
    let stem = |w: &str| w.strip_suffix('s').unwrap_or(w).to_owned();
    let bears = |part: &&Named| {
        scan.text.at(part.1.span).split(' ').any(|w| stem(w).eq_ignore_ascii_case(&stem(noun)))
    };
    let mut own = parts.iter().filter(bears);
    match (own.next(), own.next(), parts) {
        (Some(one), None, _) => Some(one.0),
        (None, _, [one]) if ANY.contains(&noun) && !left => Some(one.0),
        _ => None,
    }
}

/// "The unit was", "rated the unit inadequate", "the unit.": nothing behind it that says which one.
fn is_whole_phrase(scan: &Scan<'_>, providers: &Registry, at: usize, ceiling: usize) -> bool {
    let Some(next) = beside::after(scan.text.as_str(), at, ceiling).filter(|b| b.joined) else { return true };
    let word = scan.text.at(next.span);
    // "the unit at Marle Hospital"
    let whose =
        || providers.within(Span::new(at, ceiling)).first().is_some_and(|m| m.span.start < at + WHOSE);
    if matches!(word, "at" | "of") && whose() {
        return true;
    }
    !matches!(class_of(word), Class::Other | Class::Prep | Class::Rating | Class::Visit | Class::Opens)
        && !beside::is_capital(word)
}

/// A provider by name that has the noun in it, or that the article calls by nothing else: "the Hawthorn Unit".
fn is_name_of(providers: &Registry, noun: &str) -> bool {
    providers.entities.iter().any(|e| e.name.split(' ').any(|w| w.eq_ignore_ascii_case(noun)))
}

/// True for a sentence that goes back to the whole: it opens with a provider, by name or by noun.
fn tells_of_whole(scan: &Scan<'_>, providers: &Registry, sentence: Span) -> bool {
    let first = providers.within(sentence).first();
    first.is_some_and(|m| {
        let before = scan.text.as_str().get(sentence.start..m.span.start).unwrap_or_default();
        before.len() < OPENING
    })
}

impl Story<'_> {
    /// True for a noun that means a part: it is no provider's then.
    pub(super) fn is_part(&self, noun: Span) -> bool {
        let from = self.parts.partition_point(|p| p.0.end <= noun.start);
        self.parts.get(from).is_some_and(|p| p.0.overlaps(noun))
    }

    /// True where the words of an area are those of a service: "nursery class".
    pub(crate) fn is_service(&self, area: Span) -> bool {
        let from = self.services.partition_point(|k| k.span.start < area.start);
        self.services.get(from).is_some_and(|k| k.span == area)
    }

    /// The part that a sentence tells of by its noun alone, as an index into the services.
    pub(crate) fn part_meant_in(&self, sentence: Span) -> Option<usize> {
        let from = self.parts.partition_point(|p| p.0.start < sentence.start);
        match self.parts.get(from).filter(|p| p.0.end <= sentence.end)?.1 {
            Item::Service(ix) => Some(ix),
            _ => None,
        }
    }

    /// The only part of a kind of provider that a body of the article gives such a label to.
    pub(crate) fn part_with_label(&self, form: u16, kind: u16) -> Option<u16> {
        let whole = self.knowledge.service_id(kind);
        let stands = |kind: Option<&ServiceId>, service: Option<&ServiceId>| {
            self.named.iter().any(|&body| {
                let body = self.knowledge.body_id(body);
                let ask = Ask { body, kind, service, published: self.published, ..Ask::default() };
                !self.knowledge.levels_of(form, &ask).is_empty()
            })
        };
        if super::place_of(form).is_some() || stands(whole, None) {
            return None;
        }
        let services = self.knowledge.services().iter().enumerate();
        let mut parts =
            services.filter(|(_, s)| s.part_of.as_ref() == whole && stands(Some(&s.id), Some(&s.id)));
        let only = parts.next().filter(|_| parts.next().is_none())?;
        u16::try_from(only.0).ok()
    }
}
