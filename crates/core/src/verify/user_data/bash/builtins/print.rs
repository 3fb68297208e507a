//! `echo` and `printf`.

use super::super::{Run, Value};
use crate::verify::user_data::escapes::{escape, read};
use crate::verify::user_data::text::{LONGEST, is_known};

impl Run<'_> {
    /// `echo` of bash: options only before the first word that isn't one.
    pub fn echo(&mut self, arguments: &[String]) -> i32 {
        let is_option = |word: &&String| {
            word.len() > 1 && word.starts_with('-') && word.bytes().skip(1).all(|byte| b"neE".contains(&byte))
        };
        let options: String = arguments.iter().take_while(is_option).map(|word| &word[1..]).collect();
        let count = arguments.iter().take_while(is_option).count();
        let mut text = arguments[count..].join(" ");
        let mut newline = !options.contains('n');
        if options.rfind('e').is_some_and(|at| options.rfind('E').is_none_or(|other| other < at)) {
            let (plain, stopped) = read(&text, true);
            text = plain;
            newline &= !stopped;
        }
        if newline {
            text.push('\n');
        }
        self.print(&text);
        0
    }

    pub(super) fn printf(&mut self, arguments: &[String]) -> i32 {
        let (target, arguments) = match arguments {
            [option, name, rest @ ..] if option == "-v" => (Some(name.clone()), rest),
            rest => (None, rest),
        };
        let (ends_options, arguments) = match arguments {
            [marker, rest @ ..] if marker == "--" => (true, rest),
            rest => (false, rest),
        };
        let (target, arguments) = match arguments {
            [option, rest @ ..] if target.is_none() && option.len() > 2 && option.starts_with("-v") => {
                (Some(option[2..].to_owned()), rest)
            }
            // It has no other option.
            [option, ..] if !ends_options && option.len() > 1 && option.starts_with('-') => return 2,
            rest => (target, rest),
        };
        let [format, values @ ..] = arguments else { return 2 };
        let text = if is_known(format) { self.formatted(format, values) } else { self.unknown() };
        if let Some(name) = target {
            return i32::from(self.assign(&name, Value::Text(text)).is_err());
        }
        self.print(&text);
        0
    }

    /// The text that a format and values make; the format is used until no value is left.
    pub fn formatted(&mut self, format: &str, values: &[String]) -> String {
        let mut text = String::new();
        let mut rest = values;
        loop {
            let before = rest.len();
            let (made, left, stopped) = self.format_once(format, rest);
            text.push_str(&made);
            rest = left;
            if rest.is_empty() || rest.len() == before || stopped || text.len() > LONGEST {
                return text;
            }
        }
    }

    fn format_once<'v>(&mut self, format: &str, mut values: &'v [String]) -> (String, &'v [String], bool) {
        let mut text = String::new();
        let mut rest = format;
        while let Some(at) = rest.find(['%', '\\']) {
            text.push_str(&rest[..at]);
            if rest[at..].starts_with('\\') {
                let (plain, length) = escape(&rest[at..], false);
                text.push_str(&plain);
                rest = &rest[at + length..];
                continue;
            }
            let after = &rest[at + 1..];
            if let Some(literal) = after.strip_prefix('%') {
                text.push('%');
                rest = literal;
                continue;
            }
            let end = after
                .find(|one: char| !"0123456789.-+ #*'(".contains(one) && !one.is_ascii_punctuation())
                .unwrap_or(after.len());
            if after[..end].starts_with('(') {
                text.push_str(&self.unknown());
                rest = after.find('T').map_or("", |at| &after[at + 1..]);
                values = values.get(1..).unwrap_or_default();
                continue;
            }
            let Some(kind) = after[end..].chars().next() else { break };
            // A star takes its number from the values.
            let mut flags = after[..end].to_owned();
            while let Some(star) = flags.find('*') {
                let number = values.first().map_or("0", String::as_str);
                flags.replace_range(star..=star, number);
                values = values.get(1..).unwrap_or_default();
            }
            let value = values.first().map_or("", String::as_str);
            values = values.get(1..).unwrap_or_default();
            rest = &after[end + kind.len_utf8()..];
            match self.conversion(kind, &flags, value) {
                (made, false) => text.push_str(&made),
                (made, true) => return (text + &made, &[], true),
            }
        }
        text.push_str(rest);
        (text, values, false)
    }

    /// One `%…`; true where it ends all output.
    fn conversion(&mut self, kind: char, flags: &str, value: &str) -> (String, bool) {
        let made = match kind {
            'b' => {
                let (plain, stopped) = read(value, true);
                if stopped {
                    return (plain, true);
                }
                plain
            }
            'q' if is_known(value)
                && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-./:=@%+,".contains(&byte)) =>
            {
                value.to_owned()
            }
            'd' | 'i' | 'u' | 'x' | 'X' | 'o' if flags.contains('#') => self.unknown(),
            'd' | 'i' | 'u' | 'x' | 'X' | 'o' => match integer(value.trim()) {
                Some(number) => digits(number, kind, flags),
                None => self.unknown(),
            },
            'c' => value.chars().take(1).collect(),
            's' => value.to_owned(),
            _ => self.unknown(),
        };
        let width: usize = flags
            .trim_start_matches(['-', '0', '+', ' ', '#'])
            .split('.')
            .next()
            .and_then(|width| width.parse().ok())
            .unwrap_or(0)
            .min(1_000);
        let made = match flags.split_once('.') {
            Some((_, most)) if kind == 's' => made.chars().take(most.parse().unwrap_or(0)).collect(),
            _ => made,
        };
        let pad = " ".repeat(width.saturating_sub(made.chars().count()));
        // Nothing is filled with zeros where the count of digits is given.
        let is_number = matches!(kind, 'd' | 'i' | 'u' | 'x' | 'X' | 'o');
        let zero = is_number && !flags.contains('.') && flags.trim_start_matches(['+', ' ']).starts_with('0');
        let padded = if flags.contains('-') {
            made + &pad
        } else if zero {
            let unsigned = made.trim_start_matches(['-', '+', ' ']);
            let sign = &made[..made.len() - unsigned.len()];
            format!("{sign}{}{unsigned}", pad.replace(' ', "0"))
        } else {
            pad + &made
        };
        (padded, false)
    }
}

/// A number as C writes it: decimal, octal behind `0`, hexadecimal behind `0x`.
fn integer(text: &str) -> Option<i64> {
    if text.is_empty() {
        return Some(0);
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let number = match unsigned.strip_prefix("0x").or(unsigned.strip_prefix("0X")) {
        Some(hexadecimal) => i64::from_str_radix(hexadecimal, 16),
        None if unsigned.len() > 1 && unsigned.starts_with('0') => i64::from_str_radix(unsigned, 8),
        None => unsigned.parse(),
    };
    let number = number.ok().filter(|_| !unsigned.starts_with(['-', '+']))?;
    Some(if text.starts_with('-') { -number } else { number })
}

/// The digits of a number with its sign, as many as the flags ask for.
fn digits(number: i64, kind: char, flags: &str) -> String {
    let least = flags.split_once('.').map_or(0, |(_, least)| least.parse().unwrap_or(0)).min(1_000);
    let sign = match kind {
        'd' | 'i' if number < 0 => "-",
        'd' | 'i' if flags.contains('+') => "+",
        'd' | 'i' if flags.contains(' ') => " ",
        _ => "",
    };
    let plain = match kind {
        'x' => format!("{number:x}"),
        'X' => format!("{number:X}"),
        'o' => format!("{number:o}"),
        'u' => number.cast_unsigned().to_string(),
        _ => number.unsigned_abs().to_string(),
    };
    format!("{sign}{plain:0>least$}")
}
