//! The day of publication in the name of a file: `--date-from filename:%Y-%m-%d`.

use findings::Day;

/// What a name looks like where it holds a day: `%Y`, `%m`, `%d` and `%b` (`Aug`), the rest as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    parts: Vec<Part>,
    /// True where folders count, as in `%Y/%m/%d`.
    has_folders: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Year,
    Month,
    MonthName,
    Day,
    Sign(char),
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl Pattern {
    /// As `--date-from` says, or what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let Some(pattern) = text.strip_prefix("filename:") else {
            return Err("must begin with `filename:`, as `filename:%Y-%m-%d`".to_owned());
        };
        let mut parts = Vec::new();
        let mut signs = pattern.chars();
        while let Some(sign) = signs.next() {
            parts.push(match sign {
                '%' => match signs.next() {
                    Some('Y') => Part::Year,
                    Some('m') => Part::Month,
                    Some('b') => Part::MonthName,
                    Some('d') => Part::Day,
                    _ => return Err("knows %Y, %m, %b and %d only".to_owned()),
                },
                sign => Part::Sign(sign),
            });
        }
        let has = |part| parts.contains(&part);
        if !(has(Part::Year) && has(Part::Day) && (has(Part::Month) || has(Part::MonthName))) {
            return Err("needs a year, a month and a day: %Y, %m or %b, %d".to_owned());
        }
        Ok(Self { has_folders: pattern.contains('/'), parts })
    }

    /// The day in a name, if there is one; the last where there are more. A digit beside it belongs to something else.
    pub(crate) fn find(&self, name: &str) -> Option<Day> {
        let name = if self.has_folders { name } else { name.rsplit('/').next().unwrap_or(name) };
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let mut found = None;
        for (at, _) in name.char_indices() {
            let (before, rest) = name.split_at(at);
            let apart =
                |after: &str| !is_digit(before.chars().next_back()) && !is_digit(after.chars().next());
            found = self.match_here(rest).filter(|(_, after)| apart(after)).map(|(day, _)| day).or(found);
        }
        found
    }

    fn match_here<'n>(&self, mut rest: &'n str) -> Option<(Day, &'n str)> {
        let (mut year, mut month, mut day) = (0, 0, 0);
        for part in &self.parts {
            match part {
                Part::Year => year = number(&mut rest, 4)?,
                Part::Month => month = number(&mut rest, 2)?,
                Part::Day => day = number(&mut rest, 2)?,
                Part::MonthName => {
                    let name = rest.get(..3)?.to_ascii_lowercase();
                    month = i16::try_from(MONTHS.iter().position(|m| *m == name)?).ok()? + 1;
                    rest = rest.get(3..)?;
                }
                Part::Sign(sign) => rest = rest.strip_prefix(*sign)?,
            }
        }
        Some((Day::new(year, month.try_into().ok()?, day.try_into().ok()?)?, rest))
    }
}

fn number(rest: &mut &str, digits: usize) -> Option<i16> {
    let (number, after) = rest.split_at_checked(digits)?;
    *rest = after;
    number.bytes().all(|b| b.is_ascii_digit()).then(|| number.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use findings::Day;

    fn find(pattern: &str, name: &str) -> Option<Day> {
        Pattern::parse(pattern).unwrap().find(name)
    }

    #[test]
    fn names_hold_days() {
        let day = Day::new(2024, 8, 20);
        assert_eq!(find("filename:%Y-%m-%d", "in/2024-08-20-a-story.html"), day);
        assert_eq!(find("filename:%Y%m%d", "x_20240820.txt"), day);
        assert_eq!(find("filename:%d%b%Y", "20Aug2024.txt"), day);
        assert_eq!(find("filename:%Y/%m/%d", "site/2024/08/20/story.html"), day);
        assert_eq!(find("filename:(%d.%m.%Y)", "story (20.08.2024).txt"), day);
    }

    #[test]
    fn other_numbers_are_no_days() {
        assert_eq!(find("filename:%Y%m%d", "120240820.txt"), None);
        assert_eq!(find("filename:%Y%m%d", "202408201.txt"), None);
        assert_eq!(find("filename:%Y-%m-%d", "2024-08-20/story.txt"), None);
        assert_eq!(find("filename:%Y-%m-%d", "2024-13-20.txt"), None);
        assert_eq!(find("filename:%Y-%m-%d", "‘2024’.txt"), None);
    }

    #[test]
    fn what_is_no_pattern_is_told() {
        for wrong in ["%Y-%m-%d", "filename:%Y-%m", "filename:%Y-%m-%d-%H", "mtime"] {
            assert!(Pattern::parse(wrong).is_err(), "{wrong}");
        }
    }
}
