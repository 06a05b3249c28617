//! The words that the readers of measures begin with, and what else must stand in a sentence for each to find anything
//! there: "team" needs somebody sent, "inspected" needs "again". Knows nothing of what they tell.

use crate::scan::Scan;
use crate::text::Span;
use crate::text::table::{self, Table};

/// What a word asks of its sentence, and what it gives to other words there: a bit each.
#[derive(Clone, Copy, Default)]
struct Wakes {
    asks: u16,
    gives: u16,
}

/// Nothing more than the word itself.
const ALONE: u16 = 1;
/// "again".
const AGAIN: u16 = 1 << 1;
/// "another", "more": what makes a visit a further one.
const FURTHER: u16 = 1 << 2;
/// "check".
const CHECK: u16 = 1 << 3;
/// Somebody is sent, or something is handed over.
const SENT: u16 = 1 << 4;
/// "take", of "take over".
const OVER: u16 = 1 << 5;
/// Those that a home or school takes in.
const TAKEN_IN: u16 = 1 << 6;
/// "by".
const BY: u16 = 1 << 7;
/// What makes a challenge or a review one before a court, or a review one of progress.
const COURT: u16 = 1 << 8;
/// "brought", of a case.
const BROUGHT: u16 = 1 << 9;
/// "become", of an academy.
const BECOMES: u16 = 1 << 10;
/// "granted", of an order.
const GRANTED: u16 = 1 << 11;
/// A notice that was told before.
const NOTICED: u16 = 1 << 12;
/// What "re-" or "de-" may stand before.
const ANEW: u16 = 1 << 13;

/// What somebody is guilty of.
const GUILT: u16 = 1 << 15;

/// The end of what somebody was sent for.
const ENDED: u16 = 1 << 14;

/// Writes the words of each sort as one list.
macro_rules! wakes {
    ($($($word:literal)|+ => $asks:expr, $gives:expr;)+) => {
        const WORDS: &[(&str, Wakes)] = &[$($(($word, Wakes { asks: $asks, gives: $gives }),)+)+];
    };
}

wakes! {
    "condition" | "conditions" | "restriction" | "restrictions" | "warning" | "warnings" | "warned" | "intervention"
        | "direction" | "directions" | "directed" | "engage" | "closed" | "close" | "closes" | "closing" | "shut"
        | "shutting" | "shuts" | "closure" | "reopen" | "reopened" | "suspension" | "suspended" | "suspends" | "suspend"
        | "suspending" | "registration" | "licence" | "licences" | "register" | "cancellation" | "deregistration"
        | "deregistered" | "operating" | "fined" | "fining" | "fine" | "fines" | "prosecuted" | "prosecute"
        | "prosecuting" | "prosecutes" | "prosecution" | "reinspected" | "reinspect" | "reinspection" | "revisit"
        | "revisited" | "reassessed" | "reassess" | "returning" | "back" | "commissioner"
        | "commissioners" | "envoy" | "envoys" | "stripped" | "stripping" | "strip" | "control" | "responsibility"
        | "powers" | "power" | "intervened" | "intervene" | "intervening" | "complaint" | "complaints" | "complained"
        | "appeal" | "appeals" | "appealed" | "appealing" | "admissions" | "placements" | "ban"
        | "embargo" | "moratorium" | "freeze" | "criminal" | "proceedings" | "charged" | "rebrokered" | "rebrokering" | "rebroker" => ALONE, 0;
    "referrals" => ALONE, TAKEN_IN;
    "role" => ENDED, 0;
    "ended" | "ends" | "over" => 0, ENDED;
    "served" | "issued" | "serves" | "serving" | "failure" => 0, NOTICED;
    "return" => ALONE, FURTHER;
    // "re-inspected", "de-registered"
    "re" => ANEW, FURTHER;
    "de" => ANEW, 0;
    "rated" | "registered" | "opened" => 0, ANEW;
    "assessed" | "inspect" | "inspected" | "visited" | "open" => AGAIN, ANEW;
    "inspecting" | "visiting" | "checked" => AGAIN, 0;
    "visit" | "inspection" => FURTHER, ANEW;
    "inspections" | "assessment" => FURTHER, 0;
    "again" => 0, AGAIN | FURTHER;
    "further" | "another" | "follow" | "repeat" | "second" | "fresh" | "new" | "next" | "full" | "monitoring"
        | "rerating" | "independent" => 0, FURTHER;
    "more" => 0, FURTHER | TAKEN_IN;
    "progress" => CHECK, COURT;
    "check" => 0, CHECK;
    "team" | "board" | "taskforce" | "adviser" | "advisers" | "experts" | "panel" | "trust" | "sponsor" | "government"
        | "ministers" | "council" | "authority" | "contractor" | "contractors" | "company" | "firm" => SENT, 0;
    "appointed" | "appoint" | "sent" | "sends" | "assigned" | "installed" | "handed" | "hand" | "transferred"
        | "outsourced" | "moved" | "passed" | "run" | "managed" | "transfer" | "move" | "join" | "joining" => 0, SENT;
    "running" | "management" => OVER, 0;
    "takes" | "took" => 0, OVER;
    "taken" => 0, OVER | SENT | BROUGHT;
    "admitting" | "admit" | "admitted" | "accepted" | "giving" | "given" | "accepting" | "accept" | "placing" | "place" | "referring" | "recruiting" | "enrolling"
        | "hold" => TAKEN_IN, 0;
    "taking" | "take" => TAKEN_IN, OVER;
    "sending" | "send" => TAKEN_IN, SENT;
    "residents" | "patients" | "pupils" | "children" | "people" | "clients" | "students" | "prisoners" | "users"
        | "customers" | "anyone" | "anybody" | "tenants" | "babies" | "apprentices" | "learners" => 0, TAKEN_IN;
    "guilty" => GUILT, 0;
    "charge" | "offences" | "offence" | "counts" | "breaching" => 0, GUILT;
    "turn" | "turning" | "turned" => TAKEN_IN, 0;
    "pay" => BY, 0;
    "by" => 0, BY;
    "challenge" | "challenged" | "review" => COURT, 0;
    "court" | "tribunal" | "legal" | "judicial" => 0, COURT;
    "case" => BROUGHT, 0;
    "charges" => BROUGHT, GUILT;
    "brought" | "brings" | "mounted" => 0, BROUGHT;
    "academy" => BECOMES, 0;
    "become" | "becoming" | "into" => 0, BECOMES;
    "order" | "application" => GRANTED, 0;
    "granted" | "approved" | "made" | "refused" | "rejected" => 0, GRANTED;
    "notice" | "notices" | "requirements" | "terms" | "extended" | "renewed" | "lifted" | "withdrawn" | "complied"
        => NOTICED, 0;
}

static TABLE: Table<Wakes, { table::size(WORDS.len()) }> = Table::new(WORDS);

/// True for a sentence in which a reader may find anything. `noticed`: a notice was told before.
pub(super) fn may_tell(scan: &Scan<'_>, sentence: Span, noticed: bool) -> bool {
    let (mut asks, mut gives) = (0, ALONE | if noticed { NOTICED } else { 0 });
    for word in scan.like(sentence, TABLE.pairs()) {
        // "maladministration": no list holds so long a word.
        let long = || if word.len() > 16 { Wakes { asks: ALONE, gives: 0 } } else { Wakes::default() };
        let wakes = TABLE.get_in_any_case(word).unwrap_or_else(long);
        asks |= wakes.asks;
        gives |= wakes.gives;
        if asks & gives != 0 {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn each_word_is_listed_once() {
        let once: HashSet<&str> = WORDS.iter().map(|(word, _)| *word).collect();
        assert_eq!(once.len(), WORDS.len());
    }
}
