//! Words that read otherwise by those beside them: "picked up", "the former", "Station Road". Knows no frame and no label's
//! meaning.

use super::{Chunk, Item, number};
use crate::find::words::{Class, takes};
use crate::text::Text;
use crate::text::key::same;

/// Sets the class of each such word.
pub(super) fn read(text: &Text, chunks: &mut [Chunk]) {
    verbs(text, chunks);
    if chunks.iter().any(|c| c.is(Class::Aim)) {
        streets(text, chunks);
    }
}

/// "in Station Road", "at Hope Street": no road that leads to a grade, and no hope of one.
fn streets(text: &Text, chunks: &mut [Chunk]) {
    let capital = |c: Option<&Chunk>| {
        c.is_some_and(|c| !matches!(c.item, Item::Stop(_)) && text.at(c.span).starts_with(char::is_uppercase))
    };
    for i in 1..chunks.len() {
        let named = chunks[i].is(Class::Aim)
            && match text.at(chunks[i].span) {
                "Road" | "Path" => capital(chunks.get(i - 1)),
                "Hope" => capital(chunks.get(i + 1)),
                // "on a main road": the road to a grade says where it leads.
                "road" | "path" | "journey" => chunks
                    .get(i + 1)
                    .is_none_or(|c| !["to", "towards", "toward", "from"].contains(&text.at(c.span))),
                _ => false,
            };
        if named {
            chunks[i].item = Item::Word(Class::Other);
        }
    }
}

/// "The report grades the school", "Ofsted marks it down": a noun of rating that stands where a verb does.
fn verbs(text: &Text, chunks: &mut [Chunk]) {
    let one_of = |chunk: &Chunk, words: &[&str]| chunk.key.is_any(words, |w| same(w, text.at(chunk.span)));
    for i in 1..chunks.len().saturating_sub(1) {
        let [before, here, after] = &chunks[i - 1..=i + 1] else { continue };
        let Item::Word(class) = here.item else { continue };
        let object = after.is_target() || after.is_any(&[Class::Det, Class::Possessive, Class::Pronoun]);
        let read = match class {
            // "published its report, rating it good"
            Class::Rating if object && one_of(here, &["rating", "grading", "ranking"]) => {
                let led =
                    ["after", "by", "before", "while", "and", "report", "letter", "verdict", "judgement"]
                        .contains(&text.at(before.span))
                        || before.is(Class::Visit);
                (led || matches!(before.item, Item::Stop(','))).then_some(Class::Rate)
            }
            Class::Rating if object && one_of(here, &["grades", "scores", "marks", "ranks", "labels"]) => {
                // "The letter sent by Ofsted to the council grades its services"
                let sent = matches!(before.item, Item::Provider(_))
                    && chunks[..i].iter().any(|c| matches!(c.item, Item::Body(_)))
                    && after.is(Class::Possessive);
                let agent = matches!(before.item, Item::Body(_) | Item::Stop(','))
                    || sent
                    || before.is_any(&[Class::Visit, Class::Pronoun]);
                agent.then_some(Class::Rate)
            }
            // "we grade it good", "inspectors can mark it down"
            Class::Rating if object && one_of(here, &["grade", "mark", "rank", "label", "score"]) => {
                let led = before.is_any(&[Class::Will, Class::Would, Class::Must])
                    || one_of(before, &["we", "they", "inspectors", "to", "not"]);
                led.then_some(Class::Rate)
            }
            // "Record keeping was rated good"
            Class::Keep if one_of(here, &["keeping"]) && one_of(before, &["record", "records", "book"]) => {
                Some(Class::Other)
            }
            // "Success rates in floristry were poor"
            Class::Rate
                if one_of(here, &["rates", "rate"])
                    && one_of(
                        before,
                        &["success", "pass", "retention", "completion", "attendance", "absence", "recycling"],
                    ) =>
            {
                Some(Class::Other)
            }
            // "declared its inspection void"
            Class::Rate | Class::Find if one_of(here, &["declared", "declares", "ruled", "deemed"]) => {
                let rest = chunks[i + 1..].iter().take(9);
                let mut rest = rest.take_while(|c| !matches!(c.item, Item::Label(_) | Item::Stop(_)));
                rest.any(|c| one_of(c, &["void", "invalid"])).then_some(Class::Withdraw)
            }
            // "The rating was scrapped"
            Class::Other
                if before.is(Class::Be) && one_of(here, &["scrapped", "revoked", "binned", "struck"]) =>
            {
                let nouns = chunks[..i].iter().rev().take(4);
                nouns.into_iter().any(|c| c.is(Class::Rating)).then_some(Class::Withdraw)
            }
            // "must score two stars", "to score a four"
            Class::Rating if text.at(here.span) == "score" => {
                let led =
                    before.is_any(&[Class::Must, Class::Will, Class::Would]) || text.at(before.span) == "to";
                led.then_some(Class::Receive)
            }
            // "managed a three", "took the maximum four"
            Class::Other if takes(text.at(here.span)) && number_follows(text, chunks, i) => {
                Some(Class::Receive)
            }
            // "has since been rated four": no preposition.
            Class::Prep if before.is(Class::Have) && after.is(Class::Be) => {
                (text.at(here.span) == "since").then_some(Class::Filler)
            }
            // "escaped an inadequate rating"
            Class::Other if one_of(here, &["escaped", "escapes", "dodged", "dodges"]) => {
                let next = chunks[i + 1..].iter().take(3).any(|c| matches!(c.item, Item::Label(_)));
                next.then_some(Class::Fail)
            }
            // "where children went missing": nothing was missed out on.
            Class::Fail if one_of(here, &["missing"]) => {
                one_of(before, &["went", "gone", "go", "goes", "going"]).then_some(Class::Other)
            }
            // "picked up three stars"
            Class::Rise
                if text.at(here.span) == "up"
                    && one_of(before, &["picked", "picks", "notched", "chalked"]) =>
            {
                Some(Class::Filler)
            }
            // "Ratings for safety meant the home was rated poor": a clause of its own.
            Class::Other if object && one_of(here, &["meant", "means"]) => Some(Class::Opens),
            // "Ofsted now calls it inadequate", "the CQC has put the home down as inadequate"
            Class::Other | Class::Have if object && says_of(text, chunks, i) => Some(Class::Rate),
            // "put the home down as", "marked down as"
            Class::Fall if one_of(here, &["down"]) && one_of(after, &["as"]) => Some(Class::Filler),
            // "children in need of help", "pupils' needs", "meeting needs": a noun.
            Class::Must if is_need(text, before, here, after) => Some(Class::Other),
            // "Ofsted rated her good", "graded her as good", "gave her a four": a pronoun.
            Class::Possessive if one_of(here, &["her"]) => {
                let complement = matches!(after.item, Item::Label(_) | Item::Open)
                    || one_of(after, &["as", "to"])
                    || before.is(Class::Give) && after.is(Class::Det);
                (complement && before.is_any(&[Class::Rate, Class::Give, Class::Find]))
                    .then_some(Class::Pronoun)
            }
            // "The former was rated good": a pronoun.
            _ if before.is(Class::Det)
                && !after.is(Class::Other)
                && !after.is_target()
                && one_of(here, &["former", "latter"]) =>
            {
                Some(Class::Pronoun)
            }
            _ => None,
        };
        if let Some(class) = read {
            chunks[i].item = Item::Word(class);
        }
    }
}

/// True for the noun "need", and not the verb.
fn is_need(text: &Text, before: &Chunk, here: &Chunk, after: &Chunk) -> bool {
    let word = text.at(before.span);
    let gap = text.as_str().get(before.span.end..here.span.start).unwrap_or_default();
    let owned = gap.starts_with(['\'', '’']) || word.ends_with("'s") || word.ends_with("’s");
    let led =
        ["the", "meeting", "individual", "special", "complex", "additional", "learning"].contains(&word);
    match text.at(here.span) {
        "need" => word == "in",
        "needs" => (owned || led || before.is(Class::Possessive)) && text.at(after.span) != "to",
        _ => false,
    }
}

/// True for "calls", "thinks", "put … down as" where a body or its inspectors stand before them.
fn says_of(text: &Text, chunks: &[Chunk], verb: usize) -> bool {
    const CALLS: &[&str] =
        &["called", "calls", "call", "calling", "thinks", "thought", "reckons", "believes"];
    const INSPECTORS: &[&str] = &["inspectors", "inspector", "watchdog", "regulator", "inspectorate"];
    let spelt = |c: &Chunk, words: &[&str]| c.key.is_any(words, |w| same(w, text.at(c.span)));
    let one_of = |i: usize, words: &[&str]| chunks.get(i).is_some_and(|c| spelt(c, words));
    let down = || (verb + 2..verb + 10).any(|i| one_of(i, &["down"]) && one_of(i + 1, &["as"]));
    let calls = one_of(verb, CALLS) || one_of(verb, &["put", "puts", "had", "has", "have"]) && down();
    if !calls {
        return false;
    }
    let passed = |c: &Chunk| {
        c.is_any(&[
            Class::Have,
            Class::Filler,
            Class::Now,
            Class::Again,
            Class::Expect,
            Class::Be,
            Class::Will,
        ]) || text.at(c.span) == "to"
    };
    let agent = chunks.get(..verb).unwrap_or_default().iter().rposition(|c| !passed(c));
    agent.is_some_and(|i| matches!(chunks[i].item, Item::Body(_)) || one_of(i, INSPECTORS))
}

/// True where a label that no adjective looks like is the object of the verb at `verb`.
fn number_follows(text: &Text, chunks: &[Chunk], verb: usize) -> bool {
    let passed = |c: &&Chunk| {
        c.is_any(&[Class::Det, Class::Filler, Class::Position])
            || ["maximum", "full"].contains(&text.at(c.span))
    };
    let next = chunks.get(verb + 1..).into_iter().flatten().find(|c| !passed(c));
    next.filter(|c| matches!(c.item, Item::Label(_))).is_some_and(|c| {
        let words = text.at(c.span);
        number(words).is_some() || words.contains("star") || words.contains("out of")
    })
}
