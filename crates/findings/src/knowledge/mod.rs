//! stub
#![allow(missing_docs)]
pub(crate) mod lexicon;
use crate::fact::*;
#[derive(Debug, Clone)] pub struct Knowledge {}
#[derive(Debug, Clone)] pub struct KnowledgeError {}
#[derive(Debug, Clone)] pub struct BodyE { pub id: BodyId, pub name: String, pub start: Option<i16> }
#[derive(Debug, Clone)] pub struct Noun { pub bodies: Vec<u16>, pub office: bool }
#[derive(Debug, Clone)] pub struct FormE {}
impl FormE { pub fn is_paraphrase(&self) -> bool { false } }
#[derive(Debug, Clone)] pub struct Serv { pub id: ServiceId }
#[derive(Debug, Clone)] pub(crate) struct Ask { pub form: u16, pub body: Option<u16>, pub kind: Option<u16>, pub service: Option<u16>, pub aspect: Option<u16>, pub on: Option<(Day, Day)>, pub published: Option<Day> }
#[derive(Debug, Clone)] pub(crate) struct InForce { pub scale: ScaleId, pub framework: Option<FrameworkId>, pub label: String, pub rank: u8, pub of: u8, pub score: i32, pub aspect: Option<String> }
impl Knowledge {
 pub fn builtin() -> &'static Knowledge { &Knowledge{} }
 pub(crate) fn bodies(&self) -> &[BodyE] { &[] }
 pub(crate) fn services(&self) -> &[Serv] { &[] }
 pub(crate) fn forms(&self) -> &[FormE] { &[] }
 pub(crate) fn body_nouns(&self) -> &[Noun] { &[] }
 pub(crate) fn inspects(&self, _b: u16, _k: u16) -> bool { true }
 pub(crate) fn has_service(&self, _k: u16, _s: u16) -> bool { true }
 pub(crate) fn in_force(&self, _a: &Ask) -> Vec<InForce> { vec![] }
 pub(crate) fn service_of(&self, _k: u16) -> Option<ServiceId> { None }
 pub(crate) fn aspect_of(&self, _k: u16, _f: Option<&FrameworkId>) -> Option<AspectId> { None }
 pub(crate) fn measure_kind(&self, _k: u16) -> Option<MeasureKind> { None }
 pub(crate) fn regime_in_force(&self, _k: MeasureKind, _b: Option<u16>, _d: Option<Day>) -> Option<RegimeId> { None }
 pub(crate) fn canonical(&self, _f: u16, _b: Option<u16>, _d: Option<Day>) -> String { String::new() }
 pub(crate) fn entries(&self) -> Vec<lexicon::Entry> { vec![] }
}
