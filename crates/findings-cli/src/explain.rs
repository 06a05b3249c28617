//! What `findings explain` prints: for each rating its clause, the rule that made it and the arguments it chose,
//! so that a wrong one can be understood without a debugger.

use crate::check::Texts;
use findings::{Article, Extraction, Part, Provider, Rating, Span};
use serde::Serialize;
use std::fmt;

/// The ratings of one article, with their reasons.
pub(crate) struct Explanation<'a> {
    extraction: &'a Extraction,
    texts: Texts<'a>,
}

impl<'a> Explanation<'a> {
    pub(crate) fn of(extraction: &'a Extraction, article: &Article<'a>) -> Self {
        Self { extraction, texts: Texts { text: article.text(), title: article.headline() } }
    }

    fn rating(&self, f: &mut fmt::Formatter<'_>, number: usize, rating: &Rating) -> fmt::Result {
        writeln!(f, "\n{number}. {} · {}", rating.label, word(&rating.status))?;
        line(f, "clause", &self.sentence(rating.part, rating.span))?;
        line(f, "words", &format!("“{}” at {}..{}", rating.text, rating.span.start, rating.span.end))?;
        line(f, "rule", &format!("{} ({})", rating.rule.as_str(), word(&rating.basis)))?;
        line(f, "provider", &self.provider(rating))?;
        let named = |id: Option<&str>, text: &str| format!("{} (“{text}”)", id.unwrap_or("no id"));
        if let Some(service) = &rating.service {
            line(f, "service", &named(service.id.as_ref().map(|id| id.as_str()), &service.text))?;
        }
        let aspect = rating.aspect.as_ref().map(|a| named(a.id.as_ref().map(|id| id.as_str()), &a.text));
        line(f, "aspect", aspect.as_deref().unwrap_or("overall, or the one grade there is"))?;
        line(f, "body", rating.body.as_ref().map_or("not told", |id| id.as_str()))?;
        let place = match (rating.rank, rating.of) {
            (Some(rank), Some(of)) => format!(", {rank} of {of}"),
            _ => String::new(),
        };
        let scale = rating.scale.as_ref().map_or("not told", |id| id.as_str());
        line(f, "scale", &format!("{scale}{place}"))?;
        for (name, date) in [("inspected", &rating.inspected), ("published", &rating.published)] {
            if let Some(date) = date {
                line(f, name, date.as_str())?;
            }
        }
        if let Some(change) = &rating.change {
            let from = change.from.as_deref().map(|from| format!(" from {from}")).unwrap_or_default();
            line(f, "change", &format!("{}{from} ({})", word(&change.direction), word(&change.basis)))?;
        }
        line(f, "whose word", &word(&rating.attribution))?;
        for mention in rating.mentions.iter().filter(|m| m.span != rating.span) {
            line(f, "told also", &self.sentence(mention.part, mention.span))?;
        }
        Ok(())
    }

    /// Whom a rating is of, and by which mention before it: the nearest is what most rules chose.
    fn provider(&self, rating: &Rating) -> String {
        let Some(provider) =
            self.extraction.providers.iter().find(|p| Some(&p.id) == rating.provider.as_ref())
        else {
            return "none in sight".to_owned();
        };
        let before = |p: &&Provider| {
            let mentions =
                p.mentions.iter().filter(|m| m.part == rating.part && m.span.start <= rating.span.start);
            mentions.max_by_key(|m| m.span.start).map(|m| format!("“{}” at {}", m.text, m.span.start))
        };
        let nearest = before(&provider).map(|m| format!(", last named before as {m}")).unwrap_or_default();
        format!("{} ({}){nearest}", provider.name, provider.id)
    }

    fn sentence(&self, part: Part, span: Span) -> String {
        self.texts.sentence(crate::check::Place { part, span })
    }
}

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let about = &self.extraction.article;
        let day =
            about.published.map_or("day of publication unknown".to_owned(), |day| format!("published {day}"));
        let count = self.extraction.ratings.len();
        writeln!(f, "{}: {day}; ratings: {count}", about.id.as_deref().unwrap_or("-"))?;
        for (index, rating) in self.extraction.ratings.iter().enumerate() {
            self.rating(f, index + 1, rating)?;
        }
        for note in &self.extraction.notes {
            writeln!(f, "\nnote: {} (“{}” at {})", note.message, note.text, note.span.start)?;
        }
        writeln!(f)
    }
}

fn line(f: &mut fmt::Formatter<'_>, name: &str, value: &str) -> fmt::Result {
    writeln!(f, "   {name:<10} {value}")
}

/// A word of the contract, as it stands in the output.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}
