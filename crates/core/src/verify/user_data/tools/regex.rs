//! Regular expressions of grep, sed and `=~`, as far as scripts use them: no groups, no back references.

/// Steps of one match; what takes longer is left to a run.
const MOST_STEPS: usize = 20_000;

/// An expression that was read.
#[derive(Debug)]
pub struct Regex {
    branches: Vec<Branch>,
}

#[derive(Debug)]
struct Branch {
    begins: bool,
    ends: bool,
    atoms: Vec<(Atom, usize, usize)>,
    folds: bool,
}

#[derive(Debug)]
enum Atom {
    Any,
    One(char),
    Class(bool, Vec<(char, char)>),
}

impl Regex {
    /// Reads an expression, basic or extended; none where it has what isn't known here.
    pub fn read(text: &str, extended: bool, folds: bool) -> Option<Self> {
        let separator = if extended { "|" } else { "\\|" };
        let branches =
            text.split(separator).map(|branch| Branch::read(branch, extended, folds)).collect::<Option<Vec<_>>>()?;
        Some(Self { branches })
    }

    /// An expression that is this very text.
    pub fn fixed(text: &str, folds: bool) -> Self {
        let atoms = text.chars().map(|one| (Atom::One(one), 1, 1)).collect();
        Self { branches: vec![Branch { begins: false, ends: false, atoms, folds }] }
    }

    /// The first match in a line, in bytes.
    pub fn find(&self, line: &str, from: usize) -> Option<(usize, usize)> {
        let text: Vec<(usize, char)> = line.char_indices().collect();
        let first = text.iter().position(|(at, _)| *at >= from).unwrap_or(text.len());
        for start in first..=text.len() {
            for branch in &self.branches {
                let mut steps = 0;
                if branch.begins && start != 0 {
                    continue;
                }
                if let Some(end) = branch.matches(&text, start, 0, &mut steps) {
                    let byte = |at: usize| text.get(at).map_or(line.len(), |(at, _)| *at);
                    return Some((byte(start), byte(end)));
                }
            }
        }
        None
    }

    /// Whether a line has a match.
    pub fn is_in(&self, line: &str) -> bool {
        self.find(line, 0).is_some()
    }
}

impl Branch {
    fn read(text: &str, extended: bool, folds: bool) -> Option<Self> {
        let characters: Vec<char> = text.chars().collect();
        let begins = characters.first() == Some(&'^');
        let ends = characters.len() > usize::from(begins)
            && characters.last() == Some(&'$')
            && (characters.len() < 2 || characters[characters.len() - 2] != '\\');
        let inner = &characters[usize::from(begins)..characters.len() - usize::from(ends)];
        let mut atoms: Vec<(Atom, usize, usize)> = Vec::new();
        let mut index = 0;
        while index < inner.len() {
            match inner[index] {
                '*' if !atoms.is_empty() => repeat(&mut atoms, 0, usize::MAX),
                '+' if extended => repeat(&mut atoms, 1, usize::MAX),
                '?' if extended => repeat(&mut atoms, 0, 1),
                '.' => atoms.push((Atom::Any, 1, 1)),
                '(' | ')' | '{' if extended => return None,
                '\\' => {
                    index += 1;
                    match *inner.get(index)? {
                        '+' if !extended => repeat(&mut atoms, 1, usize::MAX),
                        '?' if !extended => repeat(&mut atoms, 0, 1),
                        '(' | ')' | '{' if !extended => return None,
                        's' => atoms.push((Atom::Class(true, vec![(' ', ' '), ('\t', '\r')]), 1, 1)),
                        'd' if extended => return None,
                        'n' => atoms.push((Atom::One('\n'), 1, 1)),
                        't' => atoms.push((Atom::One('\t'), 1, 1)),
                        other if other.is_ascii_alphanumeric() => return None,
                        other => atoms.push((Atom::One(other), 1, 1)),
                    }
                }
                '[' => {
                    let (atom, length) = class(&inner[index + 1..])?;
                    atoms.push((atom, 1, 1));
                    index += length;
                }
                other => atoms.push((Atom::One(other), 1, 1)),
            }
            index += 1;
        }
        Some(Self { begins, ends, atoms, folds })
    }

    fn matches(&self, text: &[(usize, char)], at: usize, atom: usize, steps: &mut usize) -> Option<usize> {
        *steps += 1;
        if *steps > MOST_STEPS {
            return None;
        }
        let Some((one, least, most)) = self.atoms.get(atom) else {
            return (!self.ends || at == text.len()).then_some(at);
        };
        let mut end = at;
        while end - at < *most && text.get(end).is_some_and(|(_, character)| self.takes(one, *character)) {
            end += 1;
        }
        loop {
            if end - at < *least {
                return None;
            }
            if let Some(whole) = self.matches(text, end, atom + 1, steps) {
                return Some(whole);
            }
            if end == at {
                return None;
            }
            end -= 1;
        }
    }

    fn takes(&self, atom: &Atom, character: char) -> bool {
        let folded = |one: char| if self.folds { one.to_ascii_lowercase() } else { one };
        match atom {
            Atom::Any => true,
            Atom::One(one) => folded(*one) == folded(character),
            Atom::Class(wanted, ranges) => {
                let has = |one: char| ranges.iter().any(|(first, last)| (*first..=*last).contains(&one));
                (has(character)
                    || self.folds && (has(character.to_ascii_lowercase()) || has(character.to_ascii_uppercase())))
                    == *wanted
            }
        }
    }
}

fn repeat(atoms: &mut [(Atom, usize, usize)], least: usize, most: usize) {
    if let Some(last) = atoms.last_mut() {
        (last.1, last.2) = (least, most);
    }
}

fn class(characters: &[char]) -> Option<(Atom, usize)> {
    let wanted = characters.first() != Some(&'^');
    let begin = usize::from(!wanted);
    let mut ranges = Vec::new();
    let mut index = begin;
    loop {
        let character = *characters.get(index)?;
        if character == ']' && index > begin {
            return Some((Atom::Class(wanted, ranges), index + 1));
        }
        if character == '[' && characters.get(index + 1) == Some(&':') {
            let end = (index + 2..characters.len()).find(|at| characters[*at] == ':')?;
            let name: String = characters[index + 2..end].iter().collect();
            match name.as_str() {
                "space" => ranges.extend([(' ', ' '), ('\t', '\r')]),
                "digit" => ranges.push(('0', '9')),
                "alpha" => ranges.extend([('a', 'z'), ('A', 'Z')]),
                "alnum" => ranges.extend([('a', 'z'), ('A', 'Z'), ('0', '9')]),
                "blank" => ranges.extend([(' ', ' '), ('\t', '\t')]),
                "upper" => ranges.push(('A', 'Z')),
                "lower" => ranges.push(('a', 'z')),
                _ => return None,
            }
            index = end + 2;
            continue;
        }
        match (characters.get(index + 1), characters.get(index + 2)) {
            (Some('-'), Some(last)) if *last != ']' => {
                ranges.push((character, *last));
                index += 3;
            }
            _ => {
                ranges.push((character, character));
                index += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("^A=.*$", "A=b", Some((0, 3)); "anchors")]
    #[test_case("b*c", "abbcd", Some((1, 4)); "a star")]
    #[test_case("[^=]*=", "KEY=v", Some((0, 4)); "a class")]
    #[test_case("x\\|b", "ab", Some((1, 2)); "one of two")]
    #[test_case("a.c", "abd", None; "no match")]
    fn basic(expression: &str, line: &str, expected: Option<(usize, usize)>) {
        assert_eq!(Regex::read(expression, false, false).unwrap().find(line, 0), expected);
    }

    #[test]
    fn groups_are_not_known() {
        assert!(Regex::read("a\\(b\\)", false, false).is_none());
        assert!(Regex::read("a(b)", true, false).is_none());
    }
}
