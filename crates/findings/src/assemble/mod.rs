//! From mentions and drafts to the output: merging what was told twice, grouping by inspection, order, and spans
//! back into the article as given. Decides nothing about meaning.

mod inspections;
mod measures;
mod ratings;
mod role;
pub(crate) mod stretches;

use crate::fact::{About, Basis, BodyHow, Clause, Offsets, PublishedBasis};
use crate::fact::{
    Body, BodyMention, Date, Extraction, Furniture, Money, Note, Part, Provider, ProviderHow, ProviderId,
    ProviderMention, Quote, Rule, Tally,
};
use crate::find::money::Sum;
use crate::find::words::{Class, class_of, pairs_of};
use crate::relate::story::Story;
use crate::relate::{Draft, measure};
use crate::resolve::provider::Ix;
use crate::scan::Scan;
use crate::text::table::Pairs;
use crate::text::word::bare;
use crate::text::{Article, Span, Text, beside};

/// What the floors below have found, with spans into the text as it was read.
pub(crate) struct Found {
    pub(crate) ratings: Vec<Draft>,
    pub(crate) tallies: Vec<Tally>,
    pub(crate) measures: Vec<measure::Draft>,
    pub(crate) money: Vec<Sum>,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) furniture: Vec<Furniture>,
    pub(crate) notes: Vec<Note>,
}

/// Writes everything out.
pub(crate) fn assemble(article: &Article<'_>, story: Story<'_>, scan: &Scan<'_>, found: Found) -> Extraction {
    let place = Place { text: story.text, article };
    let order = order(&story, scan, &found);
    let bodies = bodies(&place, &story, &found);
    let mut notes = found.notes;
    notes.extend(story.dates.iter().filter_map(|d| {
        let message = d.note?.to_owned();
        Some(Note { message, span: d.span, text: String::new(), part: Part::Text })
    }));
    let ratings = ratings::write(&place, &story, &order, found.ratings, &mut notes);
    notes.sort_by_key(|n| n.span);
    let measures = measures::write(&place, &story, &order, &found.measures);
    let inspections = inspections::group(&story, scan, &order, &ratings, &measures);
    Extraction {
        format: 1,
        article: About {
            id: article.name().map(str::to_owned),
            title: article.headline().map(str::to_owned),
            published: story.published,
            published_basis: match (article.day(), story.published) {
                (None, Some(_)) => PublishedBasis::Text,
                _ => article.day_basis(),
            },
            offsets: Offsets::Bytes,
            length: article.text().len(),
        },
        bodies,
        providers: providers(&place, &story, &order),
        ratings,
        tallies: found.tallies.into_iter().map(|t| place.tally(t, &order)).collect(),
        measures,
        inspections,
        money: found.money.into_iter().map(|m| place.money(m.fact())).collect(),
        dates: story.dates.into_iter().map(|d| place.date(d.fact())).collect(),
        quotes: found.quotes.into_iter().map(|q| place.quote(q)).collect(),
        furniture: found.furniture.into_iter().map(|f| place.furniture(f)).collect(),
        notes: notes.into_iter().map(|n| place.note(n)).collect(),
    }
}

/// Providers by their first mention, each with its id, which is its place in this order.
type Order = [(Ix, ProviderId)];

fn order(story: &Story<'_>, scan: &Scan<'_>, found: &Found) -> Vec<(Ix, ProviderId)> {
    let kept = about(story, scan, found);
    let mut seen: Vec<(Ix, ProviderId)> = Vec::new();
    for mention in &story.providers.mentions {
        if kept.get(mention.provider) == Some(&true) && seen.iter().all(|(ix, _)| *ix != mention.provider) {
            seen.push((mention.provider, ProviderId::new(&format!("p{}", seen.len() + 1))));
        }
    }
    seen
}

/// Which providers the article is about: judged, counted or sanctioned, tied to one that is, told of in a sentence
/// about an inspection, or named more than once. A hospital that a patient was taken to is none of it.
fn about(story: &Story<'_>, scan: &Scan<'_>, found: &Found) -> Vec<bool> {
    let count = story.providers.entities.len();
    let mut kept = vec![false; count];
    if story.bodies.is_empty() && found.ratings.is_empty() && found.measures.is_empty() {
        return kept;
    }
    let mut names = vec![0_usize; count];
    for m in &story.providers.mentions {
        if m.how != ProviderHow::Generic {
            let paragraph = story.text.paragraphs.get(story.text.paragraph_at(m.span.start));
            let heads = paragraph.is_some_and(|p| p.len() <= m.span.len() + 6);
            names[m.provider] += if heads { 2 } else { 1 };
        }
        let Some(&sentence) = story.text.sentences.get(story.text.sentence_at(m.span.start)) else {
            continue;
        };
        let from = story.bodies.partition_point(|b| b.span.start < sentence.start);
        let with_body = story.bodies.get(from).is_some_and(|b| b.span.end <= sentence.end);
        static VISITS: Pairs = pairs_of(&[Class::Visit], &[]);
        let visit = |head: &str| class_of(bare(head)) == Class::Visit;
        if kept.get(m.provider) == Some(&true) {
            continue;
        }
        // "the head of neighbouring Ashby School": a bystander, whatever else the sentence says.
        let bystander = beside::before(story.text.as_str(), m.span.start, sentence.start)
            .is_some_and(|w| matches!(story.text.at(w.span), "neighbouring" | "nearby" | "adjoining"));
        // "the appeal will be heard at the Corn Hall": no care home, unless more says so.
        let weak = story.providers.entities.get(m.provider).is_some_and(|e| e.weak);
        let bystander = bystander || weak && m.how != ProviderHow::Generic;
        let from = story.labels.partition_point(|l| l.span.start < sentence.start);
        let graded = story.labels.get(from).is_some_and(|l| l.span.end <= sentence.end);
        if !bystander && (with_body || graded || scan.heads(sentence, &VISITS).any(visit)) {
            kept[m.provider] = true;
        }
    }
    let told = found
        .ratings
        .iter()
        .filter_map(|r| r.target.provider)
        .chain(found.measures.iter().filter_map(|m| m.provider));
    let counted = found.tallies.iter().filter_map(|t| t.provider.as_ref()?.as_str().parse().ok());
    for provider in told.chain(counted) {
        if let Some(kept) = kept.get_mut(provider) {
            *kept = true;
        }
    }
    for (kept, names) in kept.iter_mut().zip(&names) {
        *kept |= *names > 1;
    }
    for ix in 0..count {
        if let Some(operator) = story.providers.entities[ix].operator.filter(|&o| o < count) {
            let tied = kept[ix] || kept[operator];
            (kept[ix], kept[operator]) = (tied, tied);
        }
    }
    kept
}

/// The id of a provider.
fn id(order: &Order, provider: Ix) -> Option<ProviderId> {
    order.iter().find(|(ix, _)| *ix == provider).map(|(_, id)| id.clone())
}

fn bodies(place: &Place<'_>, story: &Story<'_>, found: &Found) -> Vec<Body> {
    let mut out: Vec<Body> = Vec::new();
    let mut all: Vec<_> = story.bodies.iter().chain(&story.upcoming).collect();
    all.sort_by_key(|m| m.span);
    for m in all {
        let Some(entry) = story.knowledge.bodies().get(usize::from(m.body)) else { continue };
        let (part, span, text) = place.at(m.span);
        let mention = BodyMention { span, text, how: m.how, part };
        match out.iter_mut().find(|b| b.id == entry.id) {
            Some(body) => body.mentions.push(mention),
            None => out.push(Body {
                id: entry.id.clone(),
                name: entry.name.clone(),
                role: role::of(story, found, m.body),
                mentions: vec![mention],
                basis: if m.how == BodyHow::Generic { Basis::Inferred } else { Basis::Stated },
                rule: Rule::new("body/name"),
            }),
        }
    }
    out
}

fn providers(place: &Place<'_>, story: &Story<'_>, order: &Order) -> Vec<Provider> {
    let write = |(ix, id): &(Ix, ProviderId)| {
        let ix = *ix;
        let entity = story.providers.entities.get(ix)?;
        let mentions = story.providers.mentions.iter().filter(|m| m.provider == ix).map(|m| {
            let (part, span, text) = place.at(m.span);
            ProviderMention { span, text, how: m.how, part }
        });
        let operator = entity.operator.and_then(|o| story.providers.entities.get(o));
        Some(Provider {
            id: id.clone(),
            name: entity.name.clone(),
            kind: story.knowledge.services().get(usize::from(entity.kind)).map(|s| s.id.clone()),
            place: entity.place.clone(),
            operator: operator.map(|o| o.name.clone()).or_else(|| entity.firm.clone()),
            mentions: mentions.collect(),
            basis: Basis::Stated,
            rule: Rule::new(
                if story.providers.mentions.iter().any(|m| m.provider == ix && m.how == ProviderHow::Acronym)
                {
                    "provider/name-and-acronym"
                } else {
                    "provider/name"
                },
            ),
        })
    };
    order.iter().filter_map(write).collect()
}

/// Leads spans back into the article.
pub(crate) struct Place<'a> {
    text: &'a Text,
    article: &'a Article<'a>,
}

impl Place<'_> {
    /// Where a span stands in what was given, and the words there.
    fn at(&self, span: Span) -> (Part, Span, String) {
        let (part, span) = self.text.origin(span);
        let whole = match part {
            Part::Text => self.article.text(),
            Part::Title => self.article.headline().unwrap_or(""),
        };
        (part, span, whole.get(span.start..span.end).unwrap_or("").to_owned())
    }

    fn clause(&self, span: Span) -> Clause {
        let (part, span, text) = self.at(span);
        Clause { span, text, part }
    }

    fn money(&self, mut m: Money) -> Money {
        (m.part, m.span, m.text) = self.at(m.span);
        m
    }

    fn date(&self, mut d: Date) -> Date {
        (d.part, d.span, d.text) = self.at(d.span);
        d
    }

    fn quote(&self, mut q: Quote) -> Quote {
        (q.part, q.span, q.text) = self.at(q.span);
        q
    }

    fn furniture(&self, mut f: Furniture) -> Furniture {
        (f.part, f.span, f.text) = self.at(f.span);
        f
    }

    fn note(&self, mut n: Note) -> Note {
        (n.part, n.span, n.text) = self.at(n.span);
        n
    }

    /// A tally's provider is a place in the registry until here.
    fn tally(&self, mut t: Tally, order: &Order) -> Tally {
        (t.part, t.span, t.text) = self.at(t.span);
        t.mentions = t.mentions.iter().map(|c| self.clause(c.span)).collect();
        t.provider = t.provider.and_then(|p| p.as_str().parse().ok()).and_then(|ix| id(order, ix));
        t
    }
}
