//! Reads lines `{"id", "text", "reference_date", "kind"}` on standard input and writes what is found in them as
//! lines `{"id", "predictions"}`: the form that scorers of date and money suites take. Offsets are code points.

use serde_json::{Value, json};
use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let case: Value = serde_json::from_str(&line?)?;
        let text = case["text"].as_str().unwrap_or_default();
        let points = |at: usize| text.get(..at).map_or(0, |t| t.chars().count());
        let predictions: Vec<Value> = match case["kind"].as_str() {
            Some("money") => {
                let value = |m: &findings::Money| match m.amount {
                    Some(amount) => json!({"amount": amount, "currency": m.currency}),
                    None => json!({"min": m.low, "max": m.high, "currency": m.currency}),
                };
                let row = |m: &findings::Money| json!({"start": points(m.span.start), "end": points(m.span.end), "text": m.text, "value": value(m), "full": m});
                findings::money(text).iter().map(row).collect()
            }
            _ => {
                let reference =
                    case["reference_date"].as_str().and_then(|d| d.get(..10)).and_then(|d| d.parse().ok());
                let value = |d: &findings::Date| json!({"timex": d.timex, "start": d.from, "end": d.to, "inclusive": true, "grain": d.grain});
                let row = |d: &findings::Date| json!({"start": points(d.span.start), "end": points(d.span.end), "text": d.text, "value": value(d), "full": d});
                findings::dates(text, reference).iter().map(row).collect()
            }
        };
        writeln!(out, "{}", json!({"id": case["id"], "predictions": predictions}))?;
    }
    Ok(())
}
