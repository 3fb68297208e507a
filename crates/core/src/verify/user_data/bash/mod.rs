//! One way through a script, command by command, as bash 5.2 goes it.

mod arithmetic;
mod braces;
mod builtins;
mod call;
mod choices;
mod compound;
mod expand;
mod fields;
mod list;
mod literal;
mod lone_braces;
mod operation;
mod parameter;
mod pattern;
mod program;
mod redirect;
mod shell;
mod streams;
mod strict;
mod test;

use std::collections::HashMap;
use std::rc::Rc;

pub use choices::{Choice, Choices, next, parting};
pub use pattern::matches;
pub use program::Program;
pub use shell::{Shell, Stream, Value};

use super::goal::Deployment;
use super::lines::Lines;
use super::machine::Machine;
use super::text::unknown;

/// Commands that are followed on all ways of one script.
const MOST_COMMANDS: usize = 6_000;
/// Characters of a command that are shown.
const LONGEST_SHOWN: usize = 100;
/// Commands within commands that are followed.
const DEEPEST: usize = 60;

/// Why the commands that follow don't run.
#[derive(Clone, Debug, PartialEq)]
pub enum Flow {
    /// `break`, out of so many loops.
    Break(usize),
    /// `continue`, of the loop so many out.
    Continue(usize),
    /// `return`
    Return,
    /// `exit`, or a failure under `set -e`: the shell ends.
    Exit,
    /// A program runs on and on in the foreground, so that nothing behind it ever runs.
    Blocks,
    /// An error gives up the command of the text that it is part of, and the next line goes on.
    Discard,
    /// It is not followed any further.
    Stop,
}

/// The result of following something.
pub type Step<T = ()> = Result<T, Flow>;

/// What went wrong in a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// Bash can't read what stands there.
    Syntax,
    /// A program that isn't found under this name.
    NotFound(String),
    /// A program failed, by the beginning of the command.
    Failed(String),
    /// A file in a folder that isn't there.
    NoFolder(String),
    /// A folder that can't be entered.
    NotEntered(String),
    /// A variable without a value, under `set -u`.
    Unbound(String),
    /// A package manager ran where the shop isn't.
    Elsewhere(String),
    /// The script ends here by its own word.
    Exit,
    /// A failure that ends the script, by the beginning of the command.
    Errexit(String),
}

/// Something that only a run could tell, and that the way after it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// The line of user data.
    pub line: usize,
    /// The command, as far as it may be shown.
    pub construct: String,
}

/// What is kept from one way to the next.
#[derive(Debug, Default)]
pub struct Memory {
    /// What was read, by its text.
    programs: HashMap<String, Option<Rc<Program>>>,
    /// Commands followed so far.
    pub spent: usize,
}

/// A job in the background.
#[derive(Debug)]
struct Job {
    number: usize,
    shell: Shell,
    program: Rc<Program>,
    stmt: shuck_ast::Stmt,
}

/// One way through a script.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a state of its own")]
pub struct Run<'a> {
    /// What the script must do.
    pub wanted: &'a Deployment<'a>,
    /// The machine.
    pub machine: Machine,
    /// The shell that runs now.
    pub shell: Shell,
    /// What is decided both ways.
    pub choices: Choices,
    /// What went wrong so far, with its line.
    pub wrongs: Vec<(usize, Wrong)>,
    /// What only a run could tell.
    pub doubts: Vec<Doubt>,
    /// The line of user data that runs now.
    pub line: usize,
    memory: &'a mut Memory,
    buffers: Vec<String>,
    jobs: Vec<Job>,
    started_jobs: usize,
    /// Jobs that never end, by number.
    unending: Vec<usize>,
    unknowns: u32,
    depth: usize,
    command: String,
    /// The pipeline whose next command is about to run.
    pipeline: Option<String>,
    /// Whether the command that runs has run another for its words.
    substituted: bool,
    /// Whether a file is being sourced.
    sourcing: bool,
    /// Names that mktemp has made.
    pub temporary: usize,
    /// Whether a file of the last command isn't there.
    pub missing_file: bool,
    /// Whether a program that might have read its input didn't.
    pub ignores_input: bool,
    /// Whether a command has read the commands that were to come: which ones are left isn't followed.
    commands_taken: bool,
}

impl<'a> Run<'a> {
    /// A way that hasn't begun.
    pub fn new(wanted: &'a Deployment<'a>, machine: Machine, choices: Choices, memory: &'a mut Memory) -> Self {
        Self {
            wanted,
            machine,
            shell: Shell::new("/var/lib/cloud/instance/scripts/part-001"),
            choices,
            wrongs: Vec::new(),
            doubts: Vec::new(),
            line: 1,
            memory,
            buffers: Vec::new(),
            jobs: Vec::new(),
            started_jobs: 0,
            unending: Vec::new(),
            unknowns: 0,
            depth: 0,
            command: String::new(),
            pipeline: None,
            substituted: false,
            sourcing: false,
            temporary: 0,
            missing_file: false,
            ignores_input: false,
            commands_taken: false,
        }
    }

    /// Runs a script of its own, with what cloud-init gives it, and what it leaves in the background.
    ///
    /// # Errors
    /// [`Flow::Stop`] where it isn't followed to the end, [`Flow::Blocks`] where it never ends.
    pub fn script(&mut self, text: &str, lines: Lines, options: &[String]) -> Step {
        self.shell = Shell::new("/var/lib/cloud/instance/scripts/part-001");
        self.set_options(options);
        let followed = self.whole_shell(text, lines);
        if followed == Err(Flow::Stop) {
            return followed;
        }
        self.finish_jobs()?;
        followed
    }

    /// Runs all of a text in the shell as it is, and its trap at the end.
    pub fn whole_shell(&mut self, text: &str, lines: Lines) -> Step {
        let ended = self.text(text, lines);
        if matches!(ended, Err(Flow::Stop | Flow::Blocks)) {
            return ended;
        }
        let status = self.shell.status;
        if let Some(trap) = self.shell.traps.remove("EXIT") {
            let line = self.line;
            match self.text(&trap, Lines::At(line)) {
                Err(flow @ (Flow::Stop | Flow::Blocks)) => return Err(flow),
                Err(Flow::Exit) => return Ok(()),
                _ => {}
            }
        }
        self.shell.status = status;
        Ok(())
    }

    /// Runs all of a text in the shell as it is.
    pub fn text(&mut self, text: &str, lines: Lines) -> Step {
        let Some(program) = self.program(text, lines) else {
            self.doubt("...");
            return Err(Flow::Stop);
        };
        self.lines(&program)?;
        if let Some(line) = program.broken {
            self.line = program.line_number(line);
            self.wrong(Wrong::Syntax);
            self.shell.status = 2;
            return Err(Flow::Exit);
        }
        Ok(())
    }

    /// Runs the commands of a text; an error in one gives up what else stands in its lines.
    fn lines(&mut self, program: &Rc<Program>) -> Step {
        let mut given_up = 0;
        for statement in program.body.iter() {
            let text = statement.span.slice(&program.text);
            if statement.span.line() <= given_up {
                continue;
            }
            match self.statement(program, statement) {
                Err(Flow::Discard) if self.shell.options.errexit => {
                    if self.shell.level == 0 {
                        self.wrong(Wrong::Errexit(beginning(text)));
                    }
                    return Err(Flow::Exit);
                }
                Err(Flow::Discard) => given_up = statement.span.line() + text.trim_end().matches('\n').count(),
                other => other?,
            }
        }
        Ok(())
    }

    /// The syntax tree of a text.
    pub fn program(&mut self, text: &str, lines: Lines) -> Option<Rc<Program>> {
        if !self.memory.programs.contains_key(text) {
            let program = Program::read(text, lines).map(Rc::new);
            self.memory.programs.insert(text.to_owned(), program);
        }
        let known = self.memory.programs.get(text)?.as_ref()?;
        // The same text may stand in another line.
        Some(if known.lines == lines { Rc::clone(known) } else { Rc::new(Program { lines, ..(**known).clone() }) })
    }

    /// Counts a command.
    fn spend(&mut self) -> Step {
        self.memory.spent += 1;
        if self.memory.spent > MOST_COMMANDS || self.commands_taken {
            self.doubt_here();
            return Err(Flow::Stop);
        }
        Ok(())
    }

    /// Goes into something that is part of a command.
    fn deeper<T>(&mut self, inside: impl FnOnce(&mut Self) -> Step<T>) -> Step<T> {
        if self.depth >= DEEPEST {
            self.doubt_here();
            return Err(Flow::Stop);
        }
        self.depth += 1;
        let result = inside(self);
        self.depth -= 1;
        result
    }

    /// A part that only a run could tell.
    pub fn unknown(&mut self) -> String {
        self.unknowns += 1;
        unknown(self.unknowns).to_string()
    }

    /// What the text leaves open, one way and then the other.
    pub fn decide(&mut self, key: &str, likely: bool) -> Step<bool> {
        let construct = self.command.clone();
        let line = self.line;
        if let Some(value) = self.choices.decide(key, &construct, line, likely) {
            Ok(value)
        } else {
            self.doubt_here();
            Err(Flow::Stop)
        }
    }

    /// An answer that is known, or both.
    pub fn either(&mut self, known: Option<bool>, key: &str, likely: bool) -> Step<bool> {
        known.map_or_else(|| self.decide(key, likely), Ok)
    }

    /// Notes what went wrong in this line.
    pub fn wrong(&mut self, wrong: Wrong) {
        self.wrongs.push((self.line, wrong));
    }

    /// Notes that the command of this line can't be followed.
    pub fn doubt_here(&mut self) {
        let construct = self.command.clone();
        self.doubt(&construct);
    }

    /// Notes that something in this line can't be followed.
    pub fn doubt(&mut self, construct: &str) {
        self.doubts.push(Doubt { line: self.line, construct: beginning(construct) });
    }

    /// Runs something in a shell of its own; what it changes in the shell ends with it.
    pub fn in_shell(&mut self, shell: Shell, inside: impl FnOnce(&mut Self) -> Step) -> Step<i32> {
        let outer = std::mem::replace(&mut self.shell, shell);
        self.machine.files.user = self.shell.maker();
        let result = self.deeper(inside);
        let status = self.shell.status;
        self.shell = outer;
        self.machine.files.user = self.shell.maker();
        match result {
            Err(flow @ (Flow::Stop | Flow::Blocks)) => Err(flow),
            _ => Ok(status),
        }
    }

    /// Runs something that goes on by itself: the script doesn't wait for its end. Its status, where it has ended by itself.
    pub fn detached(&mut self, shell: Shell, inside: impl FnOnce(&mut Self) -> Step) -> Step<Option<i32>> {
        match self.in_shell(shell, inside) {
            Err(Flow::Blocks) => Ok(None),
            other => other.map(Some),
        }
    }
}

/// The beginning of a command: enough to recognise it, and nothing that it may assign.
pub fn beginning(text: &str) -> String {
    let first: String =
        text.split_inclusive('\n').scan(true, |goes_on, line| goes_on.then(|| joined(line, goes_on))).collect();
    super::text::shown(&lone_braces::shown(&first))
        .chars()
        .take_while(|character| *character != '=')
        .take(LONGEST_SHOWN)
        .collect()
}

/// A line without its end, and with a blank where it goes on in the next one.
fn joined(line: &str, goes_on: &mut bool) -> String {
    let line = line.trim_end_matches('\n');
    *goes_on = line.ends_with('\\');
    if *goes_on { line.trim_end_matches('\\').trim().to_owned() + " " } else { line.trim_start().to_owned() }
}
