//! Coins that are no sums: a coin that describes a thing ("a dollar bill"), pounds of weight ("20 pounds of flour").
//! Reads no amount.

use crate::find::lex::{Line, Shape};

/// "a dollar bill", "a pound shop", "a 20-pound turkey": the coin describes a thing or is a weight; "a 500-pound fine"
/// is a sum.
pub(super) fn describes(line: &Line<'_>, i: usize, end: usize) -> bool {
    let noun = line.token(end).is_some_and(|t| t.shape == Shape::Word && !t.glued);
    if line.is_any(i, &["a", "an", "one"]) && end == i + 2 {
        const SOLD: &[&str] = &[
            "bill", "bills", "coin", "coins", "note", "notes", "sign", "signs", "shop", "shops", "store",
            "stores", "menu", "value", "amount", "figure", "tree",
        ];
        // "not a penny", "find a penny": a figure of speech.
        if line.is_any(i, &["a"]) && line.is(i + 1, "penny") {
            return true;
        }
        let joined = line.sign(end) == Some('-') && line.glued(end + 1);
        return line.is_any(end, SOLD) || joined && !line.is_any(end + 1, &["a", "an", "per", "plus"]);
    }
    const CHARGED: &[&str] = &[
        "note", "notes", "fine", "fines", "bill", "fee", "fees", "bonus", "grant", "prize", "reward",
        "ticket", "tickets", "deposit", "charge", "penalty", "loan", "voucher", "vouchers", "coin", "coins",
        "payment", "levy", "deal", "investment", "fund", "donation", "cheque", "rise", "cut", "increase",
        "discount", "rebate", "wage", "salary", "pension", "contract", "budget", "gap", "debt", "surcharge",
        "allowance", "subsidy", "limit",
    ];
    let hyphen = || line.sign(i + 1) == Some('-') && line.is_any(i + 2, &["pound"]);
    noun && end == i + 3 && hyphen() && !line.is_any(end, CHARGED)
}

/// "20 pounds of cocaine", "weighed nine pounds".
pub(super) fn is_weight(line: &Line<'_>, i: usize, end: usize) -> bool {
    let weighed = (1..6).any(|n| {
        i.checked_sub(n)
            .is_some_and(|at| line.is_any(at, &["weigh", "weighs", "weighed", "weighing", "weight", "stone"]))
    });
    let pounds = end > i && line.is_any(end - 1, &["pound", "pounds"]);
    let measured = line.is(end, "of")
        || line.is(end, "in") && line.is(end + 1, "weight")
        || line.is_any(end, &["heavier", "lighter", "overweight"]);
    // "a pound of plums", but "a pound of public money".
    const PURSES: &[&str] =
        &["public", "taxpayer", "taxpayers", "council", "government", "the", "our", "their"];
    let helping =
        end == i + 2 && line.is_any(i, &["a", "an"]) && line.is(end, "of") && !line.is_any(end + 1, PURSES);
    pounds && (weighed || helping || measured && line.digits(i).is_some())
}
