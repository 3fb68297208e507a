//! What the files of this crate say of themselves: how its folders lean on each other, and where ids may be spelt.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test reports by panicking")]
#![expect(clippy::disallowed_methods, reason = "only the crate itself is pure: its tests read files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ec_site_tutor_core::verify::CauseId;

/// Circles between folders that are known and being cut, each as the folders that it goes through.
const KNOWN: &[&[&str]] = &[];

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file below `folder` that belongs to the program itself, with its text up to its tests.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.ends_with("tests") || path.ends_with("tests.rs") {
            continue;
        }
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            let text = fs::read_to_string(&path).unwrap();
            let own = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
            files.push((path, own));
        }
    }
    files
}

/// The folder, or the file, of the first level that a file belongs to.
fn top(path: &Path) -> String {
    let below = path.strip_prefix(sources()).unwrap();
    below.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// What `text` names of this crate, by the first part of its path: `use crate::{a, b::c}` and `crate::d::e()`.
fn named(text: &str) -> BTreeSet<String> {
    let is_name = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    let first = |path: &str| path.trim().chars().take_while(|letter| is_name(*letter)).collect::<String>();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut named = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            Some(list) => named.extend(parts(list).map(first)),
            None => drop(named.insert(first(after))),
        }
    }
    named
}

/// The parts of a list in braces, up to its end; what stands in braces within it belongs to its part.
fn parts(list: &str) -> impl Iterator<Item = &str> {
    let mut depth = 1;
    let mut ends = vec![];
    for (index, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => ends.push(index),
            _ => {}
        }
        if depth == 0 {
            ends.push(index);
            break;
        }
    }
    let starts = std::iter::once(0).chain(ends.clone().into_iter().map(|end| end + 1));
    starts.zip(ends).map(|(start, end)| &list[start..end])
}

/// Which folders of the first level each one leans on.
fn leanings() -> BTreeMap<String, BTreeSet<String>> {
    let files = files(&sources());
    let tops: BTreeSet<String> = files.iter().map(|(path, _)| top(path)).collect();
    let mut leanings: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in &files {
        let own = top(path);
        let others = named(text).into_iter().filter(|name| *name != own && tops.contains(name));
        leanings.entry(own.clone()).or_default().extend(others);
    }
    leanings
}

/// A way from `start` back to it, if there is one: the folders that it goes through.
fn circle(start: &str, leanings: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    let mut ways = vec![vec![start.to_owned()]];
    let mut met = BTreeSet::new();
    while let Some(way) = ways.pop() {
        for next in leanings.get(way.last()?).into_iter().flatten() {
            if next == start {
                return Some(way);
            }
            if met.insert(next.clone()) {
                ways.push([way.clone(), vec![next.clone()]].concat());
            }
        }
    }
    None
}

#[test]
fn no_folder_leans_on_one_that_leans_on_it() {
    let mut leanings = leanings();
    assert!(leanings["report"].contains("verify"), "nothing was read: {leanings:?}");
    leanings.remove("lib");
    let is_known =
        |circle: &[String]| KNOWN.iter().any(|known| circle.iter().all(|name| known.contains(&name.as_str())));
    let circles: Vec<Vec<String>> =
        leanings.keys().filter_map(|name| circle(name, &leanings)).filter(|circle| !is_known(circle)).collect();
    assert_eq!(circles, [[""; 0]; 0]);
}

/// What is no more a circle must not stay a known one.
#[test]
fn every_known_circle_is_one() {
    let leanings = leanings();
    for known in KNOWN {
        for name in *known {
            let within = leanings.iter().filter(|(name, _)| known.contains(&name.as_str()));
            let within: BTreeMap<String, BTreeSet<String>> =
                within.map(|(name, others)| (name.clone(), others.clone())).collect();
            assert!(circle(name, &within).is_some(), "{name} is in no circle with {known:?} any more");
        }
    }
}

/// A cause is named by its name in the table. An id in quotes elsewhere could be misspelt, and nothing would say so.
#[test]
fn no_file_but_the_table_spells_the_id_of_a_cause() {
    let ids: Vec<String> = CauseId::ALL.iter().map(|cause| format!("\"{cause}\"")).collect();
    let places = ["verify", "diagnose", "report", "progress", "map", "evidence", "cost", "cleanup"];
    let files = files(&sources()).into_iter().filter(|(path, _)| places.contains(&top(path).as_str()));
    let mut spelt = Vec::new();
    for (path, text) in files.filter(|(path, _)| !path.ends_with("verify/cause/mod.rs")) {
        spelt.extend(ids.iter().filter(|id| text.contains(*id)).map(|id| format!("{}: {id}", path.display())));
    }
    assert_eq!(spelt, [""; 0]);
}
