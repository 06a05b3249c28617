//! The words that dates are told by: the one list that the scan wakes the finder with and that the finder
//! looks words up in. Knows nothing of how they go together.

use super::expr::{Daypart, Season, Unit};
use crate::find::number;
use crate::knowledge::lexicon::{Case, Entry, Sense};
use crate::text::table::{self, Table};

/// What one word means by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// 1 to 12.
    Month(u8),
    /// "Sept": counts only where its neighbours say so.
    MonthShort(u8),
    /// 0 is Monday.
    Weekday(u8),
    WeekdayShort(u8),
    One(Unit),
    Many(Unit),
    Season(Season),
    /// Days from today.
    Day(i16),
    /// "nineties".
    Decade(i16),
    Daypart(Daypart),
    /// "yearlong".
    Lasting(Unit),
    /// "Christmas": the first word of a feast.
    Feast,
}

/// The words as entries of the lexicon.
pub(crate) fn entries() -> Vec<Entry> {
    let entry = |(i, (word, _)): (usize, &(&str, Word))| Entry {
        phrase: (*word).to_owned(),
        case: Case::Any,
        sense: Sense::Time(i as u16),
    };
    WORDS.iter().enumerate().map(entry).collect()
}

/// What a word means, in any case.
pub(crate) fn lookup(word: &str) -> Option<Word> {
    static TABLE: Table<Word, { table::size(WORDS.len()) }> = Table::new(WORDS);
    TABLE.get_in_any_case(word)
}

/// What a word is to a date that may begin with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// One of [`WORDS`], or a number in words.
    Itself,
    /// One that may stand in front of those: "the", "last", "between".
    Leads,
}

/// What a word is to a date, in any case; most are nothing to any.
pub(super) fn start(word: &str) -> Option<Start> {
    const COUNT: usize = WORDS.len() + number::WORDS + LEADS.len();
    const STARTS: &[(&str, Start)] = &{
        let mut all = [("", Start::Leads); COUNT];
        let mut at = 0;
        while at < COUNT {
            let (numbers, leads) = (WORDS.len(), WORDS.len() + number::WORDS);
            all[at] = match () {
                () if at < numbers => (WORDS[at].0, Start::Itself),
                () if at < leads => (number::word(at - numbers), Start::Itself),
                () => (LEADS[at - leads].0, Start::Leads),
            };
            at += 1;
        }
        all
    };
    static TABLE: Table<Start, { table::size(COUNT) }> = Table::new(STARTS);
    TABLE.get_in_any_case(word)
}

/// True for a word that may follow one that leads: no other makes a date of it.
pub(super) fn follows(word: &str) -> bool {
    static TABLE: Table<(), { table::size(FURTHER.len()) }> = Table::new(FURTHER);
    start(word).is_some() || TABLE.get_in_any_case(word).is_some()
}

/// What else may follow a word that leads: "the new year", "the present", "a hundred days", "a full week", "from now", "the end of".
const FURTHER: &[(&str, ())] = &[
    ("additional", ()),
    ("around", ()),
    ("consecutive", ()),
    ("date", ()),
    ("entire", ()),
    ("extra", ()),
    ("further", ()),
    ("hundred", ()),
    ("more", ()),
    ("new", ()),
    ("now", ()),
    ("of", ()),
    ("per", ()),
    ("present", ()),
    ("solid", ()),
    ("straight", ()),
    ("successive", ()),
    ("whole", ()),
    ("working", ()),
];

/// In the order of the alphabet.
const LEADS: &[(&str, ())] = &[
    ("a", ()),
    ("academic", ()),
    ("all", ()),
    ("an", ()),
    ("another", ()),
    ("at", ()),
    ("beginning", ()),
    ("between", ()),
    ("calendar", ()),
    ("close", ()),
    ("coming", ()),
    ("couple", ()),
    ("current", ()),
    ("each", ()),
    ("earlier", ()),
    ("early", ()),
    ("end", ()),
    ("every", ()),
    ("few", ()),
    ("final", ()),
    ("financial", ()),
    ("fiscal", ()),
    ("following", ()),
    ("for", ()),
    ("from", ()),
    ("full", ()),
    ("fy", ()),
    ("half", ()),
    ("in", ()),
    ("last", ()),
    ("late", ()),
    ("later", ()),
    ("many", ()),
    ("mid", ()),
    ("middle", ()),
    ("next", ()),
    ("once", ()),
    ("past", ()),
    ("preceding", ()),
    ("previous", ()),
    ("q", ()),
    ("remainder", ()),
    ("rest", ()),
    ("same", ()),
    ("school", ()),
    ("several", ()),
    ("some", ()),
    ("start", ()),
    ("tax", ()),
    ("that", ()),
    ("the", ()),
    ("this", ()),
    ("twice", ()),
    ("upcoming", ()),
];

/// In the order of the alphabet.
pub(super) const WORDS: &[(&str, Word)] = &[
    ("afternoon", Word::Daypart(Daypart::Afternoon)),
    ("apr", Word::MonthShort(4)),
    ("april", Word::Month(4)),
    ("aug", Word::MonthShort(8)),
    ("august", Word::Month(8)),
    ("autumn", Word::Season(Season::Autumn)),
    ("centuries", Word::Many(Unit::Century)),
    ("century", Word::One(Unit::Century)),
    ("christmas", Word::Feast),
    ("day", Word::One(Unit::Day)),
    ("daylong", Word::Lasting(Unit::Day)),
    ("days", Word::Many(Unit::Day)),
    ("dec", Word::MonthShort(12)),
    ("decade", Word::One(Unit::Decade)),
    ("decades", Word::Many(Unit::Decade)),
    ("december", Word::Month(12)),
    ("easter", Word::Feast),
    ("eighties", Word::Decade(80)),
    ("evening", Word::Daypart(Daypart::Evening)),
    ("fall", Word::Season(Season::Autumn)),
    ("feb", Word::MonthShort(2)),
    ("february", Word::Month(2)),
    // A misprint that recurs.
    ("febuary", Word::Month(2)),
    ("fifties", Word::Decade(50)),
    ("forties", Word::Decade(40)),
    ("fortnight", Word::One(Unit::Fortnight)),
    ("fortnights", Word::Many(Unit::Fortnight)),
    ("fri", Word::WeekdayShort(4)),
    ("friday", Word::Weekday(4)),
    ("halloween", Word::Feast),
    ("hogmanay", Word::Feast),
    ("hour", Word::One(Unit::Hour)),
    ("hours", Word::Many(Unit::Hour)),
    ("hr", Word::One(Unit::Hour)),
    ("hrs", Word::Many(Unit::Hour)),
    ("jan", Word::MonthShort(1)),
    ("january", Word::Month(1)),
    ("jul", Word::MonthShort(7)),
    ("july", Word::Month(7)),
    ("jun", Word::MonthShort(6)),
    ("june", Word::Month(6)),
    ("mar", Word::MonthShort(3)),
    ("march", Word::Month(3)),
    ("may", Word::Month(5)),
    ("min", Word::One(Unit::Minute)),
    ("mins", Word::Many(Unit::Minute)),
    ("minute", Word::One(Unit::Minute)),
    ("minutes", Word::Many(Unit::Minute)),
    ("mon", Word::WeekdayShort(0)),
    ("monday", Word::Weekday(0)),
    ("month", Word::One(Unit::Month)),
    ("monthlong", Word::Lasting(Unit::Month)),
    ("months", Word::Many(Unit::Month)),
    ("morning", Word::Daypart(Daypart::Morning)),
    ("night", Word::Daypart(Daypart::Night)),
    ("nineties", Word::Decade(90)),
    ("nov", Word::MonthShort(11)),
    ("november", Word::Month(11)),
    ("oct", Word::MonthShort(10)),
    ("october", Word::Month(10)),
    ("quarter", Word::One(Unit::Quarter)),
    ("quarters", Word::Many(Unit::Quarter)),
    ("sat", Word::WeekdayShort(5)),
    ("saturday", Word::Weekday(5)),
    ("second", Word::One(Unit::Second)),
    ("seconds", Word::Many(Unit::Second)),
    ("sep", Word::MonthShort(9)),
    ("sept", Word::MonthShort(9)),
    ("september", Word::Month(9)),
    ("seventies", Word::Decade(70)),
    ("sixties", Word::Decade(60)),
    ("spring", Word::Season(Season::Spring)),
    ("summer", Word::Season(Season::Summer)),
    ("sun", Word::WeekdayShort(6)),
    ("sunday", Word::Weekday(6)),
    ("thanksgiving", Word::Feast),
    ("thirties", Word::Decade(30)),
    ("thu", Word::WeekdayShort(3)),
    ("thur", Word::WeekdayShort(3)),
    ("thurs", Word::WeekdayShort(3)),
    ("thursday", Word::Weekday(3)),
    ("today", Word::Day(0)),
    ("tomorrow", Word::Day(1)),
    ("tonight", Word::Day(0)),
    ("tue", Word::WeekdayShort(1)),
    ("tues", Word::WeekdayShort(1)),
    ("tuesday", Word::Weekday(1)),
    ("twenties", Word::Decade(20)),
    ("wed", Word::WeekdayShort(2)),
    ("wednesday", Word::Weekday(2)),
    ("weds", Word::WeekdayShort(2)),
    ("week", Word::One(Unit::Week)),
    ("weekend", Word::One(Unit::Weekend)),
    ("weekends", Word::Many(Unit::Weekend)),
    ("weeklong", Word::Lasting(Unit::Week)),
    ("weeks", Word::Many(Unit::Week)),
    ("whitsun", Word::Feast),
    ("winter", Word::Season(Season::Winter)),
    ("year", Word::One(Unit::Year)),
    ("yearlong", Word::Lasting(Unit::Year)),
    ("years", Word::Many(Unit::Year)),
    ("yesterday", Word::Day(-1)),
    ("yr", Word::One(Unit::Year)),
    ("yrs", Word::Many(Unit::Year)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_every_word_is_found() {
        assert!(WORDS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(LEADS.is_sorted());
        assert_eq!(start("Upcoming"), Some(Start::Leads));
        assert_eq!((start("Second"), start("forty")), (Some(Start::Itself), Some(Start::Itself)));
        assert_eq!((start("zoo"), start("’")), (None, None));
        assert!(follows("hundred") && follows("may") && !follows("council"));
        assert_eq!(lookup("SEPTEMBER"), Some(Word::Month(9)));
        assert_eq!(lookup("ember"), None);
    }
}
