//! What a sum is for, by the shape of its clause: who gives it, what is built for it, what is owed. Knows the verbs
//! and the things; the nouns that name a purpose by themselves are read before it.

use crate::fact::MoneyRole;
use crate::find::lex::Line;
use crate::find::money::Sum;

/// A sum in its sentence.
#[derive(Clone, Copy)]
pub(super) struct Place<'l, 't> {
    pub(super) line: &'l Line<'t>,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) sum: &'l Sum,
}

impl Place<'_, '_> {
    /// The nearest of these words before the sum, in its clause.
    fn before(&self, reach: usize, words: &[&str]) -> Option<usize> {
        (self.start.saturating_sub(reach)..self.start)
            .rev()
            .take_while(|i| self.line.sign(*i).is_none())
            .find(|&i| self.line.is_any(i, words))
    }

    /// The nearest of these words after the sum, in its clause.
    fn behind(&self, reach: usize, words: &[&str]) -> Option<usize> {
        (self.end..(self.end + reach).min(self.line.len()))
            .take_while(|i| self.line.sign(*i).is_none())
            .find(|&i| self.line.is_any(i, words))
    }

    /// One of these words anywhere before the sum.
    fn told(&self, words: &[&str]) -> bool {
        (0..self.start).any(|i| self.line.is_any(i, words))
    }

    /// The word right before the sum.
    fn led(&self, words: &[&str]) -> bool {
        self.start > 0 && self.line.is_any(self.start - 1, words)
    }

    /// A thousand or more: less is nobody's grant.
    fn large(&self) -> bool {
        self.sum.amount.is_none_or(|sum| sum.minor() >= 100_000)
    }

    fn per(&self, units: &[&str]) -> bool {
        self.sum.per.as_deref().is_some_and(|per| units.contains(&per))
    }
}

/// What is sold by the hour, the place or the visit.
const CHARGED: &[&str] = &[
    "session", "sessions", "place", "places", "ticket", "tickets", "membership", "visit", "revisit",
    "lesson", "lessons", "class", "classes", "licence", "course", "courses", "reinspection", "rescore",
    "rescoring", "inspection",
];

const STATE: &[&str] = &["government", "council", "department", "treasury", "nhs", "ministers"];

/// Words that name the purpose more surely than the nouns about the sum: "£42,000 towards the cost of …" is given,
/// "£9 for a session" is charged.
pub(super) fn surely(at: Place<'_, '_>) -> Option<MoneyRole> {
    let Place { line, start, end, .. } = at;
    let near =
        |words: &[&str], reach: usize| (start.saturating_sub(reach)..start).any(|i| line.is_any(i, words));
    match () {
        () if granted(at) || promised_by_the_state(at) => Some(MoneyRole::Funding),
        () if line.is(end, "from") && line.is(end + 1, "reserves") => Some(MoneyRole::Funding),
        () if charged(at) => Some(MoneyRole::Fee),
        () if at.per(&["year", "hour", "shift"]) && near(&["paying", "pays", "paid"], 9) => {
            Some(MoneyRole::Pay)
        }
        () if written_off(at) => Some(MoneyRole::Loss),
        () => None,
    }
}

/// Given for a purpose: "£42,000 towards …", "£5m has been promised", "put £2m back into", "has committed £2m to".
fn granted(at: Place<'_, '_>) -> bool {
    const GIVEN: &[&str] = &[
        "promised", "pledged", "offered", "earmarked", "found", "allocated", "donated", "granted", "raised",
        "agreed", "approved",
    ];
    const SPARED: &[&str] = &[
        "announced", "announces", "announce", "committed", "commits", "commit", "committing", "pledged",
        "pledges", "contributed", "contributes", "contributing", "approved",
    ];
    const BURDEN: &[&str] =
        &["bill", "bills", "cost", "costs", "deficit", "debt", "debts", "overspend", "losses", "price"];
    let Place { line, start, end, .. } = at;
    let near =
        |words: &[&str], reach: usize| (start.saturating_sub(reach)..start).any(|i| line.is_any(i, words));
    let been = (end..end + 3).any(|i| line.is_any(i, &["been", "was", "is"]) && line.is_any(i + 1, GIVEN));
    let backed = near(&["backed"], 3) && line.is_any(start.wrapping_sub(1), &["by", "with"]);
    let brings = near(&["bring", "brings", "bringing", "brought"], 5)
        && (start.saturating_sub(4)..start).any(|i| line.is(i, "in"));
    let put = near(&["put", "putting", "puts"], 3);
    let back = put
        && ((end..end + 3).any(|i| line.is(i, "back") && line.is_any(i + 1, &["in", "into"]))
            || line.is(end, "aside"));
    // "has announced £3bn for adult care", not "announced a £3bn loss for the year".
    let spared = at.large() && at.before(2, SPARED).is_some() && line.is_any(end, &["for", "to", "towards"]);
    let added = at.large()
        && at.before(3, &["added", "adding", "adds", "add"]).is_some()
        && line.is(end, "to")
        && !(end..end + 6).any(|i| line.is_any(i, BURDEN));
    line.is(end, "towards") || been || backed || brings || back || spared || added
}

/// "The Department of Health said it would spend £2m on …": what the state promises to spend is a grant to those
/// who get it; what it has spent is a cost.
fn promised_by_the_state(at: Place<'_, '_>) -> bool {
    let Place { line, start, end, .. } = at;
    const MINISTRY: &[&str] = &["department", "ministry", "government", "treasury", "ministers", "minister"];
    const COMING: &[&str] = &["will", "would", "to"];
    let spends = at.before(5, &["spend"]).is_some_and(|i| i > 0 && line.is_any(i - 1, COMING));
    let spent = line.is_any(end, &["will", "would"]) && line.is(end + 1, "be") && line.is(end + 2, "spent");
    (spends || spent)
        && (0..start).any(|i| line.is_any(i, MINISTRY) && line.capital(i) || i < 3 && line.is(i, "ministers"))
}

/// "£62 in fees", "£9 for a session", "paid £180 for a re-visit".
fn charged(at: Place<'_, '_>) -> bool {
    let Place { line, start, end, sum } = at;
    let fees = (end..end + 6).any(|i| line.is(i, "in") && line.is_any(i + 1, &["fees", "charges", "rent"]));
    let small = sum.amount.is_some_and(|a| a.minor() < 100_000) && sum.per.is_none();
    let verb = (start.saturating_sub(3)..start).find(|i| line.is_any(*i, &["cost", "costs", "costing"]));
    let priced = verb.is_some_and(|v| (v.saturating_sub(7)..v).any(|i| line.is_any(i, CHARGED)));
    let bought = at.before(3, &["paid", "pay", "pays", "paying"]).is_some()
        && line.is(end, "for")
        && (end + 1..end + 6).any(|i| line.is_any(i, CHARGED));
    fees || small && (priced || bought)
}

/// "was written down by £11m", "wrote off £2m", "a £2m write-off".
fn written_off(at: Place<'_, '_>) -> bool {
    let off = |i: usize| {
        at.line.is_any(i, &["written", "wrote", "write", "writing"])
            && (i + 1..i + 3).any(|n| at.line.is_any(n, &["off", "down"]))
    };
    (at.start.saturating_sub(4)..at.start).any(off) || (at.end..at.end + 3).any(off)
}

/// What the sum's own place in the sentence says where no word names its purpose.
pub(super) fn by_shape(at: Place<'_, '_>) -> Option<MoneyRole> {
    let Place { line, end, .. } = at;
    let public = line.is(end, "of")
        && line.is_any(end + 1, &["government", "public", "lottery", "taxpayers"])
        && (end + 2..end + 4).any(|i| line.is(i, "money"));
    let needed = (end..end + 5).any(|i| line.is(i, "needed"));
    let weekly = at.per(&["week"])
        && (0..line.len()).any(|i| line.is_any(i, &["resident", "residents", "care", "nursing", "room"]));
    let entry = line.is(end, "to") && line.is(end + 1, "get") && line.is(end + 2, "in");
    let bought = at.before(5, &["bought", "sold", "acquired"]).is_some() && at.before(2, &["for"]).is_some();
    match () {
        () if owed(at) => Some(MoneyRole::Deficit),
        () if wages(at) => Some(MoneyRole::Pay),
        () if weekly_pay(at) => Some(MoneyRole::Fee),
        () if bought || built(at) || gone(at) => Some(MoneyRole::Cost),
        () if put(at) || given(at) || public || at.led(&["extra", "additional"]) => Some(MoneyRole::Funding),
        () if needed => Some(MoneyRole::Cost),
        () if weekly || entry => Some(MoneyRole::Fee),
        () => None,
    }
}

/// "a £23m school", "our new £18m emergency department": what is built or bought follows the sum as its noun.
fn built(at: Place<'_, '_>) -> bool {
    const BUILT: &[&str] = &[
        "school", "superschool", "centre", "hospital", "building", "academy", "wing", "unit", "block",
        "extension", "refurbishment", "revamp", "home", "headquarters", "scheme", "project", "development",
        "department", "suite", "room", "complex", "facility", "facilities", "theatre", "theatres", "ward",
        "campus", "hub", "clinic", "surgery", "library", "hall", "pool", "lab", "labs", "laboratory",
        "tower", "gym", "gymnasium", "nursery", "college", "base", "station", "depot", "playground", "pitch",
        "garden", "annexe", "annex", "kitchen", "workshop", "workshops", "classroom", "classrooms",
        "redevelopment", "renovation", "upgrade", "overhaul", "makeover", "conversion", "rebuild",
        "equipment", "system", "scanner", "machine", "fleet", "roof", "boiler",
    ];
    // Where the noun phrase is over.
    const OVER: &[&str] = &[
        "the", "a", "an", "for", "to", "that", "which", "it", "they", "he", "she", "we", "from", "in", "at",
        "by", "on", "of", "with", "and", "or", "is", "was", "were", "will", "has", "had", "over", "after",
        "this", "last", "more", "less", "because",
    ];
    let Place { line, end, .. } = at;
    let owned = at.led(&["s"]) || at.led(&["a", "an", "the", "new", "its", "their", "our", "his", "her"]);
    let inside = |c: char| matches!(c, '-' | '\'' | '’' | '‘' | '"' | '“' | '”');
    let noun = |i: &usize| line.sign(*i).is_none_or(inside) && !line.is_any(*i, OVER);
    owned && (end..end + 6).take_while(noun).any(|i| line.is_any(i, BUILT))
}

/// "Another £640,000 has gone on scanners", "£1m is going on vans".
fn gone(at: Place<'_, '_>) -> bool {
    (at.end..at.end + 4)
        .any(|i| at.line.is_any(i, &["gone", "going", "goes", "went"]) && at.line.is(i + 1, "on"))
}

/// "£611,000 in the red", "the deficit, which stood at £1.1m", "told to reduce its deficit to £11m".
fn owed(at: Place<'_, '_>) -> bool {
    const STANDS: &[&str] = &[
        "reach", "reached", "total", "totalled", "stood", "stands", "be", "is", "was", "hit", "grown",
        "grew", "rose", "risen", "cut", "reduce", "reduced", "reducing", "brought", "bring", "down", "fell",
        "fallen",
    ];
    let Place { line, end, .. } = at;
    let red = (end..end + 6).any(|i| line.is(i, "in") && line.is(i + 1, "the") && line.is(i + 2, "red"));
    let debt = || at.told(&["deficit", "shortfall", "overspend", "overspending", "debt", "debts"]);
    red || at.before(6, STANDS).is_some() && debt()
}

/// "a trainee on £23,637", "who is paid £195,000", "taken on at £9.20 an hour", "starting pay has gone up by £2,000".
fn wages(at: Place<'_, '_>) -> bool {
    const TRAINEE: &[&str] =
        &["trainee", "start", "starts", "nurse", "carer", "officer", "teacher", "someone", "staff", "chief"];
    const STAFF: &[&str] = &[
        "carers", "staff", "nurses", "workers", "assistants", "recruits", "officers", "teachers", "cleaners",
        "drivers", "tutors", "worker", "carer", "employees",
    ];
    let Place { line, .. } = at;
    let on = at.before(1, &["on"]).is_some_and(|on| on > 0 && line.is_any(on - 1, TRAINEE));
    let who = at
        .before(1, &["paid"])
        .is_some_and(|paid| paid > 1 && line.is(paid - 1, "is") && line.is(paid - 2, "who"));
    on || who || at.per(&["hour", "shift"]) && at.told(STAFF)
}

/// "put £1.75m into", "£2m was pumped into", "a further £20,000 for".
fn put(at: Place<'_, '_>) -> bool {
    const POURED: &[&str] = &["pumped", "ploughed", "poured", "put", "puts", "putting"];
    at.before(3, POURED).is_some() && at.behind(6, &["into", "towards"]).is_some()
        || at.behind(5, &["pumped", "ploughed", "poured"]).is_some()
        || at.before(2, &["further"]).is_some() && at.behind(5, &["for"]).is_some()
}

/// "is giving it £10,000 for", "gave the college £21m", "will receive £6m from the government", "providing the trust
/// with support and £1.2m", "would be given help, including £50m".
fn given(at: Place<'_, '_>) -> bool {
    const GIVES: &[&str] = &[
        "giving", "gave", "given", "give", "gives", "promised", "pledged", "lent", "handed", "receive",
        "received", "receives",
    ];
    const HELP: &[&str] = &["help", "support", "package", "aid", "backing"];
    let Place { line, start, end, .. } = at;
    // "£3,000 in compensation" is nobody's grant.
    if !at.large() || at.behind(3, &["compensation", "damages", "gifts", "cash"]).is_some() {
        return false;
    }
    let provided = (start.saturating_sub(8)..start)
        .any(|i| line.is_any(i, &["provide", "provides", "providing", "provided"]))
        && at.before(4, &["with"]).is_some();
    let included = at.led(&["including"]) && (start.saturating_sub(6)..start).any(|i| line.is_any(i, HELP));
    at.before(4, GIVES).is_some()
        && (at.behind(9, &["for", "from", "to", "by"]).is_some() || !at.led(&["for", "to", "of"]))
        || line.is(end, "from") && at.behind(4, STATE).is_some()
        || provided
        || included
}

/// "We were paying £62 a day for him", "a top-up of £85 a week".
fn weekly_pay(at: Place<'_, '_>) -> bool {
    let Place { line, start, .. } = at;
    at.per(&["week", "day", "night", "month"])
        && (start.saturating_sub(7)..start)
            .any(|i| line.is_any(i, &["paying", "paid", "pays", "top-up", "contribution", "charged"]))
}
