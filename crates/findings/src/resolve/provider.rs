//! Who is meant: names gathered into providers, and short and generic forms led back to them
//! ("the authority", "Waltham Forest", "the ALMO"). Knows no judgement.
//!
//! A form that refers back belongs to the nearest provider of a fitting kind before it; where none stands
//! before it (a lead that names the council two paragraphs on), to the first after it.

use crate::fact::ProviderHow;
use crate::find::provider::NameMention;
use crate::knowledge::lexicon::{HeadForm, Sense};
use crate::scan::Scan;
use crate::text::{Span, edge, beside, overlaps_any};
use std::collections::HashMap;

/// Index of a provider in the registry.
pub(crate) type Ix = usize;

/// A provider of the article, before it is written out.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub(crate) name: String,
    /// Index of its kind in the services.
    pub(crate) kind: u16,
    pub(crate) operator: Option<Ix>,
    /// The words of its name without head nouns: what a short form is recognised by.
    base: String,
    key: Vec<String>,
}

/// A place that names a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    pub(crate) span: Span,
    pub(crate) provider: Ix,
    pub(crate) how: ProviderHow,
}

/// All providers of an article and every place that names them, in order.
#[derive(Debug, Default)]
pub(crate) struct Registry {
    pub(crate) entities: Vec<Entity>,
    pub(crate) mentions: Vec<Mention>,
}

impl Registry {
    /// Gathers names into providers and leads every other form back to them.
    pub(crate) fn new(scan: &Scan<'_>, names: &[NameMention]) -> Self {
        let mut registry = Registry::default();
        for name in names {
            registry.add(scan, name);
        }
        registry.acronyms(scan, names);
        registry.shorts(scan);
        registry.mentions.sort_by_key(|m| m.span);
        registry.generics(scan);
        registry.mentions.sort_by_key(|m| m.span);
        registry.operators(scan);
        registry
    }

    /// The mentions that start within a span.
    pub(crate) fn within(&self, span: Span) -> &[Mention] {
        let from = self.mentions.partition_point(|m| m.span.start < span.start);
        let to = self.mentions.partition_point(|m| m.span.start < span.end);
        &self.mentions[from..to]
    }

    /// Where the mentions so far stand, in order.
    fn taken(&self) -> Vec<Span> {
        let mut taken: Vec<Span> = self.mentions.iter().map(|m| m.span).collect();
        taken.sort();
        taken
    }

    fn add(&mut self, scan: &Scan<'_>, name: &NameMention) {
        let text = scan.text.at(name.span);
        let key = beside::distinctive(text);
        let base = fold_name(scan.text.at(name.base));
        let known = self.entities.iter().position(|e| e.kind == name.kind && same(e, &base, &key));
        let provider = match known {
            Some(known) => {
                let entity = &mut self.entities[known];
                if key.len() > entity.key.len() {
                    (entity.name, entity.key, entity.base) = (tidy(text), key, base);
                }
                known
            }
            None => {
                self.entities.push(Entity { name: tidy(text), kind: name.kind, operator: None, base, key });
                self.entities.len() - 1
            }
        };
        self.mentions.push(Mention { span: name.span, provider, how: ProviderHow::Name });
    }

    /// "(LTH)" introduced with a name, and wherever it stands from then on.
    fn acronyms(&mut self, scan: &Scan<'_>, names: &[NameMention]) {
        let text = scan.text.as_str();
        let taken = self.taken();
        let mut added = Vec::new();
        for name in names {
            let Some(acronym) = name.acronym else { continue };
            let Some(owner) = self.mentions.iter().find(|m| m.span == name.span).map(|m| m.provider) else { continue };
            let short = scan.text.at(acronym);
            let places = memchr::memmem::find_iter(text.as_bytes(), short.as_bytes());
            added.extend(places.filter_map(|start| {
                let span = Span::new(start, start + short.len());
                let free = edge::stands_alone(text, span.start, span.end) && (span == acronym || !overlaps_any(&taken, span));
                (free && (span == acronym || !name.span.overlaps(span))).then_some(Mention { span, provider: owner, how: ProviderHow::Acronym })
            }));
        }
        added.sort_by_key(|m| m.span);
        added.dedup_by_key(|m| m.span);
        self.mentions.extend(added);
    }

    /// The base of a name by itself: "Waltham Forest", where it is one provider's alone.
    fn shorts(&mut self, scan: &Scan<'_>) {
        let mut owners: HashMap<String, Vec<Ix>> = HashMap::new();
        for (ix, entity) in self.entities.iter().enumerate() {
            if entity.base.len() >= 4 && entity.base.chars().next().is_some_and(char::is_alphabetic) {
                owners.entry(entity.base.clone()).or_default().push(ix);
            }
        }
        let text = scan.text.as_str();
        let mut added = Vec::new();
        let taken = self.taken();
        for run in capital_runs(text) {
            if overlaps_any(&taken, run) {
                continue;
            }
            if let Some([owner]) = owners.get(&fold_name(scan.text.at(run))).map(Vec::as_slice) {
                added.push(Mention { span: run, provider: *owner, how: ProviderHow::Short });
            }
        }
        self.mentions.extend(added);
    }

    /// "the council", "the home": the nearest before of a fitting kind, else the first after.
    fn generics(&mut self, scan: &Scan<'_>) {
        let mut added: Vec<Mention> = Vec::new();
        let taken = self.taken();
        let mut at = 0;
        while at < scan.hits.len() {
            let hit = scan.hits[at];
            let mut kinds = Vec::new();
            let mut end = at;
            while let Some(next) = scan.hits.get(end).filter(|h| h.start == hit.start) {
                if let (Sense::Provider { service, form: HeadForm::Generic | HeadForm::Acronym }, true) = (next.sense, next.end == hit.end || kinds.is_empty()) {
                    kinds.push((service, next.end));
                }
                end += 1;
            }
            at = end;
            let Some(&(_, stop)) = kinds.first() else { continue };
            let Some(span) = refers_back(scan, Span::new(hit.start, stop)) else { continue };
            if overlaps_any(&taken, span) || added.last().is_some_and(|m| m.span.overlaps(span)) {
                continue;
            }
            let fits = |provider: Ix| {
                let kind = self.entities[provider].kind;
                kinds.iter().any(|&(service, _)| service == kind)
            };
            let named = |m: &&Mention| m.how != ProviderHow::Generic && fits(m.provider);
            let before = self.mentions.iter().rev().filter(|m| m.span.start < span.start).find(named);
            let chosen = before.or_else(|| self.mentions.iter().find(named));
            if let Some(m) = chosen {
                added.push(Mention { span, provider: m.provider, how: ProviderHow::Generic });
            }
        }
        self.mentions.extend(added);
    }

    /// "run by Q", "Q, which runs P", "P, which runs the council's housing".
    fn operators(&mut self, scan: &Scan<'_>) {
        for pair in 0..self.mentions.len().saturating_sub(1) {
            let (a, b) = (self.mentions[pair], self.mentions[pair + 1]);
            if a.provider == b.provider || scan.text.sentence_at(a.span.start) != scan.text.sentence_at(b.span.start) {
                continue;
            }
            let between = scan.text.at(Span::new(a.span.end, b.span.start)).to_lowercase();
            let between = between.trim().trim_start_matches(',').trim();
            let run_by = ["run by", "owned by", "managed by", "operated by", "part of"].iter().any(|w| {
                between.strip_suffix("the").unwrap_or(between).trim_end().ends_with(w) && between.split_whitespace().count() <= 6
            });
            let runs = ["which runs", "that runs", "which manages", "which operates", "who run", "which run"].iter().any(|w| between.ends_with(w));
            let owned = runs && scan.text.as_str()[b.span.end..].starts_with(['\'', '’']);
            if run_by || owned {
                self.entities[a.provider].operator.get_or_insert(b.provider);
            } else if runs {
                self.entities[b.provider].operator.get_or_insert(a.provider);
            }
        }
    }
}

/// The span of a generic form that refers to a provider: with its article, and with one adjective between.
fn refers_back(scan: &Scan<'_>, noun: Span) -> Option<Span> {
    let text = scan.text.as_str();
    let floor = scan.text.sentences.get(scan.text.sentence_at(noun.start))?.start;
    let is_article = |w: &str| matches!(w.to_lowercase().as_str(), "the" | "this" | "that" | "its" | "their" | "our");
    let Some(first) = beside::before(text, noun.start, floor) else {
        return None;
    };
    let w = scan.text.at(first.span);
    if !first.joined {
        return capitalised(scan, noun);
    }
    if is_article(w) {
        return Some(Span::new(first.span.start, noun.end));
    }
    let adjective = w.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
        && crate::find::words::class(&w.to_lowercase()) == crate::find::words::Class::Other;
    let second = beside::before(text, first.span.start, floor).filter(|b| b.joined && adjective);
    match second {
        Some(second) if is_article(scan.text.at(second.span)) => Some(Span::new(second.span.start, noun.end)),
        _ => capitalised(scan, noun),
    }
}

/// "(Arms Length Management Organisation)": a generic form written as a name.
fn capitalised(scan: &Scan<'_>, noun: Span) -> Option<Span> {
    let words = scan.text.at(noun);
    let inside = scan.text.as_str()[..noun.start].ends_with('(') || words.bytes().all(|b| b.is_ascii_uppercase());
    (inside && words.split_whitespace().all(beside::is_capital)).then_some(noun)
}

/// Two names of one kind are one provider's when their bases agree, or one name's words run through the other's.
fn same(entity: &Entity, base: &str, key: &[String]) -> bool {
    if entity.base == base {
        return true;
    }
    let (short, long) = if key.len() < entity.key.len() { (key, &entity.key[..]) } else { (&entity.key[..], key) };
    let mut rest = long.iter();
    short.len() >= 2 && short.first() == long.first() && short.iter().all(|w| rest.any(|l| l == w)) && short.len() < long.len()
}

fn fold_name(name: &str) -> String {
    let lower = name.to_lowercase().replace('’', "'");
    lower.strip_suffix("'s").unwrap_or(&lower).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name as it is reported: an ALL-CAPS lead word brought down.
fn tidy(name: &str) -> String {
    let shout = |w: &str| w.len() > 3 && w.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.iter().filter(|w| shout(w)).count() == 0 || words.iter().all(|w| !shout(w)) {
        return words.join(" ");
    }
    let down = |w: &&str| {
        if !shout(w) {
            return (*w).to_owned();
        }
        let mut chars = w.chars();
        chars.next().map(|c| c.to_string() + &chars.as_str().to_lowercase()).unwrap_or_default()
    };
    words.iter().map(down).collect::<Vec<_>>().join(" ")
}

/// Runs of capitalised words, joined by single spaces or by "and", "of", "upon" … between capitals; the
/// possessive s stays outside. Every prefix that ends before a joiner is a run too.
fn capital_runs(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut words: Vec<Span> = Vec::new();
    let flush = |words: &mut Vec<Span>, out: &mut Vec<Span>| {
        // "Yesterday Waltham Forest said": the name may begin after the first word.
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            let (start, end) = (first.start, last.end);
            out.push(Span::new(start, end));
            if words.len() > 1 {
                out.push(Span::new(words[1].start, end));
            }
            if let Some(joiner) = words.iter().position(|w| !beside::is_capital(&text[w.start..w.end])).filter(|&j| j > 0) {
                out.push(Span::new(start, words[joiner - 1].end));
                out.extend(words.get(joiner + 1).map(|w| Span::new(w.start, end)));
            }
        }
        words.clear();
    };
    let mut at = 0;
    for token in text.split_inclusive(char::is_whitespace) {
        let start = at;
        at += token.len();
        let bare = token.trim_end();
        let lead = bare.len() - bare.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let core = bare[lead..].trim_end_matches(|c: char| !c.is_alphanumeric());
        let (core, possessive) = match core.strip_suffix("'s").or_else(|| core.strip_suffix("’s")) {
            Some(stem) => (stem, true),
            None => (core, false),
        };
        if core.is_empty() {
            flush(&mut words, &mut out);
            continue;
        }
        let span = Span::new(start + lead, start + lead + core.len());
        if lead > 0 {
            flush(&mut words, &mut out);
        }
        let joiner = !words.is_empty() && matches!(core, "and" | "of" | "upon" | "on" | "the" | "with" | "under" | "&");
        if beside::is_capital(core) || joiner {
            words.push(span);
        } else {
            trim_joiners(text, &mut words);
            flush(&mut words, &mut out);
        }
        let ends = possessive || bare.len() > lead + core.len() || token.ends_with('\n');
        if ends && !words.is_empty() {
            trim_joiners(text, &mut words);
            flush(&mut words, &mut out);
        }
    }
    trim_joiners(text, &mut words);
    flush(&mut words, &mut out);
    out.sort();
    out.dedup();
    out
}

fn trim_joiners(text: &str, words: &mut Vec<Span>) {
    while words.last().is_some_and(|w| !beside::is_capital(&text[w.start..w.end])) {
        words.pop();
    }
}
