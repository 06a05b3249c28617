//! What may stand beside a name, before a sentence or behind a grade without changing who was given what: every frame
//! with every insertion. A frame that reads only without them is half a frame.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(unreachable_pub, reason = "a test has no users")]

use findings::{Article, Day, Extraction, Extractor};
use std::str::FromStr;

/// Frames of a judgement: `@` stands where words may follow the name, `^` where they may stand before it, and `$` where
/// they may follow the judgement.
const FRAMES: &[&str] = &[
    "^Ash Lodge Nursing Home@ was rated good by the CQC$.",
    "^Ash Lodge Nursing Home@ has been rated inadequate by the Care Quality Commission for safety$.",
    "The CQC said ^Ash Lodge Nursing Home@ was judged outstanding$.",
    "^Marle Hospitals NHS Trust@ got three stars from the Healthcare Commission$.",
    "^Tey Primary School@ was given a good rating by Ofsted$.",
    "^Tey Primary School@ was found to require improvement by Ofsted$.",
    "^Tey Primary School@ has gone from good to inadequate, Ofsted said$.",
    "Leadership at ^Tey Primary School@ was judged outstanding by Ofsted$.",
    "^Stow Council@ was rated excellent by the Audit Commission$.",
    "^Wold Constabulary@ was graded good at preventing crime by HMIC$.",
    "^Ash Lodge Nursing Home@ was graded weak for care and support by the Care Inspectorate$.",
    "^HMP Marle@ was rated poor for safety by HMI Prisons$.",
];

/// Behind the name.
const AFTER_NAME: &[&str] = &[
    ", in Dunstow,",
    " in Dunstow",
    " (near Dunstow)",
    ", half a mile away,",
    ", which has 210 people on its books,",
    " (near Dunstow), which has 210 people on its books,",
    ", which opened in September 1999 at a cost of £12m,",
    ", run by Fairlea Holdings,",
    ", where 40 people work,",
    ", whose staff were praised,",
    ", one of the oldest in the county,",
    " – one of the largest of its sort –",
    ", however,",
    ", meanwhile,",
    ", Dunstow,",
    ", in Dunstow, which has 210 people on its books,",
    ", run by Fairlea Holdings, whose staff were praised,",
];

/// Before the name.
const BEFORE_NAME: &[&str] = &["the troubled ", "the 240-strong ", "nearby ", "Dunstow's ", "Dunstow’s "];

/// Before the sentence.
const FRONT: &[&str] = &[
    "But ",
    "Meanwhile, ",
    "However, ",
    "On Tuesday ",
    "Last week ",
    "In a report published on Friday, ",
    "It emerged this week that ",
    "Despite the efforts of its staff, ",
    "With 240 people in its care, ",
    "After a two-day visit in March, ",
];

/// Behind the judgement.
const TAIL: &[&str] = &[
    " on Tuesday",
    " after an unannounced visit in March",
    ", but staff said they were proud",
    " because of what inspectors saw",
    " despite the efforts of its staff",
    ", with inspectors praising its cooks",
];

/// Label, provider, aspect and status of each rating.
fn ratings(extractor: &Extractor, text: &str) -> Vec<(String, String, String, String)> {
    let article = Article::new(text).published(Day::from_str("2011-05-04").ok());
    let found: Extraction = extractor.extract(&article);
    let facts = serde_json::to_value(&found).unwrap();
    let name = |id: &serde_json::Value| {
        let all = facts["providers"].as_array().unwrap();
        all.iter().find(|p| p["id"] == *id).map_or(String::new(), |p| p["name"].to_string())
    };
    let all = facts["ratings"].as_array().unwrap().iter();
    let mut all: Vec<_> = all
        .map(|r| {
            (
                r["label"].to_string(),
                name(&r["provider"]),
                r["aspect"]["text"].to_string().to_lowercase(),
                r["status"].to_string(),
            )
        })
        .collect();
    all.sort();
    all
}

fn bare(frame: &str) -> String {
    frame.replace(['^', '@', '$'], "")
}

#[test]
fn every_frame_holds_whatever_stands_beside() {
    let extractor = Extractor::builtin();
    let mut broken = Vec::new();
    for frame in FRAMES {
        let plain = ratings(extractor, &bare(frame));
        assert!(!plain.is_empty(), "nothing is read in {frame}");
        let mut variants = Vec::new();
        variants.extend(AFTER_NAME.iter().map(|w| bare(&frame.replace('@', w))));
        variants.extend(BEFORE_NAME.iter().map(|w| {
            let text = bare(&frame.replace('^', w));
            let (first, rest) = text.split_at(1);
            first.to_uppercase() + rest
        }));
        variants.extend(FRONT.iter().map(|w| {
            let text = bare(frame);
            let the = text.strip_prefix("The ").map(|rest| format!("the {rest}"));
            let text = match the {
                Some(the) => the,
                None => {
                    text.strip_prefix("Leadership").map_or(text.clone(), |rest| format!("leadership{rest}"))
                }
            };
            format!("{w}{text}")
        }));
        variants.extend(TAIL.iter().map(|w| bare(&frame.replace('$', w))));
        for text in variants {
            let found = ratings(extractor, &text);
            if found != plain {
                broken.push(format!("{text}\n    wanted {plain:?}\n    found  {found:?}"));
            }
        }
    }
    assert!(broken.is_empty(), "{} of them:\n{}", broken.len(), broken.join("\n"));
}

/// Names without a noun, each with the noun that tells its kind and who inspects that.
const BARE: &[(&str, &str, &str)] = &[
    ("Plas Elidir", "home", "the Care Quality Commission"),
    ("Ashby Court", "home", "the Care Quality Commission"),
    ("The Laurels", "home", "the Care Quality Commission"),
    ("Linton Grange", "home", "the Care Quality Commission"),
    ("Kiddywinks", "nursery", "Ofsted"),
    ("Busy Bees", "nursery", "Ofsted"),
];

/// What may be told of such a name elsewhere in its article.
const ELSEWHERE: &[&str] = &[
    "{N} said it was pleased.",
    "A spokesman for {N} said: “We are pleased.”",
    "{N} told the Gazette it was pleased.",
    "{N}, however, is not alone.",
    "{N}, where 40 people go, has a garden.",
    "Ann Hay, of {N}, said it was a happy place.",
    "At {N}, inspectors found that staff were kind.",
    "Selling {N} would bring in £600,000.",
    "{N}’s garden won a prize.",
    "The Gazette asked {N} for a comment.",
    "Families of those at {N} were told in a letter.",
];

#[test]
fn what_is_told_of_a_name_elsewhere_makes_it_no_person_and_no_place() {
    let extractor = Extractor::builtin();
    let frames = [
        "{N} has been rated good by {B}. The {K} has 40 places.",
        "A {K} has been rated good by {B}.\n\n{N}, in Tarrow, was inspected in May.",
        "Inspectors from {B} visited {N} in May and rated the {K} good.",
    ];
    let mut broken = Vec::new();
    for (name, kind, body) in BARE {
        let fill = |words: &str| words.replace("{N}", name).replace("{K}", kind).replace("{B}", body);
        for frame in frames.map(fill) {
            let plain = ratings(extractor, &frame);
            assert!(!plain.is_empty(), "nothing is read in {frame}");
            for words in ELSEWHERE {
                let text = format!("{frame}\n\n{}", fill(words));
                let found = ratings(extractor, &text);
                if found != plain {
                    broken.push(format!("{text}\n    wanted {plain:?}\n    found  {found:?}"));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{} of them:\n{}", broken.len(), broken.join("\n"));
}
