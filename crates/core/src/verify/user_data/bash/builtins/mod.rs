//! What bash does itself (Bash manual, "Shell Builtin Commands").

mod control;
mod folders;
mod options;
mod print;
mod variables;

use std::collections::HashSet;
use std::sync::LazyLock;

pub(super) use variables::Declaration;

use super::{Flow, Run, Step};

/// Names of builtins, for `type`, `command -v` and `builtin`.
const NAMES: &str = " : . [ alias bg break builtin cd command compgen complete continue declare dirs disown echo enable eval exec exit export false fc fg getopts \
    hash help history jobs kill let local logout mapfile popd printf pushd pwd read readarray readonly return set shift shopt source suspend test \
    times trap true type typeset ulimit umask unalias unset wait ";

/// Whether bash does this itself.
pub(super) fn is_builtin(name: &str) -> bool {
    static SET: LazyLock<HashSet<&str>> = LazyLock::new(|| NAMES.split_whitespace().collect());
    SET.contains(name)
}

/// Whether bash alone does this: no program has the name. Those of POSIX that a shell must do itself are programs, too, on Amazon Linux.
pub(super) fn is_never_a_program(name: &str) -> bool {
    is_builtin(name)
        && matches!(
            name,
            "." | ":"
                | "break"
                | "builtin"
                | "compgen"
                | "complete"
                | "continue"
                | "declare"
                | "dirs"
                | "disown"
                | "enable"
                | "eval"
                | "exec"
                | "exit"
                | "export"
                | "history"
                | "let"
                | "local"
                | "logout"
                | "mapfile"
                | "popd"
                | "pushd"
                | "readarray"
                | "readonly"
                | "return"
                | "set"
                | "shift"
                | "shopt"
                | "source"
                | "suspend"
                | "times"
                | "trap"
                | "typeset"
                | "unset"
        )
}

/// Whether POSIX calls this builtin special: what is set for it alone stays in its mode.
pub(super) fn is_special(name: &str) -> bool {
    matches!(
        name,
        "." | ":"
            | "break"
            | "continue"
            | "eval"
            | "exec"
            | "exit"
            | "export"
            | "readonly"
            | "return"
            | "set"
            | "shift"
            | "source"
            | "trap"
            | "unset"
            | "times"
    )
}

impl Run<'_> {
    /// Runs a builtin; none where the name isn't one.
    pub(super) fn builtin(&mut self, words: &[String]) -> Step<Option<i32>> {
        let arguments = &words[1..];
        let status = match words[0].as_str() {
            ":" | "true" | "bg" | "complete" | "disown" | "enable" | "fc" | "fg" | "hash" | "history" | "jobs"
            | "times" | "ulimit" | "umask" | "help" | "compgen" | "suspend" | "logout" | "dirs" => 0,
            "false" => 1,
            "[" => match arguments.split_last() {
                Some((last, inner)) if last == "]" => self.test(inner)?,
                _ => 2,
            },
            "test" => self.test(arguments)?,
            "cd" => self.cd(arguments)?,
            "pushd" => self.pushd(arguments)?,
            "popd" => self.popd(),
            "pwd" => {
                let folder = if arguments.iter().any(|word| word == "-P") {
                    self.machine.files.resolve(&self.shell.folder, true)
                } else {
                    self.shell.folder.clone()
                };
                self.print(&format!("{folder}\n"));
                0
            }
            "echo" => self.echo(arguments),
            "printf" => self.printf(arguments),
            "set" => self.set(arguments),
            "shopt" => self.shopt(arguments),
            _ => return self.variable_builtin(words),
        };
        Ok(Some(status))
    }

    fn variable_builtin(&mut self, words: &[String]) -> Step<Option<i32>> {
        match self.variables_of(words) {
            // A name that can't be changed is a failure of the builtin.
            Err(Flow::Discard) if matches!(words[0].as_str(), "read" | "mapfile" | "readarray" | "let") => Ok(Some(1)),
            other => other,
        }
    }

    fn variables_of(&mut self, words: &[String]) -> Step<Option<i32>> {
        let arguments = &words[1..];
        let status = match words[0].as_str() {
            "declare" | "typeset" | "local" | "export" | "readonly" => self.declare_words(&words[0], arguments)?,
            "unset" => self.unset_words(arguments),
            "read" => self.read(arguments)?,
            "mapfile" | "readarray" => self.mapfile(arguments)?,
            "shift" => self.shift(arguments),
            "let" => self.let_words(arguments)?,
            "getopts" => self.getopts(arguments)?,
            "alias" => self.alias(arguments),
            "unalias" => {
                for name in arguments {
                    self.shell.aliases.remove(name);
                }
                0
            }
            _ => return self.control_builtin(words),
        };
        Ok(Some(status))
    }
}
