//! Everything that is known of an article before its judgements are read: the mentions, who they mean, and what
//! the article is mainly about. Plain data and look-ups; knows no rule of judgement.

mod labels;
mod meant;
mod nouns;
mod parts;

use crate::fact::{AspectId, BodyId, Day, MeasureKind, ProviderHow};
use crate::find;
use crate::knowledge::lexicon::{HeadForm, Kind, NameForm, Sense};
use crate::knowledge::{Ask, InForce, Knowledge, Scale};
use crate::relate::clause::{Chunk, Item, Sentence};
use crate::resolve::body;
use crate::resolve::date::Dated;
use crate::resolve::provider::{Ix, Registry};
use crate::scan::Scan;
use crate::text::{Span, Text};
use foldhash::HashMap;
use labels::number_of;
pub(crate) use labels::place_of;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// How many sentences back "it" may reach.
pub(crate) const REACH: usize = 6;

/// For so many sentences an aside is still meant.
const ASIDE: usize = 2;

/// Who is named more often than this is what the article is about.
const OFTEN: usize = 2;

/// No near miss of the knowledge is longer.
const LONGEST_NEAR_MISS: usize = 120;

/// A word or phrase of the knowledge where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) span: Span,
    /// Index into the knowledge's list of its kind.
    pub(crate) ix: u16,
}

/// The mentions of one article.
pub(crate) struct Story<'t> {
    pub(crate) text: &'t Text,
    pub(crate) knowledge: &'t Knowledge,
    pub(crate) published: Option<Day>,
    pub(crate) bodies: Vec<body::Mention>,
    /// Which bodies those are.
    named: Vec<u16>,
    /// Bodies that are only being set up: named, but nobody has been inspected by them.
    pub(crate) upcoming: Vec<body::Mention>,
    pub(crate) providers: Registry,
    pub(crate) services: Vec<Known>,
    pub(crate) aspects: Vec<Known>,
    /// Forms of labels, less those that a near miss covers.
    pub(crate) labels: Vec<Known>,
    /// Names of measures.
    pub(crate) measures: Vec<Known>,
    /// Nouns that mean a service named before, in order.
    parts: Vec<parts::PartRef>,
    /// Common nouns of providers of more than one word, in order.
    nouns: Vec<Span>,
    /// Kinds of provider in the plural ("schools"), in order: indexes into the services.
    pub(crate) plurals: Vec<Known>,
    /// Words that name a grade by its place on the scale ("the top two ratings"), in order.
    pub(crate) places: Vec<Span>,
    pub(crate) dates: Vec<Dated>,
    /// Which bodies the article names in one breath, once asked for.
    together: OnceCell<Vec<(u16, u16)>>,
    /// Who was judged by name in a sentence: for those after it.
    judged: RefCell<Vec<(usize, Ix)>>,
    /// Sentences already cut into items, by their place in the text: several readers ask for each.
    cut: RefCell<Vec<Option<Rc<[Chunk]>>>>,
    /// The levels that labels may stand on, as far as somebody has asked.
    levels: RefCell<HashMap<Asked, Rc<[InForce<'t>]>>>,
}

/// What decides on which levels a label may stand: its form, the body, the service, the kind of provider, the aspect and
/// the days of the visit.
pub(crate) type Asked = (u16, Option<u16>, Option<usize>, Option<u16>, Option<usize>, Option<(Day, Day)>);

impl<'t> Story<'t> {
    /// Gathers the known words of each kind from the scan.
    pub(crate) fn new(
        scan: &Scan<'t>,
        knowledge: &'t Knowledge,
        published: Option<Day>,
        bodies: Vec<body::Mention>,
        providers: Registry,
        dates: Vec<Dated>,
    ) -> Self {
        let (upcoming, bodies) =
            bodies.into_iter().partition(|m| body::is_upcoming(knowledge, m.body, published));
        let mut story = Story {
            text: scan.text,
            knowledge,
            published,
            bodies,
            named: Vec::new(),
            upcoming,
            providers,
            services: Vec::new(),
            aspects: Vec::new(),
            labels: Vec::new(),
            measures: Vec::new(),
            parts: Vec::new(),
            nouns: Vec::new(),
            plurals: Vec::new(),
            places: Vec::new(),
            dates,
            together: OnceCell::new(),
            judged: RefCell::default(),
            cut: RefCell::default(),
            levels: RefCell::default(),
        };
        let (mut near_misses, mut inner, mut rounds) = (Vec::new(), Vec::new(), Vec::new());
        let mut places: Vec<Known> = Vec::new();
        for hit in &scan.hits {
            let span = Span::new(hit.start, hit.end);
            if let Sense::Provider { form: HeadForm::Plural, service: ix } = hit.sense {
                longest(&mut story.plurals, Known { span, ix });
            }
            match hit.sense {
                Sense::Service(ix) => longest(&mut story.services, Known { span, ix }),
                Sense::Aspect(ix) => longest(&mut story.aspects, Known { span, ix }),
                Sense::Label(_) if crate::text::edge::behind_figure(scan.text.as_str(), hit.start) => {}
                Sense::Label(ix) if story.labels.last().is_some_and(|l| l.span.contains(span)) => {
                    inner.push(Known { span, ix });
                }
                Sense::Label(ix) => longest(&mut story.labels, Known { span, ix }),
                Sense::Measure(ix) => longest(&mut story.measures, Known { span, ix }),
                Sense::Provider { form: HeadForm::Generic | HeadForm::Plural | HeadForm::Tail, .. }
                    if story.text.at(span).contains(' ') =>
                {
                    story.nouns.push(span);
                }
                Sense::NotA(Kind::Label) => near_misses.push(span),
                Sense::Body { form: NameForm::Grade, .. } => rounds.push(span),
                Sense::Rank(_) | Sense::RankWord(_) => {
                    let Some((span, place)) = find::rank::read(scan, hit) else { continue };
                    story.places.push(span);
                    number_of(place).into_iter().for_each(|ix| longest(&mut places, Known { span, ix }));
                }
                _ => {}
            }
        }
        let missed = |label: &Known| {
            let quoted = story.text.quoted_at(label.span.start).is_some_and(|q| q.inner == label.span);
            let from = near_misses.partition_point(|m: &Span| m.start + LONGEST_NEAR_MISS < label.span.start);
            let mut around = near_misses[from..].iter().take_while(|m| m.start <= label.span.start);
            let longer = |m: &Span| m.contains(label.span) && m.len() > label.span.len();
            !quoted
                && around.any(|m| {
                    longer(m)
                        && !labels::is_aimed_for(story.text, *m, label.span)
                        && !labels::is_named_next(story.text, *m, label.span)
                })
        };
        // Some labels are everyday words ("average"): they count where a body of their scale is named.
        let supported = |label: &Known| {
            let weak = story.knowledge.forms.get(usize::from(label.ix)).is_some_and(|f| f.weak());
            !weak || story.is_of_named(label.ix)
        };
        let mut kept: Vec<Known> = labels::own(&story, &inner);
        kept.retain(|l| !missed(l) && supported(l));
        let mut named: Vec<u16> = story.bodies.iter().map(|m| m.body).collect();
        named.sort_unstable();
        named.dedup();
        kept.retain(|l| !labels::counts(story.text, l.span));
        let foreign = |known: &Known| {
            !story.text.at(known.span).contains(' ')
                && knowledge.is_foreign_aspect(known.ix, &named, published)
        };
        // "the annual health check" is of no health.
        story.aspects.retain(|a| !foreign(a) && !rounds.iter().any(|r: &Span| r.contains(a.span)));
        let known: Vec<(Span, u16)> = kept.iter().map(|l| (l.span, l.ix)).collect();
        let numbers = find::grade::find(scan, knowledge, &named, &known);
        kept.extend(numbers.into_iter().map(|(span, ix)| Known { span, ix }));
        kept.sort_by_key(|l| l.span);
        // Beside a label its place on the scale is only a gloss.
        places.retain(|p| {
            let here = story.text.sentences.get(story.text.sentence_at(p.span.start));
            let here = here.copied().unwrap_or(p.span);
            let from = kept.partition_point(|l| l.span.start < here.start);
            let apart =
                |l: &Known| l.span.start >= here.end || labels::of_another_clause(story.text, *p, l.span);
            let alone = kept.get(from).is_none_or(apart);
            // "the top rating for staffing and a good rating for partnerships" is none.
            let before = kept[from..].iter().take_while(|l| l.span.start < p.span.start).last();
            let rest = story.text.as_str().get(p.span.end..here.end).unwrap_or("");
            alone || rest.starts_with(" for ") && before.is_none_or(|l| l.span.end + 30 < p.span.start)
        });
        kept.extend(places);
        kept.sort_by_key(|l| l.span);
        // "requires significant improvement" is a grade in Wales, and was a category of Ofsted's.
        let is_named = |id: &BodyId| named.iter().any(|&b| knowledge.body_id(b) == Some(id));
        let theirs = |m: &Known| knowledge.bodies_of_measure(m.ix).any(is_named);
        let measures = std::mem::take(&mut story.measures);
        // "special measures" is a measure first, whatever stage of a ladder it stands for.
        let plain = |m: &Known| {
            !matches!(
                knowledge.measure_kind(m.ix),
                Some(
                    MeasureKind::SpecialMeasures
                        | MeasureKind::Intervention
                        | MeasureKind::EnhancedMonitoring
                )
            )
        };
        let graded = |m: &Known| plain(m) && kept.iter().any(|l| l.span == m.span && story.is_of_named(l.ix));
        story.measures = measures.into_iter().filter(|m| theirs(m) || !graded(m)).collect();
        story.parts = parts::find(scan, &story.services, &story.aspects, &story.providers);
        story.labels = kept;
        story.named = named;
        story
    }

    /// A sentence as items.
    pub(crate) fn sentence(&self, sentence: Span) -> Sentence<'t> {
        let at = self.text.sentence_at(sentence.start);
        let whole = self.text.sentences.get(at) == Some(&sentence);
        let known = self.cut.borrow().get(at).cloned().flatten().filter(|_| whole);
        if let Some(chunks) = known {
            return Sentence::of(self.text, sentence, chunks);
        }
        let items = self.items(sentence);
        if whole {
            let mut cut = self.cut.borrow_mut();
            cut.resize(self.text.sentences.len(), None);
            if let Some(place) = cut.get_mut(at) {
                *place = Some(Rc::clone(&items.chunks));
            }
        }
        items
    }

    /// The levels that a label may stand on, found out once.
    pub(crate) fn stands_on(
        &self,
        asked: Asked,
        find: impl FnOnce() -> Vec<InForce<'t>>,
    ) -> Rc<[InForce<'t>]> {
        let known = self.levels.borrow().get(&asked).map(Rc::clone);
        known.unwrap_or_else(|| {
            let found: Rc<[InForce<'t>]> = find().into();
            self.levels.borrow_mut().insert(asked, Rc::clone(&found));
            found
        })
    }

    fn items(&self, sentence: Span) -> Sentence<'t> {
        let mut found: Vec<(Span, u8, Item)> = Vec::with_capacity(16);
        for (ix, m) in window(&self.providers.mentions, sentence, |m| m.span) {
            // "is the only outstanding school in Tey": what it is called, and no name.
            let graded = window(&self.labels, m.span, |l| l.span).next().is_some();
            if m.how == ProviderHow::Generic && (graded || self.is_own_part(m.span) || self.is_part(m.span)) {
                continue;
            }
            found.push((self.past_grade(m.span), 0, Item::Provider(ix)));
        }
        found.extend(window(&self.parts, sentence, |p| p.0).map(|(_, p)| (p.0, 0, p.1)));
        for (ix, m) in window(&self.providers.groups, sentence, |m| m.0) {
            found.push((m.0, 0, Item::Group(ix)));
        }
        for (ix, m) in window(&self.bodies, sentence, |m| m.span).filter(|(_, m)| !m.implied) {
            found.push((m.span, 1, Item::Body(ix)));
        }
        for (ix, m) in window(&self.labels, sentence, |m| m.span) {
            found.push((m.span, 3, Item::Label(ix)));
        }
        for (ix, m) in window(&self.aspects, sentence, |m| m.span) {
            found.push((m.span, 5, Item::Aspect(ix)));
        }
        for (ix, m) in window(&self.services, sentence, |m| m.span) {
            // A part without an id ("early years provision") gives way to an aspect of that name.
            let named = self.knowledge.service_of(m.ix).is_some();
            found.push((m.span, if named { 4 } else { 6 }, Item::Service(ix)));
        }
        for (ix, m) in window(&self.measures, sentence, |m| m.span) {
            found.push((m.span, 2, Item::Measure(ix)));
        }
        for (ix, m) in window(&self.dates, sentence, |m| m.span) {
            found.push((m.span, 7, Item::Date(ix)));
        }
        found.extend(self.shared_nouns(sentence));
        // "care" of "a care home" is no aspect.
        let nouns = &self.nouns;
        found.retain(|(span, _, item)| {
            !matches!(item, Item::Aspect(_) | Item::Label(_)) || !covered(nouns, *span)
        });
        // Where mentions overlap the longer stands, then the order above.
        found.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.1.cmp(&b.1)).then(a.0.cmp(&b.0)));
        let mut kept: Vec<Chunk> = Vec::with_capacity(found.len());
        for (span, _, item) in found {
            if !kept.iter().any(|k| k.span.overlaps(span)) {
                kept.push(Chunk::new(self.text, span, item));
            }
        }
        kept.sort_by_key(|c| c.span);
        Sentence::new(self.text, sentence, &kept)
    }

    /// The provider a place mentions.
    pub(crate) fn provider(&self, mention: usize) -> Option<Ix> {
        self.providers.mentions.get(mention).map(|m| m.provider)
    }

    /// The kind of a provider, as an index into the services.
    pub(crate) fn kind(&self, provider: Ix) -> Option<u16> {
        self.providers.entities.get(provider).map(|e| e.kind)
    }

    /// True when the provider is of the kind that a service name means.
    pub(crate) fn is_kind_of_service(&self, provider: Ix, service: usize) -> bool {
        let meant = self.services.get(service).and_then(|k| self.knowledge.service_of(k.ix));
        let kind = self.kind(provider).and_then(|k| self.knowledge.service_id(k));
        meant.is_some() && meant == kind
    }

    /// A ministry publishes what its inspectorate judges: of the bodies in play the one whose own scale it is.
    pub(crate) fn owner(&self, scale: &Scale, body: u16, candidates: &[u16]) -> u16 {
        let own = |b: &u16| self.knowledge.body_id(*b).is_some_and(|id| scale.bodies.contains(id));
        let owner = || candidates.iter().copied().find(own);
        if !own(&body) {
            return owner().unwrap_or(body);
        }
        let first = |b: &u16| self.knowledge.body_id(*b) == scale.bodies.first();
        let lead = candidates.iter().copied().find(first);
        lead.filter(|&lead| self.visit_together(lead, body)).unwrap_or(body)
    }

    /// "Ofsted and the Care Quality Commission": two bodies in one breath.
    pub(crate) fn visit_together(&self, a: u16, b: u16) -> bool {
        let pairs = self.together.get_or_init(|| {
            let text = self.text.as_str();
            let joined = |pair: &&[body::Mention]| {
                let between = text.get(pair[0].span.end..pair[1].span.start);
                matches!(between, Some(" and " | " and the " | " with the " | ", the "))
            };
            let pairs = self.bodies.windows(2).filter(joined);
            let mut pairs: Vec<(u16, u16)> = pairs.map(|pair| (pair[0].body, pair[1].body)).collect();
            pairs.sort_unstable();
            pairs.dedup();
            pairs
        });
        pairs.contains(&(a, b)) || pairs.contains(&(b, a))
    }

    /// The id of an aspect in the framework of a body that was in use at publication, where there is one such.
    pub(crate) fn aspect_id(&self, aspect: u16, body: Option<u16>) -> Option<AspectId> {
        let ask = Ask {
            body: body.and_then(|b| self.knowledge.body_id(b)),
            published: self.published,
            ..Ask::default()
        };
        let in_use = self.knowledge.framework_in_force(&ask);
        let mut ids: Vec<&AspectId> =
            in_use.iter().filter_map(|f| self.knowledge.aspect_of(aspect, Some(&f.id))).collect();
        ids.dedup();
        match ids.as_slice() {
            [one] => Some((*one).clone()),
            _ => None,
        }
    }
}

/// The mentions that lie within a sentence, with their indexes.
fn window<T>(mentions: &[T], sentence: Span, span: impl Fn(&T) -> Span) -> impl Iterator<Item = (usize, &T)> {
    let from = mentions.partition_point(|m| span(m).start < sentence.start);
    let inside = move |(_, m): &(usize, &T)| span(m).end <= sentence.end;
    mentions.iter().enumerate().skip(from).take_while(inside)
}

/// True when one of the spans begins where this one does and ends later.
fn covered(sorted: &[Span], span: Span) -> bool {
    let from = sorted.partition_point(|n| n.start < span.start);
    sorted[from..].iter().take_while(|n| n.start == span.start).any(|n| n.end > span.end)
}

/// Adds a phrase unless a longer one covers it; hits come by start, the longer first.
fn longest(list: &mut Vec<Known>, known: Known) {
    if list.last().is_none_or(|last| !last.span.contains(known.span)) {
        list.push(known);
    }
}
