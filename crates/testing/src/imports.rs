//! Which files of a crate lean on which, as their imports and paths tell it, and where they lean on each other in a
//! circle. Read as text: a path that a macro makes is not seen.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A module by the names that lead to it from the crate's root.
type Module = Vec<String>;

/// The files of a crate, but for its tests.
#[derive(Debug)]
pub struct Sources {
    tokens: BTreeMap<Module, Vec<String>>,
}

/// Files and folders of one folder that lean on each other, each by its name; `mod` is the folder's own file.
pub type Circle = (String, BTreeSet<String>);

/// Which nodes of a folder each one leans on.
type Leanings = BTreeMap<String, BTreeSet<String>>;

impl Sources {
    /// Reads what is below a crate's `src`.
    #[must_use]
    pub fn read(src: &Path) -> Self {
        let mut tokens = BTreeMap::new();
        collect(src, &Vec::new(), &mut tokens);
        Self { tokens }
    }

    /// Every circle, folder by folder. That a `mod.rs` names its children and hands on what they have is none; that it
    /// uses them while they use what it declares itself is one.
    #[must_use]
    pub fn circles(&self) -> BTreeSet<Circle> {
        let folders: BTreeSet<&[String]> =
            self.tokens.keys().flat_map(|module| (0..=module.len()).map(|depth| &module[..depth])).collect();
        let edges = self.edges();
        let mut circles = BTreeSet::new();
        for folder in folders {
            let leanings = self.leanings(folder, &edges);
            let within = leanings.keys().filter_map(|name| circle(name, &leanings));
            circles.extend(within.map(|names| (folder.join("/"), names)));
        }
        circles
    }

    /// Whether one file or folder of the first level leans on another one.
    #[must_use]
    pub fn leans(&self, one: &str, other: &str) -> bool {
        self.leanings(&[], &self.edges()).get(one).is_some_and(|others| others.contains(other))
    }

    /// Who leans on whom, and on what of it; nothing in particular where a module itself is imported.
    fn edges(&self) -> BTreeSet<(&Module, Module, Option<String>)> {
        let mut edges = BTreeSet::new();
        for (module, tokens) in &self.tokens {
            let targets = paths(tokens).into_iter().filter_map(|path| self.resolve(module, &path));
            let others = targets.filter(|(target, _)| target != module);
            edges.extend(others.map(|(target, item)| (module, target, item)));
        }
        edges
    }

    /// The module that a path of `module` leads to, and what it names there.
    fn resolve(&self, module: &[String], path: &[String]) -> Option<(Module, Option<String>)> {
        let ups = path.iter().take_while(|part| *part == "super").count();
        let mut whole = match path.first()?.as_str() {
            "crate" => path[1..].to_vec(),
            "super" => [&module[..module.len().checked_sub(ups)?], &path[ups..]].concat(),
            "self" => [module, &path[1..]].concat(),
            child => {
                let own = [module, &[child.to_owned()]].concat();
                self.tokens.contains_key(&own).then(|| [module, path].concat())?
            }
        };
        let mut item = None;
        while !self.tokens.contains_key(&whole) {
            item = Some(whole.pop()?);
        }
        Some((whole, item))
    }

    fn leanings(&self, folder: &[String], edges: &BTreeSet<(&Module, Module, Option<String>)>) -> Leanings {
        let node = |module: &[String]| match module.strip_prefix(folder)? {
            [] => Some("mod".to_owned()),
            [name, ..] => Some(name.clone()),
        };
        let mut leanings = Leanings::new();
        for (from, to, item) in edges {
            let (Some(one), Some(other)) = (node(from), node(to)) else { continue };
            let is_own = || item.as_ref().is_some_and(|item| declares(&self.tokens[to], item));
            if one != other && (other != "mod" || is_own()) {
                leanings.entry(one).or_default().insert(other);
            }
        }
        leanings
    }
}

fn collect(folder: &Path, module: &[String], tokens: &mut BTreeMap<Module, Vec<String>>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if name == "tests" {
            continue;
        }
        let below = [module, std::slice::from_ref(&name)].concat();
        if path.is_dir() {
            collect(&path, &below, tokens);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let is_own = name == "mod" || (module.is_empty() && matches!(name.as_str(), "lib" | "main"));
            let text = fs::read_to_string(&path).unwrap();
            let own = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            let code = own.lines().filter(|line| !line.trim_start().starts_with("//"));
            let found = code.flat_map(split).collect::<Vec<_>>();
            tokens.entry(if is_own { module.to_vec() } else { below }).or_default().extend(found);
        }
    }
}

/// Names, `::`, and every other sign by itself.
fn split(line: &str) -> Vec<String> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut found = Vec::new();
    let mut rest = line.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if is_name(first) {
            rest.find(|letter| !is_name(letter)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        found.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    found
}

/// Whether a file declares an item of this name.
fn declares(tokens: &[String], item: &str) -> bool {
    let keyword = |word: &str| ["fn", "struct", "enum", "trait", "type", "const", "static"].contains(&word);
    tokens.windows(2).any(|pair| keyword(&pair[0]) && pair[1] == item)
        || tokens.windows(3).any(|three| three[0] == "macro_rules" && three[2] == item)
}

/// Every path in a file, but for what it only hands on.
fn paths(tokens: &[String]) -> Vec<Module> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let before = at.checked_sub(1).map_or("", |before| tokens[before].as_str());
        if tokens[at] == "use" {
            let end = tokens[at..].iter().position(|token| token == ";").map_or(tokens.len(), |length| at + length);
            if !matches!(before, "pub" | ")") {
                imports(&tokens[at + 1..end], &[], &mut found);
            }
            at = end;
        } else if before != "::" && tokens.get(at + 1).is_some_and(|next| next == "::") {
            found.push(tokens[at..].iter().step_by(2).take(path_length(&tokens[at..])).cloned().collect());
        }
        at += 1;
    }
    found
}

/// How many names a path has that begins here.
fn path_length(tokens: &[String]) -> usize {
    let is_name = |token: &String| token.starts_with(|letter: char| letter.is_alphabetic() || letter == '_');
    let goes_on = |pair: &&[String]| pair[0] == "::" && is_name(&pair[1]);
    1 + tokens[1..].chunks_exact(2).take_while(goes_on).count()
}

/// The paths of what stands between `use` and its semicolon.
fn imports(tokens: &[String], before: &[String], found: &mut Vec<Module>) {
    let Some(brace) = tokens.iter().position(|token| token == "{") else {
        let plain = tokens.split(|token| token == "as").next().unwrap_or_default();
        let is_part = |token: &&String| *token != "::" && (before.is_empty() || *token != "self");
        found.push([before, &plain.iter().filter(is_part).cloned().collect::<Vec<_>>()].concat());
        return;
    };
    let head: Vec<String> = tokens[..brace].iter().filter(|token| *token != "::").cloned().collect();
    let before = [before, &head].concat();
    let (mut depth, mut start) = (0, brace + 1);
    for (at, token) in tokens.iter().enumerate().skip(brace) {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "," if depth == 1 => {}
            _ => continue,
        }
        if (token == "," || depth == 0) && start < at {
            imports(&tokens[start..at], &before, found);
        }
        if token == "," {
            start = at + 1;
        }
    }
}

/// The nodes of a way from `start` back to it, if there is one.
fn circle(start: &str, leanings: &Leanings) -> Option<BTreeSet<String>> {
    let mut ways = vec![vec![start]];
    let mut met = BTreeSet::new();
    while let Some(way) = ways.pop() {
        for next in leanings.get(*way.last()?).into_iter().flatten() {
            if next == start {
                return Some(way.into_iter().map(str::to_owned).collect());
            }
            if met.insert(next.as_str()) {
                ways.push([way.as_slice(), &[next.as_str()]].concat());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The circles of a crate with these files, each as its folder and its nodes.
    fn circles(files: &[(&str, &str)]) -> Vec<(String, String)> {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        let circles = Sources::read(folder.path()).circles().into_iter();
        circles.map(|(folder, nodes)| (folder, nodes.into_iter().collect::<Vec<_>>().join(" "))).collect()
    }

    #[test]
    fn files_that_lean_on_each_other_are_a_circle_of_their_folder() {
        let files = [
            ("lib.rs", "mod a;\nmod b;\n"),
            ("a/mod.rs", "mod one;\nmod two;\n"),
            ("a/one.rs", "use super::two::{Two, more};\n"),
            ("a/two.rs", "pub fn two() { crate::a::one::one() }\n"),
            ("b.rs", "use crate::a;\n"),
        ];
        assert_eq!(circles(&files), [("a".to_owned(), "one two".to_owned())]);
    }

    #[test]
    fn folders_that_lean_on_each_other_are_a_circle_of_the_crate() {
        let files = [
            ("lib.rs", "pub mod a;\npub mod b;\npub mod c;\n"),
            ("a/mod.rs", "pub mod one;\n"),
            ("a/one.rs", "use crate::{\n    b::B,\n    d::D,\n};\n"),
            ("b.rs", "use crate::c::{self, C};\n"),
            ("c.rs", "pub type C = crate::a::one::One;\n"),
        ];
        assert_eq!(circles(&files), [(String::new(), "a b c".to_owned())]);
    }

    #[test]
    fn a_file_that_uses_its_children_and_is_used_by_them_is_one_but_what_it_hands_on_is_not() {
        let child = ("a/one.rs", "use super::Shared;\npub struct One(Shared);\n");
        let lib = ("lib.rs", "mod a;\n");
        let handed_on = ("a/mod.rs", "mod one;\nmod two;\npub use one::One;\npub use two::Shared;\n");
        let two = ("a/two.rs", "pub struct Shared;\n");
        assert_eq!(circles(&[lib, handed_on, child, two]), []);
        let using = ("a/mod.rs", "mod one;\npub struct Shared;\nfn make() -> one::One { todo!() }\n");
        assert_eq!(circles(&[lib, using, child]), [("a".to_owned(), "mod one".to_owned())]);
    }

    #[test]
    fn comments_and_tests_count_for_nothing() {
        let files = [
            ("lib.rs", "mod a;\nmod b;\n"),
            ("a.rs", "use crate::b::B;\n"),
            ("b.rs", "//! See `crate::a::A`.\n#[cfg(test)]\nmod tests {\n    use crate::a::A;\n}\n"),
            ("b/tests.rs", "use crate::a::A;\n"),
        ];
        assert_eq!(circles(&files), []);
    }
}
