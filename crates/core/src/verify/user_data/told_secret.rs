//! What the text of user data that can't be followed says of the secret's ARN.

use crate::verify::{Status, Verdict};

/// What the text says.
#[derive(Debug)]
pub enum Told {
    /// Every ARN that stands there is the learner's.
    Right,
    /// Each is wrong, and nothing there could find another; the verdict says how.
    Wrong(Box<Verdict>),
    /// It can't be told.
    Unknown,
}

/// What ends a value in a script, a file of settings, or another language.
const ENDS: [char; 10] = [' ', '\t', '\'', '"', '`', ';', '|', ')', ',', '\\'];
/// Words by which a script finds an ARN only when it runs.
const LOOKS_UP: [&str; 5] = ["aws secretsmanager", "boto3", "ssm get", "GetSecretValue", "ListSecrets"];

/// What `text` says of the secret behind `key`, as far as it stands there in full; `judge` knows whether one is right.
pub fn told(text: &str, key: &str, judge: impl Fn(&str) -> Verdict) -> Told {
    let code = || text.lines().filter(|line| !line.trim_start().starts_with('#'));
    let key = format!("{key}=");
    let found: Vec<&str> = code().flat_map(|line| values(line, &key)).collect();
    let is_computed = found.iter().any(|value| value.starts_with("arn:") && value.contains(['$', '{']))
        || code().any(|line| LOOKS_UP.iter().any(|words| line.contains(words)));
    let judged = || {
        let literal = found.iter().filter(|value| !value.is_empty() && !value.contains(['$', '{']));
        literal.map(|value| judge(value))
    };
    let right = judged().filter(|verdict| verdict.status == Status::Passed).count();
    match judged().find(|verdict| verdict.status == Status::Failed) {
        None if right > 0 => Told::Right,
        Some(wrong) if right == 0 && !is_computed => Told::Wrong(Box::new(wrong)),
        _ => Told::Unknown,
    }
}

/// What a line says behind the key, and every ARN of a secret in it.
fn values<'a>(line: &'a str, key: &str) -> Vec<&'a str> {
    let from = |at: usize| {
        let rest = line[at..].trim_start_matches(['"', '\'']);
        &rest[..rest.find(ENDS).unwrap_or(rest.len())]
    };
    let behind_key = line.match_indices(key).map(|(at, key)| from(at + key.len()));
    let arns = line.match_indices("arn:").map(|(at, _)| from(at)).filter(|arn| arn.contains(":secretsmanager:"));
    behind_key.chain(arns).collect()
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;
    use crate::verify::user_data::UserData;

    const OWN: &str = "arn:aws:secretsmanager:us-east-1:418602573914:secret:shop-AbCdEf";
    const OTHER: &str = "arn:aws:secretsmanager:us-east-1:555566667777:secret:shop-AbCdEf";

    fn told(text: &str) -> &'static str {
        let wanted = UserData {
            memory: crate::verify::user_data::memory::Memory::default(),
            template: String::new(),
            archive: String::new(),
            folder: String::new(),
            key: "KEY".into(),
            home: String::new(),
            tools: String::new(),
            region: "us-east-1".into(),
            target_group: None,
        };
        let judge = |arn: &str| wanted.judge_secret(arn, "418602573914", None);
        match super::told(&text.replace("OWN", OWN).replace("OTHER", OTHER), "KEY", judge) {
            Told::Right => "right",
            Told::Wrong(_) => "wrong",
            Told::Unknown => "unknown",
        }
    }

    #[test_case("echo 'KEY=OWN' > .env", "right"; "behind the key")]
    #[test_case("ARN=\"OWN\"\necho KEY=$ARN", "right"; "in a variable")]
    #[test_case("f.write('KEY=OWN\\n')", "right"; "in another language")]
    #[test_case("echo KEY=OTHER > .env", "wrong"; "of another account")]
    #[test_case("ARN=OTHER\necho KEY=$ARN", "wrong"; "of another account in a variable")]
    #[test_case("echo KEY=<SECRET_ARN> > .env", "wrong"; "the mark of the lesson")]
    #[test_case("echo KEY=hunter2 > .env", "wrong"; "no ARN")]
    #[test_case("echo KEY=OTHER\necho KEY=OWN", "unknown"; "one of each")]
    #[test_case("echo KEY=OTHER > .env\nARN=$(aws secretsmanager list-secrets)", "unknown"; "looked up as well")]
    #[test_case("echo KEY=__ARN__ > .env\nARN=arn:aws:secretsmanager:us-east-1:$ID:secret:x", "unknown"; "put together")]
    #[test_case("# KEY=OTHER\necho KEY=$ARN", "unknown"; "a sample in a comment")]
    #[test_case("echo hello", "unknown"; "nothing")]
    fn what_stands_in_full_is_told(text: &str, expected: &str) {
        assert_eq!(told(text), expected);
    }
}
