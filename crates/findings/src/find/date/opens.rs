//! Which readers of single times may begin with a word: a first look, so that each word wakes only those. Knows
//! nothing of what they read.

use super::words::{WORDS, Word};
use crate::find::number;
use crate::text::table::{self, Table};

/// A bit for each reader.
pub(super) type Readers = u16;

pub(super) const NUMERIC: Readers = 1;
pub(super) const PART: Readers = 1 << 1;
pub(super) const NTH: Readers = 1 << 2;
pub(super) const SHIFTED: Readers = 1 << 3;
pub(super) const RELATIVE: Readers = 1 << 4;
pub(super) const WEEKDAY: Readers = 1 << 5;
pub(super) const CALENDAR_DAY: Readers = 1 << 6;
pub(super) const DAY_OF: Readers = 1 << 7;
pub(super) const MONTH: Readers = 1 << 8;
pub(super) const PERIOD: Readers = 1 << 9;
pub(super) const RUNNING: Readers = 1 << 10;
pub(super) const FEAST: Readers = 1 << 11;
pub(super) const NEW_YEAR: Readers = 1 << 12;

/// The readers of single times that may begin with a word of time.
const fn of_time(word: Word) -> Readers {
    match word {
        Word::Month(_) | Word::MonthShort(_) => CALENDAR_DAY | MONTH | RELATIVE,
        Word::Weekday(_) | Word::WeekdayShort(_) => WEEKDAY | RELATIVE,
        Word::One(_) => LENGTH | NTH | RELATIVE | RUNNING,
        Word::Many(_) | Word::Lasting(_) => LENGTH,
        Word::Season(_) => PERIOD | RELATIVE,
        Word::Day(_) | Word::Daypart(_) => RELATIVE,
        Word::Decade(_) => PERIOD,
        Word::Feast => FEAST,
    }
}

/// The readers of single times that may begin with a word, in any case, or with "the" and the word.
pub(super) fn opens(word: &str) -> Readers {
    const COUNT: usize = WORDS.len() + number::WORDS + OPENERS.len();
    const OPENS: &[(&str, Readers)] = &{
        let mut all = [("", 0); COUNT];
        let mut at = 0;
        while at < COUNT {
            let (numbers, others) = (WORDS.len(), WORDS.len() + number::WORDS);
            all[at] = match () {
                () if at < numbers => (WORDS[at].0, of_time(WORDS[at].1)),
                () if at < others => {
                    (number::word(at - numbers), NTH | CALENDAR_DAY | DAY_OF | PERIOD | SHIFTED)
                }
                () => OPENERS[at - others],
            };
            // "second" is an ordinal and a unit: of a word that stands twice the first counts.
            let mut before = 0;
            while before < at {
                if same(all[before].0, all[at].0) {
                    all[before].1 |= all[at].1;
                }
                before += 1;
            }
            at += 1;
        }
        all
    };
    static TABLE: Table<Readers, { table::size(COUNT) }> = Table::new(OPENS);
    TABLE.get_in_any_case(word).unwrap_or(0)
}

/// Equal, where nothing but constants is known.
const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

/// With what single times begin besides [`WORDS`] and numbers.
const OPENERS: &[(&str, Readers)] = &[
    ("a", LENGTH),
    ("academic", PERIOD),
    ("all", LENGTH),
    ("an", LENGTH),
    ("another", LENGTH),
    ("beginning", PART),
    ("calendar", PERIOD),
    ("close", PART),
    ("coming", TURNED),
    ("couple", LENGTH),
    ("current", TURNED),
    ("earlier", RELATIVE),
    ("early", PART),
    ("end", PART),
    ("few", LENGTH),
    ("final", NTH | PERIOD),
    ("financial", PERIOD),
    ("fiscal", PERIOD),
    ("following", TURNED),
    ("full", PERIOD),
    ("fy", PERIOD),
    ("half", LENGTH),
    ("last", TURNED | NTH),
    ("late", PART),
    ("later", RELATIVE),
    ("many", LENGTH),
    ("mid", PART),
    ("middle", PART),
    ("new", NEW_YEAR),
    ("next", TURNED),
    ("past", TURNED),
    ("previous", TURNED),
    ("q", PERIOD),
    ("remainder", RELATIVE),
    ("rest", RELATIVE),
    ("same", RELATIVE),
    ("school", PERIOD),
    ("several", LENGTH),
    ("some", LENGTH),
    ("start", PART),
    ("tax", PERIOD),
    ("that", RELATIVE),
    ("this", TURNED),
    ("upcoming", TURNED),
];

/// What begins with a length: "two years ago", "12 months to March".
const LENGTH: Readers = SHIFTED | PERIOD;
/// What begins with "last", "this" or "next".
const TURNED: Readers = RELATIVE | WEEKDAY | MONTH | FEAST;
