//! A bash that a script starts (Bash manual, "Invoking Bash").

use crate::verify::user_data::bash::{Run, Shell, Step, Stream};
use crate::verify::user_data::lines::Lines;
use crate::verify::user_data::machine::{Found, Node};
use crate::verify::user_data::text::is_known;

impl Run<'_> {
    /// `bash` or `sh` with its arguments.
    pub(super) fn bash(&mut self, words: &[String]) -> Step<i32> {
        let (mut options, mut login, mut by_text, mut by_input) = (Vec::new(), false, false, false);
        if super::super::machine::name(&words[0]) == "sh" {
            options.extend(["-o".to_owned(), "posix".to_owned()]);
        }
        let mut rest = &words[1..];
        while let [word, behind @ ..] = rest {
            if matches!(word.as_str(), "--login" | "--noprofile" | "--norc" | "--posix" | "--restricted" | "--verbose")
            {
                login |= word == "--login";
            } else if matches!(word.as_str(), "--" | "-") {
                rest = behind;
                break;
            } else if word.starts_with(['-', '+']) && word.len() > 1 {
                let letters = &word[1..];
                login |= letters.contains('l');
                by_text |= word.starts_with('-') && letters.contains('c');
                by_input |= letters.contains('s');
                let plain: String = letters.chars().filter(|letter| !"clsi".contains(*letter)).collect();
                if plain.contains('O') {
                    rest = behind.get(1..).unwrap_or_default();
                    continue;
                }
                let needs_name = plain.ends_with('o');
                if !plain.is_empty() {
                    options.push(format!("{}{plain}", &word[..1]));
                }
                if needs_name {
                    options.extend(behind.first().cloned());
                    rest = behind.get(1..).unwrap_or_default();
                    continue;
                }
            } else {
                break;
            }
            rest = behind;
        }
        if by_text {
            let [text, arguments @ ..] = rest else { return Ok(2) };
            let name = arguments.first().cloned().unwrap_or_else(|| words[0].clone());
            let arguments = arguments.get(1..).unwrap_or_default().to_vec();
            return self.shell_text(&name, &text.clone(), &options, &arguments, login);
        }
        match rest {
            [file, arguments @ ..] if !by_input => self.shell_file(&file.clone(), &options, arguments, login),
            arguments => {
                let arguments = arguments.to_vec();
                self.fed_shell(&words[0], &options, &arguments, login)
            }
        }
    }

    fn shell_file(&mut self, file: &str, options: &[String], arguments: &[String], login: bool) -> Step<i32> {
        if matches!(file, "/dev/stdin" | "/proc/self/fd/0") {
            return self.fed_shell(file, options, arguments, login);
        }
        let path = self.path(file);
        match self.machine.look(&path) {
            Found::Node(Node::File { text, .. }) if !self.is_forbidden(&path) => {
                self.shell_text(file, &text, options, arguments, login)
            }
            Found::Unknown => {
                self.doubt_here();
                Ok(i32::from(!self.decide(&format!("-e {path}"), true)?) * 127)
            }
            _ => Ok(127),
        }
    }

    /// Runs the commands that come by the input.
    fn fed_shell(&mut self, name: &str, options: &[String], arguments: &[String], login: bool) -> Step<i32> {
        let mut child = self.shell.child(name, arguments);
        let text = self.fed(&mut child);
        self.known_text(child, &text, options, login)
    }

    /// The commands of a shell that reads them from its input.
    pub(super) fn fed(&mut self, child: &mut Shell) -> String {
        child.connect(0, Stream::Commands);
        self.read_input()
    }

    fn known_text(&mut self, child: Shell, text: &str, options: &[String], login: bool) -> Step<i32> {
        if !is_known(text) {
            self.doubt_here();
            return Ok(0);
        }
        self.run_shell(child, text, options, login)
    }

    fn shell_text(
        &mut self,
        name: &str,
        text: &str,
        options: &[String],
        arguments: &[String],
        login: bool,
    ) -> Step<i32> {
        let child = self.shell.child(name, arguments);
        self.known_text(child, text, options, login)
    }

    /// Runs a text in a new shell, after the profile where it is a login.
    pub(super) fn run_shell(&mut self, child: Shell, text: &str, options: &[String], login: bool) -> Step<i32> {
        let line = self.line;
        let status = self.in_shell(child, |run| {
            if login {
                run.profile()?;
            }
            run.set_options(options);
            run.whole_shell(text, Lines::At(line))
        })?;
        self.line = line;
        Ok(status)
    }

    /// What a login reads: /etc/profile, then the user's own file.
    fn profile(&mut self) -> Step {
        let home = self.shell.text("HOME").unwrap_or_else(|| Shell::home_of(&self.shell.user.clone()));
        for file in ["/etc/profile".to_owned(), format!("{home}/.bash_profile")] {
            if let Some(text) = self.machine.text(&file).filter(|text| is_known(text)) {
                let line = self.line;
                self.unchecked_text(&text, Lines::At(line))?;
            }
        }
        self.shell.status = 0;
        Ok(())
    }
}
