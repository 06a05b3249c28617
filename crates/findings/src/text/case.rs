//! Letters that stand large for looks alone: leads in capitals, headlines in capitals or With Every Word So. They are
//! read as the article writes the same words elsewhere. Byte for byte as long as before; knows no fact.

use super::edge;
use memchr::memmem;

/// What is known of a word that the article writes nowhere else.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// Written so and no other way: "ALMO".
    Written,
    /// A word in any case: "school".
    Word,
    /// Not at all.
    No,
}

/// Words of headlines and leads that are nobody's name.
const SMALL: &[&str] = &[
    "a", "about", "above", "across", "after", "again", "against", "ahead", "all", "also", "amid", "among",
    "an", "and", "any", "are", "around", "as", "at", "be", "because", "been", "before", "being", "below",
    "between", "both", "but", "by", "can", "could", "despite", "during", "every", "few", "following", "for",
    "from", "get", "gets", "given", "gives", "had", "has", "have", "he", "her", "here", "him", "his", "how",
    "if", "in", "into", "is", "it", "its", "just", "many", "me", "more", "most", "must", "my", "near",
    "need", "needs", "new", "no", "not", "now", "of", "off", "on", "one", "only", "or", "our", "out", "over",
    "own", "say", "says", "she", "since", "so", "some", "still", "such", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "those", "three", "through", "to", "told", "too",
    "two", "under", "until", "up", "us", "very", "was", "we", "were", "what", "when", "where", "which",
    "while", "who", "whose", "why", "will", "with", "within", "without", "would", "yet", "you", "your",
];

/// How a stretch stands large.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// The first words of a paragraph, in capitals.
    Lead,
    /// A whole headline in capitals.
    Shout,
    /// A headline with a capital on every word that weighs.
    Title,
}

/// A stretch that stands large.
struct Large {
    start: usize,
    end: usize,
    style: Style,
}

/// How a word is to be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Small,
    Capital,
    Kept,
}

/// Brings down what stands large for looks.
pub(super) fn settle(text: &mut str, known: &dyn Fn(&str) -> Known) {
    let large = large(text);
    if large.is_empty() {
        return;
    }
    let edits: Vec<(usize, usize, Form)> = large.iter().flat_map(|l| read(text, &large, l, known)).collect();
    for (start, end, form) in edits {
        let first = text.get(start..end).and_then(|w| w.chars().next()).map_or(0, char::len_utf8);
        let from = if form == Form::Small { start } else { start + first };
        if let Some(letters) = text.get_mut(from..end) {
            letters.make_ascii_lowercase();
        }
    }
}

/// The stretches that stand large, in order.
fn large(text: &str) -> Vec<Large> {
    let mut found = Vec::new();
    let (mut start, mut first) = (0, true);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain(std::iter::once(text.len())) {
        let line = text.get(start..end).unwrap_or_default();
        if let Some((from, to, style)) = style_of(line, first) {
            found.push(Large { start: start + from, end: start + to, style });
        }
        first &= line.trim().is_empty();
        start = end + 1;
    }
    found
}

/// How a line stands large, and from where to where.
fn style_of(line: &str, first: bool) -> Option<(usize, usize, Style)> {
    let shouts = opens_large(line.as_bytes());
    if !shouts && !first {
        return None;
    }
    let headline = first && line.len() <= 160;
    if headline && shouts && !line.bytes().any(|b| b.is_ascii_lowercase()) {
        return (line.trim().contains(' ')).then_some((0, line.len(), Style::Shout));
    }
    if headline && is_titled(line) {
        return Some((0, line.len(), Style::Title));
    }
    shouts.then(|| lead_of(line)).flatten().map(|(from, to)| (from, to, Style::Lead))
}

/// True where a line may begin with a word in capitals: a first look.
fn opens_large(line: &[u8]) -> bool {
    let from = line.iter().position(u8::is_ascii_alphabetic).unwrap_or(line.len());
    let large = |at: usize| line.get(at).is_some_and(u8::is_ascii_uppercase);
    from <= 6
        && large(from)
        && (large(from + 1) || line.get(from + 1) == Some(&b' ') && large(from + 2) && large(from + 3))
}

/// The first words of a line that are all in capitals, where words in small letters follow.
fn lead_of(line: &str) -> Option<(usize, usize)> {
    let mut end = 0;
    let mut start = None;
    for (from, word) in pieces(line) {
        let shouts = is_shout(word);
        if !shouts && !word.bytes().all(|b| b.is_ascii_digit()) {
            break;
        }
        if shouts {
            start.get_or_insert(from);
            end = from + word.len();
        }
        let last = line.as_bytes().get(from + word.len());
        if last.is_some_and(|b| matches!(b, b',' | b':' | b';' | b'.' | b'(' | b'|')) {
            break;
        }
    }
    let start = start?;
    let rest = line.get(end..)?;
    // "DELIGHTED: …", "MARSH ACADEMY, Ely: Good"
    let goes_on =
        rest.starts_with([' ', '\'', '’', '-']) && !rest.starts_with(" (") && !rest.starts_with(" - ");
    let letters = rest.bytes().filter(u8::is_ascii_lowercase).count();
    let words = rest.bytes().filter(|b| *b == b' ').count();
    (goes_on && words > 3 && letters > 10 && !rest.starts_with(" –") && !rest.starts_with(" |"))
        .then_some((start, end))
}

/// True for a word of capitals, with a genitive or without: "COUNCIL’s".
fn is_shout(word: &str) -> bool {
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    stem.bytes().any(|b| b.is_ascii_uppercase()) && !stem.chars().any(char::is_lowercase)
}

/// True for a headline with a capital on every word that weighs: "Highland Care Home Rated Unsatisfactory".
fn is_titled(line: &str) -> bool {
    let line = line.trim();
    if line.ends_with(['.', '!']) {
        return false;
    }
    let mut count = 0;
    for (_, word) in pieces(line).skip(1) {
        let Some(first) = word.chars().next() else { continue };
        match first {
            c if c.is_uppercase() => count += usize::from(word.len() > 3),
            c if c.is_lowercase() && word.len() > 3 && !is_small(word) => return false,
            _ => {}
        }
    }
    count > 2
}

fn is_small(word: &str) -> bool {
    word.len() < 10 && SMALL.binary_search(&word.to_ascii_lowercase().as_str()).is_ok()
}

/// The words of a line: letters, figures, and the signs inside them.
fn pieces(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let cuts = |c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '&'));
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = line.get(at..)?;
        let start = at + rest.find(|c: char| c.is_alphanumeric())?;
        let tail = line.get(start..)?;
        let word = tail.get(..tail.find(cuts).unwrap_or(tail.len()))?.trim_end_matches(['\'', '’', '&']);
        at = start + word.len();
        Some((start, word))
    })
}

/// How the words of a stretch are to be read: those that change.
fn read(
    text: &str,
    all: &[Large],
    large: &Large,
    known: &dyn Fn(&str) -> Known,
) -> Vec<(usize, usize, Form)> {
    let stretch = text.get(large.start..large.end).unwrap_or_default();
    let words: Vec<(usize, &str)> = pieces(stretch).map(|(at, w)| (large.start + at, w)).collect();
    let elsewhere = Elsewhere { text, large: all };
    let mut forms: Vec<Form> = Vec::with_capacity(words.len());
    // "ROSE HILL PRIMARY School": the name goes on behind the lead.
    let rest = text.get(large.end..).unwrap_or_default().strip_prefix(' ').unwrap_or_default();
    let cut = large.style == Style::Lead && rest.starts_with(char::is_uppercase);
    for (n, &(_, word)) in words.iter().enumerate() {
        let last = n.checked_sub(1).and_then(|b| Some((words.get(b)?.1, *forms.get(b)?)));
        let before = last.filter(|b| b.1 != Form::Small).map(|b| b.0);
        let after = words.get(n + 1).map(|w| w.1);
        let form = elsewhere.form(word, before, after, large.style, known);
        let held = match last {
            None => true,
            Some((_, Form::Small)) => false,
            Some(_) => cut && after.is_none() && !is_small(word),
        };
        // "STAFF AT BRAMLEY": a word that is written nowhere else is a name behind a word of place.
        let placed =
            || last.is_some_and(|(b, _)| matches!(b, "AT" | "IN" | "OF" | "FROM" | "NEAR" | "BY" | "ST"));
        forms.push(match form {
            None if placed() => Form::Capital,
            Some(Form::Small) | None if held => Form::Capital,
            None => Form::Small,
            Some(form) => form,
        });
    }
    if large.style == Style::Title && forms.iter().filter(|f| **f == Form::Small).count() < 2 {
        return Vec::new();
    }
    let changed = words.iter().zip(forms).filter(|(_, form)| *form != Form::Kept);
    changed.map(|(&(at, word), form)| (at, at + word.len(), form)).collect()
}

/// How words are written where nothing stands large.
struct Elsewhere<'t> {
    text: &'t str,
    large: &'t [Large],
}

impl Elsewhere<'_> {
    /// How a word is to be read; `None` where neither the article nor the knowledge has it.
    fn form(
        &self,
        word: &str,
        before: Option<&str>,
        after: Option<&str>,
        style: Style,
        known: &dyn Fn(&str) -> Known,
    ) -> Option<Form> {
        let titled = style == Style::Title;
        if titled && (is_shout(word) && word.len() > 1 || !word.starts_with(char::is_uppercase)) {
            return Some(Form::Kept);
        }
        if is_small(word) {
            return Some(Form::Small);
        }
        let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let stem = stem.strip_suffix("'S").or_else(|| stem.strip_suffix("’S")).unwrap_or(stem);
        let capital = capitalised(stem);
        let small = self.holds(&stem.to_ascii_lowercase(), |_| true);
        let named = self.holds(&capital, |at| self.amid(at) && !self.behind_capital(at));
        // "Rose Hill": of a name that begins here, or that has begun before.
        let pair = |one: &str, other: &str| format!("{} {}", capitalised(one), capitalised(other));
        let joined = || match (before, after) {
            (Some(before), _) => self.holds(&pair(before, stem), |_| true),
            (None, Some(after)) => {
                !is_small(after) && self.holds(&pair(stem, after), |at| !self.behind_capital(at))
            }
            _ => false,
        };
        match (small, named) {
            (false, true) => Some(Form::Capital),
            _ if joined() => Some(Form::Capital),
            (true, _) => Some(Form::Small),
            (false, false) if titled && known(stem) != Known::Word => Some(Form::Kept),
            (false, false) if is_initials(stem) || self.holds(stem, |_| true) => Some(Form::Kept),
            (false, false) => match known(stem) {
                Known::Written => Some(Form::Kept),
                Known::Word => Some(Form::Small),
                Known::No => None,
            },
        }
    }

    /// True where these words stand alone in the text, so written, at a place that does.
    fn holds(&self, words: &str, does: impl Fn(usize) -> bool) -> bool {
        let here = |at: usize| self.large.iter().any(|l| l.start <= at && at < l.end);
        memmem::find_iter(self.text.as_bytes(), words.as_bytes())
            .any(|at| !here(at) && edge::stands_alone(self.text, at, at + words.len()) && does(at))
    }

    /// True behind a word with a capital.
    fn behind_capital(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default().trim_end_matches(' ');
        let word = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
        word.starts_with(char::is_uppercase) && !is_small(word)
    }

    /// True inside a sentence, where a capital is no matter of place.
    fn amid(&self, at: usize) -> bool {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        matches!(before, [.., b, b' '] if b.is_ascii_alphanumeric() || *b == b',')
    }
}

/// "NHS", "CQC", "GP": no vowel, or hardly a letter.
fn is_initials(word: &str) -> bool {
    let vowel = |b: u8| matches!(b.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    word.len() <= 3 && word != "ST" || !word.bytes().any(vowel) && word.len() > 2 || word.contains('&')
}

/// "School" of "SCHOOL".
fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|c| c.to_string() + &chars.as_str().to_ascii_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(text: &str) -> String {
        let mut text = text.to_owned();
        settle(&mut text, &|word| match word {
            "ALMO" => Known::Written,
            "HOME" | "CARE" | "RATED" => Known::Word,
            _ => Known::No,
        });
        text
    }

    #[test]
    fn small_words_are_in_order() {
        assert!(SMALL.is_sorted());
    }

    #[test]
    fn a_lead_is_read_as_the_article_writes_its_words() {
        let rest = "\n\nThe school, in Marling, was seen in May, and Marling Council has no say.";
        let lead = |text: &str| settled(&format!("{text}{rest}")).replace(rest, "");
        assert_eq!(lead("A SCHOOL in the town was told."), "A school in the town was told.");
        assert_eq!(lead("MARLING COUNCIL has been told of it."), "Marling Council has been told of it.");
        assert_eq!(lead("PEOPLE IN Marling have been told."), "People in Marling have been told.");
        assert_eq!(
            lead("TARROW’S ALMO AND NHS have been told of it."),
            "Tarrow’s ALMO and NHS have been told of it."
        );
        assert_eq!(lead("DELIGHTED: Ann Hay was told of it."), "DELIGHTED: Ann Hay was told of it.");
    }

    #[test]
    fn a_headline_is_read_as_the_article_writes_its_words() {
        let rest =
            "\n\nAt Rose Hill Care Home, rated poor, all is well. The care home, in Marling, is angry.";
        let head = |text: &str| settled(&format!("{text}{rest}")).replace(rest, "");
        assert_eq!(head("MARLING CARE HOME RATED POOR"), "Marling care home rated poor");
        assert_eq!(head("ROSE HILL CARE HOME RATED POOR"), "Rose Hill Care Home rated poor");
        assert_eq!(head("Rose Hill Care Home Is Rated Poor"), "Rose Hill Care Home is rated poor");
        assert_eq!(head("Anger As Marling Home Is Rated Poor"), "Anger as Marling home is rated poor");
        assert_eq!(head("Rose Hill Care Home told to improve"), "Rose Hill Care Home told to improve");
    }

    #[test]
    fn letters_keep_their_places() {
        for text in
            ["ÉCOLE STREET SCHOOL has been told of it.", "“WE ARE sorry,” he said at home.", "", "\n\nA\n"]
        {
            assert_eq!(settled(text).len(), text.len());
        }
    }
}
