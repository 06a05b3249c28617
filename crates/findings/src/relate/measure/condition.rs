//! Conditions and warnings, which are everyday words: what makes them measures, and what they were put on.
//!
//! *What it leaves alone*: living conditions, a warning of snow, a notice served on something that nobody here inspects.

use super::found::Found;
use super::line::Line;
use super::{again, noun};
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::story::Story;

/// "imposed urgent conditions on the home", "placed conditions on its registration".
pub(super) fn read(l: &Line<'_, '_>, at: usize) -> Vec<Found> {
    if !l.says(at, &["condition", "conditions", "restrictions"]) {
        return Vec::new();
    }
    let registered = l.find(at + 1, at + 8, &["registration", "licence", "permit"]).is_some();
    // "was registered with conditions by the commission"
    let with = l.w(at.wrapping_sub(1)) == "with" && l.w(at.wrapping_sub(2)) == "registered";
    let imposed = with || l.back(at, 3, &["imposed", "imposes", "imposing", "impose"]).is_some();
    let were = l.s.is(at + 1, Class::Have) && l.find(at + 1, at + 5, &["imposed"]).is_some();
    // "ordered that conditions be imposed"
    let were = were || l.s.is(at + 1, Class::Be) && l.w(at + 2) == "imposed";
    // "lifted the conditions it imposed"
    let lifted = l.back(at, 3, &["lifted", "removed", "lifts"]).is_some() && l.tells_of_inspection();
    // "A condition preventing it from taking anyone new has been removed"
    let bars = l.says(at + 1, &["preventing", "stopping", "banning", "restricting", "barring"]);
    // "The conditions placed on the surgery have been removed"
    let placed =
        l.says(at + 1, &["placed", "put", "imposed"]) && l.w(at + 2) == "on" && again::provided(l, at + 3);
    match (registered || imposed || were || lifted || bars || placed)
        && !l.says(at.wrapping_sub(1), &["living", "working"])
    {
        true => noun::read(l, at, MeasureKind::Conditions, None),
        false => Vec::new(),
    }
}

/// "slapped with the same warnings", "has warned the hospital to": a warning notice where the article names one.
pub(super) fn warned(story: &Story<'_>, l: &Line<'_, '_>, at: usize) -> Vec<Found> {
    let kind = MeasureKind::WarningNotice;
    let named = || story.measures.iter().any(|m| story.knowledge.measure_kind(m.ix) == Some(kind));
    match l.w(at) {
        "warning" | "warnings" if named() => {
            let mut found = noun::read(l, at, kind, None);
            found.retain(|f| {
                f.action == Action::Imposed
                    && l.says(f.verb, &["issued", "served", "slapped", "handed", "given", "received", "hit"])
            });
            found
        }
        "warned" if at > 0 && l.is_body(at - 1) || at > 1 && l.is_body(at - 2) && l.is_light(at - 1) => {
            let to = l.find(at + 1, at + 4, &["to"]).filter(|_| l.is_provider(at + 1));
            let found =
                to.filter(|_| named()).map(|to| Found::told(kind, Action::Imposed, at, to, "measure/warned"));
            found.into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// "served a prohibition notice on a hotel": on something that nobody here inspects.
pub(super) fn on_another(l: &Line<'_, '_>, found: &Found) -> bool {
    let on = found.at + 1;
    // "an appeal against a notice" is of the provider's own.
    if matches!(found.kind, MeasureKind::Appeal | MeasureKind::Complaint) {
        return false;
    }
    // "issued a warning notice to parents about parking"
    if l.w(on) == "to" && l.says(on + 1, &["parents", "pupils", "drivers", "motorists", "neighbours"]) {
        return true;
    }
    // "conditions on the developer of the site next to the home"
    let condition = found.kind == MeasureKind::Conditions && found.name.is_none();
    let some = l.says(on, &["on", "to", "against"])
        && (l.says(on + 1, &["a", "an"])
            || condition && l.says(on + 1, &["the"]) && l.w(on + 3) == "of" && !registers(l, on));
    some && !found.passive
        && !(on + 2..on + 7).any(|i| l.is_place(i) || matches!(l.s.item(i), Some(Item::Service(_))))
}

/// "on the registration of the home"
fn registers(l: &Line<'_, '_>, on: usize) -> bool {
    l.says(on + 2, &["registration", "licence", "running", "operation", "operator", "owner", "owners"])
}
