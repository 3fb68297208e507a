//! What bash refuses and the parser lets pass: commands without anything between them, empty groups, and errors within `$(…)`.

use shuck_ast::{
    ArrayExpr, Assignment, AssignmentValue, BuiltinCommand, Command, CommandSubstitutionSyntax, CompoundCommand,
    DeclOperand, Pattern, Redirect, RedirectTarget, Stmt, StmtSeq, Word, WordPart, WordPartNode,
};

/// Tells where the first error is in a text within `$(…)`, in bytes.
type Inner<'a> = dyn Fn(&str) -> Option<usize> + 'a;

/// Where the first error is in these commands of `text`, in bytes; `inner` tells of a text within `$(…)` where its own is.
pub(super) fn error(text: &str, statements: &[Stmt], inner: &Inner<'_>) -> Option<usize> {
    Checker { text, inner }.statements(statements)
}

struct Checker<'t> {
    text: &'t str,
    inner: &'t Inner<'t>,
}

impl Checker<'_> {
    fn statements(&self, statements: &[Stmt]) -> Option<usize> {
        let start = |statement: &Stmt| statement.span.start.offset().min(self.text.len());
        statements.iter().enumerate().find_map(|(index, statement)| {
            let apart = if index == 0 { self.is_first(start(statement)) } else { self.is_apart(start(statement)) };
            if apart { self.statement(statement) } else { Some(start(statement)) }
        })
    }

    /// Whether the end of a line, or one `;` or `&`, stands before a command. Where a group begins, its bracket is passed by.
    fn is_apart(&self, start: usize) -> bool {
        let Some(before) = self.text.get(..start) else { return true };
        let before = back(before, &[' ', '\t', '(', '{', '!']);
        let Some(separator) = before.chars().next_back() else { return true };
        // A comment ends with its line, whatever its last character is.
        let last_line = self.text[before.len()..start].contains('\n').then(|| before.rsplit('\n').next()).flatten();
        if last_line.is_some_and(|line| line.trim_start().starts_with('#') || line.contains(" #")) {
            return true;
        }
        let rest = back(&before[..before.len() - separator.len_utf8()], &[' ', '\t']);
        let is_escaped = rest.ends_with(['\\', ';', '&']) && rest[..rest.len() - 1].ends_with('\\');
        match separator {
            '\n' => true,
            ';' | '&' => is_escaped || !rest.ends_with([';', '&']) || rest.ends_with(";;"),
            _ => ["time", "-p"].iter().any(|word| before.ends_with(word)),
        }
    }

    /// Whether nothing but a keyword, a bracket or the end of a line stands before the first command of a body.
    fn is_first(&self, start: usize) -> bool {
        let Some(before) = self.text.get(..start) else { return true };
        let before = back(before, &[' ', '\t']);
        let Some(rest) = before.strip_suffix(';').filter(|rest| !rest.ends_with([';', '&'])) else { return true };
        let rest = back(rest, &[' ', '\t']);
        let word = rest.rsplit(|one: char| one.is_whitespace() || one == ';').next().unwrap_or_default();
        !matches!(word, "then" | "do" | "else" | "elif" | "if" | "while" | "until" | "{" | "(")
    }

    fn sequence(&self, body: &StmtSeq) -> Option<usize> {
        self.statements(&body.stmts)
    }

    /// A body that must not be empty.
    fn filled(&self, body: &StmtSeq, place: usize) -> Option<usize> {
        if body.stmts.is_empty() { Some(place.min(self.text.len())) } else { self.sequence(body) }
    }

    fn statement(&self, statement: &Stmt) -> Option<usize> {
        let place = statement.span.start.offset();
        let within = match &statement.command {
            Command::Simple(command) => {
                let mut words = std::iter::once(&command.name).chain(&command.args);
                // The parser counts a bracket at the end of the line to the command.
                let said = statement.span.slice(self.text).trim_end();
                if said.ends_with('(') && !said.ends_with("\\(") {
                    return Some(place.min(self.text.len()));
                }
                if let Some(word) = words.clone().find(|word| self.has_bracket(word)) {
                    return Some(word.span.start.offset().min(self.text.len()));
                }
                let mut assignments = command.assignments.iter();
                assignments.find_map(|one| self.assignment(one)).or_else(|| words.find_map(|word| self.word(word)))
            }
            Command::Builtin(command) => builtin_words(command).find_map(|word| self.word(word)),
            Command::Decl(clause) => clause.operands.iter().find_map(|operand| match operand {
                DeclOperand::Flag(word) | DeclOperand::Dynamic(word) => self.word(word),
                DeclOperand::Assignment(assignment) => self.assignment(assignment),
                DeclOperand::Name(_) => None,
            }),
            Command::Binary(binary) => self.statement(&binary.left).or_else(|| self.statement(&binary.right)),
            Command::Compound(compound) => self.compound(compound, place),
            // Without the brackets behind its name it is a command, and what follows a bracket among words.
            Command::Function(function) => {
                let body = function.body.span.start.offset().min(self.text.len());
                let head = self.text.get(place.min(body)..body).unwrap_or_default();
                let is_function = head.contains(')') || head.trim_start().starts_with("function");
                if is_function { self.statement(&function.body) } else { Some(place.min(self.text.len())) }
            }
            Command::AnonymousFunction(_) => Some(place),
        };
        within.or_else(|| statement.redirects.iter().find_map(|redirect| self.redirect(redirect)))
    }

    /// Whether a word has a bracket by itself, which only a pattern such as `@(a|b)` may have.
    fn has_bracket(&self, word: &Word) -> bool {
        word.span.slice(self.text).starts_with('(')
            || word.parts.iter().any(|part| {
                let text = part.span.slice(self.text);
                let mut before = ' ';
                matches!(part.kind, WordPart::Literal(_))
                    && text.chars().any(|one| {
                        let is_alone = one == '(' && !matches!(before, '?' | '*' | '+' | '@' | '!' | '\\' | '$' | '=');
                        before = one;
                        is_alone
                    })
            })
    }

    fn assignment(&self, assignment: &Assignment) -> Option<usize> {
        match &assignment.value {
            AssignmentValue::Scalar(word) => self.word(word),
            AssignmentValue::Compound(array) => self.array(array),
        }
    }

    /// An array holds words alone: an operator among them is an error.
    fn array(&self, array: &ArrayExpr) -> Option<usize> {
        array.elements.iter().map(|element| &element.value().word).find_map(|word| {
            let has_operator = word
                .parts
                .iter()
                .any(|part| matches!(part.kind, WordPart::Literal(_)) && has_operator(part.span.slice(self.text)));
            if has_operator { Some(word.span.start.offset().min(self.text.len())) } else { self.word(word) }
        })
    }

    fn redirect(&self, redirect: &Redirect) -> Option<usize> {
        match &redirect.target {
            RedirectTarget::Word(word) => self.word(word),
            RedirectTarget::Heredoc(_) => None,
        }
    }

    fn compound(&self, compound: &CompoundCommand, place: usize) -> Option<usize> {
        match compound {
            CompoundCommand::If(command) => self
                .sequence(&command.condition)
                .or_else(|| self.filled(&command.then_branch, place))
                .or_else(|| {
                    let mut branches = command.elif_branches.iter();
                    branches
                        .find_map(|(condition, branch)| self.sequence(condition).or_else(|| self.filled(branch, place)))
                })
                .or_else(|| command.else_branch.as_ref().and_then(|branch| self.filled(branch, place))),
            CompoundCommand::For(command) => {
                let mut words = command.words.iter().flatten();
                words.find_map(|word| self.word(word)).or_else(|| self.filled(&command.body, place))
            }
            CompoundCommand::ArithmeticFor(command) => self.filled(&command.body, place),
            CompoundCommand::While(command) => {
                self.filled(&command.condition, place).or_else(|| self.filled(&command.body, place))
            }
            CompoundCommand::Until(command) => {
                self.filled(&command.condition, place).or_else(|| self.filled(&command.body, place))
            }
            CompoundCommand::Case(command) => {
                let is_empty = |pattern: &Pattern| pattern.parts.is_empty();
                let lacks_pattern = command.cases.iter().any(|item| item.patterns.iter().all(is_empty));
                let first = lacks_pattern.then_some(place.min(self.text.len())).or_else(|| self.word(&command.word));
                first.or_else(|| command.cases.iter().find_map(|item| self.sequence(&item.body)))
            }
            CompoundCommand::Select(command) => self.filled(&command.body, place),
            CompoundCommand::Subshell(body) | CompoundCommand::BraceGroup(body) => self.filled(body, place),
            CompoundCommand::Time(command) => command.command.as_deref().and_then(|timed| self.statement(timed)),
            CompoundCommand::Coproc(command) => self.statement(&command.body),
            CompoundCommand::Arithmetic(_) | CompoundCommand::Conditional(_) => None,
            CompoundCommand::Repeat(_) | CompoundCommand::Foreach(_) | CompoundCommand::Always(_) => Some(place),
        }
    }

    fn word(&self, word: &Word) -> Option<usize> {
        self.parts(&word.parts)
    }

    fn parts(&self, parts: &[WordPartNode]) -> Option<usize> {
        parts.iter().find_map(|part| match &part.kind {
            WordPart::DoubleQuoted { parts, .. } => self.parts(parts),
            // Backticks are read when they run.
            WordPart::CommandSubstitution { syntax: CommandSubstitutionSyntax::DollarParen, .. } => {
                let slice = part.span.slice(self.text);
                let inner = slice.strip_prefix("$(").and_then(|inner| inner.strip_suffix(')'))?;
                // Behind this sign even the closing bracket is a comment.
                let is_open = inner.rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with('#'));
                let at = if is_open { Some(0) } else { (self.inner)(inner) }?;
                Some((part.span.start.offset() + 2 + at).min(self.text.len()))
            }
            WordPart::Variable(_) | WordPart::Parameter(_) => {
                let slice = part.span.slice(self.text);
                (slice.starts_with("${") && !slice.ends_with('}')).then_some(part.span.start.offset())
            }
            _ => None,
        })
    }
}

/// Whether text without quotes holds an operator of the shell.
fn has_operator(text: &str) -> bool {
    let mut escaped = false;
    text.chars().any(|one| {
        let is_operator = !escaped && matches!(one, ';' | '&' | '|' | '<' | '>');
        escaped = one == '\\' && !escaped;
        is_operator
    })
}

fn builtin_words(command: &BuiltinCommand) -> impl Iterator<Item = &Word> {
    let (first, rest) = match command {
        BuiltinCommand::Break(command) => (&command.depth, &command.extra_args),
        BuiltinCommand::Continue(command) => (&command.depth, &command.extra_args),
        BuiltinCommand::Return(command) => (&command.code, &command.extra_args),
        BuiltinCommand::Exit(command) => (&command.code, &command.extra_args),
    };
    first.iter().chain(rest)
}

/// A text without these characters and joined lines at its end.
fn back<'t>(mut text: &'t str, passed: &[char]) -> &'t str {
    loop {
        let shorter = text.trim_end_matches(passed);
        let shorter = match shorter.strip_suffix("\\\n") {
            Some(joined) if (joined.len() - joined.trim_end_matches('\\').len()).is_multiple_of(2) => joined,
            _ => shorter,
        };
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::super::Program;
    use crate::verify::user_data::lines::Lines;

    #[test_case("if a; then b; fi \\\nc", Some(2); "a command behind fi")]
    #[test_case("{ a; } > f \\\nb", Some(2); "a command behind a group")]
    #[test_case("sudo -u x ( a )", Some(1); "a bracket among words")]
    #[test_case("sudo f() { a; }", Some(1); "a function among words")]
    #[test_case("a &; b", Some(1); "two separators")]
    #[test_case("if a; then; b; fi", Some(1); "a separator behind then")]
    #[test_case("( )", Some(1); "an empty subshell")]
    #[test_case("a\n$(})", Some(2); "an error within a substitution")]
    #[test_case("a $(# b)", Some(1); "a comment that takes the bracket")]
    #[test_case("a ${b", Some(1); "an expansion that isn't closed")]
    #[test_case("a\nsudo (\nb\n)", Some(2); "a bracket at the end of a line")]
    #[test_case("case a in b) c;;\n(d) e;; )\nesac", Some(1); "a branch without a pattern")]
    #[test_case("case '' in '') c;; esac", None; "a branch for nothing")]
    #[test_case("shopt -s extglob\nls !(a|b) \\(c", None; "a pattern and an escaped bracket")]
    #[test_case("a=(b\nfalse && c)", Some(2); "an operator in an array")]
    #[test_case("a=(b; c)", Some(1); "a separator in an array")]
    #[test_case("f() { a b}", Some(1); "a group that a word's brace doesn't close")]
    #[test_case("a=(b # c\n  [d]=e\n)", None; "an array with a comment")]
    #[test_case("declare -A a=([b]=c [d]=\"e f\" \\\n [g]=h)", None; "an array over two lines")]
    #[test_case("echo $a}", None; "a brace behind a variable")]
    #[test_case("a & b", None; "a job and a command")]
    #[test_case("a # b\nc", None; "a comment between")]
    #[test_case("# a \\\nb\nc", None; "a comment that ends with a backslash")]
    #[test_case("a; ( b ); { c; }; ! d; time e", None; "groups, negation, time")]
    #[test_case("find . -exec a {} \\; ; b", None; "an escaped semicolon")]
    #[test_case("case a in b) c;; d) e;; esac; f", None; "branches")]
    #[test_case("a \\\n  b\nc", None; "a command over two lines")]
    fn errors(text: &str, line: Option<usize>) {
        assert_eq!(Program::read(text, Lines::From(1)).unwrap().broken, line);
    }
}
