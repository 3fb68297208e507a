//! What the shell's own commands do to the place where a script stands.

use super::operations::{self, Operation, Run};
use super::{UNKNOWN, Walk};

impl Walk {
    /// Runs one command and tells what it writes to its output.
    pub fn run(&mut self, words: &[String], input: &str, conditional: bool) -> String {
        let (name, arguments) = (basename(&words[0]), &words[1..]);
        if let Some(body) = self.functions.get(&words[0]).cloned() {
            return self.call(&body, arguments);
        }
        if words[0].contains('/')
            && let Some(script) = self.written(&words[0])
        {
            self.inner(&script, arguments);
            return UNKNOWN.to_string();
        }
        let nothing = String::new();
        match name {
            "cd" | "pushd" => self.change_folder(arguments),
            "popd" => self.state.folder = UNKNOWN.to_string(),
            "export" | "declare" | "typeset" | "readonly" | "local" => self.declare(name, arguments),
            "unset" => self.state.variables.retain(|name, _| !arguments.contains(name)),
            "read" | "select" => self.forget(arguments),
            "shift" => self.shift(arguments),
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
                self.operations.extend(operations::of(run));
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

    fn shift(&mut self, arguments: &[String]) {
        let count = arguments.first().and_then(|number| number.parse().ok()).unwrap_or(1);
        let left = self.state.arguments.len().saturating_sub(count);
        self.state.arguments = self.state.arguments.split_off(self.state.arguments.len() - left);
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
            self.operations.push(Operation::Wrote { file: self.path(file), text: input.to_owned(), append });
        }
    }
}

fn basename(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Takes `NAME=value` from the beginning of a command.
pub fn take_assignments(words: &mut Vec<String>) -> Vec<(String, String)> {
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
