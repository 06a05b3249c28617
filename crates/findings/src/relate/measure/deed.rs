//! What a verb does with a measure: imposes it, lifts it, keeps it up, threatens it. Knows no grammar.

use crate::fact::MeasureKind;

/// What a verb does with a measure.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    Impose,
    Still,
    Lift,
    Face,
    Advise,
    Intend,
    Withdraw,
    Comply,
}

/// A state that a provider is in, and comes out of.
pub(super) fn is_state(kind: MeasureKind) -> bool {
    use MeasureKind::{EnhancedMonitoring, Intervention, SpecialMeasures};
    matches!(kind, SpecialMeasures | EnhancedMonitoring | Intervention)
}

/// What this verb does with a measure of this kind.
pub(super) fn deed(word: &str, kind: MeasureKind) -> Option<Deed> {
    use MeasureKind::{
        AdmissionsStop, Commissioner, ComplianceNotice, Conditions, ImprovementNotice, Intervention,
        SpecialMeasures, Suspension, UrgentNotification, WarningNotice,
    };
    let state = is_state(kind);
    Some(match word {
        "issued" | "issues" | "issue" | "issuing" | "served" | "serves" | "serve" | "serving" | "imposed"
        | "imposes" | "impose" | "imposing" | "handed" | "given" | "set" | "gave" | "gives" | "give"
        | "slapped" | "slaps" | "hands" | "hit" | "received" | "receives" | "receive" | "receiving"
        | "subject" | "ordered" => Deed::Impose,
        "led" | "leads" | "leading" | "resulted" | "resulting" | "prompted" | "prompting" | "triggered"
        | "triggering" | "earned" | "earning" | "sparked" | "drew" | "brought"
            if !state && kind != UrgentNotification =>
        {
            Deed::Impose
        }
        "placed" | "put" | "puts" | "putting" | "placing" | "places" | "place" | "landed" => Deed::Impose,
        "escalated" | "escalates" | "escalating" | "raised" | "increased" | "stepped" if state => {
            Deed::Impose
        }
        // "could result in special measures", "shook off its special measures tag"
        "result" | "lead" if state => Deed::Impose,
        "shaken" | "shook" | "shed" | "shedding" if state => Deed::Lift,
        "de-escalated" | "deescalated" | "downgraded" if state => Deed::Lift,
        "plunged" | "sent" | "moved" | "went" | "gone" | "entered" | "enter" | "enters" | "entering"
        | "thrown" | "fell" | "taken" | "brought" | "come" | "came" | "coming" | "plunges" | "taking"
        | "take" | "took" | "comes" | "goes" | "go" | "going" | "slips" | "slipped" | "dropped" | "slid"
        | "sinks" | "sank" | "fallen" | "falls" | "bring" | "brings" | "escaped" | "escapes" | "escape"
            if state =>
        {
            Deed::Impose
        }
        "requiring" | "requires" | "required" | "require" | "needs" | "needing" | "needed"
            if kind == SpecialMeasures =>
        {
            Deed::Impose
        }
        "registered" | "added" | "attached" if kind == Conditions => Deed::Impose,
        "obtained" | "secured" | "granted" if kind == ComplianceNotice => Deed::Impose,
        "published" | "publishes" | "publishing"
            if matches!(kind, ComplianceNotice | WarningNotice | UrgentNotification) =>
        {
            Deed::Impose
        }
        "invoked" | "invokes" | "invoke" | "trigger" | "triggered" | "triggers" | "triggering"
        | "invoking"
            if kind == UrgentNotification =>
        {
            Deed::Impose
        }
        "written" if matches!(kind, UrgentNotification | WarningNotice) => Deed::Impose,
        "sent"
            if matches!(kind, UrgentNotification | WarningNotice | ComplianceNotice | ImprovementNotice) =>
        {
            Deed::Impose
        }
        "applied" | "applying" | "applies" if kind == Intervention => Deed::Intend,
        "signed" | "made" if kind == Intervention => Deed::Impose,
        "replaced" | "replace" | "replaces" | "established" | "installed" | "created" | "formed"
            if kind == Intervention =>
        {
            Deed::Impose
        }
        "appointed" | "appoints" | "appoint" | "appointing" | "sent" | "assigned" | "announced"
        | "sending" | "send"
            if matches!(kind, Commissioner | Intervention) =>
        {
            Deed::Impose
        }
        "ended" | "ends" | "expired" if state || matches!(kind, Suspension | AdmissionsStop) => Deed::Lift,
        "lifted" | "lifts" | "removed" | "exits" | "exited" | "exit" | "left" | "leaves" | "leave"
        | "leaving" | "emerged" | "emerges" | "freed" | "released" | "discharged" | "climbed" | "lift" => {
            Deed::Lift
        }
        "remains" | "remain" | "remained" | "remaining" | "stays" | "stayed" | "stay" | "kept" | "keep"
        | "keeps" | "still" | "languishing" => Deed::Still,
        "faces" | "face" | "facing" | "faced" | "risks" | "risk" | "risking" | "avoid" | "threatened"
        | "threatens" | "threatening" | "threat" => Deed::Face,
        "brink" | "verge" | "edge" | "heading" | "headed" if state => Deed::Face,
        "recommended" | "recommends" | "recommend" | "recommending" | "recommendation" => Deed::Advise,
        "proposes" | "proposed" | "proposing" | "considering" | "plans" | "intends" => Deed::Intend,
        "extended" | "extends" | "extending" | "renewed" if !state || kind == Intervention => Deed::Still,
        "withdrew" | "withdrawn" | "withdraws" | "rescinded" | "quashed" | "overturned" | "revoked" => {
            Deed::Withdraw
        }
        "complied" | "complies" | "met" | "meets" | "satisfied" | "satisfies" if !state => Deed::Comply,
        _ => return None,
    })
}
