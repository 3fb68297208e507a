//! Reads a shell script into commands, as far as judging user data needs it: quotes, comments, continued lines,
//! variables, redirections, here-documents, pipes and groups. What a script computes while it runs is [`Part::Unknown`].

use std::iter::Peekable;
use std::str::Chars;

use super::word::{Part, Word};

mod words;

/// Something that a script does, in its order.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A simple command.
    Command(Command),
    /// A subshell begins: what it changes is undone at its end.
    Open,
    /// A subshell ends.
    Close,
    /// A group begins: `{`, or `do` of a loop.
    Begin,
    /// A group ends.
    End,
    /// A function of this name is declared; the group or subshell behind it is its body.
    Function(String),
}

/// A simple command with everything that belongs to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Command {
    /// Name and arguments; assignments stand before them as words.
    pub words: Vec<Word>,
    /// Where its input and output go.
    pub redirects: Vec<Redirect>,
    /// Whether it reads what the command before it writes.
    pub piped: bool,
    /// Whether something may keep it from running: an `if`, a loop, `&&` or `||`.
    pub conditional: bool,
}

/// A redirection.
#[derive(Clone, Debug, PartialEq)]
pub enum Redirect {
    /// `>` and `>>`, with whether it adds to the file.
    Output(Word, bool),
    /// A here-document or here-string.
    Text(Word),
    /// A file that is read.
    Input,
    /// Any other.
    Other,
}

/// Words that only steer; the command behind them is what counts.
const STEERING: [&str; 8] = ["if", "then", "else", "elif", "while", "until", "!", "time"];
const OPENING: [&str; 6] = ["if", "while", "until", "for", "case", "select"];
const CLOSING: [&str; 2] = ["fi", "esac"];

/// The commands of `script`.
#[must_use]
pub fn parse(script: &str) -> Vec<Node> {
    let mut reader = Reader::new(script);
    reader.read();
    reader.nodes
}

/// A text in which variables are replaced, such as the body of a here-document.
#[must_use]
pub fn parse_text(text: &str) -> Word {
    let mut reader = Reader::new(text);
    let mut word = Word::default();
    while let Some(character) = reader.rest.next() {
        reader.in_double_quotes(character, &mut word);
    }
    word
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    nodes: Vec<Node>,
    command: Command,
    /// Here-documents that begin at the next line.
    documents: Vec<HereDocument>,
    /// How many `if`, loops and groups are open.
    depth: usize,
    /// What a closing parenthesis may belong to, the innermost last.
    nesting: Vec<Nesting>,
}

#[derive(PartialEq)]
enum Nesting {
    Subshell,
    Case,
}

/// A here-document whose body is still to come.
struct HereDocument {
    mark: String,
    /// Its mark was quoted, so nothing in it is expanded.
    quoted: bool,
    /// Tabs at the beginning of its lines are dropped.
    tabs: bool,
    /// The place of the command that reads it among the nodes.
    owner: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        let rest = text.chars().peekable();
        let command = Command::default();
        Self { rest, nodes: Vec::new(), command, documents: Vec::new(), depth: 0, nesting: Vec::new() }
    }

    fn read(&mut self) {
        while let Some(character) = self.rest.next() {
            match character {
                ' ' | '\t' | '\r' => {}
                '\\' if self.rest.peek() == Some(&'\n') => drop(self.rest.next()),
                '#' => while self.rest.next_if(|next| *next != '\n').is_some() {},
                '\n' => {
                    self.finish(false, false);
                    self.read_documents();
                }
                ';' | '&' | '|' => self.operator(character),
                '(' => self.open(),
                ')' => self.close(),
                '<' | '>' => self.redirect(character),
                _ => self.word(character),
            }
        }
        self.finish(false, false);
    }

    /// Puts the command away. The next one may depend on it or read from it.
    fn finish(&mut self, next_conditional: bool, next_piped: bool) {
        let mut command = std::mem::take(&mut self.command);
        while let Some(word) = command.words.first().and_then(Word::plain) {
            if OPENING.contains(&word) {
                self.depth += 1;
            }
            if word == "case" {
                self.nesting.push(Nesting::Case);
            }
            if CLOSING.contains(&word) {
                self.depth = self.depth.saturating_sub(1);
                self.nesting.pop_if(|innermost| word == "esac" && *innermost == Nesting::Case);
            } else if word == "function" {
                self.declare(&command.words);
                command.words.clear();
                break;
            } else if !STEERING.contains(&word) {
                break;
            }
            command.words.remove(0);
        }
        command.conditional |= self.depth > 0;
        if !command.words.is_empty() || !command.redirects.is_empty() {
            self.nodes.push(Node::Command(command));
        }
        self.command.conditional = next_conditional;
        self.command.piped = next_piped;
    }

    fn operator(&mut self, character: char) {
        let double = self.rest.next_if_eq(&character).is_some();
        match (character, double) {
            ('&', false) if matches!(self.rest.peek(), Some('>')) => {}
            ('&' | '|', true) => self.finish(true, false),
            ('|', false) => {
                self.rest.next_if_eq(&'&');
                self.finish(false, true);
            }
            _ => self.finish(false, false),
        }
    }

    fn open(&mut self) {
        if self.rest.next_if_eq(&')').is_some() {
            let declared = std::mem::take(&mut self.command);
            self.declare(&declared.words);
            return;
        }
        if let Some(word) = self.command.words.last_mut()
            && word.plain().is_some_and(|text| text.ends_with('='))
        {
            // A list of values, which is no command.
            word.0.push(Part::Unknown);
            self.parentheses();
            return;
        }
        self.finish(false, false);
        self.nodes.push(Node::Open);
        self.nesting.push(Nesting::Subshell);
    }

    fn close(&mut self) {
        if self.command.words.first().and_then(Word::plain) == Some("case") {
            // `case x in pattern)`
            self.command.words.truncate(1);
        } else if self.nesting.last() == Some(&Nesting::Case) {
            self.command = Command::default();
        }
        self.finish(false, false);
        if self.nesting.pop_if(|innermost| *innermost == Nesting::Subshell).is_some() {
            self.nodes.push(Node::Close);
        }
    }

    /// A function: the last of the words is its name.
    fn declare(&mut self, words: &[Word]) {
        self.nodes.extend(words.last().and_then(Word::plain).map(|name| Node::Function(name.to_owned())));
    }

    /// A group begins. What may keep its first command from running stays noted for that one.
    fn begin(&mut self) {
        let Command { conditional, piped, .. } = self.command;
        self.finish(conditional, piped);
        self.nodes.push(Node::Begin);
    }

    fn end(&mut self) {
        self.finish(false, false);
        self.nodes.push(Node::End);
        self.depth = self.depth.saturating_sub(1);
    }

    /// Whether a keyword may stand here.
    fn is_at_beginning(&self) -> bool {
        let mut words = self.command.words.iter().map(Word::plain);
        self.command.words.first().and_then(Word::plain) == Some("function")
            || words.all(|word| word.is_some_and(|word| STEERING.contains(&word)))
    }

    /// Whether `for name` or `select name` stands before here, a loop over the arguments.
    fn is_behind_loop_name(&self) -> bool {
        match self.command.words.as_slice() {
            [keyword, _] => matches!(keyword.plain(), Some("for" | "select")),
            _ => false,
        }
    }

    fn redirect(&mut self, character: char) {
        let double = self.rest.next_if_eq(&character).is_some();
        if !double && self.rest.next_if_eq(&'(').is_some() {
            self.parentheses();
            self.command.words.push(Word(vec![Part::Unknown]));
            return;
        }
        if character == '<' && double && self.rest.next_if_eq(&'<').is_none() {
            self.document();
            return;
        }
        let descriptor = self.rest.next_if_eq(&'&').is_some();
        self.rest.next_if_eq(&'|');
        let mut target = self.next_word();
        let redirect = match character {
            // Another stream, or a program that reads along: no file gets to hold it.
            _ if descriptor || target.0.is_empty() => Redirect::Other,
            '>' => Redirect::Output(target, double),
            _ if double => {
                target.push('\n', true);
                Redirect::Text(target)
            }
            _ => Redirect::Input,
        };
        self.command.redirects.push(redirect);
    }

    fn document(&mut self) {
        let tabs = self.rest.next_if_eq(&'-').is_some();
        let mark = self.next_word();
        let quoted = mark.0.iter().any(|part| matches!(part, Part::Text(_, true)));
        let mark: String = mark.0.iter().filter_map(Part::text).collect();
        self.documents.push(HereDocument { mark, quoted, tabs, owner: self.nodes.len() });
        // Keeps a command that has nothing else, so that its place stays the one noted.
        self.command.redirects.push(Redirect::Other);
    }

    fn read_documents(&mut self) {
        for HereDocument { mark, quoted, tabs, owner } in std::mem::take(&mut self.documents) {
            let mut body = String::new();
            while self.rest.peek().is_some() {
                let mut line = String::new();
                while let Some(character) = self.rest.next_if(|next| *next != '\n') {
                    line.push(character);
                }
                self.rest.next();
                let line = if tabs { line.trim_start_matches('\t') } else { &line };
                if line == mark {
                    break;
                }
                body.push_str(line);
                body.push('\n');
            }
            let word = if quoted { Word(vec![Part::Text(body, true)]) } else { parse_text(&body) };
            if let Some(Node::Command(command)) = self.nodes.get_mut(owner) {
                command.redirects.push(Redirect::Text(word));
            }
        }
    }

    fn next_word(&mut self) -> Word {
        while self.rest.next_if(|next| matches!(next, ' ' | '\t')).is_some() {}
        match self.rest.next_if(|next| !matches!(next, '\n' | ';' | '&' | '|' | '(' | ')')) {
            Some('>' | '<') => {
                if self.rest.next_if_eq(&'(').is_some() {
                    self.parentheses();
                }
                Word::default()
            }
            Some(first) => self.read_word(first),
            None => Word::default(),
        }
    }

    fn word(&mut self, first: char) {
        let word = self.read_word(first);
        let descriptor = matches!(self.rest.peek(), Some('<' | '>'))
            && word.plain().is_some_and(|text| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit()));
        if !descriptor {
            match word.plain() {
                Some("{") if self.is_at_beginning() => {
                    self.begin();
                    self.depth += 1;
                }
                // The word before the loop has counted already.
                Some("do") if self.is_at_beginning() || self.is_behind_loop_name() => self.begin(),
                Some("}" | "done") if self.is_at_beginning() => self.end(),
                _ => self.command.words.push(word),
            }
        } else if word.plain() != Some("1") && word.plain() != Some("0") {
            // Another stream than the output: not what a file gets to hold.
            while self.rest.next_if(|next| matches!(next, '<' | '>' | '&')).is_some() {}
            self.next_word();
        }
    }
}
