//! `find` (findutils manual) with the tests that scripts use.

use super::Arguments;
use crate::verify::user_data::bash::{Run, Step, matches};
use crate::verify::user_data::machine::{Found, Node, name};

impl Run<'_> {
    pub(super) fn find(&mut self, words: &[String]) -> Step<i32> {
        let start =
            words.iter().position(|word| word.starts_with('-') || word == "(" || word == "!").unwrap_or(words.len());
        if words[start..].iter().any(|word| word.starts_with('-') && word.len() > 1 && !is_predicate(word))
            && !words[start..].iter().any(|word| word.starts_with("-exec"))
        {
            return Ok(1);
        }
        let places = if start == 0 { vec![".".to_owned()] } else { words[..start].to_vec() };
        let mut status = 0;
        for place in &places {
            let path = self.machine.files.resolve(&self.path(place), true);
            if self.machine.look(&path) == Found::Nothing {
                status = 1;
                continue;
            }
            let mut found = vec![(place.clone(), path.clone(), 0)];
            for inside in self.machine.files.below(&path) {
                let below = &inside[path.trim_end_matches('/').len()..];
                let depth = below.matches('/').count();
                found.push((format!("{}{below}", place.trim_end_matches('/')), inside, depth));
            }
            for (shown, path, depth) in found {
                self.found(&words[start..], &shown, &path, depth)?;
            }
        }
        Ok(status)
    }

    /// Tests one file, and does what is to be done with it.
    fn found(&mut self, words: &[String], shown: &str, path: &str, depth: usize) -> Step {
        let mut rest = words.iter();
        let mut acted = false;
        while let Some(word) = rest.next() {
            let mut value = || rest.next().cloned().unwrap_or_default();
            let holds = match word.as_str() {
                "-name" => matches(&value(), name(shown)).unwrap_or(true),
                "-iname" => matches(&value().to_lowercase(), &name(shown).to_lowercase()).unwrap_or(true),
                "-path" => matches(&value(), shown).unwrap_or(true),
                "-type" => match (value().as_str(), self.machine.files.get(path)) {
                    ("d", Some(Node::Folder { .. })) | ("f", Some(Node::File { .. })) | ("l", Some(Node::Link(_))) => {
                        true
                    }
                    ("d" | "f" | "l", _) => false,
                    _ => true,
                },
                "-maxdepth" => value().parse::<usize>().is_ok_and(|most| depth <= most),
                "-mindepth" => value().parse::<usize>().is_ok_and(|least| depth >= least),
                "-exec" | "-execdir" => {
                    let command: Vec<String> =
                        rest.by_ref().take_while(|word| *word != ";" && *word != "+").cloned().collect();
                    acted = true;
                    let filled: Vec<String> = command.iter().map(|word| word.replace("{}", shown)).collect();
                    self.external(&filled)? == 0
                }
                "-delete" => {
                    acted = true;
                    self.machine.files.remove(path);
                    true
                }
                "-print" | "-print0" => {
                    acted = true;
                    self.print(&format!("{shown}\n"));
                    true
                }
                "-quit" | "-prune" | "-xdev" | "-mount" | "-follow" | "-a" => true,
                _ => {
                    self.doubt_here();
                    return Ok(());
                }
            };
            if !holds {
                return Ok(());
            }
        }
        if !acted {
            self.print(&format!("{shown}\n"));
        }
        Ok(())
    }
}

/// Arguments of a command that is built from others.
pub(super) fn plain(words: &[String]) -> Vec<String> {
    Arguments::read(words, "", &[]).others
}

/// Whether `find` knows this word (findutils manual); numbers are values of others.
fn is_predicate(word: &str) -> bool {
    const KNOWN: &str = " -a -amin -and -anewer -atime -cmin -cnewer -context -ctime -d -daystart -delete -depth -empty -exec -execdir -executable -false \
        -files0-from -fls -follow -fprint -fprint0 -fprintf -fstype -gid -group -help -ignore_readdir_race -ilname -iname -inum -ipath -iregex -iwholename -links -lname \
        -ls -maxdepth -mindepth -mmin -mount -mtime -name -newer -nogroup -noignore_readdir_race -noleaf -not -nouser -nowarn -o -ok -okdir -or -path \
        -perm -print -print0 -printf -prune -quit -readable -regex -regextype -samefile -size -true -type -uid -used -user -version -warn -wholename \
        -writable -xdev -xtype ";
    KNOWN.contains(&format!(" {word} "))
        || word.starts_with("-newer")
        || word[1..].starts_with(|one: char| one.is_ascii_digit())
}
