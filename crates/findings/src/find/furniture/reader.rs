//! Lines that speak to the reader: comments asked for and counted, other stories offered, subscriptions sold,
//! questions on a line of their own. Knows no publisher; leaves alone what names a body or a label.

use crate::fact::FurnitureKind;
use crate::find::furniture::shape::{Place, holds, starts};
use crate::text::small::Small;

/// "Comments (14)", "3 Responses to …", "Share or comment on this article".
pub(super) fn comments(lower: &str, words: &[&str]) -> Option<(FurnitureKind, &'static str)> {
    let found = Some((FurnitureKind::Comments, "furniture/comments"));
    let figure = |w: &str| w.trim_matches(['(', ')']).bytes().all(|b| b.is_ascii_digit()) && !w.is_empty();
    let noun = |w: &str| {
        matches!(
            w.trim_matches(|c: char| !c.is_alphanumeric()),
            "comments" | "comment" | "responses" | "replies" | "shares"
        )
    };
    let word = |i: usize| Small::lower(words.get(i).copied().unwrap_or_default());
    let counted =
        words.len() <= 3 && (noun(&word(0)) && figure(&word(1)) || figure(&word(0)) && noun(&word(1)));
    let answered = figure(&word(0)) && noun(&word(1)) && word(2).as_str() == "to";
    let leads = [
        "add your comment",
        "add a comment",
        "leave a comment",
        "leave a reply",
        "post a comment",
        "view comments",
        "share or comment",
        "show comments",
        "hide comments",
        "join the conversation",
        "join the debate",
        "join the discussion",
        "have your say",
        "tell us what you think",
        "let us know what you think",
        "let us know in the comments",
        "your name will appear",
        "comments are subject to",
        "comments are moderated",
        "you can report a comment",
        "report a comment",
        "write to letters",
        "letters for print",
        "email your views",
        "sign in to comment",
        "log in to comment",
        "view all comments",
        "what do you think",
        "comment rules",
        "comments:",
        "please log in or",
        "please sign in or",
        "please register or",
    ];
    // "Comments are closed", "Comments are the opinion of readers"
    let of_comments = starts(lower, &["comments are", "commenting is"])
        && holds(
            lower,
            &["closed", "disabled", "open for", "moderated", "opinion", "reader", "currently", "turned off"],
        );
    let short = words.len() <= 22;
    let ruled = words.len() <= 40 && starts(lower, &["comment rules"]);
    if counted || answered || of_comments || ruled || short && starts(lower, &leads) { found } else { None }
}

/// "Subscribe from £1 a month", "Sign up to our newsletter here.", "Download the free app".
pub(super) fn appeal(lower: &str, words: &[&str], tells: bool) -> Option<(FurnitureKind, &'static str)> {
    let found = Some((FurnitureKind::Appeal, "furniture/appeal"));
    // What the page sells, and what it offers.
    let sells = [
        "subscribe", "buy", "become", "upgrade", "save", "try", "start your", "donate", "place a notice",
        "place your", "join us", "support us", "support our", "support local", "support independent",
    ];
    let price = [
        "£", "a month", "a week", "every day for", "subscri", "newsletter", "backers", "member",
        "free trial", "app", "ad-free", "digital edition", "e-edition", "unlimited access", "journalism",
        "supporter",
    ];
    let offers = [
        "sign up", "get", "download", "register", "log in", "sign in", "follow", "follow us", "like us",
        "join our", "join the", "choose", "manage", "share", "receive",
    ];
    let things = [
        "newsletter", "our app", "the app", "free app", "email alert", "email updates", " alerts",
        "on facebook", "on instagram", "whatsapp", "on twitter", "on tiktok", "on bluesky", "facebook group",
        "facebook page", "inbox", "daily email", "bulletin", "cookies", "account to", "your account",
        "subscri",
    ];
    let asks = [
        "call us", "ring us", "ring our", "ring the newsdesk", "contact us", "contact our", "email us",
        "email our", "email the newsdesk", "text us", "whatsapp us", "get in touch", "write to us",
    ];
    let page = [
        "newsdesk", "news desk", "newsroom", "news team", "reporter", "@", "01", "02", "your story",
        "your view", "letters", "story",
    ];
    let invites = starts(lower, &["support"]) && holds(lower, &["journalism", "local news"])
        || starts(lower, &sells) && holds(lower, &price)
        || starts(lower, &offers) && holds(lower, &things)
        || starts(lower, &asks) && holds(lower, &page);
    // "For more stories from Norburn, sign up to our newsletter", "You can read more stories by clicking here".
    let leads_there = starts(
        lower,
        &[
            "for more stories", "for more news", "for more local news", "for the latest", "keep up to date",
            "keep up with", "you can read more", "you can find more", "find out what", "to read the report",
            "to read the reports", "to see the full report", "to view the full", "to get more",
        ],
    ) && holds(
        lower,
        &[
            "sign up", "newsletter", "clicking here", "click here", "our free app", "our app", " website",
            "subscribe", "alerts", "follow us",
        ],
    );
    let groups = starts(lower, &["members of", "join", "if you", "we also", "our"])
        && holds(lower, &["our whatsapp group", "our whatsapp community", "our facebook group"]);
    let sent = starts(
        lower,
        &["send us your", "tag us", "you're on the list", "you’re on the list", "thanks for signing up"],
    );
    // "Like the Echo on Facebook", "Listen to Radio Norburn on Sounds"
    let heard =
        starts(lower, &["listen to"]) && holds(lower, &[" sounds", "podcast", " on facebook", "on demand"]);
    let liked =
        words.len() <= 8 && starts(lower, &["like"]) && holds(lower, &[" on facebook", " on instagram"]);
    if (invites || leads_there || groups || sent || heard || liked) && !tells
        || leads_there && holds(lower, &["sign up", "newsletter", "click here", "clicking here", "website."])
    {
        return found;
    }
    let set = [
        "you have",
        "already subscribed",
        "already a subscriber",
        "already a member",
        "not a subscriber",
        "continue reading",
        "keep reading",
        "this article is for subscribers",
        "texts cost",
        "calls cost",
        "announcements:",
        "to continue reading",
        "to keep reading",
        "we use cookies",
        "this site uses cookies",
        "this website uses cookies",
        "your privacy",
        "accept all",
        "accept cookies",
        "manage preferences",
        "by signing up",
        "by submitting your",
        "we use your sign-up",
        "your weekly round-up",
        "contributions to",
        "stay up to date",
        "never miss a story",
        "don't miss out",
        "don’t miss out",
        "want more like this",
        "why you can trust",
        "thank you for reading",
        "thanks for reading",
    ];
    let free = !starts(lower, &["you have"])
        || holds(lower, &["free article", "articles left", "articles remaining"]);
    let sent = !starts(lower, &["contributions to", "announcements:"]) || words.len() <= 12;
    (starts(lower, &set) && free && sent && !tells && words.len() <= 30)
        .then_some((FurnitureKind::Appeal, "furniture/appeal"))
}

/// "Was this page helpful?", "KNOW something we don't? Ring the newsdesk": a question to the reader on its own.
pub(super) fn question(
    bare: &str,
    lower: &str,
    words: &[&str],
    place: Place,
    tells: bool,
) -> Option<(FurnitureKind, &'static str)> {
    if !bare.contains('?') || words.len() > 24 || place != Place::Later {
        return None;
    }
    // "Have you worked at the home? Contact …": a question, and what the reader is to do.
    let told = bare.split_once("? ").is_some_and(|(question, rest)| {
        const DO: [&str; 16] = [
            "contact", "email", "e-mail", "text", "call", "ring", "write", "tell", "send", "sign", "log",
            "join", "download", "get", "let", "click",
        ];
        const US: [&str; 9] = ["@", " us", " our ", " free ", " here", "newsdesk", "editor", "0", "comments"];
        let first = rest.split(' ').next().unwrap_or("").to_lowercase();
        question.split_whitespace().nth(15).is_none()
            && DO.contains(&first.as_str())
            && holds(&rest.to_lowercase(), &US)
    });
    if told {
        return Some((FurnitureKind::Appeal, "furniture/question"));
    }
    let asks = words.len() <= 20 && !tells;
    let leads = [
        "know something",
        "do you know something",
        "do you have a story",
        "do you have a view",
        "do you have information",
        "have you got a story",
        "have you got a view",
        "have you been affected",
        "have you downloaded",
        "have you seen our",
        "got a story",
        "got a tip",
        "have you a story",
        "was this page",
        "was this article",
        "is there anything wrong with this page",
        "what do you think",
        "agree? disagree",
        "agree or disagree",
        "any views",
        "have a story",
        "did you find this",
        "spotted a mistake",
        "want to know more",
        "want more",
    ];
    let about_page = holds(
        lower,
        &[
            "newsdesk", "our reporters", "email us", "this page helpful", "your vote", "letters page",
            "comments below", "we print your", "your photos", "your pictures",
        ],
    );
    (asks && (starts(lower, &leads) || about_page && holds(lower, &["you"])))
        .then_some((FurnitureKind::Appeal, "furniture/question"))
}

/// "More on care homes", "Most read in Politics", "You may also be interested in", "More sport, pages 44-48".
pub(super) fn teaser(
    bare: &str,
    lower: &str,
    words: &[&str],
    tells: bool,
) -> Option<(FurnitureKind, &'static str)> {
    let found = Some((FurnitureKind::Teaser, "furniture/teaser"));
    if words.len() > 18 {
        return None;
    }
    let leads = [
        "most read",
        "most popular",
        "you may also be interested in",
        "you might also like",
        "you might also be interested in",
        "you may also like",
        "from our archive",
        "from the archive",
        "latest jobs",
        "latest news",
        "editor's picks",
        "editor’s picks",
        "also in this section",
        "recommended for you",
        "read this next",
        "related stories",
        "related content",
        "related articles",
        "other stories you may like",
        "more top stories",
        "top stories",
        "trending now",
        "what to read next",
        "get the latest",
        "to read more",
        "find out how your",
        "from elsewhere",
        "in other news",
    ];
    let stopped = bare.ends_with(['.', '?', '!']) && !bare.ends_with("...");
    let leads_on = starts(lower, &leads)
        && (!stopped
            || starts(
                lower,
                &[
                    "to read more", "get the latest", "find out how your", "from our archive",
                    "from the archive",
                ],
            ));
    let more = starts(lower, &["more on", "more from", "more about"]) && !stopped && words.len() <= 8;
    // "COMMENT: PAGE 6", "More sport, pages 44-48", "See page 7"
    let last = words.last().is_some_and(|w| w.bytes().any(|b| b.is_ascii_digit()));
    let page = words.len() <= 10
        && last
        && words.iter().rev().skip(1).take(3).any(|w| {
            matches!(w.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()), "page" | "pages" | "p")
        })
        && words
            .iter()
            .rev()
            .take_while(|w| !w.to_lowercase().starts_with('p'))
            .all(|w| matches!(*w, "and" | "to" | "&") || w.bytes().any(|b| b.is_ascii_digit()))
        && !tells;
    let see = starts(lower, &["see our", "see tomorrow's", "see tomorrow’s", "see inside", "see also"])
        && words.len() <= 14
        && !tells;
    let heading =
        ["more news", "more like this", "also in the news", "more stories", "sponsored", "sharelines"]
            .contains(&lower.trim_end_matches([':', ' ']));
    let live = starts(lower, &["follow"]) && holds(lower, &[" live on ", "on our website", "live blog"]);
    let next = ["next: ", "previous: ", "next article", "previous article", "next story"]
        .iter()
        .any(|l| lower.starts_with(l))
        && !stopped;
    if leads_on || more || page || see || live || next || heading { found } else { None }
}
