//! Texts: what passes through and what is searched.

use base64::Engine as _;

use super::Arguments;
use super::regex::Regex;
use crate::verify::user_data::bash::{Run, Step};
use crate::verify::user_data::machine::Found;
use crate::verify::user_data::text::{is_known, is_unknown};

/// The status of what still writes when nobody reads any longer: killed by SIGPIPE. `yes` never ends otherwise.
const BROKEN_PIPE: i32 = 141;

impl Run<'_> {
    /// Runs a program that is about text; none where it isn't.
    pub(super) fn text_tool(&mut self, program: &str, words: &[String]) -> Step<Option<i32>> {
        Ok(Some(match program {
            "cat" | "tac" | "less" | "more" => self.passed(words, "", |text| Some(text.to_owned()))?,
            "echo" => self.echo(words),
            "printf" => {
                let text =
                    words.split_first().map(|(format, values)| self.formatted(format, values)).unwrap_or_default();
                self.print(&text);
                0
            }
            "grep" | "egrep" | "fgrep" => self.grep(program, words)?,
            "sed" => self.sed(words)?,
            "tr" => self.tr(words),
            "head" | "tail" => self.head(program, words)?,
            "cut" => self.cut(words)?,
            "sort" | "uniq" | "awk" | "gawk" | "wc" | "nl" | "fold" | "rev" | "column" | "paste" | "perl" | "jq"
            | "openssl" | "md5sum" | "sha256sum" | "xz" | "gzip" | "iconv" | "fmt" | "comm" | "diff" | "od"
            | "hexdump" | "strings" | "shuf" | "split" | "zcat" | "gunzip" | "gpg" => self.transformed(program, words),
            "base64" => self.base64(words)?,
            "envsubst" => self.envsubst(),
            "seq" => self.seq(words),
            "yes" => {
                let word = if words.is_empty() { "y".to_owned() } else { words.join(" ") };
                self.print(&format!("{word}\n").repeat(8));
                BROKEN_PIPE
            }
            "true" | ":" => 0,
            "false" => 1,
            "test" | "[" => {
                let inner: Vec<String> = ["test".to_owned()]
                    .into_iter()
                    .chain(words.iter().filter(|word| program != "[" || *word != "]").cloned())
                    .collect();
                self.call(&inner)?;
                self.shell.status
            }
            _ => return self.said(program, words),
        }))
    }

    /// Programs that say something about the machine.
    fn said(&mut self, program: &str, words: &[String]) -> Step<Option<i32>> {
        let text = match program {
            "whoami" | "logname" => self.shell.user.clone(),
            "id" if words.iter().any(|word| word.contains('n')) => self.shell.user.clone(),
            "id" if words.iter().any(|word| word.contains('u')) => self.shell.text("UID").unwrap_or_default(),
            "uname" if words == ["-m"] || words == ["-p"] || words == ["-i"] => "x86_64".to_owned(),
            "uname" if words.is_empty() || words == ["-s"] => "Linux".to_owned(),
            "arch" => "x86_64".to_owned(),
            "pwd" => self.shell.folder.clone(),
            "printenv" if words.len() == 1 => match self.shell.environment(&words[0]) {
                Some(text) => text,
                None => return Ok(Some(1)),
            },
            "getent" => match words {
                [database, user] if database == "passwd" && user == "root" => {
                    "root:x:0:0:root:/root:/bin/bash".to_owned()
                }
                [database, user] if database == "passwd" && user == "ec2-user" => {
                    "ec2-user:x:1000:1000:EC2 Default User:/home/ec2-user:/bin/bash".to_owned()
                }
                _ => self.unknown(),
            },
            "ec2-metadata" | "date" | "hostname" | "nproc" | "uname" | "id" | "printenv" | "free" | "df" | "du"
            | "ps" | "pgrep" | "pidof" | "uptime" | "ip" | "ss" | "lsblk" | "file" | "rpm" | "journalctl"
            | "groups" | "openssl" | "dig" | "nslookup" | "who" | "stat" | "dmesg" | "lscpu" | "expr" | "bc"
            | "factor" | "getconf" | "timedatectl" | "hostnamectl" | "localectl" | "locale" | "lsof" | "top"
            | "mount" | "swapon" | "sysctl" | "logger" => {
                if program == "logger" {
                    let message = Arguments::read(words, "tpfnPSu", &["--tag", "--priority", "--file"]).others;
                    self.ignores_input |= !message.is_empty();
                    return Ok(Some(0));
                }
                self.unknown()
            }
            _ => return Ok(None),
        };
        self.print(&format!("{text}\n"));
        if matches!(program, "pgrep" | "pidof" | "rpm" | "dig" | "nslookup" | "lsof" | "expr") {
            let key = format!("{program} {}", words.join(" "));
            return Ok(Some(i32::from(!self.decide(&key, true)?)));
        }
        Ok(Some(0))
    }

    /// The texts of these files, or of the input; none where one isn't there.
    pub(super) fn read_files(&mut self, files: &[String]) -> Step<Option<String>> {
        if files.is_empty() {
            return Ok(Some(self.read_input()));
        }
        let mut text = String::new();
        let mut all = true;
        for file in files {
            if file == "-" || file == "/dev/stdin" {
                text.push_str(&self.read_input());
                continue;
            }
            let path = self.path(file);
            let is_forbidden = self.is_forbidden(&path);
            match self.machine.look(&path) {
                _ if file.is_empty() => all = false,
                Found::Node(_) if !is_forbidden && self.machine.text(&path).is_some() => {
                    text.push_str(&self.machine.text(&path).unwrap_or_default());
                }
                Found::Unknown => {
                    if self.decide(&format!("-e {path}"), true)? {
                        text.push_str(&self.unknown());
                    } else {
                        all = false;
                    }
                }
                _ => all = false,
            }
        }
        self.missing_file = !all;
        Ok((all || !text.is_empty()).then_some(text))
    }

    fn passed(&mut self, words: &[String], letters: &str, change: impl Fn(&str) -> Option<String>) -> Step<i32> {
        let arguments = Arguments::read(words, letters, &[]);
        self.missing_file = false;
        let Some(text) = self.read_files(&arguments.others)? else { return Ok(1) };
        let text = change(&text).unwrap_or_else(|| self.unknown());
        self.print(&text);
        Ok(i32::from(self.missing_file))
    }

    /// A program of which only a run could tell what it makes of its input.
    fn transformed(&mut self, program: &str, words: &[String]) -> i32 {
        let text = self.read_input();
        let plain = words.is_empty() || words.iter().all(|word| word == "-u");
        let made = match program {
            "sort" if plain && is_known(&text) => {
                let mut lines: Vec<&str> = text.lines().collect();
                lines.sort_unstable();
                if !words.is_empty() {
                    lines.dedup();
                }
                lines.iter().flat_map(|line| [line, "\n"]).collect()
            }
            "wc" if words == ["-l"] && is_known(&text) => format!("{}\n", text.matches('\n').count()),
            _ => self.unknown() + "\n",
        };
        self.print(&made);
        0
    }

    fn grep(&mut self, program: &str, words: &[String]) -> Step<i32> {
        let arguments = Arguments::read(words, "efmABC", &["--regexp", "--file", "--max-count"]);
        let mut files = arguments.others.clone();
        let expression = match arguments.value(&["-e", "--regexp"]) {
            Some(expression) => expression.to_owned(),
            None if files.is_empty() => return Ok(2),
            None => files.remove(0),
        };
        let key = format!("grep {}", words.join(" "));
        if arguments.has(&["-r", "-R", "-f", "--recursive"]) {
            return Ok(i32::from(!self.decide(&key, true)?));
        }
        self.missing_file = false;
        let Some(text) = self.read_files(&files)? else { return Ok(2) };
        let folds = arguments.has(&["-i", "--ignore-case"]);
        let regex = if program == "fgrep" || arguments.has(&["-F", "--fixed-strings"]) {
            Some(Regex::fixed(&expression, folds))
        } else {
            Regex::read(&expression, program == "egrep" || arguments.has(&["-E", "--extended-regexp"]), folds)
        };
        let quiet = arguments.has(&["-q", "--quiet", "--silent"]);
        let regex = regex.filter(|_| is_known(&expression) && !arguments.has(&["-P", "-w", "-x", "-z"]));
        let Some(regex) = regex else { return self.grep_unknown(&key, quiet) };
        let inverse = arguments.has(&["-v", "--invert-match"]);
        let only = arguments.has(&["-o", "--only-matching"]);
        let mut made = String::new();
        let mut lines = 0;
        for line in text.lines() {
            // A line of which a part isn't known may match all the same.
            let hit = regex.is_in(line);
            if !hit && line.contains(is_unknown) {
                return self.grep_unknown(&key, quiet);
            }
            if hit != inverse {
                lines += 1;
                let part = if only { regex.find(line, 0).map_or(line, |(start, end)| &line[start..end]) } else { line };
                made.push_str(part);
                made.push('\n');
            }
        }
        if arguments.has(&["-c", "--count"]) {
            made = format!("{lines}\n");
        }
        if !quiet && !arguments.has(&["-l", "-L"]) {
            self.print(&made);
        }
        Ok(i32::from(lines == 0))
    }

    fn grep_unknown(&mut self, key: &str, quiet: bool) -> Step<i32> {
        let found = self.decide(key, true)?;
        if found && !quiet {
            let text = self.unknown();
            self.print(&format!("{text}\n"));
        }
        Ok(i32::from(!found))
    }

    fn tr(&mut self, words: &[String]) -> i32 {
        let text = self.read_input();
        let sets: Vec<String> = words
            .iter()
            .filter(|word| !word.starts_with('-') || word.len() == 1)
            .map(|word| crate::verify::user_data::escapes::unescape(word))
            .collect();
        let deletes = words.iter().any(|word| word == "-d");
        let made = match sets.as_slice() {
            [from] if deletes && is_known(from) => text.chars().filter(|one| !expanded(from).contains(one)).collect(),
            [from, to] if words.len() == 2 && is_known(from) && is_known(to) => {
                let (from, to) = (expanded(from), expanded(to));
                let other = |one: char| {
                    from.iter()
                        .position(|from| *from == one)
                        .and_then(|at| to.get(at).or(to.last()).copied())
                        .unwrap_or(one)
                };
                text.chars().map(other).collect()
            }
            _ => self.unknown(),
        };
        self.print(&made);
        0
    }

    fn head(&mut self, program: &str, words: &[String]) -> Step<i32> {
        let count = words
            .iter()
            .find_map(|word| word.trim_start_matches("-n").trim_start_matches('-').parse::<usize>().ok())
            .unwrap_or(10);
        let files: Vec<String> =
            words.iter().filter(|word| !word.starts_with('-') && word.parse::<usize>().is_err()).cloned().collect();
        if words
            .iter()
            .any(|word| word.starts_with("-f") || word.starts_with("-c") || word.starts_with('+') || word == "-F")
        {
            let text = self.unknown();
            self.print(&text);
            return Ok(0);
        }
        let Some(text) = self.read_files(&files)? else { return Ok(1) };
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let part = if program == "head" {
            &lines[..count.min(lines.len())]
        } else {
            &lines[lines.len().saturating_sub(count)..]
        };
        let made = part.concat();
        self.print(&made);
        Ok(0)
    }

    fn cut(&mut self, words: &[String]) -> Step<i32> {
        let arguments = Arguments::read(words, "dfcb", &["--delimiter", "--fields"]);
        let Some(text) = self.read_files(&arguments.others)? else { return Ok(1) };
        let delimiter = arguments.value(&["-d", "--delimiter"]).unwrap_or("\t").to_owned();
        let field = arguments.value(&["-f", "--fields"]).and_then(|field| field.parse::<usize>().ok());
        let (Some(field), true) = (field, is_known(&text)) else {
            let made = self.unknown();
            self.print(&format!("{made}\n"));
            return Ok(0);
        };
        for line in text.lines() {
            let part = if line.contains(&delimiter) {
                line.split(&delimiter).nth(field - field.min(1)).unwrap_or_default()
            } else {
                line
            }
            .to_owned();
            self.print(&format!("{part}\n"));
        }
        Ok(0)
    }

    fn base64(&mut self, words: &[String]) -> Step<i32> {
        let arguments = Arguments::read(words, "w", &["--wrap"]);
        let Some(text) = self.read_files(&arguments.others)? else { return Ok(1) };
        let engine = base64::engine::general_purpose::STANDARD;
        let made = if arguments.has(&["-d", "--decode", "-D"]) {
            let dense: String = text.split_whitespace().collect();
            engine.decode(dense).ok().and_then(|bytes| String::from_utf8(bytes).ok())
        } else {
            let width = arguments.value(&["-w", "--wrap"]).map_or(Some(76), |width| width.parse().ok());
            width.filter(|_| is_known(&text)).map(|width| wrapped(&engine.encode(&text), width))
        };
        let made = made.unwrap_or_else(|| self.unknown());
        self.print(&made);
        Ok(0)
    }

    /// `envsubst`: `$NAME` and `${NAME}` of what was exported.
    fn envsubst(&mut self) -> i32 {
        let text = self.read_input();
        let mut made = String::new();
        let mut rest = text.as_str();
        while let Some(at) = rest.find('$') {
            made.push_str(&rest[..at]);
            let after = &rest[at + 1..];
            let braced = after.strip_prefix('{');
            let name_start = braced.unwrap_or(after);
            let end =
                name_start.find(|one: char| !one.is_ascii_alphanumeric() && one != '_').unwrap_or(name_start.len());
            let closes = braced.is_none() || name_start[end..].starts_with('}');
            if end == 0 || !closes {
                made.push('$');
                rest = after;
                continue;
            }
            made.push_str(&self.shell.environment(&name_start[..end]).unwrap_or_default());
            rest = &name_start[end + usize::from(braced.is_some())..];
        }
        made.push_str(rest);
        self.print(&made);
        0
    }

    fn seq(&mut self, words: &[String]) -> i32 {
        let numbers: Vec<i64> = words.iter().filter_map(|word| word.parse().ok()).collect();
        let (first, step, last) = match numbers.as_slice() {
            [last] => (1, 1, *last),
            [first, last] => (*first, 1, *last),
            [first, step, last] if *step != 0 => (*first, *step, *last),
            _ => {
                let made = self.unknown();
                self.print(&made);
                return 0;
            }
        };
        let mut at = first;
        for _ in 0..1_000 {
            if step > 0 && at > last || step < 0 && at < last {
                break;
            }
            self.print(&format!("{at}\n"));
            at += step;
        }
        0
    }
}

/// The characters of a set of `tr`.
fn expanded(set: &str) -> Vec<char> {
    let characters: Vec<char> = match set {
        "[:space:]" => return vec![' ', '\t', '\n', '\r', '\u{b}', '\u{c}'],
        "[:upper:]" => ('A'..='Z').collect(),
        "[:lower:]" => ('a'..='z').collect(),
        other => other.chars().collect(),
    };
    let mut all = Vec::new();
    let mut index = 0;
    while index < characters.len() {
        if characters.get(index + 1) == Some(&'-') && index + 2 < characters.len() {
            all.extend(characters[index]..=characters[index + 2]);
            index += 3;
        } else {
            all.push(characters[index]);
            index += 1;
        }
    }
    all
}
/// Lines of so many letters, each with its end; one without an end where that is none.
fn wrapped(text: &str, width: usize) -> String {
    if width == 0 {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(width).map(|line| line.iter().collect::<String>() + "\n").collect()
}
