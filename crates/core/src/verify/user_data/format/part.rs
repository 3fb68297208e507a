//! What cloud-init does for user data, and why it may do nothing.

use crate::verify::user_data::lines::Lines;

/// One thing that cloud-init does for user data.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it does.
    pub kind: PartKind,
    /// The script, or the text of the file.
    pub text: String,
    /// How the lines of the script are counted.
    pub lines: Lines,
    /// Whether the text is added to a file.
    pub append: bool,
    /// When it comes.
    pub place: Place,
}

/// When cloud-init comes to a part: by its stages, and scripts by their names (`cloudinit/config/cc_scripts_user.py`, `subp.runparts`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Run as soon as it is read.
    Boothook,
    /// `bootcmd`
    BootCommands,
    /// `write_files`
    Files,
    /// Run last, under this name; `runcmd` is one of them.
    Script(String),
}

/// What is done with a part.
#[derive(Clone, Debug, PartialEq)]
pub enum PartKind {
    /// It is run by bash with these options.
    Script {
        /// From its first line.
        options: Vec<String>,
    },
    /// It is written to a file.
    File {
        /// Where to.
        path: String,
        /// Whether the file may be executed.
        executable: bool,
    },
}

/// User data of which nothing is run, or nothing that can be followed.
#[derive(Clone, Debug, PartialEq)]
pub enum Unusable {
    /// Bytes that are no text.
    NotText,
    /// A script that was encoded once more.
    EncodedTwice,
    /// Nothing that cloud-init runs, by the beginning of its first line.
    NoShebang(String),
    /// A first line that the kernel or env refuses.
    Refused(String),
    /// A program of another language.
    OtherLanguage,
    /// A part of this kind can't be followed.
    Unfollowed(String),
}
