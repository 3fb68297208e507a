//! One name a thing: all texts, of the lesson and of the interface, keep to the tables of `locales/words.toml`.

use std::collections::BTreeSet;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use super::Pack;
use crate::i18n::Language;

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    label: Vec<Label>,
    spelling: Vec<Spelling>,
    picture: Vec<Picture>,
    counted: Counted,
}

/// What stands on a page of the console.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    en: String,
    ja: String,
    #[serde(default)]
    not: Vec<String>,
}

impl Label {
    fn name(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Ja => &self.ja,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spelling {
    write: String,
    not: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Picture {
    language: String,
    not: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Counted {
    ja: Vec<String>,
}

fn words() -> Words {
    toml::from_str(LOCALES.get_file("words.toml").unwrap().contents_utf8().unwrap()).unwrap()
}

/// Every text in which words of `language` stand, with its name.
fn texts(language: Language) -> Vec<(String, String)> {
    let folders = [language.tag(), "exercises", "snippets"];
    let pages = folders.iter().flat_map(|folder| {
        Pack::Embedded.list(folder).into_iter().map(move |name| format!("{folder}/{name}")).collect::<Vec<_>>()
    });
    let mut texts: Vec<(String, String)> = pages
        .chain(["lesson.toml".to_owned()])
        .map(|name| (name.clone(), Pack::Embedded.read(&name).unwrap()))
        .collect();
    for file in LOCALES.get_dir(language.tag()).unwrap().files() {
        texts.push((file.path().display().to_string(), file.contents_utf8().unwrap().to_owned()));
    }
    assert!(texts.len() > 60, "{}", texts.len());
    texts
}

/// The lines with words for people, numbered: no comments of the files themselves.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.starts_with('#') || line.starts_with("##"))
}

#[test]
fn no_text_has_a_form_that_the_tables_turn_down() {
    let words = words();
    let mut faults = Vec::new();
    for language in Language::ALL {
        let labels = words.label.iter().flat_map(|label| label.not.iter().map(|form| (form, label.name(language))));
        let spellings = words.spelling.iter().flat_map(|row| row.not.iter().map(|form| (form, row.write.as_str())));
        let pictures = words.picture.iter().filter(|picture| picture.language == language.tag());
        let pictures = pictures.flat_map(|picture| picture.not.iter().map(|form| (form, "the shop and its branches")));
        let forms: Vec<_> = labels.chain(spellings).chain(pictures).collect();
        for (name, text) in texts(language) {
            for (number, line) in lines(&text) {
                let turned_down = forms.iter().filter(|(form, _)| line.contains(form.as_str()));
                faults.extend(turned_down.map(|(form, write)| format!("{name}:{number}: {form}, not {write}: {line}")));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_space_stands_between_a_number_and_what_it_counts() {
    let counted = words().counted.ja;
    let mut faults = Vec::new();
    for (name, text) in texts(Language::Ja) {
        for (number, line) in lines(&text) {
            let is_apart = |(at, _): (usize, &str)| {
                let before = line[..at].chars().next_back();
                before.is_some_and(|last| last.is_ascii_digit() || last == '}')
                    && counted.iter().any(|word| line[at + 1..].starts_with(word.as_str()))
            };
            if line.match_indices(' ').any(is_apart) {
                faults.push(format!("{name}:{number}: {line}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What a page names of the console: bold words and the places of a path, in its list of what to do there.
fn named(page: &str, heading: &str) -> BTreeSet<String> {
    let Some((_, list)) = page.split_once(heading) else { return BTreeSet::new() };
    let list = list.split("\n## ").next().unwrap();
    let bold = list.split("**").skip(1).step_by(2);
    let code = list.split('`').skip(1).step_by(2).filter(|code| code.contains(" > "));
    // Keys and signs are one letter long.
    bold.chain(code.flat_map(|path| path.split(" > "))).filter(|word| word.len() > 1).map(str::to_owned).collect()
}

#[test]
fn both_languages_name_the_same_labels_of_the_console() {
    let labels = words().label;
    let mut faults = Vec::new();
    let mut checked = 0;
    for name in Pack::Embedded.list("en").into_iter().filter(|name| !name.contains("hints")) {
        let [english, japanese] = [(Language::En, "## In the console\n"), (Language::Ja, "## コンソールでの手順\n")]
            .map(|(language, heading)| {
                named(&Pack::Embedded.read(&format!("{}/{name}", language.tag())).unwrap(), heading)
            });
        for (language, here, other) in [(Language::En, &english, &japanese), (Language::Ja, &japanese, &english)] {
            let there = if language == Language::En { Language::Ja } else { Language::En };
            for word in here {
                checked += 1;
                let mut rows = labels.iter().filter(|label| label.name(language) == word).peekable();
                if rows.peek().is_none() {
                    faults.push(format!("{}/{name}: {word} isn't in the table", language.tag()));
                } else if !rows.any(|label| other.contains(label.name(there))) {
                    faults.push(format!("{}/{name}: {word} isn't named in the other language", language.tag()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(checked > 150, "{checked}");
}
