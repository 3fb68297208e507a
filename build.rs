//! Turns `locales/*/*.ftl` into one Rust type a message, so that a wrong message id, a wrong argument or a
//! message that one language lacks is a compile error; and tells the program its commit.

#![allow(clippy::expect_used, clippy::panic, reason = "a build script reports by panicking")]

#[path = "build/commit.rs"]
mod commit;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Message id (or `-term`) to the arguments that it uses.
type Messages = BTreeMap<String, BTreeSet<String>>;

const LANGUAGES: [&str; 2] = ["en", "ja"];

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    for sign in commit::signs_of_change(&root) {
        println!("cargo::rerun-if-changed={}", sign.display());
    }
    println!("cargo::rustc-env=EC_SITE_TUTOR_COMMIT={}", commit::stamp(&root).unwrap_or_default());
    write_messages(&root);
}

fn write_messages(root: &Path) {
    let mut sources = String::new();
    let mut by_language = Vec::new();
    for language in LANGUAGES {
        let files = ftl_files(&root.join("locales").join(language));
        by_language.push(read_messages(&files));
        let constant = language.to_uppercase();
        writeln!(sources, "/// The Fluent files of `{language}`.\npub const {constant}: &[&str] = &[")
            .expect("writes to a string");
        for file in &files {
            writeln!(sources, "    include_str!({:?}),", file.display().to_string()).expect("writes to a string");
        }
        sources.push_str("];\n");
    }
    assert_parity(&by_language[0], &by_language[1]);
    for (id, arguments) in by_language[0].iter().filter(|(id, _)| !id.starts_with('-')) {
        sources.push_str(&message_type(id, arguments));
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("messages.rs");
    fs::write(out, sources).expect("OUT_DIR is writable");
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
    for file in files {
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in &resource.body {
            let (id, value) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref()),
                Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value)),
                _ => continue,
            };
            let mut arguments = BTreeSet::new();
            if let Some(pattern) = value {
                pattern_arguments(pattern, &mut arguments);
            }
            assert!(messages.insert(id.clone(), arguments).is_none(), "{}: {id} stands twice", file.display());
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
        _ => {}
    }
}

fn call_arguments(arguments: &CallArguments<&str>, found: &mut BTreeSet<String>) {
    for argument in &arguments.positional {
        inline_arguments(argument, found);
    }
}

fn assert_parity(first: &Messages, second: &Messages) {
    let mut differences = Vec::new();
    for id in first.keys().chain(second.keys()).collect::<BTreeSet<_>>() {
        match (first.get(id), second.get(id)) {
            (Some(a), Some(b)) if a != b => differences.push(format!("{id}: arguments differ: en {a:?}, ja {b:?}")),
            (Some(_), None) => differences.push(format!("{id}: missing in ja")),
            (None, Some(_)) => differences.push(format!("{id}: missing in en")),
            _ => {}
        }
    }
    assert!(differences.is_empty(), "the languages differ:\n{}", differences.join("\n"));
}

fn message_type(id: &str, arguments: &BTreeSet<String>) -> String {
    let name = id.replace('-', "_");
    let fields: Vec<String> =
        arguments.iter().map(|argument| format!("    pub {}: Arg,\n", argument.replace('-', "_"))).collect();
    let pairs: Vec<String> =
        arguments.iter().map(|argument| format!("({argument:?}, message.{}), ", argument.replace('-', "_"))).collect();
    let binding = if arguments.is_empty() { "_" } else { "message" };
    format!(
        "/// Message `{id}`.\npub struct {name} {{\n{}}}\nimpl From<{name}> for Text {{\n    fn from({binding}: {name}) -> Self {{\n        Text::message({id:?}, vec![{}])\n    }}\n}}\n",
        fields.concat(),
        pairs.concat()
    )
}
