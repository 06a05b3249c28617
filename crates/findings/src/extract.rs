//! The pipeline on one screen: text, scan, find, resolve, relate, assemble.

use crate::assemble::{self, Found, stretches};
use crate::fact::{Day, Extraction, Options};
use crate::find;
use crate::find::furniture::Furnished;
use crate::find::lex::Lines;
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{self, Entry, Lexicon};
use crate::relate::story::Story;
use crate::relate::{self, measure, tally};
use crate::resolve;
use crate::resolve::provider::Registry;
use crate::scan::Scan;
use crate::text::{Article, Span, Text, overlaps_any};
use once_cell::sync::Lazy;
use std::borrow::Cow;

static BUILTIN: Lazy<Extractor> = Lazy::new(|| Extractor::of(Cow::Borrowed(Knowledge::builtin())));

/// Reads articles. Holds the knowledge and the automaton over its words; build it once, share it between threads.
#[derive(Debug)]
pub struct Extractor {
    knowledge: Cow<'static, Knowledge>,
    lexicon: Lexicon,
}

impl Extractor {
    /// An extractor with the built-in knowledge, built at the first call.
    pub fn builtin() -> &'static Extractor {
        &BUILTIN
    }

    /// An extractor with knowledge of your own.
    pub fn new(knowledge: Knowledge) -> Extractor {
        Extractor::of(Cow::Owned(knowledge))
    }

    fn of(knowledge: Cow<'static, Knowledge>) -> Extractor {
        let lexicon = Lexicon::new(entries(&knowledge));
        Extractor { knowledge, lexicon }
    }

    /// The words that the scan looks for; for benchmarks against a bare scan of the same words.
    #[doc(hidden)]
    pub fn phrases(&self) -> Vec<String> {
        lexicon::surfaces(entries(&self.knowledge))
    }

    /// How many meanings of known words stand in a text: the bare scan, for benchmarks.
    #[doc(hidden)]
    pub fn count_words(&self, text: &str) -> usize {
        let mut count = 0;
        self.lexicon.scan(text, |_, _| {}, |_| count += 1);
        count
    }

    /// Everything that is found in one article. Never fails and never panics: what can't be decided stands in
    /// `notes`.
    pub fn extract(&self, article: &Article<'_>) -> Extraction {
        self.extract_with(article, Options::default())
    }

    /// The same, read as the options say.
    pub fn extract_with(&self, article: &Article<'_>, options: Options) -> Extraction {
        stretches::read(article, |stretch| self.read(stretch, options, &mut |_| {}))
    }

    /// The same, saying at the end of each floor its name: where the time goes, for benchmarks.
    #[doc(hidden)]
    pub fn extract_watched(&self, article: &Article<'_>, passed: &mut dyn FnMut(&'static str)) -> Extraction {
        self.read(article, Options::default(), passed)
    }

    fn read(
        &self,
        article: &Article<'_>,
        options: Options,
        passed: &mut dyn FnMut(&'static str),
    ) -> Extraction {
        let knowledge: &Knowledge = &self.knowledge;
        let text = Text::settled(article, &|word| self.lexicon.known(word));
        passed("text");
        let mut scan = Scan::new(&text, &self.lexicon);
        passed("scan");
        // find
        let furnished = find::furniture::find(&scan, knowledge);
        let lines = Lines::new(&text);
        let published = article.day().or_else(|| self.day_of_page(&scan, &lines, &furnished, options));
        let publisher = find::provider::publisher(&scan, knowledge, &furnished);
        scan.leave_out(furnished.spans());
        passed("find::furniture");
        let body_names = find::body::find(&scan, knowledge, published);
        let firms = find::provider::operator::find(&scan);
        let mut provider_names = find::provider::find(&scan, knowledge, &firms);
        // "Our children's services": those of whose page it is.
        let unnamed = publisher.filter(|p| provider_names.iter().all(|n| n.kind != p.kind));
        let at = unnamed.as_ref().map_or(0, |p| provider_names.partition_point(|n| n.span < p.span));
        unnamed.into_iter().for_each(|p| provider_names.insert(at, p));
        passed("find::body and find::provider");
        let dates = find::date::find_in(&scan, &lines, options.day_order);
        passed("find::date");
        let mut money = find::money::find(&scan, &lines);
        passed("find::money");
        // resolve
        let providers = Registry::new(&scan, knowledge, &provider_names, &firms);
        let bodies = resolve::body::resolve(&scan, knowledge, &body_names, &providers, published);
        let mut dates = resolve::date::resolve(&dates, &text, &lines, published);
        let named = resolve::name::names(&scan, knowledge, &bodies, &providers, &firms);
        passed("resolve");
        let quotes = find::quote::find(&scan, &furnished, &named);
        passed("find::quote");
        // relate
        relate::date_role::assign(&mut dates, &lines, published);
        relate::money_role::assign(&mut money, &lines);
        relate::money_role::link(&mut money);
        passed("relate: roles");
        let mut story = Story::new(&scan, knowledge, published, bodies, providers, dates);
        let mut counts = tally::Seen::default();
        let ratings = relate::ratings(&story, &mut counts);
        relate::visit::settle(&mut story.dates, &ratings);
        passed("relate::ratings");
        let tallies = tally::read(&story, counts);
        passed("relate::tally");
        let notes = tally::disagreements(&story, &tallies, &ratings);
        let measures = measure::read(&story, &scan);
        passed("relate::measure");
        // A label in quotation marks is a quotation only where no judgement is read there.
        let mut judged: Vec<Span> = ratings.iter().map(|r| r.span).collect();
        judged.sort();
        let is_judged = |span| overlaps_any(&judged, span);
        let quotes = quotes.iter().filter(|q| !(q.label && is_judged(q.span))).map(|q| q.fact()).collect();
        let furniture = furnished.all.iter().map(|f| f.fact()).collect();
        let found = Found { ratings, tallies, measures, money, quotes, furniture, notes };
        let told = assemble::assemble(article, story, &scan, found);
        passed("assemble");
        told
    }

    /// The day that a timestamp line of the page gives.
    fn day_of_page(
        &self,
        scan: &Scan<'_>,
        lines: &Lines<'_>,
        furnished: &Furnished,
        options: Options,
    ) -> Option<Day> {
        let stamps: Vec<Span> = furnished.timestamps().collect();
        if stamps.is_empty() {
            return None;
        }
        let mut told = find::date::find_in(scan, lines, options.day_order);
        told.retain(|d| stamps.iter().any(|l| l.contains(d.span)));
        let days = resolve::date::resolve(&told, scan.text, lines, None);
        days.iter().filter(|d| d.from == d.to).find_map(|d| d.from)
    }
}

/// Every word that is looked for.
fn entries(knowledge: &Knowledge) -> impl Iterator<Item = Entry> {
    knowledge.entries().into_iter().chain(find::entries())
}
