//! Turns `locales/*/*.ftl` into one Rust type a message, so that a wrong message id, a wrong argument or a
//! message that one language lacks is a compile error.

#![allow(clippy::expect_used, reason = "what cargo promises a build script")]
#![allow(clippy::disallowed_methods, reason = "only what is built from it is pure")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Message id to where it stands and the arguments that it uses.
type Messages = BTreeMap<String, Message>;

struct Message {
    /// The number of its file among those of its language.
    file: usize,
    arguments: BTreeSet<String>,
}

const LANGUAGES: [&str; 2] = ["en", "ja"];

/// Why a message may not speak of another one, nor of a term.
const ONE_BY_ONE: &str = "a reference to another message or a term: the program reads the files one by one";

fn main() {
    let crate_folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let locales = crate_folder.join("../../locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    if let Err(faults) = write_messages(&locales) {
        // Cargo shows each, and nothing of how this program came to it.
        for fault in faults {
            println!("cargo::error={fault}");
        }
    }
}

/// Writes the types of all messages, or tells every fault with the file to mend.
fn write_messages(locales: &Path) -> Result<(), Vec<String>> {
    let [first, second] = LANGUAGES.map(|language| ftl_files(&locales.join(language)));
    let files = [first?, second?];
    same_names(&files)?;
    let messages = [read_messages(&files[0])?, read_messages(&files[1])?];
    parity(&messages, &files)?;
    let mut sources = format!("/// How many files a language has.\npub const FILES: usize = {};\n", files[0].len());
    for (language, files) in LANGUAGES.iter().zip(&files) {
        sources.push_str(&constant(language, files));
    }
    for (id, message) in &messages[0] {
        sources.push_str(&message_type(id, message));
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("messages.rs");
    fs::write(out, sources).expect("OUT_DIR is writable");
    Ok(())
}

/// A file as it is called within the repository.
fn name(file: &Path) -> String {
    let parts: Vec<_> = file.iter().rev().take(2).map(|part| part.to_string_lossy()).collect();
    format!("locales/{}", parts.into_iter().rev().collect::<Vec<_>>().join("/"))
}

/// What a language's files say.
fn constant(language: &str, files: &[PathBuf]) -> String {
    let name = language.to_uppercase();
    let mut constant = format!("/// The Fluent files of `{language}`.\npub const {name}: [&str; FILES] = [\n");
    for file in files {
        writeln!(constant, "    include_str!({:?}),", file.display().to_string()).expect("writes to a string");
    }
    constant + "];\n"
}

fn ftl_files(folder: &Path) -> Result<Vec<PathBuf>, Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|error| vec![format!("{}: {error}", name(folder))])?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|ending| ending == "ftl")).collect();
    files.sort();
    Ok(files)
}

fn read_messages(files: &[PathBuf]) -> Result<Messages, Vec<String>> {
    let mut messages = Messages::new();
    let mut faults = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let mut fault = |text: String| faults.push(format!("{}: {text}", name(file)));
        let text = match fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) => {
                fault(error.to_string());
                continue;
            }
        };
        let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(partial, errors)| {
            for error in errors {
                fault(format!("line {}: {error}", line_of(&text, error.pos.start)));
            }
            partial
        });
        for entry in &resource.body {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Term(term) => {
                    fault(format!("-{}: {ONE_BY_ONE}", term.id.name));
                    continue;
                }
                _ => continue,
            };
            let id = message.id.name;
            let mut arguments = BTreeSet::new();
            if message.value.as_ref().is_some_and(|pattern| !pattern_arguments(pattern, &mut arguments)) {
                fault(format!("{id}: {ONE_BY_ONE}"));
            }
            let twin = messages.insert(id.to_owned(), Message { file: number, arguments });
            if let Some(twin) = twin {
                fault(format!("{id} stands in {}, too", name(&files[twin.file])));
            }
        }
    }
    if faults.is_empty() { Ok(messages) } else { Err(faults) }
}

fn line_of(text: &str, position: usize) -> usize {
    text.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1
}

/// Whether a pattern speaks of nothing but arguments; those are put into `found`.
fn pattern_arguments(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) -> bool {
    pattern.elements.iter().all(|element| match element {
        PatternElement::Placeable { expression } => expression_arguments(expression, found),
        PatternElement::TextElement { .. } => true,
    })
}

fn expression_arguments(expression: &Expression<&str>, found: &mut BTreeSet<String>) -> bool {
    match expression {
        Expression::Inline(inline) => inline_arguments(inline, found),
        Expression::Select { selector, variants } => {
            inline_arguments(selector, found) && variants.iter().all(|variant| pattern_arguments(&variant.value, found))
        }
    }
}

fn inline_arguments(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) -> bool {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
            true
        }
        InlineExpression::FunctionReference { arguments, .. } => call_arguments(arguments, found),
        InlineExpression::Placeable { expression } => expression_arguments(expression, found),
        InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => false,
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => true,
    }
}

fn call_arguments(arguments: &CallArguments<&str>, found: &mut BTreeSet<String>) -> bool {
    arguments.positional.iter().all(|argument| inline_arguments(argument, found))
}

/// A message's file has one number for all languages.
fn same_names(files: &[Vec<PathBuf>; 2]) -> Result<(), Vec<String>> {
    let names = files.each_ref().map(|files| files.iter().filter_map(|file| file.file_name()).collect::<BTreeSet<_>>());
    let missing = |from: usize, to: usize| {
        names[from]
            .difference(&names[to])
            .map(move |file| format!("locales/{}/{}: is missing", LANGUAGES[to], file.display()))
    };
    let faults: Vec<String> = missing(0, 1).chain(missing(1, 0)).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Both languages say the same messages, each in the same file and with the same arguments.
fn parity(messages: &[Messages; 2], files: &[Vec<PathBuf>; 2]) -> Result<(), Vec<String>> {
    let mut faults = Vec::new();
    for (from, to) in [(0, 1), (1, 0)] {
        for (id, message) in &messages[from] {
            let file = name(&files[to][message.file]);
            match messages[to].get(id) {
                None => faults.push(format!("{file}: {id} is missing")),
                Some(other) if other.file != message.file && from == 0 => {
                    faults.push(format!("{file}: {id} belongs here, and stands in {}", name(&files[to][other.file])));
                }
                Some(other) => {
                    let lacking: Vec<&String> = message.arguments.difference(&other.arguments).collect();
                    if !lacking.is_empty() {
                        faults.push(format!("{file}: {id} doesn't say {lacking:?}"));
                    }
                }
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn message_type(id: &str, Message { file, arguments }: &Message) -> String {
    let name = id.replace('-', "_");
    let (mut fields, mut pairs, mut binding) = (Vec::new(), Vec::new(), "_");
    for argument in arguments {
        if let Some(reference) = reference(argument) {
            pairs.push(format!("({argument:?}, Arg::Reference({reference})), "));
        } else {
            let field = argument.replace('-', "_");
            fields.push(format!("    pub {field}: Arg,\n"));
            pairs.push(format!("({argument:?}, message.{field}), "));
            binding = "message";
        }
    }
    format!(
        "/// Message `{id}`.\npub struct {name} {{\n{}}}\nimpl From<{name}> for Text {{\n    fn from({binding}: {name}) -> Self {{\n        Text::message(&Id {{ name: {id:?}, file: {file} }}, vec![{}])\n    }}\n}}\n",
        fields.concat(),
        pairs.concat()
    )
}

/// What an argument says of the lesson by itself, so that no code has to hand it over: `step_targets` the step about targets,
/// `at_targets__load` those about targets and load in brackets, `the_lesson` its name.
fn reference(argument: &str) -> Option<String> {
    if argument == "the_lesson" {
        return Some("Reference::Lesson".to_owned());
    }
    let forms = [("step_", "Short"), ("the_step_", "Full"), ("first_step_", "First"), ("at_", "InBrackets")];
    let (topics, form) = forms.iter().find_map(|(prefix, form)| Some((argument.strip_prefix(prefix)?, form)))?;
    let camel = |word: &str| word.split('_').map(capitalized).collect::<String>();
    let topics: Vec<String> = topics.split("__").map(|topic| format!("Topic::{}", camel(topic))).collect();
    let topics = topics.join(", ");
    Some(format!("Reference::Steps(Form::{form}, &[{topics}])"))
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
