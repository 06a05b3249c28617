//! Every fact in a few columns that all kinds have: what one file holds where no table was named.

use super::super::page::Page;
use super::super::table::{Columns, Reasoned, Stands, Table};
use super::{count, word};
use findings::{Basis, BodyId, Count, CountKind, Edtf, Money, Part, ProviderId, Rule, Span};

/// One fact, brought to what all have.
struct Fact {
    /// The table that has the whole of it.
    kind: &'static str,
    /// Its `item` there.
    item: usize,
    value: Option<String>,
    state: Option<&'static str>,
    provider: Option<ProviderId>,
    body: Option<BodyId>,
    when: Option<Edtf>,
    stands: Option<(Part, Span)>,
    why: (Basis, Rule),
}

impl Stands for Fact {
    fn stands(&self, _: &Page<'_>) -> Option<(Part, Span)> {
        self.stands
    }
}

impl Reasoned for Fact {
    fn why(&self) -> (Basis, &Rule) {
        (self.why.0, &self.why.1)
    }
}

pub(super) fn table() -> Table {
    let columns = Columns::<Fact>::default()
        .facet("article", "Id of the article: its path, or the record's own id.", |r| Some(&r.page.input.id))
        .facet("kind", "The table that has the whole of it: `ratings`, `money` …", |r| Some(r.fact.kind))
        .int("item", "Its `item` there.", |r| count(r.fact.item))
        .facet("value", "What it comes to: the label, the sum, the date, the name, the speaker.", |r| {
            r.fact.value.as_deref()
        })
        .facet("state", "How it stands: `awarded`, `imposed`, `actual`, `inspects` …", |r| r.fact.state)
        .facet("provider_name", "Whom it concerns.", |r| {
            r.page.provider(r.fact.provider.as_ref()?.as_str()).map(|p| p.name.as_str())
        })
        .facet("body", "Id of the body whose judgement, measure or visit it is.", |r| {
            r.fact.body.as_ref().map(BodyId::as_str)
        })
        .dated("date", "date_day", "When, in EDTF: of the visit, of the measure.", |r| r.fact.when.as_ref())
        .place()
        .why()
        .source();
    Table::gathered("facts", "One fact of any kind, in the columns that all kinds have.", gather, columns)
}

fn gather(page: &Page<'_>) -> Vec<Fact> {
    let found = page.found;
    let mut all = Vec::new();
    push(&mut all, page, "bodies", &found.bodies, |body, fact| {
        fact.value = Some(body.name.clone());
        fact.body = Some(body.id.clone());
        fact.state = word(&body.role);
    });
    push(&mut all, page, "providers", &found.providers, |provider, fact| {
        fact.value = Some(provider.name.clone());
        fact.provider = Some(provider.id.clone());
    });
    push(&mut all, page, "ratings", &found.ratings, |rating, fact| {
        fact.value = Some(rating.label.clone());
        fact.state = word(&rating.status);
        (fact.provider, fact.body) = (rating.provider.clone(), rating.body.clone());
        fact.when = rating.inspected.clone().or_else(|| rating.published.clone());
    });
    push(&mut all, page, "tallies", &found.tallies, |tally, fact| {
        let counted = tally.labels.iter().chain(&tally.measures).map(String::as_str);
        fact.value = Some(format!("{}: {}", counted.collect::<Vec<_>>().join("; "), counting(&tally.count)));
        (fact.provider, fact.body) = (tally.provider.clone(), tally.body.clone());
        (fact.state, fact.when) = (word(&tally.count.kind), tally.period.clone());
    });
    push(&mut all, page, "measures", &found.measures, |measure, fact| {
        fact.value = word(&measure.kind).map(str::to_owned);
        fact.state = word(&measure.action);
        (fact.provider, fact.body) = (measure.provider.clone(), measure.body.clone());
        fact.when = measure.date.clone();
    });
    push(&mut all, page, "inspections", &found.inspections, |visit, fact| {
        fact.value = visit.kind.as_ref().and_then(word).map(str::to_owned);
        (fact.provider, fact.body) = (visit.provider.clone(), visit.body.clone());
        fact.when = visit.inspected.clone().or_else(|| visit.published.clone());
    });
    push(&mut all, page, "money", &found.money, |money, fact| {
        fact.value = Some(sum(money));
        fact.state = word(&money.certainty);
    });
    push(&mut all, page, "dates", &found.dates, |date, fact| {
        fact.value = date.value.as_ref().map(|value| value.as_str().to_owned());
        fact.state = date.role.as_ref().and_then(word);
    });
    push(&mut all, page, "quotes", &found.quotes, |quote, fact| {
        fact.value = quote.speaker.clone();
        fact.state = word(&quote.kind);
    });
    all
}

fn push<F: Stands + Reasoned>(
    all: &mut Vec<Fact>,
    page: &Page<'_>,
    kind: &'static str,
    facts: &[F],
    fill: impl Fn(&F, &mut Fact),
) {
    for (item, fact) in facts.iter().enumerate().filter(|_| page.keeps(kind)) {
        let (basis, rule) = fact.why();
        let mut told = Fact {
            kind,
            item,
            value: None,
            state: None,
            provider: None,
            body: None,
            when: None,
            stands: fact.stands(page),
            why: (basis, rule.clone()),
        };
        fill(fact, &mut told);
        all.push(told);
    }
}

/// A count in figures: "3", "3 of 5", "24%", "all"; where there are none, the sort of count it is.
pub(crate) fn counting(count: &Count) -> String {
    match (count.n, count.of, count.percent) {
        (_, _, Some(percent)) => format!("{percent}%"),
        (Some(n), Some(of), None) => format!("{n} of {of}"),
        (Some(n), None, None) if count.kind == CountKind::AllBut => format!("all but {n}"),
        (Some(n), None, None) => n.to_string(),
        (None, _, None) => word(&count.kind).unwrap_or_default().to_owned(),
    }
}

/// A sum in figures, with its currency: "GBP 1200.00", "GBP 100000.00 to 999999.99".
fn sum(money: &Money) -> String {
    let bound = |amount: Option<findings::Amount>| amount.map(|a| a.to_string()).unwrap_or_default();
    match money.amount {
        Some(amount) => format!("{} {amount}", money.currency),
        None => format!("{} {} to {}", money.currency, bound(money.low), bound(money.high)),
    }
}
