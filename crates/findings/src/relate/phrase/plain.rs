//! Names of areas in an article's own words: "motor vehicle work", "the dignity of patients", "the atmosphere". Knows no label
//! and no verb; refuses people, papers, and whatever may be called for the whole provider.

use super::work::{is_adjective, is_call, is_qualified, is_review};
use super::{are_owners, is_leading, is_subject};
use crate::find::words::{Class, is_quality};
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::Story;
use crate::text::table::set;
use std::ops::Range;

/// No area has a longer name.
const LONGEST: usize = 9;

set! {
    /// What the whole is called, besides the common nouns of its kind; people, papers, and nouns that are no part of anything.
    WHOLE = "academy agency area areas aspect aspects authority body borough brigade building business centre \
        charity city club college company complex council county department district effort establishment \
        everything facility figure firm force group half head home hospice hospital institution jail kind \
        kitchen kitchens landlord majority minority nothing number nursery one operator organisation other \
        others outcome outcomes outfit owner pair part parts performance place practice \
        pre-school preschool primary prison provider provision quarter rest result results same school \
        secondary sector service services setting share shop site sort standard state surgery team thing \
        things third those town trio trust two unit university verdict village ward \
        adult adults boss bosses candidate candidates carer carers chef child children councillor \
        councillors doctor doctors everyone executive executives expert experts families family governor governors headteacher \
        inmate inmates inspector inspectors leader leaders learner learners lecturer lecturers manager \
        managers member members men minister ministers nobody nurse nurses offender offenders officer \
        officers official officials parent parents patient patients people person pupil pupils resident \
        residents staff student students teacher teachers tenant tenants trainer trainers victim victims \
        woman women worker workers youngsters \
        application bid claim complaint concern concerns copy data date day decision document evidence far \
        finding findings here how instead issue issues least letter line meal month much news page paper \
        plan plans point points problem problems project proposal question questions reason report reports \
        response score scores statement story test tests there time times too version week well why word \
        words year years \
        administration association chair constituency corporation director federation foundation future head history \
        institution name operation owners region reputation running union"
}

set! {
    /// Parts of a provider that an article leads as well as any.
    PARTS = "service services team teams unit units department departments ward wards wing scheme programme curriculum course courses workshop workshops \
        provision teaching training work care arrangements lessons classes support management"
}

set! {
    /// What an inspector looks at in any place.
    EVERYDAY = "food meals ethos culture buildings grounds garden gardens paperwork records hygiene decor equipment \
        furniture medication medicines finances infrastructure security privacy dignity reception resources climate \
        relationships relations partnerships links"
}

set! {
    /// What inspectors grade of those in a provider's care.
    OF_PEOPLE = "achievement achievements attainment attendance attitudes behaviour conduct development enjoyment \
        experience experiences health learning outcomes personal progress rights safety skills standards welfare \
        well-being wellbeing"
}

/// A member of the row without what leads it.
pub(super) fn bare(s: &Sentence<'_>, part: &Range<usize>) -> Range<usize> {
    let led = |i: &usize| {
        s.is_any(*i, &[Class::Det, Class::Possessive, Class::Filler, Class::Prep])
            || matches!(s.item(*i), Some(Item::Provider(_)))
    };
    let start = part.clone().find(|i| !led(i)).unwrap_or(part.start);
    start..part.end
}

/// True for a noun phrase that can only be an area of work.
pub(super) fn is_plain(story: &Story<'_>, s: &Sentence<'_>, part: &Range<usize>, several: bool) -> bool {
    let core = bare(s, part);
    let lead = s.chunks.get(core.end).is_some()
        && s.says(core.start.wrapping_sub(1), &["a", "an", "this", "these", "those"]);
    let end = core.clone().find(|&i| s.is(i, Class::Prep)).unwrap_or(core.end);
    let Some(noun) = (core.start..end).next_back().filter(|_| core.len() <= LONGEST && !lead) else {
        return false;
    };
    let capital = |i: usize| s.at(i).starts_with(char::is_uppercase);
    let short = |i: usize| s.at(i).len() <= 5 && !s.at(i).contains(char::is_lowercase);
    // "the Through the Gate service": a part under its name
    let under = PARTS.has(s.at(noun)) && s.says(part.start, &["the"]);
    let name = |i: usize| i > 0 && capital(i) && !short(i) && !is_subject(s, i) && !(under && i < noun);
    let words = core.clone().all(|i| {
        s.is_any(i, &[Class::Other, Class::Improve, Class::Prep, Class::Det, Class::Possessive])
            && !s.at(i).contains('’')
            && !s.at(i).contains('\'')
            || s.says(i, &["and", "&"])
            || is_call(&s.chunks[i])
            || is_review(s, i)
            || is_adjective(s, i)
            || is_qualified(s, i)
            || is_leading(s, i)
            || i > noun && matches!(s.item(i), Some(Item::Service(_)))
            // "waste collection", and not "the resettlement work": that of an area
            || i < noun && matches!(s.item(i), Some(Item::Aspect(_))) && !PARTS.has_in_any_case(s.at(noun))
            || matches!(s.item(i), Some(Item::Provider(_)))
    });
    // "So was pupils' lunch"
    let owned = are_owners(s, core.start) || s.at(core.start).ends_with(['\'', '’']);
    // "pupils' progress in reading"
    let own_work = owned && core.len() > 1 && OF_PEOPLE.has_in_any_case(s.at(core.start + 1));
    let theirs = s.says(core.start, &["how"]) || owned && !own_work;
    if !words
        || theirs
        || core.clone().any(name)
        || !(s.is(noun, Class::Other) || is_review(s, noun) || is_qualified(s, noun) || is_leading(s, noun))
    {
        return false;
    }
    let word = s.at(noun);
    let one = word.strip_suffix('s').unwrap_or(word);
    let own = core.start < part.start + usize::from(s.is(part.start, Class::Possessive)) + 1
        && s.is(core.start.wrapping_sub(1), Class::Possessive);
    let article = s.is(core.start.wrapping_sub(1), Class::Det) && core.start > part.start;
    let part_noun = PARTS.has_in_any_case(word) && core.start < noun;
    // "provision for adults"
    let leading = is_leading(s, noun);
    // "waiting times", "the organisation of lessons"
    let timed = s.says(noun, &["times"]) && core.start < noun;
    let of_doing = s.says(noun, &["organisation"]) && end < core.end;
    if !part_noun
        && !leading
        && !timed
        && !of_doing
        && (WHOLE.has_in_any_case(word)
            || WHOLE.has_in_any_case(one)
            || is_called(story, word)
            || is_called(story, one))
    {
        return false;
    }
    let of_what = end < core.end && s.says(end, &["of", "for", "in", "to", "with", "on"]);
    // "the standard of the school": all that it does
    if leading && core.end == noun + 1 {
        return false;
    }
    if article {
        // "Only the canteen was judged poor"
        let one_of = several || s.says(part.start, &["only"]);
        let the = s.says(core.start - 1, &["the"]);
        let everyday = || is_everyday(word) && !names_a_kind(story, word);
        let own = the && (of_what || everyday());
        return part_noun || of_what && word.ends_with("ing") || one_of && core.len() <= 2 || own;
    }
    // "Balnacraig was rated poor": it may be a name.
    let lone = core.len() == 1 && core.start == 0 && !several;
    own || !lone || is_quality(word)
}

/// "the atmosphere", "the organisation": what is done or how things are, and nobody's name for the whole.
pub(crate) fn is_everyday(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "tion", "sion", "ment", "ance", "ence", "ship", "ness", "ics", "ing", "ility", "ality", "phere",
        "tions", "ments",
    ];
    EVERYDAY.has_in_any_case(word) || ENDINGS.iter().any(|e| word.len() > e.len() + 2 && word.ends_with(e))
}

/// True for what any sort of provider may be called: "the association".
fn names_a_kind(story: &Story<'_>, word: &str) -> bool {
    story.knowledge.services().iter().any(|k| k.generic.iter().any(|g| g == word))
}

/// True for what a provider of the article is called.
fn is_called(story: &Story<'_>, word: &str) -> bool {
    let kinds = story.providers.entities.iter();
    let mut kinds = kinds.filter_map(|e| story.knowledge.services().get(usize::from(e.kind)));
    kinds.any(|k| k.generic.iter().any(|g| g.ends_with(word)))
}
