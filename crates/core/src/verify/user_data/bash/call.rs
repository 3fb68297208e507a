//! Simple commands: what their words become, and what is run for them (Bash manual, "Executing Commands").

use std::rc::Rc;

use shuck_ast::{Assignment, AssignmentValue, BuiltinCommand, Command, DeclClause, DeclOperand, SimpleCommand, Stmt};

use super::shell::Variable;
use super::{Flow, Program, Run, Step, Value, Wrong, beginning, builtins};
use crate::verify::user_data::lines::Lines;
use crate::verify::user_data::machine::{Found, Node, absolute};
use crate::verify::user_data::text::{PROGRAM, is_known};

/// Functions that call each other.
const MOST_CALLS: usize = 24;

impl Run<'_> {
    pub(super) fn simple(&mut self, program: &Rc<Program>, statement: &Stmt) -> Step {
        self.substituted = false;
        match &statement.command {
            Command::Builtin(builtin) => {
                let words = self.builtin_words(program, builtin)?;
                self.with_redirects(program, &statement.redirects, |run| run.call(&words))
            }
            Command::Decl(clause) => {
                self.with_redirects(program, &statement.redirects, |run| run.declare(program, clause))
            }
            Command::Simple(command) => self.simple_command(program, statement, command),
            _ => Ok(()),
        }
    }

    fn builtin_words(&mut self, program: &Rc<Program>, builtin: &BuiltinCommand) -> Step<Vec<String>> {
        let (name, first, rest) = match builtin {
            BuiltinCommand::Break(command) => ("break", &command.depth, &command.extra_args),
            BuiltinCommand::Continue(command) => ("continue", &command.depth, &command.extra_args),
            BuiltinCommand::Return(command) => ("return", &command.code, &command.extra_args),
            BuiltinCommand::Exit(command) => ("exit", &command.code, &command.extra_args),
        };
        let mut words = vec![name.to_owned()];
        words.extend(self.words(program, first.as_slice())?);
        words.extend(self.words(program, rest)?);
        Ok(words)
    }

    fn simple_command(&mut self, program: &Rc<Program>, statement: &Stmt, command: &SimpleCommand) -> Step {
        if let Some(text) = self.aliased(program, command) {
            let line = self.line;
            return self.with_redirects(program, &statement.redirects, |run| run.text(&text, Lines::At(line)));
        }
        let mut words = self.words(program, std::slice::from_ref(&command.name))?;
        if words.len() == 1 && words[0].is_empty() && command.name.span.slice(&program.text).is_empty() {
            words.clear();
        }
        words.extend(self.words(program, &command.args)?);
        if words.is_empty() {
            let was_substituted = self.substituted;
            let status = if was_substituted { self.shell.status } else { 0 };
            self.shell.status = status;
            return self.with_redirects(program, &statement.redirects, |run| {
                run.assignments(program, &command.assignments)?;
                if !run.substituted {
                    run.shell.status = 0;
                }
                Ok(())
            });
        }
        if words[0] == "exec" {
            return self.exec(program, statement, &words[1..]);
        }
        let before = self.for_one_command(program, &command.assignments)?;
        let result = self.with_redirects(program, &statement.redirects, |run| run.call(&words));
        let keeps = self.shell.options.posix && builtins::is_special(&words[0]);
        for (name, variable) in before.into_iter().filter(|_| !keeps) {
            match variable {
                Some(variable) => self.shell.variables.insert(name, variable),
                None => self.shell.variables.remove(&name),
            };
        }
        if let Some(last) = words.last() {
            self.shell.last_word.clone_from(last);
        }
        result
    }

    /// The text that a command with an alias stands for.
    fn aliased(&self, program: &Rc<Program>, command: &SimpleCommand) -> Option<String> {
        if !self.shell.options.aliases && !self.shell.options.posix {
            return None;
        }
        let name = command.name.span.slice(&program.text);
        let alias = self.shell.aliases.get(name)?;
        // An alias is not expanded within itself.
        if alias.split_whitespace().next() == Some(name) {
            return None;
        }
        let rest: Vec<&str> = command.args.iter().map(|word| word.span.slice(&program.text)).collect();
        Some(format!("{alias} {}", rest.join(" ")))
    }

    /// Sets variables for one command. Returns what they were.
    fn for_one_command(
        &mut self,
        program: &Rc<Program>,
        assignments: &[Assignment],
    ) -> Step<Vec<(String, Option<Variable>)>> {
        let mut before = Vec::new();
        for assignment in assignments {
            let name = assignment.target.name.as_str().to_owned();
            before.push((name.clone(), self.shell.variables.get(&name).cloned()));
            self.assignment(program, assignment)?;
            if let Some(variable) = self.shell.variables.get_mut(&name) {
                variable.exported = true;
            }
        }
        Ok(before)
    }

    pub(super) fn assignments(&mut self, program: &Rc<Program>, assignments: &[Assignment]) -> Step {
        for assignment in assignments {
            self.assignment(program, assignment)?;
        }
        Ok(())
    }

    fn assignment(&mut self, program: &Rc<Program>, assignment: &Assignment) -> Step {
        let name = assignment.target.name.as_str();
        let value = match &assignment.value {
            AssignmentValue::Scalar(word) => Value::Text(self.value(program, word)?),
            AssignmentValue::Compound(array) => return self.assign_array(program, name, array, assignment.append),
        };
        let Value::Text(text) = value else { return Ok(()) };
        if let Some(subscript) = assignment.target.subscript.as_deref() {
            let key = self.subscript(program, name, subscript)?;
            self.assign_element(name, key, text, assignment.append);
            return Ok(());
        }
        let text = if assignment.append { self.shell.text(name).unwrap_or_default() + &text } else { text };
        self.assign(name, Value::Text(text))
    }

    /// `exec`: opens files for good, or goes on as another program.
    fn exec(&mut self, program: &Rc<Program>, statement: &Stmt, words: &[String]) -> Step {
        let opened = self.open_for_good(program, &statement.redirects)?;
        if !opened {
            self.shell.status = 1;
            // A special builtin ends a shell of POSIX.
            return if self.shell.options.posix { Err(Flow::Exit) } else { Ok(()) };
        }
        let skipped = words.iter().take_while(|word| matches!(word.as_str(), "-c" | "-l" | "-cl")).count();
        if words.len() == skipped {
            self.shell.status = 0;
            return Ok(());
        }
        self.shell.status = self.external(&words[skipped..])?;
        // What stood behind it is gone with the shell.
        self.shell.traps.clear();
        if self.shell.level == 0 {
            self.wrong(Wrong::Exit);
        }
        Err(Flow::Exit)
    }

    fn declare(&mut self, program: &Rc<Program>, clause: &DeclClause) -> Step {
        let mut declaration = builtins::Declaration::new(clause.variant.as_str());
        if self.shell.options.posix && builtins::is_special(clause.variant.as_str()) {
            self.assignments(program, &clause.assignments)?;
        } else if !clause.assignments.is_empty() {
            self.doubt_here();
            return Err(Flow::Stop);
        }
        self.shell.status = 0;
        self.substituted = false;
        for operand in &clause.operands {
            match operand {
                DeclOperand::Flag(word) => {
                    let flag = self.single(program, word)?;
                    declaration.flag(&flag);
                }
                DeclOperand::Name(reference) => self.declared(&mut declaration, reference.name.as_str()),
                DeclOperand::Assignment(assignment) => {
                    let name = assignment.target.name.as_str();
                    // The value is expanded before the name is hidden: `local x=$x`.
                    match &assignment.value {
                        AssignmentValue::Scalar(word) => {
                            let text = self.value(program, word)?;
                            let before = if assignment.append {
                                self.shell.text(name).unwrap_or_default()
                            } else {
                                String::new()
                            };
                            self.declared(&mut declaration, name);
                            let assigned = self.assign(name, Value::Text(before + &text));
                            if !declaration.takes(&assigned) {
                                return assigned;
                            }
                        }
                        AssignmentValue::Compound(array) => {
                            self.declared(&mut declaration, name);
                            self.assign_array(program, name, array, assignment.append)?;
                        }
                    }
                    self.seal(&declaration, name);
                }
                DeclOperand::Dynamic(word) => {
                    for text in self.words(program, std::slice::from_ref(word))? {
                        self.declare_text(&mut declaration, &text)?;
                    }
                }
            }
        }
        self.shell.status = declaration.status();
        Ok(())
    }

    /// Runs a command by its words: a function, a builtin or a program.
    pub fn call(&mut self, words: &[String]) -> Step {
        let Some(name) = words.first() else { return Ok(()) };
        if let Some(function) = self.shell.functions.get(name).cloned() {
            return self.call_function(&function, &words[1..]);
        }
        self.call_plain(words)
    }

    /// Runs a builtin or a program.
    pub(super) fn call_plain(&mut self, words: &[String]) -> Step {
        match self.builtin(words)? {
            Some(status) => self.shell.status = status,
            None => self.shell.status = self.external(words)?,
        }
        Ok(())
    }

    fn call_function(&mut self, function: &super::shell::Function, arguments: &[String]) -> Step {
        if self.shell.calls >= MOST_CALLS {
            self.doubt_here();
            return Err(Flow::Stop);
        }
        let arguments = std::mem::replace(&mut self.shell.arguments, arguments.to_vec());
        let (loops, line) = (std::mem::take(&mut self.shell.loops), self.line);
        self.shell.calls += 1;
        self.shell.hidden.push(Vec::new());
        self.shell.status = 0;
        let result = self.deeper(|run| run.statement(&function.program, &function.body));
        self.shell.calls -= 1;
        for (name, variable) in self.shell.hidden.pop().unwrap_or_default().into_iter().rev() {
            match variable {
                Some(variable) => self.shell.variables.insert(name, variable),
                None => self.shell.variables.remove(&name),
            };
        }
        self.shell.arguments = arguments;
        self.shell.loops = loops;
        self.line = line;
        match result {
            Err(Flow::Return | Flow::Break(_) | Flow::Continue(_)) => Ok(()),
            other => other,
        }
    }

    /// Runs a program by its name or path. Returns its status.
    pub fn external(&mut self, words: &[String]) -> Step<i32> {
        let Some(name) = words.first() else { return Ok(0) };
        if !is_known(name) {
            self.doubt_here();
            let key = format!("command {name}");
            return Ok(i32::from(!self.decide(&key, true)?));
        }
        let Some(path) = self.find_program(name) else {
            self.wrong(Wrong::NotFound(name.clone()));
            return self.missing(name);
        };
        if self.is_forbidden(&path) {
            self.wrong(Wrong::Failed(beginning(&words.join(" "))));
            return Ok(126);
        }
        match self.machine.look(&path) {
            Found::Node(Node::File { text, executable: true }) => match text.strip_prefix(PROGRAM) {
                Some(program) => self.tool(program, words),
                None => self.script_file(&path, &text, &words[1..]),
            },
            Found::Node(_) => {
                self.wrong(Wrong::Failed(beginning(name)));
                Ok(126)
            }
            Found::Unknown => {
                self.doubt_here();
                Ok(i32::from(!self.decide(&format!("program {path}"), true)?))
            }
            Found::Nothing => {
                self.wrong(Wrong::NotFound(name.clone()));
                Ok(127)
            }
        }
    }

    /// What comes of a name that no folder of PATH has: 127, unless the image has more than is known.
    fn missing(&mut self, name: &str) -> Step<i32> {
        if self.is_surely_missing(name) {
            return Ok(127);
        }
        self.doubt_here();
        let is_there = self.decide(&format!("program {name}"), false)?;
        Ok(if is_there { 0 } else { 127 })
    }

    /// Whether the image can't have this program under this name where PATH leads.
    fn is_surely_missing(&self, name: &str) -> bool {
        let is_tool = matches!(name, "pnpm" | "pm2" | "pnpx") || crate::verify::user_data::machine::has_program(name);
        let is_word =
            name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'+'));
        let is_capitals = name.bytes().any(|byte| byte.is_ascii_uppercase()) && {
            let small = name.to_lowercase();
            builtins::is_builtin(&small) || crate::verify::user_data::machine::has_program(&small)
        };
        is_tool
            || is_capitals
            || is_slip(name)
            || builtins::is_never_a_program(name)
            || !is_word
            || name.contains('/')
            || self.machine.installed.is_empty()
                && matches!(
                    name,
                    "apt"
                        | "apt-get"
                        | "bsdtar"
                        | "rsync"
                        | "yarn"
                        | "bun"
                        | "docker"
                        | "brew"
                        | "7z"
                        | "7za"
                        | "jar"
                        | "snap"
                        | "zsh"
                )
    }

    /// Where a program is found: by its path, else by PATH. The first that may be executed.
    pub fn find_program(&self, name: &str) -> Option<String> {
        if name.contains('/') {
            let path = absolute(&self.shell.folder, name);
            return (self.machine.look(&path) != Found::Nothing).then_some(path);
        }
        let path = self.shell.text("PATH")?;
        path.split(':').find_map(|folder| {
            let path = if is_absolute(folder) {
                format!("{folder}/{name}")
            } else {
                absolute(&self.shell.folder, &format!("{folder}/{name}"))
            };
            let is_there = self.machine.may_have(&path)
                && matches!(self.machine.look(&path), Found::Node(Node::File { executable: true, .. }))
                && !self.is_forbidden(&path);
            is_there.then_some(path)
        })
    }

    /// Runs a file that the script wrote.
    fn script_file(&mut self, path: &str, text: &str, arguments: &[String]) -> Step<i32> {
        match crate::verify::user_data::format::interpreter(text) {
            Ok(options) => self.shell_script(path, text, &options, arguments),
            Err(crate::verify::user_data::format::FirstLine::None) => self.shell_script(path, text, &[], arguments),
            Err(crate::verify::user_data::format::FirstLine::Other(_)) => {
                self.doubt_here();
                Ok(0)
            }
            Err(_) => {
                self.wrong(Wrong::NotFound(path.to_owned()));
                Ok(126)
            }
        }
    }

    /// Runs a text in a bash of its own.
    pub fn shell_script(&mut self, name: &str, text: &str, options: &[String], arguments: &[String]) -> Step<i32> {
        if !is_known(text) {
            self.doubt_here();
            return Ok(0);
        }
        let child = self.shell.child(name, arguments);
        let line = self.line;
        let status = self.in_shell(child, |run| {
            run.set_options(options);
            run.whole_shell(text, Lines::At(line))
        })?;
        self.line = line;
        Ok(status)
    }
}

/// Whether a name is a slip of one that the deployment needs: nothing has a name that is so near to them.
fn is_slip(name: &str) -> bool {
    ["unzip", "pnpm", "mkdir", "export", "systemctl"].iter().any(|known| strsim::osa_distance(name, known) == 1)
}

/// Whether a path begins at the root and has no dots and doubled slashes.
fn is_absolute(path: &str) -> bool {
    path.len() > 1 && path.starts_with('/') && !path.contains("//") && !path.contains("/.") && !path.ends_with('/')
}
