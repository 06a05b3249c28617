//! Areas of work that stand before their verb by names that no framework has: "Plumbing, motor vehicle work and basic skills
//! were each judged poor", "Waste collection was rated good". Knows no label.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase::{self, AreaRow};
use crate::relate::story::Story;
use std::ops::Range;

/// Adds the areas to a frame that has its subject before a verb of rating, giving or receiving.
pub(super) fn read<'t>(story: &Story<'t>, s: &Sentence<'t>, frame: &mut Frame) {
    if frame.rule == "is" {
        of_rating(story, s, frame);
        return;
    }
    let passive =
        matches!(frame.rule, "rated/passive" | "rated/as" | "found/passive" | "given/passive" | "requires");
    let be = || (frame.subject.end..frame.head).any(|i| s.is_any(i, &[Class::Be, Class::Have]));
    let counts = || {
        phrase::one_of_areas(s, frame.head).is_some()
            || counts_areas(s, 0..frame.head)
            || is_inverted(s, frame)
    };
    let moved = frame.rule.starts_with("moved") && frame.subject.end <= frame.head;
    let verb = moved
        || passive
            && frame.subject.end <= frame.head
            && (be() || counts() || beside_comma(s, frame).is_some())
        || frame.rule == "received"
        || frame.rule == "requires"
            && frame.subject.end <= frame.label
            && !frame.subject.is_empty()
            && s.at(frame.label).starts_with("require");
    let named = |i: &usize| matches!(s.item(*i), Some(Item::Aspect(_)));
    let told = !frame.unknown.is_empty() || !frame.below.aspects.is_empty();
    let listed = frame.listed.iter().any(named);
    let dragged = moved && !frame.object.is_empty();
    if !verb || told || dragged || frame.object.clone().any(|i| s.chunks[i].is_target()) {
        return;
    }
    if let Some(part) = way_before(s, frame) {
        let aspects: Vec<usize> = part.clone().filter(|i| named(i)).collect();
        let reader = Reader::of(story, s, frame.label);
        let whole = !aspects.is_empty() && !reader.is_fragment(&part, &aspects);
        // "Both the safety of the home and how it was led were judged poor"
        let stop = |i: &usize| matches!(s.item(*i), Some(Item::Label(_) | Item::Stop(_)));
        let before = (0..part.start.saturating_sub(1)).rev().take_while(|i| !stop(i)).filter(named);
        let before: Vec<usize> =
            before.filter(|_| part.start > 1 && s.is(part.start - 1, Class::Conj)).collect();
        frame.subject = frame.head..frame.head;
        frame.listed = before.into_iter().chain(aspects.into_iter().take(usize::from(whole))).collect();
        frame.unknown = reader.core(&part).filter(|_| !whole).into_iter().collect();
        return;
    }
    let passed = || phrase::one_of_areas(s, frame.head).and_then(|be| before_copula(story, s, be));
    let row = counted_after(story, s, frame).filter(|row| !listed || !row.unknown.is_empty());
    if listed && row.is_none() {
        return;
    }
    let row = row.or_else(passed).or_else(|| inserted(story, s, frame));
    if let Some(row) = row {
        let subject = row.range.end <= frame.head;
        frame.rule = if subject { frame.rule } else { "rated/list" };
        frame.end = if subject { frame.end } else { frame.end.max(row.range.end) };
        frame.subject = if subject { row.range } else { frame.head..frame.head };
        frame.listed = if subject { Vec::new() } else { row.named };
        frame.unknown = row.unknown;
        apart(s, frame);
        return;
    }
    if let Some(row) = before_aside(story, s, frame) {
        frame.subject = frame.head..frame.head;
        (frame.listed, frame.unknown) = (row.named, row.unknown);
        return;
    }
    if let Some((row, whose)) = row_at(story, s, frame) {
        frame.subject = whose..whose + 1;
        (frame.listed, frame.unknown) = (row.named, row.unknown);
        return;
    }
    // A name, a pronoun: most subjects.
    let Some(last) = frame.subject.clone().next_back() else { return };
    let plain = s.is_any(last, &[Class::Other, Class::Improve, Class::Visit]) || s.chunks[last].is_target();
    let whose = frame.subject.clone().any(|i| {
        matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))) && !s.owns(i) || s.is(i, Class::Pronoun)
    });
    if !plain || whose {
        return;
    }
    if let Some(row) = phrase::areas_to(story, s, frame.subject.end, false) {
        frame.subject = row.range.start.min(frame.subject.start)..frame.subject.end;
        frame.unknown = row.unknown;
        apart(s, frame);
    }
}

/// "Floristry and motor vehicle work at Tey College were judged poor": the areas before where they are, and whose they are.
fn row_at(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<(AreaRow, usize)> {
    let whose = frame.subject.end.checked_sub(1)?;
    let named = matches!(s.item(whose), Some(Item::Provider(_))) && !s.owns(whose);
    let at = whose.checked_sub(1 + usize::from(s.is(whose.wrapping_sub(1), Class::Det)))?;
    // "The ethos of the school"
    let of = s.says(at, &["of"]);
    let place = named && (of || s.says(at, &["at", "in"])) && at > 0;
    let row = phrase::areas_to(story, s, place.then_some(at)?, of)?;
    (!row.unknown.is_empty()).then_some((row, whose))
}

/// The comma before the participle of "waste collection, rated good in May, has".
fn beside_comma(s: &Sentence<'_>, frame: &Frame) -> Option<usize> {
    let comma = |i: usize| s.item(i) == Some(Item::Stop(','));
    let first = (0..frame.head).rev().take_while(|&i| s.is_any(i, &[Class::Filler, Class::Before])).last();
    let open = first.unwrap_or(frame.head).checked_sub(1).filter(|&i| comma(i))?;
    let closes = (frame.label + 1..frame.label + 9).any(comma);
    (closes && s.is_any(frame.head, &[Class::Rate, Class::Give])).then_some(open)
}

/// "Waste collection, rated good in May, has dropped to poor": areas before what is told of them by the way.
fn before_aside(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<AreaRow> {
    let end = beside_comma(s, frame).or_else(|| {
        let end = phrase::group_start(s, frame.head);
        Some(phrase::past_insertion(s, end)).filter(|&past| past < end)
    })?;
    phrase::areas_to(story, s, end, false).filter(|row| !row.unknown.is_empty())
}

/// "How well children are supported was graded good", "the way it treats its staff was judged poor": a clause as the subject.
fn way_before(s: &Sentence<'_>, frame: &Frame) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let end = phrase::group_start(s, frame.head);
    let stop = |i: &usize| matches!(s.item(*i), Some(Item::Label(_) | Item::Stop(_)));
    let way = |i: &usize| {
        let led = s.is(*i, Class::Det) && s.says(i + 1, &["way", "ways"]);
        led || s.says(*i, &["how"]) && !s.says(i.wrapping_sub(1), &["way", "ways"])
    };
    let start = (end.saturating_sub(LONGEST)..end).rev().take_while(|i| !stop(i)).find(way)?;
    let before = start.checked_sub(1);
    let opens = before.is_none_or(|i| matches!(s.item(i), Some(Item::Stop(_))) || s.is(i, Class::Conj));
    (opens && end > start + 2 && end < frame.head).then_some(start..end)
}

/// "Medicines management was rated good": what is only a word of a longer name is no area of its own.
fn apart(s: &Sentence<'_>, frame: &mut Frame) {
    let inside = |i: usize| frame.unknown.iter().any(|part| part.contains(&i));
    let area = |i: usize| matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_)));
    if frame.subject.clone().any(|i| area(i) && inside(i)) {
        let more = frame.subject.clone().filter(|&i| s.chunks[i].is_target() && !inside(i));
        frame.listed.extend(more.collect::<Vec<_>>());
        frame.subject = frame.head..frame.head;
    }
}

impl Reader<'_, '_> {
    /// "Repairs were judged fair, tenant involvement poor and the handling of calls good": the plain words between a joint and
    /// a bare label, after an area that was rated.
    pub(super) fn words_before(&self, last: &Frame, gap: &Range<usize>) -> Option<Range<usize>> {
        let s = self.s;
        let verb = s.is_any(last.head, &[Class::Rate, Class::Give, Class::Receive]);
        let rated = last.rule.starts_with("rated/") && verb
            || matches!(last.rule, "given/passive" | "received")
            || last.rule == "is" && (!last.unknown.is_empty() || s.is(gap.start + 1, Class::Possessive));
        let area = !last.unknown.is_empty()
            || last.listed.is_empty()
                && last.subject.clone().chain(last.object.clone()).any(|i| self.is_aspect(i));
        let comma = s.item(gap.start) == Some(Item::Stop(','));
        let and = gap.start + usize::from(comma && s.says(gap.start + 1, &["and", "but"]));
        let joint = comma || s.says(and, &["and", "but"]);
        // "and motor mechanics a four"
        let article = usize::from(s.says(self.label - 1, &["a", "an"]));
        let words = and + 1..self.label - article;
        let plain = |i: usize| s.is(i, Class::Other) && s.at(i).starts_with(char::is_lowercase);
        // "and the way it treats its staff good"
        let way = self.is_way(words.start) && (4..=10).contains(&words.len());
        let clause = |i: usize| matches!(s.item(i), Some(Item::Word(_) | Item::Aspect(_) | Item::Service(_)));
        let way = way && words.clone().all(clause);
        let short = (1..=3).contains(&words.len()) && words.clone().all(plain) && !comma;
        let whole = || {
            let row = phrase::areas_in(self.story, s, words.clone())?;
            (row.named.is_empty() && row.unknown.len() == 1).then(|| row.unknown[0].clone())
        };
        let ends = self.ends_phrase() && !s.at(self.label - 1).ends_with("ly");
        if !(joint && rated && area && ends) {
            return None;
        }
        if way {
            return self.core(&words);
        }
        if short { Some(words) } else { whole() }
    }

    /// "and resettlement as good": the plain words between a joint and "as".
    pub(super) fn words_before_as(&self, last: &Frame, gap: &Range<usize>) -> Option<Range<usize>> {
        let s = self.s;
        let first = s.says(last.label.wrapping_sub(1), &["as"]);
        let end = self.label.checked_sub(1).filter(|&i| first && s.says(i, &["as"]))?;
        // "and its handling of calls as poor"
        let plain = |i: &usize| {
            s.is(*i, Class::Other)
                || s.says(*i, &["of", "for", "to"]) && s.is(*i - 1, Class::Other) && i + 1 < end
        };
        let start = (gap.start + 1..end).rev().take_while(plain).last()?;
        let owned = s.is(start - 1, Class::Possessive) && start - 1 > gap.start;
        let joint = start.checked_sub(1 + usize::from(owned)).filter(|i| gap.contains(i))?;
        let joins = s.is(joint, Class::Conj) || s.item(joint) == Some(Item::Stop(','));
        let only = (gap.start..joint).all(|i| matches!(s.item(i), Some(Item::Stop(',') | Item::Close)));
        (joins && only && end - start <= 4).then_some(start..end)
    }

    /// "Its accommodation was weak, inspectors found, and its links with parents very good": areas of no framework before a
    /// copula, where inspectors speak and another grade stands beside.
    pub(super) fn plain_areas(&self, verb: usize) -> Option<Frame> {
        let s = self.s;
        let rated = || (0..verb).any(|i| s.is(i, Class::Rate)) && self.sibling();
        let spoken = self.body_speaks() && (self.sibling() || self.run) || rated();
        let ends = matches!(s.item(self.label + 1), None | Some(Item::Stop(_) | Item::Word(Class::Conj)));
        let next = (verb + 1..self.label)
            .all(|i| s.is_any(i, &[Class::Now, Class::Again, Class::Filler, Class::All]));
        if !(spoken || self.after_area) || !ends || self.in_speech() || !next {
            return None;
        }
        let row = phrase::areas_to(self.story, s, phrase::group_start(s, verb), false)?;
        // "Leadership was good. Accommodation was weak, with two rooms out of use."
        let opens = row.range.start == 0 || self.fronted_by_name(&row.range);
        if !spoken && (!opens || (0..verb).any(|i| s.is(i, Class::Say))) {
            return None;
        }
        // "and the food was good": somebody liked it.
        let liked = row.range.len() == 2 && s.is(row.range.start, Class::Det) && !self.body_speaks();
        let frame = || self.frame(verb, row.range.clone(), verb..verb, "is");
        (!row.unknown.is_empty() && !liked).then(|| Frame {
            unknown: row.unknown.clone(),
            listed: row.named.clone(),
            ..frame()
        })
    }

    /// "Inspectors rated waste collection and street lighting good", "found record keeping to be poor": what stands between
    /// the verb and its label.
    pub(super) fn plain_object(&self, head: usize) -> Option<Frame> {
        let s = self.s;
        let to_be = s.is(head, Class::Be) && s.says(head.wrapping_sub(1), &["to"]);
        let end = if to_be { head - 1 } else { head + 1 };
        let last = end.checked_sub(1)?;
        if !s.is_any(last, &[Class::Other, Class::Improve]) && !matches!(s.item(last), Some(Item::Aspect(_)))
        {
            return None;
        }
        let verb = (end.saturating_sub(24)..end).rev().find(|&i| phrase::is_verb(&s.chunks[i]))?;
        let passive = (verb.saturating_sub(3)..verb).any(|i| s.is(i, Class::Be));
        let rates = match s.item(verb)? {
            Item::Word(Class::Rate) => true,
            Item::Word(Class::Find) => {
                let agent = self.inspectors_in(0..verb)
                    || self.report_speaks(verb)
                    || s.is(verb.wrapping_sub(1), Class::Pronoun) && self.run;
                let they = s.is(verb.wrapping_sub(1), Class::Pronoun);
                to_be && (agent || they) || agent && s.says(self.label.wrapping_sub(1), &["as"])
            }
            _ => false,
        };
        let parts = self.parts(false);
        let for_others = !parts.listed.is_empty() || !parts.unknown.is_empty();
        if !rates || passive || for_others || self.in_speech() || !self.ends_phrase() {
            return None;
        }
        let row = phrase::areas_in(self.story, s, verb + 1..end).filter(|row| !row.unknown.is_empty())?;
        let rule = if s.is(verb, Class::Find) { "found/active" } else { "rated/active" };
        Some(Frame {
            listed: row.named,
            unknown: row.unknown,
            ..self.frame(verb, verb..verb, end..end, rule)
        })
    }
}

/// "The grade for welding was good", "Its verdict on careers guidance is poor"
fn of_rating(story: &Story<'_>, s: &Sentence<'_>, frame: &mut Frame) {
    let led = |i: &usize| s.is(*i, Class::Rating) && s.says(i + 1, &["on", "for", "of"]);
    let first = frame.subject.clone().find(led).map(|i| i + 2);
    let open = frame.unknown.is_empty() && frame.listed.is_empty();
    let Some(first) = first.filter(|&i| open && i < frame.subject.end) else { return };
    if let Some(row) = phrase::areas_in(story, s, first..frame.subject.end)
        && !row.unknown.is_empty()
    {
        frame.unknown = row.unknown;
        apart(s, frame);
    }
}

/// "Joinery was also the only one graded poor": what stands before the copula.
fn before_copula(story: &Story<'_>, s: &Sentence<'_>, be: usize) -> Option<AreaRow> {
    let mut end = be;
    while end > 0 && s.is_any(end - 1, &[Class::Filler, Class::All, Class::Now, Class::Again]) {
        end -= 1;
    }
    phrase::areas_to(story, s, end, true)
}

/// True for words that count areas: "each aspect", "two of its subjects", "the only area".
fn counts_areas(s: &Sentence<'_>, range: Range<usize>) -> bool {
    let count = |i: usize| {
        matches!(s.item(i), Some(Item::Number(1..=9)))
            || s.is(i, Class::All)
            || s.says(i, &["only", "among", "other", "these"])
    };
    let first = range.clone().find(|&i| count(i));
    first.is_some_and(|first| (first + 1..range.end).any(|i| phrase::is_area_noun(s, i)))
}

/// "Two subjects, welding and joinery, were rated poor"
fn inserted(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<AreaRow> {
    let close = phrase::group_start(s, frame.head).checked_sub(1)?;
    let Some(Item::Stop(stop @ (',' | '–' | '—' | ')'))) = s.item(close) else { return None };
    let opens = if stop == ')' { '(' } else { stop };
    let noun = (0..close).rev().take(24).find(|&i| phrase::is_area_noun(s, i))?;
    let open = (noun + 1..close).find(|&i| s.item(i) == Some(Item::Stop(opens)))?;
    let clause = (0..noun).rev().find(|&i| matches!(s.item(i), Some(Item::Stop(_)))).map_or(0, |i| i + 1);
    let counted = counts_areas(s, clause..noun + 1);
    if counted { phrase::areas_in(story, s, open + 1..close) } else { None }
}

/// "Rated inadequate were plumbing and welding"
fn is_inverted(s: &Sentence<'_>, frame: &Frame) -> bool {
    let next = frame.label + 1 + usize::from(s.item(frame.label + 1) == Some(Item::Close));
    let opens = frame.head == 0 || matches!(s.item(frame.head - 1), Some(Item::Stop(_)));
    opens && s.is(frame.head, Class::Rate) && s.is(next, Class::Be)
}

/// "Each aspect of its work was rated poor – assessment, planning and review", "The only area rated good was welding"
fn counted_after(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<AreaRow> {
    let next = frame.label + 1 + usize::from(s.item(frame.label + 1) == Some(Item::Close));
    let joined = s.is(next, Class::Be) || matches!(s.item(next), Some(Item::Stop(':' | '–' | '—')));
    let stop = |i: &usize| matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_)));
    let clause = (0..frame.head).rev().find(stop).map_or(0, |i| i + 1);
    let counted = joined && (is_inverted(s, frame) || counts_areas(s, clause..frame.head));
    if counted { phrase::areas_from(story, s, next + 1, true) } else { None }
}
