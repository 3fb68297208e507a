//! The state of one shell: variables, functions, options, folder, open files.

use std::collections::{BTreeMap, HashMap};
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use shuck_ast::Stmt;

use super::program::Program;

/// What a variable holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// One text.
    Text(String),
    /// An array by numbers.
    List(BTreeMap<i64, String>),
    /// An array by names, in the order they were given.
    Table(Vec<(String, String)>),
}

/// A variable.
#[derive(Clone, Debug)]
pub struct Variable {
    /// What it holds; none where it is only declared.
    pub value: Option<Value>,
    /// Whether programs get it.
    pub exported: bool,
    /// Whether it can't be changed.
    pub readonly: bool,
}

/// A function.
#[derive(Clone, Debug)]
pub struct Function {
    /// The text it stands in.
    pub program: Rc<Program>,
    /// What it does.
    pub body: Rc<Stmt>,
}

/// Options of `set` and `shopt` that change what a script does.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of bash by its own name")]
pub struct Options {
    /// `set -e`
    pub errexit: bool,
    /// `set -u`
    pub nounset: bool,
    /// `set -o pipefail`
    pub pipefail: bool,
    /// `set -a`
    pub allexport: bool,
    /// `set -f`
    pub noglob: bool,
    /// `set -n`
    pub noexec: bool,
    /// `set -C`
    pub noclobber: bool,
    /// `set -E`
    pub errtrace: bool,
    /// `set -o posix`, or called `sh`.
    pub posix: bool,
    /// `shopt -s expand_aliases`
    pub aliases: bool,
    /// `shopt -s nullglob`
    pub nullglob: bool,
    /// `shopt -s failglob`
    pub failglob: bool,
    /// `shopt -s dotglob`
    pub dotglob: bool,
    /// `shopt -s lastpipe`
    pub lastpipe: bool,
    /// `shopt -s inherit_errexit`
    pub inherit_errexit: bool,
}

/// Where a file descriptor leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Stream {
    /// The boot log, or nowhere.
    Log,
    /// What another command reads for as long as the shell lives: `exec > >(…)`.
    Reader,
    /// A file.
    File(String),
    /// What another command reads, by its number.
    Buffer(usize),
    /// What is read, by its number.
    Input(usize),
    /// The commands of the shell itself, where it reads them from its input: whoever else reads them takes them away.
    Commands,
    /// Closed.
    Closed,
}

/// What a subshell has in common with its shell until one of them changes it.
#[derive(Clone, Debug, Default)]
pub struct Shared<T>(Rc<T>);

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Shared<T> {
    fn deref_mut(&mut self) -> &mut T {
        Rc::make_mut(&mut self.0)
    }
}

/// A shell.
#[derive(Clone, Debug)]
pub struct Shell {
    /// Its variables.
    pub variables: Shared<HashMap<String, Variable>>,
    /// What `local` hid in each function that runs.
    pub hidden: Vec<Vec<(String, Option<Variable>)>>,
    /// Its functions.
    pub functions: Shared<HashMap<String, Function>>,
    /// Its aliases.
    pub aliases: Shared<HashMap<String, String>>,
    /// `$0`
    pub name: String,
    /// `$1` and so on.
    pub arguments: Vec<String>,
    /// Its options.
    pub options: Options,
    /// The current folder.
    pub folder: String,
    /// The folders of `pushd`.
    pub folders: Vec<String>,
    /// `$?`
    pub status: i32,
    /// `$_`
    pub last_word: String,
    /// What `trap` keeps, by signal.
    pub traps: HashMap<String, String>,
    /// The user, by name.
    pub user: String,
    /// Open files by number.
    pub streams: Vec<(u32, Stream)>,
    /// How many conditions the current command is part of: a failure in them ends nothing.
    pub unchecked: usize,
    /// How many functions run.
    pub calls: usize,
    /// How many loops run.
    pub loops: usize,
    /// How many shells this one runs in.
    pub level: usize,
    /// The level of the shell whose `exec` started what reads along.
    pub reader_level: usize,
}

impl Shell {
    /// The shell of user data: no login, so hardly any variable.
    pub fn new(name: &str) -> Self {
        let mut shell = Self {
            variables: Shared::default(),
            hidden: Vec::new(),
            functions: Shared::default(),
            aliases: Shared::default(),
            name: name.to_owned(),
            arguments: Vec::new(),
            options: Options::default(),
            folder: "/".to_owned(),
            folders: Vec::new(),
            status: 0,
            last_word: name.to_owned(),
            traps: HashMap::new(),
            user: "root".to_owned(),
            streams: Vec::new(),
            unchecked: 0,
            calls: 0,
            loops: 0,
            level: 0,
            reader_level: 0,
        };
        shell.export("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        shell.export("LANG", "en_US.UTF-8");
        shell.set_up();
        shell
    }

    /// What bash sets itself.
    fn set_up(&mut self) {
        let folder = self.folder.clone();
        self.export("PWD", &folder);
        self.export("SHLVL", "1");
        for (name, value) in [
            ("IFS", " \t\n"),
            ("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
            ("BASH", "/bin/bash"),
            ("OPTIND", "1"),
            ("HOSTTYPE", "x86_64"),
            ("OSTYPE", "linux-gnu"),
            ("PS4", "+ "),
            ("MACHTYPE", "x86_64-amazon-linux-gnu"),
            ("BASH_VERSION", "5.2.15(1)-release"),
            ("OPTERR", "1"),
            ("SHELL", "/bin/bash"),
            ("TERM", "dumb"),
            ("PPID", "1000"),
        ] {
            if !self.variables.contains_key(name) {
                self.set(name, Value::Text(value.to_owned()));
            }
        }
        let id = if self.user == "root" { "0" } else { "1000" };
        self.set("UID", Value::Text(id.to_owned()));
        self.set("EUID", Value::Text(id.to_owned()));
        self.set("BASH_VERSINFO", Value::List(BTreeMap::from([(0, "5".to_owned()), (1, "2".to_owned())])));
    }

    /// A new bash that a program or a script starts: it gets what was exported.
    pub fn child(&self, name: &str, arguments: &[String]) -> Self {
        let mut child = Self {
            variables: Shared(Rc::new(
                self.variables
                    .iter()
                    .filter(|(_, one)| one.exported)
                    .map(|(name, one)| (name.clone(), one.clone()))
                    .collect(),
            )),
            hidden: Vec::new(),
            functions: Shared::default(),
            aliases: Shared::default(),
            arguments: arguments.to_vec(),
            name: name.to_owned(),
            options: Options::default(),
            folders: Vec::new(),
            traps: HashMap::new(),
            unchecked: 0,
            calls: 0,
            loops: 0,
            level: self.level + 1,
            ..self.clone()
        };
        child.set_up();
        child
    }

    /// A subshell (Bash manual, "Command Execution Environment"): all but the traps.
    pub fn subshell(&self) -> Self {
        Self { traps: HashMap::new(), level: self.level + 1, ..self.clone() }
    }

    /// Sets a variable and keeps its attributes.
    pub fn set(&mut self, name: &str, value: Value) {
        let exported = self.options.allexport || self.variables.get(name).is_some_and(|variable| variable.exported);
        let readonly = self.variables.get(name).is_some_and(|variable| variable.readonly);
        self.variables.insert(name.to_owned(), Variable { value: Some(value), exported, readonly });
    }

    /// Sets a variable that programs get.
    pub fn export(&mut self, name: &str, value: &str) {
        self.set(name, Value::Text(value.to_owned()));
        if let Some(variable) = self.variables.get_mut(name) {
            variable.exported = true;
        }
    }

    /// The text of a variable: the first element of an array.
    pub fn text(&self, name: &str) -> Option<String> {
        match self.variables.get(name)?.value.as_ref()? {
            Value::Text(text) => Some(text.clone()),
            Value::List(list) => list.get(&0).cloned(),
            Value::Table(table) => table.iter().find(|(key, _)| key == "0").map(|(_, value)| value.clone()),
        }
    }

    /// Who makes its new files, where it isn't root.
    pub fn maker(&self) -> Option<String> {
        (self.user != "root").then(|| self.user.clone())
    }

    /// Whether a command reads along that this shell itself has started, and that ends only with it.
    pub fn has_reader(&self) -> bool {
        self.reader_level == self.level && self.streams.iter().any(|(_, stream)| *stream == Stream::Reader)
    }

    /// What programs get as this variable.
    pub fn environment(&self, name: &str) -> Option<String> {
        self.variables.get(name).filter(|variable| variable.exported).and_then(|_| self.text(name))
    }

    /// Where a file descriptor leads.
    pub fn stream(&self, number: u32) -> Stream {
        self.streams.iter().rev().find(|(one, _)| *one == number).map_or(Stream::Log, |(_, stream)| stream.clone())
    }

    /// Leads a file descriptor elsewhere.
    pub fn connect(&mut self, number: u32, stream: Stream) {
        self.streams.retain(|(one, _)| *one != number);
        self.streams.push((number, stream));
    }

    /// The folder of a user, as the password file has it.
    pub fn home_of(user: &str) -> String {
        if user == "root" { "/root".to_owned() } else { format!("/home/{user}") }
    }
}
