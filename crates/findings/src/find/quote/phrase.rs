//! What a noun phrase beside a verb speaks of: a person, a spokeswoman, a report, staff, a council. Knows no verb.

use crate::find::number::cardinal;
use crate::find::person::office;
use crate::find::person::run::opens;
use crate::find::quote::speaker::{CLAUSE, PREPOSITIONS, Pronoun, Voices, Who};
use crate::find::quote::words::{Heard, Voice};
use crate::text::Span;
use crate::text::edge::ceiling;
use crate::text::small::Small;
use crate::text::word::{self, Shape, Word, at, genitive, words};

impl Voices<'_> {
    /// What a noun phrase speaks of. It ends at the end of `span`, and may begin later than the span does.
    pub(crate) fn phrase(&self, span: Span) -> Option<Who> {
        let text = self.text();
        let mut span = trimmed(text, span);
        if at(text, span).ends_with(')')
            && let Some(open) = at(text, span).rfind('(')
        {
            span = trimmed(text, Span::new(span.start, span.start + open));
        }
        if let Some(who) = self.person_at(span) {
            return Some(who);
        }
        let all = self.words(span);
        let last = all.last()?;
        if let Some(pronoun) = pronoun(at(text, last.span)) {
            return Some(Who::Pronoun(pronoun));
        }
        let verb = |w: &Word| {
            self.voice_at(w.span).is_some_and(|v| matches!(v, Voice::Say | Voice::Show | Voice::Hang))
        };
        let from = all
            .iter()
            .enumerate()
            .rposition(|(ix, w)| {
                CLAUSE.has_in_any_case(at(text, w.span)) || (ix + 1 < all.len() && ix > 0 && verb(w))
            })
            .map_or(0, |ix| ix + 1);
        let all = all.get(from..)?;
        // "In a statement | the company", "In a letter to the minister | the chief inspector": after an aside without
        // its comma a second noun phrase begins.
        let led = all.first().is_some_and(|w| PREPOSITIONS.has_in_any_case(at(text, w.span)));
        let second = all.iter().enumerate().skip(3).rposition(|(ix, w)| {
            let before = all.get(ix - 1).map(|w| Small::lower(at(text, w.span)));
            let free = before.is_some_and(|b| {
                !PREPOSITIONS.has(b.as_str())
                    && !is_determiner(b.as_str())
                    && !matches!(b.as_str(), "and" | "or" | "all" | "half" | "as" | "than" | "not" | "only")
            });
            led && free && matches!(at(text, w.span), "the" | "its")
        });
        let all = second.map_or(all, |ix| all.get(ix + 3..).unwrap_or(all));
        let after_and =
            all.iter().rposition(|w| matches!(at(text, w.span), "and" | "And" | "or")).map(|ix| ix + 1);
        self.common(all).or_else(|| self.common(all.get(after_and?..)?))
    }

    /// A person whose name ends the phrase, or is followed by where the person is from.
    pub(super) fn person_at(&self, span: Span) -> Option<Who> {
        let text = self.text();
        let mut last = None;
        for m in self.people.within(span) {
            let led = office::before(text, Span::new(span.start, m.span.start), self.heard, m.span.start);
            let before = text.get(span.start..led.map_or(m.span.start, |o| o.start)).unwrap_or("").trim_end();
            let before = before.strip_suffix(" the").unwrap_or(before);
            let governor = word::last(before).to_lowercase();
            if m.genitive || (PREPOSITIONS.has(governor.as_str()) && !before.is_empty()) {
                continue;
            }
            let rest = text.get(m.span.end..span.end).unwrap_or("");
            let tail = [" from ", " of ", " at ", " for "].iter().any(|p| rest.starts_with(p))
                && rest.split_whitespace().count() <= 8
                && !self.has_verb(Span::new(m.span.end, span.end));
            if rest.is_empty() || tail {
                last = match self.pair_from(m.span.start) {
                    Some(pair) => Some(pair),
                    // The second of the two who end the phrase.
                    None if matches!(last, Some(Who::Pair(_, b)) if b == m.person) => last,
                    None => Some(Who::Person(m.person)),
                };
            } else if let Some(pair @ Who::Pair(..)) = self.pair_from(m.span.start)
                && (rest.split_whitespace().count() <= 4 || self.people.ends_with(span))
            {
                last = Some(pair);
            }
        }
        last
    }

    /// A phrase with a common noun, or the bare name of a body.
    fn common(&self, all: &[Word]) -> Option<Who> {
        let text = self.text();
        let lower = |w: &Word| Small::lower(at(text, w.span));
        let opens = |w: &&Word| {
            let opener = opens(at(text, w.span)) && self.voice_at(w.span).is_none();
            opener || is_determiner(&lower(w)) || matches!(at(text, w.span), "and" | "but" | "or")
        };
        let skip = all.iter().take_while(opens).count();
        let (skipped, rest) = all.split_at(skip);
        let definite = skipped.iter().any(|w| matches!(lower(w).as_str(), "the" | "this" | "its" | "their"));
        let (Some(first), Some(last)) = (rest.first(), rest.last()) else {
            let one = matches!(lower(skipped.last()?).as_str(), "one" | "both" | "another" | "some");
            return one.then_some(Who::Pronoun(Pronoun::One));
        };
        let whole = Span::new(first.span.start, last.span.end);
        let body = self.body_within(whole);
        // "A Department for Schools spokesman": the name has a preposition of its own.
        let (name, speaker) = (rest.get(..rest.len() - 1)?, self.voice_at(last.span));
        let small = |w: &Word| matches!(lower(w).as_str(), "of" | "for" | "and" | "the");
        if speaker == Some(Voice::Spokes)
            && first.is_capital()
            && name.iter().any(small)
            && name.iter().all(|w| w.is_capital() || small(w))
        {
            let organisation = self.capitals(name);
            return Some(Who::Unnamed { role: Some(lower(last).to_owned()), organisation });
        }
        // "A former member of staff": the noun has a preposition of its own.
        let witness = (speaker == Some(Voice::Witness)).then(|| self.heard_from(last.span)).flatten();
        if let Some(phrase) = witness.filter(|h| h.span.start < last.span.start) {
            let start = rest.iter().position(|w| w.span.start >= phrase.span.start)?;
            let modified =
                start.checked_sub(1).and_then(|ix| rest.get(ix)).filter(|w| lower(w).as_str() == "former");
            let role = Span::new(modified.map_or(phrase.span.start, |w| w.span.start), last.span.end);
            return Some(Who::Unnamed { role: Some(even(at(text, role))), organisation: None });
        }
        let core = rest.iter().take_while(|w| !PREPOSITIONS.has(lower(w).as_str())).count();
        let head = rest.get(core.checked_sub(1)?)?;
        let core_span = Span::new(first.span.start, head.span.end);
        // "the chief inspector", not "the CQC’s head of inspection".
        let bare = definite
            && core == rest.len()
            && !rest.iter().any(|w| w.is_capital() || genitive(at(text, w.span)).1);
        let owner = self.name_within(whole).or_else(|| self.capitals(rest));
        match self.voice_at(head.span) {
            Some(Voice::Office | Voice::Spokes | Voice::Witness)
                if bare && self.office_holder(head).is_some() =>
            {
                self.office_holder(head).map(Who::Person)
            }
            Some(voice @ (Voice::Office | Voice::Spokes)) => {
                let (role, organisation) = office::read(text, whole);
                // What follows "of" belongs to the office unless it names somebody or something.
                let names = rest.get(core..)?.iter().filter(|w| w.is_capital()).count() > 2;
                let role = match organisation {
                    None if names || voice == Voice::Spokes => office::read(text, core_span).0,
                    _ => role,
                };
                let organisation = self
                    .name_within(whole)
                    .or(organisation)
                    .or_else(|| self.house_spoken_for(rest.get(core..)?));
                Some(Who::Unnamed { role, organisation })
            }
            Some(Voice::Witness) => {
                let (role, organisation) = office::read(text, core_span);
                Some(Who::Unnamed { role, organisation })
            }
            Some(Voice::Inspectors) => Some(Who::Inspectors { of: owner }),
            Some(Voice::Paper) => Some(Who::Paper { of: owner }),
            Some(Voice::Crowd) => {
                let of = self.name_within(whole).or_else(|| self.acronym(rest));
                let official = matches!(lower(head).as_str(), "officials" | "officers" | "bosses" | "chiefs");
                match of {
                    Some(of) if official => Some(Who::Inspectors { of: Some(of) }),
                    _ => Some(Who::Crowd(even(at(text, core_span)))),
                }
            }
            Some(Voice::House) => {
                let named = first.is_capital().then(|| self.capitals(rest)).flatten();
                // "the regulator", which a body goes by here.
                let meant = Span::new(all.first()?.span.start, head.span.end);
                let known = self.name_within(core_span).or_else(|| self.body_meant(meant));
                let known = known.or(named.filter(|n| n.contains(' ')));
                match known {
                    Some(name) => Some(Who::House { name, body }),
                    None if definite || first.is_capital() => {
                        let the = if definite && !first.is_capital() { "the " } else { "" };
                        Some(Who::House { name: format!("{the}{}", even(at(text, core_span))), body })
                    }
                    None => None,
                }
            }
            // "The 79-year-old added": whom the sentences before speak of.
            _ if definite && lower(head).as_str().ends_with("-year-old") => {
                Some(Who::Pronoun(Pronoun::Somebody))
            }
            _ if matches!(
                lower(head).as_str(),
                "first" | "second" | "third" | "other" | "former" | "latter"
            ) =>
            {
                Some(Who::Pronoun(Pronoun::One))
            }
            _ if self.name_within(core_span).is_some() => {
                self.name_within(core_span).map(|name| Who::House { name, body })
            }
            _ => self.trailing_name(all).map(|name| Who::House { name, body }),
        }
    }

    /// "… for the company": the one house that the noun can mean.
    fn house_spoken_for(&self, after: &[Word]) -> Option<String> {
        let [preposition, the, noun] = after else { return None };
        let written = |w: &Word| at(self.text(), w.span);
        let points = matches!(written(preposition), "for" | "of" | "at") && written(the) == "the";
        points.then(|| self.house_called(written(noun))).flatten()
    }

    /// The capitalised words that end a phrase: "in a statement | Hay and Sons"; not "parents in | Norburn".
    fn trailing_name(&self, all: &[Word]) -> Option<String> {
        let text = self.text();
        let mut start = all.len();
        while let Some(word) = start.checked_sub(1).and_then(|ix| all.get(ix)) {
            let small = matches!(at(text, word.span), "of" | "and" | "for" | "the" | "in");
            let opener = opens(at(text, word.span));
            let inside =
                small && start >= 2 && all.get(start - 2).is_some_and(Word::is_capital) && start < all.len();
            if (!word.is_capital() || opener) && !inside {
                break;
            }
            start -= 1;
        }
        let before =
            start.checked_sub(1).and_then(|ix| all.get(ix)).map_or("", |w| at(text, w.span)).to_lowercase();
        let (first, last) = (all.get(start)?, all.last()?);
        let governed = PREPOSITIONS.has(before.as_str());
        let (stem, owned) = genitive(at(text, last.span));
        (!governed && !owned).then(|| even(&text[first.span.start..last.span.start + stem.len()]))
    }

    /// Letters that stand for a body, at the head of a phrase: "RXQ officials".
    fn acronym(&self, all: &[Word]) -> Option<String> {
        let first = all.first().filter(|w| w.shape == Shape::Capitals)?;
        Some(genitive(at(self.text(), first.span)).0.to_owned())
    }

    /// What the words at the head of a sentence speak of, as far as they are a subject.
    pub(crate) fn opening(&self, sentence: Span) -> Option<Who> {
        let text = self.text();
        let near = Span::new(sentence.start, sentence.end.min(ceiling(text, sentence.start + 90)));
        self.opened(near, || self.opens(near))
    }

    fn opens(&self, near: Span) -> Option<Who> {
        let text = self.text();
        let noun = |h: &&Heard| !matches!(h.voice, Voice::Hang | Voice::Accord);
        let head =
            self.heard_in(near).iter().find(noun).filter(|h| !matches!(h.voice, Voice::Say | Voice::Show));
        let person = self.people.within(near).iter().find(|m| !m.genitive);
        match (head, person) {
            (Some(head), None) => self.phrase(Span::new(near.start, head.span.end)),
            (Some(head), Some(person))
                if head.span.start < person.span.start && head.voice != Voice::Office =>
            {
                self.phrase(Span::new(near.start, head.span.end))
            }
            (_, Some(person)) => Some(Who::Person(person.person)),
            (None, None) => {
                let determines = |w: &Word| is_determiner(&Small::lower(at(text, w.span)));
                let mut head = words(text, near).skip_while(determines);
                let first = head.next()?;
                let mut two = || first.is_capital() && head.next().is_some_and(|w| w.is_capital());
                if first.shape != Shape::Capitals && !two() {
                    return None;
                }
                let named = |w: &Word| w.is_capital() || joins_name(at(text, w.span));
                let name: Vec<Word> = words(text, near).skip_while(determines).take_while(named).collect();
                let body = self.body_within(near);
                self.capitals(&name).map(|name| Who::House { name, body })
            }
        }
    }

    /// The person who holds the office that "the chief inspector" names.
    fn office_holder(&self, head: &Word) -> Option<usize> {
        let ix = self.heard.partition_point(|h| h.span.end < head.span.end);
        let office = at(self.text(), self.heard.get(ix)?.span).to_lowercase();
        let before = self.people.mentions.partition_point(|m| m.span.start < head.span.start);
        let holds = |m: &&crate::find::person::PersonMention| {
            let role = self.people.all.get(m.person).and_then(|p| p.role.as_deref());
            role.is_some_and(|role| holds_office(&role.to_lowercase(), &office))
        };
        self.people.mentions.get(..before)?.iter().rev().take(40).find(holds).map(|m| m.person)
    }

    /// Capitalised words at the start of a phrase, with the small words inside a name.
    fn capitals(&self, all: &[Word]) -> Option<String> {
        let text = self.text();
        let mut end = 0;
        for (ix, word) in all.iter().enumerate() {
            let (_, genitive) = genitive(at(text, word.span));
            if word.is_capital() {
                end = ix + 1;
                if genitive && !at(text, word.span).starts_with("Majesty") {
                    break;
                }
            } else if !joins_name(at(text, word.span)) {
                break;
            }
        }
        let (first, last) = (all.first()?, all.get(end.checked_sub(1)?)?);
        let (stem, _) = genitive(at(text, last.span));
        // "Ten inspectors" are nobody's.
        let counted = end == 1 && cardinal(&at(text, first.span).to_lowercase()).is_some();
        let known =
            counted || self.voice_at(first.span).is_some_and(|v| !matches!(v, Voice::House)) && end == 1;
        (!known).then(|| even(&text[first.span.start..last.span.start + stem.len()]))
    }
}

/// True for a small word inside a name.
fn joins_name(word: &str) -> bool {
    matches!(word, "of" | "and" | "for" | "the" | "&")
}

/// "chief inspector of prisons" is a chief inspector, "regional director" a director; a "head coach" is no head.
fn holds_office(role: &str, office: &str) -> bool {
    let after = role.strip_prefix(office);
    let before = role.strip_suffix(office);
    after.is_some_and(|rest| {
        rest.is_empty() || [" of ", " for ", " in ", " at "].iter().any(|p| rest.starts_with(p))
    }) || before.is_some_and(|rest| rest.ends_with(' '))
}

fn pronoun(word: &str) -> Option<Pronoun> {
    match Small::lower(word).as_str() {
        "he" => Some(Pronoun::He),
        "she" => Some(Pronoun::She),
        "it" => Some(Pronoun::It),
        "they" => Some(Pronoun::They),
        _ => None,
    }
}

fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "its"
            | "their"
            | "our"
            | "his"
            | "her"
            | "one"
            | "another"
            | "this"
            | "some"
            | "both"
    )
}

fn even(words: &str) -> String {
    let odd = |pair: &[u8]| pair == b"  " || pair.iter().any(|b| *b < b' ' || !b.is_ascii());
    if words.len() > 1
        && !words.starts_with(' ')
        && !words.ends_with(' ')
        && !words.as_bytes().windows(2).any(odd)
    {
        return words.to_owned();
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn trimmed(text: &str, span: Span) -> Span {
    let inside = at(text, span);
    let start = span.start
        + (inside.len() - inside.trim_start_matches([' ', '-', '–', '—', '"', '”', '’', '\'', ',']).len());
    let end = span.end - (inside.len() - inside.trim_end_matches([' ', ',', '-', '–', '—']).len());
    Span::new(start, end.max(start))
}
