//! Judgements: which label was given to whom. A label counts only in a rating frame (a rating verb, a rating
//! noun, a copula with a provider or a graded aspect); by itself it is an adjective.
//!
//! Sieves, the most certain first: rated (passive, active) · given and received · moved from one label to
//! another · is · told to improve · listed. Each reads one label and says which items are its arguments;
//! `relate::target` says who they are, `relate::status` how surely it was given.

mod against;
mod aimed;
mod anyone;
mod area_before;
mod area_row;
mod as_noun;
mod bare;
mod bare_then;
mod because;
mod carriers;
mod choice;
mod concerned;
mod coordinated;
mod counted;
mod determined;
mod difference;
mod each;
mod ellipsis;
mod evidence;
mod fronted;
mod gloss;
mod headings;
mod heads;
mod hopes;
mod in_order;
mod lists;
mod moves;
mod noun_phrase;
mod objects;
mod of_areas;
mod one_of;
mod opens;
mod outcome;
mod part_name;
mod parts;
mod premodified;
mod put_as;
mod put_at;
mod relative;
mod remaining;
mod requires;
mod rows;
mod set_off;
mod speaks;
mod stays;
mod taken;
mod there;
mod told;
mod told_by;
mod verbs;
mod way;

use crate::fact::Basis;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::{Below, Frame, Run};
use crate::relate::phrase;
use crate::relate::story::Story;
pub(crate) use lists::named_after;
pub(crate) use rows::named_next;
pub(crate) use set_off::{Masked, masked};
use std::cell::OnceCell;
use std::ops::Range;

/// The frames of one sentence, in order of their labels.
/// `run`: whether a sentence just before gave a grade too: "Care planning was also weak."
pub(crate) fn frames<'t>(story: &Story<'t>, sentence: &Sentence<'t>, run: Run) -> Vec<Frame> {
    let Some(clause) = set_off::without(story, sentence) else { return of_items(story, sentence, run) };
    let outer = of_items(story, &clause.sentence, run);
    // "poor for safety (down from good)": what is set off is read beside the grade that it is told of.
    let mut found =
        of_labels(story, sentence, run, outer.into_iter().map(|f| clause.back(sentence, f)).collect());
    found.sort_by_key(|f| f.label);
    found
}

/// The frames of the labels of a sentence, beside those that are known by now.
fn of_labels<'t>(story: &Story<'t>, sentence: &Sentence<'t>, run: Run, known: Vec<Frame>) -> Vec<Frame> {
    let mut found: Vec<Frame> = Vec::new();
    let given: Vec<usize> = known.iter().map(|f| f.label).collect();
    for label in 0..sentence.chunks.len() {
        let Some(Item::Label(ix)) = sentence.item(label) else { continue };
        let Some(form) = story.labels.get(ix).map(|l| l.ix) else { continue };
        if given.contains(&label) {
            found.extend(known.iter().filter(|f| f.label == label).cloned());
            continue;
        }
        let reader = Reader {
            paraphrase: story.knowledge.only_paraphrases(form),
            ..Reader::after(story, sentence, label, run)
        };
        let frame = headings::heading(story, sentence, label)
            .or_else(|| headings::above(story, sentence, label))
            .or_else(|| reader.marked_line())
            .or_else(|| reader.answer())
            .or_else(|| reader.labelled_line())
            .or_else(|| reader.pair())
            .or_else(|| reader.of_each())
            .or_else(|| reader.verdict_on())
            .or_else(|| reader.clause_label())
            .or_else(|| reader.then_and_now())
            .or_else(|| reader.journey())
            .or_else(|| reader.place_of());
        let frame = frame
            .or_else(|| reader.stroke(&found))
            .or_else(|| reader.beside(&found))
            .or_else(|| reader.spelt_out(&found))
            .or_else(|| reader.grade_of())
            .or_else(|| reader.in_brackets_then(&found))
            .or_else(|| reader.measured_against(&found))
            .or_else(|| reader.one_of_so_many())
            .or_else(|| reader.joins_those())
            .or_else(|| reader.hoped())
            .or_else(|| reader.would_have_been())
            .or_else(|| reader.had_then())
            .or_else(|| reader.was_then())
            .or_else(|| reader.way_rated())
            .or_else(|| reader.determined())
            .or_else(|| reader.concerned())
            .or_else(|| reader.stands_out())
            .or_else(|| reader.because())
            .or_else(|| reader.said_outright())
            .or_else(|| reader.is_how())
            .or_else(|| reader.calls_itself())
            .or_else(|| reader.in_its_own_clause(&found))
            .or_else(|| reader.read())
            .or_else(|| reader.under_review())
            .or_else(|| reader.given_then())
            .or_else(|| reader.put_at(&found))
            .or_else(|| reader.remaining())
            .or_else(|| reader.back_to_being())
            .or_else(|| reader.coordinated(&found))
            .or_else(|| reader.outcome())
            .or_else(|| reader.shown())
            .or_else(|| reader.standards_met())
            .or_else(|| reader.area_met());
        let mut frame = frame.map(|f| coordinated::of_last(sentence, f, &found));
        frame.iter_mut().for_each(|f| area_row::read(story, sentence, f));
        found.extend(frame);
    }
    moves::read(story, sentence, &mut found, &given);
    let moved = |f: &&mut Frame| f.rule.starts_with("moved") && !given.contains(&f.label);
    found.iter_mut().filter(moved).for_each(|f| area_row::read(story, sentence, f));
    // "upgraded to good after an inadequate rating in 2020": the movement is read by now.
    for label in 0..sentence.chunks.len() {
        let Some(Item::Label(ix)) = sentence.item(label) else { continue };
        if story.labels.get(ix).is_some() && !found.iter().any(|f| f.label == label) {
            let reader = Reader::after(story, sentence, label, run);
            let beside = reader.stroke(&found).or_else(|| reader.beside(&found));
            let beside = beside.or_else(|| reader.alongside(&found)).or_else(|| reader.after_years(&found));
            let beside = beside.or_else(|| reader.measured_against(&found));
            let beside = beside.or_else(|| reader.rather_than(&found)).or_else(|| reader.having_held(&found));
            let own = beside.or_else(|| reader.in_its_own_clause(&found));
            found.extend(own.or_else(|| reader.as_noun(&found)).or_else(|| reader.put_as()));
        }
    }
    found
}

/// The frames of a sentence with nothing set off in it.
fn of_items<'t>(story: &Story<'t>, sentence: &Sentence<'t>, run: Run) -> Vec<Frame> {
    let mut found = of_labels(story, sentence, run, Vec::new());
    // What follows goes on from a grade that was read: many labels are only words.
    if found.is_empty() {
        return found;
    }
    found.sort_by_key(|f| f.label);
    difference::read(sentence, &mut found);
    gloss::glossed_numbers(sentence, &mut found);
    in_order::respectively(sentence, &mut found);
    in_order::in_order(story, sentence, &mut found);
    in_order::as_before(sentence, &mut found);
    found.iter_mut().for_each(|f| area_before::read(story, sentence, f));
    ellipsis::read(story, sentence, &mut found);
    counted::once_more(sentence, &mut found);
    counted::before(sentence, &mut found);
    found
}

struct Reader<'a, 't> {
    story: &'a Story<'t>,
    s: &'a Sentence<'t>,
    label: usize,
    paraphrase: bool,
    /// True where a sentence just before gave a grade.
    run: bool,
    /// True where it gave one of an area.
    after_area: bool,
    /// What several frames ask for, once it is read.
    known_head: OnceCell<Option<usize>>,
    known_evident: OnceCell<bool>,
}

impl<'a, 't> Reader<'a, 't> {
    fn of(story: &'a Story<'t>, s: &'a Sentence<'t>, label: usize) -> Self {
        let (known_head, known_evident) = (OnceCell::new(), OnceCell::new());
        Reader {
            story,
            s,
            label,
            paraphrase: false,
            run: false,
            after_area: false,
            known_head,
            known_evident,
        }
    }

    fn after(story: &'a Story<'t>, s: &'a Sentence<'t>, label: usize, run: Run) -> Self {
        let after_area = run == Run::Area;
        Reader { run: run != Run::Nothing, after_area, ..Reader::of(story, s, label) }
    }
}

impl Reader<'_, '_> {
    fn read(&self) -> Option<Frame> {
        if self.paraphrase {
            return self.told();
        }
        if let Some(frame) = self.premodified() {
            return Some(frame);
        }
        if self.inside_longer_quote()
            || self.is_alternative()
            || self.in_many_cases()
            || self.is_compound()
            || self.glossed_next()
            || self.is_place() && !self.place_holds()
        {
            return None;
        }
        let noun = self.rating_noun().or_else(|| self.kind_noun());
        let head = self.head().map(|h| self.object_there(h).unwrap_or(h));
        // "was judged ‘good’ less than two years ago": marks and verb leave no doubt.
        let complement = head.is_some_and(|h| {
            let object = self.s.chunks[h].is_target() || self.s.is(h, Class::Pronoun);
            object && phrase::governor(&self.s.chunks, h + 1).is_some_and(|v| self.s.is(v, Class::Rate))
        });
        let sure =
            complement || self.quoted() && head.is_some_and(|h| self.s.is_any(h, &[Class::Rate, Class::Be]));
        if noun.is_none() && !sure && self.modifies() {
            return None;
        }
        let frame = self.bracketed().or_else(|| self.noun_given_to(noun?)).or_else(|| self.fronted(noun));
        let frame = frame.or_else(|| self.plain_object(head?)).or_else(|| self.by_head(head, noun));
        frame.filter(|frame| !self.is_nobodys(frame))
    }

    /// A grade told only beside another one.
    fn beside(&self, found: &[Frame]) -> Option<Frame> {
        if self.paraphrase || self.inside_longer_quote() || self.is_alternative() {
            return None;
        }
        self.compared(self.head()?, found)
    }

    /// The word before the label, past marks, articles and fillers: "been rated [as] [an overall] “good”".
    pub(super) fn head(&self) -> Option<usize> {
        *self.known_head.get_or_init(|| self.find_head())
    }

    fn find_head(&self) -> Option<usize> {
        let s = self.s;
        let mut at = self.label;
        while at > 0 {
            at -= 1;
            let passed = s.item(at) == Some(Item::Open)
                || s.is_any(
                    at,
                    &[Class::Det, Class::Filler, Class::Again, Class::Now, Class::Not, Class::Before],
                )
                || s.says(at, &["as"]) && !s.is(at.wrapping_sub(1), Class::Rate)
                || s.says(at, &["both", "all"]) && s.is_any(at.wrapping_sub(1), &[Class::Be, Class::Rate])
                || s.says(at, &["maximum", "full"]) && self.self_evident()
                || s.says(at, &["double"])
                || s.says(at, &["ever"]) && s.says(at.wrapping_sub(1), &["first", "best", "worst"])
                || self.counts_each(at);
            // "given Ofsted's second-lowest grade"
            let of_body =
                at >= 1 && s.is(at, Class::Possessive) && matches!(s.item(at - 1), Some(Item::Body(_)));
            // "a good, two-star service": the word before the number says the same.
            let double = gloss::word_before(s, at).filter(|_| at + 1 == self.label && self.self_evident());
            // "a “good one star”": how good a one.
            let passed = passed || at + 1 == self.label && self.evident_after(at);
            if of_body || double.is_some() {
                at = double.unwrap_or(at - 1);
                continue;
            }
            // "graded two, or ‘weak’", "a grade of 5 - very good -": the number says the same.
            if let Some(number) = gloss::number_before(s, self.label).filter(|&n| n < at) {
                at = number;
                continue;
            }
            let number = |i: usize| matches!(s.item(i), Some(Item::Number(_) | Item::Label(_)));
            let brackets = matches!(s.item(at), Some(Item::Stop('(' | '–' | '—')));
            if at >= 1 && brackets && number(at - 1) {
                at -= 1;
                continue;
            }
            if !passed {
                return Some(at);
            }
        }
        None
    }

    pub(super) fn frame(
        &self,
        head: usize,
        subject: Range<usize>,
        object: Range<usize>,
        rule: &'static str,
    ) -> Frame {
        let mut parts = self.parts(self.s.is(head, Class::Give));
        // "lead to positive experiences for children": those whom it is for are no area.
        if self.is_statement() {
            parts.listed.retain(|&i| !matches!(self.s.item(i), Some(Item::Aspect(_))));
            parts.unknown.clear();
        }
        Frame {
            label: self.label,
            head,
            subject,
            object,
            unknown: parts.unknown,
            below: Below { aspects: headings::bullets(self.story, self.s, self.label), ..Below::default() },
            listed: parts.listed,
            end: parts.end.max(self.label + 1),
            status: None,
            change: None,
            basis: if self.is_place() || self.is_ordinal() { Basis::Inferred } else { Basis::Stated },
            rule,
        }
    }
}
