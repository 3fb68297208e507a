//! Words (Bash manual, "Shell Expansions").

use std::rc::Rc;

use shuck_ast::{CommandSubstitutionSyntax, Pattern, PatternPart, Span, Word, WordPart, WordPartNode};
use shuck_parser::parser::Parser;

use super::fields::{Fields, names};
use super::literal::{double_quoted, literal_text, unquoted, within_backticks};
use super::parameter::Expanded;
use super::pattern::unescaped;
use super::{Flow, Program, Run, Shell, Step, braces};
use crate::verify::user_data::lines::Lines;
use crate::verify::user_data::machine::Node;

/// How a word is used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// As arguments: split, and matched with files.
    Arguments,
    /// As one text.
    Single,
    /// As a pattern: what comes without quotes keeps its meaning in it.
    Pattern,
    /// As the value of a variable: `~` counts after a colon, too.
    Value,
}

impl Run<'_> {
    /// The arguments that words become.
    pub(super) fn words(&mut self, program: &Rc<Program>, words: &[Word]) -> Step<Vec<String>> {
        let mut all = Vec::new();
        for word in words {
            if word.has_active_brace_expansion() {
                for text in braces::expand(word.span.slice(&program.text)) {
                    self.text_word(program, &text, word.span, &mut all)?;
                }
            } else {
                self.word(program, word, &mut all)?;
            }
        }
        Ok(all)
    }

    /// The arguments of a word that isn't in the script as it is.
    fn text_word(&mut self, program: &Rc<Program>, text: &str, span: Span, all: &mut Vec<String>) -> Step {
        let word = Parser::parse_word_string(text);
        let inner = Rc::new(Program {
            text: text.into(),
            body: Rc::default(),
            broken: None,
            lines: Lines::At(program.line(span)),
        });
        self.word(&inner, &word, all)
    }

    fn word(&mut self, program: &Rc<Program>, word: &Word, all: &mut Vec<String>) -> Step {
        let mut fields = Fields::default();
        self.parts(program, &word.parts, Use::Arguments, false, &mut fields)?;
        for pattern in fields.patterns() {
            if self.shell.options.noglob {
                all.push(unescaped(&pattern));
                continue;
            }
            let found = names(&self.machine, &self.shell.folder, &pattern, self.shell.options.dotglob);
            if found.is_empty() && self.shell.options.failglob {
                self.shell.status = 1;
                return Err(Flow::Exit);
            }
            if found.is_empty() && !self.shell.options.nullglob {
                all.push(unescaped(&pattern));
            }
            all.extend(found);
        }
        Ok(())
    }

    /// A word as one text.
    pub(super) fn single(&mut self, program: &Rc<Program>, word: &Word) -> Step<String> {
        self.joined(program, word, Use::Single)
    }

    /// A word as the value of a variable.
    pub(super) fn value(&mut self, program: &Rc<Program>, word: &Word) -> Step<String> {
        self.joined(program, word, Use::Value)
    }

    fn joined(&mut self, program: &Rc<Program>, word: &Word, how: Use) -> Step<String> {
        let mut fields = Fields::default();
        self.parts(program, &word.parts, how, false, &mut fields)?;
        Ok(fields.patterns().iter().map(|pattern| unescaped(pattern)).collect::<Vec<_>>().join(" "))
    }

    /// A word as a pattern: what is quoted in it means itself.
    pub(super) fn word_pattern(&mut self, program: &Rc<Program>, word: &Word) -> Step<String> {
        let mut fields = Fields::default();
        self.parts(program, &word.parts, Use::Pattern, false, &mut fields)?;
        Ok(fields.patterns().join(" "))
    }

    /// A pattern of `case`, `[[` or a parameter.
    pub(super) fn pattern(&mut self, program: &Rc<Program>, pattern: &Pattern) -> Step<String> {
        let source = pattern.span.slice(&program.text);
        // The parser takes what follows an escaped backslash for escaped, too.
        if source.contains("\\\\") {
            if source.contains(['"', '\'', '$', '`', '(']) {
                self.doubt_here();
            } else {
                let mut fields = Fields::default();
                unquoted(source, &mut fields);
                return Ok(fields.patterns().concat());
            }
        }
        let mut text = String::new();
        for part in &pattern.parts {
            match &part.kind {
                PatternPart::Literal(literal) => {
                    let raw = literal_text(literal, program, part.span);
                    let mut fields = Fields::default();
                    unquoted(&raw, &mut fields);
                    text.push_str(&fields.patterns().concat());
                }
                PatternPart::AnyString => text.push('*'),
                PatternPart::AnyChar => text.push('?'),
                PatternPart::CharClass(class) => text.push_str(class.slice(&program.text)),
                PatternPart::Group { kind, patterns } => {
                    let mut parts = Vec::new();
                    for one in patterns {
                        parts.push(self.pattern(program, one)?);
                    }
                    text.extend([&kind.prefix().to_string(), "(", &parts.join("|"), ")"]);
                }
                PatternPart::Word(word) => text.push_str(&self.word_pattern(program, word)?),
            }
        }
        Ok(text)
    }

    fn parts(
        &mut self,
        program: &Rc<Program>,
        parts: &[WordPartNode],
        how: Use,
        quoted: bool,
        fields: &mut Fields,
    ) -> Step {
        for (index, part) in parts.iter().enumerate() {
            match &part.kind {
                WordPart::Literal(literal) => {
                    let text = literal_text(literal, program, part.span);
                    if quoted {
                        fields.quoted(&double_quoted(literal, &text));
                    } else {
                        let text = self.tildes(&text, index == 0, how, fields);
                        unquoted(&text, fields);
                    }
                }
                WordPart::SingleQuoted { value, .. } => fields.quoted(value.slice(&program.text)),
                WordPart::DoubleQuoted { parts, .. } => {
                    let is_list = matches!(parts.as_slice(), [one] if is_all(&one.kind));
                    if !is_list {
                        fields.quoted("");
                    }
                    self.parts(program, parts, how, true, fields)?;
                }
                other => self.part(program, other, part.span, (how, quoted), fields)?,
            }
        }
        Ok(())
    }

    fn part(
        &mut self,
        program: &Rc<Program>,
        part: &WordPart,
        span: Span,
        (how, quoted): (Use, bool),
        fields: &mut Fields,
    ) -> Step {
        let expanded = match part {
            WordPart::Variable(name) => self.named(name.as_str())?,
            WordPart::Parameter(parameter) => self.parameter(program, parameter)?,
            WordPart::CommandSubstitution { syntax, .. } => {
                let slice = span.slice(&program.text).to_owned();
                Expanded::One(self.substitution(program, &slice, *syntax, span, quoted)?)
            }
            WordPart::ArithmeticExpansion { expression, .. } => {
                let expression = expression.slice(&program.text).to_owned();
                Expanded::One(self.arithmetic_text(program, &expression)?)
            }
            WordPart::ProcessSubstitution { body, is_input } => Expanded::One(self.process(program, body, *is_input)?),
            _ => {
                self.doubt_here();
                Expanded::One(self.unknown())
            }
        };
        if how == Use::Pattern && !quoted {
            fields.pattern(&expanded.text());
            return Ok(());
        }
        if let Expanded::One(text) = &expanded
            && (quoted || how != Use::Arguments)
        {
            fields.quoted(text);
            return Ok(());
        }
        let separators = self.shell.text("IFS").unwrap_or_else(|| " \t\n".to_owned());
        match expanded {
            Expanded::One(text) => fields.split(&text, &separators),
            Expanded::All(all) if quoted && how == Use::Arguments => {
                for (index, one) in all.iter().enumerate() {
                    if index > 0 {
                        fields.end();
                    }
                    fields.quoted(one);
                }
            }
            Expanded::Joined(all) if quoted => {
                let separator = separators.chars().next().map(String::from).unwrap_or_default();
                fields.quoted(&all.join(&separator));
            }
            Expanded::All(all) | Expanded::Joined(all) if how != Use::Arguments => fields.quoted(&all.join(" ")),
            Expanded::All(all) | Expanded::Joined(all) => {
                for (index, one) in all.iter().enumerate() {
                    if index > 0 {
                        fields.end();
                    }
                    fields.split(one, &separators);
                }
            }
        }
        Ok(())
    }

    /// `<(…)` as the name of a file with what the commands write.
    fn process(&mut self, program: &Rc<Program>, body: &shuck_ast::StmtSeq, is_input: bool) -> Step<String> {
        if !is_input {
            return Ok("/dev/null".to_owned());
        }
        let shell = self.shell.subshell();
        let (_, text) = self.captured_in(shell, |run| run.statements(program, &body.stmts))?;
        self.unknowns += 1;
        let path = format!("/dev/fd/{}", 62 + self.unknowns);
        self.machine.files.put(&path, Node::file(&text));
        Ok(path)
    }

    /// Runs something in a shell of its own and returns what it writes.
    pub(super) fn captured_in(&mut self, shell: Shell, inside: impl FnOnce(&mut Self) -> Step) -> Step<(i32, String)> {
        self.captured(|run| {
            let mut shell = shell;
            shell.streams.clone_from(&run.shell.streams);
            run.in_shell(shell, inside)
        })
    }

    /// `$(…)` and backticks.
    pub(super) fn substitution(
        &mut self,
        program: &Rc<Program>,
        slice: &str,
        syntax: CommandSubstitutionSyntax,
        span: Span,
        quoted: bool,
    ) -> Step<String> {
        let text = match syntax {
            CommandSubstitutionSyntax::DollarParen => {
                slice.strip_prefix("$(").and_then(|rest| rest.strip_suffix(')')).unwrap_or_default().to_owned()
            }
            CommandSubstitutionSyntax::Backtick => within_backticks(slice.trim_matches('`'), quoted),
        };
        let reads = text.trim_start();
        let text = if reads.starts_with('<') && !reads.starts_with("<<") && !reads.starts_with("<(") {
            format!("cat {reads}")
        } else {
            text
        };
        let lines = match program.lines {
            Lines::From(_) => Lines::From(program.line(span)),
            at @ Lines::At(_) => at,
        };
        let mut shell = self.shell.subshell();
        shell.options.errexit &= shell.options.inherit_errexit || shell.options.posix;
        let (line, command) = (self.line, self.command.clone());
        let (status, output) = self.captured_in(shell, |run| run.whole_shell(&text, lines))?;
        self.line = line;
        self.command = command;
        self.shell.status = status;
        self.substituted = true;
        Ok(output.trim_end_matches('\n').to_owned())
    }

    /// `~` at the beginning of a word, and after colons in values (Bash manual, "Tilde Expansion"). Returns the text behind it.
    fn tildes(&self, text: &str, is_first: bool, how: Use, fields: &mut Fields) -> String {
        let mut rest = text.to_owned();
        let mut may_begin = is_first;
        let mut before = String::new();
        loop {
            if may_begin && rest.starts_with('~') {
                let end = rest.find(['/', ':']).unwrap_or(rest.len());
                if let Some(home) = self.tilde(&rest[1..end]) {
                    unquoted(&before, fields);
                    before.clear();
                    fields.quoted(&home);
                    rest = rest[end..].to_owned();
                }
            }
            match rest.find(':') {
                Some(at) if how == Use::Value => {
                    before.push_str(&rest[..=at]);
                    rest = rest[at + 1..].to_owned();
                    may_begin = true;
                }
                _ => return before + &rest,
            }
        }
    }

    fn tilde(&self, name: &str) -> Option<String> {
        match name {
            "" => Some(self.shell.text("HOME").unwrap_or_else(|| Shell::home_of(&self.shell.user))),
            "+" => Some(self.shell.folder.clone()),
            "-" => self.shell.text("OLDPWD"),
            "root" | "ec2-user" => Some(Shell::home_of(name)),
            _ => None,
        }
    }

    /// An arithmetic expression as text.
    pub(super) fn arithmetic_text(&mut self, program: &Rc<Program>, expression: &str) -> Step<String> {
        match self.arithmetic(program, expression)? {
            Some(number) => Ok(number.to_string()),
            None => Ok(self.unknown()),
        }
    }

    /// A text with variables in it, as if it stood in double quotes.
    pub(super) fn expanded(&mut self, program: &Rc<Program>, text: &str) -> Step<String> {
        if !text.contains(['$', '`']) {
            return Ok(text.replace('"', ""));
        }
        let quoted = format!("\"{}\"", text.replace('"', ""));
        let word = Parser::parse_word_string(&quoted);
        let line = self.line;
        let inner = Rc::new(Program {
            text: quoted.as_str().into(),
            body: Rc::default(),
            broken: None,
            lines: within(program.lines, line),
        });
        self.single(&inner, &word)
    }
}

/// Lines of a text that stands in line `line` of another.
fn within(lines: Lines, line: usize) -> Lines {
    match lines {
        Lines::At(line) => Lines::At(line),
        Lines::From(_) => Lines::At(line),
    }
}

fn is_all(part: &WordPart) -> bool {
    match part {
        WordPart::Variable(name) => name.as_str() == "@",
        WordPart::Parameter(parameter) => super::parameter::is_all(parameter),
        _ => false,
    }
}
