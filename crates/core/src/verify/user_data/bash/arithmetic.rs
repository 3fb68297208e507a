//! Numbers (Bash manual, "Shell Arithmetic").

use std::rc::Rc;

use super::{Flow, Program, Run, Step, Value};
use crate::verify::user_data::text::is_known;

/// Names that stand for names.
const DEEPEST: usize = 8;
/// Operators by their binding, weakest first.
const BINARY: [&[&str]; 10] = [
    &["||"],
    &["&&"],
    &["|"],
    &["^"],
    &["&"],
    &["==", "!="],
    &["<=", ">=", "<", ">"],
    &["<<", ">>"],
    &["+", "-"],
    &["*", "/", "%"],
];
const ASSIGNING: [&str; 11] = ["=", "+=", "-=", "*=", "/=", "%=", "<<=", ">>=", "&=", "^=", "|="];

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(i64),
    Name(String),
    Sign(&'static str),
}

/// All signs, longest first.
const SIGNS: [&str; 36] = [
    "<<=", ">>=", "**", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "+=", "-=", "*=", "/=", "%=", "&=",
    "^=", "|=", "+", "-", "*", "/", "%", "<", ">", "=", "!", "~", "&", "|", "^", "?", ":",
];

/// A value, or none where only a run could tell.
type Number = Option<i64>;

struct Reader<'r, 'a> {
    run: &'r mut Run<'a>,
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    /// Whether what is read is evaluated.
    counts: bool,
}

impl Run<'_> {
    /// The value of an expression; none where only a run could tell. An expression that can't be read is an error and fails.
    pub(super) fn arithmetic(&mut self, program: &Rc<Program>, expression: &str) -> Step<Number> {
        let text = self.expanded(program, expression)?;
        self.evaluate(&text, 0)
    }

    /// The value of a text.
    pub(super) fn evaluate(&mut self, text: &str, depth: usize) -> Step<Number> {
        if !is_known(text) || depth > DEEPEST {
            return Ok(None);
        }
        let Some(tokens) = tokens(text) else { return Ok(self.no_number()) };
        if tokens.is_empty() {
            return Ok(Some(0));
        }
        if tokens.len() > 400 {
            return Ok(None);
        }
        let mut reader = Reader { run: self, tokens, at: 0, depth, counts: true };
        let value = reader.comma();
        let is_whole = reader.at == reader.tokens.len();
        match value {
            Ok(value) if is_whole => Ok(value),
            Err(flow @ (Flow::Stop | Flow::Blocks)) => Err(flow),
            _ => Ok(self.no_number()),
        }
    }

    /// An expression that isn't one: the command fails.
    fn no_number(&mut self) -> Number {
        self.doubt_here();
        None
    }
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(character) = rest.chars().next() {
        if character.is_ascii_digit() {
            let end =
                rest.find(|one: char| !one.is_ascii_alphanumeric() && one != '#' && one != '_').unwrap_or(rest.len());
            tokens.push(Token::Number(number(&rest[..end])?));
            rest = &rest[end..];
        } else if character.is_ascii_alphabetic() || character == '_' {
            let end = rest.find(|one: char| !one.is_ascii_alphanumeric() && one != '_').unwrap_or(rest.len());
            tokens.push(Token::Name(rest[..end].to_owned()));
            rest = &rest[end..];
        } else if let Some(sign) = SIGNS.iter().chain(&["(", ")", ",", "[", "]"]).find(|sign| rest.starts_with(**sign))
        {
            tokens.push(Token::Sign(sign));
            rest = &rest[sign.len()..];
        } else {
            return None;
        }
        rest = rest.trim_start();
    }
    Some(tokens)
}

fn number(text: &str) -> Option<i64> {
    if let Some(hex) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        return i64::from_str_radix(hex, 16).ok();
    }
    if let Some((base, digits)) = text.split_once('#') {
        let base = base.parse().ok().filter(|base| (2..=36).contains(base))?;
        return i64::from_str_radix(digits, base).ok();
    }
    if text.len() > 1 && text.starts_with('0') {
        return i64::from_str_radix(text, 8).ok();
    }
    text.parse().ok()
}

impl Reader<'_, '_> {
    fn sign(&mut self, signs: &[&'static str]) -> Option<&'static str> {
        match self.tokens.get(self.at) {
            Some(Token::Sign(sign)) if signs.contains(sign) => {
                self.at += 1;
                Some(sign)
            }
            _ => None,
        }
    }

    fn wanted(&mut self, sign: &'static str) -> Step {
        self.sign(&[sign]).map(|_| ()).ok_or(Flow::Exit)
    }

    fn comma(&mut self) -> Step<Number> {
        let mut value = self.assignment()?;
        while self.sign(&[","]).is_some() {
            value = self.assignment()?;
        }
        Ok(value)
    }

    fn assignment(&mut self) -> Step<Number> {
        if let (Some(Token::Name(name)), Some(Token::Sign(sign))) =
            (self.tokens.get(self.at), self.tokens.get(self.at + 1))
            && ASSIGNING.contains(sign)
        {
            let (name, sign) = (name.clone(), *sign);
            self.at += 2;
            let right = self.assignment()?;
            let value = if sign == "=" {
                right
            } else {
                let left = self.variable(&name)?;
                combine(&sign[..sign.len() - 1], left, right)
            };
            return self.assign(&name, value);
        }
        self.conditional()
    }

    fn assign(&mut self, name: &str, value: Number) -> Step<Number> {
        if self.counts {
            let text = value.map_or_else(|| self.run.unknown(), |value| value.to_string());
            self.run.assign(name, Value::Text(text))?;
        }
        Ok(value)
    }

    fn conditional(&mut self) -> Step<Number> {
        let condition = self.binary(0)?;
        if self.sign(&["?"]).is_none() {
            return Ok(condition);
        }
        let counts = self.counts;
        self.counts = counts && condition.is_none_or(|value| value != 0);
        let yes = self.assignment()?;
        self.wanted(":")?;
        self.counts = counts && condition.is_none_or(|value| value == 0);
        let no = self.conditional()?;
        self.counts = counts;
        Ok(condition.and_then(|value| if value != 0 { yes } else { no }))
    }

    fn binary(&mut self, level: usize) -> Step<Number> {
        let Some(signs) = BINARY.get(level) else { return self.power() };
        let mut left = self.binary(level + 1)?;
        while let Some(sign) = self.sign(signs) {
            let counts = self.counts;
            let decided =
                matches!((sign, left), ("&&", Some(0))) || matches!((sign, left), ("||", Some(value)) if value != 0);
            self.counts = counts && !decided;
            let right = self.binary(level + 1)?;
            self.counts = counts;
            left = match (sign, left) {
                ("&&", Some(0)) => Some(0),
                ("||", Some(value)) if value != 0 => Some(1),
                _ => combine(sign, left, right),
            };
        }
        Ok(left)
    }

    fn power(&mut self) -> Step<Number> {
        let base = self.unary()?;
        if self.sign(&["**"]).is_none() {
            return Ok(base);
        }
        let exponent = self.power()?;
        Ok(combine("**", base, exponent))
    }

    fn unary(&mut self) -> Step<Number> {
        self.depth += 1;
        if self.depth > 60 {
            return Err(Flow::Exit);
        }
        let value = match self.sign(&["!", "~", "-", "+", "++", "--"]) {
            Some("!") => self.unary()?.map(|value| i64::from(value == 0)),
            Some("~") => self.unary()?.map(|value| !value),
            Some("-") => self.unary()?.map(i64::wrapping_neg),
            Some("+") => self.unary()?,
            Some(step) => {
                let Some(Token::Name(name)) = self.tokens.get(self.at).cloned() else { return Err(Flow::Exit) };
                self.at += 1;
                let before = self.variable(&name)?;
                let after = combine(&step[..1], before, Some(1));
                self.assign(&name, after)?
            }
            None => self.primary()?,
        };
        self.depth -= 1;
        Ok(value)
    }

    fn primary(&mut self) -> Step<Number> {
        if self.sign(&["("]).is_some() {
            let value = self.comma()?;
            self.wanted(")")?;
            return Ok(value);
        }
        match self.tokens.get(self.at).cloned() {
            Some(Token::Number(number)) => {
                self.at += 1;
                Ok(Some(number))
            }
            Some(Token::Name(name)) => {
                self.at += 1;
                if self.sign(&["["]).is_some() {
                    return self.element(&name);
                }
                let before = self.variable(&name)?;
                if let Some(step) = self.sign(&["++", "--"]) {
                    self.assign(&name, combine(&step[..1], before, Some(1)))?;
                }
                Ok(before)
            }
            _ => Err(Flow::Exit),
        }
    }

    fn element(&mut self, name: &str) -> Step<Number> {
        let index = self.comma()?;
        self.wanted("]")?;
        let Some(index) = index else { return Ok(None) };
        let found = self.run.elements(name).into_iter().find(|(key, _)| *key == index.to_string());
        found.map_or(Ok(Some(0)), |(_, text)| self.run.evaluate(&text, self.depth + 1))
    }

    fn variable(&mut self, name: &str) -> Step<Number> {
        match self.run.get(name) {
            Some(text) => self.run.evaluate(&text, self.depth + 1),
            None => Ok(Some(0)),
        }
    }
}

/// Two numbers by an operator; none too where it is an error, such as a division by zero.
fn combine(sign: &str, left: Number, right: Number) -> Number {
    let (left, right) = (left?, right?);
    let shift = u32::try_from(right & 63).unwrap_or(0);
    Some(match sign {
        "+" => left.wrapping_add(right),
        "-" => left.wrapping_sub(right),
        "*" => left.wrapping_mul(right),
        "/" => left.checked_div(right)?,
        "%" => left.checked_rem(right)?,
        "**" => left.wrapping_pow(u32::try_from(right).ok()?),
        "<<" => left.wrapping_shl(shift),
        ">>" => left.wrapping_shr(shift),
        "&" => left & right,
        "|" => left | right,
        "^" => left ^ right,
        "==" => i64::from(left == right),
        "!=" => i64::from(left != right),
        "<" => i64::from(left < right),
        ">" => i64::from(left > right),
        "<=" => i64::from(left <= right),
        ">=" => i64::from(left >= right),
        "&&" => i64::from(left != 0 && right != 0),
        "||" => i64::from(left != 0 || right != 0),
        _ => return None,
    })
}
