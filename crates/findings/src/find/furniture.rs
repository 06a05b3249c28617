//! tmp

/// Where no facts come from.
#[derive(Debug, Default)]
pub(crate) struct Furnished {}
impl Furnished {
    pub(crate) fn holds(&self, _at: usize) -> bool { false }
}
