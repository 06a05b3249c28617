//! An extraction cut to the kinds and counted in the unit that were asked for.

use crate::args::{Kind, Output};
use findings::{Article, Extraction};

/// An extraction in the shape that was asked for.
pub(super) fn shape(mut extraction: Extraction, article: &Article<'_>, args: &Output) -> Extraction {
    keep(&mut extraction, &args.only);
    extraction.counted_in(args.offsets.into(), article)
}

/// Empties the kinds that were not asked for; all are kept where none was named.
fn keep(extraction: &mut Extraction, only: &[Kind]) {
    let dropped = |kind| !only.is_empty() && !only.contains(&kind);
    let Extraction { bodies, providers, ratings, tallies, measures, inspections, .. } = extraction;
    clear_if(dropped(Kind::Bodies), bodies);
    clear_if(dropped(Kind::Providers), providers);
    clear_if(dropped(Kind::Ratings), ratings);
    clear_if(dropped(Kind::Tallies), tallies);
    clear_if(dropped(Kind::Measures), measures);
    clear_if(dropped(Kind::Inspections), inspections);
    let Extraction { money, dates, quotes, furniture, notes, .. } = extraction;
    clear_if(dropped(Kind::Money), money);
    clear_if(dropped(Kind::Dates), dates);
    clear_if(dropped(Kind::Quotes), quotes);
    clear_if(dropped(Kind::Furniture), furniture);
    if dropped(Kind::Notes) {
        // Why a date that was asked for has no value is part of the answer.
        notes.retain(|note| {
            dates.iter().any(|d| d.value.is_none() && (d.span, d.part) == (note.span, note.part))
        });
    }
}

fn clear_if<T>(is_dropped: bool, facts: &mut Vec<T>) {
    if is_dropped {
        facts.clear();
    }
}
