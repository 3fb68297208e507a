//! The file system as far as a script touches it: folders, files with their text, links.

use std::collections::BTreeMap;
use std::rc::Rc;

/// Links that are followed on one path, as the kernel does (`path_resolution(7)`).
const MOST_LINKS: usize = 16;

/// Something with a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A folder; an open one may hold more than is known.
    Folder {
        /// Whether only a run could tell what else is in it.
        open: bool,
    },
    /// A file.
    File {
        /// Its text.
        text: Rc<str>,
        /// Whether it may be executed.
        executable: bool,
    },
    /// A symbolic link to this path.
    Link(String),
}

/// What is known of a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// This is there.
    Node(Node),
    /// Nothing is there.
    Nothing,
    /// Only a run could tell.
    Unknown,
}

/// All files by their absolute path without links and dots.
#[derive(Clone, Debug, Default)]
pub struct Files {
    nodes: BTreeMap<String, Node>,
    /// Whose a path is, where it isn't root's; none of them for what anybody may change.
    owners: BTreeMap<String, Option<String>>,
    /// Who makes what is new, where it isn't root.
    pub user: Option<String>,
    /// Whether a link was ever made.
    has_links: bool,
    /// Names of one file each (link(2)).
    same: Vec<Vec<String>>,
}

/// Folders in which everybody may make something new.
const SHARED: [&str; 3] = ["/tmp", "/var/tmp", "/dev/shm"];

/// The absolute form of `path` seen from `folder`, without `.` and `..`.
pub fn absolute(folder: &str, path: &str) -> String {
    let joined = if path.starts_with('/') { path.to_owned() } else { format!("{folder}/{path}") };
    let mut parts: Vec<&str> = Vec::new();
    for part in joined.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    format!("/{}", parts.join("/"))
}

/// The folder that a path lies in.
pub fn parent(path: &str) -> &str {
    match path.rfind('/') {
        Some(0) | None => "/",
        Some(at) => &path[..at],
    }
}

/// The last part of a path.
pub fn name(path: &str) -> &str {
    path.trim_end_matches('/').rsplit('/').next().unwrap_or(path)
}

/// What stands behind the last dot of a path, as the machine compares it: Linux tells capitals apart.
pub fn extension(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(_, extension)| extension)
}

impl Node {
    /// A file with this text.
    pub fn file(text: &str) -> Self {
        Self::File { text: text.into(), executable: false }
    }

    /// A file that may be executed.
    pub fn program(text: &str) -> Self {
        Self::File { text: text.into(), executable: true }
    }

    /// A folder of which everything is known.
    pub const FOLDER: Self = Self::Folder { open: false };
}

impl Files {
    /// `path` without links; the last part is followed too where `whole`.
    pub fn resolve(&self, path: &str, whole: bool) -> String {
        let mut path = path.to_owned();
        if !self.has_links {
            return path;
        }
        for _ in 0..MOST_LINKS {
            let Some((at, target)) = self.first_link(&path, whole) else { return path };
            let rest = &path[at.len()..];
            path = absolute(parent(&at), &format!("{target}{rest}"));
        }
        path
    }

    fn first_link(&self, path: &str, whole: bool) -> Option<(String, String)> {
        let ends = path.match_indices('/').map(|(at, _)| at).skip(1).chain(whole.then_some(path.len()));
        for end in ends {
            if let Some(Node::Link(target)) = self.nodes.get(&path[..end]) {
                return Some((path[..end].to_owned(), target.clone()));
            }
        }
        None
    }

    /// The node under exactly this path.
    pub fn get(&self, path: &str) -> Option<&Node> {
        self.nodes.get(path)
    }

    /// Whether some folder above `path` may hold more than is known; none where a file stands in the way.
    pub fn is_open(&self, path: &str) -> bool {
        let mut above = parent(path);
        loop {
            match self.nodes.get(above) {
                Some(Node::Folder { open }) => return *open,
                Some(_) => return false,
                None if above == "/" => return false,
                None => above = parent(above),
            }
        }
    }

    /// Gives a file another name.
    pub fn link(&mut self, path: &str, other: &str) {
        let Some(node) = self.nodes.get(path).cloned() else { return };
        self.put(other, node);
        match self.same.iter_mut().find(|names| names.iter().any(|name| name == path)) {
            Some(names) => names.push(other.to_owned()),
            None => self.same.push(vec![path.to_owned(), other.to_owned()]),
        }
    }

    /// Whether two paths are names of one file.
    pub fn is_one_file(&self, path: &str, other: &str) -> bool {
        self.names(path).iter().any(|name| name == other)
    }

    /// The names of the file at a path.
    fn names(&self, path: &str) -> Vec<String> {
        let names = self.same.iter().find(|names| names.iter().any(|name| name == path));
        names.cloned().unwrap_or_else(|| vec![path.to_owned()])
    }

    /// Changes the file at a path, under all its names.
    pub fn change(&mut self, path: &str, node: &Node) {
        let names = self.names(path);
        for name in &names {
            self.put(name, node.clone());
        }
        if names.len() > 1 {
            self.same.push(names);
        }
    }

    /// Puts a node in place of what was there.
    pub fn put(&mut self, path: &str, node: Node) {
        self.unlink(path);
        self.has_links |= matches!(node, Node::Link(_));
        let before = self.nodes.insert(path.to_owned(), node);
        if before.is_none() {
            self.note_owner(path);
        }
    }

    /// Gives a file another name in place of the one it has.
    pub fn rename(&mut self, from: &str, to: &str, node: Node) {
        let names = self.names(from);
        self.put(to, node);
        self.remove(from);
        if let Some(others) = self.same.iter_mut().find(|others| others.iter().any(|name| names.contains(name))) {
            others.push(to.to_owned());
        } else if let Some(other) = names.iter().find(|name| *name != from && *name != to) {
            self.same.push(vec![other.clone(), to.to_owned()]);
        }
    }

    /// A path is no longer the name of a file that has others.
    fn unlink(&mut self, path: &str) {
        for names in &mut self.same {
            names.retain(|name| name != path);
        }
        self.same.retain(|names| names.len() > 1);
    }

    fn note_owner(&mut self, path: &str) {
        match &self.user {
            Some(user) => self.owners.insert(path.to_owned(), Some(user.clone())),
            None => self.owners.remove(path),
        };
    }

    /// Gives a path, and what is in it where `whole`, to a user; to everybody where none is named.
    pub fn give(&mut self, path: &str, whole: bool, user: Option<&str>) {
        let inside = if whole { self.below(path) } else { Vec::new() };
        for path in inside.into_iter().chain([path.to_owned()]) {
            match user {
                Some("root") => self.owners.remove(&path),
                user => self.owners.insert(path, user.map(str::to_owned)),
            };
        }
    }

    /// Whether a user other than root may change what is at a path without links, or make it there.
    pub fn may_change(&self, path: &str, user: &str) -> bool {
        let is_own = |path: &str| match self.owners.get(path) {
            Some(owner) => owner.as_deref().is_none_or(|owner| owner == user),
            None => path.strip_prefix("/home/") == Some(user),
        };
        if self.nodes.contains_key(path) {
            is_own(path)
        } else {
            SHARED.contains(&parent(path)) || is_own(parent(path))
        }
    }

    /// Whether a user other than root may take away what is at a path.
    pub fn may_remove(&self, path: &str, user: &str) -> bool {
        let above = parent(path);
        self.may_change(path, user) && (SHARED.contains(&above) || self.may_change(above, user))
    }

    /// Makes a folder and those above it, where nothing is there.
    pub fn make_folders(&mut self, path: &str) {
        let mut missing = Vec::new();
        let mut above = path;
        while above != "/" && !self.nodes.contains_key(above) {
            missing.push(above.to_owned());
            above = parent(above);
        }
        for folder in missing {
            self.put(&folder, Node::FOLDER);
        }
    }

    /// Removes a node with everything in it.
    pub fn remove(&mut self, path: &str) {
        for path in self.below(path).into_iter().chain([path.to_owned()]) {
            self.unlink(&path);
            self.nodes.remove(&path);
            self.owners.remove(&path);
        }
    }

    /// The paths of everything within a folder.
    pub fn below(&self, path: &str) -> Vec<String> {
        let prefix = if path == "/" { "/".to_owned() } else { format!("{path}/") };
        self.nodes
            .range(prefix.clone()..)
            .take_while(|(one, _)| one.starts_with(&prefix))
            .map(|(one, _)| one.clone())
            .collect()
    }

    /// The names of what lies directly in a folder.
    pub fn children(&self, path: &str) -> Vec<String> {
        let start = if path == "/" { 1 } else { path.len() + 1 };
        let direct = |one: &String| one.get(start..).is_some_and(|rest| !rest.is_empty() && !rest.contains('/'));
        self.below(path).into_iter().filter(direct).map(|one| one[start..].to_owned()).collect()
    }

    /// Copies a node with everything in it; what is there already and isn't replaced stays.
    pub fn copy(&mut self, from: &str, to: &str) {
        let mut copies = Vec::new();
        if let Some(node) = self.nodes.get(from) {
            copies.push((to.to_owned(), node.clone()));
        }
        for inside in self.below(from) {
            if let Some(node) = self.nodes.get(&inside) {
                copies.push((format!("{to}{}", &inside[from.len()..]), node.clone()));
            }
        }
        for (path, node) in copies {
            self.put(&path, node);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lose_their_dots() {
        assert_eq!(absolute("/root", "../tmp/./a//b/.."), "/tmp/a");
        assert_eq!(absolute("/", ".."), "/");
    }

    #[test]
    fn links_are_followed_on_the_way_and_at_the_end() {
        let mut files = Files::default();
        files.make_folders("/root/app");
        files.put("/root/current", Node::Link("app".into()));
        assert_eq!(files.resolve("/root/current/.env", true), "/root/app/.env");
        assert_eq!(files.resolve("/root/current", true), "/root/app");
        assert_eq!(files.resolve("/root/current", false), "/root/current");
    }

    #[test]
    fn a_link_to_itself_ends() {
        let mut files = Files::default();
        files.put("/a", Node::Link("/a/b".into()));
        assert!(files.resolve("/a", true).starts_with("/a"));
    }

    #[test]
    fn folders_are_copied_and_removed_whole() {
        let mut files = Files::default();
        files.make_folders("/a/b");
        files.put("/a/b/c", Node::file("x"));
        files.copy("/a", "/d");
        files.remove("/a");
        assert_eq!(files.get("/d/b/c"), Some(&Node::file("x")));
        assert_eq!(files.get("/a/b/c"), None);
        assert_eq!(files.children("/d"), ["b"]);
    }

    #[test]
    fn what_is_roots_is_not_changed_by_another() {
        let mut files = Files::default();
        files.make_folders("/home/ec2-user");
        files.make_folders("/opt/app");
        assert!(files.may_change("/home/ec2-user/x", "ec2-user"));
        assert!(!files.may_change("/opt/app/x", "ec2-user"));
        assert!(files.may_change("/tmp/x", "ec2-user"));
        files.put("/tmp/x", Node::file(""));
        assert!(!files.may_change("/tmp/x", "ec2-user"));
        assert!(!files.may_remove("/tmp/x", "ec2-user"));
        files.give("/opt/app", true, Some("ec2-user"));
        assert!(files.may_change("/opt/app/x", "ec2-user"));
        assert!(!files.may_remove("/opt/app", "ec2-user"));
        files.give("/opt/app", true, Some("root"));
        assert!(!files.may_change("/opt/app/x", "ec2-user"));
        files.give("/opt/app", false, None);
        assert!(files.may_change("/opt/app/x", "nobody"));
    }
}
