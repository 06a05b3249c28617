//! Whose page it is: "Posted by Marle Council newsroom" over an article that says "our children's services". Knows the
//! lines of the page that say who put it up; refuses a newspaper's, which never says "our" of what is inspected.

use super::{NameMention, by_tail, is_look_alike, settle};
use crate::fact::FurnitureKind;
use crate::find::furniture::Furnished;
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside};

/// What a provider calls those who put up its pages.
const DESKS: &[&str] = &[
    "newsroom", "news", "News", "press", "communications", "Communications", "media", "website", "newsletter",
];

/// The provider that put up the page, where a line of the page says so and the article speaks as "we". To be asked before
/// the page's own lines are left out.
pub(crate) fn publisher(scan: &Scan<'_>, knowledge: &Knowledge, page: &Furnished) -> Option<NameMention> {
    let lines = page.all.iter().filter(|f| {
        matches!(f.kind, FurnitureKind::Byline | FurnitureKind::Timestamp | FurnitureKind::Legal)
    });
    let mut found = Vec::new();
    for line in lines {
        for hit in scan.within(line.span) {
            if let Sense::Provider { service, form: HeadForm::Tail } = hit.sense {
                let name = by_tail(scan, knowledge, Span::new(hit.start, hit.end), service);
                found.extend(
                    name.filter(|n| !is_look_alike(scan, n.span) && puts_up(scan, n.span, line.span)),
                );
            }
        }
    }
    let only = settle(scan, knowledge, found);
    only.into_iter().next().filter(|_| speaks_as_we(scan, page))
}

/// "by X", "© X", "X newsroom".
fn puts_up(scan: &Scan<'_>, name: Span, line: Span) -> bool {
    let text = scan.text.as_str();
    let before = beside::before(text, name.start, line.start);
    let by = before.is_some_and(|b| matches!(scan.text.at(b.span), "by" | "By" | "from" | "From"))
        || text.get(line.start..name.start).is_some_and(|head| head.contains('©'));
    let desk = beside::after(text, name.end, line.end).is_some_and(|b| DESKS.contains(&scan.text.at(b.span)));
    by || desk
}

/// "Our children's services have been judged good": outside anybody's quotation.
fn speaks_as_we(scan: &Scan<'_>, page: &Furnished) -> bool {
    let text = scan.text.as_str();
    ["our ", "Our ", "we ", "We "].iter().any(|word| {
        memchr::memmem::find_iter(text.as_bytes(), word.as_bytes()).any(|at| {
            let first = !text[..at].ends_with(char::is_alphanumeric);
            first && !page.holds(at) && scan.text.quoted_at(at).is_none()
        })
    })
}
