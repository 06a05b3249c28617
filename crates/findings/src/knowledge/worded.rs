//! Areas by the words that carry their meaning: "how it treats its workforce" is "treating the workforce fairly",
//! "offender management" is "managing offenders". Knows no sentence; that a stretch tells an area at all is settled before.

use super::Knowledge;
use super::areas::Judged;
use super::names::AspectName;
use crate::text::table::set;
use std::collections::HashMap;

set! {
    /// Words without a meaning of their own in the name of an area.
    SMALL = "a an the this that these those it its itself they their them he she our we us how well badly way ways whether \
        which what who whose and or as when is are was were be been being has have had do does did can in of for to at on \
        with by from into upon towards over about good best better make makes made making provide provides provided give giving gives \
        given offers offered receive receives own each any all both overall people's"
}

set! {
    /// What leads an area before "of" or "for" without being its name: "the quality of", "its work on".
    LEADS = "quality standard standards level levels work approach ability effort efforts record success performance progress \
        commitment experience experiences effectiveness services service support provision arrangements help"
}

set! {
    /// Those whom an area is of, those who do it, and what is said of any: they count where names differ by them alone.
    LOOSE = "public people people's person child children children's pupil pupils student students learner learners resident \
        residents patient patients prisoner prisoners inmate inmates men women tenant tenants users force council authority \
        home school college trust prison jail hospital nursery company landlord brigade service services work works working \
        worked provision arrangements programme programmes practice"
}

/// Words whose stem is not found by their end.
const IRREGULAR: &[(&str, &str)] = &[
    ("led", "lead"),
    ("kept", "keep"),
    ("met", "meet"),
    ("taught", "teach"),
    ("dealt", "deal"),
    ("built", "build"),
    ("made", "make"),
    ("response", "respond"),
    ("responses", "respond"),
    ("responsive", "respond"),
    ("responsiveness", "respond"),
    ("provision", "provid"),
    ("safe", "saf"),
    ("safer", "saf"),
    ("safely", "saf"),
    ("safety", "saf"),
    ("understood", "understand"),
    ("learnt", "learn"),
    ("children", "child"),
    ("children's", "child"),
    ("people's", "people"),
    ("men", "men"),
    ("using", "use"),
    ("used", "use"),
];

/// Ends of words that say what part a word plays, the longer first.
const ENDS: &[&str] = &[
    "fulness", "iveness", "ations", "ements", "encies", "ation", "ement", "ments", "ities", "iness", "ively",
    "ingly", "ating", "ators", "ment", "ness", "ship", "ance", "ence", "ency", "ings", "ions", "ible",
    "able", "ical", "ates", "ated", "ator", "ing", "ion", "ive", "ity", "ily", "ers", "ors", "ent", "ant",
    "ial", "ies", "ied", "acy", "ate", "al", "er", "or", "ed", "es", "ly", "cy", "s", "y", "e",
];

/// So many letters are left of a word at the least, and so many more where a long end is taken off.
const SHORTEST: usize = 3;

/// The names of areas by their stems.
#[derive(Clone, Debug, Default)]
pub(crate) struct Worded {
    /// With all their words.
    full: HashMap<String, Vec<u16>>,
    /// Without those that are loose.
    bare: HashMap<String, Vec<u16>>,
}

/// The stems of a stretch of words, sorted and each once: with all of them, and without the loose ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stems {
    full: String,
    bare: String,
    /// How many there are without the loose ones.
    pub(crate) kept: usize,
}

impl Worded {
    pub(super) fn of(names: &[AspectName]) -> Self {
        let mut out = Worded::default();
        for (ix, name) in names.iter().enumerate().filter(|(_, name)| !name.exact) {
            for stems in Stems::both(&Token::all(&name.text)).into_iter().filter(|s| !s.full.is_empty()) {
                push(out.full.entry(stems.full).or_default(), ix as u16);
                // One word alone says too little once its owner is gone.
                if stems.kept > 1 {
                    push(out.bare.entry(stems.bare).or_default(), ix as u16);
                }
            }
        }
        out
    }
}

/// A word of a stretch, and what it means there.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    written: String,
    stem: String,
    /// Without a meaning of its own.
    pub(crate) small: bool,
    loose: bool,
}

impl Token {
    fn of(written: String) -> Self {
        let small = SMALL.has(&written);
        let loose = LOOSE.has(&written) || LOOSE.has(written.trim_end_matches('\'')) || is_manner(&written);
        let stem = if small { String::new() } else { stem(&written) };
        Token { written, stem, small, loose }
    }

    /// The words of a stretch, in order.
    pub(crate) fn all(words: &str) -> Vec<Self> {
        let lower = words.to_lowercase().replace('’', "'");
        let words = lower.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty());
        words.map(|w| Token::of(w.to_owned())).collect()
    }
}

impl Stems {
    /// The stems of some words: of those behind what leads them ("the quality of"), and of all.
    pub(crate) fn both(words: &[Token]) -> [Self; 2] {
        [Self::of(past_lead(words)), Self::of(words)]
    }

    fn of(told: &[Token]) -> Self {
        let mut full: Vec<&str> = Vec::new();
        let mut bare: Vec<&str> = Vec::new();
        let glued: Vec<Option<Token>> = (0..told.len()).map(|at| glued(told, at)).collect();
        let mut at = 0;
        while let Some(word) = told.get(at) {
            let whole = glued.get(at).and_then(Option::as_ref);
            at += 1 + usize::from(whole.is_some());
            let word = whole.unwrap_or(word);
            if word.small {
                continue;
            }
            if !word.loose {
                bare.push(&word.stem);
            }
            full.push(&word.stem);
        }
        let kept = sorted(&mut bare);
        sorted(&mut full);
        Stems { full: full.join(" "), bare: bare.join(" "), kept }
    }
}

/// "well-being": the word that two make.
fn glued(told: &[Token], at: usize) -> Option<Token> {
    let (word, next) = (told.get(at)?, told.get(at + 1)?);
    is_glued(&word.written, &next.written).then(|| Token::of(format!("{}{}", word.written, next.written)))
}

impl Knowledge {
    /// The name with such stems of an area of the judgement; none where they are those of several areas. A row of words is
    /// that of a name that is a row itself, word for word.
    pub(crate) fn area_worded(&self, stems: &Stems, row: bool, judged: &Judged<'_>) -> Option<u16> {
        let worded = self.worded.get_or_init(|| Worded::of(&self.aspect_names));
        let bare = (stems.kept > 0 && !row).then_some(&stems.bare);
        let tries = [
            worded.full.get(&stems.full),
            bare.and_then(|bare| worded.full.get(bare)),
            worded.bare.get(&stems.full).filter(|_| !row),
            bare.and_then(|bare| worded.bare.get(bare)),
        ];
        tries.into_iter().flatten().find_map(|names| {
            let names: Vec<u16> = names
                .iter()
                .copied()
                .filter(|&ix| !row || self.aspect_names.get(usize::from(ix)).is_some_and(is_row))
                .collect();
            self.area_then(&names, judged).map(|(name, _)| name)
        })
    }
}

/// "curriculum and teaching": a name of several words in a row.
fn is_row(name: &AspectName) -> bool {
    name.text.contains([',', '&']) || name.text.contains(" and ")
}

fn push(names: &mut Vec<u16>, name: u16) {
    if !names.contains(&name) {
        names.push(name);
    }
}

fn sorted(stems: &mut Vec<&str>) -> usize {
    stems.sort_unstable();
    stems.dedup();
    stems.len()
}

/// "the quality of education", "its work on organised crime": the words behind what leads them.
fn past_lead(words: &[Token]) -> &[Token] {
    let small = |from: usize| words.iter().skip(from).take_while(|w| w.small && w.written != "well").count();
    let (mut at, mut begin) = (small(0), 0);
    while words.get(at).is_some_and(|w| LEADS.has(&w.written)) {
        // "experiences and progress of"
        let next = if words.get(at + 1).is_some_and(|w| w.written == "and")
            && words.get(at + 2).is_some_and(|w| LEADS.has(&w.written))
        {
            at + 3
        } else {
            at + 1
        };
        let led = words
            .get(next)
            .is_some_and(|w| ["of", "on", "for", "with", "to", "in", "at"].contains(&w.written.as_str()));
        if !led || words.get(next + 1).is_none() {
            break;
        }
        at = next + 1 + small(next + 1);
        begin = at;
    }
    words.get(begin..).filter(|rest| !rest.is_empty()).unwrap_or(words)
}

/// "well-being", "re-offending", "anti-social": one word in two.
fn is_glued(word: &str, next: &str) -> bool {
    word == "well" && next == "being" || matches!(word, "re" | "anti" | "co" | "multi" | "self" | "pre")
}

/// "fairly", "respectfully": how it is done.
fn is_manner(word: &str) -> bool {
    word.len() > 5 && word.ends_with("ly") && !matches!(word, "family" | "early" | "supply" | "assembly")
}

fn stem(word: &str) -> String {
    let first = word.as_bytes().first();
    let known = IRREGULAR.iter().find(|(written, _)| written.as_bytes().first() == first && *written == word);
    if let Some((_, stem)) = known {
        return (*stem).to_owned();
    }
    let mut rest = word.strip_suffix("'s").unwrap_or(word).trim_end_matches('\'');
    while let Some(shorter) = ENDS.iter().find_map(|end| {
        let least = SHORTEST + usize::from(end.len() > 3);
        // By the last letter first: most ends are no word's.
        let may_end = rest.len() >= least + end.len() && rest.as_bytes().last() == end.as_bytes().last();
        if may_end { rest.strip_suffix(end) } else { None }
    }) {
        rest = shorter;
    }
    // "planning" and "plan"
    match rest.as_bytes() {
        [.., a, b] if a == b && rest.len() > SHORTEST => rest[..rest.len() - 1].to_owned(),
        _ => rest.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        let (a, b) = (Stems::both(&Token::all(a)), Stems::both(&Token::all(b)));
        a.iter().any(|a| b.iter().any(|b| a.full == b.full || a.bare == b.bare && a.kept > 1))
    }

    #[test]
    fn an_area_is_the_same_as_verb_and_as_noun() {
        for (a, b) in [
            ("how it treats its workforce", "treating the workforce fairly"),
            ("the management of offenders", "managing offenders"),
            ("how offenders are managed", "managing offenders"),
            ("crime prevention", "preventing crime"),
            ("its work to protect the public", "protecting the public"),
            ("how efficient it is", "efficiency"),
            ("pupils' well-being", "the wellbeing of pupils"),
            ("the way it is led and managed", "leadership and management"),
            ("responding to fires", "its response to fires"),
            ("how safe it was", "safety"),
        ] {
            assert!(
                same(a, b),
                "{a} | {b}: {:?} {:?}",
                Stems::both(&Token::all(a)),
                Stems::both(&Token::all(b))
            );
        }
    }

    #[test]
    fn other_areas_stay_others() {
        for (a, b) in [
            ("investigating crime", "recording crime"),
            ("use of resources", "use of force"),
            ("personal development", "professional development"),
            ("children in care", "care leavers"),
        ] {
            assert!(!same(a, b), "{a} | {b}");
        }
    }
}
