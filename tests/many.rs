//! Many articles for tests and for `examples/scale.rs`: those of `fixtures/`, with other names each time.

use std::fs;
use std::path::Path;

/// Articles that are made from those of a folder of fixtures.
pub(crate) struct Many {
    /// The text of each, and the names in it that may be another.
    articles: Vec<(String, Vec<String>)>,
}

const BEGIN: &[&str] =
    &["Ash", "Brov", "Cald", "Dun", "Elm", "Fos", "Gars", "Holm", "Kel", "Lang", "Mar", "Nor", "Pend", "Ros"];
const MIDDLE: &[&str] = &["a", "en", "er", "ing", "o", "mar", "ton", "wick", "ley", "sto"];
const END: &[&str] =
    &["bridge", "bury", "dale", "field", "ford", "ham", "mere", "moor", "stead", "wold", "worth"];

impl Many {
    /// From the fixtures of this project.
    pub(crate) fn of_fixtures() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
        let mut slugs: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        slugs.sort();
        let article = |path: &std::path::PathBuf| {
            let text = fs::read_to_string(path.join("article.txt")).ok()?;
            let slug = path.file_name()?.to_string_lossy().into_owned();
            let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
            let named = |word: &&str| word.len() > 5 && word.is_ascii() && text.contains(&capital(word));
            let names = slug.split('-').filter(named).map(capital).collect();
            Some((text, names))
        };
        Self { articles: slugs.iter().filter_map(article).collect() }
    }

    /// The article of this number: always the same one.
    fn text(&self, number: usize) -> String {
        let (text, names) = &self.articles[number % self.articles.len()];
        let round = number / self.articles.len();
        let mut text = text.clone();
        for (at, name) in names.iter().enumerate() {
            let pick = |of: &[&'static str], by: usize| of[(round / by + at) % of.len()];
            let other = format!(
                "{}{}{}",
                pick(BEGIN, 1),
                pick(MIDDLE, BEGIN.len()),
                pick(END, BEGIN.len() * MIDDLE.len())
            );
            text = text.replace(name.as_str(), &other);
        }
        text
    }

    /// The same as a line of NDJSON.
    pub(crate) fn line(&self, number: usize) -> String {
        let day = format!("20{:02}-{:02}-{:02}", number % 24, number % 12 + 1, number % 28 + 1);
        let record = serde_json::json!({ "id": number, "date": day, "text": self.text(number) });
        format!("{record}\n")
    }
}
