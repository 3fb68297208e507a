//! What an expansion in braces does with a value: defaults, parts taken off, parts replaced, capitals.

use std::rc::Rc;

use shuck_ast::{ParameterOp, Pattern, Word};

use super::parameter::Expanded;
use super::pattern;
use super::{Flow, Program, Run, Step, Value, Wrong};
use crate::verify::user_data::text::{is_empty, is_known};

/// The longest text in which a pattern is replaced, in bytes: each place in it is tried.
const LONGEST_SEARCHED: usize = 2 * 1024;

impl Run<'_> {
    pub(super) fn operation(
        &mut self,
        program: &Rc<Program>,
        (name, value): (&str, Option<Expanded>),
        operator: &ParameterOp,
        operand: Option<&Word>,
        colon: bool,
    ) -> Step<Expanded> {
        let value = match (operator, value) {
            (
                ParameterOp::UseDefault | ParameterOp::AssignDefault | ParameterOp::UseReplacement | ParameterOp::Error,
                value,
            ) => return self.default(program, (name, value), operator, operand, colon),
            (_, Some(value)) => value,
            (_, None) => return self.unset(name),
        };
        match operator {
            ParameterOp::RemovePrefixShort { pattern } => self.trimmed(program, value, pattern, false, false),
            ParameterOp::RemovePrefixLong { pattern } => self.trimmed(program, value, pattern, false, true),
            ParameterOp::RemoveSuffixShort { pattern } => self.trimmed(program, value, pattern, true, false),
            ParameterOp::RemoveSuffixLong { pattern } => self.trimmed(program, value, pattern, true, true),
            ParameterOp::ReplaceFirst { pattern, replacement_word_ast, .. } => {
                self.replaced(program, value, pattern, replacement_word_ast, false)
            }
            ParameterOp::ReplaceAll { pattern, replacement_word_ast, .. } => {
                self.replaced(program, value, pattern, replacement_word_ast, true)
            }
            // Only letters that fit a pattern, or a value that only a run could tell.
            ParameterOp::UpperFirst | ParameterOp::LowerFirst | ParameterOp::UpperAll | ParameterOp::LowerAll
                if operand.is_some_and(|word| !word.parts.is_empty()) || !is_known(&value.text()) =>
            {
                Ok(self.unfollowed())
            }
            ParameterOp::UpperFirst => Ok(value.map(|text| first(text, |one| one.to_uppercase().to_string()))),
            ParameterOp::LowerFirst => Ok(value.map(|text| first(text, |one| one.to_lowercase().to_string()))),
            ParameterOp::UpperAll => Ok(value.map(str::to_uppercase)),
            ParameterOp::LowerAll => Ok(value.map(str::to_lowercase)),
            // Those for a value that may be missing went another way.
            ParameterOp::UseDefault | ParameterOp::AssignDefault | ParameterOp::UseReplacement | ParameterOp::Error => {
                Ok(value)
            }
        }
    }

    /// An expansion whose outcome isn't worked out.
    pub(super) fn unfollowed(&mut self) -> Expanded {
        self.doubt_here();
        Expanded::One(self.unknown())
    }

    fn default(
        &mut self,
        program: &Rc<Program>,
        (name, value): (&str, Option<Expanded>),
        operator: &ParameterOp,
        operand: Option<&Word>,
        colon: bool,
    ) -> Step<Expanded> {
        let counts = match &value {
            None => false,
            Some(Expanded::All(all) | Expanded::Joined(all)) => !all.is_empty(),
            Some(Expanded::One(text)) if colon => {
                let known = is_empty(text).map(|empty| !empty);
                self.either(known, &format!("filled {text}"), true)?
            }
            Some(_) => true,
        };
        let word = |run: &mut Self| operand.map_or(Ok(String::new()), |word| run.single(program, word));
        match (operator, value) {
            (ParameterOp::UseReplacement, _) => Ok(Expanded::One(if counts { word(self)? } else { String::new() })),
            (_, Some(value)) if counts => Ok(value),
            (ParameterOp::AssignDefault, _) => {
                let text = word(self)?;
                self.assign(name, Value::Text(text.clone()))?;
                Ok(Expanded::One(text))
            }
            (ParameterOp::Error, _) => {
                self.wrong(Wrong::Unbound(name.to_owned()));
                self.shell.status = 1;
                Err(Flow::Exit)
            }
            _ => Ok(Expanded::One(word(self)?)),
        }
    }

    fn trimmed(
        &mut self,
        program: &Rc<Program>,
        value: Expanded,
        pattern: &Pattern,
        end: bool,
        longest: bool,
    ) -> Step<Expanded> {
        let pattern = self.pattern(program, pattern)?;
        let unknown = self.unknown();
        Ok(value.map(|text| {
            if !is_known(text) || !is_known(&pattern) {
                return trimmed_unknown(text, &pattern, end).unwrap_or_else(|| unknown.clone());
            }
            if end {
                pattern::ending(&pattern, text, longest).map_or(text, |at| &text[..at]).to_owned()
            } else {
                pattern::beginning(&pattern, text, longest).map_or(text, |at| &text[at..]).to_owned()
            }
        }))
    }

    fn replaced(
        &mut self,
        program: &Rc<Program>,
        value: Expanded,
        pattern: &Pattern,
        replacement: &Word,
        all: bool,
    ) -> Step<Expanded> {
        let pattern = self.pattern(program, pattern)?;
        let source = replacement.span.slice(&program.text);
        let replacement = self.single(program, replacement)?;
        // Bash 5.2 puts what was found in the place of this sign (`patsub_replacement`).
        if source.contains('&') || replacement.contains('&') {
            return Ok(self.unfollowed());
        }
        if pattern::is_pattern(&pattern) && value.text().len() > LONGEST_SEARCHED {
            return Ok(self.unfollowed());
        }
        let unknown = self.unknown();
        Ok(value.map(|text| {
            let plain = pattern::unescaped(&pattern);
            if !pattern::is_pattern(&pattern)
                && is_known(&pattern)
                && !plain.starts_with(['#', '%', '/'])
                && !plain.is_empty()
            {
                return if all { text.replace(&plain, &replacement) } else { text.replacen(&plain, &replacement, 1) };
            }
            if is_known(text) && is_known(&pattern) {
                substituted(text, &pattern, &replacement, all)
            } else {
                unknown.clone()
            }
        }))
    }
}

/// A known end or beginning can be taken off a text whose other parts aren't known.
fn trimmed_unknown(text: &str, pattern: &str, end: bool) -> Option<String> {
    if pattern::is_pattern(pattern) {
        return None;
    }
    let plain = pattern::unescaped(pattern);
    if end { text.strip_suffix(&plain) } else { text.strip_prefix(&plain) }.map(str::to_owned)
}

fn first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut characters = text.chars();
    characters.next().map(|one| change(one) + characters.as_str()).unwrap_or_default()
}

/// `${text/pattern/replacement}` with the longest match at each place.
fn substituted(text: &str, pattern: &str, replacement: &str, all: bool) -> String {
    let (pattern, at_start, at_end) = match (pattern.strip_prefix('#'), pattern.strip_prefix('%')) {
        (Some(rest), _) if !all => (rest, true, false),
        (_, Some(rest)) if !all => (rest, false, true),
        _ => (pattern, false, false),
    };
    let mut done = String::new();
    let mut at = 0;
    while at <= text.len() {
        let rest = &text[at..];
        let hit =
            pattern::beginning(pattern, rest, true).filter(|length| *length > 0 && (!at_end || *length == rest.len()));
        if let Some(length) = hit {
            done.push_str(replacement);
            at += length;
            if !all {
                return done + &text[at..];
            }
        } else {
            let Some(next) = rest.chars().next() else { break };
            done.push(next);
            at += next.len_utf8();
        }
        if at_start {
            return done + &text[at..];
        }
    }
    done
}
