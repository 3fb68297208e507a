//! Takes secrets out of the text of a script. What is left still does what it did, as far as checks follow it: commands,
//! names and ARNs stay, and only values go. What looks like a secret goes even where it is none.

use std::borrow::Cow;

/// Stands where a secret stood. No check takes it for a sample value, an ARN or a path.
pub const REDACTED: &str = "REDACTED";
/// Parts of names whose values are secrets.
const NAMES: [&str; 17] = [
    "password",
    "passwd",
    "_pass",
    "webhook",
    "_key",
    "passphrase",
    "pwd",
    "secret",
    "token",
    "apikey",
    "api_key",
    "access_key",
    "accesskey",
    "private_key",
    "credential",
    "authorization",
    "database_url",
];
/// Ends of names that hold something about a secret rather than the secret.
const ABOUT: [&str; 4] = ["region", "account", "account_id", "name"];
/// What keys of well-known services begin with.
const PREFIXES: [&str; 21] = [
    "AKIA",
    "ASIA",
    "ghp_",
    "gho_",
    "ghs_",
    "github_pat_",
    "glpat-",
    "npm_",
    "xox",
    "eyJ",
    "sk_live_",
    "sk_test_",
    "rk_live_",
    "pk_live_",
    "sk-",
    "whsec_",
    "SG.",
    "AIza",
    "ya29.",
    "dckr_pat_",
    "hvs.",
];
/// Shorter words behind a prefix are no keys.
const SHORTEST_KEY: usize = 16;
/// Words of letters in both cases and digits that are longer than this are taken for keys.
const LONGEST_WORD: usize = 31;
/// Programs that take a password right behind `-p`.
const TAKES_PASSWORD: [&str; 5] = ["mysql", "mysqldump", "mysqladmin", "mariadb", "sshpass"];

/// `script` without its secrets. Line ends stay as they are.
#[must_use]
pub fn without_secrets(script: &str) -> String {
    let mut in_key = false;
    script.split_inclusive('\n').map(|line| without_secrets_in_line(line, &mut in_key)).collect()
}

/// `text` without keys that are recognised by their form alone.
#[must_use]
pub fn without_keys(text: &str) -> Cow<'_, str> {
    if !PREFIXES.iter().any(|prefix| text.contains(prefix)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(by_words(text, |word, _| has_known_form(word)))
}

fn without_secrets_in_line(line: &str, in_key: &mut bool) -> String {
    let end = line.trim_end_matches(['\r', '\n']).len();
    let (text, line_end) = line.split_at(end);
    let begins = text.contains("-----BEGIN ") && text.contains("PRIVATE KEY");
    if begins || *in_key {
        *in_key = !text.contains("-----END ");
        return format!("{REDACTED}{line_end}");
    }
    let sets_password = text.contains("chpasswd") || (text.contains("passwd") && text.contains("--stdin"));
    if sets_password {
        return format!("# {REDACTED}{line_end}");
    }
    let text = without_assigned(text);
    let text = without_options(&text);
    let text = without_url_logins(&text);
    let text = by_words(&text, |word, before| has_known_form(word) || looks_random(word, before));
    format!("{text}{line_end}")
}

/// Replaces the value behind each name that tells of a secret: `NAME=value`, `"name": "value"`, `--name value`.
fn without_assigned(line: &str) -> String {
    let mut done = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((start, name)) = next_name(rest) {
        let (before, behind) = rest.split_at(start + name.len());
        done.push_str(before);
        rest = behind;
        if !names_secret(name) || in_arn(&done) {
            continue;
        }
        let place = SecretPlace::behind(&done, name);
        let Some(gap) = place.gap_to_value(behind) else { continue };
        let (separator, value) = behind.split_at(gap);
        let value = &value[..place.value_length(value)];
        done.push_str(separator);
        done.push_str(if is_harmless(value) { value } else { REDACTED });
        rest = &behind[gap + value.len()..];
    }
    done + rest
}

/// The next run of characters that names are made of, with its place.
fn next_name(text: &str) -> Option<(usize, &str)> {
    let is_name = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '-');
    let start = text.find(is_name)?;
    let rest = &text[start..];
    Some((start, &rest[..rest.find(|character| !is_name(character)).unwrap_or(rest.len())]))
}

fn names_secret(name: &str) -> bool {
    let lower = name.to_ascii_lowercase().replace('-', "_");
    let is_folder = lower == "pwd" || lower == "oldpwd";
    !is_folder && NAMES.iter().any(|part| lower.contains(part)) && !ABOUT.iter().any(|end| lower.ends_with(end))
}

/// Where a name stands, which says how its value is written.
enum SecretPlace {
    /// In `${name:-value}`.
    Expansion,
    /// Where a space is enough before the value: an option, or a name of the AWS configuration.
    Option(Option<char>),
    /// Anywhere else; within this quote, where there is one.
    Assignment(Option<char>),
}

impl SecretPlace {
    /// The place of `name`, which `done` ends with.
    fn behind(done: &str, name: &str) -> Self {
        let before = &done[..done.len() - name.len()];
        if before.ends_with("${") {
            Self::Expansion
        } else if name.starts_with("--") || name.starts_with("aws_") {
            Self::Option(open_quote(before))
        } else {
            Self::Assignment(open_quote(before))
        }
    }

    /// The bytes between a name and its value: `=`, `:` with spaces, a closing quote before either. None where no value
    /// follows.
    fn gap_to_value(&self, behind: &str) -> Option<usize> {
        if matches!(self, Self::Expansion) {
            return [":-", ":=", "-", "="].iter().find(|sign| behind.starts_with(**sign)).map(|sign| sign.len());
        }
        let unquoted = behind.strip_prefix("\\\"").or_else(|| behind.strip_prefix(['"', '\''])).unwrap_or(behind);
        let trimmed = unquoted.trim_start_matches([' ', '\t']);
        let value = match trimmed.strip_prefix(['=', ':']) {
            Some(value) => value.trim_start_matches([' ', '\t']),
            None if matches!(self, Self::Option(_)) => trimmed,
            None => return None,
        };
        let gap = behind.len() - value.len();
        (gap > 0 && !value.is_empty()).then_some(gap)
    }

    /// How much of `text` is the value that it begins with: to its own closing quote, to the quote that it stands in, or
    /// to where a word ends.
    fn value_length(&self, text: &str) -> usize {
        let around = match self {
            Self::Expansion => return text.find('}').unwrap_or(text.len()),
            Self::Option(around) | Self::Assignment(around) => *around,
        };
        if let Some(inner) = text.strip_prefix("\\\"") {
            return inner.find("\\\"").map_or(text.len(), |end| end + 4);
        }
        if let Some(mark) = text.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            return mark.0.len() + 2;
        }
        let own = text.chars().next().filter(|first| matches!(first, '"' | '\'') && Some(*first) != around);
        if let Some(quote) = own {
            return text[1..].find(quote).map_or(text.len(), |end| end + 2);
        }
        let ends = |character: char| match around {
            Some(quote) => character == quote || character == '\\',
            None => character.is_whitespace() || matches!(character, ';' | '&' | '|' | ')' | '>' | '"' | '\'' | '`'),
        };
        text.find(ends).unwrap_or(text.len())
    }
}

/// The quote that is open at the end of `text`.
fn open_quote(text: &str) -> Option<char> {
    text.chars().fold(None, |open, character| match (open, character) {
        (None, '"' | '\'') => Some(character),
        (Some(quote), _) if quote == character => None,
        _ => open,
    })
}

/// Whether a value is none of its own: another variable, a command, an ARN, a mark to be replaced, nothing.
fn is_harmless(value: &str) -> bool {
    let bare = value.trim_matches(['"', '\'', '\\']);
    let is_mark = |text: &str| text.starts_with('<') && text.ends_with('>');
    bare.is_empty() || bare.starts_with(['$', '`', '%']) || bare.starts_with("arn:") || is_sample(bare) || is_mark(bare)
}

/// What only stands for a value, as in texts that are published.
fn is_sample(value: &str) -> bool {
    value.bytes().all(|byte| matches!(byte, b'*' | b'x' | b'X' | b'.'))
}

/// Replaces what single programs take as a password without a name before it.
fn without_options(line: &str) -> String {
    let words: Vec<&str> = line.split_inclusive(' ').collect();
    let mut program = "";
    let mut before = "";
    let mut done = String::with_capacity(line.len());
    for word in words {
        let bare = word.trim();
        let name = bare.rsplit('/').next().unwrap_or(bare);
        if TAKES_PASSWORD.contains(&name) || name == "curl" || name == "wget" {
            program = name;
        }
        let is_password = TAKES_PASSWORD.contains(&program) && bare.starts_with("-p") && bare.len() > 2;
        let is_login = program == "curl" && matches!(before, "-u" | "--user") && bare.contains(':');
        if is_password || is_login {
            done.push_str(if is_password { "-p" } else { "" });
            done.push_str(REDACTED);
            done.push_str(&word[word.trim_end().len()..]);
        } else {
            done.push_str(word);
        }
        before = bare;
    }
    done
}

/// Replaces the login in `scheme://user:password@host`.
fn without_url_logins(line: &str) -> String {
    let mut done = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once("://") {
        done.push_str(before);
        done.push_str("://");
        let host = behind.find(['/', ' ', '"', '\'', '?']).unwrap_or(behind.len());
        rest = match behind[..host].rfind('@').filter(|at| behind[..*at].contains(':')) {
            Some(at) => {
                done.push_str(REDACTED);
                &behind[at..]
            }
            None => behind,
        };
    }
    done + rest
}

/// Replaces the words that `is_secret` finds; it is given what stands before each one, too.
fn by_words(text: &str, is_secret: impl Fn(&str, &str) -> bool) -> String {
    let is_word = |character: char| character.is_ascii_alphanumeric() || matches!(character, '+' | '/' | '_' | '-');
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_word) {
        let (before, behind) = rest.split_at(start);
        done.push_str(before);
        let end = behind.find(|character| !is_word(character)).unwrap_or(behind.len());
        let (word, behind) = behind.split_at(end);
        let secret = is_secret(word, &done);
        done.push_str(if secret { REDACTED } else { word });
        rest = behind;
    }
    done + rest
}

/// Whether `word` has the form of a key of a well-known service.
fn has_known_form(word: &str) -> bool {
    let parts = word.split(['=', '/']);
    parts
        .into_iter()
        .any(|part| PREFIXES.iter().any(|prefix| part.starts_with(prefix) && part.len() >= prefix.len() + SHORTEST_KEY))
}

/// Whether `word` looks like a random one; parts of an ARN don't count.
fn looks_random(word: &str, before: &str) -> bool {
    let has = |is: fn(&u8) -> bool| word.as_bytes().iter().any(is);
    let mixed = has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit);
    word.len() > LONGEST_WORD && mixed && !in_arn(before) && word.split(['/', '_', '-']).any(is_long_and_mixed)
}

/// Whether the end of `text` belongs to an ARN.
fn in_arn(text: &str) -> bool {
    text.rsplit([' ', '"', '\'', '=']).next().is_some_and(|word| word.starts_with("arn:"))
}

/// A path or a chain of words is long, too, but none of its parts is.
fn is_long_and_mixed(part: &str) -> bool {
    part.len() >= SHORTEST_KEY && part.bytes().any(|byte| byte.is_ascii_digit())
}
