//! A number and a word that are one grade: "a 2 (weak)", "grade 5, ‘very good’, for care", "a two – or weak",
//! "one, meaning unsatisfactory". Knows no verb.

use crate::relate::clause::{self, Item, Sentence};
use crate::relate::frame::Frame;

/// The number before a label, that says the same: brackets, dashes, "or" or commas around the label part them.
pub(super) fn number_before(s: &Sentence<'_>, label: usize) -> Option<usize> {
    let marked = usize::from(s.item(label.wrapping_sub(1)) == Some(Item::Open));
    let or = usize::from(s.says(label.wrapping_sub(1 + marked), &["or", "meaning"]));
    let stop = label.checked_sub(1 + marked + or)?;
    let number = stop.checked_sub(1)?;
    let closes = match s.item(stop)? {
        Item::Stop('(' | '–' | '—') => true,
        // "a 2, weak, for staffing", and no row: "2, weak and poor"
        Item::Stop(',') => or > 0 || matches!(s.item(label + 1 + marked), None | Some(Item::Stop(','))),
        _ => false,
    };
    let words = s.at(number);
    let figure = matches!(s.item(number), Some(Item::Number(_) | Item::Label(_)))
        && (clause::number(words).is_some()
            || words.bytes().any(|b| b.is_ascii_digit())
            || words.starts_with("grade"));
    (closes && figure).then_some(number)
}

/// Where the word of "a ‘fair’, one star service" begins, before the comma that parts it from the number.
pub(super) fn word_before(s: &Sentence<'_>, comma: usize) -> Option<usize> {
    let last = comma.checked_sub(1).filter(|_| s.item(comma) == Some(Item::Stop(',')))?;
    let marked = s.item(last) == Some(Item::Close);
    let label = last.checked_sub(usize::from(marked))?;
    let opens = marked && s.item(label.wrapping_sub(1)) == Some(Item::Open);
    matches!(s.item(label), Some(Item::Label(_))).then(|| label - usize::from(opens))
}

/// "a grade of 2, weak, for care": the number and the word are one grade, and what it is for stands behind the word.
pub(super) fn glossed_numbers(s: &Sentence<'_>, found: &mut Vec<Frame>) {
    let alone = |label: usize| found.iter().any(|f| f.label == label && f.listed.is_empty());
    let glossed: Vec<usize> =
        found.iter().filter_map(|f| number_before(s, f.label)).filter(|&n| alone(n)).collect();
    found.retain(|f| !glossed.contains(&f.label));
}
