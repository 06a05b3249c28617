//! A sentence less what is set off in it: "poor for safety (down from good last year) and good for care", "respect and – for
//! the first time – release were poor". The clause is read without it and what is set off in the whole sentence. Leaves alone
//! lists ("three areas – care and staffing –"), numbers that say the same ("weak (2)") and whatever names who is judged.

use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::story::Story;
use std::ops::Range;

/// Nothing longer is an aside.
const LONGEST: usize = 16;

/// What leads to an earlier grade.
const EARLIER: &[Class] =
    &[Class::Rise, Class::Fall, Class::Stay, Class::Before, Class::Be, Class::Have, Class::Pronoun];

/// A sentence in which its asides say nothing: how surely and when its grades were given is read there.
pub(crate) struct Masked<'t> {
    sentence: Sentence<'t>,
    asides: Vec<Range<usize>>,
}

impl<'t> Masked<'t> {
    /// The sentence that says how the grade at `label` was given.
    pub(crate) fn of<'a>(
        masked: Option<&'a Masked<'t>>,
        whole: &'a Sentence<'t>,
        label: usize,
    ) -> &'a Sentence<'t> {
        let outside = |m: &&Masked<'_>| !m.asides.iter().any(|a| a.contains(&label));
        masked.filter(outside).map_or(whole, |m| &m.sentence)
    }
}

/// The sentence with its asides said over, but for what makes a grade one of a draft.
pub(crate) fn masked<'t>(story: &Story<'t>, s: &Sentence<'t>) -> Option<Masked<'t>> {
    let mut asides = asides(s);
    asides.retain(|a| s.item(a.start) != Some(Item::Stop(',')));
    if asides.is_empty() {
        return None;
    }
    let mut chunks = s.chunks.to_vec();
    for aside in &asides {
        let said = chunks[aside.clone()].iter_mut().filter(|c| !c.is(Class::Draft));
        said.for_each(|c| *c = c.blank());
    }
    Some(Masked { sentence: Sentence::of(story.text, s.span, chunks.into()), asides })
}

/// A sentence without its asides.
pub(super) struct Clause<'t> {
    pub(super) sentence: Sentence<'t>,
    /// Where each of its items stands in the whole.
    at: Vec<usize>,
    asides: Vec<Range<usize>>,
    len: usize,
}

/// The sentence without its asides, where it has some and a grade outside them.
pub(super) fn without<'t>(story: &Story<'t>, s: &Sentence<'t>) -> Option<Clause<'t>> {
    let asides = asides(s);
    let first = asides.first()?.start;
    // "good for care – its best – adequate for staffing": the second dash parts them.
    let parts = |i: usize| {
        let next = i + 1 + usize::from(s.item(i + 1) == Some(Item::Open));
        asides.iter().any(|a| a.end == i + 1) && matches!(s.item(next), Some(Item::Label(_)))
    };
    let outside = |i: &usize| parts(*i) || !asides.iter().any(|a| a.contains(i));
    let at: Vec<usize> = (0..s.chunks.len()).filter(outside).collect();
    let graded = at.iter().any(|&i| matches!(s.item(i), Some(Item::Label(_))));
    // What closes the sentence parts nothing.
    if !graded || at.last().is_none_or(|&last| last < first) {
        return None;
    }
    let joint = |i: usize| if parts(i) { s.chunks[i].read_as(Item::Stop(',')) } else { s.chunks[i] };
    let chunks: Vec<Chunk> = at.iter().map(|&i| joint(i)).collect();
    let sentence = Sentence::of(story.text, s.span, chunks.into());
    Some(Clause { sentence, at, asides, len: s.chunks.len() })
}

impl Clause<'_> {
    /// A frame of the clause as one of the whole sentence.
    pub(super) fn back(&self, s: &Sentence<'_>, frame: Frame) -> Frame {
        Frame {
            label: self.item(frame.label),
            head: self.item(frame.head),
            subject: self.narrowed(s, self.range(&frame.subject)),
            object: self.narrowed(s, self.range(&frame.object)),
            listed: frame.listed.iter().map(|&i| self.item(i)).collect(),
            unknown: frame.unknown.iter().map(|u| self.range(u)).collect(),
            end: self.end(frame.end),
            change: frame.change.map(|(way, from)| (way, from.map(|i| self.item(i)))),
            ..frame
        }
    }

    fn item(&self, at: usize) -> usize {
        self.at.get(at).copied().unwrap_or(self.len)
    }

    fn end(&self, end: usize) -> usize {
        end.checked_sub(1).map_or(0, |last| self.item(last) + 1).min(self.len)
    }

    fn range(&self, of: &Range<usize>) -> Range<usize> {
        let start = self.item(of.start);
        start..if of.is_empty() { start } else { self.end(of.end) }
    }

    /// A stretch less an aside in it that has a pronoun or a grade of its own, where only one side of it names anything.
    fn narrowed(&self, s: &Sentence<'_>, of: Range<usize>) -> Range<usize> {
        let own = |i: usize| s.is(i, Class::Pronoun) || matches!(s.item(i), Some(Item::Label(_)));
        let inside = |a: &&Range<usize>| of.start < a.start && a.end < of.end && (*a).clone().any(own);
        let Some(aside) = self.asides.iter().find(inside) else { return of };
        let (before, after) = (of.start..aside.start, aside.end..of.end);
        let named = |r: &Range<usize>| s.chunks[r.clone()].iter().any(Chunk::is_target);
        match (named(&before), named(&after)) {
            (true, false) => before,
            (false, true) => after,
            _ => of,
        }
    }
}

/// What brackets, dashes, or an "and" and two commas set off, and what a lead tells of whom it does not name yet.
fn asides(s: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = lead_clause(s).into_iter().collect();
    let mut at = out.first().map_or(1, |clause| clause.end);
    while at < s.chunks.len() {
        let found = match s.item(at) {
            Some(Item::Stop(open @ ('(' | '–' | '—'))) => {
                closing(s, at, if open == '(' { ')' } else { open })
            }
            Some(Item::Stop(','))
                if s.is(at - 1, Class::Conj) || is_time(s, at + 1) || is_as_before(s, at + 1) =>
            {
                closing(s, at, ',')
            }
            _ => None,
        };
        if let Some(close) = found.filter(|&close| is_aside(s, at, close)) {
            out.push(at..close + 1);
            at = close;
        }
        at += 1;
    }
    out
}

/// "A council [that lost the files of 4,000 people] has been rated poor": the clause between somebody without a name and
/// the verb that leads to the first grade behind it.
fn lead_clause(s: &Sentence<'_>) -> Option<Range<usize>> {
    const FIRMS: &[&str] =
        &["company", "firm", "operator", "business", "organisation", "charity", "provider"];
    let led = usize::from(s.says(0, &["a", "an"]));
    // "A private probation company that"
    let firm = (led..led + 4).take_while(|&i| s.is(i, Class::Other)).find(|&i| s.says(i, FIRMS));
    let somebody = firm.filter(|_| led == 1).unwrap_or(led);
    let named = match s.item(somebody)? {
        _ if firm.is_some() => led == 1,
        Item::Provider(_) => somebody == 1 || s.at(0).starts_with("A ") || s.at(0).starts_with("An "),
        Item::Service(_) => somebody == 1,
        _ => false,
    };
    let relative = |i: usize| s.is(i, Class::Opens) || s.says(i, &["whose"]);
    let opens = |i: usize| relative(i) || tells(s, i);
    // "A home in Marle in which"
    let placed = |i: usize| s.is_any(i, &[Class::Prep, Class::Other]);
    let open = (somebody + 1..somebody + 6).take_while(|&i| opens(i) || placed(i)).find(|&i| opens(i));
    let open = open.filter(|_| named)?;
    let start = open - usize::from(s.is(open - 1, Class::Prep));
    let group = |i: usize| {
        s.is_any(i, &[Class::Be, Class::Have, Class::Filler, Class::Now, Class::Again, Class::Not])
    };
    let label = (open + 2..s.chunks.len()).find(|&i| matches!(s.item(i), Some(Item::Label(_))))?;
    // "now requires improvement": the label is the verb.
    let finite = s.at(label).starts_with("require").then_some(label);
    let verb =
        finite.or_else(|| (open + 2..label).rev().find(|&i| s.is_any(i, &[Class::Be, Class::Have])))?;
    let first = (open + 1..verb).rev().take_while(|&i| group(i)).last().unwrap_or(verb);
    // "A home where staff say that it was poor": a clause within the clause.
    let own = relative(first - 1) || s.is(first - 1, Class::Pronoun);
    (!own && first > open + 1).then_some(start..first)
}

/// "criticised over its cells", "run by a firm", "facing cuts": a clause without a pronoun.
fn tells(s: &Sentence<'_>, at: usize) -> bool {
    let participle = s.is_any(at, &[Class::Other, Class::Find, Class::Say]) && s.at(at).ends_with("ed");
    // "with 31 pupils on its roll", "at the centre of a row"
    let beside = s.says(at, &["with"]) || s.says(at, &["at"]) && s.says(at + 2, &["centre", "heart"]);
    participle || beside || s.says(at, &["run", "hit", "facing"])
}

/// "for the first time", "for a second year".
fn is_time(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, &["for"])
        && s.is(at + 1, Class::Det)
        && s.says(at + 2, &["first", "second", "third", "fourth", "fifth"])
        && s.says(at + 3, &["time", "year", "inspection", "visit"])
}

/// "as it was last year", "as in 2019".
fn is_as_before(s: &Sentence<'_>, at: usize) -> bool {
    let then = s.is(at + 1, Class::Pronoun) && s.is_any(at + 2, &[Class::Be, Class::Have]);
    s.says(at, &["as"]) && (then || s.says(at + 1, &["in", "at", "before"]))
}

/// The next stop, where it is the one that closes.
fn closing(s: &Sentence<'_>, open: usize, mark: char) -> Option<usize> {
    let stop = |i: &usize| matches!(s.item(*i), Some(Item::Stop(c)) if c != ',' || mark == ',');
    (open + 1..(open + LONGEST).min(s.chunks.len()))
        .find(stop)
        .filter(|&i| s.item(i) == Some(Item::Stop(mark)))
}

/// True for a remark: it names nobody and nothing judged, and has a grade only where that is an earlier one.
fn is_aside(s: &Sentence<'_>, open: usize, close: usize) -> bool {
    let inside = &s.chunks[open + 1..close];
    let names = |c: &Chunk| c.is_target() || matches!(c.item, Item::Open | Item::Close | Item::Measure(_));
    let Some(first) = inside.first().filter(|_| !inside.iter().any(names)) else { return false };
    // "(2)", "– a two –", and not "– one of only three to manage that –"
    let few = inside.len() < 3;
    let label = |c: &Chunk| matches!(c.item, Item::Label(_)) || few && matches!(c.item, Item::Number(_));
    let then = (open + 1..close).any(|i| s.says(i, &["then"]));
    let dated = then || inside.iter().any(|c| matches!(c.item, Item::Date(_)) || c.is(Class::Before));
    if inside.iter().any(label) {
        return s.item(open) != Some(Item::Stop(',')) && (dated || first.is_any(EARLIER));
    }
    // "four (out of five)"
    let of_scale = s.says(open + 1, &["out"]);
    let remark = first.is(Class::Filler) || s.at(open + 1).ends_with("ly");
    inside.len() > 1 && !of_scale || matches!(first.item, Item::Body(_) | Item::Date(_)) || remark
}
