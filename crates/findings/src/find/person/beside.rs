//! What stands right beside a name or inside it: whose daughter it is, whose man, whom one stands for, a nickname in marks.
//! Knows nothing of offices or of who speaks.

use crate::find::person::office;
use crate::find::person::run::{is_house, opens};
use crate::find::quote::words::Heard;
use crate::text::Span;
use crate::text::edge::{self, ceiling};
use crate::text::word::{Shape, Word, at, genitive, words};

const KIN: [&str; 18] = [
    "daughter", "son", "wife", "husband", "widow", "mother", "father", "mum", "dad", "sister", "brother",
    "grandmother", "grandfather", "aunt", "uncle", "baby", "grandson", "granddaughter",
];

/// "Ann Hay’s | mother": only people have one.
pub(crate) fn owns_kin(text: &str, end: usize) -> bool {
    let next = text.get(end..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or("");
    KIN.contains(&next.split(|c: char| !c.is_alphabetic()).next().unwrap_or(""))
}

/// "Mrs Hay’s daughter, | Nell", "his son | Tom": whose first name alone is told.
pub(super) fn relative(text: &str, heard: &[Heard], begin: usize) -> Option<Span> {
    let ix = heard.partition_point(|h| h.span.end <= begin);
    let kin = heard.get(ix.checked_sub(1)?)?.span;
    let gap = text.get(kin.end..begin)?;
    if !matches!(gap, " " | ", ") || !KIN.contains(&at(text, kin)) {
        return None;
    }
    let owner = text.get(..kin.start)?.strip_suffix(' ')?.rsplit(' ').next()?;
    let owned = genitive(owner).1 || matches!(owner, "his" | "her" | "their" | "His" | "Her" | "Their");
    owned.then_some(kin)
}

/// How far from a name the body is looked for that it belongs to, in bytes.
const NEAR: usize = 120;

/// "the Teachers’ Union’s | Ann Hay": the body before her name, where its words say that it is one.
pub(super) fn possessor(text: &str, floor: usize, begin: usize) -> Option<Span> {
    let floor = floor.max(edge::floor(text, begin.saturating_sub(NEAR)));
    let owner = text.get(floor..begin)?;
    let owner = owner.strip_suffix("’s ").or_else(|| owner.strip_suffix("'s "))?;
    let end = floor + owner.len();
    let mut all: Vec<Word> = words(text, Span::new(floor, end)).collect();
    let small = |w: &Word| matches!(at(text, w.span), "of" | "for" | "and");
    let from = all.iter().rposition(|w| !w.is_capital() && !small(w)).map_or(0, |ix| ix + 1);
    all.drain(..from);
    let first = all.iter().find(|w| w.is_capital() && !opens(at(text, w.span)))?;
    let body = all.iter().any(|w| w.shape == Shape::Capitals || is_house(at(text, w.span)));
    let near = all.len() <= 8 && !text.get(first.span.start..end)?.contains([',', '.', '“', '"']);
    (body && near).then(|| Span::new(first.span.start, end))
}

/// "Dennis ‘Dusty’ Miller": one word in marks between two capitals.
pub(super) fn is_nickname(text: &str, word: Word) -> bool {
    const MARKS: [char; 6] = ['\'', '"', '‘', '’', '“', '”'];
    let inner = |s: &str| s.ends_with(' ') && s.trim_end_matches(' ').ends_with(char::is_alphanumeric);
    let opens = text.get(..word.span.start).and_then(|b| b.strip_suffix(MARKS)).is_some_and(inner);
    let closes = text.get(word.span.end..).and_then(|a| a.strip_prefix(MARKS));
    let goes_on = closes.and_then(|a| a.strip_prefix(' ')).is_some_and(|a| a.starts_with(char::is_uppercase));
    opens && goes_on && word.shape == Shape::Capital
}

/// "Ann Hay, of Save Our School, …".
pub(super) fn stands_for(text: &str, paragraph: Span, end: usize) -> Option<Span> {
    let paragraph = Span::new(paragraph.start, paragraph.end.min(ceiling(text, end + office::REACH)));
    let rest = text.get(end..paragraph.end)?;
    let runs = [
        ", who runs ", ", who chairs ", ", who leads ", ", who founded ", ", who heads ", ", who works for ",
    ];
    // "Ann Hay of the Teachers’ Union said": without a comma the name must say that it is a body’s.
    if let Some(lead) =
        [" of the ", " from the ", " of ", " from "].iter().find(|lead| rest.starts_with(**lead))
    {
        let from = end + lead.len();
        let small = |w: &Word| matches!(at(text, w.span), "of" | "for" | "and" | "the");
        let near = Span::new(from, paragraph.end);
        let mut all: Vec<Word> =
            words(text, near).take_while(|w| w.is_capital() || small(w)).take(8).collect();
        while all.last().is_some_and(small) {
            all.pop();
        }
        let (first, last) = (all.first()?, all.last()?);
        let joined = text.get(first.span.start..last.span.end)?.contains([',', '.', ';', '(', '“', '"']);
        let body = all.iter().any(|w| is_house(genitive(at(text, w.span)).0)) && all.len() > 1;
        return (body && !joined && !small(first)).then(|| Span::new(first.span.start, last.span.end));
    }
    let lead = [", of ", ", from "].into_iter().chain(runs).find(|lead| rest.starts_with(lead))?;
    let from = end + lead.len();
    let stop = text.get(from..paragraph.end)?.find([',', '.', ';', ':', '(']).map(|i| from + i)?;
    let mut all: Vec<Word> = words(text, Span::new(from, stop)).collect();
    let small = |w: &Word| matches!(at(text, w.span), "of" | "for" | "and" | "the" | "in");
    // "of the Norburn branch of the Teachers’ Union", "of the charity Held Up": the name that ends it.
    let common = |w: &Word| w.shape == Shape::Lower && !small(w);
    let nouns = match all.iter().rposition(common).map_or(0, |ix| ix + 1) {
        // "of the Norburn tenants’ forum": a name that its noun ends.
        end if end == all.len() => {
            let house = all.last().is_some_and(|w| is_house(at(text, w.span)));
            all.iter().position(Word::is_capital).filter(|_| house).map_or(end, |ix| ix.min(4))
        }
        end => end + all.iter().skip(end).take_while(|w| small(w)).count(),
    };
    let nouns = nouns.max(all.iter().take(4).take_while(|w| w.shape == Shape::Lower).count());
    all.drain(..nouns);
    let (first, last) = (all.first()?, all.last()?);
    let body = all.len() >= 3 || all.iter().any(|w| w.shape == Shape::Capitals || is_house(at(text, w.span)));
    let address = ["road", "street", "avenue", "lane", "close", "drive", "crescent", "way", "terrace"];
    let home = address.iter().any(|a| a.eq_ignore_ascii_case(at(text, last.span)));
    let forum = is_house(at(text, last.span));
    let named = all.iter().all(|w| w.is_capital() || small(w) || forum) && all.len() <= 8;
    // "Ann Hay, of Norburn": where she lives, not whom she speaks for.
    (named && (nouns > 1 || body) && !home).then(|| Span::new(first.span.start, last.span.end))
}
