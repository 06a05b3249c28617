//! Texts longer than any article, read in stretches and put together again, so that ten megabytes cost what
//! ten thousand small articles do, whatever the finders below do with one. Decides nothing about meaning: names
//! and judgements that are told in the same words in two stretches are one, and "the council" is led back within
//! its own stretch only.

use crate::fact::{
    About, Action, Amount, AspectId, BodyId, BodyRole, Edtf, Extraction, Inspection, Measure, MeasureKind,
    Money, Provider, ProviderId, Rating, ServiceId, Status,
};
use crate::text::{Article, Span};
use std::collections::HashMap;
use std::hash::Hash;

/// Ten thousand words: no newspaper prints a longer article.
const LONGEST: usize = 60_000;

/// Reads an article with `read`, a long one stretch by stretch.
pub(crate) fn read(article: &Article<'_>, read: impl Fn(&Article<'_>) -> Extraction) -> Extraction {
    let text = article.text();
    let Some((first, rest)) = cut(text) else { return read(article) };
    let mut whole = Whole::default();
    let told = read(&article.stretch(text.get(..first).unwrap_or(text)));
    let mut all = nothing(About { length: text.len(), ..told.article.clone() });
    whole.join(&mut all, told);
    // The page's own timestamp stands in the first stretch.
    let article = article.published(all.article.published).title(None);
    for span in rest {
        let mut more = read(&article.stretch(text.get(span.start..span.end).unwrap_or("")));
        more.each_span(&mut |_, s| *s = Span::new(s.start + span.start, s.end + span.start));
        whole.join(&mut all, more);
    }
    all
}

/// The end of the first stretch and the stretches after it; `None` for a text of ordinary length. They end with a
/// line where they can, else with a sentence, else with a word.
fn cut(text: &str) -> Option<(usize, Vec<Span>)> {
    if text.len() <= LONGEST {
        return None;
    }
    let mut ends = Vec::new();
    let mut start = 0;
    while text.len() - start > LONGEST {
        let longest = (start + 1..=start + LONGEST).rev().find(|&i| text.is_char_boundary(i))?;
        let stretch = text.get(start..longest)?;
        let line = || stretch.rfind('\n').map(|i| i + 1);
        let sentence = || stretch.rfind(". ").map(|i| i + 2);
        let word = || stretch.rfind(' ').map(|i| i + 1);
        start += line().or_else(sentence).or_else(word).unwrap_or(stretch.len());
        ends.push(start);
    }
    let first = *ends.first()?;
    ends.push(text.len());
    Some((first, ends.windows(2).map(|w| Span::new(w[0], w[1])).collect()))
}

fn nothing(article: About) -> Extraction {
    Extraction {
        format: 1,
        article,
        bodies: Vec::new(),
        providers: Vec::new(),
        ratings: Vec::new(),
        tallies: Vec::new(),
        measures: Vec::new(),
        inspections: Vec::new(),
        money: Vec::new(),
        dates: Vec::new(),
        quotes: Vec::new(),
        furniture: Vec::new(),
        notes: Vec::new(),
    }
}

type RatingKey = (
    Option<ProviderId>,
    Option<(Option<ServiceId>, String)>,
    Option<BodyId>,
    Option<(Option<AspectId>, String)>,
    (String, Status),
    (Option<Edtf>, Option<Edtf>),
);
type VisitKey = (Option<BodyId>, Option<ProviderId>, Option<ServiceId>, Option<Edtf>, Option<Edtf>);

/// Where what has been told so far stands in its list.
#[derive(Default)]
struct Whole {
    bodies: HashMap<BodyId, usize>,
    providers: HashMap<(String, Option<ServiceId>), usize>,
    ratings: HashMap<RatingKey, usize>,
    measures: HashMap<(Option<ProviderId>, MeasureKind, Action, Option<Edtf>), usize>,
    visits: HashMap<VisitKey, usize>,
    money: HashMap<(Amount, String, Option<String>), usize>,
}

impl Whole {
    /// Adds the facts of a stretch.
    fn join(&mut self, all: &mut Extraction, more: Extraction) {
        for body in more.bodies {
            match told(&mut self.bodies, body.id.clone(), &all.bodies) {
                Some(known) => {
                    let known = &mut all.bodies[known];
                    known.mentions.extend(body.mentions);
                    if known.role == BodyRole::Mentioned {
                        known.role = body.role;
                    }
                }
                None => all.bodies.push(body),
            }
        }
        let mut ids: HashMap<ProviderId, ProviderId> = HashMap::new();
        for provider in more.providers {
            let id = provider.id.clone();
            ids.insert(id, self.provider(&mut all.providers, provider));
        }
        let lead = |id: &mut Option<ProviderId>| *id = id.take().and_then(|id| ids.get(&id).cloned());
        let mut ratings: Vec<usize> = Vec::with_capacity(more.ratings.len());
        for mut rating in more.ratings {
            lead(&mut rating.provider);
            ratings.push(self.rating(&mut all.ratings, rating));
        }
        let mut measures: Vec<usize> = Vec::with_capacity(more.measures.len());
        for mut measure in more.measures {
            lead(&mut measure.provider);
            measures.push(self.measure(&mut all.measures, measure));
        }
        for mut visit in more.inspections {
            lead(&mut visit.provider);
            visit.ratings = visit.ratings.iter().filter_map(|&i| ratings.get(i).copied()).collect();
            visit.measures = visit.measures.iter().filter_map(|&i| measures.get(i).copied()).collect();
            self.visit(&mut all.inspections, visit);
        }
        for mut tally in more.tallies {
            lead(&mut tally.provider);
            all.tallies.push(tally);
        }
        let before = all.money.len();
        for mut sum in more.money {
            sum.same_as = sum.same_as.map(|i| i + before);
            self.sum(&mut all.money, sum);
        }
        all.dates.extend(more.dates);
        all.quotes.extend(more.quotes);
        all.furniture.extend(more.furniture);
        all.notes.extend(more.notes);
    }

    fn provider(&mut self, all: &mut Vec<Provider>, mut provider: Provider) -> ProviderId {
        match told(&mut self.providers, (provider.name.clone(), provider.kind.clone()), all) {
            Some(known) => {
                let known = &mut all[known];
                known.mentions.extend(provider.mentions);
                known.place = known.place.take().or(provider.place);
                known.operator = known.operator.take().or(provider.operator);
                known.id.clone()
            }
            None => {
                provider.id = ProviderId::new(&format!("p{}", all.len() + 1));
                all.push(provider);
                all[all.len() - 1].id.clone()
            }
        }
    }

    fn rating(&mut self, all: &mut Vec<Rating>, rating: Rating) -> usize {
        let service = rating.service.as_ref().map(|s| (s.id.clone(), s.text.clone()));
        let aspect = rating.aspect.as_ref().map(|a| (a.id.clone(), a.text.clone()));
        let label = (rating.label.clone(), rating.status);
        let visit = (rating.inspected.clone(), rating.published.clone());
        let key = (rating.provider.clone(), service, rating.body.clone(), aspect, label, visit);
        match told(&mut self.ratings, key, all) {
            Some(known) => {
                all[known].mentions.extend(rating.mentions);
                known
            }
            None => {
                all.push(rating);
                all.len() - 1
            }
        }
    }

    fn measure(&mut self, all: &mut Vec<Measure>, measure: Measure) -> usize {
        let key = (measure.provider.clone(), measure.kind, measure.action, measure.date.clone());
        match told(&mut self.measures, key, all) {
            Some(known) => {
                all[known].mentions.extend(measure.mentions);
                known
            }
            None => {
                all.push(measure);
                all.len() - 1
            }
        }
    }

    fn visit(&mut self, all: &mut Vec<Inspection>, visit: Inspection) {
        let service = visit.service.as_ref().and_then(|s| s.id.clone());
        let dates = (visit.inspected.clone(), visit.published.clone());
        let key = (visit.body.clone(), visit.provider.clone(), service, dates.0, dates.1);
        match told(&mut self.visits, key, all) {
            Some(known) => {
                let known = &mut all[known];
                add_new(&mut known.ratings, visit.ratings);
                add_new(&mut known.measures, visit.measures);
            }
            None => all.push(visit),
        }
    }

    fn sum(&mut self, all: &mut Vec<Money>, mut sum: Money) {
        let earlier = sum
            .amount
            .and_then(|amount| told(&mut self.money, (amount, sum.currency.clone(), sum.per.clone()), all));
        sum.same_as = earlier.or(sum.same_as);
        all.push(sum);
    }
}

fn add_new(list: &mut Vec<usize>, more: Vec<usize>) {
    for i in more {
        if !list.contains(&i) {
            list.push(i);
        }
    }
}

/// Where a thing was told before; takes note of one that comes last in its list now.
fn told<K: Hash + Eq, T>(seen: &mut HashMap<K, usize>, key: K, list: &[T]) -> Option<usize> {
    let at = *seen.entry(key).or_insert(list.len());
    (at < list.len()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Extractor;

    #[test]
    fn an_article_of_ordinary_length_is_read_in_one_go() {
        assert_eq!(cut(&"é".repeat(LONGEST / 2)), None);
    }

    #[test]
    fn stretches_end_with_lines_then_sentences_then_words_then_characters() {
        for (piece, end) in [("A line.\n", "\n"), ("A stop. ", ". "), ("word ", " "), ("é", "é")] {
            let text = piece.repeat(200_000 / piece.len());
            let (first, rest) = cut(&text).unwrap();
            let mut joined = text[..first].to_owned();
            for span in &rest {
                assert!(span.len() <= LONGEST && joined.ends_with(end), "{piece:?}");
                joined.push_str(&text[span.start..span.end]);
            }
            assert_eq!(joined, text);
        }
    }

    #[test]
    fn what_is_told_in_two_stretches_is_one() {
        let told = "Ashby School was rated “good” by Ofsted on 3 May 2018. It cost £5m.\n";
        let text = format!("{told}{}{told}", "The band played on. They sang.\n".repeat(3000));
        let found = Extractor::builtin().extract(&Article::new(&text));
        assert_eq!((found.bodies.len(), found.providers.len(), found.ratings.len()), (1, 1, 1));
        assert_eq!((found.inspections.len(), found.article.length), (1, text.len()));
        assert_eq!(found.money[1].same_as, Some(0));
        for fact in [&found.providers[0].mentions[1].text, &found.ratings[0].mentions[1].text] {
            assert!(told.contains(fact.as_str()));
        }
        let last = found.ratings[0].mentions[1].span;
        assert_eq!(&text[last.start..last.end], found.ratings[0].mentions[1].text);
    }
}
