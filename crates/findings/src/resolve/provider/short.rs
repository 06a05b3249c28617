//! Short forms: the base of a name by itself ("Marling Heath"), where it is one provider's alone and no town. Knows no
//! acronym and no common noun.

use super::spelling::{fold_name, without_church};
use super::{Entity, Ix, Mention, Registry, runs};
use crate::fact::ProviderHow;
use crate::find::provider::STREETS;
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Sense};
use crate::scan::Scan;
use crate::text::bytes::{next_capital, word_end};
use crate::text::table::Pairs;
use crate::text::word::last;
use crate::text::{Span, beside, edge, overlaps_any};
use foldhash::{HashMap, HashSet};

/// How many places of a branch are looked for.
const BRANCHES: usize = 20;

impl Registry {
    /// The base of a name by itself: "Marling Heath", where it is one provider's alone.
    pub(super) fn shorts(&mut self, scan: &Scan<'_>, knowledge: &Knowledge) {
        let mut owners: HashMap<&str, Vec<Ix>> = HashMap::default();
        let told: HashSet<Ix> = self.mentions.iter().map(|m| m.provider).collect();
        let told = || self.entities.iter().enumerate().filter(|(ix, _)| told.contains(ix));
        // "Marle's own youth justice service" leaves Marle the town.
        let owned = |e: &Entity| {
            let rest = e.name.get(e.base.len()..).unwrap_or_default();
            let service = rest.strip_prefix("'s ").or_else(|| rest.strip_prefix("’s "));
            service.is_some_and(|r| r.starts_with(char::is_lowercase))
        };
        for (ix, entity) in told().filter(|(_, e)| !owned(e)) {
            for base in [entity.base.as_str(), without_church(&entity.base)] {
                let owned = owners.entry(base).or_default();
                if base.len() >= 4
                    && base.chars().next().is_some_and(char::is_alphabetic)
                    && !owned.contains(&ix)
                {
                    owned.push(ix);
                }
            }
        }
        let prefixes: Vec<(String, Ix)> =
            told().flat_map(|(ix, e)| prefixes(e).into_iter().map(move |p| (p, ix))).collect();
        for (prefix, ix) in &prefixes {
            let owned = owners.entry(prefix).or_default();
            if !owned.contains(ix) {
                owned.push(*ix);
            }
        }
        // "Eastrick" of "Eastrick and Collmouth College", where it is nobody else's and does not say where.
        let mut halves: HashMap<&str, Vec<Ix>> = HashMap::default();
        for (ix, entity) in told() {
            let half = entity.base.split_once(" and ").map(|(half, _)| half).filter(|h| h.len() >= 5);
            if let Some(half) = half.filter(|h| !owners.contains_key(*h)) {
                halves.entry(half).or_default().push(ix);
            }
        }
        if owners.is_empty() {
            return;
        }
        let taken = self.taken();
        let mut added = Vec::new();
        let bases = owners.keys().chain(halves.keys()).filter(|base| !base.is_empty());
        let begins = bases.fold(Pairs::new(&[]), |begins, base| begins.with(base));
        let text = scan.text.as_str();
        // Most sentences hold no capital that begins a base, but for those of names taken.
        let plain = owners.keys().chain(halves.keys()).all(|base| !base.starts_with(|c: char| !c.is_ascii()));
        let called = |sentence: &&Span| {
            !plain
                || capitals(text, **sentence).any(|w| {
                    let rest = || text.get(w.start..).unwrap_or_default();
                    begins.may_begin(rest()) && !overlaps_any(&taken, w)
                })
        };
        let sentences = scan.text.sentences.iter().filter(called);
        for run in sentences.flat_map(|sentence| runs::capital(text, *sentence)) {
            let name = scan.text.at(run);
            let bare = match name.split_at_checked(4) {
                Some((the, rest)) if the.eq_ignore_ascii_case("the ") => rest.trim_start(),
                _ => name,
            };
            // Most capitals begin nobody's name.
            if bare.bytes().next().is_none_or(|b| b.is_ascii() && !begins.may_begin(bare)) {
                continue;
            }
            let folded = fold_name(name);
            let half = || halves.get(folded.as_str()).filter(|_| !says_where(scan, run));
            if let Some([owner]) = owners.get(folded.as_str()).or_else(half).map(Vec::as_slice)
                && !overlaps_any(&taken, run)
                && !scan.leaves_out(run)
                && !is_adjective(scan, run)
                && !is_address(scan, &taken, run)
                && !self.is_town(scan, knowledge, *owner, run)
            {
                added.push(Mention { span: run, provider: *owner, how: ProviderHow::Short });
            }
        }
        self.mentions.extend(added);
    }

    /// "Wok Star in Marle", "a Marle branch of Wok Star": a branch by its brand and its place.
    pub(super) fn branches(&mut self, scan: &Scan<'_>, knowledge: &Knowledge) {
        let text = scan.text.as_str();
        let taken = self.taken();
        let mut told: Vec<Ix> = self.mentions.iter().map(|m| m.provider).collect();
        told.sort_unstable();
        told.dedup();
        let mut added = Vec::new();
        let (inside, branches) = (Joint::of(text, " in "), Joint::of(text, " branch of "));
        for ix in told {
            let Some(entity) = self.entities.get_mut(ix).filter(|e| knowledge.bare_names(e.kind)) else {
                continue;
            };
            let mut place = None;
            for cut in memchr::memchr_iter(b' ', entity.name.as_bytes()) {
                let halves = entity.name.get(..cut).zip(entity.name.get(cut + 1..));
                let Some((brand, town)) = halves else { continue };
                for (first, joint, last) in [(brand, &inside, town), (town, &branches, brand)] {
                    for span in joint.around(text, first, last).take(BRANCHES) {
                        if edge::stands_alone(text, span.start, span.end) && !overlaps_any(&taken, span) {
                            added.push(Mention { span, provider: ix, how: ProviderHow::Short });
                            place = Some(town.to_owned());
                        }
                    }
                }
            }
            entity.place = entity.place.take().or(place);
        }
        added.sort_by_key(|m| m.span);
        added.dedup_by_key(|m| m.span);
        self.mentions.extend(added);
    }

    /// "Oakwether's biggest surgery", "in Oakwether": the town that "Oakwether Surgery" is named after.
    fn is_town(&self, scan: &Scan<'_>, knowledge: &Knowledge, owner: Ix, name: Span) -> bool {
        let one_of_many = self.entities.get(owner).is_some_and(|e| !knowledge.one_of_a_place(e.kind));
        let before = beside::before(scan.text.as_str(), name.start, 0).filter(|b| b.joined);
        let located = before
            .is_some_and(|b| matches!(scan.text.at(b.span), "in" | "In" | "near" | "around" | "across"));
        let first =
            self.mentions.iter().find(|m| m.provider == owner).is_none_or(|m| m.span.start > name.start);
        let owns = scan.text.as_str()[name.end..].starts_with(['\'', '’']);
        let at = before.is_some_and(|b| matches!(scan.text.at(b.span), "at" | "of" | "from" | "to"));
        // "in Tannery Lane" is where "Tannery Lane Surgery" stands.
        let street = STREETS.contains(&last(scan.text.at(name)));
        let numbered = before.is_some_and(|b| scan.text.at(b.span).bytes().all(|b| b.is_ascii_digit()));
        let on = before.is_some_and(|b| scan.text.at(b.span) == "on");
        if street {
            return one_of_many && (located || numbered || on);
        }
        // "of Heol Fawr, Pontafon," tells where somebody lives, before "Pontafon Grill" is named.
        let text = scan.text.as_str();
        let commas = text[..name.start].ends_with(", ") && text[name.end..].starts_with([',', '.', ';']);
        one_of_many && !scan.text.at(name).contains(' ') && (located || first && (owns || at || commas))
    }
}

/// Words that put two halves of a name together, and where they stand.
struct Joint {
    words: &'static str,
    places: Vec<usize>,
}

impl Joint {
    fn of(text: &str, words: &'static str) -> Joint {
        Joint { words, places: memchr::memmem::find_iter(text.as_bytes(), words.as_bytes()).collect() }
    }

    /// Where it stands between these two.
    fn around<'s>(&'s self, text: &'s str, first: &'s str, last: &'s str) -> impl Iterator<Item = Span> + 's {
        self.places.iter().filter_map(move |&at| {
            let end = at + self.words.len();
            let whole = text.get(..at)?.ends_with(first) && text.get(end..)?.starts_with(last);
            whole.then(|| Span::new(at - first.len(), end + last.len()))
        })
    }
}

/// "in Eastrick", "Eastrick town centre".
fn says_where(scan: &Scan<'_>, name: Span) -> bool {
    let text = scan.text.as_str();
    let before = beside::before(text, name.start, 0).filter(|b| b.joined);
    let place = |w: &str| matches!(w, "in" | "at" | "near" | "from" | "of" | "around" | "across" | "to");
    let after = beside::after(text, name.end, text.len()).filter(|b| b.joined);
    let noun = |w: &str| beside::is_capital(w) || matches!(w, "and" | "town" | "city" | "village" | "area");
    before.is_some_and(|b| place(&scan.text.at(b.span).to_lowercase()))
        || after.is_some_and(|b| noun(scan.text.at(b.span)))
}

/// "Brook House in Stourton", "in Selby Road, Stourton": where another is, and not the council of that town.
fn is_address(scan: &Scan<'_>, taken: &[Span], name: Span) -> bool {
    let text = scan.text.as_str();
    let Some(before) = beside::before(text, name.start, 0) else { return false };
    let word = scan.text.at(before.span);
    let named = || {
        let at = taken.partition_point(|t| t.end < before.span.start);
        taken.get(at.saturating_sub(1)).is_some_and(|t| t.end + 1 == before.span.start)
    };
    let street = !before.joined && STREETS.contains(&word) && text[..name.start].ends_with(", ");
    street || before.joined && matches!(word, "in" | "near" | "outside") && named()
}

/// The words of ASCII that begin with a capital, in order.
fn capitals(text: &str, within: Span) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes().get(..within.end).unwrap_or_default();
    let mut at = within.start;
    std::iter::from_fn(move || {
        loop {
            let start = next_capital(bytes, at)?;
            let begins = start == 0 || !bytes.get(start - 1).is_some_and(u8::is_ascii_alphanumeric);
            at = word_end(bytes, start).max(start + 1);
            if begins && bytes.get(start).is_some_and(u8::is_ascii_uppercase) {
                return Some(Span::new(start, at));
            }
        }
    })
}

/// "a Skelby nursery": the place of a council before what else is there.
fn is_adjective(scan: &Scan<'_>, name: Span) -> bool {
    let next = beside::after(scan.text.as_str(), name.end, scan.text.as_str().len()).filter(|b| b.joined);
    next.is_some_and(|b| {
        let generic = |h: &crate::knowledge::lexicon::Hit| {
            h.start == b.span.start
                && matches!(h.sense, Sense::Provider { form: HeadForm::Generic | HeadForm::Plural, .. })
        };
        let stem_ends = scan.text.as_str()[name.end..].starts_with(' ');
        stem_ends && scan.within(b.span).iter().any(generic)
    })
}

/// "ravelin general" of "Ravelin General Hospital": the name less words of its head, longer than its base.
fn prefixes(entity: &Entity) -> Vec<String> {
    let folded = fold_name(&entity.name);
    if !folded.starts_with(&entity.base) {
        return Vec::new();
    }
    let base = entity.base.split(' ').count();
    // So many words end before each space.
    let heads = folded.match_indices(' ').map(|(at, _)| &folded[..at]).enumerate();
    let heads = heads.map(|(n, head)| (n + 1, head)).filter(|(n, _)| *n > base && *n >= 2);
    heads
        .map(|(_, head)| head)
        .filter(|p| !p.ends_with(" and") && !p.ends_with(" of") && !p.ends_with(" &"))
        .map(str::to_owned)
        .collect()
}
