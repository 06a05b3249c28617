//! The grammar words of judgements: which verbs give a rating, which nouns name one, which words turn it into
//! a hope, a draft or a memory. Closed classes of English; knows no inspectorate.

use crate::text::table::{self, Pairs, Set, Table, set};

/// What part a word plays in a clause about a judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Class {
    /// rated, judged, branded: takes the label as complement.
    Rate,
    /// found, said: takes a label only with "to be" or a that-clause.
    Find,
    /// gave, awarded: takes a provider and a rating.
    Give,
    /// received, achieved: takes a rating.
    Receive,
    /// retained, kept: the same rating as before.
    Keep,
    /// lost, stripped: had it, has it no longer.
    Lose,
    /// was, remains.
    Be,
    /// remains, stays: as before.
    Stay,
    /// has, had.
    Have,
    /// fell, dropped, downgraded.
    Fall,
    /// rose, improved, upgraded.
    Rise,
    /// went, moved: a change that the labels alone direct.
    Move,
    /// rating, grade, judgement.
    Rating,
    /// inspection, report, visit, assessment.
    Visit,
    /// not, never, neither.
    Not,
    /// failed to, missed out on.
    Fail,
    /// withdrawn, quashed: taken back by the body.
    Withdraw,
    /// appealing, challenging.
    Appeal,
    /// expected, predicted, likely.
    Expect,
    /// draft, leaked, provisional.
    Draft,
    /// hope, aim, target.
    Aim,
    /// would, could, might.
    Would,
    /// must, should, needs to.
    Must,
    /// will.
    Will,
    /// if, unless.
    If,
    /// previously, formerly, earlier.
    Before,
    /// again, still, once more.
    Again,
    /// now, today: sets off what is from what was.
    Now,
    /// said, told, reported: puts words into a mouth.
    Say,
    /// a, an, the, this.
    Det,
    /// its, their, our.
    Possessive,
    /// it, they, which.
    Pronoun,
    /// of, in, for, by.
    Prep,
    /// and, or, but.
    Conj,
    /// that, which, who, where: opens a clause.
    Opens,
    /// only, just, overall: passed over.
    Filler,
    /// all, every, each, both.
    All,
    /// one of, out of, per cent: counts.
    Count,
    /// lowest, highest, second-best: a place on the scale.
    Position,
    /// improve, improving: the verb of paraphrases.
    Improve,
    /// Any other word.
    Other,
}

/// Writes the words of each class as one list.
macro_rules! classes {
    ($($($word:literal)|+ => $class:ident,)+) => {
        const WORDS: &[(&str, Class)] = &[$($(($word, Class::$class),)+)+];
    };
}

classes! {
        "withdrawn" | "withdrew" | "withdraws" | "quashed" | "retracted" | "rescinded" | "overturned"
        | "voided" | "void" | "annulled" => Withdraw,
        "appealed" | "appealing" | "appeals" | "appeal" | "challenged" | "challenging" | "challenges"
        | "contesting" | "contested" | "disputing" => Appeal,
        "rated" | "evaluated" | "rate" | "judged" | "judges" | "judge" | "graded" | "deemed" | "deems"
        | "branded" | "brands" | "labelled" | "labeled" | "ranked" | "classed" | "classified"
        | "declared" | "dubbed" | "designated" | "considered" | "considers" | "considering" | "re-rated" | "rerated" | "categorised"
        | "scored" | "marked" | "assessed" | "assesses" | "pronounced" | "declaring" | "judging" | "branding"
        | "deeming" | "labelling" | "reclassifies" | "certified" | "adjudged" | "rates" => Rate,
        "found" | "finds" | "find" | "concluded" | "concludes" | "conclude" | "ruled" | "describes" | "described" | "shows"
        | "showed" | "revealed" | "confirmed" => Find,
        "gave" | "gives" | "presented" | "give" | "giving" | "given" | "award" | "awarded" | "awards"
        | "awarding" | "handed" | "hands" | "hand" | "handing" | "slapped" | "issued" | "granted"
        | "bestowed" | "reinstated" | "restored" => Give,
        "received" | "receives" | "receive" | "receiving" | "got" | "gets" | "get" | "getting" | "gain"
        | "gained" | "gains" | "earned" | "earns" | "earn" | "achieved" | "achieves" | "achieve"
        | "achieving" | "secured" | "secures" | "secure" | "won" | "wins" | "win" | "bags" | "nets"
        | "lands" | "scoops" | "clinches" | "obtained" | "obtain" | "attained" | "attain" | "landed"
        | "scoring" | "picked" | "regained" | "regains" | "regain" | "boast" | "boasts" | "boasted" | "celebrating" | "celebrates" | "celebrated" | "reached" | "reach"
        | "rewarded" | "scooped" | "clinched" | "bagged" | "netted" | "collected" | "notched" | "settled"
        | "settle" | "scraped" | "scrapes" | "garnered" | "merited" | "earning" | "gaining" | "securing" | "winning" | "landing" => Receive,
        "retained" | "retains" | "retain" | "retaining" | "kept" | "keeps" | "keep" | "keeping"
        | "maintained" | "maintains" | "maintain" | "maintaining" | "upheld" | "held" | "clings"
        | "clung" | "clinging" | "hung" | "hangs" | "preserved" | "defended" => Keep,
        "lost" | "loses" | "lose" | "losing" | "stripped" | "shed" | "sheds" | "shedding" | "shaken"
        | "shook" | "shrugged" | "thrown" | "forfeited" | "surrendered" => Lose,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "became" | "become" | "becomes" | "'s"
        | "isn't" | "wasn't" | "aren't" | "weren't" => Be,
        "unchanged" | "remains" | "remained" | "remain" | "remaining" | "stays" | "stayed" | "stay" | "stuck" | "continues"
        | "continued" => Stay,
        "has" | "have" | "had" | "having" | "holds" | "hold" => Have,
        "fell" | "fall" | "falls" | "fallen" | "falling" | "dropped" | "drops" | "drop" | "dropping"
        | "slipped" | "slips" | "slip" | "slipping" | "downgraded" | "downgrades" | "downgrade"
        | "downgrading" | "plummeted" | "plunged" | "tumbled" | "slumped" | "slid" | "demoted"
        | "relegated" | "declined" | "lowered" | "reduced" | "down" | "cut" | "docked" | "dipped"
        | "sunk" | "sank" | "sinks" | "tumbles" | "plunges" | "slumps" | "crashed" | "crashes" | "plummets"
        | "slide" | "plunge" | "tumble" | "slump" | "slides" | "dips" | "relegates" | "demotes" | "deteriorated" | "worsened" => Fall,
        "rose" | "risen" | "rises" | "rise" | "rising" | "improved" | "upgraded" | "upgrades" | "upgrade"
        | "upgrading" | "climbed" | "climbs" | "jumped" | "jumps" | "leapt" | "lifted" | "promoted"
        | "up" | "raised" | "bumped" | "boosted" | "soared" | "leaps" | "lifts" | "raises" | "soars"
        | "improves" | "upped" | "jump" | "climb" | "climbing" | "jumping" | "bounced" | "leap" => Rise,
        "went" | "gone" | "goes" | "go" | "move" | "regrade" | "regraded" | "re-graded" | "reclassified" | "moved" | "moves"
        | "changed" | "switched" | "turned" | "going" | "moving" => Move,
        "rating" | "ratings" | "crown" | "tag" | "label" | "accolade" | "standing" | "grade" | "grades"
        | "scores" | "grading" | "gradings" | "judgement" | "judgment" | "judgements" | "judgments"
        | "verdict" | "verdicts" | "mark" | "marks" | "score" | "ranking" | "category" | "categories" | "bracket" | "brackets"
        | "status" | "result" | "classification" => Rating,
        "inspection" | "inspections" | "report" | "reports" | "visit" | "visits" | "assessment"
        | "assessments" | "review" | "inspected" | "visited" | "re-inspection" | "reinspection" => Visit,
        "not" | "never" | "neither" | "nor" | "no" | "n't" | "without" | "nowhere" | "none" | "didn't"
        | "hasn't" | "haven't" | "cannot" | "can't" => Not,
        "failed" | "fails" | "fail" | "failing" | "missed" | "misses" | "miss" | "missing" | "avoided" | "avoids" | "avoid" => Fail,
        "expected" | "expects" | "expect" | "predicted" | "predicts" | "predict" | "likely" | "forecast"
        | "forecasts" | "anticipated" | "anticipates" | "set" | "poised" | "believed" | "tipped"
        | "understood" | "expecting" | "anticipate" | "believes" | "believe" | "confident" | "faces"
        | "facing" | "braced" | "bracing" | "optimistic" | "looks" => Expect,
        "draft" | "unconfirmed" | "leaked" | "provisional" | "provisionally" | "indicative" | "unpublished" | "interim"
        | "preliminary" => Draft,
        "hope" | "hopes" | "hoping" | "hoped" | "aim" | "aims" | "aiming" | "aimed" | "want" | "wants"
        | "wanted" | "wanting" | "target" | "targets" | "targeting" | "bid" | "ambition" | "ambitions"
        | "aspire" | "aspires" | "aspiration" | "strive" | "strives" | "striving" | "determined"
        | "towards" | "toward" | "journey" | "path" | "road" | "goal" | "seeking" | "seeks" | "vowed"
        | "pledged" | "plan" | "plans" => Aim,
        "would" | "could" | "might" | "may" | "wouldn't" | "couldn't" => Would,
        "must" | "should" | "needs" | "need" | "needed" | "ought" => Must,
        "will" | "shall" | "won't" | "'ll" => Will,
        "if" | "unless" | "whether" | "had-they" => If,
        "previously" | "previous" | "formerly" | "earlier" | "last" | "before" | "ago" | "once-rated"
        | "former" | "originally" => Before,
        "again" | "still" | "consecutive" | "yet-again" => Again,
        "now" | "today" | "currently" | "latest" | "new" | "current" => Now,
        "said" | "says" | "say" | "told" | "tells" | "stated" | "states" | "reported" | "wrote" | "added"
        | "adds" | "noted" | "warned" | "insisted" | "announced" | "claimed" | "claims" | "suggested"
        | "explained" | "admitted" => Say,
        "a" | "an" | "the" | "this" | "these" | "those" => Det,
        "its" | "their" | "our" | "his" | "her" | "my" | "your" | "whose" => Possessive,
        "it" | "they" | "them" | "he" | "she" | "we" | "i" | "you" | "us" | "itself" => Pronoun,
        "of" | "in" | "for" | "by" | "on" | "at" | "to" | "from" | "with" | "as" | "after" | "following"
        | "under" | "across" | "among" | "amongst" | "into" | "out" | "over" | "within" | "since"
        | "against" | "about" | "between" | "during" | "until" | "despite" | "than" | "per" | "via"
        | "around" | "except" | "bar" | "barring" | "off" | "through" | "like" | "including" => Prep,
        "and" | "or" | "but" | "while" | "whilst" | "whereas" | "although" | "though" | "because" | "so" | "&"
        | "however" | "when" | "yet" => Conj,
        "that" | "which" | "who" | "where" | "whom" => Opens,
        "only" | "just" | "overall" | "also" | "apiece" | "merely" | "officially" | "formally" | "simply"
        | "further" | "even" | "consistently" | "generally" | "largely" | "mostly" | "actually"
        | "longer" | "always" | "once" | "both-times" | "either" | "therefore" | "then" | "subsequently"
        | "recently" | "already" | "likewise" | "alike" | "similarly" | "equally" | "jointly" | "narrowly" | "an-overall" | "itself" | "themselves" => Filler,
        "all" | "every" | "each" | "both" | "any" | "most" | "many" | "some" | "several" | "half" | "few" => All,
        "lowest" | "highest" | "top" | "bottom" | "worst" | "best" | "second-lowest" | "second-highest"
        | "second-best" | "second-worst" => Position,
        "improve" | "improving" | "improvement" | "improvements" => Improve,
}

static CLASSES: Table<Class, { table::size(WORDS.len()) }> = Table::new(WORDS);

/// The class of a word, in lower case.
pub(crate) fn class(word: &str) -> Class {
    CLASSES.get(word).unwrap_or(Class::Other)
}

/// The class of a word in any case; all that have one are of ASCII.
pub(crate) fn class_of(word: &str) -> Class {
    CLASSES.get_in_any_case(word).unwrap_or(Class::Other)
}

/// True for verbs that take a grade as well as anything else: "managed a three", "took the maximum four".
pub(crate) fn takes(word: &str) -> bool {
    const VERBS: &[&str] = &[
        "managed", "manages", "manage", "merits", "merit", "deserves", "mustered", "musters", "took",
        "takes", "posted", "posts", "pulled",
    ];
    static TAKING: Set<{ table::size(VERBS.len()) }> = Set::new(VERBS);
    TAKING.has_in_any_case(word)
}

/// How the words of some classes begin, and some words more: for first looks.
pub(crate) const fn pairs_of(classes: &[Class], more: &[&str]) -> Pairs {
    let mut pairs = Pairs::new(more);
    let mut at = 0;
    while at < WORDS.len() {
        let mut class = 0;
        while class < classes.len() {
            if WORDS[at].1 as u8 == classes[class] as u8 {
                pairs = pairs.with(WORDS[at].0);
            }
            class += 1;
        }
        at += 1;
    }
    pairs
}

/// True for the name of a day of the week.
pub(crate) fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    DAYS.contains(&word)
}

/// True for the name of a month.
pub(crate) fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ];
    MONTHS.contains(&word)
}

/// Words that begin sentences with a capital and are no names, besides those of the classes.
const OPENERS: &[&str] = &[
    "owner", "owners", "operator", "operators", "meanwhile", "elsewhere", "nearby", "here", "there", "what",
    "why", "how", "he", "instead", "other", "another", "one", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "less", "more", "inspectors", "inspector", "bosses", "staff", "parents",
    "pupils", "residents", "troubled", "failing", "breaking", "first", "second", "third", "local", "schools",
    "councils", "hospitals", "neighbouring", "neighbour", "neighbours", "video", "exclusive", "revealed",
    "picture", "pictured", "headteacher", "head", "principal", "leaders", "councillors", "former", "fellow",
    "and", "thousands", "hundreds", "dozens", "almost", "nearly", "like", "such", "according", "unlike",
    "throughout", "yesterday", "along", "alongside", "together", "besides", "except", "apart",
];

/// True for words that begin sentences with a capital and are no names.
pub(crate) fn opens_sentence(word: &str) -> bool {
    static OPENING: Set<{ table::size(OPENERS.len()) }> = Set::new(OPENERS);
    /// Many a home is a Rose Cottage or a Hope House.
    const NAMES: &[&str] = &["rose", "hope", "crown", "mark", "judge", "grade", "bar", "may", "star", "road"];
    static NAMING: Set<{ table::size(NAMES.len()) }> = Set::new(NAMES);
    match class_of(word) {
        Class::Other | Class::Position | Class::Improve => OPENING.has_in_any_case(word),
        _ => !NAMING.has_in_any_case(word),
    }
}

set! {
    /// What opens sentences of reports and is nobody's name, besides words with the endings of qualities.
    COMMON = "food value custody crime maths english science music advice life staff health overall data diet media play \
        sport rescue someone everyone anyone discipline curriculum neglect demand cash money time weather history \
        geography drama art french german latin welsh gaelic irish radiology dementia stroke cancer dialysis pharmacy \
        nurses midwives medicines meals children adults pupils students babies toddlers women men girls boys youths \
        rents lettings repairs buses libraries museums parks roads streets bins taxes benefits debts homes schools \
        nurseries colleges hospitals prisons forces councils trusts wards units beds classes lessons scrutiny morale \
        trust pride poverty drugs violence gangs theft knife tory labour liberal conservative green results exams \
        grades marks scores targets budgets plans policies records files calls visits checks audits reports notices \
        complaints incidents deaths falls ulcers wounds fees bills costs debt equality diversity faith spirit ethos"
}

/// "Leadership", "Attendance", "Campaigners": no town ends so.
pub(crate) fn is_quality(word: &str) -> bool {
    const ENDS: &[&str] = &[
        "ing", "ment", "tion", "sion", "ness", "ity", "ship", "ance", "ence", "ics", "our", "ure", "ort",
        "age", "ers", "ors", "ies", "ists", "ians", "body", "care", "ly", "ial", "ety", "thing", "work",
        "cy", "ism", "tude", "dom", "ery", "iene", "ress", "ponse", "ality", "ess",
    ];
    ENDS.iter().any(|e| word.ends_with(e)) || COMMON.has_in_any_case(word) || word.len() < 4
}
