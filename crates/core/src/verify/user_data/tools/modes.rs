//! `chmod` (GNU Coreutils manual, "File permissions"), as far as it matters whether a file may be executed or written.

use crate::verify::user_data::bash::Run;
use crate::verify::user_data::machine::{Found, Node};
use crate::verify::user_data::text::is_known;

impl Run<'_> {
    pub(super) fn chmod(&mut self, words: &[String]) -> i32 {
        let is_option = |word: &&String| {
            word.starts_with("--")
                || word.len() > 1 && word.starts_with('-') && word[1..].bytes().all(|byte| b"Rvfc".contains(&byte))
        };
        let others: Vec<&String> = words.iter().filter(|word| !is_option(word)).collect();
        let [mode, paths @ ..] = others.as_slice() else { return 1 };
        if is_known(mode) && !is_mode(mode) {
            return 1;
        }
        let for_all = mode.ends_with(['7', '6', '2', '3'])
            || mode.contains("o+w")
            || mode.contains("a+w")
            || mode.contains("+rwx");
        let whole = words
            .iter()
            .filter(is_option)
            .any(|word| word == "--recursive" || !word.starts_with("--") && word.contains('R'));
        let mut status = 0;
        for word in paths {
            let path = self.machine.files.resolve(&self.path(word), true);
            if self.shell.user != "root" && self.may_not_write(&path) {
                status = 1;
                continue;
            }
            if for_all && self.machine.files.get(&path).is_some() {
                self.machine.files.give(&path, whole, None);
            }
            if self.machine.look(&path) == Found::Nothing {
                status = 1;
            }
            let inside = if whole { self.machine.files.below(&path) } else { Vec::new() };
            for path in inside.into_iter().chain([path]) {
                self.change_mode(&path, mode);
            }
        }
        status
    }

    fn change_mode(&mut self, path: &str, mode: &str) {
        let Found::Node(Node::File { text, executable }) = self.machine.look_at(path) else { return };
        match is_executable_after(mode, executable) {
            Some(now) if now != executable => {
                self.machine.files.change(path, &Node::File { text, executable: now });
            }
            Some(_) => {}
            None => self.doubt_here(),
        }
    }
}

/// Whether chmod knows this mode: octal, or who, how and what (GNU Coreutils manual, "File permissions").
fn is_mode(mode: &str) -> bool {
    let is_octal = !mode.is_empty() && mode.bytes().all(|byte| (b'0'..=b'7').contains(&byte));
    is_octal
        || mode.split(',').all(|one| {
            let deed = one.trim_start_matches(['u', 'g', 'o', 'a']);
            deed.starts_with(['+', '-', '=']) && deed.bytes().all(|byte| b"+-=rwxXstugo".contains(&byte))
        })
}

/// Whether a file may be executed once it has this mode; none where that depends on who might do so before.
fn is_executable_after(mode: &str, before: bool) -> Option<bool> {
    if mode.starts_with(|one: char| one.is_ascii_digit()) {
        return Some(mode.bytes().rev().take(3).any(|digit| digit % 2 == 1));
    }
    let known = if before { None } else { Some(false) };
    // For the owner, the group and all others.
    let mut bits = [known; 3];
    for clause in mode.split(',') {
        let deeds = clause.trim_start_matches(['u', 'g', 'o', 'a']);
        let who = &clause[..clause.len() - deeds.len()];
        let is_meant = |at: usize| who.is_empty() || who.contains('a') || who.contains(['u', 'g', 'o'][at]);
        let mut sign = '+';
        let mut rest = deeds;
        while let Some(next) = rest.chars().next() {
            sign = if matches!(next, '+' | '-' | '=') { next } else { sign };
            rest = rest.trim_start_matches(['+', '-', '=']);
            let end = rest.find(['+', '-', '=']).unwrap_or(rest.len());
            let gives = match &rest[..end] {
                "u" => bits[0],
                "g" => bits[1],
                "o" => bits[2],
                letters if letters.contains('x') => Some(true),
                letters if letters.contains('X') => any(bits),
                _ => Some(false),
            };
            for (_, bit) in bits.iter_mut().enumerate().filter(|(at, _)| is_meant(*at)) {
                *bit = match (sign, gives) {
                    ('=', gives) => gives,
                    (_, Some(false)) => *bit,
                    (_, Some(true)) => Some(sign == '+'),
                    (_, None) => bit.filter(|now| *now == (sign == '+')),
                };
            }
            rest = &rest[end..];
        }
    }
    any(bits)
}

/// Whether one of these is set; a file of which nothing is known but that it may be executed has one.
fn any(bits: [Option<bool>; 3]) -> Option<bool> {
    let is_set = bits == [None; 3] || bits.contains(&Some(true));
    (is_set || bits == [Some(false); 3]).then_some(is_set)
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::{is_executable_after, is_mode};

    #[test_case("644", true, Some(false); "octal without")]
    #[test_case("0755", false, Some(true); "octal with")]
    #[test_case("-x", true, Some(false); "taken from all")]
    #[test_case("u=rw,go=r", true, Some(false); "set for each without")]
    #[test_case("o-x", true, None; "taken from the others alone")]
    #[test_case("go+w,u+x", false, Some(true); "given to the owner")]
    #[test_case("a+rX", false, Some(false); "only where somebody had it")]
    #[test_case("-x+X", true, Some(false); "given where nobody has it any more")]
    #[test_case("g-w", true, Some(true); "something else")]
    #[test_case("u+x-w,g=u", false, Some(true); "two deeds and a copy")]
    fn executables(mode: &str, before: bool, after: Option<bool>) {
        assert_eq!(is_executable_after(mode, before), after);
    }

    #[test_case("755", true; "octal")]
    #[test_case("u+x,go-w", true; "two changes")]
    #[test_case("+x", true; "for all")]
    #[test_case("x", false; "no sign")]
    #[test_case("789", false; "no octal digits")]
    #[test_case("", false; "nothing")]
    fn modes(mode: &str, expected: bool) {
        assert_eq!(is_mode(mode), expected);
    }
}
