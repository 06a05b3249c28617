//! Zip archives: each member is streamed and read as a file of its name would be. Nothing is unpacked to the disk,
//! so a name that leads out of the archive (`../x`) is only a name.

use super::open::{Place, Reading, Take};
use super::{Source, reason};
use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read, Seek};
use std::ops::ControlFlow;
use zip::result::ZipError;

impl Reading {
    /// An archive that lies in a file.
    pub(super) fn archive(
        &self,
        place: &Place,
        file: impl Read + Seek,
        take: &mut Take<'_>,
    ) -> ControlFlow<()> {
        let mut archive = match zip::ZipArchive::new(BufReader::new(file)) {
            Ok(archive) => archive,
            Err(error) => return take(Err(place.source.failure(why(error)))),
        };
        let mut is_empty = true;
        for index in 0..archive.len() {
            let name = match archive.name_for_index(index) {
                Some(Ok(name)) => name.into_owned(),
                _ => format!("member {}", index + 1),
            };
            if name.ends_with('/') || !self.choice.takes_member(&name, self.kind) {
                continue;
            }
            is_empty = false;
            let inside = member(place, name);
            match archive.by_index(index) {
                Ok(file) => self.member(&inside, file, take)?,
                Err(error) => take(Err(inside.source.failure(why(error))))?,
            }
        }
        self.unless_empty(is_empty, place, take)
    }

    /// An archive that comes as a stream: its members are read as they come.
    pub(super) fn archive_stream(
        &self,
        place: &Place,
        mut input: impl BufRead,
        take: &mut Take<'_>,
    ) -> ControlFlow<()> {
        if place.source.member.is_some() {
            return take(Err(place.source.failure("an archive within an archive is not read")));
        }
        let mut is_empty = true;
        for number in 1.. {
            match zip::read::read_zipfile_from_stream(&mut input) {
                Ok(None) => break,
                Ok(Some(file)) => {
                    let name = file.name().map_or_else(|_| format!("member {number}"), Cow::into_owned);
                    if !name.ends_with('/') && self.choice.takes_member(&name, self.kind) {
                        is_empty = false;
                        self.member(&member(place, name), file, take)?;
                    }
                }
                Err(error) => {
                    take(Err(place.source.failure(format!("{}; what follows is lost", why(error)))))?;
                    return ControlFlow::Continue(());
                }
            }
        }
        self.unless_empty(is_empty, place, take)
    }

    fn member(&self, place: &Place, file: impl Read, take: &mut Take<'_>) -> ControlFlow<()> {
        self.stream(place, Box::new(BufReader::with_capacity(1 << 16, file)), take)
    }

    fn unless_empty(&self, is_empty: bool, place: &Place, take: &mut Take<'_>) -> ControlFlow<()> {
        if is_empty {
            take(Err(place.source.failure("no article file in this archive")))
        } else {
            ControlFlow::Continue(())
        }
    }
}

fn member(place: &Place, name: String) -> Place {
    Place { source: Source { member: Some(name), ..place.source.clone() }, folder: None }
}

fn why(error: ZipError) -> String {
    match error {
        ZipError::Io(error) => reason(&error),
        ZipError::UnsupportedArchive(what) => format!("not read: {what}"),
        error => format!("a broken zip archive: {error}"),
    }
}
