//! Web archives: the pages that a crawler was answered with, and the texts that were taken out of pages. Other
//! records (requests, images, redirects, robots.txt) are passed over. The day of the crawl is not that of the page.

use super::kind::{Kind, kind_of};
use super::lines::{self, Line};
use super::open::{Place, Reading, Take, lost};
use super::unread::{Body, Unread};
use encoding_rs::Encoding;
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;

/// The longest header line that is read.
const HEADER: usize = 1 << 16;

/// The headers of a record or of an answer; later ones of the same name don't count.
#[derive(Debug, Default)]
struct Headers(Vec<(String, String)>);

impl Headers {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    fn add(&mut self, line: &[u8]) {
        let line = String::from_utf8_lossy(line);
        if let Some((name, value)) = line.split_once(':') {
            self.0.push((name.trim().to_owned(), value.trim().to_owned()));
        }
    }

    /// The content type without its parameters, in lower case.
    fn content_type(&self) -> String {
        let value = self.get("Content-Type").unwrap_or_default();
        value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    fn charset(&self) -> Option<&'static Encoding> {
        let value = self.get("Content-Type")?.to_ascii_lowercase();
        let (_, label) = value.split_once("charset=")?;
        Encoding::for_label(label.trim_matches(|c: char| c.is_whitespace() || "\"';".contains(c)).as_bytes())
    }
}

/// What is made of a record.
enum Told {
    Page(Body),
    Nothing,
    Wrong(String),
}

impl Reading {
    /// The pages of a web archive, one a record; a record is counted as a line is.
    pub(super) fn archive_of_pages(
        &self,
        place: &Place,
        mut input: impl BufRead,
        take: &mut Take<'_>,
    ) -> ControlFlow<()> {
        for number in 1_u64.. {
            let source = place.source.at(number);
            let told = match self.next_record(&mut input) {
                Ok(None) => break,
                Ok(Some(told)) => told,
                Err(error) => {
                    take(Err(source.failure(lost(&error))))?;
                    break;
                }
            };
            match told {
                Told::Page(body) => take(Ok(Unread { source, body }))?,
                Told::Wrong(reason) => take(Err(source.failure(reason)))?,
                Told::Nothing => {}
            }
        }
        ControlFlow::Continue(())
    }

    fn next_record(&self, input: &mut impl BufRead) -> io::Result<Option<Told>> {
        let mut line = Vec::new();
        loop {
            match lines::next(input, &mut line, HEADER)? {
                Line::End => return Ok(None),
                Line::Whole if line.trim_ascii().is_empty() => {}
                Line::Whole if line.starts_with(b"WARC/") => break,
                _ => return Err(io::Error::other("not a WARC record")),
            }
        }
        let headers = headers(input)?;
        let length: u64 = headers
            .get("Content-Length")
            .and_then(|length| length.parse().ok())
            .ok_or_else(|| io::Error::other("a WARC record without a length"))?;
        let mut content = input.take(length);
        let told = self.told(&headers, &mut content, length)?;
        let rest = content.limit();
        if io::copy(&mut content, &mut io::sink())? < rest {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(Some(told))
    }

    fn told(&self, headers: &Headers, content: &mut impl BufRead, length: u64) -> io::Result<Told> {
        let uri = headers.get("WARC-Target-URI").map(|uri| uri.trim_matches(['<', '>']).to_owned());
        let is_answer = match headers.get("WARC-Type").unwrap_or_default() {
            "response" => headers.content_type() == "application/http",
            "resource" | "conversion" => false,
            _ => return Ok(Told::Nothing),
        };
        if !is_answer && headers.get("WARC-Type") == Some("response") {
            return Ok(Told::Nothing);
        }
        // Told by its headers before it is read: most of what is too long is film.
        let about = if is_answer { self.answer(content)? } else { Some(Headers(headers.0.clone())) };
        let Some(about) = about else { return Ok(Told::Nothing) };
        let kind = match about.content_type().as_str() {
            "text/html" | "application/xhtml+xml" => Some(Kind::Html),
            "text/plain" if !is_answer => Some(Kind::Text),
            "" => None,
            _ => return Ok(Told::Nothing),
        };
        if length > self.limit as u64 {
            return Ok(Told::Wrong(self.too_long()));
        }
        let mut bytes = Vec::new();
        content.read_to_end(&mut bytes)?;
        let bytes = match plain(bytes, &about, self.limit) {
            Ok(bytes) if bytes.len() > self.limit => return Ok(Told::Wrong(self.too_long())),
            Ok(bytes) => bytes,
            Err(reason) => return Ok(Told::Wrong(reason)),
        };
        let kind = kind.or_else(|| kind_of(bytes.get(..4096).unwrap_or(&bytes), |_| false).ok());
        Ok(match kind {
            Some(Kind::Html) => {
                Told::Page(Body::Page { bytes, folder: None, declared: about.charset(), url: uri })
            }
            Some(Kind::Text) => Told::Page(Body::Text { bytes, folder: None }),
            _ => Told::Nothing,
        })
    }

    /// The headers of an answer that holds what was asked for.
    fn answer(&self, content: &mut impl BufRead) -> io::Result<Option<Headers>> {
        let mut line = Vec::new();
        if lines::next(content, &mut line, HEADER)? != Line::Whole {
            return Ok(None);
        }
        let is_good = String::from_utf8_lossy(&line).split_ascii_whitespace().nth(1) == Some("200");
        if is_good { headers(content).map(Some) } else { Ok(None) }
    }
}

/// Header lines up to the empty one.
fn headers(input: &mut impl BufRead) -> io::Result<Headers> {
    let (mut headers, mut line) = (Headers::default(), Vec::new());
    loop {
        match lines::next(input, &mut line, HEADER)? {
            Line::Whole if !line.trim_ascii().is_empty() => headers.add(&line),
            Line::TooLong => {}
            _ => return Ok(headers),
        }
    }
}

/// The bytes of an answer as they were before they were sent.
fn plain(bytes: Vec<u8>, about: &Headers, limit: usize) -> Result<Vec<u8>, String> {
    let is_chunked = about.get("Transfer-Encoding").is_some_and(|t| t.eq_ignore_ascii_case("chunked"));
    // Many archives keep the header of what they have already put together.
    let bytes = if is_chunked { dechunked(&bytes).unwrap_or(bytes) } else { bytes };
    let unpack = |mut reader: Box<dyn Read + '_>| {
        let mut unpacked = Vec::new();
        let length = reader.by_ref().take(limit as u64 + 1).read_to_end(&mut unpacked);
        length.map(|_| unpacked).map_err(|e| format!("a broken answer: {e}"))
    };
    match about.get("Content-Encoding").unwrap_or_default().to_ascii_lowercase().as_str() {
        "gzip" | "x-gzip" if bytes.starts_with(b"\x1F\x8B") => {
            unpack(Box::new(MultiGzDecoder::new(bytes.as_slice())))
        }
        "deflate" if bytes.first().is_some_and(|b| b & 0x0F == 8) => {
            unpack(Box::new(ZlibDecoder::new(bytes.as_slice())))
        }
        "deflate" => unpack(Box::new(DeflateDecoder::new(bytes.as_slice()))),
        "br" if std::str::from_utf8(&bytes).is_err() => {
            Err("packed with Brotli, which is not read".to_owned())
        }
        _ => Ok(bytes),
    }
}

/// The chunks put together; `None` where these are no chunks.
fn dechunked(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(bytes.len());
    loop {
        let end = bytes.windows(2).position(|two| two == b"\r\n")?;
        let line = std::str::from_utf8(bytes.get(..end)?).ok()?;
        let length = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        bytes = bytes.get(end + 2..)?;
        if length == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(bytes.get(..length)?);
        bytes = bytes.get(length..)?.strip_prefix(b"\r\n")?;
    }
}

#[cfg(test)]
mod tests {
    use super::dechunked;

    #[test]
    fn chunks_are_put_together() {
        assert_eq!(dechunked(b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n").as_deref(), Some(b"abcde".as_slice()));
        assert_eq!(dechunked(b"<html>"), None);
        assert_eq!(dechunked(b"ffffffffffffffff\r\nabc"), None);
    }
}
