//! What a command of the script contains in its turn: functions, loops, scripts, users and commands.

use super::commands::take_assignments;
use super::{DEEPEST, ROOT_HOME, UNKNOWN, Walk};
use crate::verify::operations::Operation;
use crate::verify::shell::{Command, Node};

impl Walk {
    /// A function with its arguments. Its variables are the script's.
    pub fn call(&mut self, body: &[Node], arguments: &[String]) -> String {
        if self.depth >= DEEPEST {
            return UNKNOWN.to_string();
        }
        let outer = std::mem::replace(&mut self.state.arguments, arguments.to_vec());
        let saved = std::mem::take(&mut self.saved);
        self.depth += 1;
        self.walk(body);
        self.depth -= 1;
        self.saved = saved;
        self.state.arguments = outer;
        std::mem::take(&mut self.output)
    }

    /// The variable of `for` with everything that it becomes; none for any other command.
    pub fn rounds(&mut self, command: &Command) -> Option<(String, Vec<String>)> {
        let [keyword, name, rest @ ..] = command.words.as_slice() else { return None };
        let name = (keyword.plain() == Some("for")).then(|| name.plain())??.to_owned();
        let values = match rest {
            [] => self.state.arguments.clone(),
            [_in, values @ ..] => values.iter().flat_map(|word| self.expand(word)).collect(),
        };
        Some((name, values))
    }

    /// The body of `for`, once a value.
    pub fn go_round(&mut self, name: &str, values: &[String], body: &[Node]) {
        for value in values {
            if !self.may_go_on() {
                return;
            }
            self.assign(name, value, false);
            self.walk(body);
        }
    }

    /// `bash -c script`, `bash file`, or a script on its input.
    pub fn shell(&mut self, arguments: &[String], input: &str) {
        let behind = |index: usize| arguments.get(index..).unwrap_or_default();
        let file = || arguments.iter().enumerate().find_map(|(at, word)| Some((self.written(word)?, behind(at + 1))));
        let (text, arguments_of_text) =
            match arguments.iter().position(|word| word.starts_with('-') && word.ends_with('c')) {
                // The word behind the script is the name that it goes by.
                Some(at) => (arguments.get(at + 1).cloned().unwrap_or_default(), behind(at + 3)),
                None => file().unwrap_or_else(|| (input.to_owned(), behind(arguments.len()))),
            };
        let is_login = |word: &String| {
            word == "--login" || (word.starts_with('-') && !word.starts_with("--") && word.contains('l'))
        };
        if arguments.iter().any(is_login) {
            self.state.sourced = true;
        }
        self.inner(&text, arguments_of_text);
    }

    /// What the script itself has put into a file.
    pub fn written(&self, file: &str) -> Option<String> {
        let file = self.path(file);
        let mut content: Option<String> = None;
        for operation in &self.operations {
            if let Operation::Wrote { file: to, text, append } = operation
                && *to == file
            {
                content = Some(content.take().filter(|_| *append).unwrap_or_default() + text);
            }
        }
        content
    }

    /// A script within the script: what it changes ends with it.
    pub fn inner(&mut self, script: &str, arguments: &[String]) {
        if self.depth >= DEEPEST {
            return;
        }
        let outer = self.state.clone();
        self.state.arguments = arguments.to_vec();
        self.depth += 1;
        self.follow(script);
        self.depth -= 1;
        self.state = outer;
    }

    /// `$(script)`, of which only a run could tell the output.
    pub fn subshell(&mut self, script: &str) {
        let output = std::mem::take(&mut self.output);
        let arguments = self.state.arguments.clone();
        self.inner(script, &arguments);
        self.output = output;
    }

    /// `su - root -c script`
    pub fn other_user(&mut self, arguments: &[String]) {
        let outer = self.state.clone();
        self.log_in("root");
        if let Some(at) = arguments.iter().position(|word| word == "-c" || word == "-lc") {
            let user = arguments.iter().enumerate().find(|(index, word)| *index != at + 1 && !word.starts_with('-'));
            self.log_in(user.map_or("root", |(_, word)| word));
            let script = arguments.get(at + 1).cloned().unwrap_or_default();
            self.inner(&script, &[]);
        }
        self.state = outer;
    }

    fn log_in(&mut self, user: &str) {
        let home = if user == "root" { ROOT_HOME.to_owned() } else { format!("/home/{user}") };
        self.assign("HOME", &home, true);
        self.state.sourced = true;
    }

    pub fn sudo(&mut self, arguments: &[String], input: &str) -> String {
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
    pub fn wrapped(&mut self, arguments: &[String], input: &str) -> String {
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
}
