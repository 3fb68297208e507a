//! `sed` with the commands that scripts give it: `s`, `d`, `p`, `a`, `i`, `c`, `q` (GNU sed manual).

use super::Arguments;
use super::regex::Regex;
use crate::verify::user_data::bash::{Run, Step};
use crate::verify::user_data::machine::Found;
use crate::verify::user_data::text::is_known;

enum Address {
    All,
    Line(usize),
    Last,
    Matching(Regex),
    Range(usize, usize),
}

enum Deed {
    Substitute { regex: Regex, replacement: String, all: bool, prints: bool },
    Delete,
    Print,
    Append(String),
    Insert(String),
    Change(String),
    Nothing,
}

struct Order {
    address: Address,
    inverse: bool,
    deed: Deed,
}

impl Run<'_> {
    pub(super) fn sed(&mut self, words: &[String]) -> Step<i32> {
        let (in_place, words): (Vec<&String>, Vec<&String>) =
            words.iter().partition(|word| word.starts_with("-i") || word.starts_with("--in-place"));
        let words: Vec<String> = words.into_iter().cloned().collect();
        let arguments = Arguments::read(&words, "ef", &["--expression", "--file"]);
        let joined = arguments.options.iter().any(|(name, _)| name == "-i");
        let mut files = arguments.others.clone();
        let mut scripts: Vec<String> = arguments
            .options
            .iter()
            .filter(|(name, _)| matches!(name.as_str(), "-e" | "--expression"))
            .map(|(_, value)| value.clone())
            .collect();
        if scripts.is_empty() {
            if files.is_empty() {
                return Ok(1);
            }
            scripts.push(files.remove(0));
        }
        let script = scripts.join("\n");
        let extended = arguments.has(&["-E", "-r", "--regexp-extended"]);
        let quiet = arguments.has(&["-n", "--quiet"]);
        let orders = if arguments.has(&["-f", "--file"]) { None } else { orders(&script, extended) };
        if in_place.is_empty() && !joined {
            return self.sed_stream(&files, orders.as_deref(), quiet);
        }
        let mut status = 0;
        for file in &files {
            let path = self.path(file);
            let text = match self.machine.look(&path) {
                Found::Node(_) => self.machine.text(&path),
                Found::Nothing => None,
                Found::Unknown => self.decide(&format!("-e {path}"), true)?.then(|| self.unknown()),
            };
            match text {
                Some(text) => {
                    let made = self.edited(&text, orders.as_deref(), quiet);
                    self.write_file(&path, &made, false);
                }
                None => status = 2,
            }
        }
        Ok(status)
    }

    fn sed_stream(&mut self, files: &[String], orders: Option<&[Order]>, quiet: bool) -> Step<i32> {
        let Some(text) = self.read_files(files)? else { return Ok(2) };
        let made = self.edited(&text, orders, quiet);
        self.print(&made);
        Ok(0)
    }

    fn edited(&mut self, text: &str, orders: Option<&[Order]>, quiet: bool) -> String {
        match orders {
            Some(orders)
                if is_known(text) || orders.iter().all(|order| matches!(order.deed, Deed::Substitute { .. })) =>
            {
                edit(text, orders, quiet)
            }
            _ => self.unknown(),
        }
    }
}

fn edit(text: &str, orders: &[Order], quiet: bool) -> String {
    let mut made = String::new();
    let count = text.lines().count();
    'lines: for (index, whole) in text.split_inclusive('\n').enumerate() {
        let mut line = whole.trim_end_matches('\n').to_owned();
        let end = if whole.ends_with('\n') { "\n" } else { "" };
        let mut after = String::new();
        for order in orders {
            if order.address.takes(index + 1, count, &line) == order.inverse {
                continue;
            }
            match &order.deed {
                Deed::Substitute { regex, replacement, all, prints } => {
                    let changed = substitute(&line, regex, replacement, *all);
                    if *prints && changed != line {
                        made.extend([&changed, end]);
                    }
                    line = changed;
                }
                Deed::Delete => continue 'lines,
                Deed::Print => made.extend([&line, end]),
                Deed::Append(text) => after.extend([text, "\n"]),
                Deed::Insert(text) => made.extend([text, "\n"]),
                Deed::Change(text) => {
                    made.extend([text, "\n"]);
                    continue 'lines;
                }
                Deed::Nothing => {}
            }
        }
        if !quiet {
            made.push_str(&line);
            made.push_str(end);
        }
        if !after.is_empty() && end.is_empty() {
            made.push('\n');
        }
        made.push_str(&after);
    }
    made
}

impl Address {
    fn takes(&self, line: usize, last: usize, text: &str) -> bool {
        match self {
            Self::All => true,
            Self::Line(number) => *number == line,
            Self::Last => line == last,
            Self::Matching(regex) => regex.is_in(text),
            Self::Range(first, end) => (*first..=*end).contains(&line),
        }
    }
}

fn substitute(line: &str, regex: &Regex, replacement: &str, all: bool) -> String {
    let mut made = String::new();
    let mut at = 0;
    while let Some((start, end)) = regex.find(line, at) {
        made.push_str(&line[at..start]);
        made.push_str(&filled(replacement, &line[start..end]));
        at = end;
        if !all {
            break;
        }
        if start == end {
            let Some(next) = line[at..].chars().next() else { break };
            made.push(next);
            at += next.len_utf8();
        }
    }
    made.push_str(&line[at.min(line.len())..]);
    made
}

/// A replacement with `&` as what matched.
fn filled(replacement: &str, hit: &str) -> String {
    let mut made = String::new();
    let mut characters = replacement.chars();
    while let Some(character) = characters.next() {
        match character {
            '&' => made.push_str(hit),
            '\\' => match characters.next() {
                Some('n') => made.push('\n'),
                Some(other) => made.push(other),
                None => {}
            },
            other => made.push(other),
        }
    }
    made
}

/// Reads a script; none where it has something that isn't known here.
fn orders(script: &str, extended: bool) -> Option<Vec<Order>> {
    let mut orders = Vec::new();
    let mut rest = script.trim_start_matches([';', '\n', ' ', '\t']);
    while !rest.is_empty() {
        let (order, left) = order(rest, extended)?;
        orders.push(order);
        rest = left.trim_start_matches([';', '\n', ' ', '\t']);
    }
    Some(orders)
}

fn order(text: &str, extended: bool) -> Option<(Order, &str)> {
    let (address, rest) = address(text, extended)?;
    let rest = rest.trim_start();
    let (inverse, rest) = rest.strip_prefix('!').map_or((false, rest), |rest| (true, rest.trim_start()));
    let kind = rest.chars().next()?;
    let behind = &rest[kind.len_utf8()..];
    let line_end = behind.find('\n').unwrap_or(behind.len());
    let words = || behind[..line_end].trim_start_matches(['\\', ' ', '\t']).to_owned();
    let (deed, rest) = match kind {
        's' => substitution(behind, extended)?,
        'd' => (Deed::Delete, behind),
        'p' => (Deed::Print, behind),
        'a' => (Deed::Append(words()), &behind[line_end..]),
        'i' => (Deed::Insert(words()), &behind[line_end..]),
        'c' => (Deed::Change(words()), &behind[line_end..]),
        '#' => (Deed::Nothing, &behind[line_end..]),
        _ => return None,
    };
    Some((Order { address, inverse, deed }, rest))
}

fn address(text: &str, extended: bool) -> Option<(Address, &str)> {
    let first = text.chars().next()?;
    if first.is_ascii_digit() {
        let end = text.find(|one: char| !one.is_ascii_digit()).unwrap_or(text.len());
        let number = text[..end].parse().ok()?;
        if let Some(rest) = text[end..].strip_prefix(',') {
            if let Some(rest) = rest.strip_prefix('$') {
                return Some((Address::Range(number, usize::MAX), rest));
            }
            let stop = rest.find(|one: char| !one.is_ascii_digit()).unwrap_or(rest.len());
            return Some((Address::Range(number, rest[..stop].parse().ok()?), &rest[stop..]));
        }
        return Some((Address::Line(number), &text[end..]));
    }
    if let Some(rest) = text.strip_prefix('$') {
        return Some((Address::Last, rest));
    }
    if first == '/' {
        let (expression, rest) = delimited(&text[1..], '/')?;
        if rest.starts_with(',') {
            return None;
        }
        return Some((Address::Matching(Regex::read(&expression, extended, false)?), rest));
    }
    Some((Address::All, text))
}

fn substitution(text: &str, extended: bool) -> Option<(Deed, &str)> {
    let delimiter = text.chars().next()?;
    let (expression, rest) = delimited(&text[delimiter.len_utf8()..], delimiter)?;
    let (replacement, rest) = delimited(rest, delimiter)?;
    let end = rest.find(|one: char| !one.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let flags = &rest[..end];
    if flags.contains(|one: char| !"gpIiM".contains(one)) || replacement.contains("\\1") || replacement.contains("\\2")
    {
        return None;
    }
    let regex = Regex::read(&expression, extended, flags.contains(['I', 'i']))?;
    Some((Deed::Substitute { regex, replacement, all: flags.contains('g'), prints: flags.contains('p') }, &rest[end..]))
}

/// A text up to a delimiter that has no backslash before it.
fn delimited(text: &str, delimiter: char) -> Option<(String, &str)> {
    let mut made = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        if character == delimiter {
            return Some((made, &text[at + delimiter.len_utf8()..]));
        }
        if character == '\\' {
            let (_, next) = characters.next()?;
            if next != delimiter {
                made.push('\\');
            }
            made.push(next);
        } else {
            made.push(character);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("s/a/b/", "aa\n", "ba\n"; "the first")]
    #[test_case("s/a/b/g", "aa\n", "bb\n"; "all")]
    #[test_case("s|^K=.*|K=&x|", "K=v\n", "K=K=vx\n"; "another delimiter")]
    #[test_case("/K/d", "K\nL\n", "L\n"; "deleted")]
    #[test_case("1d;$a z", "a\nb\n", "b\nz\n"; "two orders")]
    #[test_case("s/\\/x/y/", "/x", "y"; "an escaped delimiter")]
    fn scripts(script: &str, text: &str, expected: &str) {
        assert_eq!(edit(text, &orders(script, false).unwrap(), false), expected);
    }
}
