//! What follows a label: its agent, a gloss, a comparison, the list of what it is for. Knows no verb before it.

use super::{is_verb, parts};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};

/// The place after "by Ofsted", "by the inspectors", where what the label is for follows; else where it was.
pub(crate) fn past_agent(s: &Sentence<'_>, after: usize) -> usize {
    // "inadequate yet again for being well-led"
    let again = after + usize::from(s.says(after, &["yet"]));
    let after = if s.is(again, Class::Again) { again + 1 } else { after };
    let mut at = after;
    while s.item(at) == Some(Item::Close) || s.is_any(at, &[Class::Filler, Class::Rating]) {
        at += 1;
    }
    // "a grade four – inadequate – by the inspectorate for leadership"
    at += usize::from(matches!(s.item(at), Some(Item::Stop(',' | '–' | '—'))) && s.says(at + 1, &["by"]));
    if !s.says(at, &["by", "from"]) {
        return after;
    }
    let agent = at + 1 + usize::from(s.is(at + 1, Class::Det));
    let one = matches!(s.item(agent), Some(Item::Body(_)))
        || s.says(agent, &["inspectors", "inspector", "watchdog", "regulator"]);
    let next = agent + 1 + usize::from(s.says(agent + 1, &["inspectors"]));
    let next = if s.item(next) == Some(Item::Stop('(')) && s.item(next + 2) == Some(Item::Stop(')')) {
        next + 3
    } else {
        next
    };
    // "excellent by the inspectorate both for care and for leadership"
    // "awarded three green flags by the commission, for recycling and housing"
    let next = next + usize::from(s.item(next) == Some(Item::Stop(',')) && s.says(next + 1, &["for"]));
    let date = next + usize::from(matches!(s.item(next), Some(Item::Date(_))));
    let next = if s.says(date, &["both"]) { date + 1 } else { next };
    if one && s.says(next, &["for", "at", "in"]) { next } else { after }
}

/// The place after "by Ofsted", whatever follows.
pub(crate) fn past_agent_only(s: &Sentence<'_>, at: usize) -> usize {
    let agent = at + 1 + usize::from(s.is(at + 1, Class::Det));
    let one = matches!(s.item(agent), Some(Item::Body(_)))
        || s.says(agent, &["inspectors", "watchdog", "regulator", "inspectorate"]);
    if s.says(at, &["by"]) && one { agent + 1 } else { at }
}

/// The place after ", its lowest mark," or "– a one, the lowest mark on the scale –", where what the label is for
/// follows; else where it was.
pub(crate) fn past_gloss(s: &Sentence<'_>, after: usize) -> usize {
    let mut at = after;
    while s.item(at) == Some(Item::Close) {
        at += 1;
    }
    let Some(Item::Stop(',' | '–' | '—')) = s.item(at) else { return after };
    let closes = |i: &usize| {
        matches!(s.item(*i), Some(Item::Stop(',' | '–' | '—'))) && s.says(i + 1, &["for", "in", "at"])
    };
    let Some(end) = (at + 2..at + 16).find(closes) else { return after };
    let gloss = (at + 1..end).any(|i| s.is_any(i, &[Class::Position, Class::Rating]));
    let plain = (at + 1..end).all(|i| !s.chunks[i].is_target() && !is_verb(&s.chunks[i]));
    // "a two, which means weak, for care"
    let means =
        s.says(at + 1, &["meaning"]) || s.says(at + 1, &["which"]) && s.says(at + 2, &["means", "meant"]);
    let worded = means && (at + 1..end).any(|i| matches!(s.item(i), Some(Item::Label(_))));
    if gloss && plain || worded { end + 1 } else { after }
}

/// What stands before "to" and "of" where both say no more than "for".
const REGARD: &[&str] = &["regard", "relation", "respect", "terms", "comes", "came"];

/// The last word of "as far as", "so far as".
pub(crate) fn as_far_as(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let far = s.says(at, &["as", "so"]) && s.says(at + 1, &["far"]) && s.says(at + 2, &["as"]);
    far.then_some(at + 2)
}

/// The last word of "with regard to", "in relation to", "when it comes to".
fn with_regard_to(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let led = s.says(at, &["with", "in"]) || s.says(at, &["when"]) && s.says(at + 1, &["it"]);
    let noun = at + 1 + usize::from(s.says(at, &["when"]));
    (led && s.says(noun, REGARD) && s.says(noun + 1, &["to", "of"])).then_some(noun + 1)
}

/// The place of "for" in ", as well as for its leadership", ", including in safety".
pub(crate) fn further_for(s: &Sentence<'_>, after: usize) -> Option<usize> {
    let at = after + usize::from(s.item(after) == Some(Item::Stop(',')));
    let leads = match () {
        () if s.says(at, &["as"]) && s.says(at + 1, &["well"]) && s.says(at + 2, &["as"]) => at + 3,
        () if s.says(at, &["including", "plus"]) => at + 1,
        () => return None,
    };
    s.says(leads, &["for", "in"]).then_some(leads)
}

/// "was also graded at that level", "was given the same grade": the verb, where the noun at `noun` stands for a grade told
/// before.
pub(crate) fn same_again(s: &Sentence<'_>, noun: usize) -> Option<usize> {
    let grade =
        s.is(noun, Class::Rating) || s.says(noun, &["level", "standard", "verdict", "result", "band"]);
    let that = s.says(noun.wrapping_sub(1), &["that"])
        || s.says(noun.wrapping_sub(1), &["same"]) && s.says(noun.wrapping_sub(2), &["the", "that"]);
    if !grade || !that {
        return None;
    }
    let det = noun - 1 - usize::from(s.says(noun - 1, &["same"]));
    let verb = det.checked_sub(1 + usize::from(s.is(det.wrapping_sub(1), Class::Prep)))?;
    // "at the same level as last year", "the same grade as the other homes"
    // "in its latest report" compares nothing.
    let compared = s.says(noun + 1, &["as", "for", "of", "that", "when"])
        || s.says(noun + 1, &["in"]) && !s.is(noun + 2, Class::Possessive);
    // "judged to be at that level"
    let judged = s.says(verb, &["be"]) && s.says(verb.wrapping_sub(1), &["to"]);
    let judged = verb.checked_sub(2).filter(|&v| judged && s.is_any(v, &[Class::Rate, Class::Find]));
    let verb = judged.unwrap_or(verb);
    let verb_of = [Class::Rate, Class::Find, Class::Give, Class::Receive, Class::Be];
    (!compared && s.is_any(verb, &verb_of)).then_some(verb)
}

/// "came out as good, as it had at the last inspection": where the comparison begins.
pub(crate) fn as_then(s: &Sentence<'_>, label: usize) -> Option<usize> {
    (label + 1..(label + 6).min(s.chunks.len())).find(|&i| {
        s.says(i, &["as"])
            && (s.is(i + 1, Class::Pronoun)
                && (s.is(i + 2, Class::Have) || s.is(i + 2, Class::Be) || s.says(i + 2, &["did"]))
                && matches!(
                    s.item(i + 3),
                    None | Some(Item::Stop(_) | Item::Date(_) | Item::Word(Class::Prep | Class::Before))
                )
                || s.says(i + 1, &["in", "at", "before"]))
    })
}

/// "… in that area", "… on that measure" right after a label.
pub(crate) fn points_back(s: &Sentence<'_>, after: usize) -> bool {
    let at = after + usize::from(s.item(after) == Some(Item::Close));
    let same = usize::from(s.says(at + 2, &["same"]));
    s.says(at, &["in", "on", "for", "at"])
        && (s.says(at + 1, &["that"]) || same == 1 && s.says(at + 1, &["the"]))
        && s.says(at + 2 + same, &["area", "category", "measure", "count", "field", "respect", "theme"])
}

/// The aspects, services and providers listed after a label: "good for X, Y and Z", "outstanding in A".
/// Gives the items and where the list ends. After a verb of giving "to" lists too.
pub(crate) fn listed_after(sentence: &Sentence<'_>, after: usize, gives: bool) -> (Vec<usize>, usize) {
    let chunks = &sentence.chunks[..];
    let mut at = past_gloss(sentence, past_agent(sentence, after));
    while at < chunks.len()
        && (matches!(chunks[at].item, Item::Close | Item::Body(_) | Item::Stop('–' | '—' | ')'))
            || chunks[at].is_any(&[Class::Rating, Class::Filler, Class::Visit, Class::All])
            || sentence.says(at, &["possible", "available"])
            || chunks[at].item == Item::Stop(',') && sentence.says(at + 1, &["for"]))
    {
        at += 1;
    }
    at = further_for(sentence, at).unwrap_or(at);
    // "good overall and in safety"
    let overall = sentence.says(at, &["and"]) && sentence.says(at.wrapping_sub(1), &["overall"]);
    at += usize::from(overall && sentence.says(at + 1, &["for", "in", "on"]));
    // "good this year for effectiveness"
    at += usize::from(
        matches!(sentence.item(at), Some(Item::Date(_)))
            && sentence.says(at + 1, &["for"])
            && !sentence.says(at + 2, &["the", "a"]),
    );
    // "weak (2) for care and support"
    let glossed = sentence.item(at) == Some(Item::Stop('('))
        && matches!(sentence.item(at + 1), Some(Item::Number(_) | Item::Label(_)))
        && sentence.item(at + 2) == Some(Item::Stop(')'));
    at += if glossed { 3 } else { 0 };
    let far = as_far_as(sentence, at);
    at = far.or_else(|| with_regard_to(sentence, at)).unwrap_or(at);
    let colon = matches!(chunks.get(at).map(|c| c.item), Some(Item::Stop(':')));
    let preposition = sentence.says(at, &["for", "in", "on", "across", "over", "at"])
        || at > after && sentence.says(at, &["to", "of"]) && sentence.says(at - 1, REGARD)
        || far.is_some()
        || gives && sentence.says(at, &["to"]);
    // "one star for the second year running and Stow Council rose to two": a time, and a clause of its own.
    let time = sentence.says(at, &["for"])
        && sentence.says(at + 1, &["the", "a"])
        && sentence.says(at + 2, &["first", "second", "third", "fourth", "fifth"])
        && sentence.says(at + 3, &["time", "year", "consecutive", "successive", "straight"]);
    if !colon && !preposition || time {
        return (Vec::new(), at);
    }
    let mut found = Vec::new();
    let (mut end, mut plain) = (at, 0);
    while let Some(chunk) = chunks.get(at) {
        // "in the performance tables": the aspect only describes another noun.
        let describes = matches!(chunk.item, Item::Aspect(_))
            && chunks.get(at + 1).is_some_and(|next| {
                next.is_any(&[Class::Other, Class::Visit]) && next.span.start == chunk.span.end + 1
            })
            && !sentence.says(
                at + 1,
                &[
                    "services", "service", "throughout", "inspectors", "there", "last", "domains", "areas",
                    "categories", "strands", "pillars",
                ],
            );
        // "its management of risk": the aspect is only a word of a longer name.
        let longer = sentence.says(at + 1, &["of"]) && chunks.get(at + 2).is_some_and(|c| c.is(Class::Other));
        // "good in all areas except safety"
        if at > after && sentence.says(at, &["except", "bar", "barring", "apart", "excluding"]) {
            break;
        }
        // "in three areas, with behaviour rated good"
        if chunk.item == Item::Stop(',') && sentence.says(at + 1, &["with"]) {
            break;
        }
        // "good for safety, while leadership was poor"
        // "weak for care and a three for staffing"
        let own = matches!(chunk.item, Item::Number(_))
            && !found.is_empty()
            && sentence.says(at - 1, &["a", "an"])
            && sentence.says(at + 1, &["for", "in", "on"]);
        // "for safety despite the efforts of its staff"
        let aside = || sentence.says(at, &["despite", "because", "amid", "following", "thanks"]);
        let ends =
            sentence.says(at, &["but", "so", "yet"]) || praises(sentence, at) || !found.is_empty() && aside();
        if own || parts(chunk) || ends {
            break;
        }
        // "very good for teaching, and the quality of leadership is good": the last is what the next label is of.
        let finite = sentence.says(at, &["is", "are", "was", "were"])
            && chunks.get(at + 1).is_some_and(|next| matches!(next.item, Item::Label(_) | Item::Open));
        // ", and leadership and teaching were weak": the clause begins with the comma.
        let clause = |last: usize| {
            let own = |i: &usize| chunks[*i].is_target() || chunks[*i].is(Class::Det);
            let first = (after..last).rev().find(|i| !own(i));
            first.filter(|&i| chunks[i].is(Class::Conj) && sentence.item(i - 1) == Some(Item::Stop(',')))
        };
        let last = || (after..at).rev().find(|&i| chunks[i].is(Class::Conj)).filter(|&i| i > after);
        let joint = || last().map(|last| clause(last).filter(|&i| i > after).unwrap_or(last));
        if let Some(joint) = joint().filter(|_| finite) {
            found.retain(|&i| i < joint);
            end = found.last().map_or(joint, |l| l + 1);
            break;
        }
        match chunk.item {
            // "in the annual performance ratings": what the whole scheme is called.
            Item::Aspect(_) if sentence.says(at + 1, &["ratings", "tables", "league"]) => {}
            Item::Aspect(_) if describes || longer => {}
            Item::Number(_) => {}
            Item::Aspect(_) | Item::Service(_) | Item::Provider(_) | Item::Group(_) => {
                found.push(at);
                (end, plain) = (at + 1, 0);
            }
            Item::Stop(',' | ':') | Item::Open | Item::Close => {}
            // "in three categories – safe, effective and well-led –"
            Item::Stop('–' | '—' | '(')
                if found.is_empty() && (after..at).any(|i| matches!(chunks[i].item, Item::Number(_))) => {}
            Item::Word(
                Class::Conj
                | Class::Det
                | Class::Possessive
                | Class::Prep
                | Class::Filler
                | Class::All
                | Class::Be,
            ) => {}
            Item::Word(Class::Other | Class::Rating) => {
                plain += 1;
                if plain > 3 {
                    break;
                }
            }
            // "for A, which was up from one last year, and for B": past what is told of the first.
            _ if !found.is_empty() => match goes_on_for(sentence, at) {
                Some(further) => {
                    at = further;
                    continue;
                }
                None => break,
            },
            _ => break,
        }
        at += 1;
    }
    // "good at Tey School and the curriculum excellent": the last has a label of its own.
    let own = |i: usize| {
        let next = i + 1 + usize::from(sentence.says(i + 1, &["as"]));
        let next = next + usize::from(sentence.item(next) == Some(Item::Open));
        matches!(sentence.item(next), Some(Item::Label(_)))
    };
    if let Some(last) = found.last().copied().filter(|&last| own(last) && last > after + 1) {
        let joint = (after..last)
            .rev()
            .find(|&i| !sentence.is_any(i, &[Class::Det, Class::Possessive]) && !chunks[i].is_target());
        let joint =
            joint.filter(|&i| sentence.is(i, Class::Conj) || sentence.item(i) == Some(Item::Stop(',')));
        if let Some(joint) = joint.filter(|&j| j > after) {
            found.retain(|&i| i < joint);
            end = found.last().map_or(after, |l| l + 1);
        }
    }
    (found, end)
}

/// "good for leadership and praised its staff": what inspectors did besides, a clause of its own.
pub(crate) fn praises(s: &Sentence<'_>, at: usize) -> bool {
    const PRAISED: &[&str] = &[
        "praised", "criticised", "commended", "noted", "highlighted", "urged", "recommended", "ordered",
        "acknowledged",
    ];
    s.is(at.wrapping_sub(1), Class::Conj) && s.says(at, PRAISED)
}

/// "good for everything else, and overall": the whole as well.
pub(crate) fn and_overall(s: &Sentence<'_>, label: usize) -> bool {
    (label + 2..label + 9)
        .take_while(|&i| s.item(i).is_some() && !matches!(s.item(i), Some(Item::Label(_) | Item::Stop(';'))))
        .any(|i| {
            s.says(i, &["overall"])
                && s.says(i - 1, &["and"])
                && matches!(s.item(i + 1), None | Some(Item::Stop(_) | Item::Close))
        })
}

/// "insufficient progress in two, including safeguarding": the areas that a count names.
pub(crate) fn included_after(s: &Sentence<'_>, label: usize) -> Vec<usize> {
    let opens = (label + 2..label + 12)
        .take_while(|&i| s.item(i).is_some() && !matches!(s.item(i), Some(Item::Label(_) | Item::Stop(';'))))
        .find(|&i| {
            s.item(i - 1) == Some(Item::Stop(','))
                && (s.says(i, &["including", "notably"]) || s.says(i, &["among"]) && s.says(i + 1, &["them"]))
        });
    let Some(opens) = opens else { return Vec::new() };
    let listed = |i: &usize| {
        matches!(s.item(*i), Some(Item::Aspect(_) | Item::Stop(',')))
            || s.is_any(*i, &[Class::Conj, Class::Det, Class::Possessive, Class::Pronoun])
    };
    (opens + 1..s.chunks.len())
        .take_while(listed)
        .filter(|&i| matches!(s.item(i), Some(Item::Aspect(_))))
        .collect()
}

/// The second "for" of "for A, up from one, and for B", past the words from `at` on, which a comma opens.
fn goes_on_for(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let opens = at.checked_sub(1).filter(|&i| s.item(i) == Some(Item::Stop(',')))?;
    let closes = (opens + 1..opens + 14).find(|&i| matches!(s.item(i), Some(Item::Stop(_))))?;
    (s.says(closes + 1, &["and"]) && s.says(closes + 2, &["for"])).then_some(closes + 2)
}

/// "when it joined the trust", "when the firm took it over": what happened to it later than its grade.
pub(crate) fn changed_hands(s: &Sentence<'_>, at: usize) -> bool {
    const CHANGED: &[&str] = &[
        "joined", "took", "taken", "became", "converted", "inherited", "bought", "merged", "acquired",
        "scrapped", "abolished", "replaced", "axed", "superseded",
    ];
    s.says(at, &["when", "before"])
        && (at + 1..at + 8)
            .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_))))
            .any(|i| s.says(i, CHANGED))
}
