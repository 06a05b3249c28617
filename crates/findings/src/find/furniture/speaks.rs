//! A first look at a line: may it speak to the reader, or about the page? Knows the words that such lines begin with,
//! the signs that stand in them, and how short most are; refuses nothing that `page_line` would take.

use crate::text::table::set;
use crate::text::word::split;
use memchr::memmem::Finder;
use once_cell::sync::Lazy;

set! {
    /// What lines to the reader and about the page begin with, up to the first sign.
    FIRST = "accept add additional already also announcements any article become bookmark buy by \
        call calls categories category choose comment commenting comments contact continue contributions \
        copy date did do don donate download e ecard editor email end ends exclusive facebook filed find \
        follow for friend friendly from get got have hide if in is join keep keywords know last latest \
        leave let letters like link linkedin listen log manage members mf more most never next not note \
        notes on other our page photos pictures pinterest place please post posted presentational \
        previous print printable printer publication published read receive recommended reddit register \
        related replies report responses ring save see send share sharelines shares show sign sponsored \
        spotted start stay story subscribe support tag tagged tags tell text texts thank thanks this to \
        top topics trending try tweet twitter updated upgrade version via video view want was we what \
        whatsapp why write x you your"
}

static ANSWERS: Lazy<Finder<'_>> = Lazy::new(|| Finder::new("answer for what"));

/// False for a line of so many words that is the article's: with nothing in it that lines of the page have.
pub(super) fn may_speak(line: &str, count: usize) -> bool {
    let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let bytes = bare.as_bytes();
    // "More sport, pages 44-48", "(first lead)".
    let last = || line.trim_end().bytes().rev().take_while(|b| *b != b' ').any(|b| b.is_ascii_digit());
    // "LINDA CROWSTON"
    let shouted = || !line.bytes().any(|b| b.is_ascii_lowercase());
    let short = count <= 3 && shouted()
        || count <= 10 && (memchr::memchr2(b'(', b')', line.as_bytes()).is_some() || last());
    if short || bytes.first().is_none_or(u8::is_ascii_digit) {
        return true;
    }
    let len = bytes.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    bare.get(..len).is_some_and(|first| FIRST.has_in_any_case(first))
        || holds_sign(line)
        || is_writer(line, bare)
}

/// "News | Policy", "@NorburnNews", a question, and what speaks of the law.
fn holds_sign(line: &str) -> bool {
    let bytes = line.as_bytes();
    memchr::memchr3(b'|', b'@', b'?', bytes).is_some()
        // "»" and "·" begin with the second, "›" ends with the third.
        || memchr::memchr3(b'/', 0xc2, 0xba, bytes).is_some()
        || memchr::memchr(b'>', bytes).is_some()
        || may_disclaim(bytes)
}

/// "not responsible for", "the independent press", "Ipso", "6:45Updated: 8:12", "cannot answer for what".
pub(super) fn may_disclaim(bytes: &[u8]) -> bool {
    let after = |at: usize, words: &str| {
        let there = bytes.get(at + 1..at + 1 + words.len());
        there.is_some_and(|there| there.eq_ignore_ascii_case(words.as_bytes()))
    };
    memchr::memchr2_iter(b'p', b'P', bytes)
        .any(|at| ["onsib", "endent press", "so", "dated:"].iter().any(|words| after(at, words)))
        || ANSWERS.find(bytes).is_some()
}

/// "Ann Hay is the Echo's health correspondent."
fn is_writer(line: &str, bare: &str) -> bool {
    const ROLES: [&str; 7] =
        ["correspondent", "reporter", "columnist", "editor", "journalist", "writer", "author"];
    let told = || {
        let first = bare.as_bytes().split(|b| *b == b'.').next().unwrap_or_default().trim_ascii_end();
        let ends = |role: &&str| {
            first
                .len()
                .checked_sub(role.len())
                .and_then(|at| first.get(at..))
                .is_some_and(|end| end.eq_ignore_ascii_case(role.as_bytes()))
        };
        ROLES.iter().any(ends)
    };
    split(line).skip(2).take(2).any(|word| matches!(word, "is" | "writes" | "covers")) && told()
}
