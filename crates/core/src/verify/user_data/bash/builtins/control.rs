//! What changes which command comes next, and what runs commands.

use super::super::{Flow, Run, Step, Wrong};
use super::is_builtin;
use crate::verify::user_data::lines::Lines;
use crate::verify::user_data::machine::{Found, Node, absolute};
use crate::verify::user_data::text::is_known;

impl Run<'_> {
    pub(super) fn control_builtin(&mut self, words: &[String]) -> Step<Option<i32>> {
        let arguments = &words[1..];
        let status = match words[0].as_str() {
            "exit" => return self.exit(arguments).map(Some),
            "return" => return self.return_from(arguments).map(Some),
            "break" | "continue" => return self.leave_loop(&words[0], arguments).map(Some),
            "eval" => return self.eval(arguments).map(Some),
            "." | "source" => return self.source(arguments).map(Some),
            "exec" => {
                self.shell.status = self.external(arguments)?;
                return Err(Flow::Exit);
            }
            "command" => return self.command_builtin(arguments).map(Some),
            "builtin" => {
                if arguments.first().is_some_and(|name| is_builtin(name)) {
                    return self.builtin(arguments);
                }
                1
            }
            "type" => self.type_of(arguments),
            "trap" => self.trap(arguments),
            "wait" => self.wait(arguments)?,
            "kill" => return self.kill(arguments).map(Some),
            _ => return Ok(None),
        };
        Ok(Some(status))
    }

    fn given_status(&mut self, arguments: &[String]) -> i32 {
        arguments
            .first()
            .and_then(|word| word.parse::<i32>().ok())
            .map_or(self.shell.status, |status| status.rem_euclid(256))
    }

    fn exit(&mut self, arguments: &[String]) -> Step<i32> {
        self.shell.status = self.given_status(arguments);
        if self.shell.level == 0 {
            self.wrong(Wrong::Exit);
        }
        Err(Flow::Exit)
    }

    fn return_from(&mut self, arguments: &[String]) -> Step<i32> {
        if self.shell.calls == 0 && !self.sourcing {
            // An error, and the script goes on.
            return Ok(1);
        }
        self.shell.status = self.given_status(arguments);
        Err(Flow::Return)
    }

    fn leave_loop(&mut self, name: &str, arguments: &[String]) -> Step<i32> {
        if self.shell.loops == 0 {
            return Ok(0);
        }
        let levels =
            arguments.first().and_then(|word| word.parse::<usize>().ok()).unwrap_or(1).clamp(1, self.shell.loops);
        self.shell.status = 0;
        Err(if name == "break" { Flow::Break(levels) } else { Flow::Continue(levels) })
    }

    fn eval(&mut self, arguments: &[String]) -> Step<i32> {
        let text = arguments.join(" ");
        if !is_known(&text) {
            self.doubt_here();
            return Ok(0);
        }
        let line = self.line;
        self.shell.status = 0;
        self.deeper(|run| run.text(&text, Lines::At(line)))?;
        Ok(self.shell.status)
    }

    fn source(&mut self, arguments: &[String]) -> Step<i32> {
        let Some(name) = arguments.first() else { return Ok(2) };
        let path = self.sourced_path(name);
        let text = match self.machine.look(&path) {
            Found::Node(Node::File { text, .. }) if !self.is_forbidden(&path) => text.to_string(),
            Found::Unknown => {
                self.doubt_here();
                return Ok(i32::from(!self.decide(&format!("-f {path}"), true)?));
            }
            _ => {
                self.wrong(Wrong::Failed(name.clone()));
                self.shell.status = 1;
                return if self.shell.options.posix { Err(Flow::Exit) } else { Ok(1) };
            }
        };
        if !is_known(&text) {
            self.doubt_here();
            return Ok(0);
        }
        let line = self.line;
        let arguments_before =
            (arguments.len() > 1).then(|| std::mem::replace(&mut self.shell.arguments, arguments[1..].to_vec()));
        let was = std::mem::replace(&mut self.sourcing, true);
        self.shell.status = 0;
        let result = self.deeper(|run| run.text(&text, Lines::At(line)));
        self.sourcing = was;
        if let Some(before) = arguments_before {
            self.shell.arguments = before;
        }
        match result {
            Ok(()) | Err(Flow::Return) => Ok(self.shell.status),
            Err(flow) => Err(flow),
        }
    }

    /// A name without a slash is looked for in PATH, then here.
    fn sourced_path(&self, name: &str) -> String {
        if !name.contains('/')
            && let Some(path) = self.shell.text("PATH")
        {
            let found = path
                .split(':')
                .map(|folder| format!("{folder}/{name}"))
                .find(|path| matches!(self.machine.look(path), Found::Node(Node::File { .. })));
            if let Some(found) = found {
                return found;
            }
        }
        absolute(&self.shell.folder, name)
    }

    fn command_builtin(&mut self, arguments: &[String]) -> Step<i32> {
        let rest: Vec<String> = arguments.iter().skip_while(|word| word.starts_with('-')).cloned().collect();
        if arguments.iter().take_while(|word| word.starts_with('-')).any(|word| word.contains(['v', 'V'])) {
            return Ok(self.say_where(&rest));
        }
        if rest.is_empty() {
            return Ok(0);
        }
        self.call_plain(&rest)?;
        Ok(self.shell.status)
    }

    fn type_of(&mut self, arguments: &[String]) -> i32 {
        let rest: Vec<String> = arguments.iter().filter(|word| !word.starts_with('-')).cloned().collect();
        self.say_where(&rest)
    }

    /// Prints where each name is found: `command -v`, `which`, `type -p`.
    pub fn say_where(&mut self, names: &[String]) -> i32 {
        let mut status = 0;
        for name in names {
            if self.shell.functions.contains_key(name) || is_builtin(name) || self.shell.aliases.contains_key(name) {
                self.print(&format!("{name}\n"));
            } else if let Some(path) = self.find_program(name) {
                self.print(&format!("{path}\n"));
            } else {
                status = 1;
            }
        }
        status
    }

    fn trap(&mut self, arguments: &[String]) -> i32 {
        let arguments = match arguments {
            [marker, rest @ ..] if marker == "--" => rest,
            rest => rest,
        };
        let [action, signals @ ..] = arguments else { return 0 };
        if action.starts_with("-l") || action.starts_with("-p") {
            return 0;
        }
        // One word alone is a signal that gets its first meaning back.
        let (action, signals) = match signals {
            [] if action == "-" || signal_name(action).is_none() => return 2,
            [] => ("-", std::slice::from_ref(action)),
            _ => (action.as_str(), signals),
        };
        let mut status = 0;
        for signal in signals {
            let Some(name) = signal_name(signal) else {
                status = 1;
                continue;
            };
            if action == "-" || action.is_empty() {
                self.shell.traps.remove(&name);
            } else {
                self.shell.traps.insert(name, action.to_owned());
            }
        }
        status
    }

    fn wait(&mut self, arguments: &[String]) -> Step<i32> {
        let targets: Vec<&String> = arguments.iter().filter(|word| !word.starts_with('-')).collect();
        if targets.is_empty() && arguments.is_empty() {
            self.wait_for_all()?;
            return Ok(0);
        }
        if targets.is_empty() {
            self.finish_jobs()?;
            return Ok(0);
        }
        let mut status = 127;
        for target in targets {
            if let Some(number) = target.strip_prefix('%').and_then(|number| number.parse().ok()) {
                status = self.wait_for(number)?.unwrap_or(0);
            } else if is_known(target) {
                // No job has such a number.
                status = 127;
            } else {
                self.finish_jobs()?;
                status = 0;
            }
        }
        Ok(status)
    }

    /// A script that ends itself; other processes are none of the shop's.
    fn kill(&mut self, arguments: &[String]) -> Step<i32> {
        let own = self.line;
        match arguments {
            [] => return Ok(2),
            [option, ..] if matches!(option.as_str(), "-l" | "-L") => return Ok(0),
            _ => {}
        }
        let is_target = |word: &&String| !word.starts_with('-') || word.starts_with("-%");
        let targets: Vec<&String> = arguments.iter().filter(is_target).collect();
        if targets.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_alphabetic())) {
            // Names of signals and programs are no processes.
            return Ok(if targets.is_empty() { 2 } else { 1 });
        }
        if arguments.iter().any(|word| word.starts_with('%')) {
            self.jobs.clear();
            return Ok(0);
        }
        let is_probe = arguments.first().is_some_and(|word| word == "-0");
        if !is_probe && arguments.iter().any(|word| *word == crate::verify::user_data::text::unknown(0).to_string()) {
            self.line = own;
            self.shell.status = 143;
            self.shell.traps.clear();
            self.wrong(Wrong::Exit);
            return Err(Flow::Exit);
        }
        // Before the shop was started nothing that runs is the shop's.
        if !self.machine.starts.is_empty() {
            self.doubt_here();
        }
        // What a program found is there; a number that somebody wrote down isn't.
        Ok(i32::from(targets.iter().all(|target| is_known(target))))
    }
}

/// A signal by its name or number, as `trap` keeps it.
fn signal_name(word: &str) -> Option<String> {
    const NAMES: &str = " EXIT ERR DEBUG RETURN HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ \
        VTALRM PROF WINCH IO PWR SYS ";
    if let Ok(number) = word.parse::<u8>() {
        return (number <= 64).then(|| if number == 0 { "EXIT".to_owned() } else { number.to_string() });
    }
    let upper = word.to_uppercase();
    let name = upper.strip_prefix("SIG").unwrap_or(&upper);
    NAMES.contains(&format!(" {name} ")).then(|| name.to_owned())
}
