//! Whom a pronoun means: the nearest sentence back that shows somebody who fits. Knows nothing of frames.

use crate::find::person::Sex;
use crate::find::person::beside::owns_kin;
use crate::find::quote::speaker::{Pronoun, Subject, Who};
use crate::find::quote::words::{Heard, Voice};
use crate::find::quote::{REACH, Reader, VERBS};
use crate::text::Span;
use crate::text::edge::floor;

/// How many sentences back a pronoun may lead.
const BACK: usize = 8;

impl Reader<'_> {
    /// Whom "he", "it" or "they" at `at` refers to: the nearest sentence back that shows one.
    pub(super) fn antecedent(&self, pronoun: Pronoun, at: usize) -> Option<(Who, bool)> {
        let text = self.voices.scan.text;
        let here = text.sentence_at(at);
        for sentence in (here.saturating_sub(BACK)..=here).rev() {
            let Some(&span) = text.sentences.get(sentence) else { continue };
            if self.furniture.holds(span.start) {
                continue;
            }
            let span =
                Span::new(span.start.max(floor(self.text(), at.saturating_sub(4 * REACH))), span.end.min(at));
            let turn = self
                .turns
                .iter()
                .rev()
                .take(24)
                .find(|t| t.sentence == sentence && self.fits(&t.who, pronoun));
            if let Some(turn) = turn {
                return Some((turn.who.clone(), turn.written));
            }
            if pronoun == Pronoun::They
                && let Some(pair) = self.pair_in(span)
            {
                return Some((pair, false));
            }
            let mut subjects = self.verbs(span).filter(|v| v.span.start < at).take(VERBS).filter_map(|v| {
                match self.voices.subject(span.start, v.span.start) {
                    Subject::Is(who) if self.fits(&who, pronoun) => Some(who),
                    _ => None,
                }
            });
            if let Some(who) = subjects.next() {
                let written = matches!(who, Who::Paper { .. });
                return Some((who, written));
            }
            if let Some(who) = self.spoken_of(span, pronoun) {
                return Some((who, false));
            }
        }
        None
    }

    /// Somebody in a sentence that has no verb of saying: its first person, or the body it begins with.
    fn spoken_of(&self, span: Span, pronoun: Pronoun) -> Option<Who> {
        let outside = |at: usize| self.voices.scan.text.quoted_at(at).is_none();
        let people = self.voices.people.within(span);
        match pronoun {
            Pronoun::He | Pronoun::She | Pronoun::Somebody => {
                self.bereaved(span).filter(|who| self.fits(who, pronoun)).or_else(|| {
                    people
                        .iter()
                        .filter(|m| !m.genitive && outside(m.span.start))
                        .map(|m| Who::Person(m.person))
                        .find(|who| self.fits(who, pronoun))
                        .or_else(|| self.voices.people.perhaps_in(span).map(|m| Who::Person(m.person)))
                })
            }
            // "… by inspectors who called in May. In their report they said": those who write reports.
            Pronoun::They => {
                let inspect = |h: &&Heard| h.voice == Voice::Inspectors && outside(h.span.start);
                self.voices.heard_in(span).iter().find(inspect).map(|found| {
                    let phrase = self.voices.phrase(Span::new(span.start, found.span.end));
                    let theirs = phrase.filter(|who| matches!(who, Who::Inspectors { .. }));
                    theirs.unwrap_or(Who::Inspectors { of: None })
                })
            }
            _ => None,
        }
        .or_else(|| self.voices.opening(span).filter(|who| outside(span.start) && self.fits(who, pronoun)))
    }

    /// "Ann Hay’s mother, Rose, died", "Bob Oakes’ son has autism": of the two, the one whose story it is.
    fn bereaved(&self, span: Span) -> Option<Who> {
        let owner =
            self.voices.people.within(span).first().filter(|m| m.genitive && m.span.start == span.start)?;
        let rest = self.text().get(owner.span.end..)?.trim_start_matches(['\'', '’', 's']);
        rest.starts_with(' ').then_some(())?;
        owns_kin(self.text(), self.text().len() - rest.len()).then_some(Who::Person(owner.person))
    }

    /// "Ann Hay and Bob Oakes".
    fn pair_in(&self, span: Span) -> Option<Who> {
        let near = self.voices.people.within(span).iter().take(VERBS);
        near.filter(|m| !m.genitive).find_map(|m| self.voices.pair_from(m.span.start))
    }

    fn fits(&self, who: &Who, pronoun: Pronoun) -> bool {
        let sex = |person: &usize| self.voices.people.all.get(*person).and_then(|p| p.sex);
        match (pronoun, who) {
            (Pronoun::Somebody, Who::Person(_)) => true,
            (Pronoun::He, Who::Person(p)) => sex(p) != Some(Sex::Woman),
            (Pronoun::She, Who::Person(p)) => sex(p) != Some(Sex::Man),
            (Pronoun::He, Who::Unnamed { role, .. }) => !role
                .as_deref()
                .is_some_and(|r| r.ends_with("woman") || matches!(r, "mother" | "mum" | "daughter")),
            (Pronoun::She, Who::Unnamed { role, .. }) => {
                !role.as_deref().is_some_and(|r| r.ends_with("sman") || matches!(r, "father" | "dad" | "son"))
            }
            (Pronoun::It, Who::House { .. } | Who::Paper { .. }) => true,
            (Pronoun::They, Who::Pair(..) | Who::Inspectors { .. } | Who::Crowd(_) | Who::House { .. }) => {
                true
            }
            (Pronoun::They, Who::Unnamed { role, .. }) => {
                role.as_deref().is_some_and(|r| matches!(r, "family" | "couple"))
            }
            (Pronoun::One, Who::Paper { .. } | Who::Crowd(_) | Who::Unnamed { .. }) => true,
            _ => false,
        }
    }
}
