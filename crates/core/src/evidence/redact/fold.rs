//! Of user data, only what a check reads leaves the machine: every line that changes no verdict is folded away, and in the
//! lines that stay, so is every word. What isn't needed needn't be known for a secret.

use std::collections::BTreeSet;
use std::ops::Range;

use super::secrets::{REDACTED, without_secrets};
use super::user_data::with_script;
use crate::account::{Need, Snapshot};
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::verify::{CauseId, Check, Status};
use jiff::Timestamp;

/// The most verdicts that are asked for. What isn't known to be needed by then goes.
const MOST_TRIES: usize = 3_000;
/// Shorter words are no secrets.
const SHORTEST_WORD: usize = 4;

/// The checks of a lesson that read user data, on one account.
pub struct UserDataJudge<'a> {
    checks: Vec<&'a Check>,
    snapshot: &'a Snapshot,
    now: Timestamp,
    /// Words of the lesson's own commands and values: they are nobody's secrets.
    known: BTreeSet<&'a str>,
}

/// What a check says of a script.
#[derive(PartialEq)]
struct Said {
    status: Status,
    cause: Option<CauseId>,
    actual: Text,
}

impl<'a> UserDataJudge<'a> {
    /// For the launch template in `snapshot`.
    pub fn new(lesson: &'a Lesson, snapshot: &'a Snapshot, now: Timestamp) -> Self {
        let reads = |check: &&Check| check.needs().iter().any(|need| matches!(need, Need::LaunchTemplate(_)));
        let snippets = lesson.snippets.ja.values().chain(lesson.snippets.en.values()).map(String::as_str);
        let texts = snippets.chain(lesson.values.iter().map(|(_, value)| value));
        Self {
            checks: lesson.steps.iter().flat_map(|step| &step.checks).filter(reads).collect(),
            snapshot,
            now,
            known: texts.flat_map(words).map(|(_, word)| word).collect(),
        }
    }

    fn say(&self, script: &str) -> Vec<Said> {
        let snapshot = with_script(self.snapshot, script);
        let said = |check: &&Check| {
            let verdict = check.judge(&snapshot, self.now);
            Said { status: verdict.status, cause: verdict.cause.map(|cause| cause.id), actual: verdict.actual }
        };
        self.checks.iter().map(said).collect()
    }

    /// `script` with nothing in it but what the checks read. Lines keep their numbers.
    pub fn fold(&self, script: &str) -> String {
        let mut folding = Folding {
            judge: self,
            wanted: self.say(script),
            lines: script.split_inclusive('\n').map(|line| Line { text: line.to_owned(), is_folded: false }).collect(),
            tries: 0,
        };
        folding.fold(0..folding.lines.len());
        folding.mask();
        folding.text()
    }
}

struct Line {
    text: String,
    is_folded: bool,
}

struct Folding<'a> {
    judge: &'a UserDataJudge<'a>,
    wanted: Vec<Said>,
    lines: Vec<Line>,
    tries: usize,
}

impl Folding<'_> {
    /// Folds away what is needed for no verdict, as much at once as possible.
    fn fold(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        self.set(range.clone(), true);
        let is_given_up = self.tries >= MOST_TRIES;
        if is_given_up || self.is_the_same() {
            return;
        }
        self.set(range.clone(), false);
        if range.len() > 1 {
            let middle = range.start + range.len() / 2;
            self.fold(range.start..middle);
            self.fold(middle..range.end);
        }
    }

    fn set(&mut self, range: Range<usize>, is_folded: bool) {
        for line in self.lines.get_mut(range).into_iter().flatten() {
            line.is_folded = is_folded;
        }
    }

    fn is_the_same(&mut self) -> bool {
        self.tries += 1;
        self.judge.say(&self.text()) == self.wanted
    }

    /// Takes out of the lines that stay what looks like a secret, and every word that no status and no cause rests on.
    fn mask(&mut self) {
        for index in 0..self.lines.len() {
            let Some(line) = self.lines.get(index).filter(|line| !line.is_folded) else { continue };
            // The key of the archive looks like a secret, too; what a verdict rests on is told from one word by word.
            let cleaned = without_secrets(&line.text);
            self.put_if_as_good(index, cleaned);
            let Some(line) = self.lines.get(index) else { continue };
            let unknown: Vec<String> = words(&line.text)
                .filter(|(_, word)| {
                    word.len() >= SHORTEST_WORD && *word != REDACTED && !self.judge.known.contains(word)
                })
                .map(|(_, word)| word.to_owned())
                .collect();
            for word in unknown {
                self.mask_word(index, &word);
            }
        }
    }

    fn mask_word(&mut self, index: usize, word: &str) {
        let masked = self.lines.get(index).map(|line| replace_word(&line.text, word));
        self.put_if_as_good(index, masked.unwrap_or_default());
    }

    /// Puts another text into a line, and takes it back where a verdict changes by it.
    fn put_if_as_good(&mut self, index: usize, text: String) {
        let Some(line) = self.lines.get_mut(index).filter(|line| line.text != text) else { return };
        let before = std::mem::replace(&mut line.text, text);
        let is_given_up = self.tries >= MOST_TRIES;
        let is_kept = is_given_up || self.is_as_good();
        if let Some(line) = self.lines.get_mut(index).filter(|_| !is_kept) {
            line.text = before;
        }
    }

    /// What was found may be said with another word in it now.
    fn is_as_good(&mut self) -> bool {
        self.tries += 1;
        let said = self.judge.say(&self.text());
        let is_as_good = |(one, two): (&Said, &Said)| one.status == two.status && one.cause == two.cause;
        said.len() == self.wanted.len() && said.iter().zip(&self.wanted).all(is_as_good)
    }

    fn text(&self) -> String {
        let mut text = String::new();
        let mut rest = self.lines.as_slice();
        while let Some((line, behind)) = rest.split_first() {
            if !line.is_folded {
                text += &line.text;
                rest = behind;
                continue;
            }
            let count = rest.iter().take_while(|line| line.is_folded).count();
            let (folded, behind) = rest.split_at(count);
            let hidden = folded.iter().filter(|line| !line.text.trim().is_empty()).count();
            for (index, line) in folded.iter().enumerate() {
                if index == 0 && hidden > 0 {
                    let lines = if hidden == 1 { "line" } else { "lines" };
                    text.extend(["# ", &hidden.to_string(), " ", lines, " not shown"]);
                }
                text += line.text.trim_start_matches(|letter| !matches!(letter, '\r' | '\n'));
            }
            rest = behind;
        }
        text
    }
}

/// The words of a line with their places: what stands between blanks, quotes and the signs of a shell.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = |letter: char| letter.is_whitespace() || "\"'`;|&()<>=${}[],".contains(letter);
    let pieces = text.split_inclusive(ends).scan(0, move |at, piece| {
        let start = *at;
        *at += piece.len();
        Some((start, piece.trim_end_matches(ends)))
    });
    pieces.filter(|(_, word)| !word.is_empty())
}

/// `line` with another word in every place of this one.
fn replace_word(line: &str, word: &str) -> String {
    let mut done = String::new();
    let mut from = 0;
    for (at, _) in words(line).filter(|(_, known)| *known == word) {
        done += line.get(from..at).unwrap_or_default();
        done += REDACTED;
        from = at + word.len();
    }
    done + line.get(from..).unwrap_or_default()
}
