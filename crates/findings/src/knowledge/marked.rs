//! The markers of page furniture that are a single word, by that word: the scan does not look for them. Knows no
//! line.

use super::Marker;
use foldhash::HashMap;

/// Where the phrases stand: indexes into the markers, and into the marker's phrases.
#[derive(Clone, Debug, Default)]
pub(super) struct SingleMarkers(HashMap<String, Vec<(u16, u16)>>);

impl SingleMarkers {
    pub(super) fn of(markers: &[Marker]) -> Self {
        let mut all: HashMap<String, Vec<(u16, u16)>> = HashMap::default();
        for (ix, marker) in markers.iter().enumerate() {
            for (n, phrase) in marker.phrases.iter().enumerate().filter(|(_, p)| !p.contains(' ')) {
                all.entry(bare(phrase)).or_default().push((ix as u16, n as u16));
            }
        }
        SingleMarkers(all)
    }

    pub(super) fn of_word<'k>(
        &'k self,
        markers: &'k [Marker],
        word: &str,
    ) -> impl Iterator<Item = (&'k Marker, &'k str)> + use<'k> {
        self.0.get(&bare(word)).into_iter().flatten().filter_map(|&(ix, n)| {
            let marker = markers.get(usize::from(ix))?;
            Some((marker, marker.phrases.get(usize::from(n))?.as_str()))
        })
    }
}

/// In small letters, without the marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '©').to_lowercase()
}
