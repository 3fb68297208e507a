//! What single commands of a user data script do to the shop: fetch it, unpack it, move it, build it, start it.

use super::script::UNKNOWN;

/// Options of package and process managers that name the folder to work in.
const FOLDER_OPTIONS: [&str; 4] = ["-C", "--dir", "--prefix", "--cwd"];

/// Something that a script does and that a check asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Operation {
    /// An object of S3 was copied to a file; where only a run could tell whether the target is a folder, both are named.
    Fetched {
        /// `s3://…`
        from: String,
        /// The file that it may be now.
        to: Vec<String>,
    },
    /// An archive was unpacked.
    Unpacked {
        /// The archive; `-` is the output of the command before.
        file: String,
        /// The folder that its content went to.
        into: String,
    },
    /// A file or folder was moved or copied.
    Moved {
        /// From here.
        from: String,
        /// To here.
        to: String,
    },
    /// A folder was made.
    Made(String),
    /// A text was written to a file.
    Wrote {
        /// The file.
        file: String,
        /// The text.
        text: String,
        /// Whether what the file held before is still there.
        append: bool,
    },
    /// A package manager or a process manager did something.
    Ran(Run),
}

/// A command as it was run.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// As written, so with its folder where one was given.
    pub program: String,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// The current folder.
    pub folder: String,
    /// HOME, where it was exported.
    pub home: Option<String>,
    /// PATH.
    pub path: String,
}

impl Run {
    /// The name of the program, without its folder.
    #[must_use]
    pub fn name(&self) -> &str {
        self.program.rsplit('/').next().unwrap_or(&self.program)
    }

    /// The folder that the program works in, which an option may name.
    #[must_use]
    pub fn works_in(&self) -> String {
        let value = |(index, word): (usize, &String)| match word.split_once('=') {
            Some((option, value)) if FOLDER_OPTIONS.contains(&option) => Some(value.to_owned()),
            _ if FOLDER_OPTIONS.contains(&word.as_str()) => self.arguments.get(index + 1).cloned(),
            _ => None,
        };
        let named = self.arguments.iter().enumerate().find_map(value);
        named.map_or_else(|| self.folder.clone(), |folder| join(&self.folder, &folder))
    }

    /// Whether `wanted` is one of the arguments that aren't options.
    #[must_use]
    pub fn has(&self, wanted: &[&str]) -> bool {
        self.arguments.iter().any(|word| wanted.contains(&word.as_str()))
    }
}

/// What `run` does, as far as it matters.
#[must_use]
pub fn of(run: Run) -> Option<Operation> {
    match run.name() {
        "aws" => fetched(&run),
        "unzip" => unzipped(&run),
        "bsdtar" | "tar" => untarred(&run),
        "7z" | "7za" | "jar" | "python3" | "python" => unpacked_otherwise(&run),
        "mv" | "cp" => moved(&run),
        "mkdir" => run.arguments.last().map(|folder| Operation::Made(join(&run.folder, folder))),
        "pnpm" | "npm" | "yarn" | "npx" | "pm2" => Some(Operation::Ran(run)),
        _ => None,
    }
}

fn fetched(run: &Run) -> Option<Operation> {
    let mut rest = run.arguments.iter().map(String::as_str).skip_while(|word| *word != "s3" && *word != "s3api");
    let service = rest.next()?;
    let words: Vec<&str> = rest.collect();
    if service == "s3api" {
        let option = |name: &str| Some(*words.get(words.iter().position(|word| *word == name)? + 1)?);
        let from = format!("s3://{}/{}", option("--bucket")?, option("--key")?);
        return Some(Operation::Fetched { from, to: vec![join(&run.folder, words.last()?)] });
    }
    let copies = words.iter().any(|word| matches!(*word, "cp" | "mv" | "sync"));
    if !copies || words.contains(&"--dryrun") {
        return None;
    }
    let at = words.iter().position(|word| word.starts_with("s3://") || word.starts_with(UNKNOWN))?;
    let from = words[at].to_owned();
    let file = from.rsplit('/').next().unwrap_or_default().to_owned();
    let target = words[at + 1..].iter().find(|word| !word.starts_with('-') || **word == "-")?;
    if *target == "-" {
        return Some(Operation::Fetched { from, to: vec!["-".into()] });
    }
    let to = join(&run.folder, target);
    if words.iter().any(|word| matches!(*word, "sync" | "--recursive")) {
        return Some(Operation::Fetched { from, to: vec![to] });
    }
    let inside = join(&to, &file);
    let is_folder = target.ends_with('/') || matches!(*target, "." | "..");
    Some(Operation::Fetched { from, to: if is_folder { vec![inside] } else { vec![to, inside] } })
}

/// Options of unzip that only look into the archive, or write its files to the output.
const UNZIP_LOOKS: [char; 7] = ['l', 't', 'v', 'z', 'Z', 'p', 'c'];

fn unzipped(run: &Run) -> Option<Operation> {
    let words = &run.arguments;
    if words.iter().any(|word| word.strip_prefix('-').is_some_and(|letters| letters.contains(UNZIP_LOOKS))) {
        return None;
    }
    let target = words.iter().position(|word| word == "-d");
    let into = target.and_then(|at| words.get(at + 1)).map_or_else(|| run.folder.clone(), |to| join(&run.folder, to));
    let mut files = words
        .iter()
        .enumerate()
        .filter(|(index, word)| !word.starts_with('-') && target.is_none_or(|at| *index != at + 1));
    let file = join(&run.folder, files.next()?.1);
    // unzip adds the ending by itself.
    let has_ending = file.contains(UNKNOWN) || file.rsplit('/').next().is_some_and(|name| name.contains('.'));
    Some(Operation::Unpacked { file: if has_ending { file } else { format!("{file}.zip") }, into })
}

fn untarred(run: &Run) -> Option<Operation> {
    let words = &run.arguments;
    words.iter().enumerate().find(|(index, word)| *word == "--extract" || is_cluster(*index, word, 'x'))?;
    let file = value_of(words, "--file", |index, word| word.ends_with('f') && is_cluster(index, word, 'f'));
    let target = value_of(words, "--directory", |_, word| word == "-C");
    let into = target.map_or_else(|| run.folder.clone(), |to| join(&run.folder, to));
    let file = file.filter(|file| *file != "-").map_or_else(|| "-".to_owned(), |file| join(&run.folder, file));
    Some(Operation::Unpacked { file, into })
}

/// Whether `word` is a bundle of tar's one-letter options with `letter` in it; the first one needs no hyphen.
fn is_cluster(index: usize, word: &str, letter: char) -> bool {
    let bundle = (index == 0 || word.starts_with('-')) && !word.starts_with("--");
    bundle && word.chars().all(|c| c == '-' || c.is_ascii_alphabetic()) && word.contains(letter)
}

/// The value of an option: in one word as `long=value`, or the word behind one that `is_name` or `long` fits.
fn value_of<'a>(words: &'a [String], long: &str, is_name: impl Fn(usize, &str) -> bool) -> Option<&'a str> {
    words.iter().enumerate().find_map(|(index, word)| match word.strip_prefix(long) {
        Some(rest) if rest.starts_with('=') => Some(&rest[1..]),
        Some("") => words.get(index + 1).map(String::as_str),
        _ if is_name(index, word) => words.get(index + 1).map(String::as_str),
        _ => None,
    })
}

/// `7z x FILE -oFOLDER`, `jar xf FILE`, `python3 -m zipfile -e FILE FOLDER`.
fn unpacked_otherwise(run: &Run) -> Option<Operation> {
    let words: Vec<&str> = run.arguments.iter().map(String::as_str).collect();
    let (file, target) = match words.as_slice() {
        ["-m", "zipfile", "-e" | "--extract", file, target, ..] => (file, Some(*target)),
        ["x" | "e", rest @ ..] => {
            let file = rest.iter().find(|word| !word.starts_with('-'))?;
            (file, rest.iter().find_map(|word| word.strip_prefix("-o")))
        }
        [flags, file, ..] if flags.contains('x') && flags.ends_with('f') => (file, None),
        _ => return None,
    };
    let into = target.map_or_else(|| run.folder.clone(), |to| join(&run.folder, to));
    Some(Operation::Unpacked { file: join(&run.folder, file), into })
}

fn moved(run: &Run) -> Option<Operation> {
    let words: Vec<&String> = run.arguments.iter().filter(|word| !word.starts_with('-')).collect();
    match words.as_slice() {
        [from, to] => Some(Operation::Moved { from: join(&run.folder, from), to: join(&run.folder, to) }),
        _ => None,
    }
}

/// `path` seen from `folder`, without `.`, `..` and doubled slashes.
#[must_use]
pub fn join(folder: &str, path: &str) -> String {
    let absolute = path.starts_with('/') || path.starts_with(UNKNOWN);
    let whole = if absolute { path.to_owned() } else { format!("{folder}/{path}") };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    let root = if whole.starts_with(UNKNOWN) { "" } else { "/" };
    format!("{root}{}", parts.join("/"))
}

/// Whether two strings are, or for all that can be told may be, the same.
#[must_use]
pub fn may_equal(a: &str, b: &str) -> bool {
    match (a.split_once(UNKNOWN), b.split_once(UNKNOWN)) {
        (None, None) => a == b,
        (Some((start, rest)), None) => fits(start, rest, b),
        (None, Some((start, rest))) => fits(start, rest, a),
        (Some(_), Some(_)) => true,
    }
}

/// Whether `known` begins with `start` and ends with what stands behind the last unknown part.
fn fits(start: &str, rest: &str, known: &str) -> bool {
    let end = rest.rsplit(UNKNOWN).next().unwrap_or(rest);
    known.len() >= start.len() + end.len() && known.starts_with(start) && known.ends_with(end)
}
