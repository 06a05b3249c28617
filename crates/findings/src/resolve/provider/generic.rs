//! Common nouns led back to a provider: "the council", "the 184-pupil school", "both hospitals", and the "a primary
//! school" of a lead that names it later. Knows no judgement.
//!
//! A noun belongs to the nearest provider of a fitting kind before it, one whose own name has the noun ("the trust")
//! rather than another; where none stands before it, to the first after it. A provider that is named only once and
//! in passing gives way to one that the article is about.

mod elsewhere;
mod refers;

use super::apposed::{named_at, named_next, named_where, named_whose, owns_named};
use super::several::{group_of, several};
use super::{Ix, LEAD, Mention, Registry, Topics, topic};
use crate::fact::ProviderHow;
use crate::find::provider::is_body;
use crate::find::words::{Class, class_of};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::word::{self, last};
use crate::text::{Span, overlaps_any};
use elsewhere::is_elsewhere;
use refers::refers;

/// For so many sentences a provider that is named once is what a common noun means.
const DIGRESSION: usize = 5;

/// What sets a noun off from the provider that is told of.
const OTHER: &[&str] =
    &["other", "sister", "nearest", "neighbouring", "nearby", "rival", "another", "partner", "twin"];

/// What the parts of a council are called too.
const PARTS: &[&str] = &["service", "services", "department", "team"];

/// What makes a noun say something of the one that its sentence names.
const FIRST: &[&str] =
    &["first", "only", "second", "third", "latest", "biggest", "largest", "smallest", "oldest"];

/// Leads every common noun back.
pub(super) fn resolve(registry: &mut Registry, scan: &Scan<'_>, knowledge: &Knowledge) {
    let taken = registry.taken();
    let named: Vec<Mention> = registry.mentions.clone();
    let mut weight = vec![0_usize; registry.entities.len()];
    for m in &named {
        // A name on a line of its own is the heading of what follows.
        weight[m.provider] += if heads(scan, m.span) { 3 } else { 1 };
    }
    let remote = topic::remote(scan, &registry.entities, &named);
    let mut added: Vec<Mention> = Vec::new();
    // Names and the nouns led back so far, and what the sentences before are about.
    let (mut told, mut topics) = (named.clone(), Topics::default());
    let mut kinds: Vec<u16> = Vec::new();
    let mut of_names: Vec<u16> = registry.entities.iter().map(|e| e.kind).collect();
    of_names.sort_unstable();
    of_names.dedup();
    let service = |h: &&Hit| matches!(h.sense, Sense::Service(_));
    let service_before = scan.hits.iter().find(service).map(|h| h.start);
    let mut last = None;
    for start in scan.providers().iter().map(|h| h.start) {
        // The meanings of one place are read together.
        if last.replace(start) == Some(start) {
            continue;
        }
        let hits = scan.within(Span::new(start, start + 1));
        let noun = noun_at(hits, &mut kinds);
        // A noun of a kind that no name is of means nobody.
        let Some(end) = noun.filter(|_| kinds.iter().any(|k| of_names.contains(k))) else { continue };
        let span = Span::new(start, end);
        if is_body(scan, span) {
            continue;
        }
        let words = Small::lower(scan.text.at(span));
        let is_aspect = hits.iter().any(|h| h.end == end && matches!(h.sense, Sense::Aspect(_)));
        if let Some((group, count)) = several(scan, span, &words) {
            let members = group_of(scan, registry, &named, &kinds, span, count);
            if members.len() >= 2 {
                registry.groups.push((group, members));
            }
            continue;
        }
        let plural = hits
            .iter()
            .any(|h| h.end == end && matches!(h.sense, Sense::Provider { form: HeadForm::Plural, .. }));
        let Some((span, indefinite)) = refers(scan, span).filter(|_| !plural) else { continue };
        // "this after-school and holiday club"
        if ["after-", "before-", "of-"].iter().any(|w| scan.text.as_str()[..start].ends_with(w)) {
            continue;
        }
        // "across the board"
        if scan.text.as_str()[..span.start].ends_with("across ") && words.as_str() == "board" {
            continue;
        }
        if owns_named(scan, span, &taken)
            || overlaps_any(&taken, span)
            || added.last().is_some_and(|m| m.span.overlaps(span))
        {
            continue;
        }
        // "The kitchen at Tey Primary School": the one that is named.
        if kinds.iter().any(|&k| knowledge.bare_names(k)) && named_at(scan, &named, span) {
            continue;
        }
        let here = scan.text.sentence_at(span.start);
        topics.read_to(here, scan, knowledge, &registry.entities, &told);
        let choice = Choice {
            knowledge,
            registry,
            topics: &topics,
            named: &named,
            weight: &weight,
            remote: &remote,
            kinds: &kinds,
            noun: &words,
            service_before,
            scan,
            own: kinds.iter().any(|&k| knowledge.is_own_noun(k, &words)),
            fronted: fronts(scan, here, span.start),
            capital: scan
                .text
                .as_str()
                .get(end - words.len()..)
                .is_some_and(|w| w.starts_with(char::is_uppercase)),
        };
        // "X and Partners became the first surgery to": who the sentence names, and not Hill Surgery.
        let first = words_before(scan, span, end).any(|w| FIRST.contains(&w));
        let own = || {
            let split = named.partition_point(|m| m.span.start < span.start);
            let before = named[..split].last().filter(|m| scan.text.sentence_at(m.span.start) == here)?;
            Some(before.provider).filter(|&p| choice.fits(p))
        };
        let own = if first { own() } else { None };
        let beside = own
            .or_else(|| named_next(scan, &named, span))
            .or_else(|| named_where(scan, &named, span))
            .or_else(|| named_whose(scan, &named, span))
            .filter(|&p| choice.fits(p));
        // "the sixth form" of a school is a part of it, not the school.
        // "The other home" and "the nearest school" are not the one that is told of.
        let another = words_before(scan, span, end)
            .any(|w| OTHER.contains(&w) || FIRST.contains(&w) && class_of(w) != Class::Other)
            || is_elsewhere(scan, span);
        let nearest = || {
            choice
                .nearest(span.start, indefinite)
                .filter(|&p| !is_aspect || choice.says_noun(p) || words == "setting")
        };
        if let Some(provider) = beside.or_else(|| if another { None } else { nearest() }) {
            let mention = Mention { span, provider, how: ProviderHow::Generic };
            told.insert(told.partition_point(|m| m.span < span), mention);
            added.push(mention);
        }
    }
    registry.mentions.extend(added);
    let pairs = super::pair::resolve(registry, scan);
    registry.mentions.extend(pairs);
}

/// "At the academy, …": true for what opens its sentence behind "at".
fn fronts(scan: &Scan<'_>, sentence: usize, at: usize) -> bool {
    let start = scan.text.sentences.get(sentence).map_or(at, |s| s.start);
    matches!(scan.text.as_str().get(start..at), Some("At " | "But at " | "Meanwhile, at " | "And at "))
}

/// The words of a common noun's phrase.
fn words_before<'s>(scan: &'s Scan<'_>, phrase: Span, end: usize) -> impl Iterator<Item = &'s str> {
    word::split(scan.text.at(Span::new(phrase.start, end)))
}

/// True for a name that is a whole paragraph, or has only its place behind it: "Marsh Academy, Port Ernes".
fn heads(scan: &Scan<'_>, name: Span) -> bool {
    let paragraph = scan.text.paragraphs.get(scan.text.paragraph_at(name.start));
    paragraph.is_some_and(|p| {
        let rest = scan.text.at(Span::new(name.end, p.end.max(name.end)));
        let capital = |w: &str| w.starts_with(char::is_uppercase);
        let place =
            rest.strip_prefix(", ").is_some_and(|r| r.split(' ').count() <= 3 && r.split(' ').all(capital));
        let opens = p.start == name.start && place && !rest.ends_with(['.', '!', '?']);
        p.contains(name) && (p.len() <= name.len() + 6 || opens)
    })
}

/// The longest common noun among the meanings of one place, and the kinds it can mean.
fn noun_at(hits: &[Hit], kinds: &mut Vec<u16>) -> Option<usize> {
    let generic = |h: &Hit| match h.sense {
        Sense::Provider { service, form: HeadForm::Generic | HeadForm::Plural | HeadForm::Acronym } => {
            Some((h.end, service))
        }
        _ => None,
    };
    let end = hits.iter().filter_map(generic).map(|(end, _)| end).max()?;
    kinds.clear();
    kinds.extend(hits.iter().filter_map(generic).filter(|(e, _)| *e == end).map(|(_, s)| s));
    Some(end)
}

struct Choice<'a> {
    knowledge: &'a Knowledge,
    registry: &'a Registry,
    topics: &'a Topics,
    named: &'a [Mention],
    weight: &'a [usize],
    /// By provider: true for one that is named only in a row, or long ago.
    remote: &'a [bool],
    kinds: &'a [u16],
    noun: &'a str,
    /// Where the first service of a provider stands that the article names.
    service_before: Option<usize>,
    /// True when the noun means a provider that has it in its name.
    own: bool,
    /// "the Infirmary": written as a name.
    capital: bool,
    /// "At the academy, …": it opens its sentence.
    fronted: bool,
    scan: &'a Scan<'a>,
}

/// How many providers are looked back to.
const FAR: usize = 60;

impl Choice<'_> {
    fn nearest(&self, at: usize, indefinite: bool) -> Option<Ix> {
        let split = self.named.partition_point(|m| m.span.start < at);
        let (before, after) = self.named.split_at(split);
        if indefinite {
            // "a primary school" introduces: it is nobody's once one has been named.
            let introduced = before
                .iter()
                .find(|m| m.how == ProviderHow::Name && self.fits(m.provider))
                .map(|m| m.provider);
            let meant = |p: &Ix| !self.own || self.says_noun(*p);
            let next = || self.next(after);
            // A lead that tells again of who the headline names: "A popular takeaway has been …", "The Lotus, in …".
            let again = introduced.filter(|&p| {
                let lead = self.scan.text.sentence_at(at) <= LEAD;
                lead && after.iter().map(|m| m.provider).find(|&q| self.fits(q)) == Some(p)
            });
            return if introduced.is_some() { again } else { next().find(meant).or_else(|| next().next()) };
        }
        // "the Infirmary" is the one that has the word in its name; "At the academy, …" sets it against another.
        if self.capital || self.fronted && !self.own {
            let back = before.iter().rev().take(FAR).map(|m| m.provider);
            let mut called = back.filter(|&p| self.fits(p) && self.says_noun(p));
            if let Some(one) = called.next()
                && called.all(|p| p == one)
            {
                return Some(one);
            }
        }
        let first = before.iter().map(|m| m.provider).find(|&p| self.fits(p));
        let here = self.scan.text.sentence_at(at);
        // One named once, some sentences ago, was a digression from the first.
        let neighbour = |p: Ix| Some(p) != first && self.topics.was_neighbour(self.scan, here, p);
        let passed = |p: Ix| {
            let last = before.iter().rev().find(|m| m.provider == p);
            neighbour(p)
                || Some(p) != first
                    && self.weight.get(p).is_some_and(|&w| w == 1)
                    && last.is_some_and(|m| self.scan.text.sentence_at(m.span.start) + DIGRESSION < here)
        };
        let in_sentence = |m: &Mention| self.scan.text.sentence_at(m.span.start) == here;
        // "Oakes and Pell, in Chapel Road, became the first practice": the sentence's own.
        let own = |p: Ix| before.iter().any(|m| in_sentence(m) && m.provider == p);
        // Who is named first, and told of in the sentence right before.
        let begun =
            |p: Ix| first == Some(p) && here.checked_sub(1).and_then(|at| self.topics.of(at)) == first;
        let matters =
            |p: Ix| self.matters(p) || own(p) || begun(p) || self.topics.is_fresh(self.scan, here, p);
        let back =
            || self.back(before, at).filter(|&p| !passed(p) || self.topics.is_fresh(self.scan, here, p));
        // "The practice" is the one that the sentence before is about, and not whichever has the noun in its name.
        let topic = self.topics.before(here).next().filter(|&p| {
            !self.own
                && self.fits(p)
                && !self.is_of_own_noun(p)
                && matters(p)
                && !passed(p)
                && !before.iter().any(in_sentence)
                // "The academy" is Tey Academy, which the article is about, and not the high school told of since.
                && !first.is_some_and(|f| f != p && self.has_own_word(f) && !self.says_noun(p))
        });
        if topic.is_some() {
            return topic;
        }
        self.back(before, at)
            .filter(|&p| self.own || !passed(p) || self.topics.is_fresh(self.scan, here, p))
            .find(|&p| self.fits(p) && self.says_noun(p) && (self.own || matters(p)))
            .or_else(|| {
                after.iter().map(|m| m.provider).find(|&p| self.own && self.fits(p) && self.says_noun(p))
            })
            .or_else(|| back().find(|&p| self.fits(p) && matters(p) && !self.other_says_noun(p)))
            .or_else(|| back().find(|&p| self.fits(p) && matters(p)))
            .or_else(|| {
                // "the service" of an article on children's services is not the youth justice service named at its end.
                if self.service_before.is_some_and(|s| s < at) && PARTS.iter().any(|w| self.noun.ends_with(w))
                {
                    return None;
                }
                self.next(after).next()
            })
    }

    /// Those of the kind that are named after a noun and that a lead without a name may mean: none in passing, and none
    /// in a row with others.
    fn next<'b>(&'b self, after: &'b [Mention]) -> impl Iterator<Item = Ix> + 'b {
        let of_kind = |m: &&Mention| self.fits(m.provider) && !topic::in_passing(self.scan, m.span, &[]);
        let one = |m: &&Mention| !topic::is_history(self.scan, m.span);
        after
            .iter()
            .filter(of_kind)
            .filter(one)
            .map(|m| m.provider)
            .take_while(|&p| self.remote.get(p) == Some(&false))
    }

    /// Those named earlier in the sentence, the nearest first; what the sentences before were about; and the others
    /// named before, of a sentence its subject before what else it names.
    fn back<'b>(&'b self, before: &'b [Mention], at: usize) -> impl Iterator<Item = Ix> + 'b {
        let sentence = |m: &Mention| self.scan.text.sentence_at(m.span.start);
        let here = self.scan.text.sentence_at(at);
        let split = before.partition_point(|m| sentence(m) < here);
        let (earlier, own) = before.split_at(split);
        let own = own.iter().rev().filter(|m| !topic::in_passing(self.scan, m.span, own)).map(|m| m.provider);
        let chunks = earlier.chunk_by(move |a, b| sentence(a) == sentence(b)).rev();
        let all = own.chain(self.topics.before(here)).chain(chunks.flatten().map(|m| m.provider));
        // Each once, and not the whole of a long list of names again and again.
        let mut seen: Vec<Ix> = Vec::new();
        let new = move |p: &Ix| {
            let new = !seen.contains(p);
            if new {
                seen.push(*p);
            }
            new
        };
        all.filter(new).take(FAR)
    }

    fn fits(&self, provider: Ix) -> bool {
        self.registry.entities.get(provider).is_some_and(|e| self.kinds.contains(&e.kind))
    }

    /// The noun is a word of the provider's own name: "the trust" of an NHS trust, or of Marle and Tey Hospitals.
    fn says_noun(&self, provider: Ix) -> bool {
        let last = last(self.noun);
        let says = |w: &String| w == last || last == "trust" && w == "hospitals";
        self.registry.entities.get(provider).is_some_and(|e| e.key.iter().any(says))
    }

    /// The noun is how such a provider is told from others of its kind, and is in its name: "the academy".
    fn has_own_word(&self, provider: Ix) -> bool {
        matches!(self.noun, "academy" | "college" | "nursery" | "hospice" | "pre-school" | "playgroup")
            && self.says_noun(provider)
    }

    /// A trust, which "the hospital" is not.
    fn is_of_own_noun(&self, provider: Ix) -> bool {
        self.registry
            .entities
            .get(provider)
            .is_some_and(|e| e.key.iter().any(|w| self.knowledge.is_own_noun(e.kind, w)))
    }

    /// Another provider of the article has the noun in its name.
    fn other_says_noun(&self, provider: Ix) -> bool {
        (0..self.registry.entities.len()).any(|p| p != provider && self.fits(p) && self.says_noun(p))
    }

    /// False for one named in passing, where another of the kind is named more often.
    fn matters(&self, provider: Ix) -> bool {
        let own = self.weight.get(provider).copied().unwrap_or(0);
        own > 1 || !(0..self.weight.len()).any(|p| p != provider && self.fits(p) && self.weight[p] > own)
    }
}
