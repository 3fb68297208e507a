//! How something is mended. The tutor only says it: nothing here is ever carried out by the program.

use crate::i18n::Text;

/// One way, or one step of a way, to mend something.
#[derive(Clone, Debug, PartialEq)]
pub struct Repair {
    /// By the console, a link or the command line.
    pub means: Means,
    /// What to do there: a sentence, an address, a command.
    pub text: Text,
}

/// By which means something is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Means {
    /// Steps in the AWS console.
    Console,
    /// The address of the console page to open.
    Link,
    /// A command for the AWS CLI.
    Cli,
}
