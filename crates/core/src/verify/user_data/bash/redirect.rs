//! Redirections (Bash manual, "Redirections").

use std::rc::Rc;

use shuck_ast::{HeredocBodyPart, Redirect, RedirectKind, RedirectTarget, WordPart};

use super::lone_braces::shown;
use super::{Flow, Program, Run, Step, Stream, Wrong};
use crate::verify::user_data::machine::{Found, Node, absolute};
use crate::verify::user_data::text::is_known;

impl Run<'_> {
    /// Runs something with its files open; none of it runs where one can't be opened.
    pub(super) fn with_redirects(
        &mut self,
        program: &Rc<Program>,
        redirects: &[Redirect],
        inside: impl FnOnce(&mut Self) -> Step,
    ) -> Step {
        if redirects.is_empty() {
            return inside(self);
        }
        let outer = self.shell.streams.clone();
        let readers = self.open_all(program, redirects)?;
        let Some(readers) = readers else {
            self.shell.streams = outer;
            self.shell.status = 1;
            return Ok(());
        };
        let result = inside(self);
        self.shell.streams = outer;
        if !matches!(result, Err(Flow::Stop | Flow::Blocks)) {
            let status = self.shell.status;
            self.feed(program, readers)?;
            self.shell.status = status;
        }
        result
    }

    /// Opens files for good, as `exec` does. False where one can't be opened.
    pub(super) fn open_for_good(&mut self, program: &Rc<Program>, redirects: &[Redirect]) -> Step<bool> {
        match self.open_all(program, redirects)? {
            Some(readers) => {
                let numbers: Vec<usize> = readers.iter().map(|(number, _)| *number).collect();
                for number in &numbers {
                    let text = self.unknown();
                    self.buffers[*number].push_str(&text);
                }
                let streams = self.shell.streams.clone();
                if !self.feed(program, readers)? {
                    // Whoever writes to it from now on is killed.
                    self.doubt_here();
                    return Err(Flow::Stop);
                }
                self.shell.streams = streams;
                for (_, stream) in &mut self.shell.streams {
                    if matches!(stream, Stream::Buffer(number) if numbers.contains(number)) {
                        *stream = Stream::Reader;
                        self.shell.reader_level = self.shell.level;
                    }
                }
                Ok(true)
            }
            None => Ok(false),
        }
    }

    /// Runs what reads along, `>(…)`, on what was written to it.
    /// False where one of them ends before all is written; `tee` goes on where it can't open a file.
    fn feed(&mut self, program: &Rc<Program>, readers: Vec<(usize, &shuck_ast::StmtSeq)>) -> Step<bool> {
        let mut all = true;
        for (number, body) in readers {
            let text = std::mem::take(&mut self.buffers[number]);
            let mut shell = self.shell.subshell();
            shell.options.pipefail = true;
            self.ignores_input = false;
            let status = self.with_input(&text, |run| run.in_shell_same_streams(shell, program, body))?;
            let said = body.span.slice(&program.text);
            all &= !self.ignores_input;
            all &= status == 0 || said.trim_start().starts_with("tee ") && !said.contains('|');
        }
        Ok(all)
    }

    fn in_shell_same_streams(
        &mut self,
        mut shell: super::Shell,
        program: &Rc<Program>,
        body: &shuck_ast::StmtSeq,
    ) -> Step<i32> {
        shell.streams.clone_from(&self.shell.streams);
        self.in_shell(shell, |run| run.statements(program, &body.stmts))
    }

    /// Opens each; none where one can't be. Returns what reads along, with the buffer it reads.
    fn open_all<'b>(
        &mut self,
        program: &Rc<Program>,
        redirects: &'b [Redirect],
    ) -> Step<Option<Vec<(usize, &'b shuck_ast::StmtSeq)>>> {
        let mut readers = Vec::new();
        for redirect in redirects {
            match &redirect.target {
                RedirectTarget::Heredoc(heredoc) => {
                    let text = self.heredoc(program, heredoc)?;
                    let number = self.buffer(&text);
                    self.shell.connect(number_of(redirect, 0), Stream::Input(number));
                }
                RedirectTarget::Word(word) => {
                    if let [part] = word.parts.as_slice()
                        && let WordPart::ProcessSubstitution { body, is_input: false } = &part.kind
                    {
                        let number = self.buffer("");
                        readers.push((number, body));
                        self.lead(redirect, Stream::Buffer(number));
                        continue;
                    }
                    let target = self.single(program, word)?;
                    if !self.open(redirect, &target)? {
                        return Ok(None);
                    }
                }
            }
        }
        Ok(Some(readers))
    }

    fn heredoc(&mut self, program: &Rc<Program>, heredoc: &shuck_ast::Heredoc) -> Step<String> {
        let mut text = String::new();
        for part in &heredoc.body.parts {
            match &part.kind {
                HeredocBodyPart::Literal(literal) => text.push_str(&shown(literal.as_str(&program.text, part.span))),
                HeredocBodyPart::Variable(name) => text.push_str(&self.variable(name.as_str())?),
                HeredocBodyPart::CommandSubstitution { syntax, .. } => {
                    let slice = part.span.slice(&program.text).to_owned();
                    text.push_str(&self.substitution(program, &slice, *syntax, part.span, false)?);
                }
                HeredocBodyPart::ArithmeticExpansion { expression, .. } => {
                    let expression = expression.slice(&program.text).to_owned();
                    text.push_str(&self.arithmetic_text(program, &expression)?);
                }
                HeredocBodyPart::Parameter(parameter) => text.push_str(&self.parameter_text(program, parameter)?),
            }
        }
        if heredoc.delimiter.strip_tabs {
            text = text.split_inclusive('\n').map(|line| line.trim_start_matches('\t')).collect();
        }
        Ok(text)
    }

    fn lead(&mut self, redirect: &Redirect, stream: Stream) {
        if redirect.kind == RedirectKind::OutputBoth {
            self.shell.connect(2, stream.clone());
        }
        self.shell.connect(number_of(redirect, 1), stream);
    }

    /// Opens one file or follows another descriptor. False where it can't be.
    fn open(&mut self, redirect: &Redirect, target: &str) -> Step<bool> {
        Ok(match redirect.kind {
            RedirectKind::HereString => {
                let number = self.buffer(&format!("{target}\n"));
                self.shell.connect(number_of(redirect, 0), Stream::Input(number));
                true
            }
            RedirectKind::Input => return self.open_input(number_of(redirect, 0), target),
            RedirectKind::DupInput | RedirectKind::DupOutput => self.follow(redirect, target),
            RedirectKind::Append | RedirectKind::ReadWrite => self.open_output(redirect, target, true),
            _ if self.shell.options.noclobber
                && redirect.kind != RedirectKind::Clobber
                && matches!(
                    self.machine.look(&absolute(&self.shell.folder, target)),
                    Found::Node(Node::File { .. })
                )
                && !target.starts_with("/dev/") =>
            {
                self.wrong(Wrong::Failed(target.to_owned()));
                false
            }
            _ => self.open_output(redirect, target, redirect.kind == RedirectKind::HereDoc),
        })
    }

    fn open_input(&mut self, number: u32, target: &str) -> Step<bool> {
        let path = absolute(&self.shell.folder, target);
        if matches!(path.as_str(), "/dev/null" | "/dev/tty") {
            let empty = self.buffer("");
            self.shell.connect(number, Stream::Input(empty));
            return Ok(true);
        }
        if path == "/dev/stdin" {
            return Ok(true);
        }
        if self.is_forbidden(&path) {
            return Ok(false);
        }
        let text = match self.machine.look(&path) {
            Found::Node(Node::File { text, .. }) => text.to_string(),
            Found::Unknown if self.decide(&format!("-e {path}"), false)? => self.unknown(),
            Found::Node(_) | Found::Nothing | Found::Unknown => {
                self.wrong(Wrong::NoFolder(path));
                return Ok(false);
            }
        };
        let input = self.buffer(&text);
        self.shell.connect(number, Stream::Input(input));
        Ok(true)
    }

    fn open_output(&mut self, redirect: &Redirect, target: &str, append: bool) -> bool {
        let path = absolute(&self.shell.folder, target);
        let stream = match path.as_str() {
            "/dev/null" | "/dev/console" | "/dev/tty" | "/dev/full" | "/dev/kmsg" => Stream::Log,
            "/dev/stdout" | "/dev/fd/1" => self.shell.stream(1),
            "/dev/stderr" | "/dev/fd/2" => self.shell.stream(2),
            _ if !is_known(&path) => {
                self.doubt_here();
                Stream::Log
            }
            _ => {
                let opened = target.is_empty() || !self.write_file(&path, "", append);
                if opened {
                    self.wrong(Wrong::NoFolder(path));
                    return false;
                }
                Stream::File(path)
            }
        };
        self.lead(redirect, stream);
        true
    }

    /// `2>&1`, `<&3`, `>&-`, and `>& file`.
    fn follow(&mut self, redirect: &Redirect, target: &str) -> bool {
        let standard = u32::from(redirect.kind != RedirectKind::DupInput);
        let number = number_of(redirect, standard);
        let wanted = target.trim_end_matches('-');
        if wanted.is_empty() {
            self.shell.connect(number, Stream::Closed);
            return true;
        }
        if let Ok(other) = wanted.parse::<u32>() {
            let stream = self.shell.stream(other);
            self.shell.connect(number, stream);
            return true;
        }
        if redirect.kind == RedirectKind::DupOutput && redirect.fd.is_none() {
            let opened = self.open_output(redirect, target, false);
            let stream = self.shell.stream(1);
            self.shell.connect(2, stream);
            return opened;
        }
        self.doubt_here();
        true
    }
}

fn number_of(redirect: &Redirect, standard: u32) -> u32 {
    redirect.fd.and_then(|number| u32::try_from(number).ok()).unwrap_or(standard)
}
