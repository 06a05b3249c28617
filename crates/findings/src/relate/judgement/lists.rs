//! One label over several names: "Three homes are inadequate: A, B and C", "Among those judged poor are A and B",
//! "Good: A, B; poor: C", "5 – A", and lines that are a name or an area and its grade. Knows no verb of rating.

use super::{Reader, rows};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::{Below, Frame};
use crate::relate::phrase;
use crate::relate::story::Story;
use std::ops::Range;

impl Reader<'_, '_> {
    /// The providers that a colon or "are" names after the label and whose words it is.
    pub(super) fn named_after(&self) -> Vec<usize> {
        let s = self.s;
        let mut at = self.label + 1;
        // "…, according to the CQC", "by Ofsted", "after inspections this year"
        // "Three were good – A, B and C – and one was poor"
        let opens = |i: usize| {
            let next = i + 1 + usize::from(s.is(i + 1, Class::Det));
            matches!(s.item(i), Some(Item::Stop('–' | '—' | '(')))
                && matches!(s.item(next), Some(Item::Provider(_)))
        };
        let joint = |i: usize| {
            s.item(i) == Some(Item::Stop(':'))
                || s.is(i, Class::Be)
                || s.says(i, &["include", "included", "includes", "including"])
                || opens(i)
        };
        // "a 1, which means that much has to be done: A, B and C"
        let gloss = s.item(at) == Some(Item::Stop(','))
            && s.says(at + 1, &["which", "meaning"])
            && (s.says(at + 1, &["meaning"]) || s.says(at + 2, &["means", "meant", "mean"]));
        if gloss && let Some(colon) = (at..at + 24).find(|&i| s.item(i) == Some(Item::Stop(':'))) {
            at = colon;
        }
        let mut other = 0;
        while at < s.chunks.len() && (gloss || at < self.label + 14) && !joint(at) {
            // "…, as were A and B": a clause of its own.
            if s.says(at, &["as", "so"]) && s.is(at + 1, Class::Be) {
                return Vec::new();
            }
            let passed = matches!(
                s.item(at),
                Some(
                    Item::Close
                        | Item::Body(_)
                        | Item::Stop(',' | '–' | '—')
                        | Item::Date(_)
                        | Item::Service(_)
                )
            ) || s.is_any(
                at,
                &[Class::Rating, Class::Filler, Class::Prep, Class::Det, Class::Now, Class::Visit],
            ) || s.says(at, &["according", "year", "month", "week", "food", "hygiene"]);
            // "from the county's watchdog", "in the latest round"
            let mut told = || {
                other += 1;
                other < 4
                    && !s.says(at, &["as", "so", "than", "like", "unlike"])
                    && (s.is(at, Class::Other) && s.at(at).starts_with(char::is_lowercase)
                        || s.is(at, Class::Possessive))
                    && !phrase::is_verb(&s.chunks[at])
            };
            if !passed && !told() {
                return Vec::new();
            }
            at += 1;
        }
        // "Only one of the 14 was outstanding: Priory Gardens"
        let one = (0..self.label).any(|i| s.item(i) == Some(Item::Number(1))) || self.of_others();
        rows::names_from(s, at + 1, 2 - usize::from(one))
    }

    /// "Among those rated good is", "Also judged good was", "Joining them on five is": the sentence opens with those who
    /// have the grade, before it names one of them.
    pub(super) fn of_others(&self) -> bool {
        let s = self.s;
        let opens =
            s.says(0, &["among", "those", "others", "other", "also", "joining", "another", "sharing"]);
        opens && self.label < 16 && !(0..self.label).any(|i| s.chunks[i].is_target())
    }

    /// "Marling Heath **", "5 – The Copper Pot": a line that is nothing but the one judged and its grade.
    pub(super) fn marked_line(&self) -> Option<Frame> {
        let s = self.s;
        let of =
            (0..s.chunks.len()).find(|&i| matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))))?;
        let at = self.story.text.paragraph_at(s.span.start);
        if let Some(listed) = self.heads_names() {
            let end = listed.last().map_or(self.label, |l| l + 1);
            return Some(Frame { listed, end, ..self.frame(self.label, 0..0, 0..0, "line") });
        }
        let line = self.story.text.paragraphs.get(at).filter(|p| p.start == s.span.start)?;
        let first = self.label == 0 && matches!(s.item(1), Some(Item::Stop('–' | '—' | ':'))) && of == 2;
        // "Marle Hospitals: **"
        let at = 1 + usize::from(matches!(s.item(1), Some(Item::Stop(':' | '–' | '—'))));
        let alone = self.label == at && s.chunks.len() == at + 1;
        let marks = of == 0 && alone && self.s.at(at).contains(['*', '★']);
        let last = marks || self.closes_line(of);
        (self.self_evident() && (first || last) && line.len() < 160)
            .then(|| self.frame(of, of..of + 1, of..of, "line"))
    }

    /// "The Copper Pot, Old Row - 5", "The Copper Pot (5)": a name, where it is, and a number.
    fn closes_line(&self, of: usize) -> bool {
        let s = self.s;
        let bullet = usize::from(matches!(s.item(0), Some(Item::Stop('•' | '–' | '—'))));
        let figure = s.at(self.label).bytes().all(|b| b.is_ascii_digit());
        let end = s.chunks.len() - usize::from(s.item(s.chunks.len() - 1) == Some(Item::Stop(')')));
        let joint = matches!(s.item(self.label.wrapping_sub(1)), Some(Item::Stop(':' | '–' | '—' | '(')));
        let place = |i: usize| {
            matches!(s.item(i), Some(Item::Stop(',') | Item::Number(_)))
                || s.is_any(i, &[Class::Prep, Class::Conj, Class::Det])
                || s.at(i).starts_with(char::is_uppercase)
        };
        of == bullet && figure && joint && self.label + 1 == end && (of + 1..self.label - 1).all(place)
    }

    /// "Outstanding: Tey Nursery, Hay Nursery (Ely)": a grade and those who have it are the whole sentence, or what stands
    /// between two semicolons of one that is nothing else.
    fn heads_names(&self) -> Option<Vec<usize>> {
        let s = self.s;
        // "Rated 5: …", "Rating 4: …", "Still inadequate: …", "Newly rated good: …"
        let leads = |i: &usize| {
            s.is_any(*i, &[Class::Rate, Class::Rating, Class::Again, Class::Now])
                || s.says(*i, &["newly", "also", "already", "freshly"])
        };
        let rated = (0..self.label).rev().take_while(leads).count();
        let opens = match (self.label - rated).checked_sub(1) {
            None => true,
            Some(before) => matches!(s.item(before), Some(Item::Stop('•' | ';' | ':'))),
        };
        let stop = self.label + 1;
        let first = stop + 1 + usize::from(s.is(stop + 1, Class::Det));
        let next = |i: &usize| {
            s.item(*i) == Some(Item::Stop(';'))
                && (s.is(i + 1, Class::Rate) || matches!(s.item(i + 1), Some(Item::Label(_))))
        };
        // "Rated good: Tey Hospice, whose care was praised"
        let aside = |i: &usize| {
            s.item(*i) == Some(Item::Stop(','))
                && (s.is(i + 1, Class::Opens) || s.says(i + 1, &["whose", "where"]))
        };
        let stops = |i: &usize| next(i) || aside(i);
        let end = (first..s.chunks.len()).find(stops).unwrap_or(s.chunks.len());
        let names = |i: usize| {
            matches!(s.item(i), Some(Item::Provider(_) | Item::Number(_) | Item::Stop(',' | ';' | '(' | ')')))
                || s.is_any(i, &[Class::Conj, Class::Det])
                || s.says(i, &["in", "at", "near"])
                || s.is(i, Class::Other) && s.at(i).starts_with(char::is_uppercase)
        };
        let provider = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_)));
        let all = opens
            && matches!(s.item(stop), Some(Item::Stop(':' | '–' | '—')))
            && provider(&first)
            && (first..end).all(names);
        all.then(|| (first..end).filter(provider).collect())
    }

    /// "Marle Police: Good, Good, Outstanding": each is of a column that stands elsewhere.
    pub(super) fn of_columns(&self) -> bool {
        let s = self.s;
        let next = matches!(s.item(self.label + 2), Some(Item::Label(_)));
        next && s.item(self.label + 1) == Some(Item::Stop(',')) && !self.self_evident()
    }

    /// "How good is our leadership? Weak": the label answers a question about an area.
    pub(super) fn answer(&self) -> Option<Frame> {
        let s = self.s;
        let alone = (0..s.chunks.len()).all(|i| {
            matches!(
                s.item(i),
                Some(Item::Label(_) | Item::Number(_) | Item::Open | Item::Close | Item::Stop(_))
            ) || s.is_any(i, &[Class::Rating, Class::Filler])
        });
        let last = (self.label + 1..s.chunks.len()).all(|i| !matches!(s.item(i), Some(Item::Label(_))));
        if !alone || !last {
            return None;
        }
        let before = self.story.text.sentence_at(s.span.start).checked_sub(1)?;
        let asked = *self.story.text.sentences.get(before)?;
        let asks = self.story.text.at(asked).trim_end().ends_with('?') && asked.len() < 120;
        let first = self.story.aspects.partition_point(|k| k.span.start < asked.start);
        // "Effectiveness of leadership?": the last is what is asked for.
        let further = self.story.aspects.get(first..).unwrap_or_default().iter();
        let count = further.take_while(|k| k.span.end <= asked.end).count();
        let from = first + count.saturating_sub(1);
        let area = self.story.aspects.get(from).filter(|_| count > 0);
        (asks && area.is_some()).then(|| Frame {
            below: Below { aspects: vec![from], ..Below::default() },
            listed: Vec::new(),
            ..self.frame(self.label, self.label..self.label, self.label..self.label, "line")
        })
    }

    /// "The watchdog's verdict on Oakwether School: inadequate": a grade after the noun that names it.
    pub(super) fn verdict_on(&self) -> Option<Frame> {
        let s = self.s;
        let colon = self.label.checked_sub(1 + usize::from(self.quoted()))?;
        if !matches!(s.item(colon), Some(Item::Stop(':' | '–' | '—'))) || !self.ends_phrase() {
            return None;
        }
        let noun = (0..colon)
            .rev()
            .take_while(|&i| {
                !matches!(s.item(i), Some(Item::Stop(_) | Item::Label(_))) && !phrase::is_verb(&s.chunks[i])
            })
            .find(|&i| s.is(i, Class::Rating))?;
        // "Its verdict: requires improvement overall", "The CQC's verdict: good"
        let bare = noun + 1 == colon
            && (s.is_any(noun.wrapping_sub(1), &[Class::Det, Class::Possessive])
                || noun == 0
                || matches!(s.item(noun - 1), Some(Item::Body(_))));
        let next = self.label + 1 + usize::from(self.quoted());
        let graded = s.says(next, &["overall", "for"]) || self.ends_phrase();
        if bare
            && graded
            && !self.in_speech()
            && s.says(noun, &["verdict", "judgement", "judgment", "rating", "grade"])
        {
            return Some(self.frame(noun, noun..noun, colon..colon, "line"));
        }
        let of = s.says(noun + 1, &["on", "for", "of"]);
        let named = (noun + 1..colon).any(|i| s.chunks[i].is_target());
        let last = self.label + 1 + usize::from(self.quoted());
        let alone = last >= s.chunks.len() || matches!(s.item(last), Some(Item::Stop(_)));
        (of && named && alone && !self.in_speech())
            .then(|| self.frame(noun, noun + 1..colon, colon..colon, "line"))
    }

    /// "Safe – inadequate, effective – good", "Hay School, good; Marle School, poor": one of several pairs in a row.
    pub(super) fn pair(&self) -> Option<Frame> {
        let s = self.s;
        let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
        // "Safe, inadequate; effective, good": semicolons part the pairs.
        let comma = |i: usize| {
            s.item(i - 1) == Some(Item::Stop(','))
                && (s.item(i + 1) == Some(Item::Stop(';'))
                    || s.item(i.wrapping_sub(3)) == Some(Item::Stop(';')))
        };
        let pairs = |i: usize| {
            i > 1
                && label(i)
                && (matches!(s.item(i - 1), Some(Item::Stop('–' | '—' | ':'))) || comma(i))
                && matches!(s.item(i - 2), Some(Item::Aspect(_) | Item::Service(_) | Item::Provider(_)))
                && matches!(s.item(i + 1), None | Some(Item::Stop(_) | Item::Word(Class::Conj)))
        };
        let of = self.label.checked_sub(2)?;
        let another = || (0..s.chunks.len()).any(|i| i != self.label && pairs(i));
        (pairs(self.label) && another())
            .then(|| Frame { listed: Vec::new(), ..self.frame(of, of..of + 1, of..of, "line") })
    }

    /// "Inadequate for safety": a line that is nothing but a grade and what it is for.
    pub(super) fn labelled_line(&self) -> Option<Frame> {
        let s = self.s;
        let first = usize::from(matches!(s.item(0), Some(Item::Stop('–' | '—' | '•'))));
        let at = self.story.text.paragraph_at(s.span.start);
        let line = self.story.text.paragraphs.get(at).filter(|p| p.start == s.span.start)?;
        if self.label != first || line.len() > 100 || line.end > s.span.end + 1 {
            return None;
        }
        let frame = self.frame(self.label, self.label..self.label, self.label..self.label, "line");
        let areas = frame.listed.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))));
        (areas && frame.end >= s.chunks.len()).then_some(frame)
    }

    /// "The one area judged inadequate was safety": what stands for the areas that the subject only counts.
    pub(super) fn areas_after(&self, subject: &Range<usize>) -> Vec<usize> {
        let s = self.s;
        let counts = subject.clone().any(|i| s.says(i, phrase::AREAS));
        let be = self.label + 1 + usize::from(s.item(self.label + 1) == Some(Item::Close));
        let joined = s.is(be, Class::Be) || matches!(s.item(be), Some(Item::Stop(':' | '–' | '—')));
        if !counts || !joined || subject.clone().any(|i| s.chunks[i].is_target()) {
            return Vec::new();
        }
        self.areas_from(be + 1)
    }

    /// The areas and services of the row that begins at `first`.
    pub(super) fn areas_from(&self, first: usize) -> Vec<usize> {
        let s = self.s;
        let area = |i: &usize| matches!(s.item(*i), Some(Item::Aspect(_) | Item::Service(_)));
        let joins = |i: &usize| {
            area(i)
                || s.is_any(*i, &[Class::Det, Class::Conj, Class::Possessive])
                || matches!(s.item(*i), Some(Item::Stop(',' | ':')))
        };
        (first..s.chunks.len()).take_while(joins).filter(area).collect()
    }

    /// "Three homes are inadequate: A, B and C": the copula's own list.
    pub(super) fn list_of(&self, verb: usize) -> Option<Frame> {
        let s = self.s;
        let many = (0..verb).any(|i| {
            matches!(s.item(i), Some(Item::Number(_) | Item::Group(_)))
                || s.is_any(i, &[Class::All, Class::Count])
                || s.says(i, &["these", "those", "following"])
        });
        let mut named = self.named_after();
        // "Two areas were inadequate: teaching and behaviour"
        if named.is_empty() && !self.in_speech() {
            named = self.areas_after(&phrase::subject(&s.chunks, verb));
        }
        (many && !named.is_empty()).then(|| Frame {
            end: named.last().map_or(self.label + 1, |l| l + 1),
            listed: named,
            ..self.frame(verb, verb..verb, verb..verb, "rated/list")
        })
    }
}

/// The items of those whom a colon or "are" names after a label.
pub(crate) fn named_after<'t>(story: &Story<'t>, s: &Sentence<'t>, label: usize) -> Vec<usize> {
    Reader::of(story, s, label).named_after()
}
