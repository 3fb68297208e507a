//! The machine that a script changes: its files, and whether the shop runs on it.

mod files;
mod image;
mod shop;

pub use files::{Files, Found, Node, absolute, extension, name, parent};
pub use image::{Layout, has_program, program};
pub use shop::{Start, Unpack, key_value};

/// What pm2 looks after.
#[derive(Clone, Debug, PartialEq)]
pub struct Process {
    /// Its name in `pm2 list`.
    pub name: String,
    /// The folder it runs in.
    pub folder: String,
}

/// The machine.
#[derive(Clone, Debug)]
pub struct Machine {
    /// Its files.
    pub files: Files,
    /// What pm2 looks after.
    pub processes: Vec<Process>,
    /// Every start of the shop, with what was there then.
    pub starts: Vec<Start>,
    /// The number of starts before the shop was stopped last.
    pub stopped_after: usize,
    /// What stood in the way of `package.json`'s work, and where: `s3://` addresses fetched that aren't the shop's.
    pub fetched: Vec<String>,
    /// Whether the shop's archive was fetched.
    pub has_archive: bool,
    /// Where the shop was unpacked first.
    pub unpacked: Option<String>,
    /// Files that got the line with the secret, in order.
    pub key_files: Vec<String>,
    /// Programs for which a package manager was called.
    pub installed: Vec<String>,
}

impl Machine {
    /// The machine at its first boot.
    pub fn new(tools: &str, layout: Layout) -> Self {
        Self {
            files: image::files(tools, layout),
            processes: Vec::new(),
            starts: Vec::new(),
            stopped_after: 0,
            fetched: Vec::new(),
            has_archive: false,
            unpacked: None,
            key_files: Vec::new(),
            installed: Vec::new(),
        }
    }

    /// What is at an absolute path, links followed.
    pub fn look(&self, path: &str) -> Found {
        self.look_at(&self.files.resolve(path, true))
    }

    /// What is at an absolute path itself, which may be a link.
    pub fn look_at(&self, path: &str) -> Found {
        if let Some(node) = self.files.get(path) {
            return Found::Node(node.clone());
        }
        if path == "/" {
            return Found::Node(Node::FOLDER);
        }
        if let Some(program) = image::program_at(path) {
            return Found::Node(program);
        }
        // The archive brings no `.env`, which would hold somebody's secret, and nothing that installing and building make.
        if name(path) == ".env" || ["/node_modules", "/.next"].iter().any(|made| self.lacks(path, made)) {
            return Found::Nothing;
        }
        if !super::text::is_known(path) || self.files.is_open(path) && !is_program_folder(parent(path)) {
            return Found::Unknown;
        }
        Found::Nothing
    }

    /// Whether a program may be found at a path, as far as can be told at once.
    pub fn may_have(&self, path: &str) -> bool {
        let folder = parent(path);
        !is_program_folder(folder) || image::has_program(name(path)) || self.files.get(path).is_some()
    }

    /// Whether a path leads through a folder of this name that isn't there.
    fn lacks(&self, path: &str, folder: &str) -> bool {
        path.find(folder)
            .map(|at| &path[..at + folder.len()])
            .filter(|made| path.len() == made.len() || path[made.len()..].starts_with('/'))
            .is_some_and(|made| self.files.get(made).is_none())
    }

    /// Whether a folder is there; none where only a run could tell.
    pub fn is_folder(&self, path: &str) -> Option<bool> {
        match self.look(path) {
            Found::Node(node) => Some(matches!(node, Node::Folder { .. })),
            Found::Nothing => Some(false),
            Found::Unknown => None,
        }
    }

    /// The text of the file at an absolute path.
    pub fn text(&self, path: &str) -> Option<String> {
        match self.look(path) {
            Found::Node(Node::File { text, .. }) => Some(text.to_string()),
            _ => None,
        }
    }

    /// Writes a file. False where its folder isn't there or a folder is in its place.
    pub fn write(&mut self, path: &str, text: &str, append: bool) -> bool {
        let path = self.files.resolve(path, true);
        if path.starts_with("/dev/") && !path.starts_with("/dev/shm") {
            return true;
        }
        if self.is_folder(parent(&path)) == Some(false) || self.is_folder(&path) == Some(true) {
            return false;
        }
        let (before, executable) = match self.files.get(&path) {
            Some(Node::File { text, executable }) => (text.to_string(), *executable),
            _ => (String::new(), false),
        };
        let text = if append { before + text } else { text.to_owned() };
        self.files.change(&path, &Node::File { text: text.into(), executable });
        true
    }
}

/// Which programs these folders hold is known.
fn is_program_folder(folder: &str) -> bool {
    matches!(folder, "/usr/bin" | "/bin" | "/usr/sbin" | "/sbin")
}
