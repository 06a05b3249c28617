//! How a name is written: folded to be compared, without its church, and as it is reported. Knows no provider.

use std::borrow::Cow;

/// A name as it is reported: an ALL-CAPS lead word brought down, "ST" before a name too.
pub(super) fn tidy(name: &str) -> String {
    // Five capitals at the least make a word that is brought down, but for "ST".
    let capitals = name.bytes().filter(u8::is_ascii_uppercase).count();
    if capitals < 5 && is_even(name) && !name.contains("ST") {
        return name.to_owned();
    }
    let letters = |w: &str| w.chars().filter(|c| c.is_alphabetic()).count();
    let shout = |w: &str| w.len() > 3 && w.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.iter().all(|w| shout(w)) {
        return words.join(" ");
    }
    let down = |(n, w): (usize, &&str)| {
        let saint = *w == "ST" && n + 1 < words.len();
        // "HMYOI Fenmoor"
        if *w == "HMYOI" || !saint && (!shout(w) || letters(w) < 5 || w.contains('/')) {
            return (*w).to_owned();
        }
        let mut chars = w.chars();
        chars.next().map(|c| c.to_string() + &chars.as_str().to_lowercase()).unwrap_or_default()
    };
    words.iter().enumerate().map(down).collect::<Vec<_>>().join(" ")
}

/// A name in small letters, without article and genitive.
pub(super) fn fold_name(name: &str) -> String {
    let mut lower = name.to_lowercase();
    if lower.contains('’') {
        lower = lower.replace('’', "'");
    }
    let stem = lower.strip_suffix("'s").or_else(|| lower.strip_suffix('\'')).unwrap_or(&lower);
    let stem = stem.strip_prefix("the ").unwrap_or(stem);
    // Most names are words with one space between.
    if is_even(stem) {
        return if stem.len() == lower.len() { lower } else { stem.to_owned() };
    }
    stem.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True for words of ASCII with one space between.
fn is_even(name: &str) -> bool {
    let spaces = |pair: &[u8]| pair == b"  " || pair[0] < b' ' || pair[1] < b' ';
    name.is_ascii()
        && name.len() > 1
        && !name.starts_with(' ')
        && !name.ends_with(' ')
        && !name.as_bytes().windows(2).any(spaces)
}

/// "st botolph's church of england": papers go on with "St Botolph’s".
pub(super) fn without_church(base: &str) -> &str {
    const CHURCH: &[&str] = &[
        " church of england", " c of e", " ce", " roman catholic", " catholic", " rc", " community", " va",
        " methodist",
    ];
    let stem = CHURCH.iter().find_map(|c| base.strip_suffix(c)).unwrap_or(base);
    stem.strip_suffix("'s").unwrap_or(stem)
}

/// "Marle PS" is Marle Primary School.
pub(super) fn spelt_out(name: &str) -> Cow<'_, str> {
    const LAST: &[(&str, &str)] =
        &[(" PS", " Primary School"), (" HS", " High School"), (" IPS", " Integrated Primary School")];
    let short = LAST.iter().find_map(|(short, long)| Some((name.strip_suffix(short)?, long)));
    short.map_or(Cow::Borrowed(name), |(stem, long)| Cow::Owned(format!("{stem}{long}")))
}
