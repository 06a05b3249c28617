//! What a verb of rating or a rating noun has for its object or complement: "which inspectors rated", "a rating of", "the
//! level of", "making progress". Knows no order of trying them.

use super::Reader;
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use std::ops::Range;

impl Reader<'_, '_> {
    /// "The last inspection left it with a grade of good": where "left" and "with" stand.
    fn left_with(&self, head: usize) -> Option<(usize, usize)> {
        let s = self.s;
        let with = (head.saturating_sub(4)..head).find(|&i| s.says(i, &["with"]))?;
        let left = (with.saturating_sub(4)..with).find(|&i| s.says(i, &["left", "leaves", "leaving"]))?;
        let whom = (left + 1..with).any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
        let told = (0..left).any(|i| {
            s.is(i, Class::Visit) || matches!(s.item(i), Some(Item::Body(_))) || s.says(i, &["inspectors"])
        });
        (whom && told && !self.in_speech()).then_some((left, with))
    }

    /// "the ‘inadequate’ rating given to Oakwether School by Ofsted": to whom, right behind the noun.
    pub(super) fn noun_given_to(&self, noun: usize) -> Option<Frame> {
        let s = self.s;
        let given = noun + 1 + usize::from(s.item(noun + 1) == Some(Item::Close));
        let to = s.says(given, &["given", "handed", "awarded"]) && s.says(given + 1, &["to"]);
        let of = given + 2 + usize::from(s.is(given + 2, Class::Det));
        let one = matches!(s.item(of), Some(Item::Provider(_)));
        let frame = || self.frame(given, given..given, of..of + 1, "given/passive");
        (to && one && s.is(noun, Class::Rating) && !self.in_speech()).then(|| Frame {
            listed: Vec::new(),
            unknown: Vec::new(),
            ..frame()
        })
    }

    /// "grade", "governance grade": an area may be called with its noun.
    pub(super) fn is_rating(&self, at: usize) -> bool {
        let s = self.s;
        let noun = || ["grade", "grading", "rating", "score"].iter().any(|n| s.at(at).ends_with(n));
        s.is(at, Class::Rating) || matches!(s.item(at), Some(Item::Aspect(_))) && noun()
    }

    /// "was given a rating of good", "Despite a rating of good, Oakwether School will close".
    pub(super) fn rating_of(&self, head: usize) -> Option<Frame> {
        let s = self.s;
        if let Some((verb, subject)) = self.resulted_in(head - 1) {
            return Some(self.frame(verb, subject, head..head, "rated/rating-of"));
        }
        let Some(verb) = phrase::governor(&s.chunks, head - 1) else {
            if let Some((left, with)) = self.left_with(head) {
                return Some(self.frame(head, left..left, left + 1..with, "rated/rating-of"));
            }
            // "Despite a rating of good, Oakwether School will close"
            let fronted = s.says(0, &["despite", "with", "after", "following"]) && head <= 5;
            const MAKES: &[&str] = &["made", "makes", "make", "making", "recorded", "returned", "delivered"];
            // "now displays a food hygiene rating of 0"
            const SHOWS: &[&str] = &[
                "displays", "display", "displaying", "displayed", "shows", "boasts", "boast", "boasted",
                "boasting", "carries", "carried", "holds", "held", "enjoys", "enjoyed",
            ];
            let shows = (head.saturating_sub(6)..head).rev().find(|&i| s.says(i, SHOWS));
            if let Some(verb) = shows.filter(|_| !self.in_speech()) {
                let subject = self.clause_before(verb);
                let named = subject.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
                if named {
                    return Some(self.frame(verb, subject, verb..verb, "rated/rating-of"));
                }
            }
            // "and its new score of three was put up on Monday", "Tey School's grade of good"
            let named = |i: usize| matches!(s.item(i), Some(Item::Provider(_)));
            let owner = |i: usize| s.is(i, Class::Possessive) || named(i) && s.owns(i);
            let whose = (head.saturating_sub(4)..head).find(|&i| owner(i));
            let told = s.is_any(self.label + 1, &[Class::Be, Class::Have]) && self.self_evident()
                || whose.is_some_and(named)
                || whose.is_some_and(|w| w > 0 && named(w - 1));
            let whose = whose.map(|w| if w > 0 && named(w - 1) { w - 1 } else { w });
            if let Some(whose) = whose.filter(|_| told && !self.in_speech()) {
                return Some(self.frame(head, whose..head, head..head, "rated/rating-of"));
            }
            // "Inspectors made judgements of good for leadership"
            let made =
                head.checked_sub(2).filter(|&i| !self.in_speech() && !self.modifies() && s.says(i, MAKES));
            if let Some(made) = made {
                return Some(self.frame(made, made..made, made..made, "rated/rating-of"));
            }
            // "Only the sixth form escaped, with a verdict of good"
            let with = (head.saturating_sub(4)..head)
                .find(|&i| s.says(i, &["with"]) && s.item(i.wrapping_sub(1)) == Some(Item::Stop(',')));
            let subject = with.map_or(head..head, |with| self.clause_before(with - 1));
            return ((fronted || with.is_some()) && !self.in_speech())
                .then(|| self.frame(head, subject, head..head, "rated/rating-of"));
        };
        // "was displaying a sticker with a rating of 5": something else has it.
        let other = s.is(verb, Class::Be) && (verb..head).any(|i| s.says(i, &["with"]));
        let list = || self.list_of(verb).filter(|f| f.listed.len() > 1);
        (!other).then(|| list().unwrap_or_else(|| self.carried(verb, "rated/rating-of")))
    }

    /// "A visit to the home resulted in grades of", "The inspection led to an": the verb before a rating noun or a label, and
    /// what the clause before it is about.
    pub(super) fn resulted_in(&self, noun: usize) -> Option<(usize, Range<usize>)> {
        let s = self.s;
        let plain = [Class::Det, Class::Filler, Class::Possessive, Class::Again, Class::Now];
        let own = |i: usize| {
            s.is_any(i, &plain) || matches!(s.item(i), Some(Item::Open | Item::Body(_) | Item::Stop(',')))
        };
        let prep = (noun.saturating_sub(4)..noun).rev().find(|&i| !own(i))?;
        let verb = prep.checked_sub(1)?;
        let ended =
            s.says(prep, &["in", "with"]) && s.says(verb, &["ended", "ending", "concluded", "closed"]);
        let led = ended
            || s.says(prep, &["in"]) && s.says(verb, &["resulted", "resulting"])
            || s.says(prep, &["to"]) && s.says(verb, &["led", "leading"]);
        let told = (0..verb).any(|i| {
            s.is(i, Class::Visit)
                || matches!(s.item(i), Some(Item::Body(_)))
                || s.says(i, &["inspectors", "assessment", "findings"])
        });
        let open =
            (verb.saturating_sub(3)..verb).any(|i| s.is_any(i, &[Class::Will, Class::Would, Class::Not]));
        (led && told && !open && !self.in_speech()).then(|| (verb, self.clause_before(verb)))
    }

    /// The name before "…, a 34-bed home in Ely with": what the apposition tells of.
    pub(super) fn apposed_with(&self, with: usize) -> Option<usize> {
        let s = self.s;
        let comma = (with.saturating_sub(8)..with).rev().find(|&i| s.item(i) == Some(Item::Stop(',')))?;
        let own = with == comma + 1 || s.says(comma + 1, &["a", "an"]);
        let plain = (comma + 1..with).all(|i| !phrase::is_verb(&s.chunks[i]) && !s.is(i, Class::Opens));
        let named = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_)));
        // "Moat House, Tannery Lane, a home": past where it is.
        let place = |i: &usize| {
            s.item(*i) == Some(Item::Stop(','))
                || s.says(*i, &["in", "at", "near", "on"])
                || s.is(*i, Class::Other) && s.at(*i).starts_with(char::is_uppercase)
        };
        let of = (0..comma).rev().take_while(|i| named(i) || place(i)).find(named);
        of.filter(|_| own && plain && !self.in_speech())
    }

    /// "That made it good overall", "which leaves the trust inadequate overall": the verb before the one judged.
    pub(super) fn made_overall(&self, head: usize) -> Option<usize> {
        let s = self.s;
        let det = head - usize::from(head > 0 && s.is(head - 1, Class::Det));
        let verb = det.checked_sub(1)?;
        let made = s.says(
            verb,
            &["made", "makes", "making", "leaving", "leaves", "left", "means", "meaning", "meant"],
        );
        let next = self.label + 1 + usize::from(self.quoted());
        (made && s.says(next, &["overall"]) && !self.in_speech()).then_some(verb)
    }

    /// "rated the home good", "gave it a good rating": the word before the label is who or what is judged.
    pub(super) fn object_of(&self, head: usize, noun: Option<usize>) -> Option<Frame> {
        let s = self.s;
        let verb = phrase::governor(&s.chunks, head + 1)?;
        match s.item(verb)? {
            Item::Word(Class::Rate) => Some(self.rated(verb, "rated/active")),
            Item::Word(Class::Find)
                if self.quoted() || self.body_says(verb) || self.visit_finds(verb, head) =>
            {
                Some(self.rated(verb, "found/active"))
            }
            Item::Word(Class::Give) => self.given(verb, noun),
            // "confirmed the landlord's G1 and V2 grades"
            Item::Word(Class::Find) if self.is_letter() && s.says(verb, &["confirmed"]) => {
                noun.map(|_| self.carried(verb, "rating-noun"))
            }
            _ => noun.and_then(|_| self.noun_frame(head + 1)),
        }
    }

    /// "the two stars it won in 2003", "the outstanding rating which the school was given in 2012": a grade with the clause
    /// that tells when it was given.
    pub(super) fn given_then(&self) -> Option<Frame> {
        let s = self.s;
        let det =
            self.label.checked_sub(1 + usize::from(self.quoted())).filter(|&i| s.says(i, &["the", "a"]))?;
        let first = self.label + 1 + usize::from(self.quoted());
        let noun = s.is(first, Class::Rating) || self.is_kind(s.at(first)) && s.is(first, Class::Other);
        let after = first + usize::from(noun);
        let mut who = after + usize::from(s.says(after, &["which", "that"]));
        let which = who > after;
        let det_of = usize::from(s.is(who, Class::Det));
        let it = s.says(who, &["it", "they"]);
        let one = it
            || noun
                && (matches!(s.item(who + det_of), Some(Item::Provider(_)))
                    || det_of == 1 && self.is_kind(s.at(who + 1)));
        who += det_of;
        let group = who + 1 + usize::from(s.is(who + 1, Class::Have));
        let verb = group + usize::from(s.is(group, Class::Be));
        let had =
            s.is_any(verb, &[Class::Give, Class::Receive, Class::Rate]) || s.says(verb, &["had", "held"]);
        let dated =
            (verb + 1..verb + 6).any(|i| matches!(s.item(i), Some(Item::Date(_))) || s.is(i, Class::Before));
        let held = s.says(verb, &["held"]) && self.self_evident();
        if !(one && had && (dated || held)) || self.in_speech() {
            return None;
        }
        // "The two stars it won in 2003 have gone"
        let after = (verb + 1..verb + 7).find(|&i| s.is(i, Class::Have)).map(|i| i + 1);
        let gone = after.map(|i| i + usize::from(s.is(i, Class::Be)));
        let gone = gone.is_some_and(|i| s.says(i, &["gone", "lost", "vanished", "forfeited", "removed"]));
        // "gave up the two stars it won in 2003"
        let given_up = s.is(det.wrapping_sub(1), Class::Lose)
            || s.says(det.wrapping_sub(1), &["up", "back"])
                && s.says(det.wrapping_sub(2), &["gave", "handed"]);
        let gone = gone || given_up;
        // Behind a rating noun the article tells elsewhere whether a newer one came.
        let status = match (gone, noun || which) {
            (true, _) => Some(Status::Lost),
            (false, true) => None,
            (false, false) => Some(Status::Previous),
        };
        Some(Frame { status, ..self.frame(verb, who..who + 1, det..det, "given/then") })
    }

    /// The verb of "kept its G1", "gave it their lowest rating".
    pub(super) fn giver_of(&self, owner: usize) -> Option<usize> {
        let s = self.s;
        let verb = owner.checked_sub(1)?;
        // "was stripped of its three stars"
        if s.says(verb, &["of"]) {
            return verb.checked_sub(1).filter(|&v| s.says(v, &["stripped"]));
        }
        let object = s.is(verb, Class::Pronoun) || s.chunks[verb].is_target();
        let verb = if object && self.is_place() { phrase::governor(&s.chunks, verb)? } else { verb };
        s.is_any(verb, &[Class::Give, Class::Receive, Class::Keep, Class::Lose]).then_some(verb)
    }

    /// "took on Marle Council, rated outstanding in 2018, as a partner": the one right before the participle, where it is no
    /// list of names.
    pub(super) fn beside_participle(&self, verb: usize) -> Option<Range<usize>> {
        let s = self.s;
        let mut comma = verb.checked_sub(1)?;
        while comma > 0 && s.is_any(comma, &[Class::Filler, Class::Before]) {
            comma -= 1;
        }
        let of = comma.checked_sub(1).filter(|_| s.item(comma) == Some(Item::Stop(',')))?;
        // "Only the curriculum, given a grade 2, …"
        let area = s.says(verb, &["given"]) && matches!(s.item(of), Some(Item::Aspect(_) | Item::Service(_)));
        let named = area || matches!(s.item(of), Some(Item::Provider(_)));
        let listed =
            s.is(of.wrapping_sub(1), Class::Conj) || s.item(of.wrapping_sub(1)) == Some(Item::Stop(','));
        (named && !listed && (s.at(verb).ends_with("ed") || s.says(verb, &["given"]))).then_some(of..of + 1)
    }

    /// The verb and the subject of "was found to be making insufficient progress": of a provider, and not of its pupils.
    pub(super) fn making_progress(&self, head: usize) -> Option<(usize, Range<usize>)> {
        let s = self.s;
        let made = s.says(head, &["making", "made", "makes", "make"]);
        if !made || !s.at(self.label).ends_with(" progress") || !self.own_axis() || self.in_speech() {
            return None;
        }
        let mut at = head;
        while at > 0
            && (s.is_any(at - 1, &[Class::Be, Class::Have, Class::Filler]) || s.says(at - 1, &["to"]))
        {
            at -= 1;
        }
        let verb = at.checked_sub(1).filter(|&i| s.is_any(i, &[Class::Find, Class::Rate])).unwrap_or(head);
        let subject = phrase::subject(&s.chunks, verb);
        let one = subject.clone().any(|i| {
            matches!(s.item(i), Some(Item::Provider(_)))
                || s.says(i, &["it", "both", "leaders", "managers", "governors", "trustees"])
        });
        // "Leaders had made reasonable progress": no area of that name.
        let named = subject.clone().any(|i| matches!(s.item(i), Some(Item::Provider(_))));
        (one && self.ends_phrase()).then_some((verb, if named { subject } else { verb..verb }))
    }

    /// The verb of "the level of good", "the standard of very good": what reaches it or is at it.
    pub(super) fn level_of(&self, of: usize) -> Option<usize> {
        let s = self.s;
        let level =
            of.checked_sub(1).filter(|&i| s.says(of, &["of"]) && s.says(i, &["level", "standard"]))?;
        let det = level.checked_sub(1).filter(|&i| s.says(i, &["the", "a"]))?;
        let verb = phrase::governor(&s.chunks, det)?;
        let holds = s.is_any(verb, &[Class::Receive, Class::Rate, Class::Keep])
            || s.is(verb, Class::Be) && s.says(verb + 1, &["at", "of"]);
        (holds && self.ends_phrase() && !self.in_speech()).then_some(verb)
    }

    /// The verb of "the CQC recorded a good rating for the home": any that a body does with a grade.
    pub(super) fn recorded(&self) -> Option<usize> {
        let s = self.s;
        let article = self.label.checked_sub(1 + usize::from(self.quoted()))?;
        let verb = article.checked_sub(1).filter(|_| s.says(article, &["a", "an"]))?;
        let mut agent = verb.checked_sub(1)?;
        while agent > 0 && s.is_any(agent, &[Class::Have, Class::Filler, Class::Now, Class::Again]) {
            agent -= 1;
        }
        let done = s.is(verb, Class::Other) && (s.at(verb).ends_with("ed") || s.at(verb).ends_with('s'));
        (done && matches!(s.item(agent), Some(Item::Body(_)))).then_some(verb)
    }

    /// A verb that carries a rating noun: receives, gives, is, falls to.
    pub(super) fn carried(&self, verb: usize, rule: &'static str) -> Frame {
        let s = self.s;
        let passive = (0..verb).rev().take(3).any(|i| s.is(i, Class::Be));
        let gives = s.is(verb, Class::Give) && !passive;
        // "confirmed the G1 of Tey Homes": whose it is.
        let of = self.label + 2;
        let of = of + usize::from(s.is(of, Class::Det));
        let whose = s.says(self.label + 1, &["of"]) && matches!(s.item(of), Some(Item::Provider(_)));
        if whose {
            return self.frame(verb, verb..verb, of..of + 1, rule);
        }
        let subject = if gives { verb..verb } else { phrase::subject(&s.chunks, verb) };
        self.frame(verb, subject, verb + 1..self.label, rule)
    }

    /// The verb of "confirmed its", "reaffirming the".
    pub(super) fn confirmed(&self, head: usize) -> Option<usize> {
        let s = self.s;
        let verb = if s.is(head, Class::Possessive) { head.checked_sub(1)? } else { head };
        let led = verb < head || s.says(self.label.wrapping_sub(1), &["the"]);
        // "placed the G1 of Tey Homes under review"
        let review = s.says(verb, &["placed", "put", "has", "had"])
            && (self.label + 1..self.label + 6)
                .any(|i| s.says(i, &["under"]) && s.says(i + 1, &["review", "scrutiny"]));
        let confirms = s.says(verb, &["confirmed", "confirming", "reaffirmed", "reaffirming"]);
        (led && (review || confirms)).then_some(verb)
    }

    /// "missed out on two stars", "fell short of three": a grade that no adjective looks like.
    pub(super) fn missed(&self, head: usize) -> Option<Frame> {
        let s = self.s;
        // "fell just short of", "missed out narrowly on"
        let far = usize::from(s.says(head.wrapping_sub(2), &["just", "narrowly", "agonisingly", "well"]));
        let verb = head.checked_sub(2 + far)?;
        let out = s.says(head, &["on"]) && s.says(head - 1, &["out"]) && s.is(verb, Class::Fail);
        let short = s.says(head, &["of"]) && s.says(head - 1, &["short"]) && s.is(verb, Class::Fall);
        let subject = phrase::subject(&s.chunks, verb);
        let one = || {
            subject
                .clone()
                .any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun) || self.is_kind(s.at(i)))
        };
        let sure = self.self_evident() || self.ends_phrase() && one();
        let holds = (out || short) && sure && !self.in_speech();
        let status = Some(Status::NotAchieved);
        holds.then(|| Frame { status, ..self.frame(verb, subject, head..head, "missed") })
    }

    /// "it also found promising prospects for improvement": words of no other axis are what was found.
    pub(super) fn found_prospects(&self, verb: usize) -> Option<Frame> {
        let s = self.s;
        let words = self.own_axis() && s.at(self.label).contains(' ');
        let subject = self.clause_subject().filter(|r| !self.inspectors_in(r.clone()));
        let holds = words && s.says(verb, &["found", "finds"]) && !self.in_speech();
        holds.then(|| self.frame(verb, subject.unwrap_or(verb..verb), verb..verb, "found/active"))
    }

    /// "stays at requires improvement", "its financial rating is unchanged at weak".
    pub(super) fn left_standing(&self, verb: usize, head: usize) -> Option<Frame> {
        let subject = phrase::subject(&self.s.chunks, verb);
        let rating = subject.clone().any(|i| self.s.is(i, Class::Rating));
        let holds = (rating || self.pure(&subject)) && !self.in_speech();
        holds.then(|| self.frame(verb, subject, head..self.label, "is"))
    }
}
