//! Which frame the word before a label opens: a verb of rating or giving, a copula, a preposition, a noun beside it.
//! The order of the arms is the order of certainty. Knows no evidence for or against a label.

use super::Reader;
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;

impl Reader<'_, '_> {
    /// The frame that the word before the label opens.
    pub(super) fn by_head(&self, head: Option<usize>, noun: Option<usize>) -> Option<Frame> {
        let s = self.s;
        let Some(head) = head else {
            return noun.and_then(|_| self.noun_frame(0)).or_else(|| self.opening(noun));
        };
        if head < self.label && self.label <= 3 && self.opens_article() && s.is_any(head, &[Class::Other]) {
            let headline = self.opening(noun);
            if headline.is_some() {
                return headline;
            }
        }
        // "return to schools with a ‘poor’ grade": any school.
        if s.says(head, &["with"]) && self.any_of_kind(head) {
            return None;
        }
        match s.item(head)? {
            Item::Word(Class::Rate) => Some(self.rated(head, "rated/passive")),
            Item::Word(Class::Be) if s.is(head.wrapping_sub(1), Class::Rate) => {
                Some(self.rated(head - 1, "rated/passive"))
            }
            Item::Word(Class::Be)
                if s.says(head.wrapping_sub(1), &["to"])
                    && (s.is_any(head.wrapping_sub(2), &[Class::Rate, Class::Find])
                        || s.is(head.wrapping_sub(2), Class::Say)
                            && s.is(head.wrapping_sub(3), Class::Be)
                            && self.quoted()) =>
            {
                Some(self.rated(head - 2, "rated/passive"))
            }
            // "judged both to be good"
            Item::Word(Class::Be) if self.both_to_be(head).is_some() => {
                Some(self.rated(self.both_to_be(head)?, "rated/passive"))
            }
            // "was described as having important areas for improvement"
            Item::Word(Class::Have) if self.as_having(head).is_some() => {
                Some(self.rated(self.as_having(head)?, "rated/as"))
            }
            // "care was also said to be good"
            Item::Word(Class::Be)
                if self.said_to(head).is_some_and(|said| {
                    let whole = self.pure(&phrase::subject(&s.chunks, said));
                    self.of_aspects(said) || whole && (self.formal_words() || self.said_for_areas())
                }) =>
            {
                Some(self.rated(self.said_to(head)?, "rated/passive"))
            }
            // "was told urgent improvement is necessary"
            Item::Word(_) if self.told_clause(head).is_some() => {
                Some(self.rated(self.told_clause(head)?, "rated/passive"))
            }
            // "came out as good", "emerged as good"
            Item::Word(_) if self.came_out(head).is_some() => {
                let verb = self.came_out(head)?;
                let subject = phrase::subject(&s.chunks, verb);
                // "But for its debts Oakwether Council would have come out as good"
                let last = subject.end.wrapping_sub(1);
                let own = s.says(0, &["but"]) && matches!(s.item(last), Some(Item::Provider(_)));
                let subject = if own { last..subject.end } else { subject };
                let holds = (self.marked_off() || self.pure(&subject)) && self.ends_phrase();
                (holds && !self.in_speech()).then(|| self.frame(verb, subject, verb..verb, "is"))
            }
            // "were all at the ‘expected standard’", "met the strong standard"
            Item::Word(_) if self.at_standard(head).is_some() => {
                let verb = self.at_standard(head)?;
                let subject = phrase::subject(&s.chunks, verb);
                let one = subject.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
                (one && !self.in_speech()).then(|| self.frame(verb, subject, verb..verb, "is"))
            }
            // "missed out on two stars", "fell short of the three it wanted"
            Item::Word(Class::Prep) if self.missed(head).is_some() => self.missed(head),
            // "had to settle for a fair", "made do with one", "was sent away with two stars"
            Item::Word(Class::Prep)
                if self.settled(head).is_some() && self.ends_phrase() && !self.in_speech() =>
            {
                let verb = self.settled(head)?;
                // "had to make do"
                let to = verb - usize::from(s.says(verb.wrapping_sub(1), &["to"]));
                let subject = phrase::subject(&s.chunks, to);
                // "must make do with good": it has that.
                let status = s.is(verb.wrapping_sub(1), Class::Must).then_some(Status::Awarded);
                Some(Frame { status, ..self.frame(verb, subject, head..head, "received") })
            }
            // "came out with ‘outstanding’ for care", "emerged with a two for safety"
            Item::Word(Class::Prep) if self.out_with(head).is_some() => self.out_with(head),
            // "Its schools fared better, with three for education", "came out top with good for care and fair for costs"
            Item::Word(Class::Prep) if self.fared_with(head).is_some() => self.fared_with(head),
            // "Marle Water, with one star, was the worst"
            Item::Word(Class::Prep) if self.named_with(head).is_some() => self.named_with(head),
            // "fared better with a C3"
            Item::Word(Class::Prep)
                if s.says(head, &["with"]) && self.self_evident() && !self.is_place() && noun.is_none() =>
            {
                let subject = self.clause_subject().filter(|_| self.ends_phrase() && !self.in_speech())?;
                let of_provider = subject.clone().any(|i| matches!(s.item(i), Some(Item::Provider(_))));
                of_provider.then(|| self.frame(head, subject, head..head, "rating-noun"))
            }
            // "Moat House, a home with an ‘outstanding’ rating, is for sale", "Ofsted praised Oakwether School, with a good
            // grade across the board"
            Item::Word(Class::Prep)
                if s.says(head, &["with"])
                    && noun.is_some_and(|n| s.is(n, Class::Rating))
                    && (s.item(head.wrapping_sub(1)) == Some(Item::Stop(','))
                        && s.is(head + 1, Class::Det)
                        || self.apposed_with(head).is_some())
                    && !self.in_speech() =>
            {
                let of = self.apposed_with(head).map_or(head..head, |of| of..of + 1);
                Some(self.frame(head, of, head..head, "rating-noun"))
            }
            // "Described by the CQC as inadequate, Oakwether House is to close"
            Item::Body(_) if self.described_by(head).is_some() => {
                Some(self.rated(self.described_by(head)?, "rated/as"))
            }
            // "was rated by the watchdog inadequate for safety"
            Item::Body(_) | Item::Word(Class::Other) if self.rated_by(head).is_some() => self.rated_by(head),
            // "Ofsted now regards it as inadequate", "That made it good overall"
            Item::Provider(_) | Item::Aspect(_) | Item::Service(_) | Item::Word(Class::Pronoun)
                if self.regarded(head).or_else(|| self.made_overall(head)).is_some() =>
            {
                let verb = self.regarded(head).or_else(|| self.made_overall(head))?;
                Some(self.rated(verb, "rated/active"))
            }
            // "rated two of the four areas it looked at as weak: teaching, and achievement"
            Item::Word(_)
                if s.says(self.label.wrapping_sub(1), &["as"]) && self.rated_of_many().is_some() =>
            {
                Some(self.rated(self.rated_of_many()?, "rated/active"))
            }
            // "held on to the three stars it won", "clung to its one"
            Item::Word(Class::Prep | Class::Possessive) if self.clung_to(head).is_some() => {
                self.given(self.clung_to(head)?, noun)
            }
            // "received the top grades for governance and consumer standards, G1 and C1"
            Item::Stop(',') if self.is_letter() && self.letters_of(head).is_some() => {
                let verb = self.letters_of(head)?;
                let subject = phrase::subject(&s.chunks, verb);
                Some(self.frame(verb, subject, head..head, "received"))
            }
            // "has been told its services require improvement", "its arrangements lead to inconsistent experiences"
            Item::Word(Class::Other)
                if self.is_verb_form()
                    && s.says(head, &["services", "service", "provision", "arrangements"])
                    && s.is(head.wrapping_sub(1), Class::Possessive)
                    && (self.ends_phrase() || s.says(self.label + 1, &["for", "in"]))
                    && (self.told_before(head) || self.body_speaks()) =>
            {
                let subject = phrase::subject(&s.chunks, self.label);
                Some(self.frame(head, subject, head..head, "requires"))
            }
            // "rated the service inadequate", "gave the department one star"
            Item::Word(Class::Other) if self.is_the_unit(head) => {
                let verb = phrase::governor(&s.chunks, head + 1)?;
                match s.item(verb)? {
                    Item::Word(Class::Rate) => Some(self.rated(verb, "rated/active")),
                    Item::Word(Class::Give) if self.self_evident() || noun.is_some() => {
                        self.given(verb, noun)
                    }
                    _ => None,
                }
            }
            // "inspectors … called it a ‘good’ service"
            Item::Word(Class::Pronoun) | Item::Provider(_)
                if s.says(head.wrapping_sub(1), &["called", "calls"])
                    && (self.quoted() && self.inspectors_in(0..head)
                        || self.ends_phrase() && !self.in_speech() && self.report_speaks(head - 1)) =>
            {
                Some(self.frame(head - 1, head - 1..head - 1, head..self.label, "rated/active"))
            }
            // "found by Ofsted inspectors to be good"
            Item::Word(Class::Be)
                if s.says(head.wrapping_sub(1), &["to"]) && self.passive_before(head - 1).is_some() =>
            {
                Some(self.rated(self.passive_before(head - 1)?, "rated/passive"))
            }
            Item::Word(Class::Be)
                if s.says(head.wrapping_sub(1), &["to"]) && self.object_before(head - 1).is_some() =>
            {
                Some(self.rated(self.object_before(head - 1)?, "rated/active"))
            }
            // "found the quality of the pupils' achievements to be excellent"
            Item::Word(Class::Be) if self.found_to_be(head).is_some() => {
                let verb = self.found_to_be(head)?;
                let object = verb + 1..head - 1;
                Some(Frame { rule: "rated/unknown", ..self.frame(verb, verb..verb, object, "rated/active") })
            }
            Item::Word(Class::Be | Class::Stay) => self.copula(head, noun),
            // "described as inadequate by the CQC", "singled out as outstanding", "improved enough to be called good"
            Item::Word(_) if self.taken_as(head).is_some() => {
                Some(self.rated(self.taken_as(head)?, "rated/as"))
            }
            Item::Word(Class::Find)
                if self.quoted() || self.aspect_described(head) || self.found_so(head) =>
            {
                Some(self.rated(head, "found/passive"))
            }
            // "it also found promising prospects for improvement"
            Item::Word(Class::Find) if self.found_prospects(head).is_some() => self.found_prospects(head),
            // "puts Oakwether Homes at two stars"
            Item::Word(Class::Prep)
                if s.says(head, &["at"]) && self.regarded(head.wrapping_sub(1)).is_some() =>
            {
                Some(self.rated(self.regarded(head - 1)?, "rated/active"))
            }
            // "stays at requires improvement"
            Item::Word(Class::Prep) if s.says(head, &["at", "on"]) && self.stays_at(head).is_some() => {
                self.left_standing(self.stays_at(head)?, head)
            }
            // "in a report that leaves the trust overall at requires improvement"
            Item::Word(Class::Prep)
                if s.says(head, &["at", "on"]) && !self.in_speech() && self.left_at(head).is_some() =>
            {
                let (verb, object) = self.left_at(head)?;
                Some(self.frame(verb, verb..verb, object, "rated/placed"))
            }
            Item::Stop(',' | '–' | '—' | '(') if self.apposed(head).is_some() => self.apposed(head),
            Item::Stop(stop @ (',' | '–' | '—')) if self.past_insertion(head, stop).is_some() => {
                self.past_insertion(head, stop)
            }
            Item::Word(Class::Prep)
                if s.says(head, &["to"])
                    && (s.is_any(head.wrapping_sub(1), &[Class::Rate, Class::Find])
                        || self.is_verb_form() && self.said_to(head + 1).is_some()) =>
            {
                Some(self.rated(head - 1, "rated/passive"))
            }
            // "judged by Ofsted to require improvement", "judged the school to require improvement"
            Item::Word(Class::Prep)
                if s.says(head, &["to"]) && self.is_verb_form() && self.passive_before(head).is_some() =>
            {
                Some(self.rated(self.passive_before(head)?, "rated/passive"))
            }
            Item::Word(Class::Prep)
                if s.says(head, &["to"]) && self.is_verb_form() && self.object_before(head).is_some() =>
            {
                Some(self.rated(self.object_before(head)?, "rated/active"))
            }
            // "Oakwether School continues to require improvement", "with the sixth form requiring improvement"
            _ if self.goes_on_requiring(head).is_some() => self.goes_on_requiring(head),
            // "Both had required improvement", "It had previously required improvement"
            Item::Word(Class::Have | Class::Before)
                if self.is_verb_form()
                    && (head.saturating_sub(1)..=head).any(|i| s.says(i, &["had"]))
                    && self.ends_phrase()
                    && !self.in_speech() =>
            {
                self.had_required(head)
            }
            Item::Word(Class::Have)
                if self.long_form()
                    || (self.self_evident()
                        || self.own_axis()
                        || noun.is_some_and(|n| s.is(n, Class::Rating)))
                        && !self.in_speech() =>
            {
                Some(self.carried(head, "has"))
            }
            // "Oakwether School, a primary in Tey, which requires improvement"
            Item::Word(Class::Opens)
                if self.is_verb_form() && self.ends_phrase() && self.which().is_some() =>
            {
                Some(self.frame(head, self.which()?, head + 1..self.label, "requires"))
            }
            // "all were placed in the middle of the scale, at ‘expected standard’", "put in Ofsted's lowest category"
            Item::Word(Class::Prep | Class::Possessive) | Item::Body(_) if self.placed_in(head).is_some() => {
                Some(self.rated(self.placed_in(head)?, "rated/placed"))
            }
            // "its second Inadequate in a year"
            Item::Word(Class::Other)
                if s.says(head, &["second", "third", "first", "fourth", "latest"])
                    && s.is(head.wrapping_sub(1), Class::Possessive)
                    && self.marked_off()
                    && self.ends_phrase()
                    && !self.in_speech() =>
            {
                Some(self.frame(head, head - 1..head, head..head, "rating-noun"))
            }
            // "except safety, which requires improvement"
            Item::Word(Class::Opens) if self.which_requires(head).is_some() => self.which_requires(head),
            Item::Word(Class::Say) | Item::Word(Class::Opens) if self.is_verb_form() => self.told(),
            Item::Provider(_) | Item::Word(Class::Pronoun)
                if self.is_verb_form() && self.told().is_some() =>
            {
                self.told()
            }
            // "said its services required improvement", "Outcomes for children require improvement"
            Item::Word(Class::Other)
                if self.is_verb_form()
                    && !self.in_speech()
                    && (self.is_whole_service(&(head.saturating_sub(1)..head + 1))
                        || s.is(head.wrapping_sub(1), Class::Prep)
                            && matches!(s.item(head.wrapping_sub(2)), Some(Item::Aspect(_)))) =>
            {
                self.requires(head)
            }
            // "said it ‘requires improvement’", "the sixth form requires improvement".
            Item::Provider(_)
            | Item::Aspect(_)
            | Item::Service(_)
            | Item::Word(Class::Pronoun | Class::All)
                if self.is_verb_form() && !self.in_speech() && !self.rate_governs(head) =>
            {
                self.requires(head)
            }
            Item::Word(Class::Other) if self.is_verb_form() && self.area_requires(head).is_some() => {
                self.area_requires(head)
            }
            // "The Larches, near Ely, requires improvement"
            // "was good in 2017 but now requires improvement", "A school that was good for years now requires improvement"
            Item::Stop(',' | '–' | '—' | ')') | Item::Date(_) | Item::Word(Class::Conj | Class::Other)
                if self.required_of(head).is_some() =>
            {
                Some(self.frame(head, self.required_of(head)?, head + 1..self.label, "requires"))
            }
            Item::Word(Class::Give | Class::Receive | Class::Keep | Class::Lose) => self.given(head, noun),
            // "got her Outstanding back"
            Item::Word(Class::Possessive)
                if s.is_any(head.wrapping_sub(1), &[Class::Receive, Class::Give])
                    && self.marked_off()
                    && s.says(self.label + 1 + usize::from(self.quoted()), &["back"])
                    && !self.in_speech() =>
            {
                let subject = phrase::subject(&s.chunks, head - 1);
                Some(self.frame(head - 1, subject, head..head, "received"))
            }
            // "confirmed its G1 for governance", "reaffirming the V1 that it has held since 2016"
            Item::Word(_) if self.is_letter() && self.confirmed(head).is_some() => {
                Some(self.carried(self.confirmed(head)?, "rating-noun"))
            }
            // "kept its G1", "handed the watchdog's top rating"
            Item::Word(Class::Possessive) | Item::Body(_)
                if self.self_evident() && self.giver_of(head).is_some() =>
            {
                self.given(self.giver_of(head)?, noun)
            }
            // "slammed as ‘inadequate’ by the watchdog": any verb that takes "as".
            Item::Word(Class::Other)
                if self.quoted()
                    && s.says(head + 1, &["as"])
                    && s.at(head).ends_with("ed")
                    && (0..s.chunks.len()).any(|i| matches!(s.item(i), Some(Item::Body(_)))) =>
            {
                Some(self.rated(head, "rated/as"))
            }
            // "was making insufficient progress in two themes"
            Item::Word(_) if self.making_progress(head).is_some() => {
                let (verb, subject) = self.making_progress(head)?;
                Some(self.frame(verb, subject, head..head, "progress"))
            }
            // "now also reach the level of good"
            Item::Word(Class::Prep) if self.level_of(head).is_some() => {
                Some(self.carried(self.level_of(head)?, "rated/rating-of"))
            }
            // "child protection, which it called unsatisfactory"
            Item::Word(Class::Other | Class::Find) if self.called_of(head) => {
                Some(self.rated(head, "rated/active"))
            }
            Item::Word(Class::Prep) if s.says(head, &["of"]) && self.is_rating(head.wrapping_sub(1)) => {
                self.rating_of(head)
            }
            Item::Word(Class::Prep)
                if s.says(head, &["at", "as"]) && s.is(head.wrapping_sub(1), Class::Rate) =>
            {
                Some(self.rated(head - 1, "rated/passive"))
            }
            // "Safe: requires improvement", "Bella Pasta Ely - 0/5": a line of its own.
            Item::Stop(':' | '–' | '—') if self.opens_line(head) && !self.of_columns() => {
                Some(self.frame(head, 0..head, head..head, "line"))
            }
            Item::Word(Class::Rating | Class::Position) => {
                let verb = phrase::governor(&s.chunks, head)?;
                Some(self.carried(verb, "rated/rating-apposition"))
            }
            Item::Provider(_)
            | Item::Group(_)
            | Item::Aspect(_)
            | Item::Service(_)
            | Item::Word(Class::Pronoun) => self.object_of(head, noun),
            _ if noun.is_none() && (self.quoted() || self.ends_phrase() && self.owned_object(head)) => {
                self.unknown_object(head)
            }
            _ => noun.and_then(|_| self.noun_frame(head + 1)),
        }
    }
}
