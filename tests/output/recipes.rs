//! The recipes of the documentation, run as they stand, in order, in one folder. A block of `text` after a block of
//! `sh` or `python` is what it prints. What needs a program or package that is not installed is skipped with a
//! message.

use super::{manners::shell, python, repository};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const TEXT: &str = "Brindle Vale School has been rated “good” by Ofsted, up from requires improvement.\n\
    Its report, published yesterday, praises outstanding support for new pupils. A new hall is to cost £1.2m.\n";
const OTHER: &str = "Ofsted rated Marling Heath Academy inadequate after a visit in May.\n\
    “We let our pupils down,” said Ann Moss, its head. The academy was fined £40,000.\n";

/// What the recipes and the examples of the help find in the working folder.
pub(super) fn prepare(folder: &Path) {
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("article.txt", TEXT);
    write("articles/2024-06-14-brindle.txt", TEXT);
    write("articles/2024-06-20-marling.txt", OTHER);
    write("folder/a.txt", TEXT);
    let page = |title: &str, day: &str, text: &str| {
        let body: String = text.lines().map(|line| format!("<p>{line}</p>\n")).collect();
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\
             <meta property=\"article:published_time\" content=\"{day}T08:00:00Z\"></head>\
             <body><nav><a href=\"/\">Home</a></nav><article><h1>{title}</h1>\n{body}{body}{body}</article></body></html>\n"
        )
    };
    let pages = [page("School rated good", "2024-06-14", TEXT), page("Academy fails", "2024-06-20", OTHER)];
    write("pages/brindle.html", &pages[0]);
    write("pages/marling.html", &pages[1]);
    let record = |id: &str, title: &str, day: &str, text: &str| {
        serde_json::json!({ "id": id, "title": title, "date": day, "text": text }).to_string() + "\n"
    };
    let dump = record("n1", "School rated good", "2024-06-14", TEXT)
        + &record("n2", "Academy fails", "2024-06-20", OTHER);
    write("dump.ndjson", &dump);
    write("crawl.warc", &pages.iter().enumerate().map(|(n, page)| response(n, page)).collect::<String>());
    let own = fs::read_to_string(repository().join("docs/your-own-knowledge.md")).unwrap();
    let own = &blocks(&own)[0].1;
    write("my-knowledge/fernland.toml", own);
    write("mine.toml", own);
    for fixture in ["2003-east-merrowshire-social-services", "2001-wendleby-bypass"] {
        for file in ["article.txt", "about.json", "facts.json"] {
            let text = fs::read_to_string(repository().join("fixtures").join(fixture).join(file)).unwrap();
            write(&format!("fixtures/{fixture}/{file}"), &text);
        }
    }
    for folder_of_shell in [".local/share/bash-completion/completions", ".zfunc"] {
        fs::create_dir_all(folder.join(folder_of_shell)).unwrap();
    }
    shell(folder, "gzip -k dump.ndjson; gzip -k crawl.warc");
}

/// A page as a web archive keeps it.
fn response(number: usize, page: &str) -> String {
    let http = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n{page}",
        page.len()
    );
    format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000{number}>\r\n\
         WARC-Date: 2024-06-21T00:00:00Z\r\nWARC-Target-URI: https://news.example/{number}.html\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
        http.len()
    )
}

#[test]
fn every_recipe_works_as_it_stands() {
    let here = tempfile::tempdir().unwrap();
    prepare(here.path());
    let text = fs::read_to_string(repository().join("docs/recipes.md")).unwrap();
    let blocks = blocks(&text);
    let mut count = 0;
    for (number, (language, code)) in blocks.iter().enumerate() {
        if language == "toml" {
            fs::write(here.path().join("findings.toml"), code).unwrap();
        }
        if language != "sh" && language != "python" {
            continue;
        }
        if let Some(missing) = needed(code).into_iter().find(|tool| !is_there(tool)) {
            eprintln!("skipped: {missing} is not installed: {}", code.lines().nth(1).unwrap_or_default());
            continue;
        }
        let output = run(here.path(), language, code);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{code}\n{told}");
        if let Some((_, printed)) = blocks.get(number + 1).filter(|(language, _)| language == "text") {
            assert_eq!(&String::from_utf8_lossy(&output.stdout), printed, "{code}\n{told}");
        }
        count += 1;
    }
    assert!(count >= 8, "{count} recipes were run");
}

/// The fenced blocks, with their languages.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let code: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push((language.to_owned(), code.join("\n") + "\n"));
        }
    }
    blocks
}

fn run(folder: &Path, language: &str, code: &str) -> Output {
    if language == "sh" {
        return shell(folder, code);
    }
    Command::new(python()).args(["-c", code]).current_dir(folder).output().unwrap()
}

/// What a block says that it needs: `# needs jq`.
fn needed(code: &str) -> Vec<String> {
    let line = code.lines().next().and_then(|line| line.strip_prefix("# needs "));
    line.into_iter().flat_map(|line| line.split(", ")).map(str::to_owned).collect()
}

fn is_there(tool: &str) -> bool {
    let found = |command: &mut Command| command.output().is_ok_and(|output| output.status.success());
    match tool {
        "polars" | "duckdb" => found(Command::new(python()).args(["-c", &format!("import {tool}")])),
        _ => found(Command::new("sh").args(["-c", &format!("command -v {tool}")])),
    }
}
