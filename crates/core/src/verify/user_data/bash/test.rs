//! Conditions: `[[ … ]]`, `[ … ]` and `test` (Bash manual, "Bash Conditional Expressions").

use std::rc::Rc;

use shuck_ast::{ConditionalBinaryExpr, ConditionalBinaryOp, ConditionalExpr, ConditionalUnaryOp};

use super::{Program, Run, Step, pattern};
use crate::verify::user_data::machine::{Found, Node, absolute};
use crate::verify::user_data::text::{equal, is_empty, is_known};

impl Run<'_> {
    /// Whether `[[ … ]]` holds.
    pub(super) fn conditional(&mut self, program: &Rc<Program>, expression: &ConditionalExpr) -> Step<bool> {
        match expression {
            ConditionalExpr::Parenthesized(inner) => self.conditional(program, &inner.expr),
            ConditionalExpr::Unary(unary) if unary.op == ConditionalUnaryOp::Not => {
                Ok(!self.conditional(program, &unary.expr)?)
            }
            ConditionalExpr::Unary(unary) => {
                let operand = self.operand(program, &unary.expr)?;
                self.unary(unary.op.as_str(), &operand)
            }
            ConditionalExpr::Binary(binary) => self.binary_condition(program, binary),
            other => {
                let text = self.operand(program, other)?;
                self.unary("-n", &text)
            }
        }
    }

    fn operand(&mut self, program: &Rc<Program>, expression: &ConditionalExpr) -> Step<String> {
        match expression {
            ConditionalExpr::Word(word) | ConditionalExpr::Regex(word) => self.single(program, word),
            ConditionalExpr::Pattern(pattern) => Ok(pattern::unescaped(&self.pattern(program, pattern)?)),
            ConditionalExpr::VarRef(reference) => Ok(reference.span.slice(&program.text).to_owned()),
            other => Ok(i32::from(!self.conditional(program, other)?).to_string()),
        }
    }

    fn binary_condition(&mut self, program: &Rc<Program>, binary: &ConditionalBinaryExpr) -> Step<bool> {
        match binary.op {
            ConditionalBinaryOp::And => {
                Ok(self.conditional(program, &binary.left)? && self.conditional(program, &binary.right)?)
            }
            ConditionalBinaryOp::Or => {
                Ok(self.conditional(program, &binary.left)? || self.conditional(program, &binary.right)?)
            }
            ConditionalBinaryOp::PatternEq | ConditionalBinaryOp::PatternEqShort | ConditionalBinaryOp::PatternNe => {
                let text = self.operand(program, &binary.left)?;
                let wanted = match &*binary.right {
                    ConditionalExpr::Pattern(pattern) => self.pattern(program, pattern)?,
                    ConditionalExpr::Word(word) => self.word_pattern(program, word)?,
                    other => pattern::escaped(&self.operand(program, other)?),
                };
                let hit = self.either(pattern::matches(&wanted, &text), &format!("{text} like {wanted}"), true)?;
                Ok(hit == (binary.op != ConditionalBinaryOp::PatternNe))
            }
            ConditionalBinaryOp::RegexMatch => {
                let text = self.operand(program, &binary.left)?;
                let wanted = self.operand(program, &binary.right)?;
                self.either(regex(&text, &wanted), &format!("{text} =~ {wanted}"), true)
            }
            op => {
                let left = self.operand(program, &binary.left)?;
                let right = self.operand(program, &binary.right)?;
                Ok(self.binary(&left, op.as_str(), &right, true)?.unwrap_or(false))
            }
        }
    }

    /// The status of `test` with these words: 2 where it can't read them.
    pub(super) fn test(&mut self, words: &[String]) -> Step<i32> {
        let holds = match words {
            [] => Some(false),
            [one] => Some(self.unary("-n", one)?),
            [not, rest @ ..] if not == "!" && rest.len() != 2 => return Ok(flipped(self.test(rest)?)),
            [left, op, right] if is_binary(op) => self.binary(left, op, right, false)?,
            [not, op, operand] if not == "!" && is_unary(op) => Some(!self.unary(op, operand)?),
            [not, operand] if not == "!" => Some(!self.unary("-n", operand)?),
            [op, operand] if is_unary(op) => Some(self.unary(op, operand)?),
            [open, inner @ .., close] if open == "(" && close == ")" => return self.test(inner),
            _ => return self.joined_tests(words),
        };
        Ok(holds.map_or(2, |holds| i32::from(!holds)))
    }

    /// `-o` binds weaker than `-a`.
    fn joined_tests(&mut self, words: &[String]) -> Step<i32> {
        for (op, decides) in [("-o", 0), ("-a", 1)] {
            if let Some(at) = words.iter().position(|word| word == op) {
                let left = self.test(&words[..at])?;
                return if left == decides || left > 1 { Ok(left) } else { self.test(&words[at + 1..]) };
            }
        }
        Ok(2)
    }

    fn unary(&mut self, op: &str, operand: &str) -> Step<bool> {
        let key = format!("{op} {operand}");
        match op {
            "-z" => self.either(is_empty(operand), &key, false),
            "-n" => {
                let known = is_empty(operand).map(|empty| !empty);
                self.either(known, &format!("filled {operand}"), true)
            }
            "-v" => Ok(self.get(operand).is_some()),
            "-o" => Ok(self.has_option(operand)),
            "-t" => Ok(false),
            _ => {
                let path = absolute(&self.shell.folder, operand);
                let known = if operand.is_empty() { Some(false) } else { self.file_test(op, &path) };
                self.either(known, &key, true)
            }
        }
    }

    fn file_test(&self, op: &str, path: &str) -> Option<bool> {
        if self.is_forbidden(path) {
            return Some(false);
        }
        let found = if matches!(op, "-L" | "-h") {
            let path = self.machine.files.resolve(path, false);
            self.machine.look_at(&path)
        } else {
            self.machine.look(path)
        };
        let node = match found {
            Found::Node(node) => node,
            Found::Nothing => return Some(false),
            Found::Unknown => return None,
        };
        match (op, &node) {
            ("-f", node) => Some(matches!(node, Node::File { .. }) && !path.starts_with("/dev/")),
            ("-d", node) => Some(matches!(node, Node::Folder { .. })),
            ("-L" | "-h", node) => Some(matches!(node, Node::Link(_))),
            ("-s", Node::File { text, .. }) => is_empty(text).map(|empty| !empty),
            ("-x", Node::File { executable, .. }) => Some(*executable),
            ("-b" | "-c" | "-p" | "-S" | "-g" | "-u" | "-k", _) => Some(path.starts_with("/dev/") && op == "-c"),
            _ => Some(true),
        }
    }

    /// A comparison; none where it can't be read.
    fn binary(&mut self, left: &str, op: &str, right: &str, computes: bool) -> Step<Option<bool>> {
        let key = format!("{left} {op} {right}");
        let known = match op {
            "=" | "==" => equal(left, right),
            "!=" => equal(left, right).map(|same| !same),
            "<" | ">" if is_known(left) && is_known(right) => Some(if op == "<" { left < right } else { left > right }),
            "-ef" => self.is_same_file(left, right),
            "-nt" | "-ot" | "<" | ">" => None,
            _ => return self.compared(left, op, right, computes),
        };
        self.either(known, &key, op != "!=").map(Some)
    }

    /// Whether two paths lead to one file; none where only a run could tell.
    fn is_same_file(&self, left: &str, right: &str) -> Option<bool> {
        let [left, right] =
            [left, right].map(|path| self.machine.files.resolve(&absolute(&self.shell.folder, path), true));
        match (self.machine.look_at(&left), self.machine.look_at(&right)) {
            (Found::Nothing, _) | (_, Found::Nothing) => Some(false),
            (Found::Node(_), Found::Node(_)) => Some(left == right || self.machine.files.is_one_file(&left, &right)),
            _ => None,
        }
    }

    fn compared(&mut self, left: &str, op: &str, right: &str, computes: bool) -> Step<Option<bool>> {
        let mut numbers = [None, None];
        for (number, text) in numbers.iter_mut().zip([left, right]) {
            let text = text.trim();
            // What `[[` computes may be octal.
            let is_octal = computes && text.trim_start_matches(['-', '+']).starts_with('0');
            *number = match text.parse::<i64>() {
                Ok(_) if is_octal => self.evaluate(text, 0)?,
                Ok(value) => Some(value),
                Err(_) if !is_known(text) => None,
                Err(_) if computes => self.evaluate(text, 0)?,
                // Not a number: an error.
                Err(_) => return Ok(None),
            };
        }
        let known = match numbers {
            [Some(left), Some(right)] => Some(match op {
                "-eq" => left == right,
                "-ne" => left != right,
                "-lt" => left < right,
                "-le" => left <= right,
                "-gt" => left > right,
                _ => left >= right,
            }),
            _ => None,
        };
        self.either(known, &format!("{left} {op} {right}"), op != "-ne").map(Some)
    }
}

fn flipped(status: i32) -> i32 {
    match status {
        0 => 1,
        1 => 0,
        other => other,
    }
}

fn is_binary(op: &str) -> bool {
    matches!(op, "=" | "==" | "!=" | "<" | ">" | "-eq" | "-ne" | "-lt" | "-le" | "-gt" | "-ge" | "-nt" | "-ot" | "-ef")
}

fn is_unary(op: &str) -> bool {
    op.len() == 2 && op.starts_with('-') && "abcdefghknoprstuvwxzGLNORS".contains(&op[1..])
}

/// Whether a text matches a regular expression that is nothing but text with anchors; none for others.
fn regex(text: &str, wanted: &str) -> Option<bool> {
    let (wanted, begins) = wanted.strip_prefix('^').map_or((wanted, false), |rest| (rest, true));
    let (wanted, ends) = wanted.strip_suffix('$').map_or((wanted, false), |rest| (rest, true));
    if wanted.contains(|one: char| "\\.[]()*+?{}|^$".contains(one)) || !is_known(wanted) {
        return None;
    }
    if !is_known(text) {
        return (text.contains(wanted) && !begins && !ends).then_some(true);
    }
    Some(match (begins, ends) {
        (true, true) => text == wanted,
        (true, false) => text.starts_with(wanted),
        (false, true) => text.ends_with(wanted),
        (false, false) => text.contains(wanted),
    })
}
