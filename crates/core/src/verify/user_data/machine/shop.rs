//! The shop on the machine: its archive, what installing and building leave, its start, and its `.env`.

use super::{Machine, Node};
use crate::verify::user_data::text::{ARCHIVE, BUILD, ECOSYSTEM, MANIFEST, MODULES, SERVER, SOURCES, is_unknown};

/// One start of the shop.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// The folder it was started in.
    pub folder: String,
    /// The line of user data.
    pub line: usize,
    /// Whether the whole shop was there.
    pub whole: bool,
    /// Whether its packages were installed.
    pub installed: bool,
    /// Whether it was built.
    pub built: bool,
    /// What `.env` said then.
    pub secret: Option<String>,
    /// HOME, where it was exported.
    pub home: Option<String>,
}

/// What the archive holds, beside sources that nobody lists: path within the shop's folder, and text.
const CONTENT: [(&str, char); 4] = [
    ("package.json", MANIFEST),
    ("ecosystem.config.js", ECOSYSTEM),
    ("server.js", SERVER),
    ("src/app/page.tsx", SOURCES),
];

/// How much of the archive is unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unpack {
    /// With its folders.
    Whole,
    /// All files into one folder.
    Flat,
}

impl Machine {
    /// Whether a file is the shop's archive.
    pub fn is_archive(&self, path: &str) -> bool {
        self.text(path).is_some_and(|text| text.starts_with(ARCHIVE))
    }

    /// Unpacks the archive into a folder; what is there already and isn't in the archive stays.
    pub fn unpack(&mut self, into: &str, folder: &str, how: Unpack, wanted: impl Fn(&str) -> bool) {
        let into = self.files.resolve(into, true);
        self.files.make_folders(&into);
        let root = if how == Unpack::Flat { into.clone() } else { join(&into, folder) };
        let mut any = false;
        for (path, mark) in CONTENT {
            if !wanted(&format!("{folder}/{path}")) {
                continue;
            }
            any = true;
            let path = if how == Unpack::Flat { super::name(path) } else { path };
            let path = join(&root, path);
            self.files.make_folders(super::parent(&path));
            self.files.put(&path, Node::file(&mark.to_string()));
        }
        if any {
            // More than these files is in there.
            self.files.put(&root, Node::Folder { open: true });
            if how == Unpack::Whole {
                self.unpacked.get_or_insert(root);
            }
        }
    }

    /// Whether the whole shop is in a folder.
    pub fn is_shop(&self, folder: &str) -> bool {
        let holds = |path: &str, mark: char| self.text(&join(folder, path)).is_some_and(|text| text.starts_with(mark));
        holds("package.json", MANIFEST) && holds("src/app/page.tsx", SOURCES)
    }

    /// Whether packages were installed in a folder.
    pub fn is_installed(&self, folder: &str) -> bool {
        self.text(&join(folder, "node_modules/.modules.yaml")).is_some_and(|text| text.starts_with(MODULES))
    }

    /// Whether the shop was built in a folder.
    pub fn is_built(&self, folder: &str) -> bool {
        self.text(&join(folder, ".next/BUILD_ID")).is_some_and(|text| text.starts_with(BUILD))
    }

    /// Installs packages in the shop's folder.
    pub fn install(&mut self, folder: &str) {
        self.leave(folder, "node_modules", ".modules.yaml", MODULES);
    }

    /// Builds the shop.
    pub fn build(&mut self, folder: &str) {
        self.leave(folder, ".next", "BUILD_ID", BUILD);
    }

    fn leave(&mut self, folder: &str, inside: &str, file: &str, mark: char) {
        let place = self.files.resolve(&join(folder, inside), true);
        self.files.make_folders(&place);
        self.files.put(&place, Node::Folder { open: true });
        self.files.put(&join(&place, file), Node::file(&mark.to_string()));
    }

    /// Starts what is in a folder as the shop. Whether it comes up.
    pub fn start(&mut self, folder: &str, key: &str, line: usize, home: Option<String>) -> bool {
        let folder = self.files.resolve(folder, true);
        let start = Start {
            whole: self.is_shop(&folder),
            installed: self.is_installed(&folder),
            built: self.is_built(&folder),
            secret: self.secret(&folder, key),
            folder,
            line,
            home,
        };
        let up = start.whole && start.installed && start.built;
        self.starts.push(start);
        up
    }

    /// What `.env` of a folder says under `key`.
    pub fn secret(&self, folder: &str, key: &str) -> Option<String> {
        let text = self.text(&join(folder, ".env"))?;
        // Among lines that only a run could tell there may be the right one.
        key_value(&text, key).or_else(|| text.chars().find(|character| is_unknown(*character)).map(String::from))
    }

    /// The starts that were not followed by a stop and whose folder is still there with its secret.
    pub fn running(&self, key: &str) -> Option<(&Start, String)> {
        self.starts[self.stopped_after..].iter().rev().find_map(|start| {
            let right = start.whole && start.installed && start.built && start.secret.is_some();
            let secret = self.secret(&start.folder, key)?;
            (right && self.is_shop(&start.folder)).then_some((start, secret))
        })
    }

    /// Nothing of the shop runs any longer.
    pub fn stop(&mut self) {
        self.stopped_after = self.starts.len();
    }
}

fn join(folder: &str, path: &str) -> String {
    format!("{}/{path}", folder.trim_end_matches('/'))
}

/// The value of `key` in the text of a `.env` file, as the package dotenv reads it; the last one counts.
///
/// Source: `LINE` in <https://github.com/motdotla/dotenv/blob/v16.4.5/lib/main.js>.
pub fn key_value(text: &str, key: &str) -> Option<String> {
    if !text.contains(key) {
        return None;
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.lines().filter_map(|line| line_value(line, key)).next_back()
}

fn line_value(line: &str, key: &str) -> Option<String> {
    // What only a run could tell is taken for whole lines.
    let line = line.trim_start_matches(is_unknown).trim_start();
    let named = line.strip_prefix("export").filter(|rest| rest.starts_with([' ', '\t'])).map_or(line, str::trim_start);
    let rest = named.strip_prefix(key)?;
    let value = match rest.strip_prefix(':') {
        Some(value) if value.starts_with([' ', '\t']) => value,
        Some(_) => return None,
        None => rest.trim_start().strip_prefix('=')?,
    };
    let value = value.trim();
    for quote in ['\'', '"', '`'] {
        if let Some(inner) = value.strip_prefix(quote)
            && let Some(end) = inner.find(quote)
        {
            return Some(inner[..end].to_owned());
        }
    }
    Some(value.split('#').next().unwrap_or_default().trim().to_owned())
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("K=v", Some("v"); "plain")]
    #[test_case("  export K = 'v' ", Some("v"); "with export, blanks and quotes")]
    #[test_case("K: v", Some("v"); "with a colon")]
    #[test_case("K:v", None; "a colon without a blank")]
    #[test_case("K=v # note", Some("v"); "a comment behind it")]
    #[test_case("# K=v", None; "a comment")]
    #[test_case("AK=v", None; "another key")]
    #[test_case("KA=v", None; "a longer key")]
    #[test_case("K=a\nK=b", Some("b"); "the last one")]
    #[test_case("A=bK=v", None; "joined to another line")]
    fn lines(text: &str, expected: Option<&str>) {
        assert_eq!(key_value(text, "K").as_deref(), expected);
    }
}
