//! What a user data script does, told from its text: the script is followed, never run. Where only a run could tell,
//! a string holds [`UNKNOWN`], and the script gets the benefit of the doubt.

use std::collections::BTreeMap;
use std::rc::Rc;

use self::commands::take_assignments;
use super::operations::{self, Operation};
use super::shell::{self, Command, Node, Redirect};
use super::word::{Part, Word};

mod commands;
mod nested;
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
/// Functions in functions and scripts in scripts (`bash -c …`) deeper than this are not followed.
const DEEPEST: usize = 16;
/// Nor are more commands than this: a script that calls itself over and over would go on and on.
const MOST_COMMANDS: usize = 2_000;

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
    /// `$1` and so on; cloud-init runs the script without any.
    arguments: Vec<String>,
}

struct Walk {
    state: State,
    saved: Vec<State>,
    operations: Vec<Operation>,
    /// What the last command wrote, for the one that reads it.
    output: String,
    depth: usize,
    commands: usize,
    functions: BTreeMap<String, Rc<[Node]>>,
    ended: bool,
}

/// Everything that matters in `script`, in the order in which it happens.
#[must_use]
pub fn follow(script: &str) -> Vec<Operation> {
    let variable = |value: &str, exported| Variable { value: value.to_owned(), exported };
    let variables = BTreeMap::from([
        ("HOME".to_owned(), variable(ROOT_HOME, false)),
        ("PATH".to_owned(), variable(FIRST_PATH, true)),
    ]);
    // cloud-init runs the script in the root folder.
    let state = State { folder: "/".into(), variables, exports_all: false, sourced: false, arguments: Vec::new() };
    let mut walk = Walk {
        state,
        saved: Vec::new(),
        operations: Vec::new(),
        output: String::new(),
        depth: 0,
        commands: 0,
        functions: BTreeMap::new(),
        ended: false,
    };
    // cloud-init turns Windows line ends into plain ones; a NUL would look like our own mark.
    walk.follow(&script.replace("\r\n", "\n").replace(UNKNOWN, ""));
    walk.operations
}

impl Walk {
    fn follow(&mut self, script: &str) {
        self.walk(&shell::parse(script));
    }

    fn walk(&mut self, nodes: &[Node]) {
        let mut rest = nodes;
        while let [node, behind @ ..] = rest {
            rest = behind;
            match node {
                Node::Open => self.saved.push(self.state.clone()),
                Node::Close => {
                    if let Some(state) = self.saved.pop() {
                        self.state = state;
                    }
                }
                Node::Begin | Node::End => {}
                Node::Function(name) => {
                    let (body, behind) = behind.split_at(group_length(behind));
                    self.functions.insert(name.clone(), body.into());
                    rest = behind;
                }
                Node::Command(command) => match self.rounds(command) {
                    Some((name, values)) => {
                        let (body, behind) = behind.split_at(group_length(behind));
                        self.go_round(&name, &values, body);
                        rest = behind;
                    }
                    None => self.command(command),
                },
            }
            if self.ended {
                return;
            }
        }
    }

    /// Counts one command or one round of a loop, and tells whether it may still be followed.
    fn may_go_on(&mut self) -> bool {
        self.commands += 1;
        self.ended |= self.commands > MOST_COMMANDS;
        !self.ended
    }

    fn command(&mut self, command: &Command) {
        if !self.may_go_on() {
            return;
        }
        let before = self.operations.len();
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
        self.write(command, before);
    }

    /// What the command reads: a here-document, a here-string, or a file that only a run could look into.
    fn given(&mut self, command: &Command) -> String {
        let mut texts = command.redirects.iter().filter_map(|redirect| match redirect {
            Redirect::Text(word) => Some(self.expand_as_one(word)),
            Redirect::Input => Some(UNKNOWN.to_string()),
            _ => None,
        });
        texts.next_back().unwrap_or_default()
    }

    /// Puts the output where the command wants it; `before` is how many operations there were before it.
    fn write(&mut self, command: &Command, before: usize) {
        for redirect in &command.redirects {
            let Redirect::Output(target, append) = redirect else { continue };
            let target = self.expand_as_one(target);
            let file = self.path(&target);
            match self.operations.get_mut(before) {
                Some(Operation::Fetched { to, .. }) if *to == ["-"] => *to = vec![file],
                _ => self.operations.push(Operation::Wrote { file, text: self.output.clone(), append: *append }),
            }
        }
    }

    fn assign(&mut self, name: &str, value: &str, export: bool) {
        let value = if value.len() > LONGEST_VALUE { UNKNOWN.to_string() } else { value.to_owned() };
        let before = self.state.variables.get(name).is_some_and(|variable| variable.exported);
        let exported = export || before || self.state.exports_all;
        self.state.variables.insert(name.to_owned(), Variable { value, exported });
    }

    fn value(&self, name: &str) -> String {
        if matches!(name, "@" | "*") {
            return self.state.arguments.join(" ");
        }
        if let Ok(number) = name.parse::<usize>() {
            return self.argument(number);
        }
        self.state.variables.get(name).map(|variable| variable.value.clone()).unwrap_or_default()
    }

    fn argument(&self, number: usize) -> String {
        match number.checked_sub(1) {
            Some(index) => self.state.arguments.get(index).cloned().unwrap_or_default(),
            // The name under which the script was started.
            None => UNKNOWN.to_string(),
        }
    }

    fn exported(&self, name: &str) -> Option<String> {
        self.state.variables.get(name).filter(|variable| variable.exported).map(|variable| variable.value.clone())
    }

    fn path(&self, path: &str) -> String {
        operations::join(&self.state.folder, path)
    }

    /// The words that a word becomes: a variable without quotes is split at blanks.
    fn expand(&mut self, word: &Word) -> Vec<String> {
        if word.is_all_arguments() {
            return self.state.arguments.clone();
        }
        let split = matches!(word.0.as_slice(), [Part::Variable { quoted: false, .. }, ..]);
        let text = self.expand_as_one(word);
        if split { text.split_whitespace().map(str::to_owned).collect() } else { vec![text] }
    }

    fn expand_as_one(&mut self, word: &Word) -> String {
        let mut text = String::new();
        for (index, part) in word.0.iter().enumerate() {
            match part {
                Part::Text(piece, false) if index == 0 && (piece == "~" || piece.starts_with("~/")) => {
                    text.push_str(&self.value("HOME"));
                    text.push_str(&piece[1..]);
                }
                Part::Text(piece, _) => text.push_str(piece),
                Part::Output(script) => {
                    self.subshell(script);
                    text.push(UNKNOWN);
                }
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

/// How many nodes at the beginning belong together: a group or a subshell with all in it, else a single one.
fn group_length(nodes: &[Node]) -> usize {
    let mut depth = 0_usize;
    let end = nodes.iter().position(|node| {
        match node {
            Node::Begin | Node::Open => depth += 1,
            Node::End | Node::Close => depth = depth.saturating_sub(1),
            Node::Command(_) | Node::Function(_) => {}
        }
        depth == 0
    });
    end.map_or(nodes.len(), |end| end + 1)
}
