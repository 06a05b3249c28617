//! Dates, money and sentences by themselves, with a lexicon of only their words. Knows nothing of inspections.

use crate::fact::{Date, Day, Money, Options};
use crate::find;
use crate::find::lex::Lines;
use crate::knowledge::lexicon::Lexicon;
use crate::relate::{date_role, money_role};
use crate::resolve;
use crate::scan::Scan;
use crate::text::{Article, Span, Text};
use once_cell::sync::Lazy;

static DATES: Lazy<Lexicon> = Lazy::new(|| Lexicon::new(find::date::entries()));
static MONEY: Lazy<Lexicon> = Lazy::new(|| Lexicon::new(find::money::entries()));

/// The dates of a text, in order; relative ones against `reference`, and open without it.
///
/// ```
/// let day = "2024-08-20".parse().ok();
/// let dates = findings::dates("The home was inspected in May.", day);
/// assert_eq!(dates[0].value.as_ref().unwrap().as_str(), "2024-05");
/// ```
pub fn dates(text: &str, reference: Option<Day>) -> Vec<Date> {
    dates_with(text, reference, Options::default())
}

/// The dates of a text, in order, read as the options say.
///
/// ```
/// use findings::{DayOrder, Options};
/// let dates = findings::dates_with("Seen on 3/4/2024.", None, Options { day_order: DayOrder::MonthFirst });
/// assert_eq!(dates[0].value.as_ref().unwrap().as_str(), "2024-03-04");
/// ```
pub fn dates_with(text: &str, reference: Option<Day>, options: Options) -> Vec<Date> {
    let article = Article::new(text);
    let text = Text::new(&article);
    let scan = Scan::new(&text, &DATES);
    let lines = Lines::new(&text);
    let mentions = find::date::find_in(&scan, &lines, options.day_order);
    let mut dated = resolve::date::resolve(&mentions, &text, &lines, reference);
    date_role::assign(&mut dated, &lines, reference);
    let fact = |d: resolve::date::Dated| {
        let mut date = d.fact();
        (date.part, date.span) = text.origin(date.span);
        date.text = as_given(&article, date.span);
        date
    };
    dated.into_iter().map(fact).collect()
}

/// The sentences of a text, in order, as spans of its bytes: where one ends is decided as [`Extractor`] decides
/// it. White space between them belongs to none.
///
/// ```
/// let text = "Mr. Hay left. Ofsted called it “good”.";
/// let sentences = findings::sentences(text);
/// assert_eq!(&text[sentences[1].start..sentences[1].end], "Ofsted called it “good”.");
/// ```
///
/// [`Extractor`]: crate::Extractor
pub fn sentences(text: &str) -> Vec<Span> {
    let read = Text::new(&Article::new(text));
    read.sentences.iter().map(|&sentence| read.origin(sentence).1).collect()
}

/// The article's own characters, with the invisible ones that reading passes over.
fn as_given(article: &Article<'_>, span: Span) -> String {
    article.get(span).unwrap_or("").to_owned()
}

/// The sums of money of a text, in order.
///
/// ```
/// let money = findings::money("The trust lost £1.2m in grants.");
/// assert_eq!(money[0].amount.unwrap().minor(), 120_000_000);
/// ```
pub fn money(text: &str) -> Vec<Money> {
    let article = Article::new(text);
    let text = Text::new(&article);
    let scan = Scan::new(&text, &MONEY);
    let lines = Lines::new(&text);
    let mut sums = find::money::find(&scan, &lines);
    money_role::assign(&mut sums, &lines);
    money_role::link(&mut sums);
    let fact = |s: find::money::Sum| {
        let mut sum = s.fact();
        (sum.part, sum.span) = text.origin(sum.span);
        sum.text = as_given(&article, sum.span);
        sum
    };
    sums.into_iter().map(fact).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::{Certainty, DateRole, DayOrder, MoneyRole, Precision};

    /// The values of the dates of a paper of 29 January 2004.
    fn values(text: &str) -> Vec<String> {
        let found = dates(text, Day::new(2004, 1, 29));
        found.iter().map(|d| d.value.as_ref().map_or("null".to_owned(), |v| v.as_str().to_owned())).collect()
    }

    fn roles(text: &str) -> Vec<Option<DateRole>> {
        dates(text, Day::new(2004, 1, 29)).iter().map(|d| d.role).collect()
    }

    #[test]
    fn the_tense_decides_for_bare_months_and_seasons() {
        assert_eq!(values("The home was inspected in November."), ["2003-11"]);
        assert_eq!(values("A report is due to be published in November."), ["2004-11"]);
        assert_eq!(values("The other half of it should follow in the spring."), ["2004-21"]);
        assert_eq!(values("Inspectors called in the autumn."), ["2003-23"]);
        assert_eq!(values("In March the school will close."), ["2004-03"]);
    }

    #[test]
    fn a_bracket_after_today_belongs_to_it() {
        let found = dates("The report, out today (29th January), is short.", Day::new(2004, 1, 29));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].text, "today (29th January)");
        assert_eq!(found[0].value.as_ref().unwrap().as_str(), "2004-01-29");
        assert_eq!(values("The report, out today (30th January), is short."), ["2004-01-30"]);
    }

    #[test]
    fn ranges_share_their_parts() {
        assert_eq!(values("They were there between 1st and 12th July."), ["2003-07-01/2003-07-12"]);
        assert_eq!(values("They were there from 9 October to 2 November 2003."), ["2003-10-09/2003-11-02"]);
        assert_eq!(values("Visits took place in June and July last year."), ["2003-06", "2003-07"]);
        assert_eq!(values("They came on 20 and 21 January 2004."), ["2004-01-20/2004-01-21"]);
    }

    #[test]
    fn without_a_reference_nothing_relative_is_resolved() {
        let found = dates("It closed last month, on 14 October.", None);
        assert_eq!(found[0].value, None);
        assert_eq!(found[1].value.as_ref().unwrap().as_str(), "XXXX-10-14");
        assert!(found.iter().all(|d| d.from.is_none()));
    }

    #[test]
    fn what_only_looks_like_a_date_is_left_alone() {
        assert_eq!(values("They may march 1,200 pupils of Year 6 to a two-star hotel."), [""; 0]);
        assert_eq!(values("May Reed, 54, has a two-year-old and level 3."), [""; 0]);
        assert_eq!(values("The Care Act 2014 covers about 2000 homes."), [""; 0]);
        assert_eq!(values("Call 020 7946 0182 for a second opinion."), [""; 0]);
    }

    #[test]
    fn an_impossible_day_is_reported_without_a_value() {
        assert_eq!(values("It opens on 31 September."), ["null"]);
    }

    #[test]
    fn the_clause_tells_the_role() {
        assert_eq!(
            roles("An inspection of the home was undertaken in November."),
            [Some(DateRole::Inspected)]
        );
        assert_eq!(roles("The report, published today, is short."), [Some(DateRole::Published)]);
        assert_eq!(roles("The report will be published next month."), [Some(DateRole::PublicationDue)]);
        assert_eq!(
            roles("In its last inspection in 2001 it did better."),
            [Some(DateRole::PreviousInspection)]
        );
        assert_eq!(roles("The trust must improve by 13 March."), [Some(DateRole::Deadline)]);
        assert_eq!(roles("The school opened in May 1903."), [Some(DateRole::Event)]);
    }

    #[test]
    fn money_keeps_its_scale_and_says_how_exact_it_is() {
        let one = |text: &str| {
            let found = money(text);
            assert_eq!(found.len(), 1, "{text}");
            (found[0].amount.or(found[0].low).map(|a| a.minor() / 100), found[0].precision)
        };
        assert_eq!(one("It cost £1.2bn."), (Some(1_200_000_000), Precision::Exact));
        assert_eq!(one("It cost around £68 million."), (Some(68_000_000), Precision::About));
        assert_eq!(one("It cost more than £1million."), (Some(1_000_000), Precision::AtLeast));
        assert_eq!(one("It cost between £5m and £7m."), (Some(5_000_000), Precision::Between));
        assert_eq!(one("It cost £2-3 million."), (Some(2_000_000), Precision::Between));
        assert_eq!(one("It cost half a million pounds."), (Some(500_000), Precision::Exact));
        assert_eq!(one("He paid a six-figure sum."), (Some(100_000), Precision::About));
    }

    #[test]
    fn money_knows_its_role_and_whether_it_was_paid() {
        let one = |text: &str| money(text).first().map(|m| (m.role, m.certainty));
        assert_eq!(
            one("The grade could cost the borough £9m."),
            Some((Some(MoneyRole::Loss), Certainty::Potential))
        );
        assert_eq!(
            one("It got a £2 million cash boost."),
            Some((Some(MoneyRole::Funding), Certainty::Actual))
        );
        assert_eq!(one("The firm was fined £40,000."), Some((Some(MoneyRole::Fine), Certainty::Actual)));
        assert_eq!(one("He left his £60,000-a-year job."), Some((Some(MoneyRole::Pay), Certainty::Actual)));
    }

    #[test]
    fn equal_sums_are_linked() {
        let found = money("It may lose £9m. The £9 million was for roofs.");
        assert_eq!(found[1].same_as, Some(0));
    }

    #[test]
    fn american_figures_are_read_on_demand() {
        let options = Options { day_order: DayOrder::MonthFirst };
        let value =
            |text: &str| dates_with(text, None, options)[0].value.as_ref().map(|v| v.as_str().to_owned());
        assert_eq!(value("on 3/4/2024").as_deref(), Some("2024-03-04"));
        assert_eq!(value("on 13/4/2024").as_deref(), Some("2024-04-13"));
        assert_eq!(value("on 2024-04-03").as_deref(), Some("2024-04-03"));
    }

    /// Pieces that wake every reader of dates and money, and the ones that trip them.
    const PIECES: &[&str] = &[
        "3", "31", "99", "2024", "1999", "0", "99999999999999999999", "20th", "/", "-", "–", ".", ",", "’",
        "'", "s", " ", " ", " ", "(", ")", "May", "march", "Tuesday", "Fri", "today", "the", "first", "last",
        "next", "week", "weeks", "year", "quarter", "Q2", "financial", "school", "of", "to", "from",
        "between", "and", "since", "by", "mid", "late", "the end of", "two", "a hundred", "half", "ago",
        "later", "after", "before", "every", "ending", "spring", "term", "1990s", "fiscal", "FY04", "£", "$",
        "€", "m", "bn", "million", "pounds", "p", "GBP", "six", "figure", "sum", "tens of", "thousands of",
        "é", "“", "a", "per", "head", "½", "minus",
    ];

    #[test]
    fn readers_inside_readers_come_to_an_end() {
        for piece in
            ["two days after ", "the end of ", "early ", "the first week of ", "the year to ", "this "]
        {
            assert!(dates(&(piece.repeat(3_000) + "May"), None).len() <= 9_001);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_words_leave_spans_that_hold(
            picks in proptest::collection::vec(0..PIECES.len(), 0..24),
            odd in ".{0,12}",
            day in proptest::option::of((-9999i16..9999, 1u8..13, 1u8..29)),
        ) {
            let text = picks.iter().map(|i| PIECES[*i]).collect::<Vec<_>>().join(if odd.len() % 2 == 0 { " " } else { "" }) + &odd;
            let day = day.and_then(|(y, m, d)| Day::new(y, m, d));
            for date in dates(&text, day) {
                proptest::prop_assert_eq!(text.get(date.span.start..date.span.end), Some(date.text.as_str()));
                proptest::prop_assert!(date.from.is_none() || date.to.is_none() || date.from <= date.to);
            }
            for sum in money(&text) {
                proptest::prop_assert_eq!(text.get(sum.span.start..sum.span.end), Some(sum.text.as_str()));
            }
        }
    }

    #[test]
    fn figures_without_a_currency_are_no_money() {
        assert!(money("Call 020 7946 0182; 68m away, 40% of 1,200 in C3, SW1 2AB.").is_empty());
        assert!(money("It spends 12p in the pound on roads.").is_empty());
    }
}
