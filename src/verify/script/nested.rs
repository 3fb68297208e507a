//! Scripts, users and commands within a command of the script.

use super::commands::take_assignments;
use super::{DEEPEST, ROOT_HOME, UNKNOWN, Walk};

impl Walk {
    /// `bash -c script`, or a script on its input.
    pub fn shell(&mut self, arguments: &[String], input: &str) {
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
    pub fn other_user(&mut self, arguments: &[String]) {
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
