//! What a user data script does, told from its text: the script is followed, never run. Where only a run could tell,
//! a string holds [`UNKNOWN`], and the script gets the benefit of the doubt.

use std::collections::BTreeMap;

use super::deeds::{self, Deed, Run};
use super::shell::{self, Command, Node, Redirect};
use super::word::{Part, Word};

#[cfg(test)]
mod tests;

/// Stands for what only a run of the script could tell.
pub const UNKNOWN: char = '\0';
/// What root's shell takes HOME for when nothing has set it; programs that it starts don't get to see that.
const ROOT_HOME: &str = "/root";
/// The PATH of cloud-init on Amazon Linux.
const FIRST_PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/// Longer values are not followed: a script may double one in each line.
const LONGEST_VALUE: usize = 4096;
/// Longer texts made of values are not followed either; AWS takes 16 KB of user data.
const LONGEST_TEXT: usize = 65_536;
/// Scripts in scripts (`bash -c …`) deeper than this are not followed.
const DEEPEST: usize = 4;

#[derive(Clone, Debug)]
struct Variable {
    value: String,
    exported: bool,
}

/// Where a script stands while it is followed.
#[derive(Clone, Debug)]
struct State {
    folder: String,
    variables: BTreeMap<String, Variable>,
    /// `set -a`
    exports_all: bool,
    /// Another file was read in, which may have set PATH.
    sourced: bool,
}

struct Walk {
    state: State,
    saved: Vec<State>,
    deeds: Vec<Deed>,
    /// What the last command wrote, for the one that reads it.
    output: String,
    depth: usize,
    ended: bool,
}

/// Everything that matters in `script`, in the order in which it happens.
#[must_use]
pub fn follow(script: &str) -> Vec<Deed> {
    let variable = |value: &str, exported| Variable { value: value.to_owned(), exported };
    let variables = BTreeMap::from([
        ("HOME".to_owned(), variable(ROOT_HOME, false)),
        ("PATH".to_owned(), variable(FIRST_PATH, true)),
    ]);
    // cloud-init runs the script in the root folder.
    let state = State { folder: "/".into(), variables, exports_all: false, sourced: false };
    let mut walk = Walk { state, saved: Vec::new(), deeds: Vec::new(), output: String::new(), depth: 0, ended: false };
    // cloud-init turns Windows line ends into plain ones; a NUL would look like our own mark.
    walk.follow(&script.replace("\r\n", "\n").replace(UNKNOWN, ""));
    walk.deeds
}

impl Walk {
    fn follow(&mut self, script: &str) {
        for node in shell::parse(script) {
            match node {
                Node::Open => self.saved.push(self.state.clone()),
                Node::Close => {
                    if let Some(state) = self.saved.pop() {
                        self.state = state;
                    }
                }
                Node::Command(command) => self.command(&command),
            }
            if self.ended {
                return;
            }
        }
    }

    fn command(&mut self, command: &Command) {
        let input = if command.piped { std::mem::take(&mut self.output) } else { self.given(command) };
        let mut words: Vec<String> = command.words.iter().flat_map(|word| self.expand(word)).collect();
        let assignments = take_assignments(&mut words);
        if words.is_empty() {
            for (name, value) in assignments {
                self.assign(&name, &value, false);
            }
            self.output = UNKNOWN.to_string();
        } else {
            let outer = self.state.clone();
            for (name, value) in &assignments {
                self.assign(name, value, true);
            }
            self.output = self.run(&words, &input, command.conditional);
            // A variable put before a command counts for that command alone.
            for (name, _) in &assignments {
                match outer.variables.get(name) {
                    Some(before) => drop(self.state.variables.insert(name.clone(), before.clone())),
                    None => drop(self.state.variables.remove(name)),
                }
            }
        }
        self.write(command);
    }

    /// What the command reads: a here-document, a here-string, or a file that only a run could look into.
    fn given(&self, command: &Command) -> String {
        let mut texts = command.redirects.iter().filter_map(|redirect| match redirect {
            Redirect::Text(word) => Some(self.expand_as_one(word)),
            Redirect::Input => Some(UNKNOWN.to_string()),
            _ => None,
        });
        texts.next_back().unwrap_or_default()
    }

    fn write(&mut self, command: &Command) {
        for redirect in &command.redirects {
            if let Redirect::Output(target, append) = redirect {
                let file = self.path(&self.expand_as_one(target));
                self.deeds.push(Deed::Wrote { file, text: self.output.clone(), append: *append });
            }
        }
    }

    /// Runs one command and tells what it writes to its output.
    fn run(&mut self, words: &[String], input: &str, conditional: bool) -> String {
        let (name, arguments) = (basename(&words[0]), &words[1..]);
        let nothing = String::new();
        match name {
            "cd" | "pushd" => self.change_folder(arguments),
            "popd" => self.state.folder = UNKNOWN.to_string(),
            "export" | "declare" | "typeset" | "readonly" | "local" => self.declare(name, arguments),
            "unset" => self.state.variables.retain(|name, _| !arguments.contains(name)),
            "read" | "for" | "select" => self.forget(arguments),
            "set" => self.set(arguments),
            "source" | "." | "eval" => self.state.sourced = true,
            "exit" => self.ended = !conditional && self.saved.is_empty() && self.depth == 0,
            "echo" => return echoed(arguments),
            "printf" => return printed(arguments),
            "cat" if arguments.iter().all(|word| word == "-") => return input.to_owned(),
            "tee" => self.tee(arguments, input),
            "bash" | "sh" => self.shell(arguments, input),
            "su" | "runuser" => self.other_user(arguments),
            "sudo" => return self.sudo(arguments, input),
            "env" | "nohup" | "nice" | "command" | "exec" | "timeout" | "stdbuf" | "ionice" | "xargs" => {
                return self.wrapped(arguments, input);
            }
            _ => {
                let run = Run {
                    program: words[0].clone(),
                    arguments: arguments.to_vec(),
                    folder: self.state.folder.clone(),
                    home: self.exported("HOME"),
                    path: if self.state.sourced { UNKNOWN.to_string() } else { self.value("PATH") },
                };
                self.deeds.extend(deeds::of(run));
                return UNKNOWN.to_string();
            }
        }
        nothing
    }

    fn change_folder(&mut self, arguments: &[String]) {
        let target = arguments.iter().find(|word| !word.starts_with('-') || *word == "-");
        self.state.folder = match target.map(String::as_str) {
            None => self.value("HOME"),
            Some("-") => UNKNOWN.to_string(),
            Some(folder) => self.path(folder),
        };
    }

    fn declare(&mut self, command: &str, arguments: &[String]) {
        let flags: String = arguments.iter().filter(|word| word.starts_with('-')).map(String::as_str).collect();
        let exports = flags.contains('x') || (command == "export" && !flags.contains('n'));
        for word in arguments.iter().filter(|word| !word.starts_with('-')) {
            let (name, value) = match word.split_once('=') {
                Some((name, value)) => (name, value.to_owned()),
                None => (word.as_str(), self.value(word)),
            };
            self.assign(name, &value, exports);
            if let Some(variable) = self.state.variables.get_mut(name)
                && flags.contains('n')
            {
                variable.exported = false;
            }
        }
    }

    fn forget(&mut self, arguments: &[String]) {
        for name in arguments.iter().take_while(|word| *word != "in").filter(|word| !word.starts_with('-')) {
            self.assign(name, &UNKNOWN.to_string(), false);
        }
    }

    fn set(&mut self, arguments: &[String]) {
        let on = |flag: &str| arguments.iter().any(|word| word == flag);
        let short = |sign: char| arguments.iter().any(|word| word.starts_with(sign) && word[1..].contains('a'));
        if short('-') || (on("-o") && on("allexport")) {
            self.state.exports_all = true;
        } else if short('+') {
            self.state.exports_all = false;
        }
    }

    fn tee(&mut self, arguments: &[String], input: &str) {
        let append = arguments.iter().any(|word| word == "-a" || word == "--append");
        for file in arguments.iter().filter(|word| !word.starts_with('-')) {
            self.deeds.push(Deed::Wrote { file: self.path(file), text: input.to_owned(), append });
        }
    }

    /// `bash -c script`, or a script on its input.
    fn shell(&mut self, arguments: &[String], input: &str) {
        let text = match arguments.iter().position(|word| word.starts_with('-') && word.ends_with('c')) {
            Some(at) => arguments.get(at + 1).cloned().unwrap_or_default(),
            None => input.to_owned(),
        };
        let is_login = |word: &String| {
            word == "--login" || (word.starts_with('-') && !word.starts_with("--") && word.contains('l'))
        };
        if arguments.iter().any(is_login) {
            self.state.sourced = true;
        }
        self.inner(&text);
    }

    /// A script within the script: what it changes ends with it.
    fn inner(&mut self, script: &str) {
        if self.depth >= DEEPEST {
            return;
        }
        let outer = self.state.clone();
        self.depth += 1;
        self.follow(script);
        self.depth -= 1;
        self.state = outer;
    }

    /// `su - root -c script`
    fn other_user(&mut self, arguments: &[String]) {
        let outer = self.state.clone();
        self.log_in("root");
        if let Some(at) = arguments.iter().position(|word| word == "-c" || word == "-lc") {
            let user = arguments.iter().enumerate().find(|(index, word)| *index != at + 1 && !word.starts_with('-'));
            self.log_in(user.map_or("root", |(_, word)| word));
            let script = arguments.get(at + 1).cloned().unwrap_or_default();
            self.inner(&script);
        }
        self.state = outer;
    }

    fn log_in(&mut self, user: &str) {
        let home = if user == "root" { ROOT_HOME.to_owned() } else { format!("/home/{user}") };
        self.assign("HOME", &home, true);
        self.state.sourced = true;
    }

    fn sudo(&mut self, arguments: &[String], input: &str) -> String {
        let outer = self.state.clone();
        let user = arguments.iter().position(|word| word == "-u").and_then(|at| arguments.get(at + 1));
        self.log_in(user.map_or("root", String::as_str));
        self.state.sourced = outer.sourced;
        let rest: Vec<String> = match user {
            Some(user) => arguments.iter().filter(|word| *word != "-u" && *word != user).cloned().collect(),
            None => arguments.to_vec(),
        };
        let output = self.wrapped(&rest, input);
        self.state = outer;
        output
    }

    /// A command behind options, numbers and assignments of the command that starts it.
    fn wrapped(&mut self, arguments: &[String], input: &str) -> String {
        let skipped = |word: &&String| word.starts_with('-') || word.starts_with(|c: char| c.is_ascii_digit());
        let mut words: Vec<String> = arguments.iter().skip_while(skipped).cloned().collect();
        let assignments = take_assignments(&mut words);
        if words.is_empty() || self.depth >= DEEPEST {
            return UNKNOWN.to_string();
        }
        let outer = self.state.variables.clone();
        for (name, value) in &assignments {
            self.assign(name, value, true);
        }
        self.depth += 1;
        let output = self.run(&words, input, true);
        self.depth -= 1;
        if !assignments.is_empty() {
            self.state.variables = outer;
        }
        output
    }

    fn assign(&mut self, name: &str, value: &str, export: bool) {
        let value = if value.len() > LONGEST_VALUE { UNKNOWN.to_string() } else { value.to_owned() };
        let before = self.state.variables.get(name).is_some_and(|variable| variable.exported);
        let exported = export || before || self.state.exports_all;
        self.state.variables.insert(name.to_owned(), Variable { value, exported });
    }

    fn value(&self, name: &str) -> String {
        self.state.variables.get(name).map(|variable| variable.value.clone()).unwrap_or_default()
    }

    fn exported(&self, name: &str) -> Option<String> {
        self.state.variables.get(name).filter(|variable| variable.exported).map(|variable| variable.value.clone())
    }

    fn path(&self, path: &str) -> String {
        deeds::join(&self.state.folder, path)
    }

    /// The words that a word becomes: a variable without quotes is split at blanks.
    fn expand(&self, word: &Word) -> Vec<String> {
        let split = matches!(word.0.as_slice(), [Part::Variable { quoted: false, .. }, ..]);
        let text = self.expand_as_one(word);
        if split { text.split_whitespace().map(str::to_owned).collect() } else { vec![text] }
    }

    fn expand_as_one(&self, word: &Word) -> String {
        let mut text = String::new();
        for (index, part) in word.0.iter().enumerate() {
            match part {
                Part::Text(piece, false) if index == 0 && (piece == "~" || piece.starts_with("~/")) => {
                    text.push_str(&self.value("HOME"));
                    text.push_str(&piece[1..]);
                }
                Part::Text(piece, _) => text.push_str(piece),
                Part::Unknown => text.push(UNKNOWN),
                Part::Variable { name, default, .. } => match (self.value(name), default) {
                    (value, Some(default)) if value.is_empty() => text.push_str(default),
                    (value, _) => text.push_str(&value),
                },
            }
            if text.len() > LONGEST_TEXT {
                return UNKNOWN.to_string();
            }
        }
        text
    }
}

fn basename(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Takes `NAME=value` from the beginning of a command.
fn take_assignments(words: &mut Vec<String>) -> Vec<(String, String)> {
    let mut assignments = Vec::new();
    while let Some((name, value)) = words.first().and_then(|word| word.split_once('=')) {
        let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !is_name {
            break;
        }
        assignments.push((name.to_owned(), value.to_owned()));
        words.remove(0);
    }
    assignments
}

fn echoed(arguments: &[String]) -> String {
    let is_options =
        |word: &&String| word.len() > 1 && word.starts_with('-') && word[1..].chars().all(|c| "neE".contains(c));
    let (options, words) = arguments.split_at(arguments.iter().take_while(is_options).count());
    let (options, mut text) = (options.concat(), words.join(" "));
    if options.contains('e') {
        text = text.replace("\\n", "\n");
    }
    if !options.contains('n') {
        text.push('\n');
    }
    text
}

/// `printf`: the format once, and again as long as arguments are left.
fn printed(arguments: &[String]) -> String {
    let words: Vec<&String> = arguments.iter().skip_while(|word| *word == "--").collect();
    let Some((format, values)) = words.split_first() else { return String::new() };
    let format = format.replace("\\n", "\n");
    let mut values = values.iter();
    let mut text = String::new();
    loop {
        let before = values.len();
        let mut pieces = format.split("%s");
        text.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            text.push_str(values.next().map_or("", |value| value.as_str()));
            text.push_str(piece);
        }
        if values.len() == 0 || values.len() == before {
            return text;
        }
    }
}
