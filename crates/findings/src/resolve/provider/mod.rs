//! Who is meant: names gathered into providers, and short and generic forms led back to them
//! ("the authority", "Marling Heath", "the ALMO"). Knows no judgement.

mod apposed;
mod described;
mod generic;
mod kind;
mod pair;
mod places;
mod runs;
mod several;
mod short;
mod spelling;
mod ties;
mod topic;

use crate::fact::ProviderHow;
use crate::find::provider::operator::{Firm, Tie};
use crate::find::provider::{NameMention, ROADS};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Sense};
use crate::scan::Scan;
use crate::text::word::last;
use crate::text::{Span, beside, edge, overlaps_any};
use described::{by_street, heralds, only_places};
use foldhash::{HashMap, HashSet};
use kind::{bodies_named, generics_heard, generics_of_one_kind, likeliest};
use spelling::{fold_name, spelt_out, tidy, without_church};
pub(crate) use topic::{Topics, is_neighbour, switches};

/// Headline and lead are the first so many sentences.
const LEAD: usize = 3;

/// Index of a provider in the registry.
pub(crate) type Ix = usize;

/// A provider of the article, before it is written out.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub(crate) name: String,
    /// Index of its kind in the services.
    pub(crate) kind: u16,
    pub(crate) operator: Option<Ix>,
    /// Who runs it, where that is a firm that is not inspected itself.
    pub(crate) firm: Option<String>,
    pub(crate) place: Option<String>,
    /// True for a name that ends as the names of other things do: "Corn Hall".
    pub(crate) weak: bool,
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

/// What is found "at" a home.
const CARE: &[&str] = &[
    "failings", "Failings", "failures", "shortcomings", "concerns", "Concerns", "conditions", "Conditions",
    "standards", "Standards", "care", "Care", "abuse", "neglect", "improvements", "inspection", "visit",
];

/// All providers of an article and every place that names them, in order.
#[derive(Debug, Default)]
pub(crate) struct Registry {
    pub(crate) entities: Vec<Entity>,
    pub(crate) mentions: Vec<Mention>,
    /// "both hospitals", "the two schools": places that mean several, in order.
    pub(crate) groups: Vec<(Span, Vec<Ix>)>,
    /// What each sentence is about.
    pub(crate) topics: Topics,
    /// By mention: true for one in passing.
    asides: Vec<bool>,
    /// By provider: true where it is named only as where somebody was long ago, or in a row with others.
    remote: Vec<bool>,
}

impl Registry {
    /// Gathers names into providers and leads every other form back to them.
    pub(crate) fn new(scan: &Scan<'_>, knowledge: &Knowledge, names: &[NameMention], firms: &[Firm]) -> Self {
        let mut registry = Registry::default();
        // What tells the kinds of a name apart is gathered where a name may be of several.
        let open = names.iter().any(|n| !n.rivals.is_empty());
        let mut heard = if open { generics_heard(scan, names) } else { HashMap::default() };
        let bodies = if open { bodies_named(scan) } else { Vec::new() };
        for name in names.iter().filter(|n| n.rivals.is_empty() && n.base != n.span) {
            *heard.entry(name.kind).or_insert(0) += 20;
        }
        let own = if open { generics_of_one_kind(scan) } else { HashMap::default() };
        let mut described = Vec::new();
        for name in names {
            // "Heather Lodge" is what the nouns of one kind alone say: a "children's home" rather than a "home".
            let weak = knowledge.is_weak_name(name.kind, scan.text.at(name.span));
            let heard = if weak { &own } else { &heard };
            let kind = likeliest(knowledge, name, last(scan.text.at(name.span)), heard, &bodies);
            if only_places(scan, knowledge, name, kind)
                || heralds(scan, knowledge, name, names)
                || by_street(scan, knowledge, name, names)
            {
                described.push((name, kind));
            } else {
                registry.add(scan, knowledge, name, kind);
            }
        }
        registry.drop_owners(scan, knowledge, firms);
        registry.strengthen(scan, knowledge);
        registry.describe(scan, knowledge, &described);
        registry.settle_names(scan);
        registry.acronyms(scan, names);
        registry.shorts(scan, knowledge);
        registry.branches(scan, knowledge);
        registry.mentions.sort_by_key(|m| m.span);
        generic::resolve(&mut registry, scan, knowledge);
        registry.mentions.sort_by_key(|m| m.span);
        let mut topics = Topics::default();
        topics.read_to(scan.text.sentences.len(), scan, knowledge, &registry.entities, &registry.mentions);
        registry.topics = topics;
        ties::hospitals(&mut registry, scan, knowledge);
        registry.asides = topic::asides(scan, &registry.mentions);
        registry.remote = topic::remote(scan, &registry.entities, &registry.mentions);
        ties::operators(&mut registry, scan);
        ties::firms(&mut registry, scan, knowledge, firms);
        ties::siblings(&mut registry, scan, firms);
        places::find(&mut registry, scan, knowledge);
        registry
    }

    /// The mentions that start within a span.
    pub(crate) fn within(&self, span: Span) -> &[Mention] {
        let from = self.mentions.partition_point(|m| m.span.start < span.start);
        let to = self.mentions.partition_point(|m| m.span.start < span.end);
        &self.mentions[from..to]
    }

    /// True for a mention in passing: "like neighbouring X".
    pub(crate) fn is_aside(&self, mention: usize) -> bool {
        self.asides.get(mention).copied().unwrap_or(false)
    }

    /// True for a provider that a noun without a name can't mean: "Ann Hay, who went to X", "parents at X and Y".
    pub(crate) fn is_remote(&self, provider: Ix) -> bool {
        self.remote.get(provider).copied().unwrap_or(false)
    }

    /// Where the mentions so far stand, in order.
    fn taken(&self) -> Vec<Span> {
        let mut taken: Vec<Span> = self.mentions.iter().map(|m| m.span).collect();
        taken.sort();
        taken
    }

    fn add(&mut self, scan: &Scan<'_>, knowledge: &Knowledge, name: &NameMention, kind: u16) {
        let text = name.restored.as_deref().unwrap_or(scan.text.at(name.span));
        let key = beside::distinctive(&spelt_out(text));
        let base = fold_name(scan.text.at(name.base));
        // "Stonegarth jail" is HMP Stonegarth: a noun in small letters is no part of its name.
        let noun = |text: &str| last(text).starts_with(char::is_lowercase);
        let small = knowledge.services().get(usize::from(kind)).is_some_and(|s| !s.leads.is_empty())
            && !knowledge.bare_names(kind);
        let by_base = |e: &Entity| knowledge.one_of_a_place(kind) || small && noun(text) != noun(&e.name);
        let known = self.entities.iter().position(|e| e.kind == kind && same(e, &base, &key, by_base(e)));
        let provider = match known {
            Some(known) => {
                let entity = &mut self.entities[known];
                // "Marleshire" of a Marleshire county council has no noun yet.
                let placed = |e: &Entity| knowledge.one_of_a_place(kind) && fold_name(&e.name) == e.base;
                let shouted = |name: &str| !name.chars().any(char::is_lowercase);
                let smaller = noun(text) && !noun(&entity.name) && entity.base == base;
                let kept = smaller && !placed(entity);
                if noun(&entity.name) && !noun(text) && entity.base == base {
                    (entity.name, entity.key) = (tidy(text), key);
                } else if key.len() > entity.key.len() && !kept
                    || key == entity.key
                        && (shouted(&entity.name) && !shouted(text)
                            || spelt_out(&entity.name) != entity.name && spelt_out(text) == text)
                {
                    (entity.name, entity.key, entity.base) = (tidy(text), key, base);
                }
                known
            }
            None => {
                let weak = knowledge.is_weak_name(kind, text);
                let name = tidy(text);
                self.entities.push(Entity {
                    name,
                    kind,
                    operator: None,
                    firm: None,
                    place: None,
                    weak,
                    base,
                    key,
                });
                self.entities.len() - 1
            }
        };
        self.mentions.push(Mention { span: name.span, provider, how: ProviderHow::Name });
    }

    /// Who only owns or runs a home ("its owner, Q Care") is not inspected, unless it is graded or visited itself.
    fn drop_owners(&mut self, scan: &Scan<'_>, knowledge: &Knowledge, firms: &[Firm]) {
        let owner = |m: &Mention| {
            firms.iter().any(|f| matches!(f.tie, Tie::RunBy | Tie::Owner) && f.span.overlaps(m.span))
        };
        // "The care home, owned by Summit Care, was rated poor": not the first one named, for all that.
        let owned_by = |m: &Mention| {
            let before = &scan.text.as_str()[..m.span.start];
            ["owned by ", "run by ", "managed by ", "operated by ", "Owner ", "Owners ", "owner ", "owners "]
                .iter()
                .any(|w| before.ends_with(w))
        };
        let mut owners: Vec<Ix> = self.mentions.iter().filter(|m| owner(m)).map(|m| m.provider).collect();
        owners.sort_unstable();
        owners.dedup();
        owners.retain(|&p| {
            let kind = self.entities.get(p).map(|e| e.kind);
            let firm = kind.is_some_and(|k| knowledge.bare_names(k));
            firm && !self
                .mentions
                .iter()
                .filter(|m| m.provider == p)
                .any(|m| !owned_by(m) && topic::is_judged(scan, m, &self.mentions))
        });
        self.mentions.retain(|m| !owners.contains(&m.provider));
    }

    /// A weak name is one where a common noun of its kind or a label stands in its sentence ("two homes, Fallowden
    /// House and …"), and nothing where it only says where something is ("at Eddington House").
    fn strengthen(&mut self, scan: &Scan<'_>, knowledge: &Knowledge) {
        let mut strong = vec![false; self.entities.len()];
        for m in &self.mentions {
            let Some(entity) = self.entities.get(m.provider).filter(|e| e.weak) else { continue };
            let Some(&sentence) = scan.text.sentences.get(scan.text.sentence_at(m.span.start)) else {
                continue;
            };
            let word = beside::before(scan.text.as_str(), m.span.start, sentence.start);
            // "a series of failings at Drumnagarry Lodge"
            let second = word.and_then(|b| beside::before(scan.text.as_str(), b.span.start, sentence.start));
            let cared = second.is_some_and(|b| CARE.contains(&scan.text.at(b.span)));
            let before = word.map(|b| scan.text.at(b.span).to_lowercase()).unwrap_or_default();
            let located = matches!(before.as_str(), "at" | "in" | "near" | "to" | "outside" | "the")
                // "Ann Hay, 34, of Elm Court"
                || scan.text.as_str()[..m.span.start].ends_with(", of ");
            // "Residents were left in bed at Drumnagarry Lodge"
            let lived_in = before == "at"
                && scan.text.at(sentence).split_whitespace().any(|w| {
                    matches!(
                        w,
                        "Residents"
                            | "residents"
                            | "residents'"
                            | "residents’"
                            | "carers"
                            | "Carers"
                            | "people"
                            | "children"
                            | "Children"
                            | "teenagers"
                            | "patients"
                            | "pensioners"
                            | "inmates"
                            | "pupils"
                            | "nurses"
                            | "carer"
                            | "Patients"
                            | "staff"
                            | "Staff"
                    )
                });
            let told = lived_in
                || before == "at" && cared
                || scan.within(sentence).iter().any(|h| match h.sense {
                    Sense::Provider { service, form: HeadForm::Generic | HeadForm::Plural } => {
                        let noun = scan.text.at(Span::new(h.start, h.end));
                        service == entity.kind
                            && !knowledge.is_vague_plural(service, noun)
                            && !knowledge.is_vague_plural(service, &format!("{noun}s"))
                    }
                    Sense::Label(_) => !located,
                    // "inspectors went to Drumnagarry Lodge"
                    Sense::BodyNoun(_) => {
                        matches!(before.as_str(), "to" | "of") || before == "at" && h.start > m.span.end
                    }
                    Sense::Body { body, .. } => {
                        (!located || matches!(before.as_str(), "at" | "to"))
                            && knowledge.inspects(body, entity.kind)
                    }
                    _ => false,
                });
            if let Some(strong) = strong.get_mut(m.provider) {
                *strong |= told || !located;
            }
        }
        self.mentions.retain(|m| {
            !self.entities.get(m.provider).is_some_and(|e| e.weak) || strong.get(m.provider) == Some(&true)
        });
        for (entity, strong) in self.entities.iter_mut().zip(strong) {
            entity.weak &= !strong;
        }
    }

    /// "the Marlock Regis care home": a place and a kind, which is the provider of that kind.
    fn describe(&mut self, scan: &Scan<'_>, knowledge: &Knowledge, described: &[(&NameMention, u16)]) {
        for &(name, kind) in described {
            let span = name.span;
            let fits = |m: &&Mention| self.entities.get(m.provider).is_some_and(|e| e.kind == kind);
            let street = ROADS.contains(&last(scan.text.at(name.base)));
            let told = || self.mentions.iter().filter(|m| m.span.start < span.start).rfind(fits);
            let after = || self.mentions.iter().filter(|m| m.span.start > span.start).find(fits);
            let near = if street { told().or_else(after) } else { after() };
            let mut all = (0..self.entities.len()).filter(|&ix| self.entities[ix].kind == kind);
            let only = all.next().filter(|_| all.next().is_none());
            match only.or(near.map(|m| m.provider)) {
                Some(provider) => self.mentions.push(Mention { span, provider, how: ProviderHow::Short }),
                // Nothing has a name of its own: "Staff at Marle nursing home"
                None => self.add(scan, knowledge, name, kind),
            }
        }
        self.mentions.sort_by_key(|m| m.span);
    }

    /// A name of fewer words than the fullest is a short form of it.
    fn settle_names(&mut self, scan: &Scan<'_>) {
        for m in &mut self.mentions {
            let key = beside::distinctive(scan.text.at(m.span));
            let fullest = &self.entities[m.provider].key;
            if key.len() < fullest.len() || key.len() == fullest.len() && key != *fullest {
                m.how = ProviderHow::Short;
            }
        }
    }

    /// "(LTH)" introduced with a name, and wherever it stands from then on.
    fn acronyms(&mut self, scan: &Scan<'_>, names: &[NameMention]) {
        let text = scan.text.as_str();
        let owners: HashMap<Span, Ix> = self.mentions.iter().map(|m| (m.span, m.provider)).collect();
        let taken = self.taken();
        let mut seen = HashSet::default();
        let mut added = Vec::new();
        for name in names {
            let (Some(acronym), Some(&owner)) = (name.acronym, owners.get(&name.span)) else { continue };
            let short = scan.text.at(acronym);
            if !seen.insert(short) {
                added.push(Mention { span: acronym, provider: owner, how: ProviderHow::Acronym });
                continue;
            }
            for start in memchr::memmem::find_iter(text.as_bytes(), short.as_bytes()) {
                let span = Span::new(start, start + short.len());
                let free = span == acronym
                    || edge::stands_alone(text, start, span.end) && !overlaps_any(&taken, span);
                if free {
                    added.push(Mention { span, provider: owner, how: ProviderHow::Acronym });
                }
            }
        }
        added.sort_by_key(|m| m.span);
        added.dedup_by_key(|m| m.span);
        self.mentions.extend(added);
    }
}

/// Two names of one kind are one provider's when their bases agree (for kinds of which a place has one), or one
/// name's words run through the other's from the first on and what is left out belongs to the head: "Ashby Primary"
/// is "Ashby Community Primary School", not "Ashby Road Primary School" nor "Ashby and Marle Primary School".
fn same(entity: &Entity, base: &str, key: &[String], by_base: bool) -> bool {
    if entity.key == key || entity.base == base && by_base {
        return true;
    }
    let new = (without_church(base), key);
    let known = (without_church(&entity.base), &entity.key[..]);
    let ((short_base, short), (long_base, long)) =
        if key.len() < entity.key.len() { (new, known) } else { (known, new) };
    let one_word = !short_base.contains(' ');
    let more = long_base.strip_prefix(short_base);
    let agree = more.is_none_or(|more| {
        more.is_empty() || !one_word && !more.starts_with(" and ") && !more.starts_with(" & ")
    });
    let mut rest = long.iter();
    (agree || long.starts_with(short))
        && short.len() >= 2
        && short.first() == long.first()
        && short.iter().all(|w| rest.any(|l| l == w))
        && short.len() < long.len()
}
