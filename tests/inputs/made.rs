//! One article, written as every kind of input and packed in every way. Knows nothing of how they are read.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

pub(crate) const TITLE: &str = "Larkhill praised";
const PARAGRAPHS: [&str; 3] = [
    "Larkhill Primary School in Merrow was rated “good” by Ofsted after a visit on 17 January 2023.",
    "The school had been told it required improvement in 2019, and has spent £1.2m on a new hall since.",
    "Head teacher Olive Brand said: “We are proud of every child & of every teacher.”",
];

pub(crate) fn text() -> String {
    PARAGRAPHS.join("\n\n")
}

pub(crate) fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

pub(crate) fn zst(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 1).unwrap()
}

pub(crate) fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub(crate) fn record() -> Value {
    json!({ "title": TITLE, "uuid": "a1", "plain_text": text(), "published_date": "2023-03-14", "url": "https://x.example/a" })
}

pub(crate) fn page() -> String {
    let escaped = PARAGRAPHS.map(|p| format!("<p>{}</p>\n", p.replace('&', "&amp;")));
    format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{TITLE} - Gazette</title>\n\
         <meta property=\"article:published_time\" content=\"2023-03-14T06:00:00Z\"></head>\n\
         <body><nav><a href=\"/\">Home</a> <a href=\"/jobs\">Jobs</a></nav><article><h1>{TITLE}</h1>\n{}</article>\n\
         <aside><h3>Most read</h3><a href=\"/1\">Baker fined £900</a></aside></body></html>\n",
        escaped.concat()
    )
}

pub(crate) fn csv(between: char) -> String {
    let names = ["uuid", "title", "plain_text", "published_date", "url"];
    let quoted = |name: &str| format!("\"{}\"", record()[name].as_str().unwrap().replace('"', "\"\""));
    let row = names.map(quoted).join(&between.to_string());
    format!("{}\r\n{row}\r\n", names.join(&between.to_string()))
}

pub(crate) fn parquet() -> Vec<u8> {
    use parquet::data_type::{ByteArray, ByteArrayType};
    use parquet::file::properties::WriterProperties;
    use parquet::file::writer::SerializedFileWriter;
    use parquet::schema::parser::parse_message_type;
    let schema = "message schema { required binary uuid (UTF8); optional binary title (UTF8);
        required binary plain_text (UTF8); required int32 published_date (DATE); required double score; }";
    let schema = std::sync::Arc::new(parse_message_type(schema).unwrap());
    let mut bytes = Vec::new();
    let mut file =
        SerializedFileWriter::new(&mut bytes, schema, WriterProperties::builder().build().into()).unwrap();
    let mut rows = file.next_row_group().unwrap();
    let mut at = 0;
    while let Some(mut column) = rows.next_column().unwrap() {
        match at {
            0..=2 => {
                let name = ["uuid", "title", "plain_text"][at];
                let value = ByteArray::from(record()[name].as_str().unwrap());
                column
                    .typed::<ByteArrayType>()
                    .write_batch(&[value], (at == 1).then_some(&[1]), None)
                    .unwrap()
            }
            3 => column.typed::<parquet::data_type::Int32Type>().write_batch(&[19_430], None, None).unwrap(),
            _ => column.typed::<parquet::data_type::DoubleType>().write_batch(&[0.5], None, None).unwrap(),
        };
        column.close().unwrap();
        at += 1;
    }
    rows.close().unwrap();
    file.close().unwrap();
    bytes
}

pub(crate) fn warc(packs_each: bool) -> Vec<u8> {
    let page = page();
    let answer = |head: &str, body: &str| format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}");
    let chunks = {
        let (a, b) = page.split_at(300);
        format!("{:x}\r\n{a}\r\n{:x}\r\n{b}\r\n0\r\n\r\n", a.len(), b.len())
    };
    let html = answer("Content-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked", &chunks);
    let record = |kind: &str, content_type: &str, body: &str| {
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://x.example/a\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n\
             Content-Type: {content_type}\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n",
            body.len()
        )
        .into_bytes()
    };
    let records = [
        record("warcinfo", "application/warc-fields", "software: x\r\n"),
        record("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"),
        record("response", "application/http; msgtype=response", &answer("Content-Type: image/png", "PNG")),
        record("response", "application/http; msgtype=response", &html),
        record("response", "application/http; msgtype=response", "HTTP/1.1 404 Not Found\r\n\r\n<html>"),
    ];
    // Crawlers pack each record by itself.
    records.iter().flat_map(|r| if packs_each { gz(r) } else { r.clone() }).collect()
}
