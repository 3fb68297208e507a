//! The ways to mend one thing, under construction.

use crate::command::Command;
use crate::diagnose::case::Case;
use crate::diagnose::repair::{Means, Repair};
use crate::i18n::Text;

/// The ways to mend one thing.
#[derive(Debug, Default)]
pub struct Ways {
    /// What can't be edited, what must be made anew then, and what hangs on it.
    pub again: Option<Text>,
    /// The page of the console.
    link: Option<String>,
    /// Commands, in the order to run.
    commands: Vec<String>,
}

impl Ways {
    /// Nothing but a page.
    #[must_use]
    pub fn page(link: String) -> Self {
        Self { link: Some(link), ..Self::default() }
    }

    /// The same with a command of a service that has regions.
    #[must_use]
    pub fn by(self, command: Command, case: &Case<'_>) -> Self {
        self.line(command.with("--region", case.region()).line())
    }

    /// The same with a line for a shell, as it is.
    #[must_use]
    pub fn line(mut self, line: String) -> Self {
        self.commands.push(line);
        self
    }

    /// The page and the commands as repairs.
    #[must_use]
    pub fn repairs(self) -> Vec<Repair> {
        let link = self.link.into_iter().map(|link| (Means::Link, link));
        let commands = self.commands.into_iter().map(|line| (Means::Cli, line));
        link.chain(commands).map(|(means, text)| Repair { means, text: Text::verbatim(text) }).collect()
    }

    /// The same, where it must be made anew.
    #[must_use]
    pub fn anew(mut self, what: Text) -> Self {
        self.again = Some(what);
        self
    }
}
