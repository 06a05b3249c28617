//! The words around a grade that stands as a noun, by what they say is done with it. Idioms of English; knows no grammar.

/// What is done with a grade.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Deal {
    /// Had, and given up or taken.
    Lost,
    /// An unwelcome one that its holder is free of.
    Shed,
    /// Taken back by who gave it, or by a court.
    Scrapped,
    /// Appealed against.
    Challenged,
    /// Asked to be looked at again.
    Contested,
    /// On its way.
    Ahead,
    /// Sought.
    Wanted,
    /// Feared.
    Feared,
    /// All but had.
    Missed,
    /// Followed by a newer one.
    Left,
    /// In force as it was.
    Stands,
    /// Beyond what was done, under "not".
    Enough,
}

/// Words in order, each in its forms.
pub(super) type Words = &'static [&'static [&'static str]];

/// The words right before a grade's noun phrase, the last word last.
pub(super) const BEFORE: &[(Deal, Words)] = &[
    (Deal::Lost, &[&["goodbye", "farewell"], &["to"]]),
    (Deal::Challenged, &[&["appeal", "appeals", "appealing", "appealed"], &["against"]]),
    (Deal::Challenged, &[&["challenge", "complaint", "objection", "objections"], &["to", "against"]]),
    (
        Deal::Lost,
        &[&["took", "takes", "taken", "take", "taking", "gave", "given", "giving"], &["away", "up"]],
    ),
    (Deal::Lost, &[&["parted", "parts", "parting"], &["with"]]),
    (Deal::Lost, &[&["relinquished", "relinquishes", "squandered", "sacrificed", "forfeits"]]),
    (Deal::Lost, &[&["let", "lets"], &["slip"]]),
    (Deal::Lost, &[&["deprived", "robbed", "relieved", "loss"], &["of"]]),
    (Deal::Lost, &[&["removed", "removes", "revoked", "revokes"]]),
    (Deal::Shed, &[&["rid", "free", "clear"], &["of", "from"]]),
    (
        Deal::Shed,
        &[&["shake", "shakes", "shaking", "throw", "throws", "throwing", "shrug", "cast"], &["off"]],
    ),
    (Deal::Shed, &[&["escape", "shed", "ditch", "ditched", "dump", "dumped", "erase", "erased"]]),
    (Deal::Scrapped, &[&["set", "sets", "setting", "cast"], &["aside"]]),
    (Deal::Scrapped, &[&["struck", "strikes", "ruled", "crossed", "threw"], &["out", "down"]]),
    (Deal::Scrapped, &[&["tore", "ripped", "torn"], &["up"]]),
    (Deal::Scrapped, &[&["reversed", "reverses", "overruled", "scrapping", "revoking"]]),
    (Deal::Ahead, &[&["heading", "headed", "bound", "destined", "shaping"], &["for", "towards"]]),
    (Deal::Ahead, &[&["in"], &["line"], &["for"]]),
    (Deal::Ahead, &[&["shaping", "lining"], &["up"], &["for"]]),
    (Deal::Ahead, &[&["steeling", "bracing", "preparing"], &["itself", "themselves"], &["for"]]),
    (Deal::Ahead, &[&["resigned"], &["to"]]),
    (Deal::Feared, &[&["risks", "risk", "risked", "risking"]]),
    (Deal::Feared, &[&["threatened"], &["with"]]),
    (Deal::Feared, &[&["risk", "danger"], &["of"]]),
    (Deal::Feared, &[&["flirted", "flirting", "flirts"], &["with"]]),
    (Deal::Missed, &[&["whisker", "inch", "inches", "point", "mark"], &["of", "off", "from"]]),
    (Deal::Missed, &[&["whisker", "inches", "point", "points", "marks"], &["away"], &["from"]]),
    (
        Deal::Missed,
        &[
            &["whisker", "point", "points", "mark", "marks", "step", "grade", "just", "agonisingly", "fell"],
            &["short", "shy"],
            &["of"],
        ],
    ),
    (Deal::Missed, &[&["came", "come", "went", "gone", "agonisingly", "tantalisingly"], &["close"], &["to"]]),
    (Deal::Left, &[&["recovered", "recovering", "recovers", "back", "recovery"], &["from"]]),
    (Deal::Left, &[&["bettered", "betters", "eclipsed", "eclipses"]]),
    (Deal::Left, &[&["better", "step", "notch", "grade"], &["than"]]),
    (Deal::Left, &[&["on"], &["from"]]),
    (Deal::Left, RUN),
    (Deal::Lost, &[&["handed", "gave", "given", "giving", "hands"], &["back"]]),
    (Deal::Lost, &[&["threw", "thrown", "throws", "frittered"], &["away"]]),
    (Deal::Lost, &[&["let", "lets"], &["go"], &["of"]]),
    (Deal::Lost, &[&["ceded", "conceded", "blew", "forgone", "forwent"]]),
    (Deal::Lost, &[&["shorn", "parted"], &["of", "from"]]),
    (Deal::Lost, &[&["cost", "costs"], &["it", "them"]]),
    (Deal::Left, &[&["memory", "memories", "legacy", "shadow", "ghost", "stigma"], &["of"]]),
    (Deal::Left, &[&["drew", "drawn", "draws"], &["a"], &["line"], &["under"]]),
    (Deal::Left, &[&["turned", "turns"], &["the"], &["page"], &["on"]]),
    (Deal::Left, &[&["put", "puts"], &["paid"], &["to"]]),
    (Deal::Left, &[&["climbed", "crawled", "emerged", "hauled", "dug", "itself"], &["out"], &["of"]]),
    (Deal::Left, &[&["emerged", "rallied", "moved"], &["from", "beyond"]]),
    (Deal::Left, &[&["banished", "buried", "exorcised", "outgrown", "reversed"]]),
    (Deal::Left, &[&["after", "following"], &["years", "decade"], &["of"]]),
    (Deal::Ahead, &[&["odds-on", "favourite", "certain", "contention", "running"], &["for"]]),
    (Deal::Ahead, &[&["cusp", "verge", "brink"], &["of"]]),
    (Deal::Ahead, &[&["within", "in"], &["reach", "sight", "touch"], &["of"]]),
    (Deal::Ahead, &[&["touching"], &["distance"], &["of"]]),
    (Deal::Ahead, &[&["nearing", "approaching", "fears", "fear", "fearing", "dreads", "dreading"]]),
    (
        Deal::Ahead,
        &[
            &["hurtling", "sliding", "drifting", "edging", "cruising", "closing"],
            &["towards", "toward", "in"],
        ],
    ),
    (Deal::Ahead, &[&["banking", "counting", "reckoning"], &["on"]]),
    (Deal::Ahead, &[&["staring"], &["at"]]),
    (Deal::Missed, &[&["spared", "dodged", "sidestepped", "averted", "evaded", "forestalled"]]),
    (Deal::Missed, &[&["staved", "fended", "warded", "headed"], &["off"]]),
    (Deal::Missed, &[&["saved", "rescued", "escaped"], &["from"]]),
    (Deal::Missed, &[&["pipped", "beaten"], &["to"]]),
    (Deal::Missed, &[&["passed", "turned", "overlooked"], &["over", "down"], &["for"]]),
    (Deal::Missed, &[&["cheated"], &["of", "out"]]),
    (Deal::Wanted, &[&["chasing", "pursuing", "craving", "eyeing", "coveting", "targeting"]]),
    (
        Deal::Wanted,
        &[
            &["longing", "yearning", "desperate", "hungry", "vying", "bidding", "gunning", "pressing"],
            &["for"],
        ],
    ),
    (Deal::Wanted, &[&["must", "needs", "need"], &["win", "earn", "secure", "get", "gain"]]),
    (Deal::Scrapped, &[&["rowed", "went", "backtracked", "gone"], &["back", "on"], &["on"]]),
    (Deal::Scrapped, &[&["backtracked"], &["on"]]),
    (Deal::Scrapped, &[&["expunged", "nullified", "invalidated", "vacated", "wiped", "cancelled"]]),
    (Deal::Left, &[&["end", "halt", "stop"], &["to"]]),
    (Deal::Enough, &[&["enough"], &["for"]]),
    (Deal::Stands, &[&["given", "gave", "gives"], &["way"], &["to"]]),
];

/// "ended a run of poor ratings"
pub(super) const RUN: Words = &[&["run", "string", "series", "succession"], &["of"]];

/// What those who dispute a grade ask for.
const AGAIN: &[&str] = &[
    "reviewed", "reconsidered", "changed", "overturned", "withdrawn", "quashed", "removed", "revised",
    "scrapped",
];

/// The words right after a grade's noun phrase, past "has been" and the like.
pub(super) const AFTER: &[(Deal, Words)] = &[
    (Deal::Contested, &[&["under", "pending", "subject"], &["appeal", "challenge"]]),
    (Deal::Contested, &[&["subject"], &["to"], &["an"], &["appeal"]]),
    (Deal::Contested, &[&["the"], &["subject"], &["of"]]),
    (Deal::Contested, &[&["appealed", "contested", "challenged", "disputed"]]),
    (Deal::Scrapped, &[&["set", "cast"], &["aside"]]),
    (
        Deal::Scrapped,
        &[&["thrown", "struck", "torn", "ruled", "crossed"], &["out", "down", "up", "off", "unlawful"]],
    ),
    (Deal::Scrapped, &[&["scrapped", "revoked", "cancelled", "reversed", "overruled"]]),
    (Deal::Lost, &[&["taken", "slipped", "slipping", "ebbed"], &["away", "from"]]),
    (Deal::Lost, &[&["slipped", "slipping"], &["through"]]),
    (Deal::Lost, &[&["stripped", "forfeited", "removed"]]),
    (Deal::Missed, &[&["eluded", "eludes", "escaped"]]),
    (Deal::Missed, &[&["out"], &["of"], &["reach"]]),
    (Deal::Contested, &[&["to"], &["be"], AGAIN]),
    (Deal::Scrapped, &[&["unlawful", "void", "invalid"]]),
    (Deal::Scrapped, &[&["no"], &["longer"], &["stands", "stood", "applies", "counts"]]),
    (Deal::Left, &[&["behind"]]),
    (Deal::Left, &[&["given", "gave", "gives"], &["way"], &["to"]]),
    (Deal::Left, &[&["a"], &["thing"], &["of"], &["the"], &["past"]]),
    (Deal::Left, &[&["is"], &["history"]]),
    (Deal::Left, &[&["become", "became", "turned", "becomes"], &["a", "an", "into"]]),
    (Deal::Stands, &[&["stands", "stood", "holds"]]),
    (Deal::Stands, &[&["ends", "ended", "breaks", "broke", "caps", "capped"], &["a", "the", "its"]]),
    (
        Deal::Stands,
        &[&["one", "two", "up", "better", "worse", "higher", "lower"], &["up", "down", "on", "than"]],
    ),
    (Deal::Stands, &[&["in"], &["force", "place"]]),
    (Deal::Stands, &[&["replaces", "replaced", "supersedes", "superseded"], &["the", "an", "a", "its"]]),
    (
        Deal::Stands,
        &[
            &["matches", "matched", "equals", "equalled", "mirrors", "mirrored"],
            &["the", "that", "its", "one"],
        ],
    ),
];
