//! Areas by the words that carry their meaning: "how it treats its workforce" is "treating the workforce fairly",
//! "offender management" is "managing offenders". Knows no sentence; that a stretch tells an area at all is settled before.

use super::Knowledge;
use super::areas::Judged;
use super::names::AspectName;
use crate::text::small::Small;
use crate::text::table::set;
use foldhash::{HashMap, HashSet};

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
    full: HashMap<Box<[Stem]>, Vec<u16>>,
    /// Without those that are loose.
    bare: HashMap<Box<[Stem]>, Vec<u16>>,
    /// Every stem of any name.
    stems: HashSet<Stem>,
}

/// The letters of a stem as one number.
type Stem = u128;

/// The stems of a stretch of words, sorted and each once: with all of them, and without the loose ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stems {
    full: Vec<Stem>,
    bare: Vec<Stem>,
    /// How many there are without the loose ones.
    pub(crate) kept: usize,
}

impl Worded {
    pub(super) fn of(names: &[AspectName]) -> Self {
        let mut out = Worded::default();
        for (ix, name) in names.iter().enumerate().filter(|(_, name)| !name.exact) {
            for stems in Stems::each(&Token::all(&name.text)).filter(|s| !s.full.is_empty()) {
                out.stems.extend(&stems.full);
                push(out.full.entry(stems.full.into()).or_default(), ix as u16);
                // One word alone says too little once its owner is gone.
                if stems.kept > 1 {
                    push(out.bare.entry(stems.bare.into()).or_default(), ix as u16);
                }
            }
        }
        out
    }
}

/// A word of a stretch, and what it means there.
pub(crate) struct Token<'t> {
    written: Small<'t>,
    stem: Stem,
    /// Without a meaning of its own.
    pub(crate) small: bool,
    loose: bool,
}

impl<'t> Token<'t> {
    fn of(written: Small<'t>) -> Self {
        let word = written.as_str();
        let small = SMALL.has(word);
        let loose = LOOSE.has(word) || LOOSE.has(word.trim_end_matches('\'')) || is_manner(word);
        let stem = if small { 0 } else { number(stem(word)) };
        Token { written, stem, small, loose }
    }

    /// The words of a stretch, in order.
    pub(crate) fn all(words: &'t str) -> Vec<Self> {
        let words = words.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
        let small = |w: &'t str| match w.is_ascii() {
            true => Small::of(w),
            false => Small::Long(w.to_lowercase().replace('’', "'")),
        };
        words.filter(|w| !w.is_empty()).map(|w| Token::of(small(w))).collect()
    }
}

impl Stems {
    /// The stems of some words: of those behind what leads them ("the quality of"), and of all.
    pub(crate) fn each(words: &[Token<'_>]) -> impl Iterator<Item = Self> {
        let led = past_lead(words);
        let all = (led.len() < words.len()).then(|| Self::of(words));
        std::iter::once(Self::of(led)).chain(all)
    }

    fn of(told: &[Token<'_>]) -> Self {
        let mut full: Vec<Stem> = Vec::with_capacity(told.len());
        let mut bare: Vec<Stem> = Vec::with_capacity(told.len());
        let mut add = |word: &Token<'_>| {
            if !word.small {
                bare.extend((!word.loose).then_some(word.stem));
                full.push(word.stem);
            }
        };
        let mut at = 0;
        while let Some(word) = told.get(at) {
            let glued = told.get(at + 1).filter(|next| is_glued(&word.written, &next.written));
            at += 1 + usize::from(glued.is_some());
            match glued {
                Some(next) => {
                    add(&Token::of(Small::Long([word.written.as_str(), next.written.as_str()].concat())));
                }
                None => add(word),
            }
        }
        let kept = sorted(&mut bare);
        sorted(&mut full);
        Stems { full, bare, kept }
    }
}

impl Knowledge {
    /// The name with such stems of an area of the judgement; none where they are those of several areas. A row of words is
    /// that of a name that is a row itself, word for word.
    pub(crate) fn area_worded(&self, stems: &Stems, row: bool, judged: &Judged<'_>) -> Option<u16> {
        let worded = self.worded();
        let full = stems.full.as_slice();
        let bare = (stems.kept > 0 && !row).then_some(stems.bare.as_slice());
        let tries = [
            worded.full.get(full),
            bare.and_then(|bare| worded.full.get(bare)),
            worded.bare.get(full).filter(|_| !row),
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

    /// True for a word of a stretch that no name of an area has, whatever part it plays: no stretch with it is one.
    pub(crate) fn is_strange(&self, words: &[Token<'_>], at: usize) -> bool {
        let Some(word) = words.get(at) else { return false };
        let next = words.get(at + 1);
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let glued = |a: &Token<'_>, b: &Token<'_>| is_glued(&a.written, &b.written);
        !word.small
            && !word.loose
            && !self.worded().stems.contains(&word.stem)
            && !LEADS.has(&word.written)
            && !next.is_some_and(|next| glued(word, next))
            && !before.is_some_and(|before| glued(before, word))
    }

    fn worded(&self) -> &Worded {
        self.worded.get_or_init(|| Worded::of(&self.aspect_names))
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

fn sorted(stems: &mut Vec<Stem>) -> usize {
    stems.sort_unstable();
    stems.dedup();
    stems.len()
}

/// "the quality of education", "its work on organised crime": the words behind what leads them.
fn past_lead<'a, 't>(words: &'a [Token<'t>]) -> &'a [Token<'t>] {
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
            .is_some_and(|w| matches!(w.written.as_str(), "of" | "on" | "for" | "with" | "to" | "in" | "at"));
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

/// The letters as one number; of more than sixteen the first fifteen, with a sum of the others.
fn number(stem: &str) -> Stem {
    let mut letters = [0; 16];
    for (at, byte) in stem.bytes().enumerate() {
        match letters.get_mut(at.min(15)) {
            Some(letter) if at < 16 => *letter = byte,
            Some(last) => *last = last.rotate_left(3) ^ byte,
            None => {}
        }
    }
    Stem::from_le_bytes(letters)
}

fn stem(word: &str) -> &str {
    let first = word.as_bytes().first();
    let known = IRREGULAR.iter().find(|(written, _)| written.as_bytes().first() == first && *written == word);
    if let Some((_, stem)) = known {
        return stem;
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
        [.., a, b] if a == b && rest.len() > SHORTEST => &rest[..rest.len() - 1],
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(words: &str) -> Vec<Stems> {
        Stems::each(&Token::all(words)).collect()
    }

    fn same(a: &str, b: &str) -> bool {
        let (a, b) = (stems(a), stems(b));
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
            assert!(same(a, b), "{a} | {b}: {:?} {:?}", stems(a), stems(b));
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
