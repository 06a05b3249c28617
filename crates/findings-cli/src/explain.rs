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
    /// Lines are broken here; `None` where nobody looks at a terminal.
    width: Option<usize>,
}

impl<'a> Explanation<'a> {
    /// `width` is that of the terminal, where there is one.
    pub(crate) fn of(extraction: &'a Extraction, article: &Article<'a>, width: Option<usize>) -> Self {
        Self { extraction, texts: Texts { text: article.text(), title: article.headline() }, width }
    }

    fn rating(&self, f: &mut fmt::Formatter<'_>, number: usize, rating: &Rating) -> fmt::Result {
        let line = |f: &mut fmt::Formatter<'_>, name: &str, value: &str| self.line(f, name, value);
        let clause = self.sentence(rating.part, rating.span);
        writeln!(f, "\n{number}. {} · {}", rating.label, word(&rating.status))?;
        line(f, "clause", &clause)?;
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
        let mut told = vec![clause];
        for mention in rating.mentions.iter().filter(|m| m.span != rating.span) {
            let sentence = self.sentence(mention.part, mention.span);
            if !told.contains(&sentence) {
                line(f, "told also", &sentence)?;
                told.push(sentence);
            }
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

    /// A name and what stands beside it, broken between words at the edge of the terminal.
    fn line(&self, f: &mut fmt::Formatter<'_>, name: &str, value: &str) -> fmt::Result {
        let head = format!("   {name:<10} ");
        let Some(width) = self.width else { return writeln!(f, "{head}{value}") };
        let blanks = " ".repeat(head.len());
        let options = textwrap::Options::new(width).initial_indent(&head).subsequent_indent(&blanks);
        writeln!(f, "{}", textwrap::fill(value, options))
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

/// A word of the contract, as it stands in the output.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}
