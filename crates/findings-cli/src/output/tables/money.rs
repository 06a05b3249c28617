//! Sums of money: a row each, in whole pence and cents to reckon with and as decimals to read.

use super::super::table::{Columns, Table};
use super::{count, word};
use findings::{Amount, Money};

pub(super) fn table() -> Table {
    let columns = Columns::<Money>::lead()
        .made("amount", "In major units with two decimals; empty where the article only bounds it.", |r| {
            decimal(r.fact.amount)
        })
        .int("amount_minor", "The same in pence, cents …", |r| minor(r.fact.amount))
        .facet("currency", "ISO 4217.", |r| Some(&r.fact.currency))
        .made("low", "Lower bound, in major units.", |r| decimal(r.fact.low))
        .int("low_minor", "The same in pence, cents …", |r| minor(r.fact.low))
        .made("high", "Upper bound, in major units.", |r| decimal(r.fact.high))
        .int("high_minor", "The same in pence, cents …", |r| minor(r.fact.high))
        .text("precision", "`exact`, `about`, `at-least`, `at-most` or `between`.", |r| {
            word(&r.fact.precision)
        })
        .text("per", "Per what: `hour`, `year`, `person` …", |r| r.fact.per.as_deref())
        .facet("role", "What it is for: `fine`, `funding`, `deficit` …", |r| word(r.fact.role.as_ref()?))
        .facet("certainty", "`actual`, `conditional` or `potential`.", |r| word(&r.fact.certainty))
        .int("same_as", "The `item` of an earlier telling of the same sum.", |r| count(r.fact.same_as?))
        .place()
        .why()
        .source();
    Table::of("money", "One sum of money.", |page| &page.found.money, columns)
}

fn decimal(amount: Option<Amount>) -> Option<String> {
    amount.map(|amount| amount.to_string())
}

fn minor(amount: Option<Amount>) -> Option<i64> {
    amount.map(Amount::minor)
}
