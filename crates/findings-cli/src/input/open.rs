//! From paths to articles: opens, unpacks, tells the kind, and hands on one article after another as it lies there.
//! Holds at most one record, of at most the limit.

use super::choice::Choice;
use super::dated_name::Pattern;
use super::decode::Decoding;
use super::fields::Fields;
use super::kind::{Kind, Named, Packing, kind_of, packing_of};
use super::lines::{self, Line};
use super::table::{Row, Table};
use super::unread::Body;
use super::{Failure, Input, Meter, Source, Unread, reason};
use crate::args::{self, Known};
use crate::guard::guarded;
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;
use findings::{Day, Options};
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Takes one article after another, in order, and ends the reading where it breaks.
pub(crate) type Take<'a> = dyn FnMut(Result<Unread, Failure>) -> ControlFlow<()> + 'a;

/// How articles are read.
#[derive(Clone, Debug)]
pub struct Reading {
    pub(super) kind: Option<Kind>,
    pub(super) choice: Choice,
    pub(super) fields: Fields,
    pub(super) decoding: Decoding,
    pub(super) limit: usize,
    pub(super) published: Option<Day>,
    pub(super) title: Option<String>,
    pub(super) date_from: Option<Pattern>,
    pub(super) options: Options,
}

impl Reading {
    /// As the arguments of `extract` say, or what is wrong with them.
    pub fn of(args: &args::Input) -> Result<Self, Failure> {
        let wrong = |flag: &str, reason: String| Failure { name: flag.to_owned(), reason };
        let given = match args.encoding.as_str() {
            "auto" => None,
            label => Some(Encoding::for_label(label.as_bytes()).ok_or_else(|| {
                wrong("--encoding", format!("`{label}` is no encoding that is known, as `windows-1252` is"))
            })?),
        };
        let kind = Kind::given(args.from);
        if let Some(reason) = kind.and_then(Kind::missing) {
            return Err(wrong("--from", reason.to_owned()));
        }
        Ok(Self {
            kind,
            choice: Choice::of(&args.choice)?,
            fields: Fields::of(&args.fields),
            decoding: Decoding { given, repairs: !args.no_repair },
            limit: args.max_doc_bytes,
            ..Self::text(&args.known)?
        })
    }

    /// With what is known of the articles, and everything else as usual.
    pub fn text(known: &Known) -> Result<Self, Failure> {
        let date_from = known.date_from.as_deref().map(Pattern::parse).transpose();
        Ok(Self {
            kind: None,
            choice: Choice::default(),
            fields: Fields::of(&args::Fields::default()),
            decoding: Decoding { given: None, repairs: true },
            limit: 64 << 20,
            options: known.options(),
            published: known.published,
            title: known.title.clone(),
            date_from: date_from.map_err(|reason| Failure { name: "--date-from".to_owned(), reason })?,
        })
    }

    /// Hands every article at the paths to `take`, in order, and what can't be read as a failure. Ends early where
    /// `take` fails.
    pub fn each<E>(
        &self,
        paths: &[PathBuf],
        mut take: impl FnMut(Result<Input, Failure>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut stop = Ok(());
        let _ = self.each_unread(paths, &Meter::default(), &mut |unread| match take(
            unread.and_then(|unread| self.make_out(unread)),
        ) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                stop = Err(error);
                ControlFlow::Break(())
            }
        });
        stop
    }

    /// The same before the articles are made out; `meter` counts the bytes of the files.
    pub(crate) fn each_unread(
        &self,
        paths: &[PathBuf],
        meter: &Meter,
        take: &mut Take<'_>,
    ) -> ControlFlow<()> {
        self.each_file(paths, &mut |file| match file {
            Ok(path) if path.as_os_str() == "-" => {
                let source = Source { path: "-".to_owned(), ..Source::default() };
                let input = BufReader::with_capacity(1 << 16, meter.on(io::stdin().lock()));
                self.stream(&Place { source, folder: None }, Box::new(input), take)
            }
            // What a broken file makes a format's reader do, it does to this file only.
            Ok(path) => match guarded(|| self.file(path, meter, take)) {
                Ok(flow) => flow,
                Err(reason) => take(Err(Failure { name: path.display().to_string(), reason })),
            },
            Err(failure) => take(Err(failure)),
        })
    }

    /// Hands every file that would be read to `take`, in order.
    pub(crate) fn each_file(
        &self,
        paths: &[PathBuf],
        take: &mut dyn FnMut(Result<&Path, Failure>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        self.choice.each(paths, self.kind, take)
    }

    /// How bytes at this place become text: what was decoded with its stream is not decoded again.
    pub(super) fn decoding_of(&self, source: &Source) -> Decoding {
        let given = self.decoding.given.filter(|_| source.encoding.is_none());
        Decoding { given, ..self.decoding }
    }

    fn file(&self, path: &Path, meter: &Meter, take: &mut Take<'_>) -> ControlFlow<()> {
        let source = Source { path: path.display().to_string(), ..Source::default() };
        let folder = path.parent().map(Path::to_owned);
        let place = Place { source, folder };
        let opened = File::open(path).and_then(|mut file| {
            let is_regular = file.metadata()?.is_file();
            let mut head = Vec::new();
            if is_regular {
                file.by_ref().take(8).read_to_end(&mut head)?;
                file.rewind()?;
            }
            Ok((file, head, is_regular))
        });
        let (file, head, is_regular) = match opened {
            Ok(opened) => opened,
            Err(error) => return take(Err(place.source.failure(reason(&error)))),
        };
        if packing_of(&head) == Some(Packing::Zip) {
            return self.archive(&place, meter.on(file), take);
        }
        // Parquet is read from its end: a file lends itself to that, a stream is held in memory for it.
        #[cfg(feature = "parquet")]
        if is_regular && head.starts_with(b"PAR1") && self.kind.is_none_or(|kind| kind == Kind::Parquet) {
            return self.parquet_file(&place, file, meter, take);
        }
        let _ = is_regular;
        self.stream(&place, Box::new(BufReader::with_capacity(1 << 16, meter.on(file))), take)
    }

    /// A stream that may be packed.
    pub(super) fn stream(
        &self,
        place: &Place,
        input: Box<dyn BufRead + '_>,
        take: &mut Take<'_>,
    ) -> ControlFlow<()> {
        let named = Named::of(place.last_name());
        let failed = |error: io::Error| Err(place.source.failure(reason(&error)));
        let (head, input) = match peek(input) {
            Ok(peeked) => peeked,
            Err(error) => return take(failed(error)),
        };
        let packing = packing_of(&head);
        match (named.packing, packing) {
            (Some(_), None) if head.is_empty() => {
                take(Err(place.source.failure("empty, so not compressed data")))
            }
            (Some(_), None) => take(Err(place.source.failure("not compressed data, whatever its name says"))),
            (_, Some(Packing::Gzip)) => {
                let unpacked = BufReader::with_capacity(1 << 16, MultiGzDecoder::new(input));
                self.unpacked(place, named.kind, Box::new(unpacked), take)
            }
            (_, Some(Packing::Zstd)) => match zstd::stream::read::Decoder::with_buffer(input) {
                Ok(mut unpacked) => {
                    // What `zstd --long=31` writes can be read, as by `zstd -d --long=31`.
                    let _ = unpacked.window_log_max(31);
                    let unpacked = BufReader::with_capacity(1 << 16, unpacked);
                    self.unpacked(place, named.kind, Box::new(unpacked), take)
                }
                Err(error) => take(failed(error)),
            },
            (_, Some(Packing::Zip)) => self.archive_stream(place, input, take),
            (None, None) => self.unpacked(place, named.kind, input, take),
        }
    }

    /// A stream of articles that is packed no longer. `named` is the kind that its name tells.
    fn unpacked(
        &self,
        place: &Place,
        named: Option<Kind>,
        input: Box<dyn BufRead + '_>,
        take: &mut Take<'_>,
    ) -> ControlFlow<()> {
        let (head, mut input) = match peek(input) {
            Ok(peeked) => peeked,
            Err(error) => return take(Err(place.source.failure(reason(&error)))),
        };
        let told = match self.kind.or(named) {
            Some(kind) => Ok(kind),
            None => kind_of(&head, |name| self.fields.is_text(name)),
        };
        let kind = match told.and_then(|kind| kind.missing().map_or(Ok(kind), Err)) {
            Ok(kind) => kind,
            Err(reason) => return take(Err(place.source.failure(reason))),
        };
        let mut place = place.clone();
        let is_by_line = matches!(kind, Kind::Ndjson | Kind::Csv | Kind::Tsv);
        if let Some(wide) = self.wide(&head).filter(|_| is_by_line) {
            place.source.encoding = Some(wide.name().to_owned());
            let narrow = DecodeReaderBytesBuilder::new().encoding(Some(wide)).build(input);
            input = Box::new(BufReader::with_capacity(1 << 16, narrow));
        }
        match kind {
            Kind::Text | Kind::Html => self.whole(&place, kind, input, take),
            Kind::Ndjson => self.by_line(&place, input, take),
            Kind::Csv => self.by_row(&place, b',', input, take),
            Kind::Tsv => self.by_row(&place, b'\t', input, take),
            #[cfg(feature = "parquet")]
            Kind::Parquet => self.parquet_stream(&place, input, take),
            #[cfg(feature = "warc")]
            Kind::Warc => self.archive_of_pages(&place, input, take),
            #[cfg(not(all(feature = "parquet", feature = "warc")))]
            _ => ControlFlow::Continue(()),
        }
    }

    /// The encoding of a stream whose lines can't be told before it is decoded.
    fn wide(&self, head: &[u8]) -> Option<&'static Encoding> {
        let is_wide = |encoding: &&'static Encoding| *encoding == UTF_16LE || *encoding == UTF_16BE;
        Encoding::for_bom(head).map(|(encoding, _)| encoding).or(self.decoding.given).filter(is_wide)
    }

    /// A whole stream as one article.
    fn whole(&self, place: &Place, kind: Kind, input: impl Read, take: &mut Take<'_>) -> ControlFlow<()> {
        let source = &place.source;
        let mut bytes = Vec::new();
        take(match input.take(self.limit as u64 + 1).read_to_end(&mut bytes) {
            Err(error) => Err(source.failure(reason(&error))),
            Ok(length) if length > self.limit => Err(source.failure(self.too_long())),
            Ok(_) => {
                let folder = place.folder.clone();
                let body = match kind {
                    Kind::Html => Body::Page { bytes, folder, declared: None, url: None },
                    _ => Body::Text { bytes, folder },
                };
                Ok(Unread { source: source.clone(), body })
            }
        })
    }

    fn by_line(&self, place: &Place, mut input: impl BufRead, take: &mut Take<'_>) -> ControlFlow<()> {
        let mut line = Vec::new();
        for number in 1_u64.. {
            let source = place.source.at(number);
            match lines::next(&mut input, &mut line, self.limit) {
                Ok(Line::End) => break,
                Ok(Line::TooLong) => take(Err(source.failure(self.too_long())))?,
                Ok(Line::Whole) if line.trim_ascii().is_empty() => {}
                Ok(Line::Whole) => {
                    take(Ok(Unread { source, body: Body::Record(std::mem::take(&mut line)) }))?;
                }
                Err(error) => {
                    take(Err(source.failure(lost(&error))))?;
                    break;
                }
            }
        }
        ControlFlow::Continue(())
    }

    fn by_row(
        &self,
        place: &Place,
        between: u8,
        input: impl BufRead,
        take: &mut Take<'_>,
    ) -> ControlFlow<()> {
        let source = &place.source;
        let mut columns = None;
        let mut table = match Table::new(input, between, self.limit) {
            Ok(table) => table,
            Err(error) => return take(Err(source.failure(reason(&error)))),
        };
        let mut last = 1;
        loop {
            match table.next() {
                Ok(Row::End) => break,
                Ok(Row::TooLong(line)) => take(Err(source.at(line).failure(self.too_long())))?,
                Ok(Row::Cells(line, mut cells)) => match &columns {
                    None => {
                        let names: Vec<String> =
                            cells.iter().map(|c| String::from_utf8_lossy(c).trim().to_owned()).collect();
                        match self.fields.find(names.iter().map(String::as_str)) {
                            Ok(found) => columns = Some(found),
                            Err(reason) => return take(Err(source.failure(reason))),
                        }
                    }
                    Some(found) => {
                        last = line;
                        let cells = found.map(|at| at.and_then(|at| cells.get_mut(at)).map(std::mem::take));
                        take(Ok(Unread { source: source.at(line), body: Body::Row(cells) }))?;
                    }
                },
                Err(error) => {
                    take(Err(source.at(last + 1).failure(lost(&error))))?;
                    break;
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// Why an article is not read that is longer than the limit.
    pub(super) fn too_long(&self) -> String {
        let limit = match self.limit {
            limit if limit % (1 << 20) == 0 => format!("{} MB", limit >> 20),
            limit => format!("{limit} bytes"),
        };
        format!("longer than {limit} (--max-doc-bytes)")
    }
}

/// Why the rest of a stream is lost.
pub(super) fn lost(error: &io::Error) -> String {
    format!("{}; what follows is lost", reason(error))
}

/// Where a stream of articles comes from.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) source: Source,
    /// The folder that may hold an about.json.
    pub(super) folder: Option<PathBuf>,
}

impl Place {
    fn last_name(&self) -> &str {
        self.source.member.as_deref().unwrap_or(&self.source.path)
    }
}

/// The first bytes of a stream, and the whole of it.
fn peek<'r>(mut input: Box<dyn BufRead + 'r>) -> io::Result<(Vec<u8>, Box<dyn BufRead + 'r>)> {
    let mut head = Vec::new();
    while head.len() < 8 {
        let part = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            part => part?,
        };
        if part.is_empty() {
            break;
        }
        head.extend_from_slice(part.get(..part.len().min(4096)).unwrap_or(part));
        let count = part.len().min(4096);
        input.consume(count);
    }
    let whole = Cursor::new(head.clone()).chain(input);
    Ok((head, Box::new(whole)))
}
