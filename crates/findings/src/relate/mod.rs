//! Judgements and their neighbours, as sieves from the most certain to the least. `story`, `clause`, `phrase` and
//! `frame` are plain things that the others read; no relation knows another. This page puts them together: for
//! each frame its targets, its body, the scale in force and its dates.

mod again;
mod attribution;
pub(crate) mod change;
pub(crate) mod clause;
pub(crate) mod date_role;
mod elsewhere;
mod enumerated;
pub(crate) mod frame;
pub(crate) mod in_words;
pub(crate) mod judgement;
mod kept;
mod likewise;
pub(crate) mod measure;
pub(crate) mod money_role;
mod nothing;
mod one_step;
pub(crate) mod others;
mod owner;
mod part;
pub(crate) mod phrase;
mod same_then;
pub(crate) mod standing;
pub(crate) mod status;
pub(crate) mod story;
mod taken_back;
pub(crate) mod tally;
pub(crate) mod target;
pub(crate) mod visit;

use crate::fact::{Attribution, Basis, Day, Direction, Edtf, ServiceId, Status};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::{Frame, Target};
use crate::relate::standing::{Question, Standing};
use crate::relate::story::{Story, place_of};
use crate::text::Span;

/// A judgement before it is merged and written out.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) target: Target,
    /// Index into the knowledge's bodies.
    pub(crate) body: Option<u16>,
    pub(crate) label: String,
    pub(crate) scale: Option<Standing>,
    pub(crate) status: Status,
    pub(crate) change: Option<(Direction, Option<String>)>,
    pub(crate) inspected: Option<Edtf>,
    pub(crate) published: Option<Edtf>,
    pub(crate) days: Option<(Day, Day)>,
    /// The date in its own sentence that tells the visit: index into the story's dates.
    pub(crate) told: Option<usize>,
    pub(crate) attribution: Attribution,
    pub(crate) basis: Basis,
    pub(crate) rule: &'static str,
    pub(crate) span: Span,
    pub(crate) clause: Span,
    /// Where no scale in force has the label.
    pub(crate) open: bool,
    /// The service and the area judged: "safe" and "safety" are one.
    pub(crate) thing: (Option<u16>, Option<String>),
    /// The part of the provider, by its id: children's services, housing.
    pub(crate) part: Option<ServiceId>,
    /// Where what is judged is a part that the knowledge has no name for: "its refuse collection service".
    pub(crate) unit: bool,
    /// Where its words say that it is of the whole: "good overall".
    pub(crate) whole: bool,
    /// Where it is a memory only because it was given at the last inspection.
    pub(crate) last: bool,
    /// Where it is one only because something came some time after it.
    pub(crate) after: bool,
    /// Where its words tell it as what came later: "has since been rated good".
    pub(crate) later: bool,
}

/// Every judgement of the article, in order of their labels.
pub(crate) fn ratings(story: &Story<'_>, counts: &mut tally::Seen) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    // Without a body in the article nobody inspects: what is rated there is a show or a meal.
    if story.bodies.is_empty() {
        return drafts;
    }
    let (mut next, mut last) = (0, None);
    while let Some(label) = story.labels.get(next) {
        let at = story.text.sentence_at(label.span.start);
        let Some(&span) = story.text.sentences.get(at) else { break };
        next += story.labels[next..].iter().take_while(|l| l.span.start < span.end).count().max(1);
        let sentence = story.sentence(span);
        let counted = tally::labels_in_areas(story, &sentence);
        // "Would we have been rated good?"
        let asks = story.text.at(span).trim_end_matches(['"', '”', '’', '\'', ' ']).ends_with('?');
        let run = others::run(story, at, next, last.map(|l| (l, drafts.last())));
        let many = tally::labels_of_many(story, &sentence, counts);
        let of_some = tally::labels_of_so_many_areas(&sentence, counts);
        let mut frames = judgement::frames(story, &sentence, run);
        let names = enumerated::Names {
            after: &|label| judgement::named_after(story, &sentence, label),
            next: &|n| judgement::named_next(story, at, n),
        };
        enumerated::add(story, &sentence, &many, &mut frames, &names);
        let whole = sentence;
        let masked = judgement::masked(story, &whole).filter(|_| !frames.is_empty());
        for mut frame in frames {
            let sentence = judgement::Masked::of(masked.as_ref(), &whole, frame.label);
            let (areas, subject) = target::areas_before(story, sentence, &frame);
            let mut of_areas = !areas.is_empty();
            frame.below.aspects.extend(areas);
            let apart = target::areas_apart(story, sentence, &frame);
            let subject = subject || apart.is_some();
            of_areas |= apart.is_some();
            frame.below = apart.unwrap_or(frame.below);
            if of_areas {
                frame.basis = Basis::Inferred;
            }
            // "inadequate across the board" is the overall grade too.
            let board = phrase::and_overall(sentence, frame.label)
                || (1..4).any(|d| sentence.says(frame.label + d, &["across"]))
                    && (2..6).any(|d| sentence.says(frame.label + d, &["board"]))
                    && !(frame.label..sentence.chunks.len())
                        .any(|i| sentence.says(i, &["apart", "except", "bar", "but"]));
            let some = counted.iter().any(|&(label, all)| label == frame.label && !all && !board);
            // "Joinery and early years were the two to be rated good"
            let told = |part: &std::ops::Range<usize>| part.end <= frame.head || frame.rule == "rated/list";
            let one_of =
                frame.unknown.iter().any(told) || phrase::one_of_areas(sentence, frame.head).is_some();
            // "in three areas: staff training, the food and record keeping"
            let first = frame.unknown.iter().map(|part| part.start).chain(frame.listed.iter().copied());
            let named =
                first.min().is_some_and(|first| first > frame.label && phrase::is_set_off(sentence, first));
            let in_areas = (some || of_some.contains(&frame.label))
                && frame.below.aspects.is_empty()
                && !named
                && !one_of
                && !frame.listed.iter().any(|&i| matches!(sentence.item(i), Some(Item::Aspect(_))));
            // "insufficient progress in two, including safeguarding"
            let included = if in_areas { phrase::included_after(sentence, frame.label) } else { Vec::new() };
            let in_areas = in_areas && included.is_empty();
            frame.listed.extend(included);
            // "All three were rated good": those whom the sentences before name.
            // "two green flags, one for recycling and one for housing": told one by one.
            let each = others::is_many_for_each(sentence, &frame);
            let several = of_areas && subject
                || each
                || one_of
                || !frame.below.providers.is_empty()
                || target::several_before(story, sentence, &frame).len() > 1;
            if many.iter().any(|m| m.label == frame.label)
                && !several
                && !others::names_members(sentence, &frame)
            {
                continue;
            }
            let plural = others::is_plural(sentence, &frame) || others::is_of_rest(sentence, &frame);
            if asks
                || plural
                || in_areas && !of_areas
                || others::by_others(story, sentence, &frame)
                || elsewhere::is_elsewhere(sentence, &frame)
                || !several && frame.rule != "one-of" && others::counts_others(sentence, &frame)
            {
                continue;
            }
            let Some(status) = status::read(story, sentence, &frame) else { continue };
            let speech = story.text.quoted_at(sentence.chunks[frame.label].span.start).is_some_and(|q| {
                let long = q.inner.len() > 40 && q.inner.len() > sentence.at(frame.label).len() + 14;
                long && !others::inspectors_write(sentence, q.inner)
            });
            let targets = target::read(story, sentence, &frame);
            let other = frame.listed.iter().any(|&i| matches!(sentence.item(i), Some(Item::Provider(_))));
            let of_that = frame.rule == "compared/that" && !other;
            let that = same_then::before_that(story, at, &drafts).filter(|_| of_that);
            let targets = that.map_or(targets, |target| vec![target]);
            for target in targets {
                let status = status::of_member(story, sentence, target.provider, status);
                // "We will not use a home that has been rated poor": nobody; "Being rated good is great for our pupils".
                let being = (0..4).any(|i| sentence.says(i, &["being", "be"]) && i + 1 == frame.head);
                let end = if being { sentence.chunks.len() } else { frame.label };
                let own = || {
                    (0..end).any(|i| {
                        sentence.says(
                            i,
                            &[
                                "we", "we've", "we’ve", "we'll", "we’ll", "we'd", "we’d", "we're", "we’re",
                                "our", "us", "it", "its", "they", "their", "i", "this",
                            ],
                        )
                    })
                };
                let bare = owner::is_nobodys_number(story, sentence, &frame, target.provider);
                let any = speech && others::is_any(sentence, &frame);
                // A grade of nobody is a mistake more often than not.
                let given = matches!(status, Status::Awarded | Status::Previous);
                let nobody = target.provider.is_none()
                    && (given && target.service.is_none() || !story.providers.entities.is_empty());
                if (speech && !own() || bare || others::stranger(story, sentence, &frame, target.provider))
                    && target.inferred
                    || any
                    || nobody
                {
                    continue;
                }
                let none = nothing::left(story, sentence, &frame, status);
                if let Some(none) = &none {
                    let awarded = Status::Awarded;
                    drafts.extend(draft(
                        story,
                        sentence,
                        at,
                        (&none.frame, none.form),
                        awarded,
                        target.clone(),
                    ));
                }
                let Some(Item::Label(ix)) = sentence.item(frame.label) else { continue };
                let Some(form) = story.labels.get(ix).map(|l| l.ix) else { continue };
                if none.is_some_and(|none| none.instead) || nothing::is_any(sentence, &frame) {
                    continue;
                }
                // "good in all three areas" of a scheme without an overall grade is a count of areas.
                let areas = frame.listed.iter().chain(&frame.below.aspects).next().is_some()
                    || !frame.unknown.is_empty();
                let counts = !areas && counted.iter().any(|&(label, all)| label == frame.label && all);
                // "Ely Police kept its top grade": which that is the area says.
                let carried =
                    || part::carried(story, at, &drafts, &target).filter(|_| place_of(form).is_some());
                let of_area = carried().map(|area| Target { aspect: Some(area), ..target.clone() });
                let read = draft(story, sentence, at, (&frame, form), status, of_area.unwrap_or(target))
                    .filter(|d| !(counts && d.target.aspect.is_none() && part::has_no_overall(story, d)))
                    .filter(|d| !d.target.inferred || !others::is_bystander(story, d))
                    .map(|d| part::of_that_area(story, sentence, &frame, &drafts, d));
                last = if read.is_some() { Some(at) } else { last };
                let named = read.as_ref().filter(|d| !d.target.inferred).and_then(|d| d.target.provider);
                named.into_iter().for_each(|p| story.keep_judged(at, p));
                drafts.extend(read.into_iter().flat_map(|d| again::split(story, sentence, &frame, d)));
            }
        }
    }
    drafts.sort_by_key(|d| d.span);
    one_step::read(story, &mut drafts);
    let again = likewise::read(story, &drafts).into_iter();
    drafts.extend(again.map(|d| Draft { thing: part::thing(story, d.body, &d.target), ..d }));
    drafts.sort_by_key(|d| d.span);
    same_then::read(story, &mut drafts);
    change::stand(&mut drafts);
    change::age(&mut drafts, story.published, |new, old| story.knowledge.succeeds(new, old));
    taken_back::read(story, &mut drafts);
    change::infer(&mut drafts, story.knowledge);
    drafts
}

fn draft(
    story: &Story<'_>,
    s: &Sentence<'_>,
    at: usize,
    (frame, form): (&Frame, u16),
    status: Status,
    target: Target,
) -> Option<Draft> {
    let chunk = s.chunks.get(frame.label)?;
    // "the second to be told to improve this year": the year is that of the others too.
    let told = s.at(frame.label).to_lowercase().starts_with("told");
    let mut when = if told { visit::When::default() } else { visit::own(story, s, frame, status) };
    let target = part::narrowed(story, form, target);
    let question = Question { form, target: &target, days: when.days };
    let (body, service) = standing::body(story, s, frame.label, &question);
    let target = Target { service: target.service.or(service), ..target };
    if matches!(status, Status::Awarded | Status::Provisional | Status::UnderAppeal | Status::NotAchieved) {
        visit::inherit(story, &mut when, at, body, target.provider);
    }
    if status == Status::Previous && status::of_last_inspection(story, s, frame) {
        visit::inherit_last(story, &mut when, target.provider);
    }
    let question = Question { form, target: &target, days: when.days };
    let foreseen = matches!(status, Status::Predicted | Status::Target);
    let ahead = || if foreseen { standing::settle_ahead(story, body, &question) } else { None };
    let scale = standing::settle(story, body, &question).or_else(ahead);
    // A newer visit that the article dates.
    let mut newest = visit::When::default();
    visit::inherit(story, &mut newest, at, body, target.provider);
    // A report's own day is no newer one.
    let own = newest.inspected.is_none() && newest.published == when.published;
    let visited = !own && (newest.inspected.is_some() || newest.published.is_some());
    let label_of = |at: usize| {
        let Some(Item::Label(ix)) = s.item(at) else { return None };
        let earlier = Question { form: story.labels.get(ix)?.ix, target: &target, days: None };
        Some(standing::settle(story, body, &earlier).map_or_else(|| s.at(at).to_lowercase(), |s| s.label))
    };
    // "given an excellent report": praise, where no scale has the word.
    let report = frame.rule.starts_with("given") && (1..3).any(|d| s.is(frame.label + d, Class::Visit));
    // "told there were serious failings": words that point to a label of another body.
    // Everyday words count on their own scale only.
    let weak = story.knowledge.forms.get(usize::from(form)).is_some_and(|f| f.weak());
    let told = scale.is_none() && (weak || story.knowledge.only_paraphrases(form));
    if scale.is_none() && (place_of(form).is_some() || report || told) {
        return None;
    }
    let dated = status != Status::Awarded || when.days.is_some();
    let copula = frame.rule == "is" || frame.rule == "rated/coordinated" && s.is(frame.head, Class::Be);
    // "a poor Ofsted rating", years after that was one.
    let loose = copula || matches!(frame.rule, "has" | "grade-noun" | "rating-noun");
    if (loose && !dated || standing::of_a_body(s, frame.label))
        && standing::is_praise(story, s, frame.label, scale.as_ref())
    {
        return None;
    }
    // A copula or a bare noun with a word that no scale in force has is ordinary praise or blame.
    if scale.is_none()
        && matches!(
            frame.rule,
            "is" | "is/there"
                | "met"
                | "rating-noun"
                | "moved/to"
                | "moved/from"
                | "found/passive"
                | "found/active"
                | "rated/ellipsis"
                | "rated/unknown"
        )
    {
        return None;
    }
    let judged = in_words::judged(story, body, scale.as_ref(), when.days, &target);
    let target = in_words::meant(story, s, target.clone(), &judged);
    let canonical = scale.as_ref().map(|s| s.label.clone());
    let written = s.at(frame.label);
    // "two out of four" of two scales that call it differently: the number is that of both.
    let score =
        || Some(story.knowledge.forms.get(usize::from(form))?.text.split_once(" out of ")?.0.to_owned());
    let score = || {
        score()
            .filter(|n| clause::number(n).is_some())
            .and_then(|n| clause::number(&n))
            .map(|n| n.to_string())
    };
    let label = canonical.or_else(score).unwrap_or_else(|| {
        if written.bytes().any(|b| b.is_ascii_digit()) { written.to_owned() } else { written.to_lowercase() }
    });
    let stepped = || kept::stepped(s, frame).map(|direction| (direction, None));
    let change = frame.change.map(|(direction, from)| (direction, from.and_then(label_of))).or_else(stepped);
    let kept = kept::keeps(s, frame).then(|| (Direction::Same, Some(label.clone())));
    Some(Draft {
        open: scale.is_none(),
        thing: part::thing(story, body, &target),
        part: part::part(story, form, &target),
        unit: part::is_unit(story, &target),
        whole: (frame.subject.start.min(frame.head).min(frame.label)..frame.end.max(frame.label + 8))
            .take_while(|&i| i < frame.label || !matches!(s.item(i), Some(Item::Stop(_))))
            .any(|i| s.says(i, &["overall"])),
        last: status == Status::Previous && status::only_last(s, frame) && !visited,
        after: status == Status::Previous && frame.status.is_none() && status::some_time_after(s, frame),
        later: status == Status::Awarded && status::came_later(s, frame),
        attribution: attribution::read(story, s, frame, status),
        basis: if target.inferred && target.provider.is_none() {
            frame.basis.max(Basis::Inferred)
        } else {
            frame.basis
        },
        span: chunk.span,
        clause: clause_span(s, frame),
        rule: frame.rule,
        change: change.or(kept.filter(|_| status == Status::Awarded)),
        inspected: when.inspected,
        published: when.published,
        days: when.days,
        told: when.told,
        target,
        body,
        label,
        scale,
        status,
    })
}

/// The stretch from the first argument of a frame to its last.
fn clause_span(s: &Sentence<'_>, frame: &Frame) -> Span {
    let first = [frame.subject.clone().next(), Some(frame.head), Some(frame.label)]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(frame.label);
    // "handed a zero-star food hygiene rating": the noun of the grade too.
    let noun = (frame.label + 1..frame.label + 5)
        .take_while(|&i| {
            s.is(i, Class::Rating)
                || s.says(i, &["food", "hygiene"])
                || matches!(s.item(i), Some(Item::Aspect(_)))
        })
        .filter(|&i| s.is(i, Class::Rating))
        .last();
    let end = frame.end.max(noun.unwrap_or(frame.label) + 1);
    let last = end.min(s.chunks.len()) - 1;
    let start = s.chunks.get(first).map_or(s.span.start, |c| c.span.start);
    Span::new(start, s.chunks.get(last).map_or(s.span.end, |c| c.span.end).max(start))
}
