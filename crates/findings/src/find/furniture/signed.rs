//! Lines that say who wrote an article where no "By" leads alone to a name: with an address, with a day, or a name by
//! itself at the head of the page. Refuses a name that no day, office or address stands beside.

use crate::find::furniture::line::{is_byline, is_named, is_role, is_time};

/// The parts of a line of less than 13 words that names its author, as offsets into it: "ANN HAY
/// ann.hay@echo.example" has two.
pub(super) fn signed_line(line: &str, head: bool, next: Option<&str>) -> Option<Vec<(usize, usize)>> {
    if let Some(at) = address(line) {
        let name = line.get(..at)?.trim_end();
        return (is_byline(name) || head && is_name(name)).then(|| vec![(0, name.len()), (at, line.len())]);
    }
    if dated(line) {
        return Some(vec![(0, line.len())]);
    }
    let beside = next.is_some_and(|next| is_time(next) || is_role(next) || next.starts_with('@'));
    (head && beside && is_name(line)).then(|| vec![(0, line.len())])
}

/// Where the address of mail begins that a line ends on.
fn address(line: &str) -> Option<usize> {
    let last = line.split_whitespace().next_back()?;
    let (user, host) = last.split_once('@')?;
    (!user.is_empty() && host.contains('.') && last.len() < line.len()).then(|| line.len() - last.len())
}

/// "06 October 2023 By Ann Hay", "By Ann Hay 6 October 2023", "6 October 2023 | Ann Hay", "NEWS 28/05/25 BY ANN HAY".
fn dated(line: &str) -> bool {
    let upper = |at: usize| line.get(at..).is_some_and(is_byline);
    let by = [" By ", " BY ", " by "].iter().find_map(|by| line.find(by)).filter(|at| upper(at + 1));
    if let Some(at) = by {
        let lead = line.get(..at).unwrap_or("").trim();
        let lead = lead.strip_prefix("NEWS").or_else(|| lead.strip_prefix("News")).unwrap_or(lead).trim();
        return is_time(lead);
    }
    if let Some((day, name)) = line.split_once(" | ") {
        return is_time(day) && is_name(name) || is_time(name) && is_name(day);
    }
    let Some(rest) = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")) else { return false };
    rest.find(|c: char| c.is_ascii_digit()).is_some_and(|at| {
        rest.get(..at).is_some_and(|name| is_name(name.trim_end())) && rest.get(at..).is_some_and(is_time)
    })
}

/// Two or three capitalised words and nothing else.
fn is_name(line: &str) -> bool {
    let words = line.split_whitespace();
    let capital = |w: &str| {
        w.starts_with(char::is_uppercase)
            && w.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    (2..=3).contains(&words.clone().count()) && words.into_iter().all(capital) && is_named(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_needs_something_beside_it() {
        assert!(signed_line("Ann Hay", true, Some("Wednesday, July 13, 2022")).is_some());
        assert!(signed_line("Ann Hay", true, Some("Planning correspondent")).is_some());
        assert_eq!(signed_line("Ann Hay", true, Some("The school has closed.")), None);
        assert_eq!(signed_line("Ann Hay", false, Some("Wednesday, July 13, 2022")), None);
        assert_eq!(signed_line("ANN HAY a.h@echo.example", true, None), Some(vec![(0, 7), (8, 24)]));
        assert!(signed_line("6 October 2023 | Ann Hay", false, None).is_some());
        assert!(signed_line("By Ann Hay 6 October 2023", false, None).is_some());
        assert_eq!(signed_line("Inspected by Ofsted 6 October 2023", false, None), None);
    }
}
