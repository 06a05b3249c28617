//! What a word makes of a date near it: the report, the visit, who visits, a judgement, something else that happens.
//! Knows no date and no role.

use crate::find::lex::Line;
use crate::text::small::Small;
use crate::text::table::{Set, size};

/// What a word near a date makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// The report, its coming out.
    Report,
    /// The visit.
    Visit,
    /// Who visits: its verb decides.
    Visitor,
    /// "undertaken", "carried out": what is done stands elsewhere.
    Light,
    /// A judgement is given.
    Verdict,
    /// Anything else that happens.
    Other,
    /// Somebody speaks.
    Speech,
}

/// Who comes to inspect.
const INSPECTING: &[&str] = &[
    "environmental", "hygiene", "commission", "watchdog", "regulator", "inspectorate", "inspectors",
    "ofsted", "cqc", "estyn", "inspector", "officers",
];

/// What is released when it is no person.
pub(super) const DOCUMENTS: &[&str] = &[
    "report", "reports", "findings", "figures", "results", "inspection", "review", "rating", "ratings",
    "data", "document", "documents", "statement", "letter", "verdict", "judgement", "statistics", "tables",
    "result", "version", "table",
];

/// What else is, where a verb says so.
const RELEASED: &[&str] = &["check", "checks", "assessment", "assessments", "list", "scores", "gradings"];

/// What is given when a judgement is.
const GRADES: &[&str] = &[
    "star", "stars", "rating", "ratings", "grade", "grades", "grading", "gradings", "score", "scores",
    "mark", "marks",
];

/// A length of stay within so many words: "for a fortnight", "two days".
fn lasts(line: &Line<'_>, from: usize, reach: usize) -> bool {
    const LENGTHS: &[&str] = &["days", "day", "weeks", "week", "fortnight"];
    (from + 1..from + reach).any(|n| {
        let counted = |d: usize| {
            line.is_any(n - d, &["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
                || line.digits(n - d).is_some()
        };
        line.is_any(n, LENGTHS) && (counted(1) || counted(2))
    })
}

/// Those who come to inspect, before `at` in the sentence.
fn visitors(line: &Line<'_>, at: usize) -> bool {
    (at.saturating_sub(14)..at).any(|n| {
        line.is_any(n, INSPECTING) || line.is_any(n, &["they", "team", "assessors"]) || in_name(line, n)
    })
}

/// True inside a name: "the Commission for Social Care Inspection" has inspected nothing yet.
fn in_name(line: &Line<'_>, i: usize) -> bool {
    let capital = |i: usize| line.text(i).starts_with(|c: char| c.is_ascii_uppercase());
    i > 1
        && line.is_any(i, &["inspection", "assessment"])
        && capital(i)
        && capital(i - 1)
        && !line.is_any(i - 1, INSPECTING)
}

/// Every word that [`sign`] knows but for those in -ed: most others stop here.
const TELLING: &[&str] = &[
    "publish", "publishes", "publishing", "publication", "public", "came", "comes", "come", "release",
    "inspection", "inspections", "inspect", "reinspection", "visit", "visits", "visiting", "assessment",
    "assessments", "out", "website", "inspectors", "inspector", "assessors", "spent", "spend", "was", "were",
    "went", "took", "taking", "taken", "undertaken", "held", "given", "gave", "put", "rating", "score",
    "told", "said", "says", "began", "became", "left", "won", "lost", "born",
];
static TELLS: Set<{ size(TELLING.len()) }> = Set::new(TELLING);

/// What the word at `i` makes of a date near it.
pub(super) fn sign(line: &Line<'_>, i: usize) -> Option<Sign> {
    let word = line.text(i);
    let past = matches!(word.as_bytes(), [_, .., b'e' | b'E', b'd' | b'D']);
    if !past && !TELLS.has_in_any_case(word) {
        return None;
    }
    let lower = Small::of(word);
    let lower = lower.as_str();
    if in_name(line, i) {
        return None;
    }
    Some(match lower {
        "published" | "publish" | "publishes" | "publishing" | "publication" | "unveiled" => Sign::Report,
        "public"
            if line.is_any(i.wrapping_sub(1), &["made", "make", "makes", "go", "goes", "went", "be"]) =>
        {
            Sign::Report
        }
        "came" | "comes" | "come"
            if line.is(i + 1, "out") && (0..i).any(|n| line.is_any(n, DOCUMENTS))
                || line.is(i + 1, "out") && line.is(i.wrapping_sub(1), "those") && !line.is(i + 2, "of") =>
        {
            Sign::Report
        }
        // A prisoner is released too.
        "released" | "release"
            if (0..line.len()).any(|n| line.is_any(n, DOCUMENTS) || line.is_any(n, RELEASED)) =>
        {
            Sign::Report
        }
        "inspection" | "inspections" | "inspected" | "inspect" | "reinspection" | "reinspected" | "visit"
        | "visits" | "visited" | "visiting" | "assessment" | "assessments" | "assessed" | "unannounced"
        | "audited" => Sign::Visit,
        // "Its report, out today", "in a letter dated 28 February", "on the watchdog's website on Monday"
        "out" if (i.saturating_sub(4)..i).any(|n| line.is_any(n, DOCUMENTS)) => Sign::Report,
        "dated" if (i.saturating_sub(4)..i).any(|n| line.is_any(n, DOCUMENTS)) => Sign::Report,
        "website" if line.is(i + 1, "on") && (0..i).any(|n| line.is_any(n, &["report", "findings"])) => {
            Sign::Report
        }
        "inspectors" | "inspector" | "assessors" => Sign::Visitor,
        // "They spent three weeks looking at the service", "A team was at the prison for a fortnight"
        "spent" | "spend" | "stayed" if lasts(line, i + 1, 6) && visitors(line, i) => Sign::Visit,
        "was" | "were"
            if line.is_any(i + 1, &["at", "in", "inside"]) && lasts(line, i + 2, 18) && visitors(line, i) =>
        {
            Sign::Visit
        }
        // "When the watchdog last called", "When they went back"
        "called" | "looked" | "came" | "went" if line.is(i.wrapping_sub(1), "last") && visitors(line, i) => {
            Sign::Visit
        }
        "went" | "came" | "called" | "looked"
            if line.is_any(i + 1, &["back", "again"]) && visitors(line, i) =>
        {
            Sign::Visit
        }
        // "The watchdog moved into the ward on 3 May."
        "moved" | "went" | "came" | "called" | "descended" | "swooped" | "arrived" | "returned"
            if line.is_any(i + 1, &["in", "into", "on", "at", "to"])
                && (i.saturating_sub(10)..i).any(|n| line.is_any(n, INSPECTING)) =>
        {
            Sign::Visit
        }
        // "a two-week inspection which finished on 13 June"
        "finished" | "ended" | "concluded"
            if (i.saturating_sub(9)..i).any(|n| line.is_any(n, &["inspection", "visit"])) =>
        {
            Sign::Visit
        }
        "took" | "taking" | "taken" if line.is(i + 1, "place") => Sign::Light,
        "undertaken" | "conducted" | "carried" | "held" | "performed" => Sign::Light,
        "awarded" | "stripped" | "given" | "gave" | "handed"
            if (i + 1..i + 10).any(|n| line.is_any(n, GRADES)) =>
        {
            Sign::Verdict
        }
        "rated" | "graded" | "judged" | "branded" | "labelled" | "downgraded" | "upgraded" | "rating"
        | "score" | "scored" => Sign::Verdict,
        // "The commission yesterday raised the council from weak to fair"
        "raised" | "lifted" | "lowered" | "promoted" | "relegated" | "demoted" | "put"
            if (i.saturating_sub(4)..i).any(|n| line.is_any(n, INSPECTING))
                && (i + 2..i + 9).any(|n| line.is_any(n, &["from", "to", "into"])) =>
        {
            Sign::Verdict
        }
        "told" if (i + 1..i + 9).any(|n| line.is_any(n, &["improve", "improvement"])) => Sign::Verdict,
        "said" | "says" | "told" | "added" | "insisted" | "warned" | "revealed" | "announced"
        | "confirmed" | "claimed" | "demanded" => Sign::Speech,
        "died" | "went" | "began" | "took" | "became" | "left" | "came" | "won" | "lost" | "born"
        | "opened" | "closed" | "was" | "were"
            if lower.len() > 3 && !lower.starts_with("we") =>
        {
            Sign::Other
        }
        w if w.len() > 4 && w.ends_with("ed") && word.starts_with(|c: char| c.is_lowercase()) => Sign::Other,
        _ => return None,
    })
}
