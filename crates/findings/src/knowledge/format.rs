//! The canonical form of a knowledge file: fields in the order of their tables, one blank line between entries,
//! lists filled to a width, one level or aspect a line. Keeps comments and the order of entries; refuses a file that
//! does not read.

use super::Knowledge;
use super::error::KnowledgeError;
use super::tables::Tables;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::Serialize;
use std::fmt::{self, Write};

/// A list that is longer than this goes on over lines.
const WIDTH: usize = 110;

/// The file in its canonical form.
pub(super) fn format(file: &str, text: &str) -> Result<String, KnowledgeError> {
    Tables::read(file, text)?;
    let mut out = String::new();
    for (start, block) in blocks(text) {
        let tables = Tables::read(file, &block.body).map_err(|error| KnowledgeError {
            line: error.line + text.get(..start).unwrap_or_default().lines().count(),
            ..error
        })?;
        let is_empty = block.comments.is_empty() && block.body.is_empty();
        if !(out.is_empty() || is_empty) {
            out.push('\n');
        }
        for comment in &block.comments {
            out.push_str(comment);
            out.push('\n');
        }
        if !block.comments.is_empty() && block.is_apart && !block.body.is_empty() {
            out.push('\n');
        }
        entry(&tables, &mut out);
    }
    Ok(out)
}

impl Knowledge {
    /// The entry of a body, scale, framework, regime, service or label word, as a knowledge file has it: a template
    /// for one that takes its place. Where several tables use the id, all of them.
    pub fn entry(&self, id: &str) -> Option<String> {
        let mut out = String::new();
        one("body", self.bodies(), |e| e.id.as_str() == id, &mut out);
        one("not_a_body", self.not_bodies(), |e| e.id == id, &mut out);
        one("scale", self.scales(), |e| e.id.as_str() == id, &mut out);
        one("framework", self.frameworks(), |e| e.id.as_str() == id, &mut out);
        one("regime", self.regimes(), |e| e.id.as_str() == id, &mut out);
        one("service", self.services(), |e| e.id.as_str() == id, &mut out);
        one("word", self.words(), |e| e.id == id, &mut out);
        (!out.is_empty()).then_some(out)
    }
}

fn one<T: Serialize>(table: &str, entries: &[T], is_it: impl Fn(&T) -> bool, out: &mut String) {
    if let Some(entry) = entries.iter().find(|e| is_it(e)) {
        if !out.is_empty() {
            out.push('\n');
        }
        each(table, std::slice::from_ref(entry), out);
    }
}

/// One entry of a file, with the comments above or in it.
struct Block {
    comments: Vec<String>,
    /// True when a blank line parts the comments from the entry: they are about the file.
    is_apart: bool,
    body: String,
}

/// The entries, each with where it begins.
fn blocks(text: &str) -> Vec<(usize, Block)> {
    let mut blocks: Vec<(usize, Block)> = Vec::new();
    let fresh = || Block { comments: Vec::new(), is_apart: false, body: String::new() };
    let (mut block, mut at, mut begins) = (fresh(), 0, 0);
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        let opens = trimmed.starts_with('[') && trimmed.ends_with(']') && line.starts_with('[');
        let is_comment = trimmed.starts_with('#');
        // What stands above the next header belongs to that.
        if !block.body.is_empty() && (opens || is_comment && ends_entry(text, at)) {
            blocks.push((begins, std::mem::replace(&mut block, fresh())));
        }
        if is_comment {
            if std::mem::take(&mut block.is_apart) {
                block.comments.push(String::new());
            }
            block.comments.push(trimmed.to_owned());
        } else if trimmed.is_empty() && block.body.is_empty() {
            block.is_apart |= !block.comments.is_empty();
        } else {
            if block.body.is_empty() {
                begins = at;
            }
            block.body.push_str(line);
        }
        at += line.len();
    }
    blocks.push((begins, block));
    blocks
}

/// True when, after the comments at `at`, another entry begins or the file ends.
fn ends_entry(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let next = rest.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    next.is_none_or(|line| line.starts_with('[') && line.ends_with(']'))
}

/// The one entry of a block.
fn entry(tables: &Tables, out: &mut String) {
    let Tables { body, not_a_body, noun, scale, framework, regime, service, part, .. } = tables;
    each("body", body, out);
    each("not_a_body", not_a_body, out);
    each("noun", noun, out);
    each("scale", scale, out);
    each("framework", framework, out);
    each("regime", regime, out);
    each("service", service, out);
    each("part", part, out);
    let Tables { measure, word, position, marker, legend, places, .. } = tables;
    each("measure", measure, out);
    each("word", word, out);
    each("position", position, out);
    each("marker", marker, out);
    each("legend", legend, out);
    if *places != Default::default() {
        out.push_str("[places]\n");
        fields(places, out);
    }
}

fn each<T: Serialize>(table: &str, entries: &[T], out: &mut String) {
    for entry in entries {
        let _ = writeln!(out, "[[{table}]]");
        fields(entry, out);
    }
}

fn fields(entry: &impl Serialize, out: &mut String) {
    // By way of JSON, because it keeps the order in which a table declares its fields.
    let node = serde_json::to_string(entry).ok().and_then(|json| serde_json::from_str(&json).ok());
    let Some(Node::Table(fields)) = node else { return };
    for (key, value) in &fields {
        let line = format!("{key} = {value}");
        match value {
            Node::List(items) if items.iter().any(|i| matches!(i, Node::Table(_))) => {
                let _ = writeln!(out, "{key} = [");
                for item in items {
                    let _ = writeln!(out, "  {item},");
                }
                out.push_str("]\n");
            }
            Node::List(items) if line.chars().count() > WIDTH => {
                let _ = writeln!(out, "{key} = [");
                fill(items, out);
                out.push_str("]\n");
            }
            _ => {
                out.push_str(&line);
                out.push('\n');
            }
        }
    }
}

fn fill(items: &[Node], out: &mut String) {
    let mut line = String::from(" ");
    for item in items {
        let item = format!(" {item},");
        if line.trim() != "" && line.chars().count() + item.chars().count() > WIDTH {
            out.push_str(&line);
            out.push('\n');
            line = String::from(" ");
        }
        line.push_str(&item);
    }
    out.push_str(&line);
    out.push('\n');
}

/// A value whose fields stay in order.
enum Node {
    Text(String),
    Number(i64),
    Truth(bool),
    List(Vec<Node>),
    Table(Vec<(String, Node)>),
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Node::Text(text) => write!(f, "{}", toml::Value::String(text.clone())),
            Node::Number(number) => write!(f, "{number}"),
            Node::Truth(truth) => write!(f, "{truth}"),
            Node::List(items) => {
                f.write_str("[")?;
                for (ix, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if ix > 0 { ", " } else { "" })?;
                }
                f.write_str("]")
            }
            Node::Table(fields) => {
                f.write_str("{ ")?;
                for (ix, (key, value)) in fields.iter().enumerate() {
                    let key = if key.contains(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-') {
                        toml::Value::String(key.clone()).to_string()
                    } else {
                        key.clone()
                    };
                    write!(f, "{}{key} = {value}", if ix > 0 { ", " } else { "" })?;
                }
                f.write_str(" }")
            }
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Ordered)
    }
}

struct Ordered;

impl<'de> Visitor<'de> for Ordered {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of a knowledge file")
    }
    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(i64::try_from(number).unwrap_or(i64::MAX)))
    }
    fn visit_bool<E>(self, truth: bool) -> Result<Node, E> {
        Ok(Node::Truth(truth))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Node::Table(fields))
    }
}
