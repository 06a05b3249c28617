//! The words that voices are told by: verbs of saying, offices, crowds and papers. Knows no grammar and no name.

use crate::knowledge::lexicon::{Case, Entry, Hit, Sense};
use crate::scan::Scan;
use crate::text::Span;
use foldhash::HashSet;
use once_cell::sync::Lazy;

/// What a word of the table is to a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Gives somebody's words: "said". May stand before its subject.
    Say,
    /// Gives them by the way: "described", "found". Stands after its subject.
    Show,
    /// A participle that hangs on the verb before it: "adding".
    Hang,
    /// "according to": the speaker follows.
    Accord,
    /// An office or calling: "chief executive".
    Office,
    /// One who speaks for others: "spokeswoman".
    Spokes,
    /// Somebody without an office: "parent".
    Witness,
    /// Those who inspect: "inspectors".
    Inspectors,
    /// People together: "staff", "police".
    Crowd,
    /// A body by its common noun: "council", "watchdog".
    House,
    /// Something written: "report", "letter".
    Paper,
}

/// A word of the table, where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heard {
    pub(crate) span: Span,
    pub(crate) voice: Voice,
}

const SAY: &str = "said says say added adds told tells tell wrote writes continued continues commented explained \
    explains insisted insists admitted admits warned warns claimed claims state stated states stressed replied \
    responded remarked concluded concludes announced argued argues acknowledged declared complained denied recalled \
    joked pledged urged noted conceded maintained maintains suggested tweeted posted confirmed vowed reflected \
    emphasised fumed raged sighed laughed enthused countered cautioned answered proclaimed predicted repeated echoed \
    reiterated asked observed reported quipped";
const SAY_PHRASES: &str = "went on, went on to say, goes on to say, goes on, go on to say, went on to add";
const SHOW: &str = "described describes called branded dubbed hailed praised blamed condemned criticised criticized \
    criticises slammed attacked blasted welcomed highlighted highlights found find finds identified identifies raised \
    raises revealed reveals cited cites ruled judged deemed demanded hoped believes believe believed expressed accepted \
    apologised commended recorded reads threatened labelled accused compared concedes felt hopes wants discovered \
    uncovered detailed outlined listed mentioned rated graded recommended saw heard summed spoke promised notes \
    agreed expects expected thanked read pointed commits calls alleged alleges estimated showed shows contain contains";
const HANG: &str = "adding saying warning describing calling insisting claiming stating telling admitting explaining \
    noting stressing arguing commenting concluding writing citing highlighting finding raising";
const OFFICE: &str = "accountant, adviser, ambassador, analyst, archbishop, assembly member, assistant director, associate \
    director, auditor, barrister, bishop, board member, boss, bursar, cabinet member, campaigner, care \
    manager, carer, ceo, chair, chair of governors, chairman, chairperson, chairwoman, chancellor, \
    charge nurse, chief constable, chief executive, chief executive officer, chief fire officer, chief \
    inspector, chief medical officer, chief nurse, chief nursing officer, chief officer, chief operating \
    officer, chief probation officer, chief, clinical director, clinical lead, commander, commissioner, \
    consultant, convener, deputy, successor, predecessor, co-ordinator, coordinator, coroner, councillor, council leader, curate, \
    deputy chief executive, deputy chief inspector, deputy council leader, deputy director, deputy head, \
    deputy headteacher, deputy leader, deputy mayor, director, director-general, director general, \
    district auditor, doctor, economist, editor, education secretary, envoy, executive director, \
    executive head, executive headteacher, executive member, executive principal, finance director, \
    first minister, founder, general manager, general secretary, governor, gp, group chief executive, \
    head, head of service, head teacher, headmaster, headmistress, headteacher, health secretary, home \
    secretary, housing minister, interim chief executive, judge, justice secretary, landlord, lead \
    inspector, lead member, leader, lecturer, lord mayor, manager, managing director, matron, mayor, \
    medical director, member, midwife, minister, mp, mps, msp, non-executive director, nurse, nursery \
    manager, nursing director, officer, ombudsman, operations director, operations manager, opposition \
    leader, organiser, owner, owners, partner, policy adviser, police and crime commissioner, portfolio \
    holder, practice manager, president, prime minister, principal, prisons minister, prison officer, \
    professor, programme director, proprietor, registered manager, regional director, regional manager, \
    regional officer, regional organiser, researcher, scientist, secretary, secretary of state, senior \
    officer, sergeant, shadow minister, sheriff, social worker, solicitor, spokesman on, strategic \
    director, superintendent, supply teacher, surgeon, teacher, town mayor, treasurer, trustee, union \
    boss, union leader, union official, vicar, vice-chair, vice-chairman, vice chair, vice-president, \
    ward councillor, warden, whistleblower, inspector, hm inspector, hmi, her majesty's inspector, his \
    majesty's inspector, inspector of constabulary, hm inspector of constabulary, her majesty's inspector of \
    constabulary, his majesty's inspector of constabulary, mla, official, coach, instructor, recorder, clerk, \
    chaplain, registrar, co-founder, dentist, receptionist, senior inspector, chief inspector of prisons, chief inspector of schools, chief \
    inspector of hospitals, chief inspector of constabulary, chief inspector of probation, children's minister, \
    education minister, schools minister, health minister, care minister, policing minister, fire minister, \
    vice-principal, vice principal, assistant principal, assistant headteacher, assistant head, head of school, \
    head of centre, deputy principal, unit manager, ward manager, home manager, deputy manager, centre manager, \
    station manager, area manager, chief superintendent, detective, cabinet secretary, landlady, caretaker, \
    chef, rector, prison governor, gp partner, senior partner, clinical nurse manager, director of nursing, \
    director of public health, director of education, district judge, regional schools commissioner, \
    shadow education secretary, shadow health secretary, deputy chief constable, assistant chief constable, \
    deputy chief fire officer, assistant chief fire officer, deputy chief nurse, founder and director";
const SPOKES: &str = "spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons";
const WITNESS: &str = "parent mother father mum dad grandmother grandfather grandparent daughter son wife husband widow \
    resident neighbour pupil student patient prisoner inmate tenant customer shopper visitor worker employee colleague \
    source insider woman man teenager pensioner relative sister brother aunt uncle family couple girl boy \
    homeowner person driver passenger officer-in-charge user commuter diner villager farmer shopkeeper mother-of-one \
    mother-of-two mother-of-three father-of-one father-of-two father-of-three";
const WITNESS_PHRASES: &str = "staff member, member of staff, local resident, service user, care worker";
const INSPECTORS: &str = "inspectors inspectorate auditors commissioners investigators reviewers assessors";
const CROWD: &str = "staff police officers officials parents residents patients pupils students prisoners inmates tenants \
    families relatives neighbours campaigners unions councillors governors ministers teachers managers leaders bosses \
    chiefs experts critics sources detectives prosecutors magistrates judges nurses doctors carers workers trustees \
    protesters customers users whistleblowers";
const HOUSE: &str = "council authority trust watchdog regulator commission school academy home hospital company firm charity \
    union force department ministry government service agency provider association federation board committee panel \
    society group prison jail college university nursery practice surgery brigade team partnership \
    business restaurant takeaway network campaign body organisation church foundation";
const PAPER: &str = "report reports letter statement judgement judgment document review verdict findings notice email \
    memo dossier paper study survey audit summary assessment submission publication website message leaflet \
    inquest inquiry tribunal ruling sentence guidance framework";

static OFFICES: Lazy<HashSet<&str>> = Lazy::new(|| OFFICE.split(", ").collect());

/// True for an office of several words, in small letters.
pub(crate) fn is_office_name(phrase: &str) -> bool {
    phrase.contains(' ') && OFFICES.contains(phrase)
}

/// Every word of the table with what it is, in the order of the senses' numbers.
fn table() -> impl Iterator<Item = (&'static str, Voice)> {
    let words = |list: &'static str, voice| list.split_whitespace().map(move |word| (word, voice));
    let phrases = |list: &'static str, voice| list.split(", ").map(move |phrase| (phrase, voice));
    words(SAY, Voice::Say)
        .chain(phrases(SAY_PHRASES, Voice::Say))
        .chain(words(SHOW, Voice::Show))
        .chain(words(HANG, Voice::Hang))
        .chain(phrases("according to", Voice::Accord))
        .chain(phrases(OFFICE, Voice::Office))
        .chain(words(SPOKES, Voice::Spokes))
        .chain(words(WITNESS, Voice::Witness))
        .chain(phrases(WITNESS_PHRASES, Voice::Witness))
        .chain(words(INSPECTORS, Voice::Inspectors))
        .chain(words(CROWD, Voice::Crowd))
        .chain(words(HOUSE, Voice::House))
        .chain(words(PAPER, Voice::Paper))
}

static VOICES: Lazy<Vec<Voice>> = Lazy::new(|| table().map(|(_, voice)| voice).collect());

/// What the automaton looks for on behalf of this finder.
pub(crate) fn entries() -> Vec<Entry> {
    table()
        .enumerate()
        .map(|(ix, (phrase, _))| Entry {
            phrase: phrase.to_owned(),
            case: Case::Any,
            sense: Sense::Voice(ix as u16),
        })
        .collect()
}

/// The words of the table in the text, in order, the longest where several overlap.
pub(crate) fn heard(scan: &Scan<'_>) -> Vec<Heard> {
    let mut out: Vec<Heard> = Vec::new();
    for &Hit { start, end, sense } in &scan.hits {
        let Sense::Voice(ix) = sense else { continue };
        let Some(&voice) = VOICES.get(usize::from(ix)) else { continue };
        if out.last().is_none_or(|last| last.span.end <= start) {
            out.push(Heard { span: Span::new(start, end), voice });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_word_is_one_thing() {
        let mut seen = HashSet::new();
        let twice: Vec<_> = table().filter(|(word, _)| !seen.insert(*word)).collect();
        assert_eq!(twice, []);
        assert!(table().all(|(word, _)| word == word.trim() && !word.is_empty()));
    }
}
