//! Lists, pipelines and jobs (Bash manual, "Lists of Commands", "Pipelines").

use std::rc::Rc;

use shuck_ast::{BinaryCommand, BinaryOp, Command, Stmt, StmtTerminator};

use super::{Flow, Job, Program, Run, Step, Stream, Wrong, beginning};
use crate::verify::user_data::lines::Lines;

/// Programs that take so long that the next command comes first.
const SLOW: [&str; 10] = ["aws", "pnpm", "npm", "npx", "curl", "wget", "dnf", "yum", "sleep", "python3"];

impl Run<'_> {
    /// Runs commands one after the other.
    pub(super) fn statements(&mut self, program: &Rc<Program>, statements: &[Stmt]) -> Step {
        for statement in statements {
            self.statement(program, statement)?;
        }
        Ok(())
    }

    /// Runs one command, in the background where it says so.
    pub(super) fn statement(&mut self, program: &Rc<Program>, statement: &Stmt) -> Step {
        if matches!(statement.terminator, Some(StmtTerminator::Background(_))) {
            return self.background(program, statement);
        }
        self.foreground(program, statement)
    }

    fn foreground(&mut self, program: &Rc<Program>, statement: &Stmt) -> Step {
        self.spend()?;
        self.line = program.line(statement.span);
        if self.shell.options.noexec {
            return Ok(());
        }
        if statement.negated {
            self.unchecked(|run| run.command(program, statement))?;
            self.shell.status = i32::from(self.shell.status == 0);
            return Ok(());
        }
        self.command(program, statement)
    }

    /// Runs something whose failure ends nothing.
    pub(super) fn unchecked(&mut self, inside: impl FnOnce(&mut Self) -> Step) -> Step {
        self.shell.unchecked += 1;
        let result = inside(self);
        self.shell.unchecked = self.shell.unchecked.saturating_sub(1);
        result
    }

    fn command(&mut self, program: &Rc<Program>, statement: &Stmt) -> Step {
        let span = statement.span;
        let text =
            &program.text[span.start.offset().min(program.text.len())..span.end.offset().min(program.text.len())];
        match &statement.command {
            Command::Binary(binary) if matches!(binary.op, BinaryOp::And | BinaryOp::Or) => {
                self.with_redirects(program, &statement.redirects, |run| run.and_or(program, binary))
            }
            Command::Binary(binary) => {
                self.with_redirects(program, &statement.redirects, |run| run.pipeline(program, binary, text))?;
                self.pipeline = None;
                self.check(text)
            }
            Command::Compound(compound) => {
                self.name_command(text);
                let is_leaf = super::compound::is_checked(compound);
                let result = self.deeper(|run| {
                    run.with_redirects(program, &statement.redirects, |run| run.compound(program, compound))
                });
                result?;
                if is_leaf { self.check(text) } else { Ok(()) }
            }
            Command::Function(function) => {
                self.define(program, function);
                Ok(())
            }
            Command::Simple(_) | Command::Builtin(_) | Command::Decl(_) => {
                self.name_command(text);
                let line = self.line;
                self.simple(program, statement)?;
                self.line = line;
                self.check(text)
            }
            Command::AnonymousFunction(_) => {
                self.wrong(Wrong::Syntax);
                Err(Flow::Exit)
            }
        }
    }

    /// Notes which command runs: within a pipeline all of it.
    fn name_command(&mut self, text: &str) {
        match self.pipeline.take() {
            Some(whole) => self.command = whole,
            None => text.clone_into(&mut self.command),
        }
    }

    fn and_or(&mut self, program: &Rc<Program>, binary: &BinaryCommand) -> Step {
        self.unchecked(|run| run.foreground(program, &binary.left))?;
        let goes_on = (self.shell.status == 0) == (binary.op == BinaryOp::And);
        if goes_on { self.foreground(program, &binary.right) } else { Ok(()) }
    }

    /// What a failure does here: the trap, and the end under `set -e`.
    pub(super) fn check(&mut self, text: &str) -> Step {
        if self.shell.status == 0 || self.shell.unchecked > 0 {
            return Ok(());
        }
        let status = self.shell.status;
        if let Some(trap) = self.shell.traps.get("ERR").cloned()
            && (self.shell.calls == 0 || self.shell.options.errtrace)
        {
            let line = self.line;
            self.unchecked(|run| run.text(&trap, Lines::At(line)))?;
            self.shell.status = status;
        }
        if self.shell.options.errexit {
            if self.shell.level == 0 {
                self.wrong(Wrong::Errexit(beginning(text)));
            }
            return Err(Flow::Exit);
        }
        Ok(())
    }

    fn pipeline(&mut self, program: &Rc<Program>, binary: &BinaryCommand, text: &str) -> Step {
        let mut parts = vec![&*binary.right];
        let mut both = vec![binary.op == BinaryOp::PipeAll];
        let mut left = &*binary.left;
        while let Command::Binary(inner) = &left.command
            && matches!(inner.op, BinaryOp::Pipe | BinaryOp::PipeAll)
            && left.redirects.is_empty()
        {
            parts.push(&*inner.right);
            both.push(inner.op == BinaryOp::PipeAll);
            left = &*inner.left;
        }
        parts.push(left);
        parts.reverse();
        both.reverse();
        let mut input: Option<String> = None;
        let mut statuses = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            let output = (index + 1 < parts.len()).then(|| self.buffer(""));
            let here = output.is_none() && self.shell.options.lastpipe;
            self.pipeline = Some(text.to_owned());
            let status = self.piece(program, part, (input.take(), output, both.get(index).copied()), here)?;
            statuses.push(status);
            input = output.map(|number| std::mem::take(&mut self.buffers[number]));
        }
        let last = statuses.last().copied().unwrap_or(0);
        let failed = statuses.iter().rev().find(|status| **status != 0).copied();
        self.shell.status = if self.shell.options.pipefail { failed.unwrap_or(0) } else { last };
        Ok(())
    }

    /// One command of a pipeline: what it reads, where it writes, and whether the error output goes there too.
    fn piece(
        &mut self,
        program: &Rc<Program>,
        part: &Stmt,
        (input, output, both): (Option<String>, Option<usize>, Option<bool>),
        here: bool,
    ) -> Step<i32> {
        let mut shell = self.shell.subshell();
        if let Some(text) = input {
            let number = self.buffer(&text);
            shell.connect(0, Stream::Input(number));
        }
        if let Some(number) = output {
            shell.connect(1, Stream::Buffer(number));
            if both == Some(true) {
                shell.connect(2, Stream::Buffer(number));
            }
        }
        if here {
            let outer = std::mem::replace(&mut self.shell.streams, shell.streams);
            let result = self.foreground(program, part);
            self.shell.streams = outer;
            result?;
            return Ok(self.shell.status);
        }
        self.in_shell(shell, |run| run.foreground(program, part))
    }

    /// A job: it runs while the script goes on.
    fn background(&mut self, program: &Rc<Program>, statement: &Stmt) -> Step {
        self.spend()?;
        self.started_jobs += 1;
        let mut shell = self.shell.subshell();
        shell.unchecked = 0;
        let mut stmt = statement.clone();
        stmt.terminator = None;
        let job = Job { number: self.started_jobs, shell, program: Rc::clone(program), stmt };
        let text = statement.span.slice(&program.text);
        let is_slow = SLOW.iter().any(|name| text.contains(name))
            || self.shell.functions.keys().any(|name| text.contains(name.as_str()));
        self.shell.status = 0;
        // A quick one may be over before the next command, or not.
        if is_slow || !self.decide(&format!("quick job {}", job.number), true)? {
            self.jobs.push(job);
            return Ok(());
        }
        self.finish(job).map(|_| ())
    }

    /// Runs a job to its end; none where it has none.
    fn finish(&mut self, job: Job) -> Step<Option<i32>> {
        let Job { number, shell, program, stmt } = job;
        let status = self.detached(shell, |run| run.statement(&program, &stmt))?;
        if status.is_none() {
            self.unending.push(number);
        }
        Ok(status)
    }

    /// The number that `$!` stands for.
    pub(super) fn last_job(&self) -> Option<usize> {
        (self.started_jobs > 0).then_some(self.started_jobs)
    }

    /// Runs what waits in the background to its end, where it has one.
    pub(super) fn finish_jobs(&mut self) -> Step {
        while !self.jobs.is_empty() {
            let job = self.jobs.remove(0);
            self.finish(job)?;
        }
        Ok(())
    }

    /// A job's shell is one below the one that has started it; no other may wait for it.
    fn is_own(&self, job: &Job) -> bool {
        job.shell.level == self.shell.level + 1
    }

    /// Waits for one job; none where it is over.
    pub(super) fn wait_for(&mut self, number: usize) -> Step<Option<i32>> {
        if self.jobs.iter().any(|job| job.number == number && !self.is_own(job)) {
            return Ok(Some(127));
        }
        let status = match self.jobs.iter().position(|job| job.number == number) {
            Some(at) => {
                let job = self.jobs.remove(at);
                self.finish(job)?
            }
            None => None,
        };
        if self.unending.contains(&number) { Err(Flow::Blocks) } else { Ok(status) }
    }

    /// Waits for all jobs, and, as bash 5.1 and later do, for what reads along.
    pub(super) fn wait_for_all(&mut self) -> Step {
        while let Some(at) = self.jobs.iter().position(|job| self.is_own(job)) {
            let job = self.jobs.remove(at);
            self.finish(job)?;
        }
        if self.unending.is_empty() && !self.shell.has_reader() { Ok(()) } else { Err(Flow::Blocks) }
    }

    /// Time passes in which jobs may end, or not.
    pub fn pass_time(&mut self) -> Step {
        if self.jobs.is_empty() {
            return Ok(());
        }
        let key = format!("job {} in line {}", self.jobs[0].number, self.line);
        if self.decide(&key, true)? {
            self.finish_jobs()?;
        }
        Ok(())
    }
}
