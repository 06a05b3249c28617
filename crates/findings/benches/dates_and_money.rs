//! What a sentence of news prose costs to read for dates and for money. `cargo bench --bench dates_and_money`:
//! the column `median` of a row is for [`SENTENCES`] together; `items/s` counts sentences.

use divan::counter::ItemsCount;
use findings::Day;

/// One with everything, one with nothing, and what lies between.
const SENTENCES: &[&str] = &[
    "Inspectors visited the home between 1st and 12th July and again last month, a year after its 2011 inspection.",
    "The trust, which overspent by £1.2m in the year to March 2009, was handed another £2-3 million on Tuesday.",
    "Profits fell in the third quarter from $521 million a year earlier, the company said late on Thursday.",
    "Neighbours described the couple as quiet and said nobody had seen them leave the house.",
    "The report, published today (20th August), is the third in two years and the second since last spring.",
    "More than 200 people came to the hall to hear what would become of the library and its staff.",
    "He must repay half a million pounds by the end of November or spend a further four years in prison.",
    "The road was closed for ten days from 18 December while engineers looked for the leak.",
    "A spokesman for the council said the figures spoke for themselves and declined to add to them.",
    "It will reopen next week, three months later than planned, at a cost of some £40,000 a year.",
];

fn main() {
    divan::main();
}

#[divan::bench]
fn dates(bencher: divan::Bencher<'_, '_>) {
    let text = SENTENCES.join(" ");
    let day = Day::new(2013, 3, 22);
    bencher.counter(ItemsCount::new(SENTENCES.len())).bench(|| findings::dates(divan::black_box(&text), day));
}

#[divan::bench]
fn money(bencher: divan::Bencher<'_, '_>) {
    let text = SENTENCES.join(" ");
    bencher.counter(ItemsCount::new(SENTENCES.len())).bench(|| findings::money(divan::black_box(&text)));
}
