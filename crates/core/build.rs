//! Turns `locales/*/*.ftl` into one Rust type a message, so that a wrong message id, a wrong argument or a
//! message that one language lacks is a compile error.

#![allow(clippy::expect_used, clippy::panic, reason = "a build script reports by panicking")]
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
    write_messages(&locales);
}

fn write_messages(locales: &Path) {
    let files = LANGUAGES.map(|language| ftl_files(&locales.join(language)));
    assert_same_names(&files);
    let messages = files.each_ref().map(|files| read_messages(files));
    assert_parity(&messages[0], &messages[1]);
    let mut sources = format!("/// How many files a language has.\npub const FILES: usize = {};\n", files[0].len());
    for (language, files) in LANGUAGES.iter().zip(&files) {
        sources.push_str(&constant(language, files));
    }
    for (id, message) in &messages[0] {
        sources.push_str(&message_type(id, message));
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("messages.rs");
    fs::write(out, sources).expect("OUT_DIR is writable");
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

fn ftl_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
        .collect();
    files.sort();
    files
}

fn read_messages(files: &[PathBuf]) -> Messages {
    let mut messages = Messages::new();
    for (number, file) in files.iter().enumerate() {
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in &resource.body {
            let Entry::Message(message) = entry else {
                assert!(!matches!(entry, Entry::Term(_)), "{}: {ONE_BY_ONE}", file.display());
                continue;
            };
            let mut arguments = BTreeSet::new();
            if let Some(pattern) = &message.value {
                pattern_arguments(pattern, &mut arguments);
            }
            let id = message.id.name;
            let twin = messages.insert(id.to_owned(), Message { file: number, arguments });
            assert!(twin.is_none(), "{}: {id} stands twice", file.display());
        }
    }
    messages
}

fn pattern_arguments(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_arguments(expression, found);
        }
    }
}

fn expression_arguments(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => inline_arguments(inline, found),
        Expression::Select { selector, variants } => {
            inline_arguments(selector, found);
            for variant in variants {
                pattern_arguments(&variant.value, found);
            }
        }
    }
}

fn inline_arguments(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => call_arguments(arguments, found),
        InlineExpression::Placeable { expression } => expression_arguments(expression, found),
        InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => panic!("{ONE_BY_ONE}"),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn call_arguments(arguments: &CallArguments<&str>, found: &mut BTreeSet<String>) {
    for argument in &arguments.positional {
        inline_arguments(argument, found);
    }
}

/// A message's file has one number for all languages.
fn assert_same_names(files: &[Vec<PathBuf>; 2]) {
    let [first, second] = files.each_ref().map(|files| files.iter().map(|file| file.file_name()).collect::<Vec<_>>());
    assert_eq!(first, second, "the languages have other files");
}

fn assert_parity(first: &Messages, second: &Messages) {
    let mut differences = Vec::new();
    for id in first.keys().chain(second.keys()).collect::<BTreeSet<_>>() {
        match (first.get(id), second.get(id)) {
            (Some(a), Some(b)) if a.file != b.file => differences.push(format!("{id}: stands in another file in ja")),
            (Some(Message { arguments: a, .. }), Some(Message { arguments: b, .. })) if a != b => {
                differences.push(format!("{id}: arguments differ: en {a:?}, ja {b:?}"));
            }
            (Some(_), None) => differences.push(format!("{id}: missing in ja")),
            (None, Some(_)) => differences.push(format!("{id}: missing in en")),
            _ => {}
        }
    }
    assert!(differences.is_empty(), "the languages differ:\n{}", differences.join("\n"));
}

fn message_type(id: &str, Message { file, arguments }: &Message) -> String {
    let name = id.replace('-', "_");
    let fields: Vec<String> =
        arguments.iter().map(|argument| format!("    pub {}: Arg,\n", argument.replace('-', "_"))).collect();
    let pairs: Vec<String> =
        arguments.iter().map(|argument| format!("({argument:?}, message.{}), ", argument.replace('-', "_"))).collect();
    let binding = if arguments.is_empty() { "_" } else { "message" };
    format!(
        "/// Message `{id}`.\npub struct {name} {{\n{}}}\nimpl From<{name}> for Text {{\n    fn from({binding}: {name}) -> Self {{\n        Text::message(&Id {{ name: {id:?}, file: {file} }}, vec![{}])\n    }}\n}}\n",
        fields.concat(),
        pairs.concat()
    )
}
