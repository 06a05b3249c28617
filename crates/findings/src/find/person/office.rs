//! Offices as they stand about a name: "CQC deputy director of operations", "leader of Eastmoor Council".
//! Parts the office from the body it belongs to. Knows nothing of who holds it.

use crate::find::person::Pointed;
use crate::find::person::lists::heads_office;
use crate::find::person::run::opens;
use crate::find::quote::words::{Heard, Voice, is_office_name};
use crate::text::Span;
use crate::text::edge::{self, ceiling};
use crate::text::small::Small;
use crate::text::table::set;
use crate::text::word::{Shape, Word, at, genitive, words};

/// How far from a name its office is looked for, in bytes.
pub(super) const REACH: usize = 240;

/// True when a known office, or what else somebody is ("pensioner"), ends at `end`.
pub(crate) fn ends_at(heard: &[Heard], end: usize) -> bool {
    let ix = heard.partition_point(|h| h.span.end < end);
    heard.get(ix).is_some_and(|h| h.span.end == end && (is_office(h) || h.voice == Voice::Witness))
}

/// The office that leads to a name: "council leader Ann Hay", "the CQC's director in the north, Ann Hay".
pub(crate) fn before(text: &str, paragraph: Span, heard: &[Heard], begin: usize) -> Option<Span> {
    let upto = heard.partition_point(|h| h.span.end <= begin);
    let from = heard.partition_point(|h| h.span.start < paragraph.start);
    let near = heard.get(from..upto)?.iter().rev().take(3);
    let verb = |h: &&Heard| matches!(h.voice, Voice::Say | Voice::Show | Voice::Hang | Voice::Accord);
    let office = near.take_while(|h| !verb(h)).find(|h| {
        let gap = text.get(h.span.end..begin).unwrap_or(".");
        // "the cabinet member, Conservative | Ann Hay"
        let party = gap.strip_prefix(", ").and_then(|g| g.strip_suffix(' ')).is_some_and(is_party);
        let gap = if party { ", " } else { gap };
        (is_office(h) && (matches!(gap, " " | "  " | ", " | " - ") || is_tail(gap)))
            || (h.voice == Voice::Witness && (gap == " " || gap == ", " && is_somebody(text, h.span.start)))
    })?;
    if office.voice == Voice::Witness {
        return Some(office.span);
    }
    let lead = text.get(..begin)?.trim_end();
    let lead = lead.rsplit_once(", ").filter(|(_, last)| is_party(last)).map_or(lead, |(lead, _)| lead);
    let end = lead.trim_end_matches([' ', ',', '-']).len();
    Some(Span::new(reach(text, paragraph.start, heard, office.span.start), end))
}

/// The name of a party, as it stands before a councillor's.
pub(super) fn is_party(word: &str) -> bool {
    matches!(
        word,
        "Conservative" | "Labour" | "Tory" | "Green" | "Liberal" | "Independent" | "Plaid" | "SNP" | "Reform"
    )
}

/// "his | sister", "one | parent", "Peter’s | wife": somebody's or some one, and then the name.
fn is_somebody(text: &str, start: usize) -> bool {
    let before = text.get(..start).and_then(|b| b.strip_suffix(' ')).unwrap_or("");
    let word = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
    let lower = Small::lower(word);
    matches!(lower.as_str(), "his" | "her" | "their" | "one" | "another" | "a" | "whose" | "fellow" | "local")
        || genitive(word).1
}

/// " in the north of England, ": what may stand between an office and the name.
/// " of research ": and without a comma, where it is in small letters.
fn is_tail(gap: &str) -> bool {
    let Some(inner) = gap.strip_suffix(", ") else {
        // "MP for Norburn East Ann Hay"
        let seat = gap.starts_with(" for ")
            && gap.ends_with(' ')
            && !gap.contains(['.', ',', ';', ':', '“', '"', '(']);
        if seat && (2..=5).contains(&gap.split_whitespace().count()) {
            return true;
        }
        let small = gap.chars().all(|c| c.is_lowercase() || c == ' ' || c == '’' || c == '\'');
        let begins = gap.starts_with(" of ") || gap.starts_with(" for ");
        return small && begins && gap.ends_with(' ') && (2..=5).contains(&gap.split_whitespace().count());
    };
    let begins = [" of ", " at ", " for ", " in ", " with ", " and "].iter().any(|p| inner.starts_with(p));
    begins && !inner.contains([',', '.', ':', ';', '“', '"', '(']) && inner.split_whitespace().count() <= 10
}

/// The office that follows a name and a comma: "Ann Hay, director of nursing, …".
pub(crate) fn after(text: &str, paragraph: Span, heard: &[Heard], end: usize) -> Option<Span> {
    let paragraph = Span::new(paragraph.start, paragraph.end.min(ceiling(text, end + REACH)));
    let rest = text.get(end..paragraph.end)?;
    if let Some(lead) = TAKES_OVER.iter().find(|lead| rest.starts_with(**lead)) {
        let from = end + lead.len();
        let ix = heard.partition_point(|h| h.span.start < from);
        let office = heard.get(ix).filter(|h| is_office(h))?;
        let near = text.get(from..office.span.start)?.split_whitespace().count() <= 2;
        return near.then_some(office.span);
    }
    let mut from =
        end + rest.strip_prefix(", ").map(|_| 2).or_else(|| rest.strip_prefix(" - ").map(|_| 3))?;
    for aside in ["who is ", "who was ", "who has been ", "now "] {
        from += text.get(from..paragraph.end)?.strip_prefix(aside).map_or(0, |_| aside.len());
    }
    // "Ann Hay, 54, director of …"
    let aged = text.get(from..paragraph.end)?;
    let digits = aged.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        from += digits + aged.get(digits..)?.strip_prefix(", ").map(|_| 2)?;
    }
    let rest = text.get(from..paragraph.end)?;
    let mut stop =
        from + rest.find([',', ';', ':', '.', '(', '–', '“', '"', '‘', '\n']).unwrap_or(rest.len());
    let ix = heard.partition_point(|h| h.span.start < from);
    let mut within = heard.get(ix..)?.iter().take_while(|h| h.span.start < stop);
    if !within.any(|h| is_office(h) || h.voice == Voice::Witness) {
        return None;
    }
    for cut in [" who ", " which ", " and said ", " - ", " has ", " was ", " is ", " had "] {
        if let Some(found) = text.get(from..stop).and_then(|phrase| phrase.find(cut)) {
            stop = from + found;
        }
    }
    let within = heard.get(ix..)?.iter().take_while(|h| h.span.start < stop).take(6);
    let mut office = None;
    for h in within {
        match h.voice {
            Voice::Say | Voice::Show | Voice::Hang | Voice::Accord => {
                stop = h.span.start;
                break;
            }
            _ if is_office(h) => office = office.or(Some(h.span)),
            Voice::Witness if office.is_none() && is_plainly(text.get(from..h.span.start).unwrap_or("")) => {
                office = Some(h.span);
            }
            _ => {}
        }
    }
    let office = office?;
    let lead = text.get(from..office.start)?.split_whitespace().count();
    (lead <= 6).then(|| Span::new(from, text.get(from..stop).map_or(stop, |p| from + p.trim_end().len())))
}

/// "a former | pupil", "one | parent": nothing but an article and an adjective stands before.
fn is_plainly(lead: &str) -> bool {
    const PLAIN: [&str; 12] = [
        "a", "an", "the", "one", "another", "former", "local", "fellow", "nearby", "regular", "retired",
        "long-term",
    ];
    lead.split_whitespace().all(|w| PLAIN.contains(&w)) && lead.split_whitespace().count() <= 2
}

/// "Ann Hay took over as head": the office that somebody came to.
const TAKES_OVER: [&str; 5] =
    [" took over as ", " has taken over as ", " was appointed ", " was named as ", " became "];

fn is_office(h: &Heard) -> bool {
    matches!(h.voice, Voice::Office | Voice::Spokes)
}

/// Where the words that belong to an office begin: "the trust’s interim | deputy director".
fn reach(text: &str, floor: usize, heard: &[Heard], start: usize) -> usize {
    let floor = floor.max(edge::floor(text, start.saturating_sub(REACH)));
    let mut start = start;
    for _ in 0..6 {
        let Some(word) = word_before(text, floor, start) else { break };
        let written = at(text, word);
        // "Unison branch | secretary": any small word, where a name or a house stands before it.
        let owner = word_before(text, floor, word.start);
        let owned = owner.is_some_and(|o| is_name_word(at(text, o)) || is_known(heard, o));
        let small = written.len() > 3
            && !matches!(written, "said" | "says" | "told" | "with" | "from" | "that" | "when");
        // "Whistleblower and consultant", but "Ann Hay and headteacher".
        if written == "and" && !owner.is_some_and(|o| heard_at(heard, o).is_some_and(is_office)) {
            break;
        }
        let belongs = is_name_word(written)
            || is_known(heard, word)
            || genitive(written).1
            || MODIFIERS.has(written)
            || (owned && small && !is_voice(heard, word));
        if !belongs {
            break;
        }
        start = word.start;
    }
    start
}

/// The word that ends where only spaces, or the mark of a genitive, part it from `start`.
fn word_before(text: &str, floor: usize, start: usize) -> Option<Span> {
    let left = text.get(floor..start)?;
    let kept = left.trim_end_matches(' ');
    let plain = kept.trim_end_matches(['’', '\'']);
    let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '’' | '\'' | '-');
    let from =
        plain.rfind(|c| !is_inside(c)).map_or(0, |i| i + plain[i..].chars().next().map_or(1, char::len_utf8));
    (kept.len() < left.len() && from < plain.len()).then(|| Span::new(floor + from, floor + plain.len()))
}

/// True for an office or a house that ends where the word does.
fn is_known(heard: &[Heard], word: Span) -> bool {
    heard_at(heard, word).is_some_and(|h| is_office(h) || h.voice == Voice::House)
}

fn is_voice(heard: &[Heard], word: Span) -> bool {
    heard_at(heard, word).is_some_and(|h| matches!(h.voice, Voice::Say | Voice::Show | Voice::Hang))
}

fn heard_at(heard: &[Heard], word: Span) -> Option<&Heard> {
    let ix = heard.partition_point(|h| h.span.end < word.end);
    heard.get(ix).filter(|h| h.span.end == word.end)
}

fn is_name_word(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !opens(word)
}

set! {
    /// Small words that may stand before an office.
    MODIFIERS = "acting interim deputy former new senior assistant executive regional local corporate \
        strategic national shadow joint founding retired then current outgoing incoming opposition ward \
        union prisons health education housing care lead chief group adult social children’s children's \
        registered area district and whistleblower"
}

/// Where an office only points to whose it is: "its", "the trust’s", "trust chief executive".
pub(crate) fn pointed(text: &str, office: Span) -> Option<Pointed> {
    let before = text.get(..office.start)?.strip_suffix(' ')?;
    let own = before.ends_with("Its") || before.ends_with(" its");
    if own {
        return Some(Pointed::Its(before.len()));
    }
    let mut all = words(text, office);
    let first = all.find(|w| !is_determiner(at(text, w.span)))?;
    all.next()?;
    let (stem, _) = genitive(at(text, first.span));
    let stem = stem.to_lowercase();
    let house = is_institution(&stem)
        || matches!(stem.as_str(), "company" | "firm" | "charity" | "group" | "force" | "home" | "surgery");
    house.then_some(Pointed::Noun(stem))
}

/// An office and whose it is: "CQC deputy director of operations" is the CQC's.
pub(crate) fn read(text: &str, span: Span) -> (Option<String>, Option<String>) {
    let all: Vec<Word> = words(text, span).collect();
    let skip = all.iter().take_while(|w| is_determiner(at(text, w.span))).count();
    let mut left = all.get(skip..).unwrap_or(&[]);
    let mut owner = None;
    let is_head = |w: &Word| heads_office(at(text, w.span));
    let head = left.iter().position(is_head).unwrap_or(left.len().saturating_sub(1));
    // "the trust’s chief executive": the owner stands before the genitive.
    let is_owner = |w: &Word| {
        let written = at(text, w.span);
        let owns = genitive(written).1 || text[w.span.end..].starts_with(['’', '\'']);
        owns && !written.starts_with("Majest")
    };
    let known = left.first().zip(left.get(head)).is_some_and(|(first, last)| {
        let phrase = text.get(first.span.start..last.span.end).unwrap_or("").to_lowercase().replace('’', "'");
        is_office_name(&phrase)
    });
    if known {
        // "Children's minister", "Police and crime commissioner": all of it is the office's name.
    } else if let Some(ix) = left.iter().take(head).position(is_owner) {
        owner = name_in(text, &left[..=ix]);
        left = &left[ix + 1..];
    } else {
        // "Council leader", "HM Inspector": the first word is the office's own, for all its capital.
        let alone = left.get(1).is_none_or(|w| !w.is_capital() || is_head(w));
        let own = alone && left.first().is_some_and(|w| is_plain(at(text, w.span)));
        let capitals = if own { 0 } else { left.iter().take_while(|w| w.is_capital()).count() };
        let next_lower = left.get(capitals).is_some_and(|w| w.shape == Shape::Lower);
        let acronym = left.first().is_some_and(|w| w.shape == Shape::Capitals) && left.len() > 1 && !own;
        if capitals > 0 && next_lower && head >= capitals {
            let more = left.get(capitals).is_some_and(|w| is_institution(at(text, w.span)));
            let upto = capitals + usize::from(more && head > capitals);
            owner = name_in(text, &left[..upto]);
            left = &left[upto..];
        } else if acronym && head > 0 {
            owner = name_in(text, &left[..1]);
            left = &left[1..];
        }
    }
    // "Ofsted’s director for the West Midlands" is Ofsted's, wherever it works.
    let (kept, after) = if owner.is_some() { (left, None) } else { split_owner(text, left) };
    let role = match (kept.first(), kept.last()) {
        (Some(first), Some(last)) => {
            let (stem, _) = genitive(at(text, last.span));
            Some(even(&text[first.span.start..last.span.start + stem.len()]))
        }
        _ => None,
    };
    (role, owner.or(after))
}

/// A common noun that only the start of a sentence, or a title's style, writes with a capital.
fn is_plain(word: &str) -> bool {
    let lower = Small::lower(word);
    let more = [
        "council", "school", "hospital", "trust", "show", "society", "company", "club", "party", "group",
        "hm", "branch", "gp", "mp", "msp", "ceo", "local",
    ];
    MODIFIERS.has(lower.as_str()) || more.contains(&lower.as_str())
}

/// Cuts "of Eastmoor Council" off an office, where it names whose the office is.
fn split_owner<'w>(text: &str, left: &'w [Word]) -> (&'w [Word], Option<String>) {
    let mut placed = false;
    for (ix, word) in left.iter().enumerate().skip(1) {
        let preposition = at(text, word.span);
        let led = |w: &&Word| is_determiner(at(text, w.span)) || at(text, w.span) == "neighbouring";
        let past = |words: &'w [Word]| words.get(words.iter().take_while(led).count()..).unwrap_or(&[]);
        let mut rest = past(left.get(ix + 1..).unwrap_or(&[]));
        // "of the Norburn branch of the Teachers’ Union"
        let branch = rest.iter().take(4).position(|w| at(text, w.span) == "branch");
        if let Some([of, whole @ ..]) = branch.and_then(|b| rest.get(b + 1..)) {
            rest = if at(text, of.span) == "of" { past(whole) } else { rest };
        }
        let head = left.get(ix - 1).map_or("", |w| at(text, w.span)).to_lowercase();
        let capitals = rest
            .iter()
            .take_while(|w| w.is_capital() || matches!(at(text, w.span), "of" | "and" | "for"))
            .count();
        let named = rest.first().is_some_and(Word::is_capital);
        let institution = rest.get(capitals).is_some_and(|w| is_institution(at(text, w.span)));
        let acronym = rest.first().is_some_and(|w| w.shape == Shape::Capitals);
        let state = head == "secretary" && rest.first().is_some_and(|w| at(text, w.span) == "State");
        let brief = state
            || matches!(
                head.as_str(),
                "minister" | "professor" | "lecturer" | "member" | "holder" | "mayor" | "mp" | "bishop"
            );
        let plain = matches!(head.as_str(), "director" | "head")
            && !ix
                .checked_sub(2)
                .and_then(|i| left.get(i))
                .is_some_and(|w| at(text, w.span).eq_ignore_ascii_case("managing"));
        // "Inspector of Constabulary" names no house.
        let field = head == "inspector" && rest.get(1).is_none_or(|w| !w.is_capital());
        let owns = match preposition {
            "of" if field => false,
            "at" => named,
            "of" | "for" => named && !brief && !placed && (acronym || institution || capitals > 1 || !plain),
            _ => false,
        };
        placed |= matches!(preposition, "in" | "of");
        if owns {
            let upto = capitals + usize::from(institution);
            return (&left[..ix], rest.get(..upto).and_then(|owner| name_in(text, owner)));
        }
        if preposition == "at" && rest.first().is_some_and(|w| w.shape == Shape::Lower) {
            return (&left[..ix], None);
        }
    }
    (left, None)
}

/// The capitalised words as a name, as far as they are one.
fn name_in(text: &str, owner: &[Word]) -> Option<String> {
    let from = owner.iter().position(Word::is_capital)?;
    let owner = &owner[from..];
    let mut upto = owner.len();
    while upto > 0 && matches!(at(text, owner[upto - 1].span), "of" | "and" | "for" | "the") {
        upto -= 1;
    }
    let (first, last) = (owner.first()?, owner.get(upto.checked_sub(1)?)?);
    let (stem, _) = genitive(at(text, last.span));
    Some(even(&text[first.span.start..last.span.start + stem.len()]))
}

fn is_institution(word: &str) -> bool {
    matches!(
        word,
        "council"
            | "school"
            | "hospital"
            | "trust"
            | "prison"
            | "college"
            | "university"
            | "police"
            | "academy"
    )
}

/// With single spaces: line breaks and doubled spaces are the page's, not the name's.
fn even(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_determiner(word: &str) -> bool {
    ["the", "a", "an", "its", "their", "our", "his", "her", "one", "another"]
        .iter()
        .any(|d| d.eq_ignore_ascii_case(word))
}
