//! The words that money is told by. Knows nothing of how they go together.

use crate::knowledge::lexicon::{Case, Entry, Sense};
use crate::text::table::{self, Table};

/// A currency, or its hundredth part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Coin {
    /// ISO 4217.
    pub(super) currency: &'static str,
    /// True for pence and cents.
    pub(super) minor: bool,
}

/// The words as entries of the lexicon.
pub(crate) fn entries() -> Vec<Entry> {
    let coins = COINS.iter().map(|(word, _)| *word);
    let entry = |(i, word): (usize, &str)| Entry {
        phrase: word.to_owned(),
        case: Case::Any,
        sense: Sense::Sum(i as u16),
    };
    coins
        .chain(["figure", "figures", "million", "billion", "trillion", "hundreds", "thousands"])
        .enumerate()
        .map(entry)
        .collect()
}

/// The coin that a word names.
pub(super) fn coin(word: &str) -> Option<Coin> {
    static TABLE: Table<Coin, { table::size(COINS.len()) }> = Table::new(COINS);
    TABLE.get_in_any_case(word)
}

/// The coin that a sign stands for.
pub(super) const fn sign(c: char) -> Option<Coin> {
    let currency = match c {
        '£' => "GBP",
        '€' => "EUR",
        '$' => "USD",
        '¥' => "JPY",
        '₹' => "INR",
        _ => return None,
    };
    Some(Coin { currency, minor: false })
}

const fn whole(currency: &'static str) -> Coin {
    Coin { currency, minor: false }
}

const fn hundredth(currency: &'static str) -> Coin {
    Coin { currency, minor: true }
}

const COINS: &[(&str, Coin)] = &[
    ("pound", whole("GBP")),
    ("pounds", whole("GBP")),
    ("gbp", whole("GBP")),
    ("quid", whole("GBP")),
    ("euro", whole("EUR")),
    ("euros", whole("EUR")),
    ("eur", whole("EUR")),
    ("dollar", whole("USD")),
    ("dollars", whole("USD")),
    ("usd", whole("USD")),
    ("yen", whole("JPY")),
    ("yuan", whole("CNY")),
    ("rupees", whole("INR")),
    ("roubles", whole("RUB")),
    ("rubles", whole("RUB")),
    ("francs", whole("CHF")),
    ("musd", whole("USD")),
    ("meur", whole("EUR")),
    ("mgbp", whole("GBP")),
    ("pence", hundredth("GBP")),
    ("penny", hundredth("GBP")),
    ("pennies", hundredth("GBP")),
    ("cent", hundredth("USD")),
    ("cents", hundredth("USD")),
];

/// The currency whose dollar has these letters in front.
pub(super) fn prefix(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "US" => "USD",
        "C" | "CA" | "CAN" => "CAD",
        "A" | "AU" | "AUS" => "AUD",
        "NZ" => "NZD",
        "HK" => "HKD",
        "S" => "SGD",
        _ => return None,
    })
}

/// The currency that a country’s pounds, dollars or francs are.
pub(super) fn national(country: &str, coin: &str) -> Option<&'static str> {
    const COUNTRIES: &[(&str, &str, &str)] = &[
        ("Australian", "dollar", "AUD"),
        ("British", "pound", "GBP"),
        ("Canadian", "dollar", "CAD"),
        ("Chinese", "yuan", "CNY"),
        ("Danish", "kroner", "DKK"),
        ("Egyptian", "pound", "EGP"),
        ("French", "franc", "FRF"),
        ("German", "mark", "DEM"),
        ("Hong Kong", "dollar", "HKD"),
        ("Indian", "rupee", "INR"),
        ("Irish", "pound", "IEP"),
        ("Japanese", "yen", "JPY"),
        ("Lebanese", "pound", "LBP"),
        ("New Zealand", "dollar", "NZD"),
        ("Norwegian", "kroner", "NOK"),
        ("Singapore", "dollar", "SGD"),
        ("Sudanese", "pound", "SDG"),
        ("Swedish", "kronor", "SEK"),
        ("Swiss", "franc", "CHF"),
        ("Syrian", "pound", "SYP"),
        ("US", "dollar", "USD"),
    ];
    let named = |known: &str| {
        coin.len() <= known.len() + 1
            && coin.get(..known.len()).is_some_and(|c| c.eq_ignore_ascii_case(known))
            && coin.get(known.len()..).is_some_and(|s| matches!(s, "" | "s"))
    };
    COUNTRIES.iter().find(|(c, known, _)| *c == country && named(known)).map(|(_, _, currency)| *currency)
}

/// What a scale word multiplies by.
pub(super) fn scale(word: &str) -> Option<i64> {
    const SCALES: &[(&str, i64)] = &[
        ("k", 1_000),
        ("thousand", 1_000),
        ("lakh", 100_000),
        ("crore", 10_000_000),
        ("m", 1_000_000),
        ("mn", 1_000_000),
        ("mln", 1_000_000),
        ("mil", 1_000_000),
        ("million", 1_000_000),
        ("millions", 1_000_000),
        ("bn", 1_000_000_000),
        ("b", 1_000_000_000),
        ("bln", 1_000_000_000),
        ("billion", 1_000_000_000),
        ("billions", 1_000_000_000),
        ("tn", 1_000_000_000_000),
        ("trn", 1_000_000_000_000),
        ("trillion", 1_000_000_000_000),
    ];
    static TABLE: Table<i64, { table::size(SCALES.len()) }> = Table::new(SCALES);
    TABLE.get_in_any_case(word)
}
