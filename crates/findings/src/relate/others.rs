//! Judgements that are nobody's here: by people who inspect nothing, of others than the one told of, of any home at
//! all, of a count. Knows no target and no status.

mod asked;
mod plural;

use crate::fact::Basis;
use crate::find::words::Class;
use crate::relate::Draft;
use crate::relate::clause::{self, Chunk, Item, Sentence};
use crate::relate::frame::{Frame, Run};
use crate::relate::phrase;
use crate::relate::story::Story;
use crate::resolve::provider::Ix;
use crate::text::Span;
use asked::{counts_replies, is_person};
pub(crate) use plural::{is_many_for_each, is_plural};

/// "adequate in the other areas", "everything else as good", "with the rest judged good": not the whole.
pub(crate) fn is_of_rest(s: &Sentence<'_>, frame: &Frame) -> bool {
    let left = |i: usize| {
        s.says(i, &["rest", "remainder"]) && s.says(i.wrapping_sub(1), &["the"])
            || s.says(i, &["else"]) && s.says(i.wrapping_sub(1), &["everything"])
    };
    let named = |i: usize| s.chunks.get(i).is_some_and(Chunk::is_target);
    let told = || frame.subject.clone().chain(frame.object.clone());
    if (told().any(left) || frame.unknown.iter().any(|part| part.clone().any(left))) && !told().any(named) {
        return true;
    }
    let mut at = frame.label + 1;
    while s.item(at) == Some(Item::Close) {
        at += 1;
    }
    // "good for everything except behaviour"
    let but = |i: usize| s.says(i, &["except", "but", "bar", "barring", "apart", "else"]);
    s.says(at, &["everywhere"]) && s.says(at + 1, &["else"])
        || s.says(at, &["in", "for", "at"])
            && s.says(at + 1, &["everything"])
            && but(at + 2)
            && !phrase::and_overall(s, frame.label)
        || s.says(at, &["in", "for", "at"])
            && (at + 1..at + 4).any(|i| s.says(i, &["other", "others", "rest", "remaining"]))
            && frame.listed.is_empty()
            && frame.unknown.is_empty()
}

/// "Its report said: “…”": the words in marks are the inspectors'.
pub(crate) fn inspectors_write(s: &Sentence<'_>, quoted: Span) -> bool {
    let theirs = |i: usize| {
        matches!(s.item(i), Some(Item::Body(_)))
            || s.is(i, Class::Visit)
            || s.says(i, &["inspectors", "inspector"])
    };
    let before = s.chunks.iter().take_while(|c| c.span.end <= quoted.start).count();
    let says = (0..before).rev().find(|&i| s.is_any(i, &[Class::Say, Class::Find]));
    let stop = |i: &usize| !matches!(s.item(*i), Some(Item::Stop(_)));
    says.is_some_and(|says| (says.saturating_sub(4)..says).rev().take_while(stop).any(theirs))
}

/// "a home that has been rated inadequate": any home.
pub(crate) fn is_any(s: &Sentence<'_>, frame: &Frame) -> bool {
    let end = frame.subject.end;
    (end.saturating_sub(3).max(frame.subject.start)..end).any(|i| s.says(i, &["a", "an", "any"]))
}

/// "The worst of them, Balnacraig, was rated poor": a name that nobody in the article is known by.
pub(crate) fn stranger(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame, of: Option<Ix>) -> bool {
    let known = of.and_then(|ix| story.providers.entities.get(ix)).map_or("", |e| e.name.as_str());
    // "The firm also runs Balnacraig in Tey, which was rated poor"
    let relative = (frame.subject.end..frame.head).any(|i| s.is(i, Class::Opens));
    let told = if relative { frame.subject.clone() } else { 0..frame.head };
    let named = told.into_iter().any(|i| matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))));
    // "was head of a school that went from poor to good"
    let first = frame.subject.start;
    let of = |i: usize| s.says(i, &["of", "at", "led", "ran", "turned"]);
    if !named && s.says(frame.subject.end, &["that", "which"]) {
        let near = first.saturating_sub(2)..frame.subject.end;
        let any = near.clone().find(|&i| s.says(i, &["a", "an"]));
        if any.is_some_and(|i| i > 0 && of(i - 1)) {
            return true;
        }
    }
    !named
        && frame.unknown.is_empty()
        && frame.subject.clone().any(|i| {
            let word = s.at(i);
            let mut letters = word.chars();
            let name = letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_some_and(char::is_lowercase);
            i > 0
                && name
                && s.is(i, Class::Other)
                && !known.contains(word)
                && !phrase::is_subject(s, i)
                && !s.says(i - 1, &["of", "in", "near", "at"])
                && s.item(i - 1) != Some(Item::Open)
                && !matches!(s.item(i - 1), Some(Item::Stop(':')))
                && !is_person(s, i)
        })
}

/// "rated excellent by diners", "mothers rated the food": a judgement of somebody who inspects nothing.
pub(crate) fn by_others(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> bool {
    const LAY: &[&str] = &[
        "mothers", "parents", "patients", "residents", "users", "customers", "diners", "visitors", "readers",
        "pupils", "students", "staff", "respondents", "families", "relatives", "guests", "tenants", "voters",
        "shoppers", "critics", "critic", "reviewer", "reviewers", "fans", "neighbours", "survey", "surveys",
        "poll", "councillor", "councillors", "mp", "judges",
    ];
    let before = frame.head.saturating_sub(5)..frame.head;
    // "I would have given them no stars"
    let group =
        |i: &usize| s.is_any(*i, &[Class::Have, Class::Would, Class::Will, Class::Filler, Class::Not]);
    let agent = before.clone().rev().find(|i| !group(i));
    if agent.is_some_and(|i| s.says(i, &["i", "i'd", "i’d"])) && frame.rule == "given/active" {
        return true;
    }
    // "Ratings for Marle: who scored a five"
    let asks = |i: usize| {
        s.says(i, &["who", "which"]) && (i == 0 || matches!(s.item(i - 1), Some(Item::Stop(':' | '–' | '—'))))
    };
    if agent.is_some_and(asks) {
        return true;
    }
    let lay = before.clone().rev().find(|&i| s.says(i, LAY)).is_some_and(|lay| {
        !(lay..frame.head)
            .any(|i| matches!(s.item(i), Some(Item::Body(_) | Item::Stop(_))) || s.is(i, Class::Be))
    });
    if lay && matches!(frame.rule, "rated/active" | "rated/unknown" | "given/active") {
        return true;
    }
    if counts_replies(s, frame) && matches!(frame.rule, "rated/active" | "rated/unknown" | "given/active") {
        return true;
    }
    // "Parents say teaching is good"
    let say = (1..frame.head).rev().find(|&i| s.is(i, Class::Say));
    let theirs = say.is_some_and(|i| s.says(i - 1, LAY) && !s.says(i - 1, &["survey", "surveys", "poll"]));
    if theirs && frame.rule == "is" && !(0..frame.head).any(|i| matches!(s.item(i), Some(Item::Body(_)))) {
        return true;
    }
    // "The head, who was rated outstanding as a teacher", "won a five-star award from the chamber of commerce"
    let person = frame.subject.clone().next_back().is_some_and(|i| {
        s.says(
            i,
            &["head", "headteacher", "teacher", "manager", "councillor", "chef", "leader", "mp", "owner"],
        )
    });
    let award = (frame.label + 1..frame.label + 3)
        .any(|i| s.says(i, &["award", "awards"]) && s.says(i + 1, &["from", "at"]));
    let from = (frame.label + 3..(frame.label + 8).min(s.chunks.len()))
        .any(|i| matches!(s.item(i), Some(Item::Body(_))));
    // "The leadership of the head was rated good": an area, whoever's it is.
    let area = || frame.subject.clone().any(|i| matches!(s.item(i), Some(Item::Aspect(_))));
    if person && frame.rule == "rated/passive" && !area() || award && !from {
        return true;
    }
    // "in a draft report seen by the Courier": whoever saw it judged nothing.
    let by = (frame.label + 1..(frame.label + 9).min(s.chunks.len()))
        .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_) | Item::Label(_))) && !s.is(i, Class::Visit))
        .find(|&i| s.says(i, &["by"]));
    // "by the time he left": when.
    let when = |by: usize| s.says(by + 1, &["the"]) && s.says(by + 2, &["time", "end", "middle"]);
    let Some(by) = by.filter(|&by| !when(by)) else { return false };
    let agent = by + 1..(by + 6).min(s.chunks.len());
    // Councils score kitchens.
    let council = |i: usize| match s.item(i) {
        Some(Item::Provider(m)) => {
            let kind =
                story.provider(m).and_then(|p| story.kind(p)).and_then(|k| story.knowledge.service_id(k));
            kind.is_some_and(|k| k.as_str() == "council")
        }
        _ => false,
    };
    let scored = clause::number(s.at(frame.label)).is_some();
    let known = agent.clone().any(|i| {
        matches!(s.item(i), Some(Item::Body(_) | Item::Date(_) | Item::Number(_)))
            || council(i)
            || scored && s.says(i, &["council", "council's", "council’s", "authority", "environmental"])
            || s.says(
                i,
                &[
                    "inspectors", "inspector", "watchdog", "regulator", "commission", "inspectorate",
                    "officers", "officials", "government", "assessors", "auditors", "them", "it", "then",
                    "being",
                ],
            )
            || s.at(i).ends_with("ing")
    });
    !known && frame.rule.starts_with("rated")
}

/// "24% of 87 authorities were rated inadequate": a count of others, not one provider's judgement.
pub(crate) fn counts_others(s: &Sentence<'_>, frame: &Frame) -> bool {
    let subject = frame.subject.clone().chain(frame.object.clone());
    let told = subject.clone().chain(frame.listed.iter().copied()).any(|i| s.chunks[i].is_target());
    let is_provider = |i: usize| matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_)));
    if frame.listed.iter().any(|&i| is_provider(i)) || !frame.below.providers.is_empty() {
        return false;
    }
    // "One of the county's largest schools has been rated good" is about that one.
    let single = |i: usize| {
        s.item(i) == Some(Item::Number(1))
            && s.says(i + 1, &["of"])
            && s.says(frame.subject.end, &["has", "is", "was"])
    };
    // "graded two, or ‘weak’", "graded 2 (good)": the number is the grade.
    let gloss = |i: usize| matches!(s.item(i), Some(Item::Stop(',' | '–' | '—' | '(')));
    let right_before = |i: usize| i == frame.label || s.item(i) == Some(Item::Open) && i + 1 == frame.label;
    let grade = |i: usize| gloss(i + 1) && (s.says(i + 2, &["or"]) || right_before(i + 2));
    // "Three Towns" is a name.
    let named = |i: usize| i > 0 && s.at(i).starts_with(char::is_uppercase);
    // "A service covering two of the biggest towns has been rated good" is about the service.
    let first = frame.subject.start;
    let share = &["third", "quarter", "fifth", "half", "handful", "majority", "minority", "number", "few"];
    let one = s.says(first, &["a", "an"])
        && !s.says(first + 1, share)
        && s.says(frame.subject.end, &["has", "is", "was"]);
    // "the behaviour of the 210 pupils" is one thing.
    let within = |i: usize| {
        let of = i.checked_sub(2).filter(|&of| s.says(of, &["of"]));
        s.is_any(i.wrapping_sub(1), &[Class::Det, Class::Possessive])
            && of.is_some_and(|of| {
                subject.clone().any(|a| a < of && matches!(s.item(a), Some(Item::Aspect(_))))
            })
    };
    let counted = subject.clone().filter(|&i| !one || i < frame.subject.start + 3).any(|i| {
        // "Under the new one it has three stars"
        let new_one = s.is(i.wrapping_sub(1), Class::Now) && s.is(i + 1, Class::Pronoun);
        matches!(s.item(i), Some(Item::Number(_)))
            && !new_one
            && !single(i)
            && !grade(i)
            && !named(i)
            && !within(i)
    });
    // "a sister home", "but its sister home in Tey was rated good": one that nobody in the article is known as.
    let sister = (frame.subject.end.saturating_sub(8)..frame.subject.end).any(|i| {
        s.says(i, &["sister", "neighbouring", "nearby", "rival"])
            && s.is_any(i.wrapping_sub(1), &[Class::Det, Class::Possessive])
            && s.is(i + 1, Class::Other)
            // "Ash Bank, its sister home in Tey, was graded weak"
            && !(i > 2 && s.item(i - 2) == Some(Item::Stop(',')) && is_provider(i - 3))
            && !(i..frame.subject.end)
                .any(|j| is_provider(j) || s.is(j, Class::Pronoun) || phrase::is_verb(&s.chunks[j]))
    });
    // "has issued C3 grades to three local authorities"
    let to = (frame.label + 1..frame.label + 4).find(|&i| s.says(i, &["to"]));
    let given_many = to.is_some_and(|to| {
        matches!(s.item(to + 1), Some(Item::Number(2..)))
            && !s.chunks[to..].iter().any(|c| matches!(c.item, Item::Provider(_)))
    });
    if given_many && !told {
        return true;
    }
    // "No landlord has yet been graded C4."
    let nobody = s.says(first, &["no", "neither", "nobody"]) && first < frame.subject.end;
    let others = nobody
        || subject.clone().any(|i| s.says(i, &["another", "others"]))
        || frame.head > 0 && s.says(frame.head - 1, &["another", "others"]);
    let all = others || subject.clone().any(|i| s.is(i, Class::All) && (!one || i < frame.subject.start + 3));
    let whose = subject.clone().any(|i| {
        is_provider(i)
            || matches!(s.item(i), Some(Item::Service(_)))
            || Some(i) == subject.clone().next() && s.is(i, Class::Possessive)
    });
    // "had opened two homes, both of which had been rated good": nobody named.
    let some_two = subject.clone().any(|i| {
        matches!(s.item(i), Some(Item::Number(_)))
            && (matches!(s.item(i + 1), Some(Item::Group(_))) || s.is(i + 1, Class::Other))
            && !s.is_any(i.wrapping_sub(1), &[Class::Det, Class::Possessive, Class::All])
            || matches!(s.item(i), Some(Item::Group(_)))
                && s.at(i).split(' ').next().is_some_and(|w| clause::number(w).is_some())
    }) && (0..frame.head)
        .any(|i| s.is(i, Class::All) && s.says(i + 1, &["of"]) && s.is(i + 2, Class::Opens));
    // "the number of care services rated poor has halved"
    let number = (first..frame.subject.end)
        .any(|i| s.says(i, &["number", "proportion", "share", "percentage"]) && s.says(i + 1, &["of"]))
        && !subject.clone().any(is_provider);
    let none = subject.clone().any(|i| s.says(i, &["none", "neither"]));
    // "Homes rated inadequate are visited again": any home.
    // "I have worked in places rated good": any place.
    let plural = frame.head > 0
        && s.is(frame.head - 1, Class::Other)
        && s.at(frame.head - 1).ends_with('s')
        && !s.at(frame.head - 1).ends_with("ss");
    let first = (0..frame.head).rev().take_while(|&i| s.is(i, Class::Other)).last().unwrap_or(frame.head);
    // "Areas rated inadequate were safety and care": these.
    let area = |&i: &usize| matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_)));
    let of_areas = frame.listed.iter().any(area) || !frame.unknown.is_empty();
    let bare = plural
        && !of_areas
        && frame.rule == "rated/passive"
        && !s.is_any(first.wrapping_sub(1), &[Class::Possessive, Class::Det])
        && !subject.clone().any(|i| s.chunks[i].is_target());
    // "those rated weak", "the best get three stars", "none of the 31 units inspected since … has been rated good"
    let those = frame.head > 0 && s.says(frame.head - 1, &["those", "ones", "number", "proportion", "share"])
        || frame.subject.len() == 2 && s.is(frame.subject.start + 1, Class::Position) && !told
        || s.says(0, &["none", "neither"])
            && s.says(1, &["of"])
            && !(0..frame.label).any(|i| matches!(s.item(i), Some(Item::Stop(';'))));
    // "a home care agency in nearby Ostrey": nobody named, and a place.
    let opens = frame.subject.start;
    let lower = s.at(opens).to_lowercase();
    let article = matches!(lower.as_str(), "a" | "an") || lower.starts_with("a ") || lower.starts_with("an ");
    let somewhere = |i: usize| {
        s.says(i, &["in", "near"]) && (i + 1..i + 3).any(|j| j < frame.head && (is_provider(j) || named(j)))
    };
    let unnamed = frame.basis == Basis::Inferred && article && (opens + 1..frame.head).any(somewhere);
    let areas = frame.listed.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))));
    // "The only area rated good was a surprise": one that is not named.
    let of_area = frame.subject.clone().any(|i| s.says(i, phrase::AREAS)) && frame.rule == "rated/passive";
    // "Every area of the school was graded good": the areas, not the school.
    let areas_of = || {
        let noun = (frame.subject.start..frame.subject.end).find(|&i| s.says(i, phrase::AREAS));
        noun.is_some_and(|i| {
            s.says(i + 1, &["of", "at", "in"])
                && (frame.subject.start..i).any(|j| s.is(j, Class::All))
                && !(0..i).any(|j| matches!(s.item(j), Some(Item::Aspect(_))))
        })
    };
    if of_area
        && (!told || areas_of())
        && !areas
        && frame.unknown.is_empty()
        && frame.below.aspects.is_empty()
    {
        return true;
    }
    sister
        || none
        || number
        || some_two
        || bare
        || those
        || unnamed
        || counted && !whose && !areas
        || all && !told
}

/// "It was handed a five" of a takeaway without a name: no council, which the body of the judgement inspects as little.
pub(crate) fn is_bystander(story: &Story<'_>, d: &Draft) -> bool {
    let kind = d.target.provider.and_then(|p| story.kind(p)).filter(|_| d.target.service.is_none());
    d.body.zip(kind).is_some_and(|(body, kind)| {
        let food = story.knowledge.services().iter().position(|s| s.id.as_str() == "food-business");
        let shops = food.is_some_and(|at| u16::try_from(at).is_ok_and(|k| story.knowledge.inspects(body, k)));
        shops && story.knowledge.one_of_a_place(kind) && !story.knowledge.inspects(body, kind)
    })
}

/// What the sentences before one gave: `last` is the sentence of the last grade, and that grade.
pub(super) fn run(story: &Story<'_>, at: usize, next: usize, last: Option<(usize, Option<&Draft>)>) -> Run {
    let of_area = |d: &Draft| d.target.aspect.or(d.target.service).is_some() || d.thing.1.is_some();
    match last {
        Some((told, Some(draft))) if at <= told + 1 && of_area(draft) => Run::Area,
        Some((told, _)) if at <= told + 2 => Run::Grade,
        _ if rated_next(story, at, next) => Run::Grade,
        _ => Run::Nothing,
    }
}

/// True where the next sentence of the paragraph gives a grade outright: "Teaching was good. Leadership was rated weak."
fn rated_next(story: &Story<'_>, at: usize, next: usize) -> bool {
    let (Some(here), Some(ahead)) = (story.text.sentences.get(at), story.text.sentences.get(at + 1)) else {
        return false;
    };
    let label = story.labels.get(next).is_some_and(|l| ahead.contains(l.span));
    if !label || story.text.paragraph_at(here.start) != story.text.paragraph_at(ahead.start) {
        return false;
    }
    let sentence = story.sentence(*ahead);
    let body = sentence.chunks.iter().any(|c| matches!(c.item, Item::Body(_)));
    let now = sentence.is(0, Class::Now) && sentence.chunks.iter().any(|c| c.is(Class::Say));
    body && (now || sentence.chunks.iter().any(|c| c.is(Class::Rate)))
}

/// "None of the four homes run by X was rated good" is not X's own: true where the sentence names the members of those
/// counted.
pub(super) fn names_members(s: &Sentence<'_>, frame: &Frame) -> bool {
    let provider = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_)));
    let group = |i: usize| matches!(s.item(i), Some(Item::Group(_)));
    let ranges = || frame.subject.clone().chain(frame.object.clone());
    !frame.below.providers.is_empty()
        || frame.rule == "one-of"
        || frame.listed.iter().any(|&i| provider(&i) || group(i))
        || ranges().any(group)
        || frame.subject.clone().any(|i| s.says(i, &["including", "such", "among"]))
        // "X and four others were"
        || frame.subject.clone().any(|i| {
            provider(&i) && s.is(i + 1, Class::Conj) && matches!(s.item(i + 2), Some(Item::Number(_)))
        })
        // "judged both X and Y to be poor"
        || ranges().filter(provider).count() > 1
        // "Both are run by X, which was rated good"
        || frame.subject.clone().any(|i| provider(&i))
            && (frame.subject.end..frame.head).any(|i| s.is(i, Class::Opens))
}
