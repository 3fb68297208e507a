//! cloud-config: `bootcmd`, `write_files`, `runcmd` (`cloudinit/config/cc_runcmd.py`, `cc_write_files.py`, `util.shellify`).

use base64::Engine as _;

use super::part::{Part, PartKind, Place, Unusable};
use super::script::posix;
use super::yaml::{Yaml, read};
use crate::verify::user_data::lines::Lines;

/// Adds what a cloud-config does.
pub(super) fn collect(text: &str, line: usize, parts: &mut Vec<Part>) -> Result<(), Unusable> {
    let unfollowed = || Unusable::Unfollowed("#cloud-config".to_owned());
    let text = text.replace("\r\n", "\n");
    let Yaml::Map(map) = read(&text, line).ok_or_else(unfollowed)? else { return Err(unfollowed()) };
    let value = |name: &str| map.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    let runcmd = Place::Script("runcmd".to_owned());
    // Where several are given, what a later one says of a key counts alone (`handlers/cloud_config.py`, `DEF_MERGERS`).
    for (key, place) in [("bootcmd", &Place::BootCommands), ("write_files", &Place::Files), ("runcmd", &runcmd)] {
        if value(key).is_some() {
            parts.retain(|part| part.place != *place);
        }
    }
    if let Some(commands) = value("bootcmd") {
        parts.push(commands_part(commands, Place::BootCommands).ok_or_else(unfollowed)?);
    }
    if let Some(Yaml::List(files)) = value("write_files") {
        for file in files {
            parts.push(file_part(file).ok_or_else(unfollowed)?);
        }
    }
    if let Some(commands) = value("runcmd") {
        parts.push(commands_part(commands, runcmd).ok_or_else(unfollowed)?);
    }
    Ok(())
}

/// Commands as the script for `sh` that `shellify` makes of them: a list is one command with its words in quotes.
fn commands_part(commands: &Yaml, place: Place) -> Option<Part> {
    let Yaml::List(commands) = commands else { return None };
    let mut script = String::new();
    let mut first = 1;
    for command in commands {
        match command {
            Yaml::Text(text, line) => {
                if script.is_empty() {
                    first = *line;
                }
                script.push_str(text);
            }
            Yaml::List(words) => {
                let words: Option<Vec<String>> = words
                    .iter()
                    .map(|word| match word {
                        Yaml::Text(text, line) => {
                            if script.is_empty() {
                                first = *line;
                            }
                            Some(format!("'{}'", text.replace('\'', "'\\''")))
                        }
                        _ => None,
                    })
                    .collect();
                script.push_str(&words?.join(" "));
            }
            Yaml::Map(_) => return None,
        }
        script.push('\n');
    }
    Some(Part {
        kind: PartKind::Script { options: posix() },
        text: script,
        lines: Lines::From(first),
        append: false,
        place,
    })
}

fn file_part(file: &Yaml) -> Option<Part> {
    let Yaml::Map(map) = file else { return None };
    let text = |name: &str| {
        map.iter().find(|(key, _)| key == name).and_then(|(_, value)| match value {
            Yaml::Text(text, _) => Some(text.clone()),
            _ => None,
        })
    };
    let content = text("content").unwrap_or_default();
    let content = match text("encoding").as_deref() {
        None | Some("text/plain") => content,
        Some("b64" | "base64") => {
            let dense: String = content.split_whitespace().collect();
            String::from_utf8(base64::engine::general_purpose::STANDARD.decode(dense).ok()?).ok()?
        }
        Some(_) => return None,
    };
    let permissions = text("permissions").unwrap_or_else(|| "0644".to_owned());
    let executable = permissions.chars().rev().take(3).any(|digit| matches!(digit, '1' | '3' | '5' | '7'));
    let append = text("append").is_some_and(|append| append == "true");
    Some(Part {
        kind: PartKind::File { path: text("path")?, executable },
        text: content,
        lines: Lines::From(1),
        append,
        place: Place::Files,
    })
}
