//! Variables: `declare` and its kin, `read`, `shift`, and assignments.

use std::collections::BTreeMap;
use std::rc::Rc;

use shuck_ast::{ArrayElem, ArrayExpr};

use super::super::shell::Variable;
use super::super::{Flow, Program, Run, Step, Value};
use crate::verify::user_data::text::is_known;

/// One `declare`, `local`, `export` or `readonly`.
#[expect(clippy::struct_excessive_bools, reason = "each is an option or a state of its own")]
pub(in super::super) struct Declaration {
    local: bool,
    export: Option<bool>,
    readonly: bool,
    array: Option<Array>,
    prints: bool,
    /// Whether a name came already: what begins with a dash behind it is no option.
    has_names: bool,
    /// Whether POSIX calls the builtin special: what it is refused ends a shell in that mode.
    is_special: bool,
    /// 1 once a word can't be declared.
    status: i32,
}

/// What `-a` and `-A` declare.
#[derive(Clone, Copy)]
enum Array {
    List,
    Table,
}

impl Declaration {
    pub(in super::super) fn new(name: &str) -> Self {
        Self {
            local: matches!(name, "local" | "declare" | "typeset"),
            export: (name == "export").then_some(true),
            readonly: name == "readonly",
            array: None,
            prints: false,
            has_names: false,
            is_special: matches!(name, "export" | "readonly"),
            status: 0,
        }
    }

    /// Takes an option.
    pub(in super::super) fn flag(&mut self, flag: &str) {
        if self.has_names {
            self.status = 1;
            return;
        }
        let on = flag.starts_with('-');
        for letter in flag.chars().skip(1) {
            match letter {
                'x' => self.export = Some(on),
                'n' if self.export.is_some() => self.export = Some(false),
                'r' => self.readonly = on,
                'A' if on => self.array = Some(Array::Table),
                'a' if on => self.array = self.array.or(Some(Array::List)),
                'g' => self.local = false,
                'p' | 'f' | 'F' => self.prints = true,
                _ => {}
            }
        }
    }

    /// Whether it goes on after an assignment: one that is refused counts, and the next name follows.
    pub(in super::super) fn takes(&mut self, assigned: &Step) -> bool {
        let refused = matches!(assigned, Err(Flow::Discard)) || matches!(assigned, Err(Flow::Exit)) && !self.is_special;
        if refused {
            self.status = 1;
        }
        assigned.is_ok() || refused
    }

    /// The status of it all.
    pub(in super::super) fn status(&self) -> i32 {
        self.status
    }
}

impl Array {
    const fn empty(self) -> Value {
        match self {
            Self::List => Value::List(BTreeMap::new()),
            Self::Table => Value::Table(Vec::new()),
        }
    }
}

impl Run<'_> {
    /// Declares a name, with what it held outside kept for the end of the function.
    pub(in super::super) fn declared(&mut self, declaration: &mut Declaration, name: &str) {
        declaration.has_names = true;
        if declaration.prints {
            return;
        }
        if declaration.local && self.shell.calls > 0 && is_name(name) {
            let before = self.shell.variables.get(name).cloned();
            let scope = self.shell.hidden.last_mut();
            if let Some(scope) = scope
                && !scope.iter().any(|(one, _)| one == name)
            {
                scope.push((name.to_owned(), before));
                self.shell.variables.remove(name);
            }
        }
        let exported = declaration.export;
        let variable = self.shell.variables.entry(name.to_owned()).or_insert(Variable {
            value: None,
            exported: false,
            readonly: false,
        });
        if let Some(exported) = exported {
            variable.exported = exported;
        }
        if variable.value.is_none() {
            variable.value = declaration.array.map(Array::empty);
        }
        if declaration.readonly && variable.value.is_some() {
            variable.readonly = true;
        }
    }

    /// Makes a variable unchangeable after it got its value.
    pub(in super::super) fn seal(&mut self, declaration: &Declaration, name: &str) {
        if declaration.readonly
            && let Some(variable) = self.shell.variables.get_mut(name)
        {
            variable.readonly = true;
        }
    }

    /// Declares a text that is `name` or `name=value`, or takes an option.
    pub(in super::super) fn declare_text(&mut self, declaration: &mut Declaration, text: &str) -> Step {
        if text.starts_with(['-', '+']) && text.len() > 1 {
            declaration.flag(text);
            return Ok(());
        }
        let (name, value) = text.split_once('=').map_or((text, None), |(name, value)| (name, Some(value)));
        if !is_name(name) {
            declaration.status = 1;
            return Ok(());
        }
        self.declared(declaration, name);
        if let Some(value) = value {
            let assigned = self.assign(name, Value::Text(value.to_owned()));
            if !declaration.takes(&assigned) {
                return assigned;
            }
            self.seal(declaration, name);
        }
        Ok(())
    }

    pub(super) fn declare_words(&mut self, name: &str, words: &[String]) -> Step<i32> {
        let mut declaration = Declaration::new(name);
        for word in words {
            self.declare_text(&mut declaration, word)?;
        }
        Ok(declaration.status())
    }

    /// Gives a variable a value. For one that is read-only the command is given up.
    pub(in super::super) fn assign(&mut self, name: &str, value: Value) -> Step {
        if self.shell.variables.get(name).is_some_and(|variable| variable.readonly) {
            self.wrong(super::super::Wrong::Failed(name.to_owned()));
            self.shell.status = 1;
            return Err(if self.shell.options.posix { Flow::Exit } else { Flow::Discard });
        }
        if let (Value::Text(text), Some(Value::List(_) | Value::Table(_))) =
            (&value, self.shell.variables.get(name).and_then(|variable| variable.value.as_ref()))
        {
            self.assign_element(name, "0".to_owned(), text.clone(), false);
            return Ok(());
        }
        let value = match value {
            Value::Text(text) if text.len() > crate::verify::user_data::text::LONGEST => Value::Text(self.unknown()),
            other => other,
        };
        self.shell.set(name, value);
        Ok(())
    }

    pub(in super::super) fn assign_element(&mut self, name: &str, key: String, text: String, append: bool) {
        let before = self.elements(name).into_iter().find(|(one, _)| *one == key).map(|(_, value)| value);
        let text = if append { before.unwrap_or_default() + &text } else { text };
        let value = self.shell.variables.get(name).and_then(|variable| variable.value.clone());
        let value = match value {
            Some(Value::Table(mut table)) => {
                table.retain(|(one, _)| *one != key);
                table.push((key, text));
                Value::Table(table)
            }
            other => {
                let mut list = match other {
                    Some(Value::List(list)) => list,
                    Some(Value::Text(first)) => BTreeMap::from([(0, first)]),
                    _ => BTreeMap::new(),
                };
                match key.parse() {
                    Ok(index) => {
                        list.insert(index, text);
                    }
                    Err(_) => self.doubt_here(),
                }
                Value::List(list)
            }
        };
        self.shell.set(name, value);
    }

    pub(in super::super) fn assign_array(
        &mut self,
        program: &Rc<Program>,
        name: &str,
        array: &ArrayExpr,
        append: bool,
    ) -> Step {
        let is_table = matches!(
            self.shell.variables.get(name).and_then(|variable| variable.value.as_ref()),
            Some(Value::Table(_))
        );
        let mut next = 0;
        if append {
            next = self.elements(name).last().and_then(|(key, _)| key.parse::<i64>().ok()).map_or(0, |last| last + 1);
        } else {
            self.shell.set(name, if is_table { Value::Table(Vec::new()) } else { Value::List(BTreeMap::new()) });
        }
        for element in &array.elements {
            match element {
                ArrayElem::Sequential(word) => {
                    for text in self.words(program, std::slice::from_ref(&word.word))? {
                        self.assign_element(name, next.to_string(), text, false);
                        next += 1;
                    }
                }
                ArrayElem::Keyed { key, value } | ArrayElem::KeyedAppend { key, value } => {
                    let key = self.subscript(program, name, key)?;
                    let text = self.single(program, &value.word)?;
                    next = key.parse::<i64>().map_or(next, |index| index.saturating_add(1));
                    self.assign_element(name, key, text, matches!(element, ArrayElem::KeyedAppend { .. }));
                }
            }
        }
        if array.elements.is_empty() && !is_table && self.elements(name).is_empty() {
            self.shell.set(name, Value::List(BTreeMap::new()));
        }
        Ok(())
    }

    pub(super) fn unset_words(&mut self, words: &[String]) -> i32 {
        let only_functions = words.first().is_some_and(|word| word == "-f");
        for word in words.iter().filter(|word| !word.starts_with('-')) {
            if only_functions || self.shell.variables.remove(word).is_none() {
                self.shell.functions.remove(word);
            }
        }
        0
    }

    pub(super) fn shift(&mut self, words: &[String]) -> i32 {
        let count = words.first().and_then(|word| word.parse().ok()).unwrap_or(1);
        if count > self.shell.arguments.len() {
            return 1;
        }
        self.shell.arguments.drain(..count);
        0
    }

    pub(super) fn let_words(&mut self, words: &[String]) -> Step<i32> {
        let mut value = Some(0);
        for word in words {
            value = self.evaluate(word, 0)?;
        }
        self.set_by_number(value)?;
        Ok(self.shell.status)
    }

    pub(super) fn alias(&mut self, words: &[String]) -> i32 {
        for word in words {
            if let Some((name, value)) = word.split_once('=') {
                self.shell.aliases.insert(name.to_owned(), value.to_owned());
            }
        }
        0
    }

    /// Options of the script itself, which has no arguments unless it sets them.
    pub(super) fn getopts(&mut self, words: &[String]) -> Step<i32> {
        let given = if words.len() > 2 { &words[2..] } else { &self.shell.arguments[..] };
        if given.first().is_some_and(|word| word.starts_with('-')) {
            self.doubt_here();
            return Err(Flow::Stop);
        }
        Ok(1)
    }

    pub(super) fn read(&mut self, words: &[String]) -> Step<i32> {
        let mut names = Vec::new();
        let (mut array, mut whole) = (None, false);
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            match word.strip_prefix('-').filter(|letters| !letters.is_empty()) {
                Some(letters) => {
                    let last = letters.chars().find(|letter| "adinNptu".contains(*letter));
                    let Some(letter) = last else { continue };
                    let joined = letters.split_once(letter).map_or("", |(_, joined)| joined);
                    let value =
                        if joined.is_empty() { rest.next().cloned().unwrap_or_default() } else { joined.to_owned() };
                    match letter {
                        'a' => array = Some(value),
                        'd' => whole = value.is_empty(),
                        'u' | 'n' | 'N' => self.doubt_here(),
                        _ => {}
                    }
                }
                None => names.push(word.clone()),
            }
        }
        let line = if whole {
            Some((self.read_input(), false)).filter(|(text, _)| !text.is_empty())
        } else {
            self.read_line()
        };
        let (text, ended) = line.unwrap_or_default();
        let is_open = text.chars().count() == 1 && !is_known(&text);
        match array {
            Some(name) => {
                let words = self.fields_of(&text, usize::MAX);
                let list = (0..).zip(words).collect();
                self.assign(&name, Value::List(list))?;
            }
            None if names.is_empty() => self.assign("REPLY", Value::Text(text))?,
            None => {
                let mut words = self.fields_of(&text, names.len());
                words.resize(names.len(), String::new());
                for (name, word) in names.iter().zip(words) {
                    self.assign(name, Value::Text(word))?;
                }
            }
        }
        Ok(i32::from(!ended && !is_open))
    }

    /// A line as fields, of which the last takes the rest.
    fn fields_of(&self, text: &str, most: usize) -> Vec<String> {
        let separators = self.shell.text("IFS").unwrap_or_else(|| " \t\n".to_owned());
        let blanks: String = separators.chars().filter(|one| one.is_whitespace()).collect();
        let is_blank = |one: char| blanks.contains(one);
        let mut rest = text.trim_matches(is_blank);
        let mut words = Vec::new();
        while !rest.is_empty() {
            let end = rest.find(|one| separators.contains(one));
            match end {
                Some(end) if words.len() + 1 < most => {
                    words.push(rest[..end].to_owned());
                    let after = &rest[end..];
                    let after = after.trim_start_matches(is_blank);
                    let separator = after.chars().next().filter(|one| separators.contains(*one) && !is_blank(*one));
                    rest = separator.map_or(after, |one| after[one.len_utf8()..].trim_start_matches(is_blank));
                }
                _ => {
                    words.push(rest.to_owned());
                    break;
                }
            }
        }
        words
    }

    pub(super) fn mapfile(&mut self, words: &[String]) -> Step<i32> {
        let trims = words.iter().any(|word| word.starts_with('-') && word.contains('t'));
        let name = words.iter().rev().find(|word| is_name(word)).cloned().unwrap_or_else(|| "MAPFILE".to_owned());
        let text = self.read_input();
        let lines =
            text.split_inclusive('\n').map(|line| if trims { line.trim_end_matches('\n') } else { line }.to_owned());
        let list = (0..).zip(lines).collect();
        self.assign(&name, Value::List(list))?;
        Ok(0)
    }
}

fn is_name(text: &str) -> bool {
    text.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric())
        && !text.is_empty()
        && !text.starts_with(|one: char| one.is_ascii_digit())
}
