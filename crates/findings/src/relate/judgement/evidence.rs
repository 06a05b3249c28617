//! What speaks for a label and against it: marks, capitals, what follows, its place on the scale. Knows no frame.

use super::{Reader, gloss};
use crate::find::words::Class;
use crate::relate::clause::{self, Item};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::place_of;
use crate::text::small::Small;

impl Reader<'_, '_> {
    /// "the inspectorate described the school's attainment as adequate": a body, and "as" before the label.
    pub(super) fn body_says(&self, verb: usize) -> bool {
        let body = (verb.saturating_sub(5)..verb)
            .any(|i| matches!(self.s.item(i), Some(Item::Body(_))) || self.s.is(i, Class::Pronoun));
        body && self.s.says(self.label.wrapping_sub(1), &["as"])
    }

    /// "A return visit in July found it inadequate": inspectors or their visit, the one judged, the grade and no more.
    pub(super) fn visit_finds(&self, verb: usize, object: usize) -> bool {
        let s = self.s;
        let agent = |i: usize| {
            matches!(s.item(i), Some(Item::Body(_)))
                || s.is(i, Class::Visit)
                || s.says(i, &["inspectors", "inspector", "watchdog", "regulator"])
                || s.says(i, &["they"]) && self.inspectors_in(0..i)
        };
        let judged = matches!(s.item(object), Some(Item::Provider(_))) || s.says(object, &["it"]);
        // "found teaching and behaviour good", "found safeguarding at Tey School adequate": areas and where they are.
        let areas = || {
            let stretch = verb + 1..self.label;
            let plain = |i: usize| {
                s.chunks[i].is_target()
                    || s.is_any(i, &[Class::Det, Class::Possessive, Class::Conj, Class::Filler])
                    || s.item(i) == Some(Item::Stop(','))
                    || s.says(i, &["at", "in"]) && i > verb + 1
            };
            stretch.len() <= 7 && stretch.clone().all(plain) && stretch.clone().any(|i| self.is_aspect(i))
        };
        (judged && object <= verb + 2 || areas())
            && s.says(verb, &["found", "finds"])
            && object + 1 == self.label
            && (verb.saturating_sub(6)..verb).any(agent)
            && self.ends_phrase()
            && !self.in_speech()
    }

    /// True when nothing but a provider and where it is, an aspect or "overall" stands before a colon or dash.
    pub(super) fn opens_line(&self, stop: usize) -> bool {
        let s = self.s;
        let bullet = |i: usize| i == 0 && s.item(0) == Some(Item::Stop('•'));
        let plain = |i: usize| {
            s.chunks[i].is_target()
                || bullet(i)
                || s.is_any(
                    i,
                    &[Class::Filler, Class::Rating, Class::Det, Class::Conj, Class::Prep, Class::Be],
                )
        };
        // "Tey Nursery, Mill Road, Ely: good", "Tey Nursery (Ely): good"
        let named = (0..stop).find(|&i| matches!(s.item(i), Some(Item::Provider(_))));
        let place = |i: usize| {
            matches!(s.item(i), Some(Item::Stop(',' | '(' | ')') | Item::Number(_)))
                || s.is(i, Class::Other) && s.at(i).starts_with(char::is_uppercase)
        };
        let ends = matches!(s.item(self.label + 1), None | Some(Item::Stop(_) | Item::Open | Item::Date(_)));
        let placed = |i: usize| named.is_some_and(|n| n < i) && place(i) && ends;
        // "Inspectors came in May. The verdict: good."
        let verdict = || {
            s.says(stop.wrapping_sub(1), &["verdict", "judgement", "judgment", "result"])
                && self.visited_before()
        };
        (0..stop).all(|i| plain(i) || placed(i))
            && ((0..stop).any(|i| s.chunks[i].is_target() || s.says(i, &["overall"]))
                || stop <= 3 && verdict())
            && !self.modifies()
    }

    /// "rated the school requires improvement": the rating verb stands before the object.
    pub(super) fn rate_governs(&self, head: usize) -> bool {
        phrase::governor(&self.s.chunks, head + 1).is_some_and(|verb| self.s.is(verb, Class::Rate))
    }

    /// A label that is a verb itself: "requires improvement".
    pub(super) fn is_verb_form(&self) -> bool {
        // "gave Ash House a requires improvement rating"
        if self.s.says(self.label.wrapping_sub(1), &["a", "an"]) {
            return false;
        }
        let first = Small::lower(self.s.at(self.label).split_whitespace().next().unwrap_or(""));
        matches!(
            first.as_str(),
            "requires"
                | "required"
                | "require"
                | "needs"
                | "needed"
                | "need"
                | "must"
                | "lead"
                | "typically"
                | "demonstrates"
                | "demonstrate"
                | "performs"
                | "perform"
                | "performed"
                | "serves"
                | "serve"
                | "will"
                | "would"
                | "probably"
        )
    }

    /// "Safeguarding standards were met": a wording that is a clause of its own, or its verb.
    pub(super) fn clause_label(&self) -> Option<Frame> {
        let Some(Item::Label(label)) = self.s.item(self.label) else { return None };
        let form = self.story.knowledge.forms.get(usize::from(self.story.labels.get(label)?.ix))?;
        let meets = |w: &str| matches!(w, "met" | "meets" | "meet");
        // "Safeguarding is effective when parents ring": on a condition.
        let when = self.s.says(self.label + 1, &["when", "where", "because"]);
        let own = self.story.knowledge.names_its_aspect(form) && self.ends_phrase() && !when;
        let own = own && !self.in_speech();
        let verb = form.text.split(' ').next().is_some_and(meets);
        let subject = if verb { phrase::subject(&self.s.chunks, self.label) } else { self.label..self.label };
        own.then(|| self.frame(self.label, subject, self.label..self.label, "met"))
    }

    /// The rating noun right after the label: "“good” overall Ofsted rating".
    pub(super) fn rating_noun(&self) -> Option<usize> {
        let s = self.s;
        let stars = Small::lower(s.at(self.label)).ends_with("star");
        (self.label + 1..s.chunks.len())
            .take(5)
            .take_while(|&i| {
                matches!(s.item(i), Some(Item::Close | Item::Body(_)))
                    || s.is_any(i, &[Class::Filler, Class::Rating, Class::Visit])
                    // "its G1 and V2 grades"
                    // "one-star ‘adequate’ rating": the words of the stars
                    || stars && (s.item(i) == Some(Item::Open) || matches!(s.item(i), Some(Item::Label(_))))
                    || self.is_letter() && (s.is(i, Class::Conj) || matches!(s.item(i), Some(Item::Label(_))))
                    || s.says(i, &["joint", "star", "food", "hygiene", "safety"])
            })
            .find(|&i| s.is(i, Class::Rating) || s.is(i, Class::Visit) && self.marked_off())
            .filter(|&i| !self.of_contest(i))
            .or_else(|| self.other_one())
    }

    /// "gave it an inadequate one", after a noun for grades.
    fn other_one(&self) -> Option<usize> {
        let s = self.s;
        let one = self.label + 1 + usize::from(self.quoted());
        let article = self.label.checked_sub(1 + usize::from(self.quoted()));
        let holds = s.at(one).eq_ignore_ascii_case("one")
            && article.is_some_and(|i| s.says(i, &["a", "an"]))
            && (self.label.saturating_sub(12)..self.label).any(|i| s.is(i, Class::Rating));
        holds.then_some(one)
    }

    /// True when the label stands before an ordinary noun: "good progress".
    pub(super) fn modifies(&self) -> bool {
        let s = self.s;
        let mut next = self.label + 1;
        while s.item(next) == Some(Item::Close) {
            next += 1;
        }
        match s.item(next) {
            Some(Item::Word(Class::Other | Class::Improve | Class::Draft)) => {
                let w = s.at(next);
                !(self.self_evident()
                    && matches!(
                        w,
                        "service"
                            | "council"
                            | "authority"
                            | "organisation"
                            | "college"
                            | "school"
                            | "home"
                            | "trust"
                            | "provider"
                            | "for"
                            | "landlord"
                    )
                    || w == "rather"
                    || w.ends_with("ly")
                    // "got her Outstanding back", and not a good back garden
                    || w == "back" && !matches!(s.item(next + 1), Some(Item::Word(Class::Other)))
                    || matches!(
                        w,
                        "there"
                            | "there's"
                            | "too"
                            | "possible"
                            | "available"
                            | "ahead"
                            | "across"
                            | "alongside"
                            | "throughout"
                            | "because"
                            | "last"
                            | "next"
                            | "amid"
                            | "two"
                            | "inspectors"
                            | "compared"
                            | "based"
                            | "thanks"
                            | "due"
                            | "prompting"
                            | "twice"
                            | "leaving"
                            | "leading"
                            | "meaning"
                            | "making"
                            | "according"
                    ))
            }
            Some(Item::Provider(_) | Item::Service(_) | Item::Aspect(_)) => !self.self_evident(),
            Some(Item::Label(_)) => self.evident_after(self.label),
            _ => false,
        }
    }

    /// "a good one star": the first says what sort of a one it is.
    pub(super) fn evident_after(&self, label: usize) -> bool {
        let s = self.s;
        let word = matches!(s.item(label), Some(Item::Label(_))) && clause::number(s.at(label)).is_none();
        let next = Small::lower(s.at(label + 1));
        word && matches!(s.item(label + 1), Some(Item::Label(_))) && next.contains("star")
    }

    /// "good-humoured": half a word.
    pub(super) fn is_compound(&self) -> bool {
        let end = self.s.chunks.get(self.label).map_or(0, |c| c.span.end);
        let mut rest = self.story.text.as_str().get(end..).unwrap_or_default().bytes();
        rest.next() == Some(b'-') && rest.next().is_some_and(|b| b.is_ascii_alphabetic())
    }

    /// True when the label is exactly what stands between quotation marks.
    pub(super) fn quoted(&self) -> bool {
        self.s.item(self.label.wrapping_sub(1)) == Some(Item::Open)
            && self.s.item(self.label + 1) == Some(Item::Close)
    }

    /// Stars, numbers and letter grades: no adjective looks like them.
    pub(super) fn self_evident(&self) -> bool {
        *self.known_evident.get_or_init(|| self.is_evident())
    }

    fn is_evident(&self) -> bool {
        if self.is_place() {
            return true;
        }
        let label = Small::lower(self.s.at(self.label));
        // "none" of stars, "threes" of grades.
        let form = match self.s.item(self.label) {
            Some(Item::Label(ix)) => self.story.labels.get(ix).map(|l| l.ix),
            _ => None,
        };
        let number = form.and_then(|ix| self.story.knowledge.forms.get(usize::from(ix)));
        if clause::number(&label).is_some()
            || number.is_some_and(|f| {
                f.text.starts_with(|c: char| c.is_ascii_digit()) || f.text.starts_with("grade ")
            })
        {
            return true;
        }
        label.contains("star")
            || label.starts_with("zero")
            || label.contains("grade")
            || label.contains("out of")
            || label.bytes().any(|b| b.is_ascii_digit())
    }

    /// True for wording that tells a label by its place: "the lowest possible rating".
    pub(super) fn is_place(&self) -> bool {
        let Some(Item::Label(ix)) = self.s.item(self.label) else { return false };
        self.story.labels.get(ix).is_some_and(|l| place_of(l.ix).is_some())
    }

    /// "its only star", "a third star": so many.
    pub(super) fn is_ordinal(&self) -> bool {
        let words = self.s.at(self.label);
        let first = words.split([' ', '-']).next().unwrap_or_default();
        ["only", "first", "second", "third"].iter().any(|w| w.eq_ignore_ascii_case(first))
    }

    /// "given its lowest rating": a verb of giving or rating carries it, and no company that it is the lowest of.
    pub(super) fn place_holds(&self) -> bool {
        let s = self.s;
        let verb = (self.label.saturating_sub(6)..self.label).any(|i| {
            s.is_any(i, &[Class::Give, Class::Receive, Class::Keep, Class::Lose, Class::Rate, Class::Fail])
        });
        // "was put in the bottom category", "ranked it in the top tier"
        let placed = self.head().is_some_and(|head| self.placed_in(head).is_some());
        let verb = verb || placed;
        // "which had the top rating last year"; a quiz team has the highest score.
        let had = s.at(self.label).ends_with("rating")
            && (self.label.saturating_sub(3)..self.label)
                .any(|i| s.is(i, Class::Have) && !s.says(i.wrapping_sub(1), &["who"]));
        let verb = verb || had;
        let marks = s.at(self.label).ends_with("marks");
        let person = s.says(self.label.wrapping_sub(2), &["her", "him", "me", "us", "them"]);
        let body = (0..s.chunks.len()).any(|i| matches!(s.item(i), Some(Item::Body(_))));
        // "the lowest rating in a report published last week"
        let report = s.says(self.label + 1, &["in"])
            && (self.label + 2..self.label + 5).any(|i| s.is(i, Class::Visit) || s.says(i, &["report"]));
        let company = s.says(self.label + 1, &["in", "of", "among", "across", "since", "ever"]) && !report;
        // "The top rating went to Oakwether School"
        let goes = s.says(self.label + 1, &["went", "goes"]) && s.says(self.label + 2, &["to"]);
        (verb && self.ends_phrase() || goes && body) && !person && !company && (!marks || body)
    }

    /// "got a good", "was given an outstanding in May": an article and no noun behind it, so the grade is the noun.
    pub(super) fn is_noun(&self) -> bool {
        let s = self.s;
        let article = s.says(self.label.wrapping_sub(1), &["a", "an"]);
        let next = self.label + 1;
        let row = || {
            let last = matches!(s.item(next + 1), Some(Item::Provider(_)))
                || s.says(next + 1, &["a", "an"]) && matches!(s.item(next + 2), Some(Item::Label(_)));
            s.is(next, Class::Conj) && last
        };
        let ends = match s.item(next) {
            None | Some(Item::Stop(';' | '–' | '—' | ')') | Item::Date(_) | Item::Body(_)) => true,
            Some(Item::Stop(',')) => {
                s.is_any(next + 1, &[Class::Opens, Class::Conj, Class::Prep])
                    || matches!(s.item(next + 1), Some(Item::Provider(_)))
            }
            _ if s.says(next, &["from", "by"]) => (next + 1..next + 3)
                .any(|i| matches!(s.item(i), Some(Item::Body(_))) || s.says(i, &["inspectors"])),
            _ => s.says(next, &["last", "this", "overall", "after", "when", "but"]),
        };
        article && (ends || row())
    }

    /// True for a label in marks, or with a capital where a small letter would do.
    pub(super) fn marked_off(&self) -> bool {
        let capital = self.s.at(self.label).starts_with(char::is_uppercase) && self.label > 0;
        let mut at = self.label;
        while at > 0 && self.s.is_any(at - 1, &[Class::Det]) {
            at -= 1;
        }
        // "given a strong standard": two words of one scale.
        let standard = Small::lower(self.s.at(self.label)).ends_with(" standard");
        let overall =
            self.s.says(at.wrapping_sub(1), &["overall"]) || self.s.says(self.label + 1, &["overall"]);
        // "grade 5 (very good)": a number says the same.
        let gloss = gloss::number_before(self.s, self.label).is_some();
        // "bags outstanding Ofsted"
        let headline = matches!(self.s.item(self.label + 1), Some(Item::Body(_)))
            && matches!(self.s.item(self.label + 2), None | Some(Item::Stop(_)));
        let given = || {
            self.is_noun()
                && self.head().is_some_and(|head| {
                    let object = judged(self.s, head).then(|| phrase::governor(&self.s.chunks, head + 1));
                    let verb = object.flatten().unwrap_or(head);
                    self.s.is_any(verb, &[Class::Give, Class::Receive, Class::Rate, Class::Keep])
                })
        };
        self.quoted() || capital || standard || overall || gloss || headline || self.self_evident() || given()
    }

    /// A label of a scale that is only for such aspects: "its prospects were uncertain".
    pub(super) fn own_axis(&self) -> bool {
        let Some(Item::Label(ix)) = self.s.item(self.label) else { return false };
        let form = self.story.labels.get(ix).and_then(|l| self.story.knowledge.forms.get(usize::from(l.ix)));
        let overall =
            |scale: u16| self.story.knowledge.scales().get(usize::from(scale)).is_none_or(|s| s.overall);
        form.is_some_and(|f| !f.stands.iter().any(|s| overall(s.scale)))
    }

    /// True for a label of three words or more: no adjective looks like it.
    pub(super) fn long_form(&self) -> bool {
        self.s.at(self.label).split_whitespace().count() >= 3
    }
}

/// True for one who is judged, by name or as "it".
fn judged(s: &clause::Sentence<'_>, at: usize) -> bool {
    s.chunks.get(at).is_some_and(|c| c.is_target() || c.is(Class::Pronoun))
}
