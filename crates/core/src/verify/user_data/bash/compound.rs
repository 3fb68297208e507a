//! Conditions, loops, groups (Bash manual, "Compound Commands").

use std::rc::Rc;

use shuck_ast::{
    ArithmeticForCommand, CaseCommand, CaseTerminator, CompoundCommand, ForCommand, FunctionDef, IfCommand,
    SelectCommand, Stmt, StmtSeq, Word,
};

use super::shell::Function;
use super::{Flow, Program, Run, Step, Value, pattern};
use crate::verify::user_data::lines::Lines;

/// Rounds of one loop that are followed.
const MOST_ROUNDS: usize = 120;
/// Rounds in which something outside of the script may still be wanting; then it is there.
const PATIENCE: usize = 2;

/// Whether a failure of the command itself counts under `set -e`; within the others it has counted already.
pub(super) fn is_checked(compound: &CompoundCommand) -> bool {
    matches!(compound, CompoundCommand::Subshell(_) | CompoundCommand::Arithmetic(_) | CompoundCommand::Conditional(_))
}

impl Run<'_> {
    pub(super) fn compound(&mut self, program: &Rc<Program>, compound: &CompoundCommand) -> Step {
        match compound {
            CompoundCommand::If(command) => self.if_command(program, command),
            CompoundCommand::For(command) => self.for_command(program, command),
            CompoundCommand::ArithmeticFor(command) => self.counting(program, command),
            CompoundCommand::While(command) => self.repeat(program, &command.condition, &command.body, true),
            CompoundCommand::Until(command) => self.repeat(program, &command.condition, &command.body, false),
            CompoundCommand::Case(command) => self.case(program, command),
            CompoundCommand::Select(command) => self.select(program, command),
            CompoundCommand::Subshell(body) => {
                let shell = self.shell.subshell();
                self.shell.status = self.in_shell(shell, |run| run.subshell(program, body))?;
                Ok(())
            }
            CompoundCommand::BraceGroup(body) => self.body(program, body),
            CompoundCommand::Arithmetic(command) => {
                let text = command.expr_span.map_or("", |span| span.slice(&program.text)).to_owned();
                let value = self.arithmetic(program, &text)?;
                self.set_by_number(value)
            }
            CompoundCommand::Time(command) => match &command.command {
                Some(timed) => self.statement(program, timed),
                None => Ok(()),
            },
            CompoundCommand::Conditional(command) => {
                let holds = self.conditional(program, &command.expression)?;
                self.shell.status = i32::from(!holds);
                Ok(())
            }
            CompoundCommand::Coproc(command) => {
                self.doubt_here();
                let shell = self.shell.subshell();
                self.in_shell(shell, |run| run.statement(program, &command.body))?;
                Ok(())
            }
            CompoundCommand::Repeat(_) | CompoundCommand::Foreach(_) | CompoundCommand::Always(_) => {
                self.wrong(super::Wrong::Syntax);
                Err(Flow::Exit)
            }
        }
    }

    /// Sets the status as `((…))` does.
    pub(super) fn set_by_number(&mut self, value: Option<i64>) -> Step {
        let key = format!("number {}", self.command);
        let is_true = self.either(value.map(|value| value != 0), &key, true)?;
        self.shell.status = i32::from(!is_true);
        Ok(())
    }

    /// Runs the body of a subshell and its trap.
    fn subshell(&mut self, program: &Rc<Program>, body: &StmtSeq) -> Step {
        let ended = self.body(program, body);
        if matches!(ended, Err(Flow::Stop | Flow::Blocks)) {
            return ended;
        }
        let status = self.shell.status;
        if let Some(trap) = self.shell.traps.remove("EXIT") {
            let line = self.line;
            self.text(&trap, Lines::At(line))?;
        }
        self.shell.status = status;
        Ok(())
    }

    fn body(&mut self, program: &Rc<Program>, body: &StmtSeq) -> Step {
        self.statements(program, &body.stmts)
    }

    fn condition(&mut self, program: &Rc<Program>, condition: &StmtSeq) -> Step<bool> {
        self.unchecked(|run| run.body(program, condition))?;
        Ok(self.shell.status == 0)
    }

    fn if_command(&mut self, program: &Rc<Program>, command: &IfCommand) -> Step {
        if self.condition(program, &command.condition)? {
            return self.body(program, &command.then_branch);
        }
        for (condition, branch) in &command.elif_branches {
            if self.condition(program, condition)? {
                return self.body(program, branch);
            }
        }
        self.shell.status = 0;
        command.else_branch.as_ref().map_or(Ok(()), |branch| self.body(program, branch))
    }

    fn for_command(&mut self, program: &Rc<Program>, command: &ForCommand) -> Step {
        let Some(name) = command.targets.first().and_then(|target| target.name.as_ref()) else {
            self.wrong(super::Wrong::Syntax);
            return Err(Flow::Exit);
        };
        let words = self.loop_words(program, command.words.as_deref())?;
        self.shell.status = 0;
        self.rounds(words, |run, word| {
            run.assign(name.as_str(), Value::Text(word))?;
            run.body(program, &command.body)
        })
    }

    fn loop_words(&mut self, program: &Rc<Program>, words: Option<&[Word]>) -> Step<Vec<String>> {
        match words {
            Some(words) => self.words(program, words),
            None => Ok(self.shell.arguments.clone()),
        }
    }

    /// A choice from a menu: nobody answers, so its end comes at once.
    fn select(&mut self, program: &Rc<Program>, command: &SelectCommand) -> Step {
        self.words(program, &command.words)?;
        self.shell.status = 0;
        Ok(())
    }

    /// Runs a body for each of these words.
    fn rounds(&mut self, words: Vec<String>, mut body: impl FnMut(&mut Self, String) -> Step) -> Step {
        for (round, word) in words.into_iter().enumerate() {
            self.spend_round(round)?;
            if !self.round(|run| body(run, word))? {
                break;
            }
        }
        Ok(())
    }

    fn spend_round(&mut self, round: usize) -> Step {
        self.spend()?;
        if round >= MOST_ROUNDS {
            self.doubt_here();
            return Err(Flow::Stop);
        }
        Ok(())
    }

    /// Runs one round of a loop; false where the loop ends with it.
    fn round(&mut self, body: impl FnOnce(&mut Self) -> Step) -> Step<bool> {
        self.shell.loops += 1;
        let result = body(self);
        self.shell.loops = self.shell.loops.saturating_sub(1);
        match result {
            Err(Flow::Break(1)) => Ok(false),
            Err(Flow::Continue(1)) => Ok(true),
            Err(Flow::Break(more)) => Err(Flow::Break(more - 1)),
            Err(Flow::Continue(more)) => Err(Flow::Continue(more - 1)),
            other => other.map(|()| true),
        }
    }

    fn repeat(&mut self, program: &Rc<Program>, condition: &StmtSeq, body: &StmtSeq, wanted: bool) -> Step {
        let construct = self.command.clone();
        let mut status = 0;
        for round in 0.. {
            construct.clone_into(&mut self.command);
            self.spend_round(round)?;
            let asked = self.choices.asked;
            if self.condition(program, condition)? != wanted {
                break;
            }
            // What comes from outside comes at some time.
            if round >= PATIENCE && self.choices.asked > asked {
                break;
            }
            if !self.round(|run| run.body(program, body))? {
                status = self.shell.status;
                break;
            }
            status = self.shell.status;
        }
        self.shell.status = status;
        Ok(())
    }

    fn counting(&mut self, program: &Rc<Program>, command: &ArithmeticForCommand) -> Step {
        let part = |span: Option<shuck_ast::Span>| span.map_or("", |span| span.slice(&program.text)).trim().to_owned();
        let (first, condition, step) = (part(command.init_span), part(command.condition_span), part(command.step_span));
        self.arithmetic(program, &first)?;
        self.shell.status = 0;
        for round in 0.. {
            self.spend_round(round)?;
            if !condition.is_empty() {
                let value = self.arithmetic(program, &condition)?;
                if !self.either(value.map(|value| value != 0), &condition, false)? {
                    break;
                }
            }
            if !self.round(|run| run.body(program, &command.body))? {
                break;
            }
            self.arithmetic(program, &step)?;
        }
        Ok(())
    }

    fn case(&mut self, program: &Rc<Program>, command: &CaseCommand) -> Step {
        let word = self.single(program, &command.word)?;
        let construct = self.command.clone();
        self.shell.status = 0;
        let mut falls = false;
        for item in &command.cases {
            let mut hit = falls;
            for one in &item.patterns {
                if hit {
                    break;
                }
                let one = self.pattern(program, one)?;
                construct.clone_into(&mut self.command);
                hit = self.either(pattern::matches(&one, &word), &format!("case {word} {one}"), true)?;
            }
            if !hit {
                continue;
            }
            self.body(program, &item.body)?;
            match item.terminator {
                CaseTerminator::Break => return Ok(()),
                CaseTerminator::FallThrough => falls = true,
                CaseTerminator::Continue | CaseTerminator::ContinueMatching => falls = false,
            }
        }
        Ok(())
    }

    /// Keeps a function under its name.
    pub(super) fn define(&mut self, program: &Rc<Program>, function: &FunctionDef) {
        for name in function.static_names() {
            let body: Rc<Stmt> = Rc::new((*function.body).clone());
            self.shell.functions.insert(name.as_str().to_owned(), Function { program: Rc::clone(program), body });
        }
        self.shell.status = 0;
    }
}
