//! Commands for the AWS CLI, to be pasted into a shell. The program prints them and never runs one.

/// Which account and region the commands are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aws<'a> {
    /// The region that was read. Whoever pastes may have another one set.
    pub region: Option<&'a str>,
    /// The profile that was read with.
    pub profile: Option<&'a str>,
}

impl Aws<'_> {
    /// `aws` with these words, each quoted where a shell would take it for something else.
    #[must_use]
    pub fn command(self, words: &[&str]) -> String {
        let options = [("--region", self.region), ("--profile", self.profile)];
        let options = options.into_iter().filter_map(|(name, value)| Some([name, value?])).flatten();
        let all = std::iter::once("aws").chain(words.iter().copied()).chain(options);
        all.map(quoted).collect::<Vec<_>>().join(" ")
    }
}

/// An option with its value in one word, so that no value can be taken for an option.
#[must_use]
pub fn option(name: &str, value: &str) -> String {
    format!("--{name}={value}")
}

/// `word` as a POSIX shell reads it back unchanged.
fn quoted(word: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_=:,./@%+".contains(&byte);
    if !word.is_empty() && word.bytes().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_needs_no_quotes_has_none() {
        let aws = Aws { region: Some("us-east-1"), profile: None };
        let command = aws.command(&["ec2", "delete-snapshot", &option("snapshot-id", "snap-1")]);
        assert_eq!(command, "aws ec2 delete-snapshot --snapshot-id=snap-1 --region us-east-1");
        let aws = Aws { region: None, profile: Some("my lab") };
        assert_eq!(aws.command(&["x"]), "aws x --profile 'my lab'");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_shell_reads_back_what_was_quoted(name in "[^\0]{0,20}") {
            let script = format!("printf %s {}", quoted(&name));
            let output = Command::new("sh").args(["-c", &script]).output().unwrap();
            prop_assert_eq!(String::from_utf8(output.stdout).unwrap(), name);
        }
    }
}
