//! Parameters (Bash manual, "Shell Parameter Expansion").

use std::rc::Rc;

use shuck_ast::{
    BourneParameterExpansion, ParameterExpansion, ParameterExpansionSyntax, Subscript, SubscriptSelector, VarRef,
};

use super::{Flow, Program, Run, Step, Value, Wrong};
use crate::verify::user_data::text::is_known;

/// What an expansion gives.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expanded {
    /// One text.
    One(String),
    /// Words that stay apart in quotes: `$@`.
    All(Vec<String>),
    /// Words that are joined in quotes: `$*`.
    Joined(Vec<String>),
}

impl Expanded {
    pub(super) fn text(&self) -> String {
        match self {
            Self::One(text) => text.clone(),
            Self::All(all) | Self::Joined(all) => all.join(" "),
        }
    }

    pub(super) fn map(self, change: impl Fn(&str) -> String) -> Self {
        match self {
            Self::One(text) => Self::One(change(&text)),
            Self::All(all) => Self::All(all.iter().map(|one| change(one)).collect()),
            Self::Joined(all) => Self::Joined(all.iter().map(|one| change(one)).collect()),
        }
    }
}

/// Whether an expansion is all of something, of which there may be nothing.
pub(super) fn is_all(parameter: &ParameterExpansion) -> bool {
    let ParameterExpansionSyntax::Bourne(syntax) = &parameter.syntax else { return false };
    match syntax {
        BourneParameterExpansion::Access { reference }
        | BourneParameterExpansion::Indices { reference }
        | BourneParameterExpansion::Slice { reference, .. } => {
            reference.name.as_str() == "@" || selector(reference) == Some(SubscriptSelector::At)
        }
        _ => false,
    }
}

fn selector(reference: &VarRef) -> Option<SubscriptSelector> {
    reference.subscript.as_deref().and_then(Subscript::selector)
}

impl Run<'_> {
    /// A variable as one text, as in a here-document.
    pub(super) fn variable(&mut self, name: &str) -> Step<String> {
        Ok(self.named(name)?.text())
    }

    /// An expansion in braces as one text.
    pub(super) fn parameter_text(&mut self, program: &Rc<Program>, parameter: &ParameterExpansion) -> Step<String> {
        Ok(self.parameter(program, parameter)?.text())
    }

    /// `$name`
    pub(super) fn named(&mut self, name: &str) -> Step<Expanded> {
        match name {
            "@" => return Ok(Expanded::All(self.shell.arguments.clone())),
            "*" => return Ok(Expanded::Joined(self.shell.arguments.clone())),
            _ => {}
        }
        match self.get(name) {
            Some(text) => Ok(Expanded::One(text)),
            None => self.unset(name),
        }
    }

    /// What a variable without a value gives: nothing, or the end under `set -u`.
    pub(super) fn unset(&mut self, name: &str) -> Step<Expanded> {
        if self.shell.options.nounset {
            self.wrong(Wrong::Unbound(name.to_owned()));
            self.shell.status = 1;
            return Err(Flow::Exit);
        }
        Ok(Expanded::One(String::new()))
    }

    /// The text of a variable or a special parameter; none where it isn't set.
    pub(super) fn get(&mut self, name: &str) -> Option<String> {
        match name {
            "?" => Some(self.shell.status.to_string()),
            "#" => Some(self.shell.arguments.len().to_string()),
            "@" | "*" => (!self.shell.arguments.is_empty()).then(|| self.shell.arguments.join(" ")),
            "$" | "BASHPID" => Some(crate::verify::user_data::text::unknown(0).to_string()),
            "RANDOM" | "SECONDS" | "HOSTNAME" | "EPOCHSECONDS" | "SRANDOM" | "EPOCHREALTIME" | "BASH_COMMAND" => {
                Some(self.unknown())
            }
            "!" => self.last_job().map(|number| format!("%{number}")),
            "-" => Some(self.option_letters()),
            "0" | "BASH_SOURCE" => Some(self.shell.name.clone()),
            "_" => Some(self.shell.last_word.clone()),
            "LINENO" => Some(self.line.to_string()),
            _ if name.bytes().all(|byte| byte.is_ascii_digit()) => {
                name.parse::<usize>().ok().and_then(|number| self.shell.arguments.get(number.wrapping_sub(1)).cloned())
            }
            _ => self.shell.text(name),
        }
    }

    /// The value that `name` or `name[index]` has; none where it isn't set.
    fn reference(&mut self, program: &Rc<Program>, reference: &VarRef) -> Step<Option<Expanded>> {
        let name = reference.name.as_str();
        let Some(subscript) = reference.subscript.as_deref() else {
            return Ok(match name {
                "@" => Some(Expanded::All(self.shell.arguments.clone())),
                "*" => Some(Expanded::Joined(self.shell.arguments.clone())),
                _ => self.get(name).map(Expanded::One),
            });
        };
        if let Some(selector) = subscript.selector() {
            let all = self.elements(name).into_iter().map(|(_, value)| value).collect();
            return Ok(Some(if selector == SubscriptSelector::At {
                Expanded::All(all)
            } else {
                Expanded::Joined(all)
            }));
        }
        let key = self.subscript(program, name, subscript)?;
        let value = self.elements(name).into_iter().find(|(one, _)| *one == key).map(|(_, value)| value);
        Ok(value.map(Expanded::One))
    }

    /// The keys and values of an array; a plain variable is its element 0.
    pub(super) fn elements(&self, name: &str) -> Vec<(String, String)> {
        match self.shell.variables.get(name).and_then(|variable| variable.value.as_ref()) {
            Some(Value::List(list)) => list.iter().map(|(key, value)| (key.to_string(), value.clone())).collect(),
            Some(Value::Table(table)) => table.clone(),
            Some(Value::Text(text)) => vec![("0".to_owned(), text.clone())],
            None if name == "BASH_SOURCE" => vec![("0".to_owned(), self.shell.name.clone())],
            None => Vec::new(),
        }
    }

    /// The key that a subscript names.
    pub(super) fn subscript(&mut self, program: &Rc<Program>, name: &str, subscript: &Subscript) -> Step<String> {
        let is_table = matches!(
            self.shell.variables.get(name).and_then(|variable| variable.value.as_ref()),
            Some(Value::Table(_))
        );
        if is_table {
            return match subscript.word_ast() {
                Some(word) => self.single(program, word),
                None => Ok(subscript.syntax_text(&program.text).to_owned()),
            };
        }
        let text = subscript.syntax_text(&program.text).to_owned();
        match self.arithmetic(program, &text)? {
            Some(number) if number < 0 => {
                let last = self.elements(name).last().and_then(|(key, _)| key.parse::<i64>().ok()).unwrap_or(-1);
                Ok((last + 1 + number).to_string())
            }
            Some(number) => Ok(number.to_string()),
            None => Ok(self.unknown()),
        }
    }

    /// `${…}`
    pub(super) fn parameter(&mut self, program: &Rc<Program>, parameter: &ParameterExpansion) -> Step<Expanded> {
        let ParameterExpansionSyntax::Bourne(syntax) = &parameter.syntax else {
            self.doubt_here();
            return Ok(Expanded::One(self.unknown()));
        };
        match syntax {
            BourneParameterExpansion::Access { reference } => match self.reference(program, reference)? {
                Some(expanded) => Ok(expanded),
                None => self.unset(reference.name.as_str()),
            },
            BourneParameterExpansion::Length { reference } => self.length(program, reference),
            BourneParameterExpansion::Indices { reference } => {
                let keys = self.elements(reference.name.as_str()).into_iter().map(|(key, _)| key).collect();
                Ok(if selector(reference) == Some(SubscriptSelector::Star) {
                    Expanded::Joined(keys)
                } else {
                    Expanded::All(keys)
                })
            }
            BourneParameterExpansion::Indirect { reference, operator, operand_word_ast, colon_variant, .. } => {
                let Some(name) = self.reference(program, reference)?.map(|value| value.text()) else {
                    return self.unset(reference.name.as_str());
                };
                let value = if is_known(&name) {
                    self.get(&name).map(Expanded::One)
                } else {
                    Some(Expanded::One(self.unknown()))
                };
                match operator {
                    Some(operator) => {
                        self.operation(program, (&name, value), operator, operand_word_ast.as_deref(), *colon_variant)
                    }
                    None => value.map_or_else(|| self.unset(&name), Ok),
                }
            }
            BourneParameterExpansion::PrefixMatch { prefix, .. } => {
                let mut names: Vec<String> =
                    self.shell.variables.keys().filter(|name| name.starts_with(prefix.as_str())).cloned().collect();
                names.sort();
                Ok(Expanded::All(names))
            }
            BourneParameterExpansion::Slice { reference, offset, length, .. } => {
                let length = length.as_ref().map(|length| length.slice(&program.text).to_owned());
                let offset = offset.slice(&program.text).to_owned();
                self.slice(program, reference, &offset, length.as_deref())
            }
            BourneParameterExpansion::Operation { reference, operator, operand_word_ast, colon_variant, .. } => {
                let value = self.reference(program, reference)?;
                self.operation(
                    program,
                    (reference.name.as_str(), value),
                    operator,
                    operand_word_ast.as_deref(),
                    *colon_variant,
                )
            }
            BourneParameterExpansion::Transformation { reference, operator } => {
                let value = match self.reference(program, reference)? {
                    Some(Expanded::One(value)) if is_known(&value) => value,
                    Some(_) => return Ok(self.unfollowed()),
                    None => return self.unset(reference.name.as_str()),
                };
                Ok(Expanded::One(match operator {
                    'U' => value.to_uppercase(),
                    'L' => value.to_lowercase(),
                    'Q' if !value.contains(char::is_control) => format!("'{}'", value.replace('\'', "'\\''")),
                    _ => return Ok(self.unfollowed()),
                }))
            }
        }
    }

    fn length(&mut self, program: &Rc<Program>, reference: &VarRef) -> Step<Expanded> {
        let value = self.reference(program, reference)?;
        let number = match value {
            Some(Expanded::One(text)) if is_known(&text) => text.chars().count(),
            Some(Expanded::One(_)) => return Ok(Expanded::One(self.unknown())),
            Some(Expanded::All(all) | Expanded::Joined(all)) => all.len(),
            None => return self.unset(reference.name.as_str()).map(|_| Expanded::One("0".to_owned())),
        };
        Ok(Expanded::One(number.to_string()))
    }

    fn slice(
        &mut self,
        program: &Rc<Program>,
        reference: &VarRef,
        offset: &str,
        length: Option<&str>,
    ) -> Step<Expanded> {
        let value = self.reference(program, reference)?.unwrap_or(Expanded::One(String::new()));
        let offset = self.arithmetic(program, offset)?;
        let length = match length {
            Some(length) => self.arithmetic(program, length)?.map(Some),
            None => Some(None),
        };
        let (Some(offset), Some(length)) = (offset, length) else { return Ok(Expanded::One(self.unknown())) };
        Ok(match value {
            Expanded::One(text) if !is_known(&text) => Expanded::One(self.unknown()),
            Expanded::One(text) => {
                Expanded::One(cut(&text.chars().collect::<Vec<_>>(), offset, length).iter().collect())
            }
            // `$0` is the first of them: Bash manual, "${parameter:offset}".
            Expanded::All(all) if reference.name.as_str() == "@" => {
                Expanded::All(cut(&self.with_name(all), offset, length))
            }
            Expanded::Joined(all) if reference.name.as_str() == "*" => {
                Expanded::Joined(cut(&self.with_name(all), offset, length))
            }
            Expanded::All(all) => Expanded::All(cut(&all, offset, length)),
            Expanded::Joined(all) => Expanded::Joined(cut(&all, offset, length)),
        })
    }

    fn with_name(&self, arguments: Vec<String>) -> Vec<String> {
        [self.shell.name.clone()].into_iter().chain(arguments).collect()
    }
}

fn cut<T: Clone>(all: &[T], offset: i64, length: Option<i64>) -> Vec<T> {
    let size = i64::try_from(all.len()).unwrap_or(i64::MAX);
    // An offset before the first one gives nothing.
    let start = if offset < -size {
        size
    } else if offset < 0 {
        size + offset
    } else {
        offset.min(size)
    };
    let end = match length {
        Some(length) if length < 0 => (size + length).max(start),
        Some(length) => start.saturating_add(length).min(size),
        None => size,
    };
    let place = |number: i64| usize::try_from(number).unwrap_or(0);
    all[place(start)..place(end)].to_vec()
}
