//! Commands for the AWS CLI, for people to read and run; nothing here runs one. Names come from an account and may hold
//! anything, so every word is quoted for a POSIX shell with the one extension that all of today's know, `$'...'`.

/// A command under construction.
#[derive(Clone, Debug)]
pub struct Command(String);

impl Command {
    /// `aws`, then these words as they are.
    #[must_use]
    pub fn aws(words: &str) -> Self {
        Self(format!("aws {words}"))
    }

    /// `curl`, which brings what lies at `address` under its own name.
    #[must_use]
    pub fn curl(address: &str) -> Self {
        Self(format!("curl -LO {}", quoted(address)))
    }

    /// An option with its value.
    #[must_use]
    pub fn with(mut self, option: &str, value: impl AsRef<str>) -> Self {
        self.0.push(' ');
        self.0.push_str(option);
        self.0.push(' ');
        self.0.push_str(&quoted(value.as_ref()));
        self
    }

    /// An option with several values.
    #[must_use]
    pub fn with_each<S: AsRef<str>>(mut self, option: &str, values: impl IntoIterator<Item = S>) -> Self {
        self.0.push(' ');
        self.0.push_str(option);
        for value in values {
            self.0.push(' ');
            self.0.push_str(&quoted(value.as_ref()));
        }
        self
    }

    /// An option without a value.
    #[must_use]
    pub fn flag(mut self, option: &str) -> Self {
        self.0.push(' ');
        self.0.push_str(option);
        self
    }

    /// The command as one line.
    #[must_use]
    pub fn line(self) -> String {
        self.0
    }
}

/// `word` as one word of a shell command.
fn quoted(word: &str) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "_-./:=@%+,".contains(character);
    let is_printable =
        |character: char| character == ' ' || character.is_ascii_graphic() || character.is_alphanumeric();
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else if word.chars().all(is_printable) {
        format!("'{}'", word.replace('\'', r"'\''"))
    } else {
        let mut escaped = String::new();
        for character in word.chars() {
            if character != '\\' && character != '\'' && is_printable(character) {
                escaped.push(character);
            } else {
                let mut buffer = [0; 4];
                escaped.extend(character.encode_utf8(&mut buffer).bytes().map(|byte| format!("\\x{byte:02x}")));
            }
        }
        format!("$'{escaped}'")
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("ec-site-asg", "ec-site-asg"; "a plain name")]
    #[test_case("", "''"; "nothing")]
    #[test_case("a b", "'a b'"; "a space")]
    #[test_case("$(reboot)", "'$(reboot)'"; "a command within")]
    #[test_case("it's", r"'it'\''s'"; "a quote")]
    #[test_case("店", "'店'"; "another script")]
    #[test_case("a\n'b\u{200b}", r"$'a\x0a\x27b\xe2\x80\x8b'"; "what can't be seen")]
    fn words_are_quoted(word: &str, expected: &str) {
        assert_eq!(quoted(word), expected);
    }

    #[test]
    fn a_shell_reads_back_what_was_quoted() {
        for word in ["a b", "it's", "$(echo x)", "a\n'b", "`id`", "\\", "x\u{1b}[31m", "-n", "é\u{202e}"] {
            let script = format!("printf %s {}", quoted(word));
            let output = std::process::Command::new("bash").args(["-c", &script]).output().unwrap();
            assert_eq!(String::from_utf8(output.stdout).unwrap(), word, "{script}");
        }
    }
}
