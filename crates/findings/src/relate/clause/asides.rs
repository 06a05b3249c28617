//! What stands beside a name and is no part of the sentence's grammar: its initials in brackets, "the Marle Hospitals NHS
//! Trust (MHT)"; a few plain words in brackets, "Ash Lodge (near Marle)"; how it is described, "the troubled Ash Lodge",
//! "the 240-strong Hay School"; what a body is called before its name, "the health watchdog, the CQC". Leaves alone what may
//! be a grade or another name: "(C3)", "(up from fair)", "(like Elm Court)", "the firm Ash Care".

use super::{Chunk, Item};
use crate::find::words::Class;
use crate::text::{Text, edge};

/// So far before its acronym a full name begins.
const LONGEST: usize = 120;

/// Takes them out of the items, in one pass.
pub(super) fn drop(text: &Text, chunks: &mut Vec<Chunk>) {
    let (mut i, mut kept) = (0, 0_usize);
    while i < chunks.len() {
        let end = if i + 2 < chunks.len() { aside(text, chunks, i, kept) } else { i };
        if end > i {
            i = end;
            continue;
        }
        chunks[kept] = chunks[i];
        (i, kept) = (i + 1, kept + 1);
    }
    chunks.truncate(kept);
}

/// Where an aside ends that begins at `i`, behind the first `kept` items; `i` where none does.
fn aside(text: &Text, chunks: &[Chunk], i: usize, kept: usize) -> usize {
    let word = || text.at(chunks[i].span);
    let before = kept.checked_sub(1).map(|last| chunks[last]);
    match chunks[i].item {
        Item::Stop(',') if before.is_some_and(|b| matches!(b.item, Item::Label(_) | Item::Close)) => {
            though(text, chunks, i)
        }
        Item::Stop(',') if is_named(text, &chunks[..kept]) => first_of_two(chunks, i),
        Item::Stop('(') => match before {
            Some(name) if is_initials(text, chunks, i, name) => i + 3,
            Some(name) if matches!(name.item, Item::Provider(_)) => plain(chunks, i),
            _ => i,
        },
        // "Marle Council and neighbouring Ash Council"
        Item::Word(Class::Other)
            if before.is_none_or(|b| b.is(Class::Conj) || matches!(b.item, Item::Stop(',')))
                && is_own(text, &chunks[i + 1])
                && matches!(
                    word(),
                    "neighbouring"
                        | "adjoining"
                        | "adjacent"
                        | "fellow"
                        | "Neighbouring"
                        | "Neighbours"
                        | "neighbours"
                ) =>
        {
            i + 1
        }
        // "nearby Ash Lodge", "Marle's Ash Lodge"
        Item::Word(Class::Other) if is_own(text, &chunks[i + 1]) && locates(word()) => i + 1,
        Item::Word(Class::Other)
            if before.is_some_and(|b| b.is(Class::Det)) && described(text, chunks, i) > i =>
        {
            described(text, chunks, i)
        }
        // "attainment in S1 and S2 was": no area by themselves.
        Item::Word(Class::Prep) if matches!(before.map(|b| b.item), Some(Item::Aspect(_))) => {
            years(text, chunks, i)
        }
        // "the leadership of head teacher Ann Hay": by what they are, without the name.
        Item::Word(Class::Other) if word().starts_with(char::is_uppercase) => {
            by_office(text, chunks, &chunks[..kept], i)
        }
        Item::Provider(_) => beside_owner(text, chunks, i),
        Item::Body(_) => called(text, chunks, i),
        // "education watchdog Ofsted": no area of anybody's.
        Item::Aspect(_) | Item::Service(_) | Item::Word(Class::Other)
            if is_watchdog(text, &chunks[i + 1]) && !word().starts_with(char::is_uppercase) =>
        {
            let name = called(text, chunks, i + 1);
            if name > i + 1 { name } else { i }
        }
        _ => i,
    }
}

/// "Marle's neighbour, [Ash Council], slipped": the name that another one only leads to; `i` where there is none.
fn beside_owner(text: &Text, chunks: &[Chunk], i: usize) -> usize {
    const KIN: &[&str] = &["neighbour", "rival", "counterpart", "twin", "sister", "partner"];
    let owns = chunks.get(i + 1).is_some_and(|c| c.is(Class::Possessive));
    let more = chunks.iter().skip(i + 2).take(3).take_while(|c| c.is_any(&[Class::Other, Class::Position]));
    let kin = more.clone().any(|c| KIN.contains(&text.at(c.span)));
    let comma = i + 2 + more.count();
    let named = chunks.get(comma).is_some_and(|c| c.item == Item::Stop(','))
        && chunks.get(comma + 1).is_some_and(|c| is_own(text, c));
    if owns && kin && named { comma + 1 } else { i }
}

/// Where ", though," ends behind a grade that goes on: "good, however, at preventing fires"; else `i`.
fn though(text: &Text, chunks: &[Chunk], i: usize) -> usize {
    const WORDS: &[&str] = &["though", "however", "nevertheless", "nonetheless", "meanwhile", "too"];
    let word = chunks.get(i + 1).is_some_and(|c| WORDS.contains(&text.at(c.span)));
    let closed = chunks.get(i + 2).is_some_and(|c| c.item == Item::Stop(','));
    let on = chunks.get(i + 3).is_some_and(|c| matches!(text.at(c.span), "at" | "for" | "in" | "on"));
    if word && closed && on { i + 3 } else { i }
}

/// True where a provider's name ends the items, or the town that it is in: "Ash Lodge", "Ash Lodge in Dunstow".
fn is_named(text: &Text, kept: &[Chunk]) -> bool {
    match kept {
        [.., last] if matches!(last.item, Item::Provider(_)) => true,
        [.., name, at, town] => {
            matches!(name.item, Item::Provider(_))
                && at.is(Class::Prep)
                && town.is(Class::Other)
                && text.at(town.span).starts_with(char::is_uppercase)
        }
        _ => false,
    }
}

/// ", in Dunstow, whose staff were praised, was": where the first of two asides before a verb ends that a comma opens at
/// `i`; `i` where there are no two.
fn first_of_two(chunks: &[Chunk], i: usize) -> usize {
    const VERBS: &[Class] = &[
        Class::Be,
        Class::Have,
        Class::Rate,
        Class::Receive,
        Class::Keep,
        Class::Lose,
        Class::Stay,
        Class::Fall,
        Class::Rise,
        Class::Will,
        Class::Would,
        Class::Must,
        Class::Fail,
        Class::Now,
    ];
    let second = plain_to_comma(chunks, i);
    let verb = second.and_then(|c| plain_to_comma(chunks, c));
    match (second, verb) {
        (Some(second), Some(verb)) if chunks.get(verb + 1).is_some_and(|c| c.is_any(VERBS)) => second,
        _ => i,
    }
}

/// The comma behind an aside that one opens at `i`, where the words between name nobody and judge nothing.
fn plain_to_comma(chunks: &[Chunk], i: usize) -> Option<usize> {
    const LONGEST: usize = 14;
    let plain = |c: &Chunk| match c.item {
        Item::Word(class) => !matches!(class, Class::Say | Class::Rating | Class::Visit | Class::Rate),
        Item::Number(_) | Item::Date(_) | Item::Aspect(_) | Item::Service(_) => true,
        _ => false,
    };
    let words = chunks[i + 1..].iter().take(LONGEST).take_while(|c| plain(c)).count();
    let close = i + 1 + words;
    (words > 0 && chunks.get(close)?.item == Item::Stop(',')).then_some(close)
}

/// Where "in S1 and S2", "at key stage 2", "in Years 5 and 6" ends, the years of a school that an area is of; else `i`.
pub(super) fn years(text: &Text, chunks: &[Chunk], i: usize) -> usize {
    let word = |at: usize| chunks.get(at).map_or("", |c| text.at(c.span));
    let coded = |at: usize| {
        let code = word(at);
        matches!(code.as_bytes(), [b'S' | b'P' | b'Y', b'1'..=b'9', ..]) && code.len() <= 3
    };
    let key = i + 1 + usize::from(matches!(word(i + 1), "key" | "Key"));
    let noun =
        matches!(word(key), "stage" | "stages" | "Stage" | "Stages" | "year" | "years" | "Year" | "Years");
    let number = |at: usize| chunks.get(at).is_some_and(|c| matches!(c.item, Item::Number(1..=13)));
    let one = |at: usize| coded(at) || noun && number(at);
    let mut end = key + usize::from(noun);
    if !matches!(word(i), "in" | "at" | "for" | "from") || !one(end) {
        return i;
    }
    end += 1;
    while matches!(word(end), "and" | "to" | ",") && one(end + 1) {
        end += 2;
    }
    end
}

/// Where a person's name ends that begins at `i` behind "of [its] head teacher"; `i` where none does.
fn by_office(text: &Text, chunks: &[Chunk], kept: &[Chunk], i: usize) -> usize {
    const OFFICES: &[&str] = &[
        "headteacher", "teacher", "headmaster", "headmistress", "head", "rector", "principal", "manager",
        "matron", "governor", "director", "executive", "constable", "officer", "boss", "owner",
    ];
    let Some((office, before)) = kept.split_last() else { return i };
    if !OFFICES.contains(&text.at(office.span)) {
        return i;
    }
    let mut of = before.iter().rev().skip_while(|c| c.is_any(&[Class::Other, Class::Possessive, Class::Now]));
    let name = |c: &&Chunk| c.is(Class::Other) && text.at(c.span).starts_with(char::is_uppercase);
    let words = chunks[i..].iter().take(5).take_while(name).count();
    let led =
        of.next().is_some_and(|c| c.is(Class::Prep) && matches!(text.at(c.span), "of" | "under" | "by"));
    if led && (1..=4).contains(&words) { i + words } else { i }
}

/// Where the words between "the" and a name end that say of what sort it is; `i` where there are none.
fn described(text: &Text, chunks: &[Chunk], i: usize) -> usize {
    const SORTS: &[&str] = &[
        "historic", "popular", "rural", "small", "large", "big", "busy", "prestigious", "controversial",
        "notorious", "private", "independent", "local", "giant", "tiny", "famous", "nearby", "respected",
        "sizeable", "huge",
    ];
    let adjective = |c: &Chunk| {
        let w = text.at(c.span);
        let shaped = w.contains('-') || w.ends_with("ed") || w.ends_with("ling") || SORTS.contains(&w);
        c.is(Class::Other) && !w.starts_with(char::is_uppercase) && shaped
    };
    let many = chunks[i..].iter().take(2).take_while(|c| adjective(c)).count();
    if chunks.get(i + many).is_some_and(|c| is_own(text, c)) { i + many } else { i }
}

/// True for a provider's own name; "the second PDU" is any of them.
fn is_own(text: &Text, chunk: &Chunk) -> bool {
    if !matches!(chunk.item, Item::Provider(_)) {
        return false;
    }
    let name = text.at(chunk.span);
    name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
}

/// True for a word before a name that only says where it is.
fn locates(word: &str) -> bool {
    let place = word.starts_with(char::is_uppercase);
    word == "nearby" || place && (word.ends_with("'s") || word.ends_with("’s"))
}

fn is_watchdog(text: &Text, chunk: &Chunk) -> bool {
    // Few words are as long.
    matches!(chunk.span.len(), 8 | 9 | 12)
        && matches!(text.at(chunk.span), "watchdog" | "regulator" | "inspectorate")
}

/// Where a body's own name begins after what it is called in small letters at `i`; else `i`.
fn called(text: &Text, chunks: &[Chunk], i: usize) -> usize {
    let capital = |c: &Chunk| text.at(c.span).contains(char::is_uppercase);
    if capital(&chunks[i]) {
        return i;
    }
    let comma = usize::from(chunks.get(i + 1).is_some_and(|c| c.item == Item::Stop(',')));
    let det = usize::from(chunks.get(i + 1 + comma).is_some_and(|c| c.is(Class::Det)));
    let name = i + 1 + comma + det;
    let named = chunks.get(name).is_some_and(|c| matches!(c.item, Item::Body(_)) && capital(c));
    if named && (comma == 0 || det == 1) { name } else { i }
}

/// Where a bracket at `i` behind a provider's name ends that holds nothing but a few words; else `i`.
fn plain(chunks: &[Chunk], i: usize) -> usize {
    let words = chunks[i + 1..]
        .iter()
        .take(6)
        .take_while(|c| c.is_any(&[Class::Other, Class::Prep, Class::Det, Class::Conj, Class::Visit]));
    let close = i + 1 + words.count();
    let closed = chunks.get(close).is_some_and(|c| c.item == Item::Stop(')'));
    if closed && close > i + 1 { close + 1 } else { i }
}

/// True where a bracket at `i` holds the initials of the words before it.
fn is_initials(text: &Text, chunks: &[Chunk], i: usize, name: Chunk) -> bool {
    if chunks[i + 2].item != Item::Stop(')') {
        return false;
    }
    let alike = match (name.item, chunks[i + 1].item) {
        (Item::Body(_), Item::Body(_)) | (Item::Provider(_), Item::Provider(_)) => true,
        (Item::Stop(_) | Item::Open | Item::Close | Item::Number(_) | Item::Date(_), _) => false,
        (_, Item::Word(_)) => true,
        (Item::Service(_) | Item::Aspect(_), Item::Service(_) | Item::Aspect(_)) => true,
        _ => false,
    };
    let short = text.at(chunks[i + 1].span);
    let capitals = short.bytes().filter(u8::is_ascii_uppercase).count();
    let letters = short.len() <= 9 && short.bytes().all(|b| b.is_ascii_alphabetic() || b == b'&');
    alike && letters && capitals > 1 && names(text, chunks[i].span.start, short)
}

/// True where the capitals of `short` begin words before `at`, in their order, the last of them near.
fn names(text: &Text, at: usize, short: &str) -> bool {
    let whole = text.as_str();
    let before = whole.get(edge::floor(whole, at.saturating_sub(LONGEST))..at).unwrap_or_default();
    let mut wanted = short.bytes().rev().filter(u8::is_ascii_uppercase).peekable();
    for word in before.rsplit(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’') {
        let first = word.bytes().next().map(|b| b.to_ascii_uppercase());
        if first.is_some() && first == wanted.peek().copied() {
            wanted.next();
        }
    }
    wanted.peek().is_none()
}
