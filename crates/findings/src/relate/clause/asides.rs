//! What stands beside a name and is no part of the sentence's grammar: its initials in brackets, "the Marle Hospitals NHS
//! Trust (MHT)"; a few plain words in brackets, "Ash Lodge (near Marle)"; how it is described, "the troubled Ash Lodge",
//! "the 240-strong Hay School"; what a body is called before its name, "the health watchdog, the CQC". Leaves alone what may
//! be a grade or another name: "(C3)", "(up from fair)", "(like Elm Court)", "the firm Ash Care".

use super::{Chunk, Item};
use crate::find::words::Class;
use crate::text::{Text, edge};

/// So far before its acronym a full name begins.
const LONGEST: usize = 120;

/// Takes them out of the items.
pub(super) fn drop(text: &Text, chunks: &mut Vec<Chunk>) {
    let mut i = 0;
    while i + 2 < chunks.len() {
        let end = match chunks[i].item {
            Item::Stop('(') if i > 0 && is_initials(text, chunks, i) => i + 3,
            Item::Stop('(') if i > 0 => plain(chunks, i),
            Item::Word(Class::Det) => {
                let end = described(text, chunks, i + 1);
                if end > i + 1 {
                    chunks.drain(i + 1..end);
                }
                i
            }
            Item::Body(_) => called(text, chunks, i),
            Item::Word(_) if i > 0 && is_watchdog(text.at(chunks[i].span)) => {
                let name = called(text, chunks, i);
                // "education watchdog Ofsted": no area of anybody's.
                let sort = chunks[i - 1].is(Class::Other)
                    || matches!(chunks[i - 1].item, Item::Aspect(_) | Item::Service(_));
                let small = !text.at(chunks[i - 1].span).starts_with(char::is_uppercase);
                if name > i && sort && small {
                    chunks.drain(i - 1..name);
                }
                i
            }
            _ => i,
        };
        if end > i {
            chunks.drain(i..end);
        } else {
            i += 1;
        }
    }
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
    let named = chunks.get(i + many).is_some_and(|c| {
        let name = text.at(c.span);
        // "the second PDU" is any of them.
        let own = name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
        matches!(c.item, Item::Provider(_)) && own
    });
    if named { i + many } else { i }
}

fn is_watchdog(word: &str) -> bool {
    matches!(word, "watchdog" | "regulator" | "inspectorate")
}

/// Where a body's own name begins after what it is called in small letters at `i`; else `i`.
fn called(text: &Text, chunks: &[Chunk], i: usize) -> usize {
    let capital = |c: &Chunk| text.at(c.span).contains(char::is_uppercase);
    if capital(&chunks[i]) {
        return i;
    }
    let comma = usize::from(chunks[i + 1].item == Item::Stop(','));
    let det = usize::from(chunks.get(i + 1 + comma).is_some_and(|c| c.is(Class::Det)));
    let name = i + 1 + comma + det;
    let named = chunks.get(name).is_some_and(|c| matches!(c.item, Item::Body(_)) && capital(c));
    if named && (comma == 0 || det == 1) { name } else { i }
}

/// Where a bracket at `i` behind a provider's name ends that holds nothing but a few words; else `i`.
fn plain(chunks: &[Chunk], i: usize) -> usize {
    if chunks[i].item != Item::Stop('(') || !matches!(chunks[i - 1].item, Item::Provider(_)) {
        return i;
    }
    let words = chunks[i + 1..]
        .iter()
        .take(6)
        .take_while(|c| c.is_any(&[Class::Other, Class::Prep, Class::Det, Class::Conj, Class::Visit]));
    let close = i + 1 + words.count();
    let closed = chunks.get(close).is_some_and(|c| c.item == Item::Stop(')'));
    if closed && close > i + 1 { close + 1 } else { i }
}

/// True where a bracket at `i` holds the initials of the words before it.
fn is_initials(text: &Text, chunks: &[Chunk], i: usize) -> bool {
    if chunks[i].item != Item::Stop('(') || chunks[i + 2].item != Item::Stop(')') {
        return false;
    }
    let alike = match (chunks[i - 1].item, chunks[i + 1].item) {
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
