//! Bodies, scales, frameworks, services and words: loaded, checked, dated. Knows no grammar.
//!
//! The files stand under `knowledge/`: one for each family of bodies with its scales, frameworks and regimes
//! side by side, and one for each sort of word. Any file may hold any table, so that a user's own inspectorate
//! fits into a single one. Reading them is `tables`, soundness `check`, what was in force when `decide`, and the
//! words for the automaton `entries`.

mod areas;
mod body;
mod builtin;
mod check;
mod counts;
mod decide;
mod eight;
mod entries;
mod error;
mod format;
mod forms;
pub(crate) mod lexicon;
mod lookup;
mod marked;
mod matcher;
mod names;
mod scale;
mod service;
mod tables;
#[cfg(test)]
mod tests;
mod ties;
mod when;
mod worded;
mod words;

pub(crate) use areas::Judged;
pub use body::{BodyEntry, NotABody, NounEntry};
pub use counts::Counts;
pub use decide::{Ask, InForce, Told};
pub use error::KnowledgeError;
pub use forms::How;
pub use scale::{AspectEntry, BestNumber, Framework, Level, Printed, Scale, ScaleKind};
pub use service::{MeasureEntry, PartEntry, Places, Regime, ServiceEntry};
pub use when::{When, WhenError};
pub use words::{Effect, LabelWord, Legend, LegendKind, LineRule, Marker, PagePart, Place, Position, Stands};

use crate::fact::{BodyId, RegimeId, ScaleId, ServiceId};
use foldhash::HashMap;
use forms::Form;
use marked::SingleMarkers;
pub(crate) use names::{AspectName, BodyNoun, MeasureName, ServiceName};
use once_cell::sync::{Lazy, OnceCell};
use serde::{Deserialize, Serialize};
use tables::{Defined, Tables};
use ties::Ties;
use worded::Worded;
pub(crate) use worded::{Stems, Token};

/// How well an entry is founded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Its core facts were read in a listed source.
    Verified,
    /// Some of them were.
    Partial,
    /// General knowledge only.
    #[default]
    General,
}

/// Who inspects whom, by which scale, from when to when, in which words.
#[derive(Clone, Debug)]
pub struct Knowledge {
    tables: Tables,
    body_ix: HashMap<BodyId, u16>,
    scale_ix: HashMap<ScaleId, u16>,
    form_ix: HashMap<String, u16>,
    /// A body's parent and parts, and the bodies it took over from or gave way to: papers keep the old name for a
    /// while.
    kin: HashMap<BodyId, Vec<BodyId>>,
    ties: Ties,
    /// Every form of every label.
    pub(crate) forms: Vec<Form>,
    pub(crate) nouns: Vec<BodyNoun>,
    pub(crate) aspect_names: Vec<AspectName>,
    /// The same by their stems, made when first asked for.
    worded: OnceCell<Worded>,
    pub(crate) service_names: Vec<ServiceName>,
    pub(crate) measure_names: Vec<MeasureName>,
    pub(crate) place_names: Vec<String>,
    single_markers: SingleMarkers,
}

/// What the built-in files hold. That they load is a test, so the empty knowledge is never met.
static BUILTIN: Lazy<Knowledge> = Lazy::new(|| {
    Knowledge::from_toml(builtin::FILES.iter().copied()).unwrap_or_else(|_| Knowledge::of(Tables::default()))
});

impl Knowledge {
    /// The knowledge that comes with the library, loaded once.
    pub fn builtin() -> &'static Knowledge {
        &BUILTIN
    }

    /// The built-in files, by name and text: a template for one's own.
    pub fn builtin_files() -> &'static [(&'static str, &'static str)] {
        builtin::FILES
    }

    /// Loads knowledge from files alone, given by name and text.
    ///
    /// # Errors
    /// Names the file, the line, the field and what was expected.
    pub fn from_toml<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, KnowledgeError> {
        Self::load(Tables::default(), files)
    }

    /// This knowledge with files added to it. An entry whose id is known takes the old one's place.
    ///
    /// # Errors
    /// Names the file, the line, the field and what was expected.
    pub fn with_toml<'a>(
        &self,
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, KnowledgeError> {
        Self::load(self.tables.clone(), files)
    }

    /// A knowledge file in its canonical form: what `findings knowledge fmt` writes.
    ///
    /// # Errors
    /// Names the file, the line, the field and what was expected.
    pub fn format(file: &str, text: &str) -> Result<String, KnowledgeError> {
        format::format(file, text)
    }

    fn load<'a>(
        mut tables: Tables,
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, KnowledgeError> {
        let files: Vec<(&str, &str)> = files.into_iter().collect();
        let mut defined = Defined::default();
        for (file, text) in &files {
            let read = Tables::read(file, text)?;
            tables.add(read, &mut defined).map_err(|problem| problem.place(&[(file, text)]))?;
        }
        check::check(&tables).map_err(|problem| problem.place(&files))?;
        Ok(Self::of(tables))
    }

    fn of(tables: Tables) -> Self {
        let body_ix: HashMap<BodyId, u16> =
            tables.body.iter().enumerate().map(|(ix, e)| (e.id.clone(), ix as u16)).collect();
        let scale_ix = tables.scale.iter().enumerate().map(|(ix, e)| (e.id.clone(), ix as u16)).collect();
        let forms = forms::of_scales(&tables.scale, &tables.word);
        let form_ix = forms.iter().enumerate().map(|(ix, f)| (f.text.to_lowercase(), ix as u16)).collect();
        let kin = body::kin(&tables.body);
        Self {
            ties: Ties::of(&tables, &kin),
            kin,
            nouns: names::nouns(&tables, &body_ix),
            aspect_names: names::aspects(&tables),
            worded: OnceCell::new(),
            service_names: names::services(&tables),
            measure_names: names::measures(&tables),
            place_names: names::places(&tables),
            single_markers: SingleMarkers::of(&tables.marker),
            forms,
            form_ix,
            body_ix,
            scale_ix,
            tables,
        }
    }

    /// All bodies.
    pub fn bodies(&self) -> &[BodyEntry] {
        &self.tables.body
    }
    /// What is easily taken for a body.
    pub fn not_bodies(&self) -> &[NotABody] {
        &self.tables.not_a_body
    }
    /// Common nouns of several bodies.
    pub fn body_nouns(&self) -> &[NounEntry] {
        &self.tables.noun
    }
    /// All editions of all scales.
    pub fn scales(&self) -> &[Scale] {
        &self.tables.scale
    }
    /// All editions of all frameworks.
    pub fn frameworks(&self) -> &[Framework] {
        &self.tables.framework
    }
    /// All kinds of provider and services.
    pub fn services(&self) -> &[ServiceEntry] {
        &self.tables.service
    }
    /// Parts of providers that have no kind of their own.
    pub fn parts(&self) -> &[PartEntry] {
        &self.tables.part
    }
    /// All regimes of enforcement.
    pub fn regimes(&self) -> &[Regime] {
        &self.tables.regime
    }
    /// Names of measures.
    pub fn measures(&self) -> &[MeasureEntry] {
        &self.tables.measure
    }
    /// Label words with their near misses.
    pub fn words(&self) -> &[LabelWord] {
        &self.tables.word
    }
    /// Wording that names a grade by its place.
    pub fn positions(&self) -> &[Position] {
        &self.tables.position
    }
    /// Markers of page furniture.
    pub fn markers(&self) -> &[Marker] {
        &self.tables.marker
    }
    /// The markers of this one word, each with the phrase it is one of.
    pub(crate) fn single_markers(&self, word: &str) -> impl Iterator<Item = (&Marker, &str)> {
        self.single_markers.of_word(&self.tables.marker, word)
    }
    /// What introduces labels that nobody was given.
    pub fn legends(&self) -> &[Legend] {
        &self.tables.legend
    }
    /// Place names that need care.
    pub fn places(&self) -> &Places {
        &self.tables.places
    }

    /// A body by its id.
    pub fn body(&self, id: &BodyId) -> Option<&BodyEntry> {
        self.tables.body.get(usize::from(*self.body_ix.get(id)?))
    }
    /// A scale by its id.
    pub fn scale(&self, id: &ScaleId) -> Option<&Scale> {
        self.tables.scale.get(usize::from(*self.scale_ix.get(id)?))
    }
    /// A kind of provider, or a service, by its id.
    pub fn service(&self, id: &ServiceId) -> Option<&ServiceEntry> {
        self.tables.service.iter().find(|e| e.id == *id)
    }
    /// A regime by its id.
    pub fn regime(&self, id: &RegimeId) -> Option<&Regime> {
        self.tables.regime.iter().find(|e| e.id == *id)
    }

    /// The form with these words, in any letter case.
    pub(crate) fn form(&self, text: &str) -> Option<&Form> {
        self.forms.get(usize::from(*self.form_ix.get(&text.to_lowercase())?))
    }

    fn level_at(&self, scale: u16, level: u8) -> Option<(&Scale, &Level)> {
        let scale = self.tables.scale.get(usize::from(scale))?;
        Some((scale, scale.levels.get(usize::from(level))?))
    }
}
