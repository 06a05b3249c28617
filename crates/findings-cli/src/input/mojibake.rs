//! Puts right what was UTF-8, was read as Windows-1252 and written out again: "Â£68m", "â€˜good’". Only where the
//! characters can hardly have been meant: a whole sequence of bytes must be there and give a character that
//! English papers use. A "â" in a Welsh or French word is left alone.

use std::borrow::Cow;

/// The text with such characters put right; borrowed where there are none.
pub(crate) fn repair(text: &str) -> Cow<'_, str> {
    let mut repaired = Cow::Borrowed(text);
    // What was mistaken twice ("Ã¢â‚¬â„¢") takes two turns.
    for _ in 0..3 {
        match once(&repaired) {
            Some(better) => repaired = Cow::Owned(better),
            None => break,
        }
    }
    repaired
}

fn once(text: &str) -> Option<String> {
    // Each of them begins with one of these, in UTF-8: C2, C3, C5, E2 read as letters, or a stray control.
    if !text
        .contains(|c: char| matches!(c, 'Â' | 'Ã' | 'Å' | 'â' | '\u{80}'..='\u{84}' | '\u{86}'..='\u{9F}'))
    {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut is_changed = false;
    let mut before = None;
    let mut rest = text.chars();
    while let Some(first) = rest.next() {
        let found = sequence(first, rest.clone(), before);
        let (meant, more) = found.unwrap_or((first, 0));
        for _ in 0..more {
            rest.next();
        }
        is_changed |= found.is_some();
        out.push(meant);
        before = Some(meant);
    }
    is_changed.then_some(out)
}

/// The character that was meant, and how many further ones belong to it.
fn sequence(
    first: char,
    mut rest: impl Iterator<Item = char>,
    before: Option<char>,
) -> Option<(char, usize)> {
    let mut next = || rest.next().and_then(byte).filter(|b| (0x80..0xC0).contains(b));
    let meant = |bytes: &[u8]| std::str::from_utf8(bytes).ok().and_then(|s| s.chars().next());
    match first {
        'Â' => {
            let second = next().filter(|b| *b >= 0xA0)?;
            Some((meant(&[0xC2, second])?, 1))
        }
        'Ã' => {
            let second = next()?;
            // "SÃO" set in capitals, and "Ã" before a closing quotation mark, are Portuguese.
            let is_capital = before.is_some_and(char::is_uppercase);
            (!is_capital).then_some((meant(&[0xC3, second])?, 1))
        }
        'Å' => {
            let is_welsh = |c: &char| matches!(c, 'Ŵ' | 'ŵ' | 'Ŷ' | 'ŷ');
            Some((meant(&[0xC5, next()?]).filter(is_welsh)?, 1))
        }
        'â' => {
            let bytes = [0xE2, next()?, next()?];
            let is_usual = |c: &char| matches!(c, '\u{2010}'..='\u{203A}' | '€' | '™' | '−' | '■'..='●');
            Some((meant(&bytes).filter(is_usual)?, 2))
        }
        // Windows-1252 taken for Latin-1: the controls of that range are in no article. U+0085 may be a line end.
        '\u{80}'..='\u{84}' | '\u{86}'..='\u{9F}' => {
            let byte = [u8::try_from(u32::from(first)).ok()?];
            let (decoded, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte);
            decoded.chars().next().filter(|c| *c != first).map(|c| (c, 0))
        }
        _ => None,
    }
}

/// The byte that Windows-1252 (or Latin-1, for its controls) has for a character.
fn byte(c: char) -> Option<u8> {
    if ('\u{80}'..='\u{FF}').contains(&c) {
        return u8::try_from(u32::from(c)).ok();
    }
    let mut buffer = [0; 4];
    let (bytes, _, had_errors) = encoding_rs::WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    match (bytes.as_ref(), had_errors) {
        ([byte], false) => Some(*byte),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::repair;
    use std::borrow::Cow;

    #[test]
    fn what_was_read_wrongly_is_put_right() {
        for (wrong, right) in [
            ("Â£68m", "£68m"),
            ("â€˜goodâ€™", "‘good’"),
            ("â€˜good’", "‘good’"),
            ("cafÃ©", "café"),
            ("a â€“ b â€” câ€¦", "a – b — c…"),
            ("Ã¢â‚¬â„¢", "’"),
            ("\u{e2}\u{80}\u{99}s", "’s"),
            ("the school\u{92}s", "the school’s"),
            ("LlÅ·n", "Llŷn"),
            ("1Â½", "1½"),
        ] {
            assert_eq!(repair(wrong), right, "{wrong}");
        }
    }

    #[test]
    fn what_may_have_been_meant_is_left_alone() {
        for text in [
            "£68m, ‘good’, café",
            "Tŷ’r Âd",
            "y tâ’ a",
            "“Siân â”",
            "“SÃ”, MAÇÃ’",
            "Ångström, in Å’s harbour",
            "â€",
            "Â",
            "",
        ] {
            assert_eq!(repair(text), text);
            assert!(matches!(repair(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
