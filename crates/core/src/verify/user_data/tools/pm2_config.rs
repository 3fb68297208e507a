//! A configuration file for pm2 that a script writes (<https://pm2.keymetrics.io/docs/usage/application-declaration/>).

use crate::verify::user_data::text::is_known;

/// The one process of a configuration, as far as it decides what runs where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct App {
    /// What is started.
    pub script: String,
    /// Its arguments, joined with blanks.
    pub args: String,
    /// Where; none where pm2 was called.
    pub cwd: Option<String>,
    /// Its name in `pm2 list`.
    pub name: Option<String>,
}

impl App {
    /// Reads JavaScript, JSON or YAML; none where it has other than one process, or a value that isn't plain text.
    pub fn read(text: &str) -> Option<Self> {
        let value = |key: &str| -> Option<Option<String>> {
            let mut found = behind(text, key);
            let first = found.next();
            if found.next().is_some() { None } else { first.map_or(Some(None), |rest| plain(rest).map(Some)) }
        };
        let count = |letter: char| text.matches(letter).count();
        let is_whole = [('{', '}'), ('[', ']'), ('(', ')')].iter().all(|(open, close)| count(*open) == count(*close))
            && ['\'', '"', '`'].iter().all(|quote| count(*quote).is_multiple_of(2));
        if !is_known(text) || !is_whole {
            return None;
        }
        let args = value("args")?.unwrap_or_default();
        Some(Self { script: value("script")??, args, cwd: value("cwd")?, name: value("name")? })
    }
}

/// What stands behind each `key:`.
fn behind<'t>(text: &'t str, key: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(key).filter_map(move |(at, _)| {
        let before = text[..at].trim_end_matches(['"', '\'']).chars().next_back();
        let is_begin = before.is_none_or(|one| one.is_whitespace() || matches!(one, '{' | ',' | '-'));
        let rest = text[at + key.len()..].trim_start_matches(['"', '\'']).trim_start();
        rest.strip_prefix(':').filter(|_| is_begin).map(str::trim_start)
    })
}

/// A value of plain text, or a list of such.
fn plain(rest: &str) -> Option<String> {
    let quote = rest.chars().next()?;
    match quote {
        '\'' | '"' => {
            let inner = &rest[1..];
            let end = inner.find(quote)?;
            let behind = inner[end + 1..].trim_start_matches([' ', '\t']);
            let ends = behind.is_empty() || behind.starts_with([',', '}', ']', '\n', '\r', '#', '/']);
            (ends && !inner[..end].contains('\\')).then(|| inner[..end].to_owned())
        }
        '[' => {
            let inner = &rest[1..rest.find(']')?];
            let items = inner.split(',').map(str::trim).filter(|item| !item.is_empty());
            let items: Option<Vec<String>> = items.map(plain).collect();
            items.map(|items| items.join(" "))
        }
        // YAML has no need of quotes.
        _ if quote.is_ascii_alphanumeric() || matches!(quote, '/' | '.') => {
            let line = rest.lines().next().unwrap_or_default().trim_end();
            let is_word = |one: char| one.is_ascii_alphanumeric() || "/._- ".contains(one);
            line.chars().all(is_word).then(|| line.to_owned())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("module.exports = { apps: [{ name: 'shop', script: 'npm', args: 'start', cwd: '/root/app' }] };", Some(("npm", "start", Some("/root/app"))); "JavaScript")]
    #[test_case("{\"apps\": [{\"script\": \"pnpm\", \"args\": [\"run\", \"start\"]}]}", Some(("pnpm", "run start", None)); "JSON")]
    #[test_case("apps:\n  - script: pnpm\n    args: start\n    cwd: /root/app\n", Some(("pnpm", "start", Some("/root/app"))); "YAML")]
    #[test_case("module.exports = { apps: [{ script: 'npm', cwd: __dirname }] }", None; "a value that is computed")]
    #[test_case("module.exports = { apps: [{ script: 'npm', cwd: '/root' + dir }] }", None; "a value that is joined")]
    #[test_case("module.exports = { apps: [{ script: 'a' }, { script: 'b' }] }", None; "two processes")]
    #[test_case("module.exports = { apps: [{ script: 'npm', args: 'start' } };", None; "a bracket that is missing")]
    #[test_case("module.exports = { apps: [] }", None; "none")]
    fn configurations(text: &str, expected: Option<(&str, &str, Option<&str>)>) {
        let app = App::read(text);
        assert_eq!(app.as_ref().map(|app| (&*app.script, &*app.args, app.cwd.as_deref())), expected);
    }
}
