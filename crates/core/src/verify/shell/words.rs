//! Reads the words of a shell script: quotes, escapes and variables.

use super::Reader;
use crate::verify::word::{Part, Word, braces};

impl Reader<'_> {
    pub fn read_word(&mut self, first: char) -> Word {
        let mut word = Word::default();
        let mut next = Some(first);
        while let Some(character) = next {
            match character {
                '\'' => {
                    let text: String = self.until('\'');
                    word.0.push(Part::Text(text, true));
                }
                '"' => {
                    word.0.push(Part::Text(String::new(), true));
                    while let Some(inside) = self.rest.next_if(|next| *next != '"') {
                        self.in_double_quotes(inside, &mut word);
                    }
                    self.rest.next();
                }
                '\\' => match self.rest.next() {
                    Some('\n') | None => {}
                    Some(escaped) => word.push(escaped, true),
                },
                '$' if self.rest.next_if_eq(&'\'').is_some() => {
                    let text = self.until('\'').replace("\\n", "\n");
                    word.0.push(Part::Text(text, true));
                }
                '$' => self.variable(&mut word, false),
                '`' => word.0.push(Part::Output(self.until('`'))),
                '*' | '?' => word.0.push(Part::Unknown),
                _ => word.push(character, false),
            }
            next =
                self.rest.next_if(|next| !matches!(next, ' ' | '\t' | '\n' | ';' | '&' | '|' | '(' | ')' | '<' | '>'));
        }
        word
    }

    fn until(&mut self, end: char) -> String {
        let mut text = String::new();
        while let Some(character) = self.rest.next_if(|next| *next != end) {
            text.push(character);
        }
        self.rest.next();
        text
    }

    pub fn in_double_quotes(&mut self, character: char, word: &mut Word) {
        match character {
            '\\' => match self.rest.next_if(|next| matches!(next, '$' | '`' | '"' | '\\' | '\n')) {
                Some('\n') => {}
                Some(escaped) => word.push(escaped, true),
                None => word.push('\\', true),
            },
            '$' => self.variable(word, true),
            '`' => word.0.push(Part::Output(self.until('`'))),
            _ => word.push(character, true),
        }
    }

    fn variable(&mut self, word: &mut Word, quoted: bool) {
        match self.rest.peek().copied() {
            Some('(') => {
                self.rest.next();
                let inside = self.parentheses();
                // Two of them calculate.
                word.0.push(if inside.starts_with('(') { Part::Unknown } else { Part::Output(inside) });
            }
            Some('{') => {
                self.rest.next();
                let inside = self.until('}');
                word.0.push(braces(&inside, quoted));
            }
            Some(digit @ ('1'..='9' | '@' | '*')) => {
                self.rest.next();
                word.0.push(Part::Variable { name: digit.to_string(), default: None, quoted });
            }
            Some(first) if first.is_ascii_alphabetic() || first == '_' => {
                let mut name = String::new();
                while let Some(character) = self.rest.next_if(|next| next.is_ascii_alphanumeric() || *next == '_') {
                    name.push(character);
                }
                word.0.push(Part::Variable { name, default: None, quoted });
            }
            Some('#' | '?' | '$' | '!' | '-' | '0') => {
                self.rest.next();
                word.0.push(Part::Unknown);
            }
            _ => word.push('$', quoted),
        }
    }

    /// What stands before the closing parenthesis that belongs to one just read.
    pub fn parentheses(&mut self) -> String {
        let mut text = String::new();
        let mut depth = 1;
        while let Some(character) = self.rest.next() {
            match character {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            text.push(character);
            match character {
                '\'' => {
                    text.push_str(&self.until('\''));
                    text.push('\'');
                }
                '"' => self.double_quotes(&mut text),
                '\\' => text.extend(self.rest.next()),
                _ => {}
            }
        }
        text
    }

    fn double_quotes(&mut self, text: &mut String) {
        while let Some(character) = self.rest.next_if(|next| *next != '"') {
            text.push(character);
            if character == '\\' {
                text.extend(self.rest.next());
            }
        }
        text.extend(self.rest.next());
    }
}
