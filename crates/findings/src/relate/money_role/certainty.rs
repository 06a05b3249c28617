//! Whether a sum changed hands, may do so, or does so if something is met. Knows the modals and conditions about it;
//! nothing of what it is for.

use crate::fact::Certainty;
use crate::find::lex::Line;
use crate::text::table::set;

/// How surely the sum from `start` to `end` is paid.
pub(super) fn certainty(line: &Line<'_>, start: usize, end: usize) -> Certainty {
    // Most sums are told of without any such word near them.
    let near =
        (start.saturating_sub(FAR)..start).chain(end..(end + FAR).min(line.len())).chain(0..2.min(start));
    if near.into_iter().any(|i| DOUBTS.has_in_any_case(line.text(i))) {
        doubted(line, start, end)
    } else {
        Certainty::Actual
    }
}

/// Within so many words of a sum stands what makes it uncertain, or the sentence begins with it.
const FAR: usize = 14;

set! {
    /// The words without which every sum is paid.
    DOUBTS = "could would may might hoping hoped hopes risk risks faces facing threatened proposed proposes \
        potentially plans wants want planned bidding estimates projected forecast expects expected if provided unless \
        conditional subject dependent depends can asked asking asks applied bid lobbied appealed called"
}

/// The same, where such a word stands.
fn doubted(line: &Line<'_>, start: usize, end: usize) -> Certainty {
    const POTENTIAL: &[&str] = &[
        "could", "would", "may", "might", "hoping", "hoped", "hopes", "risk", "risks", "faces", "facing",
        "threatened", "proposed", "proposes", "potentially", "plans", "wants", "want", "planned", "bidding",
        "estimates", "projected", "forecast", "expects", "expected", "if",
    ];
    const CONDITIONAL: &[&str] = &["provided", "unless", "conditional", "subject", "dependent", "depends"];
    let clause = |i: &usize| !matches!(line.sign(*i), Some(';'));
    // "It is the biggest challenge facing us, and we have raised pay to £9": what comes before is told by itself.
    let own = |i: &usize| {
        clause(i) && !(line.is_any(*i, &["and", "but"]) && line.sign(i.wrapping_sub(1)) == Some(','))
    };
    let words = || {
        (start.saturating_sub(12)..start).rev().take_while(own).chain(
            (end..(end + 8).min(line.len()))
                .take_while(|i| clause(i) && line.sign(*i) != Some(',') && !line.is_any(*i, &["and", "but"])),
        )
    };
    // "will receive £6m to expand the unit if its case is approved"
    let condition = (end..(end + 14).min(line.len()))
        .take_while(|i| !matches!(line.sign(*i), Some(';' | ',' | '.')))
        .any(|i| line.is(i, "if"));
    let coming = (start.saturating_sub(6)..start).any(|i| line.is_any(i, &["will", "to"]));
    if condition && coming || liable(line, start) || words().any(|i| line.is_any(i, CONDITIONAL)) {
        return Certainty::Conditional;
    }
    if asked(line, start, end) {
        return Certainty::Potential;
    }
    // "If we had stayed we would have been looking at a £60 hole"
    let begun = line.is(0, "if") || line.sign(0).is_some() && line.is(1, "if");
    if begun && (start.saturating_sub(14)..start).any(|i| line.is_any(i, &["would", "d"]) && i > 3) {
        return Certainty::Potential;
    }
    if there(line, start, end) {
        return Certainty::Actual;
    }
    // "May 2003" is a month.
    if words().any(|i| line.is_any(i, POTENTIAL) && !(line.is(i, "may") && line.capital(i))) {
        return Certainty::Potential;
    }
    Certainty::Actual
}

/// "can be fined £200": whoever does what the sentence says.
fn liable(line: &Line<'_>, start: usize) -> bool {
    (start.saturating_sub(5)..start)
        .any(|i| line.is(i, "can") && line.is(i + 1, "be") && line.is_any(i + 2, &["fined", "charged"]))
}

/// "I have asked for £1.1m", "has asked the Home Office for an extra £5m", "a £9m bid to expand".
fn asked(line: &Line<'_>, start: usize, end: usize) -> bool {
    const ASKS: &[&str] = &["asked", "asking", "asks", "applied", "bid", "lobbied", "appealed", "called"];
    let asks = |i: usize| line.is_any(i, ASKS) && (i + 1..start).any(|n| line.is(n, "for"));
    let near = (start.saturating_sub(9)..start).rev().take_while(|i| line.sign(*i).is_none()).any(asks);
    let bid = line.is(end, "bid") && line.is_any(end + 1, &["to", "for"]);
    let met = (end..end + 14).any(|i| {
        line.is_any(i, &["will", "would"]) && line.is(i + 1, "be") && line.is_any(i + 2, &["paid", "met"])
    });
    (near || bid) && !met
}

/// "the £800,000 it had earmarked", "a further £640,000 had been found", "the extra £3.7m raised from council tax", "a
/// new £3.8m control room would open": it is there, whatever may come of it.
fn there(line: &Line<'_>, start: usize, end: usize) -> bool {
    const HAVE: &[&str] = &["had", "has", "have"];
    let kept = (end..end + 4).any(|i| {
        line.is_any(i, HAVE)
            && (line.is_any(i + 1, &["earmarked", "allocated"])
                || line.is(i + 1, "been") && line.is_any(i + 2, &["found", "set", "spent", "paid", "raised"]))
    });
    let raised = line.is_any(end, &["raised", "donated"]);
    let given = (start.saturating_sub(2)..start).any(|i| line.is(i, "of"))
        && (start.saturating_sub(4)..start).any(|i| line.is_any(i, &["gift", "grant", "donation", "legacy"]));
    let opens = start > 0
        && line.is(start - 1, "new")
        && (end..end + 6)
            .any(|i| line.is_any(i, &["will", "would"]) && line.is_any(i + 1, &["open", "reopen"]));
    kept || raised || given || opens
}
