//! Archives: what unpacks the shop, and what only looks as if (manual pages of unzip, bsdtar, tar).

use super::Arguments;
use crate::verify::user_data::bash::{Run, Step, matches};
use crate::verify::user_data::machine::{Found, Unpack, absolute};
use crate::verify::user_data::text::{ARCHIVE, is_known};

/// What becomes of files that are there already.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Existing {
    /// They are written anew.
    Replaced,
    /// They stay, and are what the archive has.
    Kept,
    /// They stay: without a terminal nobody answers, which is a warning, status 1.
    Unanswered,
}

impl Run<'_> {
    pub(super) fn archive(&mut self, program: &str, words: &[String]) -> Step<i32> {
        match program {
            "unzip" => self.unzip(words),
            "bsdtar" => Ok(self.bsdtar(words)),
            // GNU tar doesn't know zip archives.
            "tar" => Ok(self.tar(words)),
            _ => Ok(0),
        }
    }

    fn unzip(&mut self, words: &[String]) -> Step<i32> {
        let mut letters = String::new();
        let (mut into, mut file) = (None, None);
        let (mut members, mut excluded): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let mut after_x = false;
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            if let Some(behind) = word
                .strip_prefix('-')
                .filter(|behind| !behind.is_empty() && (file.is_none() || behind.starts_with(['d', 'x'])))
            {
                if let Some(at) = behind.find('d') {
                    letters.push_str(&behind[..at]);
                    into = if behind.len() > at + 1 { Some(behind[at + 1..].to_owned()) } else { rest.next().cloned() };
                } else if behind == "x" {
                    after_x = true;
                } else {
                    letters.push_str(behind);
                }
            } else if file.is_none() {
                file = Some(word.clone());
            } else if after_x {
                excluded.push(word.clone());
            } else {
                members.push(word.clone());
            }
        }
        let Some(file) = file else { return Ok(0) };
        let Some(path) = self.zip_path(&file)? else { return Ok(9) };
        if letters.contains(['l', 't', 'v', 'Z', 'p', 'c', 'z']) {
            let text = self.unknown();
            if !letters.contains('t') || !letters.contains('q') {
                self.print(&text);
            }
            return Ok(0);
        }
        let folder = into.map_or_else(|| self.shell.folder.clone(), |into| self.path(&into));
        let made = absolute(&folder, self.wanted.folder);
        let known =
            if self.is_forbidden(&path) || self.may_not_write(&made) && self.machine.files.get(&folder).is_some() {
                Some(false)
            } else {
                self.readable_archive(&path)
            };
        if !self.either(known, &format!("archive {path}"), true)? {
            return Ok(9);
        }
        if !letters.contains('q') {
            let text = self.unknown();
            self.print(&format!("Archive:  {file}\n{text}\n"));
        }
        if !self.is_shop_archive(&path) {
            return Ok(0);
        }
        let how = if letters.contains('j') { Unpack::Flat } else { Unpack::Whole };
        Ok(self.unpack_shop(&folder, how, (&members, &excluded), self.existing(&letters)))
    }

    /// The path of an archive; the ending may be left out.
    fn zip_path(&mut self, file: &str) -> Step<Option<String>> {
        let path = self.path(file);
        if self.is_forbidden(&path) {
            return Ok(None);
        }
        for path in [path.clone(), format!("{path}.zip"), format!("{path}.ZIP")] {
            match self.machine.look(&path) {
                Found::Node(_) => return Ok(Some(path)),
                Found::Unknown if self.decide(&format!("-e {path}"), true)? => return Ok(Some(path)),
                _ => {}
            }
        }
        if !is_known(file) {
            self.doubt_here();
        }
        Ok(None)
    }

    fn readable_archive(&self, path: &str) -> Option<bool> {
        let text = self.machine.text(path)?;
        if text.starts_with(ARCHIVE) {
            Some(true)
        } else if is_known(&text) {
            Some(false)
        } else {
            None
        }
    }

    fn is_shop_archive(&self, path: &str) -> bool {
        self.machine.is_archive(path)
    }

    /// What becomes of files that are there, by unzip's options. Without any it asks about each.
    fn existing(&self, letters: &str) -> Existing {
        let answer = self.has_input();
        match (letters.contains('n'), letters.contains('o')) {
            (false, true) => Existing::Replaced,
            (true, _) => Existing::Kept,
            (false, false) if answer => Existing::Kept,
            (false, false) => Existing::Unanswered,
        }
    }

    /// Unpacks the shop.
    fn unpack_shop(
        &mut self,
        into: &str,
        how: Unpack,
        (members, excluded): (&[String], &[String]),
        existing: Existing,
    ) -> i32 {
        let wanted = |path: &str| {
            let hits = |pattern: &String| {
                matches(pattern, path) == Some(true) || path.starts_with(&format!("{}/", pattern.trim_end_matches('/')))
            };
            let plain = |pattern: &String| matches(pattern, path) == Some(true);
            (members.is_empty() || members.iter().any(plain)) && !excluded.iter().any(hits)
        };
        let folder = self.wanted.folder.to_owned();
        let there = existing != Existing::Replaced && self.machine.is_shop(&absolute(into, &folder));
        if there && existing == Existing::Unanswered {
            return 1;
        }
        if !there {
            self.machine.unpack(into, &folder, how, wanted);
        }
        if members.is_empty() { 0 } else { i32::from(!members.iter().any(|member| member.contains(&folder))) * 11 }
    }

    fn bsdtar(&mut self, words: &[String]) -> i32 {
        let first_is_letters = words.first().is_some_and(|word| !word.starts_with('-'));
        let mut all = words.to_vec();
        if first_is_letters {
            all[0] = format!("-{}", all[0]);
        }
        let arguments = Arguments::read(&all, "fC", &["--file", "--directory"]);
        if !arguments.has(&["-x", "--extract"]) {
            return 0;
        }
        let file = arguments.value(&["-f", "--file"]).unwrap_or("-").to_owned();
        let text = if file == "-" { Some(self.read_input()) } else { self.machine.text(&self.path(&file)) };
        let into =
            arguments.value(&["-C", "--directory"]).map_or_else(|| self.shell.folder.clone(), |into| self.path(into));
        if self.machine.is_folder(&into) == Some(false) {
            return 1;
        }
        match text {
            Some(text) if text.starts_with(ARCHIVE) => {
                self.unpack_shop(&into, Unpack::Whole, (&[], &[]), Existing::Replaced)
            }
            Some(text) if !is_known(&text) => {
                self.doubt_here();
                0
            }
            _ => 1,
        }
    }

    fn tar(&mut self, words: &[String]) -> i32 {
        let named = words.iter().find(|word| self.machine.is_archive(&self.path(word)));
        if named.is_some() && words.first().is_some_and(|word| word.contains('x')) {
            return 2;
        }
        if words.first().is_some_and(|word| word.contains('x')) {
            self.doubt_here();
        }
        0
    }

    /// Unpacks an archive where Python does.
    pub(super) fn unpack_by_library(&mut self, file: &str, into: &str) -> i32 {
        let path = self.path(file);
        let into = self.path(into);
        if !self.is_shop_archive(&path) {
            return 1;
        }
        self.unpack_shop(&into, Unpack::Whole, (&[], &[]), Existing::Replaced)
    }
}
