//! The frames in which a speaker stands about a quotation: after it, before it, at the end of its sentence, in the
//! paragraph before. Knows nothing of earlier speakers but the last.

use crate::fact::Basis;
use crate::find::quote::speaker::{Pronoun, Subject, Who};
use crate::find::quote::words::{Heard, Voice};
use crate::find::quote::{Reader, Source, VERBS};
use crate::text::word::count_up_to;
use crate::text::{Quoted, Span};

impl Reader<'_> {
    /// Who says it, by the surest frame there is.
    pub(super) fn source(&self, ix: usize, quoted: &Quoted) -> Option<Source> {
        let all = &self.voices.scan.text.quoted;
        let next = all.get(ix + 1).map_or(usize::MAX, |q| q.outer.start);
        self.after(quoted, next)
            .or_else(|| self.before(quoted))
            .or_else(|| self.trailing(quoted, next))
            .or_else(|| self.leads_in(quoted))
            .or_else(|| self.continued(ix, quoted))
            .or_else(|| self.told_by(quoted))
            .or_else(|| self.told_before(quoted))
    }

    /// "…," said Ann Hay. "…," Ann Hay said.
    fn after(&self, quoted: &Quoted, next: usize) -> Option<Source> {
        let text = self.text();
        let sentence = self.sentence(quoted);
        let mut end = sentence.end.min(next);
        let inner = self.at(quoted.inner);
        let mut start = quoted.outer.end;
        let speech = inner.trim_end().ends_with([',', '?', '!', '.', '…', '-', '–']);
        if start >= end && speech && quoted.closed {
            // “It is bad.” Mr Hay said. — a sentence of its own by the letter.
            let text = self.voices.scan.text;
            let follows = text.sentences.get(text.sentence_at(start) + 1)?;
            let near = follows.start.saturating_sub(start) <= 2 && follows.len() <= 60 && follows.end <= next;
            // What somebody said in a paragraph of its own is another matter.
            let near = near && text.paragraph_at(follows.start) == text.paragraph_at(quoted.outer.start);
            (start, end) = near.then_some((follows.start, follows.end))?;
        }
        let rest = text.get(start..end)?;
        let comma = rest.trim_start().starts_with(',');
        let opening = rest.len() - rest.trim_start_matches([' ', ',', '.', '-', '–', '—', ';']).len();
        let from = start + opening;
        if speech && let Some(source) = self.other_verb(Span::new(from, end)) {
            return Some(source);
        }
        let verb = self.verbs(Span::new(from, end)).next().copied()?;
        let lead = text.get(from..verb.span.start)?;
        let direct = speech || comma || rest.trim_start().starts_with(['-', '–', '—']);
        if lead.trim().is_empty() || matches!(lead.trim(), "also" | "he" | "then") {
            let asked = matches!(verb.voice, Voice::Say | Voice::Accord) && lead.trim() != "he";
            if asked && (direct || verb.voice == Voice::Accord) {
                let upto = end;
                let who = self.voices.object(verb.span.end, upto)?;
                return self.stated(who, "quote/after-verb-first", text.get(verb.span.end..end)?, verb);
            }
        }
        let short = count_up_to(lead, 17) <= 16 && !lead.contains(['“', '"', ':']);
        let joined = [
            "and ", "but ", "while ", "which ", "because ", "as ", "when ", "after ", "that ", "for ", "in ",
            "of ",
        ]
        .iter()
        .any(|j| lead.starts_with(j));
        if !direct || !short || joined || !matches!(verb.voice, Voice::Say | Voice::Show) {
            return None;
        }
        match self.voices.subject(from, verb.span.start) {
            Subject::Is(who) => self.stated(who, "quote/after", text.get(verb.span.end..end)?, verb),
            Subject::Passive | Subject::Unknown => None,
        }
    }

    /// "…," beamed the head, Ann Hay: a verb that no table has stands between the mark and a person.
    fn other_verb(&self, span: Span) -> Option<Source> {
        let text = self.text();
        let rest = text.get(span.start..span.end)?;
        let verb = rest.split(' ').next()?;
        let shaped = verb.len() > 4
            && (verb.ends_with("ed") || verb.ends_with('s'))
            && verb.chars().all(char::is_lowercase);
        let listed = !self.voices.heard_in(Span::new(span.start, span.start + 1)).is_empty();
        if !shaped || listed || count_up_to(rest, 15) > 14 {
            return None;
        }
        let who = self.voices.object(span.start + verb.len(), span.end)?;
        matches!(who, Who::Person(_) | Who::Pair(..) | Who::Unnamed { .. }).then_some(Source {
            who,
            basis: Basis::Stated,
            rule: "quote/after-verb-first",
            written: false,
        })
    }

    /// Ann Hay said: "…". Inspectors found staff "…".
    fn before(&self, quoted: &Quoted) -> Option<Source> {
        let text = self.text();
        let sentence = self.sentence(quoted);
        let span = Span::new(sentence.start, quoted.outer.start);
        for verb in self.verbs(span).rev().take(VERBS).copied() {
            match verb.voice {
                Voice::Hang => continue,
                Voice::Accord => {
                    if let Some(who) = self.voices.object(verb.span.end, span.end) {
                        return self.stated(who, "quote/according", "", verb);
                    }
                    continue;
                }
                _ => {}
            }
            // "It was, said Mr Hay, “the worst”": the verb stands before its subject.
            if verb.voice == Voice::Say
                && text.get(span.start..verb.span.start).is_some_and(|lead| lead.trim_end().ends_with(','))
                && self.at(Span::new(verb.span.end, span.end)).trim_end().ends_with(',')
                && let Some(who @ (Who::Person(_) | Who::Unnamed { .. })) =
                    self.voices.object(verb.span.end, span.end)
            {
                return self.stated(who, "quote/before", self.at(span), verb);
            }
            match self.voices.subject(span.start, verb.span.start) {
                Subject::Is(who) => {
                    // "The doctor said the board accepted “every word”": the doctor's word for what the board did.
                    let theirs = matches!(who, Who::House { body: false, .. } | Who::Crowd(_));
                    let who = self.sayer(span.start, verb, theirs).unwrap_or(who);
                    return self.stated(who, "quote/before", self.at(span), verb);
                }
                Subject::Passive => {
                    if let Some(who) = self.sayer(span.start, verb, false) {
                        return self.stated(who, "quote/before", self.at(span), verb);
                    }
                    let by = self.agent(Span::new(verb.span.end, span.end)).or_else(|| {
                        let rest = text.get(quoted.outer.end..sentence.end)?;
                        rest.trim_start()
                            .starts_with("by ")
                            .then(|| self.agent(Span::new(quoted.outer.end, sentence.end)))?
                    });
                    if let Some(who) = by {
                        return self.stated(who, "quote/passive", "", verb);
                    }
                }
                Subject::Unknown => {}
            }
        }
        // "She left two days after telling governors that she was “sure of a three”": the subject of the sentence.
        let hangs = self.verbs(span).next_back().copied().filter(|v| v.voice == Voice::Hang);
        if let Some(verb) = hangs
            && let Some(lead) = text.get(span.start..verb.span.start)
            && [" after", " before", " despite", " by", " while"].iter().any(|w| lead.trim_end().ends_with(w))
            && let Some(who @ Who::Person(_)) = self.voices.opening(span)
        {
            return self.stated(who, "quote/shared-subject", "", verb);
        }
        // "Ann Hay hit back, saying: “…”": the subject of the sentence, whatever its verb.
        if let Some(verb) = hangs
            && text.get(span.start..verb.span.start).is_some_and(|lead| lead.trim_end().ends_with(','))
            && self.at(Span::new(verb.span.end, span.end)).trim() == ":"
            && let Some(who @ (Who::Person(_) | Who::Pair(..) | Who::Unnamed { .. })) =
                self.voices.opening(span)
        {
            return self.stated(who, "quote/shared-subject", "", verb);
        }
        // "The home did admit faults but added: '…'": the subject stands at the head of the sentence.
        let last = self.verbs(span).next_back().copied();
        if let Some(verb) = last.filter(|v| matches!(v.voice, Voice::Say | Voice::Show))
            && [" and", " but"]
                .iter()
                .any(|and| text.get(span.start..verb.span.start).is_some_and(|t| t.trim_end().ends_with(and)))
            && let Some(who) = self.voices.opening(span)
        {
            return self.stated(who, "quote/shared-subject", "", verb);
        }
        let rest = text.get(quoted.outer.end..sentence.end).unwrap_or("");
        if rest.trim_start().starts_with("by ") {
            let who = self.agent(Span::new(quoted.outer.end, sentence.end))?;
            return Some(Source { who, basis: Basis::Stated, rule: "quote/passive", written: false });
        }
        None
    }

    /// "Mr Hay said staff felt …": whose word it is that somebody felt, hoped or promised something.
    fn sayer(&self, from: usize, verb: Heard, theirs: bool) -> Option<Who> {
        const FEELS: [&str; 12] = [
            "felt", "hoped", "hopes", "believed", "believes", "expected", "expects", "wanted", "promised",
            "reflected", "showed", "shows",
        ];
        if !(FEELS.contains(&self.at(verb.span)) || theirs && verb.voice == Voice::Show) {
            return None;
        }
        let said =
            self.verbs(Span::new(from, verb.span.start)).next_back().filter(|v| v.voice == Voice::Say)?;
        let between = self.text().get(said.span.end..verb.span.start)?;
        if between.contains([',', ';', ':', '“', '"'])
            || between.contains(" and ")
            || between.contains(" but ")
        {
            return None;
        }
        match self.voices.subject(from, said.span.start) {
            Subject::Is(who @ (Who::Person(_) | Who::Pair(..) | Who::Unnamed { .. } | Who::Pronoun(_))) => {
                Some(who)
            }
            _ => None,
        }
    }

    /// "… by the watchdog": who did what the passive tells.
    fn agent(&self, span: Span) -> Option<Who> {
        let found = self.text().get(span.start..span.end)?.find("by ")?;
        let who = self.voices.object(span.start + found + 3, span.end)?;
        (!matches!(who, Who::Pronoun(_))).then_some(who)
    }

    /// Staff were 'rude' and rooms 'dirty', Mr Hay said.
    fn trailing(&self, quoted: &Quoted, next: usize) -> Option<Source> {
        let text = self.text();
        let sentence = self.sentence(quoted);
        let span = Span::new(quoted.outer.end, sentence.end);
        let verb = *self.verbs(span).next_back()?;
        let tail = text.get(verb.span.end..sentence.end)?.trim();
        let ends = tail.split_whitespace().count() <= 4 && !tail.contains(',') || tail.starts_with(", ");
        let lead = text.get(span.start..verb.span.start)?;
        let comma = lead.rfind(", ").or_else(|| lead.rfind(" - "))?;
        let who = lead.get(comma + 2..)?;
        if next < verb.span.start && who.contains(['“', '"']) || !ends || who.split_whitespace().count() > 7
        {
            return None;
        }
        match self.voices.subject(span.start + comma + 1, verb.span.start) {
            Subject::Is(who) => self.stated(who, "quote/trailing", tail, verb),
            _ => None,
        }
    }

    /// The speaker, with what a pronoun stands for. `around` may say that the words are written ones.
    pub(super) fn stated(&self, who: Who, rule: &'static str, around: &str, verb: Heard) -> Option<Source> {
        // "The officer wrote": what an inspector writes is a report.
        let role = match &who {
            Who::Unnamed { role, .. } => role.as_deref(),
            Who::Person(ix) => self.voices.people.all.get(*ix).and_then(|p| p.role.as_deref()),
            _ => None,
        };
        let reports = role.is_some_and(|role| {
            ["inspector", "environmental health officer", "assessor", "auditor"]
                .iter()
                .any(|r| role.ends_with(r))
                || role == "officer"
        });
        let written = in_writing(around) || reports && matches!(self.at(verb.span), "wrote" | "writes");
        match who {
            Who::Pronoun(pronoun) => {
                let (who, turn_written) = self.antecedent(pronoun, verb.span.start)?;
                // "One told inspectors": no paper tells anybody.
                let told = pronoun == Pronoun::One && matches!(self.at(verb.span), "told" | "tells");
                let who = match who {
                    Who::Paper { .. } if told => Who::Unnamed { role: None, organisation: None },
                    who => who,
                };
                Some(Source { who, basis: Basis::Inferred, rule, written: written || turn_written })
            }
            who => Some(Source { who, basis: Basis::Stated, rule, written }),
        }
    }
}

/// "he said in his annual report": the words are written ones.
fn in_writing(around: &str) -> bool {
    let Some(report) = around.find(" report") else { return false };
    let before = around.get(..report).unwrap_or("");
    let mut back = before.split_whitespace().rev();
    let near: Vec<&str> = back.by_ref().take(3).collect();
    let owner = near.iter().position(|w| matches!(*w, "his" | "her" | "their" | "its" | "the" | "a"));
    owner.is_some_and(|ix| {
        near.get(ix + 1).copied().or_else(|| back.next()).is_some_and(|w| matches!(w, "in" | "In"))
    })
}
