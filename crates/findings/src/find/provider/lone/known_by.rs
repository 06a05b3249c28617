//! Names known by whose people are told of ("staff at the Larches", "the owner of Orchard Vale", "who took over at
//! Greenacres", "a spokesman for the Bellavista"), and by who runs or visits them. Knows no kind and no judgement.

use super::run::Run;
use crate::find::words::{Class, class};
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::table::set;
use crate::text::{Span, beside};

set! {
    /// Who lives, learns or works somewhere, and what is told of such a place.
    AT = "staff residents patients pupils parents children bosses managers relatives carers workers conditions \
        standards care life people pensioners inmates prisoners teachers nurses youngsters students toddlers families \
        manager head headteacher headmaster headmistress principal matron landlord landlady chef cook owner owners \
        kitchen tenants customers diners drinkers guests teacher doctors gps governors resident pupil patient mother \
        father daughter son chefs cooks babies adults mothers worker carer nurse services failings problems place over team teams"
}

set! {
    /// What people do where they are.
    STAYS = "working worked works lives lived living cared stayed taught learning trained arrived started job post"
}

set! {
    /// Who has a business, a school or a home, and who is spoken for there.
    OF = "owner owners manager managers landlord landlady licensee proprietor proprietors residents customers \
        registration head headteacher headmaster headmistress principal matron chef founder founders founded directors \
        kitchen teacher governors boss bosses doors tenants guests operator operators roof running patrons future closure sale"
}

set! {
    RUNS = "runs owns operates manages opened founded bought owned managed ran"
}

/// What people do with a place that is theirs.
const THEIRS: &[&str] = &[
    "defended", "defend", "joined", "attend", "attends", "attended", "attending", "reopened", "backed",
    "praised",
];

/// How a name is told by those who belong to it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// "Staff at Brookside"
    At,
    /// "She worked at Brookside": it may be anywhere.
    Elsewhere,
    /// "The owner of Brookside", "the company that runs Brookside"
    Of,
}

/// True for a word that may stand between somebody and the name of where they belong: a first look.
pub(super) fn may_be_of(last: &str) -> bool {
    matches!(last, "at" | "of" | "for" | "behind" | "about" | "with")
        || RUNS.has(last)
        || THEIRS.contains(&last)
}

/// Whose people the words before a name tell of.
pub(super) fn known_by(scan: &Scan<'_>, run: &Run, floor: usize) -> Option<By> {
    let text = scan.text.as_str();
    let before = beside::before(text, run.left, floor).filter(|b| b.joined)?;
    let last = Small::lower(scan.text.at(before.span));
    if !may_be_of(&last) {
        return None;
    }
    let second = beside::before(text, before.span.start, floor);
    let word = second.filter(|b| b.joined).map(|b| Small::lower(scan.text.at(b.span)));
    let second_word = word.as_ref().map_or("", |w| w.as_str());
    match last.as_str() {
        "at" if AT.has(second_word) => {
            let third = second.and_then(|b| beside::before(text, b.span.start, floor)).filter(|b| b.joined);
            let own = third.is_some_and(|b| class(scan.text.at(b.span)) == Class::Possessive);
            Some(if own { By::Elsewhere } else { By::At })
        }
        "at" if STAYS.has(second_word) => Some(By::Elsewhere),
        "of" if OF.has(second_word) => Some(By::Of),
        "for" if matches!(second_word, "spokesman" | "spokeswoman" | "spokesperson" | "manager") => {
            Some(By::Of)
        }
        "behind" if class(second_word) != Class::Be => Some(By::Of),
        // "Concerns about Orchard Vale", "registered with Mill Lane"
        "about" if matches!(second_word, "concerns" | "fears" | "complaints" | "worries" | "allegations") => {
            Some(By::Of)
        }
        "with" if second_word == "registered" => Some(By::Of),
        // "Glanhesg Care Ltd, which runs Plas Gwylan Las"
        w if RUNS.has(w)
            && (class(second_word) == Class::Opens || matches!(second_word, "also" | "still")) =>
        {
            Some(By::Of)
        }
        w if THEIRS.contains(&w) => Some(By::Elsewhere),
        _ => None,
    }
}

/// "Orchard Vale staff were", "Orchard Vale's bosses": people right behind the name.
pub(super) fn people_next(scan: &Scan<'_>, run: &Run, ceiling: usize) -> bool {
    let text = scan.text.as_str();
    let rest = text.get(run.span.end..ceiling).unwrap_or_default();
    let rest =
        ["'s ", "’s ", "' ", "’ ", " "].iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or_default();
    matches!(
        rest.split([' ', ',', '.']).next(),
        Some(
            "staff"
                | "bosses"
                | "managers"
                | "residents"
                | "pupils"
                | "parents"
                | "owners"
                | "owner"
                | "manager"
        )
    )
}

/// True right after "visited" or "inspected".
pub(super) fn is_visited(scan: &Scan<'_>, run: &Run, sentence: Span) -> bool {
    let text = scan.text.as_str();
    let before = beside::before(text, run.left, sentence.start).filter(|b| b.joined);
    let Some(verb) = before.filter(|b| matches!(scan.text.at(b.span), "visited" | "inspected")) else {
        return false;
    };
    let aux = beside::before(text, verb.span.start, sentence.start).map(|b| class(scan.text.at(b.span)));
    aux != Some(Class::Be)
}
