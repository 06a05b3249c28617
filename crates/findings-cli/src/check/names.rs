//! When two names mean the same provider, and two texts the same thing: by their words, not their letters.
//! Knows nothing of facts.

use std::collections::BTreeSet;

/// Words that say nothing of who is meant.
const EMPTY: [&str; 4] = ["the", "of", "and", "s"];

/// Words that many names share: alone they tell no provider from another.
const GENERIC: &[&str] = &[
    "academy", "association", "authority", "board", "borough", "care", "catholic", "ce", "centre",
    "children", "childrens", "church", "city", "cofe", "college", "community", "council", "county",
    "district", "england", "fire", "force", "foundation", "general", "group", "health", "high", "home",
    "homes", "hospital", "hospitals", "house", "housing", "infant", "infirmary", "junior", "london",
    "medical", "metropolitan", "nhs", "nursery", "nursing", "partnership", "police", "practice", "primary",
    "prison", "rc", "rescue", "residential", "royal", "school", "secondary", "service", "services", "st",
    "surgery", "trust", "university",
];

/// The words of a text in lower case, without the empty ones.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .filter(|w| !EMPTY.contains(&w.as_str()))
        .collect()
}

/// The words of a provider's name, with two ways of writing the same kind made one.
fn name_words(name: &str) -> BTreeSet<String> {
    let mut set: BTreeSet<String> = words(name).into_iter().collect();
    for prison in ["hmp", "hmyoi"] {
        if set.remove(prison) {
            set.insert("prison".to_owned());
        }
    }
    // "London Borough of Ashby" is Ashby Council.
    if !set.contains("council") && set.remove("borough") {
        set.remove("london");
        set.remove("royal");
        set.insert("council".to_owned());
    }
    set
}

/// True when both names have the same words.
pub(super) fn same_name(a: &str, b: &str) -> bool {
    name_words(a) == name_words(b)
}

/// True when one name is the other with words left out, and what they share is more than the kind of provider:
/// "Ashby council" and "Ashby City Council", not "Ashby School" and "Ashby College".
pub(super) fn like_name(a: &str, b: &str) -> bool {
    let (a, b) = (name_words(a), name_words(b));
    let shared: Vec<&String> = a.intersection(&b).collect();
    a == b
        || (shared.len() == a.len().min(b.len())
            && shared.iter().any(|word| !GENERIC.contains(&word.as_str())))
}

/// True when the words of one text stand in the other in the same order, side by side.
pub(super) fn like_text(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.is_empty() { long.is_empty() } else { long.windows(short.len()).any(|w| w == short.as_slice()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_match_on_their_distinctive_words() {
        assert!(like_name("Ashby council", "Ashby City Council"));
        assert!(like_name("Ashby", "Ashby Council"));
        assert!(like_name("London Borough of Ashby", "Ashby Council"));
        assert!(like_name("HMP Ashby", "Ashby prison"));
        assert!(like_name("Ashby’s Youth Justice Service", "Ashby Youth Justice Service"));
        assert!(same_name("The Ashby School", "Ashby School"));
        assert!(!same_name("Ashby", "Ashby School"));
    }

    #[test]
    fn a_shared_kind_is_no_match() {
        assert!(!like_name("Ashby School", "Ashby College"));
        assert!(!like_name("Ashby Primary School", "School"));
        assert!(!like_name("Ashby County Council", "Ashby City Council"));
        assert!(!like_name("Ashby Council", "Barley Council"));
        assert!(!like_name("", "Ashby"));
    }

    #[test]
    fn texts_match_when_one_holds_the_other() {
        assert!(like_text("the capacity to improve", "its capacity to improve"));
        assert!(like_text("leadership", "Leadership and management"));
        assert!(!like_text("leadership quality", "leadership of high quality"));
        assert!(!like_text("improve", "improvement"));
        assert!(!like_text("", "care"));
    }
}
