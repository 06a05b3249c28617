//! Words that names of people hold, and words that no name of a person holds. Knows no grammar.

use crate::text::table::{Pairs, set};

/// What people are addressed by.
pub(super) const TITLES: &[&str] = &[
    "Sir", "Dame", "Lord", "Lady", "Baroness", "Baron", "Dr", "Prof", "Professor", "Cllr", "Coun", "Cncllr",
    "Councillor", "Mr", "Mrs", "Ms", "Miss", "Rev", "Justice", "Judge", "Supt", "Insp", "Sgt", "Ald",
    "Alderman", "Revd", "Sister",
];

/// A first look for them.
pub(super) const TITLE_PAIRS: Pairs = Pairs::new(TITLES);

set! {
    /// Words that open a sentence with a capital and belong to no name.
    pub(super) OPENERS = "A About After Again All Although Among An And Another As At Because Before Both \
        But By Despite During Each Earlier Even For Former From He Her Here His How However I If In Inside \
        It Its Last Later Like Many Meanwhile More Most My New No Not Now Of On Once One Only Or Our Over \
        She Since So Some Speaking Still That The Their Then There These They This Those Three Through Today \
        Tonight Two Under Until We What When Where While Who Why With Yesterday Yet You Your Monday Tuesday \
        Wednesday Thursday Friday Saturday Sunday January February March April May June July August \
        September October November December Responding Reacting Commenting Writing Critics Inspectors Staff \
        Parents Police Also"
}

set! {
    /// Words that make of capitalised words a body, a place or a thing, in small letters.
    pub(super) NOT_PEOPLE = "academy act agency association authority avenue board borough care centre \
        charity church city clinic close club college commission committee company constabulary council \
        county court department district east england executive farm federation fire force foundation fund \
        gardens government group hall health high hill home homes hospital hospitals hotel house housing \
        infirmary inspectorate institute ireland island isle junior key kingdom lane limited local lodge \
        london ltd magistrates manor minister ministry national north northern nursery nursing office \
        office's park party plc police practice primary prison probation programme project public reform \
        report road royal school schools scotland secondary service services society south southern square \
        station street surgery survey times tower town trust union university village wales ward west \
        western eastern year stage grade special ombudsman review inspection framework standards agency's \
        secretary street's terrace way view court's labour conservative conservatives democrat democrats \
        green tory lib brigade mail echo gazette news press post telegraph herald guardian observer \
        chronicle supreme crown majesty bank vale rise lea meadow meadows fields view dene mere grange cottage \
        bay acre acres beck gate brae"
}

set! {
    /// Words that make of a name a group's.
    pub(super) HOUSES = "action group campaign trust union council association society party friends school hospital \
        charity foundation company ltd network alliance forum committee federation college university institute \
        centre care homes housing services watch concern"
}

/// Small words inside a name.
pub(super) const PARTICLES: &[&str] =
    &["de", "van", "von", "der", "den", "la", "le", "du", "di", "al", "bin", "ap", "st"];

/// A first look for them.
pub(super) const PARTICLE_PAIRS: Pairs = Pairs::new(PARTICLES);

set! {
    /// Nouns that an office ends on, where it is not a longer phrase.
    OFFICE_HEADS = "chief director head leader manager officer executive secretary inspector chair chairman \
        chairwoman chairperson president principal headteacher minister mayor councillor spokesman \
        spokeswoman spokesperson boss owner founder professor governor commissioner editor ombudsman mp \
        headmaster headmistress matron member holder teacher nurse doctor consultant coordinator organiser \
        official judge solicitor treasurer convener lecturer gp midwife surgeon coroner trustee"
}

/// True for a noun that heads an office: "director", "head".
pub(crate) fn heads_office(word: &str) -> bool {
    OFFICE_HEADS.has_in_any_case(word)
}
