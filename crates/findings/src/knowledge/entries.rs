//! The words of knowledge as entries of the lexicon. Knows which words count in which letter case; refuses to
//! know what they mean together.

use super::Knowledge;
use super::lexicon::{Case, Entry, HeadForm, Kind, NameForm, Sense};
use std::collections::HashSet;

impl Knowledge {
    /// Every known word with every meaning. `find` and `relate` add the words of their own grammar.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        let mut out = Vec::new();
        self.bodies_into(&mut out);
        self.providers_into(&mut out);
        self.judgements_into(&mut out);
        self.surroundings_into(&mut out);
        out
    }

    fn bodies_into(&self, out: &mut Vec<Entry>) {
        for (ix, body) in self.bodies().iter().enumerate() {
            let sense = |form| Sense::Body { body: ix as u16, form };
            let names = body.names.iter().chain(&body.misspellings).chain(&body.legal_name);
            push(out, names, Case::Any, sense(NameForm::Name));
            push(out, &body.acronyms, Case::Exact, sense(NameForm::Acronym));
            push(out, &body.weak, Case::Exact, sense(NameForm::Weak));
            push(out, &body.grades, Case::Any, sense(NameForm::Grade));
        }
        for (ix, noun) in self.nouns.iter().enumerate() {
            push(out, [&noun.text], Case::Any, Sense::BodyNoun(ix as u16));
        }
        let known: HashSet<&str> = self.nouns.iter().map(|n| n.text.as_str()).collect();
        for look_alike in self.not_bodies() {
            let generic = look_alike.generic.iter().filter(|g| !known.contains(g.to_lowercase().as_str()));
            push(out, look_alike.names.iter().chain(generic), Case::Any, Sense::NotA(Kind::Body));
            push(out, &look_alike.acronyms, Case::Exact, Sense::NotA(Kind::Body));
        }
    }

    fn providers_into(&self, out: &mut Vec<Entry>) {
        for (ix, service) in self.services().iter().enumerate() {
            let sense = |form| Sense::Provider { service: ix as u16, form };
            push(out, &service.tails, Case::Exact, sense(HeadForm::Tail));
            push(out, &service.tails_any_case, Case::Any, sense(HeadForm::Tail));
            push(out, &service.leads, Case::Exact, sense(HeadForm::Lead));
            push(out, &service.names, Case::Exact, sense(HeadForm::Whole));
            push(out, &service.acronyms, Case::Exact, sense(HeadForm::Acronym));
            push(out, &service.generic, Case::Any, sense(HeadForm::Generic));
            let plurals = service.generic.iter().filter_map(|noun| plural(noun));
            push(out, plurals.collect::<Vec<_>>().iter(), Case::Any, sense(HeadForm::Plural));
            push(out, &service.not, Case::Any, Sense::NotA(Kind::Provider));
        }
        for (ix, name) in self.service_names.iter().enumerate() {
            push(out, [&name.text], case(name.exact), Sense::Service(ix as u16));
        }
        for (ix, place) in self.place_names.iter().enumerate() {
            push(out, [place], Case::Exact, Sense::Place(ix as u16));
        }
    }

    fn judgements_into(&self, out: &mut Vec<Entry>) {
        for (ix, form) in self.forms.iter().enumerate() {
            push(out, [&form.text], case(form.exact), Sense::Label(ix as u16));
        }
        let sought = self.aspect_names.iter().enumerate().filter(|(_, name)| !name.refs.is_empty());
        for (ix, name) in sought {
            push(out, [&name.text], case(name.exact), Sense::Aspect(ix as u16));
        }
        for (ix, name) in self.measure_names.iter().enumerate() {
            push(out, [&name.text], Case::Any, Sense::Measure(ix as u16));
        }
        for position in self.positions() {
            push(out, &position.names, Case::Any, Sense::Rank(position.rank));
            push(out, &position.words, Case::Any, Sense::RankWord(position.rank));
        }
        let labels: HashSet<&str> = self.forms.iter().map(|f| f.text.as_str()).collect();
        for word in self.words() {
            let kind = if word.id == "special-measures" { Kind::Measure } else { Kind::Label };
            for phrase in word.near_misses() {
                // "Insufficient progress" is a grade in its own right on some scales, so no near miss.
                if !labels.contains(phrase.to_lowercase().as_str()) {
                    push(out, [&phrase], Case::Any, Sense::NotA(kind));
                }
            }
        }
    }

    fn surroundings_into(&self, out: &mut Vec<Entry>) {
        for (ix, marker) in self.markers().iter().enumerate() {
            // A single word marks a line only where it opens or fills it: the finder looks there itself.
            let phrases = marker.phrases.iter().filter(|p| p.contains(' '));
            push(out, phrases, Case::Any, Sense::Furniture(ix as u16));
        }
        for (ix, legend) in self.legends().iter().enumerate() {
            push(out, &legend.phrases, Case::Any, Sense::Legend(ix as u16));
        }
    }
}

fn case(exact: bool) -> Case {
    if exact { Case::Exact } else { Case::Any }
}

fn push<'a>(out: &mut Vec<Entry>, phrases: impl IntoIterator<Item = &'a String>, case: Case, sense: Sense) {
    out.extend(phrases.into_iter().map(|phrase| Entry { phrase: phrase.clone(), case, sense }));
}

/// The plural of a common noun, where it has a regular one.
fn plural(noun: &str) -> Option<String> {
    match noun.as_bytes().last()? {
        b's' | b'h' => None,
        b'y' if !["ay", "ey", "oy", "uy"].iter().any(|vowel| noun.ends_with(vowel)) => {
            Some(format!("{}ies", &noun[..noun.len() - 1]))
        }
        _ => Some(format!("{noun}s")),
    }
}
